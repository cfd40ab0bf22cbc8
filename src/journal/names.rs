//! Who is who: each name gets a number the first time it is mentioned, and keeps it.

use super::slots::{Slots, Words};
use crate::value::register::Number;

/// Names and their numbers. Names that differ only in capitals are the same name.
#[derive(Debug, Default)]
pub struct Names {
    all: Words,
    slots: Slots,
}

impl Names {
    /// The number of a name, given out at its first mention.
    pub fn intern<N: Number>(&mut self, name: &str) -> N {
        N::from_place(self.slots.intern(name, &mut self.all))
    }

    /// The number of a name, if it was ever mentioned.
    pub fn find<N: Number>(&self, name: &str) -> Option<N> {
        self.slots.find(name, &self.all).map(N::from_place)
    }

    /// Makes ready for entries that will ask for these names, at most [`TOGETHER`] of them: where there are many names, each
    /// look-up would wait for memory.
    ///
    /// [`TOGETHER`]: super::slots::TOGETHER
    pub fn look_ahead<'w>(&self, names: impl Iterator<Item = &'w str>) {
        self.slots.look_ahead(names);
    }

    /// Whether it is worth to look ahead.
    pub const fn is_large(&self) -> bool {
        self.slots.is_large()
    }

    /// A name as it was first written.
    pub fn get<N: Number>(&self, number: N) -> &str {
        self.all.get(number.place())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len() as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
