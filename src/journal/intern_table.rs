//! Words one behind the other, and a table that finds a word among them whatever its capitals.

/// Words as first written, each with a line end behind it. A word is known by its place in the row.
#[derive(Debug, Default)]
pub struct StringPool {
    text: String,
    ends: Vec<u32>,
}

impl StringPool {
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
}

/// Finds words by their letters. It is asked, never walked, so no output depends on its order.
#[derive(Debug, Default)]
pub struct InternTable {
    slots: Vec<InternSlot>,
    taken: usize,
}

/// A place in the table: what a word is found by, and its place among the words; or nothing yet. Nearly every word is
/// found in its slot, without a look at the words: a big journal asks for names at random, and every look at another
/// place of a large memory takes as long as hundreds of steps. For the same reason a slot is small.
#[derive(Clone, Copy, Debug)]
struct InternSlot {
    key: InternKey,
    place: u32,
}

impl InternSlot {
    const fn is_free(self) -> bool {
        self.place == FREE.place
    }
}

const FREE: InternSlot = InternSlot {
    key: InternKey([0; LETTERS]),
    place: u32::MAX,
};
const FIRST_SLOTS: usize = 64;

/// A table of so many slots lies in the cache of a processor.
const NEAR_SLOTS: usize = 1 << 15;

/// So many words at most are looked up together.
pub const PREFETCH_COUNT: usize = 64;

impl InternTable {
    /// The place of a word, if it is in the table.
    pub fn index_of(&self, word: &str, words: &StringPool) -> Option<u32> {
        let slot = self
            .slots
            .get(self.find_slot(InternKey::from_word(word), word, words))?;
        (!slot.is_free()).then_some(slot.place)
    }

    /// The place of a word, which is added to the words where it is new.
    pub fn intern(&mut self, word: &str, words: &mut StringPool) -> u32 {
        // At most four of five slots are taken, so that a free one is always near.
        if self.slots.len().saturating_mul(4) <= self.taken.saturating_mul(5) {
            self.grow();
        }
        let key = InternKey::from_word(word);
        let at = self.find_slot(key, word, words);
        let place = words.len();
        match self.slots.get_mut(at) {
            Some(slot) if slot.is_free() => *slot = InternSlot { key, place },
            Some(slot) => return slot.place,
            None => {}
        }
        self.taken = self.taken.saturating_add(1);
        words.push(word)
    }

    /// The slot of a word, or the free one where it belongs.
    fn find_slot(&self, key: InternKey, word: &str, words: &StringPool) -> usize {
        let is_same = |place| !key.is_long() || words.get(place).eq_ignore_ascii_case(word);
        let mut at = first_slot(&self.slots, key);
        while let Some(slot) = self.slots.get(at) {
            if slot.is_free() || slot.key == key && is_same(slot.place) {
                break;
            }
            at = next_slot(&self.slots, at);
        }
        at
    }

    /// Whether so many words are here that most look-ups wait for memory.
    pub const fn is_large(&self) -> bool {
        self.slots.len() > NEAR_SLOTS
    }

    /// Looks once where each of these words would be found, so that their slots are near when they are asked for.
    /// Memory answers many questions that do not wait for each other nearly as fast as one.
    pub fn prefetch<'w>(&self, words: impl Iterator<Item = &'w str>) {
        let mut places = [0_usize; PREFETCH_COUNT];
        let ahead = places.iter_mut().zip(words);
        let count = ahead
            .map(|(place, word)| *place = first_slot(&self.slots, InternKey::from_word(word)))
            .count();
        let looked_at = places.iter().take(count).fold(0, |sum, place| {
            // Its first byte and its last part: a slot may lie across the end of what memory hands out at once.
            let slot = self.slots.get(*place);
            sum ^ slot.map_or(0, |slot| slot.place ^ u32::from(slot.key.first_letter()))
        });
        std::hint::black_box(looked_at);
    }

    fn grow(&mut self) {
        let more = self.slots.len().saturating_mul(2).max(FIRST_SLOTS);
        let before = std::mem::replace(&mut self.slots, vec![FREE; more]);
        for slot in before.into_iter().filter(|slot| !slot.is_free()) {
            let mut at = first_slot(&self.slots, slot.key);
            while self.slots.get(at).is_some_and(|taken| !taken.is_free()) {
                at = next_slot(&self.slots, at);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = slot;
            }
        }
    }
}

/// Where the slots of a key begin. Their number is a power of two.
fn first_slot(slots: &[InternSlot], key: InternKey) -> usize {
    key.hash() & slots.len().saturating_sub(1)
}

/// The slot behind one, around the end.
const fn next_slot(slots: &[InternSlot], at: usize) -> usize {
    at.saturating_add(1) & slots.len().saturating_sub(1)
}

/// What a word is found by: its letters, the small ones for capitals, and zeros behind them. Of a long word it is a sum
/// of them instead, which another word may share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct InternKey([u8; LETTERS]);

/// So many letters at most stand in a key.
const LETTERS: usize = 16;

/// The last letter of no word: UTF-8 has no such byte.
const LONG: u8 = u8::MAX;

impl InternKey {
    fn from_word(word: &str) -> Self {
        let mut letters = [0; LETTERS];
        let Some(room) = letters.get_mut(..word.len()) else {
            return Self::from_long_word(word);
        };
        room.copy_from_slice(word.as_bytes());
        letters.make_ascii_lowercase();
        Self(letters)
    }

    const fn first_letter(self) -> u8 {
        let Self([first, ..]) = self;
        first
    }

    fn from_long_word(word: &str) -> Self {
        let mut sum = [0_u8; LETTERS];
        for part in word.as_bytes().chunks(LETTERS - 1) {
            for (sum, letter) in sum.iter_mut().zip(part) {
                *sum = sum.rotate_left(1) ^ letter.to_ascii_lowercase();
            }
        }
        let [.., last] = &mut sum;
        *last = LONG;
        Self(sum)
    }

    const fn is_long(self) -> bool {
        let Self([.., last]) = self;
        last == LONG
    }

    fn hash(self) -> usize {
        let letters = u128::from_le_bytes(self.0);
        let [low, high] = [letters, letters >> 64].map(|half| half & u128::from(u64::MAX));
        let hash = mix(mix(low) ^ high);
        usize::try_from(hash & u128::from(u32::MAX)).unwrap_or_default()
    }
}

/// Both halves of a product depend on every bit of the factor, which fills at most one of them: folded together they
/// look drawn.
const fn mix(half: u128) -> u128 {
    let product = half.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (product ^ (product >> 64)) & (u64::MAX as u128)
}
