//! The slots of a keyword or a key while its arguments are read: which have their argument, and which wait for one.

use super::table::Slot;
use crate::text::argument_form::SlotOwner;

/// Slots, and which have their argument: at any place of a line this is what may still stand there.
#[derive(Clone, Copy, Debug)]
pub struct OpenSlots {
    /// All of them, in the order of the table.
    pub slots: &'static [Slot],
    /// A bit for each that has its argument, the first slot the lowest.
    pub filled: u32,
    /// Whose they are.
    pub owner: SlotOwner,
}

impl OpenSlots {
    /// Slots of which none has its argument.
    pub const fn new(slots: &'static [Slot], owner: SlotOwner) -> Self {
        Self {
            slots,
            filled: 0,
            owner,
        }
    }

    /// Whether the slot of a bit has its argument.
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

    /// The slots that wait for their argument.
    pub fn waiting(&self) -> impl Iterator<Item = &'static Slot> + use<> {
        self.with_state(false)
    }

    /// The slots that may take one more argument here. Behind a clause word all its arguments follow at once, so that
    /// it stands once.
    pub fn available(&self) -> impl Iterator<Item = &'static Slot> + use<> {
        let filled = self.filled;
        self.with_bits()
            .filter(move |(bit, slot)| {
                filled & bit == 0 || (slot.cardinality.is_repeatable() && slot.clause.is_none())
            })
            .map(|(_, slot)| slot)
    }

    /// The first slot that must have an argument and has none.
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

/// Slots, each with a bit of its own: a table has far fewer than 32.
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
