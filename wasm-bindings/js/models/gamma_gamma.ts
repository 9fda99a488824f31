// generated from the core's models by scripts/faces; do not edit, run `make faces`

/** The Gamma-Gamma model. */

import type { Column } from "../inputs.js";
import { fromNumbers, fromText } from "./base.js";
import { fittedSpend, SpendModel, type SpendData } from "./spend.js";

const NAMES = ["p", "q", "gamma"] as const;

/**
 * Gamma-Gamma: how much customers spend a purchase.
 *
 * Purchases of one customer vary around an individual mean (gamma, shape `p`); the means vary between customers (shape
 * `q`, scale `gamma`, money). Spend is taken to be independent of how often a customer buys; the notes of a fit give
 * the correlation. Customers without a repeat purchase, or with a mean of zero or less, say nothing about the model: a
 * fit leaves them out and counts them.
 *
 * Source: Fader & Hardie 2013, note 025; Fader, Hardie & Lee 2005, Journal of Marketing Research 42:415.
 *
 * @example
 * ```js
 * const model = models.GammaGamma.fromParams({ p: 6.25, q: 3.74, gamma: 15.44 });
 * model.expectedSpend(1, 35); // 35.0667
 * ```
 */
export class GammaGamma extends SpendModel {
  /**
   * Estimates the parameters by maximum likelihood.
   *
   * @example
   * ```js
   * const frequency = [1, 2, 2, 2, 2, 6, 1, 1, 1, 9, 2, 4, 6, 4, 9, 9];
   * const monetaryValue = [34.6, 25.2, 30.3, 8.9, 23.9, 26.3, 69.3, 27.8, 29.5, 26.2, 23.1, 100.2, 26.2, 44, 63, 12];
   * const model = models.GammaGamma.fit({ frequency, monetaryValue });
   * Object.values(model.params); // [21.918, 3.347, 3.951]
   * ```
   */
  static fit(frequency: Column, monetaryValue: Column): GammaGamma;
  static fit(data: SpendData): GammaGamma;
  static fit(...given: unknown[]): GammaGamma {
    return new GammaGamma(fittedSpend("gamma_gamma", given));
  }

  /** The model with these parameters. */
  static fromParams(params: {
    /** Shape of the purchases of one customer; above 0. */
    p: number;
    /** Shape of the means between customers; above 0. */
    q: number;
    /** Scale of the means between customers, money; above 0. */
    gamma: number;
  }): GammaGamma {
    return new GammaGamma(fromNumbers("gamma_gamma", NAMES, params));
  }

  /** The model of a JSON text that `toJson` wrote, to the last bit. */
  static fromJson(text: string): GammaGamma {
    return new GammaGamma(fromText("gamma_gamma", text));
  }

  /** @internal */
  protected override readonly names: readonly string[] = NAMES;
}
