//! Draws laid-out pages into a file. The only place where lengths become the fractions a PDF counts in.

#![allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a PDF counts in fractions of points; everything before this file counts in whole thousandths"
)]

use super::fonts::TYPEFACES;
use super::shaping::{Line, Run, Shape};
use super::sheet::{Mark, PAGE};
use crate::document::letter::Letter;
use crate::render::isolated::isolated;
use crate::render::payment_code::{PaymentCode, QUIET};
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

/// Writes the pages of a letter.
pub fn draw(letter: &Letter, pages: &[Vec<Mark>]) -> Result<Vec<u8>, String> {
    let size = PageSettings::from_wh(points(PAGE[0]), points(PAGE[1]));
    let size = size.ok_or("a page of no size")?;
    let mut document = Document::new();
    document.set_metadata(about(letter));
    for marks in pages {
        let mut page = document.start_page_with(size.clone());
        let mut surface = page.surface();
        for mark in marks {
            put(&mut surface, mark);
        }
        surface.finish();
        page.finish();
    }
    document
        .finish()
        .map_err(|why| format!("it cannot be written as PDF: {why:?}"))
}

/// What programs that keep files know about it. The day is the letter's: the same letter is the same bytes.
fn about(letter: &Letter) -> Metadata {
    let day = letter.date;
    let year = u16::try_from(day.year()).unwrap_or_default();
    let month = u8::try_from(day.month()).unwrap_or_default();
    let day = u8::try_from(day.day()).unwrap_or_default();
    Metadata::new()
        .title(isolated(&letter.subject).into_owned())
        .authors(vec![isolated(&letter.sender.name).into_owned()])
        .language(letter.language.to_owned())
        .creator("tegoed".to_owned())
        .producer("tegoed".to_owned())
        .creation_date(DateTime::new(year).month(month).day(day))
}

fn put(surface: &mut Surface<'_>, mark: &Mark) {
    match mark {
        Mark::Words { left, base, line } => words(surface, [*left, *base], line),
        Mark::Rule {
            left,
            top,
            width,
            weight,
            grey,
        } => {
            let rule = [*left, *top, *width, *weight];
            filled(surface, *grey, &[rule.map(points)]);
        }
        Mark::Code {
            left,
            top,
            side,
            code,
        } => square(surface, [*left, *top, *side].map(points), code),
    }
}

fn points(thousandths: i64) -> f32 {
    thousandths as f32 / 1000.0
}

fn fill(grey: u8) -> Fill {
    Fill {
        paint: luma::Color::new(grey).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn words(surface: &mut Surface<'_>, [left, base]: [i64; 2], line: &Line) {
    surface.set_fill(Some(fill(line.style.grey)));
    let mut left = left;
    for run in &line.runs {
        if let Some(typeface) = TYPEFACES.get(run.typeface) {
            let start = Point::from_xy(points(left), points(base));
            let glyphs = placed(run, typeface.per_em);
            let size = points(line.style.size);
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
fn filled(surface: &mut Surface<'_>, grey: u8, rectangles: &[[f32; 4]]) {
    let mut path = PathBuilder::new();
    for [left, top, width, height] in rectangles {
        if let Some(rectangle) = Rect::from_xywh(*left, *top, *width, *height) {
            path.push_rect(rectangle);
        }
    }
    surface.set_fill(Some(fill(grey)));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn square(surface: &mut Surface<'_>, [left, top, side]: [f32; 3], code: &PaymentCode) {
    let dot = side / f32::from(code.side + 2 * QUIET);
    let dark = code.dark.iter().map(|run| {
        let start = f32::from(QUIET + run.start);
        let row = f32::from(QUIET + run.row);
        let width = f32::from(run.length) * dot;
        [left + start * dot, top + row * dot, width, dot]
    });
    filled(surface, 0, &dark.collect::<Vec<_>>());
}

/// A glyph as the file wants it.
struct Placed<'a> {
    shape: &'a Shape,
    per_em: f32,
}

fn placed(run: &Run, per_em: i64) -> Vec<Placed<'_>> {
    let per_em = per_em as f32;
    let shapes = run.glyphs.iter();
    shapes.map(|shape| Placed { shape, per_em }).collect()
}

impl Placed<'_> {
    fn scaled(&self, units: i32, size: f32) -> f32 {
        units as f32 / self.per_em * size
    }
}

impl Glyph for Placed<'_> {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.shape.glyph)
    }
    fn text_range(&self) -> Range<usize> {
        self.shape.says.clone()
    }
    fn x_advance(&self, size: f32) -> f32 {
        self.scaled(self.shape.advance, size)
    }
    fn x_offset(&self, size: f32) -> f32 {
        let [aside, _] = self.shape.aside;
        self.scaled(aside, size)
    }
    fn y_offset(&self, size: f32) -> f32 {
        let [_, above] = self.shape.aside;
        self.scaled(above, size)
    }
    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }
    fn location(&self) -> Option<Location> {
        None
    }
}
