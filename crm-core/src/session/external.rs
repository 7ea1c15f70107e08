//! Keys of other systems: finding records by them, binding them to records, and taking them away.
//!
//! Invariant: an act with a key of a system that roles name is one of their holders; and a key of a record out of reach tells that it is taken,
//! and nothing else.

use super::{
    Act, ActContext, Empty, Listed, MasterRecord, Plan, Records,
    records::{check_writable, not_found, read_locked},
};
use crate::{
    access::{Permit, Right},
    custom::customer_of,
    entity::{Entity, EntityDecl, Stored, Value},
    error::{Code, Error, Result},
    external::{ExternalKey, ExternalRef},
    ids::TypedId,
    limits,
    query::Select,
    storage::{ChangeSet, LockKeys, Reads},
};
use async_trait::async_trait;
use serde_json::{Value as Json, json};
use uuid::Uuid;

impl<E: Listed> Records<'_, E> {
    /// The record that another system knows by a key.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn find_external(&self, key: &ExternalKey) -> Result<Option<Stored<E>>> {
        let ask = |permit: &Permit, reads: &mut Reads| Ok(reads.select(bound::<E>(permit, key)?));
        let (ask, mut answers) = self.session().read(E::READ, ask).await?;
        match answers.first(&ask)? {
            Some(found) => self.find_by_key(found.record_id).await,
            None => Ok(None),
        }
    }
}

impl<E: Listed<Id: TypedId>> Records<'_, E> {
    /// What other systems call a record.
    ///
    /// # Errors
    /// `record.not_found` if there is no such record, or none that the caller can see; `access.denied`, `storage.*`.
    pub async fn external_keys(&self, id: E::Id) -> Result<Vec<ExternalKey>> {
        let key = Value::Id(id.uuid());
        let build = |permit: &Permit, reads: &mut Reads| {
            let record = reads.select(Select::<E>::new(permit).keys([key.clone()])?);
            Ok((record, reads.select(of_record(permit, id.uuid())?)))
        };
        let ((record, keys), mut answers) = self.session().read(E::READ, build).await?;
        answers.first(&record)?.ok_or_else(|| not_found(E::decl(), id.uuid()))?;
        Ok(answers.all(&keys)?.into_iter().map(|found| ExternalKey::new(found.data.system, found.data.external_id)).collect())
    }
}

impl<E: MasterRecord> Records<'_, E> {
    /// Lets another system know a record that is there already by a key; nothing changes if it does.
    ///
    /// # Errors
    /// `unique.taken` if the key is another record's; `record.not_found`; `access.denied` also where the system is reserved to roles that the caller
    /// does not have; `field.invalid`, `field.too_long`, `limit.exceeded`, `storage.*`.
    pub async fn bind_external(&self, id: E::Id, key: &ExternalKey) -> Result<()> {
        self.session().run(&Bind::<E> { id, key: key.clone() }).await.map(drop)
    }

    /// Takes a key away from a record, so that the other system can use it for another.
    ///
    /// # Errors
    /// `record.not_found` if there is no such record, or it does not have the key; otherwise as [`Records::bind_external`].
    pub async fn unbind_external(&self, id: E::Id, key: &ExternalKey) -> Result<()> {
        self.session().run(&Unbind::<E> { id, key: key.clone() }).await.map(drop)
    }
}

/// The keys of a record that is read within reach beside them.
fn of_record(permit: &Permit, id: Uuid) -> Result<Select<ExternalRef>> {
    Select::<ExternalRef>::new(&permit.unscoped()).filter(&ExternalRef::record_id().eq(id))?.sort(&["system", "external_id"])
}

/// The question whose record a key is, whoever may see it: a key is taken all the same.
pub(super) fn bound<E: Entity>(permit: &Permit, key: &ExternalKey) -> Result<Select<ExternalRef>> {
    let record_type = ExternalRef::record_type().eq(E::decl().name.to_owned());
    let having = ExternalRef::system().eq(key.system.clone()).and(record_type).and(ExternalRef::external_id().eq(key.id.clone()));
    Select::<ExternalRef>::new(&permit.unscoped()).filter(&having)
}

/// A new reference to a record.
pub(super) fn bind<E: Entity<Id: TypedId>>(record: &Stored<E>, key: &ExternalKey, changes: &mut ChangeSet) {
    let ExternalKey { system, id: external_id } = key.clone();
    let (record_id, customer_id) = (record.id.uuid(), customer_of(E::decl(), &record.to_record()));
    let reference = ExternalRef { system, record_type: E::decl().name.to_owned(), external_id, record_id, customer_id };
    changes.insert(&Stored::new(changes.new_id(), reference));
}

/// Of a key that is another record's, nothing but that.
pub(super) fn taken(decl: &EntityDecl, key: &ExternalKey) -> Error {
    Error::new(Code::UniqueTaken, format!("a `{}` has this external key", decl.name)).with("system", &key.system).with("external_id", &key.id)
}

pub(super) fn unbound(decl: &EntityDecl, key: &ExternalKey) -> Error {
    Error::new(Code::NotFound, format!("no `{}` has this external key", decl.name)).with("system", &key.system).with("external_id", &key.id)
}

fn request<E: Entity<Id: TypedId>>(id: E::Id, key: &ExternalKey) -> Json {
    json!({"entity": E::decl().name, "id": id.uuid(), "system": key.system, "external_id": key.id})
}

/// Binds a key to a record.
struct Bind<E: Entity> {
    id: E::Id,
    key: ExternalKey,
}

#[async_trait]
impl<E: MasterRecord> Act for Bind<E> {
    type Answer = Empty;
    const OPERATION: &'static str = "records.bind_external";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        Ok(request::<E>(self.id, &self.key))
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        self.key.check()?;
        let id = self.id.uuid();
        let mut reads = Reads::new();
        let key = reads.select(bound::<E>(context.permit(), &self.key)?);
        let own = reads.select(of_record(context.permit(), id)?);
        let (record, mut answers) = read_locked::<E>(context, &LockKeys::none(), self.id, reads).await?;
        context.guard().check_system(&self.key.system)?;
        check_writable(context, &record).await?;
        let mut changes = context.changes();
        match answers.first(&key)? {
            Some(found) if found.record_id == id => {}
            Some(_) => return Err(taken(E::decl(), &self.key)),
            None => {
                limits::check("MAX_EXTERNAL_KEYS", answers.all(&own)?.len().saturating_add(1), limits::MAX_EXTERNAL_KEYS)?;
                bind(&record, &self.key, &mut changes);
            }
        }
        Ok(Plan::new(changes, Empty))
    }
}

/// Takes a key away from a record.
struct Unbind<E: Entity> {
    id: E::Id,
    key: ExternalKey,
}

#[async_trait]
impl<E: MasterRecord> Act for Unbind<E> {
    type Answer = Empty;
    const OPERATION: &'static str = "records.unbind_external";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        Ok(request::<E>(self.id, &self.key))
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        self.key.check()?;
        let mut reads = Reads::new();
        let key = reads.select(bound::<E>(context.permit(), &self.key)?);
        let (record, mut answers) = read_locked::<E>(context, &LockKeys::none(), self.id, reads).await?;
        context.guard().check_system(&self.key.system)?;
        check_writable(context, &record).await?;
        let found = answers.first(&key)?.filter(|found| found.record_id == self.id.uuid()).ok_or_else(|| unbound(E::decl(), &self.key))?;
        let mut changes = context.changes();
        changes.delete(&found)?;
        Ok(Plan::new(changes, Empty))
    }
}
