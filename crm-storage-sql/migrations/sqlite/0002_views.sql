-- Written by `./generate.sh`; one statement a step.

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
  CASE WHEN write_off_tolerance IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN write_off_tolerance < 0 THEN '-' ELSE '' END, abs(write_off_tolerance / 10000), abs(write_off_tolerance % 10000)) END AS write_off_tolerance,
  credit_policy,
  credit_overdue_days,
  expiry_policy,
  expiry_days,
  access_version,
  search_key_version
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
  scope,
  CASE WHEN max_discount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN max_discount < 0 THEN '-' ELSE '' END, abs(max_discount / 10000), abs(max_discount % 10000)) END AS max_discount,
  systems
FROM crm_role;

-- step 0002.crm_view_operator
CREATE VIEW IF NOT EXISTS crm_view_operator AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  roles,
  is_active,
  groups
FROM crm_operator;

-- step 0002.crm_view_operation
CREATE VIEW IF NOT EXISTS crm_view_operation AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  kind,
  lower(hex(operator_id)) AS operator_id,
  strftime('%Y-%m-%dT%H:%M:%S', at / 1000000 - (at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (at % 1000000 + 1000000) % 1000000) AS at,
  reason,
  records,
  strftime('%Y-%m-%dT%H:%M:%S', undone_at / 1000000 - (undone_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (undone_at % 1000000 + 1000000) % 1000000) AS undone_at,
  lower(hex(undone_by_id)) AS undone_by_id,
  kept
FROM crm_operation;

-- step 0002.crm_view_tax_rate
CREATE VIEW IF NOT EXISTS crm_view_tax_rate AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  code,
  name,
  category,
  CASE WHEN rate IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN rate < 0 THEN '-' ELSE '' END, abs(rate / 10000), abs(rate % 10000)) END AS rate,
  valid_from,
  replaces,
  exemption_reason
FROM crm_tax_rate;

-- step 0002.crm_view_company_profile
CREATE VIEW IF NOT EXISTS crm_view_company_profile AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  valid_from,
  legal_name,
  street,
  city,
  postal_code,
  province,
  country,
  tax_id,
  iban,
  email,
  phone,
  website,
  logo,
  currency,
  time_zone,
  language,
  tax_method,
  rounding,
  prices_include_tax,
  default_tax_code
FROM crm_company_profile;

-- step 0002.crm_view_dictionary_entry
CREATE VIEW IF NOT EXISTS crm_view_dictionary_entry AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  category,
  code,
  labels,
  position,
  is_active,
  lower(hex(parent_id)) AS parent_id
FROM crm_dictionary_entry;

-- step 0002.crm_view_custom_field
CREATE VIEW IF NOT EXISTS crm_view_custom_field AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  entity,
  name,
  value_type,
  category,
  is_required,
  is_unique,
  labels,
  position,
  is_active
FROM crm_custom_field;

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
  kind,
  legal_name,
  lower(hex(group_id)) AS group_id,
  lower(hex(owner_id)) AS owner_id,
  lower(hex(industry_id)) AS industry_id,
  lower(hex(source_id)) AS source_id,
  lower(hex(level_id)) AS level_id,
  lower(hex(region_id)) AS region_id,
  lower(hex(province_id)) AS province_id,
  country,
  tax_id,
  tax_id_key,
  language,
  website,
  notes,
  tax_code,
  tax_profile,
  lower(hex(price_list_id)) AS price_list_id,
  payment_days,
  payment_terms,
  lower(hex(payer_id)) AS payer_id,
  currency,
  CASE WHEN credit_limit IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN credit_limit < 0 THEN '-' ELSE '' END, abs(credit_limit / 10000), abs(credit_limit % 10000)) END AS credit_limit,
  is_active
FROM crm_customer;

-- step 0002.crm_view_ownership
CREATE VIEW IF NOT EXISTS crm_view_ownership AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(operator_id)) AS operator_id,
  strftime('%Y-%m-%dT%H:%M:%S', since / 1000000 - (since % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (since % 1000000 + 1000000) % 1000000) AS since
FROM crm_ownership;

-- step 0002.crm_view_customer_group_member
CREATE VIEW IF NOT EXISTS crm_view_customer_group_member AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(group_id)) AS group_id
FROM crm_customer_group_member;

-- step 0002.crm_view_contact
CREATE VIEW IF NOT EXISTS crm_view_contact AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(customer_id)) AS customer_id,
  name,
  position,
  is_primary,
  birthday,
  notes,
  is_active
FROM crm_contact;

-- step 0002.crm_view_contact_point
CREATE VIEW IF NOT EXISTS crm_view_contact_point AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(contact_id)) AS contact_id,
  kind,
  value,
  country,
  lookup_key,
  label,
  is_primary
FROM crm_contact_point;

-- step 0002.crm_view_customer_address
CREATE VIEW IF NOT EXISTS crm_view_customer_address AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(customer_id)) AS customer_id,
  kind,
  name,
  lower(hex(owner_id)) AS owner_id,
  street,
  city,
  postal_code,
  lower(hex(province_id)) AS province_id,
  lower(hex(region_id)) AS region_id,
  country,
  is_primary
FROM crm_customer_address;

-- step 0002.crm_view_custom_value
CREATE VIEW IF NOT EXISTS crm_view_custom_value AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(field_id)) AS field_id,
  lower(hex(record_id)) AS record_id,
  lower(hex(customer_id)) AS customer_id,
  text_value,
  integer_value,
  CASE WHEN decimal_value IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN decimal_value < 0 THEN '-' ELSE '' END, abs(decimal_value / 1000000), abs(decimal_value % 1000000)) END AS decimal_value,
  day_value,
  boolean_value,
  lower(hex(choice_id)) AS choice_id,
  unique_key
FROM crm_custom_value;

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
  stock_decimals,
  is_stocked,
  is_kit,
  tracking,
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
  lower(hex(id)) AS id,
  version,
  system,
  record_type,
  external_id,
  lower(hex(record_id)) AS record_id,
  lower(hex(customer_id)) AS customer_id
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

-- step 0002.crm_view_quote
CREATE VIEW IF NOT EXISTS crm_view_quote AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  number,
  series,
  sequence,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(salesperson_id)) AS salesperson_id,
  day,
  revision,
  valid_until,
  currency,
  CASE WHEN net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN net < 0 THEN '-' ELSE '' END, abs(net / 10000), abs(net % 10000)) END AS net,
  outcome,
  strftime('%Y-%m-%dT%H:%M:%S', decided_at / 1000000 - (decided_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (decided_at % 1000000 + 1000000) % 1000000) AS decided_at,
  reason
FROM crm_quote;

-- step 0002.crm_view_quote_revision
CREATE VIEW IF NOT EXISTS crm_view_quote_revision AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  day,
  strftime('%Y-%m-%dT%H:%M:%S', posted_at / 1000000 - (posted_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (posted_at % 1000000 + 1000000) % 1000000) AS posted_at,
  lower(hex(operator_id)) AS operator_id,
  lower(hex(customer_id)) AS customer_id,
  customer_code,
  customer_name,
  lower(hex(salesperson_id)) AS salesperson_id,
  reference,
  issuer,
  buyer,
  tax_method,
  rounding,
  prices_include_tax,
  taxes,
  allowance_charges,
  currency,
  CASE WHEN lines_net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN lines_net < 0 THEN '-' ELSE '' END, abs(lines_net / 10000), abs(lines_net % 10000)) END AS lines_net,
  CASE WHEN net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN net < 0 THEN '-' ELSE '' END, abs(net / 10000), abs(net % 10000)) END AS net,
  CASE WHEN tax IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax < 0 THEN '-' ELSE '' END, abs(tax / 10000), abs(tax % 10000)) END AS tax,
  CASE WHEN gross IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN gross < 0 THEN '-' ELSE '' END, abs(gross / 10000), abs(gross % 10000)) END AS gross,
  lower(hex(quote_id)) AS quote_id,
  revision,
  valid_until,
  CASE WHEN expected_cost IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN expected_cost < 0 THEN '-' ELSE '' END, abs(expected_cost / 10000), abs(expected_cost % 10000)) END AS expected_cost,
  CASE WHEN expected_profit IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN expected_profit < 0 THEN '-' ELSE '' END, abs(expected_profit / 10000), abs(expected_profit % 10000)) END AS expected_profit
FROM crm_quote_revision;

-- step 0002.crm_view_quote_line
CREATE VIEW IF NOT EXISTS crm_view_quote_line AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  lower(hex(revision_id)) AS revision_id,
  line,
  lower(hex(customer_id)) AS customer_id,
  day,
  lower(hex(product_id)) AS product_id,
  product_code,
  product_name,
  unit,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  entered_unit,
  CASE WHEN entered_quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN entered_quantity < 0 THEN '-' ELSE '' END, abs(entered_quantity / 1000000), abs(entered_quantity % 1000000)) END AS entered_quantity,
  currency,
  CASE WHEN unit_price IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN unit_price < 0 THEN '-' ELSE '' END, abs(unit_price / 1000000), abs(unit_price % 1000000)) END AS unit_price,
  CASE WHEN price_quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN price_quantity < 0 THEN '-' ELSE '' END, abs(price_quantity / 1000000), abs(price_quantity % 1000000)) END AS price_quantity,
  price_source,
  includes_tax,
  CASE WHEN discount_percent IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN discount_percent < 0 THEN '-' ELSE '' END, abs(discount_percent / 10000), abs(discount_percent % 10000)) END AS discount_percent,
  CASE WHEN discount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN discount < 0 THEN '-' ELSE '' END, abs(discount / 10000), abs(discount % 10000)) END AS discount,
  CASE WHEN charge IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN charge < 0 THEN '-' ELSE '' END, abs(charge / 10000), abs(charge % 10000)) END AS charge,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount,
  CASE WHEN net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN net < 0 THEN '-' ELSE '' END, abs(net / 10000), abs(net % 10000)) END AS net,
  CASE WHEN revenue IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN revenue < 0 THEN '-' ELSE '' END, abs(revenue / 10000), abs(revenue % 10000)) END AS revenue,
  tax_code,
  tax_category,
  CASE WHEN tax_rate IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax_rate < 0 THEN '-' ELSE '' END, abs(tax_rate / 10000), abs(tax_rate % 10000)) END AS tax_rate,
  CASE WHEN tax IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax < 0 THEN '-' ELSE '' END, abs(tax / 10000), abs(tax % 10000)) END AS tax,
  CASE WHEN expected_cost IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN expected_cost < 0 THEN '-' ELSE '' END, abs(expected_cost / 10000), abs(expected_cost % 10000)) END AS expected_cost,
  CASE WHEN expected_profit IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN expected_profit < 0 THEN '-' ELSE '' END, abs(expected_profit / 10000), abs(expected_profit % 10000)) END AS expected_profit
FROM crm_quote_line;

-- step 0002.crm_view_sales_order
CREATE VIEW IF NOT EXISTS crm_view_sales_order AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  day,
  strftime('%Y-%m-%dT%H:%M:%S', posted_at / 1000000 - (posted_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (posted_at % 1000000 + 1000000) % 1000000) AS posted_at,
  lower(hex(operator_id)) AS operator_id,
  lower(hex(customer_id)) AS customer_id,
  customer_code,
  customer_name,
  lower(hex(salesperson_id)) AS salesperson_id,
  reference,
  issuer,
  buyer,
  tax_method,
  rounding,
  prices_include_tax,
  taxes,
  allowance_charges,
  currency,
  CASE WHEN lines_net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN lines_net < 0 THEN '-' ELSE '' END, abs(lines_net / 10000), abs(lines_net % 10000)) END AS lines_net,
  CASE WHEN net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN net < 0 THEN '-' ELSE '' END, abs(net / 10000), abs(net % 10000)) END AS net,
  CASE WHEN tax IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax < 0 THEN '-' ELSE '' END, abs(tax / 10000), abs(tax % 10000)) END AS tax,
  CASE WHEN gross IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN gross < 0 THEN '-' ELSE '' END, abs(gross / 10000), abs(gross % 10000)) END AS gross,
  number,
  series,
  sequence,
  lower(hex(quote_id)) AS quote_id,
  lower(hex(quote_revision_id)) AS quote_revision_id,
  lower(hex(warehouse_id)) AS warehouse_id,
  requested_day,
  state,
  strftime('%Y-%m-%dT%H:%M:%S', closed_at / 1000000 - (closed_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (closed_at % 1000000 + 1000000) % 1000000) AS closed_at,
  close_reason,
  CASE WHEN expected_cost IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN expected_cost < 0 THEN '-' ELSE '' END, abs(expected_cost / 10000), abs(expected_cost % 10000)) END AS expected_cost,
  CASE WHEN expected_profit IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN expected_profit < 0 THEN '-' ELSE '' END, abs(expected_profit / 10000), abs(expected_profit % 10000)) END AS expected_profit
FROM crm_sales_order;

-- step 0002.crm_view_sales_order_line
CREATE VIEW IF NOT EXISTS crm_view_sales_order_line AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  lower(hex(order_id)) AS order_id,
  line,
  lower(hex(customer_id)) AS customer_id,
  day,
  lower(hex(product_id)) AS product_id,
  product_code,
  product_name,
  unit,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  entered_unit,
  CASE WHEN entered_quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN entered_quantity < 0 THEN '-' ELSE '' END, abs(entered_quantity / 1000000), abs(entered_quantity % 1000000)) END AS entered_quantity,
  currency,
  CASE WHEN unit_price IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN unit_price < 0 THEN '-' ELSE '' END, abs(unit_price / 1000000), abs(unit_price % 1000000)) END AS unit_price,
  CASE WHEN price_quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN price_quantity < 0 THEN '-' ELSE '' END, abs(price_quantity / 1000000), abs(price_quantity % 1000000)) END AS price_quantity,
  price_source,
  includes_tax,
  CASE WHEN discount_percent IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN discount_percent < 0 THEN '-' ELSE '' END, abs(discount_percent / 10000), abs(discount_percent % 10000)) END AS discount_percent,
  CASE WHEN discount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN discount < 0 THEN '-' ELSE '' END, abs(discount / 10000), abs(discount % 10000)) END AS discount,
  CASE WHEN charge IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN charge < 0 THEN '-' ELSE '' END, abs(charge / 10000), abs(charge % 10000)) END AS charge,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount,
  CASE WHEN net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN net < 0 THEN '-' ELSE '' END, abs(net / 10000), abs(net % 10000)) END AS net,
  CASE WHEN revenue IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN revenue < 0 THEN '-' ELSE '' END, abs(revenue / 10000), abs(revenue % 10000)) END AS revenue,
  tax_code,
  tax_category,
  CASE WHEN tax_rate IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax_rate < 0 THEN '-' ELSE '' END, abs(tax_rate / 10000), abs(tax_rate % 10000)) END AS tax_rate,
  CASE WHEN tax IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax < 0 THEN '-' ELSE '' END, abs(tax / 10000), abs(tax % 10000)) END AS tax,
  lower(hex(quote_line_id)) AS quote_line_id,
  CASE WHEN delivered IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN delivered < 0 THEN '-' ELSE '' END, abs(delivered / 1000000), abs(delivered % 1000000)) END AS delivered,
  CASE WHEN closed IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN closed < 0 THEN '-' ELSE '' END, abs(closed / 1000000), abs(closed % 1000000)) END AS closed,
  CASE WHEN expected_cost IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN expected_cost < 0 THEN '-' ELSE '' END, abs(expected_cost / 10000), abs(expected_cost % 10000)) END AS expected_cost
FROM crm_sales_order_line;

-- step 0002.crm_view_reservation
CREATE VIEW IF NOT EXISTS crm_view_reservation AS SELECT
  lower(hex(company_id)) AS company_id,
  version,
  lower(hex(order_line_id)) AS order_line_id,
  lower(hex(product_id)) AS product_id,
  lower(hex(order_id)) AS order_id,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(warehouse_id)) AS warehouse_id,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  strftime('%Y-%m-%dT%H:%M:%S', expires_at / 1000000 - (expires_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (expires_at % 1000000 + 1000000) % 1000000) AS expires_at
FROM crm_reservation;

-- step 0002.crm_view_sales_document
CREATE VIEW IF NOT EXISTS crm_view_sales_document AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  day,
  strftime('%Y-%m-%dT%H:%M:%S', posted_at / 1000000 - (posted_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (posted_at % 1000000 + 1000000) % 1000000) AS posted_at,
  lower(hex(operator_id)) AS operator_id,
  lower(hex(customer_id)) AS customer_id,
  customer_code,
  customer_name,
  lower(hex(salesperson_id)) AS salesperson_id,
  reference,
  issuer,
  buyer,
  tax_method,
  rounding,
  prices_include_tax,
  taxes,
  allowance_charges,
  currency,
  CASE WHEN lines_net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN lines_net < 0 THEN '-' ELSE '' END, abs(lines_net / 10000), abs(lines_net % 10000)) END AS lines_net,
  CASE WHEN net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN net < 0 THEN '-' ELSE '' END, abs(net / 10000), abs(net % 10000)) END AS net,
  CASE WHEN tax IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax < 0 THEN '-' ELSE '' END, abs(tax / 10000), abs(tax % 10000)) END AS tax,
  CASE WHEN gross IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN gross < 0 THEN '-' ELSE '' END, abs(gross / 10000), abs(gross % 10000)) END AS gross,
  kind,
  number,
  series,
  sequence,
  lower(hex(warehouse_id)) AS warehouse_id,
  lower(hex(order_id)) AS order_id,
  lower(hex(reverses_id)) AS reverses_id,
  reason,
  CASE WHEN payable_rounding IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN payable_rounding < 0 THEN '-' ELSE '' END, abs(payable_rounding / 10000), abs(payable_rounding % 10000)) END AS payable_rounding,
  CASE WHEN payable IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN payable < 0 THEN '-' ELSE '' END, abs(payable / 10000), abs(payable % 10000)) END AS payable,
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
  unit,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  entered_unit,
  CASE WHEN entered_quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN entered_quantity < 0 THEN '-' ELSE '' END, abs(entered_quantity / 1000000), abs(entered_quantity % 1000000)) END AS entered_quantity,
  currency,
  CASE WHEN unit_price IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN unit_price < 0 THEN '-' ELSE '' END, abs(unit_price / 1000000), abs(unit_price % 1000000)) END AS unit_price,
  CASE WHEN price_quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN price_quantity < 0 THEN '-' ELSE '' END, abs(price_quantity / 1000000), abs(price_quantity % 1000000)) END AS price_quantity,
  price_source,
  includes_tax,
  CASE WHEN discount_percent IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN discount_percent < 0 THEN '-' ELSE '' END, abs(discount_percent / 10000), abs(discount_percent % 10000)) END AS discount_percent,
  CASE WHEN discount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN discount < 0 THEN '-' ELSE '' END, abs(discount / 10000), abs(discount % 10000)) END AS discount,
  CASE WHEN charge IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN charge < 0 THEN '-' ELSE '' END, abs(charge / 10000), abs(charge % 10000)) END AS charge,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount,
  CASE WHEN net IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN net < 0 THEN '-' ELSE '' END, abs(net / 10000), abs(net % 10000)) END AS net,
  CASE WHEN revenue IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN revenue < 0 THEN '-' ELSE '' END, abs(revenue / 10000), abs(revenue % 10000)) END AS revenue,
  tax_code,
  tax_category,
  CASE WHEN tax_rate IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax_rate < 0 THEN '-' ELSE '' END, abs(tax_rate / 10000), abs(tax_rate % 10000)) END AS tax_rate,
  CASE WHEN tax IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN tax < 0 THEN '-' ELSE '' END, abs(tax / 10000), abs(tax % 10000)) END AS tax,
  lot,
  cost_source,
  cost_reason,
  components,
  CASE WHEN cost IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN cost < 0 THEN '-' ELSE '' END, abs(cost / 10000), abs(cost % 10000)) END AS cost,
  CASE WHEN profit IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN profit < 0 THEN '-' ELSE '' END, abs(profit / 10000), abs(profit % 10000)) END AS profit,
  lower(hex(returned_line_id)) AS returned_line_id,
  lower(hex(credited_line_id)) AS credited_line_id,
  lower(hex(order_line_id)) AS order_line_id,
  CASE WHEN withheld IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN withheld < 0 THEN '-' ELSE '' END, abs(withheld / 10000), abs(withheld % 10000)) END AS withheld
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
  lower(hex(customer_id)) AS customer_id,
  line,
  for_sequence,
  lower(hex(corrects_id)) AS corrects_id,
  CASE WHEN quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN quantity < 0 THEN '-' ELSE '' END, abs(quantity / 1000000), abs(quantity % 1000000)) END AS quantity,
  CASE WHEN covered IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN covered < 0 THEN '-' ELSE '' END, abs(covered / 1000000), abs(covered % 1000000)) END AS covered,
  currency,
  CASE WHEN unit_cost IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN unit_cost < 0 THEN '-' ELSE '' END, abs(unit_cost / 1000000), abs(unit_cost % 1000000)) END AS unit_cost,
  CASE WHEN price_quantity IS NOT NULL THEN printf('%s%d.%06d', CASE WHEN price_quantity < 0 THEN '-' ELSE '' END, abs(price_quantity / 1000000), abs(price_quantity % 1000000)) END AS price_quantity,
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
  lower(hex(customer_id)) AS customer_id,
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
  lower(hex(order_id)) AS order_id,
  method,
  reference,
  currency,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount
FROM crm_payment;

-- step 0002.crm_view_adjustment
CREATE VIEW IF NOT EXISTS crm_view_adjustment AS SELECT
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
  lower(hex(cancelled_payment_id)) AS cancelled_payment_id,
  lower(hex(cancelled_adjustment_id)) AS cancelled_adjustment_id,
  method,
  reason,
  currency,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount
FROM crm_adjustment;

-- step 0002.crm_view_open_item
CREATE VIEW IF NOT EXISTS crm_view_open_item AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  version,
  kind,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(salesperson_id)) AS salesperson_id,
  lower(hex(sales_document_id)) AS sales_document_id,
  lower(hex(payment_id)) AS payment_id,
  lower(hex(adjustment_id)) AS adjustment_id,
  lower(hex(source_item_id)) AS source_item_id,
  lower(hex(order_id)) AS order_id,
  reference,
  order_reference,
  instalment,
  day,
  document_day,
  due_day,
  strftime('%Y-%m-%dT%H:%M:%S', posted_at / 1000000 - (posted_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (posted_at % 1000000 + 1000000) % 1000000) AS posted_at,
  currency,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount,
  CASE WHEN open IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN open < 0 THEN '-' ELSE '' END, abs(open / 10000), abs(open % 10000)) END AS open,
  settled_day,
  reopened_day
FROM crm_open_item;

-- step 0002.crm_view_allocation
CREATE VIEW IF NOT EXISTS crm_view_allocation AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  lower(hex(customer_id)) AS customer_id,
  lower(hex(receivable_id)) AS receivable_id,
  lower(hex(credit_id)) AS credit_id,
  lower(hex(reverses_id)) AS reverses_id,
  day,
  strftime('%Y-%m-%dT%H:%M:%S', posted_at / 1000000 - (posted_at % 1000000 < 0), 'unixepoch') || printf('.%06dZ', (posted_at % 1000000 + 1000000) % 1000000) AS posted_at,
  receivable_due_day,
  receivable_document_day,
  currency,
  CASE WHEN amount IS NOT NULL THEN printf('%s%d.%04d', CASE WHEN amount < 0 THEN '-' ELSE '' END, abs(amount / 10000), abs(amount % 10000)) END AS amount
FROM crm_allocation;

-- step 0002.crm_view_operation_change
CREATE VIEW IF NOT EXISTS crm_view_operation_change AS SELECT
  lower(hex(company_id)) AS company_id,
  lower(hex(id)) AS id,
  lower(hex(operation_id)) AS operation_id,
  entity,
  lower(hex(record_id)) AS record_id,
  action,
  before,
  after
FROM crm_operation_change;

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
