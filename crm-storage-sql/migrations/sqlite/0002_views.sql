-- Written by `cargo run -p crm-storage-sql --example schema`; one statement a step.

-- step 0002.crm_view_company
CREATE VIEW IF NOT EXISTS crm_view_company AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  name,
  currency,
  CASE WHEN money_step IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN money_step < 0 THEN '-' ELSE '' END, abs(money_step / 1000000), abs(money_step % 1000000)) END AS money_step,
  tax_method,
  rounding,
  prices_include_tax,
  default_tax_code,
  backdating_days,
  access_version
FROM crm_company;

-- step 0002.crm_view_number_series
CREATE VIEW IF NOT EXISTS crm_view_number_series AS SELECT
  lower(hex(company_id)) AS company_id,
  series,
  next
FROM crm_number_series;

-- step 0002.crm_view_idempotency_key
CREATE VIEW IF NOT EXISTS crm_view_idempotency_key AS SELECT
  lower(hex(company_id)) AS company_id,
  key,
  operation,
  request_hash,
  result,
  number,
  strftime('%Y-%m-%dT%H:%M:%S', at / 1000000 - (at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (at % 1000000 + 1000000) % 1000000) AS at
FROM crm_idempotency_key;

-- step 0002.crm_view_role
CREATE VIEW IF NOT EXISTS crm_view_role AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  rights,
  reach,
  CASE WHEN max_discount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN max_discount < 0 THEN '-' ELSE '' END, abs(max_discount / 10000), abs(max_discount % 10000)) END AS max_discount
FROM crm_role;

-- step 0002.crm_view_operator
CREATE VIEW IF NOT EXISTS crm_view_operator AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  is_active,
  roles,
  groups
FROM crm_operator;

-- step 0002.crm_view_tax_rate
CREATE VIEW IF NOT EXISTS crm_view_tax_rate AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  CASE WHEN rate IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN rate < 0 THEN '-' ELSE '' END, abs(rate / 10000), abs(rate % 10000)) END AS rate,
  valid_from
FROM crm_tax_rate;

-- step 0002.crm_view_price_list
CREATE VIEW IF NOT EXISTS crm_view_price_list AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  currency,
  valid_from,
  valid_to,
  prices_include_tax,
  breaks,
  is_active
FROM crm_price_list;

-- step 0002.crm_view_price_settings
CREATE VIEW IF NOT EXISTS crm_view_price_settings AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(price_list_id)) AS price_list_id,
  uses_last_price,
  below_cost,
  CASE WHEN minimum_margin IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN minimum_margin < 0 THEN '-' ELSE '' END, abs(minimum_margin / 10000), abs(minimum_margin % 10000)) END AS minimum_margin,
  below_margin,
  beyond_discount
FROM crm_price_settings;

-- step 0002.crm_view_code_series
CREATE VIEW IF NOT EXISTS crm_view_code_series AS SELECT
  lower(hex(company_id)) AS company_id,
  version,
  series,
  next
FROM crm_code_series;

-- step 0002.crm_view_customer_group
CREATE VIEW IF NOT EXISTS crm_view_customer_group AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  lower(hex(parent_id)) AS parent_id,
  code_prefix,
  code_digits,
  lower(hex(price_list_id)) AS price_list_id
FROM crm_customer_group;

-- step 0002.crm_view_customer
CREATE VIEW IF NOT EXISTS crm_view_customer AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  lower(hex(group_id)) AS group_id,
  lower(hex(owner_id)) AS owner_id,
  country,
  tax_code,
  lower(hex(price_list_id)) AS price_list_id,
  payment_days,
  is_active
FROM crm_customer;

-- step 0002.crm_view_product_group
CREATE VIEW IF NOT EXISTS crm_view_product_group AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  lower(hex(parent_id)) AS parent_id,
  code_prefix,
  code_digits
FROM crm_product_group;

-- step 0002.crm_view_product
CREATE VIEW IF NOT EXISTS crm_view_product AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  model,
  specification,
  mnemonic,
  brand,
  notes,
  lower(hex(group_id)) AS group_id,
  unit,
  is_stocked,
  is_kit,
  costing,
  tax_code,
  currency,
  CASE WHEN list_price IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN list_price < 0 THEN '-' ELSE '' END, abs(list_price / 1000000), abs(list_price % 1000000)) END AS list_price,
  is_active
FROM crm_product;

-- step 0002.crm_view_product_unit
CREATE VIEW IF NOT EXISTS crm_view_product_unit AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(product_id)) AS product_id,
  unit,
  numerator,
  denominator
FROM crm_product_unit;

-- step 0002.crm_view_product_code
CREATE VIEW IF NOT EXISTS crm_view_product_code AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(product_id)) AS product_id,
  kind,
  value,
  is_gtin,
  unit,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  lower(hex(customer_id)) AS customer_id,
  supplier,
  valid_from,
  valid_to,
  is_active,
  party,
  claim
FROM crm_product_code;

-- step 0002.crm_view_kit_component
CREATE VIEW IF NOT EXISTS crm_view_kit_component AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(kit_id)) AS kit_id,
  lower(hex(component_id)) AS component_id,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity
FROM crm_kit_component;

-- step 0002.crm_view_price_list_item
CREATE VIEW IF NOT EXISTS crm_view_price_list_item AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(list_id)) AS list_id,
  lower(hex(product_id)) AS product_id,
  unit,
  CASE WHEN min_quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN min_quantity < 0 THEN '-' ELSE '' END, abs(min_quantity / 1000000), abs(min_quantity % 1000000)) END AS min_quantity,
  currency,
  CASE WHEN unit_price IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN unit_price < 0 THEN '-' ELSE '' END, abs(unit_price / 1000000), abs(unit_price % 1000000)) END AS unit_price,
  CASE WHEN discount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN discount < 0 THEN '-' ELSE '' END, abs(discount / 10000), abs(discount % 10000)) END AS discount,
  valid_from,
  valid_to
FROM crm_price_list_item;

-- step 0002.crm_view_customer_price
CREATE VIEW IF NOT EXISTS crm_view_customer_price AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(product_id)) AS product_id,
  unit,
  CASE WHEN min_quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN min_quantity < 0 THEN '-' ELSE '' END, abs(min_quantity / 1000000), abs(min_quantity % 1000000)) END AS min_quantity,
  currency,
  CASE WHEN unit_price IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN unit_price < 0 THEN '-' ELSE '' END, abs(unit_price / 1000000), abs(unit_price % 1000000)) END AS unit_price,
  CASE WHEN discount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN discount < 0 THEN '-' ELSE '' END, abs(discount / 10000), abs(discount % 10000)) END AS discount,
  valid_from,
  valid_to
FROM crm_customer_price;

-- step 0002.crm_view_warehouse
CREATE VIEW IF NOT EXISTS crm_view_warehouse AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  is_active
FROM crm_warehouse;

-- step 0002.crm_view_external_ref
CREATE VIEW IF NOT EXISTS crm_view_external_ref AS SELECT
  lower(hex(company_id)) AS company_id,
  system,
  record_type,
  external_id,
  lower(hex(record_id)) AS record_id
FROM crm_external_ref;

-- step 0002.crm_view_stock_pool
CREATE VIEW IF NOT EXISTS crm_view_stock_pool AS SELECT
  lower(hex(company_id)) AS company_id,
  version,
  lower(hex(product_id)) AS product_id,
  currency,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  CASE WHEN value IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN value < 0 THEN '-' ELSE '' END, abs(value / 10000), abs(value % 10000)) END AS value,
  CASE WHEN reference_cost IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN reference_cost < 0 THEN '-' ELSE '' END, abs(reference_cost / 1000000), abs(reference_cost % 1000000)) END AS reference_cost,
  last_day,
  movements
FROM crm_stock_pool;

-- step 0002.crm_view_stock_balance
CREATE VIEW IF NOT EXISTS crm_view_stock_balance AS SELECT
  lower(hex(company_id)) AS company_id,
  version,
  lower(hex(product_id)) AS product_id,
  lower(hex(warehouse_id)) AS warehouse_id,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity
FROM crm_stock_balance;

-- step 0002.crm_view_stock_document
CREATE VIEW IF NOT EXISTS crm_view_stock_document AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  kind,
  number,
  series,
  sequence,
  day,
  strftime('%Y-%m-%dT%H:%M:%S', posted_at / 1000000 - (posted_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (posted_at % 1000000 + 1000000) % 1000000) AS posted_at,
  lower(hex(operator_id)) AS operator_id,
  lower(hex(warehouse_id)) AS warehouse_id,
  reference,
  currency,
  CASE WHEN value IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN value < 0 THEN '-' ELSE '' END, abs(value / 10000), abs(value % 10000)) END AS value
FROM crm_stock_document;

-- step 0002.crm_view_sales_document
CREATE VIEW IF NOT EXISTS crm_view_sales_document AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  kind,
  number,
  series,
  sequence,
  day,
  strftime('%Y-%m-%dT%H:%M:%S', posted_at / 1000000 - (posted_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (posted_at % 1000000 + 1000000) % 1000000) AS posted_at,
  lower(hex(operator_id)) AS operator_id,
  lower(hex(customer_id)) AS customer_id,
  customer_code,
  customer_name,
  lower(hex(salesperson_id)) AS salesperson_id,
  lower(hex(warehouse_id)) AS warehouse_id,
  reference,
  tax_method,
  rounding,
  prices_include_tax,
  taxes,
  currency,
  CASE WHEN net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN net < 0 THEN '-' ELSE '' END, abs(net / 10000), abs(net % 10000)) END AS net,
  CASE WHEN tax IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax < 0 THEN '-' ELSE '' END, abs(tax / 10000), abs(tax % 10000)) END AS tax,
  CASE WHEN gross IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN gross < 0 THEN '-' ELSE '' END, abs(gross / 10000), abs(gross % 10000)) END AS gross,
  CASE WHEN cost IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN cost < 0 THEN '-' ELSE '' END, abs(cost / 10000), abs(cost % 10000)) END AS cost,
  CASE WHEN profit IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN profit < 0 THEN '-' ELSE '' END, abs(profit / 10000), abs(profit % 10000)) END AS profit
FROM crm_sales_document;

-- step 0002.crm_view_sales_line
CREATE VIEW IF NOT EXISTS crm_view_sales_line AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  lower(hex(document_id)) AS document_id,
  line,
  lower(hex(customer_id)) AS customer_id,
  day,
  lower(hex(product_id)) AS product_id,
  product_code,
  product_name,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  currency,
  CASE WHEN unit_price IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN unit_price < 0 THEN '-' ELSE '' END, abs(unit_price / 1000000), abs(unit_price % 1000000)) END AS unit_price,
  CASE WHEN net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN net < 0 THEN '-' ELSE '' END, abs(net / 10000), abs(net % 10000)) END AS net,
  tax_code,
  CASE WHEN tax_rate IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax_rate < 0 THEN '-' ELSE '' END, abs(tax_rate / 10000), abs(tax_rate % 10000)) END AS tax_rate,
  CASE WHEN tax IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax < 0 THEN '-' ELSE '' END, abs(tax / 10000), abs(tax % 10000)) END AS tax,
  CASE WHEN cost IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN cost < 0 THEN '-' ELSE '' END, abs(cost / 10000), abs(cost % 10000)) END AS cost,
  CASE WHEN profit IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN profit < 0 THEN '-' ELSE '' END, abs(profit / 10000), abs(profit % 10000)) END AS profit,
  lower(hex(returned_line_id)) AS returned_line_id
FROM crm_sales_line;

-- step 0002.crm_view_stock_movement
CREATE VIEW IF NOT EXISTS crm_view_stock_movement AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  lower(hex(product_id)) AS product_id,
  sequence,
  lower(hex(warehouse_id)) AS warehouse_id,
  kind,
  day,
  lower(hex(stock_document_id)) AS stock_document_id,
  lower(hex(sales_document_id)) AS sales_document_id,
  line,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  currency,
  CASE WHEN value IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN value < 0 THEN '-' ELSE '' END, abs(value / 10000), abs(value % 10000)) END AS value
FROM crm_stock_movement;

-- step 0002.crm_view_payment
CREATE VIEW IF NOT EXISTS crm_view_payment AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  number,
  series,
  sequence,
  day,
  strftime('%Y-%m-%dT%H:%M:%S', posted_at / 1000000 - (posted_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (posted_at % 1000000 + 1000000) % 1000000) AS posted_at,
  lower(hex(operator_id)) AS operator_id,
  lower(hex(customer_id)) AS customer_id,
  method,
  reference,
  currency,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount
FROM crm_payment;

-- step 0002.crm_view_open_item
CREATE VIEW IF NOT EXISTS crm_view_open_item AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  kind,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(sales_document_id)) AS sales_document_id,
  lower(hex(payment_id)) AS payment_id,
  day,
  due_day,
  currency,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount,
  CASE WHEN open IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN open < 0 THEN '-' ELSE '' END, abs(open / 10000), abs(open % 10000)) END AS open
FROM crm_open_item;

-- step 0002.crm_view_allocation
CREATE VIEW IF NOT EXISTS crm_view_allocation AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(receivable_id)) AS receivable_id,
  lower(hex(credit_id)) AS credit_id,
  day,
  receivable_due_day,
  currency,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount
FROM crm_allocation;

-- step 0002.crm_view_audit_entry
CREATE VIEW IF NOT EXISTS crm_view_audit_entry AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  strftime('%Y-%m-%dT%H:%M:%S', at / 1000000 - (at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (at % 1000000 + 1000000) % 1000000) AS at,
  lower(hex(operator_id)) AS operator_id,
  on_behalf_of,
  request_id,
  operation,
  entity,
  lower(hex(record_id)) AS record_id,
  lower(hex(customer_id)) AS customer_id,
  action,
  before,
  after
FROM crm_audit_entry;

-- step 0002.crm_view_feed_entry
CREATE VIEW IF NOT EXISTS crm_view_feed_entry AS SELECT
  lower(hex(company_id)) AS company_id,
  position,
  strftime('%Y-%m-%dT%H:%M:%S', at / 1000000 - (at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (at % 1000000 + 1000000) % 1000000) AS at,
  entity,
  lower(hex(record_id)) AS record_id,
  lower(hex(customer_id)) AS customer_id,
  action,
  lower(hex(audit_id)) AS audit_id
FROM crm_feed_entry;
