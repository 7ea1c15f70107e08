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

/// A call. One record, because what crosses the boundary is costly by the piece and not by its size. Texts are bytes in UTF-8, because uniffi would find out
/// too late that one is no Unicode: it keeps the handle then.
#[derive(uniffi::Record)]
pub struct Request {
    /// The session, for operations on somebody's behalf; 0 is none.
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

/// What is no UTF-8 is no JSON and no operation either, and refused as such.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
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
pub fn open(url: Vec<u8>) -> Opened {
    match Facade::open(&text(url)) {
        Ok(facade) => Opened::Library { library: Arc::new(NativeCrm { facade }) },
        Err(reply) => Opened::Refused { reply },
    }
}

#[uniffi::export]
impl NativeCrm {
    /// Carries a call out on the library's own threads. Dropping the future does not stop what has begun.
    pub async fn start(&self, request: Request) -> String {
        Arc::clone(&self.facade).call(request.into()).await
    }

    /// Carries a call out on the calling thread.
    pub fn call(&self, request: Request) -> String {
        self.facade.call_blocking(request.into())
    }

    /// The handle of a session is not used any more.
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
