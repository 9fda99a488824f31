//! `ukur::Error` as the Python exceptions of `ukur.errors`.

use pyo3::PyErr;
use ukur::{Error, ErrorKind};

// Defined in Python and imported: they inherit from several built-in classes, can be pickled, and leave the
// generated stubs complete.
pyo3::import_exception!(ukur.errors, UkurError);
pyo3::import_exception!(ukur.errors, InvalidInputError);
pyo3::import_exception!(ukur.errors, UndefinedError);
pyo3::import_exception!(ukur.errors, InvalidTypeError);
pyo3::import_exception!(ukur.errors, ConvergenceError);
pyo3::import_exception!(ukur.errors, CancelledError);

/// Carries a core error to where `?` wants a `PyErr`: `core_function(..).map_err(PyError)?`.
#[derive(Debug)]
pub(crate) struct PyError(pub(crate) Error);

impl From<Error> for PyError {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<PyError> for PyErr {
    fn from(PyError(error): PyError) -> Self {
        let args = (error.to_string(), error.code());
        match error.kind() {
            ErrorKind::InvalidInput => InvalidInputError::new_err(args),
            ErrorKind::Undefined => UndefinedError::new_err(args),
            ErrorKind::InvalidType => InvalidTypeError::new_err(args),
            ErrorKind::Convergence => ConvergenceError::new_err(args),
            ErrorKind::Cancelled => CancelledError::new_err(args),
            _ => UkurError::new_err(args),
        }
    }
}
