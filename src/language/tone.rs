//! Words that do not belong in a letter, of each language. Data: whoever misses a word adds it here.

/// Words and turns of phrase, in small letters and sorted; several words stand with one blank between them.
#[derive(Clone, Copy, Debug)]
pub struct ToneWords {
    /// Names that one calls nobody.
    pub insults: &'static [&'static str],
    /// Threats that no letter may make, whatever is next.
    pub threats: &'static [&'static str],
    /// Who or what comes when somebody else collects: only a letter whose next step that is may speak of it.
    pub escalations: &'static [&'static str],
}
