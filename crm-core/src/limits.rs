//! Every limit of the library, by name. Reaching one is an error that says which.

use crate::error::{Code, Error, Result};

/// Lines of one document.
pub const MAX_LINES: usize = 10_000;
/// Allowances and charges of one document.
pub const MAX_ALLOWANCE_CHARGES: usize = 100;
/// Units of its currency that one amount comes to, on either side of nothing: a line, its tax or the whole of a document, an allowance or charge, a payment, a
/// refund or write-off, what is open in opening data. What is kept holds thousands of them, and totals any number. Of a currency without decimals it
/// is a thousand times as many ([`MAX_WHOLE_AMOUNT`]), because its unit is worth as much less.
pub const MAX_AMOUNT: i64 = 100_000_000_000;
/// The same in a currency without decimals, such as the dong or the yen.
pub const MAX_WHOLE_AMOUNT: i64 = 100_000_000_000_000;
/// Records in one page of a list.
pub const MAX_PAGE: u32 = 10_000;
/// Rows that one report returns.
pub const MAX_REPORT_ROWS: u32 = 1_000_000;
/// Records in one batch of creations.
pub const MAX_BATCH: usize = 50_000;
/// Characters of a code, number or key.
pub const MAX_CODE: usize = 64;
/// Characters of a one-line text, and of a text in a filter.
pub const MAX_TEXT: usize = 500;
/// Depth of a tree of groups.
pub const MAX_TREE_DEPTH: usize = 64;
/// Nodes of one tree that a company can have.
pub const MAX_TREE_NODES: u32 = 100_000;
/// Conditions in one filter, nested ones counted.
pub const MAX_FILTER_NODES: usize = 200;
/// Nesting of one filter.
pub const MAX_FILTER_DEPTH: usize = 16;
/// Relations that one filter goes along, nested ones counted.
pub const MAX_FILTER_RELATIONS: usize = 8;
/// Values of one `in` list.
pub const MAX_IN_VALUES: usize = 50_000;
/// Values of all `in` lists of one filter together.
pub const MAX_FILTER_VALUES: usize = 100_000;
/// Groups of one report.
pub const MAX_REPORT_GROUPS: usize = 8;
/// Groups of one report that are fields of another record.
pub const MAX_REPORT_JOINS: usize = 4;
/// Days that part the bands of one group.
pub const MAX_REPORT_BANDS: usize = 64;
/// Sort keys of one query.
pub const MAX_SORT_KEYS: usize = 8;
/// Allocations made by one payment.
pub const MAX_ALLOCATIONS: usize = 10_000;
/// Languages of the labels of one entry.
pub const MAX_LANGUAGES: usize = 64;
/// Fields that the host declares in one company.
pub const MAX_CUSTOM_FIELDS: usize = 1_000;
/// Characters of a value that an error repeats, in its message and in its details: as many as a one-line text has, so that what could be right is told whole.
pub const MAX_QUOTED: usize = MAX_TEXT;
/// Characters of the message of an error.
pub const MAX_MESSAGE: usize = 2_000;
/// Characters of a number as it is written. No number that is kept needs half as many.
pub const MAX_NUMBER: usize = 100;
/// Characters of notes.
pub const MAX_NOTES: usize = 20_000;
/// Instalments of one document, and parts of payment terms.
pub const MAX_INSTALMENTS: usize = 120;
/// Customers that one payment or credit is set against, beside the payer.
pub const MAX_DEBTORS: usize = 1_000;
/// Movements of one product that are costed again in one act.
pub const MAX_RECOST: usize = 100_000;
/// Days after today that a document, an order, the acceptance of a quote or a payment may be dated.
pub const MAX_DAYS_AHEAD: u64 = 366;
/// Times an act is tried again after a retryable error.
pub const MAX_RETRIES: u32 = 10;
/// Times an act or a read looks at the rights again, because somebody has changed rights since it began.
pub const MAX_RELOADS: u32 = 100;
/// Keys of other systems that one record has.
pub const MAX_EXTERNAL_KEYS: usize = 1_000;
/// Other systems that one role names.
pub const MAX_SYSTEMS: usize = 100;
/// Roles of one company, and tax rates of one company.
pub const MAX_SETTINGS: u32 = 1_000;

/// Base units that one unit of measure can stand for, and parts that one base unit can be divided into.
pub const MAX_UNIT_RATIO: i64 = 1_000_000_000;
/// Digits of a number behind a group's prefix.
pub const MAX_CODE_DIGITS: i64 = 18;
/// Days of a term of payment, and of what is counted in days before or after one: ten years.
pub const MAX_PAYMENT_DAYS: i64 = 3_660;
/// Codes typed by hand that one act passes over before it finds free numbers.
pub const MAX_TAKEN_CODES: usize = 10_000;
/// Products that one code is said to stand for.
pub const MAX_CODE_MATCHES: u32 = 50;
/// Lines of one price history.
pub const MAX_PRICE_HISTORY: u32 = 1_000;
/// Delivered lines that a usual basket looks at, the latest first.
pub const MAX_BASKET_LINES: u32 = 10_000;
/// Steps of the currency by which an amount to pay may be rounded down for cash; what is beyond counts as an allowance: 0.50 in euro.
pub const MAX_FREE_ROUNDING: u32 = 50;
/// Prices that one request for prices reads of lists, and of customers.
pub const MAX_PRICES: u32 = 100_000;

/// Checks a count against a named limit.
///
/// # Errors
/// `limit.exceeded` with `limit`, `name` and `actual`.
pub fn check(name: &'static str, actual: usize, limit: usize) -> Result<()> {
    check_advised(name, actual, limit, "")
}

/// Checks how many records one call creates.
///
/// # Errors
/// As [`check`], with what to do instead.
pub(crate) fn check_batch(actual: usize) -> Result<()> {
    check_advised("MAX_BATCH", actual, MAX_BATCH, "; split them into several calls of at most as many")
}

fn check_advised(name: &'static str, actual: usize, limit: usize, advice: &str) -> Result<()> {
    if actual <= limit {
        return Ok(());
    }
    Err(Error::new(Code::LimitExceeded, format!("{actual} exceed the limit `{name}` of {limit}{advice}"))
        .with("name", name)
        .with("limit", limit)
        .with("actual", actual))
}
