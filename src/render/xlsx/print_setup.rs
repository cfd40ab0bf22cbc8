//! How a sheet is printed.

use rust_xlsxwriter::Worksheet;

/// The paper of a printed sheet: A4.
const PAPER_A4: u8 = 9;
/// The most that a footer says.
const MAX_FOOTER_TITLE: usize = 100;

/// On A4, lying, as wide as the paper, with its name and page below.
pub fn set_up_print(worksheet: &mut Worksheet, title: &str) {
    let title: String = title.chars().take(MAX_FOOTER_TITLE).collect();
    let title = title.replace('&', "&&");
    worksheet
        .set_landscape()
        .set_paper_size(PAPER_A4)
        .set_print_fit_to_pages(1, 0)
        .set_footer(format!("&L{title}&R&P / &N"));
}
