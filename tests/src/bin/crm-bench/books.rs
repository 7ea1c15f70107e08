//! The arithmetic of the programs written by hand: whole numbers, amounts in 1/10,000 and quantities and prices in 1/1,000,000, as both
//! engines keep them. Amounts round to 0.01, halves up.

use chrono::{DateTime, NaiveDate, Utc};
use crm_core::{num::Decimal, sales::LineItem};
use serde_json::{Value as Json, json};
use uuid::Uuid;

pub(crate) const TAX_CODE: &str = "S";
/// Why lines have their price: the caller named it.
pub(crate) const PRICE_SOURCE: &str = r#"{"kind":"given"}"#;

/// A pool of stock as it was read.
#[derive(Clone, Copy)]
pub(crate) struct Pool {
    pub(crate) quantity: i64,
    pub(crate) value: i64,
    pub(crate) movements: i64,
}

/// A line with its figures.
pub(crate) struct Line {
    pub(crate) product: Uuid,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) quantity: i64,
    pub(crate) price: i64,
    pub(crate) net: i64,
    pub(crate) cost: i64,
    /// Cost of a unit of what is left.
    pub(crate) reference: i64,
    /// Number of the movement among those of the product.
    pub(crate) sequence: i64,
}

impl Line {
    pub(crate) fn new(asked: &LineItem, (code, name): (String, String), pool: Pool) -> Self {
        let (quantity, price) =
            (whole(asked.quantity.decimal(), 6), whole(asked.unit_price.map(crm_core::num::UnitPrice::amount).unwrap_or_default(), 6));
        assert!(0 < quantity && quantity < pool.quantity, "there is stock");
        let net = divide(i128::from(price) * i128::from(quantity), 10_i128.pow(10)) * 100;
        let cost = divide(i128::from(pool.value) * i128::from(quantity), i128::from(pool.quantity) * 100) * 100;
        let reference = divide(i128::from(pool.value - cost) * 100_000_000, i128::from(pool.quantity - quantity));
        Self { product: asked.product_id.0, code, name, quantity, price, net, cost, reference, sequence: pool.movements + 1 }
    }
}

/// What a document comes to.
#[derive(Clone, Copy)]
pub(crate) struct Sums {
    pub(crate) net: i64,
    pub(crate) tax: i64,
    pub(crate) cost: i64,
    lines: usize,
}

impl Sums {
    /// Of lines that have the same tax, at a rate in 1/10,000.
    fn of(lines: &[Line], rate: i64) -> Self {
        let net: i64 = lines.iter().map(|l| l.net).sum();
        let tax = divide(i128::from(net) * i128::from(rate), 100 * 1_000_000) * 100;
        Self { net, tax, cost: lines.iter().map(|l| l.cost).sum(), lines: lines.len() }
    }

    pub(crate) fn gross(&self) -> i64 {
        self.net + self.tax
    }

    pub(crate) fn profit(&self) -> i64 {
        self.net - self.cost
    }

    /// The share of a line, counted from 1, in the tax: all lines have the same net here, so the first ones take the cents that are left over.
    pub(crate) fn share(&self, line: i64) -> i64 {
        let (hundredths, lines) = (self.tax / 100, i64::try_from(self.lines).unwrap());
        (hundredths / lines + i64::from(line <= hundredths % lines)) * 100
    }
}

/// A customer as documents need it.
pub(crate) struct Buyer {
    pub(crate) id: Uuid,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) days: i64,
    pub(crate) owner: Option<Uuid>,
}

/// The head of a document.
pub(crate) struct Head {
    pub(crate) id: Uuid,
    pub(crate) day: NaiveDate,
    pub(crate) at: DateTime<Utc>,
    pub(crate) operator: Uuid,
    pub(crate) buyer: Buyer,
    /// In 1/10,000 percent.
    pub(crate) rate: i64,
    pub(crate) sums: Sums,
}

impl Head {
    pub(crate) fn new(id: Uuid, day: NaiveDate, operator: Uuid, buyer: Buyer, rate: i64, lines: &[Line]) -> Self {
        Self { id, day, at: Utc::now(), operator, buyer, rate, sums: Sums::of(lines, rate) }
    }

    pub(crate) fn due_day(&self) -> NaiveDate {
        self.day + chrono::Days::new(self.buyer.days.unsigned_abs())
    }

    pub(crate) fn issuer() -> Json {
        json!({"name": "Bench"})
    }

    pub(crate) fn buyer(&self) -> Json {
        json!({"code": self.buyer.code, "name": self.buyer.name})
    }

    /// The taxes of the document, as it keeps them.
    pub(crate) fn taxes(&self) -> Json {
        let money = |amount: i64| json!({"amount": text(amount), "currency": "EUR"});
        let (base, tax) = (money(self.sums.net), money(self.sums.tax));
        json!([{"base": base, "category": "S", "code": TAX_CODE, "name": "VAT", "rate": text(self.rate), "tax": tax}])
    }

    /// What the audit keeps: the fields that every kind of document has, and those of its own.
    pub(crate) fn audited(&self, own: Json) -> Json {
        let (sums, net) = (&self.sums, text(self.sums.net));
        let mut fields = json!({"day": self.day.to_string(), "posted_at": self.at.to_rfc3339(), "operator_id": self.operator.to_string(),
            "customer_id": self.buyer.id.to_string(), "customer_code": self.buyer.code, "customer_name": self.buyer.name,
            "salesperson_id": self.buyer.owner.map(|id| id.to_string()), "reference": null, "issuer": Self::issuer(), "buyer": self.buyer(),
            "tax_method": "per_rate", "rounding": "half_up", "prices_include_tax": false, "taxes": self.taxes(), "allowance_charges": [],
            "currency": "EUR", "lines_net": net, "net": net, "tax": text(sums.tax), "gross": text(sums.gross())});
        if let (Json::Object(fields), Json::Object(own)) = (&mut fields, own) {
            fields.extend(own);
        }
        fields
    }

    /// The audit of a delivery.
    pub(crate) fn audited_delivery(&self, warehouse: Uuid) -> Json {
        let sums = &self.sums;
        self.audited(json!({"kind": "delivery", "series": "delivery-2026", "warehouse_id": warehouse.to_string(), "order_id": null,
            "reverses_id": null, "reason": null, "payable_rounding": "0", "payable": text(sums.gross()), "cost": text(sums.cost),
            "profit": text(sums.profit())}))
    }

    /// The audit of an order.
    pub(crate) fn audited_order(&self) -> Json {
        let sums = &self.sums;
        self.audited(json!({"series": "order-2026", "quote_id": null, "quote_revision_id": null, "warehouse_id": null, "requested_day": null,
            "state": "open", "closed_at": null, "close_reason": null, "expected_cost": text(sums.cost), "expected_profit": text(sums.profit())}))
    }

    /// The audit of a revision, and of its quote.
    pub(crate) fn audited_quote(&self, quote: Uuid, until: NaiveDate) -> (Json, Json) {
        let (sums, until) = (&self.sums, until.to_string());
        let revision = self.audited(json!({"quote_id": quote.to_string(), "revision": 1, "valid_until": until, "expected_cost": text(sums.cost),
            "expected_profit": text(sums.profit())}));
        let quote = json!({"series": "quote-2026", "customer_id": self.buyer.id.to_string(), "salesperson_id": self.buyer.owner.map(|id| id.to_string()),
            "day": self.day.to_string(), "revision": 1, "valid_until": until, "currency": "EUR", "net": text(sums.net), "outcome": "open",
            "decided_at": null, "reason": null});
        (revision, quote)
    }
}

/// The audit of a payment.
pub(crate) fn audited_payment(payment: &crm_core::receivables::NewPayment, at: DateTime<Utc>, operator: Uuid) -> Json {
    json!({"series": "payment-2026", "day": payment.day.to_string(), "posted_at": at.to_rfc3339(), "operator_id": operator.to_string(),
        "customer_id": payment.customer_id.to_string(), "order_id": null, "method": null, "reference": null, "currency": "EUR",
        "amount": text(whole(payment.amount.amount(), 4))})
}

/// Which part of an amount each receivable gets, those that are open first coming first.
pub(crate) fn shares<T>(amount: i64, receivables: impl IntoIterator<Item = (T, i64)>) -> Vec<(T, i64)> {
    let mut left = amount;
    let share = |(item, open): (T, i64)| {
        let share = open.min(left);
        left -= share;
        (share > 0).then_some((item, share))
    };
    receivables.into_iter().map_while(share).collect()
}

/// A decimal as a whole number of its smallest parts.
pub(crate) fn whole(decimal: Decimal, scale: u32) -> i64 {
    let mut decimal = decimal;
    decimal.rescale(scale);
    i64::try_from(decimal.mantissa()).unwrap()
}

/// An amount or rate as JSON holds it.
pub(crate) fn text(amount: i64) -> String {
    Decimal::new(amount, 4).normalize().to_string()
}

/// Rounds the quotient of two positive numbers, halves up.
fn divide(dividend: i128, divisor: i128) -> i64 {
    i64::try_from((dividend * 2 + divisor) / (divisor * 2)).unwrap()
}
