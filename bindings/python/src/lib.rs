//! The native module `crm._native`: carries calls and replies, both JSON text, between Python and `crm-facade`, and knows none of them.
//!
//! Invariants: the interpreter is free while a call runs, and no Rust thread ever touches Python. An asynchronous call leaves its reply in a queue
//! and a byte on a socket, which the event loop reads on its own thread; so a process may end at any moment.

use crm_facade::{Call, Facade};
use pyo3::{
    exceptions::{PyRuntimeError, PyValueError},
    prelude::*,
    types::PyBytes,
};
use std::{
    io::{self, Write},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

/// How often to check for an interrupt.
const HEEDED: Duration = Duration::from_millis(50);

/// An open library.
#[pyclass(frozen, module = "crm._native")]
struct Native {
    facade: Arc<Facade>,
}

/// An open library, or the reply that says why there is none.
#[derive(IntoPyObject)]
enum Opened {
    Native(Native),
    Refused(Vec<u8>),
}

#[pymethods]
impl Native {
    /// Opens a database by its URL. A server may take its time, so an interrupt is honoured; a database that finishes opening after it is closed
    /// again.
    #[staticmethod]
    fn open(py: Python<'_>, url: String) -> PyResult<Opened> {
        let (sender, mut receiver) = mpsc::channel();
        thread::spawn(move || sender.send(Facade::open(&url)));
        loop {
            let received;
            (receiver, received) = py.detach(move || {
                let received = receiver.recv_timeout(HEEDED);
                (receiver, received)
            });
            match received {
                Ok(Ok(facade)) => return Ok(Opened::Native(Self { facade })),
                Ok(Err(reply)) => return Ok(Opened::Refused(reply.into_bytes())),
                Err(RecvTimeoutError::Timeout) => py.check_signals()?,
                Err(RecvTimeoutError::Disconnected) => return Err(PyRuntimeError::new_err("the library was not opened and gave no reason")),
            }
        }
    }

    /// Runs a call on this thread and returns its reply.
    fn call<'py>(
        &self,
        py: Python<'py>,
        session: Option<u64>,
        operation: &str,
        key: Option<String>,
        arguments: &[u8],
    ) -> PyResult<Bound<'py, PyBytes>> {
        let call = request(session, operation, key, arguments)?;
        let reply = py.detach(|| self.facade.call_blocking(call));
        Ok(PyBytes::new(py, reply.as_bytes()))
    }

    /// Starts a call, whose reply will be among those of `completions`, under the ticket. It does not block, so the interpreter is kept.
    fn start(
        &self,
        completions: &Completions,
        ticket: u64,
        session: Option<u64>,
        operation: &str,
        key: Option<String>,
        arguments: &[u8],
    ) -> PyResult<()> {
        let call = request(session, operation, key, arguments)?;
        let replies = Arc::clone(&completions.replies);
        self.facade.start(call, move |reply| replies.push(ticket, reply));
        Ok(())
    }

    /// Releases a session that is not used any more.
    fn release(&self, session: u64) {
        self.facade.release(session);
    }

    /// Waits for running calls, then closes. Returns a reply.
    fn close<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        let reply = py.detach(|| self.facade.close());
        PyBytes::new(py, reply.as_bytes())
    }
}

fn request(session: Option<u64>, operation: &str, key: Option<String>, arguments: &[u8]) -> PyResult<Call> {
    let arguments = str::from_utf8(arguments).map_err(|_| PyValueError::new_err("the arguments are not UTF-8"))?.to_owned();
    Ok(Call { session, operation: operation.to_owned(), key, arguments })
}

/// Replies to calls that one event loop started.
#[pyclass(frozen, module = "crm._native")]
struct Completions {
    replies: Arc<Replies>,
}

#[pymethods]
impl Completions {
    /// A queue, and the file descriptor of a socket that becomes readable when there are replies. The caller owns the socket.
    #[staticmethod]
    fn open() -> PyResult<(Self, wake::Descriptor)> {
        let (waker, descriptor) = wake::pair()?;
        Ok((Self { replies: Arc::new(Replies { queue: Mutex::default(), waker }) }, descriptor))
    }

    /// Takes the replies that have arrived, each with its ticket. Call it after emptying the socket.
    fn finished<'py>(&self, py: Python<'py>) -> Vec<(u64, Bound<'py, PyBytes>)> {
        self.replies.take().into_iter().map(|(ticket, reply)| (ticket, PyBytes::new(py, reply.as_bytes()))).collect()
    }
}

/// Written by threads of the facade, read by the event loop's thread. The first reply in an empty queue wakes the loop, so the socket never holds
/// more than a few bytes and writing to it never blocks.
struct Replies {
    queue: Mutex<Vec<(u64, String)>>,
    waker: wake::Socket,
}

impl Replies {
    fn push(&self, ticket: u64, reply: String) {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.push((ticket, reply));
        if queue.len() == 1 {
            // Fails only if the loop has closed its end: then nobody waits.
            let _nobody_waits: io::Result<()> = (&self.waker).write_all(b"!");
        }
    }

    fn take(&self) -> Vec<(u64, String)> {
        std::mem::take(&mut self.queue.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(unix)]
mod wake {
    use std::os::{fd::IntoRawFd, unix::net::UnixStream};

    pub(crate) type Socket = UnixStream;
    pub(crate) type Descriptor = i32;

    /// A pair of connected sockets; the second as a descriptor that the caller owns.
    pub(crate) fn pair() -> std::io::Result<(Socket, Descriptor)> {
        let (ours, theirs) = UnixStream::pair()?;
        Ok((ours, theirs.into_raw_fd()))
    }
}

#[cfg(windows)]
mod wake {
    use std::{
        io,
        net::{Ipv4Addr, TcpListener, TcpStream},
        os::windows::io::{IntoRawSocket, RawSocket},
    };

    pub(crate) type Socket = TcpStream;
    pub(crate) type Descriptor = RawSocket;

    /// A pair of connected sockets; the second as a descriptor that the caller owns.
    pub(crate) fn pair() -> io::Result<(Socket, Descriptor)> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let theirs = TcpStream::connect(listener.local_addr()?)?;
        let (ours, peer) = listener.accept()?;
        if peer != theirs.local_addr()? {
            return Err(io::Error::new(io::ErrorKind::ConnectionRefused, "another program connected"));
        }
        ours.set_nodelay(true)?;
        Ok((ours, theirs.into_raw_socket()))
    }
}

#[pymodule]
mod _native {
    #[pymodule_export]
    use super::{Completions, Native};
}
