//! Who is who: each name gets a number the first time it is mentioned, and keeps it.

use crate::value::register::Number;
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Names and their numbers. Names that differ only in capitals are the same name.
///
/// The only room with a hash table; it is asked, never walked, so no output depends on its order.
#[derive(Debug, Default)]
pub struct Names {
    text: String,
    ends: Vec<u32>,
    places: HashTable<(u32, u32)>,
}

impl Names {
    /// The number of a name, given out at its first mention.
    pub fn intern<N: Number>(&mut self, name: &str) -> N {
        let hash = hash(name);
        let Self {
            text, ends, places, ..
        } = self;
        let found = places.find(hash, |(short, place)| {
            *short == shorten(hash) && slice(text, ends, *place).eq_ignore_ascii_case(name)
        });
        if let Some((_, place)) = found {
            return N::from_place(*place);
        }
        let place = u32::try_from(ends.len()).unwrap_or(u32::MAX);
        text.push_str(name);
        ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        places.insert_unique(hash, (shorten(hash), place), |(_, place)| {
            self::hash(slice(text, ends, *place))
        });
        N::from_place(place)
    }

    /// The number of a name, if it was ever mentioned.
    pub fn find<N: Number>(&self, name: &str) -> Option<N> {
        let hash = hash(name);
        self.places
            .find(hash, |(short, place)| {
                *short == shorten(hash)
                    && slice(&self.text, &self.ends, *place).eq_ignore_ascii_case(name)
            })
            .map(|(_, place)| N::from_place(*place))
    }

    /// A name as it was first written.
    pub fn get<N: Number>(&self, number: N) -> &str {
        slice(&self.text, &self.ends, number.place())
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

fn slice<'t>(text: &'t str, ends: &[u32], place: u32) -> &'t str {
    let place = place as usize;
    let start = place
        .checked_sub(1)
        .and_then(|before| ends.get(before))
        .copied()
        .unwrap_or(0);
    let end = ends.get(place).copied().unwrap_or(start);
    text.get(start as usize..end as usize).unwrap_or_default()
}

fn hash(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let mut chunks = name.as_bytes().chunks(8);
    for chunk in &mut chunks {
        let mut word = [0_u8; 8];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = from.to_ascii_lowercase();
        }
        hasher.write_u64(u64::from_le_bytes(word));
    }
    hasher.finish()
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "any 32 of the 64 bits will do"
)]
const fn shorten(hash: u64) -> u32 {
    (hash >> 16) as u32
}
