//! Setting the unit cost of a product.

use super::{
    draft::{check_cost, check_stocked, document, of_product},
    specify::{specified_on, specify},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    costing::Needs,
    error::Result,
    ids::ProductId,
    num::{Money, UnitPrice},
    products::ProductCost,
    stock::{
        CostBasis, MovementKind,
        document::{StockPosted, finish},
        open::open_ledger,
    },
    storage::Reads,
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Sets the unit cost of a product: stock on hand is valued at it from now on; without stock, it is the cost at which goods without a cost come in.
/// For a product at specified cost, it is that cost from the day on.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetUnitCost {
    /// The product.
    pub product_id: ProductId,
    /// The lot, if the product is costed by lot.
    pub lot: Option<String>,
    /// Document date.
    pub day: Day,
    /// Cost per unit, not negative.
    pub unit_cost: UnitPrice,
    /// A note.
    pub reference: Option<String>,
}

texts! {
    SetUnitCost: lot reference;
}

#[async_trait]
impl Act for SetUnitCost {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.set_unit_cost";

    fn right(&self) -> Right {
        Right::CostWrite
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        let (id, lot, cost) = (self.product_id, self.lot.as_deref(), self.unit_cost);
        let mut reads = Reads::new();
        let same_day = specified_on(&mut reads, context, id, self.day)?;
        let (mut ledger, _, mut answers) = open_ledger(context, &of_product(id, lot).on(self.day), &[], reads).await?;
        let product = ledger.product(id)?.clone();
        check_stocked(&product)?;
        check_cost(cost, ledger.rounding().currency)?;
        let mut changes = context.changes();
        let mut document = document(MovementKind::Revaluation, self.day, self.reference.as_ref(), None, &changes)?;
        let (origin, rounding) = (document.origin(), *ledger.rounding());
        let strategy = context.strategies().get(&product.costing)?;
        let is_there = match lot {
            Some(lot) if strategy.needs() == Needs::Lot => ledger.lot_on_hand(id, lot)?.0.is_positive(),
            _ => ledger.book(id)?.state.quantity.is_positive(),
        };
        let nothing = Money::zero(rounding.currency);
        if strategy.needs() == Needs::SpecifiedCost {
            let specified = ProductCost::new(id, self.day, cost);
            specify(&mut changes, answers.first(&same_day)?.as_ref(), &specified);
            ledger.specify(specified);
            let moved = ledger.refresh(id, strategy, &origin, 1)?;
            let in_force = ledger.specified_now(id, self.day)?;
            ledger.refer(id, in_force.unwrap_or(cost), &origin, 1)?;
            document.add(crate::stock::Posted { cost: nothing, amount: nothing, value: moved })?;
        } else if is_there {
            let basis = (CostBasis::UnitCost, Some(cost), None);
            document.add(ledger.revalue((id, lot), |s| rounding.times(cost, s.quantity), basis, &origin, 1)?)?;
        } else {
            ledger.refer(id, cost, &origin, 1)?;
            document.add(crate::stock::Posted { cost: nothing, amount: nothing, value: nothing })?;
        }
        finish(document, ledger, changes)
    }
}
