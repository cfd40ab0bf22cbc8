//! The requests that the server answers, a file each: what it says of itself, and how it answers.

mod code_actions;
mod code_lenses;
mod completion;
mod definition;
mod document_symbols;
mod execute_command;
pub mod feature;
mod folding;
mod formatting;
mod highlight;
mod hover;
mod inlay_hints;
mod links;
mod on_type_formatting;
mod prepare_rename;
mod range_formatting;
mod references;
mod rename;
mod semantic_tokens;
mod workspace_symbols;

use feature::Feature;

/// All of them.
pub static FEATURES: &[&Feature] = &[
    &code_actions::CODE_ACTIONS,
    &code_lenses::CODE_LENSES,
    &completion::COMPLETION,
    &definition::DEFINITION,
    &document_symbols::DOCUMENT_SYMBOLS,
    &execute_command::EXECUTE_COMMAND,
    &folding::FOLDING,
    &formatting::FORMATTING,
    &highlight::HIGHLIGHT,
    &hover::HOVER,
    &inlay_hints::INLAY_HINTS,
    &links::LINKS,
    &on_type_formatting::ON_TYPE_FORMATTING,
    &prepare_rename::PREPARE_RENAME,
    &range_formatting::RANGE_FORMATTING,
    &references::REFERENCES,
    &rename::RENAME,
    &semantic_tokens::SEMANTIC_TOKENS,
    &workspace_symbols::WORKSPACE_SYMBOLS,
];
