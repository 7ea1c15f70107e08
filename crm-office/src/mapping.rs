//! Which column of a sheet holds which field, found by headings or given by the caller.
//!
//! Invariant: a column holds at most one field, and a heading given by the caller is never replaced by a guess.

use crate::cell::Cell;
use crate::headings::normalised;
use crate::table::Row;
use crm_core::opening::ColumnReason;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::{Deref, Range};

/// What a sheet of an opening workbook contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// Customers.
    Customers,
    /// Contacts, phones and e-mail addresses of customers.
    Contacts,
    /// Addresses and sites of customers.
    Addresses,
    /// Products.
    Products,
    /// Further units of products.
    Units,
    /// Further codes of products.
    ProductCodes,
    /// Price lists.
    PriceLists,
    /// Prices on lists.
    Prices,
    /// Prices and discounts of customers.
    CustomerPrices,
    /// Stock on hand, with its cost.
    OpeningStock,
    /// Open receivables by document.
    Receivables,
    /// Credits and prepayments.
    Credits,
}

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SheetField"))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Customer number.
    CustomerCode,
    /// Customer's name.
    CustomerName,
    /// Customer's country.
    Country,
    /// Customer group.
    CustomerGroup,
    /// Days until a receivable falls due.
    PaymentDays,
    /// Tax code.
    TaxCode,
    /// Product's own code.
    ProductCode,
    /// Product's name.
    ProductName,
    /// Product group.
    ProductGroup,
    /// Unit of measure.
    Unit,
    /// Whether stock is kept.
    Stocked,
    /// List price.
    ListPrice,
    /// Quantity.
    Quantity,
    /// Cost per unit.
    UnitCost,
    /// Price per unit of a movement.
    UnitPrice,
    /// Number of an invoice, receipt or other document.
    Document,
    /// Date of a document.
    Date,
    /// Tax number.
    TaxId,
    /// What a customer may owe at most.
    CreditLimit,
    /// Notes.
    Notes,
    /// Name of a person at a customer.
    ContactName,
    /// Position of a person.
    Position,
    /// Telephone.
    Phone,
    /// Mobile telephone.
    Mobile,
    /// E-mail address.
    Email,
    /// The purpose of an address.
    AddressKind,
    /// Name of an address.
    PlaceName,
    /// Street and number.
    Street,
    /// Postal code.
    PostalCode,
    /// City.
    City,
    /// Model.
    Model,
    /// Specification.
    Specification,
    /// Brand.
    Brand,
    /// Whether a product's goods are tracked by lot or serial.
    Tracking,
    /// Base units in the number of units given by the denominator.
    Numerator,
    /// Units in the number of base units given by the numerator.
    Denominator,
    /// The kind of a code.
    CodeKind,
    /// A further code.
    CodeValue,
    /// The supplier to whom a code belongs.
    Supplier,
    /// Code of a price list.
    PriceList,
    /// Name of a price list.
    ListName,
    /// Currency: of a price list, or of the row's money.
    Currency,
    /// First day.
    ValidFrom,
    /// Last day.
    ValidTo,
    /// Whether prices include tax.
    IncludesTax,
    /// Quantity from which a price applies.
    MinQuantity,
    /// Discount in percent.
    Discount,
    /// Code of a warehouse.
    Warehouse,
    /// Lot or serial.
    Lot,
    /// Day from which a lot is expired.
    ExpiresOn,
    /// Value of stock, with which quantities and costs are compared.
    Value,
    /// When a receivable falls due.
    DueDay,
    /// Amount.
    Amount,
    /// Reference of a credit.
    Reference,
    /// Order that a prepayment is for.
    Order,
    /// Customer's registered name.
    LegalName,
    /// Customer's website.
    Website,
    /// The operator responsible for a customer.
    Owner,
}

impl SheetKind {
    /// Every kind, in the order in which an opening is read.
    pub const ALL: [Self; 12] = [
        Self::Customers,
        Self::Contacts,
        Self::Addresses,
        Self::Products,
        Self::Units,
        Self::ProductCodes,
        Self::PriceLists,
        Self::Prices,
        Self::CustomerPrices,
        Self::OpeningStock,
        Self::Receivables,
        Self::Credits,
    ];

    /// The kind's stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Contacts => "contacts",
            Self::Addresses => "addresses",
            Self::Products => "products",
            Self::Units => "units",
            Self::ProductCodes => "product_codes",
            Self::PriceLists => "price_lists",
            Self::Prices => "prices",
            Self::CustomerPrices => "customer_prices",
            Self::OpeningStock => "opening_stock",
            Self::Receivables => "receivables",
            Self::Credits => "credits",
        }
    }

    /// The fields such a sheet can have, those that belong to other kinds last.
    pub fn fields(self) -> &'static [Field] {
        use Field::*;
        match self {
            Self::Customers => &[
                CustomerCode,
                CustomerName,
                Country,
                CustomerGroup,
                PaymentDays,
                TaxCode,
                TaxId,
                CreditLimit,
                Notes,
                LegalName,
                Website,
                Owner,
                ContactName,
                Position,
                Phone,
                Mobile,
                Email,
                Street,
                PostalCode,
                City,
            ],
            Self::Contacts => &[CustomerCode, ContactName, Position, Phone, Mobile, Email],
            Self::Addresses => &[CustomerCode, AddressKind, PlaceName, Street, PostalCode, City, Country],
            Self::Products => &[
                ProductCode,
                ProductName,
                ProductGroup,
                Unit,
                Stocked,
                ListPrice,
                Model,
                Specification,
                Brand,
                TaxCode,
                Tracking,
                Currency,
                CodeValue,
                Quantity,
                UnitCost,
                Warehouse,
            ],
            Self::Units => &[ProductCode, Unit, Numerator, Denominator],
            Self::ProductCodes => &[ProductCode, CodeKind, CodeValue, Unit, Quantity, CustomerCode, Supplier],
            Self::PriceLists => &[PriceList, ListName, Currency, ValidFrom, ValidTo, IncludesTax],
            Self::Prices => &[PriceList, ProductCode, Unit, MinQuantity, UnitPrice, Discount, ValidFrom, ValidTo, Currency],
            Self::CustomerPrices => &[CustomerCode, ProductCode, Unit, MinQuantity, UnitPrice, Discount, ValidFrom, ValidTo, Currency],
            Self::OpeningStock => &[ProductCode, Quantity, UnitCost, Unit, Warehouse, Lot, ExpiresOn, Value, Currency],
            Self::Receivables => &[CustomerCode, Document, Date, DueDay, Amount, Currency],
            Self::Credits => &[CustomerCode, Date, Amount, Reference, Order, Currency],
        }
    }

    /// The fields of a sheet that become records of another kind: the people and places of a customer, the codes and the stock of a product.
    pub fn carried(self) -> &'static [Field] {
        use Field::*;
        match self {
            Self::Customers => &[ContactName, Position, Phone, Mobile, Email, Street, PostalCode, City],
            Self::Products => &[CodeValue, Quantity, UnitCost, Warehouse],
            _ => &[],
        }
    }

    /// The fields without which such a sheet cannot be read.
    pub fn required(self) -> &'static [Field] {
        match self {
            Self::Customers => &[Field::CustomerCode],
            Self::Contacts => &[Field::CustomerCode, Field::ContactName],
            Self::Addresses => &[Field::CustomerCode, Field::Street],
            Self::Products => &[Field::ProductCode],
            Self::Units => &[Field::ProductCode, Field::Unit, Field::Numerator],
            Self::ProductCodes => &[Field::ProductCode, Field::CodeValue],
            Self::PriceLists => &[Field::PriceList],
            Self::Prices => &[Field::PriceList, Field::ProductCode, Field::UnitPrice],
            Self::CustomerPrices => &[Field::CustomerCode, Field::ProductCode],
            Self::OpeningStock => &[Field::ProductCode, Field::Quantity, Field::UnitCost],
            Self::Receivables => &[Field::CustomerCode, Field::Document, Field::Date, Field::Amount],
            Self::Credits => &[Field::CustomerCode, Field::Date, Field::Amount],
        }
    }

    /// The kind for a sheet's name, in English, Spanish or Chinese.
    pub fn of_name(sheet: &str) -> Option<Self> {
        let key = normalised(sheet);
        Self::ALL.into_iter().find(|kind| kind.names().contains(&key.as_str()))
    }

    /// Normalised names of sheets.
    pub(crate) fn names(self) -> &'static [&'static str] {
        match self {
            Self::Customers => &[
                "customers",
                "customer",
                "customerlist",
                "clientes",
                "cliente",
                "listadeclientes",
                "客户",
                "客戶",
                "客户资料",
                "客戶資料",
                "客户信息",
                "客户列表",
            ],
            Self::Contacts => &["contacts", "contact", "people", "contactos", "contacto", "personas", "联系人", "聯絡人", "聯繫人"],
            Self::Addresses => &["addresses", "address", "places", "direcciones", "direccion", "domicilios", "地址", "客户地址", "客戶地址"],
            Self::Units => &["units", "unitsofmeasure", "unidades", "unidadesdemedida", "单位", "單位", "计量单位", "計量單位"],
            Self::ProductCodes => &[
                "productcodes",
                "codes",
                "barcodes",
                "codigosdeproducto",
                "codigosdeproductos",
                "codigos",
                "codigosdebarras",
                "商品编码",
                "商品編碼",
                "条码",
                "條碼",
            ],
            Self::PriceLists => &["pricelists", "listasdeprecios", "tarifas", "价目表", "價目表"],
            Self::Prices => &["prices", "listprices", "pricelistitems", "precios", "preciosdetarifa", "preciosdelista", "价格", "價格"],
            Self::CustomerPrices => {
                &["customerprices", "preciosdeclientes", "preciosporcliente", "preciosdecliente", "preciosespeciales", "客户价格", "客戶價格"]
            }
            Self::Receivables => &[
                "receivables",
                "openreceivables",
                "openinvoices",
                "outstandinginvoices",
                "cuentasporcobrar",
                "saldospendientes",
                "facturaspendientes",
                "cobrospendientes",
                "efectosacobrar",
                "应收账款",
                "應收帳款",
                "应收款",
                "未收款",
            ],
            Self::Credits => &[
                "credits",
                "prepayments",
                "creditsandprepayments",
                "creditos",
                "anticipos",
                "saldosafavor",
                "creditosyanticipos",
                "预收款",
                "預收款",
            ],
            Self::Products => &[
                "products",
                "product",
                "items",
                "articles",
                "productos",
                "producto",
                "articulos",
                "articulo",
                "商品",
                "产品",
                "產品",
                "商品资料",
                "商品資料",
                "产品列表",
            ],
            Self::OpeningStock => &[
                "openingstock",
                "stock",
                "stockonhand",
                "inventory",
                "openinginventory",
                "existencias",
                "existenciasiniciales",
                "inventario",
                "inventarioinicial",
                "stockinicial",
                "库存",
                "庫存",
                "期初库存",
                "期初庫存",
            ],
        }
    }
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 58] = [
        Self::CustomerCode,
        Self::CustomerName,
        Self::Country,
        Self::CustomerGroup,
        Self::PaymentDays,
        Self::TaxCode,
        Self::ProductCode,
        Self::ProductName,
        Self::ProductGroup,
        Self::Unit,
        Self::Stocked,
        Self::ListPrice,
        Self::Quantity,
        Self::UnitCost,
        Self::UnitPrice,
        Self::Document,
        Self::Date,
        Self::TaxId,
        Self::CreditLimit,
        Self::Notes,
        Self::ContactName,
        Self::Position,
        Self::Phone,
        Self::Mobile,
        Self::Email,
        Self::AddressKind,
        Self::PlaceName,
        Self::Street,
        Self::PostalCode,
        Self::City,
        Self::Model,
        Self::Specification,
        Self::Brand,
        Self::Tracking,
        Self::Numerator,
        Self::Denominator,
        Self::CodeKind,
        Self::CodeValue,
        Self::Supplier,
        Self::PriceList,
        Self::ListName,
        Self::Currency,
        Self::ValidFrom,
        Self::ValidTo,
        Self::IncludesTax,
        Self::MinQuantity,
        Self::Discount,
        Self::Warehouse,
        Self::Lot,
        Self::ExpiresOn,
        Self::Value,
        Self::DueDay,
        Self::Amount,
        Self::Reference,
        Self::Order,
        Self::LegalName,
        Self::Website,
        Self::Owner,
    ];

    /// The field's stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CustomerCode => "customer_code",
            Self::CustomerName => "customer_name",
            Self::Country => "country",
            Self::CustomerGroup => "customer_group",
            Self::PaymentDays => "payment_days",
            Self::TaxCode => "tax_code",
            Self::ProductCode => "product_code",
            Self::ProductName => "product_name",
            Self::ProductGroup => "product_group",
            Self::Unit => "unit",
            Self::Stocked => "stocked",
            Self::ListPrice => "list_price",
            Self::Quantity => "quantity",
            Self::UnitCost => "unit_cost",
            Self::UnitPrice => "unit_price",
            Self::Document => "document",
            Self::Date => "date",
            Self::TaxId => "tax_id",
            Self::CreditLimit => "credit_limit",
            Self::Notes => "notes",
            Self::ContactName => "contact_name",
            Self::Position => "position",
            Self::Phone => "phone",
            Self::Mobile => "mobile",
            Self::Email => "email",
            Self::AddressKind => "address_kind",
            Self::PlaceName => "place_name",
            Self::Street => "street",
            Self::PostalCode => "postal_code",
            Self::City => "city",
            Self::Model => "model",
            Self::Specification => "specification",
            Self::Brand => "brand",
            Self::Tracking => "tracking",
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::CodeKind => "code_kind",
            Self::CodeValue => "code_value",
            Self::Supplier => "supplier",
            Self::PriceList => "price_list",
            Self::ListName => "list_name",
            Self::Currency => "currency",
            Self::ValidFrom => "valid_from",
            Self::ValidTo => "valid_to",
            Self::IncludesTax => "includes_tax",
            Self::MinQuantity => "min_quantity",
            Self::Discount => "discount",
            Self::Warehouse => "warehouse",
            Self::Lot => "lot",
            Self::ExpiresOn => "expires_on",
            Self::Value => "value",
            Self::DueDay => "due_day",
            Self::Amount => "amount",
            Self::Reference => "reference",
            Self::Order => "order",
            Self::LegalName => "legal_name",
            Self::Website => "website",
            Self::Owner => "owner",
        }
    }
}

/// Fields and the headings of their columns. A field that is not listed is guessed.
///
/// ```
/// use crm_office::{ColumnMapping, Field};
/// let mapping = ColumnMapping::given([(Field::ProductCode, "Ref. interna"), (Field::ListPrice, "")]);
/// assert_eq!(mapping.heading(Field::ProductCode), Some("Ref. interna"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<ColumnHeading>", into = "Vec<ColumnHeading>")]
pub struct ColumnMapping {
    headings: BTreeMap<Field, String>,
}

/// A field and the heading of its column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ColumnHeading {
    /// The field.
    pub field: Field,
    /// The heading, as written; empty: the field is left out; `#C`: the third column, whatever its heading.
    pub heading: String,
}

impl From<Vec<ColumnHeading>> for ColumnMapping {
    fn from(given: Vec<ColumnHeading>) -> Self {
        Self::given(given.into_iter().map(|column| (column.field, column.heading)))
    }
}

impl From<ColumnMapping> for Vec<ColumnHeading> {
    fn from(mapping: ColumnMapping) -> Self {
        mapping.headings.into_iter().map(|(field, heading)| ColumnHeading { field, heading }).collect()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ColumnMapping {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ColumnMapping".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<ColumnHeading>::json_schema(generator)
    }
}

impl ColumnMapping {
    /// A mapping by headings; an empty heading leaves its field out, and `#C` means the third column, whatever its heading. Fields that are not named
    /// are guessed.
    pub fn given<H: Into<String>>(headings: impl IntoIterator<Item = (Field, H)>) -> Self {
        Self { headings: headings.into_iter().map(|(field, heading)| (field, heading.into())).collect() }
    }

    /// The heading given for a field.
    pub fn heading(&self, field: Field) -> Option<&str> {
        self.headings.get(&field).map(String::as_str)
    }

    /// Whether the caller chose not to read the field that a heading stands for.
    pub(crate) fn leaves_out(&self, kind: SheetKind, heading: &str) -> bool {
        let forms = crate::headings::forms(heading.rsplit('\n').next().unwrap_or(heading));
        let left_out = self.headings.iter().filter(|(field, given)| given.is_empty() && kind.fields().contains(field));
        left_out.flat_map(|(field, _)| field.synonyms()).any(|(word, _)| forms.iter().any(|form| form == word))
    }

    /// Finds the columns of a sheet of a kind: those that the caller gave anywhere, the others in a range.
    pub(crate) fn find(&self, kind: SheetKind, all: &Headings, headings: &Headings) -> Found {
        let mut found = Found::default();
        let fields = kind.fields();
        for (field, heading) in self.headings.iter().filter(|(f, heading)| fields.contains(f) && !heading.is_empty()) {
            match given_column(heading, all) {
                Some(column) if found.by_column.contains_key(&column) => found.twice = Some(*field),
                Some(column) => found.take(*field, column, ColumnReason::Given, false),
                None => found.absent.push(*field),
            }
        }
        let free = |field: &&Field| !self.headings.contains_key(field);
        found.specific(kind, headings, fields.iter().copied().filter(|f| free(&f)));
        found.own_words(headings, fields.iter().copied().filter(|f| free(&f) && !is_master_of(kind, *f)));
        found.anybodys(kind, headings, fields.iter().copied().filter(|f| free(&f)));
        found.own_words_of_masters(kind, headings, |field| free(&&field));
        found.missing = kind.required().iter().copied().filter(|field| !found.by_field.contains_key(field)).collect();
        found
    }
}

/// Headings of a customer's trade name, which may differ from its name.
const TRADE_NAME: &[&str] = &["tradename", "tradingname", "nombrecomercial"];

/// Whether the field's codes are defined on a sheet of this kind.
fn is_master_of(kind: SheetKind, code: Field) -> bool {
    matches!((kind, code), (SheetKind::Customers, Field::CustomerCode) | (SheetKind::Products, Field::ProductCode))
}

/// The heading of one column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The nearest cell above the column, as written: the lower of two heading rows.
    pub(crate) text: String,
    /// All of it; rows are joined by a line break.
    pub(crate) full: String,
    /// The forms in which it may be in the table of headings, the likeliest first.
    pub(crate) forms: Vec<String>,
}

impl Heading {
    /// One row of it.
    pub(crate) fn of(text: String) -> Self {
        Self { forms: crate::headings::forms(&text), full: text.clone(), text }
    }
}

/// The headings of a sheet's columns, and where each word occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Headings {
    all: Vec<Heading>,
    /// The columns of each form, with the position of the form among those of its heading.
    index: HashMap<String, Vec<(usize, usize)>>,
}

impl Headings {
    pub(crate) fn new(all: Vec<Heading>) -> Self {
        let mut index: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (column, heading) in all.iter().enumerate() {
            for (rank, form) in heading.forms.iter().enumerate() {
                index.entry(form.clone()).or_default().push((rank, column));
            }
        }
        Self { all, index }
    }

    /// Whether a heading has the form.
    pub(crate) fn has(&self, form: &str) -> bool {
        self.index.contains_key(form)
    }

    /// The headings of some columns, in place.
    pub(crate) fn only(&self, columns: &Range<usize>) -> Self {
        let kept = |(column, heading): (usize, &Heading)| if columns.contains(&column) { heading.clone() } else { Heading::default() };
        Self::new(self.all.iter().enumerate().map(kept).collect())
    }

    /// The number of columns up to the last heading.
    pub(crate) fn width(&self) -> usize {
        self.all.iter().rposition(|heading| !heading.full.is_empty()).map_or(0, |last| last.saturating_add(1))
    }
}

impl Deref for Headings {
    type Target = [Heading];

    fn deref(&self) -> &[Heading] {
        &self.all
    }
}

/// The columns found under one heading row, or two.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) by_field: BTreeMap<Field, usize>,
    /// The field of each column that was recognised, why, and whether its heading is shared with other fields.
    pub(crate) by_column: BTreeMap<usize, (Field, ColumnReason, bool)>,
    /// Required fields without a column.
    pub(crate) missing: Vec<Field>,
    /// A field whose column the caller also gave to another field.
    pub(crate) twice: Option<Field>,
    /// Fields whose given heading does not exist.
    pub(crate) absent: Vec<Field>,
}

impl Found {
    fn take(&mut self, field: Field, column: usize, reason: ColumnReason, is_anybodys: bool) {
        self.by_field.insert(field, column);
        self.by_column.insert(column, (field, reason, is_anybodys));
    }

    /// An unused column for a word: one with that heading as written, else one with another form of it.
    fn free(&self, headings: &Headings, word: &str) -> Option<usize> {
        let free = headings.index.get(word)?.iter().filter(|(_, column)| !self.by_column.contains_key(column));
        free.min_by_key(|(rank, column)| (*rank > 0, *column)).map(|(_, column)| *column)
    }

    fn specific(&mut self, kind: SheetKind, headings: &Headings, fields: impl Iterator<Item = Field>) {
        for field in fields {
            let words = field.synonyms().filter(|(_, is_anybodys)| !is_anybodys).map(|(word, _)| word);
            if let Some(column) = words.into_iter().find_map(|word| self.free(headings, word)) {
                self.take(field, column, ColumnReason::Heading, false);
            }
        }
        // A registered name alone is the name.
        if kind == SheetKind::Customers
            && let Some(column) = self.by_field.get(&Field::LegalName).copied()
            && !self.by_field.contains_key(&Field::CustomerName)
            && Field::CustomerName.synonyms().all(|(word, _)| self.free(headings, word).is_none())
            && self.by_column.get(&column).is_some_and(|(_, reason, _)| *reason == ColumnReason::Heading)
        {
            self.by_field.remove(&Field::LegalName);
            self.take(Field::CustomerName, column, ColumnReason::Heading, false);
            let words = Field::LegalName.synonyms().map(|(word, _)| word);
            if let Some(other) = words.into_iter().find_map(|word| self.free(headings, word)) {
                self.take(Field::LegalName, other, ColumnReason::Heading, false);
            }
        }
        // Next to a trade name, the name is the registered one.
        let is_trade_name = |column: &usize| headings.get(*column).is_some_and(|h| h.forms.iter().any(|form| TRADE_NAME.contains(&form.as_str())));
        if kind == SheetKind::Customers
            && self.by_field.get(&Field::CustomerName).is_some_and(is_trade_name)
            && !self.by_field.contains_key(&Field::LegalName)
            && let Some(column) = ["name", "nombre", "名称", "名稱"].iter().find_map(|word| self.free(headings, word))
        {
            self.take(Field::LegalName, column, ColumnReason::Heading, false);
        }
    }

    /// On other sheets the word for the thing itself is a heading for its codes.
    fn own_words(&mut self, headings: &Headings, fields: impl Iterator<Item = Field>) {
        for field in fields {
            let words = field.own_words().map_or(&[][..], |(_, words)| words);
            if self.by_field.contains_key(&field) {
                continue;
            }
            if let Some(column) = words.iter().find_map(|word| self.free(headings, word)) {
                self.take(field, column, ColumnReason::Heading, false);
            }
        }
    }

    fn anybodys(&mut self, kind: SheetKind, headings: &Headings, fields: impl Iterator<Item = Field>) {
        // Such a heading says nothing where a sheet names customers and products.
        let names_both = kind.fields().contains(&Field::CustomerCode) && kind.fields().contains(&Field::ProductCode);
        for field in fields {
            let is_code = matches!(field, Field::CustomerCode | Field::ProductCode);
            let is_other_code = field == Field::CodeValue && kind != SheetKind::ProductCodes;
            let is_other_name = field == Field::ContactName && kind != SheetKind::Contacts;
            if self.by_field.contains_key(&field) || (names_both && is_code) || is_other_code || is_other_name {
                continue;
            }
            let words = field.synonyms().filter(|(_, is_anybodys)| *is_anybodys).map(|(word, _)| word);
            if let Some(column) = words.into_iter().find_map(|word| self.free(headings, word)) {
                self.take(field, column, ColumnReason::Heading, true);
            }
        }
    }

    /// On its own sheet the word for the thing itself is a heading for names, or for codes if names have another column. It is never both.
    fn own_words_of_masters(&mut self, kind: SheetKind, headings: &Headings, is_free: impl Fn(Field) -> bool) {
        let code = match kind {
            SheetKind::Customers => Field::CustomerCode,
            SheetKind::Products => Field::ProductCode,
            _ => return,
        };
        let Some((name, words)) = code.own_words() else { return };
        let Some(column) = words.iter().find_map(|word| self.free(headings, word)) else { return };
        let field = if self.by_field.contains_key(&name) { code } else { name };
        if is_free(field) && !self.by_field.contains_key(&field) {
            self.take(field, column, ColumnReason::Heading, true);
        }
    }

    /// The fields that must have a column, or were given one, and have none.
    pub(crate) fn lacking(&self) -> BTreeSet<Field> {
        self.missing.iter().chain(&self.absent).copied().collect()
    }

    /// The columns with their headings.
    pub(crate) fn columns(&self, headings: &Headings) -> Columns {
        let heading = |column: usize| headings.get(column).cloned().unwrap_or_default();
        Columns { columns: self.by_field.iter().map(|(field, column)| (*field, (*column, heading(*column)))).collect() }
    }
}

/// The column of a heading as written, or of one that differs only in case, accents or punctuation. `#C` is the third column, whatever its heading.
fn given_column(heading: &str, headings: &[Heading]) -> Option<usize> {
    if let Some(column) = heading.strip_prefix('#').and_then(column_of_letters) {
        return (column < headings.len()).then_some(column);
    }
    let key = normalised(heading);
    let exact = headings.iter().position(|h| h.full == heading.trim());
    let exact = exact.or_else(|| headings.iter().position(|h| h.text == heading.trim()));
    exact.or_else(|| headings.iter().position(|h| !key.is_empty() && [&h.full, &h.text].iter().any(|text| normalised(text) == key)))
}

/// A column by its letters, as a spreadsheet names it; counted from 0.
pub(crate) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        let (more, letter) = (rest.saturating_sub(1) / 26, rest.saturating_sub(1) % 26);
        letters.push(char::from(b'A'.saturating_add(u8::try_from(letter).unwrap_or_default())));
        rest = more;
    }
    letters.iter().rev().collect()
}

/// The inverse of [`letters`].
fn column_of_letters(text: &str) -> Option<usize> {
    if text.is_empty() || text.len() > 3 || !text.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let value = text.bytes().fold(0_usize, |sum, b| sum.saturating_mul(26).saturating_add(usize::from(b.saturating_sub(b'A')).saturating_add(1)));
    value.checked_sub(1)
}

/// The columns found in one heading row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    columns: BTreeMap<Field, (usize, Heading)>,
}

impl Columns {
    /// The column of a field, counted from 0.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(&field).map(|(column, _)| *column)
    }

    /// The heading of a field's column, as written.
    pub fn heading(&self, field: Field) -> Option<&str> {
        self.columns.get(&field).map(|(_, heading)| heading.text.as_str())
    }

    /// The heading of a column that holds a field.
    pub(crate) fn heading_of(&self, column: usize) -> Option<&str> {
        self.columns.values().find(|(at, _)| *at == column).map(|(_, heading)| heading.text.as_str())
    }

    /// A row's cell for a field; empty if the sheet has no such column.
    pub fn cell<'a>(&self, row: &'a Row<'_>, field: Field) -> &'a Cell {
        self.column(field).map_or(&Cell::Empty, |column| row.cell(column))
    }

    /// The headings by the names of their fields.
    pub(crate) fn headings(&self) -> BTreeMap<String, String> {
        self.columns.iter().map(|(field, (_, heading))| (field.as_str().to_owned(), heading.text.clone())).collect()
    }

    /// How many fields have a column.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether no field has a column.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The mapping by headings that reproduces these columns, to be saved for the next file.
    pub fn mapping(&self) -> ColumnMapping {
        ColumnMapping::given(self.columns.iter().map(|(field, (column, heading))| {
            let is_unique = self.columns.values().filter(|(_, other)| other.full == heading.full).count() == 1 && !heading.full.is_empty();
            (*field, if is_unique { heading.full.clone() } else { format!("#{}", letters(*column)) })
        }))
    }
}
