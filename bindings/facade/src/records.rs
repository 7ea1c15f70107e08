//! The operations common to all kinds of records, compiled once: what they need to know of a kind is in [`Kind`].

use crate::{
    Failure,
    operation::{Operation, Pending, Run, Schemas, Service, inline, read, schema, unread, write},
};
use crm_core::{
    Uuid,
    access::Right,
    entity::{Entity, EntityDecl, Listed, Record, Stored, Value},
    external::ExternalKey,
    query::{Cursor, Filter, Page},
    records::{AnyMasterRecords, AnyRecord, AnyRecords, AnyStored, Listing, Master, MasterRecord, master},
    session::{Session, UpsertMode, Upserted},
};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value as Json};
use std::{borrow::Cow, future::Future};

/// What the operations need to know about a kind of record.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) decl: &'static EntityDecl,
    /// The right to read it.
    read: Right,
    /// The name of its class in the bindings.
    pub(crate) class: fn() -> Cow<'static, str>,
    /// Its master, if users can change it.
    master: Option<&'static dyn Master>,
    /// Converts a row to JSON.
    text: fn(Record) -> Result<String, Failure>,
    fields: fn(&mut SchemaGenerator) -> Schema,
    record: fn(&mut SchemaGenerator) -> Schema,
    page: fn(&mut SchemaGenerator) -> Schema,
    optional: fn(&mut SchemaGenerator) -> Schema,
    upserted: Option<fn(&mut SchemaGenerator) -> Schema>,
}

/// A record type that has a schema and can be read and written.
pub(crate) trait Described: Listed + Serialize + DeserializeOwned + JsonSchema {}
impl<E: Listed + Serialize + DeserializeOwned + JsonSchema> Described for E {}

/// The id of such a record.
pub(crate) trait DescribedId: Serialize + DeserializeOwned + JsonSchema {}
impl<I: Serialize + DeserializeOwned + JsonSchema> DescribedId for I {}

impl Kind {
    /// A kind that callers can only read.
    pub(crate) fn listed<E: Described>() -> Self
    where
        E::Id: DescribedId,
    {
        Self {
            decl: E::decl(),
            read: E::READ,
            class: E::schema_name,
            master: None,
            text: text::<E>,
            fields: schema::<E>,
            record: schema::<Stored<E>>,
            page: schema::<Page<Stored<E>>>,
            optional: schema::<Option<Stored<E>>>,
            upserted: None,
        }
    }

    /// A kind that users create and change.
    pub(crate) fn master<E: Described + MasterRecord>() -> Self
    where
        E::Id: DescribedId,
    {
        Self { master: Some(master::<E>()), upserted: Some(schema::<UpsertResult<E>>), ..Self::listed::<E>() }
    }

    /// Its records, in a session.
    fn records<'s>(&self, session: &'s Session<'s>) -> Result<AnyRecords<'s>, Failure> {
        AnyRecords::new(session, self.decl).ok_or_else(|| Failure::request(self.decl.name, "cannot be read by callers"))
    }

    fn masters<'s>(&self, session: &'s Session<'s>) -> Result<(AnyMasterRecords<'s>, &'static dyn Master), Failure> {
        let master = self.master.ok_or_else(|| Failure::request(self.decl.name, "cannot be changed by callers"))?;
        Ok((AnyMasterRecords::new(session, master), master))
    }

    fn stored(&self, record: &AnyStored) -> Result<String, Failure> {
        (self.text)(record.to_record())
    }

    /// Parses a caller's filter. Errors in it are reported only to callers with the right; others are told that they lack the right.
    async fn filter_of(&self, session: &Session<'_>, json: Option<&Json>) -> Result<Filter, Failure> {
        match json {
            None | Some(Json::Null) => Ok(Filter::All),
            Some(json) => told(session, self.read, Filter::from_json(json, self.decl).map_err(Failure::from)).await,
        }
    }
}

fn text<E: Described>(row: Record) -> Result<String, Failure>
where
    E::Id: Serialize,
{
    write(&Stored::<E>::from_record(row)?)
}

/// Placeholders for the record's own type in the description of arguments, replaced with the kind's types.
macro_rules! placeholders {
    ($($(#[doc = $doc:literal])+ $name:ident($ty:ty) = $text:literal;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Deserialize)]
        #[serde(transparent)]
        struct $name($ty);

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schemars::json_schema!({PLACEHOLDER: $text})
            }
        }
    )+};
}

const PLACEHOLDER: &str = "x-placeholder";

placeholders! {
    /// The fields of a record.
    Fields(Json) = "fields";
    /// Some fields of a record, by name.
    Changes(Map<String, Json>) = "changes";
    /// A record as previously read.
    Whole(Map<String, Json>) = "record";
}

/// The schema attribute that names the type whose fields are changed.
pub(crate) const CHANGES_OF: &str = "x-changes-of";

impl Kind {
    /// The description of arguments, with the kind's own types filled in.
    fn arguments(self, of: fn(&mut SchemaGenerator) -> Schema) -> Schemas {
        Box::new(move |generator| {
            let mut schema = of(generator).to_value();
            self.fill(&mut schema, generator);
            Schema::try_from(schema).unwrap_or_default()
        })
    }

    fn fill(&self, schema: &mut Json, generator: &mut SchemaGenerator) {
        let filled = match schema.get(PLACEHOLDER).and_then(Json::as_str) {
            Some("fields") => Some((self.fields)(generator).to_value()),
            Some("record") => Some((self.record)(generator).to_value()),
            Some("changes") => {
                // The type that the fields belong to is described as well.
                drop((self.fields)(generator));
                Some(serde_json::json!({"type": "object", CHANGES_OF: (self.class)()}))
            }
            _ => None,
        };
        match (filled, schema) {
            (Some(Json::Object(filled)), Json::Object(schema)) => {
                schema.remove(PLACEHOLDER);
                schema.extend(filled);
            }
            (_, Json::Object(schema)) => schema.values_mut().for_each(|inner| self.fill(inner, generator)),
            (_, Json::Array(items)) => items.iter_mut().for_each(|inner| self.fill(inner, generator)),
            _ => {}
        }
    }
}

/// Identifies a record.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfId {
    /// Id of the record.
    id: Uuid,
}

/// Identifies a record by an external key.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfKey {
    /// The external system and its key.
    key: ExternalKey,
}

/// Filter, sort order and page of a list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ListArguments {
    /// Conditions on fields, combined with and, or and not.
    filter: Option<Json>,
    /// Fields to sort by, in order of precedence; a leading `-` sorts descending; by id if omitted.
    sort: Option<Vec<String>>,
    /// Maximum records per page, at most 10000, which is the default.
    limit: Option<u32>,
    /// The `next` cursor of the previous page.
    after: Option<Cursor>,
}

/// Filter of a count.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Counting {
    /// Conditions on fields, combined with and, or and not.
    filter: Option<Json>,
}

/// Filter, grouping and sums of a report.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Reporting {
    /// Fields to group by, after the month if there is one.
    by: Option<Vec<String>>,
    /// A day field to group by month.
    by_month: Option<String>,
    /// Fields to sum.
    sum: Option<Vec<String>>,
    /// Conditions on fields, combined with and, or and not.
    filter: Option<Json>,
}

/// A new record.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Creating {
    /// The record.
    data: Fields,
    /// Custom field values by name.
    custom: Option<Map<String, Json>>,
}

/// New records.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CreatingMany {
    /// The records.
    data: Vec<Fields>,
}

/// A changed record.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Updating {
    /// The record as previously read, with changes; omitted fields keep their values.
    record: Whole,
    /// Custom field values by name; omitted fields keep their values.
    custom: Option<Map<String, Json>>,
}

/// Changes to fields of a record.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Patching {
    /// Id of the record.
    id: Uuid,
    /// The changed fields with their values; other fields keep theirs.
    changes: Changes,
    /// The version that the record must have; any if omitted.
    version: Option<i64>,
    /// Custom field values by name; omitted fields keep their values.
    custom: Option<Map<String, Json>>,
}

/// A record and its external key.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Binding {
    /// Id of the record.
    id: Uuid,
    /// The external system and its key.
    key: ExternalKey,
}

/// A record to delete.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Deleting {
    /// The record as previously read.
    record: Whole,
}

/// Custom field values of a record.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SettingCustom {
    /// Id of the record.
    id: Uuid,
    /// Custom field values by name; null clears a field.
    custom: Map<String, Json>,
}

/// A record identified by an external key.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Upserting {
    /// The external system and its key.
    key: ExternalKey,
    /// The given fields with their values; omitted fields keep their values, or take their defaults in a new record.
    #[serde(alias = "data")]
    changes: Changes,
    /// Whether to create, update or both; both if omitted.
    mode: Option<UpsertMode>,
    /// Custom field values by name.
    custom: Option<Map<String, Json>>,
}

/// The result of an upsert.
#[derive(JsonSchema)]
#[schemars(rename = "{E}Upserted", bound = "E: JsonSchema, Stored<E>: JsonSchema")]
#[expect(dead_code, reason = "describes what is written by hand")]
struct UpsertResult<E: Entity> {
    /// The record.
    record: Stored<E>,
    /// What the upsert did.
    outcome: Upserted,
}

/// Unwraps parsed arguments. Errors in them are reported only to callers with the right; others are told that they lack the right.
pub(crate) async fn told<T>(session: &Session<'_>, right: Right, arguments: Result<T, Failure>) -> Result<T, Failure> {
    if arguments.is_err() {
        session.check_right(right).await?;
    }
    arguments
}

/// An operation on a session.
macro_rules! operation {
    ($kind:expr, $name:literal, $doc:literal, $arguments:ty => $result:expr, $run:ident, $($order:ident)+) => {{
        let kind: Kind = $kind;
        Operation {
            name: $name,
            doc: $doc,
            order: &[$(stringify!($order)),+],
            arguments: kind.arguments(inline::<$arguments>),
            result: Box::new($result),
            run: Run::Session(Box::new(move |session, arguments| pending(session, arguments, move |session, arguments| $run(kind, session, arguments)))),
        }
    }};
}

/// Parses the arguments and does the work.
fn pending<'s, A, F>(session: Session<'s>, arguments: String, work: impl FnOnce(Session<'s>, A) -> F + Send + 's) -> Pending<'s>
where
    A: DeserializeOwned + Send + 's,
    F: Future<Output = Result<String, Failure>> + Send + 's,
{
    Box::pin(async move {
        let arguments = read::<A>(&arguments)?;
        work(session, arguments).await
    })
}

/// The fields of a record from an argument.
fn record_of(master: &dyn Master, place: &str, fields: Json) -> Result<Box<dyn AnyRecord>, Failure> {
    let is_field = |name: &String| master.decl().fields.iter().any(|field| field.name == *name);
    if let Some(unknown) = fields.as_object().and_then(|fields| fields.keys().find(|name| !is_field(name))) {
        return Err(Failure::request(&format!("{place}.{unknown}"), format!("`{}` has no such field", master.decl().name)));
    }
    master.read_json(fields).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { place.to_owned() } else { format!("{place}.{path}") };
        unread(&path, error.inner())
    })
}

async fn list(kind: Kind, session: Session<'_>, asked: ListArguments) -> Result<String, Failure> {
    let mut listing = Listing { filter: kind.filter_of(&session, asked.filter.as_ref()).await?, after: asked.after, ..Listing::default() };
    listing.sort = asked.sort.unwrap_or_default();
    listing.limit = asked.limit.unwrap_or(listing.limit);
    let records = kind.records(&session)?;
    records.check_filter(&listing.filter)?;
    let page = records.page(&listing).await?;
    let items = page.items.into_iter().map(kind.text).collect::<Result<Vec<_>, _>>()?.join(",");
    Ok(format!("{{\"items\":[{items}],\"next\":{}}}", write(&page.next)?))
}

async fn count(kind: Kind, session: Session<'_>, asked: Counting) -> Result<String, Failure> {
    let filter = kind.filter_of(&session, asked.filter.as_ref()).await?;
    write(&kind.records(&session)?.count(&filter).await?)
}

async fn report(kind: Kind, session: Session<'_>, asked: Reporting) -> Result<String, Failure> {
    let filter = kind.filter_of(&session, asked.filter.as_ref()).await?;
    let build = |report: crm_core::query::Report<Record>| {
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
    let rows = kind.records(&session)?.report(build).await?;
    write(&rows.iter().map(|row| row.iter().map(Value::to_json).collect()).collect::<Vec<Vec<Json>>>())
}

async fn get(kind: Kind, session: Session<'_>, of: OfId) -> Result<String, Failure> {
    (kind.text)(kind.records(&session)?.get(of.id).await?)
}

async fn find(kind: Kind, session: Session<'_>, of: OfId) -> Result<String, Failure> {
    kind.records(&session)?.find(of.id).await?.map_or_else(|| Ok("null".to_owned()), kind.text)
}

async fn find_external(kind: Kind, session: Session<'_>, of: OfKey) -> Result<String, Failure> {
    kind.records(&session)?.find_external(&of.key).await?.map_or_else(|| Ok("null".to_owned()), kind.text)
}

async fn custom_of(kind: Kind, session: Session<'_>, of: OfId) -> Result<String, Failure> {
    write(&kind.records(&session)?.custom_of(of.id).await?)
}

async fn create(kind: Kind, session: Session<'_>, new: Creating) -> Result<String, Failure> {
    let (records, master) = kind.masters(&session)?;
    let data = record_of(master, "data", new.data.0)?;
    let created = records.create(vec![data], new.custom.map(Json::Object).as_ref()).await?;
    created.first().map_or_else(|| Err(crm_core::Error::corrupt("nothing was created").into()), |record| kind.stored(record))
}

async fn create_many(kind: Kind, session: Session<'_>, new: CreatingMany) -> Result<String, Failure> {
    let (records, master) = kind.masters(&session)?;
    let data = new.data.into_iter().enumerate().map(|(i, fields)| record_of(master, &format!("data[{i}]"), fields.0));
    let created = records.create(data.collect::<Result<_, _>>()?, None).await?;
    let items = created.iter().map(|record| kind.stored(record)).collect::<Result<Vec<_>, _>>()?.join(",");
    Ok(format!("[{items}]"))
}

async fn update(kind: Kind, session: Session<'_>, change: Updating) -> Result<String, Failure> {
    let mut fields = change.record.0;
    let (id, version) = (taken(&mut fields, "id")?, taken(&mut fields, "version")?);
    patched(kind, &session, (id, Some(version)), fields, change.custom).await
}

async fn patch(kind: Kind, session: Session<'_>, change: Patching) -> Result<String, Failure> {
    patched(kind, &session, (change.id, change.version), change.changes.0, change.custom).await
}

async fn patched(
    kind: Kind,
    session: &Session<'_>,
    (id, version): (Uuid, Option<i64>),
    changes: Map<String, Json>,
    custom: Option<Map<String, Json>>,
) -> Result<String, Failure> {
    let (records, master) = kind.masters(session)?;
    told(session, master.write(), records.check_changes(&changes).map_err(Failure::from)).await?;
    kind.stored(&records.patch(id, version, changes, custom.map(Json::Object).as_ref()).await?)
}

/// Takes a member other than a field, such as the id or version, out of a record.
fn taken<T: DeserializeOwned>(record: &mut Map<String, Json>, name: &str) -> Result<T, Failure> {
    let path = format!("record.{name}");
    let value = record.remove(name).ok_or_else(|| Failure::request(&path, "is missing"))?;
    serde_json::from_value(value).map_err(|e| Failure::request(&path, e))
}

async fn delete(kind: Kind, session: Session<'_>, gone: Deleting) -> Result<String, Failure> {
    let (records, master) = kind.masters(&session)?;
    let mut fields = gone.record.0;
    let (id, version) = (taken(&mut fields, "id")?, taken(&mut fields, "version")?);
    record_of(master, "record", Json::Object(fields))?;
    records.delete(id, version).await?;
    Ok("null".to_owned())
}

async fn set_custom(kind: Kind, session: Session<'_>, set: SettingCustom) -> Result<String, Failure> {
    kind.masters(&session)?.0.set_custom(set.id, &set.custom.into()).await?;
    Ok("null".to_owned())
}

async fn upsert(kind: Kind, session: Session<'_>, new: Upserting) -> Result<String, Failure> {
    let (records, master) = kind.masters(&session)?;
    let changes = new.changes.0;
    told(&session, master.write(), records.check_changes(&changes).map_err(Failure::from)).await?;
    let mode = new.mode.unwrap_or(UpsertMode::Upsert);
    let (record, outcome) = records.upsert(&new.key, changes, mode, new.custom.map(Json::Object).as_ref()).await?;
    Ok(format!("{{\"record\":{},\"outcome\":{}}}", kind.stored(&record)?, write(&outcome)?))
}

async fn external_keys(kind: Kind, session: Session<'_>, of: OfId) -> Result<String, Failure> {
    write(&kind.records(&session)?.external_keys(of.id).await?)
}

async fn bind_external(kind: Kind, session: Session<'_>, of: Binding) -> Result<String, Failure> {
    kind.masters(&session)?.0.bind_external(of.id, &of.key).await?;
    Ok("null".to_owned())
}

async fn unbind_external(kind: Kind, session: Session<'_>, of: Binding) -> Result<String, Failure> {
    kind.masters(&session)?.0.unbind_external(of.id, &of.key).await?;
    Ok("null".to_owned())
}

/// The service of a kind: rows with natural keys can be listed, rows with an id can also be read by it, and masters can be changed.
pub(crate) fn service(kind: Kind, name: &'static str) -> Service {
    let mut operations = vec![
        operation!(kind, "list", "The records that meet a filter, a page at a time.", ListArguments => kind.page, list, filter sort limit after),
        operation!(kind, "count", "How many records meet a filter.", Counting => schema::<u64>, count, filter),
        operation!(kind, "report", "Groups, their counts and sums: a row holds the groups, the count, the sums.", Reporting => schema::<Vec<Vec<Json>>>, report, by by_month sum filter),
    ];
    if kind.decl.identity == crm_core::entity::Identity::Id {
        operations.extend([
            operation!(kind, "get", "The record with an id; an error if there is none.", OfId => kind.record, get, id),
            operation!(kind, "find", "The record with an id, or nothing.", OfId => kind.optional, find, id),
        ]);
    }
    if let (Some(master), Some(upserted)) = (kind.master, kind.upserted) {
        if master.is_created() {
            let record = kind.record;
            let records = move |generator: &mut SchemaGenerator| schemars::json_schema!({"type": "array", "items": record(generator)});
            operations.extend([
                operation!(kind, "create", "Creates a record, with values of fields that the host declared.", Creating => kind.record, create, data custom),
                operation!(kind, "create_many", "Creates records, all or none.", CreatingMany => records, create_many, data),
            ]);
        }
        operations.extend([
            operation!(kind, "update", "Changes a record; refused if somebody else changed it since it was read.", Updating => kind.record, update, record custom),
            operation!(kind, "patch", "Changes the fields that are given of a record, and no others.", Patching => kind.record, patch, id changes version custom),
        ]);
        if master.is_created() {
            operations.extend([
                operation!(kind, "delete", "Deletes a record that nothing refers to, with its parts: a customer's contacts and addresses, fields of the host, keys of other systems.", Deleting => schema::<()>, delete, record),
                operation!(kind, "upsert", "Changes the fields that are given of the record that another system knows by a key, or creates it from them.", Upserting => upserted, upsert, key changes mode custom),
                operation!(kind, "find_external", "The record that another system knows by a key, or nothing.", OfKey => kind.optional, find_external, key),
                operation!(kind, "external_keys", "What other systems call a record.", OfId => schema::<Vec<ExternalKey>>, external_keys, id),
                operation!(kind, "bind_external", "Lets another system know a record by a key.", Binding => schema::<()>, bind_external, id key),
                operation!(kind, "unbind_external", "Takes a key of another system away from a record.", Binding => schema::<()>, unbind_external, id key),
                operation!(kind, "custom_of", "What a record holds in the fields that the host declared.", OfId => schema::<Map<String, Json>>, custom_of, id),
                operation!(kind, "set_custom", "Sets what a record holds in fields that the host declared.", SettingCustom => schema::<()>, set_custom, id custom),
            ]);
        }
    }
    Service { name, doc: kind.decl.doc, entity: Some(kind), operations }
}
