//! The amounts and days that the words of a note name. What might be something else is not taken for one.

use super::journal_view::JournalView;
use crate::syntax::date::read_day;
use crate::syntax::entry::{Amount, DetailKey, Entry};
use crate::syntax::journal_file::JournalFile;
use chrono::NaiveDate;

/// What stands beside a number that is an amount.
const CURRENCY_WORDS: [&str; 4] = ["€", "euro", "eur", "euro's"];

/// Marks that end a word of a sentence.
const SENTENCE_MARKS: [char; 10] = ['.', ',', ';', ':', '!', '?', '(', ')', '"', '\''];

/// What a note names.
#[derive(Clone, Debug)]
pub struct NoteFacts<'v> {
    /// Its words behind the bar.
    pub words: Option<&'v str>,
    /// Amounts, in the order of its words.
    pub amounts: Vec<Amount>,
    /// Days after the one that it is dated, in the order of its words.
    pub days: Vec<NaiveDate>,
}

impl<'v> NoteFacts<'v> {
    /// What an entry that is dated a day names, behind its bar and in its lines of words.
    pub fn read(view: &JournalView<'v>, entry: &Entry, dated: NaiveDate) -> Self {
        let own = entry.text.map(|text| view.slice(text).trim());
        let lines = entry.details.iter();
        let lines = lines.filter(|detail| matches!(detail.key, DetailKey::Words));
        let lines = lines.map(|detail| view.slice(detail.value));
        let mut facts = Self {
            words: own.filter(|words| !words.is_empty()),
            amounts: Vec::new(),
            days: Vec::new(),
        };
        for line in own.into_iter().chain(lines) {
            facts.read_line(view, line, dated);
        }
        facts
    }

    fn read_line(&mut self, view: &JournalView<'_>, line: &str, dated: NaiveDate) {
        let words: Vec<&str> = line.split_whitespace().collect();
        for (place, word) in words.iter().enumerate() {
            let word = word.trim_matches(SENTENCE_MARKS);
            if let Some(day) = read_day(word) {
                self.days.extend((day > dated).then_some(day));
                continue;
            }
            let before = place.checked_sub(1).and_then(|place| words.get(place));
            let behind = words.get(place.saturating_add(1));
            let names_currency = |word: Option<&&str>| {
                let word = word.map(|word| word.trim_matches(SENTENCE_MARKS).to_lowercase());
                word.is_some_and(|word| CURRENCY_WORDS.contains(&word.as_str()))
            };
            let is_money = word.starts_with('€')
                || has_decimals(word)
                || names_currency(before) && before == Some(&"€")
                || names_currency(behind);
            if is_money {
                self.amounts.extend(read_amount(view, word));
            }
        }
    }

    /// The amount that it names, where it is one.
    pub fn only_amount(&self) -> Option<Amount> {
        let [amount] = self.amounts.as_slice() else {
            return None;
        };
        Some(*amount)
    }

    /// The day that it names, where it is one.
    pub fn only_day(&self) -> Option<NaiveDate> {
        let [day] = self.days.as_slice() else {
            return None;
        };
        Some(*day)
    }
}

/// Whether a word is a number with two decimals, as money is written.
fn has_decimals(word: &str) -> bool {
    let split = word.rsplit_once([',', '.']);
    split.is_some_and(|(whole, decimals)| {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let is_whole = digits(&whole.replace(['.', ','], "")) && !whole.is_empty();
        is_whole && decimals.len() == 2 && digits(decimals)
    })
}

/// An amount as the reader of the journal reads it.
fn read_amount(view: &JournalView<'_>, word: &str) -> Option<Amount> {
    let entry = format!("2026-01-05 payment @a {}\n", word.trim_end_matches(",-"));
    let file = JournalFile::read(entry, &[], view.outcome.dialect);
    let entry = file.entries().first()?;
    let mut arguments = entry.header_arguments().iter();
    let amount = arguments.find_map(|argument| argument.value.amount());
    amount.filter(|_| file.findings().diagnostics.is_empty())
}
