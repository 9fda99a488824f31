/** Small structured results: an object (or JSON text) from the native part, one with camelCase keys for the user. */

/** `log_likelihood` as `logLikelihood`. @internal */
export function camelCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])_([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}

/**
 * A record with its keys in camelCase at every depth.
 *
 * @internal
 */
export function record<T>(value: unknown): T {
  return renamed(typeof value === "string" ? JSON.parse(value) : value) as T;
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camelCase(key), renamed(inner)]));
}
