//! `release`: a hold or a plan ends.

use crate::syntax::directive::contact::WHOM;
use crate::syntax::keyword::Keyword;
use crate::syntax::table::{Directive, DirectiveKind};

/// `release = "release" , { invoice } , [ customer ] ;`
pub static RELEASE: Directive = Directive {
    keyword: Keyword::Release,
    about: "a hold or a plan ends",
    dutch: &["vrijgeven", "hervatten"],
    kind: DirectiveKind::Contact,
    slots: WHOM,
    keys: &[],
};
