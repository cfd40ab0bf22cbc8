//! A letter beside the steps as a draft: its wording filled in, or why it is not written, and what records it.

use super::kind::Occasion;
use super::talk::Talk;
use super::told::{Absent, Told};
use super::view::View;
use crate::claim::claim_index::ClaimIndex;
use crate::document::letter::{Enclosure, Letter};
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, Event};
use crate::language::en::ENGLISH;
use crate::letter::announced::not_owed;
use crate::letter::draft::{Draft, Drafter};
use crate::letter::enclosed::Cabinet;
use crate::letter::payment::{ToPay, reference};
use crate::letter::people::{missing, theirs};
use crate::letter::refusal::Refusal;
use crate::letter::sheet::Sheet;
use crate::letter::variables::ends::{ENDS, Ends};
use crate::letter::variables::known::given;
use crate::value::channel::{Channel, Exclusion};
use crate::value::money::Money;

impl<'j> Drafter<'_, 'j> {
    /// The letters of an occasion to a customer.
    ///
    /// # Errors
    /// Why there is none.
    pub fn on_occasion(
        &self,
        occasion: &'static Occasion,
        customer: CustomerIx,
    ) -> Result<Vec<Draft>, Absent> {
        let (journal, ledger) = (self.dunning.journal, self.dunning.ledger);
        let positions = self.dunning.open_positions(|other| other == Some(customer));
        let docket = ClaimIndex::for_customers(journal, ledger, |other| other == customer);
        self.told(occasion, customer, (&positions, &docket), None)
    }

    /// Whether a step of the ladder of what is open has this name, and a letter. `handover` has none: its entry
    /// completes it.
    pub fn is_step(&self, customer: CustomerIx, name: &str) -> bool {
        let positions = self.dunning.open_positions(|other| other == Some(customer));
        let mut stages = positions
            .iter()
            .flat_map(|position| position.ladder_position.policy.ladder());
        *name != *HANDOVER_STAGE && stages.any(|stage| *stage.name == *name)
    }

    /// The same about one entry.
    pub fn told(
        &self,
        occasion: &'static Occasion,
        customer: CustomerIx,
        (positions, docket): (&[ItemPosition<'j>], &ClaimIndex<'_>),
        only: Option<&'j Event>,
    ) -> Result<Vec<Draft>, Absent> {
        let language = self.language(customer);
        let view = View {
            dunning: self.dunning,
            archive: self.archive,
            past: &self.past,
            customer,
            positions,
            language: language.unwrap_or(&ENGLISH),
            only,
        };
        let all = (occasion.tell)(&view)?;
        let drafts = all.into_iter().map(|told| {
            let mut refusals = self.refused(&view, &told, docket);
            refusals.extend(language.is_none().then_some(Refusal::NoLanguage));
            self.drafted(occasion, &view, told, refusals)
        });
        Ok(drafts.collect())
    }

    fn drafted(
        &self,
        occasion: &Occasion,
        view: &View<'_, 'j>,
        told: Told,
        mut refusals: Vec<Refusal>,
    ) -> Draft {
        refusals.retain(|refusal| !(self.wishes.even_so && refusal.may_pass()));
        let channels = ways(view);
        let letter = if refusals.is_empty() {
            self.worded(occasion, view, &told, &channels)
        } else {
            Err(refusals)
        };
        let talk = letter.as_ref().ok().map(|letter| Talk {
            date: view.on(),
            customer: view.customer,
            invoices: if occasion.names_invoices {
                told.invoices.clone()
            } else {
                Vec::new()
            },
            by_mail: channels.contains(&Channel::Email),
            words: letter.subject.clone(),
            wait: told.wait,
        });
        Draft {
            customer: view.customer,
            stage: occasion.name.to_owned(),
            channels,
            invoices: told.invoices,
            total: Money::new(told.amount, told.currency),
            days: told.days,
            deadline: told.asks.and_then(|asks| asks.by),
            language: Some(view.language.tag),
            letter,
            records: Vec::new(),
            talk,
        }
    }

    /// The letter as its template has it, with what goes with it.
    fn worded(
        &self,
        occasion: &Occasion,
        view: &View<'_, 'j>,
        told: &Told,
        channels: &[Channel],
    ) -> Result<Letter, Vec<Refusal>> {
        let enclosures = self.enclosures(told);
        let ends = Ends {
            journal: view.journal(),
            customer: view.customer,
            on: view.on(),
            language: view.language,
            bank_through: self.dunning.blocker_facts.bank_through,
            enclosures: enclosures.len(),
        };
        let template = self.shelf.find(view.language.tag, occasion.name);
        let template = template.ok_or_else(|| vec![Refusal::NoLetter(occasion.name.to_owned())])?;
        let give = |name: &str| {
            let own = told.given.iter().find(|(known, _)| *known == name);
            own.cloned()
                .or_else(|| given(ENDS, name, |give| give(&ends)))
        };
        let written = template.write(give);
        let written = written.map_err(|fault| vec![Refusal::template(template, &fault)])?;
        let numbers = numbers(view, told);
        let sheet = Sheet {
            journal: view.journal(),
            customer: view.customer,
            language: view.language,
            on: view.on(),
            channels,
            warmth: told.warmth,
            numbers: &numbers,
        };
        let pay = told.asks.map(|asks| ToPay {
            journal: view.journal(),
            language: view.language,
            amount: Money::new(asks.amount, told.currency),
            reference: reference(view.journal(), view.customer, view.on(), &numbers),
            by: asks.by,
            by_words: None,
            methods: true,
        });
        Ok(Letter {
            payment: pay.and_then(|pay| pay.payment()),
            enclosures,
            footer: self.footer(view, told),
            ..sheet.with(written)
        })
    }

    /// Why it is not written.
    fn refused(&self, view: &View<'_, 'j>, told: &Told, docket: &ClaimIndex<'_>) -> Vec<Refusal> {
        let (journal, customer) = (view.journal(), view.customer);
        let mut all = missing(journal, &journal.customers[customer], &ways(view));
        if ways(view).is_empty() {
            all.push(Refusal::NoWay);
        }
        if told.asks.is_none() {
            all.retain(|refusal| *refusal != Refusal::NoIban);
        }
        if told.misses_money && is_stale(view, told) {
            all.push(Refusal::BankStale(self.dunning.blocker_facts.bank_through));
        }
        if let Some(money) = self.waits(view, told).filter(|_| told.misses_money) {
            all.push(Refusal::Unplaced(journal.format_money(money)));
        }
        if told.asks.is_some() || told.names_charges {
            all.extend(not_owed(
                self.dunning,
                docket,
                customer,
                &told.invoices.iter().copied().collect(),
            ));
        }
        all
    }

    /// Money of the customer that nobody placed.
    fn waits(&self, view: &View<'_, '_>, told: &Told) -> Option<Money> {
        let sum = self.unplaced.get(&(view.customer, told.currency)).copied();
        let sum = sum.filter(|sum| sum.is_positive())?;
        Some(Money::new(sum, told.currency))
    }

    fn enclosures(&self, told: &Told) -> Vec<Enclosure> {
        let mut found = Vec::new();
        if !self.wishes.bare {
            let cabinet = Cabinet::of(self.dunning.journal, self.archive, &self.past);
            for (name, documents) in &told.enclosed {
                cabinet.add(&mut found, name, documents);
            }
        }
        found
    }

    /// What the letter does not know, where somebody wanted it all the same.
    fn footer(&self, view: &View<'_, '_>, told: &Told) -> Vec<String> {
        let say = &view.say().sentence;
        if !told.misses_money {
            return Vec::new();
        }
        let stale = self.dunning.blocker_facts.bank_through;
        let stale = stale.filter(|_| is_stale(view, told)).map(say.stale);
        let waits = self.waits(view, told);
        let waits = waits.map(|money| (say.unplaced)(&view.language.amount(money)));
        stale.into_iter().chain(waits).collect()
    }
}

/// By mail where the customer has an address for that, else by post; never by a way that he refuses. Where he has
/// neither address, the way that is open to him.
fn ways(view: &View<'_, '_>) -> Vec<Channel> {
    let customer = &view.journal().customers[view.customer];
    let open = |way: &Channel| !customer.has_exclusion(Exclusion::Channel(*way));
    let ways: Vec<Channel> = [Channel::Email, Channel::Post]
        .into_iter()
        .filter(open)
        .collect();
    let known = |way: &&Channel| {
        let key = way.address_key();
        key.is_some_and(|key| theirs(customer, key).is_some())
    };
    let best = ways.iter().find(known).or_else(|| ways.first());
    best.copied().into_iter().collect()
}

/// Whether bank data are too old to say of its invoices that money did not come.
fn is_stale(view: &View<'_, '_>, told: &Told) -> bool {
    let mut positions = view.positions.iter();
    positions.any(|position| {
        told.invoices.contains(&position.invoice) && position.blockers.contains(&Blocker::BankStale)
    })
}

/// The numbers of its invoices.
fn numbers<'j>(view: &View<'_, 'j>, told: &Told) -> Vec<&'j str> {
    let invoices = told.invoices.iter();
    invoices
        .map(|invoice| view.journal().invoice_no(*invoice))
        .collect()
}
