//! Contacts, contact points and addresses of customers.

use super::contact_key;
use crate::{
    entity,
    error::{Error, Result},
    ids::{ContactId, ContactPointId, CustomerAddressId, CustomerId, DictionaryEntryId, OperatorId},
    query::Filter,
    records::{MasterRecord, References},
    text_enum,
    time::Day,
};

entity! {
    /// A contact person at a customer.
    Contact "contact" {
        id: ContactId,
        kind: Master,
        scope: ThroughCustomer,
        read: CustomersRead,
        write: CustomersWrite,
        unique: [],
        fields: {
            /// The customer; immutable.
            customer_id: CustomerId => [part_of(), fixed()],
            /// Name.
            name: String => [searchable(), required()],
            /// Position, such as `purchasing`.
            position: Option<String>,
            /// Whether this is the primary contact.
            #[serde(default)]
            is_primary: bool,
            /// Birthday.
            birthday: Option<Day>,
            /// Notes.
            notes: Option<String> => [text(crate::limits::MAX_NOTES)],
            /// Whether the person still works there.
            #[serde(default = "crate::entity::yes")]
            is_active: bool,
        }
    }
}

text_enum! {
    /// The kind of a contact point.
    ContactPointKind {
        /// Telephone.
        Phone = "phone",
        /// Mobile telephone.
        Mobile = "mobile",
        /// E-mail.
        Email = "email",
        /// A messenger account; the label names the service.
        Messenger = "messenger",
        /// Website.
        Website = "website",
    }
}

entity! {
    /// A way to reach a customer or one of its contacts.
    ContactPoint "contact_point" {
        id: ContactPointId,
        kind: Master,
        scope: ThroughCustomer,
        read: CustomersRead,
        write: CustomersWrite,
        unique: [],
        fields: {
            /// The customer; immutable.
            customer_id: CustomerId => [part_of(), fixed()],
            /// The contact; none: the customer itself.
            contact_id: Option<ContactId> => [part_of()],
            /// Kind of contact point.
            kind: ContactPointKind,
            /// Number or address, as entered.
            value: String => [searchable()],
            /// Country of a telephone number without a country code: ISO 3166 alpha-2.
            country: Option<String>,
            /// Lookup key, see [`contact_key`]; maintained by the library.
            lookup_key: Option<String> => [indexed()],
            /// Label, such as `office` or `WeChat`.
            label: Option<String>,
            /// Whether it is the primary one of its kind.
            #[serde(default)]
            is_primary: bool,
        }
    }
}

text_enum! {
    /// The kind of an address.
    AddressKind {
        /// Billing address.
        Billing = "billing",
        /// Delivery address.
        Delivery = "delivery",
        /// A branch, shop or other site of the customer.
        Site = "site",
        /// Other.
        Other = "other",
    }
}

entity! {
    /// An address of a customer.
    CustomerAddress "customer_address" {
        id: CustomerAddressId,
        kind: Master,
        scope: ThroughCustomer,
        read: CustomersRead,
        write: CustomersWrite,
        unique: [],
        fields: {
            /// The customer; immutable.
            customer_id: CustomerId => [part_of(), fixed()],
            /// Kind of address.
            kind: AddressKind,
            /// Name of the site or of the recipient.
            name: Option<String> => [searchable()],
            /// The operator responsible for the address. Grants no access to the customer, which follows from its owner and groups.
            owner_id: Option<OperatorId>,
            /// Street and number.
            street: Option<String>,
            /// City.
            city: Option<String> => [searchable()],
            /// Postal code.
            postal_code: Option<String>,
            /// Province.
            province_id: Option<DictionaryEntryId> => [entry_of("province")],
            /// Sales region.
            region_id: Option<DictionaryEntryId> => [entry_of("region")],
            /// Country, in the host's notation.
            country: Option<String>,
            /// Whether it is the primary one of its kind.
            #[serde(default)]
            is_primary: bool,
        }
    }
}

impl Contact {
    /// A contact person at a customer.
    pub fn new(customer_id: CustomerId, name: impl Into<String>) -> Self {
        Self { customer_id, name: name.into(), position: None, is_primary: false, birthday: None, notes: None, is_active: true }
    }
}

impl ContactPoint {
    /// A contact point of a customer.
    pub fn new(customer_id: CustomerId, kind: ContactPointKind, value: impl Into<String>) -> Self {
        let value = value.into();
        Self { customer_id, contact_id: None, kind, value, country: None, lookup_key: None, label: None, is_primary: false }
    }

    /// The filter for contact points with this number or address, however it is written.
    pub fn same_as(kind: ContactPointKind, value: &str, country: Option<&str>) -> Filter {
        let key = contact_key(kind, value, country);
        let is_phone = |k| matches!(k, ContactPointKind::Phone | ContactPointKind::Mobile);
        let kinds = ContactPointKind::ALL.iter().copied().filter(|k| *k == kind || (is_phone(*k) && is_phone(kind)));
        match key {
            Some(key) => Self::kind().is_in(kinds).and(Self::lookup_key().eq(Some(key))),
            None => Filter::Or(Vec::new()),
        }
    }

    /// # Errors
    /// `field.invalid` for a value without anything to reach anybody by.
    pub(crate) fn check_value(&self) -> Result<()> {
        let unfit = |reason: &str| Err(Error::field("value", reason));
        match (self.kind, &self.lookup_key) {
            (ContactPointKind::Phone | ContactPointKind::Mobile, None) => unfit("contains no digits"),
            (_, None) => unfit("is empty"),
            (ContactPointKind::Email, Some(key)) => match key.split_once('@') {
                Some((name, host)) if !name.is_empty() && !host.is_empty() && !host.contains('@') => Ok(()),
                _ => unfit("is not an e-mail address"),
            },
            _ => Ok(()),
        }
    }
}

impl CustomerAddress {
    /// An address of a customer.
    pub fn new(customer_id: CustomerId, kind: AddressKind) -> Self {
        Self {
            customer_id,
            kind,
            name: None,
            owner_id: None,
            street: None,
            city: None,
            postal_code: None,
            province_id: None,
            region_id: None,
            country: None,
            is_primary: false,
        }
    }
}

impl MasterRecord for Contact {}

impl MasterRecord for CustomerAddress {}

impl MasterRecord for ContactPoint {
    fn normalise(&mut self) {
        self.lookup_key = contact_key(self.kind, &self.value, self.country.as_deref());
    }

    fn check(&self) -> Result<()> {
        self.check_value()
    }

    fn check_references(&self, references: &References) -> Result<()> {
        let Some(contact) = self.contact_id else { return Ok(()) };
        match references.get::<Contact>(contact)? {
            Some(contact) if contact.customer_id != self.customer_id => Err(Error::field("contact_id", "is a contact of another customer")),
            _ => Ok(()),
        }
    }
}
