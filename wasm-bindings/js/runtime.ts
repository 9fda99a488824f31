/** The WebAssembly modules: a room each, loaded once, asked for by every face file through {@link core}. */

import * as attribution from "./wasm/attribution.js";
import * as customers from "./wasm/customers.js";
import * as experiments from "./wasm/experiments.js";
import * as influencers from "./wasm/influencers.js";
import * as metrics from "./wasm/metrics.js";
import * as models from "./wasm/models.js";
import * as programmes from "./wasm/programmes.js";
import * as response from "./wasm/response.js";
import { coded, rangeError } from "./errors.js";
import { optionsOf } from "./options.js";

const MODULES = { attribution, customers, experiments, influencers, metrics, models, programmes, response } as const;

/** A part of the package that can be loaded alone. */
export type Room = keyof typeof MODULES;

type Native<R extends Room> = (typeof MODULES)[R];

/** What a module may be read from: an address, a response, bytes or a compiled module. */
export type InitInput = metrics.InitInput | Promise<metrics.InitInput>;

/** What {@link init} loads, and from where. */
export interface InitOptions {
  /** The rooms that will be asked, such as `["metrics", "models"]`; all of them unless given. */
  readonly rooms?: readonly Room[];
  /** Where a file such as `metrics_bg.wasm` is; beside this package's own files unless given. */
  readonly from?: (file: string) => InitInput;
}

const ROOMS = Object.keys(MODULES) as Room[];
const ready = new Set<Room>();
const loading = new Map<Room, Promise<void>>();
let atHand: ((room: Room) => BufferSource) | undefined;

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

async function load(room: Room, from: InitOptions["from"]): Promise<void> {
  if (ready.has(room)) return;
  if (atHand) {
    loadNow(room, atHand(room));
    return;
  }
  let pending = loading.get(room);
  if (!pending) {
    // Each file's own glue knows the address beside it, which is what bundlers look for.
    pending = MODULES[room].default(from && { module_or_path: from(`${room}_bg.wasm`) }).then(
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

function loadNow(room: Room, module: BufferSource | WebAssembly.Module): void {
  MODULES[room].initSync({ module });
  ready.add(room);
}

/**
 * Loads modules from bytes at hand, at once.
 *
 * @param modules - for each room the content of its file, such as `metrics_bg.wasm`, or a compiled module
 * @throws RangeError with the code `unknown_room`
 */
export function initSync(modules: Partial<Readonly<Record<Room, BufferSource | WebAssembly.Module>>>): void {
  for (const [room, module] of Object.entries(modules)) {
    if (!ready.has(known(room as Room))) loadNow(room as Room, module);
  }
}

/** Says where bytes are at hand whenever a room is first asked: the entries for Node and with the modules inside. @internal */
export function provide(bytes: (room: Room) => BufferSource): void {
  atHand = bytes;
}

/**
 * Whether a room can be asked now; every room unless one is given.
 *
 * @param room - the room
 */
export function isReady(room?: Room): boolean {
  return atHand !== undefined || (room === undefined ? ROOMS : [room]).every((one) => ready.has(known(one)));
}

/** The native functions of a room; of several that have what is needed, one that is loaded. @internal */
export function core<R extends Room>(...choice: [R, ...R[]]): Native<R> {
  const room = choice.find((one) => ready.has(one)) ?? choice[0];
  if (!ready.has(room)) {
    if (!atHand) throw notLoaded(`ukur.${room}`);
    loadNow(room, atHand(room));
  }
  return MODULES[room];
}

function notLoaded(what: string): Error {
  return coded(new Error(`${what} is not loaded yet; call \`await init()\` once before`), "not_initialised");
}

/** The version of the package. */
export function version(): string {
  const [first] = ready;
  if (first === undefined && !atHand) throw notLoaded("ukur");
  return first === undefined ? core("metrics").version() : MODULES[first].version();
}
