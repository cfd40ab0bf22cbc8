//! C010: what an invoice must show of its sender by law, or a letter that is due must name, is missing.

use super::customer_incomplete::late_customers;
use super::shared::check_input::CheckInput;
use crate::journal::ladder::Stage;
use crate::journal::model::Journal;
use crate::text::diagnostic::Sink;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C010" "business-incomplete" Advice, needs Terms, page "business_incomplete.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let mut keys = keys_by_law(journal);
    let declared = journal
        .business
        .as_ref()
        .and_then(|business| business.origin);
    let at_policy = || {
        journal
            .policies
            .as_slice()
            .first()
            .and_then(|policy| policy.origin)
    };
    let Some(origin) = declared.or_else(at_policy) else {
        return;
    };
    let is_letter = keys.is_empty() && is_some_letter_due(input);
    if is_letter {
        keys.extend(LETTER_KEYS);
    }
    let missing = keys
        .iter()
        .filter(|key| journal.business_value(**key).is_none());
    let mut found: Vec<String> = missing.map(|key| format!("no `{key}:`")).collect();
    let name = journal.business_value(KeyName::Name);
    let placeholder = name.filter(|name| keys.contains(&KeyName::Name) && !is_full_name(name));
    found.extend(placeholder.map(|name| format!("`{name}`, which stands for a name")));
    if found.is_empty() {
        return;
    }
    let needs = if is_letter {
        "all that a letter needs of its sender"
    } else {
        "all that an invoice must show of its sender"
    };
    sink.push(
        KIND.at(
            input.keyword_span(origin),
            format!("expected {needs}, found {}", found.join(", ")),
        )
        .help(if placeholder.is_some() && found.len() == 1 {
            "write the full name, as it stands in the trade register: letters and statements print it"
        } else if declared.is_none() {
            "declare `business` with those lines: without them no letter is written"
        } else if is_letter {
            "add the lines: without them no letter is written"
        } else {
            "add the lines: letters and statements print them"
        }),
    );
}

/// Without these no letter is written.
const LETTER_KEYS: [KeyName; 2] = [KeyName::Name, KeyName::Iban];

/// Whether somebody is late whom a policy of the journal writes letters to.
fn is_some_letter_due(input: &CheckInput<'_>) -> bool {
    let journal = input.day.journal;
    let writes = |stage: &Stage| {
        stage
            .channels
            .iter()
            .any(|channel| matches!(channel, Channel::Email | Channel::Post))
    };
    if !journal
        .policies
        .iter()
        .any(|(_, policy)| policy.stages.iter().any(writes))
    {
        return false;
    }
    late_customers(input)
        .into_values()
        .flatten()
        .any(|policy| journal.policies[policy].stages.iter().any(writes))
}

/// What the law asks for. A business with no more than a name and a policy writes its invoices elsewhere.
fn keys_by_law(journal: &Journal) -> Vec<KeyName> {
    let Some(law) = journal.home_law() else {
        return Vec::new();
    };
    let sketched = [
        KeyName::Address,
        KeyName::Kvk,
        KeyName::VatId,
        KeyName::Iban,
        KeyName::Email,
    ]
    .into_iter()
    .all(|key| journal.business_value(key).is_none());
    if sketched {
        return Vec::new();
    }
    let charges_vat = journal.is_vat_charged();
    let keys = law.sender_keys.value().iter().copied();
    keys.filter(|key| charges_vat || *key != KeyName::VatId)
        .collect()
}

/// What stands for a name until somebody fills it in, and what says of a business no more than what it is.
const PLACEHOLDERS: &[&str] = &[
    "bedrijf",
    "bedrijfsnaam",
    "business",
    "business name",
    "company",
    "company name",
    "firma",
    "invullen",
    "jouw bedrijf",
    "jouw bedrijfsnaam",
    "jouw naam",
    "mijn bedrijf",
    "mijn naam",
    "my business",
    "my company",
    "my name",
    "naam",
    "naam bedrijf",
    "name",
    "onbekend",
    "onze firma",
    "test",
    "test bedrijf",
    "test company",
    "testbedrijf",
    "todo",
    "unknown",
    "uw bedrijf",
    "uw bedrijfsnaam",
    "uw naam",
    "voorbeeld",
    "your business",
    "your company",
    "your name",
];

/// Forms of enterprise, and nobody's name, by their letters alone: `B.V.`, `N.N.`
const NOT_A_NAME_ALONE: &[&str] = &[
    "bv",
    "besloten vennootschap",
    "coöperatie",
    "cv",
    "eenmanszaak",
    "gmbh",
    "inc",
    "llc",
    "ltd",
    "maatschap",
    "nn",
    "nv",
    "stichting",
    "vereniging",
    "vof",
    "xx",
    "xxx",
    "zzp",
    "zzp er",
];

/// Whether a name may be the full one of a business: letters, and no word that stands for one.
fn is_full_name(name: &str) -> bool {
    let name = name.trim();
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let shortened = name.ends_with("...") || name.ends_with('…');
    let brackets = [('[', ']'), ('<', '>'), ('{', '}'), ('(', ')')];
    let is_bracketed = |(open, close)| name.starts_with(open) && name.ends_with(close);
    letters >= 2
        && !shortened
        && !brackets.into_iter().any(is_bracketed)
        && !PLACEHOLDERS.contains(&&*name.to_lowercase())
        && !NOT_A_NAME_ALONE.contains(&&*letters_of(name))
}

/// The letters of a name in small ones, with a blank for what divides its words; points divide none.
fn letters_of(name: &str) -> String {
    let undotted = name.replace('.', "").to_lowercase();
    let words = undotted.split(|letter: char| !letter.is_alphabetic());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
