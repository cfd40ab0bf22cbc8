//! `textDocument/foldingRange`: headings and entries of several lines.

use super::feature::{Feature, answer_as};
use crate::ide::outline::{OutlineKind, outline};
use crate::lsp::protocol::{FoldingRange, FoldingRangeKind, FoldingRangeRequest, Request};

/// What can be folded.
pub static FOLDING: Feature = Feature {
    method: FoldingRangeRequest::METHOD,
    declare: |server| server.folding_range_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<FoldingRangeRequest>(params, |asked| {
            let document = context.document(&asked.text_document);
            Ok(document.map(|document| {
                let items = outline(&document.journal.view, document.source).into_iter();
                let folds = items.filter_map(|item| {
                    let range = context.range(document.journal, item.span)?;
                    let ends_before_line = range.end.character == 0 && range.end.line > 0;
                    let last = range.end.line.saturating_sub(u32::from(ends_before_line));
                    let kind = match item.kind {
                        OutlineKind::Heading => Some(FoldingRangeKind::Region),
                        _ => None,
                    };
                    (last > range.start.line).then(|| FoldingRange {
                        start_line: range.start.line,
                        end_line: last,
                        kind,
                        ..FoldingRange::default()
                    })
                });
                folds.collect()
            }))
        })
    },
};
