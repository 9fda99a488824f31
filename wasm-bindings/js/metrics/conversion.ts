// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `conversion`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $conversionRate = new Metric("conversion_rate");

/**
 * Conversions per visitor.
 *
 * Conversion rate. Formula: `conversions / visitors`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param conversions - conversions of the kind that is counted (count_or_people; a whole number >= 0)
 * @param visitors - visitors, or others who could have converted (people; a whole number >= 0)
 * @returns conversions per visitor, as a fraction
 * @throws RangeError with a `code`: an input outside its domain; `visitors == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.conversionRate(50, 2000); // 0.025
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function conversionRate(conversions: number, visitors: number, options?: Options): number;
export function conversionRate(conversions: Column, visitors: Column, options?: Options): Float64Array;
export function conversionRate(conversions: Column, visitors: Column, options?: Options): number | Float64Array {
  return $conversionRate.compute([conversions, visitors], options) as number | Float64Array;
}

const $leadToCustomerRate = new Metric("lead_to_customer_rate");

/**
 * Share of prospects who became customers.
 *
 * Prospect-to-customer rate. Formula: `customers / prospects`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param customers - prospects who became customers (people; a whole number >= 0)
 * @param prospects - prospects in the same group (people; a whole number >= 0)
 * @returns fraction of prospects
 * @throws RangeError with a `code`: an input outside its domain; `prospects == 0`: `zero_denominator`;
 * `customers > prospects`: `infeasible`
 * @example
 * ```js
 * metrics.leadToCustomerRate(30, 400); // 0.075
 * ```
 * @see article on raising customer lifetime value (Indonesian)
 */
export function leadToCustomerRate(customers: number, prospects: number, options?: Options): number;
export function leadToCustomerRate(customers: Column, prospects: Column, options?: Options): Float64Array;
export function leadToCustomerRate(customers: Column, prospects: Column, options?: Options): number | Float64Array {
  return $leadToCustomerRate.compute([customers, prospects], options) as number | Float64Array;
}

const $ctaValue = new Metric("cta_value");

/**
 * Total value of the actions a programme called for, each kind at its own value.
 *
 * Value of call-to-action conversions. Formula: `dot(conversions, value_each)`. Unit: currency. Roll-up: sum.
 *
 * @param conversions - number of actions of each kind (count_or_people; a finite number >= 0)
 * @param valueEach - value of one action of each kind, in one currency (currency_each; a finite number >= 0)
 * @returns currency
 * @throws RangeError with a `code`: an input outside its domain; `conversions.len() != value_each.len()`:
 * `infeasible`
 * @example
 * ```js
 * metrics.ctaValue([400, 50, 120], [1.5, 30, 2]); // 2340
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function ctaValue(conversions: List, valueEach: List, options?: Options): number {
  return $ctaValue.compute([conversions, valueEach], options) as number;
}

const $actionValueFromFunnel = new Metric("action_value_from_funnel");

/**
 * Value of one action that is not a purchase, from how often it leads to one.
 *
 * Defensible value of one non-purchase action. Formula: `action_to_purchase_rate * margin_per_purchase`. Unit:
 * currency_each. Roll-up: recompute.
 *
 * @param actionToPurchaseRate - share of such actions that end in a purchase, as a fraction (ratio; a fraction
 * from 0 to 1)
 * @param marginPerPurchase - margin of one purchase, in one currency (currency_each; a finite number >= 0)
 * @returns currency per action
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.actionValueFromFunnel(0.04, 25); // 1
 * ```
 * @see article on measuring social media marketing (Indonesian), after socialmediaexaminer.com
 */
export function actionValueFromFunnel(actionToPurchaseRate: number, marginPerPurchase: number, options?: Options): number;
export function actionValueFromFunnel(actionToPurchaseRate: Column, marginPerPurchase: Column, options?: Options): Float64Array;
export function actionValueFromFunnel(actionToPurchaseRate: Column, marginPerPurchase: Column, options?: Options): number | Float64Array {
  return $actionValueFromFunnel.compute([actionToPurchaseRate, marginPerPurchase], options) as number | Float64Array;
}

const $funnelRate = new Metric("funnel_rate");

/**
 * Share of those who enter a funnel of several steps and come out at its end.
 *
 * Overall rate of a multi-step funnel. Formula: `product(step_rates)`. Unit: ratio. Roll-up: recompute.
 *
 * @param stepRates - share passing each step, as fractions (ratio; a fraction from 0 to 1)
 * @returns fraction of those who entered
 * @throws RangeError with a `code`: an input outside its domain; `step_rates.is_empty()`: `insufficient_data`
 * @example
 * ```js
 * metrics.funnelRate([0.2, 0.1, 0.25]); // 0.005
 * ```
 * @see common definition; no single authority
 */
export function funnelRate(stepRates: List, options?: Options): number {
  return $funnelRate.compute([stepRates], options) as number;
}
