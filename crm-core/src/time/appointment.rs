//! Appointments.

use super::{Instant, LocalTime, Zones};
use crate::error::{Error, Result};
use chrono::Timelike;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

/// A time on the wall clock of a place. It stays what was agreed when the rules of its zone change; its instant follows from both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Appointment {
    /// What the wall clock shows, to the second or, when it is read, to the minute: `2026-03-29T02:30:00`.
    #[serde(deserialize_with = "to_the_second")]
    local: LocalTime,
    /// The name of the zone, such as `Europe/Madrid`.
    zone: String,
}

impl Appointment {
    /// A local time, to the second, in a zone by its name, such as `Europe/Madrid`.
    ///
    /// # Errors
    /// `field.invalid` with `field` = `local` if it has fractions of a second or is a leap second. The zone is checked where the instant is
    /// derived.
    pub fn new(local: LocalTime, zone: impl Into<String>) -> Result<Self> {
        Ok(Self { local: checked(local)?, zone: zone.into() })
    }

    /// The time that the wall clock shows.
    pub fn local(&self) -> LocalTime {
        self.local
    }

    /// The name of the zone.
    pub fn zone(&self) -> &str {
        &self.zone
    }

    /// The instant, by the zone's rules as the data has them now ([`Zone::instant_of`](super::Zone::instant_of)).
    ///
    /// # Errors
    /// As [`Zones::find`].
    pub fn instant(&self, zones: &Zones) -> Result<Instant> {
        Ok(zones.find(&self.zone)?.instant_of(self.local))
    }
}

fn to_the_second<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<LocalTime, D::Error> {
    let text = String::deserialize(from)?;
    let local = text.parse().or_else(|_| LocalTime::parse_from_str(&text, "%Y-%m-%dT%H:%M"));
    checked(local.map_err(D::Error::custom)?).map_err(D::Error::custom)
}

fn checked(local: LocalTime) -> Result<LocalTime> {
    if local.nanosecond() == 0 { Ok(local) } else { Err(Error::field("local", "is more precise than a second")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(local: &str) -> serde_json::Result<Appointment> {
        serde_json::from_value(serde_json::json!({"local": local, "zone": "+01:00"}))
    }

    #[test]
    fn an_appointment_is_read_and_written_to_the_second() {
        let appointment = read("2026-03-29T02:30:00").unwrap();
        assert_eq!(appointment, Appointment::new("2026-03-29T02:30:00".parse().unwrap(), "+01:00").unwrap());
        assert_eq!(serde_json::to_value(&appointment).unwrap(), serde_json::json!({"local": "2026-03-29T02:30:00", "zone": "+01:00"}));
        assert_eq!(appointment.instant(&Zones::none()).unwrap(), "2026-03-29T01:30:00Z".parse::<Instant>().unwrap());
        assert_eq!(read("2026-03-29T02:30").unwrap(), appointment);
        for refused in ["2026-03-29T02:30:00.5", "2026-06-30T23:59:60", "2026-03-29T02:30:00Z", "2026-03-29"] {
            assert!(read(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn an_unknown_zone_has_no_instant() {
        let appointment = Appointment::new("2026-03-29T02:30:00".parse().unwrap(), "Nowhere").unwrap();
        assert_eq!(appointment.instant(&Zones::none()).unwrap_err().context("field"), Some("zone"));
    }
}
