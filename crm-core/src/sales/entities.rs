//! Deliveries and returns, as issued. A return carries negative quantities and amounts, so that sums are right as they are.

use crate::{
    entity,
    entity::{Kind, Mask, Masked, Reach},
    ids::{CustomerId, OperatorId, ProductId, SalesDocumentId, SalesLineId, WarehouseId},
    num::{Currency, Decimal, Money, Quantity, Rate, RoundingMode, UnitPrice},
    tax::TaxMethod,
    text_enum,
    time::{Day, Instant},
};
use serde_json::Value as Json;

text_enum! {
    /// What a sales document is.
    SalesKind {
        /// Goods and services to a customer, and a receivable.
        Delivery = "delivery",
        /// Goods back from a customer, and a credit.
        Return = "return",
    }
}

text_enum! {
    /// Where the cost of a line comes from.
    CostSource {
        /// From the product's costing method; nothing for a service.
        Method = "method",
        /// Somebody set it, with a reason.
        Override = "override",
        /// The goods went from a supplier to the customer, and never touched stock.
        Direct = "direct",
    }
}

entity! {
    /// A delivery or a customer return.
    SalesDocument "sales_document" {
        id: SalesDocumentId,
        kind: Kind::Document,
        reach: Reach::ThroughCustomer,
        unique: [["series", "sequence"]],
        fields: {
            /// What it is.
            kind: SalesKind,
            /// Number, such as `DN-2010-000001`.
            number: String,
            /// Series of the number.
            series: String,
            /// Place in the series, from 1, without gaps.
            sequence: i64,
            /// Document date.
            day: Day,
            /// When it was posted.
            posted_at: Instant,
            /// Who posted it.
            operator_id: OperatorId,
            /// The customer.
            customer_id: CustomerId => [refers("customer")],
            /// The customer's number then.
            customer_code: String,
            /// The customer's name then.
            customer_name: String,
            /// Who answered for the customer then: sales are counted for him, whatever changes later.
            salesperson_id: Option<OperatorId> => [refers("operator")],
            /// The warehouse.
            warehouse_id: WarehouseId => [refers("warehouse")],
            /// The other side's number, or a note.
            reference: Option<String>,
            /// Where tax was rounded.
            tax_method: TaxMethod,
            /// What happened to a half.
            rounding: RoundingMode,
            /// Whether prices included tax.
            prices_include_tax: bool,
            /// Base and tax of each rate.
            taxes: Json,
            /// Currency of the amounts.
            currency: Currency,
            /// Net.
            net: Money,
            /// Tax.
            tax: Money,
            /// Net and tax.
            gross: Money,
            /// Cost of the goods.
            cost: Masked<Money> => [masked(Mask::Cost)],
            /// Net less cost.
            profit: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

entity! {
    /// A line of a delivery or return.
    SalesLine "sales_line" {
        id: SalesLineId,
        kind: Kind::Ledger,
        reach: Reach::ThroughCustomer,
        unique: [["document_id", "line"]],
        fields: {
            /// The document.
            document_id: SalesDocumentId => [refers("sales_document")],
            /// Line of the document, from 1.
            line: i64,
            /// The customer, as on the document.
            customer_id: CustomerId => [refers("customer")],
            /// Document date.
            day: Day,
            /// The product or service.
            product_id: ProductId => [refers("product")],
            /// Its code then.
            product_code: String,
            /// Its name then, or the line's own text.
            product_name: String,
            /// Delivered if positive, returned if negative.
            quantity: Quantity,
            /// Currency of the amounts.
            currency: Currency,
            /// Price per unit.
            unit_price: UnitPrice,
            /// Net.
            net: Money,
            /// Tax code.
            tax_code: String,
            /// Rate in percent.
            tax_rate: Rate,
            /// Share of the document's tax.
            tax: Money,
            /// The lot or serial, where the product is tracked by it.
            lot: Option<String>,
            /// Where the cost comes from.
            cost_source: CostSource,
            /// Why it was set.
            cost_reason: Option<String> => [masked(Mask::Cost)],
            /// Cost of the goods when it was posted; nothing for a service. Its corrections are rows of their own.
            cost: Masked<Money> => [masked(Mask::Cost)],
            /// Net less cost.
            profit: Masked<Money> => [masked(Mask::Cost)],
            /// The delivered line that comes back with this one.
            returned_line_id: Option<SalesLineId> => [refers("sales_line")],
        }
    }
}

/// Profit as a share of net revenue; none where the net revenue is not positive. Groups divide their sums, and never average margins.
///
/// ```
/// use crm_core::{num::{Currency, Money}, sales::margin};
/// let money = |text| Money::parse(text, Currency::EUR);
/// assert_eq!(margin(money("25")?, money("100")?)?.map(|m| m.to_string()), Some("0.25".to_owned()));
/// assert_eq!(margin(money("-3")?, money("0")?)?, None);
/// # Ok::<(), crm_core::Error>(())
/// ```
///
/// # Errors
/// `currency.mismatch`.
pub fn margin(profit: Money, net: Money) -> crate::Result<Option<Decimal>> {
    crate::num::same_currency(profit.currency(), net.currency())?;
    Ok(if net.is_positive() { profit.amount().checked_div(net.amount()) } else { None })
}
