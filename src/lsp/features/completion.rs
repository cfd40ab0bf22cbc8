//! `textDocument/completion`.

use super::feature::{Feature, answer_as};
use crate::ide::completion::candidate::{Candidate, CandidateKind};
use crate::ide::completion::complete;
use crate::lsp::protocol::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionOptions, CompletionRequest,
    CompletionResponse, InsertTextFormat, Request, TextEdit,
};
use crate::lsp::request_context::{DocumentInJournal, RequestContext};

/// The characters after which something may follow that no word was begun for.
const TRIGGERS: [&str; 4] = ["#", "@", " ", ":"];

/// What may be written at a place.
pub static COMPLETION: Feature = Feature {
    method: CompletionRequest::METHOD,
    declare: |server| {
        let triggers = TRIGGERS.map(str::to_owned).to_vec();
        server.completion_provider = Some(CompletionOptions {
            trigger_characters: Some(triggers),
            ..CompletionOptions::default()
        });
    },
    answer: |context, params| {
        answer_as::<CompletionRequest>(params, |asked| {
            let place = context.place(&asked.text_document_position_params);
            Ok(place.map(|(document, place)| {
                let found = complete(&document.journal.view, place).into_iter();
                let usable = found.filter(|candidate| {
                    context.client.has_snippets || candidate.kind != CandidateKind::Snippet
                });
                let items = usable
                    .enumerate()
                    .filter_map(|(rank, candidate)| to_item(context, document, rank, candidate));
                // Fewer letters fit more words than were sent: it asks again for each letter.
                CompletionResponse::from(CompletionList {
                    is_incomplete: true,
                    items: items.collect(),
                    ..CompletionList::default()
                })
            }))
        })
    },
};

fn to_item(
    context: &RequestContext<'_, '_>,
    document: DocumentInJournal<'_, '_>,
    rank: usize,
    candidate: Candidate,
) -> Option<CompletionItem> {
    let typed = document.journal.view.slice(candidate.span).to_owned();
    let edit = TextEdit {
        range: context.range(document.journal, candidate.span)?,
        new_text: candidate.insert,
    };
    let format = match candidate.kind {
        CandidateKind::Snippet => InsertTextFormat::Snippet,
        _ => InsertTextFormat::PlainText,
    };
    Some(CompletionItem {
        label: candidate.label,
        kind: Some(item_kind(candidate.kind)),
        detail: (!candidate.detail.is_empty()).then_some(candidate.detail),
        sort_text: Some(format!("{rank:04}")),
        // What was typed leads here, perhaps by a Dutch word or the name of a customer: the editor is not to doubt it.
        filter_text: (!typed.is_empty()).then_some(typed),
        insert_text_format: Some(format),
        text_edit: Some(edit.into()),
        ..CompletionItem::default()
    })
}

const fn item_kind(kind: CandidateKind) -> CompletionItemKind {
    match kind {
        CandidateKind::Keyword | CandidateKind::Clause => CompletionItemKind::Keyword,
        CandidateKind::Snippet => CompletionItemKind::Snippet,
        CandidateKind::Key => CompletionItemKind::Property,
        CandidateKind::Word => CompletionItemKind::EnumMember,
        CandidateKind::Day => CompletionItemKind::Event,
        CandidateKind::Invoice => CompletionItemKind::Reference,
        CandidateKind::Customer => CompletionItemKind::Class,
        CandidateKind::Policy | CandidateKind::Stage => CompletionItemKind::Struct,
        CandidateKind::File => CompletionItemKind::File,
    }
}
