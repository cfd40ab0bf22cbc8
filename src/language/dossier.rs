//! Words of a dossier: what was agreed, and the documents that go with it.

/// What stands in a dossier and nowhere else.
#[derive(Debug)]
#[allow(missing_docs, reason = "each names what it stands over")]
pub struct DossierWords {
    pub contacts: &'static str,
    pub policy: &'static str,
    pub documents: &'static str,
    /// Headings of columns.
    pub document: &'static str,
    pub copy: &'static str,
    /// A document that is not where the journal says.
    pub missing: &'static str,
    /// A web address, or the place of a paper.
    pub elsewhere: &'static str,
    /// Nobody wrote or called.
    pub no_contacts: &'static str,
    /// No agreement is written down.
    pub no_agreement: &'static str,
    /// No entry names a document.
    pub no_documents: &'static str,
    /// What the journal text below it is.
    pub in_force: &'static str,
}
