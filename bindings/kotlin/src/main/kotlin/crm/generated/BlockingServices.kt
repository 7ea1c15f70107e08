// Written by bindings/generate from api.json; a change here is lost.

package crm

import java.time.Instant
import java.time.LocalDate
import java.util.UUID
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.MapSerializer
import kotlinx.serialization.builtins.nullable
import kotlinx.serialization.builtins.serializer
import kotlinx.serialization.json.JsonElement

/** The library, before anybody acts. */
public abstract class BlockingCrmOperations internal constructor(private val calls: Calls) {
    /** Brings the schema up to date, and names the steps that were missing. */
    public fun migrate(): List<String> =
        calls.callBlocking("crm.migrate", Arguments(), ListSerializer(String.serializer()))

    /** The steps of the schema that are missing; nothing is changed. */
    public fun missingSteps(): List<String> =
        calls.callBlocking("crm.missing_steps", Arguments(), ListSerializer(String.serializer()))

    /** Creates a company with the preset roles and its first operator. */
    public fun createCompany(name: String, currency: String, operator: Operator): CompanyCreated =
        calls.callBlocking("crm.create_company", Arguments().put("name", String.serializer(), name).put("currency", String.serializer(), currency).put("operator", Operator.serializer(), operator), CompanyCreated.serializer())

    /** Opens a session on behalf of an operator: with the roles and groups that the host gives him, or else those stored for him. */
    @JvmOverloads public fun actAs(companyId: UUID, operatorId: UUID, roles: List<String>? = null, groups: List<UUID>? = null, onBehalfOf: String? = null, requestId: String? = null): BlockingSession =
        BlockingSession(calls.inSession(calls.callBlocking("crm.act_as", Arguments().put("company_id", UuidText, companyId).put("operator_id", UuidText, operatorId).maybe("roles", ListSerializer(String.serializer()), roles).maybe("groups", ListSerializer(UuidText), groups).maybe("on_behalf_of", String.serializer(), onBehalfOf).maybe("request_id", String.serializer(), requestId), SessionOpened.serializer()).session))
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
        calls.callBlocking("session.verify", Arguments(), Verified.serializer())
}

/** The own company as it is stored. */
public class BlockingCompaniesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Companies>? = null, sort: List<Sort<Companies>> = emptyList(), limit: Long? = null, after: String? = null): CompanyRecordPage =
        calls.callBlocking("companies.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CompanyRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Companies>? = null, sort: List<Sort<Companies>> = emptyList(), limit: Long? = null): Iterable<CompanyRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Companies>? = null): Long =
        calls.callBlocking("companies.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Companies>? = null): List<List<JsonElement>> =
        calls.callBlocking("companies.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CompanyRecord =
        calls.callBlocking("companies.get", Arguments().put("id", UuidText, id), CompanyRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CompanyRecord? =
        calls.callBlocking("companies.find", Arguments().put("id", UuidText, id), CompanyRecord.serializer().nullable)
}

/** Customers. */
public class BlockingCustomersService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Customers>? = null, sort: List<Sort<Customers>> = emptyList(), limit: Long? = null, after: String? = null): CustomerRecordPage =
        calls.callBlocking("customers.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CustomerRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Customers>? = null, sort: List<Sort<Customers>> = emptyList(), limit: Long? = null): Iterable<CustomerRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Customers>? = null): Long =
        calls.callBlocking("customers.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Customers>? = null): List<List<JsonElement>> =
        calls.callBlocking("customers.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CustomerRecord =
        calls.callBlocking("customers.get", Arguments().put("id", UuidText, id), CustomerRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CustomerRecord? =
        calls.callBlocking("customers.find", Arguments().put("id", UuidText, id), CustomerRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: Customer, custom: JsonElement? = null): CustomerRecord =
        calls.callBlocking("customers.create", Arguments().put("data", Customer.serializer(), data).maybe("custom", JsonElement.serializer(), custom), CustomerRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<Customer>): List<CustomerRecord> =
        calls.callBlocking("customers.create_many", Arguments().put("data", ListSerializer(Customer.serializer()), data), ListSerializer(CustomerRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: CustomerRecord, custom: JsonElement? = null): CustomerRecord =
        calls.callBlocking("customers.update", Arguments().put("record", CustomerRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), CustomerRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: CustomerRecord): Unit =
        calls.callBlocking("customers.delete", Arguments().put("record", CustomerRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: Customer, mode: UpsertMode? = null, custom: JsonElement? = null): CustomerUpserted =
        calls.callBlocking("customers.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", Customer.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), CustomerUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): CustomerRecord? =
        calls.callBlocking("customers.find_external", Arguments().put("key", ExternalKey.serializer(), key), CustomerRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customers.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("customers.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)

    /** A customer with his contacts, addresses, groups and fields of the host's own, as far as the caller can see them. */
    public fun card(id: UUID): CustomerCard =
        calls.callBlocking("customers.card", Arguments().put("id", UuidText, id), CustomerCard.serializer())
}

/** The trees of customer groups. */
public class BlockingCustomerGroupsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<CustomerGroups>? = null, sort: List<Sort<CustomerGroups>> = emptyList(), limit: Long? = null, after: String? = null): CustomerGroupRecordPage =
        calls.callBlocking("customer_groups.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CustomerGroupRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<CustomerGroups>? = null, sort: List<Sort<CustomerGroups>> = emptyList(), limit: Long? = null): Iterable<CustomerGroupRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<CustomerGroups>? = null): Long =
        calls.callBlocking("customer_groups.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<CustomerGroups>? = null): List<List<JsonElement>> =
        calls.callBlocking("customer_groups.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CustomerGroupRecord =
        calls.callBlocking("customer_groups.get", Arguments().put("id", UuidText, id), CustomerGroupRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CustomerGroupRecord? =
        calls.callBlocking("customer_groups.find", Arguments().put("id", UuidText, id), CustomerGroupRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: CustomerGroup, custom: JsonElement? = null): CustomerGroupRecord =
        calls.callBlocking("customer_groups.create", Arguments().put("data", CustomerGroup.serializer(), data).maybe("custom", JsonElement.serializer(), custom), CustomerGroupRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<CustomerGroup>): List<CustomerGroupRecord> =
        calls.callBlocking("customer_groups.create_many", Arguments().put("data", ListSerializer(CustomerGroup.serializer()), data), ListSerializer(CustomerGroupRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: CustomerGroupRecord, custom: JsonElement? = null): CustomerGroupRecord =
        calls.callBlocking("customer_groups.update", Arguments().put("record", CustomerGroupRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), CustomerGroupRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: CustomerGroupRecord): Unit =
        calls.callBlocking("customer_groups.delete", Arguments().put("record", CustomerGroupRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: CustomerGroup, mode: UpsertMode? = null, custom: JsonElement? = null): CustomerGroupUpserted =
        calls.callBlocking("customer_groups.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", CustomerGroup.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), CustomerGroupUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): CustomerGroupRecord? =
        calls.callBlocking("customer_groups.find_external", Arguments().put("key", ExternalKey.serializer(), key), CustomerGroupRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customer_groups.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("customer_groups.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Memberships of customers in groups, their main group apart. */
public class BlockingCustomerGroupMembersService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<CustomerGroupMembers>? = null, sort: List<Sort<CustomerGroupMembers>> = emptyList(), limit: Long? = null, after: String? = null): CustomerGroupMemberRecordPage =
        calls.callBlocking("customer_group_members.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CustomerGroupMemberRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<CustomerGroupMembers>? = null, sort: List<Sort<CustomerGroupMembers>> = emptyList(), limit: Long? = null): Iterable<CustomerGroupMemberRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<CustomerGroupMembers>? = null): Long =
        calls.callBlocking("customer_group_members.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<CustomerGroupMembers>? = null): List<List<JsonElement>> =
        calls.callBlocking("customer_group_members.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CustomerGroupMemberRecord =
        calls.callBlocking("customer_group_members.get", Arguments().put("id", UuidText, id), CustomerGroupMemberRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CustomerGroupMemberRecord? =
        calls.callBlocking("customer_group_members.find", Arguments().put("id", UuidText, id), CustomerGroupMemberRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: CustomerGroupMember, custom: JsonElement? = null): CustomerGroupMemberRecord =
        calls.callBlocking("customer_group_members.create", Arguments().put("data", CustomerGroupMember.serializer(), data).maybe("custom", JsonElement.serializer(), custom), CustomerGroupMemberRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<CustomerGroupMember>): List<CustomerGroupMemberRecord> =
        calls.callBlocking("customer_group_members.create_many", Arguments().put("data", ListSerializer(CustomerGroupMember.serializer()), data), ListSerializer(CustomerGroupMemberRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: CustomerGroupMemberRecord, custom: JsonElement? = null): CustomerGroupMemberRecord =
        calls.callBlocking("customer_group_members.update", Arguments().put("record", CustomerGroupMemberRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), CustomerGroupMemberRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: CustomerGroupMemberRecord): Unit =
        calls.callBlocking("customer_group_members.delete", Arguments().put("record", CustomerGroupMemberRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: CustomerGroupMember, mode: UpsertMode? = null, custom: JsonElement? = null): CustomerGroupMemberUpserted =
        calls.callBlocking("customer_group_members.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", CustomerGroupMember.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), CustomerGroupMemberUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): CustomerGroupMemberRecord? =
        calls.callBlocking("customer_group_members.find_external", Arguments().put("key", ExternalKey.serializer(), key), CustomerGroupMemberRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customer_group_members.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("customer_group_members.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** People at customers. */
public class BlockingContactsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Contacts>? = null, sort: List<Sort<Contacts>> = emptyList(), limit: Long? = null, after: String? = null): ContactRecordPage =
        calls.callBlocking("contacts.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), ContactRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Contacts>? = null, sort: List<Sort<Contacts>> = emptyList(), limit: Long? = null): Iterable<ContactRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Contacts>? = null): Long =
        calls.callBlocking("contacts.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Contacts>? = null): List<List<JsonElement>> =
        calls.callBlocking("contacts.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): ContactRecord =
        calls.callBlocking("contacts.get", Arguments().put("id", UuidText, id), ContactRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): ContactRecord? =
        calls.callBlocking("contacts.find", Arguments().put("id", UuidText, id), ContactRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: Contact, custom: JsonElement? = null): ContactRecord =
        calls.callBlocking("contacts.create", Arguments().put("data", Contact.serializer(), data).maybe("custom", JsonElement.serializer(), custom), ContactRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<Contact>): List<ContactRecord> =
        calls.callBlocking("contacts.create_many", Arguments().put("data", ListSerializer(Contact.serializer()), data), ListSerializer(ContactRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: ContactRecord, custom: JsonElement? = null): ContactRecord =
        calls.callBlocking("contacts.update", Arguments().put("record", ContactRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), ContactRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: ContactRecord): Unit =
        calls.callBlocking("contacts.delete", Arguments().put("record", ContactRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: Contact, mode: UpsertMode? = null, custom: JsonElement? = null): ContactUpserted =
        calls.callBlocking("contacts.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", Contact.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), ContactUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): ContactRecord? =
        calls.callBlocking("contacts.find_external", Arguments().put("key", ExternalKey.serializer(), key), ContactRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("contacts.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("contacts.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Ways to reach customers and contacts. */
public class BlockingContactPointsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<ContactPoints>? = null, sort: List<Sort<ContactPoints>> = emptyList(), limit: Long? = null, after: String? = null): ContactPointRecordPage =
        calls.callBlocking("contact_points.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), ContactPointRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<ContactPoints>? = null, sort: List<Sort<ContactPoints>> = emptyList(), limit: Long? = null): Iterable<ContactPointRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<ContactPoints>? = null): Long =
        calls.callBlocking("contact_points.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<ContactPoints>? = null): List<List<JsonElement>> =
        calls.callBlocking("contact_points.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): ContactPointRecord =
        calls.callBlocking("contact_points.get", Arguments().put("id", UuidText, id), ContactPointRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): ContactPointRecord? =
        calls.callBlocking("contact_points.find", Arguments().put("id", UuidText, id), ContactPointRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: ContactPoint, custom: JsonElement? = null): ContactPointRecord =
        calls.callBlocking("contact_points.create", Arguments().put("data", ContactPoint.serializer(), data).maybe("custom", JsonElement.serializer(), custom), ContactPointRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<ContactPoint>): List<ContactPointRecord> =
        calls.callBlocking("contact_points.create_many", Arguments().put("data", ListSerializer(ContactPoint.serializer()), data), ListSerializer(ContactPointRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: ContactPointRecord, custom: JsonElement? = null): ContactPointRecord =
        calls.callBlocking("contact_points.update", Arguments().put("record", ContactPointRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), ContactPointRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: ContactPointRecord): Unit =
        calls.callBlocking("contact_points.delete", Arguments().put("record", ContactPointRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: ContactPoint, mode: UpsertMode? = null, custom: JsonElement? = null): ContactPointUpserted =
        calls.callBlocking("contact_points.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", ContactPoint.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), ContactPointUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): ContactPointRecord? =
        calls.callBlocking("contact_points.find_external", Arguments().put("key", ExternalKey.serializer(), key), ContactPointRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("contact_points.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("contact_points.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Places of customers. */
public class BlockingCustomerAddressesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<CustomerAddresses>? = null, sort: List<Sort<CustomerAddresses>> = emptyList(), limit: Long? = null, after: String? = null): CustomerAddressRecordPage =
        calls.callBlocking("customer_addresses.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CustomerAddressRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<CustomerAddresses>? = null, sort: List<Sort<CustomerAddresses>> = emptyList(), limit: Long? = null): Iterable<CustomerAddressRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<CustomerAddresses>? = null): Long =
        calls.callBlocking("customer_addresses.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<CustomerAddresses>? = null): List<List<JsonElement>> =
        calls.callBlocking("customer_addresses.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CustomerAddressRecord =
        calls.callBlocking("customer_addresses.get", Arguments().put("id", UuidText, id), CustomerAddressRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CustomerAddressRecord? =
        calls.callBlocking("customer_addresses.find", Arguments().put("id", UuidText, id), CustomerAddressRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: CustomerAddress, custom: JsonElement? = null): CustomerAddressRecord =
        calls.callBlocking("customer_addresses.create", Arguments().put("data", CustomerAddress.serializer(), data).maybe("custom", JsonElement.serializer(), custom), CustomerAddressRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<CustomerAddress>): List<CustomerAddressRecord> =
        calls.callBlocking("customer_addresses.create_many", Arguments().put("data", ListSerializer(CustomerAddress.serializer()), data), ListSerializer(CustomerAddressRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: CustomerAddressRecord, custom: JsonElement? = null): CustomerAddressRecord =
        calls.callBlocking("customer_addresses.update", Arguments().put("record", CustomerAddressRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), CustomerAddressRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: CustomerAddressRecord): Unit =
        calls.callBlocking("customer_addresses.delete", Arguments().put("record", CustomerAddressRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: CustomerAddress, mode: UpsertMode? = null, custom: JsonElement? = null): CustomerAddressUpserted =
        calls.callBlocking("customer_addresses.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", CustomerAddress.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), CustomerAddressUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): CustomerAddressRecord? =
        calls.callBlocking("customer_addresses.find_external", Arguments().put("key", ExternalKey.serializer(), key), CustomerAddressRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customer_addresses.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("customer_addresses.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Entries of the data dictionary. */
public class BlockingDictionaryEntriesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<DictionaryEntries>? = null, sort: List<Sort<DictionaryEntries>> = emptyList(), limit: Long? = null, after: String? = null): DictionaryEntryRecordPage =
        calls.callBlocking("dictionary_entries.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), DictionaryEntryRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<DictionaryEntries>? = null, sort: List<Sort<DictionaryEntries>> = emptyList(), limit: Long? = null): Iterable<DictionaryEntryRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<DictionaryEntries>? = null): Long =
        calls.callBlocking("dictionary_entries.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<DictionaryEntries>? = null): List<List<JsonElement>> =
        calls.callBlocking("dictionary_entries.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): DictionaryEntryRecord =
        calls.callBlocking("dictionary_entries.get", Arguments().put("id", UuidText, id), DictionaryEntryRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): DictionaryEntryRecord? =
        calls.callBlocking("dictionary_entries.find", Arguments().put("id", UuidText, id), DictionaryEntryRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: DictionaryEntry, custom: JsonElement? = null): DictionaryEntryRecord =
        calls.callBlocking("dictionary_entries.create", Arguments().put("data", DictionaryEntry.serializer(), data).maybe("custom", JsonElement.serializer(), custom), DictionaryEntryRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<DictionaryEntry>): List<DictionaryEntryRecord> =
        calls.callBlocking("dictionary_entries.create_many", Arguments().put("data", ListSerializer(DictionaryEntry.serializer()), data), ListSerializer(DictionaryEntryRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: DictionaryEntryRecord, custom: JsonElement? = null): DictionaryEntryRecord =
        calls.callBlocking("dictionary_entries.update", Arguments().put("record", DictionaryEntryRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), DictionaryEntryRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: DictionaryEntryRecord): Unit =
        calls.callBlocking("dictionary_entries.delete", Arguments().put("record", DictionaryEntryRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: DictionaryEntry, mode: UpsertMode? = null, custom: JsonElement? = null): DictionaryEntryUpserted =
        calls.callBlocking("dictionary_entries.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", DictionaryEntry.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), DictionaryEntryUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): DictionaryEntryRecord? =
        calls.callBlocking("dictionary_entries.find_external", Arguments().put("key", ExternalKey.serializer(), key), DictionaryEntryRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("dictionary_entries.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("dictionary_entries.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Fields that the host declares. */
public class BlockingCustomFieldsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<CustomFields>? = null, sort: List<Sort<CustomFields>> = emptyList(), limit: Long? = null, after: String? = null): CustomFieldRecordPage =
        calls.callBlocking("custom_fields.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CustomFieldRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<CustomFields>? = null, sort: List<Sort<CustomFields>> = emptyList(), limit: Long? = null): Iterable<CustomFieldRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<CustomFields>? = null): Long =
        calls.callBlocking("custom_fields.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<CustomFields>? = null): List<List<JsonElement>> =
        calls.callBlocking("custom_fields.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CustomFieldRecord =
        calls.callBlocking("custom_fields.get", Arguments().put("id", UuidText, id), CustomFieldRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CustomFieldRecord? =
        calls.callBlocking("custom_fields.find", Arguments().put("id", UuidText, id), CustomFieldRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: CustomField, custom: JsonElement? = null): CustomFieldRecord =
        calls.callBlocking("custom_fields.create", Arguments().put("data", CustomField.serializer(), data).maybe("custom", JsonElement.serializer(), custom), CustomFieldRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<CustomField>): List<CustomFieldRecord> =
        calls.callBlocking("custom_fields.create_many", Arguments().put("data", ListSerializer(CustomField.serializer()), data), ListSerializer(CustomFieldRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: CustomFieldRecord, custom: JsonElement? = null): CustomFieldRecord =
        calls.callBlocking("custom_fields.update", Arguments().put("record", CustomFieldRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), CustomFieldRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: CustomFieldRecord): Unit =
        calls.callBlocking("custom_fields.delete", Arguments().put("record", CustomFieldRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: CustomField, mode: UpsertMode? = null, custom: JsonElement? = null): CustomFieldUpserted =
        calls.callBlocking("custom_fields.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", CustomField.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), CustomFieldUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): CustomFieldRecord? =
        calls.callBlocking("custom_fields.find_external", Arguments().put("key", ExternalKey.serializer(), key), CustomFieldRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("custom_fields.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("custom_fields.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** What the own company is called, and calculates by, from a day on. */
public class BlockingCompanyProfilesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<CompanyProfiles>? = null, sort: List<Sort<CompanyProfiles>> = emptyList(), limit: Long? = null, after: String? = null): CompanyProfileRecordPage =
        calls.callBlocking("company_profiles.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CompanyProfileRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<CompanyProfiles>? = null, sort: List<Sort<CompanyProfiles>> = emptyList(), limit: Long? = null): Iterable<CompanyProfileRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<CompanyProfiles>? = null): Long =
        calls.callBlocking("company_profiles.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<CompanyProfiles>? = null): List<List<JsonElement>> =
        calls.callBlocking("company_profiles.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CompanyProfileRecord =
        calls.callBlocking("company_profiles.get", Arguments().put("id", UuidText, id), CompanyProfileRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CompanyProfileRecord? =
        calls.callBlocking("company_profiles.find", Arguments().put("id", UuidText, id), CompanyProfileRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: CompanyProfile, custom: JsonElement? = null): CompanyProfileRecord =
        calls.callBlocking("company_profiles.create", Arguments().put("data", CompanyProfile.serializer(), data).maybe("custom", JsonElement.serializer(), custom), CompanyProfileRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<CompanyProfile>): List<CompanyProfileRecord> =
        calls.callBlocking("company_profiles.create_many", Arguments().put("data", ListSerializer(CompanyProfile.serializer()), data), ListSerializer(CompanyProfileRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: CompanyProfileRecord, custom: JsonElement? = null): CompanyProfileRecord =
        calls.callBlocking("company_profiles.update", Arguments().put("record", CompanyProfileRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), CompanyProfileRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: CompanyProfileRecord): Unit =
        calls.callBlocking("company_profiles.delete", Arguments().put("record", CompanyProfileRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: CompanyProfile, mode: UpsertMode? = null, custom: JsonElement? = null): CompanyProfileUpserted =
        calls.callBlocking("company_profiles.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", CompanyProfile.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), CompanyProfileUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): CompanyProfileRecord? =
        calls.callBlocking("company_profiles.find_external", Arguments().put("key", ExternalKey.serializer(), key), CompanyProfileRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("company_profiles.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("company_profiles.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Products and services. */
public class BlockingProductsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Products>? = null, sort: List<Sort<Products>> = emptyList(), limit: Long? = null, after: String? = null): ProductRecordPage =
        calls.callBlocking("products.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), ProductRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Products>? = null, sort: List<Sort<Products>> = emptyList(), limit: Long? = null): Iterable<ProductRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Products>? = null): Long =
        calls.callBlocking("products.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Products>? = null): List<List<JsonElement>> =
        calls.callBlocking("products.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): ProductRecord =
        calls.callBlocking("products.get", Arguments().put("id", UuidText, id), ProductRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): ProductRecord? =
        calls.callBlocking("products.find", Arguments().put("id", UuidText, id), ProductRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: Product, custom: JsonElement? = null): ProductRecord =
        calls.callBlocking("products.create", Arguments().put("data", Product.serializer(), data).maybe("custom", JsonElement.serializer(), custom), ProductRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<Product>): List<ProductRecord> =
        calls.callBlocking("products.create_many", Arguments().put("data", ListSerializer(Product.serializer()), data), ListSerializer(ProductRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: ProductRecord, custom: JsonElement? = null): ProductRecord =
        calls.callBlocking("products.update", Arguments().put("record", ProductRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), ProductRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: ProductRecord): Unit =
        calls.callBlocking("products.delete", Arguments().put("record", ProductRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: Product, mode: UpsertMode? = null, custom: JsonElement? = null): ProductUpserted =
        calls.callBlocking("products.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", Product.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), ProductUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): ProductRecord? =
        calls.callBlocking("products.find_external", Arguments().put("key", ExternalKey.serializer(), key), ProductRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("products.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("products.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)

    /** What a typed or scanned text means: own code, barcode, supplier's or customer's code, mnemonic. */
    @JvmOverloads public fun resolve(text: String, on: LocalDate, customerId: UUID? = null): Resolved =
        calls.callBlocking("products.resolve", Arguments().put("text", String.serializer(), text).put("on", DayText, on).maybe("customer_id", UuidText, customerId), Resolved.serializer())
}

/** The tree of product groups. */
public class BlockingProductGroupsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<ProductGroups>? = null, sort: List<Sort<ProductGroups>> = emptyList(), limit: Long? = null, after: String? = null): ProductGroupRecordPage =
        calls.callBlocking("product_groups.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), ProductGroupRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<ProductGroups>? = null, sort: List<Sort<ProductGroups>> = emptyList(), limit: Long? = null): Iterable<ProductGroupRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<ProductGroups>? = null): Long =
        calls.callBlocking("product_groups.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<ProductGroups>? = null): List<List<JsonElement>> =
        calls.callBlocking("product_groups.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): ProductGroupRecord =
        calls.callBlocking("product_groups.get", Arguments().put("id", UuidText, id), ProductGroupRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): ProductGroupRecord? =
        calls.callBlocking("product_groups.find", Arguments().put("id", UuidText, id), ProductGroupRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: ProductGroup, custom: JsonElement? = null): ProductGroupRecord =
        calls.callBlocking("product_groups.create", Arguments().put("data", ProductGroup.serializer(), data).maybe("custom", JsonElement.serializer(), custom), ProductGroupRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<ProductGroup>): List<ProductGroupRecord> =
        calls.callBlocking("product_groups.create_many", Arguments().put("data", ListSerializer(ProductGroup.serializer()), data), ListSerializer(ProductGroupRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: ProductGroupRecord, custom: JsonElement? = null): ProductGroupRecord =
        calls.callBlocking("product_groups.update", Arguments().put("record", ProductGroupRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), ProductGroupRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: ProductGroupRecord): Unit =
        calls.callBlocking("product_groups.delete", Arguments().put("record", ProductGroupRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: ProductGroup, mode: UpsertMode? = null, custom: JsonElement? = null): ProductGroupUpserted =
        calls.callBlocking("product_groups.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", ProductGroup.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), ProductGroupUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): ProductGroupRecord? =
        calls.callBlocking("product_groups.find_external", Arguments().put("key", ExternalKey.serializer(), key), ProductGroupRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("product_groups.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("product_groups.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Units that products are also counted in. */
public class BlockingProductUnitsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<ProductUnits>? = null, sort: List<Sort<ProductUnits>> = emptyList(), limit: Long? = null, after: String? = null): ProductUnitRecordPage =
        calls.callBlocking("product_units.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), ProductUnitRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<ProductUnits>? = null, sort: List<Sort<ProductUnits>> = emptyList(), limit: Long? = null): Iterable<ProductUnitRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<ProductUnits>? = null): Long =
        calls.callBlocking("product_units.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<ProductUnits>? = null): List<List<JsonElement>> =
        calls.callBlocking("product_units.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): ProductUnitRecord =
        calls.callBlocking("product_units.get", Arguments().put("id", UuidText, id), ProductUnitRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): ProductUnitRecord? =
        calls.callBlocking("product_units.find", Arguments().put("id", UuidText, id), ProductUnitRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: ProductUnit, custom: JsonElement? = null): ProductUnitRecord =
        calls.callBlocking("product_units.create", Arguments().put("data", ProductUnit.serializer(), data).maybe("custom", JsonElement.serializer(), custom), ProductUnitRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<ProductUnit>): List<ProductUnitRecord> =
        calls.callBlocking("product_units.create_many", Arguments().put("data", ListSerializer(ProductUnit.serializer()), data), ListSerializer(ProductUnitRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: ProductUnitRecord, custom: JsonElement? = null): ProductUnitRecord =
        calls.callBlocking("product_units.update", Arguments().put("record", ProductUnitRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), ProductUnitRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: ProductUnitRecord): Unit =
        calls.callBlocking("product_units.delete", Arguments().put("record", ProductUnitRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: ProductUnit, mode: UpsertMode? = null, custom: JsonElement? = null): ProductUnitUpserted =
        calls.callBlocking("product_units.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", ProductUnit.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), ProductUnitUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): ProductUnitRecord? =
        calls.callBlocking("product_units.find_external", Arguments().put("key", ExternalKey.serializer(), key), ProductUnitRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("product_units.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("product_units.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Codes that products are also known by. */
public class BlockingProductCodesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<ProductCodes>? = null, sort: List<Sort<ProductCodes>> = emptyList(), limit: Long? = null, after: String? = null): ProductCodeRecordPage =
        calls.callBlocking("product_codes.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), ProductCodeRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<ProductCodes>? = null, sort: List<Sort<ProductCodes>> = emptyList(), limit: Long? = null): Iterable<ProductCodeRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<ProductCodes>? = null): Long =
        calls.callBlocking("product_codes.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<ProductCodes>? = null): List<List<JsonElement>> =
        calls.callBlocking("product_codes.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): ProductCodeRecord =
        calls.callBlocking("product_codes.get", Arguments().put("id", UuidText, id), ProductCodeRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): ProductCodeRecord? =
        calls.callBlocking("product_codes.find", Arguments().put("id", UuidText, id), ProductCodeRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: ProductCode, custom: JsonElement? = null): ProductCodeRecord =
        calls.callBlocking("product_codes.create", Arguments().put("data", ProductCode.serializer(), data).maybe("custom", JsonElement.serializer(), custom), ProductCodeRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<ProductCode>): List<ProductCodeRecord> =
        calls.callBlocking("product_codes.create_many", Arguments().put("data", ListSerializer(ProductCode.serializer()), data), ListSerializer(ProductCodeRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: ProductCodeRecord, custom: JsonElement? = null): ProductCodeRecord =
        calls.callBlocking("product_codes.update", Arguments().put("record", ProductCodeRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), ProductCodeRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: ProductCodeRecord): Unit =
        calls.callBlocking("product_codes.delete", Arguments().put("record", ProductCodeRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: ProductCode, mode: UpsertMode? = null, custom: JsonElement? = null): ProductCodeUpserted =
        calls.callBlocking("product_codes.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", ProductCode.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), ProductCodeUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): ProductCodeRecord? =
        calls.callBlocking("product_codes.find_external", Arguments().put("key", ExternalKey.serializer(), key), ProductCodeRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("product_codes.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("product_codes.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Parts of kits. */
public class BlockingKitComponentsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<KitComponents>? = null, sort: List<Sort<KitComponents>> = emptyList(), limit: Long? = null, after: String? = null): KitComponentRecordPage =
        calls.callBlocking("kit_components.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), KitComponentRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<KitComponents>? = null, sort: List<Sort<KitComponents>> = emptyList(), limit: Long? = null): Iterable<KitComponentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<KitComponents>? = null): Long =
        calls.callBlocking("kit_components.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<KitComponents>? = null): List<List<JsonElement>> =
        calls.callBlocking("kit_components.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): KitComponentRecord =
        calls.callBlocking("kit_components.get", Arguments().put("id", UuidText, id), KitComponentRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): KitComponentRecord? =
        calls.callBlocking("kit_components.find", Arguments().put("id", UuidText, id), KitComponentRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: KitComponent, custom: JsonElement? = null): KitComponentRecord =
        calls.callBlocking("kit_components.create", Arguments().put("data", KitComponent.serializer(), data).maybe("custom", JsonElement.serializer(), custom), KitComponentRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<KitComponent>): List<KitComponentRecord> =
        calls.callBlocking("kit_components.create_many", Arguments().put("data", ListSerializer(KitComponent.serializer()), data), ListSerializer(KitComponentRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: KitComponentRecord, custom: JsonElement? = null): KitComponentRecord =
        calls.callBlocking("kit_components.update", Arguments().put("record", KitComponentRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), KitComponentRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: KitComponentRecord): Unit =
        calls.callBlocking("kit_components.delete", Arguments().put("record", KitComponentRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: KitComponent, mode: UpsertMode? = null, custom: JsonElement? = null): KitComponentUpserted =
        calls.callBlocking("kit_components.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", KitComponent.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), KitComponentUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): KitComponentRecord? =
        calls.callBlocking("kit_components.find_external", Arguments().put("key", ExternalKey.serializer(), key), KitComponentRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("kit_components.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("kit_components.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Price lists. */
public class BlockingPriceListsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<PriceLists>? = null, sort: List<Sort<PriceLists>> = emptyList(), limit: Long? = null, after: String? = null): PriceListRecordPage =
        calls.callBlocking("price_lists.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), PriceListRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<PriceLists>? = null, sort: List<Sort<PriceLists>> = emptyList(), limit: Long? = null): Iterable<PriceListRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<PriceLists>? = null): Long =
        calls.callBlocking("price_lists.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<PriceLists>? = null): List<List<JsonElement>> =
        calls.callBlocking("price_lists.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): PriceListRecord =
        calls.callBlocking("price_lists.get", Arguments().put("id", UuidText, id), PriceListRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): PriceListRecord? =
        calls.callBlocking("price_lists.find", Arguments().put("id", UuidText, id), PriceListRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: PriceList, custom: JsonElement? = null): PriceListRecord =
        calls.callBlocking("price_lists.create", Arguments().put("data", PriceList.serializer(), data).maybe("custom", JsonElement.serializer(), custom), PriceListRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<PriceList>): List<PriceListRecord> =
        calls.callBlocking("price_lists.create_many", Arguments().put("data", ListSerializer(PriceList.serializer()), data), ListSerializer(PriceListRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: PriceListRecord, custom: JsonElement? = null): PriceListRecord =
        calls.callBlocking("price_lists.update", Arguments().put("record", PriceListRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), PriceListRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: PriceListRecord): Unit =
        calls.callBlocking("price_lists.delete", Arguments().put("record", PriceListRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: PriceList, mode: UpsertMode? = null, custom: JsonElement? = null): PriceListUpserted =
        calls.callBlocking("price_lists.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", PriceList.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), PriceListUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): PriceListRecord? =
        calls.callBlocking("price_lists.find_external", Arguments().put("key", ExternalKey.serializer(), key), PriceListRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("price_lists.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("price_lists.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Prices on lists. */
public class BlockingPriceListItemsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<PriceListItems>? = null, sort: List<Sort<PriceListItems>> = emptyList(), limit: Long? = null, after: String? = null): PriceListItemRecordPage =
        calls.callBlocking("price_list_items.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), PriceListItemRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<PriceListItems>? = null, sort: List<Sort<PriceListItems>> = emptyList(), limit: Long? = null): Iterable<PriceListItemRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<PriceListItems>? = null): Long =
        calls.callBlocking("price_list_items.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<PriceListItems>? = null): List<List<JsonElement>> =
        calls.callBlocking("price_list_items.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): PriceListItemRecord =
        calls.callBlocking("price_list_items.get", Arguments().put("id", UuidText, id), PriceListItemRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): PriceListItemRecord? =
        calls.callBlocking("price_list_items.find", Arguments().put("id", UuidText, id), PriceListItemRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: PriceListItem, custom: JsonElement? = null): PriceListItemRecord =
        calls.callBlocking("price_list_items.create", Arguments().put("data", PriceListItem.serializer(), data).maybe("custom", JsonElement.serializer(), custom), PriceListItemRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<PriceListItem>): List<PriceListItemRecord> =
        calls.callBlocking("price_list_items.create_many", Arguments().put("data", ListSerializer(PriceListItem.serializer()), data), ListSerializer(PriceListItemRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: PriceListItemRecord, custom: JsonElement? = null): PriceListItemRecord =
        calls.callBlocking("price_list_items.update", Arguments().put("record", PriceListItemRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), PriceListItemRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: PriceListItemRecord): Unit =
        calls.callBlocking("price_list_items.delete", Arguments().put("record", PriceListItemRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: PriceListItem, mode: UpsertMode? = null, custom: JsonElement? = null): PriceListItemUpserted =
        calls.callBlocking("price_list_items.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", PriceListItem.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), PriceListItemUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): PriceListItemRecord? =
        calls.callBlocking("price_list_items.find_external", Arguments().put("key", ExternalKey.serializer(), key), PriceListItemRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("price_list_items.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("price_list_items.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Prices agreed with customers. */
public class BlockingCustomerPricesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<CustomerPrices>? = null, sort: List<Sort<CustomerPrices>> = emptyList(), limit: Long? = null, after: String? = null): CustomerPriceRecordPage =
        calls.callBlocking("customer_prices.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CustomerPriceRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<CustomerPrices>? = null, sort: List<Sort<CustomerPrices>> = emptyList(), limit: Long? = null): Iterable<CustomerPriceRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<CustomerPrices>? = null): Long =
        calls.callBlocking("customer_prices.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<CustomerPrices>? = null): List<List<JsonElement>> =
        calls.callBlocking("customer_prices.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CustomerPriceRecord =
        calls.callBlocking("customer_prices.get", Arguments().put("id", UuidText, id), CustomerPriceRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CustomerPriceRecord? =
        calls.callBlocking("customer_prices.find", Arguments().put("id", UuidText, id), CustomerPriceRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: CustomerPrice, custom: JsonElement? = null): CustomerPriceRecord =
        calls.callBlocking("customer_prices.create", Arguments().put("data", CustomerPrice.serializer(), data).maybe("custom", JsonElement.serializer(), custom), CustomerPriceRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<CustomerPrice>): List<CustomerPriceRecord> =
        calls.callBlocking("customer_prices.create_many", Arguments().put("data", ListSerializer(CustomerPrice.serializer()), data), ListSerializer(CustomerPriceRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: CustomerPriceRecord, custom: JsonElement? = null): CustomerPriceRecord =
        calls.callBlocking("customer_prices.update", Arguments().put("record", CustomerPriceRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), CustomerPriceRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: CustomerPriceRecord): Unit =
        calls.callBlocking("customer_prices.delete", Arguments().put("record", CustomerPriceRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: CustomerPrice, mode: UpsertMode? = null, custom: JsonElement? = null): CustomerPriceUpserted =
        calls.callBlocking("customer_prices.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", CustomerPrice.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), CustomerPriceUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): CustomerPriceRecord? =
        calls.callBlocking("customer_prices.find_external", Arguments().put("key", ExternalKey.serializer(), key), CustomerPriceRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customer_prices.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("customer_prices.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Warehouses. */
public class BlockingWarehousesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Warehouses>? = null, sort: List<Sort<Warehouses>> = emptyList(), limit: Long? = null, after: String? = null): WarehouseRecordPage =
        calls.callBlocking("warehouses.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), WarehouseRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Warehouses>? = null, sort: List<Sort<Warehouses>> = emptyList(), limit: Long? = null): Iterable<WarehouseRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Warehouses>? = null): Long =
        calls.callBlocking("warehouses.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Warehouses>? = null): List<List<JsonElement>> =
        calls.callBlocking("warehouses.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): WarehouseRecord =
        calls.callBlocking("warehouses.get", Arguments().put("id", UuidText, id), WarehouseRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): WarehouseRecord? =
        calls.callBlocking("warehouses.find", Arguments().put("id", UuidText, id), WarehouseRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: Warehouse, custom: JsonElement? = null): WarehouseRecord =
        calls.callBlocking("warehouses.create", Arguments().put("data", Warehouse.serializer(), data).maybe("custom", JsonElement.serializer(), custom), WarehouseRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<Warehouse>): List<WarehouseRecord> =
        calls.callBlocking("warehouses.create_many", Arguments().put("data", ListSerializer(Warehouse.serializer()), data), ListSerializer(WarehouseRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: WarehouseRecord, custom: JsonElement? = null): WarehouseRecord =
        calls.callBlocking("warehouses.update", Arguments().put("record", WarehouseRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), WarehouseRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: WarehouseRecord): Unit =
        calls.callBlocking("warehouses.delete", Arguments().put("record", WarehouseRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: Warehouse, mode: UpsertMode? = null, custom: JsonElement? = null): WarehouseUpserted =
        calls.callBlocking("warehouses.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", Warehouse.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), WarehouseUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): WarehouseRecord? =
        calls.callBlocking("warehouses.find_external", Arguments().put("key", ExternalKey.serializer(), key), WarehouseRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("warehouses.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("warehouses.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Tax rates. */
public class BlockingTaxRatesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<TaxRates>? = null, sort: List<Sort<TaxRates>> = emptyList(), limit: Long? = null, after: String? = null): TaxRateRecordPage =
        calls.callBlocking("tax_rates.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), TaxRateRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<TaxRates>? = null, sort: List<Sort<TaxRates>> = emptyList(), limit: Long? = null): Iterable<TaxRateRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<TaxRates>? = null): Long =
        calls.callBlocking("tax_rates.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<TaxRates>? = null): List<List<JsonElement>> =
        calls.callBlocking("tax_rates.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): TaxRateRecord =
        calls.callBlocking("tax_rates.get", Arguments().put("id", UuidText, id), TaxRateRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): TaxRateRecord? =
        calls.callBlocking("tax_rates.find", Arguments().put("id", UuidText, id), TaxRateRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: TaxRate, custom: JsonElement? = null): TaxRateRecord =
        calls.callBlocking("tax_rates.create", Arguments().put("data", TaxRate.serializer(), data).maybe("custom", JsonElement.serializer(), custom), TaxRateRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<TaxRate>): List<TaxRateRecord> =
        calls.callBlocking("tax_rates.create_many", Arguments().put("data", ListSerializer(TaxRate.serializer()), data), ListSerializer(TaxRateRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: TaxRateRecord, custom: JsonElement? = null): TaxRateRecord =
        calls.callBlocking("tax_rates.update", Arguments().put("record", TaxRateRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), TaxRateRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: TaxRateRecord): Unit =
        calls.callBlocking("tax_rates.delete", Arguments().put("record", TaxRateRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: TaxRate, mode: UpsertMode? = null, custom: JsonElement? = null): TaxRateUpserted =
        calls.callBlocking("tax_rates.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", TaxRate.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), TaxRateUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): TaxRateRecord? =
        calls.callBlocking("tax_rates.find_external", Arguments().put("key", ExternalKey.serializer(), key), TaxRateRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("tax_rates.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("tax_rates.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Specified unit costs. */
public class BlockingProductCostsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<ProductCosts>? = null, sort: List<Sort<ProductCosts>> = emptyList(), limit: Long? = null, after: String? = null): ProductCostRecordPage =
        calls.callBlocking("product_costs.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), ProductCostRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<ProductCosts>? = null, sort: List<Sort<ProductCosts>> = emptyList(), limit: Long? = null): Iterable<ProductCostRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<ProductCosts>? = null): Long =
        calls.callBlocking("product_costs.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<ProductCosts>? = null): List<List<JsonElement>> =
        calls.callBlocking("product_costs.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): ProductCostRecord =
        calls.callBlocking("product_costs.get", Arguments().put("id", UuidText, id), ProductCostRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): ProductCostRecord? =
        calls.callBlocking("product_costs.find", Arguments().put("id", UuidText, id), ProductCostRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: ProductCost, custom: JsonElement? = null): ProductCostRecord =
        calls.callBlocking("product_costs.create", Arguments().put("data", ProductCost.serializer(), data).maybe("custom", JsonElement.serializer(), custom), ProductCostRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<ProductCost>): List<ProductCostRecord> =
        calls.callBlocking("product_costs.create_many", Arguments().put("data", ListSerializer(ProductCost.serializer()), data), ListSerializer(ProductCostRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: ProductCostRecord, custom: JsonElement? = null): ProductCostRecord =
        calls.callBlocking("product_costs.update", Arguments().put("record", ProductCostRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), ProductCostRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: ProductCostRecord): Unit =
        calls.callBlocking("product_costs.delete", Arguments().put("record", ProductCostRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: ProductCost, mode: UpsertMode? = null, custom: JsonElement? = null): ProductCostUpserted =
        calls.callBlocking("product_costs.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", ProductCost.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), ProductCostUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): ProductCostRecord? =
        calls.callBlocking("product_costs.find_external", Arguments().put("key", ExternalKey.serializer(), key), ProductCostRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("product_costs.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("product_costs.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Roles. */
public class BlockingRolesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Roles>? = null, sort: List<Sort<Roles>> = emptyList(), limit: Long? = null, after: String? = null): RoleRecordPage =
        calls.callBlocking("roles.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), RoleRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Roles>? = null, sort: List<Sort<Roles>> = emptyList(), limit: Long? = null): Iterable<RoleRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Roles>? = null): Long =
        calls.callBlocking("roles.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Roles>? = null): List<List<JsonElement>> =
        calls.callBlocking("roles.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): RoleRecord =
        calls.callBlocking("roles.get", Arguments().put("id", UuidText, id), RoleRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): RoleRecord? =
        calls.callBlocking("roles.find", Arguments().put("id", UuidText, id), RoleRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: Role, custom: JsonElement? = null): RoleRecord =
        calls.callBlocking("roles.create", Arguments().put("data", Role.serializer(), data).maybe("custom", JsonElement.serializer(), custom), RoleRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<Role>): List<RoleRecord> =
        calls.callBlocking("roles.create_many", Arguments().put("data", ListSerializer(Role.serializer()), data), ListSerializer(RoleRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: RoleRecord, custom: JsonElement? = null): RoleRecord =
        calls.callBlocking("roles.update", Arguments().put("record", RoleRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), RoleRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: RoleRecord): Unit =
        calls.callBlocking("roles.delete", Arguments().put("record", RoleRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: Role, mode: UpsertMode? = null, custom: JsonElement? = null): RoleUpserted =
        calls.callBlocking("roles.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", Role.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), RoleUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): RoleRecord? =
        calls.callBlocking("roles.find_external", Arguments().put("key", ExternalKey.serializer(), key), RoleRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("roles.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("roles.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Operators. */
public class BlockingOperatorsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Operators>? = null, sort: List<Sort<Operators>> = emptyList(), limit: Long? = null, after: String? = null): OperatorRecordPage =
        calls.callBlocking("operators.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), OperatorRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Operators>? = null, sort: List<Sort<Operators>> = emptyList(), limit: Long? = null): Iterable<OperatorRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Operators>? = null): Long =
        calls.callBlocking("operators.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Operators>? = null): List<List<JsonElement>> =
        calls.callBlocking("operators.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): OperatorRecord =
        calls.callBlocking("operators.get", Arguments().put("id", UuidText, id), OperatorRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): OperatorRecord? =
        calls.callBlocking("operators.find", Arguments().put("id", UuidText, id), OperatorRecord.serializer().nullable)

    /** Creates a record, with values of fields that the host declared. */
    @JvmOverloads public fun create(data: Operator, custom: JsonElement? = null): OperatorRecord =
        calls.callBlocking("operators.create", Arguments().put("data", Operator.serializer(), data).maybe("custom", JsonElement.serializer(), custom), OperatorRecord.serializer())

    /** Creates records, all or none. */
    public fun createMany(data: List<Operator>): List<OperatorRecord> =
        calls.callBlocking("operators.create_many", Arguments().put("data", ListSerializer(Operator.serializer()), data), ListSerializer(OperatorRecord.serializer()))

    /** Changes a record; refused if somebody else changed it since it was read. */
    @JvmOverloads public fun update(record: OperatorRecord, custom: JsonElement? = null): OperatorRecord =
        calls.callBlocking("operators.update", Arguments().put("record", OperatorRecord.serializer(), record).maybe("custom", JsonElement.serializer(), custom), OperatorRecord.serializer())

    /** Deletes a record that nothing refers to. */
    public fun delete(record: OperatorRecord): Unit =
        calls.callBlocking("operators.delete", Arguments().put("record", OperatorRecord.serializer(), record), NothingBack)

    /** Creates or updates the record that another system knows by a key. */
    @JvmOverloads public fun upsert(key: ExternalKey, data: Operator, mode: UpsertMode? = null, custom: JsonElement? = null): OperatorUpserted =
        calls.callBlocking("operators.upsert", Arguments().put("key", ExternalKey.serializer(), key).put("data", Operator.serializer(), data).maybe("mode", UpsertMode.serializer(), mode).maybe("custom", JsonElement.serializer(), custom), OperatorUpserted.serializer())

    /** The record that another system knows by a key, or nothing. */
    public fun findExternal(key: ExternalKey): OperatorRecord? =
        calls.callBlocking("operators.find_external", Arguments().put("key", ExternalKey.serializer(), key), OperatorRecord.serializer().nullable)

    /** What a record holds in the fields that the host declared. */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("operators.custom_of", Arguments().put("id", UuidText, id), MapSerializer(String.serializer(), JsonElement.serializer()))

    /** Sets what a record holds in fields that the host declared. */
    public fun setCustom(id: UUID, custom: JsonElement): Unit =
        calls.callBlocking("operators.set_custom", Arguments().put("id", UuidText, id).put("custom", JsonElement.serializer(), custom), NothingBack)
}

/** Quotes, each through all its revisions. */
public class BlockingQuoteRecordsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<QuoteRecords>? = null, sort: List<Sort<QuoteRecords>> = emptyList(), limit: Long? = null, after: String? = null): QuoteRecordPage =
        calls.callBlocking("quote_records.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), QuoteRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<QuoteRecords>? = null, sort: List<Sort<QuoteRecords>> = emptyList(), limit: Long? = null): Iterable<QuoteRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<QuoteRecords>? = null): Long =
        calls.callBlocking("quote_records.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<QuoteRecords>? = null): List<List<JsonElement>> =
        calls.callBlocking("quote_records.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): QuoteRecord =
        calls.callBlocking("quote_records.get", Arguments().put("id", UuidText, id), QuoteRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): QuoteRecord? =
        calls.callBlocking("quote_records.find", Arguments().put("id", UuidText, id), QuoteRecord.serializer().nullable)
}

/** Revisions of quotes. */
public class BlockingQuoteRevisionsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<QuoteRevisions>? = null, sort: List<Sort<QuoteRevisions>> = emptyList(), limit: Long? = null, after: String? = null): QuoteRevisionRecordPage =
        calls.callBlocking("quote_revisions.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), QuoteRevisionRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<QuoteRevisions>? = null, sort: List<Sort<QuoteRevisions>> = emptyList(), limit: Long? = null): Iterable<QuoteRevisionRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<QuoteRevisions>? = null): Long =
        calls.callBlocking("quote_revisions.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<QuoteRevisions>? = null): List<List<JsonElement>> =
        calls.callBlocking("quote_revisions.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): QuoteRevisionRecord =
        calls.callBlocking("quote_revisions.get", Arguments().put("id", UuidText, id), QuoteRevisionRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): QuoteRevisionRecord? =
        calls.callBlocking("quote_revisions.find", Arguments().put("id", UuidText, id), QuoteRevisionRecord.serializer().nullable)
}

/** Lines of revisions of quotes. */
public class BlockingQuoteLinesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<QuoteLines>? = null, sort: List<Sort<QuoteLines>> = emptyList(), limit: Long? = null, after: String? = null): QuoteLineRecordPage =
        calls.callBlocking("quote_lines.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), QuoteLineRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<QuoteLines>? = null, sort: List<Sort<QuoteLines>> = emptyList(), limit: Long? = null): Iterable<QuoteLineRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<QuoteLines>? = null): Long =
        calls.callBlocking("quote_lines.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<QuoteLines>? = null): List<List<JsonElement>> =
        calls.callBlocking("quote_lines.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): QuoteLineRecord =
        calls.callBlocking("quote_lines.get", Arguments().put("id", UuidText, id), QuoteLineRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): QuoteLineRecord? =
        calls.callBlocking("quote_lines.find", Arguments().put("id", UuidText, id), QuoteLineRecord.serializer().nullable)
}

/** Sales orders. */
public class BlockingOrderRecordsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<OrderRecords>? = null, sort: List<Sort<OrderRecords>> = emptyList(), limit: Long? = null, after: String? = null): SalesOrderRecordPage =
        calls.callBlocking("order_records.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), SalesOrderRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<OrderRecords>? = null, sort: List<Sort<OrderRecords>> = emptyList(), limit: Long? = null): Iterable<SalesOrderRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<OrderRecords>? = null): Long =
        calls.callBlocking("order_records.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<OrderRecords>? = null): List<List<JsonElement>> =
        calls.callBlocking("order_records.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): SalesOrderRecord =
        calls.callBlocking("order_records.get", Arguments().put("id", UuidText, id), SalesOrderRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): SalesOrderRecord? =
        calls.callBlocking("order_records.find", Arguments().put("id", UuidText, id), SalesOrderRecord.serializer().nullable)
}

/** Lines of sales orders. */
public class BlockingOrderLinesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<OrderLines>? = null, sort: List<Sort<OrderLines>> = emptyList(), limit: Long? = null, after: String? = null): SalesOrderLineRecordPage =
        calls.callBlocking("order_lines.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), SalesOrderLineRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<OrderLines>? = null, sort: List<Sort<OrderLines>> = emptyList(), limit: Long? = null): Iterable<SalesOrderLineRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<OrderLines>? = null): Long =
        calls.callBlocking("order_lines.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<OrderLines>? = null): List<List<JsonElement>> =
        calls.callBlocking("order_lines.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): SalesOrderLineRecord =
        calls.callBlocking("order_lines.get", Arguments().put("id", UuidText, id), SalesOrderLineRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): SalesOrderLineRecord? =
        calls.callBlocking("order_lines.find", Arguments().put("id", UuidText, id), SalesOrderLineRecord.serializer().nullable)
}

/** Goods kept for orders. */
public class BlockingReservationsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Reservations>? = null, sort: List<Sort<Reservations>> = emptyList(), limit: Long? = null, after: String? = null): ReservationRecordPage =
        calls.callBlocking("reservations.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), ReservationRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Reservations>? = null, sort: List<Sort<Reservations>> = emptyList(), limit: Long? = null): Iterable<ReservationRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Reservations>? = null): Long =
        calls.callBlocking("reservations.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Reservations>? = null): List<List<JsonElement>> =
        calls.callBlocking("reservations.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))
}

/** Deliveries, returns and credit notes. */
public class BlockingSalesDocumentsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<SalesDocuments>? = null, sort: List<Sort<SalesDocuments>> = emptyList(), limit: Long? = null, after: String? = null): SalesDocumentRecordPage =
        calls.callBlocking("sales_documents.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), SalesDocumentRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<SalesDocuments>? = null, sort: List<Sort<SalesDocuments>> = emptyList(), limit: Long? = null): Iterable<SalesDocumentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<SalesDocuments>? = null): Long =
        calls.callBlocking("sales_documents.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<SalesDocuments>? = null): List<List<JsonElement>> =
        calls.callBlocking("sales_documents.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): SalesDocumentRecord =
        calls.callBlocking("sales_documents.get", Arguments().put("id", UuidText, id), SalesDocumentRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): SalesDocumentRecord? =
        calls.callBlocking("sales_documents.find", Arguments().put("id", UuidText, id), SalesDocumentRecord.serializer().nullable)
}

/** Lines of deliveries and returns. */
public class BlockingSalesLinesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<SalesLines>? = null, sort: List<Sort<SalesLines>> = emptyList(), limit: Long? = null, after: String? = null): SalesLineRecordPage =
        calls.callBlocking("sales_lines.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), SalesLineRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<SalesLines>? = null, sort: List<Sort<SalesLines>> = emptyList(), limit: Long? = null): Iterable<SalesLineRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<SalesLines>? = null): Long =
        calls.callBlocking("sales_lines.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<SalesLines>? = null): List<List<JsonElement>> =
        calls.callBlocking("sales_lines.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): SalesLineRecord =
        calls.callBlocking("sales_lines.get", Arguments().put("id", UuidText, id), SalesLineRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): SalesLineRecord? =
        calls.callBlocking("sales_lines.find", Arguments().put("id", UuidText, id), SalesLineRecord.serializer().nullable)
}

/** Receipts, counts and openings of stock. */
public class BlockingStockDocumentsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<StockDocuments>? = null, sort: List<Sort<StockDocuments>> = emptyList(), limit: Long? = null, after: String? = null): StockDocumentRecordPage =
        calls.callBlocking("stock_documents.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), StockDocumentRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<StockDocuments>? = null, sort: List<Sort<StockDocuments>> = emptyList(), limit: Long? = null): Iterable<StockDocumentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<StockDocuments>? = null): Long =
        calls.callBlocking("stock_documents.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<StockDocuments>? = null): List<List<JsonElement>> =
        calls.callBlocking("stock_documents.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): StockDocumentRecord =
        calls.callBlocking("stock_documents.get", Arguments().put("id", UuidText, id), StockDocumentRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): StockDocumentRecord? =
        calls.callBlocking("stock_documents.find", Arguments().put("id", UuidText, id), StockDocumentRecord.serializer().nullable)
}

/** Movements of stock. */
public class BlockingStockMovementsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<StockMovements>? = null, sort: List<Sort<StockMovements>> = emptyList(), limit: Long? = null, after: String? = null): StockMovementRecordPage =
        calls.callBlocking("stock_movements.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), StockMovementRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<StockMovements>? = null, sort: List<Sort<StockMovements>> = emptyList(), limit: Long? = null): Iterable<StockMovementRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<StockMovements>? = null): Long =
        calls.callBlocking("stock_movements.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<StockMovements>? = null): List<List<JsonElement>> =
        calls.callBlocking("stock_movements.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): StockMovementRecord =
        calls.callBlocking("stock_movements.get", Arguments().put("id", UuidText, id), StockMovementRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): StockMovementRecord? =
        calls.callBlocking("stock_movements.find", Arguments().put("id", UuidText, id), StockMovementRecord.serializer().nullable)
}

/** Quantity and value of each product. */
public class BlockingStockPoolsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<StockPools>? = null, sort: List<Sort<StockPools>> = emptyList(), limit: Long? = null, after: String? = null): StockPoolRecordPage =
        calls.callBlocking("stock_pools.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), StockPoolRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<StockPools>? = null, sort: List<Sort<StockPools>> = emptyList(), limit: Long? = null): Iterable<StockPoolRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<StockPools>? = null): Long =
        calls.callBlocking("stock_pools.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<StockPools>? = null): List<List<JsonElement>> =
        calls.callBlocking("stock_pools.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))
}

/** Quantity of each product in each warehouse. */
public class BlockingStockBalancesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<StockBalances>? = null, sort: List<Sort<StockBalances>> = emptyList(), limit: Long? = null, after: String? = null): StockBalanceRecordPage =
        calls.callBlocking("stock_balances.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), StockBalanceRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<StockBalances>? = null, sort: List<Sort<StockBalances>> = emptyList(), limit: Long? = null): Iterable<StockBalanceRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<StockBalances>? = null): Long =
        calls.callBlocking("stock_balances.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<StockBalances>? = null): List<List<JsonElement>> =
        calls.callBlocking("stock_balances.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))
}

/** Lots and serials. */
public class BlockingStockLotsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<StockLots>? = null, sort: List<Sort<StockLots>> = emptyList(), limit: Long? = null, after: String? = null): StockLotRecordPage =
        calls.callBlocking("stock_lots.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), StockLotRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<StockLots>? = null, sort: List<Sort<StockLots>> = emptyList(), limit: Long? = null): Iterable<StockLotRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<StockLots>? = null): Long =
        calls.callBlocking("stock_lots.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<StockLots>? = null): List<List<JsonElement>> =
        calls.callBlocking("stock_lots.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))
}

/** Quantity of each lot in each warehouse. */
public class BlockingLotBalancesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<LotBalances>? = null, sort: List<Sort<LotBalances>> = emptyList(), limit: Long? = null, after: String? = null): LotBalanceRecordPage =
        calls.callBlocking("lot_balances.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), LotBalanceRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<LotBalances>? = null, sort: List<Sort<LotBalances>> = emptyList(), limit: Long? = null): Iterable<LotBalanceRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<LotBalances>? = null): Long =
        calls.callBlocking("lot_balances.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<LotBalances>? = null): List<List<JsonElement>> =
        calls.callBlocking("lot_balances.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))
}

/** Differences between what was paid and what stock became worth. */
public class BlockingCostVariancesService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<CostVariances>? = null, sort: List<Sort<CostVariances>> = emptyList(), limit: Long? = null, after: String? = null): CostVarianceRecordPage =
        calls.callBlocking("cost_variances.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CostVarianceRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<CostVariances>? = null, sort: List<Sort<CostVariances>> = emptyList(), limit: Long? = null): Iterable<CostVarianceRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<CostVariances>? = null): Long =
        calls.callBlocking("cost_variances.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<CostVariances>? = null): List<List<JsonElement>> =
        calls.callBlocking("cost_variances.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CostVarianceRecord =
        calls.callBlocking("cost_variances.get", Arguments().put("id", UuidText, id), CostVarianceRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CostVarianceRecord? =
        calls.callBlocking("cost_variances.find", Arguments().put("id", UuidText, id), CostVarianceRecord.serializer().nullable)
}

/** Later corrections of what sales lines cost. */
public class BlockingCostCorrectionsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<CostCorrections>? = null, sort: List<Sort<CostCorrections>> = emptyList(), limit: Long? = null, after: String? = null): CostCorrectionRecordPage =
        calls.callBlocking("cost_corrections.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), CostCorrectionRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<CostCorrections>? = null, sort: List<Sort<CostCorrections>> = emptyList(), limit: Long? = null): Iterable<CostCorrectionRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<CostCorrections>? = null): Long =
        calls.callBlocking("cost_corrections.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<CostCorrections>? = null): List<List<JsonElement>> =
        calls.callBlocking("cost_corrections.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): CostCorrectionRecord =
        calls.callBlocking("cost_corrections.get", Arguments().put("id", UuidText, id), CostCorrectionRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): CostCorrectionRecord? =
        calls.callBlocking("cost_corrections.find", Arguments().put("id", UuidText, id), CostCorrectionRecord.serializer().nullable)
}

/** Receivables and credits. */
public class BlockingOpenItemsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<OpenItems>? = null, sort: List<Sort<OpenItems>> = emptyList(), limit: Long? = null, after: String? = null): OpenItemRecordPage =
        calls.callBlocking("open_items.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), OpenItemRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<OpenItems>? = null, sort: List<Sort<OpenItems>> = emptyList(), limit: Long? = null): Iterable<OpenItemRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<OpenItems>? = null): Long =
        calls.callBlocking("open_items.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<OpenItems>? = null): List<List<JsonElement>> =
        calls.callBlocking("open_items.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): OpenItemRecord =
        calls.callBlocking("open_items.get", Arguments().put("id", UuidText, id), OpenItemRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): OpenItemRecord? =
        calls.callBlocking("open_items.find", Arguments().put("id", UuidText, id), OpenItemRecord.serializer().nullable)
}

/** Payments. */
public class BlockingPaymentsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Payments>? = null, sort: List<Sort<Payments>> = emptyList(), limit: Long? = null, after: String? = null): PaymentRecordPage =
        calls.callBlocking("payments.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), PaymentRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Payments>? = null, sort: List<Sort<Payments>> = emptyList(), limit: Long? = null): Iterable<PaymentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Payments>? = null): Long =
        calls.callBlocking("payments.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Payments>? = null): List<List<JsonElement>> =
        calls.callBlocking("payments.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): PaymentRecord =
        calls.callBlocking("payments.get", Arguments().put("id", UuidText, id), PaymentRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): PaymentRecord? =
        calls.callBlocking("payments.find", Arguments().put("id", UuidText, id), PaymentRecord.serializer().nullable)
}

/** Refunds, write-offs, cancellations and reschedulings. */
public class BlockingAdjustmentsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Adjustments>? = null, sort: List<Sort<Adjustments>> = emptyList(), limit: Long? = null, after: String? = null): AdjustmentRecordPage =
        calls.callBlocking("adjustments.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), AdjustmentRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Adjustments>? = null, sort: List<Sort<Adjustments>> = emptyList(), limit: Long? = null): Iterable<AdjustmentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Adjustments>? = null): Long =
        calls.callBlocking("adjustments.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Adjustments>? = null): List<List<JsonElement>> =
        calls.callBlocking("adjustments.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): AdjustmentRecord =
        calls.callBlocking("adjustments.get", Arguments().put("id", UuidText, id), AdjustmentRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): AdjustmentRecord? =
        calls.callBlocking("adjustments.find", Arguments().put("id", UuidText, id), AdjustmentRecord.serializer().nullable)
}

/** Allocations of credits to receivables. */
public class BlockingAllocationsService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Allocations>? = null, sort: List<Sort<Allocations>> = emptyList(), limit: Long? = null, after: String? = null): AllocationRecordPage =
        calls.callBlocking("allocations.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), AllocationRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Allocations>? = null, sort: List<Sort<Allocations>> = emptyList(), limit: Long? = null): Iterable<AllocationRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Allocations>? = null): Long =
        calls.callBlocking("allocations.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Allocations>? = null): List<List<JsonElement>> =
        calls.callBlocking("allocations.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): AllocationRecord =
        calls.callBlocking("allocations.get", Arguments().put("id", UuidText, id), AllocationRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): AllocationRecord? =
        calls.callBlocking("allocations.find", Arguments().put("id", UuidText, id), AllocationRecord.serializer().nullable)
}

/** The audit trail. */
public class BlockingAuditService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Audit>? = null, sort: List<Sort<Audit>> = emptyList(), limit: Long? = null, after: String? = null): AuditEntryRecordPage =
        calls.callBlocking("audit.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), AuditEntryRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Audit>? = null, sort: List<Sort<Audit>> = emptyList(), limit: Long? = null): Iterable<AuditEntryRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Audit>? = null): Long =
        calls.callBlocking("audit.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Audit>? = null): List<List<JsonElement>> =
        calls.callBlocking("audit.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))

    /** The record with an id; an error if there is none. */
    public fun get(id: UUID): AuditEntryRecord =
        calls.callBlocking("audit.get", Arguments().put("id", UuidText, id), AuditEntryRecord.serializer())

    /** The record with an id, or nothing. */
    public fun find(id: UUID): AuditEntryRecord? =
        calls.callBlocking("audit.find", Arguments().put("id", UuidText, id), AuditEntryRecord.serializer().nullable)
}

/** The change feed, in the order of commits. */
public class BlockingFeedService internal constructor(private val calls: Calls) {
    /** The records that meet a filter, a page at a time. */
    @JvmOverloads public fun list(filter: Filter<Feed>? = null, sort: List<Sort<Feed>> = emptyList(), limit: Long? = null, after: String? = null): FeedEntryRecordPage =
        calls.callBlocking("feed.list", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()).put("sort", ListSerializer(String.serializer()), sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after), FeedEntryRecordPage.serializer())

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. `limit` is the size of a page. */
    @JvmOverloads public fun listAll(filter: Filter<Feed>? = null, sort: List<Sort<Feed>> = emptyList(), limit: Long? = null): Iterable<FeedEntryRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = limit, after = after) }

    /** How many records meet a filter. */
    @JvmOverloads public fun count(filter: Filter<Feed>? = null): Long =
        calls.callBlocking("feed.count", Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()), Long.serializer())

    /** Groups, their counts and sums: a row holds the groups, the count, the sums. */
    @JvmOverloads public fun report(by: List<String>? = null, byMonth: String? = null, sum: List<String>? = null, filter: Filter<Feed>? = null): List<List<JsonElement>> =
        calls.callBlocking("feed.report", Arguments().maybe("by", ListSerializer(String.serializer()), by).maybe("by_month", String.serializer(), byMonth).maybe("sum", ListSerializer(String.serializer()), sum).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ListSerializer(JsonElement.serializer())))
}

/** The own company on a day. */
public class BlockingCompanyService internal constructor(private val calls: Calls) {
    /** The profile in force on a day. */
    public fun profileOn(day: LocalDate): CompanyProfileRecord? =
        calls.callBlocking("company.profile_on", Arguments().put("day", DayText, day), CompanyProfileRecord.serializer().nullable)

    /** How money and tax are calculated on a day. */
    public fun policyOn(day: LocalDate): TaxPolicy =
        calls.callBlocking("company.policy_on", Arguments().put("day", DayText, day), TaxPolicy.serializer())

    /** Changes the own company. */
    public fun update(record: CompanyRecord): CompanyRecord =
        calls.callBlocking("company.update", Arguments().put("record", CompanyRecord.serializer(), record), CompanyRecord.serializer())
}

/** The data dictionary. */
public class BlockingDictionaryService internal constructor(private val calls: Calls) {
    /** Puts one entry in the place of another, wherever that is used, and deletes that. */
    public fun merge(from: UUID, into: UUID): Merged =
        calls.callBlocking("dictionary.merge", Arguments().put("from", UuidText, from).put("into", UuidText, into), Merged.serializer())
}

/** Prices, what was paid before, and the policy of prices. */
public class BlockingPricingService internal constructor(private val calls: Calls) {
    /** The price of a product for a customer on a day, and why; nothing if no list and no agreement has one. */
    @JvmOverloads public fun price(day: LocalDate, line: PriceLine, customerId: UUID? = null, currency: String? = null): Priced? =
        calls.callBlocking("pricing.price", Arguments().put("day", DayText, day).put("line", PriceLine.serializer(), line).maybe("customer_id", UuidText, customerId).maybe("currency", String.serializer(), currency), Priced.serializer().nullable)

    /** The prices of several products, as of one document. */
    @JvmOverloads public fun priceAll(day: LocalDate, lines: List<PriceLine>, customerId: UUID? = null, currency: String? = null): List<Priced?> =
        calls.callBlocking("pricing.price_all", Arguments().put("day", DayText, day).put("lines", ListSerializer(PriceLine.serializer()), lines).maybe("customer_id", UuidText, customerId).maybe("currency", String.serializer(), currency), ListSerializer(Priced.serializer().nullable))

    /** The policy of prices. */
    public fun settings(): PriceSettings =
        calls.callBlocking("pricing.settings", Arguments(), PriceSettings.serializer())

    /** Sets the policy of prices. */
    public fun setSettings(settings: PriceSettings): Unit =
        calls.callBlocking("pricing.set_settings", Arguments().put("settings", PriceSettings.serializer(), settings), NothingBack)

    /** The last lines of a product that were delivered to a customer, the latest first. */
    public fun priceHistory(customerId: UUID, productId: UUID, lines: Long): List<PastPrice> =
        calls.callBlocking("pricing.price_history", Arguments().put("customer_id", UuidText, customerId).put("product_id", UuidText, productId).put("lines", Long.serializer(), lines), ListSerializer(PastPrice.serializer()))

    /** What a customer usually takes, by deliveries from one day to another. */
    public fun usualBasket(customerId: UUID, since: LocalDate, asOf: LocalDate): List<BasketItem> =
        calls.callBlocking("pricing.usual_basket", Arguments().put("customer_id", UuidText, customerId).put("since", DayText, since).put("as_of", DayText, asOf), ListSerializer(BasketItem.serializer()))

    /** The last delivery of a customer, as lines for a new one. */
    public fun copyLastDelivery(customerId: UUID): LastDelivery? =
        calls.callBlocking("pricing.copy_last_delivery", Arguments().put("customer_id", UuidText, customerId), LastDelivery.serializer().nullable)
}

/** Receipts, counts, transfers, and what they cost. */
public class BlockingStockService internal constructor(private val calls: Calls) {
    /** Posts goods that came in. */
    public fun receive(receipt: NewReceipt): StockPosted =
        calls.callBlocking("stock.receive", Arguments().put("receipt", NewReceipt.serializer(), receipt), StockPosted.serializer())

    /** Posts what a count found. */
    public fun count(count: NewCount): StockPosted =
        calls.callBlocking("stock.count", Arguments().put("count", NewCount.serializer(), count), StockPosted.serializer())

    /** Moves goods from one warehouse to another. */
    public fun transfer(transfer: NewTransfer): StockPosted =
        calls.callBlocking("stock.transfer", Arguments().put("transfer", NewTransfer.serializer(), transfer), StockPosted.serializer())

    /** Sends goods back to a supplier. */
    public fun returnToSupplier(supplierReturn: NewSupplierReturn): StockPosted =
        calls.callBlocking("stock.return_to_supplier", Arguments().put("supplier_return", NewSupplierReturn.serializer(), supplierReturn), StockPosted.serializer())

    /** Undoes a document of stock. */
    public fun reverse(reversal: Reverse): StockPosted =
        calls.callBlocking("stock.reverse", Arguments().put("reversal", Reverse.serializer(), reversal), StockPosted.serializer())

    /** Who received goods of a lot. */
    public fun receiversOfLot(productId: UUID, lot: String): List<LotReceiver> =
        calls.callBlocking("stock.receivers_of_lot", Arguments().put("product_id", UuidText, productId).put("lot", String.serializer(), lot), ListSerializer(LotReceiver.serializer()))

    /** What of a product is on hand, kept for orders, and available, in each warehouse. */
    public fun available(productId: UUID, at: Instant): List<Availability> =
        calls.callBlocking("stock.available", Arguments().put("product_id", UuidText, productId).put("at", InstantText, at), ListSerializer(Availability.serializer()))

    /** Gives what is on hand another value. */
    public fun revalue(revaluation: Revalue): StockPosted =
        calls.callBlocking("stock.revalue", Arguments().put("revaluation", Revalue.serializer(), revaluation), StockPosted.serializer())

    /** Sets the unit cost of what is on hand. */
    public fun setUnitCost(cost: SetUnitCost): StockPosted =
        calls.callBlocking("stock.set_unit_cost", Arguments().put("cost", SetUnitCost.serializer(), cost), StockPosted.serializer())

    /** Adds a cost that became known after a receipt. */
    public fun addCost(cost: AddCost): StockPosted =
        calls.callBlocking("stock.add_cost", Arguments().put("cost", AddCost.serializer(), cost), StockPosted.serializer())

    /** Corrects the price of a line of a receipt. */
    public fun correctReceiptPrice(correction: CorrectPrice): StockPosted =
        calls.callBlocking("stock.correct_receipt_price", Arguments().put("correction", CorrectPrice.serializer(), correction), StockPosted.serializer())

    /** Corrects the quantity of a line of a receipt. */
    public fun correctReceiptQuantity(correction: CorrectQuantity): StockPosted =
        calls.callBlocking("stock.correct_receipt_quantity", Arguments().put("correction", CorrectQuantity.serializer(), correction), StockPosted.serializer())

    /** Gives a product another costing method, and carries its value. */
    public fun changeMethod(change: ChangeMethod): StockPosted =
        calls.callBlocking("stock.change_method", Arguments().put("change", ChangeMethod.serializer(), change), StockPosted.serializer())

    /** What costing a product again would change; nothing is written. */
    public fun recostPreview(productId: UUID, from: LocalDate): RecostPreview =
        calls.callBlocking("stock.recost_preview", Arguments().put("product_id", UuidText, productId).put("from", DayText, from), RecostPreview.serializer())

    /** Costs a product again in the order of days. */
    public fun recost(recost: NewRecost): StockPosted =
        calls.callBlocking("stock.recost", Arguments().put("recost", NewRecost.serializer(), recost), StockPosted.serializer())
}

/** Quotes in revisions, and their acceptance. */
public class BlockingQuotesService internal constructor(private val calls: Calls) {
    /** Makes a quote. */
    public fun create(quote: NewQuote): QuotePosted =
        calls.callBlocking("quotes.create", Arguments().put("quote", NewQuote.serializer(), quote), QuotePosted.serializer())

    /** Makes another revision of a quote. */
    public fun revise(change: QuoteChange): QuotePosted =
        calls.callBlocking("quotes.revise", Arguments().put("change", QuoteChange.serializer(), change), QuotePosted.serializer())

    /** Notes that a quote was lost or withdrawn. */
    public fun close(close: CloseQuote): Unit =
        calls.callBlocking("quotes.close", Arguments().put("close", CloseQuote.serializer(), close), NothingBack)

    /** Turns a quote into an order, whole or in part; asked twice, one order. */
    public fun accept(acceptance: Acceptance): OrderPosted =
        calls.callBlocking("quotes.accept", Arguments().put("acceptance", Acceptance.serializer(), acceptance), OrderPosted.serializer())

    /** Prices of a quote that are others by now. */
    public fun priceChanges(quoteId: UUID, today: LocalDate): List<PriceChange> =
        calls.callBlocking("quotes.price_changes", Arguments().put("quote_id", UuidText, quoteId).put("today", DayText, today), ListSerializer(PriceChange.serializer()))

    /** A quote, its lines, what is left of each, and its orders. */
    public fun status(quoteId: UUID, today: LocalDate): QuoteStatus =
        calls.callBlocking("quotes.status", Arguments().put("quote_id", UuidText, quoteId).put("today", DayText, today), QuoteStatus.serializer())

    /** A revision as a document, out of its own rows. */
    public fun render(revisionId: UUID): JsonElement =
        calls.callBlocking("quotes.render", Arguments().put("revision_id", UuidText, revisionId), JsonElement.serializer())
}

/** Orders, their delivery, and goods kept for them. */
public class BlockingOrdersService internal constructor(private val calls: Calls) {
    /** Takes an order. */
    public fun create(order: NewOrder): OrderPosted =
        calls.callBlocking("orders.create", Arguments().put("order", NewOrder.serializer(), order), OrderPosted.serializer())

    /** Delivers an order, whole or in part. */
    public fun deliver(delivery: OrderDelivery): SalesPosted =
        calls.callBlocking("orders.deliver", Arguments().put("delivery", OrderDelivery.serializer(), delivery), SalesPosted.serializer())

    /** Completes an order short, or cancels it. */
    public fun close(close: CloseOrder): OrderClosed =
        calls.callBlocking("orders.close", Arguments().put("close", CloseOrder.serializer(), close), OrderClosed.serializer())

    /** An order, its lines, and what is open. */
    public fun status(orderId: UUID): OrderStatus =
        calls.callBlocking("orders.status", Arguments().put("order_id", UuidText, orderId), OrderStatus.serializer())

    /** Keeps goods for what an order has open. */
    public fun reserve(reservation: Reserve): Unit =
        calls.callBlocking("orders.reserve", Arguments().put("reservation", Reserve.serializer(), reservation), NothingBack)

    /** Gives up what is kept for an order. */
    public fun release(release: Release): Unit =
        calls.callBlocking("orders.release", Arguments().put("release", Release.serializer(), release), NothingBack)

    /** An order as a document, out of its own rows. */
    public fun render(orderId: UUID): JsonElement =
        calls.callBlocking("orders.render", Arguments().put("order_id", UuidText, orderId), JsonElement.serializer())
}

/** Deliveries, returns, credit notes, and profit. */
public class BlockingSalesService internal constructor(private val calls: Calls) {
    /** Posts a delivery: stock goes out, a receivable comes. */
    public fun deliver(delivery: NewDelivery): SalesPosted =
        calls.callBlocking("sales.deliver", Arguments().put("delivery", NewDelivery.serializer(), delivery), SalesPosted.serializer())

    /** Takes goods back. */
    public fun takeBack(goods: NewReturn): SalesPosted =
        calls.callBlocking("sales.take_back", Arguments().put("goods", NewReturn.serializer(), goods), SalesPosted.serializer())

    /** Credits without goods. */
    public fun credit(note: NewCreditNote): SalesPosted =
        calls.callBlocking("sales.credit", Arguments().put("note", NewCreditNote.serializer(), note), SalesPosted.serializer())

    /** Undoes a delivery, a return or a credit note by a document of its own. */
    public fun reverse(reversal: Reversal): SalesPosted =
        calls.callBlocking("sales.reverse", Arguments().put("reversal", Reversal.serializer(), reversal), SalesPosted.serializer())

    /** A delivery as a draft of a new one. */
    public fun copy(documentId: UUID, day: LocalDate): NewDelivery =
        calls.callBlocking("sales.copy", Arguments().put("document_id", UuidText, documentId).put("day", DayText, day), NewDelivery.serializer())

    /** A document out of its own rows. */
    public fun render(documentId: UUID): JsonElement =
        calls.callBlocking("sales.render", Arguments().put("document_id", UuidText, documentId), JsonElement.serializer())

    /** Sales, cost and profit by month, customer, salesperson, product and so on; the filter is one of sales lines. */
    @JvmOverloads public fun profit(by: ProfitBy, filter: Filter<*>? = null): List<ProfitRow> =
        calls.callBlocking("sales.profit", Arguments().put("by", ProfitBy.serializer(), by).maybe("filter", JsonElement.serializer(), filter?.toJson()), ListSerializer(ProfitRow.serializer()))
}

/** Payments, what is owed, and statements of account. */
public class BlockingReceivablesService internal constructor(private val calls: Calls) {
    /** Posts a payment, and sets it against receivables as asked. */
    public fun recordPayment(payment: NewPayment): PaymentPosted =
        calls.callBlocking("receivables.record_payment", Arguments().put("payment", NewPayment.serializer(), payment), PaymentPosted.serializer())

    /** Sets a credit against a receivable. */
    public fun allocate(allocation: NewAllocation): Unit =
        calls.callBlocking("receivables.allocate", Arguments().put("allocation", NewAllocation.serializer(), allocation), NothingBack)

    /** Sets a credit against receivables as asked, and tells how much. */
    public fun allocateCredit(allocation: NewCreditAllocation): Money? =
        calls.callBlocking("receivables.allocate_credit", Arguments().put("allocation", NewCreditAllocation.serializer(), allocation), Money.serializer().nullable)

    /** Takes an allocation back. */
    public fun deallocate(deallocation: Deallocation): Unit =
        calls.callBlocking("receivables.deallocate", Arguments().put("deallocation", Deallocation.serializer(), deallocation), NothingBack)

    /** Pays a credit back. */
    public fun refund(refund: NewRefund): AdjustmentPosted =
        calls.callBlocking("receivables.refund", Arguments().put("refund", NewRefund.serializer(), refund), AdjustmentPosted.serializer())

    /** Writes off what is left of a receivable or credit. */
    public fun writeOff(writeOff: NewWriteOff): AdjustmentPosted =
        calls.callBlocking("receivables.write_off", Arguments().put("write_off", NewWriteOff.serializer(), writeOff), AdjustmentPosted.serializer())

    /** Cancels a payment that bounced. */
    public fun cancelPayment(cancellation: PaymentCancellation): AdjustmentPosted =
        calls.callBlocking("receivables.cancel_payment", Arguments().put("cancellation", PaymentCancellation.serializer(), cancellation), AdjustmentPosted.serializer())

    /** Cancels a refund, a write-off or another adjustment. */
    public fun cancelAdjustment(cancellation: AdjustmentCancellation): AdjustmentPosted =
        calls.callBlocking("receivables.cancel_adjustment", Arguments().put("cancellation", AdjustmentCancellation.serializer(), cancellation), AdjustmentPosted.serializer())

    /** Gives what is open of a document other due days. */
    public fun reschedule(rescheduling: Rescheduling): AdjustmentPosted =
        calls.callBlocking("receivables.reschedule", Arguments().put("rescheduling", Rescheduling.serializer(), rescheduling), AdjustmentPosted.serializer())

    /** Frees what was paid ahead for an order, and tells how much. */
    public fun freePrepayments(freed: FreedPrepayments): Money? =
        calls.callBlocking("receivables.free_prepayments", Arguments().put("freed", FreedPrepayments.serializer(), freed), Money.serializer().nullable)

    /** What was owed on a day, in buckets of days past due. */
    public fun ageing(query: AgeingQuery): Ageing =
        calls.callBlocking("receivables.ageing", Arguments().put("query", AgeingQuery.serializer(), query), Ageing.serializer())

    /** The same, a row for each customer, payer or salesperson. */
    public fun ageingBy(by: AgeingBy, query: AgeingQuery): List<AgeingRow> =
        calls.callBlocking("receivables.ageing_by", Arguments().put("by", AgeingBy.serializer(), by).put("query", AgeingQuery.serializer(), query), ListSerializer(AgeingRow.serializer()))

    /** The items behind an ageing. */
    public fun agedItems(query: AgeingQuery): List<AgedItem> =
        calls.callBlocking("receivables.aged_items", Arguments().put("query", AgeingQuery.serializer(), query), ListSerializer(AgedItem.serializer()))

    /** What a customer owed on a day, credits deducted. */
    public fun balance(customerId: UUID, asOf: LocalDate, currency: String): Money =
        calls.callBlocking("receivables.balance", Arguments().put("customer_id", UuidText, customerId).put("as_of", DayText, asOf).put("currency", String.serializer(), currency), Money.serializer())

    /** The statement of account from one day to another. */
    public fun statement(of: AccountOf, from: LocalDate, to: LocalDate, currency: String): Statement =
        calls.callBlocking("receivables.statement", Arguments().put("of", AccountOf.serializer(), of).put("from", DayText, from).put("to", DayText, to).put("currency", String.serializer(), currency), Statement.serializer())

    /** A customer's limit, and what counts against it. */
    public fun creditState(customerId: UUID, day: LocalDate): CreditState =
        calls.callBlocking("receivables.credit_state", Arguments().put("customer_id", UuidText, customerId).put("day", DayText, day), CreditState.serializer())

    /** What is owed, overdue and in credit. */
    public fun figures(of: AccountOf, asOf: LocalDate, currency: String): AccountFigures =
        calls.callBlocking("receivables.figures", Arguments().put("of", AccountOf.serializer(), of).put("as_of", DayText, asOf).put("currency", String.serializer(), currency), AccountFigures.serializer())

    /** How far a document is paid. */
    public fun documentStatus(documentId: UUID, asOf: LocalDate): Settled? =
        calls.callBlocking("receivables.document_status", Arguments().put("document_id", UuidText, documentId).put("as_of", DayText, asOf), Settled.serializer().nullable)

    /** How far an order is paid, by its prepayments and its deliveries. */
    public fun orderStatus(customerId: UUID, orderId: UUID, total: Money, asOf: LocalDate): Settled =
        calls.callBlocking("receivables.order_status", Arguments().put("customer_id", UuidText, customerId).put("order_id", UuidText, orderId).put("total", Money.serializer(), total).put("as_of", DayText, asOf), Settled.serializer())

    /** Receivables that a reminder is due for, with the level. */
    public fun reminders(query: AgeingQuery, levels: List<Long>): List<Reminder> =
        calls.callBlocking("receivables.reminders", Arguments().put("query", AgeingQuery.serializer(), query).put("levels", ListSerializer(Long.serializer()), levels), ListSerializer(Reminder.serializer()))
}

/** Opening balances out of workbooks. */
public class BlockingOpeningService internal constructor(private val calls: Calls) {
    /** Checks an opening workbook, or applies it, all in one act. Problems of rows are no error: they stand in the report. */
    public fun applyWorkbook(path: String, options: OpeningOptions): OpeningReport =
        calls.callBlocking("opening.apply_workbook", Arguments().put("path", String.serializer(), path).put("options", OpeningOptions.serializer(), options), OpeningReport.serializer())

    /** Checks an opening workbook, applies nothing, and writes a copy with every problem at its row. */
    public fun annotateWorkbook(path: String, options: OpeningOptions, language: String, to: String): OpeningReport =
        calls.callBlocking("opening.annotate_workbook", Arguments().put("path", String.serializer(), path).put("options", OpeningOptions.serializer(), options).put("language", String.serializer(), language).put("to", String.serializer(), to), OpeningReport.serializer())

    /** Writes an opening workbook to be filled in, as .xlsx. */
    @JvmOverloads public fun writeTemplate(to: String, language: String, taxCodes: List<String>? = null, customerGroups: List<String>? = null, productGroups: List<String>? = null, warehouses: List<String>? = null): Unit =
        calls.callBlocking("opening.write_template", Arguments().put("to", String.serializer(), to).put("language", String.serializer(), language).maybe("tax_codes", ListSerializer(String.serializer()), taxCodes).maybe("customer_groups", ListSerializer(String.serializer()), customerGroups).maybe("product_groups", ListSerializer(String.serializer()), productGroups).maybe("warehouses", ListSerializer(String.serializer()), warehouses), NothingBack)
}
