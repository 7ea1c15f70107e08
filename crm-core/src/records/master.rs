//! What is specific to a master, as rules with defaults; and its type-erased form, which the acts on records work with.
//!
//! The acts are compiled once rather than per entity: they know a record as [`AnyRecord`] and its type as a [`Master`].

use super::{CodeSource, References};
use crate::{
    access::{Guard, Permit},
    act::ActContext,
    entity::{EntityDecl, Record, Right, Stored, Value, Writable, row_of, to_json, unfit_together},
    error::{Code, Error, Result},
    ids::TypedId,
    text::Transliterator,
};
use async_trait::async_trait;
use serde_json::{Map, Value as Json};
use std::{any::Any, marker::PhantomData};
use uuid::Uuid;

/// The rules of an entity that callers create and change, in addition to its declaration.
#[async_trait]
pub trait MasterRecord: Writable {
    /// Whether access depends on it, so that sessions have to read their rights again.
    const GOVERNS_ACCESS: bool = false;

    /// Whether callers can create records; the company is created once, by [`crate::session::Crm::create_company`].
    const IS_CREATED: bool = true;

    /// Whether callers can delete records; operators and the company are deactivated instead, because history refers to them.
    const IS_DELETED: bool = true;

    /// Checks what the caller may not change in the stored record, in addition to fields declared fixed.
    ///
    /// # Errors
    /// `field.invalid`.
    fn check_immutable(&mut self, _stored: &Self) -> Result<()> {
        Ok(())
    }

    /// Whether a new record may set a field that needs an additional right, because it grants nothing that the caller does not have.
    fn may_begin_with(&self, _field: &str, _context: &ActContext<'_>) -> bool {
        false
    }

    /// Fills in what the caller omitted.
    fn prepare(&mut self, _guard: &Guard, _permit: &Permit) {}

    /// Sets derived fields, on every write, before they are checked.
    fn normalise(&mut self) {}

    /// Fills in the mnemonic of its name, if it has such a field and it is empty.
    fn fill_mnemonic(&mut self, _transliterator: &dyn Transliterator) {}

    /// Its code, if codes can come from a series.
    fn code(&self) -> Option<&str> {
        None
    }

    /// Sets its code.
    fn take_code(&mut self, _code: String) {}

    /// The source of its code, if it has none yet and belongs to a group.
    fn code_source(&self) -> Option<CodeSource> {
        None
    }

    /// Checks what can be checked without storage, in addition to the declaration.
    ///
    /// # Errors
    /// `field.invalid`, `limit.exceeded`.
    fn check(&self) -> Result<()> {
        Ok(())
    }

    /// Checks it against the records that it references, and the company.
    ///
    /// # Errors
    /// `field.invalid`.
    fn check_references(&self, _references: &References) -> Result<()> {
        Ok(())
    }

    /// Checks reasons not to delete it, in addition to references to it.
    ///
    /// # Errors
    /// Any reason to refuse.
    async fn check_deleted(_context: &mut ActContext<'_>, _stored: &Stored<Self>) -> Result<()> {
        Ok(())
    }

    /// Checks it against other records, locking those that must not change meanwhile. `stored` is the previous state of a single record.
    ///
    /// # Errors
    /// Any reason to refuse.
    async fn check_others(_context: &mut ActContext<'_>, _stored: Option<&Stored<Self>>, _records: &[&Self]) -> Result<()> {
        Ok(())
    }
}

/// A record of a master, type-erased.
pub trait AnyRecord: Any + Send + Sync {
    /// Its type.
    fn master(&self) -> &'static dyn Master;
    /// A boxed clone.
    fn boxed(&self) -> Box<dyn AnyRecord>;
    /// The declared fields as values, in order of declaration.
    fn values(&self) -> Vec<Value>;
    /// The declared fields as JSON, by name.
    fn fields(&self) -> Map<String, Json>;
    /// Checks that immutable fields have not changed.
    ///
    /// # Errors
    /// `field.invalid`.
    fn keep_immutable(&mut self, stored: &dyn AnyRecord) -> Result<()>;
    /// Whether a new record may set a field that needs an additional right.
    fn may_have(&self, field: &str, context: &ActContext<'_>) -> bool;
    /// Fills in omitted and derived fields.
    fn complete(&mut self, guard: &Guard, permit: &Permit, transliterator: &dyn Transliterator);
    /// Sets derived fields.
    fn derive(&mut self);
    /// Its code, if codes can come from a series.
    fn own_code(&self) -> Option<&str>;
    /// Sets its code.
    fn set_code(&mut self, code: String);
    /// The source of its code, if it has none yet.
    fn source_of_code(&self) -> Option<CodeSource>;
    /// Checks what can be checked without storage.
    ///
    /// # Errors
    /// `field.invalid`, `field.too_long`, `limit.exceeded`.
    fn check_fields(&self) -> Result<()>;
    /// Checks it against the records that it references, and the company.
    ///
    /// # Errors
    /// `field.invalid`.
    fn check_against(&self, references: &References) -> Result<()>;
}

impl<E: MasterRecord> AnyRecord for E {
    fn master(&self) -> &'static dyn Master {
        master::<E>()
    }
    fn boxed(&self) -> Box<dyn AnyRecord> {
        Box::new(self.clone())
    }
    fn values(&self) -> Vec<Value> {
        self.encode()
    }
    fn fields(&self) -> Map<String, Json> {
        match to_json(self) {
            Json::Object(fields) => fields,
            _ => Map::new(),
        }
    }
    fn keep_immutable(&mut self, stored: &dyn AnyRecord) -> Result<()> {
        E::decl().check_fixed(&self.encode(), &stored.values())?;
        self.check_immutable(typed(stored)?)
    }
    fn may_have(&self, field: &str, context: &ActContext<'_>) -> bool {
        self.may_begin_with(field, context)
    }
    fn complete(&mut self, guard: &Guard, permit: &Permit, transliterator: &dyn Transliterator) {
        self.prepare(guard, permit);
        self.fill_mnemonic(transliterator);
        self.normalise();
    }
    fn derive(&mut self) {
        self.normalise();
    }
    fn own_code(&self) -> Option<&str> {
        self.code()
    }
    fn set_code(&mut self, code: String) {
        self.take_code(code);
    }
    fn source_of_code(&self) -> Option<CodeSource> {
        self.code_source()
    }
    fn check_fields(&self) -> Result<()> {
        E::decl().check(&self.encode())?;
        self.check()
    }
    fn check_against(&self, references: &References) -> Result<()> {
        self.check_references(references)
    }
}

/// The typed record behind a type-erased one.
fn typed<E: MasterRecord>(record: &dyn AnyRecord) -> Result<&E> {
    (record as &dyn Any).downcast_ref().ok_or_else(|| mistyped(E::decl()))
}

fn mistyped(decl: &EntityDecl) -> Error {
    Error::corrupt(format!("a record is not a `{}`", decl.name))
}

/// A stored record of a master, type-erased.
pub struct AnyStored {
    /// The id.
    pub id: Uuid,
    /// Its version: how often it has been written.
    pub version: i64,
    /// The fields.
    pub data: Box<dyn AnyRecord>,
}

impl Clone for AnyStored {
    fn clone(&self) -> Self {
        Self { id: self.id, version: self.version, data: self.data.boxed() }
    }
}

impl AnyStored {
    /// Erases the type.
    pub fn of<E: MasterRecord>(record: Stored<E>) -> Self {
        Self { id: record.id.uuid(), version: record.version, data: Box::new(record.data) }
    }

    /// Restores the type.
    ///
    /// # Errors
    /// `storage.corrupt` if it has another type.
    pub fn typed<E: MasterRecord>(self) -> Result<Stored<E>> {
        let data: Box<dyn Any> = self.data;
        let data = data.downcast::<E>().map_err(|_| mistyped(E::decl()))?;
        Ok(Stored { id: E::Id::from_uuid(self.id), version: self.version, data: *data })
    }

    /// As a row, with its texts composed.
    pub fn to_record(&self) -> Record {
        row_of(self.data.master().decl(), Some(self.id), self.version, self.data.values())
    }
}

/// Why JSON does not fit, and where.
pub type PathError = serde_path_to_error::Error<serde_json::Error>;

/// The type of a master, as a value.
#[async_trait]
pub trait Master: Send + Sync {
    /// The declaration.
    fn decl(&self) -> &'static EntityDecl;
    /// The right to read it.
    fn read(&self) -> Right;
    /// The right to write it.
    fn write(&self) -> Right;
    /// Whether access depends on it, so that sessions have to read their rights again.
    fn governs_access(&self) -> bool;
    /// Whether callers can create records.
    fn is_created(&self) -> bool;
    /// Whether callers can delete records.
    fn is_deleted(&self) -> bool;
    /// Decodes a record from its row.
    ///
    /// # Errors
    /// `storage.corrupt`.
    fn decode(&self, row: Record) -> Result<AnyStored>;
    /// Decodes a record from its fields as JSON, by name.
    ///
    /// # Errors
    /// Where the fields do not fit, and why.
    fn read_json(&self, fields: Json) -> std::result::Result<Box<dyn AnyRecord>, PathError>;
    /// See [`MasterRecord::check_deleted`].
    ///
    /// # Errors
    /// Any reason to refuse.
    async fn check_deleted(&self, context: &mut ActContext<'_>, stored: &AnyStored) -> Result<()>;
    /// See [`MasterRecord::check_others`].
    ///
    /// # Errors
    /// Any reason to refuse.
    async fn check_others(&self, context: &mut ActContext<'_>, stored: Option<&AnyStored>, records: &[Box<dyn AnyRecord>]) -> Result<()>;
}

struct MasterOf<E>(PhantomData<fn() -> E>);

/// The type of a master.
pub fn master<E: MasterRecord>() -> &'static dyn Master {
    const { &MasterOf::<E>(PhantomData) }
}

#[async_trait]
impl<E: MasterRecord> Master for MasterOf<E> {
    fn decl(&self) -> &'static EntityDecl {
        E::decl()
    }
    fn read(&self) -> Right {
        E::READ
    }
    fn write(&self) -> Right {
        E::WRITE
    }
    fn governs_access(&self) -> bool {
        E::GOVERNS_ACCESS
    }
    fn is_created(&self) -> bool {
        E::IS_CREATED
    }
    fn is_deleted(&self) -> bool {
        E::IS_DELETED
    }
    fn decode(&self, row: Record) -> Result<AnyStored> {
        Stored::<E>::from_record(row).map(AnyStored::of)
    }
    fn read_json(&self, fields: Json) -> std::result::Result<Box<dyn AnyRecord>, PathError> {
        serde_path_to_error::deserialize::<_, E>(fields).map(|record| Box::new(record) as Box<dyn AnyRecord>)
    }
    async fn check_deleted(&self, context: &mut ActContext<'_>, stored: &AnyStored) -> Result<()> {
        E::check_deleted(context, &stored.clone().typed()?).await
    }
    async fn check_others(&self, context: &mut ActContext<'_>, stored: Option<&AnyStored>, records: &[Box<dyn AnyRecord>]) -> Result<()> {
        let stored = stored.map(|stored| stored.clone().typed()).transpose()?;
        let records = records.iter().map(|record| typed(record.as_ref())).collect::<Result<Vec<&E>>>()?;
        E::check_others(context, stored.as_ref(), &records).await
    }
}

/// A record from fields that are valid individually.
///
/// # Errors
/// `field.invalid` if they do not fit together.
pub(super) fn with_fields(master: &dyn Master, fields: Map<String, Json>) -> Result<Box<dyn AnyRecord>> {
    master.read_json(Json::Object(fields)).map_err(|error| unfit_together(master.decl(), error.inner()))
}

/// # Errors
/// `field.invalid` for entities that callers cannot create.
pub(super) fn check_created(master: &dyn Master) -> Result<()> {
    if master.is_created() { Ok(()) } else { Err(Error::field("entity", format!("is `{}`, which cannot be created this way", master.decl().name))) }
}

/// # Errors
/// `version.conflict`.
pub(super) fn check_version(stored: &AnyStored, version: i64) -> Result<()> {
    if stored.version == version {
        return Ok(());
    }
    let message = format!("the `{}` has changed since it was read", stored.data.master().decl().name);
    Err(Error::new(Code::VersionConflict, message).with("version", stored.version).with("id", stored.id))
}
