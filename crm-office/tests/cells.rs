//! What can be read out of one cell.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests are tests")]

use chrono::{NaiveDate, NaiveDateTime};
use crm_office::{Cell, DateOrder, Notation, read_decimal};

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn number(text: &str) -> Cell {
    Cell::Number(text.to_owned())
}

fn december(hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2010, 12, 1).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

fn guessed(text: &str) -> String {
    read_decimal(text, Notation::Guess).map_or_else(|e| e.code().as_str().to_owned(), |d| d.to_string())
}

#[test]
fn codes_keep_leading_zeros() {
    assert_eq!(text(" 00123 ").code().as_deref(), Some("00123"));
}

#[test]
fn a_number_and_a_text_are_the_same_code() {
    assert_eq!(number("17850").code(), text("17850").code());
}

#[test]
fn blanks_and_formula_errors_are_no_code() {
    for cell in [Cell::Empty, text(" \u{a0} "), Cell::Error("#N/A".to_owned())] {
        assert_eq!(cell.code(), None, "{cell:?}");
    }
}

#[test]
fn numbers_of_several_countries_are_read() {
    for (written, read) in [
        ("1234.50", "1234.50"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1 234,56", "1234.56"),
        ("1\u{202f}234,56", "1234.56"),
        ("1'234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("12,5", "12.5"),
        ("0,125", "0.125"),
        ("12345,678", "12345.678"),
        ("1.234", "1.234"),
        (".5", "0.5"),
        ("-7", "-7"),
        ("\u{2212}7,25", "-7.25"),
    ] {
        assert_eq!(guessed(written), read, "{written}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for written in ["abc", "1,23,456", "1.2.3", "1,2.3,4", "5.", "-", "1E5", "12 €", "1 23", "--1", "1..2", ",", "1.234,567,8"] {
        assert_eq!(guessed(written), "number.unreadable", "{written}");
    }
}

#[test]
fn a_comma_that_can_be_either_is_refused_until_the_notation_is_named() {
    assert_eq!(guessed("1,234"), "number.unreadable");
    assert_eq!(read_decimal("1,234", Notation::Point).unwrap().to_string(), "1234");
    assert_eq!(read_decimal("1,234", Notation::Comma).unwrap().to_string(), "1.234");
    assert_eq!(read_decimal("1.234", Notation::Comma).unwrap().to_string(), "1234");
    assert!(read_decimal("1234.50", Notation::Comma).is_err());
}

#[test]
fn numbers_beyond_a_decimal_are_out_of_range_or_too_precise() {
    assert_eq!(guessed(&"9".repeat(40)), "number.out_of_range");
    assert_eq!(guessed(&format!("0.{}1", "0".repeat(40))), "number.too_precise");
}

#[test]
fn truths_dates_and_errors_are_no_numbers() {
    for cell in [Cell::Bool(true), Cell::Moment(december(0, 0)), Cell::Error("#N/A".to_owned())] {
        assert!(cell.decimal().unwrap().is_err(), "{cell:?}");
    }
    assert!(Cell::Empty.decimal().is_none());
}

#[test]
fn dates_are_read_as_iso_and_in_the_order_named() {
    for (written, order, read) in [
        ("2010-12-01", DateOrder::Iso, december(0, 0)),
        ("2010-12-01 08:26", DateOrder::Iso, december(8, 26)),
        ("2010-12-01T08:26:00Z", DateOrder::DayFirst, december(8, 26)),
        ("01/12/2010", DateOrder::DayFirst, december(0, 0)),
        ("1.12.2010 8:26", DateOrder::DayFirst, december(8, 26)),
        ("12/01/2010", DateOrder::MonthFirst, december(0, 0)),
    ] {
        assert_eq!(text(written).moment(order).unwrap().unwrap(), read, "{written}");
    }
    for (written, order) in [("01/12/2010", DateOrder::Iso), ("1/12/10", DateOrder::DayFirst), ("31/02/2010", DateOrder::DayFirst)] {
        assert!(text(written).day(order).unwrap().is_err(), "{written}");
    }
    assert!(number("40513").day(DateOrder::Iso).unwrap().is_err());
}

#[test]
fn texts_are_what_a_person_sees() {
    assert_eq!(text("  a b ").text(), "a b");
    assert_eq!(Cell::Bool(true).text(), "TRUE");
    assert_eq!(Cell::Moment(december(0, 0)).text(), "2010-12-01");
    assert_eq!(Cell::Moment(december(8, 26)).text(), "2010-12-01 08:26");
}

#[test]
fn padded_numbers_are_codes_as_shown_and_figures_as_stored() {
    let cell = Cell::Padded { number: "123".to_owned(), shown: "000-123".to_owned() };
    assert_eq!((cell.text(), cell.code().unwrap(), cell.decimal().unwrap().unwrap().to_string()), ("000-123".into(), "000-123".into(), "123".into()));
}

#[test]
fn percentages_give_fractions_and_points() {
    for (fraction, points) in [("0.1", "10"), ("0.175", "17.5"), ("-0.005", "-0.5"), ("1", "100"), ("12.5", "1250"), ("0", "0"), ("0.0001", "0.01")] {
        let cell = Cell::Percent(fraction.to_owned());
        assert_eq!(cell.decimal().unwrap().unwrap().to_string(), fraction);
        assert_eq!(cell.percent_in(Notation::Guess).unwrap().unwrap().to_string(), points);
        assert_eq!(cell.text(), format!("{points}%"));
    }
    for written in ["12,5 %", "12,5%", "% 12,5", "12,5\u{ff05}", "12,5"] {
        assert_eq!(text(written).percent_in(Notation::Guess).unwrap().unwrap().to_string(), "12.5", "{written}");
    }
    assert!(Cell::Empty.percent_in(Notation::Guess).is_none());
}

#[test]
fn what_the_spreadsheet_has_cut_is_neither_a_code_nor_a_figure() {
    let cell = Cell::Long("6901230000001230000".to_owned());
    assert_eq!((cell.code(), cell.decimal().unwrap().unwrap_err().code().as_str()), (None, "number.too_precise"));
}

#[test]
fn a_formula_without_a_result_is_there_and_no_figure() {
    assert!(!Cell::Uncalculated.is_empty());
    assert_eq!((Cell::Uncalculated.code(), Cell::Uncalculated.decimal().unwrap().unwrap_err().code().as_str()), (None, "number.unreadable"));
}
