//! How several measures are combined into one, with weights the caller sets.

use super::arithmetic::sum;
use crate::numerics::elementary::cube_root;

metrics! { "composite";
    /// Weighted average of the reach, sharing and monetisation indices of a programme.
    programme_score {
        title: "Weighted programme score (reach, sharing, monetisation)",
        inputs: {
            reach_index: f64, Index, NonNegative, "reach against its benchmark, where 100 equals the benchmark";
            sharing_index: f64, Index, NonNegative, "sharing against its benchmark, where 100 equals the benchmark";
            money_index: f64, Index, NonNegative, "monetisation against its benchmark, where 100 equals the benchmark";
            w_reach: f64, Ratio, NonNegative, "weight of reach, set by the caller";
            w_sharing: f64, Ratio, NonNegative, "weight of sharing, set by the caller";
            w_money: f64, Ratio, NonNegative, "weight of monetisation, set by the caller";
        },
        output: Index, "index; 100 equals the benchmark",
        formula: ratio(w_reach * reach_index + w_sharing * sharing_index + w_money * money_index, w_reach + w_sharing + w_money),
        rollup: Recompute,
        example: (120.0, 90.0, 60.0, 0.4, 0.4, 0.2) => 96.0 within 1e-09,
        edges: { (120.0, 90.0, 60.0, 0.0, 0.0, 0.0) => ZeroDenominator; },
        answers: { (120.0, 90.0, 60.0, 0.2, 0.2, 0.6) => 78.0 within 1e-14; },
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
        notes: "Awareness weights 0.4/0.4/0.2 give 96; direct-response weights 0.2/0.2/0.6 on the same indices give 78. The weights are ours: the article only says which way to lean.",
    }

    /// Geometric mean of the reach, sharing and monetisation indices, so that no weak one is hidden.
    programme_score_geometric {
        title: "Geometric programme score",
        inputs: {
            reach_index: f64, Index, NonNegative, "reach against its benchmark, where 100 equals the benchmark";
            sharing_index: f64, Index, NonNegative, "sharing against its benchmark, where 100 equals the benchmark";
            money_index: f64, Index, NonNegative, "monetisation against its benchmark, where 100 equals the benchmark";
        },
        output: Index, "index; 100 equals the benchmark",
        formula: value(cube_root(reach_index) * cube_root(sharing_index) * cube_root(money_index)),
        rollup: Recompute,
        example: (100.0, 100.0, 12.5) => 50.0 within 1e-09,
        source: "common definition; no single authority",
        notes: "Less compensatory: one weak leg cannot be bought off.",
    }

    /// Position of a value between a low and a high mark, 0 at the low one and 1 at the high one.
    minmax_normalised {
        title: "Min-max normalised value",
        inputs: {
            value: f64, Any, Real, "value to place, in any one unit";
            low: f64, Any, Real, "value that maps to 0, in the same unit";
            high: f64, Any, Real, "value that maps to 1, in the same unit";
        },
        output: Ratio, "fraction of the range; outside 0 to 1 when the value lies outside the marks",
        undefined: { high < low => Infeasible; },
        formula: ratio(value - low, high - low),
        rollup: Recompute,
        example: (5.0, 2.0, 8.0) => 0.5,
        edges: {
            (5.0, 2.0, 2.0) => ZeroDenominator;
            (5.0, 8.0, 2.0) => Infeasible;
        },
        source: "common definition; no single authority",
    }

    /// Weighted average of ratings of a piece of content, relative to the best rating possible.
    content_quality_score {
        title: "Content quality score from rated criteria",
        inputs: {
            ratings: &[f64], Score, NonNegative, "rating of each criterion";
            weights: &[f64], Ratio, NonNegative, "weight of each criterion, in the same order";
            max_rating: f64, Score, Positive, "best rating possible";
        },
        output: Ratio, "fraction of the best rating",
        undefined: {
            ratings.len() != weights.len() => Infeasible;
            sum(weights) == 0.0 => ZeroDenominator;
            ratings.iter().any(|rating| *rating > max_rating) => Infeasible;
        },
        formula: pooled(ratings * weights, weights * max_rating, r"\frac{\sum_i w_i r_i}{r_{\max} \sum_i w_i}"),
        rollup: Mean,
        example: (&[4.0, 5.0, 3.0], &[2.0, 1.0, 1.0], 5.0) => 0.8 within 1e-12,
        edges: {
            (&[4.0, 5.0, 3.0], &[0.0, 0.0, 0.0], 5.0) => ZeroDenominator;
            (&[4.0, 6.0], &[1.0, 1.0], 5.0) => Infeasible;
        },
        source: "article on influencer loyalty programmes (Malay)",
    }
}
