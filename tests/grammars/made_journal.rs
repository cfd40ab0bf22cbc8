//! Journals made from the tables of the parser, so that every keyword, clause and key comes up, and lines with one mistake.

use tegoed::syntax::clause::Clause;
use tegoed::syntax::detail::known_keys;
use tegoed::syntax::directive::DIRECTIVES;
use tegoed::syntax::table::{ArgumentForm, Directive, KeyValue, Slot};

/// Random numbers that are the same for the same seed.
pub struct Chance(u64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let limit = u64::try_from(limit.max(1)).expect("a small number");
        usize::try_from((mixed ^ (mixed >> 31)) % limit).expect("below a small number")
    }

    fn once_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }
}

/// A journal of the language; its figures mean nothing.
pub fn made_journal(chance: &mut Chance) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(6) {
        text.push_str(chance.pick(&[
            "",
            "\n",
            "; said\n",
            "  ; said\n",
            "# Part\n",
            "## Part | two\n",
            " \t\n",
        ]));
        let directive = DIRECTIVES[chance.below(DIRECTIVES.len())];
        text.push_str(&made_entry(directive, chance));
    }
    text.push_str(chance.pick(&["", "", "\n", "; end"]));
    if chance.once_in(6) {
        text.truncate(text.trim_end_matches('\n').len());
    }
    if chance.once_in(8) {
        text = text.replace('\n', "\r\n");
    }
    text
}

fn made_entry(directive: &'static Directive, chance: &mut Chance) -> String {
    let mut text = String::new();
    if directive.kind.is_dated() {
        text.push_str(chance.pick(&["2026-01-05 ", "2026-11-30  "]));
    }
    text.push_str(directive.word());
    let arguments = made_arguments(directive.slots, chance);
    if !arguments.is_empty() {
        text.push_str(chance.pick(&[" ", " ", "  "]));
        text.push_str(&arguments);
    }
    text.push_str(chance.pick(&["", "", "", " | Said: \"#1\" | é", " |", "  "]));
    text.push('\n');
    let keys: Vec<_> = known_keys(directive).collect();
    let mut written = Vec::new();
    for _ in 0..chance.below(4) {
        let key = &keys[chance.below(keys.len())..];
        text.push_str(chance.pick(&["", "", "", "\n", "  ; between\n"]));
        text.push_str(chance.pick(&["  ", "  ", "\t", " "]));
        match key.first() {
            _ if chance.once_in(6) => {
                text.push_str(chance.pick(&["> words", ">", ">é", "x-own: y", "x-o_n.é:"]));
            }
            Some(key) if !written.contains(&key.word()) => {
                written.push(key.word());
                text.push_str(key.word());
                if matches!(key.value, KeyValue::Rated(_)) && chance.once_in(2) {
                    text.push_str(chance.pick(&[" 21%", " 0% export", " exempt"]));
                }
                text.push_str(chance.pick(&[": ", ": ", ":", ":  "]));
                let ways: Vec<_> = key.value.ways().collect();
                let value = match key.value {
                    KeyValue::Text => chance.pick(&["Jansen B.V.", "a: b | c", "12"]).to_owned(),
                    KeyValue::Line => made_item(chance),
                    _ => made_arguments(ways[chance.below(ways.len())], chance),
                };
                text.push_str(&value);
            }
            _ => text.push_str("> words"),
        }
        text.push_str(chance.pick(&["", "", " "]));
        text.push('\n');
    }
    text
}

fn made_item(chance: &mut Chance) -> String {
    let quantity = chance.pick(&["", "10 x ", "1.5 hours x ", "2 vat x ", "3  m²  x "]);
    let price = chance.pick(&["100.00", "12", "0.5"]);
    let vat = chance.pick(&["", " vat 21%", " vat  0% eu-goods", " vat margin"]);
    let text = chance.pick(&["", " | Cupboards", " |", "  | a | b"]);
    format!("{quantity}{price}{vat}{text}")
}

/// The arguments of a table, each as often as it may stand, in any order.
fn made_arguments(slots: &[Slot], chance: &mut Chance) -> String {
    let mut found: Vec<String> = Vec::new();
    for slot in slots {
        let most = if slot.cardinality.is_repeatable() {
            3
        } else {
            1
        };
        let least = usize::from(slot.cardinality.is_required());
        let count = least + chance.below(most + 1 - least);
        let mut values: Vec<String> = Vec::new();
        for _ in 0..count {
            values.push(made_value(
                slot.forms[chance.below(slot.forms.len())],
                chance,
            ));
        }
        match slot.clause.map(Clause::word) {
            Some(clause) if count > 0 => found.push(format!("{clause} {}", values.join(" "))),
            Some(_) => {}
            None => found.extend(values),
        }
    }
    for last in (1..found.len()).rev() {
        found.swap(last, chance.below(last + 1));
    }
    found.join(chance.pick(&[" ", " ", "  "]))
}

fn made_value(form: ArgumentForm, chance: &mut Chance) -> String {
    let examples: &[&str] = match form {
        ArgumentForm::Invoice => &["#1", "#2026-001", "#A/b_1.x"],
        ArgumentForm::Customer => &["@a", "@jansen.b-2"],
        ArgumentForm::Amount | ArgumentForm::AmountOrZero => &[
            "10.00",
            "12",
            "€ 12.50",
            "€5",
            "1,210.00",
            "100 USD",
            "7.5  EUR",
        ],
        ArgumentForm::Balance => &["10.00", "0", "-5.00", "−€ 5", "€-5.00 EUR"],
        ArgumentForm::Date => &["2026-01-31", "2025-12-01"],
        ArgumentForm::Duration => &["30 days", "30d", "1  week", "6 months", "1 year"],
        ArgumentForm::Terms => &[
            "14 days",
            "30 days end of month",
            "1 month  end of month",
            "2w",
        ],
        ArgumentForm::Spent => &["20 min", "2h", "1 hour"],
        ArgumentForm::Share => &["30%", "2.5%"],
        ArgumentForm::Vat => &[
            "21%",
            "0%",
            "0% reverse-charge",
            "0%  export",
            "exempt",
            "abroad",
        ],
        ArgumentForm::Period => &["2026", "2026-Q1", "2026-q4", "2026-03", "2026-03-31"],
        ArgumentForm::VatBox => &["1a", "5b"],
        ArgumentForm::LedgerAccount => &["8000", "WOmz/1.2"],
        ArgumentForm::Name => &["standard", "handover", "costs", "x", "via-x", "dueB", "X"],
        ArgumentForm::Milestone => &["milestone halfway", "milestone  b"],
        ArgumentForm::Count => &["1", "6"],
        ArgumentForm::Repetitions => &["6", "520"],
        ArgumentForm::Mark => &[".", ","],
        ArgumentForm::Currency => &["EUR", "USD"],
        ArgumentForm::Path => &["2025/*.tegoed", "a b|c  d.tegoed", "|x"],
        ArgumentForm::Word(words) | ArgumentForm::List(words) => words,
    };
    chance.pick(examples).to_owned()
}

/// What is put into a line, or in the place of a word of it.
const STRANGE: [&str; 41] = [
    "#1",
    "@a",
    "@B",
    "10.00",
    "1..2",
    "1.",
    "€",
    "-",
    "2026-01-05",
    "2026-1-5",
    "30 days",
    "21%",
    "%",
    "due",
    "by",
    "via",
    "email",
    "vat",
    "x",
    "|",
    ";",
    ":",
    ">",
    "\"",
    "\u{a0}",
    "“",
    "\t",
    "é",
    "#",
    "##",
    "yes",
    "note",
    "invoice",
    "USD",
    "0",
    "item:",
    "due:",
    "name:",
    "x-a:",
    "fee",
    "standard",
];

/// The same text with one mistake in one line; by chance it is none.
pub fn damaged(text: &str, chance: &mut Chance) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let place = chance.below(lines.len());
    let line = lines[place].clone();
    let letters: Vec<char> = line.chars().collect();
    let mut words: Vec<&str> = line.split(' ').collect();
    let word = chance.below(words.len());
    let at = chance.below(letters.len() + 1);
    let strange = chance.pick(&STRANGE);
    let head: String = letters[..at].iter().collect();
    let rest: String = letters[at..].iter().collect();
    lines[place] = match chance.below(9) {
        0 => format!("{head}{}", rest.chars().skip(1).collect::<String>()),
        1 => format!("{head}{strange}{rest}"),
        2 => head,
        3 => {
            words[word] = strange;
            words.join(" ")
        }
        4 => {
            words.insert(word, strange);
            words.join(" ")
        }
        5 => {
            words.remove(word);
            words.join(" ")
        }
        6 => {
            words.insert(word, words[word]);
            words.join(" ")
        }
        7 => {
            let other = chance.below(words.len());
            words.swap(word, other);
            words.join(" ")
        }
        _ => chance
            .pick(&["garbage ##", "%%%%", "  xyzzy: 3", "<<<<<<< HEAD", ""])
            .to_owned(),
    };
    lines.join("\n")
}
