//! `show` of an invoice: what it says, how it stands, and everything that happened to it.

use super::due_dates::waiting_cell;
use super::{documents, due_dates, invoice_lines, next_step, plan_parts};
use crate::claim::build_customer_claims;
use crate::claim::remark::ClaimRemark;
use crate::document::{Block, Cell, Document, Fact};
use crate::dunning::hold::Hold;
use crate::insight::first_contact::first_contact;
use crate::journal::model::{Event, Invoice, InvoiceIx, ItemIx, NumberUse};
use crate::journal::source_lookup::EntryQuote;
use crate::ledger::discount_offer::discount_offer;
use crate::report::shared::invoice_status::InvoiceStatus;
use crate::report::shared::page::{PageBasis, add_table, fact, start_page};
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::timeline::TimelineSubject;
use crate::report::shared::{allocation_history, labels, source_column, timeline};
use crate::value::calendar::days_between;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// The page of an invoice; of a credit note or another number, what is known of it.
pub fn write(input: ReportInput<'_>, number: InvoiceIx) -> Document {
    let invoice = &input.day.journal.invoices[number];
    let say = &input.language.phrases;
    let mut page = start_page(input, "show", &title(input, number), PageBasis::Entries);
    let quote = input.day.source_lookup.quote_entry(invoice.origin);
    let issued = invoice.number_use == NumberUse::Invoice && invoice.date <= input.day.as_of();
    page.blocks
        .push(Block::Facts(invoice_facts(input, number, &quote)));
    let moved = if issued {
        allocation_history::invoice_history(input, number, &quote)
    } else {
        allocation_history::credit_note_history(input, number)
    };
    let closed = closed_on(input, number);
    let events = input.day.history().events().filter(|event| {
        let mut named = event.invoices().peekable();
        if named.peek().is_some() {
            return named.any(|named| named == number);
        }
        let about_all = event.customer == invoice.customer && event.is_hold_or_end();
        about_all && event.date >= invoice.date && closed.is_none_or(|day| event.date <= day)
    });
    let events: Vec<&Event> = events.collect();
    let agreement = issued.then(|| agreement_of(input, invoice)).flatten();
    let told = agreement.into_iter().chain(events.iter().copied());
    let rows = timeline::contact_rows(input, told);
    page.push_heading(say.title.movements);
    let about = if issued {
        TimelineSubject::Invoice
    } else {
        TimelineSubject::Customer
    };
    let table = timeline::table(input, about, moved, rows);
    add_table(input, &mut page, table);
    if invoice.number_use == NumberUse::Credit {
        page.blocks
            .extend(invoice_lines::invoice_line_blocks(input, number, &quote));
    }
    if issued {
        page.blocks.extend(still_owed_block(input, number));
        page.blocks
            .extend(invoice_lines::invoice_line_blocks(input, number, &quote));
        page.blocks
            .extend(due_dates::due_date_blocks(input, number, &quote));
        page.blocks
            .extend(plan_parts::plan_part_blocks(input, events.iter().copied()));
        page.blocks
            .extend(documents::invoice_document_blocks(input, number, &events));
        if let Some(item) = leading_item(input, number).filter(|_| input.options.explain) {
            page.blocks.extend(next_step::next_step_blocks(input, item));
        }
    }
    page
}

/// The heading of the page: what the number is, and the number.
pub fn title(input: ReportInput<'_>, number: InvoiceIx) -> String {
    let say = &input.language.phrases.title;
    let name = match input.day.journal.invoices[number].number_use {
        NumberUse::Credit => say.credit,
        _ => say.invoice,
    };
    format!("{name} {}", input.day.journal.invoice_no(number))
}

/// The agreement of the customer that was in force on the day of the invoice; `None` where the journal has none by then.
fn agreement_of<'j>(input: ReportInput<'j>, invoice: &Invoice) -> Option<&'j Event> {
    let mut events = input.day.history().of_customer(invoice.customer?);
    events.rfind(|event| event.agreed_terms().is_some() && event.date <= invoice.date)
}

/// The day on which the last of an invoice was closed; `None` while principal or charges are open.
fn closed_on(input: ReportInput<'_>, number: InvoiceIx) -> Option<NaiveDate> {
    if InvoiceStatus::for_invoice(input, number).is_open() {
        return None;
    }
    let items = input.day.journal.items_of(number);
    items
        .filter_map(|item| input.day.ledger.items[item].closed)
        .max()
}

/// What its entry says, and how it stands.
pub fn invoice_facts(input: ReportInput<'_>, number: InvoiceIx, quote: &EntryQuote) -> Vec<Fact> {
    let head = &input.language.phrases.heading;
    let invoice = &input.day.journal.invoices[number];
    let mut facts = Vec::new();
    if let Some(customer) = invoice.customer {
        let (id, name) = (
            input.day.journal.customer_id(customer),
            input.day.journal.customer_name(customer),
        );
        let words = if id == name {
            name.to_owned()
        } else {
            format!("{name} ({id})")
        };
        facts.push(fact("customer", head.customer, Cell::text(&words)));
    }
    if !quote.text.is_empty() {
        facts.push(fact("text", head.text, Cell::text(&quote.text)));
    }
    if invoice.number_use == NumberUse::Invoice {
        facts.extend(status_facts(input, number));
    } else {
        facts.push(fact("date", head.date, Cell::Date(invoice.date)));
    }
    let is_shown = |key: &str| !matches!(key, "" | "item" | "less" | "due" | "document");
    for (key, value) in quote.details.iter().filter(|(key, _)| is_shown(key)) {
        facts.push(detail_fact(input, invoice, key, value));
    }
    facts.push(fact(
        "place",
        head.source,
        source_column::full_source_cell(quote),
    ));
    facts
}

/// A detail of an invoice under the name of its key. Terms, and how it went out, are told in the language of the page.
fn detail_fact(input: ReportInput<'_>, invoice: &Invoice, key: &str, value: &str) -> Fact {
    let label = KeyName::from_word(key).map_or(key, |key| labels::key_label(key, input.language));
    let terms = input.day.journal.terms_of_invoice(invoice);
    let told = match (KeyName::from_word(key), value.split_once(" via ")) {
        (Some(KeyName::Terms), _) => terms.map(|terms| labels::terms_cell(terms, input.language)),
        (Some(KeyName::Sent), Some((day, way))) => Channel::from_word(way.trim()).map(|way| {
            let way = (input.language.phrases.detail.channel)(way);
            Cell::word(value.to_owned(), format!("{day}, {way}"))
        }),
        _ => None,
    };
    fact("detail", label, told.unwrap_or_else(|| Cell::text(value)))
}

/// How an invoice stands.
fn status_facts(input: ReportInput<'_>, number: InvoiceIx) -> Vec<Fact> {
    let head = &input.language.phrases.heading;
    let invoice = &input.day.journal.invoices[number];
    let status = InvoiceStatus::for_invoice(input, number);
    let money = |minor: Minor| Cell::from(Money::new(minor, invoice.currency));
    let amount = invoice
        .amount()
        .map_or(Cell::Empty, |amount| money(amount.into()));
    let mut facts = vec![
        fact("invoice_date", head.invoice_date, Cell::Date(invoice.date)),
        fact(
            "due_date",
            head.due_date,
            due_date_cell(input, number, status),
        ),
        fact("amount", head.amount, amount),
        fact("open", head.open, money(status.open)),
    ];
    if let Some(words) = invoice_lines::included_vat(input, number) {
        facts.insert(3, fact("vat", head.vat_included, Cell::text(&words)));
    }
    if let Some(offer) = discount_offer(input.day.journal, input.day.ledger, number) {
        let letter = &input.language.phrases.letter.label;
        let enough = input.language.format_money(offer.enough);
        let said = (letter.discount_until)(&enough, &offer.last_day.to_string());
        facts.push(fact("discount", letter.discount, Cell::text(&said)));
    }
    if !status.charges.is_zero() {
        facts.push(fact("charges", head.charges, money(status.charges)));
    }
    let items = input.day.journal.items_of(number);
    let covered: Minor = items.map(|item| input.day.dunning().covered_of(item)).sum();
    if covered.is_positive() {
        facts.push(fact("covered", head.covered, money(covered)));
    }
    let (code, said) = status.label(input.day.as_of(), input.language);
    facts.push(fact("status", head.status, Cell::word(code, said)));
    if let Some((day, days)) = first_contact(
        input.day.journal,
        input.day.ledger,
        input.day.history(),
        number,
    ) {
        let words = &input.language.phrases.overview.show;
        let said = Cell::word(days.to_string(), (words.contacted)(day, days));
        facts.push(fact("days_to_first_contact", words.first_contact, said));
    }
    facts.extend(dunning_facts(input, number));
    facts
}

/// The due date, and how far away it is while something is open.
fn due_date_cell(input: ReportInput<'_>, number: InvoiceIx, status: InvoiceStatus) -> Cell {
    let say = &input.language.phrases;
    let Some(due) = status.due else {
        let mut items = input.day.journal.items_of(number);
        let waiting = items.find(|item| input.day.journal.items[*item].due.is_none());
        return waiting.map_or(Cell::text(say.due.delivery), |item| {
            waiting_cell(input, item)
        });
    };
    if !status.is_open() {
        return Cell::Date(due);
    }
    let late = days_between(due, input.day.as_of());
    let said = if late > 0 {
        (say.sentence.days_late)(late)
    } else {
        (say.sentence.due_in)(late.saturating_neg())
    };
    Cell::word(due.to_string(), format!("{due}, {said}"))
}

/// The last letter about the item due first, and why letters wait.
fn dunning_facts(input: ReportInput<'_>, number: InvoiceIx) -> Vec<Fact> {
    let say = &input.language.phrases;
    let Some(item) = leading_item(input, number) else {
        return Vec::new();
    };
    let dunning = input.day.dunning();
    let position = dunning.position_of(item);
    let ladder_position = &position.ladder_position;
    let mut facts = Vec::new();
    facts.extend(not_asked_fact(input, number));
    if let Some((stage, sent)) = ladder_position.last_sent {
        let since = (say.sentence.since)(sent.date);
        let words = format!(
            "{} {since}",
            labels::stage_label(&stage.name, input.language)
        );
        facts.push(fact("stage", say.heading.stage, Cell::text(&words)));
    }
    let active = ladder_position.active_holds(input.day.as_of());
    let mut holds: Vec<(Hold, &Event)> = active.map(|held| (held.hold, held.event)).collect();
    let missed = dunning.missed_plan(&position);
    holds.extend(missed.map(|plan| (Hold::Plan, plan.event)));
    for (hold, event) in holds {
        let since = (say.sentence.since)(event.date);
        let label = labels::holding_entry_label(hold, event, input.language);
        let words = format!("{label} {since}");
        facts.push(fact("hold", say.heading.hold, Cell::text(&words)));
    }
    facts
}

/// What of an open invoice may not be asked on the day, where anything may not.
fn not_asked_fact(input: ReportInput<'_>, number: InvoiceIx) -> Option<Fact> {
    let kept = input.day.claims().not_asked_of(number)?.sum();
    let kept = kept.is_positive().then_some(kept)?;
    let kept = Money::new(kept, input.day.journal.invoices[number].currency);
    let label = input.language.phrases.dunning.heading.not_asked;
    Some(fact("not_asked", label, Cell::from(kept)))
}

/// Of the open items of an invoice the one due first; where none is open, its last.
pub fn leading_item(input: ReportInput<'_>, number: InvoiceIx) -> Option<ItemIx> {
    let open = |item: &ItemIx| input.day.ledger.items[*item].open.is_positive();
    let first_open = input.day.journal.items_of(number).find(open);
    first_open.or_else(|| input.day.journal.items_of(number).next_back())
}

/// What the law would still give for an invoice that was paid late, as the claim says it.
fn still_owed_block(input: ReportInput<'_>, number: InvoiceIx) -> Option<Block> {
    let is_open = input.day.ledger.has_open_item(input.day.journal, number);
    let claims = || build_customer_claims(input.day.claims(), &[number]).ok()?;
    let remarks = claims().filter(|_| !is_open)?.remarks;
    let rest = remarks.iter().find_map(|remark| match remark {
        ClaimRemark::StillOwedByLaw(_, rest) => Some(*rest),
        _ => None,
    })?;
    let say = input.language.phrases.claim.remark.still_owed_by_law;
    let number = format!("#{}", input.day.journal.invoice_no(number));
    let words = say(&number, &input.language.format_money(rest));
    Some(Block::Paragraph(words))
}
