//! Where the price of a line comes from.
//!
//! Invariant: it names what the price was found on, so that it can be told later, whatever changes there.

use crate::{
    entity::json_field,
    ids::{CustomerGroupId, CustomerPriceId, PriceListId, PriceListItemId, SalesLineId},
};
use serde::{Deserialize, Serialize};

/// Why a price is what it is: kept with the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PriceSource {
    /// An agreement with the customer.
    Customer {
        /// The agreement.
        customer_price_id: CustomerPriceId,
        /// Where the price comes from that it only gives a discount on.
        on: Option<Box<PriceSource>>,
    },
    /// The customer's own list.
    CustomerList {
        /// The list.
        list_id: PriceListId,
        /// The price on it.
        item_id: PriceListItemId,
    },
    /// The list of a group.
    GroupList {
        /// The group.
        group_id: CustomerGroupId,
        /// The list.
        list_id: PriceListId,
        /// The price on it.
        item_id: PriceListItemId,
    },
    /// The company's list.
    CompanyList {
        /// The list.
        list_id: PriceListId,
        /// The price on it.
        item_id: PriceListItemId,
    },
    /// What the customer paid last.
    LastPrice {
        /// The delivered line.
        line_id: SalesLineId,
    },
    /// The product's list price.
    Product,
    /// The caller named it.
    Given,
}

json_field!(PriceSource);
