//! Chapter five: ageing now and as it was known earlier, the statement of account, profit by month, and verification.

use super::{CURRENCY, Failure, Story, on, plain, show, tell};
use crate::summary::{ageing_table, new_table, profit_table};
use chrono::NaiveTime;
use crm_core::{
    ids::SalesDocumentId,
    query::Filter,
    receivables::{AccountOf, AgeingQuery},
    sales::ProfitBy,
};

impl Story<'_> {
    pub(super) async fn figures(&self, sold: SalesDocumentId) -> Result<(), Failure> {
        let (session, receivables) = (self.session(), self.session().receivables());
        self.step("2026-04-30", "Ageing of receivables, as of any day")?;
        let mut ageing = Vec::new();
        for day in ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"] {
            ageing.push(receivables.ageing(&AgeingQuery::new(on(day)?, CURRENCY)).await?);
        }
        show(&ageing_table(&ageing));
        let known_at = Some(on("2026-02-24")?.and_time(NaiveTime::MIN).and_utc());
        let earlier = receivables.ageing(&AgeingQuery { known_at, ..AgeingQuery::new(on("2026-02-28")?, CURRENCY) }).await?;
        tell("28 February again, as it was known on the 24th, before the payment bounced:");
        show(&ageing_table(&[earlier]));
        let settled = receivables.document_status(sold, on("2026-02-24")?).await?.ok_or("the delivery is a receivable")?;
        tell(format!("of the first delivery {} of {} was settled on the 24th", plain(settled.settled), plain(settled.total)));

        self.step("2026-04-30", "The statement of account of Bodega Peña")?;
        let statement = receivables.statement(AccountOf::Customer(self.customer), (on("2026-01-01")?, on("2026-04-30")?), CURRENCY).await?;
        let mut table = new_table(&["day", "document", "what", "amount", "balance"]);
        for line in &statement.lines {
            let number = line.number.clone().unwrap_or_default();
            table.add_row([line.day.to_string(), number, line.kind.as_str().to_owned(), plain(line.amount), plain(line.balance)]);
        }
        show(&table);
        tell(format!("closing balance {}", plain(statement.closing)));

        self.step("2026-04-30", "Profit by month: returns are deducted, corrections count in their own month")?;
        let months = session.sales().profit(ProfitBy::Month, &Filter::All).await?;
        show(&profit_table("month", &months));
        for row in months.iter().filter(|row| !row.corrections.is_zero()) {
            let month = row.group.to_json();
            tell(format!("{}: {} of the cost corrects an earlier month", month.as_str().unwrap_or_default(), plain(row.corrections)));
        }

        self.step("2026-04-30", "The books prove themselves")?;
        let verified = session.verify().await?;
        tell(format!("{} records compared, {} invariants hold", verified.records, verified.checks.len()));
        Ok(())
    }
}
