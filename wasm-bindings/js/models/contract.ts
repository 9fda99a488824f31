/** Models of renewals: the questions, in one way for every model. */

import type { Column } from "../inputs.js";
import { array } from "../inputs.js";
import { byName, CovariateModel, FIT, fitted, type CovariateFitOptions, type Interval, type SimulateOptions } from "./base.js";
import type { CustomerModel } from "../wasm/models.js";

/** What a model of renewals is fitted to, with options: single customers, or cohort tables. */
export interface ContractData extends CovariateFitOptions {
  /** The number of the last renewal that came up. */
  tenure?: Column | undefined;
  /** Whether it was refused: true or 1, false or 0 for customers who are there. */
  churned?: Column | readonly boolean[] | undefined;
  /**
   * Instead of single customers a cohort table: how many customers there were at the start, after the first renewal,
   * after the second ... Several tables, which may be of different length, are fitted together; a covariate then is one
   * number a table.
   */
  survivors?: Column | readonly Column[] | undefined;
  /** Where the tables stand below each other in one column `survivors`: a number that changes where the next begins. */
  cohort?: Column | undefined;
}

/** Customers under contract, in columns of one length (or a number for all). */
export interface ContractCustomers {
  /** Renewals made so far. */
  tenure: Column;
  /** 1 for customers who left; nobody left without it. */
  churned?: Column | readonly boolean[] | undefined;
  /** The covariates of the fit by name, where it has some. */
  covariates?: Readonly<Record<string, Column>> | undefined;
}

/** Simulated contracts. */
export interface SimulatedContracts {
  /** The number of the last renewal that came up. */
  readonly tenure: Float64Array;
  /** Whether it was refused. */
  readonly churned: boolean[];
}

const CONTRACT = ["tenure", "churned"];

const isTables = (value: unknown): value is readonly Column[] => Array.isArray(value) && value.length > 0 && typeof value[0] === "object";

/** Arguments by name; whether customers left may be said in booleans. */
function readNamed(names: readonly string[], given: readonly unknown[], more: readonly string[]): Record<string, unknown> {
  const read = byName(names, given, more);
  const churned = read["churned"];
  return Array.isArray(churned) ? { ...read, churned: churned.map((one) => (typeof one === "boolean" ? Number(one) : (one as unknown))) } : read;
}

/** The native model of the name, fitted to contracts. @internal */
export function fittedContracts(name: string, given: readonly unknown[]): CustomerModel {
  const data = readNamed(CONTRACT, given, [...FIT, "survivors", "cohort", "dropoutCovariates"]);
  const tables = data["survivors"];
  if (!isTables(tables)) return fitted(name, [], data);
  const columns = tables.map((one, at) => array(`survivors[${at}]`, one));
  const survivors = columns.flatMap((one) => [...one]);
  const cohort = columns.flatMap((one, at) => Array.from(one, () => at));
  // One number a table stands for all rows of it.
  const spread = ([covariate, values]: [string, unknown]) => {
    const read = array(covariate, values);
    return [covariate, read.length === columns.length ? cohort.map((at) => read[at] as number) : read];
  };
  const dropoutCovariates = Object.fromEntries(Object.entries(data["dropoutCovariates"] ?? {}).map(spread)) as unknown;
  return fitted(name, [], { ...data, survivors, cohort, dropoutCovariates });
}

/**
 * A model of renewals: customers under a contract tell when they leave. `tenure` counts renewals: of a customer who left
 * it is the number of the renewal that was refused, of one who is there the number of renewals made so far. Numbers give
 * a number, columns give a column.
 */
export abstract class ContractModel extends CovariateModel {
  /** The log-likelihood of each customer. */
  logLikelihood(tenure: number, churned: number): number;
  logLikelihood(tenure: Column, churned: Column | readonly boolean[]): Float64Array;
  logLikelihood(customers: ContractCustomers): Float64Array;
  logLikelihood(...given: unknown[]): number | Float64Array {
    return this.ask("log_likelihood", readNamed(CONTRACT, given, ["covariates"]));
  }

  /** The probability that a new customer makes `horizon` renewals: the survival curve. */
  survival(horizon: number): number;
  survival(horizon: Column): Float64Array;
  survival(...given: unknown[]): number | Float64Array {
    return this.ask("survival", byName(["horizon"], given));
  }

  /** The probability that a new customer leaves at renewal `n`; 1 is the first. */
  churnProbability(n: number): number;
  churnProbability(n: Column): Float64Array;
  churnProbability(...given: unknown[]): number | Float64Array {
    return this.ask("churn_probability", byName(["n"], given));
  }

  /**
   * The probability that each customer makes the next renewal; of those with `t - 1` renewals it is the retention rate of
   * period `t`.
   */
  retentionRate(tenure: number): number;
  retentionRate(tenure: Column, churned?: Column | readonly boolean[]): Float64Array;
  retentionRate(customers: ContractCustomers): Float64Array;
  retentionRate(...given: unknown[]): number | Float64Array {
    return this.ask("retention_rate", readNamed(CONTRACT, given, ["covariates"]));
  }

  /** The probability that each customer is there after `horizon` more renewals; 0 for those who left. */
  probabilityAlive(options: { tenure: number; horizon?: number }): number;
  probabilityAlive(options: ContractCustomers & { horizon?: number }): Float64Array;
  probabilityAlive(...given: unknown[]): number | Float64Array {
    return this.ask("probability_alive", readNamed([...CONTRACT, "horizon"], given, ["covariates"]));
  }

  /**
   * The expected number of periods for which a new customer pays, discounted to the first payment at the effective rate
   * `discountRate` a period, over `horizon` renewals or all.
   */
  discountedExpectedLifetime(discountRate: number, horizon?: number): number;
  discountedExpectedLifetime(discountRate: Column, horizon?: Column): Float64Array;
  discountedExpectedLifetime(...given: unknown[]): number | Float64Array {
    return this.ask("discounted_expected_lifetime", byName(["discountRate", "horizon"], given));
  }

  /**
   * The expected number of periods for which each customer will pay from the coming renewal on, discounted to that
   * renewal, over `horizon` renewals or all: DERL of Fader and Hardie (2010) for customers who have made `n - 1` renewals.
   */
  discountedExpectedResidualLifetime(options: { discountRate: number; tenure: number; horizon?: number }): number;
  discountedExpectedResidualLifetime(options: ContractCustomers & { discountRate: number; horizon?: number }): Float64Array;
  discountedExpectedResidualLifetime(...given: unknown[]): number | Float64Array {
    return this.ask("discounted_expected_residual_lifetime", readNamed(["discountRate", ...CONTRACT, "horizon"], given, ["covariates"]));
  }

  /** The posterior mean of each customer's chance to leave, by name. */
  posteriorMeans(tenure: number, churned?: number): Record<string, number>;
  posteriorMeans(tenure: Column, churned?: Column | readonly boolean[]): Record<string, Float64Array>;
  posteriorMeans(customers: ContractCustomers & { level: number }): Record<string, Interval>;
  posteriorMeans(customers: ContractCustomers): Record<string, Float64Array>;
  posteriorMeans(...given: unknown[]): Record<string, unknown> {
    const { level, ...customers } = readNamed(CONTRACT, given, ["level", "covariates"]);
    return this.means(customers, level);
  }

  /**
   * Simulates contracts, the same for a seed in every language.
   *
   * @param n - how many customers
   * @param T - how many renewals came up for each, or one number for all
   * @param seed - a whole number from 0 to 2^53
   */
  simulate(n: number, T: Column, seed: number): SimulatedContracts;
  simulate(options: SimulateOptions): SimulatedContracts;
  simulate(...given: unknown[]): SimulatedContracts {
    const [tenure, churned] = this.native.simulate_contracts(...this.simulated(given)) as [Float64Array, Float64Array];
    return { tenure, churned: Array.from(churned, (one) => one > 0) };
  }
}
