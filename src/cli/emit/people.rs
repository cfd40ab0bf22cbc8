//! A finding for people: the user's own words underlined, what else has to do with it, the mend.

use super::excerpt::Excerpt;
use super::words::words;
use crate::cli::console::Colours;
use crate::cli::escape;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Label, Severity};
use crate::text::source::{Source, Sources};
use crate::text::span::Span;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet,
};

/// Places at most this many lines apart are shown in one piece.
const TOGETHER: u32 = 4;
/// How wide a line may be where no terminal says otherwise.
const USUAL_WIDTH: usize = 140;

/// Draws findings in one way.
pub struct Drawing<'a> {
    sources: &'a Sources,
    colours: Colours,
    renderer: Renderer,
}

/// Places of one source, close to each other.
struct Piece<'a, T> {
    source: &'a Source,
    excerpt: Excerpt,
    marks: Vec<(Span, T)>,
    line: u32,
    column: u32,
}

impl<'a> Drawing<'a> {
    /// A way of drawing, `width` characters wide.
    pub fn new(sources: &'a Sources, colours: Colours, width: Option<usize>) -> Self {
        let renderer = match colours {
            Colours::Plain => Renderer::plain(),
            Colours::Coloured => Renderer::styled(),
        };
        Self {
            sources,
            colours,
            renderer: renderer.term_width(width.unwrap_or(USUAL_WIDTH)),
        }
    }

    /// Draws one finding.
    pub fn draw(&self, finding: &Diagnostic, output: &mut String) {
        let labels = labels(finding);
        let pieces = self.pieces(&labels);
        let mut group = Group::with_level(level(finding.kind.severity));
        for piece in &pieces {
            group = group.element(snippet(piece));
        }
        if pieces.is_empty()
            && let Some(source) = self.sources.source(finding.primary.span.origin())
        {
            group = group.element(Origin::path(escape::path(&source.path)));
        }
        let mut groups = Vec::with_capacity(2);
        let edits = finding.fix.as_ref().map(|fix| self.edits(fix));
        let help = finding.help.as_ref().map(words);
        match (&edits, &help) {
            (None, Some(help)) => {
                group = group.element(Level::HELP.message(escape::lines(help)));
                groups.push(group);
            }
            (None, None) => groups.push(group),
            (Some(edits), help) => {
                groups.push(group);
                groups.push(mend(finding, help.as_deref(), edits));
            }
        }
        output.push_str(&self.title(finding));
        let drawn = self.renderer.render(&groups);
        output.push_str(&with_true_columns(drawn, &pieces));
        output.push('\n');
    }

    fn title(&self, finding: &Diagnostic) -> String {
        let (code, name) = (finding.kind.code, finding.kind.name);
        let severity = finding.kind.severity;
        let words = words(&finding.message);
        let message = escape::message(&words);
        match self.colours {
            Colours::Plain => format!("{}[{code}] {name}: {message}\n", severity.word()),
            Colours::Coloured => format!(
                "\u{1b}[1;{}m{}[{code}]\u{1b}[0m \u{1b}[1m{name}: {message}\u{1b}[0m\n",
                ink(severity),
                severity.word()
            ),
        }
    }

    /// Gathers places that stand close together; the piece with the first place comes first.
    fn pieces<T: Copy>(&self, marks: &[(Span, T)]) -> Vec<Piece<'a, T>> {
        let mut piles: Vec<(Spot<'a>, Vec<(Span, T)>)> = Vec::new();
        for mark in marks {
            let Some(spot) = self.spot(mark.0) else {
                continue;
            };
            match piles.iter_mut().find(|(first, _)| first.near(&spot)) {
                Some((_, pile)) => pile.push(*mark),
                None => piles.push((spot, vec![*mark])),
            }
        }
        piles
            .into_iter()
            .filter_map(|(spot, marks)| self.piece(&spot, marks))
            .collect()
    }

    fn piece<T>(&self, spot: &Spot<'a>, marks: Vec<(Span, T)>) -> Option<Piece<'a, T>> {
        let spans: Vec<Span> = marks.iter().map(|(span, _)| *span).collect();
        Some(Piece {
            source: spot.source,
            excerpt: Excerpt::of(self.sources, spot.source, &spans)?,
            marks,
            line: spot.line,
            column: spot.column,
        })
    }

    fn spot(&self, span: Span) -> Option<Spot<'a>> {
        let (source, position) = self.sources.locate(span.origin())?;
        Some(Spot {
            source,
            line: position.line,
            column: position.column,
        })
    }

    fn edits<'f>(&self, fix: &'f Fix) -> Vec<Piece<'a, &'f str>> {
        let marks: Vec<(Span, &str)> = fix
            .edits
            .iter()
            .map(|edit| (edit.span, edit.text.as_str()))
            .collect();
        self.pieces(&marks)
    }
}

/// A place a person can find.
struct Spot<'a> {
    source: &'a Source,
    line: u32,
    column: u32,
}

impl Spot<'_> {
    fn near(&self, other: &Self) -> bool {
        self.source.base == other.source.base && self.line.abs_diff(other.line) <= TOGETHER
    }
}

/// The main place first, then the others.
fn labels(finding: &Diagnostic) -> Vec<(Span, (AnnotationKind, &Label))> {
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

fn snippet<'p>(piece: &'p Piece<'_, (AnnotationKind, &Label)>) -> Snippet<'p, Annotation<'p>> {
    let annotations = piece.marks.iter().map(|(span, (kind, label))| {
        let note = label.note.as_ref().map(words);
        let note = note.map(|words| escape::message(&words).into_owned());
        kind.span(piece.excerpt.place(piece.source, *span))
            .label(note)
    });
    Snippet::source(piece.excerpt.text.as_str())
        .path(escape::path(&piece.source.path))
        .line_start(piece.excerpt.line)
        .annotations(annotations)
}

fn mend<'p>(
    finding: &'p Diagnostic,
    help: Option<&'p str>,
    edits: &'p [Piece<'_, &str>],
) -> Group<'p> {
    let sure = finding
        .fix
        .as_ref()
        .is_some_and(|fix| fix.applicability == Applicability::Safe);
    let words = match (help, sure) {
        (Some(help), _) => escape::lines(help),
        (None, true) => "`check --fix` mends it".into(),
        (None, false) => "a possible mend".into(),
    };
    let mut group = Group::with_title(Level::HELP.secondary_title(words));
    for piece in edits {
        let patches = piece.marks.iter().map(|(span, text)| {
            Patch::new(
                piece.excerpt.place(piece.source, *span),
                escape::lines(text).into_owned(),
            )
        });
        group = group.element(
            Snippet::source(piece.excerpt.text.as_str())
                .path(escape::path(&piece.source.path))
                .line_start(piece.excerpt.line)
                .patches(patches),
        );
    }
    group
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO,
        Severity::Style => Level::NOTE,
    }
}

const fn ink(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 31,
        Severity::Warning => 33,
        Severity::Advice => 34,
        Severity::Style => 36,
    }
}

/// A drawing counts columns in what is drawn; where a line was cut or a character spelled out, the true one
/// takes its place.
fn with_true_columns<T>(mut drawn: String, pieces: &[Piece<'_, T>]) -> String {
    for piece in pieces {
        let Some((span, _)) = piece.marks.first() else {
            continue;
        };
        let place = piece.excerpt.place(piece.source, *span).start;
        let column = piece.excerpt.drawn_column(place);
        if column != piece.column as usize {
            let head = format!("{}:{}", escape::path(&piece.source.path), piece.line);
            let (wrong, right) = (
                format!("{head}:{column}\n"),
                format!("{head}:{}\n", piece.column),
            );
            drawn = drawn.replacen(&wrong, &right, 1);
        }
    }
    drawn
}
