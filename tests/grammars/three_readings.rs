//! A journal as nom, tree-sitter and the written page read it: whether it is of the language, and what stands where.
//!
//! The page is the measure of what is grammar. Which day exists, which mark is the decimal one, how large a number may be,
//! which currency there is, that a key stands once, in which file a declaration stands: that is not for a grammar to say.
//! Nor are bytes that are no text, and invisible characters.

use super::recognizer::Page;
use std::ops::Range;
use std::sync::LazyLock;
use tegoed::syntax::dialect::Dialect;
use tegoed::syntax::entry::{Argument, ArgumentValue, Entry, EntryState};
use tegoed::syntax::journal_file::JournalFile;
use tegoed::syntax::table::ArgumentForm;
use tegoed::text::diagnostic::{Diagnostic, Severity};
use tegoed::text::message::Message;
use tegoed::text::problem::Wanted;
use tegoed::text::span::Span;
use tree_sitter::{Node, Parser, Tree};

static PAGE: LazyLock<Page> = LazyLock::new(Page::read);

/// A kind of thing, and its bytes.
pub type Shape = (&'static str, Range<usize>);

/// What the parser of the program makes of a text.
pub struct ParserReading {
    /// The findings that are of grammar, in short.
    pub faults: Vec<String>,
    /// What stands in the entries that could be read wholly.
    pub shapes: Vec<Shape>,
    /// Where those entries are.
    pub whole: Vec<Range<usize>>,
    /// Bytes that are no text or cannot be seen: what stands in such a line is not compared.
    pub is_garbled: bool,
    /// Errors that are not of grammar: values that cannot be taken.
    pub has_bad_values: bool,
}

pub fn tree_of(text: &str) -> Tree {
    let mut parser = Parser::new();
    parser
        .set_language(&tree_sitter_tegoed::LANGUAGE.into())
        .expect("a parser of this version of tree-sitter");
    parser.parse(text, None).expect("a tree")
}

/// What differs between the readings; `None` where they are one.
pub fn difference(text: &str) -> Option<String> {
    let nom = parser_reading(text);
    if nom.is_garbled {
        return None;
    }
    let tree = tree_of(text);
    let wrong_node = first_wrong_node(tree.root_node(), text);
    let wrong_line = PAGE.first_wrong_line(text);
    let mut verdicts = [
        nom.faults.is_empty(),
        wrong_node.is_none(),
        wrong_line.is_none(),
    ];
    // Behind a value that cannot be taken the parser may say no more of a line.
    if nom.has_bad_values && verdicts[0] {
        verdicts[0] = verdicts[2];
    }
    if verdicts != [verdicts[0]; 3] {
        return Some(format!(
            "parser: {:?}\ntree-sitter: {wrong_node:?}\npage: {:?}",
            nom.faults,
            wrong_line.map(|line| text.split('\n').nth(line))
        ));
    }
    if !verdicts[0] {
        return None;
    }
    let is_whole = |shape: &Shape| nom.whole.iter().any(|it| it.contains(&shape.1.start));
    let mut theirs = Vec::new();
    collect_shapes(tree.root_node(), text, &mut theirs);
    theirs.retain(is_whole);
    let mut ours = nom.shapes;
    let order = |shape: &Shape| (shape.1.start, shape.1.end, shape.0);
    ours.sort_by_key(order);
    theirs.sort_by_key(order);
    let quote = |shape: Option<&Shape>| {
        shape.map(|(kind, at)| format!("{kind} {at:?} {:?}", &text[at.clone()]))
    };
    let place = (0..ours.len().max(theirs.len())).find(|at| ours.get(*at) != theirs.get(*at))?;
    Some(format!(
        "parser: {:?}\ntree-sitter: {:?}",
        quote(ours.get(place)),
        quote(theirs.get(place))
    ))
}

// nom --------------------------------------------------------------------------------------------------------------

/// The decimal mark that the text declares.
fn dialect_of(text: &str) -> Dialect {
    let declared = text
        .lines()
        .find_map(|line| line.strip_prefix("decimal-mark "));
    let mark = declared.and_then(|mark| mark.trim().chars().next());
    Dialect {
        mark: mark.filter(|mark| matches!(mark, '.' | ',')),
        ..Dialect::default()
    }
}

pub fn parser_reading(text: &str) -> ParserReading {
    let file = JournalFile::read(text.to_owned(), &[], dialect_of(text));
    let found = &file.findings().diagnostics;
    let garbled = |it: &Diagnostic| matches!(it.kind.code, "S007" | "S008");
    let faults = found.iter().filter(|it| is_of_grammar(it, &file));
    let whole: Vec<&Entry> = file
        .entries()
        .iter()
        .filter(|entry| entry.state == EntryState::Whole)
        .collect();
    ParserReading {
        faults: faults
            .map(|it| format!("{} {:?}", it.kind.code, file.slice(it.primary.span)))
            .collect(),
        is_garbled: found.iter().any(garbled),
        has_bad_values: found
            .iter()
            .any(|it| it.kind.severity == Severity::Error && !is_of_grammar(it, &file)),
        shapes: whole
            .iter()
            .flat_map(|entry| entry_shapes(entry, text))
            .collect(),
        whole: whole.iter().map(|entry| bytes(entry.span)).collect(),
    }
}

fn bytes(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// Whether a finding says that a line has another shape than the page gives it.
fn is_of_grammar(found: &Diagnostic, file: &JournalFile) -> bool {
    let written = file.slice(found.primary.span);
    let wanted = match &found.message {
        Message::Problem(problem) => Some(&problem.expected),
        _ => None,
    };
    let is_of_value = matches!(
        wanted,
        Some(
            Wanted::DurationOfHundredYears
                | Wanted::Repetitions(_)
                | Wanted::SmallerVatRate
                | Wanted::ReasonBehindZero
                | Wanted::CurrencyOfIso
                | Wanted::OneCurrency
                | Wanted::OneKey(_)
        )
    );
    let asks = |form: &ArgumentForm| match wanted {
        Some(Wanted::Argument(forms) | Wanted::ArgumentOf { forms, .. }) => forms.contains(form),
        _ => false,
    };
    let looks_like = |shapes: &[&str]| shapes.iter().any(|shape| has_shape(written, shape));
    match found.kind.code {
        "S012" if asks(&ArgumentForm::Currency) => !looks_like(&["AAA"]),
        "S012" if asks(&ArgumentForm::Period) => {
            !looks_like(&["0000", "0000-Q0", "0000-q0", "0000-00", "0000-00-00"])
        }
        "S009" | "S017" | "S018" | "A001" | "A002" | "A004" | "A005" | "A008" => false,
        // `1..2` is no number.
        "A003" => !has_shape(written, "0(.0)"),
        "D001" => !looks_like(&["0000-00-00"]),
        _ => !is_of_value,
    }
}

/// Whether a text is as this shape, in which `0` stands for a digit and `A` for a capital; `0(.0)` is digits with marks
/// between them.
fn has_shape(text: &str, shape: &str) -> bool {
    if shape == "0(.0)" {
        let number = text.trim_start_matches(['€', ' ', '-', '−']);
        let number = number.split(' ').next().unwrap_or_default();
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
        return number.trim_end_matches('%').split(['.', ',']).all(digits);
    }
    let each = |(c, as_in): (char, char)| match as_in {
        '0' => c.is_ascii_digit(),
        'A' => c.is_ascii_uppercase(),
        other => c == other,
    };
    text.chars().count() == shape.len() && text.chars().zip(shape.chars()).all(each)
}

fn entry_shapes(entry: &Entry, text: &str) -> Vec<Shape> {
    let header = trimmed(bytes(entry.header), text);
    let mut found = vec![("header", header), ("keyword", bytes(entry.keyword))];
    found.extend(entry.date.map(|date| ("date", bytes(date.span))));
    found.extend(entry.text.map(|span| ("text", bytes(span))));
    found.extend(entry.arguments.iter().map(argument_shape));
    for detail in &entry.details {
        let key = bytes(detail.key_span);
        // A key with a rate of VAT: the rate is an argument.
        let word = text[key.clone()].split(' ').next().unwrap_or_default();
        found.push(("key", key.start..key.start + word.len()));
        found.extend(detail.text.map(|span| ("text", bytes(span))));
        if entry.arguments_of(detail).is_empty() {
            found.push(("text", bytes(detail.value)));
        }
    }
    found.retain(|(_, at)| !at.is_empty());
    found
}

fn trimmed(at: Range<usize>, text: &str) -> Range<usize> {
    let letters = text[at.clone()].trim_end_matches([' ', '\t', '\r', '\n']);
    at.start..at.start + letters.len()
}

fn argument_shape(argument: &Argument) -> Shape {
    let kind = match argument.value {
        ArgumentValue::Invoice => "invoice",
        ArgumentValue::Customer => "customer",
        ArgumentValue::Name => "name",
        ArgumentValue::Amount(_) => "amount",
        ArgumentValue::Date(_) => "date",
        ArgumentValue::Duration(_) | ArgumentValue::Terms(_) => "duration",
        ArgumentValue::Share(_) => "share",
        ArgumentValue::Vat(_) => "vat_code",
        ArgumentValue::Period(_) => "period",
        ArgumentValue::Word(_) => "word",
        ArgumentValue::Count(_) => "count",
        ArgumentValue::Mark(_) => "decimal_mark",
        ArgumentValue::Currency(_) => "currency",
        ArgumentValue::Quantity(_) => "quantity",
        ArgumentValue::Unit => "unit",
        ArgumentValue::Price(_) => "price",
    };
    (kind, bytes(argument.span))
}

// tree-sitter ------------------------------------------------------------------------------------------------------

/// The first part of a tree that is no part of the language. A line end that was put in has no node of its own.
pub fn first_wrong_node(node: Node<'_>, text: &str) -> Option<String> {
    let told = |what: &str| Some(format!("{what} {:?}", &text[node.byte_range()]));
    let is_wrong = matches!(node.kind(), "wrong_line" | "conflict");
    if is_wrong || node.is_error() || node.is_missing() {
        return told(node.kind());
    }
    let mut cursor = node.walk();
    let wrong = node
        .children(&mut cursor)
        .find_map(|child| first_wrong_node(child, text));
    wrong.or_else(|| {
        node.has_error()
            .then(|| told("something missing in"))
            .flatten()
    })
}

fn collect_shapes(node: Node<'_>, text: &str, found: &mut Vec<Shape>) {
    let kind = match node.kind() {
        "header" => Some("header"),
        "name" | "path" | "account" | "vat_box" | "word_list" | "milestone" => Some("name"),
        kind => LEAVES.iter().find(|leaf| **leaf == kind).copied(),
    };
    if let Some(kind) = kind.filter(|_| node.is_named()) {
        found.push((kind, trimmed(node.byte_range(), text)));
    }
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        collect_shapes(child, text, found);
    }
}

/// Kinds of nodes that have the same name in both readings.
const LEAVES: [&str; 18] = [
    "keyword",
    "key",
    "date",
    "text",
    "invoice",
    "customer",
    "amount",
    "duration",
    "share",
    "vat_code",
    "period",
    "word",
    "count",
    "decimal_mark",
    "currency",
    "quantity",
    "unit",
    "price",
];
