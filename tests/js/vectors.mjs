// Reads the shared vectors (tests/vectors/README.md) and compares results with them. Runs in Node and in a page.

const SPECIAL = { nan: NaN, inf: Infinity, "-inf": -Infinity };

/** `log_likelihood` as `logLikelihood`; a name without underscores stays. */
export const camelCase = (name) => name.replace(/(?<=[a-zA-Z0-9])_([a-zA-Z0-9])/g, (_, letter) => letter.toUpperCase());

/** An argument or an answer as the file has it, as JavaScript has it; `csv(file, column)` gives columns of numbers. */
export function value(given, csv) {
  if (typeof given === "string") return given in SPECIAL ? SPECIAL[given] : given;
  if (Array.isArray(given)) return given.map((one) => value(one, csv));
  if (given === null || typeof given !== "object") return given;
  if ("csv" in given && "column" in given) return quotients(given, csv);
  return Object.fromEntries(Object.entries(given).map(([key, one]) => [key, value(one, csv)]));
}

/** A column of a file, divided by numbers and columns; nothing divided by anything is nothing. */
function quotients({ csv: file, column, over = [] }, csv) {
  let numbers = csv(file, column);
  for (const divisor of over) {
    const by = typeof divisor === "string" ? csv(file, divisor) : undefined;
    numbers = numbers.map((number, row) => (number === 0 ? 0 : number / (by ? by[row] : divisor)));
  }
  return numbers;
}

/** Arguments and parameters, by the names they have here. */
const named = (given, csv) => Object.fromEntries(Object.entries(given).map(([key, one]) => [camelCase(key), value(one, csv)]));

/** Arguments; among them models, and tables whose columns have their names here too. */
const argument = (ukur, key, given, csv) => {
  if (given?.class && given.params) return ukur.models[given.class].fromParams(named(given.params, csv));
  return key === "summary" || key === "tracking" ? named(given, csv) : value(given, csv);
};

/**
 * What a result holds under a name: a record's key in camelCase, or a name of the caller's as it is; of a fitted model
 * what its report says, where a method has the name.
 */
function part(got, key) {
  const found = got?.[key] !== undefined ? got[key] : got?.[camelCase(key)];
  return found === undefined || typeof found === "function" ? got?.report?.[camelCase(key)] : found;
}

/** The answer to `extra` where a call has no options. */
export const NO_OPTIONS = Symbol("no options");

/** Functions of tables, or of columns of which some stand for others: one object, however few there are. */
const CONTRACTS = "(ShiftedBetaGeometric|BetaDiscreteWeibull)\\.(fit|probability_alive|discounted_expected_residual_lifetime)";
const TABLES = new RegExp(`^(programmes\\.\\w+_scorecard|customers\\.(cohorts|summarise|tracking)|models\\.contract_lifetime_value|models\\.${CONTRACTS})$`);
/** Functions of one column or table, with everything else in one object. */
const COLUMNS = /^customers\.(kaplan_meier|rfm_segments)$/;

/**
 * Calls the public function that a vector names. Up to three arguments go one by one, more as one object. A `probe`
 * stands for one argument as it is; `extra` is put into the last object of options.
 */
export function call(ukur, block, testCase, csv, { probe, extra } = {}) {
  const [, fit, then] = /^(.*\.fit)\.(\w+)$/.exec(block.function) ?? [];
  if (fit) {
    const made = call(ukur, { ...block, function: fit }, testCase, csv, { probe, extra });
    return made === NO_OPTIONS ? made : made[camelCase(then)]();
  }
  const path = block.function.split(".").map(camelCase);
  const name = path.pop();
  let owner = path.reduce((inside, step) => inside[step], ukur);
  if (block.of) owner = owner.fromParams(named(block.of, csv));
  if (typeof owner?.[name] !== "function") throw new Error(`there is no ${block.function}`);
  const args = Object.fromEntries(Object.entries(testCase.args).map(([key, one]) => [camelCase(key), argument(ukur, key, one, csv)]));
  if (probe) args[camelCase(probe.name)] = probe.value;
  if ("inputs" in args) {
    const { metric, inputs, ...rest } = args;
    return owner[name](metric, inputs, { ...rest, ...extra });
  }
  if (COLUMNS.test(block.function)) {
    const [first, ...rest] = Object.entries(args);
    return owner[name](first[1], { ...Object.fromEntries(rest), ...extra });
  }
  if (Object.keys(args).length > 3 || TABLES.test(block.function)) return owner[name]({ ...args, ...extra });
  if (extra) return NO_OPTIONS;
  return owner[name](...Object.values(args));
}

/** What is wrong with a result, or undefined. */
export function mismatch(got, want, rtol, atol, where = "result") {
  if (isList(want)) {
    if (!isList(got)) return `${where} is ${show(got)}, wanted ${want.length} rows`;
    if (got.length !== want.length) return `${where} has ${got.length} rows, wanted ${want.length}`;
    for (let row = 0; row < want.length; row++) {
      const wrong = mismatch(got[row], want[row], rtol, atol, `${where}[${row}]`);
      if (wrong) return wrong;
    }
    return undefined;
  }
  if (want !== null && typeof want === "object") {
    for (const [key, inner] of Object.entries(want)) {
      const wrong = mismatch(part(got, key), inner, rtol, atol, `${where}.${key}`);
      if (wrong) return wrong;
    }
    return undefined;
  }
  if (Object.is(got, want) || got === want || (want === null && Number.isNaN(got))) return undefined;
  if (typeof got === "number" && typeof want === "number" && Math.abs(got - want) <= atol + rtol * Math.abs(want)) return undefined;
  return `${where} is ${show(got)}, wanted ${show(want)} within ${atol} + ${rtol} * |wanted|`;
}

/** The numbers of a result as hexadecimal digits, in the order of the answer; everything else as text. */
export function bits(got, want) {
  if (want !== null && typeof want === "object" && !isList(want)) {
    return Object.keys(want)
      .sort()
      .flatMap((key) => bits(part(got, key), want[key]));
  }
  if (typeof got === "number") {
    if (Number.isNaN(got)) return ["nan"];
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, got);
    return [view.getBigUint64(0).toString(16).padStart(16, "0")];
  }
  if (isList(got)) return Array.from(got).flatMap((one) => bits(one, null));
  if (got === null || got === undefined || typeof got !== "object") return [JSON.stringify(got ?? null)];
  return Object.keys(got)
    .sort()
    .flatMap((key) => bits(got[key], null));
}

/** The sums of columns of a result, row after row; a missing value adds nothing. */
function sums(got, names) {
  const add = (name) => part(got, name).reduce((total, one) => total + (one === null || Number.isNaN(one) ? 0 : Number(one)), 0);
  return Object.fromEntries(Object.keys(names).map((name) => [name, add(name)]));
}

/** Whether every number in a result is finite. */
function isFinite(got) {
  if (typeof got === "number") return Number.isFinite(got);
  return got === null || typeof got !== "object" || Object.values(got).every(isFinite);
}

/** Runs one case: what to write down, and what is wrong with it. */
export function run(ukur, block, testCase, csv) {
  let got;
  try {
    got = call(ukur, block, testCase, csv);
  } catch (error) {
    const code = ukur.isUkurError(error) ? error.code : undefined;
    const right = code !== undefined && (testCase.probe ? code !== "invalid_type" : code === testCase.error);
    return { result: `error ${code}`, wrong: right ? undefined : `threw ${error?.name}, code ${code}: ${error?.message}` };
  }
  if (testCase.error !== undefined) return { result: bits(got, null), wrong: `gave ${show(got)}, wanted the error ${testCase.error}` };
  if (testCase.bits_only) return { result: bits(got, null), wrong: undefined };
  if (testCase.probe) return { result: bits(got, null), wrong: isFinite(got) ? undefined : `gave ${show(got)}, no finite number` };
  if (testCase.sums) got = sums(got, testCase.sums);
  const want = value(testCase.sums ?? testCase.want, csv);
  const rtol = testCase.rtol ?? block.rtol ?? 1e-12;
  const atol = testCase.atol ?? block.atol ?? 0;
  return { result: bits(got, want), wrong: mismatch(got, want, rtol, atol) };
}

const isList = (one) => Array.isArray(one) || ArrayBuffer.isView(one);
const show = (one) => (typeof one === "number" ? String(one) : (JSON.stringify(one) ?? String(one)));
