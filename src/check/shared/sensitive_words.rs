//! What a note should not hold: numbers of citizens and of cards, and words about health.

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SensitiveKind {
    /// Nine digits that pass the check of a citizen service number.
    CitizenNumber,
    /// Digits that pass the check of a payment card.
    Card,
    /// A word about health.
    Health,
}

const HEALTH_WORDS: [&str; 26] = [
    "ziekenhuis",
    "operatie",
    "kanker",
    "chemo",
    "chemotherapie",
    "burnout",
    "burn-out",
    "depressie",
    "depressief",
    "zwanger",
    "miskraam",
    "diagnose",
    "psychiater",
    "psycholoog",
    "verslaafd",
    "beroerte",
    "hartinfarct",
    "hospital",
    "surgery",
    "cancer",
    "depression",
    "depressed",
    "pregnant",
    "diagnosis",
    "addicted",
    "psychiatrist",
];

/// Words of fewer letters are not looked up: most are short.
const SHORTEST_HEALTH_WORD: usize = 5;

fn is_about_health(word: &str) -> bool {
    word.len() >= SHORTEST_HEALTH_WORD
        && HEALTH_WORDS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
}

/// The first private thing in a text: what, where it starts and how long it is, in bytes.
pub fn find_sensitive(text: &str) -> Option<(SensitiveKind, u32, u32)> {
    let mut place = 0_usize;
    let (mut numbers, mut first_number) = (String::new(), 0_usize);
    for word in text.split_inclusive([' ', '\t']) {
        place = place.saturating_add(word.len());
        let sign = |letter: char| !letter.is_alphanumeric();
        let behind = word.trim_start_matches(sign);
        let at = place.saturating_sub(behind.len());
        let bare = behind.trim_end_matches(sign);
        if is_digits(bare) && !word.starts_with(['#', '+']) {
            if numbers.is_empty() {
                first_number = at;
            }
            numbers.extend(bare.chars().filter(char::is_ascii_digit));
            let number_end = at.saturating_add(bare.len());
            if bare.len() == 9 && is_citizen_number(bare) {
                return sensitive_at(SensitiveKind::CitizenNumber, at, bare.len());
            }
            if is_card(&numbers) {
                return sensitive_at(
                    SensitiveKind::Card,
                    first_number,
                    number_end.saturating_sub(first_number),
                );
            }
            continue;
        }
        numbers.clear();
        if is_about_health(bare) {
            return sensitive_at(SensitiveKind::Health, at, bare.len());
        }
    }
    None
}

fn sensitive_at(
    what: SensitiveKind,
    start: usize,
    length: usize,
) -> Option<(SensitiveKind, u32, u32)> {
    Some((
        what,
        u32::try_from(start).ok()?,
        u32::try_from(length).ok()?,
    ))
}

/// Digits, with hyphens between groups.
fn is_digits(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// The elevenths proof: weights nine to two, and minus one for the last digit.
fn is_citizen_number(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let values = digits.chars().filter_map(|digit| digit.to_digit(10));
    let sum: i64 = values
        .zip(weights)
        .map(|(digit, weight)| i64::from(digit) * weight)
        .sum();
    digits.bytes().all(|byte| byte.is_ascii_digit()) && sum != 0 && sum % 11 == 0
}

/// Sixteen digits (fifteen for one brand) that begin as cards do and pass their check.
fn is_card(digits: &str) -> bool {
    let begins = match digits.len() {
        15 => digits.starts_with("34") || digits.starts_with("37"),
        16 => digits.starts_with(['2', '4', '5', '6']),
        _ => false,
    };
    begins && {
        let values = digits.chars().rev().filter_map(|digit| digit.to_digit(10));
        let sum: u32 = values
            .enumerate()
            .map(|(place, digit)| {
                if place % 2 == 1 {
                    double_digit(digit)
                } else {
                    digit
                }
            })
            .sum();
        sum.is_multiple_of(10)
    }
}

const fn double_digit(digit: u32) -> u32 {
    let twice = digit * 2;
    if twice > 9 { twice - 9 } else { twice }
}

#[cfg(test)]
mod tests {
    use super::{HEALTH_WORDS, SHORTEST_HEALTH_WORD, SensitiveKind, find_sensitive};

    #[test]
    fn numbers_and_words_are_found_and_harmless_ones_are_not() {
        let what = |text| find_sensitive(text).map(|(what, ..)| what);
        assert_eq!(
            what("BSN 111222333, zie dossier"),
            Some(SensitiveKind::CitizenNumber)
        );
        assert_eq!(what("card 4111 1111 1111 1111"), Some(SensitiveKind::Card));
        assert_eq!(
            what("hij ligt in het Ziekenhuis."),
            Some(SensitiveKind::Health)
        );
        assert_eq!(what("bel 06 12345678 of 020-5550123"), None);
        assert_eq!(what("order 111222334, factuur 20260001"), None);
    }

    #[test]
    fn no_word_is_too_short_to_be_looked_up() {
        assert!(
            HEALTH_WORDS
                .iter()
                .all(|word| word.len() >= SHORTEST_HEALTH_WORD)
        );
    }

    #[test]
    fn the_place_is_that_of_the_word() {
        assert_eq!(
            find_sensitive("in het ziekenhuis"),
            Some((SensitiveKind::Health, 7, 10))
        );
    }
}
