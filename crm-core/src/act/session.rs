//! The library as a process holds it, and a principal's session.

use super::shares::Shares;
use crate::{
    access::{Company, Guard, Operator, Permit, Principal, Right, Role},
    costing::{CostingStrategy, Strategies},
    custom::{CustomField, CustomFields},
    entity::Value,
    error::{Code, Error, Result},
    ids::{CompanyId, IdSource, OperatorId, TypedId},
    limits,
    query::Select,
    storage::{Answers, ChangeSet, Context, LockKeys, Mode, Reads, Storage},
    text::{Initials, Transliterator, composed},
    time::{Clock, Day, Instant, Zone, ZoneSource, Zones, storable},
};
use async_lock::SemaphoreGuardArc;
use std::sync::{Arc, RwLock};
use uuid::Uuid;

/// The library, with the host's storage, clock and id source. Cheap to clone.
///
/// With a storage of its own it is a `Crm<'static>`; within a transaction of the host ([`Crm::within`]) it lives no longer than the transaction.
#[derive(Clone)]
pub struct Crm<'h> {
    pub(super) storage: StorageHandle<'h>,
    pub(super) dependencies: Arc<Dependencies>,
}

/// The storage: either shared, beginning its own transactions, or joined to a transaction of the host.
#[derive(Clone)]
pub(super) enum StorageHandle<'h> {
    Shared(Arc<dyn Storage>, Option<Arc<Shares>>),
    Within(&'h dyn Storage),
}

impl StorageHandle<'_> {
    fn is_within(&self) -> bool {
        matches!(self, Self::Within(_))
    }

    pub(super) fn storage(&self) -> &dyn Storage {
        match self {
            Self::Shared(storage, _) => storage.as_ref(),
            Self::Within(storage) => *storage,
        }
    }

    /// Takes one of an operator's reader places, if the storage limits readers.
    pub(super) async fn share(&self, company: CompanyId, operator: OperatorId) -> Option<SemaphoreGuardArc> {
        match self {
            Self::Shared(_, Some(shares)) => Some(shares.take(company, operator).await),
            _ => None,
        }
    }
}

#[derive(Clone)]
pub(super) struct Dependencies {
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdSource>,
    pub(super) costing: Strategies,
    transliterator: Arc<dyn Transliterator>,
    zones: Zones,
}

impl Crm<'static> {
    /// The library on a storage, with a clock and an id source.
    ///
    /// If the storage states how many readers it has, a single operator uses at most half of them; its further reads wait.
    pub fn new(storage: Arc<dyn Storage>, clock: Arc<dyn Clock>, ids: Arc<dyn IdSource>) -> Self {
        let shares = storage.readers().map(|readers| Arc::new(Shares::of(readers)));
        Self {
            storage: StorageHandle::Shared(storage, shares),
            dependencies: Arc::new(Dependencies {
                clock,
                ids,
                costing: Strategies::default(),
                transliterator: Arc::new(Initials),
                zones: Zones::default(),
            }),
        }
    }
}

impl<'h> Crm<'h> {
    /// The same library inside a transaction that the host began: the storage is what an adapter's `join` returns.
    ///
    /// Acts become part of that transaction, each entirely or not at all; the host commits or rolls back.
    #[must_use]
    pub fn within<'t>(&self, storage: &'t dyn Storage) -> Crm<'t> {
        Crm { storage: StorageHandle::Within(storage), dependencies: self.dependencies.clone() }
    }

    /// Registers a custom costing strategy under a name that products refer to.
    #[must_use]
    pub fn with_costing(self, name: &str, strategy: Arc<dyn CostingStrategy>) -> Self {
        let mut dependencies = Dependencies::clone(&self.dependencies);
        dependencies.costing.register(name, strategy);
        Self { dependencies: Arc::new(dependencies), ..self }
    }

    /// Derives mnemonics of product names with a custom transliterator, such as one that knows pinyin.
    #[must_use]
    pub fn with_transliterator(self, transliterator: Arc<dyn Transliterator>) -> Self {
        let dependencies = Dependencies { transliterator, ..Dependencies::clone(&self.dependencies) };
        Self { dependencies: Arc::new(dependencies), ..self }
    }

    /// Finds time zones in the host's data instead of [`BundledZones`](crate::time::BundledZones), which are there with the feature `tzdb` only. Without
    /// either, UTC and offsets such as `+05:30` are the only time zones, and any other is `field.invalid`.
    #[must_use]
    pub fn with_zones(self, source: Arc<dyn ZoneSource>) -> Self {
        let dependencies = Dependencies { zones: Zones::new(source), ..Dependencies::clone(&self.dependencies) };
        Self { dependencies: Arc::new(dependencies), ..self }
    }

    /// The time zones that it knows.
    pub fn zones(&self) -> &Zones {
        &self.dependencies.zones
    }

    /// Writes changes decided without reading, and retries where the storage engine asks for it.
    pub(crate) async fn write(&self, company: CompanyId, changes: &ChangeSet) -> Result<()> {
        let mut attempts = 0_u32;
        loop {
            let work = self.storage.storage().begin(company, Mode::Write).await?;
            match work.write_and_commit(changes).await {
                Err(error) if self.is_tried_again(&error) && attempts < limits::MAX_RETRIES => attempts = attempts.saturating_add(1),
                written => return written.map(drop),
            }
        }
    }

    /// Whether a storage error is worth a retry here. A busy storage has already waited as long as the host allows. Within a transaction of the host,
    /// the host has to retry the whole transaction, since its own locks may be the obstacle.
    pub(super) fn is_tried_again(&self, error: &Error) -> bool {
        error.is_retryable() && error.code() != Code::StorageBusy && !self.storage.is_within()
    }

    /// Opens a session with the time zone that `zone_of` makes of the answers to the queries of `ask`, which are asked along with the rights.
    pub(crate) async fn open<T>(
        &self,
        company: CompanyId,
        principal: Principal,
        ask: impl FnOnce(&Permit, &mut Reads) -> Result<T>,
        zone_of: impl FnOnce(T, &mut Answers) -> Result<Zone>,
    ) -> Result<Session<'h>> {
        let (guard, zone) = self.guard(company, principal, ask, zone_of).await?;
        let guard = Arc::new(RwLock::new(Arc::new(guard.with_zone(zone))));
        Ok(Session { crm: self.clone(), company, guard, key: None })
    }

    /// The guard of a principal from the rights in force, and what `then` makes of the answers to other queries.
    async fn guard<T, U>(
        &self,
        company: CompanyId,
        principal: Principal,
        ask: impl FnOnce(&Permit, &mut Reads) -> Result<T>,
        then: impl FnOnce(T, &mut Answers) -> Result<U>,
    ) -> Result<(Guard, U)> {
        let library = Guard::library(company, principal.clone()).permit(Right::AccessManage)?;
        let mut reads = Reads::new();
        let profile = reads.select(Select::<Company>::new(&library));
        let operator = reads.select(Select::<Operator>::new(&library).keys([Value::Id(principal.operator.uuid())])?);
        let roles = reads.select(Select::<Role>::new(&library).limit(limits::MAX_SETTINGS)?);
        let fields = reads.select(Select::<CustomField>::new(&library).limit(limits::MAX_PAGE)?);
        let others = ask(&library, &mut reads)?;
        let mut answers = self.ask(company, &reads).await?;
        let profile = answers.first(&profile)?.ok_or_else(|| Error::new(Code::NotFound, "there is no such company").with("company", company))?;
        let operator = answers.first(&operator)?.map(|o| o.data);
        let roles: Vec<Role> = answers.all(&roles)?.into_iter().map(|r| r.data).collect();
        let fields = CustomFields::new(answers.all(&fields)?);
        let others = then(others, &mut answers)?;
        let guard = Guard::of(company, principal, operator.as_ref(), &roles, profile.access_version);
        Ok((guard.with_books(profile.currency).with_custom_fields(fields), others))
    }

    /// Reads the rights in force. It takes no reader place: it is short, and an act that waits for it must proceed however many reads the operator
    /// runs.
    async fn ask(&self, company: CompanyId, reads: &Reads) -> Result<Answers> {
        let mut work = self.storage.storage().begin(company, reads.mode()).await?;
        let rows = work.read(&LockKeys::none(), reads.queries()).await?;
        work.commit().await?;
        Ok(Answers::new(rows))
    }

    pub(crate) fn now(&self) -> Instant {
        storable(self.dependencies.clock.now())
    }

    pub(crate) fn new_id(&self) -> Uuid {
        self.dependencies.ids.next_id()
    }

    pub(crate) fn context(&self, operation: &'static str, principal: &Principal) -> Context {
        Context {
            operation,
            at: self.now(),
            operator: principal.operator,
            on_behalf_of: principal.on_behalf_of.clone(),
            request_id: principal.request_id.clone(),
            operation_id: None,
            ids: self.dependencies.ids.clone(),
        }
    }
}

/// The library on behalf of one principal of one company. Cheap to clone; changed rights take effect at its next act or read.
#[derive(Clone)]
pub struct Session<'h> {
    pub(super) crm: Crm<'h>,
    pub(super) company: CompanyId,
    guard: Arc<RwLock<Arc<Guard>>>,
    pub(super) key: Option<String>,
}

impl Session<'_> {
    /// The same session inside a transaction that the host began; see [`Crm::within`]. Changed rights that it finds there stay within it, since the
    /// host may roll them back. Storage errors are not retried there, since the host's own locks may be the cause.
    ///
    /// ```text
    /// let mut transaction = pool.begin().await?;              // the host's own, with its other changes
    /// let joined = storage.join(&mut transaction).await?;
    /// session.within(&joined).sales().deliver(&delivery).await?;
    /// drop(joined);                                           // releases the transaction
    /// transaction.commit().await?;                            // both, or neither
    /// ```
    #[must_use]
    pub fn within<'t>(&self, storage: &'t dyn Storage) -> Session<'t> {
        Session { crm: self.crm.within(storage), company: self.company, guard: Arc::new(RwLock::new(self.guard())), key: self.key.clone() }
    }

    /// The company it belongs to.
    pub fn company_id(&self) -> CompanyId {
        self.company
    }

    /// The operator it acts for.
    pub fn operator_id(&self) -> OperatorId {
        self.guard().principal().operator
    }

    /// The principal's time zone, as it was when the session was opened.
    pub fn zone(&self) -> Zone {
        self.guard().zone().clone()
    }

    /// The day in the principal's time zone, by the host's clock.
    pub fn today(&self) -> Day {
        self.guard().zone().day_of(self.crm.now())
    }

    /// The same session, whose next act carries an idempotency key: it is carried out once, however often it is requested.
    #[must_use]
    pub fn idempotent(&self, key: impl Into<String>) -> Self {
        Self { key: Some(composed(&key.into()).into_owned()), ..self.clone() }
    }

    pub(crate) fn transliterator(&self) -> &dyn Transliterator {
        self.crm.dependencies.transliterator.as_ref()
    }

    pub(crate) fn strategies(&self) -> &Strategies {
        &self.crm.dependencies.costing
    }

    pub(crate) fn guard(&self) -> Arc<Guard> {
        self.guard.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// The permit for a right. Before it is denied the rights are read again, in case they were granted in the meantime.
    pub(crate) async fn permit(&self, right: Right) -> Result<(Arc<Guard>, Permit)> {
        let (guard, today) = (self.guard(), self.today());
        if let Ok(permit) = guard.permit_on(today, right) {
            return Ok((guard, permit));
        }
        self.reload().await?;
        let guard = self.guard();
        let permit = guard.permit_on(today, right)?;
        Ok((guard, permit))
    }

    /// Checks that the caller has a right at this moment. Acts and reads check by themselves; this is for work that the host does for the caller
    /// before or besides them, such as opening a file.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn check_right(&self, right: Right) -> Result<()> {
        self.read(right, |_, _| Ok(())).await.map(drop)
    }

    /// Checks that the caller has any right at all, for what every user of the company may know. Rights are read again only before it is denied.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn check_any_right(&self) -> Result<()> {
        if self.guard().has_any() {
            return Ok(());
        }
        self.reload().await?;
        if self.guard().has_any() { Ok(()) } else { Err(Error::new(Code::AccessDenied, "the caller has no rights")) }
    }

    /// Checks that the caller has a right that covers every customer.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn check_full_scope(&self, right: Right) -> Result<()> {
        self.read(right, |permit, _| permit.require_full_scope(right)).await.map(drop)
    }

    pub(super) async fn reload(&self) -> Result<()> {
        let guard = self.guard();
        let (fresh, ()) = self.crm.guard(self.company, guard.principal().clone(), |_, _| Ok(()), |(), _| Ok(())).await?;
        let fresh = fresh.with_zone(guard.zone().clone());
        *self.guard.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(fresh);
        Ok(())
    }

    /// Runs queries in one transaction, after checking that the rights are current.
    ///
    /// `build` makes the queries from a permit; it is called again if rights changed in the meantime.
    pub(crate) async fn read<T>(&self, right: Right, build: impl Fn(&Permit, &mut Reads) -> Result<T>) -> Result<(T, Answers)> {
        let answered = |_: &Permit, _: &mut Reads, asks: T, answers: &mut Answers| Ok((asks, std::mem::take(answers)));
        let (answered, _) = self.read_then(right, build, answered).await?;
        Ok(answered)
    }

    /// The same, with follow-up queries that `then` makes from the first answers, on the same state of the data.
    pub(crate) async fn read_then<T, U>(
        &self,
        right: Right,
        build: impl Fn(&Permit, &mut Reads) -> Result<T>,
        then: impl Fn(&Permit, &mut Reads, T, &mut Answers) -> Result<U>,
    ) -> Result<(U, Answers)> {
        let mut reloaded = false;
        for _ in 0..=limits::MAX_RELOADS {
            let (guard, permit) = self.permit(right).await?;
            let mut reads = Reads::new();
            let asks = match build(&permit, &mut reads) {
                Ok(asks) => asks,
                // An unknown custom field may have been declared in the meantime.
                Err(error) if error.code() == Code::QueryInvalid && !reloaded => {
                    reloaded = true;
                    self.reload().await?;
                    continue;
                }
                Err(error) => return Err(error),
            };
            let company = reads.select(Select::<Company>::new(&permit));
            let mut more = Reads::new();
            let share = self.crm.storage.share(self.company, guard.principal().operator).await;
            let mut work = self.crm.storage.storage().begin(self.company, reads.mode()).await?;
            let mut answers = Answers::new(work.read(&LockKeys::none(), reads.queries()).await?);
            let is_current = answers.first(&company)?.is_some_and(|c| c.access_version == guard.access_version());
            let answered = if is_current { Some(then(&permit, &mut more, asks, &mut answers)?) } else { None };
            let further = if more.queries().is_empty() { Vec::new() } else { work.read(&LockKeys::none(), more.queries()).await? };
            work.commit().await?;
            drop(share);
            match answered {
                Some(answered) => return Ok((answered, Answers::new(further))),
                None => self.reload().await?,
            }
        }
        Err(Error::new(Code::AccessChanged, "access rights keep changing"))
    }
}
