//! The ERP: its tables, its users, and how it ships. What it posts through the library is committed with its own rows, or not at all.
//!
//! The statements are the host's own, run with sqlx. They are written once for both engines, which is what the bounds of the `impl` are for; with one
//! engine, write `Postgres` or `Sqlite` for `DB`, and the bounds go away.

use crate::{Failure, engine::Engine};
use crm_core::{
    Code, Error, ErrorKind, Uuid,
    access::{Operator, Principal, Right, Role, ScopeLevel},
    company::Company,
    entity::Patch,
    external::ExternalKey,
    ids::{CompanyId, OperatorId},
    num::Currency,
    sales::{NewDelivery, SalesPosted},
    session::{Crm, Session, UpsertMode},
    system::{SystemClock, SystemIds},
};
use sqlx::{ColumnIndex, Decode, Encode, Executor, IntoArguments, Pool, Type};
use std::sync::Arc;

/// The ERP's own migration, separate from the library's.
const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS erp_user (id BIGINT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS erp_item (id BIGINT PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS erp_shipment (id BIGINT PRIMARY KEY, item_id BIGINT NOT NULL REFERENCES erp_item,
        user_id BIGINT NOT NULL REFERENCES erp_user, quantity BIGINT NOT NULL, state TEXT NOT NULL, note TEXT, crm_number TEXT);
    INSERT INTO erp_user VALUES (1, 'olga', 'Olga', 'office'), (2, 'dora', 'Dora', 'dispatch') ON CONFLICT DO NOTHING;
    INSERT INTO erp_item VALUES (1001, 'Lantern') ON CONFLICT DO NOTHING;";

/// The company and the ERP itself, under ids chosen by the host. A host with several companies has an id for each.
const COMPANY: CompanyId = CompanyId(Uuid::from_u128(0x6572_7000_0000_8000_8000_0000_0000_0001));
const SYSTEM: OperatorId = OperatorId(Uuid::from_u128(0x6572_7000_0000_8000_8000_0000_0000_0002));

/// How often a transaction is retried after another one got in between.
const ATTEMPTS: u32 = 5;

/// The ERP's key for a record of the library.
pub(crate) fn erp_key(id: i64) -> ExternalKey {
    ExternalKey::new("erp", id.to_string())
}

/// A shipment as the ERP stores it: id, quantity, state, the number of the library's document or why there is none.
pub(crate) type ShipmentRow = (i64, i64, String, String);
/// The library's answer to a delivery.
pub(crate) type Posted = Result<SalesPosted, Error>;

/// A user of the ERP, signed in.
pub(crate) struct User {
    pub id: i64,
    pub name: String,
    pub role: String,
    pub session: Session<'static>,
}

/// What is to be shipped.
pub(crate) struct Shipment {
    pub id: i64,
    pub item_id: i64,
    pub quantity: i64,
}

/// How the host ends its transaction after the library has posted.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum End {
    Commit,
    RollBack,
    Crash,
}

/// The ERP on a database.
pub(crate) struct Erp<DB: Engine> {
    pool: Pool<DB>,
    storage: DB::Storage,
    crm: Crm<'static>,
    /// The ERP itself, which sets up and reads for everyone.
    pub system: Session<'static>,
    /// The number of library migration steps that were missing.
    pub steps: usize,
}

/// What the ERP does with its tables.
pub(crate) trait Host {
    /// Signs a user in: the ERP knows who they are and what they may do, and tells the library.
    async fn sign_in(&self, login: &str) -> Result<User, Failure>;
    /// The shipments, in order.
    async fn shipments(&self) -> Result<Vec<ShipmentRow>, Failure>;
    /// One attempt to ship: the ERP's row, the library's delivery and its number in that row are one transaction. The inner result is the library's
    /// answer: if it refused, the row says why.
    async fn ship_once(&self, user: &User, shipment: &Shipment, delivery: &NewDelivery, end: End) -> Result<Posted, Failure>;

    /// Ships. If another transaction got in between, the whole transaction is retried.
    async fn ship(&self, user: &User, shipment: &Shipment, delivery: &NewDelivery, end: End) -> Result<Posted, Failure> {
        let mut attempts = 1;
        loop {
            match self.ship_once(user, shipment, delivery, end).await {
                Err(failure) if attempts < ATTEMPTS && failure.downcast_ref().is_some_and(Error::is_retryable) => attempts += 1,
                done => return done,
            }
        }
    }
}

impl<DB: Engine> Host for Erp<DB>
where
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
    for<'q> i64: Type<DB> + Encode<'q, DB> + Decode<'q, DB>,
    for<'q> String: Type<DB> + Encode<'q, DB> + Decode<'q, DB>,
    DB::Arguments: IntoArguments<DB>,
    usize: ColumnIndex<DB::Row>,
{
    async fn sign_in(&self, login: &str) -> Result<User, Failure> {
        let select = sqlx::query_as("SELECT id, name, role FROM erp_user WHERE login = $1").bind(login.to_owned());
        let (id, name, role): (i64, String, String) = select.fetch_one(&self.pool).await?;
        // The library stores a projection of each user, looked up by the ERP's own id, so that customers can be assigned to them. Only what the ERP
        // knows is passed: a deactivated operator stays deactivated.
        let operator = [Operator::code().set(login), Operator::name().set(name.as_str())];
        let (operator, _) = self.system.operators().upsert(&erp_key(id), operator, UpsertMode::Upsert).await?;
        let roles: &[&str] = match role.as_str() {
            "office" => &["boss"],
            "dispatch" => &["dispatch"],
            _ => &[],
        };
        let session = self.crm.act_as(COMPANY, Principal::host(operator.id, roles, &[])).await?;
        Ok(User { id, name, role, session })
    }

    async fn shipments(&self) -> Result<Vec<ShipmentRow>, Failure> {
        let select = "SELECT id, quantity, state, COALESCE(crm_number, note, '') FROM erp_shipment ORDER BY id";
        Ok(sqlx::query_as(select).fetch_all(&self.pool).await?)
    }

    async fn ship_once(&self, user: &User, shipment: &Shipment, delivery: &NewDelivery, end: End) -> Result<Posted, Failure> {
        let mut transaction = DB::begin(&self.pool).await?;
        sqlx::query("INSERT INTO erp_shipment (id, item_id, user_id, quantity, state) VALUES ($1, $2, $3, $4, 'open')")
            .bind(shipment.id)
            .bind(shipment.item_id)
            .bind(user.id)
            .bind(shipment.quantity)
            .execute(&mut *transaction)
            .await?;

        let posted = {
            let joined = DB::join(&self.storage, &mut transaction).await?;
            let session = user.session.within(&joined).idempotent(format!("shipment-{}", shipment.id));
            session.sales().deliver(delivery).await
        };
        let (state, number, note) = match &posted {
            Ok(posted) => ("sent", posted.number.as_str(), ""),
            // No part of the delivery remains, and the transaction continues.
            Err(refusal) if matches!(refusal.kind(), ErrorKind::Conflict | ErrorKind::Invalid) && !refusal.is_retryable() => {
                ("refused", "", refusal.code().as_str())
            }
            // Returning without a commit rolls everything back.
            Err(_) => return posted.map(Ok).map_err(Failure::from),
        };
        sqlx::query("UPDATE erp_shipment SET state = $2, crm_number = NULLIF($3, ''), note = $4 WHERE id = $1")
            .bind(shipment.id)
            .bind(state.to_owned())
            .bind(number.to_owned())
            .bind(note.to_owned())
            .execute(&mut *transaction)
            .await?;
        match end {
            End::Commit => transaction.commit().await?,
            End::RollBack => transaction.rollback().await?,
            End::Crash => std::process::abort(),
        }
        Ok(posted)
    }
}

impl<DB: Engine> Erp<DB>
where
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
{
    /// Connects, brings both schemas up to date, and creates the company if it does not exist yet.
    pub(crate) async fn open(database: &str) -> Result<Self, Failure> {
        let (pool, storage, steps) = DB::open(database).await?;
        sqlx::raw_sql(SCHEMA).execute(&pool).await?;
        let crm = Crm::new(Arc::new(storage.clone()), Arc::new(SystemClock), Arc::new(SystemIds::default()));
        let system = match crm.act_as(COMPANY, Principal::operator(SYSTEM)).await {
            Err(error) if error.code() == Code::NotFound => {
                let first = Operator::with("erp", "The ERP", &["administrator"], &[]);
                crm.create_company_as((COMPANY, SYSTEM), Company::new("Bazar del Sol", Currency::EUR), first).await?;
                crm.act_as(COMPANY, Principal::operator(SYSTEM)).await?
            }
            other => other?,
        };
        let rights = [Right::CustomersRead, Right::ProductsRead, Right::StockRead, Right::SalesRead, Right::SalesPost];
        let dispatch = Role::with("dispatch", "Dispatch", ScopeLevel::All, &rights);
        // The role belongs entirely to the ERP.
        system.roles().upsert(&ExternalKey::new("erp", "dispatch"), Patch::all(&dispatch), UpsertMode::Upsert).await?;
        Ok(Self { pool, storage, crm, system, steps })
    }
}
