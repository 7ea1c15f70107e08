//! Records of a kind known only at run time, used by the bindings and by the typed services. Compiled once rather than per entity.

use super::{
    create::{Create, complete, composed},
    custom::CustomInput,
    delete::Delete,
    external::{Bind, KeyOf, Unbind, bound, of_record},
    master::{AnyRecord, AnyStored, Master},
    update::{Changed, Modification, Modify, PatchRecord, SetCustom, Update, Upserted},
    upsert::{Upsert, UpsertMode},
    validate::at,
};
use crate::{
    access::{Permit, Right},
    act::Session,
    custom::{CustomValue, json_of},
    entity::{EntityDecl, Record, Value, check_changes},
    error::{Error, Result},
    external::ExternalKey,
    limits,
    num::Currency,
    query::{Cursor, Filter, Page, Report, Select, SelectPlan},
    storage::Reads,
};
use serde_json::{Map, Value as Json};
use std::sync::atomic::AtomicBool;
use uuid::Uuid;

/// Records of an entity that callers can read, as rows.
#[derive(Clone, Copy)]
pub struct AnyRecords<'s> {
    session: &'s Session<'s>,
    decl: &'static EntityDecl,
    read: Right,
}

/// Filter, sort order and page of a list.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The filter.
    pub filter: Filter,
    /// Fields to sort by, descending if the name starts with `-`.
    pub sort: Vec<String>,
    /// Maximum rows per page.
    pub limit: u32,
    /// The cursor of the page; none for the first.
    pub after: Option<Cursor>,
}

impl Default for Listing {
    fn default() -> Self {
        Self { filter: Filter::All, sort: Vec::new(), limit: limits::MAX_PAGE, after: None }
    }
}

impl<'s> AnyRecords<'s> {
    /// The records of an entity, if callers can read it.
    pub fn new(session: &'s Session<'s>, decl: &'static EntityDecl) -> Option<Self> {
        Some(Self { session, decl, read: decl.read? })
    }

    pub(super) fn reading(session: &'s Session<'s>, decl: &'static EntityDecl, read: Right) -> Self {
        Self { session, decl, read }
    }

    /// The session.
    pub fn session(&self) -> &'s Session<'s> {
        self.session
    }

    /// The row with an id (or, for state, the first with this key), if the caller can see it.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn find(&self, id: Uuid) -> Result<Option<Record>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            reads.look_up();
            Ok(reads.rows(SelectPlan::by_key(self.decl, permit, [Value::Id(id)])?))
        };
        let (ask, mut answers) = self.session.read(self.read, build).await?;
        Ok(answers.rows(&ask).into_iter().next())
    }

    /// The row with an id.
    ///
    /// # Errors
    /// `record.not_found` if there is none that the caller can see; `access.denied`, `storage.*`.
    pub async fn get(&self, id: Uuid) -> Result<Record> {
        self.find(id).await?.ok_or_else(|| self.decl.not_found(id))
    }

    /// A page of rows, with the cursor of the next page.
    ///
    /// # Errors
    /// `access.denied`, `query.*`, `access.field_hidden`, `limit.exceeded`, `storage.*`.
    pub async fn page(&self, listing: &Listing) -> Result<Page<Record>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            let sort: Vec<&str> = listing.sort.iter().map(String::as_str).collect();
            let mut select = Select::of(self.decl, permit).filter(&listing.filter)?.sort(&sort)?.limit(listing.limit)?;
            if let Some(cursor) = &listing.after {
                select = select.after(cursor)?;
            }
            Ok(reads.page(select))
        };
        let (ask, mut answers) = self.session.read(self.read, build).await?;
        answers.page(&ask)
    }

    /// Checks a filter against what the caller may see; a missing right and an undeclared custom field are only detected when the list is fetched.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn check_filter(&self, filter: &Filter) -> Result<()> {
        if let (Ok(permit), false) = (self.session.guard().permit_on(self.session.today(), self.read), filter.has_custom()) {
            Select::of(self.decl, &permit).filter(filter)?;
        }
        Ok(())
    }

    /// Values of derived fields of records: for each record that the caller can see its id, and the values in the order asked for. A field that the
    /// caller may not see is null. Amounts are in the currency of the books, which comes along.
    ///
    /// # Errors
    /// `access.denied`, `query.invalid` for a field that is not declared, `limit.exceeded`, `storage.*`.
    pub async fn derived<const N: usize>(&self, ids: &[Uuid], fields: [&str; N]) -> Result<(Currency, Vec<(Uuid, [Value; N])>)> {
        let ask = |permit: &Permit, reads: &mut Reads| {
            let plan = Select::of(self.decl, permit).keys(ids.iter().copied().map(Value::Id))?.show(&fields)?.plan();
            let columns = self.decl.columns().len();
            let shown = |field: &&str| plan.derived().iter().position(|derived| derived.name() == *field).map(|at| columns.saturating_add(at));
            let positions = fields.each_ref().map(shown);
            let books = permit.as_of().ok_or_else(|| Error::corrupt("the books have no currency"))?.books;
            Ok((reads.rows(plan), books, positions))
        };
        let ((ask, books, positions), mut answers) = self.session.read(self.read, ask).await?;
        let value = |row: &Record, position: Option<usize>| position.and_then(|at| row.get(at)).cloned().unwrap_or(Value::Null);
        let of_row = |row: Record| match row.first() {
            Some(Value::Id(id)) => Some((*id, positions.map(|position| value(&row, position)))),
            _ => None,
        };
        Ok((books, answers.rows(&ask).into_iter().filter_map(of_row).collect()))
    }

    /// The rows of a report: groups, counts and sums.
    ///
    /// # Errors
    /// `access.denied`, `query.invalid`, `access.field_hidden`, `storage.*`.
    pub async fn report(&self, build: impl Fn(Report<Record>) -> Result<Report<Record>>) -> Result<Vec<Vec<Value>>> {
        let ask = |permit: &Permit, reads: &mut Reads| Ok(reads.report(&build(Report::of(self.decl, permit))?));
        let (ask, mut answers) = self.session.read(self.read, ask).await?;
        Ok(answers.rows(&ask))
    }

    /// The number of records that match a filter.
    ///
    /// # Errors
    /// `access.denied`, `query.invalid`, `access.field_hidden`, `storage.*`.
    pub async fn count(&self, filter: &Filter) -> Result<u64> {
        let rows = self.report(|report| report.filter(filter)).await?;
        match rows.first().and_then(|row| row.first()) {
            Some(Value::Int(count)) => Ok(u64::try_from(*count).unwrap_or_default()),
            _ => Err(Error::corrupt("a count is missing")),
        }
    }

    /// The custom field values of a record, by name.
    ///
    /// # Errors
    /// `record.not_found` if there is no such record that the caller can see; `access.denied`, `storage.*`.
    pub async fn custom_of(&self, id: Uuid) -> Result<Map<String, Json>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            let record = reads.rows(SelectPlan::by_key(self.decl, permit, [Value::Id(id)])?);
            Ok((record, reads.select(Select::<CustomValue>::new(permit).filter(&CustomValue::record_id().eq(id))?)))
        };
        let ((record, values), mut answers) = self.session.read(self.read, build).await?;
        if answers.rows(&record).is_empty() {
            return Err(self.decl.not_found(id));
        }
        Ok(json_of(self.session.guard().custom_fields(), answers.all(&values)?.iter()))
    }

    /// The external keys of a record.
    ///
    /// # Errors
    /// `record.not_found` if there is no such record that the caller can see; `access.denied`, `storage.*`.
    pub async fn external_keys(&self, id: Uuid) -> Result<Vec<ExternalKey>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            let record = reads.rows(SelectPlan::by_key(self.decl, permit, [Value::Id(id)])?);
            Ok((record, reads.select(of_record(permit, id)?)))
        };
        let ((record, keys), mut answers) = self.session.read(self.read, build).await?;
        if answers.rows(&record).is_empty() {
            return Err(self.decl.not_found(id));
        }
        Ok(answers.all(&keys)?.into_iter().map(|found| ExternalKey::new(found.data.system, found.data.external_id)).collect())
    }

    /// The row with an external key.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn find_external(&self, key: &ExternalKey) -> Result<Option<Record>> {
        let ask = |permit: &Permit, reads: &mut Reads| Ok(reads.select(bound(permit, self.decl, key)?));
        let (ask, mut answers) = self.session.read(self.read, ask).await?;
        match answers.first(&ask)? {
            Some(found) => self.find(found.record_id).await,
            None => Ok(None),
        }
    }
}

/// Records of a master that callers create and change.
#[derive(Clone, Copy)]
pub struct AnyMasterRecords<'s> {
    session: &'s Session<'s>,
    master: &'static dyn Master,
}

impl<'s> AnyMasterRecords<'s> {
    /// The records of a master.
    pub fn new(session: &'s Session<'s>, master: &'static dyn Master) -> Self {
        Self { session, master }
    }

    /// Creates records, all or none, optionally with an object of custom field values by name.
    ///
    /// # Errors
    /// As [`super::Records::create_many`].
    pub async fn create(&self, records: Vec<Box<dyn AnyRecord>>, custom: Option<&Json>) -> Result<Vec<AnyStored>> {
        let custom = custom_input(custom)?;
        let (guard, permit) = self.session.permit(self.master.write()).await?;
        limits::check_batch(records.len())?;
        let is_one = records.len() == 1;
        let complete = |(index, record): (usize, _)| {
            complete(record, (&guard, &permit), self.session.transliterator()).map_err(|error| at(error, index, is_one))
        };
        let act = Create { master: self.master, records: records.into_iter().enumerate().map(complete).collect::<Result<_>>()?, custom };
        let created = self.session.run(&act).await?;
        Ok(act.into_stored(created))
    }

    /// Replaces a record that was read before, in full, and returns it with its new version.
    ///
    /// # Errors
    /// As [`super::Records::update`].
    pub async fn update(&self, record: AnyStored, custom: Option<&Json>) -> Result<AnyStored> {
        let custom = custom_input(custom)?;
        self.session.permit(self.master.write()).await?;
        let mut data = composed(record.data)?;
        data.derive();
        data.check_fields()?;
        let act = Update { record: AnyStored { data, ..record }, custom };
        let version = self.session.run(&act).await?.0;
        Ok(AnyStored { version, ..act.record })
    }

    /// Checks that the entity has the fields, and that each can hold its value.
    ///
    /// # Errors
    /// As [`Patch::from_json`](crate::entity::Patch::from_json).
    pub fn check_changes(&self, changes: &Map<String, Json>) -> Result<()> {
        check_changes(self.master.decl(), changes)
    }

    /// Changes fields of a record by name.
    ///
    /// # Errors
    /// As [`super::Records::patch`].
    pub async fn patch(&self, id: Uuid, version: Option<i64>, changes: Map<String, Json>, custom: Option<&Json>) -> Result<AnyStored> {
        let act = PatchRecord { master: self.master, id, version, changes, custom: custom_input(custom)? };
        let answer = self.session.run(&act).await?;
        self.told(answer).await
    }

    pub(super) async fn modify(&self, id: Uuid, change: &Modification<'_>) -> Result<AnyStored> {
        let answer = self.session.run(&Modify { master: self.master, id, change }).await?;
        self.told(answer).await
    }

    /// Changes custom field values of a record.
    ///
    /// # Errors
    /// As [`super::Records::set_custom`].
    pub async fn set_custom(&self, id: Uuid, custom: &Json) -> Result<()> {
        let custom = CustomInput::new(custom)?;
        self.session.run(&SetCustom { master: self.master, id, custom }).await.map(drop)
    }

    /// Deletes a record at the version that was read before.
    ///
    /// # Errors
    /// As [`super::Records::delete`].
    pub async fn delete(&self, id: Uuid, version: i64) -> Result<()> {
        self.session.run(&Delete { master: self.master, id, version }).await.map(drop)
    }

    /// Changes the record with an external key, or creates it.
    ///
    /// # Errors
    /// As [`super::Records::upsert`].
    pub async fn upsert(
        &self,
        key: &ExternalKey,
        changes: Map<String, Json>,
        mode: UpsertMode,
        custom: Option<&Json>,
    ) -> Result<(AnyStored, Upserted)> {
        let (master, key, custom) = (self.master, key.clone(), custom_input(custom)?);
        let act = Upsert { master, transliterator: self.session.transliterator(), key, changes, mode, custom, creates: AtomicBool::new(false) };
        let answer = act.run(self.session).await?;
        let what = answer.what;
        Ok((self.told(answer).await?, what))
    }

    /// Binds an external key to a record.
    ///
    /// # Errors
    /// As [`super::Records::bind_external`].
    pub async fn bind_external(&self, id: Uuid, key: &ExternalKey) -> Result<()> {
        self.session.run(&Bind(KeyOf { master: self.master, id, key: key.clone() })).await.map(drop)
    }

    /// Removes an external key from a record.
    ///
    /// # Errors
    /// As [`super::Records::unbind_external`].
    pub async fn unbind_external(&self, id: Uuid, key: &ExternalKey) -> Result<()> {
        self.session.run(&Unbind(KeyOf { master: self.master, id, key: key.clone() })).await.map(drop)
    }

    /// The record an act produced. An act replayed by its idempotency key returns the record as it is now.
    async fn told(&self, answer: Changed) -> Result<AnyStored> {
        match answer.record {
            Some(record) => Ok(record),
            None => self.master.decode(AnyRecords::reading(self.session, self.master.decl(), self.master.read()).get(answer.id).await?),
        }
    }
}

fn custom_input(custom: Option<&Json>) -> Result<CustomInput> {
    custom.map_or_else(|| Ok(CustomInput::default()), CustomInput::new)
}
