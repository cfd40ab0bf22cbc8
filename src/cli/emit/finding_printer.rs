//! A finding for people: the user's own words underlined, what else has to do with it, the mend.

use super::excerpt::Excerpt;
use crate::cli::escape;
use crate::language::message_text::message_text;
use crate::render::medium::TerminalStyle;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Label, Severity};
use crate::text::source::{Source, Sources};
use crate::text::span::Span;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet,
};

/// Places at most this many lines apart are shown in one piece.
const MAX_LINES_APART: u32 = 4;
/// How wide a line may be where no terminal says otherwise.
const DEFAULT_WIDTH: usize = 140;

/// Draws findings in one way.
pub struct FindingPrinter<'a> {
    sources: &'a Sources,
    colours: TerminalStyle,
    renderer: Renderer,
}

/// Places of one source, close to each other.
struct MarkedExcerpt<'a, T> {
    source: &'a Source,
    excerpt: Excerpt,
    marks: Vec<(Span, T)>,
    line: u32,
    column: u32,
}

impl<'a> FindingPrinter<'a> {
    /// A way of drawing, `width` characters wide.
    pub fn new(sources: &'a Sources, colours: TerminalStyle, width: Option<usize>) -> Self {
        let renderer = match colours {
            TerminalStyle::Plain => Renderer::plain(),
            TerminalStyle::Ansi => Renderer::styled(),
        };
        Self {
            sources,
            colours,
            renderer: renderer.term_width(width.unwrap_or(DEFAULT_WIDTH)),
        }
    }

    /// Draws one finding.
    pub fn write_finding(&self, finding: &Diagnostic, output: &mut String) {
        let labels = finding_labels(finding);
        let pieces = self.group_marks(&labels);
        let mut group = Group::with_level(to_level(finding.kind.severity));
        for piece in &pieces {
            group = group.element(to_snippet(piece));
        }
        if pieces.is_empty()
            && let Some(source) = self.sources.source(finding.primary.span.origin())
        {
            group = group.element(Origin::path(escape::escape_path(&source.path)));
        }
        let mut groups = Vec::with_capacity(2);
        let edits = finding.fix.as_ref().map(|fix| self.edit_excerpts(fix));
        let help = finding.help.as_ref().map(message_text);
        match (&edits, &help) {
            (None, Some(help)) => {
                group = group.element(Level::HELP.message(escape::escape_lines(help)));
                groups.push(group);
            }
            (None, None) => groups.push(group),
            (Some(edits), help) => {
                groups.push(group);
                groups.push(fix_group(finding, help.as_deref(), edits));
            }
        }
        output.push_str(&self.title_line(finding));
        let drawn = self.renderer.render(&groups);
        output.push_str(&correct_columns(drawn, &pieces));
        output.push('\n');
    }

    fn title_line(&self, finding: &Diagnostic) -> String {
        let (code, name) = (finding.kind.code, finding.kind.name);
        let severity = finding.kind.severity;
        let words = message_text(&finding.message);
        let message = escape::escape_message(&words);
        match self.colours {
            TerminalStyle::Plain => format!("{}[{code}] {name}: {message}\n", severity.word()),
            TerminalStyle::Ansi => format!(
                "\u{1b}[1;{}m{}[{code}]\u{1b}[0m \u{1b}[1m{name}: {message}\u{1b}[0m\n",
                severity_colour(severity),
                severity.word()
            ),
        }
    }

    /// Gathers places that stand close together; the piece with the first place comes first.
    fn group_marks<T: Copy>(&self, marks: &[(Span, T)]) -> Vec<MarkedExcerpt<'a, T>> {
        let mut piles: Vec<(SourcePosition<'a>, Vec<(Span, T)>)> = Vec::new();
        for mark in marks {
            let Some(spot) = self.source_position(mark.0) else {
                continue;
            };
            match piles.iter_mut().find(|(first, _)| first.is_near(&spot)) {
                Some((_, pile)) => pile.push(*mark),
                None => piles.push((spot, vec![*mark])),
            }
        }
        piles
            .into_iter()
            .filter_map(|(spot, marks)| self.marked_excerpt(&spot, marks))
            .collect()
    }

    fn marked_excerpt<T>(
        &self,
        spot: &SourcePosition<'a>,
        marks: Vec<(Span, T)>,
    ) -> Option<MarkedExcerpt<'a, T>> {
        let spans: Vec<Span> = marks.iter().map(|(span, _)| *span).collect();
        Some(MarkedExcerpt {
            source: spot.source,
            excerpt: Excerpt::from_source(self.sources, spot.source, &spans)?,
            marks,
            line: spot.line,
            column: spot.column,
        })
    }

    fn source_position(&self, span: Span) -> Option<SourcePosition<'a>> {
        let (source, position) = self.sources.locate(span.origin())?;
        Some(SourcePosition {
            source,
            line: position.line,
            column: position.column,
        })
    }

    fn edit_excerpts<'f>(&self, fix: &'f Fix) -> Vec<MarkedExcerpt<'a, &'f str>> {
        let marks: Vec<(Span, &str)> = fix
            .edits
            .iter()
            .map(|edit| (edit.span, edit.text.as_str()))
            .collect();
        self.group_marks(&marks)
    }
}

/// A place a person can find.
struct SourcePosition<'a> {
    source: &'a Source,
    line: u32,
    column: u32,
}

impl SourcePosition<'_> {
    fn is_near(&self, other: &Self) -> bool {
        self.source.base == other.source.base && self.line.abs_diff(other.line) <= MAX_LINES_APART
    }
}

/// The main place first, then the others.
fn finding_labels(finding: &Diagnostic) -> Vec<(Span, (AnnotationKind, &Label))> {
    let related = finding
        .related
        .iter()
        .map(|label| (label.span, (AnnotationKind::Context, label)));
    std::iter::once((
        finding.primary.span,
        (AnnotationKind::Primary, &finding.primary),
    ))
    .chain(related)
    .collect()
}

fn to_snippet<'p>(
    piece: &'p MarkedExcerpt<'_, (AnnotationKind, &Label)>,
) -> Snippet<'p, Annotation<'p>> {
    let annotations = piece.marks.iter().map(|(span, (kind, label))| {
        let note = label.note.as_ref().map(message_text);
        let note = note.map(|words| escape::escape_message(&words).into_owned());
        kind.span(piece.excerpt.range_of(piece.source, *span))
            .label(note)
    });
    Snippet::source(piece.excerpt.text.as_str())
        .path(escape::escape_path(&piece.source.path))
        .line_start(piece.excerpt.line)
        .annotations(annotations)
}

fn fix_group<'p>(
    finding: &'p Diagnostic,
    help: Option<&'p str>,
    edits: &'p [MarkedExcerpt<'_, &str>],
) -> Group<'p> {
    let sure = finding
        .fix
        .as_ref()
        .is_some_and(|fix| fix.applicability == Applicability::Safe);
    let words = match (help, sure) {
        (Some(help), _) => escape::escape_lines(help),
        (None, true) => "`check --fix` mends it".into(),
        (None, false) => "a possible mend".into(),
    };
    let mut group = Group::with_title(Level::HELP.secondary_title(words));
    for piece in edits {
        let patches = piece.marks.iter().map(|(span, text)| {
            Patch::new(
                piece.excerpt.range_of(piece.source, *span),
                escape::escape_lines(text).into_owned(),
            )
        });
        group = group.element(
            Snippet::source(piece.excerpt.text.as_str())
                .path(escape::escape_path(&piece.source.path))
                .line_start(piece.excerpt.line)
                .patches(patches),
        );
    }
    group
}

fn to_level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO,
        Severity::Style => Level::NOTE,
    }
}

const fn severity_colour(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 31,
        Severity::Warning => 33,
        Severity::Advice => 34,
        Severity::Style => 36,
    }
}

/// A drawing counts columns in what is drawn; where a line was cut or a character spelled out, the true one
/// takes its place.
fn correct_columns<T>(mut drawn: String, pieces: &[MarkedExcerpt<'_, T>]) -> String {
    for piece in pieces {
        let Some((span, _)) = piece.marks.first() else {
            continue;
        };
        let place = piece.excerpt.range_of(piece.source, *span).start;
        let column = piece.excerpt.displayed_column(place);
        if column != piece.column as usize {
            let head = format!("{}:{}", escape::escape_path(&piece.source.path), piece.line);
            let (wrong, right) = (
                format!("{head}:{column}\n"),
                format!("{head}:{}\n", piece.column),
            );
            drawn = drawn.replacen(&wrong, &right, 1);
        }
    }
    drawn
}
