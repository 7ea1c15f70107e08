//! How a host works with the library: one [`Crm`] per process, a [`Session`] per principal, and services on the session.
//!
//! ```
//! use crm_core::{access::{Operator, Principal}, company::Company, customers::Customer, ids::SequentialIds, num::Currency,
//!     session::Crm, storage::MemoryStorage, time::ManualClock};
//! use std::sync::Arc;
//!
//! # async fn example() -> crm_core::Result<()> {
//! let clock = ManualClock::new("2026-01-05T09:00:00Z".parse().expect("an instant"));
//! let crm = Crm::new(Arc::new(MemoryStorage::new()), Arc::new(clock), Arc::new(SequentialIds::new(1)));
//! let ana = Operator::with("ana", "Ana", &["administrator"], &[]);
//! let (company, ana) = crm.create_company(Company::new("Acme", Currency::EUR), ana).await?;
//! let session = crm.act_as(company, Principal::operator(ana)).await?;
//! let customer = session.customers().create(Customer::new("C1", "Bodega Peña")).await?;
//! let found = session.customers().list().filter(&Customer::name().contains("pena"))?.fetch().await?;
//! assert_eq!(found, vec![customer]);
//! # Ok(())
//! # }
//! # let mut future = std::pin::pin!(example());
//! # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
//! # while let std::task::Poll::Pending = future.as_mut().poll(&mut context).map(|done| done.expect("no error")) {}
//! # use std::future::Future as _;
//! ```

pub use crate::{
    act::{Act, ActContext, Answer, Crm, Empty, Plan, Session, Subject},
    entity::Listed,
    records::{CodeSource, List, MasterRecord, Records, References, UpsertMode, Upserted},
};

use crate::{
    access::{Operator, Permit, Principal, preset_roles},
    company::{Company, CompanyProfile, profile_in_force},
    entity::Stored,
    error::{Code, Error, Result},
    ids::{CompanyId, OperatorId},
    records::AnyRecord,
    storage::{Answers, Ask, ChangeSet, Reads},
    text::{SEARCH_KEY_VERSION, quoted},
    time::Zone,
};

impl<'h> Crm<'h> {
    /// Opens a session on behalf of a principal: the entry point for every act and every read.
    ///
    /// Its days are in the principal's time zone; of a principal without one, in that of the company's profile in force, or else in UTC.
    ///
    /// # Errors
    /// `field.invalid` for an unknown time zone (`zone`, in the profile `time_zone`), a `locale` that is none, and an `on_behalf_of` or `request_id`
    /// that cannot be stored; `field.too_long` for one of more than [`MAX_TEXT`](crate::limits::MAX_TEXT) characters; `record.not_found` if the
    /// company does not exist; `storage.*`.
    pub async fn act_as(&self, company: CompanyId, principal: Principal) -> Result<Session<'h>> {
        principal.check()?;
        let zones = self.zones();
        if let Some(name) = &principal.zone {
            let zone = zones.find(name)?;
            return self.open(company, principal, |_, _| Ok(()), |(), _| Ok(zone)).await;
        }
        let today = self.now().date_naive();
        let ask = |permit: &Permit, reads: &mut Reads| Ok(reads.select(profile_in_force(permit, today)?));
        let zone_of =
            |profile: Ask<Stored<CompanyProfile>>, answers: &mut Answers| match answers.first(&profile)?.and_then(|profile| profile.data.time_zone) {
                Some(name) => zones.find_for("time_zone", &name),
                None => Ok(Zone::utc()),
            };
        self.open(company, principal, ask, zone_of).await
    }

    /// Creates a company with the preset roles and its first operator, under new ids.
    ///
    /// # Errors
    /// `field.invalid`; `reference.missing` if the operator has a role that is not a preset; `storage.*`.
    pub async fn create_company(&self, company: Company, first: Operator) -> Result<(CompanyId, OperatorId)> {
        let ids = (CompanyId(self.new_id()), OperatorId(self.new_id()));
        self.create_company_as(ids, company, first).await?;
        Ok(ids)
    }

    /// Creates a company and its first operator under ids supplied by the host.
    ///
    /// # Errors
    /// `unique.taken` if a company with this id exists; otherwise as [`Crm::create_company`].
    pub async fn create_company_as(&self, (id, operator): (CompanyId, OperatorId), company: Company, first: Operator) -> Result<()> {
        let principal = Principal::operator(operator);
        let mut changes = ChangeSet::new(self.context("companies.create", &principal));
        company.check_fields()?;
        first.check_fields()?;
        let roles = preset_roles();
        if let Some(code) = first.roles.iter().find(|code| !roles.iter().any(|role| role.code == **code)) {
            let presets = roles.iter().map(|role| role.code.as_str()).collect::<Vec<_>>().join(", ");
            let message = format!("there is no role {}; a new company only has the roles {presets}", quoted(code));
            return Err(Error::new(Code::ReferenceMissing, message).with("field", "roles").with("role", code));
        }
        changes.insert(&Stored::new(id, Company { search_key_version: SEARCH_KEY_VERSION, ..company }));
        for role in roles {
            let role = Stored::new(changes.new_id(), role);
            changes.insert(&role);
        }
        changes.insert(&Stored::new(operator, first));
        self.write(id, &changes).await
    }
}

/// Generates the record services of a session.
macro_rules! services {
    ($($area:ident::$entity:ident $id:tt $service:tt $kind:ident;)+) => { $(services!(@ $area::$entity $service);)+ };
    (@ $area:ident::$entity:ident -) => {};
    (@ $area:ident::$entity:ident $service:ident) => {
        impl Session<'_> {
            #[doc = concat!("Records: [`", stringify!($entity), "`](crate::", stringify!($area), "::", stringify!($entity), ").")]
            pub fn $service(&self) -> Records<'_, crate::$area::$entity> {
                self.records()
            }
        }
    };
}
crate::entities!(services);
