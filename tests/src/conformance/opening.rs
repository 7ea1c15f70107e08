//! Opening balances: dry run, all or nothing, good rows, and applying twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, quantity};
use crm_core::{
    Code,
    access::{Right, Role, ScopeLevel},
    customers::{AddressKind, ContactPointKind, Customer},
    limits,
    num::{Currency, CurrencyMark},
    opening::{
        ApplyMode, OpeningAddress, OpeningContact, OpeningCredit, OpeningCustomer, OpeningData, OpeningOptions, OpeningPrice, OpeningPriceList,
        OpeningProduct, OpeningReceivable, OpeningReport, OpeningStock, OpeningUnit, SourceRow,
    },
    products::{Product, Tracking},
    query::Filter,
    receivables::{Allocate, Allocation, Deallocation, NewPayment, OpenItem, OpeningCancellation},
    stock::Reverse,
};

fn row<T>(sheet: &str, row: u32, value: T) -> SourceRow<T> {
    SourceRow::new(sheet, row, value)
}

fn customer(code: &str, group: Option<&str>) -> OpeningCustomer {
    OpeningCustomer {
        code: code.into(),
        name: format!("Customer {code}"),
        group: group.map(Into::into),
        payment_days: Some(14),
        ..Default::default()
    }
}

fn product(code: &str) -> OpeningProduct {
    OpeningProduct { code: code.into(), name: format!("Product {code}"), list_price: Some("9.5".parse().unwrap()), ..Default::default() }
}

fn stock(product: &str, amount: &str, cost: &str) -> OpeningStock {
    OpeningStock { product: product.into(), quantity: quantity(amount), unit_cost: cost.parse().unwrap(), ..Default::default() }
}

/// Two customers, two products, stock of both and of one that is there already.
fn data() -> OpeningData {
    OpeningData {
        customers: vec![row("Customers", 2, customer("A", Some("Retail"))), row("Customers", 3, customer("B", Some("Retail")))],
        products: vec![row("Products", 2, product("X")), row("Products", 3, product("Y"))],
        stock: vec![row("Stock", 2, stock("X", "10", "1.5")), row("Stock", 3, stock("Y", "3", "0.333333")), row("Stock", 4, stock("P1", "1", "2"))],
        ..Default::default()
    }
}

/// The same with a row of stock that names no product.
fn faulty() -> OpeningData {
    let mut data = data();
    data.stock.push(row("Stock", 5, stock("NONE", "1", "1")));
    data
}

fn options(shop: &Shop, mode: ApplyMode) -> OpeningOptions {
    OpeningOptions::new(shop.warehouse, day("2026-01-01"), mode)
}

/// A dry run says what would be done, and does nothing.
pub async fn a_dry_run_reports_and_changes_nothing(harness: Harness) {
    let shop = harness.shop().await;
    let before = shop.dump().await;
    let report = shop.session.opening().apply(&faulty(), &options(&shop, ApplyMode::DryRun)).await.unwrap();
    assert_eq!((report.customers_created, report.products_created, report.stock_posted), (2, 2, 3));
    assert_eq!(report.stock_value, Some(eur("18")));
    assert_eq!(report.problems.iter().map(|p| (p.place.row, p.code)).collect::<Vec<_>>(), [(5, "unknown_product")]);
    // There is nothing to be done once, so a key keeps nothing.
    for _ in 0..2 {
        let keyed = shop.session.idempotent("dry");
        assert_eq!(keyed.opening().apply(&faulty(), &options(&shop, ApplyMode::DryRun)).await.unwrap(), report);
    }
    assert_eq!(before, shop.dump().await);
}

/// More rows than are brought in at once are refused with the place of the first that is too many, and with what to do.
pub async fn a_sheet_of_too_many_rows_is_named(harness: Harness) {
    let shop = harness.shop().await;
    let many = u32::try_from(limits::MAX_BATCH).unwrap();
    let customers = (0..=many).map(|n| row(if n < many { "First" } else { "Second" }, n + 2, customer(&format!("N{n}"), None))).collect();
    let data = OpeningData { customers, ..data() };
    for mode in [ApplyMode::DryRun, ApplyMode::GoodRows] {
        let error = shop.refuses(Code::LimitExceeded, shop.session.opening().apply(&data, &options(&shop, mode))).await;
        assert_eq!((error.context("name"), error.context("sheet"), error.context("row")), (Some("MAX_BATCH"), Some("Second"), Some("50002")));
        assert!(error.to_string().contains("`Second`") && error.to_string().contains("split it"), "{error}");
    }
}

/// Money that the sheet writes in another currency than that of the books, or of its list, is refused row by row; a sign may be that of several.
pub async fn money_in_another_currency_is_refused(harness: Harness) {
    let shop = harness.shop().await;
    let mark = |mark: &str| Some(mark.parse::<CurrencyMark>().unwrap());
    let list = OpeningPriceList { code: "USD".into(), name: "Dollars".into(), currency: Some(Currency::USD), ..Default::default() };
    let price = |product: &str| OpeningPrice { of: "USD".into(), product: product.into(), price: Some("3".parse().unwrap()), ..Default::default() };
    let open = |document: &str| OpeningReceivable {
        customer: "C1".into(),
        document: document.into(),
        document_day: day("2025-12-01"),
        due_day: Some(day("2025-12-31")),
        amount: "10".parse().unwrap(),
    };
    let data = OpeningData {
        products: vec![
            SourceRow { currency: mark("$"), ..row("Products", 2, product("X")) },
            SourceRow { currency: mark("€"), ..row("Products", 3, product("Y")) },
        ],
        price_lists: vec![row("Lists", 2, list)],
        prices: vec![
            SourceRow { currency: mark("$"), ..row("Prices", 2, price("Y")) },
            SourceRow { currency: mark("EUR"), ..row("Prices", 3, price("P1")) },
        ],
        stock: vec![SourceRow { currency: mark("GBP"), ..row("Stock", 2, stock("Y", "1", "1")) }],
        receivables: vec![
            SourceRow { currency: mark("USD"), ..row("Open", 2, open("F1")) },
            SourceRow { currency: mark("euros"), ..row("Open", 3, open("F2")) },
        ],
        ..Default::default()
    };
    let report = shop.session.opening().apply(&data, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    let found: Vec<_> = report.problems.iter().map(|p| (p.place.sheet.as_str(), p.place.row, p.code, p.text.as_str())).collect();
    let foreign = |sheet: &'static str, row, mark: &'static str| (sheet, row, "foreign_currency", mark);
    assert_eq!(found, [foreign("Products", 2, "$"), foreign("Prices", 3, "EUR"), foreign("Open", 2, "USD"), foreign("Stock", 2, "GBP")]);
    assert_eq!((report.products_created, report.prices_created, report.receivables_created, report.stock_posted), (1, 1, 1, 0));
    shop.verify().await;
}

/// A tax code that nobody knows is refused when it comes in, not when the first delivery needs it; what belongs to a refused record says so; and a bad
/// telephone takes neither the person nor the good ways to reach them along.
pub async fn what_cannot_be_kept_takes_no_more_along_than_it_must(harness: Harness) {
    let shop = harness.shop().await;
    let person = |customer: &str| OpeningContact {
        customer: customer.into(),
        name: Some("Ana".into()),
        points: vec![
            (ContactPointKind::Phone, "no telephone".into()),
            (ContactPointKind::Mobile, "+34 600 111 222".into()),
            (ContactPointKind::Email, "ana@example.com".into()),
        ],
        ..Default::default()
    };
    let customers = vec![
        row("Customers", 2, OpeningCustomer { tax_code: Some("NORMAL RATE".into()), ..customer("A", None) }),
        row("Customers", 3, customer("B", None)),
    ];
    let data = OpeningData {
        customers,
        contacts: vec![row("Contacts", 2, person("A")), row("Contacts", 3, person("B")), row("Contacts", 4, person("Z"))],
        products: vec![row("Products", 2, OpeningProduct { tax_code: Some("nothing".into()), ..product("X") })],
        stock: vec![row("Stock", 2, stock("X", "1", "1"))],
        ..Default::default()
    };
    let report = shop.session.opening().apply(&data, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    let found: Vec<_> = report.problems.iter().map(|p| (p.place.sheet.as_str(), p.place.row, p.code)).collect();
    let expected = [
        ("Customers", 2, "unknown_tax_code"),
        ("Contacts", 2, "customer_refused"),
        ("Contacts", 3, "invalid"),
        ("Contacts", 4, "unknown_customer"),
        ("Products", 2, "unknown_tax_code"),
        ("Stock", 2, "product_refused"),
    ];
    assert_eq!(found, expected);
    assert_eq!((report.customers_created, report.contacts_created, report.contact_points_created), (1, 1, 2));
    shop.verify().await;
}

/// Customers, and products of each cost, of the opening of several parts.
const MANY: u32 = 400;
/// Pieces of its product that is told apart by serial: more than one part.
const PIECES: u32 = 2_100;

/// An opening of several parts: what belongs together stands as far apart as it can.
fn many() -> OpeningData {
    fn rows<T>(sheet: &str, values: impl IntoIterator<Item = T>) -> Vec<SourceRow<T>> {
        (2..).zip(values).map(|(n, value)| row(sheet, n, value)).collect()
    }
    let code = |n: u32| format!("N{n:04}");
    let contact = |n: u32, phone: &str| OpeningContact {
        customer: code(n),
        name: Some("Pat".into()),
        points: vec![(ContactPointKind::Phone, phone.into())],
        ..Default::default()
    };
    let place = |n: u32| OpeningAddress { city: Some(format!("City {n}")), ..OpeningAddress::new(code(n), AddressKind::Site) };
    let price = |n: u32| OpeningPrice { of: "WEB".into(), product: code(n), price: Some("3".parse().unwrap()), ..Default::default() };
    let owed = |n: u32, due: &str| OpeningReceivable {
        customer: code(n),
        document: format!("F{n}"),
        document_day: day("2025-11-05"),
        due_day: Some(day(due)),
        amount: "10".parse().unwrap(),
    };
    let credit = |_| OpeningCredit { customer: code(0), day: day("2025-12-31"), amount: "5".parse().unwrap(), ..Default::default() };
    let serial = OpeningProduct { tracking: Some(Tracking::Serial), ..product("SERIAL") };
    let piece = |n: u32| OpeningStock { lot: Some(format!("S{n}")), ..stock("SERIAL", "1", "2") };
    let each = || 0..MANY;
    OpeningData {
        customers: rows("Customers", each().map(|n| customer(&code(n), Some("Retail")))),
        // The first customer's contact comes again, with a way to reach them that is known and one that is not.
        contacts: rows(
            "Contacts",
            each().map(|n| contact(n, "+34 911")).chain(each().map(|n| contact(n, if n == 0 { "+34 911" } else { "+34 922" }))),
        ),
        addresses: rows("Addresses", each().chain(each()).map(place)),
        products: rows("Products", each().map(|n| product(&code(n))).chain([serial])),
        price_lists: rows("Price lists", [OpeningPriceList { code: "WEB".into(), name: "Web".into(), ..Default::default() }]),
        prices: rows("Prices", each().chain(each()).map(price)),
        // Two instalments of each document, and two credits alike with all other rows between them.
        receivables: rows("Receivables", each().map(|n| owed(n, "2025-12-05")).chain(each().map(|n| owed(n, "2026-02-05")))),
        credits: rows("Credits", each().map(credit)),
        // Each product at two costs.
        stock: rows(
            "Stock",
            each().map(|n| stock(&code(n), "1", "1")).chain((0..PIECES).map(piece)).chain(each().map(|n| stock(&code(n), "2", "3"))),
        ),
        ..Default::default()
    }
}

/// An opening of several parts is one: what stands in different parts is found together, a dry run says what applying does, an error in the last row keeps all of it
/// out, problems come in the order of the sheets, and applying again changes nothing.
pub async fn an_opening_of_several_parts_is_one(harness: Harness) {
    let shop = harness.shop().await;
    let mut faulty = many();
    faulty.stock.push(row("Stock", 9_000, stock("NONE", "1", "1")));
    let error = shop.refuses(Code::OpeningRejected, shop.session.opening().apply(&faulty, &options(&shop, ApplyMode::AllOrNothing))).await;
    assert_eq!(error.context("errors"), Some("1"), "what was written before the last row is taken back");
    faulty.contacts.insert(0, row("Contacts", 1, OpeningContact { customer: "NONE".into(), ..Default::default() }));
    faulty.credits.push(row("Credits", 900, OpeningCredit { customer: "NONE".into(), day: day("2025-12-31"), ..Default::default() }));
    let error = shop.refuses(Code::OpeningRejected, shop.session.opening().apply(&faulty, &options(&shop, ApplyMode::AllOrNothing))).await;
    assert_eq!(error.context("errors"), Some("3"));
    let said = shop.session.opening().apply(&faulty, &options(&shop, ApplyMode::DryRun)).await.unwrap();
    let places: Vec<_> = said.problems.iter().map(|p| (p.place.sheet.as_str(), p.place.row)).collect();
    assert_eq!(places, [("Contacts", 1), ("Credits", 900), ("Stock", 9_000)]);
    let of = |report: &OpeningReport| OpeningReport { problems: Vec::new(), ..report.clone() };
    let data = many();
    let done = shop.session.idempotent("once").opening().apply(&data, &options(&shop, ApplyMode::AllOrNothing)).await.unwrap();
    assert_eq!(of(&done), of(&said));
    let many = usize::try_from(MANY).unwrap();
    let pieces = usize::try_from(PIECES).unwrap();
    assert_eq!((done.customers_created, done.contacts_created, done.contact_points_created), (many, many, 2 * many - 1));
    assert_eq!((done.addresses_created, done.products_created, done.prices_created), (many, many + 1, many));
    assert_eq!((done.receivables_created, done.credits_created, done.stock_posted), (2 * many, many, 2 * many + pieces));
    // The contact that says nothing new, and the places and prices that come twice.
    assert_eq!(done.unchanged, 1 + 2 * many);
    assert_eq!(done.stock_value, Some(eur(&(MANY * 7 + PIECES * 2).to_string())));
    let documents = shop.session.stock_documents().list().fetch().await.unwrap();
    assert_eq!(documents.iter().map(|d| (d.number.as_str(), d.value.shown())).collect::<Vec<_>>(), [("OB-2026-000001", done.stock_value)]);
    shop.verify().await;
    let before = shop.dump().await;
    let again = shop.session.idempotent("once").opening().apply(&data, &options(&shop, ApplyMode::AllOrNothing)).await.unwrap();
    assert_eq!(of(&again), of(&done), "the key answers");
    let keyed = shop.session.idempotent("once");
    shop.refuses(Code::IdempotencyMismatch, keyed.opening().apply(&faulty, &options(&shop, ApplyMode::AllOrNothing))).await;
    let rows = many * 13 + 2 + pieces;
    for mode in [ApplyMode::AllOrNothing, ApplyMode::GoodRows, ApplyMode::DryRun] {
        let report = shop.session.opening().apply(&data, &options(&shop, mode)).await.unwrap();
        assert_eq!((report.problems.len(), report.unchanged, report.stock_value), (0, rows, Some(eur("0"))), "{mode:?}");
        assert_eq!(before, shop.dump().await, "{mode:?}");
    }
    // Credits that are alike are as many as there are rows, stored ones among them; and stock that one row was found to be is not found by another.
    let mut more = self::many();
    let credit = |on| OpeningCredit { customer: "N0000".into(), day: day(on), amount: "5".parse().unwrap(), ..Default::default() };
    more.credits.push(row("Credits", 9_000, credit("2025-12-31")));
    more.credits.extend((0..PIECES).map(|n| row("Credits", 9_001 + n, credit("2025-12-30"))));
    more.stock.push(row("Stock", 9_000, stock("N0000", "1", "1")));
    for mode in [ApplyMode::DryRun, ApplyMode::GoodRows] {
        let report = shop.session.opening().apply(&more, &options(&shop, mode)).await.unwrap();
        assert_eq!((report.credits_created, report.unchanged), (1 + pieces, rows), "{mode:?}");
        let problems: Vec<_> = report.problems.iter().map(|p| (p.place.sheet.as_str(), p.place.row, p.code)).collect();
        assert_eq!(problems, [("Stock", 9_000, "already_posted")], "{mode:?}");
    }
    shop.verify().await;
}

/// A code that stands twice, in parts of its own each, is one customer or product if both rows say the same.
pub async fn a_code_that_comes_again_in_a_later_part_is_known(harness: Harness) {
    let shop = harness.shop().await;
    let code = |n: u32| format!("N{n:04}");
    let mut data = OpeningData {
        customers: (0..PIECES).map(|n| row("Customers", n, customer(&code(n), None))).collect(),
        products: (0..PIECES).map(|n| row("Products", n, product(&code(n)))).collect(),
        ..OpeningData::default()
    };
    data.customers.push(row("Customers", 9_000, customer(&code(0), None)));
    data.customers.push(row("Customers", 9_001, customer(&code(1), Some("Other"))));
    data.products.push(row("Products", 9_000, product(&code(0))));
    data.products.push(row("Products", 9_001, OpeningProduct { unit: Some("box".into()), ..product(&code(1)) }));
    let mut reports = Vec::new();
    for mode in [ApplyMode::DryRun, ApplyMode::GoodRows] {
        let report = shop.session.opening().apply(&data, &options(&shop, mode)).await.unwrap();
        let problems: Vec<_> = report.problems.iter().map(|p| (p.place.sheet.as_str(), p.place.row, p.code)).collect();
        assert_eq!(problems, [("Customers", 9_001, "differs_from_stored"), ("Products", 9_001, "differs_from_stored")], "{mode:?}");
        assert_eq!(report.unchanged, 2);
        reports.push(report);
    }
    assert_eq!(reports[0], reports[1]);
}

/// An opening sets what rights of their own guard elsewhere, so that it takes reach over every customer; a dry run tells no less.
pub async fn an_opening_needs_reach_over_every_customer(harness: Harness) {
    let shop = harness.shop().await;
    let rights = [Right::OpeningImport, Right::CustomersRead, Right::CustomersWrite, Right::ProductsRead, Right::StockRead];
    shop.session.roles().create(Role::with("importer", "Importer", ScopeLevel::Own, &rights)).await.unwrap();
    let (_, importer) = shop.operator("ivo", &["importer"], &[]).await;
    for mode in [ApplyMode::DryRun, ApplyMode::AllOrNothing, ApplyMode::GoodRows] {
        shop.refuses(Code::AccessDenied, importer.opening().apply(&data(), &options(&shop, mode))).await;
    }
    shop.refuses(Code::AccessDenied, importer.check_full_scope(Right::OpeningImport)).await;
    shop.session.check_full_scope(Right::OpeningImport).await.unwrap();
}

/// Stock in a further unit is brought to the base unit, where that comes out even; else it is refused.
pub async fn opening_stock_is_counted_in_its_unit(harness: Harness) {
    let shop = harness.shop().await;
    let box_of = |product: &str| OpeningUnit { product: product.into(), unit: "box".into(), numerator: 12, denominator: 1 };
    let counted = |product: &str, amount: &str, cost: &str, unit: &str| OpeningStock { unit: Some(unit.into()), ..stock(product, amount, cost) };
    let piece = |code: &str| OpeningProduct { unit: Some("piece".into()), ..product(code) };
    let data = OpeningData {
        products: vec![row("Products", 2, piece("X")), row("Products", 3, piece("Y")), row("Products", 4, product("Z"))],
        units: vec![row("Units", 2, box_of("X")), row("Units", 3, box_of("Y"))],
        stock: vec![
            row("Stock", 2, counted("X", "3", "24", "box")),
            row("Stock", 3, counted("Y", "3", "25", "box")),
            row("Stock", 4, counted("Y", "3", "2", "crate")),
            row("Stock", 5, counted("Y", "3", "2", "piece")),
            row("Stock", 6, counted("Z", "3", "2", "anything")),
        ],
        ..Default::default()
    };
    let report = shop.session.opening().apply(&data, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    let found: Vec<_> = report.problems.iter().map(|p| (p.place.row, p.code)).collect();
    assert_eq!(found, [(3, "too_precise"), (4, "unknown_unit")]);
    assert_eq!((report.stock_posted, report.stock_value), (3, Some(eur("84"))));
    shop.verify().await;
    let again = shop.session.opening().apply(&data, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    assert_eq!((again.stock_posted, again.problems.len()), (0, 2));
}

/// One row with an error keeps everything out.
pub async fn all_or_nothing_keeps_everything_out(harness: Harness) {
    let shop = harness.shop().await;
    let (data, options) = (faulty(), options(&shop, ApplyMode::AllOrNothing));
    let error = shop.refuses(Code::OpeningRejected, shop.session.opening().apply(&data, &options)).await;
    assert_eq!(error.context("errors"), Some("1"));
}

/// Good rows are applied; the others stand in the report with their place.
pub async fn good_rows_are_applied_and_the_others_handed_back(harness: Harness) {
    let shop = harness.shop().await;
    let report = shop.session.opening().apply(&faulty(), &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    assert_eq!((report.customers_created, report.products_created, report.stock_posted, report.problems.len()), (2, 2, 3, 1));
    assert_eq!(shop.session.products().count(&Product::name().contains("product")).await.unwrap(), 2);
    let found = shop.session.customers().list().filter(&Customer::code().eq("A")).unwrap().fetch().await.unwrap().remove(0);
    assert_eq!((found.payment_days, found.group_id.is_some()), (14, true));
    assert_eq!(shop.session.customer_groups().count(&Filter::All).await.unwrap(), 1);
    shop.verify().await;
}

/// Applying the same data again changes nothing, in any mode.
pub async fn applying_twice_changes_nothing(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.opening().apply(&data(), &options(&shop, ApplyMode::AllOrNothing)).await.unwrap();
    let before = shop.dump().await;
    for mode in [ApplyMode::AllOrNothing, ApplyMode::GoodRows, ApplyMode::DryRun] {
        let report = shop.session.opening().apply(&data(), &options(&shop, mode)).await.unwrap();
        assert_eq!((report.customers_created, report.products_created, report.stock_posted, report.unchanged), (0, 0, 0, 7));
        assert!(report.problems.is_empty(), "{:?}", report.problems);
        assert_eq!(before, shop.dump().await);
    }
}

/// A sheet may write a character in two parts that is stored as one; it is the same code still.
pub async fn a_sheet_may_compose_its_text_otherwise(harness: Harness) {
    let shop = harness.shop().await;
    let sheet = |code: &str| OpeningData {
        customers: vec![row("Customers", 2, customer(code, Some(code)))],
        products: vec![row("Products", 2, product(code))],
        stock: vec![row("Stock", 2, stock(code, "1", "2"))],
        ..Default::default()
    };
    shop.session.opening().apply(&sheet("Caf\u{e9}"), &options(&shop, ApplyMode::AllOrNothing)).await.unwrap();
    let before = shop.dump().await;
    let report = shop.session.opening().apply(&sheet("Cafe\u{301}"), &options(&shop, ApplyMode::AllOrNothing)).await.unwrap();
    assert_eq!((report.unchanged, report.problems.len()), (3, 0), "{report:?}");
    assert_eq!(before, shop.dump().await);
}

/// Opening stock is one document of its own kind, and opens the products' costing.
pub async fn opening_stock_is_one_document(harness: Harness) {
    let shop = harness.shop().await;
    shop.session.opening().apply(&data(), &options(&shop, ApplyMode::AllOrNothing)).await.unwrap();
    let documents = shop.session.stock_documents().list().fetch().await.unwrap();
    assert_eq!(documents.iter().map(|d| (d.number.as_str(), d.value.shown())).collect::<Vec<_>>(), [("OB-2026-000001", Some(eur("18")))]);
    assert_eq!(shop.session.stock_movements().count(&Filter::All).await.unwrap(), 3);
    assert_eq!(shop.deliver("1", "5").await.cost, Some(eur("2")));
    shop.verify().await;
}

/// What is stored with other values is reported, and stays as it is.
pub async fn what_is_stored_differently_is_never_overwritten(harness: Harness) {
    let shop = harness.shop().await;
    let data = OpeningData {
        customers: vec![row("Customers", 2, customer("C1", None))],
        products: vec![row("Products", 2, product("P1"))],
        stock: vec![row("Stock", 2, stock("V1", "1", "1")), row("Stock", 3, stock("P2", "1", "1")), row("Stock", 4, stock("P2", "1", "1"))],
        ..Default::default()
    };
    let report = shop.session.opening().apply(&data, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    let codes: Vec<_> = report.problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, ["differs_from_stored", "differs_from_stored", "not_stocked", "duplicate_code"]);
    assert_eq!(shop.session.customers().get(shop.customer).await.unwrap().name, "Bodega Peña");
    let other = OpeningData { stock: vec![row("Stock", 2, stock("P2", "2", "1"))], ..Default::default() };
    let report = shop.session.opening().apply(&other, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    assert_eq!(report.problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["already_posted"]);
    assert_eq!(shop.session.stock_pools().get(shop.second).await.unwrap().quantity, quantity("1"));
    shop.verify().await;
}

/// An opening document of stock that was undone comes in again as it should have been, and then stands like any other.
pub async fn undone_opening_stock_is_brought_in_again(harness: Harness) {
    let shop = harness.shop().await;
    let of = |amount: &str| OpeningData { stock: vec![row("Stock", 2, stock("P1", amount, "3.5"))], ..Default::default() };
    let apply = async |data: OpeningData| shop.session.opening().apply(&data, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    assert_eq!(apply(of("10")).await.stock_posted, 1);
    let document_id = shop.session.stock_documents().list().fetch().await.unwrap()[0].id;
    let problems = |report: &OpeningReport| report.problems.iter().map(|p| p.code).collect::<Vec<_>>();
    assert_eq!(problems(&apply(of("12")).await), ["already_posted"]);
    shop.session.stock().reverse(&Reverse { document_id, day: day("2026-01-05"), reference: None }).await.unwrap();
    let again = apply(of("12")).await;
    assert_eq!((again.stock_posted, problems(&again)), (1, vec![]));
    let pool = shop.session.stock_pools().get(shop.product).await.unwrap();
    assert_eq!((pool.quantity, pool.value.shown()), (quantity("12"), Some(eur("42"))));
    let twice = apply(of("12")).await;
    assert_eq!((twice.stock_posted, twice.unchanged), (0, 1));
    assert_eq!(problems(&apply(of("10")).await), ["already_posted"]);
    shop.verify().await;
}

/// A document of the books kept before that came in wrongly is cancelled with all its instalments, from a day on, once nothing is allocated of it;
/// then it comes in again. So does a credit.
pub async fn an_opening_receivable_is_cancelled_and_brought_in_again(harness: Harness) {
    let shop = harness.shop().await;
    let receivable = |document: &str, due: &str, amount: &str| OpeningReceivable {
        customer: "C2".into(),
        document: document.into(),
        document_day: day("2025-11-05"),
        due_day: Some(day(due)),
        amount: amount.parse().unwrap(),
    };
    let data = |first: &str| {
        let receivables =
            [receivable("F1242", "2025-12-05", first), receivable("F1242", "2026-02-05", "100"), receivable("F1243", "2026-01-05", "7")];
        let credit = OpeningCredit { customer: "C2".into(), day: day("2025-12-31"), amount: "25".parse().unwrap(), ..Default::default() };
        let receivables = receivables.into_iter().map(|value| row("Receivables", 2, value)).collect();
        OpeningData { receivables, credits: vec![row("Credits", 2, credit)], ..Default::default() }
    };
    let apply = async |data: OpeningData| shop.session.opening().apply(&data, &options(&shop, ApplyMode::GoodRows)).await.unwrap();
    let balance = async |on: &str| shop.session.receivables().balance(shop.other, day(on), Currency::EUR).await.unwrap();
    assert_eq!(apply(data("300")).await.receivables_created, 3);
    assert_eq!(balance("2026-01-01").await, eur("382"));
    let items = async || {
        let filter = OpenItem::reference().eq(Some("F1242".to_owned()));
        shop.session.open_items().list().filter(&filter).unwrap().sort(&["instalment", "posted_at", "id"]).fetch().await.unwrap()
    };
    let first = items().await[0].clone();
    let payment = NewPayment { allocate: Allocate::Items(vec![(first.id, eur("10"))]), ..NewPayment::new(shop.other, day("2026-01-02"), eur("10")) };
    shop.session.receivables().record_payment(&payment).await.unwrap();
    let cancel = |item_id, on: &str| OpeningCancellation { customer_id: shop.other, item_id, day: day(on), reason: Some("it was 30".into()) };
    let last = items().await[1].id;
    let error = shop.refuses(Code::RecordInUse, shop.session.receivables().cancel_opening(&cancel(last, "2026-01-05"))).await;
    assert_eq!(error.context("open_item"), Some(first.id.to_string().as_str()));
    let allocation_id = shop.session.allocations().list().filter(&Allocation::receivable_id().eq(first.id)).unwrap().fetch().await.unwrap()[0].id;
    let back = Deallocation { allocation_id, amount: None, day: day("2026-01-03") };
    shop.session.receivables().deallocate(&back).await.unwrap();
    shop.refuses(Code::FieldInvalid, shop.session.receivables().cancel_opening(&cancel(last, "2026-01-02"))).await;
    let error = shop.refuses(Code::FieldInvalid, shop.session.receivables().cancel_opening(&cancel(last, "2062-01-05"))).await;
    assert!(error.context("latest").is_some(), "{error}");
    // Who posts payments does not correct the opening.
    shop.session.roles().create(Role::with("cashier", "Cashier", ScopeLevel::All, &[Right::PaymentsPost, Right::WriteOff])).await.unwrap();
    let (_, cashier) = shop.operator("pat", &["cashier"], &[]).await;
    shop.refuses(Code::AccessDenied, cashier.receivables().cancel_opening(&cancel(last, "2026-01-05"))).await;
    let elsewhere = OpeningCancellation { customer_id: shop.customer, ..cancel(last, "2026-01-05") };
    shop.refuses(Code::ReferenceMissing, shop.session.receivables().cancel_opening(&elsewhere)).await;
    let posted = shop.session.receivables().cancel_opening(&cancel(last, "2026-01-05")).await.unwrap();
    assert_eq!((posted.number.as_str(), posted.open_item_ids.len()), ("CX-2026-000001", 2));
    assert_eq!((balance("2026-01-04").await, balance("2026-01-05").await), (eur("372"), eur("-28")));
    shop.refuses(Code::AlreadyCancelled, shop.session.receivables().cancel_opening(&cancel(last, "2026-01-06"))).await;
    // The rest of the sheet stands as it is.
    let again = apply(data("30")).await;
    assert_eq!((again.receivables_created, again.credits_created, again.unchanged), (2, 0, 2));
    assert!(again.problems.is_empty(), "{:?}", again.problems);
    assert_eq!(apply(data("30")).await.receivables_created, 0);
    assert_eq!(balance("2026-01-05").await, eur("102"));
    let credit = shop.session.open_items().list().filter(&OpenItem::amount().eq(eur("-25"))).unwrap().fetch().await.unwrap()[0].id;
    shop.session.receivables().cancel_opening(&cancel(credit, "2026-01-06")).await.unwrap();
    assert_eq!(apply(data("30")).await.credits_created, 1);
    let new = items().await.into_iter().find(|item| item.open == eur("30")).unwrap();
    shop.session.receivables().cancel_opening(&cancel(new.id, "2026-01-07")).await.unwrap();
    let service = shop.delivery_of(&[(shop.service, "1", "5")]);
    let delivered = shop.session.sales().deliver(&service).await.unwrap().open_item_id;
    let own = OpeningCancellation { customer_id: shop.customer, ..cancel(delivered.unwrap(), "2026-01-10") };
    shop.refuses(Code::ReferenceMissing, shop.session.receivables().cancel_opening(&own)).await;
    shop.verify().await;
}
