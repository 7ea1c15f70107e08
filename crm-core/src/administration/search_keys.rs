//! The keys by which records are found, made anew when the library makes them in another way than it did when they were stored.
//!
//! Search keys follow from the texts of a record, and the lookup keys of contact points and tax numbers are made with them. With keys of an older
//! [`SEARCH_KEY_VERSION`] everything works, but a search can miss records, and their order is that of the older keys.

use crate::{
    access::Right,
    act::{Act, ActContext, Answer, Pages, Plan},
    catalogue,
    company::Company,
    entity::{ColumnRole, EntityDecl, Record, Value},
    error::Result,
    query::{Select, SelectPlan},
    records::{Master, Records, master},
    storage::{LockKeys, Mode, Reads},
    text::SEARCH_KEY_VERSION,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The result of making search keys anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RebuiltKeys {
    /// Number of records whose keys were not those of their texts, by entity.
    pub records: BTreeMap<String, u64>,
}
impl Answer for RebuiltKeys {}

impl Records<'_, Company> {
    /// Makes the search keys of all records anew, and with them the lookup keys of contact points and tax numbers, and notes
    /// [`SEARCH_KEY_VERSION`] in the company. For after an upgrade of the library that changes the number, once for each company; doing it again
    /// changes nothing.
    ///
    /// A search key is no field, so a record keeps its version, and neither audit nor feed tell of it; a changed lookup key is a change of the
    /// record like any other. All in one transaction, which writes of the same records wait for.
    ///
    /// # Errors
    /// `access.denied`, also for callers who do not reach every customer; `storage.*`.
    pub async fn rebuild_search_keys(&self) -> Result<RebuiltKeys> {
        self.session().run(&Rebuild).await
    }
}

#[derive(Serialize)]
struct Rebuild;

#[async_trait]
impl Act for Rebuild {
    type Answer = RebuiltKeys;
    const OPERATION: &'static str = "company.rebuild_search_keys";

    fn right(&self) -> Right {
        Right::CompanyManage
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<RebuiltKeys>> {
        context.permit().require_full_scope(Right::CompanyManage)?;
        let id = context.permit().company();
        context.read(&LockKeys::none().and::<Company, _>([id]), Reads::new()).await?;
        let mut records = BTreeMap::new();
        for keyed in keyed() {
            let mut pages = Pages::of(Select::of(keyed.decl, &context.company_permit()));
            while let Some(rows) = pages.next(context).await? {
                let rebuilt = keyed.rebuild(context, rows).await?;
                if rebuilt > 0 {
                    let count: &mut u64 = records.entry(keyed.decl.name.to_owned()).or_default();
                    *count = count.saturating_add(rebuilt);
                }
            }
        }
        let mut changes = context.changes();
        let company = context.company()?;
        changes.update(company, Company { search_key_version: SEARCH_KEY_VERSION, ..company.data.clone() });
        Ok(Plan::new(changes, RebuiltKeys { records }))
    }
}

/// Looks for keys that are not those of the texts. It only reads.
#[derive(Serialize)]
pub(crate) struct FindStale;

/// Keys that are not those of the texts.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StaleKeys {
    /// The number of the algorithm that the company's keys were made with.
    pub(crate) version: i64,
    /// Records compared.
    pub(crate) records: u64,
    /// The first record with a key that is not that of its text: entity and id.
    pub(crate) first: Option<[String; 2]>,
}
impl Answer for StaleKeys {}

#[async_trait]
impl Act for FindStale {
    type Answer = StaleKeys;
    const OPERATION: &'static str = "session.verify";

    fn right(&self) -> Right {
        Right::LedgerVerify
    }

    fn mode(&self) -> Mode {
        Mode::Read
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StaleKeys>> {
        context.permit().require_full_scope(Right::LedgerVerify)?;
        context.read(&LockKeys::none(), Reads::new()).await?;
        let mut stale = StaleKeys { version: context.company()?.search_key_version, records: 0, first: None };
        for keyed in keyed() {
            let mut pages = Pages::of(Select::of(keyed.decl, &context.company_permit()));
            while let Some(rows) = pages.next(context).await? {
                stale.records = stale.records.saturating_add(u64::try_from(rows.len()).unwrap_or(u64::MAX));
                for row in rows {
                    if keyed.fresh(&row)? != row {
                        let id = row.first().map(|id| Value::to_json(id).as_str().unwrap_or_default().to_owned());
                        stale.first.get_or_insert([keyed.decl.name.to_owned(), id.unwrap_or_default()]);
                    }
                }
            }
        }
        Ok(Plan::new(context.changes(), stale))
    }
}

/// An entity with search keys.
#[derive(Clone, Copy)]
struct Keyed {
    decl: &'static EntityDecl,
    /// Its type, if users write it: it knows the fields that are derived.
    master: Option<&'static dyn Master>,
}

/// The entities with search keys, in the order of writing.
fn keyed() -> impl Iterator<Item = Keyed> {
    macro_rules! masters {
        ($($area:ident::$entity:ident $id:tt $service:tt $kind:ident;)+) => { [$(masters!(@ $kind $area::$entity)),+] };
        (@ master $area:ident::$entity:ident) => { Some(master::<crate::$area::$entity>()) };
        (@ $kind:ident $area:ident::$entity:ident) => { None };
    }
    let masters: [Option<&'static dyn Master>; _] = crate::entities!(masters);
    let all = catalogue::all().iter().zip(masters).map(|(decl, master)| Keyed { decl, master });
    all.filter(|keyed| keyed.decl.fields.iter().any(|field| field.is_searchable))
}

impl Keyed {
    /// The row with the keys that its texts give.
    fn fresh(&self, row: &Record) -> Result<Record> {
        if let Some(master) = self.master {
            let mut record = master.decode(row.clone())?;
            record.data.derive();
            return Ok(record.to_record());
        }
        let mut fresh = row.clone();
        for (place, column) in fresh.iter_mut().zip(self.decl.columns()) {
            if let ColumnRole::SearchKey(field) = column.role {
                let text = self.decl.columns().iter().position(|c| c.role == ColumnRole::Field(field)).and_then(|position| row.get(position));
                *place = text.map_or(Value::Null, Value::search_key);
            }
        }
        Ok(fresh)
    }

    /// Writes the keys of rows anew where they differ, under a lock, and returns how many did.
    async fn rebuild(&self, context: &mut ActContext<'_>, rows: Vec<Record>) -> Result<u64> {
        let mut ids = Vec::new();
        for row in rows {
            if self.fresh(&row)? != row {
                ids.extend(row.into_iter().next());
            }
        }
        if ids.is_empty() {
            return Ok(0);
        }
        let permit = context.company_permit();
        let mut reads = Reads::new();
        let ask = reads.rows(SelectPlan::by_key(self.decl, &permit, ids.iter().cloned())?);
        let rows = context.read(&LockKeys::none().and_rows(self.decl, ids), reads).await?.rows(&ask);
        let mut changes = context.changes();
        let mut rebuilt: u64 = 0;
        for row in rows {
            let mut fresh = self.fresh(&row)?;
            if fresh == row {
                continue;
            }
            rebuilt = rebuilt.saturating_add(1);
            let columns = self.decl.columns().iter().zip(row.iter().zip(&fresh));
            if columns.filter(|(column, _)| matches!(column.role, ColumnRole::Field(_))).all(|(_, (old, new))| old == new) {
                changes.rekey(self.decl, fresh);
            } else {
                self.decl.raise_version(&mut fresh);
                changes.update_row(self.decl, &row, fresh);
            }
        }
        context.write(&changes).await?;
        Ok(rebuilt)
    }
}
