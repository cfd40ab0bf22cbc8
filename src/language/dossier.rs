//! The words of a dossier: agreements, and the documents that belong to it.

/// Headings and sentences that only a dossier has.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each names what it stands over")]
pub struct DossierWords {
    pub contacts: &'static str,
    pub policy: &'static str,
    pub documents: &'static str,
    /// Headings of the table of documents.
    pub document: &'static str,
    pub copy: &'static str,
    /// The document is not where the journal says.
    pub missing: &'static str,
    /// The document is a web address, or paper in a place.
    pub elsewhere: &'static str,
    /// Says that there were no contacts.
    pub no_contacts: &'static str,
    /// Says that no agreement is recorded.
    pub no_agreement: &'static str,
    /// Says that no entry names a document.
    pub no_documents: &'static str,
    /// Explains the journal text printed below it, which is the policy in force.
    pub in_force: &'static str,
}
