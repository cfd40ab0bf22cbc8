//! A request that the server answers, and how its parameters and its answer are read and written.

use crate::lsp::protocol::{ErrorCode, LspRequestMethod, Request, ServerCapabilities};
use crate::lsp::request_context::{RequestContext, RequestError};
use serde_json::Value;

/// A request that the server answers.
pub struct Feature {
    /// Its name in the protocol.
    pub method: LspRequestMethod<'static>,
    /// Says that the server answers it.
    pub declare: fn(&mut ServerCapabilities),
    /// Answers it.
    pub answer: fn(&RequestContext<'_, '_>, Value) -> Result<Value, RequestError>,
}

/// Answers a request of a type, whatever is sent with it.
pub fn answer_as<R: Request>(
    params: Value,
    answer: impl FnOnce(R::Params) -> Result<R::Result, RequestError>,
) -> Result<Value, RequestError> {
    let params = serde_json::from_value(params).map_err(|error| RequestError {
        code: ErrorCode::InvalidParams,
        message: error.to_string(),
    })?;
    serde_json::to_value(answer(params)?).map_err(|error| RequestError {
        code: ErrorCode::InternalError,
        message: error.to_string(),
    })
}
