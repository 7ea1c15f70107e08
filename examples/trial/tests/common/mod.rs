//! What tests that kill the program share.

use std::{
    path::Path,
    process::{Command, Stdio},
};

/// The program, with its output kept.
pub(crate) fn trial() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crm-trial"));
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs a command to its good end, and gives what it printed.
pub(crate) fn must_succeed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Acts acknowledged so far.
pub(crate) fn lines(journal: &Path) -> usize {
    std::fs::read_to_string(journal).map_or(0, |text| text.lines().count())
}

/// A number below a bound for a round, spread without a pattern.
pub(crate) fn spread(round: u64, bound: u64) -> u64 {
    (round.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33) % bound
}
