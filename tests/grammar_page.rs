//! `grammar/tegoed.ebnf` and the parser are one: each rule of the page stands in the doc comment of what implements it,
//! and what a keyword or a key takes is made from its table.

use crate::journals::repository_path;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use tegoed::language::LANGUAGE_TAGS;
use tegoed::syntax::clause::Clause;
use tegoed::syntax::directive::{COMMON_KEYS, DIRECTIVES, EFFORT_KEYS};
use tegoed::syntax::duration::{DATE_UNITS, TIME_UNITS, Unit};
use tegoed::syntax::table::{ArgumentForm, Cardinality, Directive, Key, KeyValue, Slot, YES_NO};
use tegoed::value::channel::Channel;
use tegoed::value::vocabulary::{ClaimBasis, CompanySize};

/// Rules without a function of their own: kinds of characters, which nom, Rust or a table of bytes tells apart, and what
/// is made of nothing else.
const CHARACTERS: [&str; 13] = [
    "anything",
    "text",
    "character",
    "own-letter",
    "letter",
    "small",
    "capital",
    "digit",
    "digits",
    "blank",
    "blanks",
    "sp",
    "line-end",
];

/// What nothing on the page names: a journal, and the form that every rule of a keyword and of a key has.
const ROOTS: [&str; 3] = ["journal", "keyword", "arguments"];

/// Closed lists that stand in several tables have a name.
const LISTS: [(&str, &[&str]); 6] = [
    ("channel", Channel::WORDS),
    ("exclusion", EXCLUSIONS),
    ("language", LANGUAGE_TAGS),
    ("size", CompanySize::WORDS),
    ("basis", ClaimBasis::WORDS),
    ("yes-no", yes_no_words()),
];

const EXCLUSIONS: &[&str] = &["agency", "post", "email", "phone", "visit", "chat"];

const fn yes_no_words() -> &'static [&'static str] {
    match YES_NO {
        [ArgumentForm::Word(words)] => words,
        _ => &[],
    }
}

/// The parts of a rule, each behind a blank.
pub type GrammarRules = BTreeMap<String, String>;

#[test]
fn every_rule_of_the_page_is_that_of_the_parser() {
    let page = page_rules();
    let written = documented_rules();
    let made = table_rules();
    let listed = word_lists();
    let mut wrong = Vec::new();
    for (name, text) in &page {
        let other = written.get(name).map(Vec::as_slice).unwrap_or_default();
        let is_documented = !CHARACTERS.contains(&name.as_str()) && !listed.contains_key(name);
        if is_documented && other.is_empty() {
            wrong.push(format!(
                "`{name}` is on the page, and in no doc comment of src/syntax:\n    page: {text}"
            ));
        }
        for rule in other {
            if rule.text != *text {
                wrong.push(format!(
                    "`{name}` differs:\n    page: {text}\n    {}: {}",
                    rule.place, rule.text
                ));
            }
        }
        if let [first, second, ..] = other {
            wrong.push(format!(
                "`{name}` stands twice: {}, {}",
                first.place, second.place
            ));
        }
        if let Some(table) = made.get(name).or_else(|| listed.get(name))
            && table != text
        {
            wrong.push(format!(
                "`{name}` differs:\n    page:  {text}\n    table: {table}"
            ));
        }
    }
    for (name, rules) in &written {
        if !page.contains_key(name) {
            let rule = &rules[0];
            wrong.push(format!(
                "`{name}` is not on the page:\n    {}: {}",
                rule.place, rule.text
            ));
        }
    }
    for (name, text) in made.iter().chain(&listed) {
        if !page.contains_key(name) {
            wrong.push(format!("`{name}` is not on the page:\n    table: {text}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} rules:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_name_on_the_page_has_its_rule_and_every_rule_is_used() {
    let page = page_rules();
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let mut waiting: Vec<(&str, &str)> = ROOTS.map(|root| ("the test", root)).to_vec();
    while let Some((user, name)) = waiting.pop() {
        let text = page.get(name);
        let text = text
            .unwrap_or_else(|| panic!("`{user}` names `{name}`, which has no rule on the page"));
        if reached.insert(name) {
            let used = text.split(' ').filter(|part| is_name(part));
            waiting.extend(used.map(|used| (name, used)));
        }
    }
    let unused: Vec<&String> = page
        .keys()
        .filter(|name| !reached.contains(name.as_str()))
        .collect();
    assert!(unused.is_empty(), "no rule names {unused:?}");
}

// The page ---------------------------------------------------------------------------------------------------------

pub fn page_rules() -> GrammarRules {
    let text = std::fs::read_to_string(repository_path("grammar/tegoed.ebnf")).unwrap();
    let mut rules = GrammarRules::new();
    let mut parts = ebnf_tokens(&text).into_iter();
    while let Some(name) = parts.next() {
        assert_eq!(
            parts.next().as_deref(),
            Some("="),
            "tegoed.ebnf: behind `{name}`"
        );
        let rule: Vec<String> = parts.by_ref().take_while(|part| part != ";").collect();
        let second = rules.insert(name.clone(), rule.join(" "));
        assert!(second.is_none(), "tegoed.ebnf: two rules for `{name}`");
    }
    assert!(rules.len() > 100, "only {} rules", rules.len());
    rules
}

/// The parts of a text in EBNF: names, words between quotes, kinds of characters between `?`, signs. Comments are none.
pub fn ebnf_tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("(*") {
            rest = comment
                .split_once("*)")
                .expect("a comment ends")
                .1
                .trim_start();
            continue;
        }
        let length = match first {
            '"' | '?' => rest[1..].find(first).expect("a quote ends") + 2,
            _ if is_letter(first) => rest.find(|c| !is_letter(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        // A blank between quotes is no end of a part.
        found.push(rest[..length].replace(' ', "␣"));
        rest = rest[length..].trim_start();
    }
    found
}

fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase() || c == '-'
}

fn is_name(part: &str) -> bool {
    part.chars().all(is_letter)
}

// The doc comments -------------------------------------------------------------------------------------------------

/// A rule in a doc comment.
struct DocumentedRule {
    place: String,
    text: String,
}

fn documented_rules() -> BTreeMap<String, Vec<DocumentedRule>> {
    let mut rules: BTreeMap<String, Vec<DocumentedRule>> = BTreeMap::new();
    for (place, comment) in doc_comments(&repository_path("src/syntax")) {
        for quoted in comment.split('`').skip(1).step_by(2) {
            let Some((name, rule)) = quoted.split_once(" = ") else {
                continue;
            };
            let Some(rule) = rule.strip_suffix(" ;").filter(|_| is_name(name)) else {
                continue;
            };
            let text = ebnf_tokens(rule).join(" ");
            let place = place.clone();
            rules
                .entry(name.to_owned())
                .or_default()
                .push(DocumentedRule { place, text });
        }
    }
    rules
}

/// Each doc comment below a folder as one line, without its examples, and what stands under it.
fn doc_comments(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(doc_comments(&path));
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(repository_path("src")).unwrap().display();
        let (mut comment, mut is_example) = (String::new(), false);
        for line in text.lines().map(str::trim) {
            match line.strip_prefix("///") {
                Some(words) if words.trim().starts_with("```") => is_example = !is_example,
                Some(words) if !is_example => comment.push_str(words),
                None if !comment.is_empty() && !line.starts_with("#[") => {
                    found.push((format!("{name}, `{line}`"), std::mem::take(&mut comment)));
                }
                _ => {}
            }
        }
    }
    found
}

// The tables -------------------------------------------------------------------------------------------------------

/// The rule of each keyword, and that of its keys.
fn table_rules() -> GrammarRules {
    let mut rules = GrammarRules::new();
    for directive in DIRECTIVES {
        let word = format!("\"{}\"", directive.word());
        let parts = std::iter::once(word).chain(directive.slots.iter().map(slot_rule));
        let parts: Vec<String> = parts.collect();
        rules.insert(entry_name(directive), normalise_spaces(&parts.join(" , ")));
        if !directive.keys.is_empty() {
            let name = keys_name(directive);
            let text = keys_rule(directive.keys);
            let before = rules.insert(name.clone(), text.clone());
            assert!(
                before.is_none_or(|before| before == text),
                "two tables are called `{name}`"
            );
        }
    }
    rules.insert("common-key".to_owned(), keys_rule(&COMMON_KEYS));
    rules.insert("effort-key".to_owned(), keys_rule(&EFFORT_KEYS));
    rules
}

/// Which rules of keywords, of keys, of words there are.
fn word_lists() -> GrammarRules {
    let entries = |is_dated: bool| {
        let of_kind = DIRECTIVES
            .iter()
            .filter(|it| it.kind.is_dated() == is_dated);
        let names: Vec<String> = of_kind.map(|it| entry_name(it)).collect();
        names.join(" | ")
    };
    let mut known: Vec<String> = Vec::new();
    for directive in DIRECTIVES.iter().filter(|it| !it.keys.is_empty()) {
        let name = keys_name(directive);
        if !known.contains(&name) {
            known.push(name);
        }
    }
    known.extend(["common-key".to_owned(), "effort-key".to_owned()]);
    let clauses: Vec<&str> = Clause::ALL.iter().map(|clause| clause.word()).collect();
    let mut rules = GrammarRules::from([
        ("declaration".to_owned(), entries(false)),
        ("entry".to_owned(), entries(true)),
        ("known-key".to_owned(), known.join(" | ")),
        ("clause-word".to_owned(), quoted_words(&clauses)),
        ("unit".to_owned(), units_rule(&DATE_UNITS)),
        ("time-unit".to_owned(), units_rule(&TIME_UNITS)),
    ]);
    rules.insert(
        "exclusions".to_owned(),
        normalise_spaces("exclusion , { \",\" , exclusion }"),
    );
    rules.extend(LISTS.map(|(name, words)| (name.to_owned(), quoted_words(words))));
    rules
}

/// Whose name is that of a token gets another.
fn entry_name(directive: &Directive) -> String {
    match directive.word() {
        word @ ("invoice" | "customer" | "letter") => format!("{word}-entry"),
        word => word.to_owned(),
    }
}

/// Six keywords share their keys.
fn keys_name(directive: &Directive) -> String {
    match directive.word() {
        "phone" | "email" | "letter" | "visit" | "chat" => "contact-key".to_owned(),
        word => format!("{word}-key"),
    }
}

fn keys_rule(keys: &[Key]) -> String {
    let each = |key: &Key| {
        let value = match &key.value {
            KeyValue::Text => "text".to_owned(),
            KeyValue::Line => "item-line".to_owned(),
            KeyValue::Slots(slots) => slots_rule(slots),
            KeyValue::Rated(slots) => {
                let value = slots_rule(slots);
                return format!(
                    "\"{}\" , [ sp , vat-code , [ sp ] ] , \":\" , {value}",
                    key.word()
                );
            }
            KeyValue::OneOf(ways) => {
                let ways: Vec<String> = ways.iter().map(|slots| slots_rule(slots)).collect();
                format!("( {} )", ways.join(" | "))
            }
        };
        format!("\"{}\" , \":\" , {value}", key.word())
    };
    let each: Vec<String> = keys.iter().map(each).collect();
    normalise_spaces(&each.join(" | "))
}

fn slots_rule(slots: &[Slot]) -> String {
    let slots: Vec<String> = slots.iter().map(slot_rule).collect();
    slots.join(" , ")
}

/// `invoice , { invoice }`, `[ "by" , date ]`
fn slot_rule(slot: &Slot) -> String {
    let forms: Vec<String> = slot.forms.iter().map(form_rule).collect();
    let forms = forms.join(" | ");
    let is_choice = forms.contains(" | ");
    let alone = if is_choice {
        format!("( {forms} )")
    } else {
        forms.clone()
    };
    let Some(clause) = slot.clause.map(Clause::word) else {
        return match slot.cardinality {
            Cardinality::ExactlyOne => alone,
            Cardinality::Optional => format!("[ {forms} ]"),
            Cardinality::OneOrMore => format!("{alone} , {{ {forms} }}"),
            Cardinality::ZeroOrMore => format!("{{ {forms} }}"),
        };
    };
    let mut values = format!("\"{clause}\" , {alone}");
    if slot.cardinality.is_repeatable() {
        let _ = write!(values, " , {{ {forms} }}");
    }
    if slot.cardinality.is_required() {
        values
    } else {
        format!("[ {values} ]")
    }
}

fn form_rule(form: &ArgumentForm) -> String {
    let name = match *form {
        ArgumentForm::Invoice => "invoice",
        ArgumentForm::Customer => "customer",
        ArgumentForm::Amount => "amount",
        ArgumentForm::AmountOrZero => "amount-or-zero",
        ArgumentForm::Balance => "balance-amount",
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
        ArgumentForm::Count => "count",
        ArgumentForm::Repetitions => "repetitions",
        ArgumentForm::Mark => "mark",
        ArgumentForm::Currency => "code",
        ArgumentForm::Path => "path",
        ArgumentForm::Word(words) => return any_word_rule(words),
        ArgumentForm::List(words) => {
            return format!("{}s", any_word_rule(words));
        }
    };
    name.to_owned()
}

fn any_word_rule(words: &[&str]) -> String {
    let name = LISTS.iter().find(|(_, list)| *list == words);
    name.map_or_else(|| quoted_words(words), |(name, _)| (*name).to_owned())
}

fn quoted_words(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    words.join(" | ")
}

fn units_rule(units: &[Unit]) -> String {
    let words: Vec<&str> = units
        .iter()
        .flat_map(|(words, _)| *words)
        .copied()
        .collect();
    quoted_words(&words)
}

/// As the page is read.
fn normalise_spaces(rule: &str) -> String {
    ebnf_tokens(rule).join(" ")
}
