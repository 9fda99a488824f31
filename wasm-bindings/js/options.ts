/** The one door for objects of options: a name that is none of them is refused, with the name that may have been meant. */

import { rangeError, typeError } from "./errors.js";
import { object } from "./inputs.js";

/** Nothing to add where a list holds all names of a type; otherwise what it lacks, which no list has. */
type Complete<T, Names extends readonly unknown[]> = [Exclude<keyof T, Names[number]>] extends [never]
  ? unknown
  : { readonly lacks: Exclude<keyof T, Names[number]> };

/**
 * Options, if they are a plain object with no other names than these. The compiler holds the list complete.
 *
 * @internal
 */
export function optionsOf<T extends object, const Names extends readonly (keyof T & string)[]>(
  given: T,
  names: Names & Complete<T, Names>,
  role = "options",
): T {
  const prototype: unknown = Object.getPrototypeOf(object(role, given));
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw typeError(`\`${role}\` must be an object such as { ${names[0]}: ... }, got an instance of a class`);
  }
  onlyThese(role, given, names);
  return given;
}

/**
 * Refuses names that are none of these, nor of others that do no harm.
 *
 * @internal
 */
export function onlyThese(role: string, given: object, names: readonly string[], harmless: readonly string[] = []): void {
  const wrong = Object.keys(given).find((name) => !names.includes(name) && !harmless.includes(name));
  if (wrong === undefined) return;
  const meant = nearest(wrong, names);
  throw rangeError(
    `\`${role}\` has no \`${wrong}\`${meant === undefined ? "" : ` (did you mean \`${meant}\`?)`}; there are ${names.map((name) => `\`${name}\``).join(", ")}`,
    "unknown_argument",
  );
}

/** The name that was probably meant: the same but for capitals and underscores, or up to two letters off. */
function nearest(wrong: string, names: readonly string[]): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, "");
  const from = plain(wrong);
  const [best] = names
    .map((name) => ({ name, far: distance(from, plain(name)) }))
    .filter(({ name, far }) => far <= 2 && far < name.length / 2)
    .sort((a, b) => a.far - b.far);
  return best?.name;
}

/** How many letters must be put in, left out or exchanged (Levenshtein 1966). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(from[i - 1] !== to[j - 1]));
    }
    row = next;
  }
  return row[to.length]!;
}
