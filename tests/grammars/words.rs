//! The words of the language in `grammar/words.json`: made from the tables of the parser, read by the grammars for editors.

use crate::journals::repository_path;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use tegoed::syntax::clause::Clause;
use tegoed::syntax::directive::{COMMON_KEYS, DIRECTIVES, EFFORT_KEYS};
use tegoed::syntax::duration::{DATE_UNITS, TIME_UNITS, Unit};
use tegoed::syntax::table::{
    ArgumentForm, Cardinality, Directive, DirectiveKind, Key, KeyValue, RATE, Slot,
};
use tegoed::value::vat_code::{Untaxed, ZeroRate};

/// Writes the list anew instead of comparing it.
const WRITE: &str = "TEGOED_WRITE_WORDS";

#[test]
fn the_list_of_words_is_that_of_the_parser() {
    let path = repository_path("grammar/words.json");
    let made = serde_json::to_string_pretty(&word_list()).unwrap() + "\n";
    if std::env::var_os(WRITE).is_some() {
        fs::write(&path, &made).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        made == written,
        "grammar/words.json is not what the tables say. Write it with `{WRITE}=1 cargo test words`, and make the parsers \
         anew as grammar/tree-sitter/README.md says."
    );
}

fn word_list() -> Value {
    let directives: Vec<Value> = DIRECTIVES.iter().map(|it| directive_words(it)).collect();
    let clauses: Vec<&str> = Clause::ALL.iter().map(|clause| clause.word()).collect();
    let zero_rates: Vec<&str> = ZeroRate::ALL.iter().map(|rate| rate.word()).collect();
    let untaxed: Vec<&str> = Untaxed::ALL.iter().map(|word| word.word()).collect();
    json!({
        "clauses": clauses,
        "units": unit_words(&DATE_UNITS),
        "timeUnits": unit_words(&TIME_UNITS),
        "zeroRates": zero_rates,
        "untaxed": untaxed,
        "listWords": list_words(),
        "rate": slots_words(RATE),
        "commonKeys": keys_words(&COMMON_KEYS),
        "effortKeys": keys_words(&EFFORT_KEYS),
        "directives": directives,
    })
}

fn unit_words(units: &[Unit]) -> Vec<&'static str> {
    units.iter().flat_map(|unit| unit.0).copied().collect()
}

fn directive_words(directive: &Directive) -> Value {
    json!({
        "word": directive.word(),
        "about": directive.about,
        "dated": directive.kind.is_dated(),
        "effort": directive.kind == DirectiveKind::Contact,
        "dutch": directive.dutch,
        "slots": slots_words(directive.slots),
        "keys": keys_words(directive.keys),
    })
}

fn keys_words(keys: &[Key]) -> Vec<Value> {
    keys.iter().map(key_words).collect()
}

fn key_words(key: &Key) -> Value {
    let ways: Vec<Value> = key.value.ways().map(slots_words).collect();
    let value = match key.value {
        KeyValue::Text => "text",
        KeyValue::Line => "line",
        KeyValue::Rated(_) => "rated",
        KeyValue::Slots(_) | KeyValue::OneOf(_) => "arguments",
    };
    let mut words = json!({ "word": key.word(), "value": value });
    if !ways.is_empty() {
        words["ways"] = ways.into();
    }
    words
}

fn slots_words(slots: &[Slot]) -> Value {
    slots.iter().map(slot_words).collect()
}

fn slot_words(slot: &Slot) -> Value {
    let times = match slot.cardinality {
        Cardinality::ExactlyOne => "one",
        Cardinality::Optional => "optional",
        Cardinality::OneOrMore => "some",
        Cardinality::ZeroOrMore => "any",
    };
    let forms: Vec<Value> = slot.forms.iter().map(|form| form_words(*form)).collect();
    let mut words = json!({ "times": times, "forms": forms });
    if let Some(clause) = slot.clause {
        words["clause"] = clause.word().into();
    }
    words
}

fn form_words(form: ArgumentForm) -> Value {
    let name = match form {
        ArgumentForm::Invoice => "invoice",
        ArgumentForm::Customer => "customer",
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance => "amount",
        ArgumentForm::Date => "date",
        ArgumentForm::Duration => "duration",
        ArgumentForm::Terms => "terms",
        ArgumentForm::Spent => "spent",
        ArgumentForm::Share => "share",
        ArgumentForm::Vat => "vat-code",
        ArgumentForm::Period => "period",
        ArgumentForm::VatBox => "vat-box",
        ArgumentForm::LedgerAccount => "account",
        ArgumentForm::Name => "name",
        ArgumentForm::Milestone => "named-milestone",
        ArgumentForm::Count | ArgumentForm::Repetitions => "count",
        ArgumentForm::Mark => "mark",
        ArgumentForm::Currency => "code",
        ArgumentForm::Path => "path",
        ArgumentForm::Word(words) => return json!({ "words": words }),
        ArgumentForm::List(words) => return json!({ "list": words }),
    };
    name.into()
}

/// Every word of a closed list, whose colour is that of a word.
pub fn list_words() -> BTreeSet<String> {
    let shared = COMMON_KEYS.iter().chain(&EFFORT_KEYS);
    let keys = DIRECTIVES.iter().flat_map(|it| it.keys).chain(shared);
    let ways = keys.flat_map(|key| key.value.ways());
    let slots = DIRECTIVES.iter().map(|it| it.slots).chain(ways);
    let forms = slots.flatten().flat_map(|slot| slot.forms);
    let lists = forms.filter_map(|form| match form {
        ArgumentForm::Word(words) | ArgumentForm::List(words) => Some(*words),
        _ => None,
    });
    let words = lists.flatten().copied();
    let vat = ZeroRate::ALL.iter().map(|rate| rate.word());
    words
        .chain(vat)
        .chain(Untaxed::ALL.iter().map(|word| word.word()))
        .map(str::to_owned)
        .collect()
}
