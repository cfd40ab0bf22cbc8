//! Builds the claims on a customer: which invoices they contain, which law governs them, and the sums in each currency.

use super::book_difference::difference_causes;
use super::claim_index::ClaimIndex;
use super::claimed_customer::find_single_customer;
use super::costs::CostsAssessor;
use super::doubts::{doubts_about, policy_remark};
use super::invoice_claim::InvoiceClaim;
use super::limitation::limitation_of_invoice;
use super::model::{Claim, ClaimError, ClaimRow, CustomerClaims};
use super::obstacles::{is_nothing_asked, not_asked_remarks, open_in_books};
use super::parties::ClaimParties;
use super::placement::place_by_law;
use super::remark::{
    ClaimRemark, LimitationEnd, NoCostsReason, OnAccountMoneyUse, UnclaimedCharge,
};
use super::rows::RowBuilder;
use super::waiting_money::OnAccountAllocations;
use crate::journal::model::{InvoiceIx, ItemIx, MovementIx};
use crate::policy::jurisdiction::law::{ClaimKind, Law};
use crate::policy::limitation::Nearness;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// So often at most costs and what money pays are worked out from one another.
const MAX_ROUNDS: usize = 4;

/// Parts of invoices, by the invoice.
pub type PartsOfInvoices = BTreeMap<InvoiceIx, Vec<ItemIx>>;

/// What can be claimed for invoices of one customer, at the end of the as-of day of the ledger.
///
/// # Errors
/// A number is no invoice, the invoices belong to several customers, or a rate table has no rate for a day.
pub fn build_customer_claims(
    docket: &ClaimIndex<'_>,
    invoices: &[InvoiceIx],
) -> Result<Option<CustomerClaims>, ClaimError> {
    build_claims(docket, invoices, &PartsOfInvoices::new())
}

/// The same for some parts of invoices, and for what fell due before these.
///
/// # Errors
/// As [`build_customer_claims`].
pub fn build_claims_of_parts(
    docket: &ClaimIndex<'_>,
    parts: &PartsOfInvoices,
) -> Result<Option<CustomerClaims>, ClaimError> {
    let invoices: Vec<InvoiceIx> = parts.keys().copied().collect();
    build_claims(docket, &invoices, parts)
}

fn build_claims(
    docket: &ClaimIndex<'_>,
    invoices: &[InvoiceIx],
    parts: &PartsOfInvoices,
) -> Result<Option<CustomerClaims>, ClaimError> {
    let journal = docket.journal;
    let Some(customer) = find_single_customer(journal, invoices)? else {
        return Ok(None);
    };
    let party = ClaimParties::for_customer(journal, customer);
    let mut remarks = party.remarks(docket);
    // Nothing to claim is an answer as well, of nothing in the currency of the invoice.
    let mut by_currency: BTreeMap<Currency, Vec<InvoiceIx>> = BTreeMap::new();
    for number in invoices {
        let currency = journal.invoices[*number].currency;
        by_currency.entry(currency).or_default().push(*number);
    }
    let mut claims = Vec::new();
    for (currency, numbers) in by_currency {
        let teller = ClaimBuilder {
            index: docket,
            parties: &party,
            law: party.law.filter(|law| law.currency == currency),
        };
        let placed = teller.place_waiting_money(currency)?;
        let mut prepared = teller.prepare(&numbers, &placed);
        for case in &mut prepared.cases {
            if let Some(parts) = parts.get(&case.invoice) {
                case.keep_through(parts);
            }
        }
        for remark in std::mem::take(&mut prepared.closed) {
            let rest = teller.rest_of_paid(&remark, &prepared.cases);
            remarks.push(remark);
            remarks.extend(rest);
        }
        claims.push(teller.build(currency, prepared, &placed, &mut remarks)?);
    }
    Ok(Some(CustomerClaims {
        customer,
        debtor: party.debtor,
        law: party.law,
        day_count: party.day_count(),
        claims,
        remarks,
    }))
}

/// Builds the claims on one customer in one currency.
pub struct ClaimBuilder<'a> {
    /// The entries that claims are built from.
    pub index: &'a ClaimIndex<'a>,
    /// Creditor and debtor.
    pub parties: &'a ClaimParties,
    /// The law that governs the claim, where it has the same currency.
    pub law: Option<&'static Law>,
}

/// The invoices of a claim in one currency.
#[derive(Default)]
pub struct ClaimInvoices {
    /// Those of which something may be asked, with the money that waits for them.
    pub cases: Vec<InvoiceClaim>,
    /// Why nothing can be claimed for others.
    pub closed: Vec<ClaimRemark>,
    /// What is open of those of which nothing may be asked on the day.
    pub not_asked: Minor,
}

impl ClaimBuilder<'_> {
    fn prepare(&self, numbers: &[InvoiceIx], placed: &OnAccountAllocations) -> ClaimInvoices {
        let mut prepared = ClaimInvoices::default();
        for number in numbers {
            let money = placed.get(number).map_or(&[][..], Vec::as_slice);
            match InvoiceClaim::for_open_invoice(self.index, self.parties, *number) {
                Ok(_) if is_nothing_asked(self.index, *number) => {
                    let said = not_asked_remarks(self.index, *number);
                    prepared.closed.extend(said);
                    prepared.not_asked += open_in_books(self.index, *number);
                }
                Ok(case) => prepared.cases.push(case.with_waiting_money(money)),
                Err(remark) => prepared.closed.push(remark),
            }
        }
        prepared
    }

    /// The money of the customer that waits, put to all that he owes. What it pays decides which costs are owed, and those
    /// are paid before anything else: both are worked out until they agree.
    fn place_waiting_money(&self, currency: Currency) -> Result<OnAccountAllocations, ClaimError> {
        let mut placed = OnAccountAllocations::new();
        let account = (self.parties.customer, currency);
        let Some(waiting) = self.index.waiting_account(account) else {
            return Ok(placed);
        };
        for _ in 0..MAX_ROUNDS {
            let mut cases = self.prepare(&waiting.invoices, &placed).cases;
            self.assess_costs(&mut cases, &placed)?;
            for case in &mut cases {
                case.events.retain(|happening| !happening.waits);
            }
            let (journal, ledger) = (self.index.journal, self.index.ledger);
            let next = place_by_law(journal, ledger, &waiting.credits, &mut cases)?;
            if next == placed {
                break;
            }
            placed = next;
        }
        Ok(placed)
    }

    /// Decides the costs of some invoices. Returns the rows for costs that no entry records, and what is to be said.
    fn assess_costs(
        &self,
        cases: &mut [InvoiceClaim],
        placed: &OnAccountAllocations,
    ) -> Result<(Vec<ClaimRow>, Vec<ClaimRemark>), ClaimError> {
        let mut remarks = Vec::new();
        for case in &mut *cases {
            for (entry, amount) in case.drop_charges_after_insolvency() {
                remarks.push(ClaimRemark::ChargeNotClaimed(UnclaimedCharge {
                    invoice: case.invoice,
                    entry,
                    amount: case.money(amount),
                    reason: Some(NoCostsReason::Insolvent),
                }));
            }
        }
        let Some(law) = self.law else {
            return Ok((Vec::new(), remarks));
        };
        let mut costs = CostsAssessor {
            index: self.index,
            law,
            parties: self.parties,
            placed,
            rows: Vec::new(),
            remarks,
        };
        costs.assess(cases)?;
        if self.parties.is_consumer() && costs.are_repeated() {
            costs.remarks.push(ClaimRemark::RepeatedCosts);
        }
        Ok((costs.rows, costs.remarks))
    }

    /// The claim in one currency; of nothing where nothing in it is due.
    ///
    /// # Errors
    /// Interest cannot be reckoned, or a figure is too large.
    pub fn build(
        &self,
        currency: Currency,
        prepared: ClaimInvoices,
        placed: &OnAccountAllocations,
        remarks: &mut Vec<ClaimRemark>,
    ) -> Result<Claim, ClaimError> {
        let mut cases = prepared.cases;
        let (derived, said) = self.assess_costs(&mut cases, placed)?;
        remarks.extend(said);
        if self.law.is_none() && self.parties.law.is_some() && !cases.is_empty() {
            remarks.push(ClaimRemark::OtherCurrency(currency));
        }
        let mut rows_of: BTreeMap<InvoiceIx, Vec<ClaimRow>> = BTreeMap::new();
        for row in &derived {
            rows_of.entry(row.invoice).or_default().push(row.clone());
        }
        let mut claim = Claim::empty(currency);
        for case in &cases {
            remarks.extend(case.remarks(self.index));
            let own = rows_of.get(&case.invoice).map_or(&[][..], Vec::as_slice);
            self.add_invoice(&mut claim, case, own, remarks)?;
        }
        if claim.principal.is_positive() && claim.costs > claim.principal {
            remarks.push(ClaimRemark::CostsExceedPrincipal(
                Money::new(claim.costs, currency),
                Money::new(claim.principal, currency),
            ));
        }
        remarks.extend(self.waiting_money_remarks(currency, placed));
        // Of a claim of nothing it was said already what is not asked.
        if !cases.is_empty() {
            claim.book_balance += prepared.not_asked;
            claim.not_asked += prepared.not_asked;
        }
        if claim.book_balance != claim.total {
            let because = difference_causes(&claim, &cases, &derived, remarks);
            let money = |minor| Money::new(minor, currency);
            let because = because.into_iter();
            remarks.push(ClaimRemark::DiffersFromBooks(
                (money(claim.book_balance), money(claim.total)),
                because
                    .map(|(cause, minor)| (cause, money(minor)))
                    .collect(),
            ));
        }
        Ok(claim)
    }

    /// What each credit on account pays, also where that is no invoice of this claim.
    fn waiting_money_remarks(
        &self,
        currency: Currency,
        placed: &OnAccountAllocations,
    ) -> Vec<ClaimRemark> {
        let account = self
            .index
            .waiting_account((self.parties.customer, currency));
        let credits = account.map_or(&[][..], |account| account.credits.as_slice());
        let money = |minor| Money::new(minor, currency);
        // Money that came back from a void invoice stands there beside what was left of its entry.
        let mut sums: BTreeMap<(NaiveDate, MovementIx), Minor> = BTreeMap::new();
        for credit in credits {
            let came = self.index.journal.movements[credit.movement].date;
            *sums.entry((came, credit.movement)).or_default() += credit.remaining;
        }
        let credits = sums.into_iter().map(|((date, entry), sum)| {
            let mut parts: Vec<(InvoiceIx, Money)> = Vec::new();
            for (invoice, used) in placed {
                let own = used.iter().filter(|part| part.entry == entry);
                let sum: Minor = own.map(|part| part.amount).sum();
                if sum.is_positive() {
                    parts.push((*invoice, money(sum)));
                }
            }
            let used: Minor = parts.iter().map(|(_, used)| used.minor).sum();
            ClaimRemark::WaitingMoney(OnAccountMoneyUse {
                date,
                amount: money(sum),
                parts,
                left_over: money(sum - used),
            })
        });
        credits.collect()
    }

    fn add_invoice(
        &self,
        claim: &mut Claim,
        case: &InvoiceClaim,
        derived: &[ClaimRow],
        remarks: &mut Vec<ClaimRemark>,
    ) -> Result<(), ClaimError> {
        let as_of = self.index.ledger.as_of;
        let told = case.replay(as_of)?;
        let lines = RowBuilder {
            index: self.index,
            journal: self.index.journal,
            parties: self.parties,
            claim: case,
            balance: &told,
            as_of,
        };
        let owed = lines.owed_rows(derived);
        let policy = policy_remark(&owed, case, self.parties.is_consumer());
        claim.rows.extend(owed);
        claim.rows.extend(lines.settlement_rows());
        for part in told.parts.iter().take(case.due_instalments(as_of).len()) {
            claim.principal += part.principal;
            claim.interest += part.interest;
            if case.insolvent_on.is_none() {
                let per_day = claim.per_day.checked_add(part.per_day);
                claim.per_day = per_day.ok_or(ClaimError::TooLarge(case.invoice))?;
            }
            claim.is_provisional |= part.stale.is_some();
            if let Some(stale) = part.stale
                && !remarks
                    .iter()
                    .any(|said| matches!(said, ClaimRemark::RatesNotChecked(..)))
            {
                remarks.push(ClaimRemark::RatesNotChecked(self.parties.debtor, stale));
            }
        }
        claim.interest += told.claimed_interest;
        claim.costs += told.costs;
        claim.total = claim.principal + claim.interest + claim.costs;
        claim.book_balance += case.book_balance;
        claim.not_asked += case.not_asked;
        self.add_interest_remarks(case, remarks);
        remarks.extend(policy);
        Ok(())
    }

    /// The remark that an invoice will be or is barred by limitation; `None` while that is far away.
    fn limitation_remark(&self, law: &Law, invoice: InvoiceIx) -> Option<ClaimRemark> {
        let as_of = self.index.ledger.as_of;
        let end = |kind, sale| {
            let life = limitation_of_invoice(self.index, law, kind, invoice)?;
            let nearness = life.nearness(as_of);
            (nearness != Nearness::Far).then_some(ClaimRemark::LimitationEnd(LimitationEnd {
                invoice,
                last_day: life.last_day,
                nearness,
                is_consumer_sale: sale,
            }))
        };
        let sale = || {
            let consumer = self.parties.is_consumer();
            consumer.then(|| end(ClaimKind::ConsumerSale, true))?
        };
        end(ClaimKind::Contract, false).or_else(sale)
    }

    /// Adds the remarks about doubts on the interest of an invoice, each at most once.
    fn add_interest_remarks(&self, case: &InvoiceClaim, remarks: &mut Vec<ClaimRemark>) {
        let Some(law) = self.law else { return };
        let late = case.overdue_count(self.index.ledger.as_of) > 0;
        let date = self.index.journal.invoices[case.invoice].date;
        if self.parties.is_consumer() && late {
            let rate = |said: &ClaimRemark| matches!(said, ClaimRemark::ConsumerRate);
            if case.has_policy_rate && case.agreed.interest && !remarks.iter().any(rate) {
                remarks.push(ClaimRemark::ConsumerRate);
            }
            let terms = |said: &ClaimRemark| matches!(said, ClaimRemark::TermsNotAgreed);
            let agreed = self.parties.has_agreed_terms_by(self.index, date);
            if !agreed && !remarks.iter().any(terms) {
                remarks.push(ClaimRemark::TermsNotAgreed);
            }
        }
        let table = law.interest_table(self.parties.debtor);
        let said = |said: &ClaimRemark| matches!(said, ClaimRemark::OldContract(_));
        if let Some(caution) = table.caution_for(date)
            && !case.has_policy_rate
            && !remarks.iter().any(said)
        {
            remarks.push(ClaimRemark::OldContract(caution.before));
        }
        remarks.extend(doubts_about(self.index, (law, self.parties), case));
        remarks.extend(self.limitation_remark(law, case.invoice));
    }
}
