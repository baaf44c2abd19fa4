/* docs/API.md says what its examples print: the one for Node is run here, the one for a page in tests/e2e. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { blocks, project } from "./support.mjs";

test("there is one example for a page and one for Node, each with what it prints", () => {
  assert.deepEqual([blocks("html").length, blocks("js").length, blocks("text").length], [1, 1, 2]);
});

test("the example for Node prints what the text says", () => {
  const folder = project("example");
  writeFileSync(join(folder, "example.mjs"), blocks("js")[0]);
  const printed = execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
  assert.equal(printed, blocks("text")[1]);
});
