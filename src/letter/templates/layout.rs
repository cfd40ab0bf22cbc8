//! What a template yields, as parts of a letter: paragraphs, headings, points, and the blocks that stand between them.
//!
//! What was put in stays words: marks around it keep a line that begins with a name from being taken for a heading.

use super::fault::{TemplateFault, TemplateFaultKind};
use crate::document::letter::LetterBlock;

/// Before what was put in.
pub const VALUE_START: char = '\u{1}';
/// Behind it.
pub const VALUE_END: char = '\u{2}';
/// Around the number of a block.
pub const BLOCK_MARK: char = '\u{3}';
/// Stands for the end of a line that is no line of the letter.
pub const JOINED_LINE_END: char = '\u{4}';

/// What the first lines may state.
pub const HEAD_KEYS: [&str; 3] = ["subject", "salutation", "closing"];

/// What a template says in one letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterText {
    /// What it is about.
    pub subject: String,
    /// Its own salutation, where it has one.
    pub salutation: Option<String>,
    /// Its own closing words, where it has them.
    pub closing: Option<String>,
    /// What it says.
    pub body: Vec<LetterBlock>,
    /// The blocks that stand in it.
    pub block_names: Vec<&'static str>,
}

/// A block: its name, and what it shows.
pub type TemplateBlock = (&'static str, Vec<LetterBlock>);

/// Lays out what a template yielded; blocks stand where their numbers are.
pub fn lay_out(yielded: &str, blocks: &[TemplateBlock]) -> Result<LetterText, TemplateFault> {
    let text = yielded.trim_start_matches('\u{feff}');
    let text = text.replace(JOINED_LINE_END, "");
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.trim_matches([' ', '\t', '\r']))
        .collect();
    let begin = lines.iter().position(|line| !line.is_empty());
    let lines = lines.get(begin.unwrap_or_default()..).unwrap_or_default();
    let head = lines.iter().take_while(|line| !line.is_empty());
    let mut written = LetterText::default();
    let mut count = 0_usize;
    for line in head {
        read_head_line(&mut written, line)?;
        count = count.saturating_add(1);
    }
    if written.subject.is_empty() {
        return Err(TemplateFault::new(
            TemplateFaultKind::NoSubject,
            0..0,
            "expected a subject, and what it says is empty",
            "begin the template with `subject: ` and what the letter is about",
        ));
    }
    let mut body = BodyBuilder {
        blocks,
        text: written,
        paragraph: String::new(),
        points: Vec::new(),
    };
    for line in lines.get(count..).unwrap_or_default() {
        body.add_line(line)?;
    }
    body.end_block();
    Ok(body.text)
}

fn read_head_line(written: &mut LetterText, line: &str) -> Result<(), TemplateFault> {
    let (key, words) = line.split_once(':').unwrap_or((line, ""));
    let plain = strip_marks(words)?;
    match key.trim() {
        "subject" => written.subject = plain,
        "salutation" => written.salutation = Some(plain),
        "closing" => written.closing = Some(plain),
        _ => {
            return Err(TemplateFault::new(
                TemplateFaultKind::NoSubject,
                0..0,
                format!("expected `subject: `, found `{}`", line_excerpt(line)),
                "begin the template with `subject: ` and what the letter is about, then an empty line",
            ));
        }
    }
    Ok(())
}

/// What is laid out so far.
struct BodyBuilder<'b> {
    blocks: &'b [TemplateBlock],
    text: LetterText,
    paragraph: String,
    points: Vec<String>,
}

impl BodyBuilder<'_> {
    fn add_line(&mut self, line: &str) -> Result<(), TemplateFault> {
        if line.is_empty() {
            self.end_block();
        } else if let Some(number) = block_number(line) {
            self.end_block();
            if let Some((name, parts)) = self.blocks.get(number) {
                self.text.block_names.push(name);
                self.text.body.extend(parts.iter().cloned());
            }
        } else if line.contains(BLOCK_MARK) {
            return Err(self.misplaced_block_fault(line));
        } else if let Some(words) = line.strip_prefix("## ") {
            self.end_block();
            let words = strip_marks(words)?;
            if !words.is_empty() {
                self.text.body.push(LetterBlock::Heading(words));
            }
        } else if let Some(words) = line.strip_prefix("- ") {
            self.end_paragraph();
            let words = strip_marks(words)?;
            if !words.is_empty() {
                self.points.push(words);
            }
        } else {
            self.end_points();
            let words = strip_marks(line)?;
            if !(self.paragraph.is_empty() || words.is_empty()) {
                self.paragraph.push(' ');
            }
            self.paragraph.push_str(&words);
        }
        Ok(())
    }

    fn end_block(&mut self) {
        self.end_paragraph();
        self.end_points();
    }

    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.paragraph);
        if !words.is_empty() {
            self.text.body.push(LetterBlock::Paragraph(words));
        }
    }

    fn end_points(&mut self) {
        let points = std::mem::take(&mut self.points);
        if !points.is_empty() {
            self.text.body.push(LetterBlock::Points(points));
        }
    }

    fn misplaced_block_fault(&self, line: &str) -> TemplateFault {
        let number = line
            .split(BLOCK_MARK)
            .nth(1)
            .and_then(|digits| digits.parse().ok());
        let name = number
            .and_then(|number: usize| self.blocks.get(number))
            .map_or("", |(name, _)| *name);
        TemplateFault::block_not_alone(name, 0..0)
    }
}

/// The number of the block that a line is.
fn block_number(line: &str) -> Option<usize> {
    let digits = line.strip_prefix(BLOCK_MARK)?.strip_suffix(BLOCK_MARK)?;
    digits.parse().ok()
}

/// Words without the marks around what was put in; blanks of the template run together, those put in stay.
fn strip_marks(words: &str) -> Result<String, TemplateFault> {
    let (mut plain, mut own) = (String::with_capacity(words.len()), String::new());
    let parts = words.trim_matches([' ', '\t', '\r']);
    let parts = parts.split([VALUE_START, VALUE_END]);
    for (place, part) in parts.enumerate() {
        // Words of the template and what was put in take turns.
        if place % 2 == 1 {
            plain.push_str(part);
            continue;
        }
        for (place, word) in part.split([' ', '\t']).enumerate() {
            if place > 0 && !(plain.is_empty() || plain.ends_with(' ')) {
                plain.push(' ');
            }
            plain.push_str(word);
            own.push_str(word);
        }
    }
    plain.truncate(plain.trim_end_matches(' ').len());
    match find_placeholder(&own) {
        Some(left) => Err(TemplateFault::placeholder(left, 0..0)),
        None => Ok(plain),
    }
}

/// A placeholder that was left to fill in: `[…]`, or braces that were meant for the template.
///
/// ```
/// use tegoed::letter::templates::layout::find_placeholder;
/// assert_eq!(find_placeholder("Dear [name],"), Some("[name]"));
/// assert_eq!(find_placeholder("Dear {{ name"), Some("{{"));
/// assert_eq!(find_placeholder("Dear reader,"), None);
/// ```
pub fn find_placeholder(words: &str) -> Option<&str> {
    let bracket = words.find('[').and_then(|open| {
        let rest = words.get(open..)?;
        rest.get(..=rest.find(']')?)
    });
    let braces = ["{{", "}}", "{%", "%}"];
    let brace = braces.into_iter().find(|brace| words.contains(brace));
    bracket.or(brace)
}

/// The beginning of a line as it can be shown.
fn line_excerpt(line: &str) -> String {
    let plain = line.chars().filter(|sign| !sign.is_control());
    plain.take(40).collect()
}
