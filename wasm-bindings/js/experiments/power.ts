/** Before the experiment: how many people, what power, which effect can be seen. All tests two-sided. */

import { call, number } from "./door.js";
import { optionsOf } from "../options.js";

/** Error rate, and the chance of seeing the effect. */
export interface Rates {
  /** 0.05 by default. */
  alpha?: number | undefined;
  /** 0.8 by default. */
  power?: number | undefined;
}

function numbers(given: Readonly<Record<string, number>>): number[] {
  return Object.entries(given).map(([name, value]) => number(name, value));
}

/**
 * The size of group 1 that shows `p1` against `p2`; group 2 is `ratio` times as large. Not rounded: round up.
 *
 * @example
 * ```js
 * Math.ceil(experiments.sampleSizeProportions({ p1: 0.05, p2: 0.055 })); // 31234
 * ```
 */
export function sampleSizeProportions(
  given: Rates & { p1: number; p2: number; ratio?: number | undefined },
): number {
  const { p1, p2, alpha = 0.05, power = 0.8, ratio = 1 } = optionsOf(given, ["alpha", "power", "p1", "p2", "ratio"]);
  return call("sample_size_proportions", numbers({ p1, p2, alpha, power, ratio }));
}

/**
 * The power of the pooled z test of `p1` in `n1` against `p2` in `n2` people.
 *
 * @example
 * ```js
 * experiments.powerProportions({ p1: 0.05, n1: 5_000, p2: 0.06, n2: 5_000 }); // 0.59
 * ```
 */
export function powerProportions(
  given: { p1: number; n1: number; p2: number; n2: number; alpha?: number | undefined },
): number {
  const { p1, n1, p2, n2, alpha = 0.05 } = optionsOf(given, ["p1", "n1", "p2", "n2", "alpha"]);
  return call("power_proportions", numbers({ p1, n1, p2, n2, alpha }));
}

/** The rates that an experiment can tell from a baseline. */
export interface DetectableProportion {
  baseline: number;
  /** The nearest rate above it that is seen; null where there is none. */
  above: number | null;
  /** The nearest rate below it that is seen; null where there is none. */
  below: number | null;
}

/**
 * The smallest change of a baseline rate that `n1` and `n2` people show.
 *
 * @example
 * ```js
 * experiments.detectableProportion({ baseline: 0.05, n1: 5_000, n2: 5_000 }).above; // 0.0629
 * ```
 */
export function detectableProportion(given: Rates & { baseline: number; n1: number; n2: number }): DetectableProportion {
  const { baseline, n1, n2, alpha = 0.05, power = 0.8 } = optionsOf(given, ["alpha", "power", "baseline", "n1", "n2"]);
  return call("detectable_proportion", numbers({ baseline, n1, n2, alpha, power }));
}

/**
 * The power of the two-sample t test: exact, by the noncentral t distribution.
 *
 * @example
 * ```js
 * experiments.powerMeans({ difference: 0.5, variance: 1, n1: 64, n2: 64 }); // 0.8015
 * ```
 */
export function powerMeans(
  given: { difference: number; variance: number; n1: number; n2: number; alpha?: number | undefined },
): number {
  const { difference, variance, n1, n2, alpha = 0.05 } = optionsOf(given, ["difference", "variance", "n1", "n2", "alpha"]);
  return call("power_means", numbers({ difference, variance, n1, n2, alpha }));
}

/**
 * The size of group 1 at which the t test shows a difference of means. Exact, not rounded: round up.
 *
 * @example
 * ```js
 * experiments.sampleSizeMeans({ difference: 0.5, variance: 1 }); // 63.77
 * ```
 */
export function sampleSizeMeans(
  given: Rates & { difference: number; variance: number; ratio?: number | undefined },
): number {
  const { difference, variance, alpha = 0.05, power = 0.8, ratio = 1 } = optionsOf(given, ["alpha", "power", "difference", "variance", "ratio"]);
  return call("sample_size_means", numbers({ difference, variance, alpha, power, ratio }));
}

/**
 * The smallest difference of means that `n1` and `n2` units show: exact, by the noncentral t distribution.
 *
 * @example
 * ```js
 * experiments.detectableDifference({ variance: 1, n1: 64, n2: 64 }); // 0.499
 * ```
 */
export function detectableDifference(given: Rates & { variance: number; n1: number; n2: number }): number {
  const { variance, n1, n2, alpha = 0.05, power = 0.8 } = optionsOf(given, ["alpha", "power", "variance", "n1", "n2"]);
  return call("detectable_difference", numbers({ variance, n1, n2, alpha, power }));
}
