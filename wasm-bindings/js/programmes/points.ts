/** Loyalty points in the books: what of a sale belongs to the points, when it becomes revenue, what is owed. */

import { array, number, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";

/** How one price is divided between goods and points. */
export interface PointsAllocation {
  /** The goods' part of the price. */
  goods: number;
  /** The points' part, a liability until redeemed. */
  points: number;
  /** Number x expected redemption x value of one point. */
  pointsStandAlone: number;
  /** The points' part as a share of the price. */
  pointsShare: number;
}

/** One period of the points' revenue. */
export interface RevenuePeriod {
  /** Revenue from the points up to the end of the period. */
  recognisedToDate: number;
  /** Revenue of the period; a changed expectation is caught up here. */
  revenue: number;
  /** The contract liability at the end of the period. */
  liability: number;
}

/** What outstanding points are expected to cost. */
export interface PointsLiability {
  /** Points issued and neither redeemed nor expired. */
  outstanding: number;
  /** The share of the *outstanding* points expected to be redeemed. */
  redemptionOfOutstanding: number;
  /** Points expected to be redeemed yet. */
  expectedRedemptions: number;
  /** Points expected never to be redeemed. */
  breakagePoints: number;
  /** Their share of the points issued. */
  breakageRate: number;
  /** `expectedRedemptions * costPerPoint`. */
  liability: number;
  /** How the liability changes when the ultimate redemption rate rises by 0.01. */
  perPointOfRedemption: number;
}

/**
 * Divides a price between goods and points by their stand-alone selling prices (IFRS 15.74 to 76).
 *
 * @param options - `goodsStandAlone` is the price itself by default
 *
 * @example
 * ```js
 * programmes.allocatePoints({ price: 100_000, pointsIssued: 10_000, expectedRedemption: 0.95, pointValue: 1 }).points; // 8675.8
 * ```
 */
export function allocatePoints(options: {
  price: number;
  pointsIssued: number;
  expectedRedemption: number;
  pointValue: number;
  goodsStandAlone?: number | undefined;
}): PointsAllocation {
  optionsOf(options, ["price", "pointsIssued", "expectedRedemption", "pointValue", "goodsStandAlone"]);
  const { goodsStandAlone } = options;
  return record(
    core("programmes").programmes_allocate_points(
      number("price", options.price),
      goodsStandAlone === undefined ? undefined : number("goodsStandAlone", goodsStandAlone),
      number("pointsIssued", options.pointsIssued),
      number("expectedRedemption", options.expectedRedemption),
      number("pointValue", options.pointValue),
    ),
  );
}

/**
 * The points' part of a price as revenue, period by period.
 *
 * @param allocation - the points' part of the price
 * @param redeemedCumulative - the points redeemed up to the end of each period
 * @param expectedTotalRedeemed - what is then expected ever to be redeemed
 *
 * @example
 * ```js
 * programmes.recognisePoints(8_676, [4_500, 8_500], [9_500, 9_700])[0].liability; // 4566.3
 * ```
 */
export function recognisePoints(
  allocation: number,
  redeemedCumulative: Exclude<Column, number>,
  expectedTotalRedeemed: Exclude<Column, number>,
): RevenuePeriod[] {
  return record(
    core("programmes").programmes_recognise_points(
      number("allocation", allocation),
      array("redeemedCumulative", redeemedCumulative),
      array("expectedTotalRedeemed", expectedTotalRedeemed),
    ),
  );
}

/**
 * What outstanding points are expected to cost, from the ultimate redemption rate of *issued* points.
 *
 * @throws RangeError where more is redeemed than issued or than the rate allows (code `infeasible`)
 *
 * @example
 * ```js
 * programmes.pointsLiability({ issued: 1000, redeemed: 600, ultimateRedemptionRate: 0.8, costPerPoint: 0.01 }).liability; // 2
 * ```
 */
export function pointsLiability(options: {
  issued: number;
  redeemed: number;
  ultimateRedemptionRate: number;
  costPerPoint: number;
  expired?: number | undefined;
}): PointsLiability {
  optionsOf(options, ["issued", "redeemed", "ultimateRedemptionRate", "costPerPoint", "expired"]);
  return record(
    core("programmes").programmes_points_liability(
      number("issued", options.issued),
      number("redeemed", options.redeemed),
      number("expired", options.expired ?? 0),
      number("ultimateRedemptionRate", options.ultimateRedemptionRate),
      number("costPerPoint", options.costPerPoint),
    ),
  );
}
