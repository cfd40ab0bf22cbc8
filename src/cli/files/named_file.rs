//! A file before it is written.

/// A file of a folder to be written: its name in the folder, and its bytes.
#[derive(Clone, Debug)]
pub struct NamedFile {
    /// With `/` between folders.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}
