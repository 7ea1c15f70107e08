//! Access: what each preset may do, how far it reaches in every kind of read, which fields stay hidden, and when a change of rights counts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur, id_value};
use crm_core::{
    Code,
    access::{Operator, Principal, Right, Role, ScopeLevel},
    audit::AuditEntry,
    customers::Customer,
    entity::{Masked, Patch, Stored, Value},
    external::ExternalKey,
    ids::{CustomerGroupId, CustomerId, OperatorId},
    num::Currency,
    query::Filter,
    receivables::{AgeingQuery, Allocate, OpenItem},
    sales::{NewDelivery, ProfitBy, SalesDocument},
    session::{Session, UpsertMode},
    stock::StockPool,
};

/// Three customers: one of the salesperson, one in a group below the manager's, one of nobody.
struct Team {
    shop: Shop,
    sales: (OperatorId, Session<'static>),
    manager: Session<'static>,
    boss: Session<'static>,
    mine: CustomerId,
    grouped: CustomerId,
    top: CustomerGroupId,
}

async fn team(harness: &Harness) -> Team {
    let shop = harness.shop().await;
    let top = shop.group("top", None).await;
    let low = shop.group("low", Some(top)).await;
    let sales = shop.operator("sam", &["salesperson"], &[]).await;
    let (_, manager) = shop.operator("mia", &["manager"], &[top]).await;
    let (_, boss) = shop.operator("bob", &["boss"], &[]).await;
    let mine = shop.customer_of("MINE", Some(sales.0), None).await.id;
    let grouped = shop.customer_of("GROUPED", None, Some(low)).await.id;
    Team { shop, sales, manager, boss, mine, grouped, top }
}

impl Team {
    /// A delivery of a service to each of the three customers.
    async fn sell(&self) {
        for customer_id in [self.mine, self.grouped, self.shop.customer] {
            let delivery = NewDelivery { customer_id, ..self.shop.delivery_of(&[(self.shop.service, "1", "100")]) };
            self.shop.session.sales().deliver(&delivery).await.unwrap();
        }
    }
}

async fn codes(session: &Session<'_>) -> Vec<String> {
    session.customers().list().sort(&["code"]).fetch().await.unwrap().into_iter().map(|c| c.data.code).collect()
}

/// Customers that a session sees, the same in list, count, report and get.
async fn sees(team: &Team, session: &Session<'_>, expected: &[&str]) {
    assert_eq!(codes(session).await, expected);
    assert_eq!(session.customers().count(&Filter::All).await.unwrap(), expected.len() as u64);
    let rows = session.report::<Customer>(|r| r.by("code")).await.unwrap();
    assert_eq!(rows.len(), expected.len());
    for (code, id) in [("MINE", team.mine), ("GROUPED", team.grouped), ("C1", team.shop.customer)] {
        let found = session.customers().get(id).await;
        assert_eq!(found.is_ok(), expected.contains(&code), "{code}");
        if let Err(error) = found {
            assert_eq!(error.code(), Code::NotFound);
        }
    }
}

fn code<T>(result: crm_core::Result<T>) -> Option<Code> {
    result.err().map(|error| error.code())
}

/// Each preset may do what it is for, and nothing else.
pub async fn the_presets_may_do_what_they_are_for(harness: Harness) {
    let team = team(&harness).await;
    let shop = &team.shop;
    let denied = Some(Code::AccessDenied);
    let payment = shop.payment("2026-01-20", "10", Allocate::Nothing);
    for (session, is_boss, is_manager) in [(&team.sales.1, false, false), (&team.manager, false, true), (&team.boss, true, true)] {
        assert_eq!(code(session.customers().list().fetch().await), None);
        assert_eq!(code(session.stock_pools().list().fetch().await), None);
        assert_eq!(code(session.stock().receive(&shop.receipt(&[(shop.product, "1", "1")])).await), denied);
        assert_eq!(code(session.roles().list().fetch().await), denied);
        assert_eq!(code(session.operators().create(Operator::with("x", "X", &["administrator"], &[])).await), denied);
        assert_eq!(code(session.products().create(crm_core::products::Product::service("x", "X", Currency::EUR)).await), denied);
        assert_eq!(code(session.audit().list().fetch().await), if is_boss { None } else { denied });
        assert_eq!(code(session.feed().list().fetch().await), if is_boss { None } else { denied });
        assert_eq!(code(session.verify().await), if is_boss { None } else { denied });
        let paid = code(session.receivables().record_payment(&payment).await);
        let out_of_reach = if is_boss { None } else { Some(Code::ReferenceMissing) };
        assert_eq!(paid, if is_manager { out_of_reach } else { denied });
    }
    shop.session.roles().list().fetch().await.unwrap();
    shop.verify().await;
}

/// A salesperson sees the customers that they own.
pub async fn a_salesperson_sees_his_own_in_list_count_report_and_get(harness: Harness) {
    let team = team(&harness).await;
    sees(&team, &team.sales.1, &["MINE"]).await;
}

/// A manager sees the groups given to the operator and those below, and their own customers.
pub async fn a_manager_sees_his_groups_and_below(harness: Harness) {
    let team = team(&harness).await;
    sees(&team, &team.manager, &["GROUPED"]).await;
    let side = team.shop.group("side", None).await;
    team.shop.customer_of("SIDE", None, Some(side)).await;
    team.shop.customer_of("TOP", None, Some(team.top)).await;
    team.shop.customer_of("OWN", Some(team.manager.operator_id()), Some(side)).await;
    sees(&team, &team.manager, &["GROUPED", "OWN", "TOP"]).await;
    let mut moved = team.shop.session.customer_groups().get(side).await.unwrap();
    moved.parent_id = Some(team.top);
    team.shop.session.customer_groups().update(&moved).await.unwrap();
    sees(&team, &team.manager, &["GROUPED", "OWN", "SIDE", "TOP"]).await;
}

/// A boss sees every customer, and so does an administrator; who has no role sees nothing.
pub async fn a_boss_sees_everything(harness: Harness) {
    let team = team(&harness).await;
    sees(&team, &team.boss, &["C1", "C2", "GROUPED", "MINE"]).await;
    sees(&team, &team.shop.session, &["C1", "C2", "GROUPED", "MINE"]).await;
    let (_, nobody) = team.shop.operator("nobody", &[], &[]).await;
    assert_eq!(code(nobody.customers().list().fetch().await), Some(Code::AccessDenied));
    let unknown = team.shop.crm.act_as(team.shop.company, Principal::host(team.sales.0, &["no such role"], &[])).await.unwrap();
    assert_eq!(code(unknown.customers().count(&Filter::All).await), Some(Code::AccessDenied));
}

/// Documents, open items, ageing and profit are those of the customers in reach.
pub async fn documents_follow_their_customer(harness: Harness) {
    let team = team(&harness).await;
    team.sell().await;
    let shop = &team.shop;
    for (session, documents, owed) in [(&team.sales.1, 1, "100"), (&team.manager, 1, "100"), (&team.boss, 3, "321")] {
        assert_eq!(session.sales_documents().count(&Filter::All).await.unwrap(), documents);
        assert_eq!(session.sales_lines().list().fetch().await.unwrap().len() as u64, documents);
        assert_eq!(session.report::<SalesDocument>(|r| r.by("customer.code")).await.unwrap().len() as u64, documents);
        let ageing = session.receivables().ageing(&AgeingQuery::new(day("2026-06-01"), Currency::EUR)).await.unwrap();
        assert_eq!(ageing.total, eur(owed));
    }
    let theirs =
        shop.session.sales_documents().list().filter(&SalesDocument::customer_id().eq(team.grouped)).unwrap().fetch().await.unwrap().remove(0);
    assert_eq!(code(team.sales.1.sales_documents().get(theirs.id).await), Some(Code::NotFound));
    assert_eq!(team.manager.sales_documents().get(theirs.id).await.unwrap(), theirs);
    assert_eq!(team.manager.sales().profit(ProfitBy::Total, &Filter::All).await.unwrap()[0].net, eur("100"));
    let far = "2026-12-31".parse().unwrap();
    assert_eq!(code(team.sales.1.receivables().balance(team.grouped, far, Currency::EUR).await), Some(Code::NotFound));
}

/// A condition on related records does not look beyond the reach either.
pub async fn related_records_stay_in_reach(harness: Harness) {
    let team = team(&harness).await;
    team.sell().await;
    let owing = Filter::exists("customer", Customer::code().eq("GROUPED"));
    assert_eq!(team.boss.open_items().count(&owing).await.unwrap(), 1);
    assert_eq!(team.sales.1.open_items().count(&owing).await.unwrap(), 0);
    let owners = Filter::exists("customer", Filter::exists("open_item", OpenItem::amount().gt(eur("0"))));
    assert_eq!(team.boss.customer_groups().count(&owners).await.unwrap(), 1);
    assert_eq!(team.sales.1.customer_groups().count(&owners).await.unwrap(), 0);
    let nobody = Filter::none("customer", Filter::All);
    assert_eq!(team.manager.customer_groups().count(&nobody).await.unwrap(), 1);
}

/// A salesperson's new customer is their own; they cannot make one of somebody else's, nor give one away.
pub async fn nobody_creates_or_moves_a_customer_out_of_his_reach(harness: Harness) {
    let team = team(&harness).await;
    let (shop, (sam, session)) = (&team.shop, &team.sales);
    let created = session.customers().create(Customer::new("NEW", "New")).await.unwrap();
    assert_eq!(created.owner_id, Some(*sam));
    let foreign = |owner: OperatorId| Customer { owner_id: Some(owner), ..Customer::new("FOREIGN", "Foreign") };
    shop.refuses(Code::AccessDenied, session.customers().create(foreign(shop.admin))).await;
    for owner_id in [Some(shop.admin), None] {
        let moved = Stored { data: Customer { owner_id, ..created.data.clone() }, ..created.clone() };
        shop.refuses(Code::AccessDenied, session.customers().update(&moved)).await;
    }
    let mut theirs = shop.session.customers().get(team.grouped).await.unwrap();
    theirs.owner_id = Some(*sam);
    shop.refuses(Code::NotFound, session.customers().update(&theirs)).await;
    let key = ExternalKey::new("erp", "1");
    let named = |name: &str| Patch::all(&Customer::new("ERP", name));
    shop.session.customers().upsert(&key, named("Erp"), UpsertMode::Upsert).await.unwrap();
    shop.refuses(Code::UniqueTaken, session.customers().upsert(&key, named("Taken"), UpsertMode::Upsert)).await;
    assert_eq!(session.customers().find_external(&key).await.unwrap(), None);
    let other = ExternalKey::new("erp", "2");
    shop.refuses(Code::AccessDenied, session.customers().upsert(&other, Patch::all(&foreign(shop.admin)), UpsertMode::Upsert)).await;
    let grouped = Stored {
        data: Customer { group_id: None, ..shop.session.customers().get(team.grouped).await.unwrap().data },
        ..shop.session.customers().get(team.grouped).await.unwrap()
    };
    shop.refuses(Code::AccessDenied, team.manager.customers().update(&grouped)).await;
}

/// Nobody sells to, pays for or takes back from a customer whom they do not reach: there is no such customer.
pub async fn nobody_sells_out_of_his_reach(harness: Harness) {
    let team = team(&harness).await;
    team.sell().await;
    let shop = &team.shop;
    let to = |customer_id| NewDelivery { customer_id, ..shop.delivery_of(&[(shop.service, "1", "100")]) };
    shop.refuses(Code::ReferenceMissing, team.sales.1.sales().deliver(&to(team.grouped))).await;
    team.sales.1.sales().deliver(&to(team.mine)).await.unwrap();
    let document =
        shop.session.sales_documents().list().filter(&SalesDocument::customer_id().eq(shop.customer)).unwrap().fetch().await.unwrap().remove(0);
    let line = shop.lines_of(document.id).await[0];
    shop.refuses(Code::ReferenceMissing, team.sales.1.sales().return_goods(&shop.back(document.id, &[(line, "1")]))).await;
    shop.refuses(Code::ReferenceMissing, team.manager.receivables().record_payment(&shop.payment("2026-01-20", "1", Allocate::OldestDue))).await;
    shop.verify().await;
}

/// Costs are hidden in rows, and in everything that they could be found out by.
pub async fn costs_are_hidden_in_rows_filters_sorts_groups_and_sums(harness: Harness) {
    let team = team(&harness).await;
    let (shop, session) = (&team.shop, &team.sales.1);
    shop.receive("10", "3").await;
    let pool = session.stock_pools().get(shop.product).await.unwrap();
    assert_eq!((pool.quantity, pool.value, pool.reference_cost), (10.into(), Masked::Hidden, None));
    assert_ne!(team.manager.stock_pools().get(shop.product).await.unwrap().value, Masked::Hidden);
    let hidden = Some(Code::FieldHidden);
    let by_value = Filter::Field("value".into(), crm_core::query::Test::Compare(crm_core::query::Op::Gt, Value::Decimal(1.into())));
    assert_eq!(code(session.stock_pools().count(&by_value).await), hidden);
    assert_eq!(code(session.stock_pools().list().filter(&by_value).map(drop)), hidden);
    assert_eq!(code(session.stock_pools().count(&by_value.clone().negate()).await), hidden);
    assert_eq!(code(session.stock_pools().list().sort(&["-value"]).fetch().await), hidden);
    assert_eq!(code(session.report::<StockPool>(|r| r.by("value")).await), hidden);
    assert_eq!(code(session.report::<StockPool>(|r| r.sum("value")).await), hidden);
    assert_eq!(code(session.products().count(&Filter::exists("stock_pool", by_value)).await), hidden);
    assert_eq!(code(session.sales().profit(ProfitBy::Total, &Filter::All).await), hidden);
    let movements = session.stock_movements().list().fetch().await.unwrap();
    assert!(movements.iter().all(|m| m.value == Masked::Hidden));
}

/// A salesperson posts at the right cost without being told; the books are the same.
pub async fn costs_are_hidden_in_answers(harness: Harness) {
    let team = team(&harness).await;
    let shop = &team.shop;
    shop.receive("10", "3").await;
    let delivery = NewDelivery { customer_id: team.mine, ..shop.delivery("2", "5") };
    let posted = team.sales.1.sales().deliver(&delivery).await.unwrap();
    assert_eq!((posted.net, posted.cost), (eur("10"), None));
    let document = team.sales.1.sales_documents().get(posted.document_id).await.unwrap();
    assert_eq!((document.cost, document.profit), (Masked::Hidden, Masked::Hidden));
    assert_eq!(shop.session.sales_documents().get(posted.document_id).await.unwrap().cost.shown(), Some(eur("6")));
    shop.session.roles().create(Role::with("auditor", "Auditor", ScopeLevel::All, &[Right::AuditRead])).await.unwrap();
    let (_, auditor) = shop.operator("aud", &["auditor"], &[]).await;
    let entries = auditor.audit().list().filter(&AuditEntry::entity().eq("sales_document")).unwrap().fetch().await.unwrap();
    assert_eq!(entries.iter().map(|e| e.after.clone()).collect::<Vec<_>>(), [Masked::Hidden]);
    shop.verify().await;
}

/// A role that is taken away counts at the next read and act of a session that is open already.
pub async fn a_revoked_role_takes_effect_at_the_next_read(harness: Harness) {
    let team = team(&harness).await;
    let (shop, (sam, session)) = (&team.shop, &team.sales);
    assert_eq!(codes(session).await, ["MINE"]);
    let mut operator = shop.session.operators().get(*sam).await.unwrap();
    operator.roles.clear();
    shop.session.operators().update(&operator).await.unwrap();
    assert_eq!(code(session.customers().list().fetch().await), Some(Code::AccessDenied));
    shop.refuses(Code::AccessDenied, session.customers().create(Customer::new("X", "X"))).await;
}

/// A right that is taken out of a role counts at the next act, although the session checked it before.
pub async fn a_changed_role_takes_effect_at_the_next_act(harness: Harness) {
    let team = team(&harness).await;
    let (shop, session) = (&team.shop, &team.sales.1);
    let mut role = shop.session.roles().list().filter(&Role::code().eq("salesperson")).unwrap().fetch().await.unwrap().remove(0);
    role.rights.retain(|right| *right != Right::CustomersWrite);
    let role = shop.session.roles().update(&role).await.unwrap();
    shop.refuses(Code::AccessDenied, session.customers().create(Customer::new("X", "X"))).await;
    assert_eq!(codes(session).await, ["MINE"]);
    let wider = Stored { data: Role { scope: ScopeLevel::All, ..role.data.clone() }, ..role };
    shop.session.roles().update(&wider).await.unwrap();
    assert_eq!(codes(session).await.len(), 4);
}

/// A role that is given counts at the next read of a session that is open already.
pub async fn a_new_role_takes_effect_at_the_next_read(harness: Harness) {
    let team = team(&harness).await;
    let (shop, (sam, session)) = (&team.shop, &team.sales);
    assert_eq!(code(session.audit().list().fetch().await), Some(Code::AccessDenied));
    let mut operator = shop.session.operators().get(*sam).await.unwrap();
    operator.roles = vec!["boss".into()];
    shop.session.operators().update(&operator).await.unwrap();
    assert_eq!(code(session.audit().list().fetch().await), None);
}

/// A deactivated operator can do nothing, whatever roles they have.
pub async fn a_deactivated_operator_can_do_nothing(harness: Harness) {
    let team = team(&harness).await;
    let (shop, (sam, session)) = (&team.shop, &team.sales);
    let mut operator = shop.session.operators().get(*sam).await.unwrap();
    operator.is_active = false;
    shop.session.operators().update(&operator).await.unwrap();
    assert_eq!(code(session.customers().list().fetch().await), Some(Code::AccessDenied));
    let again = shop.crm.act_as(shop.company, Principal::host(*sam, &["boss"], &[])).await.unwrap();
    assert_eq!(code(again.customers().list().fetch().await), Some(Code::AccessDenied));
}

/// A host with users of its own names their roles and groups; nothing needs to be stored for them.
pub async fn a_host_names_roles_and_groups_itself(harness: Harness) {
    let team = team(&harness).await;
    let user: OperatorId = team.shop.changes().new_id();
    let manager = team.shop.crm.act_as(team.shop.company, Principal::host(user, &["manager"], &[team.top])).await.unwrap();
    sees(&team, &manager, &["GROUPED"]).await;
    let nothing = team.shop.crm.act_as(team.shop.company, Principal::host(user, &["manager"], &[])).await.unwrap();
    sees(&team, &nothing, &[]).await;
    assert!(id_value(user) != id_value(team.sales.0));
}
