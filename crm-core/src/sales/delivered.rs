//! What is still out of a delivery: goods, amounts, tax and cost, line by line, and what of them comes back or is credited.
//!
//! Invariant: of a delivered line never more comes back than is still out, neither in quantity nor in amount nor in cost; the last part takes what
//! is left of each. Of a line with tax inside the gross is shared, its tax likewise, and the net is the difference. What was credited in price
//! counts for the goods that stay as long as it can: it is neither given twice nor lost. Goods, charges of the whole document, and what it took off or
//! added at a tax that no line has, are shared apart from each other, the last each at its own tax.

use super::{
    LinkedReturn, PayableRounding,
    lines::{Item, Wanted, check_part, exceeds, is_beyond},
    plan::{Draft, Flow, Links},
    prices::paid_of,
};
use crate::{
    access::Right,
    act::ActContext,
    company::Company,
    documents::{CostSource, KitPart, PricedLine, SalesDocument, SalesKind, SalesLine, price_times, share},
    entity::{Record, Stored, Value},
    error::{Code, Error, Result},
    ids::{ProductId, SalesDocumentId, SalesLineId, TypedId},
    limits,
    num::{Decimal, Money, Quantity, UnitPrice, overflow, rounding},
    policy::TaxPolicy,
    products::Product,
    query::{Filter, Report, Select},
    stock::{CostCorrection, Goods, line_error},
    storage::{Answers, Ask, LockKeys, Reads},
    tax::{TaxClass, TaxItem, sharers, tax_in},
    time::Day,
};
use std::collections::BTreeMap;

/// A document of which something comes back: its lines, and what of them is still out.
pub(super) struct Delivered {
    pub(super) document: Stored<SalesDocument>,
    pub(super) lines: BTreeMap<SalesLineId, OutLine>,
}

/// A delivered line, less what came back and what was credited.
pub(super) struct OutLine {
    pub(super) original: SalesLine,
    quantity: Quantity,
    /// What is left to give back at the line's own tax.
    revenue: Money,
    tax: Money,
    cost: Money,
    /// What the goods that are still out were sold for, whatever was credited in price: with tax where the line includes it.
    goods: Money,
    /// What is left of the line's share in charges of the whole document, in the same terms.
    charges: Money,
    /// What was not given back of goods that came back, in the same terms.
    withheld: Money,
    /// The line's shares in allowances and charges of the whole document at a tax that no line has, as they are left.
    foreign: Vec<Foreign>,
    /// Of a kit: its components, as they left and as they are still out.
    parts: Vec<(KitPart, KitPart)>,
}

/// A share in what a document took off or added at a tax of its own.
struct Foreign {
    class: TaxClass,
    net: Money,
    tax: Money,
}

/// The questions about what came back of a document already.
pub(super) struct BackReads {
    returned: Ask<Record>,
    credited: Ask<Record>,
    corrected: Ask<Record>,
    /// Lines of kits that came back, if there are kits.
    kits: Option<Ask<Stored<SalesLine>>>,
}

impl BackReads {
    pub(super) fn ask(reads: &mut Reads, context: &ActContext<'_>, delivered: &Delivered) -> Result<Self> {
        let (permit, document_id) = (context.full_permit(), delivered.document.id);
        let of_document = SalesLine::document_id().eq(document_id);
        let mut report = |relation: &str, by: &str| {
            let filter = Filter::exists(relation, of_document.clone());
            let report = Report::<SalesLine>::new(&permit).filter(&filter)?.by(by)?.by("product_id")?.by("lot")?.by("tax_code")?;
            let report = report.sum("quantity")?.sum("revenue")?.sum("tax")?.sum("cost")?.sum("withheld")?.sum("charge")?;
            Ok::<_, Error>(reads.report(&report))
        };
        let (returned, credited) = (report("returned_line", "returned_line_id")?, report("credited_line", "credited_line_id")?);
        // Asked together with the lock of the pools, so that no receipt adds to it meanwhile.
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
    pub(super) async fn read(context: &mut ActContext<'_>, document_id: SalesDocumentId, day: Day) -> Result<Self> {
        let permit = context.full_permit();
        let mut reads = Reads::new();
        let document = reads.select(Select::<SalesDocument>::new(&permit).keys([Value::Id(document_id.uuid())])?);
        let lines = reads.select(Select::<SalesLine>::new(&permit).filter(&SalesLine::document_id().eq(document_id))?.everything());
        let mut answers = context.read(&LockKeys::none(), reads).await?;
        let missing = || Error::new(Code::ReferenceMissing, "there is no such document").with("field", "document_id");
        let document = answers.first(&document)?.ok_or_else(missing)?;
        if document.reverses_id.is_some() {
            return Err(super::returns::reversed(&document));
        }
        if day < document.day {
            return Err(Error::field("day", "is before the document that it takes back"));
        }
        let lines = answers.all(&lines)?.into_iter().map(|l| Ok((l.id, OutLine::of(l.data)?))).collect::<Result<_>>()?;
        let policy = document.tax_policy(context.company()?.money_step);
        let mut delivered = Self { document, lines };
        delivered.share_adjustments(&policy)?;
        Ok(delivered)
    }

    /// Takes off what came back and what was credited, and adds what it cost more or less since, as read under the locks.
    pub(super) fn less(&mut self, asks: &BackReads, answers: &mut Answers) -> Result<()> {
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
                // What undoes a return is out again.
                let is_out = back.quantity.is_positive();
                let (quantity, cost) = if is_out { (part.quantity, part.cost) } else { (part.quantity.negated(), part.cost.negated()) };
                line.add_to_part(part.product_id, part.lot.as_deref(), (quantity, cost))?;
            }
        }
        Ok(())
    }

    /// A row of line, product, lot, tax code, count, and (negative) sums.
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

    /// The products whose lines may have a share in charges of the whole document.
    pub(super) fn charged(&self) -> impl Iterator<Item = ProductId> {
        let has_charges = self.document.allowance_charges.iter().any(|applied| applied.net.is_positive());
        self.lines.values().filter(move |_| has_charges).map(|line| line.original.product_id)
    }

    /// Takes each line's shares in allowances and charges of the whole document apart from what its goods were sold for.
    fn share_adjustments(&mut self, policy: &TaxPolicy) -> Result<()> {
        let item = |line: &OutLine| {
            let SalesLine { net, quantity, .. } = line.original;
            TaxItem { amount: net, includes_tax: false, given_tax: None, quantity, class: super::lines::class_of(&line.original.priced()) }
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

    /// The policy of the document.
    pub(super) fn policy(&self, company: &Company) -> TaxPolicy {
        self.document.tax_policy(company.money_step)
    }

    pub(super) fn line(&self, id: SalesLineId, number: i64) -> Result<&OutLine> {
        let missing = || Error::new(Code::ReferenceMissing, "the delivery has no such line").with("field", "line_id").with("line", number);
        self.lines.get(&id).ok_or_else(missing)
    }

    /// The products and lots of its lines.
    pub(super) fn goods(&self) -> Goods {
        let mut goods: Goods = self.lines.values().map(|line| (line.original.product_id, line.original.lot.as_deref())).collect();
        for line in self.lines.values() {
            goods.products.extend(line.components());
            goods.lots.extend(line.component_lots());
        }
        goods.has_units = self.lines.values().any(OutLine::has_part_units);
        goods
    }

    /// Takes goods of a line back, and gives back what is asked for them, or their share; the last of them take what is left. What the document took
    /// off or added at another tax comes back at that.
    ///
    /// # Errors
    /// `return.exceeds_delivery`, `line.exceeded`, `reference.missing`, `field.invalid` with `line`.
    pub(super) fn return_goods(&mut self, back: &LinkedReturn, number: i64, terms: &BackTerms<'_>) -> Result<Vec<Taken>> {
        let (id, policy) = (back.line_id, terms.policy);
        let out = self.line(id, number)?;
        let goods = match back.component_id {
            Some(component_id) => out.component(component_id, back, number, policy)?,
            None => out.goods(back, number, policy)?,
        };
        if back.component_id.is_some() && back.net.is_none() && back.unit_price.is_none() && !terms.sees_cost {
            return Err(line_error(number, "net", "is needed: the share of a component rests on costs, which the caller may not see"));
        }
        let given = out.given(back, &goods, number, terms)?;
        let (line, lot) = match back.component_id {
            Some(id) => {
                let product = super::delivery::sold_product(terms.sold, id, number)?;
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
        // A charge is kept, or comes with the last goods, unless it is to come in proportion.
        let comes = |foreign: &Foreign| !is_asked && (terms.gives_charges == Some(true) || !foreign.net.is_positive());
        let part = |amount: Money| if goods.is_last { Ok(amount) } else { goods.share(amount, policy) };
        for foreign in out.foreign.iter_mut().filter(|foreign| comes(foreign)) {
            taken.extend(foreign.take((part(foreign.net)?, part(foreign.tax)?), id, &out.original, policy)?);
        }
        Ok(taken)
    }

    /// Takes back what of each line's share in charges is left; nothing as long as goods are out.
    pub(super) fn take_charges(&mut self, policy: &TaxPolicy) -> Result<Vec<Taken>> {
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

    /// Takes an amount off what a line brought, with its share of tax; the goods stay.
    pub(super) fn credit(&mut self, id: SalesLineId, (amount, includes_tax): (Money, bool), number: i64, policy: &TaxPolicy) -> Result<Taken> {
        let out = self.line(id, number)?;
        if !amount.is_positive() {
            return Err(line_error(number, "net", "is not positive"));
        }
        let left = if includes_tax { out.revenue.plus(out.tax)? } else { out.revenue };
        if amount != left {
            limits::check_step("net", amount, policy.step).map_err(|e| e.with("line", number))?;
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
        // Nothing comes back: sums of quantities stay what was sold.
        Ok(Taken { lot, revenue: net, tax, ..Taken::nothing(id, line, policy) })
    }

    /// Whether lines give back more than the customer paid for them in the end: less than they brought, where other lines of the delivery took
    /// something off and do not come back with them.
    pub(super) fn is_above_paid(&self, back: &[Money], policy: &TaxPolicy) -> Result<bool> {
        let above = |of: &mut dyn Iterator<Item = Money>| Money::sum(of.filter(|amount| amount.is_positive()), policy.currency);
        let brought = above(&mut self.lines.values().map(|line| line.original.revenue))?;
        let SalesDocument { net, gross, payable, .. } = self.document.data;
        let paid = paid_of(net, gross, payable, policy)?;
        let positive = above(&mut back.iter().copied())?.amount();
        let Some(most) = paid.amount().checked_div(brought.amount()).map(|part| part.min(Decimal::ONE).checked_mul(positive)) else {
            return Ok(false);
        };
        // Shares of lines are rounded.
        let most = most.and_then(|most| most.checked_add(policy.step.decimal())).ok_or_else(overflow)?;
        Ok(Money::sum(back.iter().copied(), policy.currency)?.amount() > most)
    }

    /// Everything that is still out, line by line.
    ///
    /// # Errors
    /// `number.out_of_range`.
    pub(super) fn rest(&self, policy: &TaxPolicy) -> Result<Vec<Taken>> {
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

    /// Whether something of its amount is left.
    pub(super) fn is_left(&self) -> bool {
        let is_left = |net: Money, tax: Money| !net.is_zero() || !tax.is_zero();
        self.lines.values().any(|out| is_left(out.revenue, out.tax) || out.foreign.iter().any(|foreign| is_left(foreign.net, foreign.tax)))
    }

    /// How the amount of what comes back is rounded: what takes the last of it takes the delivery's cash rounding along.
    pub(super) fn rounding(&self, is_last: bool) -> PayableRounding {
        if is_last { PayableRounding::By(self.document.payable_rounding.negated()) } else { PayableRounding::None }
    }
}

impl OutLine {
    /// Whether it was entered in a unit that does not come out even in base units.
    pub(super) fn has_part_units(&self) -> bool {
        self.original.entered_unit.is_some() && self.original.quantity.decimal().fract() != Decimal::ZERO
    }

    /// The components of a kit.
    pub(super) fn components(&self) -> impl Iterator<Item = ProductId> {
        self.parts.iter().map(|(part, _)| part.product_id)
    }

    /// Their lots.
    pub(super) fn component_lots(&self) -> impl Iterator<Item = String> {
        self.parts.iter().filter_map(|(part, _)| part.lot.clone())
    }

    /// What is still out of a kit's components; none if it is no kit.
    fn still_out(&self) -> Option<Vec<KitPart>> {
        let is_out = |part: &&(KitPart, KitPart)| !part.1.quantity.is_zero();
        (!self.parts.is_empty()).then(|| self.parts.iter().filter(is_out).map(|(_, out)| out.clone()).collect())
    }

    /// A quantity of the line as it was sold.
    fn goods(&self, back: &LinkedReturn, number: i64, policy: &TaxPolicy) -> Result<GoodsBack> {
        let quantity = back.quantity;
        if back.lot.is_some() && back.lot != self.original.lot {
            return Err(line_error(number, "lot", "is not that of the line"));
        }
        check_part(number, quantity, self.original.quantity)?;
        if is_beyond(quantity, self.quantity) {
            return Err(exceeds(Code::ReturnExceedsDelivery, number, quantity, self.quantity));
        }
        let is_last = quantity == self.quantity;
        if self.parts.is_empty() {
            let cost = if is_last { self.cost } else { share(self.cost, quantity, self.quantity, policy)? };
            return Ok(GoodsBack { kit: None, lot: None, cost, part: (quantity.decimal(), self.quantity.decimal()), is_last });
        }
        let mut kit: Vec<KitPart> = Vec::with_capacity(self.parts.len());
        for (left, _) in &self.parts {
            if kit.iter().all(|part| part.product_id != left.product_id) {
                let (whole, _) = self.of_product(left.product_id)?;
                let exact = whole.decimal().checked_mul(quantity.decimal()).and_then(|v| v.checked_div(self.original.quantity.decimal()));
                kit.extend(self.taken(left.product_id, Quantity::new(exact.ok_or_else(overflow)?)?, number, policy)?);
            }
        }
        let cost = kit.iter().try_fold(Money::zero(policy.currency), |sum, part| sum.plus(part.cost))?;
        let of_kits = (quantity.decimal(), self.quantity.decimal());
        let part = if self.is_broken()? { self.by_cost(cost, of_kits)? } else { of_kits };
        let taken = kit.iter().try_fold(Quantity::ZERO, |sum, part| sum.plus(part.quantity))?;
        let is_last = is_last && taken == self.parts.iter().try_fold(Quantity::ZERO, |sum, (_, out)| sum.plus(out.quantity))?;
        Ok(GoodsBack { kit: Some(kit), lot: None, cost, part, is_last })
    }

    /// A quantity of a component of a kit, of one lot where it is tracked by lots.
    fn component(&self, id: ProductId, back: &LinkedReturn, number: i64, policy: &TaxPolicy) -> Result<GoodsBack> {
        let missing = || Error::new(Code::ReferenceMissing, "the line has no such component").with("field", "component_id").with("line", number);
        let of_product = |part: &KitPart| part.product_id == id && back.lot.as_ref().is_none_or(|lot| part.lot.as_ref() == Some(lot));
        let parts: Vec<&KitPart> = self.parts.iter().filter(|(part, _)| of_product(part)).map(|(_, out)| out).collect();
        let first = parts.iter().find(|out| back.quantity <= out.quantity).or(parts.first()).ok_or_else(missing)?;
        check_part(number, back.quantity, Quantity::from(1))?;
        if back.quantity > first.quantity {
            let (_, out) = self.of_product(id)?;
            return Err(match back.quantity > out || parts.len() == 1 {
                true => exceeds(Code::ReturnExceedsDelivery, number, back.quantity, out),
                false => line_error(number, "lot", "is needed: the component left in several, and comes back lot by lot"),
            });
        }
        let cost = first.share_of(back.quantity, policy)?;
        let all = self.parts.iter().try_fold(Quantity::ZERO, |sum, (_, part)| sum.plus(part.quantity))?;
        let part = self.by_cost(cost, (back.quantity.decimal(), all.decimal()))?;
        Ok(GoodsBack { kit: None, lot: first.lot.clone(), cost, part, is_last: back.quantity == all })
    }

    /// How much of a component left, and how much of it is still out, in all lots.
    fn of_product(&self, id: ProductId) -> Result<(Quantity, Quantity)> {
        let of_product = self.parts.iter().filter(|(part, _)| part.product_id == id);
        of_product
            .clone()
            .try_fold((Quantity::ZERO, Quantity::ZERO), |sums, (left, out)| Ok((sums.0.plus(left.quantity)?, sums.1.plus(out.quantity)?)))
    }

    /// A quantity of a component, out of the first lots that are still out.
    fn taken(&self, id: ProductId, wanted: Quantity, number: i64, policy: &TaxPolicy) -> Result<Vec<KitPart>> {
        let (mut left, (_, out)) = (wanted, self.of_product(id)?);
        if wanted > out {
            return Err(exceeds(Code::ReturnExceedsDelivery, number, wanted, out));
        }
        let mut taken = Vec::new();
        for (_, out) in self.parts.iter().filter(|(part, _)| part.product_id == id) {
            let quantity = left.min(out.quantity);
            if quantity.is_positive() {
                left = left.minus(quantity)?;
                taken.push(KitPart { quantity, cost: out.share_of(quantity, policy)?, ..out.clone() });
            }
        }
        Ok(taken)
    }

    /// Whether components of a kit came back by themselves, so that what is out is no number of kits any more.
    fn is_broken(&self) -> Result<bool> {
        let product = |a: Quantity, b: Quantity| a.decimal().checked_mul(b.decimal()).ok_or_else(overflow);
        for (part, _) in &self.parts {
            let (left, out) = self.of_product(part.product_id)?;
            if product(out, self.original.quantity)? != product(left, self.quantity)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What part of a kit comes back: by cost, because its components are worth more or less; by quantity, where it cost nothing.
    fn by_cost(&self, cost: Money, by_quantity: (Decimal, Decimal)) -> Result<(Decimal, Decimal)> {
        let out = self.parts.iter().try_fold(Decimal::ZERO, |sum, (_, part)| sum.checked_add(part.cost.amount())).ok_or_else(overflow)?;
        Ok(if out.is_zero() { by_quantity } else { (cost.amount(), out) })
    }

    /// What is given back for goods at the line's own tax: their share in what was sold, and in charges if these come in proportion; or what is asked.
    fn given(&self, back: &LinkedReturn, goods: &GoodsBack, number: i64, terms: &BackTerms<'_>) -> Result<Given> {
        let (policy, zero) = (terms.policy, Money::zero(terms.policy.currency));
        let part = |amount: Money| if goods.is_last { Ok(amount) } else { goods.share(amount, policy) };
        let left = self.in_its_terms(self.revenue, self.tax)?;
        let asked = self.asked(back, number, policy)?;
        let charge = if terms.gives_charges == Some(true) && asked.is_none() { part(self.charges)? } else { zero };
        let share = part(self.goods)?.plus(charge)?;
        // Where charges that are kept outweigh what the goods brought, nothing is given, and nothing taken.
        let is_outweighed = share.is_negative() != self.takes_off() && charge.is_zero() && !self.charges.is_zero();
        let fair = if is_outweighed { zero } else { share };
        // After a price credit no more is given than is left, and of that neither what was withheld of others nor charges that are kept.
        let kept = self.held_back().plus(self.charges.minus(charge)?)?;
        let usual = if self.goods.plus(self.charges)? == left { fair } else { within(fair, left.minus(kept)?) };
        let amount = asked.unwrap_or(usual);
        if asked.is_some() && within(amount, left) != amount {
            return Err(Error::new(Code::LineExceeded, format!("less than {amount} of the line is left to give back"))
                .with("line", number)
                .guarded(Right::SalesRead, "available", left.amount())
                .with("requested", amount.amount()));
        }
        let is_all_shared = self.goods.plus(if charge.is_zero() { zero } else { self.charges })? == left;
        let is_usual = amount != left && asked.is_none() && is_all_shared;
        let tax = if is_usual { goods.share(self.tax, policy)? } else { self.tax_on(amount, left, policy)? };
        let revenue = if self.original.includes_tax { amount.minus(tax)? } else { amount };
        let withheld = share.minus(asked.unwrap_or(fair))?;
        // What is asked for may be rounded.
        let most = usual.amount().checked_add(policy.step.decimal()).ok_or_else(overflow)?;
        Ok(Given { revenue, tax, charge, withheld, is_more: amount.amount() > most })
    }

    /// What was withheld so far, on the side on which the line is.
    fn held_back(&self) -> Money {
        let is_same_side = self.withheld.is_negative() == self.takes_off();
        if is_same_side { self.withheld } else { Money::zero(self.withheld.currency()) }
    }

    /// Whether the line took something off.
    fn takes_off(&self) -> bool {
        self.original.net.is_negative()
    }

    /// The tax on a part of what is left.
    fn tax_on(&self, amount: Money, left: Money, policy: &TaxPolicy) -> Result<Money> {
        if amount == left {
            return Ok(self.tax);
        }
        if left.is_zero() {
            // Goods and what was taken off come to as much as each other: each has the tax of its own.
            let tax = tax_in(amount.amount(), self.original.tax_rate, self.original.includes_tax)?;
            return Money::rounded(tax, policy.currency, policy.step, policy.rounding);
        }
        let exact = self.tax.amount().checked_mul(amount.amount()).and_then(|v| v.checked_div(left.amount())).ok_or_else(overflow)?;
        Money::rounded(exact, policy.currency, policy.step, policy.rounding)
    }

    /// What is asked for goods that come back, in the line's terms.
    fn asked(&self, back: &LinkedReturn, number: i64, policy: &TaxPolicy) -> Result<Option<Money>> {
        let asked = match (back.net, back.unit_price) {
            (Some(_), Some(_)) => return Err(line_error(number, "unit_price", "is given beside a net")),
            (None, None) => return Ok(None),
            (None, Some(price)) => price_times(price, back.quantity, Quantity::from(1), policy)?,
            (Some(net), None) if self.original.includes_tax => {
                let tax = net.amount().checked_mul(self.original.tax_rate.factor()?).ok_or_else(overflow)?;
                net.plus(Money::rounded(tax, policy.currency, policy.step, policy.rounding)?)?
            }
            (Some(net), None) => net,
        };
        crate::num::same_currency(asked.currency(), policy.currency)?;
        if back.net.is_some() {
            limits::check_step("net", asked, policy.step).map_err(|e| e.with("line", number))?;
        }
        if asked.is_negative() != self.takes_off() && !asked.is_zero() {
            let reason = if asked.is_negative() { "is negative" } else { "is positive, and the line took something off" };
            return Err(line_error(number, if back.net.is_some() { "net" } else { "unit_price" }, reason));
        }
        Ok(Some(asked))
    }

    /// An amount as the line says its price: with tax where it includes it.
    fn in_its_terms(&self, net: Money, tax: Money) -> Result<Money> {
        if self.original.includes_tax { net.plus(tax) } else { Ok(net) }
    }

    /// A component of the line as a line of its own.
    fn as_component(&self, product_id: ProductId, product: &Product, quantity: Quantity, net: Money) -> Result<PricedLine> {
        let line = self.original.priced();
        let unit_price = UnitPrice::new(net.amount(), net.currency())?;
        Ok(PricedLine {
            product_id,
            product_code: product.code.clone(),
            product_name: product.name.clone(),
            unit: product.unit.clone(),
            entered_unit: None,
            entered_quantity: None,
            unit_price,
            price_quantity: quantity,
            includes_tax: false,
            discount_percent: None,
            ..line
        })
    }

    fn add_to_part(&mut self, product_id: ProductId, lot: Option<&str>, (quantity, cost): (Quantity, Money)) -> Result<()> {
        let is_part = |part: &KitPart| part.product_id == product_id && lot.is_none_or(|lot| part.lot.as_deref() == Some(lot));
        if let Some((_, out)) = self.parts.iter_mut().find(|(part, _)| is_part(part)) {
            (out.quantity, out.cost) = (out.quantity.plus(quantity)?, out.cost.plus(cost)?);
        }
        Ok(())
    }

    fn of(original: SalesLine) -> Result<Self> {
        let cost = original.cost.shown().ok_or_else(|| Error::corrupt("a delivered line was read without its cost"))?;
        let parts = original.components.iter().flatten().map(|part| (part.clone(), part.clone())).collect();
        let SalesLine { quantity, revenue, tax, .. } = original;
        let zero = Money::zero(revenue.currency());
        Ok(Self { quantity, revenue, tax, cost, goods: zero, charges: zero, withheld: zero, foreign: Vec::new(), parts, original })
    }
}

/// Goods of a line that come back.
struct GoodsBack {
    /// The components of a kit.
    kit: Option<Vec<KitPart>>,
    /// The lot of a component that comes back by itself.
    lot: Option<String>,
    cost: Money,
    /// What part of the goods that are still out they are.
    part: (Decimal, Decimal),
    /// Whether nothing is out any more after them.
    is_last: bool,
}

impl GoodsBack {
    /// Their share in an amount of all that is out.
    fn share(&self, amount: Money, policy: &TaxPolicy) -> Result<Money> {
        let exact = amount.amount().checked_mul(self.part.0).and_then(|v| v.checked_div(self.part.1)).ok_or_else(overflow)?;
        Money::rounded(exact, policy.currency, policy.step, policy.rounding)
    }
}

/// What is given back for goods, and what of their share is not.
struct Given {
    revenue: Money,
    tax: Money,
    /// What of it are charges.
    charge: Money,
    withheld: Money,
    /// Whether it is more than the share of the goods.
    is_more: bool,
}

impl Foreign {
    /// Takes an amount and its tax back, at its own tax.
    fn take(&mut self, given: (Money, Money), id: SalesLineId, original: &SalesLine, policy: &TaxPolicy) -> Result<Option<Taken>> {
        let taken = self.taken(given, id, original, policy)?;
        (self.net, self.tax) = (self.net.minus(given.0)?, self.tax.minus(given.1)?);
        Ok(taken)
    }

    /// An amount and its tax as a line without goods; none, if they are nothing.
    fn taken(&self, (net, tax): (Money, Money), id: SalesLineId, original: &SalesLine, policy: &TaxPolicy) -> Result<Option<Taken>> {
        if net.is_zero() && tax.is_zero() {
            return Ok(None);
        }
        let TaxClass { code, category, rate, .. } = self.class.clone();
        let line = PricedLine {
            unit_price: UnitPrice::new(net.amount(), net.currency())?,
            price_quantity: Quantity::from(1),
            includes_tax: false,
            discount_percent: None,
            entered_unit: None,
            entered_quantity: None,
            tax_code: code,
            tax_category: category,
            tax_rate: rate,
            ..original.priced()
        };
        Ok(Some(Taken { revenue: net, tax, ..Taken::nothing(id, line, policy) }))
    }
}

impl KitPart {
    /// The cost of a quantity of what is out; the last takes what is left.
    fn share_of(&self, quantity: Quantity, policy: &TaxPolicy) -> Result<Money> {
        if quantity == self.quantity { Ok(self.cost) } else { share(self.cost, quantity, self.quantity, policy) }
    }
}

/// An amount, as far as it lies between nothing and what is left.
fn within(amount: Money, left: Money) -> Money {
    let zero = Money::zero(left.currency());
    let (least, most) = if left.is_negative() { (left, zero) } else { (zero, left) };
    if amount.amount() < least.amount() {
        least
    } else if amount.amount() > most.amount() {
        most
    } else {
        amount
    }
}

/// A part of a delivered line that comes back or is credited.
pub(super) struct Taken {
    pub(super) id: SalesLineId,
    pub(super) lot: Option<String>,
    /// The components of a kit.
    pub(super) kit: Option<Vec<KitPart>>,
    pub(super) line: PricedLine,
    pub(super) quantity: Quantity,
    pub(super) revenue: Money,
    pub(super) tax: Money,
    pub(super) cost: Money,
    /// What of it are charges of the whole document, in the line's terms.
    pub(super) charge: Money,
    /// What of its share is not given back, in the line's terms.
    pub(super) withheld: Money,
    /// Whether more than its share is given back.
    pub(super) is_more: bool,
}

/// What a return says of all its lines.
pub(super) struct BackTerms<'a> {
    pub(super) policy: &'a TaxPolicy,
    /// The products of the return.
    pub(super) sold: &'a BTreeMap<ProductId, Product>,
    pub(super) gives_charges: Option<bool>,
    /// Whether the caller may see costs.
    pub(super) sees_cost: bool,
}

impl Taken {
    /// A line of which nothing comes back yet, neither goods nor amounts.
    fn nothing(id: SalesLineId, line: PricedLine, policy: &TaxPolicy) -> Self {
        let (zero, quantity) = (Money::zero(policy.currency), Quantity::ZERO);
        Self { id, lot: None, kit: None, line, quantity, revenue: zero, tax: zero, cost: zero, charge: zero, withheld: zero, is_more: false }
    }

    /// As a line of the posting.
    pub(super) fn draft<'a>(&'a self, product: &'a Product, flow: Flow, links: Links) -> Draft<'a> {
        let wanted = Wanted::Back { line: &self.line, quantity: self.quantity, revenue: self.revenue, tax: self.tax, charge: self.charge };
        let item = Item::new(product, wanted);
        Draft { lot: self.lot.clone(), kit: self.kit.clone(), withheld: Some(self.withheld), ..Draft::new(item, flow, links) }
    }
}

impl Delivered {
    /// The lines of a return or credit note the other way, at the same figures.
    pub(super) fn turned(&self) -> Result<Vec<(Taken, Flow, Links)>> {
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
