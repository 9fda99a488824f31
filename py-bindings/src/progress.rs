//! Long work: the interpreter is free meanwhile, Ctrl-C works, and a callback may watch.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use pyo3::prelude::*;
use ukur::progress::Watch;

use crate::errors::PyError;

/// How often the interpreter is taken back for a look at signals and for the callback.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// Runs `work` with the interpreter released. About every 100 ms, and at the last step, it looks for signals
/// (Ctrl-C raises `KeyboardInterrupt`) and calls `callback(done, total)`; an answer of `False` stops the work
/// with `CancelledError`, an exception raised in it comes out as it is.
pub(crate) fn watched<T: Send>(
    py: Python<'_>,
    callback: Option<&Py<PyAny>>,
    work: impl FnOnce(&mut Watch) -> ukur::Result<T> + Send,
) -> PyResult<T> {
    let mut raised: Option<PyErr> = None;
    let mut looked = Instant::now();
    let result = py.detach(|| {
        work(&mut |step| {
            if looked.elapsed() < LOOK_EVERY && step.done < step.total {
                return ControlFlow::Continue(());
            }
            looked = Instant::now();
            let go_on = Python::attach(|py| {
                py.check_signals()?;
                match callback {
                    None => Ok(true),
                    Some(callback) => {
                        callback.call1(py, (step.done, step.total)).map(|said| !is_false(said.bind(py)))
                    }
                }
            });
            match go_on {
                Ok(true) => ControlFlow::Continue(()),
                Ok(false) => ControlFlow::Break(()),
                Err(error) => {
                    raised = Some(error);
                    ControlFlow::Break(())
                }
            }
        })
    });
    match raised {
        Some(error) => Err(error),
        None => result.map_err(|error| PyError(error).into()),
    }
}

/// Exactly `False`: a callback that only prints returns `None` and goes on.
fn is_false(said: &Bound<'_, PyAny>) -> bool {
    said.extract::<bool>().is_ok_and(|said| !said)
}
