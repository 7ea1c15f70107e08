//! The queries that a customer's product prices need, as part of a batch: a document is priced in the round trip that reads everything else.

use super::{CustomerPrice, PriceBook, PriceList, PriceListItem, PriceSettings};
use crate::{
    access::Permit,
    company::Company,
    customers::{Customer, CustomerGroup},
    documents::SalesLine,
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, TypedId},
    limits,
    num::Currency,
    products::{Product, ProductUnit},
    query::{Filter, Select, Source},
    storage::{Answers, Ask, Reads},
    time::Day,
};
use std::collections::BTreeSet;

/// What to read prices for.
#[derive(Debug, Clone)]
pub struct PriceQuery {
    /// The customer; none: prices for anyone.
    pub customer_id: Option<CustomerId>,
    /// The products.
    pub products: BTreeSet<ProductId>,
    /// The day.
    pub day: Day,
    /// The currency; none: the company's.
    pub currency: Option<Currency>,
}

/// The queries, and the positions of their answers.
#[derive(Debug)]
pub struct PricingReads {
    query: PriceQuery,
    company: Ask<Stored<Company>>,
    settings: Ask<Stored<PriceSettings>>,
    lists: Ask<Stored<PriceList>>,
    items: Ask<Stored<PriceListItem>>,
    products: Ask<Stored<Product>>,
    units: Ask<Stored<ProductUnit>>,
    of_customer: Option<OfCustomer>,
}

#[derive(Debug)]
struct OfCustomer {
    customer: Ask<Stored<Customer>>,
    groups: Ask<Stored<CustomerGroup>>,
    agreements: Ask<Stored<CustomerPrice>>,
    last: Ask<Stored<SalesLine>>,
}

impl PricingReads {
    /// Adds the queries to a batch. Their number does not depend on the number of products.
    ///
    /// # Errors
    /// `limit.exceeded`.
    pub fn ask(reads: &mut Reads, permit: &Permit, query: PriceQuery) -> Result<Self> {
        let products = || query.products.iter().copied();
        let keys = || query.products.iter().map(|id| Value::Id(id.uuid()));
        let mut lists = vec![Source::rows::<PriceSettings>("price_list_id", &Filter::All, permit)?];
        if let Some(id) = query.customer_id {
            lists.push(Source::rows::<Customer>("price_list_id", &is(id), permit)?);
            lists.push(Source::rows_among::<CustomerGroup>("price_list_id", "id", groups_of(id, permit)?, permit)?);
        }
        let items = Select::<PriceListItem>::new(permit).filter(&PriceListItem::product_id().is_in(products()))?;
        let items = items.filter(&in_force(PriceListItem::valid_from(), PriceListItem::valid_to(), query.day))?;
        Ok(Self {
            company: reads.select(Select::new(permit)),
            settings: reads.select(Select::new(permit)),
            lists: reads.select(Select::<PriceList>::new(permit).among_any("id", lists.clone())?),
            items: reads.select(items.among_any("list_id", lists)?.at_most(limits::MAX_PRICES)),
            products: reads.select(Select::new(permit).keys(keys())?),
            units: reads.select(Select::<ProductUnit>::new(permit).filter(&ProductUnit::product_id().is_in(products()))?.everything()),
            of_customer: query.customer_id.map(|id| OfCustomer::ask(reads, permit, id, &query)).transpose()?,
            query,
        })
    }

    /// Takes the answers.
    ///
    /// # Errors
    /// `reference.missing` if the customer does not exist; `limit.exceeded` if there are more prices than [`limits::MAX_PRICES`].
    pub fn take(&self, answers: &mut Answers) -> Result<PriceBook> {
        let missing = |what: &str| Error::new(Code::ReferenceMissing, format!("there is no such {what}"));
        let company = answers.first(&self.company)?.ok_or_else(|| missing("company"))?;
        let items = answers.all(&self.items)?;
        let mut book = PriceBook {
            day: self.query.day,
            currency: self.query.currency.unwrap_or(company.currency),
            prices_include_tax: company.prices_include_tax,
            settings: answers.first(&self.settings)?.map(|s| s.data).unwrap_or_default(),
            customer: None,
            groups: Vec::new(),
            lists: answers.all(&self.lists)?.into_iter().map(|l| (l.id, l.data)).collect(),
            items,
            agreements: Vec::new(),
            products: answers.all(&self.products)?.into_iter().map(|p| (p.id, p.data)).collect(),
            units: answers.all(&self.units)?.into_iter().map(|u| u.data).collect(),
            last: Vec::new(),
        };
        if let Some(asks) = &self.of_customer {
            book.customer = Some(answers.first(&asks.customer)?.ok_or_else(|| missing("customer").with("field", "customer_id"))?);
            book.groups = answers.all(&asks.groups)?;
            book.agreements = answers.all(&asks.agreements)?;
            book.last = answers.all(&asks.last)?;
        }
        let most = limits::MAX_PRICES as usize;
        limits::check("MAX_PRICES", book.items.len().max(book.agreements.len()).saturating_add(1), most)?;
        Ok(book)
    }
}

impl OfCustomer {
    fn ask(reads: &mut Reads, permit: &Permit, id: CustomerId, query: &PriceQuery) -> Result<Self> {
        let products = query.products.iter().copied();
        let agreed = CustomerPrice::customer_id().eq(id).and(CustomerPrice::product_id().is_in(products));
        let agreed = agreed.and(in_force(CustomerPrice::valid_from(), CustomerPrice::valid_to(), query.day));
        let delivered = SalesLine::customer_id().eq(id).and(SalesLine::sold()).and(SalesLine::day().le(query.day));
        let delivered = query.currency.map_or(delivered.clone(), |currency| delivered.and(SalesLine::currency().eq(currency)));
        let keys = query.products.iter().map(|id| Value::Id(id.uuid())).collect();
        let last = Source::last::<SalesLine>("product_id", keys, &delivered, &["day", "id"], permit)?.last_that(SalesLine::stands()?);
        let last = match query.currency {
            Some(_) => last,
            None => last.last_among("currency", Source::rows::<Company>("currency", &Filter::All, permit)?)?,
        };
        Ok(Self {
            customer: reads.select(Select::new(permit).keys([Value::Id(id.uuid())])?),
            groups: reads.select(Select::<CustomerGroup>::new(permit).among("id", groups_of(id, permit)?)?.everything()),
            agreements: reads.select(Select::<CustomerPrice>::new(permit).filter(&agreed)?.at_most(limits::MAX_PRICES)),
            last: reads.select(Select::<SalesLine>::new(permit).among("id", last)?.everything()),
        })
    }
}

/// The customer's group and all groups above it.
fn groups_of(id: CustomerId, permit: &Permit) -> Result<Source> {
    Ok(Source::rows::<Customer>("group_id", &is(id), permit)?.and_above::<CustomerGroup>())
}

fn is(id: CustomerId) -> Filter {
    Filter::Field("id".to_owned(), crate::query::Test::Compare(crate::query::Op::Eq, Value::Id(id.uuid())))
}

/// Rows whose period includes a day.
fn in_force<E: crate::entity::Entity>(from: crate::query::Field<E, Option<Day>>, to: crate::query::Field<E, Option<Day>>, day: Day) -> Filter {
    from.is_empty().or(from.le(day)).and(to.is_empty().or(to.ge(day)))
}
