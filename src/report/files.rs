//! `files`: the files the journal is made of.

use super::page::{Basis, column, page};
use super::scope::{Report, Scope, Write};
use crate::document::{Block, Cell, Document, Table};

/// The files of the journal.
pub static FILES: Report = Report {
    name: "files",
    about: "the files the journal is made of, in the order read",
    write: Write::All(write),
};

fn write(scope: Scope<'_>) -> Vec<Document> {
    let say = &scope.language.phrases;
    let mut page = page(scope, "files", say.title.files, Basis::Entries);
    page.blocks.push(Block::Table(Table {
        columns: vec![
            column("file", say.heading.file),
            column("entries", say.heading.entries),
            column("bytes", say.heading.bytes),
        ],
        rows: rows(scope),
        totals: Vec::new(),
    }));
    vec![page]
}

fn rows(scope: Scope<'_>) -> Vec<Vec<Cell>> {
    let mut places: Vec<u32> = scope
        .journal
        .dated_entries()
        .map(|(_, origin)| origin.0)
        .collect();
    places.sort_unstable();
    let before = |place: u32| places.partition_point(|origin| *origin < place);
    let volumes = scope.archive.source_files().into_iter();
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
