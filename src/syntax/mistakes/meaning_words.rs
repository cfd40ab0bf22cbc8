//! Words that say something a journal has a place for: that money came in, bounced, a part, a day. No mend moves them
//! into free text, where nothing would count them.

use crate::syntax::clause::Clause;
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::keyword::Keyword;
use crate::syntax::open_slots::OpenSlots;
use crate::syntax::table::{Directive, Slot};
use crate::syntax::unreadable_lines::tells_only;
use crate::text::argument_form::{ArgumentForm, SlotOwner};
use crate::text::hint::Help;
use crate::value::vat_code::{Untaxed, ZeroRate};

/// Dutch words for a rate of VAT, and what a journal writes.
pub const DUTCH_CODES: [(&str, &str); 14] = [
    ("verlegd", "0% reverse-charge"),
    ("verlegging", "0% reverse-charge"),
    ("uitvoer", "0% export"),
    ("eu-goederen", "0% eu-goods"),
    ("eu-diensten", "0% eu-services"),
    ("eu-afstandsverkoop", "0% eu-distance"),
    ("vrijgesteld", "exempt"),
    ("vrij", "exempt"),
    ("marge", "margin"),
    ("margeregeling", "margin"),
    ("marge-regeling", "margin"),
    ("buitenland", "abroad"),
    ("oss", "abroad"),
    ("éénloketsysteem", "abroad"),
];

/// What a word says of its entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// Money came in.
    Paid,
    /// Money or a letter came back.
    Bounced,
    /// Not the whole amount.
    Part,
    /// A day, or a length of time.
    Day,
}

/// The words, in Dutch and English.
#[rustfmt::skip]
const WORDS: [(Meaning, &[&str]); 4] = [
    (Meaning::Paid, &["betaald", "voldaan", "afbetaald", "vooruitbetaald", "ontvangen", "paid", "received", "prepaid"]),
    (Meaning::Bounced, &["gestorneerd", "storno", "gestorno", "teruggeboekt", "teruggestort", "terug", "retour",
        "bounced", "reversed", "returned", "chargeback"]),
    (Meaning::Part, &["deels", "helft", "half", "halve", "gedeeltelijk", "gedeelte", "deel", "partly", "partial",
        "partially", "part"]),
    (Meaning::Day, &["dag", "dagen", "week", "weken", "maand", "maanden", "jaar", "vandaag", "morgen", "overmorgen",
        "gisteren", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "maandeinde",
        "day", "days", "weeks", "month", "months", "year", "today", "tomorrow", "yesterday", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday"]),
];

/// Whether a word carries a meaning that free text would hide.
pub fn is_meaningful(word: &str) -> bool {
    let small = bare(word);
    meaning_of(&small).is_some() || code_of(&small).is_some()
}

/// Whether the words of a detail carry such a meaning, below an entry that counts.
pub fn holds_meaning(words: &str, directive: &Directive) -> bool {
    !tells_only(directive) && words.split([' ', '\t']).any(is_meaningful)
}

/// What to write for the first word of a header that carries a meaning; `None` where none does, or where the entry says
/// it already.
pub fn help_for_meaning(words: &str, open: &OpenSlots) -> Option<Help> {
    let SlotOwner::Keyword(owner) = open.owner else {
        return None;
    };
    let mut all = DIRECTIVES.iter();
    let directive = all.find(|directive| directive.word() == owner)?;
    if tells_only(directive) {
        return None;
    }
    let mut each = words.split([' ', '\t']).map(bare).enumerate();
    let help = each.find_map(|(at, word)| help_for_word(&word, at == 0, directive, open))?;
    // Where the clause word stands further on, the day is written already.
    match help {
        Help::AddArgument {
            clause: Some(clause),
            ..
        } if words.split([' ', '\t']).any(|word| word == clause) => None,
        help => Some(help),
    }
}

fn help_for_word(
    word: &str,
    is_first: bool,
    directive: &Directive,
    open: &OpenSlots,
) -> Option<Help> {
    let takes_vat = directive
        .slots
        .iter()
        .any(|slot| slot.clause == Some(Clause::Vat));
    if takes_vat && let Some(code) = code_of(word) {
        return Some(Help::Write(format!("vat {code}").as_str().into()));
    }
    let keyword = directive.keyword;
    match (meaning_of(word)?, keyword) {
        (Meaning::Paid, Keyword::Payment | Keyword::Apply | Keyword::Refund) => None,
        (Meaning::Paid, _) => Some(Help::EnterPayment),
        (Meaning::Bounced, Keyword::Payment | Keyword::Invoice | Keyword::Promise) => {
            Some(Help::EnterReversal)
        }
        (Meaning::Bounced, _) => None,
        (Meaning::Part, Keyword::Plan) => Some(Help::WriteKeyBelow("due")),
        (Meaning::Part, _) => help_for_part(open),
        (Meaning::Day, _) => help_for_day(is_first, directive, open),
    }
}

/// A part is an amount, where the entry has none yet.
fn help_for_part(open: &OpenSlots) -> Option<Help> {
    let takes = |slot: &Slot| slot.clause.is_none() && slot.forms.contains(&ArgumentForm::Amount);
    if open.filled().any(takes) {
        return None;
    }
    Some(if open.waiting().any(takes) {
        Help::WriteAmountOfPart
    } else {
        Help::FreeTextBehindBar
    })
}

/// A day stands behind its clause word; else it is the day of the entry, in front.
fn help_for_day(is_first: bool, directive: &Directive, open: &OpenSlots) -> Option<Help> {
    let takes = |slot: &Slot| slot.clause.is_some() && slot.forms.contains(&ArgumentForm::Date);
    if !directive.slots.iter().any(takes) {
        return is_first.then_some(Help::WriteDayInFront);
    }
    let slot = open.waiting().find(|slot| takes(slot))?;
    let looks_ahead = matches!(slot.clause, Some(Clause::By | Clause::Until));
    (is_first || looks_ahead).then(|| Help::AddArgument {
        clause: slot.clause.map(Clause::word),
        forms: slot.forms,
    })
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

fn meaning_of(word: &str) -> Option<Meaning> {
    let mut all = WORDS.iter();
    let found = all.find(|(_, words)| words.contains(&word));
    found.map(|(meaning, _)| *meaning)
}

/// What a journal writes behind `vat` for a word that says why no VAT is charged.
pub fn code_of(word: &str) -> Option<String> {
    let dutch = DUTCH_CODES.iter().find(|(dutch, _)| *dutch == word);
    let dutch = dutch.map(|(_, code)| (*code).to_owned());
    let untaxed = || Untaxed::WORDS.contains(&word).then(|| word.to_owned());
    let zero = || ZeroRate::from_word(word).map(|reason| format!("0% {}", reason.word()));
    dutch.or_else(untaxed).or_else(zero)
}
