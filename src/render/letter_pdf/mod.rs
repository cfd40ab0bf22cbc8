//! Letters as PDF: A4, the address in the window of the envelope, fonts inside, the code to pay by.
//!
//! Places are those of DIN 5008, form B: the field of the address begins 45 mm from the top and 20 mm from the left,
//! its words 5 mm further; it fits the left window of DIN 680 envelopes DL, C6/5 and C5, as Dutch post has them.

pub mod fonts;
mod lines;
mod pen;
mod shaping;
mod sheet;
mod tables;

use crate::document::letter::{Letter, LetterBlock, PaymentInstructions};
use crate::language::letters::FrameWords;
use crate::language::{self, en::ENGLISH};
use crate::render::letter_medium::{Attachment, LetterMedium};
use crate::render::payment_code::payment_code;
use lines::lines;
use shaping::Style;
use sheet::{BODY, GREY, LEFT, Mark, ROOM, Sheets, height, millimetres, style};
use tables::{Pairs, table};

/// A page to print and to post, or to send along.
pub static PDF: LetterMedium = LetterMedium {
    name: "pdf",
    extension: "pdf",
    about: "A4 to print and post, the address in the window, with the code to pay by",
    attaches: false,
    write,
};

fn write(letter: &Letter, _: &[Attachment]) -> Result<Vec<u8>, String> {
    let language = language::find_language(letter.language).unwrap_or(&ENGLISH);
    let frame = &language.phrases.letter.frame;
    let mut sheets = Sheets::new();
    head(&mut sheets, letter);
    said(&mut sheets, letter);
    if let Some(payment) = &letter.payment {
        to_pay(&mut sheets, payment, frame);
    }
    farewell(&mut sheets, letter, frame);
    let whose = format!("{} · {}", letter.sender.name, letter.dateline);
    pen::draw(letter, &sheets.finish(&whose, frame.page))
}

/// The name over the letter.
const NAME: Style = style(16_000, true, 0);
/// Where to return it.
const RETURN: Style = style(7_000, false, GREY);
/// Who writes, beside the address.
const PARTICULARS: Style = style(8_500, false, 0);
/// References.
const REFERENCE: Style = style(9_500, false, 0);
/// What it is about.
const SUBJECT: Style = style(11_500, true, 0);
/// Headings inside.
const HEADING: Style = style(10_000, true, 0);
/// Small print.
const SMALL: Style = style(8_000, false, GREY);
/// Under the code.
const CAPTION: Style = style(7_500, false, GREY);

/// How wide the address may be.
const ADDRESS: i64 = millimetres(800);
/// Where the column of the sender begins.
const BESIDE: i64 = millimetres(1150);
/// White below a paragraph.
const BELOW: i64 = millimetres(28);
/// How long the sides of the code are; the guidelines of its makers ask for 20 mm at least.
const CODE: i64 = millimetres(320);

/// The name, the field of the address with where to return it, who writes, place and day, references.
fn head(sheets: &mut Sheets, letter: &Letter) {
    let sender = &letter.sender;
    let name = lines(&sender.name, NAME, ROOM);
    // Two lines of a name stay above the window.
    sheets.lines_at(LEFT, millimetres(200), name.into_iter().take(2).collect());
    let home = std::iter::once(&sender.name).chain(&sender.address);
    let home: Vec<&str> = home.map(String::as_str).collect();
    let home = lines(&home.join(" · "), RETURN, ADDRESS)
        .into_iter()
        .take(2);
    let home: Vec<_> = home.collect();
    let high = height(RETURN) * i64::try_from(home.len()).unwrap_or_default();
    sheets.lines_at(LEFT, millimetres(617) - high, home);
    let mut top = millimetres(627);
    for line in &letter.recipient {
        top = sheets.lines_at(LEFT, top, lines(line, BODY, ADDRESS));
    }
    sheets.top = top.max(from(sheets, letter)).max(millimetres(950)) + BELOW;
    sheets.words(LEFT, &letter.dateline, BODY);
    sheets.gap(BELOW);
    if !letter.references.is_empty() {
        Pairs::lay_out(&letter.references, REFERENCE, ROOM).put(sheets);
        sheets.gap(BELOW);
    }
}

/// Who writes, beside the address; where it ends.
fn from(sheets: &mut Sheets, letter: &Letter) -> i64 {
    let room = LEFT + ROOM - BESIDE;
    let mut top = millimetres(500);
    for line in &letter.sender.address {
        top = sheets.lines_at(BESIDE, top, lines(line, PARTICULARS, room));
    }
    let particulars = Pairs::lay_out(&letter.sender.particulars, PARTICULARS, room);
    particulars.put_at(sheets, BESIDE, top + BELOW)
}

/// What it is about, and what it says.
fn said(sheets: &mut Sheets, letter: &Letter) {
    sheets.gap(BELOW);
    sheets.words(LEFT, &letter.subject, SUBJECT);
    sheets.gap(2 * BELOW);
    sheets.words(LEFT, &letter.salutation, BODY);
    sheets.gap(BELOW);
    for part in &letter.body {
        match part {
            LetterBlock::Paragraph(words) => sheets.words(LEFT, words, BODY),
            LetterBlock::Heading(words) => {
                sheets.gap(BELOW);
                sheets.need(3 * height(HEADING));
                sheets.words(LEFT, words, HEADING);
                continue;
            }
            LetterBlock::Points(points) => points.iter().for_each(|it| point(sheets, it)),
            LetterBlock::Facts(facts) => Pairs::lay_out(facts, BODY, ROOM).put(sheets),
            LetterBlock::Table(rows) => table(sheets, rows),
        }
        sheets.gap(BELOW);
    }
}

/// A point of a list.
fn point(sheets: &mut Sheets, words: &str) {
    let indent = millimetres(45);
    sheets.need(2 * height(BODY));
    sheets.lines_at(LEFT, sheets.top, lines("•", BODY, indent));
    sheets.words(LEFT + indent, words, BODY);
}

/// How to pay, between two lines; beside it the code where there is one. It stays on one page.
fn to_pay(sheets: &mut Sheets, payment: &PaymentInstructions, frame: &FrameWords) {
    let code = payment_code(payment).ok();
    let white = millimetres(22);
    let beside = millimetres(80);
    let room = if code.is_some() {
        ROOM - CODE - beside
    } else {
        ROOM
    };
    let facts = Pairs::lay_out(&payment.labelled_lines, BODY, room);
    let caption = lines(frame.scan, CAPTION, CODE);
    let under = height(CAPTION) * i64::try_from(caption.len()).unwrap_or_default();
    let high = if code.is_some() { CODE + under } else { 0 };
    let high = facts.height().max(high) + 2 * white;
    sheets.gap(BELOW);
    sheets.need(high);
    sheets.rule(0);
    let top = sheets.top + white;
    facts.put_at(sheets, LEFT, top);
    if let Some(code) = code {
        let left = LEFT + ROOM - CODE;
        sheets.put(Mark::Code {
            left,
            top,
            side: CODE,
            code,
        });
        let mut below = top + CODE;
        for line in caption {
            below = sheets.lines_at(left + (CODE - line.width) / 2, below, vec![line]);
        }
    }
    sheets.top += high;
    sheets.rule(0);
    sheets.gap(2 * BELOW);
}

/// Greeting and signature on one page, what goes with it, small print.
fn farewell(sheets: &mut Sheets, letter: &Letter, frame: &FrameWords) {
    let room = millimetres(110);
    let signed = letter
        .signature
        .iter()
        .flat_map(|line| lines(line, BODY, ROOM));
    let signed: Vec<_> = signed.collect();
    let high = i64::try_from(signed.len()).unwrap_or_default() * height(BODY);
    sheets.need(height(BODY) + room + high);
    sheets.words(LEFT, &letter.closing, BODY);
    sheets.gap(room);
    sheets.top = sheets.lines_at(LEFT, sheets.top, signed);
    sheets.gap(BELOW);
    if !letter.enclosures.is_empty() {
        let names: Vec<&str> = letter
            .enclosures
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let enclosed = format!("{}: {}", frame.enclosures, names.join(", "));
        sheets.words(LEFT, &enclosed, style(9_000, false, 0));
        sheets.gap(BELOW);
    }
    if !letter.footer.is_empty() {
        sheets.need(height(SMALL) + BELOW);
        sheets.rule(221);
        sheets.gap(millimetres(15));
        for line in &letter.footer {
            sheets.words(LEFT, line, SMALL);
        }
    }
}
