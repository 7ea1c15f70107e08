//! The pricing service, and the company's pricing settings.

use super::{PriceLine, PriceQuery, PriceSettings, Priced, PricingReads};
use crate::{
    access::{Permit, Right},
    act::{Act, ActContext, Empty, Plan, Request, Session},
    entity::{Entity, Stored, Value},
    error::{Code, Error, Result},
    ids::CustomerId,
    limits,
    num::Currency,
    query::Select,
    storage::{LockKeys, Reads},
    time::Day,
};
use async_trait::async_trait;
use serde_json::Value as Json;

/// Prices and purchase history.
pub struct PricingService<'s>(pub(crate) &'s Session<'s>);

impl Session<'_> {
    /// Prices and purchase history.
    pub fn pricing(&self) -> PricingService<'_> {
        PricingService(self)
    }
}

impl PricingService<'_> {
    /// The price of a line for a customer (or for anyone) on a day; none if no source gives one. The currency defaults to the company's.
    ///
    /// # Errors
    /// As [`PricingService::price_all`].
    pub async fn price(&self, customer: Option<CustomerId>, day: Day, currency: Option<Currency>, line: &PriceLine) -> Result<Option<Priced>> {
        Ok(self.price_all(customer, day, currency, std::slice::from_ref(line)).await?.pop().flatten())
    }

    /// The prices of the lines of one document, in order, in one round trip.
    ///
    /// # Errors
    /// `access.denied`, `reference.missing`, `unit.unknown`, `unit.inexact`, `field.invalid` with `line`, `limit.exceeded`, `storage.*`.
    pub async fn price_all(
        &self,
        customer: Option<CustomerId>,
        day: Day,
        currency: Option<Currency>,
        lines: &[PriceLine],
    ) -> Result<Vec<Option<Priced>>> {
        let build = |permit: &Permit, reads: &mut Reads| {
            limits::check("MAX_LINES", lines.len(), limits::MAX_LINES)?;
            let products = lines.iter().map(|l| l.product_id).collect();
            PricingReads::ask(reads, permit, PriceQuery { customer_id: customer, products, day, currency })
        };
        let (asks, mut answers) = self.0.read(Right::SalesRead, build).await?;
        asks.take(&mut answers)?.price_all(lines)
    }

    /// The company's pricing settings.
    ///
    /// # Errors
    /// `access.denied`, `storage.*`.
    pub async fn settings(&self) -> Result<PriceSettings> {
        let (ask, mut answers) = self.0.read(Right::ProductsRead, |permit, reads| Ok(reads.select(Select::<PriceSettings>::new(permit)))).await?;
        Ok(answers.first(&ask)?.map(|s| s.data).unwrap_or_default())
    }

    /// Replaces the company's pricing settings.
    ///
    /// # Errors
    /// `access.denied`, `field.invalid`, `reference.missing`, `storage.*`.
    pub async fn set_settings(&self, settings: &PriceSettings) -> Result<()> {
        self.0.permit(Right::CompanyManage).await?;
        settings.check_self()?;
        self.0.run(&SetSettings(settings.clone())).await.map(|Empty| ())
    }
}

struct SetSettings(PriceSettings);

impl Request for SetSettings {
    fn request(&self) -> Result<Json> {
        Ok(self.0.encode().iter().map(Value::to_json).collect())
    }
}

#[async_trait]
impl Act for SetSettings {
    type Answer = Empty;
    const OPERATION: &'static str = "pricing.set_settings";

    fn right(&self) -> Right {
        Right::CompanyManage
    }

    async fn plan(&self, context: &mut ActContext<'_>) -> Result<Plan<Empty>> {
        let (company, permit) = (context.permit().company(), context.full_permit());
        let mut reads = Reads::new();
        let stored = reads.select(Select::<PriceSettings>::new(&permit));
        let list = self.0.price_list_id.map(|id| Select::<super::PriceList>::new(&permit).keys([Value::Id(id.0)])).transpose()?;
        let list = list.map(|select| reads.select(select));
        // Two acts that create the settings concurrently serialise on the company's row.
        let mut answers = context.read(&LockKeys::none().and::<crate::company::Company, _>([company]), reads).await?;
        if let Some(list) = list
            && answers.first(&list)?.is_none()
        {
            return Err(Error::new(Code::ReferenceMissing, "there is no such price list").with("field", "price_list_id"));
        }
        let mut changes = context.changes();
        match answers.first(&stored)? {
            Some(stored) => changes.update(&stored, self.0.clone()),
            None => changes.insert(&Stored::new(company, self.0.clone())),
        }
        Ok(Plan::new(changes, Empty))
    }
}
