//! What is kept of stock: warehouses, documents, movements, and the state that follows from them.

use crate::{
    entity,
    entity::{Kind, Mask, Masked, Reach},
    ids::{MovementId, OperatorId, ProductId, SalesDocumentId, StockDocumentId, WarehouseId},
    num::{Currency, Money, Quantity, UnitPrice},
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
    }
}

entity! {
    /// A place where stock lies.
    Warehouse "warehouse" {
        id: WarehouseId,
        kind: Kind::Master,
        reach: Reach::Company,
        unique: [["code"]],
        fields: {
            /// Code.
            code: String,
            /// Name.
            name: String => [searchable()],
            /// Whether new documents may use it.
            is_active: bool,
        }
    }
}

entity! {
    /// Quantity and value of a product in the whole company: the state of its costing. The average is derived, never stored.
    StockPool "stock_pool" {
        key: ["product_id"],
        kind: Kind::State,
        reach: Reach::Company,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId => [refers("product")],
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
        kind: Kind::State,
        reach: Reach::Company,
        unique: [],
        fields: {
            /// The product.
            product_id: ProductId => [refers("product")],
            /// The warehouse.
            warehouse_id: WarehouseId => [refers("warehouse")],
            /// On hand.
            quantity: Quantity,
        }
    }
}

entity! {
    /// A receipt, count or opening of stock.
    StockDocument "stock_document" {
        id: StockDocumentId,
        kind: Kind::Document,
        reach: Reach::Company,
        unique: [["series", "sequence"]],
        fields: {
            /// What it is: opening, receipt or count.
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
            operator_id: OperatorId,
            /// The warehouse.
            warehouse_id: WarehouseId => [refers("warehouse")],
            /// The other side's number, or a note.
            reference: Option<String>,
            /// Currency of the value.
            currency: Currency,
            /// Value that came in, less value that went out.
            value: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

entity! {
    /// One movement of one product: the ledger that stock and cost follow from.
    StockMovement "stock_movement" {
        id: MovementId,
        kind: Kind::Ledger,
        reach: Reach::Company,
        unique: [["product_id", "sequence"]],
        fields: {
            /// The product.
            product_id: ProductId => [refers("product")],
            /// Place among the product's movements, from 1, without gaps: the order of costing.
            sequence: i64,
            /// The warehouse.
            warehouse_id: WarehouseId => [refers("warehouse")],
            /// Why.
            kind: MovementKind,
            /// Document date.
            day: Day,
            /// The stock document, if it came by one.
            stock_document_id: Option<StockDocumentId> => [refers("stock_document")],
            /// The delivery or return, if it came by one.
            sales_document_id: Option<SalesDocumentId> => [refers("sales_document")],
            /// Line of the document, from 1.
            line: i64,
            /// In if positive, out if negative.
            quantity: Quantity,
            /// Currency of the value.
            currency: Currency,
            /// Value in or out, at cost.
            value: Masked<Money> => [masked(Mask::Cost)],
        }
    }
}

impl Warehouse {
    /// A warehouse in use.
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self { code: code.into(), name: name.into(), is_active: true }
    }
}
