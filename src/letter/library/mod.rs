//! The templates there are: those that are built in, the user's own before them, and the page that describes them.
//!
//! | To find | look in |
//! |---|---|
//! | which kinds of letters are built in | [`built_in`]; their texts stand with the languages: `language/nl/letter_templates` |
//! | how a template of the user comes before a built-in one | [`template_set`] |
//! | the page that describes every variable | [`reference_page`] |

pub mod built_in;
pub mod reference_page;
pub mod template_set;
