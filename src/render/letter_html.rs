//! Letters as web pages: one file each, which needs nothing else and prints on A4.

use super::address_window::{MANY_ADDRESS_LINES, address_obstacle};
use super::letter_medium::{Attachment, LetterMedium};
use super::payment_code::{PaymentCode, QUIET_ZONE, encode_payment};
use super::strip_controls::strip_controls;
use super::unbreakable::join_unbreakable;
use super::wrap::wrap_text;
use crate::document::letter::{Enclosure, Letter, LetterBlock, LetterTable, PaymentInstructions};
use crate::language::letters::FrameWords;
use std::fmt::Write;
use std::iter;

/// How the page looks, on a screen and on paper.
const STYLE: &str = include_str!("letter.css");
/// How it looks inside a mail, where programs know little.
const MAIL_STYLE: &str = include_str!("letter_mail.css");
/// Nothing from outside, no programs; the style is in the page.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page for a browser, laid out for a window envelope, with the code to pay by where there is one.
pub static HTML: LetterMedium = LetterMedium {
    name: "html",
    extension: "html",
    is_read_as_text: false,
    embeds_enclosures: false,
    shows_payment_code: true,
    write,
    write_envelope: None,
};

fn write(letter: &Letter, _: &[Attachment]) -> Result<Vec<u8>, String> {
    match address_obstacle(letter.recipient.len()) {
        Some(why) => Err(why),
        None => Ok(html_page(letter).into_bytes()),
    }
}

/// So many letters of the usual width stand on a line of the window.
const ADDRESS_LINE_LENGTH: usize = 44;

/// How many lines the address takes in the window, as far as can be said of letters that a browser sets.
fn count_address_lines(letter: &Letter) -> usize {
    let lines = letter.recipient.iter();
    lines
        .map(|line| wrap_text(&strip_controls(line), ADDRESS_LINE_LENGTH).len())
        .sum()
}

/// The whole page.
fn html_page(letter: &Letter) -> String {
    let mut page = HtmlPage::new(letter, STYLE);
    page.push_envelope(letter);
    page.push_dateline(letter);
    page.push_pairs("references", &letter.references);
    page.push_body(letter);
    // How to pay and who signs go to the next sheet together.
    page.push_markup("<div class=\"ending\">\n");
    if let Some(payment) = &letter.payment {
        page.push_payment(payment, encode_payment(payment).ok().as_ref());
    }
    page.push_closing(letter);
    page.push_markup("</div>\n");
    page.finish(letter)
}

/// The letter as the page inside a mail: no envelope and no code, which mail programs would not show.
pub fn html_for_mail(letter: &Letter) -> String {
    let mut page = HtmlPage::new(letter, MAIL_STYLE);
    page.push_pairs("references", &letter.references);
    page.push_body(letter);
    if let Some(payment) = &letter.payment {
        page.push_payment(payment, None);
    }
    page.push_closing(letter);
    page.push_markup("<header>\n");
    page.push_element("p", "name", &letter.sender.name);
    page.push_sender(letter);
    page.push_markup("</header>\n");
    page.finish(letter)
}

/// What is longer is broken where the screen ends, whatever it is.
const MAX_WHOLE_LENGTH: usize = 34;

/// Whether a browser must be told to keep some words on one line: what belongs together, and a reference with a letter
/// behind a hyphen or a stroke, before which it would break.
fn is_kept_whole(words: &str) -> bool {
    let plain = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '/' | '.' | ',' | '_');
    let breaks = words.split(['-', '/']).skip(1);
    let mut breaks = breaks.filter_map(|part| part.chars().next());
    let is_reference = words.contains(|sign: char| sign.is_ascii_digit())
        && words.chars().all(plain)
        && breaks.any(char::is_alphabetic);
    words.chars().count() <= MAX_WHOLE_LENGTH && (words.contains(' ') || is_reference)
}

/// A page that is being written.
struct HtmlPage {
    out: String,
    phrases: &'static FrameWords,
}

impl HtmlPage {
    fn new(letter: &Letter, style: &str) -> Self {
        let mut page = Self {
            out: String::with_capacity(8192),
            phrases: &letter.language.phrases.letter.frame,
        };
        page.push_markup("<!DOCTYPE html>\n<html lang=\"");
        page.push_escaped(letter.language.tag);
        page.push_markup("\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.push_markup(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        );
        page.push_markup("<meta http-equiv=\"Content-Security-Policy\" content=\"");
        page.push_escaped(CONTENT_SECURITY_POLICY);
        page.push_markup("\">\n");
        page.push_markup("<title>");
        page.push_escaped(&letter.subject);
        page.push_markup("</title>\n");
        page.push_markup("<style>\n");
        page.push_markup(style);
        page.push_markup("</style>\n</head>\n<body>\n<main>\n");
        page
    }

    fn finish(mut self, letter: &Letter) -> String {
        self.push_lines("footer", "small", &letter.footer);
        self.push_markup("</main>\n</body>\n</html>\n");
        self.out
    }

    /// Writes markup of ours.
    fn push_markup(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Writes words: the one place where they are made safe, between tags and inside quotes alike.
    fn push_escaped(&mut self, words: &str) {
        for sign in strip_controls(words).chars() {
            match sign {
                '&' => self.push_markup("&amp;"),
                '<' => self.push_markup("&lt;"),
                '>' => self.push_markup("&gt;"),
                '"' => self.push_markup("&quot;"),
                '\'' => self.push_markup("&#39;"),
                '\n' => self.push_markup("<br>"),
                _ => self.out.push(sign),
            }
        }
    }

    /// Words of the letter: a number, a date or a reference in them stays on one line.
    fn push_words(&mut self, words: &str) {
        for (place, line) in words.split('\n').enumerate() {
            if place > 0 {
                self.push_markup("<br>");
            }
            let words = line.split(' ').filter(|word| !word.is_empty());
            for (place, words) in join_unbreakable(words).iter().enumerate() {
                if place > 0 {
                    self.push_markup(" ");
                }
                if is_kept_whole(words) {
                    self.push_markup("<span class=\"whole\">");
                    self.push_escaped(words);
                    self.push_markup("</span>");
                } else {
                    self.push_escaped(words);
                }
            }
        }
    }

    /// Words that may run from right to left, and turn nothing around them.
    fn push_isolated(&mut self, words: &str) {
        self.push_markup("<bdi>");
        self.push_words(words);
        self.push_markup("</bdi>");
    }

    fn push_element(&mut self, tag: &str, class: &str, words: &str) {
        self.open_tag(tag, class);
        self.push_words(words);
        self.close_tag(tag);
    }

    fn open_tag(&mut self, tag: &str, class: &str) {
        // Writing to a string cannot fail, here and below.
        let _ = if class.is_empty() {
            write!(self.out, "<{tag}>")
        } else {
            write!(self.out, "<{tag} class=\"{class}\">")
        };
    }

    fn close_tag(&mut self, tag: &str) {
        let _ = writeln!(self.out, "</{tag}>");
    }

    /// The head of the paper: the name, the window with where to return it and where it goes, and who writes.
    fn push_envelope(&mut self, letter: &Letter) {
        self.push_element("header", "", &letter.sender.name);
        self.push_markup("<div class=\"envelope\">\n<div>\n");
        let home = iter::once(&letter.sender.name).chain(&letter.sender.address);
        let home: Vec<&str> = home.map(String::as_str).collect();
        self.push_element("p", "return", &home.join(" · "));
        let class = if count_address_lines(letter) > MANY_ADDRESS_LINES {
            "recipient many"
        } else {
            "recipient"
        };
        self.push_lines("address", class, &letter.recipient);
        self.push_markup("</div>\n<div class=\"from\">\n");
        self.push_sender(letter);
        self.push_markup("</div>\n</div>\n");
    }

    fn push_sender(&mut self, letter: &Letter) {
        self.push_lines("address", "", &letter.sender.address);
        self.push_pairs("particulars", &letter.sender.particulars);
    }

    fn push_dateline(&mut self, letter: &Letter) {
        let _ = write!(
            self.out,
            "<p class=\"dateline\"><time datetime=\"{}\">",
            letter.date
        );
        self.push_words(&letter.dateline);
        self.push_markup("</time></p>\n");
    }

    /// Lines below each other; nothing where there are none.
    fn push_lines(&mut self, tag: &str, class: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        self.open_tag(tag, class);
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                self.push_markup("<br>\n");
            }
            self.push_isolated(line);
        }
        self.close_tag(tag);
    }

    /// Labels and values below each other; nothing where there are none.
    fn push_pairs(&mut self, class: &str, pairs: &[(String, String)]) {
        if pairs.is_empty() {
            return;
        }
        self.open_tag("table", class);
        self.push_markup("\n");
        for (label, value) in pairs {
            self.push_markup("<tr><th scope=\"row\">");
            self.push_escaped(label);
            self.push_markup("</th><td>");
            self.push_isolated(value);
            self.push_markup("</td></tr>\n");
        }
        self.close_tag("table");
    }

    fn push_body(&mut self, letter: &Letter) {
        self.push_element("h1", "", &letter.subject);
        self.push_element("p", "", &letter.salutation);
        for part in &letter.body {
            match part {
                LetterBlock::Paragraph(words) => self.push_element("p", "", words),
                LetterBlock::Heading(words) => self.push_element("h2", "", words),
                LetterBlock::Points(points) => self.push_points(points),
                LetterBlock::Facts(facts) => self.push_pairs("facts", facts),
                LetterBlock::Table(table) => self.push_table(table),
            }
        }
    }

    fn push_points(&mut self, points: &[String]) {
        self.push_markup("<ul>\n");
        for point in points {
            self.push_element("li", "", point);
        }
        self.push_markup("</ul>\n");
    }

    fn push_table(&mut self, table: &LetterTable) {
        self.push_markup("<table class=\"items\">\n<thead>\n");
        self.push_row("th scope=\"col\"", table, &table.headings);
        self.push_markup("</thead>\n<tbody>\n");
        for row in &table.rows {
            self.push_row("td", table, row);
        }
        self.push_markup("</tbody>\n");
        if !table.total.is_empty() {
            self.push_markup("<tfoot>\n");
            self.push_row("td", table, &table.total);
            self.push_markup("</tfoot>\n");
        }
        self.push_markup("</table>\n");
    }

    fn push_row(&mut self, cell: &str, table: &LetterTable, words: &[String]) {
        self.push_markup("<tr>");
        for (place, words) in words.iter().enumerate() {
            let right = table.right_aligned.get(place).copied().unwrap_or_default();
            self.open_tag(cell, if right { "right" } else { "" });
            if right {
                // Figures: the style keeps them on one line.
                self.push_markup("<bdi>");
                self.push_escaped(words);
                self.push_markup("</bdi>");
            } else {
                self.push_isolated(words);
            }
            self.push_markup(if cell == "td" { "</td>" } else { "</th>" });
        }
        self.push_markup("</tr>\n");
    }

    fn push_payment(&mut self, payment: &PaymentInstructions, code: Option<&PaymentCode>) {
        self.push_markup("<section class=\"payment\">\n");
        self.push_pairs("facts", &payment.labelled_lines);
        if let Some(code) = code {
            self.push_markup("<figure>\n");
            self.push_payment_code(code);
            self.push_element("figcaption", "", self.phrases.scan);
            self.push_markup("</figure>\n");
        }
        self.push_markup("</section>\n");
    }

    /// The code as a drawing; beside its words, so that who cannot see it misses nothing.
    fn push_payment_code(&mut self, code: &PaymentCode) {
        let side = QUIET_ZONE.saturating_mul(2).saturating_add(code.side);
        let _ = write!(
            self.out,
            "<svg viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\""
        );
        self.push_escaped(self.phrases.scan);
        self.push_markup("\"><path fill=\"#fff\" d=\"M0 0h");
        let _ = write!(self.out, "{side}v{side}h-{side}z\"/><path d=\"");
        for run in &code.dark_runs {
            let left = QUIET_ZONE.saturating_add(run.start);
            let top = QUIET_ZONE.saturating_add(run.row);
            let _ = write!(self.out, "M{left} {top}h{0}v1h-{0}z", run.length);
        }
        self.push_markup("\"/></svg>\n");
    }

    fn push_closing(&mut self, letter: &Letter) {
        self.push_markup("<div class=\"farewell\">\n");
        self.push_element("p", "", &letter.closing);
        self.push_lines("p", "signature", &letter.signature);
        self.push_markup("</div>\n");
        self.push_enclosures(&letter.enclosures);
    }

    fn push_enclosures(&mut self, enclosures: &[Enclosure]) {
        if enclosures.is_empty() {
            return;
        }
        self.open_tag("p", "enclosed");
        self.push_escaped(self.phrases.enclosures);
        for (place, enclosure) in enclosures.iter().enumerate() {
            self.push_markup(if place > 0 { ", " } else { ": " });
            self.push_isolated(&enclosure.name);
        }
        self.close_tag("p");
    }
}
