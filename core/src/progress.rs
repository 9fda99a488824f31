//! How long work tells where it is, and how it is stopped.

use std::ops::ControlFlow;

/// How much of a long piece of work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps done so far.
    pub done: u64,
    /// Steps in all.
    pub total: u64,
}

/// What a caller passes to watch long work: `ControlFlow::Break(())` stops it with
/// [`Error::Cancelled`](crate::Error::Cancelled).
///
/// ```
/// use std::ops::ControlFlow;
/// let mut watch: Box<ukur::progress::Watch> = Box::new(|step| {
///     println!("{} of {}", step.done, step.total);
///     ControlFlow::Continue(())
/// });
/// assert_eq!(watch(ukur::progress::Progress { done: 1, total: 2 }), ControlFlow::Continue(()));
/// ```
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Lets the work run to its end without looking.
///
/// ```
/// # use std::ops::ControlFlow;
/// let step = ukur::progress::Progress { done: 1, total: 2 };
/// assert_eq!(ukur::progress::ignore(step), ControlFlow::Continue(()));
/// ```
pub fn ignore(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
