//! A stream of every kind of act is killed (kill -9) at random moments and restarted until it is done. After every round the books verify and every
//! acknowledged document is there; in the end every row, except for ids, equals that of an undisturbed stream. The same on PostgreSQL, where the
//! client is killed, and the server too.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed expectation is a panic")]

mod common;

use common::{lines, must_succeed, spread, trial, wait_for};
use sqlx::{Connection, Executor};
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

/// Enough for every kind of act to occur.
const ACTS: u64 = 480;

fn stream(db: &str, journal: &Path) -> Command {
    stream_of(ACTS, db, journal)
}

/// The first acts of the stream.
fn stream_of(acts: u64, db: &str, journal: &Path) -> Command {
    let mut command = trial();
    command.args(["stream", "--seed", "11", "--acts", &acts.to_string(), "--db", db, "--journal"]).arg(journal);
    command
}

fn verify(db: &str, journal: &Path) {
    must_succeed(trial().args(["verify", "--db", db, "--journal"]).arg(journal));
}

/// The effect of kills.
#[derive(Default)]
struct Struck {
    kills: u64,
    while_posting: u64,
}

/// Kills the stream until this many kills have struck: mostly some acts on, at any moment of the next ones; at times early, while it opens or finds
/// what is done. Each time it advances by part of its share of the acts, and is asked for no more than that share, so that there is something left to
/// kill however fast it is, and however late the kill comes.
fn kill_again_and_again(db: &str, journal: &Path, kills: u64) -> Struck {
    let mut struck = Struck::default();
    let acts = ACTS / kills / 2;
    for round in 0.. {
        let before = lines(journal);
        if struck.kills == kills || before == usize::try_from(ACTS).unwrap() {
            break;
        }
        let mut child = stream_of((u64::try_from(before).unwrap() + 2 * acts).min(ACTS), db, journal).spawn().unwrap();
        if round % 5 == 4 {
            sleep(Duration::from_millis(spread(round, 40)));
        } else {
            let more = usize::try_from(1 + spread(round, acts)).unwrap();
            wait_for(before + more, journal, &mut child);
            sleep(Duration::from_micros(spread(round, 4_000)));
        }
        struck.kills += u64::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        struck.while_posting += u64::from(lines(journal) > before);
        if db.contains("://") || Path::new(db).exists() {
            verify(db, journal);
        }
    }
    struck
}

/// The figures of an undisturbed stream.
fn undisturbed(folder: &Path) -> String {
    let db = folder.join("calm.db");
    must_succeed(&mut stream(db.to_str().unwrap(), &folder.join("calm.journal")))
}

fn finish(db: &str, journal: &Path, folder: &Path) {
    let finished = must_succeed(&mut stream(db, journal));
    let calm = undisturbed(folder);
    assert_eq!(finished, calm, "a disturbed stream came to something else");
    verify(db, journal);
    assert_eq!(lines(journal), usize::try_from(ACTS).unwrap(), "every act was acknowledged once");
    assert!(calm.contains("\"too much\"") && calm.contains("\"recost\"") && calm.contains("\"reschedule\""), "{calm}");
}

#[test]
fn a_killed_stream_of_all_documents_comes_to_what_an_undisturbed_one_comes_to() {
    let folder = tempfile::tempdir().unwrap();
    let (db, journal) = (folder.path().join("killed.db"), folder.path().join("killed.journal"));
    let db = db.to_str().unwrap();
    let struck = kill_again_and_again(db, &journal, 50);
    println!("{} kills struck, {} of them after acts were acknowledged in that very run", struck.kills, struck.while_posting);
    assert!(struck.kills >= 50 && struck.while_posting >= 40, "{} kills, {} while posting", struck.kills, struck.while_posting);
    finish(db, &journal, folder.path());
}

/// Runs statements on a server.
fn on_server(server: &str, text: String) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut connection = sqlx::PgConnection::connect(server).await.unwrap();
        connection.execute(sqlx::AssertSqlSafe(text)).await.unwrap();
    });
}

#[test]
fn a_killed_client_of_postgres_leaves_whole_acts_only() {
    let server = std::env::var("CRM_TEST_POSTGRES_URL").expect("CRM_TEST_POSTGRES_URL names a server; ./test.sh starts one");
    let name = format!("crm_stream_{}", std::process::id());
    on_server(&server, format!("CREATE DATABASE {name}"));
    let (front, _) = server.rsplit_once('/').unwrap();
    let db = format!("{front}/{name}");
    let done = std::panic::catch_unwind(|| {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("killed.journal");
        let struck = kill_again_and_again(&db, &journal, 30);
        println!("{} kills struck, {} of them after acts were acknowledged in that very run", struck.kills, struck.while_posting);
        assert!(struck.kills >= 25 && struck.while_posting >= 20, "{} kills, {} while posting", struck.kills, struck.while_posting);
        finish(&db, &journal, folder.path());
    });
    on_server(&server, format!("DROP DATABASE {name} WITH (FORCE)"));
    done.unwrap();
}

/// The test's own server, which it may kill.
struct Server {
    directory: PathBuf,
    url: String,
}

impl Server {
    fn start() -> Self {
        let directory = std::env::temp_dir().join(format!("crm-stream-server-{}", std::process::id()));
        let url = Self::script("start", &directory).trim().to_owned();
        Self { directory, url }
    }

    fn script(command: &str, directory: &Path) -> String {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/postgres.sh");
        // The server keeps its script's output open, so that must not be a pipe whose end is awaited.
        let output = Command::new("bash").arg(script).arg(command).arg(directory).stdin(Stdio::null()).stderr(Stdio::inherit()).output().unwrap();
        assert!(output.status.success(), "postgres.sh {command}");
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        Self::script("stop", &self.directory);
    }
}

#[test]
fn a_killed_server_of_postgres_loses_and_doubles_nothing() {
    let server = Server::start();
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("killed.journal");
    let rounds = 8;
    let mut child = stream(&server.url, &journal).spawn().unwrap();
    for round in 0..rounds {
        let more = usize::try_from(1 + spread(round, ACTS / rounds / 2)).unwrap();
        wait_for(lines(&journal) + more, &journal, &mut child);
        sleep(Duration::from_micros(spread(round, 9_000)));
        Server::script("kill", &server.directory);
        sleep(Duration::from_millis(spread(round, 300)));
        Server::script("again", &server.directory);
        verify(&server.url, &journal);
        // The program has retried under the key of its act, or ended with a storage error, or must be restarted because it got through.
        if let Some(status) = child.try_wait().unwrap() {
            let ended = child.wait_with_output().unwrap();
            let told = String::from_utf8_lossy(&ended.stderr).into_owned();
            assert!(status.success() || told.starts_with("crm-trial: "), "no typed error: {told}");
            child = stream(&server.url, &journal).spawn().unwrap();
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    finish(&server.url, &journal, folder.path());
}
