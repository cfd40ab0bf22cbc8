//! Aligns the amounts of consecutive details with the same key. The formatter does so with lines that a person typed,
//! the printer with its own.

use crate::value::key_name::KeyName;

/// A detail line, cut into the text before its amount, the amount, and the text after it.
#[derive(Clone, Debug)]
pub struct AmountLine {
    key: KeyName,
    before: String,
    amount: String,
    behind: String,
    end: String,
}

/// Consecutive details of one key, held back until a line of another kind follows.
#[derive(Clone, Debug, Default)]
pub struct AmountColumn(Vec<AmountLine>);

impl AmountLine {
    /// Makes a line from the words of a detail, what follows them (nothing, or ` | text`), and the end of the line.
    /// Returns `None` where amounts of this key are not aligned, or no word is an amount.
    pub fn from_words(key: KeyName, words: &[&str], text: &str, end: &str) -> Option<Self> {
        let place = amount_place(key, words)?;
        let amount = words.get(place)?;
        let before = words.get(..place)?;
        let behind = words.get(place.checked_add(1)?..)?;
        let behind: String = behind.iter().flat_map(|word| [" ", word]).collect();
        Some(Self {
            key,
            before: before.iter().flat_map(|word| [word, " "]).collect(),
            amount: (*amount).to_owned(),
            behind: behind + text,
            end: end.to_owned(),
        })
    }

    fn width(&self) -> usize {
        let before = self.before.chars().count();
        before.saturating_add(self.amount.chars().count())
    }
}

/// The index of the amount among the words of a detail. `for:` may name its invoice first.
fn amount_place(key: KeyName, words: &[&str]) -> Option<usize> {
    match key {
        KeyName::For => words
            .iter()
            .position(|word| word.starts_with(|c: char| c.is_ascii_digit())),
        KeyName::Due => Some(0),
        KeyName::Item | KeyName::Less => words
            .iter()
            .position(|word| *word == "x")
            .map_or(Some(0), |x| x.checked_add(1)),
        _ => None,
    }
}

impl AmountColumn {
    /// Adds a detail. If it has another key than the details held back, those are written first.
    pub fn push(&mut self, line: AmountLine, out: &mut String) {
        if self.0.first().is_some_and(|first| first.key != line.key) {
            self.write(out);
        }
        self.0.push(line);
    }

    /// Writes the details held back, with their amounts ending in one column.
    pub fn write(&mut self, out: &mut String) {
        let lines = std::mem::take(&mut self.0);
        let widest = lines.iter().map(AmountLine::width).max().unwrap_or(0);
        for line in &lines {
            let gap = " ".repeat(widest.saturating_sub(line.width()));
            let key = line.key.word();
            out.extend(["  ", key, ": ", &line.before, &gap]);
            out.extend([&*line.amount, &line.behind, &line.end]);
        }
    }
}
