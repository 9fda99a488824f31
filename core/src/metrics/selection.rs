//! Which influencers to choose for the most people or value under a limit.

use super::arithmetic::sum_of;
use crate::influencers::select::{most_reached, most_valuable};
use crate::influencers::spread;

/// The most that a set of candidates is worth within a budget. Added anew, so that the order of the candidates does not
/// show in the last bit.
fn best_value(values: &[f64], costs: &[f64], budget: f64) -> crate::Result<f64> {
    Ok(sum_of(most_valuable(costs, values, budget)?.iter().filter_map(|chosen| values.get(*chosen).copied())))
}

metrics! { "selection";
    /// Most different people that a given number of influencers can reach together.
    max_coverage_exact {
        title: "Best k influencers by unduplicated reach (exact)",
        inputs: {
            audiences: &[&[f64]], Any, Real, "ids of the people in each influencer's audience";
            k: f64, CountOrPeople, Whole, "number of influencers to choose";
        },
        output: People, "number of people reached by the best choice",
        undefined: {
            k > audiences.len() as f64 => Infeasible;
            audiences.is_empty() => InsufficientData;
        },
        formula: reduce(f64, most_reached(&vec![0.0; audiences.len()], audiences, f64::INFINITY, k as usize), r"\max_{|S| \le k} \Bigl| \bigcup_{i \in S} A_i \Bigr|"),
        rollup: Recompute,
        example: (&[&[1.0, 2.0, 3.0, 4.0], &[1.0, 2.0, 5.0], &[3.0, 4.0, 6.0]], 2.0) => 6.0,
        edges: {
            (&[&[1.0, 2.0, 3.0, 4.0], &[1.0, 2.0, 5.0], &[3.0, 4.0, 6.0]], 4.0) => Infeasible;
            (&[], 0.0) => InsufficientData;
        },
        answers: {
            (&[&[1.0, 2.0, 3.0, 4.0], &[1.0, 2.0, 5.0], &[3.0, 4.0, 6.0]], 0.0) => 0.0;
            (&[&[1.0, 2.0, 3.0, 4.0], &[1.0, 2.0, 5.0], &[3.0, 4.0, 6.0]], 1.0) => 4.0;
        },
        source: "turfLP 0.5.0 (ham data, CC BY 4.0: best pair reaches 98 of 127, best triple 111)",
        notes: "Greedy takes the first audience (4) and stops at 5; the best pair covers 6. On ham data (127 people): 60, 98, 111, 119, 122 for k = 1..5; greedy gets 110 at k = 3. At most 64 audiences.",
    }

    /// Most different people that influencers within a budget can reach together.
    budgeted_coverage_exact {
        title: "Best set under a budget (exact)",
        inputs: {
            audiences: &[&[f64]], Any, Real, "ids of the people in each influencer's audience";
            costs: &[f64], Currency, NonNegative, "cost of each influencer, in one currency";
            budget: f64, Currency, NonNegative, "most that may be spent, in the same currency";
        },
        output: People, "number of people reached by the best choice",
        undefined: {
            audiences.len() != costs.len() => Infeasible;
            audiences.is_empty() => InsufficientData;
        },
        formula: reduce(f64, most_reached(costs, audiences, budget, costs.len()), r"\max_{c(S) \le B} \Bigl| \bigcup_{i \in S} A_i \Bigr|"),
        rollup: Recompute,
        example: (&[&[1.0], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]], &[1.0, 10.0], 10.0) => 10.0,
        edges: {
            (&[&[1.0], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]], &[1.0], 10.0) => Infeasible;
            (&[], &[], 10.0) => InsufficientData;
        },
        source: "common definition; no single authority",
        notes: "Equal value per cost; greedy that takes the cheap one first can no longer afford the large one: 1 instead of 10. At most 64 audiences.",
    }

    /// Largest total value of influencers within a budget when their audiences do not overlap.
    knapsack_value {
        title: "Best value under a budget, no overlap (exact)",
        inputs: {
            values: &[f64], Any, NonNegative, "value of each influencer, in any one unit";
            costs: &[f64], Currency, NonNegative, "cost of each influencer, in one currency";
            budget: f64, Currency, NonNegative, "most that may be spent, in the same currency";
        },
        output: Any, "total value of the best choice, in the unit of the values",
        undefined: {
            values.len() != costs.len() => Infeasible;
            values.is_empty() => InsufficientData;
        },
        formula: reduce(f64, best_value(values, costs, budget), r"\max_{c(S) \le B} \sum_{i \in S} v_i"),
        rollup: Recompute,
        example: (&[2000.0, 1000.0, 4000.0], &[4000.0, 1500.0, 9000.0], 10500.0) => 5000.0,
        edges: {
            (&[2000.0, 1000.0, 4000.0], &[1.0], 10500.0) => Infeasible;
            (&[], &[], 10.0) => InsufficientData;
        },
        source: "article on the customer-value proportion of influencer collaborations (Indonesian)",
        notes: "At most 64 candidates.",
    }

    /// Expected number of people reached when influence passes along each link of a network by chance.
    influence_spread_exact {
        title: "Expected spread of a seed set, independent cascade (exact, small graphs)",
        inputs: {
            edges: &[(&str, &str, f64)], Ratio, Fraction, "links from person to person with the probability that influence passes";
            seed_nodes: &[&str], Labels, Any, "people who start it";
        },
        output: People, "expected number of people, the starters included",
        best_mark: Modelled,
        undefined: { seed_nodes.is_empty() => InsufficientData; },
        formula: reduce(f64, spread::exact(edges, seed_nodes), r"\sum_{G \subseteq E} P(G)\, \bigl| \text{nodes reached from the seeds in } G \bigr|"),
        rollup: Recompute,
        example: (&[("a", "b", 0.5), ("b", "c", 0.5)], &["a"]) => 1.75,
        edges: { (&[("a", "b", 0.5)], &[]) => InsufficientData; },
        answers: { (&[("a", "b", 0.5), ("a", "c", 0.5), ("b", "c", 0.5)], &["a"]) => 2.125; },
        source: "common definition; no single authority",
        notes: "Exact, so only for small graphs: the work doubles with every uncertain edge that matters.",
    }
}
