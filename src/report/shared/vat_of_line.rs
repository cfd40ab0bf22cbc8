//! The turnover and the VAT in a line of a statement.

use super::report_input::ReportInput;
use crate::document::Cell;
use crate::journal::model::MovementKind;
use crate::ledger::statement::{StatementLine, StatementLineKind};
use crate::ledger::vat_breakdown::VatPart;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};

/// What lines add to turnover and to VAT together, in this order: invoices, below zero credit notes and invoices that were
/// voided. Empty where some of it has no rate, and of lines that change neither, such as payments.
pub fn net_and_vat_cells(
    input: ReportInput<'_>,
    lines: &[StatementLine],
    currency: Currency,
) -> [Cell; 2] {
    let parts = lines.iter().filter_map(|line| parts_of_line(input, line));
    let parts: Vec<VatPart> = parts.flatten().collect();
    if parts.is_empty() || parts.iter().any(|part| part.code.is_none()) {
        return [Cell::Empty, Cell::Empty];
    }
    let sum = |of: fn(&VatPart) -> Minor| Money::new(parts.iter().map(of).sum(), currency);
    [sum(|part| part.net).into(), sum(|part| part.vat).into()]
}

/// The same in words; `None` where no VAT stands on anything.
pub fn net_and_vat_sentence(
    input: ReportInput<'_>,
    lines: &[StatementLine],
    currency: Currency,
) -> Option<String> {
    let documents = lines.iter().filter_map(|line| parts_of_line(input, line));
    let (known, unknown): (Vec<_>, Vec<_>) =
        documents.partition(|parts| parts.iter().all(|part| part.code.is_some()));
    let known: Vec<VatPart> = known.into_iter().flatten().collect();
    if known.iter().all(|part| part.vat.is_zero()) {
        return None;
    }
    let sum = |of: fn(&VatPart) -> Minor| {
        let sum = Money::new(known.iter().map(of).sum(), currency);
        input.language.format_money(sum)
    };
    let (net, vat) = (sum(|part| part.net), sum(|part| part.vat));
    let say = input.language.phrases.vat.vat_return.of_statement;
    Some(say(&net, &vat, unknown.len()))
}

/// The parts of a line at each rate; `None` for lines that change neither turnover nor VAT.
fn parts_of_line(input: ReportInput<'_>, line: &StatementLine) -> Option<Vec<VatPart>> {
    let journal = input.day.journal;
    let breakdown = input.day.vat_breakdown();
    match (line.kind, line.invoice, line.movement) {
        (StatementLineKind::Invoice, Some(invoice), _) => {
            Some(breakdown.of_invoice(journal, invoice))
        }
        (StatementLineKind::Credit, _, Some(note)) => {
            Some(negative_parts(breakdown.of_credit_note(journal, note)))
        }
        (StatementLineKind::Void, Some(invoice), Some(void))
            if journal.movements[void].kind == MovementKind::Void =>
        {
            Some(negative_parts(
                breakdown.uncredited_of_invoice(journal, invoice),
            ))
        }
        _ => None,
    }
}

fn negative_parts(parts: Vec<VatPart>) -> Vec<VatPart> {
    parts.into_iter().map(VatPart::negative).collect()
}
