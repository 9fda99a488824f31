/** Journeys, from a table of events. */

import { array, number } from "../inputs.js";
import { optionsOf } from "../options.js";
import { labelsOf } from "../labels.js";
import { type CustomerColumn, type DateColumn, timesOf } from "../purchases.js";
import { core } from "../runtime.js";
import type { Numbers } from "./door.js";

const NO_TOUCH = 0xffff_ffff;

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
  optionsOf(options, ["customer", "time", "channel", "conversions", "values", "lookback", "lapseAfter", "dateFormat", "timeZone"]);
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
    options.lookback === undefined ? undefined : number("lookback", options.lookback),
    options.lapseAfter === undefined ? undefined : number("lapseAfter", options.lapseAfter),
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
