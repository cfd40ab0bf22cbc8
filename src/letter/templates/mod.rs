//! The wording of letters: a template each, the built-in ones too. A new letter is its two files and a line in a list.
//!
//! ```text
//!  nl/reminder.txt ─▶ pieces ─▶ lines ─▶ compiled ── filled for one letter ──▶ laid_out ─▶ subject, parts
//!                       │                               ▲
//!                       └──▶ lint ──▶ faults            variables, each with its meaning
//! ```
//!
//! The first lines, up to the first empty one, are `key: value`: `subject:` must be there. Then comes the body:
//! paragraphs with an empty line between, `## heading`, `- point`, and blocks such as `{{ invoices }}`, each on a
//! line of its own. A line that holds nothing but `{% … %}` or `{# … #}` is no line of the letter.
//!
//! | To find | look in |
//! |---|---|
//! | which letters are built in | [`built_in`] |
//! | what a template may name | [`crate::letter::variables`] |
//! | what can be wrong with one | [`fault`], found by [`lint`] |
//! | what may stand between braces | [`restrictions`] |
//! | how one that is the user's own comes before a built-in one | [`template_set`] |

pub mod built_in;
pub mod compiled_template;
pub mod fault;
pub mod layout;
pub mod lexer;
pub mod lines;
pub mod lint;
pub mod name_scope;
pub mod reference_page;
pub mod restrictions;
pub mod template_set;
pub mod variable;
