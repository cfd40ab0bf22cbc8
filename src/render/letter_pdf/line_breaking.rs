//! Words over lines of paper, none wider than the room there is.

use super::settable_text::settable_text;
use super::shaping::{FontStyle, ShapedLine, char_advance, measure_text, shape_line};
use crate::render::unbreakable::join_unbreakable;

/// Breaks words into shaped lines at blanks; a word too wide for a line is broken where the line ends. A no-break
/// space breaks nothing. There is at least one line.
pub fn break_lines(words: &str, style: FontStyle, room: i64) -> Vec<ShapedLine> {
    let mut lines = Vec::new();
    for paragraph in settable_text(words).split('\n') {
        let mut line = LineBuilder {
            words: String::new(),
            width: 0,
            style,
            room,
        };
        let words = paragraph.split(' ').filter(|word| !word.is_empty());
        for words in join_unbreakable(words) {
            line.add_unbreakable(&words, &mut lines);
        }
        line.finish_line(&mut lines);
    }
    lines
}

/// A line that is being filled.
struct LineBuilder {
    words: String,
    width: i64,
    style: FontStyle,
    room: i64,
}

impl LineBuilder {
    /// What stays together is one long word, unless no line is wide enough for it.
    fn add_unbreakable(&mut self, words: &str, lines: &mut Vec<ShapedLine>) {
        if measure_text(words, self.style) <= self.room {
            self.add_word(words, lines);
        } else {
            words.split(' ').for_each(|word| self.add_word(word, lines));
        }
    }

    fn add_word(&mut self, word: &str, lines: &mut Vec<ShapedLine>) {
        let wide = measure_text(word, self.style);
        if !self.words.is_empty() {
            let blank = char_advance(' ', self.style);
            if self.width + blank + wide <= self.room {
                self.words.push(' ');
                self.words.push_str(word);
                self.width += blank + wide;
                return;
            }
            self.finish_line(lines);
        }
        if wide <= self.room {
            self.words.push_str(word);
            self.width = wide;
            return;
        }
        for sign in word.chars() {
            let wide = char_advance(sign, self.style);
            if self.width + wide > self.room && !self.words.is_empty() {
                self.finish_line(lines);
            }
            self.words.push(sign);
            self.width += wide;
        }
    }

    fn finish_line(&mut self, lines: &mut Vec<ShapedLine>) {
        lines.push(shape_line(&self.words, self.style));
        self.words.clear();
        self.width = 0;
    }
}
