//! Customers with contacts and addresses, products with units and codes.

use super::{
    OpeningAddress, OpeningCode, OpeningContact, OpeningCustomer, OpeningProduct, OpeningUnit,
    known::{KnownCustomer, KnownProduct, Origin, claim_of, place_of, product_code},
    problem::SourceRow,
    work::{Work, count},
};
use crate::{
    customers::{Contact, ContactPoint, ContactPointKind, Customer, CustomerAddress, CustomerGroup, CustomerGroupMember, contact_key},
    entity::Stored,
    ids::{ContactId, CustomerGroupId, CustomerId, OperatorId, ProductGroupId, ProductId},
    limits,
    num::{Decimal, UnitPrice},
    products::{Product, ProductGroup, ProductUnit, Tracking, UnitTable},
    records::MasterRecord,
    text::search_key,
};
use std::collections::BTreeSet;

impl<'d> Work<'d> {
    /// Customers, then what belongs to them.
    pub(super) fn customers(&mut self) {
        let part = self.part;
        for row in part.customers {
            self.customer(row);
            if !self.known.customers.contains_key(&row.value.code) {
                self.refused_customers.insert(&row.value.code);
            }
        }
        for row in part.contacts {
            self.contact(row);
        }
        for row in part.addresses {
            self.address(row);
        }
    }

    /// Products, then what belongs to them.
    pub(super) fn products(&mut self) {
        let part = self.part;
        for row in part.products {
            self.product(row);
            if !self.known.products.contains_key(&row.value.code) {
                self.refused_products.insert(&row.value.code);
            }
        }
        for row in part.units {
            self.unit(row);
        }
        for row in part.codes {
            self.code(row);
        }
    }

    /// Reports texts that are too long, since a group's name becomes its code.
    fn has_long_text<T>(&mut self, row: &SourceRow<T>, texts: &[(&'static str, &Option<String>)], code: &str) -> bool {
        for (field, text) in texts {
            let is_group = matches!(*field, "customer_group" | "product_group");
            let limit = if is_group { limits::MAX_CODE } else { limits::MAX_TEXT };
            if let Err(error) = crate::text::check_length(field, text.as_deref().unwrap_or_default(), limit) {
                self.refused(row, field, &error, code);
                return true;
            }
        }
        false
    }

    /// The tax code that a sheet means: an existing code, or else the code whose rate is the given percentage. The rate in force on the opening day
    /// counts.
    fn tax_code<T>(&mut self, row: &SourceRow<T>, text: Option<&str>) -> Option<Option<String>> {
        let Some(text) = text else { return Some(None) };
        let percent = text.trim_end_matches('%').trim_end();
        let is_code = self.known.tax_rates.iter().any(|rate| rate.code == text);
        let Some(rate) = percent.parse::<Decimal>().ok().filter(|_| !is_code) else {
            // Before any tax rates are set up there is nothing to check against; afterwards, deliveries with an unknown code would fail.
            let is_known = is_code || self.known.tax_rates.is_empty();
            if !is_known {
                self.problem(row, "tax_code", "unknown_tax_code", "there is no tax code with this name", text);
            }
            return is_known.then(|| Some(text.to_owned()));
        };
        let day = self.day;
        let codes: BTreeSet<&str> = self.known.tax_rates.iter().map(|r| r.code.as_str()).collect();
        let has_rate = |code: &&str| crate::tax::rate_on(&self.known.tax_rates, code, day).is_ok_and(|now| now.rate.decimal() == rate);
        let found: Vec<String> = codes.into_iter().filter(has_rate).map(str::to_owned).collect();
        let (problem, reason) = match found.as_slice() {
            [one] => return Some(Some(one.clone())),
            [] => ("unknown_tax_rate", format!("no tax code has the rate {percent} %")),
            several => ("ambiguous_tax_rate", format!("several tax codes have the rate {percent} %: {}", several.join(", "))),
        };
        self.problem(row, "tax_code", problem, reason, text);
        None
    }

    /// The operator that a sheet means, by code or by unambiguous name.
    fn owner(&mut self, row: &SourceRow<OpeningCustomer>) -> Option<Option<OperatorId>> {
        let Some(text) = &row.value.owner else { return Some(None) };
        let key = search_key(text);
        let by_code = self.known.operators.iter().find(|o| o.code == *text).map(|o| o.id);
        let mut by_name = self.known.operators.iter().filter(|o| search_key(&o.name) == key).map(|o| o.id);
        let found = by_code.or_else(|| by_name.next().filter(|_| by_name.next().is_none()));
        if found.is_none() {
            self.problem(row, "owner", "unknown_operator", "there is no operator, or more than one, with this code or name", text);
        }
        found.map(Some)
    }

    /// The customer described by a row, if valid so far; a group that does not exist yet is left out, as it has no id.
    fn said_customer(&mut self, row: &SourceRow<OpeningCustomer>) -> Option<Customer> {
        let value = &row.value;
        let texts = [("customer_group", &value.group), ("country", &value.country), ("tax_code", &value.tax_code)];
        if self.has_long_text(row, &texts, &value.code) {
            return None;
        }
        let limit = value.credit_limit.map(|limit| self.money(limit)).transpose();
        let credit_limit = self.accept(row, "credit_limit", limit, &value.code)?;
        if !self.is_in_currency(row, "credit_limit", self.currency) {
            return None;
        }
        let tax_code = self.tax_code(row, value.tax_code.as_deref())?;
        let owner_id = self.owner(row)?;
        let known = value.group.as_ref().and_then(|name| self.known.customer_groups.get(name));
        let group_id = known.copied().or_else(|| value.group.as_ref().map(|_| CustomerGroupId(crate::Uuid::nil())));
        let mut customer = Customer {
            group_id,
            owner_id,
            legal_name: value.legal_name.clone(),
            website: value.website.clone(),
            country: value.country.clone(),
            tax_code,
            payment_days: value.payment_days.unwrap_or_default(),
            tax_id: value.tax_id.clone(),
            currency: credit_limit.map(|_| self.currency),
            credit_limit,
            notes: value.notes.clone(),
            ..Customer::new(&value.code, &value.name)
        };
        customer.normalise();
        Some(customer)
    }

    /// The stored or planned customer with a code.
    fn known_customer(&mut self, code: &str) -> Option<(CustomerId, Customer)> {
        let known = self.known.customers.get(code)?;
        let id = known.id;
        match known.origin.clone() {
            Origin::Stored(customer) => customer.map(|customer| (id, *customer)),
            Origin::Row(row) => self.said_customer(row).map(|customer| (id, customer)),
        }
    }

    /// Plans a customer.
    fn customer(&mut self, row: &'d SourceRow<OpeningCustomer>) {
        let value = &row.value;
        let Some(customer) = self.said_customer(row) else { return };
        match self.known_customer(&value.code) {
            Some((id, stored)) if as_stored(&customer, &stored) == stored && self.is_member(id, &value.groups) => {
                self.is_unchanged();
                return;
            }
            Some(_) => {
                self.problem(row, "customer_code", "differs_from_stored", "a customer with this code exists with different values", &value.code);
                return;
            }
            None => {}
        }
        let checked = customer.check();
        if self.accept(row, "customer_code", checked, &value.code).is_none() {
            return;
        }
        let group_id = value.group.as_ref().map(|name| self.customer_group(name));
        let customer = Stored::new(self.changes.new_id(), Customer { group_id, ..customer });
        self.changes.insert(&customer);
        count(&mut self.report.customers_created);
        for name in &value.groups {
            let group_id = self.customer_group(name);
            if Some(group_id) != customer.group_id && self.known.members.insert((customer.id, group_id)) {
                let member = Stored::new(self.changes.new_id(), CustomerGroupMember::new(customer.id, group_id));
                self.changes.insert(&member);
            }
        }
        self.known.customers.insert(value.code.clone(), KnownCustomer::new(&customer, row));
    }

    /// Whether a stored customer is a member of all these groups.
    fn is_member(&self, id: CustomerId, groups: &[String]) -> bool {
        groups.iter().all(|name| self.known.customer_groups.get(name).is_some_and(|group| self.known.members.contains(&(id, *group))))
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

    /// The customer with a code, or a problem of the row that names it.
    pub(super) fn customer_of<T>(&mut self, row: &SourceRow<T>, code: &str) -> Option<CustomerId> {
        let id = self.known.customers.get(code).map(|c| c.id);
        if id.is_none() {
            let is_refused = self.data.refused_customers.contains(code) || self.refused_customers.contains(code);
            let (problem, reason) = match is_refused {
                true => ("customer_refused", "the row of this customer has an error"),
                false => ("unknown_customer", "there is no customer with this code"),
            };
            self.problem(row, "customer_code", problem, reason, code);
        }
        id
    }

    /// The product with a code, or a problem of the row that names it.
    pub(super) fn product_of<T>(&mut self, row: &SourceRow<T>, code: &str) -> Option<ProductId> {
        let id = self.known.products.get(code).map(|p| p.id);
        if id.is_none() {
            let is_refused = self.data.refused_products.contains(code) || self.refused_products.contains(code);
            let (problem, reason) = match is_refused {
                true => ("product_refused", "the row of this product has an error"),
                false => ("unknown_product", "there is no product with this code"),
            };
            self.problem(row, "product_code", problem, reason, code);
        }
        id
    }

    /// Plans a contact with its contact points, or those of the customer itself; an invalid contact point does not affect the others. A row that adds
    /// nothing is unchanged.
    fn contact(&mut self, row: &SourceRow<OpeningContact>) {
        let value = &row.value;
        let Some(customer_id) = self.customer_of(row, &value.customer) else { return };
        let mut points: Vec<ContactPoint> = Vec::new();
        for (kind, text) in &value.points {
            let mut point = ContactPoint::new(customer_id, *kind, text);
            point.normalise();
            let checked = point.check();
            if self.accept(row, point_field(*kind), checked, &point.value).is_some() {
                points.push(point);
            }
        }
        // If nothing in the row is valid, its problems say everything.
        if value.name.is_none() && points.is_empty() && !value.points.is_empty() {
            return;
        }
        let known = value.name.as_ref().and_then(|name| self.known.contacts.get(&(customer_id, name.clone())));
        let (contact_id, mut is_new): (Option<ContactId>, bool) = match (&value.name, known) {
            (None, _) => (None, false),
            (Some(_), Some(stored)) if value.position.is_none() || stored.position == value.position => (Some(stored.id), false),
            (Some(name), Some(_)) => {
                self.problem(row, "position", "differs_from_stored", "the contact exists with a different position", &name.clone());
                return;
            }
            (Some(name), None) => {
                let contact = Contact { position: value.position.clone(), ..Contact::new(customer_id, name) };
                let Some(contact) = self.insert(row, "contact_name", contact, name) else { return };
                count(&mut self.report.contacts_created);
                let id = contact.id;
                self.known.contacts.insert((customer_id, name.clone()), contact);
                (Some(id), true)
            }
        };
        for point in points {
            let key = contact_key(point.kind, &point.value, None).unwrap_or_default();
            let place = (customer_id, contact_id, point.kind, key);
            if self.known.points.contains_key(&place) {
                continue;
            }
            let text = point.value.clone();
            if self.insert(row, point_field(point.kind), ContactPoint { contact_id, ..point }, &text).is_some() {
                count(&mut self.report.contact_points_created);
                self.known.points.insert(place, true);
                is_new = true;
            }
        }
        if !is_new {
            self.is_unchanged();
        }
    }

    /// Plans an address; an existing one is recognised by all fields that the sheet gives.
    fn address(&mut self, row: &'d SourceRow<OpeningAddress>) {
        let OpeningAddress { customer, kind, name, street, postal_code, city, country } = &row.value;
        let Some(customer_id) = self.customer_of(row, customer) else { return };
        let key = (customer_id, *kind, [name, street, postal_code, city, country].map(Option::as_deref));
        let stored = self.known.addresses.get(&customer_id).into_iter().flatten();
        if self.known.new_addresses.contains(&key) || stored.map(place_of).any(|known| known == key) {
            self.is_unchanged();
            return;
        }
        let [name, street, postal_code, city, country] = [name, street, postal_code, city, country].map(Option::clone);
        let address = CustomerAddress { name, street, postal_code, city, country, ..CustomerAddress::new(customer_id, *kind) };
        if self.insert(row, "street", address, customer).is_some() {
            count(&mut self.report.addresses_created);
            self.known.new_addresses.insert(key);
        }
    }

    /// The product described by a row, if valid so far; a group that does not exist yet is left out, as it has no id.
    pub(super) fn said_product(&mut self, row: &SourceRow<OpeningProduct>) -> Option<Product> {
        let value = &row.value;
        let price = value.list_price.map(|price| UnitPrice::new(price, self.currency)).transpose();
        let list_price = self.accept(row, "list_price", price, &value.code)?;
        if !self.is_in_currency(row, "list_price", self.currency) {
            return None;
        }
        if self.has_long_text(row, &[("product_group", &value.group), ("unit", &value.unit)], &value.code) {
            return None;
        }
        let known = value.group.as_ref().and_then(|name| self.known.product_groups.get(name));
        let group_id = known.copied().or_else(|| value.group.as_ref().map(|_| ProductGroupId(crate::Uuid::nil())));
        let tax_code = self.tax_code(row, value.tax_code.as_deref())?;
        let made = Product::stocked(&value.code, &value.name, self.currency);
        Some(Product {
            group_id,
            unit: value.unit.clone(),
            list_price,
            is_stocked: value.stocked.unwrap_or(true),
            model: value.model.clone(),
            specification: value.specification.clone(),
            brand: value.brand.clone(),
            tax_code,
            tracking: value.tracking.unwrap_or(made.tracking),
            ..made
        })
    }

    /// The stored or planned product with a code.
    pub(super) fn known_product(&mut self, code: &str) -> Option<Product> {
        match self.known.products.get(code)?.origin.clone() {
            Origin::Stored(product) => product.map(|product| *product),
            Origin::Row(row) => self.said_product(row),
        }
    }

    /// Plans a product.
    fn product(&mut self, row: &'d SourceRow<OpeningProduct>) {
        let value = &row.value;
        let Some(product) = self.said_product(row) else { return };
        match self.known_product(&value.code) {
            Some(stored) if like_stored(&product, value.tracking, &stored) == stored => {
                self.is_unchanged();
                return;
            }
            Some(_) => {
                self.problem(row, "product_code", "differs_from_stored", "a product with this code exists with different values", &value.code);
                return;
            }
            None => {}
        }
        let checked = product.check();
        if self.accept(row, "product_code", checked, &value.code).is_none() {
            return;
        }
        let group_id = value.group.as_ref().map(|name| self.product_group(name));
        let product = Stored::new(self.changes.new_id(), Product { group_id, ..product });
        self.changes.insert(&product);
        count(&mut self.report.products_created);
        self.known.products.insert(value.code.clone(), KnownProduct::new(&product, row));
    }

    fn unit(&mut self, row: &SourceRow<OpeningUnit>) {
        let value = &row.value;
        let Some(product_id) = self.product_of(row, &value.product) else { return };
        let unit = ProductUnit::new(product_id, &value.unit, value.numerator, value.denominator);
        let known = self.known.units.all(&product_id).find(|u| u.unit == unit.unit);
        match known.map(|known| known.ratio().ok() == unit.ratio().ok()) {
            Some(true) => self.is_unchanged(),
            Some(false) => self.problem(row, "unit", "differs_from_stored", "the unit exists with a different number of base units", &value.unit),
            None => {
                let Some(stored) = self.insert(row, "unit", unit, &value.unit) else { return };
                count(&mut self.report.units_created);
                self.known.units.push(product_id, stored.data);
            }
        }
    }

    /// Checks that the product has the unit; otherwise a problem of the row.
    pub(super) fn is_counted_in<T>(&mut self, row: &SourceRow<T>, (code, id): (&str, ProductId), unit: Option<&str>) -> bool {
        let Some(unit) = unit else { return true };
        let Some(product) = self.known_product(code) else { return false };
        let known = UnitTable::new(&product, self.known.units.all(&id)).and_then(|table| table.ratio(Some(unit)));
        self.accept(row, "unit", known, unit).is_some()
    }

    fn code(&mut self, row: &SourceRow<OpeningCode>) {
        let value = &row.value;
        let Some(product_id) = self.product_of(row, &value.product) else { return };
        let customer_id = match &value.customer {
            Some(code) => match self.customer_of(row, code) {
                None => return,
                known => known,
            },
            None => None,
        };
        if !self.is_counted_in(row, (&value.product, product_id), value.unit.as_deref()) {
            return;
        }
        let code = product_code(value, product_id, customer_id);
        let claim = claim_of(&code);
        match self.known.codes.get(&claim) {
            Some(known) if known.product_id != product_id => {
                self.problem(row, "code_value", "code_taken", "the code belongs to another product", &value.value);
            }
            Some(known) if (&known.unit, known.quantity) == (&code.unit, code.quantity) => self.is_unchanged(),
            Some(_) => self.problem(row, "code_value", "differs_from_stored", "the code exists for a different unit or quantity", &value.value),
            None => {
                let Some(stored) = self.insert(row, "code_value", code, &value.value) else { return };
                count(&mut self.report.codes_created);
                self.known.codes.insert(claim, stored.data);
            }
        }
    }
}

/// The sheet field that a contact point comes from.
fn point_field(kind: ContactPointKind) -> &'static str {
    match kind {
        ContactPointKind::Phone => "phone",
        ContactPointKind::Mobile => "mobile",
        ContactPointKind::Email => "email",
        ContactPointKind::Messenger => "messenger",
        ContactPointKind::Website => "website",
    }
}

/// The customer of a sheet, completed with stored fields that sheets do not carry or that users have filled in since.
fn as_stored(said: &Customer, stored: &Customer) -> Customer {
    let Customer {
        code,
        name,
        group_id,
        country,
        tax_code,
        payment_days,
        is_active,
        tax_id,
        tax_id_key,
        currency,
        credit_limit,
        notes,
        legal_name,
        website,
        owner_id,
        ..
    } = said.clone();
    let (tax_id, tax_id_key) = if tax_id.is_some() { (tax_id, tax_id_key) } else { (stored.tax_id.clone(), stored.tax_id_key.clone()) };
    let (currency, credit_limit) = if credit_limit.is_some() { (currency, credit_limit) } else { (stored.currency, stored.credit_limit) };
    let notes = notes.or_else(|| stored.notes.clone());
    let (legal_name, website) = (legal_name.or_else(|| stored.legal_name.clone()), website.or_else(|| stored.website.clone()));
    let owner_id = owner_id.or(stored.owner_id);
    Customer {
        code,
        name,
        group_id,
        country,
        tax_code,
        payment_days,
        is_active,
        tax_id,
        tax_id_key,
        currency,
        credit_limit,
        notes,
        legal_name,
        website,
        owner_id,
        ..stored.clone()
    }
}

/// The product of a sheet, completed with stored fields that opening data lacks or leaves empty.
fn like_stored(said: &Product, tracking: Option<Tracking>, stored: &Product) -> Product {
    let Product { mnemonic, notes, costing, stock_decimals, .. } = stored.clone();
    let or = |said: &Option<String>, stored: &Option<String>| said.clone().or_else(|| stored.clone());
    Product {
        mnemonic,
        notes,
        costing,
        stock_decimals,
        model: or(&said.model, &stored.model),
        specification: or(&said.specification, &stored.specification),
        brand: or(&said.brand, &stored.brand),
        tax_code: or(&said.tax_code, &stored.tax_code),
        tracking: tracking.unwrap_or(stored.tracking),
        ..said.clone()
    }
}
