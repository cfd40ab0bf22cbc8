//! What must hold for every report.
