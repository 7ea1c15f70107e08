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
public class BlockingCompaniesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Companies>? = null,
        sort: List<Sort<Companies>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CompanyRecordPage =
        calls.callBlocking("companies.list", CompanyRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Companies>? = null,
        sort: List<Sort<Companies>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CompanyRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Companies>? = null): Long =
        calls.callBlocking("companies.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Companies>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("companies.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CompanyRecord =
        calls.callBlocking("companies.get", CompanyRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CompanyRecord? =
        calls.callBlocking("companies.find", CompanyRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Customers. */
public class BlockingCustomersService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Customers>? = null,
        sort: List<Sort<Customers>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CustomerRecordPage =
        calls.callBlocking("customers.list", CustomerRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Customers>? = null,
        sort: List<Sort<Customers>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CustomerRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Customers>? = null): Long =
        calls.callBlocking("customers.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Customers>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("customers.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CustomerRecord =
        calls.callBlocking("customers.get", CustomerRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CustomerRecord? =
        calls.callBlocking("customers.find", CustomerRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: Customer, custom: Map<String, JsonElement>? = null): CustomerRecord =
        calls.callBlocking("customers.create", CustomerRecord.serializer(), Arguments()
            .put("data", Customer.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<Customer>): List<CustomerRecord> =
        calls.callBlocking("customers.create_many", ListSerializer(CustomerRecord.serializer()), Arguments()
            .put("data", ListSerializer(Customer.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: CustomerRecord, custom: Map<String, JsonElement>? = null): CustomerRecord =
        calls.callBlocking("customers.update", CustomerRecord.serializer(), Arguments()
            .whole("record", CustomerRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (CustomerRecord) -> CustomerRecord): CustomerRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<Customers>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerRecord =
        calls.callBlocking("customers.patch", CustomerRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: CustomerRecord): Unit =
        calls.callBlocking("customers.delete", NothingBack, Arguments().whole("record", CustomerRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<Customers>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerUpserted =
        calls.callBlocking("customers.upsert", CustomerUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): CustomerRecord? =
        calls.callBlocking("customers.find_external", CustomerRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("customers.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customers.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customers.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customers.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("customers.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /** A customer with his contacts, addresses, groups and fields of the host's own, as far as the caller can see them. */
    public fun card(id: UUID): CustomerCard =
        calls.callBlocking("customers.card", CustomerCard.serializer(), Arguments().put("id", UuidText, id))
}

/** The trees of customer groups. */
public class BlockingCustomerGroupsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<CustomerGroups>? = null,
        sort: List<Sort<CustomerGroups>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CustomerGroupRecordPage =
        calls.callBlocking("customer_groups.list", CustomerGroupRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<CustomerGroups>? = null,
        sort: List<Sort<CustomerGroups>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CustomerGroupRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<CustomerGroups>? = null): Long =
        calls.callBlocking("customer_groups.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<CustomerGroups>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("customer_groups.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CustomerGroupRecord =
        calls.callBlocking("customer_groups.get", CustomerGroupRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CustomerGroupRecord? =
        calls.callBlocking("customer_groups.find", CustomerGroupRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: CustomerGroup, custom: Map<String, JsonElement>? = null): CustomerGroupRecord =
        calls.callBlocking("customer_groups.create", CustomerGroupRecord.serializer(), Arguments()
            .put("data", CustomerGroup.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<CustomerGroup>): List<CustomerGroupRecord> =
        calls.callBlocking("customer_groups.create_many", ListSerializer(CustomerGroupRecord.serializer()), Arguments()
            .put("data", ListSerializer(CustomerGroup.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: CustomerGroupRecord, custom: Map<String, JsonElement>? = null): CustomerGroupRecord =
        calls.callBlocking("customer_groups.update", CustomerGroupRecord.serializer(), Arguments()
            .whole("record", CustomerGroupRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (CustomerGroupRecord) -> CustomerGroupRecord): CustomerGroupRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<CustomerGroups>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerGroupRecord =
        calls.callBlocking("customer_groups.patch", CustomerGroupRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: CustomerGroupRecord): Unit =
        calls.callBlocking("customer_groups.delete", NothingBack, Arguments().whole("record", CustomerGroupRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<CustomerGroups>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerGroupUpserted =
        calls.callBlocking("customer_groups.upsert", CustomerGroupUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): CustomerGroupRecord? =
        calls.callBlocking("customer_groups.find_external", CustomerGroupRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("customer_groups.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customer_groups.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customer_groups.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customer_groups.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("customer_groups.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Memberships of customers in groups, their main group apart. */
public class BlockingCustomerGroupMembersService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<CustomerGroupMembers>? = null,
        sort: List<Sort<CustomerGroupMembers>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CustomerGroupMemberRecordPage =
        calls.callBlocking("customer_group_members.list", CustomerGroupMemberRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<CustomerGroupMembers>? = null,
        sort: List<Sort<CustomerGroupMembers>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CustomerGroupMemberRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<CustomerGroupMembers>? = null): Long =
        calls.callBlocking("customer_group_members.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<CustomerGroupMembers>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("customer_group_members.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CustomerGroupMemberRecord =
        calls.callBlocking("customer_group_members.get", CustomerGroupMemberRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CustomerGroupMemberRecord? =
        calls.callBlocking("customer_group_members.find", CustomerGroupMemberRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: CustomerGroupMember, custom: Map<String, JsonElement>? = null): CustomerGroupMemberRecord =
        calls.callBlocking("customer_group_members.create", CustomerGroupMemberRecord.serializer(), Arguments()
            .put("data", CustomerGroupMember.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<CustomerGroupMember>): List<CustomerGroupMemberRecord> =
        calls.callBlocking("customer_group_members.create_many", ListSerializer(CustomerGroupMemberRecord.serializer()), Arguments()
            .put("data", ListSerializer(CustomerGroupMember.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: CustomerGroupMemberRecord, custom: Map<String, JsonElement>? = null): CustomerGroupMemberRecord =
        calls.callBlocking("customer_group_members.update", CustomerGroupMemberRecord.serializer(), Arguments()
            .whole("record", CustomerGroupMemberRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (CustomerGroupMemberRecord) -> CustomerGroupMemberRecord): CustomerGroupMemberRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<CustomerGroupMembers>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerGroupMemberRecord =
        calls.callBlocking("customer_group_members.patch", CustomerGroupMemberRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: CustomerGroupMemberRecord): Unit =
        calls.callBlocking("customer_group_members.delete", NothingBack, Arguments().whole("record", CustomerGroupMemberRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<CustomerGroupMembers>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerGroupMemberUpserted =
        calls.callBlocking("customer_group_members.upsert", CustomerGroupMemberUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): CustomerGroupMemberRecord? =
        calls.callBlocking("customer_group_members.find_external", CustomerGroupMemberRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("customer_group_members.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customer_group_members.bind_external", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customer_group_members.unbind_external", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customer_group_members.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments()
            .put("id", UuidText, id)
        )

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("customer_group_members.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** People at customers. */
public class BlockingContactsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Contacts>? = null,
        sort: List<Sort<Contacts>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): ContactRecordPage =
        calls.callBlocking("contacts.list", ContactRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Contacts>? = null,
        sort: List<Sort<Contacts>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<ContactRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Contacts>? = null): Long =
        calls.callBlocking("contacts.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Contacts>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("contacts.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): ContactRecord =
        calls.callBlocking("contacts.get", ContactRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): ContactRecord? =
        calls.callBlocking("contacts.find", ContactRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: Contact, custom: Map<String, JsonElement>? = null): ContactRecord =
        calls.callBlocking("contacts.create", ContactRecord.serializer(), Arguments()
            .put("data", Contact.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<Contact>): List<ContactRecord> =
        calls.callBlocking("contacts.create_many", ListSerializer(ContactRecord.serializer()), Arguments()
            .put("data", ListSerializer(Contact.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: ContactRecord, custom: Map<String, JsonElement>? = null): ContactRecord =
        calls.callBlocking("contacts.update", ContactRecord.serializer(), Arguments()
            .whole("record", ContactRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (ContactRecord) -> ContactRecord): ContactRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<Contacts>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): ContactRecord =
        calls.callBlocking("contacts.patch", ContactRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: ContactRecord): Unit =
        calls.callBlocking("contacts.delete", NothingBack, Arguments().whole("record", ContactRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<Contacts>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): ContactUpserted =
        calls.callBlocking("contacts.upsert", ContactUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): ContactRecord? =
        calls.callBlocking("contacts.find_external", ContactRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("contacts.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("contacts.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("contacts.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("contacts.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("contacts.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Ways to reach customers and contacts. */
public class BlockingContactPointsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<ContactPoints>? = null,
        sort: List<Sort<ContactPoints>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): ContactPointRecordPage =
        calls.callBlocking("contact_points.list", ContactPointRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<ContactPoints>? = null,
        sort: List<Sort<ContactPoints>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<ContactPointRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<ContactPoints>? = null): Long =
        calls.callBlocking("contact_points.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<ContactPoints>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("contact_points.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): ContactPointRecord =
        calls.callBlocking("contact_points.get", ContactPointRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): ContactPointRecord? =
        calls.callBlocking("contact_points.find", ContactPointRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: ContactPoint, custom: Map<String, JsonElement>? = null): ContactPointRecord =
        calls.callBlocking("contact_points.create", ContactPointRecord.serializer(), Arguments()
            .put("data", ContactPoint.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<ContactPoint>): List<ContactPointRecord> =
        calls.callBlocking("contact_points.create_many", ListSerializer(ContactPointRecord.serializer()), Arguments()
            .put("data", ListSerializer(ContactPoint.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: ContactPointRecord, custom: Map<String, JsonElement>? = null): ContactPointRecord =
        calls.callBlocking("contact_points.update", ContactPointRecord.serializer(), Arguments()
            .whole("record", ContactPointRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (ContactPointRecord) -> ContactPointRecord): ContactPointRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<ContactPoints>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): ContactPointRecord =
        calls.callBlocking("contact_points.patch", ContactPointRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: ContactPointRecord): Unit =
        calls.callBlocking("contact_points.delete", NothingBack, Arguments().whole("record", ContactPointRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<ContactPoints>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): ContactPointUpserted =
        calls.callBlocking("contact_points.upsert", ContactPointUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): ContactPointRecord? =
        calls.callBlocking("contact_points.find_external", ContactPointRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("contact_points.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("contact_points.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("contact_points.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("contact_points.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("contact_points.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Places of customers. */
public class BlockingCustomerAddressesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<CustomerAddresses>? = null,
        sort: List<Sort<CustomerAddresses>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CustomerAddressRecordPage =
        calls.callBlocking("customer_addresses.list", CustomerAddressRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<CustomerAddresses>? = null,
        sort: List<Sort<CustomerAddresses>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CustomerAddressRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<CustomerAddresses>? = null): Long =
        calls.callBlocking("customer_addresses.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<CustomerAddresses>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("customer_addresses.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CustomerAddressRecord =
        calls.callBlocking("customer_addresses.get", CustomerAddressRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CustomerAddressRecord? =
        calls.callBlocking("customer_addresses.find", CustomerAddressRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: CustomerAddress, custom: Map<String, JsonElement>? = null): CustomerAddressRecord =
        calls.callBlocking("customer_addresses.create", CustomerAddressRecord.serializer(), Arguments()
            .put("data", CustomerAddress.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<CustomerAddress>): List<CustomerAddressRecord> =
        calls.callBlocking("customer_addresses.create_many", ListSerializer(CustomerAddressRecord.serializer()), Arguments()
            .put("data", ListSerializer(CustomerAddress.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: CustomerAddressRecord, custom: Map<String, JsonElement>? = null): CustomerAddressRecord =
        calls.callBlocking("customer_addresses.update", CustomerAddressRecord.serializer(), Arguments()
            .whole("record", CustomerAddressRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (CustomerAddressRecord) -> CustomerAddressRecord): CustomerAddressRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<CustomerAddresses>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerAddressRecord =
        calls.callBlocking("customer_addresses.patch", CustomerAddressRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: CustomerAddressRecord): Unit =
        calls.callBlocking("customer_addresses.delete", NothingBack, Arguments().whole("record", CustomerAddressRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<CustomerAddresses>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerAddressUpserted =
        calls.callBlocking("customer_addresses.upsert", CustomerAddressUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): CustomerAddressRecord? =
        calls.callBlocking("customer_addresses.find_external", CustomerAddressRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("customer_addresses.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customer_addresses.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customer_addresses.unbind_external", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customer_addresses.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments()
            .put("id", UuidText, id)
        )

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("customer_addresses.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Entries of the data dictionary. */
public class BlockingDictionaryEntriesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<DictionaryEntries>? = null,
        sort: List<Sort<DictionaryEntries>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): DictionaryEntryRecordPage =
        calls.callBlocking("dictionary_entries.list", DictionaryEntryRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<DictionaryEntries>? = null,
        sort: List<Sort<DictionaryEntries>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<DictionaryEntryRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<DictionaryEntries>? = null): Long =
        calls.callBlocking("dictionary_entries.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<DictionaryEntries>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("dictionary_entries.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): DictionaryEntryRecord =
        calls.callBlocking("dictionary_entries.get", DictionaryEntryRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): DictionaryEntryRecord? =
        calls.callBlocking("dictionary_entries.find", DictionaryEntryRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: DictionaryEntry, custom: Map<String, JsonElement>? = null): DictionaryEntryRecord =
        calls.callBlocking("dictionary_entries.create", DictionaryEntryRecord.serializer(), Arguments()
            .put("data", DictionaryEntry.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<DictionaryEntry>): List<DictionaryEntryRecord> =
        calls.callBlocking("dictionary_entries.create_many", ListSerializer(DictionaryEntryRecord.serializer()), Arguments()
            .put("data", ListSerializer(DictionaryEntry.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: DictionaryEntryRecord, custom: Map<String, JsonElement>? = null): DictionaryEntryRecord =
        calls.callBlocking("dictionary_entries.update", DictionaryEntryRecord.serializer(), Arguments()
            .whole("record", DictionaryEntryRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (DictionaryEntryRecord) -> DictionaryEntryRecord): DictionaryEntryRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<DictionaryEntries>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): DictionaryEntryRecord =
        calls.callBlocking("dictionary_entries.patch", DictionaryEntryRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: DictionaryEntryRecord): Unit =
        calls.callBlocking("dictionary_entries.delete", NothingBack, Arguments().whole("record", DictionaryEntryRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<DictionaryEntries>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): DictionaryEntryUpserted =
        calls.callBlocking("dictionary_entries.upsert", DictionaryEntryUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): DictionaryEntryRecord? =
        calls.callBlocking("dictionary_entries.find_external", DictionaryEntryRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("dictionary_entries.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("dictionary_entries.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("dictionary_entries.unbind_external", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("dictionary_entries.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments()
            .put("id", UuidText, id)
        )

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("dictionary_entries.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Fields that the host declares. */
public class BlockingCustomFieldsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<CustomFields>? = null,
        sort: List<Sort<CustomFields>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CustomFieldRecordPage =
        calls.callBlocking("custom_fields.list", CustomFieldRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<CustomFields>? = null,
        sort: List<Sort<CustomFields>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CustomFieldRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<CustomFields>? = null): Long =
        calls.callBlocking("custom_fields.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<CustomFields>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("custom_fields.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CustomFieldRecord =
        calls.callBlocking("custom_fields.get", CustomFieldRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CustomFieldRecord? =
        calls.callBlocking("custom_fields.find", CustomFieldRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: CustomField, custom: Map<String, JsonElement>? = null): CustomFieldRecord =
        calls.callBlocking("custom_fields.create", CustomFieldRecord.serializer(), Arguments()
            .put("data", CustomField.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<CustomField>): List<CustomFieldRecord> =
        calls.callBlocking("custom_fields.create_many", ListSerializer(CustomFieldRecord.serializer()), Arguments()
            .put("data", ListSerializer(CustomField.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: CustomFieldRecord, custom: Map<String, JsonElement>? = null): CustomFieldRecord =
        calls.callBlocking("custom_fields.update", CustomFieldRecord.serializer(), Arguments()
            .whole("record", CustomFieldRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (CustomFieldRecord) -> CustomFieldRecord): CustomFieldRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<CustomFields>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomFieldRecord =
        calls.callBlocking("custom_fields.patch", CustomFieldRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: CustomFieldRecord): Unit =
        calls.callBlocking("custom_fields.delete", NothingBack, Arguments().whole("record", CustomFieldRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<CustomFields>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomFieldUpserted =
        calls.callBlocking("custom_fields.upsert", CustomFieldUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): CustomFieldRecord? =
        calls.callBlocking("custom_fields.find_external", CustomFieldRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("custom_fields.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("custom_fields.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("custom_fields.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("custom_fields.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("custom_fields.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** What the own company is called, and calculates by, from a day on. */
public class BlockingCompanyProfilesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<CompanyProfiles>? = null,
        sort: List<Sort<CompanyProfiles>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CompanyProfileRecordPage =
        calls.callBlocking("company_profiles.list", CompanyProfileRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<CompanyProfiles>? = null,
        sort: List<Sort<CompanyProfiles>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CompanyProfileRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<CompanyProfiles>? = null): Long =
        calls.callBlocking("company_profiles.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<CompanyProfiles>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("company_profiles.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CompanyProfileRecord =
        calls.callBlocking("company_profiles.get", CompanyProfileRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CompanyProfileRecord? =
        calls.callBlocking("company_profiles.find", CompanyProfileRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: CompanyProfile, custom: Map<String, JsonElement>? = null): CompanyProfileRecord =
        calls.callBlocking("company_profiles.create", CompanyProfileRecord.serializer(), Arguments()
            .put("data", CompanyProfile.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<CompanyProfile>): List<CompanyProfileRecord> =
        calls.callBlocking("company_profiles.create_many", ListSerializer(CompanyProfileRecord.serializer()), Arguments()
            .put("data", ListSerializer(CompanyProfile.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: CompanyProfileRecord, custom: Map<String, JsonElement>? = null): CompanyProfileRecord =
        calls.callBlocking("company_profiles.update", CompanyProfileRecord.serializer(), Arguments()
            .whole("record", CompanyProfileRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (CompanyProfileRecord) -> CompanyProfileRecord): CompanyProfileRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<CompanyProfiles>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CompanyProfileRecord =
        calls.callBlocking("company_profiles.patch", CompanyProfileRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: CompanyProfileRecord): Unit =
        calls.callBlocking("company_profiles.delete", NothingBack, Arguments().whole("record", CompanyProfileRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<CompanyProfiles>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): CompanyProfileUpserted =
        calls.callBlocking("company_profiles.upsert", CompanyProfileUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): CompanyProfileRecord? =
        calls.callBlocking("company_profiles.find_external", CompanyProfileRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("company_profiles.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("company_profiles.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("company_profiles.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("company_profiles.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments()
            .put("id", UuidText, id)
        )

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("company_profiles.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Products and services. */
public class BlockingProductsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Products>? = null,
        sort: List<Sort<Products>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): ProductRecordPage =
        calls.callBlocking("products.list", ProductRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Products>? = null,
        sort: List<Sort<Products>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<ProductRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Products>? = null): Long =
        calls.callBlocking("products.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Products>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("products.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): ProductRecord =
        calls.callBlocking("products.get", ProductRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): ProductRecord? =
        calls.callBlocking("products.find", ProductRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: Product, custom: Map<String, JsonElement>? = null): ProductRecord =
        calls.callBlocking("products.create", ProductRecord.serializer(), Arguments()
            .put("data", Product.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<Product>): List<ProductRecord> =
        calls.callBlocking("products.create_many", ListSerializer(ProductRecord.serializer()), Arguments()
            .put("data", ListSerializer(Product.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: ProductRecord, custom: Map<String, JsonElement>? = null): ProductRecord =
        calls.callBlocking("products.update", ProductRecord.serializer(), Arguments()
            .whole("record", ProductRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (ProductRecord) -> ProductRecord): ProductRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<Products>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductRecord =
        calls.callBlocking("products.patch", ProductRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: ProductRecord): Unit =
        calls.callBlocking("products.delete", NothingBack, Arguments().whole("record", ProductRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<Products>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductUpserted =
        calls.callBlocking("products.upsert", ProductUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): ProductRecord? =
        calls.callBlocking("products.find_external", ProductRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("products.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("products.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("products.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("products.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("products.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /** What a typed or scanned text means: own code, barcode, supplier's or customer's code, mnemonic. */
    @JvmOverloads public fun resolve(text: String, on: LocalDate, customerId: UUID? = null): Resolved =
        calls.callBlocking("products.resolve", Resolved.serializer(), Arguments()
            .put("text", String.serializer(), text)
            .put("on", DayText, on)
            .maybe("customer_id", UuidText, customerId)
        )
}

/** The tree of product groups. */
public class BlockingProductGroupsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<ProductGroups>? = null,
        sort: List<Sort<ProductGroups>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): ProductGroupRecordPage =
        calls.callBlocking("product_groups.list", ProductGroupRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<ProductGroups>? = null,
        sort: List<Sort<ProductGroups>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<ProductGroupRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<ProductGroups>? = null): Long =
        calls.callBlocking("product_groups.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<ProductGroups>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("product_groups.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): ProductGroupRecord =
        calls.callBlocking("product_groups.get", ProductGroupRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): ProductGroupRecord? =
        calls.callBlocking("product_groups.find", ProductGroupRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: ProductGroup, custom: Map<String, JsonElement>? = null): ProductGroupRecord =
        calls.callBlocking("product_groups.create", ProductGroupRecord.serializer(), Arguments()
            .put("data", ProductGroup.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<ProductGroup>): List<ProductGroupRecord> =
        calls.callBlocking("product_groups.create_many", ListSerializer(ProductGroupRecord.serializer()), Arguments()
            .put("data", ListSerializer(ProductGroup.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: ProductGroupRecord, custom: Map<String, JsonElement>? = null): ProductGroupRecord =
        calls.callBlocking("product_groups.update", ProductGroupRecord.serializer(), Arguments()
            .whole("record", ProductGroupRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (ProductGroupRecord) -> ProductGroupRecord): ProductGroupRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<ProductGroups>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductGroupRecord =
        calls.callBlocking("product_groups.patch", ProductGroupRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: ProductGroupRecord): Unit =
        calls.callBlocking("product_groups.delete", NothingBack, Arguments().whole("record", ProductGroupRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<ProductGroups>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductGroupUpserted =
        calls.callBlocking("product_groups.upsert", ProductGroupUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): ProductGroupRecord? =
        calls.callBlocking("product_groups.find_external", ProductGroupRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("product_groups.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("product_groups.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("product_groups.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("product_groups.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("product_groups.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Units that products are also counted in. */
public class BlockingProductUnitsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<ProductUnits>? = null,
        sort: List<Sort<ProductUnits>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): ProductUnitRecordPage =
        calls.callBlocking("product_units.list", ProductUnitRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<ProductUnits>? = null,
        sort: List<Sort<ProductUnits>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<ProductUnitRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<ProductUnits>? = null): Long =
        calls.callBlocking("product_units.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<ProductUnits>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("product_units.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): ProductUnitRecord =
        calls.callBlocking("product_units.get", ProductUnitRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): ProductUnitRecord? =
        calls.callBlocking("product_units.find", ProductUnitRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: ProductUnit, custom: Map<String, JsonElement>? = null): ProductUnitRecord =
        calls.callBlocking("product_units.create", ProductUnitRecord.serializer(), Arguments()
            .put("data", ProductUnit.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<ProductUnit>): List<ProductUnitRecord> =
        calls.callBlocking("product_units.create_many", ListSerializer(ProductUnitRecord.serializer()), Arguments()
            .put("data", ListSerializer(ProductUnit.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: ProductUnitRecord, custom: Map<String, JsonElement>? = null): ProductUnitRecord =
        calls.callBlocking("product_units.update", ProductUnitRecord.serializer(), Arguments()
            .whole("record", ProductUnitRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (ProductUnitRecord) -> ProductUnitRecord): ProductUnitRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<ProductUnits>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductUnitRecord =
        calls.callBlocking("product_units.patch", ProductUnitRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: ProductUnitRecord): Unit =
        calls.callBlocking("product_units.delete", NothingBack, Arguments().whole("record", ProductUnitRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<ProductUnits>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductUnitUpserted =
        calls.callBlocking("product_units.upsert", ProductUnitUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): ProductUnitRecord? =
        calls.callBlocking("product_units.find_external", ProductUnitRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("product_units.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("product_units.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("product_units.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("product_units.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("product_units.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Codes that products are also known by. */
public class BlockingProductCodesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<ProductCodes>? = null,
        sort: List<Sort<ProductCodes>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): ProductCodeRecordPage =
        calls.callBlocking("product_codes.list", ProductCodeRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<ProductCodes>? = null,
        sort: List<Sort<ProductCodes>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<ProductCodeRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<ProductCodes>? = null): Long =
        calls.callBlocking("product_codes.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<ProductCodes>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("product_codes.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): ProductCodeRecord =
        calls.callBlocking("product_codes.get", ProductCodeRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): ProductCodeRecord? =
        calls.callBlocking("product_codes.find", ProductCodeRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: ProductCode, custom: Map<String, JsonElement>? = null): ProductCodeRecord =
        calls.callBlocking("product_codes.create", ProductCodeRecord.serializer(), Arguments()
            .put("data", ProductCode.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<ProductCode>): List<ProductCodeRecord> =
        calls.callBlocking("product_codes.create_many", ListSerializer(ProductCodeRecord.serializer()), Arguments()
            .put("data", ListSerializer(ProductCode.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: ProductCodeRecord, custom: Map<String, JsonElement>? = null): ProductCodeRecord =
        calls.callBlocking("product_codes.update", ProductCodeRecord.serializer(), Arguments()
            .whole("record", ProductCodeRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (ProductCodeRecord) -> ProductCodeRecord): ProductCodeRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<ProductCodes>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductCodeRecord =
        calls.callBlocking("product_codes.patch", ProductCodeRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: ProductCodeRecord): Unit =
        calls.callBlocking("product_codes.delete", NothingBack, Arguments().whole("record", ProductCodeRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<ProductCodes>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductCodeUpserted =
        calls.callBlocking("product_codes.upsert", ProductCodeUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): ProductCodeRecord? =
        calls.callBlocking("product_codes.find_external", ProductCodeRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("product_codes.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("product_codes.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("product_codes.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("product_codes.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("product_codes.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Parts of kits. */
public class BlockingKitComponentsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<KitComponents>? = null,
        sort: List<Sort<KitComponents>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): KitComponentRecordPage =
        calls.callBlocking("kit_components.list", KitComponentRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<KitComponents>? = null,
        sort: List<Sort<KitComponents>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<KitComponentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<KitComponents>? = null): Long =
        calls.callBlocking("kit_components.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<KitComponents>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("kit_components.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): KitComponentRecord =
        calls.callBlocking("kit_components.get", KitComponentRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): KitComponentRecord? =
        calls.callBlocking("kit_components.find", KitComponentRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: KitComponent, custom: Map<String, JsonElement>? = null): KitComponentRecord =
        calls.callBlocking("kit_components.create", KitComponentRecord.serializer(), Arguments()
            .put("data", KitComponent.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<KitComponent>): List<KitComponentRecord> =
        calls.callBlocking("kit_components.create_many", ListSerializer(KitComponentRecord.serializer()), Arguments()
            .put("data", ListSerializer(KitComponent.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: KitComponentRecord, custom: Map<String, JsonElement>? = null): KitComponentRecord =
        calls.callBlocking("kit_components.update", KitComponentRecord.serializer(), Arguments()
            .whole("record", KitComponentRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (KitComponentRecord) -> KitComponentRecord): KitComponentRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<KitComponents>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): KitComponentRecord =
        calls.callBlocking("kit_components.patch", KitComponentRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: KitComponentRecord): Unit =
        calls.callBlocking("kit_components.delete", NothingBack, Arguments().whole("record", KitComponentRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<KitComponents>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): KitComponentUpserted =
        calls.callBlocking("kit_components.upsert", KitComponentUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): KitComponentRecord? =
        calls.callBlocking("kit_components.find_external", KitComponentRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("kit_components.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("kit_components.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("kit_components.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("kit_components.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("kit_components.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Price lists. */
public class BlockingPriceListsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<PriceLists>? = null,
        sort: List<Sort<PriceLists>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): PriceListRecordPage =
        calls.callBlocking("price_lists.list", PriceListRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<PriceLists>? = null,
        sort: List<Sort<PriceLists>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<PriceListRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<PriceLists>? = null): Long =
        calls.callBlocking("price_lists.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<PriceLists>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("price_lists.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): PriceListRecord =
        calls.callBlocking("price_lists.get", PriceListRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): PriceListRecord? =
        calls.callBlocking("price_lists.find", PriceListRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: PriceList, custom: Map<String, JsonElement>? = null): PriceListRecord =
        calls.callBlocking("price_lists.create", PriceListRecord.serializer(), Arguments()
            .put("data", PriceList.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<PriceList>): List<PriceListRecord> =
        calls.callBlocking("price_lists.create_many", ListSerializer(PriceListRecord.serializer()), Arguments()
            .put("data", ListSerializer(PriceList.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: PriceListRecord, custom: Map<String, JsonElement>? = null): PriceListRecord =
        calls.callBlocking("price_lists.update", PriceListRecord.serializer(), Arguments()
            .whole("record", PriceListRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (PriceListRecord) -> PriceListRecord): PriceListRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<PriceLists>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): PriceListRecord =
        calls.callBlocking("price_lists.patch", PriceListRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: PriceListRecord): Unit =
        calls.callBlocking("price_lists.delete", NothingBack, Arguments().whole("record", PriceListRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<PriceLists>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): PriceListUpserted =
        calls.callBlocking("price_lists.upsert", PriceListUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): PriceListRecord? =
        calls.callBlocking("price_lists.find_external", PriceListRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("price_lists.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("price_lists.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("price_lists.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("price_lists.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("price_lists.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Prices on lists. */
public class BlockingPriceListItemsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<PriceListItems>? = null,
        sort: List<Sort<PriceListItems>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): PriceListItemRecordPage =
        calls.callBlocking("price_list_items.list", PriceListItemRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<PriceListItems>? = null,
        sort: List<Sort<PriceListItems>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<PriceListItemRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<PriceListItems>? = null): Long =
        calls.callBlocking("price_list_items.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<PriceListItems>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("price_list_items.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): PriceListItemRecord =
        calls.callBlocking("price_list_items.get", PriceListItemRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): PriceListItemRecord? =
        calls.callBlocking("price_list_items.find", PriceListItemRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: PriceListItem, custom: Map<String, JsonElement>? = null): PriceListItemRecord =
        calls.callBlocking("price_list_items.create", PriceListItemRecord.serializer(), Arguments()
            .put("data", PriceListItem.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<PriceListItem>): List<PriceListItemRecord> =
        calls.callBlocking("price_list_items.create_many", ListSerializer(PriceListItemRecord.serializer()), Arguments()
            .put("data", ListSerializer(PriceListItem.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: PriceListItemRecord, custom: Map<String, JsonElement>? = null): PriceListItemRecord =
        calls.callBlocking("price_list_items.update", PriceListItemRecord.serializer(), Arguments()
            .whole("record", PriceListItemRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (PriceListItemRecord) -> PriceListItemRecord): PriceListItemRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<PriceListItems>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): PriceListItemRecord =
        calls.callBlocking("price_list_items.patch", PriceListItemRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: PriceListItemRecord): Unit =
        calls.callBlocking("price_list_items.delete", NothingBack, Arguments().whole("record", PriceListItemRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<PriceListItems>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): PriceListItemUpserted =
        calls.callBlocking("price_list_items.upsert", PriceListItemUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): PriceListItemRecord? =
        calls.callBlocking("price_list_items.find_external", PriceListItemRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("price_list_items.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("price_list_items.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("price_list_items.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("price_list_items.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments()
            .put("id", UuidText, id)
        )

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("price_list_items.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Prices agreed with customers. */
public class BlockingCustomerPricesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<CustomerPrices>? = null,
        sort: List<Sort<CustomerPrices>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CustomerPriceRecordPage =
        calls.callBlocking("customer_prices.list", CustomerPriceRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<CustomerPrices>? = null,
        sort: List<Sort<CustomerPrices>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CustomerPriceRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<CustomerPrices>? = null): Long =
        calls.callBlocking("customer_prices.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<CustomerPrices>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("customer_prices.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CustomerPriceRecord =
        calls.callBlocking("customer_prices.get", CustomerPriceRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CustomerPriceRecord? =
        calls.callBlocking("customer_prices.find", CustomerPriceRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: CustomerPrice, custom: Map<String, JsonElement>? = null): CustomerPriceRecord =
        calls.callBlocking("customer_prices.create", CustomerPriceRecord.serializer(), Arguments()
            .put("data", CustomerPrice.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<CustomerPrice>): List<CustomerPriceRecord> =
        calls.callBlocking("customer_prices.create_many", ListSerializer(CustomerPriceRecord.serializer()), Arguments()
            .put("data", ListSerializer(CustomerPrice.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: CustomerPriceRecord, custom: Map<String, JsonElement>? = null): CustomerPriceRecord =
        calls.callBlocking("customer_prices.update", CustomerPriceRecord.serializer(), Arguments()
            .whole("record", CustomerPriceRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (CustomerPriceRecord) -> CustomerPriceRecord): CustomerPriceRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<CustomerPrices>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerPriceRecord =
        calls.callBlocking("customer_prices.patch", CustomerPriceRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: CustomerPriceRecord): Unit =
        calls.callBlocking("customer_prices.delete", NothingBack, Arguments().whole("record", CustomerPriceRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<CustomerPrices>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): CustomerPriceUpserted =
        calls.callBlocking("customer_prices.upsert", CustomerPriceUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): CustomerPriceRecord? =
        calls.callBlocking("customer_prices.find_external", CustomerPriceRecord.serializer().nullable, Arguments()
            .put("key", ExternalKey.serializer(), key)
        )

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("customer_prices.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customer_prices.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("customer_prices.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("customer_prices.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("customer_prices.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Warehouses. */
public class BlockingWarehousesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Warehouses>? = null,
        sort: List<Sort<Warehouses>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): WarehouseRecordPage =
        calls.callBlocking("warehouses.list", WarehouseRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Warehouses>? = null,
        sort: List<Sort<Warehouses>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<WarehouseRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Warehouses>? = null): Long =
        calls.callBlocking("warehouses.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Warehouses>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("warehouses.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): WarehouseRecord =
        calls.callBlocking("warehouses.get", WarehouseRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): WarehouseRecord? =
        calls.callBlocking("warehouses.find", WarehouseRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: Warehouse, custom: Map<String, JsonElement>? = null): WarehouseRecord =
        calls.callBlocking("warehouses.create", WarehouseRecord.serializer(), Arguments()
            .put("data", Warehouse.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<Warehouse>): List<WarehouseRecord> =
        calls.callBlocking("warehouses.create_many", ListSerializer(WarehouseRecord.serializer()), Arguments()
            .put("data", ListSerializer(Warehouse.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: WarehouseRecord, custom: Map<String, JsonElement>? = null): WarehouseRecord =
        calls.callBlocking("warehouses.update", WarehouseRecord.serializer(), Arguments()
            .whole("record", WarehouseRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (WarehouseRecord) -> WarehouseRecord): WarehouseRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<Warehouses>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): WarehouseRecord =
        calls.callBlocking("warehouses.patch", WarehouseRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: WarehouseRecord): Unit =
        calls.callBlocking("warehouses.delete", NothingBack, Arguments().whole("record", WarehouseRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<Warehouses>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): WarehouseUpserted =
        calls.callBlocking("warehouses.upsert", WarehouseUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): WarehouseRecord? =
        calls.callBlocking("warehouses.find_external", WarehouseRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("warehouses.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("warehouses.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("warehouses.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("warehouses.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("warehouses.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Tax rates. */
public class BlockingTaxRatesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<TaxRates>? = null,
        sort: List<Sort<TaxRates>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): TaxRateRecordPage =
        calls.callBlocking("tax_rates.list", TaxRateRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<TaxRates>? = null,
        sort: List<Sort<TaxRates>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<TaxRateRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<TaxRates>? = null): Long =
        calls.callBlocking("tax_rates.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<TaxRates>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("tax_rates.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): TaxRateRecord =
        calls.callBlocking("tax_rates.get", TaxRateRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): TaxRateRecord? =
        calls.callBlocking("tax_rates.find", TaxRateRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: TaxRate, custom: Map<String, JsonElement>? = null): TaxRateRecord =
        calls.callBlocking("tax_rates.create", TaxRateRecord.serializer(), Arguments()
            .put("data", TaxRate.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<TaxRate>): List<TaxRateRecord> =
        calls.callBlocking("tax_rates.create_many", ListSerializer(TaxRateRecord.serializer()), Arguments()
            .put("data", ListSerializer(TaxRate.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: TaxRateRecord, custom: Map<String, JsonElement>? = null): TaxRateRecord =
        calls.callBlocking("tax_rates.update", TaxRateRecord.serializer(), Arguments()
            .whole("record", TaxRateRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (TaxRateRecord) -> TaxRateRecord): TaxRateRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<TaxRates>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): TaxRateRecord =
        calls.callBlocking("tax_rates.patch", TaxRateRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: TaxRateRecord): Unit =
        calls.callBlocking("tax_rates.delete", NothingBack, Arguments().whole("record", TaxRateRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<TaxRates>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): TaxRateUpserted =
        calls.callBlocking("tax_rates.upsert", TaxRateUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): TaxRateRecord? =
        calls.callBlocking("tax_rates.find_external", TaxRateRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("tax_rates.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("tax_rates.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("tax_rates.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("tax_rates.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("tax_rates.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Specified unit costs. */
public class BlockingProductCostsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<ProductCosts>? = null,
        sort: List<Sort<ProductCosts>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): ProductCostRecordPage =
        calls.callBlocking("product_costs.list", ProductCostRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<ProductCosts>? = null,
        sort: List<Sort<ProductCosts>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<ProductCostRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<ProductCosts>? = null): Long =
        calls.callBlocking("product_costs.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<ProductCosts>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("product_costs.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): ProductCostRecord =
        calls.callBlocking("product_costs.get", ProductCostRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): ProductCostRecord? =
        calls.callBlocking("product_costs.find", ProductCostRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: ProductCost, custom: Map<String, JsonElement>? = null): ProductCostRecord =
        calls.callBlocking("product_costs.create", ProductCostRecord.serializer(), Arguments()
            .put("data", ProductCost.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<ProductCost>): List<ProductCostRecord> =
        calls.callBlocking("product_costs.create_many", ListSerializer(ProductCostRecord.serializer()), Arguments()
            .put("data", ListSerializer(ProductCost.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: ProductCostRecord, custom: Map<String, JsonElement>? = null): ProductCostRecord =
        calls.callBlocking("product_costs.update", ProductCostRecord.serializer(), Arguments()
            .whole("record", ProductCostRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (ProductCostRecord) -> ProductCostRecord): ProductCostRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<ProductCosts>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductCostRecord =
        calls.callBlocking("product_costs.patch", ProductCostRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: ProductCostRecord): Unit =
        calls.callBlocking("product_costs.delete", NothingBack, Arguments().whole("record", ProductCostRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<ProductCosts>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): ProductCostUpserted =
        calls.callBlocking("product_costs.upsert", ProductCostUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): ProductCostRecord? =
        calls.callBlocking("product_costs.find_external", ProductCostRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("product_costs.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("product_costs.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("product_costs.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("product_costs.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("product_costs.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Roles. */
public class BlockingRolesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Roles>? = null,
        sort: List<Sort<Roles>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): RoleRecordPage =
        calls.callBlocking("roles.list", RoleRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Roles>? = null,
        sort: List<Sort<Roles>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<RoleRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Roles>? = null): Long =
        calls.callBlocking("roles.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Roles>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("roles.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): RoleRecord =
        calls.callBlocking("roles.get", RoleRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): RoleRecord? =
        calls.callBlocking("roles.find", RoleRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: Role, custom: Map<String, JsonElement>? = null): RoleRecord =
        calls.callBlocking("roles.create", RoleRecord.serializer(), Arguments()
            .put("data", Role.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<Role>): List<RoleRecord> =
        calls.callBlocking("roles.create_many", ListSerializer(RoleRecord.serializer()), Arguments().put("data", ListSerializer(Role.serializer()), data))

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: RoleRecord, custom: Map<String, JsonElement>? = null): RoleRecord =
        calls.callBlocking("roles.update", RoleRecord.serializer(), Arguments()
            .whole("record", RoleRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (RoleRecord) -> RoleRecord): RoleRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<Roles>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): RoleRecord =
        calls.callBlocking("roles.patch", RoleRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: RoleRecord): Unit =
        calls.callBlocking("roles.delete", NothingBack, Arguments().whole("record", RoleRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<Roles>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): RoleUpserted =
        calls.callBlocking("roles.upsert", RoleUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): RoleRecord? =
        calls.callBlocking("roles.find_external", RoleRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("roles.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("roles.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("roles.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("roles.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("roles.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Operators. */
public class BlockingOperatorsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Operators>? = null,
        sort: List<Sort<Operators>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): OperatorRecordPage =
        calls.callBlocking("operators.list", OperatorRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Operators>? = null,
        sort: List<Sort<Operators>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<OperatorRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Operators>? = null): Long =
        calls.callBlocking("operators.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Operators>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("operators.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): OperatorRecord =
        calls.callBlocking("operators.get", OperatorRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): OperatorRecord? =
        calls.callBlocking("operators.find", OperatorRecord.serializer().nullable, Arguments().put("id", UuidText, id))

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: Operator, custom: Map<String, JsonElement>? = null): OperatorRecord =
        calls.callBlocking("operators.create", OperatorRecord.serializer(), Arguments()
            .put("data", Operator.serializer(), data)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<Operator>): List<OperatorRecord> =
        calls.callBlocking("operators.create_many", ListSerializer(OperatorRecord.serializer()), Arguments()
            .put("data", ListSerializer(Operator.serializer()), data)
        )

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change; fields that it leaves out stay as they are.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: OperatorRecord, custom: Map<String, JsonElement>? = null): OperatorRecord =
        calls.callBlocking("operators.update", OperatorRecord.serializer(), Arguments()
            .whole("record", OperatorRecord.serializer(), record)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (OperatorRecord) -> OperatorRecord): OperatorRecord =
        modifyingBlocking({ get(id) }, change, { update(it) })

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
        vararg changes: Change<Operators>,
        version: Long? = null,
        custom: Map<String, JsonElement>? = null,
    ): OperatorRecord =
        calls.callBlocking("operators.patch", OperatorRecord.serializer(), Arguments()
            .put("id", UuidText, id)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("version", Long.serializer(), version)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * Deletes a record that nothing refers to.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: OperatorRecord): Unit =
        calls.callBlocking("operators.delete", NothingBack, Arguments().whole("record", OperatorRecord.serializer(), record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<Operators>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): OperatorUpserted =
        calls.callBlocking("operators.upsert", OperatorUpserted.serializer(), Arguments()
            .put("key", ExternalKey.serializer(), key)
            .put("changes", JsonObject.serializer(), objectOf(changes))
            .maybe("mode", UpsertMode.serializer(), mode)
            .maybe("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): OperatorRecord? =
        calls.callBlocking("operators.find_external", OperatorRecord.serializer().nullable, Arguments().put("key", ExternalKey.serializer(), key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> =
        calls.callBlocking("operators.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("operators.bind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit =
        calls.callBlocking("operators.unbind_external", NothingBack, Arguments().put("id", UuidText, id).put("key", ExternalKey.serializer(), key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> =
        calls.callBlocking("operators.custom_of", MapSerializer(String.serializer(), JsonElement.serializer()), Arguments().put("id", UuidText, id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit =
        calls.callBlocking("operators.set_custom", NothingBack, Arguments()
            .put("id", UuidText, id)
            .put("custom", MapSerializer(String.serializer(), JsonElement.serializer()), custom)
        )
}

/** Quotes, each through all its revisions. */
public class BlockingQuoteRecordsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<QuoteRecords>? = null,
        sort: List<Sort<QuoteRecords>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): QuoteRecordPage =
        calls.callBlocking("quote_records.list", QuoteRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<QuoteRecords>? = null,
        sort: List<Sort<QuoteRecords>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<QuoteRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<QuoteRecords>? = null): Long =
        calls.callBlocking("quote_records.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<QuoteRecords>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("quote_records.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): QuoteRecord =
        calls.callBlocking("quote_records.get", QuoteRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): QuoteRecord? =
        calls.callBlocking("quote_records.find", QuoteRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Revisions of quotes. */
public class BlockingQuoteRevisionsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<QuoteRevisions>? = null,
        sort: List<Sort<QuoteRevisions>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): QuoteRevisionRecordPage =
        calls.callBlocking("quote_revisions.list", QuoteRevisionRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<QuoteRevisions>? = null,
        sort: List<Sort<QuoteRevisions>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<QuoteRevisionRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<QuoteRevisions>? = null): Long =
        calls.callBlocking("quote_revisions.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<QuoteRevisions>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("quote_revisions.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): QuoteRevisionRecord =
        calls.callBlocking("quote_revisions.get", QuoteRevisionRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): QuoteRevisionRecord? =
        calls.callBlocking("quote_revisions.find", QuoteRevisionRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Lines of revisions of quotes. */
public class BlockingQuoteLinesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<QuoteLines>? = null,
        sort: List<Sort<QuoteLines>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): QuoteLineRecordPage =
        calls.callBlocking("quote_lines.list", QuoteLineRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<QuoteLines>? = null,
        sort: List<Sort<QuoteLines>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<QuoteLineRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<QuoteLines>? = null): Long =
        calls.callBlocking("quote_lines.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<QuoteLines>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("quote_lines.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): QuoteLineRecord =
        calls.callBlocking("quote_lines.get", QuoteLineRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): QuoteLineRecord? =
        calls.callBlocking("quote_lines.find", QuoteLineRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Sales orders. */
public class BlockingOrderRecordsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<OrderRecords>? = null,
        sort: List<Sort<OrderRecords>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): SalesOrderRecordPage =
        calls.callBlocking("order_records.list", SalesOrderRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<OrderRecords>? = null,
        sort: List<Sort<OrderRecords>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<SalesOrderRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<OrderRecords>? = null): Long =
        calls.callBlocking("order_records.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<OrderRecords>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("order_records.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): SalesOrderRecord =
        calls.callBlocking("order_records.get", SalesOrderRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): SalesOrderRecord? =
        calls.callBlocking("order_records.find", SalesOrderRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Lines of sales orders. */
public class BlockingOrderLinesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<OrderLines>? = null,
        sort: List<Sort<OrderLines>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): SalesOrderLineRecordPage =
        calls.callBlocking("order_lines.list", SalesOrderLineRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<OrderLines>? = null,
        sort: List<Sort<OrderLines>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<SalesOrderLineRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<OrderLines>? = null): Long =
        calls.callBlocking("order_lines.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<OrderLines>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("order_lines.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): SalesOrderLineRecord =
        calls.callBlocking("order_lines.get", SalesOrderLineRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): SalesOrderLineRecord? =
        calls.callBlocking("order_lines.find", SalesOrderLineRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Goods kept for orders. */
public class BlockingReservationsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Reservations>? = null,
        sort: List<Sort<Reservations>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): ReservationRecordPage =
        calls.callBlocking("reservations.list", ReservationRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Reservations>? = null,
        sort: List<Sort<Reservations>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<ReservationRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Reservations>? = null): Long =
        calls.callBlocking("reservations.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Reservations>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("reservations.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

/** Deliveries, returns and credit notes. */
public class BlockingSalesDocumentsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<SalesDocuments>? = null,
        sort: List<Sort<SalesDocuments>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): SalesDocumentRecordPage =
        calls.callBlocking("sales_documents.list", SalesDocumentRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<SalesDocuments>? = null,
        sort: List<Sort<SalesDocuments>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<SalesDocumentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<SalesDocuments>? = null): Long =
        calls.callBlocking("sales_documents.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<SalesDocuments>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("sales_documents.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): SalesDocumentRecord =
        calls.callBlocking("sales_documents.get", SalesDocumentRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): SalesDocumentRecord? =
        calls.callBlocking("sales_documents.find", SalesDocumentRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Lines of deliveries and returns. */
public class BlockingSalesLinesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<SalesLines>? = null,
        sort: List<Sort<SalesLines>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): SalesLineRecordPage =
        calls.callBlocking("sales_lines.list", SalesLineRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<SalesLines>? = null,
        sort: List<Sort<SalesLines>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<SalesLineRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<SalesLines>? = null): Long =
        calls.callBlocking("sales_lines.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<SalesLines>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("sales_lines.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): SalesLineRecord =
        calls.callBlocking("sales_lines.get", SalesLineRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): SalesLineRecord? =
        calls.callBlocking("sales_lines.find", SalesLineRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Receipts, counts and openings of stock. */
public class BlockingStockDocumentsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<StockDocuments>? = null,
        sort: List<Sort<StockDocuments>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): StockDocumentRecordPage =
        calls.callBlocking("stock_documents.list", StockDocumentRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<StockDocuments>? = null,
        sort: List<Sort<StockDocuments>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<StockDocumentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<StockDocuments>? = null): Long =
        calls.callBlocking("stock_documents.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<StockDocuments>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("stock_documents.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): StockDocumentRecord =
        calls.callBlocking("stock_documents.get", StockDocumentRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): StockDocumentRecord? =
        calls.callBlocking("stock_documents.find", StockDocumentRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Movements of stock. */
public class BlockingStockMovementsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<StockMovements>? = null,
        sort: List<Sort<StockMovements>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): StockMovementRecordPage =
        calls.callBlocking("stock_movements.list", StockMovementRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<StockMovements>? = null,
        sort: List<Sort<StockMovements>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<StockMovementRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<StockMovements>? = null): Long =
        calls.callBlocking("stock_movements.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<StockMovements>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("stock_movements.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): StockMovementRecord =
        calls.callBlocking("stock_movements.get", StockMovementRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): StockMovementRecord? =
        calls.callBlocking("stock_movements.find", StockMovementRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Quantity and value of each product. */
public class BlockingStockPoolsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<StockPools>? = null,
        sort: List<Sort<StockPools>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): StockPoolRecordPage =
        calls.callBlocking("stock_pools.list", StockPoolRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<StockPools>? = null,
        sort: List<Sort<StockPools>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<StockPoolRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<StockPools>? = null): Long =
        calls.callBlocking("stock_pools.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<StockPools>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("stock_pools.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

/** Quantity of each product in each warehouse. */
public class BlockingStockBalancesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<StockBalances>? = null,
        sort: List<Sort<StockBalances>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): StockBalanceRecordPage =
        calls.callBlocking("stock_balances.list", StockBalanceRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<StockBalances>? = null,
        sort: List<Sort<StockBalances>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<StockBalanceRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<StockBalances>? = null): Long =
        calls.callBlocking("stock_balances.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<StockBalances>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("stock_balances.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

/** Lots and serials. */
public class BlockingStockLotsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<StockLots>? = null,
        sort: List<Sort<StockLots>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): StockLotRecordPage =
        calls.callBlocking("stock_lots.list", StockLotRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<StockLots>? = null,
        sort: List<Sort<StockLots>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<StockLotRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<StockLots>? = null): Long =
        calls.callBlocking("stock_lots.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<StockLots>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("stock_lots.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

/** Quantity of each lot in each warehouse. */
public class BlockingLotBalancesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<LotBalances>? = null,
        sort: List<Sort<LotBalances>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): LotBalanceRecordPage =
        calls.callBlocking("lot_balances.list", LotBalanceRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<LotBalances>? = null,
        sort: List<Sort<LotBalances>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<LotBalanceRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<LotBalances>? = null): Long =
        calls.callBlocking("lot_balances.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<LotBalances>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("lot_balances.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

/** Differences between what was paid and what stock became worth. */
public class BlockingCostVariancesService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<CostVariances>? = null,
        sort: List<Sort<CostVariances>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CostVarianceRecordPage =
        calls.callBlocking("cost_variances.list", CostVarianceRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<CostVariances>? = null,
        sort: List<Sort<CostVariances>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CostVarianceRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<CostVariances>? = null): Long =
        calls.callBlocking("cost_variances.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<CostVariances>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("cost_variances.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CostVarianceRecord =
        calls.callBlocking("cost_variances.get", CostVarianceRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CostVarianceRecord? =
        calls.callBlocking("cost_variances.find", CostVarianceRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Later corrections of what sales lines cost. */
public class BlockingCostCorrectionsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<CostCorrections>? = null,
        sort: List<Sort<CostCorrections>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): CostCorrectionRecordPage =
        calls.callBlocking("cost_corrections.list", CostCorrectionRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<CostCorrections>? = null,
        sort: List<Sort<CostCorrections>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<CostCorrectionRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<CostCorrections>? = null): Long =
        calls.callBlocking("cost_corrections.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<CostCorrections>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("cost_corrections.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): CostCorrectionRecord =
        calls.callBlocking("cost_corrections.get", CostCorrectionRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): CostCorrectionRecord? =
        calls.callBlocking("cost_corrections.find", CostCorrectionRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Receivables and credits. */
public class BlockingOpenItemsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<OpenItems>? = null,
        sort: List<Sort<OpenItems>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): OpenItemRecordPage =
        calls.callBlocking("open_items.list", OpenItemRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<OpenItems>? = null,
        sort: List<Sort<OpenItems>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<OpenItemRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<OpenItems>? = null): Long =
        calls.callBlocking("open_items.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<OpenItems>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("open_items.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): OpenItemRecord =
        calls.callBlocking("open_items.get", OpenItemRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): OpenItemRecord? =
        calls.callBlocking("open_items.find", OpenItemRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Payments. */
public class BlockingPaymentsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Payments>? = null,
        sort: List<Sort<Payments>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): PaymentRecordPage =
        calls.callBlocking("payments.list", PaymentRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Payments>? = null,
        sort: List<Sort<Payments>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<PaymentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Payments>? = null): Long =
        calls.callBlocking("payments.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Payments>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("payments.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): PaymentRecord =
        calls.callBlocking("payments.get", PaymentRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): PaymentRecord? =
        calls.callBlocking("payments.find", PaymentRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Refunds, write-offs, cancellations and reschedulings. */
public class BlockingAdjustmentsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Adjustments>? = null,
        sort: List<Sort<Adjustments>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): AdjustmentRecordPage =
        calls.callBlocking("adjustments.list", AdjustmentRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Adjustments>? = null,
        sort: List<Sort<Adjustments>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<AdjustmentRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Adjustments>? = null): Long =
        calls.callBlocking("adjustments.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Adjustments>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("adjustments.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): AdjustmentRecord =
        calls.callBlocking("adjustments.get", AdjustmentRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): AdjustmentRecord? =
        calls.callBlocking("adjustments.find", AdjustmentRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** Allocations of credits to receivables. */
public class BlockingAllocationsService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Allocations>? = null,
        sort: List<Sort<Allocations>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): AllocationRecordPage =
        calls.callBlocking("allocations.list", AllocationRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Allocations>? = null,
        sort: List<Sort<Allocations>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<AllocationRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Allocations>? = null): Long =
        calls.callBlocking("allocations.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Allocations>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("allocations.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): AllocationRecord =
        calls.callBlocking("allocations.get", AllocationRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): AllocationRecord? =
        calls.callBlocking("allocations.find", AllocationRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** The audit trail. */
public class BlockingAuditService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Audit>? = null,
        sort: List<Sort<Audit>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): AuditEntryRecordPage =
        calls.callBlocking("audit.list", AuditEntryRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Audit>? = null,
        sort: List<Sort<Audit>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<AuditEntryRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Audit>? = null): Long =
        calls.callBlocking("audit.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Audit>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("audit.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): AuditEntryRecord =
        calls.callBlocking("audit.get", AuditEntryRecord.serializer(), Arguments().put("id", UuidText, id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): AuditEntryRecord? =
        calls.callBlocking("audit.find", AuditEntryRecord.serializer().nullable, Arguments().put("id", UuidText, id))
}

/** The change feed, in the order of commits. */
public class BlockingFeedService internal constructor(private val calls: Calls) {
    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(
        filter: Filter<Feed>? = null,
        sort: List<Sort<Feed>> = emptyList(),
        limit: Long? = null,
        after: String? = null,
    ): FeedEntryRecordPage =
        calls.callBlocking("feed.list", FeedEntryRecordPage.serializer(), Arguments()
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
            .put("sort", ListSerializer(String.serializer()), sort.map { it.text })
            .maybe("limit", Long.serializer(), limit)
            .maybe("after", String.serializer(), after)
        )

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(
        filter: Filter<Feed>? = null,
        sort: List<Sort<Feed>> = emptyList(),
        pageSize: Long? = null,
    ): Iterable<FeedEntryRecord> =
        iterableOfPages { after -> list(filter = filter, sort = sort, limit = pageSize, after = after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<Feed>? = null): Long =
        calls.callBlocking("feed.count", Long.serializer(), Arguments().maybe("filter", JsonElement.serializer(), filter?.toJson()))

    /**
     * Groups, their counts and sums: a row holds the groups, the count, the sums.
     *
     * @param by Fields to group by, after the month if there is one.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<Feed>? = null,
    ): List<List<JsonElement>> =
        calls.callBlocking("feed.report", ListSerializer(ListSerializer(JsonElement.serializer())), Arguments()
            .maybe("by", ListSerializer(String.serializer()), by)
            .maybe("by_month", String.serializer(), byMonth)
            .maybe("sum", ListSerializer(String.serializer()), sum)
            .maybe("filter", JsonElement.serializer(), filter?.toJson())
        )
}

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
