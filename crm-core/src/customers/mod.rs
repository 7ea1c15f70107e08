//! Customers and the tree of their groups.

use crate::{
    entity,
    entity::{Kind, Reach},
    ids::{CustomerGroupId, CustomerId, OperatorId},
    num::{Currency, Money},
    receivables::PaymentTerms,
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
            /// Days from a delivery until its receivable falls due.
            payment_days: i64,
            /// Terms of payment in several parts, or by months; none: `payment_days` from the document.
            payment_terms: Option<PaymentTerms>,
            /// Who pays for him, if not himself. The receivable stays with the customer.
            payer_id: Option<CustomerId> => [refers("customer")],
            /// Currency of the credit limit.
            currency: Option<Currency>,
            /// What he may owe at most, undelivered orders included; none: no limit.
            credit_limit: Option<Money>,
            /// Whether new documents may be made for him.
            is_active: bool,
        }
    }
}

impl CustomerGroup {
    /// A group below another, or at the top.
    pub fn new(code: impl Into<String>, name: impl Into<String>, parent_id: Option<CustomerGroupId>) -> Self {
        Self { code: code.into(), name: name.into(), parent_id }
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
            payment_days: 0,
            payment_terms: None,
            payer_id: None,
            currency: None,
            credit_limit: None,
            is_active: true,
        }
    }
}
