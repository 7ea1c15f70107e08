//! The cost of a delivered line: from the product's costing method, or set by the caller.

use crate::{
    access::{CustomerAccess, Right},
    act::ActContext,
    documents::CostSource,
    error::{Error, Result},
    num::{Decimal, UnitPrice},
    stock::check_text,
};
use serde::Serialize;

/// The cost of a delivered line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LineCost {
    /// From the product's costing method.
    #[default]
    ByMethod,
    /// A cost set by the caller and stored with the line; requires the right `cost.override` and a reason. The difference to the value of the goods
    /// is a variance.
    Override {
        /// Cost per unit, not negative.
        unit_cost: UnitPrice,
        /// Reason.
        reason: String,
    },
    /// Drop shipment: the goods go directly from a supplier to the customer at this cost, without passing through stock; requires the right
    /// `stock.post`, as a receipt does.
    Direct {
        /// Cost per unit, not negative.
        unit_cost: UnitPrice,
    },
}

impl LineCost {
    pub(super) fn unit_cost(&self) -> Option<UnitPrice> {
        match self {
            Self::ByMethod => None,
            Self::Override { unit_cost, .. } | Self::Direct { unit_cost } => Some(*unit_cost),
        }
    }

    pub(super) fn source(&self) -> CostSource {
        match self {
            Self::ByMethod => CostSource::Method,
            Self::Override { .. } => CostSource::Override,
            Self::Direct { .. } => CostSource::Direct,
        }
    }

    pub(super) fn reason(&self) -> Option<&String> {
        match self {
            Self::Override { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// Checks the cost, and the right that it requires.
    pub(super) fn check(&self, context: &ActContext<'_>, access: &CustomerAccess) -> Result<()> {
        match self {
            Self::ByMethod => return Ok(()),
            Self::Override { reason, .. } => {
                access.require(Right::CostOverride)?;
                check_text("cost", Some(reason))?;
                if reason.trim().is_empty() {
                    return Err(Error::field("cost", "is set without a reason"));
                }
            }
            Self::Direct { .. } => {
                access.require(Right::StockPost)?;
            }
        }
        let cost = self.unit_cost();
        crate::num::same_currency(cost.map_or(context.company()?.currency, UnitPrice::currency), context.company()?.currency)?;
        if cost.is_some_and(|c| c.amount() < Decimal::ZERO) { Err(Error::field("cost", "is negative")) } else { Ok(()) }
    }
}
