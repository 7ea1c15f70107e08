//! The schema on PostgreSQL: the runner of migrations, the catalogue that it leaves, and databases that are shared with others.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use crm_core::{
    Code, catalogue,
    company::Company,
    customers::Customer,
    entity::ValueType,
    ids::CompanyId,
    num::Currency,
    query::Filter,
    receivables::{Allocate, OpenItem},
    sales::NewDelivery,
    storage::{Mode, Storage},
};
use crm_storage_postgres::{PostgresOptions, PostgresStorage, steps};
use crm_storage_sql::schema::{foreign_keys, indexes, key_columns};
use crm_tests::{
    harness::{Harness, Shop, assert_same_tables, day, eur, quantity},
    postgres::{Database, Layout, PARTS},
    waiting::until_it_waits,
};
use sqlx::{
    AssertSqlSafe, Connection, Executor, PgConnection, Row,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Every namespace that is not the engine's own.
const OURS: &str = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/// Rows of text.
async fn look(connection: &mut PgConnection, sql: &str) -> Vec<Vec<String>> {
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(connection).await.unwrap_or_else(|e| panic!("{e}: {sql}"));
    let text = |row: &sqlx::postgres::PgRow, i| row.get::<Option<String>, _>(i).unwrap_or_default();
    rows.iter().map(|row| (0..row.len()).map(|i| text(row, i)).collect()).collect()
}

/// Text in the first column.
async fn names(connection: &mut PgConnection, sql: &str) -> Vec<String> {
    look(connection, sql).await.into_iter().map(|row| row[0].clone()).collect()
}

async fn run(connection: &mut PgConnection, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await.unwrap_or_else(|e| panic!("{e}: {sql}"));
}

fn strings<const N: usize>(of: [&str; N]) -> Vec<String> {
    of.map(str::to_owned).to_vec()
}

/// A shop that has bought, sold and been paid.
async fn trading(harness: &Harness, name: &str) -> Shop {
    let shop = Shop::founded(harness, Company::new(name, Currency::EUR)).await;
    trade(&shop).await;
    shop
}

async fn trade(shop: &Shop) {
    shop.receive("10", "2").await;
    let sold = shop.deliver("4", "5").await;
    let lines = shop.lines_of(sold.document_id).await;
    shop.session.sales().return_goods(&shop.back(sold.document_id, &[(lines[0], "1")])).await.unwrap();
    shop.pay("2026-02-01", "10", Allocate::OldestDue).await;
    shop.session.stock().count(&shop.counted("-1", None)).await.unwrap();
    shop.verify().await;
}

// ------------------------------------------------------------------ the catalogue equals the declarations

fn native(ty: ValueType) -> &'static str {
    match ty {
        ValueType::Bool => "boolean",
        ValueType::Int => "bigint",
        ValueType::Text => "text",
        ValueType::Id => "uuid",
        ValueType::Day => "date",
        ValueType::Instant => "timestamp with time zone",
        ValueType::Json => "jsonb",
        ValueType::Money => "numeric(19,4)",
        ValueType::Price | ValueType::Quantity => "numeric(18,6)",
        ValueType::Rate => "numeric(18,4)",
    }
}

/// The names of columns that an array of numbers stands for, in its order.
fn columns_of(numbers: &str, relation: &str) -> String {
    format!(
        "(SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest({numbers}::int2[]) WITH ORDINALITY AS k(number, place) \
         JOIN pg_attribute a ON a.attrelid = {relation} AND a.attnum = k.number)"
    )
}

/// Whether a column takes its values from elsewhere than the library is the last in each row.
async fn check_columns(connection: &mut PgConnection, schema: &str, decl: &crm_core::entity::EntityDecl) {
    let sql = format!(
        "SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull::text, coalesce(c.collname, '')::text, \
         (a.atthasdef OR a.attidentity <> '' OR a.attgenerated <> '')::text \
         FROM pg_attribute a LEFT JOIN pg_collation c ON c.oid = a.attcollation \
         WHERE a.attrelid = '{schema}.{}'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
        decl.table
    );
    let mut expected = vec![strings(["company_id", "uuid", "true", "", "false"])];
    for column in decl.columns() {
        let collation = if column.ty == ValueType::Text { "C" } else { "" };
        let not_null = if column.nullable { "false" } else { "true" };
        expected.push(strings([&column.name, native(column.ty), not_null, collation, "false"]));
    }
    assert_eq!(look(connection, &sql).await, expected, "columns of {schema}.{}", decl.table);
}

/// The primary key and all indexes: name, columns, whether it is the primary key, whether it is unique, its condition.
async fn check_indexes(connection: &mut PgConnection, schema: &str, decl: &crm_core::entity::EntityDecl) {
    let sql = format!(
        "SELECT i.relname::text, {}, x.indisprimary::text, x.indisunique::text, pg_get_expr(x.indpred, x.indrelid), am.amname::text, \
         (x.indisvalid AND x.indimmediate AND x.indexprs IS NULL AND x.indnkeyatts = x.indnatts AND 0 = ALL (x.indoption::int2[]))::text \
         FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_am am ON am.oid = i.relam \
         WHERE x.indrelid = '{schema}.{}'::regclass",
        columns_of("x.indkey", "x.indrelid"),
        decl.table
    );
    let found: BTreeSet<Vec<String>> = look(connection, &sql).await.into_iter().collect();
    let pair = |is: bool| if is { "true" } else { "false" };
    let key = format!("company_id,{}", key_columns(decl).join(","));
    let mut expected = BTreeSet::from([strings([&format!("{}_pkey", decl.table), &key, "true", "true", "", "btree", "true"])]);
    for index in indexes(decl) {
        let columns = format!("company_id,{}", index.columns.join(","));
        let condition = if index.is_partial { format!("({} IS NOT NULL)", index.columns[0]) } else { String::new() };
        expected.insert(strings([&index.name, &columns, "false", pair(index.is_unique), &condition, "btree", "true"]));
    }
    assert_eq!(found, expected, "indexes of {schema}.{}", decl.table);
}

/// Foreign keys, each to a table in the same schema, checked at once, and forbidding what they forbid.
async fn check_foreign_keys(connection: &mut PgConnection, schema: &str, decl: &crm_core::entity::EntityDecl) {
    let sql = format!(
        "SELECT c.conname::text, {}, n.nspname || '.' || t.relname, {}, \
         concat_ws(' ', c.confdeltype, c.confupdtype, c.confmatchtype, c.condeferrable, c.condeferred, c.convalidated) \
         FROM pg_constraint c JOIN pg_class t ON t.oid = c.confrelid JOIN pg_namespace n ON n.oid = t.relnamespace \
         WHERE c.conrelid = '{schema}.{}'::regclass AND c.contype = 'f' AND c.conparentid = 0",
        columns_of("c.conkey", "c.conrelid"),
        columns_of("c.confkey", "c.confrelid"),
        decl.table
    );
    let found: BTreeSet<Vec<String>> = look(connection, &sql).await.into_iter().collect();
    let expected = foreign_keys(decl).into_iter().map(|key| {
        let (name, columns) = (format!("{}_{}_fk", decl.table, key.column), format!("company_id,{}", key.column));
        strings([&name, &columns, &format!("{schema}.{}", key.target.table), "company_id,id", "a a s f f t"])
    });
    assert_eq!(found, expected.collect(), "foreign keys of {schema}.{}", decl.table);
    let sql =
        format!("SELECT conname::text FROM pg_constraint WHERE conrelid = '{schema}.{}'::regclass AND contype NOT IN ('p', 'f', 'n')", decl.table);
    assert_eq!(names(connection, &sql).await, [""; 0], "other constraints of {schema}.{}", decl.table);
}

async fn check_catalogue(connection: &mut PgConnection, schema: &str) {
    let (mut keys, mut foreign) = (0, 0);
    for decl in catalogue::all() {
        check_columns(connection, schema, decl).await;
        check_indexes(connection, schema, decl).await;
        check_foreign_keys(connection, schema, decl).await;
        keys += indexes(decl).len();
        foreign += foreign_keys(decl).len();
    }
    println!("{schema}: {} tables, {keys} indexes besides the primary keys, {foreign} foreign keys", catalogue::all().len());
    let sql = format!(
        "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
         WHERE n.nspname = '{schema}' AND c.relkind NOT IN ('i', 'I') AND NOT c.relispartition"
    );
    let found: BTreeSet<String> = names(connection, &sql).await.into_iter().collect();
    let expected = catalogue::all().iter().map(|d| d.table).chain(["crm_migrations"]).map(str::to_owned);
    assert_eq!(found, expected.collect(), "relations of {schema}");
}

#[tokio::test]
async fn the_catalogue_equals_the_declarations() {
    for layout in [Layout::Plain, Layout::Partitioned] {
        let database = Database::new(layout).await;
        let mut connection = database.connection().await;
        check_catalogue(&mut connection, "public").await;
        let parts = format!(
            "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND {OURS} WHERE c.relkind = 'r' \
             AND c.relispartition"
        );
        let expected = if layout == Layout::Plain { 0 } else { catalogue::all().len() * PARTS as usize };
        assert_eq!(names(&mut connection, &parts).await.len(), expected);
    }
}

// ------------------------------------------------------------------ S1 to S4, from the catalogue alone

/// What the rules of the schema forbid, each as a select that finds nothing.
fn forbidden() -> Vec<(&'static str, String)> {
    let relations = format!("pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace AND {OURS}");
    let tables = format!("{relations} AND t.relkind IN ('r', 'p') AND t.relname <> 'crm_migrations'");
    let constraints = format!("pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace AND {OURS}");
    let columns = format!("pg_attribute a JOIN ({relations}) ON t.oid = a.attrelid");
    let within = |relation: &str| format!("{relation} IN (SELECT t.oid FROM {tables})");
    let column =
        |number: &str, relation: &str| format!("(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = {relation} AND a.attnum = {number})");
    let is_not_company = |number: &str, relation: &str| format!("{} IS DISTINCT FROM 'company_id'", column(number, relation));
    vec![
        ("S1: a table whose first column is not the company", {
            let first = "SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = 1 AND a.attname = 'company_id' \
                         AND a.atttypid = 'uuid'::regtype AND a.attnotnull";
            format!("SELECT t.relname::text FROM {tables} AND NOT EXISTS ({first})")
        }),
        ("S1: a table without a primary key", {
            format!("SELECT t.relname::text FROM {tables} AND NOT EXISTS (SELECT FROM pg_index x WHERE x.indrelid = t.oid AND x.indisprimary)")
        }),
        ("S1: a key or an index that the company does not lead", {
            let (ours, is_wrong) = (within("x.indrelid"), is_not_company("x.indkey[0]", "x.indrelid"));
            format!("SELECT x.indexrelid::regclass::text FROM pg_index x WHERE {ours} AND {is_wrong}")
        }),
        ("S1: a constraint over columns that the company does not lead", {
            let (ours, is_wrong) = (within("c.conrelid"), is_not_company("c.conkey[1]", "c.conrelid"));
            format!("SELECT c.conname::text FROM pg_constraint c WHERE c.contype IN ('p', 'u', 'f', 'x') AND {ours} AND {is_wrong}")
        }),
        ("S1, S2: a foreign key that does not lead to the same company's rows", {
            let (ours, there, is_wrong) = (within("c.conrelid"), within("c.confrelid"), is_not_company("c.confkey[1]", "c.confrelid"));
            format!("SELECT c.conname::text FROM pg_constraint c WHERE c.contype = 'f' AND {ours} AND (NOT {there} OR {is_wrong})")
        }),
        ("S4: ON DELETE SET NULL or DEFAULT, or ON UPDATE anything", {
            format!("SELECT c.conname::text FROM {constraints} AND c.contype = 'f' AND (c.confdeltype IN ('n', 'd') OR c.confupdtype <> 'a')")
        }),
        ("S4: a deferrable or exclusion constraint, or a constraint trigger", {
            format!("SELECT c.conname::text FROM {constraints} AND (c.condeferrable OR c.condeferred OR c.contype IN ('x', 't'))")
        }),
        ("S4: a trigger", "SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal".into()),
        ("S4: a trigger that is internal, but not of a foreign key", {
            let constraint = "LEFT JOIN pg_constraint c ON c.oid = g.tgconstraint";
            format!("SELECT g.tgname::text FROM pg_trigger g {constraint} WHERE c.contype IS DISTINCT FROM 'f'")
        }),
        ("S4: an event trigger", "SELECT evtname::text FROM pg_event_trigger".into()),
        ("S4: a rule", format!("SELECT r.rulename::text FROM pg_rewrite r JOIN ({relations}) ON t.oid = r.ev_class")),
        ("S4: a policy", "SELECT polname::text FROM pg_policy".into()),
        ("S4: a function or procedure", format!("SELECT p.proname::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace AND {OURS}")),
        ("S4: a sequence, a view, a foreign or composite relation", {
            format!("SELECT t.relname::text FROM {relations} AND t.relkind NOT IN ('r', 'p', 'i', 'I', 't')")
        }),
        ("S4: a column that fills itself", {
            format!("SELECT t.relname || '.' || a.attname FROM {columns} AND (a.atthasdef OR a.attidentity <> '' OR a.attgenerated <> '')")
        }),
        ("S4: a custom type that is not the row type of a table, or the array of one", {
            let of_table = "SELECT FROM pg_class t WHERE t.relkind IN ('r', 'p') AND t.oid IN (y.typrelid, e.typrelid)";
            let types = format!("pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace AND {OURS} LEFT JOIN pg_type e ON e.oid = y.typelem");
            format!("SELECT y.typname::text FROM {types} WHERE NOT EXISTS ({of_table})")
        }),
        ("S4: a column of a custom type", {
            let types = "JOIN pg_type y ON y.oid = a.atttypid AND y.typnamespace <> 'pg_catalog'::regnamespace";
            format!("SELECT t.relname || '.' || a.attname FROM {columns} {types} WHERE a.attnum > 0")
        }),
        ("S4: inheritance, parts of a partitioned table apart", {
            let parents = "JOIN pg_class t ON t.oid = i.inhparent AND t.relkind NOT IN ('p', 'I')";
            format!("SELECT i.inhrelid::regclass::text FROM pg_inherits i {parents}")
        }),
    ]
}

#[tokio::test]
async fn nothing_in_the_catalogue_breaks_the_rules_of_the_schema() {
    for layout in [Layout::Plain, Layout::Partitioned] {
        let database = Database::new(layout).await;
        let mut connection = database.connection().await;
        for (rule, sql) in forbidden() {
            assert_eq!(names(&mut connection, &sql).await, [""; 0], "{layout:?}: {rule}");
        }
    }
}

/// The selects above do find what they look for.
#[tokio::test]
async fn whatever_breaks_a_rule_of_the_schema_is_found() {
    let faults = "CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, company_id uuid NOT NULL, at timestamptz DEFAULT now());
        CREATE TABLE b (company_id uuid NOT NULL, id bigint UNIQUE DEFERRABLE, a bigint REFERENCES a ON DELETE SET NULL,
            EXCLUDE USING btree (id WITH =));
        CREATE TABLE c () INHERITS (b);
        CREATE TYPE e AS ENUM ('x');
        CREATE TABLE f (company_id uuid NOT NULL, e e);
        CREATE VIEW v AS SELECT 1 AS one;
        CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER h AFTER INSERT ON a EXECUTE FUNCTION g();
        CREATE POLICY p ON a;
        CREATE FUNCTION g2() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER t ON sql_drop EXECUTE FUNCTION g2();";
    let database = Database::empty().await;
    let mut connection = database.connection().await;
    run(&mut connection, faults).await;
    for (rule, sql) in forbidden() {
        assert!(!names(&mut connection, &sql).await.is_empty(), "finds nothing: {rule}");
    }
}

#[test]
fn foreign_keys_follow_when_every_table_is_there() {
    for layout in [Layout::Plain, Layout::Partitioned] {
        let steps = layout.steps();
        assert_eq!(steps.iter().map(|s| &s.id).collect::<BTreeSet<_>>().len(), steps.len(), "an id is there twice");
        let is_table = |sql: &str| sql.starts_with("CREATE TABLE");
        let tables = steps.iter().rposition(|s| is_table(&s.sql)).unwrap();
        let first = steps.iter().position(|s| s.sql.contains("REFERENCES")).unwrap();
        assert!(tables < first, "{} stands behind {}", steps[tables].id, steps[first].id);
        assert!(steps.iter().all(|s| !s.sql.contains(';')), "a step of several statements");
    }
}

// ------------------------------------------------------------------ the runner

fn company() -> CompanyId {
    CompanyId(Uuid::from_u128(1))
}

/// Everything that the steps made.
async fn made(connection: &mut PgConnection) -> Vec<Vec<String>> {
    let sql = format!(
        "SELECT t.relname::text, t.relkind::text, coalesce(pg_get_indexdef(t.oid), (SELECT string_agg(concat_ws(' ', a.attname, \
         format_type(a.atttypid, a.atttypmod), a.attnotnull), ', ' ORDER BY a.attnum) FROM pg_attribute a \
         WHERE a.attrelid = t.oid AND a.attnum > 0)) \
         FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace WHERE {OURS} AND t.relkind IN ('r', 'p', 'i', 'I') \
         UNION ALL SELECT c.conname::text, c.conrelid::regclass::text, pg_get_constraintdef(c.oid) \
         FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE {OURS} AND c.conparentid = 0 ORDER BY 1, 2, 3"
    );
    look(connection, &sql).await
}

#[tokio::test]
async fn nothing_begins_before_the_host_has_applied_the_migrations() {
    let database = Database::empty().await;
    let storage = database.storage(Layout::Plain, 2).await;
    for mode in [Mode::Read, Mode::Write] {
        assert_eq!(storage.begin(company(), mode).await.err().unwrap().code(), Code::SchemaMismatch);
    }
    let error = storage.migrations().verify().await.unwrap_err();
    assert_eq!((error.code(), error.context("step")), (Code::SchemaMismatch, Some("0001.crm_company")));
    let ids: Vec<String> = steps().into_iter().map(|s| s.id.into_owned()).collect();
    assert_eq!(storage.migrations().plan().await.unwrap(), steps());
    assert_eq!(made(&mut database.connection().await).await, Vec::<Vec<String>>::new(), "planning changes nothing");
    let at = "2026-01-05T09:00:00Z".parse().unwrap();
    assert_eq!(storage.migrations().apply_at(Some(at)).await.unwrap(), ids);
    assert_eq!(storage.migrations().apply().await.unwrap(), [""; 0]);
    assert_eq!(storage.migrations().plan().await.unwrap(), []);
    storage.begin(company(), Mode::Read).await.unwrap();
    // Another process, which has verified nothing yet.
    database.storage(Layout::Plain, 2).await.begin(company(), Mode::Write).await.unwrap();
    let sql = "SELECT count(*)::text FROM crm_migrations WHERE applied_at = '2026-01-05T09:00:00Z'";
    assert_eq!(names(&mut database.connection().await, sql).await, [ids.len().to_string()]);
}

#[tokio::test]
async fn a_changed_or_unknown_step_is_a_mismatch_and_a_missing_one_is_applied_again() {
    let database = Database::new(Layout::Plain).await;
    let mut tools = database.connection().await;
    let storage = database.storage(Layout::Plain, 2).await;
    let last = steps()[steps().len() - 5..].iter().map(|s| s.id.to_string()).collect::<Vec<_>>();
    let list = last.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ");
    run(&mut tools, &format!("DELETE FROM crm_migrations WHERE step IN ({list})")).await;
    let error = storage.migrations().verify().await.unwrap_err();
    assert_eq!((error.code(), error.context("step"), error.context("missing")), (Code::SchemaMismatch, Some(last[0].as_str()), Some("5")));
    assert_eq!(storage.begin(company(), Mode::Read).await.err().unwrap().code(), Code::SchemaMismatch);
    assert_eq!(storage.migrations().apply().await.unwrap(), last);
    storage.migrations().verify().await.unwrap();

    let storage = database.storage(Layout::Plain, 2).await;
    run(&mut tools, "INSERT INTO crm_migrations (step, checksum) VALUES ('9999.future', 'x')").await;
    let expect = |error: crm_core::Error, step: &str| assert_eq!((error.code(), error.context("step")), (Code::SchemaMismatch, Some(step)));
    expect(storage.migrations().plan().await.unwrap_err(), "9999.future");
    expect(storage.migrations().apply().await.unwrap_err(), "9999.future");
    expect(storage.begin(company(), Mode::Read).await.err().unwrap(), "9999.future");
    run(&mut tools, "DELETE FROM crm_migrations WHERE step = '9999.future'").await;
    run(&mut tools, "UPDATE crm_migrations SET checksum = 'x' WHERE step = '0001.crm_customer'").await;
    expect(storage.migrations().verify().await.unwrap_err(), "0001.crm_customer");
    expect(storage.migrations().apply().await.unwrap_err(), "0001.crm_customer");
    expect(storage.begin(company(), Mode::Write).await.err().unwrap(), "0001.crm_customer");
}

#[tokio::test]
async fn every_step_can_be_run_again_over_the_books_of_a_company() {
    for layout in [Layout::Plain, Layout::Partitioned] {
        let database = Database::new(layout).await;
        let mut tools = database.connection().await;
        let storage = database.storage(layout, 2).await;
        let shop = trading(&Harness::new(storage.clone()), "Acme").await;
        let (before, rows) = (made(&mut tools).await, shop.dump().await);
        run(&mut tools, "DELETE FROM crm_migrations").await;
        let ids: Vec<String> = layout.steps().into_iter().map(|s| s.id.into_owned()).collect();
        assert_eq!(storage.migrations().apply().await.unwrap(), ids);
        storage.migrations().verify().await.unwrap();
        assert_eq!(made(&mut tools).await, before);
        assert_same_tables(&rows, &shop.dump().await, "after the steps were run again");
        shop.verify().await;
    }
}

#[tokio::test]
async fn applying_that_fails_half_way_can_be_run_again() {
    let database = Database::empty().await;
    let mut tools = database.connection().await;
    let storage = database.storage(Layout::Plain, 2).await;
    // A table has a type of its own name, so this one is in the way.
    run(&mut tools, "CREATE TYPE crm_operator AS ENUM ('host')").await;
    let error = storage.migrations().apply().await.unwrap_err();
    assert_eq!(error.context("step"), Some("0001.crm_operator"), "{error:?}");
    let left = storage.migrations().plan().await.unwrap();
    assert_eq!(left.first().map(|s| s.id.as_ref()), Some("0001.crm_operator"));
    assert_eq!(storage.migrations().apply().await.unwrap_err().context("step"), Some("0001.crm_operator"));
    assert_eq!(storage.migrations().plan().await.unwrap(), left);
    run(&mut tools, "DROP TYPE crm_operator").await;
    assert_eq!(storage.migrations().apply().await.unwrap(), left.iter().map(|s| s.id.to_string()).collect::<Vec<_>>());
    storage.migrations().verify().await.unwrap();
    check_catalogue(&mut tools, "public").await;
    trading(&Harness::new(storage), "Acme").await;
}

#[tokio::test]
async fn rows_that_a_key_refuses_hold_applying_up_until_they_are_gone() {
    let database = Database::empty().await;
    let mut tools = database.connection().await;
    let storage = database.storage(Layout::Plain, 2).await;
    let tables = steps().into_iter().filter(|s| s.sql.starts_with("CREATE TABLE")).collect();
    storage.clone().with_steps(tables).migrations().apply().await.unwrap();
    let row = |id: &str, code: &str| {
        format!(
            "INSERT INTO crm_role (company_id, id, version, code, name, rights, scope, systems) SELECT '{0}', '{id}', 1, '{code}', 'x', '[]', 'all', '[]'",
            Uuid::nil()
        )
    };
    run(&mut tools, &row("00000000-0000-0000-0000-000000000001", "a")).await;
    run(&mut tools, &row("00000000-0000-0000-0000-000000000002", "a")).await;
    let error = storage.migrations().apply().await.unwrap_err();
    assert_eq!(error.context("step"), Some("0001.crm_role_code_uq"), "{error:?}");
    assert!(storage.migrations().plan().await.unwrap().iter().any(|s| s.id == "0001.crm_role_code_uq"));
    run(&mut tools, "DELETE FROM crm_role").await;
    storage.migrations().apply().await.unwrap();
    storage.migrations().verify().await.unwrap();
    check_catalogue(&mut tools, "public").await;
}

/// Steps take what is there already for theirs, so that they can be run again; the next one finds out.
#[tokio::test]
async fn a_table_of_that_name_which_is_not_ours_is_not_worked_on() {
    let database = Database::empty().await;
    let mut tools = database.connection().await;
    let storage = database.storage(Layout::Plain, 2).await;
    run(&mut tools, "CREATE TABLE crm_operator (a int)").await;
    let error = storage.migrations().apply().await.unwrap_err();
    assert_eq!(error.context("step"), Some("0001.crm_operator_code_uq"), "{error:?}");
    assert_eq!(storage.begin(company(), Mode::Read).await.err().unwrap().code(), Code::SchemaMismatch);
    run(&mut tools, "DROP TABLE crm_operator").await;
    run(&mut tools, "DELETE FROM crm_migrations WHERE step = '0001.crm_operator'").await;
    storage.migrations().apply().await.unwrap();
    storage.migrations().verify().await.unwrap();
    check_catalogue(&mut tools, "public").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_that_apply_at_once_apply_each_step_once() {
    for schema in [None, Some("erp_crm")] {
        for _ in 0..3 {
            let database = Database::empty().await;
            let mut tasks = tokio::task::JoinSet::new();
            for _ in 0..4 {
                let mut options = PostgresOptions::new(&database.url()).unwrap().connections(1);
                if let Some(schema) = schema {
                    options = options.schema(schema).unwrap();
                }
                tasks.spawn(async move {
                    let storage = PostgresStorage::open(options).await.unwrap();
                    let applied = storage.migrations().apply().await.unwrap();
                    storage.migrations().verify().await.unwrap();
                    storage.begin(company(), Mode::Write).await.unwrap();
                    applied
                });
            }
            let mut applied: Vec<String> = tasks.join_all().await.into_iter().flatten().collect();
            applied.sort();
            let mut expected: Vec<String> = steps().into_iter().map(|s| s.id.into_owned()).collect();
            expected.sort();
            assert_eq!(applied, expected, "{schema:?}");
            check_catalogue(&mut database.connection().await, schema.unwrap_or("public")).await;
        }
    }
}

/// The place for the tables and the table of notes are made before there is anything to lock: there, too, several get in each other's way.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_that_begin_at_once_make_the_table_of_notes_once() {
    let database = Database::empty().await;
    let pool = PgPoolOptions::new().max_connections(8).min_connections(8).connect(&database.url()).await.unwrap();
    for round in 0..200 {
        if round % 4 > 0 {
            run(&mut database.connection().await, &format!("CREATE SCHEMA books{round}")).await;
        }
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let storage = PostgresStorage::from_pool_in_schema(pool.clone(), &format!("books{round}")).unwrap();
            let storage = storage.with_steps(steps()[..1].to_vec());
            tasks.spawn(async move { storage.migrations().apply().await.unwrap() });
        }
        let applied: Vec<String> = tasks.join_all().await.into_iter().flatten().collect();
        assert_eq!(applied, ["0001.crm_company"], "round {round}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn applying_that_is_broken_off_again_and_again_is_carried_to_its_end() {
    let database = Database::empty().await;
    let storage = database.storage(Layout::Plain, 2).await;
    let mut left = Vec::new();
    for attempt in 1.. {
        let migrations = storage.migrations();
        // Dropped at some point where it waits: before its first statement, within a step, within a commit.
        let done = until_it_waits(attempt * attempt, attempt % 2 == 0, migrations.apply()).await;
        left.push(storage.migrations().plan().await.unwrap().len());
        if done.is_some() {
            break;
        }
    }
    println!("steps left after each attempt: {left:?} of {}", steps().len());
    assert!(left.is_sorted_by(|a, b| a >= b), "a step came undone: {left:?}");
    assert!(left.iter().any(|n| (1..steps().len()).contains(n)), "nothing was broken off half way");
    let (last, applied) = (*left.last().unwrap(), storage.migrations().apply().await.unwrap().len());
    assert_eq!(applied, last);
    storage.migrations().verify().await.unwrap();
    check_catalogue(&mut database.connection().await, "public").await;
    trading(&Harness::new(storage), "Acme").await;
    let sql = "SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    assert_eq!(names(&mut database.connection().await, sql).await, ["0"]);
}

// ------------------------------------------------------------------ the steps in a tool of the host's own

#[tokio::test]
async fn the_steps_as_a_script_do_what_applying_does() {
    let applied = Database::new(Layout::Plain).await;
    for layout in [Layout::Plain, Layout::Partitioned] {
        let database = Database::empty().await;
        let mut tools = database.connection().await;
        let storage = database.storage(layout, 2).await;
        run(&mut tools, &storage.migrations().script().await.unwrap()).await;
        storage.migrations().verify().await.unwrap();
        assert_eq!(storage.migrations().apply().await.unwrap(), [""; 0]);
        if layout == Layout::Plain {
            assert_eq!(made(&mut tools).await, made(&mut applied.connection().await).await);
        }
        trading(&Harness::new(storage), "Acme").await;
    }
}

#[tokio::test]
async fn a_script_of_what_is_missing_carries_on_where_applying_stopped() {
    let database = Database::empty().await;
    let mut tools = database.connection().await;
    let storage = database.storage(Layout::Plain, 2).await;
    storage.clone().with_steps(steps()[..20].to_vec()).migrations().apply().await.unwrap();
    let script = storage.migrations().script().await.unwrap();
    assert_eq!(script, crm_storage_sql::script(&crm_storage_sql::PostgresDialect::new(), &steps()[20..]));
    // As a tool does that begins a transaction itself, statement after statement.
    let mut transaction = tools.begin().await.unwrap();
    for statement in script.split(";\n").filter(|s| !s.is_empty()) {
        transaction.execute(AssertSqlSafe(statement)).await.unwrap();
    }
    transaction.commit().await.unwrap();
    storage.migrations().verify().await.unwrap();
    check_catalogue(&mut tools, "public").await;
}

#[tokio::test]
async fn a_script_for_a_schema_of_its_own_makes_everything_there() {
    let database = Database::empty().await;
    let mut tools = database.connection().await;
    let options = PostgresOptions::new(&database.url()).unwrap().schema("erp_crm").unwrap();
    let storage = PostgresStorage::open(options).await.unwrap();
    // As a tool does that keeps a history of its own in the transaction of each script, by a name without a schema.
    let mut transaction = tools.begin().await.unwrap();
    run(&mut transaction, "SET LOCAL search_path TO public; CREATE TABLE tool_history (script text PRIMARY KEY)").await;
    run(&mut transaction, &storage.migrations().script().await.unwrap()).await;
    run(&mut transaction, "INSERT INTO tool_history VALUES ('crm'); CREATE TABLE tool_next (id int)").await;
    assert_eq!(names(&mut transaction, "SHOW search_path").await, ["public"]);
    transaction.commit().await.unwrap();
    storage.migrations().verify().await.unwrap();
    check_catalogue(&mut tools, "erp_crm").await;
    let public = "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1";
    assert_eq!(names(&mut tools, public).await, ["tool_history", "tool_next"]);
    assert!(!names(&mut tools, "SHOW search_path").await[0].contains("erp_crm"), "the script leaves the connection as it was");
    trading(&Harness::new(storage), "Acme").await;
}

// ------------------------------------------------------------------ a schema of its own

/// Lists of customers by conditions of many kinds.
async fn lists(shop: &Shop) {
    let (top, own) = (shop.group("TOP", None).await, shop.customer_of("C3", Some(shop.admin), None).await);
    let below = shop.group("BELOW", Some(top)).await;
    let inner = shop.customer_of("C4", None, Some(below)).await;
    let list = async |filter: &Filter| {
        let found = shop.session.customers().list().filter(filter).unwrap().sort(&["-code"]).fetch().await.unwrap();
        assert_eq!(shop.session.customers().count(filter).await.unwrap(), found.len() as u64);
        found.into_iter().map(|c| c.data.code).collect::<Vec<_>>()
    };
    assert_eq!(list(&Customer::group_id().within(top)).await, [inner.data.code.as_str()]);
    assert_eq!(list(&Customer::owner_id().eq(Some(shop.admin))).await, [own.data.code.as_str()]);
    assert_eq!(list(&Customer::name().contains("pena")).await, ["C1"]);
    assert_eq!(list(&Filter::exists("open_item", OpenItem::open().gt(eur("0")))).await, ["C1"]);
    assert_eq!(list(&Filter::none("open_item", Filter::All)).await, ["C4", "C3", "C2"]);
    let report = shop.session.report::<Customer>(|r| r.by("group.name")).await.unwrap();
    assert_eq!(report.len(), 2);
}

#[tokio::test]
async fn a_schema_of_its_own_lies_beside_plain_tables_in_the_same_database() {
    let database = Database::new(Layout::Plain).await;
    let mut tools = database.connection().await;
    let plain = trading(&Harness::new(database.storage(Layout::Plain, 4).await), "Plain").await;
    let plain_rows = plain.dump().await;

    let options = PostgresOptions::new(&database.url()).unwrap().schema("erp_crm").unwrap();
    let storage = PostgresStorage::open(options.clone()).await.unwrap();
    assert_eq!(storage.begin(company(), Mode::Read).await.err().unwrap().code(), Code::SchemaMismatch, "the tables in public are not its own");
    assert_eq!(storage.migrations().apply().await.unwrap().len(), steps().len());
    storage.migrations().verify().await.unwrap();
    check_catalogue(&mut tools, "erp_crm").await;
    check_catalogue(&mut tools, "public").await;

    // The ids count up from the same seed, so both companies have the same ones: nothing but the schema keeps them apart.
    let own = trading(&Harness::new(storage), "Own").await;
    assert_eq!(own.company, plain.company);
    lists(&own).await;
    own.verify().await;
    assert_same_tables(&plain_rows, &plain.dump().await, "the company in public");
    let own_rows = own.dump().await;
    lists(&plain).await;
    trade(&plain).await;
    assert_same_tables(&own_rows, &own.dump().await, "the company in a schema of its own");
    let name = |schema: &str| format!("SELECT name FROM {schema}.crm_company");
    assert_eq!(names(&mut tools, &name("public")).await, ["Plain"]);
    assert_eq!(names(&mut tools, &name("erp_crm")).await, ["Own"]);

    // The host's pool, whose connections look elsewhere.
    let elsewhere = database.url().parse::<PgConnectOptions>().unwrap().options([("search_path", "pg_catalog")]);
    let pool = PgPoolOptions::new().max_connections(2).connect_with(elsewhere).await.unwrap();
    let storage = PostgresStorage::from_pool_in_schema(pool, "erp_crm").unwrap();
    let session = Harness::new(storage).crm().act_as(own.company, crm_core::access::Principal::operator(own.admin)).await.unwrap();
    session.verify().await.unwrap();
    assert_eq!(session.customers().count(&Filter::All).await.unwrap(), 4);
}

#[tokio::test]
async fn words_of_the_language_are_names_of_schemas_too() {
    let database = Database::empty().await;
    for schema in ["user", "order", "_", "a1"] {
        let options = PostgresOptions::new(&database.url()).unwrap().connections(2).schema(schema).unwrap();
        let storage = PostgresStorage::open(options).await.unwrap();
        storage.migrations().apply().await.unwrap();
        storage.migrations().verify().await.unwrap();
        trading(&Harness::new(storage), "Acme").await;
    }
}

#[tokio::test]
async fn a_schema_that_is_no_plain_name_is_refused() {
    let database = Database::empty().await;
    let long = "a".repeat(64);
    for name in ["", "Erp", "1a", "a-b", "a.b", "a b", "a\"b", "a;b", "ñ", "a\0", "pg_crm", &long] {
        let options = PostgresOptions::new(&database.url()).unwrap();
        let error = options.schema(name).err().unwrap_or_else(|| panic!("`{name}` was taken"));
        assert_eq!(error.code(), Code::FieldInvalid, "{name}");
        let pool = PgPoolOptions::new().connect_lazy(&database.url()).unwrap();
        assert_eq!(PostgresStorage::from_pool_in_schema(pool, name).unwrap_err().code(), Code::FieldInvalid, "{name}");
    }
    PostgresOptions::new(&database.url()).unwrap().schema(&long[1..]).unwrap();
}

// ------------------------------------------------------------------ companies and hosts beside each other

#[tokio::test]
async fn companies_in_one_database_are_apart() {
    for layout in [Layout::Plain, Layout::Partitioned] {
        let database = Database::new(layout).await;
        let harness = Harness::new(database.storage(layout, 4).await);
        let (one, two) = (trading(&harness, "One").await, Shop::founded(&harness, Company::new("Two", Currency::EUR)).await);
        assert_ne!(one.company, two.company);
        let before = one.dump().await;
        two.receive("5", "3").await;
        let sold = two.deliver("2", "7").await;
        assert_same_tables(&before, &one.dump().await, "the other company");
        assert_eq!(sold.number, trading(&harness, "Three").await.session.sales_documents().list().sort(&["number"]).fetch().await.unwrap()[0].number);
        let numbers = |shop: &Shop| {
            let session = shop.session.clone();
            async move { session.sales_documents().list().fetch().await.unwrap().into_iter().map(|d| d.data.number).collect::<BTreeSet<_>>() }
        };
        assert!(numbers(&one).await.is_superset(&numbers(&two).await), "each company numbers by itself");
        assert_eq!((numbers(&one).await.len(), numbers(&two).await.len()), (2, 1));

        // The same codes in both, and each finds its own only.
        for shop in [&one, &two] {
            let found = shop.session.customers().list().sort(&["code"]).fetch().await.unwrap();
            assert_eq!(found.iter().map(|c| c.data.code.as_str()).collect::<Vec<_>>(), ["C1", "C2"]);
            assert_eq!(found.iter().map(|c| c.id).collect::<Vec<_>>(), [shop.customer, shop.other]);
            shop.verify().await;
        }
        assert_eq!(one.session.customers().find(two.customer).await.unwrap(), None);
        let foreign = NewDelivery { customer_id: two.customer, ..one.delivery("1", "1") };
        let error = one.session.sales().deliver(&foreign).await.unwrap_err();
        assert_eq!((error.code(), error.context("field")), (Code::ReferenceMissing, Some("customer_id")));
        let stock = |shop: &Shop| {
            let session = shop.session.clone();
            async move { session.report::<crm_core::stock::StockBalance>(|r| r.sum("quantity")).await.unwrap() }
        };
        assert_ne!(stock(&one).await, stock(&two).await);
        assert_eq!(one.dump().await, before, "a refused act changes nothing");
    }
}

#[tokio::test]
async fn two_storages_share_the_pool_of_the_host() {
    let database = Database::new(Layout::Plain).await;
    let connect = database.url().parse::<PgConnectOptions>().unwrap().application_name("erp");
    let pool = PgPoolOptions::new().max_connections(2).connect_with(connect).await.unwrap();
    sqlx::query("CREATE TABLE shipment (id int PRIMARY KEY)").execute(&pool).await.unwrap();
    let (first, second) = (PostgresStorage::from_pool(pool.clone()), PostgresStorage::from_pool(pool.clone()));
    let harness = Harness::new(first);
    let mut beside = harness.clone();
    beside.storage = std::sync::Arc::new(second);
    let one = Shop::founded(&harness, Company::new("One", Currency::EUR)).await;
    let two = Shop::founded(&beside, Company::new("Two", Currency::EUR)).await;
    let host = async {
        for id in 0..20 {
            sqlx::query("INSERT INTO shipment SELECT $1").bind(id).execute(&pool).await.unwrap();
        }
    };
    tokio::join!(trade(&one), trade(&two), host);
    assert_eq!(two.crm.act_as(one.company, crm_core::access::Principal::operator(one.admin)).await.unwrap().company_id(), one.company);
    assert!(pool.size() <= 2);
    let sql = "SELECT DISTINCT application_name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    assert_eq!(names(&mut database.connection().await, sql).await, ["erp"], "nothing but the host's pool connects");
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM shipment").fetch_one(&pool).await.unwrap();
    assert_eq!(count, 20);
}

/// Where the host's connections look first is where the tables are.
#[tokio::test]
async fn a_pool_of_the_host_says_by_its_search_path_where_the_tables_are() {
    let database = Database::empty().await;
    let mut tools = database.connection().await;
    run(&mut tools, "CREATE SCHEMA books").await;
    let connect = database.url().parse::<PgConnectOptions>().unwrap().options([("search_path", "books,public")]);
    let pool = PgPoolOptions::new().max_connections(2).connect_with(connect).await.unwrap();
    let storage = PostgresStorage::from_pool(pool);
    storage.migrations().apply().await.unwrap();
    check_catalogue(&mut tools, "books").await;
    let shop = trading(&Harness::new(storage), "Acme").await;
    lists(&shop).await;
    assert_eq!(shop.session.sales_lines().list().fetch().await.unwrap()[0].quantity, quantity("4"));
    assert_eq!(shop.session.sales_documents().list().sort(&["day"]).fetch().await.unwrap()[0].day, day("2026-01-10"));
    let empty: BTreeMap<String, String> = BTreeMap::new();
    assert_eq!(names(&mut tools, "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace").await.len(), empty.len());
}
