//! `export hledger`: the journal as double entry, for hledger.
//!
//! Each invoice is an account below its customer: `assets:receivable:jansen:2026-001`, its charges below that, and
//! money that settles nothing yet stands in `assets:receivable:jansen:on account`. So the balance of
//! `assets:receivable:jansen` at the end of a day is the customer's balance here.

use crate::journal::model::{
    Component, CustomerIx, InvoiceIx, Journal, MovementIx, MovementKind, UnknownPayment,
};
use crate::journal::source_lookup::EntryQuote;
use crate::ledger::balance_change::{
    BalanceCause, BalanceChange, balance_changes, is_balance_neutral,
};
use crate::ledger::model::{Allocation, AllocationRule};
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::file_and_line;
use crate::report::shared::unknown_payers::unknown_payment_totals;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What one transaction is about: an invoice written, or another entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum TransactionSource {
    Invoice(InvoiceIx),
    Movement(MovementIx),
}

/// One line of a transaction.
struct HledgerPosting {
    account: String,
    amount: Money,
    comment: String,
}

/// Everything up to the day of the ledger, as text that hledger reads.
pub fn write(input: ReportInput<'_>) -> String {
    let mut all: BTreeMap<(NaiveDate, TransactionSource), Vec<HledgerPosting>> = BTreeMap::new();
    for effect in balance_changes(input.day.journal, input.day.ledger) {
        if let Some(about) = transaction_source(effect) {
            let postings = all.entry((effect.date, about)).or_default();
            post_effect(input.day.journal, effect, postings);
        }
    }
    for step in &input.day.ledger.allocations {
        let postings = all
            .entry((step.date, TransactionSource::Movement(step.movement)))
            .or_default();
        post_step(input.day.journal, step, postings);
    }
    let moving = |postings: &[HledgerPosting]| postings.iter().any(|it| !it.amount.minor.is_zero());
    let mut texts: Vec<(NaiveDate, u8, String)> = all
        .into_iter()
        .filter(|(_, postings)| moving(postings))
        .map(|((date, about), postings)| {
            let text = format_transaction(input, date, about, &postings);
            (date, same_day_rank(input.day.journal, about), text)
        })
        .collect();
    for payment in input.day.journal.unknown_payments_by(input.day.as_of()) {
        let rank = (MovementKind::Payment as u8).saturating_add(1);
        texts.push((payment.date, rank, format_unknown_payment(input, payment)));
    }
    texts.sort();
    let mut out = format_header(input);
    for (_, _, text) in texts {
        out.push('\n');
        out.push_str(&text);
    }
    out
}

fn format_header(input: ReportInput<'_>) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "; {} as of {}, written by tegoed",
        input.root_file,
        input.day.as_of()
    );
    out.push_str("decimal-mark .\n");
    let unknown = unknown_payment_totals(input);
    let unknown = unknown.iter().map(|sum| sum.currency);
    let currencies: BTreeSet<Currency> = balance_changes(input.day.journal, input.day.ledger)
        .map(|effect| effect.currency)
        .chain(unknown)
        .collect();
    for currency in currencies {
        let part = "0".repeat(currency.decimals() as usize);
        let _ = writeln!(out, "commodity 1000.{part} {}", currency.code());
    }
    out
}

/// Of one day: invoices first, then the order of kinds.
fn same_day_rank(journal: &Journal, about: TransactionSource) -> u8 {
    match about {
        TransactionSource::Invoice(_) => 0,
        TransactionSource::Movement(movement) => {
            (journal.movements[movement].kind as u8).saturating_add(1)
        }
    }
}

/// Invoices and money; steps are posted one by one.
const fn transaction_source(effect: BalanceChange) -> Option<TransactionSource> {
    match effect.cause {
        BalanceCause::Invoice(invoice) => Some(TransactionSource::Invoice(invoice)),
        BalanceCause::Money(movement) => Some(TransactionSource::Movement(movement)),
        BalanceCause::Allocation { .. } => None,
    }
}

fn post_effect(journal: &Journal, effect: BalanceChange, postings: &mut Vec<HledgerPosting>) {
    let whole = Money::new(effect.amount, effect.currency);
    match effect.cause {
        BalanceCause::Invoice(invoice) => {
            post_items(journal, effect.customer, invoice, postings);
            add_to_account(postings, "income:invoices".to_owned(), negate_money(whole));
        }
        BalanceCause::Money(movement) => {
            let other = if journal.movements[movement].kind == MovementKind::Credit {
                "income:credit notes"
            } else {
                "assets:bank"
            };
            add_to_account(postings, other.to_owned(), negate_money(whole));
            add_to_account(
                postings,
                unallocated_account(journal, effect.customer),
                whole,
            );
        }
        BalanceCause::Allocation { .. } => {}
    }
}

/// One posting an instalment, with its due date as a tag.
fn post_items(
    journal: &Journal,
    customer: CustomerIx,
    invoice: InvoiceIx,
    postings: &mut Vec<HledgerPosting>,
) {
    let record = &journal.invoices[invoice];
    for (place, item) in journal.items_of(invoice).enumerate() {
        let item = &journal.items[item];
        let mut tags = Vec::new();
        if record.item_count > 1 {
            tags.push(format!(
                "instalment:{}/{}",
                place.saturating_add(1),
                record.item_count
            ));
        }
        if let Some(due) = item.due {
            tags.push(format!("due:{due}"));
        }
        postings.push(HledgerPosting {
            account: receivable_account(journal, customer, invoice, Component::Principal),
            amount: Money::new(item.amount.into(), record.currency),
            comment: tags.join(", "),
        });
    }
}

fn post_step(journal: &Journal, step: &Allocation, postings: &mut Vec<HledgerPosting>) {
    let invoice = journal.items[step.item].invoice;
    let Some(customer) = journal.invoices[invoice].customer else {
        return;
    };
    let amount = Money::new(Minor::from(step.amount), journal.invoices[invoice].currency);
    let other = if is_balance_neutral(journal, step) {
        unallocated_account(journal, customer)
    } else {
        counter_account(step).to_owned()
    };
    let own = receivable_account(journal, customer, invoice, step.component);
    add_to_account(postings, own, negate_money(amount));
    add_to_account(postings, other, amount);
}

const fn counter_account(step: &Allocation) -> &'static str {
    match (step.rule, step.component) {
        (AllocationRule::Claimed, Component::Costs) => "income:collection costs",
        (AllocationRule::Claimed, Component::Fee) => "income:fees",
        (AllocationRule::Claimed, _) => "income:interest",
        (AllocationRule::Waived, _) => "expenses:waived charges",
        (AllocationRule::Discount, _) => "expenses:discounts",
        (AllocationRule::Settlement, _) => "expenses:settlements",
        (AllocationRule::Voided, _) => "income:voided invoices",
        _ => "expenses:write-offs",
    }
}

fn receivable_account(
    journal: &Journal,
    customer: CustomerIx,
    invoice: InvoiceIx,
    component: Component,
) -> String {
    let part = match component {
        Component::Costs => ":costs",
        Component::Fee => ":fee",
        Component::Interest => ":interest",
        Component::Principal => "",
    };
    let (id, number) = (journal.customer_id(customer), journal.invoice_no(invoice));
    format!("assets:receivable:{id}:{number}{part}")
}

/// With a blank, as no invoice number has one.
fn unallocated_account(journal: &Journal, customer: CustomerIx) -> String {
    format!(
        "assets:receivable:{}:on account",
        journal.customer_id(customer)
    )
}

fn negate_money(money: Money) -> Money {
    Money::new(-money.minor, money.currency)
}

/// Adds to the posting of an account, or makes one.
fn add_to_account(postings: &mut Vec<HledgerPosting>, account: String, amount: Money) {
    let known = postings
        .iter_mut()
        .find(|posting| posting.account == account && posting.amount.currency == amount.currency);
    if let Some(posting) = known {
        posting.amount.minor += amount.minor;
    } else {
        postings.push(HledgerPosting {
            account,
            amount,
            comment: String::new(),
        });
    }
}

fn format_transaction(
    input: ReportInput<'_>,
    date: NaiveDate,
    about: TransactionSource,
    postings: &[HledgerPosting],
) -> String {
    let (code, customer, quote) = describe_source(input, about);
    format_postings(input, date, (&code, customer, &quote), postings)
}

/// A payment of which nobody knows who paid: in the bank, and owed to somebody.
fn format_unknown_payment(input: ReportInput<'_>, payment: &UnknownPayment) -> String {
    let mut postings = Vec::new();
    add_to_account(&mut postings, "assets:bank".to_owned(), payment.amount);
    let owed = negate_money(payment.amount);
    add_to_account(&mut postings, "liabilities:payer unknown".to_owned(), owed);
    let quote = input.day.source_lookup.quote_entry(payment.origin);
    let (keyword, _) = labels::movement_label(MovementKind::Payment, input.language);
    format_postings(input, payment.date, (keyword, None, &quote), &postings)
}

fn format_postings(
    input: ReportInput<'_>,
    date: NaiveDate,
    (code, customer, quote): (&str, Option<CustomerIx>, &EntryQuote),
    postings: &[HledgerPosting],
) -> String {
    let nobody = input.language.phrases.figure.payer_unknown;
    let mut words = customer
        .map_or(nobody, |customer| input.day.journal.customer_name(customer))
        .to_owned();
    if !quote.text.is_empty() {
        words = format!("{} | {}", words.replace('|', "/"), quote.text);
    }
    let mut out = String::new();
    let _ = writeln!(out, "{date} * ({code}) {}", words.replace(';', ","));
    if !quote.file.is_empty() {
        let _ = writeln!(out, "    ; {}", file_and_line(quote));
    }
    for posting in postings {
        write_posting(&mut out, posting);
    }
    out
}

fn write_posting(out: &mut String, posting: &HledgerPosting) {
    let HledgerPosting {
        account,
        amount,
        comment,
    } = posting;
    if amount.minor.is_zero() {
        return;
    }
    let figure = amount.to_string();
    let _ = write!(
        out,
        "    {account:<44}  {figure:>14} {}",
        amount.currency.code()
    );
    if !comment.is_empty() {
        let _ = write!(out, "  ; {comment}");
    }
    out.push('\n');
}

/// What a transaction is called, whose it is, and what was written.
fn describe_source(
    input: ReportInput<'_>,
    about: TransactionSource,
) -> (String, Option<CustomerIx>, EntryQuote) {
    let journal = input.day.journal;
    match about {
        TransactionSource::Invoice(number) => {
            let invoice = &journal.invoices[number];
            let code = journal.invoice_no(number).to_owned();
            (
                code,
                invoice.customer,
                input.day.source_lookup.quote_entry(invoice.origin),
            )
        }
        TransactionSource::Movement(movement) => {
            let movement = &journal.movements[movement];
            let (keyword, _) = labels::movement_label(movement.kind, input.language);
            let number = movement.extra.as_ref().and_then(|more| more.credit_number);
            let code = number.map_or(keyword, |number| journal.invoice_no(number));
            (
                code.to_owned(),
                movement.customer,
                input.day.source_lookup.quote_entry(movement.origin),
            )
        }
    }
}
