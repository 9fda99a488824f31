/** Whether numbers were measured, estimated or modelled, in which units they are, and what that makes of a result. */

import { rangeError } from "./errors.js";
import { object } from "./inputs.js";
import { camelCase } from "./records.js";
import { core } from "./runtime.js";

/** Where a number comes from, from the best to the worst. */
export type Provenance = "measured" | "estimated" | "modelled";

/** Marks by column. */
export type Marks = Readonly<Record<string, Provenance>>;

/** Units by column: names of the catalogue, money with its currency (`"currency:IDR"`). */
export type Units = Readonly<Record<string, string>>;

/**
 * The worst mark of the columns that a result is made of; `null` where nothing is known.
 *
 * @param room - the part of the package that asks, whose module is loaded
 * @param marks - the marks by column
 * @param names - the columns of the result
 * @param also - other spellings of names, or further columns that may be marked, each with its name here
 * @internal
 */
export function worst(
  room: "influencers" | "programmes",
  marks: Marks | undefined,
  names: readonly string[],
  also: Readonly<Record<string, string>> = {},
): Provenance | null {
  if (marks === undefined) return null;
  const read = new Map<string, string>();
  for (const [name, mark] of Object.entries(marks)) {
    const key = names.includes(name) ? name : also[name];
    if (key === undefined) {
      const all = names.map((one) => `\`${one}\``).join(", ");
      throw rangeError(`\`provenance\` marks \`${name}\`, which is none of the columns used: ${all}`, "unknown_column");
    }
    read.set(key, mark);
  }
  core(room).worst_provenance([...read.values()].join("\n")); // an unknown mark is refused even where this result has no use for it
  return (core(room).worst_provenance(names.map((name) => read.get(name) ?? "").join("\n")) || null) as Provenance | null;
}

/** A table whose columns have units. */
type Table = "influencer_scorecard" | "customer_scorecard" | "social_scorecard" | "value_proportion";

/**
 * Holds stated units against a table's columns, those of `given` that are there, and gives the units of results with the
 * currency of the table.
 *
 * @internal
 */
export function unitsOf(
  room: "influencers" | "programmes",
  table: Table,
  given: { readonly units?: Units | undefined },
  names: readonly string[],
  results: readonly string[],
): string[] {
  const units = object("units", given.units ?? {});
  const there = names.filter((name) => (given as Readonly<Record<string, unknown>>)[name] !== undefined);
  const wrong = Object.keys(units).find((name) => !there.includes(name));
  if (wrong !== undefined) {
    const all = there.map((name) => `\`${name}\``).join(", ");
    throw rangeError(`\`units\` names \`${wrong}\`, which is none of the columns used: ${all}`, "unknown_column");
  }
  const stated = there.map((name) => `${snakeCase(name)}\t${name}\t${String(units[name] ?? "").replaceAll(/\s/g, " ")}`);
  return core(room).stated_units(table, camelCase(table), stated.join("\n"), results.join("\n")).split("\n");
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
