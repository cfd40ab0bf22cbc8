//! `void`: an invoice that was wrong, or a number never used.

use crate::syntax::keyword::Keyword;
use crate::syntax::table::{ArgumentForm, Directive, DirectiveKind, one_or_more, optional};

/// `void = "void" , invoice , { invoice } , [ customer ] ;`
pub static VOID: Directive = Directive {
    keyword: Keyword::Void,
    about: "an invoice that was wrong, or a number never used",
    dutch: &["vervallen", "geannuleerd"],
    kind: DirectiveKind::Money,
    slots: &[
        one_or_more(&[ArgumentForm::Invoice]),
        optional(&[ArgumentForm::Customer]),
    ],
    keys: &[],
};
