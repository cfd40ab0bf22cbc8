//! Sheets of A4 that fill from the top; what does not fit goes to the next.

use super::line_breaking::break_lines;
use super::shaping::{FontStyle, ShapedLine};
use crate::render::payment_code::PaymentCode;

/// Width and height of A4, in thousandths of a point.
pub const PAGE_SIZE: [i64; 2] = [595_276, 841_890];
/// Where words begin.
pub const LEFT_MARGIN: i64 = tenths_of_mm(250);
/// How wide they may be.
pub const TEXT_WIDTH: i64 = tenths_of_mm(1650);
/// Where the second page begins.
const TOP_MARGIN: i64 = tenths_of_mm(200);
/// Where pages end.
const PAGE_BOTTOM: i64 = tenths_of_mm(2760);
/// Where a page ends that is the only one.
const SINGLE_PAGE_BOTTOM: i64 = tenths_of_mm(2830);
/// The same where it is set closest: printers reach as far.
const CLOSEST_PAGE_BOTTOM: i64 = tenths_of_mm(2860);
/// Where the number of the page stands.
const PAGE_NUMBER_TOP: i64 = tenths_of_mm(2830);

/// Labels, notes and numbers of pages.
pub const GREY: u8 = 85;

/// A way to set words.
pub const fn font_style(size: i64, bold: bool, grey: u8) -> FontStyle {
    FontStyle { size, bold, grey }
}

/// Tenths of a millimetre in thousandths of a point.
pub const fn tenths_of_mm(tenths: i64) -> i64 {
    tenths * 28_346 / 100
}

/// How close things stand to each other. A letter that would take a second sheet for a few lines is set closer, never
/// so close that it is hard to read.
#[derive(Clone, Copy, Debug)]
pub struct PageStyle {
    /// How the letter itself is set.
    pub body: FontStyle,
    /// How high a line is, in hundredths of its letters.
    line_percent: i64,
    /// White below a paragraph.
    pub paragraph_gap: i64,
    /// How long the sides of the payment code are; the guidelines of its makers ask for 20 mm at least.
    pub code_side: i64,
    /// White over the name of who signs.
    pub signature_room: i64,
    /// Whether what the code is for stands beside it, where it takes no height; else below it.
    pub caption_beside: bool,
    /// White above and below a row of a table.
    pub cell_padding: i64,
    /// Whether particulars stand in two columns, where each fits on a line, and references beside place and day.
    pub is_side_by_side: bool,
    /// Where the letter begins below the window.
    pub body_top: i64,
    /// White above and below how to pay.
    pub payment_white: i64,
    /// Where pages end. A letter on one sheet has no number at its foot.
    page_bottom: i64,
}

/// From roomy to close.
pub const PAGE_STYLES: [PageStyle; 6] = [
    PageStyle {
        body: font_style(10_000, false, 0),
        line_percent: 140,
        paragraph_gap: tenths_of_mm(28),
        code_side: tenths_of_mm(320),
        signature_room: tenths_of_mm(110),
        caption_beside: false,
        cell_padding: tenths_of_mm(8),
        is_side_by_side: false,
        body_top: tenths_of_mm(950),
        payment_white: tenths_of_mm(22),
        page_bottom: PAGE_BOTTOM,
    },
    PageStyle {
        body: font_style(10_000, false, 0),
        line_percent: 132,
        paragraph_gap: tenths_of_mm(22),
        code_side: tenths_of_mm(280),
        signature_room: tenths_of_mm(90),
        caption_beside: false,
        cell_padding: tenths_of_mm(8),
        is_side_by_side: false,
        body_top: tenths_of_mm(950),
        payment_white: tenths_of_mm(22),
        page_bottom: SINGLE_PAGE_BOTTOM,
    },
    PageStyle {
        body: font_style(9_500, false, 0),
        line_percent: 127,
        paragraph_gap: tenths_of_mm(18),
        code_side: tenths_of_mm(250),
        signature_room: tenths_of_mm(80),
        caption_beside: true,
        cell_padding: tenths_of_mm(6),
        is_side_by_side: false,
        body_top: tenths_of_mm(950),
        payment_white: tenths_of_mm(22),
        page_bottom: SINGLE_PAGE_BOTTOM,
    },
    PageStyle {
        body: font_style(9_000, false, 0),
        line_percent: 122,
        paragraph_gap: tenths_of_mm(15),
        code_side: tenths_of_mm(240),
        signature_room: tenths_of_mm(80),
        caption_beside: true,
        cell_padding: tenths_of_mm(6),
        is_side_by_side: true,
        body_top: tenths_of_mm(930),
        payment_white: tenths_of_mm(16),
        page_bottom: SINGLE_PAGE_BOTTOM,
    },
    PageStyle {
        body: font_style(9_000, false, 0),
        line_percent: 118,
        paragraph_gap: tenths_of_mm(12),
        code_side: tenths_of_mm(230),
        signature_room: tenths_of_mm(65),
        caption_beside: true,
        cell_padding: tenths_of_mm(5),
        is_side_by_side: true,
        body_top: tenths_of_mm(920),
        payment_white: tenths_of_mm(12),
        page_bottom: CLOSEST_PAGE_BOTTOM,
    },
    PageStyle {
        body: font_style(8_500, false, 0),
        line_percent: 116,
        paragraph_gap: tenths_of_mm(10),
        code_side: tenths_of_mm(220),
        signature_room: tenths_of_mm(55),
        caption_beside: true,
        cell_padding: tenths_of_mm(5),
        is_side_by_side: true,
        body_top: tenths_of_mm(920),
        payment_white: tenths_of_mm(12),
        page_bottom: CLOSEST_PAGE_BOTTOM,
    },
];

impl PageStyle {
    /// How high a line is.
    pub const fn line_height(&self, style: FontStyle) -> i64 {
        style.size * self.line_percent / 100
    }

    /// How far below the top of a line its letters stand.
    const fn baseline(&self, style: FontStyle) -> i64 {
        self.line_height(style) - style.size * 33 / 100
    }
}

/// What stands on a page, in thousandths of a point from its left top corner.
#[derive(Clone, Debug)]
pub enum PageElement {
    /// Words.
    Words {
        /// Where they begin.
        left: i64,
        /// Where their letters stand.
        base: i64,
        /// The words.
        line: ShapedLine,
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
pub struct PdfPages {
    /// How close things stand.
    pub layout: PageStyle,
    pages: Vec<Vec<PageElement>>,
    /// So much of what follows stays with what is added now.
    pub tail: i64,
    /// Where the next line begins.
    pub next_top: i64,
}

impl PdfPages {
    /// One empty page.
    pub fn new(layout: PageStyle) -> Self {
        Self {
            layout,
            pages: vec![Vec::new()],
            tail: 0,
            next_top: TOP_MARGIN,
        }
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// Puts something on the page.
    pub fn add_element(&mut self, mark: PageElement) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// Begins a page where so much does not fit on this one; whether it did. Nothing is too high for an empty page.
    pub fn ensure_room(&mut self, height: i64) -> bool {
        let full = self.next_top + height > self.layout.page_bottom && self.next_top > TOP_MARGIN;
        if full {
            self.pages.push(Vec::new());
            self.next_top = TOP_MARGIN;
        }
        full
    }

    /// White below what there is.
    pub fn add_gap(&mut self, height: i64) {
        if self.next_top > TOP_MARGIN {
            self.next_top += height;
        }
    }

    /// Puts lines below each other at a place, without looking whether they fit; answers where they end.
    pub fn add_lines_at(&mut self, left: i64, mut top: i64, lines: Vec<ShapedLine>) -> i64 {
        for line in lines {
            let layout = &self.layout;
            let (base, high) = (
                top + layout.baseline(line.style),
                layout.line_height(line.style),
            );
            self.add_element(PageElement::Words { left, base, line });
            top += high;
        }
        top
    }

    /// The same, each line ending at a place.
    pub fn add_lines_right_aligned(&mut self, right: i64, top: i64, lines: Vec<ShapedLine>) {
        let mut top = top;
        for line in lines {
            top = self.add_lines_at(right - line.width, top, vec![line]);
        }
    }

    /// Words over as many lines and pages as they need; two lines at least stay together.
    pub fn add_paragraph(&mut self, left: i64, words: &str, style: FontStyle) {
        let lines = break_lines(words, style, LEFT_MARGIN + TEXT_WIDTH - left);
        let last = lines.len().saturating_sub(1);
        for (place, line) in lines.into_iter().enumerate() {
            let together = if place == 0 && last > 0 || place + 1 == last {
                2
            } else {
                1
            };
            // What stays with the paragraph stays with its last two lines.
            let tail = if place + together > last {
                self.tail
            } else {
                0
            };
            let together = i64::try_from(together).unwrap_or(1);
            self.ensure_room(self.layout.line_height(style) * together + tail);
            self.next_top = self.add_lines_at(left, self.next_top, vec![line]);
        }
    }

    /// A line over the width of the words.
    pub fn add_rule(&mut self, grey: u8) {
        let top = self.next_top;
        self.add_element(PageElement::Rule {
            left: LEFT_MARGIN,
            top,
            width: TEXT_WIDTH,
            weight: 500,
            grey,
        });
    }

    /// The pages. Where there is more than one, each says at its foot whose it is and which.
    pub fn finish(
        mut self,
        whose: &str,
        number: fn(usize, usize) -> String,
    ) -> Vec<Vec<PageElement>> {
        let count = self.pages.len();
        let small = font_style(8_000, false, GREY);
        if count < 2 {
            return self.pages;
        }
        let pages = std::mem::take(&mut self.pages);
        for (place, page) in pages.into_iter().enumerate() {
            self.pages.push(page);
            let whose = break_lines(whose, small, TEXT_WIDTH * 2 / 3);
            self.add_lines_at(
                LEFT_MARGIN,
                PAGE_NUMBER_TOP,
                whose.into_iter().take(1).collect(),
            );
            let number = break_lines(&number(place + 1, count), small, TEXT_WIDTH / 3);
            self.add_lines_right_aligned(LEFT_MARGIN + TEXT_WIDTH, PAGE_NUMBER_TOP, number);
        }
        self.pages
    }
}
