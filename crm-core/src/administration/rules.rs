//! Rules of the records that the engine itself depends on: company, roles, operators and custom fields.

use crate::{
    access::{Operator, Role, ScopeLevel},
    act::ActContext,
    company::Company,
    custom::CustomField,
    customers::CustomerGroup,
    entity::{Entity, Stored, Value},
    error::{Code, Error, Result},
    ids::CustomerGroupId,
    pricing::Discount,
    query::{Filter, Query, Select, SelectPlan, Test},
    records::{MasterRecord, References},
    storage::{LockKeys, Reads},
    text::{check_length, quoted},
};
use async_trait::async_trait;
use std::collections::BTreeSet;

impl MasterRecord for CustomField {
    // Sessions load custom fields along with their rights, and the same counter signals a change of either.
    const GOVERNS_ACCESS: bool = true;

    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        self.check_kept(stored)
    }

    fn check(&self) -> Result<()> {
        self.check_fields()
    }

    fn check_references(&self, references: &References) -> Result<()> {
        crate::limits::check("MAX_CUSTOM_FIELDS", references.custom_fields().saturating_add(1), crate::limits::MAX_CUSTOM_FIELDS)
    }
}

impl MasterRecord for Company {
    const IS_CREATED: bool = false;
    const IS_DELETED: bool = false;

    fn check_immutable(&mut self, stored: &Self) -> Result<()> {
        self.access_version = stored.access_version;
        self.search_key_version = stored.search_key_version;
        Ok(())
    }

    fn check(&self) -> Result<()> {
        if self.write_off_tolerance.is_negative() || self.write_off_tolerance.currency() != self.currency {
            return Err(Error::field("write_off_tolerance", "is negative or not in the currency of the books"));
        }
        Ok(())
    }
}

#[async_trait]
impl MasterRecord for Role {
    const GOVERNS_ACCESS: bool = true;

    async fn check_others(context: &mut ActContext<'_>, stored: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        let mut all = stored.map(|s| &s.data).into_iter().chain(records.iter().copied());
        all.try_for_each(|role| check_held(context, role))?;
        let (Some(stored), Some(next)) = (stored, records.first()) else { return Ok(()) };
        let is_renamed = next.code != stored.code;
        let is_less = next.scope < stored.scope || stored.rights.iter().any(|right| !next.rights.contains(right));
        if (is_renamed || is_less) && context.guard().holds(&stored.code) {
            // A caller without the right could not give it back.
            return Err(Error::new(Code::AccessDenied, "callers cannot rename or reduce a role that they hold").with("role", &stored.code));
        }
        if is_renamed { check_unused(context, &stored.code).await } else { Ok(()) }
    }

    async fn check_deleted(context: &mut ActContext<'_>, stored: &Stored<Self>) -> Result<()> {
        check_held(context, stored)
    }

    fn check(&self) -> Result<()> {
        crate::limits::check("MAX_SYSTEMS", self.systems.len(), crate::limits::MAX_SYSTEMS)?;
        self.systems.iter().try_for_each(|system| crate::external::check_text("systems", system))?;
        self.max_discount.map_or(Ok(()), |rate| Discount::Percent(rate).check()).map_err(|_| Error::field("max_discount", "is not between 0 and 100"))
    }
}

/// Operators refer to roles by code, so a role in use keeps its code.
///
/// # Errors
/// `record.in_use` with the number of operators.
async fn check_unused(context: &mut ActContext<'_>, role: &str) -> Result<()> {
    let mut reads = Reads::new();
    let ask = reads.select(Select::<Operator>::new(&context.full_permit()).everything());
    let holders =
        context.read(&LockKeys::none(), reads).await?.all(&ask)?.into_iter().filter(|operator| operator.roles.iter().any(|code| code == role));
    match holders.count() {
        0 => Ok(()),
        count => {
            Err(Error::new(Code::RecordInUse, format!("operators have the role {}, whose code cannot change", quoted(role))).with("operator", count))
        }
    }
}

/// Nobody may grant, change or remove what they do not have.
///
/// # Errors
/// `access.denied` with `role`.
fn check_held(context: &ActContext<'_>, role: &Role) -> Result<()> {
    if context.guard().covers_role(role) {
        return Ok(());
    }
    let message = format!("the role {} grants more than the caller's own roles", quoted(&role.code));
    Err(Error::new(Code::AccessDenied, message).with("role", &role.code))
}

#[async_trait]
impl MasterRecord for Operator {
    const IS_DELETED: bool = false;
    const GOVERNS_ACCESS: bool = true;

    /// Roles and groups must exist and be within what the caller has, before and after; nobody changes their own.
    async fn check_others(context: &mut ActContext<'_>, stored: Option<&Stored<Self>>, records: &[&Self]) -> Result<()> {
        if let Some(own) = stored.filter(|s| s.id == context.guard().principal().operator) {
            let is_kept = records.iter().all(|r| (r.is_active, &r.roles, &r.groups) == (own.is_active, &own.roles, &own.groups));
            let denied = || Error::new(Code::AccessDenied, "callers cannot change their own roles and groups");
            return if is_kept { Ok(()) } else { Err(denied()) };
        }
        let all: Vec<&Self> = stored.map(|s| &s.data).into_iter().chain(records.iter().copied()).collect();
        let mut reads = Reads::new();
        let codes = all.iter().flat_map(|o| &o.roles).cloned().map(Value::Text).collect();
        let permit = context.full_permit();
        let roles = reads.select(Select::<Role>::new(&permit).filter(&Filter::Field("code".to_owned(), Test::In(codes)))?.everything());
        let ids: BTreeSet<CustomerGroupId> = all.iter().flat_map(|o| o.groups.iter().copied()).collect();
        let groups = reads.select(Select::<CustomerGroup>::new(&permit).keys(ids.iter().map(|id| Value::Id(id.0)))?);
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let (roles, groups) = (answers.all(&roles)?, answers.all(&groups)?);
        for record in records {
            if let Some(code) = record.roles.iter().find(|code| !roles.iter().any(|r| r.code == **code)) {
                return Err(Error::new(Code::ReferenceMissing, format!("there is no role {}", quoted(code)))
                    .with("field", "roles")
                    .with("role", code));
            }
            if let Some(id) = record.groups.iter().find(|id| !groups.iter().any(|g| g.id == **id)) {
                return Err(Error::new(Code::ReferenceMissing, "there is no such group").with("field", "groups").with("id", id));
            }
        }
        roles.iter().try_for_each(|role| check_held(context, role))?;
        // A caller who does not reach all customers may only assign groups of their own, whatever the roles are: the host may assign others.
        let mut of_groups = roles.iter().filter(|role| role.scope == ScopeLevel::Groups);
        let is_beyond = |role: &Stored<Role>| !context.guard().covers_role(&Role { scope: ScopeLevel::All, ..role.data.clone() });
        if !context.guard().manages_all_access() || of_groups.any(is_beyond) {
            let own = SelectPlan::by_key(CustomerGroup::decl(), &permit, ids.iter().map(|id| Value::Id(id.0)))?.and(context.guard().own_groups());
            if context.ask(&[Query::Select(own)]).await?.first().map_or(0, Vec::len) < groups.len() {
                return Err(Error::new(Code::AccessDenied, "some of the groups are not among the caller's own").with("field", "groups"));
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        self.roles.iter().try_for_each(|role| check_length("roles", role, crate::limits::MAX_CODE))
    }
}
