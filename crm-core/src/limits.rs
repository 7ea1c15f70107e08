//! Every limit of the library, by name. Reaching one is an error that names it.

use crate::error::{Code, Error, Result};

/// Lines of one document.
pub const MAX_LINES: usize = 10_000;
/// Allowances and charges of one document.
pub const MAX_ALLOWANCE_CHARGES: usize = 100;
/// Largest absolute amount, in units of its currency: of a line, its tax, a document total, an allowance or charge, a payment, a refund or write-off,
/// or an open item in opening data. Stored amounts leave room for thousands of these, and totals for any number. Currencies without decimals have a
/// limit a thousand times as high ([`MAX_WHOLE_AMOUNT`]), because their unit is worth so much less.
pub const MAX_AMOUNT: i64 = 100_000_000_000;
/// [`MAX_AMOUNT`] for currencies without decimals, such as the dong or the yen.
pub const MAX_WHOLE_AMOUNT: i64 = 100_000_000_000_000;
/// Records per page of a list.
pub const MAX_PAGE: u32 = 10_000;
/// Rows that one report returns.
pub const MAX_REPORT_ROWS: u32 = 1_000_000;
/// Records created in one batch.
pub const MAX_BATCH: usize = 50_000;
/// Characters of a code, number or key.
pub const MAX_CODE: usize = 64;
/// Characters of a one-line text, and of a text in a filter.
pub const MAX_TEXT: usize = 500;
/// Depth of a tree of groups.
pub const MAX_TREE_DEPTH: usize = 64;
/// Nodes of one tree in a company.
pub const MAX_TREE_NODES: u32 = 100_000;
/// Conditions in a filter, nested ones included.
pub const MAX_FILTER_NODES: usize = 200;
/// Nesting depth of a filter.
pub const MAX_FILTER_DEPTH: usize = 16;
/// Relations followed by a filter, nested ones included.
pub const MAX_FILTER_RELATIONS: usize = 8;
/// Values in one `in` list.
pub const MAX_IN_VALUES: usize = 50_000;
/// Values in all `in` lists of a filter.
pub const MAX_FILTER_VALUES: usize = 100_000;
/// Groupings of a report.
pub const MAX_REPORT_GROUPS: usize = 8;
/// Groupings of a report by fields of another record.
pub const MAX_REPORT_JOINS: usize = 4;
/// Boundary days between the bands of one grouping.
pub const MAX_REPORT_BANDS: usize = 64;
/// Sort keys of a query.
pub const MAX_SORT_KEYS: usize = 8;
/// Allocations made by one payment.
pub const MAX_ALLOCATIONS: usize = 10_000;
/// Languages of the labels of one entry.
pub const MAX_LANGUAGES: usize = 64;
/// Custom fields in a company.
pub const MAX_CUSTOM_FIELDS: usize = 1_000;
/// Characters of a value quoted in an error's message and details: as many as in a one-line text, so that any value that could be valid is quoted in
/// full.
pub const MAX_QUOTED: usize = MAX_TEXT;
/// Characters of an error message.
pub const MAX_MESSAGE: usize = 2_000;
/// Characters of a number in text form. No stored number needs half as many.
pub const MAX_NUMBER: usize = 100;
/// Records that an undo names because they had changed since; the rest are only counted.
pub const MAX_KEPT_RECORDS: usize = 100;
/// Characters of notes.
pub const MAX_NOTES: usize = 20_000;
/// Instalments of one document, and parts of payment terms.
pub const MAX_INSTALMENTS: usize = 120;
/// Customers that one payment or credit is allocated to, besides the payer.
pub const MAX_DEBTORS: usize = 1_000;
/// Movements of one product recalculated in one act.
pub const MAX_RECOST: usize = 100_000;
/// Days in the future that a document, an order, the acceptance of a quote or a payment may be dated.
pub const MAX_DAYS_AHEAD: u64 = 366;
/// Retries of an act after a retryable error.
pub const MAX_RETRIES: u32 = 10;
/// Times an act or a read reloads its rights because they changed since it began.
pub const MAX_RELOADS: u32 = 100;
/// External keys of one record.
pub const MAX_EXTERNAL_KEYS: usize = 1_000;
/// External systems reserved by one role.
pub const MAX_SYSTEMS: usize = 100;
/// Roles of one company, and tax rates of one company.
pub const MAX_SETTINGS: u32 = 1_000;

/// Base units in one unit of measure, and units of measure in one base unit.
pub const MAX_UNIT_RATIO: i64 = 1_000_000_000;
/// Digits of a code after the group's prefix.
pub const MAX_CODE_DIGITS: i64 = 18;
/// Days of a payment term, and of other settings counted in days: ten years.
pub const MAX_PAYMENT_DAYS: i64 = 3_660;
/// Codes entered by hand that one act skips in search of free numbers.
pub const MAX_TAKEN_CODES: usize = 10_000;
/// Products reported as matches of one code.
pub const MAX_CODE_MATCHES: u32 = 50;
/// Lines of a price history.
pub const MAX_PRICE_HISTORY: u32 = 1_000;
/// Delivered lines considered for a usual basket, latest first.
pub const MAX_BASKET_LINES: u32 = 10_000;
/// Steps of the currency by which a payable amount may be rounded down for cash; anything more counts as an allowance: 0.50 in euro.
pub const MAX_FREE_ROUNDING: u32 = 50;
/// Prices read by one pricing request, of lists and of customers each.
pub const MAX_PRICES: u32 = 100_000;

/// Checks a count against a named limit.
///
/// # Errors
/// `limit.exceeded` with `limit`, `name` and `actual`.
pub fn check(name: &'static str, actual: usize, limit: usize) -> Result<()> {
    check_advised(name, actual, limit, "")
}

/// Checks how many records a call creates.
///
/// # Errors
/// As [`check`], with a hint on what to do instead.
pub(crate) fn check_batch(actual: usize) -> Result<()> {
    check_advised("MAX_BATCH", actual, MAX_BATCH, "; split them into several calls of at most that many")
}

fn check_advised(name: &'static str, actual: usize, limit: usize, advice: &str) -> Result<()> {
    if actual <= limit {
        return Ok(());
    }
    Err(Error::new(Code::LimitExceeded, format!("{actual} exceeds the limit `{name}` of {limit}{advice}"))
        .with("name", name)
        .with("limit", limit)
        .with("actual", actual))
}
