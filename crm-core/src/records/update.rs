//! Changing records: in full, by field, by a function, or only in custom fields.

use super::{
    create::{composed, request_of, with_custom},
    custom::CustomInput,
    master::{AnyRecord, AnyStored, Master, check_version, with_fields},
    validate::{bump_access_version, check_writable, shared_locks, validate},
};
use crate::{
    access::{Permit, Right},
    act::{Act, ActContext, Answer, Plan, Request, Subject},
    custom::CustomValue,
    entity::{Stored, Value, differences, with_changes},
    error::Result,
    query::{Select, SelectPlan},
    storage::{Answers, LockKeys, Reads},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

/// The outcome of an upsert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Upserted {
    /// A record was created.
    Created,
    /// The record with the key was updated.
    Updated,
    /// Nothing changed: the record was already like this.
    Unchanged,
}

/// The version of a changed record.
#[derive(Serialize, Deserialize)]
pub(super) struct Version(pub(super) i64);
impl Answer for Version {}

/// The outcome of an act on a record. The record itself is not stored with an idempotency key: a replay returns it as the caller may see it then.
#[derive(Serialize, Deserialize)]
pub(super) struct Changed {
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) what: Upserted,
    #[serde(skip)]
    pub(super) record: Option<AnyStored>,
}
impl Answer for Changed {}

impl Changed {
    pub(super) fn new(record: AnyStored, what: Upserted) -> Self {
        Self { id: record.id, version: record.version, what, record: Some(record) }
    }
}

/// Replaces a record in full.
pub(super) struct Update {
    pub(super) record: AnyStored,
    pub(super) custom: CustomInput,
}

impl Request for Update {
    fn request(&self) -> Result<Json> {
        let AnyStored { id, version, data } = &self.record;
        let request = json!({"entity": data.master().decl().name, "id": id, "version": version, "record": request_of(data.as_ref())});
        Ok(with_custom(request, &self.custom))
    }
}

#[async_trait]
impl Act for Update {
    type Answer = Version;
    const OPERATION: &'static str = "records.update";

    fn right(&self) -> Right {
        self.record.data.master().write()
    }

    fn subjects(&self, _: &Version) -> Vec<Subject> {
        vec![Subject::new(self.record.data.master().decl(), self.record.id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Version>> {
        let AnyStored { id, version, data } = &self.record;
        let master = data.master();
        let (stored, values) = read_with_custom(context, &shared_locks(context, master), master, *id, &self.custom).await?;
        check_version(&stored, *version)?;
        replace(context, &stored, data.boxed(), &self.custom, &values).await
    }
}

/// Changes fields of a record.
pub(super) struct PatchRecord {
    pub(super) master: &'static dyn Master,
    pub(super) id: Uuid,
    pub(super) version: Option<i64>,
    pub(super) changes: Map<String, Json>,
    pub(super) custom: CustomInput,
}

impl Request for PatchRecord {
    fn request(&self) -> Result<Json> {
        let request = json!({"entity": self.master.decl().name, "id": self.id, "version": self.version, "changes": self.changes});
        Ok(with_custom(request, &self.custom))
    }
}

#[async_trait]
impl Act for PatchRecord {
    type Answer = Changed;
    const OPERATION: &'static str = "records.patch";

    fn right(&self) -> Right {
        self.master.write()
    }

    fn subjects(&self, answer: &Changed) -> Vec<Subject> {
        vec![Subject::new(self.master.decl(), answer.id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Changed>> {
        context.require(self.master.read())?;
        let (stored, values) = read_with_custom(context, &shared_locks(context, self.master), self.master, self.id, &self.custom).await?;
        self.version.map_or(Ok(()), |version| check_version(&stored, version))?;
        let data = changed(context, &stored, &self.changes).await?;
        change(context, stored, data, &self.custom, &values).await
    }
}

/// A function that changes a record.
pub(super) type Modification<'a> = dyn Fn(&mut dyn AnyRecord) -> Result<()> + Send + Sync + 'a;

/// Changes a record by a function.
pub(super) struct Modify<'a> {
    pub(super) master: &'static dyn Master,
    pub(super) id: Uuid,
    pub(super) change: &'a Modification<'a>,
}

impl Request for Modify<'_> {
    fn request(&self) -> Result<Json> {
        Ok(json!({"entity": self.master.decl().name, "id": self.id}))
    }
}

#[async_trait]
impl Act for Modify<'_> {
    type Answer = Changed;
    const OPERATION: &'static str = "records.modify";

    fn right(&self) -> Right {
        self.master.write()
    }

    fn subjects(&self, answer: &Changed) -> Vec<Subject> {
        vec![Subject::new(self.master.decl(), answer.id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Changed>> {
        context.require(self.master.read())?;
        let custom = CustomInput::default();
        let (stored, values) = read_with_custom(context, &shared_locks(context, self.master), self.master, self.id, &custom).await?;
        context.check_readable(self.master.decl(), stored.id).await?;
        // Fields hidden from the caller keep their values unless they are set.
        let before = seen(context.permit(), &stored)?.data;
        let mut after = before.boxed();
        (self.change)(after.as_mut())?;
        let data = changed(context, &stored, &differences(&before.fields(), after.fields())).await?;
        change(context, stored, data, &custom, &values).await
    }
}

/// Changes only custom field values of a record.
pub(super) struct SetCustom {
    pub(super) master: &'static dyn Master,
    pub(super) id: Uuid,
    pub(super) custom: CustomInput,
}

impl Request for SetCustom {
    fn request(&self) -> Result<Json> {
        Ok(with_custom(json!({"entity": self.master.decl().name, "id": self.id}), &self.custom))
    }
}

#[async_trait]
impl Act for SetCustom {
    type Answer = Version;
    const OPERATION: &'static str = "records.set_custom";

    fn right(&self) -> Right {
        self.master.write()
    }

    fn subjects(&self, _: &Version) -> Vec<Subject> {
        vec![Subject::new(self.master.decl(), self.id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Version>> {
        let (stored, values) = read_with_custom(context, &LockKeys::none(), self.master, self.id, &self.custom).await?;
        check_writable(context, &stored).await?;
        let fields = context.guard().custom_fields().clone();
        let custom = self.custom.check(&fields, self.master.decl(), false)?;
        super::references::ReferenceReads::none().and_choices(custom.choices()).check(context).await?;
        let mut changes = context.changes();
        custom.write(stored.id, self.master.decl().customer_of(&stored.to_record()), &values, &mut changes)?;
        Ok(Plan::new(changes, Version(stored.version)))
    }
}

/// Locks and reads a record within scope, and runs further queries after that.
///
/// # Errors
/// `record.not_found`, `storage.*`.
pub(super) async fn read_locked(
    context: &mut ActContext<'_>,
    locks: &LockKeys,
    master: &dyn Master,
    id: Uuid,
    mut reads: Reads,
) -> Result<(AnyStored, Answers)> {
    let decl = master.decl();
    let ask = reads.rows(SelectPlan::by_key(decl, &context.full_permit(), [Value::Id(id)])?);
    let mut answers = context.read(&locks.clone().and_record(decl, id), reads).await?;
    let row = answers.rows(&ask).into_iter().next().ok_or_else(|| decl.not_found(id))?;
    Ok((master.decode(row)?, answers))
}

/// Locks and reads a record, with its custom field values if they are to be changed.
///
/// # Errors
/// `record.not_found`, `storage.*`.
pub(super) async fn read_with_custom(
    context: &mut ActContext<'_>,
    locks: &LockKeys,
    master: &dyn Master,
    id: Uuid,
    custom: &CustomInput,
) -> Result<(AnyStored, Vec<Stored<CustomValue>>)> {
    let permit = context.full_permit();
    let mut reads = Reads::new();
    let of_record = Select::<CustomValue>::new(&permit).filter(&CustomValue::record_id().eq(id))?;
    let values = if custom.is_empty() { None } else { Some(reads.select(of_record)) };
    let (stored, mut answers) = read_locked(context, locks, master, id, reads).await?;
    Ok((stored, values.map(|ask| answers.all(&ask)).transpose()?.unwrap_or_default()))
}

/// Writes the new state of a record.
///
/// # Errors
/// Any reason to refuse.
pub(super) async fn replace(
    context: &mut ActContext<'_>,
    stored: &AnyStored,
    mut data: Box<dyn AnyRecord>,
    custom: &CustomInput,
    values: &[Stored<CustomValue>],
) -> Result<Plan<Version>> {
    let master = stored.data.master();
    let decl = master.decl();
    data.keep_immutable(stored.data.as_ref())?;
    let is_same = stored.data.values() == data.values();
    if is_same && custom.is_empty() {
        return Ok(Plan::new(context.changes(), Version(stored.version)));
    }
    let fields = context.guard().custom_fields().clone();
    let custom = custom.check(&fields, decl, false)?;
    let mut changes = context.changes();
    let mut next = [data];
    validate(context, master, Some(stored), &mut next, &custom, &mut changes).await?;
    let [data] = next;
    let (before, version) = (stored.to_record(), stored.version.saturating_add(1));
    changes.update_row(decl, &before, AnyStored { id: stored.id, version, data }.to_record());
    custom.write(stored.id, decl.customer_of(&before), values, &mut changes)?;
    if !is_same {
        bump_access_version(context, master, &mut changes)?;
    }
    let must_see = vec![(decl, Value::Id(stored.id))];
    let version = stored.version.saturating_add(i64::from(!is_same));
    Ok(Plan { must_see, ..Plan::new(changes, Version(version)) })
}

/// What a record becomes by a patch. The whole record is returned, so the caller must be able to read it.
///
/// # Errors
/// `access.denied`, `record.not_found`, `field.invalid`, `field.too_long`, `limit.exceeded`, `storage.*`.
pub(super) async fn changed(context: &mut ActContext<'_>, stored: &AnyStored, changes: &Map<String, Json>) -> Result<Box<dyn AnyRecord>> {
    let master = stored.data.master();
    context.check_readable(master.decl(), stored.id).await?;
    let mut data = composed(with_fields(master, with_changes(stored.data.fields(), changes))?)?;
    data.keep_immutable(stored.data.as_ref())?;
    data.derive();
    Ok(data)
}

/// Writes the changed record and returns it.
///
/// # Errors
/// Any reason to refuse.
pub(super) async fn change(
    context: &mut ActContext<'_>,
    stored: AnyStored,
    data: Box<dyn AnyRecord>,
    custom: &CustomInput,
    values: &[Stored<CustomValue>],
) -> Result<Plan<Changed>> {
    data.check_fields()?;
    let Plan { changes, answer, must_see, .. } = replace(context, &stored, data.boxed(), custom, values).await?;
    let what = if changes.is_empty() { Upserted::Unchanged } else { Upserted::Updated };
    let record = AnyStored { version: answer.0, data, ..stored };
    Ok(Plan { must_see, ..Plan::new(changes, Changed::new(seen(context.permit(), &record)?, what)) })
}

/// A record with hidden fields masked for its reader.
///
/// # Errors
/// `storage.corrupt`.
pub(super) fn seen(permit: &Permit, record: &AnyStored) -> Result<AnyStored> {
    let master = record.data.master();
    let mut row = record.to_record();
    for (value, column) in row.iter_mut().zip(master.decl().columns()) {
        if column.mask.is_some_and(|mask| permit.hides(mask)) {
            *value = Value::Null;
        }
    }
    master.decode(row)
}
