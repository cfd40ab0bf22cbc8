//! Comma-separated values that a report wrote before, taken apart again.

use ::csv::ReaderBuilder;

/// The rows of a file in the plain form, headings first; `None` for one that cannot be taken apart, such as one with more
/// cells than the headings.
///
/// ```
/// use tegoed::render::csv_rows::read_rows;
/// let rows: Vec<_> = read_rows(b"entry,text\ninv-1,\"Net, 2 x\"\n").flatten().collect();
/// assert_eq!(rows, [["entry", "text"], ["inv-1", "Net, 2 x"]]);
/// ```
pub fn read_rows(bytes: &[u8]) -> impl Iterator<Item = Option<Vec<String>>> {
    let reader = ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let rows = reader.into_records();
    rows.map(|row| Some(row.ok()?.iter().map(str::to_owned).collect()))
}
