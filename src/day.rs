//! What is known of a journal on a day: the one thing that reports, checks, letters and the work list look at.
//!
//! A day has the journal, its ledger and its text. What follows from them (history, stages, claims, habits) is worked out
//! when it is first asked for and kept: a command pays for what it reads, and for nothing twice.

use crate::claim::bad_debt_vat::OpenVat;
use crate::claim::claim_index::ClaimIndex;
use crate::claim::expiring_claims::{ClaimLimitation, find_expiring_claims};
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::dunning::ladder_position::LadderRules;
use crate::dunning::letter_scopes::find_letter_scopes;
use crate::insight::exposure::Exposures;
use crate::insight::habit::Habits;
use crate::insight::sales::SalesByCustomer;
use crate::journal::history::EventHistory;
use crate::journal::model::{ItemIx, Journal};
use crate::journal::source_lookup::SourceLookup;
use crate::ledger::model::Ledger;
use crate::ledger::reductions::{ItemReductions, reductions_of_open_items};
use crate::ledger::vat_breakdown::VatBreakdown;
use crate::policy::limitation::Nearness;
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A journal on the day of its ledger.
pub struct Day<'j> {
    /// The resolved journal.
    pub journal: &'j Journal,
    /// Who owes what at the end of the day.
    pub ledger: &'j Ledger,
    /// What was written where.
    pub source_lookup: &'j dyn SourceLookup,
    /// The day on which the question is asked; another than that of the ledger only where a page looks ahead.
    asked_on: NaiveDate,
    history: OnceCell<Rc<EventHistory<'j>>>,
    rules: OnceCell<Rc<LadderRules<'j>>>,
    dunning: OnceCell<DunningState<'j>>,
    positions: OnceCell<Vec<ItemPosition<'j>>>,
    claims: OnceCell<ClaimIndex<'j>>,
    expiring_claims: OnceCell<Vec<ClaimLimitation>>,
    bad_debt_vat: OnceCell<OpenVat>,
    habits: OnceCell<Habits>,
    sales: OnceCell<SalesByCustomer>,
    exposures: OnceCell<Exposures>,
    reductions: OnceCell<BTreeMap<ItemIx, ItemReductions>>,
    vat_breakdown: OnceCell<VatBreakdown>,
}

impl<'j> Day<'j> {
    /// The day of a ledger, of which nothing is worked out yet.
    pub const fn new(
        journal: &'j Journal,
        ledger: &'j Ledger,
        source_lookup: &'j dyn SourceLookup,
    ) -> Self {
        Self {
            journal,
            ledger,
            source_lookup,
            asked_on: ledger.as_of,
            history: OnceCell::new(),
            rules: OnceCell::new(),
            dunning: OnceCell::new(),
            positions: OnceCell::new(),
            claims: OnceCell::new(),
            expiring_claims: OnceCell::new(),
            bad_debt_vat: OnceCell::new(),
            habits: OnceCell::new(),
            sales: OnceCell::new(),
            exposures: OnceCell::new(),
            reductions: OnceCell::new(),
            vat_breakdown: OnceCell::new(),
        }
    }

    /// With another day on which the question is asked, where there is one: how old bank data are counts from it.
    pub fn asked_on(mut self, day: Option<NaiveDate>) -> Self {
        self.asked_on = day.unwrap_or(self.asked_on);
        self
    }

    /// The day itself: everything up to its end is known.
    pub const fn as_of(&self) -> NaiveDate {
        self.ledger.as_of
    }

    /// The letters, calls and arrangements up to the day, in the order that counts.
    pub fn history(&self) -> &EventHistory<'j> {
        self.shared_history()
    }

    fn shared_history(&self) -> &Rc<EventHistory<'j>> {
        let history = || Rc::new(EventHistory::new(self.journal, self.as_of()));
        self.history.get_or_init(history)
    }

    /// How positions on the ladder follow from entries.
    pub fn ladder_rules(&self) -> &Rc<LadderRules<'j>> {
        let rules = || {
            let rules = LadderRules::new(self.journal, self.ledger);
            Rc::new(rules.with_scopes_from(find_letter_scopes))
        };
        self.rules.get_or_init(rules)
    }

    /// Stages, holds and blockers.
    ///
    /// ```
    /// # use std::{io, path::{Path, PathBuf}};
    /// # use tegoed::{check::CheckScope, load::Roots, pipeline::{PipelineOptions, run}, text::source::Files, value::calendar::date_from_ymd};
    /// # struct One(&'static str);
    /// # impl Files for One {
    /// #     fn open(&self, _: &Path) -> io::Result<Box<dyn io::Read + '_>> { Ok(Box::new(self.0.as_bytes())) }
    /// #     fn find_matching(&self, _: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> { Ok(vec![pattern.into()]) }
    /// #     fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> { Ok(path.to_owned()) }
    /// # }
    /// use tegoed::day::Day;
    /// let files = One("format 1\ncustomer @jansen\n\
    ///     2026-01-05 invoice #1 @jansen 1210.00 due 2026-02-04 | Stairs\n\
    ///     2026-02-10 sent reminder #1 via email\n");
    /// let as_of = date_from_ymd(2026, 2, 28).ok_or("no such day")?;
    /// let outcome = run(&Roots::from_file("j.tegoed"), &files, PipelineOptions { as_of, scope: CheckScope::Errors })?;
    /// let text = outcome.journal_text(&files);
    /// let day = Day::new(&outcome.journal, &outcome.ledger, &text);
    /// let position = &day.positions().first().ok_or("nothing open")?.ladder_position;
    /// assert_eq!(position.done_stage().map(|stage| &*stage.name), Some("reminder"));
    /// assert_eq!(position.next_stage().map(|stage| &*stage.name), Some("demand"));
    /// // The reminder gave until 17 February; two days for the bank; but ten days' gap is later.
    /// assert_eq!(position.next_step.as_ref().and_then(|next| next.possible_from()), date_from_ymd(2026, 2, 20));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn dunning(&self) -> &DunningState<'j> {
        self.dunning.get_or_init(|| {
            let history = Rc::clone(self.shared_history());
            let expiring = self.expiring_claims().iter();
            let barred = expiring.filter(|claim| claim.nearness == Nearness::Barred);
            let barred = barred.map(|claim| claim.invoice).collect();
            let rules = Rc::clone(self.ladder_rules());
            DunningState::new(history, rules, barred, self.asked_on)
        })
    }

    /// Where every open item stands.
    pub fn positions(&self) -> &[ItemPosition<'j>] {
        let positions = || self.dunning().open_positions(|_| true);
        self.positions.get_or_init(positions)
    }

    /// What claims are built from.
    pub fn claims(&self) -> &ClaimIndex<'j> {
        self.claims.get_or_init(|| {
            let history = Rc::clone(self.shared_history());
            let not_asked = self.dunning().not_claimed();
            ClaimIndex::new(self.journal, self.ledger, history, not_asked)
                .with_letter_scopes(Rc::clone(self.ladder_rules().letter_scopes()))
        })
    }

    /// Open invoices that are barred by limitation, or soon will be.
    pub fn expiring_claims(&self) -> &[ClaimLimitation] {
        let claims = || find_expiring_claims(self.journal, self.ledger, self.history());
        self.expiring_claims.get_or_init(claims)
    }

    /// VAT on bad debts that is still to be asked back, or to be paid again.
    pub fn bad_debt_vat(&self) -> &OpenVat {
        let vat = || {
            let source = (self.journal, self.ledger);
            let breakdown = self.vat_breakdown();
            OpenVat::open_on(source, breakdown, self.history(), self.source_lookup)
        };
        self.bad_debt_vat.get_or_init(vat)
    }

    /// How customers pay.
    pub fn habits(&self) -> &Habits {
        let habits = || Habits::from_ledger(self.journal, self.ledger);
        self.habits.get_or_init(habits)
    }

    /// What customers buy.
    pub fn sales(&self) -> &SalesByCustomer {
        let sales = || SalesByCustomer::from_ledger(self.journal, self.ledger);
        self.sales.get_or_init(sales)
    }

    /// What customers with a limit owe.
    pub fn exposures(&self) -> &Exposures {
        let exposures = || Exposures::from_ledger(self.journal, self.ledger);
        self.exposures.get_or_init(exposures)
    }

    /// What of invoices and credit notes stands at which rate of VAT.
    pub fn vat_breakdown(&self) -> &VatBreakdown {
        let breakdown = || VatBreakdown::new(self.journal);
        self.vat_breakdown.get_or_init(breakdown)
    }

    /// What was paid of an open item, set off against it, and written off.
    pub fn reductions_of(&self, item: ItemIx) -> ItemReductions {
        let all = || reductions_of_open_items(self.journal, self.ledger);
        let all = self.reductions.get_or_init(all);
        all.get(&item).copied().unwrap_or_default()
    }
}
