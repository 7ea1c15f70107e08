//! Creating records.

use super::{
    custom::CustomInput,
    master::{AnyRecord, AnyStored, Master, check_created},
    validate::{bump_access_version, shared_locks, validate},
};
use crate::{
    access::{Guard, Permit, Right},
    act::{Act, ActContext, Answer, Plan, Request, Subject},
    entity::{Value, row_of},
    error::Result,
    storage::{ChangeSet, Reads},
    text::Transliterator,
};
use async_trait::async_trait;
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// Creates records of one entity, all or none.
pub(super) struct Create {
    pub(super) master: &'static dyn Master,
    pub(super) records: Vec<Box<dyn AnyRecord>>,
    pub(super) custom: CustomInput,
}

/// The ids of the new records in order, with the codes assigned from a series.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Created(Vec<(Uuid, Option<String>)>);
impl Answer for Created {}

impl Create {
    /// The records as written.
    pub(super) fn into_stored(self, created: Created) -> Vec<AnyStored> {
        let stored = created.0.into_iter().zip(self.records).map(|((id, code), mut data)| {
            code.into_iter().for_each(|code| data.set_code(code));
            AnyStored { id, version: 1, data }
        });
        stored.collect()
    }
}

/// Composes the texts of a record, if necessary.
///
/// # Errors
/// `storage.corrupt` for a record that does not fit a row.
pub(super) fn composed(record: Box<dyn AnyRecord>) -> Result<Box<dyn AnyRecord>> {
    let values = record.values();
    if values.iter().all(Value::is_composed) {
        return Ok(record);
    }
    let master = record.master();
    Ok(master.decode(row_of(master.decl(), Some(Uuid::nil()), 1, values))?.data)
}

/// Completes a new record. A record waiting for a code is checked once it has one.
pub(super) fn complete(
    record: Box<dyn AnyRecord>,
    (guard, permit): (&Guard, &Permit),
    transliterator: &dyn Transliterator,
) -> Result<Box<dyn AnyRecord>> {
    let mut record = composed(record)?;
    record.complete(guard, permit, transliterator);
    if record.source_of_code().is_none() {
        record.check_fields()?;
    }
    Ok(record)
}

/// A record's field values as JSON, for comparing requests.
pub(super) fn request_of(record: &dyn AnyRecord) -> Json {
    record.values().iter().map(Value::to_json).collect()
}

/// Adds custom field values to a request, if there are any.
pub(super) fn with_custom(mut request: Json, custom: &CustomInput) -> Json {
    if let (Json::Object(request), false) = (&mut request, custom.is_empty()) {
        request.insert("custom".to_owned(), custom.to_json());
    }
    request
}

/// Checks new records and adds them to a change set. Returns them as written.
///
/// # Errors
/// Any reason to refuse them.
pub(super) async fn insert(
    context: &mut ActContext<'_>,
    master: &'static dyn Master,
    mut records: Vec<Box<dyn AnyRecord>>,
    custom: &CustomInput,
) -> Result<(Vec<AnyStored>, ChangeSet)> {
    let fields = context.guard().custom_fields().clone();
    let custom = custom.check(&fields, master.decl(), true)?;
    let mut changes = context.changes();
    validate(context, master, None, &mut records, &custom, &mut changes).await?;
    let mut created = Vec::with_capacity(records.len());
    for data in records {
        let stored = AnyStored { id: changes.new_id(), version: 1, data };
        let row = stored.to_record();
        let customer = master.decl().customer_of(&row);
        changes.insert_row(master.decl(), row);
        custom.write(stored.id, customer, &[], &mut changes)?;
        created.push(stored);
    }
    bump_access_version(context, master, &mut changes)?;
    Ok((created, changes))
}

impl Request for Create {
    fn request(&self) -> Result<Json> {
        let records: Vec<Json> = self.records.iter().map(|record| request_of(record.as_ref())).collect();
        Ok(with_custom(json!({"entity": self.master.decl().name, "records": records}), &self.custom))
    }
}

#[async_trait]
impl Act for Create {
    type Answer = Created;
    const OPERATION: &'static str = "records.create";

    fn right(&self) -> Right {
        self.master.write()
    }

    fn subjects(&self, answer: &Created) -> Vec<Subject> {
        answer.0.iter().map(|(id, _)| Subject::new(self.master.decl(), *id)).collect()
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Created>> {
        check_created(self.master)?;
        context.read(&shared_locks(context, self.master), Reads::new()).await?;
        let records = self.records.iter().map(|record| record.boxed()).collect();
        let (stored, changes) = insert(context, self.master, records, &self.custom).await?;
        let taken = |(stored, asked): (&AnyStored, &dyn AnyRecord)| {
            let code = asked.source_of_code().and_then(|_| stored.data.own_code()).map(str::to_owned);
            (stored.id, code)
        };
        let created = Created(stored.iter().zip(self.records.iter().map(AsRef::as_ref)).map(taken).collect());
        let must_see = stored.iter().map(|stored| (self.master.decl(), Value::Id(stored.id))).collect();
        Ok(Plan { must_see, ..Plan::new(changes, created) })
    }
}
