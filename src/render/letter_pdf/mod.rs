//! Letters as PDF: A4, the address in the window of the envelope, fonts inside, the code to pay by.
//!
//! Places are those of DIN 5008, form B: the field of the address begins 45 mm from the top and 20 mm from the left,
//! its words 5 mm further; it fits the left window of DIN 680 envelopes DL, C6/5 and C5, as Dutch post has them.

pub mod envelope;
pub mod fonts;
mod line_breaking;
mod missing_glyphs;
mod pages;
mod pdf_writer;
mod settable_text;
mod shaping;
mod tables;

use crate::document::letter::{Letter, LetterBlock, PaymentInstructions};
use crate::language::letters::FrameWords;
use crate::render::address_window::{MANY_ADDRESS_LINES, address_obstacle};
use crate::render::letter_medium::{Attachment, LetterMedium};
use crate::render::payment_code::encode_payment;
use envelope::write_envelope;
use line_breaking::break_lines;
use missing_glyphs::missing_glyphs_message;
use pages::{
    GREY, LEFT_MARGIN, PAGE_SIZE, PAGE_STYLES, PageElement, PageStyle, PdfPages, TEXT_WIDTH,
    font_style, tenths_of_mm,
};
use shaping::{FontStyle, ShapedLine};
use tables::{LabelValueBlock, add_facts, add_table, table_start_height};

/// A page to print and to post, or to send along.
pub static PDF: LetterMedium = LetterMedium {
    name: "pdf",
    extension: "pdf",
    is_read_as_text: false,
    embeds_enclosures: false,
    shows_payment_code: true,
    write,
    write_envelope: Some(write_envelope),
};

fn write(letter: &Letter, _: &[Attachment]) -> Result<Vec<u8>, String> {
    let frame = &letter.language.phrases.letter.frame;
    if let Some(why) = missing_glyphs_message(letter) {
        return Err(why);
    }
    if let Some(why) = address_obstacle(letter.recipient.len()) {
        return Err(why);
    }
    let sheets = lay_out(letter, frame);
    let whose = format!("{} · {}", letter.sender.name, letter.dateline);
    pdf_writer::write_pdf(letter, PAGE_SIZE, &sheets.finish(&whose, frame.page))
}

/// The letter on one sheet, as roomy as that can be; else as roomy as letters usually are.
fn lay_out(letter: &Letter, frame: &FrameWords) -> PdfPages {
    let [usual, closer @ ..] = PAGE_STYLES;
    let roomy = fill_pages(letter, frame, usual);
    if roomy.count() != 2 {
        return roomy;
    }
    let closer = closer.into_iter();
    closer
        .map(|layout| fill_pages(letter, frame, layout))
        .find(|sheets| sheets.count() == 1)
        .unwrap_or(roomy)
}

fn fill_pages(letter: &Letter, frame: &FrameWords, layout: PageStyle) -> PdfPages {
    let mut sheets = PdfPages::new(layout);
    add_letter_head(&mut sheets, letter);
    let closing = LetterEnding::new(letter, frame, &layout);
    // A name never stands alone on a sheet: how to pay goes with it, or the last words of the letter.
    let stays = match &letter.payment {
        Some(_) => 0,
        None => closing.height(&layout) + layout.paragraph_gap,
    };
    add_body(&mut sheets, letter, stays);
    if let Some(payment) = &letter.payment {
        add_payment(&mut sheets, payment, frame, closing.height(&layout));
    }
    closing.add_to_pages(&mut sheets);
    sheets
}

/// The name over the letter.
const NAME: FontStyle = font_style(16_000, true, 0);
/// Where to return it.
const RETURN: FontStyle = font_style(7_000, false, GREY);
/// Who writes, beside the address.
const PARTICULARS: FontStyle = font_style(8_500, false, 0);
/// References.
const REFERENCE: FontStyle = font_style(9_500, false, 0);
/// What it is about.
const SUBJECT: FontStyle = font_style(11_500, true, 0);
/// Headings inside.
const HEADING: FontStyle = font_style(10_000, true, 0);
/// Small print.
const SMALL: FontStyle = font_style(8_000, false, GREY);
/// Under the code.
const CAPTION: FontStyle = font_style(7_500, false, GREY);

/// How wide the address may be.
const ADDRESS_WIDTH: i64 = tenths_of_mm(800);
/// Where the column of the sender begins.
const SENDER_LEFT: i64 = tenths_of_mm(1150);
/// How the address is set: as large in every letter.
const ADDRESS_STYLE: FontStyle = font_style(10_000, false, 0);
/// The same where it has many lines: seven of them end above the lower edge of the window.
const SMALL_ADDRESS_STYLE: FontStyle = font_style(9_000, false, 0);
/// How far these lines are apart.
const SMALL_ADDRESS_PITCH: i64 = tenths_of_mm(38);
/// White above small print.
const FOOTER_WHITE: i64 = tenths_of_mm(15);
/// What goes with the letter.
const ENCLOSED: FontStyle = font_style(9_000, false, 0);

/// The name, the field of the address with where to return it, who writes, place and day, references.
fn add_letter_head(sheets: &mut PdfPages, letter: &Letter) {
    let sender = &letter.sender;
    let name = break_lines(&sender.name, NAME, TEXT_WIDTH);
    // Two lines of a name stay above the window.
    sheets.add_lines_at(
        LEFT_MARGIN,
        tenths_of_mm(200),
        name.into_iter().take(2).collect(),
    );
    let home = std::iter::once(&sender.name).chain(&sender.address);
    let home: Vec<&str> = home.map(String::as_str).collect();
    let home = break_lines(&home.join(" · "), RETURN, ADDRESS_WIDTH)
        .into_iter()
        .take(2);
    let home: Vec<_> = home.collect();
    let layout = sheets.layout;
    let high = layout.line_height(RETURN) * i64::try_from(home.len()).unwrap_or_default();
    sheets.add_lines_at(LEFT_MARGIN, tenths_of_mm(617) - high, home);
    let mut top = tenths_of_mm(627);
    let address = address_lines(letter, ADDRESS_STYLE);
    // Many lines are set smaller and closer, so that all of them are seen through the window.
    let (address, pitch) = if address.len() > MANY_ADDRESS_LINES {
        let smaller = address_lines(letter, SMALL_ADDRESS_STYLE);
        (smaller, SMALL_ADDRESS_PITCH)
    } else {
        (address, layout.line_height(ADDRESS_STYLE))
    };
    for line in address {
        sheets.add_lines_at(LEFT_MARGIN, top, vec![line]);
        top += pitch;
    }
    let gap = layout.paragraph_gap;
    sheets.next_top = top.max(add_sender(sheets, letter)).max(layout.body_top) + gap;
    if layout.is_side_by_side && !letter.references.is_empty() {
        let references = LabelValueBlock::new(&letter.references, REFERENCE, TEXT_WIDTH / 2);
        let bottom = references.add_at(sheets, SENDER_LEFT, sheets.next_top);
        sheets.add_paragraph(LEFT_MARGIN, &letter.dateline, layout.body);
        sheets.next_top = sheets.next_top.max(bottom);
        sheets.add_gap(gap);
        return;
    }
    sheets.add_paragraph(LEFT_MARGIN, &letter.dateline, layout.body);
    sheets.add_gap(gap);
    if !letter.references.is_empty() {
        LabelValueBlock::new(&letter.references, REFERENCE, TEXT_WIDTH).add_to_pages(sheets);
        sheets.add_gap(gap);
    }
}

/// The lines that the address takes in the window.
fn address_lines(letter: &Letter, style: FontStyle) -> Vec<ShapedLine> {
    let lines = letter.recipient.iter();
    lines
        .flat_map(|line| break_lines(line, style, ADDRESS_WIDTH))
        .collect()
}

/// Who writes, beside the address; where it ends.
fn add_sender(sheets: &mut PdfPages, letter: &Letter) -> i64 {
    let room = LEFT_MARGIN + TEXT_WIDTH - SENDER_LEFT;
    let mut top = tenths_of_mm(500);
    for line in &letter.sender.address {
        top = sheets.add_lines_at(SENDER_LEFT, top, break_lines(line, PARTICULARS, room));
    }
    let particulars = LabelValueBlock::new(&letter.sender.particulars, PARTICULARS, room);
    let gap = sheets.layout.paragraph_gap;
    particulars.add_at(sheets, SENDER_LEFT, top + gap)
}

/// What it is about, and what it says. So much of what follows stays with its last words.
fn add_body(sheets: &mut PdfPages, letter: &Letter, stays: i64) {
    let PageStyle {
        paragraph_gap: gap,
        body,
        ..
    } = sheets.layout;
    sheets.add_gap(gap);
    sheets.add_paragraph(LEFT_MARGIN, &letter.subject, SUBJECT);
    sheets.add_gap(2 * gap);
    sheets.add_paragraph(LEFT_MARGIN, &letter.salutation, body);
    sheets.add_gap(gap);
    let mut parts = letter.body.iter().peekable();
    while let Some(part) = parts.next() {
        sheets.tail = parts
            .peek()
            .map_or(stays, |next| start_height(next, &sheets.layout));
        match part {
            LetterBlock::Paragraph(words) => sheets.add_paragraph(LEFT_MARGIN, words, body),
            LetterBlock::Heading(words) => {
                sheets.add_gap(gap);
                sheets.ensure_room(3 * sheets.layout.line_height(HEADING) + sheets.tail);
                sheets.add_paragraph(LEFT_MARGIN, words, HEADING);
                continue;
            }
            LetterBlock::Points(points) => add_points(sheets, points),
            LetterBlock::Facts(facts) => add_facts(sheets, facts, body),
            LetterBlock::Table(rows) => add_table(sheets, rows),
        }
        sheets.add_gap(gap);
    }
    sheets.tail = 0;
}

/// How much of a part stays with the words that open it: the beginning of a table or a list. Words stand by themselves.
fn start_height(part: &LetterBlock, layout: &PageStyle) -> i64 {
    match part {
        LetterBlock::Table(_) => layout.paragraph_gap + table_start_height(layout),
        LetterBlock::Facts(_) | LetterBlock::Points(_) => {
            layout.paragraph_gap + 2 * layout.line_height(layout.body)
        }
        LetterBlock::Paragraph(_) | LetterBlock::Heading(_) => 0,
    }
}

/// The points of a list; what stays with the list stays with its last point.
fn add_points(sheets: &mut PdfPages, points: &[String]) {
    let tail = std::mem::take(&mut sheets.tail);
    let last = points.len().saturating_sub(1);
    let body = sheets.layout.body;
    let indent = tenths_of_mm(45);
    for (place, words) in points.iter().enumerate() {
        sheets.tail = if place == last { tail } else { 0 };
        let first = 2 * sheets.layout.line_height(body);
        sheets.ensure_room(first + sheets.tail);
        let dot = break_lines("•", body, indent);
        sheets.add_lines_at(LEFT_MARGIN, sheets.next_top, dot);
        sheets.add_paragraph(LEFT_MARGIN + indent, words, body);
    }
}

/// How to pay, between two lines; beside it the code where there is one. It stays on one page, with the closing below.
fn add_payment(
    sheets: &mut PdfPages,
    payment: &PaymentInstructions,
    frame: &FrameWords,
    closing_height: i64,
) {
    let layout = sheets.layout;
    let (gap, side) = (layout.paragraph_gap, layout.code_side);
    let code = encode_payment(payment).ok();
    let white = layout.payment_white;
    let beside = tenths_of_mm(80);
    let room = if code.is_some() {
        TEXT_WIDTH - side - beside
    } else {
        TEXT_WIDTH
    };
    let facts = LabelValueBlock::new(&payment.labelled_lines, layout.body, room);
    let width = if layout.caption_beside { room } else { side };
    let caption = break_lines(frame.scan, CAPTION, width);
    let caption_height = line_count_height(&caption, CAPTION, &layout);
    let (facts_height, code_height) = match (&code, layout.caption_beside) {
        (None, _) => (facts.height(&layout), 0),
        (Some(_), false) => (facts.height(&layout), side + caption_height),
        (Some(_), true) => (facts.height(&layout) + caption_height, side),
    };
    let high = facts_height.max(code_height) + 2 * white;
    sheets.add_gap(gap);
    sheets.ensure_room(high + 2 * gap + closing_height);
    sheets.add_rule(0);
    let top = sheets.next_top + white;
    facts.add_at(sheets, LEFT_MARGIN, top);
    if let Some(code) = code {
        let left = LEFT_MARGIN + TEXT_WIDTH - side;
        sheets.add_element(PageElement::Code {
            left,
            top,
            side,
            code,
        });
        let bottom = sheets.next_top + high - white;
        let mut below = if layout.caption_beside {
            bottom - caption_height
        } else {
            top + side
        };
        for line in caption {
            let from = if layout.caption_beside {
                left - tenths_of_mm(30) - line.width
            } else {
                left + (side - line.width) / 2
            };
            below = sheets.add_lines_at(from, below, vec![line]);
        }
    }
    sheets.next_top += high;
    sheets.add_rule(0);
    sheets.add_gap(2 * gap);
}

/// How high some lines are together.
fn line_count_height(lines: &[ShapedLine], style: FontStyle, layout: &PageStyle) -> i64 {
    layout.line_height(style) * i64::try_from(lines.len()).unwrap_or_default()
}

/// Greeting and signature, what goes with the letter, small print: on one page.
struct LetterEnding {
    greeting: Vec<ShapedLine>,
    signature: Vec<ShapedLine>,
    enclosures: Vec<ShapedLine>,
    footer: Vec<ShapedLine>,
}

impl LetterEnding {
    fn new(letter: &Letter, frame: &FrameWords, layout: &PageStyle) -> Self {
        let lines = |words: &[String], style| -> Vec<ShapedLine> {
            let words = words.iter();
            words
                .flat_map(|line| break_lines(line, style, TEXT_WIDTH))
                .collect()
        };
        let names = letter.enclosures.iter().map(|it| it.name.as_str());
        let names: Vec<&str> = names.collect();
        let enclosed = format!("{}: {}", frame.enclosures, names.join(", "));
        Self {
            greeting: break_lines(&letter.closing, layout.body, TEXT_WIDTH),
            signature: lines(&letter.signature, layout.body),
            enclosures: if names.is_empty() {
                Vec::new()
            } else {
                break_lines(&enclosed, ENCLOSED, TEXT_WIDTH)
            },
            footer: lines(&letter.footer, SMALL),
        }
    }

    fn height(&self, layout: &PageStyle) -> i64 {
        let gap = layout.paragraph_gap;
        let high = |lines: &[ShapedLine], style| line_count_height(lines, style, layout);
        let below = |lines: &[ShapedLine], style, white| {
            if lines.is_empty() {
                0
            } else {
                high(lines, style) + white
            }
        };
        high(&self.greeting, layout.body)
            + layout.signature_room
            + high(&self.signature, layout.body)
            + below(&self.enclosures, ENCLOSED, gap)
            + below(&self.footer, SMALL, gap + FOOTER_WHITE)
    }

    fn add_to_pages(self, sheets: &mut PdfPages) {
        let layout = sheets.layout;
        sheets.ensure_room(self.height(&layout));
        sheets.next_top = sheets.add_lines_at(LEFT_MARGIN, sheets.next_top, self.greeting);
        sheets.add_gap(layout.signature_room);
        sheets.next_top = sheets.add_lines_at(LEFT_MARGIN, sheets.next_top, self.signature);
        if !self.enclosures.is_empty() {
            sheets.add_gap(layout.paragraph_gap);
            sheets.next_top = sheets.add_lines_at(LEFT_MARGIN, sheets.next_top, self.enclosures);
        }
        if !self.footer.is_empty() {
            sheets.add_gap(layout.paragraph_gap);
            sheets.add_rule(221);
            sheets.add_gap(FOOTER_WHITE);
            sheets.next_top = sheets.add_lines_at(LEFT_MARGIN, sheets.next_top, self.footer);
        }
    }
}
