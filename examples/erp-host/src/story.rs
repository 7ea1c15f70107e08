//! The story, step by step: shipped, refused, rolled back, shipped again; then the figures of both sides, which must agree.

use crate::{
    Failure,
    engine::Engine,
    erp::{End, Erp, Host, Shipment, User, erp_key},
};
use crm_core::{
    customers::Customer,
    entity::Value,
    ids::{CustomerId, ProductId, WarehouseId},
    num::{Currency, Decimal, Quantity, UnitPrice},
    products::Product,
    query::Filter,
    sales::{LineItem, NewDelivery, SalesDocument, SalesLine},
    session::{Listed, UpsertMode},
    stock::{NewReceipt, ReceiptLine, StockPool, Warehouse},
};

/// An item of the ERP's.
const LANTERN: i64 = 1001;

/// Runs the story; `crash` dies in the middle of the first shipment.
pub(crate) async fn tell<DB: Engine>(erp: &Erp<DB>, crash: bool) -> Result<(), Failure>
where
    Erp<DB>: Host,
{
    println!("An ERP with tables and users of its own, on {}", DB::NAME);
    println!("Beside the ERP's 3 tables, {} migration steps of the library were applied", erp.steps);
    let (olga, dora) = (erp.sign_in("olga").await?, erp.sign_in("dora").await?);
    for User { name, role, session, .. } in [&olga, &dora] {
        println!("{name} of its `{role}` acts as operator {}", session.operator_id());
    }
    let goods = Goods::take_over(erp).await?;
    let first = erp.shipments().await?.last().map_or(17, |(id, ..)| id + 1);
    let story = Story { erp, user: &dora, goods };

    story.ship(first, 4, if crash { End::Crash } else { End::Commit }).await?;
    story.ship(first + 1, 400, End::Commit).await?;
    story.ship(first + 2, 3, End::RollBack).await?;
    story.ship(first + 2, 3, End::Commit).await?;

    story.compare().await?;
    let verified = olga.session.verify().await?;
    println!("The books prove themselves: {} records compared, {} invariants hold", verified.records, verified.checks.len());
    Ok(())
}

/// The library's records of an item and those who deal in it.
struct Goods {
    product_id: ProductId,
    customer_id: CustomerId,
    warehouse_id: WarehouseId,
}

impl Goods {
    /// Copies the ERP's records under its own keys, and 10 pieces of stock, in the library's own transactions.
    async fn take_over<DB: Engine>(erp: &Erp<DB>) -> Result<Self, Failure> {
        let (system, both) = (&erp.system, UpsertMode::Upsert);
        let product = [Product::code().set("1001"), Product::name().set("Lantern"), Product::currency().set(Currency::EUR)];
        let product_id = system.products().upsert(&erp_key(LANTERN), product, both).await?.0.id;
        let customer = [Customer::code().set("C-001"), Customer::name().set("Bodega Peña")];
        let customer_id = system.customers().upsert(&erp_key(1), customer, both).await?.0.id;
        let warehouse = [Warehouse::code().set("MAIN"), Warehouse::name().set("Main warehouse")];
        let warehouse_id = system.warehouses().upsert(&erp_key(1), warehouse, both).await?.0.id;
        let lines = vec![ReceiptLine::new(product_id, 10.into(), UnitPrice::parse("3.00", Currency::EUR)?)];
        let received = system.stock().receive(&NewReceipt::new(warehouse_id, "2026-01-10".parse()?, lines)).await?;
        println!("10 lanterns come in with {}", received.number);
        Ok(Self { product_id, customer_id, warehouse_id })
    }

    fn delivery(&self, quantity: i64) -> Result<NewDelivery, Failure> {
        let Self { customer_id, warehouse_id, .. } = *self;
        let lines = vec![LineItem::new(self.product_id, Quantity::new(quantity.into())?, UnitPrice::parse("5.00", Currency::EUR)?)];
        Ok(NewDelivery::new(customer_id, warehouse_id, "2026-01-12".parse()?, lines))
    }
}

struct Story<'a, DB: Engine> {
    erp: &'a Erp<DB>,
    user: &'a User,
    goods: Goods,
}

impl<DB: Engine> Story<'_, DB>
where
    Erp<DB>: Host,
{
    /// Ships, and checks the result on both sides.
    async fn ship(&self, id: i64, quantity: i64, end: End) -> Result<(), Failure> {
        let shipment = Shipment { id, item_id: LANTERN, quantity };
        let said = match self.erp.ship(self.user, &shipment, &self.goods.delivery(quantity)?, end).await? {
            Ok(posted) => {
                let cost = posted.cost.map_or("hidden".to_owned(), |cost| cost.to_string());
                format!("posts {} over {}, cost {cost}", posted.number, posted.gross)
            }
            Err(refusal) => format!("refuses {}, {} available", refusal.code().as_str(), refusal.context("available").unwrap_or("unknown")),
        };
        println!("{quantity} lanterns, shipment {id}: the library {said}; the ERP {}", if end == End::Commit { "commits" } else { "rolls back" });
        let row = self.erp.shipments().await?.into_iter().find(|(row, ..)| *row == id);
        let row = row.map_or("no row".to_owned(), |(_, _, state, text)| format!("`{state}` {text}"));
        let (deliveries, _) = self.total::<SalesLine>().await?;
        println!("    now: {row} with the ERP; deliveries with the library: {deliveries}");
        Ok(())
    }

    /// # Errors
    /// If the ERP and the library do not agree.
    async fn compare(&self) -> Result<(), Failure> {
        let sent: Vec<_> = self.erp.shipments().await?.into_iter().filter(|(_, _, state, _)| state == "sent").collect();
        let shipped: i64 = sent.iter().map(|(_, quantity, ..)| quantity).sum();
        let (documents, delivered) = self.total::<SalesLine>().await?;
        let (_, left) = self.total::<StockPool>().await?;
        println!("The ERP sent {shipped} in {} shipments; the library delivered {delivered} in {documents}, {left} are left", sent.len());
        for (.., number) in &sent {
            let found = self.erp.system.sales_documents().count(&SalesDocument::number().eq(number.clone())).await?;
            if found != 1 {
                return Err(format!("the ERP knows `{number}`, of which the library has {found}").into());
            }
        }
        if (Decimal::from(sent.len()), Decimal::from(shipped)) != (documents, delivered) {
            return Err("the ERP and the library do not agree".into());
        }
        Ok(())
    }

    /// The number of records, and their total quantity. The deliveries of this story have one line each.
    async fn total<E: Listed>(&self) -> Result<(Decimal, Decimal), Failure> {
        let rows = self.erp.system.report::<E>(|report| report.filter(&Filter::All)?.sum("quantity")).await?;
        match rows.first().map(Vec::as_slice) {
            Some([Value::Int(count), Value::Decimal(sum)]) => Ok((Decimal::from(*count), sum.normalize())),
            _ => Err("a report without groups has one row".into()),
        }
    }
}
