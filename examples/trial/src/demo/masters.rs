//! Chapter one: the own company, opening balances, a customer, products and prices.

use super::{CURRENCY, Failure, Goods, Steps, Story, eur, on, plain, price, quantity, refused, show, tell};
use crate::{sample, summary::new_table};
use crm_core::{
    company::CompanyProfile,
    costing::LOT,
    custom::{CustomField, CustomType},
    customers::{AddressKind, Contact, ContactPoint, ContactPointKind, Customer, CustomerAddress, CustomerGroup},
    dictionary::{DictionaryEntry, presets},
    ids::CustomerId,
    num::Rate,
    opening::{ApplyMode, OpeningOptions},
    pricing::{PriceLine, PriceList, PriceListItem, PriceSettings, PriceSource},
    products::{CodeKind, Product, ProductCode, ProductUnit, Tracking},
    receivables::{PaymentTerms, TermPart, TermStep},
    stock::Warehouse,
};
use crm_office::{Workbook, read_opening};
use serde_json::json;
use std::path::Path;

impl Steps<'_> {
    /// The own company, the lists of choices, and the contents of a workbook.
    pub(super) async fn set_up(&self, workbook: &Path) -> Result<(), Failure> {
        let session = self.session();
        self.step("2026-01-02", "The company says what it is called, from a day on, and what can be chosen")?;
        let company = session.company().get(session.company_id()).await?;
        let profile = CompanyProfile {
            street: Some("Calle de Toledo 120".to_owned()),
            postal_code: Some("28005".to_owned()),
            city: Some("Madrid".to_owned()),
            country: Some("ES".to_owned()),
            iban: Some("ES91 2100 0418 4502 0005 1332".to_owned()),
            language: Some("es".to_owned()),
            ..CompanyProfile::new(&company, on("2026-01-01")?, "Bazar del Sol, S.L.")
        };
        let profile = session.company_profiles().create(profile).await?;
        tell(format!(
            "{}, {}, {}; account {}",
            profile.legal_name,
            plain_text(&profile.street),
            plain_text(&profile.city),
            plain_text(&profile.iban)
        ));
        let entries = session.dictionary_entries().create_many(presets()).await?.len();
        let winery = DictionaryEntry::new("industry", "winery", &[("es", "Bodegas"), ("en", "Wine cellars"), ("zh", "酒庄")]);
        let winery = session.dictionary_entries().create(winery).await?;
        tell(format!("{entries} entries of the dictionary come along; `{}` is added: {} / {}", winery.code, winery.label("es"), winery.label("zh")));

        self.step("2026-01-02", "Opening balances come in from a workbook")?;
        sample::opening(workbook)?;
        let mut data = read_opening(&mut Workbook::open(workbook)?, &crm_office::OpeningOptions::default())?;
        for row in &mut data.products {
            row.value.stocked = Some(row.value.code != "POST");
        }
        let options = OpeningOptions::new(self.books.warehouse, on("2025-12-31")?, ApplyMode::AllOrNothing);
        let report = session.opening().apply(&data, &options).await?;
        let value = report.stock_value.map(plain).unwrap_or_default();
        let (customers, products) = (report.customers_created, report.products_created);
        tell(format!("{customers} customers, {products} products, stock of {} products worth {value}", report.stock_posted));
        let again = session.opening().apply(&data, &options).await?;
        tell(format!("applied a second time it changes nothing: {} rows are there already", again.unchanged));
        Ok(())
    }

    /// A customer with people, places, a custom field, terms of payment and a credit limit.
    pub(super) async fn customer(&self) -> Result<CustomerId, Failure> {
        let session = self.session();
        self.step("2026-01-02", "A customer is taken in")?;
        session.custom_fields().create(CustomField::new("customer", "route", CustomType::Text)).await?;
        let spain = session.customer_groups().create(CustomerGroup::new("ES", "Spain", None)).await?;
        let madrid = session.customer_groups().create(CustomerGroup::new("ES-M", "Madrid", Some(spain.id))).await?;
        let winery = DictionaryEntry::category().eq("industry".to_owned()).and(DictionaryEntry::code().eq("winery".to_owned()));
        let winery = session.dictionary_entries().list().filter(&winery)?.fetch().await?;
        let part = |days| Ok::<_, crm_core::Error>(TermPart::percent(Rate::parse("50")?, vec![TermStep::Days(days)]));
        let customer = Customer {
            group_id: Some(madrid.id),
            industry_id: winery.first().map(|entry| entry.id),
            country: Some("ES".to_owned()),
            payment_terms: Some(PaymentTerms { parts: vec![part(30)?, part(60)?] }),
            currency: Some(CURRENCY),
            credit_limit: Some(eur("1500")?),
            ..Customer::new("C-001", "Bodega Peña")
        };
        let id = session.customers().create_with(customer, &json!({"route": "Monday, north"})).await?.id;
        let contact = Contact { position: Some("purchasing".to_owned()), ..Contact::new(id, "Lucía Peña") };
        let contact = session.contacts().create(contact).await?;
        let phone = ContactPoint::new(id, ContactPointKind::Phone, "+34 915 550 123");
        session.contact_points().create(ContactPoint { contact_id: Some(contact.id), ..phone }).await?;
        let address = CustomerAddress { street: Some("Calle Mayor 7".to_owned()), ..CustomerAddress::new(id, AddressKind::Delivery) };
        session.customer_addresses().create(CustomerAddress { city: Some("Alcalá de Henares".to_owned()), ..address }).await?;
        let card = session.customers().card(id).await?;
        let groups: Vec<_> = card.groups.iter().map(|g| g.name.as_str()).collect();
        let route = card.custom.values().find_map(|fields| fields.get("route")).and_then(|v| v.as_str()).unwrap_or_default();
        let limit = card.customer.credit_limit.map(plain).unwrap_or_default();
        tell(format!(
            "{} {}, group {}, credit up to {limit}, half due after 30 days, half after 60",
            card.customer.code,
            card.customer.name,
            groups.join(", ")
        ));
        for contact in &card.contacts {
            tell(format!("{}, {}; delivered to {}; route (a field of ours): {route}", contact.name, plain_text(&contact.position), {
                card.addresses.iter().filter_map(|a| a.city.as_deref()).collect::<Vec<_>>().join(", ")
            }));
        }
        let written_otherwise = ContactPoint::same_as(ContactPointKind::Phone, "0034 91-555-01-23", None);
        let found = session.contact_points().count(&written_otherwise).await?;
        tell(format!("found by `0034 91-555-01-23`, however it is written: {found}"));
        refused("a second customer with the same number", session.customers().create(Customer::new("C-001", "Another")).await)?;
        Ok(id)
    }

    /// Products with a unit, a barcode and lots, and a warehouse that allows negative stock.
    pub(super) async fn goods(&self) -> Result<Goods, Failure> {
        let session = self.session();
        let day = self.step("2026-01-02", "Products: units, barcodes, lots")?;
        let stocked = |code: &str, name: &str| Product { unit: Some("piece".to_owned()), ..Product::stocked(code, name, CURRENCY) };
        let lantern = Product { list_price: Some(price("12.50")?), ..stocked("LANTERN", "Brass lantern") };
        let lantern = session.products().create(lantern).await?.id;
        let candle =
            Product { tracking: Tracking::Lot, costing: LOT.to_owned(), list_price: Some(price("4.00")?), ..stocked("CANDLE", "Beeswax candle") };
        let candle = session.products().create(candle).await?.id;
        let oil = session.products().create(stocked("OIL", "Lamp oil, 1 l")).await?.id;
        session.product_units().create(ProductUnit::new(lantern, "box", 12, 1)).await?;
        let code = |value: &str| ProductCode { unit: Some("box".to_owned()), ..ProductCode::new(lantern, CodeKind::Barcode, value) };
        session.product_codes().create(code("8437000123453")).await?;
        let read = session.products().resolve("8437 0001 23453", day, None).await?.one().ok_or("the barcode is not known")?;
        tell(format!("the barcode 8437 0001 23453 is {} {} of {}", read.quantity, read.unit.as_deref().unwrap_or("piece"), read.product.name));
        refused("a barcode whose check digit is wrong", session.product_codes().create(code("8437000123450")).await)?;
        let patio = session.warehouses().create(Warehouse { allows_negative: true, ..Warehouse::new("PATIO", "Yard") }).await?.id;
        Ok(Goods { lantern, candle, oil, patio })
    }
}

impl Story<'_> {
    /// A price list with a quantity break, and why a price won.
    pub(super) async fn prices(&self) -> Result<(), Failure> {
        let session = self.session();
        let day = self.step("2026-01-08", "A price list with a quantity break says what a lantern costs, and why")?;
        let list = session.price_lists().create(PriceList::new("2026", "Wholesale 2026", CURRENCY)).await?.id;
        let lantern = self.goods.lantern;
        let from_48 = PriceListItem { min_quantity: quantity("48")?, ..PriceListItem::new(list, lantern, price("11.00")?) };
        session.price_list_items().create_many(vec![PriceListItem::new(list, lantern, price("12.00")?), from_48]).await?;
        session.pricing().set_settings(&PriceSettings { price_list_id: Some(list), ..PriceSettings::default() }).await?;
        let boxes = PriceLine { unit: Some("box".to_owned()), ..PriceLine::new(lantern, quantity("5")?) };
        let asked = [
            PriceLine::new(lantern, quantity("10")?),
            PriceLine::new(lantern, quantity("60")?),
            boxes,
            PriceLine::new(self.goods.candle, quantity("10")?),
        ];
        let mut table = new_table(&["product", "quantity", "unit", "price", "because of"]);
        for (line, priced) in asked.iter().zip(session.pricing().price_all(Some(self.customer), day, None, &asked).await?) {
            let priced = priced.ok_or("there is no price")?;
            let what = if line.product_id == lantern { "lantern" } else { "candle" };
            let (unit, unit_price) = (line.unit.as_deref().unwrap_or("piece"), priced.in_line_unit()?.amount());
            table.add_row([what, &line.quantity.to_string(), unit, &format!("{unit_price:.2}"), why(&priced.source)]);
        }
        show(&table);
        Ok(())
    }
}

fn plain_text(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

fn why(source: &PriceSource) -> &'static str {
    match source {
        PriceSource::Customer { .. } => "an agreement with the customer",
        PriceSource::CustomerList { .. } => "the customer's list",
        PriceSource::GroupList { .. } => "the group's list",
        PriceSource::CompanyList { .. } => "the company's list",
        PriceSource::LastPrice { .. } => "what it paid last",
        PriceSource::Product => "the product's own price",
        PriceSource::Given => "the caller",
    }
}
