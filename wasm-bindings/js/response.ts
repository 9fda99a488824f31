/**
 * Response: how an input turns into results over time and with saturation, and how to split a budget when it does.
 *
 * @packageDocumentation
 */

import { array, column, describe, number, type Column } from "./inputs.js";
import { typeError } from "./errors.js";
import { record } from "./records.js";
import { core } from "./runtime.js";
import type { AdstockWeights } from "./wasm/response.js";
import type { Progress } from "./attribution.js";

export type { Progress } from "./attribution.js";

/** A column of numbers. */
type Numbers = Exclude<Column, number>;

/** A response curve: its form and parameters. */
export type Curve =
  /** `maximum x^alpha / (x^alpha + inflexion^alpha)` */
  | { form: "hill"; maximum: number; alpha: number; inflexion: number }
  /** `maximum x / (halfSaturation + x)` */
  | { form: "michaelis_menten"; maximum: number; halfSaturation: number }
  /** `maximum (1 - exp(-x / scale))` */
  | { form: "exponential"; maximum: number; scale: number }
  /** `scale x^exponent` */
  | { form: "power"; scale: number; exponent: number }
  /** `scale sqrt(x)` */
  | { form: "square_root"; scale: number }
  /** `scale ln(1 + x / offset)` */
  | { form: "logarithm"; scale: number; offset: number };

/** How effects carry over into later periods. */
export interface AdstockOptions {
  /** `theta^lag` (the default), `(1 - lag / window)^(1 / alpha - 1)`, or `theta^((lag - peak)^2)`. */
  decay?: "geometric" | "binomial" | "delayed" | undefined;
  /** Share kept from one period to the next, for geometric and delayed. */
  theta?: number | undefined;
  /** For binomial. */
  alpha?: number | undefined;
  /** Lag of the largest effect, for delayed. */
  peak?: number | undefined;
  /** How many periods a weight reaches; without end (geometric only) when left out. */
  window?: number | null | undefined;
  /** Whether the weights are divided by their sum; not by default. Robyn does not, Meridian does. */
  normalised?: boolean | undefined;
}

function withAdstock<T>(options: AdstockOptions, question: (adstock: AdstockWeights) => T): T {
  const { decay = "geometric", theta, alpha, peak, window, normalised = false } = options;
  const optional = (name: string, value: number | null | undefined): number | undefined =>
    value === undefined || value === null ? undefined : number(name, value);
  const adstock = new (core("response").AdstockWeights)(
    String(decay),
    optional("theta", theta),
    optional("alpha", alpha),
    optional("peak", peak),
    optional("window", window),
    normalised,
  );
  try {
    return question(adstock);
  } finally {
    adstock.free();
  }
}

/**
 * Carries effects over into later periods.
 *
 * @example
 * ```js
 * response.adstock({ media: [100, 0, 0], theta: 0.5 }); // 100, 50, 25
 * ```
 */
export function adstock(options: AdstockOptions & { media: Numbers }): Float64Array {
  const media = array("media", options.media);
  return withAdstock(options, (weights) => weights.apply(media));
}

/** Shows what is still to come after the last input, when the input stops. A return that leaves this out is too low. */
export function carryOver(options: AdstockOptions & { media: Numbers; periods: number }): Float64Array {
  const media = array("media", options.media);
  return withAdstock(options, (weights) => weights.carry_over(media, number("periods", options.periods)));
}

/** Shows the weights of lags 0, 1, ..., `periods` - 1. */
export function adstockWeights(options: AdstockOptions & { periods: number }): Float64Array {
  return withAdstock(options, (weights) => weights.weights(number("periods", options.periods)));
}

/** Gives the total effect of one unit of input, now and later: the sum of all weights. */
export function adstockMultiplier(options: AdstockOptions): number {
  return withAdstock(options, (weights) => weights.multiplier());
}

/** An argument as JSON with the names of the native part; what JSON lacks is refused by name. */
function json(name: string, value: unknown): string {
  if (value === null || typeof value !== "object") throw typeError(`\`${name}\` must be an object, got ${describe(value)}`);
  return JSON.stringify(renamed(name, value));
}

function renamed(name: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw typeError(`\`${name}\` must hold finite numbers, got ${value}`);
  if (Array.isArray(value)) return value.map((one) => renamed(name, one));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.map(([key, inner]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), renamed(name, inner)]),
  );
}

/**
 * Gives the response of a curve.
 *
 * @example
 * ```js
 * response.curveResponse({ form: "square_root", scale: 3 }, 4); // 6
 * ```
 */
export function curveResponse(curve: Curve, x: number): number;
export function curveResponse(curve: Curve, x: Numbers): Float64Array;
export function curveResponse(curve: Curve, x: Column): number | Float64Array {
  return core("response").response_curve_response(json("curve", curve), column("x", x)) as number | Float64Array;
}

/** Gives what one more unit of input brings; in a column NaN where a curve starts upright. */
export function marginalReturn(curve: Curve, x: number): number;
export function marginalReturn(curve: Curve, x: Numbers): Float64Array;
export function marginalReturn(curve: Curve, x: Column): number | Float64Array {
  return core("response").response_marginal_return(json("curve", curve), column("x", x)) as number | Float64Array;
}

/** Finds the input beyond which one more unit brings less than a rate. */
export function inputForMarginalReturn(curve: Curve, rate: number): number {
  return core("response").response_input_for_marginal_return(json("curve", curve), number("rate", rate));
}

/** How a fit ended. */
export type FitDiagnosis = "converged" | "extrapolation" | "not_identified" | "exact_fit" | "not_converged";

/** One parameter with its interval; the errors are null where they would mean nothing. */
export interface FittedParameter {
  /** Its name. */
  name: string;
  /** The estimate. */
  estimate: number;
  /** Its standard error. */
  standardError: number | null;
  /** Lower end of the interval. */
  lower: number | null;
  /** Upper end of the interval. */
  upper: number | null;
}

/** A fitted response curve. */
export interface CurveFit {
  /** The curve, without the intercept. */
  curve: Curve;
  /** Response at input 0. */
  intercept: number;
  /** The linear parameter, the shape, the intercept. */
  parameters: FittedParameter[];
  /** How the fit ended. */
  diagnosis: FitDiagnosis;
  /** The same in words, with what to do. */
  message: string;
  /** Root of the residual sum of squares over the degrees of freedom. */
  residualStandardDeviation: number | null;
  /** Share of the variance around the mean that the curve explains. */
  rSquared: number;
  /** Number of observations. */
  observations: number;
  /** Observations less parameters. */
  degreesOfFreedom: number;
  /** Confidence of the intervals. */
  confidence: number;
  /** Steps of the search. */
  iterations: number;
  /** Covariance of the parameters in row order, those of the shape as logarithms. */
  covariance: number[] | null;
  /** Smallest and largest input seen. */
  inputRange: [number, number];
}

/** What {@link fitCurve} takes. */
export interface FitCurveOptions {
  /** Inputs observed. */
  input: Numbers;
  /** Responses observed. */
  response: Numbers;
  /** Weights of the observations. */
  weights?: Numbers | undefined;
  /** The form of the curve; `"hill"` by default. */
  form?: Curve["form"] | undefined;
  /** Whether there is a response at input 0 to be estimated along; not by default. */
  intercept?: boolean | undefined;
  /** Confidence of the intervals; 0.95 by default. */
  confidence?: number | undefined;
}

/** Fits a response curve by (weighted) least squares, with intervals and a diagnosis. */
export function fitCurve(options: FitCurveOptions): CurveFit {
  const { input, response, weights, form = "hill", intercept = false, confidence = 0.95 } = options;
  return record(
    core("response").response_fit_curve(
      array("input", input),
      array("response", response),
      weights === undefined ? undefined : array("weights", weights),
      String(form),
      intercept,
      number("confidence", confidence),
    ),
  );
}

/** A response with its interval. */
export interface ResponseAt {
  /** The input. */
  input: number;
  /** Intercept and curve together. */
  response: number;
  /** Lower end of the interval of the mean response. */
  lower: number | null;
  /** Upper end. */
  upper: number | null;
  /** Return of the next unit; null where the curve starts upright. */
  marginalReturn: number | null;
  /** True outside the inputs seen. */
  isExtrapolated: boolean;
}

/** Gives the responses of a fitted curve with the intervals of their means, one an input. */
export function responseAt(fit: CurveFit, input: Column): ResponseAt[] {
  const inputs = typeof input === "number" ? Float64Array.of(input) : array("input", input);
  return record(core("response").response_response_at(json("fit", fit), inputs));
}

/** One channel (or tier, or creator) that may get a part of the budget. */
export interface Channel {
  /** Its name. */
  name: string;
  /** What an input brings per period. */
  curve: Curve;
  /** Unit of the curve's input; `"currency"` by default. */
  inputUnit?: string | undefined;
  /** What one unit of input costs; needed where the input is no money. */
  costPerUnit?: number | undefined;
  /** Unit of the response, which all channels must share. */
  responseUnit?: string | undefined;
  /** {@link adstockMultiplier}, where the curve was fitted on adstock; 1 by default. */
  carryOver?: number | undefined;
  /** The least to spend. */
  minimum?: number | undefined;
  /** The most to spend. */
  maximum?: number | undefined;
  /** What is spent now, to compare with. */
  current?: number | undefined;
}

/** What one channel gets and brings. */
export interface Allocation {
  /** The channel. */
  name: string;
  /** Money. */
  spend: number;
  /** The same in the channel's own unit. */
  input: number;
  /** That unit. */
  inputUnit: string;
  /** What it brings. */
  response: number;
  /** What one more unit of money would bring. */
  marginalReturn: number | null;
  /** Response per unit of money. */
  averageReturn: number | null;
  /** Whether the lower bound holds it. */
  isAtMinimum: boolean;
  /** Whether the upper bound holds it. */
  isAtMaximum: boolean;
  /** Response to the current spend. */
  currentResponse: number | null;
}

/** A split of a budget. */
export interface BudgetSplit {
  /** One a channel, in the order given. */
  allocations: Allocation[];
  /** The budget. */
  budget: number;
  /** What the upper bounds leave over. */
  unspent: number;
  /** All responses together. */
  response: number;
  /** What one more unit of budget would bring. */
  marginalReturn: number | null;
  /** No split can bring more than this. */
  upperBound: number;
  /** At most this share of the bound is missed. */
  optimalityGap: number;
  /** True when every curve is concave within its bounds; else the search was global. */
  isConcave: boolean;
  /** Boxes looked at in the search. */
  boxes: number;
  /** Response to the current spend of all channels. */
  currentResponse: number | null;
}

/**
 * Splits a budget so that the responses add up to the most. Concave curves end with equal marginal returns; with
 * S-shaped curves the search is global, and the gap that is left is stated.
 *
 * @example
 * ```js
 * response.splitBudget(
 *   [
 *     { name: "search", curve: { form: "square_root", scale: 3 } },
 *     { name: "creators", curve: { form: "square_root", scale: 4 } },
 *   ],
 *   100,
 * ).response; // 50
 * ```
 */
export function splitBudget(channels: readonly Channel[], budget: number, progress?: Progress): BudgetSplit {
  return record(core("response").response_split_budget(json("channels", channels), number("budget", budget), progress));
}

/** Splits several budgets: what more money would bring. */
export function budgetFrontier(channels: readonly Channel[], budgets: Numbers, progress?: Progress): BudgetSplit[] {
  return record(core("response").response_budget_frontier(json("channels", channels), array("budgets", budgets), progress));
}

/** Forecasts adoptions in each of the first periods since the launch, by the Bass model. */
export function bassForecast(options: { m: number; p: number; q: number; periods: number }): Float64Array {
  const { m, p, q, periods } = options;
  return core("response").response_bass_forecast(number("m", m), number("p", p), number("q", q), number("periods", periods));
}

/** A fitted Bass model. */
export interface BassFit {
  /** Size of the market. */
  m: number;
  /** Innovation. */
  p: number;
  /** Imitation. */
  q: number;
  /** The same with intervals. */
  parameters: FittedParameter[];
  /** How the fit ended. */
  diagnosis: FitDiagnosis;
  /** The same in words, with what to do. */
  message: string;
  /** When most adopt, in periods since the launch; null where adoptions only fall. */
  peakTime: number | null;
  /** How many then. */
  peakAdoptions: number | null;
  /** Adoptions of each period as the model has them. */
  fitted: number[];
  /** Root of the residual sum of squares over the degrees of freedom. */
  residualStandardDeviation: number | null;
  /** Share of the variance around the mean that the model explains. */
  rSquared: number;
  /** Confidence of the intervals. */
  confidence: number;
  /** `[m, p, q]` of Bass's own regression, for comparison with the literature. */
  regression: [number, number, number] | null;
}

/** Fits the Bass model to the adoptions of each period since the launch, by nonlinear least squares. */
export function fitBass(adoptions: Numbers, confidence = 0.95): BassFit {
  return record(core("response").response_fit_bass(array("adoptions", adoptions), number("confidence", confidence)));
}

/** What {@link simulateBranching} takes. */
export interface BranchingOptions {
  /** People that one person brings on average. */
  k: number;
  /** People at the start; 1 by default. */
  seeds?: number | undefined;
  /** Poisson without; with it the variance is `k + k^2 / dispersion`: few people bring most. */
  dispersion?: number | undefined;
  /** Number of cascades; 10,000 by default. */
  runs?: number | undefined;
  /** Seed of the random numbers; 0 by default. */
  seed?: number | undefined;
  /** A cascade that passes this many people is stopped; a million by default. */
  cap?: number | undefined;
  /** Watches the work. */
  progress?: Progress | undefined;
}

/** The sizes of simulated cascades, with what theory says of them. */
export interface BranchingResult {
  /** Number of cascades. */
  runs: number;
  /** Mean size, the seeds included. */
  mean: number;
  /** Variance of the sizes. */
  variance: number;
  /** Standard error of the mean. */
  standardError: number;
  /** Size that half of the cascades do not exceed. */
  median: number;
  /** Size that 5 % of the cascades do not exceed. */
  lower5: number;
  /** Size that 95 % of the cascades do not exceed. */
  upper95: number;
  /** Generations after the seeds. */
  meanGenerations: number;
  /** Share of cascades stopped at the cap. */
  stoppedShare: number;
  /** What theory says; null from `k = 1` on. */
  expectedMean: number | null;
  /** What theory says; null from `k = 1` on. */
  expectedVariance: number | null;
  /** Probability that a cascade ends. */
  extinctionProbability: number;
}

/** Simulates cascades of referrals. */
export function simulateBranching(options: BranchingOptions): BranchingResult {
  const { k, seeds = 1, dispersion, runs = 10_000, seed = 0, cap = 1_000_000, progress } = options;
  return record(
    core("response").response_simulate_branching(
      number("seeds", seeds),
      number("k", k),
      dispersion === undefined ? undefined : number("dispersion", dispersion),
      number("runs", runs),
      number("seed", seed),
      number("cap", cap),
      progress,
    ),
  );
}

/** Mean and variance. */
export interface Moments {
  /** The mean. */
  mean: number;
  /** The variance. */
  variance: number;
}

/** Gives mean and variance of the size of a cascade, the seeds included; `k` must be below 1. */
export function branchingMoments(seeds: number, k: number, dispersion?: number): Moments {
  return record(core("response").response_branching_moments(number("seeds", seeds), number("k", k), dispersion));
}

/** Gives the probability that a cascade ends. */
export function extinctionProbability(seeds: number, k: number, dispersion?: number): number {
  return core("response").response_extinction_probability(number("seeds", seeds), number("k", k), dispersion);
}

/** Gives the probability that a cascade with Poisson offspring reaches exactly `n` people, the seeds included. */
export function borelTannerProbability(n: number, seeds: number, k: number): number {
  return core("response").response_borel_tanner_probability(number("n", n), number("seeds", seeds), number("k", k));
}
