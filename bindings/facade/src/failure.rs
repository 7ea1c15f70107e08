//! Errors as they go out, and replies.

use crm_core::error::Error;
use serde::Serialize;
use std::collections::BTreeMap;

/// A code of the facade's own.
pub(crate) struct OwnCode {
    pub(crate) code: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) meaning: &'static str,
}

const REQUEST: OwnCode = OwnCode {
    code: "bindings.request",
    kind: "invalid",
    meaning: "The operation is unknown, its arguments do not fit, or the session is not open; `path` says where.",
};
const CLOSED: OwnCode = OwnCode { code: "bindings.closed", kind: "invalid", meaning: "The library was closed." };
const FORKED: OwnCode =
    OwnCode { code: "bindings.forked", kind: "invalid", meaning: "The library was opened before the process forked; open it again in the child." };
const PANIC: OwnCode =
    OwnCode { code: "bindings.panic", kind: "internal", meaning: "A defect of the library; the call was given up, and the process lives." };

/// Codes that the facade adds to those of the core.
pub(crate) const CODES: [OwnCode; 4] = [REQUEST, CLOSED, FORKED, PANIC];

/// An error as it goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Stable code.
    pub code: String,
    /// What a caller can do about it.
    pub kind: &'static str,
    /// For people.
    pub message: String,
    /// Ids, fields and figures that it is about.
    pub details: BTreeMap<String, String>,
    /// Whether the same call, tried again unchanged, can succeed.
    pub retryable: bool,
}

impl Failure {
    fn own(code: &OwnCode, message: String) -> Self {
        Self { code: code.code.to_owned(), kind: code.kind, message, details: BTreeMap::new(), retryable: false }
    }

    /// A call that cannot be understood.
    pub(crate) fn request(path: &str, reason: impl ToString) -> Self {
        let reason = reason.to_string();
        let details = [("path".to_owned(), path.to_owned()), ("reason".to_owned(), reason.clone())].into();
        Self { details, ..Self::own(&REQUEST, format!("`{path}`: {reason}")) }
    }

    /// The library was closed.
    pub(crate) fn closed() -> Self {
        Self::own(&CLOSED, "the library was closed".to_owned())
    }

    /// The process is a child of the one that opened the library.
    pub(crate) fn forked() -> Self {
        Self::own(&FORKED, "the library was opened before this process was forked; open it again".to_owned())
    }

    /// A defect.
    pub(crate) fn panic(text: String) -> Self {
        Self { details: [("panic".to_owned(), text)].into(), ..Self::own(&PANIC, "a defect of the library; the call was given up".to_owned()) }
    }

    /// Something that the machine refused.
    pub(crate) fn internal(error: &dyn std::error::Error) -> Self {
        Self { details: [("cause".to_owned(), error.to_string())].into(), ..Self::own(&PANIC, format!("the library could not start: {error}")) }
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
