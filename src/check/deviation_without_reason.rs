//! E016: a step left out, a charge taken off or not asked, or money given up, without saying why.

use super::shared::check_input::CheckInput;
use crate::dunning::step_fees::{FeeNotAsked, find_fees_not_asked};
use crate::journal::event_details::EventDetails;
use crate::journal::model::MovementKind;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::charge::ChargeEntry;
use crate::syntax::entry::{Detail, DetailKey};
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::{Origin, Span, Spanned};
use crate::value::channel::Exclusion;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "E016" "deviation-without-reason" Advice, needs Figures, page "deviation_without_reason.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let skips = journal
        .events
        .iter()
        .filter(|event| matches!(event.details, EventDetails::Skip(_)));
    let skips = skips.map(|event| (event.origin, "a step that is left out"));
    let movements = journal.movements.as_slice().iter();
    let given_up = movements.filter_map(|movement| match movement.kind {
        MovementKind::Waive => Some((movement.origin, "a charge that is taken off")),
        MovementKind::Writeoff => Some((movement.origin, "money that is given up")),
        _ => None,
    });
    let help = "write it behind `|`: who asked for the same later will want to know";
    for (origin, what) in skips.chain(given_up) {
        if let Some(keyword) = keyword_without_reason(input, origin) {
            let message = format!("expected a reason for {what}, found none");
            sink.push(KIND.at(keyword, message).help(help));
        }
    }
    for (id, customer) in journal.customers.iter() {
        if let Some(origin) = customer.origin
            && customer.has_exclusion(Exclusion::Agency)
            && customer.value(KeyName::Note).is_none()
        {
            let who = input.format_customer(id);
            sink.push_with(&KIND, || {
                KIND.at(
                    input.last_value_span(origin, KeyName::No),
                    format!("expected a reason why {who} is never handed over, found none"),
                )
                .help("write it as `note:` below the customer: who decides later will want to know")
            });
        }
    }
    for missing in find_fees_not_asked(journal, input.stage_events()) {
        if let Some(keyword) = keyword_without_reason(input, missing.letter.origin) {
            sink.push_with(&KIND, || finding_no_fee(input, &missing, keyword));
        }
    }
}

/// The keyword of an entry that has no free text and no words below it.
fn keyword_without_reason(input: &CheckInput<'_>, origin: Origin) -> Option<Span> {
    let written = input.journal_text.read_entry(origin)?;
    let text = written.entry.text;
    let reported = text.is_some_and(|text| !written.slice(text).trim().is_empty());
    let words = |detail: &Detail| matches!(detail.key, DetailKey::Words);
    let says_why = reported || written.entry.details.iter().any(words);
    (!says_why).then_some(written.entry.keyword)
}

fn finding_no_fee(input: &CheckInput<'_>, missing: &FeeNotAsked<'_>, at: Span) -> Diagnostic {
    let FeeNotAsked {
        letter,
        invoice,
        stage,
        fee,
    } = missing;
    let charge = TypedEntry::Fee(ChargeEntry {
        invoice: input.invoice_id(*invoice),
        customer: None,
        amount: Spanned::without_span((*fee).into()),
    });
    let charge = input.print_entry(&JournalEntry::new(Some(letter.date), charge));
    let fee = input.format_money(fee.minor, fee.currency);
    KIND.at(
        at,
        format!("expected the fee of {fee} that the policy has for `{stage}`, or a reason for letting it go, found none"),
    )
    .help(format!(
        "add `{charge}`; or write behind `|` of the letter why it is not asked"
    ))
}
