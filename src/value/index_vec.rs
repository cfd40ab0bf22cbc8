//! A shelf of things, each known by its number on it.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A number that only a register gives out. Declared with [`crate::newtype_index`].
pub trait Idx: Copy {
    /// From a place on the shelf.
    fn new(place: u32) -> Self;
    /// The place on the shelf.
    fn index(self) -> u32;
}

/// Declares an [`Idx`]: four bytes, and four bytes too inside an `Option`.
#[macro_export]
macro_rules! newtype_index {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::num::NonZeroU32);

        impl $crate::value::index_vec::Idx for $name {
            fn new(index: u32) -> Self {
                Self(std::num::NonZeroU32::MIN.saturating_add(index))
            }
            fn index(self) -> u32 {
                self.0.get().saturating_sub(1)
            }
        }
    };
}

/// A vector whose places are a type of their own. Things are added, never taken away, so a number given out by
/// [`IndexVec::push`] stays good.
#[derive(Clone, Debug)]
pub struct IndexVec<N, T> {
    values: Vec<T>,
    number: PhantomData<N>,
}

impl<N, T> Default for IndexVec<N, T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            number: PhantomData,
        }
    }
}

impl<N: Idx, T> IndexVec<N, T> {
    /// A register that holds `count` copies of one thing, to stand beside another of that length.
    pub fn from_elem(thing: T, count: usize) -> Self
    where
        T: Clone,
    {
        Self {
            values: vec![thing; count],
            number: PhantomData,
        }
    }

    /// Adds a thing and says its number.
    pub fn push(&mut self, thing: T) -> N {
        let number = self.next_index();
        self.values.push(thing);
        number
    }

    /// The number the next thing will get.
    pub fn next_index(&self) -> N {
        N::new(u32::try_from(self.values.len()).unwrap_or(u32::MAX))
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The things with their numbers, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (N, &T)> + ExactSizeIterator {
        self.values
            .iter()
            .enumerate()
            .map(|(place, thing)| (N::new(u32::try_from(place).unwrap_or(u32::MAX)), thing))
    }

    /// The things alone, in order.
    pub fn as_slice(&self) -> &[T] {
        &self.values
    }

    /// The things alone, to change them.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.values
    }
}

#[allow(
    clippy::indexing_slicing,
    reason = "a number comes from this register and nothing is ever taken out of it"
)]
impl<N: Idx, T> Index<N> for IndexVec<N, T> {
    type Output = T;
    fn index(&self, number: N) -> &T {
        &self.values[number.index() as usize]
    }
}

#[allow(clippy::indexing_slicing, reason = "as for Index")]
impl<N: Idx, T> IndexMut<N> for IndexVec<N, T> {
    fn index_mut(&mut self, number: N) -> &mut T {
        &mut self.values[number.index() as usize]
    }
}
