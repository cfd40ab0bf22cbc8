//! Words one behind the other, and a table that finds a word among them whatever its capitals.

/// Words as first written, each with a line end behind it. A word is known by its place in the row.
#[derive(Debug, Default)]
pub struct Words {
    text: String,
    ends: Vec<u32>,
}

impl Words {
    /// Adds a word, and says its place.
    pub fn push(&mut self, word: &str) -> u32 {
        let place = self.len();
        self.text.push_str(word);
        self.ends.push(self.end());
        self.text.push('\n');
        place
    }

    /// How many there are: the place that the next one gets.
    pub fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The word at a place; none where there is no such place.
    pub fn get(&self, place: u32) -> &str {
        let place = place as usize;
        let before = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let start = before.map_or(0, |end| *end as usize + 1);
        let end = self.ends.get(place).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    fn end(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    /// Whether these letters, and no more, stand at a place of the text.
    fn is_at(&self, start: u32, word: &str) -> bool {
        let known = self.text.as_bytes().get(start as usize..);
        let (word, known) = (word.as_bytes(), known.unwrap_or_default());
        let Some((known, behind)) = known.split_at_checked(word.len()) else {
            return false;
        };
        behind.first() == Some(&b'\n') && (known == word || known.eq_ignore_ascii_case(word))
    }
}

/// Finds words by their letters. It is asked, never walked, so no output depends on its order.
#[derive(Debug, Default)]
pub struct Slots {
    slots: Vec<Slot>,
    taken: usize,
}

/// A place in the table: the hash of a word, its place among the words, and where its letters begin; or nothing yet.
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

impl Slots {
    /// The place of a word, if it is in the table.
    pub fn find(&self, word: &str, words: &Words) -> Option<u32> {
        let slot = self.slots.get(self.seek(hash(word), word, words))?;
        (!slot.is_free()).then_some(slot.place)
    }

    /// The place of a word, which is added to the words where it is new.
    pub fn intern(&mut self, word: &str, words: &mut Words) -> u32 {
        // At most half of the slots are taken, so that a free one is always near.
        if self.slots.len() <= self.taken.saturating_mul(2) {
            self.make_room();
        }
        let hash = hash(word);
        let at = self.seek(hash, word, words);
        let (place, start) = (words.len(), words.end());
        match self.slots.get_mut(at) {
            Some(slot) if slot.is_free() => *slot = Slot { hash, place, start },
            Some(slot) => return slot.place,
            None => {}
        }
        self.taken = self.taken.saturating_add(1);
        words.push(word)
    }

    /// The slot of a word, or the free one where it belongs.
    fn seek(&self, hash: u32, word: &str, words: &Words) -> usize {
        let mut at = first(&self.slots, hash);
        while let Some(slot) = self.slots.get(at) {
            if slot.is_free() || slot.hash == hash && words.is_at(slot.start, word) {
                break;
            }
            at = next(&self.slots, at);
        }
        at
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
}

/// Where the slots of a hash begin. Their number is a power of two.
fn first(slots: &[Slot], hash: u32) -> usize {
    hash as usize & slots.len().saturating_sub(1)
}

/// The slot behind one, around the end.
const fn next(slots: &[Slot], at: usize) -> usize {
    at.saturating_add(1) & slots.len().saturating_sub(1)
}

/// A number for the letters of a word, without what tells capitals from small ones.
fn hash(word: &str) -> u32 {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let mut eights = word.as_bytes().chunks_exact(8);
    let mut sum = word.len() as u64;
    for eight in &mut eights {
        let letters = <[u8; 8]>::try_from(eight).map_or(0, u64::from_le_bytes);
        sum = mix(sum ^ (letters | SMALL));
    }
    let rest = eights.remainder().iter();
    let rest = rest.fold(0, |sum, letter| (sum << 8) | u64::from(*letter)) | SMALL;
    let [a, b, c, d, ..] = mix(sum ^ rest).to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// Both halves of a product depend on every bit of the factor: folded together they look drawn.
fn mix(number: u64) -> u64 {
    let product = u128::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let [low, high] = [product, product >> 64].map(|half| half & u128::from(u64::MAX));
    u64::try_from(low ^ high).unwrap_or(0)
}
