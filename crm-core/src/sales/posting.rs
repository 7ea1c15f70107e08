//! What a posting is planned from: what it says about itself, and its lines.

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

/// What a posting says about itself.
pub(super) struct Posting<'a> {
    pub(super) kind: SalesKind,
    pub(super) terms: DocumentTerms<'a>,
    pub(super) reference: Option<&'a String>,
    /// Where goods move; a credit note moves none.
    pub(super) warehouse_id: Option<WarehouseId>,
    pub(super) due_day: Option<Day>,
    /// Instalments that came with the document; none: by the customer's terms.
    pub(super) instalments: &'a [Instalment],
    pub(super) order_id: Option<SalesOrderId>,
    pub(super) reverses_id: Option<SalesDocumentId>,
    pub(super) reason: Option<String>,
    pub(super) payable_rounding: PayableRounding,
    pub(super) allowance_charges: &'a [AllowanceCharge],
    /// The components of kits among the products.
    pub(super) kits: &'a [Stored<KitComponent>],
}

/// A line of a posting: how it is priced, what its goods do, and what it belongs to. Quantities and amounts are positive, whichever way they go.
pub(super) struct Draft<'a> {
    pub(super) item: Item<'a>,
    pub(super) flow: Flow,
    pub(super) lot: Option<String>,
    /// The lots of a kit's components, where it leaves.
    pub(super) component_lots: Vec<ComponentLot>,
    pub(super) cost: LineCost,
    /// Components of a kit that come back or go out again, where that is what they do.
    pub(super) kit: Option<Vec<KitPart>>,
    /// What of its share in a delivered line is not given back.
    pub(super) withheld: Option<Money>,
    pub(super) links: Links,
}

impl<'a> Draft<'a> {
    /// A line of which nothing special is to be said.
    pub(super) fn new(item: Item<'a>, flow: Flow, links: Links) -> Self {
        Self { item, flow, lot: None, component_lots: Vec::new(), cost: LineCost::ByMethod, kit: None, withheld: None, links }
    }
}

/// What the goods of a line do, if it is a stocked product.
#[derive(Clone, Copy)]
pub(super) enum Flow {
    /// Nothing moves.
    Stay,
    /// They go to the customer.
    Leave,
    /// They come back at the cost at which they left.
    ComeBack(Money),
    /// They come back, and nobody knows at which cost they left.
    ReturnAtCurrentCost,
    /// They go out again at the cost at which they came back.
    LeaveAgain(Money),
    /// They never touched stock, and do not now: the line has this cost.
    NonStock(Money),
}

/// Which earlier lines a line belongs to.
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
