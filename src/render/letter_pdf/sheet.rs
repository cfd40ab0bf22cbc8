//! Sheets of A4 that fill from the top; what does not fit goes to the next.

use super::lines::lines;
use super::shaping::{Line, Style};
use crate::render::payment_code::PaymentCode;

/// Width and height of A4, in thousandths of a point.
pub const PAGE: [i64; 2] = [595_276, 841_890];
/// Where words begin.
pub const LEFT: i64 = millimetres(250);
/// How wide they may be.
pub const ROOM: i64 = millimetres(1650);
/// Where the second page begins.
const TOP: i64 = millimetres(200);
/// Where pages end.
const BOTTOM: i64 = millimetres(2760);
/// Where the number of the page stands.
const NUMBER: i64 = millimetres(2830);

/// Letters and their marks, black.
pub const BODY: Style = style(10_000, false, 0);
/// Labels, notes and numbers of pages.
pub const GREY: u8 = 85;

/// A way to set words.
pub const fn style(size: i64, bold: bool, grey: u8) -> Style {
    Style { size, bold, grey }
}

/// Tenths of a millimetre in thousandths of a point.
pub const fn millimetres(tenths: i64) -> i64 {
    tenths * 28_346 / 100
}

/// How high a line is.
pub const fn height(style: Style) -> i64 {
    style.size * 14 / 10
}

/// How far below the top of a line its letters stand.
const fn base(style: Style) -> i64 {
    style.size * 107 / 100
}

/// What stands on a page, in thousandths of a point from its left top corner.
#[derive(Clone, Debug)]
pub enum Mark {
    /// Words.
    Words {
        /// Where they begin.
        left: i64,
        /// Where their letters stand.
        base: i64,
        /// The words.
        line: Line,
    },
    /// A line from left to right.
    Rule {
        /// Where it begins.
        left: i64,
        /// Its upper side.
        top: i64,
        /// How long it is.
        width: i64,
        /// How thick.
        weight: i64,
        /// How light.
        grey: u8,
    },
    /// A payment code.
    Code {
        /// Where it begins.
        left: i64,
        /// Its upper side.
        top: i64,
        /// How long its sides are, the white around it included.
        side: i64,
        /// The code.
        code: PaymentCode,
    },
}

/// The pages so far, and how far the last is filled.
pub struct Sheets {
    pages: Vec<Vec<Mark>>,
    /// Where the next line begins.
    pub top: i64,
}

impl Sheets {
    /// One empty page.
    pub fn new() -> Self {
        Self {
            pages: vec![Vec::new()],
            top: TOP,
        }
    }

    /// Puts something on the page.
    pub fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// Begins a page where so much does not fit on this one; whether it did. Nothing is too high for an empty page.
    pub fn need(&mut self, height: i64) -> bool {
        let full = self.top + height > BOTTOM && self.top > TOP;
        if full {
            self.pages.push(Vec::new());
            self.top = TOP;
        }
        full
    }

    /// White below what there is.
    pub fn gap(&mut self, height: i64) {
        if self.top > TOP {
            self.top += height;
        }
    }

    /// Puts lines below each other at a place, without looking whether they fit; answers where they end.
    pub fn lines_at(&mut self, left: i64, mut top: i64, lines: Vec<Line>) -> i64 {
        for line in lines {
            let (base, high) = (top + base(line.style), height(line.style));
            self.put(Mark::Words { left, base, line });
            top += high;
        }
        top
    }

    /// The same, each line ending at a place.
    pub fn lines_until(&mut self, right: i64, top: i64, lines: Vec<Line>) {
        let mut top = top;
        for line in lines {
            top = self.lines_at(right - line.width, top, vec![line]);
        }
    }

    /// Words over as many lines and pages as they need; two lines at least stay together.
    pub fn words(&mut self, left: i64, words: &str, style: Style) {
        let lines = lines(words, style, LEFT + ROOM - left);
        let last = lines.len().saturating_sub(1);
        for (place, line) in lines.into_iter().enumerate() {
            let together = if place == 0 && last > 0 || place + 1 == last {
                2
            } else {
                1
            };
            self.need(height(style) * together);
            self.top = self.lines_at(left, self.top, vec![line]);
        }
    }

    /// A line over the width of the words.
    pub fn rule(&mut self, grey: u8) {
        let top = self.top;
        self.put(Mark::Rule {
            left: LEFT,
            top,
            width: ROOM,
            weight: 500,
            grey,
        });
    }

    /// The pages. Where there is more than one, each says at its foot whose it is and which.
    pub fn finish(mut self, whose: &str, number: fn(usize, usize) -> String) -> Vec<Vec<Mark>> {
        let count = self.pages.len();
        let small = style(8_000, false, GREY);
        if count < 2 {
            return self.pages;
        }
        let pages = std::mem::take(&mut self.pages);
        for (place, page) in pages.into_iter().enumerate() {
            self.pages.push(page);
            let whose = lines(whose, small, ROOM * 2 / 3);
            self.lines_at(LEFT, NUMBER, whose.into_iter().take(1).collect());
            let number = lines(&number(place + 1, count), small, ROOM / 3);
            self.lines_until(LEFT + ROOM, NUMBER, number);
        }
        self.pages
    }
}
