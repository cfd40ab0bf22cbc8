//! Names of sheets: at most 31 characters, without the signs that are forbidden there, each once.

use std::collections::BTreeSet;

/// The most characters, counted as UTF-16 has them.
const MAX_LENGTH: usize = 31;
/// A name that spreadsheets keep for themselves.
const RESERVED: &str = "history";

/// The names that are taken, in small letters: `A` and `a` are one name.
#[derive(Debug, Default)]
pub struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// A name like these words that no other sheet has.
    pub fn add(&mut self, words: &str) -> String {
        let mut number = 1_u32;
        loop {
            let behind = match number {
                1 => String::new(),
                number => format!(" ({number})"),
            };
            let name = fit_name(words, &behind);
            let known = name.to_lowercase();
            if known != RESERVED && self.0.insert(known) {
                return name;
            }
            number = number.saturating_add(1);
        }
    }
}

/// The words without forbidden signs, shortened so that what stands behind has room.
fn fit_name(words: &str, behind: &str) -> String {
    let room = MAX_LENGTH.saturating_sub(behind.len());
    let mut name = String::new();
    let mut length = 0_usize;
    for sign in words.trim_matches(is_edge).chars() {
        length = length.saturating_add(sign.len_utf16());
        if length > room {
            break;
        }
        name.push(match sign {
            '*' | '?' | ':' | '[' | ']' | '\\' | '/' => '-',
            sign if sign.is_control() => ' ',
            sign => sign,
        });
    }
    name.truncate(name.trim_end_matches(is_edge).len());
    if name.is_empty() {
        name.push('-');
    }
    name + behind
}

/// What stands at neither end of a name.
fn is_edge(sign: char) -> bool {
    sign == '\'' || sign.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::SheetNames;

    #[test]
    fn names_are_short_allowed_and_each_its_own() {
        let mut names = SheetNames::default();
        let long = "Rekeningoverzicht Vereniging van Eigenaars";
        let cases = [
            ("Facturen", "Facturen"),
            ("facturen", "facturen (2)"),
            ("1/2 [a]: b?", "1-2 -a-- b-"),
            ("'History'", "History (2)"),
            (long, "Rekeningoverzicht Vereniging va"),
            (long, "Rekeningoverzicht Verenigin (2)"),
            ("''", "-"),
            (
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
            ),
        ];
        for (words, expected) in cases {
            assert_eq!(names.add(words), expected);
        }
    }
}
