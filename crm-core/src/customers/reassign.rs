//! Giving customers to another owner, many at once.
//!
//! It changes the future only: documents keep the salesperson of the time when they were issued.

use super::Customer;
use crate::{
    access::{Operator, Permit, Right, Scope, missing},
    act::{Act, ActContext, Answer, Pages, Plan, Request},
    audit::OperationKind,
    catalogue,
    documents::{OrderState, Quote, QuoteOutcome, SalesOrder},
    entity::{Entity, EntityDecl, Stored, Value},
    error::{Code, Error, Result},
    ids::{OperationId, OperatorId, TypedId},
    num::{Decimal, Money},
    operations::{PAGE, Work, check_reached},
    query::{Filter, Op, Predicate, Report, Select, Test},
    records::Records,
    storage::{LockKeys, Reads},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// The result of a reassignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reassigned {
    /// The operation, with which it is undone.
    pub operation_id: OperationId,
    /// Number of customers with another owner than before.
    pub customers: u64,
}
impl Answer for Reassigned {}

/// What a reassignment would change, and what is open with the customers. None: the caller may not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReassignmentPreview {
    /// Number of customers that would get another owner.
    pub customers: u64,
    /// Their owners, with the number of customers of each.
    pub owners: Vec<OwnedCustomers>,
    /// Number of their open quotes.
    pub open_quotes: Option<u64>,
    /// Number of their open orders.
    pub open_orders: Option<u64>,
    /// What is open of their receivables, by currency.
    pub open_receivables: Option<Vec<Money>>,
}

/// Customers of one owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnedCustomers {
    /// The owner; null for customers without one.
    pub owner_id: Option<OperatorId>,
    /// Number of customers.
    pub customers: u64,
}

impl Records<'_, Customer> {
    /// Gives every customer that meets the filter, and that the caller may read, change and assign, to another owner. All in one transaction;
    /// [`undo`](Records::undo) with the operation of the answer gives them back.
    ///
    /// # Errors
    /// `access.denied`, also if a customer would be out of the caller's reach; `reference.missing` for an unknown operator, `field.invalid` for one who
    /// is no longer active; `query.invalid`, `access.field_hidden`, `limit.exceeded` for the filter; `field.too_long` for the reason; `storage.*`.
    pub async fn reassign(&self, filter: &Filter, to: OperatorId, reason: Option<&str>) -> Result<Reassigned> {
        self.session().run(&Reassign { filter, to, reason }).await
    }

    /// What [`Self::reassign`] would change; nothing is written.
    ///
    /// # Errors
    /// As [`Self::reassign`]; whether a customer would be out of the caller's reach shows only when it is done.
    pub async fn reassign_preview(&self, filter: &Filter, to: OperatorId) -> Result<ReassignmentPreview> {
        let given = given(filter, to);
        let build = |permit: &Permit, reads: &mut Reads| {
            let assignable = Assignable::of(permit)?;
            let customers = Report::of(Customer::decl(), &assignable.asking).filter(&given)?.and(assignable.rows(Customer::decl())).by("owner_id")?;
            // What is open with them, as far as the caller may read it.
            let open = |decl: &'static EntityDecl, condition: Filter| {
                let Ok(scope) = permit.readable(decl) else { return Ok(None) };
                let of_them = Filter::exists("customer", given.clone()).and(condition);
                Report::of(decl, &permit.with_scope(scope.clone())).filter(&of_them).map(|report| Some(report.and(assignable.rows(decl))))
            };
            let quotes = open(Quote::decl(), Quote::outcome().eq(QuoteOutcome::Open))?;
            let orders = open(SalesOrder::decl(), SalesOrder::state().eq(OrderState::Open))?;
            let items = catalogue::find("open_item").ok_or_else(|| Error::corrupt("there are no open items"))?;
            let unpaid = Filter::Field("open".to_owned(), Test::Compare(Op::Ne, Value::Decimal(Decimal::ZERO)));
            let receivables = open(items, unpaid)?.map(|report| report.by("currency")?.sum("open")).transpose()?;
            let owner = reads.select(Select::<Operator>::new(&permit.unscoped()).keys([Value::Id(to.uuid())])?);
            Ok((reads.report(&customers), owner, [quotes, orders, receivables].map(|report| report.map(|report| reads.report(&report)))))
        };
        let ((customers, owner, open), mut answers) = self.session().read(Right::CustomersAssign, build).await?;
        check_owner(to, answers.first(&owner)?)?;
        let owners: Vec<OwnedCustomers> = answers.rows(&customers).iter().map(|row| owned(row)).collect();
        let [quotes, orders, receivables] = open.map(|ask| ask.map(|ask| answers.rows(&ask)));
        Ok(ReassignmentPreview {
            customers: owners.iter().map(|owner| owner.customers).fold(0, u64::saturating_add),
            owners,
            open_quotes: quotes.map(|rows| count(rows.first().and_then(|row| row.first()))),
            open_orders: orders.map(|rows| count(rows.first().and_then(|row| row.first()))),
            open_receivables: receivables.map(|rows| rows.iter().map(|row| money(row)).collect()).transpose()?,
        })
    }
}

/// The customers that meet a filter and have another owner than they would get.
fn given(filter: &Filter, to: OperatorId) -> Filter {
    filter.clone().and(Filter::Not(Box::new(Customer::owner_id().eq(Some(to)))))
}

/// An owner and the number of its customers, from a row of a report.
fn owned(row: &[Value]) -> OwnedCustomers {
    let owner_id = if let Some(Value::Id(id)) = row.first() { Some(OperatorId(*id)) } else { None };
    OwnedCustomers { owner_id, customers: count(row.get(1)) }
}

fn count(value: Option<&Value>) -> u64 {
    if let Some(Value::Int(count)) = value { u64::try_from(*count).unwrap_or_default() } else { 0 }
}

/// A sum in its currency, from a row of a report.
fn money(row: &[Value]) -> Result<Money> {
    match row {
        [Value::Text(currency), _, Value::Decimal(sum)] => Money::new(*sum, currency.parse()?),
        _ => Err(Error::corrupt("a sum is missing")),
    }
}

struct Reassign<'a> {
    filter: &'a Filter,
    to: OperatorId,
    reason: Option<&'a str>,
}

impl Request for Reassign<'_> {
    fn request(&self) -> Result<Json> {
        Ok(json!({"filter": self.filter.to_json(), "to": self.to, "reason": self.reason}))
    }
}

#[async_trait]
impl Act for Reassign<'_> {
    type Answer = Reassigned;
    const OPERATION: &'static str = "customers.reassign";

    fn right(&self) -> Right {
        Right::CustomersAssign
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Reassigned>> {
        self.check_owner(context).await?;
        let mut work = Work::begin(context, OperationKind::Reassignment, self.reason)?;
        let filter = given(self.filter, self.to);
        let permit = context.permit().clone();
        let assignable = Assignable::of(&permit)?;
        let (asking, assigned) = (&assignable.asking, assignable.rows(Customer::decl()));
        let mut pages = Pages::of(Select::of(Customer::decl(), asking).filter(&filter)?.and(assigned.clone()).limit(PAGE)?);
        let mut customers: u64 = 0;
        while let Some(rows) = pages.next(context).await? {
            let ids: Vec<Uuid> = rows.iter().filter_map(|row| if let Some(Value::Id(id)) = row.first() { Some(*id) } else { None }).collect();
            let mut reads = Reads::new();
            let as_they_are = Select::<Customer>::new(&asking.unmasked()).keys(ids.iter().copied().map(Value::Id))?.filter(&filter)?;
            let ask = reads.select(as_they_are.and(assigned.clone()));
            let locks = LockKeys::none().and_rows(Customer::decl(), ids.iter().copied().map(Value::Id));
            let found = context.read(&locks, reads).await?.all(&ask)?;
            let mut changes = context.changes();
            for customer in &found {
                changes.update(customer, Customer { owner_id: Some(self.to), ..customer.data.clone() });
            }
            customers = customers.saturating_add(u64::try_from(found.len()).unwrap_or(u64::MAX));
            work.write(context, changes, found.len()).await?;
            let ids: Vec<Uuid> = found.iter().map(|customer| customer.id.uuid()).collect();
            check_reached(context, Customer::decl(), asking, &assigned, &ids).await?;
        }
        let operation_id = work.id();
        let mut changes = context.changes();
        work.finish(&mut changes, 0);
        Ok(Plan::new(changes, Reassigned { operation_id, customers }))
    }
}

impl Reassign<'_> {
    /// Checks that the new owner exists and is active.
    async fn check_owner(&self, context: &mut ActContext<'_>) -> Result<()> {
        let permit = context.company_permit();
        let mut reads = Reads::new();
        let ask = reads.select(Select::<Operator>::new(&permit).keys([Value::Id(self.to.uuid())])?);
        let found = context.read(&LockKeys::none(), reads).await?.first(&ask)?;
        check_owner(self.to, found)
    }
}

fn check_owner(to: OperatorId, found: Option<Stored<Operator>>) -> Result<()> {
    match found {
        Some(operator) if operator.is_active => Ok(()),
        Some(_) => Err(Error::field("to", "is no longer active")),
        None => Err(Error::new(Code::ReferenceMissing, "there is no such operator").with("field", "to").with("id", to)),
    }
}

/// The customers that a caller may assign: those that they may also read and change.
struct Assignable<'p> {
    /// What the caller may ask about customers.
    asking: Permit,
    /// Where the caller may assign, and change.
    scopes: [&'p Scope; 2],
}

impl<'p> Assignable<'p> {
    /// # Errors
    /// `access.denied`.
    fn of(assigning: &'p Permit) -> Result<Self> {
        let writing = assigning.scope_of(Right::CustomersWrite).ok_or_else(|| missing(Right::CustomersWrite))?;
        let asking = assigning.with_scope(assigning.readable(Customer::decl())?.clone());
        Ok(Self { asking, scopes: [assigning.scope(), writing] })
    }

    /// The rows of an entity that belong to customers within both scopes.
    fn rows(&self, decl: &'static EntityDecl) -> Predicate {
        self.scopes.iter().fold(Predicate::True, |rows, scope| rows.and(scope.predicate(decl)))
    }
}
