//! The declaration of an entity as data, which storage adapters, filters, audit and feed work from.

use super::{
    FieldValue, Value, ValueType,
    derived::{Aggregate, Condition},
};
use crate::{
    error::{Code, Error, Result},
    limits,
    right::Right,
    text::check_length,
};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::sync::OnceLock;
use uuid::Uuid;

/// Who may change the rows of an entity, and what is recorded along with a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Changed by users, with optimistic locking; audited and published to the feed.
    Master,
    /// Issued once and never changed; audited and published to the feed.
    Document,
    /// Part of a document or ledger, never changed; its document is audited.
    Ledger,
    /// State that the library derives and maintains, versioned; not audited, because the ledger explains every change.
    State,
}

impl Kind {
    /// Whether rows can change and so carry a version.
    pub fn is_versioned(self) -> bool {
        matches!(self, Self::Master | Self::State)
    }

    /// Whether a change writes an audit row and a feed row.
    pub fn is_audited(self) -> bool {
        matches!(self, Self::Master | Self::Document)
    }
}

/// How a row is identified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity {
    /// By its `id`.
    Id,
    /// By these fields.
    Key(&'static [&'static str]),
}

/// How a caller's scope applies to an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowScope {
    /// Visible to the whole company.
    Company,
    /// The row is the customer.
    Customer,
    /// Belongs to the customer in its field `customer_id`; [`WithoutCustomer`] says who sees rows without one.
    ThroughCustomer,
    /// Belongs to the record of any entity named by its fields `record_type` and `record_id`, and to that record's customer in `customer_id`. Whoever
    /// may read the record may read it.
    ThroughRecord,
    /// Belongs to the operator in its field `operator_id`; a caller who reaches all customers sees every row.
    Operator,
}

/// Who sees the rows of a [`RowScope::ThroughCustomer`] entity that have no customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithoutCustomer {
    /// Everyone who may read the entity.
    Everybody,
    /// The operator in the field `operator_id`, and callers who reach all customers.
    OwnerOrAll,
    /// Only callers who reach all customers.
    Nobody,
}

/// Groups of fields that can be hidden from a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mask {
    /// Costs, and everything that costs could be derived from: profit, stock value.
    Cost,
}

/// One field.
#[derive(Debug)]
pub struct FieldDecl {
    /// Name in Rust, in JSON and in the database.
    pub name: &'static str,
    /// Type.
    pub ty: ValueType,
    /// Whether it may be null.
    pub nullable: bool,
    /// Whether a new record may omit it because the declaration gives a default.
    pub has_default: bool,
    /// Checks whether the field can hold a JSON value; the error says why not, and where in the value.
    pub fits: fn(&Json) -> std::result::Result<(), serde_path_to_error::Error<serde_json::Error>>,
    /// Whether `contains` and `starts_with` work on it: it has a search key, which is also its sort key.
    pub is_searchable: bool,
    /// The mask that hides it.
    pub mask: Option<Mask>,
    /// The entity it references.
    pub refers: Option<fn() -> &'static EntityDecl>,
    /// Whether the row is part of the record it names and is deleted with it; if it references no entity, of a record of any entity.
    pub is_part: bool,
    /// The entity whose ids or codes it contains, if it is a JSON list of them.
    pub lists: Option<&'static str>,
    /// The category of the dictionary entry it references.
    pub category: Option<&'static str>,
    /// Whether it is indexed for lookups.
    pub is_indexed: bool,
    /// The right that changing it needs in addition to the entity's, because it carries money or decides who reaches the record.
    pub needs: Option<Right>,
    /// Maximum length of a text, in characters.
    pub max_length: usize,
    /// Whether a text, if present, must not be blank.
    pub is_required: bool,
    /// Whether it is immutable after creation.
    pub is_fixed: bool,
    /// The smallest and largest integer allowed.
    pub range: Option<(i64, i64)>,
}

impl FieldDecl {
    /// A field of the given Rust type.
    pub const fn new<T: FieldValue + DeserializeOwned>(name: &'static str) -> Self {
        Self {
            name,
            ty: T::TYPE,
            nullable: T::NULLABLE,
            has_default: false,
            fits: fits::<T>,
            is_searchable: false,
            mask: None,
            refers: T::REFERS,
            is_part: false,
            lists: None,
            category: None,
            is_indexed: false,
            needs: None,
            max_length: limits::MAX_TEXT,
            is_required: false,
            is_fixed: false,
            range: None,
        }
    }

    /// A field that a new record may omit; the struct's declaration tells `serde` how to fill it in.
    #[must_use]
    pub const fn defaults(mut self, _how: &'static str) -> Self {
        self.has_default = true;
        self
    }

    /// A text that users search.
    #[must_use]
    pub const fn searchable(mut self) -> Self {
        self.is_searchable = true;
        self
    }

    /// A field hidden from callers without the mask's right.
    #[must_use]
    pub const fn masked(mut self, mask: Mask) -> Self {
        self.mask = Some(mask);
        self
    }

    /// An id that need not name a stored record, such as that of a user of the host: not a reference, and it blocks no deletion.
    #[must_use]
    pub const fn loose(mut self) -> Self {
        self.refers = None;
        self
    }

    /// The row is part of the record it references and is deleted with it.
    #[must_use]
    pub const fn part_of(mut self) -> Self {
        self.is_part = true;
        self
    }

    /// The row is part of the record whose id it holds, whatever the entity, and is deleted with it.
    #[must_use]
    pub const fn part_of_any(self) -> Self {
        self.loose().part_of()
    }

    /// The entity it references.
    pub fn target(&self) -> Option<&'static EntityDecl> {
        self.refers.map(|entity| entity())
    }

    /// Whether it references an entity.
    pub fn refers_to(&self, decl: &EntityDecl) -> bool {
        self.target().is_some_and(|target| target.name == decl.name)
    }

    /// A JSON list of another entity's ids or codes.
    #[must_use]
    pub const fn lists(mut self, entity: &'static str) -> Self {
        self.lists = Some(entity);
        self
    }

    /// The referenced dictionary entry must belong to a category.
    #[must_use]
    pub const fn entry_of(mut self, category: &'static str) -> Self {
        self.category = Some(category);
        self
    }

    /// A maximum length in characters, where [`limits::MAX_TEXT`] does not apply.
    #[must_use]
    pub const fn text(mut self, max_length: usize) -> Self {
        self.max_length = max_length;
        self
    }

    /// A text that must not be blank.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// A field that is immutable after creation.
    #[must_use]
    pub const fn fixed(mut self) -> Self {
        self.is_fixed = true;
        self
    }

    /// An integer within an inclusive range.
    #[must_use]
    pub const fn between(mut self, least: i64, largest: i64) -> Self {
        self.range = Some((least, largest));
        self
    }

    /// Checks a value against the declaration.
    ///
    /// # Errors
    /// `field.too_long`, `field.invalid`.
    pub(crate) fn check(&self, value: &Value) -> Result<()> {
        match (value, self.range) {
            (Value::Text(text), _) => {
                check_length(self.name, text, self.max_length)?;
                if self.is_required && text.trim().is_empty() { Err(Error::field(self.name, "is empty")) } else { Ok(()) }
            }
            (Value::Int(number), Some((least, largest))) if !(least..=largest).contains(number) => {
                Err(Error::field(self.name, format!("is not between {least} and {largest}")))
            }
            _ => Ok(()),
        }
    }

    /// A field that callers may change only with an additional right.
    #[must_use]
    pub const fn needs(mut self, right: Right) -> Self {
        self.needs = Some(right);
        self
    }

    /// Rows are often looked up by it: it gets an index.
    #[must_use]
    pub const fn indexed(mut self) -> Self {
        self.is_indexed = true;
        self
    }
}

fn fits<T: DeserializeOwned>(value: &Json) -> std::result::Result<(), serde_path_to_error::Error<serde_json::Error>> {
    serde_path_to_error::deserialize::<_, T>(value).map(drop)
}

/// A derived field: a value that is computed from rows of another entity, such as what a customer owes.
#[derive(Debug)]
pub struct DerivedDecl {
    /// Name, used in filters and sort orders like the name of a field.
    pub name: &'static str,
    /// Its description.
    pub doc: &'static str,
    /// Type.
    pub ty: ValueType,
    /// The relation that leads to the rows, by the name that filters use.
    pub relation: &'static str,
    /// What is computed from them.
    pub aggregate: Aggregate,
    /// Which of them count: those that meet every condition.
    pub conditions: &'static [Condition],
}

impl DerivedDecl {
    /// A derived field whose value has the given Rust type.
    pub const fn new<T: FieldValue>(
        (name, doc): (&'static str, &'static str),
        relation: &'static str,
        aggregate: Aggregate,
        conditions: &'static [Condition],
    ) -> Self {
        Self { name, doc, ty: T::TYPE, relation, aggregate, conditions }
    }
}

/// The role of a column in an entity's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnRole {
    /// The id.
    Id,
    /// The version.
    Version,
    /// A declared field, by position.
    Field(usize),
    /// The search key of a declared field, by position.
    SearchKey(usize),
}

/// A column of an entity's table, other than `company_id`.
#[derive(Debug, Clone)]
pub struct Column {
    /// Name.
    pub name: String,
    /// Type.
    pub ty: ValueType,
    /// Whether it may be null.
    pub nullable: bool,
    /// Its role.
    pub role: ColumnRole,
    /// The mask that hides it.
    pub mask: Option<Mask>,
}

/// A relation from one entity to another.
#[derive(Debug, Clone, Copy)]
pub struct Relation {
    /// The entity at the other end.
    pub target: &'static EntityDecl,
    /// The column on this side.
    pub here: usize,
    /// The column on the other side.
    pub there: usize,
}

/// The declaration of an entity.
#[derive(Debug)]
pub struct EntityDecl {
    /// Name.
    pub name: &'static str,
    /// Its description, in one sentence.
    pub doc: &'static str,
    /// Its position in the order of writing, locking and migrating.
    pub rank: usize,
    /// Table.
    pub table: &'static str,
    /// How a row is identified.
    pub identity: Identity,
    /// Who may change it.
    pub kind: Kind,
    /// How a scope applies.
    pub scope: RowScope,
    /// Who sees its rows without a customer, where rows belong to customers.
    pub without_customer: WithoutCustomer,
    /// The right to read it; none if only the library reads it.
    pub read: Option<Right>,
    /// The right to write it; none if only the library writes it.
    pub write: Option<Right>,
    /// Sets of fields that are unique within a company; a row with a null in a set is not compared.
    pub unique: &'static [&'static [&'static str]],
    /// Sets of fields that rows are looked up by, in the order of comparison and sorting.
    pub indexes: &'static [&'static [&'static str]],
    /// Fields.
    pub fields: &'static [FieldDecl],
    /// Values computed from other rows.
    pub derived: &'static [DerivedDecl],
    /// The field that holds the parent, if the entity forms a tree.
    pub tree_parent: Option<&'static str>,
    columns: OnceLock<Vec<Column>>,
    key: OnceLock<Vec<usize>>,
}

impl EntityDecl {
    /// Used by [`entity!`](crate::entity!).
    #[allow(clippy::too_many_arguments, reason = "called by the macro only, which names every argument")]
    pub const fn new(
        (name, table, rank, doc): (&'static str, &'static str, usize, &'static str),
        identity: Identity,
        kind: Kind,
        scope: RowScope,
        unique: &'static [&'static [&'static str]],
        fields: &'static [FieldDecl],
    ) -> Self {
        let indexes: &[&[&str]] = &[];
        Self {
            name,
            doc,
            rank,
            table,
            identity,
            kind,
            scope,
            without_customer: WithoutCustomer::Everybody,
            read: None,
            write: None,
            unique,
            indexes,
            fields,
            derived: &[],
            tree_parent: None,
            columns: OnceLock::new(),
            key: OnceLock::new(),
        }
    }

    /// Sets who sees its rows without a customer.
    #[must_use]
    pub const fn without_customer(mut self, who: WithoutCustomer) -> Self {
        self.without_customer = who;
        self
    }

    /// Sets the right with which callers read it.
    #[must_use]
    pub const fn read(mut self, right: Right) -> Self {
        self.read = Some(right);
        self
    }

    /// Sets the right with which users create and change it.
    #[must_use]
    pub const fn write(mut self, right: Right) -> Self {
        self.write = Some(right);
        self
    }

    /// Sets its derived fields.
    #[must_use]
    pub const fn derived(mut self, derived: &'static [DerivedDecl]) -> Self {
        self.derived = derived;
        self
    }

    /// Its position among all entities: by the list, then those outside the list by name.
    pub fn order(&self) -> (usize, &'static str) {
        (self.rank, self.name)
    }

    /// Checks field values against the declaration.
    ///
    /// # Errors
    /// `field.too_long`, `field.invalid`.
    pub(crate) fn check(&self, values: &[Value]) -> Result<()> {
        self.fields.iter().zip(values).try_for_each(|(field, value)| field.check(value))
    }

    /// Checks that immutable fields have not changed.
    ///
    /// # Errors
    /// `field.invalid`.
    pub(crate) fn check_fixed(&self, now: &[Value], stored: &[Value]) -> Result<()> {
        let mut fields = self.fields.iter().zip(now.iter().zip(stored)).filter(|(field, (now, stored))| field.is_fixed && now != stored);
        fields.next().map_or(Ok(()), |(field, _)| Err(Error::field(field.name, "cannot change after the record is created")))
    }

    /// The id of the customer that a row belongs to, if any.
    pub(crate) fn customer_of<I: From<Uuid>>(&self, row: &[Value]) -> Option<I> {
        let column = self.column(if self.scope == RowScope::Customer { "id" } else { "customer_id" });
        match column.and_then(|c| row.get(c)) {
            Some(Value::Id(id)) => Some(I::from(*id)),
            _ => None,
        }
    }

    /// The error for an id with no record, or none visible to the caller.
    pub(crate) fn not_found(&self, id: Uuid) -> Error {
        Error::new(Code::NotFound, format!("there is no `{}` with this id", self.name)).with("entity", self.name).with("id", id)
    }

    /// Makes it a tree.
    #[must_use]
    pub const fn tree(mut self, parent: &'static str) -> Self {
        self.tree_parent = Some(parent);
        self
    }

    /// Sets the additional indexes.
    #[must_use]
    pub const fn indexes(mut self, indexes: &'static [&'static [&'static str]]) -> Self {
        self.indexes = indexes;
        self
    }

    /// All columns, in the order of a record: id, version, fields, search keys.
    pub fn columns(&self) -> &[Column] {
        self.columns.get_or_init(|| {
            let own = |name: &str, ty, role| Column { name: name.to_owned(), ty, nullable: false, role, mask: None };
            let id = (self.identity == Identity::Id).then(|| own("id", ValueType::Id, ColumnRole::Id));
            let version = self.kind.is_versioned().then(|| own("version", ValueType::Int, ColumnRole::Version));
            let fields = self.fields.iter().enumerate().map(|(i, f)| Column {
                name: f.name.to_owned(),
                ty: f.ty,
                nullable: f.nullable,
                role: ColumnRole::Field(i),
                mask: f.mask,
            });
            let keys = self.fields.iter().enumerate().filter(|(_, f)| f.is_searchable).map(|(i, f)| Column {
                name: format!("{}_key", f.name),
                ty: ValueType::Text,
                nullable: f.nullable,
                role: ColumnRole::SearchKey(i),
                mask: f.mask,
            });
            id.into_iter().chain(version).chain(fields).chain(keys).collect()
        })
    }

    /// The columns that identify a row.
    pub fn key(&self) -> &[usize] {
        self.key.get_or_init(|| match self.identity {
            Identity::Id => vec![0],
            Identity::Key(names) => names.iter().filter_map(|n| self.column(n)).collect(),
        })
    }

    /// The position of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns().iter().position(|c| c.name == name)
    }

    /// The type of a column or derived field.
    pub fn value_type(&self, name: &str) -> Option<ValueType> {
        let column = self.column(name).and_then(|column| self.columns().get(column)).map(|column| column.ty);
        column.or_else(|| self.derived.iter().find(|derived| derived.name == name).map(|derived| derived.ty))
    }

    /// The position of the version column.
    pub fn version_column(&self) -> Option<usize> {
        self.columns().iter().position(|c| c.role == ColumnRole::Version)
    }

    /// Counts a change of a row in its version.
    pub(crate) fn raise_version(&self, row: &mut [Value]) {
        if let Some(Value::Int(version)) = self.version_column().and_then(|column| row.get_mut(column)) {
            *version = version.saturating_add(1);
        }
    }

    /// The position of the column with the currency of the row's amounts.
    pub fn currency_column(&self) -> Option<usize> {
        self.column("currency")
    }

    /// The position of the search key of a column, if it has one.
    pub fn search_key_of(&self, column: usize) -> Option<usize> {
        let ColumnRole::Field(field) = self.columns().get(column)?.role else { return None };
        self.columns().iter().position(|c| c.role == ColumnRole::SearchKey(field))
    }

    /// The tree that a column refers to.
    pub fn tree_of(&'static self, column: usize) -> Option<&'static EntityDecl> {
        match self.columns().get(column)?.role {
            ColumnRole::Field(i) => self.fields.get(i)?.target().filter(|d| d.tree_parent.is_some()),
            ColumnRole::Id if self.tree_parent.is_some() => Some(self),
            _ => None,
        }
    }

    /// The relation along a field of this entity: `customer` follows `customer_id`.
    pub fn to_one(&self, name: &str) -> Option<Relation> {
        let field = self.fields.iter().find(|f| f.name.strip_suffix("_id") == Some(name))?;
        let target = field.target()?;
        Some(Relation { target, here: self.column(field.name)?, there: *target.key().first()? })
    }
}
