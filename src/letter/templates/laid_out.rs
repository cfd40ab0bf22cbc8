//! What a template yields, as parts of a letter: paragraphs, headings, points, and the blocks that stand between them.
//!
//! What was put in stays words: marks around it keep a line that begins with a name from being taken for a heading.

use super::fault::{Fault, Sort};
use crate::document::letter::LetterBlock;

/// Before what was put in.
pub const OPEN: char = '\u{1}';
/// Behind it.
pub const CLOSE: char = '\u{2}';
/// Around the number of a block.
pub const BLOCK: char = '\u{3}';
/// Stands for the end of a line that is no line of the letter.
pub const JOINED: char = '\u{4}';

/// What the first lines may tell.
pub const KEYS: [&str; 3] = ["subject", "salutation", "closing"];

/// What a template says in one letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// What it is about.
    pub subject: String,
    /// Its own salutation, where it has one.
    pub salutation: Option<String>,
    /// Its own closing words, where it has them.
    pub closing: Option<String>,
    /// What it says.
    pub body: Vec<LetterBlock>,
    /// The blocks that stand in it.
    pub placed: Vec<&'static str>,
}

/// A block: its name, and what it shows.
pub type Block = (&'static str, Vec<LetterBlock>);

/// Lays out what a template yielded; blocks stand where their numbers are.
pub fn laid_out(yielded: &str, blocks: &[Block]) -> Result<Written, Fault> {
    let lines: Vec<String> = yielded
        .trim_start_matches('\u{feff}')
        .replace(JOINED, "")
        .split('\n')
        .map(|line| line.trim_matches([' ', '\t', '\r']).to_owned())
        .collect();
    let begin = lines.iter().position(|line| !line.is_empty());
    let lines = lines.get(begin.unwrap_or_default()..).unwrap_or_default();
    let head = lines.iter().take_while(|line| !line.is_empty());
    let mut written = Written::default();
    let mut count = 0_usize;
    for line in head {
        take_head(&mut written, line)?;
        count = count.saturating_add(1);
    }
    if written.subject.is_empty() {
        return Err(Fault::new(
            Sort::NoSubject,
            0..0,
            "expected a subject, and what it says is empty",
            "begin the template with `subject: ` and what the letter is about",
        ));
    }
    let mut body = Body {
        blocks,
        written,
        paragraph: String::new(),
        points: Vec::new(),
    };
    for line in lines.get(count..).unwrap_or_default() {
        body.take(line)?;
    }
    body.end();
    Ok(body.written)
}

fn take_head(written: &mut Written, line: &str) -> Result<(), Fault> {
    let (key, words) = line.split_once(':').unwrap_or((line, ""));
    let said = said(words)?;
    match key.trim() {
        "subject" => written.subject = said,
        "salutation" => written.salutation = Some(said),
        "closing" => written.closing = Some(said),
        _ => {
            return Err(Fault::new(
                Sort::NoSubject,
                0..0,
                format!("expected `subject: `, found `{}`", shown(line)),
                "begin the template with `subject: ` and what the letter is about, then an empty line",
            ));
        }
    }
    Ok(())
}

/// What is laid out so far.
struct Body<'b> {
    blocks: &'b [Block],
    written: Written,
    paragraph: String,
    points: Vec<String>,
}

impl Body<'_> {
    fn take(&mut self, line: &str) -> Result<(), Fault> {
        if line.is_empty() {
            self.end();
        } else if let Some(number) = block(line) {
            self.end();
            if let Some((name, parts)) = self.blocks.get(number) {
                self.written.placed.push(name);
                self.written.body.extend(parts.iter().cloned());
            }
        } else if line.contains(BLOCK) {
            return Err(self.misplaced(line));
        } else if let Some(words) = line.strip_prefix("## ") {
            self.end();
            let words = said(words)?;
            if !words.is_empty() {
                self.written.body.push(LetterBlock::Heading(words));
            }
        } else if let Some(words) = line.strip_prefix("- ") {
            self.end_paragraph();
            let words = said(words)?;
            if !words.is_empty() {
                self.points.push(words);
            }
        } else {
            self.end_points();
            let words = said(line)?;
            if !(self.paragraph.is_empty() || words.is_empty()) {
                self.paragraph.push(' ');
            }
            self.paragraph.push_str(&words);
        }
        Ok(())
    }

    fn end(&mut self) {
        self.end_paragraph();
        self.end_points();
    }

    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.paragraph);
        if !words.is_empty() {
            self.written.body.push(LetterBlock::Paragraph(words));
        }
    }

    fn end_points(&mut self) {
        let points = std::mem::take(&mut self.points);
        if !points.is_empty() {
            self.written.body.push(LetterBlock::Points(points));
        }
    }

    fn misplaced(&self, line: &str) -> Fault {
        let number = line
            .split(BLOCK)
            .nth(1)
            .and_then(|digits| digits.parse().ok());
        let name = number
            .and_then(|number: usize| self.blocks.get(number))
            .map_or("", |(name, _)| *name);
        Fault::new(
            Sort::Misused,
            0..0,
            format!("expected `{{{{ {name} }}}}` on a line of its own: it is a block"),
            "put it on a line of its own, with an empty line before and behind it",
        )
    }
}

/// The number of the block that a line is.
fn block(line: &str) -> Option<usize> {
    let digits = line.strip_prefix(BLOCK)?.strip_suffix(BLOCK)?;
    digits.parse().ok()
}

/// Words without the marks around what was put in; blanks of the template run together, those put in stay.
fn said(words: &str) -> Result<String, Fault> {
    let mut said = String::with_capacity(words.len());
    let mut own = true;
    let mut bare = String::new();
    for sign in words.trim_matches([' ', '\t', '\r']).chars() {
        match sign {
            OPEN => own = false,
            CLOSE => own = true,
            ' ' | '\t' if own => {
                if !(said.is_empty() || said.ends_with(' ')) {
                    said.push(' ');
                }
            }
            sign => {
                said.push(sign);
                if own {
                    bare.push(sign);
                }
            }
        }
    }
    said.truncate(said.trim_end_matches(' ').len());
    match placeholder(&bare) {
        Some(left) => Err(Fault::new(
            Sort::Placeholder,
            0..0,
            format!("expected a finished letter, found `{left}`"),
            "fill it in, or put a variable there",
        )),
        None => Ok(said),
    }
}

/// What somebody was to fill in: `[…]`, or braces that were meant for the template.
///
/// ```
/// use tegoed::letter::templates::laid_out::placeholder;
/// assert_eq!(placeholder("Dear [name],"), Some("[name]"));
/// assert_eq!(placeholder("Dear {{ name"), Some("{{"));
/// assert_eq!(placeholder("Dear reader,"), None);
/// ```
pub fn placeholder(words: &str) -> Option<&str> {
    let bracket = words.find('[').and_then(|open| {
        let rest = words.get(open..)?;
        rest.get(..=rest.find(']')?)
    });
    let braces = ["{{", "}}", "{%", "%}"];
    let brace = braces.into_iter().find(|brace| words.contains(brace));
    bracket.or(brace)
}

/// The beginning of a line as it can be shown.
fn shown(line: &str) -> String {
    let plain = line.chars().filter(|sign| !sign.is_control());
    plain.take(40).collect()
}
