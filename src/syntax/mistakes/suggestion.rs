//! Suggestions: the nearest word, and the English keyword for a Dutch one.

use crate::syntax::directive::DIRECTIVES;
use crate::syntax::table::Directive;
use crate::text::argument_form::ArgumentForm;

/// The candidate most similar to a word; `None` where none is similar enough.
///
/// ```
/// use tegoed::syntax::mistakes::suggestion::nearest;
/// assert_eq!(nearest("paymnet", ["payment", "invoice"]), Some("payment"));
/// assert_eq!(nearest("zzz", ["payment", "invoice"]), None);
/// ```
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance_of_alike(word, candidate)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// The words of the closed lists among some forms.
pub fn listed_words(forms: &[ArgumentForm]) -> impl Iterator<Item = &'static str> + Clone + '_ {
    let lists = forms.iter().filter_map(|form| match form {
        ArgumentForm::Word(list) | ArgumentForm::List(list) => Some(*list),
        _ => None,
    });
    lists.flatten().copied()
}

/// How many letters two words differ by; `None` where nobody would take one for the other.
pub fn distance_of_alike(word: &str, candidate: &str) -> Option<usize> {
    let length = word.chars().count();
    let allowed = (length / 3).max(1);
    // Words of very different lengths are not alike, and comparing them would take long.
    if candidate.chars().count().abs_diff(length) > allowed {
        return None;
    }
    let distance = strsim::damerau_levenshtein(word, candidate);
    (distance <= allowed).then_some(distance)
}

/// The keyword that a Dutch word stands for.
pub fn directive_from_dutch(word: &str) -> Option<&'static Directive> {
    let word = word.trim_end_matches(':').to_lowercase();
    DIRECTIVES
        .iter()
        .find(|directive| directive.dutch.contains(&word.as_str()))
        .copied()
}

/// The English keyword, followed by the stage where the Dutch word names one too.
pub fn keyword_with_stage(directive: &Directive, word: &str) -> String {
    let word = word.trim_end_matches(':').to_lowercase();
    match stage_from_dutch(&word) {
        Some(stage) => format!("{} {stage}", directive.word()),
        None => directive.word().to_owned(),
    }
}

/// The stage whose letter has this Dutch name.
pub fn stage_from_dutch(word: &str) -> Option<&'static str> {
    match word {
        "herinnering" => Some("reminder"),
        "aanmaning" | "sommatie" | "ingebrekestelling" => Some("demand"),
        _ => None,
    }
}

/// Whether a word is Dutch for money that comes before its invoice.
pub fn is_down_payment(word: &str) -> bool {
    let word = word.trim_end_matches(':').to_lowercase();
    matches!(
        word.as_str(),
        "aanbetaling" | "voorschot" | "vooruitbetaling" | "voorschotbetaling"
    )
}

/// The keyword that a word begins with, where its first argument follows without a blank: `payment#1`.
pub fn leading_keyword(word: &str) -> Option<&'static str> {
    let mut keywords = DIRECTIVES.iter().map(|directive| directive.word());
    keywords.find(|keyword| {
        let behind = word.strip_prefix(keyword).unwrap_or_default();
        behind.starts_with(|c: char| c.is_ascii_digit() || "#@|".contains(c))
            || matches!(behind, "," | ".") && *keyword == "decimal-mark"
    })
}

/// The keyword most similar to a word; `None` where none is similar enough.
pub fn nearest_keyword(word: &str) -> Option<&'static str> {
    let word = word.trim_end_matches(':').to_lowercase();
    nearest(&word, DIRECTIVES.iter().map(|directive| directive.word()))
}
