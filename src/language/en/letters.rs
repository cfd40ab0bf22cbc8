//! Letters, in English.

use crate::language::letters::{FrameWords, LetterWords};

/// What is said in English.
pub const LETTERS: LetterWords = LetterWords {
    frame: FrameWords {
        subject: "Subject",
        payment: "Payment details",
        enclosures: "Enclosures",
        scan: "Scan with your banking app to pay",
        page: |page, of| format!("page {page} of {of}"),
    },
};
