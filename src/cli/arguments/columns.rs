//! What the columns of machine output mean, for the long help of commands. A column is never renamed or reused.

/// Columns of `stages`.
pub const STAGES: &str = "\
Columns of csv and json, one row an open item (--all: closed ones too):
  customer, name, invoice
  instalment       1/3; 1/1 of an undivided invoice
  status           open-not-due, overdue, paid, credited, settled, written-off or void
  stage            the last letter sent, none where there is none
  stage_date       its day
  hold             promise, dispute, plan, hold, handover, insolvency, joined by +
  hold_until       the last day of the one that lasts longest; empty where nobody knows
  next_stage       the step that is next; empty at the end of the ladder
  next_date        the first day on which it is possible, also when that has passed; empty where nobody knows
  blocked_by       holds, then gates: bank-stale, allocate, use-credit, tolerance, minimum, no-agency, no-channel;
                   only-charges where the principal is closed and charges are open
  currency, open";

/// Columns of `next`.
pub const NEXT: &str = "\
Columns of csv and json, one row a task:
  date             since when it can be done
  customer, name
  invoice          numbers, the one due first before the others
  action           bank, allocate, use-credit, promise-broken, instalment-missed, settlement-lapsed, send, phone,
                   follow-up, dispute, hold, handover, file-claim, decide, close, limitation, vat-reclaim
                   or vat-due-again
  stage            the step to be sent, called about or handed over
  channel          how, several with blanks between
  currency, amount what it is about: open principal that is not disputed, and charges
  days             how late the oldest of it is; below zero before the due date
  reason           why, in the language of the report; for allocate and use-credit the lines to write
  file, line       the entry it rests on
Each task is gone when the entry that answers it is in the journal.";

/// Columns of `letters`.
pub const LETTERS: &str = "\
Without --out the letters that are due are listed; `letters STAGE CUSTOMER` prints one. With --out each is written to a
file of its own, such as 2026-03-20-jansen-demand.txt. One that is refused keeps no other one back: standard error says
why, and the exit code is 1. A file that exists is left alone, unless --force.

STAGE is a step of the ladder, or one of the letters beside it. Of those, broken promises and missed instalments are
listed and written with the others; the rest is written when it is asked for:
  promise            confirms what the customer promised
  promise-broken     says that it was not kept, and asks for it again
  plan               confirms payment in instalments: each day and amount, and what follows when one is missed
  plan-offer         offers a plan that is not signed, until the day of its `follow-up`
  instalment-missed  says that an instalment was not paid
  settlement-offer   offers to take less as full: the last `settle`
  dispute            confirms what the customer contests; the rest stays due
  handover           says who collects from now on
  statement          tells all that is open, what came in for it, and what stands on account
  thanks             thanks for the last payment, and asks for nothing

Letters are worded by templates. Those in the folder that `templates` of tegoed.toml names come before the built-in ones;
--init-templates writes the built-in ones there, and what their variables mean.

--record adds to the file of the journal with the newest entry what was written, each with its file and the SHA-256 of
that file: `sent` for a step, `email` or `letter` for what stands beside it, and a `hold` where such a letter gives time. What the journal has already is not added again.

Columns of csv and json, one row a letter:
  customer, name
  stage            the step at whose level it is
  channel          how, several with blanks between
  language
  invoice          numbers, in the order of the letter
  currency, amount what it asks, the fee of its step included
  days             how late the oldest of it is; below zero before the due date
  deadline         the last day to pay that it names; empty where it names none
  refused          why it is not written";

/// Columns of `behaviour`.
pub const BEHAVIOUR: &str = "\
Columns of csv and json, one row a customer and currency:
  customer, name
  settled          items that money closed, a discount or a settlement included
  on_time          of these, how many on the due date or before
  on_time_share    the same in whole per cent, rounded down
  median_days      days from the due date to the day nothing was open, in the middle; may be a half
  weighted_days    the mean, each item weighing as much as its amount, rounded to a day
  worst_days       the most
  last_five        days of the last five, the oldest first
  pattern          too-few, quiet, on-time, one-off, occasional or recurring, in the last 12 months
  overdue          items open and late
  written_off      items given up
  promises_kept, promises_broken
  reasons          why it was not paid, each with how often: cashflow:2 forgot:1
  since            the first invoice
  last_friendly    the last contact that was not about an invoice
  invoices, currency
  turnover         invoiced, less credit notes, including VAT
  open             principal open
  dso_days         open / invoiced in the last 12 months x days of that period
With fewer than three settled items the figures are empty. Items whose dispute was upheld do not count.";

/// Columns of `forecast`.
pub const FORECAST: &str = "\
An item is expected on the day of a promise, else of a plan; else, while it is no later than usual, the customer's
median of days after it is due; else as those of his items were settled that were as late before. With fewer than
three settled items of the customer: on the due date while that has not passed, and unknown after it. Nothing is
expected before the day of the report. What is unknown, disputed, held, handed over or owed by an insolvent customer
is in no week; all rows together are what is open, charges included.

Columns of csv and json, one row a week and currency:
  week, through    Monday and Sunday; empty for what is in no week
  kind             expected, later (behind the last week), unknown, disputed, held, handed-over or insolvent
  currency
  promised, planned
  by_habit         by what the customer usually does
  by_terms         on the due date, for want of more
  amount           all of it
  items            of how many items, or parts of one
  cumulative       expected up to and including the week

With --by invoice, one row an open item, or a part of one:
  customer, name, invoice, instalment, due_date, days
  expected_date, week, kind
  basis            promise, plan, habit, recovery, due-date, too-few, too-late, broken-promise,
                   no-due-date, dispute, hold, handover or insolvency
  currency, amount
  file, line       the entry it rests on";

/// Columns of `advice`.
pub const ADVICE: &str = "\
Expected is what is open, charges included, times the chance. A chance is never made up: without one the page tells
how large it must be at least. What was spent so far is shown and not weighed: it is gone either way.

Columns of csv and json, one row a remedy:
  invoice
  remedy           self, agency, lawyer, court or stop
  chance           in per cent, as it was said
  currency, open
  expected         open x chance
  cost             fees, time with a price, and what an agency keeps of what is expected
  result           expected less cost
  break_even       the least chance in whole per cent at which it brings what it costs; above 100 it never does
  verdict          best, worth, not-worth, from-chance, cost-unknown, below-threshold, not-yet,
                   not-this-customer, insolvent; nothing: to stop costs nothing more";
