//! The checks of a posting: goods not available, days too far back, and lots that are missing, elsewhere or expired.

use super::StockLedger;
use crate::{
    access::Right,
    error::{Code, Error, Result},
    ids::{ProductId, WarehouseId},
    num::Quantity,
    policy::PolicyLevel,
    products::{Product, Tracking},
    stock::{Moved, MovementKind, Origin, Posting, lots::LotWarning},
    text::quoted,
    time::Day,
};
use chrono::Days;

impl<'a> StockLedger<'a> {
    /// The latest day of a product's last movement at which a document of a day may still move it.
    pub(super) fn latest_move(&self, day: Day) -> Day {
        day.checked_add_days(Days::new(self.backdating_days)).unwrap_or(Day::MAX)
    }

    pub(super) fn is_too_far_back(&self, day: Day, last: Option<Day>) -> bool {
        last.is_some_and(|last| last > self.latest_move(day))
    }

    /// # Errors
    /// `stock.backdated`, with the company's `limit` in days, and for callers who may read stock the `last_day` and the `earliest` possible day.
    pub(super) fn check_day(&self, id: ProductId, product: &Product, day: Day) -> Result<()> {
        let last = self.costs.get(&id).and_then(|c| c.pool.now.last_day);
        if !self.is_too_far_back(day, last) {
            return Ok(());
        }
        let Some(last) = self.standing.get(&id).copied().unwrap_or(last) else { return Ok(()) };
        let limit = self.backdating_days;
        let message = format!("`{}` last moved more than {limit} days after {day}, which exceeds the company's `backdating_days`", product.code);
        let error = Error::new(Code::StockBackdated, message).with("product", &product.code).with("day", day).with("limit", limit);
        let error = error.guarded(Right::StockRead, "last_day", last);
        Err(match last.checked_sub_days(Days::new(limit)) {
            Some(earliest) => error.guarded(Right::StockRead, "earliest", earliest),
            None => error,
        })
    }

    /// Checks the lot of a movement: required for every tracked product; only goods that come in at a value may create a new one.
    pub(super) fn check_lot(&self, product: &Product, posting: &Posting<'_>, warehouse: WarehouseId) -> Result<()> {
        let lot = match (product.tracking, posting.lot) {
            (Tracking::None, None) => return Ok(()),
            (Tracking::None, Some(_)) => return Err(Error::field("lot", "is given, but the product is not tracked by lot")),
            (_, None) => return Err(lot_needed(product)),
            (_, Some(lot)) => lot,
        };
        crate::text::check_length("lot", lot, crate::limits::MAX_CODE)?;
        if lot.trim().is_empty() {
            return Err(lot_needed(product));
        }
        let known = self.lots.get(&(posting.product_id, lot.to_owned()));
        if known.is_none() && !matches!(posting.moved, Moved::ReceivedAt(_)) {
            return Err(no_lot(lot).with("product", &product.code));
        }
        if product.tracking == Tracking::Serial {
            let is_there = !posting.moved.is_out() && known.is_some_and(|k| k.now.quantity.is_positive());
            if posting.quantity != Quantity::from(1) || is_there {
                let message = format!(
                    "{} is one piece of `{}`, which {}",
                    quoted(lot),
                    product.code,
                    if is_there { "is already in stock" } else { "only moves as a quantity of one" }
                );
                return Err(Error::new(Code::SerialNotOne, message).with("product", &product.code).with("lot", lot).with("warehouse_id", warehouse));
            }
        }
        Ok(())
    }

    /// Checks that a piece is returned by the customer who has it.
    pub(super) fn check_holder(&self, product: &Product, posting: &Posting<'_>, origin: &Origin) -> Result<()> {
        let Some(lot) = posting.lot.filter(|_| origin.kind == MovementKind::Return && product.tracking == Tracking::Serial) else { return Ok(()) };
        let holder = self.holders.get(&(posting.product_id, lot.to_owned())).copied().flatten();
        // Goods without a known delivery may have left in another way.
        let is_theirs = holder == origin.customer_id || (holder.is_none() && matches!(posting.moved, Moved::Found));
        if is_theirs {
            return Ok(());
        }
        let message = format!("{} of `{}` is not with this customer", quoted(lot), product.code);
        Err(Error::new(Code::SerialElsewhere, message).with("product", &product.code).with("lot", lot))
    }

    /// Checks the expiry of a delivered lot on the day, by the company's policy.
    ///
    /// # Errors
    /// `stock.expired` with `lot` and `expires_on`.
    pub(crate) fn check_expiry(&mut self, product_id: ProductId, lot: &str, (day, line): (Day, i64)) -> Result<()> {
        let (policy, ahead) = self.expiry;
        let expires_on = self.lots.get(&(product_id, lot.to_owned())).and_then(|l| l.now.expires_on);
        let is_good = |expires_on: Day| day.checked_add_days(Days::new(ahead)).is_some_and(|until| until < expires_on);
        let Some(expires_on) = expires_on.filter(|expires_on| !is_good(*expires_on)) else { return Ok(()) };
        match policy {
            PolicyLevel::Off => {}
            PolicyLevel::Warn => self.expired.push(LotWarning { line, product_id, lot: lot.to_owned(), expires_on }),
            PolicyLevel::Block => {
                let code = &self.product(product_id)?.code;
                let message = format!("{} of `{code}` expires on {expires_on} and cannot be delivered", quoted(lot));
                let error = Error::new(Code::LotExpired, message).with("product", code).with("lot", lot).with("expires_on", expires_on);
                return Err(if ahead > 0 { error.with("expiry_days", ahead) } else { error });
            }
        }
        Ok(())
    }

    /// Takes the warnings about delivered lots that have expired, or will soon.
    pub(crate) fn take_expired(&mut self) -> Vec<LotWarning> {
        std::mem::take(&mut self.expired)
    }

    /// Checks that what leaves is available: now, less what is reserved for others, and at the end of every day from that of the posting on.
    pub(super) fn check_available(&self, product: &Product, posting: &Posting<'_>, warehouse: WarehouseId) -> Result<()> {
        let Posting { product_id, quantity, lot, .. } = *posting;
        let missing = self.later.missing(product_id, warehouse, lot);
        if let Some(lot) = lot {
            let key = (product_id, lot.to_owned(), warehouse);
            let available = self.lot_balances.get(&key).map_or(Quantity::ZERO, |b| b.now.quantity).minus(missing)?;
            return if quantity <= available { Ok(()) } else { Err(insufficient(product_id, product, available, quantity).with("lot", lot)) };
        }
        let on_hand = self.balances.get(&(product_id, warehouse)).map_or(Quantity::ZERO, |b| b.now.quantity);
        let held = self.held.get(&(product_id, warehouse)).copied().unwrap_or_default();
        let available = on_hand.minus(held.max(missing))?;
        if quantity <= available || self.may_go_negative.contains(&warehouse) {
            return Ok(());
        }
        Err(insufficient(product_id, product, available, quantity))
    }
}

pub(super) fn insufficient(product_id: ProductId, product: &Product, available: Quantity, quantity: Quantity) -> Error {
    Error::new(Code::InsufficientStock, format!("there is not enough stock of `{}` for {quantity}", product.code))
        .with("product", &product.code)
        .with("product_id", product_id)
        .guarded(Right::StockRead, "available", available)
        .with("requested", quantity)
}

pub(super) fn no_lot(lot: &str) -> Error {
    Error::new(Code::LotUnknown, format!("the product has no lot {}", quoted(lot))).with("lot", lot)
}

pub(super) fn lot_needed(product: &Product) -> Error {
    Error::new(Code::LotNeeded, format!("`{}` is tracked by lot, but the line gives no lot", product.code)).with("product", &product.code)
}
