//! `textDocument/documentSymbol`: headings, and entries under each.

use super::feature::{Feature, answer_as};
use crate::ide::outline::{OutlineItem, OutlineKind, outline};
use crate::lsp::protocol::{
    DocumentSymbol, DocumentSymbolRequest, DocumentSymbolResponse, Request, SymbolKind,
};
use crate::lsp::request_context::{DocumentInJournal, RequestContext};
use std::iter::Peekable;

/// The outline of a document.
pub static DOCUMENT_SYMBOLS: Feature = Feature {
    method: DocumentSymbolRequest::METHOD,
    declare: |server| server.document_symbol_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<DocumentSymbolRequest>(params, |asked| {
            let document = context.document(&asked.text_document);
            Ok(document.map(|document| {
                let items = outline(&document.journal.view, document.source);
                let mut items = items.into_iter().peekable();
                let symbols = take_symbols(context, document, &mut items, document.source.end());
                DocumentSymbolResponse::from(symbols)
            }))
        })
    },
};

/// The items that end at a place or before, each with those it contains.
fn take_symbols(
    context: &RequestContext<'_, '_>,
    document: DocumentInJournal<'_, '_>,
    items: &mut Peekable<std::vec::IntoIter<OutlineItem>>,
    end: u32,
) -> Vec<DocumentSymbol> {
    let mut symbols = Vec::new();
    while let Some(item) = items.next_if(|item| item.span.start < end) {
        let children = match item.kind {
            OutlineKind::Heading => take_symbols(context, document, items, item.span.end),
            _ => Vec::new(),
        };
        symbols.extend(to_symbol(context, document, item, children));
    }
    symbols
}

#[allow(deprecated, reason = "the protocol has the field still")]
fn to_symbol(
    context: &RequestContext<'_, '_>,
    document: DocumentInJournal<'_, '_>,
    item: OutlineItem,
    children: Vec<DocumentSymbol>,
) -> Option<DocumentSymbol> {
    Some(DocumentSymbol {
        name: item.name,
        detail: (!item.detail.is_empty()).then_some(item.detail),
        kind: symbol_kind(item.kind),
        tags: None,
        deprecated: None,
        range: context.range(document.journal, item.span)?,
        selection_range: context.range(document.journal, item.header)?,
        children: (!children.is_empty()).then_some(children),
    })
}

/// What an item is in the words of the protocol.
pub const fn symbol_kind(kind: OutlineKind) -> SymbolKind {
    match kind {
        OutlineKind::Heading => SymbolKind::Namespace,
        OutlineKind::Declaration => SymbolKind::Class,
        OutlineKind::Money => SymbolKind::Number,
        OutlineKind::Contact => SymbolKind::Event,
    }
}
