//! How strictly a policy is enforced.

use crate::text_enum;

text_enum! {
    /// What happens to a price that a policy objects to.
    PolicyLevel {
        /// Nothing.
        Off = "off",
        /// It is said.
        Warn = "warn",
        /// It is refused, unless the caller has the right to it.
        Block = "block",
    }
}

text_enum! {
    /// What happens when a customer would go beyond their credit.
    CreditPolicy {
        /// Nothing is checked.
        Off = "off",
        /// It is done, and the answer says so.
        Warn = "warn",
        /// It is refused, unless a caller with the right overrides it.
        Block = "block",
    }
}
