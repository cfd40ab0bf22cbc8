//! Letters as PDF: A4, the address in the window of the envelope, fonts inside, the code to pay by.
//!
//! Places are those of DIN 5008, form B: the field of the address begins 45 mm from the top and 20 mm from the left,
//! its words 5 mm further; it fits the left window of DIN 680 envelopes DL, C6/5 and C5, as Dutch post has them.

pub mod fonts;
mod line_breaking;
mod pages;
mod pdf_writer;
mod shaping;
mod tables;

use crate::document::letter::{Letter, LetterBlock, PaymentInstructions};
use crate::language::letters::FrameWords;
use crate::render::letter_medium::{Attachment, LetterMedium};
use crate::render::payment_code::encode_payment;
use line_breaking::break_lines;
use pages::{
    BODY_STYLE, GREY, LEFT_MARGIN, PageElement, PdfPages, TEXT_WIDTH, font_style, line_height,
    tenths_of_mm,
};
use shaping::FontStyle;
use tables::{LabelValueBlock, add_table};

/// A page to print and to post, or to send along.
pub static PDF: LetterMedium = LetterMedium {
    name: "pdf",
    extension: "pdf",
    embeds_enclosures: false,
    write,
};

fn write(letter: &Letter, _: &[Attachment]) -> Result<Vec<u8>, String> {
    let frame = &letter.language.phrases.letter.frame;
    let mut sheets = PdfPages::new();
    add_letter_head(&mut sheets, letter);
    add_body(&mut sheets, letter);
    if let Some(payment) = &letter.payment {
        add_payment(&mut sheets, payment, frame);
    }
    add_closing(&mut sheets, letter, frame);
    let whose = format!("{} · {}", letter.sender.name, letter.dateline);
    pdf_writer::write_pdf(letter, &sheets.finish(&whose, frame.page))
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
/// White below a paragraph.
const PARAGRAPH_GAP: i64 = tenths_of_mm(28);
/// How long the sides of the code are; the guidelines of its makers ask for 20 mm at least.
const CODE_SIDE: i64 = tenths_of_mm(320);

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
    let high = line_height(RETURN) * i64::try_from(home.len()).unwrap_or_default();
    sheets.add_lines_at(LEFT_MARGIN, tenths_of_mm(617) - high, home);
    let mut top = tenths_of_mm(627);
    for line in &letter.recipient {
        top = sheets.add_lines_at(
            LEFT_MARGIN,
            top,
            break_lines(line, BODY_STYLE, ADDRESS_WIDTH),
        );
    }
    sheets.next_top = top.max(add_sender(sheets, letter)).max(tenths_of_mm(950)) + PARAGRAPH_GAP;
    sheets.add_paragraph(LEFT_MARGIN, &letter.dateline, BODY_STYLE);
    sheets.add_gap(PARAGRAPH_GAP);
    if !letter.references.is_empty() {
        LabelValueBlock::new(&letter.references, REFERENCE, TEXT_WIDTH).add_to_pages(sheets);
        sheets.add_gap(PARAGRAPH_GAP);
    }
}

/// Who writes, beside the address; where it ends.
fn add_sender(sheets: &mut PdfPages, letter: &Letter) -> i64 {
    let room = LEFT_MARGIN + TEXT_WIDTH - SENDER_LEFT;
    let mut top = tenths_of_mm(500);
    for line in &letter.sender.address {
        top = sheets.add_lines_at(SENDER_LEFT, top, break_lines(line, PARTICULARS, room));
    }
    let particulars = LabelValueBlock::new(&letter.sender.particulars, PARTICULARS, room);
    particulars.add_at(sheets, SENDER_LEFT, top + PARAGRAPH_GAP)
}

/// What it is about, and what it says.
fn add_body(sheets: &mut PdfPages, letter: &Letter) {
    sheets.add_gap(PARAGRAPH_GAP);
    sheets.add_paragraph(LEFT_MARGIN, &letter.subject, SUBJECT);
    sheets.add_gap(2 * PARAGRAPH_GAP);
    sheets.add_paragraph(LEFT_MARGIN, &letter.salutation, BODY_STYLE);
    sheets.add_gap(PARAGRAPH_GAP);
    for part in &letter.body {
        match part {
            LetterBlock::Paragraph(words) => sheets.add_paragraph(LEFT_MARGIN, words, BODY_STYLE),
            LetterBlock::Heading(words) => {
                sheets.add_gap(PARAGRAPH_GAP);
                sheets.ensure_room(3 * line_height(HEADING));
                sheets.add_paragraph(LEFT_MARGIN, words, HEADING);
                continue;
            }
            LetterBlock::Points(points) => points.iter().for_each(|it| add_point(sheets, it)),
            LetterBlock::Facts(facts) => {
                LabelValueBlock::new(facts, BODY_STYLE, TEXT_WIDTH).add_to_pages(sheets);
            }
            LetterBlock::Table(rows) => add_table(sheets, rows),
        }
        sheets.add_gap(PARAGRAPH_GAP);
    }
}

/// A point of a list.
fn add_point(sheets: &mut PdfPages, words: &str) {
    let indent = tenths_of_mm(45);
    sheets.ensure_room(2 * line_height(BODY_STYLE));
    sheets.add_lines_at(
        LEFT_MARGIN,
        sheets.next_top,
        break_lines("•", BODY_STYLE, indent),
    );
    sheets.add_paragraph(LEFT_MARGIN + indent, words, BODY_STYLE);
}

/// How to pay, between two lines; beside it the code where there is one. It stays on one page.
fn add_payment(sheets: &mut PdfPages, payment: &PaymentInstructions, frame: &FrameWords) {
    let code = encode_payment(payment).ok();
    let white = tenths_of_mm(22);
    let beside = tenths_of_mm(80);
    let room = if code.is_some() {
        TEXT_WIDTH - CODE_SIDE - beside
    } else {
        TEXT_WIDTH
    };
    let facts = LabelValueBlock::new(&payment.labelled_lines, BODY_STYLE, room);
    let caption = break_lines(frame.scan, CAPTION, CODE_SIDE);
    let under = line_height(CAPTION) * i64::try_from(caption.len()).unwrap_or_default();
    let high = if code.is_some() { CODE_SIDE + under } else { 0 };
    let high = facts.height().max(high) + 2 * white;
    sheets.add_gap(PARAGRAPH_GAP);
    sheets.ensure_room(high);
    sheets.add_rule(0);
    let top = sheets.next_top + white;
    facts.add_at(sheets, LEFT_MARGIN, top);
    if let Some(code) = code {
        let left = LEFT_MARGIN + TEXT_WIDTH - CODE_SIDE;
        sheets.add_element(PageElement::Code {
            left,
            top,
            side: CODE_SIDE,
            code,
        });
        let mut below = top + CODE_SIDE;
        for line in caption {
            below = sheets.add_lines_at(left + (CODE_SIDE - line.width) / 2, below, vec![line]);
        }
    }
    sheets.next_top += high;
    sheets.add_rule(0);
    sheets.add_gap(2 * PARAGRAPH_GAP);
}

/// Greeting and signature on one page, what goes with it, small print.
fn add_closing(sheets: &mut PdfPages, letter: &Letter, frame: &FrameWords) {
    let room = tenths_of_mm(110);
    let signed = letter
        .signature
        .iter()
        .flat_map(|line| break_lines(line, BODY_STYLE, TEXT_WIDTH));
    let signed: Vec<_> = signed.collect();
    let high = i64::try_from(signed.len()).unwrap_or_default() * line_height(BODY_STYLE);
    sheets.ensure_room(line_height(BODY_STYLE) + room + high);
    sheets.add_paragraph(LEFT_MARGIN, &letter.closing, BODY_STYLE);
    sheets.add_gap(room);
    sheets.next_top = sheets.add_lines_at(LEFT_MARGIN, sheets.next_top, signed);
    sheets.add_gap(PARAGRAPH_GAP);
    if !letter.enclosures.is_empty() {
        let names: Vec<&str> = letter
            .enclosures
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let enclosed = format!("{}: {}", frame.enclosures, names.join(", "));
        sheets.add_paragraph(LEFT_MARGIN, &enclosed, font_style(9_000, false, 0));
        sheets.add_gap(PARAGRAPH_GAP);
    }
    if !letter.footer.is_empty() {
        sheets.ensure_room(line_height(SMALL) + PARAGRAPH_GAP);
        sheets.add_rule(221);
        sheets.add_gap(tenths_of_mm(15));
        for line in &letter.footer {
            sheets.add_paragraph(LEFT_MARGIN, line, SMALL);
        }
    }
}
