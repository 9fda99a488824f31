/** Rates of sums over few accounts: engagement per reach where each account posts many times. */

import { call, groupColumns, number, pairNumbers, type AccountTotals, type PairSummary } from "./door.js";
import type { RatioComparison, RatioEstimate } from "./results.js";

/**
 * The pooled rate of a group of accounts, with accounts (not posts) as what varies.
 *
 * @param totals - numerator, denominator and account of each row
 * @param level - of the interval
 *
 * @example
 * ```js
 * experiments.ratioOfSums({ numerator: [50, 40, 60, 30], denominator: [1000, 500, 2000, 800] }).standardError; // 0.008512
 * ```
 */
export function ratioOfSums(totals: AccountTotals, level = 0.95): RatioEstimate {
  return call("ratio_of_sums", [number("level", level)], groupColumns("totals", totals));
}

/**
 * The same from summary statistics of the accounts' totals, by the delta method.
 *
 * @param summary - `y` the numerator, `x` the denominator
 * @param level - of the interval
 *
 * @example
 * ```js
 * experiments.ratioOfMeans(experiments.pairSummary([50, 40, 60, 30], [1000, 500, 2000, 800])).estimate; // 0.04186
 * ```
 */
export function ratioOfMeans(summary: PairSummary, level = 0.95): RatioEstimate {
  return call("ratio_of_means", [...pairNumbers("summary", summary), number("level", level)]);
}

/**
 * Two groups of accounts compared by their pooled rates, on the error from leaving out one account at a time.
 *
 * @param treatment - group 1
 * @param control - group 2
 * @param level - of the intervals
 *
 * @example
 * ```js
 * const micro = { numerator: [50, 40, 60, 30], denominator: [1000, 500, 2000, 800] };
 * const macro = { numerator: [900, 1500, 700], denominator: [40_000, 50_000, 30_000] };
 * experiments.compareRatios(micro, macro).difference.estimate; // 0.016027
 * ```
 */
export function compareRatios(treatment: AccountTotals, control: AccountTotals, level = 0.95): RatioComparison {
  const columns = [...groupColumns("treatment", treatment), ...groupColumns("control", control)];
  return call("compare_ratios", [number("level", level)], columns);
}

/**
 * The same from summary statistics of the accounts' totals, with linearised errors.
 *
 * @param treatment - group 1
 * @param control - group 2
 * @param level - of the intervals
 *
 * @example
 * ```js
 * const micro = experiments.pairSummary([50, 40, 60, 30], [1000, 500, 2000, 800]);
 * const macro = experiments.pairSummary([900, 1500, 700], [40_000, 50_000, 30_000]);
 * experiments.compareRatiosOfMeans(micro, macro).difference.estimate; // 0.016027
 * ```
 */
export function compareRatiosOfMeans(treatment: PairSummary, control: PairSummary, level = 0.95): RatioComparison {
  const numbers = [...pairNumbers("treatment", treatment), ...pairNumbers("control", control), number("level", level)];
  return call("compare_ratios_of_means", numbers);
}
