//! How the effect of media carries over, saturates and guides the split of a budget.

use crate::response::{adstock, budget, saturation};

metrics! { "response";
    /// Advertising effect in the last period with the carry-over of earlier ones, weights not normalised.
    adstock_geometric {
        title: "Geometric adstock (unnormalised), last value",
        inputs: {
            media: &[f64], Any, NonNegative, "spend or exposure per period, oldest first, in any one unit";
            theta: f64, Ratio, Fraction, "share of the effect carried into the next period, as a fraction";
        },
        output: Any, "carried-over amount in the unit of the media",
        best_mark: Modelled,
        undefined: { media.is_empty() => InsufficientData; },
        formula: reduce(f64, adstock::adstock_geometric(media, theta), r"\sum_{k \ge 0} \theta^k m_{n-k}"),
        rollup: Recompute,
        family: "adstock", true, "The default, as in Robyn: choose it when total effect should grow with carry-over.",
        example: (&[100.0, 100.0, 100.0, 100.0, 100.0], 0.5) => 193.75,
        edges: { (&[], 0.5) => InsufficientData; },
        source: "Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9",
    }

    /// Advertising effect in the last period with the carry-over of earlier ones, weights summing to one.
    adstock_normalised {
        title: "Geometric adstock (weights sum to 1), last value",
        inputs: {
            media: &[f64], Any, NonNegative, "spend or exposure per period, oldest first, in any one unit";
            theta: f64, Ratio, Fraction, "share of the effect carried into the next period, as a fraction";
        },
        output: Any, "weighted mean in the unit of the media",
        best_mark: Modelled,
        undefined: { media.is_empty() => InsufficientData; },
        formula: reduce(f64, adstock::adstock_normalised(media, theta), r"\frac{\sum_{k \ge 0} \theta^k m_{n-k}}{\sum_{k < n} \theta^k}"),
        rollup: Recompute,
        family: "adstock", false, "Choose it to match Meridian: the result stays on the scale of one period's media.",
        example: (&[0.0, 0.0, 0.0, 0.0, 31.0], 0.5) => 16.0 within 1e-09,
        edges: { (&[], 0.5) => InsufficientData; },
        source: "Meridian, github.com/google/meridian, adstock_hill_test.py at 8ca83f6",
        notes: "Meridian normalises, Robyn does not: the same theta gives 31 and 16 here.",
    }

    /// Periods until the carried-over effect has fallen by half.
    adstock_half_life {
        title: "Adstock half-life",
        inputs: {
            theta: f64, Ratio, OpenFraction, "share of the effect carried into the next period, as a fraction";
        },
        output: Periods, "periods",
        best_mark: Modelled,
        formula: value(adstock::adstock_half_life(theta)),
        rollup: Recompute,
        example: (0.5) => 1.0 within 1e-12,
        source: "Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9",
    }

    /// Total effect of one period's advertising over all time, relative to its effect at once.
    adstock_total_multiplier {
        title: "Long-run multiplier of geometric adstock",
        inputs: {
            theta: f64, Ratio, FractionBelowOne, "share of the effect carried into the next period, as a fraction";
        },
        output: Ratio, "multiple of the immediate effect",
        best_mark: Modelled,
        formula: value(adstock::adstock_total_multiplier(theta)),
        rollup: Recompute,
        example: (0.7) => 3.3333333333333335 within 1e-09,
        source: "Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9",
    }

    /// Share of the largest possible response that an amount of media reaches, on an S-shaped curve.
    saturation_hill {
        title: "Hill saturation",
        inputs: {
            value: f64, Any, NonNegative, "amount of media, in any one unit";
            alpha: f64, Ratio, Positive, "steepness of the curve; above 1 it is S-shaped";
            inflexion: f64, Any, Positive, "amount at which half the largest response is reached, in the same unit";
        },
        output: Ratio, "fraction of the largest response",
        best_mark: Modelled,
        formula: value(saturation::saturation_hill(value, alpha, inflexion)),
        rollup: Recompute,
        example: (150.0, 3.0, 100.0) => 0.7714285714285715 within 1e-12,
        answers: {
            (1e200, 3.0, 1e200) => 0.5;
            (0.0, 3.0, 100.0) => 0.0;
        },
        source: "Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9",
        notes: "Robyn documents alpha 3, gamma 0.5 on c(100,150,170,190,200): inflexion 100.",
    }

    /// Response to an amount of media with steadily falling returns.
    saturation_michaelis_menten {
        title: "Michaelis-Menten saturation",
        inputs: {
            value: f64, Any, NonNegative, "amount of media, in any one unit";
            vmax: f64, Other, NonNegative, "largest possible response";
            km: f64, Any, Positive, "amount at which half of it is reached, in the unit of the media";
        },
        output: Other, "response, in the unit of the largest response",
        best_mark: Modelled,
        formula: value(saturation::saturation_michaelis_menten(value, vmax, km)),
        rollup: Recompute,
        example: (5.0, 5.0, 0.5) => 4.545454545454546 within 1e-12,
        source: "Robyn, github.com/facebookexperimental/Robyn, R/R/transformation.R at 5915aa9",
    }

    /// Extra response to one more unit of media on a Hill curve.
    marginal_return_hill {
        title: "Marginal return of a Hill curve",
        inputs: {
            beta: f64, Other, NonNegative, "largest possible response";
            value: f64, Any, Positive, "amount of media, in any one unit";
            alpha: f64, Ratio, Positive, "steepness of the curve";
            inflexion: f64, Any, Positive, "amount at which half the largest response is reached, in the same unit";
        },
        output: Ratio, "response per unit of media",
        best_mark: Modelled,
        formula: value(saturation::marginal_return_hill(beta, value, alpha, inflexion)),
        rollup: Recompute,
        example: (1000.0, 100.0, 1.0, 100.0) => 2.5 within 1e-12,
        source: "common definition; no single authority",
    }

    /// Best spend on the first of several channels whose responses follow the square root of spend.
    budget_split_square_root {
        title: "Optimal budget share under square-root responses, first channel",
        inputs: {
            budget: f64, Currency, NonNegative, "total to spend, in one currency";
            scales: &[f64], Other, Positive, "response of each channel to one unit of currency, in any one unit";
        },
        output: Currency, "currency for the first channel",
        best_mark: Modelled,
        undefined: { scales.is_empty() => InsufficientData; },
        formula: reduce(f64, budget::budget_split_square_root(budget, scales), r"B\,\frac{s_1^2}{\sum_i s_i^2}"),
        rollup: Recompute,
        example: (100.0, &[3.0, 4.0]) => 36.0 within 1e-06,
        edges: { (100.0, &[]) => InsufficientData; },
        source: "common definition; no single authority",
        notes: "Closed form for testing an allocator: total response 3*6+4*8 = 50.",
    }
}
