//! The tone of words that go into letters.

use tegoed::language::{LANGUAGES, find_language};
use tegoed::letter::tone::{ToneFaultKind, find_tone_faults};

fn kinds(language: &str, text: &str) -> Vec<ToneFaultKind> {
    let language = find_language(LANGUAGES, language).expect("a language");
    let found = find_tone_faults(text, &language.phrases.tone).into_iter();
    found.map(|(kind, _)| kind).collect()
}

#[test]
fn shouting_names_and_threats_are_heard() {
    use ToneFaultKind::{Capitals, Escalation, ExclamationMarks, Insult, Threat};
    assert_eq!(
        kinds("nl", "BETAAL NU, of wij sturen een knokploeg!! Idioot."),
        [Capitals, Threat, ExclamationMarks, Insult]
    );
    assert_eq!(
        kinds("en", "Pay up, you Crook, or we go to court!?"),
        [Insult, Escalation, ExclamationMarks]
    );
    assert_eq!(
        kinds("nl", "Wij weten  waar u woont, wanbetaler."),
        [Threat, Insult]
    );
}

#[test]
fn plain_words_are_not() {
    for calm in [
        "Betaal op IBAN NL91ABNA0417164300, BIC ABNANL2A, t.n.v. ANWB B.V.",
        "{{ IBAN_GROOT }} {% if KLANT_SCHREEUWT %}Dank u wel!{% endif %}",
        "De rechterkant van het kozijn; buitengerechtelijke incassokosten.",
        "Een {% onafgemaakt",
        "",
    ] {
        assert_eq!(kinds("nl", calm), [], "{calm}");
    }
}

/// A word of the lists is found as it stands there: in small letters, without signs, a first letter of ASCII.
#[test]
fn every_word_of_the_lists_is_found() {
    for language in LANGUAGES {
        let words = &language.phrases.tone;
        for phrase in [words.insults, words.threats, words.escalations].concat() {
            let said = format!("Zo: {phrase}.");
            assert!(!find_tone_faults(&said, words).is_empty(), "{phrase}");
        }
    }
}
