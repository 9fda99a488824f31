//! `experiments.<function>`, through the typed functions; the bindings cross by name.

use std::ops::ControlFlow;

use ukur::experiments::bayesian::{BetaPrior, beta_binomial, compare_beta_binomial};
use ukur::experiments::columns::{TestColumns, two_proportion_tests, welch_tests};
use ukur::experiments::cuped::{compare_with_covariate, cuped_adjust};
use ukur::experiments::equivalence::equivalence;
use ukur::experiments::fisher::fisher_two_sided;
use ukur::experiments::lift::relative_lift;
use ukur::experiments::means::{compare_means, mean};
use ukur::experiments::multiplicity::{benjamini_hochberg, holm};
use ukur::experiments::power;
use ukur::experiments::proportions::{compare_proportions, proportion};
use ukur::experiments::ratios::{
    AccountTotals, compare_ratios, compare_ratios_of_means, ratio_of_means, ratio_of_sums,
};
use ukur::experiments::resampling::{
    ResamplingOptions, bootstrap_comparison, bootstrap_ratio, permutation_test,
};
use ukur::experiments::sample_ratio::sample_ratio_mismatch;
use ukur::experiments::sequential::{
    Look, always_valid, confidence_sequence, confidence_sequence_of_values, sequential_half_width,
    sequential_p,
};
use ukur::experiments::verdict::{OutcomeUnit, VerdictOptions, verdict};
use ukur::experiments::{Comparison, Interval, Measure, Method, PairSummary, SampleSummary};
use ukur::metrics::OnInvalid;
use ukur::{Column, Error, Status};

use super::given::Given;
use super::outcome::Outcome;

/// The numbers by their names.
fn numbers<const N: usize>(args: &Given, names: [&str; N]) -> [f64; N] {
    names.map(|name| args.number(name).unwrap_or_else(|| panic!("`{name}` is a number")))
}

fn column(args: &Given, name: &str) -> Vec<f64> {
    args.column(name).unwrap_or_else(|| panic!("`{name}` is a column"))
}

fn sample(args: &Given, name: &str) -> Result<SampleSummary, Error> {
    match args.get(name) {
        Some(Given::List(_)) => SampleSummary::from_values(&column(args, name)),
        Some(map) => {
            let [n, mean, variance] = numbers(map, ["n", "mean", "variance"]);
            Ok(SampleSummary { n, mean, variance })
        }
        None => panic!("`{name}` is a sample"),
    }
}

fn pair(args: &Given, name: &str) -> PairSummary {
    let map = args.get(name).unwrap_or_else(|| panic!("`{name}` is a pair summary"));
    let [n, mean_y, mean_x, variance_y, variance_x, covariance] =
        numbers(map, ["n", "mean_y", "mean_x", "variance_y", "variance_x", "covariance"]);
    PairSummary { n, mean_y, mean_x, variance_y, variance_x, covariance }
}

fn totals(args: &Given, name: &str) -> Result<AccountTotals, Error> {
    let map = args.get(name).unwrap_or_else(|| panic!("`{name}` is a group of accounts"));
    let (numerator, denominator) = (column(map, "numerator"), column(map, "denominator"));
    match map.column("account") {
        None => AccountTotals::new(&numerator, &denominator),
        Some(account) => {
            let codes: Vec<u32> = account.iter().map(|code| *code as u32).collect();
            AccountTotals::from_rows(&numerator, &denominator, &codes)
        }
    }
}

fn comparison(args: &Given) -> Comparison {
    let map = args.get("comparison").expect("`comparison` is a record");
    let [treatment, control, estimate, standard_error, statistic, p_value] =
        numbers(map, ["treatment", "control", "estimate", "standard_error", "statistic", "p_value"]);
    let [lower, upper, level] =
        numbers(map.get("interval").expect("an interval"), ["lower", "upper", "level"]);
    let is_lift = map.get("measure") == Some(&Given::Text("relative_lift".to_owned()));
    Comparison {
        measure: if is_lift { Measure::RelativeLift } else { Measure::Difference },
        treatment,
        control,
        estimate,
        standard_error,
        interval: Interval { lower, upper, level },
        statistic,
        degrees_of_freedom: map.number("degrees_of_freedom"),
        p_value,
        method: Method::WelchT,
    }
}

fn resampling(args: &Given) -> ResamplingOptions {
    let default = ResamplingOptions::default();
    ResamplingOptions {
        resamples: args.number("resamples").map_or(default.resamples, |n| n as u32),
        seed: args.number("seed").map_or(default.seed, |n| n as u64),
        exact_up_to: args.number("exact_up_to").map_or(default.exact_up_to, |n| n as u32),
        level: args.number("level").unwrap_or(default.level),
    }
}

fn prior(args: &Given) -> BetaPrior {
    let shapes = column(args, "prior");
    BetaPrior { alpha: shapes[0], beta: shapes[1] }
}

fn tests(result: TestColumns) -> Outcome {
    let status = |code: &u8| match Status::from_code(*code) {
        Some(status) => Outcome::Text(status.as_str().to_owned()),
        None => Outcome::Null,
    };
    Outcome::Map(vec![
        ("status".to_owned(), Outcome::List(result.status.iter().map(status).collect())),
        ("statistic".to_owned(), result.statistic.into()),
        ("p_value".to_owned(), result.p_value.into()),
    ])
}

fn looks(result: &[Look]) -> Outcome {
    let column = |of: fn(&Look) -> f64| Outcome::from(result.iter().map(of).collect::<Vec<f64>>());
    Outcome::Map(vec![
        ("n".to_owned(), column(|look| look.n)),
        ("estimate".to_owned(), column(|look| look.estimate)),
        ("standard_error".to_owned(), column(|look| look.standard_error)),
        ("lower".to_owned(), column(|look| look.interval.lower)),
        ("upper".to_owned(), column(|look| look.interval.upper)),
        ("p_value".to_owned(), column(|look| look.p_value)),
        (
            "may_stop".to_owned(),
            Outcome::List(result.iter().map(|look| Outcome::Bool(look.may_stop)).collect()),
        ),
    ])
}

pub fn call(name: &str, args: &Given) -> Result<Outcome, Error> {
    let level = args.number("level").unwrap_or(0.95);
    Ok(match name {
        "proportion" => {
            let [successes, trials] = numbers(args, ["successes", "trials"]);
            Outcome::record(&proportion(successes, trials, level)?)
        }
        "compare_proportions" => {
            let [x1, n1, x2, n2] = numbers(args, ["x1", "n1", "x2", "n2"]);
            Outcome::record(&compare_proportions(x1, n1, x2, n2, level)?)
        }
        "fisher_two_sided" => {
            let [a, b, c, d] = numbers(args, ["a", "b", "c", "d"]);
            fisher_two_sided(a, b, c, d)?.into()
        }
        "sample_summary" => Outcome::record(&SampleSummary::from_values(&column(args, "values"))?),
        "sample_summary_of_counts" => {
            let [successes, trials] = numbers(args, ["successes", "trials"]);
            Outcome::record(&SampleSummary::from_counts(successes, trials)?)
        }
        "pair_summary" => Outcome::record(&PairSummary::from_values(&column(args, "y"), &column(args, "x"))?),
        "mean" => Outcome::record(&mean(&sample(args, "sample")?, level)?),
        "compare_means" => {
            Outcome::record(&compare_means(&sample(args, "treatment")?, &sample(args, "control")?, level)?)
        }
        "relative_lift" => {
            Outcome::record(&relative_lift(&sample(args, "treatment")?, &sample(args, "control")?, level)?)
        }
        "cuped_adjust" => Outcome::record(&cuped_adjust(&column(args, "y"), &column(args, "x"))?),
        "compare_with_covariate" => {
            Outcome::record(&compare_with_covariate(&pair(args, "treatment"), &pair(args, "control"), level)?)
        }
        "ratio_of_sums" => Outcome::record(&ratio_of_sums(&totals(args, "totals")?, level)?),
        "ratio_of_means" => Outcome::record(&ratio_of_means(&pair(args, "summary"), level)?),
        "compare_ratios" => {
            Outcome::record(&compare_ratios(&totals(args, "treatment")?, &totals(args, "control")?, level)?)
        }
        "compare_ratios_of_means" => Outcome::record(&compare_ratios_of_means(
            &pair(args, "treatment"),
            &pair(args, "control"),
            level,
        )?),
        "verdict" => {
            let text = |name: &str| match args.get(name) {
                Some(Given::Text(text)) => text.clone(),
                _ => panic!("`{name}` is a text"),
            };
            let options = VerdictOptions {
                treatment: text("treatment"),
                control: text("control"),
                outcome: text("outcome"),
                unit: match text("unit").as_str() {
                    "number" => OutcomeUnit::Number,
                    "share" => OutcomeUnit::Share,
                    other => OutcomeUnit::Named(other.to_owned()),
                },
                margin: args.number("margin"),
            };
            Outcome::record(&verdict(&comparison(args), &options)?)
        }
        _ => return decisions(name, args, level),
    })
}

fn decisions(name: &str, args: &Given, level: f64) -> Result<Outcome, Error> {
    let mut quiet = |_| ControlFlow::Continue(());
    Ok(match name {
        "bootstrap_ratio" => {
            Outcome::record(&bootstrap_ratio(&totals(args, "totals")?, &resampling(args), &mut quiet)?)
        }
        "bootstrap_comparison" => {
            let (one, other) = (totals(args, "treatment")?, totals(args, "control")?);
            Outcome::record(&bootstrap_comparison(&one, &other, &resampling(args), &mut quiet)?)
        }
        "permutation_test" => {
            let (one, other) = (totals(args, "treatment")?, totals(args, "control")?);
            Outcome::record(&permutation_test(&one, &other, &resampling(args), &mut quiet)?)
        }
        "sample_ratio_mismatch" => {
            let [threshold] = numbers(args, ["threshold"]);
            Outcome::record(&sample_ratio_mismatch(
                &column(args, "counts"),
                &column(args, "shares"),
                threshold,
            )?)
        }
        "holm" => holm(&column(args, "p_values"))?.into(),
        "benjamini_hochberg" => benjamini_hochberg(&column(args, "p_values"))?.into(),
        "equivalence" => {
            let [estimate, error, lower, upper, alpha] =
                numbers(args, ["estimate", "standard_error", "lower_margin", "upper_margin", "alpha"]);
            let df = args.number("degrees_of_freedom");
            Outcome::record(&equivalence(estimate, error, df, lower, upper, alpha)?)
        }
        "sequential_half_width" => {
            let [error, n, alpha, tuning] = numbers(args, ["standard_error", "n", "alpha", "tuning_n"]);
            sequential_half_width(error, n, alpha, tuning)?.into()
        }
        "sequential_p" => {
            let [estimate, error, n, alpha, tuning] =
                numbers(args, ["estimate", "standard_error", "n", "alpha", "tuning_n"]);
            sequential_p(estimate, error, n, alpha, tuning)?.into()
        }
        "always_valid" => {
            let [n, tuning] = numbers(args, ["n", "tuning_n"]);
            Outcome::record(&always_valid(&comparison(args), n, tuning)?)
        }
        "confidence_sequence" => {
            let [tuning] = numbers(args, ["tuning_n"]);
            let (estimates, errors) = (column(args, "estimates"), column(args, "standard_errors"));
            looks(&confidence_sequence(&estimates, &errors, &column(args, "n"), level, tuning)?)
        }
        "confidence_sequence_of_values" => {
            let [reference, first, tuning] = numbers(args, ["reference", "first", "tuning_n"]);
            looks(&confidence_sequence_of_values(&column(args, "values"), reference, first, level, tuning)?)
        }
        "beta_binomial" => {
            let [successes, trials] = numbers(args, ["successes", "trials"]);
            Outcome::record(&beta_binomial(successes, trials, prior(args), level)?)
        }
        "compare_beta_binomial" => {
            let [sa, na, sb, nb] = numbers(args, ["successes_a", "trials_a", "successes_b", "trials_b"]);
            Outcome::record(&compare_beta_binomial((sa, na), (sb, nb), prior(args), level)?)
        }
        "two_proportion_tests" => {
            let given = ["x1", "n1", "x2", "n2"].map(|name| args.get(name).expect("a number or a column"));
            let columns = given.map(Given::to_column);
            let read = |at: usize| as_column(given[at], &columns[at]);
            tests(two_proportion_tests(read(0), read(1), read(2), read(3), OnInvalid::Raise)?)
        }
        "welch_tests" => {
            let given =
                ["mean1", "var1", "n1", "mean2", "var2", "n2"].map(|name| args.get(name).expect("a column"));
            let columns = given.map(Given::to_column);
            let read = |at: usize| as_column(given[at], &columns[at]);
            tests(welch_tests([read(0), read(1), read(2)], [read(3), read(4), read(5)], OnInvalid::Raise)?)
        }
        _ => return planned(name, args),
    })
}

fn as_column<'a>(given: &Given, values: &'a [f64]) -> Column<'a> {
    given.as_number().map_or(Column::Values(values), Column::Number)
}

/// A plan from five numbers.
type Five = fn(f64, f64, f64, f64, f64) -> Result<f64, Error>;

fn planned(name: &str, args: &Given) -> Result<Outcome, Error> {
    if name == "detectable_proportion" {
        let [baseline, n1, n2, alpha, wanted] = numbers(args, ["baseline", "n1", "n2", "alpha", "power"]);
        return Ok(Outcome::record(&power::detectable_proportion(baseline, n1, n2, alpha, wanted)?));
    }
    let (function, names): (Five, [&str; 5]) = match name {
        "sample_size_proportions" => {
            (power::sample_size_proportions_ratio, ["p1", "p2", "alpha", "power", "ratio"])
        }
        "power_proportions" => (power::power_proportions, ["p1", "n1", "p2", "n2", "alpha"]),
        "power_means" => (power::power_means, ["difference", "variance", "n1", "n2", "alpha"]),
        "sample_size_means" => {
            (power::sample_size_means, ["difference", "variance", "alpha", "power", "ratio"])
        }
        "detectable_difference" => (power::detectable_difference, ["variance", "n1", "n2", "alpha", "power"]),
        _ => panic!("experiments.{name}: add it to core/tests/vectors/experiments.rs"),
    };
    let [a, b, c, d, e] = numbers(args, names);
    function(a, b, c, d, e).map(Outcome::from)
}
