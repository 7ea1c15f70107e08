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
  reach
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

-- step 0002.crm_view_customer_group
CREATE VIEW IF NOT EXISTS crm_view_customer_group AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  lower(hex(parent_id)) AS parent_id
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
  lower(hex(parent_id)) AS parent_id
FROM crm_product_group;

-- step 0002.crm_view_product
CREATE VIEW IF NOT EXISTS crm_view_product AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  lower(hex(group_id)) AS group_id,
  unit,
  is_stocked,
  tracking,
  costing,
  tax_code,
  currency,
  CASE WHEN list_price IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN list_price < 0 THEN '-' ELSE '' END, abs(list_price / 1000000), abs(list_price % 1000000)) END AS list_price,
  is_active
FROM crm_product;

-- step 0002.crm_view_product_cost
CREATE VIEW IF NOT EXISTS crm_view_product_cost AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(product_id)) AS product_id,
  valid_from,
  currency,
  CASE WHEN unit_cost IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN unit_cost < 0 THEN '-' ELSE '' END, abs(unit_cost / 1000000), abs(unit_cost % 1000000)) END AS unit_cost
FROM crm_product_cost;

-- step 0002.crm_view_warehouse
CREATE VIEW IF NOT EXISTS crm_view_warehouse AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  is_active,
  allows_negative
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

-- step 0002.crm_view_stock_lot
CREATE VIEW IF NOT EXISTS crm_view_stock_lot AS SELECT
  lower(hex(company_id)) AS company_id,
  version,
  lower(hex(product_id)) AS product_id,
  lot,
  expires_on,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  currency,
  CASE WHEN value IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN value < 0 THEN '-' ELSE '' END, abs(value / 10000), abs(value % 10000)) END AS value,
  CASE WHEN reference_cost IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN reference_cost < 0 THEN '-' ELSE '' END, abs(reference_cost / 1000000), abs(reference_cost % 1000000)) END AS reference_cost
FROM crm_stock_lot;

-- step 0002.crm_view_lot_balance
CREATE VIEW IF NOT EXISTS crm_view_lot_balance AS SELECT
  lower(hex(company_id)) AS company_id,
  version,
  lower(hex(product_id)) AS product_id,
  lot,
  lower(hex(warehouse_id)) AS warehouse_id,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity
FROM crm_lot_balance;

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
  lower(hex(to_warehouse_id)) AS to_warehouse_id,
  lower(hex(corrects_id)) AS corrects_id,
  reference,
  currency,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount,
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
  lot,
  cost_source,
  cost_reason,
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
  lot,
  kind,
  basis,
  day,
  lower(hex(stock_document_id)) AS stock_document_id,
  lower(hex(sales_document_id)) AS sales_document_id,
  line,
  for_sequence,
  lower(hex(corrects_id)) AS corrects_id,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  CASE WHEN covered IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN covered < 0 THEN '-' ELSE '' END, abs(covered / 1000000), abs(covered % 1000000)) END AS covered,
  currency,
  CASE WHEN unit_cost IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN unit_cost < 0 THEN '-' ELSE '' END, abs(unit_cost / 1000000), abs(unit_cost % 1000000)) END AS unit_cost,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount,
  CASE WHEN value IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN value < 0 THEN '-' ELSE '' END, abs(value / 10000), abs(value % 10000)) END AS value
FROM crm_stock_movement;

-- step 0002.crm_view_cost_layer
CREATE VIEW IF NOT EXISTS crm_view_cost_layer AS SELECT
  lower(hex(company_id)) AS company_id,
  version,
  lower(hex(product_id)) AS product_id,
  slot,
  sequence,
  position,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  currency,
  CASE WHEN value IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN value < 0 THEN '-' ELSE '' END, abs(value / 10000), abs(value % 10000)) END AS value,
  lower(hex(sold_document_id)) AS sold_document_id,
  lower(hex(sold_line_id)) AS sold_line_id,
  lower(hex(sold_to_id)) AS sold_to_id,
  lower(hex(sold_by_id)) AS sold_by_id
FROM crm_cost_layer;

-- step 0002.crm_view_cost_variance
CREATE VIEW IF NOT EXISTS crm_view_cost_variance AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  kind,
  lower(hex(product_id)) AS product_id,
  day,
  lower(hex(stock_document_id)) AS stock_document_id,
  lower(hex(sales_document_id)) AS sales_document_id,
  line,
  currency,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount
FROM crm_cost_variance;

-- step 0002.crm_view_cost_correction
CREATE VIEW IF NOT EXISTS crm_view_cost_correction AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  lower(hex(product_id)) AS product_id,
  lower(hex(sales_document_id)) AS sales_document_id,
  lower(hex(sales_line_id)) AS sales_line_id,
  lower(hex(delivered_line_id)) AS delivered_line_id,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(salesperson_id)) AS salesperson_id,
  day,
  lower(hex(stock_document_id)) AS stock_document_id,
  lower(hex(cause_document_id)) AS cause_document_id,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  currency,
  CASE WHEN provisional IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN provisional < 0 THEN '-' ELSE '' END, abs(provisional / 10000), abs(provisional % 10000)) END AS provisional,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount
FROM crm_cost_correction;

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
