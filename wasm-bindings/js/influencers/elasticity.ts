/** How fees grow with size: the elasticity of the fee to followers. */

import { array, number, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf, type NameColumn } from "../labels.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { Interval } from "../experiments/results.js";

/** The elasticity of the fee to size. */
export interface SizeElasticity {
  /** Percent more fee for one percent more followers; below 1 CPM falls with size. */
  elasticity: number;
  /** Percent more CPM for one percent more followers. */
  cpmElasticity: number;
  /** The error of both, clustered by account. */
  standardError: number;
  /** The same from leaving out one account at a time. */
  leaveOneOutStandardError: number;
  /** The interval of `elasticity`, by Student's t on the leave-one-out error. */
  interval: Interval;
  /** The p value of "CPM does not change with size", on the same error. */
  pValue: number;
  /** The fee of an account of one follower, by the fitted line. */
  scale: number;
  /** The share of the variance of log fees that size explains. */
  rSquared: number;
  /** Rows. */
  rows: number;
  /** Accounts. */
  accounts: number;
}

/**
 * The elasticity of fees to size by regression of logarithms, errors clustered by account.
 *
 * @param options - sizes and fees above 0, a row a post or account
 * @throws RangeError below three accounts, or where all sizes are equal
 *
 * @example
 * ```js
 * influencers.sizeElasticity({
 *   account: [1, 2, 3, 4],
 *   followers: [10_000, 40_000, 90_000, 250_000],
 *   fee: [100, 200, 300, 505],
 * }).elasticity; // about 0.5
 * ```
 */
export function sizeElasticity(options: {
  account: NameColumn;
  followers: Exclude<Column, number>;
  fee: Exclude<Column, number>;
  level?: number | undefined;
}): SizeElasticity {
  optionsOf(options, ["account", "followers", "fee", "level"]);
  return record(
    core("influencers").influencers_size_elasticity(
      array("followers", options.followers),
      array("fee", options.fee),
      labelsOf("account", options.account).codes,
      number("level", options.level ?? 0.95),
    ),
  );
}
