//! Verification of the books: checks every invariant, from the ledgers up, in one transaction. Reports the first violation.

use crate::{
    access::{Permit, Right},
    act::Session,
    administration::FindStale,
    audit::{Action, AuditEntry},
    costing::LOT,
    custom::CustomValue,
    customers::{Contact, ContactPoint, Customer, CustomerAddress, CustomerGroupMember},
    dictionary::DictionaryEntry,
    documents::{CostSource, Quote, QuoteLine, QuoteRevision, SalesDocument, SalesLine, SalesOrder, SalesOrderLine},
    entity::{Entity, Record, Value},
    error::{Code, Error, Result},
    feed::{FEED_SERIES, FeedEntry},
    num::{Decimal, Quantity},
    products::{Product, Tracking},
    query::{Filter, Report, Select, Test},
    receivables::{Adjustment, Allocation, OpenItem, OpenItemKind, Payment},
    stock::{CostCorrection, CostLayer, CostVariance, LotBalance, StockBalance, StockDocument, StockLot, StockMovement, StockPool},
    storage::{Answers, Ask, NumberSeries, Reads},
    text::SEARCH_KEY_VERSION,
};
use std::collections::{BTreeMap, BTreeSet};

/// The result of a successful verification.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verified {
    /// The invariants, in the order of checking.
    pub checks: Vec<&'static str>,
    /// How many records were compared.
    pub records: u64,
}

/// Sums by group: the group's values as text, and its sums.
type Sums = BTreeMap<Vec<String>, Vec<Decimal>>;

impl Session<'_> {
    /// Checks every invariant of the company's books.
    ///
    /// # Errors
    /// `storage.corrupt` with `check` and `record` of the first violation, and with `expected` and `found` for callers who may see costs;
    /// `access.denied` unless the caller reaches every customer, because partial books do not balance; `limit.exceeded`, `storage.*`.
    pub async fn verify(&self) -> Result<Verified> {
        let (_, permit) = self.permit(Right::LedgerVerify).await?;
        self.check_books().await.map_err(|error| error.disclosed(|right| permit.discloses(right)))
    }

    async fn check_books(&self) -> Result<Verified> {
        let build = |permit: &Permit, reads: &mut Reads| {
            permit.require_full_scope(Right::LedgerVerify)?;
            Asks::new(&permit.unmasked(), reads)
        };
        let (asks, mut answers) = self.read(Right::LedgerVerify, build).await?;
        let books = Books::new(&asks, &mut answers)?;
        let mut proof = Proof { verified: Verified { checks: Vec::new(), records: 0 } };
        books.check_stock(&mut proof)?;
        books.check_sales(&mut proof)?;
        books.check_receivables(&mut proof)?;
        books.check_numbers(&mut proof)?;
        books.check_references(&mut proof)?;
        self.check_search_keys(&mut proof).await?;
        Ok(proof.verified)
    }

    /// Records are found by their texts of today. Keys that are not right are made so by
    /// [`rebuild_search_keys`](crate::records::Records::rebuild_search_keys).
    async fn check_search_keys(&self, proof: &mut Proof) -> Result<()> {
        let found = self.run(&FindStale).await?;
        proof.begin("search keys have the version of this library");
        proof.require(found.version == SEARCH_KEY_VERSION, &["company".to_owned()], SEARCH_KEY_VERSION, found.version)?;
        proof.begin("search keys match their texts");
        proof.verified.records = proof.verified.records.saturating_add(found.records);
        let first = found.first.unwrap_or_default();
        proof.require(first.iter().all(String::is_empty), &first, "the key of the text", "a different key")
    }
}

struct Asks {
    sums: BTreeMap<&'static str, (Ask<Record>, usize)>,
    series: Ask<crate::entity::Stored<NumberSeries>>,
}

impl Asks {
    fn new(permit: &Permit, reads: &mut Reads) -> Result<Self> {
        let mut sums = BTreeMap::new();
        let all = Filter::All;
        let of_sales = StockMovement::sales_document_id().is_empty().negate();
        let of_stock = StockMovement::stock_document_id().is_empty().negate();
        let of_order = SalesLine::order_line_id().is_empty().negate();
        let settled = OpenItem::sales_document_id().is_empty().negate();
        let paid = OpenItem::payment_id().is_empty().negate();
        let adjusted = OpenItem::adjustment_id().is_empty().negate();
        let transfer = OpenItem::kind().eq(OpenItemKind::Transfer);
        let reversal = Allocation::reverses_id().is_empty().negate();
        let of_document = settled.clone().and(OpenItem::kind().eq(OpenItemKind::Delivery));
        let created = AuditEntry::action().eq(Action::Create);
        ask::<StockMovement>(&mut sums, permit, reads, ("moved", &all, &["product_id"], &["quantity", "value"]))?;
        ask::<StockPool>(&mut sums, permit, reads, ("pools", &all, &["product_id"], &["quantity", "value", "movements"]))?;
        ask::<StockMovement>(&mut sums, permit, reads, ("moved_in", &all, &["product_id", "warehouse_id"], &["quantity"]))?;
        ask::<StockBalance>(&mut sums, permit, reads, ("balances", &all, &["product_id", "warehouse_id"], &["quantity"]))?;
        ask::<StockMovement>(&mut sums, permit, reads, ("moved_by_stock", &of_stock, &["stock_document_id"], &["value", "amount"]))?;
        ask::<StockDocument>(&mut sums, permit, reads, ("stock_documents", &all, &["id"], &["value", "amount"]))?;
        ask::<StockMovement>(&mut sums, permit, reads, ("moved_by_sales", &of_sales, &["sales_document_id"], &["value", "amount"]))?;
        let of_lot = StockMovement::lot().is_empty().negate();
        let tracked = Filter::exists("product", Product::tracking().ne(Tracking::None));
        let by_lot = Filter::exists("product", Product::costing().eq(LOT.to_owned()));
        let (owed, held) = (CostLayer::quantity().lt(Quantity::ZERO), CostLayer::quantity().gt(Quantity::ZERO));
        let oversold = StockPool::quantity().lt(Quantity::ZERO);
        let stocked = SalesLine::cost_source().ne(CostSource::Direct);
        let (by_stock, by_return) =
            (CostCorrection::stock_document_id().is_empty().negate(), CostCorrection::cause_document_id().is_empty().negate());
        let (varied, varied_by_sales) =
            (CostVariance::stock_document_id().is_empty().negate(), CostVariance::sales_document_id().is_empty().negate());
        ask::<StockMovement>(&mut sums, permit, reads, ("lots_moved", &of_lot, &["product_id", "lot"], &["quantity"]))?;
        ask::<StockLot>(&mut sums, permit, reads, ("lots", &all, &["product_id", "lot"], &["quantity", "value"]))?;
        ask::<StockMovement>(&mut sums, permit, reads, ("lots_moved_in", &of_lot, &["product_id", "lot", "warehouse_id"], &["quantity"]))?;
        ask::<LotBalance>(&mut sums, permit, reads, ("lot_balances", &all, &["product_id", "lot", "warehouse_id"], &["quantity"]))?;
        ask::<StockLot>(&mut sums, permit, reads, ("lots_by_product", &all, &["product_id"], &["quantity", "value"]))?;
        ask::<StockPool>(&mut sums, permit, reads, ("tracked_pools", &tracked, &["product_id"], &["quantity"]))?;
        ask::<StockPool>(&mut sums, permit, reads, ("pools_by_lot", &by_lot, &["product_id"], &["value"]))?;
        ask::<StockLot>(&mut sums, permit, reads, ("values_by_lot", &by_lot, &["product_id"], &["value"]))?;
        ask::<CostLayer>(&mut sums, permit, reads, ("oversold", &owed, &["product_id"], &["quantity", "value"]))?;
        ask::<StockPool>(&mut sums, permit, reads, ("negative_pools", &oversold, &["product_id"], &["quantity", "value"]))?;
        ask::<CostLayer>(&mut sums, permit, reads, ("layers", &held, &["product_id"], &["quantity", "value"]))?;
        ask::<SalesLine>(&mut sums, permit, reads, ("stocked_lines", &stocked, &["document_id"], &["cost"]))?;
        ask::<CostCorrection>(&mut sums, permit, reads, ("corrected_by_stock", &by_stock, &["stock_document_id"], &["amount"]))?;
        ask::<CostCorrection>(&mut sums, permit, reads, ("corrected_by_sales", &by_return, &["cause_document_id"], &["amount"]))?;
        ask::<CostVariance>(&mut sums, permit, reads, ("varied_by_stock", &varied, &["stock_document_id"], &["amount"]))?;
        ask::<CostVariance>(&mut sums, permit, reads, ("varied_by_sales", &varied_by_sales, &["sales_document_id"], &["amount"]))?;
        ask::<SalesDocument>(
            &mut sums,
            permit,
            reads,
            ("documents", &all, &["id"], &["net", "tax", "gross", "cost", "profit", "payable_rounding", "payable"]),
        )?;
        ask::<SalesLine>(&mut sums, permit, reads, ("lines", &all, &["document_id"], &["revenue", "tax", "cost", "profit"]))?;
        ask::<QuoteRevision>(&mut sums, permit, reads, ("revisions", &all, &["id"], &["net", "tax"]))?;
        ask::<QuoteLine>(&mut sums, permit, reads, ("quoted", &all, &["revision_id"], &["revenue", "tax"]))?;
        ask::<SalesOrder>(&mut sums, permit, reads, ("orders", &all, &["id"], &["net", "tax"]))?;
        ask::<SalesOrderLine>(&mut sums, permit, reads, ("ordered", &all, &["order_id"], &["revenue", "tax"]))?;
        ask::<SalesOrderLine>(&mut sums, permit, reads, ("delivered", &all, &["id"], &["delivered"]))?;
        ask::<SalesLine>(&mut sums, permit, reads, ("sent", &of_order, &["order_line_id"], &["quantity"]))?;
        ask::<Quote>(&mut sums, permit, reads, ("quote_numbers", &all, &["series"], &["sequence"]))?;
        ask::<SalesOrder>(&mut sums, permit, reads, ("order_numbers", &all, &["series"], &["sequence"]))?;
        ask::<OpenItem>(&mut sums, permit, reads, ("owed", &settled, &["sales_document_id"], &["amount"]))?;
        ask::<OpenItem>(&mut sums, permit, reads, ("credited", &paid, &["payment_id"], &["amount"]))?;
        ask::<Payment>(&mut sums, permit, reads, ("payments", &all, &["id"], &["amount"]))?;
        ask::<OpenItem>(&mut sums, permit, reads, ("adjusted", &adjusted, &["adjustment_id"], &["amount"]))?;
        ask::<Adjustment>(&mut sums, permit, reads, ("allowance_charges", &all, &["id"], &["amount"]))?;
        let opening = OpenItem::kind().is_in([OpenItemKind::Opening, OpenItemKind::OpeningCredit]);
        let of_these_books = settled.clone().or(paid.clone()).or(adjusted.clone()).or(OpenItem::source_item_id().is_empty().negate());
        ask::<OpenItem>(&mut sums, permit, reads, ("opening_with_document", &opening.and(of_these_books), &["id"], &[]))?;
        ask::<OpenItem>(&mut sums, permit, reads, ("transfers", &transfer, &["currency"], &["amount"]))?;
        ask::<OpenItem>(&mut sums, permit, reads, ("instalments", &of_document, &["sales_document_id"], &["instalment"]))?;
        ask::<Allocation>(&mut sums, permit, reads, ("reversals", &reversal, &["reverses_id"], &["amount"]))?;
        ask::<Allocation>(&mut sums, permit, reads, ("allocations", &reversal.clone().negate(), &["id"], &["amount"]))?;
        ask::<OpenItem>(&mut sums, permit, reads, ("items", &all, &["id"], &["amount", "open"]))?;
        ask::<Allocation>(&mut sums, permit, reads, ("settled", &all, &["receivable_id"], &["amount"]))?;
        ask::<Allocation>(&mut sums, permit, reads, ("used", &all, &["credit_id"], &["amount"]))?;
        ask::<SalesDocument>(&mut sums, permit, reads, ("sales_numbers", &all, &["series"], &["sequence"]))?;
        ask::<StockDocument>(&mut sums, permit, reads, ("stock_numbers", &all, &["series"], &["sequence"]))?;
        ask::<Payment>(&mut sums, permit, reads, ("payment_numbers", &all, &["series"], &["sequence"]))?;
        ask::<Adjustment>(&mut sums, permit, reads, ("adjustment_numbers", &all, &["series"], &["sequence"]))?;
        ask::<FeedEntry>(&mut sums, permit, reads, ("feed", &all, &[], &["position"]))?;
        ask::<AuditEntry>(&mut sums, permit, reads, ("audited", &created, &["entity"], &[]))?;
        ask_lost::<Customer>(&mut sums, permit, reads, &["industry", "source", "level", "region", "province", "group", "owner"])?;
        ask_lost::<CustomerAddress>(&mut sums, permit, reads, &["customer", "province", "region"])?;
        ask_lost::<CustomerGroupMember>(&mut sums, permit, reads, &["customer", "group"])?;
        ask_lost::<Contact>(&mut sums, permit, reads, &["customer"])?;
        ask_lost::<ContactPoint>(&mut sums, permit, reads, &["customer", "contact"])?;
        ask_lost::<DictionaryEntry>(&mut sums, permit, reads, &["parent"])?;
        ask_lost::<CustomValue>(&mut sums, permit, reads, &["field", "choice", "customer"])?;
        let series = reads.select(Select::<NumberSeries>::new(permit).everything());
        Ok(Self { sums, series })
    }
}

fn ask<E: Entity>(
    sums: &mut BTreeMap<&'static str, (Ask<Record>, usize)>,
    permit: &Permit,
    reads: &mut Reads,
    (name, filter, groups, fields): (&'static str, &Filter, &[&str], &[&str]),
) -> Result<()> {
    let report = groups.iter().try_fold(Report::<E>::new(permit).filter(filter)?, |report, group| report.by(group))?;
    let report = fields.iter().try_fold(report, |report, field| report.sum(field))?;
    sums.insert(name, (reads.report(&report), groups.len()));
    Ok(())
}

/// Queries rows with a dangling reference, with one count per entity.
fn ask_lost<E: Entity>(
    sums: &mut BTreeMap<&'static str, (Ask<Record>, usize)>,
    permit: &Permit,
    reads: &mut Reads,
    relations: &[&'static str],
) -> Result<()> {
    let points = |relation: &str| Filter::Field(format!("{relation}_id"), Test::IsEmpty).negate();
    let lost = relations.iter().map(|relation| points(relation).and(Filter::none(relation, Filter::All)));
    ask::<E>(sums, permit, reads, (E::decl().name, &Filter::Or(lost.collect()), &[], &[]))
}

/// All sums, each preceded by a count.
struct Books {
    sums: BTreeMap<&'static str, Sums>,
    series: BTreeMap<String, i64>,
}

struct Proof {
    verified: Verified,
}

impl Proof {
    fn begin(&mut self, check: &'static str) {
        self.verified.checks.push(check);
    }

    fn require(&mut self, holds: bool, record: &[String], expected: impl std::fmt::Debug, found: impl std::fmt::Debug) -> Result<()> {
        self.verified.records = self.verified.records.saturating_add(1);
        if holds {
            return Ok(());
        }
        let check = self.verified.checks.last().copied().unwrap_or_default();
        Err(Error::new(Code::Corrupt, format!("the books violate an invariant: {check}"))
            .with("check", check)
            .with("record", record.join(" "))
            .guarded(Right::CostRead, "expected", format!("{expected:?}"))
            .guarded(Right::CostRead, "found", format!("{found:?}")))
    }

    /// Checks that both sides have the same sums; a record missing on one side counts as zeros.
    fn equal(&mut self, check: &'static str, a: &Sums, b: &Sums) -> Result<()> {
        self.begin(check);
        let keys: BTreeSet<_> = a.keys().chain(b.keys()).collect();
        for key in keys {
            let (left, right) = (a.get(key), b.get(key));
            let nothing = |sums: Option<&Vec<Decimal>>| sums.is_none_or(|s| s.iter().all(Decimal::is_zero));
            self.require(left == right || (nothing(left) && nothing(right)), key, left, right)?;
        }
        Ok(())
    }
}

impl Books {
    fn new(asks: &Asks, answers: &mut Answers) -> Result<Self> {
        let mut sums = BTreeMap::new();
        for (name, (ask, groups)) in &asks.sums {
            sums.insert(*name, answers.rows(ask).into_iter().map(|row| split(row, *groups)).collect::<Result<Sums>>()?);
        }
        let series = answers.all(&asks.series)?.into_iter().map(|s| (s.series.clone(), s.next)).collect();
        Ok(Self { sums, series })
    }

    /// Selected columns of a set of sums; column 0 is the count.
    fn of(&self, name: &str, columns: &[usize]) -> Sums {
        let choose = |sums: &Vec<Decimal>| columns.iter().filter_map(|c| sums.get(*c).copied()).collect();
        self.sums.get(name).into_iter().flatten().map(|(key, sums)| (key.clone(), choose(sums))).collect()
    }

    fn check_stock(&self, proof: &mut Proof) -> Result<()> {
        let moved = self.of("moved", &[1, 2, 0]);
        proof.equal("movements add up to the pools in quantity, value and number", &moved, &self.of("pools", &[1, 2, 3]))?;
        proof.equal("movements add up to the warehouse balances", &self.of("moved_in", &[1]), &self.of("balances", &[1]))?;
        proof.begin("a quantity of zero has a value of zero, and values have the sign of their quantity");
        for (key, sums) in self.of("pools", &[1, 2]) {
            if let [quantity, value] = sums.as_slice() {
                let is_sided = if *quantity < Decimal::ZERO { *value <= Decimal::ZERO } else { *value >= Decimal::ZERO };
                let holds = is_sided && (!quantity.is_zero() || value.is_zero());
                proof.require(holds, &key, "no value without a quantity", (quantity, value))?;
            }
        }
        self.check_lots(proof)?;
        self.check_layers(proof)?;
        proof.equal(
            "movements add up to the value and amount of stock documents",
            &self.of("moved_by_stock", &[1, 2]),
            &self.of("stock_documents", &[1, 2]),
        )?;
        let explained = [self.of("moved_by_stock", &[1]), self.of("varied_by_stock", &[1]), self.of("corrected_by_stock", &[1])];
        let amounts = self.of("stock_documents", &[2]);
        proof.equal("the amount of a stock document is value plus variance plus corrections", &added(explained), &amounts)
    }

    fn check_lots(&self, proof: &mut Proof) -> Result<()> {
        proof.equal("movements add up to lots", &self.of("lots_moved", &[1]), &self.of("lots", &[1]))?;
        proof.equal("movements add up to lots in warehouses", &self.of("lots_moved_in", &[1]), &self.of("lot_balances", &[1]))?;
        proof.equal("lots add up to the pools of tracked products", &self.of("lots_by_product", &[1]), &self.of("tracked_pools", &[1]))?;
        proof.equal(
            "lots add up to the value of pools of products costed by lot",
            &self.of("values_by_lot", &[1]),
            &self.of("pools_by_lot", &[1]),
        )?;
        proof.begin("no lot is negative, and an empty lot has a value of zero");
        for (key, sums) in self.of("lots", &[1, 2]) {
            if let [quantity, value] = sums.as_slice() {
                let holds = *quantity >= Decimal::ZERO && *value >= Decimal::ZERO && (!quantity.is_zero() || value.is_zero());
                proof.require(holds, &key, "no value without a quantity", (quantity, value))?;
            }
        }
        Ok(())
    }

    fn check_layers(&self, proof: &mut Proof) -> Result<()> {
        proof.equal("oversold goods add up to the negative pools", &self.of("oversold", &[1, 2]), &self.of("negative_pools", &[1, 2]))?;
        proof.begin("layers add up to the pools of products that have layers");
        let pools = self.of("pools", &[1, 2]);
        for (key, sums) in self.of("layers", &[1, 2]) {
            proof.require(pools.get(&key) == Some(&sums), &key, pools.get(&key), &sums)?;
        }
        Ok(())
    }

    fn check_sales(&self, proof: &mut Proof) -> Result<()> {
        proof.equal(
            "lines add up to documents in net, tax, cost and profit",
            &self.of("lines", &[1, 2, 3, 4]),
            &self.of("documents", &[1, 2, 4, 5]),
        )?;
        let moved = [self.of("moved_by_sales", &[1]), self.of("varied_by_sales", &[1]), self.of("corrected_by_sales", &[1])];
        let costs = negated(self.of("stocked_lines", &[1]));
        proof.equal("the cost of deliveries and returns is value plus variance plus corrections", &added(moved), &costs)?;
        proof.equal("the amounts of movements add up to the cost of deliveries and returns", &self.of("moved_by_sales", &[2]), &costs)?;
        proof.begin("net plus tax is gross, and net less cost is profit");
        for (key, sums) in self.of("documents", &[1, 2, 3, 4, 5, 6, 7]) {
            if let [net, tax, gross, cost, profit, rounding, payable] = sums.as_slice() {
                let holds = net.checked_add(*tax) == Some(*gross) && net.checked_sub(*cost) == Some(*profit);
                let holds = holds && gross.checked_add(*rounding) == Some(*payable);
                proof.require(holds, &key, "net + tax = gross, net - cost = profit, gross + rounding = payable", &sums)?;
            }
        }
        proof.equal("lines of quotes add up to their revisions", &self.of("quoted", &[1, 2]), &self.of("revisions", &[1, 2]))?;
        proof.equal("lines of orders add up to their orders", &self.of("ordered", &[1, 2]), &self.of("orders", &[1, 2]))?;
        proof.equal("deliveries add up to the delivered quantities of orders", &self.of("delivered", &[1]), &self.of("sent", &[1]))
    }

    fn check_receivables(&self, proof: &mut Proof) -> Result<()> {
        proof.equal("every document is owed or credited in full", &self.of("owed", &[1]), &self.of("documents", &[7]))?;
        proof.equal("every payment is credited in full", &negated(self.of("credited", &[1])), &self.of("payments", &[1]))?;
        proof.equal("every adjustment changes the balance by its amount", &self.of("adjusted", &[1]), &self.of("allowance_charges", &[1]))?;
        proof.equal("opening items have no document in the books", &self.of("opening_with_document", &[0]), &Sums::new())?;
        proof.equal("transfers between customers add up to zero", &self.of("transfers", &[1]), &Sums::new())?;
        proof.begin("instalments of a document are numbered from 1");
        for (key, sums) in self.of("instalments", &[0, 1]) {
            if let [count, numbers] = sums.as_slice() {
                let expected = count.checked_add(Decimal::ONE).and_then(|n| n.checked_mul(*count)?.checked_div(Decimal::TWO));
                proof.require(expected == Some(*numbers), &key, expected, numbers)?;
            }
        }
        proof.begin("no allocation is reversed beyond its amount");
        let allocations = self.of("allocations", &[1]);
        for (key, sums) in self.of("reversals", &[1]) {
            let amount = allocations.get(&key).and_then(|s| s.first()).copied().unwrap_or_default();
            let left = sums.first().and_then(|reversed| amount.checked_add(*reversed));
            proof.require(left.is_some_and(|left| left >= Decimal::ZERO), &key, amount, &sums)?;
        }
        proof.begin("the open amount of an item is its amount less its allocations");
        let (settled, used) = (self.of("settled", &[1]), self.of("used", &[1]));
        let sum = |sums: &Sums, key: &[String]| sums.get(key).and_then(|s| s.first()).copied().unwrap_or_default();
        for (key, sums) in self.of("items", &[1, 2]) {
            if let [amount, open] = sums.as_slice() {
                let expected = amount.checked_sub(sum(&settled, &key)).and_then(|v| v.checked_add(sum(&used, &key)));
                let same_side = open.is_zero() || open.is_sign_negative() == amount.is_sign_negative();
                proof.require(expected == Some(*open) && same_side, &key, expected, open)?;
            }
        }
        Ok(())
    }

    /// Deleted or merged records left no references behind.
    fn check_references(&self, proof: &mut Proof) -> Result<()> {
        proof.begin("the records that masters refer to exist");
        let masters = [
            Customer::decl(),
            CustomerAddress::decl(),
            CustomerGroupMember::decl(),
            Contact::decl(),
            ContactPoint::decl(),
            DictionaryEntry::decl(),
            CustomValue::decl(),
        ];
        for name in masters.map(|decl| decl.name) {
            let lost = self.of(name, &[0]).into_values().flatten().next().unwrap_or_default();
            proof.require(lost.is_zero(), &[name.to_owned()], 0, lost)?;
        }
        Ok(())
    }

    /// The numbers from 1 to n, each once, have count n and sum n(n+1)/2; the unique key rules out duplicates.
    fn check_numbers(&self, proof: &mut Proof) -> Result<()> {
        proof.begin("numbers of every series run without gaps");
        let mut used: BTreeMap<String, (Decimal, Decimal)> = BTreeMap::new();
        for name in ["sales_numbers", "stock_numbers", "payment_numbers", "adjustment_numbers", "quote_numbers", "order_numbers", "feed"] {
            for (key, sums) in self.of(name, &[0, 1]) {
                if let [count, sum] = sums.as_slice() {
                    used.insert(key.first().cloned().unwrap_or_else(|| FEED_SERIES.to_owned()), (*count, *sum));
                }
            }
        }
        let series: BTreeSet<_> = used.keys().chain(self.series.keys()).cloned().collect();
        for name in series {
            let last = Decimal::from(self.series.get(&name).map_or(0, |next| next.saturating_sub(1)));
            let gauss = last.checked_add(Decimal::ONE).and_then(|n| n.checked_mul(last)?.checked_div(Decimal::TWO));
            let found = used.get(&name).copied().unwrap_or_default();
            let expected = (last, gauss.unwrap_or_default());
            proof.require(found == expected, &[name], expected, found)?;
        }
        proof.begin("every document is in the audit");
        let audited = self.of("audited", &[0]);
        for (entity, name) in [
            ("sales_document", "documents"),
            ("stock_document", "stock_documents"),
            ("payment", "payments"),
            ("adjustment", "allowance_charges"),
            ("quote_revision", "revisions"),
            ("sales_order", "orders"),
        ] {
            let count = Decimal::from(self.sums.get(name).map_or(0, BTreeMap::len));
            let found = audited.get(&vec![entity.to_owned()]).and_then(|s| s.first()).copied().unwrap_or_default();
            proof.require(count == found, &[entity.to_owned()], count, found)?;
        }
        Ok(())
    }
}

/// The sum of sums; on overflow the entry is left out, and so found to differ.
fn added(all: [Sums; 3]) -> Sums {
    let mut total = Sums::new();
    for (key, sums) in all.into_iter().flatten() {
        let Some(known) = total.get_mut(&key) else {
            total.insert(key, sums);
            continue;
        };
        for (known, sum) in known.iter_mut().zip(sums) {
            *known = known.checked_add(sum).unwrap_or(*known).normalize();
        }
    }
    total
}

fn negated(sums: Sums) -> Sums {
    sums.into_iter().map(|(key, sums)| (key, sums.into_iter().map(crate::num::negated).collect())).collect()
}

/// A report row as key and numbers, with the count first.
fn split(row: Record, groups: usize) -> Result<(Vec<String>, Vec<Decimal>)> {
    let number = |value: &Value| match value {
        Value::Int(v) => Ok(Decimal::from(*v)),
        Value::Decimal(v) => Ok(v.normalize()),
        other => Err(other.mismatch("number")),
    };
    let text = |value: &Value| match value.to_json() {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    };
    let key = row.iter().take(groups).map(text).collect();
    Ok((key, row.iter().skip(groups).map(number).collect::<Result<_>>()?))
}
