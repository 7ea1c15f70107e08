-- Written by `./generate.sh`; one statement a step.

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
  write_off_tolerance INTEGER NOT NULL,
  credit_policy TEXT NOT NULL,
  credit_overdue_days INTEGER,
  expiry_policy TEXT NOT NULL,
  expiry_days INTEGER NOT NULL,
  access_version INTEGER NOT NULL,
  search_key_version INTEGER NOT NULL,
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
  scope TEXT NOT NULL,
  max_discount INTEGER,
  systems TEXT NOT NULL,
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
  roles TEXT NOT NULL,
  is_active INTEGER NOT NULL,
  groups TEXT NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_operator_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_operator_code_uq ON crm_operator (company_id, code);

-- step 0001.crm_operation
CREATE TABLE IF NOT EXISTS crm_operation (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  operator_id BLOB NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT,
  records INTEGER NOT NULL,
  undone_at INTEGER,
  undone_by_id BLOB,
  kept INTEGER,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_tax_rate
CREATE TABLE IF NOT EXISTS crm_tax_rate (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  rate INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  replaces TEXT NOT NULL,
  exemption_reason TEXT,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_tax_rate_code_valid_from_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_tax_rate_code_valid_from_uq ON crm_tax_rate (company_id, code, valid_from);

-- step 0001.crm_company_profile
CREATE TABLE IF NOT EXISTS crm_company_profile (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  legal_name TEXT NOT NULL,
  street TEXT,
  city TEXT,
  postal_code TEXT,
  province TEXT,
  country TEXT,
  tax_id TEXT,
  iban TEXT,
  email TEXT,
  phone TEXT,
  website TEXT,
  logo TEXT,
  currency TEXT NOT NULL,
  time_zone TEXT,
  language TEXT,
  tax_method TEXT NOT NULL,
  rounding TEXT NOT NULL,
  prices_include_tax INTEGER NOT NULL,
  default_tax_code TEXT,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_company_profile_valid_from_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_company_profile_valid_from_uq ON crm_company_profile (company_id, valid_from);

-- step 0001.crm_dictionary_entry
CREATE TABLE IF NOT EXISTS crm_dictionary_entry (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  category TEXT NOT NULL,
  code TEXT NOT NULL,
  labels TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_active INTEGER NOT NULL,
  parent_id BLOB,
  code_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, parent_id) REFERENCES crm_dictionary_entry (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_dictionary_entry_category_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_dictionary_entry_category_code_uq ON crm_dictionary_entry (company_id, category, code);

-- step 0001.crm_dictionary_entry_parent_id_ix
CREATE INDEX IF NOT EXISTS crm_dictionary_entry_parent_id_ix ON crm_dictionary_entry (company_id, parent_id) WHERE parent_id IS NOT NULL;

-- step 0001.crm_custom_field
CREATE TABLE IF NOT EXISTS crm_custom_field (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  entity TEXT NOT NULL,
  name TEXT NOT NULL,
  value_type TEXT NOT NULL,
  category TEXT,
  is_required INTEGER NOT NULL,
  is_unique INTEGER NOT NULL,
  labels TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_active INTEGER NOT NULL,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_custom_field_entity_name_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_custom_field_entity_name_uq ON crm_custom_field (company_id, entity, name);

-- step 0001.crm_price_list
CREATE TABLE IF NOT EXISTS crm_price_list (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  prices_include_tax INTEGER NOT NULL,
  breaks TEXT NOT NULL,
  is_active INTEGER NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_price_list_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_price_list_code_uq ON crm_price_list (company_id, code);

-- step 0001.crm_price_settings
CREATE TABLE IF NOT EXISTS crm_price_settings (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  price_list_id BLOB,
  uses_last_price INTEGER NOT NULL,
  below_cost TEXT NOT NULL,
  minimum_margin INTEGER,
  below_margin TEXT NOT NULL,
  beyond_discount TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, price_list_id) REFERENCES crm_price_list (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_price_settings_price_list_id_ix
CREATE INDEX IF NOT EXISTS crm_price_settings_price_list_id_ix ON crm_price_settings (company_id, price_list_id) WHERE price_list_id IS NOT NULL;

-- step 0001.crm_code_series
CREATE TABLE IF NOT EXISTS crm_code_series (
  company_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  series TEXT NOT NULL,
  next INTEGER NOT NULL,
  PRIMARY KEY (company_id, series)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_customer_group
CREATE TABLE IF NOT EXISTS crm_customer_group (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id BLOB,
  code_prefix TEXT,
  code_digits INTEGER NOT NULL,
  price_list_id BLOB,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, parent_id) REFERENCES crm_customer_group (company_id, id),
  FOREIGN KEY (company_id, price_list_id) REFERENCES crm_price_list (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_customer_group_code_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_customer_group_code_uq ON crm_customer_group (company_id, code);

-- step 0001.crm_customer_group_parent_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_parent_id_ix ON crm_customer_group (company_id, parent_id) WHERE parent_id IS NOT NULL;

-- step 0001.crm_customer_group_price_list_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_price_list_id_ix ON crm_customer_group (company_id, price_list_id) WHERE price_list_id IS NOT NULL;

-- step 0001.crm_customer
CREATE TABLE IF NOT EXISTS crm_customer (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  legal_name TEXT,
  group_id BLOB,
  owner_id BLOB,
  industry_id BLOB,
  source_id BLOB,
  level_id BLOB,
  region_id BLOB,
  province_id BLOB,
  country TEXT,
  tax_id TEXT,
  tax_id_key TEXT,
  language TEXT,
  website TEXT,
  notes TEXT,
  tax_code TEXT,
  tax_profile TEXT,
  price_list_id BLOB,
  payment_days INTEGER NOT NULL,
  payment_terms TEXT,
  payer_id BLOB,
  currency TEXT,
  credit_limit INTEGER,
  is_active INTEGER NOT NULL,
  code_key TEXT NOT NULL,
  name_key TEXT NOT NULL,
  legal_name_key TEXT,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, group_id) REFERENCES crm_customer_group (company_id, id),
  FOREIGN KEY (company_id, owner_id) REFERENCES crm_operator (company_id, id),
  FOREIGN KEY (company_id, industry_id) REFERENCES crm_dictionary_entry (company_id, id),
  FOREIGN KEY (company_id, source_id) REFERENCES crm_dictionary_entry (company_id, id),
  FOREIGN KEY (company_id, level_id) REFERENCES crm_dictionary_entry (company_id, id),
  FOREIGN KEY (company_id, region_id) REFERENCES crm_dictionary_entry (company_id, id),
  FOREIGN KEY (company_id, province_id) REFERENCES crm_dictionary_entry (company_id, id),
  FOREIGN KEY (company_id, price_list_id) REFERENCES crm_price_list (company_id, id),
  FOREIGN KEY (company_id, payer_id) REFERENCES crm_customer (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  operator_id BLOB,
  since INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, operator_id) REFERENCES crm_operator (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_ownership_customer_id_since_ix
CREATE INDEX IF NOT EXISTS crm_ownership_customer_id_since_ix ON crm_ownership (company_id, customer_id, since);

-- step 0001.crm_ownership_operator_id_ix
CREATE INDEX IF NOT EXISTS crm_ownership_operator_id_ix ON crm_ownership (company_id, operator_id) WHERE operator_id IS NOT NULL;

-- step 0001.crm_customer_group_member
CREATE TABLE IF NOT EXISTS crm_customer_group_member (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  group_id BLOB NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, group_id) REFERENCES crm_customer_group (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_customer_group_member_customer_id_group_id_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_customer_group_member_customer_id_group_id_uq ON crm_customer_group_member (company_id, customer_id, group_id);

-- step 0001.crm_customer_group_member_group_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_group_member_group_id_ix ON crm_customer_group_member (company_id, group_id);

-- step 0001.crm_contact
CREATE TABLE IF NOT EXISTS crm_contact (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  name TEXT NOT NULL,
  position TEXT,
  is_primary INTEGER NOT NULL,
  birthday TEXT,
  notes TEXT,
  is_active INTEGER NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_contact_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_contact_customer_id_ix ON crm_contact (company_id, customer_id);

-- step 0001.crm_contact_point
CREATE TABLE IF NOT EXISTS crm_contact_point (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  contact_id BLOB,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  country TEXT,
  lookup_key TEXT,
  label TEXT,
  is_primary INTEGER NOT NULL,
  value_key TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, contact_id) REFERENCES crm_contact (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_contact_point_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_contact_point_customer_id_ix ON crm_contact_point (company_id, customer_id);

-- step 0001.crm_contact_point_contact_id_ix
CREATE INDEX IF NOT EXISTS crm_contact_point_contact_id_ix ON crm_contact_point (company_id, contact_id) WHERE contact_id IS NOT NULL;

-- step 0001.crm_contact_point_lookup_key_ix
CREATE INDEX IF NOT EXISTS crm_contact_point_lookup_key_ix ON crm_contact_point (company_id, lookup_key) WHERE lookup_key IS NOT NULL;

-- step 0001.crm_customer_address
CREATE TABLE IF NOT EXISTS crm_customer_address (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  name TEXT,
  owner_id BLOB,
  street TEXT,
  city TEXT,
  postal_code TEXT,
  province_id BLOB,
  region_id BLOB,
  country TEXT,
  is_primary INTEGER NOT NULL,
  name_key TEXT,
  city_key TEXT,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, owner_id) REFERENCES crm_operator (company_id, id),
  FOREIGN KEY (company_id, province_id) REFERENCES crm_dictionary_entry (company_id, id),
  FOREIGN KEY (company_id, region_id) REFERENCES crm_dictionary_entry (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  field_id BLOB NOT NULL,
  record_id BLOB NOT NULL,
  customer_id BLOB,
  text_value TEXT,
  integer_value INTEGER,
  decimal_value INTEGER,
  day_value TEXT,
  boolean_value INTEGER,
  choice_id BLOB,
  unique_key TEXT,
  text_value_key TEXT,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, field_id) REFERENCES crm_custom_field (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, choice_id) REFERENCES crm_dictionary_entry (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id BLOB,
  code_prefix TEXT,
  code_digits INTEGER NOT NULL,
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
  model TEXT,
  specification TEXT,
  mnemonic TEXT,
  brand TEXT,
  notes TEXT,
  group_id BLOB,
  unit TEXT,
  stock_decimals INTEGER NOT NULL,
  is_stocked INTEGER NOT NULL,
  is_kit INTEGER NOT NULL,
  tracking TEXT NOT NULL,
  costing TEXT NOT NULL,
  tax_code TEXT,
  currency TEXT NOT NULL,
  list_price INTEGER,
  is_active INTEGER NOT NULL,
  code_key TEXT NOT NULL,
  name_key TEXT NOT NULL,
  model_key TEXT,
  specification_key TEXT,
  mnemonic_key TEXT,
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

-- step 0001.crm_product_model_key_ix
CREATE INDEX IF NOT EXISTS crm_product_model_key_ix ON crm_product (company_id, model_key) WHERE model_key IS NOT NULL;

-- step 0001.crm_product_specification_key_ix
CREATE INDEX IF NOT EXISTS crm_product_specification_key_ix ON crm_product (company_id, specification_key) WHERE specification_key IS NOT NULL;

-- step 0001.crm_product_mnemonic_key_ix
CREATE INDEX IF NOT EXISTS crm_product_mnemonic_key_ix ON crm_product (company_id, mnemonic_key) WHERE mnemonic_key IS NOT NULL;

-- step 0001.crm_product_unit
CREATE TABLE IF NOT EXISTS crm_product_unit (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  product_id BLOB NOT NULL,
  unit TEXT NOT NULL,
  numerator INTEGER NOT NULL,
  denominator INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_product_unit_product_id_unit_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_product_unit_product_id_unit_uq ON crm_product_unit (company_id, product_id, unit);

-- step 0001.crm_product_code
CREATE TABLE IF NOT EXISTS crm_product_code (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  product_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  is_gtin INTEGER NOT NULL,
  unit TEXT,
  quantity INTEGER,
  customer_id BLOB,
  supplier TEXT,
  valid_from TEXT,
  valid_to TEXT,
  is_active INTEGER NOT NULL,
  party TEXT NOT NULL,
  claim TEXT,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_product_code_claim_kind_party_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_product_code_claim_kind_party_uq ON crm_product_code (company_id, claim, kind, party);

-- step 0001.crm_product_code_product_id_ix
CREATE INDEX IF NOT EXISTS crm_product_code_product_id_ix ON crm_product_code (company_id, product_id);

-- step 0001.crm_product_code_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_product_code_customer_id_ix ON crm_product_code (company_id, customer_id) WHERE customer_id IS NOT NULL;

-- step 0001.crm_kit_component
CREATE TABLE IF NOT EXISTS crm_kit_component (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  kit_id BLOB NOT NULL,
  component_id BLOB NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, kit_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, component_id) REFERENCES crm_product (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_kit_component_kit_id_component_id_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_kit_component_kit_id_component_id_uq ON crm_kit_component (company_id, kit_id, component_id);

-- step 0001.crm_kit_component_component_id_ix
CREATE INDEX IF NOT EXISTS crm_kit_component_component_id_ix ON crm_kit_component (company_id, component_id);

-- step 0001.crm_price_list_item
CREATE TABLE IF NOT EXISTS crm_price_list_item (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  list_id BLOB NOT NULL,
  product_id BLOB NOT NULL,
  unit TEXT,
  min_quantity INTEGER NOT NULL,
  currency TEXT NOT NULL,
  unit_price INTEGER NOT NULL,
  discount INTEGER,
  valid_from TEXT,
  valid_to TEXT,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, list_id) REFERENCES crm_price_list (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_price_list_item_product_id_list_id_ix
CREATE INDEX IF NOT EXISTS crm_price_list_item_product_id_list_id_ix ON crm_price_list_item (company_id, product_id, list_id);

-- step 0001.crm_price_list_item_list_id_ix
CREATE INDEX IF NOT EXISTS crm_price_list_item_list_id_ix ON crm_price_list_item (company_id, list_id);

-- step 0001.crm_customer_price
CREATE TABLE IF NOT EXISTS crm_customer_price (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  product_id BLOB NOT NULL,
  unit TEXT,
  min_quantity INTEGER NOT NULL,
  currency TEXT NOT NULL,
  unit_price INTEGER,
  discount INTEGER,
  valid_from TEXT,
  valid_to TEXT,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_customer_price_customer_id_product_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_price_customer_id_product_id_ix ON crm_customer_price (company_id, customer_id, product_id);

-- step 0001.crm_customer_price_product_id_ix
CREATE INDEX IF NOT EXISTS crm_customer_price_product_id_ix ON crm_customer_price (company_id, product_id);

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
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  system TEXT NOT NULL,
  record_type TEXT NOT NULL,
  external_id TEXT NOT NULL,
  record_id BLOB NOT NULL,
  customer_id BLOB,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_external_ref_system_record_type_external_id_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_external_ref_system_record_type_external_id_uq ON crm_external_ref (company_id, system, record_type, external_id);

-- step 0001.crm_external_ref_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_external_ref_customer_id_ix ON crm_external_ref (company_id, customer_id) WHERE customer_id IS NOT NULL;

-- step 0001.crm_external_ref_record_id_ix
CREATE INDEX IF NOT EXISTS crm_external_ref_record_id_ix ON crm_external_ref (company_id, record_id);

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

-- step 0001.crm_quote
CREATE TABLE IF NOT EXISTS crm_quote (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  number TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  salesperson_id BLOB,
  day TEXT NOT NULL,
  revision INTEGER NOT NULL,
  valid_until TEXT,
  currency TEXT NOT NULL,
  net INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  decided_at INTEGER,
  reason TEXT,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_quote_series_sequence_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_quote_series_sequence_uq ON crm_quote (company_id, series, sequence);

-- step 0001.crm_quote_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_customer_id_ix ON crm_quote (company_id, customer_id);

-- step 0001.crm_quote_salesperson_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_salesperson_id_ix ON crm_quote (company_id, salesperson_id) WHERE salesperson_id IS NOT NULL;

-- step 0001.crm_quote_revision
CREATE TABLE IF NOT EXISTS crm_quote_revision (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  day TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  operator_id BLOB NOT NULL,
  customer_id BLOB NOT NULL,
  customer_code TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  salesperson_id BLOB,
  reference TEXT,
  issuer TEXT NOT NULL,
  buyer TEXT NOT NULL,
  tax_method TEXT NOT NULL,
  rounding TEXT NOT NULL,
  prices_include_tax INTEGER NOT NULL,
  taxes TEXT NOT NULL,
  allowance_charges TEXT NOT NULL,
  currency TEXT NOT NULL,
  lines_net INTEGER NOT NULL,
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  quote_id BLOB NOT NULL,
  revision INTEGER NOT NULL,
  valid_until TEXT,
  expected_cost INTEGER NOT NULL,
  expected_profit INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id),
  FOREIGN KEY (company_id, quote_id) REFERENCES crm_quote (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_quote_revision_quote_id_revision_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_quote_revision_quote_id_revision_uq ON crm_quote_revision (company_id, quote_id, revision);

-- step 0001.crm_quote_revision_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_revision_customer_id_ix ON crm_quote_revision (company_id, customer_id);

-- step 0001.crm_quote_revision_salesperson_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_revision_salesperson_id_ix ON crm_quote_revision (company_id, salesperson_id) WHERE salesperson_id IS NOT NULL;

-- step 0001.crm_quote_line
CREATE TABLE IF NOT EXISTS crm_quote_line (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  revision_id BLOB NOT NULL,
  line INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  day TEXT NOT NULL,
  product_id BLOB NOT NULL,
  product_code TEXT NOT NULL,
  product_name TEXT NOT NULL,
  unit TEXT,
  quantity INTEGER NOT NULL,
  entered_unit TEXT,
  entered_quantity INTEGER,
  currency TEXT NOT NULL,
  unit_price INTEGER NOT NULL,
  price_quantity INTEGER NOT NULL,
  price_source TEXT NOT NULL,
  includes_tax INTEGER NOT NULL,
  discount_percent INTEGER,
  discount INTEGER NOT NULL,
  charge INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  net INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  tax_code TEXT NOT NULL,
  tax_category TEXT NOT NULL,
  tax_rate INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  expected_cost INTEGER NOT NULL,
  expected_profit INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, revision_id) REFERENCES crm_quote_revision (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_quote_line_revision_id_line_uq
CREATE UNIQUE INDEX IF NOT EXISTS crm_quote_line_revision_id_line_uq ON crm_quote_line (company_id, revision_id, line);

-- step 0001.crm_quote_line_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_line_customer_id_ix ON crm_quote_line (company_id, customer_id);

-- step 0001.crm_quote_line_product_id_ix
CREATE INDEX IF NOT EXISTS crm_quote_line_product_id_ix ON crm_quote_line (company_id, product_id);

-- step 0001.crm_sales_order
CREATE TABLE IF NOT EXISTS crm_sales_order (
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  day TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  operator_id BLOB NOT NULL,
  customer_id BLOB NOT NULL,
  customer_code TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  salesperson_id BLOB,
  reference TEXT,
  issuer TEXT NOT NULL,
  buyer TEXT NOT NULL,
  tax_method TEXT NOT NULL,
  rounding TEXT NOT NULL,
  prices_include_tax INTEGER NOT NULL,
  taxes TEXT NOT NULL,
  allowance_charges TEXT NOT NULL,
  currency TEXT NOT NULL,
  lines_net INTEGER NOT NULL,
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  number TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  quote_id BLOB,
  quote_revision_id BLOB,
  warehouse_id BLOB,
  requested_day TEXT,
  state TEXT NOT NULL,
  closed_at INTEGER,
  close_reason TEXT,
  expected_cost INTEGER NOT NULL,
  expected_profit INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id),
  FOREIGN KEY (company_id, quote_id) REFERENCES crm_quote (company_id, id),
  FOREIGN KEY (company_id, quote_revision_id) REFERENCES crm_quote_revision (company_id, id),
  FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  order_id BLOB NOT NULL,
  line INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  day TEXT NOT NULL,
  product_id BLOB NOT NULL,
  product_code TEXT NOT NULL,
  product_name TEXT NOT NULL,
  unit TEXT,
  quantity INTEGER NOT NULL,
  entered_unit TEXT,
  entered_quantity INTEGER,
  currency TEXT NOT NULL,
  unit_price INTEGER NOT NULL,
  price_quantity INTEGER NOT NULL,
  price_source TEXT NOT NULL,
  includes_tax INTEGER NOT NULL,
  discount_percent INTEGER,
  discount INTEGER NOT NULL,
  charge INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  net INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  tax_code TEXT NOT NULL,
  tax_category TEXT NOT NULL,
  tax_rate INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  quote_line_id BLOB,
  delivered INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  expected_cost INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, quote_line_id) REFERENCES crm_quote_line (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  order_line_id BLOB NOT NULL,
  product_id BLOB NOT NULL,
  order_id BLOB NOT NULL,
  customer_id BLOB NOT NULL,
  warehouse_id BLOB NOT NULL,
  quantity INTEGER NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (company_id, order_line_id, product_id),
  FOREIGN KEY (company_id, order_line_id) REFERENCES crm_sales_order_line (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  day TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  operator_id BLOB NOT NULL,
  customer_id BLOB NOT NULL,
  customer_code TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  salesperson_id BLOB,
  reference TEXT,
  issuer TEXT NOT NULL,
  buyer TEXT NOT NULL,
  tax_method TEXT NOT NULL,
  rounding TEXT NOT NULL,
  prices_include_tax INTEGER NOT NULL,
  taxes TEXT NOT NULL,
  allowance_charges TEXT NOT NULL,
  currency TEXT NOT NULL,
  lines_net INTEGER NOT NULL,
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  warehouse_id BLOB,
  order_id BLOB,
  reverses_id BLOB,
  reason TEXT,
  payable_rounding INTEGER NOT NULL,
  payable INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  profit INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, salesperson_id) REFERENCES crm_operator (company_id, id),
  FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id),
  FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id),
  FOREIGN KEY (company_id, reverses_id) REFERENCES crm_sales_document (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  document_id BLOB NOT NULL,
  line INTEGER NOT NULL,
  customer_id BLOB NOT NULL,
  day TEXT NOT NULL,
  product_id BLOB NOT NULL,
  product_code TEXT NOT NULL,
  product_name TEXT NOT NULL,
  unit TEXT,
  quantity INTEGER NOT NULL,
  entered_unit TEXT,
  entered_quantity INTEGER,
  currency TEXT NOT NULL,
  unit_price INTEGER NOT NULL,
  price_quantity INTEGER NOT NULL,
  price_source TEXT NOT NULL,
  includes_tax INTEGER NOT NULL,
  discount_percent INTEGER,
  discount INTEGER NOT NULL,
  charge INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  net INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  tax_code TEXT NOT NULL,
  tax_category TEXT NOT NULL,
  tax_rate INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  lot TEXT,
  cost_source TEXT NOT NULL,
  cost_reason TEXT,
  components TEXT,
  cost INTEGER NOT NULL,
  profit INTEGER NOT NULL,
  returned_line_id BLOB,
  credited_line_id BLOB,
  order_line_id BLOB,
  withheld INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, document_id) REFERENCES crm_sales_document (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, returned_line_id) REFERENCES crm_sales_line (company_id, id),
  FOREIGN KEY (company_id, credited_line_id) REFERENCES crm_sales_line (company_id, id),
  FOREIGN KEY (company_id, order_line_id) REFERENCES crm_sales_order_line (company_id, id)
) WITHOUT ROWID, STRICT;

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
  customer_id BLOB,
  line INTEGER NOT NULL,
  for_sequence INTEGER,
  corrects_id BLOB,
  quantity INTEGER NOT NULL,
  covered INTEGER NOT NULL,
  currency TEXT NOT NULL,
  unit_cost INTEGER,
  price_quantity INTEGER,
  amount INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, warehouse_id) REFERENCES crm_warehouse (company_id, id),
  FOREIGN KEY (company_id, stock_document_id) REFERENCES crm_stock_document (company_id, id),
  FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
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

-- step 0001.crm_stock_movement_customer_id_ix
CREATE INDEX IF NOT EXISTS crm_stock_movement_customer_id_ix ON crm_stock_movement (company_id, customer_id) WHERE customer_id IS NOT NULL;

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
  customer_id BLOB,
  line INTEGER NOT NULL,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, product_id) REFERENCES crm_product (company_id, id),
  FOREIGN KEY (company_id, stock_document_id) REFERENCES crm_stock_document (company_id, id),
  FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id)
) WITHOUT ROWID, STRICT;

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
  order_id BLOB,
  method TEXT,
  reference TEXT,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id)
) WITHOUT ROWID, STRICT;

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
  cancelled_payment_id BLOB,
  cancelled_adjustment_id BLOB,
  method TEXT,
  reason TEXT,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, cancelled_payment_id) REFERENCES crm_payment (company_id, id),
  FOREIGN KEY (company_id, cancelled_adjustment_id) REFERENCES crm_adjustment (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  customer_id BLOB NOT NULL,
  salesperson_id BLOB,
  sales_document_id BLOB,
  payment_id BLOB,
  adjustment_id BLOB,
  source_item_id BLOB,
  order_id BLOB,
  reference TEXT,
  order_reference TEXT,
  instalment INTEGER NOT NULL,
  day TEXT NOT NULL,
  document_day TEXT NOT NULL,
  due_day TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  open INTEGER NOT NULL,
  settled_day TEXT,
  reopened_day TEXT,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, sales_document_id) REFERENCES crm_sales_document (company_id, id),
  FOREIGN KEY (company_id, payment_id) REFERENCES crm_payment (company_id, id),
  FOREIGN KEY (company_id, adjustment_id) REFERENCES crm_adjustment (company_id, id),
  FOREIGN KEY (company_id, source_item_id) REFERENCES crm_open_item (company_id, id),
  FOREIGN KEY (company_id, order_id) REFERENCES crm_sales_order (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  customer_id BLOB NOT NULL,
  receivable_id BLOB NOT NULL,
  credit_id BLOB NOT NULL,
  reverses_id BLOB,
  day TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  receivable_due_day TEXT NOT NULL,
  receivable_document_day TEXT NOT NULL,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES crm_customer (company_id, id),
  FOREIGN KEY (company_id, receivable_id) REFERENCES crm_open_item (company_id, id),
  FOREIGN KEY (company_id, credit_id) REFERENCES crm_open_item (company_id, id),
  FOREIGN KEY (company_id, reverses_id) REFERENCES crm_allocation (company_id, id)
) WITHOUT ROWID, STRICT;

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
  company_id BLOB NOT NULL,
  id BLOB NOT NULL,
  operation_id BLOB NOT NULL,
  entity TEXT NOT NULL,
  record_id BLOB NOT NULL,
  action TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, operation_id) REFERENCES crm_operation (company_id, id)
) WITHOUT ROWID, STRICT;

-- step 0001.crm_operation_change_operation_id_ix
CREATE INDEX IF NOT EXISTS crm_operation_change_operation_id_ix ON crm_operation_change (company_id, operation_id);

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
