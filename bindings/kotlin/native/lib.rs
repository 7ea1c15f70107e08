//! What the JVM calls: one operation by name, with arguments and reply as JSON, blocking or as a future; handles; the end.
//!
//! Everything else is `crm-facade`'s. Nothing here fails: what goes wrong is in the reply, so the JVM never meets an exception that is not one
//! of its own module.
#![allow(unsafe_code, reason = "the entry points that uniffi writes")]

use crm_facade::{Call, Facade};
use std::sync::Arc;

uniffi::setup_scaffolding!();

/// The library, open on a database.
#[derive(uniffi::Object)]
pub struct NativeCrm {
    facade: Arc<Facade>,
}

/// A call. One record, because what crosses the boundary is costly by the piece and not by its size.
#[derive(uniffi::Record)]
pub struct Request {
    /// The session, for operations on somebody's behalf.
    pub session: Option<u64>,
    /// The operation, such as `sales.deliver`.
    pub operation: String,
    /// The idempotency key of the act.
    pub key: Option<String>,
    /// The arguments by name, as a JSON object in UTF-8. Bytes, because a text that is none would be found out too late: uniffi keeps the handle then.
    pub arguments: Vec<u8>,
}

impl From<Request> for Call {
    fn from(request: Request) -> Self {
        let Request { session, operation, key, arguments } = request;
        // What is no UTF-8 is no JSON either, and refused as such.
        Self { session, operation, key, arguments: String::from_utf8(arguments).unwrap_or_default() }
    }
}

/// What came of opening.
#[derive(uniffi::Enum)]
pub enum Opened {
    /// It is open.
    Library {
        /// To call.
        library: Arc<NativeCrm>,
    },
    /// It is not; the reply says why.
    Refused {
        /// As that of a call.
        reply: String,
    },
}

/// Opens the database of a URL.
#[uniffi::export]
pub fn open(url: String) -> Opened {
    match Facade::open(&url) {
        Ok(facade) => Opened::Library { library: Arc::new(NativeCrm { facade }) },
        Err(reply) => Opened::Refused { reply },
    }
}

#[uniffi::export]
impl NativeCrm {
    /// Carries a call out on the library's own threads. Dropping the future does not stop what has begun.
    pub async fn call(&self, request: Request) -> String {
        Arc::clone(&self.facade).call(request.into()).await
    }

    /// Carries a call out on the calling thread.
    pub fn call_blocking(&self, request: Request) -> String {
        self.facade.call_blocking(request.into())
    }

    /// The handle of a session is not used any more.
    pub fn release(&self, session: u64) {
        self.facade.release(session);
    }

    /// Waits for running calls and closes the database. (`close` is taken: the JVM's object is closeable itself.)
    pub fn shut(&self) -> String {
        self.facade.close()
    }
}
