//! The envelope of a letter as a page to print on: who sends it, that an invoice is in it, and to whom it goes.
//!
//! For envelopes without a window. The lowest 20 mm stay white, where the post prints its marks, and so does the upper
//! right corner, for the stamp.

use super::line_breaking::break_lines;
use super::missing_glyphs::missing_glyphs_message;
use super::pages::{GREY, PAGE_STYLES, PdfPages, font_style, tenths_of_mm};
use super::pdf_writer;
use super::shaping::FontStyle;
use crate::document::letter::Letter;
use crate::render::envelope_size::EnvelopeSize;

const SENDER: FontStyle = font_style(8_000, false, GREY);
const NOTE: FontStyle = font_style(11_000, true, 0);
const ADDRESS: FontStyle = font_style(12_000, false, 0);
/// White at the left and above.
const MARGIN: i64 = tenths_of_mm(120);
/// What the post keeps at the lower edge.
const POSTAL_STRIP: i64 = tenths_of_mm(200);

/// Writes the envelope. That an invoice is enclosed it says only where one is.
///
/// # Errors
/// The address does not fit, or holds letters that the fonts lack.
pub fn write_envelope(letter: &Letter, size: EnvelopeSize) -> Result<Vec<u8>, String> {
    if let Some(why) = missing_glyphs_message(letter) {
        return Err(why);
    }
    let [layout, ..] = PAGE_STYLES;
    let mut page = PdfPages::new(layout);
    let [width, height] = [size.width, size.height].map(tenths_of_mm);
    let home = std::iter::once(&letter.sender.name).chain(&letter.sender.address);
    let home: Vec<_> = home
        .flat_map(|line| break_lines(line, SENDER, width / 3))
        .collect();
    page.add_lines_at(MARGIN, MARGIN, home);
    let left = width * 45 / 100;
    let room = width - left - MARGIN;
    let address = letter.recipient.iter();
    let address: Vec<_> = address
        .flat_map(|line| break_lines(line, ADDRESS, room))
        .collect();
    let lines = i64::try_from(address.len()).unwrap_or(i64::MAX);
    let high = layout.line_height(ADDRESS).saturating_mul(lines);
    let lowest = height - POSTAL_STRIP;
    let top = (height * 45 / 100).min(lowest - high);
    let note_height = layout.line_height(NOTE) + layout.paragraph_gap;
    if top < MARGIN + note_height {
        return Err(format!(
            "the address takes {lines} lines, more than an envelope {} holds: shorten it, or take a larger one",
            size.name
        ));
    }
    let enclosed = letter.enclosures.iter().filter(|it| it.is_invoice).count();
    if enclosed > 0 {
        let words = (letter.language.phrases.letter.frame.invoice_enclosed)(enclosed);
        page.add_lines_at(left, top - note_height, break_lines(words, NOTE, room));
    }
    page.add_lines_at(left, top, address);
    let pages = page.finish("", letter.language.phrases.letter.frame.page);
    pdf_writer::write_pdf(letter, [width, height], &pages)
}
