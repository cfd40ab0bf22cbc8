//! Brieven, in het Nederlands.

use crate::language::letters::{FrameWords, LetterWords};

/// What is said in Dutch.
pub const LETTERS: LetterWords = LetterWords {
    frame: FrameWords {
        subject: "Betreft",
        payment: "Betaalgegevens",
        enclosures: "Bijlagen",
        scan: "Scan met uw bank-app om te betalen",
        page: |page, of| format!("pagina {page} van {of}"),
    },
};
