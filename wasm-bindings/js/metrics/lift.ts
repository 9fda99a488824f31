// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `lift`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $absoluteLift = new Metric("absolute_lift");

/**
 * How far the rate among exposed people lies above the rate in the control group.
 *
 * Absolute lift. Formula: `exposed_rate - control_rate`. Unit: ratio. Roll-up: recompute.
 *
 * @param exposedRate - rate among exposed people, as a fraction (ratio; a fraction from 0 to 1)
 * @param controlRate - rate in the control group, as a fraction (ratio; a fraction from 0 to 1)
 * @returns difference as a fraction; negative when the control group did better
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.absoluteLift(0.36, 0.3); // 0.06
 * ```
 * @see Google Display & Video 360 Help 9724932 (Brand Lift)
 */
export function absoluteLift(exposedRate: number, controlRate: number, options?: Options): number;
export function absoluteLift(exposedRate: Column, controlRate: Column, options?: Options): Float64Array;
export function absoluteLift(exposedRate: Column, controlRate: Column, options?: Options): number | Float64Array {
  return $absoluteLift.compute([exposedRate, controlRate], options) as number | Float64Array;
}

const $relativeLift = new Metric("relative_lift");

/**
 * Extra outcomes in the treatment group relative to the control group.
 *
 * Relative lift. Formula: `(treatment - control) / control`. Unit: ratio. Roll-up: recompute.
 *
 * @param treatment - outcomes in the treatment group (count_or_people; a finite number >= 0)
 * @param control - outcomes in a control group of equal size (count_or_people; a finite number >= 0)
 * @returns fraction of the control outcome
 * @throws RangeError with a `code`: an input outside its domain; `control == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.relativeLift(1200, 1000); // 0.2
 * ```
 * @see Google Ads Help 14102450 (Conversion Lift)
 */
export function relativeLift(treatment: number, control: number, options?: Options): number;
export function relativeLift(treatment: Column, control: Column, options?: Options): Float64Array;
export function relativeLift(treatment: Column, control: Column, options?: Options): number | Float64Array {
  return $relativeLift.compute([treatment, control], options) as number | Float64Array;
}

const $headroomLift = new Metric("headroom_lift");

/**
 * Share of the people who could still be won over that the exposure did win over.
 *
 * Headroom lift. Formula: `(exposed_rate - control_rate) / (1.0 - control_rate)`. Unit: ratio. Roll-up:
 * recompute.
 *
 * @param exposedRate - positive rate among exposed people, as a fraction (ratio; a fraction from 0 to 1)
 * @param controlRate - positive rate in the control group, as a fraction (ratio; a fraction from 0 to 1)
 * @returns fraction of the headroom left by the control group
 * @throws RangeError with a `code`: an input outside its domain; `1.0 - control_rate == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.headroomLift(0.36, 0.2); // 0.2
 * ```
 * @see Google Display & Video 360 Help 9724932 (Brand Lift)
 */
export function headroomLift(exposedRate: number, controlRate: number, options?: Options): number;
export function headroomLift(exposedRate: Column, controlRate: Column, options?: Options): Float64Array;
export function headroomLift(exposedRate: Column, controlRate: Column, options?: Options): number | Float64Array {
  return $headroomLift.compute([exposedRate, controlRate], options) as number | Float64Array;
}

const $liftedUsers = new Metric("lifted_users");

/**
 * People whose answer or behaviour the campaign changed.
 *
 * Lifted users. Formula: `absolute_lift * reach`. Unit: people. Roll-up: sum.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param absoluteLift - lift over the control group, as a fraction; negative where the control group did
 * better (ratio; a number from -1 to 1)
 * @param reach - different people reached (people; a whole number >= 0)
 * @returns number of people; negative where the campaign put people off
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.liftedUsers(0.03, 200000); // 6000
 * ```
 * @see Google Display & Video 360 Help 9724932 (Brand Lift)
 */
export function liftedUsers(absoluteLift: number, reach: number, options?: Options): number;
export function liftedUsers(absoluteLift: Column, reach: Column, options?: Options): Float64Array;
export function liftedUsers(absoluteLift: Column, reach: Column, options?: Options): number | Float64Array {
  return $liftedUsers.compute([absoluteLift, reach], options) as number | Float64Array;
}

const $costPerLiftedUser = new Metric("cost_per_lifted_user");

/**
 * What it costs to change the answer or behaviour of one person.
 *
 * Cost per lifted user. Formula: `cost / (absolute_lift * reach)`. Unit: currency_each. Roll-up:
 * ratio_of_sums.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param cost - cost of the campaign, in one currency (currency; a finite number >= 0)
 * @param absoluteLift - lift over the control group, as a fraction (ratio; a number from -1 to 1)
 * @param reach - different people reached (people; a whole number >= 0)
 * @returns currency per lifted user
 * @throws RangeError with a `code`: an input outside its domain; `absolute_lift * reach <= 0.0`: `no_lift`
 * @example
 * ```js
 * metrics.costPerLiftedUser(12000, 0.03, 200000); // 2
 * ```
 * @see Google Display & Video 360 Help 9724932 (Brand Lift)
 */
export function costPerLiftedUser(cost: number, absoluteLift: number, reach: number, options?: Options): number;
export function costPerLiftedUser(cost: Column, absoluteLift: Column, reach: Column, options?: Options): Float64Array;
export function costPerLiftedUser(cost: Column, absoluteLift: Column, reach: Column, options?: Options): number | Float64Array {
  return $costPerLiftedUser.compute([cost, absoluteLift, reach], options) as number | Float64Array;
}

const $incrementalConversions = new Metric("incremental_conversions");

/**
 * Conversions caused by a campaign, from treatment and control groups of equal size.
 *
 * Incremental conversions (equal groups). Formula: `treatment - control`. Unit: count. Roll-up: sum.
 *
 * @param treatment - conversions in the treatment group (count_or_people; a finite number >= 0)
 * @param control - conversions in a control group of equal size (count_or_people; a finite number >= 0)
 * @returns number of conversions; negative when the control group had more
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.incrementalConversions(1200, 1000); // 200
 * ```
 * @see Google Ads Help 14102450 (Conversion Lift)
 */
export function incrementalConversions(treatment: number, control: number, options?: Options): number;
export function incrementalConversions(treatment: Column, control: Column, options?: Options): Float64Array;
export function incrementalConversions(treatment: Column, control: Column, options?: Options): number | Float64Array {
  return $incrementalConversions.compute([treatment, control], options) as number | Float64Array;
}

const $incrementalConversionsScaled = new Metric("incremental_conversions_scaled");

/**
 * Conversions caused by a campaign, with the control group scaled to the size of the treated one.
 *
 * Incremental conversions, unequal groups. Formula: `treated_conversions - control_conversions * (treated /
 * control)`. Unit: count. Roll-up: sum.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param inputs.treatedConversions - conversions in the treated group (count_or_people; a whole number >= 0)
 * @param inputs.treated - people in the treated group (people; a whole number >= 0)
 * @param inputs.controlConversions - conversions in the control group (count_or_people; a whole number >= 0)
 * @param inputs.control - people in the control group (people; a whole number >= 0)
 * @returns number of conversions; negative when the control group did better
 * @throws RangeError with a `code`: an input outside its domain; `control == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.incrementalConversionsScaled({ treatedConversions: 1200, treated: 100000, controlConversions: 200,
 * control: 20000 });
 * // 200
 * ```
 * @see common definition; no single authority
 */
export function incrementalConversionsScaled(inputs: { readonly treatedConversions: number; readonly treated: number; readonly controlConversions: number; readonly control: number }, options?: Options): number;
export function incrementalConversionsScaled(inputs: { readonly treatedConversions: Column; readonly treated: Column; readonly controlConversions: Column; readonly control: Column }, options?: Options): Float64Array;
export function incrementalConversionsScaled(inputs: { readonly treatedConversions: Column; readonly treated: Column; readonly controlConversions: Column; readonly control: Column }, options?: Options): number | Float64Array {
  return $incrementalConversionsScaled.compute(inputs, options) as number | Float64Array;
}

const $costPerIncrementalConversion = new Metric("cost_per_incremental_conversion");

/**
 * What one conversion costs that would not have happened without the campaign.
 *
 * Cost per incremental conversion. Formula: `cost / incremental_conversions`. Unit: currency_each. Roll-up:
 * ratio_of_sums.
 *
 * @param cost - cost of the campaign, in one currency (currency; a finite number >= 0)
 * @param incrementalConversions - conversions caused by the campaign (count_or_people; a finite number)
 * @returns currency per incremental conversion
 * @throws RangeError with a `code`: an input outside its domain; `incremental_conversions <= 0.0`: `no_lift`
 * @example
 * ```js
 * metrics.costPerIncrementalConversion(5000, 200); // 25
 * ```
 * @see Google Ads Help 14102450 (Conversion Lift)
 */
export function costPerIncrementalConversion(cost: number, incrementalConversions: number, options?: Options): number;
export function costPerIncrementalConversion(cost: Column, incrementalConversions: Column, options?: Options): Float64Array;
export function costPerIncrementalConversion(cost: Column, incrementalConversions: Column, options?: Options): number | Float64Array {
  return $costPerIncrementalConversion.compute([cost, incrementalConversions], options) as number | Float64Array;
}

const $differenceInDifferences = new Metric("difference_in_differences");

/**
 * Change in a treated group beyond the change in a control group over the same time.
 *
 * Difference in differences. Formula: `t_post - t_pre - (c_post - c_pre)`. Unit: any. Roll-up: recompute.
 * Its results are marked estimated: they infer from a sample or assume what cannot be observed.
 *
 * @param inputs.tPre - treated group before, in any one unit (any; a finite number)
 * @param inputs.tPost - treated group after, in the same unit (any; a finite number)
 * @param inputs.cPre - control group before, in the same unit (any; a finite number)
 * @param inputs.cPost - control group after, in the same unit (any; a finite number)
 * @returns effect in the unit of the inputs
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.differenceInDifferences({ tPre: 100, tPost: 130, cPre: 90, cPost: 105 }); // 15
 * ```
 * @see common definition; no single authority
 */
export function differenceInDifferences(inputs: { readonly tPre: number; readonly tPost: number; readonly cPre: number; readonly cPost: number }, options?: Options): number;
export function differenceInDifferences(inputs: { readonly tPre: Column; readonly tPost: Column; readonly cPre: Column; readonly cPost: Column }, options?: Options): Float64Array;
export function differenceInDifferences(inputs: { readonly tPre: Column; readonly tPost: Column; readonly cPre: Column; readonly cPost: Column }, options?: Options): number | Float64Array {
  return $differenceInDifferences.compute(inputs, options) as number | Float64Array;
}
