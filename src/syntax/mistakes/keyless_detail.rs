//! Details without their key: a day and an amount under a plan are a part of it.

use super::dutch_words::from_dutch;
use crate::syntax::clause::Clause;
use crate::syntax::input::Input;
use crate::syntax::parse_context::ParseContext;
use crate::syntax::table::{Directive, Key, Slot};
use crate::syntax::value;
use crate::text::argument_form::ArgumentForm;

/// Forms that a value tells of by itself.
const TELLING: [ArgumentForm; 6] = [
    ArgumentForm::Date,
    ArgumentForm::Share,
    ArgumentForm::Duration,
    ArgumentForm::Amount,
    ArgumentForm::Invoice,
    ArgumentForm::Customer,
];

/// A value, as written, and its form.
type Value<'t> = (ArgumentForm, &'t str);

/// The detail as it should be written, where all that stands in the line fits exactly one key of the keyword.
pub fn with_its_key(
    line: Input<'_>,
    directive: &'static Directive,
    context: &ParseContext,
) -> Option<String> {
    let before = context.remark_count();
    let values = read_values(line, directive, context);
    context.truncate_remarks(before);
    let values = values?;
    let is_telling = |value: &Value<'_>| {
        matches!(
            value.0,
            ArgumentForm::Date | ArgumentForm::Duration | ArgumentForm::Share
        )
    };
    if values.len() < 2 && !values.iter().any(is_telling) {
        return None;
    }
    let mut fitting = directive
        .keys
        .iter()
        .filter_map(|key| write_with_key(key, &values));
    let only = fitting.next()?;
    fitting.next().is_none().then_some(only)
}

/// The values of a line; `None` where something else stands there than values and small words between them.
fn read_values<'t>(
    line: Input<'t>,
    directive: &Directive,
    context: &ParseContext,
) -> Option<Vec<Value<'t>>> {
    let keys = || directive.keys.iter().map(Key::word);
    let mut values = Vec::new();
    let mut rest = line.trimmed();
    while !rest.text.is_empty() {
        let word = rest.word();
        let bare = word.first(word.text.trim_end_matches([':', ',', ';']).len());
        let value = if is_list_mark(word.text) {
            None
        } else {
            read_value(rest, context).or_else(|| read_value(bare, context))
        };
        match value {
            Some((form, written)) => {
                values.push((form, written.text.trim()));
                let behind = rest.split(written.text.len()).1;
                let marks = behind.text.trim_start_matches([':', ',', ';']);
                let length = behind.text.len().saturating_sub(marks.len());
                rest = behind.split(length).1.behind_blanks();
            }
            None if is_small_word(word.text) || from_dutch(bare.text, keys()).is_some() => {
                rest = rest.split(word.text.len()).1.behind_blanks();
            }
            None => return None,
        }
    }
    Some(values)
}

/// The value that a text begins with, and its form.
fn read_value<'t>(text: Input<'t>, context: &ParseContext) -> Option<(ArgumentForm, Input<'t>)> {
    TELLING.iter().find_map(|form| {
        let (behind, _) = value::value_of_form(form, context, text).ok()?;
        let length = behind.place.saturating_sub(text.place) as usize;
        (length > 0).then(|| (*form, text.first(length)))
    })
}

/// `-`, `1.`, `2)`: a mark of a list.
fn is_list_mark(word: &str) -> bool {
    let mark = word.trim_end_matches(['.', ')', ':']);
    let is_number = mark.len() < word.len() && mark.bytes().all(|byte| byte.is_ascii_digit());
    is_number || matches!(word, "-" | "*" | "=" | "–" | "à")
}

/// A mark of a list, or a word that stands between values.
fn is_small_word(word: &str) -> bool {
    let small = word.to_lowercase();
    is_list_mark(word)
        || matches!(small.as_str(), "on" | "by")
        || from_dutch(&small, ["on", "by"]).is_some()
}

/// The line with this key, where each of its arguments has exactly one of the values.
fn write_with_key(key: &Key, values: &[Value<'_>]) -> Option<String> {
    let mut ways = key.value.ways();
    ways.find_map(|slots| write_in_way(key, slots, values))
}

fn write_in_way(key: &Key, slots: &[Slot], values: &[Value<'_>]) -> Option<String> {
    let mut left: Vec<&Value<'_>> = values.iter().collect();
    let mut words = format!("{}:", key.word());
    for slot in slots {
        let at = left.iter().position(|value| takes(slot, value.0));
        match at {
            Some(at) => {
                let (_, written) = left.remove(at);
                if let Some(clause) = slot.clause.map(Clause::word) {
                    words.extend([" ", clause]);
                }
                words.extend([" ", written]);
            }
            None if slot.cardinality.is_required() => return None,
            None => {}
        }
    }
    left.is_empty().then_some(words)
}

fn takes(slot: &Slot, form: ArgumentForm) -> bool {
    let amount = matches!(form, ArgumentForm::Amount);
    slot.forms.iter().any(|known| {
        *known == form
            || amount && matches!(known, ArgumentForm::AmountOrZero | ArgumentForm::Balance)
            || form == ArgumentForm::Duration && *known == ArgumentForm::Terms
    })
}
