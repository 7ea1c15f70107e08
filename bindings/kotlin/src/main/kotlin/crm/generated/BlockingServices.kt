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
    /** Brings the schema up to date, and names the steps that were missing. */
    public fun migrate(): List<String> =
        calls.callBlocking("crm.migrate", ListSerializer(String.serializer()), Arguments())

    /** The steps of the schema that are missing; nothing is changed. */
    public fun missingSteps(): List<String> =
        calls.callBlocking("crm.missing_steps", ListSerializer(String.serializer()), Arguments())

    /**
     * Creates a company with the preset roles and its first operator; its amounts are rounded to a step of money, that of the currency if
     *  none is given.
     */
    @JvmOverloads public fun createCompany(name: String, currency: String, operator: Operator, moneyStep: BigDecimal? = null): CompanyCreated =
        calls.callBlocking("crm.create_company", CompanyCreated.serializer(), Arguments()
            .put("name", String.serializer(), name)
            .put("currency", String.serializer(), currency)
            .put("operator", Operator.serializer(), operator)
            .maybe("money_step", DecimalText, moneyStep)
        )

    /** Opens a session on behalf of an operator: with the roles and groups that the host gives him, or else those stored for him. */
    @JvmOverloads public fun actAs(
        companyId: UUID,
        operatorId: UUID,
        roles: List<String>? = null,
        groups: List<UUID>? = null,
        onBehalfOf: String? = null,
        requestId: String? = null,
    ): BlockingSession =
        BlockingSession(calls.openBlocking("crm.act_as", SessionOpened.serializer(), Arguments()
            .put("company_id", UuidText, companyId)
            .put("operator_id", UuidText, operatorId)
            .maybe("roles", ListSerializer(String.serializer()), roles)
            .maybe("groups", ListSerializer(UuidText), groups)
            .maybe("on_behalf_of", String.serializer(), onBehalfOf)
            .maybe("request_id", String.serializer(), requestId)
        ) { it.session })
}

/** What can be done in a session, by area. */
public abstract class BlockingSessionServices internal constructor(private val calls: Calls) {
    /** The own company as it is stored. */
    public val companies: BlockingCompaniesService get() = BlockingCompaniesService(calls)

    /** Customers. */
    public val customers: BlockingCustomersService get() = BlockingCustomersService(calls)

    /** The trees of customer groups. */
    public val customerGroups: BlockingCustomerGroupsService get() = BlockingCustomerGroupsService(calls)

    /** Memberships of customers in groups, their main group apart. */
    public val customerGroupMembers: BlockingCustomerGroupMembersService get() = BlockingCustomerGroupMembersService(calls)

    /** People at customers. */
    public val contacts: BlockingContactsService get() = BlockingContactsService(calls)

    /** Ways to reach customers and contacts. */
    public val contactPoints: BlockingContactPointsService get() = BlockingContactPointsService(calls)

    /** Places of customers. */
    public val customerAddresses: BlockingCustomerAddressesService get() = BlockingCustomerAddressesService(calls)

    /** Entries of the data dictionary. */
    public val dictionaryEntries: BlockingDictionaryEntriesService get() = BlockingDictionaryEntriesService(calls)

    /** Fields that the host declares. */
    public val customFields: BlockingCustomFieldsService get() = BlockingCustomFieldsService(calls)

    /** What the own company is called, and calculates by, from a day on. */
    public val companyProfiles: BlockingCompanyProfilesService get() = BlockingCompanyProfilesService(calls)

    /** Products and services. */
    public val products: BlockingProductsService get() = BlockingProductsService(calls)

    /** The tree of product groups. */
    public val productGroups: BlockingProductGroupsService get() = BlockingProductGroupsService(calls)

    /** Units that products are also counted in. */
    public val productUnits: BlockingProductUnitsService get() = BlockingProductUnitsService(calls)

    /** Codes that products are also known by. */
    public val productCodes: BlockingProductCodesService get() = BlockingProductCodesService(calls)

    /** Parts of kits. */
    public val kitComponents: BlockingKitComponentsService get() = BlockingKitComponentsService(calls)

    /** Price lists. */
    public val priceLists: BlockingPriceListsService get() = BlockingPriceListsService(calls)

    /** Prices on lists. */
    public val priceListItems: BlockingPriceListItemsService get() = BlockingPriceListItemsService(calls)

    /** Prices agreed with customers. */
    public val customerPrices: BlockingCustomerPricesService get() = BlockingCustomerPricesService(calls)

    /** Warehouses. */
    public val warehouses: BlockingWarehousesService get() = BlockingWarehousesService(calls)

    /** Tax rates. */
    public val taxRates: BlockingTaxRatesService get() = BlockingTaxRatesService(calls)

    /** Specified unit costs. */
    public val productCosts: BlockingProductCostsService get() = BlockingProductCostsService(calls)

    /** Roles. */
    public val roles: BlockingRolesService get() = BlockingRolesService(calls)

    /** Operators. */
    public val operators: BlockingOperatorsService get() = BlockingOperatorsService(calls)

    /** Quotes, each through all its revisions. */
    public val quoteRecords: BlockingQuoteRecordsService get() = BlockingQuoteRecordsService(calls)

    /** Revisions of quotes. */
    public val quoteRevisions: BlockingQuoteRevisionsService get() = BlockingQuoteRevisionsService(calls)

    /** Lines of revisions of quotes. */
    public val quoteLines: BlockingQuoteLinesService get() = BlockingQuoteLinesService(calls)

    /** Sales orders. */
    public val orderRecords: BlockingOrderRecordsService get() = BlockingOrderRecordsService(calls)

    /** Lines of sales orders. */
    public val orderLines: BlockingOrderLinesService get() = BlockingOrderLinesService(calls)

    /** Goods kept for orders. */
    public val reservations: BlockingReservationsService get() = BlockingReservationsService(calls)

    /** Deliveries, returns and credit notes. */
    public val salesDocuments: BlockingSalesDocumentsService get() = BlockingSalesDocumentsService(calls)

    /** Lines of deliveries and returns. */
    public val salesLines: BlockingSalesLinesService get() = BlockingSalesLinesService(calls)

    /** Receipts, counts and openings of stock. */
    public val stockDocuments: BlockingStockDocumentsService get() = BlockingStockDocumentsService(calls)

    /** Movements of stock. */
    public val stockMovements: BlockingStockMovementsService get() = BlockingStockMovementsService(calls)

    /** Quantity and value of each product. */
    public val stockPools: BlockingStockPoolsService get() = BlockingStockPoolsService(calls)

    /** Quantity of each product in each warehouse. */
    public val stockBalances: BlockingStockBalancesService get() = BlockingStockBalancesService(calls)

    /** Lots and serials. */
    public val stockLots: BlockingStockLotsService get() = BlockingStockLotsService(calls)

    /** Quantity of each lot in each warehouse. */
    public val lotBalances: BlockingLotBalancesService get() = BlockingLotBalancesService(calls)

    /** Differences between what was paid and what stock became worth. */
    public val costVariances: BlockingCostVariancesService get() = BlockingCostVariancesService(calls)

    /** Later corrections of what sales lines cost. */
    public val costCorrections: BlockingCostCorrectionsService get() = BlockingCostCorrectionsService(calls)

    /** Receivables and credits. */
    public val openItems: BlockingOpenItemsService get() = BlockingOpenItemsService(calls)

    /** Payments. */
    public val payments: BlockingPaymentsService get() = BlockingPaymentsService(calls)

    /** Refunds, write-offs, cancellations and reschedulings. */
    public val adjustments: BlockingAdjustmentsService get() = BlockingAdjustmentsService(calls)

    /** Allocations of credits to receivables. */
    public val allocations: BlockingAllocationsService get() = BlockingAllocationsService(calls)

    /** The audit trail. */
    public val audit: BlockingAuditService get() = BlockingAuditService(calls)

    /** The change feed, in the order of commits. */
    public val feed: BlockingFeedService get() = BlockingFeedService(calls)

    /** The own company on a day. */
    public val company: BlockingCompanyService get() = BlockingCompanyService(calls)

    /** The data dictionary. */
    public val dictionary: BlockingDictionaryService get() = BlockingDictionaryService(calls)

    /** Prices, what was paid before, and the policy of prices. */
    public val pricing: BlockingPricingService get() = BlockingPricingService(calls)

    /** Receipts, counts, transfers, and what they cost. */
    public val stock: BlockingStockService get() = BlockingStockService(calls)

    /** Quotes in revisions, and their acceptance. */
    public val quotes: BlockingQuotesService get() = BlockingQuotesService(calls)

    /** Orders, their delivery, and goods kept for them. */
    public val orders: BlockingOrdersService get() = BlockingOrdersService(calls)

    /** Deliveries, returns, credit notes, and profit. */
    public val sales: BlockingSalesService get() = BlockingSalesService(calls)

    /** Payments, what is owed, and statements of account. */
    public val receivables: BlockingReceivablesService get() = BlockingReceivablesService(calls)

    /** Opening balances out of workbooks. */
    public val opening: BlockingOpeningService get() = BlockingOpeningService(calls)

    /** Recomputes the books from the ledgers; an error if anything differs. */
    public fun verify(): Verified =
        calls.callBlocking("session.verify", Verified.serializer(), Arguments())
}

/** The own company as it is stored. */
public class BlockingCompaniesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<CompanyRecord, Companies>(calls, "companies", CompanyRecord.serializer())

/** Customers. */
public class BlockingCustomersService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerRecord, Customer, Customers>(calls, "customers", CustomerRecord.serializer(), Customer.serializer()) {
    /** A customer with his contacts, addresses, groups and fields of the host's own, as far as the caller can see them. */
    public fun card(id: UUID): CustomerCard =
        calls.callBlocking("customers.card", CustomerCard.serializer(), Arguments().put("id", UuidText, id))
}

/** The trees of customer groups. */
public class BlockingCustomerGroupsService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerGroupRecord, CustomerGroup, CustomerGroups>(
        calls,
        "customer_groups",
        CustomerGroupRecord.serializer(),
        CustomerGroup.serializer(),
    )

/** Memberships of customers in groups, their main group apart. */
public class BlockingCustomerGroupMembersService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerGroupMemberRecord, CustomerGroupMember, CustomerGroupMembers>(
        calls,
        "customer_group_members",
        CustomerGroupMemberRecord.serializer(),
        CustomerGroupMember.serializer(),
    )

/** People at customers. */
public class BlockingContactsService internal constructor(calls: Calls) :
    BlockingMasterService<ContactRecord, Contact, Contacts>(calls, "contacts", ContactRecord.serializer(), Contact.serializer())

/** Ways to reach customers and contacts. */
public class BlockingContactPointsService internal constructor(calls: Calls) :
    BlockingMasterService<ContactPointRecord, ContactPoint, ContactPoints>(
        calls,
        "contact_points",
        ContactPointRecord.serializer(),
        ContactPoint.serializer(),
    )

/** Places of customers. */
public class BlockingCustomerAddressesService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerAddressRecord, CustomerAddress, CustomerAddresses>(
        calls,
        "customer_addresses",
        CustomerAddressRecord.serializer(),
        CustomerAddress.serializer(),
    )

/** Entries of the data dictionary. */
public class BlockingDictionaryEntriesService internal constructor(calls: Calls) :
    BlockingMasterService<DictionaryEntryRecord, DictionaryEntry, DictionaryEntries>(
        calls,
        "dictionary_entries",
        DictionaryEntryRecord.serializer(),
        DictionaryEntry.serializer(),
    )

/** Fields that the host declares. */
public class BlockingCustomFieldsService internal constructor(calls: Calls) :
    BlockingMasterService<CustomFieldRecord, CustomField, CustomFields>(
        calls,
        "custom_fields",
        CustomFieldRecord.serializer(),
        CustomField.serializer(),
    )

/** What the own company is called, and calculates by, from a day on. */
public class BlockingCompanyProfilesService internal constructor(calls: Calls) :
    BlockingMasterService<CompanyProfileRecord, CompanyProfile, CompanyProfiles>(
        calls,
        "company_profiles",
        CompanyProfileRecord.serializer(),
        CompanyProfile.serializer(),
    )

/** Products and services. */
public class BlockingProductsService internal constructor(calls: Calls) :
    BlockingMasterService<ProductRecord, Product, Products>(calls, "products", ProductRecord.serializer(), Product.serializer()) {
    /** What a typed or scanned text means: own code, barcode, supplier's or customer's code, mnemonic. */
    @JvmOverloads public fun resolve(text: String, on: LocalDate, customerId: UUID? = null): Resolved =
        calls.callBlocking("products.resolve", Resolved.serializer(), Arguments()
            .put("text", String.serializer(), text)
            .put("on", DayText, on)
            .maybe("customer_id", UuidText, customerId)
        )
}

/** The tree of product groups. */
public class BlockingProductGroupsService internal constructor(calls: Calls) :
    BlockingMasterService<ProductGroupRecord, ProductGroup, ProductGroups>(
        calls,
        "product_groups",
        ProductGroupRecord.serializer(),
        ProductGroup.serializer(),
    )

/** Units that products are also counted in. */
public class BlockingProductUnitsService internal constructor(calls: Calls) :
    BlockingMasterService<ProductUnitRecord, ProductUnit, ProductUnits>(
        calls,
        "product_units",
        ProductUnitRecord.serializer(),
        ProductUnit.serializer(),
    )

/** Codes that products are also known by. */
public class BlockingProductCodesService internal constructor(calls: Calls) :
    BlockingMasterService<ProductCodeRecord, ProductCode, ProductCodes>(
        calls,
        "product_codes",
        ProductCodeRecord.serializer(),
        ProductCode.serializer(),
    )

/** Parts of kits. */
public class BlockingKitComponentsService internal constructor(calls: Calls) :
    BlockingMasterService<KitComponentRecord, KitComponent, KitComponents>(
        calls,
        "kit_components",
        KitComponentRecord.serializer(),
        KitComponent.serializer(),
    )

/** Price lists. */
public class BlockingPriceListsService internal constructor(calls: Calls) :
    BlockingMasterService<PriceListRecord, PriceList, PriceLists>(calls, "price_lists", PriceListRecord.serializer(), PriceList.serializer())

/** Prices on lists. */
public class BlockingPriceListItemsService internal constructor(calls: Calls) :
    BlockingMasterService<PriceListItemRecord, PriceListItem, PriceListItems>(
        calls,
        "price_list_items",
        PriceListItemRecord.serializer(),
        PriceListItem.serializer(),
    )

/** Prices agreed with customers. */
public class BlockingCustomerPricesService internal constructor(calls: Calls) :
    BlockingMasterService<CustomerPriceRecord, CustomerPrice, CustomerPrices>(
        calls,
        "customer_prices",
        CustomerPriceRecord.serializer(),
        CustomerPrice.serializer(),
    )

/** Warehouses. */
public class BlockingWarehousesService internal constructor(calls: Calls) :
    BlockingMasterService<WarehouseRecord, Warehouse, Warehouses>(calls, "warehouses", WarehouseRecord.serializer(), Warehouse.serializer())

/** Tax rates. */
public class BlockingTaxRatesService internal constructor(calls: Calls) :
    BlockingMasterService<TaxRateRecord, TaxRate, TaxRates>(calls, "tax_rates", TaxRateRecord.serializer(), TaxRate.serializer())

/** Specified unit costs. */
public class BlockingProductCostsService internal constructor(calls: Calls) :
    BlockingMasterService<ProductCostRecord, ProductCost, ProductCosts>(
        calls,
        "product_costs",
        ProductCostRecord.serializer(),
        ProductCost.serializer(),
    )

/** Roles. */
public class BlockingRolesService internal constructor(calls: Calls) :
    BlockingMasterService<RoleRecord, Role, Roles>(calls, "roles", RoleRecord.serializer(), Role.serializer())

/** Operators. */
public class BlockingOperatorsService internal constructor(calls: Calls) :
    BlockingMasterService<OperatorRecord, Operator, Operators>(calls, "operators", OperatorRecord.serializer(), Operator.serializer())

/** Quotes, each through all its revisions. */
public class BlockingQuoteRecordsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<QuoteRecord, QuoteRecords>(calls, "quote_records", QuoteRecord.serializer())

/** Revisions of quotes. */
public class BlockingQuoteRevisionsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<QuoteRevisionRecord, QuoteRevisions>(calls, "quote_revisions", QuoteRevisionRecord.serializer())

/** Lines of revisions of quotes. */
public class BlockingQuoteLinesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<QuoteLineRecord, QuoteLines>(calls, "quote_lines", QuoteLineRecord.serializer())

/** Sales orders. */
public class BlockingOrderRecordsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<SalesOrderRecord, OrderRecords>(calls, "order_records", SalesOrderRecord.serializer())

/** Lines of sales orders. */
public class BlockingOrderLinesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<SalesOrderLineRecord, OrderLines>(calls, "order_lines", SalesOrderLineRecord.serializer())

/** Goods kept for orders. */
public class BlockingReservationsService internal constructor(calls: Calls) :
    BlockingRecordsService<ReservationRecord, Reservations>(calls, "reservations", ReservationRecord.serializer())

/** Deliveries, returns and credit notes. */
public class BlockingSalesDocumentsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<SalesDocumentRecord, SalesDocuments>(calls, "sales_documents", SalesDocumentRecord.serializer())

/** Lines of deliveries and returns. */
public class BlockingSalesLinesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<SalesLineRecord, SalesLines>(calls, "sales_lines", SalesLineRecord.serializer())

/** Receipts, counts and openings of stock. */
public class BlockingStockDocumentsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<StockDocumentRecord, StockDocuments>(calls, "stock_documents", StockDocumentRecord.serializer())

/** Movements of stock. */
public class BlockingStockMovementsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<StockMovementRecord, StockMovements>(calls, "stock_movements", StockMovementRecord.serializer())

/** Quantity and value of each product. */
public class BlockingStockPoolsService internal constructor(calls: Calls) :
    BlockingRecordsService<StockPoolRecord, StockPools>(calls, "stock_pools", StockPoolRecord.serializer())

/** Quantity of each product in each warehouse. */
public class BlockingStockBalancesService internal constructor(calls: Calls) :
    BlockingRecordsService<StockBalanceRecord, StockBalances>(calls, "stock_balances", StockBalanceRecord.serializer())

/** Lots and serials. */
public class BlockingStockLotsService internal constructor(calls: Calls) :
    BlockingRecordsService<StockLotRecord, StockLots>(calls, "stock_lots", StockLotRecord.serializer())

/** Quantity of each lot in each warehouse. */
public class BlockingLotBalancesService internal constructor(calls: Calls) :
    BlockingRecordsService<LotBalanceRecord, LotBalances>(calls, "lot_balances", LotBalanceRecord.serializer())

/** Differences between what was paid and what stock became worth. */
public class BlockingCostVariancesService internal constructor(calls: Calls) :
    BlockingIdentifiedService<CostVarianceRecord, CostVariances>(calls, "cost_variances", CostVarianceRecord.serializer())

/** Later corrections of what sales lines cost. */
public class BlockingCostCorrectionsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<CostCorrectionRecord, CostCorrections>(calls, "cost_corrections", CostCorrectionRecord.serializer())

/** Receivables and credits. */
public class BlockingOpenItemsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<OpenItemRecord, OpenItems>(calls, "open_items", OpenItemRecord.serializer())

/** Payments. */
public class BlockingPaymentsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<PaymentRecord, Payments>(calls, "payments", PaymentRecord.serializer())

/** Refunds, write-offs, cancellations and reschedulings. */
public class BlockingAdjustmentsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<AdjustmentRecord, Adjustments>(calls, "adjustments", AdjustmentRecord.serializer())

/** Allocations of credits to receivables. */
public class BlockingAllocationsService internal constructor(calls: Calls) :
    BlockingIdentifiedService<AllocationRecord, Allocations>(calls, "allocations", AllocationRecord.serializer())

/** The audit trail. */
public class BlockingAuditService internal constructor(calls: Calls) :
    BlockingIdentifiedService<AuditEntryRecord, Audit>(calls, "audit", AuditEntryRecord.serializer())

/** The change feed, in the order of commits. */
public class BlockingFeedService internal constructor(calls: Calls) :
    BlockingRecordsService<FeedEntryRecord, Feed>(calls, "feed", FeedEntryRecord.serializer())

/** The own company on a day. */
public class BlockingCompanyService internal constructor(private val calls: Calls) {
    /** The profile in force on a day. */
    public fun profileOn(day: LocalDate): CompanyProfileRecord? =
        calls.callBlocking("company.profile_on", CompanyProfileRecord.serializer().nullable, Arguments().put("day", DayText, day))

    /** How money and tax are calculated on a day. */
    public fun policyOn(day: LocalDate): TaxPolicy =
        calls.callBlocking("company.policy_on", TaxPolicy.serializer(), Arguments().put("day", DayText, day))

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
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
     * @param changes The fields, each with its value; the others stay as they are.
     * @param version The version that the record must still have; any, if nothing is said.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun patch(
        id: UUID,
        vararg changes: Change<Companies>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CompanyRecord =
        calls.callBlocking("company.patch", CompanyRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** The data dictionary. */
public class BlockingDictionaryService internal constructor(private val calls: Calls) {
    /** Puts one entry in the place of another, wherever that is used, and deletes that. */
    public fun merge(from: UUID, into: UUID): Merged =
        calls.callBlocking("dictionary.merge", Merged.serializer(), Arguments().put("from", UuidText, from).put("into", UuidText, into))
}

/** Prices, what was paid before, and the policy of prices. */
public class BlockingPricingService internal constructor(private val calls: Calls) {
    /** The price of a product for a customer on a day, and why; nothing if no list and no agreement has one. */
    @JvmOverloads public fun price(day: LocalDate, line: PriceLine, customerId: UUID? = null, currency: String? = null): Priced? =
        calls.callBlocking("pricing.price", Priced.serializer().nullable, Arguments()
            .put("day", DayText, day)
            .put("line", PriceLine.serializer(), line)
            .maybe("customer_id", UuidText, customerId)
            .maybe("currency", String.serializer(), currency)
        )

    /** The prices of several products, as of one document. */
    @JvmOverloads public fun priceAll(day: LocalDate, lines: List<PriceLine>, customerId: UUID? = null, currency: String? = null): List<Priced?> =
        calls.callBlocking("pricing.price_all", ListSerializer(Priced.serializer().nullable), Arguments()
            .put("day", DayText, day)
            .put("lines", ListSerializer(PriceLine.serializer()), lines)
            .maybe("customer_id", UuidText, customerId)
            .maybe("currency", String.serializer(), currency)
        )

    /** The policy of prices. */
    public fun settings(): PriceSettings =
        calls.callBlocking("pricing.settings", PriceSettings.serializer(), Arguments())

    /** Sets the policy of prices. */
    public fun setSettings(settings: PriceSettings): Unit =
        calls.callBlocking("pricing.set_settings", NothingBack, Arguments().put("settings", PriceSettings.serializer(), settings))

    /** The last lines of a product that were delivered to a customer, the latest first. */
    public fun priceHistory(customerId: UUID, productId: UUID, lines: Long): List<PastPrice> =
        calls.callBlocking("pricing.price_history", ListSerializer(PastPrice.serializer()), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("product_id", UuidText, productId)
            .put("lines", Long.serializer(), lines)
        )

    /** What a customer usually takes, by deliveries from one day to another. */
    public fun usualBasket(customerId: UUID, since: LocalDate, asOf: LocalDate): List<BasketItem> =
        calls.callBlocking("pricing.usual_basket", ListSerializer(BasketItem.serializer()), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("since", DayText, since)
            .put("as_of", DayText, asOf)
        )

    /** The last delivery of a customer, as lines for a new one. */
    public fun copyLastDelivery(customerId: UUID): LastDelivery? =
        calls.callBlocking("pricing.copy_last_delivery", LastDelivery.serializer().nullable, Arguments().put("customer_id", UuidText, customerId))
}

/** Receipts, counts, transfers, and what they cost. */
public class BlockingStockService internal constructor(private val calls: Calls) {
    /** Posts goods that came in. */
    public fun receive(receipt: NewReceipt): StockPosted =
        calls.callBlocking("stock.receive", StockPosted.serializer(), Arguments().put("receipt", NewReceipt.serializer(), receipt))

    /** Posts what a count found. */
    public fun count(count: NewCount): StockPosted =
        calls.callBlocking("stock.count", StockPosted.serializer(), Arguments().put("count", NewCount.serializer(), count))

    /** Moves goods from one warehouse to another. */
    public fun transfer(transfer: NewTransfer): StockPosted =
        calls.callBlocking("stock.transfer", StockPosted.serializer(), Arguments().put("transfer", NewTransfer.serializer(), transfer))

    /** Sends goods back to a supplier. */
    public fun returnToSupplier(supplierReturn: NewSupplierReturn): StockPosted =
        calls.callBlocking("stock.return_to_supplier", StockPosted.serializer(), Arguments()
            .put("supplier_return", NewSupplierReturn.serializer(), supplierReturn)
        )

    /** Undoes a document of stock. */
    public fun reverse(reversal: Reverse): StockPosted =
        calls.callBlocking("stock.reverse", StockPosted.serializer(), Arguments().put("reversal", Reverse.serializer(), reversal))

    /** Who received goods of a lot. */
    public fun receiversOfLot(productId: UUID, lot: String): List<LotReceiver> =
        calls.callBlocking("stock.receivers_of_lot", ListSerializer(LotReceiver.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("lot", String.serializer(), lot)
        )

    /** Which lots to take of a product in a warehouse on a day: what expires first goes first. */
    public fun proposeLots(productId: UUID, warehouseId: UUID, quantity: BigDecimal, day: LocalDate): List<LotProposal> =
        calls.callBlocking("stock.propose_lots", ListSerializer(LotProposal.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("warehouse_id", UuidText, warehouseId)
            .put("quantity", DecimalText, quantity)
            .put("day", DayText, day)
        )

    /** What of a product is on hand, kept for orders, and available, in each warehouse. */
    public fun available(productId: UUID, at: Instant): List<Availability> =
        calls.callBlocking("stock.available", ListSerializer(Availability.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("at", InstantText, at)
        )

    /** Gives what is on hand another value. */
    public fun revalue(revaluation: Revalue): StockPosted =
        calls.callBlocking("stock.revalue", StockPosted.serializer(), Arguments().put("revaluation", Revalue.serializer(), revaluation))

    /** Sets the unit cost of what is on hand. */
    public fun setUnitCost(cost: SetUnitCost): StockPosted =
        calls.callBlocking("stock.set_unit_cost", StockPosted.serializer(), Arguments().put("cost", SetUnitCost.serializer(), cost))

    /** Adds a cost that became known after a receipt. */
    public fun addCost(cost: AddCost): StockPosted =
        calls.callBlocking("stock.add_cost", StockPosted.serializer(), Arguments().put("cost", AddCost.serializer(), cost))

    /** Corrects the price of a line of a receipt. */
    public fun correctReceiptPrice(correction: CorrectPrice): StockPosted =
        calls.callBlocking("stock.correct_receipt_price", StockPosted.serializer(), Arguments().put("correction", CorrectPrice.serializer(), correction))

    /** Corrects the quantity of a line of a receipt. */
    public fun correctReceiptQuantity(correction: CorrectQuantity): StockPosted =
        calls.callBlocking("stock.correct_receipt_quantity", StockPosted.serializer(), Arguments()
            .put("correction", CorrectQuantity.serializer(), correction)
        )

    /** Gives a product another costing method, and carries its value. */
    public fun changeMethod(change: ChangeMethod): StockPosted =
        calls.callBlocking("stock.change_method", StockPosted.serializer(), Arguments().put("change", ChangeMethod.serializer(), change))

    /** What costing a product again would change; nothing is written. */
    public fun recostPreview(productId: UUID, from: LocalDate): RecostPreview =
        calls.callBlocking("stock.recost_preview", RecostPreview.serializer(), Arguments()
            .put("product_id", UuidText, productId)
            .put("from", DayText, from)
        )

    /** Costs a product again in the order of days. */
    public fun recost(recost: NewRecost): StockPosted =
        calls.callBlocking("stock.recost", StockPosted.serializer(), Arguments().put("recost", NewRecost.serializer(), recost))
}

/** Quotes in revisions, and their acceptance. */
public class BlockingQuotesService internal constructor(private val calls: Calls) {
    /** Makes a quote. */
    public fun create(quote: NewQuote): QuotePosted =
        calls.callBlocking("quotes.create", QuotePosted.serializer(), Arguments().put("quote", NewQuote.serializer(), quote))

    /** Makes another revision of a quote. */
    public fun revise(change: QuoteChange): QuotePosted =
        calls.callBlocking("quotes.revise", QuotePosted.serializer(), Arguments().put("change", QuoteChange.serializer(), change))

    /** Notes that a quote was lost or withdrawn. */
    public fun close(close: CloseQuote): Unit =
        calls.callBlocking("quotes.close", NothingBack, Arguments().put("close", CloseQuote.serializer(), close))

    /** Turns a quote into an order, whole or in part; asked twice, one order. */
    public fun accept(acceptance: Acceptance): OrderPosted =
        calls.callBlocking("quotes.accept", OrderPosted.serializer(), Arguments().put("acceptance", Acceptance.serializer(), acceptance))

    /** Prices of a quote that are others by now. */
    public fun priceChanges(quoteId: UUID, today: LocalDate): List<PriceChange> =
        calls.callBlocking("quotes.price_changes", ListSerializer(PriceChange.serializer()), Arguments()
            .put("quote_id", UuidText, quoteId)
            .put("today", DayText, today)
        )

    /** A quote, its lines, what is left of each, and its orders. */
    public fun status(quoteId: UUID, today: LocalDate): QuoteStatus =
        calls.callBlocking("quotes.status", QuoteStatus.serializer(), Arguments().put("quote_id", UuidText, quoteId).put("today", DayText, today))

    /** A revision as a document, out of its own rows. */
    public fun render(revisionId: UUID): JsonElement =
        calls.callBlocking("quotes.render", JsonElement.serializer(), Arguments().put("revision_id", UuidText, revisionId))
}

/** Orders, their delivery, and goods kept for them. */
public class BlockingOrdersService internal constructor(private val calls: Calls) {
    /** Takes an order. */
    public fun create(order: NewOrder): OrderPosted =
        calls.callBlocking("orders.create", OrderPosted.serializer(), Arguments().put("order", NewOrder.serializer(), order))

    /** Delivers an order, whole or in part. */
    public fun deliver(delivery: OrderDelivery): SalesPosted =
        calls.callBlocking("orders.deliver", SalesPosted.serializer(), Arguments().put("delivery", OrderDelivery.serializer(), delivery))

    /** Completes an order short, or cancels it. */
    public fun close(close: CloseOrder): OrderClosed =
        calls.callBlocking("orders.close", OrderClosed.serializer(), Arguments().put("close", CloseOrder.serializer(), close))

    /** An order, its lines, and what is open. */
    public fun status(orderId: UUID): OrderStatus =
        calls.callBlocking("orders.status", OrderStatus.serializer(), Arguments().put("order_id", UuidText, orderId))

    /** Keeps goods for what an order has open. */
    public fun reserve(reservation: Reserve): Unit =
        calls.callBlocking("orders.reserve", NothingBack, Arguments().put("reservation", Reserve.serializer(), reservation))

    /** Gives up what is kept for an order. */
    public fun release(release: Release): Unit =
        calls.callBlocking("orders.release", NothingBack, Arguments().put("release", Release.serializer(), release))

    /** An order as a document, out of its own rows. */
    public fun render(orderId: UUID): JsonElement =
        calls.callBlocking("orders.render", JsonElement.serializer(), Arguments().put("order_id", UuidText, orderId))
}

/** Deliveries, returns, credit notes, and profit. */
public class BlockingSalesService internal constructor(private val calls: Calls) {
    /** Posts a delivery: stock goes out, a receivable comes. */
    public fun deliver(delivery: NewDelivery): SalesPosted =
        calls.callBlocking("sales.deliver", SalesPosted.serializer(), Arguments().put("delivery", NewDelivery.serializer(), delivery))

    /** Takes goods back. */
    public fun returnGoods(goods: NewReturn): SalesPosted =
        calls.callBlocking("sales.take_back", SalesPosted.serializer(), Arguments().put("goods", NewReturn.serializer(), goods))

    /** Credits without goods. */
    public fun credit(note: NewCreditNote): SalesPosted =
        calls.callBlocking("sales.credit", SalesPosted.serializer(), Arguments().put("note", NewCreditNote.serializer(), note))

    /** Undoes a delivery, a return or a credit note by a document of its own. */
    public fun reverse(reversal: Reversal): SalesPosted =
        calls.callBlocking("sales.reverse", SalesPosted.serializer(), Arguments().put("reversal", Reversal.serializer(), reversal))

    /** A delivery as a draft of a new one. */
    public fun copy(documentId: UUID, day: LocalDate): NewDelivery =
        calls.callBlocking("sales.copy", NewDelivery.serializer(), Arguments().put("document_id", UuidText, documentId).put("day", DayText, day))

    /** A document out of its own rows. */
    public fun render(documentId: UUID): JsonElement =
        calls.callBlocking("sales.render", JsonElement.serializer(), Arguments().put("document_id", UuidText, documentId))

    /** Sales, cost and profit by month, customer, salesperson, product and so on; the filter is one of sales lines. */
    @JvmOverloads public fun profit(by: ProfitBy, filter: Filter<*>? = null): List<ProfitRow> =
        calls.callBlocking("sales.profit", ListSerializer(ProfitRow.serializer()), Arguments()
            .put("by", ProfitBy.serializer(), by)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

/** Payments, what is owed, and statements of account. */
public class BlockingReceivablesService internal constructor(private val calls: Calls) {
    /** Posts a payment, and sets it against receivables as asked. */
    public fun recordPayment(payment: NewPayment): PaymentPosted =
        calls.callBlocking("receivables.record_payment", PaymentPosted.serializer(), Arguments().put("payment", NewPayment.serializer(), payment))

    /** Sets a credit against a receivable. */
    public fun allocate(allocation: NewAllocation): Unit =
        calls.callBlocking("receivables.allocate", NothingBack, Arguments().put("allocation", NewAllocation.serializer(), allocation))

    /** Sets a credit against receivables as asked, and tells how much. */
    public fun allocateCredit(allocation: NewCreditAllocation): Money? =
        calls.callBlocking("receivables.allocate_credit", Money.serializer().nullable, Arguments()
            .put("allocation", NewCreditAllocation.serializer(), allocation)
        )

    /** Takes an allocation back. */
    public fun deallocate(deallocation: Deallocation): Unit =
        calls.callBlocking("receivables.deallocate", NothingBack, Arguments().put("deallocation", Deallocation.serializer(), deallocation))

    /** Pays a credit back. */
    public fun refund(refund: NewRefund): AdjustmentPosted =
        calls.callBlocking("receivables.refund", AdjustmentPosted.serializer(), Arguments().put("refund", NewRefund.serializer(), refund))

    /** Writes off what is left of a receivable or credit. */
    public fun writeOff(writeOff: NewWriteOff): AdjustmentPosted =
        calls.callBlocking("receivables.write_off", AdjustmentPosted.serializer(), Arguments().put("write_off", NewWriteOff.serializer(), writeOff))

    /** Cancels a payment that bounced. */
    public fun cancelPayment(cancellation: PaymentCancellation): AdjustmentPosted =
        calls.callBlocking("receivables.cancel_payment", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", PaymentCancellation.serializer(), cancellation)
        )

    /** Cancels a refund, a write-off or another adjustment. */
    public fun cancelAdjustment(cancellation: AdjustmentCancellation): AdjustmentPosted =
        calls.callBlocking("receivables.cancel_adjustment", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", AdjustmentCancellation.serializer(), cancellation)
        )

    /** Cancels what was brought in as open from the books kept before, so that it may be brought in again. */
    public fun cancelOpening(cancellation: OpeningCancellation): AdjustmentPosted =
        calls.callBlocking("receivables.cancel_opening", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", OpeningCancellation.serializer(), cancellation)
        )

    /** Gives what is open of a document other due days. */
    public fun reschedule(rescheduling: Rescheduling): AdjustmentPosted =
        calls.callBlocking("receivables.reschedule", AdjustmentPosted.serializer(), Arguments()
            .put("rescheduling", Rescheduling.serializer(), rescheduling)
        )

    /** Frees what was paid ahead for an order, and tells how much. */
    public fun freePrepayments(freed: FreedPrepayments): Money? =
        calls.callBlocking("receivables.free_prepayments", Money.serializer().nullable, Arguments().put("freed", FreedPrepayments.serializer(), freed))

    /** What was owed on a day, in buckets of days past due. */
    public fun ageing(query: AgeingQuery): Ageing =
        calls.callBlocking("receivables.ageing", Ageing.serializer(), Arguments().put("query", AgeingQuery.serializer(), query))

    /** The same, a row for each customer, payer or salesperson. */
    public fun ageingBy(by: AgeingBy, query: AgeingQuery): List<AgeingRow> =
        calls.callBlocking("receivables.ageing_by", ListSerializer(AgeingRow.serializer()), Arguments()
            .put("by", AgeingBy.serializer(), by)
            .put("query", AgeingQuery.serializer(), query)
        )

    /** The items behind an ageing. */
    public fun agedItems(query: AgeingQuery): List<AgedItem> =
        calls.callBlocking("receivables.aged_items", ListSerializer(AgedItem.serializer()), Arguments().put("query", AgeingQuery.serializer(), query))

    /** What a customer owed on a day, credits deducted. */
    public fun balance(customerId: UUID, asOf: LocalDate, currency: String): Money =
        calls.callBlocking("receivables.balance", Money.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("as_of", DayText, asOf)
            .put("currency", String.serializer(), currency)
        )

    /** The statement of account from one day to another. */
    public fun statement(of: AccountOf, from: LocalDate, to: LocalDate, currency: String): Statement =
        calls.callBlocking("receivables.statement", Statement.serializer(), Arguments()
            .put("of", AccountOf.serializer(), of)
            .put("from", DayText, from)
            .put("to", DayText, to)
            .put("currency", String.serializer(), currency)
        )

    /** A customer's limit, and what counts against it. */
    public fun creditState(customerId: UUID, day: LocalDate): CreditState =
        calls.callBlocking("receivables.credit_state", CreditState.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("day", DayText, day)
        )

    /** What is owed, overdue and in credit. */
    public fun figures(of: AccountOf, asOf: LocalDate, currency: String): AccountFigures =
        calls.callBlocking("receivables.figures", AccountFigures.serializer(), Arguments()
            .put("of", AccountOf.serializer(), of)
            .put("as_of", DayText, asOf)
            .put("currency", String.serializer(), currency)
        )

    /** How far a document is paid. */
    public fun documentStatus(documentId: UUID, asOf: LocalDate): Settled? =
        calls.callBlocking("receivables.document_status", Settled.serializer().nullable, Arguments()
            .put("document_id", UuidText, documentId)
            .put("as_of", DayText, asOf)
        )

    /** How far an order is paid, by its prepayments and its deliveries. */
    public fun orderStatus(customerId: UUID, orderId: UUID, total: Money, asOf: LocalDate): Settled =
        calls.callBlocking("receivables.order_status", Settled.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("order_id", UuidText, orderId)
            .put("total", Money.serializer(), total)
            .put("as_of", DayText, asOf)
        )

    /** Receivables that a reminder is due for, with the level. */
    public fun reminders(query: AgeingQuery, levels: List<Long>): List<Reminder> =
        calls.callBlocking("receivables.reminders", ListSerializer(Reminder.serializer()), Arguments()
            .put("query", AgeingQuery.serializer(), query)
            .put("levels", ListSerializer(Long.serializer()), levels)
        )
}

/** Opening balances out of workbooks. */
public class BlockingOpeningService internal constructor(private val calls: Calls) {
    /**
     * Checks an opening workbook, or applies it, all in one act. Problems of rows are no error: they stand in the report, with their reasons in a
     *  language (`en`, `es` or `zh`; English if none is said), and so does what each sheet and column was taken for, and what was left out.
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
     * Looks through an opening workbook, and says what would be read of it and what would not, and why, in a language (English if none is said). Its
     *  options can be corrected, kept, and given to the next file of the same kind.
     */
    @JvmOverloads public fun examineWorkbook(workbook: Source, reading: ReadingOptions? = null, language: String? = null): WorkbookPlan =
        calls.callBlocking("opening.examine_workbook", WorkbookPlan.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .maybe("reading", ReadingOptions.serializer(), reading)
            .maybe("language", String.serializer(), language)
        )

    /**
     * Checks an opening workbook, applies nothing, and writes a copy of it with every problem at its row: the caller's own .xlsx with marks, a text file
     *  with a column of problems (an .xlsx if `to` says so), of other formats an .xlsx. A file that is there already is overwritten only if that is said;
     *  a link never is.
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

    /** Checks an opening workbook, applies nothing, and hands back a copy of it with every problem at its row, as `annotate_workbook` writes it. */
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

    /**
     * Writes an opening workbook to be filled in, as .xlsx. It needs the right to import. A file that is there already is overwritten only if
     *  that is said; a link never is.
     */
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

    /** Hands back an opening workbook to be filled in, as .xlsx. It needs the right to import. */
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
