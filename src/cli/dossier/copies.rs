//! Copies of the documents that entries name, under names that are safe anywhere.

use super::part::Part;
use crate::cli::desk::Desk;
use crate::cli::documents::{Documents, Place, is_path};
use crate::cli::escape;
use crate::cli::exit::Stop;
use crate::report::dossier::{Fate, Named};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The folder of documents inside the dossier.
pub const FOLDER: &str = "documents";
/// Longer names are cut: some disks take no more than 255 bytes, and a number must fit.
const LONGEST: usize = 100;

/// Documents, each with what became of it, and the copies.
#[derive(Debug, Default)]
pub struct Copies {
    /// As the list of documents tells them.
    pub list: Vec<(Named, Fate)>,
    /// The copies.
    pub files: Vec<Part>,
    names: BTreeSet<String>,
    known: BTreeMap<PathBuf, String>,
}

impl Copies {
    /// Reads the documents. One that leads outside the folder of the journal is refused, and nothing is copied.
    pub fn of(named: Vec<Named>, desk: &Desk) -> Result<Self, Stop> {
        let mut copies = Self::default();
        if named.is_empty() {
            return Ok(copies);
        }
        let root = desk
            .roots
            .files
            .first()
            .map_or(Path::new(""), PathBuf::as_path);
        let documents = Documents::of(root, desk.roots.directory.as_deref())
            .map_err(|error| Stop::file("read the folder of", root, error))?;
        for named in named {
            let fate = copies.fate(&named, &documents, desk)?;
            copies.list.push((named, fate));
        }
        Ok(copies)
    }

    fn fate(&mut self, named: &Named, documents: &Documents, desk: &Desk) -> Result<Fate, Stop> {
        let document = &named.document;
        if document.contains("://") {
            return Ok(Fate::Elsewhere);
        }
        // Words about where the paper lies may also be the name of a file, with blanks in it.
        let (absent, words) = if is_path(document) {
            (Fate::Missing, false)
        } else {
            (Fate::Elsewhere, true)
        };
        match documents.find(Path::new(&named.quote.file), document) {
            Ok(Place::Outside) => Err(outside(named)),
            Ok(Place::Here(found)) if !words || found.is_file() => {
                Ok(Fate::Copied(self.copy(document, found, desk)?))
            }
            Err(error) if !words => Err(Stop::file("read", Path::new(document), error)),
            _ => Ok(absent),
        }
    }

    /// The name of the copy; a file that several entries name is copied once.
    fn copy(&mut self, document: &str, found: PathBuf, desk: &Desk) -> Result<String, Stop> {
        if let Some(name) = self.known.get(&found) {
            return Ok(name.clone());
        }
        let bytes = desk.disk.read(&found);
        let bytes = bytes.map_err(|error| Stop::file("read", Path::new(document), error))?;
        let name = format!("{FOLDER}/{}", unlike(&harmless(document), &mut self.names));
        self.known.insert(found, name.clone());
        self.files.push(Part {
            name: name.clone(),
            bytes,
        });
        Ok(name)
    }

    /// What is to be said of documents that are missing.
    pub fn missing(&self) -> Vec<String> {
        let missing = self.list.iter().filter(|(_, fate)| *fate == Fate::Missing);
        let said = missing.map(|(named, _)| {
            let (document, place) = (escape::line(&named.document), place(named));
            format!("missing: {document} ({place}); documents.txt lists it\n")
        });
        said.collect()
    }
}

fn place(named: &Named) -> String {
    format!(
        "{}:{}",
        escape::path(Path::new(&named.quote.file)),
        named.quote.line
    )
}

fn outside(named: &Named) -> Stop {
    Stop::findings(format!(
        "expected a document below the folder of the journal, found {} ({})",
        named.document,
        place(named)
    ))
    .help("put a copy below that folder and mend the path, which is relative to the file it stands in")
}

/// A path as one name: letters and digits of any script, `.`, `_` and `-`; anything else is `-`. It never begins
/// with a point, and its end stays when it is cut.
fn harmless(document: &str) -> String {
    let kept = |sign: char| {
        if sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-') {
            sign
        } else {
            '-'
        }
    };
    let name: String = document.chars().map(kept).collect();
    let name = name.trim_start_matches(['.', '-']);
    let mut room = LONGEST;
    let end: Vec<char> = name
        .chars()
        .rev()
        .take_while(|sign| match room.checked_sub(sign.len_utf8()) {
            Some(left) => {
                room = left;
                true
            }
            None => false,
        })
        .collect();
    let end: String = end.into_iter().rev().collect();
    match end.trim_start_matches(['.', '-']) {
        "" => "document".to_owned(),
        end => end.to_owned(),
    }
}

/// The name, or with a number before its extension where it was given out before; some disks know no capitals.
fn unlike(name: &str, names: &mut BTreeSet<String>) -> String {
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, format!(".{extension}")),
        _ => (name, String::new()),
    };
    let mut chosen = name.to_owned();
    let mut count = 1_usize;
    while !names.insert(chosen.to_lowercase()) {
        count = count.saturating_add(1);
        chosen = format!("{stem}-{count}{extension}");
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, harmless, unlike};
    use std::collections::BTreeSet;

    #[test]
    fn names_are_harmless_and_unlike() {
        let mut names = BTreeSet::new();
        let mut give = |document: &str| unlike(&harmless(document), &mut names);
        assert_eq!(give("contracts/jansen.pdf"), "contracts-jansen.pdf");
        assert_eq!(give("Contracts-Jansen.pdf"), "Contracts-Jansen-2.pdf");
        assert_eq!(give("../.ssh/id.pem"), "ssh-id.pem");
        assert_eq!(give("a\u{202e}b\\c:d\n.pdf"), "a-b-c-d-.pdf");
        assert_eq!(give("één.pdf"), "één.pdf");
        assert_eq!(give("..."), "document");
        let long = give(&format!("{}.pdf", "é".repeat(300)));
        assert!(long.len() <= LONGEST && long.ends_with("é.pdf"), "{long}");
    }
}
