//! The words of a dossier in English.

use crate::language::dossier::DossierWords;

/// The words of a dossier.
pub const DOSSIER: DossierWords = DossierWords {
    contacts: "Letters, calls and arrangements:",
    policy: "Payment policy:",
    documents: "Documents:",
    document: "Document",
    copy: "In this dossier",
    missing: "missing",
    elsewhere: "kept elsewhere",
    no_contacts: "No letter, call or arrangement is written down.",
    no_agreement: "No agreement to terms is written down.",
    no_documents: "No entry names a document.",
    in_force: "What holds for the open invoices, every default spelled out:",
};
