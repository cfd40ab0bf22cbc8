//! Every keyword. A new one is a static in one of the files beside this one and a line in [`DIRECTIVES`].

pub mod contact;
pub mod declaration;
pub mod money;

use super::table::KeyValue::{Slots, Text};
use super::table::{Directive, Form, Key, key, keys, one};

/// Every keyword, the frequent ones first: a big journal looks a million of them up.
pub static DIRECTIVES: [&Directive; 40] = [
    &money::PAYMENT,
    &money::INVOICE,
    &contact::PHONE,
    &contact::EMAIL,
    &contact::NOTE,
    &declaration::CUSTOMER,
    &contact::SENT,
    &contact::PROMISE,
    &money::CREDIT,
    &money::APPLY,
    &money::REVERSAL,
    &money::REFUND,
    &money::FEE,
    &money::COSTS,
    &money::INTEREST,
    &money::WAIVE,
    &money::SETTLE,
    &money::WRITEOFF,
    &money::VOID,
    &contact::SKIP,
    &contact::LETTER,
    &contact::VISIT,
    &contact::CHAT,
    &contact::AGREED,
    &contact::PLAN,
    &contact::DISPUTE,
    &contact::RESOLVE,
    &contact::HOLD,
    &contact::RELEASE,
    &contact::HANDOVER,
    &contact::RETURN,
    &contact::INSOLVENT,
    &contact::BALANCE,
    &contact::BANK_THROUGH,
    &declaration::POLICY,
    &declaration::BUSINESS,
    &declaration::INCLUDE,
    &declaration::FORMAT,
    &declaration::DECIMAL_MARK,
    &declaration::CURRENCY,
];

/// Keys of every dated entry.
pub static COMMON: [Key; 3] = [
    keys(
        "document",
        Text,
        "a file, a web address, or where the paper is",
    ),
    key("id", Text, "the bank's reference; twice is an error"),
    keys(
        "allow",
        Text,
        "a code and a reason: silences one finding here, visibly",
    ),
];

/// Keys of every dated entry that moves no money.
pub static EFFORT: [Key; 2] = [
    key("spent", Slots(&[one(&[Form::Spent])]), "time it took"),
    key("cost", Slots(&[one(&[Form::Amount])]), "money it cost"),
];
