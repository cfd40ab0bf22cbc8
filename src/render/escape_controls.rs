//! Characters that would steer a terminal, made visible: `\u{1b}` instead of an escape.

use std::fmt::Write;

/// Writes words of the user so that a terminal only shows them. Line ends stay.
///
/// ```
/// use tegoed::render::escape_controls::escape_controls;
/// let mut out = String::new();
/// escape_controls(&mut out, "De \u{1b}[2JLinde\u{202e}");
/// assert_eq!(out, r"De \u{1b}[2JLinde\u{202e}");
/// ```
pub fn escape_controls(out: &mut String, words: &str) {
    if is_printable_ascii(words) {
        out.push_str(words);
        return;
    }
    for character in words.chars() {
        // A hyphen that shows only at the end of a line does no harm in a table.
        if is_hidden(character) && !matches!(character, '\n' | '\u{ad}') {
            push_escaped(character, out);
        } else {
            out.push(character);
        }
    }
}

/// Whether words are printable ASCII on one line. All of them are looked at, which the machine does many at a time.
pub fn is_printable_ascii(words: &str) -> bool {
    words
        .bytes()
        .fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
}

/// Whether a character would steer a terminal or hide in a line: controls, direction marks, characters without width.
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Writes a hidden character so that it can be seen: `\u{1b}`.
pub fn push_escaped(character: char, output: &mut String) {
    // Writing to a string cannot fail.
    let _done = write!(output, "\\u{{{:x}}}", u32::from(character));
}
