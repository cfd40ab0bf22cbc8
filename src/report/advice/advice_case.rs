//! What is at stake with an invoice that is not paid, gathered for `advice`.

use crate::claim::build_customer_claims;
use crate::document::Cell;
use crate::dunning::blocker::Blocker;
use crate::dunning::hold::Hold;
use crate::dunning::ladder_position::LadderPosition;
use crate::insight::effort::{Effort, effort_on_invoice};
use crate::insight::pattern::lateness_pattern;
use crate::insight::remedy::Estimates;
use crate::insight::remedy_assessment::{RemedyAssessment, assess_remedies};
use crate::insight::remedy_input::{Obstacles, RemedyInput};
use crate::insight::sales::Sales;
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::policy::jurisdiction::law::Law;
use crate::report::behaviour::habit_rows;
use crate::report::shared::report_input::ReportInput;
use crate::value::calendar::days_between;
use crate::value::channel::Exclusion;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::value::rounding::{divide_rounded, line_total};
use crate::value::share::ONE;
use chrono::NaiveDate;

/// An invoice of which something is open, and what is known about it.
pub struct AdviceCase<'s> {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The customer who owes it.
    pub customer: CustomerIx,
    /// In what.
    pub currency: Currency,
    /// Principal that is open.
    pub principal: Minor,
    /// Principal and charges.
    pub open: Minor,
    /// What of it may be asked: not what was conceded, nor what a plan that goes on leaves for later.
    pub asked: Minor,
    /// The plan that goes on.
    pub plan: Option<&'s Event>,
    /// What money of the customer that is here already covers, and is left out of what is open.
    pub covered: Minor,
    /// What is claimed on the day, interest and costs included.
    pub claimed: Minor,
    /// When the earliest open item was due.
    pub due: Option<NaiveDate>,
    /// How many days late that is; zero or less: not late.
    pub days_late: Option<i64>,
    /// What was spent on it.
    pub effort: Effort,
    /// The law of the country where the customer is at home, whose courts hear the case; `None` where the program does not
    /// know it.
    pub law: Option<&'static Law>,
    /// Where it stands on its ladder.
    pub ladder_position: LadderPosition<'s>,
    /// What a person said of chances and prices.
    pub estimates: Estimates<Minor>,
    as_of: NaiveDate,
    excludes_agency: bool,
    /// Whether no step can be taken any more: no way is allowed, or the claim is barred.
    is_stuck: bool,
}

impl<'s> AdviceCase<'s> {
    /// Gathers it; `None` where nothing of the invoice is open.
    pub fn for_invoice(input: ReportInput<'s>, invoice: InvoiceIx) -> Option<Self> {
        let (journal, ledger) = (input.day.journal, input.day.ledger);
        let record = &journal.invoices[invoice];
        let customer = record.customer?;
        let items = || journal.items_of(invoice);
        let principal = ledger.open_principal(journal, invoice);
        // What is here already is not to be collected any more, nor what is not owed.
        let covered = items().map(|item| input.day.dunning().covered_of(item));
        let covered: Minor = covered.sum();
        let not_owed = input.day.dunning().charges_not_owed_on(invoice);
        let open = principal + ledger.charges_on(invoice) - not_owed - covered;
        let unpaid = items().filter(|item| ledger.items[*item].open.is_positive());
        let first = unpaid
            .min_by_key(|item| (journal.items[*item].due.is_none(), journal.items[*item].due))
            .or_else(|| items().next())
            .filter(|_| open.is_positive())?;
        let due = journal.items[first].due;
        let as_of = ledger.as_of;
        let position = input.day.dunning().position_of(first);
        let mut blockers = position.blockers.iter();
        let kept = input.day.claims().not_asked_of(invoice);
        let not_asked = kept.map_or(Minor::ZERO, |kept| kept.conceded + kept.deferred);
        let asked = (open - not_asked).max(Minor::ZERO);
        let mut estimates =
            (input.options.estimates).to_minor(|whole| line_total(ONE, whole, record.currency));
        let policy = journal.customer_policy_on(customer, as_of);
        let own = policy.and_then(|policy| policy.self_below);
        let own = own.filter(|own| own.currency == record.currency);
        estimates.threshold = estimates.threshold.or(own.map(|own| own.minor));
        Some(Self {
            asked,
            plan: kept.and_then(|kept| Some(kept.plan.as_ref()?.event)),
            invoice,
            customer,
            currency: record.currency,
            principal: (principal - covered).max(Minor::ZERO),
            open,
            claimed: claimed_sum(input, invoice).unwrap_or(asked).max(asked),
            covered,
            due,
            days_late: due.map(|due| days_between(due, as_of)),
            effort: effort_on_invoice(journal, input.day.history(), invoice, as_of),
            law: journal.laws.law_of_country(journal.country_of(customer)),
            is_stuck: blockers.any(|it| matches!(it, Blocker::NoChannel | Blocker::Barred)),
            ladder_position: position.ladder_position,
            estimates,
            as_of,
            excludes_agency: journal.customers[customer].has_exclusion(Exclusion::Agency),
        })
    }

    /// Weighs what one may do; nothing where nothing may be asked.
    pub fn assess_remedies(&self) -> Vec<RemedyAssessment> {
        if self.asked.is_zero() {
            return Vec::new();
        }
        let claim = RemedyInput {
            open: self.asked,
            claimed: self.claimed,
            currency: self.currency,
            effort: &self.effort,
            law: self.law,
            as_of: self.as_of,
            obstacles: Obstacles {
                insolvent: self.hold_event(Hold::Insolvency).is_some(),
                no_agency: self.excludes_agency,
                steps_left: self.remaining_step().is_some(),
            },
        };
        assess_remedies(claim, &self.estimates)
    }

    /// The entry that holds it in one way, if it does on the day.
    pub fn hold_event(&self, hold: Hold) -> Option<&'s Event> {
        let mut holds = self.ladder_position.holds.iter();
        let held = holds.find(|held| held.hold == hold && held.is_active_on(self.as_of));
        held.map(|held| held.event)
    }

    /// The step of the ladder that comes before anybody else is asked, and from which day it is possible.
    pub fn remaining_step(&self) -> Option<(&'s str, Option<NaiveDate>)> {
        let stage = self.ladder_position.next_stage()?;
        let next = self.ladder_position.next_step.as_ref()?;
        (*stage.name != *HANDOVER_STAGE && !self.is_stuck)
            .then(|| (&*stage.name, next.possible_from()))
    }

    /// The highest step of which a letter went out, and its day: a step that was left out is no letter.
    pub fn last_letter(&self) -> Option<(&'s str, NaiveDate)> {
        let (stage, event) = self.ladder_position.last_sent?;
        Some((&*stage.name, event.date))
    }

    /// Where the customer is: the last line of their address.
    pub fn customer_town<'a>(&self, input: ReportInput<'a>) -> Option<&'a str> {
        let record = &input.day.journal.customers[self.customer];
        record.values(KeyName::Address).last()
    }

    /// What the time spent so far is worth, where an hour has a price.
    pub fn time_value(&self) -> Option<Minor> {
        let hour = self.estimates.hourly_rate?;
        let product = hour.0.checked_mul(self.effort.minutes.into())?;
        let worth = divide_rounded(product, 60).map(Minor)?;
        worth.is_positive().then_some(worth)
    }

    /// Whether time was spent that has no price, so that more was spent than is known.
    pub fn has_unpriced_time(&self) -> bool {
        self.effort.minutes > 0 && self.time_value().is_none()
    }

    /// What was spent so far, in the currency of the invoice, as far as it is known: without time that has no price.
    pub fn known_cost_so_far(&self) -> Minor {
        let time = self.time_value().unwrap_or(Minor::ZERO);
        time + self.effort.costs.amount_in(self.currency)
    }

    /// The same in per cent of what is open, rounded up; rounded down where more was spent than is known.
    pub fn cost_so_far_percent(&self) -> Option<i64> {
        let spent = Some(self.known_cost_so_far()).filter(|spent| spent.is_positive())?;
        if self.has_unpriced_time() {
            let percent = spent.0.checked_mul(100)?.checked_div(self.open.0)?;
            return i64::try_from(percent).ok();
        }
        crate::insight::remedy_assessment::break_even_chance(spent, self.open)
    }

    /// What the customer bought in the currency of the invoice.
    pub fn sales(&self, input: ReportInput<'_>) -> Sales {
        input.day.sales().get(self.customer, self.currency)
    }

    /// What the customer bought, since when, and how they pay.
    pub fn describe_relation(&self, input: ReportInput<'_>) -> Option<String> {
        let sales = self.sales(input);
        let turnover = Money::new(sales.turnover, self.currency);
        let turnover = input.language.format_money(turnover);
        let habits = input.day.habits();
        let habit = habits.get(self.customer, self.currency);
        let pattern = match habit_rows::pattern_cell(input, lateness_pattern(habit, self.as_of)) {
            Cell::Word(word) => word.label.to_string(),
            _ => String::new(),
        };
        let say = input.language.phrases.advice.relation;
        Some(say(sales.invoices, sales.first?, &turnover, &pattern))
    }
}

/// What the claim for an invoice comes to; `None` where it cannot be reckoned.
fn claimed_sum(input: ReportInput<'_>, invoice: InvoiceIx) -> Option<Minor> {
    let answer = build_customer_claims(input.day.claims(), &[invoice]).ok()??;
    answer.claims.first().map(|claim| claim.total)
}
