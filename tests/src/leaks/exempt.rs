//! What is no leak, and why: the one place where it is said.
//!
//! Besides what stands in the lists, these follow from how worlds and calls are made:
//!
//! - **What a caller sent**: a reply may repeat ids, words and figures of its own call.
//! - **On which side of a policy one is**: a delivery beyond a limit or below cost is refused, and the refusal tells that much. Limits, costs and stock
//!   of both worlds lie far from whatever calls ask for, so that both worlds decide alike; figures in the refusal would still differ.
//! - **That a value is taken** (`unique.taken`), **that something holds a record** (`record.in_use`): codes and keys are the same in both worlds, and what
//!   is referred to is so in both.
//! - **Numbers of documents, places in the feed, quantities of stock**: one company has one series, one feed and one stock. Both worlds post as much.
//! - **References of a record in reach**: who sees a customer sees the id of its payer, and of a payment that settles its item.
//! - **The company's own costs**: a row without a customer shows them to whoever has the right to see costs at all.

use crm_core::{
    access::Right,
    entity::{Column, EntityDecl},
};
use std::str::FromStr;

/// Fields that are also told of by operations of another right, beside that of reading their entity: entity, field, right, and why.
const ALSO_TOLD: &[(&str, &str, &str, &str)] = &[
    ("customer", "credit_limit", "receivables.read", "where a customer stands is said with its limit"),
    ("sales_order", "*", "receivables.read", "and with what it ordered and has not got yet"),
    ("sales_order_line", "*", "receivables.read", "and with what it ordered and has not got yet"),
    ("customer", "payer_id", "receivables.read", "who pays for whom is part of what is owed"),
    ("customer", "price_list_id", "sales.read", "what one sells at is known to who sells"),
    ("customer_price", "*", "sales.read", "what one sells at is known to who sells"),
    ("sales_document", "number", "receivables.read", "a statement names the documents that it lists"),
    ("sales_document", "reference", "receivables.read", "a statement names the documents that it lists"),
    ("sales_document", "*", "sales.post", "who reverses a document, or takes goods back, is told what that comes to"),
    ("sales_document", "*", "credits.post", "who reverses a document is told what that comes to"),
    ("sales_line", "*", "credits.post", "who reverses a document is told what that comes to"),
    ("sales_order", "*", "orders.write", "who makes an order of a quote is told what it comes to"),
    ("sales_line", "*", "sales.post", "who reverses a document, or takes goods back, is told what that comes to"),
    ("stock_pool", "value", "cost.write", "who sets a cost is told what the stock was worth"),
    ("stock_lot", "value", "cost.write", "who sets a cost is told what the stock was worth"),
];

/// Rights that also tell of a field.
pub(super) fn also_told(decl: &EntityDecl, column: &Column) -> impl Iterator<Item = Right> {
    let of = |(entity, field, _, _): &&(&str, &str, &str, &str)| *entity == decl.name && (*field == column.name || *field == "*");
    ALSO_TOLD.iter().filter(of).filter_map(|(_, _, right, _)| Right::from_str(right).ok())
}
