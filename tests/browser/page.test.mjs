// Opens the built page in headless Chromium.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const PAGE = join(process.env.UKUR_ROOT, "build/consumer/page");
const INSTALLED = join(process.env.UKUR_ROOT, "build/consumer/node_modules/ukur");

let browser, profile;

before(async () => {
  profile = mkdtempSync(join(tmpdir(), "ukur-chromium-"));
  browser = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM, args: ARGS });
});

after(async () => {
  await browser?.close();
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Serves a folder, opens a path of it, and lets `look` look; nothing may go wrong on the page meanwhile. */
async function visit(folder, path, look) {
  const server = await serve(folder);
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
  try {
    await page.goto(server.address + path);
    await look(page);
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
    server.stop();
  }
}

test("Vite put each room's module beside the page, once", () => {
  const modules = (folder) => readdirSync(folder).filter((file) => file.endsWith(".wasm"));
  assert.equal(modules(join(PAGE, "assets")).length, modules(join(INSTALLED, "dist/wasm")).length);
});

test("every shared vector, in a page that Vite built", () =>
  visit(PAGE, "/", async (page) => {
    await page.waitForFunction(() => window.outcome !== undefined, undefined, { timeout: 120_000 });
    const outcome = await page.evaluate(() => window.outcome);
    assert.equal(outcome.failed, undefined);
    assert.equal(outcome.early, "not_initialised");
    assert.equal(outcome.agree, true, "the entry for the main job gives other numbers");
    assert.deepEqual(outcome.wrong, []);
    assert.ok(Object.keys(outcome.results).length > 0);
    writeFileSync(join(process.env.UKUR_BITS_DIR, "chromium.json"), JSON.stringify(outcome.results));
  }));

test("without a bundler: the package's own files", () =>
  visit(INSTALLED, "/package.json", async (page) => {
    const [linked, inline] = await page.evaluate(async () => {
      const ukur = await import("/dist/index.js");
      await ukur.init();
      const alone = await import("/dist/inline.js");
      return [ukur.version(), alone.version()];
    });
    assert.match(linked, /^\d+\.\d+\.\d+/);
    assert.equal(inline, linked);
  }));

test("a page that asks for one room loads one module", () =>
  visit(INSTALLED, "/package.json", async (page) => {
    const loaded = [];
    page.on("request", (request) => request.url().endsWith(".wasm") && loaded.push(new URL(request.url()).pathname));
    const said = await page.evaluate(async () => {
      const ukur = await import("/dist/index.js");
      await ukur.init({ rooms: ["metrics"] });
      const value = ukur.metrics.cpm(250, 50_000);
      try {
        ukur.response.bassForecast({ m: 1, p: 0.03, q: 0.38, periods: 3 });
      } catch (error) {
        return [value, ukur.isReady("metrics"), ukur.isReady(), error.code, error.message];
      }
    });
    const missing = "ukur.response is not loaded yet; call `await init()` once before";
    assert.deepEqual(said, [5, true, false, "not_initialised", missing]);
    assert.deepEqual(loaded, ["/dist/wasm/metrics_bg.wasm"]);
  }));

test("a page that does the main job alone loads its module and nothing of the others", () =>
  visit(INSTALLED, "/package.json", async (page) => {
    const loaded = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    const said = await page.evaluate(async () => {
      const { init, customers, models } = await import("/dist/lifetime.js");
      const early = (() => {
        try {
          models.BgNbd.fit([1], [1], [2]);
        } catch (error) {
          return [error.code, error.message];
        }
      })();
      await init();
      const summary = customers.summarise({
        customer: ["ana", "ana", "ana", "budi", "budi", "cici"],
        date: ["2026-01-05", "2026-01-12", "2026-01-26", "2026-01-19", "2026-01-20", "2026-01-06"],
        value: [10, 8, 12, 8, 9, 5],
      });
      const model = models.BgNbd.fromParams({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, unit: "week" });
      const spend = models.GammaGamma.fromParams({ p: 6.25, q: 3.74, gamma: 15.44 });
      return [...early, models.lifetimeValue({ model, spend, summary }).length];
    });
    const missing = "ukur/lifetime is not loaded yet; call `await init()` once before";
    assert.deepEqual(said, ["not_initialised", missing, 3]);
    assert.deepEqual(
      loaded.filter((path) => path.includes("/wasm/")),
      ["/dist/wasm/lifetime.js", "/dist/wasm/lifetime_bg.wasm"],
    );
  }));

test("in a worker that Vite built", () =>
  visit(PAGE, "/", async (page) => {
    const said = await page.evaluate(() => window.fromWorker);
    assert.match(said, /^\d+\.\d+\.\d+/);
  }));
