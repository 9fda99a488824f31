// generated from the catalogue by scripts/faces; do not edit, run `make faces`

/** Metrics of the group `influencer_value`. */

import type { Column } from "../inputs.js";
import { Metric } from "../metric.js";
import type { List, Options } from "../metric.js";

const $expectedCustomersFromFollowers = new Metric("expected_customers_from_followers");

/**
 * Customers to expect when a given share of an influencer's followers converts.
 *
 * Expected customers from follower conversion. Formula: `followers * conversion_rate`. Unit: people. Roll-up:
 * sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param followers - followers of the influencer (people; a whole number >= 0)
 * @param conversionRate - share of followers who become customers, as a fraction (ratio; a fraction from 0 to
 * 1)
 * @returns expected number of customers
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.expectedCustomersFromFollowers(100000, 0.02); // 2000
 * ```
 * @see article on the customer-value proportion of influencer collaborations (Indonesian)
 */
export function expectedCustomersFromFollowers(followers: number, conversionRate: number, options?: Options): number;
export function expectedCustomersFromFollowers(followers: Column, conversionRate: Column, options?: Options): Float64Array;
export function expectedCustomersFromFollowers(followers: Column, conversionRate: Column, options?: Options): number | Float64Array {
  return $expectedCustomersFromFollowers.compute([followers, conversionRate], options) as number | Float64Array;
}

const $customerValueProportion = new Metric("customer_value_proportion");

/**
 * Customers won, or expected, as a multiple of the campaign's customer goal.
 *
 * Customer-value proportion (goal attainment). Formula: `customers / goal_customers`. Unit: ratio. Roll-up:
 * ratio_of_sums.
 * Article: A 2, B 1, C 4. Monotone in followers when one conversion rate is used for all: report cost- and
 * engagement-aware variants beside it. Totals add the goals of the rows: right over campaigns with a goal
 * each; for influencers who share one goal take customer_value_proportion_portfolio.
 *
 * @param customers - customers won or expected from the collaboration (people; a finite number >= 0)
 * @param goalCustomers - customers the campaign set out to win (people; a whole number >= 0)
 * @returns multiple of the goal; 1 means the goal is met exactly
 * @throws RangeError with a `code`: an input outside its domain; `goal_customers == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.customerValueProportion(2000, 1000); // 2
 * ```
 * @see article on the customer-value proportion of influencer collaborations (Indonesian)
 */
export function customerValueProportion(customers: number, goalCustomers: number, options?: Options): number;
export function customerValueProportion(customers: Column, goalCustomers: Column, options?: Options): Float64Array;
export function customerValueProportion(customers: Column, goalCustomers: Column, options?: Options): number | Float64Array {
  return $customerValueProportion.compute([customers, goalCustomers], options) as number | Float64Array;
}

const $customerValueProportionPortfolio = new Metric("customer_value_proportion_portfolio");

/**
 * Customers expected from several influencers together as a multiple of the goal, with no shared audience.
 *
 * Customer-value proportion of a set, no overlap. Formula: `sum(customers_each) / goal_customers`. Unit:
 * ratio. Roll-up: ratio_of_sums.
 * Upper bound: assumes disjoint audiences.
 *
 * @param customersEach - customers won or expected from each influencer (people; a finite number >= 0)
 * @param goalCustomers - customers the campaign set out to win (people; a whole number >= 0)
 * @returns multiple of the goal; an upper bound when audiences overlap
 * @throws RangeError with a `code`: an input outside its domain; `goal_customers == 0.0`: `zero_denominator`
 * @example
 * ```js
 * metrics.customerValueProportionPortfolio([2000, 1000, 4000], 1000); // 7
 * ```
 * @see article on the customer-value proportion of influencer collaborations (Indonesian)
 */
export function customerValueProportionPortfolio(customersEach: List, goalCustomers: number, options?: Options): number {
  return $customerValueProportionPortfolio.compute([customersEach, goalCustomers], options) as number;
}

const $engagedAudience = new Metric("engaged_audience");

/**
 * Number of followers who can be expected to interact with a post.
 *
 * Engaged audience size. Formula: `followers * engagement_rate`. Unit: people. Roll-up: sum.
 * Article: A 100,000 x 5 % = 5,000; B 4,000; C 200,000 x 3 % = 6,000.
 *
 * @param followers - followers of the influencer (people; a whole number >= 0)
 * @param engagementRate - engagement rate by followers, as a fraction (ratio; a fraction from 0 to 1)
 * @returns number of engaged followers
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.engagedAudience(50000, 0.08); // 4000
 * ```
 * @see article on the customer-value proportion of influencer collaborations (Indonesian)
 */
export function engagedAudience(followers: number, engagementRate: number, options?: Options): number;
export function engagedAudience(followers: Column, engagementRate: Column, options?: Options): Float64Array;
export function engagedAudience(followers: Column, engagementRate: Column, options?: Options): number | Float64Array {
  return $engagedAudience.compute([followers, engagementRate], options) as number | Float64Array;
}

const $expectedCustomersFromEngaged = new Metric("expected_customers_from_engaged");

/**
 * Customers to expect when only followers who engage can convert.
 *
 * Expected customers when only engaged followers convert. Formula: `followers * engagement_rate *
 * conversion_of_engaged`. Unit: people. Roll-up: sum.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param followers - followers of the influencer (people; a whole number >= 0)
 * @param engagementRate - engagement rate by followers, as a fraction (ratio; a fraction from 0 to 1)
 * @param conversionOfEngaged - share of engaged followers who become customers, as a fraction (ratio; a
 * fraction from 0 to 1)
 * @returns expected number of customers
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.expectedCustomersFromEngaged(200000, 0.03, 0.1); // 600
 * ```
 * @see common definition; no single authority
 */
export function expectedCustomersFromEngaged(followers: number, engagementRate: number, conversionOfEngaged: number, options?: Options): number;
export function expectedCustomersFromEngaged(followers: Column, engagementRate: Column, conversionOfEngaged: Column, options?: Options): Float64Array;
export function expectedCustomersFromEngaged(followers: Column, engagementRate: Column, conversionOfEngaged: Column, options?: Options): number | Float64Array {
  return $expectedCustomersFromEngaged.compute([followers, engagementRate, conversionOfEngaged], options) as number | Float64Array;
}

const $customerValueRatioToInvestment = new Metric("customer_value_ratio_to_investment");

/**
 * Value of the customers won for each unit of money put into the collaboration.
 *
 * Customer value per unit of investment. Formula: `(customers * value_per_customer) / investment`. Unit:
 * ratio. Roll-up: ratio_of_sums.
 * The article DEFINES the proportion this way (value : investment) but COMPUTES customers : goal. Keep both,
 * under different names. Exactly one more than the return on investment, where the gain is customers times
 * their value.
 *
 * @param customers - customers won or expected from the collaboration (people; a finite number >= 0)
 * @param valuePerCustomer - value of one customer, in the currency of the investment (currency_each; a finite
 * number >= 0)
 * @param investment - everything put into the collaboration, in one currency (currency; a finite number >= 0)
 * @returns customer value per unit of investment; above 1 the value exceeds the outlay
 * @throws RangeError with a `code`: an input outside its domain; `investment == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.customerValueRatioToInvestment(2000, 15, 10000); // 3
 * ```
 * @see article on the customer-value proportion of influencer collaborations (Indonesian)
 */
export function customerValueRatioToInvestment(customers: number, valuePerCustomer: number, investment: number, options?: Options): number;
export function customerValueRatioToInvestment(customers: Column, valuePerCustomer: Column, investment: Column, options?: Options): Float64Array;
export function customerValueRatioToInvestment(customers: Column, valuePerCustomer: Column, investment: Column, options?: Options): number | Float64Array {
  return $customerValueRatioToInvestment.compute([customers, valuePerCustomer, investment], options) as number | Float64Array;
}

const $goalGap = new Metric("goal_gap");

/**
 * Customers still missing to reach the goal, and zero once it is reached.
 *
 * Customers still needed to reach the goal. Formula: `(goal_customers - customers).max(0.0)`. Unit: people.
 * Roll-up: recompute.
 *
 * @param customers - customers won so far (people; a whole number >= 0)
 * @param goalCustomers - customers the campaign set out to win (people; a whole number >= 0)
 * @returns number of customers still to win, never below 0
 * @throws RangeError with a `code`: an input outside its domain
 * @example
 * ```js
 * metrics.goalGap(750, 1000); // 250
 * ```
 * @see common definition; no single authority
 */
export function goalGap(customers: number, goalCustomers: number, options?: Options): number;
export function goalGap(customers: Column, goalCustomers: Column, options?: Options): Float64Array;
export function goalGap(customers: Column, goalCustomers: Column, options?: Options): number | Float64Array {
  return $goalGap.compute([customers, goalCustomers], options) as number | Float64Array;
}

const $costPerExpectedCustomer = new Metric("cost_per_expected_customer");

/**
 * What one expected customer costs when a given share of followers converts.
 *
 * Cost per expected customer. Formula: `cost / (followers * conversion_rate)`. Unit: currency_each. Roll-up:
 * ratio_of_sums.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param cost - what the collaboration costs, in one currency (currency; a finite number >= 0)
 * @param followers - followers of the influencer (people; a whole number >= 0)
 * @param conversionRate - share of followers who become customers, as a fraction (ratio; a fraction from 0 to
 * 1)
 * @returns currency per expected customer
 * @throws RangeError with a `code`: an input outside its domain; `followers * conversion_rate == 0`:
 * `zero_denominator`
 * @example
 * ```js
 * metrics.costPerExpectedCustomer(5000, 50000, 0.02); // 5
 * ```
 * @see common definition; no single authority
 */
export function costPerExpectedCustomer(cost: number, followers: number, conversionRate: number, options?: Options): number;
export function costPerExpectedCustomer(cost: Column, followers: Column, conversionRate: Column, options?: Options): Float64Array;
export function costPerExpectedCustomer(cost: Column, followers: Column, conversionRate: Column, options?: Options): number | Float64Array {
  return $costPerExpectedCustomer.compute([cost, followers, conversionRate], options) as number | Float64Array;
}

const $requiredFollowersForGoal = new Metric("required_followers_for_goal");

/**
 * Followers an influencer, or a set of them, needs for a customer goal to be within reach.
 *
 * Followers needed to reach a customer goal. Formula: `goal_customers / conversion_rate`. Unit: people. Roll-
 * up: recompute.
 * Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
 * measured.
 *
 * @param goalCustomers - customers the campaign set out to win (people; a whole number >= 0)
 * @param conversionRate - share of followers who become customers, as a fraction (ratio; a fraction from 0 to
 * 1)
 * @returns number of followers, not rounded up
 * @throws RangeError with a `code`: an input outside its domain; `conversion_rate == 0`: `zero_denominator`
 * @example
 * ```js
 * metrics.requiredFollowersForGoal(1000, 0.02); // 50000
 * ```
 * @see article on the customer-value proportion of influencer collaborations (Indonesian)
 */
export function requiredFollowersForGoal(goalCustomers: number, conversionRate: number, options?: Options): number;
export function requiredFollowersForGoal(goalCustomers: Column, conversionRate: Column, options?: Options): Float64Array;
export function requiredFollowersForGoal(goalCustomers: Column, conversionRate: Column, options?: Options): number | Float64Array {
  return $requiredFollowersForGoal.compute([goalCustomers, conversionRate], options) as number | Float64Array;
}
