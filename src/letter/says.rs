//! The letter itself, from top to bottom: what it is about, what is asked, what follows, what went before.

use super::announced::Announced;
use super::due::Due;
use super::form::Form;
use super::lines::{Line, Sums};
use super::past::Past;
use super::people::{own, place, recipient, salutation, sender};
use crate::document::letter::{Enclosure, Letter, Part, Payment};
use crate::dunning::gate::Gate;
use crate::dunning::position::Dunning;
use crate::journal::told::Reason;
use crate::language::letters::{FormWords, LetterWords, Matter, Openings, Said, Warmth};
use crate::language::phrases::Language;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A payment reference may be this long (EPC069-12).
const LONGEST_REFERENCE: usize = 140;

/// Everything a letter speaks of.
pub struct Says<'a, 'j> {
    /// Stages, holds and gates.
    pub dunning: &'a Dunning<'j>,
    /// What went before.
    pub past: &'a Past<'j>,
    /// Which items, and the step of each.
    pub due: &'a Due<'a, 'j>,
    /// What is asked for each.
    pub lines: &'a [Line<'j>],
    /// What that adds up to.
    pub sums: &'a Sums,
    /// What it announces.
    pub announced: &'a Announced,
    /// The last day to pay.
    pub deadline: Option<NaiveDate>,
    /// How it goes out.
    pub channels: &'a [&'static str],
    /// In which language.
    pub language: &'static Language,
    /// Money of the customer that nobody placed.
    pub unplaced: Option<Money>,
}

/// The letter, with what goes with it.
pub fn letter(says: &Says<'_, '_>, enclosures: Vec<Enclosure>) -> Letter {
    let journal = says.dunning.journal;
    let customer = &journal.customers[says.due.customer];
    let sender = sender(journal, says.language);
    let town = sender.address.last().and_then(|line| place(line));
    let warmth = match says.form() {
        Form::Courtesy | Form::Reminder => Warmth::Friendly,
        _ => Warmth::Formal,
    };
    let on = says.dunning.on();
    let numbers = says.numbers();
    let amount = says.money(says.sums.total());
    let matter = says.matter(&numbers, &amount);
    Letter {
        language: says.language.tag,
        recipient: recipient(customer, says.language),
        mail_to: if says.channels.contains(&"email") {
            customer
                .written("email")
                .map(|mail| mail.trim().to_owned())
                .collect()
        } else {
            Vec::new()
        },
        date: on,
        dateline: (says.say().style.dateline)(town, on),
        references: says.references(),
        subject: (says.words().subject)(&matter),
        salutation: salutation(customer, says.language, warmth),
        body: says.body(&matter, &enclosures),
        closing: says.say().frame.closing.to_owned(),
        signature: vec![sender.name.clone()],
        payment: says.payment(&amount),
        enclosures,
        footer: says.footer(),
        sender,
    }
}

impl<'j> Says<'_, 'j> {
    /// What its language says.
    pub const fn say(&self) -> &'static LetterWords {
        &self.language.say.letter
    }

    /// Which built-in letter it is.
    pub fn form(&self) -> Form {
        self.due.form.unwrap_or(Form::Reminder)
    }

    /// What its form says.
    pub fn words(&self) -> &'static FormWords {
        let say = self.say();
        match self.form() {
            Form::Courtesy => &say.courtesy,
            Form::Reminder => &say.reminder,
            Form::Demand => &say.demand,
            Form::Final => &say.last,
            Form::FourteenDays => &say.notice.form,
        }
    }

    /// An amount of its currency.
    pub fn money(&self, minor: Minor) -> String {
        self.language.amount(self.sums.money(minor))
    }

    /// The numbers of its invoices, each once.
    fn numbers(&self) -> Vec<&'j str> {
        let mut seen = BTreeSet::new();
        let numbers = self.lines.iter().map(|line| line.number);
        numbers.filter(|number| seen.insert(*number)).collect()
    }

    fn matter<'m>(&self, numbers: &'m [&'m str], amount: &'m str) -> Matter<'m> {
        let first = self.lines.first().and_then(|line| line.due);
        Matter {
            numbers,
            due: first.filter(|_| self.lines.iter().all(|line| line.due == first)),
            days: self
                .lines
                .iter()
                .map(|line| line.days)
                .max()
                .unwrap_or_default(),
            amount,
            part_paid: self.lines.iter().any(|line| line.paid().is_positive()),
            deadline: self.deadline,
            letters: self.past.letters(self.dunning.journal, self.due),
        }
    }

    /// Our reference, and the order where there is one invoice.
    fn references(&self) -> Vec<(String, String)> {
        let label = &self.say().label;
        let id = self.dunning.journal.customer_id(self.due.customer);
        let ours = match self.numbers().as_slice() {
            [only] => (*only).to_owned(),
            _ => id.to_owned(),
        };
        let mut references = vec![(label.our_reference.to_owned(), ours)];
        if let ([line], 1) = (self.lines, self.numbers().len())
            && let Some(order) = &line.told.order
        {
            references.push((label.your_reference.to_owned(), order.clone()));
        }
        references
    }

    fn body(&self, matter: &Matter<'_>, enclosures: &[Enclosure]) -> Vec<Part> {
        let mut body = vec![Part::Paragraph(self.opening(matter))];
        body.extend(self.broken());
        body.extend(self.invoices());
        body.extend(self.made_up());
        if self.sums.disputed.is_positive() {
            let amount = self.money(self.sums.disputed);
            body.push(Part::Paragraph((self.say().sentence.disputed)(&amount)));
        }
        body.extend(self.asked(matter));
        body.extend(self.lower());
        body.extend(self.follows());
        body.extend(self.beside());
        body.extend(self.attempts());
        body.extend(self.farewell(enclosures));
        body
    }

    fn opening(&self, matter: &Matter<'_>) -> String {
        let reason = self.past.reason(self.dunning.journal, self.due);
        tone(&self.words().opening, reason)(matter)
    }

    /// A share as a rate.
    pub fn percent(&self, rate: Share) -> String {
        let digits = rate.digits();
        let digits = match digits.split_once('.') {
            Some((whole, decimals)) => match decimals.trim_end_matches('0') {
                "" => whole.to_owned(),
                decimals => format!("{whole}{}{decimals}", self.language.decimal_mark),
            },
            None => digits,
        };
        (self.say().style.percent)(&digits)
    }

    /// What a step is called.
    pub fn stage<'s>(&self, name: &'s str) -> &'s str {
        (self.language.say.dunning.stage)(name).unwrap_or(name)
    }

    /// Copies, questions, and payments that crossed the letter.
    fn farewell(&self, enclosures: &[Enclosure]) -> Vec<Part> {
        let say = &self.say().sentence;
        let journal = self.dunning.journal;
        let contact = (say.contact)(own(journal, "phone"), own(journal, "email"));
        let mut parts = Vec::new();
        if !enclosures.is_empty() && self.form() == Form::Reminder {
            parts.push(Part::Paragraph(say.copies.to_owned()));
        }
        if !contact.is_empty() {
            parts.push(Part::Paragraph((self.words().questions)(&contact)));
        }
        let crossed = (say.crossed)(self.dunning.gates.bank_through);
        if self.form() != Form::Courtesy {
            parts.push(Part::Paragraph(crossed));
        }
        parts
    }

    fn payment(&self, amount: &str) -> Option<Payment> {
        let journal = self.dunning.journal;
        let label = &self.say().label;
        let iban: String = own(journal, "iban")?.split_whitespace().collect();
        let name = own(journal, "name")?.to_owned();
        let bic = own(journal, "bic").map(str::to_owned);
        let reference = self.payment_reference();
        let by = match (self.deadline, self.form()) {
            (Some(day), _) => Some((self.say().style.day)(day)),
            (None, Form::Courtesy) => Some(label.by_due_date.to_owned()),
            (None, _) => None,
        };
        let methods = own(journal, "methods").map(|methods| methods.replace(',', ", "));
        let methods = methods.filter(|_| self.form() <= Form::Reminder);
        let printed = [
            (label.amount, Some(amount.to_owned())),
            (label.iban, Some(grouped(&iban))),
            (label.bic, bic.clone()),
            (label.account_name, Some(name.clone())),
            (label.payment_reference, Some(reference.clone())),
            (label.by, by),
            (label.methods, methods),
        ];
        let printed = printed.into_iter();
        Some(Payment {
            amount: self.sums.money(self.sums.total()),
            iban: iban.to_uppercase(),
            bic,
            name,
            reference,
            by: self.deadline,
            printed: printed
                .filter_map(|(label, value)| Some((label.to_owned(), value?)))
                .collect(),
        })
    }

    /// The numbers of the invoices; where they are too many for a bank, the customer and the day.
    fn payment_reference(&self) -> String {
        let numbers = self.numbers().join(", ");
        if numbers.len() <= LONGEST_REFERENCE {
            return numbers;
        }
        let id = self.dunning.journal.customer_id(self.due.customer);
        format!("{id} {}", self.dunning.on())
    }

    /// What the letter does not know, where somebody wanted it all the same.
    fn footer(&self) -> Vec<String> {
        let say = &self.say().sentence;
        let stale = self.due.closed(Gate::BankStale);
        let stale = self.dunning.gates.bank_through.filter(|_| stale);
        let unplaced = self.unplaced.map(|money| self.language.amount(money));
        let unplaced = unplaced.map(|amount| (say.unplaced)(&amount));
        stale
            .map(|day| (say.stale)(day))
            .into_iter()
            .chain(unplaced)
            .collect()
    }
}

/// The beginning that fits why it is not paid.
fn tone(openings: &Openings, reason: Option<Reason>) -> Said {
    match reason {
        None | Some(Reason::None) => openings.silent,
        Some(Reason::Forgot) => openings.forgot,
        Some(Reason::Admin) => openings.admin,
        Some(Reason::Cashflow) => openings.cashflow,
        Some(Reason::Dissatisfied | Reason::Dispute) => openings.dissatisfied,
    }
}

/// An account number in groups of four, as it stands on a card.
fn grouped(iban: &str) -> String {
    let signs: Vec<char> = iban.to_uppercase().chars().collect();
    let groups = signs
        .chunks(4)
        .map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join("\u{a0}")
}
