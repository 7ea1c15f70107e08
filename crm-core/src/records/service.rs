//! Records of one kind: list, get and count for all; create, update, patch, upsert and delete for masters. The same names for every entity.
//!
//! Adds only types to what [`AnyRecords`] and [`AnyMasterRecords`] do.

use super::{
    any::{AnyMasterRecords, AnyRecords, Listing},
    master::{AnyRecord, AnyStored, MasterRecord, master},
    update::Upserted,
    upsert::UpsertMode,
};
use crate::{
    act::Session,
    entity::{Entity, Listed, Patch, Record, Stored, Value},
    error::{Error, Result},
    external::ExternalKey,
    ids::TypedId,
    num::Currency,
    query::{Cursor, Filter, Page, Report},
};
use serde_json::{Map, Value as Json};
use std::{any::Any, marker::PhantomData};
use uuid::Uuid;

/// Records of one kind, in a session.
pub struct Records<'s, E> {
    records: AnyRecords<'s>,
    entity: PhantomData<fn() -> E>,
}

/// A list being built: filter, sort order, limit, page.
pub struct List<'s, E> {
    records: AnyRecords<'s>,
    listing: Listing,
    entity: PhantomData<fn() -> E>,
}

impl Session<'_> {
    /// The records of an entity.
    pub fn records<E: Listed>(&self) -> Records<'_, E> {
        Records { records: AnyRecords::reading(self, E::decl(), E::READ), entity: PhantomData }
    }

    /// The rows of a report: groups, counts and sums.
    ///
    /// # Errors
    /// `access.denied`, `query.invalid`, `access.field_hidden`, `storage.*`.
    pub async fn report<E: Listed>(&self, build: impl Fn(Report<Record>) -> Result<Report<Record>>) -> Result<Vec<Vec<Value>>> {
        self.records::<E>().records.report(build).await
    }
}

impl<'s, E: Listed> Records<'s, E> {
    /// The session, for operations beyond those of every record service.
    pub(crate) fn session(&self) -> &'s Session<'s> {
        self.records.session()
    }

    /// The custom field values of a record, by name.
    ///
    /// # Errors
    /// `record.not_found` if there is no such record that the caller can see; `access.denied`, `storage.*`.
    pub async fn custom_of(&self, id: impl TypedId) -> Result<Map<String, Json>> {
        self.records.custom_of(id.uuid()).await
    }

    /// The record with an id (or, for state, the first with this key), if the caller can see it.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn find(&self, id: impl TypedId) -> Result<Option<Stored<E>>> {
        self.records.find(id.uuid()).await?.map(Stored::from_record).transpose()
    }

    /// The record with an id.
    ///
    /// # Errors
    /// `record.not_found` if there is none that the caller can see; `access.denied`, `storage.*`.
    pub async fn get(&self, id: impl TypedId) -> Result<Stored<E>> {
        self.records.get(id.uuid()).await.and_then(Stored::from_record)
    }

    /// Values of derived fields of records, see [`AnyRecords::derived`].
    pub(crate) async fn derived<const N: usize>(&self, ids: &[Uuid], fields: [&str; N]) -> Result<(Currency, Vec<(Uuid, [Value; N])>)> {
        self.records.derived(ids, fields).await
    }

    /// Lists records: everything within the caller's scope, until narrowed.
    pub fn list(&self) -> List<'s, E> {
        List { records: self.records, listing: Listing::default(), entity: PhantomData }
    }

    /// The number of records that match a filter.
    ///
    /// # Errors
    /// `access.denied`, `query.invalid`, `access.field_hidden`, `storage.*`.
    pub async fn count(&self, filter: &Filter) -> Result<u64> {
        self.records.count(filter).await
    }

    /// The record with an external key.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn find_external(&self, key: &ExternalKey) -> Result<Option<Stored<E>>> {
        self.records.find_external(key).await?.map(Stored::from_record).transpose()
    }
}

impl<E: Listed<Id: TypedId>> Records<'_, E> {
    /// The external keys of a record.
    ///
    /// # Errors
    /// `record.not_found` if there is no such record that the caller can see; `access.denied`, `storage.*`.
    pub async fn external_keys(&self, id: E::Id) -> Result<Vec<ExternalKey>> {
        self.records.external_keys(id.uuid()).await
    }
}

impl<E: Listed> List<'_, E> {
    /// Keeps only records that match the filter. The filter is checked here; a missing right and an undeclared custom field are only detected when
    /// the list is fetched.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn filter(mut self, filter: &Filter) -> Result<Self> {
        self.records.check_filter(filter)?;
        self.listing.filter = self.listing.filter.and(filter.clone());
        Ok(self)
    }

    /// Sorts by fields, descending if the name starts with `-`.
    #[must_use]
    pub fn sort(mut self, fields: &[&str]) -> Self {
        self.listing.sort = fields.iter().map(|f| (*f).to_owned()).collect();
        self
    }

    /// Limits the number of records, or of records per page.
    #[must_use]
    pub fn limit(mut self, records: u32) -> Self {
        self.listing.limit = records;
        self
    }

    /// Starts the page at a cursor.
    #[must_use]
    pub fn after(mut self, cursor: &Cursor) -> Self {
        self.listing.after = Some(cursor.clone());
        self
    }

    /// The page, with the cursor of the next page.
    ///
    /// # Errors
    /// `access.denied`, `query.*`, `access.field_hidden`, `limit.exceeded`, `storage.*`.
    pub async fn page(&self) -> Result<Page<Stored<E>>> {
        self.records.page(&self.listing).await?.map(Stored::from_record)
    }

    /// The records of the page.
    ///
    /// # Errors
    /// As [`List::page`].
    pub async fn fetch(&self) -> Result<Vec<Stored<E>>> {
        Ok(self.page().await?.items)
    }
}

impl<'s, E: MasterRecord> Records<'s, E> {
    fn masters(&self) -> AnyMasterRecords<'s> {
        AnyMasterRecords::new(self.session(), master::<E>())
    }

    /// Creates a record.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `unique.taken`, `storage.*`.
    pub async fn create(&self, data: E) -> Result<Stored<E>> {
        one(self.create_all(vec![data], None).await?)
    }

    /// Creates many records, all or none.
    ///
    /// # Errors
    /// As [`Records::create`]; `limit.exceeded` for more than [`MAX_BATCH`](crate::limits::MAX_BATCH): split these into several calls.
    pub async fn create_many(&self, records: Vec<E>) -> Result<Vec<Stored<E>>> {
        self.create_all(records, None).await
    }

    /// Creates a record with custom field values, given as an object by name.
    ///
    /// # Errors
    /// As [`Records::create`].
    pub async fn create_with(&self, data: E, custom: &Json) -> Result<Stored<E>> {
        one(self.create_all(vec![data], Some(custom)).await?)
    }

    async fn create_all(&self, records: Vec<E>, custom: Option<&Json>) -> Result<Vec<Stored<E>>> {
        let records = records.into_iter().map(|record| Box::new(record) as Box<dyn AnyRecord>).collect();
        self.masters().create(records, custom).await?.into_iter().map(AnyStored::typed).collect()
    }

    /// Replaces a record that was read before, in full, and returns it with its new version. [`Records::patch`] changes individual fields.
    ///
    /// # Errors
    /// `version.conflict` if it changed in the meantime; `record.not_found`; otherwise as [`Records::create`].
    pub async fn update(&self, record: &Stored<E>) -> Result<Stored<E>> {
        self.masters().update(AnyStored::of(record.clone()), None).await?.typed()
    }

    /// Replaces a record together with custom field values; JSON null removes a value.
    ///
    /// # Errors
    /// As [`Records::update`].
    pub async fn update_with(&self, record: &Stored<E>, custom: &Json) -> Result<Stored<E>> {
        self.masters().update(AnyStored::of(record.clone()), Some(custom)).await?.typed()
    }

    /// Changes the given fields of a record and leaves the others as they are. If a version is given, the record must still have it. Also needs the
    /// right to read the record, because the whole record is returned.
    ///
    /// # Errors
    /// `version.conflict` if it has another version; `record.not_found`; otherwise as [`Records::create`].
    pub async fn patch(&self, id: E::Id, version: Option<i64>, changes: impl Into<Patch<E>>) -> Result<Stored<E>> {
        self.masters().patch(id.uuid(), version, changes.into().into_fields(), None).await?.typed()
    }

    /// Changes a record by a function: it is read, changed and written under its lock, so that no concurrent change is lost and no caller has to
    /// start over. The function sees what the caller may see, and is called again if the act is retried, at most [`limits::MAX_RETRIES`] times; an
    /// error it returns is the act's error. With an idempotency key it is called only the first time; the second call's function is ignored.
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
    /// `record.not_found`; the errors of the function; otherwise as [`Records::create`].
    pub async fn modify(&self, id: E::Id, change: impl Fn(&mut E) -> Result<()> + Send + Sync) -> Result<Stored<E>> {
        let change = |record: &mut dyn AnyRecord| match (record as &mut dyn Any).downcast_mut() {
            Some(record) => change(record),
            None => Err(Error::corrupt("a record is of another type")),
        };
        self.masters().modify(id.uuid(), &change).await?.typed()
    }

    /// Changes the given fields of a record together with custom field values; JSON null removes a value.
    ///
    /// # Errors
    /// As [`Records::patch`].
    pub async fn patch_with(&self, id: E::Id, version: Option<i64>, changes: impl Into<Patch<E>>, custom: &Json) -> Result<Stored<E>> {
        self.masters().patch(id.uuid(), version, changes.into().into_fields(), Some(custom)).await?.typed()
    }

    /// Changes only custom field values of a record; JSON null removes a value.
    ///
    /// # Errors
    /// `record.not_found`, `field.invalid`, `reference.missing`, `unique.taken`, `access.denied`, `storage.*`.
    pub async fn set_custom(&self, id: E::Id, custom: &Json) -> Result<()> {
        self.masters().set_custom(id.uuid(), custom).await
    }

    /// Deletes a record that was read before, with its parts: a customer's contacts, addresses and memberships, custom field values, and its external
    /// keys, which become free again. The audit keeps its last state.
    ///
    /// # Errors
    /// `record.in_use` with counts by entity if other records reference it or one of its parts; `version.conflict` if it changed in the meantime;
    /// `record.not_found`; `field.invalid` for entities that cannot be deleted; `access.denied`, `limit.exceeded`, `storage.*`.
    pub async fn delete(&self, record: &Stored<E>) -> Result<()> {
        self.masters().delete(record.id.uuid(), record.version).await
    }

    /// Changes the given fields of the record with an external key, or creates it from them; omitted fields keep their values, or take their declared
    /// defaults in a new record. [`Patch::all`] overwrites the whole record. An empty code is assigned from its series in a new record, and unchanged
    /// in an existing one. The caller must be able to read an existing record, because the whole record is returned.
    ///
    /// # Errors
    /// `unique.taken` if the key belongs to a record out of scope, or is known and the mode is to create; `record.not_found` if no record in scope
    /// has it and the mode is to update; `access.denied` also if the system is reserved for roles that the caller lacks; `field.invalid`, naming the
    /// field, if a new record needs a field that is not given; otherwise as [`Records::create`].
    pub async fn upsert(&self, key: &ExternalKey, changes: impl Into<Patch<E>>, mode: UpsertMode) -> Result<(Stored<E>, Upserted)> {
        self.upsert_all(key, changes.into(), mode, None).await
    }

    /// The same, together with custom field values.
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
        self.upsert_all(key, changes.into(), mode, Some(custom)).await
    }

    async fn upsert_all(&self, key: &ExternalKey, patch: Patch<E>, mode: UpsertMode, custom: Option<&Json>) -> Result<(Stored<E>, Upserted)> {
        let (record, what) = self.masters().upsert(key, patch.into_fields(), mode, custom).await?;
        Ok((record.typed()?, what))
    }

    /// Binds an external key to an existing record; does nothing if it has the key already.
    ///
    /// # Errors
    /// `unique.taken` if another record has the key; `record.not_found`; `access.denied` also if the system is reserved for roles that the caller
    /// lacks; `field.invalid`, `field.too_long`, `limit.exceeded`, `storage.*`.
    pub async fn bind_external(&self, id: E::Id, key: &ExternalKey) -> Result<()> {
        self.masters().bind_external(id.uuid(), key).await
    }

    /// Removes an external key from a record, so that the other system can reuse it.
    ///
    /// # Errors
    /// `record.not_found` if there is no such record or it does not have the key; otherwise as [`Records::bind_external`].
    pub async fn unbind_external(&self, id: E::Id, key: &ExternalKey) -> Result<()> {
        self.masters().unbind_external(id.uuid(), key).await
    }
}

fn one<E: Entity>(created: Vec<Stored<E>>) -> Result<Stored<E>> {
    created.into_iter().next().ok_or_else(|| Error::corrupt("nothing was created"))
}
