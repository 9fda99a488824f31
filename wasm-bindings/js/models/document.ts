/** Models as JSON text, to the last bit and letter as Rust and Python write it. */

import { rangeError, typeError } from "../errors.js";
import { describe } from "../inputs.js";

/** What a JSON text holds. @internal */
export function documentOf(text: unknown): unknown {
  if (typeof text !== "string") throw typeError(`\`text\` must be text, got ${describe(text)}`);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw notAModel((error as Error).message);
  }
}

/** The refusal of what is no model. @internal */
export function notAModel(reason: string): Error {
  return rangeError(`this is not a ukur model in JSON: ${reason}`, "invalid_model_json");
}

/** Fields that hold whole numbers, which are written without a point; every other number has one. */
const WHOLE = ["version", "distinct_rows", "iterations"];

/** The text of a document. @internal */
export function textOf(value: unknown, name = ""): string {
  if (typeof value === "number" && !WHOLE.includes(name)) return Number.isFinite(value) ? decimal(value) : "null";
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, name)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${textOf(inner, key)}`).join(",")}}`;
}

/** The shortest digits that read back as the number: `1.0`, `0.00012`, `1e-6`, `1.5e+16`. */
function decimal(number: number): string {
  const [digits = "", power = ""] = Math.abs(number).toExponential().split("e");
  const sign = number < 0 || Object.is(number, -0) ? "-" : "";
  const whole = Number(power) + 1; // digits before the point
  if (whole > 16 || whole < -4) return `${sign}${digits}e${power}`;
  const all = digits.replace(".", "");
  if (whole <= 0) return `${sign}0.${"0".repeat(-whole)}${all}`;
  return `${sign}${all.slice(0, whole).padEnd(whole, "0")}.${all.slice(whole) || "0"}`;
}
