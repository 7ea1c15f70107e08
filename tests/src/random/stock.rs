//! Random work on stock: everything that moves it, changes its value, or corrects either.

use super::{Dice, Kind, Known, Operation, operation};
use crm_core::{
    entity::Stored,
    ids::{ProductId, WarehouseId},
    num::Quantity,
    products::{Product, Tracking},
    stock::{
        AddCost, ChangeMethod, CorrectPrice, CorrectQuantity, CostBasis, CountLine, LotBalance, MovementKind, NewCount, NewReceipt, NewRecost,
        NewSupplierReturn, NewTransfer, ReceiptLine, Revalue, Reverse, SetUnitCost, StockBalance, StockDocument, StockMovement, SupplierReturnLine,
        TransferLine,
    },
};

pub(super) const KINDS: &[Kind] = &[
    (16, receive),
    (6, count),
    (6, transfer),
    (6, return_to_supplier),
    (5, revalue),
    (6, set_unit_cost),
    (6, add_cost),
    (5, correct_a_price),
    (5, correct_a_quantity),
    (7, reverse),
    (4, change_method),
    (4, recost),
];

impl Known {
    /// A lot of a product, if it is tracked; now and then wrongly none, or wrongly one.
    pub(super) fn lot(product: &Product, dice: &mut Dice) -> Option<String> {
        let is_tracked = (product.tracking != Tracking::None) != dice.once_in(25);
        is_tracked.then(|| dice.one(&["A", "B", "C"]).to_owned())
    }

    /// A quantity; of a serial one, mostly.
    fn amount(product: &Product, dice: &mut Dice, bound: usize) -> Quantity {
        let is_one = product.tracking == Tracking::Serial && !dice.once_in(8);
        if is_one { Quantity::from(1) } else { dice.some(bound) }
    }

    /// Something that is there: a product, its warehouse, its lot and a part of it. Now and then anything.
    pub(super) fn on_hand(&self, dice: &mut Dice) -> (Stored<Product>, WarehouseId, Option<String>, Quantity) {
        let product = |id: ProductId| self.all::<Product>().iter().find(|p| p.id == id).cloned();
        let is_untracked = |id: ProductId| product(id).is_some_and(|p| p.tracking == Tracking::None);
        let plain = self.all::<StockBalance>().iter().filter(|b| b.quantity.is_positive() && is_untracked(b.product_id));
        let mut there: Vec<_> = plain.map(|b| (b.product_id, b.warehouse_id, None, b.quantity)).collect();
        let lots = self.all::<LotBalance>().iter().filter(|b| b.quantity.is_positive());
        there.extend(lots.map(|b| (b.product_id, b.warehouse_id, Some(b.lot.clone()), b.quantity)));
        let found = dice.maybe(&there).and_then(|(id, warehouse, lot, quantity)| Some((product(id)?, warehouse, lot, quantity)));
        let Some((product, warehouse, lot, quantity)) = found else {
            let product = self.product(dice);
            let (lot, amount) = (Self::lot(&product, dice), Self::amount(&product, dice, 12));
            return (product, self.warehouse(dice), lot, amount);
        };
        let amount = match dice.below(5) {
            0 => quantity,
            _ => Self::amount(&product, dice, 5).min(quantity),
        };
        (product, warehouse, lot, amount)
    }

    /// A line of a receipt, mostly.
    fn received(&self, dice: &mut Dice) -> Option<StockMovement> {
        let given: Vec<_> = self.all::<StockMovement>().iter().filter(|m| m.basis == CostBasis::Given || dice.once_in(40)).collect();
        Some(dice.maybe(&given)?.data.clone())
    }
}

fn receive(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let line = |known: &Known, dice: &mut Dice| {
        let stocked: Vec<_> = known.all::<Product>().iter().take(12).filter(|p| p.is_stocked || dice.once_in(20)).collect();
        let product = dice.one(&stocked);
        let (lot, quantity) = (Known::lot(product, dice), Known::amount(product, dice, 40));
        let line = match dice.below(8) {
            0 => ReceiptLine::worth(product.id, quantity, dice.money()),
            1 => ReceiptLine::new(product.id, quantity, dice.price()).in_unit(dice.one(&["box", "crate", "metre"])),
            2 => ReceiptLine { price_quantity: dice.quantity(100), ..ReceiptLine::new(product.id, quantity, dice.price()) },
            _ => ReceiptLine::new(product.id, quantity, dice.price()),
        };
        let is_nothing = line.amount.map_or_else(|| line.unit_cost.is_some_and(|cost| cost.amount().is_zero()), |amount| amount.is_zero());
        let (landed, expires_on) = (dice.rarely(6, Dice::money), dice.rarely(6, Dice::day).filter(|_| lot.is_some()));
        ReceiptLine { is_free: is_nothing != dice.once_in(20), lot, landed, expires_on, ..line }
    };
    let lines = (0..=dice.below(3)).map(|_| line(known, dice)).collect();
    let receipt = NewReceipt { landed: dice.rarely(5, Dice::money), ..NewReceipt::new(known.warehouse(dice), dice.day(), lines) };
    Some(operation!("receive", receipt, |s, it| async { s.stock().receive(&it).await }))
}

fn count(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (product, warehouse_id, lot, amount) = known.on_hand(dice);
    let difference = if dice.once_in(2) { amount.negated() } else { amount };
    let line = CountLine { unit_cost: dice.rarely(3, Dice::price), lot, ..CountLine::new(product.id, difference) };
    let count = NewCount { warehouse_id, day: dice.day(), reference: None, lines: vec![line] };
    Some(operation!("count", count, |s, it| async { s.stock().count(&it).await }))
}

fn transfer(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (product, from_warehouse_id, lot, quantity) = known.on_hand(dice);
    let to_warehouse_id = known.warehouse(dice);
    let lines = vec![TransferLine { product_id: product.id, quantity, lot }];
    let transfer = NewTransfer { from_warehouse_id, to_warehouse_id, day: dice.day(), reference: dice.note(), lines };
    Some(operation!("transfer", transfer, |s, it| async { s.stock().transfer(&it).await }))
}

fn return_to_supplier(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let of = known.received(dice).filter(|_| !dice.once_in(3));
    let (line, warehouse_id) = match &of {
        Some(of) => {
            let quantity = if dice.once_in(3) { of.quantity } else { dice.quantity(4).min(of.quantity) };
            let receipt_line = dice.rarely(2, |_| of.line);
            let line = SupplierReturnLine { product_id: of.product_id, quantity, lot: of.lot.clone(), credit: None, receipt_line };
            (line, of.warehouse_id.unwrap_or_else(|| known.warehouse(dice)))
        }
        None => {
            let (product, warehouse, lot, quantity) = known.on_hand(dice);
            (SupplierReturnLine { product_id: product.id, quantity, lot, credit: None, receipt_line: None }, warehouse)
        }
    };
    let line = SupplierReturnLine { credit: dice.rarely(3, Dice::price), ..line };
    let receipt_id = of.and_then(|m| m.stock_document_id);
    let back = NewSupplierReturn { warehouse_id, day: dice.day(), receipt_id, reference: None, lines: vec![line] };
    Some(operation!("return to a supplier", back, |s, it| async { s.stock().return_to_supplier(&it).await }))
}

fn revalue(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (product, _, lot, _) = known.on_hand(dice);
    let amount = dice.money();
    let amount = if dice.once_in(3) { amount.negated() } else { amount };
    let revalue = Revalue { product_id: product.id, lot, day: dice.day(), amount, reference: dice.note() };
    Some(operation!("revalue", revalue, |s, it| async { s.stock().revalue(&it).await }))
}

fn set_unit_cost(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let (product, _, lot, _) = known.on_hand(dice);
    let set = SetUnitCost { product_id: product.id, lot, day: dice.day(), unit_cost: dice.price(), reference: None };
    Some(operation!("set a unit cost", set, |s, it| async { s.stock().set_unit_cost(&it).await }))
}

fn add_cost(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let of = known.received(dice)?;
    let amount = dice.money();
    let amount = if dice.once_in(4) { amount.negated() } else { amount };
    let lines = dice.rarely(2, |d| vec![of.line + i64::from(d.once_in(6))]).unwrap_or_default();
    let cost = AddCost { receipt_id: of.stock_document_id?, lines, day: dice.day(), amount, reference: None };
    Some(operation!("add a cost", cost, |s, it| async { s.stock().add_cost(&it).await }))
}

fn correct_a_price(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let of = known.received(dice)?;
    let line = of.line + i64::from(dice.once_in(8));
    let correct = CorrectPrice { receipt_id: of.stock_document_id?, line, unit_cost: dice.price(), day: dice.day(), reference: None };
    Some(operation!("correct a price", correct, |s, it| async { s.stock().correct_receipt_price(&it).await }))
}

fn correct_a_quantity(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let of = known.received(dice)?;
    let line = of.line + i64::from(dice.once_in(8));
    let quantity = if dice.once_in(2) { dice.quantity(40) } else { of.quantity.plus(dice.quantity(3)).unwrap() };
    let correct = CorrectQuantity { receipt_id: of.stock_document_id?, line, quantity, day: dice.day(), reference: None };
    Some(operation!("correct a quantity", correct, |s, it| async { s.stock().correct_receipt_quantity(&it).await }))
}

/// Any document, the latest more often: corrections among them.
fn reverse(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let latest = known.all::<StockDocument>().iter().rev().take(12).filter(|d| d.kind != MovementKind::Receipt || dice.once_in(2)).cloned();
    let latest: Vec<_> = latest.collect();
    let document = dice.maybe(&latest).or_else(|| dice.maybe(known.all::<StockDocument>()))?;
    let reverse = Reverse { document_id: document.id, day: dice.day(), reference: dice.note() };
    Some(operation!("reverse a stock document", reverse, |s, it| async { s.stock().reverse(&it).await }))
}

fn change_method(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let method = dice.one(&["moving_average", "specified", "lot", "fifo", "fifo", "none"]).to_owned();
    let change = ChangeMethod { product_id: known.product(dice).id, method, day: dice.day(), reference: None };
    Some(operation!("change the method", change, |s, it| async { s.stock().change_method(&it).await }))
}

fn recost(known: &mut Known, dice: &mut Dice) -> Option<Operation> {
    let recost = NewRecost { product_id: known.product(dice).id, from: dice.day(), day: dice.day(), reference: dice.note() };
    Some(operation!("recost", recost, |s, it| async { s.stock().recost(&it).await }))
}
