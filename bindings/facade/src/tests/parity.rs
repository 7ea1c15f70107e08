//! What the core's services offer, compared with what can be called.
//!
//! Services of records are those of the list of entities. The rest of the offer is read from the source: services as `pub fn name(&self) -> Type` of
//! the session, methods as `pub async fn`. The formatter keeps these lines in one form.

use crate::find;
use std::{fs, path::Path};

/// Methods that have another name here, or are useful in Rust only.
const OTHERWISE: [(&str, &str); 14] = [
    ("crm.create_company_as", "crm.create_company"),
    ("session.report", "customers.report"),
    // The host's own acts.
    ("session.run", "session.verify"),
    // Operations here do for the caller what the host does in Rust, and check rights first.
    ("session.check_right", "opening.write_template"),
    ("session.check_full_scope", "opening.write_template"),
    ("session.check_any_right", "session.today"),
    ("customers.page", "customers.list"),
    ("customers.fetch", "customers.list"),
    ("customers.create_with", "customers.create"),
    ("customers.update_with", "customers.update"),
    ("customers.patch_with", "customers.patch"),
    ("customers.upsert_with", "customers.upsert"),
    // A function cannot cross the boundary: the languages read, change and save by themselves.
    ("customers.modify", "customers.update"),
    ("opening.apply", "opening.apply_workbook"),
];

#[test]
fn everything_that_the_services_of_the_core_offer_can_be_called() {
    let mut offered = Offered { services: of_entities(), methods: Vec::new() };
    offered.read_folder(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../crm-core/src")));
    assert!(offered.services.len() > 50 && offered.methods.len() > 70, "the source has another form: {offered:?}");
    let records = offered.services.iter().filter(|(_, _, is_records)| *is_records).map(|(name, ..)| format!("{name}.list"));
    let methods = offered.methods.iter().flat_map(|(ty, method)| offered.of_type(ty).into_iter().map(move |service| format!("{service}.{method}")));
    let otherwise = |name: &str| OTHERWISE.iter().find(|(method, _)| *method == name).map(|(_, operation)| *operation);
    let missing: Vec<String> = records.chain(methods).filter(|name| find(otherwise(name).unwrap_or(name)).is_none()).collect();
    assert_eq!(missing, Vec::<String>::new(), "not in `services.rs`");
}

/// The services of records, from the list.
fn of_entities() -> Vec<(String, String, bool)> {
    macro_rules! services {
        ($($area:ident::$entity:ident $id:tt $service:tt $kind:ident;)+) => {
            [$((stringify!($service), stringify!($entity))),+]
        };
    }
    crm_core::entities!(services)
        .into_iter()
        .filter(|(service, _)| *service != "-")
        .map(|(service, entity)| (service.to_owned(), entity.to_owned(), true))
        .collect()
}

#[derive(Debug)]
struct Offered {
    /// Name, type or entity, and whether it is a service of records.
    services: Vec<(String, String, bool)>,
    /// Type or entity, and name.
    methods: Vec<(String, String)>,
}

impl Offered {
    /// The services of a type; what all services of records share is checked on one of them.
    fn of_type(&self, ty: &str) -> Vec<String> {
        match ty {
            "Crm" | "Session" => vec![ty.to_lowercase()],
            "Records" | "List" => vec!["customers".to_owned()],
            _ => self.services.iter().filter(|(_, of, _)| of == ty).map(|(name, ..)| name.clone()).collect(),
        }
    }

    fn read_folder(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                self.read_folder(&entry.path());
            } else {
                self.read_source(&fs::read_to_string(entry.path()).unwrap());
            }
        }
    }

    fn read_source(&mut self, source: &str) {
        let mut within = String::new();
        for line in source.lines() {
            if let Some(subject) = line.strip_prefix("impl") {
                // `impl<'s, E: Listed> Records<'s, E> {`: what comes before the first type is not part of it.
                within = if subject.starts_with('<') { subject.split_once("> ").unwrap().1.to_owned() } else { subject.trim().to_owned() };
            } else if line.starts_with('}') {
                within.clear();
            } else if let Some(method) = line.strip_prefix("    pub async fn ") {
                self.methods.push((of_records(&within).unwrap_or_else(|| word(&within)), word(method)));
            } else if let (true, Some(accessor)) = (within.starts_with("Session<"), line.strip_prefix("    pub fn ")) {
                self.services.extend(accessor.split_once("(&self) -> ").map(|(name, ty)| {
                    let entity = of_records(ty);
                    (name.to_owned(), entity.clone().unwrap_or_else(|| word(ty)), entity.is_some())
                }));
            }
        }
    }
}

/// The entity of `Records<'_, Customer>`; none for all of them, whose entity is one letter.
fn of_records(ty: &str) -> Option<String> {
    let (_, entity) = ty.split_once("Records<")?.1.split_once(", ")?;
    Some(word(entity)).filter(|entity| entity.len() > 1)
}

fn word(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned()
}
