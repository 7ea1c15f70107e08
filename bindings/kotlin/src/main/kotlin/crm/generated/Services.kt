// Written by bindings/generate from api.json; a change here is lost.

package crm

import java.math.BigDecimal
import java.nio.file.Path
import java.time.Instant
import java.time.LocalDate
import java.util.UUID
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.MapSerializer
import kotlinx.serialization.builtins.nullable
import kotlinx.serialization.builtins.serializer
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/** The library, before anybody acts. */
public abstract class CrmOperations internal constructor(private val calls: Calls) {
    /** Migrates the schema and returns the names of the steps applied. */
    public suspend fun migrate(): List<String> =
        calls.call("crm.migrate", ListSerializer(String.serializer()), Arguments())

    /** The schema migrations still to be applied; nothing is changed. */
    public suspend fun missingSteps(): List<String> =
        calls.call("crm.missing_steps", ListSerializer(String.serializer()), Arguments())

    /**
     * Creates a company with the preset roles and its first operator; amounts are rounded to the given money step, by default that of the
     *  currency.
     */
    public suspend fun createCompany(name: String, currency: String, operator: Operator, moneyStep: BigDecimal? = null): CompanyCreated =
        calls.call("crm.create_company", CompanyCreated.serializer(), Arguments()
            .put("name", String.serializer(), name)
            .put("currency", String.serializer(), currency)
            .put("operator", Operator.serializer(), operator)
            .maybe("money_step", DecimalText, moneyStep)
        )

    /**
     * Opens a session on behalf of an operator, with the roles and groups that the host supplies, or else those stored for the operator. Its
     *  days are in the given time zone, or else in that of the company's profile, or in UTC; the locale is a language tag such as `es-MX`.
     */
    public suspend fun actAs(
        companyId: UUID,
        operatorId: UUID,
        roles: List<String>? = null,
        groups: List<UUID>? = null,
        onBehalfOf: String? = null,
        requestId: String? = null,
        zone: String? = null,
        locale: String? = null,
    ): Session =
        Session(calls.open("crm.act_as", SessionOpened.serializer(), Arguments()
            .put("company_id", UuidText, companyId)
            .put("operator_id", UuidText, operatorId)
            .maybe("roles", ListSerializer(String.serializer()), roles)
            .maybe("groups", ListSerializer(UuidText), groups)
            .maybe("on_behalf_of", String.serializer(), onBehalfOf)
            .maybe("request_id", String.serializer(), requestId)
            .maybe("zone", String.serializer(), zone)
            .maybe("locale", String.serializer(), locale)
        ) { it.session })
}

/** What can be done in a session, by area. */
public abstract class SessionServices internal constructor(private val calls: Calls) {
    /** The company. Its id is the tenant id of every row. */
    public val company: CompanyService get() = CompanyService(calls)

    /** A named set of rights with a scope. */
    public val roles: RolesService get() = RolesService(calls)

    /** A person who works with the system; for hosts with users of their own, a projection of such a user. */
    public val operators: OperatorsService get() = OperatorsService(calls)

    /** An act on many records that can be undone. Its operator sees it, and callers who reach every customer. */
    public val operations: OperationsService get() = OperationsService(calls)

    /** The rate of a tax code from a day on. */
    public val taxRates: TaxRatesService get() = TaxRatesService(calls)

    /** The company's identity and calculation policies from a day until the next profile. */
    public val companyProfiles: CompanyProfilesService get() = CompanyProfilesService(calls)

    /** An entry of the data dictionary. The entries of a category form a tree. */
    public val dictionaryEntries: DictionaryEntriesService get() = DictionaryEntriesService(calls)

    /** A custom field of an entity, declared by the host. */
    public val customFields: CustomFieldsService get() = CustomFieldsService(calls)

    /** A price list. */
    public val priceLists: PriceListsService get() = PriceListsService(calls)

    /** A node in the trees of customer groups, nested up to the depth limit. Trees for regions, operators and so on stand side by side, each with its own root. */
    public val customerGroups: CustomerGroupsService get() = CustomerGroupsService(calls)

    /** A customer. */
    public val customers: CustomersService get() = CustomersService(calls)

    /** A customer's owner from a time on, until the next row of the customer. Written with every change of the owner, whatever makes it. */
    public val ownerships: OwnershipsService get() = OwnershipsService(calls)

    /** A customer's membership in a group besides its main group. */
    public val customerGroupMembers: CustomerGroupMembersService get() = CustomerGroupMembersService(calls)

    /** A contact person at a customer. */
    public val contacts: ContactsService get() = ContactsService(calls)

    /** A way to reach a customer or one of its contacts. */
    public val contactPoints: ContactPointsService get() = ContactPointsService(calls)

    /** An address of a customer. */
    public val customerAddresses: CustomerAddressesService get() = CustomerAddressesService(calls)

    /** A node in the tree of product groups, nested up to the depth limit. */
    public val productGroups: ProductGroupsService get() = ProductGroupsService(calls)

    /** A stocked product, a service, or a kit. */
    public val products: ProductsService get() = ProductsService(calls)

    /** An additional unit of a product, worth `numerator / denominator` base units. */
    public val productUnits: ProductUnitsService get() = ProductUnitsService(calls)

    /** An additional code of a product, optionally for a unit or a packed quantity. */
    public val productCodes: ProductCodesService get() = ProductCodesService(calls)

    /** A component of a kit: a quantity of a product, in its base unit, per kit. */
    public val kitComponents: KitComponentsService get() = KitComponentsService(calls)

    /** A price on a list. */
    public val priceListItems: PriceListItemsService get() = PriceListItemsService(calls)

    /** A price or discount agreed with a customer for a product. */
    public val customerPrices: CustomerPricesService get() = CustomerPricesService(calls)

    /** The specified unit cost of a product from a day on, until replaced by a later one. */
    public val productCosts: ProductCostsService get() = ProductCostsService(calls)

    /** A warehouse. */
    public val warehouses: WarehousesService get() = WarehousesService(calls)

    /** Quantity and value of a product in the whole company: the state of its costing. The average is derived, never stored. */
    public val stockPools: StockPoolsService get() = StockPoolsService(calls)

    /** Quantity of a product in one warehouse. */
    public val stockBalances: StockBalancesService get() = StockBalancesService(calls)

    /** A lot of a product, or a single piece with a serial number: its quantity in the whole company. */
    public val stockLots: StockLotsService get() = StockLotsService(calls)

    /** Quantity of a lot in one warehouse. */
    public val lotBalances: LotBalancesService get() = LotBalancesService(calls)

    /** A receipt, count or other stock document; a correction is a document of its own that refers to the corrected one. */
    public val stockDocuments: StockDocumentsService get() = StockDocumentsService(calls)

    /** A quote with all its revisions. */
    public val quotes: QuotesService get() = QuotesService(calls)

    /** A revision of a quote, as sent. */
    public val quoteRevisions: QuoteRevisionsService get() = QuoteRevisionsService(calls)

    /** A line of a quote revision. */
    public val quoteLines: QuoteLinesService get() = QuoteLinesService(calls)

    /** A sales order. */
    public val orders: OrdersService get() = OrdersService(calls)

    /** An order line and the quantity delivered so far. */
    public val orderLines: OrderLinesService get() = OrderLinesService(calls)

    /** The quantity of a product reserved for an order line; for a kit, one row for each of its components. */
    public val reservations: ReservationsService get() = ReservationsService(calls)

    /** A delivery, a customer return or a credit note. */
    public val salesDocuments: SalesDocumentsService get() = SalesDocumentsService(calls)

    /** A line of a delivery, return or credit note. */
    public val salesLines: SalesLinesService get() = SalesLinesService(calls)

    /** A movement of one product: the ledger from which stock and cost are derived. */
    public val stockMovements: StockMovementsService get() = StockMovementsService(calls)

    /** A difference between what was paid or charged and the value of stock; a cost if positive, a gain if negative. */
    public val costVariances: CostVariancesService get() = CostVariancesService(calls)

    /** A later correction of the cost of a delivered or returned line. The line keeps the cost it was posted with; its effective cost is that plus the corrections. */
    public val costCorrections: CostCorrectionsService get() = CostCorrectionsService(calls)

    /** A payment received from a customer. */
    public val payments: PaymentsService get() = PaymentsService(calls)

    /** A refund, write-off, cancellation or rescheduling: a document that corrects others, which never change. */
    public val adjustments: AdjustmentsService get() = AdjustmentsService(calls)

    /** A receivable (positive) or credit (negative) that is settled over time; one per instalment of a document. A customer's balance on a day is the sum of the amounts dated up to it. */
    public val openItems: OpenItemsService get() = OpenItemsService(calls)

    /** The allocation of a credit to a receivable of the same customer on a day, or the reversal of one. */
    public val allocations: AllocationsService get() = AllocationsService(calls)

    /** One change of one record, or one refusal. */
    public val audit: AuditService get() = AuditService(calls)

    /** A change, for programs that follow the feed. */
    public val feed: FeedService get() = FeedService(calls)

    /** The data dictionary. */
    public val dictionary: DictionaryService get() = DictionaryService(calls)

    /** Prices, what was paid before, and the policy of prices. */
    public val pricing: PricingService get() = PricingService(calls)

    /** Receipts, counts, transfers, and what they cost. */
    public val stock: StockService get() = StockService(calls)

    /** Deliveries, returns, credit notes, and profit. */
    public val sales: SalesService get() = SalesService(calls)

    /** Payments, what is owed, and statements of account. */
    public val receivables: ReceivablesService get() = ReceivablesService(calls)

    /** Opening balances out of workbooks. */
    public val opening: OpeningService get() = OpeningService(calls)

    /** Recomputes the books from the ledgers; any difference is an error. */
    public suspend fun verify(): Verified =
        calls.call("session.verify", Verified.serializer(), Arguments())

    /** The day in the session's time zone, by the library's clock. */
    public suspend fun today(): LocalDate =
        calls.call("session.today", DayText, Arguments())
}

/** The company. Its id is the tenant id of every row. */
public class CompanyService internal constructor(calls: Calls) :
    IdentifiedService<CompanyRecord, CompanyFields>(calls, "company", CompanyRecord.serializer()) {
    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as previously read, with changes; omitted fields keep their values.
     * @param custom Custom field values by name; omitted fields keep their values.
     */
    public suspend fun update(record: CompanyRecord, custom: Map<String, JsonElement>? = null): CompanyRecord =
        calls.call("company.update", CompanyRecord.serializer(), Arguments()
            .whole("record", CompanyRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes the fields that are given of a record, and no others.
     *
     * @param id Id of the record.
     * @param changes The changed fields with their values; other fields keep theirs.
     * @param version The version that the record must have; any if omitted.
     * @param custom Custom field values by name; omitted fields keep their values.
     */
    public suspend fun patch(
        id: UUID,
        vararg changes: Change<CompanyFields>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CompanyRecord =
        calls.call("company.patch", CompanyRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /** The company profile in force on a day. */
    public suspend fun profileOn(day: LocalDate): CompanyProfileRecord? =
        calls.call("company.profile_on", CompanyProfileRecord.serializer().nullable, Arguments().put("day", DayText, day))

    /** The tax policy in force on a day: how money and tax are calculated. */
    public suspend fun policyOn(day: LocalDate): TaxPolicy =
        calls.call("company.policy_on", TaxPolicy.serializer(), Arguments().put("day", DayText, day))

    /** Makes the search keys of all records anew, after an upgrade that changes how they are made. Records keep their versions. */
    public suspend fun rebuildSearchKeys(): RebuiltKeys =
        calls.call("company.rebuild_search_keys", RebuiltKeys.serializer(), Arguments())
}

/** A named set of rights with a scope. */
public class RolesService internal constructor(calls: Calls) :
    MasterService<RoleRecord, Role, Roles>(calls, "roles", RoleRecord.serializer(), Role.serializer())

/** A person who works with the system; for hosts with users of their own, a projection of such a user. */
public class OperatorsService internal constructor(calls: Calls) :
    MasterService<OperatorRecord, Operator, Operators>(calls, "operators", OperatorRecord.serializer(), Operator.serializer())

/** An act on many records that can be undone. Its operator sees it, and callers who reach every customer. */
public class OperationsService internal constructor(calls: Calls) :
    IdentifiedService<OperationRecord, Operations>(calls, "operations", OperationRecord.serializer()) {
    /** Undoes an operation: records become what they were before, except what has changed since. Undoing it again changes nothing. */
    public suspend fun undo(id: UUID): Undone =
        calls.call("operations.undo", Undone.serializer(), Arguments().put("id", UuidText, id))

    /** What undoing an operation would do; nothing is written. */
    public suspend fun undoPreview(id: UUID): Undone =
        calls.call("operations.undo_preview", Undone.serializer(), Arguments().put("id", UuidText, id))
}

/** The rate of a tax code from a day on. */
public class TaxRatesService internal constructor(calls: Calls) :
    MasterService<TaxRateRecord, TaxRate, TaxRates>(calls, "tax_rates", TaxRateRecord.serializer(), TaxRate.serializer())

/** The company's identity and calculation policies from a day until the next profile. */
public class CompanyProfilesService internal constructor(calls: Calls) :
    MasterService<CompanyProfileRecord, CompanyProfile, CompanyProfiles>(
        calls,
        "company_profiles",
        CompanyProfileRecord.serializer(),
        CompanyProfile.serializer(),
    )

/** An entry of the data dictionary. The entries of a category form a tree. */
public class DictionaryEntriesService internal constructor(calls: Calls) :
    MasterService<DictionaryEntryRecord, DictionaryEntry, DictionaryEntries>(
        calls,
        "dictionary_entries",
        DictionaryEntryRecord.serializer(),
        DictionaryEntry.serializer(),
    )

/** A custom field of an entity, declared by the host. */
public class CustomFieldsService internal constructor(calls: Calls) :
    MasterService<CustomFieldRecord, CustomField, CustomFields>(calls, "custom_fields", CustomFieldRecord.serializer(), CustomField.serializer())

/** A price list. */
public class PriceListsService internal constructor(calls: Calls) :
    MasterService<PriceListRecord, PriceList, PriceLists>(calls, "price_lists", PriceListRecord.serializer(), PriceList.serializer())

/** A node in the trees of customer groups, nested up to the depth limit. Trees for regions, operators and so on stand side by side, each with its own root. */
public class CustomerGroupsService internal constructor(calls: Calls) :
    MasterService<CustomerGroupRecord, CustomerGroup, CustomerGroups>(
        calls,
        "customer_groups",
        CustomerGroupRecord.serializer(),
        CustomerGroup.serializer(),
    )

/** A customer. */
public class CustomersService internal constructor(calls: Calls) :
    MasterService<CustomerRecord, Customer, Customers>(calls, "customers", CustomerRecord.serializer(), Customer.serializer()) {
    /** A customer with those of its contacts, addresses, groups and custom fields that the caller may see. */
    public suspend fun card(id: UUID): CustomerCard =
        calls.call("customers.card", CustomerCard.serializer(), Arguments().put("id", UuidText, id))

    /**
     * Derived figures of customers: what they owe, what is overdue, the last delivery, the revenue of twelve months. Customers that the caller
     *  cannot see are left out; lists are filtered and sorted by the same figures, such as `overdue`.
     */
    public suspend fun figures(ids: List<UUID>): List<CustomerFigures> =
        calls.call("customers.figures", ListSerializer(CustomerFigures.serializer()), Arguments().put("ids", ListSerializer(UuidText), ids))

    /** Gives every customer that meets the filter, and that the caller may assign, to another owner. The operation of the answer undoes it. */
    public suspend fun reassign(filter: Filter<Customers>? = null, to: UUID, reason: String? = null): Reassigned =
        calls.call("customers.reassign", Reassigned.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("to", UuidText, to)
            .maybe("reason", String.serializer(), reason)
        )

    /** What a reassignment would change, and what is open with the customers; nothing is written. */
    public suspend fun reassignPreview(filter: Filter<Customers>? = null, to: UUID): ReassignmentPreview =
        calls.call("customers.reassign_preview", ReassignmentPreview.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("to", UuidText, to)
        )
}

/** A customer's owner from a time on, until the next row of the customer. Written with every change of the owner, whatever makes it. */
public class OwnershipsService internal constructor(calls: Calls) :
    IdentifiedService<OwnershipRecord, Ownerships>(calls, "ownerships", OwnershipRecord.serializer())

/** A customer's membership in a group besides its main group. */
public class CustomerGroupMembersService internal constructor(calls: Calls) :
    MasterService<CustomerGroupMemberRecord, CustomerGroupMember, CustomerGroupMembers>(
        calls,
        "customer_group_members",
        CustomerGroupMemberRecord.serializer(),
        CustomerGroupMember.serializer(),
    )

/** A contact person at a customer. */
public class ContactsService internal constructor(calls: Calls) :
    MasterService<ContactRecord, Contact, Contacts>(calls, "contacts", ContactRecord.serializer(), Contact.serializer())

/** A way to reach a customer or one of its contacts. */
public class ContactPointsService internal constructor(calls: Calls) :
    MasterService<ContactPointRecord, ContactPoint, ContactPoints>(
        calls,
        "contact_points",
        ContactPointRecord.serializer(),
        ContactPoint.serializer(),
    )

/** An address of a customer. */
public class CustomerAddressesService internal constructor(calls: Calls) :
    MasterService<CustomerAddressRecord, CustomerAddress, CustomerAddresses>(
        calls,
        "customer_addresses",
        CustomerAddressRecord.serializer(),
        CustomerAddress.serializer(),
    )

/** A node in the tree of product groups, nested up to the depth limit. */
public class ProductGroupsService internal constructor(calls: Calls) :
    MasterService<ProductGroupRecord, ProductGroup, ProductGroups>(
        calls,
        "product_groups",
        ProductGroupRecord.serializer(),
        ProductGroup.serializer(),
    )

/** A stocked product, a service, or a kit. */
public class ProductsService internal constructor(calls: Calls) :
    MasterService<ProductRecord, Product, Products>(calls, "products", ProductRecord.serializer(), Product.serializer()) {
    /** Resolves a typed or scanned text to a product: own code, barcode, supplier or customer code, mnemonic. */
    public suspend fun resolve(text: String, on: LocalDate, customerId: UUID? = null): Resolved =
        calls.call("products.resolve", Resolved.serializer(), Arguments()
            .put("text", String.serializer(), text)
            .put("on", DayText, on)
            .maybe("customer_id", UuidText, customerId)
        )
}

/** An additional unit of a product, worth `numerator / denominator` base units. */
public class ProductUnitsService internal constructor(calls: Calls) :
    MasterService<ProductUnitRecord, ProductUnit, ProductUnits>(calls, "product_units", ProductUnitRecord.serializer(), ProductUnit.serializer())

/** An additional code of a product, optionally for a unit or a packed quantity. */
public class ProductCodesService internal constructor(calls: Calls) :
    MasterService<ProductCodeRecord, ProductCode, ProductCodes>(calls, "product_codes", ProductCodeRecord.serializer(), ProductCode.serializer())

/** A component of a kit: a quantity of a product, in its base unit, per kit. */
public class KitComponentsService internal constructor(calls: Calls) :
    MasterService<KitComponentRecord, KitComponent, KitComponents>(
        calls,
        "kit_components",
        KitComponentRecord.serializer(),
        KitComponent.serializer(),
    )

/** A price on a list. */
public class PriceListItemsService internal constructor(calls: Calls) :
    MasterService<PriceListItemRecord, PriceListItem, PriceListItems>(
        calls,
        "price_list_items",
        PriceListItemRecord.serializer(),
        PriceListItem.serializer(),
    )

/** A price or discount agreed with a customer for a product. */
public class CustomerPricesService internal constructor(calls: Calls) :
    MasterService<CustomerPriceRecord, CustomerPrice, CustomerPrices>(
        calls,
        "customer_prices",
        CustomerPriceRecord.serializer(),
        CustomerPrice.serializer(),
    )

/** The specified unit cost of a product from a day on, until replaced by a later one. */
public class ProductCostsService internal constructor(calls: Calls) :
    MasterService<ProductCostRecord, ProductCost, ProductCosts>(calls, "product_costs", ProductCostRecord.serializer(), ProductCost.serializer())

/** A warehouse. */
public class WarehousesService internal constructor(calls: Calls) :
    MasterService<WarehouseRecord, Warehouse, Warehouses>(calls, "warehouses", WarehouseRecord.serializer(), Warehouse.serializer())

/** Quantity and value of a product in the whole company: the state of its costing. The average is derived, never stored. */
public class StockPoolsService internal constructor(calls: Calls) :
    RecordsService<StockPoolRecord, StockPools>(calls, "stock_pools", StockPoolRecord.serializer())

/** Quantity of a product in one warehouse. */
public class StockBalancesService internal constructor(calls: Calls) :
    RecordsService<StockBalanceRecord, StockBalances>(calls, "stock_balances", StockBalanceRecord.serializer())

/** A lot of a product, or a single piece with a serial number: its quantity in the whole company. */
public class StockLotsService internal constructor(calls: Calls) :
    RecordsService<StockLotRecord, StockLots>(calls, "stock_lots", StockLotRecord.serializer())

/** Quantity of a lot in one warehouse. */
public class LotBalancesService internal constructor(calls: Calls) :
    RecordsService<LotBalanceRecord, LotBalances>(calls, "lot_balances", LotBalanceRecord.serializer())

/** A receipt, count or other stock document; a correction is a document of its own that refers to the corrected one. */
public class StockDocumentsService internal constructor(calls: Calls) :
    IdentifiedService<StockDocumentRecord, StockDocuments>(calls, "stock_documents", StockDocumentRecord.serializer())

/** A quote with all its revisions. */
public class QuotesService internal constructor(calls: Calls) :
    IdentifiedService<QuoteRecord, Quotes>(calls, "quotes", QuoteRecord.serializer()) {
    /** Creates a quote. */
    public suspend fun create(quote: NewQuote): QuotePosted =
        calls.call("quotes.create", QuotePosted.serializer(), Arguments().put("quote", NewQuote.serializer(), quote))

    /** Creates a new revision of a quote. */
    public suspend fun revise(change: QuoteChange): QuotePosted =
        calls.call("quotes.revise", QuotePosted.serializer(), Arguments().put("change", QuoteChange.serializer(), change))

    /** Closes a quote as lost or withdrawn. */
    public suspend fun close(close: CloseQuote): Unit =
        calls.call("quotes.close", NothingBack, Arguments().put("close", CloseQuote.serializer(), close))

    /** Accepts a quote in whole or in part and creates an order; repeating the request returns the same order. */
    public suspend fun accept(acceptance: Acceptance): OrderPosted =
        calls.call("quotes.accept", OrderPosted.serializer(), Arguments().put("acceptance", Acceptance.serializer(), acceptance))

    /** Prices of a quote that have changed since. */
    public suspend fun priceChanges(quoteId: UUID, today: LocalDate): List<PriceChange> =
        calls.call("quotes.price_changes", ListSerializer(PriceChange.serializer()), Arguments()
            .put("quote_id", UuidText, quoteId)
            .put("today", DayText, today)
        )

    /** A quote with its lines, their open quantities, and its orders. */
    public suspend fun status(quoteId: UUID, today: LocalDate): QuoteStatus =
        calls.call("quotes.status", QuoteStatus.serializer(), Arguments().put("quote_id", UuidText, quoteId).put("today", DayText, today))

    /** A quote revision rendered as a document from its own rows. */
    public suspend fun render(revisionId: UUID): JsonElement =
        calls.call("quotes.render", JsonElement.serializer(), Arguments().put("revision_id", UuidText, revisionId))
}

/** A revision of a quote, as sent. */
public class QuoteRevisionsService internal constructor(calls: Calls) :
    IdentifiedService<QuoteRevisionRecord, QuoteRevisions>(calls, "quote_revisions", QuoteRevisionRecord.serializer())

/** A line of a quote revision. */
public class QuoteLinesService internal constructor(calls: Calls) :
    IdentifiedService<QuoteLineRecord, QuoteLines>(calls, "quote_lines", QuoteLineRecord.serializer())

/** A sales order. */
public class OrdersService internal constructor(calls: Calls) :
    IdentifiedService<SalesOrderRecord, Orders>(calls, "orders", SalesOrderRecord.serializer()) {
    /** Creates an order. */
    public suspend fun create(order: NewOrder): OrderPosted =
        calls.call("orders.create", OrderPosted.serializer(), Arguments().put("order", NewOrder.serializer(), order))

    /** Delivers an order in whole or in part. */
    public suspend fun deliver(delivery: OrderDelivery): SalesPosted =
        calls.call("orders.deliver", SalesPosted.serializer(), Arguments().put("delivery", OrderDelivery.serializer(), delivery))

    /** Closes an order short, or cancels it. */
    public suspend fun close(close: CloseOrder): OrderClosed =
        calls.call("orders.close", OrderClosed.serializer(), Arguments().put("close", CloseOrder.serializer(), close))

    /** An order with its lines and what is still open. */
    public suspend fun status(orderId: UUID): OrderStatus =
        calls.call("orders.status", OrderStatus.serializer(), Arguments().put("order_id", UuidText, orderId))

    /** Reserves goods for the open quantities of an order. */
    public suspend fun reserve(reservation: Reserve): Unit =
        calls.call("orders.reserve", NothingBack, Arguments().put("reservation", Reserve.serializer(), reservation))

    /** Releases goods reserved for an order. */
    public suspend fun release(release: Release): Unit =
        calls.call("orders.release", NothingBack, Arguments().put("release", Release.serializer(), release))

    /** An order rendered as a document from its own rows. */
    public suspend fun render(orderId: UUID): JsonElement =
        calls.call("orders.render", JsonElement.serializer(), Arguments().put("order_id", UuidText, orderId))
}

/** An order line and the quantity delivered so far. */
public class OrderLinesService internal constructor(calls: Calls) :
    IdentifiedService<SalesOrderLineRecord, OrderLines>(calls, "order_lines", SalesOrderLineRecord.serializer())

/** The quantity of a product reserved for an order line; for a kit, one row for each of its components. */
public class ReservationsService internal constructor(calls: Calls) :
    RecordsService<ReservationRecord, Reservations>(calls, "reservations", ReservationRecord.serializer())

/** A delivery, a customer return or a credit note. */
public class SalesDocumentsService internal constructor(calls: Calls) :
    IdentifiedService<SalesDocumentRecord, SalesDocuments>(calls, "sales_documents", SalesDocumentRecord.serializer())

/** A line of a delivery, return or credit note. */
public class SalesLinesService internal constructor(calls: Calls) :
    IdentifiedService<SalesLineRecord, SalesLines>(calls, "sales_lines", SalesLineRecord.serializer())

/** A movement of one product: the ledger from which stock and cost are derived. */
public class StockMovementsService internal constructor(calls: Calls) :
    IdentifiedService<StockMovementRecord, StockMovements>(calls, "stock_movements", StockMovementRecord.serializer())

/** A difference between what was paid or charged and the value of stock; a cost if positive, a gain if negative. */
public class CostVariancesService internal constructor(calls: Calls) :
    IdentifiedService<CostVarianceRecord, CostVariances>(calls, "cost_variances", CostVarianceRecord.serializer())

/** A later correction of the cost of a delivered or returned line. The line keeps the cost it was posted with; its effective cost is that plus the corrections. */
public class CostCorrectionsService internal constructor(calls: Calls) :
    IdentifiedService<CostCorrectionRecord, CostCorrections>(calls, "cost_corrections", CostCorrectionRecord.serializer())

/** A payment received from a customer. */
public class PaymentsService internal constructor(calls: Calls) :
    IdentifiedService<PaymentRecord, Payments>(calls, "payments", PaymentRecord.serializer())

/** A refund, write-off, cancellation or rescheduling: a document that corrects others, which never change. */
public class AdjustmentsService internal constructor(calls: Calls) :
    IdentifiedService<AdjustmentRecord, Adjustments>(calls, "adjustments", AdjustmentRecord.serializer())

/** A receivable (positive) or credit (negative) that is settled over time; one per instalment of a document. A customer's balance on a day is the sum of the amounts dated up to it. */
public class OpenItemsService internal constructor(calls: Calls) :
    IdentifiedService<OpenItemRecord, OpenItems>(calls, "open_items", OpenItemRecord.serializer())

/** The allocation of a credit to a receivable of the same customer on a day, or the reversal of one. */
public class AllocationsService internal constructor(calls: Calls) :
    IdentifiedService<AllocationRecord, Allocations>(calls, "allocations", AllocationRecord.serializer())

/** One change of one record, or one refusal. */
public class AuditService internal constructor(calls: Calls) :
    IdentifiedService<AuditEntryRecord, Audit>(calls, "audit", AuditEntryRecord.serializer())

/** A change, for programs that follow the feed. */
public class FeedService internal constructor(calls: Calls) :
    RecordsService<FeedEntryRecord, Feed>(calls, "feed", FeedEntryRecord.serializer())

/** The data dictionary. */
public class DictionaryService internal constructor(private val calls: Calls) {
    /** Merges one dictionary entry into another: replaces every reference to it and deletes it. */
    public suspend fun merge(from: UUID, into: UUID): Merged =
        calls.call("dictionary.merge", Merged.serializer(), Arguments().put("from", UuidText, from).put("into", UuidText, into))

    /** What a merge would change; nothing is written. */
    public suspend fun mergePreview(from: UUID, into: UUID): MergePreview =
        calls.call("dictionary.merge_preview", MergePreview.serializer(), Arguments().put("from", UuidText, from).put("into", UuidText, into))
}

/** Prices, what was paid before, and the policy of prices. */
public class PricingService internal constructor(private val calls: Calls) {
    /** The price of a product for a customer on a day, and where it comes from; none if no list or agreement gives one. */
    public suspend fun price(day: LocalDate, line: PriceLine, customerId: UUID? = null, currency: String? = null): Priced? =
        calls.call("pricing.price", Priced.serializer().nullable, Arguments()
            .put("day", DayText, day)
            .put("line", PriceLine.serializer(), line)
            .maybe("customer_id", UuidText, customerId)
            .maybe("currency", String.serializer(), currency)
        )

    /** The prices of several products, as on one document. */
    public suspend fun priceAll(day: LocalDate, lines: List<PriceLine>, customerId: UUID? = null, currency: String? = null): List<Priced?> =
        calls.call("pricing.price_all", ListSerializer(Priced.serializer().nullable), Arguments()
            .put("day", DayText, day)
            .put("lines", ListSerializer(PriceLine.serializer()), lines)
            .maybe("customer_id", UuidText, customerId)
            .maybe("currency", String.serializer(), currency)
        )

    /** The pricing settings. */
    public suspend fun settings(): PriceSettings =
        calls.call("pricing.settings", PriceSettings.serializer(), Arguments())

    /** Replaces the pricing settings. */
    public suspend fun setSettings(settings: PriceSettings): Unit =
        calls.call("pricing.set_settings", NothingBack, Arguments().put("settings", PriceSettings.serializer(), settings))

    /** The last delivered lines of a product for a customer, latest first. */
    public suspend fun priceHistory(customerId: UUID, productId: UUID, lines: Long): List<PastPrice> =
        calls.call("pricing.price_history", ListSerializer(PastPrice.serializer()), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("product_id", UuidText, productId)
            .put("lines", Long.serializer(), lines)
        )

    /** What a customer usually buys, from its deliveries in a period. */
    public suspend fun usualBasket(customerId: UUID, since: LocalDate, asOf: LocalDate): List<BasketItem> =
        calls.call("pricing.usual_basket", ListSerializer(BasketItem.serializer()), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("since", DayText, since)
            .put("as_of", DayText, asOf)
        )

    /** A customer's last delivery, as lines for a new one. */
    public suspend fun copyLastDelivery(customerId: UUID): LastDelivery? =
        calls.call("pricing.copy_last_delivery", LastDelivery.serializer().nullable, Arguments().put("customer_id", UuidText, customerId))
}

/** Receipts, counts, transfers, and what they cost. */
public class StockService internal constructor(private val calls: Calls) {
    /** Posts a goods receipt. */
    public suspend fun receive(receipt: NewReceipt): StockPosted =
        calls.call("stock.receive", StockPosted.serializer(), Arguments().put("receipt", NewReceipt.serializer(), receipt))

    /** Posts a stock count. */
    public suspend fun count(count: NewCount): StockPosted =
        calls.call("stock.count", StockPosted.serializer(), Arguments().put("count", NewCount.serializer(), count))

    /** Transfers goods between warehouses. */
    public suspend fun transfer(transfer: NewTransfer): StockPosted =
        calls.call("stock.transfer", StockPosted.serializer(), Arguments().put("transfer", NewTransfer.serializer(), transfer))

    /** Returns goods to a supplier. */
    public suspend fun returnToSupplier(supplierReturn: NewSupplierReturn): StockPosted =
        calls.call("stock.return_to_supplier", StockPosted.serializer(), Arguments()
            .put("supplier_return", NewSupplierReturn.serializer(), supplierReturn)
        )

    /** Reverses a stock document. */
    public suspend fun reverse(reversal: Reverse): StockPosted =
        calls.call("stock.reverse", StockPosted.serializer(), Arguments().put("reversal", Reverse.serializer(), reversal))

    /** The customers that received goods of a lot. */
    public suspend fun receiversOfLot(productId: UUID, lot: String): List<LotReceiver> =
        calls.call("stock.receivers_of_lot", ListSerializer(LotReceiver.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("lot", String.serializer(), lot)
        )

    /** Proposes the lots to pick for a product in a warehouse on a day: first expired, first out. */
    public suspend fun proposeLots(productId: UUID, warehouseId: UUID, quantity: BigDecimal, day: LocalDate): List<LotProposal> =
        calls.call("stock.propose_lots", ListSerializer(LotProposal.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("warehouse_id", UuidText, warehouseId)
            .put("quantity", DecimalText, quantity)
            .put("day", DayText, day)
        )

    /** On-hand, reserved and available quantities of a product in each warehouse. */
    public suspend fun available(productId: UUID, at: Instant): List<Availability> =
        calls.call("stock.available", ListSerializer(Availability.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("at", InstantText, at)
        )

    /** Revalues the stock on hand. */
    public suspend fun revalue(revaluation: Revalue): StockPosted =
        calls.call("stock.revalue", StockPosted.serializer(), Arguments().put("revaluation", Revalue.serializer(), revaluation))

    /** Sets the unit cost of the stock on hand. */
    public suspend fun setUnitCost(cost: SetUnitCost): StockPosted =
        calls.call("stock.set_unit_cost", StockPosted.serializer(), Arguments().put("cost", SetUnitCost.serializer(), cost))

    /** Adds a cost that became known after a receipt. */
    public suspend fun addCost(cost: AddCost): StockPosted =
        calls.call("stock.add_cost", StockPosted.serializer(), Arguments().put("cost", AddCost.serializer(), cost))

    /** Corrects the unit price of a receipt line. */
    public suspend fun correctReceiptPrice(correction: CorrectPrice): StockPosted =
        calls.call("stock.correct_receipt_price", StockPosted.serializer(), Arguments().put("correction", CorrectPrice.serializer(), correction))

    /** Corrects the quantity of a receipt line. */
    public suspend fun correctReceiptQuantity(correction: CorrectQuantity): StockPosted =
        calls.call("stock.correct_receipt_quantity", StockPosted.serializer(), Arguments().put("correction", CorrectQuantity.serializer(), correction))

    /** Changes a product's costing method and carries its value over. */
    public suspend fun changeMethod(change: ChangeMethod): StockPosted =
        calls.call("stock.change_method", StockPosted.serializer(), Arguments().put("change", ChangeMethod.serializer(), change))

    /** Previews a recalculation of a product's costs; nothing is written. */
    public suspend fun recostPreview(productId: UUID, from: LocalDate): RecostPreview =
        calls.call("stock.recost_preview", RecostPreview.serializer(), Arguments().put("product_id", UuidText, productId).put("from", DayText, from))

    /** Recalculates a product's costs in order of days. */
    public suspend fun recost(recost: NewRecost): StockPosted =
        calls.call("stock.recost", StockPosted.serializer(), Arguments().put("recost", NewRecost.serializer(), recost))
}

/** Deliveries, returns, credit notes, and profit. */
public class SalesService internal constructor(private val calls: Calls) {
    /** Posts a delivery: issues stock and creates a receivable. */
    public suspend fun deliver(delivery: NewDelivery): SalesPosted =
        calls.call("sales.deliver", SalesPosted.serializer(), Arguments().put("delivery", NewDelivery.serializer(), delivery))

    /** Posts a customer return. */
    public suspend fun returnGoods(goods: NewReturn): SalesPosted =
        calls.call("sales.return_goods", SalesPosted.serializer(), Arguments().put("goods", NewReturn.serializer(), goods))

    /** Posts a credit note without goods. */
    public suspend fun credit(note: NewCreditNote): SalesPosted =
        calls.call("sales.credit", SalesPosted.serializer(), Arguments().put("note", NewCreditNote.serializer(), note))

    /** Reverses a delivery, return or credit note with a document of its own. */
    public suspend fun reverse(reversal: Reversal): SalesPosted =
        calls.call("sales.reverse", SalesPosted.serializer(), Arguments().put("reversal", Reversal.serializer(), reversal))

    /** A delivery as a draft for a new one. */
    public suspend fun copy(documentId: UUID, day: LocalDate): NewDelivery =
        calls.call("sales.copy", NewDelivery.serializer(), Arguments().put("document_id", UuidText, documentId).put("day", DayText, day))

    /** A document rendered from its own rows. */
    public suspend fun render(documentId: UUID): JsonElement =
        calls.call("sales.render", JsonElement.serializer(), Arguments().put("document_id", UuidText, documentId))

    /** Sales, cost and profit by month, customer, salesperson, product and so on; the filter is on sales lines. */
    public suspend fun profit(by: ProfitBy, filter: Filter<*>? = null): List<ProfitRow> =
        calls.call("sales.profit", ListSerializer(ProfitRow.serializer()), Arguments()
            .put("by", ProfitBy.serializer(), by)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

/** Payments, what is owed, and statements of account. */
public class ReceivablesService internal constructor(private val calls: Calls) {
    /** Posts a payment and allocates it to receivables as requested. */
    public suspend fun recordPayment(payment: NewPayment): PaymentPosted =
        calls.call("receivables.record_payment", PaymentPosted.serializer(), Arguments().put("payment", NewPayment.serializer(), payment))

    /** Allocates a credit to a receivable. */
    public suspend fun allocate(allocation: NewAllocation): Unit =
        calls.call("receivables.allocate", NothingBack, Arguments().put("allocation", NewAllocation.serializer(), allocation))

    /** Allocates a credit to receivables as requested and returns the amount allocated. */
    public suspend fun allocateCredit(allocation: NewCreditAllocation): Money? =
        calls.call("receivables.allocate_credit", Money.serializer().nullable, Arguments()
            .put("allocation", NewCreditAllocation.serializer(), allocation)
        )

    /** Reverses an allocation. */
    public suspend fun deallocate(deallocation: Deallocation): Unit =
        calls.call("receivables.deallocate", NothingBack, Arguments().put("deallocation", Deallocation.serializer(), deallocation))

    /** Refunds a credit. */
    public suspend fun refund(refund: NewRefund): AdjustmentPosted =
        calls.call("receivables.refund", AdjustmentPosted.serializer(), Arguments().put("refund", NewRefund.serializer(), refund))

    /** Writes off what is open on a receivable or credit. */
    public suspend fun writeOff(writeOff: NewWriteOff): AdjustmentPosted =
        calls.call("receivables.write_off", AdjustmentPosted.serializer(), Arguments().put("write_off", NewWriteOff.serializer(), writeOff))

    /** Cancels a bounced or void payment. */
    public suspend fun cancelPayment(cancellation: PaymentCancellation): AdjustmentPosted =
        calls.call("receivables.cancel_payment", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", PaymentCancellation.serializer(), cancellation)
        )

    /** Cancels a refund, a write-off or another adjustment. */
    public suspend fun cancelAdjustment(cancellation: AdjustmentCancellation): AdjustmentPosted =
        calls.call("receivables.cancel_adjustment", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", AdjustmentCancellation.serializer(), cancellation)
        )

    /** Cancels opening items imported from previous books, so that they can be imported again. */
    public suspend fun cancelOpening(cancellation: OpeningCancellation): AdjustmentPosted =
        calls.call("receivables.cancel_opening", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", OpeningCancellation.serializer(), cancellation)
        )

    /** Changes the due dates of what is open on a document. */
    public suspend fun reschedule(rescheduling: Rescheduling): AdjustmentPosted =
        calls.call("receivables.reschedule", AdjustmentPosted.serializer(), Arguments().put("rescheduling", Rescheduling.serializer(), rescheduling))

    /** Releases the prepayments of an order and returns the amount. */
    public suspend fun freePrepayments(freed: FreedPrepayments): Money? =
        calls.call("receivables.free_prepayments", Money.serializer().nullable, Arguments().put("freed", FreedPrepayments.serializer(), freed))

    /** Receivables on a day, in buckets of days past due. */
    public suspend fun ageing(query: AgeingQuery): Ageing =
        calls.call("receivables.ageing", Ageing.serializer(), Arguments().put("query", AgeingQuery.serializer(), query))

    /** Ageing with one row per customer, payer or salesperson. */
    public suspend fun ageingBy(by: AgeingBy, query: AgeingQuery): List<AgeingRow> =
        calls.call("receivables.ageing_by", ListSerializer(AgeingRow.serializer()), Arguments()
            .put("by", AgeingBy.serializer(), by)
            .put("query", AgeingQuery.serializer(), query)
        )

    /** The open items behind an ageing. */
    public suspend fun agedItems(query: AgeingQuery): List<AgedItem> =
        calls.call("receivables.aged_items", ListSerializer(AgedItem.serializer()), Arguments().put("query", AgeingQuery.serializer(), query))

    /** A customer's balance on a day, net of credits. */
    public suspend fun balance(customerId: UUID, asOf: LocalDate, currency: String): Money =
        calls.call("receivables.balance", Money.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("as_of", DayText, asOf)
            .put("currency", String.serializer(), currency)
        )

    /** The statement of account for a period. */
    public suspend fun statement(of: AccountOf, from: LocalDate, to: LocalDate, currency: String): Statement =
        calls.call("receivables.statement", Statement.serializer(), Arguments()
            .put("of", AccountOf.serializer(), of)
            .put("from", DayText, from)
            .put("to", DayText, to)
            .put("currency", String.serializer(), currency)
        )

    /** A customer's credit limit and the exposure counted against it. */
    public suspend fun creditState(customerId: UUID, day: LocalDate): CreditState =
        calls.call("receivables.credit_state", CreditState.serializer(), Arguments().put("customer_id", UuidText, customerId).put("day", DayText, day))

    /** The amounts owed, overdue and in credit. */
    public suspend fun figures(of: AccountOf, asOf: LocalDate, currency: String): AccountFigures =
        calls.call("receivables.figures", AccountFigures.serializer(), Arguments()
            .put("of", AccountOf.serializer(), of)
            .put("as_of", DayText, asOf)
            .put("currency", String.serializer(), currency)
        )

    /** The payment status of a document. */
    public suspend fun documentStatus(documentId: UUID, asOf: LocalDate): Settled? =
        calls.call("receivables.document_status", Settled.serializer().nullable, Arguments()
            .put("document_id", UuidText, documentId)
            .put("as_of", DayText, asOf)
        )

    /** The payment status of an order, from its prepayments and its deliveries. */
    public suspend fun orderStatus(customerId: UUID, orderId: UUID, total: Money, asOf: LocalDate): Settled =
        calls.call("receivables.order_status", Settled.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("order_id", UuidText, orderId)
            .put("total", Money.serializer(), total)
            .put("as_of", DayText, asOf)
        )

    /** Receivables due for dunning, with their dunning level. */
    public suspend fun reminders(query: AgeingQuery, levels: List<Long>): List<Reminder> =
        calls.call("receivables.reminders", ListSerializer(Reminder.serializer()), Arguments()
            .put("query", AgeingQuery.serializer(), query)
            .put("levels", ListSerializer(Long.serializer()), levels)
        )
}

/** Opening balances out of workbooks. */
public class OpeningService internal constructor(private val calls: Calls) {
    /**
     * Checks an opening workbook, or applies it as one act. Problems in rows are not errors: the report lists them, with reasons in the given
     *  language (`en`, `es` or `zh`; English by default), along with how each sheet and column was interpreted and what was skipped.
     */
    public suspend fun applyWorkbook(
        workbook: Source,
        options: OpeningOptions,
        reading: ReadingOptions? = null,
        language: String? = null,
    ): OpeningReport =
        calls.call("opening.apply_workbook", OpeningReport.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .put("options", OpeningOptions.serializer(), options)
            .maybe("reading", ReadingOptions.serializer(), reading)
            .maybe("language", String.serializer(), language)
        )

    /**
     * Examines an opening workbook and reports what would be read, what would not, and why, in the given language (English by default). The
     *  options in the report can be corrected, saved, and used for the next file of the same kind.
     */
    public suspend fun examineWorkbook(workbook: Source, reading: ReadingOptions? = null, language: String? = null): WorkbookPlan =
        calls.call("opening.examine_workbook", WorkbookPlan.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .maybe("reading", ReadingOptions.serializer(), reading)
            .maybe("language", String.serializer(), language)
        )

    /**
     * Checks an opening workbook without applying it and writes a copy with every problem marked on its row: an .xlsx is copied with marks, a
     *  text file gets a column of problems (or becomes an .xlsx if `to` says so), other formats become an .xlsx. An existing file is overwritten
     *  only if requested, a link never.
     */
    public suspend fun annotateWorkbook(
        workbook: Source,
        options: OpeningOptions,
        language: String,
        to: Path,
        overwrite: Boolean? = null,
        reading: ReadingOptions? = null,
    ): OpeningReport =
        calls.call("opening.annotate_workbook", OpeningReport.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .put("options", OpeningOptions.serializer(), options)
            .put("language", String.serializer(), language)
            .put("to", PathText, to)
            .maybe("overwrite", Boolean.serializer(), overwrite)
            .maybe("reading", ReadingOptions.serializer(), reading)
        )

    /** Checks an opening workbook without applying it and returns a copy with every problem marked on its row, as `annotate_workbook` writes it. */
    public suspend fun annotatedWorkbook(
        workbook: Source,
        options: OpeningOptions,
        language: String,
        reading: ReadingOptions? = null,
        asXlsx: Boolean? = null,
    ): AnnotatedWorkbook =
        calls.call("opening.annotated_workbook", AnnotatedWorkbook.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .put("options", OpeningOptions.serializer(), options)
            .put("language", String.serializer(), language)
            .maybe("reading", ReadingOptions.serializer(), reading)
            .maybe("as_xlsx", Boolean.serializer(), asXlsx)
        )

    /** Writes a blank opening workbook as .xlsx. Needs the right to import. An existing file is overwritten only if requested, a link never. */
    public suspend fun writeTemplate(
        to: Path,
        language: String,
        taxCodes: List<String>? = null,
        customerGroups: List<String>? = null,
        productGroups: List<String>? = null,
        warehouses: List<String>? = null,
        overwrite: Boolean? = null,
    ): Unit =
        calls.call("opening.write_template", NothingBack, Arguments()
            .put("to", PathText, to)
            .put("language", String.serializer(), language)
            .maybe("tax_codes", ListSerializer(String.serializer()), taxCodes)
            .maybe("customer_groups", ListSerializer(String.serializer()), customerGroups)
            .maybe("product_groups", ListSerializer(String.serializer()), productGroups)
            .maybe("warehouses", ListSerializer(String.serializer()), warehouses)
            .maybe("overwrite", Boolean.serializer(), overwrite)
        )

    /** Returns a blank opening workbook as .xlsx. Needs the right to import. */
    public suspend fun template(
        language: String,
        taxCodes: List<String>? = null,
        customerGroups: List<String>? = null,
        productGroups: List<String>? = null,
        warehouses: List<String>? = null,
    ): ByteArray =
        calls.call("opening.template", BytesText, Arguments()
            .put("language", String.serializer(), language)
            .maybe("tax_codes", ListSerializer(String.serializer()), taxCodes)
            .maybe("customer_groups", ListSerializer(String.serializer()), customerGroups)
            .maybe("product_groups", ListSerializer(String.serializer()), productGroups)
            .maybe("warehouses", ListSerializer(String.serializer()), warehouses)
        )
}
