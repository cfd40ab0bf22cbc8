//! `claim`: what may be asked of a customer on a day, line by line, with the article it rests on.

pub mod claim_remarks;
pub mod doubt_remarks;
pub mod refusal;

use super::shared::labels;
use super::shared::page::{PageBasis, add_table, column, column_visible, fact, start_page};
use super::shared::report_definition::{Report, ReportError, ReportFn};
use super::shared::report_input::ReportInput;
use super::shared::source_column::{SourceStyle, file_and_line};
use crate::claim::model::{Claim, ClaimGround, ClaimRow, ClaimRowKind, CustomerClaims};
use crate::claim::obstacles::claim_nothing;
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Fact, Table};
use crate::journal::model::{CustomerIx, InvoiceIx, MovementIx};
use crate::language::claim::{ClaimLineWords, LawDoubtWords};
use crate::policy::jurisdiction::citation::CitationLevel;
use crate::policy::jurisdiction::law::Debtor;
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use crate::value::vocabulary::CustomerKind;
use refusal::to_report_error;

/// What may be asked of a customer.
pub static CLAIM: Report = Report {
    name: "claim",
    aliases: &[],
    about: "what may be asked for invoices by law and agreement: interest and costs as well",
    flags: &[],
    columns: "",
    write: ReportFn::Invoices(write_asked, "several of one customer make one demand"),
};

/// What was asked for. Of a customer of whom nothing is due the claim is of 0.00, and says what is not due yet.
fn write_asked(
    input: ReportInput<'_>,
    invoices: &[InvoiceIx],
    idle: &[CustomerIx],
) -> Result<Vec<Document>, ReportError> {
    let mut pages = write(input, invoices)?;
    if !invoices.is_empty() {
        return Ok(pages);
    }
    for customer in idle {
        let all = input.day.journal.invoices.iter();
        let open = all.filter(|(invoice, record)| {
            record.customer == Some(*customer)
                && record.date <= input.day.as_of()
                && input.day.ledger.has_open_item(input.day.journal, *invoice)
        });
        let open: Vec<InvoiceIx> = open.map(|(invoice, _)| invoice).collect();
        if open.is_empty() {
            let answer = claim_nothing(input.day.claims(), *customer);
            pages.push(claim_page(input, &answer, &[]));
        } else {
            pages.extend(write(input, &open)?);
        }
    }
    Ok(pages)
}

/// The page of a claim: these invoices together.
///
/// # Errors
/// They cannot be claimed together, or a rate is not known.
pub fn write(input: ReportInput<'_>, invoices: &[InvoiceIx]) -> Result<Vec<Document>, ReportError> {
    let mut asked = invoices.to_vec();
    asked.sort_by_key(|number| (input.day.journal.invoices[*number].date, *number));
    asked.dedup();
    let answer = crate::claim::build_customer_claims(input.day.claims(), &asked)
        .map_err(|refusal| to_report_error(input, &refusal))?;
    let pages = answer
        .iter()
        .map(|answer| claim_page(input, answer, &asked));
    Ok(pages.collect())
}

fn claim_page(input: ReportInput<'_>, answer: &CustomerClaims, asked: &[InvoiceIx]) -> Document {
    let say = &input.language.phrases.claim;
    let title = (say.title)(input.day.journal.customer_name(answer.customer));
    let mut page = start_page(input, "claim", &title, PageBasis::Entries);
    page.basis.extend(basis_facts(input, answer));
    for table in tables(input, answer, asked.len()) {
        add_table(input, &mut page, table);
    }
    for claim in &answer.claims {
        page.blocks.extend(remaining_blocks(input, claim));
    }
    page.push_heading(say.open.remarks);
    let remarks = claim_remarks::all_remarks(input, answer).into_iter();
    page.blocks.extend(remarks.map(Block::Paragraph));
    page
}

/// What the claim rests on beside the day: who owes it, whose law, how days count.
fn basis_facts(input: ReportInput<'_>, answer: &CustomerClaims) -> Vec<Fact> {
    let say = &input.language.phrases.claim;
    let kind = match answer.debtor {
        Debtor::Consumer => CustomerKind::Consumer,
        Debtor::Business => CustomerKind::Business,
        Debtor::Government => CustomerKind::Government,
    };
    let debtor = labels::label_cell(labels::customer_kind_label(kind, input.language));
    let mut facts = vec![fact("debtor", say.debtor, debtor)];
    if let Some(law) = answer.law {
        let code = law.code.to_ascii_uppercase();
        facts.push(fact("law", say.law, Cell::text(&code)));
        let count = Cell::word(answer.day_count.name(), (say.day_count)(answer.day_count));
        facts.push(fact("count", say.count, count));
    }
    facts
}

/// The table for programs, whose last row of each currency is its total, and the one for people.
fn tables(input: ReportInput<'_>, answer: &CustomerClaims, asked: usize) -> [Table; 2] {
    let places = SourceStyle::for_files(input);
    let mut programs = Table {
        columns: columns(input, |_| ColumnVisibility::Programs),
        ..Table::default()
    };
    let mut people = Table::default();
    for claim in &answer.claims {
        let rows = rows_by_day(claim).into_iter();
        let rows: Vec<Vec<Cell>> = rows
            .map(|row| cells(input, places, claim.currency, row))
            .collect();
        let total = total_cells(input, claim);
        programs.rows.extend(rows.iter().cloned());
        programs.rows.push(total.clone());
        people.rows.extend(rows);
        people.totals.push(total);
    }
    let several = asked > 1;
    people.columns = columns(input, |key| match key {
        "invoice" if !several => ColumnVisibility::Programs,
        "component" | "amount" | "source" | "invoice" => ColumnVisibility::Always,
        _ => ColumnVisibility::WhenUsed,
    });
    if several {
        // The word for the total stands in the first column that people see.
        people.totals.iter_mut().for_each(|total| total.swap(0, 1));
    }
    [programs, people]
}

/// The rows of each invoice in the order of their days: what came in stands before the interest that began after it.
fn rows_by_day(claim: &Claim) -> Vec<&ClaimRow> {
    let chunks = claim
        .rows
        .chunk_by(|one, other| one.invoice == other.invoice);
    let mut rows = Vec::with_capacity(claim.rows.len());
    for chunk in chunks {
        let mut chunk: Vec<&ClaimRow> = chunk.iter().collect();
        chunk.sort_by_key(|row| row.from);
        rows.extend(chunk);
    }
    rows
}

fn columns(input: ReportInput<'_>, seen: impl Fn(&str) -> ColumnVisibility) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let own = &input.language.phrases.claim.heading;
    let columns = [
        ("invoice", head.invoice),
        ("component", head.component),
        ("from", own.from),
        ("to", own.to),
        ("days", own.days),
        ("base", own.base),
        ("rate", own.rate),
        ("currency", head.currency),
        ("amount", head.amount),
        ("source", own.source),
    ];
    let columns = columns.into_iter();
    columns
        .map(|(key, heading)| column_visible(key, heading, seen(key)))
        .collect()
}

fn cells(
    input: ReportInput<'_>,
    places: SourceStyle,
    currency: Currency,
    row: &ClaimRow,
) -> Vec<Cell> {
    let money = |minor: Minor| Cell::from(Money::new(minor, currency));
    vec![
        Cell::text(input.day.journal.invoice_no(row.invoice)),
        labels::label_cell(line_label(input, row)),
        row.from.into(),
        row.to.into(),
        row.days.map_or(Cell::Empty, Cell::Number),
        row.base.map_or(Cell::Empty, money),
        row.rate.map_or(Cell::Empty, Cell::Share),
        Cell::Currency(currency),
        money(row.amount),
        source_cell(input, places, currency, &row.ground),
    ]
}

fn total_cells(input: ReportInput<'_>, claim: &Claim) -> Vec<Cell> {
    let mut cells = vec![Cell::Empty; 10];
    let word = Cell::word("total", input.language.phrases.claim.line.total);
    let currency = Cell::Currency(claim.currency);
    let amount = Cell::from(Money::new(claim.total, claim.currency));
    let provisional = if claim.is_provisional {
        Cell::word("provisional", input.language.phrases.claim.line.provisional)
    } else {
        Cell::Empty
    };
    for (place, cell) in [(1, word), (7, currency), (8, amount), (9, provisional)] {
        if let Some(slot) = cells.get_mut(place) {
            *slot = cell;
        }
    }
    cells
}

/// What a line is called: what lowered principal by its own name.
fn line_label(input: ReportInput<'_>, row: &ClaimRow) -> (&'static str, &'static str) {
    let (code, said) = kind_label(row.kind, &input.language.phrases.claim.line);
    match (row.kind, &row.ground) {
        (ClaimRowKind::Credit, ClaimGround::Allocation { rule, entry, .. }) => {
            let kind = input.day.journal.movements[*entry].kind;
            (code, labels::step_label(*rule, kind, input.language).1)
        }
        _ => (code, said),
    }
}

const fn kind_label(kind: ClaimRowKind, say: &ClaimLineWords) -> (&'static str, &'static str) {
    match kind {
        ClaimRowKind::Principal => ("principal", say.principal),
        ClaimRowKind::Interest => ("interest", say.interest),
        ClaimRowKind::Costs => ("costs", say.costs),
        ClaimRowKind::Fee => ("fee", say.fee),
        ClaimRowKind::Vat => ("vat", say.vat),
        ClaimRowKind::Payment => ("payment", say.payment),
        ClaimRowKind::Reversal => ("reversal", say.reversal),
        ClaimRowKind::Credit => ("credit", say.credit),
        ClaimRowKind::WrittenOff => ("written-off", say.written_off),
        ClaimRowKind::Contested => ("disputed", say.contested),
        ClaimRowKind::Conceded => ("conceded", say.conceded),
        ClaimRowKind::Waiver => ("waived", say.waiver),
    }
}

/// On what a line rests: for programs an article, a policy, or file and line; for people in words.
fn source_cell(
    input: ReportInput<'_>,
    places: SourceStyle,
    currency: Currency,
    ground: &ClaimGround,
) -> Cell {
    let say = &input.language.phrases.claim.line;
    match ground {
        ClaimGround::Invoice { count: 1, .. } => Cell::Empty,
        ClaimGround::Invoice {
            number: place,
            count,
        } => Cell::word(format!("{place}/{count}"), (say.instalment)(*place, *count)),
        ClaimGround::Law { article, level } => {
            let doubted = |doubt: Option<&str>| match doubt {
                Some(doubt) => format!("{article} ({doubt})"),
                None => (*article).to_owned(),
            };
            let said = doubt_label(*level, &input.language.phrases.claim.doubt);
            Cell::word(doubted(level.warning()), doubted(said))
        }
        ClaimGround::Policy { policy, agreed } => {
            let name = &input.day.journal.policies[*policy].name;
            let said = if *agreed {
                (say.policy)(name)
            } else {
                (say.policy_not_agreed)(name)
            };
            Cell::word(format!("policy {name}"), said)
        }
        ClaimGround::Entry(entry) => entry_source_cell(input, places, *entry, None),
        ClaimGround::Event(origin) => source_cell_of(input, places, *origin, None),
        ClaimGround::Plan { origin, agreed_on } => {
            source_cell_of(input, places, *origin, Some((say.plan_part)(*agreed_on)))
        }
        ClaimGround::Allocation {
            entry,
            costs,
            interest,
            principal,
            ..
        } => {
            let parts = [
                (say.costs, costs),
                (say.interest, interest),
                (say.principal, principal),
            ];
            let used = parts.into_iter().filter(|(_, part)| part.is_positive());
            let marks = input.language.number_marks();
            let used: Vec<String> = used
                .map(|(name, part)| {
                    let mut words = format!("{name} ");
                    marks.write_amount(&mut words, *part, currency.decimals() as usize);
                    words
                })
                .collect();
            entry_source_cell(input, places, *entry, Some(used.join(", ")))
        }
    }
}

/// The warning that belongs to how surely something is known.
pub const fn doubt_label(level: CitationLevel, say: &LawDoubtWords) -> Option<&'static str> {
    match level {
        CitationLevel::Read | CitationLevel::Agreed => None,
        CitationLevel::Single => Some(say.single),
        CitationLevel::Disputed => Some(say.disputed),
        CitationLevel::Unread => Some(say.unread),
    }
}

/// File and line of an entry, and what it did.
fn entry_source_cell(
    input: ReportInput<'_>,
    places: SourceStyle,
    entry: MovementIx,
    did: Option<String>,
) -> Cell {
    let origin = input.day.journal.movements[entry].origin;
    source_cell_of(input, places, origin, did)
}

/// The same of an entry at a place.
fn source_cell_of(
    input: ReportInput<'_>,
    places: SourceStyle,
    origin: Origin,
    did: Option<String>,
) -> Cell {
    let quote = input.day.source_lookup.quote_entry(origin);
    let stands = places.format_source(input, &quote);
    let code = file_and_line(&quote);
    match did {
        Some(did) => Cell::word(code, format!("{did} ({stands})")),
        None => Cell::word(code, stands),
    }
}

/// What is left of a claim, of what, and what each further day adds.
fn remaining_blocks(input: ReportInput<'_>, claim: &Claim) -> Vec<Block> {
    let say = &input.language.phrases.claim.open;
    let money = |minor: Minor| Money::new(minor, claim.currency);
    let row = |label: &str, minor: Minor| vec![Cell::text(label), money(minor).into()];
    let parts = [
        (say.principal, claim.principal),
        (say.interest, claim.interest),
        (say.costs, claim.costs),
    ];
    // Of a claim of nothing the principal says so.
    let is_nothing = parts.iter().all(|(_, minor)| minor.is_zero());
    let parts = parts.into_iter().enumerate();
    let parts = parts.filter(|(place, (_, minor))| !minor.is_zero() || (is_nothing && *place == 0));
    let parts = parts.map(|(_, part)| part);
    let table = Table {
        columns: vec![
            column("part", say.title),
            column("amount", claim.currency.code()),
        ],
        rows: parts.map(|(label, minor)| row(label, minor)).collect(),
        totals: vec![row(say.total, claim.total)],
    };
    let mut blocks = vec![Block::Table(table)];
    let per_day = claim.daily_interest();
    if per_day.is_positive() {
        let per_day = input.language.format_money(money(per_day));
        blocks.push(Block::Paragraph((say.per_day)(&per_day)));
    }
    blocks
}
