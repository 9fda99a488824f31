//! How a value stands against the past, a benchmark or a group of peers.

use super::arithmetic::share_below;

metrics! { "benchmark";
    /// Change against an earlier value, relative to the size of that value.
    percent_change {
        title: "Change against a previous programme",
        inputs: {
            current: f64, Any, Real, "value now, in any one unit";
            previous: f64, Any, Real, "value of the earlier programme or period, in the same unit";
        },
        output: Ratio, "fraction of the earlier value; 0.2 means 20 percent more",
        formula: ratio(current - previous, previous.abs()),
        rollup: Recompute,
        example: (120.0, 100.0) => 0.2,
        edges: { (120.0, 0.0) => ZeroDenominator; },
        answers: { (-50.0, -100.0) => 0.5; },
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
        notes: "Absolute value in the base keeps the sign meaningful when the previous value is negative.",
    }

    /// Value relative to a benchmark that is set to 100.
    benchmark_index {
        title: "Index against a benchmark",
        inputs: {
            value: f64, Any, NonNegative, "value to judge, in any one unit";
            benchmark: f64, Any, NonNegative, "value to compare with, in the same unit";
        },
        output: Index, "index; 100 equals the benchmark",
        formula: ratio(100.0 * value, benchmark),
        rollup: Recompute,
        example: (0.032, 0.0275) => 116.36363636363636 within 1e-09,
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// Distance of a value from the mean of its peers, in standard deviations.
    benchmark_z {
        title: "Standard score against a peer group",
        inputs: {
            value: f64, Any, Real, "value to judge, in any one unit";
            mean_peer: f64, Any, Real, "mean of the peer group, in the same unit";
            sd_peer: f64, Any, NonNegative, "standard deviation of the peer group, in the same unit";
        },
        output: StandardScore, "standard deviations above the mean",
        formula: ratio(value - mean_peer, sd_peer),
        rollup: Recompute,
        example: (0.05, 0.03, 0.01) => 2.0 within 1e-09,
        edges: { (0.05, 0.03, 0.0) => ZeroDenominator; },
        source: "article on measuring social media marketing (Indonesian), after socialmediaexaminer.com",
    }

    /// Share of peers with a smaller value, peers with an equal value counted half.
    percentile_rank {
        title: "Percentile rank (mid-rank)",
        inputs: {
            peers: &[f64], Any, Real, "values of the peer group, in any one unit";
            value: f64, Any, Real, "value to rank, in the same unit";
        },
        output: Ratio, "fraction of peers",
        undefined: { peers.is_empty() => InsufficientData; },
        formula: reduce(f64, share_below(peers, value), r"\frac{\#\{i : x_i < v\} + \frac12 \#\{i : x_i = v\}}{n}"),
        rollup: Recompute,
        example: (&[1.0, 2.0, 3.0, 4.0], 3.0) => 0.625,
        edges: { (&[], 3.0) => InsufficientData; },
        source: "common definition; no single authority",
    }
}
