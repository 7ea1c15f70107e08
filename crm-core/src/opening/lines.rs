//! Lines of opening stock, gathered until their documents are posted.

use super::known::StockPlace;
use crate::{
    ids::{ProductId, WarehouseId},
    num::Decimal,
    stock::StockLine,
};
use std::collections::{BTreeMap, HashSet};

/// A line of the document of a warehouse, with its number there.
pub(super) type Line = (WarehouseId, i64, StockLine);

/// The lines of the opening documents, in the order of the sheets.
#[derive(Default)]
pub(super) struct Lines {
    all: Vec<Line>,
    /// How many each warehouse has.
    pub(super) counts: BTreeMap<WarehouseId, i64>,
    /// Where stock comes in, and at which costs.
    pub(super) seen: HashSet<(StockPlace, Decimal)>,
    pub(super) serials: HashSet<(ProductId, String)>,
}

impl Lines {
    pub(super) fn push(&mut self, warehouse_id: WarehouseId, line: StockLine) {
        let number = self.counts.entry(warehouse_id).or_default();
        *number = number.saturating_add(1);
        self.all.push((warehouse_id, *number, line));
    }

    /// The lines so that those of a product are together, in pieces of so many; a product is never divided, because each movement rests on those before it.
    /// Within a piece they stand by warehouse and number.
    pub(super) fn into_pieces(self, rows: usize) -> Vec<Vec<Line>> {
        let mut lines = self.all;
        lines.sort_by_key(|(_, _, line)| line.product_id);
        let mut pieces: Vec<Vec<Line>> = Vec::new();
        for line in lines {
            let is_another = |piece: &Vec<Line>| piece.last().is_none_or(|(_, _, last)| last.product_id != line.2.product_id);
            match pieces.last_mut() {
                Some(piece) if piece.len() < rows || !is_another(piece) => piece.push(line),
                _ => pieces.push(vec![line]),
            }
        }
        pieces.iter_mut().for_each(|piece| piece.sort_by_key(|(warehouse_id, number, _)| (*warehouse_id, *number)));
        pieces
    }
}
