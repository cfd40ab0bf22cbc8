//! Letters as web pages: one file each, which needs nothing else and prints on A4.

use super::isolated::isolated;
use super::letter_medium::{Attachment, LetterMedium};
use super::payment_code::{PaymentCode, QUIET, payment_code};
use crate::document::letter::{Enclosure, Letter, LetterBlock, LetterTable, PaymentInstructions};
use crate::language::letters::FrameWords;
use crate::language::{self, en::ENGLISH};
use std::fmt::Write;
use std::iter;

/// How the page looks, on a screen and on paper.
const STYLE: &str = include_str!("letter.css");
/// How it looks inside a mail, where programs know little.
const MAIL_STYLE: &str = include_str!("letter_mail.css");
/// Nothing from outside, no programs; the style is in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page for a browser, laid out for a window envelope, with the code to pay by where there is one.
pub static HTML: LetterMedium = LetterMedium {
    name: "html",
    extension: "html",
    about: "a page for a browser, one file that needs nothing else; prints on A4",
    attaches: false,
    write,
};

#[allow(
    clippy::unnecessary_wraps,
    reason = "the shape of every medium of letters"
)]
fn write(letter: &Letter, _: &[Attachment]) -> Result<Vec<u8>, String> {
    Ok(page(letter).into_bytes())
}

/// The whole page.
fn page(letter: &Letter) -> String {
    let mut page = Page::begin(letter, STYLE);
    page.envelope(letter);
    page.dateline(letter);
    page.pairs("references", &letter.references);
    page.said(letter);
    if let Some(payment) = &letter.payment {
        page.payment(payment, payment_code(payment).ok().as_ref());
    }
    page.farewell(letter);
    page.end(letter)
}

/// The letter as the page inside a mail: no envelope and no code, which mail programs would not show.
pub fn mail(letter: &Letter) -> String {
    let mut page = Page::begin(letter, MAIL_STYLE);
    page.pairs("references", &letter.references);
    page.said(letter);
    if let Some(payment) = &letter.payment {
        page.payment(payment, None);
    }
    page.farewell(letter);
    page.raw("<header>\n");
    page.element("p", "name", &letter.sender.name);
    page.sender(letter);
    page.raw("</header>\n");
    page.end(letter)
}

/// A page that is being written.
struct Page {
    out: String,
    say: &'static FrameWords,
}

impl Page {
    fn begin(letter: &Letter, style: &str) -> Self {
        let language = language::find_language(letter.language).unwrap_or(&ENGLISH);
        let mut page = Self {
            out: String::with_capacity(8192),
            say: &language.phrases.letter.frame,
        };
        page.raw("<!DOCTYPE html>\n<html lang=\"");
        page.words(letter.language);
        page.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"");
        page.words(POLICY);
        page.raw("\">\n");
        page.element("title", "", &letter.subject);
        page.raw("<style>\n");
        page.raw(style);
        page.raw("</style>\n</head>\n<body>\n<main>\n");
        page
    }

    fn end(mut self, letter: &Letter) -> String {
        self.lines("footer", "small", &letter.footer);
        self.raw("</main>\n</body>\n</html>\n");
        self.out
    }

    /// Writes markup of ours.
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Writes words: the one place where they are made safe, between tags and inside quotes alike.
    fn words(&mut self, words: &str) {
        for sign in isolated(words).chars() {
            match sign {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                '\n' => self.raw("<br>"),
                _ => self.out.push(sign),
            }
        }
    }

    /// Words that may run from right to left, and turn nothing around them.
    fn apart(&mut self, words: &str) {
        self.raw("<bdi>");
        self.words(words);
        self.raw("</bdi>");
    }

    fn element(&mut self, tag: &str, class: &str, words: &str) {
        self.open(tag, class);
        self.words(words);
        self.close(tag);
    }

    fn open(&mut self, tag: &str, class: &str) {
        // Writing to a string cannot fail, here and below.
        let _ = if class.is_empty() {
            write!(self.out, "<{tag}>")
        } else {
            write!(self.out, "<{tag} class=\"{class}\">")
        };
    }

    fn close(&mut self, tag: &str) {
        let _ = writeln!(self.out, "</{tag}>");
    }

    /// The head of the paper: the name, the window with where to return it and where it goes, and who writes.
    fn envelope(&mut self, letter: &Letter) {
        self.element("header", "", &letter.sender.name);
        self.raw("<div class=\"envelope\">\n<div>\n");
        let home = iter::once(&letter.sender.name).chain(&letter.sender.address);
        let home: Vec<&str> = home.map(String::as_str).collect();
        self.element("p", "return", &home.join(" · "));
        self.lines("address", "recipient", &letter.recipient);
        self.raw("</div>\n<div class=\"from\">\n");
        self.sender(letter);
        self.raw("</div>\n</div>\n");
    }

    fn sender(&mut self, letter: &Letter) {
        self.lines("address", "", &letter.sender.address);
        self.pairs("particulars", &letter.sender.particulars);
    }

    fn dateline(&mut self, letter: &Letter) {
        let _ = write!(
            self.out,
            "<p class=\"dateline\"><time datetime=\"{}\">",
            letter.date
        );
        self.words(&letter.dateline);
        self.raw("</time></p>\n");
    }

    /// Lines below each other; nothing where there are none.
    fn lines(&mut self, tag: &str, class: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        self.open(tag, class);
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                self.raw("<br>\n");
            }
            self.apart(line);
        }
        self.close(tag);
    }

    /// Labels and values below each other; nothing where there are none.
    fn pairs(&mut self, class: &str, pairs: &[(String, String)]) {
        if pairs.is_empty() {
            return;
        }
        self.open("table", class);
        self.raw("\n");
        for (label, value) in pairs {
            self.raw("<tr><th scope=\"row\">");
            self.words(label);
            self.raw("</th><td>");
            self.apart(value);
            self.raw("</td></tr>\n");
        }
        self.close("table");
    }

    fn said(&mut self, letter: &Letter) {
        self.element("h1", "", &letter.subject);
        self.element("p", "", &letter.salutation);
        for part in &letter.body {
            match part {
                LetterBlock::Paragraph(words) => self.element("p", "", words),
                LetterBlock::Heading(words) => self.element("h2", "", words),
                LetterBlock::Points(points) => self.points(points),
                LetterBlock::Facts(facts) => self.pairs("facts", facts),
                LetterBlock::Table(table) => self.table(table),
            }
        }
    }

    fn points(&mut self, points: &[String]) {
        self.raw("<ul>\n");
        for point in points {
            self.element("li", "", point);
        }
        self.raw("</ul>\n");
    }

    fn table(&mut self, table: &LetterTable) {
        self.raw("<table class=\"items\">\n<thead>\n");
        self.row("th scope=\"col\"", table, &table.headings);
        self.raw("</thead>\n<tbody>\n");
        for row in &table.rows {
            self.row("td", table, row);
        }
        self.raw("</tbody>\n");
        if !table.total.is_empty() {
            self.raw("<tfoot>\n");
            self.row("td", table, &table.total);
            self.raw("</tfoot>\n");
        }
        self.raw("</table>\n");
    }

    fn row(&mut self, cell: &str, table: &LetterTable, words: &[String]) {
        self.raw("<tr>");
        for (place, words) in words.iter().enumerate() {
            let right = table.right_aligned.get(place).copied().unwrap_or_default();
            self.open(cell, if right { "right" } else { "" });
            self.apart(words);
            self.raw(if cell == "td" { "</td>" } else { "</th>" });
        }
        self.raw("</tr>\n");
    }

    fn payment(&mut self, payment: &PaymentInstructions, code: Option<&PaymentCode>) {
        self.raw("<section class=\"payment\">\n");
        self.pairs("facts", &payment.labelled_lines);
        if let Some(code) = code {
            self.raw("<figure>\n");
            self.square(code);
            self.element("figcaption", "", self.say.scan);
            self.raw("</figure>\n");
        }
        self.raw("</section>\n");
    }

    /// The code as a drawing; beside its words, so that who cannot see it misses nothing.
    fn square(&mut self, code: &PaymentCode) {
        let side = QUIET.saturating_mul(2).saturating_add(code.side);
        let _ = write!(
            self.out,
            "<svg viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\""
        );
        self.words(self.say.scan);
        self.raw("\"><path fill=\"#fff\" d=\"M0 0h");
        let _ = write!(self.out, "{side}v{side}h-{side}z\"/><path d=\"");
        for run in &code.dark {
            let left = QUIET.saturating_add(run.start);
            let top = QUIET.saturating_add(run.row);
            let _ = write!(self.out, "M{left} {top}h{0}v1h-{0}z", run.length);
        }
        self.raw("\"/></svg>\n");
    }

    fn farewell(&mut self, letter: &Letter) {
        self.raw("<div class=\"farewell\">\n");
        self.element("p", "", &letter.closing);
        self.lines("p", "signature", &letter.signature);
        self.raw("</div>\n");
        self.enclosures(&letter.enclosures);
    }

    fn enclosures(&mut self, enclosures: &[Enclosure]) {
        if enclosures.is_empty() {
            return;
        }
        self.open("p", "enclosed");
        self.words(self.say.enclosures);
        for (place, enclosure) in enclosures.iter().enumerate() {
            self.raw(if place > 0 { ", " } else { ": " });
            self.apart(&enclosure.name);
        }
        self.close("p");
    }
}
