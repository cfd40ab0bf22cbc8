//! What a letter may say: facts of one customer on one day, each put into words of the letter's language.
//!
//! | To find | look in |
//! |---|---|
//! | the customer, the open items and the history that a letter looks at | [`letter_input`] |
//! | the invoices of a letter, and how they are shown | [`invoice_facts`], [`invoice_lines`], [`invoice_table`] |
//! | promises and payment plans | [`promise_facts`], [`plan_facts`] |
//! | what was sent and said before | [`contact_history`] |
//! | who writes, to whom, and how it is paid | [`sender_and_recipient`], [`payment_request`], [`payment_deadline`] |
//! | what a letter says as a whole | [`letter_content`] |
//! | what goes with it | [`enclosures`] |
//! | why it is not written | [`refusal`] |
//! | what every template may name | [`common_variables`] |

pub mod abroad;
pub mod common_variables;
pub mod contact_history;
pub mod enclosures;
pub mod invoice_facts;
pub mod invoice_lines;
pub mod invoice_table;
pub mod letter_content;
pub mod letter_input;
pub mod letter_kind;
pub mod letter_table;
pub mod not_asked_facts;
pub mod payment_deadline;
pub mod payment_request;
pub mod plan_facts;
pub mod promise_facts;
pub mod refusal;
pub mod sender_and_recipient;
pub mod settlement_facts;
