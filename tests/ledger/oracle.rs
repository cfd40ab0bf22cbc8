//! The same balances worked out slowly: every list is walked from its start, every day, and nothing is remembered.

use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tegoed::journal::model::{
    Component, CustomerIx, InvoiceIx, ItemIx, Journal, Movement, MovementIx, MovementKind as Kind,
    NumberUse, Unreferenced,
};
use tegoed::ledger::model::{FaultKind, Status};
use tegoed::value::currency::Currency;
use tegoed::value::money::Minor;
use tegoed::value::share::part;

const CHARGES: [Component; 3] = [Component::Costs, Component::Fee, Component::Interest];

/// Why something was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Money,
    /// A credit note that names the invoice.
    Credit,
    Recovery(MovementIx),
    Discount,
    Settlement(MovementIx),
}

#[derive(Clone, Debug)]
struct Settled {
    from: MovementIx,
    invoice: InvoiceIx,
    item: ItemIx,
    component: Component,
    amount: Minor,
    why: Why,
    /// A discount or settlement: how far the list reached before it.
    after: usize,
    gone: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Deposit {
    from: MovementIx,
    since: NaiveDate,
    left: Minor,
}

/// The state of everything at the end of a day.
pub struct Oracle<'j> {
    journal: &'j Journal,
    today: NaiveDate,
    pub open: BTreeMap<ItemIx, (Minor, Status, Option<NaiveDate>)>,
    pub charges: BTreeMap<(InvoiceIx, Component), Minor>,
    deposits: Vec<Deposit>,
    settled: Vec<Settled>,
    given_up: Vec<(InvoiceIx, ItemIx, Component, MovementIx, Minor)>,
    terms: BTreeMap<InvoiceIx, (MovementIx, NaiveDate, bool)>,
    reversed: Vec<MovementIx>,
    refunded: BTreeMap<MovementIx, Minor>,
    void: Vec<InvoiceIx>,
    pub faults: Vec<(MovementIx, FaultKind)>,
}

fn known(journal: &Journal, invoice: InvoiceIx) -> bool {
    let written = &journal.invoices[invoice];
    written.used == NumberUse::Invoice && written.amount.is_some()
}

fn is_money(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Payment | Kind::Credit | Kind::Reversal | Kind::Refund
    )
}

fn counts_from(journal: &Journal, movement: &Movement) -> NaiveDate {
    let mut day = movement.date;
    for invoice in movement.invoices() {
        if !is_money(movement.kind) && journal.invoices[invoice].used == NumberUse::Invoice {
            day = day.max(journal.invoices[invoice].date);
        }
    }
    day
}

/// Where an entry stands among those of its day.
fn rank(journal: &Journal, ix: MovementIx) -> impl Ord + use<> {
    let movement = &journal.movements[ix];
    let name = |invoice: InvoiceIx| journal.invoice_no(invoice).to_lowercase();
    let more = movement.more.as_ref();
    let id = journal
        .bank_ids
        .iter()
        .find(|(_, entry)| *entry == movement.origin);
    (
        (
            movement.kind,
            movement
                .customer
                .map(|customer| journal.customer_id(customer).to_owned()),
            movement.date,
            movement.invoice.is_none(),
            movement.invoice.map(name),
            Reverse(movement.amount),
            movement.currency,
            more.is_some(),
        ),
        more.map(|more| {
            (
                more.further.iter().copied().map(name).collect::<Vec<_>>(),
                more.designated
                    .iter()
                    .map(|line| name(line.invoice))
                    .collect::<Vec<_>>(),
                more.designated
                    .iter()
                    .map(|line| line.amount)
                    .collect::<Vec<_>>(),
                (more.on_account, more.of, more.of_id.clone(), more.by),
                more.charge,
                more.refers_to.is_none(),
                more.refers_to.map(name),
                more.number.map(name),
            )
        }),
        id.map(|(id, _)| *id),
    )
}

impl<'j> Oracle<'j> {
    pub fn new(journal: &'j Journal, as_of: NaiveDate) -> Self {
        let mut oracle = Self {
            journal,
            today: NaiveDate::MIN,
            open: BTreeMap::new(),
            charges: BTreeMap::new(),
            deposits: Vec::new(),
            settled: Vec::new(),
            given_up: Vec::new(),
            terms: BTreeMap::new(),
            reversed: Vec::new(),
            refunded: BTreeMap::new(),
            void: Vec::new(),
            faults: Vec::new(),
        };
        let mut days: Vec<NaiveDate> = journal.invoices.iter().map(|(_, it)| it.date).collect();
        days.extend(
            journal
                .movements
                .iter()
                .map(|(_, it)| counts_from(journal, it)),
        );
        days.sort_unstable();
        days.dedup();
        for day in days.into_iter().filter(|day| *day <= as_of) {
            oracle.live(day);
        }
        oracle
    }

    fn live(&mut self, day: NaiveDate) {
        self.today = day;
        let journal = self.journal;
        for (invoice, written) in journal.invoices.iter() {
            if written.used == NumberUse::Invoice && written.date == day {
                for item in journal.items_of(invoice) {
                    let amount = Minor::from(journal.items[item].amount);
                    let state = if amount.is_positive() {
                        (amount, Status::Open, None)
                    } else {
                        (Minor::ZERO, Status::Paid, Some(day))
                    };
                    self.open.insert(item, state);
                }
            }
        }
        let mut money: Vec<MovementIx> = journal
            .movements
            .iter()
            .filter(|(_, it)| matches!(it.kind, Kind::Payment | Kind::Credit) && it.date < day)
            .map(|(ix, _)| ix)
            .collect();
        money.sort_by_cached_key(|ix| (journal.movements[*ix].date, rank(journal, *ix)));
        for ix in money {
            self.prepayment(ix);
        }
        let mut entries: Vec<MovementIx> = journal
            .movements
            .iter()
            .filter(|(_, it)| counts_from(journal, it) == day)
            .map(|(ix, _)| ix)
            .collect();
        entries.sort_by_cached_key(|ix| rank(journal, *ix));
        for ix in entries {
            self.entry(ix);
        }
    }

    fn entry(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let Some(customer) = movement.customer else {
            return;
        };
        match movement.kind {
            Kind::Payment => self.payment(ix, customer),
            Kind::Credit => self.credit(ix),
            Kind::Reversal => self.reversal(ix),
            Kind::Apply => self.apply(ix),
            Kind::Refund => self.refund(ix),
            Kind::Void => {
                for (place, invoice) in movement.invoices().enumerate() {
                    if self.can_meet(ix, invoice, place > 0) {
                        self.cancel(invoice);
                    }
                }
            }
            _ => {
                let Some(invoice) = movement.invoice else {
                    return;
                };
                if self.can_meet(ix, invoice, false) {
                    self.on_invoice(ix, invoice);
                }
            }
        }
    }

    fn on_invoice(&mut self, ix: MovementIx, invoice: InvoiceIx) {
        let movement = &self.journal.movements[ix];
        let amount = movement.minor();
        match movement.kind {
            Kind::Fee | Kind::Costs | Kind::Interest => {
                if let Some(status) = self.closed(invoice) {
                    self.faults
                        .push((ix, FaultKind::InvoiceClosed { invoice, status }));
                    return;
                }
                let component = match movement.kind {
                    Kind::Fee => Component::Fee,
                    Kind::Costs => Component::Costs,
                    _ => Component::Interest,
                };
                *self.charges.entry((invoice, component)).or_default() += amount;
            }
            Kind::Waive => {
                let only = movement.more.as_ref().and_then(|more| more.charge);
                let which: Vec<Component> = CHARGES
                    .into_iter()
                    .filter(|it| only.is_none_or(|only| only == *it))
                    .collect();
                let mut claimed = Minor::ZERO;
                which
                    .iter()
                    .for_each(|it| claimed += self.charge(invoice, *it));
                if amount > claimed {
                    self.faults
                        .push((ix, FaultKind::WaivedExceedsCharges { claimed }));
                    return;
                }
                let mut left = amount;
                for component in which {
                    let part = left.min(self.charge(invoice, component));
                    *self.charges.entry((invoice, component)).or_default() -= part;
                    left -= part;
                }
            }
            Kind::Settle => {
                self.terms.insert(invoice, (ix, self.today, false));
                self.look_at_settlement(invoice);
            }
            Kind::Writeoff => self.write_off(ix, invoice),
            _ => {}
        }
    }

    fn can_meet(&mut self, ix: MovementIx, invoice: InvoiceIx, checked: bool) -> bool {
        let (movement, written) = (&self.journal.movements[ix], &self.journal.invoices[invoice]);
        if !known(self.journal, invoice) || written.date > self.today {
            return false;
        }
        if written.customer != movement.customer {
            if checked {
                self.faults.push((ix, FaultKind::CustomerMix { invoice }));
            }
            return false;
        }
        if written.currency != movement.currency && movement.amount != 0 {
            self.faults.push((ix, FaultKind::CurrencyMix { invoice }));
            return false;
        }
        true
    }

    fn charge(&self, invoice: InvoiceIx, component: Component) -> Minor {
        self.charges
            .get(&(invoice, component))
            .copied()
            .unwrap_or_default()
    }

    pub fn all_charges(&self, invoice: InvoiceIx) -> Minor {
        let [a, b, c] = CHARGES.map(|component| self.charge(invoice, component));
        a + b + c
    }

    fn principal(&self, invoice: InvoiceIx) -> Minor {
        let mut sum = Minor::ZERO;
        for item in self.journal.items_of(invoice) {
            sum += self.open.get(&item).map_or(Minor::ZERO, |state| state.0);
        }
        sum
    }

    fn closed(&self, invoice: InvoiceIx) -> Option<Status> {
        if self.void.contains(&invoice) {
            return Some(Status::Void);
        }
        let lost = self
            .journal
            .items_of(invoice)
            .any(|it| self.open[&it].1 == Status::WrittenOff);
        (lost && self.principal(invoice).is_zero()).then_some(Status::WrittenOff)
    }

    /// What is open of an invoice, in the order in which money settles it.
    fn places(&self, invoice: InvoiceIx) -> Vec<(ItemIx, Component, Minor)> {
        let first = self.journal.invoices[invoice].first_item.unwrap();
        let mut places: Vec<_> = CHARGES
            .iter()
            .map(|it| (first, *it, self.charge(invoice, *it)))
            .collect();
        let mut items: Vec<ItemIx> = self.journal.items_of(invoice).collect();
        items.sort_by_key(|it| self.journal.items[*it].due.unwrap_or(NaiveDate::MAX));
        places.extend(
            items
                .into_iter()
                .map(|it| (it, Component::Principal, self.open[&it].0)),
        );
        places.retain(|(_, _, open)| open.is_positive());
        places
    }

    fn lower(&mut self, item: ItemIx, component: Component, amount: Minor, status: Status) {
        let invoice = self.journal.items[item].invoice;
        if component != Component::Principal {
            *self.charges.entry((invoice, component)).or_default() -= amount;
            return;
        }
        let state = self.open.get_mut(&item).unwrap();
        state.0 -= amount;
        if state.0.is_zero() {
            (state.1, state.2) = (status, Some(self.today));
        }
    }

    fn raise(&mut self, item: ItemIx, component: Component, amount: Minor) {
        let invoice = self.journal.items[item].invoice;
        if component == Component::Principal {
            let open = self.open[&item].0 + amount;
            self.open.insert(item, (open, Status::Open, None));
        } else {
            *self.charges.entry((invoice, component)).or_default() += amount;
        }
    }

    fn note(&mut self, from: MovementIx, place: (ItemIx, Component), amount: Minor, why: Why) {
        let (item, component) = place;
        let (invoice, after) = (self.journal.items[item].invoice, self.settled.len());
        let gone = false;
        self.settled.push(Settled {
            from,
            invoice,
            item,
            component,
            amount,
            why,
            after,
            gone,
        });
    }

    /// Money on an invoice; what is left of it.
    fn settle(&mut self, from: MovementIx, invoice: InvoiceIx, money: Minor) -> Minor {
        let places = self.places(invoice);
        let left = self.fill(from, &places, money, Why::Money);
        let used = money - left;
        let left = self.recover(from, invoice, left);
        if used.is_positive() {
            self.afterwards(from, invoice);
        }
        left
    }

    fn fill(
        &mut self,
        from: MovementIx,
        places: &[(ItemIx, Component, Minor)],
        money: Minor,
        why: Why,
    ) -> Minor {
        let status = match self.journal.movements[from].kind {
            Kind::Credit => Status::Credited,
            _ => Status::Paid,
        };
        let mut left = money;
        for (item, component, open) in places {
            let part = left.min(*open);
            if part.is_positive() {
                self.lower(*item, *component, part, status);
                self.note(from, (*item, *component), part, why);
                left -= part;
            }
        }
        left
    }

    fn afterwards(&mut self, from: MovementIx, invoice: InvoiceIx) {
        self.look_at_settlement(invoice);
        self.look_at_discount(from, invoice);
    }

    fn recover(&mut self, from: MovementIx, invoice: InvoiceIx, money: Minor) -> Minor {
        let mut left = money;
        loop {
            let next = self
                .given_up
                .iter()
                .enumerate()
                .filter(|(_, it)| it.0 == invoice && it.4.is_positive())
                .min_by_key(|(place, it)| {
                    let due = self.journal.items[it.1].due.unwrap_or(NaiveDate::MAX);
                    (it.2, due, it.1, *place)
                })
                .map(|(place, _)| place);
            let (Some(place), true) = (next, left.is_positive()) else {
                return left;
            };
            let (_, item, component, lost, amount) = self.given_up[place];
            let part = left.min(amount);
            self.given_up[place].4 -= part;
            left -= part;
            self.note(from, (item, component), part, Why::Recovery(lost));
            let more = self
                .given_up
                .iter()
                .any(|it| it.1 == item && it.2 == Component::Principal && it.4.is_positive());
            let state = self.open.get_mut(&item).unwrap();
            if component == Component::Principal && !more && state.0.is_zero() {
                (state.1, state.2) = (Status::Paid, Some(self.today));
            }
        }
    }

    /// Payments in a stretch of days that stand on an invoice now.
    fn received(
        &self,
        invoice: InvoiceIx,
        begin: NaiveDate,
        end: Option<NaiveDate>,
        upto: usize,
    ) -> Minor {
        let mut sum = Minor::ZERO;
        for settled in self.settled.iter().take(upto) {
            let movement = &self.journal.movements[settled.from];
            if settled.invoice == invoice
                && settled.why == Why::Money
                && !settled.gone
                && movement.kind == Kind::Payment
                && movement.date >= begin
                && end.is_none_or(|end| movement.date <= end)
            {
                sum += settled.amount;
            }
        }
        sum
    }

    fn look_at_settlement(&mut self, invoice: InvoiceIx) {
        let Some((ix, begin, done)) = self.terms.get(&invoice).copied() else {
            return;
        };
        if !done && self.reaches(invoice, ix, begin, usize::MAX) {
            self.terms.insert(invoice, (ix, begin, true));
            self.close_rest(ix, invoice, Why::Settlement(ix), Status::Settled);
        }
    }

    fn reaches(&self, invoice: InvoiceIx, ix: MovementIx, begin: NaiveDate, upto: usize) -> bool {
        let movement = &self.journal.movements[ix];
        let end = movement.more.as_ref().and_then(|more| more.by);
        self.received(invoice, begin, end, upto) >= movement.minor()
    }

    fn look_at_discount(&mut self, from: MovementIx, invoice: InvoiceIx) {
        let written = &self.journal.invoices[invoice];
        let discount = written
            .policy
            .and_then(|policy| self.journal.policies[policy].discount);
        let Some((share, time)) = discount else {
            return;
        };
        let in_time = time
            .after(written.date)
            .is_some_and(|end| self.journal.movements[from].date <= end);
        let had = self
            .settled
            .iter()
            .any(|it| it.invoice == invoice && it.why == Why::Discount && !it.gone);
        if !in_time || had || !self.all_charges(invoice).is_zero() || self.void.contains(&invoice) {
            return;
        }
        let mut total = Minor::from(written.amount.unwrap());
        for settled in &self.settled {
            if settled.invoice == invoice && settled.why == Why::Credit {
                total -= settled.amount;
            }
        }
        let open = self.principal(invoice);
        if open.is_positive() && open <= part(share, total).unwrap() {
            self.close_rest(from, invoice, Why::Discount, Status::Settled);
        }
    }

    fn close_rest(&mut self, from: MovementIx, invoice: InvoiceIx, why: Why, status: Status) {
        let after = self.settled.len();
        for (item, component, open) in self.places(invoice) {
            self.lower(item, component, open, status);
            self.note(from, (item, component), open, why);
            self.settled.last_mut().unwrap().after = after;
        }
    }

    fn deposit(&mut self, from: MovementIx, left: Minor) {
        if left.is_positive() {
            self.deposits.push(Deposit {
                from,
                since: self.today,
                left,
            });
        }
    }

    fn payment(&mut self, ix: MovementIx, customer: CustomerIx) {
        if self.reversed.contains(&ix) {
            return;
        }
        let movement = &self.journal.movements[ix];
        let mut left = movement.minor();
        for (invoice, limit, checked) in self.meetings(ix) {
            if self.can_meet(ix, invoice, checked) {
                let money = limit.min(left);
                left = left - money + self.settle(ix, invoice, money);
            }
        }
        if left.is_positive() && self.spreads(ix, customer) {
            left = self.spread(ix, customer, movement.currency, left);
        }
        self.deposit(ix, left);
    }

    /// What a payment names, in order: `for:` lines with their amounts, then its header.
    fn meetings(&mut self, ix: MovementIx) -> Vec<(InvoiceIx, Minor, bool)> {
        let movement = &self.journal.movements[ix];
        let lines = movement.designations();
        let mut sum = Minor::ZERO;
        lines.iter().for_each(|line| sum += line.amount.into());
        let over = sum > movement.minor();
        if over && movement.date == self.today {
            self.faults.push((ix, FaultKind::OverAllocated { sum }));
        }
        let mut all: Vec<_> = lines
            .iter()
            .filter(|_| !over)
            .map(|line| (line.invoice, Minor::from(line.amount), true))
            .collect();
        for (place, invoice) in movement.invoices().enumerate() {
            if lines.iter().all(|line| line.invoice != invoice) {
                all.push((invoice, movement.minor(), place > 0));
            }
        }
        all
    }

    /// Money dated earlier meets the invoices of today.
    fn prepayment(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        if movement.customer.is_none() {
            return;
        }
        let meetings = if movement.kind == Kind::Payment {
            self.meetings(ix)
        } else {
            movement
                .invoice
                .map(|it| (it, movement.minor(), false))
                .into_iter()
                .collect()
        };
        for (invoice, limit, checked) in meetings {
            let mut left = Minor::ZERO;
            self.deposits
                .iter()
                .filter(|it| it.from == ix)
                .for_each(|it| left += it.left);
            let money = limit.min(left);
            if self.journal.invoices[invoice].date != self.today
                || !money.is_positive()
                || !self.can_meet(ix, invoice, checked)
            {
                continue;
            }
            let left = if movement.kind == Kind::Payment {
                self.settle(ix, invoice, money)
            } else {
                self.credit_invoice(ix, invoice, money)
            };
            let mut used = money - left;
            for deposit in self.deposits.iter_mut().filter(|it| it.from == ix) {
                let part = used.min(deposit.left);
                deposit.left -= part;
                used -= part;
            }
        }
    }

    fn credit(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let mut left = movement.minor();
        if let Some(invoice) = movement.invoice
            && self.can_meet(ix, invoice, false)
        {
            if let Some(status) = self.closed(invoice) {
                self.faults
                    .push((ix, FaultKind::InvoiceClosed { invoice, status }));
            } else {
                left = self.credit_invoice(ix, invoice, left);
            }
        }
        self.deposit(ix, left);
    }

    fn credit_invoice(&mut self, ix: MovementIx, invoice: InvoiceIx, money: Minor) -> Minor {
        let mut places = self.places(invoice);
        places.retain(|it| it.1 == Component::Principal);
        let left = self.fill(ix, &places, money, Why::Credit);
        self.look_at_discount(ix, invoice);
        left
    }

    fn spreads(&mut self, ix: MovementIx, customer: CustomerIx) -> bool {
        let movement = &self.journal.movements[ix];
        let business = || {
            self.journal
                .business
                .as_ref()
                .and_then(|it| it.policy.as_deref())
        };
        let name = self.journal.customers[customer]
            .policy
            .as_deref()
            .or_else(business);
        let policy = name.and_then(|name| self.journal.policy_on(name, movement.date));
        let oldest =
            policy.is_some_and(|it| self.journal.policies[it].unreferenced == Unreferenced::Oldest);
        let more = movement.more.as_ref();
        let refers = more.and_then(|more| more.refers_to).is_some_and(|invoice| {
            self.journal.invoices[invoice].date <= self.today && !self.places(invoice).is_empty()
        });
        let said = more.is_some_and(|more| more.on_account || !more.designated.is_empty());
        oldest && movement.invoice.is_none() && !said && !refers
    }

    fn spread(
        &mut self,
        ix: MovementIx,
        customer: CustomerIx,
        currency: Currency,
        money: Minor,
    ) -> Minor {
        let mut left = money;
        while left.is_positive() {
            // Every open item with its turn: the lowest turn is served first, equals together.
            let mut queue = Vec::new();
            for (invoice, written) in self.journal.invoices.iter() {
                let mine = written.customer == Some(customer) && written.currency == currency;
                if !known(self.journal, invoice) || written.date > self.today || !mine {
                    continue;
                }
                let rate = written
                    .policy
                    .and_then(|it| self.journal.policies[it].interest);
                let mut items: Vec<ItemIx> = self.journal.items_of(invoice).collect();
                items.sort_by_key(|it| self.journal.items[*it].due.unwrap_or(NaiveDate::MAX));
                for (place, item) in items.into_iter().enumerate() {
                    let due = self.journal.items[item].due.unwrap_or(NaiveDate::MAX);
                    let mut open = self.open[&item].0;
                    if place == 0 {
                        open += self.all_charges(invoice);
                    }
                    let turn = (due >= self.today, Reverse(rate), due);
                    let tie = (self.journal.invoice_no(invoice).to_lowercase(), item);
                    if open.is_positive() {
                        queue.push((turn, tie, item, open, place == 0));
                    }
                }
            }
            queue.sort();
            let Some(first) = queue.first().map(|it| it.0) else {
                break;
            };
            queue.retain(|it| it.0 == first);
            left = self.share(
                ix,
                queue.into_iter().map(|it| (it.2, it.3, it.4)).collect(),
                left,
            );
        }
        left
    }

    fn share(&mut self, ix: MovementIx, queue: Vec<(ItemIx, Minor, bool)>, money: Minor) -> Minor {
        let whole: i128 = queue.iter().map(|it| it.1.0).sum();
        let money_here = money.0.min(whole);
        let mut parts: Vec<i128> = queue.iter().map(|it| money_here * it.1.0 / whole).collect();
        let mut rest: Vec<(i128, usize)> = queue
            .iter()
            .enumerate()
            .map(|(place, it)| (-(money_here * it.1.0 % whole), place))
            .collect();
        rest.sort_unstable();
        let missing = money_here - parts.iter().sum::<i128>();
        for (_, place) in rest.into_iter().take(usize::try_from(missing).unwrap()) {
            parts[place] += 1;
        }
        let mut left = money;
        for ((item, _, first), amount) in queue.into_iter().zip(parts) {
            let invoice = self.journal.items[item].invoice;
            let mut places = self.places(invoice);
            places.retain(|it| {
                if it.1 == Component::Principal {
                    it.0 == item
                } else {
                    first
                }
            });
            if amount > 0 {
                let unused = self.fill(ix, &places, Minor(amount), Why::Money);
                if unused != Minor(amount) {
                    self.afterwards(ix, invoice);
                }
                left -= Minor(amount) - unused;
            }
        }
        left
    }

    /// Where money on account lies that an entry may draw on, oldest first.
    fn drawable(&self, ix: MovementIx) -> (Vec<usize>, Minor) {
        let movement = &self.journal.movements[ix];
        let of = movement.more.as_ref().and_then(|more| more.of);
        let mut sum = Minor::ZERO;
        let mut places = Vec::new();
        for (place, deposit) in self.deposits.iter().enumerate() {
            let from = &self.journal.movements[deposit.from];
            let same = from.customer == movement.customer && from.currency == movement.currency;
            if same && of.is_none_or(|of| of == deposit.since) {
                places.push(place);
                sum += deposit.left;
            }
        }
        (places, sum)
    }

    fn apply(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let Some(invoice) = movement.invoice else {
            return;
        };
        if !self.can_meet(ix, invoice, false) {
            return;
        }
        let (places, available) = self.drawable(ix);
        let mut wanted = movement.minor();
        if wanted > available {
            self.faults.push((ix, FaultKind::Overspent { available }));
            return;
        }
        for place in places {
            let offer = wanted.min(self.deposits[place].left);
            let left = self.settle(self.deposits[place].from, invoice, offer);
            self.deposits[place].left -= offer - left;
            wanted -= offer - left;
        }
    }

    fn refund(&mut self, ix: MovementIx) {
        let (places, available) = self.drawable(ix);
        let mut wanted = self.journal.movements[ix].minor();
        if wanted > available {
            self.faults.push((ix, FaultKind::Overspent { available }));
            return;
        }
        for place in places {
            let deposit = &mut self.deposits[place];
            let part = wanted.min(deposit.left);
            deposit.left -= part;
            wanted -= part;
            if part.is_positive() {
                *self.refunded.entry(deposit.from).or_default() += part;
            }
        }
    }

    fn write_off(&mut self, ix: MovementIx, invoice: InvoiceIx) {
        let amount = self.journal.movements[ix].minor();
        let open = self.principal(invoice);
        if amount > open {
            self.faults
                .push((ix, FaultKind::WriteoffExceedsOpen { open }));
            return;
        }
        let mut places = self.places(invoice);
        let mut left = open + self.all_charges(invoice);
        if amount.is_positive() {
            places.retain(|it| it.1 == Component::Principal);
            left = amount;
        }
        for (item, component, open) in places {
            let part = left.min(open);
            left -= part;
            if part.is_positive() {
                self.lower(item, component, part, Status::WrittenOff);
                self.given_up.push((invoice, item, component, ix, part));
            }
        }
    }

    fn cancel(&mut self, invoice: InvoiceIx) {
        let lapses = |it: &Movement| it.kind == Kind::Credit && it.invoice == Some(invoice);
        for place in 0..self.settled.len() {
            let settled = self.settled[place].clone();
            let money = matches!(settled.why, Why::Money | Why::Credit | Why::Recovery(_));
            if settled.invoice != invoice || settled.gone {
                continue;
            }
            self.settled[place].gone = true;
            if money && !lapses(&self.journal.movements[settled.from]) {
                self.deposit(settled.from, settled.amount);
            }
        }
        let blocked: Vec<MovementIx> = self.faults.iter().map(|(ix, _)| *ix).collect();
        for deposit in &mut self.deposits {
            if lapses(&self.journal.movements[deposit.from]) && !blocked.contains(&deposit.from) {
                deposit.left = Minor::ZERO;
            }
        }
        for (item, component, open) in self.places(invoice) {
            self.lower(item, component, open, Status::Void);
        }
        for item in self.journal.items_of(invoice) {
            self.open
                .insert(item, (Minor::ZERO, Status::Void, Some(self.today)));
        }
        self.given_up.retain(|it| it.0 != invoice);
        self.terms.remove(&invoice);
        self.void.push(invoice);
    }

    fn reversal(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let more = movement.more.as_ref();
        let of = more.and_then(|more| more.of);
        let id = more.and_then(|more| more.of_id.clone());
        let fits = |payment: MovementIx, it: &Movement| {
            let names = movement.invoice.is_none_or(|invoice| {
                it.invoices().any(|named| named == invoice)
                    || it.designations().iter().any(|line| line.invoice == invoice)
            });
            it.kind == Kind::Payment
                && it.customer == movement.customer
                && (it.amount, it.currency) == (movement.amount, movement.currency)
                && it.date <= movement.date
                && of.is_none_or(|of| of == it.date)
                && (id.is_none() || it.more.as_ref().and_then(|more| more.id.clone()) == id)
                && names
                && !self.reversed.contains(&payment)
        };
        let mut found: Vec<MovementIx> = self
            .journal
            .movements
            .iter()
            .filter(|(payment, it)| fits(*payment, it))
            .map(|(payment, _)| payment)
            .collect();
        found.sort_by_cached_key(|it| (self.journal.movements[*it].date, rank(self.journal, *it)));
        let what = match found.as_slice() {
            [payment] => match self.refunded.get(payment) {
                Some(refunded) => FaultKind::RefundedAlready {
                    payment: *payment,
                    refunded: *refunded,
                },
                None => return self.undo(*payment),
            },
            [] => FaultKind::NothingToReverse,
            [first, ..] => FaultKind::SeveralToReverse {
                count: found.len().min(10),
                first: *first,
            },
        };
        self.faults.push((ix, what));
    }

    fn undo(&mut self, payment: MovementIx) {
        self.reversed.push(payment);
        for deposit in self.deposits.iter_mut().filter(|it| it.from == payment) {
            deposit.left = Minor::ZERO;
        }
        let mut touched: Vec<(InvoiceIx, usize)> = Vec::new();
        for place in 0..self.settled.len() {
            let settled = self.settled[place].clone();
            if settled.from != payment || settled.gone {
                continue;
            }
            match settled.why {
                Why::Money | Why::Credit => {
                    self.raise(settled.item, settled.component, settled.amount);
                    touched.push((settled.invoice, place));
                }
                Why::Recovery(lost) => self.lose_again(&settled, lost),
                Why::Discount | Why::Settlement(_) => continue,
            }
            self.settled[place].gone = true;
        }
        for (invoice, place) in touched {
            self.take_back(invoice, place);
            if let Some((ix, begin, true)) = self.terms.get(&invoice).copied() {
                let done = self.reaches(invoice, ix, begin, usize::MAX);
                self.terms.insert(invoice, (ix, begin, done));
            }
        }
    }

    fn lose_again(&mut self, settled: &Settled, lost: MovementIx) {
        let entry = self
            .given_up
            .iter_mut()
            .find(|it| (it.1, it.2, it.3) == (settled.item, settled.component, lost));
        entry.unwrap().4 += settled.amount;
        let state = self.open.get_mut(&settled.item).unwrap();
        if settled.component == Component::Principal && state.0.is_zero() {
            (state.1, state.2) = (Status::WrittenOff, Some(self.journal.movements[lost].date));
        }
    }

    /// Discounts and settlements that rested on what is gone now.
    fn take_back(&mut self, invoice: InvoiceIx, gone: usize) {
        for place in 0..self.settled.len() {
            let settled = self.settled[place].clone();
            if settled.invoice != invoice || settled.gone || settled.after <= gone {
                continue;
            }
            let stands = match settled.why {
                Why::Discount => false,
                Why::Settlement(ix) => {
                    let begin = counts_from(self.journal, &self.journal.movements[ix]);
                    self.reaches(invoice, ix, begin, settled.after)
                }
                _ => continue,
            };
            if !stands {
                self.settled[place].gone = true;
                self.raise(settled.item, settled.component, settled.amount);
            }
        }
    }

    /// What is on account, oldest first.
    pub fn on_account(
        &self,
    ) -> BTreeMap<(CustomerIx, Currency), Vec<(MovementIx, NaiveDate, Minor)>> {
        let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for deposit in self.deposits.iter().filter(|it| it.left.is_positive()) {
            let movement = &self.journal.movements[deposit.from];
            all.entry((movement.customer.unwrap(), movement.currency))
                .or_default()
                .push((deposit.from, deposit.since, deposit.left));
        }
        all
    }
}
