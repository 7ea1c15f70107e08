//! Where the price of a line comes from.
//!
//! Invariant: it identifies the source of the price, whatever changes there later.

use crate::{
    entity::json_field,
    ids::{CustomerGroupId, CustomerPriceId, PriceListId, PriceListItemId, SalesLineId},
};
use serde::{Deserialize, Serialize};

/// The source of a price, stored with the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PriceSource {
    /// An agreement with the customer.
    Customer {
        /// The agreement.
        customer_price_id: CustomerPriceId,
        /// The source of the price, if the agreement only gives a discount.
        on: Option<Box<PriceSource>>,
    },
    /// The customer's own price list.
    CustomerList {
        /// The list.
        list_id: PriceListId,
        /// The list item.
        item_id: PriceListItemId,
    },
    /// The price list of a customer group.
    GroupList {
        /// The group.
        group_id: CustomerGroupId,
        /// The list.
        list_id: PriceListId,
        /// The list item.
        item_id: PriceListItemId,
    },
    /// The company's price list.
    CompanyList {
        /// The list.
        list_id: PriceListId,
        /// The list item.
        item_id: PriceListItemId,
    },
    /// The last price that the customer paid.
    LastPrice {
        /// The delivered line.
        line_id: SalesLineId,
    },
    /// The product's list price.
    Product,
    /// Given by the caller.
    Given,
}

json_field!(PriceSource);
