//! The leak fuzzer: random companies, and everything that can be called, as everybody in them.
//!
//! Nothing here knows what an operation does. Operations are found in the facade's table, arguments are drawn from their schemas, and what may be seen
//! follows from the declarations of entities and an oracle of its own. Three things find a leak:
//!
//! - **Rows**: records that are listed, counted and looked up are those of the oracle, with the fields that it says.
//! - **Taint**: whatever is a customer's carries marks of its own; a reply with a mark of a customer out of reach, or of a hidden cost, tells of it.
//! - **Twins**: a second world of the same seed, ids and clock differs in what somebody may not see; the same calls give it the same replies, byte by
//!   byte. So filters, groups, sorts, sums, counts and errors are held to it without a word about them.
//!
//! Besides, some rules hold whoever sees what (`rules.rs`): limits, prices below what the company allows, reserved keys, fields that nobody gave.
//! After each act it is looked whether somebody reaches more than before, and on whose authority. What is no leak is said in one place
//! (`exempt.rs`), with the reason.
//!
//! A host runs it with its own roles:
//!
//! ```text
//! let fuzzer = Fuzzer::new().await;
//! let found = fuzzer.run(&Hunt::new(seed, Engine::Memory).with_roles(my_roles())).await;
//! assert!(found.leaks.is_empty(), "{}", found.leaks[0]);
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests: a failed expectation is a panic")]

mod api;
mod asks;
mod detect;
mod exempt;
mod ground;
mod hunt;
mod marks;
mod oracle;
mod rules;
mod twins;
mod world;

pub use ground::Engine;
pub use hunt::{Detector, Found, Fuzzer, Hunt, Leak};
