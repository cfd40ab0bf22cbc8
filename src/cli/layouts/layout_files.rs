//! The files of a layout: their names, their bytes, and what is told of codes that are missing.

use super::found_layout::FoundLayout;
use crate::cli::console::Console;
use crate::cli::exit::Failure;
use crate::cli::output::{medium_named, render_pages};
use crate::render::medium::{CsvDialect, RenderOptions, TerminalStyle};
use crate::report::accountant::accountant_input::AccountantInput;
use crate::report::accountant::layout::draw_page;
use crate::report::accountant::layout::layout_difference::LayoutDifference;
use crate::report::accountant::layout::layout_model::{Layout, LayoutFile};
use crate::report::accountant::layout::layout_table::LayoutTable;
use std::collections::BTreeSet;
use std::path::Path;

/// The names of its files, and that of the copy of the layout behind them.
pub fn names(found: &FoundLayout) -> Vec<String> {
    let layout = &found.layout;
    let files = layout.files.iter().map(|file| layout.file_name(file));
    files.chain(std::iter::once(layout.copy_name())).collect()
}

/// Two files of one name would be one.
///
/// # Errors
/// Two have the same name; some systems tell no capitals apart.
pub fn refuse_same_names(names: &[String]) -> Result<(), Failure> {
    let mut known = BTreeSet::new();
    let twice = names.iter().find(|name| !known.insert(name.to_lowercase()));
    twice.map_or(Ok(()), |name| {
        Err(
            Failure::usage(format!("expected a name for each file, found {name} twice"))
                .with_help("rename the file of the layout: its files are named for it"),
        )
    })
}

/// The bytes of a file, by its place among the names.
///
/// # Errors
/// They cannot be written.
pub fn render(
    input: &AccountantInput<'_>,
    found: &FoundLayout,
    place: usize,
) -> Result<Vec<u8>, Failure> {
    let Some(file) = found.layout.files.get(place) else {
        return Ok(found.text.clone().into_bytes());
    };
    let options = RenderOptions {
        language: input.asked.language,
        width: None,
        style: TerminalStyle::Plain,
        csv_dialect: CsvDialect::Layout(file.form),
    };
    let page = draw_page(input, &found.layout, file);
    render_pages(std::slice::from_ref(&page), medium_named("csv")?, options)
}

/// Tells of cells that are empty because the layout has no code for a word: an office fills them in once.
pub fn tell_missing_codes(
    input: &AccountantInput<'_>,
    found: &FoundLayout,
    folder: &Path,
    console: &Console,
) {
    let missing = missing_codes(input, &found.layout);
    if missing.is_empty() {
        return;
    }
    let copy = folder.join(found.layout.copy_name());
    let lists: Vec<String> = missing.into_iter().collect();
    console.print_to_stderr(&format!(
        "{}: no code for {}; fill them in and ask with `--layout {}`\n",
        copy.display(),
        lists.join(", "),
        copy.display()
    ));
}

/// The words without a code, each with the list that lacks it.
fn missing_codes(input: &AccountantInput<'_>, layout: &Layout) -> BTreeSet<String> {
    let has_codes = |file: &&LayoutFile| file.columns.iter().any(|it| it.codes.is_some());
    let files = layout.files.iter().filter(has_codes);
    let all = files.flat_map(|file| LayoutTable::draw(input, layout, file).differences);
    let codes = all.filter_map(|(difference, _)| match difference {
        LayoutDifference::NoCode { list, word } => Some(format!("{list} `{word}`")),
        _ => None,
    });
    codes.collect()
}
