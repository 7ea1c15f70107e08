//! Deliveries, returns and credit notes, as issued. A return or credit carries negative quantities and amounts, so that sums are right as they are.

use super::{head::head_entity, line::line_entity};
use crate::{
    entity::{Entity, Mask, Masked},
    ids::{ProductId, SalesDocumentId, SalesLineId, SalesOrderId, SalesOrderLineId, WarehouseId},
    num::{Currency, Decimal, Money, Quantity},
    query::{Filter, Predicate},
    text_enum,
};
use serde::{Deserialize, Serialize};

text_enum! {
    /// What a sales document is.
    SalesKind {
        /// Goods and services to a customer, and a receivable.
        Delivery = "delivery",
        /// Goods back from a customer, and a credit.
        Return = "return",
        /// A credit without goods: a price that was too high, damage, a bonus.
        CreditNote = "credit_note",
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

impl SalesKind {
    /// Whether its amounts are in the customer's favour, and so negative.
    pub fn is_credit(self) -> bool {
        self != Self::Delivery
    }
}

head_entity! {
    /// A delivery, a customer return or a credit note.
    SalesDocument "sales_document" {
        id: SalesDocumentId,
        kind: Document,
        unique: [["series", "sequence"]],
        indexes: [["customer_id", "day", "id"]],
        fields: {
            /// What it is.
            kind: SalesKind,
            /// Number, such as `DN-2010-000001`.
            number: String,
            /// Series of the number.
            series: String,
            /// Place in the series, from 1, without gaps.
            sequence: i64,
            /// The warehouse.
            warehouse_id: Option<WarehouseId>,
            /// The order that is delivered.
            order_id: Option<SalesOrderId>,
            /// The document that this one takes back as a whole, as if it had not been.
            reverses_id: Option<SalesDocumentId>,
            /// Why, on a credit note or a reversal.
            reason: Option<String>,
            /// Rounding of the amount to pay; not taxed (BT-114).
            payable_rounding: Money,
            /// What is to be paid: gross and rounding (BT-115, before prepayments).
            payable: Money,
            /// Cost of the goods.
            cost: Masked<Money> => [masked(Mask::Cost)],
            /// Net less cost.
            profit: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

line_entity! {
    /// A line of a delivery, return or credit note.
    SalesLine "sales_line" {
        id: SalesLineId,
        kind: Ledger,
        of: /// The document.
            document_id: SalesDocumentId,
        indexes: [["customer_id", "product_id", "day", "id"]],
        fields: {
            /// The lot or serial, where the product is tracked by it.
            lot: Option<String>,
            /// Where the cost comes from.
            cost_source: CostSource,
            /// Why it was set.
            cost_reason: Option<String> => [masked(Mask::Cost)],
            /// What a kit was delivered as: its components, each with quantity and cost.
            components: Option<Vec<crate::documents::KitPart>> => [masked(Mask::Cost)],
            /// Cost of the goods when it was posted; nothing for a service. Its corrections are rows of their own.
            cost: Masked<Money> => [masked(Mask::Cost)],
            /// Revenue less cost.
            profit: Masked<Money> => [masked(Mask::Cost)],
            /// The delivered line that comes back with this one.
            returned_line_id: Option<SalesLineId>,
            /// The delivered line of which this one credits a part, while its goods stay.
            credited_line_id: Option<SalesLineId>,
            /// The line of the order that is delivered with this one.
            order_line_id: Option<SalesOrderLineId>,
            /// On a return, what of the line's share in the delivery is not given back: a lower price, or charges of the delivery. As the price is
            /// said: with tax where it includes it.
            withheld: Money,
        }
    }
}

impl SalesLine {
    /// Lines that say what a customer buys, and for how much: sold, not given away, and not the undoing of what came back or was credited.
    pub(crate) fn sold() -> Filter {
        let nothing = || Money::zero(Currency::EUR);
        let is_paid = Self::quantity().gt(0).and(Self::net().gt(nothing())).and(Self::revenue().gt(nothing()));
        is_paid.and(Self::returned_line_id().is_empty()).and(Self::credited_line_id().is_empty())
    }

    /// That the document of a line still stands: no other takes it back as a whole.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn stands() -> crate::Result<Predicate> {
        Predicate::none_refers::<SalesDocument>(Self::decl(), "document_id", "reverses_id")
    }
}

impl SalesDocument {
    /// Deliveries of something that was sold: neither given away, nor the undoing of what came back or was credited.
    pub(crate) fn sold() -> Filter {
        Self::kind().eq(SalesKind::Delivery).and(Self::reverses_id().is_empty()).and(Self::net().gt(Money::zero(Currency::EUR)))
    }

    /// That a document still stands: no other takes it back as a whole.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn stands() -> crate::Result<Predicate> {
        Predicate::none_refers::<Self>(Self::decl(), "id", "reverses_id")
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

/// A component of a delivered kit, as its line keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KitPart {
    /// The component.
    pub product_id: ProductId,
    /// How much of it left.
    pub quantity: Quantity,
    /// What it cost.
    pub cost: Money,
    /// The lot or serial, where it is tracked by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<String>,
}
