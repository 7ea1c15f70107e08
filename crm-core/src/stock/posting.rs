//! What is posted to the ledger of stock: which goods, how they move, what the movement belongs to, and what came of it.

use super::{ComponentLot, CostBasis, MovementKind, VarianceKind};
use crate::{
    costing::{CostBook, CostContext, Costed, CostingStrategy, Issue, SalesSource},
    error::Result,
    ids::{CustomerId, ProductId, SalesDocumentId, SalesLineId, StockDocumentId, WarehouseId},
    num::{Money, Quantity, UnitPrice},
    time::Day,
};
use std::collections::BTreeSet;

/// The products of a posting, and the lots that its lines name.
#[derive(Debug, Clone, Default)]
pub struct Goods {
    /// The products.
    pub products: BTreeSet<ProductId>,
    /// The lots.
    pub lots: BTreeSet<String>,
    /// Whether all layers of the products are needed, whatever their warehouses and methods say.
    pub is_whole: bool,
    /// The day that they move on; none where nothing moves.
    pub day: Option<Day>,
    /// Whether some may leave, so that the stock of later days counts.
    pub may_leave: bool,
    /// Whether some come back from a customer, so that it counts who has a piece.
    pub come_back: bool,
    /// Whether quantities were entered in other units than the base unit.
    pub has_units: bool,
}

impl Goods {
    /// Goods that move on a day.
    #[must_use]
    pub fn on(self, day: Day) -> Self {
        Self { day: Some(day), ..self }
    }

    /// With the lots of components.
    #[must_use]
    pub(crate) fn with_lots<'l>(mut self, lots: impl Iterator<Item = &'l ComponentLot>) -> Self {
        self.lots.extend(lots.map(|of| of.lot.clone()));
        self
    }

    /// Goods that come back from a customer on a day.
    #[must_use]
    pub fn coming_back(self, day: Day) -> Self {
        Self { come_back: true, ..self.on(day) }
    }

    /// Goods of which some may leave on a day.
    #[must_use]
    pub fn leaving(self, day: Day) -> Self {
        Self { may_leave: true, ..self.on(day) }
    }
}

impl<'l> FromIterator<(ProductId, Option<&'l str>)> for Goods {
    fn from_iter<I: IntoIterator<Item = (ProductId, Option<&'l str>)>>(lines: I) -> Self {
        let mut goods = Self::default();
        for (product, lot) in lines {
            goods.products.insert(product);
            goods.lots.extend(lot.map(str::to_owned));
        }
        goods
    }
}

/// What a movement belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// Why.
    pub kind: MovementKind,
    /// The warehouse; none where only values change.
    pub warehouse_id: Option<WarehouseId>,
    /// Document date.
    pub day: Day,
    /// The stock document, if it comes by one.
    pub stock_document_id: Option<StockDocumentId>,
    /// The delivery or return, if it comes by one.
    pub sales_document_id: Option<SalesDocumentId>,
    /// Its customer.
    pub customer_id: Option<CustomerId>,
    /// The stock document that it corrects or undoes.
    pub corrects_id: Option<StockDocumentId>,
}

impl Origin {
    /// By a stock document.
    pub fn stock(kind: MovementKind, id: StockDocumentId, day: Day, warehouse_id: Option<WarehouseId>) -> Self {
        Self { kind, warehouse_id, day, stock_document_id: Some(id), sales_document_id: None, customer_id: None, corrects_id: None }
    }

    /// By a delivery or return.
    pub fn sales(kind: MovementKind, (id, customer_id): (SalesDocumentId, CustomerId), day: Day, warehouse_id: WarehouseId) -> Self {
        let (warehouse_id, sales_document_id, customer_id) = (Some(warehouse_id), Some(id), Some(customer_id));
        Self { kind, warehouse_id, day, stock_document_id: None, sales_document_id, customer_id, corrects_id: None }
    }
}

/// How goods come in or go out.
#[derive(Debug, Clone, Copy)]
pub enum Moved {
    /// In, at a value.
    ReceivedAt(Money),
    /// Back in, at the cost at which they left; with the delivered line, where it is known.
    BackAt(Money, Option<SalesLineId>),
    /// In, without a cost of their own.
    Found,
    /// Out.
    Issued,
    /// Out, at a cost that somebody set; what the goods were worth besides is a variance.
    IssuedAt(Money),
    /// Out, against an amount that is credited for them.
    SentBack(Money),
    /// Out, at the value with which a movement brought them in.
    Withdrawn(Money, i64),
    /// In, at the value with which a movement took them out; the document is charged with an amount of its own.
    Restored {
        /// The value.
        value: Money,
        /// The amount.
        amount: Money,
        /// The movement.
        sequence: i64,
    },
}

impl Moved {
    /// Whether goods go out.
    pub fn is_out(self) -> bool {
        matches!(self, Self::Issued | Self::IssuedAt(_) | Self::SentBack(_) | Self::Withdrawn(..))
    }

    pub(super) fn basis(self) -> CostBasis {
        match self {
            Self::ReceivedAt(_) => CostBasis::Given,
            Self::BackAt(..) => CostBasis::Back,
            Self::Found => CostBasis::Found,
            Self::Issued => CostBasis::Issued,
            Self::IssuedAt(_) => CostBasis::Overridden,
            Self::SentBack(_) => CostBasis::SentBack,
            Self::Withdrawn(..) => CostBasis::Withdrawn,
            Self::Restored { .. } => CostBasis::Restored,
        }
    }

    pub(super) fn for_sequence(self) -> Option<i64> {
        match self {
            Self::Withdrawn(_, sequence) | Self::Restored { sequence, .. } => Some(sequence),
            _ => None,
        }
    }

    /// What the document is charged with; negative where it is credited.
    pub(crate) fn amount(self, costed: &Costed) -> Money {
        match self {
            Self::ReceivedAt(value) | Self::BackAt(value, _) | Self::Restored { amount: value, .. } => value,
            Self::Found => costed.cost,
            Self::Issued => costed.cost.negated(),
            Self::IssuedAt(value) | Self::SentBack(value) | Self::Withdrawn(value, _) => value.negated(),
        }
    }

    /// Applies it to a book.
    pub(crate) fn apply(
        self,
        book: &mut CostBook,
        by: &dyn CostingStrategy,
        quantity: Quantity,
        sales: Option<SalesSource>,
        context: &CostContext,
    ) -> Result<Costed> {
        match self {
            Self::ReceivedAt(value) => book.receive(by, quantity, value, context),
            Self::BackAt(value, line) => book.bring_back(by, quantity, value, |o| o.sales.is_some_and(|s| Some(s.line_id) == line), context),
            Self::Restored { value, sequence, .. } => book.bring_back(by, quantity, value, |o| o.sequence == sequence, context),
            Self::Found => book.find(by, quantity, context),
            Self::Issued | Self::IssuedAt(_) | Self::SentBack(_) => book.issue(by, &Issue { quantity, sales }, context),
            Self::Withdrawn(value, receipt) => book.withdraw(by, quantity, value, receipt, context),
        }
    }
}

/// One movement to be posted.
#[derive(Debug, Clone, Copy)]
pub struct Posting<'p> {
    /// The product.
    pub product_id: ProductId,
    /// How much, positive.
    pub quantity: Quantity,
    /// How it moves.
    pub moved: Moved,
    /// The lot or serial.
    pub lot: Option<&'p str>,
    /// The day from which the lot is no longer good, where it comes in.
    pub expires_on: Option<Day>,
    /// Line of the document, from 1.
    pub line: i64,
    /// The line that goods are sold with, and who it counts for.
    pub sales: Option<SalesSource>,
    /// Cost per unit that the document says.
    pub unit_cost: Option<UnitPrice>,
    /// For how many units that cost is, where not for one.
    pub price_quantity: Option<Quantity>,
    /// The quantity as it was entered in another unit, and that unit: where it does not come out even, stock moves so that roundings never add up.
    pub entered: Option<(Quantity, &'p str)>,
    /// The place of the movement that this one corrects.
    pub for_sequence: Option<i64>,
}

impl<'p> Posting<'p> {
    /// A movement without a lot.
    pub fn new(product_id: ProductId, quantity: Quantity, moved: Moved, line: i64) -> Self {
        Self {
            product_id,
            quantity,
            moved,
            lot: None,
            expires_on: None,
            line,
            sales: None,
            unit_cost: None,
            price_quantity: None,
            entered: None,
            for_sequence: None,
        }
    }

    /// Of a lot.
    #[must_use]
    pub fn lot(self, lot: Option<&'p str>) -> Self {
        Self { lot, ..self }
    }
}

/// What a movement did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    /// What the goods cost or were worth, as the document says it; never negative.
    pub cost: Money,
    /// What the document is charged with; negative where it is credited.
    pub amount: Money,
    /// By how much the value of stock changed.
    pub value: Money,
}

/// What a difference between amount and value is called, by what was posted.
pub(super) fn variance_kind(kind: MovementKind) -> VarianceKind {
    match kind {
        MovementKind::SupplierReturn => VarianceKind::SupplierReturn,
        MovementKind::Return | MovementKind::Delivery => VarianceKind::Return,
        MovementKind::Reversal => VarianceKind::Reversal,
        MovementKind::LateCost | MovementKind::PriceCorrection => VarianceKind::LateCost,
        MovementKind::Revaluation | MovementKind::MethodChange => VarianceKind::Revaluation,
        MovementKind::Recost => VarianceKind::Recost,
        _ => VarianceKind::Purchase,
    }
}
