//! Numeric cases of other systems, driven through the public interface. Their form is described in `tests/vectors/README.md`; a case whose
//! operation or expectation is not known fails.

pub mod costing;
pub mod profit;
pub mod receivables;
pub mod tax;

use crate::harness::Harness;
use crm_core::num::Decimal;
use serde_json::Value as Json;

/// Runs a case, in a company of its own, by the area that its operations belong to.
///
/// # Errors
/// What differs from the expectations, or is not known.
pub async fn run(case: &Json, harness: &Harness) -> Result<(), String> {
    let steps = list(&case["steps"]);
    let has = |operations: &[&str]| steps.iter().any(|step| operations.contains(&step["op"].as_str().unwrap_or_default()));
    match () {
        () if steps.iter().any(|step| step["lines"].is_array()) => tax::run(case, harness).await,
        () if has(&["sale", "return"]) => profit::run(case, harness).await,
        () if has(&["invoice", "credit_note", "pay"]) => receivables::run(case, harness).await,
        () if steps.iter().all(|step| costing::OPERATIONS.contains(&step["op"].as_str().unwrap_or_default())) => costing::run(case, harness).await,
        () => Err(format!("no area knows the operations of {steps:?}")),
    }
}

/// A text of a case.
///
/// # Errors
/// If it is not there.
pub fn text<'j>(json: &'j Json, key: &str) -> Result<&'j str, String> {
    json[key].as_str().ok_or_else(|| format!("`{key}` is missing in {json}"))
}

/// A number of a case, which stands there as text.
///
/// # Errors
/// If it is not there or no number.
pub fn decimal(json: &Json, key: &str) -> Result<Decimal, String> {
    text(json, key)?.parse().map_err(|_| format!("`{key}` is no number in {json}"))
}

/// A list of a case; nothing is an empty one.
pub fn list(json: &Json) -> &[Json] {
    json.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The expectations of a case, as they are checked.
#[derive(Default)]
pub struct Case {
    wrong: Vec<String>,
}

impl Case {
    /// Notes whether a figure is the expected one. A unit cost or a margin agrees when it rounds, halves away from zero, to the printed digits;
    /// every other figure must be equal.
    ///
    /// # Errors
    /// If the expectation is unreadable.
    pub fn equal(&mut self, expected: &Json, found: Option<Decimal>) -> Result<(), String> {
        let wanted = if expected["value"].is_null() || expected["value"] == "null" { None } else { Some(decimal(expected, "value")?) };
        let is_ratio = matches!(expected["what"].as_str(), Some("unit_cost" | "margin"));
        let digits = wanted.map_or(0, |wanted| wanted.scale());
        let rounded = |value: Decimal| crm_core::num::rounding::to_scale(value, digits, crm_core::num::RoundingMode::HalfUp);
        let found = if is_ratio { found.map(rounded) } else { found };
        if wanted != found {
            self.wrong.push(format!("{expected}: found {found:?}"));
        }
        Ok(())
    }

    /// The end of a case.
    ///
    /// # Errors
    /// What differs.
    pub fn end(self) -> Result<(), String> {
        if self.wrong.is_empty() { Ok(()) } else { Err(self.wrong.join("; ")) }
    }
}
