//! Costs of a consumer: none without the fourteen-day letter, never more than it announced or the scale gives, and no
//! agreement to his harm (NL: BW 6:96 lid 5 and 6).

use super::case::Case;
use super::costs::{Asked, Costs};
use super::letter::{Letter, letter};
use super::model::Refusal;
use super::remark::{Came, NoCosts, NotClaimed, Remark};
use crate::journal::ladder::CostTerms;
use crate::journal::model::InvoiceIx;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What one letter is about.
struct Group<'a> {
    letter: Letter<'a>,
    /// The cases of the claim, by their places.
    places: Vec<usize>,
}

impl<'a> Costs<'a> {
    /// Decides for the cases of one consumer: letter by letter.
    pub fn of_consumer(&mut self, cases: &mut [Case]) -> Result<(), Refusal> {
        let mut groups = BTreeMap::new();
        for (place, case) in cases.iter_mut().enumerate() {
            match self.letter_of(case) {
                Ok(letter) => {
                    let key = letter.sent.origin;
                    let places = Vec::new();
                    let group: &mut Group<'_> =
                        groups.entry(key).or_insert(Group { letter, places });
                    group.places.push(place);
                }
                Err(why) => self.without_letter(case, why),
            }
        }
        for group in groups.into_values() {
            self.by_letter(&group, cases)?;
        }
        Ok(())
    }

    fn letter_of(&self, case: &Case) -> Result<Letter<'a>, NoCosts> {
        let due = case.parts.first().and_then(|part| part.debt.due);
        let about = (case.invoice, due);
        letter(self.docket, self.law, self.party, about, self.on())
    }

    fn without_letter(&mut self, case: &mut Case, why: NoCosts) {
        if case.written().next().is_some() {
            self.cap(case, Minor::ZERO, self.on(), Some(why));
        } else if case.late(self.on()) > 0 {
            self.none(case, why);
        }
    }

    fn by_letter(&mut self, group: &Group<'_>, cases: &mut [Case]) -> Result<(), Refusal> {
        let Some(oldest) = oldest(cases, &group.places) else {
            return Ok(());
        };
        let notice = group.letter.notice;
        self.remarks.push(Remark::Letter(Came {
            sent: group.letter.sent.date,
            receipt: notice.receipt,
            way: group.letter.way,
            last_day: notice.last_day,
        }));
        let beside = self.beside(group, cases);
        let written = group.places.iter().filter_map(|place| cases.get(*place));
        let has_costs = written.into_iter().any(Case::has_costs);
        // What was written is that of all invoices the letter names; what was not is that of this claim.
        let with: &[Case] = if has_costs { &beside } else { &[] };
        let Some(asked) = self.allowed(group, cases, (&beside, with))? else {
            let why = self.why_none(cases.get(oldest));
            self.refuse(group, cases, why);
            return Ok(());
        };
        if has_costs {
            self.cap_group(group, cases, asked);
            return Ok(());
        }
        if let Some(other) = beside.iter().find(|case| case.has_costs()) {
            let why = NoCosts::WrittenOn(other.invoice);
            self.refuse(group, cases, why);
            return Ok(());
        }
        let fees = self.cap_group(group, cases, asked);
        if let Some(case) = cases.get(oldest)
            && case.costs == CostTerms::None
        {
            self.none(case, NoCosts::Policy);
            return Ok(());
        }
        let rest = Asked {
            costs: (asked.costs - fees).max(Minor::ZERO),
            ..asked
        };
        if let Some(case) = cases.get_mut(oldest) {
            self.add(case, rest, notice.last_day);
        }
        Ok(())
    }

    /// The invoices that the letter names and this claim does not.
    fn beside(&mut self, group: &Group<'_>, cases: &[Case]) -> Vec<Case> {
        let claimed: BTreeSet<InvoiceIx> = cases.iter().map(|case| case.invoice).collect();
        let named = group.letter.sent.invoices();
        let others = named.filter(|number| !claimed.contains(number) && self.is_own(*number));
        let others: Vec<InvoiceIx> = others.collect();
        let case = |number: &InvoiceIx| Case::of(self.docket, self.party, *number);
        let beside: Vec<Case> = others.iter().map(case).collect();
        if !others.is_empty() {
            let sent = group.letter.sent.date;
            self.remarks.push(Remark::LetterNamesMore(sent, others));
        }
        beside
    }

    /// What the letter lets one ask; `None` where it is nothing. It announced costs of all it names; of the invoices
    /// beside those of the claim, `with` are counted.
    fn allowed(
        &mut self,
        group: &Group<'_>,
        cases: &[Case],
        (beside, with): (&[Case], &[Case]),
    ) -> Result<Option<Asked>, Refusal> {
        let own = || group.places.iter().filter_map(|place| cases.get(*place));
        let Some(first) = own().min_by_key(|case| case.first_late()) else {
            return Ok(None);
        };
        let (sent, notice) = (group.letter.sent.date, group.letter.notice);
        let all = principals(own().chain(beside), sent)?;
        let before = principals(own().chain(with), sent)?;
        let paid = paid_inside(own().chain(with), sent, notice.last_day)?;
        let after = (before - paid).max(Minor::ZERO);
        let most = match first.costs {
            CostTerms::Fixed(agreed) => agreed.minor,
            CostTerms::None | CostTerms::Statutory => Minor(i128::MAX),
        };
        let lawful = self.scale(first, &[all])?.min(most);
        let scale = self.scale(first, &[after])?;
        let costs = scale.min(most);
        let announced = group.letter.announced.minor;
        let rate = self.announced_vat(first, (sent, notice.costs_from), announced, lawful)?;
        let costs = costs.min(announced);
        if !costs.is_positive() {
            return Ok(None);
        }
        if after < before {
            let sums = (first.money(before), first.money(after));
            self.remarks.push(Remark::PaidInside(sums));
        }
        let tax = rate.map(|rate| Ok((rate, self.tax(first, rate, costs)?)));
        Ok(Some(Asked {
            from: notice.costs_from,
            base: (costs < most || most >= scale).then_some(after),
            costs,
            vat: tax.transpose()?,
        }))
    }

    /// The rate of the tax, where the law lets it come on top and the letter announced it. Says where the letter
    /// announced anything else than the law gave on its day.
    fn announced_vat(
        &mut self,
        case: &Case,
        (sent, from): (NaiveDate, NaiveDate),
        announced: Minor,
        lawful: Minor,
    ) -> Result<Option<Share>, Refusal> {
        let rate = self.vat_rate(from);
        let tax = rate.map(|rate| self.tax(case, rate, lawful)).transpose()?;
        let whole = lawful + tax.unwrap_or_default();
        if announced != lawful && announced != whole {
            let sums = (case.money(announced), case.money(whole));
            self.remarks.push(Remark::Announced(sent, sums));
        }
        Ok(rate.filter(|_| announced >= whole))
    }

    fn why_none(&self, case: Option<&Case>) -> NoCosts {
        match case {
            Some(case) if !self.has_scale(case) => NoCosts::NoScale,
            _ => NoCosts::PaidInTime,
        }
    }

    /// None of what was written is claimed, and nothing instead.
    fn refuse(&mut self, group: &Group<'_>, cases: &mut [Case], why: NoCosts) {
        for place in &group.places {
            if let Some(case) = cases.get_mut(*place) {
                self.without_letter(case, why);
            }
        }
    }

    /// Lowers what was written in a group to what may be asked; answers how much of it is claimed.
    fn cap_group(&mut self, group: &Group<'_>, cases: &mut [Case], asked: Asked) -> Minor {
        let mut left = asked.sum();
        for place in &group.places {
            if let Some(case) = cases.get_mut(*place) {
                left -= self.cap(case, left, group.letter.notice.last_day, None);
            }
        }
        asked.sum() - left
    }

    /// Lowers what was written of a case to a sum; what was written early counts from the day it may be asked.
    fn cap(
        &mut self,
        case: &mut Case,
        most: Minor,
        since: NaiveDate,
        why: Option<NoCosts>,
    ) -> Minor {
        let written: Vec<(usize, Minor)> = case
            .written()
            .map(|(place, _, amount)| (place, amount))
            .collect();
        let mut left = most;
        for (place, amount) in written {
            let claimed = amount.min(left);
            left -= claimed;
            if claimed < amount
                && let Some(entry) = case.entry(place)
            {
                self.remarks.push(Remark::Refused(NotClaimed {
                    invoice: case.invoice,
                    entry,
                    amount: case.money(amount - claimed),
                    why,
                }));
            }
            case.claim_instead(place, claimed, since);
        }
        most - left
    }
}

fn oldest(cases: &[Case], places: &[usize]) -> Option<usize> {
    let mut places = places.to_vec();
    places.sort_by_key(|place| cases.get(*place).and_then(Case::first_late));
    places.first().copied()
}

/// Principal that was late, and open at the end of a day.
fn principals<'c>(cases: impl Iterator<Item = &'c Case>, day: NaiveDate) -> Result<Minor, Refusal> {
    let open = cases.map(|case| case.late_principal(day, day));
    let open: Vec<Minor> = open.collect::<Result<_, _>>()?;
    Ok(open.into_iter().sum())
}

/// What came in after a day through another for what was late then. All of it lowers the costs, also what went to
/// interest: the lower claim is safe.
fn paid_inside<'c>(
    cases: impl Iterator<Item = &'c Case>,
    sent: NaiveDate,
    last_day: NaiveDate,
) -> Result<Minor, Refusal> {
    let paid = cases.map(|case| case.paid_on_late(sent, last_day));
    let paid: Vec<Minor> = paid.collect::<Result<_, _>>()?;
    Ok(paid.into_iter().sum())
}
