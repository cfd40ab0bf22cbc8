//! Words that the built-in fonts have no signs for: a letter with boxes in it is not written.

use super::fonts::has_glyph;
use super::settable_text::settable_text;
use crate::document::letter::{Letter, LetterBlock};
use std::collections::BTreeSet;

/// How many signs are named.
const MAX_NAMED: usize = 5;

/// Why a letter cannot be set in type; `None` where it can.
pub fn missing_glyphs_message(letter: &Letter) -> Option<String> {
    let words = all_words(letter);
    let (words, missing) = words.into_iter().find_map(|words| {
        let missing: BTreeSet<char> = settable_text(words)
            .chars()
            .filter(|sign| !has_glyph(*sign))
            .collect();
        (!missing.is_empty()).then_some((words, missing))
    })?;
    let named: Vec<String> = missing
        .iter()
        .take(MAX_NAMED)
        .map(|sign| format!("`{sign}`"))
        .collect();
    let more = if missing.len() > MAX_NAMED {
        " and others"
    } else {
        ""
    };
    Some(format!(
        "the built-in fonts have no sign for {}{more} in `{words}`: write that in Latin, Greek, Cyrillic, Hebrew or \
         Arabic letters, or make this letter with `--format html`",
        named.join(", ")
    ))
}

/// All that a letter says, in the order it is read.
fn all_words(letter: &Letter) -> Vec<&str> {
    let sender = &letter.sender;
    let mut words: Vec<&str> = vec![&sender.name];
    words.extend(sender.address.iter().map(String::as_str));
    words.extend(pairs(&sender.particulars));
    words.extend(letter.recipient.iter().map(String::as_str));
    words.push(&letter.dateline);
    words.extend(pairs(&letter.references));
    words.extend([letter.subject.as_str(), &letter.salutation]);
    for block in &letter.body {
        match block {
            LetterBlock::Paragraph(said) | LetterBlock::Heading(said) => words.push(said),
            LetterBlock::Points(points) => words.extend(points.iter().map(String::as_str)),
            LetterBlock::Facts(facts) => words.extend(pairs(facts)),
            LetterBlock::Table(table) => {
                let rows = table.rows.iter().flatten();
                let cells = table.headings.iter().chain(rows).chain(&table.total);
                words.extend(cells.map(String::as_str));
            }
        }
    }
    let payment = letter.payment.iter();
    words.extend(payment.flat_map(|payment| pairs(&payment.labelled_lines)));
    words.push(&letter.closing);
    words.extend(letter.signature.iter().map(String::as_str));
    words.extend(
        letter
            .enclosures
            .iter()
            .map(|enclosure| enclosure.name.as_str()),
    );
    words.extend(letter.footer.iter().map(String::as_str));
    words
}

fn pairs(pairs: &[(String, String)]) -> impl Iterator<Item = &str> {
    pairs
        .iter()
        .flat_map(|(label, value)| [label.as_str(), value.as_str()])
}
