//! **tegoed**: plain-text receivables. It reads invoices, payments and contacts from text files and reports who owes
//! what, since when, and what can be done about it.
//!
//! This page is the map. Each module below is a room with one task. Imports run in one
//! direction: a room never imports one that comes after it in the flow. `tests/house.rs` checks that.
//!
//! ```text
//!    disk · a map in a test                                       terminal · file
//!             │ text (trait Files)                                     ▲ bytes
//!             ▼                                                        │
//!    ┌──────────────────┐                                         ┌────────┐
//!    │ load             │  one file after another, includes       │ render │  text csv json
//!    │  └─▶ syntax      │  followed; parsing never fails          └────────┘
//!    └────────┬─────────┘                                              ▲
//!             │ Entry   what was written                               │ Document
//!             ├───────────▶ format ──▶ text with blanks moved          │  pages of typed cells
//!             ▼                                                   ┌────────┐
//!        ┌─────────┐                                              │ report │ ◀── language
//!        │ journal │  resolve                                     └────────┘
//!        └────┬────┘                                                   ▲
//!             │ Journal  what it means                                 │
//!             ▼                                                        │
//!        ┌────────┐                                                    │
//!        │ ledger │  post  ◀── AsOf                                    │
//!        └────┬───┘                                                    │
//!             │ Ledger   who owes what on that day                     │
//!             ▼                                                        │
//!      dunning · claim · insight   ◀── policy (law)                    │
//!             │ next steps, lawful claims, payment habits              │
//!             ├──▶ letter ──▶ Letter ──▶ render (text, Markdown …)     │
//!             ├────────────────────────────────────────────────────────┘
//!             ▼
//!        ┌────────┐
//!        │ check  │  one file for each rule
//!        └────┬───┘
//!             ▼
//!    every stage ──▶ Sink ──▶ findings ──▶ cli/emit
//! ```
//!
//! | To find | look in |
//! |---|---|
//! | **Reading a journal** | |
//! | a rule of `grammar/tegoed.ebnf` | the function in [`syntax`] with that line in its comment |
//! | a keyword: its arguments, keys and typed entry | [`syntax::directive`], one file each; see `grammar/SPEC.md` |
//! | how an amount is parsed | `syntax/amount.rs` (sign, currency), [`syntax::number`] (digits, marks) |
//! | which mistake is recognized in a line that no rule takes | [`syntax::mistakes`] |
//! | findings suppressed while another line is unreadable | [`text::diagnostic::Prerequisite`], [`syntax::reader`] |
//! | the words of syntax findings | `language/en/findings.rs`, from data in [`text::problem`] and [`text::hint`] |
//! | what an editor may offer at a place | [`syntax::offer`] |
//! | how an entry is written as text | [`syntax::journal_entry`], [`syntax::print`], nowhere else |
//! | **Who owes what** | |
//! | the due date of an invoice | `journal/due_date.rs` |
//! | whether an entry is a contact, a promise or a demand | [`journal::event_details`] |
//! | names that nothing declares, and the nearest known name | `journal/mentions.rs` |
//! | the order in which the ledger posts entries | [`ledger::posting_order`] |
//! | what a payment settles | [`ledger::allocate_to_invoice`], [`ledger::allocate_unreferenced`], [`ledger::account`] |
//! | what a reversal undoes | [`ledger::reversal`] |
//! | the buckets of days late | [`ledger::ageing`] |
//! | where money is rounded | [`value::share`], nowhere else |
//! | **The law** | |
//! | rates, terms and amounts of a country's law, with sources | [`policy::jurisdiction`], one file for each country |
//! | collection costs, late interest, payment order, limitation | [`policy`], one file each |
//! | what the law allows to claim on a day, and why not more | [`claim`] |
//! | which fourteen-day letter counts, and its term | [`claim::fourteen_day_letter`], [`policy::notice_term`] |
//! | **What to do next** | |
//! | whether a promise was broken or an instalment missed | [`dunning::arrangement_status`] |
//! | which step of the ladder is next, and from which day | [`dunning::ladder_position`] |
//! | what keeps a letter back | [`dunning::hold`], [`dunning::blocker`] |
//! | the tasks of a day | [`dunning::worklist`], one file for each kind of task; the list is `SOURCES` |
//! | how customers pay, and what to expect of them | [`insight`], one file for each question |
//! | **Letters** | |
//! | what a letter says, and why one is not written | [`letter`], whose page has a map of its own |
//! | the wording of a letter | its template in `letter`: `nl/reminder.txt` and the files beside it |
//! | the wording of the fourteen-day letter | the template `nl/final-notice.txt`, and `language/nl/notice.rs` |
//! | mistakes in a letter template | [`letter::templates::lint`] |
//! | letters sent before, which are not written again | `cli/letters/sent_letters.rs` |
//! | **Reports and checks** | |
//! | a report, and the columns of its CSV | the file in [`report`] with its name; the list is [`report::REPORTS`] |
//! | how to add a CSV column | add a [`document::Column`] in that file; describe it in `columns.rs` of [`cli`] |
//! | how a page becomes text, CSV or JSON, or a letter PDF or mail | [`render`], one file for each format |
//! | the words of reports and letters | [`language`], one folder for each language |
//! | a check and its explanation | the `.rs` and `.md` files in [`check`] with its name; the list is [`check::RULES`] |
//! | how files of the user are written safely | the folder `writer` in [`cli`] |
//!
//! An example, from the text of a journal to the amount that is owed:
//!
//! ```
//! use std::io;
//! use std::path::{Path, PathBuf};
//! use tegoed::check::CheckScope;
//! use tegoed::load::Roots;
//! use tegoed::pipeline::{PipelineOptions, run};
//! use tegoed::text::source::Files;
//! use tegoed::value::calendar::{AsOf, date_from_ymd};
//!
//! struct OneFile(&'static str);
//! impl Files for OneFile {
//!     fn open(&self, _: &Path) -> io::Result<Box<dyn io::Read + '_>> {
//!         Ok(Box::new(self.0.as_bytes()))
//!     }
//!     fn find_matching(&self, _: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
//!         Ok(vec![pattern.into()])
//!     }
//!     fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
//!         Ok(path.to_owned())
//!     }
//! }
//!
//! let files = OneFile("format 1\n\
//!     customer @jansen\n\
//!     2026-01-05 invoice #1 @jansen 1210.00 due 2026-02-04 | Stairs\n\
//!     2026-02-01 payment #1 1000.00\n");
//! let as_of = AsOf(date_from_ymd(2026, 3, 1).ok_or("no such day")?);
//! let outcome = run(&Roots::from_file("j.tegoed"), &files, PipelineOptions { as_of, scope: CheckScope::Errors })?;
//! assert!(outcome.findings.diagnostics.is_empty());
//! let open: i64 = outcome.ledger.items.iter().map(|(_, item)| item.open).sum();
//! assert_eq!(open, 210_00);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod text;
pub mod value;

pub mod policy;

pub mod load;
pub mod syntax;

pub mod format;
pub mod journal;

pub mod ledger;

pub mod claim;
pub mod dunning;
pub mod insight;

pub mod check;

pub mod document;
pub mod language;
pub mod letter;
pub mod render;
pub mod report;

pub mod catalogue;
pub mod cli;
pub mod pipeline;
