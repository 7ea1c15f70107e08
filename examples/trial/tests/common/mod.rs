//! Shared by the tests that kill the program.

use std::{
    collections::HashSet,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// How long a test waits for one act before it gives up: too long, on any machine.
const PATIENCE: Duration = Duration::from_secs(300);

/// The program, with its output kept.
pub(crate) fn trial() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crm-trial"));
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs a command that must succeed, and returns its output.
pub(crate) fn must_succeed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Lines of a journal.
pub(crate) fn lines(journal: &Path) -> usize {
    std::fs::read_to_string(journal).map_or(0, |text| text.lines().count())
}

/// Acts acknowledged so far, each counted once: a restarted replay acknowledges completed acts again.
pub(crate) fn acts(journal: &Path) -> usize {
    std::fs::read_to_string(journal).map_or(0, |text| text.lines().collect::<HashSet<_>>().len())
}

/// Waits until this many acts are acknowledged, or the program ended.
pub(crate) fn wait_for(wanted: usize, journal: &Path, child: &mut Child) {
    let (mut since, mut before) = (Instant::now(), acts(journal));
    while before < wanted && child.try_wait().unwrap().is_none() {
        sleep(Duration::from_millis(1));
        let now = acts(journal);
        if now > before {
            (since, before) = (Instant::now(), now);
        }
        assert!(since.elapsed() < PATIENCE, "no act in {PATIENCE:?}");
    }
}

/// A number below a bound for a round, scattered.
pub(crate) fn spread(round: u64, bound: u64) -> u64 {
    (round.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33) % bound
}
