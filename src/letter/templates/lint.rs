//! What can be said of a template before any letter is written: every place that is wrong, also where no letter goes.

use super::compiled_template::CompiledTemplate;
use super::fault::{TemplateFault, TemplateFaultKind};
use super::layout::{HEAD_KEYS, find_placeholder};
use super::lexer::{PieceKind as Is, TemplatePiece, UnclosedBraces, split_pieces, tokenize};
use super::limits::{find_depth_fault, length_fault};
use super::lines::{TemplateLine, split_lines};
use super::name_scope::NameScope;
use super::restrictions::{find_restriction_faults, hidden_character_fault, unclosed_braces_fault};
use super::variable::{Variable, VariableKind as Holds};
use crate::policy::jurisdiction::law::Law;
use std::collections::BTreeSet;
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
    /// The article of the law that asks for that block; empty where it is not known.
    pub article: &'static str,
}

impl TemplateRequirements {
    /// With the article of the law that holds for the business.
    #[must_use]
    pub fn under_law(self, law: Option<&Law>) -> Self {
        let article = law.map_or("", |law| law.articles.notice);
        Self { article, ..self }
    }
}

/// Everything that is wrong with a template, by place.
pub fn find_faults(text: &str, requirements: &TemplateRequirements) -> Vec<TemplateFault> {
    if let Some(fault) = length_fault(text) {
        return vec![fault];
    }
    let pieces = match split_pieces(text) {
        Ok(pieces) => pieces,
        Err(UnclosedBraces(span)) => return vec![unclosed_braces_fault(&span)],
    };
    let mut found: Vec<TemplateFault> = hidden_character_fault(text).into_iter().collect();
    found.extend(find_depth_fault(text, &pieces));
    let names = NameScope::new(text, &pieces, &requirements.variables);
    for piece in &pieces {
        let restricted = find_restriction_faults(text, piece);
        found.extend(if restricted.is_empty() {
            names.find_faults(piece)
        } else {
            restricted
        });
    }
    if found
        .iter()
        .all(|fault| fault.kind != TemplateFaultKind::Syntax)
    {
        match CompiledTemplate::new(text) {
            Ok(compiled) => {
                let spans = found.iter().map(|it| (it.span.start, it.span.end));
                let spans: BTreeSet<(usize, usize)> = spans.collect();
                let is_known = |span: &Range<usize>| spans.contains(&(span.start, span.end));
                found.extend(names.find_undefined_names(
                    &compiled.variable_names,
                    &pieces,
                    is_known,
                ));
            }
            Err(fault) => found.push(fault),
        }
    }
    let lines = split_lines(text, &pieces);
    found.extend(find_subject_faults(text, &lines, requirements));
    for line in &lines {
        found.extend(placeholder_fault(text, line));
        found.extend(block_not_alone_fault(text, line, &names));
    }
    if let Some(block) = requirements.required_block {
        found.extend(required_block_fault(
            text,
            &pieces,
            block,
            requirements.article,
        ));
    }
    found.sort_by_key(|fault| (fault.span.start, fault.kind));
    found
}

/// What is wrong with the lines before the first empty one.
fn find_subject_faults(
    text: &str,
    lines: &[TemplateLine<'_>],
    requirements: &TemplateRequirements,
) -> Vec<TemplateFault> {
    let head = lines.iter().skip_while(|line| line.is_blank(text));
    let head = head.take_while(|line| !line.is_blank(text));
    let head: Vec<&TemplateLine<'_>> = head.filter(|line| !line.is_statement_only(text)).collect();
    let mut found = Vec::new();
    let mut subject = None;
    for line in head {
        let plain = line.plain_text(text);
        let key = plain.trim_start_matches('\u{feff}').split_once(':');
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
        Some(line) => found.extend(subject_without_factuur_fault(text, line, requirements)),
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
    requirements: &TemplateRequirements,
) -> Option<TemplateFault> {
    let word = requirements.subject_words.first()?;
    let mut known = requirements.variables.iter();
    known.find(|known| known.name == INVOICE_NAMES)?;
    let plain = line.plain_text(text).to_lowercase();
    let braces = line.braces.iter().flat_map(|piece| tokenize(text, piece));
    let names = braces
        .into_iter()
        .any(|token| [INVOICE_NAMES, "our_invoices"].contains(&token.text));
    let says = names
        || requirements
            .subject_words
            .iter()
            .any(|word| plain.contains(word));
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

/// A placeholder that was left to fill in.
fn placeholder_fault(text: &str, line: &TemplateLine<'_>) -> Option<TemplateFault> {
    let plain = line.plain_text(text);
    let left = find_placeholder(&plain)?;
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
        let tokens = tokenize(text, piece);
        let block = names.find_variable(tokens.first()?.text)?;
        (block.kind == Holds::Block).then_some((piece, block.name))
    });
    let (piece, name) = blocks.next()?;
    let alone = line.plain_text(text).trim().is_empty() && outputs().count() == 1;
    (!alone).then(|| TemplateFault::block_not_alone(name, piece.span.clone()))
}

/// That a block is missing without which the letter is not what the law asks.
fn required_block_fault(
    text: &str,
    pieces: &[TemplatePiece],
    block: &str,
    article: &str,
) -> Option<TemplateFault> {
    let mut outputs = pieces.iter().filter(|piece| piece.kind == Is::Output);
    let stands = outputs.any(|piece| {
        let tokens = tokenize(text, piece);
        matches!(tokens.as_slice(), [only] if only.text == block)
    });
    (!stands).then(|| missing_notice_fault(block, article, first_line_span(text)))
}

/// That a fourteen-day letter says nothing of what the law asks of it.
pub fn missing_notice_fault(block: &str, article: &str, span: Range<usize>) -> TemplateFault {
    let by_law = if article.is_empty() {
        String::new()
    } else {
        format!(" ({article})")
    };
    TemplateFault::new(
        TemplateFaultKind::NoStatutoryNotice,
        span,
        format!(
            "expected `{{{{ {block} }}}}`, without which no collection costs are owed after this letter"
        ),
        format!("put `{{{{ {block} }}}}` on a line of its own{by_law}"),
    )
}

fn first_line_span(text: &str) -> Range<usize> {
    0..text.find('\n').unwrap_or(text.len())
}
