/** How paths cross to the native part, and results back. */

import { rangeError, typeError } from "../errors.js";
import { type Column, array, describe } from "../inputs.js";
import { byCodePoint } from "../purchases.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { Paths as NativePaths } from "../wasm/attribution.js";
import type { Credits } from "./credits.js";
import { type Journeys } from "./journeys.js";
import type { PathOptions } from "./paths.js";

/** What every method takes. @internal */
export const PATH_OPTIONS = ["paths", "conversions", "nulls", "values", "separator"] as const;

/** A column of numbers. @internal */
export type Numbers = Exclude<Column, number>;

export function isJourneys(paths: unknown): paths is Journeys {
  return typeof paths === "object" && paths !== null && "offsets" in paths && "steps" in paths;
}

/** The columns of journeys, or of paths written with names. @internal */
export function columnsOf({ paths, conversions, nulls, values, separator = ">" }: PathOptions): Journeys {
  if (isJourneys(paths)) {
    for (const [name, extra] of Object.entries({ conversions, nulls, values })) {
      if (extra !== undefined) {
        throw rangeError(`\`${name}\` must be left out where \`paths\` are journeys: they hold their own`, "unused_argument");
      }
    }
    return paths;
  }
  if (typeof separator !== "string") throw typeError(`\`separator\` must be text, got ${describe(separator)}`);
  if (!Array.isArray(paths)) throw typeError(`\`paths\` must be journeys or an array of paths, got ${describe(paths)}`);
  if (conversions === undefined) throw rangeError("`conversions` is needed: how often each path converted", "missing_argument");
  const { channels, offsets, steps } = codesOf(paths, separator);
  const none = (): Float64Array => new Float64Array(paths.length);
  return {
    channels,
    offsets,
    steps,
    conversions: array("conversions", conversions),
    values: values === undefined ? none() : array("values", values),
    nulls: nulls === undefined ? none() : array("nulls", nulls),
  };
}

/** The names, and offsets and steps of every path. */
function codesOf(paths: readonly unknown[], separator: string): Pick<Journeys, "channels" | "offsets" | "steps"> {
  const isMissing = (path: unknown): boolean => path === null || path === undefined;
  if (paths.every((path) => typeof path === "string" || isMissing(path))) {
    const [channels, offsets, steps] = core("attribution").attribution_paths(paths.join("\0"), paths.length, separator) as [
      string[],
      Uint32Array,
      Uint32Array,
    ];
    return { channels, offsets, steps };
  }
  const rows = paths.map((path, row) => {
    if (Array.isArray(path)) return namesOf(path, row);
    if (isMissing(path)) return [];
    throw typeError(`\`paths\` must all be text, or all lists of names, got ${describe(path)} in row ${row}`);
  });
  const channels = [...new Set(rows.flat())].sort(byCodePoint);
  const code = new Map(channels.map((name, at) => [name, at]));
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((path, row) => (offsets[row + 1] = offsets[row]! + path.length));
  return { channels, offsets, steps: Uint32Array.from(rows.flat(), (name) => code.get(name)!) };
}

/** The names of a path. As in text: spaces around a name do not count, and a step without a name is none. */
function namesOf(path: readonly unknown[], row: number): string[] {
  const names = path.map((name) => {
    if (typeof name === "string") return name.trim();
    if (typeof name === "number" && !Number.isNaN(name)) return String(name);
    throw rangeError(`\`paths\` must name every step, got ${describe(name)} in row ${row}`, "missing_name");
  });
  return names.filter((name) => name !== "");
}

/** Runs one question on the native paths, and frees them. @internal */
export function ask<T>(given: Journeys, question: (paths: NativePaths) => T): T {
  const { channels, offsets, steps, conversions, values, nulls } = given;
  const paths = new (core("attribution").Paths)(channels.length, offsets, steps, conversions, values, nulls);
  try {
    return question(paths);
  } finally {
    paths.free();
  }
}

/** A result with the names of its channels. @internal */
export function named<T extends { credits: Credits }>(json: string, channels: string[]): T {
  const { credits, ...rest } = record<Omit<T, "credits"> & { credits: Omit<Credits, "channels"> }>(json);
  return { credits: { channels, ...credits }, ...rest } as unknown as T;
}
