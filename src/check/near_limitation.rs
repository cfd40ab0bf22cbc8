//! Which open invoices are, or will soon be, too old to be claimed.

use super::rule::Subject;
use crate::claim::life::{first_due, renewals};
use crate::journal::model::{Invoice, InvoiceIx, NumberUse};
use crate::ledger::model::Status;
use crate::policy::jurisdiction;
use crate::policy::jurisdiction::law::ClaimKind;
use crate::policy::limitation::{Limitation, Nearness, limitation};
use crate::value::calendar::Duration;
use std::collections::BTreeSet;

/// No claim under a contract ends sooner after its due date than this: what is younger is not looked at.
const YOUNG: Duration = Duration::Months(54);

/// Open invoices that end within half a year or have ended, with the end of each.
pub fn ending<'s>(
    subject: &'s Subject<'_>,
) -> impl Iterator<Item = (InvoiceIx, &'s Invoice, Limitation, Nearness)> + 's {
    let on = subject.as_of.0;
    let old = |invoice: InvoiceIx| {
        let due = first_due(subject.journal, invoice);
        due.and_then(|due| YOUNG.after(due))
            .is_some_and(|day| day <= on)
    };
    let all = subject.journal.invoices.iter();
    let old: BTreeSet<InvoiceIx> = all
        .filter(|(number, invoice)| {
            invoice.used == NumberUse::Invoice && is_open(subject, *number) && old(*number)
        })
        .map(|(number, _)| number)
        .collect();
    let renewed = if old.is_empty() {
        std::collections::BTreeMap::new()
    } else {
        renewals(subject.journal, &old, on)
    };
    old.into_iter().filter_map(move |number| {
        let invoice = &subject.journal.invoices[number];
        let country = subject.journal.country_of(invoice.customer?);
        let law = jurisdiction::find(country)?;
        let days = renewed.get(&number).map_or(&[][..], Vec::as_slice);
        let due = first_due(subject.journal, number)?;
        let life = limitation(law, ClaimKind::Contract, due, days)?;
        let nearness = life.nearness(on);
        (nearness != Nearness::Far).then_some((number, invoice, life, nearness))
    })
}

fn is_open(subject: &Subject<'_>, invoice: InvoiceIx) -> bool {
    let mut items = subject.journal.items_of(invoice);
    items.any(|item| subject.today.items[item].status == Status::Open)
}
