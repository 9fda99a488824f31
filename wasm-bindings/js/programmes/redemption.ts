/** Redemption curves: how the points of each issue are redeemed as they age, and how many ever will be. */

import { array, number, rowsOf, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** One cohort carried to its ultimate redemption. */
export interface PointsCohort {
  /** Points issued. */
  issued: number;
  /** Points redeemed so far. */
  redeemed: number;
  /** From the points redeemed so far to those ever redeemed. */
  developmentFactor: number;
  /** Points expected ever to be redeemed. */
  ultimate: number;
  /** `ultimate / issued`. */
  ultimateRedemptionRate: number | null;
  /** Points expected to be redeemed yet. */
  expectedRedemptions: number;
  /** The share of the points not yet redeemed that is expected to be. */
  redemptionOfOutstanding: number | null;
  /** Mack's standard error of `expectedRedemptions`; `null` where too few cohorts leave it open. */
  standardError: number | null;
  /** Whether the factors led above the points issued. */
  limitedByIssue: boolean;
}

/** Development factors and what they say of every cohort. */
export interface RedemptionCurve {
  /** From each age to the next. */
  factors: number[];
  /** Mack's variance of each factor. */
  sigmaSquared: (number | null)[];
  /** From the oldest age seen to the end. */
  tailFactor: number;
  /** The share of ultimate redemptions by each age. */
  curve: number[];
  /** The cohorts, oldest first. */
  cohorts: PointsCohort[];
  /** Points issued, all cohorts. */
  issued: number;
  /** Points redeemed so far, all cohorts. */
  redeemed: number;
  /** Points expected to be redeemed yet, all cohorts. */
  expectedRedemptions: number;
  /** Mack's standard error of the total. */
  standardError: number | null;
  /** All points ever redeemed divided by all points issued. */
  ultimateRedemptionRate: number;
  /** `1 - ultimateRedemptionRate`. */
  breakageRate: number;
  /** `expectedRedemptions * costPerPoint`. */
  liability: number;
}

/**
 * Carries each cohort of points to its ultimate redemption by development factors (the chain ladder).
 *
 * @param issued - points issued in each period, oldest first
 * @param cumulative - for each cohort, the points redeemed up to each age it has been seen at
 * @param options - `tailFactor`: from the oldest age seen to the end, 1 by default; `costPerPoint`
 *
 * @example
 * ```js
 * programmes.redemptionCurve([600, 600, 500], [[200, 300, 330], [220, 330], [180]]).factors; // [1.5, 1.1]
 * ```
 */
export function redemptionCurve(
  issued: Exclude<Column, number>,
  cumulative: readonly Exclude<Column, number>[],
  options: { tailFactor?: number | undefined; costPerPoint?: number | undefined } = {},
): RedemptionCurve {
  const { tailFactor = 1, costPerPoint = 0 } = optionsOf(options, ["tailFactor", "costPerPoint"]);
  return record(
    core("programmes").programmes_redemption(
      array("issued", issued),
      rowsOf("cumulative", cumulative),
      number("tailFactor", tailFactor),
      number("costPerPoint", costPerPoint),
    ),
  );
}
