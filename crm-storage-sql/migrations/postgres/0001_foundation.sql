-- Written by `cargo run -p crm-storage-sql --example schema`; one statement a step.

-- step 0001.crm_company
CREATE TABLE IF NOT EXISTS crm_company (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  money_step numeric(18,6) NOT NULL,
  tax_method text COLLATE "C" NOT NULL,
  rounding text COLLATE "C" NOT NULL,
  prices_include_tax boolean NOT NULL,
  default_tax_code text COLLATE "C",
  backdating_days bigint NOT NULL,
  access_version bigint NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_number_series
CREATE TABLE IF NOT EXISTS crm_number_series (
  company_id uuid NOT NULL,
  series text COLLATE "C" NOT NULL,
  next bigint NOT NULL,
  PRIMARY KEY (company_id, series)
);

-- step 0001.crm_idempotency_key
CREATE TABLE IF NOT EXISTS crm_idempotency_key (
  company_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  operation text COLLATE "C" NOT NULL,
  request_hash text COLLATE "C" NOT NULL,
  result jsonb NOT NULL,
  number text COLLATE "C",
  at timestamptz NOT NULL,
  PRIMARY KEY (company_id, key)
);

-- step 0001.crm_role
CREATE TABLE IF NOT EXISTS crm_role (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  rights jsonb NOT NULL,
  reach text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_role_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_role_code_uq ON crm_role (company_id, code);

-- step 0001.crm_operator
CREATE TABLE IF NOT EXISTS crm_operator (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  is_active boolean NOT NULL,
  roles jsonb NOT NULL,
  groups jsonb NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_operator_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_operator_code_uq ON crm_operator (company_id, code);

-- step 0001.crm_tax_rate
CREATE TABLE IF NOT EXISTS crm_tax_rate (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  rate numeric(18,4) NOT NULL,
  valid_from date NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_tax_rate_code_valid_from_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_tax_rate_code_valid_from_uq ON crm_tax_rate (company_id, code, valid_from);

-- step 0001.crm_customer_group
CREATE TABLE IF NOT EXISTS crm_customer_group (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  parent_id uuid,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_customer_group_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_customer_group_code_uq ON crm_customer_group (company_id, code);

-- step 0001.crm_customer_group_parent_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_parent_id_ix ON crm_customer_group (company_id, parent_id) WHERE parent_id IS NOT NULL;

-- step 0001.crm_customer
CREATE TABLE IF NOT EXISTS crm_customer (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  group_id uuid,
  owner_id uuid,
  country text COLLATE "C",
  tax_code text COLLATE "C",
  payment_days bigint NOT NULL,
  is_active boolean NOT NULL,
  code_key text COLLATE "C" NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

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
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  parent_id uuid,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_product_group_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_product_group_code_uq ON crm_product_group (company_id, code);

-- step 0001.crm_product_group_parent_id_ix
CREATE INDEX IF NOT EXISTS crm_product_group_parent_id_ix ON crm_product_group (company_id, parent_id) WHERE parent_id IS NOT NULL;

-- step 0001.crm_product
CREATE TABLE IF NOT EXISTS crm_product (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  group_id uuid,
  unit text COLLATE "C",
  is_stocked boolean NOT NULL,
  tracking text COLLATE "C" NOT NULL,
  costing text COLLATE "C" NOT NULL,
  tax_code text COLLATE "C",
  currency text COLLATE "C" NOT NULL,
  list_price numeric(18,6),
  is_active boolean NOT NULL,
  code_key text COLLATE "C" NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

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
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  valid_from date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  unit_cost numeric(18,6) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_product_cost_product_id_valid_from_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_product_cost_product_id_valid_from_uq ON crm_product_cost (company_id, product_id, valid_from);

-- step 0001.crm_warehouse
CREATE TABLE IF NOT EXISTS crm_warehouse (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  is_active boolean NOT NULL,
  allows_negative boolean NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_warehouse_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_warehouse_code_uq ON crm_warehouse (company_id, code);

-- step 0001.crm_external_ref
CREATE TABLE IF NOT EXISTS crm_external_ref (
  company_id uuid NOT NULL,
  system text COLLATE "C" NOT NULL,
  record_type text COLLATE "C" NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  PRIMARY KEY (company_id, system, record_type, external_id)
);

-- step 0001.crm_stock_pool
CREATE TABLE IF NOT EXISTS crm_stock_pool (
  company_id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  currency text COLLATE "C" NOT NULL,
  quantity numeric(18,6) NOT NULL,
  value numeric(19,4) NOT NULL,
  reference_cost numeric(18,6),
  last_day date,
  movements bigint NOT NULL,
  PRIMARY KEY (company_id, product_id)
);

-- step 0001.crm_stock_balance
CREATE TABLE IF NOT EXISTS crm_stock_balance (
  company_id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  quantity numeric(18,6) NOT NULL,
  PRIMARY KEY (company_id, product_id, warehouse_id)
);

-- step 0001.crm_stock_balance_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_balance_warehouse_id_ix ON crm_stock_balance (company_id, warehouse_id);

-- step 0001.crm_stock_lot
CREATE TABLE IF NOT EXISTS crm_stock_lot (
  company_id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  lot text COLLATE "C" NOT NULL,
  expires_on date,
  quantity numeric(18,6) NOT NULL,
  currency text COLLATE "C" NOT NULL,
  value numeric(19,4) NOT NULL,
  reference_cost numeric(18,6),
  PRIMARY KEY (company_id, product_id, lot)
);

-- step 0001.crm_lot_balance
CREATE TABLE IF NOT EXISTS crm_lot_balance (
  company_id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  lot text COLLATE "C" NOT NULL,
  warehouse_id uuid NOT NULL,
  quantity numeric(18,6) NOT NULL,
  PRIMARY KEY (company_id, product_id, lot, warehouse_id)
);

-- step 0001.crm_lot_balance_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_lot_balance_warehouse_id_ix ON crm_lot_balance (company_id, warehouse_id);

-- step 0001.crm_stock_document
CREATE TABLE IF NOT EXISTS crm_stock_document (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  day date NOT NULL,
  posted_at timestamptz NOT NULL,
  operator_id uuid NOT NULL,
  warehouse_id uuid,
  to_warehouse_id uuid,
  corrects_id uuid,
  reference text COLLATE "C",
  currency text COLLATE "C" NOT NULL,
  amount numeric(19,4) NOT NULL,
  value numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

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
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  day date NOT NULL,
  posted_at timestamptz NOT NULL,
  operator_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  customer_code text COLLATE "C" NOT NULL,
  customer_name text COLLATE "C" NOT NULL,
  salesperson_id uuid,
  warehouse_id uuid NOT NULL,
  reference text COLLATE "C",
  tax_method text COLLATE "C" NOT NULL,
  rounding text COLLATE "C" NOT NULL,
  prices_include_tax boolean NOT NULL,
  taxes jsonb NOT NULL,
  currency text COLLATE "C" NOT NULL,
  net numeric(19,4) NOT NULL,
  tax numeric(19,4) NOT NULL,
  gross numeric(19,4) NOT NULL,
  cost numeric(19,4) NOT NULL,
  profit numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

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
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  line bigint NOT NULL,
  customer_id uuid NOT NULL,
  day date NOT NULL,
  product_id uuid NOT NULL,
  product_code text COLLATE "C" NOT NULL,
  product_name text COLLATE "C" NOT NULL,
  quantity numeric(18,6) NOT NULL,
  currency text COLLATE "C" NOT NULL,
  unit_price numeric(18,6) NOT NULL,
  net numeric(19,4) NOT NULL,
  tax_code text COLLATE "C" NOT NULL,
  tax_rate numeric(18,4) NOT NULL,
  tax numeric(19,4) NOT NULL,
  lot text COLLATE "C",
  cost_source text COLLATE "C" NOT NULL,
  cost_reason text COLLATE "C",
  cost numeric(19,4) NOT NULL,
  profit numeric(19,4) NOT NULL,
  returned_line_id uuid,
  PRIMARY KEY (company_id, id)
);

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
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  sequence bigint NOT NULL,
  warehouse_id uuid,
  lot text COLLATE "C",
  kind text COLLATE "C" NOT NULL,
  basis text COLLATE "C" NOT NULL,
  day date NOT NULL,
  stock_document_id uuid,
  sales_document_id uuid,
  line bigint NOT NULL,
  for_sequence bigint,
  corrects_id uuid,
  quantity numeric(18,6) NOT NULL,
  covered numeric(18,6) NOT NULL,
  currency text COLLATE "C" NOT NULL,
  unit_cost numeric(18,6),
  amount numeric(19,4) NOT NULL,
  value numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

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
  company_id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  slot bigint NOT NULL,
  sequence bigint NOT NULL,
  position bigint NOT NULL,
  quantity numeric(18,6) NOT NULL,
  currency text COLLATE "C" NOT NULL,
  value numeric(19,4) NOT NULL,
  sold_document_id uuid,
  sold_line_id uuid,
  sold_to_id uuid,
  sold_by_id uuid,
  PRIMARY KEY (company_id, product_id, slot)
);

-- step 0001.crm_cost_layer_sold_document_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_layer_sold_document_id_ix ON crm_cost_layer (company_id, sold_document_id) WHERE sold_document_id IS NOT NULL;

-- step 0001.crm_cost_layer_sold_line_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_layer_sold_line_id_ix ON crm_cost_layer (company_id, sold_line_id) WHERE sold_line_id IS NOT NULL;

-- step 0001.crm_cost_layer_sold_to_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_layer_sold_to_id_ix ON crm_cost_layer (company_id, sold_to_id) WHERE sold_to_id IS NOT NULL;

-- step 0001.crm_cost_variance
CREATE TABLE IF NOT EXISTS crm_cost_variance (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  product_id uuid NOT NULL,
  day date NOT NULL,
  stock_document_id uuid,
  sales_document_id uuid,
  line bigint NOT NULL,
  currency text COLLATE "C" NOT NULL,
  amount numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_cost_variance_product_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_variance_product_id_ix ON crm_cost_variance (company_id, product_id);

-- step 0001.crm_cost_variance_stock_document_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_variance_stock_document_id_ix ON crm_cost_variance (company_id, stock_document_id) WHERE stock_document_id IS NOT NULL;

-- step 0001.crm_cost_variance_sales_document_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_variance_sales_document_id_ix ON crm_cost_variance (company_id, sales_document_id) WHERE sales_document_id IS NOT NULL;

-- step 0001.crm_cost_correction
CREATE TABLE IF NOT EXISTS crm_cost_correction (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  sales_document_id uuid NOT NULL,
  sales_line_id uuid NOT NULL,
  delivered_line_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  salesperson_id uuid,
  day date NOT NULL,
  stock_document_id uuid,
  cause_document_id uuid,
  quantity numeric(18,6) NOT NULL,
  currency text COLLATE "C" NOT NULL,
  provisional numeric(19,4) NOT NULL,
  amount numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

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
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  number text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  day date NOT NULL,
  posted_at timestamptz NOT NULL,
  operator_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  method text COLLATE "C",
  reference text COLLATE "C",
  currency text COLLATE "C" NOT NULL,
  amount numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_payment_series_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_payment_series_sequence_uq ON crm_payment (company_id, series, sequence);

-- step 0001.crm_payment_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_payment_customer_id_ix ON crm_payment (company_id, customer_id);

-- step 0001.crm_payment_day_ix
CREATE INDEX IF NOT EXISTS crm_payment_day_ix ON crm_payment (company_id, day);

-- step 0001.crm_open_item
CREATE TABLE IF NOT EXISTS crm_open_item (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  customer_id uuid NOT NULL,
  sales_document_id uuid,
  payment_id uuid,
  day date NOT NULL,
  due_day date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  amount numeric(19,4) NOT NULL,
  open numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

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
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  receivable_id uuid NOT NULL,
  credit_id uuid NOT NULL,
  day date NOT NULL,
  receivable_due_day date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  amount numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_allocation_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_customer_id_ix ON crm_allocation (company_id, customer_id);

-- step 0001.crm_allocation_receivable_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_receivable_id_ix ON crm_allocation (company_id, receivable_id);

-- step 0001.crm_allocation_credit_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_credit_id_ix ON crm_allocation (company_id, credit_id);

-- step 0001.crm_audit_entry
CREATE TABLE IF NOT EXISTS crm_audit_entry (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  operator_id uuid NOT NULL,
  on_behalf_of text COLLATE "C",
  request_id text COLLATE "C",
  operation text COLLATE "C" NOT NULL,
  entity text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  customer_id uuid,
  action text COLLATE "C" NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_audit_entry_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_audit_entry_customer_id_ix ON crm_audit_entry (company_id, customer_id) WHERE customer_id IS NOT NULL;

-- step 0001.crm_audit_entry_record_id_ix
CREATE INDEX IF NOT EXISTS crm_audit_entry_record_id_ix ON crm_audit_entry (company_id, record_id);

-- step 0001.crm_feed_entry
CREATE TABLE IF NOT EXISTS crm_feed_entry (
  company_id uuid NOT NULL,
  position bigint NOT NULL,
  at timestamptz NOT NULL,
  entity text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  customer_id uuid,
  action text COLLATE "C" NOT NULL,
  audit_id uuid NOT NULL,
  PRIMARY KEY (company_id, position)
);

-- step 0001.crm_customer_group_parent_id_fk
ALTER TABLE crm_customer_group DROP CONSTRAINT IF EXISTS crm_customer_group_parent_id_fk, ADD CONSTRAINT crm_customer_group_parent_id_fk FOREIGN KEY (company_id, parent_id) REFERENCES crm_customer_group (company_id, id);

-- step 0001.crm_customer_group_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_group_id_fk, ADD CONSTRAINT crm_customer_group_id_fk FOREIGN KEY (company_id, group_id) REFERENCES crm_customer_group (company_id, id);

-- step 0001.crm_customer_owner_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_owner_id_fk, ADD CONSTRAINT crm_customer_owner_id_fk FOREIGN KEY (company_id, owner_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_product_group_parent_id_fk
ALTER TABLE crm_product_group DROP CONSTRAINT IF EXISTS crm_product_group_parent_id_fk, ADD CONSTRAINT crm_product_group_parent_id_fk FOREIGN KEY (company_id, parent_id) REFERENCES crm_product_group (company_id, id);

-- step 0001.crm_product_group_id_fk
ALTER TABLE crm_product DROP CONSTRAINT IF EXISTS crm_product_group_id_fk, ADD CONSTRAINT crm_product_group_id_fk FOREIGN KEY (company_id, group_id) REFERENCES crm_product_group (company_id, id);

-- step 0001.crm_product_cost_product_id_fk
ALTER TABLE crm_product_cost DROP CONSTRAINT IF EXISTS crm_product_cost_product_id_fk, ADD CONSTRAINT crm_product_cost_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_stock_pool_product_id_fk
ALTER TABLE crm_stock_pool DROP CONSTRAINT IF EXISTS crm_stock_pool_product_id_fk, ADD CONSTRAINT crm_stock_pool_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_stock_balance_product_id_fk
ALTER TABLE crm_stock_balance DROP CONSTRAINT IF EXISTS crm_stock_balance_product_id_fk, ADD CONSTRAINT crm_stock_balance_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_stock_balance_warehouse_id_fk
ALTER TABLE crm_stock_balance DROP CONSTRAINT IF EXISTS crm_stock_balance_warehouse_id_fk, ADD CONSTRAINT crm_stock_balance_warehouse_id_fk FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_stock_lot_product_id_fk
ALTER TABLE crm_stock_lot DROP CONSTRAINT IF EXISTS crm_stock_lot_product_id_fk, ADD CONSTRAINT crm_stock_lot_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_lot_balance_product_id_fk
ALTER TABLE crm_lot_balance DROP CONSTRAINT IF EXISTS crm_lot_balance_product_id_fk, ADD CONSTRAINT crm_lot_balance_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_lot_balance_warehouse_id_fk
ALTER TABLE crm_lot_balance DROP CONSTRAINT IF EXISTS crm_lot_balance_warehouse_id_fk, ADD CONSTRAINT crm_lot_balance_warehouse_id_fk FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_stock_document_warehouse_id_fk
ALTER TABLE crm_stock_document DROP CONSTRAINT IF EXISTS crm_stock_document_warehouse_id_fk, ADD CONSTRAINT crm_stock_document_warehouse_id_fk FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_stock_document_to_warehouse_id_fk
ALTER TABLE crm_stock_document DROP CONSTRAINT IF EXISTS crm_stock_document_to_warehouse_id_fk, ADD CONSTRAINT crm_stock_document_to_warehouse_id_fk FOREIGN KEY (company_id, to_warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_stock_document_corrects_id_fk
ALTER TABLE crm_stock_document DROP CONSTRAINT IF EXISTS crm_stock_document_corrects_id_fk, ADD CONSTRAINT crm_stock_document_corrects_id_fk FOREIGN KEY (company_id, corrects_id) REFERENCES crm_stock_document (company_id, id);

-- step 0001.crm_sales_document_customer_id_fk
ALTER TABLE crm_sales_document DROP CONSTRAINT IF EXISTS crm_sales_document_customer_id_fk, ADD CONSTRAINT crm_sales_document_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_sales_document_salesperson_id_fk
ALTER TABLE crm_sales_document DROP CONSTRAINT IF EXISTS crm_sales_document_salesperson_id_fk, ADD CONSTRAINT crm_sales_document_salesperson_id_fk FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_sales_document_warehouse_id_fk
ALTER TABLE crm_sales_document DROP CONSTRAINT IF EXISTS crm_sales_document_warehouse_id_fk, ADD CONSTRAINT crm_sales_document_warehouse_id_fk FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_sales_line_document_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_document_id_fk, ADD CONSTRAINT crm_sales_line_document_id_fk FOREIGN KEY (company_id, document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_sales_line_customer_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_customer_id_fk, ADD CONSTRAINT crm_sales_line_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_sales_line_product_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_product_id_fk, ADD CONSTRAINT crm_sales_line_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_sales_line_returned_line_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_returned_line_id_fk, ADD CONSTRAINT crm_sales_line_returned_line_id_fk FOREIGN KEY (company_id, returned_line_id) REFERENCES crm_sales_line (company_id, id);

-- step 0001.crm_stock_movement_product_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_product_id_fk, ADD CONSTRAINT crm_stock_movement_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_stock_movement_warehouse_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_warehouse_id_fk, ADD CONSTRAINT crm_stock_movement_warehouse_id_fk FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_stock_movement_stock_document_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_stock_document_id_fk, ADD CONSTRAINT crm_stock_movement_stock_document_id_fk FOREIGN KEY (company_id, stock_document_id) REFERENCES crm_stock_document (company_id, id);

-- step 0001.crm_stock_movement_sales_document_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_sales_document_id_fk, ADD CONSTRAINT crm_stock_movement_sales_document_id_fk FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_stock_movement_corrects_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_corrects_id_fk, ADD CONSTRAINT crm_stock_movement_corrects_id_fk FOREIGN KEY (company_id, corrects_id) REFERENCES crm_stock_document (company_id, id);

-- step 0001.crm_cost_layer_product_id_fk
ALTER TABLE crm_cost_layer DROP CONSTRAINT IF EXISTS crm_cost_layer_product_id_fk, ADD CONSTRAINT crm_cost_layer_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_cost_layer_sold_document_id_fk
ALTER TABLE crm_cost_layer DROP CONSTRAINT IF EXISTS crm_cost_layer_sold_document_id_fk, ADD CONSTRAINT crm_cost_layer_sold_document_id_fk FOREIGN KEY (company_id, sold_document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_cost_layer_sold_line_id_fk
ALTER TABLE crm_cost_layer DROP CONSTRAINT IF EXISTS crm_cost_layer_sold_line_id_fk, ADD CONSTRAINT crm_cost_layer_sold_line_id_fk FOREIGN KEY (company_id, sold_line_id) REFERENCES crm_sales_line (company_id, id);

-- step 0001.crm_cost_layer_sold_to_id_fk
ALTER TABLE crm_cost_layer DROP CONSTRAINT IF EXISTS crm_cost_layer_sold_to_id_fk, ADD CONSTRAINT crm_cost_layer_sold_to_id_fk FOREIGN KEY (company_id, sold_to_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_cost_variance_product_id_fk
ALTER TABLE crm_cost_variance DROP CONSTRAINT IF EXISTS crm_cost_variance_product_id_fk, ADD CONSTRAINT crm_cost_variance_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_cost_variance_stock_document_id_fk
ALTER TABLE crm_cost_variance DROP CONSTRAINT IF EXISTS crm_cost_variance_stock_document_id_fk, ADD CONSTRAINT crm_cost_variance_stock_document_id_fk FOREIGN KEY (company_id, stock_document_id) REFERENCES crm_stock_document (company_id, id);

-- step 0001.crm_cost_variance_sales_document_id_fk
ALTER TABLE crm_cost_variance DROP CONSTRAINT IF EXISTS crm_cost_variance_sales_document_id_fk, ADD CONSTRAINT crm_cost_variance_sales_document_id_fk FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_cost_correction_product_id_fk
ALTER TABLE crm_cost_correction DROP CONSTRAINT IF EXISTS crm_cost_correction_product_id_fk, ADD CONSTRAINT crm_cost_correction_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_cost_correction_sales_document_id_fk
ALTER TABLE crm_cost_correction DROP CONSTRAINT IF EXISTS crm_cost_correction_sales_document_id_fk, ADD CONSTRAINT crm_cost_correction_sales_document_id_fk FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_cost_correction_sales_line_id_fk
ALTER TABLE crm_cost_correction DROP CONSTRAINT IF EXISTS crm_cost_correction_sales_line_id_fk, ADD CONSTRAINT crm_cost_correction_sales_line_id_fk FOREIGN KEY (company_id, sales_line_id) REFERENCES crm_sales_line (company_id, id);

-- step 0001.crm_cost_correction_delivered_line_id_fk
ALTER TABLE crm_cost_correction DROP CONSTRAINT IF EXISTS crm_cost_correction_delivered_line_id_fk, ADD CONSTRAINT crm_cost_correction_delivered_line_id_fk FOREIGN KEY (company_id, delivered_line_id) REFERENCES crm_sales_line (company_id, id);

-- step 0001.crm_cost_correction_customer_id_fk
ALTER TABLE crm_cost_correction DROP CONSTRAINT IF EXISTS crm_cost_correction_customer_id_fk, ADD CONSTRAINT crm_cost_correction_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_cost_correction_salesperson_id_fk
ALTER TABLE crm_cost_correction DROP CONSTRAINT IF EXISTS crm_cost_correction_salesperson_id_fk, ADD CONSTRAINT crm_cost_correction_salesperson_id_fk FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_cost_correction_stock_document_id_fk
ALTER TABLE crm_cost_correction DROP CONSTRAINT IF EXISTS crm_cost_correction_stock_document_id_fk, ADD CONSTRAINT crm_cost_correction_stock_document_id_fk FOREIGN KEY (company_id, stock_document_id) REFERENCES crm_stock_document (company_id, id);

-- step 0001.crm_cost_correction_cause_document_id_fk
ALTER TABLE crm_cost_correction DROP CONSTRAINT IF EXISTS crm_cost_correction_cause_document_id_fk, ADD CONSTRAINT crm_cost_correction_cause_document_id_fk FOREIGN KEY (company_id, cause_document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_payment_customer_id_fk
ALTER TABLE crm_payment DROP CONSTRAINT IF EXISTS crm_payment_customer_id_fk, ADD CONSTRAINT crm_payment_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_open_item_customer_id_fk
ALTER TABLE crm_open_item DROP CONSTRAINT IF EXISTS crm_open_item_customer_id_fk, ADD CONSTRAINT crm_open_item_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_open_item_sales_document_id_fk
ALTER TABLE crm_open_item DROP CONSTRAINT IF EXISTS crm_open_item_sales_document_id_fk, ADD CONSTRAINT crm_open_item_sales_document_id_fk FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_open_item_payment_id_fk
ALTER TABLE crm_open_item DROP CONSTRAINT IF EXISTS crm_open_item_payment_id_fk, ADD CONSTRAINT crm_open_item_payment_id_fk FOREIGN KEY (company_id, payment_id) REFERENCES crm_payment (company_id, id);

-- step 0001.crm_allocation_customer_id_fk
ALTER TABLE crm_allocation DROP CONSTRAINT IF EXISTS crm_allocation_customer_id_fk, ADD CONSTRAINT crm_allocation_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_allocation_receivable_id_fk
ALTER TABLE crm_allocation DROP CONSTRAINT IF EXISTS crm_allocation_receivable_id_fk, ADD CONSTRAINT crm_allocation_receivable_id_fk FOREIGN KEY (company_id, receivable_id) REFERENCES crm_open_item (company_id, id);

-- step 0001.crm_allocation_credit_id_fk
ALTER TABLE crm_allocation DROP CONSTRAINT IF EXISTS crm_allocation_credit_id_fk, ADD CONSTRAINT crm_allocation_credit_id_fk FOREIGN KEY (company_id, credit_id) REFERENCES crm_open_item (company_id, id);
