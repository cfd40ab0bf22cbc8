//! `statement`: all that is open, what came in for it, what stands on account, and what that makes together.

use super::about::{ABOUT, About, all, given};
use super::kind::Occasion;
use super::told::{Absent, Asks, Told};
use super::view::View;
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::worklist::letters::disputed_part;
use crate::journal::model::{InvoiceIx, MovementIx, MovementKind};
use crate::language::letters::Warmth;
use crate::ledger::model::AllocationRule;
use crate::ledger::unallocated::{UnallocatedMoney, unallocated_money};
use crate::letter::templates::given::{Given, Sort};
use crate::letter::variables::known::{Known, known};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use std::collections::{BTreeMap, BTreeSet};

/// The letter.
pub static STATEMENT: Occasion = Occasion {
    name: "statement",
    about: "tell all that is open, what came in for it, and what stands on account",
    needs: "nothing of his is open, and nothing stands on account",
    names_invoices: false,
    tell,
    variables: || all(KNOWN, ABOUT),
};

/// The account of a customer in one currency.
struct Account<'a, 'j> {
    about: About<'a, 'j>,
    /// What lowered what is owed on the open invoices: by which entry, on which of them, how much.
    came: Vec<(MovementIx, InvoiceIx, Minor)>,
    /// What stands on account.
    waiting: Vec<UnallocatedMoney<'a>>,
}

fn tell(view: &View<'_, '_>) -> Result<Vec<Told>, Absent> {
    let (journal, ledger) = (view.journal(), view.dunning.ledger);
    let own: Vec<UnallocatedMoney<'_>> = unallocated_money(journal, ledger)
        .filter(|money| money.customer == view.customer)
        .collect();
    let invoices = view.positions.iter().map(|position| position.invoice);
    let open = invoices.map(|invoice| journal.invoices[invoice].currency);
    let currencies: BTreeSet<Currency> = open.chain(own.iter().map(|it| it.currency)).collect();
    if currencies.is_empty() {
        return Err(Absent::Nothing);
    }
    let letters = currencies.into_iter().map(|currency| {
        let positions = view.positions.iter();
        let positions =
            positions.filter(|position| journal.invoices[position.invoice].currency == currency);
        let about = About::of(*view, currency, positions.collect());
        let waiting = own.iter().filter(|money| money.currency == currency);
        told(&Account {
            came: came(&about),
            waiting: waiting.copied().collect(),
            about,
        })
    });
    Ok(letters.collect())
}

/// What lowered what is owed on some invoices, in the order in which it did; the steps of one entry on one invoice
/// are one.
fn came(about: &About<'_, '_>) -> Vec<(MovementIx, InvoiceIx, Minor)> {
    let (journal, ledger) = (about.view.journal(), about.view.dunning.ledger);
    let invoices: BTreeSet<InvoiceIx> = about.invoices().into_iter().collect();
    let mut sums: BTreeMap<(MovementIx, InvoiceIx), Minor> = BTreeMap::new();
    let mut order = Vec::new();
    for step in &ledger.allocations {
        let invoice = journal.items[step.item].invoice;
        if invoices.contains(&invoice)
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

fn told(account: &Account<'_, '_>) -> Told {
    let about = &account.about;
    let late = account.late();
    Told {
        currency: about.currency,
        invoices: about.invoices(),
        days: about.days(),
        amount: account.balance(),
        asks: late.is_positive().then_some(Asks {
            amount: late,
            by: None,
        }),
        misses_money: false,
        names_charges: true,
        warmth: Warmth::Friendly,
        given: given(KNOWN, account, about),
        enclosed: Vec::new(),
        wait: None,
    }
}

impl Account<'_, '_> {
    fn on_account(&self) -> Minor {
        self.waiting.iter().map(|money| money.remaining).sum()
    }

    fn balance(&self) -> Minor {
        self.about.open() + self.about.charges() - self.on_account()
    }

    fn disputed(&self) -> Minor {
        let view = &self.about.view;
        let mut seen = BTreeSet::new();
        let first = self.about.positions.iter();
        let first = first.filter(|position| seen.insert(position.invoice));
        first
            .map(|position| disputed_part(position, view.on()))
            .sum()
    }

    /// What is late and not contested, less what stands on account. Somebody else collects what was handed over.
    fn late(&self) -> Minor {
        let on = self.about.view.on();
        let asked: Vec<_> = self
            .about
            .view
            .ours()
            .filter(|position| {
                let mut holds = position.ladder_position.active_holds(on);
                !holds.any(|held| held.covers_whole_invoice)
            })
            .map(|position| position.item)
            .collect();
        let late = self.about.lines.iter();
        let late = late.filter(|line| line.days > 0 && asked.contains(&line.item));
        let late: Minor = late.map(|line| line.open).sum();
        let due = late - self.disputed() - self.on_account();
        if late.is_positive() { due } else { Minor::ZERO }
    }

    fn open_items(&self) -> Vec<LetterBlock> {
        if self.about.lines.is_empty() {
            return Vec::new();
        }
        vec![LetterBlock::Table(self.about.table())]
    }

    /// Payments, credit notes and the like.
    fn receipts(&self) -> Vec<LetterBlock> {
        if self.came.is_empty() {
            return Vec::new();
        }
        let (view, words) = (&self.about.view, self.about.view.words());
        let journal = view.journal();
        let rows = self.came.iter().map(|(from, invoice, amount)| {
            let from = &journal.movements[*from];
            vec![
                (view.say().style.short_day)(from.date),
                self.kind(from.kind).to_owned(),
                journal.invoice_no(*invoice).to_owned(),
                self.about.money(*amount),
            ]
        });
        vec![LetterBlock::Table(LetterTable {
            headings: [
                view.say().label.date_column,
                words.what,
                view.say().label.invoice,
                view.say().label.amount,
            ]
            .map(str::to_owned)
            .to_vec(),
            right_aligned: vec![false, false, false, true],
            rows: rows.collect(),
            total: Vec::new(),
        })]
    }

    fn kind(&self, kind: MovementKind) -> &'static str {
        let words = self.about.view.words();
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
            | MovementKind::Void => words.given_up,
        }
    }

    fn waiting_money(&self) -> Vec<LetterBlock> {
        if self.waiting.is_empty() {
            return Vec::new();
        }
        let (view, words) = (&self.about.view, self.about.view.words());
        let rows = self.waiting.iter().map(|money| {
            vec![
                (view.say().style.short_day)(money.movement.date),
                self.kind(money.movement.kind).to_owned(),
                self.about.money(money.remaining),
            ]
        });
        vec![LetterBlock::Table(LetterTable {
            headings: [view.say().label.date_column, words.what, words.on_account]
                .map(str::to_owned)
                .to_vec(),
            right_aligned: vec![false, false, true],
            rows: rows.collect(),
            total: Vec::new(),
        })]
    }

    /// What all of it makes together.
    fn sum(&self) -> Vec<LetterBlock> {
        let words = self.about.view.words();
        let balance = self.balance();
        let (label, sum) = if balance < Minor::ZERO {
            (words.balance_in_favour, -balance)
        } else {
            (words.balance, balance)
        };
        let parts = [
            (words.open_invoices, self.about.open()),
            (words.charges, self.about.charges()),
            (words.on_account, -self.on_account()),
        ];
        let parts = parts.into_iter().filter(|(_, minor)| !minor.is_zero());
        let facts = parts.chain(std::iter::once((label, sum)));
        let facts = facts.map(|(label, minor)| (label.to_owned(), self.about.money(minor)));
        vec![LetterBlock::Facts(facts.collect())]
    }
}

type Give = fn(&Account<'_, '_>) -> Given;

static KNOWN: &[Known<Give>] = &[
    known(
        "open_items",
        Sort::Block,
        "",
        "a table of all that is open; nothing where nothing is",
        |it| Given::Parts(it.open_items()),
    ),
    known(
        "receipts",
        Sort::Block,
        "",
        "a table of payments and credit notes for what is open; nothing where there were none",
        |it| Given::Parts(it.receipts()),
    ),
    known(
        "on_account",
        Sort::Block,
        "",
        "a table of what stands on account; nothing where nothing does",
        |it| Given::Parts(it.waiting_money()),
    ),
    known(
        "balance",
        Sort::Block,
        "",
        "what is open, charges, what stands on account, and what that makes together",
        |it| Given::Parts(it.sum()),
    ),
    known(
        "late_amount",
        Sort::Amount,
        "€ 1.000,00",
        "what is late, less what is contested or stands on account; empty where nothing is",
        |it| it.about.positive(it.late()),
    ),
    known(
        "in_favour",
        Sort::YesNo,
        "",
        "whether the customer has more on account than he owes",
        |it| Given::Holds(it.balance() < Minor::ZERO),
    ),
    known(
        "disputed_amount",
        Sort::Amount,
        "€ 400,00",
        "what the customer contests; empty where nothing is",
        |it| it.about.positive(it.disputed()),
    ),
];
