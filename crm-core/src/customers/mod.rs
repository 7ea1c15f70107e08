//! Customers and the tree of their groups.

use crate::{
    entity,
    entity::{Kind, Reach},
    ids::{CustomerGroupId, CustomerId, OperatorId, PriceListId},
};

entity! {
    /// A node in the tree of customer groups, of any depth up to the limit.
    CustomerGroup "customer_group" {
        id: CustomerGroupId,
        kind: Kind::Master,
        reach: Reach::Company,
        tree: "parent_id",
        unique: [["code"]],
        fields: {
            /// Code.
            code: String,
            /// Name.
            name: String => [searchable()],
            /// The group above; none at the top.
            parent_id: Option<CustomerGroupId> => [refers("customer_group")],
            /// What the numbers of its new customers begin with; none: the group above says.
            code_prefix: Option<String>,
            /// Digits of the number behind the prefix, at least.
            code_digits: i64,
            /// Price list of its customers; none: that of the group above.
            price_list_id: Option<PriceListId> => [refers("price_list")],
        }
    }
}

entity! {
    /// A customer.
    Customer "customer" {
        id: CustomerId,
        kind: Kind::Master,
        reach: Reach::Customer,
        unique: [["code"]],
        fields: {
            /// Customer number.
            code: String => [searchable()],
            /// Name.
            name: String => [searchable()],
            /// Group.
            group_id: Option<CustomerGroupId> => [refers("customer_group")],
            /// The operator who answers for the customer.
            owner_id: Option<OperatorId> => [refers("operator")],
            /// Country, as the host writes it.
            country: Option<String>,
            /// Tax code of sales to this customer; none: the company's.
            tax_code: Option<String>,
            /// His own price list; none: that of the nearest group with one, then the company's.
            price_list_id: Option<PriceListId> => [refers("price_list")],
            /// Days from a delivery until its receivable falls due.
            payment_days: i64,
            /// Whether new documents may be made for him.
            is_active: bool,
        }
    }
}

impl CustomerGroup {
    /// A group below another, or at the top.
    pub fn new(code: impl Into<String>, name: impl Into<String>, parent_id: Option<CustomerGroupId>) -> Self {
        let (code_prefix, code_digits, price_list_id) = (None, crate::products::DEFAULT_CODE_DIGITS, None);
        Self { code: code.into(), name: name.into(), parent_id, code_prefix, code_digits, price_list_id }
    }
}

impl Customer {
    /// An active customer who pays at once.
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            name: name.into(),
            group_id: None,
            owner_id: None,
            country: None,
            tax_code: None,
            price_list_id: None,
            payment_days: 0,
            is_active: true,
        }
    }
}
