//! Copying a document as the start of a new one with the same amounts.

use super::{NewDelivery, SalesService, item::LineItem};
use crate::{
    access::{Permit, Right},
    company::Company,
    documents::{AllowanceCharge, AllowanceChargeSize, AppliedAllowanceCharge, PricedLine, SalesDocument, SalesLine, percent_of, price_times},
    entity::{Stored, Value},
    error::{Code, Error, Result},
    ids::{CustomerId, ProductId, SalesDocumentId, TypedId},
    num::{Money, Quantity},
    policy::TaxPolicy,
    pricing::PricingService,
    products::Product,
    query::{Select, Source},
    storage::Reads,
    time::Day,
};

/// The last delivery to a customer, as a template for the next.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LastDelivery {
    /// The delivery.
    pub document_id: SalesDocumentId,
    /// Its number.
    pub number: String,
    /// Its day.
    pub day: Day,
    /// Its lines, at the prices of that delivery.
    pub lines: Vec<LineItem>,
    /// Its allowances and charges.
    pub allowance_charges: Vec<AllowanceCharge>,
    /// Products on it that are no longer sold.
    pub inactive: Vec<ProductId>,
}

impl SalesService<'_> {
    /// Copies a document as the start of a new delivery: its lines at their prices, which the caller can change.
    ///
    /// # Errors
    /// `access.denied`, `record.not_found`, `field.invalid` without goods, or if amounts cannot be entered any more, `storage.*`.
    pub async fn copy(&self, document_id: SalesDocumentId, day: Day) -> Result<NewDelivery> {
        let build = |permit: &crate::access::Permit, reads: &mut Reads| {
            let of_document = SalesLine::document_id().eq(document_id);
            let document = reads.select(Select::<SalesDocument>::new(permit).keys([Value::Id(document_id.uuid())])?);
            let lines = reads.select(Select::<SalesLine>::new(permit).filter(&of_document)?.sort(&["line"])?.everything());
            Ok((document, lines, reads.select(Select::<Company>::new(permit))))
        };
        let ((document, lines, company), mut answers) = self.0.read(Right::SalesRead, build).await?;
        let missing = || Error::new(Code::NotFound, "there is no such document").with("id", document_id);
        let document = answers.first(&document)?.ok_or_else(missing)?;
        let company = answers.first(&company)?.ok_or_else(missing)?;
        let no_warehouse = || Error::field("document_id", "is a document without goods");
        let copy = Copied::of(&document, &answers.all(&lines)?, &company)?;
        let delivery = NewDelivery::new(document.customer_id, document.warehouse_id.ok_or_else(no_warehouse)?, day, copy.lines);
        Ok(NewDelivery { allowance_charges: copy.allowance_charges, ..delivery })
    }
}

impl PricingService<'_> {
    /// The last delivery to a customer, as lines for a new one; none if there is none.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid` if its amounts cannot be entered any more, `storage.*`.
    pub async fn copy_last_delivery(&self, customer: CustomerId) -> Result<Option<LastDelivery>> {
        let is_sale = SalesDocument::sold();
        let build = |permit: &Permit, reads: &mut Reads| {
            let of = || {
                let key = vec![Value::Id(customer.uuid())];
                let last = Source::last::<SalesDocument>("customer_id", key, &is_sale, &["day", "id"], permit)?;
                Ok::<_, Error>(last.last_that(SalesDocument::stands()?))
            };
            let document = reads.select(Select::<SalesDocument>::new(permit).among("id", of()?)?);
            let lines = Select::<SalesLine>::new(permit).among("document_id", of()?)?.everything();
            let inactive = Select::<Product>::new(permit).filter(&Product::is_active().eq(false))?;
            let on_it = Source::rows_among::<SalesLine>("product_id", "document_id", of()?, permit)?;
            let inactive = reads.select(inactive.among("id", on_it)?.everything());
            Ok((document, reads.select(lines), inactive, reads.select(Select::<Company>::new(permit))))
        };
        let ((document, lines, inactive, company), mut answers) = self.0.read(Right::SalesRead, build).await?;
        let (Some(document), Some(company)) = (answers.first(&document)?, answers.first(&company)?) else { return Ok(None) };
        let inactive: Vec<ProductId> = answers.all(&inactive)?.into_iter().map(|p| p.id).collect();
        let mut lines = answers.all(&lines)?;
        lines.sort_by_key(|l| l.line);
        lines.retain(|line| !inactive.contains(&line.product_id));
        let Copied { lines, allowance_charges } = Copied::of(&document, &lines, &company)?;
        let SalesDocument { number, day, .. } = document.data;
        Ok(Some(LastDelivery { document_id: document.id, number, day, lines, allowance_charges, inactive }))
    }
}

/// A document copied as the start of a new one with the same amounts; a return or credit note is copied with its signs reversed.
pub(crate) struct Copied {
    pub(crate) lines: Vec<LineItem>,
    pub(crate) allowance_charges: Vec<AllowanceCharge>,
}

impl Copied {
    /// # Errors
    /// `field.invalid` if its amounts cannot be entered any more, because it includes tax and the company's prices now do not, or the other way
    /// round.
    pub(crate) fn of(document: &SalesDocument, lines: &[Stored<SalesLine>], company: &Company) -> Result<Self> {
        let policy = document.tax_policy(company.money_step);
        let way = |amount: Money| if document.kind.is_credit() { amount.negated() } else { amount };
        let is_amount = |applied: &&AppliedAllowanceCharge| matches!(applied.size, AllowanceChargeSize::Amount(_));
        if policy.prices_include_tax != company.prices_include_tax && document.allowance_charges.iter().any(|applied| is_amount(&applied)) {
            return Err(Error::field(
                "document_id",
                "has allowances or charges from before the company changed whether prices include tax; they cannot be copied",
            ));
        }
        let adjustment = |applied: &AppliedAllowanceCharge| AllowanceCharge {
            reason: applied.reason.clone(),
            size: match applied.size {
                AllowanceChargeSize::Amount(amount) => AllowanceChargeSize::Amount(way(amount)),
                percent @ AllowanceChargeSize::Percent(_) => percent,
            },
            tax_code: Some(applied.tax.code.clone()).filter(|code| !code.is_empty()),
            is_split: false,
        };
        let lines = lines.iter().map(|line| copied(&line.priced(), document.kind.is_credit(), &policy)).collect::<Result<_>>()?;
        Ok(Self { lines, allowance_charges: document.allowance_charges.iter().map(adjustment).collect() })
    }
}

/// Copies a line into one with the same amounts, in the unit it was entered in.
fn copied(line: &PricedLine, is_credit: bool, policy: &TaxPolicy) -> Result<LineItem> {
    let way = |amount: Money| if is_credit { amount.negated() } else { amount };
    let quantity = if is_credit { line.quantity.negated() } else { line.quantity };
    let (discount, charge, amount) = (way(line.discount), way(line.charge), way(line.amount));
    let whole = price_times(line.unit_price, quantity, line.price_quantity, policy)?;
    let of_percent = percent_of(whole, line.discount_percent, policy)?;
    let some = |amount: Money| Some(amount).filter(|amount| !amount.is_zero());
    let is_given = whole.minus(discount)?.plus(charge)? != amount;
    let (unit, quantity, price_quantity) = match entered(line, is_credit) {
        Some((unit, quantity, price_quantity)) => (Some(unit), quantity, price_quantity),
        None => (None, quantity, line.price_quantity),
    };
    Ok(LineItem {
        unit,
        price_quantity,
        includes_tax: Some(line.includes_tax),
        discount_percent: line.discount_percent,
        discount: if is_given { None } else { some(discount.minus(of_percent)?) },
        charge: if is_given { None } else { some(charge) },
        given_net: Some(amount).filter(|_| is_given),
        text: Some(line.product_name.clone()),
        tax_code: Some(line.tax_code.clone()).filter(|code| !code.is_empty()),
        ..LineItem::new(line.product_id, quantity, line.unit_price)
    })
}

/// The unit and quantity that a line was entered in, and the quantity of that unit that the price is for; none if the conversion is not exact.
fn entered(line: &PricedLine, is_credit: bool) -> Option<(String, Quantity, Quantity)> {
    let (unit, quantity) = (line.entered_unit.clone()?, line.entered_quantity?);
    let per = line.price_quantity.decimal().checked_mul(quantity.decimal())?;
    let price_quantity = Quantity::new(per.checked_div(line.quantity.decimal())?).ok()?;
    let is_even = price_quantity.decimal().checked_mul(line.quantity.decimal()) == Some(per);
    is_even.then(|| (unit, if is_credit { quantity.negated() } else { quantity }, price_quantity))
}
