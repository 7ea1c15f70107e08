//! What is left of a delivery to return or credit, line by line: goods, amounts, tax and cost.
//!
//! Invariant: no more is returned of a delivered line than is still out, in quantity, amount or cost; the last part takes what is left of each. For a
//! line including tax, the gross is split, and its tax likewise, and the net is the difference. Price credits are counted against the goods that stay
//! as long as possible, so that they are neither given twice nor lost. Goods, document-level charges, and allowances and charges at a tax that no
//! line has, are split separately, the last at their own tax.

use super::{
    line::LinkedReturn,
    line_left::{Given, OutLine},
    taken::{BackTerms, Foreign, Taken},
};
use crate::{
    access::Right,
    act::ActContext,
    company::Company,
    documents::{CostSource, PricedLine, SalesDocument, SalesKind, SalesLine},
    entity::{Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, SalesDocumentId, SalesLineId, TypedId},
    num::{Decimal, Money, Quantity, UnitPrice, overflow, rounding},
    policy::TaxPolicy,
    query::{Filter, Report, Select},
    sales::{
        goods::sold_product,
        lines::class_of,
        payable::{PayableRounding, paid_of},
        posting::{Flow, Links},
    },
    stock::{CostCorrection, Goods, line_error},
    storage::{Answers, Ask, LockKeys, Reads},
    tax::{TaxClass, TaxItem, sharers},
    time::Day,
};
use std::collections::BTreeMap;

/// A document being returned or credited: its lines, and what is left of them.
pub(in crate::sales) struct Delivered {
    pub(in crate::sales) document: Stored<SalesDocument>,
    pub(in crate::sales) lines: BTreeMap<SalesLineId, OutLine>,
}

/// The reads of what was already returned and credited of a document.
pub(in crate::sales) struct BackReads {
    returned: Ask<Record>,
    credited: Ask<Record>,
    corrected: Ask<Record>,
    /// The return lines of kits, if there are kits.
    kits: Option<Ask<Stored<SalesLine>>>,
}

impl BackReads {
    pub(in crate::sales) fn ask(reads: &mut Reads, context: &ActContext<'_>, delivered: &Delivered) -> Result<Self> {
        let (permit, document_id) = (context.full_permit(), delivered.document.id);
        let of_document = SalesLine::document_id().eq(document_id);
        let mut report = |relation: &str, by: &str| {
            let filter = Filter::exists(relation, of_document.clone());
            let report = Report::<SalesLine>::new(&permit).filter(&filter)?.by(by)?.by("product_id")?.by("lot")?.by("tax_code")?;
            let report = report.sum("quantity")?.sum("revenue")?.sum("tax")?.sum("cost")?.sum("withheld")?.sum("charge")?;
            Ok::<_, Error>(reads.report(&report))
        };
        let (returned, credited) = (report("returned_line", "returned_line_id")?, report("credited_line", "credited_line_id")?);
        // Read with the pools locked, so that no receipt adds to the corrections in the meantime.
        let of_lines = Filter::exists("delivered_line", of_document.clone());
        let corrected = Report::<CostCorrection>::new(&permit).filter(&of_lines)?.by("delivered_line_id")?.by("product_id")?.sum("amount")?;
        let corrected = reads.report(&corrected);
        let kits = if delivered.lines.values().any(|line| !line.parts.is_empty()) {
            let of_kits = Filter::exists("returned_line", of_document).and(SalesLine::components().is_empty().negate());
            Some(reads.select(Select::<SalesLine>::new(&permit).filter(&of_kits)?.everything()))
        } else {
            None
        };
        Ok(Self { returned, credited, corrected, kits })
    }
}

impl Delivered {
    /// Reads a document and its lines; they never change, so no lock is needed.
    pub(in crate::sales) async fn read(context: &mut ActContext<'_>, document_id: SalesDocumentId, day: Day) -> Result<Self> {
        let permit = context.full_permit();
        let mut reads = Reads::new();
        let document = reads.select(Select::<SalesDocument>::new(&permit).keys([Value::Id(document_id.uuid())])?);
        let lines = reads.select(Select::<SalesLine>::new(&permit).filter(&SalesLine::document_id().eq(document_id))?.everything());
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let missing = || Error::new(Code::ReferenceMissing, "there is no such document").with("field", "document_id");
        let document = answers.first(&document)?.ok_or_else(missing)?;
        if document.reverses_id.is_some() {
            return Err(reversed(&document));
        }
        if day < document.day {
            return Err(Error::field("day", "is before the document that is taken back"));
        }
        let lines = answers.all(&lines)?.into_iter().map(|l| Ok((l.id, OutLine::of(l.data)?))).collect::<Result<_>>()?;
        let policy = document.tax_policy(context.company()?.money_step);
        let mut delivered = Self { document, lines };
        delivered.share_adjustments(&policy)?;
        Ok(delivered)
    }

    /// Subtracts what was returned and credited, and adds later cost corrections, as read under the locks.
    pub(in crate::sales) fn less(&mut self, asks: &BackReads, answers: &mut Answers) -> Result<()> {
        for row in answers.rows(&asks.returned) {
            self.subtract(row, true)?;
        }
        for row in answers.rows(&asks.credited) {
            self.subtract(row, false)?;
        }
        for row in answers.rows(&asks.corrected) {
            if let [Value::Id(id), Value::Id(product_id), _, Value::Decimal(amount)] = row.as_slice()
                && let Some(line) = self.lines.get_mut(&SalesLineId(*id))
            {
                let amount = Money::total(*amount, line.cost.currency())?;
                line.cost = line.cost.plus(amount)?;
                line.add_to_part(ProductId(*product_id), None, (Quantity::ZERO, amount))?;
            }
        }
        for back in asks.kits.as_ref().map(|kits| answers.all(kits)).transpose()?.into_iter().flatten() {
            let Some(line) = back.returned_line_id.and_then(|id| self.lines.get_mut(&id)) else { continue };
            for part in back.components.iter().flatten() {
                // The reversal of a return puts the goods out again.
                let is_out = back.quantity.is_positive();
                let (quantity, cost) = if is_out { (part.quantity, part.cost) } else { (part.quantity.negated(), part.cost.negated()) };
                line.add_to_part(part.product_id, part.lot.as_deref(), (quantity, cost))?;
            }
        }
        Ok(())
    }

    /// Subtracts a row of line, product, lot, tax code, count and (negative) sums.
    fn subtract(&mut self, row: Record, with_goods: bool) -> Result<()> {
        let mut row = row.into_iter();
        let mut next = || row.next().unwrap_or(Value::Null);
        let id = SalesLineId::from_uuid(next().into_id()?);
        let product_id = ProductId::from_uuid(next().into_id()?);
        let text = |value: Value| if let Value::Text(text) = value { Some(text) } else { None };
        let (lot, tax_code) = (text(next()), text(next()).unwrap_or_default());
        let _count = next();
        let quantity = Quantity::total(next().into_decimal()?)?;
        let Some(line) = self.lines.get_mut(&id) else { return Ok(()) };
        let currency = line.revenue.currency();
        let mut money = || Money::total(next().into_decimal()?, currency);
        let (revenue, tax, cost, withheld, charge) = (money()?, money()?, money()?, money()?, money()?);
        if let Some(foreign) = line.foreign.iter_mut().find(|_| tax_code != line.original.tax_code).filter(|foreign| foreign.class.code == tax_code) {
            (foreign.net, foreign.tax) = (foreign.net.plus(revenue)?, foreign.tax.plus(tax)?);
            return Ok(());
        }
        (line.revenue, line.tax) = (line.revenue.plus(revenue)?, line.tax.plus(tax)?);
        if with_goods {
            line.cost = line.cost.plus(cost)?;
            line.goods = line.goods.plus(line.in_its_terms(revenue, tax)?)?.minus(charge)?.plus(withheld)?;
            (line.charges, line.withheld) = (line.charges.plus(charge)?, line.withheld.minus(withheld)?);
            if product_id == line.original.product_id {
                line.quantity = line.quantity.plus(quantity)?;
            } else {
                line.add_to_part(product_id, lot.as_deref(), (quantity, cost))?;
            }
        }
        Ok(())
    }

    /// The products of lines that may have a share in document-level charges.
    pub(in crate::sales) fn charged(&self) -> impl Iterator<Item = ProductId> {
        let has_charges = self.document.allowance_charges.iter().any(|applied| applied.net.is_positive());
        self.lines.values().filter(move |_| has_charges).map(|line| line.original.product_id)
    }

    /// Separates each line's shares in document-level charges, and in allowances and charges at a tax that no line has, from the amount of its goods.
    fn share_adjustments(&mut self, policy: &TaxPolicy) -> Result<()> {
        let item = |line: &OutLine| {
            let SalesLine { net, quantity, .. } = line.original;
            TaxItem { amount: net, includes_tax: false, given_tax: None, quantity, class: class_of(&line.original.priced()) }
        };
        let items: Vec<TaxItem> = self.lines.values().map(item).collect();
        let nets: Vec<Money> = items.iter().map(|item| item.amount).collect();
        let is_own = |class: &TaxClass| items.iter().any(|item| item.class.is_with(class));
        let split = |class: &TaxClass, amount: Money| {
            let (places, weights) = sharers(class, &items, &nets);
            Ok::<_, Error>(places.into_iter().zip(rounding::split(amount, &weights, policy.step)?))
        };
        let mut lines: Vec<&mut OutLine> = self.lines.values_mut().collect();
        for group in &self.document.taxes {
            let class = group.class();
            if !is_own(&class) {
                for ((place, net), (_, tax)) in split(&class, group.base)?.zip(split(&class, group.tax)?) {
                    let Some(line) = lines.get_mut(place) else { continue };
                    (line.revenue, line.tax) = (line.revenue.minus(net)?, line.tax.minus(tax)?);
                    line.foreign.push(Foreign { class: class.clone(), net, tax });
                }
            }
        }
        let mut charges = vec![Money::zero(policy.currency); lines.len()];
        for applied in self.document.allowance_charges.iter().filter(|applied| applied.net.is_positive() && is_own(&applied.tax)) {
            for (place, part) in split(&applied.tax, applied.net)? {
                if let Some(charge) = charges.get_mut(place) {
                    *charge = charge.plus(part)?;
                }
            }
        }
        for (line, charge) in lines.into_iter().zip(charges) {
            let tax = charge.amount().checked_mul(line.original.tax_rate.factor()?).ok_or_else(overflow)?;
            line.charges = line.in_its_terms(charge, Money::rounded(tax, policy.currency, policy.step, policy.rounding)?)?;
            line.goods = line.in_its_terms(line.revenue, line.tax)?.minus(line.charges)?;
        }
        Ok(())
    }

    /// The tax policy of the document.
    pub(in crate::sales) fn policy(&self, company: &Company) -> TaxPolicy {
        self.document.tax_policy(company.money_step)
    }

    pub(in crate::sales) fn line(&self, id: SalesLineId, number: i64) -> Result<&OutLine> {
        let missing = || Error::new(Code::ReferenceMissing, "the delivery has no such line").with("field", "line_id").with("line", number);
        self.lines.get(&id).ok_or_else(missing)
    }

    /// The products and lots of its lines.
    pub(in crate::sales) fn goods(&self) -> Goods {
        let mut goods: Goods = self.lines.values().map(|line| (line.original.product_id, line.original.lot.as_deref())).collect();
        for line in self.lines.values() {
            goods.products.extend(line.components());
            goods.lots.extend(line.component_lots());
        }
        goods.has_units = self.lines.values().any(OutLine::has_part_units);
        goods
    }

    /// Returns goods of a line and credits the requested amount, or their share; the last goods take what is left. Allowances and charges at a tax
    /// that no line has are credited at that tax.
    ///
    /// # Errors
    /// `return.exceeds_delivery`, `line.exceeded`, `reference.missing`, `field.invalid` with `line`.
    pub(in crate::sales) fn return_goods(&mut self, back: &LinkedReturn, number: i64, terms: &BackTerms<'_>) -> Result<Vec<Taken>> {
        let (id, policy) = (back.line_id, terms.policy);
        let out = self.line(id, number)?;
        let goods = match back.component_id {
            Some(component_id) => out.component(component_id, back, number, policy)?,
            None => out.goods(back, number, policy)?,
        };
        if back.component_id.is_some() && back.net.is_none() && back.unit_price.is_none() && !terms.sees_cost {
            return Err(line_error(number, "net", "is required: the share of a component depends on costs, which the caller may not see"));
        }
        let given = out.given(back, &goods, number, terms)?;
        let (line, lot) = match back.component_id {
            Some(id) => {
                let product = sold_product(terms.sold, id, number)?;
                (out.as_component(id, product, back.quantity, given.revenue)?, goods.lot.clone())
            }
            None => (out.original.priced(), out.original.lot.clone()),
        };
        let Given { revenue, tax, charge, withheld, is_more } = given;
        let own = Taken {
            lot,
            kit: goods.kit.clone(),
            quantity: back.quantity,
            revenue,
            tax,
            cost: goods.cost,
            charge,
            withheld,
            is_more,
            ..Taken::nothing(id, line, policy)
        };
        let mut taken = vec![own];
        let is_asked = back.net.is_some() || back.unit_price.is_some();
        let Some(out) = self.lines.get_mut(&id) else { return Ok(taken) };
        (out.goods, out.charges) = (out.goods.minus(out.in_its_terms(revenue, tax)?)?.plus(charge)?.minus(withheld)?, out.charges.minus(charge)?);
        out.withheld = out.withheld.plus(withheld)?;
        (out.revenue, out.tax, out.cost) = (out.revenue.minus(revenue)?, out.tax.minus(tax)?, out.cost.minus(goods.cost)?);
        match back.component_id {
            Some(component_id) => out.add_to_part(component_id, goods.lot.as_deref(), (back.quantity.negated(), goods.cost.negated()))?,
            None => out.quantity = out.quantity.minus(back.quantity)?,
        }
        for part in goods.kit.iter().flatten() {
            out.add_to_part(part.product_id, part.lot.as_deref(), (part.quantity.negated(), part.cost.negated()))?;
        }
        // A charge is kept, or credited with the last goods, unless it is to be credited in proportion.
        let comes = |foreign: &Foreign| !is_asked && (terms.gives_charges == Some(true) || !foreign.net.is_positive());
        let part = |amount: Money| if goods.is_last { Ok(amount) } else { goods.share(amount, policy) };
        for foreign in out.foreign.iter_mut().filter(|foreign| comes(foreign)) {
            taken.extend(foreign.take((part(foreign.net)?, part(foreign.tax)?), id, &out.original, policy)?);
        }
        Ok(taken)
    }

    /// Takes what is left of each line's share in charges; nothing as long as goods are out.
    pub(in crate::sales) fn take_charges(&mut self, policy: &TaxPolicy) -> Result<Vec<Taken>> {
        let is_out = |line: &OutLine| !line.quantity.is_zero() || line.parts.iter().any(|(_, out)| !out.quantity.is_zero());
        let mut charges = Vec::new();
        if self.lines.values().any(is_out) {
            return Ok(charges);
        }
        for (id, out) in &mut self.lines {
            let left = out.in_its_terms(out.revenue, out.tax)?;
            let charge = left.minus(out.held_back())?;
            if !out.charges.is_zero() && !charge.is_zero() {
                let tax = out.tax_on(charge, left, policy)?;
                let revenue = if out.original.includes_tax { charge.minus(tax)? } else { charge };
                (out.revenue, out.tax, out.charges) = (out.revenue.minus(revenue)?, out.tax.minus(tax)?, out.charges.minus(charge)?);
                charges.push(Taken { revenue, tax, charge, ..Taken::nothing(*id, out.original.priced(), policy) });
            }
            for foreign in out.foreign.iter_mut().filter(|foreign| foreign.net.is_positive()) {
                charges.extend(foreign.take((foreign.net, foreign.tax), *id, &out.original, policy)?);
            }
        }
        charges.sort_by_key(|taken| taken.line.line);
        Ok(charges)
    }

    /// Takes an amount from a line's revenue, with its share of tax; the goods stay.
    pub(in crate::sales) fn credit(
        &mut self,
        id: SalesLineId,
        (amount, includes_tax): (Money, bool),
        number: i64,
        policy: &TaxPolicy,
    ) -> Result<Taken> {
        let out = self.line(id, number)?;
        if !amount.is_positive() {
            return Err(line_error(number, "net", "is not positive"));
        }
        let left = if includes_tax { out.revenue.plus(out.tax)? } else { out.revenue };
        if amount != left {
            crate::num::check_step("net", amount, policy.step).map_err(|e| e.with("line", number))?;
        }
        if left.minus(amount)?.is_negative() {
            return Err(Error::new(Code::LineExceeded, format!("less than {amount} of the line is left to credit"))
                .with("line", number)
                .guarded(Right::SalesRead, "available", left.amount())
                .with("requested", amount.amount()));
        }
        let exact = out.tax.amount().checked_mul(amount.amount()).and_then(|v| v.checked_div(left.amount())).ok_or_else(overflow)?;
        let tax = if amount == left { out.tax } else { Money::rounded(exact, policy.currency, policy.step, policy.rounding)? };
        let net = if includes_tax { amount.minus(tax)? } else { amount };
        let one = Quantity::from(1);
        let lot = out.original.lot.clone();
        let unit_price = UnitPrice::new(net.amount(), net.currency())?;
        let line = PricedLine { unit_price, price_quantity: one, includes_tax: false, discount_percent: None, ..out.original.priced() };
        if let Some(out) = self.lines.get_mut(&id) {
            (out.revenue, out.tax) = (out.revenue.minus(net)?, out.tax.minus(tax)?);
        }
        // No goods are returned: the sums of quantities stay as sold.
        Ok(Taken { lot, revenue: net, tax, ..Taken::nothing(id, line, policy) })
    }

    /// Whether lines credit more than the customer effectively paid for them: less than their revenue, if other lines of the delivery were deductions
    /// and are not returned with them.
    pub(in crate::sales) fn is_above_paid(&self, back: &[Money], policy: &TaxPolicy) -> Result<bool> {
        let above = |of: &mut dyn Iterator<Item = Money>| Money::sum(of.filter(|amount| amount.is_positive()), policy.currency);
        let brought = above(&mut self.lines.values().map(|line| line.original.revenue))?;
        let SalesDocument { net, gross, payable, .. } = self.document.data;
        let paid = paid_of(net, gross, payable, policy)?;
        let positive = above(&mut back.iter().copied())?.amount();
        let Some(most) = paid.amount().checked_div(brought.amount()).map(|part| part.min(Decimal::ONE).checked_mul(positive)) else {
            return Ok(false);
        };
        // The shares of lines are rounded.
        let most = most.and_then(|most| most.checked_add(policy.step.decimal())).ok_or_else(overflow)?;
        Ok(Money::sum(back.iter().copied(), policy.currency)?.amount() > most)
    }

    /// Everything that is left, line by line.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub(in crate::sales) fn rest(&self, policy: &TaxPolicy) -> Result<Vec<Taken>> {
        let mut lines: Vec<_> = self.lines.iter().collect();
        lines.sort_by_key(|(_, out)| out.original.line);
        let mut rest = Vec::new();
        for (id, out) in lines {
            if !out.quantity.is_zero() || !out.revenue.is_zero() || !out.tax.is_zero() {
                let (quantity, revenue, tax, cost, charge) = (out.quantity, out.revenue, out.tax, out.cost, out.charges);
                let (lot, kit) = (out.original.lot.clone(), out.still_out());
                rest.push(Taken { lot, kit, quantity, revenue, tax, cost, charge, ..Taken::nothing(*id, out.original.priced(), policy) });
            }
            for foreign in &out.foreign {
                rest.extend(foreign.taken((foreign.net, foreign.tax), *id, &out.original, policy)?);
            }
        }
        Ok(rest)
    }

    /// Whether any of its amount is left.
    pub(in crate::sales) fn is_left(&self) -> bool {
        let is_left = |net: Money, tax: Money| !net.is_zero() || !tax.is_zero();
        self.lines.values().any(|out| is_left(out.revenue, out.tax) || out.foreign.iter().any(|foreign| is_left(foreign.net, foreign.tax)))
    }

    /// The rounding of a return or credit: the one that takes the last of the amount reverses the delivery's cash rounding too.
    pub(in crate::sales) fn rounding(&self, is_last: bool) -> PayableRounding {
        if is_last { PayableRounding::By(self.document.payable_rounding.negated()) } else { PayableRounding::None }
    }
}

impl Delivered {
    /// The lines of a return or credit note with opposite sign, at the same figures.
    pub(in crate::sales) fn turned(&self) -> Result<Vec<(Taken, Flow, Links)>> {
        let mut lines: Vec<_> = self.lines.iter().collect();
        lines.sort_by_key(|(_, line)| line.original.line);
        let turned = lines.into_iter().map(|(id, line)| {
            let original = &line.original;
            let (quantity, cost) = (original.quantity.negated(), line.cost.negated());
            let (revenue, tax) = (original.revenue.negated(), original.tax.negated());
            let (charge, withheld) = (original.charge.negated(), original.withheld.negated());
            let flow = match (original.cost_source, quantity.is_positive() && self.document.kind == SalesKind::Return) {
                (_, false) => Flow::Stay,
                (CostSource::Direct, true) => Flow::NonStock(cost),
                (_, true) => Flow::LeaveAgain(cost),
            };
            let links = Links { returned_line_id: original.returned_line_id, credited_line_id: original.credited_line_id, order_line_id: None };
            let kit = line.still_out();
            let (lot, line) = (original.lot.clone(), original.priced());
            Ok((Taken { id: *id, lot, kit, line, quantity, revenue, tax, cost, charge, withheld, is_more: false }, flow, links))
        });
        turned.collect()
    }
}

/// The error for a document that cannot be reversed or returned: nothing of it is left, or it is itself a reversal.
pub(in crate::sales) fn reversed(document: &SalesDocument) -> Error {
    let message = "nothing is left of the document, or it is itself a reversal";
    Error::new(Code::DocumentReversed, message).with("number", &document.number)
}
