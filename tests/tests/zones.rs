//! Time zones: the days of every zone of the bundled data, and what is known of some.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests: a failed expectation is a panic")]

use chrono::{Duration, NaiveDate, NaiveDateTime};
use crm_core::time::{Appointment, BundledZones, Day, Instant, Zone, ZoneSource, Zones};
use crm_tests::harness::day;
use std::collections::BTreeMap;

const MICROSECOND: Duration = Duration::microseconds(1);

fn zone(name: &str) -> Zone {
    Zones::default().find(name).unwrap()
}

fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn minutes(zone: &Zone, on: &str) -> i64 {
    let interval = zone.interval(day(on));
    (interval.end - interval.start).num_minutes()
}

/// Every day from 2000 to 2037, in every zone: days follow each other without gap or overlap, and both ends of a day are in it. Zones with the same
/// data are one.
#[test]
fn days_of_every_zone_partition_the_line() {
    let mut zones: BTreeMap<Vec<u8>, &str> = BTreeMap::new();
    for name in BundledZones::names() {
        zones.entry(BundledZones.tzif(name).unwrap().into_owned()).or_insert(name);
    }
    assert!(zones.len() > 300, "{}", zones.len());
    let zones: Vec<&str> = zones.into_values().collect();
    let empty: Vec<Vec<(&str, Day)>> = std::thread::scope(|scope| {
        let halves = zones.chunks(zones.len().div_ceil(2)).map(|half| scope.spawn(|| half.iter().flat_map(|name| empty_days(name)).collect()));
        halves.collect::<Vec<_>>().into_iter().map(|half| half.join().unwrap()).collect()
    });
    let mut empty = empty.concat();
    empty.sort_unstable();
    assert_eq!(empty, [("Pacific/Apia", day("2011-12-30")), ("Pacific/Fakaofo", day("2011-12-30"))]);
}

/// The days that a zone skips; the others are checked.
fn empty_days(name: &'static str) -> Vec<(&'static str, Day)> {
    let (zone, last) = (zone(name), day("2037-12-31"));
    let mut empty = Vec::new();
    let mut start = zone.start_of(day("2000-01-01"));
    for today in day("2000-01-01").iter_days().take_while(|today| *today <= last) {
        let interval = zone.interval(today);
        assert_eq!(interval.start, start, "{name} {today}");
        start = interval.end;
        if interval.is_empty() {
            assert_eq!(interval.start, interval.end, "{name} {today}");
            empty.push((name, today));
            continue;
        }
        assert_eq!(zone.day_of(interval.start), today, "{name} {today}");
        assert_eq!(zone.day_of(interval.end - MICROSECOND), today, "{name} {today}");
        assert_eq!(zone.local(interval.start).date(), today, "{name} {today}");
        assert!(zone.local(interval.start - MICROSECOND).date() < today, "{name} {today}");
    }
    empty
}

/// Samoa crossed the date line: it has no 2011-12-30, and nobody's item is in it.
#[test]
fn a_skipped_day_is_empty() {
    let apia = zone("Pacific/Apia");
    assert_eq!(apia.interval(day("2011-12-29")).end, instant("2011-12-30T10:00:00Z"));
    assert!(apia.interval(day("2011-12-30")).is_empty());
    assert_eq!(apia.start_of(day("2011-12-31")), instant("2011-12-30T10:00:00Z"));
    assert_eq!(apia.day_of(instant("2011-12-30T09:59:59Z")), day("2011-12-29"));
    assert_eq!(apia.day_of(instant("2011-12-30T10:00:00Z")), day("2011-12-31"));
    assert_eq!(apia.local(apia.instant_of(local("2011-12-30 12:00"))), local("2011-12-31 12:00"));
}

/// Where clocks skip midnight the day begins at one; where they repeat the hour before it, the day before has 25 hours.
#[test]
fn a_day_begins_where_midnight_is_skipped() {
    for (name, on, start) in [
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
        ("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z"),
        ("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"),
    ] {
        let zone = zone(name);
        assert_eq!(zone.start_of(day(on)), instant(start), "{name}");
        assert_eq!(zone.local(instant(start)), day(on).and_hms_opt(1, 0, 0).unwrap(), "{name}");
        assert_eq!(minutes(&zone, on), 1380, "{name}");
        assert_eq!(zone.instant_of(day(on).and_hms_opt(0, 30, 0).unwrap()), instant(start) + Duration::minutes(30), "{name}");
    }
    assert_eq!(minutes(&zone("America/Sao_Paulo"), "2018-02-17"), 1500);
    assert_eq!(minutes(&zone("Africa/Cairo"), "2026-10-29"), 1500);
}

/// Newfoundland set its clocks back at one past midnight until 2011: the day that has begun is not left again, and it has the repeated hour.
#[test]
fn a_day_that_began_does_not_end_when_clocks_go_back() {
    let newfoundland = zone("America/St_Johns");
    let midnight = instant("2010-11-07T02:30:00Z");
    assert_eq!(newfoundland.start_of(day("2010-11-07")), midnight);
    assert_eq!(newfoundland.local(midnight + Duration::minutes(30)), local("2010-11-06 23:30"));
    assert_eq!(newfoundland.day_of(midnight + Duration::minutes(30)), day("2010-11-07"));
    assert_eq!(newfoundland.day_of(midnight - MICROSECOND), day("2010-11-06"));
    assert_eq!((minutes(&newfoundland, "2010-11-06"), minutes(&newfoundland, "2010-11-07")), (1440, 1500));
}

/// A skipped time moves forward by what is skipped, of a repeated one the first counts; Lord Howe moves its clocks by half an hour.
#[test]
fn skipped_times_move_forward_and_repeated_ones_are_the_first() {
    for (name, wall, at) in [
        ("Europe/Madrid", "2026-03-29 02:30", "2026-03-29T01:30:00Z"),
        ("Europe/Madrid", "2026-10-25 02:30", "2026-10-25T00:30:00Z"),
        ("Europe/Madrid", "2026-07-01 12:00", "2026-07-01T10:00:00Z"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:45:00Z"),
        ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z"),
        ("Asia/Kathmandu", "2026-01-05 12:00", "2026-01-05T06:15:00Z"),
        // The hour before the last change that the data lists.
        ("America/Nuuk", "2023-10-28 23:30", "2023-10-29T01:30:00Z"),
    ] {
        assert_eq!(zone(name).instant_of(local(wall)), instant(at), "{name} {wall}");
        let appointment = Appointment::new(local(wall), name).unwrap();
        assert_eq!(appointment.instant(&Zones::default()).unwrap(), instant(at), "{name} {wall}");
    }
    let lord_howe = zone("Australia/Lord_Howe");
    assert_eq!(lord_howe.local(instant("2026-10-03T15:45:00Z")), local("2026-10-04 02:45"));
    assert_eq!((minutes(&lord_howe, "2026-10-04"), minutes(&lord_howe, "2026-04-05")), (1410, 1470));
    assert_eq!((minutes(&zone("Europe/Madrid"), "2026-03-29"), minutes(&zone("Europe/Madrid"), "2026-10-25")), (1380, 1500));
}

/// The bundled data has the rules of autumn 2026: Morocco stays at +00 from 2026-09-20, and Alberta at -06.
#[test]
fn the_data_is_of_2026() {
    assert!(Zones::default().version().unwrap().as_str() >= "2026f");
    let noon = |name, on: &str| zone(name).instant_of(day(on).and_hms_opt(12, 0, 0).unwrap()).time();
    let at = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    assert_eq!((noon("Africa/Casablanca", "2026-09-19"), noon("Africa/Casablanca", "2026-09-21")), (at(11), at(12)));
    assert_eq!((noon("Africa/Casablanca", "2027-02-01"), noon("Africa/Casablanca", "2027-07-01")), (at(12), at(12)));
    assert_eq!((noon("America/Edmonton", "2026-12-15"), noon("America/Edmonton", "2027-07-01")), (at(18), at(18)));
}

#[test]
fn old_names_are_names() {
    let at = instant("2026-01-05T20:00:00Z");
    for (old, new) in
        [("Asia/Calcutta", "Asia/Kolkata"), ("America/Godthab", "America/Nuuk"), ("Europe/Kiev", "Europe/Kyiv"), ("GB", "Europe/London")]
    {
        assert_eq!(zone(old).local(at), zone(new).local(at), "{old}");
        assert_eq!(zone(old).name(), old);
    }
}

/// Beyond the years that rules cover, the offset at their end is kept; at the ends of what a day or an instant can be there is no overflow.
#[test]
fn years_beyond_the_rules_keep_the_last_offset() {
    let madrid = zone("Europe/Madrid");
    let far = NaiveDate::from_ymd_opt(20_000, 7, 1).unwrap();
    assert_eq!(madrid.start_of(far), (far.and_hms_opt(0, 0, 0).unwrap() - Duration::hours(1)).and_utc());
    assert_eq!(madrid.day_of(madrid.start_of(far)), far);
    assert_eq!(madrid.day_of(madrid.start_of(far) - MICROSECOND), far - Duration::days(1));
    for name in ["Europe/Madrid", "America/St_Johns", "UTC", "+14:00", "-12:00"] {
        let zone = zone(name);
        assert_eq!(zone.interval(Day::MAX).end, Instant::MAX_UTC, "{name}");
        assert!(zone.start_of(Day::MIN) < zone.start_of(Day::MAX), "{name}");
        assert!(zone.day_of(Instant::MIN_UTC) < zone.day_of(Instant::MAX_UTC), "{name}");
        assert!(zone.instant_of(NaiveDateTime::MIN) < zone.instant_of(NaiveDateTime::MAX), "{name}");
    }
}
