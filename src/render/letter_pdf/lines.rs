//! Words over lines of paper, none wider than the room there is.

use super::shaping::{Line, Style, advance, measure, shape};
use crate::render::isolated::isolated;

/// Breaks words into shaped lines at blanks; a word too wide for a line is broken where the line ends. A no-break
/// space breaks nothing. There is at least one line.
pub fn lines(words: &str, style: Style, room: i64) -> Vec<Line> {
    let mut lines = Vec::new();
    for paragraph in isolated(words).split('\n') {
        let mut line = Filling {
            words: String::new(),
            width: 0,
            style,
            room,
        };
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            line.add(word, &mut lines);
        }
        line.end(&mut lines);
    }
    lines
}

/// A line that is being filled.
struct Filling {
    words: String,
    width: i64,
    style: Style,
    room: i64,
}

impl Filling {
    fn add(&mut self, word: &str, lines: &mut Vec<Line>) {
        let wide = measure(word, self.style);
        if !self.words.is_empty() {
            let blank = advance(' ', self.style);
            if self.width + blank + wide <= self.room {
                self.words.push(' ');
                self.words.push_str(word);
                self.width += blank + wide;
                return;
            }
            self.end(lines);
        }
        if wide <= self.room {
            self.words.push_str(word);
            self.width = wide;
            return;
        }
        for sign in word.chars() {
            let wide = advance(sign, self.style);
            if self.width + wide > self.room && !self.words.is_empty() {
                self.end(lines);
            }
            self.words.push(sign);
            self.width += wide;
        }
    }

    fn end(&mut self, lines: &mut Vec<Line>) {
        lines.push(shape(&self.words, self.style));
        self.words.clear();
        self.width = 0;
    }
}
