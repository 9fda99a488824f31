//! What a model is in JSON. It is written by `serde`, and read from a [`Json`] value by hand: what `serde` makes of a report
//! takes ten times the code, and a browser loads it.

use super::any::AnyModel;
use super::covariates::Coefficients;
use super::diagnosis::{Diagnosis, DiagnosisCode};
use super::fit::{Effect, Estimate, Fit};
use super::profile::Kept;
use crate::units::TimeUnit;
use crate::{Error, Result};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// The version of the format that is written; older ones are read.
const VERSION: u32 = 1;

/// A value of JSON.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// Nothing.
    Null,
    /// True or false.
    Flag(bool),
    /// A number; JSON knows one kind.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, in the order of the text.
    Object(Vec<(String, Json)>),
}

fn refuse(reason: impl fmt::Display) -> Error {
    Error::input("invalid_model_json", format!("this is not a ukur model in JSON: {reason}"))
}

impl Json {
    /// The field; none where it is missing or null.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
            .filter(|value| **value != Self::Null)
    }

    fn need(&self, name: &str) -> Result<&Self> {
        self.field(name).ok_or_else(|| refuse(format_args!("missing field `{name}`")))
    }

    fn as_number(&self, name: &str) -> Result<f64> {
        match self {
            Self::Number(number) if number.is_finite() => Ok(*number),
            Self::Number(_) => Err(refuse("number out of range")),
            _ => Err(refuse(format_args!("`{name}` must be a number"))),
        }
    }

    fn as_text(&self, name: &str) -> Result<&str> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(refuse(format_args!("`{name}` must be a text"))),
        }
    }

    fn as_list(&self, name: &str) -> Result<&[Self]> {
        match self {
            Self::List(items) => Ok(items),
            _ => Err(refuse(format_args!("`{name}` must be a list"))),
        }
    }

    fn number(&self, name: &str) -> Result<f64> {
        self.need(name)?.as_number(name)
    }

    fn maybe_number(&self, name: &str) -> Result<Option<f64>> {
        self.field(name).map(|value| value.as_number(name)).transpose()
    }

    fn count(&self, name: &str) -> Result<usize> {
        let number = self.number(name)?;
        if number >= 0.0 && number == number.trunc() && number <= 9_007_199_254_740_992.0 {
            Ok(number as usize)
        } else {
            Err(refuse(format_args!("`{name}` must be a whole number from 0")))
        }
    }

    fn text(&self, name: &str) -> Result<String> {
        self.need(name)?.as_text(name).map(str::to_owned)
    }

    fn list(&self, name: &str) -> Result<&[Self]> {
        self.need(name)?.as_list(name)
    }

    fn texts(&self, name: &str) -> Result<Vec<String>> {
        self.list(name)?.iter().map(|item| item.as_text(name).map(str::to_owned)).collect()
    }

    fn matrix(&self, name: &str) -> Result<Option<Vec<Vec<f64>>>> {
        let Some(rows) = self.field(name) else { return Ok(None) };
        let row = |row: &Self| row.as_list(name)?.iter().map(|one| one.as_number(name)).collect();
        rows.as_list(name)?.iter().map(row).collect::<Result<_>>().map(Some)
    }

    /// Pairs of a name and a number, as in `[["member", 0.3]]`.
    pub(crate) fn pairs(&self, name: &str) -> Result<Vec<(String, f64)>> {
        let pair = |pair: &Self| match pair {
            Self::List(pair) => match &pair[..] {
                [first, second] => Ok((first.as_text(name)?.to_owned(), second.as_number(name)?)),
                _ => Err(refuse(format_args!("`{name}` must hold pairs"))),
            },
            _ => Err(refuse(format_args!("`{name}` must hold pairs"))),
        };
        self.list(name)?.iter().map(pair).collect()
    }

    fn diagnosis(&self) -> Result<Diagnosis> {
        let code = self.text("code")?;
        Ok(Diagnosis {
            code: DiagnosisCode::ALL
                .into_iter()
                .find(|one| one.as_str() == code)
                .ok_or_else(|| refuse(format_args!("unknown variant `{code}`")))?,
            message: self.text("message")?,
            parameters: self.texts("parameters")?,
        })
    }

    fn fit(&self) -> Result<Fit> {
        let estimate = |one: &Self| {
            Ok(Estimate {
                name: one.text("name")?,
                value: one.number("value")?,
                standard_error: one.maybe_number("standard_error")?,
                log_standard_error: one.maybe_number("log_standard_error")?,
            })
        };
        let effect = |one: &Self| {
            Ok(Effect {
                process: one.text("process")?,
                name: one.text("name")?,
                coefficient: one.number("coefficient")?,
                standard_error: one.maybe_number("standard_error")?,
                lower: one.maybe_number("lower")?,
                upper: one.maybe_number("upper")?,
                factor: one.number("factor")?,
                reading: one.text("reading")?,
            })
        };
        Ok(Fit {
            model: self.text("model")?,
            estimates: self.list("estimates")?.iter().map(estimate).collect::<Result<_>>()?,
            log_likelihood: self.number("log_likelihood")?,
            penalised_log_likelihood: self.maybe_number("penalised_log_likelihood")?,
            covariance: self.matrix("covariance")?,
            log_covariance: self.matrix("log_covariance")?,
            aic: self.number("aic")?,
            bic: self.number("bic")?,
            customers: self.number("customers")?,
            informative_customers: self.number("informative_customers")?,
            left_out: self.number("left_out")?,
            distinct_rows: self.count("distinct_rows")?,
            iterations: self.count("iterations")?,
            relative_gradient: self.number("relative_gradient")?,
            diagnosis: self.need("diagnosis")?.diagnosis()?,
            notes: self.texts("notes")?,
            covariates: match self.field("covariates") {
                Some(effects) => effects.as_list("covariates")?.iter().map(effect).collect::<Result<_>>()?,
                None => Vec::new(),
            },
            data: Kept::default(),
        })
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Json;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value of JSON")
            }
            fn visit_unit<E>(self) -> std::result::Result<Json, E> {
                Ok(Json::Null)
            }
            fn visit_bool<E>(self, flag: bool) -> std::result::Result<Json, E> {
                Ok(Json::Flag(flag))
            }
            fn visit_u64<E>(self, number: u64) -> std::result::Result<Json, E> {
                Ok(Json::Number(number as f64))
            }
            fn visit_i64<E>(self, number: i64) -> std::result::Result<Json, E> {
                Ok(Json::Number(number as f64))
            }
            fn visit_f64<E>(self, number: f64) -> std::result::Result<Json, E> {
                Ok(Json::Number(number))
            }
            fn visit_str<E>(self, text: &str) -> std::result::Result<Json, E> {
                Ok(Json::Text(text.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> std::result::Result<Json, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = from.next_element()? {
                    items.push(item);
                }
                Ok(Json::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> std::result::Result<Json, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = from.next_entry()? {
                    fields.push(field);
                }
                Ok(Json::Object(fields))
            }
        }
        from.deserialize_any(Any)
    }
}

/// A model as it is written.
#[derive(serde::Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u32,
    model: &'static str,
    parameters: BTreeMap<&'static str, f64>,
    settings: BTreeMap<&'static str, f64>,
    unit: Option<TimeUnit>,
    fit: Option<&'a Fit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coefficients: Option<&'a Coefficients>,
}

impl AnyModel {
    /// What is written of the model: name, parameters, settings, unit, and the report of the fit.
    pub fn document(&self) -> impl serde::Serialize + '_ {
        let spec = self.spec();
        let named = |names: Vec<&'static str>, values: Vec<f64>| names.into_iter().zip(values).collect();
        Document {
            format: "ukur-model",
            version: VERSION,
            model: spec.name,
            parameters: named(spec.parameters.iter().map(|p| p.name).collect(), self.model().parameters()),
            settings: named(spec.settings.iter().map(|s| s.name).collect(), self.model().settings()),
            unit: self.unit(),
            fit: self.report(),
            coefficients: self.coefficients(),
        }
    }

    /// The model of a document.
    ///
    /// ```
    /// use ukur::models::{AnyModel, Json};
    /// let fields = [("r", 0.243), ("alpha", 4.414), ("a", 0.793), ("b", 2.426)];
    /// let document = Json::Object(vec![
    ///     ("format".to_owned(), Json::Text("ukur-model".to_owned())),
    ///     ("version".to_owned(), Json::Number(1.0)),
    ///     ("model".to_owned(), Json::Text("bg_nbd".to_owned())),
    ///     ("parameters".to_owned(), Json::Object(fields.map(|(k, v)| (k.to_owned(), Json::Number(v))).into())),
    /// ]);
    /// let model = AnyModel::from_document(&document)?;
    /// assert_eq!(model.model().parameters(), [0.243, 4.414, 0.793, 2.426]);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `invalid_model_json` for what is no model, a newer version of the format, a parameter that is missing;
    /// `unknown_model`.
    pub fn from_document(document: &Json) -> Result<Self> {
        if document.text("format")? != "ukur-model" {
            return Err(refuse("its format is not 'ukur-model'"));
        }
        let version = document.count("version")?;
        if version > VERSION as usize {
            return Err(refuse(format_args!(
                "version {version} is newer than {VERSION}, which this ukur reads"
            )));
        }
        let spec = super::spec(document.need("model")?.as_text("model")?)?;
        let given = document.need("parameters")?;
        let mut parameters = Vec::new();
        for parameter in spec.parameters {
            let value = given.field(parameter.name);
            let value =
                value.ok_or_else(|| refuse(format_args!("the parameter '{}' is missing", parameter.name)))?;
            parameters.push(value.as_number(parameter.name)?);
        }
        let mut settings = Vec::new();
        if let Some(given) = document.field("settings") {
            for setting in spec.settings {
                settings.extend(given.maybe_number(setting.name)?);
            }
        }
        let unit = match document.field("unit") {
            Some(unit) => Some(TimeUnit::parse("unit", unit.as_text("unit")?)?),
            None => None,
        };
        let mut model = Self::from_parameters(spec.name, &parameters, &settings, unit)?;
        let coefficients = match document.field("coefficients") {
            Some(known) => {
                Some(Coefficients { purchase: known.pairs("purchase")?, dropout: known.pairs("dropout")? })
            }
            None => None,
        };
        model.restore(document.field("fit").map(Json::fit).transpose()?, coefficients);
        Ok(model)
    }

    /// The model as JSON text: name, parameters, settings, unit, and the report of the fit.
    ///
    /// # Errors
    ///
    /// None for a model with finite numbers.
    pub fn to_json(&self) -> Result<String> {
        serde_json::to_string(&self.document()).map_err(refuse)
    }

    /// The model of a JSON text; parameters come back to the last bit.
    ///
    /// # Errors
    ///
    /// As [`from_document`](Self::from_document).
    pub fn from_json(text: &str) -> Result<Self> {
        Self::from_document(&serde_json::from_str(text).map_err(refuse)?)
    }
}
