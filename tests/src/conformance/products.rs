//! Products: units, codes and what they stand for, kits, numbers by group.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, quantity};
use crm_core::{
    Code,
    audit::AuditEntry,
    customers::{Customer, CustomerGroup},
    entity::{Masked, Stored},
    external::ExternalKey,
    ids::{ProductGroupId, ProductId, TypedId},
    num::{Currency, Quantity},
    products::{CodeKind, CodeMatch, KitComponent, MatchedBy, Product, ProductCode, ProductGroup, ProductUnit, Resolved, explode},
    session::{UpsertMode, Upserted},
};

async fn resolve(shop: &Shop, text: &str) -> Resolved {
    shop.session.products().resolve(text, day("2026-01-10"), None).await.unwrap()
}

async fn one(shop: &Shop, text: &str) -> CodeMatch {
    match resolve(shop, text).await {
        Resolved::One(found) => *found,
        other => panic!("`{text}`: {other:?}"),
    }
}

async fn code(shop: &Shop, code: ProductCode) -> Stored<ProductCode> {
    shop.session.product_codes().create(code).await.unwrap()
}

/// A line keeps code and name of its day, whatever the product is called later.
pub async fn a_rename_never_rewrites_history(harness: Harness) {
    let shop = harness.shop().await;
    let sold = shop.session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "5")])).await.unwrap();
    let mut product = shop.session.products().get(shop.service).await.unwrap();
    (product.code, product.name, product.brand) = ("NEW".into(), "Renamed".into(), Some("Acme".into()));
    let product = shop.session.products().update(&product).await.unwrap();
    assert_eq!(shop.session.products().get(shop.service).await.unwrap(), product);
    let line = shop.session.sales_lines().get(shop.lines_of(sold.document_id).await[0]).await.unwrap();
    assert_eq!((line.product_code.as_str(), line.product_name.as_str()), ("V1", "Assembly"));
    assert_eq!(one(&shop, "new").await.product.id, shop.service);
    assert_eq!(resolve(&shop, "V1").await, Resolved::Unknown);
}

/// Whatever is scanned or typed finds product, unit and quantity, whatever its case and width; zeros count.
pub async fn a_code_of_any_kind_finds_product_unit_and_quantity(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.product_units().create(ProductUnit::new(shop.product, "box", 12, 1)).await.unwrap();
    let carton =
        ProductCode { unit: Some("box".into()), quantity: Some(quantity("5")), ..ProductCode::new(shop.product, CodeKind::Barcode, "4006381333931") };
    let carton = code(&shop, carton).await;
    let found = one(&shop, "４００６３８１３３３９３１").await;
    assert_eq!((found.product.id, found.unit.as_deref(), found.quantity), (shop.product, Some("box"), quantity("5")));
    assert_eq!(found.by, MatchedBy::Code(carton.id, CodeKind::Barcode));
    // The same number in 12, 13 and 14 digits.
    code(&shop, ProductCode::new(shop.second, CodeKind::Barcode, "036000291452")).await;
    for text in ["036000291452", "0036000291452", "00036000291452", " 0036000 291452 "] {
        assert_eq!(one(&shop, text).await.product.id, shop.second, "{text}");
    }
    assert_eq!(resolve(&shop, "36000291452").await, Resolved::Unknown);
    // The zeros of other codes are part of them, and a supplier's number is not a barcode.
    let supplier = code(&shop, ProductCode::of_supplier(shop.service, "Foundry Ltd", "00-Ab/7")).await;
    assert_eq!(one(&shop, "00-aB/7").await.by, MatchedBy::Code(supplier.id, CodeKind::Supplier));
    assert_eq!(resolve(&shop, "0-Ab/7").await, Resolved::Unknown);
    // The own code, with the base unit.
    let found = one(&shop, "p1").await;
    assert_eq!((found.product.id, found.unit, found.quantity, found.by), (shop.product, None, Quantity::from(1), MatchedBy::OwnCode));
    for nothing in ["", "  ", "nothing", "\0"] {
        assert_eq!(resolve(&shop, nothing).await, Resolved::Unknown);
    }
}

/// A customer's part number counts where they buy, and nowhere else.
pub async fn a_customers_part_number_counts_for_him_only(harness: Harness) {
    let shop = harness.shop().await;
    code(&shop, ProductCode::of_customer(shop.product, shop.customer, "K-100")).await;
    code(&shop, ProductCode::of_customer(shop.second, shop.other, "K-100")).await;
    let found = async |customer| shop.session.products().resolve("k-100", day("2026-01-10"), customer).await.unwrap();
    assert_eq!(found(Some(shop.customer)).await.one().unwrap().product.id, shop.product);
    assert_eq!(found(Some(shop.other)).await.one().unwrap().product.id, shop.second);
    assert_eq!(found(None).await, Resolved::Unknown);
    // Who may not see the customer does not see its numbers.
    let (_, sam) = shop.operator("sam", &["salesperson"], &[]).await;
    assert_eq!(sam.products().resolve("k-100", day("2026-01-10"), Some(shop.customer)).await.unwrap(), Resolved::Unknown);
    assert_eq!(sam.product_codes().count(&crm_core::query::Filter::All).await.unwrap(), 0);
    let nobodys = ProductCode::new(shop.product, CodeKind::Customer, "K-200");
    shop.refuses(Code::FieldInvalid, shop.session.product_codes().create(nobodys)).await;
}

/// What stands for more than one thing is said so and never guessed; the same thing twice is one.
pub async fn what_stands_for_several_is_ambiguous(harness: Harness) {
    let shop = harness.shop().await;
    code(&shop, ProductCode::of_supplier(shop.product, "North", "77")).await;
    code(&shop, ProductCode::of_supplier(shop.second, "South", "77")).await;
    let Resolved::Ambiguous(several) = resolve(&shop, "77").await else { panic!("two products") };
    assert_eq!(several.iter().map(|m| m.product.code.as_str()).collect::<Vec<_>>(), ["P1", "P2"]);
    code(&shop, ProductCode::of_supplier(shop.product, "North", "78")).await;
    code(&shop, ProductCode::of_supplier(shop.product, "South", "78")).await;
    assert_eq!(one(&shop, "78").await.product.id, shop.product);
    // A code that is another product's own.
    code(&shop, ProductCode::new(shop.product, CodeKind::Other, "P2")).await;
    assert!(matches!(resolve(&shop, "P2").await, Resolved::Ambiguous(several) if several.len() == 2));
    // Own codes that differ by case: the one that is written like the text goes before.
    let lower = shop.session.products().create(Product::stocked("q7", "Lower", Currency::EUR)).await.unwrap();
    let upper = shop.session.products().create(Product::stocked("Q7", "Upper", Currency::EUR)).await.unwrap();
    assert_eq!((one(&shop, "q7").await.product.id, one(&shop, "Q7").await.product.id), (lower.id, upper.id));
    assert!(matches!(resolve(&shop, "Ｑ7").await, Resolved::Ambiguous(several) if several.len() == 2));
}

/// Two active codes of a kind and party are never the same; one that is put out of use leaves its place.
pub async fn an_active_code_is_claimed_once(harness: Harness) {
    let shop = harness.shop().await;
    let barcode = |product: ProductId| ProductCode::new(product, CodeKind::Barcode, "96385074");
    let mut old = code(&shop, barcode(shop.product)).await;
    shop.refuses(Code::UniqueTaken, shop.session.product_codes().create(barcode(shop.second))).await;
    let padded = ProductCode::new(shop.second, CodeKind::Barcode, "00000096385074");
    shop.refuses(Code::UniqueTaken, shop.session.product_codes().create(padded)).await;
    old.is_active = false;
    let mut old = shop.session.product_codes().update(&old).await.unwrap();
    assert_eq!((old.version, old.claim.as_deref()), (2, None));
    let again = code(&shop, barcode(shop.second)).await;
    assert_eq!(one(&shop, "96385074").await.by, MatchedBy::Code(again.id, CodeKind::Barcode));
    old.is_active = true;
    shop.refuses(Code::UniqueTaken, shop.session.product_codes().update(&old)).await;
    // Many that are out of use lie beside each other; another kind, or another supplier, is another code.
    for _ in 0..2 {
        code(&shop, ProductCode { is_active: false, ..barcode(shop.product) }).await;
    }
    code(&shop, ProductCode { is_gtin: false, ..ProductCode::new(shop.product, CodeKind::Other, "96385074") }).await;
    code(&shop, ProductCode::of_supplier(shop.product, "North", "96385074")).await;
    shop.refuses(Code::UniqueTaken, shop.session.product_codes().create(ProductCode::of_supplier(shop.second, "NORTH", "96385074"))).await;
}

/// A code holds on its days, both ends included, and only for products that are sold.
pub async fn a_code_holds_on_its_days(harness: Harness) {
    let shop = harness.shop().await;
    let (from, to) = (Some(day("2026-02-01")), Some(day("2026-02-28")));
    code(&shop, ProductCode { valid_from: from, valid_to: to, ..ProductCode::new(shop.product, CodeKind::Own, "SPRING") }).await;
    for (on, is_valid) in [("2026-01-31", false), ("2026-02-01", true), ("2026-02-28", true), ("2026-03-01", false)] {
        let found = shop.session.products().resolve("spring", day(on), None).await.unwrap();
        assert_eq!(found.one().is_some(), is_valid, "{on}");
    }
    let backwards = ProductCode { valid_from: to, valid_to: from, ..ProductCode::new(shop.product, CodeKind::Own, "X") };
    let error = shop.refuses(Code::FieldInvalid, shop.session.product_codes().create(backwards)).await;
    assert_eq!(error.context("field"), Some("valid_to"));
    let mut product = shop.session.products().get(shop.product).await.unwrap();
    product.is_active = false;
    shop.session.products().update(&product).await.unwrap();
    assert_eq!(shop.session.products().resolve("spring", day("2026-02-01"), None).await.unwrap(), Resolved::Unknown);
    assert_eq!(resolve(&shop, "P1").await, Resolved::Unknown);
}

/// A GTIN with a wrong check digit is refused; a barcode that is none says so.
pub async fn a_barcode_needs_its_check_digit(harness: Harness) {
    let shop = harness.shop().await;
    for wrong in ["4006381333930", "036000291453", "96385075", "400638133393", "A-1"] {
        let barcode = ProductCode::new(shop.product, CodeKind::Barcode, wrong);
        let error = shop.refuses(Code::FieldInvalid, shop.session.product_codes().create(barcode)).await;
        assert_eq!((error.context("field"), error.context("value")), (Some("value"), Some(wrong)));
    }
    for own in ["4006381333930", "A-1"] {
        code(&shop, ProductCode { is_gtin: false, ..ProductCode::new(shop.product, CodeKind::Barcode, own) }).await;
        assert_eq!(one(&shop, own).await.product.id, shop.product);
    }
    shop.refuses(Code::FieldInvalid, shop.session.product_codes().create(ProductCode::new(shop.product, CodeKind::Own, "  "))).await;
}

/// A mnemonic is made of the name unless there is one, and finds the product when nothing firmer does.
pub async fn a_mnemonic_finds_what_nothing_firmer_does(harness: Harness) {
    let shop = harness.shop().await;
    let bolt = shop.session.products().create(Product::stocked("B1", "Hex bolt M8", Currency::EUR)).await.unwrap();
    assert_eq!((bolt.mnemonic.as_deref(), shop.session.products().get(bolt.id).await.unwrap()), (Some("hbm8"), bolt.clone()));
    assert_eq!(one(&shop, "HBM8").await.by, MatchedBy::Mnemonic);
    let nut = Product { mnemonic: Some("nut".into()), ..Product::stocked("N1", "Hex bolt M8", Currency::EUR) };
    let nut = shop.session.products().create(nut).await.unwrap();
    assert_eq!((nut.mnemonic.as_deref(), one(&shop, "nut").await.product.id), (Some("nut"), nut.id));
    code(&shop, ProductCode::new(nut.id, CodeKind::Mnemonic, "hbm8")).await;
    assert!(matches!(resolve(&shop, "hbm8").await, Resolved::Ambiguous(several) if several.len() == 2));
    code(&shop, ProductCode::new(shop.product, CodeKind::Own, "hbm8")).await;
    assert_eq!(one(&shop, "hbm8").await.product.id, shop.product);
}

/// A unit is an exact fraction with a name of its own, and only units of the product can be named.
pub async fn units_are_exact_fractions_of_the_products_own(harness: Harness) {
    let shop = harness.shop().await;
    let units = shop.session.product_units();
    let unit = |unit: &str, numerator, denominator| ProductUnit::new(shop.product, unit, numerator, denominator);
    for (wrong, field) in [
        (unit("box", 0, 1), "numerator"),
        (unit("box", 1, -1), "denominator"),
        (unit("box", 1, 1_000_000_001), "denominator"),
        (unit(" ", 1, 1), "unit"),
    ] {
        let error = shop.refuses(Code::FieldInvalid, shop.session.product_units().create(wrong)).await;
        assert_eq!(error.context("field"), Some(field));
    }
    units.create(unit("box", 12, 1)).await.unwrap();
    shop.refuses(Code::UniqueTaken, shop.session.product_units().create(unit("box", 10, 1))).await;
    let barcode = |product| ProductCode { unit: Some("box".into()), ..ProductCode::new(product, CodeKind::Own, "BOX") };
    let error = shop.refuses(Code::UnitUnknown, shop.session.product_codes().create(barcode(shop.second))).await;
    assert_eq!((error.context("unit"), error.context("product")), (Some("box"), Some("P2")));
    code(&shop, barcode(shop.product)).await;
}

/// A kit holds products that are no kits, has no stock of its own, and falls into its parts.
pub async fn kits_hold_no_kits(harness: Harness) {
    let shop = harness.shop().await;
    let (products, parts) = (shop.session.products(), shop.session.kit_components());
    let set = products.create(Product::kit("SET", "Evening set", Currency::EUR)).await.unwrap();
    let other = products.create(Product::kit("BIG", "Big set", Currency::EUR)).await.unwrap();
    let of_set = |component, amount: &str| KitComponent::new(set.id, component, quantity(amount));
    let lantern = parts.create(of_set(shop.product, "1")).await.unwrap();
    let candles = parts.create(of_set(shop.second, "2.5")).await.unwrap();
    assert_eq!(explode(set.id, quantity("4"), &[lantern, candles]).unwrap(), [(shop.product, quantity("4")), (shop.second, quantity("10"))]);
    shop.refuses(Code::UniqueTaken, shop.session.kit_components().create(of_set(shop.second, "1"))).await;
    shop.refuses(Code::FieldInvalid, shop.session.kit_components().create(of_set(shop.service, "0"))).await;
    for nested in [of_set(other.id, "1"), of_set(set.id, "1")] {
        shop.refuses(Code::KitNested, shop.session.kit_components().create(nested)).await;
    }
    let of_no_kit = KitComponent::new(shop.product, shop.second, quantity("1"));
    let error = shop.refuses(Code::FieldInvalid, shop.session.kit_components().create(of_no_kit)).await;
    assert_eq!(error.context("field"), Some("kit_id"));
    // What depends on being a kit, or on not being one, holds it so.
    let mut component = products.get(shop.product).await.unwrap();
    (component.is_kit, component.is_stocked) = (true, false);
    shop.refuses(Code::KitNested, shop.session.products().update(&component)).await;
    let mut kit = products.get(set.id).await.unwrap();
    kit.is_kit = false;
    shop.refuses(Code::KitNested, shop.session.products().update(&kit)).await;
    let stocked = Product { is_stocked: true, ..Product::kit("X", "X", Currency::EUR) };
    shop.refuses(Code::FieldInvalid, shop.session.products().create(stocked)).await;
    // The other one has no parts yet, and may still become a service.
    let mut free = other.clone();
    free.is_kit = false;
    assert!(!products.update(&free).await.unwrap().is_kit);
}

async fn group(shop: &Shop, code: &str, parent: Option<ProductGroupId>, prefix: Option<&str>, digits: i64) -> ProductGroupId {
    let group = ProductGroup { code_prefix: prefix.map(str::to_owned), code_digits: digits, ..ProductGroup::new(code, code, parent) };
    shop.session.product_groups().create(group).await.unwrap().id
}

fn uncoded(group: ProductGroupId) -> Product {
    Product { group_id: Some(group), ..Product::stocked("", "Thing", Currency::EUR) }
}

/// A product without a code takes the next one of the nearest group that has a prefix; numbers typed by hand are passed over.
pub async fn a_product_without_a_code_takes_the_next_of_its_group(harness: Harness) {
    let shop = harness.shop().await;
    let top = group(&shop, "top", None, Some("T-"), 4).await;
    let low = group(&shop, "low", Some(group(&shop, "middle", Some(top), None, 4).await), None, 4).await;
    let own = group(&shop, "own", Some(top), Some("LAMP"), 2).await;
    let create = async |product: Product| shop.session.products().create(product).await.unwrap();
    let first = create(uncoded(low)).await;
    assert_eq!((first.code.as_str(), shop.session.products().get(first.id).await.unwrap()), ("T-0001", first.clone()));
    assert_eq!(create(uncoded(top)).await.code, "T-0002");
    assert_eq!(create(uncoded(own)).await.code, "LAMP01");
    create(Product::stocked("T-0003", "By hand", Currency::EUR)).await;
    create(Product::stocked("T-0004", "By hand", Currency::EUR)).await;
    let batch = vec![uncoded(low), Product { code: "T-0006".into(), ..uncoded(low) }, uncoded(own), uncoded(top), uncoded(low)];
    let batch = shop.session.products().create_many(batch).await.unwrap();
    assert_eq!(batch.iter().map(|p| p.code.as_str()).collect::<Vec<_>>(), ["T-0005", "T-0006", "LAMP02", "T-0007", "T-0008"]);
    // The audit has the code, as of any other product.
    let filter = AuditEntry::record_id().eq(first.id.uuid());
    let entries = shop.session.audit().list().filter(&filter).unwrap().fetch().await.unwrap();
    let [entry] = entries.as_slice() else { panic!("{entries:?}") };
    assert!(matches!(&entry.after, Masked::Shown(after) if after["code"] == "T-0001"));
    // Without a prefix up to the top, or without a group, a code has to be given.
    let bare = group(&shop, "bare", None, None, 4).await;
    let error = shop.refuses(Code::FieldInvalid, shop.session.products().create(uncoded(bare))).await;
    assert_eq!(error.context("field"), Some("code"));
    shop.refuses(Code::FieldInvalid, shop.session.products().create(Product::stocked("", "X", Currency::EUR))).await;
    let mut coded = first;
    coded.code = String::new();
    shop.refuses(Code::FieldInvalid, shop.session.products().update(&coded)).await;
    for wrong in [(Some(" "), 4), (Some("A"), 0), (Some("A"), 19)] {
        let group = ProductGroup { code_prefix: wrong.0.map(str::to_owned), code_digits: wrong.1, ..ProductGroup::new("W", "W", None) };
        shop.refuses(Code::FieldInvalid, shop.session.product_groups().create(group)).await;
    }
    shop.verify().await;
}

/// A number that an act took and did not keep is taken by the next one; a key takes one number, however often it is asked.
pub async fn a_code_that_was_not_kept_leaves_no_gap(harness: Harness) {
    let shop = harness.shop().await;
    let group = group(&shop, "g", None, Some("G"), 3).await;
    assert_eq!(shop.session.products().create(uncoded(group)).await.unwrap().code, "G001");
    let wrong = vec![uncoded(group), Product { code: "P1".into(), ..uncoded(group) }];
    shop.refuses(Code::UniqueTaken, shop.session.products().create_many(wrong)).await;
    let wrong = vec![uncoded(group), Product { list_price: Some(crm_core::num::UnitPrice::parse("1", Currency::USD).unwrap()), ..uncoded(group) }];
    shop.refuses(Code::FieldInvalid, shop.session.products().create_many(wrong)).await;
    let keyed = async || shop.session.idempotent("once").products().create(uncoded(group)).await.unwrap();
    let (first, again) = (keyed().await, keyed().await);
    assert_eq!((first.code.as_str(), &again), ("G002", &first));
    // Another system that leaves the code to us gets one, and keeps it.
    let key = ExternalKey::new("erp", "7");
    let upsert = async |name: &str| {
        let product = [Product::name().set(name), Product::currency().set(Currency::EUR), Product::group_id().set(group)];
        shop.session.products().upsert(&key, product, UpsertMode::Upsert).await.unwrap()
    };
    let (created, what) = upsert("First").await;
    assert_eq!((what, created.code.as_str()), (Upserted::Created, "G003"));
    let (updated, what) = upsert("Second").await;
    assert_eq!((what, updated.id, updated.code.as_str(), updated.name.as_str()), (Upserted::Updated, created.id, "G003", "Second"));
    assert_eq!(upsert("Second").await.1, Upserted::Unchanged);
    let emptied = shop.session.products().upsert(&key, [Product::code().set(" ")], UpsertMode::Upsert).await.unwrap();
    assert_eq!((emptied.1, emptied.0.code.as_str()), (Upserted::Unchanged, "G003"));
    shop.verify().await;
}

/// Customers take their numbers in the same way; two kinds of record with one prefix do not share them.
pub async fn a_customer_without_a_number_takes_the_next_of_his_group(harness: Harness) {
    let shop = harness.shop().await;
    let region = CustomerGroup { code_prefix: Some("G".into()), code_digits: 3, ..CustomerGroup::new("north", "North", None) };
    let region = shop.session.customer_groups().create(region).await.unwrap().id;
    let group = group(&shop, "g", None, Some("G"), 3).await;
    shop.session.products().create(uncoded(group)).await.unwrap();
    let new = |code: &str| Customer { group_id: Some(region), ..Customer::new(code, "Someone") };
    // A number that somebody else's customer has is taken, whether the salesperson sees it or not.
    shop.session.customers().create(new("G001")).await.unwrap();
    let (sam, session) = shop.operator("sam", &["salesperson"], &[]).await;
    let created = session.customers().create(new("")).await.unwrap();
    assert_eq!((created.code.as_str(), created.owner_id), ("G002", Some(sam)));
    assert_eq!(shop.session.customers().create(new("")).await.unwrap().code, "G003");
    let delivery = crm_core::sales::NewDelivery { customer_id: created.id, ..shop.delivery_of(&[(shop.service, "1", "5")]) };
    shop.session.sales().deliver(&delivery).await.unwrap();
    shop.verify().await;
}
