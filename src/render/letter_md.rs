//! A letter in Markdown: what people typed never becomes a mark-up.

use super::letter_medium::{Attachment, LetterMedium};
use super::visible::visible;
use crate::document::letter::{Letter, LetterBlock, LetterTable};
use crate::language;
use crate::language::letters::FrameWords;

/// Markdown.
pub static MARKDOWN: LetterMedium = LetterMedium {
    name: "md",
    extension: "md",
    about: "Markdown, for a word processor or a web page",
    attaches: false,
    write,
};

#[allow(
    clippy::unnecessary_wraps,
    reason = "the shape of every medium of letters"
)]
fn write(letter: &Letter, _: &[Attachment]) -> Result<Vec<u8>, String> {
    let language = language::find_language(letter.language).unwrap_or(&language::en::ENGLISH);
    let frame = &language.phrases.letter.frame;
    let mut blocks = head(letter, frame);
    blocks.extend(letter.body.iter().map(part));
    if let Some(payment) = &letter.payment {
        blocks.push(format!("### {}", plain(frame.payment)));
        blocks.push(pairs(&payment.labelled_lines));
    }
    blocks.push(plain(&letter.closing));
    blocks.push(lines(letter.signature.iter().map(|line| plain(line))));
    if !letter.enclosures.is_empty() {
        blocks.push(format!("{}:", plain(frame.enclosures)));
        let names = letter.enclosures.iter();
        blocks.push(points(names.map(|enclosure| &enclosure.name)));
    }
    if !letter.footer.is_empty() {
        blocks.push("---".to_owned());
        blocks.push(lines(letter.footer.iter().map(|line| plain(line))));
    }
    blocks.retain(|block| !block.is_empty());
    Ok((blocks.join("\n\n") + "\n").into_bytes())
}

fn head(letter: &Letter, frame: &FrameWords) -> Vec<String> {
    let sender = &letter.sender;
    let name = format!("**{}**", plain(&sender.name));
    let address = sender.address.iter().map(|line| plain(line));
    let own = sender.particulars.iter().map(|(label, value)| {
        let (label, value) = (plain(label), plain(value));
        format!("{label} {value}")
    });
    let mut references = letter.references.clone();
    references.push((frame.subject.to_owned(), letter.subject.clone()));
    vec![
        lines(std::iter::once(name).chain(address).chain(own)),
        lines(letter.recipient.iter().map(|line| plain(line))),
        plain(&letter.dateline),
        pairs(&references),
        plain(&letter.salutation),
    ]
}

fn part(part: &LetterBlock) -> String {
    match part {
        LetterBlock::Paragraph(words) => plain(words),
        LetterBlock::Heading(words) => format!("### {}", plain(words)),
        LetterBlock::Points(all) => points(all.iter()),
        LetterBlock::Facts(facts) => pairs(facts),
        LetterBlock::Table(all) => table(all),
    }
}

/// Lines of one paragraph that stay lines.
fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\\\n")
}

fn points<'w>(all: impl Iterator<Item = &'w String>) -> String {
    let all = all.map(|point| format!("- {}", plain(point)));
    all.collect::<Vec<_>>().join("\n")
}

fn pairs(pairs: &[(String, String)]) -> String {
    let said = pairs.iter().map(|(label, value)| {
        let (label, value) = (plain(label), plain(value));
        format!("{label}: **{value}**")
    });
    lines(said)
}

fn table(table: &LetterTable) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let words = |cells: &[String]| cells.iter().map(|cell| plain(cell)).collect();
    let sides = table.right_aligned.iter();
    let sides = sides.map(|right| if *right { "---:" } else { "---" }.to_owned());
    let mut rows = vec![row(words(&table.headings)), row(sides.collect())];
    rows.extend(table.rows.iter().map(|cells| row(words(cells))));
    if !table.total.is_empty() {
        let bold = |cell: &String| match plain(cell) {
            empty if empty.is_empty() => empty,
            cell => format!("**{cell}**"),
        };
        rows.push(row(table.total.iter().map(bold).collect()));
    }
    rows.join("\n")
}

/// Words that Markdown shows as they are, on one line.
///
/// ```
/// use tegoed::render::letter_md::plain;
/// assert_eq!(plain("*De* <b>Linde</b> & Zn. [x](y)"), r"\*De\* \<b\>Linde\</b\> \& Zn. \[x\](y)");
/// assert_eq!(plain("# 1"), r"\# 1");
/// assert_eq!(plain("1. een"), r"1\. een");
/// ```
pub fn plain(words: &str) -> String {
    let mut shown = String::new();
    visible(&mut shown, words);
    let mut plain = String::with_capacity(shown.len());
    let mut signs = shown.chars().peekable();
    while let Some(sign) = signs.next() {
        let ends = signs.peek().is_none_or(|next| next.is_whitespace());
        let first = plain.is_empty();
        let counts = !first && plain.bytes().all(|byte| byte.is_ascii_digit());
        let marks = match sign {
            '#' | '+' | '-' | '=' => first,
            '.' | ')' => counts && ends,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' => true,
            _ => false,
        };
        if marks {
            plain.push('\\');
        }
        plain.push(if sign == '\n' { ' ' } else { sign });
    }
    plain
}
