//! The page of a keyword, for `explain` and for editors: the form of an entry, its keys, and an example, all made from
//! the tables that the reader uses.

use super::directive::DIRECTIVES;
use super::directive::{COMMON_KEYS, EFFORT_KEYS};
use super::table::{ArgumentForm, Cardinality, Directive, DirectiveKind, Key, KeyValue, Slot};
use std::fmt::Write;

/// How wide the column of keys is at least.
const NARROWEST_COLUMN: usize = 12;

/// The keyword that a word means, in English or Dutch.
pub fn find_directive(word: &str) -> Option<&'static Directive> {
    let small = word.trim_end_matches(':').to_lowercase();
    let named = |directive: &&&Directive| directive.word() == small;
    let dutch = |directive: &&&Directive| directive.dutch.contains(&small.as_str());
    let all = || DIRECTIVES.iter();
    all().find(named).or_else(|| all().find(dutch)).copied()
}

/// All keywords, a line each.
pub fn list_keywords() -> String {
    let mut words = String::new();
    for directive in DIRECTIVES {
        let _ = writeln!(words, "  {:<14}{}", directive.word(), directive.about);
    }
    words
}

/// The page of a keyword.
pub fn format_keyword(directive: &Directive) -> String {
    let mut page = format!("{}: {}\n\n", directive.word(), directive.about);
    let _ = writeln!(page, "  {}", header_form(directive));
    let keys: Vec<&Key> = keys_of(directive).collect();
    for key in &keys {
        let many = if key.cardinality.is_repeatable() {
            " …"
        } else {
            ""
        };
        for word in key_forms(key) {
            let _ = writeln!(page, "    {word}: {}{many}", value_form(key));
        }
    }
    page.push_str("\n[ ] may be left out, … may stand several times, a|b is one of these words.\n");
    if !keys.is_empty() {
        page.push_str("\nIndented below it:\n");
        let longest = keys.iter().map(|key| key.word().len()).max();
        let width = longest.unwrap_or_default().max(NARROWEST_COLUMN);
        for key in &keys {
            let _ = writeln!(page, "  {:<width$}  {}", key.word(), key.about);
        }
    }
    let _ = write!(page, "\nFor example:\n\n{}", example(directive));
    page
}

/// A key in each form that it may have, and what it is for.
pub fn format_key(key: &Key) -> String {
    let mut page = String::new();
    for word in key_forms(key) {
        let _ = writeln!(page, "{word}: {}", value_form(key));
    }
    page.push_str(key.about);
    page
}

/// An entry with this keyword that uses each of its own keys, as a journal writes it.
pub fn example(directive: &Directive) -> String {
    let day = if directive.kind.is_dated() {
        "2026-01-31 "
    } else {
        ""
    };
    let mut entry = format!("{day}{}", directive.word());
    for slot in directive.slots {
        entry.extend([" ", &slot.example()]);
    }
    entry.push('\n');
    let clause = |key: &Key| {
        let mut clauses = directive.slots.iter().filter_map(|slot| slot.clause);
        clauses.any(|clause| clause.word() == key.word())
    };
    // What stands in the header is not said again below it.
    for key in directive.keys.iter().filter(|key| !clause(key)) {
        for value in value_examples(key) {
            let _ = writeln!(entry, "  {}: {value}", key.word());
        }
        if let Some(rated) = rated_example(key) {
            let _ = writeln!(entry, "  {rated}");
        }
    }
    entry
}

/// A key as it may stand before its colon: some with a rate of VAT as well.
fn key_forms(key: &Key) -> Vec<String> {
    let word = key.word();
    match key.value {
        KeyValue::Rated(_) => vec![word.to_owned(), format!("{word} RATE")],
        _ => vec![word.to_owned()],
    }
}

/// A line of a key with a rate.
fn rated_example(key: &Key) -> Option<String> {
    let number = match (&key.value, key.word()) {
        (KeyValue::Rated(_), "vat") => "1501",
        (KeyValue::Rated(_), _) => "8010",
        _ => return None,
    };
    Some(format!("{} 9%: {number}", key.word()))
}

/// What may stand behind a key, once in each way that there is.
fn value_examples(key: &Key) -> Vec<String> {
    let slots = |slots: &[Slot]| {
        let each: Vec<String> = slots.iter().map(Slot::example).collect();
        each.join(" ")
    };
    match key.value {
        KeyValue::Text => vec![text_example(key).to_owned()],
        KeyValue::Line => vec!["5 hours x 80.00 vat 21% | advice".to_owned()],
        KeyValue::Slots([slot]) | KeyValue::Rated([slot])
            if slot.forms == [ArgumentForm::LedgerAccount] =>
        {
            vec![account_example(key).to_owned()]
        }
        KeyValue::Slots(_) | KeyValue::Rated(_) | KeyValue::OneOf(_) => {
            key.value.ways().map(slots).collect()
        }
    }
}

fn keys_of(directive: &Directive) -> impl Iterator<Item = &'static Key> {
    let effort: &'static [Key] = match directive.kind {
        DirectiveKind::Contact => &EFFORT_KEYS,
        _ => &[],
    };
    let common: &'static [Key] = if directive.kind.is_dated() {
        &COMMON_KEYS
    } else {
        &[]
    };
    directive_keys(directive).iter().chain(effort).chain(common)
}

fn directive_keys(directive: &Directive) -> &'static [Key] {
    directive.keys
}

/// The header of an entry with this keyword: `DATE payment [#NUMBER…] [@CUSTOMER] AMOUNT [| TEXT]`.
pub fn header_form(directive: &Directive) -> String {
    let mut form = String::new();
    if directive.kind.is_dated() {
        form.push_str("DATE ");
    }
    form.push_str(directive.word());
    for slot in directive.slots {
        form.extend([" ", &slot_form(slot)]);
    }
    if directive.kind.is_dated() {
        form.push_str(" [| TEXT]");
    }
    form
}

/// What stands behind a key: `DATE`, `yes|no`, `AMOUNT on DATE or …`.
pub fn value_form(key: &Key) -> String {
    match key.value {
        KeyValue::Text => "TEXT".to_owned(),
        KeyValue::Line => "[QUANTITY [UNIT] x] PRICE [vat RATE%] [| TEXT]".to_owned(),
        KeyValue::Slots(_) | KeyValue::Rated(_) | KeyValue::OneOf(_) => {
            let ways = key.value.ways().map(|slots| {
                let each: Vec<String> = slots.iter().map(slot_form).collect();
                each.join(" ")
            });
            ways.collect::<Vec<_>>().join(" or ")
        }
    }
}

/// An argument as the form of a header shows it: `[due DATE]`.
pub fn slot_form(slot: &Slot) -> String {
    let mut words = slot_value(slot);
    if let Some(clause) = slot.clause {
        words = format!("{} {words}", clause.word());
    }
    if slot.cardinality.is_repeatable() {
        words.push('…');
    }
    match slot.cardinality {
        Cardinality::Optional | Cardinality::ZeroOrMore => format!("[{words}]"),
        Cardinality::ExactlyOne | Cardinality::OneOrMore => words,
    }
}

/// What an argument looks like, without its clause word: `DATE`, `agency|lawyer|court`.
fn slot_value(slot: &Slot) -> String {
    let forms: Vec<String> = slot.forms.iter().map(|form| form_name(*form)).collect();
    forms.join("|")
}

fn form_name(form: ArgumentForm) -> String {
    match form {
        ArgumentForm::Word(words) => words.join("|"),
        ArgumentForm::List(words) => words.join(","),
        form => form_word(form).to_owned(),
    }
}

/// The word that stands for an argument of a form; that of a list is none of its words.
const fn form_word(form: ArgumentForm) -> &'static str {
    match form {
        ArgumentForm::Invoice => "#NUMBER",
        ArgumentForm::Customer => "@CUSTOMER",
        ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance => "AMOUNT",
        ArgumentForm::Date => "DATE",
        ArgumentForm::Duration => "TIME",
        ArgumentForm::Terms => "TIME [end of month]",
        ArgumentForm::Spent => "MINUTES",
        ArgumentForm::Share => "RATE%",
        ArgumentForm::Vat => "RATE",
        ArgumentForm::Period => "PERIOD",
        ArgumentForm::VatBox => "BOX",
        ArgumentForm::LedgerAccount => "ACCOUNT",
        ArgumentForm::Word(_) | ArgumentForm::List(_) => "WORD",
        ArgumentForm::Name => "NAME",
        ArgumentForm::Milestone => "milestone NAME",
        ArgumentForm::Count | ArgumentForm::Repetitions => "COUNT",
        ArgumentForm::Mark => ".|,",
        ArgumentForm::Currency => "CURRENCY",
        ArgumentForm::Path => "FILE",
    }
}

/// The word that stands for a value in the help of a flag: `DATE`, `TEXT`; `VALUE` where it is more than a word.
pub const fn value_word(value: &KeyValue) -> &'static str {
    match value {
        KeyValue::Text => "TEXT",
        KeyValue::Slots([slot]) => slot_word(slot),
        _ => "VALUE",
    }
}

/// The same for the value of a clause word.
pub const fn slot_word(slot: &Slot) -> &'static str {
    match slot.forms {
        [ArgumentForm::Invoice] => "NUMBER",
        [ArgumentForm::Terms | ArgumentForm::Duration] => "TIME",
        [form] => form_word(*form),
        _ => "VALUE",
    }
}

/// The number of an account in a chart that a small office might have: each its own.
fn account_example(key: &Key) -> &'static str {
    match key.word() {
        "debtors" => "1300",
        "prepaid" => "1650",
        "bank" => "1100",
        "suspense" => "2000",
        "income-unknown" => "8990",
        "vat" => "1500",
        "vat-not-due" => "1502",
        "vat-reclaimed" => "1520",
        "provision" => "1390",
        "bad-debt" => "4750",
        "collection-costs" => "4760",
        "discount" => "4770",
        "differences" => "4780",
        "recharged-costs" => "8800",
        "interest" => "8810",
        _ => "8000",
    }
}

/// What may stand behind a key that takes free text.
fn text_example(key: &Key) -> &'static str {
    match key.word() {
        "name" => "Jansen Bouw B.V.",
        "address" => "Havenstraat 8",
        "email" => "post@jansen.example",
        "phone" => "020 555 01 23",
        "iban" => "NL91ABNA0417164300",
        "bic" => "ABNANL2A",
        "kvk" => "12345678",
        "vat-id" => "NL123456782B01",
        "country" => "BE",
        "website" => "jansen.example",
        "order" => "PO-778",
        "ref" | "id" | "of" => "2026-001",
        "document" => "invoices/2026-001.pdf",
        "with" | "attn" | "signatory" | "owner" => "P. de Vries",
        _ => "words of your own",
    }
}
