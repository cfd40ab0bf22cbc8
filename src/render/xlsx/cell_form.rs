//! How cells of a kind look in a workbook.

use crate::document::Cell;
use crate::render::wrap::widest_line;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// Text longer than this is not marked as text: older spreadsheets show it as a row of `#`.
const MAX_MARKED_TEXT: usize = 255;

/// The form of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellForm {
    /// Text that stays as it is, also after somebody edits it: invoice 0012 is not 12.
    Text,
    /// Text of any length, over several lines.
    LongText,
    /// A day.
    Day,
    /// A figure without decimals of its own.
    Figure,
    /// An amount with so many decimals, in red below zero.
    Amount(u32),
    /// A percentage.
    Percentage,
}

impl CellForm {
    /// The form of a cell; `None` where it is empty.
    pub fn of(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Empty => None,
            Cell::Text(_) | Cell::Word(_) | Cell::Currency(_) => Some(Self::Text),
            Cell::Date(_) => Some(Self::Day),
            Cell::Number(_) | Cell::Halves(_) | Cell::Decimal(_) => Some(Self::Figure),
            Cell::Money(amount) => Some(Self::Amount(amount.to_money().currency.decimals())),
            Cell::Share(_) => Some(Self::Percentage),
        }
    }

    /// The form of text that is no wider than this.
    pub fn of_text(words: &str, widest: usize) -> Self {
        if words.len() > MAX_MARKED_TEXT || words.contains('\n') || widest_line(words) > widest {
            Self::LongText
        } else {
            Self::Text
        }
    }

    /// Whether it stands to the right, as figures do.
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::Figure | Self::Amount(_) | Self::Percentage)
    }

    /// As a spreadsheet knows it.
    pub fn to_format(self) -> Format {
        let format = Format::new().set_align(FormatAlign::Top);
        match self {
            Self::Text => format.set_num_format("@"),
            Self::LongText => format.set_text_wrap(),
            Self::Day => format
                .set_num_format("yyyy\\-mm\\-dd")
                .set_align(FormatAlign::Left),
            Self::Figure => format,
            Self::Amount(decimals) => {
                let amount = amount_pattern(decimals);
                format.set_num_format(format!("{amount};[Red]\\-{amount}"))
            }
            Self::Percentage => format.set_num_format("0.00##%"),
        }
    }

    /// The same in a row of totals.
    pub fn to_total_format(self) -> Format {
        self.to_format()
            .set_bold()
            .set_border_top(FormatBorder::Thin)
    }

    /// The heading above such cells.
    pub fn to_heading_format(self) -> Format {
        let format = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_border_bottom(FormatBorder::Thin)
            .set_align(FormatAlign::Top);
        if self.is_figure() {
            format.set_align(FormatAlign::Right)
        } else {
            format
        }
    }
}

/// An amount with groups of three digits and its decimals. The marks are those of whoever opens the file.
pub fn amount_pattern(decimals: u32) -> String {
    let part = "0".repeat(decimals as usize);
    let mark = if decimals > 0 { "." } else { "" };
    format!("#,##0{mark}{part}")
}
