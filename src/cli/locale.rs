//! What the terminal can show: a locale that is not UTF-8 gets lines and dashes of plain signs.

use std::borrow::Cow;

/// Whether the environment names a locale, and that is not UTF-8. Where none is named, terminals of today are.
pub fn wants_plain_signs() -> bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
    let mut named = names.filter_map(|name| std::env::var(name).ok());
    let locale = named.find(|locale| !locale.is_empty());
    locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8")
    })
}

/// Text with plain signs for rules, dashes and what is left out. In a table each takes one place, so that columns stay: `~`
/// ends a name that was shortened.
///
/// ```
/// use tegoed::cli::locale::with_plain_signs;
/// assert_eq!(with_plain_signs("1–30 days\n────\nPark De L…".as_bytes()).as_ref(), b"1-30 days\n----\nPark De L~");
/// assert_eq!(with_plain_signs("you speak to … of".as_bytes()).as_ref(), b"you speak to ... of");
/// ```
pub fn with_plain_signs(text: &[u8]) -> Cow<'_, [u8]> {
    let text = match std::str::from_utf8(text) {
        Ok(words) if !words.is_ascii() => words,
        _ => return Cow::Borrowed(text),
    };
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '─' | '–' | '—' => plain.push('-'),
            '…' if plain.ends_with(char::is_alphanumeric) => plain.push('~'),
            '…' => plain.push_str("..."),
            other => plain.push(other),
        }
    }
    Cow::Owned(plain.into_bytes())
}
