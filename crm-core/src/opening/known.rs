//! What is already stored of the records a part of an opening names, read in two batches before the part is planned; and what earlier parts have
//! planned.
//!
//! Invariant: the company is locked first, so that of two concurrent openings the second sees the result of the first. The result is the same whether
//! or not the earlier parts have been written.

use super::{
    OpeningCode, OpeningCustomer, OpeningData, OpeningProduct, OpeningStock,
    part::{PART_ROWS, Part},
    problem::SourceRow,
};
use crate::{
    Uuid,
    access::{Operator, Permit},
    act::ActContext,
    company::Company,
    customers::{AddressKind, Contact, ContactPoint, ContactPointKind, Customer, CustomerAddress, CustomerGroup, CustomerGroupMember},
    entity::{Entity, Masked, Stored, Value},
    error::{Error, Result},
    ids::{ContactId, CustomerGroupId, CustomerId, OperatorId, PriceListId, ProductGroupId, ProductId, TypedId, WarehouseId},
    num::{Money, Quantity},
    pricing::{CustomerPrice, PriceList, PriceListItem},
    products::{CodeKind, Product, ProductCode, ProductGroup, ProductUnit, Tracking, code_key, is_gtin},
    query::{Filter, Select, Test},
    receivables::{OpenItem, OpenItemKind, not_cancelled},
    stock::{MovementKind, StockDocument, StockMovement, StockPool, Warehouse, check_warehouse},
    storage::{Answers, Ask, LockKeys, Reads},
    tax::TaxRate,
};
use std::{
    borrow::Borrow,
    collections::{BTreeSet, HashMap, HashSet, hash_map::Entry},
    hash::Hash,
};

/// A product (and lot, if tracked) in a warehouse.
pub(super) type StockPlace = (ProductId, WarehouseId, Option<String>);

/// The unique claim of a product code: key, kind and party.
pub(super) type Claim = (String, &'static str, String);

/// Stored data for the current part, and data planned in all parts so far: a dry run stores nothing, and finds its planned data here.
pub(super) struct Layers<K, V> {
    stored: HashMap<K, V>,
    planned: HashMap<K, V>,
}

impl<K, V> Default for Layers<K, V> {
    fn default() -> Self {
        Self { stored: HashMap::new(), planned: HashMap::new() }
    }
}

impl<K: Eq + Hash, V> Layers<K, V> {
    pub(super) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.planned.get(key).or_else(|| self.stored.get(key))
    }

    pub(super) fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// Adds planned data.
    pub(super) fn insert(&mut self, key: K, value: impl Into<V>) {
        self.planned.insert(key, value.into());
    }

    fn is_planned<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.planned.contains_key(key)
    }
}

impl<K: Eq + Hash, V> Layers<K, Vec<V>> {
    /// The stored and the planned values under a key.
    pub(super) fn all(&self, key: &K) -> impl Iterator<Item = &V> {
        self.stored.get(key).into_iter().chain(self.planned.get(key)).flatten()
    }

    /// Adds planned data; there is hardly ever a second value under a key.
    pub(super) fn push(&mut self, key: K, value: V) {
        match self.planned.entry(key) {
            Entry::Vacant(first) => drop(first.insert(vec![value])),
            Entry::Occupied(mut more) => more.get_mut().push(value),
        }
    }
}

/// Where a record's full data is: in storage, or in the row it is created from. Stored records are only complete for the current part.
#[derive(Clone)]
pub(super) enum Origin<'d, E, T> {
    Stored(Option<Box<E>>),
    Row(&'d SourceRow<T>),
}

impl<E, T> Origin<'_, E, T> {
    fn forget(&mut self) {
        if let Self::Stored(record) = self {
            *record = None;
        }
    }
}

/// What other rows need to know about a customer.
pub(super) struct KnownCustomer<'d> {
    pub(super) id: CustomerId,
    pub(super) payment_days: i64,
    pub(super) owner_id: Option<OperatorId>,
    pub(super) origin: Origin<'d, Customer, OpeningCustomer>,
}

impl<'d> KnownCustomer<'d> {
    /// A planned customer.
    pub(super) fn new(customer: &Stored<Customer>, row: &'d SourceRow<OpeningCustomer>) -> Self {
        Self { id: customer.id, payment_days: customer.payment_days, owner_id: customer.owner_id, origin: Origin::Row(row) }
    }

    fn stored(customer: Stored<Customer>) -> (String, Self) {
        let Stored { id, data, .. } = customer;
        let (payment_days, owner_id) = (data.payment_days, data.owner_id);
        (data.code.clone(), Self { id, payment_days, owner_id, origin: Origin::Stored(Some(Box::new(data))) })
    }
}

/// What other rows need to know about a product.
pub(super) struct KnownProduct<'d> {
    pub(super) id: ProductId,
    pub(super) is_stocked: bool,
    pub(super) tracking: Tracking,
    pub(super) origin: Origin<'d, Product, OpeningProduct>,
}

impl<'d> KnownProduct<'d> {
    /// A planned product.
    pub(super) fn new(product: &Stored<Product>, row: &'d SourceRow<OpeningProduct>) -> Self {
        Self { id: product.id, is_stocked: product.is_stocked, tracking: product.tracking, origin: Origin::Row(row) }
    }

    fn stored(product: Stored<Product>) -> (String, Self) {
        let Stored { id, data, .. } = product;
        let (is_stocked, tracking) = (data.is_stocked, data.tracking);
        (data.code.clone(), Self { id, is_stocked, tracking, origin: Origin::Stored(Some(Box::new(data))) })
    }
}

/// What other rows need to know about a contact.
pub(super) struct KnownContact {
    pub(super) id: ContactId,
    pub(super) position: Option<String>,
}

impl From<Stored<Contact>> for KnownContact {
    fn from(contact: Stored<Contact>) -> Self {
        Self { id: contact.id, position: contact.data.position }
    }
}

/// What a product code identifies.
pub(super) struct KnownCode {
    pub(super) product_id: ProductId,
    pub(super) unit: Option<String>,
    pub(super) quantity: Option<Quantity>,
}

impl From<ProductCode> for KnownCode {
    fn from(ProductCode { product_id, unit, quantity, .. }: ProductCode) -> Self {
        Self { product_id, unit, quantity }
    }
}

/// The fields of a customer address that a sheet gives; together they identify it.
pub(super) type PlaceKey<'a> = (CustomerId, AddressKind, [Option<&'a str>; 5]);

/// Existing opening stock: the movement, its quantity and its value.
pub(super) type Opened = (Uuid, Quantity, Money);

/// What is already stored, and what the plan has added so far.
#[derive(Default)]
pub(super) struct Known<'d> {
    pub(super) warehouses: HashMap<String, Stored<Warehouse>>,
    pub(super) operators: Vec<Stored<Operator>>,
    pub(super) tax_rates: Vec<Stored<TaxRate>>,
    /// Groups named in rows, by name.
    pub(super) customer_groups: HashMap<String, CustomerGroupId>,
    pub(super) product_groups: HashMap<String, ProductGroupId>,
    pub(super) customers: Layers<String, KnownCustomer<'d>>,
    pub(super) products: Layers<String, KnownProduct<'d>>,
    /// Memberships in further groups.
    pub(super) members: HashSet<(CustomerId, CustomerGroupId)>,
    pub(super) contacts: Layers<(CustomerId, String), KnownContact>,
    pub(super) points: Layers<(CustomerId, Option<ContactId>, ContactPointKind, String), bool>,
    /// Addresses, stored and planned.
    pub(super) addresses: HashMap<CustomerId, Vec<CustomerAddress>>,
    pub(super) new_addresses: HashSet<PlaceKey<'d>>,
    pub(super) units: Layers<ProductId, Vec<ProductUnit>>,
    pub(super) codes: Layers<Claim, KnownCode>,
    pub(super) price_lists: Layers<String, Stored<PriceList>>,
    pub(super) prices: Layers<(PriceListId, ProductId), Vec<PriceListItem>>,
    pub(super) customer_prices: Layers<(CustomerId, ProductId), Vec<CustomerPrice>>,
    /// Opening stock of the part's products. It does not change, because stock is posted after everything else.
    pub(super) opened: HashMap<StockPlace, Vec<Opened>>,
    /// Documents from previous books.
    pub(super) documents: HashMap<(CustomerId, String), Vec<OpenItem>>,
    /// Credits from previous books.
    pub(super) credits: HashMap<CustomerId, Vec<Stored<OpenItem>>>,
    /// Stock and credits already matched with a row or created from one, so that no second row matches them.
    pub(super) met: HashSet<Uuid>,
}

/// Queries the records with these codes, if there are any.
fn by_codes<'c, E: Entity>(reads: &mut Reads, permit: &Permit, codes: impl Iterator<Item = &'c String>) -> Result<Option<Ask<Stored<E>>>> {
    let codes: BTreeSet<&String> = codes.collect();
    let filter = Filter::Field("code".to_owned(), Test::In(codes.iter().map(|c| Value::Text((*c).clone())).collect()));
    ask(reads, permit, !codes.is_empty(), filter)
}

fn within<I: TypedId>(field: &str, ids: impl IntoIterator<Item = I>) -> Filter {
    Filter::Field(field.to_owned(), Test::In(ids.into_iter().map(|id| Value::Id(id.uuid())).collect()))
}

/// The codes of all customers named in the part.
fn customer_codes<'d>(part: &Part<'d>) -> impl Iterator<Item = &'d String> + use<'d> {
    let of_codes = part.codes.iter().filter_map(|r| r.value.customer.as_ref());
    let places = part.contacts.iter().map(|r| &r.value.customer).chain(part.addresses.iter().map(|r| &r.value.customer));
    let owed = part.documents.iter().filter_map(|d| d.rows.first()).map(|r| &r.value.customer);
    let money = owed.chain(part.credits.iter().map(|r| &r.value.customer));
    let prices = part.customer_prices.iter().map(|r| &r.value.of);
    part.customers.iter().map(|r| &r.value.code).chain(places).chain(of_codes).chain(prices).chain(money)
}

/// The codes of all products named in the part.
fn product_codes<'d>(part: &Part<'d>) -> impl Iterator<Item = &'d String> + use<'d> {
    let more = part.units.iter().map(|r| &r.value.product).chain(part.codes.iter().map(|r| &r.value.product));
    let prices = part.prices.iter().chain(part.customer_prices).map(|r| &r.value.product);
    part.products.iter().map(|r| &r.value.code).chain(part.stock.iter().map(|r| &r.value.product)).chain(more).chain(prices)
}

/// Whether any row of the opening names a tax code, and whether one names an operator.
fn names_taxes_and_operators(data: &OpeningData) -> (bool, bool) {
    let is_taxed = data.customers.iter().any(|r| r.value.tax_code.is_some()) || data.products.iter().any(|r| r.value.tax_code.is_some());
    (is_taxed, data.customers.iter().any(|r| r.value.owner.is_some()))
}

impl<'d> Known<'d> {
    /// Locks the company and the warehouse, and reads what is needed once, and what is stored of the first part.
    ///
    /// # Errors
    /// `reference.missing`, `limit.exceeded`, `storage.*`.
    pub(super) async fn begin(context: &mut ActContext<'_>, data: &OpeningData, part: &Part<'d>, warehouse_id: Option<WarehouseId>) -> Result<Self> {
        let mut known = Self::default();
        let permit = context.full_permit();
        let mut reads = Reads::new();
        let warehouses = reads.select(Select::<Warehouse>::new(&permit).everything());
        let (is_taxed, is_owned) = names_taxes_and_operators(data);
        let tax_rates = ask::<TaxRate>(&mut reads, &permit, is_taxed, Filter::All)?;
        let operators = ask::<Operator>(&mut reads, &permit, is_owned, Filter::All)?;
        let masters = known.ask_masters(&mut reads, &permit, part)?;
        let locks = LockKeys::none().and::<Company, _>([permit.company()]).and::<Warehouse, _>(warehouse_id);
        let mut answers = context.read(&locks, reads).await?;
        let warehouses = answers.all(&warehouses)?;
        if let Some(warehouse_id) = warehouse_id {
            check_warehouse(warehouses.iter().find(|w| w.id == warehouse_id).cloned())?;
        }
        known.warehouses = warehouses.into_iter().map(|w| (w.code.clone(), w)).collect();
        (known.tax_rates, known.operators) = (all(&mut answers, tax_rates)?, all(&mut answers, operators)?);
        known.take_masters(masters, &mut answers)?;
        known.details(context, part).await?;
        Ok(known)
    }

    /// Locks the stock of all stored products with opening stock. Other acts lock stock before they write, so writing before locking here would risk
    /// a deadlock.
    ///
    /// # Errors
    /// `storage.*`.
    pub(super) async fn lock_stock(&mut self, context: &mut ActContext<'_>, rows: &[SourceRow<OpeningStock>]) -> Result<()> {
        let permit = context.full_permit();
        for rows in rows.chunks(PART_ROWS) {
            let mut reads = Reads::new();
            let unknown = rows.iter().map(|r| &r.value.product).filter(|code| self.products.get(code.as_str()).is_none());
            let products = by_codes::<Product>(&mut reads, &permit, unknown)?;
            if products.is_none() {
                continue;
            }
            for (code, mut product) in all(&mut context.read(&LockKeys::none(), reads).await?, products)?.into_iter().map(KnownProduct::stored) {
                product.origin.forget();
                self.products.stored.insert(code, product);
            }
        }
        let stored: Vec<_> = rows.iter().filter_map(|r| self.products.stored.get(&r.value.product)).map(|product| product.id).collect();
        if !stored.is_empty() {
            context.read(&LockKeys::none().and::<StockPool, _>(stored), Reads::new()).await?;
        }
        Ok(())
    }

    /// Reads what is stored of a later part, replacing that of the previous one.
    ///
    /// # Errors
    /// `storage.*`.
    pub(super) async fn go_on(&mut self, context: &mut ActContext<'_>, part: &Part<'d>) -> Result<()> {
        let mut reads = Reads::new();
        let masters = self.ask_masters(&mut reads, &context.full_permit(), part)?;
        let mut answers = if reads.queries().is_empty() { Answers::default() } else { context.read(&LockKeys::none(), reads).await? };
        self.take_masters(masters, &mut answers)?;
        self.details(context, part).await
    }

    /// Queries the named customers, products, groups and lists. Planned records are not queried: they are new and already known. Nor are those that
    /// an earlier part has queried, unless the current part compares them or needs their units.
    fn ask_masters(&self, reads: &mut Reads, permit: &Permit, part: &Part<'d>) -> Result<Masters> {
        let compared = part.customers.iter().map(|r| &r.value.code).filter(|code| !self.customers.is_planned(code.as_str()));
        let customers = compared.chain(customer_codes(part).filter(|code| self.customers.get(code.as_str()).is_none()));
        let priced = part.prices.iter().chain(part.customer_prices).filter(|r| r.value.unit.is_some()).map(|r| &r.value.product);
        let stocked = part.stock.iter().filter(|r| r.value.unit.is_some()).map(|r| &r.value.product);
        let counted = part.codes.iter().filter(|r| r.value.unit.is_some()).map(|r| &r.value.product).chain(priced).chain(stocked);
        let compared = part.products.iter().map(|r| &r.value.code).chain(counted).filter(|code| !self.products.is_planned(code.as_str()));
        let products = compared.chain(product_codes(part).filter(|code| self.products.get(code.as_str()).is_none()));
        let of_customers = part.customers.iter().flat_map(|r| r.value.group.iter().chain(&r.value.groups));
        let of_products = part.products.iter().filter_map(|r| r.value.group.as_ref());
        let lists = part.price_lists.iter().map(|r| &r.value.code).chain(part.prices.iter().map(|r| &r.value.of));
        Ok(Masters {
            customers: by_codes(reads, permit, customers)?,
            products: by_codes(reads, permit, products)?,
            customer_groups: by_codes(reads, permit, of_customers.filter(|name| !self.customer_groups.contains_key(*name)))?,
            product_groups: by_codes(reads, permit, of_products.filter(|name| !self.product_groups.contains_key(*name)))?,
            price_lists: by_codes(reads, permit, lists.filter(|code| self.price_lists.get(code.as_str()).is_none()))?,
        })
    }

    fn take_masters(&mut self, asked: Masters, answers: &mut Answers) -> Result<()> {
        self.customers.stored.values_mut().for_each(|customer| customer.origin.forget());
        self.customers.stored.extend(all(answers, asked.customers)?.into_iter().map(KnownCustomer::stored));
        self.products.stored.values_mut().for_each(|product| product.origin.forget());
        self.products.stored.extend(all(answers, asked.products)?.into_iter().map(KnownProduct::stored));
        self.customer_groups.extend(all(answers, asked.customer_groups)?.into_iter().map(|g| (g.code.clone(), g.id)));
        self.product_groups.extend(all(answers, asked.product_groups)?.into_iter().map(|g| (g.code.clone(), g.id)));
        self.price_lists.stored.extend(all(answers, asked.price_lists)?.into_iter().map(|l| (l.code.clone(), l)));
        Ok(())
    }

    /// Reads what belongs to the stored customers, products and lists; nothing is queried for missing sheets.
    async fn details(&mut self, context: &mut ActContext<'_>, part: &Part<'d>) -> Result<()> {
        let permit = context.full_permit();
        let mut reads = Reads::new();
        let customer = |code: &String| self.customers.stored.get(code).map(|c| c.id);
        let product = |code: &String| self.products.stored.get(code).map(|p| p.id);
        let grouped: BTreeSet<_> = part.customers.iter().filter(|r| !r.value.groups.is_empty()).filter_map(|r| customer(&r.value.code)).collect();
        let members = ask::<CustomerGroupMember>(&mut reads, &permit, !grouped.is_empty(), within("customer_id", grouped))?;
        let people: BTreeSet<_> = part.contacts.iter().filter_map(|r| customer(&r.value.customer)).collect();
        let contacts = ask::<Contact>(&mut reads, &permit, !people.is_empty(), within("customer_id", people.clone()))?;
        let points = ask::<ContactPoint>(&mut reads, &permit, !people.is_empty(), within("customer_id", people))?;
        let places: BTreeSet<_> = part.addresses.iter().filter_map(|r| customer(&r.value.customer)).collect();
        let addresses = ask::<CustomerAddress>(&mut reads, &permit, !places.is_empty(), within("customer_id", places))?;
        let priced = part.prices.iter().chain(part.customer_prices).map(|r| &r.value.product);
        let counted = part.units.iter().map(|r| &r.value.product).chain(part.codes.iter().map(|r| &r.value.product));
        let stocked = part.stock.iter().filter(|r| r.value.unit.is_some()).map(|r| &r.value.product);
        let counted: BTreeSet<_> = counted.chain(priced).chain(stocked).filter_map(product).collect();
        let units = ask::<ProductUnit>(&mut reads, &permit, !counted.is_empty(), within("product_id", counted))?;
        // Codes are unique across products.
        let claims: BTreeSet<String> =
            part.codes.iter().filter_map(|r| crate::opening::known::product_code(&r.value, ProductId(Uuid::nil()), None).claim).collect();
        let of_claims = ProductCode::claim().is_in(claims.iter().cloned().map(Some));
        let codes = ask::<ProductCode>(&mut reads, &permit, !claims.is_empty(), of_claims)?;
        let listed: BTreeSet<_> = part.prices.iter().filter_map(|r| product(&r.value.product)).collect();
        let lists: BTreeSet<_> = part.prices.iter().filter_map(|r| self.price_lists.stored.get(&r.value.of).map(|l| l.id)).collect();
        let of_lists = within("product_id", listed.clone()).and(within("list_id", lists.clone()));
        let prices = ask::<PriceListItem>(&mut reads, &permit, !listed.is_empty() && !lists.is_empty(), of_lists)?;
        let agreed: BTreeSet<_> = part.customer_prices.iter().filter_map(|r| customer(&r.value.of)).collect();
        let agreed_of: BTreeSet<_> = part.customer_prices.iter().filter_map(|r| product(&r.value.product)).collect();
        let of_agreed = within("customer_id", agreed.clone()).and(within("product_id", agreed_of.clone()));
        let customer_prices = ask::<CustomerPrice>(&mut reads, &permit, !agreed.is_empty() && !agreed_of.is_empty(), of_agreed)?;
        let owing: BTreeSet<_> = part.documents.iter().filter_map(|d| d.rows.first()).filter_map(|r| customer(&r.value.customer)).collect();
        let named: BTreeSet<_> = part.documents.iter().filter_map(|d| d.rows.first()).map(|r| r.value.document.clone()).collect();
        let of_documents = OpenItem::kind().eq(OpenItemKind::Opening).and(OpenItem::reference().is_in(named.into_iter().map(Some)));
        let of_documents = within("customer_id", owing.clone()).and(of_documents).and(not_cancelled());
        let documents = ask::<OpenItem>(&mut reads, &permit, !owing.is_empty(), of_documents)?;
        let paying: BTreeSet<_> = part.credits.iter().filter_map(|r| customer(&r.value.customer)).collect();
        let days: BTreeSet<_> = part.credits.iter().map(|r| r.value.day).collect();
        let of_credits = OpenItem::kind().eq(OpenItemKind::OpeningCredit).and(OpenItem::document_day().is_in(days));
        let of_credits = within("customer_id", paying.clone()).and(of_credits).and(not_cancelled());
        let credits = ask::<OpenItem>(&mut reads, &permit, !paying.is_empty(), of_credits)?;
        let opening: BTreeSet<_> = part.stock.iter().filter_map(|r| product(&r.value.product)).collect();
        // Reversed documents no longer count, so their rows can be imported again correctly.
        let undone = Filter::exists("stock_document", StockDocument::kind().eq(MovementKind::Reversal));
        let of_stock = StockMovement::kind().eq(MovementKind::Opening).and(Filter::none("stock_document", undone));
        // A product can have as many serial numbers as there are rows.
        let lots: Option<BTreeSet<_>> = part.stock.iter().map(|r| r.value.lot.clone().map(Some)).collect();
        let of_lots = lots.map_or(Filter::All, |lots| StockMovement::lot().is_in(lots));
        let of_stock = within("product_id", opening.clone()).and(of_stock).and(of_lots);
        let opened = ask::<StockMovement>(&mut reads, &permit, !opening.is_empty(), of_stock)?;
        let mut answers = if reads.queries().is_empty() { Answers::default() } else { context.read(&LockKeys::none(), reads).await? };
        self.members.extend(all(&mut answers, members)?.into_iter().map(|m| (m.customer_id, m.group_id)));
        self.contacts.stored = all(&mut answers, contacts)?.into_iter().map(|c| ((c.customer_id, c.name.clone()), c.into())).collect();
        let points = all(&mut answers, points)?.into_iter().map(|point| point.data);
        let points = points.map(|p| ((p.customer_id, p.contact_id, p.kind, p.lookup_key.unwrap_or_default()), true));
        self.points.stored = points.collect();
        self.addresses = by(all(&mut answers, addresses)?, |address| address.customer_id);
        self.units.stored = by(all(&mut answers, units)?, |unit| unit.product_id);
        self.codes.stored = all(&mut answers, codes)?.into_iter().map(|code| (claim_of(&code), code.data.into())).collect();
        self.prices.stored = by(all(&mut answers, prices)?, |price| (price.list_id, price.product_id));
        self.customer_prices.stored = by(all(&mut answers, customer_prices)?, |price| (price.customer_id, price.product_id));
        self.documents = by(all(&mut answers, documents)?, |item| (item.customer_id, item.reference.clone().unwrap_or_default()));
        self.credits.clear();
        for item in all(&mut answers, credits)?.into_iter().filter(|item| !self.met.contains(&item.id.uuid())) {
            self.credits.entry(item.customer_id).or_default().push(item);
        }
        self.opened.clear();
        for movement in all(&mut answers, opened)? {
            let Masked::Shown(value) = movement.amount else { return Err(Error::corrupt("a movement was read without its value")) };
            let Some(warehouse) = movement.warehouse_id else { continue };
            let there = self.opened.entry((movement.product_id, warehouse, movement.lot.clone())).or_default();
            if !self.met.contains(&movement.id.uuid()) {
                there.push((movement.id.uuid(), movement.quantity, value));
            }
        }
        Ok(())
    }

    /// Drops everything not needed once stock is posted; returns the rows of the planned products.
    pub(super) fn release(&mut self) -> HashMap<ProductId, &'d SourceRow<OpeningProduct>> {
        let groups = std::mem::take(&mut self.product_groups);
        let tax_rates = std::mem::take(&mut self.tax_rates);
        let known = std::mem::replace(self, Self { product_groups: groups, tax_rates, ..Self::default() });
        let new = known.products.planned.into_values();
        new.filter_map(|product| if let Origin::Row(row) = product.origin { Some((product.id, row)) } else { None }).collect()
    }
}

/// The positions of the answers for customers, products, groups and lists.
struct Masters {
    customers: Option<Ask<Stored<Customer>>>,
    products: Option<Ask<Stored<Product>>>,
    customer_groups: Option<Ask<Stored<CustomerGroup>>>,
    product_groups: Option<Ask<Stored<ProductGroup>>>,
    price_lists: Option<Ask<Stored<PriceList>>>,
}

/// Records by lookup key.
fn by<E: Entity, K: Eq + Hash>(records: Vec<Stored<E>>, key: impl Fn(&E) -> K) -> HashMap<K, Vec<E>> {
    let mut by: HashMap<K, Vec<E>> = HashMap::new();
    for record in records {
        by.entry(key(&record.data)).or_default().push(record.data);
    }
    by
}

/// The identity of a customer address, from the fields that a sheet gives.
pub(super) fn place_of(address: &CustomerAddress) -> PlaceKey<'_> {
    let CustomerAddress { customer_id, kind, name, street, postal_code, city, country, .. } = address;
    (*customer_id, *kind, [name, street, postal_code, city, country].map(Option::as_deref))
}

pub(super) fn claim_of(code: &ProductCode) -> Claim {
    (code.claim.clone().unwrap_or_default(), code.kind.as_str(), code.party.clone())
}

fn ask<E: Entity>(reads: &mut Reads, permit: &Permit, is_needed: bool, filter: Filter) -> Result<Option<Ask<Stored<E>>>> {
    if !is_needed {
        return Ok(None);
    }
    Ok(Some(reads.select(Select::<E>::new(permit).filter(&filter)?.everything())))
}

fn all<E: Entity>(answers: &mut Answers, ask: Option<Ask<Stored<E>>>) -> Result<Vec<Stored<E>>> {
    ask.map_or_else(|| Ok(Vec::new()), |ask| answers.all(&ask))
}

/// The product code of a row. A barcode with a valid check digit is a GTIN.
pub(super) fn product_code(value: &OpeningCode, product_id: ProductId, customer_id: Option<CustomerId>) -> ProductCode {
    let is_gtin = value.kind == CodeKind::Barcode && is_gtin(&code_key(&value.value));
    let (unit, quantity, supplier) = (value.unit.clone(), value.quantity, value.supplier.clone());
    let mut code = ProductCode { is_gtin, unit, quantity, supplier, customer_id, ..ProductCode::new(product_id, value.kind, &value.value) };
    code.follow();
    code
}
