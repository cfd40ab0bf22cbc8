//! A few moments in which no signal may end the program half-way.

use nix::sys::signal::{SigSet, SigmaskHow, Signal};

/// While it lives, signals that would end the program wait; they arrive when it is dropped.
pub struct SignalGuard {
    previous_mask: Option<SigSet>,
}

impl SignalGuard {
    /// Makes every signal wait that would end the program.
    pub fn block() -> Self {
        Self::block_signals(&[
            Signal::SIGINT,
            Signal::SIGTERM,
            Signal::SIGHUP,
            Signal::SIGQUIT,
        ])
    }

    /// Makes interrupts from the keyboard wait: they belong to a program that was started meanwhile.
    pub fn block_interrupt() -> Self {
        Self::block_signals(&[Signal::SIGINT])
    }

    fn block_signals(signals: &[Signal]) -> Self {
        let waiting: SigSet = signals.iter().copied().collect();
        Self {
            previous_mask: waiting.thread_swap_mask(SigmaskHow::SIG_BLOCK).ok(),
        }
    }
}

impl Drop for SignalGuard {
    fn drop(&mut self) {
        if let Some(before) = &self.previous_mask {
            let _as_before = before.thread_set_mask();
        }
    }
}

/// Lets a file that grows past the limit of this process be an error of the write, not the end of the program.
pub fn block_size_limit_signal() {
    let mut limit = SigSet::empty();
    limit.add(Signal::SIGXFSZ);
    let _blocked = limit.thread_block();
}
