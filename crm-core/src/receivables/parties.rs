//! The customers an act on receivables involves: a customer and those it pays for, locked, with their open items.

use super::{OpenItem, ledger::Owners};
use crate::{
    act::ActContext,
    customers::Customer,
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, OpenItemId, TypedId},
    limits,
    query::{Filter, Select, Test},
    storage::{LockKeys, Reads},
};
use std::collections::BTreeSet;

/// The filter for items with these ids.
pub(super) fn with_ids(ids: impl IntoIterator<Item = OpenItemId>) -> Filter {
    Filter::Field("id".to_owned(), Test::In(ids.into_iter().map(|id| Value::Id(id.uuid())).collect()))
}

/// The customers of an act, with the requested items in due order.
pub(super) struct Parties {
    pub(super) customer: Stored<Customer>,
    pub(super) owners: Owners,
    pub(super) items: Vec<Stored<OpenItem>>,
}

/// Locks and reads a customer and those it pays for, with the open items that match a filter.
///
/// # Errors
/// `reference.missing`, `limit.exceeded`, `storage.*`.
pub(super) async fn parties(
    context: &mut ActContext<'_>,
    customer_id: CustomerId,
    debtors: &[CustomerId],
    filter: Option<Filter>,
) -> Result<Parties> {
    limits::check("MAX_DEBTORS", debtors.len(), limits::MAX_DEBTORS)?;
    let permit = context.permit().clone();
    let ids: BTreeSet<CustomerId> = debtors.iter().copied().chain([customer_id]).collect();
    let mut reads = Reads::new();
    let customers = reads.select(Select::<Customer>::new(&permit).keys(ids.iter().map(|id| Value::Id(id.uuid())))?);
    let items = match filter {
        Some(filter) => {
            let of = if debtors.is_empty() { OpenItem::customer_id().eq(customer_id) } else { OpenItem::customer_id().is_in(ids.iter().copied()) };
            let sort = &["due_day", "day", "instalment"];
            Some(reads.select(Select::<OpenItem>::new(&permit).filter(&of.and(filter))?.sort(sort)?.everything()))
        }
        None => None,
    };
    let mut answers = context.read(&LockKeys::none().and::<Customer, _>(ids.iter().copied()), reads).await?;
    let customers = answers.all(&customers)?;
    let missing = |field| Error::new(Code::ReferenceMissing, "there is no such customer").with("field", field);
    let customer = customers.iter().find(|c| c.id == customer_id).cloned().ok_or_else(|| missing("customer_id"))?;
    for debtor in debtors.iter().filter(|id| **id != customer_id) {
        let stored = customers.iter().find(|c| c.id == *debtor).ok_or_else(|| missing("debtors"))?;
        if stored.payer_id != Some(customer_id) {
            return Err(Error::new(Code::ReferenceMissing, "this customer has a different payer").with("field", "debtors").with("customer", debtor));
        }
    }
    let items = items.map_or_else(|| Ok(Vec::new()), |ask| answers.all(&ask))?;
    Ok(Parties { owners: Owners::new(&customers), customer, items })
}
