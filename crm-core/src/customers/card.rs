//! A customer with all its master data.

use super::{Contact, ContactPoint, Customer, CustomerAddress, CustomerGroup, CustomerGroupMember};
use crate::{
    access::{Permit, Right},
    custom::{CustomValue, json_of},
    entity::{Entity, Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, TypedId},
    query::{Field, Filter, Select},
    records::Records,
    storage::Reads,
};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A customer with everything that belongs to it, except documents and open items, which have lists of their own.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CustomerCard {
    /// The customer.
    pub customer: Stored<Customer>,
    /// Its contacts.
    pub contacts: Vec<Stored<Contact>>,
    /// Contact points of the customer and its contacts.
    pub points: Vec<Stored<ContactPoint>>,
    /// Its addresses.
    pub addresses: Vec<Stored<CustomerAddress>>,
    /// Its memberships in groups other than the main group.
    pub memberships: Vec<Stored<CustomerGroupMember>>,
    /// The main group and the groups of the memberships.
    pub groups: Vec<Stored<CustomerGroup>>,
    /// Custom field values of the customer, its contacts and its addresses, by record and by name.
    pub custom: BTreeMap<Uuid, Map<String, Json>>,
}

/// Records of a customer, sorted by a field.
fn of<E: Entity>(permit: &Permit, field: Field<E, CustomerId>, id: CustomerId) -> Result<Select<E>> {
    Select::new(permit).filter(&field.eq(id))
}

impl Records<'_, Customer> {
    /// A customer with contacts, addresses, groups and custom fields, in one round trip.
    ///
    /// # Errors
    /// `record.not_found` if there is none that the caller can see; `access.denied`, `storage.*`.
    pub async fn card(&self, id: CustomerId) -> Result<CustomerCard> {
        let session = self.session();
        let build = |permit: &Permit, reads: &mut Reads| {
            let in_group = Filter::exists("customer_group_member", CustomerGroupMember::customer_id().eq(id));
            let main = Filter::exists("customer", Filter::Field("id".to_owned(), crate::query::Test::In(vec![Value::Id(id.uuid())])));
            Ok((
                reads.select(Select::<Customer>::new(permit).keys([Value::Id(id.uuid())])?.limit(1)?),
                reads.select(of(permit, Contact::customer_id(), id)?.sort(&["-is_primary", "name"])?),
                reads.select(of(permit, ContactPoint::customer_id(), id)?.sort(&["kind", "-is_primary"])?),
                reads.select(of(permit, CustomerAddress::customer_id(), id)?.sort(&["kind", "-is_primary"])?),
                reads.select(of(permit, CustomerGroupMember::customer_id(), id)?),
                reads.select(Select::<CustomerGroup>::new(permit).filter(&in_group.or(main))?.sort(&["code"])?),
                reads.select(Select::<CustomValue>::new(permit).filter(&CustomValue::customer_id().eq(Some(id)))?),
            ))
        };
        let (asks, mut answers) = session.read(Right::CustomersRead, build).await?;
        let missing = || Error::new(Code::NotFound, "there is no `customer` with this id").with("entity", "customer").with("id", id);
        let customer = answers.first(&asks.0)?.ok_or_else(missing)?;
        let values = answers.all(&asks.6)?;
        let guard = session.guard();
        let records: std::collections::BTreeSet<Uuid> = values.iter().map(|v| v.record_id).collect();
        let of_record = |record: Uuid| (record, json_of(guard.custom_fields(), values.iter().filter(move |v| v.record_id == record)));
        Ok(CustomerCard {
            customer,
            contacts: answers.all(&asks.1)?,
            points: answers.all(&asks.2)?,
            addresses: answers.all(&asks.3)?,
            memberships: answers.all(&asks.4)?,
            groups: answers.all(&asks.5)?,
            custom: records.into_iter().map(of_record).collect(),
        })
    }
}
