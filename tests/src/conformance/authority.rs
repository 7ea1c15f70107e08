//! Authority under attack: every step to another entity within its scope, each right as far as its own role, what gives reach or carries money
//! with rights of its own, and nothing told beside them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, price, quantity};
use crm_core::{
    Code,
    access::{Operator, Principal, Right, Role, ScopeLevel},
    customers::{Customer, CustomerGroup, CustomerGroupMember},
    entity::{Masked, Stored, Value},
    external::ExternalKey,
    ids::{CustomerGroupId, CustomerId, OperatorId, SalesDocumentId, SalesOrderId},
    num::{Currency, Rate},
    pricing::{PolicyLevel, PriceList, PriceSettings},
    query::{Filter, Op, Test},
    receivables::{Allocate, CreditPolicy, NewPayment, OpenItem},
    sales::{LineItem, NewDelivery, NewOrder, Reservation, Reserve, SalesDocument, SalesLine},
    session::{Listed, Session, UpsertMode},
    stock::{CostVariance, StockMovement},
    time::Clock,
};

/// Two salespersons with a customer each in groups side by side, a manager of the first group, and deliveries to both.
struct Rivals {
    shop: Shop,
    sam: (OperatorId, Session<'static>),
    sue: (OperatorId, Session<'static>),
    max: (OperatorId, Session<'static>),
    north: CustomerGroupId,
    south: CustomerGroupId,
    mine: CustomerId,
    theirs: CustomerId,
    my_delivery: SalesDocumentId,
    their_delivery: SalesDocumentId,
}

async fn rivals(harness: &Harness) -> Rivals {
    let shop = harness.shop().await;
    let (north, south) = (shop.group("N", None).await, shop.group("S", None).await);
    let sam = shop.operator("sam", &["salesperson"], &[]).await;
    let sue = shop.operator("sue", &["salesperson"], &[]).await;
    let max = shop.operator("max", &["manager"], &[north]).await;
    let mine = shop.customer_of("MINE", Some(sam.0), Some(north)).await.id;
    let theirs = shop.customer_of("SECRET", Some(sue.0), Some(south)).await.id;
    shop.receive("1000", "3.141592").await;
    let deliver = |customer_id, amount| NewDelivery { customer_id, reference: Some(format!("for {amount}")), ..shop.delivery(amount, "12.34") };
    let my_delivery = sam.1.sales().deliver(&deliver(mine, "2")).await.unwrap().document_id;
    let their_delivery = sue.1.sales().deliver(&deliver(theirs, "77")).await.unwrap().document_id;
    Rivals { shop, sam, sue, max, north, south, mine, theirs, my_delivery, their_delivery }
}

impl Rivals {
    async fn role(&self, code: &str, reach: ScopeLevel, rights: &[Right]) {
        self.shop.session.roles().create(Role::with(code, code, reach, rights)).await.unwrap();
    }

    async fn order(&self, of: &Session<'_>, customer_id: CustomerId) -> SalesOrderId {
        let lines = vec![LineItem::new(self.shop.product, quantity("5"), price("9"))];
        let order = NewOrder { warehouse_id: Some(self.shop.warehouse), ..NewOrder::new(customer_id, day("2026-01-10"), lines) };
        let order_id = of.orders().create(&order).await.unwrap().order_id;
        of.orders().reserve(&Reserve { order_id, warehouse_id: None, expires_at: None }).await.unwrap();
        order_id
    }

    async fn change(&self, id: CustomerId, change: impl FnOnce(&mut Customer)) {
        let mut customer = self.shop.session.customers().get(id).await.unwrap();
        change(&mut customer);
        self.shop.session.customers().update(&customer).await.unwrap();
    }

    fn delivery(&self, customer_id: CustomerId, amount: &str, unit_price: &str) -> NewDelivery {
        NewDelivery { customer_id, ..self.shop.delivery(amount, unit_price) }
    }
}

/// Everything that a report by these paths shows, as text.
async fn shown<E: Listed>(session: &Session<'_>, paths: &[&str]) -> String {
    let rows = session.report::<E>(|report| paths.iter().try_fold(report, |report, path| report.by(path))).await.unwrap();
    format!("{rows:?}")
}

/// A report that groups through a reference reads nothing of a record out of reach, and the row itself is there only if it is in reach.
pub async fn a_step_to_another_entity_carries_its_scope(harness: Harness) {
    let r = rivals(&harness).await;
    let (sam, shop) = (&r.sam.1, &r.shop);
    r.order(&r.sue.1, r.theirs).await;
    r.change(r.mine, |customer| customer.payer_id = Some(r.theirs)).await;
    r.change(r.theirs, |customer| customer.notes = Some("SECRET NOTES".into())).await;
    let to_mine = NewPayment {
        debtors: vec![r.mine],
        allocate: Allocate::OldestDue,
        reference: Some("SECRET BANK".into()),
        ..NewPayment::new(r.theirs, day("2026-01-12"), eur("900"))
    };
    shop.session.receivables().record_payment(&to_mine).await.unwrap();
    for text in [
        shown::<StockMovement>(sam, &["sales_document.customer_name", "sales_document.reference", "sales_document.net"]).await,
        shown::<Reservation>(sam, &["order.customer_name", "order.number", "order_line.net"]).await,
        shown::<Customer>(sam, &["payer.code", "payer.name", "payer.notes", "payer.credit_limit"]).await,
        shown::<OpenItem>(sam, &["kind", "payment.reference", "payment.amount", "source_item.amount"]).await,
    ] {
        assert!(!text.contains("SECRET") && !text.contains("for 77") && !text.contains("950.18"), "{text}");
    }
    let whole = shown::<StockMovement>(&shop.session, &["sales_document.customer_name", "sales_document.net"]).await;
    assert!(whole.contains("SECRET") && whole.contains("950.18"), "{whole}");
    let own = shown::<StockMovement>(sam, &["sales_document.customer_name", "sales_document.net"]).await;
    assert!(own.contains("MINE") && own.contains("24.68"), "{own}");
    // The same by a filter, by a negated one, and through two steps.
    let foreign = Filter::exists("payer", Customer::name().contains("secret"));
    assert_eq!(sam.customers().count(&foreign).await.unwrap(), 0);
    assert_eq!(sam.customers().count(&Filter::none("payer", Filter::All)).await.unwrap(), 1, "a payer out of reach is as good as none");
    let sold = Filter::exists("sales_line", Filter::exists("customer", Customer::name().contains("secret")));
    assert_eq!((sam.products().count(&sold).await.unwrap(), shop.session.products().count(&sold).await.unwrap()), (0, 1));
}

/// Movements, reservations and variances of a document belong to its customer; what there is of a product is a sum over everything.
pub async fn what_a_document_moved_belongs_to_its_customer(harness: Harness) {
    let r = rivals(&harness).await;
    let (sam, shop) = (&r.sam.1, &r.shop);
    r.order(&r.sue.1, r.theirs).await;
    let own = r.order(sam, r.mine).await;
    let documents = |rows: Vec<Stored<StockMovement>>| rows.into_iter().map(|m| m.sales_document_id).collect::<Vec<_>>();
    assert_eq!(documents(sam.stock_movements().list().sort(&["sequence"]).fetch().await.unwrap()), [None, Some(r.my_delivery)]);
    assert_eq!(shop.session.stock_movements().count(&Filter::All).await.unwrap(), 3);
    let kept = sam.reservations().list().fetch().await.unwrap();
    assert_eq!(kept.iter().map(|k| (k.order_id, k.customer_id)).collect::<Vec<_>>(), [(own, r.mine)]);
    let there = sam.stock().available(shop.product, harness.clock.now()).await.unwrap();
    assert_eq!((there[0].on_hand, there[0].reserved), (quantity("921"), quantity("10")));
    // What a salesperson may not see counts in what they may sell.
    let all = r.delivery(r.mine, "912", "1");
    shop.refuses(Code::InsufficientStock, sam.sales().deliver(&all)).await;
    let overridden = crm_core::sales::LineCost::Override { unit_cost: price("1"), reason: "SECRET".into() };
    let line = LineItem { cost: overridden, ..LineItem::new(shop.product, quantity("1"), price("50")) };
    shop.session.sales().deliver(&NewDelivery { customer_id: r.theirs, lines: vec![line], ..r.delivery(r.theirs, "1", "1") }).await.unwrap();
    assert_eq!(r.max.1.cost_variances().count(&Filter::All).await.unwrap(), 0);
    assert_eq!(shown::<CostVariance>(&r.max.1, &["sales_document.customer_name"]).await, "[]");
    assert_eq!(shop.session.cost_variances().count(&Filter::All).await.unwrap(), 1);
    shop.verify().await;
}

/// Who does not reach everybody changes the trees of groups only within the own groups, and members of none without the right to assign.
pub async fn groups_are_managed_within_ones_own(harness: Harness) {
    let r = rivals(&harness).await;
    let (shop, max) = (&r.shop, &r.max.1);
    let groups = max.customer_groups();
    let mut south = groups.get(r.south).await.unwrap();
    south.parent_id = Some(r.north);
    shop.refuses(Code::AccessDenied, groups.update(&south)).await;
    shop.refuses(Code::AccessDenied, groups.delete(&south)).await;
    shop.refuses(Code::AccessDenied, groups.create(CustomerGroup::new("TOP", "Top", None))).await;
    shop.refuses(Code::AccessDenied, groups.create(CustomerGroup::new("LOW", "Low", Some(r.south)))).await;
    let low = groups.create(CustomerGroup::new("LOW", "Low", Some(r.north))).await.unwrap();
    let mut moved = groups.create(CustomerGroup::new("LOWER", "Lower", Some(low.id))).await.unwrap();
    moved.parent_id = Some(r.north);
    let mut moved = groups.update(&moved).await.unwrap();
    moved.parent_id = None;
    shop.refuses(Code::AccessDenied, groups.update(&moved)).await;
    groups.delete(&moved).await.unwrap();
    // A salesperson manages no groups and assigns nobody.
    let sam = &r.sam.1;
    let mut south = sam.customer_groups().get(r.south).await.unwrap();
    south.name = "Mine".into();
    shop.refuses(Code::AccessDenied, sam.customer_groups().update(&south)).await;
    shop.refuses(Code::AccessDenied, sam.customer_group_members().create(CustomerGroupMember::new(r.mine, r.south))).await;
    let mut mine = sam.customers().get(r.mine).await.unwrap();
    mine.group_id = Some(r.south);
    shop.refuses(Code::AccessDenied, sam.customers().update(&mine)).await;
    // A list of prices is given with the right to prices, to a group as to a customer.
    let list_id = shop.session.price_lists().create(PriceList::new("STAFF", "Staff", Currency::EUR)).await.unwrap().id;
    r.role("groups", ScopeLevel::All, &[Right::GroupsManage, Right::CustomersRead]).await;
    let (_, grouper) = shop.operator("gus", &["groups"], &[]).await;
    let mut south = grouper.customer_groups().get(r.south).await.unwrap();
    south.price_list_id = Some(list_id);
    shop.refuses(Code::AccessDenied, grouper.customer_groups().update(&south)).await;
    shop.session.customer_groups().update(&south).await.unwrap();
    let staff = |code: &str| Customer { group_id: Some(r.south), ..Customer::new(code, "Friend") };
    shop.refuses(Code::AccessDenied, sam.customers().create(staff("F1"))).await;
    sam.customers().create(Customer { group_id: Some(r.north), ..Customer::new("F2", "Friend") }).await.unwrap();
    shop.session.customers().create(staff("F3")).await.unwrap();
}

/// Fields that carry money or say who reaches a customer are changed with rights of their own, at creation and later.
pub async fn fields_that_carry_money_or_reach_need_their_own_right(harness: Harness) {
    let r = rivals(&harness).await;
    let (shop, sam) = (&r.shop, &r.sam.1);
    let list_id = shop.session.price_lists().create(PriceList::new("STAFF", "Staff", Currency::EUR)).await.unwrap().id;
    r.change(r.mine, |c| (c.currency, c.credit_limit) = (Some(Currency::EUR), Some(eur("50")))).await;
    let mine = sam.customers().get(r.mine).await.unwrap();
    let but = |data: Customer| Stored { data, ..mine.clone() };
    let changes = [
        (Right::CreditManage, "credit_limit", but(Customer { credit_limit: None, ..mine.data.clone() })),
        (Right::CustomersTerms, "payment_days", but(Customer { payment_days: 365, ..mine.data.clone() })),
        (Right::CustomersTerms, "tax_code", but(Customer { tax_code: Some("R".into()), ..mine.data.clone() })),
        (Right::CustomersAssign, "owner_id", but(Customer { owner_id: None, ..mine.data.clone() })),
    ];
    for (right, field, changed) in changes {
        let error = shop.refuses(Code::AccessDenied, sam.customers().update(&changed)).await;
        assert_eq!((error.context("right"), error.context("field")), (Some(right.as_str()), Some(field)));
    }
    let mut listed = mine.clone();
    listed.price_list_id = Some(list_id);
    shop.refuses(Code::AccessDenied, sam.customers().update(&listed)).await;
    shop.refuses(Code::AccessDenied, sam.customers().create(Customer { price_list_id: Some(list_id), ..Customer::new("N1", "New") })).await;
    shop.refuses(Code::AccessDenied, sam.customers().create(Customer { payment_days: 90, ..Customer::new("N1", "New") })).await;
    // Of a new customer too, for somebody who reaches everybody: it may be the maker's own, and nobody else's.
    r.role("clerk", ScopeLevel::All, &[Right::CustomersRead, Right::CustomersWrite]).await;
    let (kim, clerk) = shop.operator("kim", &["clerk"], &[]).await;
    let error = shop.refuses(Code::AccessDenied, clerk.customers().create(Customer { owner_id: Some(r.sue.0), ..Customer::new("N1", "New") })).await;
    assert_eq!((error.context("right"), error.context("field")), (Some(Right::CustomersAssign.as_str()), Some("owner_id")));
    clerk.customers().create(Customer { owner_id: Some(kim), ..Customer::new("N1", "New") }).await.unwrap();
    let mut noted = mine.clone();
    noted.notes = Some("call again".into());
    sam.customers().update(&noted).await.unwrap();
    // A manager sets terms and prices, and no limit.
    let mut manager_sets = r.max.1.customers().get(r.mine).await.unwrap();
    (manager_sets.payment_days, manager_sets.price_list_id) = (30, Some(list_id));
    let mut manager_sets = r.max.1.customers().update(&manager_sets).await.unwrap();
    manager_sets.credit_limit = Some(eur("5000"));
    shop.refuses(Code::AccessDenied, r.max.1.customers().update(&manager_sets)).await;
    // What stays as it is needs no right, even if it leads out of reach.
    r.change(r.mine, |c| c.payer_id = Some(r.theirs)).await;
    let mut noted = sam.customers().get(r.mine).await.unwrap();
    noted.notes = Some("and again".into());
    sam.customers().update(&noted).await.unwrap();
}

/// Changing a record in part is answered with all of it, so that the right to write it is not enough, nor one to read it that reaches less far.
pub async fn who_changes_fields_of_a_record_can_read_it(harness: Harness) {
    let r = rivals(&harness).await;
    r.role("blind", ScopeLevel::All, &[Right::CustomersWrite]).await;
    r.role("reader", ScopeLevel::Own, &[Right::CustomersRead]).await;
    let (key, noted) = (ExternalKey::new("web", "1"), || [Customer::notes().set(Some("called".to_owned()))]);
    r.shop.session.customers().bind_external(r.theirs, &key).await.unwrap();
    let (_, blind) = r.shop.operator("bo", &["blind"], &[]).await;
    r.shop.refuses(Code::AccessDenied, blind.customers().patch(r.theirs, None, noted())).await;
    r.shop.refuses(Code::AccessDenied, blind.customers().upsert(&key, noted(), UpsertMode::UpdateOnly)).await;
    let new = [Customer::code().set("NEW".to_owned()), Customer::name().set("New".to_owned())];
    blind.customers().upsert(&ExternalKey::new("web", "2"), new, UpsertMode::Upsert).await.unwrap();
    let (ida, narrow) = r.shop.operator("ida", &["blind", "reader"], &[]).await;
    r.change(r.mine, |customer| customer.owner_id = Some(ida)).await;
    r.shop.refuses(Code::NotFound, narrow.customers().patch(r.theirs, None, noted())).await;
    r.shop.refuses(Code::NotFound, narrow.customers().upsert(&key, noted(), UpsertMode::Upsert)).await;
    assert_eq!(narrow.customers().patch(r.mine, None, noted()).await.unwrap().notes.as_deref(), Some("called"));
    assert_eq!(r.shop.session.customers().get(r.theirs).await.unwrap().notes, None);
}

/// Two roles of different reach do not mix: a right, a mask and a limit hold where their own role reaches.
pub async fn each_right_reaches_as_far_as_its_own_role(harness: Harness) {
    let r = rivals(&harness).await;
    let shop = &r.shop;
    r.role("directory", ScopeLevel::All, &[Right::CustomersRead]).await;
    r.role("catalogue", ScopeLevel::All, &[Right::ProductsRead, Right::StockRead]).await;
    r.role("own costs", ScopeLevel::Own, &[Right::CostRead, Right::SalesRead]).await;
    r.role("reader", ScopeLevel::All, &[Right::SalesRead, Right::CustomersRead, Right::ProductsRead, Right::StockRead]).await;
    let as_sam = |roles: &[&str]| shop.crm.act_as(shop.company, Principal::host(r.sam.0, roles, &[]));
    // Customers of everybody, documents of the own ones: no question about customers tells of documents.
    let two = as_sam(&["salesperson", "directory"]).await.unwrap();
    assert_eq!((two.customers().count(&Filter::All).await.unwrap(), two.sales_documents().count(&Filter::All).await.unwrap()), (4, 1));
    let large = Filter::exists("sales_document", SalesDocument::net().gt(eur("900")));
    assert_eq!((two.customers().count(&large).await.unwrap(), shop.session.customers().count(&large).await.unwrap()), (0, 1));
    let owing = Filter::exists("open_item", OpenItem::open().gt(eur("900")));
    assert_eq!((two.customers().count(&owing).await.unwrap(), shop.session.customers().count(&owing).await.unwrap()), (0, 1));
    let three = as_sam(&["salesperson", "catalogue"]).await.unwrap();
    let sold = Filter::exists("sales_line", SalesLine::customer_id().eq(r.theirs));
    assert_eq!((three.products().count(&sold).await.unwrap(), shop.session.products().count(&sold).await.unwrap()), (0, 1));
    // Costs of the own documents, documents of everybody.
    let costs = as_sam(&["own costs", "reader"]).await.unwrap();
    assert_eq!(costs.sales_documents().get(r.my_delivery).await.unwrap().cost.shown(), Some(eur("6.28")));
    assert_eq!(costs.sales_documents().get(r.their_delivery).await.unwrap().cost, Masked::Hidden);
    // A preview of a recalculation names lines of every customer and what they cost.
    r.role("recalculation", ScopeLevel::All, &[Right::CostWrite]).await;
    r.role("costs", ScopeLevel::All, &[Right::CostRead]).await;
    for roles in [["recalculation", "own costs", "reader"], ["recalculation", "costs", "own costs"]] {
        let blind = as_sam(&roles).await.unwrap();
        shop.refuses(Code::AccessDenied, blind.stock().recost_preview(shop.product, day("2026-01-01"))).await;
    }
    as_sam(&["recalculation", "costs", "reader"]).await.unwrap().stock().recost_preview(shop.product, day("2026-01-01")).await.unwrap();
    let dear = Filter::Field("cost".into(), Test::Compare(Op::Gt, Value::Decimal(0.into())));
    assert_eq!(costs.sales_documents().count(&dear).await.unwrap(), 1);
    assert_eq!(costs.sales_documents().count(&dear.clone().negate()).await.unwrap(), 1, "a cost that is not seen is no cost");
    assert_eq!(costs.sales_documents().count(&Filter::Field("cost".into(), Test::IsEmpty)).await.unwrap(), 1);
    assert_eq!(costs.sales_documents().list().sort(&["-cost"]).fetch().await.unwrap().len(), 1);
    let sums = costs.report::<SalesDocument>(|report| report.sum("cost")).await.unwrap();
    assert_eq!(sums, [vec![Value::Int(1), Value::Decimal(eur("6.28").amount())]]);
    let through = shown::<SalesLine>(&costs, &["document.cost"]).await;
    assert!(through.contains("6.28") && !through.contains("241.9"), "{through}");
    // A step leads beyond the own documents, and costs are seen of the own ones all the same, however near both rights are to where it began.
    r.role("own goods", ScopeLevel::Own, &[Right::ProductsRead, Right::CostRead]).await;
    r.role("documents", ScopeLevel::All, &[Right::SalesRead]).await;
    let beyond = as_sam(&["own goods", "documents"]).await.unwrap();
    let dear = |cost| Filter::exists("sales_line", Filter::Field("cost".into(), Test::Compare(Op::Gt, Value::Decimal(eur(cost).amount()))));
    let count = async |session: &Session<'_>, cost| session.products().count(&dear(cost)).await.unwrap();
    assert_eq!((count(&beyond, "1").await, count(&beyond, "100").await, count(&shop.session, "100").await), (1, 0, 1));
    // A limit and an override hold for the own customers only.
    let settings = PriceSettings { beyond_discount: PolicyLevel::Block, ..PriceSettings::default() };
    shop.session.pricing().set_settings(&settings).await.unwrap();
    let mut product = shop.session.products().get(shop.product).await.unwrap();
    product.list_price = Some(price("10"));
    shop.session.products().update(&product).await.unwrap();
    let seller = [Right::SalesPost, Right::SalesRead, Right::CustomersRead, Right::ProductsRead, Right::StockRead, Right::ReceivablesRead];
    r.role("seller", ScopeLevel::All, &seller).await;
    let generous =
        Role { max_discount: Some(Rate::parse("50").unwrap()), ..Role::with("generous", "Generous", ScopeLevel::Own, &[Right::CreditOverride]) };
    shop.session.roles().create(generous).await.unwrap();
    let four = as_sam(&["seller", "generous"]).await.unwrap();
    four.sales().deliver(&r.delivery(r.mine, "1", "6")).await.unwrap();
    shop.refuses(Code::PriceRefused, four.sales().deliver(&r.delivery(r.theirs, "1", "6"))).await;
    shop.session.pricing().set_settings(&PriceSettings::default()).await.unwrap();
    let mut company = shop.session.company().get(shop.company).await.unwrap();
    company.credit_policy = CreditPolicy::Block;
    shop.session.company().update(&company).await.unwrap();
    for id in [r.mine, r.theirs] {
        r.change(id, |c| (c.currency, c.credit_limit) = (Some(Currency::EUR), Some(eur("1")))).await;
    }
    let beyond = |id| NewDelivery { credit_override: true, ..r.delivery(id, "1", "10") };
    four.sales().deliver(&beyond(r.mine)).await.unwrap();
    shop.refuses(Code::AccessDenied, four.sales().deliver(&beyond(r.theirs))).await;
    shop.verify().await;
}

/// The books are checked by those who reach everything: those of some customers add up to nothing.
pub async fn only_full_reach_checks_the_books(harness: Harness) {
    let r = rivals(&harness).await;
    r.role("auditor", ScopeLevel::Groups, &[Right::LedgerVerify, Right::CostRead]).await;
    let auditor = r.shop.crm.act_as(r.shop.company, Principal::host(r.max.0, &["auditor"], &[r.north])).await.unwrap();
    assert_eq!(auditor.verify().await.unwrap_err().code(), Code::AccessDenied);
    r.role("proof", ScopeLevel::All, &[Right::LedgerVerify]).await;
    let proof = r.shop.crm.act_as(r.shop.company, Principal::host(r.max.0, &["proof"], &[])).await.unwrap();
    proof.verify().await.unwrap();
}

/// What is answered again under a key is what the caller may see now.
pub async fn an_answer_is_given_again_as_it_may_be_seen_now(harness: Harness) {
    let r = rivals(&harness).await;
    let shop = &r.shop;
    let (mia, session) = shop.operator("mia", &["boss"], &[]).await;
    let delivery = r.delivery(r.theirs, "1", "20");
    let posted = session.idempotent("once").sales().deliver(&delivery).await.unwrap();
    assert_eq!(posted.cost, Some(eur("3.14")));
    assert_eq!(session.idempotent("once").sales().deliver(&delivery).await.unwrap(), posted);
    r.role("clerk", ScopeLevel::All, &[Right::SalesPost, Right::CustomersRead, Right::ProductsRead]).await;
    let set = |roles: &'static [&'static str]| async {
        let mut operator = shop.session.operators().get(mia).await.unwrap();
        operator.roles = roles.iter().map(|role| (*role).to_owned()).collect();
        shop.session.operators().update(&operator).await.unwrap();
    };
    set(&["clerk"]).await;
    let again = session.idempotent("once").sales().deliver(&delivery).await.unwrap();
    assert_eq!((again.document_id, &again.number, again.cost), (posted.document_id, &posted.number, None));
    set(&["salesperson"]).await;
    shop.refuses(Code::NotFound, session.idempotent("once").sales().deliver(&delivery)).await;
    set(&["boss"]).await;
    assert_eq!(session.idempotent("once").sales().deliver(&delivery).await.unwrap(), posted);
    // A record that was made under a key, and moved out of reach since.
    let made = r.sam.1.idempotent("made").customers().create(Customer::new("K1", "Keyed")).await.unwrap();
    r.change(made.id, |c| c.owner_id = Some(r.sue.0)).await;
    shop.refuses(Code::NotFound, r.sam.1.idempotent("made").customers().create(Customer::new("K1", "Keyed"))).await;
}

/// A refusal tells figures only to those who may read them elsewhere.
pub async fn figures_in_refusals_need_their_right(harness: Harness) {
    let r = rivals(&harness).await;
    let shop = &r.shop;
    r.role("packer", ScopeLevel::All, &[Right::SalesPost, Right::CustomersRead, Right::ProductsRead]).await;
    let (_, packer) = shop.operator("pat", &["packer"], &[]).await;
    let much = r.delivery(r.mine, "5000", "1");
    let error = shop.refuses(Code::InsufficientStock, packer.sales().deliver(&much)).await;
    assert_eq!(error.context("available"), None);
    assert!(!format!("{error:?} {error}").contains("921"), "{error:?}");
    let error = shop.refuses(Code::InsufficientStock, r.sam.1.sales().deliver(&much)).await;
    assert_eq!(error.context("available"), Some("921"));
    let mut company = shop.session.company().get(shop.company).await.unwrap();
    company.credit_policy = CreditPolicy::Block;
    let mut company = shop.session.company().update(&company).await.unwrap();
    r.change(r.mine, |c| (c.currency, c.credit_limit) = (Some(Currency::EUR), Some(eur("50")))).await;
    let beyond = r.delivery(r.mine, "1", "100");
    let error = shop.refuses(Code::CreditExceeded, packer.sales().deliver(&beyond)).await;
    assert_eq!((error.context("exposure"), error.context("limit"), error.context("overdue")), (None, None, None));
    let error = shop.refuses(Code::CreditExceeded, r.sam.1.sales().deliver(&beyond)).await;
    assert_eq!((error.context("exposure"), error.context("limit")), (Some("124.68"), Some("50")));
    company.credit_policy = CreditPolicy::Warn;
    shop.session.company().update(&company).await.unwrap();
    let warned = packer.sales().deliver(&beyond).await.unwrap().credit_warning.unwrap();
    assert_eq!((warned.limit, warned.exposure, warned.overdue), (None, None, None));
    // Who refers to a record is counted as far as the caller reads; that somebody does, holds it all the same.
    r.change(r.theirs, |c| c.payer_id = Some(r.mine)).await;
    let fresh = r.sam.1.customers().create(Customer::new("FRESH", "Fresh")).await.unwrap();
    r.change(r.theirs, |c| c.payer_id = Some(fresh.id)).await;
    let fresh = r.sam.1.customers().get(fresh.id).await.unwrap();
    let error = shop.refuses(Code::RecordInUse, r.sam.1.customers().delete(&fresh)).await;
    assert_eq!(error.context("customer"), None);
    let error = shop.refuses(Code::RecordInUse, shop.session.customers().delete(&fresh)).await;
    assert_eq!(error.context("customer"), Some("1"));
}

/// Nobody gives, changes or takes what they do not have, and nobody changes their own roles.
pub async fn nobody_gives_what_they_do_not_have(harness: Harness) {
    let r = rivals(&harness).await;
    let shop = &r.shop;
    r.role("lead", ScopeLevel::Groups, &[Right::AccessManage, Right::CustomersRead, Right::SalesRead]).await;
    r.role("viewer", ScopeLevel::Own, &[Right::CustomersRead]).await;
    r.role("group viewer", ScopeLevel::Groups, &[Right::CustomersRead]).await;
    let (lea, lead) = shop.operator("lea", &["lead"], &[r.north]).await;
    let operator = |code: &str, roles: &[&str], groups: &[CustomerGroupId]| Operator::with(code, code, roles, groups);
    lead.operators().create(operator("v1", &["viewer"], &[])).await.unwrap();
    lead.operators().create(operator("v2", &["group viewer"], &[r.north])).await.unwrap();
    shop.refuses(Code::AccessDenied, lead.operators().create(operator("v3", &["group viewer"], &[r.south]))).await;
    shop.refuses(Code::AccessDenied, lead.operators().create(operator("v3", &["administrator"], &[]))).await;
    shop.refuses(Code::AccessDenied, lead.roles().create(Role::with("all", "All", ScopeLevel::All, &[Right::CustomersRead]))).await;
    shop.refuses(Code::AccessDenied, lead.roles().create(Role::with("costs", "Costs", ScopeLevel::Own, &[Right::CostRead]))).await;
    let generous = Role { max_discount: Some(Rate::parse("50").unwrap()), ..Role::with("g", "G", ScopeLevel::Own, &[Right::CustomersRead]) };
    shop.refuses(Code::AccessDenied, lead.roles().create(generous)).await;
    // Not the roles of somebody above either, nor the own ones.
    let mut boss = shop.session.operators().get(shop.admin).await.unwrap();
    boss.is_active = false;
    shop.refuses(Code::AccessDenied, lead.operators().update(&boss)).await;
    let mut own = shop.session.operators().get(lea).await.unwrap();
    own.roles.push("viewer".into());
    shop.refuses(Code::AccessDenied, lead.operators().update(&own)).await;
    let mut role = shop.session.roles().list().filter(&Role::code().eq("manager")).unwrap().fetch().await.unwrap().remove(0);
    role.rights.clear();
    shop.refuses(Code::AccessDenied, lead.roles().update(&role)).await;
    shop.refuses(Code::AccessDenied, lead.roles().delete(&role)).await;
    let mut admin = shop.session.operators().get(shop.admin).await.unwrap();
    admin.is_active = false;
    shop.refuses(Code::AccessDenied, shop.session.operators().update(&admin)).await;
    // Roles and groups that are not there.
    shop.refuses(Code::ReferenceMissing, shop.session.operators().create(operator("v4", &["no such role"], &[]))).await;
    let nowhere = CustomerGroupId(shop.changes().new_id());
    shop.refuses(Code::ReferenceMissing, shop.session.operators().create(operator("v4", &["manager"], &[nowhere]))).await;
}

/// What is kept beside an operator, a role or a group is as far away as they are: a key that a host signs in by must not become another's.
pub async fn keys_and_fields_of_who_may_more_are_out_of_bounds(harness: Harness) {
    let r = rivals(&harness).await;
    r.role("hr", ScopeLevel::Groups, &[Right::AccessManage, Right::CustomersRead, Right::GroupsManage]).await;
    let (_, hr) = r.shop.operator("hr", &["hr"], &[r.north]).await;
    let (ana, key) = (r.shop.admin, ExternalKey::new("sso", "ana"));
    r.shop.session.operators().bind_external(ana, &key).await.unwrap();
    let administrator = r.shop.session.roles().list().filter(&Role::code().eq("administrator".to_owned())).unwrap().page().await.unwrap().items[0].id;
    let refuses = r.shop.refuses(Code::AccessDenied, hr.operators().bind_external(ana, &ExternalKey::new("sso", "hr"))).await;
    assert_eq!(refuses.context("role"), Some("administrator"));
    r.shop.refuses(Code::AccessDenied, hr.operators().unbind_external(ana, &key)).await;
    r.shop.refuses(Code::AccessDenied, hr.roles().bind_external(administrator, &key)).await;
    r.shop.refuses(Code::AccessDenied, hr.customer_groups().bind_external(r.south, &key)).await;
    hr.customer_groups().bind_external(r.north, &key).await.unwrap();
    // Groups beyond their own, for whatever roles the host may give.
    r.shop.refuses(Code::AccessDenied, hr.operators().create(Operator::with("new", "New", &[], &[r.south]))).await;
    hr.operators().create(Operator::with("new", "New", &[], &[r.north])).await.unwrap();
    // A system that is open is not theirs to take from everybody else.
    let mine = |systems: &[&str]| Role {
        systems: systems.iter().map(|s| (*s).to_owned()).collect(),
        ..Role::with("mine", "Mine", ScopeLevel::Own, &[Right::CustomersRead])
    };
    r.shop.refuses(Code::AccessDenied, hr.roles().create(mine(&["web"]))).await;
    hr.roles().create(mine(&[])).await.unwrap();
}

/// Nobody takes from a role of their own what nobody could give back, and a role that somebody has keeps its code.
pub async fn a_role_is_not_lost_to_those_who_have_it(harness: Harness) {
    let r = rivals(&harness).await;
    let roles = r.shop.session.roles();
    let find = async |code: &str| roles.list().filter(&Role::code().eq(code.to_owned())).unwrap().page().await.unwrap().items.remove(0);
    let own = find("administrator").await;
    let fewer: Vec<Right> = own.rights.iter().copied().filter(|right| *right != Right::CustomersWrite).collect();
    r.shop.refuses(Code::AccessDenied, roles.patch(own.id, None, [Role::rights().set(fewer)])).await;
    r.shop.refuses(Code::AccessDenied, roles.patch(own.id, None, [Role::scope().set(ScopeLevel::Own)])).await;
    r.shop.refuses(Code::AccessDenied, roles.patch(own.id, None, [Role::code().set("boss2".to_owned())])).await;
    roles.patch(own.id, None, [Role::name().set("Administration".to_owned())]).await.unwrap();
    let used = find("manager").await;
    let error = r.shop.refuses(Code::RecordInUse, roles.patch(used.id, None, [Role::code().set("head".to_owned())])).await;
    assert_eq!(error.context("operator"), Some("1"));
    roles.create(Role::with("unused", "Unused", ScopeLevel::Own, &[])).await.unwrap();
    let unused = find("unused").await;
    assert_eq!(roles.patch(unused.id, None, [Role::code().set("renamed".to_owned())]).await.unwrap().code, "renamed");
}
