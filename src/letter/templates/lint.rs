//! What can be said of a template before any letter is written: every place that is wrong, also where no letter goes.

use super::compiled::Compiled;
use super::fault::{Fault, Sort};
use super::given::{Sort as Holds, Variable};
use super::laid_out::{KEYS, placeholder};
use super::lines::{Line, lines};
use super::names::Names;
use super::pieces::{Piece, Sort as Is, Unclosed, pieces, tokens};
use super::speech::{hidden, strange, unclosed};
use std::ops::Range;

/// What a template is for.
#[derive(Clone, Debug)]
pub struct Purpose {
    /// Whether it is Dutch: then its subject says `factuur`, where it is about invoices.
    pub dutch: bool,
    /// What it may name.
    pub variables: Vec<&'static Variable>,
    /// The block without which it is not what the law asks, where it is a letter that the law knows.
    pub must_hold: Option<&'static str>,
}

/// Everything that is wrong with a template, by place.
pub fn faults(text: &str, purpose: &Purpose) -> Vec<Fault> {
    let cut = match pieces(text) {
        Ok(cut) => cut,
        Err(Unclosed(span)) => return vec![unclosed(&span)],
    };
    let mut found: Vec<Fault> = hidden(text).into_iter().collect();
    let names = Names::of(text, &cut, &purpose.variables);
    for piece in &cut {
        let odd = strange(text, piece);
        found.extend(if odd.is_empty() {
            names.faults(piece)
        } else {
            odd
        });
    }
    if found.iter().all(|fault| fault.sort != Sort::Syntax) {
        match Compiled::new(text) {
            Ok(compiled) => {
                let told: Vec<Range<usize>> = found.iter().map(|it| it.span.clone()).collect();
                let told = |span: &Range<usize>| told.contains(span);
                found.extend(names.unheard(&compiled.names, &cut, told));
            }
            Err(fault) => found.push(fault),
        }
    }
    let lines = lines(text, &cut);
    found.extend(subject(text, &lines, purpose));
    for line in &lines {
        found.extend(left_to_fill_in(text, line));
        found.extend(crowded(text, line, &names));
    }
    if let Some(block) = purpose.must_hold {
        found.extend(left_out(text, &cut, block));
    }
    found.sort_by_key(|fault| (fault.span.start, fault.sort));
    found
}

/// What is wrong with the lines before the first empty one.
fn subject(text: &str, lines: &[Line<'_>], purpose: &Purpose) -> Vec<Fault> {
    let head = lines.iter().skip_while(|line| line.is_blank(text));
    let head = head.take_while(|line| !line.is_blank(text));
    let head: Vec<&Line<'_>> = head.filter(|line| !line.only_decides(text)).collect();
    let mut found = Vec::new();
    let mut subject = None;
    for line in head {
        let said = line.said(text);
        let key = said.trim_start_matches('\u{feff}').split_once(':');
        match key.map(|(key, _)| key.trim()) {
            Some("subject") => subject = Some(line),
            Some(key) if KEYS.contains(&key) => {}
            _ if subject.is_none() => break,
            _ => found.push(no_key(line)),
        }
    }
    match subject {
        None => found.push(Fault::new(
            Sort::NoSubject,
            first_line(text),
            "expected a subject, found none",
            "begin the template with `subject: ` and what the letter is about, then an empty line",
        )),
        Some(line) => found.extend(without_factuur(text, line, purpose)),
    }
    found
}

fn no_key(line: &Line<'_>) -> Fault {
    Fault::new(
        Sort::Syntax,
        line.start()..line.end.start,
        format!("expected an empty line, or `{}: `", KEYS.join(": `, `")),
        "leave a line empty before the letter begins",
    )
}

/// A Dutch subject that does not say `factuur`: mail without that word is easily overlooked.
fn without_factuur(text: &str, line: &Line<'_>, purpose: &Purpose) -> Option<Fault> {
    let about = |name: &str| purpose.variables.iter().any(|known| known.name == name);
    if !(purpose.dutch && about(NAMES_THEM[0])) {
        return None;
    }
    let said = line.said(text).to_lowercase();
    let braces = line.braces.iter().flat_map(|piece| tokens(text, piece));
    let names = braces
        .into_iter()
        .any(|token| NAMES_THEM.contains(&token.text));
    let says = names || said.contains("factuur") || said.contains("facturen");
    (!says).then(|| {
        Fault::new(
            Sort::SubjectWithoutFactuur,
            line.start()..line.end.start,
            "expected the word `factuur` in the subject, found none",
            "name the invoices with `{{ invoice_names }}`",
        )
    })
}

/// Variables that say `factuur`.
const NAMES_THEM: [&str; 2] = ["invoice_names", "our_invoices"];

/// What somebody was to fill in.
fn left_to_fill_in(text: &str, line: &Line<'_>) -> Option<Fault> {
    let said = line.said(text);
    let left = placeholder(&said)?;
    // Braces of the template may stand inside the brackets: then the bracket alone is the place.
    let place = |words: &str| line.words.iter().find_map(|span| place(text, span, words));
    let span = place(left).or_else(|| place(left.get(..1)?));
    Some(Fault::new(
        Sort::Placeholder,
        span.unwrap_or(line.start()..line.end.start),
        format!("expected a finished letter, found `{left}`"),
        "fill it in, or put a variable there",
    ))
}

/// Where some words stand inside a span.
fn place(text: &str, span: &Range<usize>, words: &str) -> Option<Range<usize>> {
    let start = text.get(span.clone())?.find(words)?;
    let start = span.start.saturating_add(start);
    Some(start..start.saturating_add(words.len()))
}

/// A block that does not stand alone.
fn crowded(text: &str, line: &Line<'_>, names: &Names<'_>) -> Option<Fault> {
    let outputs = || line.braces.iter().filter(|piece| piece.sort == Is::Output);
    let mut blocks = outputs().filter_map(|piece| {
        let said = tokens(text, piece);
        let block = names.variable(said.first()?.text)?;
        (block.sort == Holds::Block).then_some((piece, block.name))
    });
    let (piece, name) = blocks.next()?;
    let alone = line.said(text).trim().is_empty() && outputs().count() == 1;
    (!alone).then(|| {
        Fault::new(
            Sort::Misused,
            piece.span.clone(),
            format!("expected `{{{{ {name} }}}}` on a line of its own: it is a block"),
            "put it on a line of its own, with an empty line before and behind it",
        )
    })
}

/// That a block is missing without which the letter is not what the law asks.
fn left_out(text: &str, cut: &[Piece], block: &str) -> Option<Fault> {
    let mut outputs = cut.iter().filter(|piece| piece.sort == Is::Output);
    let stands = outputs.any(|piece| {
        let said = tokens(text, piece);
        matches!(said.as_slice(), [only] if only.text == block)
    });
    (!stands).then(|| without_notice(block, first_line(text)))
}

/// That a fourteen-day letter says nothing of what the law asks of it.
pub fn without_notice(block: &str, span: Range<usize>) -> Fault {
    Fault::new(
        Sort::NoStatutoryNotice,
        span,
        format!(
            "expected `{{{{ {block} }}}}`, without which no collection costs are owed after this letter"
        ),
        format!("put `{{{{ {block} }}}}` on a line of its own (BW 6:96 lid 6)"),
    )
}

fn first_line(text: &str) -> Range<usize> {
    0..text.find('\n').unwrap_or(text.len())
}
