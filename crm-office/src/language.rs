//! The words of workbooks that this crate writes, in English and Spanish.
//!
//! Invariant: every name of a sheet and every heading is one that the reader knows (held by a test of the template).

use crate::mapping::{Field, SheetKind};
use serde::{Deserialize, Serialize};

/// The language of what is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

/// What a column takes, which says how its cells are formatted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Text, so that zeros in front stay.
    Text,
    /// A whole number.
    Whole,
    /// Four decimals: quantities, prices, costs, rates.
    Fine,
    /// Two decimals: amounts.
    Amount,
    /// A day.
    Date,
    /// One of these words, in English and Spanish.
    Choice(&'static [(&'static str, &'static str)]),
}

const YES_NO: &[(&str, &str)] = &[("yes", "sí"), ("no", "no")];
const ADDRESS_KINDS: &[(&str, &str)] = &[("billing", "facturación"), ("delivery", "entrega"), ("site", "sede"), ("other", "otra")];
const TRACKINGS: &[(&str, &str)] = &[("none", "ninguna"), ("lot", "lote"), ("serial", "serie")];
const CODE_KINDS: &[(&str, &str)] = &[
    ("barcode", "código de barras"),
    ("own", "propio"),
    ("supplier", "proveedor"),
    ("customer", "cliente"),
    ("mnemonic", "mnemotécnico"),
    ("other", "otro"),
];

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    pub(crate) fn of<'t>(self, (english, spanish): (&'t str, &'t str)) -> &'t str {
        match self {
            Self::English => english,
            Self::Spanish => spanish,
        }
    }

    /// The sheet that explains a template.
    pub(crate) fn read_me(self) -> &'static str {
        self.of(("Read me", "Léeme"))
    }

    /// The hidden sheet that holds the choices of a template.
    pub(crate) fn lists(self) -> &'static str {
        self.of(("Choices", "Opciones"))
    }

    /// The sheet that sums up the problems of an annotated workbook.
    pub(crate) fn problems(self) -> &'static str {
        self.of(("Problems found", "Problemas encontrados"))
    }

    /// The heading of the column that problems stand in.
    pub(crate) fn problems_heading(self) -> &'static str {
        self.of(("Problems", "Problemas"))
    }

    /// The name of the sheet of a kind.
    pub fn sheet_name(self, kind: SheetKind) -> &'static str {
        self.of(match kind {
            SheetKind::Customers => ("Customers", "Clientes"),
            SheetKind::Contacts => ("Contacts", "Contactos"),
            SheetKind::Addresses => ("Addresses", "Direcciones"),
            SheetKind::Products => ("Products", "Productos"),
            SheetKind::Units => ("Units", "Unidades"),
            SheetKind::ProductCodes => ("Product codes", "Códigos de producto"),
            SheetKind::PriceLists => ("Price lists", "Tarifas"),
            SheetKind::Prices => ("Prices", "Precios"),
            SheetKind::CustomerPrices => ("Customer prices", "Precios por cliente"),
            SheetKind::OpeningStock => ("Opening stock", "Existencias iniciales"),
            SheetKind::Receivables => ("Receivables", "Facturas pendientes"),
            SheetKind::Credits => ("Credits", "Anticipos"),
        })
    }

    /// What a sheet of a kind is for.
    pub(crate) fn purpose(self, kind: SheetKind) -> &'static str {
        self.of(match kind {
            SheetKind::Customers => ("One row for each customer.", "Una fila por cliente."),
            SheetKind::Contacts => (
                "People at customers with their phones and e-mail addresses; without a name they are the customer's own. Separate several by a semicolon.",
                "Personas de contacto con sus teléfonos y correos; sin nombre son los del propio cliente. Separe varios con punto y coma.",
            ),
            SheetKind::Addresses => ("Places of customers.", "Direcciones de los clientes."),
            SheetKind::Products => ("One row for each product or service.", "Una fila por producto o servicio."),
            SheetKind::Units => (
                "Further units: how many base units one of the unit is.",
                "Otras unidades: cuántas unidades base hay en una de ellas.",
            ),
            SheetKind::ProductCodes => (
                "Barcodes, suppliers' and customers' numbers, and other codes of products.",
                "Códigos de barras, referencias de proveedores y clientes, y otros códigos.",
            ),
            SheetKind::PriceLists => ("Price lists.", "Listas de precios."),
            SheetKind::Prices => ("Prices on the lists.", "Precios de las listas."),
            SheetKind::CustomerPrices => ("Prices or discounts agreed with customers.", "Precios o descuentos acordados con clientes."),
            SheetKind::OpeningStock => (
                "Stock on hand by product, warehouse, lot and cost. A last row that begins with Total is compared with the sum.",
                "Existencias por producto, almacén, lote y coste. Una última fila que empiece por Total se compara con la suma.",
            ),
            SheetKind::Receivables => (
                "What customers owe, by document; several rows with the same document are its instalments. Credit notes are negative.",
                "Lo que deben los clientes, por documento; varias filas del mismo documento son sus plazos. Los abonos van en negativo.",
            ),
            SheetKind::Credits => (
                "Payments and prepayments not used up, as positive amounts.",
                "Cobros y anticipos pendientes de aplicar, en positivo.",
            ),
        })
    }

    /// The heading of a field.
    pub fn heading(self, field: Field) -> &'static str {
        self.of(match field {
            Field::CustomerCode => ("Customer No", "Nº cliente"),
            Field::CustomerName => ("Customer name", "Razón social"),
            Field::Country => ("Country", "País"),
            Field::CustomerGroup => ("Customer group", "Grupo de clientes"),
            Field::PaymentDays => ("Payment terms (days)", "Plazo de pago (días)"),
            Field::TaxCode => ("Tax code", "Código de impuesto"),
            Field::ProductCode => ("Stock code", "Código de producto"),
            Field::ProductName => ("Product name", "Nombre del producto"),
            Field::ProductGroup => ("Product group", "Grupo de productos"),
            Field::Unit => ("Unit", "Unidad"),
            Field::Stocked => ("Stocked", "Almacenable"),
            Field::ListPrice => ("List price", "Precio de lista"),
            Field::Quantity => ("Quantity", "Cantidad"),
            Field::UnitCost => ("Unit cost", "Coste unitario"),
            Field::UnitPrice => ("Unit price", "Precio unitario"),
            Field::Document => ("Document No", "Número de documento"),
            Field::Date => ("Date", "Fecha"),
            Field::TaxId => ("Tax ID", "NIF"),
            Field::CreditLimit => ("Credit limit", "Límite de crédito"),
            Field::Notes => ("Notes", "Notas"),
            Field::ContactName => ("Contact name", "Nombre del contacto"),
            Field::Position => ("Position", "Cargo"),
            Field::Phone => ("Phone", "Teléfono"),
            Field::Mobile => ("Mobile", "Móvil"),
            Field::Email => ("E-mail", "Correo electrónico"),
            Field::AddressKind => ("Address type", "Tipo de dirección"),
            Field::PlaceName => ("Place name", "Nombre del lugar"),
            Field::Street => ("Street", "Calle"),
            Field::PostalCode => ("Postal code", "Código postal"),
            Field::City => ("City", "Ciudad"),
            Field::Model => ("Model", "Modelo"),
            Field::Specification => ("Specification", "Especificación"),
            Field::Brand => ("Brand", "Marca"),
            Field::Tracking => ("Tracking", "Trazabilidad"),
            Field::Numerator => ("Base units", "Unidades base"),
            Field::Denominator => ("Per units", "Por unidades"),
            Field::CodeKind => ("Code type", "Tipo de código"),
            Field::CodeValue => ("Further code", "Código adicional"),
            Field::Supplier => ("Supplier", "Proveedor"),
            Field::PriceList => ("Price list", "Lista de precios"),
            Field::ListName => ("List name", "Nombre de la lista"),
            Field::Currency => ("Currency", "Moneda"),
            Field::ValidFrom => ("Valid from", "Válido desde"),
            Field::ValidTo => ("Valid to", "Válido hasta"),
            Field::IncludesTax => ("Includes tax", "Incluye impuestos"),
            Field::MinQuantity => ("Minimum quantity", "Cantidad mínima"),
            Field::Discount => ("Discount (%)", "Descuento (%)"),
            Field::Warehouse => ("Warehouse", "Almacén"),
            Field::Lot => ("Lot or serial", "Lote o serie"),
            Field::ExpiresOn => ("Expires on", "Caducidad"),
            Field::Value => ("Value", "Valor"),
            Field::DueDay => ("Due date", "Fecha de vencimiento"),
            Field::Amount => ("Open amount", "Importe pendiente"),
            Field::Reference => ("Reference", "Referencia"),
            Field::Order => ("Order reference", "Referencia del pedido"),
        })
    }

    /// What to write in a column.
    pub(crate) fn hint(self, field: Field, is_required: bool) -> String {
        let required = if is_required { self.of(("Required. ", "Obligatorio. ")) } else { "" };
        let what = self.of(match style(field) {
            Style::Text => ("Text; zeros in front stay.", "Texto; los ceros a la izquierda se conservan."),
            Style::Whole => ("A whole number.", "Un número entero."),
            Style::Fine => ("A number with at most six decimals.", "Un número con seis decimales como máximo."),
            Style::Amount => ("An amount in the company's currency.", "Un importe en la moneda de la empresa."),
            Style::Date => ("A date.", "Una fecha."),
            Style::Choice(_) => ("One of the list.", "Uno de la lista."),
        });
        format!("{required}{what}")
    }
}

/// What the column of a field takes.
pub(crate) fn style(field: Field) -> Style {
    match field {
        Field::PaymentDays => Style::Whole,
        Field::ListPrice | Field::Quantity | Field::UnitCost | Field::UnitPrice | Field::MinQuantity | Field::Discount => Style::Fine,
        Field::Numerator | Field::Denominator => Style::Fine,
        Field::CreditLimit | Field::Value | Field::Amount => Style::Amount,
        Field::Date | Field::DueDay | Field::ValidFrom | Field::ValidTo | Field::ExpiresOn => Style::Date,
        Field::Stocked | Field::IncludesTax => Style::Choice(YES_NO),
        Field::AddressKind => Style::Choice(ADDRESS_KINDS),
        Field::Tracking => Style::Choice(TRACKINGS),
        Field::CodeKind => Style::Choice(CODE_KINDS),
        _ => Style::Text,
    }
}
