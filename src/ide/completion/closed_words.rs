//! Values that the language, the law or this journal has few of: rates of VAT, decimal marks, what came of a contact, codes
//! of findings.

use super::candidate::{Candidate, CandidateKind};
use super::completion_place::CompletionPlace;
use crate::journal::contact_result::{ContactResult, OFFERED_OUTCOMES};
use crate::value::share::Share;
use crate::value::vat_code::{Untaxed, VatCode, ZeroRate};
use std::collections::{BTreeMap, BTreeSet};

/// How far above words of the user's own are looked for.
const MAX_LOOK_BACK: usize = 65_536;
/// No rate of VAT is above this.
const HIGHEST_RATE: u16 = 30;

fn word(at: &CompletionPlace<'_, '_, '_>, word: &str) -> Candidate {
    Candidate::word(CandidateKind::Word, word, &at.typed)
}

/// The rates of VAT of today in the country of the business, and why an amount bears none.
pub fn vat_codes(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let law = at.view.outcome.journal.home_law();
    let rates = (1..=HIGHEST_RATE).filter(|percent| {
        let rate = Share::from_hundredths(u32::from(*percent).saturating_mul(100));
        law.is_some_and(|law| law.is_vat_rate_on(rate, at.view.today))
    });
    let rates = rates.map(|percent| VatCode::Rate(percent.saturating_mul(100)));
    let rates: Vec<VatCode> = rates.collect();
    let zero = ZeroRate::ALL.iter().copied().map(VatCode::Zero);
    let none = Untaxed::ALL.iter().copied().map(VatCode::Untaxed);
    let codes = rates.into_iter().rev().chain(zero).chain(none);
    codes.map(|code| word(at, &code.to_string())).collect()
}

/// The decimal marks.
pub fn decimal_marks(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    vec![word(at, ","), word(at, ".")]
}

/// The words behind `outcome:` that letters and figures know, and those of the entries above.
pub fn outcomes(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let say = &at.view.language.phrases.editor;
    let known = OFFERED_OUTCOMES.iter().map(|outcome| {
        let meaning = match ContactResult::from_outcome(outcome) {
            ContactResult::NotReached => say.not_reached,
            ContactResult::Planned => say.planned,
            ContactResult::CalledOff => say.called_off,
            ContactResult::Held | ContactResult::Unsaid => say.held,
        };
        word(at, outcome).about(meaning)
    });
    let known: Vec<Candidate> = known.collect();
    let own = own_outcomes(at.above).into_iter();
    let own = own.filter(|outcome| !OFFERED_OUTCOMES.contains(outcome));
    known
        .into_iter()
        .chain(own.map(|outcome| word(at, outcome)))
        .collect()
}

/// The words that the entries above have there, those that they have most first.
fn own_outcomes(above: &str) -> Vec<&str> {
    let mut from = above.len().saturating_sub(MAX_LOOK_BACK);
    while !above.is_char_boundary(from) {
        from = from.saturating_sub(1);
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in above.get(from..).unwrap_or_default().lines() {
        let line = line.trim_start();
        if let Some(word) = line.strip_prefix("outcome:") {
            let count = counts.entry(word.trim()).or_default();
            *count = count.saturating_add(1);
        }
    }
    let mut words: Vec<(&str, usize)> = counts.into_iter().collect();
    words.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), *word));
    words.into_iter().map(|(word, _)| word).collect()
}

/// The codes of what is found at the entry, to be allowed there.
pub fn finding_codes(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let Some(entry) = at.view.entry_at(at.typed.span.origin()) else {
        return Vec::new();
    };
    let findings = at.view.findings.diagnostics.iter();
    let here = findings.filter(|finding| {
        let place = finding.primary.span;
        entry.span.start <= place.start && place.start <= entry.span.end
    });
    let codes: BTreeSet<(&str, &str)> = here
        .map(|finding| (finding.kind.code, finding.kind.name))
        .collect();
    let each = codes.into_iter();
    each.map(|(code, name)| word(at, code).about(name).found_by([name]))
        .collect()
}
