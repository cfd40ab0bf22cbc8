//! `return`: invoices are taken back from an agency, a lawyer or a court.

use crate::syntax::keyword::Keyword;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one_or_more, optional};

/// `return = "return" , invoice , { invoice } , [ customer ] ;`
pub static RETURN: Directive = Directive {
    keyword: Keyword::Return,
    about: "taken back from an agency, a lawyer or a court",
    dutch: &["retour", "teruggenomen"],
    kind: DirectiveKind::Contact,
    slots: &[
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
    ],
    keys: &[],
};
