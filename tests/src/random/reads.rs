//! Random reads: lists, reports, prices, codes, accounts, profit, the state of documents, and what they show.

use super::{Dice, Kind, Known, NAMES, Operation, START, filters::sort, operation};
use crm_core::{
    Result, Uuid,
    access::Operator,
    customers::Customer,
    external::ExternalKey,
    ids::{CustomerId, ProductId, QuoteId, SalesDocumentId},
    num::Currency,
    pricing::PriceLine,
    products::ProductCode,
    query::Filter,
    receivables::{AccountOf, AgeingBasis, AgeingBuckets, AgeingBy, AgeingQuery, ReminderLevels},
    sales::{ProfitBy, Quote, QuoteRevision, SalesDocument, SalesLine, SalesOrder},
    session::Session,
    stock::LotBalance,
};

pub(super) const KINDS: &[Kind] = &[
    (6, list),
    (8, profit),
    (6, ageing),
    (4, aged_by),
    (4, aged_items),
    (4, statement),
    (5, figures),
    (3, credit_state),
    (6, reminders),
    (6, prices),
    (3, price_history),
    (4, basket),
    (3, last_delivery),
    (5, resolve),
    (4, quote_status),
    (4, order_status),
    (4, settled),
    (3, render),
    (2, copy),
    (3, recost_preview),
    (3, reassign_preview),
    (3, undo_preview),
    (4, receivers_of_a_lot),
    (4, propose_lots),
    (3, card),
    (4, policy),
    (4, find_external),
];

impl Known {
    fn whose(&self, dice: &mut Dice) -> AccountOf {
        match dice.below(3) {
            0 => AccountOf::Everyone,
            1 => AccountOf::Customer(self.customer(dice).id),
            _ => AccountOf::PayerGroup(self.customer(dice).id),
        }
    }

    fn ageing(&self, dice: &mut Dice) -> AgeingQuery {
        let minutes = chrono::TimeDelta::minutes(i64::try_from(dice.below(600)).unwrap());
        let start: crm_core::time::Instant = START.parse().unwrap();
        AgeingQuery {
            of: self.whose(dice),
            basis: dice.one(&[AgeingBasis::DueDate, AgeingBasis::DocumentDate]),
            buckets: dice.one(&[AgeingBuckets::default(), AgeingBuckets::new(vec![7, 14]).unwrap()]),
            known_at: dice.rarely(3, |_| start + minutes),
            ..AgeingQuery::new(dice.day(), Currency::EUR)
        }
    }

    /// The id of one of these; now and then of nothing.
    fn id_or_none<I: Copy>(dice: &mut Dice, ids: impl Iterator<Item = I>, none: fn(Uuid) -> I) -> I {
        let ids: Vec<I> = ids.collect();
        dice.maybe(&ids).filter(|_| !dice.once_in(8)).unwrap_or_else(|| none(Uuid::from_u128(1)))
    }

    fn customer_or_none(&self, dice: &mut Dice) -> CustomerId {
        if dice.once_in(8) { CustomerId(Uuid::from_u128(1)) } else { self.customer(dice).id }
    }
}

/// A list page by page, its count, and a report of the same records.
async fn listing(session: &Session<'_>, filter: &Filter, sort: &[&str], limit: u32) -> Result<String> {
    let (mut codes, mut after) = (Vec::new(), None);
    loop {
        let mut list = session.customers().list().filter(filter)?.sort(sort).limit(limit);
        if let Some(cursor) = &after {
            list = list.after(cursor);
        }
        let page = list.page().await?;
        codes.extend(page.items.into_iter().map(|c| c.data.code));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let count = session.customers().count(filter).await?;
    let rows = session.report::<Customer>(|r| r.filter(filter)?.by("country")?.by("group.name")?.by("is_active")?.sum("payment_days")).await?;
    Ok(format!("{count} {codes:?} {rows:?}"))
}

pub(super) fn listing_of(filter: Filter, sort: Vec<&'static str>, limit: u32) -> Operation {
    operation!("list", (filter, sort, limit), |s, it| async { listing(s, &it.0, &it.1, it.2).await })
}

fn list(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(listing_of(known.filter(dice, 3), sort(dice), u32::try_from(dice.below(9)).unwrap()))
}

fn profit(_: &mut Known, dice: &mut Dice) -> Option<Operation> {
    use ProfitBy::{Customer, CustomerGroup, Document, Month, Product, ProductGroup, Salesperson, Total};
    let by = dice.one(&[Month, Customer, CustomerGroup, Document, Product, Product, ProductGroup, Salesperson, Total]);
    let filter = match (by, dice.below(3)) {
        (_, 0) => Filter::All,
        (Product | ProductGroup, 1) => SalesLine::day().ge(dice.day()),
        (Product | ProductGroup, _) => SalesLine::quantity().gt(dice.quantity(4)).or(SalesLine::day().lt(dice.day())),
        (_, 1) => SalesDocument::day().ge(dice.day()),
        _ => SalesDocument::net().gt(dice.money()).negate(),
    };
    Some(operation!("profit", (by, filter), |s, it| async { s.sales().profit(it.0, &it.1).await }))
}

fn ageing(_: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(operation!("ageing", dice.day(), |s, it| async { s.receivables().ageing(&AgeingQuery::new(it, Currency::EUR)).await }))
}

fn aged_by(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let by = dice.one(&[AgeingBy::Customer, AgeingBy::PayerGroup, AgeingBy::Salesperson]);
    Some(operation!("ageing in rows", (by, known.ageing(dice)), |s, it| async { s.receivables().ageing_by(it.0, &it.1).await }))
}

fn aged_items(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(operation!("ageing by item", known.ageing(dice), |s, it| async { s.receivables().aged_items(&it).await }))
}

fn statement(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let given = (known.whose(dice), dice.day(), dice.day());
    Some(operation!("statement", given, |s, it| async { s.receivables().statement(it.0, (it.1, it.2), Currency::EUR).await }))
}

fn figures(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(operation!("figures", (known.whose(dice), dice.day()), |s, it| async { s.receivables().figures(it.0, it.1, Currency::EUR).await }))
}

fn credit_state(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(operation!("credit state", (known.customer_or_none(dice), dice.day()), |s, it| async { s.receivables().credit_state(it.0, it.1).await }))
}

fn reminders(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let levels = ReminderLevels::new(vec![1, 15, 40]).unwrap();
    Some(operation!("reminders", (known.ageing(dice), levels), |s, it| async { s.receivables().reminders(&it.0, &it.1).await }))
}

fn prices(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let customer = dice.rarely(2, |d| known.customer_or_none(d)).or_else(|| Some(known.customer(dice).id).filter(|_| !dice.once_in(4)));
    let line = |dice: &mut Dice| PriceLine {
        unit: dice.rarely(3, |d| d.one(&["box", "pc", "crate"]).to_owned()),
        ..PriceLine::new(known.product(dice).id, dice.quantity(14))
    };
    let lines: Vec<_> = (0..=dice.below(3)).map(|_| line(dice)).collect();
    let currency = dice.rarely(4, |d| d.one(&[Currency::EUR, Currency::USD]));
    let given = (customer, dice.day(), currency, lines);
    Some(operation!("prices", given, |s, it| async { s.pricing().price_all(it.0, it.1, it.2, &it.3).await }))
}

fn price_history(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let limit = dice.one(&[1, 5, 100, 1_001]);
    let given = (known.customer(dice).id, known.product(dice).id, limit);
    Some(operation!("price history", given, |s, it| async { s.pricing().price_history(it.0, it.1, it.2).await }))
}

fn basket(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let given = (known.customer(dice).id, dice.day(), dice.day());
    Some(operation!("usual basket", given, |s, it| async { s.pricing().usual_basket(it.0, it.1, it.2).await }))
}

fn last_delivery(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(operation!("last delivery", known.customer(dice).id, |s, it| async { s.pricing().copy_last_delivery(it).await }))
}

fn resolve(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let mut texts = ["4006381333931", "ab-1", "P1", "p1", "LA", "la", "", "none"].map(str::to_owned).to_vec();
    texts.extend(known.all::<ProductCode>().iter().map(|c| c.value.clone()));
    let given = (dice.one(&texts), dice.day(), dice.rarely(2, |d| known.customer(d).id));
    Some(operation!("resolve a code", given, |s, it| async { s.products().resolve(&it.0, it.1, it.2).await }))
}

fn quote_status(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let id = Known::id_or_none(dice, known.all::<Quote>().iter().map(|q| q.id), QuoteId);
    Some(operation!("status of a quote", (id, dice.day()), |s, it| async { s.quotes().status(it.0, it.1).await }))
}

fn order_status(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let order = dice.maybe(known.all::<SalesOrder>())?;
    let customer = if dice.once_in(6) { known.customer(dice).id } else { order.customer_id };
    let id = Known::id_or_none(dice, std::iter::once(order.id), crm_core::ids::SalesOrderId);
    let given = (id, customer, order.gross, dice.day());
    Some(operation!("status of an order", given, |s, it| async {
        let paid = s.receivables().order_status(it.1, it.0, it.2, it.3).await?;
        Ok((s.orders().status(it.0).await?, paid))
    }))
}

fn settled(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let id = Known::id_or_none(dice, known.all::<SalesDocument>().iter().map(|d| d.id), SalesDocumentId);
    Some(operation!("status of a document", (id, dice.day()), |s, it| async { s.receivables().document_status(it.0, it.1).await }))
}

fn render(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let id = Known::id_or_none(dice, known.all::<SalesDocument>().iter().map(|d| d.id), SalesDocumentId);
    Some(match dice.below(3) {
        0 => operation!("render", dice.maybe(known.all::<SalesOrder>())?.id, |s, it| async { s.orders().render(it).await }),
        1 => operation!("render", dice.maybe(known.all::<QuoteRevision>())?.id, |s, it| async { s.quotes().render(it).await }),
        _ => operation!("render", id, |s, it| async { s.sales().render(it).await }),
    })
}

fn copy(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let id = Known::id_or_none(dice, known.all::<SalesDocument>().iter().map(|d| d.id), SalesDocumentId);
    Some(operation!("copy a document", (id, dice.day()), |s, it| async { s.sales().copy(it.0, it.1).await }))
}

fn reassign_preview(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let asked = (known.filter(dice, 2), dice.one(&known.ids::<Operator>()));
    Some(operation!("preview a reassignment", asked, |s, it| async { s.customers().reassign_preview(&it.0, it.1).await }))
}

fn undo_preview(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let id = dice.maybe(&known.ids::<crm_core::audit::Operation>())?;
    Some(operation!("preview an undo", id, |s, id| async { s.operations().undo_preview(id).await }))
}

fn recost_preview(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let product = if dice.once_in(8) { ProductId(Uuid::from_u128(1)) } else { known.product(dice).id };
    Some(operation!("preview a recost", (product, dice.day()), |s, it| async { s.stock().recost_preview(it.0, it.1).await }))
}

fn receivers_of_a_lot(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let lot = dice.maybe(known.all::<LotBalance>())?;
    let given = (lot.product_id, lot.lot.clone());
    Some(operation!("receivers of a lot", given, |s, it| async { s.stock().receivers_of_lot(it.0, &it.1).await }))
}

fn propose_lots(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let lot = dice.maybe(known.all::<LotBalance>())?;
    let given = (lot.product_id, lot.warehouse_id, dice.quantity(30), dice.day());
    Some(operation!("propose lots", given, |s, it| async { s.stock().propose_lots(it.0, it.1, it.2, it.3).await }))
}

fn card(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(operation!("card", known.customer_or_none(dice), |s, it| async { s.customers().card(it).await }))
}

fn policy(_: &mut Known, dice: &mut Dice) -> Option<Operation> {
    Some(operation!("policy of a day", dice.day(), |s, it| async {
        Ok((s.company().policy_on(it).await?, s.company().profile_on(it).await?, s.pricing().settings().await?))
    }))
}

fn find_external(_: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let key = ExternalKey::new(dice.one(&["erp", "erp", "shop"]), dice.below(10).to_string());
    Some(operation!("find by a key", (key, dice.one(&NAMES)), |s, it| async { s.customers().find_external(&it.0).await }))
}
