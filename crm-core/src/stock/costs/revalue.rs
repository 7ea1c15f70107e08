//! Changing the value of a product's stock by an amount.

use super::draft::{check_stocked, document, of_product};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    error::Result,
    ids::ProductId,
    num::Money,
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

/// Changes the value of a product's stock by an amount.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Revalue {
    /// The product.
    pub product_id: ProductId,
    /// The lot, if the product is costed by lot.
    pub lot: Option<String>,
    /// Document date.
    pub day: Day,
    /// Amount added to the value, or taken from it if negative.
    pub amount: Money,
    /// A note.
    pub reference: Option<String>,
}

texts! {
    Revalue: lot reference;
}

#[async_trait]
impl Act for Revalue {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.revalue";

    fn right(&self) -> Right {
        Right::CostWrite
    }

    fn composed(&self) -> Option<Self> {
        composed_of(self)
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        crate::num::check_amount("amount", self.amount)?;
        let lot = self.lot.as_deref();
        let (mut ledger, ..) = open_ledger(context, &of_product(self.product_id, lot).on(self.day), &[], Reads::new()).await?;
        check_stocked(ledger.product(self.product_id)?)?;
        let changes = context.changes();
        let mut document = document(MovementKind::Revaluation, self.day, self.reference.as_ref(), None, &changes)?;
        let basis = (CostBasis::Revalued, None, None);
        document.add(ledger.revalue((self.product_id, lot), |s| s.value.plus(self.amount), basis, &document.origin(), 1)?)?;
        finish(document, ledger, changes)
    }
}
