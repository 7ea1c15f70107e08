//! Files that callers name: existing ones stay, unless the caller says otherwise.

use super::{call, json_of};
use crate::Facade;
use serde_json::{Value as Json, json};
use std::{fs, path::Path, sync::Arc};

/// A library on an SQLite file with a company, a warehouse, and a session of its administrator.
struct Books {
    facade: Arc<Facade>,
    session: u64,
    options: Json,
}

impl Books {
    fn new(database: &Path) -> Self {
        let facade = Facade::open(&format!("sqlite:{}", database.display())).unwrap();
        let ok = |operation: &str, session, arguments: Json| json_of(&facade.call_blocking(call(operation, session, &arguments)))["ok"].clone();
        ok("crm.migrate", None, json!({}));
        let operator = json!({"code": "ana", "name": "Ana", "roles": ["administrator"]});
        let company = ok("crm.create_company", None, json!({"name": "Acme", "currency": "EUR", "operator": operator}));
        let session = ok("crm.act_as", None, json!({"company_id": company["company_id"], "operator_id": company["operator_id"]}));
        let session = session["session"].as_u64().unwrap();
        let warehouse = ok("warehouses.create", Some(session), json!({"data": {"code": "W", "name": "Main"}}));
        Self { session, options: json!({"warehouse_id": warehouse["id"], "day": "2026-01-10", "mode": "dry_run"}), facade }
    }

    fn call(&self, operation: &str, arguments: &Json) -> Json {
        json_of(&self.facade.call_blocking(call(operation, Some(self.session), arguments)))
    }

    /// Writes a template: none if it was written, otherwise the error's code and path.
    fn template(&self, to: &Path, overwrite: Option<bool>) -> Option<(String, String)> {
        let reply = self.call("opening.write_template", &json!({"to": to, "language": "en", "overwrite": overwrite}));
        refusal(&reply)
    }

    fn annotate(&self, path: &Path, to: &Path) -> Json {
        self.call("opening.annotate_workbook", &json!({"workbook": {"path": path}, "options": self.options, "language": "en", "to": to}))
    }
}

fn refusal(reply: &Json) -> Option<(String, String)> {
    let text = |field: &Json| field.as_str().unwrap_or_default().to_owned();
    reply.get("error").map(|error| (text(&error["code"]), text(&error["details"]["path"])))
}

fn refused(code: &str, path: &Path) -> Option<(String, String)> {
    Some((code.to_owned(), path.display().to_string()))
}

#[test]
fn what_is_there_stays_unless_it_is_said_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let books = Books::new(&folder.path().join("books.db"));
    let to = folder.path().join("opening.xlsx");
    fs::write(&to, "precious").unwrap();
    assert_eq!(books.template(&to, None), refused("file.exists", &to));
    assert_eq!(books.template(&to, Some(false)), refused("file.exists", &to));
    assert_eq!(refusal(&books.annotate(&to, &to)), Some(("workbook.unsupported".to_owned(), String::new())));
    assert_eq!(fs::read(&to).unwrap(), b"precious");
    assert_eq!(books.template(&to, Some(true)), None);
    assert_eq!(fs::read(&to).unwrap()[..2], *b"PK");
    let copy = folder.path().join("copy.xlsx");
    assert_eq!(books.annotate(&to, &copy)["ok"]["problems"], json!([]));
    assert_eq!(refusal(&books.annotate(&to, &copy)), refused("file.exists", &copy));
}

#[test]
fn an_open_database_is_overwritten_by_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("books.db");
    let books = Books::new(&database);
    let before = fs::read(&database).unwrap();
    assert_eq!(books.template(&database, None), refused("file.exists", &database));
    for ending in ["", "-wal", "-shm"] {
        let file = folder.path().join(format!("books.db{ending}"));
        assert!(file.exists(), "{}", file.display());
        assert_eq!(books.template(&file, Some(true)), refused("file.unwritable", &file));
    }
    assert_eq!(fs::read(&database).unwrap(), before);
    assert_eq!(books.call("warehouses.count", &json!({})), json!({"ok": 1}));
    // When it is closed, it is a file like any other.
    json_of(&books.facade.close());
    let others = Books::new(&folder.path().join("others.db"));
    assert_eq!(others.template(&database, Some(true)), None);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let books = Books::new(&folder.path().join("books.db"));
    let [link, dangling, target, nowhere] = ["link.xlsx", "dangling.xlsx", "target.txt", "nowhere.xlsx"].map(|name| folder.path().join(name));
    fs::write(&target, "precious").unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    std::os::unix::fs::symlink(&nowhere, &dangling).unwrap();
    for link in [&link, &dangling] {
        assert_eq!(books.template(link, None), refused("file.exists", link));
        assert_eq!(books.template(link, Some(true)), refused("file.unwritable", link));
        assert!(link.is_symlink());
    }
    assert_eq!(fs::read(&target).unwrap(), b"precious");
    assert!(!nowhere.exists());
}

#[test]
fn bytes_are_read_and_handed_back_as_files_are() {
    let folder = tempfile::tempdir().unwrap();
    let books = Books::new(&folder.path().join("books.db"));
    let to = folder.path().join("opening.xlsx");
    assert_eq!(books.template(&to, None), None);
    let template = books.call("opening.template", &json!({"language": "en"}))["ok"].clone();
    let is_zip = |bytes: &Json| bytes.as_str().is_some_and(|base64| base64.starts_with("UEsD"));
    assert!(is_zip(&template), "{template}");
    let csv = "U3RvY2sgQ29kZSxEZXNjcmlwdGlvbixMaXN0IFByaWNlCkEsTXVnLGFib3V0IDMK"; // Stock Code,Description,List Price A,Mug,about 3
    for (workbook, problems, extension) in [
        (json!({"path": to}), 0, "xlsx"),
        (json!({"bytes": template, "name": "any.xlsx"}), 0, "xlsx"),
        (json!({"bytes": template}), 0, "xlsx"),
        (json!({"bytes": csv, "name": "products.csv"}), 1, "csv"),
        (json!({"bytes": csv}), 1, "csv"),
    ] {
        let arguments = json!({"workbook": workbook, "options": books.options, "language": "es"});
        let annotated = books.call("opening.annotated_workbook", &arguments);
        assert_eq!(annotated["ok"]["report"]["problems"].as_array().map(Vec::len), Some(problems), "{annotated}");
        assert_eq!((&annotated["ok"]["extension"], is_zip(&annotated["ok"]["workbook"])), (&json!(extension), extension == "xlsx"), "{annotated}");
        let as_xlsx = json!({"workbook": workbook, "options": books.options, "language": "es", "as_xlsx": true});
        assert!(is_zip(&books.call("opening.annotated_workbook", &as_xlsx)["ok"]["workbook"]));
        let applied = books.call("opening.apply_workbook", &json!({"workbook": workbook, "options": books.options, "language": "es"}));
        assert_eq!(applied["ok"]["problems"], annotated["ok"]["report"]["problems"], "{applied}");
    }
    for wrong in [json!({}), json!({"path": to, "bytes": csv}), json!({"path": to, "name": "x.csv"}), json!({"bytes": "%%"}), json!("x.csv")] {
        let refused = books.call("opening.apply_workbook", &json!({"workbook": wrong, "options": books.options}));
        let error = &refused["error"];
        assert_eq!(error["code"], json!("bindings.request"), "{refused}");
        assert!(error["details"]["path"].as_str().is_some_and(|path| path.starts_with("workbook")), "{refused}");
    }
}

#[test]
fn a_csv_is_annotated_at_its_rows() {
    let folder = tempfile::tempdir().unwrap();
    let books = Books::new(&folder.path().join("books.db"));
    let (path, to) = (folder.path().join("products.csv"), folder.path().join("annotated.xlsx"));
    fs::write(&path, "Stock Code,Description,List Price\n=1+1,Mug,about 3\nA,Cup,2\n").unwrap();
    let report = books.annotate(&path, &to);
    assert_eq!(report["ok"]["problems"][0]["place"]["sheet"], json!("products"), "{report}");
    let mut workbook = crm_office::Workbook::open(&to).unwrap();
    let mut rows = Vec::new();
    let row = |row: crm_office::Row<'_>| {
        rows.push(row.cells.iter().map(crm_office::Cell::text).collect::<Vec<_>>());
        Ok(())
    };
    workbook.read_rows("products", row).unwrap();
    assert_eq!(rows[1][..3], ["=1+1", "Mug", "about 3"]);
    assert!(rows[1][3].starts_with("error: List Price: `about 3`"), "{rows:?}");
}

/// A list of records needs neither a warehouse nor a day. What is next to a customer is imported as what it is, a tax rate as the code that has it.
#[test]
fn a_list_of_customers_alone_is_applied_with_everything_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    let books = Books::new(&folder.path().join("books.db"));
    let rate = json!({"code": "S", "name": "IVA", "category": "S", "rate": "21", "valid_from": "2026-01-01"});
    assert_eq!(books.call("tax_rates.create", &json!({"data": rate}))["error"], Json::Null);
    let list = folder.path().join("clientes.csv");
    let head = "Codigo;Nombre;IVA;Comercial;Grupo;Calle;Ciudad;Telefono;Contacto";
    fs::write(&list, format!("{head}\n001;Bodega;21 %;Ana;Norte; Mayor 1;Vitoria;945 111;Eva\n002;Sol;4 %;;;;;;\n003;Mar;;nadie;;;;;\n")).unwrap();
    let options = json!({"mode": "good_rows"});
    let plan = &books.call("opening.examine_workbook", &json!({"workbook": {"path": list}}))["ok"];
    assert_eq!((&plan["sheets"][0]["kind"], &plan["sheets"][0]["reason"]), (&json!("customers"), &json!("name")));
    let apply = |reading: &Json| {
        books.call("opening.apply_workbook", &json!({"workbook": {"path": list}, "options": options, "reading": reading, "language": "es"}))
    };
    let report = &apply(&Json::Null)["ok"];
    let counts = ["customers_created", "contacts_created", "contact_points_created", "addresses_created"].map(|count| report[count].clone());
    assert_eq!(counts, [json!(1), json!(1), json!(1), json!(1)], "{report}");
    let problems: Vec<_> =
        report["problems"].as_array().unwrap().iter().map(|p| (p["place"]["row"].clone(), p["code"].clone(), p["reason"].clone())).collect();
    let expected = [
        (json!(3), json!("unknown_tax_rate"), json!("ningún código de impuesto tiene el tipo `4 %`")),
        (json!(4), json!("unknown_operator"), json!("no hay ningún usuario `nadie`, o hay varios")),
    ];
    assert_eq!(problems, expected);
    let customer = &books.call("customers.list", &json!({}))["ok"]["items"][0];
    assert_eq!((&customer["tax_code"], customer["owner_id"].is_string(), customer["group_id"].is_string()), (&json!("S"), true, true));
    // The returned plan gives the same result, and the same list again changes nothing.
    let again = &apply(&plan["options"])["ok"];
    assert_eq!((&again["customers_created"], &again["contacts_created"], &again["addresses_created"]), (&json!(0), &json!(0), &json!(0)));
    assert_eq!(again["problems"].as_array().unwrap().len(), 2, "{again}");
    // Stock needs both.
    let stock = folder.path().join("existencias.csv");
    fs::write(&stock, "Codigo;Cantidad;Coste\nP1;1;1\n").unwrap();
    let refused = books.call("opening.apply_workbook", &json!({"workbook": {"path": stock}, "options": options}));
    assert_eq!((&refused["error"]["code"], &refused["error"]["details"]["field"]), (&json!("field.invalid"), &json!("day")));
}

/// Closing a file releases the locks that the process holds on it (POSIX), whoever took them: another process would think the database unused.
#[cfg(unix)]
#[test]
fn the_files_of_an_open_database_are_not_opened_beside_it() {
    use std::os::unix::fs::MetadataExt;
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("books.db");
    let books = Books::new(&database);
    let (soft, hard) = (folder.path().join("soft.xlsx"), folder.path().join("hard.xlsx"));
    std::os::unix::fs::symlink(&database, &soft).unwrap();
    fs::hard_link(&database, &hard).unwrap();
    let wal = folder.path().join("books.db-wal");
    // The kernel lists locks by process and inode: other tests of this process have their own databases.
    let inodes = [&database, &wal, &folder.path().join("books.db-shm")].map(|path| format!(":{} ", fs::metadata(path).unwrap().ino()));
    let process = format!(" {} ", std::process::id());
    let is_its = |line: &&str| line.contains(&process) && inodes.iter().any(|inode| line.contains(inode.as_str()));
    let locks = || fs::read_to_string("/proc/locks").unwrap_or_default().lines().filter(is_its).count();
    // At rest: a transaction that is just ending holds more of them for a moment.
    let at_rest = || {
        (0..40).map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(5));
            locks()
        })
    };
    let before = at_rest().min();
    for path in [&database, &soft, &hard, &wal] {
        for (operation, arguments) in [
            ("opening.examine_workbook", json!({"workbook": {"path": path}})),
            ("opening.apply_workbook", json!({"workbook": {"path": path}, "options": books.options})),
            ("opening.annotated_workbook", json!({"workbook": {"path": path}, "options": books.options, "language": "en"})),
        ] {
            let reply = books.call(operation, &arguments);
            assert_eq!(refusal(&reply).map(|(code, _)| code).as_deref(), Some("workbook.unreadable"), "{operation} {}: {reply}", path.display());
        }
    }
    assert_eq!(at_rest().min(), before);
}
