/** Models of purchases without a contract: the questions, in one way for every model. */

import type { Column } from "../inputs.js";
import { array, number } from "../inputs.js";
import { byName, COVARIATES, CovariateModel, FIT, fitted, interval, split, type FitOptions, type Interval, type Periods, type PurchaseFitOptions, type SimulateOptions } from "./base.js";
import type { CustomerModel } from "../wasm/models.js";

/** The history of one customer. */
export interface History {
  /** Repeat purchases. */
  frequency: number;
  /** Age at the last purchase; 0 when there was no repeat purchase. */
  recency: number;
  /** Age at the end of the observation. */
  T: number;
  /** The covariates of the fit by name, where it has some. */
  covariates?: Readonly<Record<string, number>> | undefined;
}

/** The histories of customers, in columns of one length (or a number for all). */
export interface Histories {
  /** Repeat purchases. */
  frequency: Column;
  /** Ages at the last purchase; 0 when there was no repeat purchase. */
  recency: Column;
  /** Ages at the end of the observation. */
  T: Column;
  /** The covariates of the fit by name, where it has some. */
  covariates?: Readonly<Record<string, Column>> | undefined;
  /** Where covariates change over time: the periods that their columns are about, to the horizon. */
  periods?: Periods | undefined;
}

/** What a model of purchases is fitted to, with options. */
export interface PurchaseData extends Omit<Histories, "covariates" | "periods">, PurchaseFitOptions {
  /** Sums of the logarithms of the times between purchases, for models of regular purchases. */
  sumLogIntervals?: Column | undefined;
}

/** What a model of opportunities is fitted to, with options. */
export interface OpportunityData extends FitOptions {
  /** How many opportunities brought a purchase. */
  frequency: Column;
  /** The number of the opportunity with the last purchase; 0 when there was none. */
  recency: Column;
  /** The number of opportunities. */
  T?: Column;
  /** Another name for `T`. */
  n?: Column;
}

/** Simulated customers. */
export interface Simulated {
  /** Repeat purchases. */
  readonly frequency: Float64Array;
  /** Ages at the last purchase. */
  readonly recency: Float64Array;
  /** Ages at the end. */
  readonly T: Float64Array;
  /** Sums of the logarithms of the times between purchases. */
  readonly sumLogIntervals: Float64Array;
  /** Whether the customer is still alive at the end, which no data set shows. */
  readonly alive: boolean[];
}

/** @internal */
export const HISTORY = ["frequency", "recency", "T"];

/** The native model of the name, fitted to purchases. @internal */
export function fittedPurchases(name: string, given: readonly unknown[]): CustomerModel {
  return fitted(name, [], byName(HISTORY, given, [...FIT, "sumLogIntervals", "purchaseCovariates", "dropoutCovariates", "periods"]));
}

/** The native model of the name, fitted to opportunities. @internal */
export function fittedOpportunities(name: string, given: readonly unknown[]): CustomerModel {
  const { n, ...data } = byName(HISTORY, given, [...FIT, "n", "purchaseCovariates", "dropoutCovariates"]);
  return fitted(name, [], n === undefined ? data : { ...data, T: n });
}

/** A model of purchases without a contract. Numbers give a number, columns give a column. */
export abstract class PurchaseModel extends CovariateModel {
  /** The log-likelihood of each customer. */
  logLikelihood(frequency: number, recency: number, T: number): number;
  logLikelihood(frequency: Column, recency: Column, T: Column): Float64Array;
  logLikelihood(customers: Histories & { sumLogIntervals?: Column }): Float64Array;
  logLikelihood(...given: unknown[]): number | Float64Array {
    return this.ask("log_likelihood", byName(HISTORY, given, ["sumLogIntervals", ...COVARIATES]));
  }

  /**
   * The probability that each customer is still alive, at the end of the observation or `horizon` later.
   */
  probabilityAlive(frequency: number, recency: number, T: number): number;
  probabilityAlive(frequency: Column, recency: Column, T: Column): Float64Array;
  probabilityAlive(options: History & { horizon?: number }): number;
  probabilityAlive(options: Histories & { horizon?: number }): Float64Array;
  probabilityAlive(...given: unknown[]): number | Float64Array {
    return this.ask("probability_alive", byName(HISTORY, given, ["horizon", ...COVARIATES]));
  }

  /** The expected purchases of each customer within `horizon` after the end of the observation. */
  expectedPurchases(options: History & { horizon: number }): number;
  expectedPurchases(options: Histories & { horizon: number }): Float64Array;
  expectedPurchases(...given: unknown[]): number | Float64Array {
    return this.ask("expected_purchases", byName(["horizon", ...HISTORY], given, COVARIATES));
  }

  /** The probability that each customer makes exactly `n` purchases within `horizon` after the observation. */
  conditionalPurchaseProbability(options: History & { n: number; horizon: number }): number;
  conditionalPurchaseProbability(options: Histories & { n: number; horizon: number }): Float64Array;
  conditionalPurchaseProbability(...given: unknown[]): number | Float64Array {
    return this.ask("conditional_purchase_probability", byName(["n", "horizon", ...HISTORY], given, COVARIATES));
  }

  /**
   * The expected purchases of each customer after the observation, each discounted to its end at a continuously
   * compounded `discountRate` per unit of time, within `horizon` or for ever.
   */
  discountedExpectedPurchases(options: History & { discountRate: number; horizon?: number }): number;
  discountedExpectedPurchases(options: Histories & { discountRate: number; horizon?: number }): Float64Array;
  discountedExpectedPurchases(...given: unknown[]): number | Float64Array {
    return this.ask("discounted_expected_purchases", byName(["discountRate", ...HISTORY, "horizon"], given, COVARIATES));
  }

  /** The probability that a customer yet to come is still alive `horizon` after the first purchase. */
  probabilityAliveNew(horizon: number): number;
  probabilityAliveNew(horizon: Column): Float64Array;
  probabilityAliveNew(...given: unknown[]): number | Float64Array {
    return this.ask("probability_alive_new", byName(["horizon"], given));
  }

  /** The expected repeat purchases of a customer yet to come, within `horizon` after the first purchase. */
  expectedPurchasesNew(horizon: number): number;
  expectedPurchasesNew(horizon: Column): Float64Array;
  expectedPurchasesNew(...given: unknown[]): number | Float64Array {
    return this.ask("expected_purchases_new", byName(["horizon"], given));
  }

  /** The discounted expected repeat purchases of a customer yet to come, within `horizon` or for ever. */
  discountedExpectedPurchasesNew(discountRate: number, horizon?: number): number;
  discountedExpectedPurchasesNew(discountRate: Column, horizon?: Column): Float64Array;
  discountedExpectedPurchasesNew(...given: unknown[]): number | Float64Array {
    return this.ask("discounted_expected_purchases_new", byName(["discountRate", "horizon"], given));
  }

  /** The probability that a customer yet to come makes exactly `n` repeat purchases within `horizon`. */
  purchaseProbability(n: number, horizon: number): number;
  purchaseProbability(n: Column, horizon: Column): Float64Array;
  purchaseProbability(...given: unknown[]): number | Float64Array {
    return this.ask("purchase_probability", byName(["n", "horizon"], given));
  }

  /** The probability that a customer yet to come makes exactly `n` repeat purchases in `(start, end]`. */
  purchaseProbabilityBetween(n: number, start: number, end: number): number;
  purchaseProbabilityBetween(n: Column, start: Column, end: Column): Float64Array;
  purchaseProbabilityBetween(...given: unknown[]): number | Float64Array {
    return this.ask("purchase_probability_between", byName(["n", "start", "end"], given));
  }

  /**
   * The probability that one customer was alive at several times, knowing what was known then.
   *
   * @param purchases - the customer's ages at the repeat purchases: times since the first purchase
   * @param times - the ages at which is asked
   * @param level - asks for standard errors and intervals at this level
   * @param covariates - the customer's covariates by name, where the fit has some
   * @example
   * ```ts
   * import { models } from "ukur";
   * const model = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
   * model.alivePath([5, 30.43], [10, 30, 31]);
   * ```
   */
  alivePath(purchases: Column, times: Column, level?: undefined, covariates?: Readonly<Record<string, number>>): Float64Array;
  alivePath(purchases: Column, times: Column, level: number, covariates?: Readonly<Record<string, number>>): Interval<Float64Array>;
  alivePath(
    purchases: Column,
    times: Column,
    level?: number,
    covariates?: Readonly<Record<string, number>>,
  ): Float64Array | Interval<Float64Array> {
    const [known] = split({ covariates });
    const found = this.native.alive_path(array("purchases", purchases), array("times", times), known, level === undefined ? undefined : number("level", level)) as [Float64Array];
    return level === undefined ? found[0] : interval(found, level);
  }

  /**
   * The posterior means of what the model cannot see (purchase rate, chance to leave), by name; of an object with `level`
   * the means with standard errors and intervals.
   */
  posteriorMeans(frequency: number, recency: number, T: number): Record<string, number>;
  posteriorMeans(frequency: Column, recency: Column, T: Column): Record<string, Float64Array>;
  posteriorMeans(customers: Histories & { level: number }): Record<string, Interval>;
  posteriorMeans(customers: Histories): Record<string, Float64Array>;
  posteriorMeans(...given: unknown[]): Record<string, unknown> {
    const { level, ...customers } = byName(HISTORY, given, ["level", ...COVARIATES]);
    return this.means(customers, level);
  }

  /**
   * Simulates customers, the same for a seed in every language.
   *
   * @param n - how many
   * @param T - their ages, or one for all
   * @param seed - a whole number from 0 to 2^53
   */
  simulate(n: number, T: Column, seed: number): Simulated;
  simulate(options: SimulateOptions): Simulated;
  simulate(...given: unknown[]): Simulated {
    const made = this.native.simulate(...this.simulated(given));
    const [frequency, recency, age, sumLogIntervals, alive] = made as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
    return { frequency, recency, T: age, sumLogIntervals, alive: Array.from(alive, (one) => one > 0) };
  }
}
