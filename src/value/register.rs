//! A shelf of things, each known by its number on it.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A number that only a register gives out. Declared with [`crate::numbered`].
pub trait Number: Copy {
    /// From a place on the shelf.
    fn from_place(place: u32) -> Self;
    /// The place on the shelf.
    fn place(self) -> u32;
}

/// Declares a [`Number`]: four bytes, and four bytes too inside an `Option`.
#[macro_export]
macro_rules! numbered {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::num::NonZeroU32);

        impl $crate::value::register::Number for $name {
            fn from_place(place: u32) -> Self {
                Self(std::num::NonZeroU32::MIN.saturating_add(place))
            }
            fn place(self) -> u32 {
                self.0.get().saturating_sub(1)
            }
        }
    };
}

/// A vector whose places are a type of their own. Things are added, never taken away, so a number given out by
/// [`Register::push`] stays good.
#[derive(Clone, Debug)]
pub struct Register<N, T> {
    things: Vec<T>,
    number: PhantomData<N>,
}

impl<N, T> Default for Register<N, T> {
    fn default() -> Self {
        Self {
            things: Vec::new(),
            number: PhantomData,
        }
    }
}

impl<N: Number, T> Register<N, T> {
    /// A register that holds `count` copies of one thing, to stand beside another of that length.
    pub fn filled(thing: T, count: usize) -> Self
    where
        T: Clone,
    {
        Self {
            things: vec![thing; count],
            number: PhantomData,
        }
    }

    /// Adds a thing and says its number.
    pub fn push(&mut self, thing: T) -> N {
        let number = self.next();
        self.things.push(thing);
        number
    }

    /// The number the next thing will get.
    pub fn next(&self) -> N {
        N::from_place(u32::try_from(self.things.len()).unwrap_or(u32::MAX))
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.things.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    /// The things with their numbers, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (N, &T)> + ExactSizeIterator {
        self.things.iter().enumerate().map(|(place, thing)| {
            (
                N::from_place(u32::try_from(place).unwrap_or(u32::MAX)),
                thing,
            )
        })
    }

    /// The things alone, in order.
    pub fn as_slice(&self) -> &[T] {
        &self.things
    }

    /// The things alone, to change them.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.things
    }
}

#[allow(
    clippy::indexing_slicing,
    reason = "a number comes from this register and nothing is ever taken out of it"
)]
impl<N: Number, T> Index<N> for Register<N, T> {
    type Output = T;
    fn index(&self, number: N) -> &T {
        &self.things[number.place() as usize]
    }
}

#[allow(clippy::indexing_slicing, reason = "as for Index")]
impl<N: Number, T> IndexMut<N> for Register<N, T> {
    fn index_mut(&mut self, number: N) -> &mut T {
        &mut self.things[number.place() as usize]
    }
}
