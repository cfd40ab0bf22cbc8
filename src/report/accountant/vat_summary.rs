//! What `read-me` says of VAT in figures: the turnover of the return by rate, and the VAT accounts of the period beside it.

use super::accountant_input::AccountantInput;
use super::journal::entries_of_period;
use super::vat_entries::vat_return;
use crate::bookkeeping::bookkeeping_entry::EntryLine;
use crate::document::Cell;
use crate::value::currency::Currency;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::{Minor, Money};
use crate::vat::turnover_by_rate::RateTurnover;
use crate::vat::vat_entry::{VatEntry, VatPlace};
use crate::vat::vat_return::VatReturn;

/// A row: what it is about, how much, and what is said of it.
type SummaryRow = (String, Cell, String);

/// The rows; none where the law of the business is not known.
pub fn vat_summary_rows(input: &AccountantInput<'_>) -> Vec<SummaryRow> {
    let (Some(found), Some(law)) = (vat_return(input), input.journal().home_law()) else {
        return Vec::new();
    };
    let turnover = found.turnover_by_rate(law).into_iter();
    let mut rows: Vec<SummaryRow> = turnover.map(|own| turnover_row(input, &own)).collect();
    let sums = VatSums::new(input, &found, law.currency);
    if input.journal().is_vat_charged() || !sums.is_nothing() {
        rows.extend(sums.rows(input, law.currency));
    }
    rows
}

/// Turnover at one rate, with the box and the VAT.
fn turnover_row(input: &AccountantInput<'_>, own: &RateTurnover) -> SummaryRow {
    let language = input.asked.language;
    let (say, say_vat) = (&input.words().read_me, &language.phrases.vat.vat_return);
    let vat = language.format_money(Money::new(own.vat, own.currency));
    let note = match own.place {
        VatPlace::InBox(vat_box) => {
            (say.turnover_in_box)(vat_box.name, vat_box.has_vat().then_some(&vat))
        }
        VatPlace::Unknown => say.turnover_unknown.to_owned(),
        outside => {
            let why = (say_vat.outside)(outside.code()).unwrap_or_default();
            (say.turnover_outside)(why)
        }
    };
    let rate = own.code.map(|code| language.format_vat_code(Some(code)));
    let subject = rate.map_or_else(
        || say.turnover_without_rate.to_owned(),
        |rate| (say.turnover)(&rate),
    );
    (subject, Money::new(own.net, own.currency).into(), note)
}

/// The VAT accounts of the period beside its return, in the currency of the return. They differ by what was entered after the
/// return of its day was filed: that is booked on its day, and declared later (SPEC.md 12.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct VatSums {
    /// What the entries of the period put on the accounts of VAT owed and of VAT asked back, credit above zero.
    booked: Minor,
    /// The VAT of the return.
    declared: Minor,
    /// What of the return is booked before the period.
    of_earlier: Minor,
    /// What is booked in the period, and declared after it.
    declared_later: Minor,
}

impl VatSums {
    fn new(input: &AccountantInput<'_>, found: &VatReturn, currency: Currency) -> Self {
        let entries = entries_of_period(input).filter(|entry| entry.currency == currency);
        let lines = entries.flat_map(|entry| entry.lines);
        let booked: Minor = lines.filter(is_vat_line).map(|line| line.amount).sum();
        let is_earlier = |entry: &&VatEntry| entry.date < input.asked_period.first;
        Self {
            booked: -booked,
            declared: found.total_vat(),
            of_earlier: vat_in_boxes(found.entries.iter().filter(is_earlier)),
            declared_later: vat_in_boxes(found.declared_later.iter()),
        }
    }

    fn is_nothing(&self) -> bool {
        let all = [
            self.booked,
            self.declared,
            self.of_earlier,
            self.declared_later,
        ];
        all.iter().all(|sum| sum.is_zero())
    }

    /// Both sums; where something is late, what lies between them.
    fn rows(&self, input: &AccountantInput<'_>, currency: Currency) -> Vec<SummaryRow> {
        let say = &input.words().read_me;
        let late = [
            (say.vat_of_earlier, self.of_earlier),
            (say.vat_declared_later, self.declared_later),
        ];
        let late = late.into_iter().filter(|(_, sum)| !sum.is_zero());
        let both = [
            (say.vat_booked, self.booked),
            (say.vat_declared, self.declared),
        ];
        let rows = both.into_iter().chain(late).map(|(subject, sum)| {
            let note = if subject == say.vat_booked {
                say.vat_booked_note
            } else {
                ""
            };
            let sum = Money::new(sum, currency).into();
            (subject.to_owned(), sum, note.to_owned())
        });
        rows.collect()
    }
}

const fn is_vat_line(line: &EntryLine) -> bool {
    matches!(
        line.account,
        LedgerAccount::Vat(_) | LedgerAccount::VatReclaimed
    )
}

fn vat_in_boxes<'a>(entries: impl Iterator<Item = &'a VatEntry>) -> Minor {
    let in_boxes = entries.filter(|entry| matches!(entry.place, VatPlace::InBox(_)));
    in_boxes.map(|entry| entry.part.vat).sum()
}
