//! The templates there are: those that are built in, the user's own before them, and the page that describes them.
//!
//! | To find | look in |
//! |---|---|
//! | which letters are built in, their texts, and what these may name | [`built_in`]: `nl/reminder.txt` and its sisters |
//! | how a template of the user comes before a built-in one | [`template_set`] |
//! | the page that describes every variable | [`reference_page`] |

pub mod built_in;
pub mod reference_page;
pub mod template_set;
