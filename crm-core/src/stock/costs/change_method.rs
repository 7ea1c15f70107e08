//! Changing the costing method of a product.

use super::{
    draft::{check_stocked, document, of_product},
    specify::{specified_on, specify},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    costing::{Needs, unit_cost},
    error::{Code, Error, Result},
    ids::{ProductId, TypedId},
    num::{Money, Quantity},
    products::{Product, ProductCost, Tracking},
    query::Select,
    stock::{
        Goods, MovementKind, StockLot,
        document::{StockPosted, finish},
        open::open_ledger,
    },
    storage::{LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Changes the costing method of a product from now on. Quantity and value are carried over.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeMethod {
    /// The product.
    pub product_id: ProductId,
    /// Name of the new method.
    pub method: String,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
}

#[async_trait]
impl Act for ChangeMethod {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.change_method";

    fn right(&self) -> Right {
        Right::CostWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        let id = self.product_id;
        let permit = context.company_permit();
        let mut reads = Reads::new();
        let product = reads.select(Select::<Product>::new(&permit).keys([crate::entity::Value::Id(id.uuid())])?);
        let mut answers = context.read(&LockKeys::none().and::<Product, _>([id]), reads).await?;
        let missing = || Error::new(Code::ReferenceMissing, "there is no such product").with("field", "product_id").with("id", id);
        let product = answers.first(&product)?.ok_or_else(missing)?;
        check_stocked(&product)?;
        let needs = context.strategies().get(&self.method)?.needs();
        if needs == Needs::Lot && product.tracking == Tracking::None {
            return Err(Error::new(Code::LotNeeded, "costing by lot requires a product that is tracked by lot").with("product", &product.code));
        }
        let mut reads = Reads::new();
        let same_day = specified_on(&mut reads, context, id, self.day)?;
        let there = StockLot::product_id().eq(id).and(StockLot::quantity().gt(Quantity::ZERO));
        let lots = reads.select(Select::<StockLot>::new(&permit).filter(&there)?.everything());
        let (mut ledger, _, mut answers) = open_ledger(context, &Goods { is_whole: true, ..of_product(id, None).on(self.day) }, &[], reads).await?;
        let mut changes = context.changes();
        let mut document = document(MovementKind::MethodChange, self.day, self.reference.as_ref(), None, &changes)?;
        let (quantity, value) = ledger.on_hand(id)?;
        ledger.change_method(id, &self.method, answers.all(&lots)?, &document.origin())?;
        if needs == Needs::SpecifiedCost && self.method != product.costing && quantity.is_positive() {
            specify(&mut changes, answers.first(&same_day)?.as_ref(), &ProductCost::new(id, self.day, unit_cost(value, quantity)?));
        }
        let nothing = Money::zero(ledger.rounding().currency);
        document.add(crate::stock::Posted { cost: nothing, amount: nothing, value: nothing })?;
        let mut plan = finish(document, ledger, changes)?;
        plan.changes.update(&product, Product { costing: self.method.clone(), ..product.data.clone() });
        Ok(plan)
    }
}
