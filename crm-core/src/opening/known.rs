//! What is stored already of what an opening names: read in two questions, before anything is planned.
//!
//! Invariant: the company is locked first, so that of two openings at the same time the second sees what the first one made.

use super::OpeningData;
use crate::{
    access::{Operator, Permit},
    company::Company,
    customers::{Contact, ContactPoint, ContactPointKind, Customer, CustomerAddress, CustomerGroup, CustomerGroupMember},
    entity::{Entity, Masked, Stored, Value},
    error::{Error, Result},
    ids::{ContactId, CustomerGroupId, CustomerId, PriceListId, ProductGroupId, ProductId, TypedId, WarehouseId},
    limits,
    num::{Money, Quantity},
    pricing::{CustomerPrice, PriceList, PriceListItem},
    products::{Product, ProductCode, ProductGroup, ProductUnit},
    query::{Filter, Select, Test},
    receivables::{OpenItem, OpenItemKind, not_cancelled},
    session::Desk,
    stock::{MovementKind, StockDocument, StockMovement, Warehouse, check_warehouse},
    storage::{Answers, Ask, LockKeys, Reads},
    tax::TaxRate,
};
use std::collections::{BTreeSet, HashMap, HashSet};

/// A product in a warehouse, of a lot where it is tracked.
pub(super) type StockPlace = (ProductId, WarehouseId, Option<String>);

/// What a product code claims: its key, kind and party.
pub(super) type Claim = (String, &'static str, String);

/// What is stored already, and what the plan adds to it as it grows.
#[derive(Default)]
pub(super) struct Known {
    pub(super) warehouses: HashMap<String, Stored<Warehouse>>,
    pub(super) customers: HashMap<String, Stored<Customer>>,
    pub(super) products: HashMap<String, Stored<Product>>,
    pub(super) customer_groups: HashMap<String, CustomerGroupId>,
    /// Further groups of customers.
    pub(super) members: HashSet<(CustomerId, CustomerGroupId)>,
    pub(super) operators: Vec<Stored<Operator>>,
    pub(super) tax_rates: Vec<Stored<TaxRate>>,
    pub(super) product_groups: HashMap<String, ProductGroupId>,
    pub(super) price_lists: HashMap<String, Stored<PriceList>>,
    pub(super) opened: HashMap<StockPlace, Vec<(Quantity, Money)>>,
    pub(super) contacts: HashMap<(CustomerId, String), Stored<Contact>>,
    pub(super) points: HashMap<(CustomerId, Option<ContactId>, ContactPointKind, String), bool>,
    pub(super) addresses: HashMap<CustomerId, Vec<CustomerAddress>>,
    pub(super) units: HashMap<ProductId, Vec<ProductUnit>>,
    pub(super) codes: HashMap<Claim, ProductCode>,
    pub(super) prices: HashMap<(PriceListId, ProductId), Vec<PriceListItem>>,
    pub(super) customer_prices: HashMap<(CustomerId, ProductId), Vec<CustomerPrice>>,
    /// Documents of the books kept before.
    pub(super) documents: HashMap<(CustomerId, String), Vec<OpenItem>>,
    /// Credits of the books kept before.
    pub(super) credits: HashMap<CustomerId, Vec<OpenItem>>,
}

fn code_in<'c>(codes: impl Iterator<Item = &'c String>) -> Filter {
    let codes: BTreeSet<&String> = codes.collect();
    Filter::Field("code".to_owned(), Test::In(codes.into_iter().map(|c| Value::Text(c.clone())).collect()))
}

/// Questions after the records of these codes, which may be those of several sheets, and more than one question may name.
fn by_codes<'c, E: Entity>(reads: &mut Reads, permit: &Permit, codes: impl Iterator<Item = &'c String>) -> Result<Vec<Ask<Stored<E>>>> {
    let codes: Vec<&String> = codes.collect::<BTreeSet<_>>().into_iter().collect();
    let of = |codes: &[&'c String]| Ok(reads.select(Select::<E>::new(permit).filter(&code_in(codes.iter().copied()))?.everything()));
    codes.chunks(limits::MAX_IN_VALUES).map(of).collect()
}

fn every<E: Entity>(answers: &mut Answers, asks: &[Ask<Stored<E>>]) -> Result<Vec<Stored<E>>> {
    let found = asks.iter().map(|ask| answers.all(ask)).collect::<Result<Vec<_>>>()?;
    Ok(found.into_iter().flatten().collect())
}

fn within<I: TypedId>(field: &str, ids: impl IntoIterator<Item = I>) -> Filter {
    Filter::Field(field.to_owned(), Test::In(ids.into_iter().map(|id| Value::Id(id.uuid())).collect()))
}

/// The numbers of all customers that are named anywhere.
fn customer_codes(data: &OpeningData) -> impl Iterator<Item = &String> {
    let of_codes = data.codes.iter().filter_map(|r| r.value.customer.as_ref());
    let places = data.contacts.iter().map(|r| &r.value.customer).chain(data.addresses.iter().map(|r| &r.value.customer));
    let money = data.receivables.iter().map(|r| &r.value.customer).chain(data.credits.iter().map(|r| &r.value.customer));
    let prices = data.customer_prices.iter().map(|r| &r.value.of);
    data.customers.iter().map(|r| &r.value.code).chain(places).chain(of_codes).chain(prices).chain(money)
}

/// The codes of all products that are named anywhere.
fn product_codes(data: &OpeningData) -> impl Iterator<Item = &String> {
    let more = data.units.iter().map(|r| &r.value.product).chain(data.codes.iter().map(|r| &r.value.product));
    let prices = data.prices.iter().chain(&data.customer_prices).map(|r| &r.value.product);
    data.products.iter().map(|r| &r.value.code).chain(data.stock.iter().map(|r| &r.value.product)).chain(more).chain(prices)
}

impl Known {
    /// Locks the company and the warehouse, and reads.
    ///
    /// # Errors
    /// `reference.missing`, `limit.exceeded`, `storage.*`.
    pub(super) async fn read(desk: &mut Desk<'_>, data: &OpeningData, warehouse_id: Option<WarehouseId>) -> Result<Self> {
        let mut known = Self::masters(desk, data, warehouse_id).await?;
        known.details(desk, data).await?;
        Ok(known)
    }

    async fn masters(desk: &mut Desk<'_>, data: &OpeningData, warehouse_id: Option<WarehouseId>) -> Result<Self> {
        let permit = desk.full_permit();
        let mut reads = Reads::new();
        let warehouses = reads.select(Select::<Warehouse>::new(&permit).everything());
        let customers = by_codes::<Customer>(&mut reads, &permit, customer_codes(data))?;
        let products = by_codes::<Product>(&mut reads, &permit, product_codes(data))?;
        let customer_groups = reads.select(Select::<CustomerGroup>::new(&permit).everything());
        let product_groups = reads.select(Select::<ProductGroup>::new(&permit).everything());
        let lists = data.price_lists.iter().map(|r| &r.value.code).chain(data.prices.iter().map(|r| &r.value.of));
        let price_lists = reads.select(Select::<PriceList>::new(&permit).filter(&code_in(lists))?.everything());
        // What was undone is not there any more, and may come in as it should have been.
        let undone = Filter::exists("stock_document", StockDocument::kind().eq(MovementKind::Reversal));
        let opening = StockMovement::kind().eq(MovementKind::Opening).and(Filter::none("stock_document", undone));
        let opened = reads.select(Select::<StockMovement>::new(&permit).filter(&opening)?.everything());
        let is_taxed = data.customers.iter().any(|r| r.value.tax_code.is_some()) || data.products.iter().any(|r| r.value.tax_code.is_some());
        let tax_rates = ask::<TaxRate>(&mut reads, &permit, is_taxed, Filter::All)?;
        let is_owned = data.customers.iter().any(|r| r.value.owner.is_some());
        let operators = ask::<Operator>(&mut reads, &permit, is_owned, Filter::All)?;
        let company = permit.company();
        let locks = LockKeys::none().and::<Company, _>([company]).and::<Warehouse, _>(warehouse_id);
        let mut answers = desk.read(&locks, reads).await?;
        let warehouses = answers.all(&warehouses)?;
        if let Some(warehouse_id) = warehouse_id {
            check_warehouse(warehouses.iter().find(|w| w.id == warehouse_id).cloned())?;
        }
        let mut known = Self {
            warehouses: warehouses.into_iter().map(|w| (w.code.clone(), w)).collect(),
            customers: every(&mut answers, &customers)?.into_iter().map(|c| (c.code.clone(), c)).collect(),
            products: every(&mut answers, &products)?.into_iter().map(|p| (p.code.clone(), p)).collect(),
            customer_groups: by_code(&mut answers, &customer_groups, |g| g.code.clone())?,
            product_groups: by_code(&mut answers, &product_groups, |g| g.code.clone())?,
            tax_rates: all(&mut answers, tax_rates)?,
            operators: all(&mut answers, operators)?,
            price_lists: answers.all(&price_lists)?.into_iter().map(|l| (l.code.clone(), l)).collect(),
            ..Self::default()
        };
        for movement in answers.all(&opened)? {
            let Masked::Shown(value) = movement.amount else { return Err(Error::corrupt("a movement was read without its value")) };
            let Some(warehouse) = movement.warehouse_id else { continue };
            let place = (movement.product_id, warehouse, movement.lot.clone());
            known.opened.entry(place).or_default().push((movement.quantity, value));
        }
        Ok(known)
    }

    /// What belongs to the customers, products and lists that are stored; nothing is asked for sheets that are not there.
    async fn details(&mut self, desk: &mut Desk<'_>, data: &OpeningData) -> Result<()> {
        let permit = desk.full_permit();
        let mut reads = Reads::new();
        let customer = |code: &String| self.customers.get(code).map(|c| c.id);
        let product = |code: &String| self.products.get(code).map(|p| p.id);
        let grouped: BTreeSet<_> = data.customers.iter().filter(|r| !r.value.groups.is_empty()).filter_map(|r| customer(&r.value.code)).collect();
        let members = ask::<CustomerGroupMember>(&mut reads, &permit, !grouped.is_empty(), within("customer_id", grouped))?;
        let people: BTreeSet<_> = data.contacts.iter().filter_map(|r| customer(&r.value.customer)).collect();
        let contacts = ask::<Contact>(&mut reads, &permit, !people.is_empty(), within("customer_id", people.clone()))?;
        let points = ask::<ContactPoint>(&mut reads, &permit, !people.is_empty(), within("customer_id", people))?;
        let places: BTreeSet<_> = data.addresses.iter().filter_map(|r| customer(&r.value.customer)).collect();
        let addresses = ask::<CustomerAddress>(&mut reads, &permit, !places.is_empty(), within("customer_id", places))?;
        let priced = data.prices.iter().chain(&data.customer_prices).map(|r| &r.value.product);
        let counted = data.units.iter().map(|r| &r.value.product).chain(data.codes.iter().map(|r| &r.value.product));
        let counted: BTreeSet<_> = counted.chain(priced).filter_map(product).collect();
        let units = ask::<ProductUnit>(&mut reads, &permit, !counted.is_empty(), within("product_id", counted))?;
        // A code claims the same key with whatever product.
        let claims: BTreeSet<String> =
            data.codes.iter().filter_map(|r| super::masters::product_code(&r.value, ProductId(crate::Uuid::nil()), None).claim).collect();
        let of_claims = ProductCode::claim().is_in(claims.iter().cloned().map(Some));
        let codes = ask::<ProductCode>(&mut reads, &permit, !claims.is_empty(), of_claims)?;
        let listed: BTreeSet<_> = data.prices.iter().filter_map(|r| product(&r.value.product)).collect();
        let lists: BTreeSet<_> = data.prices.iter().filter_map(|r| self.price_lists.get(&r.value.of).map(|l| l.id)).collect();
        let of_lists = within("product_id", listed.clone()).and(within("list_id", lists.clone()));
        let prices = ask::<PriceListItem>(&mut reads, &permit, !listed.is_empty() && !lists.is_empty(), of_lists)?;
        let agreed: BTreeSet<_> = data.customer_prices.iter().filter_map(|r| customer(&r.value.of)).collect();
        let customer_prices = ask::<CustomerPrice>(&mut reads, &permit, !agreed.is_empty(), within("customer_id", agreed))?;
        let debtors = data.receivables.iter().map(|r| &r.value.customer).chain(data.credits.iter().map(|r| &r.value.customer));
        let debtors: BTreeSet<_> = debtors.filter_map(customer).collect();
        let of_debtors = within("customer_id", debtors.clone()).and(OpenItem::kind().is_in([OpenItemKind::Opening, OpenItemKind::OpeningCredit]));
        let of_debtors = of_debtors.and(not_cancelled());
        let items = ask::<OpenItem>(&mut reads, &permit, !debtors.is_empty(), of_debtors)?;
        if reads.queries().is_empty() {
            return Ok(());
        }
        let mut answers = desk.read(&LockKeys::none(), reads).await?;
        self.members = all(&mut answers, members)?.into_iter().map(|m| (m.customer_id, m.group_id)).collect();
        self.contacts = all(&mut answers, contacts)?.into_iter().map(|c| ((c.customer_id, c.name.clone()), c)).collect();
        for point in all(&mut answers, points)? {
            let key = point.data.lookup_key.unwrap_or_default();
            self.points.insert((point.data.customer_id, point.data.contact_id, point.data.kind, key), true);
        }
        for address in all(&mut answers, addresses)? {
            self.addresses.entry(address.customer_id).or_default().push(address.data);
        }
        for unit in all(&mut answers, units)? {
            self.units.entry(unit.product_id).or_default().push(unit.data);
        }
        for code in all(&mut answers, codes)? {
            self.codes.insert(claim_of(&code), code.data);
        }
        for price in all(&mut answers, prices)? {
            self.prices.entry((price.list_id, price.product_id)).or_default().push(price.data);
        }
        for price in all(&mut answers, customer_prices)? {
            self.customer_prices.entry((price.customer_id, price.product_id)).or_default().push(price.data);
        }
        for item in all(&mut answers, items)? {
            match (item.kind, item.reference.clone()) {
                (OpenItemKind::Opening, Some(document)) => self.documents.entry((item.customer_id, document)).or_default().push(item.data),
                _ => self.credits.entry(item.customer_id).or_default().push(item.data),
            }
        }
        Ok(())
    }
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

fn by_code<E: Entity>(answers: &mut Answers, ask: &Ask<Stored<E>>, code: impl Fn(&E) -> String) -> Result<HashMap<String, E::Id>> {
    Ok(answers.all(ask)?.into_iter().map(|g| (code(&g), g.id)).collect())
}
