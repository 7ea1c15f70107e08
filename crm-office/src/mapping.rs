//! Which column of a sheet holds which field, found by the headings in English or Spanish or said by the caller.
//!
//! Invariant: a column stands for one field at most, and a heading given by the caller is never replaced by a guess.

use crate::cell::Cell;
use crate::table::Row;
use crm_core::text::search_key;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a sheet of an opening workbook is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// Customers.
    Customers,
    /// Products.
    Products,
    /// Stock on hand, with its cost.
    OpeningStock,
}

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
}

impl SheetKind {
    /// Every kind, in the order in which an opening is read.
    pub const ALL: [Self; 3] = [Self::Customers, Self::Products, Self::OpeningStock];

    /// The fields such a sheet can have.
    pub fn fields(self) -> &'static [Field] {
        use Field::*;
        match self {
            Self::Customers => &[CustomerCode, CustomerName, Country, CustomerGroup, PaymentDays, TaxCode],
            Self::Products => &[ProductCode, ProductName, ProductGroup, Unit, Stocked, ListPrice],
            Self::OpeningStock => &[ProductCode, Quantity, UnitCost],
        }
    }

    /// The fields without which such a sheet cannot be read.
    pub fn required(self) -> &'static [Field] {
        match self {
            Self::Customers => &[Field::CustomerCode],
            Self::Products => &[Field::ProductCode],
            Self::OpeningStock => &[Field::ProductCode, Field::Quantity, Field::UnitCost],
        }
    }

    /// The kind a sheet's name stands for, in English or Spanish.
    pub fn of_name(sheet: &str) -> Option<Self> {
        let key = normalised(sheet);
        Self::ALL.into_iter().find(|kind| kind.names().contains(&key.as_str()))
    }

    /// The kind whose fields most of the headings stand for; `None` for a draw, and for a sheet with documents or dates:
    /// its rows are movements, not an opening.
    pub fn of_headings(cells: &[Cell]) -> Option<Self> {
        let guess = ColumnMapping::default();
        if guess.locate(&[Field::Document, Field::Date], &[], cells).is_some_and(|columns| !columns.is_empty()) {
            return None;
        }
        let score = |kind: Self| guess.locate(kind.fields(), kind.required(), cells).map_or(0, |columns| columns.len());
        let mut scores = Self::ALL.map(|kind| (score(kind), kind));
        scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        match scores {
            [(best, kind), (second, _), _] if best > second => Some(kind),
            _ => None,
        }
    }

    /// Normalised names of sheets.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Customers => &["customers", "customer", "customerlist", "clientes", "cliente", "listadeclientes"],
            Self::Products => &["products", "product", "items", "articles", "productos", "producto", "articulos", "articulo"],
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
            ],
        }
    }
}

/// Normalised headings, the likeliest first. A bare `code` or `name` stands last: it is anybody's.
const SYNONYMS: &[(Field, &str)] = &[
    (
        Field::CustomerCode,
        "customerno customernumber customercode customerid customer clientno clientcode clientid codigocliente \
         codigodecliente codcliente nocliente nodecliente ncliente numerocliente numerodecliente idcliente cliente code \
         codigo cod number numero no id",
    ),
    (
        Field::CustomerName,
        "customername clientname companyname company nombrecliente nombredelcliente nombredecliente razonsocial \
         denominacion name nombre",
    ),
    (Field::Country, "country countryname countrycode pais paiscliente"),
    (Field::CustomerGroup, "customergroup group category segment grupodeclientes grupoclientes grupodecliente grupo categoria segmento"),
    (
        Field::PaymentDays,
        "paymenttermsdays paymentdays paymentterms paymentterm termsdays termdays terms creditdays duedays days \
         plazodepagodias plazodepago plazopago diasdepago diaspago plazodias plazo diascredito diasdecredito vencimiento \
         dias",
    ),
    (Field::TaxCode, "taxcode vatcode tax vat codigodeimpuesto codigoimpuesto codigodeiva codigoiva tipodeiva tipoiva impuesto iva"),
    (
        Field::ProductCode,
        "stockcode productcode productno productnumber productid itemcode itemno itemnumber itemid articlecode articleno \
         sku partnumber product item article codigoproducto codigodeproducto codigodelproducto codproducto \
         codigoarticulo codigodearticulo codigodelarticulo codarticulo referencia ref producto articulo code codigo cod \
         number numero no id",
    ),
    (
        Field::ProductName,
        "productname itemname articlename description productdescription nombreproducto nombredelproducto \
         nombredeproducto nombredelarticulo descripcion descripcionproducto denominacion name nombre",
    ),
    (Field::ProductGroup, "productgroup itemgroup group family category grupodeproductos grupodearticulos grupo familia categoria"),
    (Field::Unit, "unit unitofmeasure uom unidad unidaddemedida um ud"),
    (Field::Stocked, "stocked isstocked keepstock stockkept stockitem inventariable almacenable gestionastock controlstock"),
    (
        Field::ListPrice,
        "listprice price saleprice salesprice sellingprice unitprice retailprice preciodelista preciolista \
         preciotarifa preciodeventa precioventa precio tarifa pvp preciounitario",
    ),
    (
        Field::Quantity,
        "openingqty openingquantity openingstock quantity qty quantityonhand qtyonhand onhand stockonhand stock \
         cantidadinicial cantidad existencias existenciainicial existenciasiniciales stockinicial unidades cant",
    ),
    (
        Field::UnitCost,
        "unitcost costperunit costprice cost averagecost costeunitario costounitario costeunidad costomedio costemedio \
         preciodecoste preciodecosto preciocoste preciocosto coste costo",
    ),
    (Field::UnitPrice, "unitprice price salesprice preciounitario preciodeventa precioventa precio"),
    (
        Field::Document,
        "invoiceno invoicenumber invoice receiptno receiptnumber receipt documentno documentnumber document orderno \
         ordernumber nofactura nodefactura numerofactura numerodefactura factura noalbaran numeroalbaran albaran \
         documento numerodocumento numerodedocumento pedido",
    ),
    (
        Field::Date,
        "invoicedate receiptdate documentdate orderdate date fechafactura fechadefactura fechadocumento \
         fechadedocumento fecha",
    ),
];

impl Field {
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
        }
    }

    /// Normalised headings that stand for the field, the likeliest first.
    fn synonyms(self) -> impl Iterator<Item = &'static str> {
        let texts = SYNONYMS.iter().filter(move |(field, _)| *field == self);
        texts.flat_map(|(_, headings)| headings.split_ascii_whitespace())
    }
}

/// A heading without case, accents, spaces and punctuation.
fn normalised(heading: &str) -> String {
    search_key(heading).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Fields and the headings of their columns. A field that is not in here is guessed.
///
/// ```
/// use crm_office::{ColumnMapping, Field};
/// let mapping = ColumnMapping::given([(Field::ProductCode, "Ref. interna"), (Field::ListPrice, "")]);
/// assert_eq!(mapping.heading(Field::ProductCode), Some("Ref. interna"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ColumnMapping {
    headings: BTreeMap<Field, String>,
}

impl ColumnMapping {
    /// A mapping by headings; an empty heading leaves its field out. The fields that are not named are guessed.
    pub fn given<H: Into<String>>(headings: impl IntoIterator<Item = (Field, H)>) -> Self {
        Self { headings: headings.into_iter().map(|(field, heading)| (field, heading.into())).collect() }
    }

    /// The heading given for a field.
    pub fn heading(&self, field: Field) -> Option<&str> {
        self.headings.get(&field).map(String::as_str)
    }

    /// Finds the columns of a heading row; `None` if a required field, or one that was given, is not among them.
    pub fn locate(&self, fields: &[Field], required: &[Field], cells: &[Cell]) -> Option<Columns> {
        let keys: Vec<String> = cells.iter().map(|cell| normalised(&cell.text())).collect();
        let mut found = BTreeMap::new();
        for (field, heading) in self.headings.iter().filter(|(f, heading)| fields.contains(f) && !heading.is_empty()) {
            found.insert(*field, given_column(heading, cells, &keys)?);
        }
        let mut taken: BTreeSet<usize> = found.values().copied().collect();
        for field in fields.iter().filter(|field| !self.headings.contains_key(field)) {
            let free = |synonym: &str| (0..keys.len()).find(|i| keys.get(*i).is_some_and(|k| k == synonym) && !taken.contains(i));
            if let Some(column) = field.synonyms().find_map(free) {
                taken.insert(column);
                found.insert(*field, column);
            }
        }
        let heading = |column: usize| cells.get(column).map(Cell::text).unwrap_or_default();
        let all = required.iter().all(|field| found.contains_key(field));
        all.then(|| Columns { columns: found.into_iter().map(|(f, c)| (f, (c, heading(c)))).collect() })
    }
}

/// The column of a heading as written, else of one that differs in case, accents or punctuation only.
fn given_column(heading: &str, cells: &[Cell], keys: &[String]) -> Option<usize> {
    let key = normalised(heading);
    let exact = cells.iter().position(|cell| cell.text() == heading.trim());
    exact.or_else(|| keys.iter().position(|k| *k == key && !key.is_empty()))
}

/// The columns found in one heading row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    columns: BTreeMap<Field, (usize, String)>,
}

impl Columns {
    /// The column of a field, counted from 0.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(&field).map(|(column, _)| *column)
    }

    /// The heading of a field's column, as written.
    pub fn heading(&self, field: Field) -> Option<&str> {
        self.columns.get(&field).map(|(_, heading)| heading.as_str())
    }

    /// A field's cell of a row; empty if the sheet has no such column.
    pub fn cell<'a>(&self, row: &'a Row<'_>, field: Field) -> &'a Cell {
        self.column(field).map_or(&Cell::Empty, |column| row.cell(column))
    }

    /// How many fields have a column.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether no field has a column.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The mapping by headings that leads to these columns, to be kept for the next file.
    pub fn mapping(&self) -> ColumnMapping {
        ColumnMapping::given(self.columns.iter().map(|(field, (_, heading))| (*field, heading.clone())))
    }
}
