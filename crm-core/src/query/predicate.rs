//! A checked condition: columns and typed values, ready to be evaluated in memory or translated to SQL.
//!
//! Every test is two-valued: an empty field makes it false, and `Not` turns exactly that round, on every engine.

use super::{
    Derived, Select, SelectPlan,
    filter::{Filter, Op, Test, no_field},
    scope::Step,
};
use crate::{
    access::Permit,
    custom::CustomValue,
    entity::{Column, ColumnRole, Entity, EntityDecl, FieldDecl, Record, Relation, Value, ValueType, catalogue},
    error::{Code, Error, Result},
    ids::TypedId,
    limits,
    text::{quoted, search_key},
};
use std::{
    cell::RefCell,
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet, HashSet},
    rc::Rc,
};
use uuid::Uuid;

/// A checked condition on the columns of one entity.
#[derive(Debug, Clone)]
pub enum Predicate {
    /// Always.
    True,
    /// Never.
    False,
    /// Every one.
    And(Vec<Predicate>),
    /// At least one.
    Or(Vec<Predicate>),
    /// The opposite.
    Not(Box<Predicate>),
    /// A test of a column. Text tests stand on the search key column, with their text as search key.
    Test(usize, Test),
    /// A test of a derived field: a comparison, or whether it is empty.
    Derived(Box<Derived>, Test),
    /// The column refers to a node of the tree, or to one below it.
    Within(usize, &'static EntityDecl, Uuid),
    /// A related row, within the reach that the step carries, meets the condition, which is looked up for each row: where few rows are related.
    Exists(Step, Box<Predicate>),
    /// The column holds one of the values that other rows give, whatever the row: they are looked up once. The rows carry no scope but what
    /// the condition says.
    Among(usize, Box<Source>),
}

/// Values that a column is compared with, taken from rows. Nothing is not among them.
#[derive(Debug, Clone)]
pub enum Source {
    /// These.
    Values(&'static EntityDecl, usize, Vec<Value>),
    /// A column of the rows of an entity that meet a condition.
    Rows(&'static EntityDecl, usize, Predicate),
    /// A column of the first rows, in an order, that a question for records gives.
    First(Box<SelectPlan>, usize),
    /// The nodes of a tree that a source gives, and every node above them.
    Above(&'static EntityDecl, Box<Source>),
    /// For each value of a column, the id of the last row in an order that meets a condition.
    Last(Last),
}

/// For each of some values, the id of the last row that has it.
#[derive(Debug, Clone)]
pub struct Last {
    /// The entity.
    pub decl: &'static EntityDecl,
    /// The column that holds the value.
    pub by: usize,
    /// The values.
    pub values: Vec<Value>,
    /// What a row has to meet besides.
    pub predicate: Predicate,
    /// The order that says which is last: the largest of these columns, compared one after the other.
    pub order: Vec<usize>,
}

/// The rows that evaluation in memory can look at.
pub trait Related {
    /// All rows of an entity, for one company.
    fn rows<'a>(&'a self, decl: &EntityDecl) -> Box<dyn Iterator<Item = &'a Record> + 'a>;
}

/// The evaluation of one question in memory. What does not depend on the row is looked up once.
pub struct Evaluation<'q> {
    related: &'q dyn Related,
    sets: RefCell<Vec<(&'q Predicate, Set)>>,
    aggregates: RefCell<Vec<(&'q Derived, Rc<Aggregates>)>>,
}

/// The values of a derived field, by the value that the related rows share with their record.
type Aggregates = BTreeMap<Ordered, Value>;

/// The values that a part of a condition stands for.
type Set = Rc<BTreeSet<Ordered>>;

/// A value in the order that all engines sort by.
struct Ordered(Value);

impl PartialEq for Ordered {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ordered {}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.order(&other.0)
    }
}

impl<'q> Evaluation<'q> {
    /// Nothing is looked up yet.
    pub fn new(related: &'q dyn Related) -> Self {
        Self { related, sets: RefCell::default(), aggregates: RefCell::default() }
    }

    /// All rows of an entity.
    pub fn rows(&self, decl: &EntityDecl) -> Box<dyn Iterator<Item = &'q Record> + 'q> {
        self.related.rows(decl)
    }

    /// Whether a value is in the set that a part of a condition stands for.
    fn holds(&self, of: &'q Predicate, value: &Value, look_up: impl FnOnce() -> Vec<Value>) -> bool {
        let known = self.sets.borrow().iter().find(|(other, _)| std::ptr::eq(*other, of)).map(|(_, set)| set.clone());
        let set = known.unwrap_or_else(|| {
            let set = Rc::new(look_up().into_iter().map(Ordered).collect::<BTreeSet<_>>());
            self.sets.borrow_mut().push((of, set.clone()));
            set
        });
        set.contains(&Ordered(value.clone()))
    }

    /// The value of a derived field for a record, which its related rows share a value with.
    pub(super) fn aggregated(&self, derived: &'q Derived, here: &Value) -> Value {
        let known = self.aggregates.borrow().iter().find(|(other, _)| std::ptr::eq(*other, derived)).map(|(_, all)| all.clone());
        let all = known.unwrap_or_else(|| {
            let step = derived.step();
            let mut all = Aggregates::new();
            for row in self.rows(step.target()).filter(|row| step.within().matches(row, self)) {
                let Some(there) = row.get(step.there()).filter(|there| !there.is_null()) else { continue };
                let value = all.entry(Ordered(there.clone())).or_insert_with(|| derived.nothing());
                *value = derived.with(std::mem::replace(value, Value::Null), row);
            }
            let all = Rc::new(all);
            self.aggregates.borrow_mut().push((derived, all.clone()));
            all
        });
        all.get(&Ordered(here.clone())).cloned().unwrap_or_else(|| derived.nothing())
    }
}

impl Predicate {
    /// Checks a filter against a declaration and a permit: hidden fields are refused, and related records are limited to the scope.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub fn check(filter: &Filter, decl: &'static EntityDecl, permit: &Permit) -> Result<Self> {
        Check { permit, nodes: 0, relations: 0, values: 0, is_beyond: false }.filter(filter, decl, 0)
    }

    /// Both, without needless nesting.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::True, one) | (one, Self::True) => one,
            (Self::False, _) | (_, Self::False) => Self::False,
            (one, other) => Self::And(vec![one, other]),
        }
    }

    /// That a related record meets a condition that a caller wrote.
    ///
    /// A key is followed row by row, as long as the condition goes no further than along keys. Any other way may lead many rows to the same
    /// records, and on from there: the records are looked up once, so that relations within relations take the sum of their rows and not the
    /// product.
    fn related(step: Step, meets: Self) -> Self {
        if step.target().key() == [step.there()] && !meets.looks_up_rows() {
            return Self::Exists(step, Box::new(meets));
        }
        let (here, meets) = (step.here(), step.within().clone().and(meets));
        Self::Among(here, Box::new(Source::Rows(step.target(), step.there(), meets)))
    }

    /// Whether rows are looked up once for a part of it.
    fn looks_up_rows(&self) -> bool {
        match self {
            Self::And(all) | Self::Or(all) => all.iter().any(Self::looks_up_rows),
            Self::Not(inner) | Self::Exists(_, inner) => inner.looks_up_rows(),
            Self::Among(..) => true,
            Self::True | Self::False | Self::Test(..) | Self::Derived(..) | Self::Within(..) => false,
        }
    }

    /// That no record of the same customer refers by a field to what a field of this entity names; looked up row by row.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn none_refers<E: Entity>(decl: &'static EntityDecl, here: &str, there: &str) -> Result<Self> {
        let here = decl.column(here).ok_or_else(|| no_field(decl, here))?;
        let there = E::decl().column(there).ok_or_else(|| no_field(E::decl(), there))?;
        let step = Step::to_parts(Relation { target: E::decl(), here, there });
        Ok(Self::Not(Box::new(Self::Exists(step, Box::new(Self::True)))))
    }

    /// That a field is among the values that a source gives.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn among(decl: &EntityDecl, field: &str, source: Source) -> Result<Self> {
        Ok(Self::Among(decl.column(field).ok_or_else(|| no_field(decl, field))?, Box::new(source)))
    }

    /// Evaluates it for a row.
    pub fn matches<'q>(&'q self, row: &Record, among: &Evaluation<'q>) -> bool {
        let value = |column: usize| row.get(column).filter(|v| !v.is_null());
        match self {
            Self::True => true,
            Self::False => false,
            Self::And(all) => all.iter().all(|p| p.matches(row, among)),
            Self::Or(any) => any.iter().any(|p| p.matches(row, among)),
            Self::Not(inner) => !inner.matches(row, among),
            Self::Test(column, test) => row.get(*column).is_some_and(|value| passes(value, test)),
            Self::Derived(derived, test) => passes(&derived.value(row, among), test),
            Self::Within(column, tree, root) => value(*column).is_some_and(|id| among.holds(self, id, || subtree(tree, *root, among))),
            Self::Exists(step, inner) => {
                let Some(here) = value(step.here()) else { return false };
                let mut others = among.rows(step.target()).filter(|other| other.get(step.there()) == Some(here));
                others.any(|other| step.within().matches(other, among) && inner.matches(other, among))
            }
            Self::Among(column, source) => value(*column).is_some_and(|value| among.holds(self, value, || source.values(among))),
        }
    }
}

impl Source {
    /// A field of the rows that the permit reaches and that meet a filter.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub(crate) fn rows<E: Entity>(field: &str, filter: &Filter, permit: &Permit) -> Result<Self> {
        let decl = E::decl();
        let column = decl.column(field).ok_or_else(|| no_field(decl, field))?;
        Ok(Self::Rows(decl, column, reached(decl, filter, permit)?))
    }

    /// A field of the records that a question gives.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn first<E: Entity>(field: &str, select: &Select<E>) -> Result<Self> {
        let column = E::decl().column(field).ok_or_else(|| no_field(E::decl(), field))?;
        Ok(Self::First(Box::new(select.plan()), column))
    }

    /// The same, of rows one of whose fields is among values that others give besides.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn last_among(self, field: &str, source: Self) -> Result<Self> {
        let Self::Last(last) = self else { return Ok(self) };
        let predicate = last.predicate.and(Predicate::among(last.decl, field, source)?);
        Ok(Self::Last(Last { predicate, ..last }))
    }

    /// The last rows among those that meet a checked condition besides.
    pub(crate) fn last_that(self, condition: Predicate) -> Self {
        match self {
            Self::Last(last) => Self::Last(Last { predicate: last.predicate.and(condition), ..last }),
            other => other,
        }
    }

    /// A field of the rows that the permit reaches, one of whose fields is among values that others give.
    ///
    /// # Errors
    /// `query.invalid`.
    pub(crate) fn rows_among<E: Entity>(field: &str, by: &str, source: Self, permit: &Permit) -> Result<Self> {
        let decl = E::decl();
        let column = decl.column(field).ok_or_else(|| no_field(decl, field))?;
        let predicate = permit.rows(decl).and(Predicate::among(decl, by, source)?);
        Ok(Self::Rows(decl, column, predicate))
    }

    /// The same nodes of a tree and every node above them.
    pub(crate) fn and_above<E: Entity>(self) -> Self {
        Self::Above(E::decl(), Box::new(self))
    }

    /// For each value of a field the id of the last row, by these fields, that the permit reaches and that meets a filter.
    ///
    /// # Errors
    /// `query.invalid`, `access.field_hidden`, `limit.exceeded`.
    pub(crate) fn last<E: Entity>(by: &str, values: Vec<Value>, filter: &Filter, order: &[&str], permit: &Permit) -> Result<Self> {
        let decl = E::decl();
        let column = |name: &&str| decl.column(name).ok_or_else(|| no_field(decl, name));
        let order = order.iter().map(column).collect::<Result<_>>()?;
        Ok(Self::Last(Last { decl, by: column(&by)?, values, predicate: reached(decl, filter, permit)?, order }))
    }

    /// The values, looked up in memory.
    fn values<'q>(&'q self, among: &Evaluation<'q>) -> Vec<Value> {
        match self {
            Self::Values(_, _, values) => values.clone(),
            Self::Rows(decl, column, predicate) => {
                let rows = among.rows(decl).filter(|row| predicate.matches(row, among));
                rows.filter_map(|row| row.get(*column).filter(|v| !v.is_null()).cloned()).collect()
            }
            Self::First(plan, column) => {
                let rows = plan.rows(among).into_iter();
                rows.filter_map(|row| row.get(*column).filter(|v| !v.is_null()).cloned()).collect()
            }
            Self::Above(tree, from) => above(tree, from.values(among), among),
            Self::Last(last) => last.values.iter().filter_map(|value| last.of(value, among)).collect(),
        }
    }
}

impl Last {
    fn of<'q>(&'q self, value: &Value, among: &Evaluation<'q>) -> Option<Value> {
        let rows = among.rows(self.decl).filter(|row| row.get(self.by) == Some(value) && self.predicate.matches(row, among));
        let compare = |a: &&Record, b: &&Record| {
            let null = Value::Null;
            let orders = self.order.iter().map(|c| a.get(*c).unwrap_or(&null).order(b.get(*c).unwrap_or(&null)));
            orders.fold(Ordering::Equal, Ordering::then)
        };
        rows.max_by(compare).and_then(|row| row.first().cloned())
    }
}

/// Nodes of a tree and every node above them, within the depth limit.
fn above(tree: &EntityDecl, from: Vec<Value>, among: &Evaluation<'_>) -> Vec<Value> {
    let Some(parent) = tree.tree_parent.and_then(|name| tree.column(name)) else { return Vec::new() };
    let mut found: Vec<Value> = Vec::new();
    let mut level = from;
    while !level.is_empty() {
        let rows = among.rows(tree).filter(|row| row.first().is_some_and(|id| level.contains(id)));
        let up: Vec<Value> = rows.filter_map(|row| row.get(parent).filter(|v| !v.is_null()).cloned()).collect();
        found.append(&mut level);
        level = up.into_iter().filter(|id| !found.contains(id)).collect();
    }
    found
}

/// A filter within the reach of a permit.
fn reached(decl: &'static EntityDecl, filter: &Filter, permit: &Permit) -> Result<Predicate> {
    Ok(permit.rows(decl).and(Predicate::check(filter, decl, permit)?))
}

/// The ids of a node and everything below it, within the depth limit.
fn subtree(tree: &EntityDecl, root: Uuid, among: &Evaluation<'_>) -> Vec<Value> {
    let Some(parent) = tree.tree_parent.and_then(|name| tree.column(name)) else { return Vec::new() };
    let mut found = HashSet::new();
    let mut level: Vec<Uuid> = vec![root];
    while !level.is_empty() {
        let below = among.rows(tree).filter_map(|row| match (row.first(), row.get(parent)) {
            (Some(Value::Id(id)), Some(Value::Id(parent))) if level.contains(parent) && !found.contains(id) => Some(*id),
            _ => None,
        });
        let below: Vec<_> = below.collect();
        found.extend(level);
        level = below;
    }
    found.into_iter().map(Value::Id).collect()
}

fn passes(value: &Value, test: &Test) -> bool {
    if value.is_null() {
        return matches!(test, Test::IsEmpty);
    }
    match (test, value) {
        (Test::IsEmpty | Test::Within(_), _) => false,
        (Test::Compare(op, other), _) => !other.is_null() && compares(*op, value.order(other)),
        (Test::In(list), _) => list.iter().any(|other| value.order(other) == Ordering::Equal),
        (Test::Between(low, high), _) => value.order(low) != Ordering::Less && value.order(high) != Ordering::Greater,
        (Test::Contains(text), Value::Text(value)) => value.contains(text),
        (Test::StartsWith(text), Value::Text(value)) => value.starts_with(text),
        _ => false,
    }
}

fn compares(op: Op, order: Ordering) -> bool {
    match op {
        Op::Eq => order == Ordering::Equal,
        Op::Ne => order != Ordering::Equal,
        Op::Lt => order == Ordering::Less,
        Op::Le => order != Ordering::Greater,
        Op::Gt => order == Ordering::Greater,
        Op::Ge => order != Ordering::Less,
    }
}

/// A filter that is being checked, with what was counted of it.
struct Check<'a> {
    permit: &'a Permit,
    nodes: usize,
    relations: usize,
    values: usize,
    /// Whether a step led here, so that the scope is that of the entity's own read right.
    is_beyond: bool,
}

impl Check<'_> {
    fn filter(&mut self, filter: &Filter, decl: &'static EntityDecl, depth: usize) -> Result<Predicate> {
        self.nodes = self.nodes.saturating_add(1);
        limits::check("MAX_FILTER_NODES", self.nodes, limits::MAX_FILTER_NODES)?;
        limits::check("MAX_FILTER_DEPTH", depth, limits::MAX_FILTER_DEPTH)?;
        let depth = depth.saturating_add(1);
        match filter {
            Filter::All => Ok(Predicate::True),
            Filter::And(all) => Ok(Predicate::And(all.iter().map(|f| self.filter(f, decl, depth)).collect::<Result<_>>()?)),
            Filter::Or(any) => Ok(Predicate::Or(any.iter().map(|f| self.filter(f, decl, depth)).collect::<Result<_>>()?)),
            Filter::Not(inner) => Ok(Predicate::Not(Box::new(self.filter(inner, decl, depth)?))),
            Filter::Field(name, test) => self.field(name, test, decl),
            Filter::Custom(name, test) => self.custom(name, test, decl),
            Filter::Exists(name, inner) => {
                let unknown = || Error::new(Code::QueryInvalid, format!("`{}` has no relation {}", decl.name, quoted(name)));
                let relation = catalogue::relation(decl, name).ok_or_else(unknown)?;
                self.related()?;
                let step = self.permit.step(relation)?;
                let was_beyond = std::mem::replace(&mut self.is_beyond, true);
                let inner = self.filter(inner, relation.target, depth)?;
                self.is_beyond = was_beyond;
                Ok(Predicate::related(step, inner))
            }
        }
    }

    /// A field of the host: the record has a value in it, and the value passes the test. Whoever sees the record sees its values.
    fn custom(&mut self, name: &str, test: &Test, decl: &'static EntityDecl) -> Result<Predicate> {
        let field = self.permit.custom_fields().find(decl, name)?;
        let values = CustomValue::decl();
        let (value_column, ty) = field.value_type.column();
        let column = |name: &str| values.column(name).ok_or_else(|| no_field(values, name));
        let (here, there) = (decl.key().first().copied().unwrap_or_default(), column("record_id")?);
        let mine = Predicate::Test(column("field_id")?, Test::Compare(Op::Eq, Value::Id(field.id.uuid())));
        let exists = |inner| Predicate::Exists(Step::to_parts(Relation { target: values, here, there }), Box::new(inner));
        if matches!(test, Test::IsEmpty) {
            return Ok(Predicate::Not(Box::new(exists(mine))));
        }
        let typed = typed(test, ty).map_err(|e| e.with("field", field.name.as_str()))?;
        let passes = self.field(value_column, &typed, values)?;
        Ok(exists(mine.and(passes)))
    }

    /// A test of a field. Where the caller may see it in some rows only, it is empty in the others.
    fn field(&mut self, name: &str, test: &Test, decl: &'static EntityDecl) -> Result<Predicate> {
        if decl.derived.iter().any(|derived| derived.name == name) {
            return self.derived(name, test, decl);
        }
        let position = decl.column(name).ok_or_else(|| no_field(decl, name))?;
        let column = decl.columns().get(position).ok_or_else(|| no_field(decl, name))?;
        let seen = if self.is_beyond { self.permit.visible_beyond(column, decl)? } else { self.permit.visible(column, decl)? };
        let tested = self.test(name, test, decl, (position, column))?;
        Ok(match (test, seen) {
            (_, Predicate::True) => tested,
            (Test::IsEmpty, seen) => Predicate::Or(vec![Predicate::Not(Box::new(seen)), tested]),
            (_, seen) => seen.and(tested),
        })
    }

    /// A test of a derived field, which leads to rows of another entity as a relation does.
    fn derived(&mut self, name: &str, test: &Test, decl: &'static EntityDecl) -> Result<Predicate> {
        self.related()?;
        let beyond = if self.is_beyond { Some(self.permit.with_scope(self.permit.readable(decl)?.clone())) } else { None };
        let derived = beyond.as_ref().unwrap_or(self.permit).derived(decl, name)?;
        match test {
            Test::Contains(_) | Test::StartsWith(_) => return Err(unfit(name, "is not searchable")),
            Test::Within(_) => return Err(unfit(name, "does not refer to a tree")),
            Test::Compare(..) | Test::In(_) | Test::Between(..) | Test::IsEmpty => self.values(test, derived.ty(), name)?,
        }
        Ok(Predicate::Derived(Box::new(derived), composed(test)))
    }

    /// Counts a way to rows of another entity.
    fn related(&mut self) -> Result<()> {
        self.relations = self.relations.saturating_add(1);
        limits::check("MAX_FILTER_RELATIONS", self.relations, limits::MAX_FILTER_RELATIONS)
    }

    /// Checks and counts the values of a test.
    fn values(&mut self, test: &Test, ty: ValueType, name: &str) -> Result<()> {
        let fits = |value: &Value| check_value(value, ty, name);
        match test {
            Test::Compare(_, value) => fits(value),
            Test::Between(low, high) => fits(low).and(fits(high)),
            Test::In(values) => {
                limits::check("MAX_IN_VALUES", values.len(), limits::MAX_IN_VALUES)?;
                self.values = self.values.saturating_add(values.len());
                limits::check("MAX_FILTER_VALUES", self.values, limits::MAX_FILTER_VALUES)?;
                values.iter().try_for_each(fits)
            }
            Test::Contains(text) | Test::StartsWith(text) => fits(&Value::Text(text.clone())),
            Test::Within(_) | Test::IsEmpty => Ok(()),
        }
    }

    fn test(&mut self, name: &str, test: &Test, decl: &'static EntityDecl, (position, column): (usize, &Column)) -> Result<Predicate> {
        self.values(test, column.ty, name)?;
        if let ColumnRole::Field(field) = column.role
            && let Some(field) = decl.fields.get(field).filter(|field| field.ty == ValueType::Text && field.mask.is_none())
        {
            check_choice(test, field)?;
        }
        match test {
            Test::Contains(text) | Test::StartsWith(text) => {
                let Some(key) = decl.search_key_of(position) else { return Err(unfit(name, "is not searchable")) };
                let text = search_key(text);
                let test = if matches!(test, Test::Contains(_)) { Test::Contains(text) } else { Test::StartsWith(text) };
                Ok(Predicate::Test(key, test))
            }
            Test::Within(root) => {
                let Some(tree) = decl.tree_of(position) else { return Err(unfit(name, "does not refer to a tree")) };
                self.permit.readable(tree)?;
                Ok(Predicate::Within(position, tree, *root))
            }
            Test::Compare(..) | Test::In(_) | Test::Between(..) | Test::IsEmpty => Ok(Predicate::Test(position, composed(test))),
        }
    }
}

/// The same test of text as it is stored.
fn composed(test: &Test) -> Test {
    let value = |value: &Value| value.clone().composed();
    match test {
        Test::Compare(op, one) => Test::Compare(*op, value(one)),
        Test::In(all) => Test::In(all.iter().map(value).collect()),
        Test::Between(low, high) => Test::Between(value(low), value(high)),
        test => test.clone(),
    }
}

/// A test whose values are plain JSON, as one of a type.
fn typed(test: &Test, ty: ValueType) -> Result<Test> {
    let value = |value: &Value| match value {
        Value::Json(json) => Value::from_json(json, ty),
        value => Ok(value.clone()),
    };
    Ok(match test {
        Test::Compare(op, one) => Test::Compare(*op, value(one)?),
        Test::In(all) => Test::In(all.iter().map(value).collect::<Result<_>>()?),
        Test::Between(low, high) => Test::Between(value(low)?, value(high)?),
        test => test.clone(),
    })
}

/// Checks that texts compared with a field are among those that it can hold, such as the kinds of a customer: a misspelt one is an error, and not a
/// filter that nothing meets.
fn check_choice(test: &Test, field: &FieldDecl) -> Result<()> {
    let check = |value: &Value| match (field.fits)(&value.to_json()) {
        Err(error) if !value.is_null() => Err(unfit(field.name, &format!("cannot have this value: {}", error.into_inner()))),
        _ => Ok(()),
    };
    match test {
        Test::Compare(_, value) => check(value),
        Test::Between(low, high) => check(low).and(check(high)),
        Test::In(values) => values.iter().try_for_each(check),
        Test::Contains(_) | Test::StartsWith(_) | Test::Within(_) | Test::IsEmpty => Ok(()),
    }
}

fn unfit(name: &str, reason: &str) -> Error {
    Error::new(Code::QueryInvalid, format!("{} {reason}", quoted(name))).with("field", name)
}

fn check_value(value: &Value, ty: ValueType, name: &str) -> Result<()> {
    let unfit = |reason: String| Err(Error::new(Code::QueryInvalid, reason).with("field", name));
    if ty == ValueType::Json {
        return unfit(format!("{} can only be tested by `empty`", quoted(name)));
    }
    if matches!(value, Value::Null | Value::Pending(_)) || !value.fits(ty) {
        return unfit(format!("{} is not a value for {}", quoted(format_args!("{value:?}")), quoted(name)));
    }
    if let Value::Text(text) = value {
        if text.contains('\0') {
            return unfit(format!("the text for {} contains a NUL character, which cannot be stored", quoted(name)));
        }
        limits::check("MAX_TEXT", text.chars().count(), limits::MAX_TEXT).map_err(|e| e.with("field", name))?;
    }
    if let (Value::Decimal(number), Some(scale)) = (value, ty.scale())
        && (number.normalize().scale() > scale || !ty.holds(*number))
    {
        return unfit(format!("`{number}` does not fit {}", quoted(name)));
    }
    Ok(())
}
