-- Written by `cargo run -p crm-storage-sql --example schema`; one statement a step.

-- step 0001.crm_company
CREATE TABLE IF NOT EXISTS crm_company (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  money_step INTEGER NOT NULL,
  tax_method TEXT NOT NULL,
  rounding TEXT NOT NULL,
  prices_include_tax INTEGER NOT NULL,
  default_tax_code TEXT,
  backdating_days INTEGER NOT NULL,
  access_version INTEGER NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_number_series
CREATE TABLE IF NOT EXISTS crm_number_series (
  company_id BLOB NOT NULL,
  series TEXT NOT NULL,
  next INTEGER NOT NULL,
  PRIMARY KEY (company_id, series)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_idempotency_key
CREATE TABLE IF NOT EXISTS crm_idempotency_key (
  company_id BLOB NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  result TEXT NOT NULL,
  number TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (company_id, key)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_role
CREATE TABLE IF NOT EXISTS crm_role (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  rights TEXT NOT NULL,
  reach TEXT NOT NULL,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_role_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_role_code_uq ON crm_role (company_id, code);

-- step 0001.crm_operator
CREATE TABLE IF NOT EXISTS crm_operator (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  is_active INTEGER NOT NULL,
  roles TEXT NOT NULL,
  groups TEXT NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_operator_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_operator_code_uq ON crm_operator (company_id, code);

-- step 0001.crm_tax_rate
CREATE TABLE IF NOT EXISTS crm_tax_rate (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  rate INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_tax_rate_code_valid_from_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_tax_rate_code_valid_from_uq ON crm_tax_rate (company_id, code, valid_from);

-- step 0001.crm_customer_group
CREATE TABLE IF NOT EXISTS crm_customer_group (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id BLOB,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, parent_id) REFERENCES crm_customer_group (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_customer_group_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_customer_group_code_uq ON crm_customer_group (company_id, code);

-- step 0001.crm_customer_group_parent_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_parent_id_ix ON crm_customer_group (company_id, parent_id) WHERE parent_id IS NOT NULL;

-- step 0001.crm_customer
CREATE TABLE IF NOT EXISTS crm_customer (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  group_id BLOB,
  owner_id BLOB,
  country TEXT,
  tax_code TEXT,
  payment_days INTEGER NOT NULL,
  is_active INTEGER NOT NULL,
  code_key TEXT NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, group_id) REFERENCES crm_customer_group (company_id, id),
  FOREIGN KEY (company_id, owner_id) REFERENCES crm_operator (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_customer_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_customer_code_uq ON crm_customer (company_id, code);

-- step 0001.crm_customer_group_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_id_ix ON crm_customer (company_id, group_id) WHERE group_id IS NOT NULL;

-- step 0001.crm_customer_owner_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_owner_id_ix ON crm_customer (company_id, owner_id) WHERE owner_id IS NOT NULL;

-- step 0001.crm_customer_code_key_ix
CREATE INDEX IF NOT EXISTS crm_customer_code_key_ix ON crm_customer (company_id, code_key);

-- step 0001.crm_customer_name_key_ix
CREATE INDEX IF NOT EXISTS crm_customer_name_key_ix ON crm_customer (company_id, name_key);

-- step 0001.crm_product_group
CREATE TABLE IF NOT EXISTS crm_product_group (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id BLOB,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, parent_id) REFERENCES crm_product_group (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_product_group_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_product_group_code_uq ON crm_product_group (company_id, code);

-- step 0001.crm_product_group_parent_id_ix
CREATE INDEX IF NOT EXISTS crm_product_group_parent_id_ix ON crm_product_group (company_id, parent_id) WHERE parent_id IS NOT NULL;

-- step 0001.crm_product
CREATE TABLE IF NOT EXISTS crm_product (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  group_id BLOB,
  unit TEXT,
  is_stocked INTEGER NOT NULL,
  tracking TEXT NOT NULL,
  costing TEXT NOT NULL,
  tax_code TEXT,
  currency TEXT NOT NULL,
  list_price INTEGER,
  is_active INTEGER NOT NULL,
  code_key TEXT NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, group_id) REFERENCES crm_product_group (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_product_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_product_code_uq ON crm_product (company_id, code);

-- step 0001.crm_product_group_id_ix
CREATE INDEX IF NOT EXISTS crm_product_group_id_ix ON crm_product (company_id, group_id) WHERE group_id IS NOT NULL;

-- step 0001.crm_product_code_key_ix
CREATE INDEX IF NOT EXISTS crm_product_code_key_ix ON crm_product (company_id, code_key);

-- step 0001.crm_product_name_key_ix
CREATE INDEX IF NOT EXISTS crm_product_name_key_ix ON crm_product (company_id, name_key);

-- step 0001.crm_product_cost
CREATE TABLE IF NOT EXISTS crm_product_cost (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  product_id BLOB NOT NULL,
  valid_from TEXT NOT NULL,
  currency TEXT NOT NULL,
  unit_cost INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_product_cost_product_id_valid_from_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_product_cost_product_id_valid_from_uq ON crm_product_cost (company_id, product_id, valid_from);

-- step 0001.crm_warehouse
CREATE TABLE IF NOT EXISTS crm_warehouse (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  is_active INTEGER NOT NULL,
  allows_negative INTEGER NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_warehouse_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_warehouse_code_uq ON crm_warehouse (company_id, code);

-- step 0001.crm_external_ref
CREATE TABLE IF NOT EXISTS crm_external_ref (
  company_id BLOB NOT NULL,
  system TEXT NOT NULL,
  record_type TEXT NOT NULL,
  external_id TEXT NOT NULL,
  record_id BLOB NOT NULL,
  PRIMARY KEY (company_id, system, record_type, external_id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_stock_pool
CREATE TABLE IF NOT EXISTS crm_stock_pool (
  company_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  product_id BLOB NOT NULL,
  currency TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  value INTEGER NOT NULL,
  reference_cost INTEGER,
  last_day TEXT,
  movements INTEGER NOT NULL,
  PRIMARY KEY (company_id, product_id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_stock_balance
CREATE TABLE IF NOT EXISTS crm_stock_balance (
  company_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  product_id BLOB NOT NULL,
  warehouse_id BLOB NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (company_id, product_id, warehouse_id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_stock_balance_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_balance_warehouse_id_ix ON crm_stock_balance (company_id, warehouse_id);

-- step 0001.crm_stock_lot
CREATE TABLE IF NOT EXISTS crm_stock_lot (
  company_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  product_id BLOB NOT NULL,
  lot TEXT NOT NULL,
  expires_on TEXT,
  quantity INTEGER NOT NULL,
  currency TEXT NOT NULL,
  value INTEGER NOT NULL,
  reference_cost INTEGER,
  PRIMARY KEY (company_id, product_id, lot),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_lot_balance
CREATE TABLE IF NOT EXISTS crm_lot_balance (
  company_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  product_id BLOB NOT NULL,
  lot TEXT NOT NULL,
  warehouse_id BLOB NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (company_id, product_id, lot, warehouse_id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_lot_balance_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_lot_balance_warehouse_id_ix ON crm_lot_balance (company_id, warehouse_id);

-- step 0001.crm_stock_document
CREATE TABLE IF NOT EXISTS crm_stock_document (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  day TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  operator_id BLOB NOT NULL,
  warehouse_id BLOB,
  to_warehouse_id BLOB,
  corrects_id BLOB,
  reference TEXT,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id),
  FOREIGN KEY (company_id, to_warehouse_id) REFERENCES crm_warehouse (company_id, id),
  FOREIGN KEY (company_id, corrects_id) REFERENCES crm_stock_document (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_stock_document_series_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_stock_document_series_sequence_uq ON crm_stock_document (company_id, series, sequence);

-- step 0001.crm_stock_document_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_document_warehouse_id_ix ON crm_stock_document (company_id, warehouse_id) WHERE warehouse_id IS NOT NULL;

-- step 0001.crm_stock_document_to_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_document_to_warehouse_id_ix ON crm_stock_document (company_id, to_warehouse_id) WHERE to_warehouse_id IS NOT NULL;

-- step 0001.crm_stock_document_corrects_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_document_corrects_id_ix ON crm_stock_document (company_id, corrects_id) WHERE corrects_id IS NOT NULL;

-- step 0001.crm_stock_document_day_ix
CREATE INDEX IF NOT EXISTS crm_stock_document_day_ix ON crm_stock_document (company_id, day);

-- step 0001.crm_sales_document
CREATE TABLE IF NOT EXISTS crm_sales_document (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  day TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  operator_id BLOB NOT NULL,
  customer_id BLOB NOT NULL,
  customer_code TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  salesperson_id BLOB,
  warehouse_id BLOB NOT NULL,
  reference TEXT,
  tax_method TEXT NOT NULL,
  rounding TEXT NOT NULL,
  prices_include_tax INTEGER NOT NULL,
  taxes TEXT NOT NULL,
  currency TEXT NOT NULL,
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  profit INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id),
  FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_sales_document_series_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_sales_document_series_sequence_uq ON crm_sales_document (company_id, series, sequence);

-- step 0001.crm_sales_document_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_document_customer_id_ix ON crm_sales_document (company_id, customer_id);

-- step 0001.crm_sales_document_salesperson_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_document_salesperson_id_ix ON crm_sales_document (company_id, salesperson_id) WHERE salesperson_id IS NOT NULL;

-- step 0001.crm_sales_document_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_document_warehouse_id_ix ON crm_sales_document (company_id, warehouse_id);

-- step 0001.crm_sales_document_day_ix
CREATE INDEX IF NOT EXISTS crm_sales_document_day_ix ON crm_sales_document (company_id, day);

-- step 0001.crm_sales_line
CREATE TABLE IF NOT EXISTS crm_sales_line (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  document_id BLOB NOT NULL,
  line INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  day TEXT NOT NULL,
  product_id BLOB NOT NULL,
  product_code TEXT NOT NULL,
  product_name TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  currency TEXT NOT NULL,
  unit_price INTEGER NOT NULL,
  net INTEGER NOT NULL,
  tax_code TEXT NOT NULL,
  tax_rate INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  lot TEXT,
  cost_source TEXT NOT NULL,
  cost_reason TEXT,
  cost INTEGER NOT NULL,
  profit INTEGER NOT NULL,
  returned_line_id BLOB,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, document_id) REFERENCES crm_sales_document (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, returned_line_id) REFERENCES crm_sales_line (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_sales_line_document_id_line_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_sales_line_document_id_line_uq ON crm_sales_line (company_id, document_id, line);

-- step 0001.crm_sales_line_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_line_customer_id_ix ON crm_sales_line (company_id, customer_id);

-- step 0001.crm_sales_line_product_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_line_product_id_ix ON crm_sales_line (company_id, product_id);

-- step 0001.crm_sales_line_returned_line_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_line_returned_line_id_ix ON crm_sales_line (company_id, returned_line_id) WHERE returned_line_id IS NOT NULL;

-- step 0001.crm_stock_movement
CREATE TABLE IF NOT EXISTS crm_stock_movement (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  product_id BLOB NOT NULL,
  sequence INTEGER NOT NULL,
  warehouse_id BLOB,
  lot TEXT,
  kind TEXT NOT NULL,
  basis TEXT NOT NULL,
  day TEXT NOT NULL,
  stock_document_id BLOB,
  sales_document_id BLOB,
  line INTEGER NOT NULL,
  for_sequence INTEGER,
  corrects_id BLOB,
  quantity INTEGER NOT NULL,
  covered INTEGER NOT NULL,
  currency TEXT NOT NULL,
  unit_cost INTEGER,
  amount INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id),
  FOREIGN KEY (company_id, stock_document_id) REFERENCES crm_stock_document (company_id, id),
  FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id),
  FOREIGN KEY (company_id, corrects_id) REFERENCES crm_stock_document (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_stock_movement_product_id_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_stock_movement_product_id_sequence_uq ON crm_stock_movement (company_id, product_id, sequence);

-- step 0001.crm_stock_movement_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_movement_warehouse_id_ix ON crm_stock_movement (company_id, warehouse_id) WHERE warehouse_id IS NOT NULL;

-- step 0001.crm_stock_movement_stock_document_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_movement_stock_document_id_ix ON crm_stock_movement (company_id, stock_document_id) WHERE stock_document_id IS NOT NULL;

-- step 0001.crm_stock_movement_sales_document_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_movement_sales_document_id_ix ON crm_stock_movement (company_id, sales_document_id) WHERE sales_document_id IS NOT NULL;

-- step 0001.crm_stock_movement_corrects_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_movement_corrects_id_ix ON crm_stock_movement (company_id, corrects_id) WHERE corrects_id IS NOT NULL;

-- step 0001.crm_cost_layer
CREATE TABLE IF NOT EXISTS crm_cost_layer (
  company_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  product_id BLOB NOT NULL,
  slot INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  position INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  currency TEXT NOT NULL,
  value INTEGER NOT NULL,
  sold_document_id BLOB,
  sold_line_id BLOB,
  sold_to_id BLOB,
  sold_by_id BLOB,
  PRIMARY KEY (company_id, product_id, slot),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, sold_document_id) REFERENCES crm_sales_document (company_id, id),
  FOREIGN KEY (company_id, sold_line_id) REFERENCES crm_sales_line (company_id, id),
  FOREIGN KEY (company_id, sold_to_id) REFERENCES crm_customer (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_cost_layer_sold_document_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_layer_sold_document_id_ix ON crm_cost_layer (company_id, sold_document_id) WHERE sold_document_id IS NOT NULL;

-- step 0001.crm_cost_layer_sold_line_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_layer_sold_line_id_ix ON crm_cost_layer (company_id, sold_line_id) WHERE sold_line_id IS NOT NULL;

-- step 0001.crm_cost_layer_sold_to_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_layer_sold_to_id_ix ON crm_cost_layer (company_id, sold_to_id) WHERE sold_to_id IS NOT NULL;

-- step 0001.crm_cost_variance
CREATE TABLE IF NOT EXISTS crm_cost_variance (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  kind TEXT NOT NULL,
  product_id BLOB NOT NULL,
  day TEXT NOT NULL,
  stock_document_id BLOB,
  sales_document_id BLOB,
  line INTEGER NOT NULL,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, stock_document_id) REFERENCES crm_stock_document (company_id, id),
  FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_cost_variance_product_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_variance_product_id_ix ON crm_cost_variance (company_id, product_id);

-- step 0001.crm_cost_variance_stock_document_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_variance_stock_document_id_ix ON crm_cost_variance (company_id, stock_document_id) WHERE stock_document_id IS NOT NULL;

-- step 0001.crm_cost_variance_sales_document_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_variance_sales_document_id_ix ON crm_cost_variance (company_id, sales_document_id) WHERE sales_document_id IS NOT NULL;

-- step 0001.crm_cost_correction
CREATE TABLE IF NOT EXISTS crm_cost_correction (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  product_id BLOB NOT NULL,
  sales_document_id BLOB NOT NULL,
  sales_line_id BLOB NOT NULL,
  delivered_line_id BLOB NOT NULL,
  customer_id BLOB NOT NULL,
  salesperson_id BLOB,
  day TEXT NOT NULL,
  stock_document_id BLOB,
  cause_document_id BLOB,
  quantity INTEGER NOT NULL,
  currency TEXT NOT NULL,
  provisional INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id),
  FOREIGN KEY (company_id, sales_line_id) REFERENCES crm_sales_line (company_id, id),
  FOREIGN KEY (company_id, delivered_line_id) REFERENCES crm_sales_line (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id),
  FOREIGN KEY (company_id, stock_document_id) REFERENCES crm_stock_document (company_id, id),
  FOREIGN KEY (company_id, cause_document_id) REFERENCES crm_sales_document (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_cost_correction_product_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_correction_product_id_ix ON crm_cost_correction (company_id, product_id);

-- step 0001.crm_cost_correction_sales_document_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_correction_sales_document_id_ix ON crm_cost_correction (company_id, sales_document_id);

-- step 0001.crm_cost_correction_sales_line_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_correction_sales_line_id_ix ON crm_cost_correction (company_id, sales_line_id);

-- step 0001.crm_cost_correction_delivered_line_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_correction_delivered_line_id_ix ON crm_cost_correction (company_id, delivered_line_id);

-- step 0001.crm_cost_correction_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_correction_customer_id_ix ON crm_cost_correction (company_id, customer_id);

-- step 0001.crm_cost_correction_salesperson_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_correction_salesperson_id_ix ON crm_cost_correction (company_id, salesperson_id) WHERE salesperson_id IS NOT NULL;

-- step 0001.crm_cost_correction_stock_document_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_correction_stock_document_id_ix ON crm_cost_correction (company_id, stock_document_id) WHERE stock_document_id IS NOT NULL;

-- step 0001.crm_cost_correction_cause_document_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_correction_cause_document_id_ix ON crm_cost_correction (company_id, cause_document_id) WHERE cause_document_id IS NOT NULL;

-- step 0001.crm_payment
CREATE TABLE IF NOT EXISTS crm_payment (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  number TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  day TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  operator_id BLOB NOT NULL,
  customer_id BLOB NOT NULL,
  method TEXT,
  reference TEXT,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_payment_series_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_payment_series_sequence_uq ON crm_payment (company_id, series, sequence);

-- step 0001.crm_payment_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_payment_customer_id_ix ON crm_payment (company_id, customer_id);

-- step 0001.crm_payment_day_ix
CREATE INDEX IF NOT EXISTS crm_payment_day_ix ON crm_payment (company_id, day);

-- step 0001.crm_open_item
CREATE TABLE IF NOT EXISTS crm_open_item (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  customer_id BLOB NOT NULL,
  sales_document_id BLOB,
  payment_id BLOB,
  day TEXT NOT NULL,
  due_day TEXT NOT NULL,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  open INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id),
  FOREIGN KEY (company_id, payment_id) REFERENCES crm_payment (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_open_item_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_open_item_customer_id_ix ON crm_open_item (company_id, customer_id);

-- step 0001.crm_open_item_sales_document_id_ix
CREATE INDEX IF NOT EXISTS crm_open_item_sales_document_id_ix ON crm_open_item (company_id, sales_document_id) WHERE sales_document_id IS NOT NULL;

-- step 0001.crm_open_item_payment_id_ix
CREATE INDEX IF NOT EXISTS crm_open_item_payment_id_ix ON crm_open_item (company_id, payment_id) WHERE payment_id IS NOT NULL;

-- step 0001.crm_open_item_day_ix
CREATE INDEX IF NOT EXISTS crm_open_item_day_ix ON crm_open_item (company_id, day);

-- step 0001.crm_allocation
CREATE TABLE IF NOT EXISTS crm_allocation (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  customer_id BLOB NOT NULL,
  receivable_id BLOB NOT NULL,
  credit_id BLOB NOT NULL,
  day TEXT NOT NULL,
  receivable_due_day TEXT NOT NULL,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, receivable_id) REFERENCES crm_open_item (company_id, id),
  FOREIGN KEY (company_id, credit_id) REFERENCES crm_open_item (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_allocation_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_customer_id_ix ON crm_allocation (company_id, customer_id);

-- step 0001.crm_allocation_receivable_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_receivable_id_ix ON crm_allocation (company_id, receivable_id);

-- step 0001.crm_allocation_credit_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_credit_id_ix ON crm_allocation (company_id, credit_id);

-- step 0001.crm_audit_entry
CREATE TABLE IF NOT EXISTS crm_audit_entry (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  at INTEGER NOT NULL,
  operator_id BLOB NOT NULL,
  on_behalf_of TEXT,
  request_id TEXT,
  operation TEXT NOT NULL,
  entity TEXT NOT NULL,
  record_id BLOB NOT NULL,
  customer_id BLOB,
  action TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_audit_entry_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_audit_entry_customer_id_ix ON crm_audit_entry (company_id, customer_id) WHERE customer_id IS NOT NULL;

-- step 0001.crm_audit_entry_record_id_ix
CREATE INDEX IF NOT EXISTS crm_audit_entry_record_id_ix ON crm_audit_entry (company_id, record_id);

-- step 0001.crm_feed_entry
CREATE TABLE IF NOT EXISTS crm_feed_entry (
  company_id BLOB NOT NULL,
  position INTEGER NOT NULL,
  at INTEGER NOT NULL,
  entity TEXT NOT NULL,
  record_id BLOB NOT NULL,
  customer_id BLOB,
  action TEXT NOT NULL,
  audit_id BLOB NOT NULL,
  PRIMARY KEY (company_id, position)
) WITHOUT ROWID, STRICT;
