//! How conversions are credited to the channels on their paths; credit is not cause.

use crate::attribution::{CountedPaths, MarkovAttribution, MarkovOptions, markov, rules, shapley};
use std::ops::ControlFlow;

/// Credit and removal effects of paths written with names, by a chain of order 1.
fn markov_by_name(
    paths: &[Vec<&str>],
    conversions: &[f64],
    nulls: &[f64],
) -> crate::Result<(Vec<String>, MarkovAttribution)> {
    let (names, paths) = CountedPaths::of_names(paths, conversions, nulls);
    let found = markov(&paths, MarkovOptions::default(), &mut |_| ControlFlow::Continue(()))?;
    Ok((names, found))
}

fn by_name(names: Vec<String>, values: Vec<f64>) -> Vec<(String, f64)> {
    names.into_iter().zip(values).collect()
}

/// Shapley values of a game whose coalitions are names joined by `+`.
fn shapley_by_name(worth: &[(&str, f64)]) -> crate::Result<Vec<(String, f64)>> {
    let members: Vec<Vec<&str>> = worth.iter().map(|(names, _)| names.split('+').collect()).collect();
    let game: Vec<(&[&str], f64)> =
        members.iter().zip(worth).map(|(names, (_, value))| (names.as_slice(), *value)).collect();
    shapley::shapley_values_by_name(&game)
}

metrics! { "attribution";
    /// Credit of one channel when all touches on a path share it equally.
    attribution_linear_credit {
        title: "Linear credit of a channel on one path",
        inputs: {
            path: &[&str], Labels, Any, "channels touched before the conversion, in order";
            channel: &str, Labels, Any, "channel to credit";
        },
        output: Ratio, "fraction of one conversion",
        best_mark: Modelled,
        undefined: { path.is_empty() => InsufficientData; },
        formula: reduce(f64, rules::linear_credit(path, &channel), r"\frac{\#\{i : s_i = \mathrm{channel}\}}{n}"),
        rollup: Sum,
        example: (&["A", "B", "A", "C"], "A") => 0.5,
        edges: { (&[], "A") => InsufficientData; },
        source: "linear model as in the documentation of Google Analytics: every touch gets the same credit",
    }

    /// Credit of each touch on a path when the first and the last get 40 % each.
    attribution_position_credit {
        title: "Position-based credits (40/20/40; one touch 1; two touches 0.5/0.5)",
        inputs: {
            n: f64, Count, WholePositive, "number of touches on the path";
        },
        output: Ratio, "one fraction per touch, in order, summing to 1",
        best_mark: Modelled,
        formula: reduce(Vec<f64>, rules::position_credits(n as usize), r"(0.4,\ \tfrac{0.2}{n-2}, \dots,\ 0.4);\quad n = 2: (\tfrac12, \tfrac12);\quad n = 1: (1)"),
        rollup: Sum,
        example: (4.0) => [0.4, 0.1, 0.1, 0.4] within 1e-12,
        edges: { (0.0) => OutOfDomain; },
        answers: {
            (1.0) => [1.0];
            (2.0) => [0.5, 0.5];
        },
        source: "Google Analytics attribution models, as in github.com/google/fractribution at 72ad8a4 and github.com/DP6/Marketing-Attribution-Models at 72bc20f",
    }

    /// Credit of each touch on a path when it halves with every half-life before the conversion.
    attribution_time_decay_credit {
        title: "Time-decay credits (half-life)",
        inputs: {
            ages_days: &[f64], Days, NonNegative, "age of each touch at the conversion, in days";
            half_life: f64, Days, Positive, "days in which credit halves";
        },
        output: Ratio, "one fraction per touch, in the order given, summing to 1",
        best_mark: Modelled,
        undefined: { ages_days.is_empty() => InsufficientData; },
        formula: reduce(Vec<f64>, rules::time_decay_credits(ages_days, half_life), r"c_i = \frac{2^{-a_i / h}}{\sum_j 2^{-a_j / h}}"),
        rollup: Sum,
        example: (&[0.0, 7.0, 14.0, 28.0], 7.0) => [0.5517241379310345, 0.27586206896551724, 0.13793103448275862, 0.034482758620689655] within 1e-12,
        edges: { (&[], 7.0) => InsufficientData; },
        source: "Google Analytics time-decay model (half-life of 7 days); path of four touches from ignyteiq.com",
        notes: "DP6 MAM floors age/168 h, so all touches in one week get equal credit; its wrapper default is 128 h, the method default 168 h.",
    }

    /// Conversions credited to each channel by what would be lost without it, in a Markov chain of paths.
    attribution_markov {
        title: "Markov removal-effect credit",
        inputs: {
            paths: &[Vec<&str>], Labels, Any, "channels touched on each distinct path, in order";
            conversions: &[f64], CountOrPeople, NonNegative, "times each path ended in a conversion";
            nulls: &[f64], CountOrPeople, NonNegative, "times each path ended without one";
        },
        output: Any, "conversions per channel, summing to all conversions; not evidence of cause",
        best_mark: Modelled,
        undefined: {
            paths.len() != conversions.len() || conversions.len() != nulls.len() => Infeasible;
            !conversions.iter().any(|count| *count > 0.0) => InsufficientData;
        },
        formula: reduce(Vec<(String, f64)>, markov_by_name(paths, conversions, nulls).map(|(names, found)| by_name(names, found.credits.conversions)), r"C\,\frac{e_c}{\sum_k e_k},\quad e_c = 1 - \frac{P(\text{conversion without } c)}{P(\text{conversion})}"),
        rollup: Recompute,
        example: (&[vec!["G"], vec!["M"], vec!["G", "M"]], &[2.0, 1.0, 1.0], &[1.0, 0.0, 0.0]) => [("G", 2.4), ("M", 1.6)] within 1e-09,
        edges: {
            (&[vec!["G"], vec!["M"], vec!["G", "M"]], &[0.0, 0.0, 0.0], &[1.0, 0.0, 0.0]) => InsufficientData;
            (&[vec!["G"], vec!["M"]], &[1.0], &[1.0, 0.0]) => Infeasible;
        },
        source: "S. Puzyrov (2019), Markov chain attribution: removal effect",
        notes: "Removal effects 0.75 and 0.50, base conversion 0.8.",
    }

    /// Share of conversions lost when one channel is taken out of a Markov chain of paths.
    attribution_markov_removal {
        title: "Markov removal effects",
        inputs: {
            paths: &[Vec<&str>], Labels, Any, "channels touched on each distinct path, in order";
            conversions: &[f64], CountOrPeople, NonNegative, "times each path ended in a conversion";
            nulls: &[f64], CountOrPeople, NonNegative, "times each path ended without one";
        },
        output: Any, "fraction of conversions lost, per channel; need not sum to 1",
        best_mark: Modelled,
        undefined: {
            paths.len() != conversions.len() || conversions.len() != nulls.len() => Infeasible;
            !conversions.iter().any(|count| *count > 0.0) => InsufficientData;
        },
        formula: reduce(Vec<(String, f64)>, markov_by_name(paths, conversions, nulls).map(|(names, found)| by_name(names, found.removal_effects)), r"e_c = 1 - \frac{P(\text{conversion without } c)}{P(\text{conversion})}"),
        rollup: Recompute,
        example: (&[vec!["C1", "C2", "C3"], vec!["C1"], vec!["C2", "C3"]], &[1.0, 0.0, 0.0], &[0.0, 1.0, 1.0]) => [("C1", 0.5), ("C2", 1.0), ("C3", 1.0)] within 1e-09,
        edges: {
            (&[vec!["C1", "C2", "C3"], vec!["C1"], vec!["C2", "C3"]], &[0.0, 0.0, 0.0], &[0.0, 1.0, 1.0]) => InsufficientData;
            (&[vec!["G"], vec!["M"]], &[1.0], &[1.0, 0.0]) => Infeasible;
        },
        source: "S. Bryl, analyzecore.com (2016), after Anderl et al. (2016), International Journal of Research in Marketing 33",
    }

    /// Fair share of each channel in a joint result, averaged over all orders of joining.
    attribution_shapley {
        title: "Shapley credit from coalition values",
        inputs: {
            values: &[(&str, f64)], Any, Real, "result of every combination of channels, in any one unit";
        },
        output: Any, "credit per channel in the same unit, summing to the result of all together",
        best_mark: Modelled,
        undefined: { values.is_empty() => InsufficientData; },
        formula: reduce(Vec<(String, f64)>, shapley_by_name(values), r"\varphi_c = \sum_{S \not\ni c} \frac{|S|!\,(n - |S| - 1)!}{n!} \bigl(v(S \cup c) - v(S)\bigr)"),
        rollup: Recompute,
        example: (&[("O", 7.0), ("F", 6.0), ("D", 4.0), ("F+O", 15.0), ("D+O", 7.0), ("D+F", 9.0), ("D+F+O", 19.0)]) => [("O", 7.666666666666667), ("F", 8.166666666666666), ("D", 3.1666666666666665)] within 1e-09,
        edges: { (&[]) => InsufficientData; },
        answers: { (&[("L1", 0.0), ("L2", 0.0), ("R", 0.0), ("L1+L2", 0.0), ("L1+R", 1.0), ("L2+R", 1.0), ("L1+L2+R", 1.0)]) => [("L1", 0.16666666666666666), ("L2", 0.16666666666666666), ("R", 0.6666666666666666)] within 1e-14; },
        source: "Shapley (1953); example from github.com/DP6/Marketing-Attribution-Models at 72bc20f",
        notes: "A coalition that is not listed is worth nothing. At most 20 channels.",
    }
}
