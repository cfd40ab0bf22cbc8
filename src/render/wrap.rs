//! Words over several lines, none wider than the room there is.

use super::escape_controls::is_printable_ascii;
use super::unbreakable::join_unbreakable;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many places words take on a terminal.
pub fn display_width(words: &str) -> usize {
    if words.is_ascii() {
        words.len()
    } else {
        words.width()
    }
}

/// How many places the widest of their lines takes.
pub fn widest_line(words: &str) -> usize {
    if is_printable_ascii(words) {
        words.len()
    } else {
        words.split('\n').map(display_width).max().unwrap_or(0)
    }
}

/// The widest single word.
pub fn widest_word(words: &str) -> usize {
    if is_printable_ascii(words) {
        let words = words.as_bytes().split(|byte| *byte == b' ');
        return words.map(<[u8]>::len).max().unwrap_or(0);
    }
    split_words(words).map(display_width).max().unwrap_or(0)
}

/// Breaks words into lines at blanks; a word too wide for a line is broken where the line ends.
///
/// ```
/// use tegoed::render::wrap::wrap_text;
/// assert_eq!(wrap_text("Museum De Fundatie", 9), ["Museum De", "Fundatie"]);
/// assert_eq!(wrap_text("Fundatie", 5), ["Funda", "tie"]);
/// assert_eq!(wrap_text("nog \u{20ac}\u{a0}5", 6), ["nog", "\u{20ac}\u{a0}5"]);
/// assert_eq!(wrap_text("uiterlijk op 4 mei 2026", 17), ["uiterlijk op", "4 mei 2026"]);
/// assert_eq!(wrap_text("", 5), [""]);
/// ```
pub fn wrap_text(words: &str, room: usize) -> Vec<String> {
    let room = room.max(1);
    let mut lines = Vec::new();
    for paragraph in words.split('\n') {
        let mut line = String::new();
        for word in join_unbreakable(split_words(paragraph)) {
            add_unbreakable(&mut lines, &mut line, &word, room);
        }
        lines.push(line);
    }
    lines
}

/// Words, parted at blanks; one that forbids a break is a letter like others.
fn split_words(words: &str) -> impl Iterator<Item = &str> {
    let parts = words.split(|sign: char| {
        sign.is_whitespace() && !matches!(sign, '\u{a0}' | '\u{2007}' | '\u{202f}')
    });
    parts.filter(|word| !word.is_empty())
}

/// What stays together starts a line of its own where it does not fit on this one; where no line is wide enough, its
/// words are words like others.
fn add_unbreakable(lines: &mut Vec<String>, line: &mut String, words: &str, room: usize) {
    let wide = display_width(words);
    if wide > room {
        for word in words.split(' ') {
            add_word(lines, line, word, room);
        }
        return;
    }
    if !line.is_empty() && display_width(line).saturating_add(1).saturating_add(wide) > room {
        lines.push(std::mem::take(line));
    }
    if !line.is_empty() {
        line.push(' ');
    }
    line.push_str(words);
}

fn add_word(lines: &mut Vec<String>, line: &mut String, word: &str, room: usize) {
    let taken = display_width(line);
    if taken > 0 {
        if taken.saturating_add(1).saturating_add(display_width(word)) <= room {
            line.push(' ');
            line.push_str(word);
            return;
        }
        lines.push(std::mem::take(line));
    }
    let mut used = 0_usize;
    for character in word.chars() {
        let wide = character.width().unwrap_or(0);
        if used.saturating_add(wide) > room && used > 0 {
            lines.push(std::mem::take(line));
            used = 0;
        }
        line.push(character);
        used = used.saturating_add(wide);
    }
}
