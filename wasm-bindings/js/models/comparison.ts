/** Which model: log-likelihood, AIC, BIC, and the likelihood-ratio test. */

import { describe } from "../inputs.js";
import { typeError } from "../errors.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import { Model, type Diagnosis } from "./base.js";

/** A fitted model among others. */
export interface ComparedModel {
  /** Which of the models given, counted from 0. */
  readonly index: number;
  /** Its class. */
  readonly model: string;
  /** Estimated parameters. */
  readonly parameters: number;
  /** Customers in the fit. */
  readonly customers: number;
  /** The log-likelihood, without the density of any priors. */
  readonly logLikelihood: number;
  /** Akaike's criterion. */
  readonly aic: number;
  /** AIC less the least AIC. */
  readonly aicDifference: number;
  /** The weight of the model among those given, by AIC. */
  readonly akaikeWeight: number;
  /** The Bayesian criterion, with the number of customers. */
  readonly bic: number;
  /** BIC less the least BIC. */
  readonly bicDifference: number;
  /** What the fit found. */
  readonly diagnosis: Diagnosis["code"];
}

/**
 * Compares fits of different models to the same customers.
 *
 * @param models - fitted models
 * @returns one row a model, the best by AIC first
 *
 * @example
 * ```js
 * const data = { frequency: [0, 2, 1, 0, 7, 0], recency: [0, 30.4, 1.7, 0, 29.4, 0], T: 38.9 };
 * models.compare([models.BgNbd.fit(data), models.ParetoNbd.fit(data)])[0].aicDifference; // 0
 * ```
 */
export function compare(models: readonly Model[]): ComparedModel[] {
  if (!Array.isArray(models)) throw typeError(`\`models\` must be a list of models, got ${describe(models)}`);
  const beside = new (core("models").ModelsBeside)();
  try {
    for (const model of models) beside.add(native("models", model));
    const columns = record<Record<keyof ComparedModel, unknown[]>>(beside.compare());
    return columns.index.map((_, row) =>
      Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[row]])),
    ) as unknown as ComparedModel[];
  } finally {
    beside.free();
  }
}

/** The verdict on a smaller model within a larger one. */
export interface LikelihoodRatio {
  /** The class of the smaller model. */
  readonly restricted: string;
  /** The class of the larger one. */
  readonly full: string;
  /** Twice the difference of the log-likelihoods. */
  readonly statistic: number;
  /** By how many parameters they differ. */
  readonly degreesOfFreedom: number;
  /** How many of these lie on the border of their range if the smaller model is right. */
  readonly onBorder: number;
  /** The probability of a statistic this large or larger if the smaller model is right. */
  readonly pValue: number;
}

/**
 * Tests a smaller model against a larger one that holds it.
 *
 * Where a parameter lies on the border of its range under the smaller model (nobody drops out), the p value is that of a
 * mixture of chi-squared distributions (Self and Liang 1987), and errs on the side of the smaller model.
 *
 * @param restricted - the smaller model, fitted
 * @param full - the larger one, fitted to the same customers
 */
export function likelihoodRatioTest(restricted: Model, full: Model): LikelihoodRatio {
  return record<LikelihoodRatio>(core("models").models_likelihood_ratio_test(native("restricted", restricted), native("full", full)));
}

function native(name: string, model: unknown): Model["native"] {
  if (!(model instanceof Model)) throw typeError(`\`${name}\` must be a model, got ${describe(model)}`);
  return model.native;
}
