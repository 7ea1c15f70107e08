//! The texts of workbooks that this crate writes, and of its reports, in English, Spanish and Chinese.
//!
//! Invariant: the reader recognises every sheet name and every heading (a test of the template checks it).

use crate::mapping::{Field, SheetKind};
use crm_core::opening::Problem;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The language of the output.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// Chinese, simplified.
    Chinese,
}

/// A text in English, Spanish and Chinese.
pub(crate) type Words = (&'static str, &'static str, &'static str);

/// What a column accepts, which decides the format of its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Text, so that leading zeros stay.
    Text,
    /// A whole number.
    Whole,
    /// Four decimals: quantities, prices, costs, rates.
    Fine,
    /// Two decimals: amounts.
    Amount,
    /// A day.
    Date,
    /// One of these choices.
    Choice(&'static [Words]),
}

const YES_NO: &[Words] = &[("yes", "sí", "是"), ("no", "no", "否")];
/// Descriptions of what a cell holds when something else is expected.
const CONTENTS: &[Words] = &[("yes or no", "sí o no", "是或否"), ("a date", "una fecha", "日期"), ("a percentage", "un porcentaje", "百分数")];
const ADDRESS_KINDS: &[Words] =
    &[("billing", "facturación", "开票"), ("delivery", "entrega", "收货"), ("site", "sede", "门店"), ("other", "otra", "其他")];
const TRACKINGS: &[Words] = &[("none", "ninguna", "无"), ("lot", "lote", "批次"), ("serial", "serie", "序列号")];
const CODE_KINDS: &[Words] = &[
    ("barcode", "código de barras", "条码"),
    ("own", "propio", "自有"),
    ("supplier", "proveedor", "供应商"),
    ("customer", "cliente", "客户"),
    ("mnemonic", "mnemotécnico", "助记码"),
    ("other", "otro", "其他"),
];

impl Language {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::English, Self::Spanish, Self::Chinese];

    /// The language of a two-letter code, such as `es`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its two-letter code.
    pub fn code(self) -> &'static str {
        self.of(("en", "es", "zh"))
    }

    pub(crate) fn of(self, (english, spanish, chinese): Words) -> &'static str {
        match self {
            Self::English => english,
            Self::Spanish => spanish,
            Self::Chinese => chinese,
        }
    }

    /// The sheet that explains a template.
    pub(crate) fn read_me(self) -> &'static str {
        self.of(("Read me", "Léeme", "说明"))
    }

    /// The hidden sheet that holds the choices of a template.
    pub(crate) fn lists(self) -> &'static str {
        self.of(("Choices", "Opciones", "选项"))
    }

    /// The sheet that sums up the problems of an annotated workbook.
    pub(crate) fn problems(self) -> &'static str {
        self.of(("Problems found", "Problemas encontrados", "发现的问题"))
    }

    /// The heading of the problem column.
    pub(crate) fn problems_heading(self) -> &'static str {
        self.of(("Problems", "Problemas", "问题"))
    }

    /// The name of the sheet of a kind.
    pub fn sheet_name(self, kind: SheetKind) -> &'static str {
        self.of(match kind {
            SheetKind::Customers => ("Customers", "Clientes", "客户"),
            SheetKind::Contacts => ("Contacts", "Contactos", "联系人"),
            SheetKind::Addresses => ("Addresses", "Direcciones", "地址"),
            SheetKind::Products => ("Products", "Productos", "商品"),
            SheetKind::Units => ("Units", "Unidades", "单位"),
            SheetKind::ProductCodes => ("Product codes", "Códigos de producto", "商品编码"),
            SheetKind::PriceLists => ("Price lists", "Tarifas", "价目表"),
            SheetKind::Prices => ("Prices", "Precios", "价格"),
            SheetKind::CustomerPrices => ("Customer prices", "Precios por cliente", "客户价格"),
            SheetKind::OpeningStock => ("Opening stock", "Existencias iniciales", "期初库存"),
            SheetKind::Receivables => ("Receivables", "Facturas pendientes", "应收账款"),
            SheetKind::Credits => ("Credits", "Anticipos", "预收款"),
        })
    }

    /// What a sheet of a kind is for.
    pub(crate) fn purpose(self, kind: SheetKind) -> &'static str {
        self.of(match kind {
            SheetKind::Customers => ("One row for each customer.", "Una fila por cliente.", "每个客户一行。"),
            SheetKind::Contacts => (
                "People at customers with their phones and e-mail addresses; without a name they are the customer's own. Separate several by a semicolon.",
                "Personas de contacto con sus teléfonos y correos; sin nombre son los del propio cliente. Separe varios con punto y coma.",
                "客户的联系人及其电话和邮箱；没有姓名的属于客户本身。多个之间用分号隔开。",
            ),
            SheetKind::Addresses => ("Places of customers.", "Direcciones de los clientes.", "客户的地址。"),
            SheetKind::Products => ("One row for each product or service.", "Una fila por producto o servicio.", "每个商品或服务一行。"),
            SheetKind::Units => (
                "Further units: how many base units one of the unit is.",
                "Otras unidades: cuántas unidades base hay en una de ellas.",
                "其他单位：一个单位等于多少基本单位。",
            ),
            SheetKind::ProductCodes => (
                "Barcodes, suppliers' and customers' numbers, and other codes of products.",
                "Códigos de barras, referencias de proveedores y clientes, y otros códigos.",
                "条码、供应商和客户的编号以及其他编码。",
            ),
            SheetKind::PriceLists => ("Price lists.", "Listas de precios.", "价目表。"),
            SheetKind::Prices => ("Prices on the lists.", "Precios de las listas.", "价目表上的价格。"),
            SheetKind::CustomerPrices => ("Prices or discounts agreed with customers.", "Precios o descuentos acordados con clientes.", "与客户约定的价格或折扣。"),
            SheetKind::OpeningStock => (
                "Stock on hand in base units, by product, warehouse, lot and cost. A row that begins with Total is compared with the rows above it.",
                "Existencias en la unidad base, por producto, almacén, lote y coste. Una fila que empiece por Total se compara con las anteriores.",
                "按商品、仓库、批次和成本列出的库存，以基本单位计。以“合计”开头的行与上方各行核对。",
            ),
            SheetKind::Receivables => (
                "What customers owe, by document; several rows with the same document are its instalments. Credit notes are negative.",
                "Lo que deben los clientes, por documento; varias filas del mismo documento son sus plazos. Los abonos van en negativo.",
                "客户所欠款项，按单据列出；同一单据的多行是其分期。贷项为负数。",
            ),
            SheetKind::Credits => (
                "Payments and prepayments not used up, as positive amounts.",
                "Cobros y anticipos pendientes de aplicar, en positivo.",
                "尚未核销的收款和预收款，填正数。",
            ),
        })
    }

    /// The heading of a field.
    pub fn heading(self, field: Field) -> &'static str {
        self.of(match field {
            Field::CustomerCode => ("Customer No", "Nº cliente", "客户编号"),
            Field::CustomerName => ("Customer name", "Razón social", "客户名称"),
            Field::Country => ("Country", "País", "国家"),
            Field::CustomerGroup => ("Customer group", "Grupo de clientes", "客户分组"),
            Field::PaymentDays => ("Payment terms (days)", "Plazo de pago (días)", "付款天数"),
            Field::TaxCode => ("Tax code", "Código de impuesto", "税码"),
            Field::ProductCode => ("Stock code", "Código de producto", "商品编号"),
            Field::ProductName => ("Product name", "Nombre del producto", "商品名称"),
            Field::ProductGroup => ("Product group", "Grupo de productos", "商品分类"),
            Field::Unit => ("Unit", "Unidad", "单位"),
            Field::Stocked => ("Stocked", "Almacenable", "库存管理"),
            Field::ListPrice => ("List price", "Precio de lista", "销售价"),
            Field::Quantity => ("Quantity", "Cantidad", "数量"),
            Field::UnitCost => ("Unit cost", "Coste unitario", "单位成本"),
            Field::UnitPrice => ("Unit price", "Precio unitario", "单价"),
            Field::Document => ("Document No", "Número de documento", "单据号"),
            Field::Date => ("Date", "Fecha", "日期"),
            Field::TaxId => ("Tax ID", "NIF", "税号"),
            Field::CreditLimit => ("Credit limit", "Límite de crédito", "信用额度"),
            Field::Notes => ("Notes", "Notas", "备注"),
            Field::ContactName => ("Contact name", "Nombre del contacto", "联系人"),
            Field::Position => ("Position", "Cargo", "职位"),
            Field::Phone => ("Phone", "Teléfono", "电话"),
            Field::Mobile => ("Mobile", "Móvil", "手机"),
            Field::Email => ("E-mail", "Correo electrónico", "邮箱"),
            Field::AddressKind => ("Address type", "Tipo de dirección", "地址类型"),
            Field::PlaceName => ("Place name", "Nombre del lugar", "地点名称"),
            Field::Street => ("Street", "Calle", "地址"),
            Field::PostalCode => ("Postal code", "Código postal", "邮编"),
            Field::City => ("City", "Ciudad", "城市"),
            Field::Model => ("Model", "Modelo", "型号"),
            Field::Specification => ("Specification", "Especificación", "规格"),
            Field::Brand => ("Brand", "Marca", "品牌"),
            Field::Tracking => ("Tracking", "Trazabilidad", "追踪方式"),
            Field::Numerator => ("Base units", "Unidades base", "基本单位数量"),
            Field::Denominator => ("Per units", "Por unidades", "每单位数"),
            Field::CodeKind => ("Code type", "Tipo de código", "编码类型"),
            Field::CodeValue => ("Further code", "Código adicional", "条码"),
            Field::Supplier => ("Supplier", "Proveedor", "供应商"),
            Field::PriceList => ("Price list", "Lista de precios", "价目表"),
            Field::ListName => ("List name", "Nombre de la lista", "价目表名称"),
            Field::Currency => ("Currency", "Moneda", "币种"),
            Field::ValidFrom => ("Valid from", "Válido desde", "生效日期"),
            Field::ValidTo => ("Valid to", "Válido hasta", "失效日期"),
            Field::IncludesTax => ("Includes tax", "Incluye impuestos", "含税"),
            Field::MinQuantity => ("Minimum quantity", "Cantidad mínima", "最小数量"),
            Field::Discount => ("Discount (%)", "Descuento (%)", "折扣"),
            Field::Warehouse => ("Warehouse", "Almacén", "仓库"),
            Field::Lot => ("Lot or serial", "Lote o serie", "批号或序列号"),
            Field::ExpiresOn => ("Expires on", "Caducidad", "有效期"),
            Field::Value => ("Value", "Valor", "库存金额"),
            Field::DueDay => ("Due date", "Fecha de vencimiento", "到期日"),
            Field::Amount => ("Open amount", "Importe pendiente", "未收金额"),
            Field::Reference => ("Reference", "Referencia", "参考号"),
            Field::LegalName => ("Legal name", "Nombre fiscal", "法定名称"),
            Field::Website => ("Website", "Página web", "网站"),
            Field::Owner => ("Owner", "Comercial", "负责人"),
            Field::Order => ("Order reference", "Referencia del pedido", "订单号"),
        })
    }

    /// What to write in a column.
    pub(crate) fn hint(self, field: Field, is_required: bool) -> String {
        let required = if is_required { self.of(("Required. ", "Obligatorio. ", "必填。")) } else { "" };
        let what = self.of(match style(field) {
            Style::Text => ("Text; zeros in front stay.", "Texto; los ceros a la izquierda se conservan.", "文本；前导零会保留。"),
            Style::Whole => ("A whole number.", "Un número entero.", "整数。"),
            Style::Fine => ("A number with at most six decimals.", "Un número con seis decimales como máximo.", "最多六位小数的数字。"),
            Style::Amount => ("An amount in the company's currency.", "Un importe en la moneda de la empresa.", "以公司货币计的金额。"),
            Style::Date => ("A date.", "Una fecha.", "日期。"),
            Style::Choice(_) => ("One of the list.", "Uno de la lista.", "列表中的一项。"),
        });
        format!("{required}{what}")
    }
}

/// What a field's column accepts.
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

/// The text of each problem code. `{text}` is the cell's text, `{column}` its heading, other names are details of the problem; square brackets are
/// left out if a detail is missing.
const REASONS: &[(&str, Words)] = &[
    (
        "missing",
        (
            "the cell is empty, but a value is required[: {fields}]",
            "la celda está vacía y es obligatoria[: {fields}]",
            "单元格为空，此项必填[：{fields}]",
        ),
    ),
    (
        "formula_error",
        (
            "the cell contains the error `{text}`, which was not read",
            "la celda contiene el error `{text}`, que no se lee",
            "单元格含有错误 `{text}`，未读取",
        ),
    ),
    (
        "not_calculated",
        (
            "the formula was never calculated: open the file in a spreadsheet and save it",
            "la fórmula no está calculada: abra el archivo en la hoja de cálculo y guárdelo",
            "公式没有计算结果：请用表格软件打开并保存文件",
        ),
    ),
    (
        "unreadable_number",
        (
            "`{text}` is not a number[: the cell contains {why}]",
            "`{text}` no es un número aquí[: la celda contiene {why}]",
            "`{text}` 在此不是数字[：单元格含有{why}]",
        ),
    ),
    (
        "ambiguous_number",
        (
            "`{text}` can be read in two ways, and nothing in the sheet decides which: specify whether the decimal mark is a point or a comma",
            "`{text}` se puede leer de dos maneras y nada en la hoja lo decide: indique si el decimal es punto o coma",
            "`{text}` 有两种读法，工作表中无法判断：请指明小数点是点还是逗号",
        ),
    ),
    ("unreadable_flag", ("`{text}` is neither yes nor no", "`{text}` no es ni sí ni no", "`{text}` 既不是“是”也不是“否”")),
    ("unreadable_date", ("`{text}` is not a date", "`{text}` no es una fecha aquí", "`{text}` 在此不是日期")),
    (
        "ambiguous_date",
        (
            "`{text}` could be two different dates, and nothing in the sheet decides which: specify whether the day or the month comes first",
            "`{text}` puede ser dos días y nada en la hoja lo decide: indique si va primero el día o el mes",
            "`{text}` 可能是两个日期，工作表中无法判断：请指明日在前还是月在前",
        ),
    ),
    (
        "unreadable_code",
        (
            "`{text}` is not a code: the cell contains {why}",
            "`{text}` no es un código: la celda contiene {why}",
            "`{text}` 不是编号：单元格含有{why}",
        ),
    ),
    (
        "unknown_choice",
        (
            "`{text}` is not one of the choices[: {choices}]",
            "`{text}` no es ninguna de las opciones[: {choices}]",
            "`{text}` 不是可选项[：{choices}]",
        ),
    ),
    (
        "out_of_range",
        (
            "`{text}` is outside the supported range[, up to {max}]",
            "`{text}` está fuera de los límites[, hasta {max}]",
            "`{text}` 超出范围[，最大 {max}]",
        ),
    ),
    (
        "too_precise",
        (
            "`{text}` has more decimals than are supported[: {scale}]",
            "`{text}` tiene más decimales de los que se guardan[: {scale}]",
            "`{text}` 的小数位数过多[，最多 {scale} 位]",
        ),
    ),
    (
        "too_long",
        (
            "the text is too long[: {length} characters, but at most {limit} are allowed]",
            "el texto es demasiado largo[: {length} caracteres, máximo {limit}]",
            "文本过长[：{length} 个字符，最多 {limit}]",
        ),
    ),
    ("negative", ("`{text}` is less than zero", "`{text}` es menor que cero", "`{text}` 小于零")),
    ("zero", ("the amount is zero", "el importe es cero", "金额为零")),
    ("invalid", ("`{text}` is not valid", "`{text}` no es válido", "`{text}` 无效")),
    (
        "digits_lost",
        (
            "the spreadsheet has dropped digits of `{text}`: format the column as text and enter it again",
            "la hoja de cálculo ha cortado cifras de `{text}`: ponga la columna en formato texto e introdúzcalo de nuevo",
            "表格软件已截断 `{text}` 的部分数字：请将该列设为文本格式后重新输入",
        ),
    ),
    ("control_characters", ("the text has control characters", "el texto tiene caracteres de control", "文本含有控制字符")),
    (
        "mixed_currencies",
        (
            "`{text}` is in another currency than `{first}` above",
            "`{text}` está en otra moneda que `{first}` más arriba",
            "`{text}` 与上方的 `{first}` 币种不同",
        ),
    ),
    (
        "foreign_currency",
        (
            "the sheet says `{text}`, which is not the currency used here; convert the figures, or leave the column out",
            "la hoja dice `{text}`, que no es la moneda en la que se llevan estos datos; convierta los importes o no lea la columna",
            "工作表写的是 `{text}`，与此处使用的币种不同；请换算金额，或不读取该列",
        ),
    ),
    (
        "unknown_currency",
        (
            "`{text}` does not identify a single currency: write its three-letter code",
            "`{text}` no indica una sola moneda: escriba su código de tres letras",
            "`{text}` 不能确定币种：请填写三个字母的代码",
        ),
    ),
    (
        "ambiguous_percent",
        (
            "`{text}` could be a fraction or a percentage, and nothing in the column decides which: write `{text} %`, or the percentage as a whole number",
            "`{text}` puede ser una fracción o un porcentaje y nada en la columna lo decide: escriba `{text} %` o el número entero de tanto por ciento",
            "`{text}` 可能是小数或百分数，该列无法判断：请写作 `{text} %`，或填写百分比的整数",
        ),
    ),
    (
        "value_differs",
        (
            "the sheet says {text}, but quantity times cost is {found}, which is used",
            "la hoja dice {text}; cantidad por coste son {found}, y eso es lo que se guarda",
            "工作表写 {text}，数量乘成本为 {found}，以后者为准",
        ),
    ),
    ("name_missing", ("the name is missing; the code is used instead", "falta el nombre; se usa el código", "缺少名称，以编号代替")),
    (
        "duplicate_code",
        (
            "`{text}` already appears[ in row {other_row} of sheet `{other_sheet}`]",
            "`{text}` ya está[, en la fila {other_row} de la hoja `{other_sheet}`]",
            "`{text}` 重复[，已见于工作表 `{other_sheet}` 第 {other_row} 行]",
        ),
    ),
    (
        "code_differs_by_case",
        (
            "`{text}` differs only by case from `{other}` in row {other_row} of sheet `{other_sheet}`",
            "`{text}` solo difiere en mayúsculas de `{other}`, en la fila {other_row} de la hoja `{other_sheet}`",
            "`{text}` 与工作表 `{other_sheet}` 第 {other_row} 行的 `{other}` 仅大小写不同",
        ),
    ),
    (
        "no_check_digit",
        (
            "`{text}` is not a GTIN: its check digit is wrong",
            "`{text}` no es un GTIN: el dígito de control es otro",
            "`{text}` 不是 GTIN：校验位不符",
        ),
    ),
    ("unknown_customer", ("there is no customer `{text}`", "no hay ningún cliente `{text}`", "没有客户 `{text}`")),
    (
        "customer_refused",
        ("the row of customer `{text}` has an error", "la fila del cliente `{text}` tiene un error", "客户 `{text}` 所在的行有错误"),
    ),
    ("product_refused", ("the row of product `{text}` has an error", "la fila del producto `{text}` tiene un error", "商品 `{text}` 所在的行有错误")),
    ("unknown_product", ("there is no product `{text}`", "no hay ningún producto `{text}`", "没有商品 `{text}`")),
    ("unknown_warehouse", ("there is no warehouse `{text}` in use", "no hay ningún almacén `{text}` en uso", "没有在用的仓库 `{text}`")),
    ("unknown_unit", ("the product has no unit `{text}`", "el producto no tiene la unidad `{text}`", "该商品没有单位 `{text}`")),
    ("unknown_price_list", ("there is no price list `{text}`", "no hay ninguna tarifa `{text}`", "没有价目表 `{text}`")),
    (
        "unknown_operator",
        ("there is no operator `{text}`, or more than one", "no hay ningún usuario `{text}`, o hay varios", "没有操作员 `{text}`，或有多个"),
    ),
    ("unknown_tax_code", ("there is no tax code `{text}`", "no hay ningún código de impuesto `{text}`", "没有税码 `{text}`")),
    ("unknown_tax_rate", ("no tax code has the rate `{text}`", "ningún código de impuesto tiene el tipo `{text}`", "没有税码的税率为 `{text}`")),
    (
        "ambiguous_tax_rate",
        ("several tax codes have the rate `{text}`", "varios códigos de impuesto tienen el tipo `{text}`", "有多个税码的税率为 `{text}`"),
    ),
    ("not_stocked", ("`{text}` is a service, which has no stock", "`{text}` es un servicio y no tiene existencias", "`{text}` 是服务，没有库存")),
    (
        "lot_needed",
        (
            "`{text}` is tracked by lot, but the row gives no lot",
            "`{text}` se sigue por lotes y la fila no indica ninguno",
            "`{text}` 按批次管理，此行没有批号",
        ),
    ),
    ("lot_not_kept", ("`{text}` is not tracked by lot", "`{text}` no se sigue por lotes", "`{text}` 不按批次管理")),
    (
        "serial_not_one",
        ("a serial number of `{text}` stands for one piece", "un número de serie de `{text}` es una unidad", "`{text}` 的一个序列号只能是一件"),
    ),
    ("after_opening_day", ("the date is after the day of the opening", "la fecha es posterior al día de apertura", "日期晚于期初日")),
    ("due_before_document", ("the due date is before the document date", "vence antes de la fecha del documento", "到期日早于单据日期")),
    (
        "document_incomplete",
        ("another row of the document `{text}` has an error", "otra fila del documento `{text}` tiene un error", "单据 `{text}` 的另一行有错误"),
    ),
    ("already_posted", ("`{text}` exists with different figures", "`{text}` ya está registrado con otros datos", "`{text}` 已登记，数据不同")),
    ("code_taken", ("the code `{text}` belongs to another product", "el código `{text}` es de otro producto", "编码 `{text}` 属于其他商品")),
    ("differs_from_stored", ("`{text}` exists with different values", "`{text}` está guardado con otros datos", "`{text}` 已保存，数据不同")),
    (
        "too_many_cells",
        (
            "the row has more cells than headings: {count} instead of {width}; the first extra cell says `{text}`",
            "la fila tiene más celdas que encabezados: {count} de {width}; la primera que sobra dice `{text}`",
            "此行的单元格多于标题：{count}/{width}；多出的第一个为 `{text}`",
        ),
    ),
    (
        "note_row",
        (
            "`{text}` is alone in its row and looks like a note; it was not read",
            "`{text}` está sola en su fila y parece una nota; no se ha leído",
            "`{text}` 单独成行，像是备注，未读取",
        ),
    ),
    (
        "merged_cells",
        (
            "the cells {range} are merged; texts and dates were read for each of their rows, figures only for the first",
            "las celdas {range} están combinadas; un texto o una fecha se han leído para cada una de sus filas, una cifra solo para la primera",
            "单元格 {range} 已合并；文本或日期按每行读取，数字只按第一行读取",
        ),
    ),
    (
        "merged_figure",
        (
            "the cells {range} are merged, so it is unclear whether the figure is for each row or for all of them together: write it in each row",
            "las celdas {range} están combinadas y no se sabe si la cifra es de cada fila o del conjunto: escríbala en cada fila",
            "单元格 {range} 已合并，无法判断数字属于每行还是合计：请在每行填写",
        ),
    ),
    (
        "encoding_guessed",
        (
            "the file does not specify its encoding, and `{text}` was read as {encoding}: specify the encoding if letters are wrong",
            "el archivo no indica su codificación y `{text}` se ha leído como {encoding}: indique la codificación si las letras no son correctas",
            "文件未注明编码，`{text}` 按 {encoding} 读取：如有乱码，请指明编码",
        ),
    ),
    (
        "read_twice",
        (
            "`{text}` with the same figures is also in row {other_row}; both rows were read",
            "`{text}` con los mismos datos está también en la fila {other_row}; se leen las dos filas",
            "`{text}` 与第 {other_row} 行数据相同；两行均已读取",
        ),
    ),
    ("lone_cell", ("`{text}` is alone in its row; it was not read", "`{text}` está sola en su fila; no se ha leído", "`{text}` 单独成行，未读取")),
    (
        "row_of_another_table",
        (
            "the headings of another table ({kinds}) begin here: {text}; rows {row} to {last_row} were not read: put the table on a sheet of its own",
            "aquí empiezan los encabezados de otra tabla ({kinds}): {text}; las filas {row} a {last_row} no se han leído: ponga la tabla en otra hoja",
            "此处开始另一张表（{kinds}）的标题：{text}；第 {row} 至 {last_row} 行未读取：请将该表放到单独的工作表",
        ),
    ),
    (
        "unclosed_quote",
        (
            "the line opens a quote that is never closed; it was read as part of the text",
            "la línea abre unas comillas que no se cierran; se han leído como un carácter del texto",
            "此行有未闭合的引号，已作为普通字符读取",
        ),
    ),
    (
        "foreign_line",
        (
            "the line is encoded differently from the rest, and was read as {encoding}",
            "la línea tiene otra codificación que el resto y se ha leído como {encoding}",
            "此行的编码与其余行不同，按 {encoding} 读取",
        ),
    ),
    (
        "column_left_out",
        (
            "the heading is unknown, and the column was left out: specify its field to have it read; filled cells: {filled}; the first, in row {first_row}, says `{text}`",
            "el encabezado no se conoce y la columna no se ha leído: indique qué campo es para leerla; celdas con datos: {filled}; la primera, en la fila {first_row}, dice `{text}`",
            "标题未知，此列未读取：如需读取，请指明对应的字段；有 {filled} 个非空单元格，第一个在第 {first_row} 行，为 `{text}`",
        ),
    ),
    (
        "column_without_heading",
        (
            "the column has no heading and was left out: specify its field to have it read; filled cells: {filled}; the first, in row {first_row}, says `{text}`",
            "la columna no tiene encabezado y no se ha leído: indique qué campo es para leerla; celdas con datos: {filled}; la primera, en la fila {first_row}, dice `{text}`",
            "此列没有标题，未读取：如需读取，请指明对应的字段；有 {filled} 个非空单元格，第一个在第 {first_row} 行，为 `{text}`",
        ),
    ),
    (
        "column_of_another_kind",
        (
            "a sheet of {kinds} has no such column, so it was left out; filled cells: {filled}; the first, in row {first_row}, says `{text}`",
            "una hoja de {kinds} no tiene esta columna y no se ha leído; celdas con datos: {filled}; la primera, en la fila {first_row}, dice `{text}`",
            "{kinds}工作表没有此列，未读取；有 {filled} 个非空单元格，第一个在第 {first_row} 行，为 `{text}`",
        ),
    ),
    (
        "column_incomplete",
        (
            "the column has no meaning without {fields}, for which there is no column, and was left out; filled cells: {filled}; the first, in row {first_row}, says `{text}`",
            "la columna no dice nada sin {fields}, para lo que no hay columna, y no se ha leído; celdas con datos: {filled}; la primera, en la fila {first_row}, dice `{text}`",
            "缺少 {fields} 列，此列没有意义，未读取；有 {filled} 个非空单元格，第一个在第 {first_row} 行，为 `{text}`",
        ),
    ),
    (
        "repeated_column",
        (
            "column {other} was read for the same field; this one was left out; filled cells: {filled}; the first, in row {first_row}, says `{text}`",
            "para el mismo campo se ha leído la columna {other}; esta no se ha leído; celdas con datos: {filled}; la primera, en la fila {first_row}, dice `{text}`",
            "同一字段已读取 {other} 列；此列未读取，有 {filled} 个非空单元格，第一个在第 {first_row} 行，为 `{text}`",
        ),
    ),
    (
        "total_differs",
        (
            "the sheet says {text}, but its rows add up to {found}",
            "la hoja dice {text}, sus filas suman {found}",
            "工作表写 {text}，各行合计为 {found}",
        ),
    ),
    (
        "sheet_hidden",
        (
            "the sheet is hidden and was left out (filled cells: {filled}): name it among the sheets to have it read",
            "la hoja está oculta y no se ha leído (celdas con datos: {filled}): indíquela entre las hojas para leerla",
            "工作表已隐藏，未读取，有 {filled} 个非空单元格：如需读取，请在工作表列表中指明",
        ),
    ),
    (
        "no_headings",
        (
            "the sheet was left out (filled cells: {filled}): none of its first rows has known headings; specify its kind, its heading row and its columns to have it read",
            "la hoja no se ha leído (celdas con datos: {filled}): ninguna de sus primeras filas tiene encabezados conocidos; indique su tipo, la fila de encabezados y las columnas para leerla",
            "工作表未读取，有 {filled} 个非空单元格：开头没有已知的标题行；如需读取，请指明类型、标题行和各列",
        ),
    ),
    (
        "sheet_uncertain",
        (
            "the sheet was left out (filled cells: {filled}): it could be {kinds}, which is less certain than the {least} % required; specify its kind to have it read",
            "la hoja no se ha leído (celdas con datos: {filled}): podría ser {kinds}, menos seguro que el {least} % pedido; indique su tipo para leerla",
            "工作表未读取，有 {filled} 个非空单元格：可能是 {kinds}，低于要求的 {least} %；如需读取，请指明类型",
        ),
    ),
    (
        "sheet_draw",
        (
            "the sheet was left out (filled cells: {filled}): it could be {kinds}, and nothing decides which; specify its kind to have it read",
            "la hoja no se ha leído (celdas con datos: {filled}): podría ser {kinds} y nada lo decide; indique su tipo para leerla",
            "工作表未读取，有 {filled} 个非空单元格：可能是 {kinds}，无法判断；如需读取，请指明类型",
        ),
    ),
    (
        "several_tables",
        (
            "the sheet was left out (filled cells: {filled}): it has several tables side by side, {kinds}; put each on a sheet of its own, or specify a kind to have its table read",
            "la hoja no se ha leído (celdas con datos: {filled}): contiene varias tablas una al lado de otra, {kinds}; ponga cada una en su hoja o indique un tipo para leer su tabla",
            "工作表未读取，有 {filled} 个非空单元格：其中并排有多张表，{kinds}；请将每张表放到单独的工作表，或指明类型以读取该表",
        ),
    ),
    (
        "names_missing",
        (
            "the sheet has no column for {fields}; codes are used as names",
            "la hoja no tiene columna para {fields}; se usan los códigos como nombres",
            "工作表没有 {fields} 列，以编号作为名称",
        ),
    ),
    (
        "columns_missing",
        (
            "the sheet was left out (filled cells: {filled}): it looks like {kinds}, but has no column for {fields}; specify which column that is to have it read",
            "la hoja no se ha leído (celdas con datos: {filled}): parece {kinds} y no tiene columna para {fields}; indique cuál es para leerla",
            "工作表未读取，有 {filled} 个非空单元格：像是 {kinds}，但没有 {fields} 列；如需读取，请指明是哪一列",
        ),
    ),
];

impl Language {
    /// The reason of a problem.
    pub fn reason(self, problem: &Problem) -> String {
        let words = REASONS.iter().find(|(code, _)| *code == problem.code).map(|(_, words)| self.of(*words));
        match words {
            // Problems found while applying have a text of their own.
            Some(words) if self != Self::English => filled(words, &self.details(&problem.details), problem.text.trim()),
            _ => problem.reason.clone(),
        }
    }

    /// The text of a code for a cell, with its details.
    pub(crate) fn say(self, code: &str, details: &BTreeMap<String, String>, text: &str) -> String {
        let words = REASONS.iter().find(|(known, _)| *known == code).map(|(_, words)| self.of(*words));
        words.map_or_else(|| code.to_owned(), |words| filled(words, &self.details(details), text.trim()))
    }

    /// Details as readers of the language know them: kinds, fields and choices have names there. In English they are named as in the API.
    fn details(self, details: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        if self == Self::English {
            return details.clone();
        }
        let each = |list: &str, name: &dyn Fn(&str) -> Option<&'static str>| {
            let said = list.split(", ").map(|item| {
                let (word, rest) = item.split_at(item.find(' ').unwrap_or(item.len()));
                name(item).map_or_else(|| name(word).map_or_else(|| item.to_owned(), |name| format!("{name}{rest}")), str::to_owned)
            });
            said.collect::<Vec<_>>().join(", ")
        };
        let kind = |name: &str| SheetKind::ALL.into_iter().find(|kind| kind.as_str() == name).map(|kind| self.sheet_name(kind));
        let field = |name: &str| Field::ALL.into_iter().find(|field| field.as_str() == name).map(|field| self.heading(field));
        let choice = |name: &str| {
            let mut all = [YES_NO, ADDRESS_KINDS, TRACKINGS, CODE_KINDS, CONTENTS].into_iter().flatten();
            all.find(|(english, ..)| *english == name).map(|words| self.of(*words))
        };
        let said = |(name, value): (&String, &String)| {
            let value = match name.as_str() {
                "kinds" => each(value, &kind),
                "fields" => each(value, &field),
                "choices" | "why" => each(value, &choice),
                _ => value.clone(),
            };
            (name.clone(), value)
        };
        details.iter().map(said).collect()
    }
}

/// A sentence with its details filled in.
fn filled(words: &str, details: &BTreeMap<String, String>, text: &str) -> String {
    let value = |name: &str| if name == "text" { Some(text) } else { details.get(name).map(String::as_str) };
    let (mut said, mut optional) = (String::new(), None::<(String, bool)>);
    let mut rest = words;
    while let Some(at) = rest.find(['{', '[', ']']) {
        let (before, mark) = rest.split_at(at);
        let place = optional.as_mut().map_or(&mut said, |(part, _)| part);
        place.push_str(before);
        rest = mark.get(1..).unwrap_or_default();
        match mark.as_bytes().first() {
            Some(b'[') => optional = Some((String::new(), true)),
            Some(b']') => said.push_str(&optional.take().filter(|(_, is_whole)| *is_whole).map(|(part, _)| part).unwrap_or_default()),
            _ => {
                let (name, tail) = rest.split_once('}').unwrap_or((rest, ""));
                rest = tail;
                match (value(name), &mut optional) {
                    (Some(value), Some((part, _))) => part.push_str(value),
                    (Some(value), None) => said.push_str(value),
                    (None, Some((_, is_whole))) => *is_whole = false,
                    (None, None) => said.push('?'),
                }
            }
        }
    }
    said.push_str(rest);
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_a_problem_has_its_words_in_every_language() {
        let known: Vec<&str> = REASONS.iter().map(|(code, _)| *code).collect();
        assert_eq!(known.len(), Problem::CODES.len());
        for code in Problem::CODES {
            assert!(known.contains(code), "{code}");
        }
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for (code, (english, spanish, chinese)) in REASONS {
            assert!(english != spanish && chinese.chars().any(is_han) && !english.chars().any(is_han), "{code}");
        }
    }

    #[test]
    fn what_is_not_known_of_a_problem_is_left_out_of_its_sentence() {
        let details = BTreeMap::from([("max".to_owned(), "9".to_owned())]);
        assert_eq!(filled("`{text}` is much[, up to {max}]", &details, "10"), "`10` is much, up to 9");
        assert_eq!(filled("`{text}` is much[, up to {max}]", &BTreeMap::new(), "10"), "`10` is much");
    }
}
