//! Applying opening data: masters by their codes, stock as one opening document.
//!
//! Invariant: a row that is stored already as it stands in the sheet is left alone; one that is stored differently is reported, never overwritten.

use super::{OpeningCustomer, OpeningData, OpeningProduct, OpeningStock, Place, Problem, Severity, SheetTotals, SourceRow};
use crate::{
    access::Right,
    customers::{Customer, CustomerGroup},
    entity::{Entity, Masked, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerGroupId, ProductGroupId, ProductId, TypedId, WarehouseId},
    limits,
    num::{Currency, Money, Quantity, UnitPrice},
    products::{Product, ProductGroup, Tracking},
    query::{Filter, Select},
    session::{Act, Answer, Desk, Plan, Session},
    stock::{
        Goods, MovementKind, StockDraft, StockLedger, StockLine, StockMove, StockMovement, StockPool, StockReads, Warehouse, check_warehouse, to_json,
    },
    storage::{Answers, Ask, ChangeSet, LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What becomes of rows with errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ApplyMode {
    /// Nothing is applied, only reported.
    DryRun,
    /// One row with an error keeps everything out.
    AllOrNothing,
    /// The good rows are applied, the others handed back as problems.
    GoodRows,
}

/// How opening data is applied.
#[derive(Debug, Clone, Serialize)]
pub struct OpeningOptions {
    /// Where the stock lies.
    pub warehouse_id: WarehouseId,
    /// The day of the opening.
    pub day: Day,
    /// What becomes of rows with errors.
    pub mode: ApplyMode,
}

/// What applying did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OpeningReport {
    /// New customers.
    pub customers_created: usize,
    /// New products.
    pub products_created: usize,
    /// Products whose opening stock is posted.
    pub stock_posted: usize,
    /// Rows that were stored already.
    pub unchanged: usize,
    /// Value of the posted stock; none for callers who may not see costs.
    pub stock_value: Option<Money>,
    /// Problems of reading and of applying.
    pub problems: Vec<Problem>,
    /// Control totals of the sheets.
    pub totals: Vec<SheetTotals>,
}

/// The part of the report that is kept with an idempotency key.
#[derive(Serialize, Deserialize)]
struct Applied {
    customers_created: usize,
    products_created: usize,
    stock_posted: usize,
    unchanged: usize,
    stock_value: Option<Money>,
}
impl Answer for Applied {}

/// Opening balances.
pub struct OpeningService<'s>(&'s Session<'s>);

impl Session<'_> {
    /// Opening balances.
    pub fn opening(&self) -> OpeningService<'_> {
        OpeningService(self)
    }
}

impl OpeningService<'_> {
    /// Checks and applies opening data, all in one act.
    ///
    /// # Errors
    /// `opening.rejected` with the number of errors, in mode `AllOrNothing`; `access.denied`, `reference.missing`, `limit.exceeded`, `storage.*`.
    /// Problems of rows are no error: they stand in the report.
    pub async fn apply(&self, data: &OpeningData, options: &OpeningOptions) -> Result<OpeningReport> {
        let act = Apply { data, options, problems: std::sync::Mutex::new(Vec::new()) };
        let applied = self.0.run(&act).await?;
        let found = act.problems.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let problems = data.problems.iter().cloned().chain(found).collect();
        let Applied { customers_created, products_created, stock_posted, unchanged, stock_value } = applied;
        Ok(OpeningReport { customers_created, products_created, stock_posted, unchanged, stock_value, problems, totals: data.totals.clone() })
    }
}

struct Apply<'d> {
    data: &'d OpeningData,
    options: &'d OpeningOptions,
    /// Problems of the last attempt.
    problems: std::sync::Mutex<Vec<Problem>>,
}

/// What is stored already.
struct Known {
    customers: HashMap<String, Customer>,
    products: HashMap<String, Stored<Product>>,
    customer_groups: HashMap<String, CustomerGroupId>,
    product_groups: HashMap<String, ProductGroupId>,
    opened: HashMap<ProductId, (Quantity, Money)>,
}

#[async_trait]
impl Act for Apply<'_> {
    type Answer = Applied;
    const OPERATION: &'static str = "opening.apply";

    fn right(&self) -> Right {
        Right::OpeningImport
    }

    fn request(&self) -> Result<Json> {
        to_json(&(self.data, self.options))
    }

    async fn plan(&self, desk: &mut Desk<'_>) -> Result<Plan<Applied>> {
        let data = self.data;
        limits::check("MAX_BATCH", data.customers.len().max(data.products.len()).max(data.stock.len()), limits::MAX_BATCH)?;
        let known = self.read(desk).await?;
        let currency = desk.company()?.currency;
        let mut work = Work { known, changes: desk.changes(), currency, problems: Vec::new(), unchanged: 0, new_products: HashMap::new() };
        let customers_created = data.customers.iter().filter(|row| work.customer(row)).count();
        let products_created = data.products.iter().filter(|row| work.product(row)).count();
        let step = desk.company()?.money_step;
        let lines = work.stock_lines(&data.stock, |price, quantity| price.times(quantity, step, desk.company()?.rounding))?;
        let stock_posted = lines.len();
        let value = self.post_stock(desk, lines, &mut work).await?;
        let Work { changes, problems, unchanged, .. } = work;
        let errors = data.problems.iter().chain(&problems).filter(|p| p.severity == Severity::Error).count();
        if let Ok(mut kept) = self.problems.lock() {
            *kept = problems;
        }
        if errors > 0 && self.options.mode == ApplyMode::AllOrNothing {
            return Err(Error::new(Code::OpeningRejected, format!("{errors} rows have errors; nothing was applied")).with("errors", errors));
        }
        let changes = if self.options.mode == ApplyMode::DryRun { desk.changes() } else { changes };
        let stock_value = (!desk.permit().hides(crate::entity::Mask::Cost)).then_some(value);
        Ok(Plan::new(changes, Applied { customers_created, products_created, stock_posted, unchanged, stock_value }))
    }
}

impl Apply<'_> {
    async fn read(&self, desk: &mut Desk<'_>) -> Result<Known> {
        let permit = desk.full_permit();
        let mut reads = Reads::new();
        let warehouse = reads.select(Select::<Warehouse>::new(&permit).keys([Value::Id(self.options.warehouse_id.uuid())])?);
        let code = |codes: Vec<&String>| {
            let values = codes.into_iter().map(|c| Value::Text(c.clone())).collect();
            Filter::Field("code".to_owned(), crate::query::Test::In(values))
        };
        let customers = code(self.data.customers.iter().map(|r| &r.value.code).collect());
        let products = self.data.products.iter().map(|r| &r.value.code).chain(self.data.stock.iter().map(|r| &r.value.product));
        let products = code(products.collect::<BTreeSet<_>>().into_iter().collect());
        let customers = reads.select(Select::<Customer>::new(&permit).filter(&customers)?.everything());
        let products = reads.select(Select::<Product>::new(&permit).filter(&products)?.everything());
        let customer_groups = reads.select(Select::<CustomerGroup>::new(&permit).everything());
        let product_groups = reads.select(Select::<ProductGroup>::new(&permit).everything());
        let opening = StockMovement::kind().eq(MovementKind::Opening).and(StockMovement::warehouse_id().eq(Some(self.options.warehouse_id)));
        let opened = reads.select(Select::<StockMovement>::new(&permit).filter(&opening)?.everything());
        let mut answers = desk.read(&LockKeys::none().and::<Warehouse, _>([self.options.warehouse_id]), reads).await?;
        check_warehouse(answers.first(&warehouse)?)?;
        Ok(Known {
            customers: answers.all(&customers)?.into_iter().map(|c| (c.code.clone(), c.data)).collect(),
            products: answers.all(&products)?.into_iter().map(|p| (p.code.clone(), p)).collect(),
            customer_groups: by_code(&mut answers, &customer_groups, |g| g.code.clone())?,
            product_groups: by_code(&mut answers, &product_groups, |g| g.code.clone())?,
            opened: answers.all(&opened)?.into_iter().map(opened_at).collect::<Result<_>>()?,
        })
    }

    /// Posts the opening stock of all products as one document; new products are not stored yet, so they come from the plan.
    async fn post_stock(&self, desk: &mut Desk<'_>, lines: Vec<StockLine>, work: &mut Work) -> Result<Money> {
        if lines.is_empty() {
            return Ok(Money::zero(work.currency));
        }
        let products: BTreeSet<ProductId> = lines.iter().map(|l| l.product_id).collect();
        let mut reads = Reads::new();
        let asks = StockReads::ask(&mut reads, &desk.full_permit(), &products)?;
        let mut answers = desk.read(&LockKeys::none().and::<StockPool, _>(products.iter().copied()), reads).await?;
        let new = std::mem::take(&mut work.new_products);
        let goods = Goods { products, ..Goods::default() };
        let mut ledger = StockLedger::with_new(desk, &goods, &[], &asks, &mut answers, new).await?;
        let OpeningOptions { warehouse_id, day, .. } = *self.options;
        let draft = StockDraft { kind: MovementKind::Opening, warehouse_id, day, reference: None, lines, landed: None };
        let posted = draft.post(&mut ledger, &mut work.changes)?;
        ledger.into_changes(&mut work.changes);
        Ok(posted.value)
    }
}

fn by_code<E: Entity>(answers: &mut Answers, ask: &Ask<Stored<E>>, code: impl Fn(&E) -> String) -> Result<HashMap<String, E::Id>> {
    Ok(answers.all(ask)?.into_iter().map(|g| (code(&g), g.id)).collect())
}

fn opened_at(movement: Stored<StockMovement>) -> Result<(ProductId, (Quantity, Money))> {
    let Masked::Shown(value) = movement.amount else { return Err(Error::corrupt("a movement was read without its value")) };
    Ok((movement.product_id, (movement.quantity, value)))
}

/// The plan as it grows, row by row.
struct Work {
    known: Known,
    changes: ChangeSet,
    currency: Currency,
    problems: Vec<Problem>,
    unchanged: usize,
    new_products: HashMap<ProductId, Product>,
}

impl Work {
    fn problem<T>(&mut self, row: &SourceRow<T>, code: &'static str, reason: String, text: &str) {
        let place = Place { sheet: row.sheet.clone(), row: row.row, column: None };
        self.problems.push(Problem { place, severity: Severity::Error, code, reason, text: text.to_owned() });
    }

    /// Reports texts that are too long: a group's name becomes its code.
    fn has_long_text<T>(&mut self, row: &SourceRow<T>, texts: &[(&'static str, &Option<String>)], code: &str) -> bool {
        for (field, text) in texts {
            let limit = if *field == "group" { limits::MAX_CODE } else { limits::MAX_TEXT };
            if let Err(error) = crate::session::check_length(field, text.as_deref().unwrap_or_default(), limit) {
                self.problem(row, "too_long", error.to_string(), code);
                return true;
            }
        }
        false
    }

    /// Plans a customer; whether he is new.
    fn customer(&mut self, row: &SourceRow<OpeningCustomer>) -> bool {
        let value = &row.value;
        let texts = [("group", &value.group), ("country", &value.country), ("tax_code", &value.tax_code)];
        if self.has_long_text(row, &texts, &value.code) {
            return false;
        }
        let known = value.group.as_ref().and_then(|name| self.known.customer_groups.get(name));
        let group_id = known.copied().or_else(|| value.group.as_ref().map(|_| CustomerGroupId(crate::Uuid::nil())));
        let customer = Customer {
            group_id,
            country: value.country.clone(),
            tax_code: value.tax_code.clone(),
            payment_days: value.payment_days.unwrap_or_default(),
            ..Customer::new(&value.code, &value.name)
        };
        match self.known.customers.get(&value.code) {
            Some(stored) if as_stored(&customer, stored) == *stored => {
                self.unchanged = self.unchanged.saturating_add(1);
                return false;
            }
            Some(_) => {
                self.problem(row, "differs_from_stored", "a customer with this code is stored with other values".to_owned(), &value.code);
                return false;
            }
            None => {}
        }
        if let Err(error) = crate::session::Master::check(&customer) {
            self.problem(row, "out_of_range", error.to_string(), &value.code);
            return false;
        }
        let group_id = value.group.as_ref().map(|name| self.customer_group(name));
        let customer = Stored::new(self.changes.new_id(), Customer { group_id, ..customer });
        self.changes.insert(&customer);
        self.known.customers.insert(value.code.clone(), customer.data);
        true
    }

    fn customer_group(&mut self, name: &str) -> CustomerGroupId {
        if let Some(id) = self.known.customer_groups.get(name) {
            return *id;
        }
        let group = Stored::new(self.changes.new_id(), CustomerGroup::new(name, name, None));
        self.changes.insert(&group);
        self.known.customer_groups.insert(name.to_owned(), group.id);
        group.id
    }

    fn product_group(&mut self, name: &str) -> ProductGroupId {
        if let Some(id) = self.known.product_groups.get(name) {
            return *id;
        }
        let group = Stored::new(self.changes.new_id(), ProductGroup::new(name, name, None));
        self.changes.insert(&group);
        self.known.product_groups.insert(name.to_owned(), group.id);
        group.id
    }

    /// Plans a product; whether it is new.
    fn product(&mut self, row: &SourceRow<OpeningProduct>) -> bool {
        let value = &row.value;
        let list_price = match value.list_price.map(|price| UnitPrice::new(price, self.currency)).transpose() {
            Ok(price) => price,
            Err(error) => {
                self.problem(row, "out_of_range", error.to_string(), &value.code);
                return false;
            }
        };
        if self.has_long_text(row, &[("group", &value.group), ("unit", &value.unit)], &value.code) {
            return false;
        }
        let known = value.group.as_ref().and_then(|name| self.known.product_groups.get(name));
        let group_id = known.copied().or_else(|| value.group.as_ref().map(|_| ProductGroupId(crate::Uuid::nil())));
        let is_stocked = value.stocked.unwrap_or(true);
        let product =
            Product { group_id, unit: value.unit.clone(), list_price, is_stocked, ..Product::stocked(&value.code, &value.name, self.currency) };
        match self.known.products.get(&value.code) {
            Some(stored) if like_stored(&product, stored) == stored.data => {
                self.unchanged = self.unchanged.saturating_add(1);
                return false;
            }
            Some(_) => {
                self.problem(row, "differs_from_stored", "a product with this code is stored with other values".to_owned(), &value.code);
                return false;
            }
            None => {}
        }
        if let Err(error) = crate::session::Master::check(&product) {
            self.problem(row, "out_of_range", error.to_string(), &value.code);
            return false;
        }
        let group_id = value.group.as_ref().map(|name| self.product_group(name));
        let product = Stored::new(self.changes.new_id(), Product { group_id, ..product });
        self.changes.insert(&product);
        self.new_products.insert(product.id, product.data.clone());
        self.known.products.insert(value.code.clone(), product);
        true
    }

    /// Plans the lines of the opening document; a product opens once.
    fn stock_lines(&mut self, rows: &[SourceRow<OpeningStock>], value_of: impl Fn(UnitPrice, Quantity) -> Result<Money>) -> Result<Vec<StockLine>> {
        let mut lines = Vec::new();
        let mut seen = HashSet::new();
        for row in rows {
            let OpeningStock { product, quantity, unit_cost } = &row.value;
            let Some((product_id, is_stocked)) = self.known.products.get(product).map(|p| (p.id, p.is_stocked)) else {
                self.problem(row, "unknown_product", "there is no product with this code".to_owned(), product);
                continue;
            };
            if quantity.is_zero() {
                continue;
            }
            if !is_stocked {
                self.problem(row, "not_stocked", "the product is a service, which has no stock".to_owned(), product);
                continue;
            }
            if self.known.products.get(product).is_some_and(|p| p.tracking != Tracking::None) {
                self.problem(row, "lot_needed", "the product is tracked by lot, and the sheet names none".to_owned(), product);
                continue;
            }
            if quantity.is_negative() || *unit_cost < crate::num::Decimal::ZERO {
                self.problem(row, "negative", "an opening has no negative quantity or cost".to_owned(), product);
                continue;
            }
            let priced = UnitPrice::new(*unit_cost, self.currency).and_then(|cost| Ok((cost, value_of(cost, *quantity)?)));
            let (unit_cost, value) = match priced {
                Ok(priced) => priced,
                Err(error) => {
                    let code = if error.code() == Code::NumberTooPrecise { "too_precise" } else { "out_of_range" };
                    self.problem(row, code, error.to_string(), product);
                    continue;
                }
            };
            match self.known.opened.get(&product_id) {
                Some(stored) if *stored == (*quantity, value) => self.unchanged = self.unchanged.saturating_add(1),
                Some(_) => self.problem(row, "already_posted", "other opening stock of this product was posted before".to_owned(), product),
                None if !seen.insert(product_id) => self.problem(row, "duplicate_code", "the product is there twice".to_owned(), product),
                None => lines.push(StockLine::new(product_id, *quantity, StockMove::At(unit_cost, None))),
            }
        }
        Ok(lines)
    }
}

/// The stored customer with what an opening sheet says of it: what sheets do not carry, people filled in since.
fn as_stored(said: &Customer, stored: &Customer) -> Customer {
    let Customer { code, name, group_id, country, tax_code, payment_days, is_active, .. } = said.clone();
    Customer { code, name, group_id, country, tax_code, payment_days, is_active, ..stored.clone() }
}

/// The product with those fields of the stored one that opening data do not hold.
fn like_stored(product: &Product, stored: &Product) -> Product {
    let Product { model, specification, mnemonic, brand, notes, .. } = stored.clone();
    Product { model, specification, mnemonic, brand, notes, ..product.clone() }
}
