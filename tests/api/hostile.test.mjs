/* Values that are no JSON, wherever a value can stand: refused with code and path, and the program goes on. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { project } from "./support.mjs";

const folder = project("hostile");
const { load } = await import(pathToFileURL(join(folder, "node_modules/jiping/jiping.mjs")));
const api = await load();

const document = (more = {}) => ({ format: "jiping", version: 1, ...more });

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Where each is refused: at the value itself, or at its field `x`. */
const HOSTILE = {
  "a function": [() => 1, ""],
  "a symbol": [Symbol("s"), ""],
  "a large BigInt": [2n ** 63n, ""],
  "a Map": [new Map([["x", 1]]), ""],
  "a Set": [new Set([1]), ""],
  "a Date": [new Date(), ""],
  "a RegExp": [/x/, ""],
  "an Error": [new Error("x"), ""],
  "a Promise": [Promise.resolve(1), ""],
  "bytes": [new Uint8Array(2), ""],
  "a boxed number": [new Number(1), ""],
  "an instance": [new (class Row { name = "x"; })(), ""],
  "inherited fields": [Object.create({ name: "x" }), ""],
  "half a surrogate pair": ["a\ud800b", ""],
  "half a surrogate pair in a name": [{ "\udc00": 1 }, ""],
  "a revoked object": [revoked({}), ""],
  "a revoked list": [revoked([]), ""],
  "a proxy without names": [new Proxy({}, { ownKeys() { throw new Error("names"); } }), ""],
  "a list of no length": [new Proxy([], { get: () => "many" }), ""],
  "a proxy without values": [new Proxy({ x: 1 }, { get() { throw new TypeError("get"); } }), ".x"],
  "a getter that throws": [{ get x() { throw new Error("get"); } }, ".x"],
  "a getter that throws nothing": [{ get x() { throw undefined; } }, ".x"],
  "a method": [{ x() {} }, ".x"],
};

/** Where a value can stand. */
const PLACES = [
  ["text", (value) => api.readValue(value)],
  ["context", (value) => api.readValue("≥5", value)],
  ["context.name", (value) => api.readValue("≥5", { name: value })],
  ["$", (value) => api.evaluate(value)],
  ["$.indicators", (value) => api.evaluate(document({ indicators: value }))],
  ["$.indicators[0]", (value) => api.evaluate(document({ indicators: [value] }))],
  ["$.indicators[0].weight", (value) => api.evaluate(document({ indicators: [{ weight: value }] }))],
  ["$.policy", (value) => api.evaluate(document({ policy: value }))],
  ["$.colour", (value) => api.evaluate(document({ colour: value }))],
  ["options.speed", (value) => api.evaluate(document(), { speed: value })],
  ["$.header", (value) => api.encodeLink(document({ header: value }))],
  ["options.password", (value) => api.encodeLink(document(), { password: value })],
  ["text", (value) => api.decodeLink(value)],
  ["options.table", (value) => api.decodeLink(api.encodeLink(document()), { table: value })],
  ["$", (value) => api.compare(value, document())],
  ["$", (value) => api.compare(document(), value)],
  ["documents", (value) => api.rollUp(value)],
  ["options", (value) => api.rollUp([], value)],
];

function refused(error, path) {
  assert.ok(error instanceof Error && error.name === "JipingError", String(error));
  assert.ok(error.message.length > 5);
  assert.deepEqual([error.code, error.path], ["unsupported", path]);
  return true;
}

for (const [name, [value, field]] of Object.entries(HOSTILE)) {
  test(name, () => {
    for (const [place, call] of PLACES) {
      assert.throws(() => call(value), (error) => refused(error, place + field), `${place} took ${name}`);
      assert.equal(api.evaluate(document()).rows.length, 0);
    }
  });
}

test("thousands of them leave nothing behind", () => {
  const bad = document({ deep: [[[{ get x() { throw new Error("get"); } }]]] });
  for (let times = 0; times < 5000; times += 1) {
    assert.throws(() => api.evaluate(bad), { name: "JipingError" });
  }
  assert.equal(api.evaluate(document()).rows.length, 0);
});

test("plain objects of any kind are taken, their fields as JSON counts them", () => {
  const row = { target: "=12期", weight: 90n };
  for (const taken of [
    Object.assign(Object.create(null), row),
    new Proxy(row, {}),
    vm.runInNewContext("({ target: '=12期', weight: 90 })"),
    { get target() { return "=12期"; }, weight: 90, [Symbol("s")]: 1, unit: undefined },
  ]) {
    const [{ weight, weightSource, target }] = api.evaluate(document({ indicators: [taken] })).rows;
    assert.deepEqual([weight, weightSource, target.value.number], ["90", "printed", "12"]);
  }
});
