//! Who is who: each name gets a number the first time it is mentioned, and keeps it.

use crate::value::register::Number;

/// Names and their numbers. Names that differ only in capitals are the same name.
///
/// The only room with a hash table; it is asked, never walked, so no output depends on its order. A big journal asks
/// it millions of times, and what counts then is how far apart in memory it looks: four invoice numbers that follow
/// one another lie side by side, and the slot looked at next is the one beside.
#[derive(Debug, Default)]
pub struct Names {
    /// Every name as first written, each with a line end behind it.
    text: String,
    ends: Vec<u32>,
    slots: Vec<Slot>,
}

/// A place in the table: the hash of a name, its number, and where its letters begin; or nothing yet.
#[derive(Clone, Copy, Debug)]
struct Slot {
    hash: u32,
    place: u32,
    start: u32,
}

impl Slot {
    const fn is_free(self) -> bool {
        self.place == FREE.place
    }
}

const FREE: Slot = Slot {
    hash: 0,
    place: u32::MAX,
    start: 0,
};
const FIRST_SLOTS: usize = 64;

impl Names {
    /// The number of a name, given out at its first mention.
    pub fn intern<N: Number>(&mut self, name: &str) -> N {
        // At most half of the slots are taken, so that a free one is always near.
        if self.slots.len() <= self.ends.len().saturating_mul(2) {
            self.make_room();
        }
        let hash = hash(name);
        let at = self.seek(hash, name);
        let new = Slot {
            hash,
            place: u32::try_from(self.ends.len()).unwrap_or(u32::MAX),
            start: self.end(),
        };
        match self.slots.get_mut(at) {
            Some(slot) if slot.is_free() => *slot = new,
            Some(slot) => return N::from_place(slot.place),
            None => {}
        }
        self.text.push_str(name);
        self.ends.push(self.end());
        self.text.push('\n');
        N::from_place(new.place)
    }

    /// The number of a name, if it was ever mentioned.
    pub fn find<N: Number>(&self, name: &str) -> Option<N> {
        let slot = self.slots.get(self.seek(hash(name), name))?;
        (!slot.is_free()).then(|| N::from_place(slot.place))
    }

    fn end(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    /// The slot of a name, or the free one where it belongs.
    fn seek(&self, hash: u32, name: &str) -> usize {
        let mut at = first(&self.slots, hash);
        while let Some(slot) = self.slots.get(at) {
            if slot.is_free() || slot.hash == hash && self.is_at(slot.start, name) {
                break;
            }
            at = next(&self.slots, at);
        }
        at
    }

    /// Whether these letters, and no more, stand at a place of the text.
    fn is_at(&self, start: u32, name: &str) -> bool {
        let known = self.text.as_bytes().get(start as usize..);
        let (name, known) = (name.as_bytes(), known.unwrap_or_default());
        let Some((known, behind)) = known.split_at_checked(name.len()) else {
            return false;
        };
        behind.first() == Some(&b'\n') && (known == name || known.eq_ignore_ascii_case(name))
    }

    fn make_room(&mut self) {
        let more = self.slots.len().saturating_mul(2).max(FIRST_SLOTS);
        let before = std::mem::replace(&mut self.slots, vec![FREE; more]);
        for slot in before.into_iter().filter(|slot| !slot.is_free()) {
            let mut at = first(&self.slots, slot.hash);
            while self.slots.get(at).is_some_and(|taken| !taken.is_free()) {
                at = next(&self.slots, at);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = slot;
            }
        }
    }

    /// A name as it was first written.
    pub fn get<N: Number>(&self, number: N) -> &str {
        let place = number.place() as usize;
        let before = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let start = before.map_or(0, |end| *end as usize + 1);
        let end = self.ends.get(place).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// Where the slots of a hash begin. Their number is a power of two.
fn first(slots: &[Slot], hash: u32) -> usize {
    hash as usize & slots.len().saturating_sub(1)
}

/// The slot behind one, around the end.
const fn next(slots: &[Slot], at: usize) -> usize {
    at.saturating_add(1) & slots.len().saturating_sub(1)
}

/// A number for the letters of a name, without what tells capitals from small ones. The last two bits are those of
/// the last letter as they are.
fn hash(name: &str) -> u32 {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let (last, others) = name.as_bytes().split_last().unwrap_or((&0, &[]));
    let mut eights = others.chunks_exact(8);
    let mut sum = name.len() as u64;
    for eight in &mut eights {
        let letters = <[u8; 8]>::try_from(eight).map_or(0, u64::from_le_bytes);
        sum = mix(sum ^ (letters | SMALL));
    }
    let letters = eights.remainder().iter().chain([last]);
    let rest = letters.fold(0, |sum, letter| (sum << 8) | u64::from(*letter)) | SMALL;
    let [a, b, c, d, ..] = mix(sum ^ (rest >> 2)).to_le_bytes();
    (u32::from_le_bytes([a, b, c, d]) << 2) | u32::from(last & 3)
}

/// Both halves of a product depend on every bit of the factor: folded together they look drawn.
fn mix(number: u64) -> u64 {
    let product = u128::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let [low, high] = [product, product >> 64].map(|half| half & u128::from(u64::MAX));
    u64::try_from(low ^ high).unwrap_or(0)
}
