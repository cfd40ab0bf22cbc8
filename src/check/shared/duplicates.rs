//! Finds what occurs more than once among very many, by a hash of its letters.

use rustc_hash::FxHasher;
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

/// A number for a thing. Equal numbers only hint at equal things.
pub fn hash_value(thing: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    thing.hash(&mut hasher);
    hasher.finish()
}

/// The numbers that occur more than once. To sort a million numbers is quick; to look a million things up is not.
pub fn repeated_values<H: Copy + Ord>(mut hints: Vec<H>) -> BTreeSet<H> {
    hints.sort_unstable();
    let pairs = hints.windows(2);
    pairs
        .filter_map(|pair| match pair {
            [one, other] if one == other => Some(*one),
            _ => None,
        })
        .collect()
}
