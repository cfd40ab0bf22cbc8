//! What the description of templates says: how one is made, and what its variables mean.

/// How the description of templates says it.
#[derive(Debug)]
pub struct TemplateWords {
    /// The name of its file.
    pub file: &'static str,
    /// What it is, and how a template is made: Markdown.
    pub guide: &'static str,
    /// Over the table of variables.
    pub variables: &'static str,
    /// Heading of the column of names.
    pub name: &'static str,
    /// Of what a variable holds.
    pub value_kind: &'static str,
    /// Of the letters that have it.
    pub letters: &'static str,
    /// Of what it means.
    pub meaning: &'static str,
    /// Before an example.
    pub example: &'static str,
    /// Every letter has it.
    pub all_letters: &'static str,
    /// The letters of the steps of a policy have it.
    pub step_letters: &'static str,
    /// Every letter beside the steps has it.
    pub extra_letters: &'static str,
    /// What a sort of variable is called: by its English word.
    pub kind_label: fn(&'static str) -> &'static str,
    /// A meaning in this language: by the English one.
    pub translate_meaning: fn(&'static str) -> &'static str,
}
