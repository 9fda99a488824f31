/** Paths with their counts. */

import { optionsOf } from "../options.js";
import { type Numbers, ask, columnsOf, PATH_OPTIONS } from "./door.js";
import type { Journeys } from "./journeys.js";

/** Steps done and in all; an answer of `false` stops the work. */
export type Progress = (done: number, total: number) => unknown;

/** Journeys; or paths as text, `"search > email"`; or paths as lists of names. */
export type Paths = Journeys | readonly (string | readonly string[])[];

/** What the methods take. */
export interface PathOptions {
  /** The paths. An empty path holds conversions that no touch preceded. */
  paths: Paths;
  /** Conversions along each path; left out where `paths` are journeys, which hold theirs. */
  conversions?: Numbers | undefined;
  /** Journeys along each path without a conversion; none if left out. */
  nulls?: Numbers | undefined;
  /** Value of the conversions of each path; none if left out. */
  values?: Numbers | undefined;
  /** What separates the names in a path given as text; `">"` by default. */
  separator?: string | undefined;
}

/**
 * Counts identical paths once.
 *
 * @example
 * ```js
 * attribution.countPaths({ paths: ["G", "M", "G > M", "M"], conversions: [2, 1, 1, 0], nulls: [1, 0, 0, 1] });
 * ```
 */
export function countPaths(options: PathOptions): Journeys {
  const given = columnsOf(optionsOf(options, PATH_OPTIONS));
  const [offsets, steps, conversions, values, nulls] = ask(given, (paths) => paths.counted()) as [
    Uint32Array,
    Uint32Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { channels: given.channels, offsets, steps, conversions, values, nulls };
}
