//! The entities of stock: warehouses, documents, movements, and the state derived from them.

use crate::{
    entity,
    entity::{Mask, Masked},
    ids::{
        CostCorrectionId, CostVarianceId, CustomerId, MovementId, OperatorId, ProductId, SalesDocumentId, SalesLineId, StockDocumentId, WarehouseId,
    },
    num::{Currency, Money, Quantity, UnitPrice},
    records::MasterRecord,
    text_enum,
    time::{Day, Instant},
};

text_enum! {
    /// The kind of a stock movement.
    MovementKind {
        /// Opening balance.
        Opening = "opening",
        /// Receipt.
        Receipt = "receipt",
        /// Difference found in a count.
        Count = "count",
        /// Delivery to a customer.
        Delivery = "delivery",
        /// Return by a customer.
        Return = "return",
        /// Transfer from one warehouse to another.
        Transfer = "transfer",
        /// Return to a supplier.
        SupplierReturn = "supplier_return",
        /// Revaluation, by an amount or unit cost, or because a specified cost came into force.
        Revaluation = "revaluation",
        /// Late cost, such as freight, of goods received before.
        LateCost = "late_cost",
        /// Price correction of a receipt.
        PriceCorrection = "price_correction",
        /// Quantity correction of a receipt.
        QuantityCorrection = "quantity_correction",
        /// Reversal of an earlier document.
        Reversal = "reversal",
        /// Change of the costing method, carrying over the value.
        MethodChange = "method_change",
        /// Recalculation in the order of days.
        Recost = "recost",
    }
}

text_enum! {
    /// Where the value of a movement comes from; the starting point of recalculation.
    CostBasis {
        /// In, at the amount given on the document.
        Given = "given",
        /// In, at the current cost of the product.
        Found = "found",
        /// In, at the cost of the delivery it returns.
        Back = "back",
        /// Out, at the cost by the costing method.
        Issued = "issued",
        /// Out, at a cost set by an operator.
        Overridden = "overridden",
        /// Out, at the cost by the costing method, against an amount given on the document.
        SentBack = "sent_back",
        /// Out, at the value at which it came in.
        Withdrawn = "withdrawn",
        /// In, at the value at which it went out.
        Restored = "restored",
        /// An amount charged on an earlier receipt; no goods moved.
        Charged = "charged",
        /// Another value of what was on hand; no goods moved.
        Revalued = "revalued",
        /// Another unit cost of what was on hand; no goods moved.
        UnitCost = "unit_cost",
        /// Transfer between warehouses; no value moved.
        Moved = "moved",
        /// Change of the costing method; no goods moved.
        Method = "method",
        /// Derived from the other movements, by recalculation or because a specified cost came into force.
        Derived = "derived",
    }
}

text_enum! {
    /// Why stock is worth something other than what was paid or charged.
    VarianceKind {
        /// Purchase at a price other than the specified cost, or covering goods that no delivery took.
        Purchase = "purchase",
        /// A supplier's credit that differs from the cost of the goods.
        SupplierReturn = "supplier_return",
        /// The part of a late cost or corrected price for goods that have left.
        LateCost = "late_cost",
        /// Revaluation of stock.
        Revaluation = "revaluation",
        /// Reversal of a document whose value has left.
        Reversal = "reversal",
        /// A line with a cost set by an operator.
        Override = "override",
        /// Customer return that entered stock at another value.
        Return = "return",
        /// Result of recalculation that belongs to no delivery.
        Recost = "recost",
    }
}

entity! {
    /// A warehouse.
    Warehouse "warehouse" {
        id: WarehouseId,
        kind: Master,
        scope: Company,
        read: ProductsRead,
        write: ProductsWrite,
        unique: [["code"]],
        fields: {
            /// Code.
            code: String => [required(), text(crate::limits::MAX_CODE)],
            /// Name.
            name: String => [searchable(), required()],
            /// Whether new documents may use it.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
            /// Whether its stock may become negative; stock of tracked products never may.
            #[serde(default)]
            allows_negative: bool,
        }
    }
}

entity! {
    /// Quantity and value of a product in the whole company: the state of its costing. The average is derived, never stored.
    StockPool "stock_pool" {
        key: ["product_id"],
        kind: State,
        scope: Company,
        read: StockRead,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Currency of the value.
            currency: Currency,
            /// Quantity on hand in all warehouses.
            quantity: Quantity,
            /// Value of the quantity on hand.
            value: Masked<Money> => [masked(Mask::Cost)],
            /// The last cost per unit, kept when stock is empty.
            reference_cost: Option<UnitPrice> => [masked(Mask::Cost)],
            /// Day of the latest movement.
            last_day: Option<Day>,
            /// Number of movements so far.
            movements: i64,
        }
    }
}

entity! {
    /// Quantity of a product in one warehouse.
    StockBalance "stock_balance" {
        key: ["product_id", "warehouse_id"],
        kind: State,
        scope: Company,
        read: StockRead,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId,
            /// The warehouse.
            warehouse_id: WarehouseId,
            /// Quantity on hand.
            quantity: Quantity,
        }
    }
}

entity! {
    /// A lot of a product, or a single piece with a serial number: its quantity in the whole company.
    StockLot "stock_lot" {
        key: ["product_id", "lot"],
        kind: State,
        scope: Company,
        read: StockRead,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Lot or serial number.
            lot: String,
            /// Day from which the lot is expired.
            expires_on: Option<Day>,
            /// Quantity on hand in all warehouses.
            quantity: Quantity,
            /// Currency of the value.
            currency: Currency,
            /// Value of the quantity on hand, if the product is costed by lot.
            value: Masked<Money> => [masked(Mask::Cost)],
            /// The last cost per unit, if the product is costed by lot.
            reference_cost: Option<UnitPrice> => [masked(Mask::Cost)],
        }
    }
}

entity! {
    /// Quantity of a lot in one warehouse.
    LotBalance "lot_balance" {
        key: ["product_id", "lot", "warehouse_id"],
        kind: State,
        scope: Company,
        read: StockRead,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Lot or serial number.
            lot: String,
            /// The warehouse.
            warehouse_id: WarehouseId,
            /// Quantity on hand.
            quantity: Quantity,
        }
    }
}

entity! {
    /// A layer of a costing method, or goods sold before they came in. Empty slots are reused, so that a product never has more rows than it had
    /// layers at one time. For internal use.
    CostLayer "cost_layer" {
        key: ["product_id", "slot"],
        kind: State,
        scope: Company,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Slot number, from 1.
            slot: i64,
            /// Sequence of the movement that created it.
            sequence: i64,
            /// Position among the product's layers.
            position: i64,
            /// Quantity left: positive on hand, negative oversold, zero for an empty slot.
            quantity: Quantity,
            /// Currency of the value.
            currency: Currency,
            /// Value; provisional and negative for oversold goods.
            value: Masked<Money> => [masked(Mask::Cost)],
            /// The delivery that oversold the goods.
            sold_document_id: Option<SalesDocumentId>,
            /// Its line.
            sold_line_id: Option<SalesLineId>,
            /// The customer of the delivery.
            sold_to_id: Option<CustomerId>,
            /// The salesperson of the delivery.
            sold_by_id: Option<OperatorId> => [loose()],
        }
    }
}

entity! {
    /// A receipt, count or other stock document; a correction is a document of its own that refers to the corrected one.
    StockDocument "stock_document" {
        id: StockDocumentId,
        kind: Document,
        scope: Company,
        read: StockRead,
        unique: [["series", "sequence"]],
        fields: {
            /// Kind of document.
            kind: MovementKind,
            /// Number, such as `GR-2010-000001`.
            number: String,
            /// Number series.
            series: String,
            /// Sequence number in the series, from 1, without gaps.
            sequence: i64,
            /// Document date.
            day: Day,
            /// Time of posting.
            posted_at: Instant,
            /// The operator who posted it.
            operator_id: OperatorId => [loose()],
            /// The warehouse; none if only values change.
            warehouse_id: Option<WarehouseId>,
            /// The destination warehouse of a transfer.
            to_warehouse_id: Option<WarehouseId>,
            /// The document that this one corrects or reverses.
            corrects_id: Option<StockDocumentId>,
            /// External document number, or a note.
            reference: Option<String>,
            /// Currency of the value.
            currency: Currency,
            /// Amount paid or charged, less amounts credited.
            amount: Masked<Money> => [masked(Mask::Cost)],
            /// Value that came in, less value that went out.
            value: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

entity! {
    /// A movement of one product: the ledger from which stock and cost are derived.
    StockMovement "stock_movement" {
        id: MovementId,
        kind: Ledger,
        scope: ThroughCustomer,
        read: StockRead,
        unique: [["product_id", "sequence"]],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Sequence number among the product's movements, from 1, without gaps: the order of costing.
            sequence: i64,
            /// The warehouse; none if only a value changes.
            warehouse_id: Option<WarehouseId>,
            /// Lot or serial number, if the product is tracked.
            lot: Option<String>,
            /// Kind of movement.
            kind: MovementKind,
            /// Where its value comes from.
            basis: CostBasis,
            /// Document date.
            day: Day,
            /// The stock document, if caused by one.
            stock_document_id: Option<StockDocumentId>,
            /// The delivery or return, if caused by one.
            sales_document_id: Option<SalesDocumentId>,
            /// The customer of that delivery or return.
            customer_id: Option<CustomerId>,
            /// Line of the document, from 1.
            line: i64,
            /// Sequence of the movement that it changes or reverses.
            for_sequence: Option<i64>,
            /// The document of that movement, if this one corrects it; for the reversal of a correction, the corrected document.
            corrects_id: Option<StockDocumentId>,
            /// Quantity: in if positive, out if negative.
            quantity: Quantity,
            /// The part of the quantity that covered goods that had left before.
            covered: Quantity,
            /// Currency of the value.
            currency: Currency,
            /// Cost per unit given on the document, if any.
            unit_cost: Option<UnitPrice> => [masked(Mask::Cost)],
            /// Number of units that this cost is for, if other than one.
            price_quantity: Option<Quantity>,
            /// Amount charged or credited by the document: the value, the variance and the corrections.
            amount: Masked<Money> => [masked(Mask::Cost)],
            /// Value in or out, at cost.
            value: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

entity! {
    /// A difference between what was paid or charged and the value of stock; a cost if positive, a gain if negative.
    CostVariance "cost_variance" {
        id: CostVarianceId,
        kind: Ledger,
        scope: ThroughCustomer,
        read: CostRead,
        unique: [],
        fields: {
            /// Cause of the variance.
            kind: VarianceKind,
            /// The product.
            product_id: ProductId,
            /// Document date.
            day: Day,
            /// The stock document, if caused by one.
            stock_document_id: Option<StockDocumentId>,
            /// The delivery or return, if caused by one.
            sales_document_id: Option<SalesDocumentId>,
            /// The customer of that delivery or return.
            customer_id: Option<CustomerId>,
            /// Line of the document, from 1.
            line: i64,
            /// Currency of the amount.
            currency: Currency,
            /// The difference.
            amount: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

entity! {
    /// A later correction of the cost of a delivered or returned line. The line keeps the cost it was posted with; its effective cost is that plus
    /// the corrections.
    CostCorrection "cost_correction" {
        id: CostCorrectionId,
        kind: Ledger,
        scope: ThroughCustomer,
        read: CostRead,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId,
            /// The corrected delivery or return.
            sales_document_id: SalesDocumentId,
            /// The corrected line.
            sales_line_id: SalesLineId,
            /// The delivered line that it belongs to: the line itself, or the one that it returns.
            delivered_line_id: SalesLineId,
            /// The customer of the document.
            customer_id: CustomerId,
            /// The salesperson of the document.
            salesperson_id: Option<OperatorId>,
            /// The day on which it counts: that of the document that caused it.
            day: Day,
            /// The stock document that caused it.
            stock_document_id: Option<StockDocumentId>,
            /// The customer return that caused it.
            cause_document_id: Option<SalesDocumentId>,
            /// Quantity of the line covered by that document; zero if caused by recalculation.
            quantity: Quantity,
            /// Currency of the amounts.
            currency: Currency,
            /// Cost of that quantity until then.
            provisional: Masked<Money> => [masked(Mask::Cost)],
            /// Additional cost of the line, negative if less.
            amount: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

impl Warehouse {
    /// An active warehouse.
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self { code: code.into(), name: name.into(), is_active: true, allows_negative: false }
    }
}

impl MasterRecord for Warehouse {}
