//! Words to glyphs: which font holds each letter, which way it runs, and how wide it comes out.

use super::fonts::{TYPEFACES, typeface_for};
use rustybuzz::{Direction, GlyphBuffer, UnicodeBuffer};
use std::ops::Range;
use unicode_bidi::{BidiInfo, Level};

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FontStyle {
    /// How high, in thousandths of a point.
    pub size: i64,
    /// Whether they are bold.
    pub bold: bool,
    /// How light: 0 is black.
    pub grey: u8,
}

/// Letters of one font that run one way.
#[derive(Clone, Debug)]
pub struct GlyphRun {
    /// What they say.
    pub text: String,
    /// The place of their font.
    pub typeface: usize,
    /// Their shapes, from left to right.
    pub glyphs: Vec<ShapedGlyph>,
    /// How wide they are, in thousandths of a point.
    pub width: i64,
}

/// One glyph, in units of its font.
#[derive(Clone, Debug)]
pub struct ShapedGlyph {
    /// Its number in the font.
    pub glyph_id: u32,
    /// The part of the text it stands for.
    pub text_range: Range<usize>,
    /// How far it moves the pen.
    pub advance: i32,
    /// How far it stands beside the pen.
    pub offset: [i32; 2],
}

/// One line, shaped.
#[derive(Clone, Debug)]
pub struct ShapedLine {
    /// Its runs, from left to right.
    pub runs: Vec<GlyphRun>,
    /// How it is set.
    pub style: FontStyle,
    /// How wide it is, in thousandths of a point.
    pub width: i64,
}

/// Shapes one line. Names from right to left stand among the words as they are read.
pub fn shape_line(words: &str, style: FontStyle) -> ShapedLine {
    let mut runs = Vec::new();
    for (range, leftward) in visual_order(words) {
        let part = words.get(range).unwrap_or_default();
        let mut pieces = split_by_font(part, style.bold);
        if leftward {
            pieces.reverse();
        }
        let shaped = pieces.into_iter();
        runs.extend(
            shaped.filter_map(|(piece, typeface)| shape_run(piece, typeface, leftward, style)),
        );
    }
    let width = runs.iter().map(|run| run.width).sum();
    ShapedLine { runs, style, width }
}

/// How wide words are when nothing joins: never less than shaped, but for a hair; in thousandths of a point.
pub fn measure_text(words: &str, style: FontStyle) -> i64 {
    words.chars().map(|sign| char_advance(sign, style)).sum()
}

/// How wide one character is.
pub fn char_advance(sign: char, style: FontStyle) -> i64 {
    let Some(font) = TYPEFACES.get(typeface_for(sign, style.bold)) else {
        return 0;
    };
    let glyph = font.face.glyph_index(sign).unwrap_or_default();
    let advance = font.face.glyph_hor_advance(glyph).unwrap_or_default();
    scale_units(i64::from(advance), style.size, font.per_em)
}

fn scale_units(units: i64, size: i64, per_em: i64) -> i64 {
    (units * size).checked_div(per_em).unwrap_or_default()
}

/// The parts of a line from left to right as they are seen, and whether each runs to the left.
fn visual_order(words: &str) -> Vec<(Range<usize>, bool)> {
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
fn split_by_font(words: &str, bold: bool) -> Vec<(&str, usize)> {
    let mut pieces: Vec<(Range<usize>, usize)> = Vec::new();
    for (place, sign) in words.char_indices() {
        let end = place + sign.len_utf8();
        match pieces.last_mut() {
            Some((range, font)) if is_joining(sign) || typeface_for(sign, bold) == *font => {
                range.end = end;
            }
            _ => pieces.push((place..end, typeface_for(sign, bold))),
        }
    }
    let said = pieces.into_iter();
    said.filter_map(|(range, font)| Some((words.get(range)?, font)))
        .collect()
}

/// Whether a character belongs to the one before it, whatever its font: blanks, marks above, joiners, variants.
fn is_joining(sign: char) -> bool {
    matches!(sign, ' ' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
}

fn shape_run(words: &str, typeface: usize, leftward: bool, style: FontStyle) -> Option<GlyphRun> {
    let font = TYPEFACES.get(typeface)?;
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(words);
    buffer.guess_segment_properties();
    buffer.set_direction(if leftward {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    });
    let glyphs = to_shaped_glyphs(&rustybuzz::shape(&font.face, &[], buffer), words.len());
    let units = glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
    Some(GlyphRun {
        text: words.to_owned(),
        typeface,
        glyphs,
        width: scale_units(units, style.size, font.per_em),
    })
}

/// The glyphs of a buffer; each stands for the text up to where the next one in the text begins.
fn to_shaped_glyphs(buffer: &GlyphBuffer, length: usize) -> Vec<ShapedGlyph> {
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
            ShapedGlyph {
                glyph_id: info.glyph_id,
                text_range: begin..starts.get(next).copied().unwrap_or(length),
                advance: position.x_advance,
                offset: [position.x_offset, position.y_offset],
            }
        })
        .collect()
}
