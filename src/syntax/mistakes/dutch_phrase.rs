//! A value of several Dutch words that stand for one of a journal: `geen gehoor`.

use super::dutch_words::{OUTCOMES, from_dutch};
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::rule::Fault;
use crate::syntax::table::{ArgumentForm, Key, Slot};
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::Wanted;
use crate::value::key_name::KeyName;

/// The finding about such a value, with its mend.
pub fn dutch_phrase(key: &Key, slots: &'static [Slot], value: Input<'_>) -> Option<Fault> {
    let phrase = value.trimmed();
    if !phrase.text.contains(' ') {
        return None;
    }
    let slot = slots.first()?;
    let listed = slot.forms.iter().flat_map(|form| match form {
        ArgumentForm::Word(list) | ArgumentForm::List(list) => list,
        ArgumentForm::Name if key.name == KeyName::Outcome => &OUTCOMES as &[&str],
        _ => &[],
    });
    let english = from_dutch(phrase.text, listed.copied())?;
    let wanted = match slot.forms {
        [ArgumentForm::Name] => Wanted::Word,
        forms => Wanted::Argument(forms),
    };
    let problem = wanted.but_found_word(phrase.text);
    let found = kinds::BAD_VALUE.at(phrase.span(), problem);
    Some(Box::new(
        found
            .help(Help::DidYouMean(english))
            .suggested_fix(vec![Edit::replace(phrase.span(), english)]),
    ))
}
