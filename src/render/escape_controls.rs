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
        if is_unsafe_on_terminal(character) {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
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

/// Whether a character moves, hides or turns others instead of showing itself.
fn is_unsafe_on_terminal(character: char) -> bool {
    match character {
        '\n' => false,
        '\u{61c}'
        | '\u{180e}'
        | '\u{feff}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => character.is_control(),
    }
}
