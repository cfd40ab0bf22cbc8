//! Words to glyphs: which font holds each letter, which way it runs, and how wide it comes out.

use super::fonts::{TYPEFACES, holding};
use rustybuzz::{Direction, GlyphBuffer, UnicodeBuffer};
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level};

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// How high, in thousandths of a point.
    pub size: i64,
    /// Whether they are bold.
    pub bold: bool,
    /// How light: 0 is black.
    pub grey: u8,
}

/// Letters of one font that run one way.
#[derive(Clone, Debug)]
pub struct Run {
    /// What they say.
    pub text: String,
    /// The place of their font.
    pub typeface: usize,
    /// Their shapes, from left to right.
    pub glyphs: Vec<Shape>,
    /// How wide they are, in thousandths of a point.
    pub width: i64,
}

/// One glyph, in units of its font.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its number in the font.
    pub glyph: u32,
    /// The part of the text it stands for.
    pub says: Range<usize>,
    /// How far it moves the pen.
    pub advance: i32,
    /// How far it stands beside the pen.
    pub aside: [i32; 2],
}

/// One line, shaped.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its runs, from left to right.
    pub runs: Vec<Run>,
    /// How it is set.
    pub style: Style,
    /// How wide it is, in thousandths of a point.
    pub width: i64,
}

/// Shapes one line. Names from right to left stand among the words as they are read.
pub fn shape(words: &str, style: Style) -> Line {
    let mut runs = Vec::new();
    for (range, leftward) in in_sight(words) {
        let part = words.get(range).unwrap_or_default();
        let mut pieces = by_font(part, style.bold);
        if leftward {
            pieces.reverse();
        }
        let shaped = pieces.into_iter();
        runs.extend(shaped.filter_map(|(piece, typeface)| run(piece, typeface, leftward, style)));
    }
    let width = runs.iter().map(|run| run.width).sum();
    Line { runs, style, width }
}

/// How wide words are when nothing joins: never less than shaped, but for a hair; in thousandths of a point.
pub fn measure(words: &str, style: Style) -> i64 {
    words.chars().map(|sign| advance(sign, style)).sum()
}

/// How wide one character is.
pub fn advance(sign: char, style: Style) -> i64 {
    let Some(font) = TYPEFACES.get(holding(sign, style.bold)) else {
        return 0;
    };
    let glyph = font.face.glyph_index(sign).unwrap_or_default();
    let advance = font.face.glyph_hor_advance(glyph).unwrap_or_default();
    scaled(i64::from(advance), style.size, font.per_em)
}

fn scaled(units: i64, size: i64, per_em: i64) -> i64 {
    (units * size).checked_div(per_em).unwrap_or_default()
}

/// The parts of a line from left to right as they are seen, and whether each runs to the left.
fn in_sight(words: &str) -> Vec<(Range<usize>, bool)> {
    let turns = |sign: char| sign >= '\u{590}' && !matches!(sign, '\u{2010}'..='\u{2027}');
    if !words.contains(turns) {
        return vec![(0..words.len(), false)];
    }
    let info = BidiInfo::new(words, Some(Level::ltr()));
    let mut seen = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        let leftward = |run: &Range<usize>| levels.get(run.start).is_some_and(Level::is_rtl);
        seen.extend(runs.into_iter().map(|run| (run.clone(), leftward(&run))));
    }
    seen
}

/// The pieces that one font holds each, in the order they are written.
fn by_font(words: &str, bold: bool) -> Vec<(&str, usize)> {
    let mut pieces: Vec<(Range<usize>, usize)> = Vec::new();
    for (place, sign) in words.char_indices() {
        let end = place + sign.len_utf8();
        match pieces.last_mut() {
            Some((range, font)) if joins(sign) || holding(sign, bold) == *font => range.end = end,
            _ => pieces.push((place..end, holding(sign, bold))),
        }
    }
    let said = pieces.into_iter();
    said.filter_map(|(range, font)| Some((words.get(range)?, font)))
        .collect()
}

/// Whether a character belongs to the one before it, whatever its font: blanks, marks above, joiners, variants.
fn joins(sign: char) -> bool {
    matches!(sign, ' ' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
}

fn run(words: &str, typeface: usize, leftward: bool, style: Style) -> Option<Run> {
    let font = TYPEFACES.get(typeface)?;
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(words);
    buffer.guess_segment_properties();
    buffer.set_direction(if leftward {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    });
    let glyphs = shapes(&rustybuzz::shape(&font.face, &[], buffer), words.len());
    let units = glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
    Some(Run {
        text: words.to_owned(),
        typeface,
        glyphs,
        width: scaled(units, style.size, font.per_em),
    })
}

/// The glyphs of a buffer; each stands for the text up to where the next one in the text begins.
fn shapes(buffer: &GlyphBuffer, length: usize) -> Vec<Shape> {
    let start = |cluster: u32| usize::try_from(cluster).unwrap_or(length);
    let infos = buffer.glyph_infos();
    let mut starts: Vec<usize> = infos.iter().map(|info| start(info.cluster)).collect();
    starts.sort_unstable();
    starts.dedup();
    let shaped = infos.iter().zip(buffer.glyph_positions());
    shaped
        .map(|(info, position)| {
            let begin = start(info.cluster);
            let next = starts.partition_point(|start| *start <= begin);
            Shape {
                glyph: info.glyph_id,
                says: begin..starts.get(next).copied().unwrap_or(length),
                advance: position.x_advance,
                aside: [position.x_offset, position.y_offset],
            }
        })
        .collect()
}
