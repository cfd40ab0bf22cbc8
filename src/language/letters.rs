//! What letters say.

/// What letters say.
#[derive(Debug)]
pub struct LetterWords {
    /// What stands around a letter.
    pub frame: FrameWords,
}

/// What stands around a letter.
#[derive(Debug)]
pub struct FrameWords {
    /// Before what it is about.
    pub subject: &'static str,
    /// Over how to pay.
    pub payment: &'static str,
    /// Over what goes with it.
    pub enclosures: &'static str,
    /// Under the square that a bank's app scans.
    pub scan: &'static str,
    /// Which page of how many.
    pub page: fn(usize, usize) -> String,
}
