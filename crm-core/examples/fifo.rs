//! A costing method of the host's own: first in, first out, on layers that the library stores for it. Run with `cargo run -p crm-core --example fifo`.
//!
//! A strategy is pure: it says what an event does to quantity, value and layers, and the library keeps them, posts variances and corrections,
//! and refuses a strategy that breaks a law of costing.

use crm_core::{
    Result,
    access::{Operator, Principal},
    company::Company,
    costing::{CostContext, CostState, CostStep, CostingStrategy, LateCost, Layer, Needs, spread},
    customers::Customer,
    ids::SequentialIds,
    num::{Currency, Money, Quantity, UnitPrice},
    products::Product,
    sales::{LineItem, NewDelivery},
    session::Crm,
    stock::{NewReceipt, ReceiptLine, Warehouse},
    storage::MemoryStorage,
    time::ManualClock,
};
use std::{
    future::Future,
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Waker},
};

/// First in, first out: what came first goes first, at what it cost.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fifo;

impl CostingStrategy for Fifo {
    fn needs(&self) -> Needs {
        Needs::Layers
    }

    fn receive(&self, state: &CostState, quantity: Quantity, value: Money, context: &CostContext) -> Result<CostStep> {
        let mut layers = state.layers.clone();
        layers.push(Layer { sequence: context.sequence, quantity, value });
        Ok(CostStep { state: with_layers(state, layers)?, value })
    }

    fn issue(&self, state: &CostState, quantity: Quantity, context: &CostContext) -> Result<CostStep> {
        let mut layers = state.layers.clone();
        let value = take(&mut layers, quantity, context)?;
        Ok(CostStep { state: with_layers(state, layers)?, value })
    }

    /// What comes back was first in before, and goes first again.
    fn reverse(&self, state: &CostState, quantity: Quantity, value: Money, context: &CostContext) -> Result<CostStep> {
        let mut layers = state.layers.clone();
        layers.insert(0, Layer { sequence: context.sequence, quantity, value });
        Ok(CostStep { state: with_layers(state, layers)?, value })
    }

    /// A receipt that is undone takes its own layer, and what is missing of it from the others.
    fn withdraw(&self, state: &CostState, quantity: Quantity, value: Money, receipt: i64, context: &CostContext) -> Result<CostStep> {
        let (mut own, mut others): (Vec<Layer>, Vec<Layer>) = state.layers.iter().partition(|l| l.sequence == receipt);
        let of_own = own.iter().try_fold(Quantity::ZERO, |sum, l| sum.plus(l.quantity))?.min(quantity);
        take(&mut own, of_own, context)?;
        take(&mut others, quantity.minus(of_own)?, context)?;
        let is_left = |l: &&Layer| own.iter().chain(&others).any(|left| left.sequence == l.sequence);
        let find = |l: &Layer| own.iter().chain(&others).find(|left| left.sequence == l.sequence).copied();
        let layers = state.layers.iter().filter(is_left).filter_map(find).collect();
        Ok(CostStep { state: with_layers(state, layers)?, value })
    }

    /// A late cost belongs to what is left of its receipt.
    fn charge(&self, state: &CostState, late: &LateCost, context: &CostContext) -> Result<CostState> {
        let mut layers = state.layers.clone();
        for layer in layers.iter_mut().filter(|l| l.sequence == late.sequence) {
            let value = layer.value.plus(late.part(layer.quantity.min(late.entered), &context.rounding)?)?;
            layer.value = if value.is_negative() { Money::zero(value.currency()) } else { value };
        }
        with_layers(state, layers)
    }

    fn revalue(&self, state: &CostState, value: Money, context: &CostContext) -> Result<CostState> {
        let quantities: Vec<_> = state.layers.iter().map(|l| l.quantity.decimal()).collect();
        let values = spread(value, &quantities, &context.rounding)?;
        let layers = state.layers.iter().zip(values).map(|(layer, value)| Layer { value, ..*layer }).collect();
        with_layers(state, layers)
    }
}

/// Takes a quantity from the front, and answers with its value; the last unit of a layer takes the rest of it.
fn take(layers: &mut Vec<Layer>, quantity: Quantity, context: &CostContext) -> Result<Money> {
    let (mut left, mut value) = (quantity, Money::zero(context.rounding.currency));
    for layer in layers.iter_mut() {
        let taken = layer.quantity.min(left);
        let worth = context.rounding.share(layer.value, taken, layer.quantity)?;
        (layer.quantity, layer.value) = (layer.quantity.minus(taken)?, layer.value.minus(worth)?);
        (left, value) = (left.minus(taken)?, value.plus(worth)?);
    }
    layers.retain(|layer| layer.quantity.is_positive());
    Ok(value)
}

fn with_layers(state: &CostState, layers: Vec<Layer>) -> Result<CostState> {
    let quantity = layers.iter().try_fold(Quantity::ZERO, |sum, l| sum.plus(l.quantity))?;
    let value = Money::sum(layers.iter().map(|l| l.value), state.value.currency())?;
    Ok(CostState { layers, ..state.with(quantity, value)? })
}

async fn story() -> Result<()> {
    let clock = ManualClock::new("2026-01-05T09:00:00Z".parse().map_err(|_| crm_core::Error::field("clock", "is no instant"))?);
    let crm = Crm::new(Arc::new(MemoryStorage::new()), Arc::new(clock), Arc::new(SequentialIds::new(1))).with_costing("fifo", Arc::new(Fifo));
    let (company, ana) = crm.create_company(Company::new("Acme", Currency::EUR), Operator::with("ana", "Ana", &["administrator"], &[])).await?;
    let session = crm.act_as(company, Principal::operator(ana)).await?;
    let customer = session.customers().create(Customer::new("C1", "Bodega Peña")).await?.id;
    let warehouse = session.warehouses().create(Warehouse::new("W", "Main")).await?.id;
    let lantern = Product { costing: "fifo".to_owned(), ..Product::stocked("P1", "Lantern", Currency::EUR) };
    let lantern = session.products().create(lantern).await?.id;
    let day = "2026-01-05".parse().map_err(|_| crm_core::Error::field("day", "is not a day"))?;
    for cost in ["10", "20"] {
        let line = ReceiptLine::new(lantern, 10.into(), UnitPrice::parse(cost, Currency::EUR)?);
        session.stock().receive(&NewReceipt::new(warehouse, day, vec![line])).await?;
    }
    let lines = vec![LineItem::new(lantern, 15.into(), UnitPrice::parse("30", Currency::EUR)?)];
    let delivery = NewDelivery::new(customer, warehouse, day, lines);
    let sold = session.sales().deliver(&delivery).await?;
    println!("15 of 10 at 10 and 10 at 20 cost {:?}", sold.cost);
    assert_eq!(sold.cost, Some(Money::parse("200", Currency::EUR)?));
    session.verify().await.map(drop)
}

/// The storage in memory never waits, so that a loop is runtime enough.
#[allow(dead_code, reason = "tests use the strategy only")]
fn main() -> Result<()> {
    let mut story = pin!(story());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = story.as_mut().poll(&mut context) {
            return done;
        }
    }
}
