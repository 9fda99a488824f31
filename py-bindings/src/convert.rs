//! Numbers and columns in, numbers, columns and records out.

use numpy::{IntoPyArray, PyArray1, PyArrayMethods, PyReadonlyArray1, PyUntypedArrayMethods};
use pyo3::prelude::*;
use pyo3::types::{PyFloat, PyInt};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::errors::PyError;

/// An argument that may be a number or a column, as it came. Reading waits for [`Column::read`], which knows
/// the argument's name and so can say what is wrong with it.
pub(crate) enum Column<'py> {
    Scalar(f64),
    Array(PyReadonlyArray1<'py, f64>),
    Other(Bound<'py, PyAny>),
}

impl<'a, 'py> FromPyObject<'a, 'py> for Column<'py> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("ukur._typing", "FloatLike");

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        // Only what cannot be anything else goes the quick way: `float(x)` of a column with one row works too.
        // A whole number beyond every `float` goes the other way, where it is refused by name.
        if object.is_instance_of::<PyFloat>() || object.is_instance_of::<PyInt>() {
            if let Ok(value) = object.extract() {
                return Ok(Self::Scalar(value));
            }
        }
        match object.cast::<PyArray1<f64>>() {
            Ok(array) if array.is_c_contiguous() => Ok(Self::Array(array.readonly())),
            _ => Ok(Self::Other(object.to_owned())),
        }
    }
}

impl<'py> Column<'py> {
    /// The number or the numbers; lists, other dtypes, strided views and the series of every library go through
    /// `ukur._inputs.as_column`, which refuses by the argument's name what is no column of numbers.
    pub(crate) fn read(self, name: &str) -> PyResult<Values<'py>> {
        match self {
            Self::Scalar(value) => Ok(Values::Scalar(value)),
            Self::Array(array) => Ok(Values::Array(array)),
            Self::Other(object) => {
                let py = object.py();
                let read = py
                    .import(pyo3::intern!(py, "ukur._inputs"))?
                    .call_method1(pyo3::intern!(py, "as_column"), (name, object))?;
                match read.cast_into::<PyArray1<f64>>() {
                    Ok(array) => Ok(Values::Array(array.readonly())),
                    Err(other) => Ok(Values::Scalar(other.into_inner().extract()?)),
                }
            }
        }
    }

    /// As [`Column::read`], for an argument that must be a column.
    pub(crate) fn read_array(self, name: &str) -> PyResult<PyReadonlyArray1<'py, f64>> {
        match self.read(name)? {
            Values::Array(array) => Ok(array),
            Values::Scalar(_) => Err(PyError(ukur::Error::wrong_type(format!(
                "`{name}` must be a column of numbers, got a single number"
            )))
            .into()),
        }
    }
}

/// A number, or a borrowed contiguous column of numbers.
pub(crate) enum Values<'py> {
    Scalar(f64),
    Array(PyReadonlyArray1<'py, f64>),
}

impl Values<'_> {
    /// The numbers as a slice; one for a scalar. May cross `Python::detach`.
    pub(crate) fn as_slice(&self) -> PyResult<&[f64]> {
        match self {
            Self::Scalar(value) => Ok(std::slice::from_ref(value)),
            Self::Array(array) => Ok(array.as_slice()?),
        }
    }

    /// Whether the caller gave one number.
    pub(crate) const fn is_scalar(&self) -> bool {
        matches!(self, Self::Scalar(_))
    }
}

/// A number where numbers went in, a `float64` array where a column did.
pub(crate) enum Output {
    Scalar(f64),
    Array(Vec<f64>),
}

impl<'py> IntoPyObject<'py> for Output {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("ukur._typing", "FloatOut");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(match self {
            Self::Scalar(value) => value.into_pyobject(py)?.into_any(),
            Self::Array(values) => values.into_pyarray(py).into_any(),
        })
    }
}

/// A column that goes out as a `float64` array without a copy.
pub(crate) struct Floats(pub(crate) Vec<f64>);

impl<'py> IntoPyObject<'py> for Floats {
    type Target = PyArray1<f64>;
    type Output = Bound<'py, PyArray1<f64>>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr =
        pyo3::type_hint_identifier!("ukur._typing", "FloatArray");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.0.into_pyarray(py))
    }
}

/// A small structured result as JSON text; the Python face makes its frozen dataclass of it.
pub(crate) fn record(result: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(result)
        .map_err(|error| crate::errors::UkurError::new_err((error.to_string(), "not_serialisable")))
}

/// A whole number from 0 that arrives as a number, as in JavaScript.
pub(crate) fn whole(name: &'static str, value: f64) -> PyResult<usize> {
    if value >= 0.0 && value == value.trunc() && value <= 9_007_199_254_740_992.0 {
        return Ok(value as usize);
    }
    Err(PyError(ukur::Error::invalid(name, "a whole number >= 0", value)).into())
}

/// An argument that the face has written as JSON.
pub(crate) fn parsed<T: DeserializeOwned>(name: &str, json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(|error| {
        let message = format!("`{name}` is not as expected: {}", reason(&error));
        PyError(ukur::Error::wrong_type(message)).into()
    })
}

/// What is wrong with a JSON text, without the place in a text that the caller never saw.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}

/// Columns of other dtypes than `float64`: the Python face has made a contiguous array of the dtype, and
/// they go out without a copy.
macro_rules! columns {
    ($($(#[$doc:meta])* $in:ident, $out:ident: $type:ty = $stub:literal;)*) => {$(
        $(#[$doc])*
        pub(crate) struct $in<'py>(PyReadonlyArray1<'py, $type>);

        impl $in<'_> {
            /// The column as a slice. May cross `Python::detach`.
            pub(crate) fn as_slice(&self) -> PyResult<&[$type]> {
                Ok(self.0.as_slice()?)
            }
        }

        impl<'a, 'py> FromPyObject<'a, 'py> for $in<'py> {
            type Error = PyErr;

            #[cfg(feature = "stubs")]
            const INPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("ukur._typing", $stub);

            fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
                Ok(Self(object.cast::<PyArray1<$type>>()?.readonly()))
            }
        }

        $(#[$doc])*
        pub(crate) struct $out(pub(crate) Vec<$type>);

        impl<'py> IntoPyObject<'py> for $out {
            type Target = PyArray1<$type>;
            type Output = Bound<'py, PyArray1<$type>>;
            type Error = PyErr;

            #[cfg(feature = "stubs")]
            const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("ukur._typing", $stub);

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                Ok(self.0.into_pyarray(py))
            }
        }
    )*};
}
columns! {
    /// A column of 64-bit whole numbers.
    IntegersIn, Integers: i64 = "IntArray";
    /// A column of codes from 0.
    CodesIn, Codes: u32 = "CodeArray";
    /// A column of true and false.
    FlagsIn, Flags: bool = "FlagArray";
}
