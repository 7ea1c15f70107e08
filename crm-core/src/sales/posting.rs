//! The input of a plan: the posting itself, and its lines.

use super::{
    LineCost,
    head::{DocumentTerms, HeadFacts},
    lines::Item,
    payable::PayableRounding,
};
use crate::{
    documents::{AllowanceCharge, KitPart, SalesKind},
    entity::Stored,
    ids::{SalesDocumentId, SalesLineId, SalesOrderId, SalesOrderLineId, WarehouseId},
    num::Money,
    policy::{Instalment, TaxPolicy},
    products::KitComponent,
    stock::ComponentLot,
    time::Day,
};

/// A posting, apart from its lines.
pub(super) struct Posting<'a> {
    pub(super) kind: SalesKind,
    pub(super) terms: DocumentTerms<'a>,
    pub(super) reference: Option<&'a String>,
    /// The warehouse, if goods move; a credit note moves none.
    pub(super) warehouse_id: Option<WarehouseId>,
    pub(super) due_day: Option<Day>,
    /// Instalments given with the document; empty: by the customer's payment terms.
    pub(super) instalments: &'a [Instalment],
    pub(super) order_id: Option<SalesOrderId>,
    pub(super) reverses_id: Option<SalesDocumentId>,
    pub(super) reason: Option<String>,
    pub(super) payable_rounding: PayableRounding,
    pub(super) allowance_charges: &'a [AllowanceCharge],
    /// The components of kits among the products.
    pub(super) kits: &'a [Stored<KitComponent>],
}

/// A line of a posting: its price, the movement of its goods, and the earlier lines it is linked to. Quantities and amounts are positive, whichever
/// way goods move.
pub(super) struct Draft<'a> {
    pub(super) item: Item<'a>,
    pub(super) flow: Flow,
    pub(super) lot: Option<String>,
    /// The lots of a kit's components, on a delivery.
    pub(super) component_lots: Vec<ComponentLot>,
    pub(super) cost: LineCost,
    /// The components of a kit that are returned or go out again.
    pub(super) kit: Option<Vec<KitPart>>,
    /// The part of its share in the delivered line that is not credited.
    pub(super) withheld: Option<Money>,
    pub(super) links: Links,
}

impl<'a> Draft<'a> {
    /// A line with defaults for everything else.
    pub(super) fn new(item: Item<'a>, flow: Flow, links: Links) -> Self {
        Self { item, flow, lot: None, component_lots: Vec::new(), cost: LineCost::ByMethod, kit: None, withheld: None, links }
    }
}

/// The movement of a line's goods, if the product is stocked.
#[derive(Clone, Copy)]
pub(super) enum Flow {
    /// No movement.
    Stay,
    /// Delivered to the customer.
    Leave,
    /// Returned at the cost of their delivery.
    ComeBack(Money),
    /// Returned, with no known cost of delivery.
    ReturnAtCurrentCost,
    /// Going out again at the cost at which they were returned.
    LeaveAgain(Money),
    /// Not passing through stock, now or before: the line has this cost.
    NonStock(Money),
}

/// Links to earlier lines.
#[derive(Clone, Copy, Default)]
pub(super) struct Links {
    pub(super) returned_line_id: Option<SalesLineId>,
    pub(super) credited_line_id: Option<SalesLineId>,
    pub(super) order_line_id: Option<SalesOrderLineId>,
}

impl<'a> Posting<'a> {
    /// A document in the customer's favour.
    pub(super) fn back(kind: SalesKind, warehouse_id: Option<WarehouseId>, day: Day, facts: &'a HeadFacts, policy: TaxPolicy) -> Self {
        Self {
            kind,
            terms: DocumentTerms { facts, day, policy },
            reference: None,
            warehouse_id,
            due_day: None,
            instalments: &[],
            order_id: None,
            reverses_id: None,
            reason: None,
            payable_rounding: PayableRounding::None,
            allowance_charges: &[],
            kits: &[],
        }
    }
}
