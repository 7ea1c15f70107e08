//! Random conditions on customers and what belongs to them.

use super::{COUNTRIES, Dice, Known, NAMES};
use crm_core::{
    access::Operator,
    customers::{Customer, CustomerGroup, CustomerGroupMember},
    dictionary::DictionaryEntry,
    entity::Value,
    ids::CustomerGroupId,
    query::{Filter, Op, Test},
    receivables::OpenItem,
    sales::{SalesDocument, SalesLine},
};

impl Known {
    /// A random condition on customers.
    pub(super) fn filter(&self, dice: &mut Dice, depth: usize) -> Filter {
        let inner = depth.saturating_sub(1);
        match if depth == 0 { dice.below(14) } else { dice.below(20) } {
            0 => Customer::code().contains(dice.one(&["k", "1", "C", "", "%"])),
            1 => Customer::name().starts_with(dice.one(&["a", "ANGEL", "b", "zoe", "_", "'"])),
            2 => Customer::name().contains(dice.one(&["an", "%", "_", "ë", "'", "Ruiz"])),
            3 => Customer::name().eq(dice.one(&NAMES)),
            4 => compare("country", dice, |d| Value::Text(d.one(&COUNTRIES).to_owned())),
            5 => compare("payment_days", dice, |d| Value::Int(i64::try_from(d.below(80)).unwrap())),
            6 => Customer::is_active().eq(dice.once_in(2)),
            7 => Customer::country().is_in((0..dice.below(4)).map(|_| Some(dice.one(&COUNTRIES).to_owned())).collect::<Vec<_>>()),
            8 => dice.one(&[Customer::group_id().is_empty(), Customer::country().is_empty(), Customer::owner_id().is_empty()]),
            9 => self.node(dice).map_or(Filter::All, |id| Customer::group_id().within(id)),
            10 => Customer::owner_id().eq(Some(dice.one(&self.ids::<Operator>()))),
            11 => Customer::payment_days().between(i64::try_from(dice.below(40)).unwrap(), i64::try_from(dice.below(80)).unwrap()),
            12 => self.node(dice).map_or(Filter::exists("customer_group_member", Filter::All), |id| {
                Filter::exists("customer_group_member", CustomerGroupMember::group_id().within(id))
            }),
            13 => self.custom_filter(dice),
            14 => Filter::And((0..dice.below(4)).map(|_| self.filter(dice, inner)).collect()),
            15 => Filter::Or((0..dice.below(4)).map(|_| self.filter(dice, inner)).collect()),
            16 => self.filter(dice, inner).negate(),
            17 => Filter::exists("group", compare("name", dice, |d| Value::Text(d.one(&NAMES).to_owned()))),
            18 => Filter::exists("open_item", self.item_filter(dice, inner)),
            _ => Filter::none("sales_document", document_filter(dice)),
        }
    }

    /// A random condition on a field of the host.
    fn custom_filter(&self, dice: &mut Dice) -> Filter {
        let op = dice.one(&[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge]);
        let compare = |name: &str, value: String| Filter::Custom(name.to_owned(), Test::Compare(op, Value::Json(value.into())));
        match dice.below(6) {
            0 => compare("size", dice.money().amount().to_string()),
            1 => compare("since", dice.day().to_string()),
            2 => compare("motto", dice.one(&NAMES).to_owned()),
            3 => Filter::custom("motto").contains(dice.one(&["an", "%", "_", "ë", "'"])),
            4 => Filter::custom(dice.one(&["size", "motto", "since", "colour"])).is_empty(),
            _ => compare("colour", dice.one(&self.ids::<DictionaryEntry>()).to_string()),
        }
    }

    fn node(&self, dice: &mut Dice) -> Option<CustomerGroupId> {
        dice.maybe(self.all::<CustomerGroup>()).map(|g| g.id)
    }

    fn item_filter(&self, dice: &mut Dice, depth: usize) -> Filter {
        match dice.below(5) {
            0 => compare("amount", dice, |d| Value::Decimal(d.money().amount())),
            1 => compare("due_day", dice, |d| Value::Day(d.day())),
            2 => OpenItem::payment_id().is_empty(),
            3 if depth > 0 => Filter::exists("customer", self.filter(dice, depth - 1)),
            _ => OpenItem::open().gt(dice.money()).and(compare("day", dice, |d| Value::Day(d.day()))),
        }
    }
}

fn document_filter(dice: &mut Dice) -> Filter {
    match dice.below(3) {
        0 => SalesDocument::day().lt(dice.day()),
        1 => compare("net", dice, |d| Value::Decimal(d.money().amount())),
        _ => Filter::exists("sales_line", SalesLine::quantity().gt(dice.quantity(5))),
    }
}

fn compare(field: &str, dice: &mut Dice, value: impl Fn(&mut Dice) -> Value) -> Filter {
    let op = dice.one(&[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge]);
    Filter::Field(field.to_owned(), Test::Compare(op, value(dice)))
}

pub(super) fn sort(dice: &mut Dice) -> Vec<&'static str> {
    let fields = ["code", "-name", "country", "-country", "payment_days", "-group_id", "owner_id", "-is_active"];
    (0..dice.below(3)).map(|_| dice.one(&fields)).collect()
}
