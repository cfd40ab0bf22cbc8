//! E018: a fourteen-day letter that gives no right to the costs it announced.

use super::costs_of_consumers::{Parties, most};
use super::rule::{Rule, Run, Subject};
use crate::claim::fourteen_day_letter::check_effective;
use crate::claim::limitation::first_due_date;
use crate::claim::parties::ClaimParties;
use crate::claim::remark::NoCostsReason;
use crate::journal::model::{Event, InvoiceIx};
use crate::policy::jurisdiction::law::Law;
use crate::text::diagnostic::{Diagnostic, DiagnosticKind, Prerequisite, Severity, Sink};
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E018",
    name: "letter-without-effect",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Terms,
    explanation: include_str!("letter_without_effect.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let mut parties = Parties::of(subject.journal);
    for sent in &subject.journal.events {
        if !parties.is_letter(sent) {
            continue;
        }
        let both = sent
            .customer
            .and_then(|customer| parties.consumer(customer));
        if let Some((party, law)) = both {
            look(subject, (law, &party), sent, sink);
        }
    }
}

fn look(subject: &Subject<'_>, (law, party): (&Law, &ClaimParties), sent: &Event, sink: &mut Sink) {
    let mut announced = None;
    for invoice in sent.invoices() {
        let due = first_due_date(subject.journal, invoice);
        match check_effective(law, sent, due, NaiveDate::MAX) {
            Ok(letter) => announced = Some(letter.announced_costs),
            Err(why) => {
                sink.push_with(&KIND, || without(subject, sent, invoice, why));
                return;
            }
        }
    }
    let most = most(subject, law, party, sent).unwrap_or_default();
    if let Some(announced) = announced.filter(|announced| announced.minor > most) {
        sink.push_with(&KIND, || too_much(subject, sent, announced, most));
    }
}

fn too_much(subject: &Subject<'_>, sent: &Event, announced: Money, most: Minor) -> Diagnostic {
    KIND.at(
        subject.value_of(sent.origin, KeyName::Costs),
        format!(
            "expected costs of at most {}, found {}",
            subject.money(most, announced.currency),
            subject.money(announced.minor, announced.currency)
        ),
    )
    .help("send a new letter with the right amount: a court may refuse costs that were announced too high")
}

fn without(
    subject: &Subject<'_>,
    sent: &Event,
    invoice: InvoiceIx,
    why: NoCostsReason,
) -> Diagnostic {
    let no = subject.number(invoice);
    let keyword = || subject.keyword_of(sent.origin);
    match why {
        NoCostsReason::LetterTooEarly(day) => KIND
            .at(
                subject.mention_of(sent.origin, invoice),
                format!("expected this letter when {no} is late, found it on {day}"),
            )
            .help("send a new one: a letter of before the first late day gives no right to costs"),
        NoCostsReason::TermTooShort { named_last_day: named, lawful_last_day: lawful, .. } => KIND
            .at(
                subject.value_of(sent.origin, KeyName::Deadline),
                format!("expected a last day of {lawful} or later, found {named}"),
            )
            .note("fourteen days from the day after receipt")
            .help("send a new letter: a term that is too short cannot be mended afterwards"),
        _ => KIND
            .at(keyword(), "expected the costs that the letter announced, found none".to_owned())
            .help("add `costs:` with the amount, as the letter names it; without it no costs can be asked"),
    }
}
