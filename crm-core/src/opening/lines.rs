//! Lines of opening stock, collected until their documents are posted.

use super::known::StockPlace;
use crate::{
    ids::{ProductId, WarehouseId},
    num::Decimal,
    stock::StockLine,
};
use std::collections::{BTreeMap, HashSet};

/// A line of a warehouse's document, with its number there.
pub(super) type Line = (WarehouseId, i64, StockLine);

/// The lines of the opening documents, in sheet order.
#[derive(Default)]
pub(super) struct Lines {
    all: Vec<Line>,
    /// Number of lines per warehouse.
    pub(super) counts: BTreeMap<WarehouseId, i64>,
    /// Places and costs with opening stock.
    pub(super) seen: HashSet<(StockPlace, Decimal)>,
    pub(super) serials: HashSet<(ProductId, String)>,
}

impl Lines {
    pub(super) fn push(&mut self, warehouse_id: WarehouseId, line: StockLine) {
        let number = self.counts.entry(warehouse_id).or_default();
        *number = number.saturating_add(1);
        self.all.push((warehouse_id, *number, line));
    }

    /// Splits the lines into pieces of about a given size, keeping the lines of a product together, because each movement depends on those before it.
    /// Within a piece, lines are sorted by warehouse and number.
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
