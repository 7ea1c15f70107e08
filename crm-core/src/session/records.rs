//! Records of one kind: list, get, count for all; create, update, upsert for masters. The same names for every entity.

use super::{Act, Answer, CodeSource, Desk, Plan, Session, numbering::number};
use crate::{
    access::{Guard, Permit, Right},
    entity::{Entity, EntityDecl, FieldDecl, Stored, Value},
    error::{Code, Error, Result},
    external::{ExternalKey, ExternalRef},
    ids::TypedId,
    limits,
    products::Transliterator,
    query::{Cursor, Filter, Page, Query, Select, SelectPlan},
    storage::{ChangeSet, LockKeys, Reads},
};
use async_trait::async_trait;
use serde_json::{Value as Json, json};
use std::{collections::BTreeMap, marker::PhantomData};
use uuid::Uuid;

/// An entity that callers can list.
pub trait Listed: Entity {
    /// The right that reading needs.
    const READ: Right;
}

/// An entity that callers create and change.
#[async_trait]
pub trait Master: Listed<Id: TypedId> {
    /// The right that writing needs.
    const WRITE: Right;
    /// Whether roles and operators follow from it, so that sessions have to look again.
    const GOVERNS_ACCESS: bool = false;

    /// Whether callers may make new ones; the own company is made once, by [`super::Crm::create_company`].
    const IS_CREATED: bool = true;

    /// What the caller may not change of the stored record.
    ///
    /// # Errors
    /// `field.invalid`.
    fn keep(&mut self, _stored: &Self) -> Result<()> {
        Ok(())
    }

    /// Fills in what the caller left open.
    fn prepare(&mut self, _guard: &Guard, _permit: &Permit) {}

    /// Fills in a short form of its name, if it has one to fill in.
    fn spell(&mut self, _transliterator: &dyn Transliterator) {}

    /// Fills in what follows from other fields, at every write.
    fn follow(&mut self) {}

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

    /// Checks what other records say, which it locks where they may not change meanwhile. `stored` is what a single record was before.
    ///
    /// # Errors
    /// Whatever speaks against it.
    async fn check_others(_desk: &mut Desk<'_>, _stored: Option<&Stored<Self>>, _records: &[Self]) -> Result<()> {
        Ok(())
    }
}

/// Which of create and update an upsert may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// The record with an id (or, for state, the first with this key), if the caller can see it.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn find(&self, id: impl TypedId) -> Result<Option<Stored<E>>> {
        let key = Value::Id(id.uuid());
        let (ask, mut answers) = self.session.read(E::READ, |permit, reads| Ok(reads.select(Select::<E>::new(permit).keys([key.clone()])?))).await?;
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

    /// The record that another system knows by a key.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn find_external(&self, key: &ExternalKey) -> Result<Option<Stored<E>>> {
        let filter = external_filter(E::decl(), key);
        let (ask, mut answers) =
            self.session.read(E::READ, |permit, reads| Ok(reads.select(Select::<ExternalRef>::new(permit).filter(&filter)?))).await?;
        let Some(found) = answers.first(&ask)? else { return Ok(None) };
        let key = Value::Id(found.record_id);
        let (ask, mut answers) = self.session.read(E::READ, |permit, reads| Ok(reads.select(Select::<E>::new(permit).keys([key.clone()])?))).await?;
        answers.first(&ask)
    }
}

impl<'s, E: Listed> List<'s, E> {
    /// Only records that meet the filter, checked here; a missing right is found out when the list is fetched.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn filter(mut self, filter: &Filter) -> Result<Self> {
        if let Ok(permit) = self.session.guard().permit(E::READ) {
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

impl<E: Master> Records<'_, E> {
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
    /// As [`Records::create`].
    pub async fn create_many(&self, records: Vec<E>) -> Result<Vec<Stored<E>>> {
        limits::check("MAX_BATCH", records.len(), limits::MAX_BATCH)?;
        let (guard, permit) = self.session.permit(E::WRITE).await?;
        let mut records = records;
        for record in &mut records {
            self.complete(record, &guard, &permit)?;
        }
        let act = Create { records };
        let created = self.session.run(&act).await?.0;
        let stored = created.into_iter().zip(act.records).map(|((id, code), mut data)| {
            code.into_iter().for_each(|code| data.take_code(code));
            Stored::new(E::Id::from_uuid(id), data)
        });
        Ok(stored.collect())
    }

    /// Fills in what a new record leaves open. One that waits for its code is checked when it has it.
    fn complete(&self, record: &mut E, guard: &Guard, permit: &Permit) -> Result<()> {
        record.prepare(guard, permit);
        record.spell(self.session.crm.parts.transliterator.as_ref());
        record.follow();
        if record.code_source().is_some() { Ok(()) } else { record.check() }
    }

    /// Changes a record that was read before, and answers with its new version.
    ///
    /// # Errors
    /// `version.conflict` if it changed meanwhile; `record.not_found`; otherwise as [`Records::create`].
    pub async fn update(&self, record: &Stored<E>) -> Result<Stored<E>> {
        let mut record = record.clone();
        record.data.follow();
        record.data.check()?;
        let act = Update { record };
        let version = self.session.run(&act).await?.0;
        Ok(Stored { version, ..act.record })
    }

    /// Creates or updates the record that another system knows by a key.
    ///
    /// # Errors
    /// `unique.taken` or `record.not_found` where the mode forbids what would be needed; otherwise as [`Records::create`].
    pub async fn upsert(&self, key: &ExternalKey, data: E, mode: UpsertMode) -> Result<(Stored<E>, Upserted)> {
        let (guard, permit) = self.session.permit(E::WRITE).await?;
        let mut data = data;
        self.complete(&mut data, &guard, &permit)?;
        for (field, text) in [("system", &key.system), ("external_id", &key.id)] {
            check_length(field, text, limits::MAX_TEXT)?;
            if text.trim().is_empty() {
                return Err(Error::field(field, "is empty"));
            }
        }
        let act = Upsert { key: key.clone(), data, mode };
        let UpsertAnswer { id, version, what, code } = self.session.run(&act).await?;
        let mut data = act.data;
        code.into_iter().for_each(|code| data.take_code(code));
        Ok((Stored { id: E::Id::from_uuid(id), version, data }, what))
    }
}

fn not_found(decl: &EntityDecl, id: Uuid) -> Error {
    Error::new(Code::NotFound, format!("there is no `{}` with this id", decl.name)).with("entity", decl.name).with("id", id)
}

fn external_filter(decl: &EntityDecl, key: &ExternalKey) -> Filter {
    let record_type = ExternalRef::record_type().eq(decl.name.to_owned());
    ExternalRef::system().eq(key.system.clone()).and(record_type).and(ExternalRef::external_id().eq(key.id.clone()))
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

/// What the references of records point to: one question for each entity that is referred to.
struct References {
    wanted: BTreeMap<&'static str, (&'static EntityDecl, &'static FieldDecl, Vec<Value>)>,
}

impl References {
    fn of<E: Entity>(records: &[&E]) -> Self {
        let mut wanted: BTreeMap<&'static str, (&'static EntityDecl, &'static FieldDecl, Vec<Value>)> = BTreeMap::new();
        for record in records {
            for (value, field) in record.encode().into_iter().zip(E::decl().fields) {
                let Some(target) = field.refers.and_then(crate::catalogue::find).filter(|_| !value.is_null()) else { continue };
                let (_, _, values) = wanted.entry(target.name).or_insert((target, field, Vec::new()));
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        Self { wanted }
    }

    /// # Errors
    /// `reference.missing`.
    async fn check(&self, desk: &mut Desk<'_>) -> Result<()> {
        let permit = desk.permit().clone();
        let queries: Vec<Query> = self
            .wanted
            .values()
            .map(|(target, _, values)| Ok(Query::Select(SelectPlan::by_key(target, &permit, values.iter().cloned())?)))
            .collect::<Result<_>>()?;
        if queries.is_empty() {
            return Ok(());
        }
        let found = desk.ask(&queries).await?;
        for ((_, field, values), rows) in self.wanted.values().zip(found) {
            if let Some(missing) = values.iter().find(|v| !rows.iter().any(|row| row.first() == Some(v))) {
                let message = format!("`{}` points to nothing", field.name);
                return Err(Error::new(Code::ReferenceMissing, message).with("field", field.name).with("id", missing.to_json()));
            }
        }
        Ok(())
    }
}

/// Walks from a node's new parent to the top, and from the node down to its deepest branch.
///
/// # Errors
/// `tree.cycle`, `tree.too_deep`.
async fn check_tree<E: Entity>(desk: &mut Desk<'_>, id: Option<Uuid>, data: &E) -> Result<()> {
    let decl = E::decl();
    let Some(position) = decl.tree_parent.and_then(|name| decl.fields.iter().position(|f| f.name == name)) else { return Ok(()) };
    let Some(column) = decl.tree_parent.and_then(|name| decl.column(name)) else { return Ok(()) };
    let permit = desk.permit().clone();
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
        parent = desk.ask(&[query]).await?.first().and_then(|rows| rows.first()).and_then(|row| row.get(column)).cloned();
    }
    let mut level: Vec<Value> = id.map(Value::Id).into_iter().collect();
    while !level.is_empty() {
        let query = Query::Select(SelectPlan::by_column(decl, &permit, column, level)?);
        let below = desk.ask(&[query]).await?.into_iter().next().unwrap_or_default();
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
fn check_created<E: Master>() -> Result<()> {
    if E::IS_CREATED { Ok(()) } else { Err(Error::field("entity", format!("`{}` is not created this way", E::decl().name))) }
}

/// Counts a change of rights on the company, so that sessions notice.
fn govern<E: Master>(desk: &Desk<'_>, changes: &mut ChangeSet) -> Result<()> {
    if E::GOVERNS_ACCESS {
        let company = desk.company()?;
        let mut next = company.data.clone();
        next.access_version = next.access_version.saturating_add(1);
        changes.update(company, next);
    }
    Ok(())
}

/// Rows that writes of this kind serialise on: trees and rights on the company, others on nothing.
fn shared_locks<E: Master>(desk: &Desk<'_>) -> LockKeys {
    if E::GOVERNS_ACCESS || E::decl().tree_parent.is_some() {
        return LockKeys::none().and::<crate::company::Company, _>([desk.permit().company()]);
    }
    LockKeys::none()
}

/// The code that a record took from a series.
fn taken_code<E: Master>(asked: &E, record: &E) -> Option<String> {
    asked.code_source().and_then(|_| record.code()).map(str::to_owned)
}

struct Create<E> {
    records: Vec<E>,
}

/// The ids of new records, in order, and the codes of those that took one from a series.
#[derive(serde::Serialize, serde::Deserialize)]
struct Created(Vec<(Uuid, Option<String>)>);
impl Answer for Created {}

#[async_trait]
impl<E: Master> Act for Create<E> {
    type Answer = Created;
    const OPERATION: &'static str = "records.create";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        Ok(json!({"entity": E::decl().name, "records": self.records.iter().map(request_of).collect::<Vec<_>>()}))
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<Created>> {
        check_created::<E>()?;
        desk.read(&shared_locks::<E>(desk), Reads::new()).await?;
        References::of(&self.records.iter().collect::<Vec<_>>()).check(desk).await?;
        for record in &self.records {
            check_tree(desk, None, record).await?;
        }
        let mut changes = desk.changes();
        let mut records = self.records.clone();
        number(desk, &mut records, &mut changes).await?;
        E::check_others(desk, None, &records).await?;
        let mut created = Vec::with_capacity(records.len());
        for (record, asked) in records.into_iter().zip(&self.records) {
            let id: Uuid = changes.new_id();
            created.push((id, taken_code(asked, &record)));
            changes.insert(&Stored::new(E::Id::from_uuid(id), record));
        }
        govern::<E>(desk, &mut changes)?;
        let must_see = created.iter().map(|(id, _)| (E::decl(), Value::Id(*id))).collect();
        Ok(Plan { must_see, ..Plan::new(changes, Created(created)) })
    }
}

struct Update<E: Entity> {
    record: Stored<E>,
}

/// The version of a changed record.
#[derive(serde::Serialize, serde::Deserialize)]
struct Version(i64);
impl Answer for Version {}

#[async_trait]
impl<E: Master> Act for Update<E> {
    type Answer = Version;
    const OPERATION: &'static str = "records.update";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        let Stored { id, version, data } = &self.record;
        Ok(json!({"entity": E::decl().name, "id": id.uuid(), "version": version, "record": request_of(data)}))
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<Version>> {
        let Stored { id, version, data } = &self.record;
        let mut reads = Reads::new();
        let ask = reads.select(Select::<E>::new(&desk.full_permit()).keys([Value::Id(id.uuid())])?);
        let mut answers = desk.read(&shared_locks::<E>(desk).and::<E, _>([*id]), reads).await?;
        let stored = answers.first(&ask)?.ok_or_else(|| not_found(E::decl(), id.uuid()))?;
        if stored.version != *version {
            let message = format!("the `{}` was changed since it was read", E::decl().name);
            return Err(Error::new(Code::VersionConflict, message).with("version", stored.version).with("id", id.uuid()));
        }
        replace(desk, &stored, data).await
    }
}

async fn replace<E: Master>(desk: &mut Desk<'_>, stored: &Stored<E>, data: &E) -> Result<Plan<Version>> {
    let mut kept = data.clone();
    kept.keep(&stored.data)?;
    let data = &kept;
    if stored.data == *data {
        return Ok(Plan::new(desk.changes(), Version(stored.version)));
    }
    References::of(&[data]).check(desk).await?;
    check_tree(desk, Some(stored.id.uuid()), data).await?;
    E::check_others(desk, Some(stored), std::slice::from_ref(data)).await?;
    let mut changes = desk.changes();
    changes.update(stored, data.clone());
    govern::<E>(desk, &mut changes)?;
    let must_see = vec![(E::decl(), Value::Id(stored.id.uuid()))];
    Ok(Plan { must_see, ..Plan::new(changes, Version(stored.version.saturating_add(1))) })
}

struct Upsert<E> {
    key: ExternalKey,
    data: E,
    mode: UpsertMode,
}

#[derive(serde::Serialize, serde::Deserialize)]
struct UpsertAnswer {
    id: Uuid,
    version: i64,
    what: Upserted,
    code: Option<String>,
}
impl Answer for UpsertAnswer {}

#[async_trait]
impl<E: Master> Act for Upsert<E> {
    type Answer = UpsertAnswer;
    const OPERATION: &'static str = "records.upsert";

    fn right(&self) -> Right {
        E::WRITE
    }

    fn request(&self) -> Result<Json> {
        Ok(
            json!({"entity": E::decl().name, "system": self.key.system, "external_id": self.key.id, "mode": format!("{:?}", self.mode), "record": request_of(&self.data)}),
        )
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<UpsertAnswer>> {
        let mut reads = Reads::new();
        let ask = reads.select(Select::<ExternalRef>::new(desk.permit()).filter(&external_filter(E::decl(), &self.key))?);
        let mut answers = desk.read(&shared_locks::<E>(desk), reads).await?;
        match (answers.first(&ask)?, self.mode) {
            (None, UpsertMode::UpdateOnly) => {
                Err(Error::new(Code::NotFound, format!("no `{}` has this external key", E::decl().name)).with("external_id", &self.key.id))
            }
            (Some(_), UpsertMode::CreateOnly) => {
                let message = format!("a `{}` has this external key", E::decl().name);
                Err(Error::new(Code::UniqueTaken, message).with("external_id", &self.key.id))
            }
            (None, _) => self.create(desk).await,
            (Some(found), _) => self.change(desk, found.record_id).await,
        }
    }
}

impl<E: Master> Upsert<E> {
    async fn create(&self, desk: &mut Desk<'_>) -> Result<Plan<UpsertAnswer>> {
        check_created::<E>()?;
        References::of(&[&self.data]).check(desk).await?;
        check_tree(desk, None, &self.data).await?;
        let mut changes = desk.changes();
        let mut record = [self.data.clone()];
        number(desk, &mut record, &mut changes).await?;
        E::check_others(desk, None, &record).await?;
        let [record] = record;
        let (id, code): (Uuid, _) = (changes.new_id(), taken_code(&self.data, &record));
        changes.insert(&Stored::new(E::Id::from_uuid(id), record));
        let ExternalKey { system, id: external_id } = self.key.clone();
        let reference = ExternalRef { system, record_type: E::decl().name.to_owned(), external_id, record_id: id };
        changes.insert(&Stored::new(crate::entity::Keyed, reference));
        govern::<E>(desk, &mut changes)?;
        let must_see = vec![(E::decl(), Value::Id(id))];
        Ok(Plan { must_see, ..Plan::new(changes, UpsertAnswer { id, version: 1, what: Upserted::Created, code }) })
    }

    async fn change(&self, desk: &mut Desk<'_>, id: Uuid) -> Result<Plan<UpsertAnswer>> {
        let mut reads = Reads::new();
        let ask = reads.select(Select::<E>::new(&desk.full_permit()).keys([Value::Id(id)])?);
        let mut answers = desk.read(&LockKeys::none().and::<E, _>([E::Id::from_uuid(id)]), reads).await?;
        let stored = answers.first(&ask)?.ok_or_else(|| not_found(E::decl(), id))?;
        // Who leaves the code to us leaves it as it is.
        let mut data = self.data.clone();
        let code = data.code_source().and_then(|_| stored.code()).map(str::to_owned);
        code.iter().for_each(|code| data.take_code(code.clone()));
        data.check()?;
        let Plan { changes, answer, must_see, .. } = replace(desk, &stored, &data).await?;
        let what = if answer.0 == stored.version { Upserted::Unchanged } else { Upserted::Updated };
        Ok(Plan { must_see, ..Plan::new(changes, UpsertAnswer { id, version: answer.0, what, code }) })
    }
}
