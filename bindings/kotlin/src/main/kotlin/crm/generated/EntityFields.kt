// Written by bindings/generate from api.json; a change here is lost.

package crm

import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.util.UUID
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.MapSerializer
import kotlinx.serialization.builtins.nullable
import kotlinx.serialization.builtins.serializer
import kotlinx.serialization.json.JsonElement

/** The fields of `adjustment`, for filters and sorting. */
public object Adjustments : Fields<Adjustments>() {
    @JvmField public val id: IdField<Adjustments> = IdField("id")
    @JvmField public val kind: Field<Adjustments, AdjustmentKind> = Field("kind", AdjustmentKind.serializer())
    @JvmField public val number: TextField<Adjustments> = TextField("number")
    @JvmField public val series: TextField<Adjustments> = TextField("series")
    @JvmField public val sequence: Field<Adjustments, Long> = Field("sequence", Long.serializer())
    @JvmField public val day: Field<Adjustments, LocalDate> = Field("day", DayText)
    @JvmField public val postedAt: Field<Adjustments, Instant> = Field("posted_at", InstantText)
    @JvmField public val operatorId: IdField<Adjustments> = IdField("operator_id")
    @JvmField public val customerId: IdField<Adjustments> = IdField("customer_id")
    @JvmField public val cancelledPaymentId: IdField<Adjustments> = IdField("cancelled_payment_id")
    @JvmField public val cancelledAdjustmentId: IdField<Adjustments> = IdField("cancelled_adjustment_id")
    @JvmField public val method: TextField<Adjustments> = TextField("method")
    @JvmField public val reason: TextField<Adjustments> = TextField("reason")
    @JvmField public val currency: TextField<Adjustments> = TextField("currency")
    @JvmField public val amount: Field<Adjustments, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val customer: Relation<Adjustments, Customers> = Relation("customer")
    @JvmField public val cancelledPayment: Relation<Adjustments, Payments> = Relation("cancelled_payment")
    @JvmField public val cancelledAdjustment: Relation<Adjustments, Adjustments> = Relation("cancelled_adjustment")
    @JvmField public val adjustment: Relation<Adjustments, Adjustments> = Relation("adjustment")
    @JvmField public val openItem: Relation<Adjustments, OpenItems> = Relation("open_item")
}

/** The fields of `allocation`, for filters and sorting. */
public object Allocations : Fields<Allocations>() {
    @JvmField public val id: IdField<Allocations> = IdField("id")
    @JvmField public val customerId: IdField<Allocations> = IdField("customer_id")
    @JvmField public val receivableId: IdField<Allocations> = IdField("receivable_id")
    @JvmField public val creditId: IdField<Allocations> = IdField("credit_id")
    @JvmField public val reversesId: IdField<Allocations> = IdField("reverses_id")
    @JvmField public val day: Field<Allocations, LocalDate> = Field("day", DayText)
    @JvmField public val postedAt: Field<Allocations, Instant> = Field("posted_at", InstantText)
    @JvmField public val receivableDueDay: Field<Allocations, LocalDate> = Field("receivable_due_day", DayText)
    @JvmField public val receivableDocumentDay: Field<Allocations, LocalDate> = Field("receivable_document_day", DayText)
    @JvmField public val currency: TextField<Allocations> = TextField("currency")
    @JvmField public val amount: Field<Allocations, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val customer: Relation<Allocations, Customers> = Relation("customer")
    @JvmField public val receivable: Relation<Allocations, OpenItems> = Relation("receivable")
    @JvmField public val credit: Relation<Allocations, OpenItems> = Relation("credit")
    @JvmField public val reverses: Relation<Allocations, Allocations> = Relation("reverses")
    @JvmField public val allocation: Relation<Allocations, Allocations> = Relation("allocation")
}

/** The fields of `audit_entry`, for filters and sorting. */
public object Audit : Fields<Audit>() {
    @JvmField public val id: IdField<Audit> = IdField("id")
    @JvmField public val at: Field<Audit, Instant> = Field("at", InstantText)
    @JvmField public val operatorId: IdField<Audit> = IdField("operator_id")
    @JvmField public val onBehalfOf: TextField<Audit> = TextField("on_behalf_of")
    @JvmField public val requestId: TextField<Audit> = TextField("request_id")
    @JvmField public val operation: TextField<Audit> = TextField("operation")
    @JvmField public val entity: TextField<Audit> = TextField("entity")
    @JvmField public val recordId: IdField<Audit> = IdField("record_id")
    @JvmField public val customerId: IdField<Audit> = IdField("customer_id")
    @JvmField public val action: Field<Audit, Action> = Field("action", Action.serializer())
    @JvmField public val before: Field<Audit, JsonElement> = Field("before", JsonElement.serializer())
    @JvmField public val after: Field<Audit, JsonElement> = Field("after", JsonElement.serializer())
    @JvmField public val customer: Relation<Audit, Customers> = Relation("customer")
}

/** The fields of `company`, for filters, sorting and changes. */
public object CompanyFields : Fields<CompanyFields>() {
    @JvmField public val id: IdField<CompanyFields> = IdField("id")
    @JvmField public val version: Field<CompanyFields, Long> = Field("version", Long.serializer())
    @JvmField public val name: SettableText<CompanyFields, String> = SettableText("name", String.serializer())
    @JvmField public val currency: SettableText<CompanyFields, String> = SettableText("currency", String.serializer())
    @JvmField public val moneyStep: SettableField<CompanyFields, BigDecimal, BigDecimal> = SettableField("money_step", DecimalText, DecimalText)
    @JvmField public val taxMethod: SettableField<CompanyFields, TaxMethod, TaxMethod> = SettableField("tax_method", TaxMethod.serializer(), TaxMethod.serializer())
    @JvmField public val rounding: SettableField<CompanyFields, RoundingMode, RoundingMode> = SettableField("rounding", RoundingMode.serializer(), RoundingMode.serializer())
    @JvmField public val pricesIncludeTax: SettableField<CompanyFields, Boolean, Boolean> = SettableField("prices_include_tax", Boolean.serializer(), Boolean.serializer())
    @JvmField public val defaultTaxCode: SettableText<CompanyFields, String?> = SettableText("default_tax_code", String.serializer().nullable)
    @JvmField public val backdatingDays: SettableField<CompanyFields, Long, Long> = SettableField("backdating_days", Long.serializer(), Long.serializer())
    @JvmField public val writeOffTolerance: SettableField<CompanyFields, BigDecimal, Money> = SettableField("write_off_tolerance", DecimalText, Money.serializer())
    @JvmField public val creditPolicy: SettableField<CompanyFields, CreditPolicy, CreditPolicy> = SettableField("credit_policy", CreditPolicy.serializer(), CreditPolicy.serializer())
    @JvmField public val creditOverdueDays: SettableField<CompanyFields, Long, Long?> = SettableField("credit_overdue_days", Long.serializer(), Long.serializer().nullable)
    @JvmField public val expiryPolicy: SettableField<CompanyFields, PolicyLevel, PolicyLevel> = SettableField("expiry_policy", PolicyLevel.serializer(), PolicyLevel.serializer())
    @JvmField public val expiryDays: SettableField<CompanyFields, Long, Long> = SettableField("expiry_days", Long.serializer(), Long.serializer())
    @JvmField public val accessVersion: SettableField<CompanyFields, Long, Long> = SettableField("access_version", Long.serializer(), Long.serializer())
    @JvmField public val searchKeyVersion: SettableField<CompanyFields, Long, Long> = SettableField("search_key_version", Long.serializer(), Long.serializer())

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: Company): Array<Change<CompanyFields>> = everyField(Company.serializer(), data)
}

/** The fields of `company_profile`, for filters, sorting and changes. */
public object CompanyProfiles : Fields<CompanyProfiles>() {
    @JvmField public val id: IdField<CompanyProfiles> = IdField("id")
    @JvmField public val version: Field<CompanyProfiles, Long> = Field("version", Long.serializer())
    @JvmField public val validFrom: SettableField<CompanyProfiles, LocalDate, LocalDate> = SettableField("valid_from", DayText, DayText)
    @JvmField public val legalName: SettableText<CompanyProfiles, String> = SettableText("legal_name", String.serializer())
    @JvmField public val street: SettableText<CompanyProfiles, String?> = SettableText("street", String.serializer().nullable)
    @JvmField public val city: SettableText<CompanyProfiles, String?> = SettableText("city", String.serializer().nullable)
    @JvmField public val postalCode: SettableText<CompanyProfiles, String?> = SettableText("postal_code", String.serializer().nullable)
    @JvmField public val province: SettableText<CompanyProfiles, String?> = SettableText("province", String.serializer().nullable)
    @JvmField public val country: SettableText<CompanyProfiles, String?> = SettableText("country", String.serializer().nullable)
    @JvmField public val taxId: SettableText<CompanyProfiles, String?> = SettableText("tax_id", String.serializer().nullable)
    @JvmField public val iban: SettableText<CompanyProfiles, String?> = SettableText("iban", String.serializer().nullable)
    @JvmField public val email: SettableText<CompanyProfiles, String?> = SettableText("email", String.serializer().nullable)
    @JvmField public val phone: SettableText<CompanyProfiles, String?> = SettableText("phone", String.serializer().nullable)
    @JvmField public val website: SettableText<CompanyProfiles, String?> = SettableText("website", String.serializer().nullable)
    @JvmField public val logo: SettableText<CompanyProfiles, String?> = SettableText("logo", String.serializer().nullable)
    @JvmField public val currency: SettableText<CompanyProfiles, String> = SettableText("currency", String.serializer())
    @JvmField public val timeZone: SettableText<CompanyProfiles, String?> = SettableText("time_zone", String.serializer().nullable)
    @JvmField public val language: SettableText<CompanyProfiles, String?> = SettableText("language", String.serializer().nullable)
    @JvmField public val taxMethod: SettableField<CompanyProfiles, TaxMethod, TaxMethod> = SettableField("tax_method", TaxMethod.serializer(), TaxMethod.serializer())
    @JvmField public val rounding: SettableField<CompanyProfiles, RoundingMode, RoundingMode> = SettableField("rounding", RoundingMode.serializer(), RoundingMode.serializer())
    @JvmField public val pricesIncludeTax: SettableField<CompanyProfiles, Boolean, Boolean> = SettableField("prices_include_tax", Boolean.serializer(), Boolean.serializer())
    @JvmField public val defaultTaxCode: SettableText<CompanyProfiles, String?> = SettableText("default_tax_code", String.serializer().nullable)

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: CompanyProfile): Array<Change<CompanyProfiles>> = everyField(CompanyProfile.serializer(), data)
}

/** The fields of `contact`, for filters, sorting and changes. */
public object Contacts : Fields<Contacts>() {
    @JvmField public val id: IdField<Contacts> = IdField("id")
    @JvmField public val version: Field<Contacts, Long> = Field("version", Long.serializer())
    @JvmField public val customerId: SettableId<Contacts, UUID> = SettableId("customer_id", UuidText)
    @JvmField public val name: SettableText<Contacts, String> = SettableText("name", String.serializer())
    @JvmField public val position: SettableText<Contacts, String?> = SettableText("position", String.serializer().nullable)
    @JvmField public val isPrimary: SettableField<Contacts, Boolean, Boolean> = SettableField("is_primary", Boolean.serializer(), Boolean.serializer())
    @JvmField public val birthday: SettableField<Contacts, LocalDate, LocalDate?> = SettableField("birthday", DayText, DayText.nullable)
    @JvmField public val notes: SettableText<Contacts, String?> = SettableText("notes", String.serializer().nullable)
    @JvmField public val isActive: SettableField<Contacts, Boolean, Boolean> = SettableField("is_active", Boolean.serializer(), Boolean.serializer())
    @JvmField public val customer: Relation<Contacts, Customers> = Relation("customer")
    @JvmField public val contactPoint: Relation<Contacts, ContactPoints> = Relation("contact_point")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: Contact): Array<Change<Contacts>> = everyField(Contact.serializer(), data)
}

/** The fields of `contact_point`, for filters, sorting and changes. */
public object ContactPoints : Fields<ContactPoints>() {
    @JvmField public val id: IdField<ContactPoints> = IdField("id")
    @JvmField public val version: Field<ContactPoints, Long> = Field("version", Long.serializer())
    @JvmField public val customerId: SettableId<ContactPoints, UUID> = SettableId("customer_id", UuidText)
    @JvmField public val contactId: SettableId<ContactPoints, UUID?> = SettableId("contact_id", UuidText.nullable)
    @JvmField public val kind: SettableField<ContactPoints, ContactPointKind, ContactPointKind> = SettableField("kind", ContactPointKind.serializer(), ContactPointKind.serializer())
    @JvmField public val value: SettableText<ContactPoints, String> = SettableText("value", String.serializer())
    @JvmField public val country: SettableText<ContactPoints, String?> = SettableText("country", String.serializer().nullable)
    @JvmField public val lookupKey: SettableText<ContactPoints, String?> = SettableText("lookup_key", String.serializer().nullable)
    @JvmField public val label: SettableText<ContactPoints, String?> = SettableText("label", String.serializer().nullable)
    @JvmField public val isPrimary: SettableField<ContactPoints, Boolean, Boolean> = SettableField("is_primary", Boolean.serializer(), Boolean.serializer())
    @JvmField public val customer: Relation<ContactPoints, Customers> = Relation("customer")
    @JvmField public val contact: Relation<ContactPoints, Contacts> = Relation("contact")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: ContactPoint): Array<Change<ContactPoints>> = everyField(ContactPoint.serializer(), data)
}

/** The fields of `cost_correction`, for filters and sorting. */
public object CostCorrections : Fields<CostCorrections>() {
    @JvmField public val id: IdField<CostCorrections> = IdField("id")
    @JvmField public val productId: IdField<CostCorrections> = IdField("product_id")
    @JvmField public val salesDocumentId: IdField<CostCorrections> = IdField("sales_document_id")
    @JvmField public val salesLineId: IdField<CostCorrections> = IdField("sales_line_id")
    @JvmField public val deliveredLineId: IdField<CostCorrections> = IdField("delivered_line_id")
    @JvmField public val customerId: IdField<CostCorrections> = IdField("customer_id")
    @JvmField public val salespersonId: IdField<CostCorrections> = IdField("salesperson_id")
    @JvmField public val day: Field<CostCorrections, LocalDate> = Field("day", DayText)
    @JvmField public val stockDocumentId: IdField<CostCorrections> = IdField("stock_document_id")
    @JvmField public val causeDocumentId: IdField<CostCorrections> = IdField("cause_document_id")
    @JvmField public val quantity: Field<CostCorrections, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val currency: TextField<CostCorrections> = TextField("currency")
    @JvmField public val provisional: Field<CostCorrections, BigDecimal> = Field("provisional", DecimalText)
    @JvmField public val amount: Field<CostCorrections, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val product: Relation<CostCorrections, Products> = Relation("product")
    @JvmField public val salesDocument: Relation<CostCorrections, SalesDocuments> = Relation("sales_document")
    @JvmField public val salesLine: Relation<CostCorrections, SalesLines> = Relation("sales_line")
    @JvmField public val deliveredLine: Relation<CostCorrections, SalesLines> = Relation("delivered_line")
    @JvmField public val customer: Relation<CostCorrections, Customers> = Relation("customer")
    @JvmField public val salesperson: Relation<CostCorrections, Operators> = Relation("salesperson")
    @JvmField public val stockDocument: Relation<CostCorrections, StockDocuments> = Relation("stock_document")
    @JvmField public val causeDocument: Relation<CostCorrections, SalesDocuments> = Relation("cause_document")
}

/** The fields of `cost_variance`, for filters and sorting. */
public object CostVariances : Fields<CostVariances>() {
    @JvmField public val id: IdField<CostVariances> = IdField("id")
    @JvmField public val kind: Field<CostVariances, VarianceKind> = Field("kind", VarianceKind.serializer())
    @JvmField public val productId: IdField<CostVariances> = IdField("product_id")
    @JvmField public val day: Field<CostVariances, LocalDate> = Field("day", DayText)
    @JvmField public val stockDocumentId: IdField<CostVariances> = IdField("stock_document_id")
    @JvmField public val salesDocumentId: IdField<CostVariances> = IdField("sales_document_id")
    @JvmField public val customerId: IdField<CostVariances> = IdField("customer_id")
    @JvmField public val line: Field<CostVariances, Long> = Field("line", Long.serializer())
    @JvmField public val currency: TextField<CostVariances> = TextField("currency")
    @JvmField public val amount: Field<CostVariances, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val product: Relation<CostVariances, Products> = Relation("product")
    @JvmField public val stockDocument: Relation<CostVariances, StockDocuments> = Relation("stock_document")
    @JvmField public val salesDocument: Relation<CostVariances, SalesDocuments> = Relation("sales_document")
    @JvmField public val customer: Relation<CostVariances, Customers> = Relation("customer")
}

/** The fields of `custom_field`, for filters, sorting and changes. */
public object CustomFields : Fields<CustomFields>() {
    @JvmField public val id: IdField<CustomFields> = IdField("id")
    @JvmField public val version: Field<CustomFields, Long> = Field("version", Long.serializer())
    @JvmField public val entity: SettableText<CustomFields, String> = SettableText("entity", String.serializer())
    @JvmField public val name: SettableText<CustomFields, String> = SettableText("name", String.serializer())
    @JvmField public val valueType: SettableField<CustomFields, CustomType, CustomType> = SettableField("value_type", CustomType.serializer(), CustomType.serializer())
    @JvmField public val category: SettableText<CustomFields, String?> = SettableText("category", String.serializer().nullable)
    @JvmField public val isRequired: SettableField<CustomFields, Boolean, Boolean> = SettableField("is_required", Boolean.serializer(), Boolean.serializer())
    @JvmField public val isUnique: SettableField<CustomFields, Boolean, Boolean> = SettableField("is_unique", Boolean.serializer(), Boolean.serializer())
    @JvmField public val labels: SettableField<CustomFields, JsonElement, Map<String, String>> = SettableField("labels", JsonElement.serializer(), MapSerializer(String.serializer(), String.serializer()))
    @JvmField public val position: SettableField<CustomFields, Long, Long> = SettableField("position", Long.serializer(), Long.serializer())
    @JvmField public val isActive: SettableField<CustomFields, Boolean, Boolean> = SettableField("is_active", Boolean.serializer(), Boolean.serializer())

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: CustomField): Array<Change<CustomFields>> = everyField(CustomField.serializer(), data)
}

/** The fields of `customer`, for filters, sorting and changes. */
public object Customers : Fields<Customers>() {
    @JvmField public val id: IdField<Customers> = IdField("id")
    @JvmField public val version: Field<Customers, Long> = Field("version", Long.serializer())
    @JvmField public val code: SettableText<Customers, String> = SettableText("code", String.serializer())
    @JvmField public val name: SettableText<Customers, String> = SettableText("name", String.serializer())
    @JvmField public val kind: SettableField<Customers, CustomerKind, CustomerKind> = SettableField("kind", CustomerKind.serializer(), CustomerKind.serializer())
    @JvmField public val legalName: SettableText<Customers, String?> = SettableText("legal_name", String.serializer().nullable)
    @JvmField public val groupId: SettableId<Customers, UUID?> = SettableId("group_id", UuidText.nullable)
    @JvmField public val ownerId: SettableId<Customers, UUID?> = SettableId("owner_id", UuidText.nullable)
    @JvmField public val industryId: SettableId<Customers, UUID?> = SettableId("industry_id", UuidText.nullable)
    @JvmField public val sourceId: SettableId<Customers, UUID?> = SettableId("source_id", UuidText.nullable)
    @JvmField public val levelId: SettableId<Customers, UUID?> = SettableId("level_id", UuidText.nullable)
    @JvmField public val regionId: SettableId<Customers, UUID?> = SettableId("region_id", UuidText.nullable)
    @JvmField public val provinceId: SettableId<Customers, UUID?> = SettableId("province_id", UuidText.nullable)
    @JvmField public val country: SettableText<Customers, String?> = SettableText("country", String.serializer().nullable)
    @JvmField public val taxId: SettableText<Customers, String?> = SettableText("tax_id", String.serializer().nullable)
    @JvmField public val taxIdKey: SettableText<Customers, String?> = SettableText("tax_id_key", String.serializer().nullable)
    @JvmField public val language: SettableText<Customers, String?> = SettableText("language", String.serializer().nullable)
    @JvmField public val website: SettableText<Customers, String?> = SettableText("website", String.serializer().nullable)
    @JvmField public val notes: SettableText<Customers, String?> = SettableText("notes", String.serializer().nullable)
    @JvmField public val taxCode: SettableText<Customers, String?> = SettableText("tax_code", String.serializer().nullable)
    @JvmField public val taxProfile: SettableText<Customers, String?> = SettableText("tax_profile", String.serializer().nullable)
    @JvmField public val priceListId: SettableId<Customers, UUID?> = SettableId("price_list_id", UuidText.nullable)
    @JvmField public val paymentDays: SettableField<Customers, Long, Long> = SettableField("payment_days", Long.serializer(), Long.serializer())
    @JvmField public val paymentTerms: SettableField<Customers, JsonElement, PaymentTerms?> = SettableField("payment_terms", JsonElement.serializer(), PaymentTerms.serializer().nullable)
    @JvmField public val payerId: SettableId<Customers, UUID?> = SettableId("payer_id", UuidText.nullable)
    @JvmField public val currency: SettableText<Customers, String?> = SettableText("currency", String.serializer().nullable)
    @JvmField public val creditLimit: SettableField<Customers, BigDecimal, Money?> = SettableField("credit_limit", DecimalText, Money.serializer().nullable)
    @JvmField public val isActive: SettableField<Customers, Boolean, Boolean> = SettableField("is_active", Boolean.serializer(), Boolean.serializer())
    @JvmField public val owed: Field<Customers, BigDecimal> = Field("owed", DecimalText)
    @JvmField public val overdue: Field<Customers, BigDecimal> = Field("overdue", DecimalText)
    @JvmField public val lastDeliveryDay: Field<Customers, LocalDate> = Field("last_delivery_day", DayText)
    @JvmField public val revenue12Months: Field<Customers, BigDecimal> = Field("revenue_12_months", DecimalText)
    @JvmField public val group: Relation<Customers, CustomerGroups> = Relation("group")
    @JvmField public val owner: Relation<Customers, Operators> = Relation("owner")
    @JvmField public val industry: Relation<Customers, DictionaryEntries> = Relation("industry")
    @JvmField public val source: Relation<Customers, DictionaryEntries> = Relation("source")
    @JvmField public val level: Relation<Customers, DictionaryEntries> = Relation("level")
    @JvmField public val region: Relation<Customers, DictionaryEntries> = Relation("region")
    @JvmField public val province: Relation<Customers, DictionaryEntries> = Relation("province")
    @JvmField public val priceList: Relation<Customers, PriceLists> = Relation("price_list")
    @JvmField public val payer: Relation<Customers, Customers> = Relation("payer")
    @JvmField public val customer: Relation<Customers, Customers> = Relation("customer")
    @JvmField public val ownership: Relation<Customers, Ownerships> = Relation("ownership")
    @JvmField public val customerGroupMember: Relation<Customers, CustomerGroupMembers> = Relation("customer_group_member")
    @JvmField public val contact: Relation<Customers, Contacts> = Relation("contact")
    @JvmField public val contactPoint: Relation<Customers, ContactPoints> = Relation("contact_point")
    @JvmField public val customerAddress: Relation<Customers, CustomerAddresses> = Relation("customer_address")
    @JvmField public val productCode: Relation<Customers, ProductCodes> = Relation("product_code")
    @JvmField public val customerPrice: Relation<Customers, CustomerPrices> = Relation("customer_price")
    @JvmField public val quote: Relation<Customers, Quotes> = Relation("quote")
    @JvmField public val quoteRevision: Relation<Customers, QuoteRevisions> = Relation("quote_revision")
    @JvmField public val quoteLine: Relation<Customers, QuoteLines> = Relation("quote_line")
    @JvmField public val salesOrder: Relation<Customers, Orders> = Relation("sales_order")
    @JvmField public val salesOrderLine: Relation<Customers, OrderLines> = Relation("sales_order_line")
    @JvmField public val reservation: Relation<Customers, Reservations> = Relation("reservation")
    @JvmField public val salesDocument: Relation<Customers, SalesDocuments> = Relation("sales_document")
    @JvmField public val salesLine: Relation<Customers, SalesLines> = Relation("sales_line")
    @JvmField public val stockMovement: Relation<Customers, StockMovements> = Relation("stock_movement")
    @JvmField public val costVariance: Relation<Customers, CostVariances> = Relation("cost_variance")
    @JvmField public val costCorrection: Relation<Customers, CostCorrections> = Relation("cost_correction")
    @JvmField public val payment: Relation<Customers, Payments> = Relation("payment")
    @JvmField public val adjustment: Relation<Customers, Adjustments> = Relation("adjustment")
    @JvmField public val openItem: Relation<Customers, OpenItems> = Relation("open_item")
    @JvmField public val allocation: Relation<Customers, Allocations> = Relation("allocation")
    @JvmField public val auditEntry: Relation<Customers, Audit> = Relation("audit_entry")
    @JvmField public val feedEntry: Relation<Customers, Feed> = Relation("feed_entry")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: Customer): Array<Change<Customers>> = everyField(Customer.serializer(), data)
}

/** The fields of `customer_address`, for filters, sorting and changes. */
public object CustomerAddresses : Fields<CustomerAddresses>() {
    @JvmField public val id: IdField<CustomerAddresses> = IdField("id")
    @JvmField public val version: Field<CustomerAddresses, Long> = Field("version", Long.serializer())
    @JvmField public val customerId: SettableId<CustomerAddresses, UUID> = SettableId("customer_id", UuidText)
    @JvmField public val kind: SettableField<CustomerAddresses, AddressKind, AddressKind> = SettableField("kind", AddressKind.serializer(), AddressKind.serializer())
    @JvmField public val name: SettableText<CustomerAddresses, String?> = SettableText("name", String.serializer().nullable)
    @JvmField public val ownerId: SettableId<CustomerAddresses, UUID?> = SettableId("owner_id", UuidText.nullable)
    @JvmField public val street: SettableText<CustomerAddresses, String?> = SettableText("street", String.serializer().nullable)
    @JvmField public val city: SettableText<CustomerAddresses, String?> = SettableText("city", String.serializer().nullable)
    @JvmField public val postalCode: SettableText<CustomerAddresses, String?> = SettableText("postal_code", String.serializer().nullable)
    @JvmField public val provinceId: SettableId<CustomerAddresses, UUID?> = SettableId("province_id", UuidText.nullable)
    @JvmField public val regionId: SettableId<CustomerAddresses, UUID?> = SettableId("region_id", UuidText.nullable)
    @JvmField public val country: SettableText<CustomerAddresses, String?> = SettableText("country", String.serializer().nullable)
    @JvmField public val isPrimary: SettableField<CustomerAddresses, Boolean, Boolean> = SettableField("is_primary", Boolean.serializer(), Boolean.serializer())
    @JvmField public val customer: Relation<CustomerAddresses, Customers> = Relation("customer")
    @JvmField public val owner: Relation<CustomerAddresses, Operators> = Relation("owner")
    @JvmField public val province: Relation<CustomerAddresses, DictionaryEntries> = Relation("province")
    @JvmField public val region: Relation<CustomerAddresses, DictionaryEntries> = Relation("region")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: CustomerAddress): Array<Change<CustomerAddresses>> = everyField(CustomerAddress.serializer(), data)
}

/** The fields of `customer_group`, for filters, sorting and changes. */
public object CustomerGroups : Fields<CustomerGroups>() {
    @JvmField public val id: IdField<CustomerGroups> = IdField("id")
    @JvmField public val version: Field<CustomerGroups, Long> = Field("version", Long.serializer())
    @JvmField public val code: SettableText<CustomerGroups, String> = SettableText("code", String.serializer())
    @JvmField public val name: SettableText<CustomerGroups, String> = SettableText("name", String.serializer())
    @JvmField public val parentId: SettableId<CustomerGroups, UUID?> = SettableId("parent_id", UuidText.nullable)
    @JvmField public val codePrefix: SettableText<CustomerGroups, String?> = SettableText("code_prefix", String.serializer().nullable)
    @JvmField public val codeDigits: SettableField<CustomerGroups, Long, Long> = SettableField("code_digits", Long.serializer(), Long.serializer())
    @JvmField public val priceListId: SettableId<CustomerGroups, UUID?> = SettableId("price_list_id", UuidText.nullable)
    @JvmField public val parent: Relation<CustomerGroups, CustomerGroups> = Relation("parent")
    @JvmField public val priceList: Relation<CustomerGroups, PriceLists> = Relation("price_list")
    @JvmField public val customerGroup: Relation<CustomerGroups, CustomerGroups> = Relation("customer_group")
    @JvmField public val customer: Relation<CustomerGroups, Customers> = Relation("customer")
    @JvmField public val customerGroupMember: Relation<CustomerGroups, CustomerGroupMembers> = Relation("customer_group_member")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: CustomerGroup): Array<Change<CustomerGroups>> = everyField(CustomerGroup.serializer(), data)
}

/** The fields of `customer_group_member`, for filters, sorting and changes. */
public object CustomerGroupMembers : Fields<CustomerGroupMembers>() {
    @JvmField public val id: IdField<CustomerGroupMembers> = IdField("id")
    @JvmField public val version: Field<CustomerGroupMembers, Long> = Field("version", Long.serializer())
    @JvmField public val customerId: SettableId<CustomerGroupMembers, UUID> = SettableId("customer_id", UuidText)
    @JvmField public val groupId: SettableId<CustomerGroupMembers, UUID> = SettableId("group_id", UuidText)
    @JvmField public val customer: Relation<CustomerGroupMembers, Customers> = Relation("customer")
    @JvmField public val group: Relation<CustomerGroupMembers, CustomerGroups> = Relation("group")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: CustomerGroupMember): Array<Change<CustomerGroupMembers>> = everyField(CustomerGroupMember.serializer(), data)
}

/** The fields of `customer_price`, for filters, sorting and changes. */
public object CustomerPrices : Fields<CustomerPrices>() {
    @JvmField public val id: IdField<CustomerPrices> = IdField("id")
    @JvmField public val version: Field<CustomerPrices, Long> = Field("version", Long.serializer())
    @JvmField public val customerId: SettableId<CustomerPrices, UUID> = SettableId("customer_id", UuidText)
    @JvmField public val productId: SettableId<CustomerPrices, UUID> = SettableId("product_id", UuidText)
    @JvmField public val unit: SettableText<CustomerPrices, String?> = SettableText("unit", String.serializer().nullable)
    @JvmField public val minQuantity: SettableField<CustomerPrices, BigDecimal, BigDecimal> = SettableField("min_quantity", DecimalText, DecimalText)
    @JvmField public val currency: SettableText<CustomerPrices, String> = SettableText("currency", String.serializer())
    @JvmField public val unitPrice: SettableField<CustomerPrices, BigDecimal, UnitPrice?> = SettableField("unit_price", DecimalText, UnitPrice.serializer().nullable)
    @JvmField public val discount: SettableField<CustomerPrices, BigDecimal, BigDecimal?> = SettableField("discount", DecimalText, DecimalText.nullable)
    @JvmField public val validFrom: SettableField<CustomerPrices, LocalDate, LocalDate?> = SettableField("valid_from", DayText, DayText.nullable)
    @JvmField public val validTo: SettableField<CustomerPrices, LocalDate, LocalDate?> = SettableField("valid_to", DayText, DayText.nullable)
    @JvmField public val customer: Relation<CustomerPrices, Customers> = Relation("customer")
    @JvmField public val product: Relation<CustomerPrices, Products> = Relation("product")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: CustomerPrice): Array<Change<CustomerPrices>> = everyField(CustomerPrice.serializer(), data)
}

/** The fields of `dictionary_entry`, for filters, sorting and changes. */
public object DictionaryEntries : Fields<DictionaryEntries>() {
    @JvmField public val id: IdField<DictionaryEntries> = IdField("id")
    @JvmField public val version: Field<DictionaryEntries, Long> = Field("version", Long.serializer())
    @JvmField public val category: SettableText<DictionaryEntries, String> = SettableText("category", String.serializer())
    @JvmField public val code: SettableText<DictionaryEntries, String> = SettableText("code", String.serializer())
    @JvmField public val labels: SettableField<DictionaryEntries, JsonElement, Map<String, String>> = SettableField("labels", JsonElement.serializer(), MapSerializer(String.serializer(), String.serializer()))
    @JvmField public val position: SettableField<DictionaryEntries, Long, Long> = SettableField("position", Long.serializer(), Long.serializer())
    @JvmField public val isActive: SettableField<DictionaryEntries, Boolean, Boolean> = SettableField("is_active", Boolean.serializer(), Boolean.serializer())
    @JvmField public val parentId: SettableId<DictionaryEntries, UUID?> = SettableId("parent_id", UuidText.nullable)
    @JvmField public val parent: Relation<DictionaryEntries, DictionaryEntries> = Relation("parent")
    @JvmField public val dictionaryEntry: Relation<DictionaryEntries, DictionaryEntries> = Relation("dictionary_entry")
    @JvmField public val customer: Relation<DictionaryEntries, Customers> = Relation("customer")
    @JvmField public val customerAddress: Relation<DictionaryEntries, CustomerAddresses> = Relation("customer_address")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: DictionaryEntry): Array<Change<DictionaryEntries>> = everyField(DictionaryEntry.serializer(), data)
}

/** The fields of `feed_entry`, for filters and sorting. */
public object Feed : Fields<Feed>() {
    @JvmField public val position: Field<Feed, Long> = Field("position", Long.serializer())
    @JvmField public val at: Field<Feed, Instant> = Field("at", InstantText)
    @JvmField public val entity: TextField<Feed> = TextField("entity")
    @JvmField public val recordId: IdField<Feed> = IdField("record_id")
    @JvmField public val customerId: IdField<Feed> = IdField("customer_id")
    @JvmField public val action: Field<Feed, Action> = Field("action", Action.serializer())
    @JvmField public val auditId: IdField<Feed> = IdField("audit_id")
    @JvmField public val customer: Relation<Feed, Customers> = Relation("customer")
}

/** The fields of `kit_component`, for filters, sorting and changes. */
public object KitComponents : Fields<KitComponents>() {
    @JvmField public val id: IdField<KitComponents> = IdField("id")
    @JvmField public val version: Field<KitComponents, Long> = Field("version", Long.serializer())
    @JvmField public val kitId: SettableId<KitComponents, UUID> = SettableId("kit_id", UuidText)
    @JvmField public val componentId: SettableId<KitComponents, UUID> = SettableId("component_id", UuidText)
    @JvmField public val quantity: SettableField<KitComponents, BigDecimal, BigDecimal> = SettableField("quantity", DecimalText, DecimalText)
    @JvmField public val kit: Relation<KitComponents, Products> = Relation("kit")
    @JvmField public val component: Relation<KitComponents, Products> = Relation("component")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: KitComponent): Array<Change<KitComponents>> = everyField(KitComponent.serializer(), data)
}

/** The fields of `lot_balance`, for filters and sorting. */
public object LotBalances : Fields<LotBalances>() {
    @JvmField public val version: Field<LotBalances, Long> = Field("version", Long.serializer())
    @JvmField public val productId: IdField<LotBalances> = IdField("product_id")
    @JvmField public val lot: TextField<LotBalances> = TextField("lot")
    @JvmField public val warehouseId: IdField<LotBalances> = IdField("warehouse_id")
    @JvmField public val quantity: Field<LotBalances, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val product: Relation<LotBalances, Products> = Relation("product")
    @JvmField public val warehouse: Relation<LotBalances, Warehouses> = Relation("warehouse")
}

/** The fields of `open_item`, for filters and sorting. */
public object OpenItems : Fields<OpenItems>() {
    @JvmField public val id: IdField<OpenItems> = IdField("id")
    @JvmField public val version: Field<OpenItems, Long> = Field("version", Long.serializer())
    @JvmField public val kind: Field<OpenItems, OpenItemKind> = Field("kind", OpenItemKind.serializer())
    @JvmField public val customerId: IdField<OpenItems> = IdField("customer_id")
    @JvmField public val salespersonId: IdField<OpenItems> = IdField("salesperson_id")
    @JvmField public val salesDocumentId: IdField<OpenItems> = IdField("sales_document_id")
    @JvmField public val paymentId: IdField<OpenItems> = IdField("payment_id")
    @JvmField public val adjustmentId: IdField<OpenItems> = IdField("adjustment_id")
    @JvmField public val sourceItemId: IdField<OpenItems> = IdField("source_item_id")
    @JvmField public val orderId: IdField<OpenItems> = IdField("order_id")
    @JvmField public val reference: TextField<OpenItems> = TextField("reference")
    @JvmField public val orderReference: TextField<OpenItems> = TextField("order_reference")
    @JvmField public val instalment: Field<OpenItems, Long> = Field("instalment", Long.serializer())
    @JvmField public val day: Field<OpenItems, LocalDate> = Field("day", DayText)
    @JvmField public val documentDay: Field<OpenItems, LocalDate> = Field("document_day", DayText)
    @JvmField public val dueDay: Field<OpenItems, LocalDate> = Field("due_day", DayText)
    @JvmField public val postedAt: Field<OpenItems, Instant> = Field("posted_at", InstantText)
    @JvmField public val currency: TextField<OpenItems> = TextField("currency")
    @JvmField public val amount: Field<OpenItems, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val open: Field<OpenItems, BigDecimal> = Field("open", DecimalText)
    @JvmField public val settledDay: Field<OpenItems, LocalDate> = Field("settled_day", DayText)
    @JvmField public val reopenedDay: Field<OpenItems, LocalDate> = Field("reopened_day", DayText)
    @JvmField public val customer: Relation<OpenItems, Customers> = Relation("customer")
    @JvmField public val salesDocument: Relation<OpenItems, SalesDocuments> = Relation("sales_document")
    @JvmField public val payment: Relation<OpenItems, Payments> = Relation("payment")
    @JvmField public val adjustment: Relation<OpenItems, Adjustments> = Relation("adjustment")
    @JvmField public val sourceItem: Relation<OpenItems, OpenItems> = Relation("source_item")
    @JvmField public val order: Relation<OpenItems, Orders> = Relation("order")
    @JvmField public val openItem: Relation<OpenItems, OpenItems> = Relation("open_item")
    @JvmField public val allocation: Relation<OpenItems, Allocations> = Relation("allocation")
}

/** The fields of `operation`, for filters and sorting. */
public object Operations : Fields<Operations>() {
    @JvmField public val id: IdField<Operations> = IdField("id")
    @JvmField public val version: Field<Operations, Long> = Field("version", Long.serializer())
    @JvmField public val kind: Field<Operations, OperationKind> = Field("kind", OperationKind.serializer())
    @JvmField public val operatorId: IdField<Operations> = IdField("operator_id")
    @JvmField public val at: Field<Operations, Instant> = Field("at", InstantText)
    @JvmField public val reason: TextField<Operations> = TextField("reason")
    @JvmField public val records: Field<Operations, Long> = Field("records", Long.serializer())
    @JvmField public val undoneAt: Field<Operations, Instant> = Field("undone_at", InstantText)
    @JvmField public val undoneById: IdField<Operations> = IdField("undone_by_id")
    @JvmField public val kept: Field<Operations, Long> = Field("kept", Long.serializer())
}

/** The fields of `operator`, for filters, sorting and changes. */
public object Operators : Fields<Operators>() {
    @JvmField public val id: IdField<Operators> = IdField("id")
    @JvmField public val version: Field<Operators, Long> = Field("version", Long.serializer())
    @JvmField public val code: SettableText<Operators, String> = SettableText("code", String.serializer())
    @JvmField public val name: SettableText<Operators, String> = SettableText("name", String.serializer())
    @JvmField public val roles: SettableField<Operators, JsonElement, List<String>> = SettableField("roles", JsonElement.serializer(), ListSerializer(String.serializer()))
    @JvmField public val isActive: SettableField<Operators, Boolean, Boolean> = SettableField("is_active", Boolean.serializer(), Boolean.serializer())
    @JvmField public val groups: SettableField<Operators, JsonElement, List<UUID>> = SettableField("groups", JsonElement.serializer(), ListSerializer(UuidText))
    @JvmField public val customer: Relation<Operators, Customers> = Relation("customer")
    @JvmField public val ownership: Relation<Operators, Ownerships> = Relation("ownership")
    @JvmField public val customerAddress: Relation<Operators, CustomerAddresses> = Relation("customer_address")
    @JvmField public val quote: Relation<Operators, Quotes> = Relation("quote")
    @JvmField public val quoteRevision: Relation<Operators, QuoteRevisions> = Relation("quote_revision")
    @JvmField public val salesOrder: Relation<Operators, Orders> = Relation("sales_order")
    @JvmField public val salesDocument: Relation<Operators, SalesDocuments> = Relation("sales_document")
    @JvmField public val costCorrection: Relation<Operators, CostCorrections> = Relation("cost_correction")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: Operator): Array<Change<Operators>> = everyField(Operator.serializer(), data)
}

/** The fields of `ownership`, for filters and sorting. */
public object Ownerships : Fields<Ownerships>() {
    @JvmField public val id: IdField<Ownerships> = IdField("id")
    @JvmField public val version: Field<Ownerships, Long> = Field("version", Long.serializer())
    @JvmField public val customerId: IdField<Ownerships> = IdField("customer_id")
    @JvmField public val operatorId: IdField<Ownerships> = IdField("operator_id")
    @JvmField public val since: Field<Ownerships, Instant> = Field("since", InstantText)
    @JvmField public val customer: Relation<Ownerships, Customers> = Relation("customer")
    @JvmField public val operator: Relation<Ownerships, Operators> = Relation("operator")
}

/** The fields of `payment`, for filters and sorting. */
public object Payments : Fields<Payments>() {
    @JvmField public val id: IdField<Payments> = IdField("id")
    @JvmField public val number: TextField<Payments> = TextField("number")
    @JvmField public val series: TextField<Payments> = TextField("series")
    @JvmField public val sequence: Field<Payments, Long> = Field("sequence", Long.serializer())
    @JvmField public val day: Field<Payments, LocalDate> = Field("day", DayText)
    @JvmField public val postedAt: Field<Payments, Instant> = Field("posted_at", InstantText)
    @JvmField public val operatorId: IdField<Payments> = IdField("operator_id")
    @JvmField public val customerId: IdField<Payments> = IdField("customer_id")
    @JvmField public val orderId: IdField<Payments> = IdField("order_id")
    @JvmField public val method: TextField<Payments> = TextField("method")
    @JvmField public val reference: TextField<Payments> = TextField("reference")
    @JvmField public val currency: TextField<Payments> = TextField("currency")
    @JvmField public val amount: Field<Payments, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val customer: Relation<Payments, Customers> = Relation("customer")
    @JvmField public val order: Relation<Payments, Orders> = Relation("order")
    @JvmField public val adjustment: Relation<Payments, Adjustments> = Relation("adjustment")
    @JvmField public val openItem: Relation<Payments, OpenItems> = Relation("open_item")
}

/** The fields of `price_list`, for filters, sorting and changes. */
public object PriceLists : Fields<PriceLists>() {
    @JvmField public val id: IdField<PriceLists> = IdField("id")
    @JvmField public val version: Field<PriceLists, Long> = Field("version", Long.serializer())
    @JvmField public val code: SettableText<PriceLists, String> = SettableText("code", String.serializer())
    @JvmField public val name: SettableText<PriceLists, String> = SettableText("name", String.serializer())
    @JvmField public val currency: SettableText<PriceLists, String> = SettableText("currency", String.serializer())
    @JvmField public val validFrom: SettableField<PriceLists, LocalDate, LocalDate?> = SettableField("valid_from", DayText, DayText.nullable)
    @JvmField public val validTo: SettableField<PriceLists, LocalDate, LocalDate?> = SettableField("valid_to", DayText, DayText.nullable)
    @JvmField public val pricesIncludeTax: SettableField<PriceLists, Boolean, Boolean> = SettableField("prices_include_tax", Boolean.serializer(), Boolean.serializer())
    @JvmField public val breaks: SettableField<PriceLists, BreakBasis, BreakBasis> = SettableField("breaks", BreakBasis.serializer(), BreakBasis.serializer())
    @JvmField public val isActive: SettableField<PriceLists, Boolean, Boolean> = SettableField("is_active", Boolean.serializer(), Boolean.serializer())
    @JvmField public val customerGroup: Relation<PriceLists, CustomerGroups> = Relation("customer_group")
    @JvmField public val customer: Relation<PriceLists, Customers> = Relation("customer")
    @JvmField public val priceListItem: Relation<PriceLists, PriceListItems> = Relation("price_list_item")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: PriceList): Array<Change<PriceLists>> = everyField(PriceList.serializer(), data)
}

/** The fields of `price_list_item`, for filters, sorting and changes. */
public object PriceListItems : Fields<PriceListItems>() {
    @JvmField public val id: IdField<PriceListItems> = IdField("id")
    @JvmField public val version: Field<PriceListItems, Long> = Field("version", Long.serializer())
    @JvmField public val listId: SettableId<PriceListItems, UUID> = SettableId("list_id", UuidText)
    @JvmField public val productId: SettableId<PriceListItems, UUID> = SettableId("product_id", UuidText)
    @JvmField public val unit: SettableText<PriceListItems, String?> = SettableText("unit", String.serializer().nullable)
    @JvmField public val minQuantity: SettableField<PriceListItems, BigDecimal, BigDecimal> = SettableField("min_quantity", DecimalText, DecimalText)
    @JvmField public val currency: SettableText<PriceListItems, String> = SettableText("currency", String.serializer())
    @JvmField public val unitPrice: SettableField<PriceListItems, BigDecimal, UnitPrice> = SettableField("unit_price", DecimalText, UnitPrice.serializer())
    @JvmField public val discount: SettableField<PriceListItems, BigDecimal, BigDecimal?> = SettableField("discount", DecimalText, DecimalText.nullable)
    @JvmField public val validFrom: SettableField<PriceListItems, LocalDate, LocalDate?> = SettableField("valid_from", DayText, DayText.nullable)
    @JvmField public val validTo: SettableField<PriceListItems, LocalDate, LocalDate?> = SettableField("valid_to", DayText, DayText.nullable)
    @JvmField public val list: Relation<PriceListItems, PriceLists> = Relation("list")
    @JvmField public val product: Relation<PriceListItems, Products> = Relation("product")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: PriceListItem): Array<Change<PriceListItems>> = everyField(PriceListItem.serializer(), data)
}

/** The fields of `product`, for filters, sorting and changes. */
public object Products : Fields<Products>() {
    @JvmField public val id: IdField<Products> = IdField("id")
    @JvmField public val version: Field<Products, Long> = Field("version", Long.serializer())
    @JvmField public val code: SettableText<Products, String> = SettableText("code", String.serializer())
    @JvmField public val name: SettableText<Products, String> = SettableText("name", String.serializer())
    @JvmField public val model: SettableText<Products, String?> = SettableText("model", String.serializer().nullable)
    @JvmField public val specification: SettableText<Products, String?> = SettableText("specification", String.serializer().nullable)
    @JvmField public val mnemonic: SettableText<Products, String?> = SettableText("mnemonic", String.serializer().nullable)
    @JvmField public val brand: SettableText<Products, String?> = SettableText("brand", String.serializer().nullable)
    @JvmField public val notes: SettableText<Products, String?> = SettableText("notes", String.serializer().nullable)
    @JvmField public val groupId: SettableId<Products, UUID?> = SettableId("group_id", UuidText.nullable)
    @JvmField public val unit: SettableText<Products, String?> = SettableText("unit", String.serializer().nullable)
    @JvmField public val stockDecimals: SettableField<Products, Long, Long> = SettableField("stock_decimals", Long.serializer(), Long.serializer())
    @JvmField public val isStocked: SettableField<Products, Boolean, Boolean> = SettableField("is_stocked", Boolean.serializer(), Boolean.serializer())
    @JvmField public val isKit: SettableField<Products, Boolean, Boolean> = SettableField("is_kit", Boolean.serializer(), Boolean.serializer())
    @JvmField public val tracking: SettableField<Products, Tracking, Tracking> = SettableField("tracking", Tracking.serializer(), Tracking.serializer())
    @JvmField public val costing: SettableText<Products, String> = SettableText("costing", String.serializer())
    @JvmField public val taxCode: SettableText<Products, String?> = SettableText("tax_code", String.serializer().nullable)
    @JvmField public val currency: SettableText<Products, String> = SettableText("currency", String.serializer())
    @JvmField public val listPrice: SettableField<Products, BigDecimal, UnitPrice?> = SettableField("list_price", DecimalText, UnitPrice.serializer().nullable)
    @JvmField public val isActive: SettableField<Products, Boolean, Boolean> = SettableField("is_active", Boolean.serializer(), Boolean.serializer())
    @JvmField public val group: Relation<Products, ProductGroups> = Relation("group")
    @JvmField public val productUnit: Relation<Products, ProductUnits> = Relation("product_unit")
    @JvmField public val productCode: Relation<Products, ProductCodes> = Relation("product_code")
    @JvmField public val kitComponent: Relation<Products, KitComponents> = Relation("kit_component")
    @JvmField public val priceListItem: Relation<Products, PriceListItems> = Relation("price_list_item")
    @JvmField public val customerPrice: Relation<Products, CustomerPrices> = Relation("customer_price")
    @JvmField public val productCost: Relation<Products, ProductCosts> = Relation("product_cost")
    @JvmField public val stockPool: Relation<Products, StockPools> = Relation("stock_pool")
    @JvmField public val stockBalance: Relation<Products, StockBalances> = Relation("stock_balance")
    @JvmField public val stockLot: Relation<Products, StockLots> = Relation("stock_lot")
    @JvmField public val lotBalance: Relation<Products, LotBalances> = Relation("lot_balance")
    @JvmField public val quoteLine: Relation<Products, QuoteLines> = Relation("quote_line")
    @JvmField public val salesOrderLine: Relation<Products, OrderLines> = Relation("sales_order_line")
    @JvmField public val reservation: Relation<Products, Reservations> = Relation("reservation")
    @JvmField public val salesLine: Relation<Products, SalesLines> = Relation("sales_line")
    @JvmField public val stockMovement: Relation<Products, StockMovements> = Relation("stock_movement")
    @JvmField public val costVariance: Relation<Products, CostVariances> = Relation("cost_variance")
    @JvmField public val costCorrection: Relation<Products, CostCorrections> = Relation("cost_correction")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: Product): Array<Change<Products>> = everyField(Product.serializer(), data)
}

/** The fields of `product_code`, for filters, sorting and changes. */
public object ProductCodes : Fields<ProductCodes>() {
    @JvmField public val id: IdField<ProductCodes> = IdField("id")
    @JvmField public val version: Field<ProductCodes, Long> = Field("version", Long.serializer())
    @JvmField public val productId: SettableId<ProductCodes, UUID> = SettableId("product_id", UuidText)
    @JvmField public val kind: SettableField<ProductCodes, CodeKind, CodeKind> = SettableField("kind", CodeKind.serializer(), CodeKind.serializer())
    @JvmField public val value: SettableText<ProductCodes, String> = SettableText("value", String.serializer())
    @JvmField public val isGtin: SettableField<ProductCodes, Boolean, Boolean> = SettableField("is_gtin", Boolean.serializer(), Boolean.serializer())
    @JvmField public val unit: SettableText<ProductCodes, String?> = SettableText("unit", String.serializer().nullable)
    @JvmField public val quantity: SettableField<ProductCodes, BigDecimal, BigDecimal?> = SettableField("quantity", DecimalText, DecimalText.nullable)
    @JvmField public val customerId: SettableId<ProductCodes, UUID?> = SettableId("customer_id", UuidText.nullable)
    @JvmField public val supplier: SettableText<ProductCodes, String?> = SettableText("supplier", String.serializer().nullable)
    @JvmField public val validFrom: SettableField<ProductCodes, LocalDate, LocalDate?> = SettableField("valid_from", DayText, DayText.nullable)
    @JvmField public val validTo: SettableField<ProductCodes, LocalDate, LocalDate?> = SettableField("valid_to", DayText, DayText.nullable)
    @JvmField public val isActive: SettableField<ProductCodes, Boolean, Boolean> = SettableField("is_active", Boolean.serializer(), Boolean.serializer())
    @JvmField public val party: SettableText<ProductCodes, String> = SettableText("party", String.serializer())
    @JvmField public val claim: SettableText<ProductCodes, String?> = SettableText("claim", String.serializer().nullable)
    @JvmField public val product: Relation<ProductCodes, Products> = Relation("product")
    @JvmField public val customer: Relation<ProductCodes, Customers> = Relation("customer")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: ProductCode): Array<Change<ProductCodes>> = everyField(ProductCode.serializer(), data)
}

/** The fields of `product_cost`, for filters, sorting and changes. */
public object ProductCosts : Fields<ProductCosts>() {
    @JvmField public val id: IdField<ProductCosts> = IdField("id")
    @JvmField public val version: Field<ProductCosts, Long> = Field("version", Long.serializer())
    @JvmField public val productId: SettableId<ProductCosts, UUID> = SettableId("product_id", UuidText)
    @JvmField public val validFrom: SettableField<ProductCosts, LocalDate, LocalDate> = SettableField("valid_from", DayText, DayText)
    @JvmField public val currency: SettableText<ProductCosts, String> = SettableText("currency", String.serializer())
    @JvmField public val unitCost: SettableField<ProductCosts, BigDecimal, UnitPrice?> = SettableField("unit_cost", DecimalText, UnitPrice.serializer().nullable)
    @JvmField public val product: Relation<ProductCosts, Products> = Relation("product")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: ProductCost): Array<Change<ProductCosts>> = everyField(ProductCost.serializer(), data)
}

/** The fields of `product_group`, for filters, sorting and changes. */
public object ProductGroups : Fields<ProductGroups>() {
    @JvmField public val id: IdField<ProductGroups> = IdField("id")
    @JvmField public val version: Field<ProductGroups, Long> = Field("version", Long.serializer())
    @JvmField public val code: SettableText<ProductGroups, String> = SettableText("code", String.serializer())
    @JvmField public val name: SettableText<ProductGroups, String> = SettableText("name", String.serializer())
    @JvmField public val parentId: SettableId<ProductGroups, UUID?> = SettableId("parent_id", UuidText.nullable)
    @JvmField public val codePrefix: SettableText<ProductGroups, String?> = SettableText("code_prefix", String.serializer().nullable)
    @JvmField public val codeDigits: SettableField<ProductGroups, Long, Long> = SettableField("code_digits", Long.serializer(), Long.serializer())
    @JvmField public val parent: Relation<ProductGroups, ProductGroups> = Relation("parent")
    @JvmField public val productGroup: Relation<ProductGroups, ProductGroups> = Relation("product_group")
    @JvmField public val product: Relation<ProductGroups, Products> = Relation("product")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: ProductGroup): Array<Change<ProductGroups>> = everyField(ProductGroup.serializer(), data)
}

/** The fields of `product_unit`, for filters, sorting and changes. */
public object ProductUnits : Fields<ProductUnits>() {
    @JvmField public val id: IdField<ProductUnits> = IdField("id")
    @JvmField public val version: Field<ProductUnits, Long> = Field("version", Long.serializer())
    @JvmField public val productId: SettableId<ProductUnits, UUID> = SettableId("product_id", UuidText)
    @JvmField public val unit: SettableText<ProductUnits, String> = SettableText("unit", String.serializer())
    @JvmField public val numerator: SettableField<ProductUnits, Long, Long> = SettableField("numerator", Long.serializer(), Long.serializer())
    @JvmField public val denominator: SettableField<ProductUnits, Long, Long> = SettableField("denominator", Long.serializer(), Long.serializer())
    @JvmField public val product: Relation<ProductUnits, Products> = Relation("product")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: ProductUnit): Array<Change<ProductUnits>> = everyField(ProductUnit.serializer(), data)
}

/** The fields of `quote`, for filters and sorting. */
public object Quotes : Fields<Quotes>() {
    @JvmField public val id: IdField<Quotes> = IdField("id")
    @JvmField public val version: Field<Quotes, Long> = Field("version", Long.serializer())
    @JvmField public val number: TextField<Quotes> = TextField("number")
    @JvmField public val series: TextField<Quotes> = TextField("series")
    @JvmField public val sequence: Field<Quotes, Long> = Field("sequence", Long.serializer())
    @JvmField public val customerId: IdField<Quotes> = IdField("customer_id")
    @JvmField public val salespersonId: IdField<Quotes> = IdField("salesperson_id")
    @JvmField public val day: Field<Quotes, LocalDate> = Field("day", DayText)
    @JvmField public val revision: Field<Quotes, Long> = Field("revision", Long.serializer())
    @JvmField public val validUntil: Field<Quotes, LocalDate> = Field("valid_until", DayText)
    @JvmField public val currency: TextField<Quotes> = TextField("currency")
    @JvmField public val net: Field<Quotes, BigDecimal> = Field("net", DecimalText)
    @JvmField public val outcome: Field<Quotes, QuoteOutcome> = Field("outcome", QuoteOutcome.serializer())
    @JvmField public val decidedAt: Field<Quotes, Instant> = Field("decided_at", InstantText)
    @JvmField public val reason: TextField<Quotes> = TextField("reason")
    @JvmField public val customer: Relation<Quotes, Customers> = Relation("customer")
    @JvmField public val salesperson: Relation<Quotes, Operators> = Relation("salesperson")
    @JvmField public val quoteRevision: Relation<Quotes, QuoteRevisions> = Relation("quote_revision")
    @JvmField public val salesOrder: Relation<Quotes, Orders> = Relation("sales_order")
}

/** The fields of `quote_line`, for filters and sorting. */
public object QuoteLines : Fields<QuoteLines>() {
    @JvmField public val id: IdField<QuoteLines> = IdField("id")
    @JvmField public val revisionId: IdField<QuoteLines> = IdField("revision_id")
    @JvmField public val line: Field<QuoteLines, Long> = Field("line", Long.serializer())
    @JvmField public val customerId: IdField<QuoteLines> = IdField("customer_id")
    @JvmField public val day: Field<QuoteLines, LocalDate> = Field("day", DayText)
    @JvmField public val productId: IdField<QuoteLines> = IdField("product_id")
    @JvmField public val productCode: TextField<QuoteLines> = TextField("product_code")
    @JvmField public val productName: TextField<QuoteLines> = TextField("product_name")
    @JvmField public val unit: TextField<QuoteLines> = TextField("unit")
    @JvmField public val quantity: Field<QuoteLines, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val enteredUnit: TextField<QuoteLines> = TextField("entered_unit")
    @JvmField public val enteredQuantity: Field<QuoteLines, BigDecimal> = Field("entered_quantity", DecimalText)
    @JvmField public val currency: TextField<QuoteLines> = TextField("currency")
    @JvmField public val unitPrice: Field<QuoteLines, BigDecimal> = Field("unit_price", DecimalText)
    @JvmField public val priceQuantity: Field<QuoteLines, BigDecimal> = Field("price_quantity", DecimalText)
    @JvmField public val priceSource: Field<QuoteLines, JsonElement> = Field("price_source", JsonElement.serializer())
    @JvmField public val includesTax: Field<QuoteLines, Boolean> = Field("includes_tax", Boolean.serializer())
    @JvmField public val discountPercent: Field<QuoteLines, BigDecimal> = Field("discount_percent", DecimalText)
    @JvmField public val discount: Field<QuoteLines, BigDecimal> = Field("discount", DecimalText)
    @JvmField public val charge: Field<QuoteLines, BigDecimal> = Field("charge", DecimalText)
    @JvmField public val amount: Field<QuoteLines, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val net: Field<QuoteLines, BigDecimal> = Field("net", DecimalText)
    @JvmField public val revenue: Field<QuoteLines, BigDecimal> = Field("revenue", DecimalText)
    @JvmField public val taxCode: TextField<QuoteLines> = TextField("tax_code")
    @JvmField public val taxCategory: Field<QuoteLines, TaxCategory> = Field("tax_category", TaxCategory.serializer())
    @JvmField public val taxRate: Field<QuoteLines, BigDecimal> = Field("tax_rate", DecimalText)
    @JvmField public val tax: Field<QuoteLines, BigDecimal> = Field("tax", DecimalText)
    @JvmField public val expectedCost: Field<QuoteLines, BigDecimal> = Field("expected_cost", DecimalText)
    @JvmField public val expectedProfit: Field<QuoteLines, BigDecimal> = Field("expected_profit", DecimalText)
    @JvmField public val revision: Relation<QuoteLines, QuoteRevisions> = Relation("revision")
    @JvmField public val customer: Relation<QuoteLines, Customers> = Relation("customer")
    @JvmField public val product: Relation<QuoteLines, Products> = Relation("product")
    @JvmField public val salesOrderLine: Relation<QuoteLines, OrderLines> = Relation("sales_order_line")
}

/** The fields of `quote_revision`, for filters and sorting. */
public object QuoteRevisions : Fields<QuoteRevisions>() {
    @JvmField public val id: IdField<QuoteRevisions> = IdField("id")
    @JvmField public val day: Field<QuoteRevisions, LocalDate> = Field("day", DayText)
    @JvmField public val postedAt: Field<QuoteRevisions, Instant> = Field("posted_at", InstantText)
    @JvmField public val operatorId: IdField<QuoteRevisions> = IdField("operator_id")
    @JvmField public val customerId: IdField<QuoteRevisions> = IdField("customer_id")
    @JvmField public val customerCode: TextField<QuoteRevisions> = TextField("customer_code")
    @JvmField public val customerName: TextField<QuoteRevisions> = TextField("customer_name")
    @JvmField public val salespersonId: IdField<QuoteRevisions> = IdField("salesperson_id")
    @JvmField public val reference: TextField<QuoteRevisions> = TextField("reference")
    @JvmField public val issuer: Field<QuoteRevisions, JsonElement> = Field("issuer", JsonElement.serializer())
    @JvmField public val buyer: Field<QuoteRevisions, JsonElement> = Field("buyer", JsonElement.serializer())
    @JvmField public val taxMethod: Field<QuoteRevisions, TaxMethod> = Field("tax_method", TaxMethod.serializer())
    @JvmField public val rounding: Field<QuoteRevisions, RoundingMode> = Field("rounding", RoundingMode.serializer())
    @JvmField public val pricesIncludeTax: Field<QuoteRevisions, Boolean> = Field("prices_include_tax", Boolean.serializer())
    @JvmField public val taxes: Field<QuoteRevisions, JsonElement> = Field("taxes", JsonElement.serializer())
    @JvmField public val allowanceCharges: Field<QuoteRevisions, JsonElement> = Field("allowance_charges", JsonElement.serializer())
    @JvmField public val currency: TextField<QuoteRevisions> = TextField("currency")
    @JvmField public val linesNet: Field<QuoteRevisions, BigDecimal> = Field("lines_net", DecimalText)
    @JvmField public val net: Field<QuoteRevisions, BigDecimal> = Field("net", DecimalText)
    @JvmField public val tax: Field<QuoteRevisions, BigDecimal> = Field("tax", DecimalText)
    @JvmField public val gross: Field<QuoteRevisions, BigDecimal> = Field("gross", DecimalText)
    @JvmField public val quoteId: IdField<QuoteRevisions> = IdField("quote_id")
    @JvmField public val revision: Field<QuoteRevisions, Long> = Field("revision", Long.serializer())
    @JvmField public val validUntil: Field<QuoteRevisions, LocalDate> = Field("valid_until", DayText)
    @JvmField public val expectedCost: Field<QuoteRevisions, BigDecimal> = Field("expected_cost", DecimalText)
    @JvmField public val expectedProfit: Field<QuoteRevisions, BigDecimal> = Field("expected_profit", DecimalText)
    @JvmField public val customer: Relation<QuoteRevisions, Customers> = Relation("customer")
    @JvmField public val salesperson: Relation<QuoteRevisions, Operators> = Relation("salesperson")
    @JvmField public val quote: Relation<QuoteRevisions, Quotes> = Relation("quote")
    @JvmField public val quoteLine: Relation<QuoteRevisions, QuoteLines> = Relation("quote_line")
    @JvmField public val salesOrder: Relation<QuoteRevisions, Orders> = Relation("sales_order")
}

/** The fields of `reservation`, for filters and sorting. */
public object Reservations : Fields<Reservations>() {
    @JvmField public val version: Field<Reservations, Long> = Field("version", Long.serializer())
    @JvmField public val orderLineId: IdField<Reservations> = IdField("order_line_id")
    @JvmField public val productId: IdField<Reservations> = IdField("product_id")
    @JvmField public val orderId: IdField<Reservations> = IdField("order_id")
    @JvmField public val customerId: IdField<Reservations> = IdField("customer_id")
    @JvmField public val warehouseId: IdField<Reservations> = IdField("warehouse_id")
    @JvmField public val quantity: Field<Reservations, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val expiresAt: Field<Reservations, Instant> = Field("expires_at", InstantText)
    @JvmField public val orderLine: Relation<Reservations, OrderLines> = Relation("order_line")
    @JvmField public val product: Relation<Reservations, Products> = Relation("product")
    @JvmField public val order: Relation<Reservations, Orders> = Relation("order")
    @JvmField public val customer: Relation<Reservations, Customers> = Relation("customer")
    @JvmField public val warehouse: Relation<Reservations, Warehouses> = Relation("warehouse")
}

/** The fields of `role`, for filters, sorting and changes. */
public object Roles : Fields<Roles>() {
    @JvmField public val id: IdField<Roles> = IdField("id")
    @JvmField public val version: Field<Roles, Long> = Field("version", Long.serializer())
    @JvmField public val code: SettableText<Roles, String> = SettableText("code", String.serializer())
    @JvmField public val name: SettableText<Roles, String> = SettableText("name", String.serializer())
    @JvmField public val rights: SettableField<Roles, JsonElement, List<Right>> = SettableField("rights", JsonElement.serializer(), ListSerializer(Right.serializer()))
    @JvmField public val scope: SettableField<Roles, ScopeLevel, ScopeLevel> = SettableField("scope", ScopeLevel.serializer(), ScopeLevel.serializer())
    @JvmField public val maxDiscount: SettableField<Roles, BigDecimal, BigDecimal?> = SettableField("max_discount", DecimalText, DecimalText.nullable)
    @JvmField public val systems: SettableField<Roles, JsonElement, List<String>> = SettableField("systems", JsonElement.serializer(), ListSerializer(String.serializer()))

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: Role): Array<Change<Roles>> = everyField(Role.serializer(), data)
}

/** The fields of `sales_document`, for filters and sorting. */
public object SalesDocuments : Fields<SalesDocuments>() {
    @JvmField public val id: IdField<SalesDocuments> = IdField("id")
    @JvmField public val day: Field<SalesDocuments, LocalDate> = Field("day", DayText)
    @JvmField public val postedAt: Field<SalesDocuments, Instant> = Field("posted_at", InstantText)
    @JvmField public val operatorId: IdField<SalesDocuments> = IdField("operator_id")
    @JvmField public val customerId: IdField<SalesDocuments> = IdField("customer_id")
    @JvmField public val customerCode: TextField<SalesDocuments> = TextField("customer_code")
    @JvmField public val customerName: TextField<SalesDocuments> = TextField("customer_name")
    @JvmField public val salespersonId: IdField<SalesDocuments> = IdField("salesperson_id")
    @JvmField public val reference: TextField<SalesDocuments> = TextField("reference")
    @JvmField public val issuer: Field<SalesDocuments, JsonElement> = Field("issuer", JsonElement.serializer())
    @JvmField public val buyer: Field<SalesDocuments, JsonElement> = Field("buyer", JsonElement.serializer())
    @JvmField public val taxMethod: Field<SalesDocuments, TaxMethod> = Field("tax_method", TaxMethod.serializer())
    @JvmField public val rounding: Field<SalesDocuments, RoundingMode> = Field("rounding", RoundingMode.serializer())
    @JvmField public val pricesIncludeTax: Field<SalesDocuments, Boolean> = Field("prices_include_tax", Boolean.serializer())
    @JvmField public val taxes: Field<SalesDocuments, JsonElement> = Field("taxes", JsonElement.serializer())
    @JvmField public val allowanceCharges: Field<SalesDocuments, JsonElement> = Field("allowance_charges", JsonElement.serializer())
    @JvmField public val currency: TextField<SalesDocuments> = TextField("currency")
    @JvmField public val linesNet: Field<SalesDocuments, BigDecimal> = Field("lines_net", DecimalText)
    @JvmField public val net: Field<SalesDocuments, BigDecimal> = Field("net", DecimalText)
    @JvmField public val tax: Field<SalesDocuments, BigDecimal> = Field("tax", DecimalText)
    @JvmField public val gross: Field<SalesDocuments, BigDecimal> = Field("gross", DecimalText)
    @JvmField public val kind: Field<SalesDocuments, SalesKind> = Field("kind", SalesKind.serializer())
    @JvmField public val number: TextField<SalesDocuments> = TextField("number")
    @JvmField public val series: TextField<SalesDocuments> = TextField("series")
    @JvmField public val sequence: Field<SalesDocuments, Long> = Field("sequence", Long.serializer())
    @JvmField public val warehouseId: IdField<SalesDocuments> = IdField("warehouse_id")
    @JvmField public val orderId: IdField<SalesDocuments> = IdField("order_id")
    @JvmField public val reversesId: IdField<SalesDocuments> = IdField("reverses_id")
    @JvmField public val reason: TextField<SalesDocuments> = TextField("reason")
    @JvmField public val payableRounding: Field<SalesDocuments, BigDecimal> = Field("payable_rounding", DecimalText)
    @JvmField public val payable: Field<SalesDocuments, BigDecimal> = Field("payable", DecimalText)
    @JvmField public val cost: Field<SalesDocuments, BigDecimal> = Field("cost", DecimalText)
    @JvmField public val profit: Field<SalesDocuments, BigDecimal> = Field("profit", DecimalText)
    @JvmField public val customer: Relation<SalesDocuments, Customers> = Relation("customer")
    @JvmField public val salesperson: Relation<SalesDocuments, Operators> = Relation("salesperson")
    @JvmField public val warehouse: Relation<SalesDocuments, Warehouses> = Relation("warehouse")
    @JvmField public val order: Relation<SalesDocuments, Orders> = Relation("order")
    @JvmField public val reverses: Relation<SalesDocuments, SalesDocuments> = Relation("reverses")
    @JvmField public val salesDocument: Relation<SalesDocuments, SalesDocuments> = Relation("sales_document")
    @JvmField public val salesLine: Relation<SalesDocuments, SalesLines> = Relation("sales_line")
    @JvmField public val stockMovement: Relation<SalesDocuments, StockMovements> = Relation("stock_movement")
    @JvmField public val costVariance: Relation<SalesDocuments, CostVariances> = Relation("cost_variance")
    @JvmField public val costCorrection: Relation<SalesDocuments, CostCorrections> = Relation("cost_correction")
    @JvmField public val openItem: Relation<SalesDocuments, OpenItems> = Relation("open_item")
}

/** The fields of `sales_line`, for filters and sorting. */
public object SalesLines : Fields<SalesLines>() {
    @JvmField public val id: IdField<SalesLines> = IdField("id")
    @JvmField public val documentId: IdField<SalesLines> = IdField("document_id")
    @JvmField public val line: Field<SalesLines, Long> = Field("line", Long.serializer())
    @JvmField public val customerId: IdField<SalesLines> = IdField("customer_id")
    @JvmField public val day: Field<SalesLines, LocalDate> = Field("day", DayText)
    @JvmField public val productId: IdField<SalesLines> = IdField("product_id")
    @JvmField public val productCode: TextField<SalesLines> = TextField("product_code")
    @JvmField public val productName: TextField<SalesLines> = TextField("product_name")
    @JvmField public val unit: TextField<SalesLines> = TextField("unit")
    @JvmField public val quantity: Field<SalesLines, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val enteredUnit: TextField<SalesLines> = TextField("entered_unit")
    @JvmField public val enteredQuantity: Field<SalesLines, BigDecimal> = Field("entered_quantity", DecimalText)
    @JvmField public val currency: TextField<SalesLines> = TextField("currency")
    @JvmField public val unitPrice: Field<SalesLines, BigDecimal> = Field("unit_price", DecimalText)
    @JvmField public val priceQuantity: Field<SalesLines, BigDecimal> = Field("price_quantity", DecimalText)
    @JvmField public val priceSource: Field<SalesLines, JsonElement> = Field("price_source", JsonElement.serializer())
    @JvmField public val includesTax: Field<SalesLines, Boolean> = Field("includes_tax", Boolean.serializer())
    @JvmField public val discountPercent: Field<SalesLines, BigDecimal> = Field("discount_percent", DecimalText)
    @JvmField public val discount: Field<SalesLines, BigDecimal> = Field("discount", DecimalText)
    @JvmField public val charge: Field<SalesLines, BigDecimal> = Field("charge", DecimalText)
    @JvmField public val amount: Field<SalesLines, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val net: Field<SalesLines, BigDecimal> = Field("net", DecimalText)
    @JvmField public val revenue: Field<SalesLines, BigDecimal> = Field("revenue", DecimalText)
    @JvmField public val taxCode: TextField<SalesLines> = TextField("tax_code")
    @JvmField public val taxCategory: Field<SalesLines, TaxCategory> = Field("tax_category", TaxCategory.serializer())
    @JvmField public val taxRate: Field<SalesLines, BigDecimal> = Field("tax_rate", DecimalText)
    @JvmField public val tax: Field<SalesLines, BigDecimal> = Field("tax", DecimalText)
    @JvmField public val lot: TextField<SalesLines> = TextField("lot")
    @JvmField public val costSource: Field<SalesLines, CostSource> = Field("cost_source", CostSource.serializer())
    @JvmField public val costReason: TextField<SalesLines> = TextField("cost_reason")
    @JvmField public val components: Field<SalesLines, JsonElement> = Field("components", JsonElement.serializer())
    @JvmField public val cost: Field<SalesLines, BigDecimal> = Field("cost", DecimalText)
    @JvmField public val profit: Field<SalesLines, BigDecimal> = Field("profit", DecimalText)
    @JvmField public val returnedLineId: IdField<SalesLines> = IdField("returned_line_id")
    @JvmField public val creditedLineId: IdField<SalesLines> = IdField("credited_line_id")
    @JvmField public val orderLineId: IdField<SalesLines> = IdField("order_line_id")
    @JvmField public val withheld: Field<SalesLines, BigDecimal> = Field("withheld", DecimalText)
    @JvmField public val document: Relation<SalesLines, SalesDocuments> = Relation("document")
    @JvmField public val customer: Relation<SalesLines, Customers> = Relation("customer")
    @JvmField public val product: Relation<SalesLines, Products> = Relation("product")
    @JvmField public val returnedLine: Relation<SalesLines, SalesLines> = Relation("returned_line")
    @JvmField public val creditedLine: Relation<SalesLines, SalesLines> = Relation("credited_line")
    @JvmField public val orderLine: Relation<SalesLines, OrderLines> = Relation("order_line")
    @JvmField public val salesLine: Relation<SalesLines, SalesLines> = Relation("sales_line")
    @JvmField public val costCorrection: Relation<SalesLines, CostCorrections> = Relation("cost_correction")
}

/** The fields of `sales_order`, for filters and sorting. */
public object Orders : Fields<Orders>() {
    @JvmField public val id: IdField<Orders> = IdField("id")
    @JvmField public val version: Field<Orders, Long> = Field("version", Long.serializer())
    @JvmField public val day: Field<Orders, LocalDate> = Field("day", DayText)
    @JvmField public val postedAt: Field<Orders, Instant> = Field("posted_at", InstantText)
    @JvmField public val operatorId: IdField<Orders> = IdField("operator_id")
    @JvmField public val customerId: IdField<Orders> = IdField("customer_id")
    @JvmField public val customerCode: TextField<Orders> = TextField("customer_code")
    @JvmField public val customerName: TextField<Orders> = TextField("customer_name")
    @JvmField public val salespersonId: IdField<Orders> = IdField("salesperson_id")
    @JvmField public val reference: TextField<Orders> = TextField("reference")
    @JvmField public val issuer: Field<Orders, JsonElement> = Field("issuer", JsonElement.serializer())
    @JvmField public val buyer: Field<Orders, JsonElement> = Field("buyer", JsonElement.serializer())
    @JvmField public val taxMethod: Field<Orders, TaxMethod> = Field("tax_method", TaxMethod.serializer())
    @JvmField public val rounding: Field<Orders, RoundingMode> = Field("rounding", RoundingMode.serializer())
    @JvmField public val pricesIncludeTax: Field<Orders, Boolean> = Field("prices_include_tax", Boolean.serializer())
    @JvmField public val taxes: Field<Orders, JsonElement> = Field("taxes", JsonElement.serializer())
    @JvmField public val allowanceCharges: Field<Orders, JsonElement> = Field("allowance_charges", JsonElement.serializer())
    @JvmField public val currency: TextField<Orders> = TextField("currency")
    @JvmField public val linesNet: Field<Orders, BigDecimal> = Field("lines_net", DecimalText)
    @JvmField public val net: Field<Orders, BigDecimal> = Field("net", DecimalText)
    @JvmField public val tax: Field<Orders, BigDecimal> = Field("tax", DecimalText)
    @JvmField public val gross: Field<Orders, BigDecimal> = Field("gross", DecimalText)
    @JvmField public val number: TextField<Orders> = TextField("number")
    @JvmField public val series: TextField<Orders> = TextField("series")
    @JvmField public val sequence: Field<Orders, Long> = Field("sequence", Long.serializer())
    @JvmField public val quoteId: IdField<Orders> = IdField("quote_id")
    @JvmField public val quoteRevisionId: IdField<Orders> = IdField("quote_revision_id")
    @JvmField public val warehouseId: IdField<Orders> = IdField("warehouse_id")
    @JvmField public val requestedDay: Field<Orders, LocalDate> = Field("requested_day", DayText)
    @JvmField public val state: Field<Orders, OrderState> = Field("state", OrderState.serializer())
    @JvmField public val closedAt: Field<Orders, Instant> = Field("closed_at", InstantText)
    @JvmField public val closeReason: TextField<Orders> = TextField("close_reason")
    @JvmField public val expectedCost: Field<Orders, BigDecimal> = Field("expected_cost", DecimalText)
    @JvmField public val expectedProfit: Field<Orders, BigDecimal> = Field("expected_profit", DecimalText)
    @JvmField public val customer: Relation<Orders, Customers> = Relation("customer")
    @JvmField public val salesperson: Relation<Orders, Operators> = Relation("salesperson")
    @JvmField public val quote: Relation<Orders, Quotes> = Relation("quote")
    @JvmField public val quoteRevision: Relation<Orders, QuoteRevisions> = Relation("quote_revision")
    @JvmField public val warehouse: Relation<Orders, Warehouses> = Relation("warehouse")
    @JvmField public val salesOrderLine: Relation<Orders, OrderLines> = Relation("sales_order_line")
    @JvmField public val reservation: Relation<Orders, Reservations> = Relation("reservation")
    @JvmField public val salesDocument: Relation<Orders, SalesDocuments> = Relation("sales_document")
    @JvmField public val payment: Relation<Orders, Payments> = Relation("payment")
    @JvmField public val openItem: Relation<Orders, OpenItems> = Relation("open_item")
}

/** The fields of `sales_order_line`, for filters and sorting. */
public object OrderLines : Fields<OrderLines>() {
    @JvmField public val id: IdField<OrderLines> = IdField("id")
    @JvmField public val version: Field<OrderLines, Long> = Field("version", Long.serializer())
    @JvmField public val orderId: IdField<OrderLines> = IdField("order_id")
    @JvmField public val line: Field<OrderLines, Long> = Field("line", Long.serializer())
    @JvmField public val customerId: IdField<OrderLines> = IdField("customer_id")
    @JvmField public val day: Field<OrderLines, LocalDate> = Field("day", DayText)
    @JvmField public val productId: IdField<OrderLines> = IdField("product_id")
    @JvmField public val productCode: TextField<OrderLines> = TextField("product_code")
    @JvmField public val productName: TextField<OrderLines> = TextField("product_name")
    @JvmField public val unit: TextField<OrderLines> = TextField("unit")
    @JvmField public val quantity: Field<OrderLines, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val enteredUnit: TextField<OrderLines> = TextField("entered_unit")
    @JvmField public val enteredQuantity: Field<OrderLines, BigDecimal> = Field("entered_quantity", DecimalText)
    @JvmField public val currency: TextField<OrderLines> = TextField("currency")
    @JvmField public val unitPrice: Field<OrderLines, BigDecimal> = Field("unit_price", DecimalText)
    @JvmField public val priceQuantity: Field<OrderLines, BigDecimal> = Field("price_quantity", DecimalText)
    @JvmField public val priceSource: Field<OrderLines, JsonElement> = Field("price_source", JsonElement.serializer())
    @JvmField public val includesTax: Field<OrderLines, Boolean> = Field("includes_tax", Boolean.serializer())
    @JvmField public val discountPercent: Field<OrderLines, BigDecimal> = Field("discount_percent", DecimalText)
    @JvmField public val discount: Field<OrderLines, BigDecimal> = Field("discount", DecimalText)
    @JvmField public val charge: Field<OrderLines, BigDecimal> = Field("charge", DecimalText)
    @JvmField public val amount: Field<OrderLines, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val net: Field<OrderLines, BigDecimal> = Field("net", DecimalText)
    @JvmField public val revenue: Field<OrderLines, BigDecimal> = Field("revenue", DecimalText)
    @JvmField public val taxCode: TextField<OrderLines> = TextField("tax_code")
    @JvmField public val taxCategory: Field<OrderLines, TaxCategory> = Field("tax_category", TaxCategory.serializer())
    @JvmField public val taxRate: Field<OrderLines, BigDecimal> = Field("tax_rate", DecimalText)
    @JvmField public val tax: Field<OrderLines, BigDecimal> = Field("tax", DecimalText)
    @JvmField public val quoteLineId: IdField<OrderLines> = IdField("quote_line_id")
    @JvmField public val delivered: Field<OrderLines, BigDecimal> = Field("delivered", DecimalText)
    @JvmField public val closed: Field<OrderLines, BigDecimal> = Field("closed", DecimalText)
    @JvmField public val expectedCost: Field<OrderLines, BigDecimal> = Field("expected_cost", DecimalText)
    @JvmField public val order: Relation<OrderLines, Orders> = Relation("order")
    @JvmField public val customer: Relation<OrderLines, Customers> = Relation("customer")
    @JvmField public val product: Relation<OrderLines, Products> = Relation("product")
    @JvmField public val quoteLine: Relation<OrderLines, QuoteLines> = Relation("quote_line")
    @JvmField public val reservation: Relation<OrderLines, Reservations> = Relation("reservation")
    @JvmField public val salesLine: Relation<OrderLines, SalesLines> = Relation("sales_line")
}

/** The fields of `stock_balance`, for filters and sorting. */
public object StockBalances : Fields<StockBalances>() {
    @JvmField public val version: Field<StockBalances, Long> = Field("version", Long.serializer())
    @JvmField public val productId: IdField<StockBalances> = IdField("product_id")
    @JvmField public val warehouseId: IdField<StockBalances> = IdField("warehouse_id")
    @JvmField public val quantity: Field<StockBalances, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val product: Relation<StockBalances, Products> = Relation("product")
    @JvmField public val warehouse: Relation<StockBalances, Warehouses> = Relation("warehouse")
}

/** The fields of `stock_document`, for filters and sorting. */
public object StockDocuments : Fields<StockDocuments>() {
    @JvmField public val id: IdField<StockDocuments> = IdField("id")
    @JvmField public val kind: Field<StockDocuments, MovementKind> = Field("kind", MovementKind.serializer())
    @JvmField public val number: TextField<StockDocuments> = TextField("number")
    @JvmField public val series: TextField<StockDocuments> = TextField("series")
    @JvmField public val sequence: Field<StockDocuments, Long> = Field("sequence", Long.serializer())
    @JvmField public val day: Field<StockDocuments, LocalDate> = Field("day", DayText)
    @JvmField public val postedAt: Field<StockDocuments, Instant> = Field("posted_at", InstantText)
    @JvmField public val operatorId: IdField<StockDocuments> = IdField("operator_id")
    @JvmField public val warehouseId: IdField<StockDocuments> = IdField("warehouse_id")
    @JvmField public val toWarehouseId: IdField<StockDocuments> = IdField("to_warehouse_id")
    @JvmField public val correctsId: IdField<StockDocuments> = IdField("corrects_id")
    @JvmField public val reference: TextField<StockDocuments> = TextField("reference")
    @JvmField public val currency: TextField<StockDocuments> = TextField("currency")
    @JvmField public val amount: Field<StockDocuments, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val value: Field<StockDocuments, BigDecimal> = Field("value", DecimalText)
    @JvmField public val warehouse: Relation<StockDocuments, Warehouses> = Relation("warehouse")
    @JvmField public val toWarehouse: Relation<StockDocuments, Warehouses> = Relation("to_warehouse")
    @JvmField public val corrects: Relation<StockDocuments, StockDocuments> = Relation("corrects")
    @JvmField public val stockDocument: Relation<StockDocuments, StockDocuments> = Relation("stock_document")
    @JvmField public val stockMovement: Relation<StockDocuments, StockMovements> = Relation("stock_movement")
    @JvmField public val costVariance: Relation<StockDocuments, CostVariances> = Relation("cost_variance")
    @JvmField public val costCorrection: Relation<StockDocuments, CostCorrections> = Relation("cost_correction")
}

/** The fields of `stock_lot`, for filters and sorting. */
public object StockLots : Fields<StockLots>() {
    @JvmField public val version: Field<StockLots, Long> = Field("version", Long.serializer())
    @JvmField public val productId: IdField<StockLots> = IdField("product_id")
    @JvmField public val lot: TextField<StockLots> = TextField("lot")
    @JvmField public val expiresOn: Field<StockLots, LocalDate> = Field("expires_on", DayText)
    @JvmField public val quantity: Field<StockLots, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val currency: TextField<StockLots> = TextField("currency")
    @JvmField public val value: Field<StockLots, BigDecimal> = Field("value", DecimalText)
    @JvmField public val referenceCost: Field<StockLots, BigDecimal> = Field("reference_cost", DecimalText)
    @JvmField public val product: Relation<StockLots, Products> = Relation("product")
}

/** The fields of `stock_movement`, for filters and sorting. */
public object StockMovements : Fields<StockMovements>() {
    @JvmField public val id: IdField<StockMovements> = IdField("id")
    @JvmField public val productId: IdField<StockMovements> = IdField("product_id")
    @JvmField public val sequence: Field<StockMovements, Long> = Field("sequence", Long.serializer())
    @JvmField public val warehouseId: IdField<StockMovements> = IdField("warehouse_id")
    @JvmField public val lot: TextField<StockMovements> = TextField("lot")
    @JvmField public val kind: Field<StockMovements, MovementKind> = Field("kind", MovementKind.serializer())
    @JvmField public val basis: Field<StockMovements, CostBasis> = Field("basis", CostBasis.serializer())
    @JvmField public val day: Field<StockMovements, LocalDate> = Field("day", DayText)
    @JvmField public val stockDocumentId: IdField<StockMovements> = IdField("stock_document_id")
    @JvmField public val salesDocumentId: IdField<StockMovements> = IdField("sales_document_id")
    @JvmField public val customerId: IdField<StockMovements> = IdField("customer_id")
    @JvmField public val line: Field<StockMovements, Long> = Field("line", Long.serializer())
    @JvmField public val forSequence: Field<StockMovements, Long> = Field("for_sequence", Long.serializer())
    @JvmField public val correctsId: IdField<StockMovements> = IdField("corrects_id")
    @JvmField public val quantity: Field<StockMovements, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val covered: Field<StockMovements, BigDecimal> = Field("covered", DecimalText)
    @JvmField public val currency: TextField<StockMovements> = TextField("currency")
    @JvmField public val unitCost: Field<StockMovements, BigDecimal> = Field("unit_cost", DecimalText)
    @JvmField public val priceQuantity: Field<StockMovements, BigDecimal> = Field("price_quantity", DecimalText)
    @JvmField public val amount: Field<StockMovements, BigDecimal> = Field("amount", DecimalText)
    @JvmField public val value: Field<StockMovements, BigDecimal> = Field("value", DecimalText)
    @JvmField public val product: Relation<StockMovements, Products> = Relation("product")
    @JvmField public val warehouse: Relation<StockMovements, Warehouses> = Relation("warehouse")
    @JvmField public val stockDocument: Relation<StockMovements, StockDocuments> = Relation("stock_document")
    @JvmField public val salesDocument: Relation<StockMovements, SalesDocuments> = Relation("sales_document")
    @JvmField public val customer: Relation<StockMovements, Customers> = Relation("customer")
    @JvmField public val corrects: Relation<StockMovements, StockDocuments> = Relation("corrects")
}

/** The fields of `stock_pool`, for filters and sorting. */
public object StockPools : Fields<StockPools>() {
    @JvmField public val version: Field<StockPools, Long> = Field("version", Long.serializer())
    @JvmField public val productId: IdField<StockPools> = IdField("product_id")
    @JvmField public val currency: TextField<StockPools> = TextField("currency")
    @JvmField public val quantity: Field<StockPools, BigDecimal> = Field("quantity", DecimalText)
    @JvmField public val value: Field<StockPools, BigDecimal> = Field("value", DecimalText)
    @JvmField public val referenceCost: Field<StockPools, BigDecimal> = Field("reference_cost", DecimalText)
    @JvmField public val lastDay: Field<StockPools, LocalDate> = Field("last_day", DayText)
    @JvmField public val movements: Field<StockPools, Long> = Field("movements", Long.serializer())
    @JvmField public val product: Relation<StockPools, Products> = Relation("product")
}

/** The fields of `tax_rate`, for filters, sorting and changes. */
public object TaxRates : Fields<TaxRates>() {
    @JvmField public val id: IdField<TaxRates> = IdField("id")
    @JvmField public val version: Field<TaxRates, Long> = Field("version", Long.serializer())
    @JvmField public val code: SettableText<TaxRates, String> = SettableText("code", String.serializer())
    @JvmField public val name: SettableText<TaxRates, String> = SettableText("name", String.serializer())
    @JvmField public val category: SettableField<TaxRates, TaxCategory, TaxCategory> = SettableField("category", TaxCategory.serializer(), TaxCategory.serializer())
    @JvmField public val rate: SettableField<TaxRates, BigDecimal, BigDecimal> = SettableField("rate", DecimalText, DecimalText)
    @JvmField public val validFrom: SettableField<TaxRates, LocalDate, LocalDate> = SettableField("valid_from", DayText, DayText)
    @JvmField public val replaces: SettableField<TaxRates, JsonElement, List<TaxReplacement>> = SettableField("replaces", JsonElement.serializer(), ListSerializer(TaxReplacement.serializer()))
    @JvmField public val exemptionReason: SettableText<TaxRates, String?> = SettableText("exemption_reason", String.serializer().nullable)

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: TaxRate): Array<Change<TaxRates>> = everyField(TaxRate.serializer(), data)
}

/** The fields of `warehouse`, for filters, sorting and changes. */
public object Warehouses : Fields<Warehouses>() {
    @JvmField public val id: IdField<Warehouses> = IdField("id")
    @JvmField public val version: Field<Warehouses, Long> = Field("version", Long.serializer())
    @JvmField public val code: SettableText<Warehouses, String> = SettableText("code", String.serializer())
    @JvmField public val name: SettableText<Warehouses, String> = SettableText("name", String.serializer())
    @JvmField public val isActive: SettableField<Warehouses, Boolean, Boolean> = SettableField("is_active", Boolean.serializer(), Boolean.serializer())
    @JvmField public val allowsNegative: SettableField<Warehouses, Boolean, Boolean> = SettableField("allows_negative", Boolean.serializer(), Boolean.serializer())
    @JvmField public val stockBalance: Relation<Warehouses, StockBalances> = Relation("stock_balance")
    @JvmField public val lotBalance: Relation<Warehouses, LotBalances> = Relation("lot_balance")
    @JvmField public val stockDocument: Relation<Warehouses, StockDocuments> = Relation("stock_document")
    @JvmField public val salesOrder: Relation<Warehouses, Orders> = Relation("sales_order")
    @JvmField public val reservation: Relation<Warehouses, Reservations> = Relation("reservation")
    @JvmField public val salesDocument: Relation<Warehouses, SalesDocuments> = Relation("sales_document")
    @JvmField public val stockMovement: Relation<Warehouses, StockMovements> = Relation("stock_movement")

    /** Every field as a record has it: what others set in the stored record is overwritten. */
    public fun setAll(data: Warehouse): Array<Change<Warehouses>> = everyField(Warehouse.serializer(), data)
}
