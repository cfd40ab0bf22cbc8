//! `workspace/symbol`: customers, policies, invoices and credit notes by name, in all journals.

use super::document_symbols::symbol_kind;
use super::feature::{Feature, answer_as};
use crate::ide::outline::find_symbols;
use crate::lsp::protocol::{
    BaseSymbolInformation, Request, WorkspaceSymbol, WorkspaceSymbolLocation,
    WorkspaceSymbolRequest, WorkspaceSymbolResponse,
};

/// So many are told at most.
const MAX_SYMBOLS: usize = 500;

/// What has a name.
pub static WORKSPACE_SYMBOLS: Feature = Feature {
    method: WorkspaceSymbolRequest::METHOD,
    declare: |server| server.workspace_symbol_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<WorkspaceSymbolRequest>(params, |asked| {
            let journals = context.journals.iter();
            let symbols = journals.flat_map(|journal| {
                let items = find_symbols(&journal.view, &asked.query).into_iter();
                items.filter_map(|item| {
                    let location = context.location(journal, item.header)?;
                    let information = BaseSymbolInformation {
                        name: item.name,
                        kind: symbol_kind(item.kind),
                        tags: None,
                        container_name: (!item.detail.is_empty()).then_some(item.detail),
                    };
                    let location = WorkspaceSymbolLocation::from(location);
                    Some(WorkspaceSymbol::new(location, None, information))
                })
            });
            let symbols: Vec<WorkspaceSymbol> = symbols.take(MAX_SYMBOLS).collect();
            Ok(Some(WorkspaceSymbolResponse::from(symbols)))
        })
    },
};
