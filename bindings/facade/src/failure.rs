//! Errors and replies in their outgoing form.

use crate::{
    files::MAX_FILE_BYTES,
    operation::{MAX_CALL_BYTES, MAX_CALL_TEXT, MAX_JSON_DEPTH},
};
use crm_core::{
    error::Error,
    limits::{MAX_NUMBER, MAX_PAGE, MAX_QUOTED},
    text::{quoted, shortened},
};
use serde::Serialize;
use std::{collections::BTreeMap, path::Path};

/// A code of the facade's own.
pub(crate) struct OwnCode {
    pub(crate) code: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) meaning: &'static str,
}

const REQUEST: OwnCode =
    OwnCode { code: "bindings.request", kind: "invalid", meaning: "The operation is unknown, or its arguments do not fit; `path` says where." };
const CLOSED: OwnCode = OwnCode { code: "bindings.closed", kind: "invalid", meaning: "The library was closed, or the session." };
const FORKED: OwnCode = OwnCode {
    code: "bindings.forked",
    kind: "invalid",
    meaning: "The library, or the SQLite file, was open when the process was forked; it belongs to the parent.",
};
const PANIC: OwnCode =
    OwnCode { code: "bindings.panic", kind: "internal", meaning: "A defect of the library; the call was given up, and the process lives." };

const REPLY: OwnCode = OwnCode {
    code: "bindings.reply",
    kind: "internal",
    meaning: "The reply is not what the module of the language expects: it is of another version.",
};
const LIBRARY: OwnCode = OwnCode { code: "bindings.library", kind: "unavailable", meaning: "The native library cannot be loaded on this machine." };

/// Codes that the facade adds to those of the core; the last two are raised by the languages themselves.
pub(crate) const CODES: [OwnCode; 6] = [REQUEST, CLOSED, FORKED, PANIC, REPLY, LIBRARY];

/// A limit that every language checks itself, so that input beyond it never becomes JSON.
pub(crate) struct Limit {
    pub(crate) name: &'static str,
    pub(crate) value: usize,
    pub(crate) meaning: &'static str,
}

/// The limits that languages check.
pub(crate) const LIMITS: [Limit; 7] = [
    Limit { name: "MAX_CALL_BYTES", value: MAX_CALL_BYTES, meaning: "Bytes of the arguments of one call, as JSON." },
    Limit { name: "MAX_CALL_TEXT", value: MAX_CALL_TEXT, meaning: "Characters of one text in a call." },
    Limit { name: "MAX_FILE_BYTES", value: MAX_FILE_BYTES, meaning: "Bytes of one file that is brought along, or handed back." },
    Limit { name: "MAX_JSON_DEPTH", value: MAX_JSON_DEPTH, meaning: "Nesting of the arguments of one call, the object that holds them included." },
    Limit { name: "MAX_NUMBER", value: MAX_NUMBER, meaning: "Characters of a number as it is written." },
    Limit { name: "MAX_PAGE", value: MAX_PAGE as usize, meaning: "Records in one page of a list." },
    Limit { name: "MAX_QUOTED", value: MAX_QUOTED, meaning: "Characters of a value that an error repeats." },
];

/// An error in its outgoing form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Stable code.
    pub code: String,
    /// What a caller can do about it.
    pub kind: &'static str,
    /// For people.
    pub message: String,
    /// The ids, fields and figures concerned.
    pub details: BTreeMap<String, String>,
    /// Whether the same call can succeed if it is retried unchanged.
    pub retryable: bool,
}

impl Failure {
    fn own(code: &OwnCode, message: String) -> Self {
        Self { code: code.code.to_owned(), kind: code.kind, message, details: BTreeMap::new(), retryable: false }
    }

    /// A call that cannot be understood.
    pub(crate) fn request(path: &str, reason: impl ToString) -> Self {
        let (reason, place) = (reason.to_string(), quoted(path));
        let (path, reason) = (shortened(path, MAX_QUOTED).into_owned(), shortened(&reason, MAX_QUOTED).into_owned());
        let message = format!("{place}: {reason}");
        Self { details: [("path".to_owned(), path), ("reason".to_owned(), reason)].into(), ..Self::own(&REQUEST, message) }
    }

    /// A call that exceeds a limit.
    pub(crate) fn beyond(path: &str, exceeds: &str, name: &str, limit: usize) -> Self {
        let mut failure = Self::request(path, format!("{exceeds} the limit `{name}` of {limit}"));
        failure.details.extend([("name".to_owned(), name.to_owned()), ("limit".to_owned(), limit.to_string())]);
        failure
    }

    /// An argument that cannot be read: a number with too many decimals has the core's code for that, anything else is a call that cannot be
    /// understood.
    pub(crate) fn unread(path: &str, reason: String) -> Self {
        let request = Self::request(path, reason);
        match request.details.get("reason").and_then(|reason| crm_core::num::code_of_refusal(reason)) {
            Some(code) => Self { code: code.as_str().to_owned(), kind: code.kind().as_str(), ..request },
            None => request,
        }
    }

    /// The library or session was closed.
    pub fn closed(what: &str) -> Self {
        Self::own(&CLOSED, format!("{what} was closed"))
    }

    /// The process is a child of the one that opened the library.
    pub(crate) fn forked() -> Self {
        Self::own(&FORKED, "the library was opened before this process was forked; it belongs to the parent".to_owned())
    }

    /// The process is a child of one that had the SQLite file open.
    pub(crate) fn forked_file(path: &Path) -> Self {
        let advice = "close it before forking, or start processes without a fork (`spawn`)";
        Self::own(
            &FORKED,
            format!("{} was open when this process was forked, and SQLite's locks are not inherited: {advice}", quoted(path.display())),
        )
    }

    /// A defect.
    pub(crate) fn panic(text: String) -> Self {
        let text = shortened(&text, MAX_QUOTED).into_owned();
        Self { details: [("panic".to_owned(), text)].into(), ..Self::own(&PANIC, "a defect in the library; the call was aborted".to_owned()) }
    }

    /// An operating-system error.
    pub(crate) fn internal(error: &dyn std::error::Error) -> Self {
        let cause = shortened(&error.to_string(), MAX_QUOTED).into_owned();
        Self {
            message: format!("the library could not continue: {cause}"),
            details: [("cause".to_owned(), cause)].into(),
            ..Self::own(&PANIC, String::new())
        }
    }

    /// As a reply.
    pub fn reply(self) -> String {
        reply(Err(self))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let details = error.details().iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        Self {
            code: error.code().as_str().to_owned(),
            kind: error.kind().as_str(),
            message: error.to_string(),
            details,
            retryable: error.is_retryable(),
        }
    }
}

/// A reply: `{"ok": ..}`, or `{"error": ..}`.
pub(crate) fn reply(result: Result<String, Failure>) -> String {
    let error = match result {
        Ok(json) => return format!("{{\"ok\":{json}}}"),
        Err(failure) => failure,
    };
    serde_json::to_string(&BTreeMap::from([("error", &error)]))
        .unwrap_or_else(|_| r#"{"error":{"code":"bindings.panic","kind":"internal","message":"","details":{},"retryable":false}}"#.to_owned())
}
