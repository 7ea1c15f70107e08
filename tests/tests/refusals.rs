//! Every code that a service can answer with, brought about once, with every table the same before and after.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, Error,
    access::{Principal, Right, Role, ScopeLevel},
    company::Company,
    customers::{Customer, CustomerGroup},
    entity::Stored,
    external::ExternalKey,
    ids::{CustomerId, OperatorId, ProductId, SalesDocumentId, TypedId, WarehouseId},
    limits,
    num::{Currency, Rate, RoundingMode, UnitPrice},
    opening::{ApplyMode, OpeningData, OpeningOptions, OpeningStock, SourceRow},
    pricing::{Authority, LineCheck, PolicyLevel, PriceCheck, PriceLine, PriceSettings, check_prices},
    products::{CodeKind, KitComponent, Product, ProductCode, ProductUnit, Tracking},
    query::{Cursor, Filter},
    receivables::{AgeingBuckets, Allocate, CreditPolicy, NewPayment, NewWriteOff, PaymentCancellation},
    sales::{
        Acceptance, CloseOrder, LineItem, NewDelivery, NewOrder, NewQuote, NewReturn, Offer, OfferedPart, OrderDelivery, ProfitBy, QuoteChange,
        ReturnLine, Reversal, UnlinkedReturn,
    },
    session::UpsertMode,
    stock::{CountLine, NewCount, NewReceipt, ReceiptLine, Revalue, Reverse, Warehouse},
};
use crm_tests::{
    harness::{Harness, Shop, day, eur, memory, price, quantity},
    runtime,
};
use std::{collections::BTreeSet, future::Future};

/// Codes that no service of the core answers with, and who does.
const OF_OTHERS: &[(Code, &str)] = &[
    (Code::NumberTooPrecise, "constructors of numbers, and opening data"),
    (Code::NumberUnreadable, "parsers of numbers"),
    (Code::CurrencyUnknown, "the parser of currencies"),
    (Code::AccessChanged, "handled by the session, which reloads; seen only if rights never stop changing"),
    (Code::QueryTimeout, "adapters"),
    (Code::CostingUnlawful, "a strategy of the host's own that breaks a law; see the law suite"),
    (Code::WorkbookUnreadable, "crm-office"),
    (Code::WorkbookEmpty, "crm-office"),
    (Code::WorkbookEncrypted, "crm-office"),
    (Code::WorkbookDamaged, "crm-office"),
    (Code::WorkbookUnsupported, "crm-office"),
    (Code::WorkbookColumnMissing, "crm-office"),
    (Code::FileExists, "crm-office"),
    (Code::FileUnwritable, "crm-office"),
    (Code::StorageBusy, "adapters"),
    (Code::StorageConflict, "adapters"),
    (Code::StorageUnavailable, "adapters"),
    (Code::StorageFull, "adapters"),
    (Code::CommitUnknown, "adapters"),
    (Code::StorageFailed, "adapters"),
    (Code::SchemaMismatch, "adapters"),
    (Code::Corrupt, "adapters and verify, on books that were tampered with"),
];

/// Refusals seen so far, in a shop.
struct Refusals {
    shop: Shop,
    seen: BTreeSet<&'static str>,
}

impl Refusals {
    async fn expect<T>(&mut self, code: Code, act: impl Future<Output = crm_core::Result<T>>) -> Error {
        let error = self.shop.refuses(code, act).await;
        self.seen.insert(code.as_str());
        error
    }
}

async fn refuse_everything(harness: Harness) {
    let shop = harness.shop().await;
    shop.receive("10", "5").await;
    let mut refusals = Refusals { shop: shop.clone(), seen: BTreeSet::new() };
    records(&shop, &mut refusals).await;
    deletions(&shop, &mut refusals).await;
    trees(&shop, &mut refusals).await;
    queries(&shop, &mut refusals).await;
    access(&shop, &mut refusals).await;
    stock(&shop, &mut refusals).await;
    products(&shop, &mut refusals).await;
    sales(&shop, &mut refusals).await;
    orders(&shop, &mut refusals).await;
    receivables(&shop, &mut refusals).await;
    opening(&shop, &mut refusals).await;
    let of_others = OF_OTHERS.iter().map(|(code, _)| code.as_str());
    let missing: Vec<_> = Code::ALL.iter().map(|c| c.as_str()).filter(|c| !refusals.seen.contains(c)).collect();
    assert_eq!(missing, of_others.collect::<Vec<_>>(), "a code is neither brought about nor said to be of others");
    shop.verify().await;
}

async fn records(shop: &Shop, refusals: &mut Refusals) {
    let session = &shop.session;
    let customer = Customer::new("X", "X");
    refusals.expect(Code::FieldInvalid, session.customers().create(Customer { code: " ".into(), ..customer.clone() })).await;
    refusals.expect(Code::FieldInvalid, session.customers().create(Customer { payment_days: -1, ..customer.clone() })).await;
    refusals.expect(Code::FieldTooLong, session.customers().create(Customer { code: "x".repeat(65), ..customer.clone() })).await;
    refusals.expect(Code::FieldTooLong, session.customers().create(Customer { name: "x".repeat(501), ..customer.clone() })).await;
    refusals.expect(Code::UniqueTaken, session.customers().create(Customer::new("C1", "X"))).await;
    let nobody = Some(OperatorId::from_uuid(shop.customer.uuid()));
    refusals.expect(Code::ReferenceMissing, session.customers().create(Customer { owner_id: nobody, ..customer.clone() })).await;
    let mut stale = session.customers().get(shop.customer).await.unwrap();
    (stale.version, stale.data.name) = (7, "X".into());
    refusals.expect(Code::VersionConflict, session.customers().update(&stale)).await;
    refusals.expect(Code::NotFound, session.customers().get(CustomerId::from_uuid(shop.product.uuid()))).await;
    let (key, mode) = (ExternalKey::new("erp", "1"), UpsertMode::UpdateOnly);
    refusals.expect(Code::NotFound, session.customers().upsert(&key, [Customer::name().set("X")], mode)).await;
    let error = refusals.expect(Code::LimitExceeded, session.customers().create_many(vec![customer.clone(); limits::MAX_BATCH + 1])).await;
    assert!(error.to_string().contains("split them into several calls"), "{error}");
    refusals.expect(Code::LimitExceeded, session.idempotent("k".repeat(65)).customers().create(customer)).await;
}

async fn deletions(shop: &Shop, refusals: &mut Refusals) {
    let session = &shop.session;
    let group = session.customer_groups().create(CustomerGroup::new("held", "held", None)).await.unwrap();
    session.customers().create(Customer { group_id: Some(group.id), ..Customer::new("held", "held") }).await.unwrap();
    refusals.expect(Code::RecordInUse, session.customer_groups().delete(&group)).await;
    refusals.expect(Code::VersionConflict, session.customer_groups().delete(&Stored { version: 7, ..group })).await;
    let operator = session.operators().get(shop.admin).await.unwrap();
    refusals.expect(Code::FieldInvalid, session.operators().delete(&operator)).await;
}

async fn trees(shop: &Shop, refusals: &mut Refusals) {
    let groups = shop.session.customer_groups();
    let mut top = groups.create(CustomerGroup::new("0", "0", None)).await.unwrap();
    let mut low = top.id;
    for n in 1..limits::MAX_TREE_DEPTH {
        low = groups.create(CustomerGroup::new(n.to_string(), "N", Some(low))).await.unwrap().id;
    }
    refusals.expect(Code::TreeTooDeep, groups.create(CustomerGroup::new("deep", "N", Some(low)))).await;
    top.parent_id = Some(top.id);
    refusals.expect(Code::TreeCycle, groups.update(&top)).await;
}

async fn queries(shop: &Shop, refusals: &mut Refusals) {
    let session = &shop.session;
    let unknown = Filter::from_json(&serde_json::json!({"field": "shoe_size", "eq": 1}), crm_core::catalogue::find("customer").unwrap());
    refusals.expect(Code::QueryInvalid, async { unknown }).await;
    refusals.expect(Code::QueryInvalid, session.customers().list().sort(&["shoe_size"]).fetch()).await;
    refusals.expect(Code::QueryInvalid, session.report::<Customer>(|r| r.sum("name"))).await;
    let other = session.products().list().limit(1).page().await.unwrap().next.unwrap();
    for cursor in [other, Cursor("nonsense".into()), Cursor(String::new())] {
        refusals.expect(Code::CursorInvalid, session.customers().list().after(&cursor).fetch()).await;
    }
    let deep = (0..20).fold(Customer::is_active().eq(true), |filter, _| filter.negate());
    refusals.expect(Code::LimitExceeded, session.customers().count(&deep)).await;
    refusals.expect(Code::LimitExceeded, session.customers().list().limit(limits::MAX_PAGE + 1).fetch()).await;
    refusals.expect(Code::FieldInvalid, async { AgeingBuckets::new(vec![30, 30]) }).await;
}

async fn access(shop: &Shop, refusals: &mut Refusals) {
    let (_, salesperson) = shop.operator("sam", &["salesperson"], &[]).await;
    refusals.expect(Code::AccessDenied, salesperson.products().create(Product::service("X", "X", Currency::EUR))).await;
    refusals.expect(Code::FieldHidden, salesperson.sales().profit(ProfitBy::Total, &Filter::All)).await;
}

async fn stock(shop: &Shop, refusals: &mut Refusals) {
    let session = shop.session.clone();
    let receipt = shop.receipt(&[(shop.product, "1", "1")]);
    refusals.expect(Code::FieldInvalid, session.stock().receive(&NewReceipt { lines: vec![], ..receipt.clone() })).await;
    for (amount, cost) in [("0", "1"), ("-1", "1"), ("1", "-1")] {
        refusals.expect(Code::FieldInvalid, session.stock().receive(&shop.receipt(&[(shop.product, amount, cost)]))).await;
    }
    refusals.expect(Code::FieldInvalid, session.stock().receive(&shop.receipt(&[(shop.service, "1", "1")]))).await;
    let lines = vec![receipt.lines[0].clone(); limits::MAX_LINES + 1];
    refusals.expect(Code::LimitExceeded, session.stock().receive(&NewReceipt { lines, ..receipt.clone() })).await;
    let nowhere = WarehouseId::from_uuid(shop.product.uuid());
    refusals.expect(Code::ReferenceMissing, session.stock().receive(&NewReceipt { warehouse_id: nowhere, ..receipt.clone() })).await;
    let nothing = ProductId::from_uuid(shop.warehouse.uuid());
    refusals.expect(Code::ReferenceMissing, session.stock().receive(&shop.receipt(&[(nothing, "1", "1")]))).await;
    let closed = session.warehouses().create(Warehouse { is_active: false, ..Warehouse::new("W9", "Closed") }).await.unwrap().id;
    refusals.expect(Code::FieldInvalid, session.stock().receive(&NewReceipt { warehouse_id: closed, ..receipt.clone() })).await;
    refusals.expect(Code::StockBackdated, session.stock().receive(&NewReceipt { day: day("2020-01-01"), ..receipt })).await;
    refusals.expect(Code::InsufficientStock, session.stock().count(&shop.counted("-11", None))).await;
    let odd = Product { costing: "fifo".into(), ..Product::stocked("F", "F", Currency::EUR) };
    let odd = session.products().create(odd).await.unwrap().id;
    refusals.expect(Code::CostingUnknown, session.stock().receive(&shop.receipt(&[(odd, "1", "1")]))).await;
    stock_corrections(shop, refusals).await;
    let huge = "999999999999";
    refusals.expect(Code::NumberOutOfRange, session.stock().receive(&shop.receipt(&[(shop.product, huge, huge)]))).await;
}

async fn products(shop: &Shop, refusals: &mut Refusals) {
    let session = shop.session.clone();
    let boxed = ProductCode { unit: Some("box".into()), ..ProductCode::new(shop.product, CodeKind::Own, "BOX") };
    refusals.expect(Code::UnitUnknown, session.product_codes().create(boxed)).await;
    let kit = session.products().create(Product::kit("SET", "Set", Currency::EUR)).await.unwrap().id;
    refusals.expect(Code::KitNested, session.kit_components().create(KitComponent::new(kit, kit, quantity("1")))).await;
    session.product_units().create(ProductUnit::new(shop.service, "grain", 1, 1_000_000_000)).await.unwrap();
    let grain = PriceLine { unit: Some("grain".into()), ..PriceLine::new(shop.service, quantity("1")) };
    refusals.expect(Code::UnitInexact, session.pricing().price(None, day("2026-01-10"), None, &grain)).await;
    let settings = PriceSettings { below_cost: PolicyLevel::Block, ..PriceSettings::default() };
    let line = LineCheck { line: 1, amount: eur("1"), tax_inside: Rate::ZERO, net: eur("1"), expected: None, cost: Some(eur("2")) };
    let document = PriceCheck { lines: vec![line], net: eur("1"), step: Currency::EUR.step(), rounding: RoundingMode::HalfUp };
    let verdict = check_prices(&settings, &document, Authority::default(), true).unwrap();
    refusals.expect(Code::PriceRefused, async { verdict.into_result() }).await;
}

async fn stock_corrections(shop: &Shop, refusals: &mut Refusals) {
    let session = shop.session.clone();
    let (on, product_id) = (day("2026-01-02"), shop.second);
    let amount = eur("1");
    refusals.expect(Code::NoStock, session.stock().revalue(&Revalue { product_id, lot: None, day: on, amount, reference: None })).await;
    let receipt = session.stock().receive(&shop.receipt(&[(shop.product, "1", "1")])).await.unwrap().document_id;
    let undo = |document_id| Reverse { document_id, day: on, reference: None };
    let undone = session.stock().reverse(&undo(receipt)).await.unwrap().document_id;
    refusals.expect(Code::NotCorrectable, session.stock().reverse(&undo(undone))).await;
    let serial = Product { tracking: Tracking::Serial, ..Product::stocked("SN", "Serial", Currency::EUR) };
    let serial = session.products().create(serial).await.unwrap().id;
    let line = |lot: Option<&str>, amount: &str| {
        let line = ReceiptLine { lot: lot.map(str::to_owned), ..ReceiptLine::new(serial, quantity(amount), price("1")) };
        NewReceipt::new(shop.warehouse, on, vec![line])
    };
    refusals.expect(Code::LotNeeded, session.stock().receive(&line(None, "1"))).await;
    refusals.expect(Code::SerialNotOne, session.stock().receive(&line(Some("S"), "2"))).await;
    session.stock().receive(&line(Some("S"), "1")).await.unwrap();
    let sold = LineItem { lot: Some("S".into()), ..LineItem::new(serial, quantity("1"), price("2")) };
    let sale = NewDelivery { lines: vec![sold], ..shop.delivery("1", "1") };
    session.sales().deliver(&sale).await.unwrap();
    let back = UnlinkedReturn { lot: Some("S".into()), ..UnlinkedReturn::new(serial, quantity("1"), price("2")) };
    let back = ReturnLine::Unlinked(Box::new(back));
    let of_other = NewReturn { customer_id: shop.other, lines: vec![back], ..shop.unlinked(serial, "1", "1") };
    refusals.expect(Code::SerialElsewhere, session.sales().return_goods(&of_other)).await;
    session.company().patch(shop.company, None, [Company::expiry_policy().set(PolicyLevel::Block)]).await.unwrap();
    let stale = ReceiptLine { lot: Some("OLD".into()), expires_on: Some(on), ..ReceiptLine::new(serial, quantity("1"), price("1")) };
    session.stock().receive(&NewReceipt::new(shop.warehouse, on, vec![stale])).await.unwrap();
    let sold = LineItem { lot: Some("OLD".into()), ..LineItem::new(serial, quantity("1"), price("2")) };
    refusals.expect(Code::LotExpired, session.sales().deliver(&NewDelivery { lines: vec![sold], ..sale })).await;
    let count = CountLine { lot: Some("none such".into()), ..CountLine::new(serial, quantity("-1")) };
    refusals.expect(Code::LotUnknown, session.stock().count(&NewCount { lines: vec![count], ..shop.counted("1", None) })).await;
}

async fn sales(shop: &Shop, refusals: &mut Refusals) {
    let session = shop.session.clone();
    let delivery = shop.delivery("1", "5");
    let with = |change: &dyn Fn(&mut NewDelivery)| {
        let mut changed = delivery.clone();
        change(&mut changed);
        let session = session.clone();
        async move { session.sales().deliver(&changed).await }
    };
    refusals.expect(Code::FieldInvalid, with(&|d| d.lines.clear())).await;
    refusals.expect(Code::FieldInvalid, with(&|d| d.lines[0].quantity = quantity("0"))).await;
    refusals.expect(Code::FieldInvalid, with(&|d| d.lines[0].unit_price = Some(price("-1")))).await;
    refusals.expect(Code::CurrencyMismatch, with(&|d| d.lines[0].unit_price = UnitPrice::parse("1", Currency::USD).ok())).await;
    refusals.expect(Code::ReferenceMissing, with(&|d| d.customer_id = CustomerId::from_uuid(d.warehouse_id.uuid()))).await;
    refusals.expect(Code::PriceMissing, with(&|d| d.lines[0].unit_price = None)).await;
    refusals.expect(Code::TaxRateMissing, with(&|d| d.lines[0].tax_code = Some("X".into()))).await;
    refusals.expect(Code::InsufficientStock, with(&|d| d.lines[0].quantity = quantity("10.000001"))).await;
    refusals
        .expect(
            Code::NumberOutOfRange,
            with(&|d| {
                (d.lines[0].quantity, d.lines[0].unit_price) = (quantity("999999999999"), Some(price("999999999999")));
            }),
        )
        .await;
    refusals.expect(Code::CostUnknown, session.sales().return_goods(&shop.unlinked(shop.second, "1", "1"))).await;
    let sold = session.sales().deliver(&delivery).await.unwrap();
    let line = shop.lines_of(sold.document_id).await[0];
    for (amount, code) in [("1.000001", Code::ReturnExceedsDelivery), ("0", Code::FieldInvalid), ("-1", Code::FieldInvalid)] {
        refusals.expect(code, session.sales().return_goods(&shop.back(sold.document_id, &[(line, amount)]))).await;
    }
    let unknown = SalesDocumentId::from_uuid(shop.customer.uuid());
    refusals.expect(Code::ReferenceMissing, session.sales().return_goods(&shop.back(unknown, &[(line, "1")]))).await;
    let loose = NewReturn { delivery_id: None, ..shop.back(sold.document_id, &[(line, "1")]) };
    refusals.expect(Code::ReferenceMissing, session.sales().return_goods(&loose)).await;
    let keyed = session.idempotent("once");
    keyed.sales().deliver(&delivery).await.unwrap();
    let other = NewDelivery { reference: Some("other".into()), ..delivery.clone() };
    refusals.expect(Code::IdempotencyMismatch, keyed.sales().deliver(&other)).await;
    let mut customer = session.customers().get(shop.customer).await.unwrap();
    customer.is_active = false;
    let mut customer = session.customers().update(&customer).await.unwrap();
    refusals.expect(Code::FieldInvalid, session.sales().deliver(&delivery)).await;
    customer.is_active = true;
    session.customers().update(&customer).await.unwrap();
}

async fn orders(shop: &Shop, refusals: &mut Refusals) {
    let session = shop.session.clone();
    let lines = |amount: &str| vec![LineItem::new(shop.service, quantity(amount), price("5"))];
    let offer = Offer::new(day("2026-01-10"), day("2026-01-31"), lines("3"));
    let quote_id = session.quotes().create(&NewQuote { customer_id: shop.customer, offer: offer.clone() }).await.unwrap().quote_id;
    let (kim, _) = shop.operator("kim", &[], &[]).await;
    let manager = shop.crm.act_as(shop.company, Principal::host(kim, &["no such role"], &[])).await.unwrap();
    refusals.expect(Code::AccessDenied, manager.quotes().accept(&Acceptance::all(quote_id, day("2026-01-12")))).await;
    let line = session.quotes().status(quote_id, day("2026-01-10")).await.unwrap().lines[0].0.id;
    let part = |amount: &str| Acceptance {
        lines: Some(vec![OfferedPart { line_id: line, quantity: quantity(amount) }]),
        ..Acceptance::all(quote_id, day("2026-01-12"))
    };
    refusals.expect(Code::LineExceeded, session.quotes().accept(&part("3.1"))).await;
    let order_id = session.quotes().accept(&part("1")).await.unwrap().order_id;
    refusals.expect(Code::QuoteRevisionTaken, session.quotes().revise(&QuoteChange { quote_id, offer: offer.clone() })).await;
    session.orders().close(&CloseOrder { order_id, reason: "no".into() }).await.unwrap();
    let delivery = OrderDelivery::all(order_id, shop.warehouse, day("2026-01-14"));
    refusals.expect(Code::DocumentClosed, session.orders().deliver(&delivery)).await;
    let seller = Role::with("seller", "Seller", ScopeLevel::All, &[Right::OrdersWrite, Right::SalesRead, Right::CustomersRead, Right::ProductsRead]);
    session.roles().create(seller).await.unwrap();
    let (_, seller) = shop.operator("sue", &["seller"], &[]).await;
    refusals.expect(Code::QuoteExpired, seller.quotes().accept(&Acceptance::all(quote_id, day("2026-02-01")))).await;
    let sold = session.sales().deliver(&shop.delivery_of(&[(shop.service, "1", "5")])).await.unwrap().document_id;
    let reversal = Reversal { document_id: sold, day: day("2026-01-15"), reason: "wrong".into() };
    session.sales().reverse(&reversal).await.unwrap();
    refusals.expect(Code::DocumentReversed, session.sales().reverse(&reversal)).await;
}

async fn receivables(shop: &Shop, refusals: &mut Refusals) {
    let session = shop.session.clone();
    let item = session.open_items().list().filter(&crm_core::receivables::OpenItem::open().gt(eur("0"))).unwrap().fetch().await.unwrap().remove(0);
    let pay = |amount: &str, allocate| {
        let (session, payment) = (session.clone(), shop.payment("2026-02-01", amount, allocate));
        async move { session.receivables().record_payment(&payment).await }
    };
    refusals.expect(Code::FieldInvalid, pay("0", Allocate::Nothing)).await;
    refusals.expect(Code::FieldInvalid, pay("-1", Allocate::OldestDue)).await;
    refusals.expect(Code::AllocationExceeded, pay("1", Allocate::Items(vec![(item.id, eur("1.01"))]))).await;
    refusals.expect(Code::AllocationExceeded, pay("1000", Allocate::Items(vec![(item.id, item.open.plus(eur("0.01")).unwrap())]))).await;
    refusals.expect(Code::FieldInvalid, pay("1", Allocate::Items(vec![(item.id, eur("0"))]))).await;
    let dollars = crm_core::receivables::NewPayment {
        amount: crm_core::num::Money::parse("1", Currency::USD).unwrap(),
        ..shop.payment("2026-02-01", "1", Allocate::Nothing)
    };
    refusals.expect(Code::CurrencyMismatch, session.receivables().record_payment(&dollars)).await;
    let nobody = crm_core::receivables::NewPayment {
        customer_id: CustomerId::from_uuid(shop.product.uuid()),
        ..shop.payment("2026-02-01", "1", Allocate::Nothing)
    };
    refusals.expect(Code::ReferenceMissing, session.receivables().record_payment(&nobody)).await;
    corrections(shop, refusals, item.id).await;
    credit(shop, refusals).await;
}

async fn corrections(shop: &Shop, refusals: &mut Refusals, item_id: crm_core::ids::OpenItemId) {
    let (session, customer_id, on) = (shop.session.clone(), shop.customer, day("2026-03-01"));
    let (_, manager) = shop.operator("max", &["manager"], &[]).await;
    let mut customer = session.customers().get(customer_id).await.unwrap();
    customer.owner_id = Some(manager.operator_id());
    session.customers().update(&customer).await.unwrap();
    let off = NewWriteOff { customer_id, item_id, amount: eur("0.01"), day: on, reason: None };
    refusals.expect(Code::WriteOffExceeded, manager.receivables().write_off(&off)).await;
    let unknown = Some(crm_core::ids::SalesOrderId::from_uuid(item_id.uuid()));
    let unknown = NewPayment { order_id: unknown, ..shop.payment("2026-02-01", "1", Allocate::Nothing) };
    refusals.expect(Code::ReferenceMissing, session.receivables().record_payment(&unknown)).await;
    let order = NewOrder::new(customer_id, day("2026-01-10"), vec![LineItem::new(shop.service, 1.into(), price("1"))]);
    let order_id = Some(session.orders().create(&order).await.unwrap().order_id);
    let reserved = NewPayment { order_id, allocate: Allocate::OldestDue, ..shop.payment("2026-02-01", "1", Allocate::Nothing) };
    refusals.expect(Code::CreditReserved, session.receivables().record_payment(&reserved)).await;
    let debtors = vec![shop.other; limits::MAX_DEBTORS + 1];
    refusals.expect(Code::LimitExceeded, session.receivables().record_payment(&NewPayment { debtors, ..reserved })).await;
    let paid = shop.pay("2026-02-01", "1", Allocate::Nothing).await;
    let cancellation = PaymentCancellation { payment_id: paid.payment_id, day: on, reason: None };
    session.receivables().cancel_payment(&cancellation).await.unwrap();
    refusals.expect(Code::AlreadyCancelled, session.receivables().cancel_payment(&cancellation)).await;
}

async fn credit(shop: &Shop, refusals: &mut Refusals) {
    let session = shop.session.clone();
    let mut company = session.company().get(shop.company).await.unwrap();
    company.credit_policy = CreditPolicy::Block;
    session.company().update(&company).await.unwrap();
    let mut customer = session.customers().get(shop.other).await.unwrap();
    (customer.currency, customer.credit_limit) = (Some(Currency::EUR), Some(eur("1")));
    session.customers().update(&customer).await.unwrap();
    let delivery = NewDelivery { customer_id: shop.other, ..shop.delivery_of(&[(shop.service, "1", "1.01")]) };
    refusals.expect(Code::CreditExceeded, session.sales().deliver(&delivery)).await;
}

async fn opening(shop: &Shop, refusals: &mut Refusals) {
    let stock = OpeningStock { product: "NONE".into(), quantity: quantity("1"), ..Default::default() };
    let data = OpeningData { stock: vec![SourceRow::new("Stock", 2, stock)], ..Default::default() };
    let options = OpeningOptions::new(shop.warehouse, day("2026-01-01"), ApplyMode::AllOrNothing);
    refusals.expect(Code::OpeningRejected, shop.session.opening().apply(&data, &options)).await;
}

#[test]
fn every_refusal_has_its_code_and_changes_nothing_in_memory() {
    runtime().block_on(async { refuse_everything(memory().await).await });
}

#[test]
fn every_refusal_has_its_code_and_changes_nothing_on_sqlite() {
    runtime().block_on(async { refuse_everything(crm_tests::harness::sqlite().await).await });
}

#[test]
fn every_refusal_has_its_code_and_changes_nothing_on_postgres() {
    runtime().block_on(async { refuse_everything(crm_tests::harness::postgres().await).await });
}
