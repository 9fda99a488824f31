/** How probable is it that B is better: Beta-binomial posteriors of two rates. */

import { call, number, shapes } from "./door.js";
import { optionsOf } from "../options.js";
import type { Interval } from "./results.js";

/** What is known of one rate after the data. */
export interface BetaPosterior {
  alpha: number;
  beta: number;
  mean: number;
  standardDeviation: number;
  /** Credible, equal-tailed. */
  interval: Interval;
}

/** Two rates compared by their posteriors. */
export interface BayesianComparison {
  a: BetaPosterior;
  b: BetaPosterior;
  /** The probability that B's rate is above A's. */
  probabilityBBeatsA: number;
  expectedDifference: number;
  differenceInterval: Interval;
  /** What choosing A costs on average. */
  expectedLossChoosingA: number;
  /** What choosing B costs on average. */
  expectedLossChoosingB: number;
}

/** The prior's shapes, uniform by default, and the level of the intervals. */
export interface BetaOptions {
  /** `[1, 1]` is uniform, `[0.5, 0.5]` Jeffreys'. */
  prior?: readonly [number, number] | undefined;
  level?: number | undefined;
}

/**
 * What is known of one rate after the data.
 *
 * @example
 * ```js
 * experiments.betaBinomial({ successes: 49, trials: 100 }).mean; // 0.490196
 * ```
 */
export function betaBinomial(given: BetaOptions & { successes: number; trials: number }): BetaPosterior {
  const { successes, trials, prior = [1, 1], level = 0.95 } = optionsOf(given, ["prior", "level", "successes", "trials"]);
  const counts = [number("successes", successes), number("trials", trials)];
  return call("beta_binomial", [...counts, ...shapes(prior), number("level", level)]);
}

/**
 * Two rates compared: the probability that B beats A, the loss of either choice, and credible intervals.
 *
 * @example
 * ```js
 * experiments.compareBetaBinomial({ successesA: 49, trialsA: 100, successesB: 51, trialsB: 100 }).probabilityBBeatsA; // 0.610771
 * ```
 */
export function compareBetaBinomial(
  given: BetaOptions & { successesA: number; trialsA: number; successesB: number; trialsB: number },
): BayesianComparison {
  const { successesA, trialsA, successesB, trialsB, prior = [1, 1], level = 0.95 } = optionsOf(given, ["prior", "level", "successesA", "trialsA", "successesB", "trialsB"]);
  return call("compare_beta_binomial", [
    number("successesA", successesA),
    number("trialsA", trialsA),
    number("successesB", successesB),
    number("trialsB", trialsB),
    ...shapes(prior),
    number("level", level),
  ]);
}
