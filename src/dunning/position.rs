//! Where every open item stands: its step, its holds, and the gates that are closed.

use super::gate::{Gate, Gates};
use super::standing::{Standing, Steps};
use super::track::{Tracks, in_order};
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, InvoiceIx, ItemIx, Journal};
use crate::ledger::model::{Charges, Ledger};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Everything about dunning on the day of a ledger.
#[derive(Debug)]
pub struct Dunning<'j> {
    /// What the journal means.
    pub journal: &'j Journal,
    /// Who owes what on the day.
    pub ledger: &'j Ledger,
    /// What was sent, promised and held.
    pub tracks: Tracks<'j>,
    /// How a standing follows from it.
    pub steps: Steps<'j>,
    /// What closes gates.
    pub gates: Gates<'j>,
}

/// Where one item stands.
#[derive(Clone, Debug)]
pub struct Position<'j> {
    /// Whose; every item of a journal without errors has somebody.
    pub customer: Option<CustomerIx>,
    /// Of which invoice.
    pub invoice: InvoiceIx,
    /// Which.
    pub item: ItemIx,
    /// Its place among the instalments, from 0.
    pub place: usize,
    /// The step done and the step next.
    pub standing: Standing<'j>,
    /// Gates that are closed, in the order of [`Gate`]; empty where nothing is open.
    pub gates: Vec<Gate>,
}

impl<'j> Dunning<'j> {
    /// Reads the entries up to the day of the ledger. `today` is the day on which the question is asked; another
    /// one only when a page looks ahead.
    ///
    /// ```
    /// use tegoed::dunning::position::Dunning;
    /// use tegoed::value::calendar::AsOf;
    /// # use std::{io, path::{Path, PathBuf}};
    /// # use tegoed::{check::Reach, load::Roots, pipeline::{PipelineOptions, run}, text::source::Files, value::calendar::day};
    /// # struct One(&'static str);
    /// # impl Files for One {
    /// #     fn open(&self, _: &Path) -> io::Result<Box<dyn io::Read + '_>> { Ok(Box::new(self.0.as_bytes())) }
    /// #     fn matching(&self, _: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> { Ok(vec![pattern.into()]) }
    /// #     fn canonical(&self, path: &Path) -> io::Result<PathBuf> { Ok(path.to_owned()) }
    /// # }
    /// let journal = One("format 1\ncustomer @jansen\n\
    ///     2026-01-05 invoice #1 @jansen 1210.00 due 2026-02-04 | Stairs\n\
    ///     2026-02-10 sent reminder #1 via email\n");
    /// let as_of = AsOf(day(2026, 2, 28).ok_or("no such day")?);
    /// let outcome = run(&Roots::one("j.tegoed"), &journal, PipelineOptions { as_of, reach: Reach::Errors })?;
    /// let dunning = Dunning::of(&outcome.journal, &outcome.ledger, as_of.0);
    /// let positions = dunning.open(|_| true);
    /// let standing = &positions.first().ok_or("nothing open")?.standing;
    /// assert_eq!(standing.done_stage().map(|stage| &*stage.name), Some("reminder"));
    /// assert_eq!(standing.next_stage().map(|stage| &*stage.name), Some("demand"));
    /// // The reminder gave until 17 February; two days for the bank; but ten days' gap is later.
    /// assert_eq!(standing.next.as_ref().and_then(|next| next.from()), day(2026, 2, 20));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(journal: &'j Journal, ledger: &'j Ledger, today: NaiveDate) -> Self {
        Self {
            journal,
            ledger,
            tracks: Tracks::of(journal, &in_order(journal, ledger.as_of.0)),
            steps: Steps::of(journal, ledger),
            gates: Gates::of(journal, ledger, today),
        }
    }

    /// The day of the ledger.
    pub const fn on(&self) -> NaiveDate {
        self.ledger.as_of.0
    }

    /// Where an item stands.
    pub fn standing(&self, item: ItemIx) -> Standing<'j> {
        let invoice = self.journal.items[item].invoice;
        let all = self
            .tracks
            .customer(self.journal.invoices[invoice].customer);
        let own = self.tracks.invoice(invoice);
        self.steps.standing(item, own, all, self.ledger.as_of.0)
    }

    /// The open items of the customers that are wanted, in the order in which their invoices were first named.
    pub fn open(&self, wanted: impl Fn(Option<CustomerIx>) -> bool) -> Vec<Position<'j>> {
        let mut found = Vec::new();
        // The items of an invoice stand together: what is open of it is added up once.
        let mut last = None;
        for (item, state) in self.ledger.items.iter() {
            let invoice = self.journal.items[item].invoice;
            if state.open > 0 && wanted(self.journal.invoices[invoice].customer) {
                let known = last.filter(|(known, _)| *known == invoice);
                let (_, open) = known.unwrap_or_else(|| (invoice, self.steps.open(invoice)));
                last = Some((invoice, open));
                found.push(self.placed(item, open));
            }
        }
        self.close_minimum(&mut found);
        found
    }

    /// Where one item stands. The gate [`Gate::Minimum`] is not asked: it is one of all items of a letter.
    pub fn position(&self, item: ItemIx) -> Position<'j> {
        self.placed(item, self.steps.open(self.journal.items[item].invoice))
    }

    /// Where one item stands, of an invoice of which this much is open.
    fn placed(&self, item: ItemIx, open: Minor) -> Position<'j> {
        let invoice = self.journal.items[item].invoice;
        let record = &self.journal.invoices[invoice];
        let standing = self.standing(item);
        let gates = if self.ledger.items[item].open > 0 && standing.next.is_some() {
            self.gates.closed(invoice, open, &standing)
        } else {
            Vec::new()
        };
        Position {
            customer: record.customer,
            invoice,
            item,
            place: self.journal.place_in_invoice(item),
            standing,
            gates,
        }
    }

    /// A letter about less than the least its policy wants is not sent: all its items together.
    fn close_minimum(&self, positions: &mut [Position<'j>]) {
        if self
            .journal
            .policies
            .iter()
            .all(|(_, policy)| policy.minimum.is_none())
        {
            return;
        }
        let mut letters: BTreeMap<(Option<CustomerIx>, Currency), Minor> = BTreeMap::new();
        let on = self.ledger.as_of.0;
        let mut counted = None;
        for position in positions
            .iter()
            .filter(|position| position.asks_for_letter(on))
        {
            let sum = letters.entry(self.letter(position)).or_default();
            *sum += self.ledger.items[position.item].open.into();
            if counted.replace(position.invoice) != Some(position.invoice) {
                *sum += self.charges(position.invoice);
            }
        }
        for position in positions {
            let least = position.standing.policy.minimum;
            let letter = self.letter(position);
            if let (Some(least), Some(sum)) = (least, letters.get(&letter))
                && position.asks_for_letter(on)
                && least.currency == letter.1
                && *sum < least.minor
            {
                position.gates.push(Gate::Minimum);
            }
        }
    }

    /// What a letter is about: one customer, one currency.
    pub fn letter(&self, position: &Position<'_>) -> (Option<CustomerIx>, Currency) {
        (
            position.customer,
            self.journal.invoices[position.invoice].currency,
        )
    }

    /// What is claimed on an invoice beside its principal.
    pub fn charges(&self, invoice: InvoiceIx) -> Minor {
        self.ledger
            .charges
            .get(&invoice)
            .map_or(Minor::ZERO, Charges::sum)
    }
}

impl Position<'_> {
    /// Whether its next step can be taken on a day.
    pub fn is_possible(&self, on: NaiveDate) -> bool {
        let from = self
            .standing
            .next
            .as_ref()
            .and_then(super::standing::Next::from);
        self.gates.is_empty() && from.is_some_and(|from| from <= on)
    }

    /// Whether its next step can be taken on a day and is a letter.
    pub fn asks_for_letter(&self, on: NaiveDate) -> bool {
        let stage = self.standing.next_stage();
        self.is_possible(on) && stage.is_some_and(|stage| *stage.name != *HANDOVER_STAGE)
    }
}
