//! A file of a dossier, before it is written.

/// A file of the dossier: its name in the folder, and its bytes.
#[derive(Clone, Debug)]
pub struct DossierFile {
    /// With `/` between folders.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}
