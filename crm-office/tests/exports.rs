//! Exports of other systems, column by column: what each column is taken for, and that the sheet is taken for what it is by its headings alone.
//!
//! The names are facts of these sources. Northwind: `instnwnd.sql` of microsoft/sql-server-samples; AdventureWorks: `instawdb.sql` of the same.
//! Odoo: the labels of `addons/product/models/product_template.py` and `odoo/addons/base/models/res_partner.py` of odoo/odoo.
//! ERPNext: the labels of `customer.json` and `item.json` of frappe/erpnext. Dolibarr: `export_fields_array` of
//! `htdocs/core/modules/modSociete.class.php` and `modProduct.class.php` of Dolibarr/dolibarr, with the labels of `langs/en_US`.
//! FacturaScripts: `Core/Table/clientes.xml` and `productos.xml` of NeoRazorX/facturascripts. jshERP: the headings of its export of materials and
//! customers, of jishenghua/jshERP.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests are tests")]

use crm_core::opening::SheetReason;
use crm_office::{ColumnMapping, Field, Format, Language, OpeningOptions, SheetKind, SheetPlan, Workbook, examine_opening, read_opening};

struct Export {
    system: &'static str,
    kind: SheetKind,
    columns: &'static [(&'static str, Option<Field>)],
}

const EXPORTS: &[Export] = &[
    Export {
        system: "Northwind Customers",
        kind: SheetKind::Customers,
        columns: &[
            ("CustomerID", Some(Field::CustomerCode)),
            ("CompanyName", Some(Field::CustomerName)),
            ("ContactName", Some(Field::ContactName)),
            ("ContactTitle", Some(Field::Position)),
            ("Address", Some(Field::Street)),
            ("City", Some(Field::City)),
            ("Region", None),
            ("PostalCode", Some(Field::PostalCode)),
            ("Country", Some(Field::Country)),
            ("Phone", Some(Field::Phone)),
            ("Fax", None),
        ],
    },
    Export {
        system: "Northwind Products",
        kind: SheetKind::Products,
        columns: &[
            ("ProductID", Some(Field::ProductCode)),
            ("ProductName", Some(Field::ProductName)),
            ("SupplierID", None),
            ("CategoryID", None),
            ("QuantityPerUnit", None),
            ("UnitPrice", Some(Field::ListPrice)),
            ("UnitsInStock", Some(Field::Quantity)),
            ("UnitsOnOrder", None),
            ("ReorderLevel", None),
            ("Discontinued", None),
        ],
    },
    Export {
        system: "AdventureWorks Product",
        kind: SheetKind::Products,
        columns: &[
            ("ProductID", None),
            ("Name", Some(Field::ProductName)),
            ("ProductNumber", Some(Field::ProductCode)),
            ("MakeFlag", None),
            ("FinishedGoodsFlag", None),
            ("Color", None),
            ("SafetyStockLevel", None),
            ("ReorderPoint", None),
            ("StandardCost", Some(Field::UnitCost)),
            ("ListPrice", Some(Field::ListPrice)),
            ("Size", None),
            ("Weight", None),
            ("SellStartDate", None),
            ("ModifiedDate", None),
        ],
    },
    Export {
        system: "Odoo res.partner",
        kind: SheetKind::Customers,
        columns: &[
            ("Reference", Some(Field::CustomerCode)),
            ("Name", Some(Field::CustomerName)),
            ("Phone", Some(Field::Phone)),
            ("Mobile", Some(Field::Mobile)),
            ("Email", Some(Field::Email)),
            ("Salesperson", Some(Field::Owner)),
            ("Street", Some(Field::Street)),
            ("City", Some(Field::City)),
            ("Zip", Some(Field::PostalCode)),
            ("State", None),
            ("Country", Some(Field::Country)),
            ("Tax ID", Some(Field::TaxId)),
            ("Website Link", Some(Field::Website)),
            ("Customer Payment Terms", Some(Field::PaymentDays)),
        ],
    },
    Export {
        system: "Odoo product.template",
        kind: SheetKind::Products,
        columns: &[
            ("Internal Reference", Some(Field::ProductCode)),
            ("Name", Some(Field::ProductName)),
            ("Barcode", Some(Field::CodeValue)),
            ("Sales Price", Some(Field::ListPrice)),
            ("Cost", Some(Field::UnitCost)),
            ("Product Category", Some(Field::ProductGroup)),
            ("Quantity On Hand", Some(Field::Quantity)),
            ("Forecasted Quantity", None),
            ("Unit of Measure", Some(Field::Unit)),
        ],
    },
    Export {
        system: "ERPNext Customer",
        kind: SheetKind::Customers,
        columns: &[
            ("ID", Some(Field::CustomerCode)),
            ("Customer Name", Some(Field::CustomerName)),
            ("Customer Type", None),
            ("Customer Group", Some(Field::CustomerGroup)),
            ("Territory", None),
            ("Tax ID", Some(Field::TaxId)),
            ("Account Manager", Some(Field::Owner)),
            ("Email Id", Some(Field::Email)),
            ("Mobile No", Some(Field::Mobile)),
            ("Website", Some(Field::Website)),
        ],
    },
    Export {
        system: "ERPNext Item",
        kind: SheetKind::Products,
        columns: &[
            ("Item Code", Some(Field::ProductCode)),
            ("Item Name", Some(Field::ProductName)),
            ("Item Group", Some(Field::ProductGroup)),
            ("Default Unit of Measure", Some(Field::Unit)),
            ("Maintain Stock", Some(Field::Stocked)),
            ("Opening Stock", Some(Field::Quantity)),
            ("Valuation Rate", Some(Field::UnitCost)),
            ("Standard Selling Rate", Some(Field::ListPrice)),
            ("Brand", Some(Field::Brand)),
        ],
    },
    Export {
        system: "Dolibarr third parties",
        kind: SheetKind::Customers,
        columns: &[
            ("Customer code", Some(Field::CustomerCode)),
            ("Third-party name", Some(Field::CustomerName)),
            ("Address", Some(Field::Street)),
            ("Zip Code", Some(Field::PostalCode)),
            ("City", Some(Field::City)),
            ("Country", Some(Field::Country)),
            ("Phone", Some(Field::Phone)),
            ("Fax", None),
            ("Email", Some(Field::Email)),
            ("Web", Some(Field::Website)),
            ("VAT ID", Some(Field::TaxId)),
        ],
    },
    Export {
        system: "Dolibarr products",
        kind: SheetKind::Products,
        columns: &[
            ("Product ref.", Some(Field::ProductCode)),
            ("Label", Some(Field::ProductName)),
            ("Selling price (excl. tax)", Some(Field::ListPrice)),
            ("Cost price", Some(Field::UnitCost)),
            ("Physical Stock", Some(Field::Quantity)),
            ("VAT Rate", Some(Field::TaxCode)),
            ("Barcode", Some(Field::CodeValue)),
        ],
    },
    Export {
        system: "FacturaScripts clientes",
        kind: SheetKind::Customers,
        columns: &[
            ("codcliente", Some(Field::CustomerCode)),
            ("nombre", Some(Field::CustomerName)),
            ("razonsocial", Some(Field::LegalName)),
            ("cifnif", Some(Field::TaxId)),
            ("telefono1", Some(Field::Phone)),
            ("telefono2", None),
            ("email", Some(Field::Email)),
            ("web", Some(Field::Website)),
            ("codgrupo", Some(Field::CustomerGroup)),
            ("codagente", Some(Field::Owner)),
            ("codpago", None),
            ("diaspago", Some(Field::PaymentDays)),
            ("riesgomax", Some(Field::CreditLimit)),
            ("observaciones", Some(Field::Notes)),
        ],
    },
    Export {
        system: "FacturaScripts productos",
        kind: SheetKind::Products,
        columns: &[
            ("referencia", Some(Field::ProductCode)),
            ("descripcion", Some(Field::ProductName)),
            ("codfamilia", Some(Field::ProductGroup)),
            ("codfabricante", Some(Field::Brand)),
            ("precio", Some(Field::ListPrice)),
            ("codimpuesto", Some(Field::TaxCode)),
            ("stockfis", Some(Field::Quantity)),
            ("codbarras", Some(Field::CodeValue)),
            ("coste", Some(Field::UnitCost)),
        ],
    },
    Export {
        system: "jshERP 商品",
        kind: SheetKind::Products,
        columns: &[
            ("商品条码*", Some(Field::ProductCode)),
            ("名称*", Some(Field::ProductName)),
            ("规格", Some(Field::Specification)),
            ("型号", Some(Field::Model)),
            ("颜色", None),
            ("类别", Some(Field::ProductGroup)),
            ("基本单位*", Some(Field::Unit)),
            ("采购价", Some(Field::UnitCost)),
            ("销售价", Some(Field::ListPrice)),
            ("制造商", Some(Field::Brand)),
            ("库存", Some(Field::Quantity)),
        ],
    },
];

fn csv(rows: &[Vec<&str>]) -> Workbook {
    let lines: Vec<String> = rows.iter().map(|row| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",")).collect();
    Workbook::from_bytes(lines.join("\n"), Format::Csv).unwrap()
}

#[test]
fn exports_of_other_systems_are_known_by_their_headings() {
    for export in EXPORTS {
        let headings: Vec<&str> = export.columns.iter().map(|(heading, _)| *heading).collect();
        let plan = examine_opening(&mut csv(&[headings, vec!["1"; export.columns.len()]]), &OpeningOptions::default()).unwrap();
        let sheet = &plan.sheets[0];
        assert_eq!((sheet.reason, sheet.kind.as_deref()), (SheetReason::Headings, Some(export.kind.as_str())), "{}: {sheet:?}", export.system);
        for ((heading, field), column) in export.columns.iter().zip(&sheet.columns) {
            let has_stock = export.columns.iter().filter(|(_, f)| matches!(f, Some(Field::Quantity | Field::UnitCost))).count() == 2;
            let is_half = matches!(field, Some(Field::Quantity | Field::UnitCost)) && !has_stock;
            let expected = field.filter(|_| !is_half).map(Field::as_str);
            assert_eq!((column.heading.as_str(), column.field.as_deref()), (*heading, expected), "{}", export.system);
        }
    }
}

#[test]
fn every_heading_of_the_templates_is_known_in_its_language() {
    for language in Language::ALL {
        for kind in SheetKind::ALL {
            let own: Vec<Field> = kind.fields().iter().copied().filter(|field| !kind.carried().contains(field)).collect();
            let headings: Vec<&str> = own.iter().map(|field| language.heading(*field)).collect();
            let options = OpeningOptions { sheets: vec![SheetPlan::new("csv", kind)], ..OpeningOptions::default() };
            let plan = examine_opening(&mut csv(&[headings]), &options).unwrap();
            let found: Vec<Option<&str>> = plan.sheets[0].columns.iter().map(|column| column.field.as_deref()).collect();
            let expected: Vec<Option<&str>> = own.iter().map(|field| Some(field.as_str())).collect();
            assert_eq!(found, expected, "{language:?} {kind:?}");
        }
    }
}

/// Customers of jshERP have no code: the caller says that the name is one.
#[test]
fn an_export_without_codes_is_left_out_until_somebody_says_what_they_are() {
    let headings =
        vec!["名称*", "联系人", "手机号码", "联系电话", "电子邮箱", "传真", "期初应收", "纳税人识别号", "税率(%)", "地址", "备注", "状态*"];
    let row = vec!["上海贸易", "王", "13800000000", "021-1", "a@b.cn", "", "", "9131", "", "南京路 1", "好", "启用"];
    let rows = [headings, row];
    let plan = examine_opening(&mut csv(&rows), &OpeningOptions { kinds: vec![SheetKind::Customers], ..OpeningOptions::default() }).unwrap();
    assert_eq!((plan.sheets[0].reason, plan.problems[0].code), (SheetReason::ColumnsMissing, "columns_missing"));
    assert!(plan.problems[0].reason.contains("customer_code"), "{}", plan.problems[0].reason);
    let columns = ColumnMapping::given([(Field::CustomerCode, "名称*")]);
    let sheets = vec![SheetPlan { columns, ..SheetPlan::new("csv", SheetKind::Customers) }];
    let data = read_opening(&mut csv(&rows), &OpeningOptions { sheets, ..OpeningOptions::default() }).unwrap();
    assert_eq!((data.customers[0].value.code.as_str(), data.customers[0].value.name.as_str()), ("上海贸易", "上海贸易"));
    let contact = &data.contacts[0].value;
    assert_eq!((contact.name.as_deref(), contact.points.len(), data.addresses[0].value.street.as_deref()), (Some("王"), 3, Some("南京路 1")));
}
