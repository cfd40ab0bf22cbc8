//! Names of files of letters: day, customer, step. They sort by day, and nothing in them leads anywhere else.

use crate::text::sha256::sha256_hex;
use std::collections::BTreeSet;

/// A longer id or name of a step is cut: some disks take no more than 255 bytes, and a suffix must fit.
const MAX_PART_LENGTH: usize = 60;
/// What is left of it, with a mark of the whole of it behind: two that begin alike never share a file, in whichever
/// order and company they are written.
const KEPT_LENGTH: usize = 48;

/// The names given out so far, without regard to case: some disks have none.
#[derive(Debug, Default)]
pub struct LetterFileNames(BTreeSet<String>);

impl LetterFileNames {
    /// A name that was not given out before: `2026-03-20-jansen-demand`, or with `-2` behind it.
    ///
    /// ```
    /// use tegoed::cli::commands::letters::file_names::LetterFileNames;
    /// let mut file_names = LetterFileNames::default();
    /// assert_eq!(file_names.next_name("2026-03-20", "jansen", "demand"), "2026-03-20-jansen-demand");
    /// assert_eq!(file_names.next_name("2026-03-20", "jansen", "demand"), "2026-03-20-jansen-demand-2");
    /// assert_eq!(file_names.next_name("2026-03-20", "../../etc/x\n", "final"), "2026-03-20-.._.._etc_x_-final");
    /// ```
    pub fn next_name(&mut self, day: &str, customer: &str, stage: &str) -> String {
        let (day, customer, stage) = (
            safe_characters(day),
            shorten_name(customer),
            shorten_name(stage),
        );
        let stem = format!("{day}-{customer}-{stage}");
        let mut name = stem.clone();
        let mut count = 1_usize;
        while !self.0.insert(name.to_lowercase()) {
            count = count.saturating_add(1);
            name = format!("{stem}-{count}");
        }
        name
    }

    /// Whether a name was given out.
    pub fn contains(&self, name: &str) -> bool {
        self.0.contains(&name.to_lowercase())
    }
}

fn shorten_name(words: &str) -> String {
    let whole = safe_characters(words);
    if whole.len() <= MAX_PART_LENGTH {
        return whole;
    }
    let kept: String = whole.chars().take(KEPT_LENGTH).collect();
    let mark: String = sha256_hex(words.as_bytes()).chars().take(8).collect();
    format!("{kept}-{mark}")
}

/// Letters, digits, `.`, `_` and `-` of ASCII; anything else is `_`. The day stands first, so that no name begins with
/// a point or means a device.
fn safe_characters(words: &str) -> String {
    let harmless = |sign: char| {
        if sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-') {
            sign
        } else {
            '_'
        }
    };
    words.chars().map(harmless).collect()
}
