//! Recognizes habits of people from other languages or programs, and gives the fix for each.

use super::dutch_words::from_dutch;
use super::glued_words;
use super::meaning_words::is_meaningful;
use super::suggestion::listed_words;
use super::unexpected_word::UnexpectedWord;
use crate::syntax::clause::Clause;
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::input::Input;
use crate::syntax::kinds;
use crate::syntax::table::Slot;
use crate::text::argument_form::ArgumentForm;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::Wanted;
use crate::text::span::Span;
use crate::value::currency::Currency;

/// Dutch words for units of time.
const DUTCH_UNITS: [(&str, &[&str]); 5] = [
    ("days", &["dag", "dagen"]),
    ("weeks", &["week", "weken"]),
    ("months", &["maand", "maanden"]),
    ("years", &["jaar", "jaren"]),
    ("hours", &["uur", "uren"]),
];

/// Words that stand before an invoice or a customer in speech, and in no journal.
const NEEDLESS_BEFORE_INVOICE: [&str; 10] = [
    "for",
    "voor",
    "on",
    "op",
    "factuur",
    "factuurnummer",
    "fact",
    "nota",
    "invoice",
    "inv",
];
const NEEDLESS_BEFORE_CUSTOMER: [&str; 10] = [
    "van", "from", "by", "door", "aan", "to", "voor", "for", "klant", "customer",
];

/// A fix, as help for people and as edits for programs.
struct SuggestedFix {
    help: Help,
    edits: Vec<Edit>,
}

impl SuggestedFix {
    fn add_to(self, found: Diagnostic) -> Diagnostic {
        found.help(self.help).suggested_fix(self.edits)
    }

    fn replacement(words: impl Into<String>, span: Span) -> Self {
        let words = words.into();
        Self {
            help: Help::Write(words.as_str().into()),
            edits: vec![Edit::replace(span, words)],
        }
    }

    fn insertion(words: &str, place: u32, help: Help) -> Self {
        Self {
            help,
            edits: vec![Edit::replace(Span::new(place, place), words)],
        }
    }
}

/// Adds the fix for the habit that the word shows, if it shows one.
pub fn add_fix(misfit: &UnexpectedWord<'_>, found: Diagnostic) -> Diagnostic {
    let mend = bar_fix(misfit)
        .or_else(|| closing_mark_fix(misfit))
        .or_else(|| currency_fix(misfit))
        .or_else(|| share_fix(misfit))
        .or_else(|| duration_fix(misfit))
        .or_else(|| clause_word_fix(misfit))
        .or_else(|| needless_for_fix(misfit))
        .or_else(|| sigil_fix(misfit))
        .or_else(|| free_text_fix(misfit));
    match mend {
        Some(fix) => fix.add_to(found),
        None => found,
    }
}

/// For `10.00|` and `|stairs`: put blanks around the bar.
fn bar_fix(misfit: &UnexpectedWord<'_>) -> Option<SuggestedFix> {
    let word = misfit.input.word().text;
    let at = word.find('|')?;
    let (before, behind) = (word.get(..at)?, word.get(at.saturating_add(1)..)?);
    if before.starts_with(char::is_alphabetic) {
        // The bar stands among words that are free text altogether.
        return None;
    }
    let mut free = String::new();
    if !before.is_empty() {
        free.push(' ');
    }
    free.push('|');
    if !behind.is_empty() {
        free.push(' ');
    }
    let place = misfit.input.first(at).span().end;
    Some(SuggestedFix {
        help: Help::BarBetweenBlanks,
        edits: vec![Edit::replace(
            Span::new(place, place.saturating_add(1)),
            free,
        )],
    })
}

/// For `10.00,` and `10.00;`: remove the mark, because arguments are not separated by marks.
fn closing_mark_fix(misfit: &UnexpectedWord<'_>) -> Option<SuggestedFix> {
    let word = misfit.input.word().text;
    let stem = word.strip_suffix([',', ';'])?;
    let last = misfit.input.first(stem.len()).span().end;
    let mark = word.chars().next_back()?;
    let is_value = stem.ends_with(|c: char| c.is_ascii_alphanumeric()) && !is_meaningful(stem);
    is_value.then(|| SuggestedFix {
        help: Help::LeaveMarkOut(mark),
        edits: vec![Edit::replace(Span::new(last, last.saturating_add(1)), "")],
    })
}

/// The finding about two words that stand for one of a list: `on account`, `per month`, `op rekening`.
pub fn phrase_of_list(misfit: &UnexpectedWord<'_>) -> Option<Diagnostic> {
    let (next, _) = next_word(misfit)?;
    let phrase = format!("{} {next}", misfit.text());
    let span = span_through_next_word(misfit);
    misfit.waiting_arguments().find_map(|slot| {
        let english = from_dutch(&phrase, listed_words(slot.forms))?;
        let problem = Wanted::Argument(slot.forms).but_found_word(&phrase);
        let found = kinds::BAD_VALUE.at(span, problem);
        Some(SuggestedFix::replacement(english, span).add_to(found))
    })
}

/// For `EUR 10.00`, `10.00 euro` and `10€`: write the code behind the amount.
fn currency_fix(misfit: &UnexpectedWord<'_>) -> Option<SuggestedFix> {
    let word = misfit.input.word().text;
    let is_amount = |form: &ArgumentForm| {
        matches!(
            form,
            ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance
        )
    };
    let takes = |slot: &Slot| slot.clause.is_none() && slot.forms.iter().any(is_amount);
    if !misfit.open_slots.slots.iter().any(takes) {
        return None;
    }
    if let Some(number) = word.strip_suffix('€').filter(|number| is_number(number)) {
        return Some(SuggestedFix::replacement(
            format!("€{number}"),
            misfit.input.word().span(),
        ));
    }
    let code = match word.to_ascii_uppercase().as_str() {
        "EURO" | "EURO'S" | "EUROS" => "EUR".to_owned(),
        code => Currency::from_code(code).map(|currency| currency.code().to_owned())?,
    };
    match next_word(misfit) {
        Some((number, _)) if is_number(number) && misfit.waiting_arguments().any(takes) => Some(
            SuggestedFix::replacement(format!("{number} {code}"), span_through_next_word(misfit)),
        ),
        _ if misfit.waiting_arguments().any(takes) || word == code => None,
        _ => Some(SuggestedFix::replacement(code, misfit.input.word().span())),
    }
}

/// For a percentage such as `21%` without `vat`: add the clause word.
fn share_fix(misfit: &UnexpectedWord<'_>) -> Option<SuggestedFix> {
    let word = misfit.input.word().text;
    let number = word.strip_suffix('%')?;
    let waits = misfit
        .waiting_clauses()
        .any(|slot| slot.clause == Some(Clause::Vat));
    (waits && is_number(number))
        .then(|| SuggestedFix::replacement(format!("vat {word}"), misfit.input.word().span()))
}

/// For a value that only one clause word can stand before, such as a date in an invoice: write the clause word.
fn clause_word_fix(misfit: &UnexpectedWord<'_>) -> Option<SuggestedFix> {
    let word = misfit.input.word().text;
    let clause = glued_words::missing_clause_word(misfit)?;
    let (place, whole) = (misfit.input.place, format!("{clause} {word}"));
    let help = Help::Write(whole.as_str().into());
    Some(SuggestedFix::insertion(&format!("{clause} "), place, help))
}

/// For a Dutch length of time such as `30 dagen`: write the English unit.
fn duration_fix(misfit: &UnexpectedWord<'_>) -> Option<SuggestedFix> {
    let mut waiting = misfit.waiting_arguments();
    let (span, written) = waiting.find_map(|slot| dutch_duration(slot.forms, misfit.input))?;
    Some(SuggestedFix::replacement(written, span))
}

/// A Dutch length of time at the start of a text, where one may stand: its place, and what to write.
pub fn dutch_duration(forms: &[ArgumentForm], at: Input<'_>) -> Option<(Span, String)> {
    let takes = |form: &ArgumentForm| {
        matches!(
            form,
            ArgumentForm::Duration | ArgumentForm::Terms | ArgumentForm::Spent
        )
    };
    let mut words = at.words();
    let (number, next) = (words.next()?, words.next()?);
    let unit = find_english(&DUTCH_UNITS, next.text)?;
    let is_length = forms.iter().any(takes) && is_number(number.text);
    let span = Span::new(number.place, next.span().end);
    let unit = if number.text == "1" {
        unit.trim_end_matches('s')
    } else {
        unit
    };
    is_length.then(|| (span, format!("{} {unit}", number.text)))
}

/// For `payment for #2026-001 10.00` and `payment van @jansen 10.00`: remove the word, because invoices and customers are
/// named directly.
fn needless_for_fix(misfit: &UnexpectedWord<'_>) -> Option<SuggestedFix> {
    let word = misfit.input.word().text;
    let small = word.trim_end_matches(':').to_lowercase();
    let (next, place) = next_word(misfit)?;
    let takes = misfit
        .waiting_arguments()
        .any(|slot| slot.forms.contains(&ArgumentForm::Invoice));
    let of_invoice = takes && NEEDLESS_BEFORE_INVOICE.contains(&&*small) && next.starts_with('#');
    let takes_customer = misfit
        .waiting_arguments()
        .any(|slot| slot.forms.contains(&ArgumentForm::Customer));
    let of_customer =
        takes_customer && NEEDLESS_BEFORE_CUSTOMER.contains(&&*small) && next.starts_with('@');
    (of_invoice || of_customer).then(|| SuggestedFix {
        help: Help::LeaveOut(word.into()),
        edits: vec![Edit::replace(Span::new(misfit.input.place, place), "")],
    })
}

/// For an invoice without `#` or a customer without `@`: add the sigil.
fn sigil_fix(misfit: &UnexpectedWord<'_>) -> Option<SuggestedFix> {
    let word = misfit.input.word().text;
    let of_id = |c: char| c.is_ascii_alphanumeric() || "._/-".contains(c);
    let is_keyword = DIRECTIVES.iter().any(|directive| directive.word() == word);
    if is_keyword
        || is_meaningful(word)
        || !word.starts_with(|c: char| c.is_ascii_alphanumeric())
        || !word.chars().all(of_id)
    {
        return None;
    }
    let waits = |form: ArgumentForm| {
        misfit
            .waiting_arguments()
            .any(|slot| slot.forms.contains(&form))
    };
    let named =
        misfit.has_argument(&ArgumentForm::Invoice) || misfit.has_argument(&ArgumentForm::Customer);
    let must = |form: ArgumentForm| {
        let required = |slot: &Slot| slot.cardinality.is_required() && slot.forms.contains(&form);
        misfit.waiting_arguments().any(required) || (waits(form) && !named)
    };
    let sign = if word.contains(|c: char| c.is_ascii_digit()) {
        (must(ArgumentForm::Invoice) && !crate::syntax::date::looks_like_date(word)).then_some('#')
    } else {
        let small = !word.contains(|c: char| c.is_ascii_uppercase() || c == '/');
        (must(ArgumentForm::Customer) && small).then_some('@')
    }?;
    Some(SuggestedFix::replacement(
        format!("{sign}{word}"),
        misfit.input.word().span(),
    ))
}

/// For words behind all required arguments: put them behind a bar as free text.
fn free_text_fix(misfit: &UnexpectedWord<'_>) -> Option<SuggestedFix> {
    let word = misfit.input.word().text;
    if misfit
        .waiting_arguments()
        .any(|slot| slot.cardinality.is_required())
        || !misfit.is_header()
    {
        return None;
    }
    let place = misfit.input.place;
    let help = Help::PutFreeTextBehindBar;
    if matches!(word, "//" | "--" | "#") {
        return Some(SuggestedFix {
            help,
            edits: vec![Edit::replace(misfit.input.word().span(), "|")],
        });
    }
    let named =
        misfit.has_argument(&ArgumentForm::Invoice) || misfit.has_argument(&ArgumentForm::Customer);
    let words = named && word.starts_with(char::is_alphabetic) && misfit.is_prose();
    words.then(|| SuggestedFix::insertion("| ", place, help))
}

/// The word behind this one, and its place.
fn next_word<'t>(misfit: &UnexpectedWord<'t>) -> Option<(&'t str, u32)> {
    let next = misfit.input.words().nth(1)?;
    Some((next.text, next.place))
}

/// The span from the start of the word to the end of the next.
fn span_through_next_word(misfit: &UnexpectedWord<'_>) -> Span {
    let end = next_word(misfit).map_or(misfit.input.word().span().end, |(next, place)| {
        place.saturating_add(u32::try_from(next.len()).unwrap_or(0))
    });
    Span::new(misfit.input.place, end)
}

fn find_english(list: &[(&'static str, &[&str])], word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    list.iter()
        .find(|(_, dutch)| dutch.contains(&word.as_str()))
        .map(|(english, _)| *english)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.' || c == ',')
}
