//! Flags of a keyword on the command line: one for each clause word of its header, and one for each key below it.

use super::day_word::read_day_word;
use super::entry_words::{argument_for_slot, customer_of};
use super::known_name::{customer_id, invoice_number};
use super::new_entry::NewEntry;
use super::new_entry_context::NewEntryContext;
use super::new_entry_error::NewEntryError;
use crate::syntax::detail::known_keys;
use crate::syntax::keyword_page::{slot_word, value_form, value_word};
use crate::syntax::table::{ArgumentForm, Directive, Key, KeyValue, Slot};

/// A flag of a keyword.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryFlag {
    /// The word behind `--`: the clause word or the key.
    pub name: &'static str,
    /// The word that stands for its value.
    pub value: &'static str,
    /// One line of help.
    pub about: String,
    /// Whether it may stand several times.
    pub is_repeatable: bool,
}

/// The flags of a keyword, those of its header first. They are made of the tables that the parser reads.
///
/// ```
/// use tegoed::add::entry_flag::flags_of;
/// use tegoed::syntax::directive::promise::PROMISE;
/// let names: Vec<&str> = flags_of(&PROMISE).iter().map(|flag| flag.name).collect();
/// assert_eq!(names, ["by", "follow-up", "with", "document", "id", "allow", "spent", "cost", "owner"]);
/// ```
pub fn flags_of(directive: &'static Directive) -> Vec<EntryFlag> {
    let mut flags: Vec<EntryFlag> = Vec::new();
    for slot in directive.slots {
        if let Some(clause) = slot.clause {
            flags.push(EntryFlag {
                name: clause.word(),
                value: slot_word(slot),
                about: format!("in the header, as in `{}`", slot.example()),
                is_repeatable: slot.cardinality.is_repeatable(),
            });
        }
    }
    for key in known_keys(directive) {
        let is_repeatable = key.cardinality.is_repeatable();
        match flags.iter_mut().find(|flag| flag.name == key.word()) {
            Some(of_clause) => {
                of_clause.value = "VALUE";
                of_clause.about = format!("{}; or {}", of_clause.about, about_key(key));
                of_clause.is_repeatable |= is_repeatable;
            }
            None => flags.push(EntryFlag {
                name: key.word(),
                value: value_word(&key.value),
                about: about_key(key),
                is_repeatable,
            }),
        }
    }
    flags
}

/// What a key is for, with the form of its value where that is more than a word.
fn about_key(key: &Key) -> String {
    match value_word(&key.value) {
        "VALUE" | "WORD" => format!("{}: {}", key.about, value_form(key)),
        _ => key.about.to_owned(),
    }
}

/// Gives an entry what stands behind a flag: in its header where a clause takes it, else in a line below.
///
/// # Errors
/// It is neither.
pub fn apply_flag(
    entry: &mut NewEntry,
    name: &str,
    value: &str,
    context: &NewEntryContext<'_>,
) -> Result<(), NewEntryError> {
    let clause = entry
        .open_slots()
        .find(|(_, slot)| slot.clause.is_some_and(|clause| clause.word() == name));
    let key = known_keys(entry.directive).find(|key| key.word() == name);
    if let Some((place, slot)) = clause {
        match clause_arguments(entry, slot, value, context) {
            Ok(Some(arguments)) => {
                for argument in &arguments {
                    entry.fill(place, argument);
                }
                return Ok(());
            }
            _ if key.is_some() => {}
            Err(wrong) => return Err(wrong),
            Ok(None) => {
                return Err(NewEntryError::wrong(
                    format!("`--{name}` does not take `{value}`"),
                    format!("write it as in `{}`", slot.example()),
                ));
            }
        }
    }
    let Some(key) = key else {
        return Err(NewEntryError::wrong(
            format!("`--{name}` stands twice"),
            "write it once",
        ));
    };
    let line = detail_line(entry, key, value, context)?;
    entry.add_detail(&line);
    Ok(())
}

/// What stands behind a clause word: one argument, or several where it takes several.
fn clause_arguments(
    entry: &NewEntry,
    slot: &Slot,
    value: &str,
    context: &NewEntryContext<'_>,
) -> Result<Option<Vec<String>>, NewEntryError> {
    let whole = argument_for_slot(entry, slot, value, context);
    match whole {
        Ok(None) | Err(_) if slot.cardinality.is_repeatable() && value.contains(' ') => {
            let words = value.split(' ').filter(|word| !word.is_empty());
            let each = words.map(|word| argument_for_slot(entry, slot, word, context));
            each.collect()
        }
        whole => Ok(whole?.map(|argument| vec![argument])),
    }
}

/// A line below the header, with days in words and bare ids made out where its arguments take them.
fn detail_line(
    entry: &NewEntry,
    key: &Key,
    value: &str,
    context: &NewEntryContext<'_>,
) -> Result<String, NewEntryError> {
    let word = key.word();
    let (word, value) = match key.value {
        KeyValue::Rated(_) => match value.split_once(':') {
            Some((rate, value)) => (format!("{word} {}", rate.trim()), value.trim()),
            None => (word.to_owned(), value),
        },
        _ => (word.to_owned(), value),
    };
    let slots: Vec<&Slot> = key.value.ways().flatten().collect();
    let takes = |form: ArgumentForm| slots.iter().any(|slot| slot.forms.contains(&form));
    let is_clause = |word: &str| {
        let mut clauses = slots.iter().filter_map(|slot| slot.clause);
        clauses.any(|clause| clause.word() == word)
    };
    let mut words = Vec::new();
    let mut takes_invoice = takes(ArgumentForm::Invoice);
    for given in value.split(' ').filter(|word| !word.is_empty()) {
        let meant = if is_clause(given) {
            given.to_owned()
        } else if takes_invoice {
            takes_invoice = false;
            invoice_number(context, given, customer_of(entry, context))?
        } else if takes(ArgumentForm::Customer) {
            customer_id(context.journal, given)?
        } else if takes(ArgumentForm::Date)
            && let Ok(day) = read_day_word(given, context.today)
        {
            day.to_string()
        } else {
            given.to_owned()
        };
        words.push(meant);
    }
    // A text and a line of an invoice stand as they are written.
    let value = if slots.is_empty() {
        value.to_owned()
    } else {
        words.join(" ")
    };
    Ok(format!("{word}: {value}"))
}
