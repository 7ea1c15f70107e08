-- Written by `./generate.sh`; one statement a step.

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
  write_off_tolerance numeric(19,4) NOT NULL,
  credit_policy text COLLATE "C" NOT NULL,
  credit_overdue_days bigint,
  expiry_policy text COLLATE "C" NOT NULL,
  expiry_days bigint NOT NULL,
  access_version bigint NOT NULL,
  search_key_version bigint NOT NULL,
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
  scope text COLLATE "C" NOT NULL,
  max_discount numeric(18,4),
  systems jsonb NOT NULL,
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
  roles jsonb NOT NULL,
  is_active boolean NOT NULL,
  groups jsonb NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_operator_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_operator_code_uq ON crm_operator (company_id, code);

-- step 0001.crm_operation
CREATE TABLE IF NOT EXISTS crm_operation (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  operator_id uuid NOT NULL,
  at timestamptz NOT NULL,
  reason text COLLATE "C",
  records bigint NOT NULL,
  undone_at timestamptz,
  undone_by_id uuid,
  kept bigint,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_tax_rate
CREATE TABLE IF NOT EXISTS crm_tax_rate (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  category text COLLATE "C" NOT NULL,
  rate numeric(18,4) NOT NULL,
  valid_from date NOT NULL,
  replaces jsonb NOT NULL,
  exemption_reason text COLLATE "C",
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_tax_rate_code_valid_from_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_tax_rate_code_valid_from_uq ON crm_tax_rate (company_id, code, valid_from);

-- step 0001.crm_company_profile
CREATE TABLE IF NOT EXISTS crm_company_profile (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  valid_from date NOT NULL,
  legal_name text COLLATE "C" NOT NULL,
  street text COLLATE "C",
  city text COLLATE "C",
  postal_code text COLLATE "C",
  province text COLLATE "C",
  country text COLLATE "C",
  tax_id text COLLATE "C",
  iban text COLLATE "C",
  email text COLLATE "C",
  phone text COLLATE "C",
  website text COLLATE "C",
  logo text COLLATE "C",
  currency text COLLATE "C" NOT NULL,
  time_zone text COLLATE "C",
  language text COLLATE "C",
  tax_method text COLLATE "C" NOT NULL,
  rounding text COLLATE "C" NOT NULL,
  prices_include_tax boolean NOT NULL,
  default_tax_code text COLLATE "C",
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_company_profile_valid_from_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_company_profile_valid_from_uq ON crm_company_profile (company_id, valid_from);

-- step 0001.crm_dictionary_entry
CREATE TABLE IF NOT EXISTS crm_dictionary_entry (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  category text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  labels jsonb NOT NULL,
  position bigint NOT NULL,
  is_active boolean NOT NULL,
  parent_id uuid,
  code_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_dictionary_entry_category_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_dictionary_entry_category_code_uq ON crm_dictionary_entry (company_id, category, code);

-- step 0001.crm_dictionary_entry_parent_id_ix
CREATE INDEX IF NOT EXISTS crm_dictionary_entry_parent_id_ix ON crm_dictionary_entry (company_id, parent_id) WHERE parent_id IS NOT NULL;

-- step 0001.crm_custom_field
CREATE TABLE IF NOT EXISTS crm_custom_field (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  entity text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  value_type text COLLATE "C" NOT NULL,
  category text COLLATE "C",
  is_required boolean NOT NULL,
  is_unique boolean NOT NULL,
  labels jsonb NOT NULL,
  position bigint NOT NULL,
  is_active boolean NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_custom_field_entity_name_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_custom_field_entity_name_uq ON crm_custom_field (company_id, entity, name);

-- step 0001.crm_price_list
CREATE TABLE IF NOT EXISTS crm_price_list (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  valid_from date,
  valid_to date,
  prices_include_tax boolean NOT NULL,
  breaks text COLLATE "C" NOT NULL,
  is_active boolean NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_price_list_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_price_list_code_uq ON crm_price_list (company_id, code);

-- step 0001.crm_price_settings
CREATE TABLE IF NOT EXISTS crm_price_settings (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  price_list_id uuid,
  uses_last_price boolean NOT NULL,
  below_cost text COLLATE "C" NOT NULL,
  minimum_margin numeric(18,4),
  below_margin text COLLATE "C" NOT NULL,
  beyond_discount text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_price_settings_price_list_id_ix
CREATE INDEX IF NOT EXISTS crm_price_settings_price_list_id_ix ON crm_price_settings (company_id, price_list_id) WHERE price_list_id IS NOT NULL;

-- step 0001.crm_code_series
CREATE TABLE IF NOT EXISTS crm_code_series (
  company_id uuid NOT NULL,
  version bigint NOT NULL,
  series text COLLATE "C" NOT NULL,
  next bigint NOT NULL,
  PRIMARY KEY (company_id, series)
);

-- step 0001.crm_customer_group
CREATE TABLE IF NOT EXISTS crm_customer_group (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  parent_id uuid,
  code_prefix text COLLATE "C",
  code_digits bigint NOT NULL,
  price_list_id uuid,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_customer_group_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_customer_group_code_uq ON crm_customer_group (company_id, code);

-- step 0001.crm_customer_group_parent_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_parent_id_ix ON crm_customer_group (company_id, parent_id) WHERE parent_id IS NOT NULL;

-- step 0001.crm_customer_group_price_list_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_price_list_id_ix ON crm_customer_group (company_id, price_list_id) WHERE price_list_id IS NOT NULL;

-- step 0001.crm_customer
CREATE TABLE IF NOT EXISTS crm_customer (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  legal_name text COLLATE "C",
  group_id uuid,
  owner_id uuid,
  industry_id uuid,
  source_id uuid,
  level_id uuid,
  region_id uuid,
  province_id uuid,
  country text COLLATE "C",
  tax_id text COLLATE "C",
  tax_id_key text COLLATE "C",
  language text COLLATE "C",
  website text COLLATE "C",
  notes text COLLATE "C",
  tax_code text COLLATE "C",
  tax_profile text COLLATE "C",
  price_list_id uuid,
  payment_days bigint NOT NULL,
  payment_terms jsonb,
  payer_id uuid,
  currency text COLLATE "C",
  credit_limit numeric(19,4),
  is_active boolean NOT NULL,
  code_key text COLLATE "C" NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  legal_name_key text COLLATE "C",
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_customer_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_customer_code_uq ON crm_customer (company_id, code);

-- step 0001.crm_customer_group_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_id_ix ON crm_customer (company_id, group_id) WHERE group_id IS NOT NULL;

-- step 0001.crm_customer_owner_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_owner_id_ix ON crm_customer (company_id, owner_id) WHERE owner_id IS NOT NULL;

-- step 0001.crm_customer_industry_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_industry_id_ix ON crm_customer (company_id, industry_id) WHERE industry_id IS NOT NULL;

-- step 0001.crm_customer_source_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_source_id_ix ON crm_customer (company_id, source_id) WHERE source_id IS NOT NULL;

-- step 0001.crm_customer_level_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_level_id_ix ON crm_customer (company_id, level_id) WHERE level_id IS NOT NULL;

-- step 0001.crm_customer_region_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_region_id_ix ON crm_customer (company_id, region_id) WHERE region_id IS NOT NULL;

-- step 0001.crm_customer_province_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_province_id_ix ON crm_customer (company_id, province_id) WHERE province_id IS NOT NULL;

-- step 0001.crm_customer_price_list_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_price_list_id_ix ON crm_customer (company_id, price_list_id) WHERE price_list_id IS NOT NULL;

-- step 0001.crm_customer_payer_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_payer_id_ix ON crm_customer (company_id, payer_id) WHERE payer_id IS NOT NULL;

-- step 0001.crm_customer_tax_id_key_ix
CREATE INDEX IF NOT EXISTS crm_customer_tax_id_key_ix ON crm_customer (company_id, tax_id_key) WHERE tax_id_key IS NOT NULL;

-- step 0001.crm_customer_code_key_ix
CREATE INDEX IF NOT EXISTS crm_customer_code_key_ix ON crm_customer (company_id, code_key);

-- step 0001.crm_customer_name_key_ix
CREATE INDEX IF NOT EXISTS crm_customer_name_key_ix ON crm_customer (company_id, name_key);

-- step 0001.crm_customer_legal_name_key_ix
CREATE INDEX IF NOT EXISTS crm_customer_legal_name_key_ix ON crm_customer (company_id, legal_name_key) WHERE legal_name_key IS NOT NULL;

-- step 0001.crm_ownership
CREATE TABLE IF NOT EXISTS crm_ownership (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  customer_id uuid NOT NULL,
  operator_id uuid,
  since timestamptz NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_ownership_customer_id_since_ix
CREATE INDEX IF NOT EXISTS crm_ownership_customer_id_since_ix ON crm_ownership (company_id, customer_id, since);

-- step 0001.crm_ownership_operator_id_ix
CREATE INDEX IF NOT EXISTS crm_ownership_operator_id_ix ON crm_ownership (company_id, operator_id) WHERE operator_id IS NOT NULL;

-- step 0001.crm_customer_group_member
CREATE TABLE IF NOT EXISTS crm_customer_group_member (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  customer_id uuid NOT NULL,
  group_id uuid NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_customer_group_member_customer_id_group_id_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_customer_group_member_customer_id_group_id_uq ON crm_customer_group_member (company_id, customer_id, group_id);

-- step 0001.crm_customer_group_member_group_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_member_group_id_ix ON crm_customer_group_member (company_id, group_id);

-- step 0001.crm_contact
CREATE TABLE IF NOT EXISTS crm_contact (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  customer_id uuid NOT NULL,
  name text COLLATE "C" NOT NULL,
  position text COLLATE "C",
  is_primary boolean NOT NULL,
  birthday date,
  notes text COLLATE "C",
  is_active boolean NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_contact_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_contact_customer_id_ix ON crm_contact (company_id, customer_id);

-- step 0001.crm_contact_point
CREATE TABLE IF NOT EXISTS crm_contact_point (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  customer_id uuid NOT NULL,
  contact_id uuid,
  kind text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  country text COLLATE "C",
  lookup_key text COLLATE "C",
  label text COLLATE "C",
  is_primary boolean NOT NULL,
  value_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_contact_point_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_contact_point_customer_id_ix ON crm_contact_point (company_id, customer_id);

-- step 0001.crm_contact_point_contact_id_ix
CREATE INDEX IF NOT EXISTS crm_contact_point_contact_id_ix ON crm_contact_point (company_id, contact_id) WHERE contact_id IS NOT NULL;

-- step 0001.crm_contact_point_lookup_key_ix
CREATE INDEX IF NOT EXISTS crm_contact_point_lookup_key_ix ON crm_contact_point (company_id, lookup_key) WHERE lookup_key IS NOT NULL;

-- step 0001.crm_customer_address
CREATE TABLE IF NOT EXISTS crm_customer_address (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  customer_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text COLLATE "C",
  owner_id uuid,
  street text COLLATE "C",
  city text COLLATE "C",
  postal_code text COLLATE "C",
  province_id uuid,
  region_id uuid,
  country text COLLATE "C",
  is_primary boolean NOT NULL,
  name_key text COLLATE "C",
  city_key text COLLATE "C",
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_customer_address_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_address_customer_id_ix ON crm_customer_address (company_id, customer_id);

-- step 0001.crm_customer_address_owner_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_address_owner_id_ix ON crm_customer_address (company_id, owner_id) WHERE owner_id IS NOT NULL;

-- step 0001.crm_customer_address_province_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_address_province_id_ix ON crm_customer_address (company_id, province_id) WHERE province_id IS NOT NULL;

-- step 0001.crm_customer_address_region_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_address_region_id_ix ON crm_customer_address (company_id, region_id) WHERE region_id IS NOT NULL;

-- step 0001.crm_custom_value
CREATE TABLE IF NOT EXISTS crm_custom_value (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  field_id uuid NOT NULL,
  record_id uuid NOT NULL,
  customer_id uuid,
  text_value text COLLATE "C",
  integer_value bigint,
  decimal_value numeric(18,6),
  day_value date,
  boolean_value boolean,
  choice_id uuid,
  unique_key text COLLATE "C",
  text_value_key text COLLATE "C",
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_custom_value_record_id_field_id_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_custom_value_record_id_field_id_uq ON crm_custom_value (company_id, record_id, field_id);

-- step 0001.crm_custom_value_field_id_unique_key_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_custom_value_field_id_unique_key_uq ON crm_custom_value (company_id, field_id, unique_key);

-- step 0001.crm_custom_value_field_id_text_value_key_ix
CREATE INDEX IF NOT EXISTS crm_custom_value_field_id_text_value_key_ix ON crm_custom_value (company_id, field_id, text_value_key);

-- step 0001.crm_custom_value_field_id_integer_value_ix
CREATE INDEX IF NOT EXISTS crm_custom_value_field_id_integer_value_ix ON crm_custom_value (company_id, field_id, integer_value);

-- step 0001.crm_custom_value_field_id_decimal_value_ix
CREATE INDEX IF NOT EXISTS crm_custom_value_field_id_decimal_value_ix ON crm_custom_value (company_id, field_id, decimal_value);

-- step 0001.crm_custom_value_field_id_day_value_ix
CREATE INDEX IF NOT EXISTS crm_custom_value_field_id_day_value_ix ON crm_custom_value (company_id, field_id, day_value);

-- step 0001.crm_custom_value_field_id_boolean_value_ix
CREATE INDEX IF NOT EXISTS crm_custom_value_field_id_boolean_value_ix ON crm_custom_value (company_id, field_id, boolean_value);

-- step 0001.crm_custom_value_field_id_choice_id_ix
CREATE INDEX IF NOT EXISTS crm_custom_value_field_id_choice_id_ix ON crm_custom_value (company_id, field_id, choice_id);

-- step 0001.crm_custom_value_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_custom_value_customer_id_ix ON crm_custom_value (company_id, customer_id) WHERE customer_id IS NOT NULL;

-- step 0001.crm_custom_value_choice_id_ix
CREATE INDEX IF NOT EXISTS crm_custom_value_choice_id_ix ON crm_custom_value (company_id, choice_id) WHERE choice_id IS NOT NULL;

-- step 0001.crm_product_group
CREATE TABLE IF NOT EXISTS crm_product_group (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  parent_id uuid,
  code_prefix text COLLATE "C",
  code_digits bigint NOT NULL,
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
  model text COLLATE "C",
  specification text COLLATE "C",
  mnemonic text COLLATE "C",
  brand text COLLATE "C",
  notes text COLLATE "C",
  group_id uuid,
  unit text COLLATE "C",
  stock_decimals bigint NOT NULL,
  is_stocked boolean NOT NULL,
  is_kit boolean NOT NULL,
  tracking text COLLATE "C" NOT NULL,
  costing text COLLATE "C" NOT NULL,
  tax_code text COLLATE "C",
  currency text COLLATE "C" NOT NULL,
  list_price numeric(18,6),
  is_active boolean NOT NULL,
  code_key text COLLATE "C" NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  model_key text COLLATE "C",
  specification_key text COLLATE "C",
  mnemonic_key text COLLATE "C",
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

-- step 0001.crm_product_model_key_ix
CREATE INDEX IF NOT EXISTS crm_product_model_key_ix ON crm_product (company_id, model_key) WHERE model_key IS NOT NULL;

-- step 0001.crm_product_specification_key_ix
CREATE INDEX IF NOT EXISTS crm_product_specification_key_ix ON crm_product (company_id, specification_key) WHERE specification_key IS NOT NULL;

-- step 0001.crm_product_mnemonic_key_ix
CREATE INDEX IF NOT EXISTS crm_product_mnemonic_key_ix ON crm_product (company_id, mnemonic_key) WHERE mnemonic_key IS NOT NULL;

-- step 0001.crm_product_unit
CREATE TABLE IF NOT EXISTS crm_product_unit (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  unit text COLLATE "C" NOT NULL,
  numerator bigint NOT NULL,
  denominator bigint NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_product_unit_product_id_unit_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_product_unit_product_id_unit_uq ON crm_product_unit (company_id, product_id, unit);

-- step 0001.crm_product_code
CREATE TABLE IF NOT EXISTS crm_product_code (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  is_gtin boolean NOT NULL,
  unit text COLLATE "C",
  quantity numeric(18,6),
  customer_id uuid,
  supplier text COLLATE "C",
  valid_from date,
  valid_to date,
  is_active boolean NOT NULL,
  party text COLLATE "C" NOT NULL,
  claim text COLLATE "C",
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_product_code_claim_kind_party_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_product_code_claim_kind_party_uq ON crm_product_code (company_id, claim, kind, party);

-- step 0001.crm_product_code_product_id_ix
CREATE INDEX IF NOT EXISTS crm_product_code_product_id_ix ON crm_product_code (company_id, product_id);

-- step 0001.crm_product_code_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_product_code_customer_id_ix ON crm_product_code (company_id, customer_id) WHERE customer_id IS NOT NULL;

-- step 0001.crm_kit_component
CREATE TABLE IF NOT EXISTS crm_kit_component (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  kit_id uuid NOT NULL,
  component_id uuid NOT NULL,
  quantity numeric(18,6) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_kit_component_kit_id_component_id_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_kit_component_kit_id_component_id_uq ON crm_kit_component (company_id, kit_id, component_id);

-- step 0001.crm_kit_component_component_id_ix
CREATE INDEX IF NOT EXISTS crm_kit_component_component_id_ix ON crm_kit_component (company_id, component_id);

-- step 0001.crm_price_list_item
CREATE TABLE IF NOT EXISTS crm_price_list_item (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  list_id uuid NOT NULL,
  product_id uuid NOT NULL,
  unit text COLLATE "C",
  min_quantity numeric(18,6) NOT NULL,
  currency text COLLATE "C" NOT NULL,
  unit_price numeric(18,6) NOT NULL,
  discount numeric(18,4),
  valid_from date,
  valid_to date,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_price_list_item_product_id_list_id_ix
CREATE INDEX IF NOT EXISTS crm_price_list_item_product_id_list_id_ix ON crm_price_list_item (company_id, product_id, list_id);

-- step 0001.crm_price_list_item_list_id_ix
CREATE INDEX IF NOT EXISTS crm_price_list_item_list_id_ix ON crm_price_list_item (company_id, list_id);

-- step 0001.crm_customer_price
CREATE TABLE IF NOT EXISTS crm_customer_price (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  customer_id uuid NOT NULL,
  product_id uuid NOT NULL,
  unit text COLLATE "C",
  min_quantity numeric(18,6) NOT NULL,
  currency text COLLATE "C" NOT NULL,
  unit_price numeric(18,6),
  discount numeric(18,4),
  valid_from date,
  valid_to date,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_customer_price_customer_id_product_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_price_customer_id_product_id_ix ON crm_customer_price (company_id, customer_id, product_id);

-- step 0001.crm_customer_price_product_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_price_product_id_ix ON crm_customer_price (company_id, product_id);

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
  id uuid NOT NULL,
  version bigint NOT NULL,
  system text COLLATE "C" NOT NULL,
  record_type text COLLATE "C" NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  customer_id uuid,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_external_ref_system_record_type_external_id_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_external_ref_system_record_type_external_id_uq ON crm_external_ref (company_id, system, record_type, external_id);

-- step 0001.crm_external_ref_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_external_ref_customer_id_ix ON crm_external_ref (company_id, customer_id) WHERE customer_id IS NOT NULL;

-- step 0001.crm_external_ref_record_id_ix
CREATE INDEX IF NOT EXISTS crm_external_ref_record_id_ix ON crm_external_ref (company_id, record_id);

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

-- step 0001.crm_quote
CREATE TABLE IF NOT EXISTS crm_quote (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  customer_id uuid NOT NULL,
  salesperson_id uuid,
  day date NOT NULL,
  revision bigint NOT NULL,
  valid_until date,
  currency text COLLATE "C" NOT NULL,
  net numeric(19,4) NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  decided_at timestamptz,
  reason text COLLATE "C",
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_quote_series_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_quote_series_sequence_uq ON crm_quote (company_id, series, sequence);

-- step 0001.crm_quote_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_customer_id_ix ON crm_quote (company_id, customer_id);

-- step 0001.crm_quote_salesperson_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_salesperson_id_ix ON crm_quote (company_id, salesperson_id) WHERE salesperson_id IS NOT NULL;

-- step 0001.crm_quote_revision
CREATE TABLE IF NOT EXISTS crm_quote_revision (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  day date NOT NULL,
  posted_at timestamptz NOT NULL,
  operator_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  customer_code text COLLATE "C" NOT NULL,
  customer_name text COLLATE "C" NOT NULL,
  salesperson_id uuid,
  reference text COLLATE "C",
  issuer jsonb NOT NULL,
  buyer jsonb NOT NULL,
  tax_method text COLLATE "C" NOT NULL,
  rounding text COLLATE "C" NOT NULL,
  prices_include_tax boolean NOT NULL,
  taxes jsonb NOT NULL,
  allowance_charges jsonb NOT NULL,
  currency text COLLATE "C" NOT NULL,
  lines_net numeric(19,4) NOT NULL,
  net numeric(19,4) NOT NULL,
  tax numeric(19,4) NOT NULL,
  gross numeric(19,4) NOT NULL,
  quote_id uuid NOT NULL,
  revision bigint NOT NULL,
  valid_until date,
  expected_cost numeric(19,4) NOT NULL,
  expected_profit numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_quote_revision_quote_id_revision_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_quote_revision_quote_id_revision_uq ON crm_quote_revision (company_id, quote_id, revision);

-- step 0001.crm_quote_revision_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_revision_customer_id_ix ON crm_quote_revision (company_id, customer_id);

-- step 0001.crm_quote_revision_salesperson_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_revision_salesperson_id_ix ON crm_quote_revision (company_id, salesperson_id) WHERE salesperson_id IS NOT NULL;

-- step 0001.crm_quote_line
CREATE TABLE IF NOT EXISTS crm_quote_line (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  revision_id uuid NOT NULL,
  line bigint NOT NULL,
  customer_id uuid NOT NULL,
  day date NOT NULL,
  product_id uuid NOT NULL,
  product_code text COLLATE "C" NOT NULL,
  product_name text COLLATE "C" NOT NULL,
  unit text COLLATE "C",
  quantity numeric(18,6) NOT NULL,
  entered_unit text COLLATE "C",
  entered_quantity numeric(18,6),
  currency text COLLATE "C" NOT NULL,
  unit_price numeric(18,6) NOT NULL,
  price_quantity numeric(18,6) NOT NULL,
  price_source jsonb NOT NULL,
  includes_tax boolean NOT NULL,
  discount_percent numeric(18,4),
  discount numeric(19,4) NOT NULL,
  charge numeric(19,4) NOT NULL,
  amount numeric(19,4) NOT NULL,
  net numeric(19,4) NOT NULL,
  revenue numeric(19,4) NOT NULL,
  tax_code text COLLATE "C" NOT NULL,
  tax_category text COLLATE "C" NOT NULL,
  tax_rate numeric(18,4) NOT NULL,
  tax numeric(19,4) NOT NULL,
  expected_cost numeric(19,4) NOT NULL,
  expected_profit numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_quote_line_revision_id_line_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_quote_line_revision_id_line_uq ON crm_quote_line (company_id, revision_id, line);

-- step 0001.crm_quote_line_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_line_customer_id_ix ON crm_quote_line (company_id, customer_id);

-- step 0001.crm_quote_line_product_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_line_product_id_ix ON crm_quote_line (company_id, product_id);

-- step 0001.crm_sales_order
CREATE TABLE IF NOT EXISTS crm_sales_order (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  day date NOT NULL,
  posted_at timestamptz NOT NULL,
  operator_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  customer_code text COLLATE "C" NOT NULL,
  customer_name text COLLATE "C" NOT NULL,
  salesperson_id uuid,
  reference text COLLATE "C",
  issuer jsonb NOT NULL,
  buyer jsonb NOT NULL,
  tax_method text COLLATE "C" NOT NULL,
  rounding text COLLATE "C" NOT NULL,
  prices_include_tax boolean NOT NULL,
  taxes jsonb NOT NULL,
  allowance_charges jsonb NOT NULL,
  currency text COLLATE "C" NOT NULL,
  lines_net numeric(19,4) NOT NULL,
  net numeric(19,4) NOT NULL,
  tax numeric(19,4) NOT NULL,
  gross numeric(19,4) NOT NULL,
  number text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  quote_id uuid,
  quote_revision_id uuid,
  warehouse_id uuid,
  requested_day date,
  state text COLLATE "C" NOT NULL,
  closed_at timestamptz,
  close_reason text COLLATE "C",
  expected_cost numeric(19,4) NOT NULL,
  expected_profit numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_sales_order_series_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_sales_order_series_sequence_uq ON crm_sales_order (company_id, series, sequence);

-- step 0001.crm_sales_order_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_order_customer_id_ix ON crm_sales_order (company_id, customer_id);

-- step 0001.crm_sales_order_salesperson_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_order_salesperson_id_ix ON crm_sales_order (company_id, salesperson_id) WHERE salesperson_id IS NOT NULL;

-- step 0001.crm_sales_order_quote_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_order_quote_id_ix ON crm_sales_order (company_id, quote_id) WHERE quote_id IS NOT NULL;

-- step 0001.crm_sales_order_quote_revision_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_order_quote_revision_id_ix ON crm_sales_order (company_id, quote_revision_id) WHERE quote_revision_id IS NOT NULL;

-- step 0001.crm_sales_order_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_order_warehouse_id_ix ON crm_sales_order (company_id, warehouse_id) WHERE warehouse_id IS NOT NULL;

-- step 0001.crm_sales_order_line
CREATE TABLE IF NOT EXISTS crm_sales_order_line (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  order_id uuid NOT NULL,
  line bigint NOT NULL,
  customer_id uuid NOT NULL,
  day date NOT NULL,
  product_id uuid NOT NULL,
  product_code text COLLATE "C" NOT NULL,
  product_name text COLLATE "C" NOT NULL,
  unit text COLLATE "C",
  quantity numeric(18,6) NOT NULL,
  entered_unit text COLLATE "C",
  entered_quantity numeric(18,6),
  currency text COLLATE "C" NOT NULL,
  unit_price numeric(18,6) NOT NULL,
  price_quantity numeric(18,6) NOT NULL,
  price_source jsonb NOT NULL,
  includes_tax boolean NOT NULL,
  discount_percent numeric(18,4),
  discount numeric(19,4) NOT NULL,
  charge numeric(19,4) NOT NULL,
  amount numeric(19,4) NOT NULL,
  net numeric(19,4) NOT NULL,
  revenue numeric(19,4) NOT NULL,
  tax_code text COLLATE "C" NOT NULL,
  tax_category text COLLATE "C" NOT NULL,
  tax_rate numeric(18,4) NOT NULL,
  tax numeric(19,4) NOT NULL,
  quote_line_id uuid,
  delivered numeric(18,6) NOT NULL,
  closed numeric(18,6) NOT NULL,
  expected_cost numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_sales_order_line_order_id_line_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_sales_order_line_order_id_line_uq ON crm_sales_order_line (company_id, order_id, line);

-- step 0001.crm_sales_order_line_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_order_line_customer_id_ix ON crm_sales_order_line (company_id, customer_id);

-- step 0001.crm_sales_order_line_product_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_order_line_product_id_ix ON crm_sales_order_line (company_id, product_id);

-- step 0001.crm_sales_order_line_quote_line_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_order_line_quote_line_id_ix ON crm_sales_order_line (company_id, quote_line_id) WHERE quote_line_id IS NOT NULL;

-- step 0001.crm_reservation
CREATE TABLE IF NOT EXISTS crm_reservation (
  company_id uuid NOT NULL,
  version bigint NOT NULL,
  order_line_id uuid NOT NULL,
  product_id uuid NOT NULL,
  order_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  quantity numeric(18,6) NOT NULL,
  expires_at timestamptz,
  PRIMARY KEY (company_id, order_line_id, product_id)
);

-- step 0001.crm_reservation_product_id_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_reservation_product_id_warehouse_id_ix ON crm_reservation (company_id, product_id, warehouse_id);

-- step 0001.crm_reservation_order_id_ix
CREATE INDEX IF NOT EXISTS crm_reservation_order_id_ix ON crm_reservation (company_id, order_id);

-- step 0001.crm_reservation_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_reservation_customer_id_ix ON crm_reservation (company_id, customer_id);

-- step 0001.crm_reservation_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_reservation_warehouse_id_ix ON crm_reservation (company_id, warehouse_id);

-- step 0001.crm_sales_document
CREATE TABLE IF NOT EXISTS crm_sales_document (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  day date NOT NULL,
  posted_at timestamptz NOT NULL,
  operator_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  customer_code text COLLATE "C" NOT NULL,
  customer_name text COLLATE "C" NOT NULL,
  salesperson_id uuid,
  reference text COLLATE "C",
  issuer jsonb NOT NULL,
  buyer jsonb NOT NULL,
  tax_method text COLLATE "C" NOT NULL,
  rounding text COLLATE "C" NOT NULL,
  prices_include_tax boolean NOT NULL,
  taxes jsonb NOT NULL,
  allowance_charges jsonb NOT NULL,
  currency text COLLATE "C" NOT NULL,
  lines_net numeric(19,4) NOT NULL,
  net numeric(19,4) NOT NULL,
  tax numeric(19,4) NOT NULL,
  gross numeric(19,4) NOT NULL,
  kind text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  warehouse_id uuid,
  order_id uuid,
  reverses_id uuid,
  reason text COLLATE "C",
  payable_rounding numeric(19,4) NOT NULL,
  payable numeric(19,4) NOT NULL,
  cost numeric(19,4) NOT NULL,
  profit numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_sales_document_series_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_sales_document_series_sequence_uq ON crm_sales_document (company_id, series, sequence);

-- step 0001.crm_sales_document_customer_id_day_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_document_customer_id_day_id_ix ON crm_sales_document (company_id, customer_id, day, id);

-- step 0001.crm_sales_document_salesperson_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_document_salesperson_id_ix ON crm_sales_document (company_id, salesperson_id) WHERE salesperson_id IS NOT NULL;

-- step 0001.crm_sales_document_warehouse_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_document_warehouse_id_ix ON crm_sales_document (company_id, warehouse_id) WHERE warehouse_id IS NOT NULL;

-- step 0001.crm_sales_document_order_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_document_order_id_ix ON crm_sales_document (company_id, order_id) WHERE order_id IS NOT NULL;

-- step 0001.crm_sales_document_reverses_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_document_reverses_id_ix ON crm_sales_document (company_id, reverses_id) WHERE reverses_id IS NOT NULL;

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
  unit text COLLATE "C",
  quantity numeric(18,6) NOT NULL,
  entered_unit text COLLATE "C",
  entered_quantity numeric(18,6),
  currency text COLLATE "C" NOT NULL,
  unit_price numeric(18,6) NOT NULL,
  price_quantity numeric(18,6) NOT NULL,
  price_source jsonb NOT NULL,
  includes_tax boolean NOT NULL,
  discount_percent numeric(18,4),
  discount numeric(19,4) NOT NULL,
  charge numeric(19,4) NOT NULL,
  amount numeric(19,4) NOT NULL,
  net numeric(19,4) NOT NULL,
  revenue numeric(19,4) NOT NULL,
  tax_code text COLLATE "C" NOT NULL,
  tax_category text COLLATE "C" NOT NULL,
  tax_rate numeric(18,4) NOT NULL,
  tax numeric(19,4) NOT NULL,
  lot text COLLATE "C",
  cost_source text COLLATE "C" NOT NULL,
  cost_reason text COLLATE "C",
  components jsonb,
  cost numeric(19,4) NOT NULL,
  profit numeric(19,4) NOT NULL,
  returned_line_id uuid,
  credited_line_id uuid,
  order_line_id uuid,
  withheld numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_sales_line_document_id_line_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_sales_line_document_id_line_uq ON crm_sales_line (company_id, document_id, line);

-- step 0001.crm_sales_line_customer_id_product_id_day_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_line_customer_id_product_id_day_id_ix ON crm_sales_line (company_id, customer_id, product_id, day, id);

-- step 0001.crm_sales_line_product_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_line_product_id_ix ON crm_sales_line (company_id, product_id);

-- step 0001.crm_sales_line_returned_line_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_line_returned_line_id_ix ON crm_sales_line (company_id, returned_line_id) WHERE returned_line_id IS NOT NULL;

-- step 0001.crm_sales_line_credited_line_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_line_credited_line_id_ix ON crm_sales_line (company_id, credited_line_id) WHERE credited_line_id IS NOT NULL;

-- step 0001.crm_sales_line_order_line_id_ix
CREATE INDEX IF NOT EXISTS crm_sales_line_order_line_id_ix ON crm_sales_line (company_id, order_line_id) WHERE order_line_id IS NOT NULL;

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
  customer_id uuid,
  line bigint NOT NULL,
  for_sequence bigint,
  corrects_id uuid,
  quantity numeric(18,6) NOT NULL,
  covered numeric(18,6) NOT NULL,
  currency text COLLATE "C" NOT NULL,
  unit_cost numeric(18,6),
  price_quantity numeric(18,6),
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

-- step 0001.crm_stock_movement_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_movement_customer_id_ix ON crm_stock_movement (company_id, customer_id) WHERE customer_id IS NOT NULL;

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
  customer_id uuid,
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

-- step 0001.crm_cost_variance_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_cost_variance_customer_id_ix ON crm_cost_variance (company_id, customer_id) WHERE customer_id IS NOT NULL;

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
  order_id uuid,
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

-- step 0001.crm_payment_order_id_ix
CREATE INDEX IF NOT EXISTS crm_payment_order_id_ix ON crm_payment (company_id, order_id) WHERE order_id IS NOT NULL;

-- step 0001.crm_payment_day_ix
CREATE INDEX IF NOT EXISTS crm_payment_day_ix ON crm_payment (company_id, day);

-- step 0001.crm_adjustment
CREATE TABLE IF NOT EXISTS crm_adjustment (
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
  cancelled_payment_id uuid,
  cancelled_adjustment_id uuid,
  method text COLLATE "C",
  reason text COLLATE "C",
  currency text COLLATE "C" NOT NULL,
  amount numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_adjustment_series_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_adjustment_series_sequence_uq ON crm_adjustment (company_id, series, sequence);

-- step 0001.crm_adjustment_cancelled_payment_id_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_adjustment_cancelled_payment_id_uq ON crm_adjustment (company_id, cancelled_payment_id);

-- step 0001.crm_adjustment_cancelled_adjustment_id_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_adjustment_cancelled_adjustment_id_uq ON crm_adjustment (company_id, cancelled_adjustment_id);

-- step 0001.crm_adjustment_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_adjustment_customer_id_ix ON crm_adjustment (company_id, customer_id);

-- step 0001.crm_open_item
CREATE TABLE IF NOT EXISTS crm_open_item (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  customer_id uuid NOT NULL,
  salesperson_id uuid,
  sales_document_id uuid,
  payment_id uuid,
  adjustment_id uuid,
  source_item_id uuid,
  order_id uuid,
  reference text COLLATE "C",
  order_reference text COLLATE "C",
  instalment bigint NOT NULL,
  day date NOT NULL,
  document_day date NOT NULL,
  due_day date NOT NULL,
  posted_at timestamptz NOT NULL,
  currency text COLLATE "C" NOT NULL,
  amount numeric(19,4) NOT NULL,
  open numeric(19,4) NOT NULL,
  settled_day date,
  reopened_day date,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_open_item_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_open_item_customer_id_ix ON crm_open_item (company_id, customer_id, day);

-- step 0001.crm_open_item_sales_document_id_ix
CREATE INDEX IF NOT EXISTS crm_open_item_sales_document_id_ix ON crm_open_item (company_id, sales_document_id) WHERE sales_document_id IS NOT NULL;

-- step 0001.crm_open_item_payment_id_ix
CREATE INDEX IF NOT EXISTS crm_open_item_payment_id_ix ON crm_open_item (company_id, payment_id) WHERE payment_id IS NOT NULL;

-- step 0001.crm_open_item_adjustment_id_ix
CREATE INDEX IF NOT EXISTS crm_open_item_adjustment_id_ix ON crm_open_item (company_id, adjustment_id) WHERE adjustment_id IS NOT NULL;

-- step 0001.crm_open_item_source_item_id_ix
CREATE INDEX IF NOT EXISTS crm_open_item_source_item_id_ix ON crm_open_item (company_id, source_item_id) WHERE source_item_id IS NOT NULL;

-- step 0001.crm_open_item_order_id_ix
CREATE INDEX IF NOT EXISTS crm_open_item_order_id_ix ON crm_open_item (company_id, order_id) WHERE order_id IS NOT NULL;

-- step 0001.crm_open_item_day_ix
CREATE INDEX IF NOT EXISTS crm_open_item_day_ix ON crm_open_item (company_id, day, currency, amount, due_day, customer_id);

-- step 0001.crm_allocation
CREATE TABLE IF NOT EXISTS crm_allocation (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  receivable_id uuid NOT NULL,
  credit_id uuid NOT NULL,
  reverses_id uuid,
  day date NOT NULL,
  posted_at timestamptz NOT NULL,
  receivable_due_day date NOT NULL,
  receivable_document_day date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  amount numeric(19,4) NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_allocation_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_customer_id_ix ON crm_allocation (company_id, customer_id, day, currency, receivable_due_day, amount);

-- step 0001.crm_allocation_receivable_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_receivable_id_ix ON crm_allocation (company_id, receivable_id);

-- step 0001.crm_allocation_credit_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_credit_id_ix ON crm_allocation (company_id, credit_id);

-- step 0001.crm_allocation_reverses_id_ix
CREATE INDEX IF NOT EXISTS crm_allocation_reverses_id_ix ON crm_allocation (company_id, reverses_id) WHERE reverses_id IS NOT NULL;

-- step 0001.crm_operation_change
CREATE TABLE IF NOT EXISTS crm_operation_change (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  operation_id uuid NOT NULL,
  entity text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  action text COLLATE "C" NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- step 0001.crm_operation_change_operation_id_ix
CREATE INDEX IF NOT EXISTS crm_operation_change_operation_id_ix ON crm_operation_change (company_id, operation_id);

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

-- step 0001.crm_dictionary_entry_parent_id_fk
ALTER TABLE crm_dictionary_entry DROP CONSTRAINT IF EXISTS crm_dictionary_entry_parent_id_fk, ADD CONSTRAINT crm_dictionary_entry_parent_id_fk FOREIGN KEY (company_id, parent_id) REFERENCES crm_dictionary_entry (company_id, id);

-- step 0001.crm_price_settings_price_list_id_fk
ALTER TABLE crm_price_settings DROP CONSTRAINT IF EXISTS crm_price_settings_price_list_id_fk, ADD CONSTRAINT crm_price_settings_price_list_id_fk FOREIGN KEY (company_id, price_list_id) REFERENCES crm_price_list (company_id, id);

-- step 0001.crm_customer_group_parent_id_fk
ALTER TABLE crm_customer_group DROP CONSTRAINT IF EXISTS crm_customer_group_parent_id_fk, ADD CONSTRAINT crm_customer_group_parent_id_fk FOREIGN KEY (company_id, parent_id) REFERENCES crm_customer_group (company_id, id);

-- step 0001.crm_customer_group_price_list_id_fk
ALTER TABLE crm_customer_group DROP CONSTRAINT IF EXISTS crm_customer_group_price_list_id_fk, ADD CONSTRAINT crm_customer_group_price_list_id_fk FOREIGN KEY (company_id, price_list_id) REFERENCES crm_price_list (company_id, id);

-- step 0001.crm_customer_group_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_group_id_fk, ADD CONSTRAINT crm_customer_group_id_fk FOREIGN KEY (company_id, group_id) REFERENCES crm_customer_group (company_id, id);

-- step 0001.crm_customer_owner_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_owner_id_fk, ADD CONSTRAINT crm_customer_owner_id_fk FOREIGN KEY (company_id, owner_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_customer_industry_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_industry_id_fk, ADD CONSTRAINT crm_customer_industry_id_fk FOREIGN KEY (company_id, industry_id) REFERENCES crm_dictionary_entry (company_id, id);

-- step 0001.crm_customer_source_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_source_id_fk, ADD CONSTRAINT crm_customer_source_id_fk FOREIGN KEY (company_id, source_id) REFERENCES crm_dictionary_entry (company_id, id);

-- step 0001.crm_customer_level_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_level_id_fk, ADD CONSTRAINT crm_customer_level_id_fk FOREIGN KEY (company_id, level_id) REFERENCES crm_dictionary_entry (company_id, id);

-- step 0001.crm_customer_region_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_region_id_fk, ADD CONSTRAINT crm_customer_region_id_fk FOREIGN KEY (company_id, region_id) REFERENCES crm_dictionary_entry (company_id, id);

-- step 0001.crm_customer_province_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_province_id_fk, ADD CONSTRAINT crm_customer_province_id_fk FOREIGN KEY (company_id, province_id) REFERENCES crm_dictionary_entry (company_id, id);

-- step 0001.crm_customer_price_list_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_price_list_id_fk, ADD CONSTRAINT crm_customer_price_list_id_fk FOREIGN KEY (company_id, price_list_id) REFERENCES crm_price_list (company_id, id);

-- step 0001.crm_customer_payer_id_fk
ALTER TABLE crm_customer DROP CONSTRAINT IF EXISTS crm_customer_payer_id_fk, ADD CONSTRAINT crm_customer_payer_id_fk FOREIGN KEY (company_id, payer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_ownership_customer_id_fk
ALTER TABLE crm_ownership DROP CONSTRAINT IF EXISTS crm_ownership_customer_id_fk, ADD CONSTRAINT crm_ownership_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_ownership_operator_id_fk
ALTER TABLE crm_ownership DROP CONSTRAINT IF EXISTS crm_ownership_operator_id_fk, ADD CONSTRAINT crm_ownership_operator_id_fk FOREIGN KEY (company_id, operator_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_customer_group_member_customer_id_fk
ALTER TABLE crm_customer_group_member DROP CONSTRAINT IF EXISTS crm_customer_group_member_customer_id_fk, ADD CONSTRAINT crm_customer_group_member_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_customer_group_member_group_id_fk
ALTER TABLE crm_customer_group_member DROP CONSTRAINT IF EXISTS crm_customer_group_member_group_id_fk, ADD CONSTRAINT crm_customer_group_member_group_id_fk FOREIGN KEY (company_id, group_id) REFERENCES crm_customer_group (company_id, id);

-- step 0001.crm_contact_customer_id_fk
ALTER TABLE crm_contact DROP CONSTRAINT IF EXISTS crm_contact_customer_id_fk, ADD CONSTRAINT crm_contact_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_contact_point_customer_id_fk
ALTER TABLE crm_contact_point DROP CONSTRAINT IF EXISTS crm_contact_point_customer_id_fk, ADD CONSTRAINT crm_contact_point_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_contact_point_contact_id_fk
ALTER TABLE crm_contact_point DROP CONSTRAINT IF EXISTS crm_contact_point_contact_id_fk, ADD CONSTRAINT crm_contact_point_contact_id_fk FOREIGN KEY (company_id, contact_id) REFERENCES crm_contact (company_id, id);

-- step 0001.crm_customer_address_customer_id_fk
ALTER TABLE crm_customer_address DROP CONSTRAINT IF EXISTS crm_customer_address_customer_id_fk, ADD CONSTRAINT crm_customer_address_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_customer_address_owner_id_fk
ALTER TABLE crm_customer_address DROP CONSTRAINT IF EXISTS crm_customer_address_owner_id_fk, ADD CONSTRAINT crm_customer_address_owner_id_fk FOREIGN KEY (company_id, owner_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_customer_address_province_id_fk
ALTER TABLE crm_customer_address DROP CONSTRAINT IF EXISTS crm_customer_address_province_id_fk, ADD CONSTRAINT crm_customer_address_province_id_fk FOREIGN KEY (company_id, province_id) REFERENCES crm_dictionary_entry (company_id, id);

-- step 0001.crm_customer_address_region_id_fk
ALTER TABLE crm_customer_address DROP CONSTRAINT IF EXISTS crm_customer_address_region_id_fk, ADD CONSTRAINT crm_customer_address_region_id_fk FOREIGN KEY (company_id, region_id) REFERENCES crm_dictionary_entry (company_id, id);

-- step 0001.crm_custom_value_field_id_fk
ALTER TABLE crm_custom_value DROP CONSTRAINT IF EXISTS crm_custom_value_field_id_fk, ADD CONSTRAINT crm_custom_value_field_id_fk FOREIGN KEY (company_id, field_id) REFERENCES crm_custom_field (company_id, id);

-- step 0001.crm_custom_value_customer_id_fk
ALTER TABLE crm_custom_value DROP CONSTRAINT IF EXISTS crm_custom_value_customer_id_fk, ADD CONSTRAINT crm_custom_value_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_custom_value_choice_id_fk
ALTER TABLE crm_custom_value DROP CONSTRAINT IF EXISTS crm_custom_value_choice_id_fk, ADD CONSTRAINT crm_custom_value_choice_id_fk FOREIGN KEY (company_id, choice_id) REFERENCES crm_dictionary_entry (company_id, id);

-- step 0001.crm_product_group_parent_id_fk
ALTER TABLE crm_product_group DROP CONSTRAINT IF EXISTS crm_product_group_parent_id_fk, ADD CONSTRAINT crm_product_group_parent_id_fk FOREIGN KEY (company_id, parent_id) REFERENCES crm_product_group (company_id, id);

-- step 0001.crm_product_group_id_fk
ALTER TABLE crm_product DROP CONSTRAINT IF EXISTS crm_product_group_id_fk, ADD CONSTRAINT crm_product_group_id_fk FOREIGN KEY (company_id, group_id) REFERENCES crm_product_group (company_id, id);

-- step 0001.crm_product_unit_product_id_fk
ALTER TABLE crm_product_unit DROP CONSTRAINT IF EXISTS crm_product_unit_product_id_fk, ADD CONSTRAINT crm_product_unit_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_product_code_product_id_fk
ALTER TABLE crm_product_code DROP CONSTRAINT IF EXISTS crm_product_code_product_id_fk, ADD CONSTRAINT crm_product_code_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_product_code_customer_id_fk
ALTER TABLE crm_product_code DROP CONSTRAINT IF EXISTS crm_product_code_customer_id_fk, ADD CONSTRAINT crm_product_code_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_kit_component_kit_id_fk
ALTER TABLE crm_kit_component DROP CONSTRAINT IF EXISTS crm_kit_component_kit_id_fk, ADD CONSTRAINT crm_kit_component_kit_id_fk FOREIGN KEY (company_id, kit_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_kit_component_component_id_fk
ALTER TABLE crm_kit_component DROP CONSTRAINT IF EXISTS crm_kit_component_component_id_fk, ADD CONSTRAINT crm_kit_component_component_id_fk FOREIGN KEY (company_id, component_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_price_list_item_list_id_fk
ALTER TABLE crm_price_list_item DROP CONSTRAINT IF EXISTS crm_price_list_item_list_id_fk, ADD CONSTRAINT crm_price_list_item_list_id_fk FOREIGN KEY (company_id, list_id) REFERENCES crm_price_list (company_id, id);

-- step 0001.crm_price_list_item_product_id_fk
ALTER TABLE crm_price_list_item DROP CONSTRAINT IF EXISTS crm_price_list_item_product_id_fk, ADD CONSTRAINT crm_price_list_item_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_customer_price_customer_id_fk
ALTER TABLE crm_customer_price DROP CONSTRAINT IF EXISTS crm_customer_price_customer_id_fk, ADD CONSTRAINT crm_customer_price_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_customer_price_product_id_fk
ALTER TABLE crm_customer_price DROP CONSTRAINT IF EXISTS crm_customer_price_product_id_fk, ADD CONSTRAINT crm_customer_price_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_product_cost_product_id_fk
ALTER TABLE crm_product_cost DROP CONSTRAINT IF EXISTS crm_product_cost_product_id_fk, ADD CONSTRAINT crm_product_cost_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_external_ref_customer_id_fk
ALTER TABLE crm_external_ref DROP CONSTRAINT IF EXISTS crm_external_ref_customer_id_fk, ADD CONSTRAINT crm_external_ref_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

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

-- step 0001.crm_quote_customer_id_fk
ALTER TABLE crm_quote DROP CONSTRAINT IF EXISTS crm_quote_customer_id_fk, ADD CONSTRAINT crm_quote_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_quote_salesperson_id_fk
ALTER TABLE crm_quote DROP CONSTRAINT IF EXISTS crm_quote_salesperson_id_fk, ADD CONSTRAINT crm_quote_salesperson_id_fk FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_quote_revision_customer_id_fk
ALTER TABLE crm_quote_revision DROP CONSTRAINT IF EXISTS crm_quote_revision_customer_id_fk, ADD CONSTRAINT crm_quote_revision_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_quote_revision_salesperson_id_fk
ALTER TABLE crm_quote_revision DROP CONSTRAINT IF EXISTS crm_quote_revision_salesperson_id_fk, ADD CONSTRAINT crm_quote_revision_salesperson_id_fk FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_quote_revision_quote_id_fk
ALTER TABLE crm_quote_revision DROP CONSTRAINT IF EXISTS crm_quote_revision_quote_id_fk, ADD CONSTRAINT crm_quote_revision_quote_id_fk FOREIGN KEY (company_id, quote_id) REFERENCES crm_quote (company_id, id);

-- step 0001.crm_quote_line_revision_id_fk
ALTER TABLE crm_quote_line DROP CONSTRAINT IF EXISTS crm_quote_line_revision_id_fk, ADD CONSTRAINT crm_quote_line_revision_id_fk FOREIGN KEY (company_id, revision_id) REFERENCES crm_quote_revision (company_id, id);

-- step 0001.crm_quote_line_customer_id_fk
ALTER TABLE crm_quote_line DROP CONSTRAINT IF EXISTS crm_quote_line_customer_id_fk, ADD CONSTRAINT crm_quote_line_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_quote_line_product_id_fk
ALTER TABLE crm_quote_line DROP CONSTRAINT IF EXISTS crm_quote_line_product_id_fk, ADD CONSTRAINT crm_quote_line_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_sales_order_customer_id_fk
ALTER TABLE crm_sales_order DROP CONSTRAINT IF EXISTS crm_sales_order_customer_id_fk, ADD CONSTRAINT crm_sales_order_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_sales_order_salesperson_id_fk
ALTER TABLE crm_sales_order DROP CONSTRAINT IF EXISTS crm_sales_order_salesperson_id_fk, ADD CONSTRAINT crm_sales_order_salesperson_id_fk FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_sales_order_quote_id_fk
ALTER TABLE crm_sales_order DROP CONSTRAINT IF EXISTS crm_sales_order_quote_id_fk, ADD CONSTRAINT crm_sales_order_quote_id_fk FOREIGN KEY (company_id, quote_id) REFERENCES crm_quote (company_id, id);

-- step 0001.crm_sales_order_quote_revision_id_fk
ALTER TABLE crm_sales_order DROP CONSTRAINT IF EXISTS crm_sales_order_quote_revision_id_fk, ADD CONSTRAINT crm_sales_order_quote_revision_id_fk FOREIGN KEY (company_id, quote_revision_id) REFERENCES crm_quote_revision (company_id, id);

-- step 0001.crm_sales_order_warehouse_id_fk
ALTER TABLE crm_sales_order DROP CONSTRAINT IF EXISTS crm_sales_order_warehouse_id_fk, ADD CONSTRAINT crm_sales_order_warehouse_id_fk FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_sales_order_line_order_id_fk
ALTER TABLE crm_sales_order_line DROP CONSTRAINT IF EXISTS crm_sales_order_line_order_id_fk, ADD CONSTRAINT crm_sales_order_line_order_id_fk FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id);

-- step 0001.crm_sales_order_line_customer_id_fk
ALTER TABLE crm_sales_order_line DROP CONSTRAINT IF EXISTS crm_sales_order_line_customer_id_fk, ADD CONSTRAINT crm_sales_order_line_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_sales_order_line_product_id_fk
ALTER TABLE crm_sales_order_line DROP CONSTRAINT IF EXISTS crm_sales_order_line_product_id_fk, ADD CONSTRAINT crm_sales_order_line_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_sales_order_line_quote_line_id_fk
ALTER TABLE crm_sales_order_line DROP CONSTRAINT IF EXISTS crm_sales_order_line_quote_line_id_fk, ADD CONSTRAINT crm_sales_order_line_quote_line_id_fk FOREIGN KEY (company_id, quote_line_id) REFERENCES crm_quote_line (company_id, id);

-- step 0001.crm_reservation_order_line_id_fk
ALTER TABLE crm_reservation DROP CONSTRAINT IF EXISTS crm_reservation_order_line_id_fk, ADD CONSTRAINT crm_reservation_order_line_id_fk FOREIGN KEY (company_id, order_line_id) REFERENCES crm_sales_order_line (company_id, id);

-- step 0001.crm_reservation_product_id_fk
ALTER TABLE crm_reservation DROP CONSTRAINT IF EXISTS crm_reservation_product_id_fk, ADD CONSTRAINT crm_reservation_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_reservation_order_id_fk
ALTER TABLE crm_reservation DROP CONSTRAINT IF EXISTS crm_reservation_order_id_fk, ADD CONSTRAINT crm_reservation_order_id_fk FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id);

-- step 0001.crm_reservation_customer_id_fk
ALTER TABLE crm_reservation DROP CONSTRAINT IF EXISTS crm_reservation_customer_id_fk, ADD CONSTRAINT crm_reservation_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_reservation_warehouse_id_fk
ALTER TABLE crm_reservation DROP CONSTRAINT IF EXISTS crm_reservation_warehouse_id_fk, ADD CONSTRAINT crm_reservation_warehouse_id_fk FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_sales_document_customer_id_fk
ALTER TABLE crm_sales_document DROP CONSTRAINT IF EXISTS crm_sales_document_customer_id_fk, ADD CONSTRAINT crm_sales_document_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_sales_document_salesperson_id_fk
ALTER TABLE crm_sales_document DROP CONSTRAINT IF EXISTS crm_sales_document_salesperson_id_fk, ADD CONSTRAINT crm_sales_document_salesperson_id_fk FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id);

-- step 0001.crm_sales_document_warehouse_id_fk
ALTER TABLE crm_sales_document DROP CONSTRAINT IF EXISTS crm_sales_document_warehouse_id_fk, ADD CONSTRAINT crm_sales_document_warehouse_id_fk FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_sales_document_order_id_fk
ALTER TABLE crm_sales_document DROP CONSTRAINT IF EXISTS crm_sales_document_order_id_fk, ADD CONSTRAINT crm_sales_document_order_id_fk FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id);

-- step 0001.crm_sales_document_reverses_id_fk
ALTER TABLE crm_sales_document DROP CONSTRAINT IF EXISTS crm_sales_document_reverses_id_fk, ADD CONSTRAINT crm_sales_document_reverses_id_fk FOREIGN KEY (company_id, reverses_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_sales_line_document_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_document_id_fk, ADD CONSTRAINT crm_sales_line_document_id_fk FOREIGN KEY (company_id, document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_sales_line_customer_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_customer_id_fk, ADD CONSTRAINT crm_sales_line_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_sales_line_product_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_product_id_fk, ADD CONSTRAINT crm_sales_line_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_sales_line_returned_line_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_returned_line_id_fk, ADD CONSTRAINT crm_sales_line_returned_line_id_fk FOREIGN KEY (company_id, returned_line_id) REFERENCES crm_sales_line (company_id, id);

-- step 0001.crm_sales_line_credited_line_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_credited_line_id_fk, ADD CONSTRAINT crm_sales_line_credited_line_id_fk FOREIGN KEY (company_id, credited_line_id) REFERENCES crm_sales_line (company_id, id);

-- step 0001.crm_sales_line_order_line_id_fk
ALTER TABLE crm_sales_line DROP CONSTRAINT IF EXISTS crm_sales_line_order_line_id_fk, ADD CONSTRAINT crm_sales_line_order_line_id_fk FOREIGN KEY (company_id, order_line_id) REFERENCES crm_sales_order_line (company_id, id);

-- step 0001.crm_stock_movement_product_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_product_id_fk, ADD CONSTRAINT crm_stock_movement_product_id_fk FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id);

-- step 0001.crm_stock_movement_warehouse_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_warehouse_id_fk, ADD CONSTRAINT crm_stock_movement_warehouse_id_fk FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id);

-- step 0001.crm_stock_movement_stock_document_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_stock_document_id_fk, ADD CONSTRAINT crm_stock_movement_stock_document_id_fk FOREIGN KEY (company_id, stock_document_id) REFERENCES crm_stock_document (company_id, id);

-- step 0001.crm_stock_movement_sales_document_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_sales_document_id_fk, ADD CONSTRAINT crm_stock_movement_sales_document_id_fk FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_stock_movement_customer_id_fk
ALTER TABLE crm_stock_movement DROP CONSTRAINT IF EXISTS crm_stock_movement_customer_id_fk, ADD CONSTRAINT crm_stock_movement_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

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

-- step 0001.crm_cost_variance_customer_id_fk
ALTER TABLE crm_cost_variance DROP CONSTRAINT IF EXISTS crm_cost_variance_customer_id_fk, ADD CONSTRAINT crm_cost_variance_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

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

-- step 0001.crm_payment_order_id_fk
ALTER TABLE crm_payment DROP CONSTRAINT IF EXISTS crm_payment_order_id_fk, ADD CONSTRAINT crm_payment_order_id_fk FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id);

-- step 0001.crm_adjustment_customer_id_fk
ALTER TABLE crm_adjustment DROP CONSTRAINT IF EXISTS crm_adjustment_customer_id_fk, ADD CONSTRAINT crm_adjustment_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_adjustment_cancelled_payment_id_fk
ALTER TABLE crm_adjustment DROP CONSTRAINT IF EXISTS crm_adjustment_cancelled_payment_id_fk, ADD CONSTRAINT crm_adjustment_cancelled_payment_id_fk FOREIGN KEY (company_id, cancelled_payment_id) REFERENCES crm_payment (company_id, id);

-- step 0001.crm_adjustment_cancelled_adjustment_id_fk
ALTER TABLE crm_adjustment DROP CONSTRAINT IF EXISTS crm_adjustment_cancelled_adjustment_id_fk, ADD CONSTRAINT crm_adjustment_cancelled_adjustment_id_fk FOREIGN KEY (company_id, cancelled_adjustment_id) REFERENCES crm_adjustment (company_id, id);

-- step 0001.crm_open_item_customer_id_fk
ALTER TABLE crm_open_item DROP CONSTRAINT IF EXISTS crm_open_item_customer_id_fk, ADD CONSTRAINT crm_open_item_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_open_item_sales_document_id_fk
ALTER TABLE crm_open_item DROP CONSTRAINT IF EXISTS crm_open_item_sales_document_id_fk, ADD CONSTRAINT crm_open_item_sales_document_id_fk FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id);

-- step 0001.crm_open_item_payment_id_fk
ALTER TABLE crm_open_item DROP CONSTRAINT IF EXISTS crm_open_item_payment_id_fk, ADD CONSTRAINT crm_open_item_payment_id_fk FOREIGN KEY (company_id, payment_id) REFERENCES crm_payment (company_id, id);

-- step 0001.crm_open_item_adjustment_id_fk
ALTER TABLE crm_open_item DROP CONSTRAINT IF EXISTS crm_open_item_adjustment_id_fk, ADD CONSTRAINT crm_open_item_adjustment_id_fk FOREIGN KEY (company_id, adjustment_id) REFERENCES crm_adjustment (company_id, id);

-- step 0001.crm_open_item_source_item_id_fk
ALTER TABLE crm_open_item DROP CONSTRAINT IF EXISTS crm_open_item_source_item_id_fk, ADD CONSTRAINT crm_open_item_source_item_id_fk FOREIGN KEY (company_id, source_item_id) REFERENCES crm_open_item (company_id, id);

-- step 0001.crm_open_item_order_id_fk
ALTER TABLE crm_open_item DROP CONSTRAINT IF EXISTS crm_open_item_order_id_fk, ADD CONSTRAINT crm_open_item_order_id_fk FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id);

-- step 0001.crm_allocation_customer_id_fk
ALTER TABLE crm_allocation DROP CONSTRAINT IF EXISTS crm_allocation_customer_id_fk, ADD CONSTRAINT crm_allocation_customer_id_fk FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id);

-- step 0001.crm_allocation_receivable_id_fk
ALTER TABLE crm_allocation DROP CONSTRAINT IF EXISTS crm_allocation_receivable_id_fk, ADD CONSTRAINT crm_allocation_receivable_id_fk FOREIGN KEY (company_id, receivable_id) REFERENCES crm_open_item (company_id, id);

-- step 0001.crm_allocation_credit_id_fk
ALTER TABLE crm_allocation DROP CONSTRAINT IF EXISTS crm_allocation_credit_id_fk, ADD CONSTRAINT crm_allocation_credit_id_fk FOREIGN KEY (company_id, credit_id) REFERENCES crm_open_item (company_id, id);

-- step 0001.crm_allocation_reverses_id_fk
ALTER TABLE crm_allocation DROP CONSTRAINT IF EXISTS crm_allocation_reverses_id_fk, ADD CONSTRAINT crm_allocation_reverses_id_fk FOREIGN KEY (company_id, reverses_id) REFERENCES crm_allocation (company_id, id);

-- step 0001.crm_operation_change_operation_id_fk
ALTER TABLE crm_operation_change DROP CONSTRAINT IF EXISTS crm_operation_change_operation_id_fk, ADD CONSTRAINT crm_operation_change_operation_id_fk FOREIGN KEY (company_id, operation_id) REFERENCES crm_operation (company_id, id);
