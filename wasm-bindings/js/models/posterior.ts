/** Full posteriors: draws of the parameters, and predictions that carry their uncertainty. */

import type { PosteriorDraws } from "../wasm/models.js";
import { describe, number, object, pair, watcher, type Column } from "../inputs.js";
import { optionsOf } from "../options.js";
import { typeError } from "../errors.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import { Model, snakeCase, split } from "./base.js";

/** What is known of one parameter. */
export interface ParameterPosterior {
  /** The parameter. */
  readonly name: string;
  /** The posterior mean. */
  readonly mean: number;
  /** The posterior standard deviation. */
  readonly standardDeviation: number;
  /** The 2.5 % quantile. */
  readonly lower: number;
  /** The median. */
  readonly median: number;
  /** The 97.5 % quantile. */
  readonly upper: number;
  /** Near 1 (below 1.01) when the chains agree. */
  readonly rHat: number;
  /** How many independent draws would know the mean of the logarithm as well. */
  readonly effectiveSampleSize: number;
  /** The median of the belief. */
  readonly priorMedian: number;
  /** The standard deviation of the logarithm in the belief. */
  readonly priorLogSd: number;
}

/** What {@link samplePosterior} takes. */
export interface PosteriorOptions {
  /** A model of the class; its own parameters do not matter. */
  model: Model;
  /** One row a customer, as for a fit. */
  summary: { frequency: Column; recency?: Column; T?: Column; monetaryValue?: Column; weights?: Column };
  /** Independent chains; 4 by default. */
  chains?: number | undefined;
  /** Draws of each chain; 1,000 by default. */
  draws?: number | undefined;
  /** Draws before those, which are thrown away; 1,000 by default. */
  warmup?: number | undefined;
  /** The same seed gives the same draws, in every language. */
  seed?: number | undefined;
  /** Beliefs by parameter: median, and standard deviation of the logarithm. */
  priors?: Readonly<Record<string, readonly [number, number]>> | undefined;
  /** Called with the draws done and in all; an answer of `false` stops. */
  progress?: ((done: number, total: number) => unknown) | undefined;
}

/** A prediction with its uncertainty. */
export interface Predicted<T = number | Float64Array> {
  /** Over the draws. */
  readonly mean: T;
  readonly standardDeviation: T;
  /** The lower end of the middle `level` of the draws. */
  readonly lower: T;
  readonly median: T;
  readonly upper: T;
  /** How much lies between the ends. */
  readonly level: number;
}

/** Draws of the parameters of a model. */
export interface Posterior {
  /** What is known of each parameter, with R-hat, effective sample size and the belief. */
  readonly parameters: readonly ParameterPosterior[];
  /** The draws of each parameter, the chains one after the other. */
  readonly draws: Readonly<Record<string, Float64Array>>;
  /** The number of chains. */
  readonly chains: number;
  /** Draws whose path had a step that was far too long: above a handful, mistrust the tails. */
  readonly divergences: number;
  /** The mean acceptance of the steps; 0.8 is aimed at. */
  readonly acceptance: number;
  /**
   * Asks a question of many draws, and keeps mean and quantiles for each customer.
   *
   * @param question - the name of a method that answers, such as `"expectedPurchases"`
   * @param options - the arguments of that method by name; `level` (0.95), and `draws`, how many to ask (500)
   */
  predict(question: string, options?: Record<string, unknown>): Predicted;
}

/**
 * Draws from the posterior of a model's parameters with the no-U-turn sampler (Hoffman and Gelman 2014).
 *
 * Beliefs are weak unless others are given: log-normal, shapes around 1 with a log standard deviation of 1.5, scales
 * around the mean age (the mean spend) with one of 2.
 *
 * @example
 * ```js
 * const model = models.BgNbd.fromParams({ r: 0.24, alpha: 4.4, a: 0.8, b: 2.4 });
 * const summary = { frequency: [0, 2, 1, 0, 7, 0], recency: [0, 30.4, 1.7, 0, 29.4, 0], T: 38.9 };
 * const found = models.samplePosterior({ model, summary, chains: 2, draws: 100, warmup: 100 });
 * found.draws.r.length; // 200
 * ```
 */
export function samplePosterior(options: PosteriorOptions): Posterior {
  optionsOf(options, ["model", "summary", "chains", "draws", "warmup", "seed", "priors", "progress"]);
  const { model, summary, chains = 4, draws = 1000, warmup = 1000, seed = 0, priors = {}, progress } = options;
  if (!(model instanceof Model)) throw typeError(`\`model\` must be a model, got ${describe(model)}`);
  if (typeof summary !== "object" || summary === null) throw typeError(`\`summary\` must hold columns, got ${describe(summary)}`);
  const { frequency, recency, T, monetaryValue, weights } = summary;
  const beliefs = Object.entries(object("priors", priors));
  const native: PosteriorDraws = core("models").PosteriorDraws.sample(
    model.native.name(),
    split({ frequency, recency, T, monetaryValue, weights })[0],
    number("chains", chains),
    number("draws", draws),
    number("warmup", warmup),
    number("seed", seed),
    beliefs.map(([parameter]) => parameter),
    Float64Array.from(beliefs.flatMap(([name, belief]) => pair(`priors.${name}`, belief))),
    watcher(progress),
  );
  const parameters = record<ParameterPosterior[]>(native.parameters());
  const columns = native.draws() as Float64Array[];
  const [made, divergences, acceptance] = native.facts() as unknown as [number, number, number];
  return {
    parameters,
    draws: Object.fromEntries(parameters.map((one, at) => [one.name, columns[at]!])),
    chains: made,
    divergences,
    acceptance,
    predict(question, { level = 0.95, draws: asked = 500, ...given } = {}) {
      const [rows, numbers, scalar] = split(given);
      const found = native.predict(snakeCase(question), rows, numbers, number("level", level), number("draws", asked)) as Float64Array[];
      const [mean, standardDeviation, lower, median, upper] = found.map((one) => (scalar && one.length === 1 ? one[0]! : one)) as [number, number, number, number, number];
      return { mean, standardDeviation, lower, median, upper, level: level as number };
    },
  };
}
