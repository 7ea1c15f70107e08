//! Changing or creating the record with an external key.

use super::{
    create::{complete, insert, with_custom},
    custom::CustomInput,
    external::{bind, bound, taken, unbound},
    master::{Master, check_created, with_fields},
    update::{Changed, Upserted, change, changed, read_with_custom, seen},
    validate::shared_locks,
};
use crate::{
    access::{Permit, Right},
    act::{Act, ActContext, Plan, Request, Session, Subject},
    entity::{Value, check_given},
    error::{Code, Error, Result},
    external::ExternalKey,
    limits,
    query::{Filter, Select},
    storage::{LockKeys, Reads},
    text::Transliterator,
};
use async_trait::async_trait;
use serde_json::{Map, Value as Json, json};
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

/// Whether an upsert may create, update or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UpsertMode {
    /// Either.
    Upsert,
    /// Only update; an unknown key is an error.
    UpdateOnly,
    /// Only create; a known key is an error.
    CreateOnly,
}

/// Changes or creates the record with an external key.
pub(super) struct Upsert<'s> {
    pub(super) master: &'static dyn Master,
    pub(super) transliterator: &'s dyn Transliterator,
    pub(super) key: ExternalKey,
    pub(super) changes: Map<String, Json>,
    pub(super) mode: UpsertMode,
    pub(super) custom: CustomInput,
    /// Whether the last attempt tried to create the record.
    pub(super) creates: AtomicBool,
}

impl Request for Upsert<'_> {
    fn request(&self) -> Result<Json> {
        let Self { key, changes, mode, custom, .. } = self;
        let (entity, mode) = (self.master.decl().name, format!("{mode:?}"));
        let request = json!({"entity": entity, "system": key.system, "external_id": key.id, "mode": mode, "changes": changes});
        Ok(with_custom(request, custom))
    }
}

#[async_trait]
impl Act for Upsert<'_> {
    type Answer = Changed;
    const OPERATION: &'static str = "records.upsert";

    fn right(&self) -> Right {
        self.master.write()
    }

    fn subjects(&self, answer: &Changed) -> Vec<Subject> {
        vec![Subject::new(self.master.decl(), answer.id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Changed>> {
        self.key.check()?;
        let decl = self.master.decl();
        let mut reads = Reads::new();
        let ask = reads.select(bound(context.permit(), decl, &self.key)?);
        let mut answers = context.read(&shared_locks(context, self.master), reads).await?;
        context.guard().check_system(&self.key.system)?;
        let found = answers.first(&ask)?;
        self.creates.store(found.is_none(), Ordering::Relaxed);
        match (found, self.mode) {
            (None, UpsertMode::UpdateOnly) => Err(unbound(decl, &self.key)),
            (Some(_), UpsertMode::CreateOnly) => Err(taken(decl, &self.key)),
            (None, _) => self.create(context).await,
            (Some(found), _) => self.change(context, found.record_id).await,
        }
    }
}

impl Upsert<'_> {
    async fn create(&self, context: &mut ActContext<'_>) -> Result<Plan<Changed>> {
        let decl = self.master.decl();
        check_created(self.master)?;
        check_given(decl, &self.changes)?;
        let data = with_fields(self.master, self.changes.clone())?;
        let data = complete(data, (context.guard(), context.permit()), self.transliterator)?;
        let (mut created, mut changes) = insert(context, self.master, vec![data], &self.custom).await?;
        let stored = created.pop().ok_or_else(|| Error::corrupt("nothing was created"))?;
        bind(&stored, &self.key, &mut changes);
        let must_see = vec![(decl, Value::Id(stored.id))];
        let answer = Changed::new(seen(context.permit(), &stored)?, Upserted::Created);
        Ok(Plan { must_see, ..Plan::new(changes, answer) })
    }

    async fn change(&self, context: &mut ActContext<'_>, id: Uuid) -> Result<Plan<Changed>> {
        let (stored, values) = match read_with_custom(context, &LockKeys::none(), self.master, id, &self.custom).await {
            Err(error) if error.code() == Code::NotFound => return Err(self.out_of_reach(context, id).await?),
            found => found?,
        };
        let mut data = changed(context, &stored, &self.changes).await?;
        // An empty code leaves the stored code as it is.
        if let (Some(""), Some(code)) = (data.own_code().map(str::trim), stored.data.own_code()) {
            data.set_code(code.to_owned());
        }
        change(context, stored, data, &self.custom, &values).await
    }

    /// Whether another attempt may succeed, because another act created the record with the key concurrently and so took its code first: either the next
    /// attempt finds that record, or it was deleted since, and the code is free again.
    async fn is_overtaken(&self, session: &Session<'_>, error: &Error) -> Result<bool> {
        if error.code() != Code::UniqueTaken || error.context("entity").is_none() || !self.creates.load(Ordering::Relaxed) {
            return Ok(false);
        }
        let decl = self.master.decl();
        let fields = error.context("field").unwrap_or_default().split(',');
        let given: Vec<Filter> =
            fields.filter_map(|name| Filter::from_json(&json!({"field": name, "eq": self.changes.get(name)?}), decl).ok()).collect();
        let ask = |permit: &Permit, reads: &mut Reads| {
            let holder = Select::of(decl, &permit.unscoped()).filter(&Filter::And(given.clone()))?.limit(1)?;
            Ok((reads.select(bound(permit, decl, &self.key)?), reads.rows(holder.plan())))
        };
        let ((key, holder), mut answers) = session.read(self.master.write(), ask).await?;
        Ok(answers.first(&key)?.is_some() || answers.rows(&holder).is_empty())
    }

    /// Why the record with a key was not found: either it is out of scope, or it was just deleted along with its key, which is now free or bound to
    /// another record, so that another attempt succeeds.
    async fn out_of_reach(&self, context: &mut ActContext<'_>, id: Uuid) -> Result<Error> {
        let decl = self.master.decl();
        let mut reads = Reads::new();
        let ask = reads.select(bound(context.permit(), decl, &self.key)?);
        let error = match self.mode {
            UpsertMode::UpdateOnly => unbound(decl, &self.key),
            _ => taken(decl, &self.key),
        };
        let bound = context.read(&LockKeys::none(), reads).await?.first(&ask)?;
        Ok(if bound.is_some_and(|bound| bound.record_id == id) { error } else { error.raced() })
    }

    /// Retries as long as concurrent acts get in its way.
    ///
    /// # Errors
    /// Any reason to refuse.
    pub(super) async fn run(&self, session: &Session<'_>) -> Result<Changed> {
        let mut attempts = 0_u32;
        loop {
            match session.run(self).await {
                Err(error) if attempts < limits::MAX_RETRIES && self.is_overtaken(session, &error).await? => attempts = attempts.saturating_add(1),
                done => return done,
            }
        }
    }
}
