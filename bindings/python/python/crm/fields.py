# Written by bindings/generate from api.json; not to be changed by hand.
"""The fields of each entity, for filters and changes: `Customer.c` is an object of `CustomerFields`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from .filters import EnumField, Field, Fields, Relation, SettableEnum, SettableField, SettableText, SettableUuid, TextField, UuidField

if TYPE_CHECKING:
    from . import models

__all__ = [
    "AdjustmentFields",
    "AllocationFields",
    "AuditEntryFields",
    "CompanyFields",
    "CompanyProfileFields",
    "ContactFields",
    "ContactPointFields",
    "CostCorrectionFields",
    "CostVarianceFields",
    "CustomFieldFields",
    "CustomerAddressFields",
    "CustomerFields",
    "CustomerGroupFields",
    "CustomerGroupMemberFields",
    "CustomerPriceFields",
    "DictionaryEntryFields",
    "FeedEntryFields",
    "KitComponentFields",
    "LotBalanceFields",
    "OpenItemFields",
    "OperatorFields",
    "PaymentFields",
    "PriceListFields",
    "PriceListItemFields",
    "ProductCodeFields",
    "ProductCostFields",
    "ProductFields",
    "ProductGroupFields",
    "ProductUnitFields",
    "QuoteFields",
    "QuoteLineFields",
    "QuoteRevisionFields",
    "ReservationFields",
    "RoleFields",
    "SalesDocumentFields",
    "SalesLineFields",
    "SalesOrderFields",
    "SalesOrderLineFields",
    "StockBalanceFields",
    "StockDocumentFields",
    "StockLotFields",
    "StockMovementFields",
    "StockPoolFields",
    "TaxRateFields",
    "WarehouseFields",
]


def _models() -> Any:
    from . import models

    return models


class AdjustmentFields:
    """What filters and sorts of `adjustment` can name."""

    id = UuidField("id")
    kind = EnumField["models.AdjustmentKind"]("kind", lambda: _models().AdjustmentKind)
    number = TextField("number")
    series = TextField("series")
    sequence = Field[int]("sequence", int)
    day = Field[datetime.date]("day", datetime.date)
    posted_at = Field[datetime.datetime]("posted_at", datetime.datetime)
    operator_id = UuidField("operator_id")
    customer_id = UuidField("customer_id")
    cancelled_payment_id = UuidField("cancelled_payment_id")
    cancelled_adjustment_id = UuidField("cancelled_adjustment_id")
    method = TextField("method")
    reason = TextField("reason")
    currency = TextField("currency")
    amount = Field[Decimal]("amount", Decimal)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    cancelled_payment: Relation[PaymentFields] = Relation("cancelled_payment", lambda: PaymentFields())
    cancelled_adjustment: Relation[AdjustmentFields] = Relation("cancelled_adjustment", lambda: AdjustmentFields())
    adjustment: Relation[AdjustmentFields] = Relation("adjustment", lambda: AdjustmentFields())
    open_item: Relation[OpenItemFields] = Relation("open_item", lambda: OpenItemFields())


class AllocationFields:
    """What filters and sorts of `allocation` can name."""

    id = UuidField("id")
    customer_id = UuidField("customer_id")
    receivable_id = UuidField("receivable_id")
    credit_id = UuidField("credit_id")
    reverses_id = UuidField("reverses_id")
    day = Field[datetime.date]("day", datetime.date)
    posted_at = Field[datetime.datetime]("posted_at", datetime.datetime)
    receivable_due_day = Field[datetime.date]("receivable_due_day", datetime.date)
    receivable_document_day = Field[datetime.date]("receivable_document_day", datetime.date)
    currency = TextField("currency")
    amount = Field[Decimal]("amount", Decimal)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    receivable: Relation[OpenItemFields] = Relation("receivable", lambda: OpenItemFields())
    credit: Relation[OpenItemFields] = Relation("credit", lambda: OpenItemFields())
    reverses: Relation[AllocationFields] = Relation("reverses", lambda: AllocationFields())
    allocation: Relation[AllocationFields] = Relation("allocation", lambda: AllocationFields())


class AuditEntryFields:
    """What filters and sorts of `audit_entry` can name."""

    id = UuidField("id")
    at = Field[datetime.datetime]("at", datetime.datetime)
    operator_id = UuidField("operator_id")
    on_behalf_of = TextField("on_behalf_of")
    request_id = TextField("request_id")
    operation = TextField("operation")
    entity = TextField("entity")
    record_id = UuidField("record_id")
    customer_id = UuidField("customer_id")
    action = EnumField["models.Action"]("action", lambda: _models().Action)
    before = Field[Any]("before", Any)
    after = Field[Any]("after", Any)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())


class CompanyFields(Fields["models.Company"]):
    """What filters and sorts of `company` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    name = SettableText[str]("name")
    currency = SettableText[str]("currency")
    money_step = SettableField[Decimal, Decimal]("money_step", Decimal)
    tax_method = SettableEnum["models.TaxMethod", "models.TaxMethod"]("tax_method", lambda: _models().TaxMethod)
    rounding = SettableEnum["models.RoundingMode", "models.RoundingMode"]("rounding", lambda: _models().RoundingMode)
    prices_include_tax = SettableField[bool, bool]("prices_include_tax", bool)
    default_tax_code = SettableText[str | None]("default_tax_code")
    backdating_days = SettableField[int, int]("backdating_days", int)
    write_off_tolerance = SettableField[Decimal, "models.Money"]("write_off_tolerance", Decimal)
    credit_policy = SettableEnum["models.CreditPolicy", "models.CreditPolicy"]("credit_policy", lambda: _models().CreditPolicy)
    credit_overdue_days = SettableField[int, int | None]("credit_overdue_days", int)
    expiry_policy = SettableEnum["models.PolicyLevel", "models.PolicyLevel"]("expiry_policy", lambda: _models().PolicyLevel)
    expiry_days = SettableField[int, int]("expiry_days", int)
    access_version = SettableField[int, int]("access_version", int)


class CompanyProfileFields(Fields["models.CompanyProfile"]):
    """What filters and sorts of `company_profile` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    valid_from = SettableField[datetime.date, datetime.date]("valid_from", datetime.date)
    legal_name = SettableText[str]("legal_name")
    street = SettableText[str | None]("street")
    city = SettableText[str | None]("city")
    postal_code = SettableText[str | None]("postal_code")
    province = SettableText[str | None]("province")
    country = SettableText[str | None]("country")
    tax_id = SettableText[str | None]("tax_id")
    iban = SettableText[str | None]("iban")
    email = SettableText[str | None]("email")
    phone = SettableText[str | None]("phone")
    website = SettableText[str | None]("website")
    logo = SettableText[str | None]("logo")
    currency = SettableText[str]("currency")
    time_zone = SettableText[str | None]("time_zone")
    language = SettableText[str | None]("language")
    tax_method = SettableEnum["models.TaxMethod", "models.TaxMethod"]("tax_method", lambda: _models().TaxMethod)
    rounding = SettableEnum["models.RoundingMode", "models.RoundingMode"]("rounding", lambda: _models().RoundingMode)
    prices_include_tax = SettableField[bool, bool]("prices_include_tax", bool)
    default_tax_code = SettableText[str | None]("default_tax_code")


class ContactFields(Fields["models.Contact"]):
    """What filters and sorts of `contact` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    customer_id = SettableUuid[UUID]("customer_id")
    name = SettableText[str]("name")
    position = SettableText[str | None]("position")
    is_primary = SettableField[bool, bool]("is_primary", bool)
    birthday = SettableField[datetime.date, datetime.date | None]("birthday", datetime.date)
    notes = SettableText[str | None]("notes")
    is_active = SettableField[bool, bool]("is_active", bool)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    contact_point: Relation[ContactPointFields] = Relation("contact_point", lambda: ContactPointFields())


class ContactPointFields(Fields["models.ContactPoint"]):
    """What filters and sorts of `contact_point` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    customer_id = SettableUuid[UUID]("customer_id")
    contact_id = SettableUuid[UUID | None]("contact_id")
    kind = SettableEnum["models.ContactPointKind", "models.ContactPointKind"]("kind", lambda: _models().ContactPointKind)
    value = SettableText[str]("value")
    country = SettableText[str | None]("country")
    lookup_key = SettableText[str | None]("lookup_key")
    label = SettableText[str | None]("label")
    is_primary = SettableField[bool, bool]("is_primary", bool)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    contact: Relation[ContactFields] = Relation("contact", lambda: ContactFields())


class CostCorrectionFields:
    """What filters and sorts of `cost_correction` can name."""

    id = UuidField("id")
    product_id = UuidField("product_id")
    sales_document_id = UuidField("sales_document_id")
    sales_line_id = UuidField("sales_line_id")
    delivered_line_id = UuidField("delivered_line_id")
    customer_id = UuidField("customer_id")
    salesperson_id = UuidField("salesperson_id")
    day = Field[datetime.date]("day", datetime.date)
    stock_document_id = UuidField("stock_document_id")
    cause_document_id = UuidField("cause_document_id")
    quantity = Field[Decimal]("quantity", Decimal)
    currency = TextField("currency")
    provisional = Field[Decimal]("provisional", Decimal)
    amount = Field[Decimal]("amount", Decimal)
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    sales_document: Relation[SalesDocumentFields] = Relation("sales_document", lambda: SalesDocumentFields())
    sales_line: Relation[SalesLineFields] = Relation("sales_line", lambda: SalesLineFields())
    delivered_line: Relation[SalesLineFields] = Relation("delivered_line", lambda: SalesLineFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    salesperson: Relation[OperatorFields] = Relation("salesperson", lambda: OperatorFields())
    stock_document: Relation[StockDocumentFields] = Relation("stock_document", lambda: StockDocumentFields())
    cause_document: Relation[SalesDocumentFields] = Relation("cause_document", lambda: SalesDocumentFields())


class CostVarianceFields:
    """What filters and sorts of `cost_variance` can name."""

    id = UuidField("id")
    kind = EnumField["models.VarianceKind"]("kind", lambda: _models().VarianceKind)
    product_id = UuidField("product_id")
    day = Field[datetime.date]("day", datetime.date)
    stock_document_id = UuidField("stock_document_id")
    sales_document_id = UuidField("sales_document_id")
    customer_id = UuidField("customer_id")
    line = Field[int]("line", int)
    currency = TextField("currency")
    amount = Field[Decimal]("amount", Decimal)
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    stock_document: Relation[StockDocumentFields] = Relation("stock_document", lambda: StockDocumentFields())
    sales_document: Relation[SalesDocumentFields] = Relation("sales_document", lambda: SalesDocumentFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())


class CustomFieldFields(Fields["models.CustomField"]):
    """What filters and sorts of `custom_field` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    entity = SettableText[str]("entity")
    name = SettableText[str]("name")
    value_type = SettableEnum["models.CustomType", "models.CustomType"]("value_type", lambda: _models().CustomType)
    category = SettableText[str | None]("category")
    is_required = SettableField[bool, bool]("is_required", bool)
    is_unique = SettableField[bool, bool]("is_unique", bool)
    labels = SettableField[Any, Mapping[str, str]]("labels", Any)
    position = SettableField[int, int]("position", int)
    is_active = SettableField[bool, bool]("is_active", bool)


class CustomerFields(Fields["models.Customer"]):
    """What filters and sorts of `customer` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    code = SettableText[str]("code")
    name = SettableText[str]("name")
    kind = SettableEnum["models.CustomerKind", "models.CustomerKind"]("kind", lambda: _models().CustomerKind)
    legal_name = SettableText[str | None]("legal_name")
    group_id = SettableUuid[UUID | None]("group_id")
    owner_id = SettableUuid[UUID | None]("owner_id")
    industry_id = SettableUuid[UUID | None]("industry_id")
    source_id = SettableUuid[UUID | None]("source_id")
    level_id = SettableUuid[UUID | None]("level_id")
    region_id = SettableUuid[UUID | None]("region_id")
    province_id = SettableUuid[UUID | None]("province_id")
    country = SettableText[str | None]("country")
    tax_id = SettableText[str | None]("tax_id")
    tax_id_key = SettableText[str | None]("tax_id_key")
    language = SettableText[str | None]("language")
    website = SettableText[str | None]("website")
    notes = SettableText[str | None]("notes")
    tax_code = SettableText[str | None]("tax_code")
    tax_profile = SettableText[str | None]("tax_profile")
    price_list_id = SettableUuid[UUID | None]("price_list_id")
    payment_days = SettableField[int, int]("payment_days", int)
    payment_terms = SettableField[Any, "models.PaymentTerms | None"]("payment_terms", Any)
    payer_id = SettableUuid[UUID | None]("payer_id")
    currency = SettableText[str | None]("currency")
    credit_limit = SettableField[Decimal, "models.Money | None"]("credit_limit", Decimal)
    is_active = SettableField[bool, bool]("is_active", bool)
    group: Relation[CustomerGroupFields] = Relation("group", lambda: CustomerGroupFields())
    owner: Relation[OperatorFields] = Relation("owner", lambda: OperatorFields())
    industry: Relation[DictionaryEntryFields] = Relation("industry", lambda: DictionaryEntryFields())
    source: Relation[DictionaryEntryFields] = Relation("source", lambda: DictionaryEntryFields())
    level: Relation[DictionaryEntryFields] = Relation("level", lambda: DictionaryEntryFields())
    region: Relation[DictionaryEntryFields] = Relation("region", lambda: DictionaryEntryFields())
    province: Relation[DictionaryEntryFields] = Relation("province", lambda: DictionaryEntryFields())
    price_list: Relation[PriceListFields] = Relation("price_list", lambda: PriceListFields())
    payer: Relation[CustomerFields] = Relation("payer", lambda: CustomerFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    customer_group_member: Relation[CustomerGroupMemberFields] = Relation("customer_group_member", lambda: CustomerGroupMemberFields())
    contact: Relation[ContactFields] = Relation("contact", lambda: ContactFields())
    contact_point: Relation[ContactPointFields] = Relation("contact_point", lambda: ContactPointFields())
    customer_address: Relation[CustomerAddressFields] = Relation("customer_address", lambda: CustomerAddressFields())
    product_code: Relation[ProductCodeFields] = Relation("product_code", lambda: ProductCodeFields())
    customer_price: Relation[CustomerPriceFields] = Relation("customer_price", lambda: CustomerPriceFields())
    quote: Relation[QuoteFields] = Relation("quote", lambda: QuoteFields())
    quote_revision: Relation[QuoteRevisionFields] = Relation("quote_revision", lambda: QuoteRevisionFields())
    quote_line: Relation[QuoteLineFields] = Relation("quote_line", lambda: QuoteLineFields())
    sales_order: Relation[SalesOrderFields] = Relation("sales_order", lambda: SalesOrderFields())
    sales_order_line: Relation[SalesOrderLineFields] = Relation("sales_order_line", lambda: SalesOrderLineFields())
    reservation: Relation[ReservationFields] = Relation("reservation", lambda: ReservationFields())
    sales_document: Relation[SalesDocumentFields] = Relation("sales_document", lambda: SalesDocumentFields())
    sales_line: Relation[SalesLineFields] = Relation("sales_line", lambda: SalesLineFields())
    stock_movement: Relation[StockMovementFields] = Relation("stock_movement", lambda: StockMovementFields())
    cost_variance: Relation[CostVarianceFields] = Relation("cost_variance", lambda: CostVarianceFields())
    cost_correction: Relation[CostCorrectionFields] = Relation("cost_correction", lambda: CostCorrectionFields())
    payment: Relation[PaymentFields] = Relation("payment", lambda: PaymentFields())
    adjustment: Relation[AdjustmentFields] = Relation("adjustment", lambda: AdjustmentFields())
    open_item: Relation[OpenItemFields] = Relation("open_item", lambda: OpenItemFields())
    allocation: Relation[AllocationFields] = Relation("allocation", lambda: AllocationFields())
    audit_entry: Relation[AuditEntryFields] = Relation("audit_entry", lambda: AuditEntryFields())
    feed_entry: Relation[FeedEntryFields] = Relation("feed_entry", lambda: FeedEntryFields())


class CustomerAddressFields(Fields["models.CustomerAddress"]):
    """What filters and sorts of `customer_address` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    customer_id = SettableUuid[UUID]("customer_id")
    kind = SettableEnum["models.AddressKind", "models.AddressKind"]("kind", lambda: _models().AddressKind)
    name = SettableText[str | None]("name")
    owner_id = SettableUuid[UUID | None]("owner_id")
    street = SettableText[str | None]("street")
    city = SettableText[str | None]("city")
    postal_code = SettableText[str | None]("postal_code")
    province_id = SettableUuid[UUID | None]("province_id")
    region_id = SettableUuid[UUID | None]("region_id")
    country = SettableText[str | None]("country")
    is_primary = SettableField[bool, bool]("is_primary", bool)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    owner: Relation[OperatorFields] = Relation("owner", lambda: OperatorFields())
    province: Relation[DictionaryEntryFields] = Relation("province", lambda: DictionaryEntryFields())
    region: Relation[DictionaryEntryFields] = Relation("region", lambda: DictionaryEntryFields())


class CustomerGroupFields(Fields["models.CustomerGroup"]):
    """What filters and sorts of `customer_group` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    code = SettableText[str]("code")
    name = SettableText[str]("name")
    parent_id = SettableUuid[UUID | None]("parent_id")
    code_prefix = SettableText[str | None]("code_prefix")
    code_digits = SettableField[int, int]("code_digits", int)
    price_list_id = SettableUuid[UUID | None]("price_list_id")
    parent: Relation[CustomerGroupFields] = Relation("parent", lambda: CustomerGroupFields())
    price_list: Relation[PriceListFields] = Relation("price_list", lambda: PriceListFields())
    customer_group: Relation[CustomerGroupFields] = Relation("customer_group", lambda: CustomerGroupFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    customer_group_member: Relation[CustomerGroupMemberFields] = Relation("customer_group_member", lambda: CustomerGroupMemberFields())


class CustomerGroupMemberFields(Fields["models.CustomerGroupMember"]):
    """What filters and sorts of `customer_group_member` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    customer_id = SettableUuid[UUID]("customer_id")
    group_id = SettableUuid[UUID]("group_id")
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    group: Relation[CustomerGroupFields] = Relation("group", lambda: CustomerGroupFields())


class CustomerPriceFields(Fields["models.CustomerPrice"]):
    """What filters and sorts of `customer_price` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    customer_id = SettableUuid[UUID]("customer_id")
    product_id = SettableUuid[UUID]("product_id")
    unit = SettableText[str | None]("unit")
    min_quantity = SettableField[Decimal, Decimal]("min_quantity", Decimal)
    currency = SettableText[str]("currency")
    unit_price = SettableField[Decimal, "models.UnitPrice | None"]("unit_price", Decimal)
    discount = SettableField[Decimal, Decimal | None]("discount", Decimal)
    valid_from = SettableField[datetime.date, datetime.date | None]("valid_from", datetime.date)
    valid_to = SettableField[datetime.date, datetime.date | None]("valid_to", datetime.date)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())


class DictionaryEntryFields(Fields["models.DictionaryEntry"]):
    """What filters and sorts of `dictionary_entry` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    category = SettableText[str]("category")
    code = SettableText[str]("code")
    labels = SettableField[Any, Mapping[str, str]]("labels", Any)
    position = SettableField[int, int]("position", int)
    is_active = SettableField[bool, bool]("is_active", bool)
    parent_id = SettableUuid[UUID | None]("parent_id")
    parent: Relation[DictionaryEntryFields] = Relation("parent", lambda: DictionaryEntryFields())
    dictionary_entry: Relation[DictionaryEntryFields] = Relation("dictionary_entry", lambda: DictionaryEntryFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    customer_address: Relation[CustomerAddressFields] = Relation("customer_address", lambda: CustomerAddressFields())


class FeedEntryFields:
    """What filters and sorts of `feed_entry` can name."""

    position = Field[int]("position", int)
    at = Field[datetime.datetime]("at", datetime.datetime)
    entity = TextField("entity")
    record_id = UuidField("record_id")
    customer_id = UuidField("customer_id")
    action = EnumField["models.Action"]("action", lambda: _models().Action)
    audit_id = UuidField("audit_id")
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())


class KitComponentFields(Fields["models.KitComponent"]):
    """What filters and sorts of `kit_component` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    kit_id = SettableUuid[UUID]("kit_id")
    component_id = SettableUuid[UUID]("component_id")
    quantity = SettableField[Decimal, Decimal]("quantity", Decimal)
    kit: Relation[ProductFields] = Relation("kit", lambda: ProductFields())
    component: Relation[ProductFields] = Relation("component", lambda: ProductFields())


class LotBalanceFields:
    """What filters and sorts of `lot_balance` can name."""

    version = Field[int]("version", int)
    product_id = UuidField("product_id")
    lot = TextField("lot")
    warehouse_id = UuidField("warehouse_id")
    quantity = Field[Decimal]("quantity", Decimal)
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    warehouse: Relation[WarehouseFields] = Relation("warehouse", lambda: WarehouseFields())


class OpenItemFields:
    """What filters and sorts of `open_item` can name."""

    id = UuidField("id")
    version = Field[int]("version", int)
    kind = EnumField["models.OpenItemKind"]("kind", lambda: _models().OpenItemKind)
    customer_id = UuidField("customer_id")
    salesperson_id = UuidField("salesperson_id")
    sales_document_id = UuidField("sales_document_id")
    payment_id = UuidField("payment_id")
    adjustment_id = UuidField("adjustment_id")
    source_item_id = UuidField("source_item_id")
    order_id = UuidField("order_id")
    reference = TextField("reference")
    order_reference = TextField("order_reference")
    instalment = Field[int]("instalment", int)
    day = Field[datetime.date]("day", datetime.date)
    document_day = Field[datetime.date]("document_day", datetime.date)
    due_day = Field[datetime.date]("due_day", datetime.date)
    posted_at = Field[datetime.datetime]("posted_at", datetime.datetime)
    currency = TextField("currency")
    amount = Field[Decimal]("amount", Decimal)
    open = Field[Decimal]("open", Decimal)
    settled_day = Field[datetime.date]("settled_day", datetime.date)
    reopened_day = Field[datetime.date]("reopened_day", datetime.date)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    sales_document: Relation[SalesDocumentFields] = Relation("sales_document", lambda: SalesDocumentFields())
    payment: Relation[PaymentFields] = Relation("payment", lambda: PaymentFields())
    adjustment: Relation[AdjustmentFields] = Relation("adjustment", lambda: AdjustmentFields())
    source_item: Relation[OpenItemFields] = Relation("source_item", lambda: OpenItemFields())
    order: Relation[SalesOrderFields] = Relation("order", lambda: SalesOrderFields())
    open_item: Relation[OpenItemFields] = Relation("open_item", lambda: OpenItemFields())
    allocation: Relation[AllocationFields] = Relation("allocation", lambda: AllocationFields())


class OperatorFields(Fields["models.Operator"]):
    """What filters and sorts of `operator` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    code = SettableText[str]("code")
    name = SettableText[str]("name")
    roles = SettableField[Any, Sequence[str]]("roles", Any)
    is_active = SettableField[bool, bool]("is_active", bool)
    groups = SettableField[Any, Sequence[UUID]]("groups", Any)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    customer_address: Relation[CustomerAddressFields] = Relation("customer_address", lambda: CustomerAddressFields())
    quote: Relation[QuoteFields] = Relation("quote", lambda: QuoteFields())
    quote_revision: Relation[QuoteRevisionFields] = Relation("quote_revision", lambda: QuoteRevisionFields())
    sales_order: Relation[SalesOrderFields] = Relation("sales_order", lambda: SalesOrderFields())
    sales_document: Relation[SalesDocumentFields] = Relation("sales_document", lambda: SalesDocumentFields())
    cost_correction: Relation[CostCorrectionFields] = Relation("cost_correction", lambda: CostCorrectionFields())


class PaymentFields:
    """What filters and sorts of `payment` can name."""

    id = UuidField("id")
    number = TextField("number")
    series = TextField("series")
    sequence = Field[int]("sequence", int)
    day = Field[datetime.date]("day", datetime.date)
    posted_at = Field[datetime.datetime]("posted_at", datetime.datetime)
    operator_id = UuidField("operator_id")
    customer_id = UuidField("customer_id")
    order_id = UuidField("order_id")
    method = TextField("method")
    reference = TextField("reference")
    currency = TextField("currency")
    amount = Field[Decimal]("amount", Decimal)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    order: Relation[SalesOrderFields] = Relation("order", lambda: SalesOrderFields())
    adjustment: Relation[AdjustmentFields] = Relation("adjustment", lambda: AdjustmentFields())
    open_item: Relation[OpenItemFields] = Relation("open_item", lambda: OpenItemFields())


class PriceListFields(Fields["models.PriceList"]):
    """What filters and sorts of `price_list` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    code = SettableText[str]("code")
    name = SettableText[str]("name")
    currency = SettableText[str]("currency")
    valid_from = SettableField[datetime.date, datetime.date | None]("valid_from", datetime.date)
    valid_to = SettableField[datetime.date, datetime.date | None]("valid_to", datetime.date)
    prices_include_tax = SettableField[bool, bool]("prices_include_tax", bool)
    breaks = SettableEnum["models.BreakBasis", "models.BreakBasis"]("breaks", lambda: _models().BreakBasis)
    is_active = SettableField[bool, bool]("is_active", bool)
    customer_group: Relation[CustomerGroupFields] = Relation("customer_group", lambda: CustomerGroupFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    price_list_item: Relation[PriceListItemFields] = Relation("price_list_item", lambda: PriceListItemFields())


class PriceListItemFields(Fields["models.PriceListItem"]):
    """What filters and sorts of `price_list_item` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    list_id = SettableUuid[UUID]("list_id")
    product_id = SettableUuid[UUID]("product_id")
    unit = SettableText[str | None]("unit")
    min_quantity = SettableField[Decimal, Decimal]("min_quantity", Decimal)
    currency = SettableText[str]("currency")
    unit_price = SettableField[Decimal, "models.UnitPrice"]("unit_price", Decimal)
    discount = SettableField[Decimal, Decimal | None]("discount", Decimal)
    valid_from = SettableField[datetime.date, datetime.date | None]("valid_from", datetime.date)
    valid_to = SettableField[datetime.date, datetime.date | None]("valid_to", datetime.date)
    list: Relation[PriceListFields] = Relation("list", lambda: PriceListFields())
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())


class ProductFields(Fields["models.Product"]):
    """What filters and sorts of `product` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    code = SettableText[str]("code")
    name = SettableText[str]("name")
    model = SettableText[str | None]("model")
    specification = SettableText[str | None]("specification")
    mnemonic = SettableText[str | None]("mnemonic")
    brand = SettableText[str | None]("brand")
    notes = SettableText[str | None]("notes")
    group_id = SettableUuid[UUID | None]("group_id")
    unit = SettableText[str | None]("unit")
    stock_decimals = SettableField[int, int]("stock_decimals", int)
    is_stocked = SettableField[bool, bool]("is_stocked", bool)
    is_kit = SettableField[bool, bool]("is_kit", bool)
    tracking = SettableEnum["models.Tracking", "models.Tracking"]("tracking", lambda: _models().Tracking)
    costing = SettableText[str]("costing")
    tax_code = SettableText[str | None]("tax_code")
    currency = SettableText[str]("currency")
    list_price = SettableField[Decimal, "models.UnitPrice | None"]("list_price", Decimal)
    is_active = SettableField[bool, bool]("is_active", bool)
    group: Relation[ProductGroupFields] = Relation("group", lambda: ProductGroupFields())
    product_unit: Relation[ProductUnitFields] = Relation("product_unit", lambda: ProductUnitFields())
    product_code: Relation[ProductCodeFields] = Relation("product_code", lambda: ProductCodeFields())
    kit_component: Relation[KitComponentFields] = Relation("kit_component", lambda: KitComponentFields())
    price_list_item: Relation[PriceListItemFields] = Relation("price_list_item", lambda: PriceListItemFields())
    customer_price: Relation[CustomerPriceFields] = Relation("customer_price", lambda: CustomerPriceFields())
    product_cost: Relation[ProductCostFields] = Relation("product_cost", lambda: ProductCostFields())
    stock_pool: Relation[StockPoolFields] = Relation("stock_pool", lambda: StockPoolFields())
    stock_balance: Relation[StockBalanceFields] = Relation("stock_balance", lambda: StockBalanceFields())
    stock_lot: Relation[StockLotFields] = Relation("stock_lot", lambda: StockLotFields())
    lot_balance: Relation[LotBalanceFields] = Relation("lot_balance", lambda: LotBalanceFields())
    quote_line: Relation[QuoteLineFields] = Relation("quote_line", lambda: QuoteLineFields())
    sales_order_line: Relation[SalesOrderLineFields] = Relation("sales_order_line", lambda: SalesOrderLineFields())
    reservation: Relation[ReservationFields] = Relation("reservation", lambda: ReservationFields())
    sales_line: Relation[SalesLineFields] = Relation("sales_line", lambda: SalesLineFields())
    stock_movement: Relation[StockMovementFields] = Relation("stock_movement", lambda: StockMovementFields())
    cost_variance: Relation[CostVarianceFields] = Relation("cost_variance", lambda: CostVarianceFields())
    cost_correction: Relation[CostCorrectionFields] = Relation("cost_correction", lambda: CostCorrectionFields())


class ProductCodeFields(Fields["models.ProductCode"]):
    """What filters and sorts of `product_code` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    product_id = SettableUuid[UUID]("product_id")
    kind = SettableEnum["models.CodeKind", "models.CodeKind"]("kind", lambda: _models().CodeKind)
    value = SettableText[str]("value")
    is_gtin = SettableField[bool, bool]("is_gtin", bool)
    unit = SettableText[str | None]("unit")
    quantity = SettableField[Decimal, Decimal | None]("quantity", Decimal)
    customer_id = SettableUuid[UUID | None]("customer_id")
    supplier = SettableText[str | None]("supplier")
    valid_from = SettableField[datetime.date, datetime.date | None]("valid_from", datetime.date)
    valid_to = SettableField[datetime.date, datetime.date | None]("valid_to", datetime.date)
    is_active = SettableField[bool, bool]("is_active", bool)
    party = SettableText[str]("party")
    claim = SettableText[str | None]("claim")
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())


class ProductCostFields(Fields["models.ProductCost"]):
    """What filters and sorts of `product_cost` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    product_id = SettableUuid[UUID]("product_id")
    valid_from = SettableField[datetime.date, datetime.date]("valid_from", datetime.date)
    currency = SettableText[str]("currency")
    unit_cost = SettableField[Decimal, "models.UnitPrice | None"]("unit_cost", Decimal)
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())


class ProductGroupFields(Fields["models.ProductGroup"]):
    """What filters and sorts of `product_group` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    code = SettableText[str]("code")
    name = SettableText[str]("name")
    parent_id = SettableUuid[UUID | None]("parent_id")
    code_prefix = SettableText[str | None]("code_prefix")
    code_digits = SettableField[int, int]("code_digits", int)
    parent: Relation[ProductGroupFields] = Relation("parent", lambda: ProductGroupFields())
    product_group: Relation[ProductGroupFields] = Relation("product_group", lambda: ProductGroupFields())
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())


class ProductUnitFields(Fields["models.ProductUnit"]):
    """What filters and sorts of `product_unit` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    product_id = SettableUuid[UUID]("product_id")
    unit = SettableText[str]("unit")
    numerator = SettableField[int, int]("numerator", int)
    denominator = SettableField[int, int]("denominator", int)
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())


class QuoteFields:
    """What filters and sorts of `quote` can name."""

    id = UuidField("id")
    version = Field[int]("version", int)
    number = TextField("number")
    series = TextField("series")
    sequence = Field[int]("sequence", int)
    customer_id = UuidField("customer_id")
    salesperson_id = UuidField("salesperson_id")
    day = Field[datetime.date]("day", datetime.date)
    revision = Field[int]("revision", int)
    valid_until = Field[datetime.date]("valid_until", datetime.date)
    currency = TextField("currency")
    net = Field[Decimal]("net", Decimal)
    outcome = EnumField["models.QuoteOutcome"]("outcome", lambda: _models().QuoteOutcome)
    decided_at = Field[datetime.datetime]("decided_at", datetime.datetime)
    reason = TextField("reason")
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    salesperson: Relation[OperatorFields] = Relation("salesperson", lambda: OperatorFields())
    quote_revision: Relation[QuoteRevisionFields] = Relation("quote_revision", lambda: QuoteRevisionFields())
    sales_order: Relation[SalesOrderFields] = Relation("sales_order", lambda: SalesOrderFields())


class QuoteLineFields:
    """What filters and sorts of `quote_line` can name."""

    id = UuidField("id")
    revision_id = UuidField("revision_id")
    line = Field[int]("line", int)
    customer_id = UuidField("customer_id")
    day = Field[datetime.date]("day", datetime.date)
    product_id = UuidField("product_id")
    product_code = TextField("product_code")
    product_name = TextField("product_name")
    unit = TextField("unit")
    quantity = Field[Decimal]("quantity", Decimal)
    entered_unit = TextField("entered_unit")
    entered_quantity = Field[Decimal]("entered_quantity", Decimal)
    currency = TextField("currency")
    unit_price = Field[Decimal]("unit_price", Decimal)
    price_quantity = Field[Decimal]("price_quantity", Decimal)
    price_source = Field[Any]("price_source", Any)
    includes_tax = Field[bool]("includes_tax", bool)
    discount_percent = Field[Decimal]("discount_percent", Decimal)
    discount = Field[Decimal]("discount", Decimal)
    charge = Field[Decimal]("charge", Decimal)
    amount = Field[Decimal]("amount", Decimal)
    net = Field[Decimal]("net", Decimal)
    revenue = Field[Decimal]("revenue", Decimal)
    tax_code = TextField("tax_code")
    tax_category = EnumField["models.TaxCategory"]("tax_category", lambda: _models().TaxCategory)
    tax_rate = Field[Decimal]("tax_rate", Decimal)
    tax = Field[Decimal]("tax", Decimal)
    expected_cost = Field[Decimal]("expected_cost", Decimal)
    expected_profit = Field[Decimal]("expected_profit", Decimal)
    revision: Relation[QuoteRevisionFields] = Relation("revision", lambda: QuoteRevisionFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    sales_order_line: Relation[SalesOrderLineFields] = Relation("sales_order_line", lambda: SalesOrderLineFields())


class QuoteRevisionFields:
    """What filters and sorts of `quote_revision` can name."""

    id = UuidField("id")
    day = Field[datetime.date]("day", datetime.date)
    posted_at = Field[datetime.datetime]("posted_at", datetime.datetime)
    operator_id = UuidField("operator_id")
    customer_id = UuidField("customer_id")
    customer_code = TextField("customer_code")
    customer_name = TextField("customer_name")
    salesperson_id = UuidField("salesperson_id")
    reference = TextField("reference")
    issuer = Field[Any]("issuer", Any)
    buyer = Field[Any]("buyer", Any)
    tax_method = EnumField["models.TaxMethod"]("tax_method", lambda: _models().TaxMethod)
    rounding = EnumField["models.RoundingMode"]("rounding", lambda: _models().RoundingMode)
    prices_include_tax = Field[bool]("prices_include_tax", bool)
    taxes = Field[Any]("taxes", Any)
    adjustments = Field[Any]("adjustments", Any)
    currency = TextField("currency")
    lines_net = Field[Decimal]("lines_net", Decimal)
    net = Field[Decimal]("net", Decimal)
    tax = Field[Decimal]("tax", Decimal)
    gross = Field[Decimal]("gross", Decimal)
    quote_id = UuidField("quote_id")
    revision = Field[int]("revision", int)
    valid_until = Field[datetime.date]("valid_until", datetime.date)
    expected_cost = Field[Decimal]("expected_cost", Decimal)
    expected_profit = Field[Decimal]("expected_profit", Decimal)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    salesperson: Relation[OperatorFields] = Relation("salesperson", lambda: OperatorFields())
    quote: Relation[QuoteFields] = Relation("quote", lambda: QuoteFields())
    quote_line: Relation[QuoteLineFields] = Relation("quote_line", lambda: QuoteLineFields())
    sales_order: Relation[SalesOrderFields] = Relation("sales_order", lambda: SalesOrderFields())


class ReservationFields:
    """What filters and sorts of `reservation` can name."""

    version = Field[int]("version", int)
    order_line_id = UuidField("order_line_id")
    product_id = UuidField("product_id")
    order_id = UuidField("order_id")
    customer_id = UuidField("customer_id")
    warehouse_id = UuidField("warehouse_id")
    quantity = Field[Decimal]("quantity", Decimal)
    expires_at = Field[datetime.datetime]("expires_at", datetime.datetime)
    order_line: Relation[SalesOrderLineFields] = Relation("order_line", lambda: SalesOrderLineFields())
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    order: Relation[SalesOrderFields] = Relation("order", lambda: SalesOrderFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    warehouse: Relation[WarehouseFields] = Relation("warehouse", lambda: WarehouseFields())


class RoleFields(Fields["models.Role"]):
    """What filters and sorts of `role` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    code = SettableText[str]("code")
    name = SettableText[str]("name")
    rights = SettableField[Any, "Sequence[models.Right]"]("rights", Any)
    reach = SettableEnum["models.ScopeLevel", "models.ScopeLevel"]("reach", lambda: _models().ScopeLevel)
    max_discount = SettableField[Decimal, Decimal | None]("max_discount", Decimal)
    systems = SettableField[Any, Sequence[str]]("systems", Any)


class SalesDocumentFields:
    """What filters and sorts of `sales_document` can name."""

    id = UuidField("id")
    day = Field[datetime.date]("day", datetime.date)
    posted_at = Field[datetime.datetime]("posted_at", datetime.datetime)
    operator_id = UuidField("operator_id")
    customer_id = UuidField("customer_id")
    customer_code = TextField("customer_code")
    customer_name = TextField("customer_name")
    salesperson_id = UuidField("salesperson_id")
    reference = TextField("reference")
    issuer = Field[Any]("issuer", Any)
    buyer = Field[Any]("buyer", Any)
    tax_method = EnumField["models.TaxMethod"]("tax_method", lambda: _models().TaxMethod)
    rounding = EnumField["models.RoundingMode"]("rounding", lambda: _models().RoundingMode)
    prices_include_tax = Field[bool]("prices_include_tax", bool)
    taxes = Field[Any]("taxes", Any)
    adjustments = Field[Any]("adjustments", Any)
    currency = TextField("currency")
    lines_net = Field[Decimal]("lines_net", Decimal)
    net = Field[Decimal]("net", Decimal)
    tax = Field[Decimal]("tax", Decimal)
    gross = Field[Decimal]("gross", Decimal)
    kind = EnumField["models.SalesKind"]("kind", lambda: _models().SalesKind)
    number = TextField("number")
    series = TextField("series")
    sequence = Field[int]("sequence", int)
    warehouse_id = UuidField("warehouse_id")
    order_id = UuidField("order_id")
    reverses_id = UuidField("reverses_id")
    reason = TextField("reason")
    payable_rounding = Field[Decimal]("payable_rounding", Decimal)
    payable = Field[Decimal]("payable", Decimal)
    cost = Field[Decimal]("cost", Decimal)
    profit = Field[Decimal]("profit", Decimal)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    salesperson: Relation[OperatorFields] = Relation("salesperson", lambda: OperatorFields())
    warehouse: Relation[WarehouseFields] = Relation("warehouse", lambda: WarehouseFields())
    order: Relation[SalesOrderFields] = Relation("order", lambda: SalesOrderFields())
    reverses: Relation[SalesDocumentFields] = Relation("reverses", lambda: SalesDocumentFields())
    sales_document: Relation[SalesDocumentFields] = Relation("sales_document", lambda: SalesDocumentFields())
    sales_line: Relation[SalesLineFields] = Relation("sales_line", lambda: SalesLineFields())
    stock_movement: Relation[StockMovementFields] = Relation("stock_movement", lambda: StockMovementFields())
    cost_variance: Relation[CostVarianceFields] = Relation("cost_variance", lambda: CostVarianceFields())
    cost_correction: Relation[CostCorrectionFields] = Relation("cost_correction", lambda: CostCorrectionFields())
    open_item: Relation[OpenItemFields] = Relation("open_item", lambda: OpenItemFields())


class SalesLineFields:
    """What filters and sorts of `sales_line` can name."""

    id = UuidField("id")
    document_id = UuidField("document_id")
    line = Field[int]("line", int)
    customer_id = UuidField("customer_id")
    day = Field[datetime.date]("day", datetime.date)
    product_id = UuidField("product_id")
    product_code = TextField("product_code")
    product_name = TextField("product_name")
    unit = TextField("unit")
    quantity = Field[Decimal]("quantity", Decimal)
    entered_unit = TextField("entered_unit")
    entered_quantity = Field[Decimal]("entered_quantity", Decimal)
    currency = TextField("currency")
    unit_price = Field[Decimal]("unit_price", Decimal)
    price_quantity = Field[Decimal]("price_quantity", Decimal)
    price_source = Field[Any]("price_source", Any)
    includes_tax = Field[bool]("includes_tax", bool)
    discount_percent = Field[Decimal]("discount_percent", Decimal)
    discount = Field[Decimal]("discount", Decimal)
    charge = Field[Decimal]("charge", Decimal)
    amount = Field[Decimal]("amount", Decimal)
    net = Field[Decimal]("net", Decimal)
    revenue = Field[Decimal]("revenue", Decimal)
    tax_code = TextField("tax_code")
    tax_category = EnumField["models.TaxCategory"]("tax_category", lambda: _models().TaxCategory)
    tax_rate = Field[Decimal]("tax_rate", Decimal)
    tax = Field[Decimal]("tax", Decimal)
    lot = TextField("lot")
    cost_source = EnumField["models.CostSource"]("cost_source", lambda: _models().CostSource)
    cost_reason = TextField("cost_reason")
    components = Field[Any]("components", Any)
    cost = Field[Decimal]("cost", Decimal)
    profit = Field[Decimal]("profit", Decimal)
    returned_line_id = UuidField("returned_line_id")
    credited_line_id = UuidField("credited_line_id")
    order_line_id = UuidField("order_line_id")
    withheld = Field[Decimal]("withheld", Decimal)
    document: Relation[SalesDocumentFields] = Relation("document", lambda: SalesDocumentFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    returned_line: Relation[SalesLineFields] = Relation("returned_line", lambda: SalesLineFields())
    credited_line: Relation[SalesLineFields] = Relation("credited_line", lambda: SalesLineFields())
    order_line: Relation[SalesOrderLineFields] = Relation("order_line", lambda: SalesOrderLineFields())
    sales_line: Relation[SalesLineFields] = Relation("sales_line", lambda: SalesLineFields())
    cost_correction: Relation[CostCorrectionFields] = Relation("cost_correction", lambda: CostCorrectionFields())


class SalesOrderFields:
    """What filters and sorts of `sales_order` can name."""

    id = UuidField("id")
    version = Field[int]("version", int)
    day = Field[datetime.date]("day", datetime.date)
    posted_at = Field[datetime.datetime]("posted_at", datetime.datetime)
    operator_id = UuidField("operator_id")
    customer_id = UuidField("customer_id")
    customer_code = TextField("customer_code")
    customer_name = TextField("customer_name")
    salesperson_id = UuidField("salesperson_id")
    reference = TextField("reference")
    issuer = Field[Any]("issuer", Any)
    buyer = Field[Any]("buyer", Any)
    tax_method = EnumField["models.TaxMethod"]("tax_method", lambda: _models().TaxMethod)
    rounding = EnumField["models.RoundingMode"]("rounding", lambda: _models().RoundingMode)
    prices_include_tax = Field[bool]("prices_include_tax", bool)
    taxes = Field[Any]("taxes", Any)
    adjustments = Field[Any]("adjustments", Any)
    currency = TextField("currency")
    lines_net = Field[Decimal]("lines_net", Decimal)
    net = Field[Decimal]("net", Decimal)
    tax = Field[Decimal]("tax", Decimal)
    gross = Field[Decimal]("gross", Decimal)
    number = TextField("number")
    series = TextField("series")
    sequence = Field[int]("sequence", int)
    quote_id = UuidField("quote_id")
    quote_revision_id = UuidField("quote_revision_id")
    warehouse_id = UuidField("warehouse_id")
    requested_day = Field[datetime.date]("requested_day", datetime.date)
    state = EnumField["models.OrderState"]("state", lambda: _models().OrderState)
    closed_at = Field[datetime.datetime]("closed_at", datetime.datetime)
    close_reason = TextField("close_reason")
    expected_cost = Field[Decimal]("expected_cost", Decimal)
    expected_profit = Field[Decimal]("expected_profit", Decimal)
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    salesperson: Relation[OperatorFields] = Relation("salesperson", lambda: OperatorFields())
    quote: Relation[QuoteFields] = Relation("quote", lambda: QuoteFields())
    quote_revision: Relation[QuoteRevisionFields] = Relation("quote_revision", lambda: QuoteRevisionFields())
    warehouse: Relation[WarehouseFields] = Relation("warehouse", lambda: WarehouseFields())
    sales_order_line: Relation[SalesOrderLineFields] = Relation("sales_order_line", lambda: SalesOrderLineFields())
    reservation: Relation[ReservationFields] = Relation("reservation", lambda: ReservationFields())
    sales_document: Relation[SalesDocumentFields] = Relation("sales_document", lambda: SalesDocumentFields())
    payment: Relation[PaymentFields] = Relation("payment", lambda: PaymentFields())
    open_item: Relation[OpenItemFields] = Relation("open_item", lambda: OpenItemFields())


class SalesOrderLineFields:
    """What filters and sorts of `sales_order_line` can name."""

    id = UuidField("id")
    version = Field[int]("version", int)
    order_id = UuidField("order_id")
    line = Field[int]("line", int)
    customer_id = UuidField("customer_id")
    day = Field[datetime.date]("day", datetime.date)
    product_id = UuidField("product_id")
    product_code = TextField("product_code")
    product_name = TextField("product_name")
    unit = TextField("unit")
    quantity = Field[Decimal]("quantity", Decimal)
    entered_unit = TextField("entered_unit")
    entered_quantity = Field[Decimal]("entered_quantity", Decimal)
    currency = TextField("currency")
    unit_price = Field[Decimal]("unit_price", Decimal)
    price_quantity = Field[Decimal]("price_quantity", Decimal)
    price_source = Field[Any]("price_source", Any)
    includes_tax = Field[bool]("includes_tax", bool)
    discount_percent = Field[Decimal]("discount_percent", Decimal)
    discount = Field[Decimal]("discount", Decimal)
    charge = Field[Decimal]("charge", Decimal)
    amount = Field[Decimal]("amount", Decimal)
    net = Field[Decimal]("net", Decimal)
    revenue = Field[Decimal]("revenue", Decimal)
    tax_code = TextField("tax_code")
    tax_category = EnumField["models.TaxCategory"]("tax_category", lambda: _models().TaxCategory)
    tax_rate = Field[Decimal]("tax_rate", Decimal)
    tax = Field[Decimal]("tax", Decimal)
    quote_line_id = UuidField("quote_line_id")
    delivered = Field[Decimal]("delivered", Decimal)
    closed = Field[Decimal]("closed", Decimal)
    expected_cost = Field[Decimal]("expected_cost", Decimal)
    order: Relation[SalesOrderFields] = Relation("order", lambda: SalesOrderFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    quote_line: Relation[QuoteLineFields] = Relation("quote_line", lambda: QuoteLineFields())
    reservation: Relation[ReservationFields] = Relation("reservation", lambda: ReservationFields())
    sales_line: Relation[SalesLineFields] = Relation("sales_line", lambda: SalesLineFields())


class StockBalanceFields:
    """What filters and sorts of `stock_balance` can name."""

    version = Field[int]("version", int)
    product_id = UuidField("product_id")
    warehouse_id = UuidField("warehouse_id")
    quantity = Field[Decimal]("quantity", Decimal)
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    warehouse: Relation[WarehouseFields] = Relation("warehouse", lambda: WarehouseFields())


class StockDocumentFields:
    """What filters and sorts of `stock_document` can name."""

    id = UuidField("id")
    kind = EnumField["models.MovementKind"]("kind", lambda: _models().MovementKind)
    number = TextField("number")
    series = TextField("series")
    sequence = Field[int]("sequence", int)
    day = Field[datetime.date]("day", datetime.date)
    posted_at = Field[datetime.datetime]("posted_at", datetime.datetime)
    operator_id = UuidField("operator_id")
    warehouse_id = UuidField("warehouse_id")
    to_warehouse_id = UuidField("to_warehouse_id")
    corrects_id = UuidField("corrects_id")
    reference = TextField("reference")
    currency = TextField("currency")
    amount = Field[Decimal]("amount", Decimal)
    value = Field[Decimal]("value", Decimal)
    warehouse: Relation[WarehouseFields] = Relation("warehouse", lambda: WarehouseFields())
    to_warehouse: Relation[WarehouseFields] = Relation("to_warehouse", lambda: WarehouseFields())
    corrects: Relation[StockDocumentFields] = Relation("corrects", lambda: StockDocumentFields())
    stock_document: Relation[StockDocumentFields] = Relation("stock_document", lambda: StockDocumentFields())
    stock_movement: Relation[StockMovementFields] = Relation("stock_movement", lambda: StockMovementFields())
    cost_variance: Relation[CostVarianceFields] = Relation("cost_variance", lambda: CostVarianceFields())
    cost_correction: Relation[CostCorrectionFields] = Relation("cost_correction", lambda: CostCorrectionFields())


class StockLotFields:
    """What filters and sorts of `stock_lot` can name."""

    version = Field[int]("version", int)
    product_id = UuidField("product_id")
    lot = TextField("lot")
    expires_on = Field[datetime.date]("expires_on", datetime.date)
    quantity = Field[Decimal]("quantity", Decimal)
    currency = TextField("currency")
    value = Field[Decimal]("value", Decimal)
    reference_cost = Field[Decimal]("reference_cost", Decimal)
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())


class StockMovementFields:
    """What filters and sorts of `stock_movement` can name."""

    id = UuidField("id")
    product_id = UuidField("product_id")
    sequence = Field[int]("sequence", int)
    warehouse_id = UuidField("warehouse_id")
    lot = TextField("lot")
    kind = EnumField["models.MovementKind"]("kind", lambda: _models().MovementKind)
    basis = EnumField["models.CostBasis"]("basis", lambda: _models().CostBasis)
    day = Field[datetime.date]("day", datetime.date)
    stock_document_id = UuidField("stock_document_id")
    sales_document_id = UuidField("sales_document_id")
    customer_id = UuidField("customer_id")
    line = Field[int]("line", int)
    for_sequence = Field[int]("for_sequence", int)
    corrects_id = UuidField("corrects_id")
    quantity = Field[Decimal]("quantity", Decimal)
    covered = Field[Decimal]("covered", Decimal)
    currency = TextField("currency")
    unit_cost = Field[Decimal]("unit_cost", Decimal)
    price_quantity = Field[Decimal]("price_quantity", Decimal)
    amount = Field[Decimal]("amount", Decimal)
    value = Field[Decimal]("value", Decimal)
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())
    warehouse: Relation[WarehouseFields] = Relation("warehouse", lambda: WarehouseFields())
    stock_document: Relation[StockDocumentFields] = Relation("stock_document", lambda: StockDocumentFields())
    sales_document: Relation[SalesDocumentFields] = Relation("sales_document", lambda: SalesDocumentFields())
    customer: Relation[CustomerFields] = Relation("customer", lambda: CustomerFields())
    corrects: Relation[StockDocumentFields] = Relation("corrects", lambda: StockDocumentFields())


class StockPoolFields:
    """What filters and sorts of `stock_pool` can name."""

    version = Field[int]("version", int)
    product_id = UuidField("product_id")
    currency = TextField("currency")
    quantity = Field[Decimal]("quantity", Decimal)
    value = Field[Decimal]("value", Decimal)
    reference_cost = Field[Decimal]("reference_cost", Decimal)
    last_day = Field[datetime.date]("last_day", datetime.date)
    movements = Field[int]("movements", int)
    product: Relation[ProductFields] = Relation("product", lambda: ProductFields())


class TaxRateFields(Fields["models.TaxRate"]):
    """What filters and sorts of `tax_rate` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    code = SettableText[str]("code")
    name = SettableText[str]("name")
    category = SettableEnum["models.TaxCategory", "models.TaxCategory"]("category", lambda: _models().TaxCategory)
    rate = SettableField[Decimal, Decimal]("rate", Decimal)
    valid_from = SettableField[datetime.date, datetime.date]("valid_from", datetime.date)
    replaces = SettableField[Any, "Sequence[models.TaxReplacement]"]("replaces", Any)
    exemption_reason = SettableText[str | None]("exemption_reason")


class WarehouseFields(Fields["models.Warehouse"]):
    """What filters and sorts of `warehouse` can name, and changes can set."""

    id = UuidField("id")
    version = Field[int]("version", int)
    code = SettableText[str]("code")
    name = SettableText[str]("name")
    is_active = SettableField[bool, bool]("is_active", bool)
    allows_negative = SettableField[bool, bool]("allows_negative", bool)
    stock_balance: Relation[StockBalanceFields] = Relation("stock_balance", lambda: StockBalanceFields())
    lot_balance: Relation[LotBalanceFields] = Relation("lot_balance", lambda: LotBalanceFields())
    stock_document: Relation[StockDocumentFields] = Relation("stock_document", lambda: StockDocumentFields())
    sales_order: Relation[SalesOrderFields] = Relation("sales_order", lambda: SalesOrderFields())
    reservation: Relation[ReservationFields] = Relation("reservation", lambda: ReservationFields())
    sales_document: Relation[SalesDocumentFields] = Relation("sales_document", lambda: SalesDocumentFields())
    stock_movement: Relation[StockMovementFields] = Relation("stock_movement", lambda: StockMovementFields())
