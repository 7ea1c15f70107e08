//! Reversing an allocation.

use super::draft::missing;
use crate::{
    access::Right,
    act::{Act, ActContext, Empty, Plan},
    customers::Customer,
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{AllocationId, OpenItemId, TypedId},
    num::{Money, MoneyStep},
    query::Select,
    receivables::{
        Allocation, OpenItem, OpenItemKind,
        ledger::{Dated, ItemLedger, standing},
        parties::with_ids,
    },
    storage::{ChangeSet, LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Reverses an allocation in whole or in part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deallocation {
    /// The allocation.
    pub allocation_id: AllocationId,
    /// Amount, positive; none: the whole remaining allocation.
    pub amount: Option<Money>,
    /// Effective day; not before the allocation.
    pub day: Day,
}

#[async_trait]
impl Act for Deallocation {
    type Answer = Empty;
    const OPERATION: &'static str = "receivables.deallocate";

    fn right(&self) -> Right {
        Right::PaymentsPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        context.check_day(self.day)?;
        let permit = context.permit().clone();
        let mut reads = Reads::new();
        let asked = reads.select(Select::<Allocation>::new(&permit).keys([Value::Id(self.allocation_id.uuid())])?);
        let asked = context.read(&LockKeys::none(), reads).await?.first(&asked)?;
        let asked = asked.filter(|row| row.reverses_id.is_none()).ok_or_else(|| missing("allocation_id", "there is no such allocation"))?;
        let pair = with_ids([asked.receivable_id, asked.credit_id]);
        let mut reads = Reads::new();
        let items = reads.select(Select::<OpenItem>::new(&permit).filter(&pair)?);
        let reversals = Allocation::reverses_id().eq(Some(asked.id));
        let reversals = reads.select(Select::<Allocation>::new(&permit).filter(&reversals)?.everything());
        let mut answers = context.read(&LockKeys::none().and::<Customer, _>([asked.customer_id]), reads).await?;
        let (mut items, mut rows) = (answers.all(&items)?, answers.all(&reversals)?);
        let moved = items.iter().find(|i| i.id == asked.credit_id && i.kind == OpenItemKind::Transfer).and_then(|i| i.source_item_id);
        if let Some(here) = moved {
            at_payer(context, here, &mut items, &mut rows).await?;
        }
        rows.push(asked.clone());
        self.reverse(&asked, items, &rows, context.company()?.money_step, context.changes())
    }
}

/// Reads the payer's side of a transferred credit: the offsetting receivable, its allocations, and the credit itself.
async fn at_payer(
    context: &mut ActContext<'_>,
    here: OpenItemId,
    items: &mut Vec<Stored<OpenItem>>,
    rows: &mut Vec<Stored<Allocation>>,
) -> Result<()> {
    let permit = context.permit().clone();
    let mut reads = Reads::new();
    let of_here = Allocation::receivable_id().eq(here);
    let of_here = reads.select(Select::<Allocation>::new(&permit).filter(&of_here)?.everything());
    let of_here = context.read(&LockKeys::none(), reads).await?.all(&of_here)?;
    let ids: BTreeSet<OpenItemId> = of_here.iter().map(|row| row.credit_id).chain([here]).collect();
    let mut reads = Reads::new();
    let asked = reads.select(Select::<OpenItem>::new(&permit).keys(ids.into_iter().map(|id| Value::Id(id.uuid())))?);
    items.extend(context.read(&LockKeys::none(), reads).await?.all(&asked)?);
    rows.extend(of_here);
    Ok(())
}

impl Deallocation {
    fn reverse(
        &self,
        asked: &Stored<Allocation>,
        items: Vec<Stored<OpenItem>>,
        rows: &[Stored<Allocation>],
        step: MoneyStep,
        mut changes: ChangeSet,
    ) -> Result<Plan<Empty>> {
        let mut ledger = ItemLedger::new(items);
        let (receivable, credit) = (ledger.get(asked.receivable_id)?.clone(), ledger.get(asked.credit_id)?.clone());
        let is_technical = |kind| matches!(kind, OpenItemKind::Refund | OpenItemKind::WriteOff | OpenItemKind::Cancellation);
        let is_moved = receivable.kind == OpenItemKind::Transfer || credit.kind == OpenItemKind::Reschedule;
        if is_technical(receivable.kind) || is_technical(credit.kind) || is_moved {
            return Err(Error::field("allocation_id", "is part of an adjustment, which can only be cancelled as a whole"));
        }
        let of_this: Vec<_> = rows.iter().filter(|r| r.id == asked.id || r.reverses_id == Some(asked.id)).cloned().collect();
        let gone = || Error::new(Code::AllocationExceeded, "nothing is left of the allocation").with("open", 0);
        let standing = standing(&of_this)?.into_iter().next().ok_or_else(gone)?;
        let amount = self.amount.unwrap_or(standing.left);
        if amount != standing.left {
            crate::num::check_step("amount", amount, step)?;
        }
        ledger.reverse(&standing, amount, Dated::On(self.day), &changes)?;
        if credit.kind == OpenItemKind::Transfer {
            ledger.deallocate(asked.credit_id, amount, self.day, rows, &changes)?;
        }
        ledger.write(&mut changes);
        Ok(Plan::new(changes, Empty))
    }
}
