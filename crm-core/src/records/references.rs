//! References of records: read with one query per entity, and checked against what the records say about them.

use crate::{
    access::{Company, Permit},
    act::ActContext,
    entity::{Entity, EntityDecl, Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{DictionaryEntryId, TypedId},
    query::{Query, SelectPlan},
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A reference: the field that holds it, and the category required of the entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Reference {
    id: Uuid,
    field: String,
    category: Option<String>,
}

/// The references of records, to be read.
#[derive(Debug, Default)]
pub(super) struct ReferenceReads {
    wanted: BTreeMap<&'static str, (&'static EntityDecl, Wanted)>,
}

/// References to one entity, each with the index of the first record that has it, where several are written together.
type Wanted = BTreeMap<Reference, Option<usize>>;

/// The referenced records, and the company.
#[derive(Debug)]
pub struct References {
    company: Company,
    custom_fields: usize,
    rows: BTreeMap<&'static str, BTreeMap<Uuid, Record>>,
}

impl References {
    /// The own company.
    pub fn company(&self) -> &Company {
        &self.company
    }

    /// How many custom fields the host declared.
    pub(crate) fn custom_fields(&self) -> usize {
        self.custom_fields
    }

    /// A referenced record.
    ///
    /// # Errors
    /// `storage.corrupt`.
    pub fn get<T: Entity>(&self, id: T::Id) -> Result<Option<Stored<T>>>
    where
        T::Id: TypedId,
    {
        let row = self.rows.get(T::decl().name).and_then(|rows| rows.get(&id.uuid()));
        row.map(|row| Stored::from_record(row.clone())).transpose()
    }
}

impl ReferenceReads {
    pub(super) fn none() -> Self {
        Self::default()
    }

    /// The references in the records' field values that differ from the stored ones: an unchanged reference may lead outside the caller's scope. For
    /// new records nothing is stored.
    pub(super) fn of(decl: &EntityDecl, records: &[Vec<Value>], stored: &[Value]) -> Self {
        let mut all = Self::none();
        for (index, record) in records.iter().enumerate() {
            let index = (records.len() > 1).then_some(index);
            for (position, (value, field)) in record.iter().zip(decl.fields).enumerate() {
                if stored.get(position) == Some(value) {
                    continue;
                }
                if let (Some(target), Value::Id(id)) = (field.target(), value) {
                    all.add(target, *id, field.name, field.category, index);
                }
            }
        }
        all
    }

    /// Adds dictionary entries chosen in custom fields: field name, category, entry.
    pub(super) fn and_choices<'a>(mut self, choices: impl Iterator<Item = (&'a str, Option<&'a str>, Uuid)>) -> Self {
        for (name, category, id) in choices {
            self.add(DictionaryEntryId::entity(), id, name, category, None);
        }
        self
    }

    fn add(&mut self, target: &'static EntityDecl, id: Uuid, field: &str, category: Option<&str>, index: Option<usize>) {
        let (_, references) = self.wanted.entry(target.name).or_insert((target, Wanted::new()));
        references.entry(Reference { id, field: field.to_owned(), category: category.map(str::to_owned) }).or_insert(index);
    }

    /// Reads the referenced records within the caller's scope.
    ///
    /// # Errors
    /// `reference.missing`, and `field.invalid` for an entry of another category.
    pub(super) async fn check(&self, context: &mut ActContext<'_>) -> Result<References> {
        let queries = self.queries(context.permit())?;
        let found = if queries.is_empty() { Vec::new() } else { context.ask(&queries).await? };
        let by_id = |rows: Vec<Record>| rows.into_iter().filter_map(|row| Some((id_of(&row)?, row))).collect();
        let rows: BTreeMap<&'static str, BTreeMap<Uuid, Record>> = self.wanted.keys().copied().zip(found.into_iter().map(by_id)).collect();
        for (name, (decl, references)) in &self.wanted {
            let found = rows.get(name);
            for (reference, index) in references {
                let checked = check_one(decl, reference, found.and_then(|rows| rows.get(&reference.id)));
                checked.map_err(|error| match index {
                    Some(index) => error.with("index", index),
                    None => error,
                })?;
            }
        }
        let custom_fields = context.guard().custom_fields().count();
        Ok(References { company: context.company()?.data.clone(), custom_fields, rows })
    }

    fn queries(&self, permit: &Permit) -> Result<Vec<Query>> {
        let query = |(target, references): &(&'static EntityDecl, Wanted)| {
            let ids: BTreeSet<Uuid> = references.keys().map(|r| r.id).collect();
            Ok(Query::Select(SelectPlan::by_key(target, permit, ids.into_iter().map(Value::Id))?))
        };
        self.wanted.values().map(query).collect()
    }
}

fn id_of(row: &Record) -> Option<Uuid> {
    match row.first() {
        Some(Value::Id(id)) => Some(*id),
        _ => None,
    }
}

fn check_one(decl: &EntityDecl, reference: &Reference, found: Option<&Record>) -> Result<()> {
    let Reference { id, field, category } = reference;
    let Some(row) = found else {
        return Err(Error::new(Code::ReferenceMissing, format!("`{field}` refers to a record that does not exist"))
            .with("field", field)
            .with("id", id));
    };
    let is_of = |category: &String| decl.column("category").and_then(|c| row.get(c)) == Some(&Value::Text(category.clone()));
    match category {
        Some(category) if !is_of(category) => {
            let reason = format!("is not an entry of the category `{category}`");
            Err(Error::new(Code::FieldInvalid, format!("`{field}` {reason}")).with("field", field).with("reason", reason).with("id", id))
        }
        _ => Ok(()),
    }
}
