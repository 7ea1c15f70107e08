//! The operations that records of every kind have in common.

use crate::{
    Failure,
    operation::{Operation, Pending, Records, Run, Service, inline, read, schema, write},
};
use crm_core::{
    access::Right,
    entity::{Entity, EntityDecl, Patch, Stored, Value},
    external::ExternalKey,
    ids::TypedId,
    query::{Cursor, Filter, Page},
    session::{Listed, MasterRecord, Session, UpsertMode, Upserted},
};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value as Json};
use std::{borrow::Cow, future::Future, marker::PhantomData};

/// A record that can be described, read and written.
pub(crate) trait Described: Listed + Serialize + DeserializeOwned + JsonSchema {}
impl<E: Listed + Serialize + DeserializeOwned + JsonSchema> Described for E {}

/// An id that can be described, read and written.
pub(crate) trait DescribedId: Serialize + DeserializeOwned + JsonSchema {}
impl<I: Serialize + DeserializeOwned + JsonSchema> DescribedId for I {}

/// Which record.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfId<I> {
    /// Id of the record.
    id: I,
}

/// Which record another system means.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfKey {
    /// The other system's name and its key.
    key: ExternalKey,
}

/// Which records, in which order, and which page of them.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// Which records: conditions on fields, joined by and, or and not.
    filter: Option<Json>,
    /// Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
    sort: Option<Vec<String>>,
    /// Records of a page, at most 10000; as many if nothing is said.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<Cursor>,
}

/// Which records.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Counting {
    /// Which records: conditions on fields, joined by and, or and not.
    filter: Option<Json>,
}

/// Which records, grouped by what, and what is summed.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Reporting {
    /// Fields to group by, after the month if there is one.
    by: Option<Vec<String>>,
    /// A day whose month to group by.
    by_month: Option<String>,
    /// Fields to sum up.
    sum: Option<Vec<String>>,
    /// Which records: conditions on fields, joined by and, or and not.
    filter: Option<Json>,
}

/// A new record.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Creating<E> {
    /// The record.
    data: E,
    /// Values of fields that the host declared, by name.
    custom: Option<Map<String, Json>>,
}

/// New records.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CreatingMany<E> {
    /// The records.
    data: Vec<E>,
}

/// What is given of a record, by the names of its fields.
#[derive(Deserialize)]
#[serde(transparent)]
struct Given<E> {
    fields: Map<String, Json>,
    #[serde(skip)]
    entity: PhantomData<fn() -> E>,
}

impl<E: Entity + JsonSchema> JsonSchema for Given<E> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("{}Changes", E::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        // The type whose fields these are is described as well.
        drop(generator.subschema_for::<E>());
        schemars::json_schema!({"type": "object", CHANGES_OF: E::schema_name()})
    }
}

/// Names the type whose fields changes are of, in their schema.
pub(crate) const CHANGES_OF: &str = "x-changes-of";

/// A record as it is to be.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = ""))]
#[schemars(bound = "E: JsonSchema, Stored<E>: JsonSchema")]
struct Updating<E: Entity> {
    /// The record as it was read, with what is to change; fields that it leaves out stay as they are.
    #[schemars(with = "Stored<E>")]
    record: Given<E>,
    /// Values of fields that the host declared, by name; those that are not named stay.
    custom: Option<Map<String, Json>>,
}

/// Fields of a record that are to change.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "E::Id: Deserialize<'de>"))]
#[schemars(bound = "E: JsonSchema, E::Id: JsonSchema")]
struct Patching<E: Entity> {
    /// Id of the record.
    id: E::Id,
    /// The fields, each with its value; the others stay as they are.
    changes: Given<E>,
    /// The version that the record must still have; any, if nothing is said.
    version: Option<i64>,
    /// Values of fields that the host declared, by name; those that are not named stay.
    custom: Option<Map<String, Json>>,
}

/// A record, and what another system calls it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Binding<I> {
    /// Id of the record.
    id: I,
    /// The other system's name and its key.
    key: ExternalKey,
}

/// A record that is to go.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "Stored<E>: Deserialize<'de>"))]
#[schemars(bound = "Stored<E>: JsonSchema")]
struct Deleting<E: Entity> {
    /// The record as it was read.
    record: Stored<E>,
}

/// What a record holds in the fields that the host declared.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SettingCustom<I> {
    /// Id of the record.
    id: I,
    /// Values of fields that the host declared, by name; null empties one.
    custom: Map<String, Json>,
}

/// A record of another system.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = ""))]
#[schemars(bound = "E: JsonSchema")]
struct Upserting<E: Entity> {
    /// The other system's name and its key.
    key: ExternalKey,
    /// The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
    #[serde(alias = "data")]
    changes: Given<E>,
    /// What may be done; both if nothing is said.
    mode: Option<UpsertMode>,
    /// Values of fields that the host declared, by name.
    custom: Option<Map<String, Json>>,
}

/// What an upsert did.
#[derive(Serialize, JsonSchema)]
#[serde(bound = "Stored<E>: Serialize")]
#[schemars(rename = "{E}Upserted", bound = "E: JsonSchema, Stored<E>: JsonSchema")]
struct UpsertResult<E: Entity> {
    /// The record.
    record: Stored<E>,
    /// What was done.
    outcome: Upserted,
}

async fn filter_of<E: Described>(session: &Session<'_>, json: Option<&Json>) -> Result<Filter, Failure> {
    let filter = match json {
        None | Some(Json::Null) => return Ok(Filter::All),
        Some(json) => Filter::from_json(json, E::decl()),
    };
    told(session, E::READ, filter.map_err(Failure::from)).await
}

/// What arguments came to. What is wrong with them is told to whoever has the right; others learn that they lack it.
pub(crate) async fn told<T>(session: &Session<'_>, right: Right, arguments: Result<T, Failure>) -> Result<T, Failure> {
    if arguments.is_err() {
        session.check_right(right).await?;
    }
    arguments
}

/// An operation on a session.
macro_rules! operation {
    ($name:literal, $doc:literal, $arguments:ty => $result:ty, $run:expr, $($order:ident)+) => {
        Operation { name: $name, doc: $doc, order: &[$(stringify!($order)),+], arguments: inline::<$arguments>, result: schema::<$result>, run: Run::Session($run) }
    };
}

/// Reads arguments, does the work, writes the result.
fn pending<'s, A, T, F>(session: Session<'s>, arguments: String, work: impl FnOnce(Session<'s>, A) -> F + Send + 's) -> Pending<'s>
where
    A: DeserializeOwned + Send + 's,
    T: Serialize + 's,
    F: Future<Output = Result<T, Failure>> + Send + 's,
{
    Box::pin(async move {
        let arguments = read::<A>(&arguments)?;
        write(&work(session, arguments).await?)
    })
}

fn list<E: Described>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, asked: Listing| async move {
        let filter = filter_of::<E>(&session, asked.filter.as_ref()).await?;
        let sort = asked.sort.unwrap_or_default();
        let mut list = session.records::<E>().list().filter(&filter)?.sort(&sort.iter().map(String::as_str).collect::<Vec<_>>());
        if let Some(limit) = asked.limit {
            list = list.limit(limit);
        }
        if let Some(after) = &asked.after {
            list = list.after(after);
        }
        Ok(list.page().await?)
    })
}

fn count<E: Described>(session: Session<'_>, arguments: String) -> Pending<'_> {
    pending(session, arguments, |session, asked: Counting| async move {
        let filter = filter_of::<E>(&session, asked.filter.as_ref()).await?;
        Ok(session.records::<E>().count(&filter).await?)
    })
}

fn report<E: Described>(session: Session<'_>, arguments: String) -> Pending<'_> {
    pending(session, arguments, |session, asked: Reporting| async move {
        let filter = filter_of::<E>(&session, asked.filter.as_ref()).await?;
        let build = |report: crm_core::query::Report<E>| {
            let mut report = report.filter(&filter)?;
            if let Some(day) = &asked.by_month {
                report = report.by_month(day)?;
            }
            for field in asked.by.iter().flatten() {
                report = report.by(field)?;
            }
            for field in asked.sum.iter().flatten() {
                report = report.sum(field)?;
            }
            Ok(report)
        };
        let rows = session.report::<E>(build).await?;
        Ok(rows.iter().map(|row| row.iter().map(Value::to_json).collect()).collect::<Vec<Vec<Json>>>())
    })
}

fn get<E: Described>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId + TypedId,
{
    pending(session, arguments, |session, of: OfId<E::Id>| async move { Ok(session.records::<E>().get(of.id).await?) })
}

fn find<E: Described>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId + TypedId,
{
    pending(session, arguments, |session, of: OfId<E::Id>| async move { Ok(session.records::<E>().find(of.id).await?) })
}

fn find_external<E: Described>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, of: OfKey| async move { Ok(session.records::<E>().find_external(&of.key).await?) })
}

fn custom_of<E: Described>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId + TypedId,
{
    pending(session, arguments, |session, of: OfId<E::Id>| async move { Ok(session.records::<E>().custom_of(of.id).await?) })
}

fn create<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, new: Creating<E>| async move {
        let records = session.records::<E>();
        Ok(match new.custom {
            None => records.create(new.data).await?,
            Some(custom) => records.create_with(new.data, &custom.into()).await?,
        })
    })
}

fn create_many<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, new: CreatingMany<E>| async move { Ok(session.records::<E>().create_many(new.data).await?) })
}

fn update<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, change: Updating<E>| async move {
        let mut fields = change.record.fields;
        let (id, version) = (taken(&mut fields, "id")?, taken(&mut fields, "version")?);
        patched::<E>(&session, id, Some(version), fields, change.custom).await
    })
}

fn patch<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, change: Patching<E>| async move {
        patched::<E>(&session, change.id, change.version, change.changes.fields, change.custom).await
    })
}

async fn patched<E: Described + MasterRecord>(
    session: &Session<'_>,
    id: E::Id,
    version: Option<i64>,
    fields: Map<String, Json>,
    custom: Option<Map<String, Json>>,
) -> Result<Stored<E>, Failure> {
    let patch = told(session, E::WRITE, Patch::<E>::from_json(fields).map_err(Failure::from)).await?;
    let records = session.records::<E>();
    Ok(match custom {
        None => records.patch(id, version, patch).await?,
        Some(custom) => records.patch_with(id, version, patch, &custom.into()).await?,
    })
}

/// What a record says beside its fields.
fn taken<T: DeserializeOwned>(record: &mut Map<String, Json>, name: &str) -> Result<T, Failure> {
    let path = format!("record.{name}");
    let value = record.remove(name).ok_or_else(|| Failure::request(&path, "is missing"))?;
    serde_json::from_value(value).map_err(|e| Failure::request(&path, e))
}

fn delete<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, gone: Deleting<E>| async move { Ok(session.records::<E>().delete(&gone.record).await?) })
}

fn set_custom<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, set: SettingCustom<E::Id>| async move {
        Ok(session.records::<E>().set_custom(set.id, &set.custom.into()).await?)
    })
}

fn upsert<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, new: Upserting<E>| async move {
        let (records, mode) = (session.records::<E>(), new.mode.unwrap_or(UpsertMode::Upsert));
        let patch = told(&session, E::WRITE, Patch::<E>::from_json(new.changes.fields).map_err(Failure::from)).await?;
        let (record, outcome) = match new.custom {
            None => records.upsert(&new.key, patch, mode).await?,
            Some(custom) => records.upsert_with(&new.key, patch, mode, &custom.into()).await?,
        };
        Ok(UpsertResult { record, outcome })
    })
}

fn external_keys<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, of: OfId<E::Id>| async move { Ok(session.records::<E>().external_keys(of.id).await?) })
}

fn bind_external<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, of: Binding<E::Id>| async move { Ok(session.records::<E>().bind_external(of.id, &of.key).await?) })
}

fn unbind_external<E: Described + MasterRecord>(session: Session<'_>, arguments: String) -> Pending<'_>
where
    E::Id: DescribedId,
{
    pending(session, arguments, |session, of: Binding<E::Id>| async move { Ok(session.records::<E>().unbind_external(of.id, &of.key).await?) })
}

fn service<E: Described>(name: &'static str, doc: &'static str, operations: Vec<Operation>) -> Service {
    let entity: &'static EntityDecl = E::decl();
    Service { name, doc, entity: Some(Records { class: || E::schema_name().into_owned(), decl: entity }), operations }
}

/// What is found by its own fields: it can be listed.
pub(crate) fn natural_key<E: Described>(name: &'static str, doc: &'static str) -> Service
where
    E::Id: DescribedId,
{
    let operations = vec![
        operation!("list", "The records that meet a filter, a page at a time.", Listing => Page<Stored<E>>, list::<E>, filter sort limit after),
        operation!("count", "How many records meet a filter.", Counting => u64, count::<E>, filter),
        operation!("report", "Groups, their counts and sums: a row holds the groups, the count, the sums.", Reporting => Vec<Vec<Json>>, report::<E>, by by_month sum filter),
    ];
    service::<E>(name, doc, operations)
}

/// What has an id, and only the library writes.
pub(crate) fn listed<E: Described>(name: &'static str, doc: &'static str) -> Service
where
    E::Id: DescribedId + TypedId,
{
    let mut service = natural_key::<E>(name, doc);
    service.operations.extend([
        operation!("get", "The record with an id; an error if there is none.", OfId<E::Id> => Stored<E>, get::<E>, id),
        operation!("find", "The record with an id, or nothing.", OfId<E::Id> => Option<Stored<E>>, find::<E>, id),
    ]);
    service
}

/// The two ways in which people change a record.
pub(crate) fn changing<E: Described + MasterRecord>() -> [Operation; 2]
where
    E::Id: DescribedId,
{
    [
        operation!("update", "Changes a record; refused if somebody else changed it since it was read.", Updating<E> => Stored<E>, update::<E>, record custom),
        operation!("patch", "Changes the fields that are given of a record, and no others.", Patching<E> => Stored<E>, patch::<E>, id changes version custom),
    ]
}

/// What people change.
pub(crate) fn master<E: Described + MasterRecord>(name: &'static str, doc: &'static str) -> Service
where
    E::Id: DescribedId + TypedId,
{
    let mut service = listed::<E>(name, doc);
    service.operations.extend([
        operation!("create", "Creates a record, with values of fields that the host declared.", Creating<E> => Stored<E>, create::<E>, data custom),
        operation!("create_many", "Creates records, all or none.", CreatingMany<E> => Vec<Stored<E>>, create_many::<E>, data),
    ]);
    service.operations.extend(changing::<E>());
    service.operations.extend([
        operation!("delete", "Deletes a record that nothing refers to.", Deleting<E> => (), delete::<E>, record),
        operation!("upsert", "Changes the fields that are given of the record that another system knows by a key, or creates it from them.", Upserting<E> => UpsertResult<E>, upsert::<E>, key changes mode custom),
        operation!("find_external", "The record that another system knows by a key, or nothing.", OfKey => Option<Stored<E>>, find_external::<E>, key),
        operation!("external_keys", "What other systems call a record.", OfId<E::Id> => Vec<ExternalKey>, external_keys::<E>, id),
        operation!("bind_external", "Lets another system know a record by a key.", Binding<E::Id> => (), bind_external::<E>, id key),
        operation!("unbind_external", "Takes a key of another system away from a record.", Binding<E::Id> => (), unbind_external::<E>, id key),
        operation!("custom_of", "What a record holds in the fields that the host declared.", OfId<E::Id> => Map<String, Json>, custom_of::<E>, id),
        operation!("set_custom", "Sets what a record holds in fields that the host declared.", SettingCustom<E::Id> => (), set_custom::<E>, id custom),
    ]);
    service
}
