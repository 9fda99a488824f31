//! What a function gave, in the shape that every language can show.

use serde_json::Value;

use super::given::Given;

/// A result.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Outcome>),
    Map(Vec<(String, Outcome)>),
}

impl From<f64> for Outcome {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}
impl From<Vec<f64>> for Outcome {
    fn from(values: Vec<f64>) -> Self {
        Self::List(values.into_iter().map(Self::Number).collect())
    }
}
impl From<Option<f64>> for Outcome {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Null, Self::Number)
    }
}
impl From<Value> for Outcome {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(value) => Self::Number(value.as_f64().expect("a number of 64 bits")),
            Value::String(text) => Self::Text(text),
            Value::Array(values) => Self::List(values.into_iter().map(Self::from).collect()),
            Value::Object(map) => {
                Self::Map(map.into_iter().map(|(key, value)| (key, value.into())).collect())
            }
        }
    }
}

impl Outcome {
    /// A record, as it crosses to the other languages.
    pub fn record(result: &impl serde::Serialize) -> Self {
        serde_json::to_value(result).expect("a plain record").into()
    }

    /// Columns of numbers cross to the other languages with NaN where a record has nothing.
    pub fn with_missing_as_nan(self) -> Self {
        match self {
            Self::Null => Self::Number(f64::NAN),
            Self::List(rows) => Self::List(rows.into_iter().map(Self::with_missing_as_nan).collect()),
            Self::Map(pairs) => {
                Self::Map(pairs.into_iter().map(|(key, one)| (key, one.with_missing_as_nan())).collect())
            }
            other => other,
        }
    }

    fn part(&self, key: &str) -> Option<&Self> {
        let Self::Map(pairs) = self else { return None };
        pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Whether every number in it is finite.
    pub fn is_finite(&self) -> bool {
        match self {
            Self::Number(value) => value.is_finite(),
            Self::List(rows) => rows.iter().all(Self::is_finite),
            Self::Map(pairs) => pairs.iter().all(|(_, value)| value.is_finite()),
            _ => true,
        }
    }

    /// The sums of columns, row after row; a missing value adds nothing.
    pub fn sums(&self, names: &Given) -> Self {
        let Given::Map(names) = names else { panic!("sums are named") };
        let number = |one: &Self| match one {
            Self::Number(value) if !value.is_nan() => *value,
            Self::Bool(value) => f64::from(u8::from(*value)),
            _ => 0.0,
        };
        let add = |name: &String| match self.part(name) {
            Some(Self::List(rows)) => rows.iter().map(number).fold(0.0, |total, one| total + one),
            other => panic!("{name} is no column: {other:?}"),
        };
        Self::Map(names.keys().map(|name| (name.clone(), Self::Number(add(name)))).collect())
    }

    /// What is wrong with it, if anything.
    pub fn mismatch(&self, want: &Given, rtol: f64, atol: f64, at: &str) -> Option<String> {
        let wrong = || Some(format!("{at} is {self:?}, wanted {want:?} within {atol} + {rtol} * |wanted|"));
        match (self, want) {
            (_, Given::Map(keys)) => keys.iter().find_map(|(key, inner)| match self.part(key) {
                Some(part) => part.mismatch(inner, rtol, atol, &format!("{at}.{key}")),
                None => Some(format!("{at} has no {key}: {self:?}")),
            }),
            (Self::List(rows), Given::List(wanted)) => {
                if rows.len() != wanted.len() {
                    return Some(format!("{at} has {} rows, wanted {}", rows.len(), wanted.len()));
                }
                let mut pairs = rows.iter().zip(wanted).enumerate();
                pairs.find_map(|(row, (got, want))| got.mismatch(want, rtol, atol, &format!("{at}[{row}]")))
            }
            (Self::Number(got), Given::Number(want)) => {
                let same = got == want || (got.is_nan() && want.is_nan());
                let near = (got - want).abs() <= atol + rtol * want.abs();
                if same || near { None } else { wrong() }
            }
            (Self::Number(got), Given::Null) if got.is_nan() => None,
            (Self::Null, Given::Null) => None,
            (Self::Bool(got), Given::Bool(want)) if got == want => None,
            (Self::Text(got), Given::Text(want)) if got == want => None,
            _ => wrong(),
        }
    }

    /// The numbers as hexadecimal digits, in the order of the answer's keys; everything else as text.
    pub fn bits(&self, want: Option<&Given>) -> Vec<String> {
        if let Some(Given::Map(keys)) = want {
            let null = Self::Null;
            return keys
                .iter()
                .flat_map(|(key, inner)| self.part(key).unwrap_or(&null).bits(Some(inner)))
                .collect();
        }
        match self {
            Self::Null => vec!["null".to_owned()],
            Self::Bool(value) => vec![value.to_string()],
            Self::Text(text) => vec![Value::from(text.as_str()).to_string()],
            Self::Number(value) if value.is_nan() => vec!["nan".to_owned()],
            Self::Number(value) => vec![format!("{:016x}", value.to_bits())],
            Self::List(rows) => rows.iter().flat_map(|row| row.bits(None)).collect(),
            Self::Map(pairs) => {
                let mut pairs: Vec<_> = pairs.iter().collect();
                pairs.sort_by(|one, other| one.0.cmp(&other.0));
                pairs.into_iter().flat_map(|(_, value)| value.bits(None)).collect()
            }
        }
    }
}
