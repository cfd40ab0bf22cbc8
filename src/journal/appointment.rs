//! Contacts that are still to come, and those that were called off (SPEC.md 6.15).

use super::contact_result::ContactResult;
use super::event_details::EventDetails;
use super::model::Event;
use crate::value::channel::Channel;
use chrono::NaiveDate;

impl Event {
    /// Whether it is a contact that was called off or moved, so that nobody went or called in vain.
    pub fn is_called_off(&self) -> bool {
        self.contact_result() == ContactResult::CalledOff
    }

    /// Whether it is a contact of which nobody says what came of it.
    pub fn is_contact_without_outcome(&self) -> bool {
        self.is_contact() && self.contact_result() == ContactResult::Unsaid
    }

    /// Whether it is the appointment for a contact: it says so, or it is a visit with a day to come back to of which
    /// nothing else is told.
    pub fn is_appointment(&self) -> bool {
        match self.details {
            EventDetails::Contact(_, ContactResult::Planned) => true,
            EventDetails::Contact(Channel::Visit, ContactResult::Unsaid) => {
                self.looks_beyond(self.date)
            }
            _ => false,
        }
    }

    /// Whether a call, a visit or a chat may be one that is still to come at the end of a day: the day to come back to
    /// lies ahead, and nothing is told of a talk.
    pub fn may_lie_ahead(&self, as_of: NaiveDate) -> bool {
        matches!(
            self.details,
            EventDetails::Contact(
                Channel::Phone | Channel::Visit | Channel::Chat,
                ContactResult::Unsaid
            )
        ) && self.looks_beyond(as_of)
    }

    /// Whether its follow-up lies behind a day, and it tells of no talk.
    fn looks_beyond(&self, day: NaiveDate) -> bool {
        self.follow_up.is_some_and(|again| again > day) && !self.contact.tells_of_talk()
    }
}
