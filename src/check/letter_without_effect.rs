//! E018: a fourteen-day letter that gives no right to the costs it announced.

use super::shared::check_input::CheckInput;
use super::shared::consumer_costs::{ConsumerParties, max_announced_costs};
use crate::claim::fourteen_day_letter::check_effective;
use crate::claim::parties::ClaimParties;
use crate::claim::remark::NoCostsReason;
use crate::journal::model::{Event, InvoiceIx};
use crate::policy::jurisdiction::law::Law;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

crate::check_rule! {
    "E018" "letter-without-effect" Warning, needs Terms, page "letter_without_effect.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let mut parties = ConsumerParties::new(input.day.journal);
    for sent in &input.day.journal.events {
        if !parties.is_fourteen_day_letter(sent) {
            continue;
        }
        let both = sent
            .customer
            .and_then(|customer| parties.consumer_party(customer));
        if let Some((party, law)) = both {
            check_letter(input, (law, &party), sent, sink);
        }
    }
}

fn check_letter(
    input: &CheckInput<'_>,
    (law, party): (&Law, &ClaimParties),
    sent: &Event,
    sink: &mut Sink,
) {
    let mut announced = None;
    for invoice in sent.invoices() {
        let due = input.day.journal.first_due_date(invoice);
        match check_effective((input.day.journal, law), sent, due, NaiveDate::MAX) {
            Ok(letter) => announced = Some(letter.announced_costs),
            Err(why) => {
                sink.push_with(&KIND, || {
                    finding_no_effect(input, law, (sent, invoice), why)
                });
                return;
            }
        }
    }
    let limit = max_announced_costs(input, law, party, sent).unwrap_or_default();
    if let Some(announced) = announced.filter(|announced| announced.minor > limit.most) {
        sink.push_with(&KIND, || match limit.joint_with {
            Some(earlier) => finding_joint(input, sent, (announced, limit.most), earlier),
            None => finding_too_much(input, sent, announced, limit.most),
        });
    }
}

fn finding_joint(
    input: &CheckInput<'_>,
    sent: &Event,
    (announced, most): (Money, Minor),
    earlier: NaiveDate,
) -> Diagnostic {
    KIND.at(
        input.value_span(sent.origin, KeyName::Costs),
        format!(
            "expected costs of at most {} beside those of the letter of {earlier}, found {}",
            input.format_money(most, announced.currency),
            input.format_money(announced.minor, announced.currency)
        ),
    )
    .note("the two could have been one demand, whose principals are added")
    .help("ask no more than that; all that is late goes into one letter")
}

fn finding_too_much(
    input: &CheckInput<'_>,
    sent: &Event,
    announced: Money,
    most: Minor,
) -> Diagnostic {
    KIND.at(
        input.value_span(sent.origin, KeyName::Costs),
        format!(
            "expected costs of at most {}, found {}",
            input.format_money(most, announced.currency),
            input.format_money(announced.minor, announced.currency)
        ),
    )
    .help("send a new letter with the right amount: a court may refuse costs that were announced too high")
}

fn finding_no_effect(
    input: &CheckInput<'_>,
    law: &Law,
    (sent, invoice): (&Event, InvoiceIx),
    why: NoCostsReason,
) -> Diagnostic {
    let no = input.format_invoice(invoice);
    let keyword = || input.keyword_span(sent.origin);
    match why {
        NoCostsReason::LetterTooEarly(day) => KIND
            .at(
                input.mention_span(sent.origin, invoice),
                format!("expected this letter when {no} is late, found it on {day}"),
            )
            .help("send a new one: a letter of before the first late day gives no right to costs"),
        NoCostsReason::TermTooShort { named_last_day: named, lawful_last_day: lawful, .. } => KIND
            .at(
                input.value_span(sent.origin, KeyName::Deadline),
                format!("expected a last day of {lawful} or later, found {named}"),
            )
            .note(law.finding.notice_term)
            .help("send a new letter: a term that is too short cannot be mended afterwards"),
        NoCostsReason::NotInWriting(_) => KIND
            .at(keyword(), "expected this letter in writing, found one that was only spoken".to_owned())
            .help("send it by post or mail: a call or a visit is no letter, and gives no right to costs"),
        _ => KIND
            .at(keyword(), "expected the costs that the letter announced, found none".to_owned())
            .help("add `costs:` with the amount, as the letter names it; without it no costs can be asked"),
    }
}
