//! The scenarios of `bindings/scenarios`, through the facade, on every engine: what the languages run too.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_facade::{Call, Facade};
use crm_tests::postgres::Database;
use serde_json::{Map, Value as Json, json};
use std::{collections::BTreeMap, path::Path, sync::Arc};

/// The scenarios by name.
fn scenarios() -> BTreeMap<String, Vec<Json>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bindings/scenarios");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "json"));
    let read = |path: std::path::PathBuf| {
        let mut scenario: Json = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let Json::Array(steps) = scenario["steps"].take() else { panic!("{} has no steps", path.display()) };
        (path.file_stem().unwrap().to_string_lossy().into_owned(), steps)
    };
    files.map(read).collect()
}

struct Runner {
    facade: Arc<Facade>,
    saved: BTreeMap<String, Json>,
}

impl Runner {
    fn open(url: &str) -> Self {
        let mut runner = Self { facade: Facade::open(url).unwrap(), saved: BTreeMap::new() };
        runner.call(None, "crm.migrate", None, &json!({})).unwrap();
        let operator = json!({"code": "ana", "name": "Ana", "roles": ["administrator"]});
        let company = runner.call(None, "crm.create_company", None, &json!({"name": "Acme", "currency": "EUR", "operator": operator})).unwrap();
        let ids = json!({"company_id": company["company_id"], "operator_id": company["operator_id"]});
        let ana = runner.call(None, "crm.act_as", None, &ids).unwrap();
        runner.saved.extend([("company".to_owned(), company), ("ana".to_owned(), ana)]);
        runner
    }

    fn call(&self, session: Option<u64>, operation: &str, key: Option<&str>, arguments: &Json) -> Result<Json, Json> {
        let (operation, key) = (operation.to_owned(), key.map(str::to_owned));
        let reply = self.facade.call_blocking(Call { session, operation, key, arguments: arguments.to_string() });
        let mut reply: Map<String, Json> = serde_json::from_str(&reply).unwrap();
        reply.remove("ok").ok_or_else(|| reply.remove("error").unwrap())
    }

    /// The same with what `$name.field` stands for.
    fn resolved(&self, json: &Json) -> Json {
        match json {
            Json::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), self.resolved(value))).collect(),
            Json::Array(items) => items.iter().map(|item| self.resolved(item)).collect(),
            Json::String(text) => match text.strip_prefix('$') {
                Some(path) => {
                    let mut parts = path.split('.');
                    let mut found = &self.saved[parts.next().unwrap()];
                    for part in parts {
                        found = part.parse::<usize>().map_or_else(|_| &found[part], |position| &found[position]);
                    }
                    found.clone()
                }
                None => json.clone(),
            },
            _ => json.clone(),
        }
    }

    fn step(&mut self, step: &Json) {
        let session = match step["call"].as_str().unwrap().starts_with("crm.") {
            true => None,
            false => self.saved[step["as"].as_str().unwrap_or("ana")]["session"].as_u64(),
        };
        let answer = self.call(session, step["call"].as_str().unwrap(), step["key"].as_str(), &self.resolved(&step["arguments"]));
        let (found, expected) = match (answer, step.get("error")) {
            (Ok(answer), None) => {
                if let Some(name) = step["save"].as_str() {
                    self.saved.insert(name.to_owned(), answer.clone());
                }
                (answer, step.get("expect"))
            }
            (Err(error), Some(expected)) => (error, Some(expected)),
            (answer, _) => panic!("{step}\ngave {answer:?}"),
        };
        if let Some(expected) = expected {
            let expected = self.resolved(expected);
            assert!(holds(&found, &expected), "{step}\nexpected {expected}\nfound    {found}");
        }
    }
}

/// Whether something holds what is expected: of objects the fields that are named, of lists every item.
fn holds(found: &Json, expected: &Json) -> bool {
    match (found, expected) {
        (Json::Object(found), Json::Object(expected)) => {
            expected.iter().all(|(name, value)| found.get(name).is_some_and(|found| holds(found, value)))
        }
        (Json::Array(found), Json::Array(expected)) => found.len() == expected.len() && found.iter().zip(expected).all(|(f, e)| holds(f, e)),
        (found, expected) => found == expected,
    }
}

fn run_all(url: impl Fn(&str) -> String) {
    let scenarios = scenarios();
    assert!(scenarios.len() >= 3, "scenarios are missing");
    for (name, steps) in scenarios {
        let mut runner = Runner::open(&url(&name));
        steps.iter().for_each(|step| runner.step(step));
        runner.facade.close();
    }
}

#[test]
fn scenarios_hold_in_memory() {
    run_all(|_| "memory:".to_owned());
}

#[test]
fn scenarios_hold_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    run_all(|name| format!("sqlite:{}", folder.path().join(name).with_extension("db").display()));
}

#[test]
fn scenarios_hold_on_postgresql() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for (name, steps) in scenarios() {
        let database = runtime.block_on(Database::empty());
        let mut runner = Runner::open(&database.url());
        steps.iter().for_each(|step| runner.step(step));
        assert_eq!(runner.facade.close(), r#"{"ok":null}"#, "{name}");
    }
}
