//! The contents of a document as JSON for printing: everything in the document's own rows, and nothing else.
//!
//! Invariant: an issued document always renders to the same bytes, whatever changes in customer, product, company and rates. Costs, and the later
//! progress of an order, are not included. Amounts are decimal strings, so that no reader parses them as floats.

use super::SalesService;
use crate::{
    access::{Permit, Right},
    act::Session,
    documents::{Quote, QuoteLine, QuoteRevision, SalesDocument, SalesLine, SalesOrder, SalesOrderLine},
    entity::{Entity, Listed, Stored, Value},
    error::{Code, Error, Result},
    ids::{QuoteRevisionId, SalesDocumentId, SalesOrderId, TypedId},
    query::{Filter, Select},
    records::Records,
    storage::Reads,
};
use serde_json::{Map, Value as Json, json};

/// Fields that no document shows: later progress, and the source of costs.
const NOT_SHOWN: &[&str] = &["state", "closed_at", "close_reason", "delivered", "closed", "cost_source"];

impl SalesService<'_> {
    /// A delivery, return or credit note, as issued.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn render(&self, document_id: SalesDocumentId) -> Result<Json> {
        render::<SalesDocument, SalesLine>(self.0, document_id, SalesLine::document_id().eq(document_id)).await
    }
}

impl Records<'_, SalesOrder> {
    /// An order, as created.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn render(&self, order_id: SalesOrderId) -> Result<Json> {
        render::<SalesOrder, SalesOrderLine>(self.session(), order_id, SalesOrderLine::order_id().eq(order_id)).await
    }
}

impl Records<'_, Quote> {
    /// A revision of a quote, as sent.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `storage.*`.
    pub async fn render(&self, revision_id: QuoteRevisionId) -> Result<Json> {
        render::<QuoteRevision, QuoteLine>(self.session(), revision_id, QuoteLine::revision_id().eq(revision_id)).await
    }
}

async fn render<D: Listed, L: Listed>(session: &Session<'_>, id: impl TypedId, of_document: Filter) -> Result<Json> {
    let build = |permit: &Permit, reads: &mut Reads| {
        let document = reads.select(Select::<D>::new(permit).keys([Value::Id(id.uuid())])?);
        let lines = reads.select(Select::<L>::new(permit).filter(&of_document)?.sort(&["line"])?.everything());
        Ok((document, lines))
    };
    let ((document, lines), mut answers) = session.read(Right::SalesRead, build).await?;
    let missing = || Error::new(Code::NotFound, format!("there is no such `{}`", D::decl().name)).with("id", id);
    let document: Stored<D> = answers.first(&document)?.ok_or_else(missing)?;
    let lines: Vec<Stored<L>> = answers.all(&lines)?;
    Ok(json!({
        "document": shown(&document.data),
        "lines": lines.iter().map(|line| shown(&line.data)).collect::<Vec<_>>(),
    }))
}

/// The fields of a row that a document shows, by name, in the order of their names.
fn shown<E: Entity>(row: &E) -> Json {
    let fields = row.encode().into_iter().zip(E::decl().fields);
    let kept = fields.filter(|(_, field)| field.mask.is_none() && !NOT_SHOWN.contains(&field.name));
    Json::Object(kept.map(|(value, field)| (field.name.to_owned(), value.to_json())).collect::<Map<_, _>>())
}
