//! How strictly a policy is enforced.

use crate::text_enum;

text_enum! {
    /// What happens when a policy is violated.
    PolicyLevel {
        /// Nothing.
        Off = "off",
        /// A warning is given.
        Warn = "warn",
        /// It is refused, unless the caller has the right to override.
        Block = "block",
    }
}

text_enum! {
    /// What happens when a customer would exceed its credit.
    CreditPolicy {
        /// Nothing is checked.
        Off = "off",
        /// It is allowed, with a warning in the answer.
        Warn = "warn",
        /// It is refused, unless a caller with the right overrides it.
        Block = "block",
    }
}
