//! How a host works with the library: one [`Crm`] per process, a [`Session`] per principal; and how an act runs on the principal's behalf.

mod pages;
mod run;
mod session;
mod shares;

pub(crate) use pages::Pages;
pub(crate) use run::digest_of;
pub use run::{Act, ActContext, Answer, Empty, Plan, Request, Subject};
pub use session::{Crm, Session};
