//! One facade for every language: operations by name, arguments and replies as JSON, sessions as numbers.
//!
//! A binding carries [`Call`]s in and replies out, and decides nothing. All operations are in one table (`services.rs`); its description
//! ([`describe`]) is written to `bindings/api.json`, from which the classes of each language are generated. So a new operation is one definition
//! there.
//!
//! Invariant: only replies ever come out. A panic, a closed or forked library, arguments that do not fit: each is an error with a code.

mod describe;
mod failure;
mod files;
mod operation;
mod records;
mod services;
mod store;

pub use describe::describe;
pub use failure::Failure;

use crm_core::{
    session::{Crm, Session},
    system::{SystemClock, SystemIds},
};
use operation::{Operation, Run};
use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use store::Store;
use tokio::{
    runtime::{Handle, Runtime},
    task::block_in_place,
};

/// Threads of the library's own runtime: they only wait for databases.
const RUNTIME_THREADS: usize = 2;

/// An undocumented operation that panics. Tests of every language use it to check that a defect becomes an error and the process survives.
const PANIC: &str = "crm.panic";

/// One call.
#[derive(Debug, Clone)]
pub struct Call {
    /// The session, for operations that need one.
    pub session: Option<u64>,
    /// The operation, such as `sales.deliver`.
    pub operation: String,
    /// The idempotency key of the act: it is done once, however often it is called.
    pub key: Option<String>,
    /// The arguments by name, as a JSON object.
    pub arguments: String,
}

/// A library, open on a database.
pub struct Facade {
    core: Arc<Core>,
    on: Handle,
    /// None once it is closed, when its threads are gone.
    runtime: Mutex<Option<Runtime>>,
    process: u32,
}

/// What operations work on.
pub(crate) struct Core {
    pub(crate) crm: Crm<'static>,
    pub(crate) store: Store,
    sessions: Mutex<HashMap<u64, Session<'static>>>,
    next_session: AtomicU64,
    calls: Mutex<Calls>,
    call_ended: Condvar,
}

#[derive(Default)]
struct Calls {
    running: usize,
    is_closed: bool,
}

/// A call that is counted while it runs.
struct Running(Arc<Core>);

impl Drop for Running {
    fn drop(&mut self) {
        let mut calls = lock(&self.0.calls);
        calls.running = calls.running.saturating_sub(1);
        self.0.call_ended.notify_all();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Core {
    /// Stores a session, and returns its number.
    pub(crate) fn keep(&self, session: Session<'static>) -> u64 {
        let number = self.next_session.fetch_add(1, Ordering::Relaxed);
        lock(&self.sessions).insert(number, session);
        number
    }

    fn session(&self, call: &Call) -> Result<Session<'static>, Failure> {
        let number = call.session.ok_or_else(|| Failure::request(&call.operation, "must be called in a session"))?;
        let session = lock(&self.sessions).get(&number).cloned().ok_or_else(|| Failure::closed("the session"))?;
        Ok(match &call.key {
            Some(key) => session.idempotent(key.clone()),
            None => session,
        })
    }

    #[expect(clippy::panic, reason = "asked for by tests")]
    async fn run(self: Arc<Self>, call: Call) -> Result<String, Failure> {
        if call.operation == PANIC {
            panic!("asked for");
        }
        let operation = find(&call.operation).ok_or_else(|| Failure::request(&call.operation, "there is no such operation"))?;
        match &operation.run {
            Run::Library(run) => run(self, call.arguments).await,
            Run::Session(run) => {
                let session = self.session(&call)?;
                run(session, call.arguments).await
            }
        }
    }
}

/// The operation with a full name.
fn find(name: &str) -> Option<&'static Operation> {
    static BY_NAME: OnceLock<HashMap<String, Operation>> = OnceLock::new();
    let all = || {
        let named = services::all().into_iter().flat_map(|service| {
            let name = service.name;
            service.operations.into_iter().map(move |operation| (format!("{name}.{}", operation.name), operation))
        });
        named.collect()
    };
    BY_NAME.get_or_init(all).get(name)
}

/// Runs an operation on the caller's own session, such as one with its own clock and ids, or one inside a host transaction; returns the reply. The
/// idempotency key is the session's ([`Session::idempotent`]).
pub async fn call_on(session: Session<'_>, operation: &str, arguments: String) -> String {
    let result = match find(operation).map(|found| &found.run) {
        Some(Run::Session(run)) => run(session, arguments).await,
        Some(Run::Library(_)) => Err(Failure::request(operation, "must be called without a session")),
        None => Err(Failure::request(operation, "there is no such operation")),
    };
    failure::reply(result)
}

impl Facade {
    /// Opens a database: `sqlite:` and a path, `postgres://..`, or `memory:` for experiments. The schema is not touched: `crm.migrate` brings it up
    /// to date.
    ///
    /// # Errors
    /// A reply with the error.
    pub fn open(url: &str) -> Result<Arc<Self>, String> {
        let open = || -> Result<Arc<Self>, Failure> {
            let mut builder = tokio::runtime::Builder::new_multi_thread();
            let runtime = builder.worker_threads(RUNTIME_THREADS).thread_name("crm").enable_all().build().map_err(|e| Failure::internal(&e))?;
            let store = runtime.block_on(Store::open(url))?;
            let crm = Crm::new(store.storage(), Arc::new(SystemClock), Arc::new(SystemIds::default()));
            let (sessions, next_session) = (Mutex::default(), AtomicU64::new(1));
            let core = Core { crm, store, sessions, next_session, calls: Mutex::default(), call_ended: Condvar::new() };
            let (on, runtime) = (runtime.handle().clone(), Mutex::new(Some(runtime)));
            Ok(Arc::new(Self { core: Arc::new(core), on, runtime, process: std::process::id() }))
        };
        guarded(open).map_err(|failure| failure.reply())
    }

    /// Runs a call on the calling thread, and returns its reply.
    pub fn call_blocking(&self, call: Call) -> String {
        let run = || {
            let running = self.begin()?;
            self.wait_for(running.0.clone().run(call))
        };
        failure::reply(guarded(run))
    }

    /// Starts a call on the library's own threads; `done` receives the reply on one of them, or at once if the call cannot begin.
    pub fn start(self: &Arc<Self>, call: Call, done: impl FnOnce(String) + Send + 'static) {
        let running = match guarded(|| self.begin()) {
            Ok(running) => running,
            Err(failure) => return done(failure.reply()),
        };
        // In a separate task, a panic becomes a reply too.
        let work = self.on.spawn(running.0.clone().run(call));
        self.on.spawn(async move {
            let reply = failure::reply(work.await.unwrap_or_else(|e| Err(Failure::panic(e.to_string()))));
            drop(running);
            done(reply);
        });
    }

    /// Runs a call on the library's own threads, for callers that poll from another runtime.
    pub async fn call(self: Arc<Self>, call: Call) -> String {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        self.start(call, move |reply| drop(sender.send(reply)));
        receiver.await.unwrap_or_else(|_| Failure::closed("the library").reply())
    }

    /// Forgets a session.
    pub fn release(&self, session: u64) {
        lock(&self.core.sessions).remove(&session);
    }

    /// Waits for running calls, and closes the database. Later calls return `bindings.closed`; closing twice does nothing.
    pub fn close(&self) -> String {
        let close = || {
            self.check_process()?;
            let mut calls = lock(&self.core.calls);
            if std::mem::replace(&mut calls.is_closed, true) {
                return Ok("null".to_owned());
            }
            while calls.running > 0 {
                calls = self.core.call_ended.wait(calls).unwrap_or_else(PoisonError::into_inner);
            }
            drop(calls);
            lock(&self.core.sessions).clear();
            self.wait_for(self.core.store.close());
            // Without waiting: this may be one of the runtime's own threads.
            if let Some(runtime) = lock(&self.runtime).take() {
                runtime.shutdown_background();
            }
            Ok("null".to_owned())
        };
        failure::reply(guarded(close))
    }

    /// A child of the process has none of its threads; no call would ever be answered.
    fn check_process(&self) -> Result<(), Failure> {
        if self.process == std::process::id() { Ok(()) } else { Err(Failure::forked()) }
    }

    fn begin(&self) -> Result<Running, Failure> {
        self.check_process()?;
        let mut calls = lock(&self.core.calls);
        if calls.is_closed {
            return Err(Failure::closed("the library"));
        }
        calls.running = calls.running.saturating_add(1);
        drop(calls);
        Ok(Running(self.core.clone()))
    }

    /// Waits on the calling thread. That may be one of the runtime's own, where a callback of [`Facade::start`] makes another call; other threads
    /// then take its work over.
    fn wait_for<T>(&self, work: impl Future<Output = T>) -> T {
        let wait = || self.on.block_on(work);
        if Handle::try_current().is_ok() { block_in_place(wait) } else { wait() }
    }
}

impl std::fmt::Debug for Facade {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Facade").field("store", &self.core.store).finish_non_exhaustive()
    }
}

impl Drop for Facade {
    fn drop(&mut self) {
        let Some(runtime) = self.runtime.get_mut().unwrap_or_else(PoisonError::into_inner).take() else { return };
        if self.check_process().is_ok() {
            runtime.shutdown_background();
        } else {
            // A child of the process closes nothing: files, sockets and their watchers belong to its parent.
            std::mem::forget((runtime, Arc::clone(&self.core)));
        }
    }
}

/// The result of some work, a panic as an error.
fn guarded<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        let text = payload.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| payload.downcast_ref::<String>().cloned());
        Err(Failure::panic(text.unwrap_or_default()))
    })
}

#[cfg(test)]
mod tests;
