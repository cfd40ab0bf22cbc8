//! What can be said of a template before any letter is written: every place that is wrong, also where no letter goes.

use super::compiled_template::CompiledTemplate;
use super::fault::{TemplateFault, TemplateFaultKind};
use super::layout::{HEAD_KEYS, find_placeholder};
use super::lexer::{PieceKind as Is, TemplatePiece, UnclosedBraces, split_pieces, tokenize};
use super::lines::{TemplateLine, split_lines};
use super::name_scope::NameScope;
use super::restrictions::{find_restriction_faults, hidden_character_fault, unclosed_braces_fault};
use super::variable::{Variable, VariableKind as Holds};
use std::ops::Range;

/// What a template is for.
#[derive(Clone, Debug)]
pub struct TemplateRequirements {
    /// The words of which its subject says one, where it is about invoices; empty where the language asks for none.
    pub subject_words: &'static [&'static str],
    /// What it may name.
    pub variables: Vec<&'static Variable>,
    /// The block without which it is not what the law asks, where it is a letter that the law knows.
    pub required_block: Option<&'static str>,
}

/// Everything that is wrong with a template, by place.
pub fn find_faults(text: &str, purpose: &TemplateRequirements) -> Vec<TemplateFault> {
    let cut = match split_pieces(text) {
        Ok(cut) => cut,
        Err(UnclosedBraces(span)) => return vec![unclosed_braces_fault(&span)],
    };
    let mut found: Vec<TemplateFault> = hidden_character_fault(text).into_iter().collect();
    let names = NameScope::new(text, &cut, &purpose.variables);
    for piece in &cut {
        let odd = find_restriction_faults(text, piece);
        found.extend(if odd.is_empty() {
            names.find_faults(piece)
        } else {
            odd
        });
    }
    if found
        .iter()
        .all(|fault| fault.kind != TemplateFaultKind::Syntax)
    {
        match CompiledTemplate::new(text) {
            Ok(compiled) => {
                let told: Vec<Range<usize>> = found.iter().map(|it| it.span.clone()).collect();
                let told = |span: &Range<usize>| told.contains(span);
                found.extend(names.find_undefined_names(&compiled.variable_names, &cut, told));
            }
            Err(fault) => found.push(fault),
        }
    }
    let lines = split_lines(text, &cut);
    found.extend(find_subject_faults(text, &lines, purpose));
    for line in &lines {
        found.extend(placeholder_fault(text, line));
        found.extend(block_not_alone_fault(text, line, &names));
    }
    if let Some(block) = purpose.required_block {
        found.extend(required_block_fault(text, &cut, block));
    }
    found.sort_by_key(|fault| (fault.span.start, fault.kind));
    found
}

/// What is wrong with the lines before the first empty one.
fn find_subject_faults(
    text: &str,
    lines: &[TemplateLine<'_>],
    purpose: &TemplateRequirements,
) -> Vec<TemplateFault> {
    let head = lines.iter().skip_while(|line| line.is_blank(text));
    let head = head.take_while(|line| !line.is_blank(text));
    let head: Vec<&TemplateLine<'_>> = head.filter(|line| !line.is_statement_only(text)).collect();
    let mut found = Vec::new();
    let mut subject = None;
    for line in head {
        let said = line.plain_text(text);
        let key = said.trim_start_matches('\u{feff}').split_once(':');
        match key.map(|(key, _)| key.trim()) {
            Some("subject") => subject = Some(line),
            Some(key) if HEAD_KEYS.contains(&key) => {}
            _ if subject.is_none() => break,
            _ => found.push(missing_key_fault(line)),
        }
    }
    match subject {
        None => found.push(TemplateFault::new(
            TemplateFaultKind::NoSubject,
            first_line_span(text),
            "expected a subject, found none",
            "begin the template with `subject: ` and what the letter is about, then an empty line",
        )),
        Some(line) => found.extend(subject_without_factuur_fault(text, line, purpose)),
    }
    found
}

fn missing_key_fault(line: &TemplateLine<'_>) -> TemplateFault {
    TemplateFault::new(
        TemplateFaultKind::Syntax,
        line.start()..line.end.start,
        format!(
            "expected an empty line, or `{}: `",
            HEAD_KEYS.join(": `, `")
        ),
        "leave a line empty before the letter begins",
    )
}

/// A subject that does not say what its language asks for, such as `factuur`: mail without that word is easily
/// overlooked.
fn subject_without_factuur_fault(
    text: &str,
    line: &TemplateLine<'_>,
    purpose: &TemplateRequirements,
) -> Option<TemplateFault> {
    let word = purpose.subject_words.first()?;
    let mut known = purpose.variables.iter();
    known.find(|known| known.name == INVOICE_NAMES)?;
    let said = line.plain_text(text).to_lowercase();
    let braces = line.braces.iter().flat_map(|piece| tokenize(text, piece));
    let names = braces
        .into_iter()
        .any(|token| [INVOICE_NAMES, "our_invoices"].contains(&token.text));
    let says = names || purpose.subject_words.iter().any(|word| said.contains(word));
    (!says).then(|| {
        TemplateFault::new(
            TemplateFaultKind::SubjectWithoutFactuur,
            line.start()..line.end.start,
            format!("expected the word `{word}` in the subject, found none"),
            "name the invoices with `{{ invoice_names }}`",
        )
    })
}

/// The variable that names the invoices, in a word of the language.
const INVOICE_NAMES: &str = "invoice_names";

/// What somebody was to fill in.
fn placeholder_fault(text: &str, line: &TemplateLine<'_>) -> Option<TemplateFault> {
    let said = line.plain_text(text);
    let left = find_placeholder(&said)?;
    // Braces of the template may stand inside the brackets: then the bracket alone is the place.
    let place = |words: &str| {
        line.words
            .iter()
            .find_map(|span| find_span(text, span, words))
    };
    let span = place(left).or_else(|| place(left.get(..1)?));
    let span = span.unwrap_or(line.start()..line.end.start);
    Some(TemplateFault::placeholder(left, span))
}

/// Where some words stand inside a span.
fn find_span(text: &str, span: &Range<usize>, words: &str) -> Option<Range<usize>> {
    let start = text.get(span.clone())?.find(words)?;
    let start = span.start.saturating_add(start);
    Some(start..start.saturating_add(words.len()))
}

/// A block that does not stand alone.
fn block_not_alone_fault(
    text: &str,
    line: &TemplateLine<'_>,
    names: &NameScope<'_>,
) -> Option<TemplateFault> {
    let outputs = || line.braces.iter().filter(|piece| piece.kind == Is::Output);
    let mut blocks = outputs().filter_map(|piece| {
        let said = tokenize(text, piece);
        let block = names.find_variable(said.first()?.text)?;
        (block.kind == Holds::Block).then_some((piece, block.name))
    });
    let (piece, name) = blocks.next()?;
    let alone = line.plain_text(text).trim().is_empty() && outputs().count() == 1;
    (!alone).then(|| TemplateFault::block_not_alone(name, piece.span.clone()))
}

/// That a block is missing without which the letter is not what the law asks.
fn required_block_fault(text: &str, cut: &[TemplatePiece], block: &str) -> Option<TemplateFault> {
    let mut outputs = cut.iter().filter(|piece| piece.kind == Is::Output);
    let stands = outputs.any(|piece| {
        let said = tokenize(text, piece);
        matches!(said.as_slice(), [only] if only.text == block)
    });
    (!stands).then(|| missing_notice_fault(block, first_line_span(text)))
}

/// That a fourteen-day letter says nothing of what the law asks of it.
pub fn missing_notice_fault(block: &str, span: Range<usize>) -> TemplateFault {
    TemplateFault::new(
        TemplateFaultKind::NoStatutoryNotice,
        span,
        format!(
            "expected `{{{{ {block} }}}}`, without which no collection costs are owed after this letter"
        ),
        format!("put `{{{{ {block} }}}}` on a line of its own (BW 6:96 lid 6)"),
    )
}

fn first_line_span(text: &str) -> Range<usize> {
    0..text.find('\n').unwrap_or(text.len())
}
