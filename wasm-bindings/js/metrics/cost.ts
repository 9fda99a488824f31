// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `cost`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $cpm = new Metric("cpm");

/**
 * What a thousand impressions cost.
 *
 * Cost per thousand impressions. Formula: `(1000.0 * cost) / impressions`. Unit: currency_each. Roll-up:
 * ratio_of_sums.
 *
 * @param cost - what was paid, in one currency (currency; a finite number >= 0)
 * @param impressions - times the content was shown (count; a whole number >= 0)
 * @returns currency per thousand impressions
 * @throws RangeError with a `code`: an input outside its domain; `impressions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.cpm(15000, 2400000); // 6.25
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function cpm(cost: number, impressions: number, options?: Options): number;
export function cpm(cost: Column, impressions: Column, options?: Options): Float64Array;
export function cpm(cost: Column, impressions: Column, options?: Options): number | Float64Array {
  return $cpm.compute([cost, impressions], options) as number | Float64Array;
}

const $cpmFollowers = new Metric("cpm_followers");

/**
 * What a post costs for every thousand followers of the account.
 *
 * Cost per thousand followers. Formula: `(1000.0 * cost) / followers`. Unit: currency_each. Roll-up:
 * ratio_of_sums.
 *
 * @param cost - what was paid, in one currency (currency; a finite number >= 0)
 * @param followers - followers of the account (people; a whole number >= 0)
 * @returns currency per thousand followers
 * @throws RangeError with a `code`: an input outside its domain; `followers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.cpmFollowers(1500, 100000); // 15
 * ```
 * @see common definition; no single authority
 */
export function cpmFollowers(cost: number, followers: number, options?: Options): number;
export function cpmFollowers(cost: Column, followers: Column, options?: Options): Float64Array;
export function cpmFollowers(cost: Column, followers: Column, options?: Options): number | Float64Array {
  return $cpmFollowers.compute([cost, followers], options) as number | Float64Array;
}

const $costPerReach = new Metric("cost_per_reach");

/**
 * What it costs to reach one different person.
 *
 * Cost per person reached. Formula: `cost / unique_reach`. Unit: currency_each. Roll-up: ratio_of_sums.
 * Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap,
 * compute from the unduplicated reach.
 *
 * @param cost - what was paid, in one currency (currency; a finite number >= 0)
 * @param uniqueReach - different people reached, each counted once (people; a whole number >= 0)
 * @returns currency per person reached
 * @throws RangeError with a `code`: an input outside its domain; `unique_reach == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.costPerReach(6000, 160000); // 0.0375
 * ```
 * @see ANA Influencer Marketing Measurement Guidelines (July 2022)
 */
export function costPerReach(cost: number, uniqueReach: number, options?: Options): number;
export function costPerReach(cost: Column, uniqueReach: Column, options?: Options): Float64Array;
export function costPerReach(cost: Column, uniqueReach: Column, options?: Options): number | Float64Array {
  return $costPerReach.compute([cost, uniqueReach], options) as number | Float64Array;
}

const $cpe = new Metric("cpe");

/**
 * What one engagement costs.
 *
 * Cost per engagement. Formula: `cost / engagements`. Unit: currency_each. Roll-up: ratio_of_sums.
 *
 * @param cost - what was paid, in one currency (currency; a finite number >= 0)
 * @param engagements - interactions counted as engagement (count; a whole number >= 0)
 * @returns currency per engagement
 * @throws RangeError with a `code`: an input outside its domain; `engagements == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.cpe(500, 2000); // 0.25
 * ```
 * @see ANA Influencer Marketing Measurement Guidelines (July 2022)
 */
export function cpe(cost: number, engagements: number, options?: Options): number;
export function cpe(cost: Column, engagements: Column, options?: Options): Float64Array;
export function cpe(cost: Column, engagements: Column, options?: Options): number | Float64Array {
  return $cpe.compute([cost, engagements], options) as number | Float64Array;
}

const $cpc = new Metric("cpc");

/**
 * What one click costs.
 *
 * Cost per click. Formula: `cost / clicks`. Unit: currency_each. Roll-up: ratio_of_sums.
 *
 * @param cost - what was paid, in one currency (currency; a finite number >= 0)
 * @param clicks - clicks received (count; a whole number >= 0)
 * @returns currency per click
 * @throws RangeError with a `code`: an input outside its domain; `clicks == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.cpc(500, 400); // 1.25
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function cpc(cost: number, clicks: number, options?: Options): number;
export function cpc(cost: Column, clicks: Column, options?: Options): Float64Array;
export function cpc(cost: Column, clicks: Column, options?: Options): number | Float64Array {
  return $cpc.compute([cost, clicks], options) as number | Float64Array;
}

const $cpv = new Metric("cpv");

/**
 * What one video view costs.
 *
 * Cost per view. Formula: `cost / views`. Unit: currency_each. Roll-up: ratio_of_sums.
 *
 * @param cost - what was paid, in one currency (currency; a finite number >= 0)
 * @param views - views, by the platform's definition of a view (count; a whole number >= 0)
 * @returns currency per view
 * @throws RangeError with a `code`: an input outside its domain; `views == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.cpv(500, 25000); // 0.02
 * ```
 * @see ANA Influencer Marketing Measurement Guidelines (July 2022)
 */
export function cpv(cost: number, views: number, options?: Options): number;
export function cpv(cost: Column, views: Column, options?: Options): Float64Array;
export function cpv(cost: Column, views: Column, options?: Options): number | Float64Array {
  return $cpv.compute([cost, views], options) as number | Float64Array;
}

const $cpa = new Metric("cpa");

/**
 * What one conversion costs, whatever action is counted as the conversion.
 *
 * Cost per acquisition or conversion. Formula: `cost / conversions`. Unit: currency_each. Roll-up:
 * ratio_of_sums.
 *
 * @param cost - what was paid, in one currency (currency; a finite number >= 0)
 * @param conversions - conversions of the kind the campaign counts (count_or_people; a whole number >= 0)
 * @returns currency per conversion
 * @throws RangeError with a `code`: an input outside its domain; `conversions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.cpa(5000, 100); // 50
 * ```
 * @see ANA Influencer Marketing Measurement Guidelines (July 2022)
 */
export function cpa(cost: number, conversions: number, options?: Options): number;
export function cpa(cost: Column, conversions: Column, options?: Options): Float64Array;
export function cpa(cost: Column, conversions: Column, options?: Options): number | Float64Array {
  return $cpa.compute([cost, conversions], options) as number | Float64Array;
}

const $cpl = new Metric("cpl");

/**
 * What one lead costs.
 *
 * Cost per lead. Formula: `cost / leads`. Unit: currency_each. Roll-up: ratio_of_sums.
 *
 * @param cost - what was paid, in one currency (currency; a finite number >= 0)
 * @param leads - leads won (count_or_people; a whole number >= 0)
 * @returns currency per lead
 * @throws RangeError with a `code`: an input outside its domain; `leads == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.cpl(900, 60); // 15
 * ```
 * @see common definition; no single authority
 */
export function cpl(cost: number, leads: number, options?: Options): number;
export function cpl(cost: Column, leads: Column, options?: Options): Float64Array;
export function cpl(cost: Column, leads: Column, options?: Options): number | Float64Array {
  return $cpl.compute([cost, leads], options) as number | Float64Array;
}

const $ecpm = new Metric("ecpm");

/**
 * Payout of performance-paid content restated per thousand impressions.
 *
 * Effective CPM of performance-paid content. Formula: `(1000.0 * payout) / impressions`. Unit: currency_each.
 * Roll-up: ratio_of_sums.
 *
 * @param payout - commission or performance fee paid, in one currency (currency; a finite number >= 0)
 * @param impressions - times the content was shown (count; a whole number >= 0)
 * @returns currency per thousand impressions
 * @throws RangeError with a `code`: an input outside its domain; `impressions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.ecpm(180, 60000); // 3
 * ```
 * @see common definition; no single authority
 */
export function ecpm(payout: number, impressions: number, options?: Options): number;
export function ecpm(payout: Column, impressions: Column, options?: Options): Float64Array;
export function ecpm(payout: Column, impressions: Column, options?: Options): number | Float64Array {
  return $ecpm.compute([payout, impressions], options) as number | Float64Array;
}

const $allInCost = new Metric("all_in_cost");

/**
 * Full cost of working with influencers: fees, product and working time.
 *
 * All-in cost of influencers (fees, product, coordination). Formula: `fees + product_cost + hours *
 * hourly_rate`. Unit: currency. Roll-up: sum.
 *
 * @param inputs.fees - fees paid to influencers, in one currency (currency; a finite number >= 0)
 * @param inputs.productCost - cost of products given away, shipping included, in the same currency (currency;
 * a finite number >= 0)
 * @param inputs.hours - own working time in hours (hours; a finite number >= 0)
 * @param inputs.hourlyRate - cost of one working hour, in the same currency (currency_each; a finite number >=
 * 0)
 * @returns currency
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.allInCost({ fees: 4000, productCost: 600, hours: 40, hourlyRate: 30 }); // 5800
 * ```
 * @see article on micro and macro influencers (Indonesian), after martech.zone
 */
export function allInCost(inputs: { readonly fees: number; readonly productCost: number; readonly hours: number; readonly hourlyRate: number }, options?: Options): number;
export function allInCost(inputs: { readonly fees: Column; readonly productCost: Column; readonly hours: Column; readonly hourlyRate: Column }, options?: Options): Float64Array;
export function allInCost(inputs: { readonly fees: Column; readonly productCost: Column; readonly hours: Column; readonly hourlyRate: Column }, options?: Options): number | Float64Array {
  return $allInCost.compute(inputs, options) as number | Float64Array;
}

const $coordinationCost = new Metric("coordination_cost");

/**
 * What coordinating a number of influencers costs in working time.
 *
 * Coordination cost of n influencers. Formula: `(fixed_hours + n * hours_each) * hourly_rate`. Unit: currency.
 * Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param inputs.n - number of influencers (count_or_people; a whole number >= 0)
 * @param inputs.fixedHours - hours the programme takes whatever its size (hours; a finite number >= 0)
 * @param inputs.hoursEach - further hours for each influencer (hours_each; a finite number >= 0)
 * @param inputs.hourlyRate - cost of one working hour, in one currency (currency_each; a finite number >= 0)
 * @returns currency
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.coordinationCost({ n: 100, fixedHours: 20, hoursEach: 3, hourlyRate: 25 }); // 8000
 * ```
 * @see article on micro and macro influencers (Indonesian), after martech.zone
 */
export function coordinationCost(inputs: { readonly n: number; readonly fixedHours: number; readonly hoursEach: number; readonly hourlyRate: number }, options?: Options): number;
export function coordinationCost(inputs: { readonly n: Column; readonly fixedHours: Column; readonly hoursEach: Column; readonly hourlyRate: Column }, options?: Options): Float64Array;
export function coordinationCost(inputs: { readonly n: Column; readonly fixedHours: Column; readonly hoursEach: Column; readonly hourlyRate: Column }, options?: Options): number | Float64Array {
  return $coordinationCost.compute(inputs, options) as number | Float64Array;
}

const $allInCpm = new Metric("all_in_cpm");

/**
 * What a thousand impressions cost when coordination is paid for as well.
 *
 * All-in CPM. Formula: `(1000.0 * (fees + coordination)) / impressions`. Unit: currency_each. Roll-up:
 * ratio_of_sums.
 *
 * @param fees - fees paid to influencers, in one currency (currency; a finite number >= 0)
 * @param coordination - cost of coordinating them, in the same currency (currency; a finite number >= 0)
 * @param impressions - times the content was shown (count; a whole number >= 0)
 * @returns currency per thousand impressions
 * @throws RangeError with a `code`: an input outside its domain; `impressions == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.allInCpm(10000, 8000, 1500000); // 12
 * ```
 * @see article on micro and macro influencers (Indonesian), after martech.zone
 */
export function allInCpm(fees: number, coordination: number, impressions: number, options?: Options): number;
export function allInCpm(fees: Column, coordination: Column, impressions: Column, options?: Options): Float64Array;
export function allInCpm(fees: Column, coordination: Column, impressions: Column, options?: Options): number | Float64Array {
  return $allInCpm.compute([fees, coordination, impressions], options) as number | Float64Array;
}

const $microBreakevenCoordination = new Metric("micro_breakeven_coordination");

/**
 * Coordination cost per micro influencer at which micro and macro reach cost the same.
 *
 * Coordination cost per micro influencer at which micro and macro cost per reach are equal. Formula:
 * `micro_reach * macro_cost / macro_reach - micro_fee`. Unit: currency_each. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * Negative means micro is dearer even with free coordination.
 *
 * @param inputs.macroCost - full cost of the macro influencer, in one currency (currency; a finite number >=
 * 0)
 * @param inputs.macroReach - people the macro influencer reaches (people; a whole number >= 0)
 * @param inputs.microFee - fee of one micro influencer, in the same currency (currency_each; a finite number
 * >= 0)
 * @param inputs.microReach - people one micro influencer reaches (people; a whole number >= 0)
 * @returns currency per micro influencer; negative when micro is dearer even with free coordination
 * @throws RangeError with a `code`: an input outside its domain; `macro_reach == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.microBreakevenCoordination({ macroCost: 10000, macroReach: 500000, microFee: 150, microReach: 10000
 * });
 * // 50
 * ```
 * @see article on micro and macro influencers (Indonesian), after martech.zone
 */
export function microBreakevenCoordination(inputs: { readonly macroCost: number; readonly macroReach: number; readonly microFee: number; readonly microReach: number }, options?: Options): number;
export function microBreakevenCoordination(inputs: { readonly macroCost: Column; readonly macroReach: Column; readonly microFee: Column; readonly microReach: Column }, options?: Options): Float64Array;
export function microBreakevenCoordination(inputs: { readonly macroCost: Column; readonly macroReach: Column; readonly microFee: Column; readonly microReach: Column }, options?: Options): number | Float64Array {
  return $microBreakevenCoordination.compute(inputs, options) as number | Float64Array;
}

const $influencersForEqualReach = new Metric("influencers_for_equal_reach");

/**
 * Number of equal influencers needed to reach a target, allowing for shared audiences.
 *
 * Micro influencers needed for the same reach. Formula: `whole_up(target_reach / (reach_each * (1.0 -
 * duplication_rate)))`. Unit: count. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param targetReach - different people to reach (people; a whole number >= 0)
 * @param reachEach - people one influencer reaches (people_each; a whole number >= 0)
 * @param duplicationRate - share of summed reach lost to duplication, as a fraction (ratio; a fraction from 0
 * to 1)
 * @returns whole number of influencers, rounded up
 * @throws RangeError with a `code`: an input outside its domain; `reach_each * (1.0 - duplication_rate) ==
 * 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.influencersForEqualReach(500000, 10000, 0.2); // 63
 * ```
 * @see article on micro and macro influencers (Indonesian), after martech.zone
 */
export function influencersForEqualReach(targetReach: number, reachEach: number, duplicationRate: number, options?: Options): number;
export function influencersForEqualReach(targetReach: Column, reachEach: Column, duplicationRate: Column, options?: Options): Float64Array;
export function influencersForEqualReach(targetReach: Column, reachEach: Column, duplicationRate: Column, options?: Options): number | Float64Array {
  return $influencersForEqualReach.compute([targetReach, reachEach, duplicationRate], options) as number | Float64Array;
}

const $cpmSizeElasticity = new Metric("cpm_size_elasticity");

/**
 * Percent by which cost rises when audience size rises by one percent, from two observations.
 *
 * Elasticity of cost with respect to audience size (two points). Formula: `(libm::log(cost_large /
 * cost_small)) / (libm::log(size_large / size_small))`. Unit: ratio. Roll-up: recompute.
 * Below 1: CPM falls with size, as the article claims. The elasticity is that of cost, as the title says; that
 * of the CPM is one less.
 *
 * @param inputs.costSmall - cost of the smaller influencer, in one currency (currency_each; a finite number >
 * 0)
 * @param inputs.sizeSmall - audience of the smaller influencer (people_each; a finite number > 0)
 * @param inputs.costLarge - cost of the larger influencer, in the same currency (currency_each; a finite
 * number > 0)
 * @param inputs.sizeLarge - audience of the larger influencer (people_each; a finite number > 0)
 * @returns elasticity; below 1 the cost per thousand falls with size
 * @throws RangeError with a `code`: an input outside its domain; `libm::log(size_large / size_small) == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.cpmSizeElasticity({ costSmall: 100, sizeSmall: 10000, costLarge: 1000, sizeLarge: 1000000 }); // 0.5
 * ```
 * @see article on micro and macro influencers (Indonesian), after martech.zone
 */
export function cpmSizeElasticity(inputs: { readonly costSmall: number; readonly sizeSmall: number; readonly costLarge: number; readonly sizeLarge: number }, options?: Options): number;
export function cpmSizeElasticity(inputs: { readonly costSmall: Column; readonly sizeSmall: Column; readonly costLarge: Column; readonly sizeLarge: Column }, options?: Options): Float64Array;
export function cpmSizeElasticity(inputs: { readonly costSmall: Column; readonly sizeSmall: Column; readonly costLarge: Column; readonly sizeLarge: Column }, options?: Options): number | Float64Array {
  return $cpmSizeElasticity.compute(inputs, options) as number | Float64Array;
}
