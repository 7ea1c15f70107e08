//! How every act runs: permit, lock, read, plan, write; once for each idempotency key, and again after a retryable error.

use super::{Session, records::check_length};
use crate::{
    access::{Guard, Permit, Principal, Right},
    catalogue,
    company::Company,
    costing::Strategies,
    entity::{Entity, EntityDecl, Keyed, Kind, PendingNumber, Record, Stored, Value},
    error::{Code, Error, ErrorKind, Result},
    limits,
    query::{Predicate, Query, Select, SelectPlan},
    storage::{Answers, ChangeSet, CodeSeries, Context, IdempotencyKey, LockKeys, Mode, Reads, UnitOfWork},
};
use async_trait::async_trait;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

/// A command: what is asked for, the right that it needs, and how it is planned.
#[async_trait]
pub trait Act: Send + Sync {
    /// What it answers.
    type Answer: Answer;
    /// Its name, such as `sales.deliver`.
    const OPERATION: &'static str;
    /// The right that it needs.
    fn right(&self) -> Right;
    /// The request, for comparing two that carry the same key.
    ///
    /// # Errors
    /// `field.invalid` if it cannot be written as JSON.
    fn request(&self) -> Result<Json>;
    /// Locks and reads through the desk, then decides everything in pure functions.
    ///
    /// # Errors
    /// Whatever speaks against it; nothing is changed then.
    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<Self::Answer>>;
}

/// What an act answers; kept with its idempotency key.
pub trait Answer: Serialize + DeserializeOwned + Send {
    /// Takes the document number, once it is known.
    fn numbered(&mut self, _number: &str) {}
}

/// The answer of an act of which there is nothing to say but that it is done.
#[derive(Debug, Clone, Copy, Serialize, serde::Deserialize)]
pub struct Done;

impl Answer for Done {}

/// A decided act.
pub struct Plan<A> {
    /// What it writes.
    pub changes: ChangeSet,
    /// What it answers.
    pub answer: A,
    /// The document number in the answer.
    pub number: Option<PendingNumber>,
    /// Rows that the caller must be able to see afterwards: he may not put records out of his own reach.
    pub must_see: Vec<(&'static EntityDecl, Value)>,
}

impl<A> Plan<A> {
    /// An act without a number.
    pub fn new(changes: ChangeSet, answer: A) -> Self {
        Self { changes, answer, number: None, must_see: Vec::new() }
    }
}

/// What an act works at: its transaction, its permit, and the company's policies.
pub struct Desk<'a> {
    work: Box<dyn UnitOfWork + 'a>,
    context: Context,
    guard: &'a Guard,
    permit: Permit,
    strategies: &'a Strategies,
    key: Option<&'a str>,
    company: Option<Stored<Company>>,
    done: Option<IdempotencyKey>,
}

impl<'a> Desk<'a> {
    /// The permit of the act.
    pub fn permit(&self) -> &Permit {
        &self.permit
    }

    /// The permit of the act with nothing hidden, for what a posting must know without telling.
    pub(crate) fn full_permit(&self) -> Permit {
        self.permit.unmasked()
    }

    /// A further permit, for reading something beside the act's own.
    ///
    /// # Errors
    /// `access.denied`.
    pub fn permit_for(&self, right: Right) -> Result<Permit> {
        self.guard.permit(right)
    }

    /// The principal's own guard.
    pub fn guard(&self) -> &Guard {
        self.guard
    }

    /// Answers questions about entities that are known only as data.
    pub(crate) async fn ask(&mut self, queries: &[Query]) -> Result<Vec<Vec<Record>>> {
        self.work.read(&LockKeys::none(), queries).await
    }

    /// The costing strategies.
    pub fn strategies(&self) -> &'a Strategies {
        self.strategies
    }

    /// A change set in the name of the act.
    pub fn changes(&self) -> ChangeSet {
        ChangeSet::new(self.context.clone())
    }

    /// The company. Known after the first read.
    ///
    /// # Errors
    /// `record.not_found`.
    pub fn company(&self) -> Result<&Stored<Company>> {
        self.company.as_ref().ok_or_else(|| Error::new(Code::NotFound, "there is no such company"))
    }

    /// Locks, then reads. The first call also reads the company and the idempotency key, in the same batch.
    ///
    /// # Errors
    /// `storage.*`; `access.changed` and the end of an act that was done before are handled by the session.
    pub async fn read(&mut self, locks: &LockKeys, mut reads: Reads) -> Result<Answers> {
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
            return Err(Error::new(Code::AccessChanged, "rights changed since the session began"));
        }
        self.done = done.map(|ask| answers.first(&ask)).transpose()?.flatten().map(|found| found.data);
        match &self.done {
            Some(_) => Err(Error::new(Code::IdempotencyMismatch, "the act was carried out before")),
            None => Ok(answers),
        }
    }
}

impl Session<'_> {
    /// Runs an act.
    ///
    /// # Errors
    /// `access.denied`, `idempotency.mismatch`, `storage.*`, and whatever the act refuses.
    pub async fn run<A: Act>(&self, act: &A) -> Result<A::Answer> {
        let mut attempts = 0_u32;
        // Once a commit has an unknown outcome, a storage that is gone leaves it unknown.
        let mut unknown = None;
        loop {
            let error = match self.attempt(act).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            if !self.is_worth_retrying(&error) || attempts >= limits::MAX_RETRIES {
                let is_gone = error.kind() == ErrorKind::Unavailable;
                return Err(unknown.filter(|_| is_gone).unwrap_or(error).during(A::OPERATION));
            }
            match error.code() {
                Code::AccessChanged => self.reload().await?,
                Code::CommitUnknown => unknown = Some(error),
                _ => {}
            }
            attempts = attempts.saturating_add(1);
        }
    }

    /// Errors that another attempt can get past. Rows that the library keeps by itself (state, ledgers, keys) are among them: two acts were
    /// the first to make one, and neither could lock what was not there yet. Whether an act with an unknown outcome was carried out is
    /// settled by its key, if it has one: the attempt then finds the answer, or does the act. A code that was allotted and is taken was allotted
    /// by two who found the series just made, when none could lock it yet. A storage that is busy has waited already as
    /// long as the host allows. Within a transaction of the host, what the engine refuses is his to try again, with the whole transaction:
    /// his own locks may stand in the way.
    fn is_worth_retrying(&self, error: &Error) -> bool {
        if error.is_raced() {
            return true;
        }
        let is_own = error.context("entity").and_then(catalogue::find).is_some_and(|decl| matches!(decl.kind, Kind::State | Kind::Ledger));
        match error.code() {
            Code::UniqueTaken | Code::VersionConflict => is_own,
            Code::AccessChanged => true,
            Code::StorageBusy => false,
            Code::CommitUnknown => self.key.is_some(),
            _ => error.is_retryable() && !self.crm.storage.is_within(),
        }
    }

    async fn attempt<A: Act>(&self, act: &A) -> Result<A::Answer> {
        let (guard, permit) = self.permit(act.right()).await?;
        if let Some(key) = &self.key {
            limits::check("MAX_CODE", key.chars().count(), limits::MAX_CODE)?;
            check_length("key", key, limits::MAX_CODE)?;
        }
        let request = match self.key {
            Some(_) => Some(hash(A::OPERATION, guard.principal(), &act.request()?)),
            None => None,
        };
        let context = self.crm.context(A::OPERATION, guard.principal());
        let work = self.crm.storage.storage().begin(self.company, Mode::Write).await?;
        let (strategies, key) = (&self.crm.parts.costing, self.key.as_deref());
        let mut desk = Desk { work, context, guard: &guard, permit, strategies, key, company: None, done: None };
        match act.plan(&mut desk).await {
            Ok(plan) => {
                let allots = plan.changes.inserts().chain(plan.changes.updates()).any(|(decl, _)| decl.name == CodeSeries::decl().name);
                let lost = |error: Error| if allots && is_taken_code(&error) { error.raced() } else { error };
                finish::<A>(desk, plan, request).await.map_err(lost)
            }
            Err(error) => {
                let Desk { work, done, .. } = desk;
                work.rollback().await?;
                match (done, request) {
                    (Some(done), Some(request)) => answer_again(done, &request, A::OPERATION),
                    _ => Err(error),
                }
            }
        }
    }
}

/// Whether a code is one that another record has.
fn is_taken_code(error: &Error) -> bool {
    error.code() == Code::UniqueTaken && error.context("field") == Some("code")
}

/// The request as a hash. Who asks is part of it: an answer holds what its caller may see, and is nobody else's.
fn hash(operation: &str, principal: &Principal, request: &Json) -> String {
    let digest = Sha256::digest(format!("{operation}\n{}\n{request}", principal.operator));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn answer_again<A: Answer>(done: IdempotencyKey, request: &str, operation: &'static str) -> Result<A> {
    if done.request_hash != request {
        let message = format!("the key `{}` was used for a different request", done.key);
        return Err(Error::new(Code::IdempotencyMismatch, message).with("key", done.key).with("operation", operation));
    }
    let mut answer: A = serde_json::from_value(done.result).map_err(|e| Error::corrupt("a kept answer is unreadable").caused_by(e))?;
    if let Some(number) = &done.number {
        answer.numbered(number);
    }
    Ok(answer)
}

async fn finish<A: Act>(desk: Desk<'_>, plan: Plan<A::Answer>, request: Option<String>) -> Result<A::Answer> {
    let Plan { mut changes, mut answer, number, must_see } = plan;
    if let (Some(key), Some(request_hash)) = (desk.key, request) {
        keep_answer::<A>(&mut changes, key, request_hash, &answer, number.as_ref())?;
    }
    let Desk { mut work, permit, .. } = desk;
    let unseen: Vec<_> = must_see.iter().filter(|(decl, _)| !matches!(permit.scope().predicate(decl), Predicate::True)).collect();
    let written = if changes.is_empty() {
        work.rollback().await?;
        crate::storage::Written::default()
    } else if unseen.is_empty() {
        work.write_and_commit(&changes).await?
    } else {
        let written = work.write(&changes).await?;
        let queries = unseen.iter().map(|(decl, id)| Ok(Query::Select(SelectPlan::by_key(decl, &permit, [id.clone()])?)));
        let seen = work.read(&LockKeys::none(), &queries.collect::<Result<Vec<_>>>()?).await?;
        if seen.iter().any(Vec::is_empty) {
            work.rollback().await?;
            return Err(Error::new(Code::AccessDenied, "the record would be out of the caller's reach"));
        }
        work.commit().await?;
        written
    };
    if let Some(Value::Text(number)) = number.map(|n| written.number(&n)) {
        answer.numbered(&number);
    }
    Ok(answer)
}

fn keep_answer<A: Act>(changes: &mut ChangeSet, key: &str, request_hash: String, answer: &A::Answer, number: Option<&PendingNumber>) -> Result<()> {
    let result = serde_json::to_value(answer).map_err(|e| Error::corrupt("an answer is no JSON").caused_by(e))?;
    let row =
        IdempotencyKey { key: key.to_owned(), operation: A::OPERATION.to_owned(), request_hash, result, number: None, at: changes.context().at };
    let numbers: Vec<_> = number.map(|n| ("number", n)).into_iter().collect();
    changes.insert_with(&Stored::new(Keyed, row), &numbers);
    Ok(())
}
