// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `return`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $roi = new Metric("roi");

/**
 * Net gain on an outlay relative to that outlay.
 *
 * Return on investment (net). Formula: `(gain - cost) / cost`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant (default) of the family roi: The default: choose it when the gain is already known as profit, value
 * or saving.
 * Exactly one less than customer_value_ratio_to_investment, where the gain is customers times their value.
 *
 * @param gain - what the outlay brought in, in one currency; profit rather than revenue (currency; a finite
 * number)
 * @param cost - the outlay, in the same currency (currency; a finite number >= 0)
 * @returns fraction of the outlay; 0 breaks even, -1 means nothing came back
 * @throws RangeError with a `code`: an input outside its domain; `cost == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.roi(40, 25); // 0.6
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); example from Schmitt,
 * Skiera & Van den Bulte, GfK Marketing Intelligence Review 5(1), 2013 (reward of EUR 25, CLV difference of
 * EUR 40, ROI 60 %)
 */
export function roi(gain: number, cost: number, options?: Options): number;
export function roi(gain: Column, cost: Column, options?: Options): Float64Array;
export function roi(gain: Column, cost: Column, options?: Options): number | Float64Array {
  return $roi.compute([gain, cost], options) as number | Float64Array;
}

const $romi = new Metric("romi");

/**
 * Net margin from incremental revenue relative to the marketing spend that caused it.
 *
 * Return on marketing investment (margin based). Formula: `(incremental_revenue * contribution_margin - spend)
 * / spend`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family roi: Choose it when the incremental revenue and the margin on it are known.
 *
 * @param incrementalRevenue - revenue that would not have come without the spend, in one currency (currency; a
 * finite number)
 * @param contributionMargin - share of revenue left after variable cost, as a fraction (ratio; a fraction from
 * 0 to 1)
 * @param spend - marketing spend, in the same currency (currency; a finite number >= 0)
 * @returns fraction of the spend; 0 breaks even
 * @throws RangeError with a `code`: an input outside its domain; `spend == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.romi(500000, 0.6, 100000); // 2
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function romi(incrementalRevenue: number, contributionMargin: number, spend: number, options?: Options): number;
export function romi(incrementalRevenue: Column, contributionMargin: Column, spend: Column, options?: Options): Float64Array;
export function romi(incrementalRevenue: Column, contributionMargin: Column, spend: Column, options?: Options): number | Float64Array {
  return $romi.compute([incrementalRevenue, contributionMargin, spend], options) as number | Float64Array;
}

const $roas = new Metric("roas");

/**
 * Revenue attributed to advertising for each unit of money spent on it.
 *
 * Return on ad spend. Formula: `attributed_revenue / spend`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param attributedRevenue - revenue credited to the advertising, in one currency (currency; a finite number
 * >= 0)
 * @param spend - advertising spend, in the same currency (currency; a finite number >= 0)
 * @returns revenue per unit of spend
 * @throws RangeError with a `code`: an input outside its domain; `spend == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.roas(15000, 5000); // 3
 * ```
 * @see majorform.co, marketing profitability 101 (MER 5.0, ROAS 3.0)
 */
export function roas(attributedRevenue: number, spend: number, options?: Options): number;
export function roas(attributedRevenue: Column, spend: Column, options?: Options): Float64Array;
export function roas(attributedRevenue: Column, spend: Column, options?: Options): number | Float64Array {
  return $roas.compute([attributedRevenue, spend], options) as number | Float64Array;
}

const $iroas = new Metric("iroas");

/**
 * Revenue caused by advertising for each unit of money spent on it.
 *
 * Incremental return on ad spend. Formula: `incremental_revenue / spend`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param incrementalRevenue - revenue that would not have come without the advertising, in one currency
 * (currency; a finite number)
 * @param spend - advertising spend, in the same currency (currency; a finite number >= 0)
 * @returns incremental revenue per unit of spend
 * @throws RangeError with a `code`: an input outside its domain; `spend == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.iroas(9000, 6000); // 1.5
 * ```
 * @see blufire.com.au glossary (POAS, break-even ROAS, iROAS)
 */
export function iroas(incrementalRevenue: number, spend: number, options?: Options): number;
export function iroas(incrementalRevenue: Column, spend: Column, options?: Options): Float64Array;
export function iroas(incrementalRevenue: Column, spend: Column, options?: Options): number | Float64Array {
  return $iroas.compute([incrementalRevenue, spend], options) as number | Float64Array;
}

const $poas = new Metric("poas");

/**
 * Gross profit for each unit of money spent on advertising.
 *
 * Profit on ad spend (gross profit). Formula: `gross_profit / spend`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param grossProfit - gross profit on the advertised sales before the spend, in one currency (currency; a
 * finite number)
 * @param spend - advertising spend, in the same currency (currency; a finite number >= 0)
 * @returns gross profit per unit of spend; 1 breaks even
 * @throws RangeError with a `code`: an input outside its domain; `spend == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.poas(7000, 5000); // 1.4
 * ```
 * @see blufire.com.au glossary (POAS, break-even ROAS, iROAS)
 */
export function poas(grossProfit: number, spend: number, options?: Options): number;
export function poas(grossProfit: Column, spend: Column, options?: Options): Float64Array;
export function poas(grossProfit: Column, spend: Column, options?: Options): number | Float64Array {
  return $poas.compute([grossProfit, spend], options) as number | Float64Array;
}

const $mer = new Metric("mer");

/**
 * All revenue for each unit of money spent on marketing, with nothing attributed to a channel.
 *
 * Marketing efficiency ratio (revenue over spend). Formula: `total_revenue / total_spend`. Unit: ratio. Roll-
 * up: ratio_of_sums.
 * Variant (default) of the family mer: The default and the usual meaning of MER.
 *
 * @param totalRevenue - all revenue of the period, in one currency (currency; a finite number >= 0)
 * @param totalSpend - all marketing spend of the period, in the same currency (currency; a finite number >= 0)
 * @returns revenue per unit of spend
 * @throws RangeError with a `code`: an input outside its domain; `total_spend == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.mer(100000, 20000); // 5
 * ```
 * @see majorform.co, marketing profitability 101 (MER 5.0); Triple Whale blog, Marketing Efficiency Ratio
 */
export function mer(totalRevenue: number, totalSpend: number, options?: Options): number;
export function mer(totalRevenue: Column, totalSpend: Column, options?: Options): Float64Array;
export function mer(totalRevenue: Column, totalSpend: Column, options?: Options): number | Float64Array {
  return $mer.compute([totalRevenue, totalSpend], options) as number | Float64Array;
}

const $merInverse = new Metric("mer_inverse");

/**
 * All marketing spend as a share of all revenue.
 *
 * MER as a percentage (spend over revenue). Formula: `total_spend / total_revenue`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant of the family mer: Choose it to match tools that show MER as a percentage, such as Triple Whale.
 * Triple Whale labels THIS as MER and calls the ratio Blended ROAS.
 *
 * @param totalRevenue - all revenue of the period, in one currency (currency; a finite number >= 0)
 * @param totalSpend - all marketing spend of the period, in the same currency (currency; a finite number >= 0)
 * @returns fraction of revenue
 * @throws RangeError with a `code`: an input outside its domain; `total_revenue == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.merInverse(100000, 17000); // 0.17
 * ```
 * @see Triple Whale blog, Marketing Efficiency Ratio (there called MER, its inverse Blended ROAS)
 */
export function merInverse(totalRevenue: number, totalSpend: number, options?: Options): number;
export function merInverse(totalRevenue: Column, totalSpend: Column, options?: Options): Float64Array;
export function merInverse(totalRevenue: Column, totalSpend: Column, options?: Options): number | Float64Array {
  return $merInverse.compute([totalRevenue, totalSpend], options) as number | Float64Array;
}

const $amer = new Metric("amer");

/**
 * Revenue from new customers for each unit of money spent on marketing.
 *
 * Acquisition MER. Formula: `new_customer_revenue / total_spend`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param newCustomerRevenue - revenue from first-time customers, in one currency (currency; a finite number >=
 * 0)
 * @param totalSpend - all marketing spend of the period, in the same currency (currency; a finite number >= 0)
 * @returns new-customer revenue per unit of spend
 * @throws RangeError with a `code`: an input outside its domain; `total_spend == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.amer(36000, 20000); // 1.8
 * ```
 * @see common definition; no single authority
 */
export function amer(newCustomerRevenue: number, totalSpend: number, options?: Options): number;
export function amer(newCustomerRevenue: Column, totalSpend: Column, options?: Options): Float64Array;
export function amer(newCustomerRevenue: Column, totalSpend: Column, options?: Options): number | Float64Array {
  return $amer.compute([newCustomerRevenue, totalSpend], options) as number | Float64Array;
}

const $acos = new Metric("acos");

/**
 * Advertising spend as a share of the revenue attributed to it.
 *
 * Advertising cost of sales. Formula: `spend / attributed_revenue`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param spend - advertising spend, in one currency (currency; a finite number >= 0)
 * @param attributedRevenue - revenue credited to the advertising, in the same currency (currency; a finite
 * number >= 0)
 * @returns fraction of attributed revenue
 * @throws RangeError with a `code`: an input outside its domain; `attributed_revenue == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.acos(300, 1500); // 0.2
 * ```
 * @see common definition; no single authority
 */
export function acos(spend: number, attributedRevenue: number, options?: Options): number;
export function acos(spend: Column, attributedRevenue: Column, options?: Options): Float64Array;
export function acos(spend: Column, attributedRevenue: Column, options?: Options): number | Float64Array {
  return $acos.compute([spend, attributedRevenue], options) as number | Float64Array;
}

const $breakEvenRoas = new Metric("break_even_roas");

/**
 * Return on ad spend at which the margin just pays for the advertising.
 *
 * Break-even ROAS. Formula: `(1.0) / contribution_margin`. Unit: ratio. Roll-up: recompute.
 *
 * @param contributionMargin - share of revenue left after variable cost, as a fraction (ratio; a fraction from
 * 0 to 1)
 * @returns revenue per unit of spend at which profit is zero
 * @throws RangeError with a `code`: an input outside its domain; `contribution_margin == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.breakEvenRoas(0.35); // 2.857142857142857
 * ```
 * @see admaxxer glossary, MER (margin of 35 %, break-even 2.86); blufire.com.au glossary
 */
export function breakEvenRoas(contributionMargin: number, options?: Options): number;
export function breakEvenRoas(contributionMargin: Column, options?: Options): Float64Array;
export function breakEvenRoas(contributionMargin: Column, options?: Options): number | Float64Array {
  return $breakEvenRoas.compute([contributionMargin], options) as number | Float64Array;
}

const $contributionMarginRatio = new Metric("contribution_margin_ratio");

/**
 * Share of the price left after variable cost.
 *
 * Contribution margin ratio. Formula: `(price - variable_cost) / price`. Unit: ratio. Roll-up: recompute.
 * Prices of a unit do not add up: a total over products needs revenue and variable cost, or units sold as
 * weights; a sum of prices gives every product the same weight.
 *
 * @param price - selling price per unit, in one currency (currency_each; a finite number >= 0)
 * @param variableCost - variable cost per unit, in the same currency (currency_each; a finite number >= 0)
 * @returns fraction of the price; negative when the unit sells below variable cost
 * @throws RangeError with a `code`: an input outside its domain; `price == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.contributionMarginRatio(20, 12); // 0.4
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function contributionMarginRatio(price: number, variableCost: number, options?: Options): number;
export function contributionMarginRatio(price: Column, variableCost: Column, options?: Options): Float64Array;
export function contributionMarginRatio(price: Column, variableCost: Column, options?: Options): number | Float64Array {
  return $contributionMarginRatio.compute([price, variableCost], options) as number | Float64Array;
}

const $breakEvenUnits = new Metric("break_even_units");

/**
 * Units to sell before fixed cost is covered.
 *
 * Break-even units. Formula: `fixed_cost / (price - variable_cost)`. Unit: count. Roll-up: recompute.
 *
 * @param fixedCost - cost that does not depend on units sold, in one currency (currency; a finite number >= 0)
 * @param price - selling price per unit, in the same currency (currency_each; a finite number >= 0)
 * @param variableCost - variable cost per unit, in the same currency (currency_each; a finite number >= 0)
 * @returns number of units, not rounded up
 * @throws RangeError with a `code`: an input outside its domain; `price <= variable_cost`: `infeasible`
 * @example
 * ```js
 * metrics.breakEvenUnits(5000, 20, 10); // 500
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function breakEvenUnits(fixedCost: number, price: number, variableCost: number, options?: Options): number;
export function breakEvenUnits(fixedCost: Column, price: Column, variableCost: Column, options?: Options): Float64Array;
export function breakEvenUnits(fixedCost: Column, price: Column, variableCost: Column, options?: Options): number | Float64Array {
  return $breakEvenUnits.compute([fixedCost, price, variableCost], options) as number | Float64Array;
}

const $cac = new Metric("cac");

/**
 * All acquisition spend per new customer, whichever channel they came from.
 *
 * Customer acquisition cost (blended). Formula: `spend / new_customers`. Unit: currency_each. Roll-up:
 * ratio_of_sums.
 *
 * @param spend - sales and marketing spend on acquisition, in one currency (currency; a finite number >= 0)
 * @param newCustomers - customers won in the same period (people; a whole number >= 0)
 * @returns currency per new customer
 * @throws RangeError with a `code`: an input outside its domain; `new_customers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.cac(50000, 25); // 2000
 * ```
 * @see Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000)
 */
export function cac(spend: number, newCustomers: number, options?: Options): number;
export function cac(spend: Column, newCustomers: Column, options?: Options): Float64Array;
export function cac(spend: Column, newCustomers: Column, options?: Options): number | Float64Array {
  return $cac.compute([spend, newCustomers], options) as number | Float64Array;
}

const $ltvToCac = new Metric("ltv_to_cac");

/**
 * Lifetime value of a customer as a multiple of what it cost to win one.
 *
 * LTV to CAC ratio. Formula: `ltv / cac`. Unit: ratio. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 * LTV must be margin based; a revenue LTV inflates the ratio.
 *
 * @param ltv - lifetime value of a customer after margin, in one currency (currency_each; a finite number >=
 * 0)
 * @param cac - cost of acquiring a customer, in the same currency (currency_each; a finite number >= 0)
 * @returns multiple of the acquisition cost
 * @throws RangeError with a `code`: an input outside its domain; `cac == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.ltvToCac(8000, 2000); // 4
 * ```
 * @see Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000)
 */
export function ltvToCac(ltv: number, cac: number, options?: Options): number;
export function ltvToCac(ltv: Column, cac: Column, options?: Options): Float64Array;
export function ltvToCac(ltv: Column, cac: Column, options?: Options): number | Float64Array {
  return $ltvToCac.compute([ltv, cac], options) as number | Float64Array;
}

const $cacPaybackMonths = new Metric("cac_payback_months");

/**
 * Months until the margin from a customer has paid back the cost of winning it.
 *
 * CAC payback period. Formula: `cac / (revenue_per_month * gross_margin)`. Unit: months. Roll-up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param cac - cost of acquiring a customer, in one currency (currency_each; a finite number >= 0)
 * @param revenuePerMonth - monthly revenue per customer, in the same currency (currency_each; a finite number
 * >= 0)
 * @param grossMargin - share of revenue left after cost of sales, as a fraction (ratio; a fraction from 0 to
 * 1)
 * @returns months
 * @throws RangeError with a `code`: an input outside its domain; `revenue_per_month * gross_margin == 0.0`:
 * `never`
 * @example
 * ```js
 * metrics.cacPaybackMonths(2000, 500, 0.8); // 5
 * ```
 * @see Oracle NetSuite, SaaS KPI formulas, help section 0910123257
 */
export function cacPaybackMonths(cac: number, revenuePerMonth: number, grossMargin: number, options?: Options): number;
export function cacPaybackMonths(cac: Column, revenuePerMonth: Column, grossMargin: Column, options?: Options): Float64Array;
export function cacPaybackMonths(cac: Column, revenuePerMonth: Column, grossMargin: Column, options?: Options): number | Float64Array {
  return $cacPaybackMonths.compute([cac, revenuePerMonth, grossMargin], options) as number | Float64Array;
}
