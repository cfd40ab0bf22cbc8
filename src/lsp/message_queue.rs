//! The messages of the editor, in their order. Requests that it takes back before they are answered are not.

use super::protocol::{
    Connection, ErrorCode, Message, NotificationMessage, RequestId, RequestMessage, Response,
};
use serde_json::Value;
use std::cell::Cell;
use std::collections::VecDeque;

/// The messages that came and are not dealt with.
pub struct MessageQueue<'c> {
    connection: &'c Connection,
    waiting: VecDeque<Message>,
    asked: Cell<i32>,
}

impl<'c> MessageQueue<'c> {
    /// Messages of a connection.
    pub const fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            waiting: VecDeque::new(),
            asked: Cell::new(0),
        }
    }

    /// The next message; waits for one. `None` when the editor is gone.
    pub fn next(&mut self) -> Option<Message> {
        loop {
            self.take_in();
            if let Some(message) = self.waiting.pop_front() {
                return Some(message);
            }
            // What came may have been nothing but word that an answer is not wanted which was given before.
            let message = self.connection.receiver.recv().ok()?;
            self.waiting.push_back(message);
        }
    }

    /// Whether the next message that came already tells a change of a text: then it is not worth to look at the text as it
    /// is.
    pub fn has_change_next(&mut self) -> bool {
        self.take_in();
        let next = self.waiting.front();
        let Some(Message::Notification(notification)) = next else {
            return false;
        };
        notification.method == "textDocument/didChange"
    }

    /// Sends a message. An editor that is gone misses nothing.
    pub fn send(&self, message: impl Into<Message>) {
        let _gone = self.connection.sender.send(message.into());
    }

    /// Asks the editor something. Nobody waits for what it says.
    pub fn ask(&self, method: &str, params: Value) {
        let id = self.asked.get().saturating_add(1);
        self.asked.set(id);
        let method = method.to_owned();
        self.send(RequestMessage::new(RequestId::from(id), method, params));
    }

    /// Takes in what came, and drops the requests that were taken back.
    fn take_in(&mut self) {
        while let Ok(message) = self.connection.receiver.try_recv() {
            self.waiting.push_back(message);
        }
        let cancelled: Vec<RequestId> = self.waiting.iter().filter_map(cancelled_id).collect();
        if cancelled.is_empty() {
            return;
        }
        let (sender, mut refused) = (&self.connection.sender, Vec::new());
        self.waiting.retain(|message| match message {
            Message::Request(request) if cancelled.contains(&request.id) => {
                refused.push(request.id.clone());
                false
            }
            other => cancelled_id(other).is_none(),
        });
        for id in refused {
            let code = ErrorCode::RequestCanceled as i32;
            let words = "taken back before it was answered".to_owned();
            let _gone = sender.send(Response::new_err(id, code, words).into());
        }
    }
}

fn cancelled_id(message: &Message) -> Option<RequestId> {
    let Message::Notification(NotificationMessage { method, params }) = message else {
        return None;
    };
    let id = params.get("id").filter(|_| method == "$/cancelRequest")?;
    serde_json::from_value(id.clone()).ok()
}
