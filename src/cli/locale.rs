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

/// Text with plain signs for rules, dashes and the sign of what is left out. Each takes one place, so that columns stay.
///
/// ```
/// use tegoed::cli::locale::with_plain_signs;
/// assert_eq!(with_plain_signs("1–30 days\n────\nPark De L…".as_bytes()).as_ref(), b"1-30 days\n----\nPark De L.");
/// ```
pub fn with_plain_signs(text: &[u8]) -> Cow<'_, [u8]> {
    match std::str::from_utf8(text) {
        Ok(text) if !text.is_ascii() => {
            let plain = text.chars().map(|sign| match sign {
                '─' | '–' | '—' => '-',
                '…' => '.',
                other => other,
            });
            Cow::Owned(plain.collect::<String>().into_bytes())
        }
        _ => Cow::Borrowed(text),
    }
}
