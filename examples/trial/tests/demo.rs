//! The demonstration tells its whole story, step by step, with figures that were worked out by hand.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed expectation is a panic")]

use std::process::Command;

/// The expected output, in this order: words of a line, in order, whatever is between them.
const STORY: &[&[&str]] = &[
    &["Bazar del Sol, S.L.", "ES9121000418450200051332"],
    &["41 customers, 61 products"],
    &["162 rows are there already"],
    &["C-001 Bodega Peña", "1500.00"],
    &["however it is written: 1"],
    &["unique.taken"],
    &["1 box of Brass lantern"],
    &["field.invalid", "check digit"],
    // 100 at 6.00 and 20.00 of freight; 200 at 1.50.
    &["GR-2026-000001 puts 920.00 into stock"],
    &["100 lanterns, worth 620.00"],
    &["lantern", "60", "piece", "11.00", "the company's list"],
    &["lantern", "5", "box", "132.00", "the company's list"],
    &["candle", "4.00", "the product's own price"],
    // 60 x 11.00 - 5 % and 100 x 4.00, which cost 60 x 6.20 and 100 x 1.50; then 80 lanterns.
    &["QT-2026-000001", "1", "1027.00", "215.67", "1242.67", "505.00"],
    &["QT-2026-000001", "2", "1236.00", "259.56", "1495.56", "590.00"],
    &["80 Brass lantern instead of 60"],
    // 836.00 and 60 x 4.00.
    &["SO-2026-000001: net 1076.00, gross 1301.96", "answers SO-2026-000001"],
    &["line.exceeded"],
    &["300.00 of 300.00 is paid in advance"],
    &["stock.lot_needed"],
    // 50/80 of 836.00 and 240.00, at 21 %; 50 x 6.20 and 60 x 1.50.
    &["DN-2026-000001", "762.50", "160.13", "922.63", "400.00"],
    &["1", "2026-02-19", "461.32", "161.32"],
    &["2", "2026-03-21", "461.31", "461.31"],
    &["50 lanterns, worth 310.00"],
    &["lot L-07: 140 candles left, worth 210.00"],
    &["313.50 net"],
    &["50 lanterns at 10.45, margin 40.6 %"],
    &["it owes 622.63, and 379.34 is ordered"],
    // 622.63 + 379.34 + 720.00 with tax.
    &["credit.exceeded", "1873.17"],
    &["stock.insufficient", "available 20"],
    // 100 x 0.40, half of them sold.
    &["RC-2026-000001: 40.00 in all, 20.00 of it"],
    &["late_cost", "20.00"],
    &["50 lanterns, worth 330.00"],
    // Five fiftieths of 522.50, whatever was credited.
    &["CN-2026-000001", "-20.00", "-4.20", "-24.20", "0.00"],
    &["RN-2026-000001", "-52.25", "-10.97", "-63.22", "-31.00"],
    &["DN-2026-000002", "240.00", "50.40", "290.40", "96.00"],
    // 161.32 - 24.20 - 63.22.
    &["PM-2026-000002: 73.90", "0.00 stays"],
    &["partly_paid", "461.32 of 922.63"],
    &["105 lanterns, worth 761.00"],
    // (620.00 + 400.00) / 150 x 50.
    &["DN-2026-000001", "310.00", "340.00"],
    &["RN-2026-000001", "-31.00", "-34.00"],
    &["stock", "761.00", "754.00"],
    &["variance", "-20.00"],
    &["CX-2026-000001 takes PM-2026-000002 back"],
    &["partly_paid", "387.42 of 922.63"],
    &["document.cancelled"],
    // Ten at 8.00 that came at 10.00.
    &["DN-2026-000002 costs 20.00 more for 10 cans, booked on 2026-03-03"],
    &["5 cans, worth 50.00"],
    &["PM-2026-000003", "535.21 settles", "14.79 stays"],
    // 761.00 / 105 x 30.
    &["DN-2026-000003", "313.50", "65.84", "379.34", "217.43"],
    &["14.79 of credit is used", "completed"],
    &["PM-2026-000004: 174.58"],
    &["WO-2026-000001 gives up 0.30"],
    &["allocation.exceeded"],
    &["1", "2026-04-23", "189.67", "0.00"],
    &["2", "2026-05-23", "189.67", "189.67"],
    &["1112.30 of 1301.96"],
    &["2026-01-31", "622.63", "622.63"],
    &["2026-02-28", "751.71", "73.90", "825.61"],
    &["2026-03-31", "364.55", "290.40", "654.95"],
    &["2026-04-30", "189.67", "290.40", "480.07"],
    // The bounce was not known yet.
    &["2026-02-28", "751.71", "0.00", "751.71"],
    &["461.32 of 922.63 was settled on the 24th"],
    &["2026-01-15", "PM-2026-000001", "-300.00", "-300.00"],
    &["2026-02-25", "CX-2026-000001", "73.90", "535.21"],
    &["2026-03-20", "PM-2026-000003", "-550.00", "-14.79"],
    &["2026-04-20", "WO-2026-000001", "-0.30", "189.67"],
    &["closing balance 189.67"],
    &["2026-01", "762.50", "400.00", "362.50", "47.5 %"],
    // 240.00 - 20.00 - 52.25; 96.00 - 31.00.
    &["2026-02", "167.75", "65.00", "102.75", "61.3 %"],
    // 217.43 and the correction of 20.00.
    &["2026-03", "313.50", "237.43", "76.07", "24.3 %"],
    &["2026-03: 20.00 of the cost corrects an earlier month"],
    &["invariants hold"],
];

fn holds(line: &str, words: &[&str]) -> bool {
    words.iter().try_fold(line, |rest, word| rest.split_once(word).map(|(_, rest)| rest)).is_some()
}

#[test]
fn the_demonstration_tells_its_story_with_the_right_figures() {
    let output = Command::new(env!("CARGO_BIN_EXE_crm-trial")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8(output.stdout).unwrap();
    let mut lines = told.lines();
    for words in STORY {
        assert!(lines.any(|line| holds(line, words)), "`{words:?}` is missing, or at another place, in:\n{told}");
    }
    let steps: Vec<u32> = told.lines().filter_map(|line| line.split_once(". ")?.0.parse().ok()).collect();
    assert!(steps.len() > 20 && steps.iter().copied().zip(1..).all(|(step, place)| step == place), "{steps:?}");
}
