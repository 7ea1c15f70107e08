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
    /** Brings the schema up to date, and names the steps that were missing. */
    public suspend fun migrate(): List<String> =
        calls.call("crm.migrate", ListSerializer(String.serializer()), Arguments())

    /** The steps of the schema that are missing; nothing is changed. */
    public suspend fun missingSteps(): List<String> =
        calls.call("crm.missing_steps", ListSerializer(String.serializer()), Arguments())

    /**
     * Creates a company with the preset roles and its first operator; its amounts are rounded to a step of money, that of the currency if
     *  none is given.
     */
    public suspend fun createCompany(name: String, currency: String, operator: Operator, moneyStep: BigDecimal? = null): CompanyCreated =
        calls.call("crm.create_company", CompanyCreated.serializer(), Arguments()
            .put("name", String.serializer(), name)
            .put("currency", String.serializer(), currency)
            .put("operator", Operator.serializer(), operator)
            .maybe("money_step", DecimalText, moneyStep)
        )

    /** Opens a session on behalf of an operator: with the roles and groups that the host gives him, or else those stored for him. */
    public suspend fun actAs(
        companyId: UUID,
        operatorId: UUID,
        roles: List<String>? = null,
        groups: List<UUID>? = null,
        onBehalfOf: String? = null,
        requestId: String? = null,
    ): Session =
        Session(calls.open("crm.act_as", SessionOpened.serializer(), Arguments()
            .put("company_id", UuidText, companyId)
            .put("operator_id", UuidText, operatorId)
            .maybe("roles", ListSerializer(String.serializer()), roles)
            .maybe("groups", ListSerializer(UuidText), groups)
            .maybe("on_behalf_of", String.serializer(), onBehalfOf)
            .maybe("request_id", String.serializer(), requestId)
        ) { it.session })
}

/** What can be done in a session, by area. */
public abstract class SessionServices internal constructor(private val calls: Calls) {
    /** The own company as it is stored. */
    public val companies: CompaniesService get() = CompaniesService(calls)

    /** Customers. */
    public val customers: CustomersService get() = CustomersService(calls)

    /** The trees of customer groups. */
    public val customerGroups: CustomerGroupsService get() = CustomerGroupsService(calls)

    /** Memberships of customers in groups, their main group apart. */
    public val customerGroupMembers: CustomerGroupMembersService get() = CustomerGroupMembersService(calls)

    /** People at customers. */
    public val contacts: ContactsService get() = ContactsService(calls)

    /** Ways to reach customers and contacts. */
    public val contactPoints: ContactPointsService get() = ContactPointsService(calls)

    /** Places of customers. */
    public val customerAddresses: CustomerAddressesService get() = CustomerAddressesService(calls)

    /** Entries of the data dictionary. */
    public val dictionaryEntries: DictionaryEntriesService get() = DictionaryEntriesService(calls)

    /** Fields that the host declares. */
    public val customFields: CustomFieldsService get() = CustomFieldsService(calls)

    /** What the own company is called, and calculates by, from a day on. */
    public val companyProfiles: CompanyProfilesService get() = CompanyProfilesService(calls)

    /** Products and services. */
    public val products: ProductsService get() = ProductsService(calls)

    /** The tree of product groups. */
    public val productGroups: ProductGroupsService get() = ProductGroupsService(calls)

    /** Units that products are also counted in. */
    public val productUnits: ProductUnitsService get() = ProductUnitsService(calls)

    /** Codes that products are also known by. */
    public val productCodes: ProductCodesService get() = ProductCodesService(calls)

    /** Parts of kits. */
    public val kitComponents: KitComponentsService get() = KitComponentsService(calls)

    /** Price lists. */
    public val priceLists: PriceListsService get() = PriceListsService(calls)

    /** Prices on lists. */
    public val priceListItems: PriceListItemsService get() = PriceListItemsService(calls)

    /** Prices agreed with customers. */
    public val customerPrices: CustomerPricesService get() = CustomerPricesService(calls)

    /** Warehouses. */
    public val warehouses: WarehousesService get() = WarehousesService(calls)

    /** Tax rates. */
    public val taxRates: TaxRatesService get() = TaxRatesService(calls)

    /** Specified unit costs. */
    public val productCosts: ProductCostsService get() = ProductCostsService(calls)

    /** Roles. */
    public val roles: RolesService get() = RolesService(calls)

    /** Operators. */
    public val operators: OperatorsService get() = OperatorsService(calls)

    /** Quotes, each through all its revisions. */
    public val quoteRecords: QuoteRecordsService get() = QuoteRecordsService(calls)

    /** Revisions of quotes. */
    public val quoteRevisions: QuoteRevisionsService get() = QuoteRevisionsService(calls)

    /** Lines of revisions of quotes. */
    public val quoteLines: QuoteLinesService get() = QuoteLinesService(calls)

    /** Sales orders. */
    public val orderRecords: OrderRecordsService get() = OrderRecordsService(calls)

    /** Lines of sales orders. */
    public val orderLines: OrderLinesService get() = OrderLinesService(calls)

    /** Goods kept for orders. */
    public val reservations: ReservationsService get() = ReservationsService(calls)

    /** Deliveries, returns and credit notes. */
    public val salesDocuments: SalesDocumentsService get() = SalesDocumentsService(calls)

    /** Lines of deliveries and returns. */
    public val salesLines: SalesLinesService get() = SalesLinesService(calls)

    /** Receipts, counts and openings of stock. */
    public val stockDocuments: StockDocumentsService get() = StockDocumentsService(calls)

    /** Movements of stock. */
    public val stockMovements: StockMovementsService get() = StockMovementsService(calls)

    /** Quantity and value of each product. */
    public val stockPools: StockPoolsService get() = StockPoolsService(calls)

    /** Quantity of each product in each warehouse. */
    public val stockBalances: StockBalancesService get() = StockBalancesService(calls)

    /** Lots and serials. */
    public val stockLots: StockLotsService get() = StockLotsService(calls)

    /** Quantity of each lot in each warehouse. */
    public val lotBalances: LotBalancesService get() = LotBalancesService(calls)

    /** Differences between what was paid and what stock became worth. */
    public val costVariances: CostVariancesService get() = CostVariancesService(calls)

    /** Later corrections of what sales lines cost. */
    public val costCorrections: CostCorrectionsService get() = CostCorrectionsService(calls)

    /** Receivables and credits. */
    public val openItems: OpenItemsService get() = OpenItemsService(calls)

    /** Payments. */
    public val payments: PaymentsService get() = PaymentsService(calls)

    /** Refunds, write-offs, cancellations and reschedulings. */
    public val adjustments: AdjustmentsService get() = AdjustmentsService(calls)

    /** Allocations of credits to receivables. */
    public val allocations: AllocationsService get() = AllocationsService(calls)

    /** The audit trail. */
    public val audit: AuditService get() = AuditService(calls)

    /** The change feed, in the order of commits. */
    public val feed: FeedService get() = FeedService(calls)

    /** The own company on a day. */
    public val company: CompanyService get() = CompanyService(calls)

    /** The data dictionary. */
    public val dictionary: DictionaryService get() = DictionaryService(calls)

    /** Prices, what was paid before, and the policy of prices. */
    public val pricing: PricingService get() = PricingService(calls)

    /** Receipts, counts, transfers, and what they cost. */
    public val stock: StockService get() = StockService(calls)

    /** Quotes in revisions, and their acceptance. */
    public val quotes: QuotesService get() = QuotesService(calls)

    /** Orders, their delivery, and goods kept for them. */
    public val orders: OrdersService get() = OrdersService(calls)

    /** Deliveries, returns, credit notes, and profit. */
    public val sales: SalesService get() = SalesService(calls)

    /** Payments, what is owed, and statements of account. */
    public val receivables: ReceivablesService get() = ReceivablesService(calls)

    /** Opening balances out of workbooks. */
    public val opening: OpeningService get() = OpeningService(calls)

    /** Recomputes the books from the ledgers; an error if anything differs. */
    public suspend fun verify(): Verified =
        calls.call("session.verify", Verified.serializer(), Arguments())
}

/** The own company as it is stored. */
public class CompaniesService internal constructor(calls: Calls) :
    IdentifiedService<CompanyRecord, Companies>(calls, "companies", CompanyRecord.serializer())

/** Customers. */
public class CustomersService internal constructor(calls: Calls) :
    MasterService<CustomerRecord, Customer, Customers>(calls, "customers", CustomerRecord.serializer(), Customer.serializer()) {
    /** A customer with his contacts, addresses, groups and fields of the host's own, as far as the caller can see them. */
    public suspend fun card(id: UUID): CustomerCard =
        calls.call("customers.card", CustomerCard.serializer(), Arguments().put("id", UuidText, id))
}

/** The trees of customer groups. */
public class CustomerGroupsService internal constructor(calls: Calls) :
    MasterService<CustomerGroupRecord, CustomerGroup, CustomerGroups>(
        calls,
        "customer_groups",
        CustomerGroupRecord.serializer(),
        CustomerGroup.serializer(),
    )

/** Memberships of customers in groups, their main group apart. */
public class CustomerGroupMembersService internal constructor(calls: Calls) :
    MasterService<CustomerGroupMemberRecord, CustomerGroupMember, CustomerGroupMembers>(
        calls,
        "customer_group_members",
        CustomerGroupMemberRecord.serializer(),
        CustomerGroupMember.serializer(),
    )

/** People at customers. */
public class ContactsService internal constructor(calls: Calls) :
    MasterService<ContactRecord, Contact, Contacts>(calls, "contacts", ContactRecord.serializer(), Contact.serializer())

/** Ways to reach customers and contacts. */
public class ContactPointsService internal constructor(calls: Calls) :
    MasterService<ContactPointRecord, ContactPoint, ContactPoints>(
        calls,
        "contact_points",
        ContactPointRecord.serializer(),
        ContactPoint.serializer(),
    )

/** Places of customers. */
public class CustomerAddressesService internal constructor(calls: Calls) :
    MasterService<CustomerAddressRecord, CustomerAddress, CustomerAddresses>(
        calls,
        "customer_addresses",
        CustomerAddressRecord.serializer(),
        CustomerAddress.serializer(),
    )

/** Entries of the data dictionary. */
public class DictionaryEntriesService internal constructor(calls: Calls) :
    MasterService<DictionaryEntryRecord, DictionaryEntry, DictionaryEntries>(
        calls,
        "dictionary_entries",
        DictionaryEntryRecord.serializer(),
        DictionaryEntry.serializer(),
    )

/** Fields that the host declares. */
public class CustomFieldsService internal constructor(calls: Calls) :
    MasterService<CustomFieldRecord, CustomField, CustomFields>(calls, "custom_fields", CustomFieldRecord.serializer(), CustomField.serializer())

/** What the own company is called, and calculates by, from a day on. */
public class CompanyProfilesService internal constructor(calls: Calls) :
    MasterService<CompanyProfileRecord, CompanyProfile, CompanyProfiles>(
        calls,
        "company_profiles",
        CompanyProfileRecord.serializer(),
        CompanyProfile.serializer(),
    )

/** Products and services. */
public class ProductsService internal constructor(calls: Calls) :
    MasterService<ProductRecord, Product, Products>(calls, "products", ProductRecord.serializer(), Product.serializer()) {
    /** What a typed or scanned text means: own code, barcode, supplier's or customer's code, mnemonic. */
    public suspend fun resolve(text: String, on: LocalDate, customerId: UUID? = null): Resolved =
        calls.call("products.resolve", Resolved.serializer(), Arguments()
            .put("text", String.serializer(), text)
            .put("on", DayText, on)
            .maybe("customer_id", UuidText, customerId)
        )
}

/** The tree of product groups. */
public class ProductGroupsService internal constructor(calls: Calls) :
    MasterService<ProductGroupRecord, ProductGroup, ProductGroups>(
        calls,
        "product_groups",
        ProductGroupRecord.serializer(),
        ProductGroup.serializer(),
    )

/** Units that products are also counted in. */
public class ProductUnitsService internal constructor(calls: Calls) :
    MasterService<ProductUnitRecord, ProductUnit, ProductUnits>(calls, "product_units", ProductUnitRecord.serializer(), ProductUnit.serializer())

/** Codes that products are also known by. */
public class ProductCodesService internal constructor(calls: Calls) :
    MasterService<ProductCodeRecord, ProductCode, ProductCodes>(calls, "product_codes", ProductCodeRecord.serializer(), ProductCode.serializer())

/** Parts of kits. */
public class KitComponentsService internal constructor(calls: Calls) :
    MasterService<KitComponentRecord, KitComponent, KitComponents>(
        calls,
        "kit_components",
        KitComponentRecord.serializer(),
        KitComponent.serializer(),
    )

/** Price lists. */
public class PriceListsService internal constructor(calls: Calls) :
    MasterService<PriceListRecord, PriceList, PriceLists>(calls, "price_lists", PriceListRecord.serializer(), PriceList.serializer())

/** Prices on lists. */
public class PriceListItemsService internal constructor(calls: Calls) :
    MasterService<PriceListItemRecord, PriceListItem, PriceListItems>(
        calls,
        "price_list_items",
        PriceListItemRecord.serializer(),
        PriceListItem.serializer(),
    )

/** Prices agreed with customers. */
public class CustomerPricesService internal constructor(calls: Calls) :
    MasterService<CustomerPriceRecord, CustomerPrice, CustomerPrices>(
        calls,
        "customer_prices",
        CustomerPriceRecord.serializer(),
        CustomerPrice.serializer(),
    )

/** Warehouses. */
public class WarehousesService internal constructor(calls: Calls) :
    MasterService<WarehouseRecord, Warehouse, Warehouses>(calls, "warehouses", WarehouseRecord.serializer(), Warehouse.serializer())

/** Tax rates. */
public class TaxRatesService internal constructor(calls: Calls) :
    MasterService<TaxRateRecord, TaxRate, TaxRates>(calls, "tax_rates", TaxRateRecord.serializer(), TaxRate.serializer())

/** Specified unit costs. */
public class ProductCostsService internal constructor(calls: Calls) :
    MasterService<ProductCostRecord, ProductCost, ProductCosts>(calls, "product_costs", ProductCostRecord.serializer(), ProductCost.serializer())

/** Roles. */
public class RolesService internal constructor(calls: Calls) :
    MasterService<RoleRecord, Role, Roles>(calls, "roles", RoleRecord.serializer(), Role.serializer())

/** Operators. */
public class OperatorsService internal constructor(calls: Calls) :
    MasterService<OperatorRecord, Operator, Operators>(calls, "operators", OperatorRecord.serializer(), Operator.serializer())

/** Quotes, each through all its revisions. */
public class QuoteRecordsService internal constructor(calls: Calls) :
    IdentifiedService<QuoteRecord, QuoteRecords>(calls, "quote_records", QuoteRecord.serializer())

/** Revisions of quotes. */
public class QuoteRevisionsService internal constructor(calls: Calls) :
    IdentifiedService<QuoteRevisionRecord, QuoteRevisions>(calls, "quote_revisions", QuoteRevisionRecord.serializer())

/** Lines of revisions of quotes. */
public class QuoteLinesService internal constructor(calls: Calls) :
    IdentifiedService<QuoteLineRecord, QuoteLines>(calls, "quote_lines", QuoteLineRecord.serializer())

/** Sales orders. */
public class OrderRecordsService internal constructor(calls: Calls) :
    IdentifiedService<SalesOrderRecord, OrderRecords>(calls, "order_records", SalesOrderRecord.serializer())

/** Lines of sales orders. */
public class OrderLinesService internal constructor(calls: Calls) :
    IdentifiedService<SalesOrderLineRecord, OrderLines>(calls, "order_lines", SalesOrderLineRecord.serializer())

/** Goods kept for orders. */
public class ReservationsService internal constructor(calls: Calls) :
    RecordsService<ReservationRecord, Reservations>(calls, "reservations", ReservationRecord.serializer())

/** Deliveries, returns and credit notes. */
public class SalesDocumentsService internal constructor(calls: Calls) :
    IdentifiedService<SalesDocumentRecord, SalesDocuments>(calls, "sales_documents", SalesDocumentRecord.serializer())

/** Lines of deliveries and returns. */
public class SalesLinesService internal constructor(calls: Calls) :
    IdentifiedService<SalesLineRecord, SalesLines>(calls, "sales_lines", SalesLineRecord.serializer())

/** Receipts, counts and openings of stock. */
public class StockDocumentsService internal constructor(calls: Calls) :
    IdentifiedService<StockDocumentRecord, StockDocuments>(calls, "stock_documents", StockDocumentRecord.serializer())

/** Movements of stock. */
public class StockMovementsService internal constructor(calls: Calls) :
    IdentifiedService<StockMovementRecord, StockMovements>(calls, "stock_movements", StockMovementRecord.serializer())

/** Quantity and value of each product. */
public class StockPoolsService internal constructor(calls: Calls) :
    RecordsService<StockPoolRecord, StockPools>(calls, "stock_pools", StockPoolRecord.serializer())

/** Quantity of each product in each warehouse. */
public class StockBalancesService internal constructor(calls: Calls) :
    RecordsService<StockBalanceRecord, StockBalances>(calls, "stock_balances", StockBalanceRecord.serializer())

/** Lots and serials. */
public class StockLotsService internal constructor(calls: Calls) :
    RecordsService<StockLotRecord, StockLots>(calls, "stock_lots", StockLotRecord.serializer())

/** Quantity of each lot in each warehouse. */
public class LotBalancesService internal constructor(calls: Calls) :
    RecordsService<LotBalanceRecord, LotBalances>(calls, "lot_balances", LotBalanceRecord.serializer())

/** Differences between what was paid and what stock became worth. */
public class CostVariancesService internal constructor(calls: Calls) :
    IdentifiedService<CostVarianceRecord, CostVariances>(calls, "cost_variances", CostVarianceRecord.serializer())

/** Later corrections of what sales lines cost. */
public class CostCorrectionsService internal constructor(calls: Calls) :
    IdentifiedService<CostCorrectionRecord, CostCorrections>(calls, "cost_corrections", CostCorrectionRecord.serializer())

/** Receivables and credits. */
public class OpenItemsService internal constructor(calls: Calls) :
    IdentifiedService<OpenItemRecord, OpenItems>(calls, "open_items", OpenItemRecord.serializer())

/** Payments. */
public class PaymentsService internal constructor(calls: Calls) :
    IdentifiedService<PaymentRecord, Payments>(calls, "payments", PaymentRecord.serializer())

/** Refunds, write-offs, cancellations and reschedulings. */
public class AdjustmentsService internal constructor(calls: Calls) :
    IdentifiedService<AdjustmentRecord, Adjustments>(calls, "adjustments", AdjustmentRecord.serializer())

/** Allocations of credits to receivables. */
public class AllocationsService internal constructor(calls: Calls) :
    IdentifiedService<AllocationRecord, Allocations>(calls, "allocations", AllocationRecord.serializer())

/** The audit trail. */
public class AuditService internal constructor(calls: Calls) :
    IdentifiedService<AuditEntryRecord, Audit>(calls, "audit", AuditEntryRecord.serializer())

/** The change feed, in the order of commits. */
public class FeedService internal constructor(calls: Calls) :
    RecordsService<FeedEntryRecord, Feed>(calls, "feed", FeedEntryRecord.serializer())

/** The own company on a day. */
public class CompanyService internal constructor(private val calls: Calls) {
    /** The profile in force on a day. */
    public suspend fun profileOn(day: LocalDate): CompanyProfileRecord? =
        calls.call("company.profile_on", CompanyProfileRecord.serializer().nullable, Arguments().put("day", DayText, day))

    /** How money and tax are calculated on a day. */
    public suspend fun policyOn(day: LocalDate): TaxPolicy =
        calls.call("company.policy_on", TaxPolicy.serializer(), Arguments().put("day", DayText, day))

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
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
     * @param changes The fields, each with its value; the others stay as they are.
     * @param version The version that the record must still have; any, if nothing is said.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    public suspend fun patch(
        id: UUID,
        vararg changes: Change<Companies>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CompanyRecord =
        calls.call("company.patch", CompanyRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** The data dictionary. */
public class DictionaryService internal constructor(private val calls: Calls) {
    /** Puts one entry in the place of another, wherever that is used, and deletes that. */
    public suspend fun merge(from: UUID, into: UUID): Merged =
        calls.call("dictionary.merge", Merged.serializer(), Arguments().put("from", UuidText, from).put("into", UuidText, into))
}

/** Prices, what was paid before, and the policy of prices. */
public class PricingService internal constructor(private val calls: Calls) {
    /** The price of a product for a customer on a day, and why; nothing if no list and no agreement has one. */
    public suspend fun price(day: LocalDate, line: PriceLine, customerId: UUID? = null, currency: String? = null): Priced? =
        calls.call("pricing.price", Priced.serializer().nullable, Arguments()
            .put("day", DayText, day)
            .put("line", PriceLine.serializer(), line)
            .maybe("customer_id", UuidText, customerId)
            .maybe("currency", String.serializer(), currency)
        )

    /** The prices of several products, as of one document. */
    public suspend fun priceAll(day: LocalDate, lines: List<PriceLine>, customerId: UUID? = null, currency: String? = null): List<Priced?> =
        calls.call("pricing.price_all", ListSerializer(Priced.serializer().nullable), Arguments()
            .put("day", DayText, day)
            .put("lines", ListSerializer(PriceLine.serializer()), lines)
            .maybe("customer_id", UuidText, customerId)
            .maybe("currency", String.serializer(), currency)
        )

    /** The policy of prices. */
    public suspend fun settings(): PriceSettings =
        calls.call("pricing.settings", PriceSettings.serializer(), Arguments())

    /** Sets the policy of prices. */
    public suspend fun setSettings(settings: PriceSettings): Unit =
        calls.call("pricing.set_settings", NothingBack, Arguments().put("settings", PriceSettings.serializer(), settings))

    /** The last lines of a product that were delivered to a customer, the latest first. */
    public suspend fun priceHistory(customerId: UUID, productId: UUID, lines: Long): List<PastPrice> =
        calls.call("pricing.price_history", ListSerializer(PastPrice.serializer()), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("product_id", UuidText, productId)
            .put("lines", Long.serializer(), lines)
        )

    /** What a customer usually takes, by deliveries from one day to another. */
    public suspend fun usualBasket(customerId: UUID, since: LocalDate, asOf: LocalDate): List<BasketItem> =
        calls.call("pricing.usual_basket", ListSerializer(BasketItem.serializer()), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("since", DayText, since)
            .put("as_of", DayText, asOf)
        )

    /** The last delivery of a customer, as lines for a new one. */
    public suspend fun copyLastDelivery(customerId: UUID): LastDelivery? =
        calls.call("pricing.copy_last_delivery", LastDelivery.serializer().nullable, Arguments().put("customer_id", UuidText, customerId))
}

/** Receipts, counts, transfers, and what they cost. */
public class StockService internal constructor(private val calls: Calls) {
    /** Posts goods that came in. */
    public suspend fun receive(receipt: NewReceipt): StockPosted =
        calls.call("stock.receive", StockPosted.serializer(), Arguments().put("receipt", NewReceipt.serializer(), receipt))

    /** Posts what a count found. */
    public suspend fun count(count: NewCount): StockPosted =
        calls.call("stock.count", StockPosted.serializer(), Arguments().put("count", NewCount.serializer(), count))

    /** Moves goods from one warehouse to another. */
    public suspend fun transfer(transfer: NewTransfer): StockPosted =
        calls.call("stock.transfer", StockPosted.serializer(), Arguments().put("transfer", NewTransfer.serializer(), transfer))

    /** Sends goods back to a supplier. */
    public suspend fun returnToSupplier(supplierReturn: NewSupplierReturn): StockPosted =
        calls.call("stock.return_to_supplier", StockPosted.serializer(), Arguments()
            .put("supplier_return", NewSupplierReturn.serializer(), supplierReturn)
        )

    /** Undoes a document of stock. */
    public suspend fun reverse(reversal: Reverse): StockPosted =
        calls.call("stock.reverse", StockPosted.serializer(), Arguments().put("reversal", Reverse.serializer(), reversal))

    /** Who received goods of a lot. */
    public suspend fun receiversOfLot(productId: UUID, lot: String): List<LotReceiver> =
        calls.call("stock.receivers_of_lot", ListSerializer(LotReceiver.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("lot", String.serializer(), lot)
        )

    /** Which lots to take of a product in a warehouse on a day: what expires first goes first. */
    public suspend fun proposeLots(productId: UUID, warehouseId: UUID, quantity: BigDecimal, day: LocalDate): List<LotProposal> =
        calls.call("stock.propose_lots", ListSerializer(LotProposal.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("warehouse_id", UuidText, warehouseId)
            .put("quantity", DecimalText, quantity)
            .put("day", DayText, day)
        )

    /** What of a product is on hand, kept for orders, and available, in each warehouse. */
    public suspend fun available(productId: UUID, at: Instant): List<Availability> =
        calls.call("stock.available", ListSerializer(Availability.serializer()), Arguments()
            .put("product_id", UuidText, productId)
            .put("at", InstantText, at)
        )

    /** Gives what is on hand another value. */
    public suspend fun revalue(revaluation: Revalue): StockPosted =
        calls.call("stock.revalue", StockPosted.serializer(), Arguments().put("revaluation", Revalue.serializer(), revaluation))

    /** Sets the unit cost of what is on hand. */
    public suspend fun setUnitCost(cost: SetUnitCost): StockPosted =
        calls.call("stock.set_unit_cost", StockPosted.serializer(), Arguments().put("cost", SetUnitCost.serializer(), cost))

    /** Adds a cost that became known after a receipt. */
    public suspend fun addCost(cost: AddCost): StockPosted =
        calls.call("stock.add_cost", StockPosted.serializer(), Arguments().put("cost", AddCost.serializer(), cost))

    /** Corrects the price of a line of a receipt. */
    public suspend fun correctReceiptPrice(correction: CorrectPrice): StockPosted =
        calls.call("stock.correct_receipt_price", StockPosted.serializer(), Arguments().put("correction", CorrectPrice.serializer(), correction))

    /** Corrects the quantity of a line of a receipt. */
    public suspend fun correctReceiptQuantity(correction: CorrectQuantity): StockPosted =
        calls.call("stock.correct_receipt_quantity", StockPosted.serializer(), Arguments().put("correction", CorrectQuantity.serializer(), correction))

    /** Gives a product another costing method, and carries its value. */
    public suspend fun changeMethod(change: ChangeMethod): StockPosted =
        calls.call("stock.change_method", StockPosted.serializer(), Arguments().put("change", ChangeMethod.serializer(), change))

    /** What costing a product again would change; nothing is written. */
    public suspend fun recostPreview(productId: UUID, from: LocalDate): RecostPreview =
        calls.call("stock.recost_preview", RecostPreview.serializer(), Arguments().put("product_id", UuidText, productId).put("from", DayText, from))

    /** Costs a product again in the order of days. */
    public suspend fun recost(recost: NewRecost): StockPosted =
        calls.call("stock.recost", StockPosted.serializer(), Arguments().put("recost", NewRecost.serializer(), recost))
}

/** Quotes in revisions, and their acceptance. */
public class QuotesService internal constructor(private val calls: Calls) {
    /** Makes a quote. */
    public suspend fun create(quote: NewQuote): QuotePosted =
        calls.call("quotes.create", QuotePosted.serializer(), Arguments().put("quote", NewQuote.serializer(), quote))

    /** Makes another revision of a quote. */
    public suspend fun revise(change: QuoteChange): QuotePosted =
        calls.call("quotes.revise", QuotePosted.serializer(), Arguments().put("change", QuoteChange.serializer(), change))

    /** Notes that a quote was lost or withdrawn. */
    public suspend fun close(close: CloseQuote): Unit =
        calls.call("quotes.close", NothingBack, Arguments().put("close", CloseQuote.serializer(), close))

    /** Turns a quote into an order, whole or in part; asked twice, one order. */
    public suspend fun accept(acceptance: Acceptance): OrderPosted =
        calls.call("quotes.accept", OrderPosted.serializer(), Arguments().put("acceptance", Acceptance.serializer(), acceptance))

    /** Prices of a quote that are others by now. */
    public suspend fun priceChanges(quoteId: UUID, today: LocalDate): List<PriceChange> =
        calls.call("quotes.price_changes", ListSerializer(PriceChange.serializer()), Arguments()
            .put("quote_id", UuidText, quoteId)
            .put("today", DayText, today)
        )

    /** A quote, its lines, what is left of each, and its orders. */
    public suspend fun status(quoteId: UUID, today: LocalDate): QuoteStatus =
        calls.call("quotes.status", QuoteStatus.serializer(), Arguments().put("quote_id", UuidText, quoteId).put("today", DayText, today))

    /** A revision as a document, out of its own rows. */
    public suspend fun render(revisionId: UUID): JsonElement =
        calls.call("quotes.render", JsonElement.serializer(), Arguments().put("revision_id", UuidText, revisionId))
}

/** Orders, their delivery, and goods kept for them. */
public class OrdersService internal constructor(private val calls: Calls) {
    /** Takes an order. */
    public suspend fun create(order: NewOrder): OrderPosted =
        calls.call("orders.create", OrderPosted.serializer(), Arguments().put("order", NewOrder.serializer(), order))

    /** Delivers an order, whole or in part. */
    public suspend fun deliver(delivery: OrderDelivery): SalesPosted =
        calls.call("orders.deliver", SalesPosted.serializer(), Arguments().put("delivery", OrderDelivery.serializer(), delivery))

    /** Completes an order short, or cancels it. */
    public suspend fun close(close: CloseOrder): OrderClosed =
        calls.call("orders.close", OrderClosed.serializer(), Arguments().put("close", CloseOrder.serializer(), close))

    /** An order, its lines, and what is open. */
    public suspend fun status(orderId: UUID): OrderStatus =
        calls.call("orders.status", OrderStatus.serializer(), Arguments().put("order_id", UuidText, orderId))

    /** Keeps goods for what an order has open. */
    public suspend fun reserve(reservation: Reserve): Unit =
        calls.call("orders.reserve", NothingBack, Arguments().put("reservation", Reserve.serializer(), reservation))

    /** Gives up what is kept for an order. */
    public suspend fun release(release: Release): Unit =
        calls.call("orders.release", NothingBack, Arguments().put("release", Release.serializer(), release))

    /** An order as a document, out of its own rows. */
    public suspend fun render(orderId: UUID): JsonElement =
        calls.call("orders.render", JsonElement.serializer(), Arguments().put("order_id", UuidText, orderId))
}

/** Deliveries, returns, credit notes, and profit. */
public class SalesService internal constructor(private val calls: Calls) {
    /** Posts a delivery: stock goes out, a receivable comes. */
    public suspend fun deliver(delivery: NewDelivery): SalesPosted =
        calls.call("sales.deliver", SalesPosted.serializer(), Arguments().put("delivery", NewDelivery.serializer(), delivery))

    /** Takes goods back. */
    public suspend fun returnGoods(goods: NewReturn): SalesPosted =
        calls.call("sales.take_back", SalesPosted.serializer(), Arguments().put("goods", NewReturn.serializer(), goods))

    /** Credits without goods. */
    public suspend fun credit(note: NewCreditNote): SalesPosted =
        calls.call("sales.credit", SalesPosted.serializer(), Arguments().put("note", NewCreditNote.serializer(), note))

    /** Undoes a delivery, a return or a credit note by a document of its own. */
    public suspend fun reverse(reversal: Reversal): SalesPosted =
        calls.call("sales.reverse", SalesPosted.serializer(), Arguments().put("reversal", Reversal.serializer(), reversal))

    /** A delivery as a draft of a new one. */
    public suspend fun copy(documentId: UUID, day: LocalDate): NewDelivery =
        calls.call("sales.copy", NewDelivery.serializer(), Arguments().put("document_id", UuidText, documentId).put("day", DayText, day))

    /** A document out of its own rows. */
    public suspend fun render(documentId: UUID): JsonElement =
        calls.call("sales.render", JsonElement.serializer(), Arguments().put("document_id", UuidText, documentId))

    /** Sales, cost and profit by month, customer, salesperson, product and so on; the filter is one of sales lines. */
    public suspend fun profit(by: ProfitBy, filter: Filter<*>? = null): List<ProfitRow> =
        calls.call("sales.profit", ListSerializer(ProfitRow.serializer()), Arguments()
            .put("by", ProfitBy.serializer(), by)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

/** Payments, what is owed, and statements of account. */
public class ReceivablesService internal constructor(private val calls: Calls) {
    /** Posts a payment, and sets it against receivables as asked. */
    public suspend fun recordPayment(payment: NewPayment): PaymentPosted =
        calls.call("receivables.record_payment", PaymentPosted.serializer(), Arguments().put("payment", NewPayment.serializer(), payment))

    /** Sets a credit against a receivable. */
    public suspend fun allocate(allocation: NewAllocation): Unit =
        calls.call("receivables.allocate", NothingBack, Arguments().put("allocation", NewAllocation.serializer(), allocation))

    /** Sets a credit against receivables as asked, and tells how much. */
    public suspend fun allocateCredit(allocation: NewCreditAllocation): Money? =
        calls.call("receivables.allocate_credit", Money.serializer().nullable, Arguments()
            .put("allocation", NewCreditAllocation.serializer(), allocation)
        )

    /** Takes an allocation back. */
    public suspend fun deallocate(deallocation: Deallocation): Unit =
        calls.call("receivables.deallocate", NothingBack, Arguments().put("deallocation", Deallocation.serializer(), deallocation))

    /** Pays a credit back. */
    public suspend fun refund(refund: NewRefund): AdjustmentPosted =
        calls.call("receivables.refund", AdjustmentPosted.serializer(), Arguments().put("refund", NewRefund.serializer(), refund))

    /** Writes off what is left of a receivable or credit. */
    public suspend fun writeOff(writeOff: NewWriteOff): AdjustmentPosted =
        calls.call("receivables.write_off", AdjustmentPosted.serializer(), Arguments().put("write_off", NewWriteOff.serializer(), writeOff))

    /** Cancels a payment that bounced. */
    public suspend fun cancelPayment(cancellation: PaymentCancellation): AdjustmentPosted =
        calls.call("receivables.cancel_payment", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", PaymentCancellation.serializer(), cancellation)
        )

    /** Cancels a refund, a write-off or another adjustment. */
    public suspend fun cancelAdjustment(cancellation: AdjustmentCancellation): AdjustmentPosted =
        calls.call("receivables.cancel_adjustment", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", AdjustmentCancellation.serializer(), cancellation)
        )

    /** Cancels what was brought in as open from the books kept before, so that it may be brought in again. */
    public suspend fun cancelOpening(cancellation: OpeningCancellation): AdjustmentPosted =
        calls.call("receivables.cancel_opening", AdjustmentPosted.serializer(), Arguments()
            .put("cancellation", OpeningCancellation.serializer(), cancellation)
        )

    /** Gives what is open of a document other due days. */
    public suspend fun reschedule(rescheduling: Rescheduling): AdjustmentPosted =
        calls.call("receivables.reschedule", AdjustmentPosted.serializer(), Arguments().put("rescheduling", Rescheduling.serializer(), rescheduling))

    /** Frees what was paid ahead for an order, and tells how much. */
    public suspend fun freePrepayments(freed: FreedPrepayments): Money? =
        calls.call("receivables.free_prepayments", Money.serializer().nullable, Arguments().put("freed", FreedPrepayments.serializer(), freed))

    /** What was owed on a day, in buckets of days past due. */
    public suspend fun ageing(query: AgeingQuery): Ageing =
        calls.call("receivables.ageing", Ageing.serializer(), Arguments().put("query", AgeingQuery.serializer(), query))

    /** The same, a row for each customer, payer or salesperson. */
    public suspend fun ageingBy(by: AgeingBy, query: AgeingQuery): List<AgeingRow> =
        calls.call("receivables.ageing_by", ListSerializer(AgeingRow.serializer()), Arguments()
            .put("by", AgeingBy.serializer(), by)
            .put("query", AgeingQuery.serializer(), query)
        )

    /** The items behind an ageing. */
    public suspend fun agedItems(query: AgeingQuery): List<AgedItem> =
        calls.call("receivables.aged_items", ListSerializer(AgedItem.serializer()), Arguments().put("query", AgeingQuery.serializer(), query))

    /** What a customer owed on a day, credits deducted. */
    public suspend fun balance(customerId: UUID, asOf: LocalDate, currency: String): Money =
        calls.call("receivables.balance", Money.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("as_of", DayText, asOf)
            .put("currency", String.serializer(), currency)
        )

    /** The statement of account from one day to another. */
    public suspend fun statement(of: AccountOf, from: LocalDate, to: LocalDate, currency: String): Statement =
        calls.call("receivables.statement", Statement.serializer(), Arguments()
            .put("of", AccountOf.serializer(), of)
            .put("from", DayText, from)
            .put("to", DayText, to)
            .put("currency", String.serializer(), currency)
        )

    /** A customer's limit, and what counts against it. */
    public suspend fun creditState(customerId: UUID, day: LocalDate): CreditState =
        calls.call("receivables.credit_state", CreditState.serializer(), Arguments().put("customer_id", UuidText, customerId).put("day", DayText, day))

    /** What is owed, overdue and in credit. */
    public suspend fun figures(of: AccountOf, asOf: LocalDate, currency: String): AccountFigures =
        calls.call("receivables.figures", AccountFigures.serializer(), Arguments()
            .put("of", AccountOf.serializer(), of)
            .put("as_of", DayText, asOf)
            .put("currency", String.serializer(), currency)
        )

    /** How far a document is paid. */
    public suspend fun documentStatus(documentId: UUID, asOf: LocalDate): Settled? =
        calls.call("receivables.document_status", Settled.serializer().nullable, Arguments()
            .put("document_id", UuidText, documentId)
            .put("as_of", DayText, asOf)
        )

    /** How far an order is paid, by its prepayments and its deliveries. */
    public suspend fun orderStatus(customerId: UUID, orderId: UUID, total: Money, asOf: LocalDate): Settled =
        calls.call("receivables.order_status", Settled.serializer(), Arguments()
            .put("customer_id", UuidText, customerId)
            .put("order_id", UuidText, orderId)
            .put("total", Money.serializer(), total)
            .put("as_of", DayText, asOf)
        )

    /** Receivables that a reminder is due for, with the level. */
    public suspend fun reminders(query: AgeingQuery, levels: List<Long>): List<Reminder> =
        calls.call("receivables.reminders", ListSerializer(Reminder.serializer()), Arguments()
            .put("query", AgeingQuery.serializer(), query)
            .put("levels", ListSerializer(Long.serializer()), levels)
        )
}

/** Opening balances out of workbooks. */
public class OpeningService internal constructor(private val calls: Calls) {
    /**
     * Checks an opening workbook, or applies it, all in one act. Problems of rows are no error: they stand in the report, with their reasons in a
     *  language (`en`, `es` or `zh`; English if none is said), and so does what each sheet and column was taken for, and what was left out.
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
     * Looks through an opening workbook, and says what would be read of it and what would not, and why, in a language (English if none is said). Its
     *  options can be corrected, kept, and given to the next file of the same kind.
     */
    public suspend fun examineWorkbook(workbook: Source, reading: ReadingOptions? = null, language: String? = null): WorkbookPlan =
        calls.call("opening.examine_workbook", WorkbookPlan.serializer(), Arguments()
            .put("workbook", SourceJson, workbook)
            .maybe("reading", ReadingOptions.serializer(), reading)
            .maybe("language", String.serializer(), language)
        )

    /**
     * Checks an opening workbook, applies nothing, and writes a copy of it with every problem at its row: the caller's own .xlsx with marks, a text file
     *  with a column of problems (an .xlsx if `to` says so), of other formats an .xlsx. A file that is there already is overwritten only if that is said;
     *  a link never is.
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

    /** Checks an opening workbook, applies nothing, and hands back a copy of it with every problem at its row, as `annotate_workbook` writes it. */
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

    /**
     * Writes an opening workbook to be filled in, as .xlsx. It needs the right to import. A file that is there already is overwritten only if
     *  that is said; a link never is.
     */
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

    /** Hands back an opening workbook to be filled in, as .xlsx. It needs the right to import. */
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
