//! What a vector gives: arguments and answers.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

/// A value of a vector file, with the numbers that JSON lacks and the columns it names.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Given>),
    Map(BTreeMap<String, Given>),
}

impl Given {
    pub fn read(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(value) => Self::Number(value.as_f64().expect("a number of 64 bits")),
            Value::String(text) => match text.as_str() {
                "nan" => Self::Number(f64::NAN),
                "inf" => Self::Number(f64::INFINITY),
                "-inf" => Self::Number(f64::NEG_INFINITY),
                _ => Self::Text(text.clone()),
            },
            Value::Array(values) => Self::List(values.iter().map(Self::read).collect()),
            Value::Object(map) => match (map.get("csv"), map.get("column")) {
                (Some(Value::String(file)), Some(Value::String(column))) => {
                    let over = map.get("over").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                    let mut numbers = csv_column(file, column);
                    for divisor in over {
                        let column = divisor.as_str().map(|name| csv_column(file, name));
                        for (row, number) in numbers.iter_mut().enumerate() {
                            let by = column.as_ref().map_or_else(|| divisor.as_f64(), |by| Some(by[row]));
                            let nothing = *number == 0.0;
                            *number = if nothing { 0.0 } else { *number / by.expect("a number") };
                        }
                    }
                    Self::List(numbers.into_iter().map(Self::Number).collect())
                }
                _ => Self::Map(map.iter().map(|(key, value)| (key.clone(), Self::read(value))).collect()),
            },
        }
    }

    /// An argument or a key by its name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        if let Self::Map(map) = self { map.get(name) } else { None }
    }

    /// The number by a name.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.get(name).and_then(Self::as_number)
    }

    /// The column by a name; a number is a column of one row.
    pub fn column(&self, name: &str) -> Option<Vec<f64>> {
        self.get(name).map(Self::to_column)
    }

    pub fn as_number(&self) -> Option<f64> {
        if let Self::Number(value) = self { Some(*value) } else { None }
    }

    /// The numbers of a list, a missing one as NaN.
    pub fn to_column(&self) -> Vec<f64> {
        match self {
            Self::List(values) => values.iter().map(|value| value.as_number().unwrap_or(f64::NAN)).collect(),
            other => vec![other.as_number().expect("a number or a column of numbers")],
        }
    }
}

fn csv_column(file: &str, column: &str) -> Vec<f64> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    let at = head.split(',').position(|name| name == column);
    let at = at.unwrap_or_else(|| panic!("{file} has no column {column}"));
    lines.map(|line| line.split(',').nth(at).and_then(|cell| cell.parse().ok()).expect("numbers")).collect()
}
