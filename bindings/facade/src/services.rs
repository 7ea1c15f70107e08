//! Everything that can be called: documentation, name, arguments, result and implementation of each operation.

use crate::{
    Core, Failure,
    files::{FileBytes, FilePath, FileSource},
    operation::{Operation, Pending, Service, operations},
    records::{self, told},
};
use crm_core::{
    access::{Operator, Principal, Right},
    administration::RebuiltKeys,
    company::{Company, CompanyProfile},
    customers::*,
    dictionary::{MergePreview, Merged},
    entity::{Entity, Stored},
    ids::*,
    num::{Currency, Money, MoneyStep, Quantity},
    opening::{ApplyMode, OpeningData, OpeningOptions, OpeningReport, Problem},
    operations::Undone,
    pricing::*,
    products::*,
    query::Filter,
    receivables::*,
    sales::*,
    session::Session,
    stock::*,
    tax::TaxPolicy,
    time::{Day, Instant},
    verify::Verified,
};
use crm_office::{
    AnnotateOptions, AnnotatedCopy, CopyNote, Language, OpeningOptions as ReadingOptions, TemplateLists, Workbook, WorkbookPlan, annotate,
    examine_opening, read_opening, write_template,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;
use std::sync::Arc;

/// A new company and its first operator.
#[derive(Serialize, JsonSchema)]
struct CompanyCreated {
    /// The company.
    company_id: CompanyId,
    /// The operator.
    operator_id: OperatorId,
}

/// A session opened on behalf of an operator.
#[derive(Serialize, JsonSchema)]
struct SessionOpened {
    /// The session's number.
    session: u64,
}

/// A receivable and the dunning level it has reached.
#[derive(Serialize, JsonSchema)]
struct Reminder {
    /// The receivable.
    item: AgedItem,
    /// The dunning level, from 1.
    level: usize,
}

/// A copy of an opening workbook with problems marked on their rows, and the report.
#[derive(Serialize, JsonSchema)]
struct AnnotatedWorkbook {
    /// The report.
    report: OpeningReport,
    /// The annotated copy.
    workbook: FileBytes,
    /// The file extension that the copy needs, without the dot.
    extension: String,
    /// What the copy could not preserve or show.
    notes: Vec<CopyNote>,
}

/// Every service.
pub(crate) fn all() -> Vec<Service> {
    let mut services = vec![service("crm", "The library, before anybody acts.", library())];
    services.extend(record_services().into_iter().map(|mut service| {
        service.operations.extend(besides(service.name));
        service
    }));
    services.extend([
        service("session", "Who acts, what day it is for them, and whether the books are right.", session()),
        service("dictionary", "The data dictionary.", dictionary()),
        service("pricing", "Prices, what was paid before, and the policy of prices.", pricing()),
        service("stock", "Receipts, counts, transfers, and what they cost.", stock()),
        service("sales", "Deliveries, returns, credit notes, and profit.", sales()),
        service("receivables", "Payments, what is owed, and statements of account.", receivables()),
        service("opening", "Opening balances out of workbooks.", opening()),
    ]);
    services
}

fn service(name: &'static str, doc: &'static str, operations: Vec<Operation>) -> Service {
    Service { name, doc, entity: None, operations }
}

/// The services of records, from the list of entities.
macro_rules! record_services {
    ($($area:ident::$entity:ident $id:tt $service:tt $kind:ident;)+) => {
        fn record_services() -> Vec<Service> {
            [$(record_services!(@ crm_core::$area::$entity, $service, $kind)),+].into_iter().flatten().collect()
        }
    };
    (@ $entity:path, -, $kind:ident) => { None };
    (@ $entity:path, $service:ident, $kind:ident) => { Some(records::service(records::Kind::$kind::<$entity>(), stringify!($service))) };
}
crm_core::entities!(record_services);

/// The additional operations of a record service.
fn besides(service: &str) -> Vec<Operation> {
    match service {
        "company" => company(),
        "customers" => customers(),
        "products" => products(),
        "quotes" => quotes(),
        "orders" => orders(),
        "operations" => operations(),
        _ => Vec::new(),
    }
}

fn customers() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// A customer with those of its contacts, addresses, groups and custom fields that the caller may see.
        card(id: CustomerId) -> CustomerCard => |session| session.customers().card(id).await?;
        /// Derived figures of customers: what they owe, what is overdue, the last delivery, the revenue of twelve months. Customers that the caller
        /// cannot see are left out; lists are filtered and sorted by the same figures, such as `overdue`.
        figures(ids: Vec<CustomerId>) -> Vec<CustomerFigures> => |session| session.customers().figures(&ids).await?;
        /// Gives every customer that meets the filter, and that the caller may assign, to another owner. The operation of the answer undoes it.
        reassign(filter: Json, to: OperatorId, reason: Option<String>) -> Reassigned => |session| {
            let filter = customer_filter(&session, &filter).await?;
            session.customers().reassign(&filter, to, reason.as_deref()).await?
        };
        /// What a reassignment would change, and what is open with the customers; nothing is written.
        reassign_preview(filter: Json, to: OperatorId) -> ReassignmentPreview => |session| {
            let filter = customer_filter(&session, &filter).await?;
            session.customers().reassign_preview(&filter, to).await?
        };
    }
}

/// Errors in the filter are reported only to callers with the right.
async fn customer_filter(session: &Session<'_>, json: &Json) -> Result<Filter, Failure> {
    told(session, Right::CustomersAssign, Filter::from_json(json, Customer::decl()).map_err(Failure::from)).await
}

fn products() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Resolves a typed or scanned text to a product: own code, barcode, supplier or customer code, mnemonic.
        resolve(text: String, on: Day, customer_id: Option<CustomerId>) -> Resolved => |session| session.products().resolve(&text, on, customer_id).await?;
    }
}

fn library() -> Vec<Operation> {
    operations! { Library Arc<Core> => Pending<'static>;
        /// Migrates the schema and returns the names of the steps applied.
        migrate() -> Vec<String> => |core| core.store.migrate(&crm_core::system::SystemClock).await?;
        /// The schema migrations still to be applied; nothing is changed.
        missing_steps() -> Vec<String> => |core| core.store.missing_steps().await?;
        /// Creates a company with the preset roles and its first operator; amounts are rounded to the given money step, by default that of the
        /// currency.
        create_company(name: String, currency: Currency, operator: Operator, money_step: Option<MoneyStep>) -> CompanyCreated => |core| {
            let company = Company::new(name, currency);
            let company = Company { money_step: money_step.unwrap_or(company.money_step), ..company };
            let (company_id, operator_id) = core.crm.create_company(company, operator).await?;
            CompanyCreated { company_id, operator_id }
        };
        /// Opens a session on behalf of an operator, with the roles and groups that the host supplies, or else those stored for the operator. Its
        /// days are in the given time zone, or else in that of the company's profile, or in UTC; the locale is a language tag such as `es-MX`.
        act_as(
            company_id: CompanyId, operator_id: OperatorId, roles: Option<Vec<String>>, groups: Option<Vec<CustomerGroupId>>,
            on_behalf_of: Option<String>, request_id: Option<String>, zone: Option<String>, locale: Option<String>,
        ) -> SessionOpened => |core| {
            let principal = Principal { operator: operator_id, roles, groups, on_behalf_of, request_id, zone, locale };
            let session = core.crm.act_as(company_id, principal).await?;
            SessionOpened { session: core.keep(session) }
        };
    }
}

fn session() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Recomputes the books from the ledgers; any difference is an error.
        verify() -> Verified => |session| session.verify().await?;
        /// The day in the session's time zone, by the library's clock.
        today() -> Day => |session| {
            session.check_any_right().await?;
            session.today()
        };
    }
}

fn company() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// The company profile in force on a day.
        profile_on(day: Day) -> Option<Stored<CompanyProfile>> => |session| session.company().profile_on(day).await?;
        /// The tax policy in force on a day: how money and tax are calculated.
        policy_on(day: Day) -> TaxPolicy => |session| session.company().policy_on(day).await?;
        /// Makes the search keys of all records anew, after an upgrade that changes how they are made. Records keep their versions.
        rebuild_search_keys() -> RebuiltKeys => |session| session.company().rebuild_search_keys().await?;
    }
}

fn dictionary() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Merges one dictionary entry into another: replaces every reference to it and deletes it.
        merge(from: DictionaryEntryId, into: DictionaryEntryId) -> Merged => |session| session.dictionary().merge(from, into).await?;
        /// What a merge would change; nothing is written.
        merge_preview(from: DictionaryEntryId, into: DictionaryEntryId) -> MergePreview => |session| session.dictionary().merge_preview(from, into).await?;
    }
}

fn operations() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Undoes an operation: records become what they were before, except what has changed since. Undoing it again changes nothing.
        undo(id: OperationId) -> Undone => |session| session.operations().undo(id).await?;
        /// What undoing an operation would do; nothing is written.
        undo_preview(id: OperationId) -> Undone => |session| session.operations().undo_preview(id).await?;
    }
}

fn pricing() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// The price of a product for a customer on a day, and where it comes from; none if no list or agreement gives one.
        price(customer_id: Option<CustomerId>, day: Day, currency: Option<Currency>, line: PriceLine) -> Option<Priced> =>
            |session| session.pricing().price(customer_id, day, currency, &line).await?;
        /// The prices of several products, as on one document.
        price_all(customer_id: Option<CustomerId>, day: Day, currency: Option<Currency>, lines: Vec<PriceLine>) -> Vec<Option<Priced>> =>
            |session| session.pricing().price_all(customer_id, day, currency, &lines).await?;
        /// The pricing settings.
        settings() -> PriceSettings => |session| session.pricing().settings().await?;
        /// Replaces the pricing settings.
        set_settings(settings: PriceSettings) -> () => |session| session.pricing().set_settings(&settings).await?;
        /// The last delivered lines of a product for a customer, latest first.
        price_history(customer_id: CustomerId, product_id: ProductId, lines: u32) -> Vec<PastPrice> =>
            |session| session.pricing().price_history(customer_id, product_id, lines).await?;
        /// What a customer usually buys, from its deliveries in a period.
        usual_basket(customer_id: CustomerId, since: Day, as_of: Day) -> Vec<BasketItem> =>
            |session| session.pricing().usual_basket(customer_id, since, as_of).await?;
        /// A customer's last delivery, as lines for a new one.
        copy_last_delivery(customer_id: CustomerId) -> Option<LastDelivery> =>
            |session| session.pricing().copy_last_delivery(customer_id).await?;
    }
}

fn stock() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Posts a goods receipt.
        receive(receipt: NewReceipt) -> StockPosted => |session| session.stock().receive(&receipt).await?;
        /// Posts a stock count.
        count(count: NewCount) -> StockPosted => |session| session.stock().count(&count).await?;
        /// Transfers goods between warehouses.
        transfer(transfer: NewTransfer) -> StockPosted => |session| session.stock().transfer(&transfer).await?;
        /// Returns goods to a supplier.
        return_to_supplier(supplier_return: NewSupplierReturn) -> StockPosted =>
            |session| session.stock().return_to_supplier(&supplier_return).await?;
        /// Reverses a stock document.
        reverse(reversal: Reverse) -> StockPosted => |session| session.stock().reverse(&reversal).await?;
        /// The customers that received goods of a lot.
        receivers_of_lot(product_id: ProductId, lot: String) -> Vec<LotReceiver> =>
            |session| session.stock().receivers_of_lot(product_id, &lot).await?;
        /// Proposes the lots to pick for a product in a warehouse on a day: first expired, first out.
        propose_lots(product_id: ProductId, warehouse_id: WarehouseId, quantity: Quantity, day: Day) -> Vec<LotProposal> =>
            |session| session.stock().propose_lots(product_id, warehouse_id, quantity, day).await?;
        /// On-hand, reserved and available quantities of a product in each warehouse.
        available(product_id: ProductId, at: Instant) -> Vec<Availability> => |session| session.stock().available(product_id, at).await?;
        /// Revalues the stock on hand.
        revalue(revaluation: Revalue) -> StockPosted => |session| session.stock().revalue(&revaluation).await?;
        /// Sets the unit cost of the stock on hand.
        set_unit_cost(cost: SetUnitCost) -> StockPosted => |session| session.stock().set_unit_cost(&cost).await?;
        /// Adds a cost that became known after a receipt.
        add_cost(cost: AddCost) -> StockPosted => |session| session.stock().add_cost(&cost).await?;
        /// Corrects the unit price of a receipt line.
        correct_receipt_price(correction: CorrectPrice) -> StockPosted => |session| session.stock().correct_receipt_price(&correction).await?;
        /// Corrects the quantity of a receipt line.
        correct_receipt_quantity(correction: CorrectQuantity) -> StockPosted =>
            |session| session.stock().correct_receipt_quantity(&correction).await?;
        /// Changes a product's costing method and carries its value over.
        change_method(change: ChangeMethod) -> StockPosted => |session| session.stock().change_method(&change).await?;
        /// Previews a recalculation of a product's costs; nothing is written.
        recost_preview(product_id: ProductId, from: Day) -> RecostPreview => |session| session.stock().recost_preview(product_id, from).await?;
        /// Recalculates a product's costs in order of days.
        recost(recost: NewRecost) -> StockPosted => |session| session.stock().recost(&recost).await?;
    }
}

fn quotes() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Creates a quote.
        create(quote: NewQuote) -> QuotePosted => |session| session.quotes().create(&quote).await?;
        /// Creates a new revision of a quote.
        revise(change: QuoteChange) -> QuotePosted => |session| session.quotes().revise(&change).await?;
        /// Closes a quote as lost or withdrawn.
        close(close: CloseQuote) -> () => |session| session.quotes().close(&close).await?;
        /// Accepts a quote in whole or in part and creates an order; repeating the request returns the same order.
        accept(acceptance: Acceptance) -> OrderPosted => |session| session.quotes().accept(&acceptance).await?;
        /// Prices of a quote that have changed since.
        price_changes(quote_id: QuoteId, today: Day) -> Vec<PriceChange> => |session| session.quotes().price_changes(quote_id, today).await?;
        /// A quote with its lines, their open quantities, and its orders.
        status(quote_id: QuoteId, today: Day) -> QuoteStatus => |session| session.quotes().status(quote_id, today).await?;
        /// A quote revision rendered as a document from its own rows.
        render(revision_id: QuoteRevisionId) -> Json => |session| session.quotes().render(revision_id).await?;
    }
}

fn orders() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Creates an order.
        create(order: NewOrder) -> OrderPosted => |session| session.orders().create(&order).await?;
        /// Delivers an order in whole or in part.
        deliver(delivery: OrderDelivery) -> SalesPosted => |session| session.orders().deliver(&delivery).await?;
        /// Closes an order short, or cancels it.
        close(close: CloseOrder) -> OrderClosed => |session| session.orders().close(&close).await?;
        /// An order with its lines and what is still open.
        status(order_id: SalesOrderId) -> OrderStatus => |session| session.orders().status(order_id).await?;
        /// Reserves goods for the open quantities of an order.
        reserve(reservation: Reserve) -> () => |session| session.orders().reserve(&reservation).await?;
        /// Releases goods reserved for an order.
        release(release: Release) -> () => |session| session.orders().release(&release).await?;
        /// An order rendered as a document from its own rows.
        render(order_id: SalesOrderId) -> Json => |session| session.orders().render(order_id).await?;
    }
}

fn sales() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Posts a delivery: issues stock and creates a receivable.
        deliver(delivery: NewDelivery) -> SalesPosted => |session| session.sales().deliver(&delivery).await?;
        /// Posts a customer return.
        return_goods(goods: NewReturn) -> SalesPosted => |session| session.sales().return_goods(&goods).await?;
        /// Posts a credit note without goods.
        credit(note: NewCreditNote) -> SalesPosted => |session| session.sales().credit(&note).await?;
        /// Reverses a delivery, return or credit note with a document of its own.
        reverse(reversal: Reversal) -> SalesPosted => |session| session.sales().reverse(&reversal).await?;
        /// A delivery as a draft for a new one.
        copy(document_id: SalesDocumentId, day: Day) -> NewDelivery => |session| session.sales().copy(document_id, day).await?;
        /// A document rendered from its own rows.
        render(document_id: SalesDocumentId) -> Json => |session| session.sales().render(document_id).await?;
        /// Sales, cost and profit by month, customer, salesperson, product and so on; the filter is on sales lines.
        profit(by: ProfitBy, filter: Option<Json>) -> Vec<ProfitRow> => |session| {
            let filter = told(&session, Right::SalesRead, profit_filter(by, filter.as_ref())).await?;
            session.sales().profit(by, &filter).await?
        };
    }
}

/// Profit by document reads documents; all other groupings read lines.
fn profit_filter(by: ProfitBy, json: Option<&Json>) -> Result<Filter, Failure> {
    let decl = match by {
        ProfitBy::Document => SalesDocument::decl(),
        _ => SalesLine::decl(),
    };
    match json {
        None | Some(Json::Null) => Ok(Filter::All),
        Some(json) => Ok(Filter::from_json(json, decl)?),
    }
}

fn receivables() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Posts a payment and allocates it to receivables as requested.
        record_payment(payment: NewPayment) -> PaymentPosted => |session| session.receivables().record_payment(&payment).await?;
        /// Allocates a credit to a receivable.
        allocate(allocation: NewAllocation) -> () => |session| session.receivables().allocate(&allocation).await?;
        /// Allocates a credit to receivables as requested and returns the amount allocated.
        allocate_credit(allocation: NewCreditAllocation) -> Option<Money> => |session| session.receivables().allocate_credit(&allocation).await?;
        /// Reverses an allocation.
        deallocate(deallocation: Deallocation) -> () => |session| session.receivables().deallocate(&deallocation).await?;
        /// Refunds a credit.
        refund(refund: NewRefund) -> AdjustmentPosted => |session| session.receivables().refund(&refund).await?;
        /// Writes off what is open on a receivable or credit.
        write_off(write_off: NewWriteOff) -> AdjustmentPosted => |session| session.receivables().write_off(&write_off).await?;
        /// Cancels a bounced or void payment.
        cancel_payment(cancellation: PaymentCancellation) -> AdjustmentPosted => |session| session.receivables().cancel_payment(&cancellation).await?;
        /// Cancels a refund, a write-off or another adjustment.
        cancel_adjustment(cancellation: AdjustmentCancellation) -> AdjustmentPosted =>
            |session| session.receivables().cancel_adjustment(&cancellation).await?;
        /// Cancels opening items imported from previous books, so that they can be imported again.
        cancel_opening(cancellation: OpeningCancellation) -> AdjustmentPosted => |session| session.receivables().cancel_opening(&cancellation).await?;
        /// Changes the due dates of what is open on a document.
        reschedule(rescheduling: Rescheduling) -> AdjustmentPosted => |session| session.receivables().reschedule(&rescheduling).await?;
        /// Releases the prepayments of an order and returns the amount.
        free_prepayments(freed: FreedPrepayments) -> Option<Money> => |session| session.receivables().free_prepayments(&freed).await?;
        /// Receivables on a day, in buckets of days past due.
        ageing(query: AgeingQuery) -> Ageing => |session| session.receivables().ageing(&query).await?;
        /// Ageing with one row per customer, payer or salesperson.
        ageing_by(by: AgeingBy, query: AgeingQuery) -> Vec<AgeingRow> => |session| session.receivables().ageing_by(by, &query).await?;
        /// The open items behind an ageing.
        aged_items(query: AgeingQuery) -> Vec<AgedItem> => |session| session.receivables().aged_items(&query).await?;
        /// A customer's balance on a day, net of credits.
        balance(customer_id: CustomerId, as_of: Day, currency: Currency) -> Money =>
            |session| session.receivables().balance(customer_id, as_of, currency).await?;
        /// The statement of account for a period.
        statement(of: AccountOf, from: Day, to: Day, currency: Currency) -> Statement =>
            |session| session.receivables().statement(of, (from, to), currency).await?;
        /// A customer's credit limit and the exposure counted against it.
        credit_state(customer_id: CustomerId, day: Day) -> CreditState => |session| session.receivables().credit_state(customer_id, day).await?;
        /// The amounts owed, overdue and in credit.
        figures(of: AccountOf, as_of: Day, currency: Currency) -> AccountFigures =>
            |session| session.receivables().figures(of, as_of, currency).await?;
        /// The payment status of a document.
        document_status(document_id: SalesDocumentId, as_of: Day) -> Option<Settled> =>
            |session| session.receivables().document_status(document_id, as_of).await?;
        /// The payment status of an order, from its prepayments and its deliveries.
        order_status(customer_id: CustomerId, order_id: SalesOrderId, total: Money, as_of: Day) -> Settled =>
            |session| session.receivables().order_status(customer_id, order_id, total, as_of).await?;
        /// Receivables due for dunning, with their dunning level.
        reminders(query: AgeingQuery, levels: ReminderLevels) -> Vec<Reminder> => |session| {
            let found = session.receivables().reminders(&query, &levels).await?;
            found.into_iter().map(|(item, level)| Reminder { item, level }).collect()
        };
    }
}

fn opening() -> Vec<Operation> {
    operations! { Session Session<'_> => Pending<'_>;
        /// Checks an opening workbook, or applies it as one act. Problems in rows are not errors: the report lists them, with reasons in the given
        /// language (`en`, `es` or `zh`; English by default), along with how each sheet and column was interpreted and what was skipped.
        apply_workbook(workbook: FileSource, options: OpeningOptions, reading: Option<ReadingOptions>, language: Option<String>) -> OpeningReport =>
            |session| {
                session.check_full_scope(Right::OpeningImport).await?;
                let language = language.as_deref().map(language_of).transpose()?.unwrap_or_default();
                let data = opening_data(&workbook, reading)?.1;
                said(session.opening().apply(&data, &options).await?, language)
            };
        /// Examines an opening workbook and reports what would be read, what would not, and why, in the given language (English by default). The
        /// options in the report can be corrected, saved, and used for the next file of the same kind.
        examine_workbook(workbook: FileSource, reading: Option<ReadingOptions>, language: Option<String>) -> WorkbookPlan => |session| {
            session.check_right(Right::OpeningImport).await?;
            let (reading, language) = (reading.unwrap_or_default(), language.as_deref().map(language_of).transpose()?.unwrap_or_default());
            let plan = examine_opening(&mut workbook.workbook(&reading.file()?)?, &reading)?;
            WorkbookPlan { problems: reasons_in(language, plan.problems), ..plan }
        };
        /// Checks an opening workbook without applying it and writes a copy with every problem marked on its row: an .xlsx is copied with marks, a
        /// text file gets a column of problems (or becomes an .xlsx if `to` says so), other formats become an .xlsx. An existing file is overwritten
        /// only if requested, a link never.
        annotate_workbook(
            workbook: FileSource, options: OpeningOptions, language: String, to: FilePath, overwrite: Option<bool>, reading: Option<ReadingOptions>,
        ) -> OpeningReport => |session| {
            session.check_full_scope(Right::OpeningImport).await?;
            let (report, copy) = annotated(&session, workbook, options, reading, to.annotate_options(&language)?).await?;
            copy.check_path(to.as_path())?;
            to.write(&copy.bytes, overwrite)?;
            report
        };
        /// Checks an opening workbook without applying it and returns a copy with every problem marked on its row, as `annotate_workbook` writes it.
        annotated_workbook(
            workbook: FileSource, options: OpeningOptions, language: String, reading: Option<ReadingOptions>, as_xlsx: Option<bool>,
        ) -> AnnotatedWorkbook => |session| {
            session.check_full_scope(Right::OpeningImport).await?;
            let copy = AnnotateOptions { language: language_of(&language)?, as_xlsx: as_xlsx.unwrap_or_default(), ..AnnotateOptions::default() };
            let (report, AnnotatedCopy { bytes, extension, notes }) = annotated(&session, workbook, options, reading, copy).await?;
            AnnotatedWorkbook { report, workbook: FileBytes(bytes), extension: extension.to_owned(), notes }
        };
        /// Writes a blank opening workbook as .xlsx. Needs the right to import. An existing file is overwritten only if requested, a link never.
        write_template(
            to: FilePath, language: String, tax_codes: Option<Vec<String>>, customer_groups: Option<Vec<String>>, product_groups: Option<Vec<String>>,
            warehouses: Option<Vec<String>>, overwrite: Option<bool>,
        ) -> () => |session| {
            let lists = lists([tax_codes, customer_groups, product_groups, warehouses]);
            to.write(&template(&session, &language, &lists).await?.0, overwrite)?;
        };
        /// Returns a blank opening workbook as .xlsx. Needs the right to import.
        template(
            language: String, tax_codes: Option<Vec<String>>, customer_groups: Option<Vec<String>>, product_groups: Option<Vec<String>>,
            warehouses: Option<Vec<String>>,
        ) -> FileBytes => |session| {
            let lists = lists([tax_codes, customer_groups, product_groups, warehouses]);
            template(&session, &language, &lists).await?
        };
    }
}

/// Reads a workbook and its opening data.
fn opening_data(source: &FileSource, reading: Option<ReadingOptions>) -> Result<(Workbook, OpeningData), Failure> {
    let reading = reading.unwrap_or_default();
    let mut workbook = source.workbook(&reading.file()?)?;
    let data = read_opening(&mut workbook, &reading)?;
    Ok((workbook, data))
}

/// Problems with their reasons in a language.
fn reasons_in(language: Language, problems: Vec<Problem>) -> Vec<Problem> {
    problems.into_iter().map(|problem| Problem { reason: language.reason(&problem), ..problem }).collect()
}

/// A report with its reasons in a language.
fn said(report: OpeningReport, language: Language) -> OpeningReport {
    OpeningReport { problems: reasons_in(language, report.problems), ..report }
}

/// Checks a workbook for a caller already authorized, and makes a copy with every problem marked on its row.
async fn annotated(
    session: &Session<'_>,
    source: FileSource,
    options: OpeningOptions,
    reading: Option<ReadingOptions>,
    copy: AnnotateOptions,
) -> Result<(OpeningReport, AnnotatedCopy), Failure> {
    let (mut workbook, data) = opening_data(&source, reading)?;
    let options = OpeningOptions { mode: ApplyMode::DryRun, ..options };
    let report = session.opening().apply(&data, &options).await?;
    let copy = AnnotateOptions { sheets: report.sheets.clone(), ..copy };
    let marked = annotate(&mut workbook, source.original()?, &report.problems, &copy)?;
    Ok((said(report, copy.language), marked))
}

/// Makes a blank opening workbook.
async fn template(session: &Session<'_>, language: &str, lists: &TemplateLists) -> Result<FileBytes, Failure> {
    session.check_right(Right::OpeningImport).await?;
    Ok(FileBytes(write_template(language_of(language)?, lists)?))
}

fn lists([tax_codes, customer_groups, product_groups, warehouses]: [Option<Vec<String>>; 4]) -> TemplateLists {
    TemplateLists {
        tax_codes: tax_codes.unwrap_or_default(),
        customer_groups: customer_groups.unwrap_or_default(),
        product_groups: product_groups.unwrap_or_default(),
        warehouses: warehouses.unwrap_or_default(),
    }
}

pub(crate) fn language_of(code: &str) -> Result<Language, Failure> {
    Language::of_code(code).ok_or_else(|| Failure::request("language", "is not one of `en`, `es` and `zh`"))
}
