//! The declaration of an entity, as data: what adapters, filters, audit and feed work from.

use super::{FieldValue, Value, ValueType};
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

/// Who may change the rows of an entity, and what is written along with a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Changed by people, with an optimistic version; audited and fed.
    Master,
    /// Issued once and never changed; audited and fed.
    Document,
    /// Part of a document or ledger, never changed; its document is audited.
    Ledger,
    /// What the library derives and keeps up to date, with a version; not audited, because the ledger says why it changed.
    State,
}

impl Kind {
    /// Whether rows change, and so carry a version.
    pub fn is_versioned(self) -> bool {
        matches!(self, Self::Master | Self::State)
    }

    /// Whether a change writes an audit row and a feed row.
    pub fn is_audited(self) -> bool {
        matches!(self, Self::Master | Self::Document)
    }
}

/// How a row is found.
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
    /// The whole company sees it.
    Company,
    /// It is the customer.
    Customer,
    /// It belongs to the customer in its field `customer_id`; rows without one are the company's.
    ThroughCustomer,
}

/// Groups of fields that can be hidden from a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mask {
    /// Costs, and everything they could be derived from: profit, stock value.
    Cost,
}

/// One field.
#[derive(Debug)]
pub struct FieldDecl {
    /// Name, in Rust, in JSON and in the database.
    pub name: &'static str,
    /// Type.
    pub ty: ValueType,
    /// Whether it can be empty.
    pub nullable: bool,
    /// Whether a new record may leave it out, because its declaration says what it is then.
    pub has_default: bool,
    /// Whether a value, as JSON, is one that it can hold; if not, why, and where in it.
    pub fits: fn(&Json) -> std::result::Result<(), serde_path_to_error::Error<serde_json::Error>>,
    /// Whether `contains` and `starts_with` work on it: it has a search key, which it also sorts by.
    pub is_searchable: bool,
    /// Who may not see it.
    pub mask: Option<Mask>,
    /// The entity that it refers to.
    pub refers: Option<fn() -> &'static EntityDecl>,
    /// Whether the row is a part of the record it refers to, and goes when that is deleted.
    pub is_part: bool,
    /// The entity whose ids or codes it lists, if it is a JSON list of them.
    pub lists: Option<&'static str>,
    /// The category of the dictionary entry it refers to.
    pub category: Option<&'static str>,
    /// Whether rows are often found by it.
    pub is_indexed: bool,
    /// The right that changing it needs beside that of the entity, because it carries money or says who reaches the record.
    pub needs: Option<Right>,
    /// Characters of a text at most.
    pub max_length: usize,
    /// Whether a text that is there says something: it is not blank.
    pub is_required: bool,
    /// Whether it stays as the record was created.
    pub is_fixed: bool,
    /// The least and the largest integer that it holds.
    pub range: Option<(i64, i64)>,
}

impl FieldDecl {
    /// A field of a Rust type.
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

    /// A field that a new record may leave out; how `serde` fills it in is in the declaration of the struct.
    #[must_use]
    pub const fn defaults(mut self, _how: &'static str) -> Self {
        self.has_default = true;
        self
    }

    /// Text that people search in.
    #[must_use]
    pub const fn searchable(mut self) -> Self {
        self.is_searchable = true;
        self
    }

    /// A field that callers without the right do not see.
    #[must_use]
    pub const fn masked(mut self, mask: Mask) -> Self {
        self.mask = Some(mask);
        self
    }

    /// An id that may be of no stored record, such as that of a user of the host: no reference, and nothing is held by it.
    #[must_use]
    pub const fn loose(mut self) -> Self {
        self.refers = None;
        self
    }

    /// The row is a part of the record that it refers to: it is deleted with it.
    #[must_use]
    pub const fn part_of(mut self) -> Self {
        self.is_part = true;
        self
    }

    /// The entity that it refers to.
    pub fn target(&self) -> Option<&'static EntityDecl> {
        self.refers.map(|entity| entity())
    }

    /// Whether it refers to an entity.
    pub fn refers_to(&self, decl: &EntityDecl) -> bool {
        self.target().is_some_and(|target| target.name == decl.name)
    }

    /// A JSON list of ids or codes of another entity.
    #[must_use]
    pub const fn lists(mut self, entity: &'static str) -> Self {
        self.lists = Some(entity);
        self
    }

    /// The dictionary entry that it refers to is one of a category.
    #[must_use]
    pub const fn entry_of(mut self, category: &'static str) -> Self {
        self.category = Some(category);
        self
    }

    /// A text of at most so many characters, where [`limits::MAX_TEXT`] is not the limit.
    #[must_use]
    pub const fn text(mut self, max_length: usize) -> Self {
        self.max_length = max_length;
        self
    }

    /// A text that is not blank.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// A field that stays as the record was created.
    #[must_use]
    pub const fn fixed(mut self) -> Self {
        self.is_fixed = true;
        self
    }

    /// An integer from one number to another, both included.
    #[must_use]
    pub const fn between(mut self, least: i64, largest: i64) -> Self {
        self.range = Some((least, largest));
        self
    }

    /// Checks a value by what is declared.
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

    /// A field that callers change only with a right of its own.
    #[must_use]
    pub const fn needs(mut self, right: Right) -> Self {
        self.needs = Some(right);
        self
    }

    /// Rows are often found by it: it gets an index.
    #[must_use]
    pub const fn indexed(mut self) -> Self {
        self.is_indexed = true;
        self
    }
}

fn fits<T: DeserializeOwned>(value: &Json) -> std::result::Result<(), serde_path_to_error::Error<serde_json::Error>> {
    serde_path_to_error::deserialize::<_, T>(value).map(drop)
}

/// What a column of an entity's table is.
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

/// A column of an entity's table, `company_id` apart.
#[derive(Debug, Clone)]
pub struct Column {
    /// Name.
    pub name: String,
    /// Type.
    pub ty: ValueType,
    /// Whether it can be empty.
    pub nullable: bool,
    /// What it is.
    pub role: ColumnRole,
    /// Who may not see it.
    pub mask: Option<Mask>,
}

/// A way from one entity to another.
#[derive(Debug, Clone, Copy)]
pub struct Relation {
    /// The entity at the other end.
    pub target: &'static EntityDecl,
    /// The column here.
    pub here: usize,
    /// The column there.
    pub there: usize,
}

/// An entity.
#[derive(Debug)]
pub struct EntityDecl {
    /// Name.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub doc: &'static str,
    /// Its place in the order of writing, locking and migrating.
    pub rank: usize,
    /// Table.
    pub table: &'static str,
    /// How a row is found.
    pub identity: Identity,
    /// Who may change it.
    pub kind: Kind,
    /// How a scope applies.
    pub scope: RowScope,
    /// The right that reading needs; none for what only the library reads.
    pub read: Option<Right>,
    /// The right that writing needs; none for what only the library writes.
    pub write: Option<Right>,
    /// Fields that are unique together within a company; a row with an empty one is not compared.
    pub unique: &'static [&'static [&'static str]],
    /// Fields that rows are looked up by together, in the order in which they are compared and sorted by.
    pub indexes: &'static [&'static [&'static str]],
    /// Fields.
    pub fields: &'static [FieldDecl],
    /// The field that holds the parent, if the entity is a tree.
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
            read: None,
            write: None,
            unique,
            indexes,
            fields,
            tree_parent: None,
            columns: OnceLock::new(),
            key: OnceLock::new(),
        }
    }

    /// Callers with the right read it.
    #[must_use]
    pub const fn read(mut self, right: Right) -> Self {
        self.read = Some(right);
        self
    }

    /// People with the right create and change it.
    #[must_use]
    pub const fn write(mut self, right: Right) -> Self {
        self.write = Some(right);
        self
    }

    /// Its place among all entities: by the list, and those that are not in it by their names.
    pub fn order(&self) -> (usize, &'static str) {
        (self.rank, self.name)
    }

    /// Checks the values of its fields by what is declared of them.
    ///
    /// # Errors
    /// `field.too_long`, `field.invalid`.
    pub(crate) fn check(&self, values: &[Value]) -> Result<()> {
        self.fields.iter().zip(values).try_for_each(|(field, value)| field.check(value))
    }

    /// Checks that what stays as the record was created is what it was.
    ///
    /// # Errors
    /// `field.invalid`.
    pub(crate) fn check_fixed(&self, now: &[Value], stored: &[Value]) -> Result<()> {
        let mut fields = self.fields.iter().zip(now.iter().zip(stored)).filter(|(field, (now, stored))| field.is_fixed && now != stored);
        fields.next().map_or(Ok(()), |(field, _)| Err(Error::field(field.name, "stays as the record was created")))
    }

    /// The id of the customer that a row belongs to, if it belongs to one.
    pub(crate) fn customer_of<I: From<Uuid>>(&self, row: &[Value]) -> Option<I> {
        let column = self.column(if self.scope == RowScope::Customer { "id" } else { "customer_id" });
        match column.and_then(|c| row.get(c)) {
            Some(Value::Id(id)) => Some(I::from(*id)),
            _ => None,
        }
    }

    /// That no record of it has an id, or none that the caller can see.
    pub(crate) fn not_found(&self, id: Uuid) -> Error {
        Error::new(Code::NotFound, format!("there is no `{}` with this id", self.name)).with("entity", self.name).with("id", id)
    }

    /// Makes it a tree.
    #[must_use]
    pub const fn tree(mut self, parent: &'static str) -> Self {
        self.tree_parent = Some(parent);
        self
    }

    /// Names what rows are looked up by besides.
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

    /// The columns that a row is found by.
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

    /// The position of the version column.
    pub fn version_column(&self) -> Option<usize> {
        self.columns().iter().position(|c| c.role == ColumnRole::Version)
    }

    /// The position of the currency of the row's amounts.
    pub fn currency_column(&self) -> Option<usize> {
        self.column("currency")
    }

    /// The position of the search key of a column, if it has one.
    pub fn search_key_of(&self, column: usize) -> Option<usize> {
        let ColumnRole::Field(field) = self.columns().get(column)?.role else { return None };
        self.columns().iter().position(|c| c.role == ColumnRole::SearchKey(field))
    }

    /// The tree that a column points into.
    pub fn tree_of(&'static self, column: usize) -> Option<&'static EntityDecl> {
        match self.columns().get(column)?.role {
            ColumnRole::Field(i) => self.fields.get(i)?.target().filter(|d| d.tree_parent.is_some()),
            ColumnRole::Id if self.tree_parent.is_some() => Some(self),
            _ => None,
        }
    }

    /// The way along a field of this entity: `customer` follows `customer_id`.
    pub fn to_one(&self, name: &str) -> Option<Relation> {
        let field = self.fields.iter().find(|f| f.name.strip_suffix("_id") == Some(name))?;
        let target = field.target()?;
        Some(Relation { target, here: self.column(field.name)?, there: *target.key().first()? })
    }
}
