//! Lists of values by an index, such as the entries of each customer, all in one vector.

use super::index_vec::{Idx, IndexVec};

/// A list of values for each index of an [`IndexVec`].
#[derive(Clone, Debug)]
pub struct IndexLists<N, T> {
    /// Where the list of each index ends in `values`; it starts where that of the index before it ends.
    ends: IndexVec<N, u32>,
    values: Vec<T>,
}

impl<N: Idx, T: Copy> IndexLists<N, T> {
    /// Sorts values by their indices, all below `count`. Each list keeps the order of the pairs. Takes time in
    /// proportion to pairs and indices.
    ///
    /// ```
    /// use tegoed::value::index_lists::IndexLists;
    /// use tegoed::value::index_vec::Idx;
    /// tegoed::newtype_index! {
    ///     /// A customer.
    ///     CustomerIx
    /// }
    /// let [anna, bert] = [CustomerIx::new(0), CustomerIx::new(1)];
    /// let letters = IndexLists::from_pairs(2, &[(bert, "first"), (anna, "only"), (bert, "second")]);
    /// assert_eq!(letters.get(anna), ["only"]);
    /// assert_eq!(letters.get(bert), ["first", "second"]);
    /// ```
    pub fn from_pairs(count: usize, pairs: &[(N, T)]) -> Self {
        let mut ends = IndexVec::from_elem(0_u32, count);
        for (index, _) in pairs {
            ends[*index] = ends[*index].saturating_add(1);
        }
        let mut start = 0_u32;
        for end in ends.as_mut_slice() {
            let length = std::mem::replace(end, start);
            start = start.saturating_add(length);
        }
        // What ends a list is first its start, and moves by one with every value put into it.
        let mut values: Vec<T> = pairs.iter().map(|(_, value)| *value).collect();
        for (index, value) in pairs {
            let end = &mut ends[*index];
            if let Some(slot) = values.get_mut(*end as usize) {
                *slot = *value;
            }
            *end = end.saturating_add(1);
        }
        Self { ends, values }
    }

    /// The values of an index, in the order in which they were given.
    pub fn get(&self, index: N) -> &[T] {
        let before = index.index().checked_sub(1);
        let start = before.map_or(0, |before| self.ends[N::new(before)]);
        let list = start as usize..self.ends[index] as usize;
        self.values.get(list).unwrap_or_default()
    }
}
