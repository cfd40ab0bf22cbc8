//! Dated entries that move no money: letters, calls, promises, disputes, holds, checks of the balance.

use super::declaration::CHANNELS;
use crate::syntax::table::KeyValue::{Slots, Text};
use crate::syntax::table::{
    Directive, Form, Key, Place, Slot, YES_NO, any, behind, key, keys, maybe, one, some,
};

const WHO: &[Slot] = &[any(&[Form::Invoice]), maybe(&[Form::Customer])];

const FOLLOW_UP: Key = key(
    "follow-up",
    Slots(&[one(&[Form::Date])]),
    "when to look at this again",
);

const TALK: &[Key] = &[
    key(
        "reason",
        Slots(&[one(&[Form::Word(&[
            "forgot",
            "admin",
            "cashflow",
            "dissatisfied",
            "dispute",
            "none",
        ])])]),
        "why it is not paid",
    ),
    key(
        "outcome",
        Slots(&[one(&[Form::Name])]),
        "what came of it, in one word",
    ),
    FOLLOW_UP,
    key("with", Text, "who it was"),
    key(
        "direction",
        Slots(&[one(&[Form::Word(&["in", "out"])])]),
        "who started it",
    ),
    key(
        "verified",
        Slots(&[one(YES_NO)]),
        "whether the story checked out",
    ),
    key(
        "satisfied",
        Slots(&[one(YES_NO)]),
        "whether the customer is content with the work",
    ),
];

const fn talk(
    word: &'static str,
    about: &'static str,
    dutch: &'static [&'static str],
) -> Directive {
    Directive {
        word,
        about,
        dutch,
        place: Place::Contact,
        slots: WHO,
        keys: TALK,
    }
}

/// A call.
pub static PHONE: Directive = talk(
    "phone",
    "a call",
    &["telefoon", "bellen", "gebeld", "belletje"],
);
/// A mail outside the stages.
pub static EMAIL: Directive = talk("email", "a mail", &["mail", "e-mail", "gemaild"]);
/// A letter outside the stages.
pub static LETTER: Directive = talk("letter", "a letter", &["brief"]);
/// A visit.
pub static VISIT: Directive = talk("visit", "a visit", &["bezoek"]);
/// A chat.
pub static CHAT: Directive = talk("chat", "a chat", &["app", "whatsapp"]);
/// A note.
pub static NOTE: Directive = talk("note", "something to remember", &["notitie", "memo"]);

/// `agreed @c policy NAME`
pub static AGREED: Directive = Directive {
    word: "agreed",
    about: "the customer accepted a policy",
    dutch: &["akkoord", "overeengekomen"],
    place: Place::Contact,
    slots: &[
        one(&[Form::Customer]),
        behind("policy", maybe(&[Form::Name])),
    ],
    keys: &[],
};

/// `sent STAGE #n via CHANNEL`
pub static SENT: Directive = Directive {
    word: "sent",
    about: "a letter of a stage went out",
    dutch: &[
        "verzonden",
        "verstuurd",
        "herinnering",
        "aanmaning",
        "sommatie",
        "ingebrekestelling",
    ],
    place: Place::Contact,
    slots: &[
        one(&[Form::Name]),
        some(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        behind("via", any(&[Form::Word(CHANNELS)])),
    ],
    keys: &[
        key(
            "received",
            Slots(&[one(&[Form::Date])]),
            "when it was received",
        ),
        key(
            "deadline",
            Slots(&[one(&[Form::Date])]),
            "the last day to pay that it names",
        ),
        key(
            "costs",
            Slots(&[one(&[Form::Amount])]),
            "collection costs that it announces",
        ),
        key(
            "bounced",
            Slots(&[one(YES_NO)]),
            "it came back: the step is not done",
        ),
        FOLLOW_UP,
    ],
};

/// `skip STAGE #n`
pub static SKIP: Directive = Directive {
    word: "skip",
    about: "leave a stage out, for a reason",
    dutch: &["overslaan"],
    place: Place::Contact,
    slots: &[
        one(&[Form::Name]),
        some(&[Form::Invoice]),
        maybe(&[Form::Customer]),
    ],
    keys: &[],
};

/// `promise #n AMOUNT by DATE`
pub static PROMISE: Directive = Directive {
    word: "promise",
    about: "the customer promised to pay",
    dutch: &["belofte", "toezegging"],
    place: Place::Contact,
    slots: &[
        some(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        maybe(&[Form::Amount]),
        behind("by", maybe(&[Form::Date])),
    ],
    keys: &[FOLLOW_UP, key("with", Text, "who promised")],
};

/// `plan @c #n`
pub static PLAN: Directive = Directive {
    word: "plan",
    about: "payment in instalments, agreed",
    dutch: &["betalingsregeling", "regeling"],
    place: Place::Contact,
    slots: &[some(&[Form::Invoice]), maybe(&[Form::Customer])],
    keys: &[
        keys(
            "due",
            Slots(&[one(&[Form::Amount]), behind("on", one(&[Form::Date]))]),
            "a term of the plan",
        ),
        key(
            "signed",
            Slots(&[one(YES_NO)]),
            "whether the customer signed",
        ),
        key(
            "accelerate",
            Slots(&[one(YES_NO)]),
            "a missed term makes the rest due at once",
        ),
        FOLLOW_UP,
    ],
};

/// `dispute #n AMOUNT`
pub static DISPUTE: Directive = Directive {
    word: "dispute",
    about: "the customer contests an invoice, or a part of it",
    dutch: &["betwisting", "klacht", "geschil"],
    place: Place::Contact,
    slots: &[
        one(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        maybe(&[Form::Amount]),
    ],
    keys: &[FOLLOW_UP, key("owner", Text, "who of us answers it")],
};

/// `resolve #n OUTCOME`
pub static RESOLVE: Directive = Directive {
    word: "resolve",
    about: "a dispute ended",
    dutch: &["opgelost", "afgehandeld"],
    place: Place::Contact,
    slots: &[
        one(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        one(&[Form::Word(&["upheld", "rejected", "withdrawn", "settled"])]),
    ],
    keys: &[],
};

/// `hold @c until DATE`
pub static HOLD: Directive = Directive {
    word: "hold",
    about: "no letters for a while",
    dutch: &["wacht", "pauze", "opschorten"],
    place: Place::Contact,
    slots: &[
        any(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        behind("until", maybe(&[Form::Date])),
    ],
    keys: &[FOLLOW_UP],
};

/// `release @c`
pub static RELEASE: Directive = Directive {
    word: "release",
    about: "a hold or a plan ends",
    dutch: &["vrijgeven", "hervatten"],
    place: Place::Contact,
    slots: WHO,
    keys: &[],
};

/// `handover #n to WHOM`
pub static HANDOVER: Directive = Directive {
    word: "handover",
    about: "given to an agency, a lawyer or a court",
    dutch: &["overdracht", "incasso", "deurwaarder"],
    place: Place::Contact,
    slots: &[
        some(&[Form::Invoice]),
        maybe(&[Form::Customer]),
        behind("to", one(&[Form::Word(&["agency", "lawyer", "court"])])),
    ],
    keys: &[key(
        "commission",
        Slots(&[one(&[Form::Share, Form::Amount])]),
        "what they keep",
    )],
};

/// `return #n`
pub static RETURN: Directive = Directive {
    word: "return",
    about: "taken back from an agency, a lawyer or a court",
    dutch: &["retour", "teruggenomen"],
    place: Place::Contact,
    slots: &[some(&[Form::Invoice]), maybe(&[Form::Customer])],
    keys: &[],
};

/// `insolvent @c`
pub static INSOLVENT: Directive = Directive {
    word: "insolvent",
    about: "the customer is insolvent",
    dutch: &["failliet", "faillissement", "surseance"],
    place: Place::Contact,
    slots: &[one(&[Form::Customer])],
    keys: &[FOLLOW_UP],
};

/// `balance @c AMOUNT`
pub static BALANCE: Directive = Directive {
    word: "balance",
    about: "what should be owed at the end of this day",
    dutch: &["saldo", "balans"],
    place: Place::Contact,
    slots: &[maybe(&[Form::Customer]), one(&[Form::Balance])],
    keys: &[],
};

/// `bank-through`
pub static BANK_THROUGH: Directive = Directive {
    word: "bank-through",
    about: "all money received up to this day is in the journal",
    dutch: &["bank-tot", "bankstand"],
    place: Place::Contact,
    slots: &[],
    keys: &[],
};
