//! Messages of the protocol: JSON-RPC 2.0, one on each line.

use serde_json::{Map, Value, json};
use std::io::{self, BufRead, Read};

/// Longer lines are refused, so that no line fills the memory.
const MAX_LINE_BYTES: u64 = 16 * 1024 * 1024;

/// A line that is no JSON, or too long.
const PARSE_ERROR: i32 = -32_700;
/// A message that is no request.
const INVALID_REQUEST: i32 = -32_600;
/// A request that the server does not know.
const METHOD_NOT_FOUND: i32 = -32_601;
/// Parameters that cannot be read.
const INVALID_PARAMETERS: i32 = -32_602;
/// The server could not do what was asked.
const INTERNAL_ERROR: i32 = -32_603;

/// Why a request has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonRpcError {
    code: i32,
    message: String,
}

impl JsonRpcError {
    /// There is no such request.
    pub fn unknown_method(method: &str) -> Self {
        Self {
            code: METHOD_NOT_FOUND,
            message: format!("no such request: {method}"),
        }
    }

    /// What was sent with the request cannot be read.
    pub fn invalid_parameters(message: impl Into<String>) -> Self {
        Self {
            code: INVALID_PARAMETERS,
            message: message.into(),
        }
    }

    /// The program could not be run.
    pub fn internal(message: impl Into<String>) -> Self {
        Self {
            code: INTERNAL_ERROR,
            message: message.into(),
        }
    }

    /// The message that says so.
    pub fn to_message(&self, id: &Value) -> Value {
        json!({"jsonrpc": "2.0", "id": id, "error": {"code": self.code, "message": self.message}})
    }
}

/// A line that is no request, and what is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct UnreadableMessage {
    /// Under which the answer is known; null where the line says none.
    pub id: Value,
    /// What is wrong with it.
    pub error: JsonRpcError,
}

/// A request, which wants an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// By which the answer is known.
    pub id: Value,
    /// What is asked.
    pub method: String,
    /// What was sent with it.
    pub parameters: Map<String, Value>,
}

/// The message that answers a request.
pub fn answer_message(id: &Value, result: &Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "result": result})
}

/// Reads a message. `None` where it wants no answer: a notification, or an answer of the other side.
///
/// # Errors
/// It is no message.
pub fn read_message(line: &[u8]) -> Result<Option<Request>, UnreadableMessage> {
    let message: Value = serde_json::from_slice(line).map_err(|error| {
        let message = format!("a line that is no JSON: {error}");
        unreadable(Value::Null, PARSE_ERROR, message)
    })?;
    let Value::Object(mut message) = message else {
        let message = "expected one message on a line, an object".to_owned();
        return Err(unreadable(Value::Null, INVALID_REQUEST, message));
    };
    let id = message.remove("id");
    let id = match id {
        None => Value::Null,
        Some(id @ (Value::Number(_) | Value::String(_))) => id,
        Some(_) => {
            let message = "expected an `id` that is a number or a text".to_owned();
            return Err(unreadable(Value::Null, INVALID_REQUEST, message));
        }
    };
    let Some(Value::String(method)) = message.remove("method") else {
        let is_answer = message.contains_key("result") || message.contains_key("error");
        let message = "expected the `method` of the request".to_owned();
        return is_answer
            .then_some(None)
            .ok_or(unreadable(id, INVALID_REQUEST, message));
    };
    if id.is_null() {
        return Ok(None);
    }
    let parameters = match message.remove("params") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(parameters)) => parameters,
        Some(_) => {
            let message = "expected `params` to be an object".to_owned();
            return Err(unreadable(id, INVALID_PARAMETERS, message));
        }
    };
    Ok(Some(Request {
        id,
        method,
        parameters,
    }))
}

const fn unreadable(id: Value, code: i32, message: String) -> UnreadableMessage {
    let error = JsonRpcError { code, message };
    UnreadableMessage { id, error }
}

/// The next line, without its end; `None` where there is none any more. A line that is too long is passed over.
///
/// # Errors
/// Standard input cannot be read.
pub fn next_line(
    input: &mut impl BufRead,
) -> io::Result<Option<Result<Vec<u8>, UnreadableMessage>>> {
    let mut line = Vec::new();
    if input
        .by_ref()
        .take(MAX_LINE_BYTES)
        .read_until(b'\n', &mut line)?
        == 0
    {
        return Ok(None);
    }
    let is_whole = line.last() == Some(&b'\n') || (line.len() as u64) < MAX_LINE_BYTES;
    if is_whole {
        return Ok(Some(Ok(line)));
    }
    input.skip_until(b'\n')?;
    let message = format!("expected a line of at most {MAX_LINE_BYTES} bytes, found a longer one");
    Ok(Some(Err(unreadable(Value::Null, PARSE_ERROR, message))))
}
