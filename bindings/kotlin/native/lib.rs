//! What the JVM calls: one operation by name, with arguments and reply as JSON, blocking or as a future; handles; closing.
//!
//! Everything else is in `crm-facade`. Nothing here fails: errors are in the reply, so the JVM only sees exceptions of its own module.
#![allow(unsafe_code, reason = "the entry points that uniffi writes")]

use crm_facade::{Call, Facade};
use std::sync::Arc;

uniffi::setup_scaffolding!();

/// The library, open on a database.
#[derive(uniffi::Object)]
pub struct NativeCrm {
    facade: Arc<Facade>,
}

/// A call. It is one record, because crossing the boundary costs by the item and not by size. Texts are bytes in UTF-8, because uniffi would detect
/// invalid Unicode too late: it would leak the handle.
#[derive(uniffi::Record)]
pub struct Request {
    /// The session, for operations that need one; 0 is none.
    pub session: i64,
    /// The operation, such as `sales.deliver`.
    pub operation: Vec<u8>,
    /// The idempotency key of the act.
    pub key: Option<Vec<u8>>,
    /// The arguments by name, as a JSON object.
    pub arguments: Vec<u8>,
}

impl From<Request> for Call {
    fn from(request: Request) -> Self {
        let session = u64::try_from(request.session).ok().filter(|session| *session != 0);
        Self { session, operation: text(request.operation), key: request.key.map(text), arguments: text(request.arguments) }
    }
}

/// Invalid UTF-8 is neither JSON nor an operation, and is refused as such.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

/// The result of opening.
#[derive(uniffi::Enum)]
pub enum Opened {
    /// It is open.
    Library {
        /// For calls.
        library: Arc<NativeCrm>,
    },
    /// It failed; the reply says why.
    Refused {
        /// The reply, as that of a call.
        reply: String,
    },
}

/// Opens the database of a URL.
#[uniffi::export]
pub fn open(url: Vec<u8>) -> Opened {
    match Facade::open(&text(url)) {
        Ok(facade) => Opened::Library { library: Arc::new(NativeCrm { facade }) },
        Err(reply) => Opened::Refused { reply },
    }
}

#[uniffi::export]
impl NativeCrm {
    /// Runs a call on the library's own threads. Dropping the future does not stop what has begun.
    pub async fn start(&self, request: Request) -> String {
        Arc::clone(&self.facade).call(request.into()).await
    }

    /// Runs a call on the calling thread.
    pub fn call(&self, request: Request) -> String {
        self.facade.call_blocking(request.into())
    }

    /// Releases a session's handle that is not used any more.
    pub fn release(&self, session: i64) {
        if let Ok(session) = u64::try_from(session) {
            self.facade.release(session);
        }
    }

    /// Waits for running calls and closes the database. (`close` is taken: the JVM's object is closeable itself.)
    pub fn shut(&self) -> String {
        self.facade.close()
    }
}
