//! A statement under construction: its text and its parameters, the first of which is always the company.

use crate::{
    dialect::Dialect,
    statement::{SqlValue, Statement},
};
use crm_core::{
    Result,
    entity::{EntityDecl, Value, ValueType},
    ids::CompanyId,
};

/// A statement under construction.
pub(crate) struct Sql<'d, D: Dialect> {
    pub(crate) dialect: &'d D,
    pub(crate) text: String,
    params: Vec<SqlValue>,
    aliases: usize,
    /// Whether rows of another table may be joined at the current position: only in a condition that must hold, and not within rows that are already
    /// joined.
    pub(crate) may_join: bool,
}

impl<'d, D: Dialect> Sql<'d, D> {
    /// An empty statement with the company as its first parameter.
    pub(crate) fn new(dialect: &'d D, company: CompanyId) -> Result<Self> {
        let params = vec![dialect.operand(ValueType::Id, &Value::Id(company.0))?];
        Ok(Self { dialect, text: String::with_capacity(512), params, aliases: 0, may_join: true })
    }

    /// Writes something, with joins allowed or not.
    pub(crate) fn with_joins(&mut self, may_join: bool, write: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        let before = std::mem::replace(&mut self.may_join, may_join);
        let written = write(self);
        self.may_join = before;
        written
    }

    /// The statement.
    pub(crate) fn finish(self) -> Statement {
        Statement::new(self.text, self.params)
    }

    /// Writes text.
    pub(crate) fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// An alias for one more table of this statement.
    pub(crate) fn alias(&mut self) -> String {
        let alias = format!("t{}", self.aliases);
        self.aliases = self.aliases.saturating_add(1);
        alias
    }

    /// Writes ` FROM table AS alias`.
    pub(crate) fn from(&mut self, decl: &EntityDecl, alias: &str) -> &mut Self {
        let table = self.dialect.table(decl.table);
        self.push(" FROM ").push(&table).push(" AS ").push(alias)
    }

    /// Writes the condition that a table's rows belong to the company.
    pub(crate) fn of_company(&mut self, alias: &str) -> &mut Self {
        self.dialect.of_company(&mut self.text, alias);
        self
    }

    /// Adds a value as a parameter, and returns the text that refers to it.
    pub(crate) fn parameter(&mut self, ty: ValueType, value: &Value) -> Result<String> {
        let value = self.dialect.operand(ty, value)?;
        self.params.push(value);
        let mut text = String::new();
        self.dialect.placeholder(&mut text, self.params.len(), ty);
        Ok(text)
    }

    /// Adds a value as a parameter and writes the reference to it.
    pub(crate) fn bind(&mut self, ty: ValueType, value: &Value) -> Result<&mut Self> {
        let value = self.dialect.operand(ty, value)?;
        self.params.push(value);
        self.dialect.placeholder(&mut self.text, self.params.len(), ty);
        Ok(self)
    }

    /// Adds values as one parameter, and returns its number.
    fn list<'v>(&mut self, ty: ValueType, mut values: impl Iterator<Item = &'v Value>) -> Result<usize> {
        let list = self.dialect.list(ty, &mut values)?;
        self.params.push(list);
        Ok(self.params.len())
    }

    /// Writes the test whether a column is one of these values, passed as one parameter.
    pub(crate) fn among<'v>(&mut self, column: &str, ty: ValueType, values: impl Iterator<Item = &'v Value>) -> Result<&mut Self> {
        let number = self.list(ty, values)?;
        self.dialect.among(&mut self.text, column, number, ty);
        Ok(self)
    }

    /// Writes values, passed as one parameter, as a table with a column `v`.
    pub(crate) fn values<'v>(&mut self, alias: &str, ty: ValueType, values: impl Iterator<Item = &'v Value>) -> Result<&mut Self> {
        let number = self.list(ty, values)?;
        self.dialect.list_source(&mut self.text, alias, number, ty);
        Ok(self)
    }
}

/// The name of a column, qualified by its table's alias.
pub(crate) fn column_of(alias: &str, decl: &EntityDecl, column: usize) -> String {
    let name = decl.columns().get(column).map_or("NULL", |c| c.name.as_str());
    format!("{alias}.{name}")
}

/// The type of a column.
pub(crate) fn type_of(decl: &EntityDecl, column: usize) -> ValueType {
    decl.columns().get(column).map_or(ValueType::Text, |c| c.ty)
}

/// Whether a column can be empty.
pub(crate) fn is_nullable(decl: &EntityDecl, column: usize) -> bool {
    decl.columns().get(column).is_none_or(|c| c.nullable)
}
