//! The texts of statements on PostgreSQL, as a parser of SQL and as the server see them: limited to one company, constant for their shape, and,
//! where tables have parts, within one part of each.
//!
//! Besides those that the translator lists, every text is checked that real work leaves prepared on its connection.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    access::{Guard, Operator, Permit, Principal, Right, Role, ScopeLevel},
    customers::{Customer, CustomerGroup},
    entity::{Entity, Stored, Value},
    external::ExternalKey,
    ids::{CompanyId, CustomerGroupId, CustomerId, OperatorId, SequentialIds},
    num::Currency,
    opening::{ApplyMode, OpeningCustomer, OpeningData, OpeningOptions, OpeningStock, SourceRow},
    products::{Product, ProductGroup},
    query::{Filter, Query, Report, Select, Test},
    receivables::{AccountOf, AgeingQuery, Allocate, Allocation, OpenItem},
    records::{AnyRecords, Listing},
    sales::{ProfitBy, SalesDocument, SalesLine},
    session::UpsertMode,
    stock::StockMovement,
    storage::{ChangeSet, Context, LockKeys, Mode, Storage, Written},
};
use crm_storage_postgres::PostgresStorage;
use crm_storage_sql::{PostgresDialect, Translator};
use crm_tests::{
    harness::{Harness, Shop, day, eur, memory, quantity},
    postgres::{Database, Layout, PARTS},
    random::{compare_filters, compare_storages},
};
use serde_json::Value as Json;
use sqlparser::{
    ast::{
        BinaryOperator, ConflictTarget, ContextModifier, Delete, Expr, FromTable, Function, InTarget, Insert, JoinConstraint, JoinOperator,
        ObjectName, OnConflictAction, OnInsert, Query as Sql, Select as SqlSelect, SelectItem, Set, SetExpr, Statement, TableFactor, TableObject,
        TableWithJoins, Update, UpdateTableFromKind, Value as SqlValue, ValueWithSpan, Visit, Visitor,
    },
    dialect::PostgreSqlDialect,
    parser::Parser,
};
use sqlx::{
    AssertSqlSafe, Connection, Executor, PgConnection, PgPool, Row, SqlSafeStr,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
    sync::Arc,
};
use uuid::Uuid;

// ------------------------------------------------------------------ the rules, on the syntax tree

/// Functions whose answer follows from their arguments alone. Whatever is not among them has to be looked at before it is.
const FUNCTIONS: [&str; 11] = ["array", "coalesce", "count", "greatest", "length", "lpad", "strpos", "substr", "sum", "to_char", "unnest"];
/// Parameters that the protocol counts.
const MAX_PARAMETERS: usize = 65_535;

/// What a text was found to hold.
#[derive(Debug, Default)]
struct Checked {
    /// Tables of the library that are limited to the company where they are named, and those that are written.
    tables: Vec<String>,
    /// Tables of the library that are named anywhere.
    named: usize,
    selects: usize,
    updates: usize,
    deletes: usize,
    inserts: usize,
    locks: usize,
    recursive: usize,
    parameters: BTreeSet<usize>,
    faults: Vec<String>,
}

/// The last part of a name, if it is one of the library's tables.
fn table(name: &ObjectName) -> Option<String> {
    let last = name.0.last()?.as_ident()?.value.to_lowercase();
    last.starts_with("crm_").then_some(last)
}

/// An expression without casts and parentheses around it.
fn bare(expr: &Expr) -> &Expr {
    match expr {
        Expr::Cast { expr, .. } | Expr::Nested(expr) => bare(expr),
        expr => expr,
    }
}

fn is_parameter(expr: &Expr, name: &str) -> bool {
    matches!(bare(expr), Expr::Value(ValueWithSpan { value: SqlValue::Placeholder(p), .. }) if p == name)
}

/// The conditions that all have to hold.
fn conjuncts(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::BinaryOp { left, op: BinaryOperator::And, right } => [conjuncts(left), conjuncts(right)].concat(),
        Expr::Nested(inner) => conjuncts(inner),
        expr => vec![expr],
    }
}

/// Whether one of the conditions is `<alias>.company_id = $1`.
fn limits(condition: Option<&Expr>, alias: &str) -> bool {
    condition.is_some_and(|condition| {
        conjuncts(condition).iter().any(|part| match part {
            Expr::BinaryOp { left, op: BinaryOperator::Eq, right } => {
                let is_column = matches!(&**left, Expr::CompoundIdentifier(names)
                    if names.iter().map(|n| n.value.as_str()).eq([alias, "company_id"]));
                is_column && is_parameter(right, "$1")
            }
            _ => false,
        })
    })
}

impl Checked {
    fn fault(&mut self, rule: &str, what: impl std::fmt::Display) {
        self.faults.push(format!("{rule}: {what}"));
    }

    /// One table of a `FROM`: limited by one of the conditions of its own level.
    fn factor(&mut self, factor: &TableFactor, conditions: &[Option<&Expr>]) {
        match factor {
            TableFactor::Table { name, alias, args, .. } => {
                let Some(table) = table(name) else { return };
                let alias = alias.as_ref().map_or_else(|| table.clone(), |a| a.name.value.clone());
                if args.is_some() || !conditions.iter().any(|c| limits(*c, &alias)) {
                    self.fault("Q1", format!("`{alias}` is not limited to the company"));
                }
                self.tables.push(table);
            }
            TableFactor::NestedJoin { table_with_joins, .. } => self.from(table_with_joins, conditions[0]),
            // Their inside is a query, or no table at all.
            TableFactor::Derived { .. } | TableFactor::Function { .. } | TableFactor::TableFunction { .. } | TableFactor::UNNEST { .. } => {}
            other => self.fault("Q1", format!("nobody knows what `{other}` is")),
        }
    }

    /// Tables of a `FROM`. The condition of a join from the left limits only what is joined, so nothing else will do for it.
    fn from(&mut self, from: &TableWithJoins, selection: Option<&Expr>) {
        self.factor(&from.relation, &[selection]);
        for join in &from.joins {
            let on = |constraint: &JoinConstraint| match constraint {
                JoinConstraint::On(expr) => Some(expr.clone()),
                _ => None,
            };
            match &join.join_operator {
                JoinOperator::Join(c) | JoinOperator::Inner(c) | JoinOperator::CrossJoin(c) => {
                    self.factor(&join.relation, &[selection, on(c).as_ref()]);
                }
                JoinOperator::Left(c) | JoinOperator::LeftOuter(c) => self.factor(&join.relation, &[on(c).as_ref()]),
                other => self.fault("Q1", format!("nobody looked at {other:?}")),
            }
        }
    }

    fn select(&mut self, select: &SqlSelect) {
        self.selects += 1;
        for from in &select.from {
            self.from(from, select.selection.as_ref());
        }
        if select.into.is_some() {
            self.fault("Q8", "SELECT INTO makes a table");
        }
    }

    fn update(&mut self, update: &Update) {
        self.updates += 1;
        self.from(&update.table, update.selection.as_ref());
        match &update.from {
            None => {}
            Some(UpdateTableFromKind::AfterSet(tables) | UpdateTableFromKind::BeforeSet(tables)) => {
                tables.iter().for_each(|from| self.from(from, update.selection.as_ref()));
            }
        }
    }

    fn delete(&mut self, delete: &Delete) {
        self.deletes += 1;
        let (FromTable::WithFromKeyword(tables) | FromTable::WithoutKeyword(tables)) = &delete.from;
        for from in tables.iter().chain(delete.using.iter().flatten()) {
            self.from(from, delete.selection.as_ref());
        }
    }

    /// The company is the first column, and the first value of every row; rows come from a select.
    fn insert(&mut self, insert: &Insert) {
        self.inserts += 1;
        match &insert.table {
            TableObject::TableName(name) => self.tables.extend(table(name)),
            other => self.fault("Q1", format!("an insert into `{other}`")),
        }
        if insert.columns.first().map(ToString::to_string).as_deref() != Some("company_id") {
            self.fault("Q1", "the first column of an insert is not the company");
        }
        match insert.source.as_deref().map(|source| &*source.body) {
            Some(SetExpr::Select(select)) => match select.projection.first() {
                Some(SelectItem::UnnamedExpr(first)) if is_parameter(first, "$1") => {}
                _ => self.fault("Q1", "the first value of an insert is not the company"),
            },
            _ => self.fault("Q2", "an insert that is no INSERT .. SELECT"),
        }
        let Some(OnInsert::OnConflict(conflict)) = &insert.on else {
            if insert.on.is_some() {
                self.fault("Q1", "nobody looked at this ON clause");
            }
            return;
        };
        match &conflict.conflict_target {
            Some(ConflictTarget::Columns { columns, .. }) if columns.first().is_some_and(|c| c.value == "company_id") => {}
            _ => self.fault("Q1", "a conflict without the company"),
        }
        if let OnConflictAction::DoUpdate(update) = &conflict.action
            && update.assignments.iter().any(|a| a.to_string().contains("company_id"))
        {
            self.fault("Q1", "an insert that changes a row's company");
        }
    }

    /// Locks only rows of one table, which is limited to the company.
    fn lock(&mut self, query: &Sql) {
        self.locks += 1;
        let table = match &*query.body {
            SetExpr::Select(select) => match select.from.as_slice() {
                [TableWithJoins { relation: TableFactor::Table { name, alias: Some(alias), .. }, joins }] if joins.is_empty() => {
                    table(name).filter(|_| limits(select.selection.as_ref(), &alias.name.value))
                }
                _ => None,
            },
            _ => None,
        };
        if table.is_none() {
            self.fault("Q3", "locks more than rows of one table of one company");
        }
        if query.order_by.is_none() {
            self.fault("Q3", "locks in no order");
        }
        if query.locks.iter().any(|lock| lock.nonblock.is_some()) {
            self.fault("Q3", "a lock that is not waited for");
        }
    }
}

impl Visitor for Checked {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Sql) -> ControlFlow<()> {
        if !query.locks.is_empty() {
            self.lock(query);
        }
        if let Some(with) = &query.with {
            self.recursive += usize::from(with.recursive);
        }
        // Selects are visited by themselves, both terms of a recursive query too; writes within `WITH` as statements.
        let mut bodies = vec![&*query.body];
        while let Some(body) = bodies.pop() {
            match body {
                SetExpr::SetOperation { left, right, .. } => bodies.extend([&**left, &**right]),
                SetExpr::Select(_) | SetExpr::Query(_) | SetExpr::Insert(_) | SetExpr::Update(_) | SetExpr::Delete(_) => {}
                other => self.fault("Q1, Q2", format!("neither a select nor a write: `{other}`")),
            }
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &SqlSelect) -> ControlFlow<()> {
        self.select(select);
        ControlFlow::Continue(())
    }

    fn pre_visit_relation(&mut self, relation: &ObjectName) -> ControlFlow<()> {
        self.named += usize::from(table(relation).is_some());
        ControlFlow::Continue(())
    }

    fn pre_visit_table_factor(&mut self, factor: &TableFactor) -> ControlFlow<()> {
        let function = match factor {
            TableFactor::Table { name, args: Some(_), .. } | TableFactor::Function { name, .. } => Some(name.to_string()),
            _ => None,
        };
        if let Some(name) = function.filter(|name| !FUNCTIONS.contains(&name.to_lowercase().as_str())) {
            self.fault("Q2", format!("the function `{name}`"));
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<()> {
        match expr {
            Expr::Function(Function { name, .. }) if !FUNCTIONS.contains(&name.to_string().to_lowercase().as_str()) => {
                self.fault("Q2", format!("the function `{name}`"));
            }
            Expr::In { target, .. } if !matches!(target, InTarget::Subquery(_)) => self.fault("Q4", format!("an expanded list: `{expr}`")),
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_value(&mut self, value: &ValueWithSpan) -> ControlFlow<()> {
        if let SqlValue::Placeholder(name) = &value.value {
            match name.strip_prefix('$').and_then(|n| n.parse().ok()) {
                Some(number) => drop(self.parameters.insert(number)),
                None => self.fault("Q4", format!("the parameter `{name}`")),
            }
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_statement(&mut self, statement: &Statement) -> ControlFlow<()> {
        match statement {
            Statement::Query(_) => {}
            Statement::Insert(insert) => self.insert(insert),
            Statement::Update(update) => self.update(update),
            Statement::Delete(delete) => self.delete(delete),
            other => self.fault("Q8", format!("neither reads nor writes rows: `{other}`")),
        }
        ControlFlow::Continue(())
    }
}

/// The statements of a text. The parser does not know that `FOR UPDATE` has a weaker form.
fn parsed(text: &str) -> Vec<Statement> {
    let known = text.replace(" FOR NO KEY UPDATE", " FOR UPDATE");
    Parser::new(&PostgreSqlDialect {})
        .with_recursion_limit(500)
        .try_with_sql(&known)
        .and_then(|mut parser| parser.parse_statements())
        .unwrap_or_else(|e| panic!("{e}: {text}"))
}

/// The parser descends into sub-selects, and so does whoever follows it, further than the stack of a test reaches.
fn looked_at(text: &str) -> Checked {
    std::thread::scope(|scope| {
        let looking = std::thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, || look_at(text)).expect("a thread");
        looking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn look_at(text: &str) -> Checked {
    let mut checked = Checked::default();
    let statements = parsed(text);
    if statements.len() != 1 {
        checked.fault("Q4", "several statements in one text");
    }
    let _ = statements.visit(&mut checked);
    if checked.tables.len() != checked.named {
        let (seen, named) = (checked.tables.len(), checked.named);
        checked.fault("Q1", format!("{named} tables are named, and only {seen} of them were found where they are"));
    }
    if checked.tables.is_empty() {
        checked.fault("Q1", "no table of the library");
    }
    let last = checked.parameters.last().copied().unwrap_or_default();
    if checked.parameters.first() != Some(&1) || last != checked.parameters.len() || last >= MAX_PARAMETERS {
        let parameters = checked.parameters.clone();
        checked.fault("Q4", format!("parameters {parameters:?}"));
    }
    checked
}

fn check(text: &str) -> Checked {
    let checked = looked_at(text);
    assert!(checked.faults.is_empty(), "{:?}\n{text}", checked.faults);
    checked
}

/// The rules do find what they forbid.
#[test]
fn texts_that_break_a_rule_are_found() {
    let good = [
        "SELECT t.code FROM crm_role AS t WHERE t.company_id = $1 AND t.id = ANY($2::uuid[]) ORDER BY t.code FOR NO KEY UPDATE",
        "SELECT 1 FROM erp.crm_role AS t LEFT JOIN erp.crm_role AS u ON u.company_id = $1 AND u.id = t.id WHERE (t.company_id = $1 AND TRUE)",
        "INSERT INTO crm_role (company_id, id) SELECT $1::uuid, r.id FROM unnest($2::uuid[]) AS r(id)",
        "UPDATE crm_role AS t SET id = r.id FROM unnest($2::uuid[]) AS r(id) WHERE t.company_id = $1 AND t.id = r.id",
        "DELETE FROM crm_role AS t USING unnest($2::uuid[]) AS r(id) WHERE t.company_id = $1 AND t.id = r.id",
        "WITH w0 AS (DELETE FROM crm_role AS t USING unnest($2::uuid[]) AS r(id) WHERE t.company_id = $1 AND t.id = r.id RETURNING 1) \
         SELECT (SELECT count(*) FROM w0)",
    ];
    good.into_iter().for_each(|text| drop(check(text)));
    let bad = [
        ("Q1", "SELECT t.code FROM crm_role AS t WHERE t.id = $1"),
        ("Q1", "SELECT t.code FROM crm_role AS t WHERE t.company_id = $1 OR t.id = $2"),
        ("Q1", "SELECT t.code FROM crm_role AS t WHERE NOT (t.company_id = $1)"),
        ("Q1", "SELECT t.code FROM crm_role AS t WHERE t.company_id = $2 AND t.id = $1"),
        ("Q1", "SELECT t.code FROM crm_role AS t, crm_role AS u WHERE t.company_id = $1 AND u.company_id = t.company_id"),
        ("Q1", "SELECT t.code FROM crm_role AS t LEFT JOIN crm_role AS u ON u.id = t.id WHERE t.company_id = $1"),
        ("Q1", "SELECT t.code FROM crm_role AS t LEFT JOIN crm_role AS u ON t.company_id = $1 AND u.company_id = $1"),
        ("Q1", "SELECT t.code FROM crm_role AS t WHERE t.company_id = $1 AND EXISTS (SELECT 1 FROM crm_role AS u WHERE u.id = t.id)"),
        ("Q1", "SELECT t.code FROM crm_role AS t WHERE t.company_id = $1 AND EXISTS (SELECT 1 FROM crm_role AS u WHERE t.company_id = $1)"),
        ("Q1", "SELECT (SELECT count(*) FROM crm_role), t.id FROM crm_role AS t WHERE t.company_id = $1"),
        (
            "Q1",
            "WITH RECURSIVE b(id) AS (SELECT t.id FROM crm_role AS t WHERE t.company_id = $1 \
             UNION SELECT t.id FROM b CROSS JOIN crm_role AS t) SELECT id FROM b",
        ),
        ("Q1", "WITH w AS (UPDATE crm_role AS t SET id = $1 RETURNING 1) SELECT count(*) FROM w"),
        ("Q1", "UPDATE crm_role AS t SET id = $2 FROM crm_role AS u WHERE t.company_id = $1"),
        ("Q1", "INSERT INTO crm_role (id, company_id) SELECT $1, $2"),
        ("Q1", "INSERT INTO crm_role (company_id, id) SELECT $2, $1"),
        ("Q1", "INSERT INTO crm_role AS t (company_id, id) SELECT $1, $2 WHERE TRUE ON CONFLICT (id) DO NOTHING"),
        ("Q1", "SELECT ARRAY(SELECT q FROM (SELECT t.id FROM crm_role AS t WHERE t.id = $1) AS q)"),
        ("Q2", "INSERT INTO crm_role (company_id, id) VALUES ($1, $2)"),
        ("Q2", "SELECT now() FROM crm_role AS t WHERE t.company_id = $1"),
        ("Q2", "SELECT t.id FROM crm_role AS t WHERE t.company_id = $1 AND t.day < CURRENT_DATE"),
        ("Q2", "SELECT t.id FROM crm_role AS t WHERE t.company_id = $1 ORDER BY random()"),
        ("Q2", "INSERT INTO crm_role (company_id, id) SELECT $1, gen_random_uuid()"),
        ("Q2", "SELECT t.id FROM crm_role AS t, generate_series(1, 2) AS g WHERE t.company_id = $1"),
        ("Q2", "SELECT pg_advisory_lock(1) FROM crm_role AS t WHERE t.company_id = $1"),
        ("Q3", "SELECT t.id FROM crm_role AS t, crm_role AS u WHERE t.company_id = $1 AND u.company_id = $1 ORDER BY 1 FOR UPDATE"),
        ("Q3", "SELECT t.id FROM crm_role AS t WHERE t.id = $1 ORDER BY 1 FOR SHARE"),
        ("Q3", "SELECT t.id FROM crm_role AS t WHERE t.company_id = $1 FOR NO KEY UPDATE"),
        ("Q4", "SELECT t.id FROM crm_role AS t WHERE t.company_id = $1 AND t.id IN ($2, $3)"),
        ("Q4", "SELECT t.id FROM crm_role AS t WHERE t.company_id = $1 AND t.id = $3"),
        ("Q4", "SELECT t.id FROM crm_role AS t WHERE t.company_id = $1; SELECT 1"),
        ("Q1", "DELETE FROM crm_role AS t WHERE t.id = $1"),
        ("Q1", "DELETE FROM crm_role AS t USING crm_role AS u WHERE t.company_id = $1 AND u.id = t.id"),
        ("Q8", "TRUNCATE crm_role"),
        ("Q8", "LISTEN crm_role"),
        ("Q8", "SET search_path TO crm_role"),
        ("Q8", "CREATE TEMPORARY TABLE crm_role (a int)"),
        ("Q8", "SELECT t.id INTO crm_copy FROM crm_role AS t WHERE t.company_id = $1"),
    ];
    for (rule, text) in bad {
        let faults = looked_at(text).faults;
        assert!(faults.iter().any(|fault| fault.split(':').next().unwrap().contains(rule)), "{rule} was not seen to be broken: {faults:?} {text}");
    }
}

// ------------------------------------------------------------------ the texts of the translator

fn company() -> CompanyId {
    CompanyId(Uuid::from_u128(1))
}

fn operator() -> OperatorId {
    OperatorId(Uuid::from_u128(7))
}

fn permit_of(role: Role, groups: &[CustomerGroupId]) -> Permit {
    let code = role.code.clone();
    let guard = Guard::of(company(), Principal::host(operator(), &[&code], groups), None::<&Operator>, &[role], 0);
    guard.permit(Right::CustomersRead).unwrap()
}

/// One who sees all, one who sees their groups, one who sees no cost.
fn permits() -> [Permit; 3] {
    let without_cost: Vec<Right> = Right::ALL.iter().copied().filter(|r| *r != Right::CostRead).collect();
    [
        permit_of(Role::with("all", "All", ScopeLevel::All, Right::ALL), &[]),
        permit_of(Role::with("groups", "Groups", ScopeLevel::Groups, Right::ALL), &[CustomerGroupId(Uuid::nil())]),
        permit_of(Role::with("few", "Few", ScopeLevel::All, &without_cost), &[]),
    ]
}

fn list<E: Entity>(permit: &Permit, filter: &Filter, sort: &[&str]) -> Query {
    Query::Select(Select::<E>::new(permit).filter(filter).unwrap().sort(sort).unwrap().plan())
}

/// Queries of every kind.
fn queries() -> Vec<Query> {
    let id = CustomerGroupId(Uuid::nil());
    let on = day("2010-12-24");
    let customers = Filter::exists("open_item", OpenItem::day().le(on)).and(Customer::name().contains("a")).or(Customer::code().starts_with("B"));
    let customers = customers.negate().and(Customer::group_id().within(id)).and(Customer::country().is_empty());
    let bands: Vec<_> = (1..=20).map(|n| on.checked_add_days(chrono::Days::new(n)).unwrap()).collect();
    let mut queries = Vec::new();
    for permit in permits() {
        queries.push(list::<Customer>(&permit, &customers, &["-country", "name"]));
        queries.push(list::<CustomerGroup>(&permit, &Filter::All, &["name"]));
        queries.push(list::<SalesDocument>(&permit, &SalesDocument::day().between(on, on), &["-day"]));
        queries.push(list::<SalesLine>(&permit, &Filter::exists("customer", customers.clone()), &[]));
        queries.push(list::<StockMovement>(&permit, &Filter::All, &["sequence"]));
        queries.push(list::<Product>(&permit, &Filter::exists("group", ProductGroup::name().starts_with("a")), &["-code"]));
        queries.push(Query::Select(Select::<Allocation>::new(&permit).keys([]).unwrap().plan()));
        queries.push(Query::Select(Select::<Customer>::new(&permit).keys([Value::Id(Uuid::nil())]).unwrap().plan()));
        let ageing = Report::<OpenItem>::new(&permit).by("customer.group_id").unwrap().by_band("due_day", vec![on, on]).unwrap();
        queries.push(Query::Report(ageing.sum("open").unwrap().filter(&Filter::exists("customer", customers.clone())).unwrap().plan()));
        queries.push(Query::Report(Report::<OpenItem>::new(&permit).by_band("due_day", bands.clone()).unwrap().sum("open").unwrap().plan()));
        queries.push(Query::Report(Report::<SalesDocument>::new(&permit).by_month("day").unwrap().sum("net").unwrap().plan()));
        queries.push(Query::Report(Report::<SalesDocument>::new(&permit).sum("net").unwrap().plan()));
    }
    queries
}

fn changes(seed: u64) -> ChangeSet {
    ChangeSet::new(Context {
        operation: "test",
        at: "2010-12-24T09:00:00Z".parse().unwrap(),
        operator: operator(),
        on_behalf_of: None,
        operation_id: None,
        request_id: None,
        ids: Arc::new(SequentialIds::new(seed)),
    })
}

/// Every text that can be made without work.
fn translated(dialect: &PostgresDialect) -> Vec<String> {
    let translator = Translator::new(dialect.clone());
    let queries = queries();
    let mut texts: Vec<String> = translator.registry().into_iter().map(|(_, text)| text).collect();
    texts.extend(queries.iter().map(|query| translator.query(company(), query).unwrap().text.to_string()));
    texts.push(translator.joined_queries(company(), queries.iter()).unwrap().text.to_string());
    texts.extend(queries.windows(3).map(|three| translator.joined_queries(company(), three.iter()).unwrap().text.to_string()));
    let mut set = changes(1);
    set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new("1", "x")));
    set.insert(&Stored::new(set.new_id::<CustomerGroupId>(), CustomerGroup::new("1", "x", None)));
    let written = Written { first_numbers: [("feed".to_owned(), 1)].into() };
    texts.extend(translator.rows(company(), &set, &written).unwrap().into_iter().map(|s| s.text.to_string()));
    texts
}

#[test]
fn every_text_of_the_translator_keeps_the_rules() {
    for dialect in [PostgresDialect::new(), PostgresDialect::in_schema("erp_crm").unwrap()] {
        let texts = translated(&dialect);
        let all: Vec<Checked> = texts.iter().map(|text| check(text)).collect();
        let tables: BTreeSet<&String> = all.iter().flat_map(|c| &c.tables).collect();
        let names: BTreeSet<String> = crm_core::catalogue::all().iter().map(|d| d.table.to_owned()).collect();
        assert_eq!(tables, names.iter().collect());
        let count = |of: fn(&Checked) -> usize| all.iter().map(of).sum::<usize>();
        println!("{} texts: {}", texts.len(), summary(&all));
        assert!(count(|c| c.locks) >= names.len() && count(|c| c.recursive) > 3, "{}", summary(&all));
    }
}

fn summary(all: &[Checked]) -> String {
    let count = |of: fn(&Checked) -> usize| all.iter().map(of).sum::<usize>();
    let most = all.iter().map(|c| c.parameters.len()).max().unwrap_or_default();
    format!(
        "{} selects, {} inserts, {} updates, {} deletes, {} with locks, {} recursive, {} tables limited to the company, {most} parameters at most",
        count(|c| c.selects),
        count(|c| c.inserts),
        count(|c| c.updates),
        count(|c| c.deletes),
        count(|c| c.locks),
        count(|c| c.recursive),
        count(|c| c.tables.len())
    )
}

#[tokio::test]
async fn every_text_of_the_translator_prepares_on_a_freshly_migrated_database() {
    for layout in [Layout::Plain, Layout::Partitioned] {
        let database = Database::new(layout).await;
        let mut connection = database.connection().await;
        for text in translated(&PostgresDialect::new()) {
            let parameters = check(&text).parameters.len();
            let prepared = connection.prepare(AssertSqlSafe(text.clone()).into_sql_str()).await.unwrap_or_else(|e| panic!("{e}: {text}"));
            let taken = match sqlx::Statement::parameters(&prepared) {
                Some(sqlx::Either::Left(types)) => types.len(),
                Some(sqlx::Either::Right(count)) => count,
                None => 0,
            };
            assert_eq!(taken, parameters, "{text}");
        }
    }
}

/// The steps of migrations are statements of one kind each, and none of those that a pooler or a distributed engine cannot bear.
#[test]
fn steps_of_migrations_are_one_statement_each_that_lasts_no_longer_than_its_transaction() {
    for layout in [Layout::Plain, Layout::Partitioned] {
        let dialect = PostgresDialect::in_schema("erp_crm").unwrap();
        let script = crm_storage_sql::script(&dialect, &layout.steps());
        let mut kinds = BTreeMap::<&str, usize>::new();
        for text in script.split(";\n").filter(|text| !text.is_empty()) {
            let [statement] = &parsed(text)[..] else { panic!("several statements in {text}") };
            let kind = match statement {
                Statement::CreateSchema { if_not_exists: true, .. } => "schema",
                Statement::CreateTable(t) if t.if_not_exists && !t.temporary => "table",
                Statement::CreateIndex(i) if i.if_not_exists && !i.concurrently => "index",
                Statement::AlterTable { .. } if text.contains("DROP CONSTRAINT IF EXISTS") => "foreign key",
                Statement::Insert(insert) if matches!(insert.source.as_deref().map(|s| &*s.body), Some(SetExpr::Select(_))) => "note",
                Statement::Set(Set::SingleAssignment { scope: Some(ContextModifier::Local), .. }) => "local setting",
                // Remembers the way, and goes back, as far as the transaction lasts.
                Statement::Query(_) if text.starts_with("SELECT set_config('") && text.ends_with("'), true)") => "way back",
                other => panic!("neither makes tables, nor can be run again: {other}"),
            };
            *kinds.entry(kind).or_default() += 1;
        }
        println!("{layout:?}: {kinds:?}");
        assert_eq!(kinds["note"], layout.steps().len());
        assert_eq!((kinds["schema"], kinds["local setting"], kinds["way back"]), (1, 1, 2));
    }
}

#[test]
fn the_text_does_not_depend_on_values_or_their_number() {
    let translator = || Translator::new(PostgresDialect::new());
    let text = |query: &Query| translator().query(company(), query).unwrap().text.to_string();
    let [permit, _, _] = permits();
    let groups = |count: u128| (0..count).map(|i| Some(CustomerGroupId(Uuid::from_u128(i)))).collect::<Vec<_>>();
    let ids = |count| list::<Customer>(&permit, &Customer::group_id().is_in(groups(count)), &[]);
    assert_eq!(text(&ids(1)), text(&ids(1000)));
    let keys = |count: u128| Query::Select(Select::<Customer>::new(&permit).keys((0..count).map(|i| Value::Id(Uuid::from_u128(i)))).unwrap().plan());
    assert_eq!(text(&keys(1)), text(&keys(1000)));
    let days = |days: &[i64]| {
        list::<Customer>(&permit, &Filter::Field("payment_days".into(), Test::In(days.iter().copied().map(Value::Int).collect())), &[])
    };
    assert_eq!(text(&days(&[1])), text(&days(&[1, 2, 3])));
    let bands = |count: u64| {
        let limits = (0..count).map(|n| day("2010-01-01").checked_add_days(chrono::Days::new(n)).unwrap()).collect();
        Query::Report(Report::<OpenItem>::new(&permit).by_band("due_day", limits).unwrap().plan())
    };
    assert_eq!(text(&bands(17)), text(&bands(60)));
    let words = |word: &str| list::<Customer>(&permit, &Customer::name().contains(word).and(Customer::code().starts_with(word)), &[]);
    assert_eq!(text(&words("a")), text(&words("'; DROP TABLE crm_customer --")));
    let limits = |limit| Query::Select(Select::<Customer>::new(&permit).limit(limit).unwrap().plan());
    assert_eq!(text(&limits(1)), text(&limits(500)));

    // Locks, numbers, inserts and updates, each alone and all of an act together.
    let rows = |count: usize, with_group: bool| {
        let mut set = changes(1);
        if with_group {
            set.insert(&Stored::new(set.new_id::<CustomerGroupId>(), CustomerGroup::new("g", "x", None)));
        }
        (0..count).for_each(|i| set.insert(&Stored::new(set.new_id::<CustomerId>(), Customer::new(format!("{i}"), "x"))));
        let written = Written { first_numbers: [("feed".to_owned(), 1)].into() };
        let (translator, numbers) = (translator(), translator().counters(company(), &set).unwrap());
        let mut statements = translator.rows(company(), &set, &written).unwrap();
        statements.extend(numbers);
        let mut gone = changes(2);
        (0..count).for_each(|i| gone.delete(&Stored::new(CustomerId(Uuid::from_u128(i as u128)), Customer::new(format!("{i}"), "x"))).unwrap());
        if with_group {
            gone.delete(&Stored::new(CustomerGroupId(Uuid::nil()), CustomerGroup::new("g", "x", None))).unwrap();
        }
        statements.extend(translator.deletes(company(), &gone).unwrap());
        statements
    };
    for with_group in [false, true] {
        let (one, many) = (rows(1, with_group), rows(500, with_group));
        assert_eq!(one.iter().map(|s| &s.text).collect::<Vec<_>>(), many.iter().map(|s| &s.text).collect::<Vec<_>>());
        for (one, many) in one.iter().zip(&many) {
            assert_eq!(one.params.len(), many.params.len(), "{}", one.text);
            assert_eq!(many.params.len(), check(&many.text).parameters.len(), "{}", many.text);
            assert!(many.turns.is_none());
        }
    }
    let locks = |count: u128| {
        let keys = LockKeys::none().and::<Customer, _>((0..count).map(|i| CustomerId(Uuid::from_u128(i))));
        translator().locks(company(), &keys).unwrap().into_iter().map(|s| (s.text, s.params.len())).collect::<Vec<_>>()
    };
    assert_eq!(locks(1), locks(700));
}

// ------------------------------------------------------------------ the texts that real work leaves on its connection

/// A statement that a session of the server holds prepared.
struct Prepared {
    name: String,
    text: String,
    types: Vec<String>,
}

/// What work left behind, with the only connection that did it.
struct Worked {
    pool: PgPool,
    company: CompanyId,
    prepared: Vec<Prepared>,
    database: Database,
}

/// What a session has, besides prepared statements, that would outlive a transaction.
const TRACES: &str = "SELECT 'listens to ' || pg_listening_channels() \
    UNION ALL SELECT 'holds an advisory lock' FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() \
    UNION ALL SELECT 'has a temporary table' WHERE pg_my_temp_schema() <> 0 \
    UNION ALL SELECT 'has a cursor ' || name FROM pg_cursors WHERE is_holdable \
    UNION ALL SELECT 'has set ' || name || ' to ' || setting FROM pg_settings WHERE source = 'session'";

async fn texts(pool: &PgPool, sql: &'static str) -> Vec<String> {
    sqlx::raw_sql(sql).fetch_all(pool).await.unwrap().iter().map(|row| row.get(0)).collect()
}

/// Runs cases of the conformance suite on one storage, one after the other; each opens a company of its own.
macro_rules! cases {
    ($harness:expr; $($module:ident: $($case:ident)+;)+) => {
        $($(crm_tests::conformance::$module::$case($harness.clone()).await;)+)+
    };
}

/// All kinds of work of a company on one connection, and what it left prepared.
async fn worked(layout: Layout) -> Worked {
    let database = Database::new(layout).await;
    // Nothing is forgotten, neither a connection nor a statement.
    let connect = database.url().parse::<PgConnectOptions>().unwrap().statement_cache_capacity(1_000_000);
    let pool = PgPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None).connect_with(connect).await.unwrap();
    let session = texts(&pool, "SELECT pg_backend_pid()::text").await;
    let settings = texts(&pool, TRACES).await;
    let storage = PostgresStorage::from_pool(pool.clone()).with_steps(layout.steps());
    let (oracle, harness) = (memory().await, Harness::new(storage.clone()));

    let tally = compare_storages(&oracle, &harness, 2026, 1_200).await;
    assert!(tally.len() >= 95, "{tally:?}");
    compare_filters(&oracle, &harness, 11, 150).await;
    let shop = harness.shop().await;
    work(&shop).await;
    let mut reading = storage.begin(shop.company, Mode::Read).await.unwrap();
    reading.read(&LockKeys::none(), &queries()).await.unwrap();
    reading.commit().await.unwrap();
    conform(&harness).await;

    assert_eq!(texts(&pool, "SELECT pg_backend_pid()::text").await, session, "one connection did all the work");
    assert_eq!(texts(&pool, TRACES).await, settings, "Q8");
    let sql = "SELECT name, statement, parameter_types::text[] FROM pg_prepared_statements ORDER BY prepare_time, name";
    let rows = sqlx::raw_sql(sql).fetch_all(&pool).await.unwrap();
    let prepared = rows.iter().map(|row| Prepared { name: row.get(0), text: row.get(1), types: row.get(2) });
    let prepared = prepared.filter(|p| !p.text.contains("crm_migrations") && !p.text.contains("to_regclass")).collect();
    Worked { pool, company: shop.company, prepared, database }
}

/// The acts and reports that random work leaves out.
async fn work(shop: &Shop) {
    let session = &shop.session;
    let row = |sheet: &str, row, value| SourceRow::new(sheet, row, value);
    let customer = OpeningCustomer { code: "A".into(), name: "A".into(), group: Some("Retail".into()), ..Default::default() };
    let data = OpeningData { customers: vec![row("Customers", 2, customer)], ..Default::default() };
    let stock = OpeningStock { product: "P1".into(), quantity: quantity("5"), unit_cost: "2".parse().unwrap(), ..Default::default() };
    let data = OpeningData { stock: vec![SourceRow::new("Stock", 2, stock)], ..data };
    for mode in [ApplyMode::DryRun, ApplyMode::AllOrNothing, ApplyMode::GoodRows] {
        let options = OpeningOptions::new(shop.warehouse, day("2026-01-01"), mode);
        session.opening().apply(&data, &options).await.unwrap();
    }
    shop.receive("10", "2").await;
    let sold = session.sales().deliver(&shop.delivery_of(&[(shop.product, "3", "5"), (shop.service, "1", "9")])).await.unwrap();
    let lines = shop.lines_of(sold.document_id).await;
    session.sales().return_goods(&shop.back(sold.document_id, &[(lines[0], "1")])).await.unwrap();
    session.sales().return_goods(&shop.unlinked(shop.product, "1", "1")).await.unwrap();
    shop.pay("2026-02-01", "1", Allocate::OldestDue).await;
    shop.pay("2026-02-01", "1", Allocate::Nothing).await;
    session.stock().count(&shop.counted("-1", None)).await.unwrap();
    for by in [ProfitBy::Month, ProfitBy::Customer, ProfitBy::CustomerGroup, ProfitBy::Salesperson, ProfitBy::Document, ProfitBy::Total] {
        session.sales().profit(by, &Filter::All).await.unwrap();
        session.sales().profit(by, &SalesDocument::day().ge(day("2026-01-01"))).await.unwrap();
    }
    let on = day("2026-03-01");
    for of in [AccountOf::Everyone, AccountOf::Customer(shop.customer)] {
        session.receivables().ageing(&AgeingQuery { of, ..AgeingQuery::new(on, Currency::EUR) }).await.unwrap();
    }
    assert_ne!(session.receivables().balance(shop.customer, on, Currency::EUR).await.unwrap(), eur("0"));
    let (key, new) = (ExternalKey::new("erp", "1"), [Customer::code().set("E1"), Customer::name().set("E")]);
    session.customers().upsert(&key, new, UpsertMode::Upsert).await.unwrap();
    assert!(session.customers().find_external(&key).await.unwrap().is_some());
    let group = session.product_groups().create(ProductGroup::new("G", "G", None)).await.unwrap();
    session.products().list().filter(&Product::group_id().within(group.id)).unwrap().fetch().await.unwrap();
    for decl in crm_core::catalogue::all() {
        if let Some(records) = AnyRecords::new(session, decl) {
            records.page(&Listing { limit: 3, ..Listing::default() }).await.unwrap();
        }
    }
    shop.verify().await;
}

/// The cases of the conformance suite that need no second connection while one is in use.
async fn conform(harness: &Harness) {
    cases! { harness;
        contract: nothing_sorts_first_and_last_when_turned_round text_sorts_by_its_bytes several_sort_keys_end_with_the_row_itself
            pages_follow_each_other_without_gaps_or_doubles reports_count_and_sum_by_groups a_report_of_no_rows_is_zero reports_group_by_month
            reports_group_by_bands reports_group_through_a_reference filters_mean_the_same_everywhere filters_follow_relations_and_trees;
        stock: a_receipt_brings_quantity_and_value a_count_finds_and_misses warehouses_have_their_own_quantities;
        sales: a_linked_return_comes_back_at_its_price_and_cost profit_is_the_same_whatever_it_is_grouped_by
            profit_of_products_and_their_groups_follows_the_lines a_key_does_an_act_once;
        receivables: a_payment_settles_the_items_it_names the_credit_of_a_return_is_allocated_later ageing_stands_in_its_buckets_and_adds_up;
        masters: many_are_created_together_or_not_at_all an_upsert_creates_updates_and_leaves_alone
            every_change_is_in_the_audit_before_and_after every_change_has_its_place_in_the_feed;
        customers: a_customer_is_deleted_with_his_parts what_is_referred_to_is_not_deleted a_granted_group_is_not_deleted
            a_card_has_everything_of_a_customer fields_of_the_host_hold_typed_values fields_of_the_host_are_filtered_by
            a_membership_gives_reach_on_every_path;
        dictionary: an_entry_in_use_is_not_deleted a_merge_gives_everything_another_entry;
        company: a_document_follows_the_policy_of_its_day;
        access: a_salesperson_sees_his_own_in_list_count_report_and_get a_manager_sees_his_groups_and_below related_records_stay_in_reach
            costs_are_hidden_in_rows_filters_sorts_groups_and_sums a_changed_role_takes_effect_at_the_next_act;
        opening: good_rows_are_applied_and_the_others_handed_back applying_twice_changes_nothing;
        products: a_code_of_any_kind_finds_product_unit_and_quantity a_customers_part_number_counts_for_him_only kits_hold_no_kits
            an_active_code_is_claimed_once a_product_without_a_code_takes_the_next_of_its_group a_customer_without_a_number_takes_the_next_of_his_group;
        pricing: the_first_source_that_has_a_price_wins a_price_of_a_box_serves_lines_in_pieces_and_back what_is_no_price_is_refused
            the_history_has_the_last_deliveries_first the_basket_has_what_is_taken_most_often the_last_delivery_is_copied_for_the_next;
    }
}

#[tokio::test]
async fn every_text_of_real_work_keeps_the_rules() {
    let worked = worked(Layout::Plain).await;
    let all: Vec<Checked> = worked.prepared.iter().map(|p| check(&p.text)).collect();
    for (checked, prepared) in all.iter().zip(&worked.prepared) {
        assert_eq!(checked.parameters.len(), prepared.types.len(), "{}", prepared.text);
        assert_eq!(prepared.types[0], "uuid", "{}", prepared.text);
    }
    let distinct: BTreeSet<&str> = worked.prepared.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(distinct.len(), worked.prepared.len(), "a text is prepared once");
    let joined = |start: &str| distinct.iter().filter(|text| text.starts_with(start)).count();
    println!("{} texts of real work: {}", all.len(), summary(&all));
    println!("{} joined writes, {} joined queries", joined("WITH n AS"), joined("SELECT ARRAY(SELECT q FROM ("));
    assert!(joined("WITH n AS") > 10 && joined("SELECT ARRAY(SELECT q FROM (") > 10);
    let tables: BTreeSet<&String> = all.iter().flat_map(|c| &c.tables).collect();
    assert_eq!(tables.len(), crm_core::catalogue::all().len(), "{tables:?}");
    drop(worked.database);
}

// ------------------------------------------------------------------ one part of each table

/// A value of a type, as a literal: the company for the first parameter, and otherwise something that could be there. Later ones are larger, so
/// that a range is not empty.
fn literal(position: usize, ty: &str, company: CompanyId) -> String {
    if position == 0 {
        return format!("'{}'::uuid", company.0);
    }
    let (element, is_array) = ty.strip_suffix("[]").map_or((ty, false), |element| (element, true));
    let value = match element {
        "uuid" => "00000000-0000-0000-0000-000000000001".to_owned(),
        "bigint" => position.to_string(),
        "boolean" => "true".into(),
        "text" => format!("a{position:03}"),
        "date" => format!("20{:02}-01-10", 26 + position % 70),
        "timestamp with time zone" => format!("20{:02}-01-10T09:00:00Z", 26 + position % 70),
        "numeric" => format!("{position}.5"),
        "jsonb" => "[]".into(),
        other => panic!("no value of the type {other} is known"),
    };
    if is_array { format!("ARRAY['{value}', '{value}']::{ty}") } else { format!("'{value}'::{ty}") }
}

/// What a plan touches.
#[derive(Debug, Default)]
struct Touched {
    /// Parts that are scanned or changed, with the name that the statement has for the table.
    parts: BTreeSet<(String, String)>,
    /// Scans of tables of the library that are no parts.
    whole: Vec<String>,
}

/// The table and the number of a part, `crm_customer_p3`.
fn part(relation: &str) -> Option<(&str, u32)> {
    let (table, number) = relation.rsplit_once("_p")?;
    number.parse().ok().filter(|n| *n < PARTS).map(|n| (table, n))
}

fn touch(plan: &Json, touched: &mut Touched) {
    match plan {
        Json::Array(all) => all.iter().for_each(|inner| touch(inner, touched)),
        Json::Object(node) => {
            if let Some(relation) = node.get("Relation Name").and_then(Json::as_str) {
                let alias = node.get("Alias").and_then(Json::as_str).unwrap_or_default();
                // A write names its table as a whole, and beside it the parts that it changes. Rows to insert find their part one by one.
                let is_write = node.get("Node Type").and_then(Json::as_str) == Some("ModifyTable");
                match part(relation) {
                    Some(_) => drop(touched.parts.insert((alias.to_owned(), relation.to_owned()))),
                    None if is_write => {}
                    None => touched.whole.push(relation.to_owned()),
                }
            }
            node.values().for_each(|inner| touch(inner, touched));
        }
        _ => {}
    }
}

#[tokio::test]
async fn every_statement_of_real_work_touches_one_part_of_each_table() {
    let worked = worked(Layout::Partitioned).await;
    let mut connection = worked.pool.acquire().await.unwrap();
    let sql = format!("SELECT tableoid::regclass::text FROM crm_company WHERE company_id = '{}'", worked.company.0);
    let home: String = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *connection).await.unwrap().get(0);
    let (_, home) = part(&home).unwrap();
    (&mut *connection).execute("SET plan_cache_mode = force_custom_plan").await.unwrap();
    let (mut named, mut scans, mut tables, mut without) = (0, 0, BTreeSet::new(), 0);
    for prepared in &worked.prepared {
        let arguments: Vec<String> = prepared.types.iter().enumerate().map(|(i, ty)| literal(i, ty, worked.company)).collect();
        let sql = format!("EXPLAIN (FORMAT JSON, VERBOSE) EXECUTE {}({})", prepared.name, arguments.join(", "));
        let plan: Json = explained(&mut connection, &sql).await;
        let mut touched = Touched::default();
        touch(&plan, &mut touched);
        assert_eq!(touched.whole, [""; 0], "{}\n{plan:#}", prepared.text);
        let parts: BTreeSet<u32> = touched.parts.iter().filter_map(|(_, relation)| part(relation)).map(|(_, number)| number).collect();
        let checked = check(&prepared.text);
        let reads = checked.tables.len() - checked.inserts;
        assert!(parts.iter().all(|p| *p == home), "parts {parts:?}, the company is in {home}: {}\n{plan:#}", prepared.text);
        if touched.parts.is_empty() && reads > 0 {
            // Nothing can be found with these values, or by a condition that is never true: the plan leaves the tables out.
            without += 1;
        }
        named += reads;
        scans += touched.parts.len();
        tables.extend(touched.parts.iter().filter_map(|(_, relation)| part(relation)).map(|(table, _)| table.to_owned()));
    }
    println!(
        "{} statements name {named} tables to read or change: {scans} scans and changes, each in part {home} of {PARTS}; {} tables; \
         {without} plans that touch nothing",
        worked.prepared.len(),
        tables.len()
    );
    assert!(scans * 20 > named * 19 && without * 50 < worked.prepared.len(), "plans that leave too much out to show anything");
    assert!(tables.len() >= crm_core::catalogue::all().len() - 1, "{tables:?}");
}

async fn explained(connection: &mut PgConnection, sql: &str) -> Json {
    let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(connection).await.unwrap_or_else(|e| panic!("{e}: {sql}"));
    let text: String = row.try_get_unchecked(0).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// A statement without the company does touch every part, so that the test above would see it.
#[tokio::test]
async fn a_statement_without_the_company_touches_every_part() {
    let database = Database::new(Layout::Partitioned).await;
    let mut connection = database.connection().await;
    for (sql, parts) in [
        ("SELECT t.id FROM crm_role AS t WHERE t.code = 'a'", PARTS),
        ("UPDATE crm_role AS t SET name = 'a' WHERE t.code = 'a'", PARTS),
        ("SELECT t.id FROM crm_role AS t WHERE t.company_id = '00000000-0000-0000-0000-000000000001'", 1),
        ("UPDATE crm_role AS t SET name = 'a' WHERE t.company_id = '00000000-0000-0000-0000-000000000001'", 1),
    ] {
        let mut touched = Touched::default();
        touch(&explained(&mut connection, &format!("EXPLAIN (FORMAT JSON, VERBOSE) {sql}")).await, &mut touched);
        let numbers: BTreeSet<u32> = touched.parts.iter().filter_map(|(_, relation)| part(relation)).map(|(_, n)| n).collect();
        assert_eq!((numbers.len(), touched.whole), (parts as usize, vec![]), "{sql}");
    }
    connection.close().await.unwrap();
}
