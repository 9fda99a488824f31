/** The WebAssembly modules: a room each, loaded once, asked for by every face file through {@link core}. */

import type * as attribution from "./wasm/attribution.js";
import type * as customers from "./wasm/customers.js";
import type * as experiments from "./wasm/experiments.js";
import type * as influencers from "./wasm/influencers.js";
import type * as lifetime from "./wasm/lifetime.js";
import type * as metrics from "./wasm/metrics.js";
import type * as models from "./wasm/models.js";
import type * as programmes from "./wasm/programmes.js";
import type * as response from "./wasm/response.js";
import { coded, rangeError } from "./errors.js";
import { optionsOf } from "./options.js";

/** The native parts of the whole package, and of the small one for the main job, which has no class of models of its own. */
interface Modules {
  attribution: typeof attribution;
  customers: typeof customers;
  experiments: typeof experiments;
  influencers: typeof influencers;
  metrics: typeof metrics;
  models: typeof models;
  programmes: typeof programmes;
  response: typeof response;
  lifetime: typeof lifetime & { CustomerModel: (typeof models)["CustomerModel"] };
}

/** A room, that of the small entry among them. @internal */
export type AnyRoom = keyof Modules;

/** A part of the package that can be loaded alone. */
export type Room = Exclude<AnyRoom, "lifetime">;

/** What a module may be read from: an address, a response, bytes or a compiled module. */
export type InitInput = metrics.InitInput | Promise<metrics.InitInput>;

/** What {@link init} loads, and from where. */
export interface InitOptions {
  /** The rooms that will be asked, such as `["metrics", "models"]`; all of them unless given. */
  readonly rooms?: readonly Room[];
  /** Where a file such as `metrics_bg.wasm` is; beside this package's own files unless given. */
  readonly from?: (file: string) => InitInput;
}

const ROOMS: readonly Room[] = ["attribution", "customers", "experiments", "influencers", "metrics", "models", "programmes", "response"];
const modules: Partial<Modules> = {};
const ready = new Set<AnyRoom>();
const loading = new Map<AnyRoom, Promise<void>>();
const atHand = new Map<AnyRoom, (room: AnyRoom) => BufferSource>();

/** Says which modules the program has: every entry brings its own. @internal */
export function bring(brought: Partial<Modules>): void {
  Object.assign(modules, brought);
}

/** The room, if there is one of that name. */
function known(room: Room): Room {
  if (ROOMS.includes(room)) return room;
  throw rangeError(`there is no room "${String(room)}"; there are ${ROOMS.join(", ")}`, "unknown_room");
}

/**
 * Loads the modules, all at the same time; once is enough, more does no harm. Nothing to do in Node and with
 * `ukur/inline`, where a room is loaded when it is first asked.
 *
 * @param options - which rooms, and from where
 * @throws RangeError with the code `unknown_room`
 * @example
 * ```js
 * import { init, metrics } from "ukur";
 * await init({ rooms: ["metrics"] });
 * metrics.cpm(250, 50000); // 5
 * ```
 */
export async function init(options: InitOptions = {}): Promise<void> {
  optionsOf(options, ["rooms", "from"]);
  await Promise.all((options.rooms ?? ROOMS).map(known).map((room) => load(room, options.from)));
}

/** Loads a room. @internal */
export async function load(room: AnyRoom, from: InitOptions["from"]): Promise<void> {
  if (ready.has(room)) return;
  const bytes = atHand.get(room);
  if (bytes) {
    loadNow(room, bytes(room));
    return;
  }
  let pending = loading.get(room);
  if (!pending) {
    // Each file's own glue knows the address beside it, which is what bundlers look for.
    pending = brought(room).default(from && { module_or_path: from(`${room}_bg.wasm`) }).then(
      () => void ready.add(room),
      (error: unknown) => {
        loading.delete(room); // so that a second try may succeed
        throw error;
      },
    );
    loading.set(room, pending);
  }
  await pending;
}

/** Loads a room from bytes, at once. @internal */
export function loadNow(room: AnyRoom, module: BufferSource | WebAssembly.Module): void {
  if (ready.has(room)) return;
  brought(room).initSync({ module });
  ready.add(room);
}

function brought<R extends AnyRoom>(room: R): Modules[R] {
  const module = modules[room];
  if (module === undefined) throw notLoaded(room);
  return module as Modules[R];
}

/**
 * Loads modules from bytes at hand, at once.
 *
 * @param modules - for each room the content of its file, such as `metrics_bg.wasm`, or a compiled module
 * @throws RangeError with the code `unknown_room`
 */
export function initSync(modules: Partial<Readonly<Record<Room, BufferSource | WebAssembly.Module>>>): void {
  for (const [room, module] of Object.entries(modules)) loadNow(known(room as Room), module);
}

/** Says where bytes are at hand whenever one of these rooms is first asked: the entries for Node and with the modules inside. @internal */
export function provide<R extends AnyRoom>(rooms: readonly R[], bytes: (room: R) => BufferSource): void {
  for (const room of rooms) atHand.set(room, () => bytes(room));
}

/** Whether a room of these entries can be asked now. @internal */
export function canAsk(room: AnyRoom): boolean {
  return ready.has(room) || atHand.has(room);
}

/**
 * Whether a room can be asked now; every room unless one is given.
 *
 * @param room - the room
 */
export function isReady(room?: Room): boolean {
  return (room === undefined ? ROOMS : [room]).every((one) => canAsk(known(one)));
}

/** The native functions of a room; of several that have what is needed, one that is loaded. @internal */
export function core<R extends AnyRoom>(...choice: [R, ...R[]]): Modules[R] {
  const room = choice.find((one) => ready.has(one)) ?? choice.find((one) => atHand.has(one)) ?? choice.find((one) => one in modules) ?? choice[0];
  if (!ready.has(room)) {
    const bytes = atHand.get(room);
    if (!bytes) throw notLoaded(room);
    loadNow(room, bytes(room));
  }
  return brought(room);
}

/** The native class of models: that of all models where it can be asked, otherwise that of the main job. @internal */
export function modelClass(): (typeof models)["CustomerModel"] {
  const small = !canAsk("models") && (canAsk("lifetime") || !("models" in modules));
  return core(small ? "lifetime" : "models").CustomerModel;
}

function notLoaded(room?: AnyRoom): Error {
  const what = room === undefined ? "ukur" : room === "lifetime" ? "ukur/lifetime" : `ukur.${room}`;
  return coded(new Error(`${what} is not loaded yet; call \`await init()\` once before`), "not_initialised");
}

/** The version of the package. */
export function version(): string {
  const [room] = [...ready, ...atHand.keys()];
  if (room === undefined) throw notLoaded();
  return core(room).version();
}
