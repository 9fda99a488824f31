/** Credit by Shapley value. */

import { rangeError, typeError } from "../errors.js";
import { describe, number, watcher } from "../inputs.js";
import { optionsOf } from "../options.js";
import { byCodePoint } from "../purchases.js";
import { core } from "../runtime.js";
import type { Credits } from "./credits.js";
import { ask, columnsOf, named, PATH_OPTIONS } from "./door.js";
import type { PathOptions, Progress } from "./paths.js";

/** Shapley credits, and how sure they are. */
export interface ShapleyAttribution {
  /** The credits. */
  credits: Credits;
  /** True when no drawing was needed. */
  exact: boolean;
  /** Standard errors of the conversions from the drawing; null when exact. */
  standardErrors: number[] | null;
  /** Standard errors of the value; null when exact. */
  standardErrorsValue: number[] | null;
  /** How many distinct sets of channels the journeys met. */
  distinctSets: number;
}

/** What {@link shapley} takes. */
export interface ShapleyOptions extends PathOptions {
  /**
   * What a set of channels is worth: the conversions of the journeys that met no other channel (the default; exact for
   * any number of channels), or their conversion rate.
   */
  worth?: "conversions" | "conversion_rate" | undefined;
  /** For the rate: up to this many channels (at most 20) every set is looked at; 15 by default. */
  exactUpTo?: number | undefined;
  /** How many orders are drawn above that, each also taken backwards; 2,000 by default. */
  permutations?: number | undefined;
  /** Seed of the draws; 0 by default. */
  seed?: number | undefined;
  /** Watches the work. */
  progress?: Progress | undefined;
}

/**
 * Shares out conversions and value by Shapley value.
 *
 * @example
 * ```js
 * attribution.shapley({ paths: ["A > B > A", "B"], conversions: [6, 1] }).credits.conversions; // [3, 4]
 * ```
 */
export function shapley(options: ShapleyOptions): ShapleyAttribution {
  const { worth = "conversions", exactUpTo = 15, permutations = 2_000, seed = 0, progress } = optionsOf(options, [
    ...PATH_OPTIONS,
    "worth",
    "exactUpTo",
    "permutations",
    "seed",
    "progress",
  ]);
  const given = columnsOf(options);
  const json = ask(given, (paths) =>
    paths.shapley(
      String(worth),
      number("exactUpTo", exactUpTo),
      number("permutations", permutations),
      number("seed", seed),
      watcher(progress),
    ),
  );
  return named(json, given.channels);
}

/**
 * Shares out the worth of a game exactly.
 *
 * @param worth - the worth of every coalition, keyed by its members: `"A+B"`; one that is not there is worth nothing
 * @returns the Shapley value of each player, sorted by name
 *
 * @example
 * ```js
 * attribution.shapleyValues({ "left1+right": 1, "left2+right": 1, "left1+left2+right": 1 }); // 1/6, 1/6, 2/3
 * ```
 */
export function shapleyValues(worth: Readonly<Record<string, number>>): Record<string, number> {
  if (worth === null || typeof worth !== "object") throw typeError(`\`worth\` must be an object, got ${describe(worth)}`);
  const coalitions = Object.entries(worth).map(
    ([key, value]) => [[...new Set(key.split("+").map((name) => name.trim()))].filter((name) => name !== ""), value] as const,
  );
  const names = [...new Set(coalitions.flatMap(([members]) => members))].sort(byCodePoint);
  if (names.length < 1 || names.length > 20) {
    throw rangeError(`\`worth\` must name from 1 to 20 players, got ${names.length}`, "out_of_domain");
  }
  const byMask = new Float64Array(2 ** names.length);
  const seen = new Set<number>();
  for (const [members, value] of coalitions) {
    const mask = members.reduce((sum, name) => sum + 2 ** names.indexOf(name), 0);
    if (seen.has(mask)) throw rangeError(`\`worth\` lists the coalition ${members.join("+")} twice`, "repeated_coalition");
    seen.add(mask);
    byMask[mask] = number("worth", value);
  }
  const values = core("attribution").attribution_shapley_values(names.length, byMask);
  return Object.fromEntries(names.map((name, at) => [name, values[at]!]));
}
