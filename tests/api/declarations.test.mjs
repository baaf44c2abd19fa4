/* The declarations and the document name every code and every field that there is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { text } from "./support.mjs";

const declared = text("api/jiping.d.ts");
const described = text("docs/API.md");

/** The codes that a function of the report gives out. */
function codes(file, name) {
  const [, body] = text(`src/report/${file}.rs`).match(new RegExp(`fn ${name}\\(.*?\\{(.*?)^\\}`, "ms"));
  const found = [...body.matchAll(/=> "([a-z0-9-]+)"/g)].map((match) => match[1]);
  assert.ok(found.length > 5, name);
  return found;
}

/** The words of a type, or of a whole interface. */
function words(name) {
  const [body] = declared.match(new RegExp(`^export (type|interface) ${name}\\b.*?(;\n\n|^\\})`, "ms"));
  return [...body.matchAll(/"([a-z0-9-]+)"/g)].map((match) => match[1]);
}

test("every code is declared", () => {
  for (const [file, name, types] of [
    ["value", "issue_code", ["IssueCode"]],
    ["finding", "finding_code", ["Finding"]],
    ["error", "format_code", ["ErrorCode"]],
    ["link", "link_code", ["LinkErrorCode"]],
    ["derivation", "rule_code", ["Rule"]],
    ["code", "status", ["Row"]],
    ["code", "weight_source", ["Row"]],
  ]) {
    const known = types.flatMap(words);
    assert.deepEqual(codes(file, name).filter((code) => !known.includes(code)), [], name);
  }
});

test("every code that can be thrown is described", () => {
  const thrown = [...codes("error", "format_code"), ...codes("link", "link_code")];
  assert.deepEqual(thrown.filter((code) => !described.includes(`\`${code}\``)), []);
});

test("every field of the file is declared", () => {
  const { $defs } = JSON.parse(text("www/schema/jiping-1.json"));
  for (const name of ["header", "task", "funds", "goal", "indicator", "actual", "tally", "shareSet"]) {
    const type = name[0].toUpperCase() + name.slice(1);
    const [, body] = declared.match(new RegExp(`^export interface ${type} \\{(.*?)^\\}`, "ms"));
    const fields = [...body.matchAll(/^  (\w+)\??:/gm)].map((match) => match[1]);
    assert.deepEqual(fields.sort(), Object.keys($defs[name].properties).sort(), type);
  }
});
