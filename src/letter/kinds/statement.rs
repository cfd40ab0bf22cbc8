//! `statement`: all that is open, what came in for it, what stands on account, and what that makes together.

use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::{Hold, HoldPeriod};
use crate::journal::model::{InvoiceIx, MovementIx, MovementKind};
use crate::ledger::model::AllocationRule;
use crate::ledger::reductions::ReductionKind;
use crate::ledger::unallocated::{UnallocatedMoney, unallocated_money};
use crate::letter::facts::invoice_facts::{InvoiceFacts, with_invoice_variables};
use crate::letter::facts::letter_content::{
    LetterContent, NotAvailable, OnAccountUse, RequestedAmount,
};
use crate::letter::facts::letter_input::LetterInput;
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::letter_table::build_table;
use crate::letter::templates::variable_list::{VariableDef, amount, block, flag, words};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The letter.
pub static STATEMENT: LetterKind = LetterKind {
    name: "statement",
    summary: "tells all that is open, what came in for it, and what stands on account",
    unavailable_reason: "nothing of this customer is open, and nothing stands on account",
    is_step: false,
    build_letters,
    variables: || with_invoice_variables(StatementFacts::VARIABLES),
};

/// The account of a customer in one currency.
struct StatementFacts<'a, 'j> {
    invoice_facts: InvoiceFacts<'a, 'j>,
    /// What lowered what is owed on the open invoices.
    reductions: Vec<StatementReduction>,
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

/// What lowered what is owed on an invoice: by which entry, in which way, how much.
#[derive(Clone, Copy, Debug)]
struct StatementReduction {
    movement: MovementIx,
    invoice: InvoiceIx,
    kind: ReductionKind,
    amount: Minor,
}

/// What lowered what is owed on some invoices, by the day of its entry; the steps of one entry on one invoice are one. What was written off in the books is not told: the customer owes it as before (SPEC.md 6.11).
fn collect_reductions(about: &InvoiceFacts<'_, '_>) -> Vec<StatementReduction> {
    let (journal, ledger) = (about.input.journal(), about.input.day.ledger);
    let mut sums: BTreeMap<(MovementIx, InvoiceIx, ReductionKind), Minor> = BTreeMap::new();
    let mut order = Vec::new();
    for step in &ledger.allocations {
        let invoice = journal.items[step.item].invoice;
        let kind = ReductionKind::of_step(step, journal.movements[step.movement].kind);
        if about.invoice_set.contains(&invoice)
            && kind != ReductionKind::WrittenOff
            && !matches!(step.rule, AllocationRule::Claimed | AllocationRule::Waived)
        {
            let key = (step.movement, invoice, kind);
            let sum = sums.entry(key).or_insert_with(|| {
                order.push(key);
                Minor::ZERO
            });
            *sum += step.amount.into();
        }
    }
    let all = order.into_iter().map(|key| StatementReduction {
        movement: key.0,
        invoice: key.1,
        kind: key.2,
        amount: sums.get(&key).copied().unwrap_or_default(),
    });
    let mut told: Vec<StatementReduction> = all
        .filter(|reduction| !reduction.amount.is_zero())
        .collect();
    told.sort_by_key(|reduction| journal.movements[reduction.movement].date);
    told
}

fn build_content<'a>(account: StatementFacts<'a, '_>) -> LetterContent<'a> {
    let late = account.overdue_amount();
    let asked = account.overdue_amounts();
    let mut requested_invoices = account.invoice_facts.invoices.clone();
    requested_invoices.retain(|invoice| asked.contains_key(invoice));
    LetterContent {
        requested_invoices,
        amount: account.balance(),
        request: late
            .is_positive()
            .then_some(RequestedAmount::new(late, None)),
        names_charges: true,
        on_account: OnAccountUse::InItsOwnWords,
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

    /// What the customer contests of each invoice: the part that he names, or all that is open of it.
    fn disputed_parts(&self) -> Vec<(InvoiceIx, Minor)> {
        let input = &self.invoice_facts.input;
        let mut seen = BTreeSet::new();
        let parts = self.invoice_facts.positions.iter().map(|position| {
            let first = seen.insert(position.invoice);
            // Who collects it now asks that as well.
            if is_held_whole(position, Hold::Handover, input.as_of()) {
                return (position.invoice, Minor::ZERO);
            }
            let of_first = |part: Minor| if first { part } else { Minor::ZERO };
            let part = if is_held_whole(position, Hold::Dispute, input.as_of()) {
                let open = Minor::from(input.day.ledger.items[position.item].open);
                open - of_first(position.conceded_part(input.as_of()))
            } else {
                of_first(position.disputed_part(input.as_of()))
            };
            (position.invoice, part)
        });
        parts.collect()
    }

    fn disputed_amount(&self) -> Minor {
        let parts = self.disputed_parts().into_iter();
        parts.map(|(_, part)| part).sum()
    }

    /// What is asked of each late invoice that nothing holds, less what stands on account. Somebody else collects what was handed over.
    fn overdue_amounts(&self) -> BTreeMap<InvoiceIx, Minor> {
        let input = &self.invoice_facts.input;
        let (journal, on) = (input.journal(), input.as_of());
        let asked = self.invoice_facts.positions.iter().copied();
        let asked = asked.filter(|position| {
            let mut holds = position.ladder_position.active_holds(on);
            journal.items[position.item].due.is_some_and(|due| due < on)
                && !holds.any(|held| held.covers_whole_invoice)
        });
        let asked: Vec<&ItemPosition<'_>> = asked.collect();
        let mut amounts = input.dunning().amounts_asked(&asked);
        amounts.retain(|_, amount| amount.is_positive());
        amounts
    }

    /// The same in all.
    fn overdue_amount(&self) -> Minor {
        self.overdue_amounts().into_values().sum()
    }

    /// How each open item stands, where there is more to say than that it is open.
    fn item_statuses(&self) -> Vec<&'static str> {
        let input = &self.invoice_facts.input;
        let say = &input.extra_letter_words().item_status;
        let on = input.as_of();
        let positions = self.invoice_facts.positions.iter();
        let status = |position: &&ItemPosition<'_>| {
            let mut holds = position.ladder_position.active_holds(on);
            let held = holds.find(|held| !matches!(held.hold, Hold::Hold | Hold::Insolvency));
            if is_held_whole(position, Hold::Handover, on) {
                return say.handed_over;
            }
            let due = input.journal().items[position.item].due;
            let agreed = |held: &HoldPeriod<'_>| held.event.is_agreed_arrangement();
            match held.map(|held| (held.hold, held.covers_whole_invoice)) {
                Some((Hold::Plan, _)) if !held.is_some_and(agreed) => say.plan_offered,
                Some((Hold::Dispute, true)) => say.disputed,
                Some((Hold::Dispute, false)) => say.partly_disputed,
                Some((Hold::Conceded, true)) => say.conceded,
                Some((Hold::Conceded, false)) => say.partly_conceded,
                Some((Hold::Plan, _)) => say.in_plan,
                Some((Hold::Promise, _)) => say.promised,
                Some((Hold::Settlement, _)) => say.settlement_offered,
                Some((Hold::Handover, _)) => say.handed_over,
                _ if input.dunning().missed_plan(position).is_some() => say.in_plan,
                _ if due.is_none_or(|due| due >= on) => say.not_due,
                _ if is_held_whole(position, Hold::Hold, on) => say.kept_back,
                _ => "",
            }
        };
        positions.map(status).collect()
    }

    fn open_item_parts(&self) -> Vec<LetterBlock> {
        let mut table = self.invoice_facts.to_table();
        let statuses = self.item_statuses();
        if statuses.iter().any(|status| !status.is_empty()) {
            let heading = self.invoice_facts.input.extra_letter_words().status;
            table.headings.push(heading.to_owned());
            table.right_aligned.push(false);
            for (row, status) in table.rows.iter_mut().zip(statuses) {
                row.push(status.to_owned());
            }
            table.total.push(String::new());
        }
        table_parts(table)
    }

    /// Payments, credit notes and the like.
    fn receipt_parts(&self) -> Vec<LetterBlock> {
        let about = &self.invoice_facts;
        let (journal, label) = (about.input.journal(), about.input.letter_words());
        let rows = self.reductions.iter().map(|reduction| {
            let from = &journal.movements[reduction.movement];
            [
                (label.style.short_day)(from.date),
                self.reduction_label(reduction.kind, from.kind).to_owned(),
                journal.invoice_no(reduction.invoice).to_owned(),
                about.format_amount(reduction.amount),
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

    fn reduction_label(&self, how: ReductionKind, kind: MovementKind) -> &'static str {
        let words = self.invoice_facts.input.extra_letter_words();
        match (how, kind) {
            (ReductionKind::GivenUp, _) => words.waived,
            (ReductionKind::SetOff, MovementKind::Payment | MovementKind::Reversal) => {
                words.discount
            }
            _ => self.movement_label(kind),
        }
    }

    fn movement_label(&self, kind: MovementKind) -> &'static str {
        let words = self.invoice_facts.input.extra_letter_words();
        match kind {
            MovementKind::Payment => words.payment,
            MovementKind::Apply => words.applied,
            MovementKind::Credit => words.credit,
            MovementKind::Reversal => words.reversal,
            MovementKind::Waive | MovementKind::Settle => words.waived,
            MovementKind::Refund
            | MovementKind::Fee
            | MovementKind::Costs
            | MovementKind::Interest
            | MovementKind::Writeoff
            | MovementKind::Void => words.adjustment,
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

/// Whether a hold of a kind is about a whole invoice.
fn is_held_whole(position: &ItemPosition<'_>, hold: Hold, on: NaiveDate) -> bool {
    let mut holds = position.ladder_position.active_holds(on);
    holds.any(|held| held.hold == hold && held.covers_whole_invoice)
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
            "what is late and asked: not what is contested, conceded or in a plan, less what stands on account; empty where nothing is",
            Self::overdue_amount,
        ),
        flag(
            "in_favour",
            "whether more stands on account than the customer owes",
            |it| it.balance() < Minor::ZERO,
        ),
        block(
            "arrangements",
            "plans and offers that stand: what is paid later, and what is taken as full; nothing where there are none",
            |it| it.invoice_facts.arrangement_parts(),
        ),
        amount(
            "disputed_amount",
            "€ 400,00",
            "what the customer contests; empty where nothing is",
            Self::disputed_amount,
        ),
        words(
            "disputed_invoices",
            "factuur 2026-001",
            "the invoices of which something is in dispute",
            |it| it.invoice_facts.name_those(&it.disputed_parts()),
        ),
    ];
}
