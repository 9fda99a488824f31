// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `points_accounting`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $ifrs15PointsAllocation = new Metric("ifrs15_points_allocation");

/**
 * Part of a sale's price that belongs to the loyalty points given with it.
 *
 * Transaction price allocated to points. Formula: `price * (points_issued * expected_redemption * point_value
 * / (price + points_issued * expected_redemption * point_value))`. Unit: currency. Roll-up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Assumes the goods sell at their stand-alone price.
 *
 * @param inputs.price - transaction price, equal to the goods' stand-alone price, in one currency (currency; a
 * finite number >= 0)
 * @param inputs.pointsIssued - points given with the sale (points; a finite number >= 0)
 * @param inputs.expectedRedemption - share of those points expected to be redeemed, as a fraction (ratio; a
 * fraction from 0 to 1)
 * @param inputs.pointValue - value of one point when redeemed, in the same currency (currency_each; a finite
 * number >= 0)
 * @returns currency, deferred as a contract liability
 * @throws RangeError with a `code`: an input outside its domain; `price + points_issued * expected_redemption
 * * point_value == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.ifrs15PointsAllocation({ price: 100000, pointsIssued: 10000, expectedRedemption: 0.95, pointValue: 1
 * });
 * // 8675.79908675799
 * ```
 * @see IFRS 15, Illustrative Example 52 (IE267-IE270)
 */
export function ifrs15PointsAllocation(inputs: { readonly price: number; readonly pointsIssued: number; readonly expectedRedemption: number; readonly pointValue: number }, options?: Options): number;
export function ifrs15PointsAllocation(inputs: { readonly price: Column; readonly pointsIssued: Column; readonly expectedRedemption: Column; readonly pointValue: Column }, options?: Options): Float64Array;
export function ifrs15PointsAllocation(inputs: { readonly price: Column; readonly pointsIssued: Column; readonly expectedRedemption: Column; readonly pointValue: Column }, options?: Options): number | Float64Array {
  return $ifrs15PointsAllocation.compute(inputs, options) as number | Float64Array;
}

const $ifrs15ProductAllocation = new Metric("ifrs15_product_allocation");

/**
 * Part of a sale's price that belongs to the goods when points are given with it.
 *
 * Transaction price allocated to goods. Formula: `price * (price / (price + points_issued *
 * expected_redemption * point_value))`. Unit: currency. Roll-up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param inputs.price - transaction price, equal to the goods' stand-alone price, in one currency (currency; a
 * finite number >= 0)
 * @param inputs.pointsIssued - points given with the sale (points; a finite number >= 0)
 * @param inputs.expectedRedemption - share of those points expected to be redeemed, as a fraction (ratio; a
 * fraction from 0 to 1)
 * @param inputs.pointValue - value of one point when redeemed, in the same currency (currency_each; a finite
 * number >= 0)
 * @returns currency, recognised when the goods are delivered
 * @throws RangeError with a `code`: an input outside its domain; `price + points_issued * expected_redemption
 * * point_value == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.ifrs15ProductAllocation({ price: 100000, pointsIssued: 10000, expectedRedemption: 0.95, pointValue:
 * 1 });
 * // 91324.200913242
 * ```
 * @see IFRS 15, Illustrative Example 52 (IE267-IE270)
 */
export function ifrs15ProductAllocation(inputs: { readonly price: number; readonly pointsIssued: number; readonly expectedRedemption: number; readonly pointValue: number }, options?: Options): number;
export function ifrs15ProductAllocation(inputs: { readonly price: Column; readonly pointsIssued: Column; readonly expectedRedemption: Column; readonly pointValue: Column }, options?: Options): Float64Array;
export function ifrs15ProductAllocation(inputs: { readonly price: Column; readonly pointsIssued: Column; readonly expectedRedemption: Column; readonly pointValue: Column }, options?: Options): number | Float64Array {
  return $ifrs15ProductAllocation.compute(inputs, options) as number | Float64Array;
}

const $ifrs15PointsRevenue = new Metric("ifrs15_points_revenue");

/**
 * Revenue from points to recognise in a period, catching up with the latest estimate.
 *
 * Points revenue of a period (cumulative catch-up). Formula: `allocation * redeemed_cumulative /
 * expected_total_redeemed - recognised_before`. Unit: currency. Roll-up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param inputs.allocation - price allocated to the points, in one currency (currency; a finite number >= 0)
 * @param inputs.redeemedCumulative - points redeemed up to the end of the period (points; a finite number >=
 * 0)
 * @param inputs.expectedTotalRedeemed - points now expected to be redeemed in all (points; a finite number >=
 * 0)
 * @param inputs.recognisedBefore - revenue from these points recognised in earlier periods, in the same
 * currency (currency; a finite number >= 0)
 * @returns currency; negative when the new estimate takes revenue back
 * @throws RangeError with a `code`: an input outside its domain; `expected_total_redeemed == 0.0`:
 * `zero_denominator`; `redeemed_cumulative > expected_total_redeemed`: `infeasible`
 * @example
 * ```js
 * metrics.ifrs15PointsRevenue({ allocation: 8676, redeemedCumulative: 8500, expectedTotalRedeemed: 9700,
 * recognisedBefore: 4110 });
 * // 3492.680412371134
 * ```
 * @see IFRS 15, Illustrative Example 52 (IE267-IE270)
 */
export function ifrs15PointsRevenue(inputs: { readonly allocation: number; readonly redeemedCumulative: number; readonly expectedTotalRedeemed: number; readonly recognisedBefore: number }, options?: Options): number;
export function ifrs15PointsRevenue(inputs: { readonly allocation: Column; readonly redeemedCumulative: Column; readonly expectedTotalRedeemed: Column; readonly recognisedBefore: Column }, options?: Options): Float64Array;
export function ifrs15PointsRevenue(inputs: { readonly allocation: Column; readonly redeemedCumulative: Column; readonly expectedTotalRedeemed: Column; readonly recognisedBefore: Column }, options?: Options): number | Float64Array {
  return $ifrs15PointsRevenue.compute(inputs, options) as number | Float64Array;
}

const $ifrs15PointsLiability = new Metric("ifrs15_points_liability");

/**
 * Price allocated to points that has not been earned yet.
 *
 * Contract liability for points. Formula: `allocation * ((expected_total_redeemed - redeemed_cumulative) /
 * expected_total_redeemed)`. Unit: currency. Roll-up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param allocation - price allocated to the points, in one currency (currency; a finite number >= 0)
 * @param redeemedCumulative - points redeemed so far (points; a finite number >= 0)
 * @param expectedTotalRedeemed - points now expected to be redeemed in all (points; a finite number >= 0)
 * @returns currency still to be recognised
 * @throws RangeError with a `code`: an input outside its domain; `expected_total_redeemed == 0.0`:
 * `zero_denominator`; `redeemed_cumulative > expected_total_redeemed`: `infeasible`
 * @example
 * ```js
 * metrics.ifrs15PointsLiability(8676, 4500, 9500); // 4566.315789473684
 * ```
 * @see IFRS 15, Illustrative Example 52 (IE267-IE270)
 */
export function ifrs15PointsLiability(allocation: number, redeemedCumulative: number, expectedTotalRedeemed: number, options?: Options): number;
export function ifrs15PointsLiability(allocation: Column, redeemedCumulative: Column, expectedTotalRedeemed: Column, options?: Options): Float64Array;
export function ifrs15PointsLiability(allocation: Column, redeemedCumulative: Column, expectedTotalRedeemed: Column, options?: Options): number | Float64Array {
  return $ifrs15PointsLiability.compute([allocation, redeemedCumulative, expectedTotalRedeemed], options) as number | Float64Array;
}
