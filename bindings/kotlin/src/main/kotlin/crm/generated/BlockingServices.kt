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
public abstract class BlockingCrmOperations internal constructor(private val calls: Calls) {
    /** Migrates the schema and returns the names of the steps applied. */
    public fun migrate(): List<String> =
        calls.callBlocking("crm.migrate", ListSerializer(String.serializer()), Arguments())

    /** The schema migrations still to be applied; nothing is changed. */
    public fun missingSteps(): List<String> =
        calls.callBlocking("crm.missing_steps", ListSerializer(String.serializer()), Arguments())

    /**
     * Creates a company with the preset roles and its first operator; amounts are rounded to the given money step, by default that of the
     *  currency.
     */
    @JvmOverloads public fun createCompany(name: String, currency: String, operator: Operator, moneyStep: BigDecimal? = null): CompanyCreated =
        calls.callBlocking("crm.create_company", CompanyCreated.serializer(), Arguments()
            .put("name", String.serializer(), name)
            .put("currency", String.serializer(), currency)
            .put("operator", Operator.serializer(), operator)
            .maybe("money_step", DecimalText, moneyStep)
        )

    /**
     * Opens a session on behalf of an operator, with the roles and groups that the host supplies, or else those stored for the operator. Its
     *  days are in the given time zone, or else in that of the company's profile, or in UTC; the locale is a language tag such as `es-MX`.
     */
    @JvmOverloads public fun actAs(
        companyId: UUID,
        operatorId: UUID,
        roles: List<String>? = null,
        groups: List<UUID>? = null,
        onBehalfOf: String? = null,
        requestId: String? = null,
        zone: String? = null,
        locale: String? = null,
    ): BlockingSession =
        BlockingSession(calls.openBlocking("crm.act_as", SessionOpened.serializer(), Arguments()
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
public abstract class BlockingSessionServices internal constructor(private val calls: Calls) {
    /** The company. Its id is the tenant id of every row. */
    public val company: BlockingCompanyService get() = BlockingCompanyService(calls)

    /** A named set of rights with a scope. */
    public val roles: BlockingRolesService get() = BlockingRolesService(calls)

    /** A person who works with the system; for hosts with users of their own, a projection of such a user. */
    public val operators: BlockingOperatorsService get() = BlockingOperatorsService(calls)

    /** An act on many records that can be undone. Its operator sees it, and callers who reach every customer. */
    public val operations: BlockingOperationsService get() = BlockingOperationsService(calls)

    /** The rate of a tax code from a day on. */
    public val taxRates: BlockingTaxRatesService get() = BlockingTaxRatesService(calls)

    /** The company's identity and calculation policies from a day until the next profile. */
    public val companyProfiles: BlockingCompanyProfilesService get() = BlockingCompanyProfilesService(calls)

    /** An entry of the data dictionary. The entries of a category form a tree. */
    public val dictionaryEntries: BlockingDictionaryEntriesService get() = BlockingDictionaryEntriesService(calls)

    /** A custom field of an entity, declared by the host. */
    public val customFields: BlockingCustomFieldsService get() = BlockingCustomFieldsService(calls)

    /** A price list. */
    public val priceLists: BlockingPriceListsService get() = BlockingPriceListsService(calls)

    /** A node in the trees of customer groups, nested up to the depth limit. Trees for regions, operators and so on stand side by side, each with its own root. */
    public val customerGroups: BlockingCustomerGroupsService get() = BlockingCustomerGroupsService(calls)

    /** A customer. */
    public val customers: BlockingCustomersService get() = BlockingCustomersService(calls)

    /** A customer's owner from a time on, until the next row of the customer. Written with every change of the owner, whatever makes it. */
    public val ownerships: BlockingOwnershipsService get() = BlockingOwnershipsService(calls)

    /** A customer's membership in a group besides its main group. */
    public val customerGroupMembers: BlockingCustomerGroupMembersService get() = BlockingCustomerGroupMembersService(calls)

    /** A contact person at a customer. */
    public val contacts: BlockingContactsService get() = BlockingContactsService(calls)

    /** A way to reach a customer or one of its contacts. */
    public val contactPoints: BlockingContactPointsService get() = BlockingContactPointsService(calls)

    /** An address of a customer. */
    public val customerAddresses: BlockingCustomerAddressesService get() = BlockingCustomerAddressesService(calls)

    /** A node in the tree of product groups, nested up to the depth limit. */
    public val productGroups: BlockingProductGroupsService get() = BlockingProductGroupsService(calls)

    /** A stocked product, a service, or a kit. */
    public val products: BlockingProductsService get() = BlockingProductsService(calls)

    /** An additional unit of a product, worth `numerator / denominator` base units. */
    public val productUnits: BlockingProductUnitsService get() = BlockingProductUnitsService(calls)

    /** An additional code of a product, optionally for a unit or a packed quantity. */
    public val productCodes: BlockingProductCodesService get() = BlockingProductCodesService(calls)

    /** A component of a kit: a quantity of a product, in its base unit, per kit. */
    public val kitComponents: BlockingKitComponentsService get() = BlockingKitComponentsService(calls)

    /** A price on a list. */
    public val priceListItems: BlockingPriceListItemsService get() = BlockingPriceListItemsService(calls)

    /** A price or discount agreed with a customer for a product. */
    public val customerPrices: BlockingCustomerPricesService get() = BlockingCustomerPricesService(calls)

    /** The specified unit cost of a product from a day on, until replaced by a later one. */
    public val productCosts: BlockingProductCostsService get() = BlockingProductCostsService(calls)

    /** A warehouse. */
    public val warehouses: BlockingWarehousesService get() = BlockingWarehousesService(calls)

    /** Quantity and value of a product in the whole company: the state of its costing. The average is derived, never stored. */
    public val stockPools: BlockingStockPoolsService get() = BlockingStockPoolsService(calls)

    /** Quantity of a product in one warehouse. */
    public val stockBalances: BlockingStockBalancesService get() = BlockingStockBalancesService(calls)

    /** A lot of a product, or a single piece with a serial number: its quantity in the whole company. */
    public val stockLots: BlockingStockLotsService get() = BlockingStockLotsService(calls)

    /** Quantity of a lot in one warehouse. */
    public val lotBalances: BlockingLotBalancesService get() = BlockingLotBalancesService(calls)

    /** A receipt, count or other stock document; a correction is a document of its own that refers to the corrected one. */
    public val stockDocuments: BlockingStockDocumentsService get() = BlockingStockDocumentsService(calls)

    /** A quote with all its revisions. */
    public val quotes: BlockingQuotesService get() = BlockingQuotesService(calls)

    /** A revision of a quote, as sent. */
    public val quoteRevisions: BlockingQuoteRevisionsService get() = BlockingQuoteRevisionsService(calls)

    /** A line of a quote revision. */
    public val quoteLines: BlockingQuoteLinesService get() = BlockingQuoteLinesService(calls)

    /** A sales order. */
    public val orders: BlockingOrdersService get() = BlockingOrdersService(calls)

    /** An order line and the quantity delivered so far. */
    public val orderLines: BlockingOrderLinesService get() = BlockingOrderLinesService(calls)

    /** The quantity of a product reserved for an order line; for a kit, one row for each of its components. */
    public val reservations: BlockingReservationsService get() = BlockingReservationsService(calls)

    /** A delivery, a customer return or a credit note. */
    public val salesDocuments: BlockingSalesDocumentsService get() = BlockingSalesDocumentsService(calls)

    /** A line of a delivery, return or credit note. */
    public val salesLines: BlockingSalesLinesService get() = BlockingSalesLinesService(calls)

    /** A movement of one product: the ledger from which stock and cost are derived. */
    public val stockMovements: BlockingStockMovementsService get() = BlockingStockMovementsService(calls)

    /** A difference between what was paid or charged and the value of stock; a cost if positive, a gain if negative. */
    public val costVariances: BlockingCostVariancesService get() = BlockingCostVariancesService(calls)

    /** A later correction of the cost of a delivered or returned line. The line keeps the cost it was posted with; its effective cost is that plus the corrections. */
    public val costCorrections: BlockingCostCorrectionsService get() = BlockingCostCorrectionsService(calls)

    /** A payment received from a customer. */
    public val payments: BlockingPaymentsService get() = BlockingPaymentsService(calls)

    /** A refund, write-off, cancellation or rescheduling: a document that corrects others, which never change. */
    public val adjustments: BlockingAdjustmentsService get() = BlockingAdjustmentsService(calls)

    /** A receivable (positive) or credit (negative) that is settled over time; one per instalment of a document. A customer's balance on a day is the sum of the amounts dated up to it. */
    public val openItems: BlockingOpenItemsService get() = BlockingOpenItemsService(calls)

    /** The allocation of a credit to a receivable of the same customer on a day, or the reversal of one. */
    public val allocations: BlockingAllocationsService get() = BlockingAllocationsService(calls)

    /** One change of one record, or one refusal. */
    public val audit: BlockingAuditService get() = BlockingAuditService(calls)

    /** A change, for programs that follow the feed. */
    public val feed: BlockingFeedService get() = BlockingFeedService(calls)

    /** The data dictionary. */
    public val dictionary: BlockingDictionaryService get() = BlockingDictionaryService(calls)

    /** Prices, what was paid before, and the policy of prices. */
    public val pricing: BlockingPricingService get() = BlockingPricingService(calls)

    /** Receipts, counts, transfers, and what they cost. */
    public val stock: BlockingStockService get() = BlockingStockService(calls)

    /** Deliveries, returns, credit notes, and profit. */
    public val sales: BlockingSalesService get() = BlockingSalesService(calls)

    /** Payments, what is owed, and statements of account. */
    public val receivables: BlockingReceivablesService get() = BlockingReceivablesService(calls)

    /** Opening balances out of workbooks. */
    public val opening: BlockingOpeningService get() = BlockingOpeningService(calls)

    /** Recomputes the books from the ledgers; any difference is an error. */
    public fun verify(): Verified =
        calls.callBlocking("session.verify", Verified.serializer(), Arguments())

    /** The day in the session's time zone, by the library's clock. */
    public fun today(): LocalDate =
        calls.callBlocking("session.today", DayText, Arguments())
}

/** The company. Its id is the tenant id of every row. */
public class BlockingCompanyService internal constructor(calls: Calls) :
    BlockingIdentifiedService<CompanyRecord, CompanyFields>(calls, "company", CompanyRecord.serializer()) {
    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as previously read, with changes; omitted fields keep their values.
     * @param custom Custom field values by name; omitted fields keep their values.
     */
    @JvmOverloads public fun update(record: CompanyRecord, custom: Map<String, JsonElement>? = null): CompanyRecord =
        calls.callBlocking("company.update", CompanyRecord.serializer(), Arguments()
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
    @JvmOverloads public fun patch(
        id: UUID,
        vararg changes: Change<CompanyFields>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CompanyRecord =
        calls.callBlocking("company.patch", CompanyRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /** The company profile in force on a day. */
    public fun profileOn(day: LocalDate): CompanyProfileRecord? =
        calls.callBlocking("company.profile_on", CompanyProfileRecord.serializer().nullable, Arguments().put("day", DayText, day))

    /** The tax policy in force on a day: how money and tax are calculated. */
    public fun policyOn(day: LocalDate): TaxPolicy =
        calls.callBlocking("company.policy_on", TaxPolicy.serializer(), Arguments().put("day", DayText, day))

    /** Makes the search keys of all records anew, after an upgrade that changes how they are made. Records keep their versions. */
    public fun rebuildSearchKeys(): RebuiltKeys =
        calls.callBlocking("company.rebuild_search_keys", RebuiltKeys.serializer(), Arguments())
}

/** A named set of rights with a scope. */
public class BlockingRolesService internal constructor(calls: Calls) :
    BlockingMasterService<RoleRecord, Role, Roles>(calls, "roles", RoleRecord.serializer(), Role.serializer())

/** A person who works with the system; for hosts with users of their own, a projection of such a user. */
public class BlockingOperatorsService internal constructor(calls: Calls) :
    BlockingMasterService<OperatorRecord, Operator, Operators>(calls, "operators", OperatorRecord.serializer(), Operator.serializer())

/** An act on many records that can be undone. Its operator sees it, and callers who reach every customer. */
public class BlockingOperationsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<OperationRecord, Operations>(calls, "operations", OperationRecord.serializer()) {
    /** Undoes an operation: records become what they were before, except what has changed since. Undoing it again changes nothing. */
    public fun undo(id: UUID): Undone =
        calls.callBlocking("operations.undo", Undone.serializer(), Arguments().put("id", UuidText, id))

    /** What undoing an operation would do; nothing is written. */
    public fun undoPreview(id: UUID): Undone =
        calls.callBlocking("operations.undo_preview", Undone.serializer(), Arguments().put("id", UuidText, id))
}

/** The rate of a tax code from a day on. */
public class BlockingTaxRatesService internal constructor(calls: Calls) :
    BlockingMasterService<TaxRateRecord, TaxRate, TaxRates>(calls, "tax_rates", TaxRateRecord.serializer(), TaxRate.serializer())

/** The company's identity and calculation policies from a day until the next profile. */
public class BlockingCompanyProfilesService internal constructor(calls: Calls) :
    BlockingMasterService<CompanyProfileRecord, CompanyProfile, CompanyProfiles>(
        calls,
        "company_profiles",
        CompanyProfileRecord.serializer(),
        CompanyProfile.serializer(),
    )

/** An entry of the data dictionary. The entries of a category form a tree. */
public class BlockingDictionaryEntriesService internal constructor(calls: Calls) :
    BlockingMasterService<DictionaryEntryRecord, DictionaryEntry, DictionaryEntries>(
        calls,
        "dictionary_entries",
        DictionaryEntryRecord.serializer(),
        DictionaryEntry.serializer(),
    )

/** A custom field of an entity, declared by the host. */
public class BlockingCustomFieldsService internal constructor(calls: Calls) :
    BlockingMasterService<CustomFieldRecord, CustomField, CustomFields>(
        calls,
        "custom_fields",
        CustomFieldRecord.serializer(),
        CustomField.serializer(),
    )

/** A price list. */
public class BlockingPriceListsService internal constructor(calls: Calls) :
    BlockingMasterService<PriceListRecord, PriceList, PriceLists>(calls, "price_lists", PriceListRecord.serializer(), PriceList.serializer())

/** A node in the trees of customer groups, nested up to the depth limit. Trees for regions, operators and so on stand side by side, each with its own root. */
public class BlockingCustomerGroupsService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerGroupRecord, CustomerGroup, CustomerGroups>(
        calls,
        "customer_groups",
        CustomerGroupRecord.serializer(),
        CustomerGroup.serializer(),
    )

/** A customer. */
public class BlockingCustomersService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerRecord, Customer, Customers>(calls, "customers", CustomerRecord.serializer(), Customer.serializer()) {
    /** A customer with those of its contacts, addresses, groups and custom fields that the caller may see. */
    public fun card(id: UUID): CustomerCard =
        calls.callBlocking("customers.card", CustomerCard.serializer(), Arguments().put("id", UuidText, id))

    /**
     * Derived figures of customers: what they owe, what is overdue, the last delivery, the revenue of twelve months. Customers that the caller
     *  cannot see are left out; lists are filtered and sorted by the same figures, such as `overdue`.
     */
    public fun figures(ids: List<UUID>): List<CustomerFigures> =
        calls.callBlocking("customers.figures", ListSerializer(CustomerFigures.serializer()), Arguments().put("ids", ListSerializer(UuidText), ids))

    /** Gives every customer that meets the filter, and that the caller may assign, to another owner. The operation of the answer undoes it. */
    @JvmOverloads public fun reassign(filter: Filter<Customers>? = null, to: UUID, reason: String? = null): Reassigned =
        calls.callBlocking("customers.reassign", Reassigned.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("to", UuidText, to)
            .maybe("reason", String.serializer(), reason)
        )

    /** What a reassignment would change, and what is open with the customers; nothing is written. */
    public fun reassignPreview(filter: Filter<Customers>? = null, to: UUID): ReassignmentPreview =
        calls.callBlocking("customers.reassign_preview", ReassignmentPreview.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("to", UuidText, to)
        )
}

/** A customer's owner from a time on, until the next row of the customer. Written with every change of the owner, whatever makes it. */
public class BlockingOwnershipsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<OwnershipRecord, Ownerships>(calls, "ownerships", OwnershipRecord.serializer())

/** A customer's membership in a group besides its main group. */
public class BlockingCustomerGroupMembersService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerGroupMemberRecord, CustomerGroupMember, CustomerGroupMembers>(
        calls,
        "customer_group_members",
        CustomerGroupMemberRecord.serializer(),
        CustomerGroupMember.serializer(),
    )

/** A contact person at a customer. */
public class BlockingContactsService internal constructor(calls: Calls) :
    BlockingMasterService<ContactRecord, Contact, Contacts>(calls, "contacts", ContactRecord.serializer(), Contact.serializer())

/** A way to reach a customer or one of its contacts. */
public class BlockingContactPointsService internal constructor(calls: Calls) :
    BlockingMasterService<ContactPointRecord, ContactPoint, ContactPoints>(
        calls,
        "contact_points",
        ContactPointRecord.serializer(),
        ContactPoint.serializer(),
    )

/** An address of a customer. */
public class BlockingCustomerAddressesService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerAddressRecord, CustomerAddress, CustomerAddresses>(
        calls,
        "customer_addresses",
        CustomerAddressRecord.serializer(),
        CustomerAddress.serializer(),
    )

/** A node in the tree of product groups, nested up to the depth limit. */
public class BlockingProductGroupsService internal constructor(calls: Calls) :
    BlockingMasterService<ProductGroupRecord, ProductGroup, ProductGroups>(
        calls,
        "product_groups",
        ProductGroupRecord.serializer(),
        ProductGroup.serializer(),
    )

/** A stocked product, a service, or a kit. */
public class BlockingProductsService internal constructor(calls: Calls) :
    BlockingMasterService<ProductRecord, Product, Products>(calls, "products", ProductRecord.serializer(), Product.serializer()) {
    /** Resolves a typed or scanned text to a product: own code, barcode, supplier or customer code, mnemonic. */
    @JvmOverloads public fun resolve(text: String, on: LocalDate, customerId: UUID? = null): Resolved =
        calls.callBlocking("products.resolve", Resolved.serializer(), Arguments()
            .put("text", String.serializer(), text)
            .put("on", DayText, on)
            .maybe("customer_id", UuidText, customerId)
        )
}

/** An additional unit of a product, worth `numerator / denominator` base units. */
public class BlockingProductUnitsService internal constructor(calls: Calls) :
    BlockingMasterService<ProductUnitRecord, ProductUnit, ProductUnits>(
        calls,
        "product_units",
        ProductUnitRecord.serializer(),
        ProductUnit.serializer(),
    )

/** An additional code of a product, optionally for a unit or a packed quantity. */
public class BlockingProductCodesService internal constructor(calls: Calls) :
    BlockingMasterService<ProductCodeRecord, ProductCode, ProductCodes>(
        calls,
        "product_codes",
        ProductCodeRecord.serializer(),
        ProductCode.serializer(),
    )

/** A component of a kit: a quantity of a product, in its base unit, per kit. */
public class BlockingKitComponentsService internal constructor(calls: Calls) :
    BlockingMasterService<KitComponentRecord, KitComponent, KitComponents>(
        calls,
        "kit_components",
        KitComponentRecord.serializer(),
        KitComponent.serializer(),
    )

/** A price on a list. */
public class BlockingPriceListItemsService internal constructor(calls: Calls) :
    BlockingMasterService<PriceListItemRecord, PriceListItem, PriceListItems>(
        calls,
        "price_list_items",
        PriceListItemRecord.serializer(),
        PriceListItem.serializer(),
    )

/** A price or discount agreed with a customer for a product. */
public class BlockingCustomerPricesService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerPriceRecord, CustomerPrice, CustomerPrices>(
        calls,
        "customer_prices",
        CustomerPriceRecord.serializer(),
        CustomerPrice.serializer(),
    )

/** The specified unit cost of a product from a day on, until replaced by a later one. */
public class BlockingProductCostsService internal constructor(calls: Calls) :
    BlockingMasterService<ProductCostRecord, ProductCost, ProductCosts>(
        calls,
        "product_costs",
        ProductCostRecord.serializer(),
        ProductCost.serializer(),
    )

/** A warehouse. */
public class BlockingWarehousesService internal constructor(calls: Calls) :
    BlockingMasterService<WarehouseRecord, Warehouse, Warehouses>(calls, "warehouses", WarehouseRecord.serializer(), Warehouse.serializer())

/** Quantity and value of a product in the whole company: the state of its costing. The average is derived, never stored. */
public class BlockingStockPoolsService internal constructor(calls: Calls) :
    BlockingRecordsService<StockPoolRecord, StockPools>(calls, "stock_pools", StockPoolRecord.serializer())

/** Quantity of a product in one warehouse. */
public class BlockingStockBalancesService internal constructor(calls: Calls) :
    BlockingRecordsService<StockBalanceRecord, StockBalances>(calls, "stock_balances", StockBalanceRecord.serializer())

/** A lot of a product, or a single piece with a serial number: its quantity in the whole company. */
public class BlockingStockLotsService internal constructor(calls: Calls) :
    BlockingRecordsService<StockLotRecord, StockLots>(calls, "stock_lots", StockLotRecord.serializer())

/** Quantity of a lot in one warehouse. */
public class BlockingLotBalancesService internal constructor(calls: Calls) :
    BlockingRecordsService<LotBalanceRecord, LotBalances>(calls, "lot_balances", LotBalanceRecord.serializer())

/** A receipt, count or other stock document; a correction is a document of its own that refers to the corrected one. */
public class BlockingStockDocumentsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<StockDocumentRecord, StockDocuments>(calls, "stock_documents", StockDocumentRecord.serializer())

/** A quote with all its revisions. */
public class BlockingQuotesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<QuoteRecord, Quotes>(calls, "quotes", QuoteRecord.serializer()) {
    /** Creates a quote. */
    public fun create(quote: NewQuote): QuotePosted =
        calls.callBlocking("quotes.create", QuotePosted.serializer(), Arguments().put("quote", NewQuote.serializer(), quote))

    /** Creates a new revision of a quote. */
    public fun revise(change: QuoteChange): QuotePosted =
        calls.callBlocking("quotes.revise", QuotePosted.serializer(), Arguments().put("change", QuoteChange.serializer(), change))

    /** Closes a quote as lost or withdrawn. */
    public fun close(close: CloseQuote): Unit =
        calls.callBlocking("quotes.close", NothingBack, Arguments().put("close", CloseQuote.serializer(), close))

    /** Accepts a quote in whole or in part and creates an order; repeating the request returns the same order. */
    public fun accept(acceptance: Acceptance): OrderPosted =
        calls.callBlocking("quotes.accept", OrderPosted.serializer(), Arguments().put("acceptance", Acceptance.serializer(), acceptance))

    /** Prices of a quote that have changed since. */
    public fun priceChanges(quoteId: UUID, today: LocalDate): List<PriceChange> =
        calls.callBlocking("quotes.price_changes", ListSerializer(PriceChange.serializer()), Arguments()
            .put("quote_id", UuidText, quoteId)
            .put("today", DayText, today)
        )

    /** A quote with its lines, their open quantities, and its orders. */
    public fun status(quoteId: UUID, today: LocalDate): QuoteStatus =
        calls.callBlocking("quotes.status", QuoteStatus.serializer(), Arguments().put("quote_id", UuidText, quoteId).put("today", DayText, today))

    /** A quote revision rendered as a document from its own rows. */
    public fun render(revisionId: UUID): JsonElement =
        calls.callBlocking("quotes.render", JsonElement.serializer(), Arguments().put("revision_id", UuidText, revisionId))
}

/** A revision of a quote, as sent. */
public class BlockingQuoteRevisionsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<QuoteRevisionRecord, QuoteRevisions>(calls, "quote_revisions", QuoteRevisionRecord.serializer())

/** A line of a quote revision. */
public class BlockingQuoteLinesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<QuoteLineRecord, QuoteLines>(calls, "quote_lines", QuoteLineRecord.serializer())

/** A sales order. */
public class BlockingOrdersService internal constructor(calls: Calls) :
    BlockingIdentifiedService<SalesOrderRecord, Orders>(calls, "orders", SalesOrderRecord.serializer()) {
    /** Creates an order. */
    public fun create(order: NewOrder): OrderPosted =
        calls.callBlocking("orders.create", OrderPosted.serializer(), Arguments().put("order", NewOrder.serializer(), order))

    /** Delivers an order in whole or in part. */
    public fun deliver(delivery: OrderDelivery): SalesPosted =
        calls.callBlocking("orders.deliver", SalesPosted.serializer(), Arguments().put("delivery", OrderDelivery.serializer(), delivery))

    /** Closes an order short, or cancels it. */
    public fun close(close: CloseOrder): OrderClosed =
        calls.callBlocking("orders.close", OrderClosed.serializer(), Arguments().put("close", CloseOrder.serializer(), close))

    /** An order with its lines and what is still open. */
    public fun status(orderId: UUID): OrderStatus =
        calls.callBlocking("orders.status", OrderStatus.serializer(), Arguments().put("order_id", UuidText, orderId))

    /** Reserves goods for the open quantities of an order. */
    public fun reserve(reservation: Reserve): Unit =
        calls.callBlocking("orders.reserve", NothingBack, Arguments().put("reservation", Reserve.serializer(), reservation))

    /** Releases goods reserved for an order. */
    public fun release(release: Release): Unit =
        calls.callBlocking("orders.release", NothingBack, Arguments().put("release", Release.serializer(), release))

    /** An order rendered as a document from its own rows. */
    public fun render(orderId: UUID): JsonElement =
        calls.callBlocking("orders.render", JsonElement.serializer(), Arguments().put("order_id", UuidText, orderId))
}

/** An order line and the quantity delivered so far. */
public class BlockingOrderLinesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<SalesOrderLineRecord, OrderLines>(calls, "order_lines", SalesOrderLineRecord.serializer())

/** The quantity of a product reserved for an order line; for a kit, one row for each of its components. */
public class BlockingReservationsService internal constructor(calls: Calls) :
    BlockingRecordsService<ReservationRecord, Reservations>(calls, "reservations", ReservationRecord.serializer())

/** A delivery, a customer return or a credit note. */
public class BlockingSalesDocumentsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<SalesDocumentRecord, SalesDocuments>(calls, "sales_documents", SalesDocumentRecord.serializer())

/** A line of a delivery, return or credit note. */
public class BlockingSalesLinesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<SalesLineRecord, SalesLines>(calls, "sales_lines", SalesLineRecord.serializer())

/** A movement of one product: the ledger from which stock and cost are derived. */
public class BlockingStockMovementsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<StockMovementRecord, StockMovements>(calls, "stock_movements", StockMovementRecord.serializer())

/** A difference between what was paid or charged and the value of stock; a cost if positive, a gain if negative. */
public class BlockingCostVariancesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<CostVarianceRecord, CostVariances>(calls, "cost_variances", CostVarianceRecord.serializer())

/** A later correction of the cost of a delivered or returned line. The line keeps the cost it was posted with; its effective cost is that plus the corrections. */
public class BlockingCostCorrectionsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<CostCorrectionRecord, CostCorrections>(calls, "cost_corrections", CostCorrectionRecord.serializer())

/** A payment received from a customer. */
public class BlockingPaymentsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<PaymentRecord, Payments>(calls, "payments", PaymentRecord.serializer())

/** A refund, write-off, cancellation or rescheduling: a document that corrects others, which never change. */
public class BlockingAdjustmentsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<AdjustmentRecord, Adjustments>(calls, "adjustments", AdjustmentRecord.serializer())

/** A receivable (positive) or credit (negative) that is settled over time; one per instalment of a document. A customer's balance on a day is the sum of the amounts dated up to it. */
public class BlockingOpenItemsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<OpenItemRecord, OpenItems>(calls, "open_items", OpenItemRecord.serializer())

/** The allocation of a credit to a receivable of the same customer on a day, or the reversal of one. */
public class BlockingAllocationsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<AllocationRecord, Allocations>(calls, "allocations", AllocationRecord.serializer())

/** One change of one record, or one refusal. */
public class BlockingAuditService internal constructor(calls: Calls) :
    BlockingIdentifiedService<AuditEntryRecord, Audit>(calls, "audit", AuditEntryRecord.serializer())

/** A change, for programs that follow the feed. */
public class BlockingFeedService internal constructor(calls: Calls) :
    BlockingRecordsService<FeedEntryRecord, Feed>(calls, "feed", FeedEntryRecord.serializer())

/** The data dictionary. */
public class BlockingDictionaryService internal constructor(private val calls: Calls) {
    /** Merges one dictionary entry into another: replaces every reference to it and deletes it. */
    public fun merge(from: UUID, into: UUID): Merged =
        calls.callBlocking("dictionary.merge", Merged.serializer(), Arguments().put("from", UuidText, from).put("into", UuidText, into))

    /** What a merge would change; nothing is written. */
    public fun mergePreview(from: UUID, into: UUID): MergePreview =
        calls.callBlocking("dictionary.merge_preview", MergePreview.serializer(), Arguments().put("from", UuidText, from).put("into", UuidText, into))
}

/** Prices, what was paid before, and the policy of prices. */
public class BlockingPricingService internal constructor(private val calls: Calls) {
    /** The price of a product for a customer on a day, and where it comes from; none if no list or agreement gives one. */
    @JvmOverloads public fun price(day: LocalDate, line: PriceLine, customerId: UUID? = null, currency: String? = null): Priced? =
        calls.callBlocking("pricing.price", Priced.serializer().nullable, Arguments()
            .put("day", DayText, day)
            .put("line", PriceLine.serializer(), line)
            .maybe("customer_id", UuidText, customerId)
            .maybe("currency", String.serializer(), currency)
        )

    /** The prices of several products, as on one document. */
    @JvmOverloads public fun priceAll(day: LocalDate, lines: List<PriceLine>, customerId: UUID? = null, currency: String? = null): List<Priced?> =
        calls.callBlocking("pricing.price_all", ListSerializer(Priced.serializer().nullable), Arguments()
            .put("day", DayText, day)
            .put("lines", ListSerializer(PriceLine.serializer()), lines)
            .maybe("customer_id", UuidText, customerId)
            .maybe("currency", String.serializer(), currency)
        )

    /** The pricing settings. */
    public fun settings(): PriceSettings =
        calls.callBlocking("pricing.settings", PriceSettings.serializer(), Arguments())

    /** Replaces the pricing settings. */
    public fun setSettings(settings: PriceSettings): Unit =
        calls.callBlocking("pricing.set_settings", NothingBack, Arguments().put("settings", PriceSettings.serializer(), settings))

    /** The last delivered lines of a product for a customer, latest first. */
    public fun priceHistory(customerId: UUID, productId: UUID, lines: Long): List<PastPrice> =
        calls.callBlocking("pricing.price_history", ListSerializer(PastPrice.serializer()), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("product_id", UuidText, productId)
            .put("lines", Long.serializer(), lines)
        )

    /** What a customer usually buys, from its deliveries in a period. */
    public fun usualBasket(customerId: UUID, since: LocalDate, asOf: LocalDate): List<BasketItem> =
        calls.callBlocking("pricing.usual_basket", ListSerializer(BasketItem.serializer()), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("since", DayText, since)
            .put("as_of", DayText, asOf)
        )

    /** A customer's last delivery, as lines for a new one. */
    public fun copyLastDelivery(customerId: UUID): LastDelivery? =
        calls.callBlocking("pricing.copy_last_delivery", LastDelivery.serializer().nullable, Arguments().put("customer_id", UuidText, customerId))
}

/** Receipts, counts, transfers, and what they cost. */
public class BlockingStockService internal constructor(private val calls: Calls) {
    /** Posts a goods receipt. */
    public fun receive(receipt: NewReceipt): StockPosted =
        calls.callBlocking("stock.receive", StockPosted.serializer(), Arguments().put("receipt", NewReceipt.serializer(), receipt))

    /** Posts a stock count. */
    public fun count(count: NewCount): StockPosted =
        calls.callBlocking("stock.count", StockPosted.serializer(), Arguments().put("count", NewCount.serializer(), count))

    /** Transfers goods between warehouses. */
    public fun transfer(transfer: NewTransfer): StockPosted =
        calls.callBlocking("stock.transfer", StockPosted.serializer(), Arguments().put("transfer", NewTransfer.serializer(), transfer))

    /** Returns goods to a supplier. */
    public fun returnToSupplier(supplierReturn: NewSupplierReturn): StockPosted =
        calls.callBlocking("stock.return_to_supplier", StockPosted.serializer(), Arguments()
            .put("supplier_return", NewSupplierReturn.serializer(), supplierReturn)
        )

    /** Reverses a stock document. */
    public fun reverse(reversal: Reverse): StockPosted =
        calls.callBlocking("stock.reverse", StockPosted.serializer(), Arguments().put("reversal", Reverse.serializer(), reversal))

    /** The customers that received goods of a lot. */
    public fun receiversOfLot(productId: UUID, lot: String): List<LotReceiver> =
        calls.callBlocking("stock.receivers_of_lot", ListSerializer(LotReceiver.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("lot", String.serializer(), lot)
        )

    /** Proposes the lots to pick for a product in a warehouse on a day: first expired, first out. */
    public fun proposeLots(productId: UUID, warehouseId: UUID, quantity: BigDecimal, day: LocalDate): List<LotProposal> =
        calls.callBlocking("stock.propose_lots", ListSerializer(LotProposal.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("warehouse_id", UuidText, warehouseId)
            .put("quantity", DecimalText, quantity)
            .put("day", DayText, day)
        )

    /** On-hand, reserved and available quantities of a product in each warehouse. */
    public fun available(productId: UUID, at: Instant): List<Availability> =
        calls.callBlocking("stock.available", ListSerializer(Availability.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("at", InstantText, at)
        )

    /** Revalues the stock on hand. */
    public fun revalue(revaluation: Revalue): StockPosted =
        calls.callBlocking("stock.revalue", StockPosted.serializer(), Arguments().put("revaluation", Revalue.serializer(), revaluation))

    /** Sets the unit cost of the stock on hand. */
    public fun setUnitCost(cost: SetUnitCost): StockPosted =
        calls.callBlocking("stock.set_unit_cost", StockPosted.serializer(), Arguments().put("cost", SetUnitCost.serializer(), cost))

    /** Adds a cost that became known after a receipt. */
    public fun addCost(cost: AddCost): StockPosted =
        calls.callBlocking("stock.add_cost", StockPosted.serializer(), Arguments().put("cost", AddCost.serializer(), cost))

    /** Corrects the unit price of a receipt line. */
    public fun correctReceiptPrice(correction: CorrectPrice): StockPosted =
        calls.callBlocking("stock.correct_receipt_price", StockPosted.serializer(), Arguments().put("correction", CorrectPrice.serializer(), correction))

    /** Corrects the quantity of a receipt line. */
    public fun correctReceiptQuantity(correction: CorrectQuantity): StockPosted =
        calls.callBlocking("stock.correct_receipt_quantity", StockPosted.serializer(), Arguments()
            .put("correction", CorrectQuantity.serializer(), correction)
        )

    /** Changes a product's costing method and carries its value over. */
    public fun changeMethod(change: ChangeMethod): StockPosted =
        calls.callBlocking("stock.change_method", StockPosted.serializer(), Arguments().put("change", ChangeMethod.serializer(), change))

    /** Previews a recalculation of a product's costs; nothing is written. */
    public fun recostPreview(productId: UUID, from: LocalDate): RecostPreview =
        calls.callBlocking("stock.recost_preview", RecostPreview.serializer(), Arguments()
            .put("product_id", UuidText, productId)
            .put("from", DayText, from)
        )

    /** Recalculates a product's costs in order of days. */
    public fun recost(recost: NewRecost): StockPosted =
        calls.callBlocking("stock.recost", StockPosted.serializer(), Arguments().put("recost", NewRecost.serializer(), recost))
}

/** Deliveries, returns, credit notes, and profit. */
public class BlockingSalesService internal constructor(private val calls: Calls) {
    /** Posts a delivery: issues stock and creates a receivable. */
    public fun deliver(delivery: NewDelivery): SalesPosted =
        calls.callBlocking("sales.deliver", SalesPosted.serializer(), Arguments().put("delivery", NewDelivery.serializer(), delivery))

    /** Posts a customer return. */
    public fun returnGoods(goods: NewReturn): SalesPosted =
        calls.callBlocking("sales.return_goods", SalesPosted.serializer(), Arguments().put("goods", NewReturn.serializer(), goods))

    /** Posts a credit note without goods. */
    public fun credit(note: NewCreditNote): SalesPosted =
        calls.callBlocking("sales.credit", SalesPosted.serializer(), Arguments().put("note", NewCreditNote.serializer(), note))

    /** Reverses a delivery, return or credit note with a document of its own. */
    public fun reverse(reversal: Reversal): SalesPosted =
        calls.callBlocking("sales.reverse", SalesPosted.serializer(), Arguments().put("reversal", Reversal.serializer(), reversal))

    /** A delivery as a draft for a new one. */
    public fun copy(documentId: UUID, day: LocalDate): NewDelivery =
        calls.callBlocking("sales.copy", NewDelivery.serializer(), Arguments().put("document_id", UuidText, documentId).put("day", DayText, day))

    /** A document rendered from its own rows. */
    public fun render(documentId: UUID): JsonElement =
        calls.callBlocking("sales.render", JsonElement.serializer(), Arguments().put("document_id", UuidText, documentId))

    /** Sales, cost and profit by month, customer, salesperson, product and so on; the filter is on sales lines. */
    @JvmOverloads public fun profit(by: ProfitBy, filter: Filter<*>? = null): List<ProfitRow> =
        calls.callBlocking("sales.profit", ListSerializer(ProfitRow.serializer()), Arguments()
            .put("by", ProfitBy.serializer(), by)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

/** Payments, what is owed, and statements of account. */
public class BlockingReceivablesService internal constructor(private val calls: Calls) {
    /** Posts a payment and allocates it to receivables as requested. */
    public fun recordPayment(payment: NewPayment): PaymentPosted =
        calls.callBlocking("receivables.record_payment", PaymentPosted.serializer(), Arguments().put("payment", NewPayment.serializer(), payment))

    /** Allocates a credit to a receivable. */
    public fun allocate(allocation: NewAllocation): Unit =
        calls.callBlocking("receivables.allocate", NothingBack, Arguments().put("allocation", NewAllocation.serializer(), allocation))

    /** Allocates a credit to receivables as requested and returns the amount allocated. */
    public fun allocateCredit(allocation: NewCreditAllocation): Money? =
        calls.callBlocking("receivables.allocate_credit", Money.serializer().nullable, Arguments()
            .put("allocation", NewCreditAllocation.serializer(), allocation)
        )

    /** Reverses an allocation. */
    public fun deallocate(deallocation: Deallocation): Unit =
        calls.callBlocking("receivables.deallocate", NothingBack, Arguments().put("deallocation", Deallocation.serializer(), deallocation))

    /** Refunds a credit. */
    public fun refund(refund: NewRefund): AdjustmentPosted =
        calls.callBlocking("receivables.refund", AdjustmentPosted.serializer(), Arguments().put("refund", NewRefund.serializer(), refund))

    /** Writes off what is open on a receivable or credit. */
    public fun writeOff(writeOff: NewWriteOff): AdjustmentPosted =
        calls.callBlocking("receivables.write_off", AdjustmentPosted.serializer(), Arguments().put("write_off", NewWriteOff.serializer(), writeOff))

    /** Cancels a bounced or void payment. */
    public fun cancelPayment(cancellation: PaymentCancellation): AdjustmentPosted =
        calls.callBlocking("receivables.cancel_payment", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", PaymentCancellation.serializer(), cancellation)
        )

    /** Cancels a refund, a write-off or another adjustment. */
    public fun cancelAdjustment(cancellation: AdjustmentCancellation): AdjustmentPosted =
        calls.callBlocking("receivables.cancel_adjustment", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", AdjustmentCancellation.serializer(), cancellation)
        )

    /** Cancels opening items imported from previous books, so that they can be imported again. */
    public fun cancelOpening(cancellation: OpeningCancellation): AdjustmentPosted =
        calls.callBlocking("receivables.cancel_opening", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", OpeningCancellation.serializer(), cancellation)
        )

    /** Changes the due dates of what is open on a document. */
    public fun reschedule(rescheduling: Rescheduling): AdjustmentPosted =
        calls.callBlocking("receivables.reschedule", AdjustmentPosted.serializer(), Arguments()
            .put("rescheduling", Rescheduling.serializer(), rescheduling)
        )

    /** Releases the prepayments of an order and returns the amount. */
    public fun freePrepayments(freed: FreedPrepayments): Money? =
        calls.callBlocking("receivables.free_prepayments", Money.serializer().nullable, Arguments().put("freed", FreedPrepayments.serializer(), freed))

    /** Receivables on a day, in buckets of days past due. */
    public fun ageing(query: AgeingQuery): Ageing =
        calls.callBlocking("receivables.ageing", Ageing.serializer(), Arguments().put("query", AgeingQuery.serializer(), query))

    /** Ageing with one row per customer, payer or salesperson. */
    public fun ageingBy(by: AgeingBy, query: AgeingQuery): List<AgeingRow> =
        calls.callBlocking("receivables.ageing_by", ListSerializer(AgeingRow.serializer()), Arguments()
            .put("by", AgeingBy.serializer(), by)
            .put("query", AgeingQuery.serializer(), query)
        )

    /** The open items behind an ageing. */
    public fun agedItems(query: AgeingQuery): List<AgedItem> =
        calls.callBlocking("receivables.aged_items", ListSerializer(AgedItem.serializer()), Arguments().put("query", AgeingQuery.serializer(), query))

    /** A customer's balance on a day, net of credits. */
    public fun balance(customerId: UUID, asOf: LocalDate, currency: String): Money =
        calls.callBlocking("receivables.balance", Money.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("as_of", DayText, asOf)
            .put("currency", String.serializer(), currency)
        )

    /** The statement of account for a period. */
    public fun statement(of: AccountOf, from: LocalDate, to: LocalDate, currency: String): Statement =
        calls.callBlocking("receivables.statement", Statement.serializer(), Arguments()
            .put("of", AccountOf.serializer(), of)
            .put("from", DayText, from)
            .put("to", DayText, to)
            .put("currency", String.serializer(), currency)
        )

    /** A customer's credit limit and the exposure counted against it. */
    public fun creditState(customerId: UUID, day: LocalDate): CreditState =
        calls.callBlocking("receivables.credit_state", CreditState.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("day", DayText, day)
        )

    /** The amounts owed, overdue and in credit. */
    public fun figures(of: AccountOf, asOf: LocalDate, currency: String): AccountFigures =
        calls.callBlocking("receivables.figures", AccountFigures.serializer(), Arguments()
            .put("of", AccountOf.serializer(), of)
            .put("as_of", DayText, asOf)
            .put("currency", String.serializer(), currency)
        )

    /** The payment status of a document. */
    public fun documentStatus(documentId: UUID, asOf: LocalDate): Settled? =
        calls.callBlocking("receivables.document_status", Settled.serializer().nullable, Arguments()
            .put("document_id", UuidText, documentId)
            .put("as_of", DayText, asOf)
        )

    /** The payment status of an order, from its prepayments and its deliveries. */
    public fun orderStatus(customerId: UUID, orderId: UUID, total: Money, asOf: LocalDate): Settled =
        calls.callBlocking("receivables.order_status", Settled.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("order_id", UuidText, orderId)
            .put("total", Money.serializer(), total)
            .put("as_of", DayText, asOf)
        )

    /** Receivables due for dunning, with their dunning level. */
    public fun reminders(query: AgeingQuery, levels: List<Long>): List<Reminder> =
        calls.callBlocking("receivables.reminders", ListSerializer(Reminder.serializer()), Arguments()
            .put("query", AgeingQuery.serializer(), query)
            .put("levels", ListSerializer(Long.serializer()), levels)
        )
}

/** Opening balances out of workbooks. */
public class BlockingOpeningService internal constructor(private val calls: Calls) {
    /**
     * Checks an opening workbook, or applies it as one act. Problems in rows are not errors: the report lists them, with reasons in the given
     *  language (`en`, `es` or `zh`; English by default), along with how each sheet and column was interpreted and what was skipped.
     */
    @JvmOverloads public fun applyWorkbook(
        workbook: Source,
        options: OpeningOptions,
        reading: ReadingOptions? = null,
        language: String? = null,
    ): OpeningReport =
        calls.callBlocking("opening.apply_workbook", OpeningReport.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .put("options", OpeningOptions.serializer(), options)
            .maybe("reading", ReadingOptions.serializer(), reading)
            .maybe("language", String.serializer(), language)
        )

    /**
     * Examines an opening workbook and reports what would be read, what would not, and why, in the given language (English by default). The
     *  options in the report can be corrected, saved, and used for the next file of the same kind.
     */
    @JvmOverloads public fun examineWorkbook(workbook: Source, reading: ReadingOptions? = null, language: String? = null): WorkbookPlan =
        calls.callBlocking("opening.examine_workbook", WorkbookPlan.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .maybe("reading", ReadingOptions.serializer(), reading)
            .maybe("language", String.serializer(), language)
        )

    /**
     * Checks an opening workbook without applying it and writes a copy with every problem marked on its row: an .xlsx is copied with marks, a
     *  text file gets a column of problems (or becomes an .xlsx if `to` says so), other formats become an .xlsx. An existing file is overwritten
     *  only if requested, a link never.
     */
    @JvmOverloads public fun annotateWorkbook(
        workbook: Source,
        options: OpeningOptions,
        language: String,
        to: Path,
        overwrite: Boolean? = null,
        reading: ReadingOptions? = null,
    ): OpeningReport =
        calls.callBlocking("opening.annotate_workbook", OpeningReport.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .put("options", OpeningOptions.serializer(), options)
            .put("language", String.serializer(), language)
            .put("to", PathText, to)
            .maybe("overwrite", Boolean.serializer(), overwrite)
            .maybe("reading", ReadingOptions.serializer(), reading)
        )

    /** Checks an opening workbook without applying it and returns a copy with every problem marked on its row, as `annotate_workbook` writes it. */
    @JvmOverloads public fun annotatedWorkbook(
        workbook: Source,
        options: OpeningOptions,
        language: String,
        reading: ReadingOptions? = null,
        asXlsx: Boolean? = null,
    ): AnnotatedWorkbook =
        calls.callBlocking("opening.annotated_workbook", AnnotatedWorkbook.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .put("options", OpeningOptions.serializer(), options)
            .put("language", String.serializer(), language)
            .maybe("reading", ReadingOptions.serializer(), reading)
            .maybe("as_xlsx", Boolean.serializer(), asXlsx)
        )

    /** Writes a blank opening workbook as .xlsx. Needs the right to import. An existing file is overwritten only if requested, a link never. */
    @JvmOverloads public fun writeTemplate(
        to: Path,
        language: String,
        taxCodes: List<String>? = null,
        customerGroups: List<String>? = null,
        productGroups: List<String>? = null,
        warehouses: List<String>? = null,
        overwrite: Boolean? = null,
    ): Unit =
        calls.callBlocking("opening.write_template", NothingBack, Arguments()
            .put("to", PathText, to)
            .put("language", String.serializer(), language)
            .maybe("tax_codes", ListSerializer(String.serializer()), taxCodes)
            .maybe("customer_groups", ListSerializer(String.serializer()), customerGroups)
            .maybe("product_groups", ListSerializer(String.serializer()), productGroups)
            .maybe("warehouses", ListSerializer(String.serializer()), warehouses)
            .maybe("overwrite", Boolean.serializer(), overwrite)
        )

    /** Returns a blank opening workbook as .xlsx. Needs the right to import. */
    @JvmOverloads public fun template(
        language: String,
        taxCodes: List<String>? = null,
        customerGroups: List<String>? = null,
        productGroups: List<String>? = null,
        warehouses: List<String>? = null,
    ): ByteArray =
        calls.callBlocking("opening.template", BytesText, Arguments()
            .put("language", String.serializer(), language)
            .maybe("tax_codes", ListSerializer(String.serializer()), taxCodes)
            .maybe("customer_groups", ListSerializer(String.serializer()), customerGroups)
            .maybe("product_groups", ListSerializer(String.serializer()), productGroups)
            .maybe("warehouses", ListSerializer(String.serializer()), warehouses)
        )
}
