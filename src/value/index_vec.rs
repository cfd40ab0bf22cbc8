//! A vector with an index type of its own, so that an index of one vector cannot be used for another.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// An index into an [`IndexVec`]. Declared with [`crate::newtype_index`].
pub trait Idx: Copy {
    /// The index of a position, from 0.
    fn new(place: u32) -> Self;
    /// The position, from 0.
    fn index(self) -> u32;
}

/// Declares an index type of four bytes, which also takes four bytes inside an `Option`.
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

/// A vector whose index type is `N`. Elements are only added, so an index that [`IndexVec::push`] returned stays valid.
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
    /// A vector of `count` copies of one element.
    pub fn from_elem(thing: T, count: usize) -> Self
    where
        T: Clone,
    {
        Self {
            values: vec![thing; count],
            number: PhantomData,
        }
    }

    /// Appends an element and returns its index.
    pub fn push(&mut self, thing: T) -> N {
        let number = self.next_index();
        self.values.push(thing);
        number
    }

    /// The index that the next element will get.
    pub fn next_index(&self) -> N {
        N::new(u32::try_from(self.values.len()).unwrap_or(u32::MAX))
    }

    /// The number of elements.
    pub const fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are no elements.
    pub const fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The elements with their indices, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (N, &T)> + ExactSizeIterator {
        self.values
            .iter()
            .enumerate()
            .map(|(place, thing)| (N::new(u32::try_from(place).unwrap_or(u32::MAX)), thing))
    }

    /// The elements alone, in order.
    pub fn as_slice(&self) -> &[T] {
        &self.values
    }

    /// The elements alone, in order and mutable.
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
