//! Letters in every medium: what a reader sees, and what no name can break.

mod code;
mod eml;
mod html;
mod letters;
#[cfg(feature = "pdf")]
mod pdf;

use std::fs;
use std::path::{Path, PathBuf};

/// Puts a letter where a person can look at it: `target/tmp/letters`.
fn save_letter(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters");
    fs::create_dir_all(&folder).expect("a folder of the build");
    let file = folder.join(name);
    fs::write(&file, bytes).expect("a file of the build");
    file
}
