//! The own company: profiles from a day on, and the policy that a document keeps.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day, eur};
use crm_core::{
    Code,
    access::Operator,
    company::{Company, CompanyProfile},
    num::{Currency, RoundingMode},
    sales::NewDelivery,
    tax::TaxMethod,
};

async fn profile(shop: &Shop, from: &str, name: &str, change: impl Fn(&mut CompanyProfile)) -> CompanyProfile {
    let company = shop.session.company().get(shop.company).await.unwrap();
    let mut profile = CompanyProfile::new(&company, day(from), name);
    change(&mut profile);
    shop.session.company_profiles().create(profile).await.unwrap().data
}

/// A profile is in force from its first day until the next one begins; before the first there is none.
pub async fn a_profile_is_in_force_from_its_day(harness: Harness) {
    let shop = harness.shop().await;
    profile(&shop, "2026-03-01", "Second", |p| p.city = Some("Madrid".into())).await;
    profile(&shop, "2026-01-15", "First", |p| p.iban = Some("es91 2100 0418 4502 0005 1332".into())).await;
    let name = async |on: &str| shop.session.company().profile_on(day(on)).await.unwrap().map(|p| p.data.legal_name);
    for (on, expected) in [("2026-01-14", None), ("2026-01-15", Some("First")), ("2026-02-28", Some("First")), ("2026-03-01", Some("Second"))] {
        assert_eq!(name(on).await.as_deref(), expected, "{on}");
    }
    let first = shop.session.company().profile_on(day("2026-02-01")).await.unwrap().unwrap();
    assert_eq!(first.iban.as_deref(), Some("ES9121000418450200051332"));
    shop.refuses(Code::UniqueTaken, shop.session.company_profiles().create(first.data.clone())).await;
}

/// A document is calculated by the policy of its day; one of an earlier day by the earlier policy, also when it is posted later. What was posted
/// stays as it is. Three lines of 10.01 at 21 %: 6.31 of tax once, 6.30 line by line, 5.21 within 30.03.
pub async fn a_document_follows_the_policy_of_its_day(harness: Harness) {
    let shop = harness.shop().await;
    let lines = [(shop.service, "1", "10.01"), (shop.service, "1", "10.01"), (shop.service, "1", "10.01")];
    let deliver = async |on: &str| {
        let delivery = NewDelivery { day: day(on), ..shop.delivery_of(&lines) };
        let posted = shop.session.sales().deliver(&delivery).await.unwrap();
        (posted.net, posted.tax, posted.gross)
    };
    let per_rate = (eur("30.03"), eur("6.31"), eur("36.34"));
    assert_eq!(deliver("2026-02-01").await, per_rate);
    profile(&shop, "2026-03-01", "Line by line", |p| p.tax_method = TaxMethod::PerLine).await;
    profile(&shop, "2026-04-01", "Included", |p| p.prices_include_tax = true).await;
    assert_eq!(deliver("2026-03-01").await, (eur("30.03"), eur("6.30"), eur("36.33")));
    assert_eq!(deliver("2026-02-28").await, per_rate);
    let (net, tax, gross) = deliver("2026-04-01").await;
    assert_eq!((net.plus(tax).unwrap(), gross, tax), (gross, eur("30.03"), eur("5.21")));
    let policy = shop.session.company().policy_on(day("2026-03-31")).await.unwrap();
    assert_eq!((policy.method, policy.rounding, policy.prices_include_tax), (TaxMethod::PerLine, RoundingMode::HalfUp, false));
    let documents = shop.session.sales_documents().list().sort(&["number"]).fetch().await.unwrap();
    let kept: Vec<_> = documents.iter().map(|d| (d.tax_method, d.prices_include_tax)).collect();
    assert_eq!(kept, [(TaxMethod::PerRate, false), (TaxMethod::PerLine, false), (TaxMethod::PerRate, false), (TaxMethod::PerRate, true)]);
    shop.verify().await;
}

/// Currency, bank account, time zone and the like are checked; whoever may not manage the company changes nothing.
pub async fn a_profile_is_checked(harness: Harness) {
    let shop = harness.shop().await;
    let good = CompanyProfile::new(&Company::new("Acme", Currency::EUR), day("2026-01-01"), "Acme SL");
    let bad = |change: &dyn Fn(&mut CompanyProfile)| {
        let mut profile = good.clone();
        change(&mut profile);
        let session = shop.session.clone();
        async move { session.company_profiles().create(profile).await }
    };
    shop.refuses(Code::FieldInvalid, bad(&|p| p.currency = Currency::USD)).await;
    shop.refuses(Code::FieldInvalid, bad(&|p| p.iban = Some("ES9121000418450200051333".into()))).await;
    shop.refuses(Code::FieldInvalid, bad(&|p| p.legal_name = " ".into())).await;
    shop.refuses(Code::FieldInvalid, bad(&|p| p.time_zone = Some("Europe/ Madrid".into()))).await;
    shop.refuses(Code::FieldInvalid, bad(&|p| p.country = Some("Spain".into()))).await;
    shop.refuses(Code::FieldInvalid, bad(&|p| p.email = Some("acme".into()))).await;
    let (_, boss) = shop.operator("bob", &["boss"], &[]).await;
    shop.refuses(Code::AccessDenied, boss.company_profiles().create(good.clone())).await;
    let profile = shop.session.company_profiles().create(CompanyProfile { time_zone: Some("Europe/Madrid".into()), ..good }).await.unwrap();
    shop.session.company_profiles().delete(&profile).await.unwrap();
    assert_eq!(boss.company().profile_on(day("2026-06-01")).await.unwrap(), None);
    let first = Operator::with("x", "X", &["admin"], &[]);
    let error = shop.refuses(Code::ReferenceMissing, shop.crm.create_company(Company::new("Typo", Currency::EUR), first)).await;
    assert!(error.context("field") == Some("roles") && error.to_string().contains("administrator"), "{error}");
}
