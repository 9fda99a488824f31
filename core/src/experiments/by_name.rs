//! Every small experiment by its name: numbers and columns in, a JSON record out.
//!
//! The bindings cross here, so that they need one function instead of thirty; a service that takes its question as
//! text can use it too. Numbers come in the order of the arguments; an optional number that is not given is NaN.

use super::bayesian::{BetaPrior, beta_binomial, compare_beta_binomial};
use super::cuped::compare_with_covariate;
use super::equivalence::equivalence;
use super::estimate::{Comparison, Interval, Measure, Method};
use super::fisher::fisher_two_sided;
use super::lift::relative_lift;
use super::means::{compare_means, mean};
use super::power::{
    detectable_difference, detectable_proportion, power_means, power_proportions, sample_size_means,
    sample_size_proportions_ratio,
};
use super::proportions::{compare_proportions, proportion};
use super::ratios::{AccountTotals, compare_ratios, compare_ratios_of_means, ratio_of_means, ratio_of_sums};
use super::sample_ratio::sample_ratio_mismatch;
use super::sequential::{always_valid, sequential_half_width, sequential_p};
use super::summaries::{PairSummary, SampleSummary};
use super::verdict::{OutcomeUnit, VerdictOptions, verdict};
use crate::{Error, Result};

/// What a function is called with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Arguments<'a> {
    /// The numbers, in the order of the function's arguments; a summary is its fields in their order.
    pub numbers: &'a [f64],
    /// The columns, in the order of the arguments. Account totals are three: numerator, denominator, and the accounts
    /// as whole numbers, empty for one row an account.
    pub columns: &'a [&'a [f64]],
    /// The texts, in the order of the arguments.
    pub texts: &'a [&'a str],
}

impl Arguments<'_> {
    fn numbers<const N: usize>(&self, name: &str) -> Result<[f64; N]> {
        self.numbers.try_into().map_err(|_| {
            Error::input(
                "wrong_number_of_arguments",
                format!("`{name}` takes {N} numbers, got {}", self.numbers.len()),
            )
        })
    }

    fn columns<const N: usize>(&self, name: &str) -> Result<[&[f64]; N]> {
        self.columns.try_into().map_err(|_| {
            Error::input(
                "wrong_number_of_arguments",
                format!("`{name}` takes {N} columns, got {}", self.columns.len()),
            )
        })
    }

    fn texts<const N: usize>(&self, name: &str) -> Result<[&str; N]> {
        self.texts.try_into().map_err(|_| {
            Error::input(
                "wrong_number_of_arguments",
                format!("`{name}` takes {N} texts, got {}", self.texts.len()),
            )
        })
    }
}

/// Account totals from numerator, denominator and accounts (empty: one row an account).
///
/// # Errors
/// As [`AccountTotals::from_rows`]; an account that is no whole number below 2^32.
///
/// ```
/// let totals = ukur::experiments::by_name::account_totals(&[1.0, 2.0, 3.0], &[9.0, 9.0, 9.0], &[0.0, 1.0, 0.0])?;
/// assert_eq!(totals.accounts(), 2);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn account_totals(numerator: &[f64], denominator: &[f64], account: &[f64]) -> Result<AccountTotals> {
    if account.is_empty() {
        return AccountTotals::new(numerator, denominator);
    }
    let mut codes = Vec::with_capacity(account.len());
    for (row, &code) in account.iter().enumerate() {
        let whole = code as u32;
        if f64::from(whole) != code {
            return Err(Error::invalid("account", "a whole number from 0 below 2^32", code).at_row(row));
        }
        codes.push(whole);
    }
    AccountTotals::from_rows(numerator, denominator, &codes)
}

fn sample([n, mean, variance]: [f64; 3]) -> SampleSummary {
    SampleSummary { n, mean, variance }
}

fn pair([n, mean_y, mean_x, variance_y, variance_x, covariance]: [f64; 6]) -> PairSummary {
    PairSummary { n, mean_y, mean_x, variance_y, variance_x, covariance }
}

/// A comparison from its fields in their order (measure: 0 difference, 1 relative lift; the interval as lower, upper,
/// level; degrees of freedom NaN for none).
fn comparison(fields: [f64; 11]) -> Comparison {
    let [measure, treatment, control, estimate, standard_error, lower, upper, level, statistic, df, p_value] =
        fields;
    Comparison {
        measure: if measure == 0.0 { Measure::Difference } else { Measure::RelativeLift },
        treatment,
        control,
        estimate,
        standard_error,
        interval: Interval { lower, upper, level },
        statistic,
        degrees_of_freedom: optional(df),
        p_value,
        method: Method::WelchT,
    }
}

fn optional(number: f64) -> Option<f64> {
    (!number.is_nan()).then_some(number)
}

/// What becomes of a result: text, or whatever a language has for a record.
pub trait HandOver {
    /// The form of a result.
    type Out;

    /// Turns a result into it.
    ///
    /// # Errors
    /// A result that has no such form.
    fn hand(&self, result: &impl serde::Serialize) -> Result<Self::Out>;
}

/// Results as JSON text.
struct Json;

impl HandOver for Json {
    type Out = String;

    fn hand(&self, result: &impl serde::Serialize) -> Result<String> {
        serde_json::to_string(result).map_err(|error| Error::input("not_serialisable", error.to_string()))
    }
}

/// Calls a function by its name; its result as JSON, a number or an object with the fields of the Rust result.
///
/// # Errors
/// Those of the function; `unknown_function`; `wrong_number_of_arguments`.
///
/// ```
/// use ukur::experiments::by_name::{Arguments, call};
/// let arguments = Arguments { numbers: &[3.0, 1.0, 1.0, 3.0], ..Default::default() };
/// assert_eq!(call("fisher_two_sided", &arguments)?[..6], *"0.4857");
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn call(name: &str, given: &Arguments<'_>) -> Result<String> {
    call_with(&Json, name, given)
}

/// As [`call`], with the result in a form of the caller's own.
///
/// # Errors
/// As [`call`].
pub fn call_with<H: HandOver>(to: &H, name: &str, given: &Arguments<'_>) -> Result<H::Out> {
    match name {
        "proportion" => {
            let [successes, trials, level] = given.numbers(name)?;
            to.hand(&proportion(successes, trials, level)?)
        }
        "compare_proportions" => {
            let [x1, n1, x2, n2, level] = given.numbers(name)?;
            to.hand(&compare_proportions(x1, n1, x2, n2, level)?)
        }
        "fisher_two_sided" => {
            let [a, b, c, d] = given.numbers(name)?;
            to.hand(&fisher_two_sided(a, b, c, d)?)
        }
        "sample_summary" => {
            let [values] = given.columns(name)?;
            to.hand(&SampleSummary::from_values(values)?)
        }
        "sample_summary_of_counts" => {
            let [successes, trials] = given.numbers(name)?;
            to.hand(&SampleSummary::from_counts(successes, trials)?)
        }
        "pair_summary" => {
            let [y, x] = given.columns(name)?;
            to.hand(&PairSummary::from_values(y, x)?)
        }
        "mean" => {
            let [n, at, variance, level] = given.numbers(name)?;
            to.hand(&mean(&sample([n, at, variance]), level)?)
        }
        "compare_means" | "relative_lift" => {
            let [n1, mean1, var1, n2, mean2, var2, level] = given.numbers(name)?;
            let (one, other) = (sample([n1, mean1, var1]), sample([n2, mean2, var2]));
            to.hand(&if name == "compare_means" { compare_means } else { relative_lift }(
                &one, &other, level,
            )?)
        }
        "sample_ratio_mismatch" => {
            let ([threshold], [counts, shares]) = (given.numbers(name)?, given.columns(name)?);
            to.hand(&sample_ratio_mismatch(counts, shares, threshold)?)
        }
        "beta_binomial" => {
            let [successes, trials, alpha, beta, level] = given.numbers(name)?;
            to.hand(&beta_binomial(successes, trials, BetaPrior { alpha, beta }, level)?)
        }
        "compare_beta_binomial" => {
            let [sa, na, sb, nb, alpha, beta, level] = given.numbers(name)?;
            to.hand(&compare_beta_binomial((sa, na), (sb, nb), BetaPrior { alpha, beta }, level)?)
        }
        "equivalence" => {
            let [estimate, error, df, lower, upper, alpha] = given.numbers(name)?;
            to.hand(&equivalence(estimate, error, optional(df), lower, upper, alpha)?)
        }
        "verdict" => words(to, name, given),
        _ => grouped(to, name, given)
            .or_else(|| sequential(to, name, given))
            .or_else(|| planned(to, name, given))
            .unwrap_or_else(|| {
                Err(Error::input("unknown_function", format!("there is no experiment called `{name}`")))
            }),
    }
}

/// Accounts and pairs.
fn grouped<H: HandOver>(to: &H, name: &str, given: &Arguments<'_>) -> Option<Result<H::Out>> {
    Some(match name {
        "ratio_of_sums" => (|| {
            let ([level], [top, base, account]) = (given.numbers(name)?, given.columns(name)?);
            to.hand(&ratio_of_sums(&account_totals(top, base, account)?, level)?)
        })(),
        "compare_ratios" => (|| {
            let ([level], [t1, b1, a1, t2, b2, a2]) = (given.numbers(name)?, given.columns(name)?);
            to.hand(&compare_ratios(&account_totals(t1, b1, a1)?, &account_totals(t2, b2, a2)?, level)?)
        })(),
        "ratio_of_means" => given.numbers(name).and_then(|[n, y, x, vy, vx, c, level]| {
            to.hand(&ratio_of_means(&pair([n, y, x, vy, vx, c]), level)?)
        }),
        "compare_ratios_of_means" | "compare_with_covariate" => {
            given.numbers(name).and_then(|[n1, y1, x1, vy1, vx1, c1, n2, y2, x2, vy2, vx2, c2, level]| {
                let (one, other) = (pair([n1, y1, x1, vy1, vx1, c1]), pair([n2, y2, x2, vy2, vx2, c2]));
                if name == "compare_with_covariate" {
                    to.hand(&compare_with_covariate(&one, &other, level)?)
                } else {
                    to.hand(&compare_ratios_of_means(&one, &other, level)?)
                }
            })
        }
        _ => return None,
    })
}

/// Running experiments.
fn sequential<H: HandOver>(to: &H, name: &str, given: &Arguments<'_>) -> Option<Result<H::Out>> {
    Some(match name {
        "sequential_half_width" => given.numbers(name).and_then(|[error, n, alpha, tuning_n]| {
            to.hand(&sequential_half_width(error, n, alpha, tuning_n)?)
        }),
        "sequential_p" => given.numbers(name).and_then(|[estimate, error, n, alpha, tuning_n]| {
            to.hand(&sequential_p(estimate, error, n, alpha, tuning_n)?)
        }),
        "always_valid" => {
            given.numbers(name).and_then(|[m, t, c, e, se, l, u, level, z, df, p, n, tuning_n]| {
                to.hand(&always_valid(&comparison([m, t, c, e, se, l, u, level, z, df, p]), n, tuning_n)?)
            })
        }
        _ => return None,
    })
}

/// Experiments to come.
fn planned<H: HandOver>(to: &H, name: &str, given: &Arguments<'_>) -> Option<Result<H::Out>> {
    if name == "detectable_proportion" {
        return Some(given.numbers(name).and_then(|[baseline, n1, n2, alpha, power]| {
            to.hand(&detectable_proportion(baseline, n1, n2, alpha, power)?)
        }));
    }
    let function = match name {
        "power_proportions" => power_proportions,
        "sample_size_proportions" => sample_size_proportions_ratio,
        "power_means" => power_means,
        "sample_size_means" => sample_size_means,
        "detectable_difference" => detectable_difference,
        _ => return None,
    };
    Some(given.numbers(name).and_then(|[a, b, c, d, e]| to.hand(&function(a, b, c, d, e)?)))
}

/// A verdict: the comparison and the margin (NaN for none); treatment, control, outcome and unit (`number`, `share`, or
/// the unit's own name).
fn words<H: HandOver>(to: &H, name: &str, given: &Arguments<'_>) -> Result<H::Out> {
    let [m, t, c, e, se, l, u, level, z, df, p, margin] = given.numbers(name)?;
    let [treatment, control, outcome, unit] = given.texts(name)?.map(str::to_owned);
    let unit = match unit.as_str() {
        "number" => OutcomeUnit::Number,
        "share" => OutcomeUnit::Share,
        _ => OutcomeUnit::Named(unit),
    };
    let options = VerdictOptions { treatment, control, outcome, unit, margin: optional(margin) };
    to.hand(&verdict(&comparison([m, t, c, e, se, l, u, level, z, df, p]), &options)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_counts_are_checked() {
        let none = Arguments::default();
        assert_eq!(call("no_such", &none).unwrap_err().code(), "unknown_function");
        for name in [
            "proportion",
            "compare_means",
            "sample_summary",
            "ratio_of_sums",
            "ratio_of_means",
            "compare_with_covariate",
            "sequential_p",
            "always_valid",
            "power_means",
            "verdict",
        ] {
            assert_eq!(call(name, &none).unwrap_err().code(), "wrong_number_of_arguments", "{name}");
        }
    }

    #[test]
    fn a_verdict_crosses() {
        let c = compare_proportions(600.0, 10_000.0, 500.0, 10_000.0, 0.95).unwrap();
        let numbers = [
            0.0,
            c.treatment,
            c.control,
            c.estimate,
            c.standard_error,
            c.interval.lower,
            c.interval.upper,
            0.95,
            c.statistic,
            f64::NAN,
            c.p_value,
            f64::NAN,
        ];
        let given = Arguments { numbers: &numbers, texts: &["B", "A", "sign-ups", "share"], ..none() };
        assert!(call("verdict", &given).unwrap().contains("\"finding\":\"shown\""));
    }

    fn none() -> Arguments<'static> {
        Arguments::default()
    }

    #[test]
    fn accounts_are_whole_numbers() {
        let error = account_totals(&[1.0, 2.0], &[3.0, 4.0], &[0.0, 0.5]).unwrap_err();
        assert_eq!(error.code(), "out_of_domain");
        assert_eq!(
            account_totals(&[1.0, 2.0], &[3.0, 4.0], &[0.0, f64::NAN]).unwrap_err().code(),
            "nan_input"
        );
    }
}
