//! External keys: finding records by them, binding them to records, and removing them.
//!
//! Invariant: acting with a key of a reserved system takes a role that names the system; and a key of a record out of scope discloses that it is
//! taken, and nothing else.

use super::{
    master::{AnyStored, Master},
    update::read_locked,
    validate::check_writable,
};
use crate::{
    access::{Permit, Right},
    act::{Act, ActContext, Empty, Plan, Request, Subject},
    entity::{EntityDecl, Stored},
    error::{Code, Error, Result},
    external::{ExternalKey, ExternalRef},
    limits,
    query::Select,
    storage::{Answers, ChangeSet, LockKeys, Reads},
};
use async_trait::async_trait;
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// The keys of a record, which is read within scope along with them.
pub(super) fn of_record(permit: &Permit, id: Uuid) -> Result<Select<ExternalRef>> {
    Select::<ExternalRef>::new(&permit.unscoped()).filter(&ExternalRef::record_id().eq(id))?.sort(&["system", "external_id"])
}

/// The query for the record that a key belongs to, whoever may see it: the key is taken either way.
pub(super) fn bound(permit: &Permit, decl: &EntityDecl, key: &ExternalKey) -> Result<Select<ExternalRef>> {
    let record_type = ExternalRef::record_type().eq(decl.name.to_owned());
    let having = ExternalRef::system().eq(key.system.clone()).and(record_type).and(ExternalRef::external_id().eq(key.id.clone()));
    Select::<ExternalRef>::new(&permit.unscoped()).filter(&having)
}

/// Binds a key to a record.
pub(super) fn bind(record: &AnyStored, key: &ExternalKey, changes: &mut ChangeSet) {
    let ExternalKey { system, id: external_id } = key.clone();
    let decl = record.data.master().decl();
    let (record_id, customer_id) = (record.id, decl.customer_of(&record.to_record()));
    let reference = ExternalRef { system, record_type: decl.name.to_owned(), external_id, record_id, customer_id };
    changes.insert(&Stored::new(changes.new_id(), reference));
}

/// The error for another record's key, which discloses nothing else.
pub(super) fn taken(decl: &EntityDecl, key: &ExternalKey) -> Error {
    Error::new(Code::UniqueTaken, format!("a `{}` already has this external key", decl.name)).with("system", &key.system).with("external_id", &key.id)
}

pub(super) fn unbound(decl: &EntityDecl, key: &ExternalKey) -> Error {
    Error::new(Code::NotFound, format!("no `{}` has this external key", decl.name)).with("system", &key.system).with("external_id", &key.id)
}

/// A record, and a key of another system that it is to get or to lose.
pub(super) struct KeyOf {
    pub(super) master: &'static dyn Master,
    pub(super) id: Uuid,
    pub(super) key: ExternalKey,
}

impl KeyOf {
    fn request(&self) -> Json {
        json!({"entity": self.master.decl().name, "id": self.id, "system": self.key.system, "external_id": self.key.id})
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![Subject::new(self.master.decl(), self.id)]
    }

    /// The record, which the caller may write, whose the key is now, and the answers to further questions.
    ///
    /// # Errors
    /// `record.not_found`, `access.denied`, `field.invalid`, `field.too_long`, `storage.*`.
    async fn read(&self, context: &mut ActContext<'_>, mut reads: Reads) -> Result<(AnyStored, Option<Stored<ExternalRef>>, Answers)> {
        self.key.check()?;
        let key = reads.select(bound(context.permit(), self.master.decl(), &self.key)?);
        let (record, mut answers) = read_locked(context, &LockKeys::none(), self.master, self.id, reads).await?;
        context.guard().check_system(&self.key.system)?;
        check_writable(context, &record).await?;
        Ok((record, answers.first(&key)?, answers))
    }
}

/// Binds a key to a record.
pub(super) struct Bind(pub(super) KeyOf);

impl Request for Bind {
    fn request(&self) -> Result<Json> {
        Ok(self.0.request())
    }
}

#[async_trait]
impl Act for Bind {
    type Answer = Empty;
    const OPERATION: &'static str = "records.bind_external";

    fn right(&self) -> Right {
        self.0.master.write()
    }

    fn subjects(&self, _: &Empty) -> Vec<Subject> {
        self.0.subjects()
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        let KeyOf { master, id, key } = &self.0;
        let mut reads = Reads::new();
        let own = reads.select(of_record(context.permit(), *id)?);
        let (record, found, mut answers) = self.0.read(context, reads).await?;
        let mut changes = context.changes();
        match found {
            Some(found) if found.record_id == *id => {}
            Some(_) => return Err(taken(master.decl(), key)),
            None => {
                limits::check("MAX_EXTERNAL_KEYS", answers.all(&own)?.len().saturating_add(1), limits::MAX_EXTERNAL_KEYS)?;
                bind(&record, key, &mut changes);
            }
        }
        Ok(Plan::new(changes, Empty))
    }
}

/// Removes a key from a record.
pub(super) struct Unbind(pub(super) KeyOf);

impl Request for Unbind {
    fn request(&self) -> Result<Json> {
        Ok(self.0.request())
    }
}

#[async_trait]
impl Act for Unbind {
    type Answer = Empty;
    const OPERATION: &'static str = "records.unbind_external";

    fn right(&self) -> Right {
        self.0.master.write()
    }

    fn subjects(&self, _: &Empty) -> Vec<Subject> {
        self.0.subjects()
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        let KeyOf { master, id, key } = &self.0;
        let (_, found, _) = self.0.read(context, Reads::new()).await?;
        let found = found.filter(|found| found.record_id == *id).ok_or_else(|| unbound(master.decl(), key))?;
        let mut changes = context.changes();
        changes.delete(&found)?;
        Ok(Plan::new(changes, Empty))
    }
}
