// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `selection`. */

import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $maxCoverageExact = new Metric("max_coverage_exact");

/**
 * Most different people that a given number of influencers can reach together.
 *
 * Best k influencers by unduplicated reach (exact). Formula: `most_reached(&vec![0.0; audiences.len()],
 * audiences, f64::INFINITY, k as usize)`. Unit: people. Roll-up: recompute.
 * Greedy takes the first audience (4) and stops at 5; the best pair covers 6. On ham data (127 people): 60,
 * 98, 111, 119, 122 for k = 1..5; greedy gets 110 at k = 3. At most 64 audiences.
 *
 * @param audiences - ids of the people in each influencer's audience (any; a finite number)
 * @param k - number of influencers to choose (count_or_people; a whole number >= 0)
 * @returns number of people reached by the best choice
 * @throws RangeError with a `code`: an input outside its domain; `k > audiences.len() as f64`: `infeasible`;
 * `audiences.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.maxCoverageExact([[1, 2, 3, 4], [1, 2, 5], [3, 4, 6]], 2); // 6
 * ```
 * @see turfLP 0.5.0 (ham data, CC BY 4.0: best pair reaches 98 of 127, best triple 111)
 */
export function maxCoverageExact(audiences: readonly List[], k: number, options?: Options): number {
  return $maxCoverageExact.compute([audiences, k], options) as number;
}

const $budgetedCoverageExact = new Metric("budgeted_coverage_exact");

/**
 * Most different people that influencers within a budget can reach together.
 *
 * Best set under a budget (exact). Formula: `most_reached(costs, audiences, budget, costs.len())`. Unit:
 * people. Roll-up: recompute.
 * Equal value per cost; greedy that takes the cheap one first can no longer afford the large one: 1 instead of
 * 10. At most 64 audiences.
 *
 * @param audiences - ids of the people in each influencer's audience (any; a finite number)
 * @param costs - cost of each influencer, in one currency (currency; a finite number >= 0)
 * @param budget - most that may be spent, in the same currency (currency; a finite number >= 0)
 * @returns number of people reached by the best choice
 * @throws RangeError with a `code`: an input outside its domain; `audiences.len() != costs.len()`:
 * `infeasible`; `audiences.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.budgetedCoverageExact([[1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]], [1, 10], 10); // 10
 * ```
 * @see common definition; no single authority
 */
export function budgetedCoverageExact(audiences: readonly List[], costs: List, budget: number, options?: Options): number {
  return $budgetedCoverageExact.compute([audiences, costs, budget], options) as number;
}

const $knapsackValue = new Metric("knapsack_value");

/**
 * Largest total value of influencers within a budget when their audiences do not overlap.
 *
 * Best value under a budget, no overlap (exact). Formula: `best_value(values, costs, budget)`. Unit: any.
 * Roll-up: recompute.
 * At most 64 candidates.
 *
 * @param values - value of each influencer, in any one unit (any; a finite number >= 0)
 * @param costs - cost of each influencer, in one currency (currency; a finite number >= 0)
 * @param budget - most that may be spent, in the same currency (currency; a finite number >= 0)
 * @returns total value of the best choice, in the unit of the values
 * @throws RangeError with a `code`: an input outside its domain; `values.len() != costs.len()`: `infeasible`;
 * `values.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.knapsackValue([2000, 1000, 4000], [4000, 1500, 9000], 10500); // 5000
 * ```
 * @see article on the customer-value proportion of influencer collaborations (Indonesian)
 */
export function knapsackValue(values: List, costs: List, budget: number, options?: Options): number {
  return $knapsackValue.compute([values, costs, budget], options) as number;
}

const $influenceSpreadExact = new Metric("influence_spread_exact");

/**
 * Expected number of people reached when influence passes along each link of a network by chance.
 *
 * Expected spread of a seed set, independent cascade (exact, small graphs). Formula: `spread::exact(edges,
 * seed_nodes)`. Unit: people. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Exact, so only for small graphs: the work doubles with every uncertain edge that matters.
 *
 * @param edges - links from person to person with the probability that influence passes (ratio; a fraction
 * from 0 to 1)
 * @param seedNodes - people who start it (labels)
 * @returns expected number of people, the starters included
 * @throws RangeError with a `code`: an input outside its domain; `seed_nodes.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.influenceSpreadExact([["a", "b", 0.5], ["b", "c", 0.5]], ["a"]); // 1.75
 * ```
 * @see common definition; no single authority
 */
export function influenceSpreadExact(edges: readonly (readonly [string, string, number])[], seedNodes: readonly string[], options?: Options): number {
  return $influenceSpreadExact.compute([edges, seedNodes], options) as number;
}
