//! The company that the trial keeps books for: opened or created in an SQLite file or a PostgreSQL database, under ids of its own.

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

/// The company's id: this program is its host, and hosts may bring their own.
const COMPANY: u128 = 0x0190_0000_0000_7000_8000_0000_0000_0001;
const OPERATOR: u128 = 0x0190_0000_0000_7000_8000_0000_0000_0002;

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
    /// The storage there, its schema brought up to date.
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

/// A session on the company, with the clock that its documents are posted by.
pub(crate) struct Books {
    pub session: Session<'static>,
    pub clock: Arc<ManualClock>,
    pub currency: Currency,
    pub warehouse: WarehouseId,
}

/// Opens the database, migrates it, and finds or creates the company with its rates and its warehouse.
pub(crate) async fn open(place: &Place, durability: Durability, company: Company, rates: &[(&str, &str, &str)]) -> Result<Books, Failure> {
    let storage = place.storage(durability).await?;
    let clock = Arc::new(ManualClock::new("2010-11-30T00:00:00Z".parse()?));
    let crm = Crm::new(storage, clock.clone(), Arc::new(SystemIds::default()));
    let currency = company.currency;
    let ids = (CompanyId(uuid(COMPANY)), OperatorId(uuid(OPERATOR)));
    let session = match crm.act_as(ids.0, Principal::operator(ids.1)).await {
        Err(error) if error.code() == Code::NotFound => {
            crm.create_company_as(ids, company, Operator::with("trial", "Trial", &["administrator"], &[])).await?;
            crm.act_as(ids.0, Principal::operator(ids.1)).await?
        }
        other => other?,
    };
    if session.tax_rates().list().fetch().await?.is_empty() {
        let since = NaiveDate::default();
        let rates = rates.iter().map(|(code, name, rate)| Ok(TaxRate::new(*code, *name, Rate::parse(rate)?, since)));
        session.tax_rates().create_many(rates.collect::<Result<Vec<_>, crm_core::Error>>()?).await?;
    }
    let warehouse = match session.warehouses().list().limit(1).fetch().await?.first() {
        Some(warehouse) => warehouse.id,
        None => session.warehouses().create(Warehouse::new("MAIN", "Main warehouse")).await?.id,
    };
    Ok(Books { session, clock, currency, warehouse })
}

fn uuid(value: u128) -> crm_core::Uuid {
    crm_core::Uuid::from_u128(value)
}
