//! A proxy before a PostgreSQL server that cuts connections where a test says, on loopback only.
//!
//! It understands as much of the protocol as it needs to count: the framing of messages, that a request ends with a `Sync` or is a simple
//! `Query`, and that the answer to each ends with `ReadyForQuery`. It passes a request on only when it is whole, so a connection is cut
//! between requests and never within one. A `Sync` alone, with which pools test connections at times of their own, is not counted. The
//! client must not ask for TLS: [`Proxy::url`] says so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use std::{
    io,
    net::SocketAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{ReadHalf, WriteHalf},
    },
    sync::watch,
    task::JoinHandle,
};

/// Where a connection is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before the request gets to the server.
    Before,
    /// As soon as the request is on its way to the server, which carries it out meanwhile, or not.
    During,
    /// When the server has carried the request out, before its answer gets to the client.
    After,
}

/// What comes after the cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Other connections go on, and new ones are let through.
    Up,
    /// Every connection is cut, and new ones at once, until [`Proxy::mend`].
    Down,
}

/// A proxy before a server; it ends when this is dropped.
#[derive(Debug)]
pub struct Proxy {
    url: String,
    gate: Arc<Gate>,
    accepting: JoinHandle<()>,
}

#[derive(Debug)]
struct Gate {
    state: Mutex<State>,
    /// Counts up when every connection is to be cut.
    severed: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct State {
    armed: Option<(u32, Place, Then)>,
    /// Requests since the cut was planned.
    requests: u32,
    /// What the cut request was.
    cut: Option<String>,
    is_down: bool,
    /// How long each answer takes at least.
    latency: Duration,
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a request, and says whether the connection is cut at it.
    fn meet(&self, request: &Request) -> Option<Place> {
        if request.kinds == [b'S'] {
            return None;
        }
        let mut state = self.state();
        state.requests = state.requests.saturating_add(1);
        let (_, place, _) = state.armed.filter(|(number, ..)| *number == state.requests)?;
        state.cut = Some(request.name());
        Some(place)
    }

    /// The cut has been made.
    fn made(&self) {
        let mut state = self.state();
        if let Some((_, _, Then::Down)) = state.armed.take() {
            state.is_down = true;
            self.severed.send_modify(|times| *times = times.saturating_add(1));
        }
    }
}

impl Proxy {
    /// A proxy before the server of a URL.
    pub async fn before(url: &str) -> Self {
        let (front, rest) = url.split_once("://").expect("a URL");
        let (authority, database) = rest.split_once('/').expect("a URL of a database");
        let (user, server) = authority.rsplit_once('@').expect("a URL with a user");
        let server = if server.contains(':') { server.to_owned() } else { format!("{server}:5432") };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port on loopback");
        let address: SocketAddr = listener.local_addr().expect("its address");
        let mark = if database.contains('?') { '&' } else { '?' };
        let url = format!("{front}://{user}@{address}/{database}{mark}sslmode=disable");
        let gate = Arc::new(Gate { state: Mutex::default(), severed: watch::Sender::new(0) });
        let accepting = tokio::spawn(accept(listener, server, gate.clone()));
        Self { url, gate, accepting }
    }

    /// The URL of the database through the proxy.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Cuts the connection of a request, once. Requests of all connections are counted together, from now on and from 1; what is sent to
    /// begin a connection is none.
    pub fn cut(&self, request: u32, place: Place, then: Then) {
        let mut state = self.gate.state();
        *state = State { armed: Some((request, place, then)), latency: state.latency, ..State::default() };
    }

    /// Forgets what was planned and lets everything through. Gives the request at which a connection was cut, if one was: the text of a
    /// simple query, such as `COMMIT`, or `prepare` or `execute`.
    pub fn mend(&self) -> Option<String> {
        let mut state = self.gate.state();
        let latency = state.latency;
        std::mem::replace(&mut *state, State { latency, ..State::default() }).cut
    }

    /// Makes the client wait for each answer that long, so that it has to.
    pub fn slow(&self, latency: Duration) {
        self.gate.state().latency = latency;
    }

    /// Cuts every connection that there is.
    pub fn sever(&self) {
        self.gate.severed.send_modify(|times| *times = times.saturating_add(1));
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
        self.sever();
    }
}

async fn accept(listener: TcpListener, server: String, gate: Arc<Gate>) {
    while let Ok((client, _)) = listener.accept().await {
        let severed = gate.severed.subscribe();
        if gate.state().is_down {
            let _ = client.set_zero_linger();
            continue;
        }
        let (server, gate) = (server.clone(), gate.clone());
        tokio::spawn(async move {
            if let Ok(server) = TcpStream::connect(server).await {
                serve(client, server, &gate, severed).await;
            }
        });
    }
}

/// How a connection came to its end.
enum End {
    /// A side closed it.
    Closed,
    /// It is cut.
    Cut,
}

/// Passes messages on in both directions until one side ends, or the connection is cut: then hard, without a good-bye to either side.
async fn serve(mut client: TcpStream, mut server: TcpStream, gate: &Gate, mut severed: watch::Receiver<u64>) {
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let passed = Passed { requests: AtomicU64::new(0), withheld: AtomicU64::new(u64::MAX) };
    let end = {
        let (from_client, to_client) = client.split();
        let (from_server, to_server) = server.split();
        tokio::select! {
            end = requests(from_client, to_server, gate, &passed) => end.unwrap_or(End::Closed),
            end = answers(from_server, to_client, gate, &passed) => end.unwrap_or(End::Closed),
            _ = severed.changed() => End::Cut,
        }
    };
    if let End::Cut = end {
        let _ = (client.set_zero_linger(), server.set_zero_linger());
    }
}

/// What passed on a connection.
struct Passed {
    /// Requests to the server.
    requests: AtomicU64,
    /// The request whose answer is withheld.
    withheld: AtomicU64,
}

/// A request, message after message.
#[derive(Default)]
struct Request {
    bytes: Vec<u8>,
    kinds: Vec<u8>,
    query: String,
}

impl Request {
    fn add(&mut self, message: &Message) {
        if message.kind == b'Q' {
            self.query = String::from_utf8_lossy(message.text()).into_owned();
        }
        self.kinds.push(message.kind);
        self.bytes.extend_from_slice(&message.bytes);
    }

    fn name(&self) -> String {
        match self.kinds.as_slice() {
            [b'Q'] => self.query.clone(),
            kinds if kinds.contains(&b'E') => "execute".into(),
            _ => "prepare".into(),
        }
    }
}

struct Message {
    kind: u8,
    bytes: Vec<u8>,
}

impl Message {
    /// What a simple query says: the body without its last byte, a zero.
    fn text(&self) -> &[u8] {
        self.bytes.get(5..self.bytes.len().saturating_sub(1)).unwrap_or_default()
    }
}

/// One byte for the kind, then four for the length, which counts itself.
async fn message(from: &mut ReadHalf<'_>) -> io::Result<Message> {
    let kind = from.read_u8().await?;
    let (length, body) = untyped(from).await?;
    let mut bytes = vec![kind];
    bytes.extend_from_slice(&length);
    bytes.extend_from_slice(&body);
    Ok(Message { kind, bytes })
}

async fn untyped(from: &mut ReadHalf<'_>) -> io::Result<([u8; 4], Vec<u8>)> {
    let length = from.read_u32().await?;
    let mut body = vec![0; usize::try_from(length).unwrap_or_default().saturating_sub(4)];
    from.read_exact(&mut body).await?;
    Ok((length.to_be_bytes(), body))
}

async fn requests(mut client: ReadHalf<'_>, mut server: WriteHalf<'_>, gate: &Gate, passed: &Passed) -> io::Result<End> {
    let (length, body) = untyped(&mut client).await?;
    server.write_all(&[&length, body.as_slice()].concat()).await?;
    let mut request = Request::default();
    loop {
        let message = message(&mut client).await?;
        request.add(&message);
        let cut = match message.kind {
            b'S' | b'Q' => gate.meet(&request),
            // A password, or a good-bye.
            b'p' | b'X' => None,
            _ => continue,
        };
        if cut == Some(Place::Before) {
            gate.made();
            return Ok(End::Cut);
        }
        if matches!(message.kind, b'S' | b'Q') {
            let number = passed.requests.fetch_add(1, Ordering::AcqRel).saturating_add(1);
            if cut == Some(Place::After) {
                passed.withheld.store(number, Ordering::Release);
            }
        }
        server.write_all(&std::mem::take(&mut request).bytes).await?;
        match cut {
            Some(Place::During) => {
                gate.made();
                return Ok(End::Cut);
            }
            // Nothing more is passed on; the answer ends the connection.
            Some(Place::After) => std::future::pending::<()>().await,
            _ if message.kind == b'X' => return Ok(End::Closed),
            _ => {}
        }
    }
}

async fn answers(mut server: ReadHalf<'_>, mut client: WriteHalf<'_>, gate: &Gate, passed: &Passed) -> io::Result<End> {
    // The first `ReadyForQuery` ends the beginning of the connection.
    let mut answered: Option<u64> = None;
    let mut begins = true;
    loop {
        let message = message(&mut server).await?;
        let latency = gate.state().latency;
        if std::mem::replace(&mut begins, message.kind == b'Z') && !latency.is_zero() {
            tokio::time::sleep(latency).await;
        }
        let current = answered.map_or(0, |n| n.saturating_add(1));
        let is_withheld = answered.is_some() && current == passed.withheld.load(Ordering::Acquire);
        if !is_withheld {
            client.write_all(&message.bytes).await?;
        }
        if message.kind == b'Z' {
            if is_withheld {
                gate.made();
                return Ok(End::Cut);
            }
            answered = Some(current);
        }
    }
}
