//! Files that a `document:` may name.

use super::candidate::{Candidate, CandidateKind};
use super::completion_place::{CompletionPlace, MAX_CANDIDATES};
use std::path::Path;

/// The files in the folder that is typed so far.
pub fn paths(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let typed = at.typed.text;
    let folder = at.path.parent().unwrap_or(Path::new(""));
    let below = typed.rsplit_once('/').map_or("", |(below, _)| below);
    if below.contains(['*', '?', '[', '{']) {
        return Vec::new();
    }
    let pattern = if below.is_empty() {
        "*".to_owned()
    } else {
        format!("{below}/*")
    };
    let files = at.view.files_on_disk.find_matching(folder, &pattern);
    let shown = files.unwrap_or_default().into_iter().filter_map(|file| {
        let path = file.strip_prefix(folder).ok()?.to_str()?.to_owned();
        Some(Candidate::word(CandidateKind::File, &path, &at.typed))
    });
    shown.take(MAX_CANDIDATES).collect()
}
