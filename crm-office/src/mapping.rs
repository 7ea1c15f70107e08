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
    /// Contacts, phones and e-mail addresses of customers.
    Contacts,
    /// Places of customers.
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
    /// What a place is for.
    AddressKind,
    /// Name of a place.
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
    /// What is told apart of a product's goods.
    Tracking,
    /// Base units of so many units as the denominator says.
    Numerator,
    /// Units of so many base units as the numerator says.
    Denominator,
    /// Whose code it is.
    CodeKind,
    /// A further code.
    CodeValue,
    /// The supplier whose code it is.
    Supplier,
    /// Code of a price list.
    PriceList,
    /// Name of a price list.
    ListName,
    /// Currency.
    Currency,
    /// First day.
    ValidFrom,
    /// Last day.
    ValidTo,
    /// Whether prices include tax.
    IncludesTax,
    /// Quantity from which a price holds.
    MinQuantity,
    /// Discount in percent.
    Discount,
    /// Code of a warehouse.
    Warehouse,
    /// Lot or serial.
    Lot,
    /// Day from which a lot is no longer good.
    ExpiresOn,
    /// Value of stock: read from the row of totals only.
    Value,
    /// When a receivable falls due.
    DueDay,
    /// Amount.
    Amount,
    /// What a credit is called.
    Reference,
    /// What the order of a prepayment is called.
    Order,
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

    /// The fields such a sheet can have.
    pub fn fields(self) -> &'static [Field] {
        use Field::*;
        match self {
            Self::Customers => &[CustomerCode, CustomerName, Country, CustomerGroup, PaymentDays, TaxCode, TaxId, CreditLimit, Notes],
            Self::Contacts => &[CustomerCode, ContactName, Position, Phone, Mobile, Email],
            Self::Addresses => &[CustomerCode, AddressKind, PlaceName, Street, PostalCode, City, Country],
            Self::Products => &[ProductCode, ProductName, ProductGroup, Unit, Stocked, ListPrice, Model, Specification, Brand, TaxCode, Tracking],
            Self::Units => &[ProductCode, Unit, Numerator, Denominator],
            Self::ProductCodes => &[ProductCode, CodeKind, CodeValue, Unit, Quantity, CustomerCode, Supplier],
            Self::PriceLists => &[PriceList, ListName, Currency, ValidFrom, ValidTo, IncludesTax],
            Self::Prices => &[PriceList, ProductCode, Unit, MinQuantity, UnitPrice, Discount, ValidFrom, ValidTo],
            Self::CustomerPrices => &[CustomerCode, ProductCode, Unit, MinQuantity, UnitPrice, Discount, ValidFrom, ValidTo],
            Self::OpeningStock => &[ProductCode, Quantity, UnitCost, Warehouse, Lot, ExpiresOn, Value],
            Self::Receivables => &[CustomerCode, Document, Date, DueDay, Amount],
            Self::Credits => &[CustomerCode, Date, Amount, Reference, Order],
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

    /// The kind a sheet's name stands for, in English or Spanish.
    pub fn of_name(sheet: &str) -> Option<Self> {
        let key = normalised(sheet);
        Self::ALL.into_iter().find(|kind| kind.names().contains(&key.as_str()))
    }

    /// The kind whose fields most of the headings stand for; `None` for a draw. A sheet with documents or dates holds movements and no
    /// opening, unless it says for each customer what falls due when. Price lists and credits are known by the names of their sheets only.
    pub fn of_headings(cells: &[Cell]) -> Option<Self> {
        let guess = ColumnMapping::default();
        let has = |field: Field| guess.locate(&[field], &[field], cells).is_some();
        let score = |kind: Self| guess.locate(kind.fields(), kind.required(), cells).map_or(0, |columns| columns.len());
        if has(Field::Document) || has(Field::Date) {
            let is_owed = has(Field::DueDay) && !has(Field::Quantity) && score(Self::Receivables) > 0;
            return is_owed.then_some(Self::Receivables);
        }
        let best = |kinds: &[Self]| {
            let mut scores: Vec<_> = kinds.iter().map(|kind| (score(*kind), *kind)).collect();
            scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
            match scores.as_slice() {
                [(best, kind), (second, _), ..] if best > second => Some((*best, *kind)),
                _ => None,
            }
        };
        let first = best(&[Self::Customers, Self::Products, Self::OpeningStock]);
        // A list of customers may have columns of their people and places.
        let of_customers: &[Self] = if has(Field::CustomerName) { &[] } else { &[Self::Contacts, Self::Addresses] };
        let others = [of_customers, &[Self::Units, Self::ProductCodes, Self::Prices, Self::CustomerPrices]].concat();
        match (first, best(&others)) {
            (Some((score, _)), Some((more, kind))) if more > score => Some(kind),
            (None, Some((_, kind))) => Some(kind),
            (first, _) => first.map(|(_, kind)| kind),
        }
    }

    /// Normalised names of sheets.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Customers => &["customers", "customer", "customerlist", "clientes", "cliente", "listadeclientes"],
            Self::Contacts => &["contacts", "contact", "people", "contactos", "contacto", "personas"],
            Self::Addresses => &["addresses", "address", "places", "direcciones", "direccion", "domicilios"],
            Self::Units => &["units", "unitsofmeasure", "unidades", "unidadesdemedida"],
            Self::ProductCodes => &["productcodes", "codes", "barcodes", "codigosdeproducto", "codigosdeproductos", "codigos", "codigosdebarras"],
            Self::PriceLists => &["pricelists", "listasdeprecios", "tarifas"],
            Self::Prices => &["prices", "listprices", "pricelistitems", "precios", "preciosdetarifa", "preciosdelista"],
            Self::CustomerPrices => &["customerprices", "preciosdeclientes", "preciosporcliente", "preciosdecliente", "preciosespeciales"],
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
            ],
            Self::Credits => &["credits", "prepayments", "creditsandprepayments", "creditos", "anticipos", "saldosafavor", "creditosyanticipos"],
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
    (Field::TaxId, "taxid taxnumber vatnumber vatno nif cif nifcif cifnif numeroidentificacionfiscal identificacionfiscal"),
    (Field::CreditLimit, "creditlimit limitedecredito limitecredito riesgo riesgomaximo"),
    (Field::Notes, "notes note remarks comments notas observaciones comentarios"),
    (Field::ContactName, "contactname contact contactperson person contacto nombredelcontacto nombrecontacto personadecontacto persona"),
    (Field::Position, "position jobtitle role cargo puesto"),
    (Field::Phone, "phone telephone tel phonenumber telefono telefonofijo fijo"),
    (Field::Mobile, "mobile mobilephone cellphone cell movil telefonomovil celular"),
    (Field::Email, "email mail emailaddress correo correoelectronico"),
    (Field::AddressKind, "addresskind addresstype kind type tipodedireccion tipo clase"),
    (Field::PlaceName, "placename place sitename nombredellugar lugar nombre name"),
    (Field::Street, "street streetaddress address addressline1 calle direccion domicilio"),
    (Field::PostalCode, "postalcode postcode zip zipcode codigopostal cp"),
    (Field::City, "city town ciudad poblacion localidad"),
    (Field::Model, "model modelo"),
    (Field::Specification, "specification spec especificacion especificaciones"),
    (Field::Brand, "brand marca"),
    (Field::Tracking, "tracking tracked trackedby trazabilidad seguimiento"),
    (Field::Numerator, "baseunits contains factor numerator unidadesbase contiene numerador"),
    (Field::Denominator, "perunits per denominator porunidades por denominador"),
    (Field::CodeKind, "codekind codetype kind type tipodecodigo tipo clase"),
    (Field::CodeValue, "furthercode barcode ean gtin upc codevalue othercode codigodebarras codigobarras codigoadicional otrocodigo code codigo"),
    (Field::Supplier, "supplier suppliername vendor proveedor"),
    (Field::PriceList, "pricelist pricelistcode listcode list listadeprecios codigodelista codigodetarifa lista"),
    (Field::ListName, "listname pricelistname name nombredelalista nombredelista nombredetarifa nombre"),
    (Field::Currency, "currency moneda divisa"),
    (Field::ValidFrom, "validfrom from startdate desde validodesde fechadesde"),
    (Field::ValidTo, "validto to until enddate hasta validohasta fechahasta"),
    (Field::IncludesTax, "includestax taxincluded priceincludestax ivaincluido impuestoincluido incluyeimpuestos incluyeiva"),
    (Field::MinQuantity, "minquantity minimumquantity minqty fromquantity fromqty cantidadminima desdecantidad"),
    (Field::Discount, "discount discountpercent discountpct descuento dto descuentoporcentaje"),
    (Field::Warehouse, "warehouse warehousecode store location almacen codigodealmacen deposito"),
    (
        Field::Lot,
        "lot lotno lotnumber batch batchno serial serialno serialnumber lotoserial lote nodelote numerodelote numerodeserie loteoserie lotorserial",
    ),
    (Field::ExpiresOn, "expireson expiry expirydate expirationdate bestbefore caducidad fechadecaducidad caduca"),
    (Field::Value, "value stockvalue totalvalue totalcost valor valortotal importe costetotal"),
    (Field::DueDay, "duedate dueday due fechadevencimiento fechavencimiento vencimiento vence"),
    (Field::Amount, "openamount amount amountdue outstanding openbalance balance importependiente importe pendiente saldo saldopendiente"),
    (Field::Reference, "reference ref paymentno paymentreference referencia concepto numerodepago"),
    (Field::Order, "orderreference orderno ordernumber order referenciadelpedido numerodepedido nodepedido pedido"),
];

/// Headings that are anybody's code: they say nothing where a sheet names customers and products.
const ANYBODYS: [&str; 7] = ["code", "codigo", "cod", "number", "numero", "no", "id"];

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
            let names_both = fields.contains(&Field::CustomerCode) && fields.contains(&Field::ProductCode);
            let is_vague = |synonym: &&str| names_both && ANYBODYS.contains(synonym) && *field != Field::CodeValue;
            if let Some(column) = field.synonyms().filter(|s| !is_vague(s)).find_map(free) {
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

    /// The headings by the names of their fields.
    pub(crate) fn headings(&self) -> BTreeMap<String, String> {
        self.columns.iter().map(|(field, (_, heading))| (field.as_str().to_owned(), heading.clone())).collect()
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
