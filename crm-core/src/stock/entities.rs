//! What is kept of stock: warehouses, documents, movements, and the state that follows from them.

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
    /// Why stock moved.
    MovementKind {
        /// Brought in when the books were opened.
        Opening = "opening",
        /// Received.
        Receipt = "receipt",
        /// Found or missed in a count.
        Count = "count",
        /// Delivered to a customer.
        Delivery = "delivery",
        /// Brought back by a customer.
        Return = "return",
        /// Moved from one warehouse to another.
        Transfer = "transfer",
        /// Sent back to a supplier.
        SupplierReturn = "supplier_return",
        /// Valued anew, by an amount or a unit cost, or because a specified cost came into force.
        Revaluation = "revaluation",
        /// Charged late: freight or another cost of goods received before.
        LateCost = "late_cost",
        /// The price of a receipt corrected.
        PriceCorrection = "price_correction",
        /// The quantity of a receipt corrected.
        QuantityCorrection = "quantity_correction",
        /// An earlier document undone.
        Reversal = "reversal",
        /// Costed by another method from here on, at the value that it had.
        MethodChange = "method_change",
        /// Costed again in the order of days.
        Recost = "recost",
    }
}

text_enum! {
    /// How the value of a movement came about: what costing it again starts from.
    CostBasis {
        /// Came in at the amount that the document says.
        Given = "given",
        /// Came in at the cost that the product had.
        Found = "found",
        /// Came back at the cost of the delivery.
        Back = "back",
        /// Went out at the cost that the method said.
        Issued = "issued",
        /// Went out at a cost that somebody set.
        Overridden = "overridden",
        /// Went out at the cost that the method said, against an amount that the document says.
        SentBack = "sent_back",
        /// Went out at the value with which it had come in.
        Withdrawn = "withdrawn",
        /// Came in again at the value with which it had gone out.
        Restored = "restored",
        /// An amount on an earlier receipt; no goods moved.
        Charged = "charged",
        /// Another value for what was there; no goods moved.
        Revalued = "revalued",
        /// Another unit cost for what was there; no goods moved.
        UnitCost = "unit_cost",
        /// Moved between warehouses; no value moved.
        Moved = "moved",
        /// Another method from here on; no goods moved.
        Method = "method",
        /// Follows from the other movements, when they were costed again or a specified cost came into force.
        Derived = "derived",
    }
}

text_enum! {
    /// What made stock worth something else than what was paid or charged.
    VarianceKind {
        /// A purchase at another price than the specified cost, or one that covered goods which no delivery took.
        Purchase = "purchase",
        /// A supplier credits something else than the cost that the goods had.
        SupplierReturn = "supplier_return",
        /// The part of a late cost or corrected price whose goods have left.
        LateCost = "late_cost",
        /// Stock valued anew.
        Revaluation = "revaluation",
        /// Undoing a document whose value has left.
        Reversal = "reversal",
        /// A line that was given a cost of its own.
        Override = "override",
        /// A customer return that entered stock at another value.
        Return = "return",
        /// What recalculation in the order of days found beside deliveries.
        Recost = "recost",
    }
}

entity! {
    /// A place where stock lies.
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
            /// Whether goods may leave it before they came in. Goods tracked by lot or serial never do.
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
            /// On hand in all warehouses.
            quantity: Quantity,
            /// Value of it.
            value: Masked<Money> => [masked(Mask::Cost)],
            /// The last cost per unit, kept when the stock is empty.
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
            /// On hand.
            quantity: Quantity,
        }
    }
}

entity! {
    /// A lot of a product, or a single piece by its serial: quantity in the whole company.
    StockLot "stock_lot" {
        key: ["product_id", "lot"],
        kind: State,
        scope: Company,
        read: StockRead,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Number of the lot, or serial.
            lot: String,
            /// Day from which it is no longer good.
            expires_on: Option<Day>,
            /// On hand in all warehouses.
            quantity: Quantity,
            /// Currency of the value.
            currency: Currency,
            /// Value of it, where the product is costed by lot.
            value: Masked<Money> => [masked(Mask::Cost)],
            /// The last cost per unit, where the product is costed by lot.
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
            /// Number of the lot, or serial.
            lot: String,
            /// The warehouse.
            warehouse_id: WarehouseId,
            /// On hand.
            quantity: Quantity,
        }
    }
}

entity! {
    /// What a costing method keeps apart of a product, and what was sold before it came in. A slot that is empty is used again, so that a
    /// product has no more rows than it ever had layers at one time. For the library's own use.
    CostLayer "cost_layer" {
        key: ["product_id", "slot"],
        kind: State,
        scope: Company,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Its place in the table, from 1.
            slot: i64,
            /// Place of the movement that made it.
            sequence: i64,
            /// Place among the product's layers.
            position: i64,
            /// What is left of it: positive on hand, negative oversold, nothing in an empty slot.
            quantity: Quantity,
            /// Currency of the value.
            currency: Currency,
            /// Its value; that of oversold goods is provisional, and negative.
            value: Masked<Money> => [masked(Mask::Cost)],
            /// The delivery that took what is oversold.
            sold_document_id: Option<SalesDocumentId>,
            /// Its line.
            sold_line_id: Option<SalesLineId>,
            /// Whose delivery it is.
            sold_to_id: Option<CustomerId>,
            /// Who answered for the customer then.
            sold_by_id: Option<OperatorId> => [loose()],
        }
    }
}

entity! {
    /// A receipt, count or another document of stock; corrections are documents of their own that name what they correct.
    StockDocument "stock_document" {
        id: StockDocumentId,
        kind: Document,
        scope: Company,
        read: StockRead,
        unique: [["series", "sequence"]],
        fields: {
            /// What it is.
            kind: MovementKind,
            /// Number, such as `GR-2010-000001`.
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
            operator_id: OperatorId => [loose()],
            /// The warehouse; none where only values change.
            warehouse_id: Option<WarehouseId>,
            /// The warehouse that a transfer goes to.
            to_warehouse_id: Option<WarehouseId>,
            /// The document that it corrects or undoes.
            corrects_id: Option<StockDocumentId>,
            /// The other side's number, or a note.
            reference: Option<String>,
            /// Currency of the value.
            currency: Currency,
            /// What was paid or charged for it, less what was credited.
            amount: Masked<Money> => [masked(Mask::Cost)],
            /// Value that came in, less value that went out.
            value: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

entity! {
    /// One movement of one product: the ledger that stock and cost follow from.
    StockMovement "stock_movement" {
        id: MovementId,
        kind: Ledger,
        scope: ThroughCustomer,
        read: StockRead,
        unique: [["product_id", "sequence"]],
        fields: {
            /// The product.
            product_id: ProductId,
            /// Place among the product's movements, from 1, without gaps: the order of costing.
            sequence: i64,
            /// The warehouse; none where only a value changes.
            warehouse_id: Option<WarehouseId>,
            /// The lot or serial, where the product is tracked by it.
            lot: Option<String>,
            /// Why.
            kind: MovementKind,
            /// How its value came about.
            basis: CostBasis,
            /// Document date.
            day: Day,
            /// The stock document, if it came by one.
            stock_document_id: Option<StockDocumentId>,
            /// The delivery or return, if it came by one.
            sales_document_id: Option<SalesDocumentId>,
            /// The customer of that delivery or return.
            customer_id: Option<CustomerId>,
            /// Line of the document, from 1.
            line: i64,
            /// Place of the movement that it changes or undoes.
            for_sequence: Option<i64>,
            /// The document of that movement, where this one corrects it; of what undoes a correction, the document that was corrected.
            corrects_id: Option<StockDocumentId>,
            /// In if positive, out if negative.
            quantity: Quantity,
            /// What of it covered goods that had left before.
            covered: Quantity,
            /// Currency of the value.
            currency: Currency,
            /// Cost per unit that the document says, where it says one.
            unit_cost: Option<UnitPrice> => [masked(Mask::Cost)],
            /// For how many units that cost is, where not for one.
            price_quantity: Option<Quantity>,
            /// What the document was charged or credited with for it: the value, the variance and the corrections.
            amount: Masked<Money> => [masked(Mask::Cost)],
            /// Value in or out, at cost.
            value: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

entity! {
    /// A difference between what was paid or charged and what stock became worth; a cost if positive, a gain if negative.
    CostVariance "cost_variance" {
        id: CostVarianceId,
        kind: Ledger,
        scope: ThroughCustomer,
        read: CostRead,
        unique: [],
        fields: {
            /// What made it.
            kind: VarianceKind,
            /// The product.
            product_id: ProductId,
            /// Document date.
            day: Day,
            /// The stock document, if it came by one.
            stock_document_id: Option<StockDocumentId>,
            /// The delivery or return, if it came by one.
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
    /// A later correction of what a delivered or returned line cost. The line keeps the cost that it was posted with; its effective cost is
    /// that and its corrections.
    CostCorrection "cost_correction" {
        id: CostCorrectionId,
        kind: Ledger,
        scope: ThroughCustomer,
        read: CostRead,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId,
            /// The delivery or return that is corrected.
            sales_document_id: SalesDocumentId,
            /// Its line.
            sales_line_id: SalesLineId,
            /// The delivered line that it belongs to: the line itself, or the one that it brings back.
            delivered_line_id: SalesLineId,
            /// Whose it is.
            customer_id: CustomerId,
            /// Who answered for the customer then.
            salesperson_id: Option<OperatorId>,
            /// The day that it counts for: that of the document that caused it.
            day: Day,
            /// The stock document that caused it.
            stock_document_id: Option<StockDocumentId>,
            /// The customer return that caused it.
            cause_document_id: Option<SalesDocumentId>,
            /// What of the line was covered by that document; nothing where it was costed again.
            quantity: Quantity,
            /// Currency of the amounts.
            currency: Currency,
            /// What that had cost until then.
            provisional: Masked<Money> => [masked(Mask::Cost)],
            /// By how much the line costs more, or less if negative.
            amount: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

impl Warehouse {
    /// A warehouse in use.
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self { code: code.into(), name: name.into(), is_active: true, allows_negative: false }
    }
}

impl MasterRecord for Warehouse {}
