/** The door for names: a column of text or whole numbers becomes numbers from 0 in the order of the names, and back. */

import { describe } from "./inputs.js";
import { rangeError, typeError } from "./errors.js";
import { byCodePoint } from "./purchases.js";

/** A name: text, or a whole number. */
export type Name = string | number;

/** A column of names, all of one kind and none missing. */
export type NameColumn = readonly Name[] | Float64Array | Int32Array | Uint32Array;

/** Names as numbers, and the way back. @internal */
export interface Labels {
  codes: Uint32Array;
  names: Name[];
}

/** Numbers the names of a column; a missing name gets the number `missing`, and is refused without one. @internal */
export function labelsOf(argument: string, values: unknown, missing?: number): Labels {
  const rows = rowsOf(argument, values);
  const places = new Map<Name, number>();
  const codes = new Uint32Array(rows.length);
  let kind = "";
  for (let row = 0; row < rows.length; row++) {
    if (missing !== undefined && isMissing(rows[row])) {
      codes[row] = missing;
      continue;
    }
    kind ||= typeof rows[row];
    const value = checked(argument, rows[row], row, kind);
    let code = places.get(value);
    if (code === undefined) places.set(value, (code = places.size));
    codes[row] = code;
  }
  const names = [...places.keys()];
  if (kind === "string") (names as string[]).sort(byCodePoint);
  else (names as number[]).sort((a, b) => a - b);
  const order = new Uint32Array(names.length);
  names.forEach((name, code) => (order[places.get(name)!] = code));
  for (let row = 0; row < codes.length; row++) if (codes[row] !== missing) codes[row] = order[codes[row]!]!;
  return { codes, names };
}

/** People as numbers: whole numbers as they are, text as codes. @internal */
export function peopleOf(argument: string, values: unknown): Float64Array {
  const rows = rowsOf(argument, values);
  if (typeof rows[0] === "string") return Float64Array.from(labelsOf(argument, values).codes);
  return Float64Array.from({ length: rows.length }, (_, row) => checked(argument, rows[row], row, "number") as number);
}

/** The places of names among all there are. @internal */
export function placesOf(argument: string, wanted: Iterable<Name>, names: readonly Name[]): Uint32Array {
  const index = new Map(names.map((name, place) => [name, place]));
  if (typeof wanted !== "object" || wanted === null || !(Symbol.iterator in wanted)) {
    throw typeError(`\`${argument}\` must be a list of names, got ${describe(wanted)}`);
  }
  return Uint32Array.from(wanted, (name) => {
    const place = index.get(name);
    if (place === undefined) {
      throw rangeError(
        `\`${argument}\` names ${typeof name === "string" ? JSON.stringify(name) : String(name)}, which is none of the ${names.length} candidates`,
        "unknown_candidate",
      );
    }
    return place;
  });
}

/** Text of one kind. @internal */
export function textsOf(argument: string, values: Iterable<unknown>): string[] {
  if (typeof values !== "object" || values === null || !(Symbol.iterator in values)) {
    throw typeError(`\`${argument}\` must be a list of texts, got ${describe(values)}`);
  }
  return Array.from(values, (value, row) => {
    if (typeof value === "string") return value;
    throw typeError(`\`${argument}\` must hold text, got ${describe(value)} in row ${row}`);
  });
}

function rowsOf(argument: string, values: unknown): ArrayLike<unknown> {
  if (Array.isArray(values) || (ArrayBuffer.isView(values) && !(values instanceof DataView))) {
    return values as unknown as ArrayLike<unknown>;
  }
  throw typeError(`\`${argument}\` must be a column of names, got ${describe(values)}`);
}

const isMissing = (value: unknown): boolean => value === null || value === undefined || Number.isNaN(value);

function checked(argument: string, value: unknown, row: number, kind: string): Name {
  if (isMissing(value)) {
    throw rangeError(`\`${argument}\` must name everybody, but row ${row} is missing; fill it or leave the row out`, "missing_name");
  }
  if (typeof value === "string" && kind === "string") return value;
  if (typeof value === "number" && kind === "number" && Number.isSafeInteger(value)) return value;
  throw typeError(`\`${argument}\` must hold text, or whole numbers, got ${describe(value)} in row ${row}`);
}
