// The whole of a worker: load once, answer from then on.

import { init, version } from "ukur";

await init();
postMessage(version());
