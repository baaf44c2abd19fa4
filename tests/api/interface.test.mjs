/* What the interface takes, gives and refuses. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { project, text } from "./support.mjs";

const folder = project("interface");
const { load } = await import(pathToFileURL(join(folder, "node_modules/jiping/jiping.mjs")));
const api = await load();
const seed = text("www/data/seed-2022.json");

const document = (more = {}) => ({ format: "jiping", version: 1, ...more });

/** What a call throws, without its message. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.equal(error.name, "JipingError");
    assert.ok(error.message.length > 5);
    return `${error.code} at ${error.path}`;
  }
  return "nothing";
}

test("require gives the same as import, and loading twice the same program", async () => {
  const required = createRequire(join(folder, "here.js"))("jiping");
  assert.equal(required.load, load);
  assert.equal(await load(), api);
});

test("a target is read, with where its issues stand as JavaScript counts", () => {
  const read = api.readValue("群众满意度≥95%");
  assert.equal(read.value.kind, "quantity");
  assert.deepEqual([read.value.comparator, read.value.number, read.value.unit], [">=", "95", "%"]);
  assert.deepEqual(read.issues.map((issue) => issue.code), ["words-left-out"]);
  // 𠮷 is one character, two UTF-16 units and four bytes.
  const [issue] = api.readValue("=16人次𠮷").issues;
  assert.deepEqual([issue.code, issue.start, issue.end], ["unreadable", 0, "=16人次𠮷".length]);
});

test("the context fills what the cell lacks", () => {
  const bare = api.readValue("12月31日前");
  assert.equal(bare.value, null);
  assert.equal(api.readValue("12月31日前", { year: 2022 }).value.until, "2022-12-31");
  assert.equal(api.readValue("12月31日前", { year: "2022" }).value.until, "2022-12-31");
  assert.equal(api.readValue("1200", { unit: "平方米" }).value.unit, "平方米");
});

test("the seed is worked out: weights are dealt, nothing is reported", () => {
  const evaluation = api.evaluate(seed);
  assert.equal(evaluation.rows.length, 38);
  assert.deepEqual(evaluation.rows.slice(0, 2).map((row) => row.weight), ["1.25", "1.25"]);
  const { soFar, attainable, reachable, provisional, grade } = evaluation.totals;
  assert.deepEqual([soFar, attainable, reachable, provisional, grade], ["0", "100", "100", true, null]);
  // 38 actuals and the executed amounts of 3 tasks.
  assert.equal(evaluation.missing.length, 41);
});

test("a saved file's text and its object give the same", () => {
  assert.deepEqual(api.evaluate(JSON.parse(seed)), api.evaluate(seed));
});

test("a number in a text is read from its digits, in an object it must be a safe integer", () => {
  const amounts = (total) => `{"format":"jiping","version":1,"tasks":[{"initial":{"total":${total}},"executed":{"total":"0"}}]}`;
  assert.equal(api.evaluate(amounts("0.1")).execution.initial, "0.1");
  assert.equal(api.evaluate(JSON.parse(amounts("7"))).execution.initial, "7");
  assert.equal(
    thrown(() => api.evaluate(JSON.parse(amounts("0.1")))),
    "unsafe-number at $.tasks[0].initial.total",
  );
  for (const wrong of [NaN, Infinity, 2 ** 53]) {
    assert.equal(thrown(() => api.evaluate(document({ colour: wrong }))), "unsafe-number at $.colour");
  }
});

test("decimals come out as strings, counts as numbers, the argument is left as it was", () => {
  const given = document({
    indicators: [{
      level1: "满意度指标", level2: "满意度", name: "读者满意度", target: "≥90%", weight: "10",
      actual: { tally: { counts: [40, 30, 20, 8, 2], blank: 3 } },
    }],
  });
  const before = structuredClone(given);
  const [row] = api.evaluate(given).rows;
  assert.deepEqual(given, before);
  assert.equal(row.score, "7.78");
  assert.equal(row.derivation.exact, "7.777778");
  assert.deepEqual([row.tally.answered, row.tally.blank, row.tally.percent], [100, 3, "70"]);
  assert.match(row.derivation.message, /满意率（很满意、满意）.*n = 100/);
});

test("unknown fields and options are reported", () => {
  const evaluation = api.evaluate(document({ colour: 1, tasks: [{ size: 2 }] }), { speed: 3 });
  const unknown = evaluation.findings.filter((finding) => finding.code === "unknown-field");
  assert.deepEqual(unknown.map((finding) => finding.figures.path), ["$.tasks[0].size", "$.colour"]);
  assert.deepEqual(evaluation.unknownOptions, ["options.speed"]);
  assert.deepEqual(api.readValue("≥1", { speed: 3 }).unknownOptions, ["context.speed"]);
});

test("what cannot be read is thrown with code and path", () => {
  const cases = [
    [() => api.readValue(5), "wrong-type at text"],
    [() => api.readValue(), "wrong-type at text"],
    [() => api.readValue("x".repeat(20001)), "too-long at text"],
    [() => api.readValue("1", 5), "wrong-type at context"],
    [() => api.readValue("1", { year: 22 }), "out-of-range at context.year"],
    [() => api.readValue("1", { language: "fr" }), "unknown-word at context.language"],
    [() => api.evaluate(document(), { language: 1 }), "wrong-type at options.language"],
    [() => api.evaluate(), "wrong-type at $"],
    [() => api.evaluate([]), "wrong-type at $"],
    [() => api.evaluate({}), "not-ours at $"],
    [() => api.evaluate("{"), "syntax at $"],
    [() => api.evaluate(document({ version: 2 })), "newer-version at $.version"],
    [() => api.evaluate(document({ indicators: {} })), "wrong-type at $.indicators"],
    [() => api.evaluate(document({ policy: { id: "atlantis" } })), "unknown-policy at $.policy.id"],
    [() => api.evaluate(document({ goals: [{ id: "a" }, { id: "a" }] })), "duplicate-id at $.goals[1].id"],
    [() => api.evaluate(document({ colour: () => 1 })), "unsupported at $.colour"],
  ];
  for (const [call, expected] of cases) {
    assert.equal(thrown(call), expected, String(call));
  }
});

test("a circle ends at the depth that is allowed", () => {
  const circle = document();
  circle.self = circle;
  assert.match(thrown(() => api.evaluate(circle)), /^too-deep at \$\.self\.self/);
});

test("after an error the program still works", () => {
  assert.equal(thrown(() => api.evaluate("{")), "syntax at $");
  assert.equal(api.evaluate(document()).rows.length, 0);
});

test("words come in the language asked for, codes do not change", () => {
  const [chinese, english] = ["zh-CN", "en"].map((language) => api.evaluate(seed, { language }));
  assert.match(chinese.rows[0].statusText, /未填/);
  assert.match(english.rows[0].statusText, /Not filled in/);
  assert.deepEqual(english.rows.map((row) => row.status), chinese.rows.map((row) => row.status));
});

test("a built-in policy can be changed and carried by a document", () => {
  const [policy] = api.policies();
  assert.equal(policy.id, "national-2020");
  const grades = policy.grades.map((rule) => (rule.grade === "excellent" ? { ...rule, from: "95" } : rule));
  const own = { ...policy, id: "ours", grades };
  const filled = document({
    policy: own,
    tasks: [{ initial: { total: 100 }, executed: { total: 90 } }],
    indicators: [{ level1: "产出指标", level2: "数量", name: "次数", target: "=10次", weight: 90, actual: { text: "10次" } }],
  });
  assert.equal(api.evaluate(filled).totals.grade, "excellent");
  own.grades[0].from = "99.5";
  assert.equal(api.evaluate(filled).totals.grade, "good");
});

test("the program gives what the core gives natively: the goldens of tests/it/report.rs", () => {
  for (const name of ["every-state", "other-rules"]) {
    for (const language of ["zh-CN", "en"]) {
      const told = api.evaluate(text(`tests/golden/report/${name}.json`), { language });
      assert.deepEqual(told, JSON.parse(text(`tests/golden/report/${name}.${language}.out.json`)));
    }
  }
});

test("links come back, whatever stands around them", () => {
  const code = api.encodeLink(seed);
  assert.match(code, /^jp1e[0-9]+\.[A-Za-z0-9_-]+$/);
  assert.equal(api.encodeLink(JSON.parse(seed)), code);
  for (const text of [code, `#${code}`, `https://example.cn/#${code}&shareTo=weixin`, `请看：${code}。`]) {
    const { document: opened, policy, findings } = api.decodeLink(text);
    assert.deepEqual([policy.madeUnder, policy.version, findings], ["ours", 1, []]);
    assert.equal(api.encodeLink(opened), code);
    assert.equal(api.compare(seed, opened).same, true);
  }
});

test("a link that does not open says why", () => {
  const code = api.encodeLink(seed);
  const cases = [
    [() => api.decodeLink("https://example.cn/"), "not-a-link at link"],
    [() => api.decodeLink(code.slice(0, -1)), "link-cut at link"],
    [() => api.decodeLink(code.slice(0, -1) + (code.endsWith("A") ? "B" : "A")), "link-altered at link"],
    [() => api.decodeLink(5), "wrong-type at text"],
    [() => api.decodeLink(code, { password: 5 }), "wrong-type at options.password"],
    [() => api.encodeLink({}), "not-ours at $"],
    [() => api.encodeLink(seed, { form: "half" }), "unknown-word at options.form"],
  ];
  for (const [call, expected] of cases) {
    assert.equal(thrown(call), expected, String(call));
  }
  try {
    api.decodeLink(code.slice(0, 100));
    assert.fail("opened");
  } catch (error) {
    assert.deepEqual([error.arrived, error.declared], [100, code.length]);
    assert.match(error.message, new RegExp(`应有 ${code.length} 个字符，只收到 100 个`));
  }
});

test("answers open on their table", () => {
  const filled = JSON.parse(seed);
  filled.indicators[0].actual = { text: "15人" };
  const code = api.encodeLink(filled, { form: "answers" });
  assert.ok(code.length < 100);
  assert.equal(thrown(() => api.decodeLink(code)), "needs-table at link");
  assert.equal(thrown(() => api.decodeLink(code, { table: document() })), "other-table at link");
  assert.equal(thrown(() => api.decodeLink(code, { table: {} })), "not-ours at options.table");
  for (const table of [seed, JSON.parse(seed)]) {
    assert.equal(api.compare(filled, api.decodeLink(code, { table }).document).same, true);
  }
});

test("a locked link opens with its password only, and is another one each time", () => {
  const [one, two] = [0, 1].map(() => api.encodeLink(seed, { password: "绩评" }));
  assert.notEqual(one, two);
  assert.equal(thrown(() => api.decodeLink(one)), "needs-password at link");
  assert.equal(thrown(() => api.decodeLink(one, { password: "绩效" })), "wrong-password at link");
  assert.equal(api.compare(seed, api.decodeLink(one, { password: "绩评" }).document).same, true);
  const opened = api.decodeLink(text("tests/golden/links/v1-locked.txt"), { password: "绩评 2024!" });
  assert.equal(opened.document.indicators.length, 38);
});

test("comparisons and roll-ups are those made natively", () => {
  const [a, b] = ["every-state", "other-rules"].map((name) => text(`tests/golden/report/${name}.json`));
  for (const language of ["zh-CN", "en"]) {
    const golden = (name) => JSON.parse(text(`tests/golden/report/${name}.${language}.out.json`));
    assert.deepEqual(api.compare(a, b, { language }), golden("compare"));
    assert.deepEqual(api.rollUp([a, JSON.parse(b), "{"], { language }), golden("roll-up"));
  }
});

test("a list must be a list, and not too long", () => {
  for (const [given, expected] of [
    [undefined, "wrong-type at documents"],
    ["ab", "wrong-type at documents"],
    [{ length: -1 }, "wrong-type at documents"],
    [{ length: 2 ** 31 }, "wrong-type at documents"],
    [new Set([document()]), "unsupported at documents"],
    [new Array(2 ** 32 - 1), "too-many-rows at documents"],
  ]) {
    assert.equal(thrown(() => api.rollUp(given)), expected);
  }
  const { entries } = api.rollUp([, document(), "\ud800", new Map()]);
  assert.deepEqual(entries.map((entry) => entry.error?.code), ["wrong-type", undefined, "unsupported", "unsupported"]);
});

test("a long link and a long table are taken as texts", () => {
  const name = (at) => `指标${(at * 2654435761) % 4294967296}${(at * 40503 * 40503) % 65521}`;
  const long = document({ indicators: Array.from({ length: 3000 }, (_, at) => ({ name: name(at), target: "≥5" })) });
  const code = api.encodeLink(long);
  assert.ok(code.length > 20000, `${code.length}`);
  assert.equal(api.decodeLink(`https://example.cn/#${code}`).document.indicators.length, 3000);
  const answers = api.encodeLink(long, { form: "answers" });
  assert.equal(api.decodeLink(answers, { table: JSON.stringify(long) }).document.indicators.length, 3000);
  assert.equal(thrown(() => api.decodeLink("x".repeat(900000))), "link-too-long at link");
});

test("a field named __proto__ is a field", () => {
  const sent = JSON.parse('{"format":"jiping","version":1,"__proto__":{"a":1}}');
  const opened = api.decodeLink(api.encodeLink(sent)).document;
  assert.deepEqual(Object.getOwnPropertyDescriptor(opened, "__proto__")?.value, { a: 1 });
});
