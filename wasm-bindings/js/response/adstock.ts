/** Effects that are carried over into later periods. */

import { array, flag, number } from "../inputs.js";
import { optionsOf } from "../options.js";
import { core } from "../runtime.js";
import type { AdstockWeights } from "../wasm/response.js";
import type { Numbers } from "./door.js";

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
    flag("normalised", normalised),
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
  optionsOf(options, ["decay", "theta", "alpha", "peak", "window", "normalised", "media"]);
  const media = array("media", options.media);
  return withAdstock(options, (weights) => weights.apply(media));
}

/** Shows what is still to come after the last input, when the input stops. A return that leaves this out is too low. */
export function carryOver(options: AdstockOptions & { media: Numbers; periods: number }): Float64Array {
  optionsOf(options, ["decay", "theta", "alpha", "peak", "window", "normalised", "media", "periods"]);
  const media = array("media", options.media);
  return withAdstock(options, (weights) => weights.carry_over(media, number("periods", options.periods)));
}

/** Shows the weights of lags 0, 1, ..., `periods` - 1. */
export function adstockWeights(options: AdstockOptions & { periods: number }): Float64Array {
  optionsOf(options, ["decay", "theta", "alpha", "peak", "window", "normalised", "periods"]);
  return withAdstock(options, (weights) => weights.weights(number("periods", options.periods)));
}

/** Gives the total effect of one unit of input, now and later: the sum of all weights. */
export function adstockMultiplier(options: AdstockOptions): number {
  optionsOf(options, ["decay", "theta", "alpha", "peak", "window", "normalised"]);
  return withAdstock(options, (weights) => weights.multiplier());
}
