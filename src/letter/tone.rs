//! The tone of words that go into letters: nobody is shouted at, called names, or threatened with what is not next
//! (SPEC.md 15.3). An angry letter ends below the pile.

use crate::language::LANGUAGES;
use crate::language::tone::ToneWords;
use aho_corasick::AhoCorasick;
use memchr::memchr;
use std::cmp::{Ordering, Reverse};
use std::ops::Range;
use std::sync::LazyLock;

/// Something in the tone of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToneFaultKind {
    /// Words in capitals.
    Capitals,
    /// Several exclamation marks.
    ExclamationMarks,
    /// A name that one calls nobody.
    Insult,
    /// A threat that no letter may make.
    Threat,
    /// Somebody else is to collect, and that is not the next step.
    Escalation,
}

impl ToneFaultKind {
    /// What was found, and what to write instead.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Capitals => (
                "capitals",
                "write it in small letters: capitals read as shouting",
            ),
            Self::ExclamationMarks => (
                "several exclamation marks",
                "a full stop will do: an angry letter is put below the pile",
            ),
            Self::Insult => (
                "an insulting word",
                "leave it out: say what is owed, since when, and what you ask",
            ),
            Self::Threat => (
                "a threat",
                "leave it out: a letter may name its next step, and nothing else that might happen",
            ),
            Self::Escalation => (
                "a step that is not next",
                "a letter may name only its next step: take it out, or ask `{% if next_step == \"handover\" %}` before it",
            ),
        }
    }
}

/// Something in the tone, and the bytes where it stands.
pub type ToneFault = (ToneFaultKind, Range<usize>);

/// Capitals of fewer letters are names of things, such as IBAN.
const SHOUTED_LETTERS: usize = 6;
/// One of the words has as many.
const SHOUTED_WORD: usize = 5;

/// All that is wrong with the tone of a text, by place. What stands between braces is no text.
pub fn find_tone_faults(text: &str, words: &ToneWords) -> Vec<ToneFault> {
    find_faults_in(text, [words])
}

/// The same in the words of every language, for a text of which nobody says in which it is written.
pub fn find_tone_faults_in_any_language(text: &str) -> Vec<ToneFault> {
    if !may_have_fault(text) {
        return Vec::new();
    }
    let languages = LANGUAGES.iter();
    find_faults_in(text, languages.map(|language| &language.phrases.tone))
}

fn find_faults_in<'w>(
    text: &str,
    languages: impl IntoIterator<Item = &'w ToneWords>,
) -> Vec<ToneFault> {
    let plain = text.contains('{').then(|| blank_out_braces(text));
    let text = plain.as_deref().unwrap_or(text);
    let tokens = split_words(text);
    let mut found = shouted_words(text, &tokens);
    found.extend(exclamation_marks(text));
    for words in languages {
        let lists = [
            (ToneFaultKind::Insult, words.insults),
            (ToneFaultKind::Threat, words.threats),
            (ToneFaultKind::Escalation, words.escalations),
        ];
        for (kind, list) in lists {
            let places = phrases_in(text, &tokens, list);
            found.extend(places.map(|place| (kind, place)));
        }
    }
    // Of a word that is wrong twice the graver thing is told.
    found.sort_by_key(|(kind, place)| (place.start, Reverse(*kind)));
    found.dedup_by(|(_, other), (_, first)| other.start < first.end);
    found
}

/// Whether it is worth while to split a text into words: nearly every line of a journal has nothing that can be a fault
/// (100,000 invoices: 1,450 million instructions where each was split).
fn may_have_fault(text: &str) -> bool {
    let bytes = text.as_bytes();
    let says_phrase = || {
        let words = PHRASE_WORDS.as_ref();
        words.is_none_or(|words| words.is_match(bytes))
    };
    memchr(b'!', bytes).is_some() || has_loud_run(bytes) || says_phrase()
}

/// Whether enough capitals stand together to be shouted. Letters beyond ASCII may be capitals.
fn has_loud_run(bytes: &[u8]) -> bool {
    let is_loud = |byte: &u8| byte.is_ascii_uppercase() || !byte.is_ascii();
    // Counted without a branch, which takes a tenth of looking for the run.
    let loud = bytes.iter().map(|byte| usize::from(is_loud(byte)));
    let runs = || bytes.split(|byte| !is_loud(byte));
    loud.sum::<usize>() >= SHOUTED_WORD && runs().any(|run| run.len() >= SHOUTED_WORD)
}

/// The longest word of each phrase of every language: a text without any of them has no phrase. `None` where they cannot be
/// looked for at once.
static PHRASE_WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let lists = LANGUAGES.iter().flat_map(|language| {
        let words = &language.phrases.tone;
        [words.insults, words.threats, words.escalations]
    });
    let longest = |phrase: &&'static str| phrase.split(' ').max_by_key(|word| word.len());
    let words = lists.flatten().filter_map(longest);
    let mut builder = AhoCorasick::builder();
    builder.ascii_case_insensitive(true).build(words).ok()
});

/// The same text with blanks for all between `{{` and `}}`, `{%` and `%}`, `{#` and `#}`.
fn blank_out_braces(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = ["{{", "{%", "{#"]
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min()
    {
        let (before, inside) = rest.split_at(open);
        plain.push_str(before);
        let ends = ["}}", "%}", "#}"]
            .iter()
            .filter_map(|mark| inside.find(mark))
            .min();
        let end = ends.map_or(inside.len(), |end| end.saturating_add(2));
        let (braces, behind) = inside.split_at_checked(end).unwrap_or((inside, ""));
        plain.extend(
            braces
                .bytes()
                .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
        );
        rest = behind;
    }
    plain.push_str(rest);
    plain
}

/// The words of a text: letters and digits.
fn split_words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices() {
        if !letter.is_alphanumeric() {
            continue;
        }
        let end = at.saturating_add(letter.len_utf8());
        match words.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => words.push(at..end),
        }
    }
    words
}

/// Runs of words in capitals that are long enough to be no names of things.
fn shouted_words(text: &str, words: &[Range<usize>]) -> Vec<ToneFault> {
    let shouted = |word: &Range<usize>| {
        let word = text.get(word.clone()).unwrap_or_default();
        word.chars().count() > 1 && word.chars().all(char::is_uppercase)
    };
    let length = |word: &Range<usize>| text.get(word.clone()).unwrap_or_default().chars().count();
    let beside = |one: &Range<usize>, other: &Range<usize>| {
        let between = text.get(one.end..other.start).unwrap_or_default();
        between.chars().all(|sign| sign == ' ' || sign == ',')
    };
    let runs = words.chunk_by(|one, other| shouted(one) && shouted(other) && beside(one, other));
    let runs = runs.filter(|run| run.first().is_some_and(&shouted));
    let loud = runs.filter(|run| {
        let letters: usize = run.iter().map(length).sum();
        letters >= SHOUTED_LETTERS && run.iter().any(|word| length(word) >= SHOUTED_WORD)
    });
    let places = loud.filter_map(|run| Some(run.first()?.start..run.last()?.end));
    places
        .map(|place| (ToneFaultKind::Capitals, place))
        .collect()
}

fn exclamation_marks(text: &str) -> Vec<ToneFault> {
    let marks = |letter: char| letter == '!' || letter == '?';
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find('!')) {
        let start = start.saturating_add(from);
        let run = text.get(start..).unwrap_or_default();
        let length = run.find(|letter| !marks(letter)).unwrap_or(run.len());
        from = start.saturating_add(length);
        if length > 1 {
            found.push((ToneFaultKind::ExclamationMarks, start..from));
        }
    }
    found
}

/// Where phrases of a list stand in a text, whole words only. The list is sorted, and a word is looked for by halves: a
/// journal has as many words as letters.
fn phrases_in<'w>(
    text: &'w str,
    words: &'w [Range<usize>],
    list: &'w [&'w str],
) -> impl Iterator<Item = Range<usize>> + 'w {
    let starts = words.iter().enumerate();
    starts.filter_map(move |(place, word)| {
        let word = text.get(word.clone()).unwrap_or_default();
        let before = |phrase: &&str| compare_first_word(phrase, word) == Ordering::Less;
        let from = list.partition_point(before);
        let begins_so = |phrase: &&&str| compare_first_word(phrase, word) == Ordering::Equal;
        let mut phrases = list.get(from..)?.iter().take_while(begins_so);
        let run = words.get(place..)?;
        phrases.find_map(move |phrase| phrase_at(text, run, phrase))
    })
}

/// How the first word of a phrase stands to a word, whatever the capitals of that.
fn compare_first_word(phrase: &str, word: &str) -> Ordering {
    let first = phrase.bytes().take_while(|byte| *byte != b' ');
    first.cmp(word.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// The bytes of a phrase, where the next words are its words.
fn phrase_at(text: &str, words: &[Range<usize>], phrase: &str) -> Option<Range<usize>> {
    let length = phrase.split(' ').count();
    let run = words.get(..length)?;
    let mut pairs = run.iter().zip(phrase.split(' '));
    let said = pairs.all(|(word, wanted)| {
        let word = text.get(word.clone()).unwrap_or_default();
        word.eq_ignore_ascii_case(wanted)
    });
    said.then_some(run.first()?.start..run.last()?.end)
}
