//! E019: interest is reckoned with rates that nobody looked up again.

use super::shared::check_input::CheckInput;
use crate::claim::parties::ClaimParties;
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::ladder::InterestTerms;
use crate::journal::model::{Invoice, Journal};
use crate::policy::jurisdiction::dated_table::StaleTable;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E019" "rates-not-checked" Warning, needs Terms, page "rates_not_checked.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let as_of = input.day.as_of();
    let laws = input.day.journal.laws.laws();
    let mut tables = laws.flat_map(|law| [&law.statutory_interest, &law.commercial_interest]);
    if tables.all(|table| table.stale_on(as_of).is_none()) {
        return;
    }
    let mut reported: Vec<StaleTable> = Vec::new();
    for (item, record) in input.day.journal.items.iter() {
        let late = record.due.is_some_and(|due| due < as_of)
            && input.day.ledger.items[item].open.is_positive();
        if !late {
            continue;
        }
        let invoice = &input.day.journal.invoices[record.invoice];
        let stale = invoice.customer.and_then(|customer| {
            let party = ClaimParties::for_customer(input.day.journal, customer);
            let law = party.law.filter(|law| law.currency == invoice.currency)?;
            law.interest_table(party.debtor).stale_on(as_of)
        });
        let Some(stale) = stale.filter(|stale| !reported.contains(stale)) else {
            continue;
        };
        if !is_statutory(input.day.journal, invoice) {
            continue;
        }
        reported.push(stale);
        sink.push_with(&KIND, || {
            KIND.at(
                input.mention_span(invoice.origin, record.invoice),
                format!(
                    "expected rates that hold on {as_of}, found “{}” checked until {}",
                    stale.table, stale.checked_until
                ),
            )
            .help("look for a newer version of tegoed; until then `claim` calls its interest provisional")
        });
    }
}

fn is_statutory(journal: &Journal, invoice: &Invoice) -> bool {
    let policy = invoice.policy;
    let policy = policy.map_or(&*BUILT_IN_POLICY, |policy| &journal.policies[policy]);
    policy.interest == InterestTerms::Statutory
}
