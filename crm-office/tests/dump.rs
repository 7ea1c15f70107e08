#![allow(clippy::unwrap_used, missing_docs)]
use crm_office::Workbook;
#[test]
fn dump() {
    let dir = std::env::var("DUMP").unwrap_or("tests/corpus".into());
    let mut names: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    for path in names {
        println!("== {}", path.file_name().unwrap().to_string_lossy());
        match Workbook::open(&path) {
            Err(e) => println!("  ERR {} {e} {:?}", e.code().as_str(), e.details()),
            Ok(mut w) => {
                println!("  {:?}", w.format());
                for s in w.sheets().to_vec() {
                    println!("  -- {s:?}");
                    let mut n = 0;
                    let r = w.read_rows(&s.name, |row| {
                        n += 1;
                        if n < 12 {
                            println!(
                                "   {} {}{:?}",
                                row.number,
                                if row.hidden { "HIDDEN " } else { "" },
                                row.cells.iter().take(9).collect::<Vec<_>>()
                            );
                        }
                        Ok(())
                    });
                    println!(
                        "   rows {n} {}",
                        r.map(|_| String::new()).unwrap_or_else(|e| format!("ERR {} {e} {:?}", e.code().as_str(), e.details()))
                    );
                }
                println!("  notes {:?}", w.notes());
            }
        }
    }
}
