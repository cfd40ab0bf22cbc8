//! What a rule of the grammar is: what it takes, what it leaves, and the three things it may answer.

use super::input::Input;
use crate::text::diagnostic::Diagnostic;
use nom::error::{ErrorKind, ParseError};
use nom::{Err, IResult, Parser};

/// A finding on its way up.
pub type Fault = Box<Diagnostic>;

/// What a rule answers: `Ok` with what is left behind it, `Err::Error` where nothing of its kind stands so that another
/// rule may fit, `Err::Failure` where something of its kind stands, but wrong.
pub type Parsed<'t, T> = IResult<Input<'t>, T, Expected>;

/// Why a rule has no value to give.
#[derive(Debug)]
pub enum Expected {
    /// Nothing of its kind stands here.
    NoMatch,
    /// Something of its kind stands here, but wrong.
    Invalid(Fault),
}

impl<'t> ParseError<Input<'t>> for Expected {
    #[inline]
    fn from_error_kind(_: Input<'t>, _: ErrorKind) -> Self {
        Self::NoMatch
    }

    #[inline]
    fn append(_: Input<'t>, _: ErrorKind, other: Self) -> Self {
        other
    }
}

impl Expected {
    /// The answer of a rule where nothing of its kind stands.
    pub const fn no_match<T>() -> Result<T, Err<Self>> {
        Err(Err::Error(Self::NoMatch))
    }

    /// The answer of a rule where something of its kind stands, but wrong.
    pub fn invalid<T>(found: Diagnostic) -> Result<T, Err<Self>> {
        Err(Err::Failure(Self::Invalid(Box::new(found))))
    }
}

/// A rule of the grammar: a nom parser over [`Input`].
pub trait Rule<'t, T>: Parser<Input<'t>, Output = T, Error = Expected> {}
impl<'t, T, P: Parser<Input<'t>, Output = T, Error = Expected>> Rule<'t, T> for P {}
