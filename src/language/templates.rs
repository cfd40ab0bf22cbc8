//! The words of the guide to letter templates: how a template is written, and what its variables mean.

/// The words of the guide to letter templates.
#[derive(Clone, Copy, Debug)]
pub struct TemplateWords {
    /// The name of the file that the guide is written to.
    pub file: &'static str,
    /// The text of the guide, in Markdown.
    pub guide: &'static str,
    /// The heading over the table of variables.
    pub variables: &'static str,
    /// The heading of the column with the names of variables.
    pub name: &'static str,
    /// The heading of the column with the kinds of values.
    pub value_kind: &'static str,
    /// The heading of the column with the letters that have a variable.
    pub letters: &'static str,
    /// The heading of the column with meanings.
    pub meaning: &'static str,
    /// The label before an example.
    pub example: &'static str,
    /// The label of variables that every letter has.
    pub all_letters: &'static str,
    /// The label of variables that the letters of the ladder have.
    pub step_letters: &'static str,
    /// The label of variables that the letters outside the ladder have.
    pub extra_letters: &'static str,
    /// The words of which the subject of a letter about invoices must have one, so that nobody takes it for
    /// advertising; empty where the subject is free.
    pub subject_words: &'static [&'static str],
    /// The name of a kind of value, from its English name.
    pub kind_label: fn(&'static str) -> &'static str,
    /// A meaning in this language, from the English one.
    pub translate_meaning: fn(&'static str) -> &'static str,
}
