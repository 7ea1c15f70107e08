//! Days of the principal: whose time zone they are in, and which zones there are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

use crate::harness::{Harness, Shop, day};
use crm_core::{
    Code, Result,
    access::Principal,
    company::CompanyProfile,
    session::{Crm, Session},
    time::{BundledZones, ZoneSource},
};
use std::{borrow::Cow, sync::Arc};

fn principal(shop: &Shop, zone: Option<&str>) -> Principal {
    Principal { zone: zone.map(str::to_owned), ..Principal::operator(shop.admin) }
}

async fn open(shop: &Shop, zone: Option<&str>) -> Result<Session<'static>> {
    shop.crm.act_as(shop.company, principal(shop, zone)).await
}

/// A host with data of its own, which has one zone.
struct OneZone;

impl ZoneSource for OneZone {
    fn tzif(&self, name: &str) -> Option<Cow<'_, [u8]>> {
        (name == "Office").then(|| BundledZones.tzif("Asia/Tokyo").unwrap())
    }
    fn version(&self) -> Option<Cow<'_, str>> {
        Some("of one".into())
    }
}

/// At one instant it is yesterday for one principal and tomorrow for another. A session keeps its zone when rights change.
pub async fn today_is_that_of_the_principal(harness: Harness) {
    let shop = harness.shop().await;
    let sessions = [None, Some("UTC"), Some("America/Los_Angeles"), Some("Pacific/Kiritimati"), Some("Asia/Calcutta"), Some("-09:30")];
    let mut days = Vec::new();
    harness.clock.set("2026-01-05T09:15:00Z".parse().unwrap());
    for zone in sessions {
        let session = open(&shop, zone).await.unwrap();
        assert_eq!(session.zone().name(), zone.unwrap_or("UTC"));
        days.push((session.today(), session));
    }
    let today: Vec<_> = days.iter().map(|(today, _)| today.to_string()).collect();
    assert_eq!(today, ["2026-01-05", "2026-01-05", "2026-01-05", "2026-01-05", "2026-01-05", "2026-01-04"]);
    harness.clock.set("2026-01-05T10:00:00Z".parse().unwrap());
    let today: Vec<_> = days.iter().map(|(_, session)| session.today().to_string()).collect();
    assert_eq!(today, ["2026-01-05", "2026-01-05", "2026-01-05", "2026-01-06", "2026-01-05", "2026-01-05"]);
    let (_, kiritimati) = &days[3];
    shop.operator("eva", &["boss"], &[]).await;
    kiritimati.customers().list().fetch().await.unwrap();
    assert_eq!((kiritimati.zone().name(), kiritimati.today()), ("Pacific/Kiritimati", day("2026-01-06")));
}

/// A principal without a time zone has that of the company's profile in force; a session that is open keeps its own.
pub async fn a_principal_without_a_zone_has_that_of_the_company(harness: Harness) {
    let shop = harness.shop().await;
    let company = shop.session.company().get(shop.company).await.unwrap();
    for (from, zone) in [("2025-01-01", Some("Asia/Shanghai")), ("2026-01-01", Some("Pacific/Auckland")), ("2027-01-01", None)] {
        let profile = CompanyProfile { time_zone: zone.map(str::to_owned), ..CompanyProfile::new(&company, day(from), "Acme") };
        shop.session.company_profiles().create(profile).await.unwrap();
    }
    harness.clock.set("2026-01-05T12:00:00Z".parse().unwrap());
    let auckland = open(&shop, None).await.unwrap();
    assert_eq!((auckland.zone().name(), auckland.today()), ("Pacific/Auckland", day("2026-01-06")));
    assert_eq!(open(&shop, Some("UTC")).await.unwrap().today(), day("2026-01-05"));
    assert_eq!(shop.session.zone().name(), "UTC");
    harness.clock.set("2027-01-05T12:00:00Z".parse().unwrap());
    assert_eq!((open(&shop, None).await.unwrap().zone().name(), auckland.zone().name()), ("UTC", "Pacific/Auckland"));
}

/// An unknown time zone is never UTC instead. The data is the host's own, if it gives some.
pub async fn an_unknown_zone_opens_no_session(harness: Harness) {
    let shop = harness.shop().await;
    for zone in ["Mars/Olympus", "europe/madrid", "../etc/localtime", "Etc/Unknown", "", "+25:00"] {
        let error = open(&shop, Some(zone)).await.err().unwrap();
        assert_eq!((error.code(), error.context("field"), error.context("value")), (Code::FieldInvalid, Some("zone"), Some(zone)), "{error}");
    }
    for (locale, is_one) in [("es-MX", true), ("zh-Hans-CN", true), ("español", false), ("es_MX", false), ("", false)] {
        let principal = Principal { locale: Some(locale.to_owned()), ..principal(&shop, None) };
        let opened = shop.crm.act_as(shop.company, principal).await;
        assert_eq!(
            opened.as_ref().err().map(|e| (e.code(), e.context("field"))),
            (!is_one).then_some((Code::FieldInvalid, Some("locale"))),
            "{locale}"
        );
    }
    let of_host: Crm<'_> = shop.crm.clone().with_zones(Arc::new(OneZone));
    let session = of_host.act_as(shop.company, principal(&shop, Some("Office"))).await.unwrap();
    harness.clock.set("2026-01-05T15:00:00Z".parse().unwrap());
    assert_eq!((session.today(), of_host.zones().version().as_deref()), (day("2026-01-06"), Some("of one")));
    let error = of_host.act_as(shop.company, principal(&shop, Some("Europe/Madrid"))).await.err().unwrap();
    assert!(error.code() == Code::FieldInvalid && error.to_string().contains("of one"), "{error}");
}

/// A profile names a time zone that the library knows; what is stored stays as it is when the data is exchanged.
pub async fn a_profile_has_a_known_zone(harness: Harness) {
    let shop = harness.shop().await;
    let company = shop.session.company().get(shop.company).await.unwrap();
    let with = |from: &str, zone: &str| CompanyProfile { time_zone: Some(zone.to_owned()), ..CompanyProfile::new(&company, day(from), "Acme") };
    let profiles = shop.session.company_profiles();
    for zone in ["Mars/Olympus", "Europe/ Madrid", "europe/madrid", ""] {
        let error = shop.refuses(Code::FieldInvalid, profiles.create(with("2026-01-01", zone))).await;
        assert_eq!(error.context("field"), Some("time_zone"), "{error}");
    }
    let many = vec![with("2026-01-01", "Europe/Madrid"), with("2026-02-01", "Mars/Olympus")];
    let error = shop.refuses(Code::FieldInvalid, profiles.create_many(many)).await;
    assert_eq!((error.context("field"), error.context("index")), (Some("time_zone"), Some("1")));
    let mut stored = profiles.create(with("2026-01-01", "Europe/Madrid")).await.unwrap();
    let session = shop.crm.clone().with_zones(Arc::new(OneZone)).act_as(shop.company, principal(&shop, Some("UTC"))).await.unwrap();
    stored.city = Some("Madrid".into());
    let stored = session.company_profiles().update(&stored).await.unwrap();
    let mut moved = stored.clone();
    moved.time_zone = Some("Europe/Paris".into());
    shop.refuses(Code::FieldInvalid, session.company_profiles().update(&moved)).await;
    let error = shop.crm.clone().with_zones(Arc::new(OneZone)).act_as(shop.company, principal(&shop, None)).await.err().unwrap();
    assert_eq!((error.code(), error.context("field")), (Code::FieldInvalid, Some("time_zone")));
}
