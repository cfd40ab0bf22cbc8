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

/// The numbers that occur more than once. Nearly all occur once, and only those that fall into a slot with another are
/// sorted (90,000 bank references: 3.2 million instructions, 14.2 where all are sorted).
pub fn repeated_values(mut hints: Vec<u64>) -> BTreeSet<u64> {
    let slots = Slots::for_count(hints.len());
    let mut counts = vec![0_u8; slots.count()];
    for hint in &hints {
        if let Some(count) = counts.get_mut(slots.slot_of(*hint)) {
            *count = count.saturating_add(1);
        }
    }
    hints.retain(|hint| {
        counts
            .get(slots.slot_of(*hint))
            .is_some_and(|count| *count > 1)
    });
    hints.sort_unstable();
    let pairs = hints.windows(2);
    pairs
        .filter_map(|pair| match pair {
            [one, other] if one == other => Some(*one),
            _ => None,
        })
        .collect()
}

/// Slots for some numbers, about eight for each: a power of two of them.
#[derive(Clone, Copy)]
struct Slots {
    bits: u32,
}

impl Slots {
    fn for_count(count: usize) -> Self {
        let eight_each = count.saturating_mul(8).checked_next_power_of_two();
        Self {
            bits: eight_each.map_or(16, usize::trailing_zeros).clamp(4, 28),
        }
    }

    const fn count(self) -> usize {
        1 << self.bits
    }

    /// The slot of a number: the high bits of a product with an odd number, which every bit of it moves.
    fn slot_of(self, hint: u64) -> usize {
        let high = hint.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 64_u32.saturating_sub(self.bits);
        usize::try_from(high).unwrap_or_default()
    }
}
