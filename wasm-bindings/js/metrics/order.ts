// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `order`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { Options } from "../metric.js";

const $aov = new Metric("aov");

/**
 * Revenue per order.
 *
 * Average order value. Formula: `revenue / orders`. Unit: currency_each. Roll-up: ratio_of_sums.
 *
 * @param revenue - revenue of the period, in one currency (currency; a finite number >= 0)
 * @param orders - orders of the period (count; a whole number >= 0)
 * @returns currency per order
 * @throws RangeError with a `code`: an input outside its domain; `orders == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.aov(5000000, 40); // 125000
 * ```
 * @see common definition; no single authority
 */
export function aov(revenue: number, orders: number, options?: Options): number;
export function aov(revenue: Column, orders: Column, options?: Options): Float64Array;
export function aov(revenue: Column, orders: Column, options?: Options): number | Float64Array {
  return $aov.compute([revenue, orders], options) as number | Float64Array;
}

const $arpu = new Metric("arpu");

/**
 * Revenue per customer.
 *
 * Average revenue per customer. Formula: `revenue / customers`. Unit: currency_each. Roll-up: ratio_of_sums.
 *
 * @param revenue - revenue of the period, in one currency (currency; a finite number >= 0)
 * @param customers - customers of the period (people; a whole number >= 0)
 * @returns currency per customer
 * @throws RangeError with a `code`: an input outside its domain; `customers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.arpu(5000000, 25); // 200000
 * ```
 * @see common definition; no single authority
 */
export function arpu(revenue: number, customers: number, options?: Options): number;
export function arpu(revenue: Column, customers: Column, options?: Options): Float64Array;
export function arpu(revenue: Column, customers: Column, options?: Options): number | Float64Array {
  return $arpu.compute([revenue, customers], options) as number | Float64Array;
}

const $purchaseFrequency = new Metric("purchase_frequency");

/**
 * Orders per customer in a period.
 *
 * Purchase frequency. Formula: `orders / customers`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param orders - orders of the period (count; a whole number >= 0)
 * @param customers - different customers who ordered (people; a whole number >= 0)
 * @returns orders per customer
 * @throws RangeError with a `code`: an input outside its domain; `customers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.purchaseFrequency(40, 25); // 1.6
 * ```
 * @see common definition; no single authority
 */
export function purchaseFrequency(orders: number, customers: number, options?: Options): number;
export function purchaseFrequency(orders: Column, customers: Column, options?: Options): Float64Array;
export function purchaseFrequency(orders: Column, customers: Column, options?: Options): number | Float64Array {
  return $purchaseFrequency.compute([orders, customers], options) as number | Float64Array;
}

const $unitsPerTransaction = new Metric("units_per_transaction");

/**
 * Items sold per order.
 *
 * Units per transaction. Formula: `units / orders`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param units - items sold (count; a whole number >= 0)
 * @param orders - orders of the period (count; a whole number >= 0)
 * @returns items per order
 * @throws RangeError with a `code`: an input outside its domain; `orders == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.unitsPerTransaction(90, 40); // 2.25
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function unitsPerTransaction(units: number, orders: number, options?: Options): number;
export function unitsPerTransaction(units: Column, orders: Column, options?: Options): Float64Array;
export function unitsPerTransaction(units: Column, orders: Column, options?: Options): number | Float64Array {
  return $unitsPerTransaction.compute([units, orders], options) as number | Float64Array;
}

const $repeatPurchaseRate = new Metric("repeat_purchase_rate");

/**
 * Share of a period's customers who bought more than once within it.
 *
 * Repeat purchase rate. Formula: `repeat_customers / customers`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant (default) of the family repeat_rate: The default: choose it when both orders must fall into the same
 * period.
 *
 * @param repeatCustomers - customers with at least two orders in the period (people; a whole number >= 0)
 * @param customers - customers with at least one order in the period (people; a whole number >= 0)
 * @returns fraction of customers
 * @throws RangeError with a `code`: an input outside its domain; `customers == 0`: `zero_denominator`;
 * `repeat_customers > customers`: `infeasible`
 * @example
 * ```js
 * metrics.repeatPurchaseRate(8, 26); // 0.3076923076923077
 * ```
 * @see littlestreamsoftware.com, repeat purchase rate (8 of 26) and returning customer rate
 */
export function repeatPurchaseRate(repeatCustomers: number, customers: number, options?: Options): number;
export function repeatPurchaseRate(repeatCustomers: Column, customers: Column, options?: Options): Float64Array;
export function repeatPurchaseRate(repeatCustomers: Column, customers: Column, options?: Options): number | Float64Array {
  return $repeatPurchaseRate.compute([repeatCustomers, customers], options) as number | Float64Array;
}

const $returningCustomerRate = new Metric("returning_customer_rate");

/**
 * Share of a period's customers who had already ordered before.
 *
 * Returning customer rate (first order may precede the window). Formula: `customers_with_prior_order /
 * customers_in_window`. Unit: ratio. Roll-up: ratio_of_sums.
 * Variant of the family repeat_rate: Choose it to match shop systems such as Shopify, where the first order
 * may lie before the period.
 *
 * @param customersWithPriorOrder - customers of the period with an earlier order, even one before the period
 * (people; a whole number >= 0)
 * @param customersInWindow - customers with at least one order in the period (people; a whole number >= 0)
 * @returns fraction of customers
 * @throws RangeError with a `code`: an input outside its domain; `customers_in_window == 0`:
 * `zero_denominator`; `customers_with_prior_order > customers_in_window`: `infeasible`
 * @example
 * ```js
 * metrics.returningCustomerRate(12, 40); // 0.3
 * ```
 * @see littlestreamsoftware.com, repeat purchase rate (8 of 26) and returning customer rate
 */
export function returningCustomerRate(customersWithPriorOrder: number, customersInWindow: number, options?: Options): number;
export function returningCustomerRate(customersWithPriorOrder: Column, customersInWindow: Column, options?: Options): Float64Array;
export function returningCustomerRate(customersWithPriorOrder: Column, customersInWindow: Column, options?: Options): number | Float64Array {
  return $returningCustomerRate.compute([customersWithPriorOrder, customersInWindow], options) as number | Float64Array;
}

const $cohortRepeatRate = new Metric("cohort_repeat_rate");

/**
 * Share of a cohort of new customers who ordered again within a fixed time.
 *
 * Cohort repeat rate within a horizon. Formula: `cohort_repeaters / cohort`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Variant of the family repeat_rate: Choose it to compare periods or channels: every cohort gets the same
 * time, such as 30, 60 or 90 days.
 *
 * @param cohortRepeaters - customers of the cohort with a second order within the horizon (people; a whole
 * number >= 0)
 * @param cohort - customers in the cohort (people; a whole number >= 0)
 * @returns fraction of the cohort
 * @throws RangeError with a `code`: an input outside its domain; `cohort == 0`: `zero_denominator`;
 * `cohort_repeaters > cohort`: `infeasible`
 * @example
 * ```js
 * metrics.cohortRepeatRate(54, 200); // 0.27
 * ```
 * @see tresl.co, segments FAQ (cohort repeat percentage)
 */
export function cohortRepeatRate(cohortRepeaters: number, cohort: number, options?: Options): number;
export function cohortRepeatRate(cohortRepeaters: Column, cohort: Column, options?: Options): Float64Array;
export function cohortRepeatRate(cohortRepeaters: Column, cohort: Column, options?: Options): number | Float64Array {
  return $cohortRepeatRate.compute([cohortRepeaters, cohort], options) as number | Float64Array;
}

const $crossSellRate = new Metric("cross_sell_rate");

/**
 * Share of orders that contain an add-on product.
 *
 * Cross-sell (attach) rate. Formula: `orders_with_addon / orders`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param ordersWithAddon - orders with at least one add-on (count; a whole number >= 0)
 * @param orders - all orders (count; a whole number >= 0)
 * @returns fraction of orders
 * @throws RangeError with a `code`: an input outside its domain; `orders == 0`: `zero_denominator`;
 * `orders_with_addon > orders`: `infeasible`
 * @example
 * ```js
 * metrics.crossSellRate(18, 120); // 0.15
 * ```
 * @see common definition; no single authority
 */
export function crossSellRate(ordersWithAddon: number, orders: number, options?: Options): number;
export function crossSellRate(ordersWithAddon: Column, orders: Column, options?: Options): Float64Array;
export function crossSellRate(ordersWithAddon: Column, orders: Column, options?: Options): number | Float64Array {
  return $crossSellRate.compute([ordersWithAddon, orders], options) as number | Float64Array;
}

const $upsellRate = new Metric("upsell_rate");

/**
 * Share of upgrade offers that were accepted.
 *
 * Upsell rate. Formula: `upgrades / offers`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param upgrades - offers that led to an upgrade (count; a whole number >= 0)
 * @param offers - upgrade offers made (count; a whole number >= 0)
 * @returns fraction of offers
 * @throws RangeError with a `code`: an input outside its domain; `offers == 0`: `zero_denominator`; `upgrades
 * > offers`: `infeasible`
 * @example
 * ```js
 * metrics.upsellRate(9, 150); // 0.06
 * ```
 * @see common definition; no single authority
 */
export function upsellRate(upgrades: number, offers: number, options?: Options): number;
export function upsellRate(upgrades: Column, offers: Column, options?: Options): Float64Array;
export function upsellRate(upgrades: Column, offers: Column, options?: Options): number | Float64Array {
  return $upsellRate.compute([upgrades, offers], options) as number | Float64Array;
}

const $shareOfWallet = new Metric("share_of_wallet");

/**
 * Share of customers' spending in a category that goes to the brand.
 *
 * Share of wallet. Formula: `spend_with_us / category_spend`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param spendWithUs - what customers spend on the category with the brand, in one currency (currency; a
 * finite number >= 0)
 * @param categorySpend - what the same customers spend on the category in all, in the same currency (currency;
 * a finite number >= 0)
 * @returns fraction of category spending
 * @throws RangeError with a `code`: an input outside its domain; `category_spend == 0`: `zero_denominator`;
 * `spend_with_us > category_spend`: `infeasible`
 * @example
 * ```js
 * metrics.shareOfWallet(300, 1200); // 0.25
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function shareOfWallet(spendWithUs: number, categorySpend: number, options?: Options): number;
export function shareOfWallet(spendWithUs: Column, categorySpend: Column, options?: Options): Float64Array;
export function shareOfWallet(spendWithUs: Column, categorySpend: Column, options?: Options): number | Float64Array {
  return $shareOfWallet.compute([spendWithUs, categorySpend], options) as number | Float64Array;
}

const $averageDaysBetweenOrders = new Metric("average_days_between_orders");

/**
 * Average number of days from one order of a customer to the next.
 *
 * Average days between orders. Formula: `days_span / ((orders - 1.0).max(0.0))`. Unit: days. Roll-up:
 * ratio_of_sums.
 *
 * @param daysSpan - days from the first to the last order (days; a finite number >= 0)
 * @param orders - orders in that time, first and last included (count; a whole number >= 0)
 * @returns days
 * @throws RangeError with a `code`: an input outside its domain; `orders < 2.0`: `insufficient_data`
 * @example
 * ```js
 * metrics.averageDaysBetweenOrders(90, 4); // 30
 * ```
 * @see common definition; no single authority
 */
export function averageDaysBetweenOrders(daysSpan: number, orders: number, options?: Options): number;
export function averageDaysBetweenOrders(daysSpan: Column, orders: Column, options?: Options): Float64Array;
export function averageDaysBetweenOrders(daysSpan: Column, orders: Column, options?: Options): number | Float64Array {
  return $averageDaysBetweenOrders.compute([daysSpan, orders], options) as number | Float64Array;
}

const $marketPenetration = new Metric("market_penetration");

/**
 * Buyers relative to the population that could buy.
 *
 * Penetration. Formula: `buyers / population`. Unit: ratio. Roll-up: ratio_of_sums.
 *
 * @param buyers - people who bought at least once in the period (people; a whole number >= 0)
 * @param population - people in the market (people; a whole number >= 0)
 * @returns fraction of the population
 * @throws RangeError with a `code`: an input outside its domain; `population == 0`: `zero_denominator`;
 * `buyers > population`: `infeasible`
 * @example
 * ```js
 * metrics.marketPenetration(500, 10000); // 0.05
 * ```
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in
 * the MASB Universal Marketing Dictionary, marketing-dictionary.org
 */
export function marketPenetration(buyers: number, population: number, options?: Options): number;
export function marketPenetration(buyers: Column, population: Column, options?: Options): Float64Array;
export function marketPenetration(buyers: Column, population: Column, options?: Options): number | Float64Array {
  return $marketPenetration.compute([buyers, population], options) as number | Float64Array;
}
