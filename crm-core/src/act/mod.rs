//! How a host works with the library: [`Crm`] once a process, a [`Session`] for each principal; and how an act runs on its behalf.

mod run;
mod session;
mod shares;

pub(crate) use run::digest_of;
pub use run::{Act, ActContext, Answer, Empty, Plan, Request, Subject};
pub use session::{Crm, Session};
