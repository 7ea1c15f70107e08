//! Acts that change what goods are worth: revaluation, specified and reference costs, late costs, corrected receipts, another method.
//! None of them rewrites what a delivery cost; what belongs to goods that have left is a variance.

use super::{
    CostBasis, Goods, Moved, MovementKind, Posting, PriceFor, StockLot, StockMovement, StockPosted, StockService, VarianceKind, check_text,
    moves::{Corrected, Repriced, open_ledger},
    service::{NewDocument, answer},
};
use crate::{
    access::Right,
    act::{Act, ActContext, Plan},
    costing::{Needs, unit_cost},
    entity::Stored,
    error::{Code, Error, Result},
    ids::{ProductId, StockDocumentId, TypedId},
    num::{Decimal, Money, Quantity, UnitPrice},
    products::{Product, ProductCost, Tracking},
    query::Select,
    storage::{ChangeSet, LockKeys, Reads},
    text::{composed_of, texts},
    time::Day,
};
use async_trait::async_trait;
use serde::Serialize;

/// Gives what is on hand of a product another value, by an amount.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Revalue {
    /// The product.
    pub product_id: ProductId,
    /// The lot, where the product is costed by lot.
    pub lot: Option<String>,
    /// Document date.
    pub day: Day,
    /// What it is worth more, or less if negative.
    pub amount: Money,
    /// A note.
    pub reference: Option<String>,
}

/// Sets the unit cost of a product: stock on hand is worth it from now on; where there is none, it is what goods without a cost come in at.
/// Of a product at a specified cost it is that cost, from the day on.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetUnitCost {
    /// The product.
    pub product_id: ProductId,
    /// The lot, where the product is costed by lot.
    pub lot: Option<String>,
    /// Document date.
    pub day: Day,
    /// Cost per unit, not negative.
    pub unit_cost: UnitPrice,
    /// A note.
    pub reference: Option<String>,
}

/// A cost of a receipt that became known later, such as freight. The share whose goods are still there goes to stock, the rest is a variance.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddCost {
    /// The receipt.
    pub receipt_id: StockDocumentId,
    /// The lines that it is for; all of them if there are none here. Shared out by value, in whole steps.
    #[serde(default)]
    pub lines: Vec<i64>,
    /// Document date.
    pub day: Day,
    /// The cost; negative for a credit.
    pub amount: Money,
    /// The carrier's number, or a note.
    pub reference: Option<String>,
}

/// The price of a receipt's line was another one: for what came by it, corrections of its quantity included. What was sent back at its price is
/// credited at the right one too, so that it is the same whether goods went back before or after.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CorrectPrice {
    /// The receipt.
    pub receipt_id: StockDocumentId,
    /// Its line.
    pub line: i64,
    /// The right cost per unit, not negative.
    pub unit_cost: UnitPrice,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
}

/// The quantity of a receipt's line was another one: the difference comes in, or goes out, now and at the receipt's price.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CorrectQuantity {
    /// The receipt.
    pub receipt_id: StockDocumentId,
    /// Its line.
    pub line: i64,
    /// The right quantity, not negative.
    pub quantity: Quantity,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
}

/// Costs a product by another method from now on. Quantity and value are carried over as they are.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeMethod {
    /// The product.
    pub product_id: ProductId,
    /// The name of the method.
    pub method: String,
    /// Document date.
    pub day: Day,
    /// A note.
    pub reference: Option<String>,
}

impl StockService<'_> {
    /// Gives stock another value, by an amount.
    ///
    /// # Errors
    /// `stock.nothing_to_revalue` without stock; `access.denied`, `field.invalid`, `reference.missing`, `stock.backdated`, `storage.*`.
    pub async fn revalue(&self, revalue: &Revalue) -> Result<StockPosted> {
        self.0.run(revalue).await
    }

    /// Sets a unit cost.
    ///
    /// # Errors
    /// As [`StockService::revalue`]; without stock it sets only what is shown and used for goods without a cost.
    pub async fn set_unit_cost(&self, set: &SetUnitCost) -> Result<StockPosted> {
        self.0.run(set).await
    }

    /// Adds a late cost to a receipt.
    ///
    /// # Errors
    /// `stock.not_correctable` unless it is a receipt that stands; otherwise as [`StockService::revalue`].
    pub async fn add_cost(&self, cost: &AddCost) -> Result<StockPosted> {
        self.0.run(cost).await
    }

    /// Corrects the price of a receipt's line.
    ///
    /// # Errors
    /// As [`StockService::add_cost`].
    pub async fn correct_receipt_price(&self, correct: &CorrectPrice) -> Result<StockPosted> {
        self.0.run(correct).await
    }

    /// Corrects the quantity of a receipt's line.
    ///
    /// # Errors
    /// As [`StockService::add_cost`], and `stock.insufficient`.
    pub async fn correct_receipt_quantity(&self, correct: &CorrectQuantity) -> Result<StockPosted> {
        self.0.run(correct).await
    }

    /// Changes the costing method of a product.
    ///
    /// # Errors
    /// `costing.unknown`, `stock.lot_needed` for costing by lot of a product without lots; otherwise as [`StockService::revalue`].
    pub async fn change_method(&self, change: &ChangeMethod) -> Result<StockPosted> {
        self.0.run(change).await
    }
}

fn of_product(product_id: ProductId, lot: Option<&str>) -> Goods {
    [(product_id, lot)].into_iter().collect()
}

fn document(kind: MovementKind, day: Day, reference: Option<&String>, corrects: Option<StockDocumentId>, changes: &ChangeSet) -> Result<NewDocument> {
    check_text("reference", reference.map(String::as_str))?;
    let mut document = NewDocument::new(kind, day, changes);
    (document.reference, document.corrects_id) = (reference.cloned(), corrects);
    Ok(document)
}

fn check_stocked(product: &Product) -> Result<()> {
    if product.is_stocked { Ok(()) } else { Err(Error::field("product_id", "is a service, which has no stock")) }
}

fn check_cost(cost: UnitPrice, currency: crate::num::Currency) -> Result<()> {
    crate::num::same_currency(cost.currency(), currency)?;
    if cost.amount() < Decimal::ZERO { Err(Error::field("unit_cost", "is negative")) } else { Ok(()) }
}

texts! {
    Revalue: lot reference;
    SetUnitCost: lot reference;
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
        let mut changes = context.changes();
        let mut document = document(MovementKind::Revaluation, self.day, self.reference.as_ref(), None, &changes)?;
        let basis = (CostBasis::Revalued, None, None);
        document.add(ledger.revalue((self.product_id, lot), |s| s.value.plus(self.amount), basis, &document.origin(), 1)?)?;
        let posted = document.insert(&mut changes)?;
        ledger.into_changes(&mut changes);
        Ok(answer(changes, posted))
    }
}

/// The costs of a product that are in force from exactly this day: one, or none.
fn specified_on(reads: &mut Reads, context: &ActContext<'_>, product_id: ProductId, day: Day) -> Result<crate::storage::Ask<Stored<ProductCost>>> {
    let same = ProductCost::product_id().eq(product_id).and(ProductCost::valid_from().eq(day));
    Ok(reads.select(Select::<ProductCost>::new(&context.company_permit()).filter(&same)?))
}

fn specify(changes: &mut ChangeSet, stored: Option<&Stored<ProductCost>>, cost: &ProductCost) {
    match stored {
        Some(stored) => changes.update(stored, cost.clone()),
        None => changes.insert(&Stored::new(changes.new_id(), cost.clone())),
    }
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
            document.add(super::Posted { cost: nothing, amount: nothing, value: moved })?;
        } else if is_there {
            let basis = (CostBasis::UnitCost, Some(cost), None);
            document.add(ledger.revalue((id, lot), |s| rounding.times(cost, s.quantity), basis, &origin, 1)?)?;
        } else {
            ledger.refer(id, cost, &origin, 1)?;
            document.add(super::Posted { cost: nothing, amount: nothing, value: nothing })?;
        }
        let posted = document.insert(&mut changes)?;
        ledger.into_changes(&mut changes);
        Ok(answer(changes, posted))
    }
}

#[async_trait]
impl Act for AddCost {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.add_cost";

    fn right(&self) -> Right {
        Right::CostWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        if self.amount.is_zero() {
            return Err(Error::field("amount", "is nothing"));
        }
        crate::num::check_amount("amount", self.amount)?;
        let receipt = Corrected::read(context, self.receipt_id, "receipt_id").await?;
        receipt.receipt()?;
        let wanted: Vec<&StockMovement> = match self.lines.as_slice() {
            [] => receipt.movements.iter().filter(|m| m.basis == CostBasis::Given).collect(),
            lines => lines.iter().map(|line| receipt.line(*line)).collect::<Result<_>>()?,
        };
        let (mut ledger, ..) = open_ledger(context, &receipt.goods().on(self.day), &[], Reads::new()).await?;
        let mut changes = context.changes();
        let mut document = document(MovementKind::LateCost, self.day, self.reference.as_ref(), Some(self.receipt_id), &changes)?;
        let rounding = *ledger.rounding();
        crate::num::same_currency(self.amount.currency(), rounding.currency)?;
        let mut weights: Vec<Decimal> = wanted.iter().map(|m| m.amount.shown().map_or(Decimal::ZERO, Money::amount)).collect();
        if weights.iter().all(Decimal::is_zero) {
            weights = wanted.iter().map(|m| m.quantity.decimal()).collect();
        }
        for (of, amount) in wanted.into_iter().zip(crate::costing::spread(self.amount, &weights, &rounding)?) {
            let goods = (of.product_id, of.lot.as_deref());
            document.add(ledger.charge(goods, &receipt.late(of, amount)?, &document.origin(), of.line)?)?;
        }
        let posted = document.insert(&mut changes)?;
        ledger.into_changes(&mut changes);
        Ok(answer(changes, posted))
    }
}

#[async_trait]
impl Act for CorrectPrice {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.correct_receipt_price";

    fn right(&self) -> Right {
        Right::CostWrite
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        let receipt = Corrected::read(context, self.receipt_id, "receipt_id").await?;
        receipt.receipt()?;
        let of = receipt.line(self.line)?;
        let (mut ledger, ..) = open_ledger(context, &receipt.goods().on(self.day), &[], Reads::new()).await?;
        let rounding = *ledger.rounding();
        check_cost(self.unit_cost, rounding.currency)?;
        let price = receipt.price(of).ok_or_else(|| Error::corrupt("a receipt without a price"))?;
        crate::num::check_amount("unit_cost", rounding.times(self.unit_cost, of.quantity)?)?;
        let Repriced { parts, sent_back } = receipt.reprice(of, (price, PriceFor::one(self.unit_cost)), &rounding)?;
        let mut changes = context.changes();
        let mut document = document(MovementKind::PriceCorrection, self.day, self.reference.as_ref(), Some(self.receipt_id), &changes)?;
        let (goods, origin) = ((of.product_id, of.lot.as_deref()), document.origin());
        let mut variance = Money::zero(rounding.currency);
        for part in &parts {
            let (posted, left) = ledger.charge_value(goods, part, Some(self.unit_cost), &origin, of.line)?;
            document.add(posted)?;
            variance = variance.plus(left)?;
        }
        for (sequence, amount) in sent_back {
            document.add(ledger.recredit(goods, sequence, amount, &origin, of.line)?)?;
            variance = variance.plus(amount)?;
        }
        ledger.vary(of.product_id, VarianceKind::LateCost, variance, &origin, of.line);
        let posted = document.insert(&mut changes)?;
        ledger.into_changes(&mut changes);
        Ok(answer(changes, posted))
    }
}

#[async_trait]
impl Act for CorrectQuantity {
    type Answer = StockPosted;
    const OPERATION: &'static str = "stock.correct_receipt_quantity";

    fn right(&self) -> Right {
        Right::StockPost
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<StockPosted>> {
        context.check_day(self.day)?;
        let receipt = Corrected::read(context, self.receipt_id, "receipt_id").await?;
        receipt.receipt()?;
        let of = receipt.line(self.line)?;
        let now = of.quantity.plus(receipt.moved(of, MovementKind::QuantityCorrection)?)?;
        let difference = self.quantity.minus(now)?;
        if self.quantity.is_negative() || difference.is_zero() {
            return Err(Error::field("quantity", "is negative, or what the receipt says already"));
        }
        let warehouses: Vec<_> = of.warehouse_id.into_iter().collect();
        let (mut ledger, ..) = open_ledger(context, &receipt.goods().leaving(self.day), &warehouses, Reads::new()).await?;
        let price = receipt.price(of).ok_or_else(|| Error::corrupt("a receipt without a price"))?;
        let quantity = if difference.is_negative() { difference.negated() } else { difference };
        let value = price.times(quantity, ledger.rounding())?;
        if !difference.is_negative() {
            crate::num::check_amount("quantity", value)?;
        }
        let moved = if difference.is_negative() { Moved::Withdrawn(value, of.sequence) } else { Moved::ReceivedAt(value) };
        let mut changes = context.changes();
        let mut document = document(MovementKind::QuantityCorrection, self.day, self.reference.as_ref(), Some(self.receipt_id), &changes)?;
        document.warehouse_id = of.warehouse_id;
        let (unit_cost, price_quantity, for_sequence) = (Some(price.price), price.other_quantity(), Some(of.sequence));
        let posting = Posting { unit_cost, price_quantity, for_sequence, ..Posting::new(of.product_id, quantity, moved, of.line) };
        document.add(ledger.post(&posting.lot(of.lot.as_deref()), &document.origin())?)?;
        let posted = document.insert(&mut changes)?;
        ledger.into_changes(&mut changes);
        Ok(answer(changes, posted))
    }
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
            return Err(Error::new(Code::LotNeeded, "costing by lot needs a product that is tracked by lot").with("product", &product.code));
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
        document.add(super::Posted { cost: nothing, amount: nothing, value: nothing })?;
        let posted = document.insert(&mut changes)?;
        ledger.into_changes(&mut changes);
        changes.update(&product, Product { costing: self.method.clone(), ..product.data.clone() });
        Ok(answer(changes, posted))
    }
}
