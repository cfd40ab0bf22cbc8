//! E008: a charge that the law or the policy does not allow.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::consumer_costs::{ClaimedByLetter, ConsumerParties, max_announced_costs};
use crate::claim::fourteen_day_letter::find_effective_letters;
use crate::claim::remark::NoCostsReason;
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::model::{Event, InvoiceIx, Journal, Movement, MovementKind};
use crate::policy::jurisdiction::law::Law;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::value::money::Minor;

crate::check_rule! {
    "E008" "fee-not-allowed" Warning, needs Terms, page "fee_not_allowed.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let is_charge =
        |movement: &&Movement| matches!(movement.kind, MovementKind::Costs | MovementKind::Fee);
    let mut charges: Vec<&Movement> = journal
        .movements
        .as_slice()
        .iter()
        .filter(is_charge)
        .collect();
    if charges.is_empty() {
        return;
    }
    charges.sort_by_key(|charge| charge.date);
    let mut parties = ConsumerParties::new(input.day.journal);
    let history = input.last_day.history();
    let mut claimed = ClaimedByLetter::new();
    for charge in charges {
        let (Some(invoice), Some(customer)) = (charge.invoice, charge.customer) else {
            continue;
        };
        if let Some((party, law)) = parties.consumer_party(customer) {
            let due = journal.first_due_date(invoice);
            let about = (invoice, due);
            let letters = find_effective_letters(history, law, &party, about, charge.date);
            match letters.as_deref() {
                Err(why) => {
                    sink.push_with(&KIND, || finding_too_early(input, law, charge, *why));
                }
                Ok([]) => {}
                Ok([first, later @ ..]) => {
                    // What the first letter left out of the invoice, a later one may have asked first.
                    let scopes = input.last_day.claims();
                    let is_partial = scopes.scope_of_letter(first.event, invoice).is_some();
                    let later = later.iter().filter(|_| is_partial);
                    let limits = std::iter::once(first).chain(later).map(|letter| {
                        let limit = max_announced_costs(input, law, &party, letter.event);
                        let most = limit.unwrap_or_default().most;
                        most.min(letter.announced_costs.minor)
                    });
                    let under = claimed.entry(first.event.origin).or_default();
                    under.0 += charge.minor();
                    under.1 = limits.sum();
                    if under.0 > under.1 {
                        sink.push_with(&KIND, || {
                            finding_too_much(input, charge, *under, first.event)
                        });
                    }
                }
            }
        } else if charge.kind == MovementKind::Fee
            && largest_agreed_fee(journal, invoice) < charge.minor()
        {
            sink.push_with(&KIND, || {
                finding_not_agreed(input, charge, largest_agreed_fee(journal, invoice))
            });
        }
    }
}

/// The largest fee that the policy of an invoice agrees on.
fn largest_agreed_fee(journal: &Journal, invoice: InvoiceIx) -> Minor {
    let policy = journal.invoices[invoice].policy;
    let policy = policy.map_or(&*BUILT_IN_POLICY, |policy| &journal.policies[policy]);
    policy.largest_fee(journal.invoices[invoice].currency)
}

fn format_charge(input: &CheckInput<'_>, charge: &Movement) -> String {
    input.format_money(charge.minor(), charge.currency)
}

fn finding_too_early(
    input: &CheckInput<'_>,
    law: &Law,
    charge: &Movement,
    why: NoCostsReason,
) -> Diagnostic {
    KIND.at(
        input.amount_span(charge.origin),
        format!(
            "expected {} that has run out before a consumer is charged, found {}",
            law.english.notice_letter,
            format_charge(input, charge)
        ),
    )
    .note(no_costs_note(why))
    .help(
        "take the line out, or date it when the letter has run out; `claim` does not ask it before",
    )
}

fn finding_too_much(
    input: &CheckInput<'_>,
    charge: &Movement,
    (sum, most): (Minor, Minor),
    letter: &Event,
) -> Diagnostic {
    KIND.at(
        input.amount_span(charge.origin),
        format!(
            "expected charges of at most {} under this letter, found {}",
            input.format_money(most, charge.currency),
            input.format_money(sum, charge.currency)
        ),
    )
    .related(date_span(letter.origin), "the letter")
    .help("a consumer owes no more than the letter announced, nor than the scale gives; `claim` asks the lower")
}

fn finding_not_agreed(input: &CheckInput<'_>, charge: &Movement, agreed: Minor) -> Diagnostic {
    let message = if agreed.is_zero() {
        format!(
            "expected a fee that the policy agrees on, found {}",
            format_charge(input, charge)
        )
    } else {
        format!(
            "expected a fee of at most {}, as the policy agrees, found {}",
            input.format_money(agreed, charge.currency),
            format_charge(input, charge)
        )
    };
    KIND.at(input.amount_span(charge.origin), message)
        .help("write it as `costs` where it is collection costs, or agree on it: `stage: … fee 25.00` in the policy")
}

fn no_costs_note(why: NoCostsReason) -> String {
    match why {
        NoCostsReason::LetterTooEarly(sent) => {
            format!("the letter of {sent} went out before it was late")
        }
        NoCostsReason::NotInWriting(sent) => {
            format!("what was said on {sent} was not in writing")
        }
        NoCostsReason::NoAmount(sent) => format!("the letter of {sent} names no `costs:`"),
        NoCostsReason::TermTooShort {
            sent,
            lawful_last_day: lawful,
            ..
        } => {
            format!("the term of the letter of {sent} ends before {lawful}")
        }
        NoCostsReason::TermRunning { from, .. } => format!("it may be asked from {from}"),
        _ => "no such letter was sent".to_owned(),
    }
}
