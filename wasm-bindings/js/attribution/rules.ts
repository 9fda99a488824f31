/** Credit by rule: first, last, linear, position, time decay. */

import { typeError } from "../errors.js";
import { number } from "../inputs.js";
import { optionsOf } from "../options.js";
import { record } from "../records.js";
import { core } from "../runtime.js";
import type { Credits } from "./credits.js";
import { ask, columnsOf, isJourneys, PATH_OPTIONS } from "./door.js";
import { type Journeys, journeys } from "./journeys.js";
import type { PathOptions } from "./paths.js";

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
  const { rule = "linear", first = 0.4, last = 0.4 } = optionsOf(options, [...PATH_OPTIONS, "rule", "first", "last"]);
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
