//! The long help of `letters`: how letters are asked for, written and recorded, and what the columns of the list mean.

/// Letters, templates, records and columns. A column is never renamed or reused.
pub const LETTERS_HELP: &str = "\
Without --out the letters that are due are listed; `letters STAGE CUSTOMER` prints one. With --out each is written to a
file of its own, such as 2026-03-20-jansen-demand.txt. One that is refused keeps no other one back: standard error says
why, and the exit code is 1. A file that exists is left alone, unless --force.

--format channel writes each letter in the form of the way it goes: by mail a draft that a mail program opens, with its
enclosures inside (eml); by post pages to print (pdf); by both, both, of which --record names the first. What goes neither
way is text.

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
  refused          why it is not written
  invoiced, due    the day of the invoice that is due first, and its due date
  terms            how many days lie between
  refused_code     the same as `refused` in words that follow no language: no-email, bank-stale, several with blanks between";
