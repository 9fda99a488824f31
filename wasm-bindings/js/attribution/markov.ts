/** Credit by removal effect in a Markov chain. */

import { number, watcher } from "../inputs.js";
import { optionsOf } from "../options.js";
import type { Credits } from "./credits.js";
import { ask, columnsOf, named, PATH_OPTIONS } from "./door.js";
import type { PathOptions, Progress } from "./paths.js";

/** Markov credits, with the removal effects they come from. */
export interface MarkovAttribution {
  /** The credits. */
  credits: Credits;
  /** Probability that a journey converts, with every channel there. */
  conversionProbability: number;
  /** Share of the conversions that is lost without the channel. */
  removalEffects: number[];
  /** Share of the value that is lost; null where the conversions carry no value. */
  removalEffectsValue: number[] | null;
  /** How many states the chain has. */
  states: number;
}

/** The moves of the chain, one entry a move that was seen. */
export interface TransitionMatrix {
  /** `"(start)"`, then the touches that each state remembers, `"(conversion)"`, `"(null)"`. */
  states: string[];
  /** The place in `states` that a move leaves. */
  source: Uint32Array;
  /** The place it reaches. */
  target: Uint32Array;
  /** How often it was seen. */
  count: Float64Array;
  /** Its probability. */
  probability: Float64Array;
}

/** What {@link markov} takes. */
export interface MarkovOptions extends PathOptions {
  /** How many touches a state remembers; 1 by default. */
  order?: number | undefined;
  /**
   * Whether a customer on the way to the removed channel is lost (the default, Anderl et al. 2016), or takes one of the
   * other moves; with the latter a channel may have a negative effect, and then gets no credit.
   */
  removal?: "to_null" | "drop" | undefined;
  /** Watches the work. */
  progress?: Progress | undefined;
}

/**
 * Shares out conversions and value by removal effect in a Markov chain. The chain is solved, not simulated.
 *
 * @example
 * ```js
 * attribution.markov({ paths: ["G", "M", "G > M"], conversions: [2, 1, 1], nulls: [1, 0, 0] }).removalEffects; // [0.75, 0.5]
 * ```
 */
export function markov(options: MarkovOptions): MarkovAttribution {
  const { order = 1, removal = "to_null", progress } = optionsOf(options, [...PATH_OPTIONS, "order", "removal", "progress"]);
  const given = columnsOf(options);
  const json = ask(given, (paths) => paths.markov(number("order", order), String(removal), watcher(progress)));
  return named(json, given.channels);
}

/** Shows the transition matrix that {@link markov} solves. */
export function transitionMatrix(options: PathOptions & { order?: number | undefined }): TransitionMatrix {
  const given = columnsOf(optionsOf(options, [...PATH_OPTIONS, "order"]));
  const [offsets, contexts, source, target, count, probability] = ask(given, (paths) =>
    paths.transition_matrix(number("order", options.order ?? 1)),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Float64Array, Float64Array];
  const names: string[] = [];
  for (let state = 1; state < offsets.length - 3; state++) {
    names.push(Array.from(contexts.slice(offsets[state], offsets[state + 1]), (step) => given.channels[step]!).join(" > "));
  }
  return { states: ["(start)", ...names, "(conversion)", "(null)"], source, target, count, probability };
}
