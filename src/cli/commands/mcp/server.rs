//! The loop of the server: a request comes in, its answer goes out.

use super::assistant_tool::{ASSISTANT_TOOLS, AssistantTool};
use super::json_rpc::{
    JsonRpcError, Request, UnreadableMessage, answer_message, next_line, read_message,
};
use super::proposal::{PROPOSE, ProposalResult, check_proposal, describe_propose};
use super::subprocess::Subprocess;
use super::tool_schema::describe_tool;
use super::tool_words::tool_words;
use crate::cli::arguments::command_line::build_command_line;
use crate::cli::exit::ExitStatus;
use crate::cli::registry::Registry;
use clap::Command;
use serde_json::{Map, Value, json};
use std::io::{self, BufRead, Write};
use std::process::Output;

/// The versions of the protocol in which the messages below are said the same, the newest first.
const PROTOCOL_VERSIONS: [&str; 4] = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

/// What an assistant is told once.
const INSTRUCTIONS: &str = "Receivables of a small firm, from its journal: a text file of invoices, payments and contact \
notes. All tools only read. Every figure follows from entries of the journal: name `file` and `line` where a row has them, \
and work nothing out that a tool can tell. Amounts, days and counts are texts, with a point before the decimals. Begin with \
`next` (what to do today) or `aging` (who owes what). To add something, give the entry to `propose` and let the person \
write what comes back; `explain` with a keyword shows how an entry is written.";

/// The server.
pub struct AssistantServer {
    /// The program.
    pub process: Subprocess,
    /// The reports and languages there are.
    pub registry: Registry,
}

impl AssistantServer {
    /// Answers what comes in until nothing does any more.
    ///
    /// # Errors
    /// The other side cannot be read or written to.
    pub fn serve(&self, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
        let commands = build_command_line(self.registry);
        while let Some(line) = next_line(input)? {
            let request = line.and_then(|line| {
                let is_blank = line.trim_ascii().is_empty();
                if is_blank {
                    Ok(None)
                } else {
                    read_message(&line)
                }
            });
            let answer = match request {
                Ok(None) => continue,
                Ok(Some(request)) => match self.answer(&request, &commands) {
                    Ok(result) => answer_message(&request.id, &result),
                    Err(error) => error.to_message(&request.id),
                },
                Err(UnreadableMessage { id, error }) => error.to_message(&id),
            };
            writeln!(output, "{answer}")?;
            output.flush()?;
        }
        Ok(())
    }

    fn answer(&self, request: &Request, commands: &Command) -> Result<Value, JsonRpcError> {
        match &*request.method {
            "initialize" => Ok(introduction(&request.parameters)),
            "ping" => Ok(json!({})),
            "tools/list" => list_tools(commands),
            "tools/call" => self.call_tool(&request.parameters, commands),
            method => Err(JsonRpcError::unknown_method(method)),
        }
    }

    fn call_tool(
        &self,
        parameters: &Map<String, Value>,
        commands: &Command,
    ) -> Result<Value, JsonRpcError> {
        let name = parameters.get("name").and_then(Value::as_str);
        let name = name.ok_or_else(|| JsonRpcError::invalid_parameters("expected a `name`"))?;
        let none = Map::new();
        let said = match parameters.get("arguments") {
            None | Some(Value::Null) => &none,
            Some(Value::Object(said)) => said,
            Some(_) => {
                let message = "expected `arguments` to be an object";
                return Err(JsonRpcError::invalid_parameters(message));
            }
        };
        if name == PROPOSE {
            return self.propose(said);
        }
        let tool = ASSISTANT_TOOLS.iter().find(|tool| tool.command == name);
        let tool = tool.ok_or_else(|| unknown_tool(name))?;
        let words = tool_words(tool, command_of(tool, commands)?, said)?;
        let output = self.process.run(&words, "");
        let output = output.map_err(|error| {
            JsonRpcError::internal(format!("the program cannot be run: {error}"))
        })?;
        Ok(tool_result(&output))
    }

    fn propose(&self, said: &Map<String, Value>) -> Result<Value, JsonRpcError> {
        let text = |name: &str| match said.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(&**text)),
            Some(other) => Err(JsonRpcError::invalid_parameters(format!(
                "expected `{name}` to be a text, found {other}"
            ))),
        };
        if let Some(name) = said
            .keys()
            .find(|name| !matches!(&***name, "lines" | "as_of"))
        {
            return Err(JsonRpcError::invalid_parameters(format!(
                "`{PROPOSE}` knows lines, as_of, found `{name}`"
            )));
        }
        let lines = text("lines")?.unwrap_or_default();
        let answer = check_proposal(&self.process, lines, text("as_of")?)?;
        Ok(match answer {
            ProposalResult::Passed(page) => as_result(&page, false),
            ProposalResult::Failed(page) => as_result(&page, true),
            ProposalResult::NotChecked(output) => tool_result(&output),
        })
    }
}

/// What the server says of itself: the version the other side speaks, or the newest.
fn introduction(parameters: &Map<String, Value>) -> Value {
    let asked = parameters.get("protocolVersion").and_then(Value::as_str);
    let spoken = PROTOCOL_VERSIONS
        .iter()
        .find(|known| asked == Some(**known));
    let [newest, ..] = PROTOCOL_VERSIONS;
    json!({
        "protocolVersion": spoken.copied().unwrap_or(newest),
        "capabilities": {"tools": {}},
        "serverInfo": {"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION")},
        "instructions": INSTRUCTIONS,
    })
}

fn list_tools(commands: &Command) -> Result<Value, JsonRpcError> {
    let tools = ASSISTANT_TOOLS
        .iter()
        .map(|tool| Ok(describe_tool(tool, command_of(tool, commands)?)));
    let mut tools = tools.collect::<Result<Vec<Value>, JsonRpcError>>()?;
    tools.push(describe_propose());
    Ok(json!({"tools": tools}))
}

fn command_of<'c>(
    tool: &AssistantTool,
    commands: &'c Command,
) -> Result<&'c Command, JsonRpcError> {
    let found = commands.find_subcommand(tool.command);
    found.ok_or_else(|| JsonRpcError::internal(format!("no command {}", tool.command)))
}

fn unknown_tool(name: &str) -> JsonRpcError {
    let known = ASSISTANT_TOOLS.iter().map(|tool| tool.command);
    let known: Vec<&str> = known.chain([PROPOSE]).collect();
    JsonRpcError::invalid_parameters(format!(
        "expected a tool ({}), found `{name}`",
        known.join(", ")
    ))
}

/// What a run answers: its page, or why there is none.
fn tool_result(output: &Output) -> Value {
    let ends_well = output.status.code().is_some_and(|code| {
        let of_page = [ExitStatus::Success, ExitStatus::Findings];
        of_page
            .iter()
            .any(|status| i32::from(status.code()) == code)
    });
    let (printed, said) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    if let Ok(page) = serde_json::from_str(&printed)
        && ends_well
    {
        let mut result = result_of(&printed, &page, false);
        push_notes(&mut result, &said);
        return result;
    }
    let mut lines = said.lines();
    let why = lines.find_map(|line| Some((line, serde_json::from_str(line).ok()?)));
    if let Some((line, page)) = why {
        return result_of(line, &page, true);
    }
    let exit = output.status.code();
    as_result(
        &json!({"error": {"exit": exit, "message": said.trim()}}),
        true,
    )
}

/// What a run said beside its page: that a nearer file is no part of the journal, for one.
fn push_notes(result: &mut Value, said: &str) {
    let content = result.get_mut("content").and_then(Value::as_array_mut);
    if let Some(content) = content.filter(|_| !said.trim().is_empty()) {
        content.push(json!({"type": "text", "text": said.trim()}));
    }
}

fn as_result(page: &Value, is_error: bool) -> Value {
    result_of(&page.to_string(), page, is_error)
}

/// A page as the protocol has it: as data, and the same as text for those that read no data.
fn result_of(text: &str, page: &Value, is_error: bool) -> Value {
    json!({
        "content": [{"type": "text", "text": text.trim_end()}],
        "structuredContent": page,
        "isError": is_error,
    })
}
