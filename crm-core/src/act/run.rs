//! How every act runs: permit, lock, read, plan, write; once per idempotency key, and retried after a retryable error.

use super::Session;
use crate::{
    access::{Company, CustomerAccess, Guard, Permit, Principal, Right, Scope, ScopeLevel},
    costing::Strategies,
    entity::{Entity, EntityDecl, Kind, NaturalKey, PendingNumber, Record, Stored, Value, catalogue},
    error::{Code, Error, ErrorKind, Result},
    external::ExternalRef,
    ids::{CustomerId, OperationId, TypedId},
    limits,
    query::{Predicate, Query, Select, SelectPlan},
    storage::{Answers, ChangeSet, CodeSeries, Context, IdempotencyKey, LockKeys, Mode, Reads, UnitOfWork, Written},
    text::{check_length, quoted},
    time::{Day, Zones},
};
use async_trait::async_trait;
use chrono::Days;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The request of an act, for comparison with an earlier request with the same key. A command that serializes to JSON is its own request.
pub trait Request {
    /// The request.
    ///
    /// # Errors
    /// `field.invalid` if it cannot be written as JSON.
    fn request(&self) -> Result<Json>;
}

impl<C: Serialize> Request for C {
    fn request(&self) -> Result<Json> {
        serde_json::to_value(self).map_err(|e| Error::field("request", "cannot be written as JSON").caused_by(e))
    }
}

/// A command: its request, the right it needs, and how it is planned.
#[async_trait]
pub trait Act: Request + Send + Sync {
    /// Its answer.
    type Answer: Answer;
    /// Its name, such as `sales.deliver`.
    const OPERATION: &'static str;
    /// The right that it needs.
    fn right(&self) -> Right;
    /// The same command with its texts composed, as they are stored and looked up, if they are not yet: whatever it identifies by text, such as a
    /// lot.
    fn composed(&self) -> Option<Self>
    where
        Self: Sized,
    {
        None
    }

    /// What its transaction is for. A read-only act never blocks writers: it takes no locks, its planned changes are discarded, and an idempotency
    /// key has no effect, since nothing could be done twice.
    fn mode(&self) -> Mode {
        Mode::Write
    }

    /// Locks and reads through the context, then decides everything in pure functions.
    ///
    /// # Errors
    /// Any reason to refuse; nothing is changed then.
    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Self::Answer>>;

    /// The records that an answer refers to; it is not replayed to a caller who no longer reaches them.
    fn subjects(&self, answer: &Self::Answer) -> Vec<Subject> {
        answer.subject().into_iter().collect()
    }
}

/// The answer of an act; stored with its idempotency key.
pub trait Answer: Serialize + DeserializeOwned + Send {
    /// Takes the document number once it is known.
    fn numbered(&mut self, _number: &str) {}

    /// Removes what the caller may not see.
    fn disclose(&mut self, _to: &CustomerAccess) {}

    /// The record it refers to, if it belongs to a customer; the answer is not replayed to a caller who no longer reaches it.
    fn subject(&self) -> Option<Subject> {
        None
    }
}

/// A record that an answer refers to.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    decl: &'static EntityDecl,
    id: Uuid,
}

impl Subject {
    /// A record by its id.
    pub fn of<I: TypedId>(id: I) -> Self {
        Self::new(I::entity(), id.uuid())
    }

    /// A record of an entity known only at run time.
    pub(crate) fn new(decl: &'static EntityDecl, id: Uuid) -> Self {
        Self { decl, id }
    }
}

/// An answer without content.
#[derive(Debug, Clone, Copy, Serialize, serde::Deserialize)]
pub struct Empty;

impl Answer for Empty {}

/// The outcome of planning an act.
pub struct Plan<A> {
    /// The changes to write.
    pub changes: ChangeSet,
    /// What it answers.
    pub answer: A,
    /// The document number to put into the answer.
    pub number: Option<PendingNumber>,
    /// Rows that the caller must still be able to see afterwards: nobody moves records out of their own scope.
    pub must_see: Vec<(&'static EntityDecl, Value)>,
    /// What the caller may do with the customer of the answer, which limits what they see of it; none if it belongs to no customer.
    pub seen_by: Option<CustomerAccess>,
}

impl<A> Plan<A> {
    /// A plan without a number, whose answer is not limited to one customer.
    pub fn new(changes: ChangeSet, answer: A) -> Self {
        Self { changes, answer, number: None, must_see: Vec::new(), seen_by: None }
    }
}

/// The context an act runs in: its transaction, its permit, and the company's policies.
pub struct ActContext<'a> {
    work: Box<dyn UnitOfWork + 'a>,
    origin: Context,
    guard: &'a Guard,
    permit: Permit,
    strategies: &'a Strategies,
    zones: &'a Zones,
    mode: Mode,
    key: Option<&'a str>,
    company: Option<Stored<Company>>,
    done: Option<IdempotencyKey>,
    has_written: bool,
}

impl<'a> ActContext<'a> {
    /// The permit of the act.
    pub fn permit(&self) -> &Permit {
        &self.permit
    }

    /// The act's permit with nothing hidden, for what a posting must know but not disclose.
    pub(crate) fn full_permit(&self) -> Permit {
        self.permit.unmasked()
    }

    /// Every record with every field: for data of the company as a whole, such as stock and reservations, whoever moves the goods.
    pub(crate) fn company_permit(&self) -> Permit {
        self.permit.unscoped()
    }

    /// Checks a right to data that belongs to the company rather than to a customer.
    ///
    /// # Errors
    /// `access.denied`.
    pub fn require(&self, right: Right) -> Result<()> {
        self.guard.permit(right).map(drop)
    }

    /// Checks that the caller may read a record that the act reaches and that is part of its answer. Takes another query only if the caller's read
    /// right has a narrower scope.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub(crate) async fn check_readable(&mut self, decl: &'static EntityDecl, id: Uuid) -> Result<()> {
        let permit = match decl.read {
            Some(right) => self.guard.permit(right)?,
            None => return Err(decl.not_found(id)),
        };
        if permit.scope().covers(self.permit.scope()) {
            return Ok(());
        }
        let found = self.ask(&[Query::Select(SelectPlan::by_key(decl, &permit, [Value::Id(id)])?)]).await?;
        if found.iter().all(Vec::is_empty) { Err(decl.not_found(id)) } else { Ok(()) }
    }

    /// What the caller may do with a customer that the act reaches. Takes another query only if the caller's roles differ in scope.
    ///
    /// # Errors
    /// `storage.*`.
    pub(crate) async fn access_to(&mut self, customer: CustomerId) -> Result<CustomerAccess> {
        let (guard, scope) = (self.guard, self.permit.scope().clone());
        let narrower = guard.narrower_than(&scope);
        let within =
            |scope: &Scope| Ok(Query::Select(SelectPlan::by_key(CustomerId::entity(), &self.permit.within(scope.clone()), [Value::Id(customer.0)])?));
        let queries = narrower.values().map(within).collect::<Result<Vec<_>>>()?;
        let found = if queries.is_empty() { Vec::new() } else { self.ask(&queries).await? };
        let standing = narrower.keys().zip(&found).find(|(_, rows)| !rows.is_empty()).map(|(level, _)| *level);
        Ok(guard.access_at(standing.unwrap_or_else(|| guard.level_of(&scope))))
    }

    /// The principal's own guard.
    pub fn guard(&self) -> &Guard {
        self.guard
    }

    /// Checks that the caller may use the system of an external key, given its row.
    ///
    /// # Errors
    /// `access.denied`.
    pub(crate) fn check_key(&self, row: &Record) -> Result<()> {
        match ExternalRef::decl().column("system").and_then(|column| row.get(column)) {
            Some(Value::Text(system)) => self.guard.check_system(system),
            _ => Ok(()),
        }
    }

    /// Runs queries on entities known only at run time.
    pub(crate) async fn ask(&mut self, queries: &[Query]) -> Result<Vec<Vec<Record>>> {
        self.work.read(&LockKeys::none(), queries).await
    }

    /// The costing strategies.
    pub fn strategies(&self) -> &'a Strategies {
        self.strategies
    }

    /// The time zones that the library knows.
    pub(crate) fn zones(&self) -> &'a Zones {
        self.zones
    }

    /// Notes from here on what each record was before, so that the operation can be undone.
    pub(crate) fn note_changes(&mut self, operation: OperationId) {
        self.origin.operation_id = Some(operation);
    }

    /// A change set in the act's name. In a read-only act it stays empty, whatever is planned.
    pub fn changes(&self) -> ChangeSet {
        let origin = self.origin.clone();
        if self.mode.is_read() { ChangeSet::keeping_nothing(origin) } else { ChangeSet::new(origin) }
    }

    /// Checks that a document is not dated further ahead than [`limits::MAX_DAYS_AHEAD`].
    ///
    /// # Errors
    /// `field.invalid` on `day`, with `limit` in days and the `latest` possible day.
    pub(crate) fn check_day(&self, day: Day) -> Result<()> {
        let today = self.guard.zone().day_of(self.origin.at);
        let latest = today.checked_add_days(Days::new(limits::MAX_DAYS_AHEAD)).unwrap_or(Day::MAX);
        if day <= latest {
            return Ok(());
        }
        let reason = format!("is more than {} days after today, the limit `MAX_DAYS_AHEAD`", limits::MAX_DAYS_AHEAD);
        Err(Error::field("day", reason).with("limit", limits::MAX_DAYS_AHEAD).with("latest", latest))
    }

    /// The company. Known after the first read.
    ///
    /// # Errors
    /// `record.not_found`.
    pub fn company(&self) -> Result<&Stored<Company>> {
        self.company.as_ref().ok_or_else(|| Error::new(Code::NotFound, "there is no such company"))
    }

    /// Writes part of the changes before the rest is planned, where all of them would be too much to hold in memory. They commit or roll back with
    /// the act, and later reads see them. Whatever other acts lock before they write must be locked before this.
    ///
    /// # Errors
    /// As [`UnitOfWork::write`].
    pub(crate) async fn write(&mut self, changes: &ChangeSet) -> Result<Written> {
        self.has_written = true;
        self.work.write(changes).await
    }

    /// Locks, then reads. The first call also reads the company and the idempotency key in the same batch.
    ///
    /// # Errors
    /// `storage.*`. The session handles `access.changed`, and the early return of an act that was already done.
    pub async fn read(&mut self, locks: &LockKeys, mut reads: Reads) -> Result<Answers> {
        let nothing = LockKeys::none();
        let locks = if self.mode.is_read() { &nothing } else { locks };
        if self.company.is_some() {
            return Ok(Answers::new(self.work.read(locks, reads.queries()).await?));
        }
        let company = reads.select(Select::<Company>::new(&self.permit));
        let done = match self.key {
            Some(key) => Some(reads.select(Select::<IdempotencyKey>::new(&self.permit).keys([Value::Text(key.to_owned())])?)),
            None => None,
        };
        let mut answers = Answers::new(self.work.read(locks, reads.queries()).await?);
        self.company = answers.first(&company)?;
        if self.company()?.access_version != self.guard.access_version() {
            return Err(Error::new(Code::AccessChanged, "access rights have changed since the session began"));
        }
        self.done = done.map(|ask| answers.first(&ask)).transpose()?.flatten().map(|found| found.data);
        match &self.done {
            Some(_) => Err(Error::new(Code::IdempotencyMismatch, "the request was already carried out")),
            None => Ok(answers),
        }
    }
}

impl Session<'_> {
    /// Runs an act.
    ///
    /// # Errors
    /// `access.denied`, `idempotency.mismatch`, `storage.*`, and the act's own errors.
    pub async fn run<A: Act>(&self, act: &A) -> Result<A::Answer> {
        let composed = act.composed();
        let act = composed.as_ref().unwrap_or(act);
        let (mut attempts, mut reloads) = (0_u32, 0_u32);
        // After a commit with unknown outcome, a failing storage leaves the outcome unknown.
        let mut unknown = None;
        loop {
            let error = match self.attempt(act).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            // Rights that changed again in the meantime do not mean that the act cannot succeed.
            if error.code() == Code::AccessChanged && reloads < limits::MAX_RELOADS {
                self.reload().await?;
                reloads = reloads.saturating_add(1);
                continue;
            }
            if !self.is_worth_retrying(&error) || attempts >= limits::MAX_RETRIES {
                let is_gone = error.kind() == ErrorKind::Unavailable;
                return Err(unknown.filter(|_| is_gone).unwrap_or(error).during(A::OPERATION));
            }
            if error.code() == Code::CommitUnknown {
                unknown = Some(error);
            }
            attempts = attempts.saturating_add(1);
        }
    }

    /// Whether another attempt may succeed. This includes conflicts on rows that the library maintains itself (state, ledgers, keys): two acts
    /// created the first such row concurrently, and neither could lock what did not exist yet. Whether an act with unknown outcome was carried out is
    /// settled by its idempotency key, if it has one: the next attempt finds the answer or carries out the act. A conflict on an external key means
    /// that a record was given the key in the meantime; the next attempt finds it. A conflict on an assigned code means that two acts found the
    /// series just created, when neither could lock it yet. For the rest see [`Crm::is_tried_again`].
    fn is_worth_retrying(&self, error: &Error) -> bool {
        if error.is_raced() {
            return true;
        }
        let is_own = error
            .context("entity")
            .and_then(catalogue::find)
            .is_some_and(|decl| matches!(decl.kind, Kind::State | Kind::Ledger) || decl.name == ExternalRef::decl().name);
        match error.code() {
            Code::UniqueTaken | Code::VersionConflict => is_own,
            Code::AccessChanged => false,
            Code::CommitUnknown => self.key.is_some(),
            _ => self.crm.is_tried_again(error),
        }
    }

    async fn attempt<A: Act>(&self, act: &A) -> Result<A::Answer> {
        let (guard, permit) = self.permit(act.right()).await?;
        if let Some(key) = &self.key {
            limits::check("MAX_CODE", key.chars().count(), limits::MAX_CODE)?;
            check_length("key", key, limits::MAX_CODE)?;
        }
        let mode = act.mode();
        let key = self.key.as_deref().filter(|_| !mode.is_read());
        let request = match key {
            Some(_) => Some(hash(A::OPERATION, guard.principal(), &act.request()?)),
            None => None,
        };
        let origin = self.crm.context(A::OPERATION, guard.principal());
        let _share = if mode.is_read() { self.crm.storage.share(self.company, guard.principal().operator).await } else { None };
        let work = self.crm.storage.storage().begin(self.company, mode).await?;
        let (strategies, zones) = (&self.crm.dependencies.costing, self.crm.zones());
        let (company, done, has_written) = (None, None, false);
        let mut context = ActContext { work, origin, guard: &guard, permit, strategies, zones, mode, key, company, done, has_written };
        match act.plan(&mut context).await {
            Ok(plan) => {
                let allots = plan.changes.inserts().chain(plan.changes.updates()).any(|(decl, _)| decl.name == CodeSeries::decl().name);
                let lost = |error: Error| if allots && is_taken_code(&error) { error.raced() } else { error };
                finish::<A>(context, plan, request).await.map_err(lost)
            }
            Err(error) => {
                let error = error.disclosed(|right| context.permit.discloses(right));
                let again = match (context.done.take(), request) {
                    (Some(done), Some(request)) => Some(answer_again(&mut context, act, done, &request).await),
                    _ => None,
                };
                let ActContext { work, origin, .. } = context;
                work.rollback().await?;
                match again {
                    Some(answered) => answered,
                    None => {
                        self.note_refusal(&error, origin).await;
                        Err(error)
                    }
                }
            }
        }
    }

    /// Records a refusal by company policy, so that repeated probing is visible. It is written separately, because a refused act leaves nothing;
    /// within a transaction of the host it commits or rolls back with that. If it cannot be recorded, the refusal stands all the same.
    async fn note_refusal(&self, error: &Error, origin: Context) {
        let Some(customer) = error.refused_customer() else { return };
        let mut changes = ChangeSet::new(origin);
        changes.note_refusal(CustomerId(customer), error);
        self.crm.write(self.company, &changes).await.ok();
    }
}

/// Whether the error is a conflict on the field `code`.
fn is_taken_code(error: &Error) -> bool {
    error.code() == Code::UniqueTaken && error.context("field") == Some("code")
}

/// The hash of a request that would be large as JSON.
///
/// # Errors
/// `field.invalid` if it cannot be written as JSON.
pub(crate) fn digest_of(request: &impl Serialize) -> Result<Json> {
    let mut digest = Digested(Sha256::new());
    serde_json::to_writer(&mut digest, request).map_err(|e| Error::field("request", "cannot be written as JSON").caused_by(e))?;
    Ok(Json::String(hex(&digest.0.finalize())))
}

/// A writer that hashes what is written to it.
struct Digested(Sha256);

impl std::io::Write for Digested {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash of a request. It includes the operator, because an answer holds what its caller may see and is for nobody else.
fn hash(operation: &str, principal: &Principal, request: &Json) -> String {
    hex(&Sha256::digest(format!("{operation}\n{}\n{request}", principal.operator)))
}

/// Replays a stored answer as the caller may see it now: the records it refers to must be within scope, and hidden costs are removed.
async fn answer_again<A: Act>(context: &mut ActContext<'_>, act: &A, done: IdempotencyKey, request: &str) -> Result<A::Answer> {
    if done.request_hash != request {
        let message = format!("the key {} was used for a different request", quoted(&done.key));
        return Err(Error::new(Code::IdempotencyMismatch, message).with("key", done.key).with("operation", A::OPERATION));
    }
    let mut answer: A::Answer = serde_json::from_value(done.result).map_err(|e| Error::corrupt("a stored answer cannot be read").caused_by(e))?;
    if let Some(number) = &done.number {
        answer.numbered(number);
    }
    let mut customers = BTreeSet::new();
    let mut by_entity: BTreeMap<_, (&'static EntityDecl, Vec<Value>)> = BTreeMap::new();
    for Subject { decl, id } in act.subjects(&answer) {
        by_entity.entry(decl.order()).or_insert((decl, Vec::new())).1.push(Value::Id(id));
    }
    for (decl, ids) in by_entity.into_values() {
        let permits = [context.permit.unscoped(), context.permit.clone()];
        let queries = permits.iter().map(|permit| Ok(Query::Select(SelectPlan::by_key(decl, permit, ids.iter().cloned())?)));
        let found = context.ask(&queries.collect::<Result<Vec<_>>>()?).await?;
        // Records deleted since are in everyone's scope.
        let [there, within_reach] = found.as_slice() else { return Err(Error::corrupt("an answer is missing")) };
        if within_reach.len() < there.len() {
            return Err(Error::new(Code::NotFound, "there is no result for the key, or the caller cannot see it"));
        }
        customers.extend(there.iter().filter_map(|row| decl.customer_of::<CustomerId>(row)));
    }
    let access = match customers.first() {
        Some(customer) if customers.len() == 1 => context.access_to(*customer).await?,
        Some(_) => context.guard.access_at(ScopeLevel::All),
        None => context.guard.access_at(ScopeLevel::Own),
    };
    // Sums of receivables were taken over what the caller reached when the answer was stored.
    let reaches_all = context.guard.permit(Right::ReceivablesRead).is_ok_and(|permit| permit.scope().is_all());
    answer.disclose(&if reaches_all { access } else { access.without_sums() });
    Ok(answer)
}

async fn finish<A: Act>(context: ActContext<'_>, plan: Plan<A::Answer>, request: Option<String>) -> Result<A::Answer> {
    let Plan { mut changes, mut answer, number, must_see, seen_by } = plan;
    if let (Some(key), Some(request_hash)) = (context.key, request) {
        keep_answer::<A>(&mut changes, key, request_hash, &answer, number.as_ref())?;
    }
    answer.disclose(&seen_by.unwrap_or_else(|| context.guard.access_at(ScopeLevel::Own)));
    let ActContext { mut work, permit, has_written, .. } = context;
    let unseen: Vec<_> = must_see.iter().filter(|(decl, _)| !matches!(permit.rows(decl), Predicate::True)).collect();
    let written = if changes.is_empty() && !has_written {
        work.rollback().await?;
        Written::default()
    } else if unseen.is_empty() {
        work.write_and_commit(&changes).await?
    } else {
        match write_seen(work.as_mut(), &changes, &unseen, &permit).await {
            Ok(written) => {
                work.commit().await?;
                written
            }
            Err(error) => {
                work.rollback().await?;
                return Err(error);
            }
        }
    };
    if let Some(Value::Text(number)) = number.map(|n| written.number(&n)) {
        answer.numbered(&number);
    }
    Ok(answer)
}

/// Writes, and checks that the caller can still see the rows that they must.
async fn write_seen(
    work: &mut (dyn UnitOfWork + '_),
    changes: &ChangeSet,
    must_see: &[&(&'static EntityDecl, Value)],
    permit: &Permit,
) -> Result<Written> {
    let written = work.write(changes).await?;
    let queries = must_see.iter().map(|(decl, id)| Ok(Query::Select(SelectPlan::by_key(decl, permit, [id.clone()])?)));
    let seen = work.read(&LockKeys::none(), &queries.collect::<Result<Vec<_>>>()?).await?;
    if seen.iter().any(Vec::is_empty) {
        return Err(Error::new(Code::AccessDenied, "the record would be outside the caller's scope"));
    }
    Ok(written)
}

fn keep_answer<A: Act>(changes: &mut ChangeSet, key: &str, request_hash: String, answer: &A::Answer, number: Option<&PendingNumber>) -> Result<()> {
    let result = serde_json::to_value(answer).map_err(|e| Error::corrupt("an answer cannot be written as JSON").caused_by(e))?;
    let row =
        IdempotencyKey { key: key.to_owned(), operation: A::OPERATION.to_owned(), request_hash, result, number: None, at: changes.context().at };
    let numbers: Vec<_> = number.map(|n| ("number", n)).into_iter().collect();
    changes.insert_with(&Stored::new(NaturalKey, row), &numbers);
    Ok(())
}
