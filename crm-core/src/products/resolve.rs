//! Resolving a scanned or typed text to products: one batch of index lookups, then a pure function.
//!
//! | step | what matches | precedence |
//! |---|---|---|
//! | 1 | a product's own code; an active, valid code of any kind (a customer's only for that customer) | before mnemonics |
//! | 2 | a product's mnemonic, or a code of kind mnemonic | if nothing else matched |
//!
//! Among own codes that differ only in case or width, the one written exactly like the text takes precedence. If more than one product, unit or
//! quantity still matches, the result is ambiguous, never a guess.

use super::{
    CodeKind, Product, ProductCode, code_key,
    codes::{gtin_key, is_within},
};
use crate::{
    access::Right,
    entity::Stored,
    error::Result,
    ids::{CustomerId, ProductCodeId, ProductId},
    limits,
    num::Quantity,
    query::{Filter, Op, Select, Source, Test},
    records::Records,
    text::search_key,
    time::Day,
};
use std::collections::BTreeMap;

/// What a text matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum MatchedBy {
    /// The product's own code.
    OwnCode,
    /// The product's mnemonic.
    Mnemonic,
    /// One of its additional codes.
    Code(ProductCodeId, CodeKind),
}

/// A product that a text matched, with unit and quantity.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodeMatch {
    /// The product.
    pub product: Stored<Product>,
    /// The unit; none: the base unit, which the product leaves unnamed.
    pub unit: Option<String>,
    /// Quantity of the unit.
    pub quantity: Quantity,
    /// What the text matched.
    pub by: MatchedBy,
}

/// The result of resolving a text.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Resolved {
    /// No match.
    Unknown,
    /// One product.
    One(Box<CodeMatch>),
    /// Several matches, in the order of their codes; at most [`limits::MAX_CODE_MATCHES`].
    Ambiguous(Vec<CodeMatch>),
}

impl Resolved {
    /// The match, if it is unique.
    pub fn one(self) -> Option<CodeMatch> {
        match self {
            Self::One(found) => Some(*found),
            _ => None,
        }
    }
}

impl Records<'_, Product> {
    /// Resolves a scanned or typed text on a day, including the part numbers of the given customer. Inactive products do not match.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn resolve(&self, text: &str, on: Day, customer: Option<CustomerId>) -> Result<Resolved> {
        let key = code_key(text);
        if key.is_empty() || text.contains('\0') {
            return self.session().check_right(Right::ProductsRead).await.map(|()| Resolved::Unknown);
        }
        let claims: Vec<Option<String>> = std::iter::once(key.clone()).chain(gtin_key(&key)).map(Some).collect();
        let claimed = ProductCode::claim().is_in(claims);
        let by_key = |field: &str, key: String| Filter::Field(field.to_owned(), Test::Compare(Op::Eq, crate::entity::Value::Text(key)));
        let (own, short) = (by_key("code_key", search_key(text)), by_key("mnemonic_key", search_key(text)));
        let (asks, mut answers) = self
            .session()
            .read(Right::ProductsRead, |permit, reads| {
                reads.look_up();
                // Sorted by the looked-up column, so that no engine has a reason to use another index.
                let products = || Select::<Product>::new(permit).limit(limits::MAX_CODE_MATCHES);
                let others = Source::rows::<ProductCode>("product_id", &claimed, permit)?;
                Ok([
                    (reads.select(products()?.filter(&own)?.sort(&["code"])?), None),
                    (reads.select(products()?.filter(&short)?.sort(&["mnemonic"])?), None),
                    (
                        reads.select(products()?.among("id", others)?),
                        Some(reads.select(Select::<ProductCode>::new(permit).filter(&claimed)?.sort(&["claim"])?.limit(limits::MAX_CODE_MATCHES)?)),
                    ),
                ])
            })
            .await?;
        let mut found = Found::default();
        for (products, codes) in asks {
            found.products.extend(answers.all(&products)?.into_iter().map(|p| (p.id, p)));
            if let Some(codes) = codes {
                found.codes = answers.all(&codes)?;
            }
        }
        Ok(found.answer(text, &key, on, customer))
    }
}

/// The results of the lookups.
#[derive(Default)]
struct Found {
    products: BTreeMap<ProductId, Stored<Product>>,
    codes: Vec<Stored<ProductCode>>,
}

impl Found {
    fn answer(&self, text: &str, key: &str, on: Day, customer: Option<CustomerId>) -> Resolved {
        let (codes, mnemonics) = self.other_matches(key, on, customer);
        let firm: Vec<CodeMatch> = self.own_matches(text, key).into_iter().chain(codes).collect();
        if !firm.is_empty() {
            return settle(firm);
        }
        let short = self.active().filter(|p| p.mnemonic.as_deref().map(code_key).as_deref() == Some(key));
        settle(short.map(|p| whole(p, MatchedBy::Mnemonic)).chain(mnemonics).collect())
    }

    fn active(&self) -> impl Iterator<Item = &Stored<Product>> {
        self.products.values().filter(|p| p.is_active)
    }

    fn own_matches(&self, text: &str, key: &str) -> Vec<CodeMatch> {
        let same: Vec<_> = self.active().filter(|p| code_key(&p.code) == key).collect();
        let exact: Vec<_> = same.iter().copied().filter(|p| p.code == text.trim()).collect();
        let chosen = if exact.is_empty() { same } else { exact };
        chosen.into_iter().map(|p| whole(p, MatchedBy::OwnCode)).collect()
    }

    /// Matches by code, and separately by mnemonic.
    fn other_matches(&self, key: &str, on: Day, customer: Option<CustomerId>) -> (Vec<CodeMatch>, Vec<CodeMatch>) {
        let counts = |code: &&Stored<ProductCode>| {
            let is_ours = code.customer_id.is_none() || code.customer_id == customer;
            // A 14-digit form is the key of a GTIN and of nothing else.
            let is_meant = code.is_gtin || code.claim.as_deref() == Some(key);
            code.is_active && is_ours && is_meant && is_within(on, code.valid_from, code.valid_to)
        };
        let matched = self.codes.iter().filter(counts).filter_map(|code| {
            let product = self.products.get(&code.product_id).filter(|p| p.is_active)?;
            let unit = code.unit.clone().or_else(|| product.unit.clone());
            let quantity = code.quantity.unwrap_or(Quantity::from(1));
            Some(CodeMatch { product: product.clone(), unit, quantity, by: MatchedBy::Code(code.id, code.kind) })
        });
        matched.partition(|m| !matches!(m.by, MatchedBy::Code(_, CodeKind::Mnemonic)))
    }
}

fn whole(product: &Stored<Product>, by: MatchedBy) -> CodeMatch {
    CodeMatch { product: product.clone(), unit: product.unit.clone(), quantity: Quantity::from(1), by }
}

/// Identical matches count once.
fn settle(matches: Vec<CodeMatch>) -> Resolved {
    let mut different: Vec<CodeMatch> = Vec::new();
    for found in matches {
        if !different.iter().any(|d| d.product.id == found.product.id && d.unit == found.unit && d.quantity == found.quantity) {
            different.push(found);
        }
    }
    different.sort_by(|a, b| a.product.code.cmp(&b.product.code).then_with(|| a.unit.cmp(&b.unit)).then_with(|| a.quantity.cmp(&b.quantity)));
    different.truncate(limits::MAX_CODE_MATCHES as usize);
    match different.len() {
        0 => Resolved::Unknown,
        1 => different.pop().map_or(Resolved::Unknown, |found| Resolved::One(Box::new(found))),
        _ => Resolved::Ambiguous(different),
    }
}
