//! The whole way from files to findings: load, parse, resolve, post, check.

use crate::check::shared::check_input::{CheckCache, CheckInput};
use crate::check::shared::rule::EntryCheckFn;
use crate::check::{self as checks, CheckScope};
use crate::day::Day;
use crate::journal::model::Journal;
use crate::journal::resolver::Resolver;
use crate::journal::source_lookup::JournalText;
use crate::ledger;
use crate::ledger::model::Ledger;
use crate::letter::library::template_set::UserTemplate;
use crate::load::{self, Roots};
use crate::policy::jurisdiction::JURISDICTIONS;
use crate::policy::jurisdiction::law_list::LawList;
use crate::syntax::dialect::Dialect;
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::reader::EntryVisitor;
use crate::text::diagnostic::{Findings, Sink};
use crate::text::source::{Files, Sources};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::io;

/// The as-of day of a run, and how much it checks.
#[derive(Clone, Copy, Debug)]
pub struct PipelineOptions {
    /// The day at whose end the ledger stands.
    pub as_of: NaiveDate,
    /// Which checks run.
    pub scope: CheckScope,
}

/// A journal, the ledger that follows from it on a day, and the findings.
#[derive(Debug)]
pub struct Outcome {
    /// The files, in the order in which they were read.
    pub sources: Sources,
    /// The decimal mark and the currency that the root file declares.
    pub dialect: Dialect,
    /// The resolved entries.
    pub journal: Journal,
    /// Who owes what at the end of the as-of day.
    pub ledger: Ledger,
    /// The findings, sorted by place.
    pub findings: Findings,
}

impl Outcome {
    /// Access to the source texts, to quote from them.
    pub fn journal_text<'a>(&'a self, files: &'a dyn Files) -> JournalText<'a> {
        JournalText {
            sources: &self.sources,
            files,
            dialect: self.dialect,
        }
    }
}

/// The findings about a journal, and the source texts to quote from.
#[derive(Debug)]
pub struct CheckOutcome {
    /// The files, in the order in which they were read.
    pub sources: Sources,
    /// The findings, sorted by place.
    pub findings: Findings,
}

/// Reads a journal, posts its entries and checks them. Where something was found, the source texts are loaded for
/// quoting.
///
/// With [`CheckScope::Errors`] only entries up to the as-of day are taken into account. With [`CheckScope::All`] every
/// entry is checked, also those dated later; `ledger` still stands at the as-of day.
///
/// # Errors
/// A root file cannot be read.
pub fn run(roots: &Roots, files: &dyn Files, options: PipelineOptions) -> io::Result<Outcome> {
    run_with_templates(roots, files, options, &[])
}

/// As [`run`], and checks the user's own letter templates too.
///
/// # Errors
/// A root file cannot be read.
pub fn run_with_templates(
    roots: &Roots,
    files: &dyn Files,
    options: PipelineOptions,
    templates: &[UserTemplate],
) -> io::Result<Outcome> {
    run_under_laws(roots, files, options, templates, JURISDICTIONS)
}

/// As [`run_with_templates`], under other laws than those that the program has.
///
/// # Errors
/// A root file cannot be read.
pub fn run_under_laws(
    roots: &Roots,
    files: &dyn Files,
    options: PipelineOptions,
    templates: &[UserTemplate],
    laws: LawList,
) -> io::Result<Outcome> {
    let outcome = run_stages(roots, files, options, templates, laws)?;
    if !outcome.findings.diagnostics.is_empty() {
        outcome.sources.reload_texts(files)?;
    }
    Ok(outcome)
}

/// Checks a journal on a day, and its letter templates, and returns only the findings. The journal is dropped before
/// its text is read again for quoting, because both of a big journal need not fit in memory at once.
///
/// # Errors
/// A root file cannot be read.
pub fn check_journal(
    roots: &Roots,
    files: &dyn Files,
    as_of: NaiveDate,
    templates: &[UserTemplate],
) -> io::Result<CheckOutcome> {
    let reach = CheckScope::All;
    let outcome = run_stages(
        roots,
        files,
        PipelineOptions {
            as_of,
            scope: reach,
        },
        templates,
        JURISDICTIONS,
    )?;
    let Outcome {
        sources,
        findings,
        journal,
        ledger,
        ..
    } = outcome;
    drop((journal, ledger));
    if !findings.diagnostics.is_empty() {
        sources.reload_texts(files)?;
    }
    Ok(CheckOutcome { sources, findings })
}

/// The findings about letter templates alone.
pub fn lint_templates(journal: &Journal, templates: &[UserTemplate]) -> CheckOutcome {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    checks::run_template_checks(journal, templates, &mut sources, &mut sink);
    let findings = sink.into_findings();
    CheckOutcome { sources, findings }
}

/// The checks of the whole journal, which wait until somebody has made the days that they look at. Who answers questions
/// about the same days behind them works out nothing twice.
#[derive(Debug)]
pub struct PendingChecks {
    /// What reading found.
    sink: RefCell<Sink>,
    /// The ledger at the end of all entries.
    last_ledger: Option<Ledger>,
    scope: CheckScope,
}

impl PendingChecks {
    /// The ledger at the end of all entries; `None` where none that counts is dated after the as-of day.
    pub const fn last_ledger(&self) -> Option<&Ledger> {
        self.last_ledger.as_ref()
    }

    /// Checks a journal, once. `last_day` is that of the ledger at the end of all entries; the same day where there is none.
    pub fn run<'a>(
        &self,
        journal_text: JournalText<'a>,
        day: &'a Day<'a>,
        last_day: &'a Day<'a>,
    ) -> Findings {
        let mut sink = self.sink.take();
        let input = CheckInput {
            day,
            last_day,
            journal_text,
            cache: CheckCache::default(),
        };
        checks::run_journal_checks(self.scope, &input, &mut sink);
        let mut findings = sink.into_findings();
        findings.decimal_mark = journal_text.dialect.mark;
        if self.scope == CheckScope::All {
            checks::unused_allow::suppress_allowed(day.journal, &mut findings);
        }
        findings
    }
}

/// Reads a journal and posts its entries. The findings of the outcome are still to come.
///
/// # Errors
/// A root file cannot be read.
pub fn run_before_checks(
    roots: &Roots,
    files: &dyn Files,
    options: PipelineOptions,
    templates: &[UserTemplate],
) -> io::Result<(Outcome, PendingChecks)> {
    post_under_laws(roots, files, options, templates, JURISDICTIONS)
}

fn post_under_laws(
    roots: &Roots,
    files: &dyn Files,
    options: PipelineOptions,
    templates: &[UserTemplate],
    laws: LawList,
) -> io::Result<(Outcome, PendingChecks)> {
    let PipelineOptions { as_of, scope } = options;
    let loaded = load::load_journal(roots, files, |dialect| PipelineVisitor {
        resolver: Resolver::new(dialect, laws),
        checks: checks::entry_checks(scope),
    })?;
    let (mut sources, dialect, mut sink) = (loaded.sources, loaded.dialect, loaded.sink);
    let mut journal = loaded.visitor.resolver.finish(as_of, &mut sink);
    journal.set_includes(loaded.includes);
    let ledger = ledger::post(&journal, as_of);
    let last_ledger = (scope == CheckScope::All && ledger.entries_after > 0)
        .then(|| ledger::post(&journal, NaiveDate::MAX));
    checks::run_template_checks(&journal, templates, &mut sources, &mut sink);
    let outcome = Outcome {
        sources,
        dialect,
        journal,
        ledger,
        findings: Findings::default(),
    };
    let pending = PendingChecks {
        sink: RefCell::new(sink),
        last_ledger,
        scope,
    };
    Ok((outcome, pending))
}

fn run_stages(
    roots: &Roots,
    files: &dyn Files,
    options: PipelineOptions,
    templates: &[UserTemplate],
    laws: LawList,
) -> io::Result<Outcome> {
    let (mut outcome, pending) = post_under_laws(roots, files, options, templates, laws)?;
    outcome.findings = {
        let text = outcome.journal_text(files);
        let day = Day::new(&outcome.journal, &outcome.ledger, &text);
        let last_day = pending.last_ledger();
        let last_day = last_day.map(|ledger| Day::new(&outcome.journal, ledger, &text));
        pending.run(text, &day, last_day.as_ref().unwrap_or(&day))
    };
    Ok(outcome)
}

/// Passes every entry to the resolver and to the checks that look at single entries.
struct PipelineVisitor {
    resolver: Resolver,
    checks: Vec<EntryCheckFn>,
}

impl EntryVisitor for PipelineVisitor {
    fn visit_entry(&mut self, entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
        self.resolver.visit_entry(entry, text, sink);
        for check in &self.checks {
            check(entry, text, sink);
        }
    }
}
