//! The company whose books the trial keeps: opened or created in an SQLite file or a PostgreSQL database, under its own ids.

use crate::Failure;
use chrono::NaiveDate;
use crm_core::{
    Code,
    access::{Operator, Principal},
    company::Company,
    ids::{CompanyId, OperatorId, WarehouseId},
    num::{Currency, Rate},
    session::{Crm, Session},
    stock::Warehouse,
    storage::Storage,
    system::SystemIds,
    tax::TaxRate,
    time::ManualClock,
};
use crm_storage_postgres::PostgresStorage;
use crm_storage_sqlite::{Durability, SqliteOptions, SqliteStorage};
use std::{convert::Infallible, path::PathBuf, str::FromStr, sync::Arc};

/// The company's id: this program is its host, and hosts may choose ids.
const COMPANY: u128 = 0x0190_0000_0000_7000_8000_0000_0000_0001;
const OPERATOR: u128 = 0x0190_0000_0000_7000_8000_0000_0000_0002;
/// The code of the main warehouse.
const MAIN: &str = "MAIN";

/// Where the database is.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// SQLite, in a file.
    File(PathBuf),
    /// PostgreSQL, by its URL.
    Server(String),
}

impl FromStr for Place {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let is_url = text.starts_with("postgres://") || text.starts_with("postgresql://");
        Ok(if is_url { Self::Server(text.to_owned()) } else { Self::File(text.into()) })
    }
}

impl Place {
    /// The storage there, with its schema up to date.
    async fn storage(&self, durability: Durability) -> Result<Arc<dyn Storage>, Failure> {
        match self {
            Self::File(path) => {
                let storage = SqliteStorage::open(SqliteOptions::new(path).durability(durability)).await?;
                storage.migrations().apply().await?;
                Ok(Arc::new(storage))
            }
            Self::Server(url) => {
                let storage = PostgresStorage::connect(url).await?;
                storage.migrations().apply().await?;
                Ok(Arc::new(storage))
            }
        }
    }
}

/// A session on the company, with the clock that sets the time of its documents.
pub(crate) struct Books {
    pub session: Session<'static>,
    pub clock: Arc<ManualClock>,
    pub currency: Currency,
    pub warehouse: WarehouseId,
}

/// The library on a database, with its schema up to date, and its clock.
async fn library(place: &Place, durability: Durability) -> Result<(Crm<'static>, Arc<ManualClock>), Failure> {
    let clock = Arc::new(ManualClock::new("2010-11-30T00:00:00Z".parse()?));
    let crm = Crm::new(place.storage(durability).await?, clock.clone(), Arc::new(SystemIds::default()));
    Ok((crm, clock))
}

/// The company of a database; none if there is none yet.
async fn company_of(crm: &Crm<'static>) -> Result<Option<Session<'static>>, Failure> {
    match crm.act_as(CompanyId(uuid(COMPANY)), Principal::operator(OperatorId(uuid(OPERATOR)))).await {
        Err(error) if error.code() == Code::NotFound => Ok(None),
        other => Ok(Some(other?)),
    }
}

/// Opens the existing company of a database; none if there is none yet.
pub(crate) async fn find(place: &Place) -> Result<Option<Session<'static>>, Failure> {
    let (crm, _) = library(place, Durability::Full).await?;
    company_of(&crm).await
}

/// Opens the database, migrates it, and finds or creates the company with its rates and its warehouse.
pub(crate) async fn open(place: &Place, durability: Durability, company: Company, rates: &[(&str, &str, &str)]) -> Result<Books, Failure> {
    let (crm, clock) = library(place, durability).await?;
    let currency = company.currency;
    let session = match company_of(&crm).await? {
        Some(session) => session,
        None => {
            let ids = (CompanyId(uuid(COMPANY)), OperatorId(uuid(OPERATOR)));
            crm.create_company_as(ids, company, Operator::with("trial", "Trial", &["administrator"], &[])).await?;
            crm.act_as(ids.0, Principal::operator(ids.1)).await?
        }
    };
    if session.tax_rates().list().fetch().await?.is_empty() {
        let since = NaiveDate::default();
        let rates = rates.iter().map(|(code, name, rate)| Ok(TaxRate::new(*code, *name, Rate::parse(rate)?, since)));
        session.tax_rates().create_many(rates.collect::<Result<Vec<_>, crm_core::Error>>()?).await?;
    }
    let main = Warehouse::code().eq(MAIN.to_owned());
    let warehouse = match session.warehouses().list().filter(&main)?.limit(1).fetch().await?.first() {
        Some(warehouse) => warehouse.id,
        None => session.warehouses().create(Warehouse::new(MAIN, "Main warehouse")).await?.id,
    };
    Ok(Books { session, clock, currency, warehouse })
}

fn uuid(value: u128) -> crm_core::Uuid {
    crm_core::Uuid::from_u128(value)
}
