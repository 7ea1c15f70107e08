//! One error type for every crate of the library.
//!
//! Programs read `code` (stable, never reworded) and `kind`; people read the message. The ids, fields and
//! figures concerned travel as `context`, so that nothing has to be parsed out of a sentence.

use crate::{
    limits::{MAX_MESSAGE, MAX_QUOTED},
    right::Right,
    text::shortened,
};
use std::{borrow::Cow, fmt};
use uuid::Uuid;

/// The result of every fallible operation of the library.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What a caller can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// The request itself is wrong; the same request fails again.
    Invalid,
    /// Nothing with that id exists, or it lies outside the caller's scope: both look the same.
    NotFound,
    /// The caller lacks the right.
    Denied,
    /// The request contradicts what is stored: read again, decide again.
    Conflict,
    /// A named limit is reached.
    Limit,
    /// The storage could not answer now; the same request may succeed later.
    Unavailable,
    /// Stored data breaks an invariant.
    Corrupt,
}

impl ErrorKind {
    /// The kind's stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::NotFound => "not_found",
            Self::Denied => "denied",
            Self::Conflict => "conflict",
            Self::Limit => "limit",
            Self::Unavailable => "unavailable",
            Self::Corrupt => "corrupt",
        }
    }
}

/// Declares every error code once: name, kind, stable text and meaning.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $kind:ident $text:literal $($retry:ident)?;)+) => {
        /// The stable code of an error. Codes are added, never renamed or reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every code, for documentation and bindings.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];

            /// The code as programs see it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// The kind every error of this code has.
            pub fn kind(self) -> ErrorKind {
                match self { $(Self::$name => ErrorKind::$kind,)+ }
            }

            /// What the code means, for people.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii(),)+ }
            }

            /// Whether the same act, tried again unchanged, can succeed.
            pub fn is_retryable(self) -> bool {
                match self { $(Self::$name => codes!(@retry $($retry)?),)+ }
            }
        }
    };
    (@retry) => { false };
    (@retry retry) => { true };
}

codes! {
    /// A number is outside the range that storage keeps.
    NumberOutOfRange = Invalid "number.out_of_range";
    /// A number has more decimals than its scale.
    NumberTooPrecise = Invalid "number.too_precise";
    /// A text is no number.
    NumberUnreadable = Invalid "number.unreadable";
    /// Amounts of two currencies meet in one calculation.
    CurrencyMismatch = Invalid "currency.mismatch";
    /// No ISO 4217 currency has this code.
    CurrencyUnknown = Invalid "currency.unknown";
    /// A field's value is not acceptable; `field` and `reason` say which and why.
    FieldInvalid = Invalid "field.invalid";
    /// A text is longer than its limit.
    FieldTooLong = Limit "field.too_long";
    /// Another record has this value already.
    UniqueTaken = Conflict "unique.taken";
    /// The record was changed since it was read.
    VersionConflict = Conflict "version.conflict";
    /// No such record for this caller.
    NotFound = NotFound "record.not_found";
    /// A reference points to nothing this caller can see.
    ReferenceMissing = NotFound "reference.missing";
    /// Other records refer to the record, which therefore stays; the details count them by entity.
    RecordInUse = Conflict "record.in_use";
    /// A group would become its own ancestor.
    TreeCycle = Conflict "tree.cycle";
    /// A tree would be deeper than its limit.
    TreeTooDeep = Limit "tree.too_deep";
    /// The caller lacks the right.
    AccessDenied = Denied "access.denied";
    /// The field is hidden from this caller, in filters, sorts and groups too.
    FieldHidden = Denied "access.field_hidden";
    /// Rights changed since the session began; the library reloads them and tries again.
    AccessChanged = Conflict "access.changed" retry;
    /// A filter, sort or report does not fit the declaration of the entity.
    QueryInvalid = Invalid "query.invalid";
    /// A page cursor does not belong to this query.
    CursorInvalid = Invalid "query.cursor_invalid";
    /// The read took longer than the host allows; `limit` says how many milliseconds that is.
    QueryTimeout = Limit "query.timeout";
    /// A result, batch or command is larger than its named limit.
    LimitExceeded = Limit "limit.exceeded";
    /// The idempotency key was used for a different request.
    IdempotencyMismatch = Conflict "idempotency.mismatch";
    /// The stock does not cover the quantity; `available` says what it would cover.
    InsufficientStock = Conflict "stock.insufficient";
    /// The document is dated further back than the company allows.
    StockBackdated = Conflict "stock.backdated";
    /// A quantity found or returned has no cost: nothing was ever received.
    CostUnknown = Invalid "stock.cost_unknown";
    /// The product is tracked by lot or serial, and the line names none.
    LotNeeded = Invalid "stock.lot_needed";
    /// The product has no such lot.
    LotUnknown = NotFound "stock.lot_unknown";
    /// A serial is one piece: the quantity is not one, or the piece is there already.
    SerialNotOne = Invalid "stock.serial_not_one";
    /// The piece is not with the customer who is said to bring it back.
    SerialElsewhere = Conflict "stock.serial_elsewhere";
    /// The lot is no longer good, or will not be soon, and the company delivers no such goods.
    LotExpired = Conflict "stock.expired";
    /// There is nothing on hand that could get another value.
    NoStock = Conflict "stock.nothing_to_revalue";
    /// The document was undone already, or is not of a kind that can be undone or corrected.
    NotCorrectable = Conflict "stock.not_correctable";
    /// A registered costing strategy broke a law of costing; `law` says which.
    CostingUnlawful = Corrupt "costing.unlawful";
    /// The stored costing method has no registered strategy.
    CostingUnknown = Invalid "costing.unknown";
    /// More comes back than was delivered.
    ReturnExceedsDelivery = Conflict "return.exceeds_delivery";
    /// No list and no agreement has a price of the product, and the line names none.
    PriceMissing = Invalid "price.missing";
    /// More is ordered than the quote still offers, delivered than the order still has open, or credited than is left to credit.
    LineExceeded = Conflict "line.exceeded";
    /// The quote's validity is over.
    QuoteExpired = Conflict "quote.expired";
    /// The quote or order was lost, withdrawn, cancelled or completed.
    DocumentClosed = Conflict "document.closed";
    /// Another revision of the quote was ordered from.
    QuoteRevisionTaken = Conflict "quote.revision_taken";
    /// The document was reversed already, or something was taken back from it.
    DocumentReversed = Conflict "document.reversed";
    /// An allocation exceeds what is open on either side.
    AllocationExceeded = Conflict "allocation.exceeded";
    /// A credit is set against receivables that it is not reserved for; free the prepayments of its order first.
    CreditReserved = Conflict "credit.reserved";
    /// More would be written off than the company tolerates without the stronger right; `tolerance` says how much it does.
    WriteOffExceeded = Denied "write_off.exceeded";
    /// The payment or adjustment was cancelled before.
    AlreadyCancelled = Conflict "document.cancelled";
    /// The delivery would take the customer beyond its credit limit, or it has receivables overdue; `limit`, `exposure` and `overdue` say how far.
    CreditExceeded = Conflict "credit.exceeded";
    /// No tax rate is in force for the code on the day.
    TaxRateMissing = Invalid "tax.rate_missing";
    /// The opening data has rows that cannot be applied.
    OpeningRejected = Invalid "opening.rejected";
    /// The product is not counted in this unit.
    UnitUnknown = Invalid "unit.unknown";
    /// A price in another unit would have more decimals than are kept, or a quantity comes to nothing in those of the stock.
    UnitInexact = Invalid "unit.inexact";
    /// A kit would become a part of a kit.
    KitNested = Conflict "kit.nested";
    /// The document's prices are below what the company's policy or the caller's role allows: `reason` says what, or `policy` to callers who may
    /// not see costs; `line` and `limit`, if it is about one.
    PriceRefused = Denied "price.refused";
    /// A file is no readable workbook of its kind.
    WorkbookUnreadable = Invalid "workbook.unreadable";
    /// A file has nothing in it.
    WorkbookEmpty = Invalid "workbook.empty";
    /// A workbook is protected by a password, or encrypted by a company's protection of documents: only who may open it can save it without.
    WorkbookEncrypted = Invalid "workbook.encrypted";
    /// A workbook is cut off or damaged; `reason` says where.
    WorkbookDamaged = Invalid "workbook.damaged";
    /// A file is something else than a workbook; `found` says what.
    WorkbookUnsupported = Invalid "workbook.unsupported";
    /// A sheet or column that was asked for is not there.
    WorkbookColumnMissing = Invalid "workbook.column_missing";
    /// Something is at the path that a file was to be written to, and nobody said that it may be overwritten; `path` says which.
    FileExists = Conflict "file.exists";
    /// A file cannot be written to the path; `reason` says why. What is there is left as it was.
    FileUnwritable = Invalid "file.unwritable";
    /// Another writer holds what this act needs.
    StorageBusy = Unavailable "storage.busy" retry;
    /// Another transaction got in between; nothing of this one was kept.
    StorageConflict = Conflict "storage.conflict" retry;
    /// The database could not be opened, or the connection is gone.
    StorageUnavailable = Unavailable "storage.unavailable" retry;
    /// The disk is full; nothing of the act was kept.
    StorageFull = Unavailable "storage.full";
    /// The outcome of a commit is unknown; the idempotency key settles it.
    CommitUnknown = Unavailable "storage.commit_unknown";
    /// The engine refused a statement for a reason the library does not know.
    StorageFailed = Unavailable "storage.failed";
    /// The schema is older or newer than this library.
    SchemaMismatch = Conflict "schema.mismatch";
    /// A stored value cannot be decoded, or an invariant does not hold.
    Corrupt = Corrupt "storage.corrupt";
}

/// What went wrong: kind, stable code, operation, context and source.
///
/// ```
/// use crm_core::error::{Code, Error};
/// let error = Error::new(Code::InsufficientStock, "there is not enough of `A-1`").with("available", "3");
/// assert_eq!(error.code().as_str(), "stock.insufficient");
/// assert_eq!(error.context("available"), Some("3"));
/// assert!(!error.is_retryable());
/// ```
#[derive(thiserror::Error)]
#[error("{}", self.inner.message)]
pub struct Error {
    inner: Box<Inner>,
}

struct Inner {
    code: Code,
    message: String,
    operation: Option<&'static str>,
    context: Vec<(&'static str, String)>,
    /// Figures that only those are told who may read them elsewhere.
    guarded: Vec<(Right, &'static str, String)>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
    is_raced: bool,
    refused_to: Option<Uuid>,
    noted: Option<Vec<(&'static str, String)>>,
}

impl Error {
    /// An error of a code, with a sentence for people: lower case, no full stop, user input in backticks ([`crate::text::quoted`]). No longer than
    /// [`MAX_MESSAGE`](crate::limits::MAX_MESSAGE).
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        let (context, guarded) = (Vec::new(), Vec::new());
        let message = bounded(message.into(), MAX_MESSAGE);
        let inner = Inner { code, message, operation: None, context, guarded, source: None, is_raced: false, refused_to: None, noted: None };
        Self { inner: Box::new(inner) }
    }

    /// A field whose value is not acceptable.
    pub fn field(field: &'static str, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        Self::new(Code::FieldInvalid, format!("`{field}` {reason}")).with("field", field).with("reason", reason)
    }

    /// A stored value that cannot be what it is.
    pub fn corrupt(what: impl Into<String>) -> Self {
        Self::new(Code::Corrupt, what)
    }

    /// Adds an id, field or figure that the error is about; of a long value no more than [`MAX_QUOTED`](crate::limits::MAX_QUOTED) characters.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl fmt::Display) -> Self {
        self.inner.context.push((key, bounded(value.to_string(), MAX_QUOTED)));
        self
    }

    /// Adds a figure that only a caller with a right is told: it is dropped when the error leaves the session of anybody else. The message may not
    /// hold it.
    #[must_use]
    pub(crate) fn guarded(mut self, right: Right, key: &'static str, value: impl fmt::Display) -> Self {
        self.inner.guarded.push((right, key, bounded(value.to_string(), MAX_QUOTED)));
        self
    }

    /// The same as a caller may be told it: the figures that they may read become details, and stand in the message too.
    #[must_use]
    pub(crate) fn disclosed(mut self, may_read: impl Fn(Right) -> bool) -> Self {
        let guarded = std::mem::take(&mut self.inner.guarded);
        self.figures(guarded.into_iter().filter(|(right, ..)| may_read(*right)).map(|(_, key, value)| (key, value)))
    }

    /// Adds figures that the caller may read, as details and to the message.
    #[must_use]
    pub(crate) fn figures(mut self, figures: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        let figures: Vec<_> = figures.into_iter().collect();
        if !figures.is_empty() {
            let told: Vec<String> = figures.iter().map(|(key, value)| format!("{key} {value}")).collect();
            self.inner.message = bounded(format!("{} ({})", self.inner.message, told.join(", ")), MAX_MESSAGE);
        }
        self.inner.context.extend(figures);
        self
    }

    /// Names the operation, if no inner operation has been named yet.
    #[must_use]
    pub fn during(mut self, operation: &'static str) -> Self {
        self.inner.operation.get_or_insert(operation);
        self
    }

    /// Keeps the error that caused this one.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.inner.source = Some(source.into());
        self
    }

    /// The same, as the outcome of a race that another attempt of the library gets past.
    pub(crate) fn raced(mut self) -> Self {
        self.inner.is_raced = true;
        self
    }

    pub(crate) fn is_raced(&self) -> bool {
        self.inner.is_raced
    }

    /// The same, as what the company's policy refuses a caller for a customer.
    pub(crate) fn refused_to(mut self, customer: Uuid) -> Self {
        self.inner.refused_to = Some(customer);
        self
    }

    /// The same, with the details of another for the audit of the customer, whose readers may not know all that the caller may.
    pub(crate) fn noted_as(mut self, other: &Self) -> Self {
        self.inner.noted = Some(other.details().to_vec());
        self
    }

    /// The details that the audit of the customer may hold.
    pub(crate) fn noted_details(&self) -> &[(&'static str, String)] {
        self.inner.noted.as_deref().unwrap_or(self.details())
    }

    /// The customer for whom the company's policy refuses what was asked: on prices (`price.refused`) or on credit (`credit.exceeded`). The audit
    /// has such refusals ([`crate::audit::Action::Refuse`]).
    pub fn refused_customer(&self) -> Option<Uuid> {
        self.inner.refused_to
    }

    /// What a caller can do about it.
    pub fn kind(&self) -> ErrorKind {
        self.inner.code.kind()
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.inner.code
    }

    /// The operation that failed, such as `sales.deliver`.
    pub fn operation(&self) -> Option<&'static str> {
        self.inner.operation
    }

    /// Everything the error is about, in the order it was added.
    pub fn details(&self) -> &[(&'static str, String)] {
        &self.inner.context
    }

    /// One detail by its key.
    pub fn context(&self, key: &str) -> Option<&str> {
        self.inner.context.iter().find(|(k, _)| *k == key).map(|(_, v)| v.as_str())
    }

    /// Whether the same act, tried again unchanged, can succeed.
    pub fn is_retryable(&self) -> bool {
        self.inner.code.is_retryable()
    }

    /// The error that caused this one.
    pub fn cause(&self) -> Option<&(dyn std::error::Error + Send + Sync + 'static)> {
        self.inner.source.as_deref()
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { code, message, operation, context, source, .. } = &*self.inner;
        write!(f, "{}: {message}", code.as_str())?;
        if let Some(operation) = operation {
            write!(f, " [{operation}]")?;
        }
        for (key, value) in context {
            write!(f, " {key}={value}")?;
        }
        match source {
            Some(source) => write!(f, " caused by: {}", shortened(&source.to_string(), MAX_MESSAGE)),
            None => Ok(()),
        }
    }
}

/// A text that is cut where it is longer than the limit; what is short enough stays as it is.
fn bounded(text: String, limit: usize) -> String {
    match shortened(&text, limit) {
        Cow::Borrowed(_) => text,
        Cow::Owned(short) => short,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn an_error_repeats_no_more_of_a_value_than_the_limit() {
        let long = "é".repeat(1_000_000);
        let error = Error::new(Code::QueryInvalid, format!("`{long}` is no test")).with("value", &long).guarded(Right::SalesRead, "figure", &long);
        let told = error.disclosed(|_| true);
        let error_ends = Error::new(Code::QueryInvalid, format!("{} is no test", crate::text::quoted(&long)));
        assert!(told.details().iter().all(|(_, value)| value.chars().count() <= MAX_QUOTED), "{told:?}");
        assert!(told.to_string().chars().count() <= MAX_MESSAGE, "{told:?}");
        assert!(error_ends.to_string().ends_with("…` is no test"), "{error_ends:?}");
        let caused = Error::corrupt("x").caused_by(long);
        assert!(format!("{caused:?}").chars().count() < MAX_MESSAGE + 100);
    }

    #[test]
    fn every_code_has_its_own_text() {
        let texts: HashSet<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
    }
}
