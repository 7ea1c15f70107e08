//! Records of one kind: list, get, count for all; create, update, upsert for masters. The same names for every entity.

use super::{
    Act, ActContext, Answer, CodeSource, Plan, Session, Subject,
    delete::Delete,
    external::{bind, bound, taken, unbound},
    numbering::number,
    patch::{Changed, Modify, PatchRecord, change, changed, seen},
    references::{ReferenceReads, References},
};
use crate::{
    access::{Guard, Permit, Right, ScopeLevel},
    custom::{CustomInput, CustomValue, customer_of, json_of},
    entity::{Entity, EntityDecl, Patch, Stored, Value, composed},
    error::{Code, Error, Result},
    external::ExternalKey,
    ids::TypedId,
    limits,
    products::Transliterator,
    query::{Cursor, Filter, Page, Query, Select, SelectPlan},
    storage::{Answers, ChangeSet, LockKeys, Reads},
};
use async_trait::async_trait;
use serde_json::{Map, Value as Json, json};
use std::{
    collections::BTreeMap,
    marker::PhantomData,
    sync::atomic::{AtomicBool, Ordering},
};
use uuid::Uuid;

/// An entity that callers can list.
pub trait Listed: Entity {
    /// The right that reading needs.
    const READ: Right;
}

/// An entity that callers create and change.
#[async_trait]
pub trait MasterRecord: Listed<Id: TypedId> {
    /// The right that writing needs.
    const WRITE: Right;
    /// Whether roles and operators follow from it, so that sessions have to look again.
    const GOVERNS_ACCESS: bool = false;

    /// Whether callers may make new ones; the own company is made once, by [`super::Crm::create_company`].
    const IS_CREATED: bool = true;

    /// Whether callers may delete them; people and the own company are made inactive instead, because what they did names them.
    const IS_DELETED: bool = true;

    /// What the caller may not change of the stored record.
    ///
    /// # Errors
    /// `field.invalid`.
    fn check_immutable(&mut self, _stored: &Self) -> Result<()> {
        Ok(())
    }

    /// Whether a new record may have a field that needs a right of its own, because it gives away nothing that the caller has not.
    fn may_begin_with(&self, _field: &str, _desk: &ActContext<'_>) -> bool {
        false
    }

    /// Fills in what the caller left open.
    fn prepare(&mut self, _guard: &Guard, _permit: &Permit) {}

    /// Sets the fields that follow from others, at every write, before they are checked.
    fn normalise(&mut self) {}

    /// Fills in a short form of its name, if it has one to fill in.
    fn fill_mnemonic(&mut self, _transliterator: &dyn Transliterator) {}

    /// Its code, if it has one that can come from a series.
    fn code(&self) -> Option<&str> {
        None
    }

    /// Takes a code.
    fn take_code(&mut self, _code: String) {}

    /// Where its code is to come from, if it has none yet and is in a group.
    fn code_source(&self) -> Option<CodeSource> {
        None
    }

    /// Checks what can be checked without storage.
    ///
    /// # Errors
    /// `field.invalid`, `limit.exceeded`.
    fn check(&self) -> Result<()>;

    /// Checks it against the records that it refers to, and the company.
    ///
    /// # Errors
    /// `field.invalid`.
    fn check_references(&self, _referred: &References) -> Result<()> {
        Ok(())
    }

    /// Checks what speaks against deleting it, beside the records that refer to it.
    ///
    /// # Errors
    /// Whatever speaks against it.
    async fn check_deleted(_desk: &mut ActContext<'_>, _stored: &Stored<Self>) -> Result<()> {
        Ok(())
    }

    /// Checks what other records say, which it locks where they may not change meanwhile. `stored` is what a single record was before.
    ///
    /// # Errors
    /// Whatever speaks against it.
    async fn check_others(_desk: &mut ActContext<'_>, _stored: Option<&Stored<Self>>, _records: &[Self]) -> Result<()> {
        Ok(())
    }
}

/// Which of create and update an upsert may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UpsertMode {
    /// Either.
    Upsert,
    /// Update; an unknown key is an error.
    UpdateOnly,
    /// Create; a known key is an error.
    CreateOnly,
}

/// What an upsert did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Upserted {
    /// A new record.
    Created,
    /// The record that had the key.
    Updated,
    /// Nothing: the record was like this already.
    Unchanged,
}

/// Records of one kind, within a session.
pub struct Records<'s, E> {
    session: &'s Session<'s>,
    entity: PhantomData<fn() -> E>,
}

/// A list being built: filter, sort, limit, page.
pub struct List<'s, E> {
    session: &'s Session<'s>,
    filter: Filter,
    sort: Vec<String>,
    limit: u32,
    after: Option<Cursor>,
    entity: PhantomData<fn() -> E>,
}

impl<'s, E: Listed> Records<'s, E> {
    pub(super) fn new(session: &'s Session<'s>) -> Self {
        Self { session, entity: PhantomData }
    }

    /// The session, for what a kind of record can do besides.
    pub(crate) fn session(&self) -> &'s Session<'s> {
        self.session
    }

    /// What a record holds in the fields that the host declared, by their names.
    ///
    /// # Errors
    /// `record.not_found` if there is no such record, or none that the caller can see; `access.denied`, `storage.*`.
    pub async fn custom_of(&self, id: impl TypedId) -> Result<Map<String, Json>> {
        let key = Value::Id(id.uuid());
        let build = |permit: &Permit, reads: &mut Reads| {
            let record = reads.select(Select::<E>::new(permit).keys([key.clone()])?);
            Ok((record, reads.select(Select::<CustomValue>::new(permit).filter(&CustomValue::record_id().eq(id.uuid()))?)))
        };
        let ((record, values), mut answers) = self.session.read(E::READ, build).await?;
        answers.first(&record)?.ok_or_else(|| not_found(E::decl(), id.uuid()))?;
        Ok(json_of(self.session.guard().custom_fields(), answers.all(&values)?.iter()))
    }

    /// The record with an id (or, for state, the first with this key), if the caller can see it.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn find(&self, id: impl TypedId) -> Result<Option<Stored<E>>> {
        self.find_by_key(id.uuid()).await
    }

    pub(super) async fn find_by_key(&self, id: crate::Uuid) -> Result<Option<Stored<E>>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            reads.look_up();
            Ok(reads.select(Select::<E>::new(permit).keys([Value::Id(id)])?))
        };
        let (ask, mut answers) = self.session.read(E::READ, build).await?;
        answers.first(&ask)
    }

    /// The record with an id.
    ///
    /// # Errors
    /// `record.not_found` if there is none, or none that the caller can see; `access.denied`, `storage.*`.
    pub async fn get(&self, id: impl TypedId) -> Result<Stored<E>> {
        self.find(id).await?.ok_or_else(|| not_found(E::decl(), id.uuid()))
    }

    /// A list: everything in reach, until it is narrowed.
    pub fn list(&self) -> List<'s, E> {
        List { session: self.session, filter: Filter::All, sort: Vec::new(), limit: limits::MAX_PAGE, after: None, entity: PhantomData }
    }

    /// How many records meet a filter.
    ///
    /// # Errors
    /// `access.denied`, `query.invalid`, `access.field_hidden`, `storage.*`.
    pub async fn count(&self, filter: &Filter) -> Result<u64> {
        let rows = self.session.report::<E>(|report| report.filter(filter)).await?;
        match rows.first().and_then(|row| row.first()) {
            Some(Value::Int(count)) => Ok(u64::try_from(*count).unwrap_or_default()),
            _ => Err(Error::corrupt("a count is missing")),
        }
    }
}

impl<'s, E: Listed> List<'s, E> {
    /// Only records that meet the filter, checked here; a missing right is found out when the list is fetched, and so is a field that the host did
    /// not declare.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn filter(mut self, filter: &Filter) -> Result<Self> {
        if let (Ok(permit), false) = (self.session.guard().permit(E::READ), filter.has_custom()) {
            Select::<E>::new(&permit).filter(filter)?;
        }
        self.filter = self.filter.and(filter.clone());
        Ok(self)
    }

    /// Sorted by fields, largest first where the name begins with `-`.
    #[must_use]
    pub fn sort(mut self, fields: &[&str]) -> Self {
        self.sort = fields.iter().map(|f| (*f).to_owned()).collect();
        self
    }

    /// At most this many records, or this many a page.
    #[must_use]
    pub fn limit(mut self, records: u32) -> Self {
        self.limit = records;
        self
    }

    /// The page that begins at a cursor.
    #[must_use]
    pub fn after(mut self, cursor: &Cursor) -> Self {
        self.after = Some(cursor.clone());
        self
    }

    /// The page, with the cursor of the next.
    ///
    /// # Errors
    /// `access.denied`, `query.*`, `access.field_hidden`, `limit.exceeded`, `storage.*`.
    pub async fn page(&self) -> Result<Page<Stored<E>>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            let sort: Vec<&str> = self.sort.iter().map(String::as_str).collect();
            let mut select = Select::<E>::new(permit).filter(&self.filter)?.sort(&sort)?.limit(self.limit)?;
            if let Some(cursor) = &self.after {
                select = select.after(cursor)?;
            }
            Ok(reads.page(select))
        };
        let (ask, mut answers) = self.session.read(E::READ, build).await?;
        answers.page(&ask)
    }

    /// The records of the page.
    ///
    /// # Errors
    /// As [`List::page`].
    pub async fn fetch(&self) -> Result<Vec<Stored<E>>> {
        Ok(self.page().await?.items)
    }
}

impl<E: MasterRecord> Records<'_, E> {
    /// Creates a record.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `unique.taken`, `storage.*`.
    pub async fn create(&self, data: E) -> Result<Stored<E>> {
        let mut created = self.create_many(vec![data]).await?;
        created.pop().ok_or_else(|| Error::corrupt("nothing was created"))
    }

    /// Creates many records, all or none.
    ///
    /// # Errors
    /// As [`Records::create`]; `limit.exceeded` for more than [`limits::MAX_BATCH`], which are split into several calls.
    pub async fn create_many(&self, records: Vec<E>) -> Result<Vec<Stored<E>>> {
        self.create_all(records, CustomInput::default()).await
    }

    /// Creates a record with values in fields that the host declared: an object of values by name.
    ///
    /// # Errors
    /// As [`Records::create`].
    pub async fn create_with(&self, data: E, custom: &Json) -> Result<Stored<E>> {
        let mut created = self.create_all(vec![data], CustomInput::new(custom)?).await?;
        created.pop().ok_or_else(|| Error::corrupt("nothing was created"))
    }

    async fn create_all(&self, mut records: Vec<E>, custom: CustomInput) -> Result<Vec<Stored<E>>> {
        let (guard, permit) = self.session.permit(E::WRITE).await?;
        limits::check_batch(records.len())?;
        for record in &mut records {
            self.complete(record, &guard, &permit)?;
        }
        let act = Create { records, custom };
        let created = self.session.run(&act).await?.0;
        let stored = created.into_iter().zip(act.records).map(|((id, code), mut data)| {
            code.into_iter().for_each(|code| data.take_code(code));
            Stored::new(E::Id::from_uuid(id), data)
        });
        Ok(stored.collect())
    }

    /// Fills in what a new record leaves open. One that waits for its code is checked when it has it.
    fn complete(&self, record: &mut E, guard: &Guard, permit: &Permit) -> Result<()> {
        if let Some(composed) = composed(record)? {
            *record = composed;
        }
        record.prepare(guard, permit);
        record.fill_mnemonic(self.session.crm.dependencies.transliterator.as_ref());
        record.normalise();
        if record.code_source().is_some() { Ok(()) } else { record.check() }
    }

    /// Makes a record that was read before what it is now, all of it, and answers with its new version. [`Records::patch`] changes single fields.
    ///
    /// # Errors
    /// `version.conflict` if it changed meanwhile; `record.not_found`; otherwise as [`Records::create`].
    pub async fn update(&self, record: &Stored<E>) -> Result<Stored<E>> {
        self.update_all(record, CustomInput::default()).await
    }

    /// Changes a record together with values in fields that the host declared; JSON null takes a value away.
    ///
    /// # Errors
    /// As [`Records::update`].
    pub async fn update_with(&self, record: &Stored<E>, custom: &Json) -> Result<Stored<E>> {
        self.update_all(record, CustomInput::new(custom)?).await
    }

    async fn update_all(&self, record: &Stored<E>, custom: CustomInput) -> Result<Stored<E>> {
        self.session.permit(E::WRITE).await?;
        let mut record = record.clone();
        if let Some(composed) = composed(&record.data)? {
            record.data = composed;
        }
        record.data.normalise();
        record.data.check()?;
        let act = Update { record, custom };
        let version = self.session.run(&act).await?.0;
        Ok(Stored { version, ..act.record })
    }

    /// Changes these fields of a record, and leaves the others as they are. Where a version is given, the record must still have it. It needs the
    /// right to read the record as well, because the answer is all of it.
    ///
    /// # Errors
    /// `version.conflict` if it has another version; `record.not_found`; otherwise as [`Records::create`].
    pub async fn patch(&self, id: E::Id, version: Option<i64>, changes: impl Into<Patch<E>>) -> Result<Stored<E>> {
        self.patch_all(id, version, changes.into(), CustomInput::default()).await
    }

    /// Changes a record by a function of what it is: it is read, changed and written under its lock, so that nothing that others do meanwhile is lost, and nobody
    /// has to begin again. The function sees what the caller may see, and is called anew where the act runs anew, at most [`limits::MAX_RETRIES`]
    /// times; what it refuses, the act refuses. Under an idempotency key it is called once, whatever it does the second time.
    ///
    /// ```
    /// # use crm_core::{customers::Customer, ids::CustomerId, session::Session};
    /// # async fn grant(session: &Session<'_>, id: CustomerId) -> crm_core::Result<()> {
    /// let longer = |customer: &mut Customer| {
    ///     customer.payment_days += 15;
    ///     Ok(())
    /// };
    /// session.customers().modify(id, longer).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `record.not_found`; what the function refuses; otherwise as [`Records::create`].
    pub async fn modify(&self, id: E::Id, change: impl Fn(&mut E) -> Result<()> + Send + Sync) -> Result<Stored<E>> {
        let answer = self.session.run(&Modify { id, change }).await?;
        self.told(answer).await
    }

    /// Changes these fields of a record, together with values in fields that the host declared; JSON null takes a value away.
    ///
    /// # Errors
    /// As [`Records::patch`].
    pub async fn patch_with(&self, id: E::Id, version: Option<i64>, changes: impl Into<Patch<E>>, custom: &Json) -> Result<Stored<E>> {
        self.patch_all(id, version, changes.into(), CustomInput::new(custom)?).await
    }

    async fn patch_all(&self, id: E::Id, version: Option<i64>, patch: Patch<E>, custom: CustomInput) -> Result<Stored<E>> {
        let answer = self.session.run(&PatchRecord { id, version, patch, custom }).await?;
        self.told(answer).await
    }

    /// What an act made of a record. One that was done before under the same key is answered with the record as it is now.
    async fn told(&self, answer: Changed<E>) -> Result<Stored<E>> {
        let id = E::Id::from_uuid(answer.id);
        match answer.record {
            Some(data) => Ok(Stored { id, version: answer.version, data }),
            None => self.get(id).await,
        }
    }

    /// Changes values in fields that the host declared, and nothing else of the record; JSON null takes a value away.
    ///
    /// # Errors
    /// `record.not_found`, `field.invalid`, `reference.missing`, `unique.taken`, `access.denied`, `storage.*`.
    pub async fn set_custom(&self, id: E::Id, custom: &Json) -> Result<()> {
        self.session.run(&SetCustom::<E> { id, custom: CustomInput::new(custom)? }).await.map(drop)
    }

    /// Deletes a record that was read before, with its parts: a customer's contacts, addresses and memberships, values in fields of the host, and the
    /// keys that other systems know it by, which are free again. The audit keeps what it was.
    ///
    /// # Errors
    /// `record.in_use` with counts by entity if other records refer to it, or to one of its parts; `version.conflict` if it changed meanwhile;
    /// `record.not_found`; `field.invalid` for what is never deleted; `access.denied`, `limit.exceeded`, `storage.*`.
    pub async fn delete(&self, record: &Stored<E>) -> Result<()> {
        self.session.run(&Delete { record: record.clone() }).await.map(drop)
    }

    /// Changes these fields of the record that another system knows by a key, or creates it from them; what is not given stays as it is, or takes
    /// its declared default in a new record. [`Patch::all`] overwrites the whole record. An empty code leaves it to its series, and as it is.
    /// A record that is there must be one that the caller may read, because the answer is all of it.
    ///
    /// # Errors
    /// `unique.taken` if the key is that of a record out of reach, or known where the mode is to create; `record.not_found` if no record in reach has it
    /// where the mode is to update; `access.denied` also where the system is reserved to roles that the caller does not have; `field.invalid`, naming
    /// the field, if a new record needs one that is not given; otherwise as [`Records::create`].
    pub async fn upsert(&self, key: &ExternalKey, changes: impl Into<Patch<E>>, mode: UpsertMode) -> Result<(Stored<E>, Upserted)> {
        self.upsert_all(key, changes.into(), mode, CustomInput::default()).await
    }

    /// The same, together with values in fields that the host declared.
    ///
    /// # Errors
    /// As [`Records::upsert`].
    pub async fn upsert_with(
        &self,
        key: &ExternalKey,
        changes: impl Into<Patch<E>>,
        mode: UpsertMode,
        custom: &Json,
    ) -> Result<(Stored<E>, Upserted)> {
        self.upsert_all(key, changes.into(), mode, CustomInput::new(custom)?).await
    }

    async fn upsert_all(&self, key: &ExternalKey, patch: Patch<E>, mode: UpsertMode, custom: CustomInput) -> Result<(Stored<E>, Upserted)> {
        let act = Upsert { records: self, key: key.clone(), patch, mode, custom, creates: AtomicBool::new(false) };
        let mut attempts = 0_u32;
        let answer = loop {
            match self.session.run(&act).await {
                Err(error) if attempts < limits::MAX_RETRIES && act.is_overtaken(&error).await? => attempts = attempts.saturating_add(1),
                done => break done?,
            }
        };
        let what = answer.what;
        Ok((self.told(answer).await?, what))
    }
}

pub(super) fn not_found(decl: &EntityDecl, id: Uuid) -> Error {
    Error::new(Code::NotFound, format!("there is no `{}` with this id", decl.name)).with("entity", decl.name).with("id", id)
}

/// The values of a record's fields as JSON, for comparing requests.
fn request_of<E: Entity>(data: &E) -> Json {
    data.encode().iter().map(Value::to_json).collect()
}

/// # Errors
/// `field.too_long`, `field.invalid` for a character that no engine keeps.
pub(crate) fn check_length(field: &'static str, text: &str, limit: usize) -> Result<()> {
    if text.contains('\0') {
        return Err(Error::field(field, "holds a NUL character, which no engine keeps"));
    }
    if text.chars().count() <= limit {
        return Ok(());
    }
    Err(Error::new(Code::FieldTooLong, format!("`{field}` is longer than {limit} characters")).with("field", field).with("limit", limit))
}

/// Checks lengths of texts against the limits: codes are short, other texts hold a line.
///
/// # Errors
/// `field.too_long`, `field.invalid` for an empty code or name.
pub(crate) fn check_texts<E: Entity>(data: &E) -> Result<()> {
    for (value, field) in data.encode().iter().zip(E::decl().fields) {
        let Value::Text(text) = value else { continue };
        let limit = match field.name {
            "code" => limits::MAX_CODE,
            "notes" => limits::MAX_NOTES,
            _ => limits::MAX_TEXT,
        };
        check_length(field.name, text, limit)?;
        if matches!(field.name, "code" | "name") && text.trim().is_empty() {
            return Err(Error::field(field.name, "is empty"));
        }
    }
    Ok(())
}

/// Walks from a node's new parent to the top, and from the node down to its deepest branch.
///
/// # Errors
/// `tree.cycle`, `tree.too_deep`.
async fn check_tree<E: Entity>(context: &mut ActContext<'_>, id: Option<Uuid>, data: &E) -> Result<()> {
    let decl = E::decl();
    let Some(position) = decl.tree_parent.and_then(|name| decl.fields.iter().position(|f| f.name == name)) else { return Ok(()) };
    let Some(column) = decl.tree_parent.and_then(|name| decl.column(name)) else { return Ok(()) };
    let permit = context.permit().clone();
    let too_deep =
        || Error::new(Code::TreeTooDeep, format!("the tree would be deeper than {}", limits::MAX_TREE_DEPTH)).with("limit", limits::MAX_TREE_DEPTH);
    let mut levels = 1_usize;
    let mut parent = data.encode().get(position).cloned();
    while let Some(Value::Id(above)) = parent {
        if Some(above) == id {
            return Err(Error::new(Code::TreeCycle, "a group cannot be below itself").with("entity", decl.name).with("id", above));
        }
        levels = levels.saturating_add(1);
        if levels > limits::MAX_TREE_DEPTH {
            return Err(too_deep());
        }
        let query = Query::Select(SelectPlan::by_key(decl, &permit, [Value::Id(above)])?);
        parent = context.ask(&[query]).await?.first().and_then(|rows| rows.first()).and_then(|row| row.get(column)).cloned();
    }
    let mut level: Vec<Value> = id.map(Value::Id).into_iter().collect();
    while !level.is_empty() {
        let query = Query::Select(SelectPlan::by_column(decl, &permit, column, level)?);
        let below = context.ask(&[query]).await?.into_iter().next().unwrap_or_default();
        level = below.into_iter().filter_map(|row| row.into_iter().next()).collect();
        levels = levels.saturating_add(usize::from(!level.is_empty()));
        if levels > limits::MAX_TREE_DEPTH {
            return Err(too_deep());
        }
    }
    Ok(())
}

/// # Errors
/// `field.invalid` for entities of which callers make no new ones.
fn check_created<E: MasterRecord>() -> Result<()> {
    if E::IS_CREATED { Ok(()) } else { Err(Error::field("entity", format!("`{}` is not created this way", E::decl().name))) }
}

/// Counts a change of rights on the company, so that sessions notice.
pub(super) fn bump_access_version<E: MasterRecord>(context: &ActContext<'_>, changes: &mut ChangeSet) -> Result<()> {
    if E::GOVERNS_ACCESS {
        let company = context.company()?;
        let mut next = company.data.clone();
        next.access_version = next.access_version.saturating_add(1);
        changes.update(company, next);
    }
    Ok(())
}

/// Rows that writes of this kind serialise on: trees and rights on the company, others on nothing.
pub(super) fn shared_locks<E: MasterRecord>(context: &ActContext<'_>) -> LockKeys {
    if E::GOVERNS_ACCESS || E::decl().tree_parent.is_some() {
        return LockKeys::none().and::<crate::company::Company, _>([context.permit().company()]);
    }
    LockKeys::none()
}

/// The code that a record took from a series.
fn taken_code<E: MasterRecord>(asked: &E, record: &E) -> Option<String> {
    asked.code_source().and_then(|_| record.code()).map(str::to_owned)
}

struct Create<E> {
    records: Vec<E>,
    custom: CustomInput,
}

/// Adds what the host's own fields are given to a request, if they are given anything.
pub(super) fn with_custom(mut request: Json, custom: &CustomInput) -> Json {
    if let (Json::Object(request), false) = (&mut request, custom.is_empty()) {
        request.insert("custom".to_owned(), custom.to_json());
    }
    request
}

/// The ids of new records, in order, and the codes of those that took one from a series.
#[derive(serde::Serialize, serde::Deserialize)]
struct Created(Vec<(Uuid, Option<String>)>);
impl Answer for Created {}

#[async_trait]
impl<E: MasterRecord> Act for Create<E> {
    type Answer = Created;
    const OPERATION: &'static str = "records.create";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        let request = json!({"entity": E::decl().name, "records": self.records.iter().map(request_of).collect::<Vec<_>>()});
        Ok(with_custom(request, &self.custom))
    }

    fn subjects(&self, answer: &Created) -> Vec<Subject> {
        answer.0.iter().map(|(id, _)| Subject::of::<E>(E::Id::from_uuid(*id))).collect()
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Created>> {
        check_created::<E>()?;
        context.read(&shared_locks::<E>(context), Reads::new()).await?;
        let fields = context.guard().custom_fields().clone();
        let custom = self.custom.check(&fields, E::decl(), true)?;
        check_field_rights(context, None, &self.records).await?;
        let references = ReferenceReads::of(&self.records.iter().collect::<Vec<_>>()).and_choices(custom.choices()).check(context).await?;
        for record in &self.records {
            record.check_references(&references)?;
            check_tree(context, None, record).await?;
        }
        let mut changes = context.changes();
        let mut records = self.records.clone();
        number(context, &mut records, &mut changes).await?;
        E::check_others(context, None, &records).await?;
        let mut created = Vec::with_capacity(records.len());
        for (record, asked) in records.into_iter().zip(&self.records) {
            let id: Uuid = changes.new_id();
            created.push((id, taken_code(asked, &record)));
            let stored = Stored::new(E::Id::from_uuid(id), record);
            changes.insert(&stored);
            custom.write(id, customer_of(E::decl(), &stored.to_record()), &[], &mut changes)?;
        }
        bump_access_version::<E>(context, &mut changes)?;
        let must_see = created.iter().map(|(id, _)| (E::decl(), Value::Id(*id))).collect();
        Ok(Plan { must_see, ..Plan::new(changes, Created(created)) })
    }
}

struct Update<E: Entity> {
    record: Stored<E>,
    custom: CustomInput,
}

/// The version of a changed record.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Version(pub(super) i64);
impl Answer for Version {}

#[async_trait]
impl<E: MasterRecord> Act for Update<E> {
    type Answer = Version;
    const OPERATION: &'static str = "records.update";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        let Stored { id, version, data } = &self.record;
        let request = json!({"entity": E::decl().name, "id": id.uuid(), "version": version, "record": request_of(data)});
        Ok(with_custom(request, &self.custom))
    }

    fn subjects(&self, _: &Version) -> Vec<Subject> {
        vec![Subject::of::<E>(self.record.id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Version>> {
        let Stored { id, version, data } = &self.record;
        let (stored, values) = read_with_custom::<E>(context, &shared_locks::<E>(context), *id, &self.custom).await?;
        check_version(&stored, *version)?;
        replace(context, &stored, data, &self.custom, &values).await
    }
}

/// Fields that carry money or reach are changed with a right of their own, which must reach the customer; of a new record, whatever is not
/// left as nothing.
///
/// # Errors
/// `access.denied` with `field` and `right`.
async fn check_field_rights<E: MasterRecord>(context: &mut ActContext<'_>, stored: Option<&Stored<E>>, records: &[E]) -> Result<()> {
    let (decl, before) = (E::decl(), stored.map(|s| s.data.encode()));
    let mut needed: BTreeMap<Right, &'static str> = BTreeMap::new();
    for record in records {
        for (position, (value, field)) in record.encode().iter().zip(decl.fields).enumerate() {
            let was = before.as_ref().map(|before| before.get(position));
            let is_touched = match was {
                Some(was) => was != Some(value),
                None => !value.is_nothing() && !record.may_begin_with(field.name, context),
            };
            if let (Some(right), true) = (field.needs, is_touched) {
                needed.entry(right).or_insert(field.name);
            }
        }
    }
    if needed.is_empty() {
        return Ok(());
    }
    let access = match stored.and_then(|stored| customer_of(decl, &stored.to_record())) {
        Some(customer) => context.access_to(customer).await?,
        None => context.guard().access_at(ScopeLevel::Own),
    };
    needed.into_iter().try_for_each(|(right, field)| access.require(right).map_err(|e| e.with("field", field)))
}

/// What is kept beside a record, such as its keys, is written by whoever may write the record as it is.
///
/// # Errors
/// `access.denied`, `storage.*`.
pub(super) async fn check_writable<E: MasterRecord>(context: &mut ActContext<'_>, stored: &Stored<E>) -> Result<()> {
    E::check_others(context, Some(stored), std::slice::from_ref(&stored.data)).await
}

/// Locks and reads a record within reach, and answers further questions after that.
pub(super) async fn read_locked<E: MasterRecord>(
    context: &mut ActContext<'_>,
    locks: &LockKeys,
    id: E::Id,
    mut reads: Reads,
) -> Result<(Stored<E>, Answers)> {
    let ask = reads.select(Select::<E>::new(&context.full_permit()).keys([Value::Id(id.uuid())])?);
    let mut answers = context.read(&locks.clone().and::<E, _>([id]), reads).await?;
    let stored = answers.first(&ask)?.ok_or_else(|| not_found(E::decl(), id.uuid()))?;
    Ok((stored, answers))
}

/// Locks and reads a record, and its values in fields of the host if they are to be changed.
pub(super) async fn read_with_custom<E: MasterRecord>(
    context: &mut ActContext<'_>,
    locks: &LockKeys,
    id: E::Id,
    custom: &CustomInput,
) -> Result<(Stored<E>, Vec<Stored<CustomValue>>)> {
    let permit = context.full_permit();
    let mut reads = Reads::new();
    let of_record = Select::<CustomValue>::new(&permit).filter(&CustomValue::record_id().eq(id.uuid()))?;
    let values = if custom.is_empty() { None } else { Some(reads.select(of_record)) };
    let (stored, mut answers) = read_locked(context, locks, id, reads).await?;
    Ok((stored, values.map(|ask| answers.all(&ask)).transpose()?.unwrap_or_default()))
}

/// # Errors
/// `version.conflict`.
pub(super) fn check_version<E: Entity>(stored: &Stored<E>, version: i64) -> Result<()>
where
    E::Id: TypedId,
{
    if stored.version == version {
        return Ok(());
    }
    let message = format!("the `{}` was changed since it was read", E::decl().name);
    Err(Error::new(Code::VersionConflict, message).with("version", stored.version).with("id", stored.id.uuid()))
}

pub(super) async fn replace<E: MasterRecord>(
    context: &mut ActContext<'_>,
    stored: &Stored<E>,
    data: &E,
    custom: &CustomInput,
    values: &[Stored<CustomValue>],
) -> Result<Plan<Version>> {
    let mut kept = data.clone();
    kept.check_immutable(&stored.data)?;
    let data = &kept;
    let is_same = stored.data == *data;
    if is_same && custom.is_empty() {
        return Ok(Plan::new(context.changes(), Version(stored.version)));
    }
    let fields = context.guard().custom_fields().clone();
    let custom = custom.check(&fields, E::decl(), false)?;
    check_field_rights(context, Some(stored), std::slice::from_ref(data)).await?;
    let references = ReferenceReads::changed(&[data], Some(&stored.data)).and_choices(custom.choices());
    references.check(context).await.and_then(|references| data.check_references(&references))?;
    check_tree(context, Some(stored.id.uuid()), data).await?;
    E::check_others(context, Some(stored), std::slice::from_ref(data)).await?;
    let mut changes = context.changes();
    changes.update(stored, data.clone());
    custom.write(stored.id.uuid(), customer_of(E::decl(), &stored.to_record()), values, &mut changes)?;
    if !is_same {
        bump_access_version::<E>(context, &mut changes)?;
    }
    let must_see = vec![(E::decl(), Value::Id(stored.id.uuid()))];
    let version = stored.version.saturating_add(i64::from(!is_same));
    Ok(Plan { must_see, ..Plan::new(changes, Version(version)) })
}

struct SetCustom<E: Entity> {
    id: E::Id,
    custom: CustomInput,
}

#[async_trait]
impl<E: MasterRecord> Act for SetCustom<E> {
    type Answer = Version;
    const OPERATION: &'static str = "records.set_custom";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        Ok(with_custom(json!({"entity": E::decl().name, "id": self.id.uuid()}), &self.custom))
    }

    fn subjects(&self, _: &Version) -> Vec<Subject> {
        vec![Subject::of::<E>(self.id)]
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Version>> {
        let (stored, values) = read_with_custom::<E>(context, &LockKeys::none(), self.id, &self.custom).await?;
        check_writable(context, &stored).await?;
        let fields = context.guard().custom_fields().clone();
        let custom = self.custom.check(&fields, E::decl(), false)?;
        ReferenceReads::none().and_choices(custom.choices()).check(context).await?;
        let mut changes = context.changes();
        custom.write(stored.id.uuid(), customer_of(E::decl(), &stored.to_record()), &values, &mut changes)?;
        Ok(Plan::new(changes, Version(stored.version)))
    }
}

struct Upsert<'r, E: Entity> {
    records: &'r Records<'r, E>,
    key: ExternalKey,
    patch: Patch<E>,
    mode: UpsertMode,
    custom: CustomInput,
    /// Whether the last attempt was to create the record.
    creates: AtomicBool,
}

#[async_trait]
impl<E: MasterRecord> Act for Upsert<'_, E> {
    type Answer = Changed<E>;
    const OPERATION: &'static str = "records.upsert";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        let Self { key, patch, mode, custom, .. } = self;
        let mode = format!("{mode:?}");
        let request = json!({"entity": E::decl().name, "system": key.system, "external_id": key.id, "mode": mode, "changes": patch.to_json()});
        Ok(with_custom(request, custom))
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Changed<E>>> {
        self.key.check()?;
        let mut reads = Reads::new();
        let ask = reads.select(bound::<E>(context.permit(), &self.key)?);
        let mut answers = context.read(&shared_locks::<E>(context), reads).await?;
        context.guard().check_system(&self.key.system)?;
        let found = answers.first(&ask)?;
        self.creates.store(found.is_none(), Ordering::Relaxed);
        match (found, self.mode) {
            (None, UpsertMode::UpdateOnly) => Err(unbound(E::decl(), &self.key)),
            (Some(_), UpsertMode::CreateOnly) => Err(taken(E::decl(), &self.key)),
            (None, _) => self.create(context).await,
            (Some(found), _) => self.change(context, E::Id::from_uuid(found.record_id)).await,
        }
    }
}

impl<E: MasterRecord> Upsert<'_, E> {
    async fn create(&self, context: &mut ActContext<'_>) -> Result<Plan<Changed<E>>> {
        check_created::<E>()?;
        let mut data = self.patch.create()?;
        self.records.complete(&mut data, context.guard(), context.permit())?;
        let fields = context.guard().custom_fields().clone();
        let custom = self.custom.check(&fields, E::decl(), true)?;
        check_field_rights(context, None, std::slice::from_ref(&data)).await?;
        ReferenceReads::of(&[&data]).and_choices(custom.choices()).check(context).await.and_then(|references| data.check_references(&references))?;
        check_tree(context, None, &data).await?;
        let mut changes = context.changes();
        let mut record = [data];
        number(context, &mut record, &mut changes).await?;
        E::check_others(context, None, &record).await?;
        let [record] = record;
        let stored = Stored::new(E::Id::from_uuid(changes.new_id()), record);
        changes.insert(&stored);
        custom.write(stored.id.uuid(), customer_of(E::decl(), &stored.to_record()), &[], &mut changes)?;
        bind(&stored, &self.key, &mut changes);
        bump_access_version::<E>(context, &mut changes)?;
        let must_see = vec![(E::decl(), Value::Id(stored.id.uuid()))];
        let answer = Changed::new(seen(context.permit(), stored)?, Upserted::Created);
        Ok(Plan { must_see, ..Plan::new(changes, answer) })
    }

    async fn change(&self, context: &mut ActContext<'_>, id: E::Id) -> Result<Plan<Changed<E>>> {
        let (stored, values) = match read_with_custom::<E>(context, &LockKeys::none(), id, &self.custom).await {
            Err(error) if error.code() == Code::NotFound => return Err(self.out_of_reach(context, id).await?),
            found => found?,
        };
        let mut data = changed(context, &stored, &self.patch).await?;
        // Who leaves the code to us leaves it as it is.
        if let (Some(""), Some(code)) = (data.code().map(str::trim), stored.code()) {
            data.take_code(code.to_owned());
        }
        change(context, stored, data, &self.custom, &values).await
    }

    /// Whether another act made the record of the key while this one tried to, and so had its code first: it is found the next time.
    async fn is_overtaken(&self, error: &Error) -> Result<bool> {
        if error.code() != Code::UniqueTaken || error.context("entity").is_none() || !self.creates.load(Ordering::Relaxed) {
            return Ok(false);
        }
        let ask = |permit: &Permit, reads: &mut Reads| Ok(reads.select(bound::<E>(permit, &self.key)?));
        let (ask, mut answers) = self.records.session.read(E::WRITE, ask).await?;
        Ok(answers.first(&ask)?.is_some())
    }

    /// Why the record of a key was not found: it is out of reach, or it was deleted with its key just now, and the key is free or another
    /// record's by now, which another attempt gets past.
    async fn out_of_reach(&self, context: &mut ActContext<'_>, id: E::Id) -> Result<Error> {
        let mut reads = Reads::new();
        let ask = reads.select(bound::<E>(context.permit(), &self.key)?);
        let error = match self.mode {
            UpsertMode::UpdateOnly => unbound(E::decl(), &self.key),
            _ => taken(E::decl(), &self.key),
        };
        let bound = context.read(&LockKeys::none(), reads).await?.first(&ask)?;
        Ok(if bound.is_some_and(|bound| bound.record_id == id.uuid()) { error } else { error.raced() })
    }
}
