//! What of the invoices of a letter is not asked, and which invoices that is about.

use super::invoice_facts::InvoiceFacts;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::InvoiceIx;
use crate::letter::templates::variable_list::{VariableDef, amount, words};
use crate::value::money::Minor;

impl<'a, 'j: 'a> InvoiceFacts<'a, 'j> {
    /// Of each invoice what `kept` gives, with what is open of it, charges included; in the order of the letter.
    pub fn parts_not_asked(
        &self,
        kept: impl Fn(&ItemPosition<'j>, Minor) -> Minor,
    ) -> Vec<(InvoiceIx, Minor)> {
        let dunning = self.input.dunning();
        let of_invoice = |invoice: &InvoiceIx| {
            let mut positions = self.positions.iter();
            let first = positions.find(|position| position.invoice == *invoice)?;
            let lines = self.lines.iter().filter(|line| line.invoice == *invoice);
            let open: Minor = lines.map(|line| line.open).sum();
            Some((*invoice, kept(first, open + dunning.charges_on(*invoice))))
        };
        self.invoices.iter().filter_map(of_invoice).collect()
    }

    /// What was conceded of each invoice and is not credited yet.
    fn conceded_parts(&self) -> Vec<(InvoiceIx, Minor)> {
        let on = self.input.as_of();
        self.parts_not_asked(|position, open| {
            let conceded = position.concessions(on).filter_map(|held| held.amount);
            conceded.sum::<Minor>().min(open)
        })
    }

    /// What was conceded of one of them and is not credited yet.
    pub fn conceded_of(&self, invoice: InvoiceIx) -> Minor {
        let parts = self.conceded_parts().into_iter();
        let own = parts.filter(|(other, _)| *other == invoice);
        own.map(|(_, part)| part).sum()
    }

    /// What was conceded of all of them and is not credited yet.
    pub fn conceded_amount(&self) -> Minor {
        let parts = self.conceded_parts().into_iter();
        parts.map(|(_, part)| part).sum()
    }

    /// What the credit notes of those invoices are to be of: what was conceded, also where some of it was paid.
    pub fn credit_notes_to_come(&self) -> Minor {
        let dunning = self.input.dunning();
        let parts = self.conceded_parts().into_iter();
        let parts = parts.filter(|(_, open)| open.is_positive());
        let notes = parts.map(|(invoice, open)| {
            let notes = dunning.credit_notes_of(invoice).into_iter();
            notes.map(|note| note.amount).sum::<Minor>().max(open)
        });
        notes.sum()
    }

    /// The invoices of which that was conceded, by their numbers; empty where there are none.
    pub fn conceded_invoices(&self) -> String {
        self.name_those(&self.conceded_parts())
    }

    /// The invoices of which a part is contested, by their numbers; empty where there are none.
    pub fn disputed_invoices(&self) -> String {
        let dunning = self.input.dunning();
        let disputed =
            |position: &ItemPosition<'j>, open| dunning.not_asked(position, open).disputed;
        self.name_those(&self.parts_not_asked(disputed))
    }

    /// The invoices of the letter of which some part is more than nothing, by their numbers.
    pub fn name_those(&self, parts: &[(InvoiceIx, Minor)]) -> String {
        let mut invoices = self.invoices.clone();
        invoices.retain(|invoice| {
            let mut parts = parts.iter();
            parts.any(|(other, part)| other == invoice && part.is_positive())
        });
        if invoices.is_empty() {
            return String::new();
        }
        self.input.name_invoices(&invoices)
    }

    /// What any letter about open invoices may name of it.
    pub const CONCEDED_VARIABLES: &'a [VariableDef<Self>] = &[
        amount(
            "conceded_amount",
            "€ 30,00",
            "what was conceded to the customer and is not credited yet: it is not asked; empty where nothing is",
            Self::conceded_amount,
        ),
        amount(
            "credit_note_amount",
            "€ 45,00",
            "what the credit notes for it are to be of: more than that where the customer paid some of it",
            Self::credit_notes_to_come,
        ),
        words(
            "conceded_invoices",
            "factuur 2026-001",
            "the invoices of which that was conceded",
            Self::conceded_invoices,
        ),
    ];
}
