//! Deliveries, returns and credit notes as issued. Returns and credit notes have negative quantities and amounts, so that sums need no case
//! distinction.

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
    /// The kind of a sales document.
    SalesKind {
        /// Goods and services to a customer, with a receivable.
        Delivery = "delivery",
        /// Goods returned by a customer, with a credit.
        Return = "return",
        /// A credit without goods: an overcharge, damage, a bonus.
        CreditNote = "credit_note",
    }
}

text_enum! {
    /// Where the cost of a line comes from.
    CostSource {
        /// From the product's costing method; zero for a service.
        Method = "method",
        /// Set by an operator, with a reason.
        Override = "override",
        /// Drop shipment: delivered from a supplier directly to the customer, without passing through stock.
        Direct = "direct",
    }
}

impl SalesKind {
    /// Whether its amounts are in the customer's favour and so negative.
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
            /// Kind of document.
            kind: SalesKind,
            /// Number, such as `DN-2010-000001`.
            number: String,
            /// Number series.
            series: String,
            /// Sequence number in the series, from 1, without gaps.
            sequence: i64,
            /// The warehouse.
            warehouse_id: Option<WarehouseId>,
            /// The delivered order.
            order_id: Option<SalesOrderId>,
            /// The document that this one reverses entirely.
            reverses_id: Option<SalesDocumentId>,
            /// Reason for a credit note or reversal.
            reason: Option<String>,
            /// Rounding of the payable amount; untaxed (BT-114).
            payable_rounding: Money,
            /// Payable amount: gross and rounding (BT-115, before prepayments).
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
            /// Lot or serial number of a tracked product.
            lot: Option<String>,
            /// Where the cost comes from.
            cost_source: CostSource,
            /// Reason for a cost override.
            cost_reason: Option<String> => [masked(Mask::Cost)],
            /// Delivered components of a kit, each with quantity and cost.
            components: Option<Vec<crate::documents::KitPart>> => [masked(Mask::Cost)],
            /// Cost of the goods at posting; zero for a service; corrections are separate rows.
            cost: Masked<Money> => [masked(Mask::Cost)],
            /// Revenue less cost.
            profit: Masked<Money> => [masked(Mask::Cost)],
            /// The delivered line that this line returns.
            returned_line_id: Option<SalesLineId>,
            /// The delivered line that this line credits in part without returning goods.
            credited_line_id: Option<SalesLineId>,
            /// The order line that this line delivers.
            order_line_id: Option<SalesOrderLineId>,
            /// On a return, the part of the delivered line's amount that is not credited: a lower price, or charges of the delivery. Includes tax if
            /// the price does.
            withheld: Money,
        }
    }
}

impl SalesLine {
    /// The filter for lines of actual sales: with a price, and not reversals of returns or credit notes.
    pub(crate) fn sold() -> Filter {
        let nothing = || Money::zero(Currency::EUR);
        let is_paid = Self::quantity().gt(0).and(Self::net().gt(nothing())).and(Self::revenue().gt(nothing()));
        is_paid.and(Self::returned_line_id().is_empty()).and(Self::credited_line_id().is_empty())
    }

    /// The condition that a line's document has not been reversed.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn stands() -> crate::Result<Predicate> {
        Predicate::none_refers::<SalesDocument>(Self::decl(), "document_id", "reverses_id")
    }
}

impl SalesDocument {
    /// The filter for actual sales deliveries: neither free of charge nor reversals of returns or credit notes.
    pub(crate) fn sold() -> Filter {
        Self::kind().eq(SalesKind::Delivery).and(Self::reverses_id().is_empty()).and(Self::net().gt(Money::zero(Currency::EUR)))
    }

    /// The condition that a document has not been reversed.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn stands() -> crate::Result<Predicate> {
        Predicate::none_refers::<Self>(Self::decl(), "id", "reverses_id")
    }
}

/// Profit as a fraction of net revenue; none unless the net revenue is positive. Groups divide their sums rather than average margins.
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

/// A component of a delivered kit, as stored with its line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KitPart {
    /// The component.
    pub product_id: ProductId,
    /// Quantity delivered.
    pub quantity: Quantity,
    /// Cost.
    pub cost: Money,
    /// Lot or serial number, if tracked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<String>,
}
