/**
 * Attribution: how the credit for conversions is shared among the channels that a customer met on the way.
 *
 * Attribution is not incrementality: it shares out conversions that happened, and says nothing of how many would not
 * have happened without a channel. Every result carries that note.
 *
 * @packageDocumentation
 */

import { array, describe, number, type Column } from "./inputs.js";
import { rangeError, typeError } from "./errors.js";
import { byCodePoint, timesOf, type CustomerColumn, type DateColumn } from "./purchases.js";
import { labelsOf } from "./labels.js";
import { record } from "./records.js";
import { core } from "./runtime.js";
import type { Paths as NativePaths } from "./wasm/attribution.js";

const NO_TOUCH = 0xffff_ffff;

/** A column of numbers. */
type Numbers = Exclude<Column, number>;

/** Steps done and in all; an answer of `false` stops the work. */
export type Progress = (done: number, total: number) => unknown;

/** Journeys, or distinct paths with their counts: path `i` is `steps.slice(offsets[i], offsets[i + 1])`. */
export interface Journeys {
  /** The names of the channels, sorted; a channel's code is its place among them. */
  channels: string[];
  /** Where each path starts in `steps`, with the number of all steps at the end. */
  offsets: Uint32Array;
  /** The channel codes of all paths. */
  steps: Uint32Array;
  /** Conversions by path. */
  conversions: Float64Array;
  /** Their value by path. */
  values: Float64Array;
  /** Journeys without a conversion by path. */
  nulls: Float64Array;
  /** How long before its journey's end each touch was; not there where identical paths were counted. */
  ages?: Float64Array;
}

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

/** The credit of each channel. */
export interface Credits {
  /** The channels, sorted. */
  channels: string[];
  /** Conversions credited to each. */
  conversions: number[];
  /** Value credited to each. */
  values: number[];
  /** Conversions with at least one touch before them. */
  attributedConversions: number;
  /** Their value. */
  attributedValue: number;
  /** Conversions that no touch preceded. */
  unattributedConversions: number;
  /** Their value. */
  unattributedValue: number;
  /** Always false. */
  isIncremental: boolean;
  /** Why. */
  note: string;
}

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

/** What {@link journeys} takes: one row an event. */
export interface JourneyOptions {
  /** Who. */
  customer: CustomerColumn;
  /** When: numbers, taken as they are; or dates (text, `Date`), which become days. */
  time: DateColumn;
  /** The channel touched; `null` for a conversion without a touch (an order, a sign-up). */
  channel: readonly (string | null | undefined)[];
  /** Conversions at this event; 0 for a touch that did not convert. */
  conversions: Numbers;
  /** Their value. */
  values?: Numbers | undefined;
  /** Touches longer ago than this before the journey's end are left out. */
  lookback?: number | undefined;
  /** A customer silent for longer than this starts anew. */
  lapseAfter?: number | undefined;
  /** The format of dates in text. */
  dateFormat?: string | undefined;
  /** The zone whose days count. */
  timeZone?: string | undefined;
}

/**
 * Cuts a table of events into journeys.
 *
 * A journey is the touches of one customer up to a conversion, or up to the end of the data or a silence. After a
 * conversion the next touch starts a new journey. A touch and a conversion in one row: the touch comes first. At equal
 * times, touches come in the alphabetical order of their channels and conversions without a channel after all touches,
 * so the order of the rows never matters.
 *
 * @example
 * ```js
 * attribution.journeys({
 *   customer: ["ann", "ann", "ben"],
 *   time: ["2026-03-01", "2026-03-04", "2026-03-02"],
 *   channel: ["search", "email", "search"],
 *   conversions: [0, 1, 0],
 * });
 * ```
 */
export function journeys(options: JourneyOptions): Journeys {
  const conversions = array("conversions", options.conversions);
  const values = options.values === undefined ? new Float64Array(conversions.length) : array("values", options.values);
  const who = labelsOf("customer", options.customer);
  const touched = labelsOf("channel", options.channel, NO_TOUCH);
  const [offsets, steps, ages, counts, amounts] = core("attribution").attribution_journeys(
    touched.names.length,
    who.codes,
    timeOf(options),
    touched.codes,
    conversions,
    values,
    options.lookback,
    options.lapseAfter,
  ) as [Uint32Array, Uint32Array, Float64Array, Float64Array, Float64Array];
  const nulls = counts.map((count) => (count === 0 ? 1 : 0));
  return { channels: touched.names.map(String), offsets, steps, conversions: counts, values: amounts, nulls, ages };
}

/** Numbers as they are, dates as days since 1970. */
function timeOf({ time, dateFormat, timeZone }: JourneyOptions): Float64Array {
  const first = Array.isArray(time) ? time.find((one) => one !== null && one !== undefined && !Number.isNaN(one)) : undefined;
  if (dateFormat === undefined && (first === undefined || typeof first === "number")) return array("time", time);
  try {
    const { ticks, ticksPerDay } = timesOf(time, dateFormat, timeZone, true);
    return ticks.map((tick) => tick / ticksPerDay);
  } catch (error) {
    // The door of purchases calls it `date`.
    if (error instanceof Error) error.message = error.message.replaceAll("`date`", "`time`");
    throw error;
  }
}

function isJourneys(paths: unknown): paths is Journeys {
  return typeof paths === "object" && paths !== null && "offsets" in paths && "steps" in paths;
}

/** The columns of journeys, or of paths written with names. */
function columnsOf({ paths, conversions, nulls, values, separator = ">" }: PathOptions): Journeys {
  if (isJourneys(paths)) {
    for (const [name, extra] of Object.entries({ conversions, nulls, values })) {
      if (extra !== undefined) {
        throw rangeError(`\`${name}\` must be left out where \`paths\` are journeys: they hold their own`, "unused_argument");
      }
    }
    return paths;
  }
  if (!Array.isArray(paths)) throw typeError(`\`paths\` must be journeys or an array of paths, got ${describe(paths)}`);
  if (conversions === undefined) throw rangeError("`conversions` is needed: how often each path converted", "missing_argument");
  const rows = paths.map((path: unknown, row) => namesOf(path, row, separator));
  const channels = [...new Set(rows.flat())].sort(byCodePoint);
  const code = new Map(channels.map((name, at) => [name, at]));
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((path, row) => (offsets[row + 1] = offsets[row]! + path.length));
  const steps = Uint32Array.from(rows.flat(), (name) => code.get(name)!);
  const none = (): Float64Array => new Float64Array(rows.length);
  return {
    channels,
    offsets,
    steps,
    conversions: array("conversions", conversions),
    values: values === undefined ? none() : array("values", values),
    nulls: nulls === undefined ? none() : array("nulls", nulls),
  };
}

function namesOf(path: unknown, row: number, separator: string): string[] {
  if (path === null || path === undefined) return [];
  if (typeof path === "string") return path.split(separator).map((name) => name.trim()).filter((name) => name !== "");
  if (Array.isArray(path)) return path.map(String);
  throw typeError(`\`paths\` must hold text or lists of names, got ${describe(path)} in row ${row}`);
}

/** Runs one question on the native paths, and frees them. */
function ask<T>(given: Journeys, question: (paths: NativePaths) => T): T {
  const { channels, offsets, steps, conversions, values, nulls } = given;
  const paths = new (core("attribution").Paths)(channels.length, offsets, steps, conversions, values, nulls);
  try {
    return question(paths);
  } finally {
    paths.free();
  }
}

/** A result with the names of its channels. */
function named<T extends { credits: Credits }>(json: string, channels: string[]): T {
  const { credits, ...rest } = record<Omit<T, "credits"> & { credits: Omit<Credits, "channels"> }>(json);
  return { credits: { channels, ...credits }, ...rest } as unknown as T;
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
  const given = columnsOf(options);
  const [offsets, steps, conversions, values, nulls] = ask(given, (paths) => paths.counted()) as [
    Uint32Array,
    Uint32Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { channels: given.channels, offsets, steps, conversions, values, nulls };
}

/** What {@link attribute} takes. */
export interface AttributeOptions extends PathOptions {
  /**
   * All to the first touch; all to the last; the same to every touch (the default); or `first` to the first, `last` to
   * the last and the rest in equal parts to those between.
   */
  rule?: "first" | "last" | "linear" | "position" | undefined;
  /** Share of the first touch for `"position"`; 0.4 by default. */
  first?: number | undefined;
  /** Share of the last touch; 0.4 by default. */
  last?: number | undefined;
}

/**
 * Shares out conversions and value by a rule.
 *
 * @example
 * ```js
 * attribution.attribute({ paths: ["A > B > A > C"], conversions: [10] }).conversions; // [5, 2.5, 2.5]
 * ```
 */
export function attribute(options: AttributeOptions): Credits {
  const { rule = "linear", first = 0.4, last = 0.4 } = options;
  const given = columnsOf(options);
  const json = ask(given, (paths) => paths.attribute(String(rule), number("first", first), number("last", last)));
  return { channels: given.channels, ...record<Omit<Credits, "channels">>(json) };
}

/**
 * Shares out conversions and value by time decay: a touch `a` before the conversion weighs `2 ** (-a / halfLife)`,
 * continuously, and the weights of a journey add up to one.
 *
 * @param given - from {@link journeys}, which keeps the times
 * @param halfLife - age at which a touch weighs half, in the unit of the times; 7 by default
 */
export function attributeTimeDecay(given: Journeys, halfLife = 7): Credits {
  if (!isJourneys(given) || given.ages === undefined) {
    throw typeError("`journeys` must come from `attribution.journeys`: counted paths have lost the times");
  }
  const { channels, offsets, steps, ages, conversions, values } = given;
  const json = core("attribution").attribution_time_decay(
    channels.length,
    offsets,
    steps,
    ages,
    conversions,
    values,
    number("halfLife", halfLife),
  );
  return { channels, ...record<Omit<Credits, "channels">>(json) };
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
 * attribution.markov({ paths: ["G", "M", "G > M"], conversions: [2, 1, 1], nulls: [1, 0, 0] }).removalEffects; // 0.75, 0.5
 * ```
 */
export function markov(options: MarkovOptions): MarkovAttribution {
  const { order = 1, removal = "to_null", progress } = options;
  const given = columnsOf(options);
  const json = ask(given, (paths) => paths.markov(number("order", order), String(removal), progress));
  return named(json, given.channels);
}

/** Shows the transition matrix that {@link markov} solves. */
export function transitionMatrix(options: PathOptions & { order?: number | undefined }): TransitionMatrix {
  const given = columnsOf(options);
  const [offsets, contexts, source, target, count, probability] = ask(given, (paths) =>
    paths.transition_matrix(number("order", options.order ?? 1)),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Float64Array, Float64Array];
  const names: string[] = [];
  for (let state = 1; state < offsets.length - 3; state++) {
    names.push(Array.from(contexts.slice(offsets[state], offsets[state + 1]), (step) => given.channels[step]!).join(" > "));
  }
  return { states: ["(start)", ...names, "(conversion)", "(null)"], source, target, count, probability };
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
  const { worth = "conversions", exactUpTo = 15, permutations = 2_000, seed = 0, progress } = options;
  const given = columnsOf(options);
  const json = ask(given, (paths) =>
    paths.shapley(
      String(worth),
      number("exactUpTo", exactUpTo),
      number("permutations", permutations),
      number("seed", seed),
      progress,
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
