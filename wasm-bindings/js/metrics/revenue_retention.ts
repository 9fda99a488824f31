// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `revenue_retention`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $mrr = new Metric("mrr");

/**
 * Recurring revenue of all subscriptions, spread evenly over the months of their terms.
 *
 * Monthly recurring revenue. Formula: `sum_of(subscribers.iter().zip(price).zip(months_in_term).map(|((count,
 * price), months)| count * price / months))`. Unit: currency. Roll-up: sum.
 * A plan is spread evenly over the months of its term. Stripe prints 800 USD/12 in the formula; only 600/12
 * gives the printed 12,500.
 *
 * @param subscribers - subscribers of each plan (count_or_people; a finite number >= 0)
 * @param price - price of each plan for its whole term, in one currency (currency_each; a finite number >= 0)
 * @param monthsInTerm - length of each plan's term in months (months; a finite number > 0)
 * @returns currency per month
 * @throws RangeError with a `code`: an input outside its domain; `subscribers.len() != price.len() ||
 * price.len() != months_in_term.len()`: `infeasible`
 * @example
 * ```js
 * metrics.mrr([100, 50], [100, 600], [1, 12]); // 12500
 * ```
 * @see Stripe Billing metric definitions, docs.stripe.com/billing/subscriptions/analytics/glossary
 */
export function mrr(subscribers: List, price: List, monthsInTerm: List, options?: Options): number {
  return $mrr.compute([subscribers, price, monthsInTerm], options) as number;
}

const $nrr = new Metric("nrr");

/**
 * Recurring revenue kept from existing customers, upgrades included, relative to the start.
 *
 * Net revenue retention. Formula: `(start + expansion - contraction - churned) / start`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 *
 * @param inputs.start - recurring revenue of existing customers at the start, in one currency (currency; a
 * finite number >= 0)
 * @param inputs.expansion - revenue added by upgrades of those customers, in the same currency (currency; a
 * finite number >= 0)
 * @param inputs.contraction - revenue lost to downgrades, in the same currency (currency; a finite number >=
 * 0)
 * @param inputs.churned - revenue lost to customers who left, in the same currency (currency; a finite number
 * >= 0)
 * @returns fraction of the starting revenue; may exceed 1
 * @throws RangeError with a `code`: an input outside its domain; `start == 0`: `zero_denominator`;
 * `contraction + churned > start`: `infeasible`
 * @example
 * ```js
 * metrics.nrr({ start: 100000, expansion: 15000, contraction: 0, churned: 8000 }); // 1.07
 * ```
 * @see Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000); Oracle NetSuite, SaaS KPI formulas, help
 * section 0910123257
 */
export function nrr(inputs: { readonly start: number; readonly expansion: number; readonly contraction: number; readonly churned: number }, options?: Options): number;
export function nrr(inputs: { readonly start: Column; readonly expansion: Column; readonly contraction: Column; readonly churned: Column }, options?: Options): Float64Array;
export function nrr(inputs: { readonly start: Column; readonly expansion: Column; readonly contraction: Column; readonly churned: Column }, options?: Options): number | Float64Array {
  return $nrr.compute(inputs, options) as number | Float64Array;
}

const $grr = new Metric("grr");

/**
 * Recurring revenue kept from existing customers, without upgrades, relative to the start.
 *
 * Gross revenue retention. Formula: `(start - contraction - churned) / start`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 *
 * @param start - recurring revenue of existing customers at the start, in one currency (currency; a finite
 * number >= 0)
 * @param contraction - revenue lost to downgrades, in the same currency (currency; a finite number >= 0)
 * @param churned - revenue lost to customers who left, in the same currency (currency; a finite number >= 0)
 * @returns fraction of the starting revenue, at most 1
 * @throws RangeError with a `code`: an input outside its domain; `start == 0`: `zero_denominator`;
 * `contraction + churned > start`: `infeasible`
 * @example
 * ```js
 * metrics.grr(100000, 5000, 8000); // 0.87
 * ```
 * @see Oracle NetSuite, SaaS KPI formulas, help section 0910123257
 */
export function grr(start: number, contraction: number, churned: number, options?: Options): number;
export function grr(start: Column, contraction: Column, churned: Column, options?: Options): Float64Array;
export function grr(start: Column, contraction: Column, churned: Column, options?: Options): number | Float64Array {
  return $grr.compute([start, contraction, churned], options) as number | Float64Array;
}

const $revenueChurnGross = new Metric("revenue_churn_gross");

/**
 * Recurring revenue lost to downgrades and departures relative to the start.
 *
 * Gross revenue churn. Formula: `(contraction + churned) / start`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param start - recurring revenue of existing customers at the start, in one currency (currency; a finite
 * number >= 0)
 * @param contraction - revenue lost to downgrades, in the same currency (currency; a finite number >= 0)
 * @param churned - revenue lost to customers who left, in the same currency (currency; a finite number >= 0)
 * @returns fraction of the starting revenue
 * @throws RangeError with a `code`: an input outside its domain; `start == 0`: `zero_denominator`;
 * `contraction + churned > start`: `infeasible`
 * @example
 * ```js
 * metrics.revenueChurnGross(100000, 5000, 8000); // 0.13
 * ```
 * @see Oracle NetSuite, SaaS KPI formulas, help section 0910123257
 */
export function revenueChurnGross(start: number, contraction: number, churned: number, options?: Options): number;
export function revenueChurnGross(start: Column, contraction: Column, churned: Column, options?: Options): Float64Array;
export function revenueChurnGross(start: Column, contraction: Column, churned: Column, options?: Options): number | Float64Array {
  return $revenueChurnGross.compute([start, contraction, churned], options) as number | Float64Array;
}

const $quickRatio = new Metric("quick_ratio");

/**
 * Recurring revenue gained for each unit of recurring revenue lost.
 *
 * SaaS quick ratio. Formula: `(new + expansion) / (churned + contraction)`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 *
 * @param inputs.new - recurring revenue from new customers, in one currency (currency; a finite number >= 0)
 * @param inputs.expansion - revenue added by upgrades, in the same currency (currency; a finite number >= 0)
 * @param inputs.churned - revenue lost to customers who left, in the same currency (currency; a finite number
 * >= 0)
 * @param inputs.contraction - revenue lost to downgrades, in the same currency (currency; a finite number >=
 * 0)
 * @returns multiple; above 1 recurring revenue grows
 * @throws RangeError with a `code`: an input outside its domain; `new + expansion + churned + contraction ==
 * 0.0`: `zero_denominator`; `churned + contraction == 0.0`: `unbounded`
 * @example
 * ```js
 * metrics.quickRatio({ new: 12000, expansion: 4000, churned: 3000, contraction: 1000 }); // 4
 * ```
 * @see common definition; no single authority
 */
export function quickRatio(inputs: { readonly new: number; readonly expansion: number; readonly churned: number; readonly contraction: number }, options?: Options): number;
export function quickRatio(inputs: { readonly new: Column; readonly expansion: Column; readonly churned: Column; readonly contraction: Column }, options?: Options): Float64Array;
export function quickRatio(inputs: { readonly new: Column; readonly expansion: Column; readonly churned: Column; readonly contraction: Column }, options?: Options): number | Float64Array {
  return $quickRatio.compute(inputs, options) as number | Float64Array;
}
