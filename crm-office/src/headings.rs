//! The headings that people and other systems write above their columns: one table for recognition, templates and tests.
//!
//! Invariant: a heading is compared without case, accents, punctuation, units and plural, and nothing else is ignored.

use crate::mapping::Field;
use crm_core::text::search_key;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The headings of one field's columns, normalised, the likeliest first.
struct Synonyms {
    field: Field,
    english: &'static str,
    spanish: &'static str,
    /// Simplified and traditional.
    chinese: &'static str,
    /// Headings that may belong to another field as well. They are tried last, and say little about what the sheet is.
    anybodys: &'static str,
}

const fn of(field: Field, english: &'static str, spanish: &'static str, chinese: &'static str, anybodys: &'static str) -> Synonyms {
    Synonyms { field, english, spanish, chinese, anybodys }
}

const SYNONYMS: &[Synonyms] = &[
    of(
        Field::CustomerCode,
        "customerno customernumber customercode customerid clientno clientnumber clientcode clientid customeraccount accountnumber accountno",
        "codigocliente codigodecliente codigodelcliente codcliente nocliente nodecliente ncliente numcliente numerocliente numerodecliente idcliente refcliente",
        "客户编号 客户代码 客户编码 客户号 客户id 會員編號 客戶編號 客戶代碼 客戶編碼 客戶號",
        "code codigo cod number numero no id 编号 編號 代码 代碼 编码 編碼 reference referencia ref",
    ),
    of(
        Field::CustomerName,
        "customername clientname companyname company accountname tradename tradingname",
        "nombrecliente nombredelcliente nombredecliente nombrecomercial empresa",
        "客户名称 客户名 客户姓名 客户全称 公司名称 单位名称 客戶名稱 客戶名 客戶全稱 公司名稱 單位名稱",
        "name nombre razonsocial denominacion 名称 名稱",
    ),
    of(
        Field::LegalName,
        "legalname registeredname",
        "razonsocial nombrefiscal denominacionsocial denominacion",
        "法定名称 注册名称 开票名称 法定名稱 註冊名稱",
        "",
    ),
    of(Field::Country, "country countryname countrycode countryregion", "pais paiscliente codigopais", "国家 国别 国家地区 國家 國別 國家地區", ""),
    of(
        Field::CustomerGroup,
        "customergroup customercategory customersegment",
        "grupodeclientes grupoclientes grupodecliente grupocliente",
        "客户分组 客户组 客户分类 客户类别 客户群组 客戶分組 客戶組 客戶分類 客戶類別 客戶群組",
        "group category segment grupo categoria segmento 分组 分類 分类 类别 類別",
    ),
    of(
        Field::Owner,
        "owner salesperson salesrep salesrepresentative accountmanager accountowner salesman",
        "comercial vendedor agente agentecomercial responsable propietario representante gestor",
        "业务员 销售员 销售代表 客户经理 负责人 归属人 業務員 銷售員 銷售代表 客戶經理 負責人",
        "",
    ),
    of(
        Field::PaymentDays,
        "paymenttermsdays paymentdays paymentterms paymentterm termsdays termdays creditdays netdays",
        "plazodepagodias plazodepago plazopago formadepagodias formapagodias diasdepago diaspago plazodias plazo diascredito diasdecredito",
        "付款天数 账期 账期天数 付款期限 信用天数 付款期限天 付款天數 帳期 帳期天數 賬期 付款期限天數 信用天數",
        "terms duedays days vencimiento dias 天数 天數",
    ),
    of(
        Field::TaxCode,
        "taxcode vatcode taxrate vatrate tax vat vatpercent taxpercent",
        "codigodeimpuesto codigoimpuesto codigodeiva codigoiva tipodeiva tipoiva tipoimpositivo impuesto iva porcentajeiva",
        "税码 税率 税代码 稅碼 稅率 稅代碼",
        "",
    ),
    of(
        Field::ProductCode,
        "stockcode productcode productno productnumber itemcode itemno itemnumber articlecode articleno articlenumber sku partnumber partno productid itemid \
         productref productreference",
        "codigoproducto codigodeproducto codigodelproducto codproducto codigoarticulo codigodearticulo codigodelarticulo codarticulo referencia ref \
         referenciaarticulo refarticulo referenciaproducto noarticulo numeroarticulo idproducto idarticulo",
        "商品编号 商品编码 商品代码 产品编号 产品编码 产品代码 物料编号 物料编码 物料号 货号 商品編號 商品編碼 商品代碼 產品編號 產品編碼 產品代碼 物料編號 \
         物料編碼 物料號 貨號 料号 料號",
        "code codigo cod number numero no id 编号 編號 代码 代碼 编码 編碼",
    ),
    of(
        Field::ProductName,
        "productname itemname articlename productdescription itemdescription producttitle",
        "nombreproducto nombredelproducto nombredeproducto nombredelarticulo nombrearticulo descripcionproducto descripciondelproducto descripcionarticulo \
         descripciondelarticulo",
        "商品名称 商品名 产品名称 产品名 品名 物料名称 货品名称 商品名稱 產品名稱 物料名稱 貨品名稱",
        "description descripcion name nombre denominacion label etiqueta concepto 名称 名稱",
    ),
    of(
        Field::ProductGroup,
        "productgroup itemgroup productcategory productfamily",
        "grupodeproductos grupodearticulos grupodeproducto",
        "商品分类 商品类别 产品分类 产品类别 产品组 商品分類 商品類別 產品分類 產品類別 產品組",
        "group family category categoryname grupo familia categoria 类别 類別 分类 分類",
    ),
    of(
        Field::Unit,
        "unit unitofmeasure uom baseunit stockunit defaultunitofmeasure",
        "unidad unidaddemedida unidadmedida um ud uds unidadbase",
        "单位 计量单位 基本单位 單位 計量單位 基本單位",
        "",
    ),
    of(
        Field::Stocked,
        "stocked isstocked keepstock stockkept stockitem maintainstock",
        "inventariable almacenable gestionastock controlstock controldestock",
        "库存管理 管理库存 是否管理库存 庫存管理 管理庫存 是否管理庫存",
        "",
    ),
    of(
        Field::ListPrice,
        "listprice price saleprice salesprice sellingprice unitprice retailprice standardsellingrate sellingpriceexcltax",
        "preciodelista preciolista preciotarifa preciodeventa precioventa precio tarifa pvp preciounitario preciounit preciosiniva preciosiva preciounidad pvpsiniva",
        "销售价 售价 单价 标价 零售价 销售单价 价格 銷售價 售價 單價 標價 零售價 銷售單價 價格",
        "",
    ),
    of(
        Field::Quantity,
        "openingqty openingquantity openingstock quantity qty quantityonhand qtyonhand onhand stockonhand stock unitsinstock physicalstock",
        "cantidadinicial cantidad existencias existencia existenciainicial existenciasiniciales stockinicial stockactual unidades cant cantidadenmano",
        "数量 库存 库存数量 期初数量 期初库存 现有库存 在库数量 數量 庫存 庫存數量 期初數量 期初庫存 現有庫存 在庫數量",
        "",
    ),
    of(
        Field::UnitCost,
        "unitcost costperunit costprice cost averagecost avgcost standardcost valuationrate purchaseprice",
        "costeunitario costounitario costeunidad costeunit costounit costomedio costemedio preciodecoste preciodecosto preciocoste preciocosto coste costo \
         preciocompra preciodecompra pcoste pcosto pmp preciomedioponderado ultcoste ultimocoste",
        "成本 单位成本 成本价 成本单价 进价 采购价 單位成本 成本價 成本單價 進價 採購價",
        "",
    ),
    of(
        Field::UnitPrice,
        "unitprice price salesprice agreedprice",
        "preciounitario preciounit preciodeventa precioventa precio",
        "单价 价格 售价 单位价格 單價 價格 售價 單位價格",
        "",
    ),
    of(
        Field::Document,
        "invoiceno invoicenumber invoice receiptno receiptnumber receipt documentno documentnumber document orderno ordernumber",
        "nofactura nodefactura numerofactura numerodefactura factura noalbaran numeroalbaran albaran documento numerodocumento numerodedocumento nodocumento \
         nodedocumento pedido",
        "发票号 发票号码 单据号 单据编号 单号 單號 發票號 發票號碼 單據號 單據編號",
        "",
    ),
    of(
        Field::Date,
        "invoicedate receiptdate documentdate orderdate date postingdate",
        "fechafactura fechadefactura fechadelafactura fechadocumento fechadedocumento fecha fechaemision fechadeemision",
        "日期 开票日期 发票日期 单据日期 開票日期 發票日期 單據日期",
        "",
    ),
    of(
        Field::TaxId,
        "taxid taxnumber vatnumber vatno vatid taxregistrationnumber",
        "nif cif nifcif cifnif dni nifocif numeroidentificacionfiscal identificacionfiscal rfc",
        "税号 纳税人识别号 统一社会信用代码 税务登记号 稅號 納稅人識別號 統一社會信用代碼 統一編號 稅務登記號",
        "",
    ),
    of(
        Field::CreditLimit,
        "creditlimit maximumcredit",
        "limitedecredito limitecredito limitedelcredito riesgo riesgomaximo riesgoautorizado",
        "信用额度 授信额度 信用限额 信用額度 授信額度 信用限額",
        "",
    ),
    of(
        Field::Notes,
        "notes note remarks remark comments comment",
        "notas nota observaciones observacion comentarios comentario",
        "备注 说明 附注 備註 說明 附註",
        "",
    ),
    of(Field::Website, "website web url homepage websitelink", "paginaweb sitioweb", "网站 网址 官网 網站 網址 官網", ""),
    of(
        Field::ContactName,
        "contactname contact contactperson person contactfullname",
        "contacto nombredelcontacto nombredecontacto nombrecontacto personadecontacto personacontacto persona",
        "联系人 联系人姓名 联络人 聯絡人 聯繫人 聯絡人姓名 聯繫人姓名",
        "name fullname nombre nombrecompleto nombreyapellidos 姓名 名称 名稱",
    ),
    of(Field::Position, "position jobtitle role contacttitle jobposition", "cargo puesto", "职位 职务 職位 職務", ""),
    of(
        Field::Phone,
        "phone telephone tel phonenumber telephonenumber phoneno",
        "telefono telefonofijo fijo numerodetelefono telf tlf tfno",
        "电话 联系电话 固定电话 座机 电话号码 電話 聯絡電話 聯繫電話 固定電話 座機 電話號碼",
        "",
    ),
    of(
        Field::Mobile,
        "mobile mobilephone cellphone cell mobileno mobilenumber",
        "movil telefonomovil celular",
        "手机 手机号 手机号码 移动电话 手機 手機號 手機號碼 行動電話 移動電話",
        "",
    ),
    of(
        Field::Email,
        "email mail emailaddress emailid",
        "correo correoelectronico direcciondecorreo emailcontacto",
        "邮箱 电子邮箱 电子邮件 邮件 郵箱 電子郵箱 電子郵件 信箱",
        "",
    ),
    of(Field::AddressKind, "addresskind addresstype", "tipodedireccion tipodireccion", "地址类型 地址類型", "kind type tipo clase 类型 類型"),
    of(Field::PlaceName, "placename place sitename", "nombredellugar lugar", "地点名称 地點名稱 收货单位 收貨單位", "nombre name 名称 名稱"),
    of(
        Field::Street,
        "street streetaddress address addressline1 address1 streetandnumber",
        "calle direccion domicilio direccion1 domiciliofiscal direccionfiscal calleynumero",
        "地址 街道 详细地址 联系地址 詳細地址 聯絡地址 聯繫地址",
        "",
    ),
    of(Field::PostalCode, "postalcode postcode zip zipcode", "codigopostal cp codpostal", "邮编 邮政编码 郵編 郵遞區號 郵政編碼", ""),
    of(Field::City, "city town", "ciudad poblacion localidad municipio", "城市 市 所在城市", ""),
    of(Field::Model, "model", "modelo", "型号 型號", ""),
    of(Field::Specification, "specification spec", "especificacion especificaciones", "规格 規格 规格型号 規格型號", ""),
    of(Field::Brand, "brand brandname manufacturer", "marca fabricante", "品牌 制造商 製造商", ""),
    of(Field::Tracking, "tracking tracked trackedby", "trazabilidad seguimiento", "追踪方式 批次管理 追蹤方式", ""),
    of(
        Field::Numerator,
        "baseunits contains factor numerator conversionfactor",
        "unidadesbase contiene numerador factordeconversion",
        "换算率 换算数量 基本单位数量 換算率 換算數量 基本單位數量",
        "",
    ),
    of(Field::Denominator, "perunits per denominator", "porunidades por denominador", "每单位数 每單位數", ""),
    of(Field::CodeKind, "codekind codetype", "tipodecodigo tipocodigo", "编码类型 編碼類型", "kind type tipo clase 类型 類型"),
    of(
        Field::CodeValue,
        "furthercode barcode ean ean13 gtin upc codevalue othercode barcodes",
        "codigodebarras codigobarras codbarras codigoadicional otrocodigo",
        "条码 条形码 商品条码 條碼 條形碼 商品條碼 其他编码 其他編碼",
        "code codigo",
    ),
    of(Field::Supplier, "supplier suppliername vendor", "proveedor", "供应商 供應商", ""),
    of(
        Field::PriceList,
        "pricelist pricelistcode listcode list pricelistname",
        "listadeprecios codigodelista codigodetarifa lista",
        "价目表 价格表 價目表 價格表",
        "",
    ),
    of(Field::ListName, "listname", "nombredelalista nombredelista nombredetarifa", "价目表名称 價目表名稱", "name nombre 名称 名稱"),
    of(Field::Currency, "currency currencycode", "moneda divisa", "币种 货币 幣種 貨幣", ""),
    of(Field::ValidFrom, "validfrom from startdate", "desde validodesde fechadesde", "生效日期 开始日期 有效期从 開始日期 有效期從", ""),
    of(Field::ValidTo, "validto to until enddate", "hasta validohasta fechahasta", "失效日期 结束日期 有效期至 結束日期", ""),
    of(
        Field::IncludesTax,
        "includestax taxincluded priceincludestax",
        "ivaincluido impuestoincluido incluyeimpuestos incluyeiva",
        "含税 是否含税 含稅 是否含稅",
        "",
    ),
    of(
        Field::MinQuantity,
        "minquantity minimumquantity minqty fromquantity fromqty",
        "cantidadminima desdecantidad",
        "最小数量 起订量 最小數量 起訂量",
        "",
    ),
    of(Field::Discount, "discount discountpercent discountpct", "descuento dto descuentoporcentaje", "折扣 折扣率", ""),
    of(
        Field::Warehouse,
        "warehouse warehousecode store location",
        "almacen codigodealmacen codalmacen deposito",
        "仓库 仓库编号 仓库代码 倉庫 倉庫編號 倉庫代碼",
        "",
    ),
    of(
        Field::Lot,
        "lot lotno lotnumber batch batchno batchnumber serial serialno serialnumber lotorserial",
        "lote nodelote numerodelote numerodeserie loteoserie loteserie",
        "批号 批次 批次号 序列号 批號 批次號 序列號 批号或序列号 批號或序列號",
        "",
    ),
    of(
        Field::ExpiresOn,
        "expireson expiry expirydate expirationdate bestbefore",
        "caducidad fechadecaducidad fechacaducidad caduca",
        "有效期 到期日 保质期至 過期日 有效日期",
        "",
    ),
    of(
        Field::Value,
        "value stockvalue totalvalue totalcost",
        "valor valortotal importe costetotal valorstock",
        "金额 库存金额 总价值 库存价值 金額 庫存金額 總價值 庫存價值",
        "",
    ),
    of(
        Field::DueDay,
        "duedate dueday due",
        "fechadevencimiento fechavencimiento vencimiento vence fechavto fechadevto fvto fvencimiento vto",
        "到期日 到期日期 应付日期 应收日期 應收日期",
        "",
    ),
    of(
        Field::Amount,
        "openamount amountdue outstanding outstandingamount openbalance balance amount",
        "importependiente pendiente pendientedecobro saldopendiente saldo pdte importe",
        "未收金额 余额 应收金额 未付金额 金额 未收金額 餘額 應收金額 金額",
        "",
    ),
    of(
        Field::Reference,
        "reference ref paymentno paymentreference",
        "referencia concepto numerodepago",
        "参考号 付款单号 收款单号 參考號 付款單號 收款單號",
        "",
    ),
    of(
        Field::Order,
        "orderreference orderno ordernumber order",
        "referenciadelpedido numerodepedido nodepedido pedido",
        "订单号 订单编号 訂單號 訂單編號",
        "",
    ),
];

/// Names in other systems' exports that are not words of a language above. `tests/exports.rs` has the whole exports, and the sources of the names.
const EXPORTED: &[(Field, &str)] = &[
    (Field::CustomerName, "thirdpartyname nom completename displayname"),
    (Field::CustomerCode, "codeclient"),
    (Field::CustomerGroup, "codgrupo"),
    (Field::Owner, "codagente"),
    (Field::PaymentDays, "customerpaymentterms"),
    (Field::CreditLimit, "riesgomax"),
    (Field::Phone, "telefono1"),
    (Field::TaxId, "vatintra tvaintra"),
    (Field::ProductCode, "internalreference defaultcode 商品条码"),
    (Field::ProductGroup, "codfamilia"),
    (Field::Brand, "codfabricante"),
    (Field::TaxCode, "codimpuesto"),
    (Field::Quantity, "stockfis"),
];

/// Units, currencies and remarks that follow a heading and say nothing about what it is.
const UNITS: &[&str] = &[
    "eur",
    "euro",
    "euros",
    "usd",
    "gbp",
    "cny",
    "rmb",
    "元",
    "人民币",
    "人民幣",
    "uds",
    "ud",
    "unidades",
    "unidad",
    "units",
    "unit",
    "pcs",
    "pz",
    "kg",
    "个",
    "個",
    "件",
    "percent",
    "porcentaje",
    "siniva",
    "sinimpuestos",
    "exclvat",
    "excltax",
    "netexcltax",
    "netonet",
    "天",
    "dias",
    "days",
    "obligatorio",
    "required",
    "必填",
];

/// Whether a form of a heading belongs to any field.
pub(crate) fn is_known(form: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let own = Field::ALL.into_iter().filter_map(Field::own_words).flat_map(|(_, words)| words.iter().copied());
        Field::ALL.into_iter().flat_map(|field| field.synonyms().map(|(word, _)| word)).chain(own).collect()
    });
    KNOWN.contains(form)
}

/// A heading without case, accents, spaces and punctuation.
pub(crate) fn normalised(heading: &str) -> String {
    search_key(heading).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The forms in which a heading may be in the table: as written, without units in brackets or after it, in the singular.
pub(crate) fn forms(heading: &str) -> Vec<String> {
    let mut forms = vec![normalised(heading)];
    let mut add = |form: String| {
        if !form.is_empty() && !forms.contains(&form) {
            forms.push(form);
        }
    };
    let bare = without_units(heading);
    add(normalised(&bare));
    for form in [normalised(heading), normalised(&bare)] {
        if form.is_ascii() && form.len() > 3 {
            for ending in ["es", "s"] {
                add(form.strip_suffix(ending).unwrap_or_default().to_owned());
            }
        }
    }
    forms
}

/// A heading without the contents of its brackets and without trailing words, where those are units.
fn without_units(heading: &str) -> String {
    let is_unit = |text: &str| {
        let key = normalised(text);
        key.is_empty() || UNITS.contains(&key.as_str())
    };
    let mut kept = String::new();
    let mut rest = heading;
    while let Some(open) = rest.find(['(', '[', '{', '（', '【']) {
        let (before, after) = rest.split_at(open);
        kept.push_str(before);
        let Some(close) = after.find([')', ']', '}', '）', '】']) else {
            rest = after;
            break;
        };
        let width = after.get(close..).and_then(|tail| tail.chars().next()).map_or(0, char::len_utf8);
        let (bracket, tail) = after.split_at(close.saturating_add(width));
        if !is_unit(bracket) {
            kept.push_str(bracket);
        }
        rest = tail;
    }
    kept.push_str(rest);
    let mut words: Vec<&str> = kept.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(|word| is_unit(word)) {
        words.pop();
    }
    words.join(" ")
}

impl Field {
    /// Normalised headings of the field, the likeliest first, and whether each is shared with other fields.
    pub(crate) fn synonyms(self) -> impl Iterator<Item = (&'static str, bool)> {
        let own = SYNONYMS.iter().filter(move |s| s.field == self);
        let exported = EXPORTED.iter().filter(move |(field, _)| *field == self).flat_map(|(_, words)| words.split_ascii_whitespace());
        let words = own.clone().flat_map(|s| [s.english, s.spanish, s.chinese]).flat_map(str::split_ascii_whitespace).chain(exported);
        words.map(|word| (word, false)).chain(own.flat_map(|s| s.anybodys.split_ascii_whitespace()).map(|word| (word, true)))
    }

    /// What a sheet calls the thing itself whose code the field is, and the field of its name.
    pub(crate) fn own_words(self) -> Option<(Field, &'static [&'static str])> {
        const CUSTOMER: &[&str] = &["customer", "client", "cliente", "客户", "客戶"];
        const PRODUCT: &[&str] = &["product", "item", "article", "producto", "articulo", "商品", "产品", "產品", "货品", "貨品"];
        match self {
            Self::CustomerCode => Some((Self::CustomerName, CUSTOMER)),
            Self::ProductCode => Some((Self::ProductName, PRODUCT)),
            _ => None,
        }
    }
}
