/** Models of spend: the questions, in one way for every model. */

import type { Column } from "../inputs.js";
import { array, number } from "../inputs.js";
import type { CustomerModel } from "../wasm/models.js";
import { byName, FIT, fitted, Model, type FitOptions } from "./base.js";

/** What a model of spend is fitted to, with options. */
export interface SpendData extends Omit<FitOptions, "unit"> {
  /** Repeat purchases. */
  frequency: Column;
  /** Mean money of a repeat purchase. */
  monetaryValue: Column;
}

const SPEND = ["frequency", "monetaryValue"];

/**
 * The native model of the name, fitted to spend. Customers without a repeat purchase, or with a mean of zero or less, are
 * left out and counted in the report. @internal
 */
export function fittedSpend(name: string, given: readonly unknown[]): CustomerModel {
  return fitted(name, [], byName(SPEND, given, FIT));
}

/** A model of the money that customers spend a purchase. Numbers give a number, columns give a column. */
export abstract class SpendModel extends Model {
  /**
   * The expected money a purchase of each customer. The mean of a customer without a repeat purchase is not read; such a
   * customer is expected to spend the mean of all.
   */
  expectedSpend(frequency: number, monetaryValue: number): number;
  expectedSpend(frequency: Column, monetaryValue: Column): Float64Array;
  expectedSpend(...given: unknown[]): number | Float64Array {
    return this.ask("expected_spend", byName(SPEND, given));
  }

  /** The log-likelihood of each customer; 0 for those without a repeat purchase. */
  logLikelihood(frequency: number, monetaryValue: number): number;
  logLikelihood(frequency: Column, monetaryValue: Column): Float64Array;
  logLikelihood(...given: unknown[]): number | Float64Array {
    return this.ask("log_likelihood", byName(SPEND, given));
  }

  /**
   * Simulates what customers with so many purchases spend, the same for a seed in every language: the mean money a purchase
   * of each, 0 for those without one.
   *
   * @param frequency - repeat purchases of each
   * @param seed - a whole number from 0 to 2^53
   */
  simulate(frequency: Column, seed: number): Float64Array {
    return this.native.simulate_spend(array("frequency", frequency), number("seed", seed));
  }

  /** The expected money a purchase of a customer about whom nothing is known. */
  meanSpend(): number {
    return this.ask("mean_spend", {});
  }
}
