//! The reads of a ledger: the products of a posting with their pools and balances; and only if products or warehouses need them, lots, layers, units
//! and specified costs.

use super::{Costs, Slot, StockLedger};
use crate::{
    access::Permit,
    act::ActContext,
    company::Company,
    costing::{CostingStrategy, Needs, ValueRounding},
    entity::{Masked, Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, TypedId, WarehouseId},
    num::{Currency, Money, Quantity},
    products::{Product, ProductCost, ProductUnit, Tracking},
    query::{Filter, Select, Test},
    stock::{
        CostLayer, Goods, LotBalance, StockBalance, StockLot, StockMovement, StockPool, Warehouse,
        days::{Later, standing},
        layers::book_of,
    },
    storage::{Answers, Ask, LockKeys, Reads},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

impl<'a> StockLedger<'a> {
    /// Opens the ledger from the rows read. Whatever else products or warehouses need, such as lots, layers or specified costs, is read here.
    ///
    /// # Errors
    /// `reference.missing` if a product does not exist; `costing.unknown`, `storage.*`.
    pub async fn open(
        context: &mut ActContext<'a>,
        goods: &Goods,
        warehouses: &[&Stored<Warehouse>],
        asks: &StockReads,
        answers: &mut Answers,
    ) -> Result<StockLedger<'a>> {
        Self::with_new(context, goods, warehouses, asks, answers, HashMap::new()).await
    }

    /// Opens the ledger from the rows read, and products created by the same act.
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

    pub(super) async fn read_more(
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
            // If the method is not registered, the line that needs it is refused later.
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
}

/// The reads of every posting: the products, their pools and their balances.
#[derive(Debug)]
pub struct StockReads {
    products: Ask<Stored<Product>>,
    pools: Ask<Stored<StockPool>>,
    balances: Ask<Stored<StockBalance>>,
}

impl StockReads {
    /// Adds the reads to a batch.
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

/// Additional reads, if products or warehouses need them.
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
