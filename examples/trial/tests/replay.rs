//! The replay of a year: always an invented one, and the real one if its files are there.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a failed expectation is a panic")]

use serde_json::Value as Json;
use sqlx::{Connection, Executor};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

fn trial(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_crm-trial")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Different spellings of a number are the same figure: `0` and `0.00`.
fn figures(json: &Json) -> Json {
    match json {
        Json::String(text) => text.parse::<rust_decimal::Decimal>().map_or_else(|_| json.clone(), |n| n.normalize().to_string().into()),
        Json::Array(items) => items.iter().map(figures).collect(),
        Json::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), figures(value))).collect(),
        other => other.clone(),
    }
}

/// The folder of the real year; none if it is not next to this checkout.
fn real_year() -> Option<PathBuf> {
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if data.join("sales.xlsx").exists() {
        return Some(data);
    }
    println!("skipped: the real year is not beside this checkout");
    None
}

/// The results of `year.py`, which shares no code with the library: the figures, and the rows that become nothing.
fn computed_apart(arguments: &[&str]) -> (Json, Vec<String>) {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/year.py");
    let output = Command::new("python3").arg(program).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut figures: Json = serde_json::from_slice(&output.stdout).unwrap();
    let rejected = figures.as_object_mut().unwrap().remove("rejected").unwrap();
    (figures, serde_json::from_value(rejected).unwrap())
}

/// Replays a folder and compares it with the independent computation, figures and rejected rows.
fn agrees_with_what_is_computed_apart(data: &str, ageing: &str) {
    let folder = tempfile::tempdir().unwrap();
    let [report, db] = ["report.csv", "year.db"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    let printed = trial(&["replay", data, "--db", &db, "--relaxed", "--report", &report, "--ageing", ageing, "--json"]);
    let (expected, expected_rejected) = computed_apart(&[data, "--ageing", ageing]);
    assert_eq!(figures(&serde_json::from_str(&printed).unwrap()), figures(&expected));
    let rows = std::fs::read_to_string(&report).unwrap_or_default();
    let place = |line: &str| line.split(',').take(2).collect::<Vec<_>>().join(":");
    let mut rejected: Vec<String> = rows.lines().skip(1).map(place).collect();
    rejected.sort();
    assert_eq!(rejected, expected_rejected);
    assert!(trial(&["verify", "--db", &db]).contains("records compared"));
}

fn december(db: &str) {
    let Some(data) = real_year() else { return };
    let arguments = ["replay", data.to_str().unwrap(), "--db", db, "--until", "2011-01-01"];
    let printed = trial(&[&arguments[..], &["--ageing", "2010-12-31,2011-01-31", "--json"]].concat());
    let expected: Json = serde_json::from_str(&std::fs::read_to_string(data.join("expected-2010-12.json")).unwrap()).unwrap();
    let found: Json = serde_json::from_str(&printed).unwrap();
    assert_eq!(figures(&found), figures(&expected));
    assert!(trial(&["verify", "--db", db]).contains("records compared"));
}

#[test]
fn december_of_the_real_year_comes_out_to_the_cent() {
    let folder = tempfile::tempdir().unwrap();
    december(folder.path().join("year.db").to_str().unwrap());
}

#[test]
fn december_comes_out_to_the_cent_on_postgres_too() {
    let server = std::env::var("CRM_TEST_POSTGRES_URL").expect("CRM_TEST_POSTGRES_URL names a server; ./test.sh starts one");
    let name = format!("crm_trial_{}", std::process::id());
    let on_server = |text: String| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut connection = sqlx::PgConnection::connect(&server).await.unwrap();
            connection.execute(sqlx::AssertSqlSafe(text)).await.unwrap();
        });
    };
    on_server(format!("CREATE DATABASE {name}"));
    let (front, _) = server.rsplit_once('/').unwrap();
    let done = std::panic::catch_unwind(|| december(&format!("{front}/{name}")));
    on_server(format!("DROP DATABASE {name} WITH (FORCE)"));
    done.unwrap();
}

#[test]
#[ignore = "half a million rows: minutes; `cargo test -p crm-trial --test replay -- --ignored`"]
fn the_whole_real_year_is_what_is_computed_apart() {
    let Some(data) = real_year() else { return };
    agrees_with_what_is_computed_apart(data.to_str().unwrap(), "2011-06-30,2011-12-09,2012-03-31");
}

#[test]
fn an_invented_year_is_what_is_computed_apart() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    trial(&["sample", data, "--documents", "300"]);
    agrees_with_what_is_computed_apart(data, "2011-06-30,2011-12-31");
}

/// A counter document of corrections: one line is a service without stock, and the goods in the others are corrected all the same.
#[test]
fn a_bad_row_of_a_document_takes_no_good_one_along() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    trial(&["sample", data.to_str().unwrap(), "--documents", "20"]);
    let rows = ["00123", "POST", "20005"].map(|code| format!("900001,{code},-1,2011-01-01 10:00,0,\n")).concat();
    std::fs::remove_file(data.join("sales.xlsx")).unwrap();
    std::fs::write(data.join("sales.csv"), format!("InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n{rows}")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_crm-trial")).arg("replay").arg(&data).arg("--json").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("1 rows were rejected") && told.contains("sales, row 3: a service has no stock"), "{told}");
    let figures: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(figures["counts"]["adjustments"], 2);
}

#[test]
fn an_invented_year_runs_through_twice_with_the_same_figures_and_nothing_new() {
    let folder = tempfile::tempdir().unwrap();
    let (data, db) = (folder.path().join("data"), folder.path().join("year.db"));
    let (data, db) = (data.to_str().unwrap(), db.to_str().unwrap());
    trial(&["sample", data, "--documents", "200"]);
    let first = trial(&["replay", data, "--db", db, "--json", "--ageing", "2011-12-31"]);
    let again = trial(&["replay", data, "--db", db, "--json", "--ageing", "2011-12-31"]);
    assert_eq!(first, again);
    let figures: Json = serde_json::from_str(&first).unwrap();
    assert!(figures["counts"]["deliveries"].as_u64().unwrap() > 100);
    trial(&["verify", "--db", db]);
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn rows_that_are_rejected_are_told_and_no_file_is_left_that_nobody_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let [data, temporary] = ["data", "temporary"].map(|name| folder.path().join(name));
    std::fs::create_dir(&temporary).unwrap();
    trial(&["sample", data.to_str().unwrap(), "--documents", "20"]);
    // The year continues with goods that are not in the opening.
    let sales = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n900001,NOSUCH,1,2011-01-01 10:00,1,12000\n";
    std::fs::remove_file(data.join("sales.xlsx")).unwrap();
    std::fs::write(data.join("sales.csv"), sales).unwrap();
    let replay = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crm-trial"));
        let output = command.arg("replay").arg(&data).args(["--json"]).args(more).env("TMPDIR", &temporary).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stderr).unwrap()
    };
    let told = replay(&[]);
    assert!(told.contains("1 rows were rejected; `--report FILE`") && told.contains("sales, row 2: "), "{told}");
    assert_eq!(names(&temporary), Vec::<String>::new());
    let (report, db) = (folder.path().join("report.csv"), folder.path().join("year.db"));
    for (arguments, path) in [(["--report", report.to_str().unwrap()], &report), (["--db", db.to_str().unwrap()], &db.with_extension("rejected.csv"))]
    {
        let told = replay(&arguments);
        assert!(told.contains(&format!("1 rows were rejected: see {}", path.display())), "{told}");
        assert!(std::fs::read_to_string(path).unwrap().starts_with("file,row,reason\nsales,2,"));
    }
    assert_eq!(names(&temporary), Vec::<String>::new());
}

#[test]
fn a_sample_is_written_over_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let opening = folder.path().join("opening.xlsx");
    std::fs::write(&opening, "precious").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_crm-trial")).arg("sample").arg(folder.path()).output().unwrap();
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("was not overwritten"), "{output:?}");
    assert_eq!((std::fs::read(&opening).unwrap(), names(folder.path())), (b"precious".to_vec(), vec!["opening.xlsx".to_owned()]));
}
