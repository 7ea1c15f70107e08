//! How values cross to and from the driver: each in the engine's binary format for its type.

use crm_storage_sql::{SqlArray, SqlValue};
use sqlx::{
    Decode, Postgres, Row, Type, TypeInfo, ValueRef,
    error::BoxDynError,
    postgres::{PgArguments, PgHasArrayType, PgRow, PgTypeInfo, PgValueRef, types::PgRecordDecoder},
    query::Query,
    types::{
        Decimal, Json, Uuid,
        chrono::{DateTime, NaiveDate, Utc},
    },
};

/// Adds a parameter.
pub(crate) fn bind(query: Query<'static, Postgres, PgArguments>, value: SqlValue) -> Query<'static, Postgres, PgArguments> {
    match value {
        SqlValue::Bool(v) => query.bind(v),
        SqlValue::Int(v) => query.bind(v),
        SqlValue::Text(v) => query.bind(v),
        SqlValue::Id(v) => query.bind(v),
        SqlValue::Day(v) => query.bind(v),
        SqlValue::Instant(v) => query.bind(v),
        SqlValue::Decimal(v) => query.bind(v),
        SqlValue::Json(v) => query.bind(Json(v)),
        SqlValue::Array(SqlArray::Bool(v)) => query.bind(v),
        SqlValue::Array(SqlArray::Int(v)) => query.bind(v),
        SqlValue::Array(SqlArray::Text(v)) => query.bind(v),
        SqlValue::Array(SqlArray::Id(v)) => query.bind(v),
        SqlValue::Array(SqlArray::Day(v)) => query.bind(v),
        SqlValue::Array(SqlArray::Instant(v)) => query.bind(v),
        SqlValue::Array(SqlArray::Decimal(v)) => query.bind(v),
        SqlValue::Array(SqlArray::Json(v)) => query.bind(v.into_iter().map(|v| v.map(Json)).collect::<Vec<_>>()),
        _ => query.bind(Option::<String>::None),
    }
}

/// The values of a row.
pub(crate) fn cells(row: &PgRow, cells: &mut Vec<SqlValue>) -> sqlx::Result<()> {
    cells.reserve(row.len());
    for column in 0..row.len() {
        cells.push(row.try_get_unchecked::<Cell, _>(column)?.0);
    }
    Ok(())
}

/// One value of any type.
struct Cell(SqlValue);

impl Type<Postgres> for Cell {
    fn type_info() -> PgTypeInfo {
        <String as Type<Postgres>>::type_info()
    }

    fn compatible(_: &PgTypeInfo) -> bool {
        true
    }
}

impl<'r> Decode<'r, Postgres> for Cell {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        if value.is_null() {
            return Ok(Self(SqlValue::Null));
        }
        let ty = value.type_info().into_owned();
        Ok(Self(match ty.name() {
            "BOOL" => SqlValue::Bool(<bool as Decode<Postgres>>::decode(value)?),
            "INT8" => SqlValue::Int(<i64 as Decode<Postgres>>::decode(value)?),
            "INT4" => SqlValue::Int(i64::from(<i32 as Decode<Postgres>>::decode(value)?)),
            "TEXT" | "VARCHAR" | "NAME" => SqlValue::Text(<String as Decode<Postgres>>::decode(value)?),
            "UUID" => SqlValue::Id(<Uuid as Decode<Postgres>>::decode(value)?),
            "DATE" => SqlValue::Day(<NaiveDate as Decode<Postgres>>::decode(value)?),
            "TIMESTAMPTZ" => SqlValue::Instant(<DateTime<Utc> as Decode<Postgres>>::decode(value)?),
            "NUMERIC" => SqlValue::Decimal(<Decimal as Decode<Postgres>>::decode(value)?),
            "JSONB" | "JSON" => SqlValue::Json(<Json<_> as Decode<Postgres>>::decode(value)?.0),
            "RECORD[]" => SqlValue::Rows(<Vec<Record> as Decode<Postgres>>::decode(value)?.into_iter().flat_map(|r| r.0).collect()),
            other => SqlValue::Other(format!("a value of type {other}")),
        }))
    }
}

/// One row of a query that was answered together with others.
struct Record(Vec<SqlValue>);

impl Type<Postgres> for Record {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("record")
    }

    fn compatible(_: &PgTypeInfo) -> bool {
        true
    }
}

impl PgHasArrayType for Record {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("_record")
    }
}

impl<'r> Decode<'r, Postgres> for Record {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let width = value.as_bytes()?.first_chunk::<4>().map(|count| u32::from_be_bytes(*count)).unwrap_or_default();
        let mut record = PgRecordDecoder::new(value)?;
        let cells = (0..width).map(|_| record.try_decode::<Cell>().map(|cell| cell.0));
        Ok(Self(cells.collect::<Result<_, _>>()?))
    }
}
