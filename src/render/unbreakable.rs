//! What stays on one line: a date, an amount, a phone number, an account, a reference. A line ends before or behind it.

/// The words of a text, those that stay together joined by a blank.
///
/// ```
/// use tegoed::render::unbreakable::join_unbreakable;
/// let words = ["uiterlijk", "17", "februari", "2026."];
/// assert_eq!(join_unbreakable(words), ["uiterlijk", "17 februari 2026."]);
/// assert_eq!(join_unbreakable(["bel", "+31", "50", "555", "01", "23"]), ["bel", "+31 50 555 01 23"]);
/// assert_eq!(join_unbreakable(["EUR", "12.50", "op", "NL91", "ABNA", "0417"]), ["EUR 12.50", "op", "NL91 ABNA 0417"]);
/// assert_eq!(join_unbreakable(["op", "033", "555", "/", "10", "20"]), ["op", "033 555 / 10 20"]);
/// assert_eq!(join_unbreakable(["termijn", "7", "/", "december"]), ["termijn", "7 / december"]);
/// assert_eq!(join_unbreakable(["facturen", "1,", "2", "en", "3"]), ["facturen", "1,", "2", "en", "3"]);
/// ```
pub fn join_unbreakable<'w>(words: impl IntoIterator<Item = &'w str>) -> Vec<String> {
    let words: Vec<&str> = words.into_iter().collect();
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut in_account = false;
    let mut rest = words.as_slice();
    let mut before: Option<&str> = None;
    let mut in_date = 0_usize;
    while let [word, behind @ ..] = rest {
        let stays = in_date > 0
            || joined
                .last()
                .is_some_and(|last| is_stroke(last, word, behind))
            || before.is_some_and(|before| {
                in_account && is_account_group(word) || is_one_number(before, word)
            });
        match joined.last_mut() {
            Some(last) if stays => {
                last.push(' ');
                last.push_str(word);
            }
            _ => joined.push((*word).to_owned()),
        }
        in_account = is_account_start(word) || stays && in_account;
        in_date = if starts_date(word, behind) {
            2
        } else {
            in_date.saturating_sub(1)
        };
        before = Some(word);
        rest = behind;
    }
    joined
}

/// Whether a word is a stroke inside a number, or goes on behind one: `555 / 10`, `7 / december`, `555 - 10`.
fn is_stroke(before: &str, word: &str, behind: &[&str]) -> bool {
    let is_number = |words: &str| words.ends_with(|sign: char| sign.is_ascii_digit());
    let goes_on = || {
        let next = behind.first();
        next.is_some_and(|next| next.starts_with(|sign: char| sign.is_ascii_digit()))
    };
    let is_stroke = word == "/" || matches!(word, "-" | "–") && goes_on();
    let inside = [" /", " -", " –"]
        .iter()
        .find_map(|stroke| before.strip_suffix(stroke));
    is_stroke && is_number(before) || inside.is_some_and(is_number)
}

/// A day of one or two digits, a month in letters, a year of four digits.
fn starts_date(word: &str, behind: &[&str]) -> bool {
    let [month, year, ..] = behind else {
        return false;
    };
    let is_day = matches!(word.len(), 1 | 2) && is_digits(word);
    let year = year.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    is_day && month.chars().all(char::is_alphabetic) && year.len() == 4 && is_digits(year)
}

/// Whether a word goes on with the number before it, or is the number to the sign before it.
fn is_one_number(before: &str, word: &str) -> bool {
    let begins = word.trim_start_matches(['-', '(']);
    let begins = begins.starts_with(|sign: char| sign.is_ascii_digit());
    let is_currency = |word: &str| {
        matches!(word, "€" | "$" | "£" | "¥")
            || word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let is_group = |word: &str| {
        let group =
            |sign: char| sign.is_ascii_digit() || matches!(sign, '+' | '(' | ')' | '-' | '/');
        word.ends_with(|sign: char| sign.is_ascii_digit() || sign == ')') && word.chars().all(group)
    };
    let end = word.trim_end_matches(['.', ',', ';', ':', '?', '!']);
    begins && (is_currency(before) || is_group(before) && is_group(end))
        || word == "%" && before.ends_with(|sign: char| sign.is_ascii_digit())
}

/// `NL91`, `RF18`: the country or the kind, and two digits.
fn is_account_start(word: &str) -> bool {
    let (letters, digits) = word.split_at_checked(2).unwrap_or(("", ""));
    letters.bytes().all(|byte| byte.is_ascii_uppercase()) && digits.len() == 2 && is_digits(digits)
}

/// Up to four capitals and digits, and what ends a sentence.
fn is_account_group(word: &str) -> bool {
    let group = word.trim_end_matches(['.', ',', ';', ':', ')']);
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    matches!(group.len(), 1..=4) && group.bytes().all(fits)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
