//! Preset entries in Spanish, English and Chinese, for hosts that want them: `session.dictionary_entries().create_many(presets())`.

use super::DictionaryEntry;

/// Category, code, and the labels in Spanish, English and Chinese.
type Preset = (&'static str, &'static str, &'static str, &'static str, &'static str);

const PRESETS: &[Preset] = &[
    ("industry", "agriculture", "Agricultura", "Agriculture", "农业"),
    ("industry", "manufacturing", "Industria", "Manufacturing", "制造业"),
    ("industry", "construction", "Construcción", "Construction", "建筑业"),
    ("industry", "wholesale", "Comercio mayorista", "Wholesale", "批发"),
    ("industry", "retail", "Comercio minorista", "Retail", "零售"),
    ("industry", "transport", "Transporte y logística", "Transport and logistics", "运输物流"),
    ("industry", "hospitality", "Hostelería", "Hospitality", "酒店餐饮"),
    ("industry", "information", "Informática y comunicaciones", "Information and communication", "信息通信"),
    ("industry", "finance", "Finanzas y seguros", "Finance and insurance", "金融保险"),
    ("industry", "education", "Educación", "Education", "教育"),
    ("industry", "health", "Sanidad", "Health", "医疗卫生"),
    ("industry", "public", "Administración pública", "Public sector", "公共部门"),
    ("industry", "other", "Otros", "Other", "其他"),
    ("source", "referral", "Recomendación", "Referral", "客户介绍"),
    ("source", "website", "Sitio web", "Website", "网站"),
    ("source", "fair", "Feria", "Trade fair", "展会"),
    ("source", "visit", "Visita comercial", "Sales visit", "上门拜访"),
    ("source", "phone", "Teléfono", "Telephone", "电话"),
    ("source", "advertising", "Publicidad", "Advertising", "广告"),
    ("source", "other", "Otros", "Other", "其他"),
    ("level", "a", "Cliente clave", "Key customer", "重点客户"),
    ("level", "b", "Cliente habitual", "Regular customer", "普通客户"),
    ("level", "c", "Cliente ocasional", "Occasional customer", "零散客户"),
    ("payment_method", "transfer", "Transferencia", "Bank transfer", "银行转账"),
    ("payment_method", "direct_debit", "Domiciliación", "Direct debit", "银行代扣"),
    ("payment_method", "card", "Tarjeta", "Card", "银行卡"),
    ("payment_method", "cash", "Efectivo", "Cash", "现金"),
    ("payment_method", "cheque", "Cheque", "Cheque", "支票"),
    ("payment_method", "note", "Pagaré", "Promissory note", "承兑汇票"),
];

/// A small set of industries, sources, levels and payment methods, in the order of their lists.
pub fn presets() -> Vec<DictionaryEntry> {
    let entry = |(position, (category, code, es, en, zh)): (i64, &Preset)| DictionaryEntry {
        position,
        ..DictionaryEntry::new(*category, *code, &[("es", es), ("en", en), ("zh", zh)])
    };
    (1..).zip(PRESETS).map(entry).collect()
}
