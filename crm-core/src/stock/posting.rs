//! What is posted to the stock ledger: the goods, their movement, its origin, and the result.

use super::{ComponentLot, CostBasis, MovementKind, VarianceKind};
use crate::{
    costing::{CostBook, CostContext, Costed, CostingStrategy, Issue, SalesSource},
    error::Result,
    ids::{CustomerId, ProductId, SalesDocumentId, SalesLineId, StockDocumentId, WarehouseId},
    num::{Money, Quantity, UnitPrice},
    time::Day,
};
use std::collections::BTreeSet;

/// The products of a posting, and the lots named by its lines.
#[derive(Debug, Clone, Default)]
pub struct Goods {
    /// The products.
    pub products: BTreeSet<ProductId>,
    /// The lots.
    pub lots: BTreeSet<String>,
    /// Whether all layers of the products are needed, regardless of warehouses and costing methods.
    pub is_whole: bool,
    /// Day of the movement; none if nothing moves.
    pub day: Option<Day>,
    /// Whether goods may leave, so that the stock of later days matters.
    pub may_leave: bool,
    /// Whether goods are returned by a customer, so that the current holder of a piece matters.
    pub come_back: bool,
    /// Whether quantities were entered in units other than the base unit.
    pub has_units: bool,
}

impl Goods {
    /// Goods that move on a day.
    #[must_use]
    pub fn on(self, day: Day) -> Self {
        Self { day: Some(day), ..self }
    }

    /// Adds the lots of components.
    #[must_use]
    pub(crate) fn with_lots<'l>(mut self, lots: impl Iterator<Item = &'l ComponentLot>) -> Self {
        self.lots.extend(lots.map(|of| of.lot.clone()));
        self
    }

    /// Goods returned by a customer on a day.
    #[must_use]
    pub fn coming_back(self, day: Day) -> Self {
        Self { come_back: true, ..self.on(day) }
    }

    /// Goods that may leave on a day.
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

/// The origin of a movement.
#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// Kind of movement.
    pub kind: MovementKind,
    /// The warehouse; none if only values change.
    pub warehouse_id: Option<WarehouseId>,
    /// Document date.
    pub day: Day,
    /// The stock document, if caused by one.
    pub stock_document_id: Option<StockDocumentId>,
    /// The delivery or return, if caused by one.
    pub sales_document_id: Option<SalesDocumentId>,
    /// The customer of the delivery or return.
    pub customer_id: Option<CustomerId>,
    /// The stock document that it corrects or reverses.
    pub corrects_id: Option<StockDocumentId>,
}

impl Origin {
    /// A movement caused by a stock document.
    pub fn stock(kind: MovementKind, id: StockDocumentId, day: Day, warehouse_id: Option<WarehouseId>) -> Self {
        Self { kind, warehouse_id, day, stock_document_id: Some(id), sales_document_id: None, customer_id: None, corrects_id: None }
    }

    /// A movement caused by a delivery or return.
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
    /// Back in, at the cost of their delivery; with the delivered line, if known.
    BackAt(Money, Option<SalesLineId>),
    /// In, without a cost of their own.
    Found,
    /// Out.
    Issued,
    /// Out, at a cost set by an operator; the difference to the value of the goods is a variance.
    IssuedAt(Money),
    /// Out, against a credited amount.
    SentBack(Money),
    /// Out, at the value at which a movement brought them in.
    Withdrawn(Money, i64),
    /// In, at the value at which a movement took them out; the amount charged to the document may differ.
    Restored {
        /// The value.
        value: Money,
        /// The amount.
        amount: Money,
        /// Sequence of the movement.
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

    /// The amount charged to the document; negative if credited.
    pub(crate) fn amount(self, costed: &Costed) -> Money {
        match self {
            Self::ReceivedAt(value) | Self::BackAt(value, _) | Self::Restored { amount: value, .. } => value,
            Self::Found => costed.cost,
            Self::Issued => costed.cost.negated(),
            Self::IssuedAt(value) | Self::SentBack(value) | Self::Withdrawn(value, _) => value.negated(),
        }
    }

    /// Applies the movement to a cost book.
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

/// A movement to be posted.
#[derive(Debug, Clone, Copy)]
pub struct Posting<'p> {
    /// The product.
    pub product_id: ProductId,
    /// Quantity, positive.
    pub quantity: Quantity,
    /// How it moves.
    pub moved: Moved,
    /// Lot or serial number.
    pub lot: Option<&'p str>,
    /// Day from which the lot is expired, if it comes in.
    pub expires_on: Option<Day>,
    /// Line of the document, from 1.
    pub line: i64,
    /// The line that goods are sold on, with its customer and salesperson.
    pub sales: Option<SalesSource>,
    /// Cost per unit given on the document.
    pub unit_cost: Option<UnitPrice>,
    /// Number of units that this cost is for, if other than one.
    pub price_quantity: Option<Quantity>,
    /// Quantity and unit as entered, if other than the base unit: if it does not convert exactly, stock moves so that roundings never accumulate.
    pub entered: Option<(Quantity, &'p str)>,
    /// Sequence of the movement that this one corrects.
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

    /// Sets the lot.
    #[must_use]
    pub fn lot(self, lot: Option<&'p str>) -> Self {
        Self { lot, ..self }
    }
}

/// The result of a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    /// Cost or worth of the goods, as shown on the document; never negative.
    pub cost: Money,
    /// Amount charged to the document; negative if credited.
    pub amount: Money,
    /// Change in the value of stock.
    pub value: Money,
}

/// The kind of variance for a difference between amount and value, by kind of movement.
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
