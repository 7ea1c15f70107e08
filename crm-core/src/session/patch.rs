//! Changing single fields of a record: those that are given, and no others.

use super::{
    Act, ActContext, Answer, MasterRecord, Plan, Subject, Upserted,
    records::{check_version, read_with_custom, replace, shared_locks, with_custom},
};
use crate::{
    access::{Permit, Right},
    custom::{CustomInput, CustomValue},
    entity::{Entity, Patch, Stored, Value, composed},
    error::Result,
    ids::TypedId,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// What an act made of a record. The record is not kept with an idempotency key: whoever asks again is answered with what they may see of it then.
#[derive(Serialize, Deserialize)]
#[serde(bound = "")]
pub(super) struct Changed<E> {
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) what: Upserted,
    #[serde(skip)]
    pub(super) record: Option<E>,
}
impl<E: MasterRecord> Answer for Changed<E> {
    fn subject(&self) -> Option<Subject> {
        Some(Subject::of::<E>(E::Id::from_uuid(self.id)))
    }
}

impl<E: MasterRecord> Changed<E> {
    pub(super) fn new(record: Stored<E>, what: Upserted) -> Self {
        Self { id: record.id.uuid(), version: record.version, what, record: Some(record.data) }
    }
}

/// Changes fields of a record.
pub(super) struct PatchRecord<E: Entity> {
    pub(super) id: E::Id,
    pub(super) version: Option<i64>,
    pub(super) patch: Patch<E>,
    pub(super) custom: CustomInput,
}

#[async_trait]
impl<E: MasterRecord> Act for PatchRecord<E> {
    type Answer = Changed<E>;
    const OPERATION: &'static str = "records.patch";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        let request = json!({"entity": E::decl().name, "id": self.id.uuid(), "version": self.version, "changes": self.patch.to_json()});
        Ok(with_custom(request, &self.custom))
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Changed<E>>> {
        context.require(E::READ)?;
        let (stored, values) = read_with_custom::<E>(context, &shared_locks::<E>(context), self.id, &self.custom).await?;
        self.version.map_or(Ok(()), |version| check_version(&stored, version))?;
        let data = changed(context, &stored, &self.patch).await?;
        change(context, stored, data, &self.custom, &values).await
    }
}

/// Changes a record by a function of what it is.
pub(super) struct Modify<E: Entity, F> {
    pub(super) id: E::Id,
    pub(super) change: F,
}

#[async_trait]
impl<E: MasterRecord, F: Fn(&mut E) -> Result<()> + Send + Sync> Act for Modify<E, F> {
    type Answer = Changed<E>;
    const OPERATION: &'static str = "records.modify";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        Ok(json!({"entity": E::decl().name, "id": self.id.uuid()}))
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Changed<E>>> {
        context.require(E::READ)?;
        let custom = CustomInput::default();
        let (stored, values) = read_with_custom::<E>(context, &shared_locks::<E>(context), self.id, &custom).await?;
        context.check_readable::<E>(stored.id).await?;
        // What the caller may not see stays as it is, unless it is set to something.
        let before = seen(context.permit(), stored.clone())?.data;
        let mut after = before.clone();
        (self.change)(&mut after)?;
        let data = changed(context, &stored, &Patch::between(&before, &after)).await?;
        change(context, stored, data, &custom, &values).await
    }
}

/// What a record becomes by a patch: all of it, so that the caller must be able to read it.
///
/// # Errors
/// `access.denied`, `record.not_found`, `field.invalid`, `field.too_long`, `limit.exceeded`, `storage.*`.
pub(super) async fn changed<E: MasterRecord>(context: &mut ActContext<'_>, stored: &Stored<E>, patch: &Patch<E>) -> Result<E> {
    context.check_readable::<E>(stored.id).await?;
    let mut data = patch.apply(&stored.data)?;
    if let Some(composed) = composed(&data)? {
        data = composed;
    }
    data.check_immutable(&stored.data)?;
    data.normalise();
    Ok(data)
}

/// Writes what a record has become, and answers with it.
pub(super) async fn change<E: MasterRecord>(
    context: &mut ActContext<'_>,
    stored: Stored<E>,
    data: E,
    custom: &CustomInput,
    values: &[Stored<CustomValue>],
) -> Result<Plan<Changed<E>>> {
    data.check()?;
    let Plan { changes, answer, must_see, .. } = replace(context, &stored, &data, custom, values).await?;
    let what = if changes.is_empty() { Upserted::Unchanged } else { Upserted::Updated };
    let record = Stored { version: answer.0, data, ..stored };
    Ok(Plan { must_see, ..Plan::new(changes, Changed::new(seen(context.permit(), record)?, what)) })
}

/// A record with what its reader may not see hidden.
pub(super) fn seen<E: Entity>(permit: &Permit, record: Stored<E>) -> Result<Stored<E>> {
    let mut row = record.to_record();
    for (value, column) in row.iter_mut().zip(E::decl().columns()) {
        if column.mask.is_some_and(|mask| permit.hides(mask)) {
            *value = Value::Null;
        }
    }
    Stored::from_record(row)
}
