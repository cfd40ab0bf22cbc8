//! How letters write amounts, lists of words and names.

use super::phrases::Language;
use crate::value::money::{Minor, Money};

impl Language {
    /// An amount as letters write it.
    ///
    /// ```
    /// use tegoed::language::{LANGUAGES, find_language};
    /// use tegoed::value::{currency::Currency, money::{Minor, Money}};
    /// let amount = Money::new(Minor(123_456), Currency::EUR);
    /// let formatted = |tag| find_language(LANGUAGES, tag).map(|language| language.format_amount(amount));
    /// assert_eq!(formatted("nl").as_deref(), Some("€\u{a0}1.234,56"));
    /// assert_eq!(formatted("en").as_deref(), Some("€1,234.56"));
    /// ```
    pub fn format_amount(&self, money: Money) -> String {
        let mut said = String::new();
        if money.minor < Minor::ZERO {
            said.push('\u{2212}');
        }
        if money.currency.code() == "EUR" {
            said.push('€');
            said.push_str(self.phrases.letter.style.sign_gap);
        } else {
            said.push_str(money.currency.code());
            said.push('\u{a0}');
        }
        let digits = Minor(money.minor.0.saturating_abs());
        let decimals = money.currency.decimals() as usize;
        self.number_marks()
            .write_amount(&mut said, digits, decimals);
        said
    }

    /// An amount without its currency, for a column whose heading names the currency.
    pub fn format_digits(&self, money: Money) -> String {
        let mut said = String::new();
        if money.minor < Minor::ZERO {
            said.push('\u{2212}');
        }
        let digits = Minor(money.minor.0.saturating_abs());
        let decimals = money.currency.decimals() as usize;
        self.number_marks()
            .write_amount(&mut said, digits, decimals);
        said
    }

    /// Words joined as a list: `a, b en c`.
    ///
    /// ```
    /// use tegoed::language::{LANGUAGES, find_language};
    /// let joined = |words: &[&str]| find_language(LANGUAGES, "nl").map(|dutch| dutch.join_words(words));
    /// assert_eq!(joined(&["1", "2", "3"]).as_deref(), Some("1, 2 en 3"));
    /// ```
    pub fn join_words(&self, words: &[&str]) -> String {
        join_with_conjunction(words, self.phrases.letter.style.conjunction)
    }
}

/// Words joined by commas, with `and` before the last.
pub fn join_with_conjunction(words: &[&str], and: &str) -> String {
    match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} {and} {last}", before.join(", ")),
        None => String::new(),
    }
}

/// A name without the initials and titles before it, which a salutation leaves out.
///
/// ```
/// use tegoed::language::letter_text::strip_initials;
/// assert_eq!(strip_initials("mr. J.P. van Dam"), "van Dam");
/// assert_eq!(strip_initials("Grace Hill"), "Grace Hill");
/// assert_eq!(strip_initials("A."), "A.");
/// ```
pub fn strip_initials(name: &str) -> &str {
    let mut rest = name.trim();
    while let Some((first, behind)) = rest.split_once(' ') {
        if !first.ends_with('.') {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}
