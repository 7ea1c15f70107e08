//! The process is killed (kill -9) at random moments of a replay. After each restart the books verify, and every acknowledged document is there in
//! full; in the end the figures equal those of an undisturbed replay.

#![allow(clippy::unwrap_used, reason = "a failed expectation is a panic")]

mod common;

use common::{acts, lines, must_succeed, spread, trial, wait_for};
use std::{path::Path, process::Command, thread::sleep, time::Duration};

const KILLS: u64 = 50;
/// Documents by which a replay advances between two kills, at most.
const DOCUMENTS_A_KILL: u64 = 6;
const DOCUMENTS: &str = "1500";

fn replay(data: &Path, db: &Path, journal: &Path) -> Command {
    let mut command = trial();
    command.arg("replay").arg(data).arg("--db").arg(db).arg("--journal").arg(journal).args(["--json", "--ageing", "2011-06-30"]);
    command
}

#[test]
fn a_killed_replay_keeps_every_acknowledged_document_and_no_half_one() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    must_succeed(trial().arg("sample").arg(&data).args(["--documents", DOCUMENTS]));
    let (db, journal) = (folder.path().join("killed.db"), folder.path().join("killed.journal"));
    let (mut struck, mut struck_while_posting) = (0, 0);
    for round in 0.. {
        if struck == KILLS {
            break;
        }
        let before = acts(&journal);
        let mut child = replay(&data, &db, &journal).spawn().unwrap();
        if round % 5 == 4 {
            // Early: while it opens, reads workbooks, or finds what is already posted.
            sleep(Duration::from_millis(spread(round, 400)));
        } else {
            wait_for(before + usize::try_from(1 + spread(round, DOCUMENTS_A_KILL)).unwrap(), &journal, &mut child);
            sleep(Duration::from_micros(spread(round, 4_000)));
        }
        let is_through = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        let ended = child.wait_with_output().unwrap();
        if is_through {
            // Start over, so that later kills strike too.
            assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
            std::fs::remove_file(&db).unwrap();
            std::fs::remove_file(&journal).unwrap();
            continue;
        }
        struck += 1;
        struck_while_posting += u64::from(acts(&journal) > before);
        if db.exists() {
            must_succeed(trial().arg("verify").arg("--db").arg(&db).arg("--journal").arg(&journal));
        }
    }
    println!("{struck} kills struck, {struck_while_posting} of them after documents were acknowledged in that very run");
    assert!(struck_while_posting >= KILLS / 2, "only {struck_while_posting} kills struck while documents were being posted");
    let finished = must_succeed(&mut replay(&data, &db, &journal));
    let undisturbed = must_succeed(&mut replay(&data, &folder.path().join("calm.db"), &folder.path().join("calm.journal")));
    assert_eq!(finished, undisturbed);
    must_succeed(trial().arg("verify").arg("--db").arg(&db).arg("--journal").arg(&journal));
}

#[test]
fn a_database_that_cannot_grow_ends_the_replay_with_a_typed_error_and_keeps_what_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    must_succeed(trial().arg("sample").arg(&data).args(["--documents", DOCUMENTS]));
    let (db, journal) = (folder.path().join("full.db"), folder.path().join("full.journal"));
    // Files of this process are limited to this many blocks of 1 KiB; the operating system refuses a write beyond, as on a full disk.
    let limited = "trap '' XFSZ; ulimit -f 8000; exec \"$0\" \"$@\"";
    let mut command = Command::new("bash");
    command.args(["-c", limited, env!("CARGO_BIN_EXE_crm-trial"), "replay"]);
    let output = command.arg(&data).arg("--db").arg(&db).arg("--journal").arg(&journal).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && told.contains("disk I/O error"), "{told}");
    assert!(lines(&journal) > 10, "the limit struck before documents were posted: {told}");
    must_succeed(trial().arg("verify").arg("--db").arg(&db).arg("--journal").arg(&journal));
    must_succeed(&mut replay(&data, &db, &journal));
    must_succeed(trial().arg("verify").arg("--db").arg(&db).arg("--journal").arg(&journal));
}
