//! Authorization: a principal's roles become a guard, a guard issues permits, and a permit carries the scope of every read.

use super::{Operator, Right, Role, Scope, ScopeLevel};
use crate::{
    custom::CustomFields,
    entity::{EntityDecl, Mask},
    error::{Code, Error, Result},
    ids::{CompanyId, CustomerGroupId, OperatorId},
    limits,
    num::{Currency, Rate},
    text::{check_length, composed, quoted},
    time::{Day, Zone},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The host's user on whose behalf the library acts, with the roles that the host supplies or those stored for the operator.
#[derive(Debug, Clone)]
pub struct Principal {
    /// The operator.
    pub operator: OperatorId,
    /// Role codes; none: those stored for the operator.
    pub roles: Option<Vec<String>>,
    /// Customer groups assigned to the operator; none: those stored for the operator.
    pub groups: Option<Vec<CustomerGroupId>>,
    /// The person for whom the operator acts, if not for themselves; recorded in the audit.
    pub on_behalf_of: Option<String>,
    /// The host's request id, recorded in the audit.
    pub request_id: Option<String>,
    /// The time zone that the operator's days are in, such as `Europe/Madrid`; none: that of the company's profile, or else UTC.
    pub zone: Option<String>,
    /// The language and region of the operator as a BCP 47 tag, such as `es-MX`, for what is written for them.
    pub locale: Option<String>,
}

impl Principal {
    /// An operator of the company, with its stored roles and groups.
    pub fn operator(operator: OperatorId) -> Self {
        Self { operator, roles: None, groups: None, on_behalf_of: None, request_id: None, zone: None, locale: None }
    }

    /// A user of the host, with the roles and groups that the host supplies.
    pub fn host(operator: OperatorId, roles: &[&str], groups: &[CustomerGroupId]) -> Self {
        let roles = Some(roles.iter().map(|r| composed(r).into_owned()).collect());
        Self { roles, groups: Some(groups.to_vec()), ..Self::operator(operator) }
    }

    /// Checks what can be checked without data. What the audit records of the caller is checked here, so that no refusal goes unrecorded because the
    /// engine cannot store it.
    ///
    /// # Errors
    /// `field.invalid` with `field` = `locale`; `field.invalid`, `field.too_long` for `on_behalf_of` and `request_id`.
    pub(crate) fn check(&self) -> Result<()> {
        for (field, text) in [("on_behalf_of", &self.on_behalf_of), ("request_id", &self.request_id)] {
            check_length(field, text.as_deref().unwrap_or_default(), limits::MAX_TEXT)?;
        }
        let is_subtag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        match &self.locale {
            Some(locale) if locale.len() > limits::MAX_CODE || !locale.split('-').all(is_subtag) => {
                Err(Error::field("locale", "is not a language tag such as `es-MX`").with("value", locale))
            }
            _ => Ok(()),
        }
    }
}

#[derive(Debug, Clone)]
struct Grant {
    role: String,
    rights: BTreeSet<Right>,
    level: ScopeLevel,
    max_discount: Rate,
}

/// What one principal may do. [`Guard::permit`] is its only entry point.
#[derive(Debug, Clone)]
pub struct Guard {
    company: CompanyId,
    principal: Principal,
    groups: Vec<CustomerGroupId>,
    grants: Vec<Grant>,
    /// The scope of each right: the widest of the roles that grant it.
    scopes: Arc<BTreeMap<Right, Scope>>,
    access_version: i64,
    /// The currency of the company's books; none in the library's own guard.
    books: Option<Currency>,
    /// Systems that the company's roles reserve, each with whether the principal may use it.
    systems: BTreeMap<String, bool>,
    custom: Arc<CustomFields>,
    zone: Zone,
}

impl Guard {
    /// A guard from stored data: the operator and the company's roles. A deactivated operator has no grants, and a role that is not stored grants
    /// nothing.
    pub fn of(company: CompanyId, principal: Principal, operator: Option<&Operator>, roles: &[Role], access_version: i64) -> Self {
        let is_active = operator.is_none_or(|o| o.is_active);
        let codes = match (&principal.roles, operator) {
            (Some(codes), _) => codes.clone(),
            (None, Some(operator)) => operator.roles.clone(),
            (None, None) => Vec::new(),
        };
        let groups = match (&principal.groups, operator) {
            (Some(groups), _) => groups.clone(),
            (None, Some(operator)) => operator.groups.clone(),
            (None, None) => Vec::new(),
        };
        let mut grants = Vec::new();
        for role in roles.iter().filter(|r| is_active && codes.contains(&r.code)) {
            grants.push(Grant {
                role: role.code.clone(),
                rights: role.rights.iter().copied().collect(),
                level: role.scope,
                max_discount: role.max_discount.unwrap_or_default(),
            });
        }
        let mut systems = BTreeMap::new();
        for (role, system) in roles.iter().flat_map(|role| role.systems.iter().map(move |system| (role, system))) {
            *systems.entry(system.clone()).or_default() |= grants.iter().any(|g: &Grant| g.role == role.code);
        }
        Self { systems, ..Self::with_grants(company, principal, groups, grants, access_version) }
    }

    fn with_grants(company: CompanyId, principal: Principal, groups: Vec<CustomerGroupId>, grants: Vec<Grant>, access_version: i64) -> Self {
        let mut widest: BTreeMap<Right, ScopeLevel> = BTreeMap::new();
        for (right, level) in grants.iter().flat_map(|g| g.rights.iter().map(|right| (*right, g.level))) {
            let known = widest.entry(right).or_insert(level);
            *known = level.max(*known);
        }
        let scopes = widest.into_iter().map(|(right, level)| (right, Scope::of(level, principal.operator, &groups))).collect();
        let (systems, custom, zone) = (BTreeMap::new(), Arc::default(), Zone::default());
        Self { company, principal, groups, grants, scopes: Arc::new(scopes), access_version, books: None, systems, custom, zone }
    }

    /// The same guard with the custom fields that the host declared.
    #[must_use]
    pub fn with_custom_fields(self, fields: CustomFields) -> Self {
        Self { custom: Arc::new(fields), ..self }
    }

    /// The same guard with the currency of the company's books.
    #[must_use]
    pub fn with_books(self, currency: Currency) -> Self {
        Self { books: Some(currency), ..self }
    }

    /// The custom fields that the host declared.
    pub fn custom_fields(&self) -> &Arc<CustomFields> {
        &self.custom
    }

    /// The same guard with the principal's time zone, instead of UTC.
    #[must_use]
    pub fn with_zone(self, zone: Zone) -> Self {
        Self { zone, ..self }
    }

    /// The principal's time zone.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The guard of the library itself, for what is needed before a principal can be authorized: its roles, and the first rows of a new company.
    pub(crate) fn library(company: CompanyId, principal: Principal) -> Self {
        let grant =
            Grant { role: "library".to_owned(), rights: Right::ALL.iter().copied().collect(), level: ScopeLevel::All, max_discount: Rate::ZERO };
        Self::with_grants(company, principal, Vec::new(), vec![grant], 0)
    }

    /// The principal it was made for.
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// The version of the company's roles and operators that it was made from.
    pub(crate) fn access_version(&self) -> i64 {
        self.access_version
    }

    /// Whether a role grants the right, whatever its scope: enough for data that belongs to the company rather than to a customer.
    pub fn has(&self, right: Right) -> bool {
        self.scopes.contains_key(&right)
    }

    /// Whether any role grants anything.
    pub(crate) fn has_any(&self) -> bool {
        !self.scopes.is_empty()
    }

    /// Whether the principal may bind keys of an external system and write by them; a system that no role reserves is open to all.
    ///
    /// # Errors
    /// `access.denied`.
    pub(crate) fn check_system(&self, system: &str) -> Result<()> {
        if self.systems.get(composed(system).as_ref()).copied().unwrap_or(true) {
            return Ok(());
        }
        Err(Error::new(Code::AccessDenied, format!("external keys of {} are reserved for roles that list it", quoted(system))).with("system", system))
    }

    /// Authorizes the principal for a right and returns a permit with the row scope and masked fields.
    ///
    /// # Errors
    /// `access.denied`.
    pub fn permit(&self, right: Right) -> Result<Permit> {
        let scope = self.scopes.get(&right).cloned().ok_or_else(|| missing(right))?;
        let granted_by = self.grants.iter().filter(|g| g.rights.contains(&right)).map(|g| g.role.clone()).collect();
        let (rights, custom) = (Rights::Held(self.scopes.clone()), self.custom.clone());
        Ok(Permit { company: self.company, scope, rights, granted_by, custom, as_of: None })
    }

    /// The permit for a right on the caller's current day, which derived fields are computed for.
    ///
    /// # Errors
    /// `access.denied`.
    pub fn permit_on(&self, today: Day, right: Right) -> Result<Permit> {
        Ok(Permit { as_of: self.books.map(|books| AsOf { today, books }), ..self.permit(right)? })
    }

    /// What the roles that reach a customer at this scope level allow: each role's rights, masks and limits apply only within its own scope.
    pub(crate) fn access_at(&self, standing: ScopeLevel) -> CustomerAccess {
        let reaching = self.grants.iter().filter(|g| g.level >= standing);
        let max_discount = reaching.clone().map(|g| g.max_discount).max().unwrap_or_default();
        CustomerAccess { rights: reaching.flat_map(|g| g.rights.iter().copied()).collect(), max_discount, hides_sums: false }
    }

    /// The scope levels below a scope at which the principal has roles, with their scopes: the narrowest that contains a customer is the customer's
    /// level.
    pub(crate) fn narrower_than(&self, scope: &Scope) -> BTreeMap<ScopeLevel, Scope> {
        let levels = self.grants.iter().map(|g| (g.level, Scope::of(g.level, self.principal.operator, &self.groups)));
        levels.filter(|(_, narrow)| !narrow.covers(scope)).collect()
    }

    /// The level of one of this principal's scopes.
    pub(crate) fn level_of(&self, scope: &Scope) -> ScopeLevel {
        let levels = self.grants.iter().map(|g| (g.level, Scope::of(g.level, self.principal.operator, &self.groups)));
        levels.filter(|(_, of)| of.covers(scope)).map(|(level, _)| level).min().unwrap_or(ScopeLevel::All)
    }

    /// The scope of the groups assigned to the principal.
    pub(crate) fn group_scope(&self) -> Scope {
        Scope::of(ScopeLevel::Groups, self.principal.operator, &self.groups)
    }

    /// Whether the principal has a role.
    pub(crate) fn holds(&self, role: &str) -> bool {
        self.grants.iter().any(|g| g.role == role)
    }

    /// Whether the principal may manage all access rights, everywhere.
    pub(crate) fn manages_all_access(&self) -> bool {
        self.access_at(ScopeLevel::All).has(Right::AccessManage)
    }

    /// Whether the principal has everything that a role allows, within the role's scope: nobody grants what they do not have. Reserving an open
    /// system would take it from everyone else, so only systems reserved for the principal can be granted.
    pub(crate) fn covers_role(&self, role: &Role) -> bool {
        let at = self.access_at(role.scope);
        let may_discount = |rate| rate <= at.max_discount || at.has(Right::PriceOverride);
        role.rights.iter().all(|right| at.has(*right))
            && role.max_discount.is_none_or(may_discount)
            && (self.manages_all_access() || role.systems.iter().all(|system| self.systems.get(system) == Some(&true)))
    }
}

pub(crate) fn missing(right: Right) -> Error {
    Error::new(Code::AccessDenied, format!("the right `{}` is missing", right.as_str())).with("right", right.as_str())
}

/// What the caller may do with one customer: the rights and limits of the roles that reach it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CustomerAccess {
    rights: BTreeSet<Right>,
    max_discount: Rate,
    /// Whether the sums of a stored answer are withheld: they cover what the caller reached when it was made.
    hides_sums: bool,
}

impl CustomerAccess {
    /// For replaying an answer to a caller who does not reach every customer.
    #[must_use]
    pub(crate) fn without_sums(self) -> Self {
        Self { hides_sums: true, ..self }
    }

    /// Whether sums over several customers' records may be disclosed.
    pub(crate) fn tells_sums(&self) -> bool {
        !self.hides_sums
    }

    /// Whether a role that reaches the customer has the right.
    pub fn has(&self, right: Right) -> bool {
        self.rights.contains(&right)
    }

    /// # Errors
    /// `access.denied` if no role that reaches the customer has the right.
    pub fn require(&self, right: Right) -> Result<()> {
        if self.has(right) { Ok(()) } else { Err(missing(right)) }
    }

    /// Whether the caller sees the masked fields of the customer's records.
    pub fn sees(&self, mask: Mask) -> bool {
        self.has(mask.right())
    }

    /// The largest discount, in percent, allowed by a role that reaches the customer.
    pub fn max_discount(&self) -> Rate {
        self.max_discount
    }
}

/// Permission for one operation, with the scope of its reads and the fields that are hidden.
#[derive(Debug, Clone)]
pub struct Permit {
    company: CompanyId,
    scope: Scope,
    rights: Rights,
    granted_by: Vec<String>,
    custom: Arc<CustomFields>,
    as_of: Option<AsOf>,
}

/// What derived fields are computed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AsOf {
    /// The caller's current day.
    pub(crate) today: Day,
    /// The currency of the books.
    pub(crate) books: Currency,
}

/// What else the holder of a permit may do, and the scope of each right.
#[derive(Debug, Clone)]
enum Rights {
    /// The caller's own rights.
    Held(Arc<BTreeMap<Right, Scope>>),
    /// The library's: every right, within the permit's scope.
    Every,
}

impl Permit {
    /// Requires access to every customer.
    ///
    /// # Errors
    /// `access.denied`.
    pub(crate) fn require_full_scope(&self, right: Right) -> Result<()> {
        if self.scope.is_all() {
            return Ok(());
        }
        let message = format!("`{}` requires access to every customer", right.as_str());
        Err(Error::new(Code::AccessDenied, message).with("right", right.as_str()))
    }

    /// The company.
    pub fn company(&self) -> CompanyId {
        self.company
    }

    /// The day and the currency that derived fields are computed for; none where no caller's question is answered.
    pub(crate) fn as_of(&self) -> Option<&AsOf> {
        self.as_of.as_ref()
    }

    /// The customers it covers.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The roles that granted it.
    pub fn granted_by(&self) -> &[String] {
        &self.granted_by
    }

    /// The scope of another of the caller's rights; none if the caller lacks it.
    pub(crate) fn scope_of(&self, right: Right) -> Option<&Scope> {
        match &self.rights {
            Rights::Held(scopes) => scopes.get(&right),
            Rights::Every => Some(&self.scope),
        }
    }

    /// Whether masked fields of company data are hidden: outside customer data, anyone with the right sees them.
    pub fn hides(&self, mask: Mask) -> bool {
        self.scope_of(mask.right()).is_none()
    }

    /// Whether a figure that needs another right may be disclosed along with what the permit is for: a stock figure, if the caller has the right at
    /// all; a customer figure, if the right's scope covers that of the permit.
    pub(crate) fn discloses(&self, right: Right) -> bool {
        let is_of_company = matches!(right, Right::StockRead | Right::CostRead | Right::ProductsRead);
        self.scope_of(right).is_some_and(|scope| is_of_company || scope.covers(&self.scope))
    }

    /// The same scope with no field hidden: for what a posting must know but not disclose, such as the cost it books.
    #[must_use]
    pub(crate) fn unmasked(&self) -> Self {
        Self { rights: Rights::Every, ..self.clone() }
    }

    /// The custom fields that the host declared.
    pub(crate) fn custom_fields(&self) -> &Arc<CustomFields> {
        &self.custom
    }

    /// Every record with every field: for what must hold regardless of the caller, such as that nothing references a deleted record, or the sum of a
    /// product's movements.
    #[must_use]
    pub(crate) fn unscoped(&self) -> Self {
        self.within(Scope::all())
    }

    /// The same permit with another scope.
    #[must_use]
    pub(crate) fn with_scope(&self, scope: Scope) -> Self {
        Self { scope, ..self.clone() }
    }

    /// Every field of the records within a scope.
    #[must_use]
    pub(crate) fn within(&self, scope: Scope) -> Self {
        Self { scope, ..self.unmasked() }
    }

    /// The caller's scope for an entity that a query reaches.
    ///
    /// # Errors
    /// `access.denied`.
    pub(crate) fn readable(&self, decl: &EntityDecl) -> Result<&Scope> {
        let denied = || Error::new(Code::AccessDenied, format!("the right to read `{}` is missing", decl.name)).with("entity", decl.name);
        decl.read.and_then(|right| self.scope_of(right)).ok_or_else(denied)
    }
}
