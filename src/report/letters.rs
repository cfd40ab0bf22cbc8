//! `letters`: what can go out, to whom, at which step, and why one is not written.

use super::shared::page::{PageBasis, add_table, column, column_visible, start_page};
use super::shared::report_input::ReportInput;
use super::shared::timeline::invoice_list_cell;
use super::shared::{customer_cells, labels};
use crate::document::{Cell, Column, ColumnVisibility, Document, Table};
use crate::letter::compose::LetterSummary;
use crate::letter::facts::refusal::LetterRefusal;
use crate::letter::invoice_terms::{InvoiceTerm, invoice_terms};
use crate::letter::refusal_message::refusal_message;
use chrono::NaiveDate;

/// The list of letters.
pub fn pages(input: ReportInput<'_>, letters: &[LetterSummary]) -> Vec<Document> {
    let say = &input.language.phrases.letter.list;
    let mut page = start_page(input, "letters", say.title, PageBasis::Entries);
    if letters.is_empty() {
        let nothing = (say.no_letters)(input.day.as_of());
        page.push_paragraph(nothing);
    }
    let table = Table::new(
        columns(input),
        letters.iter().map(|letter| row(input, letter)),
    );
    add_table(input, &mut page, table);
    let terms: Vec<(&LetterSummary, Vec<InvoiceTerm>)> = letters
        .iter()
        .map(|letter| (letter, terms_of(input, letter)))
        .collect();
    // A letter about one invoice has its days in its own row; programs find the others by their numbers.
    if input.options.for_people && terms.iter().any(|(_, terms)| terms.len() > 1) {
        page.push_heading(say.invoices_heading);
        let table = invoice_table(input, &terms);
        add_table(input, &mut page, table);
    }
    vec![page]
}

fn terms_of(input: ReportInput<'_>, letter: &LetterSummary) -> Vec<InvoiceTerm> {
    let day = input.day;
    invoice_terms((day.journal, day.ledger), day.source_lookup, letter)
}

/// Every invoice of the letters with its date, its due day and its time to pay: what one looks at once more before a letter
/// goes out.
fn invoice_table(input: ReportInput<'_>, letters: &[(&LetterSummary, Vec<InvoiceTerm>)]) -> Table {
    let head = &input.language.phrases.heading;
    let own = &input.language.phrases.letter.list;
    let columns = vec![
        column("customer", head.customer),
        column("stage", own.letter),
        column("invoice", head.invoice),
        column_visible("instalment", head.instalment, ColumnVisibility::WhenUsed),
        column("invoiced", head.invoice_date),
        column("due", head.due_date),
        column("terms", head.terms),
    ];
    let rows = letters.iter().flat_map(|(letter, terms)| {
        let journal = input.day.journal;
        terms.iter().map(move |term| {
            let (place, count) = term.instalment;
            let part = match count {
                0 | 1 => Cell::Empty,
                count => Cell::text(&format!("{place}/{count}")),
            };
            vec![
                Cell::text(journal.customer_id(letter.customer)),
                labels::stage_cell(&letter.stage, input.language),
                Cell::text(journal.invoice_no(term.invoice)),
                part,
                Cell::Date(term.invoiced),
                term.due.into(),
                term.days.map_or(Cell::Empty, Cell::Number),
            ]
        })
    });
    Table::new(columns, rows)
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let own = &input.language.phrases.letter.list;
    vec![
        column("customer", head.customer),
        column_visible("name", head.name, ColumnVisibility::WhenRoom),
        column("stage", own.letter),
        column("channel", input.language.phrases.dunning.heading.channel),
        column_visible("language", head.language, ColumnVisibility::Programs),
        column("invoice", head.invoice),
        column("currency", head.currency),
        column("amount", own.amount),
        column_visible("days", head.days, ColumnVisibility::WhenUsed),
        column_visible("deadline", own.deadline, ColumnVisibility::WhenUsed),
        column_visible("refused", own.refusal_heading, ColumnVisibility::WhenUsed),
        column_visible("invoiced", head.invoice_date, ColumnVisibility::WhenRoom),
        column_visible("due", head.due_date, ColumnVisibility::WhenRoom),
        column_visible("terms", head.terms, ColumnVisibility::WhenRoom),
        column_visible(
            "refused_code",
            own.refusal_heading,
            ColumnVisibility::Programs,
        ),
    ]
}

fn row(input: ReportInput<'_>, letter: &LetterSummary) -> Vec<Cell> {
    let [id, name] = customer_cells::customer_cells(input.day.journal, Some(letter.customer));
    let refusals = letter.refusals.iter();
    let refusals = refusals.map(|refusal| refusal_message(refusal, input.language));
    let refused = refusals.collect::<Vec<_>>().join("; ");
    let codes: Vec<&str> = letter.refusals.iter().map(refusal_code).collect();
    let (invoiced, due, term) = first_term(input, letter);
    vec![
        id,
        name,
        labels::stage_cell(&letter.stage, input.language),
        labels::channels_cell(&letter.channels, input.language),
        Cell::text(letter.language.unwrap_or_default()),
        invoice_list_cell(input, letter.invoices.iter().copied()),
        Cell::Currency(letter.total.currency),
        letter.total.into(),
        labels::days_cell(input, letter.days_late),
        letter.deadline.into(),
        Cell::text(&refused),
        invoiced.into(),
        due.into(),
        term.map_or(Cell::Empty, Cell::Number),
        Cell::text(&codes.join(" ")),
    ]
}

/// The code of a refusal, for programs: the words follow the language of the list.
const fn refusal_code(refusal: &LetterRefusal) -> &'static str {
    match refusal {
        LetterRefusal::NoBusinessName => "no-business-name",
        LetterRefusal::NoIban => "no-iban",
        LetterRefusal::NoName => "no-name",
        LetterRefusal::NoAddress => "no-address",
        LetterRefusal::NoEmail => "no-email",
        LetterRefusal::NoChannel => "no-channel",
        LetterRefusal::NoLanguage => "no-language",
        LetterRefusal::NoLetter(_) => "no-letter",
        LetterRefusal::BankStale(_) => "bank-stale",
        LetterRefusal::Unallocated(_) => "unallocated",
        LetterRefusal::FeeNotAllowed(..) => "fee-not-allowed",
        LetterRefusal::ChargesNotOwed(..) => "charge-not-owed",
        LetterRefusal::NotCalculable(_) => "not-calculable",
        LetterRefusal::NothingToPay => "nothing-to-pay",
        LetterRefusal::InvalidTemplate(..) => "invalid-template",
    }
}

/// The day of the invoice that is due first, its due date, and how many days to pay it gave: what one looks at once more before
/// a letter goes out. Of a part of a plan that was missed its own day, from which it is late.
fn first_term(
    input: ReportInput<'_>,
    letter: &LetterSummary,
) -> (Option<NaiveDate>, Option<NaiveDate>, Option<i64>) {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let items = letter.invoices.iter().flat_map(|it| journal.items_of(*it));
    let open = items.filter(|item| ledger.items[*item].open.is_positive());
    let first = open.filter_map(|item| Some((journal.items[item].due?, item)));
    let Some((due, item)) = first.min() else {
        return (None, None, None);
    };
    let invoiced = journal.invoices[journal.items[item].invoice].date;
    let dunning = input.day.dunning();
    let payable = dunning.payable_on(&dunning.position_of(item));
    let term = payable.filter(|day| *day == due);
    let of_item = terms_of(input, letter).into_iter();
    let mut of_item = of_item.filter(|it| it.due == term && it.invoiced == invoiced);
    let days = term.and_then(|_| of_item.find_map(|it| it.days));
    (Some(invoiced), payable, days)
}
