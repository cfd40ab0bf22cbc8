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
//!    │ load             │  one file after another, includes       │ render │  text csv json xlsx
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
//!        │ ledger │  post  ◀── as_of                                   │
//!        └────┬───┘                                                    │
//!             │ Ledger   who owes what on that day                     │
//!             ▼                                                        │
//!      dunning · claim · vat · insight   ◀── policy (law)              │
//!             │ next steps, lawful claims, payment habits              │
//!             ▼                                                        │
//!          ┌─────┐                                                     │
//!          │ day │  each of them worked out when first asked           │
//!          └──┬──┘  worklist: what to do                              │
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
//! | which line costs what when it cannot be read | [`syntax::reader`], [`text::diagnostic::Prerequisite`] |
//! | when an invoice is due | `journal/due_date.rs` |
//! | all that is known on a day, worked out when first asked | [`day`] |
//! | the letters, calls and promises of an invoice or a customer, in order | [`journal::history`] |
//! | what a letter, call or promise says, and what counts as a contact | [`journal::event_details`] |
//! | who is meant by a name, and the mend for a wrong one | `journal/mentions.rs` |
//! | which entry goes first inside a day | [`ledger::posting_order`] |
//! | what a payment settles | [`ledger::posting::allocate_to_invoice`], [`ledger::posting::allocate_unreferenced`] |
//! | what a reversal undoes | [`ledger::posting::reversal`] |
//! | buckets of days | [`ledger::ageing`] |
//! | what may be asked by law on a day, and why not more | [`claim`] |
//! | what a bookkeeper is told of a period: how balances came about, what is open and what it may be worth | [`bookkeeping`]; the tables: [`report::accountant`] |
//! | what belongs in a VAT return, in which box and why | [`vat`]; what of an invoice stands at which rate: [`ledger::vat_breakdown`] |
//! | which event is posted on which accounts of a general ledger | [`bookkeeping`], one file a group of events |
//! | how customers pay, and what that leads one to expect | [`insight`], one file a question |
//! | why an invoice stands on step two of the ladder (a `stage` of its policy), and from when step three is possible | [`dunning::ladder_position`] |
//! | whether a promise was kept or broken | [`dunning::arrangement_status`]; while money of the customer waits, nobody is written to for it: [`dunning::ladder_position`] |
//! | what keeps a letter back | an entry (promise, dispute, `hold` …): [`dunning::hold`]; a rule (bank data too old, below the minimum …): [`dunning::blocker`] |
//! | how old bank data may be | [`journal::bank_coverage`] |
//! | which letters are due today | [`letter::draft`], the steps of several invoices gathered by [`worklist::letter_schedule`] |
//! | what a letter says, and why one is not written | [`letter`]; the wording: `language/nl/letter_templates/reminder.txt` and its sisters |
//! | what the law wants a fourteen-day letter to say | `policy/jurisdiction/nl/words_nl.rs`, around it `language/nl/letter_templates/final-notice.txt` |
//! | a kind of letter: of a step, a confirmation, an offer, a statement, thanks | [`letter::kinds`]; the list is [`letter::library::built_in`] |
//! | what is wrong with a template of a letter | [`letter::templates::lint`], worded in `check/template_faults.rs` |
//! | what claims are built from, found by invoice and by customer | [`claim::claim_index`] |
//! | what keeps letters that went out from being written over | `cli/commands/letters/sent_letters.rs` |
//! | what to do this morning | [`worklist`], one file a kind of task; the list is `SOURCES` |
//! | a check, its words and its page | `check/<fault>.rs` and `.md` beside it; the list is [`check::RULES`]; every code of every room: [`catalogue`] |
//! | what checks share, what reports share | [`check::shared`], [`report::shared`] |
//! | a report | `report/<name>.rs`, or a folder of that name; its flags and columns stand in it; the list is [`report::REPORTS`] |
//! | what the law allows, with its source and the day it was last read | [`policy::jurisdiction`], one folder a country |
//! | which law holds between a seller and a customer | [`policy::jurisdiction::law_list`], asked through the journal |
//! | collection costs, late interest, deadlines, limitation, as arithmetic of the law | [`policy`], one file each |
//! | what of that a customer owes | [`claim::consumer_costs`], [`claim::business_costs`], [`claim::limitation`] |
//! | where a figure is rounded | [`value::rounding`], nowhere else |
//! | how `fmt` lays out a line | [`mod@format`], amounts under each other by `syntax/amount_column.rs` |
//! | what an editor is told of a place: hover, completion, names, mends | [`ide`], one file a question |
//! | how an editor asks it | [`lsp`]; the list of requests is `lsp/features/mod.rs` |
//! | how a new entry is made of words or answers, what is usual in it, and where it belongs | [`add`] |
//! | how a file of the user's is written | `cli/files/writer` |
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
//! use tegoed::value::calendar::date_from_ymd;
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
//! let as_of = date_from_ymd(2026, 3, 1).ok_or("no such day")?;
//! let outcome = run(&Roots::from_file("j.tegoed"), &files, PipelineOptions { as_of, scope: CheckScope::Errors })?;
//! assert!(outcome.findings.diagnostics.is_empty());
//! let open: i64 = outcome.ledger.items.iter().map(|(_, item)| item.open.0).sum();
//! assert_eq!(open, 210_00);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod text;
pub mod value;

pub mod language;
pub mod policy;

pub mod load;
pub mod syntax;

pub mod format;
pub mod journal;

pub mod ledger;

pub mod claim;
pub mod dunning;
pub mod insight;

pub mod day;
pub mod vat;

pub mod bookkeeping;

pub mod worklist;

pub mod check;

pub mod document;
pub mod letter;
pub mod render;
pub mod report;

pub mod add;

pub mod catalogue;
pub mod pipeline;

pub mod ide;
#[cfg(feature = "lsp")]
pub mod lsp;

pub mod cli;
