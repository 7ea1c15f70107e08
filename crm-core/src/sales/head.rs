//! The head of a document: its reads, the expected cost of its goods, and its number.
//!
//! Invariant: everything that a printed document shows is copied into it at issue; later changes of master data never change a document.

use super::lines::{Item, Priced, Terms, price};
use crate::{
    access::CustomerAccess,
    act::ActContext,
    company::{Company, CompanyProfile, profile_in_force},
    customers::{AddressKind, Customer, CustomerAddress},
    documents::{AllowanceCharge, AppliedAllowanceCharge, Buyer, Head, Issuer},
    entity::{Numbering, PendingNumber, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, TypedId},
    limits,
    num::{Money, Quantity},
    policy::TaxPolicy,
    products::{KitComponent, Product},
    query::Select,
    stock::{StockPool, series},
    storage::{Answers, Ask, ChangeSet, Reads},
    tax::{TaxGroup, TaxRate},
    time::Day,
};
use std::collections::{BTreeMap, BTreeSet};

/// The customer and day of a document; the rest of its head follows from the lines.
pub(super) struct DocumentTerms<'a> {
    pub(super) facts: &'a HeadFacts,
    pub(super) day: Day,
    pub(super) policy: TaxPolicy,
}

impl DocumentTerms<'_> {
    /// The head of a document with these lines; amounts change sign on a return or credit note.
    pub(super) fn head(&self, priced: &Priced, reference: Option<&String>, is_credit: bool, changes: &ChangeSet) -> Result<Head> {
        let signed = |amount: Money| if is_credit { amount.negated() } else { amount };
        let group = |g: &TaxGroup| TaxGroup { base: signed(g.base), tax: signed(g.tax), ..g.clone() };
        let adjustment = |a: &AppliedAllowanceCharge| AppliedAllowanceCharge { amount: signed(a.amount), net: signed(a.net), ..a.clone() };
        let sums = &priced.sums;
        Ok(Head {
            day: self.day,
            posted_at: changes.context().at,
            operator_id: changes.context().operator,
            customer_id: self.facts.customer.id,
            customer_code: self.facts.customer.code.clone(),
            customer_name: self.facts.customer.name.clone(),
            salesperson_id: self.facts.customer.owner_id,
            reference: reference.cloned(),
            issuer: self.facts.issuer(),
            buyer: self.facts.buyer(),
            policy: self.policy,
            taxes: sums.groups.iter().map(group).collect(),
            allowance_charges: priced.allowance_charges.iter().map(adjustment).collect(),
            lines_net: signed(sums.lines_net),
            net: signed(sums.net),
            tax: signed(sums.tax),
            gross: signed(sums.gross),
        })
    }

    /// Prices the lines, allowances and charges of this document.
    pub(super) fn price(&self, items: &[Item<'_>], allowance_charges: &[AllowanceCharge]) -> Result<Priced> {
        limits::check("MAX_ALLOWANCE_CHARGES", allowance_charges.len(), limits::MAX_ALLOWANCE_CHARGES)?;
        price(
            items,
            allowance_charges,
            &Terms { company: &self.facts.company, customer: &self.facts.customer, day: self.day, policy: self.policy, rates: &self.facts.rates },
        )
    }
}

/// The reads common to all documents: the customer and its billing address, the tax rates, and the company's profile on the day.
pub(super) struct HeadReads {
    customer: Ask<Stored<Customer>>,
    address: Ask<Stored<CustomerAddress>>,
    rates: Ask<Stored<TaxRate>>,
    profile: Ask<Stored<CompanyProfile>>,
}

/// The answers to [`HeadReads`].
pub(super) struct HeadFacts {
    pub(super) customer: Stored<Customer>,
    /// The caller's access to the customer.
    pub(super) access: CustomerAccess,
    pub(super) rates: Vec<Stored<TaxRate>>,
    /// The company, with the policies in force on the day.
    pub(super) company: Company,
    address: Option<Stored<CustomerAddress>>,
    profile: Option<Stored<CompanyProfile>>,
}

impl HeadReads {
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, customer_id: CustomerId, day: Day) -> Result<Self> {
        let permit = context.permit();
        let billing = CustomerAddress::customer_id().eq(customer_id).and(CustomerAddress::kind().eq(AddressKind::Billing));
        Ok(Self {
            customer: reads.select(Select::new(permit).keys([Value::Id(customer_id.uuid())])?),
            address: reads.select(Select::new(permit).filter(&billing)?.sort(&["-is_primary"])?.limit(1)?),
            rates: reads.select(Select::new(permit).limit(limits::MAX_SETTINGS)?),
            profile: reads.select(profile_in_force(permit, day)?),
        })
    }

    /// Takes the answers for a document that sells.
    ///
    /// # Errors
    /// `reference.missing`; `field.invalid` for a customer that is no longer active.
    pub(super) async fn take(&self, context: &mut ActContext<'_>, answers: &mut Answers) -> Result<HeadFacts> {
        let facts = self.take_of_anybody(context, answers).await?;
        if facts.customer.is_active { Ok(facts) } else { Err(Error::field("customer_id", "is no longer active")) }
    }

    /// Takes the answers for a document that returns, credits or reverses, which inactive customers can have too.
    ///
    /// # Errors
    /// `reference.missing`.
    pub(super) async fn take_of_anybody(&self, context: &mut ActContext<'_>, answers: &mut Answers) -> Result<HeadFacts> {
        let missing = || Error::new(Code::ReferenceMissing, "there is no such customer").with("field", "customer_id");
        let customer = answers.first(&self.customer)?.ok_or_else(missing)?;
        let (address, profile) = (answers.first(&self.address)?, answers.first(&self.profile)?);
        let company = context.company()?.under(profile.as_deref());
        let access = context.access_to(customer.id).await?;
        Ok(HeadFacts { customer, access, rates: answers.all(&self.rates)?, company, address, profile })
    }
}

impl HeadFacts {
    /// The company, as shown on documents of the day.
    fn issuer(&self) -> Issuer {
        let Some(p) = self.profile.as_deref().cloned() else {
            return Issuer { name: self.company.name.clone(), ..Issuer::default() };
        };
        let CompanyProfile {
            legal_name: name,
            street,
            postal_code,
            city,
            province,
            country,
            tax_id,
            iban,
            email,
            phone,
            website,
            logo,
            language,
            ..
        } = p;
        Issuer { name, street, postal_code, city, province, country, tax_id, iban, email, phone, website, logo, language }
    }

    /// The customer, as shown on documents of the day.
    fn buyer(&self) -> Buyer {
        let (c, a) = (&self.customer, self.address.as_deref());
        Buyer {
            code: c.code.clone(),
            name: c.name.clone(),
            legal_name: c.legal_name.clone(),
            tax_id: c.tax_id.clone(),
            street: a.and_then(|a| a.street.clone()),
            postal_code: a.and_then(|a| a.postal_code.clone()),
            city: a.and_then(|a| a.city.clone()),
            country: a.and_then(|a| a.country.as_ref()).or(c.country.as_ref()).cloned(),
            language: c.language.clone(),
        }
    }
}

/// The reads of the products of a quote or order, and their expected costs.
pub(super) struct ProductReads {
    products: Ask<Stored<Product>>,
    pools: Ask<Stored<StockPool>>,
    kits: Ask<Stored<KitComponent>>,
}

/// The answers to [`ProductReads`].
pub(super) struct Catalogue {
    products: BTreeMap<ProductId, Product>,
    pools: BTreeMap<ProductId, StockPool>,
    kits: Vec<Stored<KitComponent>>,
}

impl ProductReads {
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, products: &BTreeSet<ProductId>) -> Result<Self> {
        let permit = context.full_permit();
        let keys = || products.iter().map(|id| Value::Id(id.uuid()));
        let (sold, pools) = (reads.select(Select::new(&permit).keys(keys())?), reads.select(Select::new(&permit).keys(keys())?));
        Ok(Self { products: sold, pools, kits: crate::sales::goods::kits_among(reads, context, products)? })
    }

    /// Takes the answers; if there are kits, their components are read as well.
    pub(super) async fn take(self, context: &mut ActContext<'_>, answers: &mut Answers) -> Result<Catalogue> {
        let mut products: BTreeMap<ProductId, Product> = answers.all(&self.products)?.into_iter().map(|p| (p.id, p.data)).collect();
        let mut pools: BTreeMap<ProductId, StockPool> = answers.all(&self.pools)?.into_iter().map(|p| (p.product_id, p.data)).collect();
        let kits = answers.all(&self.kits)?;
        if !kits.is_empty() {
            let permit = context.full_permit();
            let keys = || kits.iter().map(|c| Value::Id(c.component_id.uuid()));
            let mut reads = Reads::new();
            let components = reads.select(Select::<Product>::new(&permit).keys(keys())?);
            let more = reads.select(Select::<StockPool>::new(&permit).keys(keys())?);
            let mut answers = context.read(&crate::storage::LockKeys::none(), reads).await?;
            products.extend(answers.all(&components)?.into_iter().map(|p| (p.id, p.data)));
            pools.extend(answers.all(&more)?.into_iter().map(|p| (p.product_id, p.data)));
        }
        Ok(Catalogue { products, pools, kits })
    }
}

impl Catalogue {
    /// # Errors
    /// `reference.missing` with `line`.
    pub(super) fn product(&self, id: ProductId, line: i64) -> Result<&Product> {
        crate::sales::goods::sold_product(&self.products, id, line)
    }

    /// The expected costs of lines: at the average cost, otherwise at the reference cost; none if unknown, and for services. A kit costs the sum of
    /// its components.
    pub(super) fn expected_costs(&self, lines: &[crate::documents::PricedLine], policy: &TaxPolicy) -> Result<Vec<Option<Money>>> {
        lines.iter().map(|line| self.expected_cost(line, policy)).collect()
    }

    fn expected_cost(&self, line: &crate::documents::PricedLine, policy: &TaxPolicy) -> Result<Option<Money>> {
        let Some(product) = self.products.get(&line.product_id) else { return Ok(None) };
        let goods = crate::sales::goods::goods_of(line.product_id, product, line.quantity, &self.kits)?;
        let mut cost = None;
        for (product_id, quantity) in goods {
            match (self.cost_of(product_id, quantity, policy)?, cost) {
                (None, _) => return Ok(None),
                (Some(part), None) => cost = Some(part),
                (Some(part), Some(sum)) => cost = Some(part.plus(sum)?),
            }
        }
        Ok(cost)
    }

    fn cost_of(&self, product_id: ProductId, quantity: Quantity, policy: &TaxPolicy) -> Result<Option<Money>> {
        if !self.products.get(&product_id).is_some_and(|p| p.is_stocked) {
            return Ok(Some(Money::zero(policy.currency)));
        }
        let Some(pool) = self.pools.get(&product_id) else { return Ok(None) };
        match (pool.value.shown(), pool.reference_cost) {
            (Some(value), _) if pool.quantity.is_positive() => crate::documents::share(value, quantity, pool.quantity, policy).map(Some),
            (_, Some(cost)) => cost.times(quantity, policy.step, policy.rounding).map(Some),
            _ => Ok(None),
        }
    }

    /// Whether a line is for goods, which should have a cost.
    pub(super) fn has_goods(&self, line: &crate::documents::PricedLine) -> bool {
        self.products.get(&line.product_id).is_some_and(|p| p.is_stocked || p.is_kit)
    }
}

/// The number of a document and its sequence in the series, both assigned on commit, with the name of the series.
pub(super) fn take_number(name: &str, prefix: &str, day: Day, changes: &mut ChangeSet) -> (String, PendingNumber, PendingNumber) {
    let (series, numbering) = series(name, prefix, day);
    let number = changes.next_number(&series, numbering);
    let sequence = PendingNumber { numbering: Numbering::Sequence, ..number.clone() };
    (series, number, sequence)
}
