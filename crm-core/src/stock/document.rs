//! A stock document, from its first line to the answer.

use super::{
    Moved, MovementKind, Origin, Posted, Posting, StockDocument, StockLedger,
    line::{Came, StockLine, StockMove, share_landed},
    request::series,
};
use crate::{
    access::CustomerAccess,
    act::{Answer, Plan},
    entity::{Mask, Masked, Numbering, PendingNumber, Stored},
    error::{Error, Result},
    ids::{StockDocumentId, WarehouseId},
    num::Money,
    storage::ChangeSet,
    time::Day,
};
use serde::{Deserialize, Serialize};

/// A posted stock document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StockPosted {
    /// The document.
    pub document_id: StockDocumentId,
    /// Its number.
    pub number: String,
    /// Value that came in, less value that went out; none for callers who may not see costs.
    pub value: Option<Money>,
    /// Amount paid or charged, less amounts credited; none for callers who may not see costs.
    pub amount: Option<Money>,
}

impl Answer for StockPosted {
    fn numbered(&mut self, number: &str) {
        number.clone_into(&mut self.number);
    }

    fn disclose(&mut self, to: &CustomerAccess) {
        if !to.sees(Mask::Cost) {
            (self.value, self.amount) = (None, None);
        }
    }
}

/// A stock document being written: its lines are posted one by one, then the document itself.
pub(crate) struct NewDocument {
    pub(super) id: StockDocumentId,
    pub(super) kind: MovementKind,
    pub(super) day: Day,
    pub(super) warehouse_id: Option<WarehouseId>,
    pub(super) to_warehouse_id: Option<WarehouseId>,
    pub(super) corrects_id: Option<StockDocumentId>,
    /// The document that its movements belong to, if other than the one it corrects.
    pub(super) root_id: Option<StockDocumentId>,
    pub(super) reference: Option<String>,
    sums: Option<(Money, Money)>,
}

/// A stock document as written.
pub(crate) struct DocumentPosted {
    pub(crate) id: StockDocumentId,
    pub(crate) number: PendingNumber,
    pub(crate) amount: Money,
    pub(crate) value: Money,
}

impl NewDocument {
    pub(crate) fn new(kind: MovementKind, day: Day, changes: &ChangeSet) -> Self {
        let id = changes.new_id();
        Self { id, kind, day, warehouse_id: None, to_warehouse_id: None, corrects_id: None, root_id: None, reference: None, sums: None }
    }

    /// Sets the warehouse.
    pub(crate) fn of(self, warehouse_id: WarehouseId) -> Self {
        Self { warehouse_id: Some(warehouse_id), ..self }
    }

    pub(super) fn origin(&self) -> Origin {
        Origin { corrects_id: self.root_id.or(self.corrects_id), ..Origin::stock(self.kind, self.id, self.day, self.warehouse_id) }
    }

    /// Adds a posted line to the totals.
    pub(super) fn add(&mut self, posted: Posted) -> Result<()> {
        self.sums = Some(match self.sums {
            None => (posted.amount, posted.value),
            Some((amount, value)) => (amount.plus(posted.amount)?, value.plus(posted.value)?),
        });
        Ok(())
    }

    /// Posts lines with their numbers; landed costs of all of them are split by value. Returns the total amount that came in.
    pub(crate) fn post(&mut self, ledger: &mut StockLedger<'_>, lines: &[(i64, &StockLine)], landed: Option<Money>) -> Result<Money> {
        for (number, line) in lines {
            line.check(ledger).map_err(|e| e.with("line", number))?;
        }
        let came = lines.iter().map(|(number, line)| line.came(ledger).map_err(|e| e.with("line", number)));
        let came = came.collect::<Result<Vec<_>>>()?;
        let landed = share_landed(landed, &came, ledger.rounding())?;
        let mut total = Money::zero(ledger.rounding().currency);
        for (((number, line), Came { quantity, cost }), landed) in lines.iter().zip(came).zip(landed) {
            let moved = match (line.moved, cost) {
                (StockMove::At(_, own), Some((_, value))) => {
                    let value = own.into_iter().chain([landed]).try_fold(value, Money::plus)?;
                    crate::num::check_amount("amount", value).map_err(|e| e.with("line", number))?;
                    total = total.plus(value)?;
                    Moved::ReceivedAt(value)
                }
                (StockMove::Missing, _) => Moved::Issued,
                _ => Moved::Found,
            };
            let price = cost.map(|(price, _)| price);
            let posting = Posting {
                unit_cost: price.map(|price| price.price),
                price_quantity: price.and_then(|price| price.other_quantity()),
                entered: line.unit.as_deref().map(|unit| (line.quantity, unit)),
                ..Posting::new(line.product_id, quantity, moved, *number)
            };
            let posted = ledger.post(&posting.lot(line.lot.as_deref()), &self.origin()).map_err(|e| e.with("line", number))?;
            if let (Some(lot), Some(day)) = (&line.lot, line.expires_on) {
                ledger.expire(line.product_id, lot, day).map_err(|e| e.with("line", number))?;
            }
            self.add(posted)?;
        }
        Ok(total)
    }

    pub(crate) fn insert(self, changes: &mut ChangeSet) -> Result<DocumentPosted> {
        let (amount, value) = self.sums.ok_or_else(|| Error::corrupt("a stock document has no lines"))?;
        let (name, prefix) = names(self.kind);
        let (series, numbering) = series(name, prefix, self.day);
        let number = changes.next_number(&series, numbering);
        let sequence = PendingNumber { numbering: Numbering::Sequence, ..number.clone() };
        let document = StockDocument {
            kind: self.kind,
            number: String::new(),
            series,
            sequence: 0,
            day: self.day,
            posted_at: changes.context().at,
            operator_id: changes.context().operator,
            warehouse_id: self.warehouse_id,
            to_warehouse_id: self.to_warehouse_id,
            corrects_id: self.corrects_id,
            reference: self.reference,
            currency: value.currency(),
            amount: Masked::Shown(amount),
            value: Masked::Shown(value),
        };
        changes.insert_with(&Stored::new(self.id, document), &[("number", &number), ("sequence", &sequence)]);
        Ok(DocumentPosted { id: self.id, number, amount, value })
    }
}

/// The series of a kind of stock document, and the prefix of its numbers.
fn names(kind: MovementKind) -> (&'static str, &'static str) {
    match kind {
        MovementKind::Receipt => ("receipt", "GR"),
        MovementKind::Count => ("count", "SC"),
        MovementKind::Transfer => ("transfer", "ST"),
        MovementKind::SupplierReturn => ("supplier_return", "SR"),
        MovementKind::Revaluation | MovementKind::MethodChange | MovementKind::Recost => ("revaluation", "RV"),
        MovementKind::LateCost | MovementKind::PriceCorrection | MovementKind::QuantityCorrection => ("receipt_correction", "RC"),
        MovementKind::Reversal => ("stock_reversal", "SX"),
        MovementKind::Opening | MovementKind::Delivery | MovementKind::Return => ("opening", "OB"),
    }
}

/// The last step of every act on stock: writes the document and the rows of the ledger, and builds the answer.
///
/// # Errors
/// `number.out_of_range`.
pub(super) fn finish(document: NewDocument, ledger: StockLedger<'_>, mut changes: ChangeSet) -> Result<Plan<StockPosted>> {
    let posted = document.insert(&mut changes)?;
    ledger.into_changes(&mut changes);
    Ok(answer(changes, posted))
}

/// The answer for a posted document.
pub(super) fn answer(changes: ChangeSet, posted: DocumentPosted) -> Plan<StockPosted> {
    let answer = StockPosted { document_id: posted.id, number: String::new(), value: Some(posted.value), amount: Some(posted.amount) };
    Plan { number: Some(posted.number), ..Plan::new(changes, answer) }
}
