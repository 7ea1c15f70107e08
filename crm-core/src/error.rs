//! One error type for every crate of the library.
//!
//! Programs read `code` (stable, never reworded) and `kind`; people read the message. Ids, fields and figures are given as `context`, so that nothing
//! has to be parsed out of a sentence.

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
    /// The request itself is wrong; repeating it fails again.
    Invalid,
    /// The record does not exist or is outside the caller's scope: the two are indistinguishable.
    NotFound,
    /// The caller lacks the right.
    Denied,
    /// The request conflicts with stored data: read again and decide again.
    Conflict,
    /// A named limit has been reached.
    Limit,
    /// The storage could not respond; the same request may succeed later.
    Unavailable,
    /// Stored data violates an invariant.
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

            /// The code as a stable text, for programs.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// The kind of every error with this code.
            pub fn kind(self) -> ErrorKind {
                match self { $(Self::$name => ErrorKind::$kind,)+ }
            }

            /// The meaning of the code, for people.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii(),)+ }
            }

            /// Whether the same act may succeed if retried unchanged.
            pub fn is_retryable(self) -> bool {
                match self { $(Self::$name => codes!(@retry $($retry)?),)+ }
            }
        }
    };
    (@retry) => { false };
    (@retry retry) => { true };
}

codes! {
    /// A number is outside the range that storage supports.
    NumberOutOfRange = Invalid "number.out_of_range";
    /// A number has more decimals than its scale.
    NumberTooPrecise = Invalid "number.too_precise";
    /// A text is not a number.
    NumberUnreadable = Invalid "number.unreadable";
    /// A calculation mixes amounts in different currencies.
    CurrencyMismatch = Invalid "currency.mismatch";
    /// No ISO 4217 currency has this code.
    CurrencyUnknown = Invalid "currency.unknown";
    /// A field's value is invalid; `field` and `reason` say which and why.
    FieldInvalid = Invalid "field.invalid";
    /// A text is longer than its limit.
    FieldTooLong = Limit "field.too_long";
    /// Another record already has this value.
    UniqueTaken = Conflict "unique.taken";
    /// The record has changed since it was read.
    VersionConflict = Conflict "version.conflict";
    /// The record does not exist, or the caller cannot see it.
    NotFound = NotFound "record.not_found";
    /// A referenced record does not exist, or the caller cannot see it.
    ReferenceMissing = NotFound "reference.missing";
    /// Other records reference the record, so it cannot be deleted; the details count them by entity.
    RecordInUse = Conflict "record.in_use";
    /// A group would become its own ancestor.
    TreeCycle = Conflict "tree.cycle";
    /// A tree would exceed its maximum depth.
    TreeTooDeep = Limit "tree.too_deep";
    /// The caller lacks the right.
    AccessDenied = Denied "access.denied";
    /// The field is hidden from the caller, also in filters, sorts and groups.
    FieldHidden = Denied "access.field_hidden";
    /// Access rights changed since the session began; the library reloads them and retries.
    AccessChanged = Conflict "access.changed" retry;
    /// A filter, sort or report does not match the entity's declaration.
    QueryInvalid = Invalid "query.invalid";
    /// A page cursor does not belong to this query.
    CursorInvalid = Invalid "query.cursor_invalid";
    /// The read took longer than the host allows; `limit` is that time in milliseconds.
    QueryTimeout = Limit "query.timeout";
    /// A result, batch or command exceeds a named limit.
    LimitExceeded = Limit "limit.exceeded";
    /// The idempotency key was used for a different request.
    IdempotencyMismatch = Conflict "idempotency.mismatch";
    /// Stock is insufficient for the quantity; `available` is the quantity available.
    InsufficientStock = Conflict "stock.insufficient";
    /// The document is backdated further than the company allows.
    StockBackdated = Conflict "stock.backdated";
    /// A quantity found or returned has no cost, because nothing was ever received.
    CostUnknown = Invalid "stock.cost_unknown";
    /// The product is tracked by lot or serial number, and the line has none.
    LotNeeded = Invalid "stock.lot_needed";
    /// The product has no such lot.
    LotUnknown = NotFound "stock.lot_unknown";
    /// A serial number stands for one piece: the quantity is not one, or the piece is already in stock.
    SerialNotOne = Invalid "stock.serial_not_one";
    /// The piece is not with the customer who is supposed to return it.
    SerialElsewhere = Conflict "stock.serial_elsewhere";
    /// The lot has expired or will soon, and the company does not deliver such goods.
    LotExpired = Conflict "stock.expired";
    /// There is no stock on hand to revalue.
    NoStock = Conflict "stock.nothing_to_revalue";
    /// The document was already reversed, or is of a kind that cannot be reversed or corrected.
    NotCorrectable = Conflict "stock.not_correctable";
    /// A registered costing strategy violated a costing law; `law` names it.
    CostingUnlawful = Corrupt "costing.unlawful";
    /// No strategy is registered for the stored costing method.
    CostingUnknown = Invalid "costing.unknown";
    /// The quantity returned exceeds the quantity delivered.
    ReturnExceedsDelivery = Conflict "return.exceeds_delivery";
    /// No list or agreement has a price for the product, and the line gives none.
    PriceMissing = Invalid "price.missing";
    /// The quantity exceeds what the quote still offers, the order has open, or remains to be credited.
    LineExceeded = Conflict "line.exceeded";
    /// The quote has expired.
    QuoteExpired = Conflict "quote.expired";
    /// The quote or order was lost, withdrawn, cancelled or completed.
    DocumentClosed = Conflict "document.closed";
    /// An order already exists for another revision of the quote.
    QuoteRevisionTaken = Conflict "quote.revision_taken";
    /// The document was already reversed, or part of it was returned or credited.
    DocumentReversed = Conflict "document.reversed";
    /// An allocation exceeds the open amount of either side.
    AllocationExceeded = Conflict "allocation.exceeded";
    /// The credit is reserved for other receivables; free the prepayments of its order first.
    CreditReserved = Conflict "credit.reserved";
    /// The write-off exceeds the company's tolerance and the caller lacks the higher right; `tolerance` is the limit.
    WriteOffExceeded = Denied "write_off.exceeded";
    /// The payment or adjustment was already cancelled.
    AlreadyCancelled = Conflict "document.cancelled";
    /// The delivery would exceed the customer's credit limit, or the customer has overdue receivables; `limit`, `exposure` and `overdue` give the
    /// figures.
    CreditExceeded = Conflict "credit.exceeded";
    /// No tax rate is in force for the code on the day.
    TaxRateMissing = Invalid "tax.rate_missing";
    /// The opening data contains rows that cannot be applied.
    OpeningRejected = Invalid "opening.rejected";
    /// The product does not have this unit.
    UnitUnknown = Invalid "unit.unknown";
    /// A price in another unit would need more decimals than are supported, or a quantity rounds to zero in the product's stock decimals.
    UnitInexact = Invalid "unit.inexact";
    /// A kit would become a component of a kit.
    KitNested = Conflict "kit.nested";
    /// The document's prices violate the company's policy or the caller's limits: `reason` says how, or is `policy` for callers who may not see
    /// costs; `line` and `limit` are given if one applies.
    PriceRefused = Denied "price.refused";
    /// A file is not a readable workbook of its kind.
    WorkbookUnreadable = Invalid "workbook.unreadable";
    /// A file is empty.
    WorkbookEmpty = Invalid "workbook.empty";
    /// A workbook is password-protected, or encrypted by a document protection policy: only someone who can open it can save it unprotected.
    WorkbookEncrypted = Invalid "workbook.encrypted";
    /// A workbook is truncated or damaged; `reason` says where.
    WorkbookDamaged = Invalid "workbook.damaged";
    /// A file is not a workbook; `found` says what it is.
    WorkbookUnsupported = Invalid "workbook.unsupported";
    /// A requested sheet or column does not exist.
    WorkbookColumnMissing = Invalid "workbook.column_missing";
    /// A file already exists at the output path and overwriting was not requested; `path` names it.
    FileExists = Conflict "file.exists";
    /// A file cannot be written to the path; `reason` says why. An existing file is unchanged.
    FileUnwritable = Invalid "file.unwritable";
    /// Another writer holds what the act needs.
    StorageBusy = Unavailable "storage.busy" retry;
    /// The transaction conflicted with another one and was rolled back.
    StorageConflict = Conflict "storage.conflict" retry;
    /// The database could not be opened, or the connection was lost.
    StorageUnavailable = Unavailable "storage.unavailable" retry;
    /// The disk is full; the act was rolled back.
    StorageFull = Unavailable "storage.full";
    /// The outcome of a commit is unknown; an idempotency key resolves it.
    CommitUnknown = Unavailable "storage.commit_unknown";
    /// The storage engine refused a statement for a reason unknown to the library.
    StorageFailed = Unavailable "storage.failed";
    /// The schema is older or newer than this library.
    SchemaMismatch = Conflict "schema.mismatch";
    /// A stored value cannot be decoded, or an invariant is violated.
    Corrupt = Corrupt "storage.corrupt";
}

/// An error: kind, stable code, operation, context and source.
///
/// ```
/// use crm_core::error::{Code, Error};
/// let error = Error::new(Code::InsufficientStock, "there is not enough stock of `A-1`").with("available", "3");
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
    /// Figures disclosed only to callers who may read them elsewhere.
    guarded: Vec<(Right, &'static str, String)>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
    is_raced: bool,
    refused_to: Option<Uuid>,
    noted: Option<Vec<(&'static str, String)>>,
}

impl Error {
    /// An error with a code and a sentence for people: lower case, no full stop, user input in backticks ([`crate::text::quoted`]), at most
    /// [`MAX_MESSAGE`](crate::limits::MAX_MESSAGE) characters.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        let (context, guarded) = (Vec::new(), Vec::new());
        let message = bounded(message.into(), MAX_MESSAGE);
        let inner = Inner { code, message, operation: None, context, guarded, source: None, is_raced: false, refused_to: None, noted: None };
        Self { inner: Box::new(inner) }
    }

    /// The error for a field with an invalid value.
    pub fn field(field: &'static str, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        Self::new(Code::FieldInvalid, format!("`{field}` {reason}")).with("field", field).with("reason", reason)
    }

    /// The error for a stored value that is invalid.
    pub fn corrupt(what: impl Into<String>) -> Self {
        Self::new(Code::Corrupt, what)
    }

    /// Adds an id, field or figure as a detail; a long value is cut to [`MAX_QUOTED`](crate::limits::MAX_QUOTED) characters.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl fmt::Display) -> Self {
        self.inner.context.push((key, bounded(value.to_string(), MAX_QUOTED)));
        self
    }

    /// Adds a figure that is disclosed only to callers with a right: it is dropped when the error leaves anyone else's session. The message must not
    /// contain it.
    #[must_use]
    pub(crate) fn guarded(mut self, right: Right, key: &'static str, value: impl fmt::Display) -> Self {
        self.inner.guarded.push((right, key, bounded(value.to_string(), MAX_QUOTED)));
        self
    }

    /// The error as a caller may see it: figures that the caller may read become details and are added to the message.
    #[must_use]
    pub(crate) fn disclosed(mut self, may_read: impl Fn(Right) -> bool) -> Self {
        let guarded = std::mem::take(&mut self.inner.guarded);
        self.figures(guarded.into_iter().filter(|(right, ..)| may_read(*right)).map(|(_, key, value)| (key, value)))
    }

    /// Adds figures that the caller may read, to the details and to the message.
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

    /// Sets the operation, unless an inner operation has set it.
    #[must_use]
    pub fn during(mut self, operation: &'static str) -> Self {
        self.inner.operation.get_or_insert(operation);
        self
    }

    /// Sets the error that caused this one.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.inner.source = Some(source.into());
        self
    }

    /// Marks the error as the result of a race, which a retry by the library resolves.
    pub(crate) fn raced(mut self) -> Self {
        self.inner.is_raced = true;
        self
    }

    pub(crate) fn is_raced(&self) -> bool {
        self.inner.is_raced
    }

    /// Marks the error as a refusal by company policy, for a customer.
    pub(crate) fn refused_to(mut self, customer: Uuid) -> Self {
        self.inner.refused_to = Some(customer);
        self
    }

    /// Sets the details for the customer's audit from another error, since its readers may not see everything that the caller may.
    pub(crate) fn noted_as(mut self, other: &Self) -> Self {
        self.inner.noted = Some(other.details().to_vec());
        self
    }

    /// The details for the customer's audit.
    pub(crate) fn noted_details(&self) -> &[(&'static str, String)] {
        self.inner.noted.as_deref().unwrap_or(self.details())
    }

    /// The customer for whom company policy refused the request: on prices (`price.refused`) or on credit (`credit.exceeded`). Such refusals are
    /// recorded in the audit ([`crate::audit::Action::Refuse`]).
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

    /// All details, in the order they were added.
    pub fn details(&self) -> &[(&'static str, String)] {
        &self.inner.context
    }

    /// A detail by key.
    pub fn context(&self, key: &str) -> Option<&str> {
        self.inner.context.iter().find(|(k, _)| *k == key).map(|(_, v)| v.as_str())
    }

    /// Whether the same act may succeed if retried unchanged.
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

/// A text cut to a limit; shorter texts are unchanged.
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
        let error = Error::new(Code::QueryInvalid, format!("`{long}` is not a test")).with("value", &long).guarded(Right::SalesRead, "figure", &long);
        let told = error.disclosed(|_| true);
        let error_ends = Error::new(Code::QueryInvalid, format!("{} is not a test", crate::text::quoted(&long)));
        assert!(told.details().iter().all(|(_, value)| value.chars().count() <= MAX_QUOTED), "{told:?}");
        assert!(told.to_string().chars().count() <= MAX_MESSAGE, "{told:?}");
        assert!(error_ends.to_string().ends_with("…` is not a test"), "{error_ends:?}");
        let caused = Error::corrupt("x").caused_by(long);
        assert!(format!("{caused:?}").chars().count() < MAX_MESSAGE + 100);
    }

    #[test]
    fn every_code_has_its_own_text() {
        let texts: HashSet<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
    }
}
