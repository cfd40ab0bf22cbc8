//! `files`: the files the journal is made of.

use super::shared::page::{PageBasis, column, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;
use crate::document::{Cell, Document, Table};

/// The files of the journal.
pub static FILES: Report = Report {
    name: "files",
    aliases: &[],
    about: "the files the journal is made of, in the order read",
    flags: &[],
    columns: "",
    write: ReportFn::All(write),
};

fn write(input: ReportInput<'_>) -> Vec<Document> {
    let say = &input.language.phrases;
    let mut page = start_page(input, "files", say.title.files, PageBasis::Entries);
    page.push_table(Table::new(
        vec![
            column("file", say.heading.file),
            column("entries", say.heading.entries),
            column("bytes", say.heading.bytes),
        ],
        rows(input),
    ));
    vec![page]
}

fn rows(input: ReportInput<'_>) -> Vec<Vec<Cell>> {
    let mut places: Vec<u32> = input
        .day
        .journal
        .dated_entries()
        .map(|(_, origin)| origin.0)
        .collect();
    places.sort_unstable();
    let before = |place: u32| places.partition_point(|origin| *origin < place);
    let volumes = input.day.source_lookup.source_files().into_iter();
    volumes
        .map(|volume| {
            let (start, end) = (volume.start.0, volume.end.0);
            vec![
                Cell::text(&volume.file),
                Cell::count(before(end).saturating_sub(before(start))),
                Cell::Number(end.saturating_sub(start).into()),
            ]
        })
        .collect()
}
