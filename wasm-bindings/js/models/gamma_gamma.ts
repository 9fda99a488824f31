/** The Gamma-Gamma model of spend. */

import type { Column } from "../inputs.js";
import { byName, fitted, fromNumbers, fromText, Model, type FitOptions } from "./base.js";

const NAMES = ["p", "q", "gamma"] as const;
const SPEND = ["frequency", "monetaryValue"];

/** What a model of spend is fitted to, with options. */
export interface SpendData extends Omit<FitOptions, "unit"> {
  /** Repeat purchases. */
  frequency: Column;
  /** Mean money of a repeat purchase. */
  monetaryValue: Column;
}

/**
 * Gamma-Gamma: how much customers spend a purchase.
 *
 * Purchases of one customer vary around an individual mean (gamma, shape `p`); the means vary between customers (shape
 * `q`, scale `gamma`, money). Spend is taken to be independent of how often a customer buys; the notes of the report
 * give the correlation. Source: Fader and Hardie (2013), note 025.
 *
 * @example
 * const model = models.GammaGamma.fromParams({ p: 6.25, q: 3.74, gamma: 15.44 });
 * model.expectedSpend(1, 35); // 35.0667
 */
export class GammaGamma extends Model {
  /**
   * Estimates the parameters by maximum likelihood. Customers without a repeat purchase, or with a mean of zero or less,
   * are left out and counted in the report.
   */
  static fit(frequency: Column, monetaryValue: Column): GammaGamma;
  static fit(data: SpendData): GammaGamma;
  static fit(...given: unknown[]): GammaGamma {
    return new GammaGamma(fitted("gamma_gamma", [], byName(SPEND, given)));
  }

  /** The model with these parameters, each above 0. */
  static fromParams(params: { p: number; q: number; gamma: number }): GammaGamma {
    return new GammaGamma(fromNumbers("gamma_gamma", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): GammaGamma {
    return new GammaGamma(fromText("gamma_gamma", text));
  }

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

  /** The expected money a purchase of a customer about whom nothing is known. */
  meanSpend(): number {
    return this.ask("mean_spend", {});
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
