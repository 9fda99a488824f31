/** The door for purchases: customers of any name become codes, dates of any form become ticks. */

import { array, describe, type Column } from "./inputs.js";
import { coded, rangeError, typeError } from "./errors.js";
import { core } from "./runtime.js";

/** Who bought, a row each: text, or whole numbers; `null`, `undefined` and `NaN` are missing. */
export type CustomerColumn = readonly (string | number | null | undefined)[] | Exclude<Column, number>;

/**
 * When, a row each: text (ISO 8601, or in the format named), `Date` objects, or milliseconds since 1970; `null`,
 * `undefined`, `NaN` and an invalid `Date` are missing.
 */
export type DateColumn = readonly (string | Date | number | null | undefined)[] | Exclude<Column, number>;

/** A date: text, a `Date`, or milliseconds since 1970. Text without a time means the end of that day. */
export type Moment = string | Date | number;

const MILLISECONDS_PER_DAY = 86_400_000;
const MICROSECONDS_PER_DAY = 86_400_000_000;
const MISSING_CODE = 0xffff_ffff;

/** Who bought, as numbers, and the way back. @internal */
export interface Customers {
  ids?: Float64Array;
  codes?: Uint32Array;
  count: number;
  labels(numbers: Float64Array): string[] | Float64Array;
}

/** When, as ticks since 1970. With `instants` they are UTC, and `offset` tells what local clocks showed. @internal */
export interface Times {
  ticks: Float64Array;
  ticksPerDay: number;
  offset?: Offset;
}

/** Milliseconds to add to an instant for the local time. */
type Offset = (milliseconds: number) => number;

/** By tag, not by class: a page's frames each have classes of their own. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** Reads the customers. @internal */
export function customersOf(values: unknown): Customers {
  if (Array.isArray(values)) {
    const first = values.findIndex((value) => value !== null && value !== undefined && !Number.isNaN(value));
    if (first >= 0 && typeof values[first] === "string") return named(values, first);
  }
  const ids = array("customer", values);
  return { ids, count: 0, labels: (numbers) => numbers };
}

function named(values: readonly unknown[], first: number): Customers {
  const places = new Map<string, number>();
  const codes = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value === "string") {
      let code = places.get(value);
      if (code === undefined) places.set(value, (code = places.size));
      codes[row] = code;
    } else if (value === null || value === undefined || Number.isNaN(value)) {
      codes[row] = MISSING_CODE;
    } else {
      throw typeError(`\`customer\` must hold names of one kind: row ${first} is text, row ${row} is ${describe(value)}`);
    }
  }
  const names = [...places.keys()].sort(byCodePoint);
  const order = new Uint32Array(names.length);
  names.forEach((name, code) => (order[places.get(name)!] = code));
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] !== MISSING_CODE) codes[row] = order[codes[row]!]!;
  }
  return { codes, count: names.length, labels: (numbers) => Array.from(numbers, (code) => names[code]!) };
}

/** The order of Rust and Python: by code point, where JavaScript's own goes by half of one. @internal */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x === y) continue;
    const [highX, highY] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff];
    return highX === highY ? x - y : highX ? 1 : -1;
  }
  return a.length - b.length;
}

/**
 * Reads the dates. `instants`: the time of day matters, so that times with a zone stay in UTC.
 *
 * @internal
 */
export function timesOf(values: unknown, dateFormat: string | undefined, timeZone: string | undefined, instants: boolean): Times {
  if (Array.isArray(values)) {
    const first = values.findIndex((value) => value !== null && value !== undefined && !Number.isNaN(value));
    if (first >= 0 && typeof values[first] === "string") return ofText(values, first, dateFormat, timeZone, instants);
    if (first >= 0 && isDate(values[first])) return zoned(ofDates(values, first), MILLISECONDS_PER_DAY, timeZone, instants);
    if (first >= 0 && typeof values[first] !== "number") {
      throw typeError(`\`date\` must hold text, Date objects or milliseconds, got ${describe(values[first])} in row ${first}`);
    }
  } else if (!ArrayBuffer.isView(values)) {
    throw typeError(`\`date\` must be an array of dates, got ${describe(values)}`);
  }
  const milliseconds = array("date", values);
  if (dateFormat !== undefined) {
    // Dates written as whole numbers.
    const texts = Array.from(milliseconds, (number) => (Number.isNaN(number) ? null : String(number)));
    return ofText(texts, 0, dateFormat, timeZone, instants);
  }
  return zoned(milliseconds, MILLISECONDS_PER_DAY, timeZone, instants);
}

function ofDates(values: readonly unknown[], first: number): Float64Array {
  const ticks = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (isDate(value)) ticks[row] = value.getTime();
    else if (value === null || value === undefined || Number.isNaN(value)) ticks[row] = NaN;
    else throw typeError(`\`date\` must hold dates of one kind: row ${first} is a Date, row ${row} is ${describe(value)}`);
  }
  return ticks;
}

function ofText(
  values: readonly unknown[],
  first: number,
  dateFormat: string | undefined,
  timeZone: string | undefined,
  instants: boolean,
): Times {
  const places = new Map<string, number>();
  const rows: number[] = [];
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value === "string") {
      let code = places.get(value);
      if (code === undefined) {
        places.set(value, (code = places.size));
        rows.push(row);
      }
      codes[row] = code;
    } else if (value === null || value === undefined || Number.isNaN(value)) {
      codes[row] = -1;
    } else {
      throw typeError(`\`date\` must hold dates of one kind: row ${first} is text, row ${row} is ${describe(value)}`);
    }
  }
  const [read, datesOnly, withOffset] = core("customers", "attribution", "lifetime").read_dates("date", [...places.keys()], Uint32Array.from(rows), dateFormat) as [
    Float64Array,
    boolean,
    boolean,
  ];
  const ticks = new Float64Array(values.length);
  const scale = datesOnly ? MICROSECONDS_PER_DAY : 1;
  for (let row = 0; row < ticks.length; row++) ticks[row] = codes[row]! < 0 ? NaN : read[codes[row]!]! / scale;
  if (withOffset) return zoned(ticks, MICROSECONDS_PER_DAY, timeZone, instants);
  if (!datesOnly && timeZone !== undefined) {
    throw rangeError(
      `\`timeZone\` is ${JSON.stringify(timeZone)}, but the times in \`date\` carry no zone to convert from; leave \`timeZone\` out, or give the times their offset`,
      "no_time_zone",
    );
  }
  return { ticks, ticksPerDay: datesOnly ? 1 : MICROSECONDS_PER_DAY };
}

/** Instants, in the local time of a zone unless the time of day matters. */
function zoned(ticks: Float64Array, ticksPerDay: number, timeZone = "UTC", instants = false): Times {
  const offset = offsetOf(timeZone);
  const perMillisecond = ticksPerDay / MILLISECONDS_PER_DAY;
  let withTimes = false;
  const local = new Float64Array(ticks.length);
  for (let row = 0; row < ticks.length; row++) {
    const tick = ticks[row]!;
    local[row] = Number.isNaN(tick) ? NaN : Math.floor(tick) + offset(Math.floor(tick / perMillisecond)) * perMillisecond;
    withTimes ||= local[row]! % ticksPerDay !== 0 && !Number.isNaN(tick);
  }
  return instants && withTimes ? { ticks: ticks.map(Math.floor), ticksPerDay, offset } : { ticks: local, ticksPerDay };
}

function offsetOf(timeZone: string): Offset {
  if (timeZone === "UTC") return () => 0;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    throw rangeError(`\`timeZone\` must be a name such as "Asia/Jakarta" or "UTC", got ${JSON.stringify(timeZone)}`, "unknown_time_zone");
  }
  // Clocks change at full quarters of an hour.
  const quarter = 900_000;
  const known = new Map<number, number>();
  return (milliseconds) => {
    const at = Math.floor(milliseconds / quarter);
    let found = known.get(at);
    if (found === undefined) {
      const parts: Record<string, string> = {};
      for (const { type, value } of format.formatToParts(at * quarter)) parts[type] = value;
      const year = parts["era"] === "BC" ? 1 - Number(parts["year"]) : Number(parts["year"]);
      const shown = new Date(0);
      shown.setUTCFullYear(year, Number(parts["month"]) - 1, Number(parts["day"]));
      shown.setUTCHours(Number(parts["hour"]), Number(parts["minute"]), Number(parts["second"]));
      known.set(at, (found = shown.getTime() - at * quarter));
    }
    return found;
  };
}

/**
 * Reads the end of observation: a day, or a tick of the purchases' own.
 *
 * @internal
 */
export function momentOf(
  argument: string,
  value: unknown,
  times: Times,
  dateFormat: string | undefined,
  timeZone: string | undefined,
): [number | undefined, boolean] {
  if (value === undefined || value === null) return [undefined, true];
  if (typeof value === "string") {
    const [microseconds, datesOnly, withOffset] = textMoment(argument, value, dateFormat);
    if (datesOnly) return dayMoment(microseconds / MICROSECONDS_PER_DAY, times);
    if (withOffset) return instantMoment(microseconds / 1000, times, timeZone);
    return [Math.floor((microseconds / MICROSECONDS_PER_DAY) * times.ticksPerDay), false];
  }
  const milliseconds = isDate(value) ? value.getTime() : value;
  if (typeof milliseconds === "number" && Number.isFinite(milliseconds)) return instantMoment(milliseconds, times, timeZone);
  throw typeError(`\`${argument}\` must be a date, as text, a Date or milliseconds, got ${describe(value)}`);
}

function textMoment(argument: string, text: string, dateFormat: string | undefined): [number, boolean, boolean] {
  const rows = new Uint32Array(1);
  for (const format of dateFormat === undefined ? [undefined] : [undefined, dateFormat]) {
    try {
      const [ticks, datesOnly, withOffset] = core("customers", "attribution", "lifetime").read_dates(argument, [text], rows, format) as [Float64Array, boolean, boolean];
      return [ticks[0]!, datesOnly, withOffset];
    } catch {
      // The next format, or the message below.
    }
  }
  throw coded(new RangeError(`\`${argument}\` must be a date such as "1997-09-30", got ${JSON.stringify(text)}`), "unparseable_date");
}

function instantMoment(milliseconds: number, times: Times, timeZone = "UTC"): [number, boolean] {
  const local = times.offset ? milliseconds : milliseconds + offsetOf(timeZone)(milliseconds);
  return [Math.floor(local * (times.ticksPerDay / MILLISECONDS_PER_DAY)), false];
}

function dayMoment(day: number, times: Times): [number, boolean] {
  if (!times.offset) return [day, true];
  // The last instant of the day where the customers live; the offset of midnight is that of shortly before.
  const midnight = (day + 1) * MILLISECONDS_PER_DAY;
  const guess = midnight - times.offset(midnight);
  const instant = midnight - times.offset(guess - 1);
  return [instant * (times.ticksPerDay / MILLISECONDS_PER_DAY) - 1, false];
}

/** A day, or a tick of a part of a day, as ISO text. @internal */
export function isoDate(step: number, stepsPerDay: number): string {
  const text = new Date((step / stepsPerDay) * MILLISECONDS_PER_DAY).toISOString();
  return stepsPerDay === 1 ? text.slice(0, 10) : text.slice(0, -1);
}
