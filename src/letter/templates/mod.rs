//! The template engine: text with names in it becomes subject and parts of a letter. It knows no journal: the names
//! that a template may use, and what stands for them, are handed in.
//!
//! ```text
//!  nl/reminder.txt ─▶ lexer ─▶ lines ─▶ compiled_template ── filled for one letter ──▶ layout ─▶ subject, parts
//!                      │                                        ▲
//!                      └──▶ lint ──▶ faults                     variables, each with its meaning
//! ```
//!
//! The first lines, up to the first empty one, are `key: value`: `subject:` must be there. Then comes the body:
//! paragraphs with an empty line between, `## heading`, `- point`, and blocks such as `{{ invoices }}`, each on a
//! line of its own. A line that holds nothing but `{% … %}` or `{# … #}` is no line of the letter.
//!
//! | To find | look in |
//! |---|---|
//! | what a variable is, and how a letter answers it | [`variable`], [`variable_list`] |
//! | what can be wrong with one | [`fault`], found by [`lint`] |
//! | what may stand between braces | [`restrictions`] |
//! | how long and how deep one may be | [`limits`] |

pub mod compiled_template;
pub mod fault;
pub mod layout;
pub mod lexer;
pub mod limits;
pub mod lines;
pub mod lint;
pub mod name_scope;
pub mod restrictions;
pub mod variable;
pub mod variable_list;
