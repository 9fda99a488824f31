/** The one door through which numbers enter: anything that is a column of numbers, by the argument's name. */

import { rangeError, typeError } from "./errors.js";

/** A number for every row, or one number a row; `null`, `undefined` and `NaN` in a column are missing values. */
export type Column = number | readonly (number | null | undefined)[] | ArrayLikeOfNumbers;

/** The typed arrays of numbers. */
export type ArrayLikeOfNumbers =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray;

/**
 * A number, or a column as `Float64Array` (itself, if it is one).
 *
 * @internal
 */
export function column(name: string, values: unknown): number | Float64Array {
  if (typeof values === "number") return values;
  if (values instanceof Float64Array) return values;
  if (Array.isArray(values)) return fromArray(name, values);
  if (ArrayBuffer.isView(values)) return fromView(name, values);
  throw typeError(`\`${name}\` must be a number or a column of numbers, got ${describe(values)}`);
}

/**
 * A column as `Float64Array`; a single number is refused.
 *
 * @internal
 */
export function array(name: string, values: unknown): Float64Array {
  const read = column(name, values);
  if (typeof read === "number") throw typeError(`\`${name}\` must be a column of numbers, got the single number ${read}`);
  return read;
}

/**
 * A single number.
 *
 * @internal
 */
export function number(name: string, value: unknown): number {
  if (typeof value === "number") return value;
  throw typeError(`\`${name}\` must be a number, got ${describe(value)}`);
}

/**
 * A list of columns.
 *
 * @internal
 */
export function rowsOf(name: string, rows: unknown): Float64Array[] {
  if (Array.isArray(rows)) return rows.map((row: unknown) => array(name, row));
  throw typeError(`\`${name}\` must be a list of columns, got ${describe(rows)}`);
}

/**
 * An object of arguments, or of columns.
 *
 * @internal
 */
export function object<T extends object>(name: string, value: T): T {
  const given: unknown = value;
  if (typeof given === "object" && given !== null && !Array.isArray(given) && !ArrayBuffer.isView(given)) return value;
  throw typeError(`\`${name}\` must be an object, got ${describe(given)}`);
}

/**
 * A whole number from 0.
 *
 * @internal
 */
export function whole(name: string, value: number, most = 0xffff_ffff): number {
  if (Number.isInteger(number(name, value)) && value >= 0 && value <= most) return value;
  throw rangeError(`\`${name}\` must be a whole number from 0 to ${most}, got ${value}`, "out_of_domain");
}

/**
 * Two numbers together.
 *
 * @internal
 */
export function pair(name: string, value: unknown): [number, number] {
  if ((Array.isArray(value) || ArrayBuffer.isView(value)) && (value as ArrayLike<unknown> & object).length === 2) {
    const [first, second] = value as unknown as [number, number];
    return [number(`${name}[0]`, first), number(`${name}[1]`, second)];
  }
  throw typeError(`\`${name}\` must be two numbers together, got ${describe(value)}`);
}

/**
 * True or false.
 *
 * @internal
 */
export function flag(name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw typeError(`\`${name}\` must be true or false, got ${describe(value)}`);
}

/**
 * What watches long work: a function, or nothing.
 *
 * @internal
 */
export function watcher<F>(value: F | undefined): F | undefined {
  if (value === undefined || typeof value === "function") return value;
  throw typeError(`\`progress\` must be a function of (done, total), got ${describe(value)}`);
}

function fromArray(name: string, values: readonly unknown[]): Float64Array {
  const out = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value === "number") out[row] = value;
    else if (value === null || value === undefined) out[row] = NaN;
    else throw typeError(`\`${name}\` must hold numbers, got ${describe(value)} in row ${row}`);
  }
  return out;
}

function fromView(name: string, view: ArrayBufferView): Float64Array {
  // By tag, not by class: a page's frames each have classes of their own.
  const tag = Object.prototype.toString.call(view).slice(8, -1);
  if (tag === "DataView" || tag.startsWith("Big")) {
    throw typeError(`\`${name}\` must hold numbers, got a ${tag}`);
  }
  return Float64Array.from(view as unknown as ArrayLike<number>);
}

/** What came instead, for the message. @internal */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "string") return `the text ${JSON.stringify(value)}`;
  if (typeof value === "boolean" || typeof value === "bigint") return `the ${typeof value} ${String(value)}`;
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return "a date";
  return typeof value === "object" ? `an object` : `a ${typeof value}`;
}
