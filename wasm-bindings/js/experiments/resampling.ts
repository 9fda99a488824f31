/** Bootstrap and permutation by account: what few accounts can and cannot show. */

import { groupColumns, number, object, watcher, whole, type AccountTotals } from "./door.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { Bootstrap, BootstrapComparison, PermutationTest } from "./results.js";

const MOST = 10_000_000;

/** How to resample. */
export interface ResamplingOptions {
  /** Draws when not every case can be gone through; 9,999 by default. */
  resamples?: number | undefined;
  /** Their seed; 0 by default. */
  seed?: number | undefined;
  /** Go through every case when there are at most this many; 50,000 by default. */
  exactUpTo?: number | undefined;
  /** Of the expanded percentile interval; 0.95 by default. */
  level?: number | undefined;
  /** Called with what is done and what there is in all; an answer of `false` stops. */
  progress?: ((done: number, total: number) => unknown) | undefined;
}

/** One group of accounts, and how to resample. */
export interface OneGroup extends ResamplingOptions {
  totals: AccountTotals;
}

/** Two groups of accounts, and how to resample. */
export interface TwoGroups extends ResamplingOptions {
  treatment: AccountTotals;
  control: AccountTotals;
}

const RESAMPLING = ["resamples", "seed", "exactUpTo", "level", "progress"] as const;

function resample<T>(name: string, columns: Float64Array[], options: ResamplingOptions): T {
  const { resamples = 9_999, seed = 0, exactUpTo = 50_000, level = 0.95, progress } = options;
  return record<T>(
    core("experiments").experiments_resample(
      name,
      columns,
      whole("resamples", resamples, MOST),
      whole("seed", seed, Number.MAX_SAFE_INTEGER),
      whole("exactUpTo", exactUpTo, MOST),
      number("level", level),
      watcher(progress),
    ),
  );
}

function bothColumns(groups: TwoGroups): Float64Array[] {
  const { treatment, control } = optionsOf(groups, ["treatment", "control", ...RESAMPLING]);
  return [...groupColumns("treatment", treatment), ...groupColumns("control", control)];
}

/**
 * Bootstraps a pooled rate, or `bootstrapRatio(totals)` with the defaults: accounts drawn with replacement.
 *
 * @example
 * ```js
 * experiments.bootstrapRatio({ numerator: [50, 40, 60, 30], denominator: [1000, 500, 2000, 800] }).mean; // 0.0437591, over all 256 resamples
 * ```
 */
export function bootstrapRatio(given: OneGroup | AccountTotals): Bootstrap {
  const options: OneGroup = "totals" in object("options", given) ? optionsOf(given as OneGroup, ["totals", ...RESAMPLING]) : { totals: given as AccountTotals };
  return resample("bootstrap_ratio", groupColumns("totals", options.totals), options);
}

/**
 * Bootstraps the difference of two pooled rates and their relative lift.
 *
 * @example
 * ```js
 * experiments.bootstrapComparison({
 *   treatment: { numerator: [50, 40, 60, 30], denominator: [1000, 500, 2000, 800] },
 *   control: { numerator: [900, 1500, 700], denominator: [40_000, 50_000, 30_000] },
 * }).difference.exact; // true
 * ```
 */
export function bootstrapComparison(groups: TwoGroups): BootstrapComparison {
  return resample("bootstrap_comparison", bothColumns(groups), groups);
}

/**
 * Tests the difference of two pooled rates by regrouping accounts (not posts).
 *
 * @example
 * ```js
 * experiments.permutationTest({
 *   treatment: { numerator: [50, 40, 60, 30], denominator: [1000, 500, 2000, 800] },
 *   control: { numerator: [900, 1500, 700], denominator: [40_000, 50_000, 30_000] },
 * }).pValue; // 0.0857, which is 3 of 35
 * ```
 */
export function permutationTest(groups: TwoGroups): PermutationTest {
  return resample("permutation_test", bothColumns(groups), groups);
}
