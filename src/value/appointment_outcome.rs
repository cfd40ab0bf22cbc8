//! What became of an appointment: reports say it in their own language.

/// What became of an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppointmentOutcome {
    /// It was kept: `held`.
    Held,
    /// It was called off: `cancelled`.
    CalledOff,
    /// It was moved: `postponed`.
    Moved,
}
