//! What a rule of the grammar takes, what it leaves, and its three possible results.

use super::input::Input;
use crate::text::diagnostic::Diagnostic;
use nom::error::{ErrorKind, ParseError};
use nom::{Err, IResult, Parser};

/// A finding that is passed up to the caller of a rule; boxed, because results are moved often.
pub type Fault = Box<Diagnostic>;

/// The result of a rule: `Ok` with the rest of the input; `Err::Error` where nothing of its kind stands here, so that
/// another rule may fit; `Err::Failure` where something of its kind stands here, but is wrong.
pub type Parsed<'t, T> = IResult<Input<'t>, T, Expected>;

/// Why a rule has no value.
#[derive(Debug)]
pub enum Expected {
    /// Nothing of its kind stands here.
    NoMatch,
    /// Something of its kind stands here, but is wrong.
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
    /// The result of a rule where nothing of its kind stands.
    pub const fn no_match<T>() -> Result<T, Err<Self>> {
        Err(Err::Error(Self::NoMatch))
    }

    /// The result of a rule where something of its kind stands, but is wrong.
    pub fn invalid<T>(found: Diagnostic) -> Result<T, Err<Self>> {
        Err(Err::Failure(Self::Invalid(Box::new(found))))
    }
}

/// A rule of the grammar: a nom parser over [`Input`].
pub trait Rule<'t, T>: Parser<Input<'t>, Output = T, Error = Expected> {}
impl<'t, T, P: Parser<Input<'t>, Output = T, Error = Expected>> Rule<'t, T> for P {}
