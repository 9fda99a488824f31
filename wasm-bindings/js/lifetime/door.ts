/**
 * The two models of the main job behind the same door as all models: what `models/base.ts` asks of a native model, answered
 * by the small module. Parameters and report are kept here; every number comes from the core.
 */

import * as lifetime from "../wasm/lifetime.js";
import type { CustomerModel } from "../wasm/models.js";
import { coded, rangeError } from "../errors.js";
import { notAModel } from "../models/document.js";
import { bring } from "../runtime.js";

type Columns = Readonly<Record<string, Float64Array | undefined>>;

const PARAMETERS = { bg_nbd: ["r", "alpha", "a", "b"], gamma_gamma: ["p", "q", "gamma"] } as const;
const TITLES = { bg_nbd: "BG/NBD", gamma_gamma: "Gamma-Gamma" } as const;
const QUESTIONS: Readonly<Record<Name, readonly string[]>> = {
  bg_nbd: ["probability_alive", "expected_purchases"],
  gamma_gamma: ["expected_spend"],
};
type Name = keyof typeof PARAMETERS;

/** The refusal of what only the whole package has. */
function elsewhere(what: string): Error {
  return coded(new Error(`${what} is not in "ukur/lifetime", which holds the main job alone; import it from "ukur"`), "not_in_lifetime");
}

function nameOf(name: string): Name {
  if (name in PARAMETERS) return name as Name;
  throw elsewhere(`the model '${name}'`);
}

class LifetimeModel {
  readonly #name: Name;
  readonly #parameters: Float64Array;
  readonly #unit: string | undefined;
  readonly #report: Report | undefined;

  private constructor(name: Name, parameters: Float64Array, unit: string | undefined, report?: Report) {
    this.#name = name;
    this.#parameters = parameters;
    this.#unit = unit;
    this.#report = report;
  }

  static from_parameters(name: string, parameters: Float64Array, _settings: Float64Array, unit: string | undefined): LifetimeModel {
    if (unit !== undefined) lifetime.lifetime_check_unit(unit);
    lifetime.lifetime_check(parameters);
    return new LifetimeModel(nameOf(name), parameters, unit);
  }

  static fit(
    name: string,
    columns: Columns,
    _settings: Float64Array,
    unit: string | undefined,
    maxIterations: number | undefined,
    beliefs: string[],
    numbers: Float64Array,
  ): LifetimeModel {
    if (unit !== undefined) lifetime.lifetime_check_unit(unit);
    if (Object.keys(columns).some((key) => /^(purchase|dropout):/.test(key))) throw elsewhere("a fit with covariates");
    const report = lifetime.lifetime_fit(nameOf(name) === "gamma_gamma", columns, maxIterations, beliefs, numbers) as Report;
    return new LifetimeModel(name as Name, Float64Array.from(report.estimates, (one) => one.value), unit, report);
  }

  static from_document(document: unknown): LifetimeModel {
    const at = <T>(name: string, shape: Shape) => field(document, name, shape) as T;
    if (at<string>("format", "text") !== "ukur-model") throw notAModel("its format is not 'ukur-model'");
    const version = at<number>("version", "count");
    if (version > 1) throw notAModel(`version ${version} is newer than 1, which this ukur reads`);
    const name = nameOf(at("model", "text"));
    const given = at<Readonly<Record<string, unknown>>>("parameters", "any");
    const values = PARAMETERS[name].map((parameter) => {
      const value = given[parameter] ?? undefined;
      if (value === undefined) throw notAModel(`the parameter '${parameter}' is missing`);
      return read(value, "number", parameter) as number;
    });
    const made = LifetimeModel.from_parameters(name, Float64Array.from(values), new Float64Array(), at<string | null>("unit?", "text") ?? undefined);
    if (at("coefficients?", "any") !== null) throw elsewhere("a model with covariates");
    const report = at<(Report & { covariates: unknown }) | null>("fit?", FIT);
    if (report) report.covariates ??= [];
    return new LifetimeModel(name, made.#parameters, made.#unit, report ?? undefined);
  }

  document(): object {
    const named = PARAMETERS[this.#name].map((name, at) => [name, this.#parameters[at]] as const);
    const parameters = Object.fromEntries(named.sort(([one], [two]) => (one < two ? -1 : 1)));
    return { format: "ukur-model", version: 1, model: this.#name, parameters, settings: {}, unit: this.#unit ?? null, fit: this.#report ?? null };
  }

  name(): string {
    return this.#name;
  }

  parameters(): Float64Array {
    return this.#parameters.slice();
  }

  unit(): string | undefined {
    return this.#unit;
  }

  report(): Report {
    if (this.#report) return this.#report;
    throw rangeError(
      "this model was made from parameters: only a fitted one has standard errors, a log-likelihood and intervals",
      "not_fitted",
    );
  }

  ask(question: string, columns: Columns, numbers: Columns): Float64Array {
    if (QUESTIONS[this.#name].includes(question)) return lifetime.lifetime_ask(question, this.#parameters, { ...columns, ...numbers });
    throw elsewhere(`the question '${question}'`);
  }

  lifetime_value(
    spend: Pick<CustomerModel, "name" | "parameters">,
    columns: Columns,
    unit: string | undefined,
    horizon: number | undefined,
    horizonUnit: string,
    discountRate: number,
    discountPeriod: string,
    margin: number,
    level: number | undefined,
  ): [Float64Array] {
    for (const [one, needed] of [[this, "bg_nbd"], [spend, "gamma_gamma"]] as const) {
      const title = TITLES[nameOf(one.name())];
      if (one.name() !== needed) throw rangeError(`${title} does not answer \`lifetime_value\``, "question_not_defined");
    }
    if (level !== undefined) throw elsewhere("a lifetime value with an interval");
    const own = [this.#parameters, spend.parameters()] as const;
    return [lifetime.lifetime_value(...own, columns, unit, this.#unit, horizon, horizonUnit, discountRate, discountPeriod, margin)];
  }
}

// What else the faces ask: refused by name.
for (const name of ["at", "summary", "confidence_intervals", "ask_with_interval", "posterior_means", "alive_path", "simulate", "simulate_spend", "validate"]) {
  Object.defineProperty(LifetimeModel.prototype, name, {
    value() {
      throw elsewhere(`\`${name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}\` of a model`);
    },
  });
}

bring({ lifetime: Object.assign({ CustomerModel: LifetimeModel as unknown as typeof CustomerModel }, lifetime) });

/** The report, as the core writes it. */
interface Report {
  readonly estimates: readonly { readonly value: number }[];
}

/** What a value is: of a kind, a list of what is alike, or an object, of which fields with `?` may be missing. */
type Shape = "text" | "code" | "number" | "count" | "any" | readonly [Shape] | { readonly [name: string]: Shape };

const CODES = ["converged", "boundary", "ridge", "not_identified", "too_little_data", "not_converged"];
const FIT: Shape = {
  model: "text",
  estimates: [{ name: "text", value: "number", "standard_error?": "number", "log_standard_error?": "number" }],
  log_likelihood: "number",
  "penalised_log_likelihood?": "number",
  "covariance?": [["number"]],
  "log_covariance?": [["number"]],
  aic: "number",
  bic: "number",
  customers: "number",
  informative_customers: "number",
  left_out: "number",
  distinct_rows: "count",
  iterations: "count",
  relative_gradient: "number",
  diagnosis: { code: "code", message: "text", parameters: ["text"] },
  notes: ["text"],
  "covariates?": [
    {
      process: "text",
      name: "text",
      coefficient: "number",
      "standard_error?": "number",
      "lower?": "number",
      "upper?": "number",
      factor: "number",
      reading: "text",
    },
  ],
};

/** A field of an object, in the words of the core where it is not as it must be. */
function field(owner: unknown, name: string, shape: Shape): unknown {
  const key = name.replace("?", "");
  const value = (Object(owner) as Readonly<Record<string, unknown>>)[key];
  if (value !== undefined && value !== null) return read(value, shape, key);
  if (key !== name) return null;
  throw notAModel(`missing field \`${key}\``);
}

function read(value: unknown, shape: Shape, name: string): unknown {
  const refuse = (what: string) => notAModel(`\`${name}\` must be ${what}`);
  if (shape === "any") return value;
  if (shape === "text" || shape === "code") {
    if (typeof value !== "string") throw refuse("a text");
    if (shape === "code" && !CODES.includes(value)) throw notAModel(`unknown variant \`${value}\``);
    return value;
  }
  if (shape === "number" || shape === "count") {
    if (typeof value !== "number") throw refuse("a number");
    if (!Number.isFinite(value)) throw notAModel("number out of range");
    if (shape === "count" && !(Number.isInteger(value) && value >= 0 && value <= 2 ** 53)) throw refuse("a whole number from 0");
    return value;
  }
  if (Array.isArray(shape)) {
    if (Array.isArray(value)) return value.map((item) => read(item, (shape as readonly [Shape])[0], name));
    throw refuse("a list");
  }
  return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key.replace("?", ""), field(value, key, inner)]));
}
