//! `statement`: all that is open, what came in for it, what stands on account, and what that makes together.

use crate::document::letter::{LetterBlock, LetterTable};
use crate::journal::model::{InvoiceIx, MovementIx, MovementKind};
use crate::ledger::model::AllocationRule;
use crate::ledger::unallocated::{UnallocatedMoney, unallocated_money};
use crate::letter::facts::invoice_facts::{InvoiceFacts, with_invoice_variables};
use crate::letter::facts::letter_content::{LetterContent, NotAvailable, RequestedAmount};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::letter_table::build_table;
use crate::letter::templates::variable_list::{VariableDef, amount, block, flag};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use std::collections::{BTreeMap, BTreeSet};

/// The letter.
pub static STATEMENT: LetterKind = LetterKind {
    name: "statement",
    summary: "tells all that is open, what came in for it, and what stands on account",
    unavailable_reason: "nothing of his is open, and nothing stands on account",
    is_step: false,
    build_letters,
    variables: || with_invoice_variables(StatementFacts::VARIABLES),
};

/// The account of a customer in one currency.
struct StatementFacts<'a, 'j> {
    invoice_facts: InvoiceFacts<'a, 'j>,
    /// What lowered what is owed on the open invoices: by which entry, on which of them, how much.
    reductions: Vec<(MovementIx, InvoiceIx, Minor)>,
    /// What stands on account.
    unallocated: Vec<UnallocatedMoney<'a>>,
}

fn build_letters<'a>(input: &LetterInput<'a, '_>) -> Result<Vec<LetterContent<'a>>, NotAvailable> {
    let (journal, ledger) = (input.journal(), input.day.ledger);
    let own: Vec<UnallocatedMoney<'_>> = unallocated_money(journal, ledger)
        .filter(|money| money.customer == input.customer)
        .collect();
    let invoices = input.positions.iter().map(|position| position.invoice);
    let open = invoices.map(|invoice| journal.invoices[invoice].currency);
    let currencies: BTreeSet<Currency> = open.chain(own.iter().map(|it| it.currency)).collect();
    let letters = currencies.into_iter().map(|currency| {
        let positions = input.positions.iter().copied();
        let positions =
            positions.filter(|position| journal.invoices[position.invoice].currency == currency);
        let about = InvoiceFacts::new(*input, currency, positions.collect());
        let waiting = own.iter().filter(|money| money.currency == currency);
        build_content(StatementFacts {
            reductions: collect_reductions(&about),
            unallocated: waiting.copied().collect(),
            invoice_facts: about,
        })
    });
    NotAvailable::unless_some(letters.collect())
}

/// What lowered what is owed on some invoices, in the order in which it did; the steps of one entry on one invoice
/// are one.
fn collect_reductions(about: &InvoiceFacts<'_, '_>) -> Vec<(MovementIx, InvoiceIx, Minor)> {
    let (journal, ledger) = (about.input.journal(), about.input.day.ledger);
    let mut sums: BTreeMap<(MovementIx, InvoiceIx), Minor> = BTreeMap::new();
    let mut order = Vec::new();
    for step in &ledger.allocations {
        let invoice = journal.items[step.item].invoice;
        if about.invoice_set.contains(&invoice)
            && !matches!(step.rule, AllocationRule::Claimed | AllocationRule::Waived)
        {
            let key = (step.movement, invoice);
            let sum = sums.entry(key).or_insert_with(|| {
                order.push(key);
                Minor::ZERO
            });
            *sum += step.amount.into();
        }
    }
    let all = order.into_iter();
    let all = all.map(|key| (key.0, key.1, sums.get(&key).copied().unwrap_or_default()));
    all.filter(|(.., amount)| !amount.is_zero()).collect()
}

fn build_content<'a>(account: StatementFacts<'a, '_>) -> LetterContent<'a> {
    let late = account.overdue_amount();
    LetterContent {
        amount: account.balance(),
        request: late
            .is_positive()
            .then_some(RequestedAmount::new(late, None)),
        names_charges: true,
        recorded_invoices: Vec::new(),
        ..LetterContent::new(account, StatementFacts::VARIABLES, |it| &it.invoice_facts)
    }
}

impl StatementFacts<'_, '_> {
    fn on_account(&self) -> Minor {
        self.unallocated.iter().map(|money| money.remaining).sum()
    }

    fn balance(&self) -> Minor {
        self.invoice_facts.open_principal() + self.invoice_facts.charges() - self.on_account()
    }

    fn disputed_amount(&self) -> Minor {
        let input = &self.invoice_facts.input;
        let mut seen = BTreeSet::new();
        let first = self.invoice_facts.positions.iter();
        let first = first.filter(|position| seen.insert(position.invoice));
        first
            .map(|position| position.disputed_part(input.as_of()))
            .sum()
    }

    /// What is late and not contested, less what stands on account. Somebody else collects what was handed over.
    fn overdue_amount(&self) -> Minor {
        let on = self.invoice_facts.input.as_of();
        let asked: Vec<_> = self
            .invoice_facts
            .input
            .collectable_positions()
            .filter(|position| {
                let mut holds = position.ladder_position.active_holds(on);
                !holds.any(|held| held.covers_whole_invoice)
            })
            .map(|position| position.item)
            .collect();
        let late = self.invoice_facts.lines.iter();
        let late = late.filter(|line| line.days_late > 0 && asked.contains(&line.item));
        let late: Minor = late.map(|line| line.open).sum();
        let due = late - self.disputed_amount() - self.on_account();
        if late.is_positive() { due } else { Minor::ZERO }
    }

    fn open_item_parts(&self) -> Vec<LetterBlock> {
        table_parts(self.invoice_facts.to_table())
    }

    /// Payments, credit notes and the like.
    fn receipt_parts(&self) -> Vec<LetterBlock> {
        let about = &self.invoice_facts;
        let (journal, label) = (about.input.journal(), about.input.letter_words());
        let rows = self.reductions.iter().map(|(from, invoice, amount)| {
            let from = &journal.movements[*from];
            [
                (label.style.short_day)(from.date),
                self.movement_label(from.kind).to_owned(),
                journal.invoice_no(*invoice).to_owned(),
                about.format_amount(*amount),
            ]
        });
        let columns = [
            (label.label.date_column, false),
            (about.input.extra_letter_words().movement, false),
            (label.label.invoice, false),
            (label.label.amount, true),
        ];
        table_parts(build_table(columns, rows, None))
    }

    fn movement_label(&self, kind: MovementKind) -> &'static str {
        let words = self.invoice_facts.input.extra_letter_words();
        match kind {
            MovementKind::Payment => words.payment,
            MovementKind::Apply => words.applied,
            MovementKind::Credit => words.credit,
            MovementKind::Reversal => words.reversal,
            MovementKind::Refund
            | MovementKind::Fee
            | MovementKind::Costs
            | MovementKind::Interest
            | MovementKind::Waive
            | MovementKind::Settle
            | MovementKind::Writeoff
            | MovementKind::Void => words.waived,
        }
    }

    fn unallocated_parts(&self) -> Vec<LetterBlock> {
        let about = &self.invoice_facts;
        let (label, words) = (about.input.letter_words(), about.input.extra_letter_words());
        let rows = self.unallocated.iter().map(|money| {
            [
                (label.style.short_day)(money.movement.date),
                self.movement_label(money.movement.kind).to_owned(),
                about.format_amount(money.remaining),
            ]
        });
        let columns = [
            (label.label.date_column, false),
            (words.movement, false),
            (words.on_account, true),
        ];
        table_parts(build_table(columns, rows, None))
    }

    /// What all of it makes together.
    fn balance_parts(&self) -> Vec<LetterBlock> {
        let about = &self.invoice_facts;
        let words = about.input.extra_letter_words();
        let balance = self.balance();
        let sum = if balance < Minor::ZERO {
            (words.balance_in_favour, -balance)
        } else {
            (words.balance, balance)
        };
        let parts = [
            (words.open_invoices, about.open_principal()),
            (words.charges, about.charges()),
            (words.on_account, -self.on_account()),
        ];
        let parts = parts.into_iter().filter(|(_, minor)| !minor.is_zero());
        let facts = parts.chain(std::iter::once(sum));
        let facts = facts.map(|(label, minor)| (label.to_owned(), about.format_amount(minor)));
        vec![LetterBlock::Facts(facts.collect())]
    }
}

/// A table, where it has any row.
fn table_parts(table: LetterTable) -> Vec<LetterBlock> {
    if table.rows.is_empty() {
        Vec::new()
    } else {
        vec![LetterBlock::Table(table)]
    }
}

impl<'a, 'j: 'a> StatementFacts<'a, 'j> {
    const VARIABLES: &'a [VariableDef<Self>] = &[
        block(
            "open_items",
            "a table of all that is open; nothing where nothing is",
            Self::open_item_parts,
        ),
        block(
            "receipts",
            "a table of payments and credit notes for what is open; nothing where there were none",
            Self::receipt_parts,
        ),
        block(
            "on_account",
            "a table of what stands on account; nothing where nothing does",
            Self::unallocated_parts,
        ),
        block(
            "balance",
            "what is open, charges, what stands on account, and what that makes together",
            Self::balance_parts,
        ),
        amount(
            "late_amount",
            "€ 1.000,00",
            "what is late, less what is contested or stands on account; empty where nothing is",
            Self::overdue_amount,
        ),
        flag(
            "in_favour",
            "whether the customer has more on account than he owes",
            |it| it.balance() < Minor::ZERO,
        ),
        amount(
            "disputed_amount",
            "€ 400,00",
            "what the customer contests; empty where nothing is",
            Self::disputed_amount,
        ),
    ];
}
