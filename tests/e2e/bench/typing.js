/* Milliseconds from the input event of one actual to the new total in the document: 200 edits, every row in the document.
 * First the seed's 38 rows, then a table of 2,000 rows that is dropped on the page. */
const EDITS = 200;

function total() {
  return document.querySelector("#total").textContent;
}

/* Resolves as soon as the total reads otherwise. */
function changed(before) {
  return new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (total() !== before) {
        watch.disconnect();
        done(performance.now());
      }
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

function type(field, text) {
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

async function measure(id) {
  const field = document.getElementById(id);
  const times = [];
  for (let at = 0; at < EDITS; at += 1) {
    const before = total();
    const began = performance.now();
    const seen = changed(before);
    type(field, at % 2 ? "0次" : "12次");
    times.push(await seen - began);
    /* The browser paints and rests, as between two keys. */
    await new Promise((done) => setTimeout(done, 20));
  }
  times.sort((a, b) => a - b);
  const at = (share) => Number(times[Math.floor(share * (EDITS - 1))].toFixed(2));
  return { rows: document.querySelectorAll("[id^='row.actual.']").length, median: at(0.5), p95: at(0.95) };
}

function open(document_) {
  const data = new DataTransfer();
  data.items.add(new File([JSON.stringify(document_)], "rows.json", { type: "application/json" }));
  for (const kind of ["dragover", "drop"]) {
    const drop = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data });
    document.getElementById("app").dispatchEvent(drop);
  }
}

const small = await measure("row.actual.i4");
const rows = Array.from({ length: 2000 }, (_, at) => ({
  id: `r${at}`, level1: "产出指标", level2: "数量指标", name: `第${at}批次数`, target: "=12次",
}));
open({ format: "jiping", version: 1, header: { unit: "某单位", year: "2022" }, indicators: rows });
/* Files are opened by the whole program, which this button fetches. */
while (!document.getElementById("open.left")) { await new Promise((done) => { setTimeout(done, 20); }); }
document.getElementById("open.left").click();
while (document.querySelectorAll("[id^='row.actual.']").length !== 2000) {
  const news = document.querySelector(".notice.is-news");
  if (news && !document.getElementById("open.left") && !news.textContent.includes("已打开")) {
    throw new Error(news.textContent);
  }
  await new Promise((done) => setTimeout(done, 50));
}
await new Promise((done) => setTimeout(done, 1000));
return { small, large: await measure("row.actual.r1000") };
