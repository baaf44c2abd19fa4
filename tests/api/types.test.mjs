/* The declarations hold for the examples, for what really goes in and comes out, and refuse what is wrong. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { blocks, project, root, text } from "./support.mjs";

const folder = project("types");
const { load } = await import(pathToFileURL(join(folder, "node_modules/jiping/jiping.mjs")));
const api = await load();

/** Checks one file; returns the compiler's words. */
function check(name, source) {
  writeFileSync(join(folder, name), source);
  const compilerOptions = {
    noEmit: true, strict: true, allowJs: true, checkJs: true, target: "es2022", module: "nodenext",
    lib: ["es2022", "dom"], types: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [name] }));
  const compiler = join(root, "tools/node_modules/typescript/bin/tsc");
  const ran = spawnSync(process.execPath, [compiler, "--project", folder], { cwd: folder, encoding: "utf8" });
  return ran.stdout + ran.stderr;
}

/** A TypeScript constant of a declared type: a literal may have neither fewer nor more fields than its type. */
function constant(type, name, value) {
  return `export const ${name}: ${type} = ${JSON.stringify(value)};\n`;
}

test("the example for Node", () => {
  assert.equal(check("example.mjs", blocks("js")[0]), "");
});

test("what is refused", () => {
  assert.equal(check("wrong.mts", text("tests/api/types/wrong.ts")), "");
});

test("what goes in: every document and policy of the repository", () => {
  const lines = ['import type { Document, Policy } from "jiping";\n'];
  for (const name of readdirSync(join(root, "www/data")).filter((name) => name.endsWith(".json"))) {
    lines.push(constant("Document", `d${lines.length}`, JSON.parse(text(`www/data/${name}`))));
  }
  for (const policy of api.policies()) {
    lines.push(constant("Policy", `p${lines.length}`, policy));
  }
  assert.ok(lines.length >= 11, `${lines.length}`);
  assert.equal(check("in.mts", lines.join("")), "");
});

test("what comes out: readings and evaluations", () => {
  const lines = ['import type { Evaluation, ReadValue } from "jiping";\n'];
  const cells = [
    "≥95%", "1-3次", "80%(含)-90%", "2022年12月31日前", "显著加强", "是", "达成预期指标", "", "/", "≥**%", "11月前",
    "15万元", "290%", "≥≤5", "≥1234567890123456次", "2月30日前", "每亩300元", "约50人", "3-1次",
  ];
  for (const cell of cells) {
    lines.push(constant("ReadValue", `r${lines.length}`, api.readValue(cell, { name: "合格率", year: 2022 })));
  }
  const documents = [
    "www/data/seed-2022.json", "www/data/project-example.json",
    "tests/golden/report/every-state.json", "tests/golden/report/other-rules.json",
  ];
  for (const name of documents) {
    lines.push(constant("Evaluation", `e${lines.length}`, api.evaluate(text(name))));
  }
  assert.equal(check("out.mts", lines.join("")), "");
});

test("what comes out: links, comparisons and roll-ups", () => {
  const [a, b] = ["every-state", "other-rules"].map((name) => text(`tests/golden/report/${name}.json`));
  const seed = text("www/data/seed-2022.json");
  const lines = ['import type { Comparison, Decoded, RollUp } from "jiping";\n'];
  lines.push(constant("Decoded", "opened", api.decodeLink(api.encodeLink(seed))));
  lines.push(constant("Comparison", "compared", api.compare(a, b)));
  lines.push(constant("Comparison", "same", api.compare(seed, seed)));
  lines.push(constant("RollUp", "all", api.rollUp([a, b, seed, "{"])));
  assert.equal(check("more.mts", lines.join("")), "");
});
