//! Rows by pages, for acts on more rows than should be in memory at once.

use super::ActContext;
use crate::{
    entity::Record,
    error::Result,
    query::{Cursor, Select},
    storage::{LockKeys, Reads},
};

/// The rows of a list, page by page. The act may change rows meanwhile, but not their places in the list.
pub(crate) struct Pages {
    select: Select<Record>,
    after: Option<Cursor>,
    is_done: bool,
}

impl Pages {
    /// The pages of a list, each of its limit.
    pub(crate) fn of(select: Select<Record>) -> Self {
        Self { select, after: None, is_done: false }
    }

    /// The next page; none after the last.
    ///
    /// # Errors
    /// `storage.*`.
    pub(crate) async fn next(&mut self, context: &mut ActContext<'_>) -> Result<Option<Vec<Record>>> {
        if self.is_done {
            return Ok(None);
        }
        let mut select = self.select.clone();
        if let Some(cursor) = &self.after {
            select = select.after(cursor)?;
        }
        let mut reads = Reads::new();
        let ask = reads.page(select);
        let page = context.read(&LockKeys::none(), reads).await?.page(&ask)?;
        self.is_done = page.next.is_none();
        self.after = page.next;
        Ok(Some(page.items))
    }
}
