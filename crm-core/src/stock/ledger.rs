//! The stock side of a posting: starts from what was read, takes one movement after the other, and yields the rows to write.
//!
//! Invariant: every change of a pool or balance is a movement, and its value is what the product's costing strategy said.

use super::{MovementKind, StockBalance, StockMovement, StockPool};
use crate::{
    access::Permit,
    company::Company,
    costing::{CostState, CostStep, Strategies, ValueRounding},
    entity::{Keyed, Masked, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, SalesDocumentId, StockDocumentId, TypedId, WarehouseId},
    num::{Currency, Money, Quantity},
    products::Product,
    query::Select,
    storage::{Answers, Ask, ChangeSet, Reads},
    time::Day,
};
use chrono::Days;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The questions that a posting of products asks: the products, their pools and their balances.
#[derive(Debug)]
pub struct StockReads {
    products: Ask<Stored<Product>>,
    pools: Ask<Stored<StockPool>>,
    balances: Ask<Stored<StockBalance>>,
}

impl StockReads {
    /// Adds the questions to a batch.
    ///
    /// # Errors
    /// `limit.exceeded`.
    pub fn ask(reads: &mut Reads, permit: &Permit, products: &BTreeSet<ProductId>) -> Result<Self> {
        let keys = || products.iter().map(|id| Value::Id(id.uuid()));
        Ok(Self {
            products: reads.select(Select::new(permit).keys(keys())?),
            pools: reads.select(Select::new(permit).keys(keys())?),
            balances: reads.select(Select::new(permit).keys(keys())?),
        })
    }
}

/// What a movement belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// Why.
    pub kind: MovementKind,
    /// The warehouse.
    pub warehouse_id: WarehouseId,
    /// Document date.
    pub day: Day,
    /// The stock document, if it comes by one.
    pub stock_document_id: Option<StockDocumentId>,
    /// The delivery or return, if it comes by one.
    pub sales_document_id: Option<SalesDocumentId>,
}

/// How goods come in or go out.
#[derive(Debug, Clone, Copy)]
pub enum Moved {
    /// In, at a value.
    ReceivedAt(Money),
    /// Back in, at the cost at which they left.
    BackAt(Money),
    /// In, without a cost of their own.
    Found,
    /// Out.
    Issued,
}

/// The stock of the products of one posting, as it changes line by line.
pub struct StockLedger<'a> {
    rounding: ValueRounding,
    backdating_days: u64,
    strategies: &'a Strategies,
    products: BTreeMap<ProductId, Product>,
    pools: BTreeMap<ProductId, Slot<StockPool>>,
    balances: BTreeMap<(ProductId, WarehouseId), Slot<StockBalance>>,
    movements: Vec<StockMovement>,
}

/// A row as it was read, if it was there, and as it is now.
struct Slot<E: crate::entity::Entity> {
    before: Option<Stored<E>>,
    now: E,
}

impl<'a> StockLedger<'a> {
    /// From what was read.
    ///
    /// # Errors
    /// `reference.missing` if a product is not there.
    pub fn new(
        company: &Company,
        strategies: &'a Strategies,
        wanted: &BTreeSet<ProductId>,
        asks: &StockReads,
        answers: &mut Answers,
    ) -> Result<Self> {
        Self::with_new(company, strategies, wanted, asks, answers, HashMap::new())
    }

    /// From what was read, and products that the same act creates.
    pub(crate) fn with_new(
        company: &Company,
        strategies: &'a Strategies,
        wanted: &BTreeSet<ProductId>,
        asks: &StockReads,
        answers: &mut Answers,
        new: HashMap<ProductId, Product>,
    ) -> Result<Self> {
        let products: BTreeMap<_, _> = answers.all(&asks.products)?.into_iter().map(|p| (p.id, p.data)).chain(new).collect();
        if let Some(missing) = wanted.iter().find(|id| !products.contains_key(id)) {
            return Err(Error::new(Code::ReferenceMissing, "there is no such product").with("field", "product_id").with("id", missing));
        }
        let pools = answers.all(&asks.pools)?.into_iter().map(|p| (p.product_id, Slot { now: p.data.clone(), before: Some(p) })).collect();
        let balances =
            answers.all(&asks.balances)?.into_iter().map(|b| ((b.product_id, b.warehouse_id), Slot { now: b.data.clone(), before: Some(b) }));
        Ok(Self {
            rounding: ValueRounding { currency: company.currency, step: company.money_step, mode: company.rounding },
            backdating_days: company.backdating_days.unsigned_abs(),
            strategies,
            products,
            pools,
            balances: balances.collect(),
            movements: Vec::new(),
        })
    }

    /// How values are rounded.
    pub fn rounding(&self) -> &ValueRounding {
        &self.rounding
    }

    /// A product of the posting.
    ///
    /// # Errors
    /// `reference.missing`.
    pub fn product(&self, id: ProductId) -> Result<&Product> {
        self.products.get(&id).ok_or_else(|| Error::new(Code::ReferenceMissing, "there is no such product").with("id", id))
    }

    /// The products of the posting.
    pub fn products(&self) -> &BTreeMap<ProductId, Product> {
        &self.products
    }

    /// Moves a quantity (positive), and answers with the value that moved (not negative, whichever way).
    ///
    /// # Errors
    /// `stock.insufficient`, `stock.backdated`, `stock.cost_unknown`, `costing.unknown`, `number.out_of_range`.
    pub fn post(&mut self, product_id: ProductId, quantity: Quantity, moved: Moved, origin: &Origin, line: i64) -> Result<Money> {
        let product = self.product(product_id)?.clone();
        let strategy = self.strategies.get(&product.costing)?;
        self.check_day(product_id, &product, origin.day)?;
        let out = matches!(moved, Moved::Issued);
        if out {
            self.check_available(product_id, &product, origin.warehouse_id, quantity)?;
        }
        let rounding = self.rounding;
        let pool = self.pools.entry(product_id).or_insert_with(|| Slot { before: None, now: empty_pool(product_id, rounding.currency) });
        let state = state_of(&pool.now)?;
        let CostStep { state, value } = match moved {
            Moved::ReceivedAt(value) => strategy.receive(&state, quantity, value, &rounding)?,
            Moved::BackAt(value) => strategy.reverse(&state, quantity, value, &rounding)?,
            Moved::Found => strategy.find(&state, quantity, &rounding)?,
            Moved::Issued => strategy.issue(&state, quantity, &rounding)?,
        };
        let pool = &mut pool.now;
        pool.quantity = state.quantity;
        pool.value = Masked::Shown(state.value);
        pool.reference_cost = state.reference_cost;
        pool.last_day = pool.last_day.max(Some(origin.day));
        pool.movements = pool.movements.saturating_add(1);
        let sequence = pool.movements;
        let (quantity, signed) = if out { (quantity.negated(), value.negated()) } else { (quantity, value) };
        self.move_balance(product_id, origin.warehouse_id, quantity)?;
        self.movements.push(StockMovement {
            product_id,
            sequence,
            warehouse_id: origin.warehouse_id,
            kind: origin.kind,
            day: origin.day,
            stock_document_id: origin.stock_document_id,
            sales_document_id: origin.sales_document_id,
            line,
            quantity,
            currency: rounding.currency,
            value: Masked::Shown(signed),
        });
        Ok(value)
    }

    fn check_day(&self, id: ProductId, product: &Product, day: Day) -> Result<()> {
        let last = self.pools.get(&id).and_then(|p| p.now.last_day);
        let earliest = last.and_then(|last| last.checked_sub_days(Days::new(self.backdating_days)));
        if earliest.is_some_and(|earliest| day < earliest) {
            let message = format!("`{}` was last moved on a day too long after {day}", product.code);
            return Err(Error::new(Code::StockBackdated, message).with("product", &product.code).with("day", day));
        }
        Ok(())
    }

    fn check_available(&self, id: ProductId, product: &Product, warehouse: WarehouseId, quantity: Quantity) -> Result<()> {
        let available = self.balances.get(&(id, warehouse)).map_or(Quantity::ZERO, |b| b.now.quantity);
        if quantity <= available {
            return Ok(());
        }
        let message = format!("only {available} of `{}` are available, not {quantity}", product.code);
        Err(Error::new(Code::InsufficientStock, message)
            .with("product", &product.code)
            .with("product_id", id)
            .with("available", available)
            .with("requested", quantity))
    }

    fn move_balance(&mut self, product_id: ProductId, warehouse_id: WarehouseId, quantity: Quantity) -> Result<()> {
        let empty = || Slot { before: None, now: StockBalance { product_id, warehouse_id, quantity: Quantity::ZERO } };
        let balance = &mut self.balances.entry((product_id, warehouse_id)).or_insert_with(empty).now;
        balance.quantity = balance.quantity.plus(quantity)?;
        Ok(())
    }

    /// The rows to write.
    pub fn into_changes(self, changes: &mut ChangeSet) {
        self.pools.into_values().for_each(|slot| write(slot, changes));
        self.balances.into_values().for_each(|slot| write(slot, changes));
        for movement in self.movements {
            let movement = Stored::new(changes.new_id(), movement);
            changes.insert(&movement);
        }
    }
}

fn write<E: crate::entity::Entity<Id = Keyed>>(slot: Slot<E>, changes: &mut ChangeSet) {
    match slot.before {
        Some(before) => changes.update(&before, slot.now),
        None => changes.insert(&Stored::new(Keyed, slot.now)),
    }
}

fn empty_pool(product_id: ProductId, currency: Currency) -> StockPool {
    StockPool {
        product_id,
        currency,
        quantity: Quantity::ZERO,
        value: Masked::Shown(Money::zero(currency)),
        reference_cost: None,
        last_day: None,
        movements: 0,
    }
}

fn state_of(pool: &StockPool) -> Result<CostState> {
    let value = pool.value.shown().ok_or_else(|| Error::corrupt("a posting was read without the values of stock"))?;
    Ok(CostState { quantity: pool.quantity, value, reference_cost: pool.reference_cost })
}
