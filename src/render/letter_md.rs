//! A letter in Markdown: what people typed never becomes a mark-up.

use super::escape_controls::escape_controls;
use super::letter_medium::{Attachment, LetterMedium};
use crate::document::letter::{Letter, LetterBlock, LetterTable};
use crate::language::letters::FrameWords;

/// Markdown.
pub static MARKDOWN: LetterMedium = LetterMedium {
    name: "md",
    extension: "md",
    is_read_as_text: true,
    embeds_enclosures: false,
    shows_payment_code: false,
    write,
    write_envelope: None,
};

#[allow(
    clippy::unnecessary_wraps,
    reason = "the shape of every medium of letters"
)]
fn write(letter: &Letter, _: &[Attachment]) -> Result<Vec<u8>, String> {
    let frame = &letter.language.phrases.letter.frame;
    let mut blocks = letter_head(letter, frame);
    blocks.extend(letter.body.iter().map(format_part));
    if let Some(payment) = &letter.payment {
        blocks.push(format!("### {}", escape_markdown(frame.payment)));
        blocks.push(format_pairs(&payment.labelled_lines));
    }
    blocks.push(escape_markdown(&letter.closing));
    blocks.push(format_lines(
        letter.signature.iter().map(|line| escape_markdown(line)),
    ));
    if !letter.enclosures.is_empty() {
        blocks.push(format!("{}:", escape_markdown(frame.enclosures)));
        let names = letter.enclosures.iter();
        blocks.push(format_points(names.map(|enclosure| &enclosure.name)));
    }
    if !letter.footer.is_empty() {
        blocks.push("---".to_owned());
        blocks.push(format_lines(
            letter.footer.iter().map(|line| escape_markdown(line)),
        ));
    }
    blocks.retain(|block| !block.is_empty());
    Ok((blocks.join("\n\n") + "\n").into_bytes())
}

fn letter_head(letter: &Letter, frame: &FrameWords) -> Vec<String> {
    let sender = &letter.sender;
    let name = format!("**{}**", escape_markdown(&sender.name));
    let address = sender.address.iter().map(|line| escape_markdown(line));
    let own = sender.particulars.iter().map(|(label, value)| {
        let (label, value) = (escape_markdown(label), escape_markdown(value));
        format!("{label} {value}")
    });
    let mut references = letter.references.clone();
    references.push((frame.subject.to_owned(), letter.subject.clone()));
    vec![
        format_lines(std::iter::once(name).chain(address).chain(own)),
        format_lines(letter.recipient.iter().map(|line| escape_markdown(line))),
        escape_markdown(&letter.dateline),
        format_pairs(&references),
        escape_markdown(&letter.salutation),
    ]
}

fn format_part(part: &LetterBlock) -> String {
    match part {
        LetterBlock::Paragraph(words) => escape_markdown(words),
        LetterBlock::Heading(words) => format!("### {}", escape_markdown(words)),
        LetterBlock::Points(all) => format_points(all.iter()),
        LetterBlock::Facts(facts) => format_pairs(facts),
        LetterBlock::Table(all) => format_table(all),
    }
}

/// Lines of one paragraph that stay lines.
fn format_lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\\\n")
}

fn format_points<'w>(all: impl Iterator<Item = &'w String>) -> String {
    let all = all.map(|point| format!("- {}", escape_markdown(point)));
    all.collect::<Vec<_>>().join("\n")
}

fn format_pairs(pairs: &[(String, String)]) -> String {
    let said = pairs.iter().map(|(label, value)| {
        let (label, value) = (escape_markdown(label), escape_markdown(value));
        format!("{label}: **{value}**")
    });
    format_lines(said)
}

fn format_table(table: &LetterTable) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let words = |cells: &[String]| cells.iter().map(|cell| escape_markdown(cell)).collect();
    let sides = table.right_aligned.iter();
    let sides = sides.map(|right| if *right { "---:" } else { "---" }.to_owned());
    let mut rows = vec![row(words(&table.headings)), row(sides.collect())];
    rows.extend(table.rows.iter().map(|cells| row(words(cells))));
    if !table.total.is_empty() {
        let bold = |cell: &String| match escape_markdown(cell) {
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
/// use tegoed::render::letter_md::escape_markdown;
/// assert_eq!(escape_markdown("*De* <b>Linde</b> & Zn. [x](y)"), r"\*De\* \<b\>Linde\</b\> \& Zn. \[x\](y)");
/// assert_eq!(escape_markdown("# 1"), r"\# 1");
/// assert_eq!(escape_markdown("1. een"), r"1\. een");
/// ```
pub fn escape_markdown(words: &str) -> String {
    let mut shown = String::new();
    escape_controls(&mut shown, words);
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
