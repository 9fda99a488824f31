/** What ukur throws: a real `RangeError`, `TypeError` or `Error`, with a stable `code`. */

/** An error of ukur: `code` is the same string in Rust, Python and JavaScript. */
export interface UkurError extends Error {
  /** A status such as `"zero_denominator"`, or the kind of refusal. */
  readonly code: string;
}

/**
 * Whether something caught came from ukur.
 *
 * @param error - what was caught
 */
export function isUkurError(error: unknown): error is UkurError {
  return typeof error === "object" && error !== null && MARK in error;
}

/** On every error of ukur and on no other. By name, so that pages with two copies of the package know both. */
const MARK = Symbol.for("ukur.error");

/** The error with its code. @internal */
export function coded<E extends Error>(error: E, code: string): E & UkurError {
  Object.defineProperty(error, MARK, { value: true });
  return Object.assign(error, { code });
}

/** A refusal of an argument's type. @internal */
export function typeError(message: string): UkurError {
  return coded(new TypeError(message), "invalid_type");
}

/** A refusal of an argument's value. @internal */
export function rangeError(message: string, code: string): UkurError {
  return coded(new RangeError(message), code);
}

/** What the native part throws. @internal */
export function raised(kind: "range" | "type" | "other", message: string, code: string): UkurError {
  const of = { range: RangeError, type: TypeError, other: Error }[kind];
  return coded(new of(message), code);
}
