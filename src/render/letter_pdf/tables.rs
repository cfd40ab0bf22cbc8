//! Tables and pairs on paper: how wide each column is, and where a row goes that does not fit.

use super::line_breaking::break_lines;
use super::pages::{GREY, LEFT_MARGIN, PageStyle, PdfPages, TEXT_WIDTH, font_style, tenths_of_mm};
use super::settable_text::settable_text;
use super::shaping::{FontStyle, ShapedLine, measure_text};
use crate::document::letter::LetterTable;

/// White between columns.
const GAP: i64 = tenths_of_mm(40);
/// How the rows of tables are set.
const CELL_STYLE: FontStyle = font_style(9_000, false, 0);
/// How their headings are set.
const HEADING_STYLE: FontStyle = font_style(9_000, false, GREY);
/// How the last row is set.
const TOTAL_STYLE: FontStyle = font_style(9_000, true, 0);

/// Labels and values, laid out for a width.
pub struct LabelValueBlock {
    rows: Vec<[Vec<ShapedLine>; 2]>,
    label_width: i64,
    style: FontStyle,
}

impl LabelValueBlock {
    /// Lays them out; labels take no more than three fifths.
    pub fn new(pairs: &[(String, String)], set: FontStyle, room: i64) -> Self {
        let labels = pairs
            .iter()
            .map(|(label, _)| measure_text(&settable_text(label), set));
        let label = labels.max().unwrap_or_default().min(room * 3 / 5 - GAP);
        let grey = FontStyle { grey: GREY, ..set };
        let rows = pairs.iter().map(|(name, value)| {
            let name = break_lines(name, grey, label);
            [name, break_lines(value, set, room - label - GAP)]
        });
        Self {
            rows: rows.collect(),
            label_width: label,
            style: set,
        }
    }

    /// Whether each of them takes one line.
    fn is_line_by_line(&self) -> bool {
        self.rows.iter().all(|row| row_line_count(row) == 1)
    }

    /// How high they are together.
    pub fn height(&self, layout: &PageStyle) -> i64 {
        let high = layout.line_height(self.style);
        self.rows.iter().map(|row| row_line_count(row) * high).sum()
    }

    /// Puts them at a place, without looking whether they fit; answers where they end.
    pub fn add_at(self, sheets: &mut PdfPages, left: i64, mut top: i64) -> i64 {
        let high = sheets.layout.line_height(self.style);
        for row in self.rows {
            let below = top + row_line_count(&row) * high;
            let [label, value] = row;
            sheets.add_lines_at(left, top, label);
            sheets.add_lines_at(left + self.label_width + GAP, top, value);
            top = below;
        }
        top
    }

    /// Puts them below what there is, over as many pages as they need.
    pub fn add_to_pages(self, sheets: &mut PdfPages) {
        let (label_width, style) = (self.label_width, self.style);
        let last = self.rows.len().saturating_sub(1);
        for (place, row) in self.rows.into_iter().enumerate() {
            let tail = if place == last { sheets.tail } else { 0 };
            let high = sheets.layout.line_height(style);
            sheets.ensure_room(row_line_count(&row) * high + tail);
            let rows = vec![row];
            sheets.next_top = Self {
                rows,
                label_width,
                style,
            }
            .add_at(sheets, LEFT_MARGIN, sheets.next_top);
        }
    }
}

/// So many particulars at least stand in two columns.
const MIN_SIDE_BY_SIDE: usize = 6;

/// Puts particulars below what there is: where the letter is set close, in two columns, if each fits on a line there.
pub fn add_facts(sheets: &mut PdfPages, facts: &[(String, String)], set: FontStyle) {
    let layout = sheets.layout;
    if layout.is_side_by_side && facts.len() >= MIN_SIDE_BY_SIDE {
        let room = (TEXT_WIDTH - 2 * GAP) / 2;
        let (first, second) = facts.split_at(facts.len().div_ceil(2));
        let columns = [first, second].map(|facts| LabelValueBlock::new(facts, set, room));
        if columns.iter().all(LabelValueBlock::is_line_by_line) {
            let high = columns.iter().map(|column| column.height(&layout)).max();
            sheets.ensure_room(high.unwrap_or_default() + sheets.tail);
            let [first, second] = columns;
            let top = sheets.next_top;
            let bottom = first.add_at(sheets, LEFT_MARGIN, top);
            let right = LEFT_MARGIN + room + 2 * GAP;
            sheets.next_top = second.add_at(sheets, right, top).max(bottom);
            return;
        }
    }
    LabelValueBlock::new(facts, set, TEXT_WIDTH).add_to_pages(sheets);
}

/// The most lines in a row.
fn row_line_count(row: &[Vec<ShapedLine>]) -> i64 {
    let most = row.iter().map(Vec::len).max().unwrap_or_default();
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// Puts a table below what there is; its headings stand on every page it takes.
pub fn add_table(sheets: &mut PdfPages, table: &LetterTable) {
    let columns = PdfColumns::for_table(table);
    sheets.ensure_room(table_start_height(&sheets.layout));
    columns.add_headings(sheets, table);
    // The last row stays with the total, and both with what follows.
    let tail = sheets.tail;
    let total = if table.total.is_empty() {
        0
    } else {
        sheets.layout.line_height(TOTAL_STYLE) + 2 * sheets.layout.cell_padding
    };
    let last = table.rows.len().saturating_sub(1);
    for (place, row) in table.rows.iter().enumerate() {
        sheets.tail = if place == last { tail + total } else { 0 };
        columns.add_row(sheets, table, row, CELL_STYLE);
        sheets.add_rule(221);
    }
    sheets.tail = tail;
    if !table.total.is_empty() {
        sheets.add_rule(0);
        columns.add_row(sheets, table, &table.total, TOTAL_STYLE);
    }
}

/// How high the headings of a table are, with its first rows.
pub const fn table_start_height(layout: &PageStyle) -> i64 {
    4 * layout.line_height(CELL_STYLE) + 4 * layout.cell_padding
}

/// Where each column begins and ends, and whether its words end there.
struct PdfColumns(Vec<PdfColumn>);

struct PdfColumn {
    left: i64,
    width: i64,
    is_right_aligned: bool,
}

impl PdfColumns {
    fn for_table(table: &LetterTable) -> Self {
        let wide = column_widths(table);
        let sides = table
            .right_aligned
            .iter()
            .copied()
            .chain(std::iter::repeat(false));
        let mut left = LEFT_MARGIN;
        let columns = wide.into_iter().zip(sides).map(|(width, right)| {
            let column = PdfColumn {
                left,
                width,
                is_right_aligned: right,
            };
            left += width + GAP;
            column
        });
        Self(columns.collect())
    }

    fn add_headings(&self, sheets: &mut PdfPages, table: &LetterTable) {
        self.add_cells(
            sheets,
            self.break_cells(&table.headings, HEADING_STYLE),
            HEADING_STYLE,
        );
        sheets.add_rule(0);
    }

    fn add_row(
        &self,
        sheets: &mut PdfPages,
        table: &LetterTable,
        words: &[String],
        set: FontStyle,
    ) {
        let cells = self.break_cells(words, set);
        let layout = sheets.layout;
        let high = row_line_count(&cells) * layout.line_height(set) + 2 * layout.cell_padding;
        if sheets.ensure_room(high + sheets.tail) {
            self.add_headings(sheets, table);
        }
        self.add_cells(sheets, cells, set);
    }

    fn break_cells(&self, words: &[String], set: FontStyle) -> Vec<Vec<ShapedLine>> {
        let cells = words.iter().zip(&self.0);
        cells
            .map(|(words, column)| break_lines(words, set, column.width))
            .collect()
    }

    fn add_cells(&self, sheets: &mut PdfPages, cells: Vec<Vec<ShapedLine>>, set: FontStyle) {
        let padding = sheets.layout.cell_padding;
        let top = sheets.next_top + padding;
        let high = sheets.layout.line_height(set);
        sheets.next_top = top + row_line_count(&cells) * high + padding;
        for (cell, column) in cells.into_iter().zip(&self.0) {
            if column.is_right_aligned {
                sheets.add_lines_right_aligned(column.left + column.width, top, cell);
            } else {
                sheets.add_lines_at(column.left, top, cell);
            }
        }
    }
}

/// How wide each column is: as wide as its words where all fit, and room that is left is shared out; else none wider
/// than its share of what the narrow ones leave.
fn column_widths(table: &LetterTable) -> Vec<i64> {
    let mut wide: Vec<i64> = (0..table.headings.len())
        .map(|place| natural_width(table, place))
        .collect();
    let count = i64::try_from(wide.len()).unwrap_or(1).max(1);
    let room = TEXT_WIDTH - GAP * (count - 1);
    let taken: i64 = wide.iter().sum();
    if taken <= room {
        let spare = (room - taken).checked_div(count - 1).unwrap_or_default();
        let last = wide.len().saturating_sub(1);
        wide.iter_mut().take(last).for_each(|width| *width += spare);
        return wide;
    }
    let share = width_limit(&wide, room);
    wide.into_iter().map(|width| width.min(share)).collect()
}

/// The width above which columns are cut off, so that all together fit.
fn width_limit(wide: &[i64], room: i64) -> i64 {
    let mut wide = wide.to_vec();
    wide.sort_unstable();
    let mut left = room;
    let mut count = i64::try_from(wide.len()).unwrap_or(1);
    for width in wide {
        let share = left.checked_div(count).unwrap_or(left);
        if width > share {
            return share;
        }
        left -= width;
        count -= 1;
    }
    left
}

fn natural_width(table: &LetterTable, place: usize) -> i64 {
    let cells = table.rows.iter().map(|row| (row, CELL_STYLE));
    let rows = cells.chain([
        (&table.headings, HEADING_STYLE),
        (&table.total, TOTAL_STYLE),
    ]);
    let wide =
        rows.filter_map(|(row, set)| Some(measure_text(&settable_text(row.get(place)?), set)));
    wide.max().unwrap_or_default()
}
