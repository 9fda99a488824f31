/** Advocates: whom to ask, from what the CRM knows. */

import { array, number, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { core } from "../runtime.js";

/** One column of the CRM, with its weight. */
export interface Signal {
  /** One value a customer, larger is better; missing where unknown. */
  values: Exclude<Column, number>;
  /** How much it counts; 1 by default. */
  weight?: number | undefined;
}

/** The ranking, customers in the order given; NaN where a customer's signals are missing. */
export interface AdvocateRanking {
  /** 0 to 1, larger is better. */
  score: Float64Array;
  /** The weighted mean percentile of the engagement signals. */
  engagement: Float64Array;
  /** The weighted mean percentile of the willingness signals. */
  willingness: Float64Array;
  /** 1 for the best; equal scores share the better rank. */
  rank: Float64Array;
}

/**
 * Ranks customers by how engaged they are and how willing to share. Follower counts are better left out. Every signal
 * becomes a percentile among the customers who have it; what is missing is left out of a customer's average.
 *
 * @param options - the signals; `engagementWeight` is 0.5 by default; `combine`: whether a customer needs both
 *   (`"geometric"`, the default), or one makes up for the other
 *
 * @example
 * ```js
 * programmes.rankAdvocates({
 *   engagement: [{ values: [6, 1, 3] }],
 *   willingness: [{ values: [9, 10, 2] }],
 * }).rank; // Float64Array [ 1, 2, 3 ]
 * ```
 */
export function rankAdvocates(options: {
  engagement: readonly Signal[];
  willingness: readonly Signal[];
  engagementWeight?: number | undefined;
  combine?: "geometric" | "arithmetic" | undefined;
}): AdvocateRanking {
  optionsOf(options, ["engagement", "willingness", "engagementWeight", "combine"]);
  const columns = (name: string, signals: readonly Signal[]) => signals.map((signal) => array(name, optionsOf(signal, ["values", "weight"], name).values));
  const weights = (signals: readonly Signal[]) =>
    Float64Array.from(signals, (signal) => number("weight", signal.weight ?? 1));
  const [score, engagement, willingness, rank] = core("programmes").programmes_rank_advocates(
    columns("engagement", options.engagement),
    weights(options.engagement),
    columns("willingness", options.willingness),
    weights(options.willingness),
    number("engagementWeight", options.engagementWeight ?? 0.5),
    options.combine ?? "geometric",
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  return { score, engagement, willingness, rank };
}
