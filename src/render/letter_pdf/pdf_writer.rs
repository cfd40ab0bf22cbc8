//! Draws laid-out pages into a file. The only place where lengths become the fractions a PDF counts in.

#![allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a PDF counts in fractions of points; everything before this file counts in whole thousandths"
)]

use super::fonts::TYPEFACES;
use super::pages::PageElement;
use super::shaping::{GlyphRun, ShapedGlyph, ShapedLine};
use crate::document::letter::Letter;
use crate::render::payment_code::{PaymentCode, QUIET_ZONE};
use crate::render::strip_controls::strip_controls;
use chrono::Datelike;
use krilla::Document;
use krilla::color::luma;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::{Location, Surface};
use krilla::text::{Glyph, GlyphId};
use std::ops::Range;

/// Writes pages of a size: those of a letter, or its envelope.
pub fn write_pdf(
    letter: &Letter,
    [width, height]: [i64; 2],
    pages: &[Vec<PageElement>],
) -> Result<Vec<u8>, String> {
    let size = PageSettings::from_wh(to_points(width), to_points(height));
    let size = size.ok_or("a page of no size")?;
    let mut document = Document::new();
    document.set_metadata(pdf_metadata(letter));
    for marks in pages {
        let mut page = document.start_page_with(size.clone());
        let mut surface = page.surface();
        for mark in marks {
            draw_element(&mut surface, mark);
        }
        surface.finish();
        page.finish();
    }
    document
        .finish()
        .map_err(|why| format!("it cannot be written as PDF: {why:?}"))
}

/// What programs that keep files know about it. The day is the letter's: the same letter is the same bytes.
fn pdf_metadata(letter: &Letter) -> Metadata {
    let day = letter.date;
    let year = u16::try_from(day.year()).unwrap_or_default();
    let month = u8::try_from(day.month()).unwrap_or_default();
    let day = u8::try_from(day.day()).unwrap_or_default();
    Metadata::new()
        .title(strip_controls(&letter.subject).into_owned())
        .authors(vec![strip_controls(&letter.sender.name).into_owned()])
        .language(letter.language.tag.to_owned())
        .creator("tegoed".to_owned())
        .producer("tegoed".to_owned())
        .creation_date(DateTime::new(year).month(month).day(day))
}

fn draw_element(surface: &mut Surface<'_>, mark: &PageElement) {
    match mark {
        PageElement::Words { left, base, line } => draw_line(surface, [*left, *base], line),
        PageElement::Rule {
            left,
            top,
            width,
            weight,
            grey,
        } => {
            let rule = [*left, *top, *width, *weight];
            draw_rectangles(surface, *grey, &[rule.map(to_points)]);
        }
        PageElement::Code {
            left,
            top,
            side,
            code,
        } => draw_payment_code(surface, [*left, *top, *side].map(to_points), code),
    }
}

fn to_points(thousandths: i64) -> f32 {
    thousandths as f32 / 1000.0
}

fn grey_fill(grey: u8) -> Fill {
    Fill {
        paint: luma::Color::new(grey).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn draw_line(surface: &mut Surface<'_>, [left, base]: [i64; 2], line: &ShapedLine) {
    surface.set_fill(Some(grey_fill(line.style.grey)));
    let mut left = left;
    for run in &line.runs {
        if let Some(typeface) = TYPEFACES.get(run.typeface) {
            let start = Point::from_xy(to_points(left), to_points(base));
            let glyphs = to_pdf_glyphs(run, typeface.per_em);
            let size = to_points(line.style.size);
            surface.draw_glyphs(
                start,
                &glyphs,
                typeface.font.clone(),
                &run.text,
                size,
                false,
            );
        }
        left += run.width;
    }
}

/// Dark rectangles: left, top, width, height.
fn draw_rectangles(surface: &mut Surface<'_>, grey: u8, rectangles: &[[f32; 4]]) {
    let mut path = PathBuilder::new();
    for [left, top, width, height] in rectangles {
        if let Some(rectangle) = Rect::from_xywh(*left, *top, *width, *height) {
            path.push_rect(rectangle);
        }
    }
    surface.set_fill(Some(grey_fill(grey)));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn draw_payment_code(surface: &mut Surface<'_>, [left, top, side]: [f32; 3], code: &PaymentCode) {
    let dot = side / f32::from(code.side + 2 * QUIET_ZONE);
    let dark = code.dark_runs.iter().map(|run| {
        let start = f32::from(QUIET_ZONE + run.start);
        let row = f32::from(QUIET_ZONE + run.row);
        let width = f32::from(run.length) * dot;
        [left + start * dot, top + row * dot, width, dot]
    });
    draw_rectangles(surface, 0, &dark.collect::<Vec<_>>());
}

/// A glyph as the file wants it.
struct PdfGlyph<'a> {
    glyph: &'a ShapedGlyph,
    per_em: f32,
}

fn to_pdf_glyphs(run: &GlyphRun, per_em: i64) -> Vec<PdfGlyph<'_>> {
    let per_em = per_em as f32;
    let shapes = run.glyphs.iter();
    shapes
        .map(|shape| PdfGlyph {
            glyph: shape,
            per_em,
        })
        .collect()
}

impl PdfGlyph<'_> {
    fn scale_units(&self, units: i32, size: f32) -> f32 {
        units as f32 / self.per_em * size
    }
}

impl Glyph for PdfGlyph<'_> {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.glyph.glyph_id)
    }
    fn text_range(&self) -> Range<usize> {
        self.glyph.text_range.clone()
    }
    fn x_advance(&self, size: f32) -> f32 {
        self.scale_units(self.glyph.advance, size)
    }
    fn x_offset(&self, size: f32) -> f32 {
        let [aside, _] = self.glyph.offset;
        self.scale_units(aside, size)
    }
    fn y_offset(&self, size: f32) -> f32 {
        let [_, above] = self.glyph.offset;
        self.scale_units(above, size)
    }
    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }
    fn location(&self) -> Option<Location> {
        None
    }
}
