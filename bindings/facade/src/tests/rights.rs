//! Rights come first: a caller without any is told so by every operation of the table, whatever the arguments, before anything is looked at.

use super::{call, json_of, opened};
use crate::{Call, Facade, describe, operation::Run, services};
use crm_core::limits::MAX_LINES;
use serde_json::{Map, Value as Json, json};
use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, mpsc},
    time::Duration,
};

/// Operations that need no right, and why.
const WITHOUT_A_RIGHT: [(&str, &str); 4] = [
    ("crm.migrate", "the schema is the host's; there may be no company yet, and so nobody who could have a right"),
    ("crm.missing_steps", "the same, and it tells of the schema only"),
    ("crm.create_company", "the host founds companies; their first operator comes with them"),
    ("crm.act_as", "the host says on whose behalf it calls; whoever has no role gets a session that may do nothing"),
];

/// An id of something that does not exist and that nobody may look for.
const UNKNOWN: &str = "01a215c7-fedc-76ef-a21d-6552e5dea887";

/// Opening a pipe that nobody writes to blocks for ever. No call takes as long as this, on any machine.
const PATIENCE: Duration = Duration::from_secs(300);

/// How arguments are generated.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Made {
    /// The minimum: nothing optional, empty lists and texts, zeros.
    Bare,
    /// Everything once, with plausible values.
    Full,
    /// Everything beyond what is acceptable: long texts, texts that no engine can store, huge and negative numbers, more lines than a document may
    /// have.
    Beyond,
}

const ALL: [Made; 3] = [Made::Bare, Made::Full, Made::Beyond];

/// Arguments of any operation, from its description.
struct Maker<'a> {
    api: &'a Json,
    made: Made,
    /// The value for file paths.
    path: &'a Path,
    is_within_list: bool,
}

impl Maker<'_> {
    fn arguments(api: &Json, operation: &Json, made: Made, path: &Path) -> Json {
        let mut object = Map::new();
        Maker { api, made, path, is_within_list: false }.fields(&mut object, &operation["arguments"], 0);
        object.into()
    }

    fn fields(&self, object: &mut Map<String, Json>, fields: &Json, depth: usize) {
        for field in fields.as_array().unwrap() {
            let name = field["name"].as_str().unwrap();
            if self.made != Made::Bare || field["required"] == json!(true) {
                object.insert(name.to_owned(), self.value(name, &field["type"], depth));
            }
        }
    }

    fn value(&self, name: &str, ty: &Json, depth: usize) -> Json {
        if let Some(plain) = ty.as_str() {
            return self.plain(name, plain);
        }
        let (kind, of) = ty.as_object().unwrap().iter().next().unwrap();
        match kind.as_str() {
            // Types refer to themselves: filters, trees.
            "optional" if depth > 6 => Json::Null,
            "optional" => self.value(name, of, depth + 1),
            // Days that rise, at least one.
            "list" if *of == json!("int") => json!([1]),
            "list" if self.made == Made::Bare => json!([]),
            "list" if self.made == Made::Full || self.is_within_list => vec![self.value(name, of, depth + 1)].into(),
            "list" => {
                let within = |made| Maker { made, is_within_list: true, ..*self }.value(name, of, depth + 1);
                let bare = vec![within(Made::Bare); MAX_LINES];
                std::iter::once(within(Made::Beyond)).chain(bare).collect()
            }
            "map" if self.made == Made::Bare => json!({}),
            "map" => json!({"x": self.value(name, of, depth + 1)}),
            "tuple" => of.as_array().unwrap().iter().map(|item| self.value(name, item, depth + 1)).collect(),
            "changes" => json!({}),
            "ref" => self.named(&self.api["types"][of.as_str().unwrap()], depth + 1),
            other => panic!("a type of kind `{other}`"),
        }
    }

    fn named(&self, ty: &Json, depth: usize) -> Json {
        let mut object = Map::new();
        match ty["kind"].as_str().unwrap() {
            "enum" => return ty["values"][0]["value"].clone(),
            "struct" => self.fields(&mut object, &ty["fields"], depth),
            "union" => {
                let variants = ty["variants"].as_array().unwrap();
                let variant = if self.made == Made::Bare { &variants[0] } else { &variants[variants.len() - 1] };
                object.insert("kind".to_owned(), variant["tag"].clone());
                if let Some(value) = variant.get("value") {
                    object.insert("value".to_owned(), self.value("value", value, depth));
                }
                if let Some(fields) = variant.get("fields") {
                    self.fields(&mut object, fields, depth);
                }
            }
            other => panic!("a type that is a `{other}`"),
        }
        object.into()
    }

    fn plain(&self, name: &str, plain: &str) -> Json {
        match (plain, self.made) {
            ("path", _) => self.path.to_str().unwrap().into(),
            ("source", _) => json!({"path": self.path}),
            ("text", _) if name == "currency" => "EUR".into(),
            ("text", _) if name == "language" => "en".into(),
            // Once a role names a system, its keys are reserved.
            ("text", Made::Full) if name == "systems" => "reserved".into(),
            ("text", Made::Bare) => "".into(),
            ("text", Made::Full) => "x".into(),
            ("text", Made::Beyond) => format!("\0={}", "x".repeat(600)).into(),
            ("bool", _) => true.into(),
            ("int", Made::Beyond) => 2_000_000_000.into(),
            ("int", made) => i32::from(made == Made::Full).into(),
            ("decimal", _) if name == "money_step" => "0.01".into(),
            ("decimal", Made::Bare) => "0".into(),
            ("decimal", Made::Full) => "1".into(),
            ("decimal", Made::Beyond) => "-99".into(),
            ("uuid", _) => UNKNOWN.into(),
            ("day", _) => "2026-01-10".into(),
            ("instant", _) => "2026-01-10T09:00:00Z".into(),
            ("json", Made::Bare | Made::Full) => Json::Null,
            ("json", Made::Beyond) => json!({"field": "colour", "within": {"not": [null]}}),
            other => panic!("a type `{other:?}`"),
        }
    }
}

/// The session of an operator without a role.
fn nobody(facade: &Facade, session: u64) -> u64 {
    let created =
        json_of(&facade.call_blocking(call("operators.create", Some(session), &json!({"data": {"code": "nobody", "name": "Nobody", "roles": []}}))));
    let company = json_of(&facade.call_blocking(call("company.list", Some(session), &json!({}))));
    let arguments = json!({"company_id": company["ok"]["items"][0]["id"], "operator_id": created["ok"]["id"]});
    json_of(&facade.call_blocking(call("crm.act_as", None, &arguments)))["ok"]["session"].as_u64().unwrap()
}

/// Every operation except those that need no right: its name and its description.
fn operations(api: &Json) -> Vec<(String, &Json)> {
    let named = api["services"].as_array().unwrap().iter().flat_map(|service| {
        let name = service["name"].as_str().unwrap();
        service["operations"].as_array().unwrap().iter().map(move |one| (format!("{name}.{}", one["name"].as_str().unwrap()), one))
    });
    named.filter(|(name, _)| !WITHOUT_A_RIGHT.iter().any(|(free, _)| free == name)).collect()
}

fn reply(facade: &Facade, operation: &str, session: u64, key: Option<&str>, arguments: &Json) -> Json {
    let key = key.map(str::to_owned);
    json_of(&facade.call_blocking(Call { key, ..call(operation, Some(session), arguments) }))
}

/// One line for each operation that did not answer as it should.
fn none_of(others: &[String], what: &str) {
    assert!(others.is_empty(), "{} answers {what}:\n{}", others.len(), others.join("\n"));
}

fn line(name: &str, made: Made, reply: &Json) -> String {
    format!("{name}, {made:?}: {}", reply.to_string().chars().take(300).collect::<String>())
}

#[test]
fn operations_that_ask_for_no_right_are_those_of_the_library_itself() {
    let all = services::all();
    let free = all.iter().flat_map(|service| service.operations.iter().map(move |one| (service.name, one)));
    let mut free: Vec<String> =
        free.filter(|(_, one)| matches!(one.run, Run::Library(_))).map(|(service, one)| format!("{service}.{}", one.name)).collect();
    let mut named: Vec<String> = WITHOUT_A_RIGHT.iter().map(|(name, reason)| format!("{name}{}", if reason.is_empty() { "?" } else { "" })).collect();
    free.sort();
    named.sort();
    assert_eq!(free, named);
}

#[test]
fn whoever_has_no_role_is_told_so_by_every_operation_before_anything_else() {
    let (facade, session) = opened();
    let (api, nobody, folder) = (describe(), nobody(&facade, session), tempfile::tempdir().unwrap());
    let (path, mut others, mut asked) = (folder.path().join("none.xlsx"), Vec::new(), 0);
    let too_long = "\0key".repeat(100);
    for (name, operation) in operations(&api) {
        for (made, key) in [(Made::Bare, None), (Made::Full, Some("key")), (Made::Beyond, Some(too_long.as_str()))] {
            let reply = reply(&facade, &name, nobody, key, &Maker::arguments(&api, operation, made, &path));
            asked += 1;
            if reply["error"]["code"] != json!("access.denied") {
                others.push(line(&name, made, &reply));
            }
        }
    }
    none_of(&others, "do not ask for the right first");
    assert!(asked > 3 * 200, "{asked} calls");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "a file was made");
}

/// Otherwise the refusals could be about the arguments.
#[test]
fn the_same_calls_of_an_administrator_are_understood() {
    let (facade, session) = opened();
    let (api, folder) = (describe(), tempfile::tempdir().unwrap());
    let (path, mut others) = (folder.path().join("none.xlsx"), Vec::new());
    for (name, operation) in operations(&api) {
        for made in ALL {
            let reply = reply(&facade, &name, session, None, &Maker::arguments(&api, operation, made, &path));
            if reply["error"]["code"] == json!("access.denied") || reply["error"]["code"] == json!("bindings.request") {
                others.push(line(&name, made, &reply));
            }
        }
    }
    none_of(&others, "are refused");
    assert!(path.exists(), "no template was written");
}

/// What a path can lead to: nothing, a folder, and a pipe that nobody writes to.
#[cfg(unix)]
fn places(folder: &Path) -> [PathBuf; 3] {
    let [nothing, inner, pipe] = ["nothing.xlsx", "folder.xlsx", "pipe.xlsx"].map(|name| folder.join(name));
    std::fs::create_dir(&inner).unwrap();
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success(), "mkfifo makes a pipe");
    [nothing, inner, pipe]
}

/// The reply of a call that may never end.
#[cfg(unix)]
fn reply_in_time(facade: &Arc<Facade>, operation: &str, session: u64, arguments: &Json) -> Json {
    let (sender, receiver) = mpsc::channel();
    facade.start(call(operation, Some(session), arguments), move |reply| drop(sender.send(reply)));
    json_of(&receiver.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{operation} waits for a file: {arguments}")))
}

#[cfg(unix)]
#[test]
fn no_file_is_touched_for_whoever_may_not_import() {
    let (facade, session) = opened();
    let (api, nobody, folder) = (describe(), nobody(&facade, session), tempfile::tempdir().unwrap());
    let (places, mut asked) = (places(folder.path()), 0);
    for (name, operation) in operations(&api) {
        let is_path = |argument: &Json| argument["type"] == "path" || argument["type"] == "source";
        if !operation["arguments"].as_array().unwrap().iter().any(is_path) {
            continue;
        }
        for place in &places {
            asked += 1;
            let arguments = Maker::arguments(&api, operation, Made::Full, place);
            let refused = reply_in_time(&facade, &name, nobody, &arguments);
            assert_eq!(refused["error"]["code"], json!("access.denied"), "{name}: {refused}");
            // A caller with the right to import is told what is wrong with the file: it is examined, without blocking.
            let looked_at = reply_in_time(&facade, &name, session, &arguments);
            let code = looked_at["error"]["code"].as_str().unwrap_or("none");
            assert!(code == "none" || code.starts_with("workbook.") || code.starts_with("file."), "{name}: {looked_at}");
        }
    }
    assert!(asked >= 3 * 3, "{asked} calls");
}

#[test]
fn rights_that_were_taken_are_gone_at_the_next_file() {
    let (facade, session) = opened();
    let folder = tempfile::tempdir().unwrap();
    let template = |name: &str| json!({"to": folder.path().join(name).to_str().unwrap(), "language": "en"});
    let ok = |operation: &str, arguments: Json| {
        let reply = reply(&facade, operation, session, None, &arguments);
        assert!(reply.get("ok").is_some(), "{operation}: {reply}");
        reply["ok"].clone()
    };
    let role = json!({"code": "importer", "name": "Importer", "rights": ["opening.import"], "scope": "all"});
    ok("roles.create", json!({"data": role}));
    let mut operator = ok("operators.create", json!({"data": {"code": "ines", "name": "Ines", "roles": ["importer"]}}));
    let company = ok("company.list", json!({}))["items"][0]["id"].clone();
    let ines = json_of(&facade.call_blocking(call("crm.act_as", None, &json!({"company_id": company, "operator_id": operator["id"]}))));
    let ines = ines["ok"]["session"].as_u64().unwrap();
    assert!(reply(&facade, "opening.write_template", ines, None, &template("first.xlsx")).get("ok").is_some());
    operator["roles"] = json!([]);
    ok("operators.update", json!({"record": operator}));
    let refused = reply(&facade, "opening.write_template", ines, None, &template("second.xlsx"));
    assert_eq!(refused["error"]["code"], json!("access.denied"), "{refused}");
    assert!(folder.path().join("first.xlsx").exists() && !folder.path().join("second.xlsx").exists());
}
