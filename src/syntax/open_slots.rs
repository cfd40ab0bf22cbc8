//! Keeps track of which slots of a keyword or a key have their argument while its arguments are read.

use super::table::Slot;
use crate::text::argument_form::SlotOwner;

/// The slots of a keyword or a key, and which of them have their argument already.
#[derive(Clone, Copy, Debug)]
pub struct OpenSlots {
    /// All slots, in the order of the table.
    pub slots: &'static [Slot],
    /// One bit for each slot that has its argument; the first slot has the lowest bit.
    pub filled: u32,
    /// The keyword or key that the slots belong to.
    pub owner: SlotOwner,
}

impl OpenSlots {
    /// Slots of which none has an argument yet.
    pub const fn new(slots: &'static [Slot], owner: SlotOwner) -> Self {
        Self {
            slots,
            filled: 0,
            owner,
        }
    }

    /// Whether the slot with this bit has its argument.
    pub const fn is_filled(&self, bit: u32) -> bool {
        self.filled & bit != 0
    }

    /// Every slot with its bit.
    pub fn with_bits(&self) -> impl Iterator<Item = (u32, &'static Slot)> + Clone + use<> {
        slots_with_bits(self.slots)
    }

    /// The slots that have their argument.
    pub fn filled(&self) -> impl Iterator<Item = &'static Slot> + use<> {
        self.with_state(true)
    }

    /// The slots that have no argument yet.
    pub fn waiting(&self) -> impl Iterator<Item = &'static Slot> + use<> {
        self.with_state(false)
    }

    /// The slots that can take an argument here. A clause that repeats has all its values behind one clause word, so it
    /// is not offered again.
    pub fn available(&self) -> impl Iterator<Item = &'static Slot> + use<> {
        let filled = self.filled;
        self.with_bits()
            .filter(move |(bit, slot)| {
                filled & bit == 0 || (slot.cardinality.is_repeatable() && slot.clause.is_none())
            })
            .map(|(_, slot)| slot)
    }

    /// The first required slot without an argument; `None` where nothing is missing.
    pub fn first_missing(&self) -> Option<&'static Slot> {
        self.waiting().find(|slot| slot.cardinality.is_required())
    }

    fn with_state(&self, is_filled: bool) -> impl Iterator<Item = &'static Slot> + use<> {
        let filled = self.filled;
        self.with_bits()
            .filter(move |(bit, _)| (filled & bit != 0) == is_filled)
            .map(|(_, slot)| slot)
    }
}

/// The slots with one bit each, from the lowest on. A table has far fewer than 32 slots.
pub fn slots_with_bits(
    slots: &'static [Slot],
) -> impl Iterator<Item = (u32, &'static Slot)> + Clone {
    let mut next = 1_u32;
    slots.iter().map(move |slot| {
        let bit = next;
        next = next.wrapping_shl(1);
        (bit, slot)
    })
}
