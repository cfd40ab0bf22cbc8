//! Who is who: each name gets a number the first time it is mentioned, and keeps it.

use super::intern_table::{InternTable, StringPool};
use crate::value::index_vec::Idx;

/// Names and their numbers. Names that differ only in capitals are the same name.
#[derive(Debug, Default)]
pub struct CustomerIds {
    pool: StringPool,
    table: InternTable,
}

impl CustomerIds {
    /// The number of a name, given out at its first mention.
    pub fn intern<N: Idx>(&mut self, name: &str) -> N {
        N::new(self.table.intern(name, &mut self.pool))
    }

    /// The number of a name, if it was ever mentioned.
    pub fn index_of<N: Idx>(&self, name: &str) -> Option<N> {
        self.table.index_of(name, &self.pool).map(N::new)
    }

    /// Makes ready for entries that will ask for these names, at most `PREFETCH_COUNT` of them: where there are many names, each
    /// look-up would wait for memory.
    pub fn prefetch<'w>(&self, names: impl Iterator<Item = &'w str>) {
        self.table.prefetch(names);
    }

    /// Whether it is worth to look ahead.
    pub const fn is_large(&self) -> bool {
        self.table.is_large()
    }

    /// A name as it was first written.
    pub fn get<N: Idx>(&self, number: N) -> &str {
        self.pool.get(number.index())
    }
}
