/** How curves and channels cross to the native part. */

import { typeError } from "../errors.js";
import { type Column, describe } from "../inputs.js";

/** A column of numbers. @internal */
export type Numbers = Exclude<Column, number>;

/** An argument as JSON with the names of the native part; what JSON lacks is refused by name. @internal */
export function json(name: string, value: unknown): string {
  if (value === null || typeof value !== "object") throw typeError(`\`${name}\` must be an object, got ${describe(value)}`);
  return JSON.stringify(renamed(name, value));
}

function renamed(name: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw typeError(`\`${name}\` must hold finite numbers, got ${value}`);
  if (typeof value === "bigint") throw typeError(`\`${name}\` must hold numbers, got ${describe(value)}`);
  if (Array.isArray(value)) return value.map((one) => renamed(name, one));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.map(([key, inner]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), renamed(name, inner)]),
  );
}
