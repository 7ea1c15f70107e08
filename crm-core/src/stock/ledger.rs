//! The stock side of a posting: starts from what was read, takes one movement after the other, and yields the rows to write.
//!
//! Invariant: every change of a pool or balance is a movement, and what its document was charged is the value that moved, the corrections of
//! earlier deliveries, and a variance.

use super::{
    CostBasis, CostCorrection, CostLayer, CostVariance, Goods, LotBalance, Moved, MovementKind, Origin, Posted, Posting, StockBalance, StockLot,
    StockMovement, StockPool, VarianceKind, Warehouse,
    days::{Later, standing},
    layers::{book_of, write_layers},
    lots::LotWarning,
    posting::variance_kind,
    rests::Fraction,
};
use crate::{
    access::{Permit, Right},
    act::ActContext,
    company::Company,
    costing::{CostBook, CostContext, CostState, CostingStrategy, Covered, LateCost, Layer, Needs, Strategies, ValueRounding, unit_cost},
    entity::{Entity, Masked, NaturalKey, Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, MovementId, ProductId, TypedId, WarehouseId},
    num::{Currency, Decimal, Money, Quantity, UnitPrice},
    policy::PolicyLevel,
    products::{Product, ProductCost, ProductUnit, Tracking, UnitRatio, UnitTable},
    query::{Filter, Select, Test},
    storage::{Answers, Ask, ChangeSet, LockKeys, Reads},
    text::quoted,
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

/// A row as it was read, if it was there, and as it is now.
struct Slot<E: Entity> {
    before: Option<Stored<E>>,
    now: E,
}

impl<E: Entity> Slot<E> {
    fn of(stored: Stored<E>) -> Self {
        Self { now: stored.data.clone(), before: Some(stored) }
    }

    fn new(now: E) -> Self {
        Self { before: None, now }
    }
}

/// The cost side of a product.
struct Costs {
    pool: Slot<StockPool>,
    /// Its book; where it is costed by lot, the lots have books of their own.
    book: CostBook,
    layers: Vec<Stored<CostLayer>>,
    specified: Vec<ProductCost>,
}

/// The stock of the products of one posting, as it changes line by line.
pub struct StockLedger<'a> {
    rounding: ValueRounding,
    backdating_days: u64,
    strategies: &'a Strategies,
    may_go_negative: BTreeSet<WarehouseId>,
    products: BTreeMap<ProductId, Product>,
    costs: BTreeMap<ProductId, Costs>,
    balances: BTreeMap<(ProductId, WarehouseId), Slot<StockBalance>>,
    lots: BTreeMap<(ProductId, String), Slot<StockLot>>,
    lot_balances: BTreeMap<(ProductId, String, WarehouseId), Slot<LotBalance>>,
    /// Reserved for others.
    held: BTreeMap<(ProductId, WarehouseId), Quantity>,
    /// What was not there yet on a later day.
    later: Later,
    /// The units of products, where lines name any.
    units: BTreeMap<(ProductId, String), UnitRatio>,
    /// Who has a piece that left with a delivery last; none if it left otherwise.
    holders: BTreeMap<(ProductId, String), Option<CustomerId>>,
    /// From how many days before a lot is no longer good its delivery is objected to, and how.
    expiry: (PolicyLevel, u64),
    expired: Vec<LotWarning>,
    /// Of products that moved too long after the day of the posting: the last day that stands.
    standing: BTreeMap<ProductId, Option<Day>>,
    movements: Vec<StockMovement>,
    variances: Vec<CostVariance>,
    corrections: Vec<CostCorrection>,
}

/// What is asked beside, because the products or warehouses need it.
#[derive(Default)]
struct More {
    specified: Option<Ask<Stored<ProductCost>>>,
    layers: Option<Ask<Stored<CostLayer>>>,
    lots: Option<Ask<Stored<StockLot>>>,
    lot_balances: Option<Ask<Stored<LotBalance>>>,
    later: Option<Ask<Record>>,
    units: Option<Ask<Stored<ProductUnit>>>,
    pieces: Option<Ask<Stored<StockMovement>>>,
}

fn among(products: impl Iterator<Item = ProductId>, lots: Option<&BTreeSet<String>>) -> Filter {
    let ids = products.map(|id| Value::Id(id.uuid())).collect();
    let of_products = Filter::Field("product_id".to_owned(), Test::In(ids));
    match lots {
        Some(lots) => of_products.and(Filter::Field("lot".to_owned(), Test::In(lots.iter().cloned().map(Value::Text).collect()))),
        None => of_products,
    }
}

impl<'a> StockLedger<'a> {
    /// From what was read. What the products or warehouses need beside, such as lots, layers or specified costs, is read here, and only then.
    ///
    /// # Errors
    /// `reference.missing` if a product is not there; `costing.unknown`, `storage.*`.
    pub async fn open(
        context: &mut ActContext<'a>,
        goods: &Goods,
        warehouses: &[&Stored<Warehouse>],
        asks: &StockReads,
        answers: &mut Answers,
    ) -> Result<StockLedger<'a>> {
        Self::with_new(context, goods, warehouses, asks, answers, HashMap::new()).await
    }

    /// From what was read, and products that the same act creates.
    pub(crate) async fn with_new(
        context: &mut ActContext<'a>,
        goods: &Goods,
        warehouses: &[&Stored<Warehouse>],
        asks: &StockReads,
        answers: &mut Answers,
        new: HashMap<ProductId, Product>,
    ) -> Result<StockLedger<'a>> {
        let products: BTreeMap<_, _> = answers.all(&asks.products)?.into_iter().map(|p| (p.id, p.data)).chain(new).collect();
        if let Some(missing) = goods.products.iter().find(|id| !products.contains_key(id)) {
            return Err(Error::new(Code::ReferenceMissing, "there is no such product").with("field", "product_id").with("id", missing));
        }
        let company: &Company = context.company()?;
        let rounding = ValueRounding { currency: company.currency, step: company.money_step, mode: company.rounding };
        let mut ledger = StockLedger {
            rounding,
            backdating_days: company.backdating_days.unsigned_abs(),
            strategies: context.strategies(),
            may_go_negative: warehouses.iter().filter(|w| w.allows_negative).map(|w| w.id).collect(),
            products,
            costs: BTreeMap::new(),
            balances: answers.all(&asks.balances)?.into_iter().map(|b| ((b.product_id, b.warehouse_id), Slot::of(b))).collect(),
            lots: BTreeMap::new(),
            lot_balances: BTreeMap::new(),
            held: BTreeMap::new(),
            later: Later::default(),
            units: BTreeMap::new(),
            holders: BTreeMap::new(),
            expiry: (company.expiry_policy, company.expiry_days.unsigned_abs()),
            expired: Vec::new(),
            standing: BTreeMap::new(),
            movements: Vec::new(),
            variances: Vec::new(),
            corrections: Vec::new(),
        };
        let pools: BTreeMap<ProductId, Stored<StockPool>> = answers.all(&asks.pools)?.into_iter().map(|p| (p.product_id, p)).collect();
        if let Some(day) = goods.day {
            let blocked: Vec<_> = pools.values().filter(|p| ledger.is_too_far_back(day, p.last_day)).map(|p| p.product_id).collect();
            ledger.standing = standing(context, &blocked, ledger.latest_move(day)).await?;
        }
        ledger.read_more(context, goods, warehouses, pools).await?;
        Ok(ledger)
    }

    async fn read_more(
        &mut self,
        context: &mut ActContext<'_>,
        goods: &Goods,
        warehouses: &[&Stored<Warehouse>],
        mut pools: BTreeMap<ProductId, Stored<StockPool>>,
    ) -> Result<()> {
        let (mut specified, mut layered, mut tracked, mut moved_later) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let warehouses: Vec<WarehouseId> = warehouses.iter().map(|w| w.id).collect();
        let refuses_negative = warehouses.iter().any(|id| !self.may_go_negative.contains(id));
        let leaves_on = goods.day.filter(|_| goods.may_leave);
        for (id, product) in self.products.iter().filter(|(_, p)| p.is_stocked) {
            // A method that is not registered refuses the line that needs it.
            let needs = self.strategies.get(&product.costing).map(CostingStrategy::needs).unwrap_or(Needs::Balance);
            let is_negative = pools.get(id).is_some_and(|p| p.quantity.is_negative());
            if needs == Needs::SpecifiedCost {
                specified.push(*id);
            }
            if needs == Needs::Layers || is_negative || goods.is_whole || !self.may_go_negative.is_empty() {
                layered.push(*id);
            }
            if product.tracking != Tracking::None && !goods.lots.is_empty() {
                tracked.push(*id);
            }
            let is_backdated = leaves_on < pools.get(id).and_then(|p| p.last_day);
            if leaves_on.is_some() && is_backdated && (refuses_negative || product.tracking != Tracking::None) {
                moved_later.push(*id);
            }
        }
        let permit = context.company_permit();
        let (mut reads, mut more) = (Reads::new(), More::default());
        if !specified.is_empty() {
            more.specified = Some(reads.select(Select::new(&permit).filter(&among(specified.into_iter(), None))?.everything()));
        }
        if !layered.is_empty() {
            more.layers = Some(reads.select(Select::new(&permit).filter(&among(layered.into_iter(), None))?.everything()));
        }
        if !tracked.is_empty() {
            let lots = among(tracked.iter().copied(), Some(&goods.lots));
            more.lots = Some(reads.select(Select::new(&permit).filter(&lots)?.everything()));
            more.lot_balances = Some(reads.select(Select::new(&permit).filter(&lots)?.everything()));
        }
        if let Some(day) = leaves_on.filter(|_| !moved_later.is_empty()) {
            more.later = Some(Later::ask(&mut reads, &permit, &moved_later, &warehouses, day)?);
        }
        let serials: Vec<_> = tracked.iter().copied().filter(|id| self.products.get(id).is_some_and(|p| p.tracking == Tracking::Serial)).collect();
        if goods.come_back && !serials.is_empty() {
            let pieces = Select::new(&permit).filter(&among(serials.into_iter(), Some(&goods.lots)))?;
            more.pieces = Some(reads.select(pieces.sort(&["sequence"])?.everything()));
        }
        if goods.has_units {
            more.units = Some(reads.select(Select::new(&permit).filter(&among(self.products.keys().copied(), None))?.everything()));
        }
        let mut answers = if reads.queries().is_empty() { Answers::new(Vec::new()) } else { context.read(&LockKeys::none(), reads).await? };
        let mut specified: BTreeMap<ProductId, Vec<ProductCost>> = BTreeMap::new();
        for cost in more.specified.map(|ask| answers.all(&ask)).transpose()?.unwrap_or_default() {
            specified.entry(cost.product_id).or_default().push(cost.data);
        }
        let mut layers: BTreeMap<ProductId, Vec<Stored<CostLayer>>> = BTreeMap::new();
        for layer in more.layers.map(|ask| answers.all(&ask)).transpose()?.unwrap_or_default() {
            layers.entry(layer.product_id).or_default().push(layer);
        }
        let lots = more.lots.map(|ask| answers.all(&ask)).transpose()?.unwrap_or_default();
        self.lots = lots.into_iter().map(|l| ((l.product_id, l.lot.clone()), Slot::of(l))).collect();
        let balances = more.lot_balances.map(|ask| answers.all(&ask)).transpose()?.unwrap_or_default();
        self.lot_balances = balances.into_iter().map(|b| ((b.product_id, b.lot.clone(), b.warehouse_id), Slot::of(b))).collect();
        for moved in more.pieces.map(|ask| answers.all(&ask)).transpose()?.unwrap_or_default() {
            if let Some(lot) = &moved.lot {
                self.holders.insert((moved.product_id, lot.clone()), moved.customer_id.filter(|_| moved.quantity.is_negative()));
            }
        }
        let units = more.units.map(|ask| answers.all(&ask)).transpose()?.unwrap_or_default();
        self.count_in(units.iter().map(|unit| &unit.data))?;
        if let Some(ask) = more.later {
            self.later = Later::take(answers.rows(&ask))?;
        }
        for id in self.products.keys() {
            let pool = pools.remove(id).map_or_else(|| Slot::new(empty_pool(*id, self.rounding.currency)), Slot::of);
            let layers = layers.remove(id).unwrap_or_default();
            let book = book_of(&pool.now, &layers)?;
            self.costs.insert(*id, Costs { pool, book, layers, specified: specified.remove(id).unwrap_or_default() });
        }
        Ok(())
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

    /// Keeps quantities in a warehouse for others: they are on hand, and not available to this posting.
    pub(crate) fn hold(&mut self, warehouse_id: WarehouseId, kept: BTreeMap<ProductId, Quantity>) {
        self.held.extend(kept.into_iter().map(|(product, quantity)| ((product, warehouse_id), quantity)));
    }

    /// Quantity and value of a product now.
    ///
    /// # Errors
    /// `storage.corrupt`.
    pub(crate) fn on_hand(&self, id: ProductId) -> Result<(Quantity, Money)> {
        let pool = &self.costs.get(&id).ok_or_else(|| Error::corrupt("a product of a posting has no pool"))?.pool.now;
        Ok((pool.quantity, shown(pool.value)?))
    }

    /// Quantity and value of a lot now.
    pub(crate) fn lot_on_hand(&self, id: ProductId, lot: &str) -> Result<(Quantity, Money)> {
        let found = self.lots.get(&(id, lot.to_owned())).ok_or_else(|| no_lot(lot))?;
        Ok((found.now.quantity, shown(found.now.value)?))
    }

    /// What the book of a product holds, as the strategy sees it.
    pub(crate) fn book(&self, id: ProductId) -> Result<&CostBook> {
        self.costs.get(&id).map(|c| &c.book).ok_or_else(|| Error::corrupt("a product of a posting has no book"))
    }

    /// The specified cost that stock is valued at: that of a day, or of the product's latest movement if that is later.
    pub(crate) fn specified_now(&self, id: ProductId, day: Day) -> Result<Option<UnitPrice>> {
        Ok(self.context(id, day)?.specified_cost)
    }

    /// Says what a specified cost is from a day on, within the posting.
    pub(crate) fn specify(&mut self, cost: ProductCost) {
        if let Some(costs) = self.costs.get_mut(&cost.product_id) {
            costs.specified.retain(|c| c.valid_from != cost.valid_from);
            costs.specified.push(cost);
        }
    }

    /// Moves goods.
    ///
    /// # Errors
    /// `stock.insufficient`, `stock.backdated`, `stock.cost_unknown`, `stock.lot_needed`, `stock.lot_unknown`, `stock.serial_not_one`,
    /// `costing.unknown`, `number.out_of_range`.
    pub fn post(&mut self, posting: &Posting<'_>, origin: &Origin) -> Result<Posted> {
        let product = self.product(posting.product_id)?.clone();
        // Strategies know costs and no products.
        self.post_product(&product, posting, origin).map_err(|e| if e.code() == Code::CostUnknown { e.with("product", &product.code) } else { e })
    }

    fn post_product(&mut self, product: &Product, posting: &Posting<'_>, origin: &Origin) -> Result<Posted> {
        let strategies = self.strategies;
        let strategy = strategies.get(&product.costing)?;
        let warehouse = origin.warehouse_id.ok_or_else(|| Error::corrupt("goods move without a warehouse"))?;
        let posting = &Posting { quantity: self.moved_quantity(product, posting, warehouse)?, ..*posting };
        let Posting { product_id, quantity, moved, .. } = *posting;
        self.check_day(product_id, product, origin.day)?;
        self.check_lot(product, posting, warehouse)?;
        self.check_holder(product, posting, origin)?;
        if moved.is_out() {
            self.check_available(product, posting, warehouse)?;
        }
        let refreshed = self.refresh(product_id, strategy, origin, posting.line)?;
        let context = self.context(product_id, origin.day)?;
        let lot = posting.lot.filter(|_| strategy.needs() == Needs::Lot);
        let costed = match lot {
            Some(lot) => {
                let mut book = self.lot_book(product_id, lot)?;
                let costed = moved.apply(&mut book, strategy, quantity, posting.sales, &context)?;
                self.keep_lot_book(product_id, lot, book);
                costed
            }
            None => {
                let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
                if matches!(moved, Moved::Withdrawn(..)) && costs.book.state.quantity < quantity {
                    return Err(insufficient(product_id, product, costs.book.state.quantity, quantity));
                }
                moved.apply(&mut costs.book, strategy, quantity, posting.sales, &context)?
            }
        };
        let signed = if moved.is_out() { quantity.negated() } else { quantity };
        self.move_balance(product_id, warehouse, signed)?;
        if let Some(lot) = posting.lot {
            self.move_lot(product_id, lot, warehouse, signed)?;
        }
        let amount = moved.amount(&costed);
        let corrected = self.correct(product_id, &costed.covered, origin)?;
        let covered = costed.covered.iter().try_fold(Quantity::ZERO, |sum, c| sum.plus(c.quantity))?;
        let variance = amount.minus(costed.moved)?.minus(corrected)?;
        let movement = Row {
            lot: posting.lot,
            basis: moved.basis(),
            line: posting.line,
            for_sequence: moved.for_sequence().or(posting.for_sequence),
            quantity: signed,
            covered,
            unit_cost: posting.unit_cost,
            price_quantity: posting.price_quantity,
            amount,
            value: costed.moved,
        };
        self.record(product_id, &movement, origin)?;
        let kind = if matches!(moved, Moved::IssuedAt(_)) { VarianceKind::Override } else { variance_kind(origin.kind) };
        self.vary(product_id, kind, variance, origin, posting.line);
        let cost = if matches!(moved, Moved::IssuedAt(_)) { amount.absolute() } else { costed.cost };
        Ok(Posted { cost, amount, value: costed.moved.plus(refreshed)? })
    }

    /// By how much stock moves: the quantity, or where it was entered in a unit that does not come out even, what leaves the rest rounded.
    fn moved_quantity(&self, product: &Product, posting: &Posting<'_>, warehouse: WarehouseId) -> Result<Quantity> {
        let Posting { product_id, quantity, lot, entered, moved, .. } = *posting;
        let unit = entered.and_then(|(entered, unit)| Some((entered, *self.units.get(&(product_id, unit.to_owned()))?)));
        let Some((entered, unit)) = unit.filter(|(entered, _)| entered.is_positive()) else { return Ok(quantity) };
        let on_hand = match lot {
            Some(lot) => self.lot_balances.get(&(product_id, lot.to_owned(), warehouse)).map(|b| b.now.quantity),
            None => self.balances.get(&(product_id, warehouse)).map(|b| b.now.quantity),
        };
        let decimals = UnitTable::of(product, BTreeMap::new()).decimals();
        let moved = Fraction::of(entered, unit)?.moves(on_hand.unwrap_or_default(), moved.is_out(), decimals)?;
        // A unit that was changed since the line was entered says nothing of it any more.
        Ok(moved.filter(|moved| moved.minus(quantity).is_ok_and(|rest| is_a_rest(rest, decimals))).unwrap_or(quantity))
    }

    /// Units that products are counted in.
    ///
    /// # Errors
    /// `field.invalid` if a stored fraction is none.
    pub(crate) fn count_in<'u>(&mut self, units: impl IntoIterator<Item = &'u ProductUnit>) -> Result<()> {
        for unit in units {
            self.units.insert((unit.product_id, unit.unit.clone()), unit.ratio()?);
        }
        Ok(())
    }

    /// The units that a product of the posting is counted in.
    ///
    /// # Errors
    /// `reference.missing`.
    pub(crate) fn units_of(&self, id: ProductId) -> Result<UnitTable> {
        let own = self.units.iter().filter(|((product, _), _)| *product == id).map(|((_, unit), ratio)| (unit.clone(), *ratio));
        Ok(UnitTable::of(self.product(id)?, own.collect()))
    }

    /// Moves goods from one warehouse to another. No value moves: the pool is that of the company.
    ///
    /// # Errors
    /// As [`StockLedger::post`].
    pub(crate) fn transfer(&mut self, posting: &Posting<'_>, origin: &Origin, to: WarehouseId) -> Result<Posted> {
        let Posting { product_id, quantity, lot, line, .. } = *posting;
        let product = self.product(product_id)?.clone();
        let from = origin.warehouse_id.ok_or_else(|| Error::corrupt("goods move without a warehouse"))?;
        self.check_day(product_id, &product, origin.day)?;
        self.check_lot(&product, posting, from)?;
        self.check_available(&product, posting, from)?;
        let nothing = Money::zero(self.rounding.currency);
        for (warehouse, quantity) in [(from, quantity.negated()), (to, quantity)] {
            self.move_balance(product_id, warehouse, quantity)?;
            if let Some(lot) = lot {
                self.move_lot(product_id, lot, warehouse, quantity)?;
            }
            let row = Row { basis: CostBasis::Moved, lot, line, quantity, ..Row::still(nothing, line) };
            self.record(product_id, &row, &Origin { warehouse_id: Some(warehouse), ..*origin })?;
        }
        Ok(Posted { cost: nothing, amount: nothing, value: nothing })
    }

    /// Charges a late cost on a receipt: stock takes the share that is still there, and the rest is a variance.
    ///
    /// # Errors
    /// As [`CostingStrategy::charge`]; `stock.backdated`.
    pub(crate) fn charge(&mut self, goods: (ProductId, Option<&str>), late: &LateCost, origin: &Origin, line: i64) -> Result<Posted> {
        let (posted, left) = self.charge_value(goods, late, None, origin, line)?;
        self.vary(goods.0, VarianceKind::LateCost, left, origin, line);
        Ok(posted)
    }

    /// The same, with what is left of it for the caller to book as a variance.
    pub(crate) fn charge_value(
        &mut self,
        (product_id, lot): (ProductId, Option<&str>),
        late: &LateCost,
        unit_cost: Option<UnitPrice>,
        origin: &Origin,
        line: i64,
    ) -> Result<(Posted, Money)> {
        let (moved, refreshed) = self.change_value((product_id, lot), origin, line, |book, by, context| book.charge(by, late, context))?;
        let row =
            Row { basis: CostBasis::Charged, lot, for_sequence: Some(late.sequence), unit_cost, amount: late.amount, ..Row::still(moved, line) };
        self.record(product_id, &row, origin)?;
        let posted = Posted { cost: late.amount, amount: late.amount, value: moved.plus(refreshed)? };
        Ok((posted, late.amount.minus(moved)?))
    }

    /// Charges or credits what left with an earlier movement; stock takes nothing of it, and the caller books it as a variance.
    pub(crate) fn recredit(
        &mut self,
        (product_id, lot): (ProductId, Option<&str>),
        sequence: i64,
        amount: Money,
        origin: &Origin,
        line: i64,
    ) -> Result<Posted> {
        let nothing = Money::zero(self.rounding.currency);
        let row = Row { basis: CostBasis::Charged, lot, for_sequence: Some(sequence), amount, ..Row::still(nothing, line) };
        self.record(product_id, &row, origin)?;
        Ok(Posted { cost: amount, amount, value: nothing })
    }

    /// Gives what is on hand another value.
    ///
    /// # Errors
    /// `stock.nothing_to_revalue`, and as [`CostingStrategy::revalue`].
    pub(crate) fn revalue(
        &mut self,
        (product_id, lot): (ProductId, Option<&str>),
        value: impl Fn(&CostState) -> Result<Money>,
        (basis, unit_cost, for_sequence): (CostBasis, Option<UnitPrice>, Option<i64>),
        origin: &Origin,
        line: i64,
    ) -> Result<Posted> {
        let (moved, refreshed) = self.change_value((product_id, lot), origin, line, |book, by, context| {
            if !book.state.quantity.is_positive() {
                return Err(Error::new(Code::NoStock, "there is nothing on hand that could get another value"));
            }
            let value = value(&book.state)?;
            if value.is_negative() {
                return Err(Error::field("amount", "takes more than the stock is worth").guarded(
                    Right::CostRead,
                    "available",
                    book.state.value.amount(),
                ));
            }
            book.revalue(by, value, context)
        })?;
        let nothing = Money::zero(self.rounding.currency);
        self.record(product_id, &Row { basis, lot, unit_cost, for_sequence, amount: nothing, ..Row::still(moved, line) }, origin)?;
        self.vary(product_id, VarianceKind::Revaluation, moved.negated(), origin, line);
        Ok(Posted { cost: nothing, amount: nothing, value: moved.plus(refreshed)? })
    }

    /// Undoes a change of value exactly, as far as the value is still there; what is not is a variance.
    ///
    /// # Errors
    /// As [`CostingStrategy::revalue`].
    pub(crate) fn undo_value(&mut self, (product_id, lot): (ProductId, Option<&str>), of: &StockMovement, origin: &Origin) -> Result<Posted> {
        let (value, amount) = (shown(of.value)?.negated(), shown(of.amount)?.negated());
        let (moved, refreshed) = self.change_value((product_id, lot), origin, of.line, |book, by, context| {
            if value.is_zero() || !book.state.quantity.is_positive() {
                return Ok(Money::zero(context.rounding.currency));
            }
            let next = book.state.value.plus(value)?;
            book.revalue(by, if next.is_negative() { Money::zero(next.currency()) } else { next }, context)
        })?;
        let basis = if of.basis == CostBasis::Charged { CostBasis::Charged } else { CostBasis::Revalued };
        let row = Row { basis, lot, for_sequence: Some(of.sequence), amount, ..Row::still(moved, of.line) };
        self.record(product_id, &row, origin)?;
        self.vary(product_id, VarianceKind::Reversal, amount.minus(moved)?, origin, of.line);
        Ok(Posted { cost: amount, amount, value: moved.plus(refreshed)? })
    }

    /// Sets only the cost that the next goods without one come in at.
    pub(crate) fn refer(&mut self, product_id: ProductId, cost: UnitPrice, origin: &Origin, line: i64) -> Result<()> {
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
        costs.book.state.reference_cost = Some(cost);
        costs.pool.now.reference_cost = Some(cost);
        let nothing = Money::zero(self.rounding.currency);
        self.record(product_id, &Row { basis: CostBasis::UnitCost, unit_cost: Some(cost), ..Row::still(nothing, line) }, origin)
    }

    /// Carries quantity and value over to another method.
    ///
    /// # Errors
    /// `costing.unknown`, `number.out_of_range`.
    pub(crate) fn change_method(&mut self, product_id: ProductId, to: &str, lots: Vec<Stored<StockLot>>, origin: &Origin) -> Result<()> {
        let (from, strategies) = (self.product(product_id)?.costing.clone(), self.strategies);
        let (old, new) = (strategies.get(&from)?.needs(), strategies.get(to)?.needs());
        let (sequence, rounding) = (self.next_sequence(product_id)?, self.rounding);
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
        let state = &mut costs.book.state;
        state.layers = match new {
            Needs::Layers if state.quantity.is_positive() => vec![Layer { sequence, quantity: state.quantity, value: state.value }],
            _ => Vec::new(),
        };
        let slots = lots.into_iter().map(|lot| ((product_id, lot.lot.clone()), Slot::of(lot)));
        let mut slots: BTreeMap<_, _> = slots.collect();
        if new == Needs::Lot && old != Needs::Lot {
            let weights: Vec<_> = slots.values().map(|s| s.now.quantity.decimal()).collect();
            let parts = crate::costing::spread(state.value, &weights, &rounding)?;
            for (slot, value) in slots.values_mut().zip(parts) {
                slot.now.value = Masked::Shown(value);
                if slot.now.quantity.is_positive() {
                    slot.now.reference_cost = Some(unit_cost(value, slot.now.quantity)?);
                }
            }
        } else if old == Needs::Lot && new != Needs::Lot {
            for slot in slots.values_mut() {
                slot.now.value = Masked::Shown(Money::zero(rounding.currency));
            }
        }
        self.lots.extend(slots);
        self.record(product_id, &Row { basis: CostBasis::Method, ..Row::still(Money::zero(rounding.currency), 1) }, origin)
    }

    /// Replaces the book of a product by one that was costed again.
    pub(crate) fn replace_book(&mut self, product_id: ProductId, book: CostBook) -> Result<()> {
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
        costs.book = book;
        Ok(())
    }

    /// Gives a product the value that recalculation came to, and answers with the change.
    pub(crate) fn rebook(&mut self, product_id: ProductId, value: Money, origin: &Origin) -> Result<Money> {
        let (_, before) = self.on_hand(product_id)?;
        let moved = value.minus(before)?;
        let nothing = Money::zero(self.rounding.currency);
        self.record(product_id, &Row { basis: CostBasis::Derived, amount: nothing, ..Row::still(moved, 1) }, origin)?;
        Ok(moved)
    }

    /// Replaces the value of a lot that was costed again.
    pub(crate) fn rebook_lot(&mut self, lot: Stored<StockLot>, value: Money, reference_cost: Option<UnitPrice>) {
        let mut slot = Slot::of(lot);
        (slot.now.value, slot.now.reference_cost) = (Masked::Shown(value), reference_cost);
        self.lots.insert((slot.now.product_id, slot.now.lot.clone()), slot);
    }

    /// Adds a correction that was found by recalculation.
    pub(crate) fn add_correction(&mut self, correction: CostCorrection) {
        self.corrections.push(correction);
    }

    /// Books a variance, unless it is nothing.
    pub(crate) fn vary(&mut self, product_id: ProductId, kind: VarianceKind, amount: Money, origin: &Origin, line: i64) {
        if amount.is_zero() {
            return;
        }
        self.variances.push(CostVariance {
            kind,
            product_id,
            day: origin.day,
            stock_document_id: origin.stock_document_id,
            sales_document_id: origin.sales_document_id,
            customer_id: origin.customer_id,
            line,
            currency: amount.currency(),
            amount: Masked::Shown(amount),
        });
    }

    /// A change of value only, of the product or of the lot where it is costed by lot: what it came to, and what a cost that came into force did first.
    fn change_value(
        &mut self,
        (product_id, lot): (ProductId, Option<&str>),
        origin: &Origin,
        line: i64,
        change: impl Fn(&mut CostBook, &dyn CostingStrategy, &CostContext) -> Result<Money>,
    ) -> Result<(Money, Money)> {
        let product = self.product(product_id)?.clone();
        let strategies = self.strategies;
        let strategy = strategies.get(&product.costing)?;
        self.check_day(product_id, &product, origin.day)?;
        let refreshed = self.refresh(product_id, strategy, origin, line)?;
        let context = self.context(product_id, origin.day)?;
        match (strategy.needs(), lot) {
            (Needs::Lot, Some(lot)) => {
                let mut book = self.lot_book(product_id, lot)?;
                let moved = change(&mut book, strategy, &context)?;
                self.keep_lot_book(product_id, lot, book);
                Ok((moved, refreshed))
            }
            (Needs::Lot, None) => Err(lot_needed(&product)),
            _ => {
                let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
                Ok((change(&mut costs.book, strategy, &context)?, refreshed))
            }
        }
    }

    /// A cost that came into force since the last movement values what is on hand, before anything else happens.
    pub(crate) fn refresh(&mut self, product_id: ProductId, strategy: &dyn CostingStrategy, origin: &Origin, line: i64) -> Result<Money> {
        let context = self.context(product_id, origin.day)?;
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no book"))?;
        if strategy.needs() == Needs::Lot || !costs.book.state.quantity.is_positive() {
            return Ok(Money::zero(context.rounding.currency));
        }
        let moved = costs.book.refresh(strategy, &context)?;
        if !moved.is_zero() {
            let nothing = Money::zero(context.rounding.currency);
            let row = Row { basis: CostBasis::Derived, amount: nothing, ..Row::still(moved, line) };
            self.record(product_id, &row, &Origin { kind: MovementKind::Revaluation, warehouse_id: None, ..*origin })?;
            self.vary(product_id, VarianceKind::Revaluation, moved.negated(), origin, line);
        }
        Ok(moved)
    }

    /// Corrects the deliveries that took what is covered now; what no delivery took becomes part of the variance.
    fn correct(&mut self, product_id: ProductId, covered: &[Covered], origin: &Origin) -> Result<Money> {
        let mut sum = Money::zero(self.rounding.currency);
        for (covered, sales) in covered.iter().filter_map(|c| c.of.sales.map(|s| (c, s))) {
            let amount = covered.cost.minus(covered.provisional)?;
            sum = sum.plus(amount)?;
            self.corrections.push(CostCorrection {
                product_id,
                sales_document_id: sales.document_id,
                sales_line_id: sales.line_id,
                delivered_line_id: sales.line_id,
                customer_id: sales.customer_id,
                salesperson_id: sales.salesperson_id,
                day: origin.day,
                stock_document_id: origin.stock_document_id,
                cause_document_id: origin.sales_document_id,
                quantity: covered.quantity,
                currency: amount.currency(),
                provisional: Masked::Shown(covered.provisional),
                amount: Masked::Shown(amount),
            });
        }
        Ok(sum)
    }

    /// Writes a movement, and the pool that follows from it.
    fn record(&mut self, product_id: ProductId, row: &Row<'_>, origin: &Origin) -> Result<()> {
        let costs = self.costs.get_mut(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no pool"))?;
        let (pool, rounding) = (&mut costs.pool.now, self.rounding);
        let value = shown(pool.value)?.plus(row.value)?;
        pool.quantity = pool.quantity.plus(row.quantity)?;
        pool.value = Masked::Shown(value);
        let by_lot = self.products.get(&product_id).and_then(|p| self.strategies.get(&p.costing).ok()).is_some_and(|s| s.needs() == Needs::Lot);
        if !by_lot {
            pool.reference_cost = costs.book.state.reference_cost;
        } else if pool.quantity.is_positive() {
            pool.reference_cost = Some(unit_cost(value, pool.quantity)?);
        }
        pool.last_day = pool.last_day.max(Some(origin.day));
        pool.movements = pool.movements.saturating_add(1);
        self.movements.push(StockMovement {
            product_id,
            sequence: pool.movements,
            warehouse_id: origin.warehouse_id,
            lot: row.lot.map(str::to_owned),
            kind: origin.kind,
            basis: row.basis,
            day: origin.day,
            stock_document_id: origin.stock_document_id,
            sales_document_id: origin.sales_document_id,
            customer_id: origin.customer_id,
            line: row.line,
            for_sequence: row.for_sequence,
            corrects_id: origin.corrects_id,
            quantity: row.quantity,
            covered: row.covered,
            currency: rounding.currency,
            unit_cost: row.unit_cost,
            price_quantity: row.price_quantity,
            amount: Masked::Shown(row.amount),
            value: Masked::Shown(row.value),
        });
        Ok(())
    }

    fn next_sequence(&self, product_id: ProductId) -> Result<i64> {
        let costs = self.costs.get(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no pool"))?;
        Ok(costs.pool.now.movements.saturating_add(1))
    }

    fn context(&self, product_id: ProductId, day: Day) -> Result<CostContext> {
        let costs = self.costs.get(&product_id).ok_or_else(|| Error::corrupt("a product of a posting has no pool"))?;
        let day = costs.pool.now.last_day.map_or(day, |last| last.max(day));
        let sequence = costs.pool.now.movements.saturating_add(1);
        Ok(CostContext { rounding: self.rounding, day, sequence, specified_cost: ProductCost::on(&costs.specified, day) })
    }

    /// The last day on which a product may have moved, for a document of a day still to move it.
    fn latest_move(&self, day: Day) -> Day {
        day.checked_add_days(Days::new(self.backdating_days)).unwrap_or(Day::MAX)
    }

    fn is_too_far_back(&self, day: Day, last: Option<Day>) -> bool {
        last.is_some_and(|last| last > self.latest_move(day))
    }

    /// # Errors
    /// `stock.backdated`, with the company's `limit` in days, and for those who may read stock the `last_day` and the `earliest` that is possible.
    fn check_day(&self, id: ProductId, product: &Product, day: Day) -> Result<()> {
        let last = self.costs.get(&id).and_then(|c| c.pool.now.last_day);
        if !self.is_too_far_back(day, last) {
            return Ok(());
        }
        let Some(last) = self.standing.get(&id).copied().unwrap_or(last) else { return Ok(()) };
        let limit = self.backdating_days;
        let message =
            format!("`{}` was last moved more than {limit} days after {day}, as far back as `backdating_days` of the company allows", product.code);
        let error = Error::new(Code::StockBackdated, message).with("product", &product.code).with("day", day).with("limit", limit);
        let error = error.guarded(Right::StockRead, "last_day", last);
        Err(match last.checked_sub_days(Days::new(limit)) {
            Some(earliest) => error.guarded(Right::StockRead, "earliest", earliest),
            None => error,
        })
    }

    /// A product that is tracked needs a lot on every movement; only what is received or counted makes a new one.
    fn check_lot(&self, product: &Product, posting: &Posting<'_>, warehouse: WarehouseId) -> Result<()> {
        let lot = match (product.tracking, posting.lot) {
            (Tracking::None, None) => return Ok(()),
            (Tracking::None, Some(_)) => return Err(Error::field("lot", "is given, but the product is not tracked by lot")),
            (_, None) => return Err(lot_needed(product)),
            (_, Some(lot)) => lot,
        };
        crate::text::check_length("lot", lot, crate::limits::MAX_CODE)?;
        if lot.trim().is_empty() {
            return Err(lot_needed(product));
        }
        let known = self.lots.get(&(posting.product_id, lot.to_owned()));
        if known.is_none() && !matches!(posting.moved, Moved::ReceivedAt(_)) {
            return Err(no_lot(lot).with("product", &product.code));
        }
        if product.tracking == Tracking::Serial {
            let is_there = !posting.moved.is_out() && known.is_some_and(|k| k.now.quantity.is_positive());
            if posting.quantity != Quantity::from(1) || is_there {
                let message = format!(
                    "{} is one piece of `{}`, which {}",
                    quoted(lot),
                    product.code,
                    if is_there { "is there already" } else { "moves alone" }
                );
                return Err(Error::new(Code::SerialNotOne, message).with("product", &product.code).with("lot", lot).with("warehouse_id", warehouse));
            }
        }
        Ok(())
    }

    /// A piece comes back from the customer who has it.
    fn check_holder(&self, product: &Product, posting: &Posting<'_>, origin: &Origin) -> Result<()> {
        let Some(lot) = posting.lot.filter(|_| origin.kind == MovementKind::Return && product.tracking == Tracking::Serial) else { return Ok(()) };
        let holder = self.holders.get(&(posting.product_id, lot.to_owned())).copied().flatten();
        // Goods of which no delivery is known may have left otherwise.
        let is_theirs = holder == origin.customer_id || (holder.is_none() && matches!(posting.moved, Moved::Found));
        if is_theirs {
            return Ok(());
        }
        let message = format!("{} of `{}` is not with this customer", quoted(lot), product.code);
        Err(Error::new(Code::SerialElsewhere, message).with("product", &product.code).with("lot", lot))
    }

    /// Looks at the lot of goods that are delivered: whether it is good on the day, by the company's policy.
    ///
    /// # Errors
    /// `stock.expired` with `lot` and `expires_on`.
    pub(crate) fn check_expiry(&mut self, product_id: ProductId, lot: &str, (day, line): (Day, i64)) -> Result<()> {
        let (policy, ahead) = self.expiry;
        let expires_on = self.lots.get(&(product_id, lot.to_owned())).and_then(|l| l.now.expires_on);
        let is_good = |expires_on: Day| day.checked_add_days(Days::new(ahead)).is_some_and(|until| until < expires_on);
        let Some(expires_on) = expires_on.filter(|expires_on| !is_good(*expires_on)) else { return Ok(()) };
        match policy {
            PolicyLevel::Off => {}
            PolicyLevel::Warn => self.expired.push(LotWarning { line, product_id, lot: lot.to_owned(), expires_on }),
            PolicyLevel::Block => {
                let code = &self.product(product_id)?.code;
                let message = format!("{} of `{code}` is no longer good from {expires_on} on", quoted(lot));
                let error = Error::new(Code::LotExpired, message).with("product", code).with("lot", lot).with("expires_on", expires_on);
                return Err(if ahead > 0 { error.with("expiry_days", ahead) } else { error });
            }
        }
        Ok(())
    }

    /// Lots that were delivered though they are no longer good.
    pub(crate) fn take_expired(&mut self) -> Vec<LotWarning> {
        std::mem::take(&mut self.expired)
    }

    /// What leaves is there: now, beside what is reserved for others, and at the end of every day from that of the posting on.
    fn check_available(&self, product: &Product, posting: &Posting<'_>, warehouse: WarehouseId) -> Result<()> {
        let Posting { product_id, quantity, lot, .. } = *posting;
        let missing = self.later.missing(product_id, warehouse, lot);
        if let Some(lot) = lot {
            let key = (product_id, lot.to_owned(), warehouse);
            let available = self.lot_balances.get(&key).map_or(Quantity::ZERO, |b| b.now.quantity).minus(missing)?;
            return if quantity <= available { Ok(()) } else { Err(insufficient(product_id, product, available, quantity).with("lot", lot)) };
        }
        let on_hand = self.balances.get(&(product_id, warehouse)).map_or(Quantity::ZERO, |b| b.now.quantity);
        let held = self.held.get(&(product_id, warehouse)).copied().unwrap_or_default();
        let available = on_hand.minus(held.max(missing))?;
        if quantity <= available || self.may_go_negative.contains(&warehouse) {
            return Ok(());
        }
        Err(insufficient(product_id, product, available, quantity))
    }

    fn move_balance(&mut self, product_id: ProductId, warehouse_id: WarehouseId, quantity: Quantity) -> Result<()> {
        let empty = || Slot::new(StockBalance { product_id, warehouse_id, quantity: Quantity::ZERO });
        let balance = &mut self.balances.entry((product_id, warehouse_id)).or_insert_with(empty).now;
        balance.quantity = balance.quantity.plus(quantity)?;
        Ok(())
    }

    fn move_lot(&mut self, product_id: ProductId, lot: &str, warehouse_id: WarehouseId, quantity: Quantity) -> Result<()> {
        let empty = || Slot::new(LotBalance { product_id, lot: lot.to_owned(), warehouse_id, quantity: Quantity::ZERO });
        let balance = &mut self.lot_balances.entry((product_id, lot.to_owned(), warehouse_id)).or_insert_with(empty).now;
        balance.quantity = balance.quantity.plus(quantity)?;
        let slot = self.lot_slot(product_id, lot);
        slot.now.quantity = slot.now.quantity.plus(quantity)?;
        Ok(())
    }

    fn lot_slot(&mut self, product_id: ProductId, lot: &str) -> &mut Slot<StockLot> {
        let currency = self.rounding.currency;
        self.lots.entry((product_id, lot.to_owned())).or_insert_with(|| {
            Slot::new(StockLot {
                product_id,
                lot: lot.to_owned(),
                expires_on: None,
                quantity: Quantity::ZERO,
                currency,
                value: Masked::Shown(Money::zero(currency)),
                reference_cost: None,
            })
        })
    }

    /// Notes from which day a lot is no longer good.
    ///
    /// # Errors
    /// `field.invalid` if the lot has another day already.
    pub(crate) fn expire(&mut self, product_id: ProductId, lot: &str, day: Day) -> Result<()> {
        let slot = self.lot_slot(product_id, lot);
        match slot.now.expires_on {
            Some(known) if known != day => Err(Error::field("expires_on", "is another day than the lot has").with("lot", lot)),
            _ => {
                slot.now.expires_on = Some(day);
                Ok(())
            }
        }
    }

    fn lot_book(&mut self, product_id: ProductId, lot: &str) -> Result<CostBook> {
        let lot = &self.lot_slot(product_id, lot).now;
        Ok(CostBook::new(CostState { quantity: lot.quantity, value: shown(lot.value)?, reference_cost: lot.reference_cost, layers: Vec::new() }))
    }

    /// Keeps value and reference cost; the quantity moves with the balance.
    fn keep_lot_book(&mut self, product_id: ProductId, lot: &str, book: CostBook) {
        let lot = &mut self.lot_slot(product_id, lot).now;
        (lot.value, lot.reference_cost) = (Masked::Shown(book.state.value), book.state.reference_cost);
    }

    /// The rows to write.
    pub fn into_changes(mut self, changes: &mut ChangeSet) {
        self.take_changes(usize::MAX, changes);
    }

    /// Lets go of what only posting needs; the rows are still to be written.
    pub(crate) fn close(&mut self) {
        self.products = BTreeMap::new();
        self.units = BTreeMap::new();
        self.later = Later::default();
    }

    /// Takes so many of the rows to write, or somewhat more. Answers whether any are left.
    pub(crate) fn take_changes(&mut self, rows: usize, changes: &mut ChangeSet) -> bool {
        let mut room = rows;
        let moved: BTreeSet<ProductId> = self.movements.iter().map(|m| m.product_id).collect();
        self.costs.retain(|id, _| moved.contains(id));
        for (id, costs) in first_of(&mut self.costs, &mut room) {
            write_layers(id, self.rounding.currency, &costs.book, &costs.layers, changes);
            write(costs.pool, changes);
        }
        first_of(&mut self.balances, &mut room).for_each(|(_, slot)| write(slot, changes));
        first_of(&mut self.lots, &mut room).for_each(|(_, slot)| write(slot, changes));
        first_of(&mut self.lot_balances, &mut room).for_each(|(_, slot)| write(slot, changes));
        // Which pools are written follows from the movements, which therefore come after them.
        for movement in self.movements.drain(..room.min(self.movements.len())) {
            changes.insert(&Stored::new(changes.new_id::<MovementId>(), movement));
            room = room.saturating_sub(1);
        }
        if !self.movements.is_empty() {
            return true;
        }
        for variance in self.variances.drain(..) {
            changes.insert(&Stored::new(changes.new_id(), variance));
        }
        for correction in self.corrections.drain(..) {
            changes.insert(&Stored::new(changes.new_id(), correction));
        }
        false
    }
}

/// Takes the first of a map out, as many as there is room for.
fn first_of<K: Ord, V>(from: &mut BTreeMap<K, V>, room: &mut usize) -> impl Iterator<Item = (K, V)> {
    std::iter::from_fn(move || {
        let left = room.checked_sub(1)?;
        let first = from.pop_first()?;
        *room = left;
        Some(first)
    })
}

/// Whether a difference is no more than rounding makes.
fn is_a_rest(difference: Quantity, decimals: u32) -> bool {
    difference.decimal().abs() <= Decimal::new(2, decimals)
}

/// What a movement says, beside its product and origin.
#[derive(Clone, Copy)]
struct Row<'r> {
    lot: Option<&'r str>,
    basis: CostBasis,
    line: i64,
    for_sequence: Option<i64>,
    quantity: Quantity,
    covered: Quantity,
    unit_cost: Option<UnitPrice>,
    price_quantity: Option<Quantity>,
    amount: Money,
    value: Money,
}

impl Row<'_> {
    /// A change of value without goods.
    fn still(value: Money, line: i64) -> Self {
        Self {
            lot: None,
            basis: CostBasis::Revalued,
            line,
            for_sequence: None,
            quantity: Quantity::ZERO,
            covered: Quantity::ZERO,
            unit_cost: None,
            price_quantity: None,
            amount: value,
            value,
        }
    }
}

fn write<E: Entity<Id = NaturalKey>>(slot: Slot<E>, changes: &mut ChangeSet) {
    match slot.before {
        Some(before) => changes.update(&before, slot.now),
        None => changes.insert(&Stored::new(NaturalKey, slot.now)),
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

fn shown(value: Masked<Money>) -> Result<Money> {
    value.shown().ok_or_else(|| Error::corrupt("a posting was read without the values of stock"))
}

fn insufficient(product_id: ProductId, product: &Product, available: Quantity, quantity: Quantity) -> Error {
    Error::new(Code::InsufficientStock, format!("there is not enough of `{}` for {quantity}", product.code))
        .with("product", &product.code)
        .with("product_id", product_id)
        .guarded(Right::StockRead, "available", available)
        .with("requested", quantity)
}

fn no_lot(lot: &str) -> Error {
    Error::new(Code::LotUnknown, format!("there is no lot {} of the product", quoted(lot))).with("lot", lot)
}

fn lot_needed(product: &Product) -> Error {
    Error::new(Code::LotNeeded, format!("`{}` is tracked by lot, and the line names none", product.code)).with("product", &product.code)
}
