// Times the benchmark's work under Node: node run.mjs program.wasm
import { readFile } from 'node:fs/promises';

const UNITS = 10000;
const BATCH = 100;

const bytes = await readFile(process.argv[2]);
const { instance } = await WebAssembly.instantiate(bytes, {});
const { make, evaluate, memory } = instance.exports;

// One document at a time, for the median.
make(1, 1);
evaluate(2000);
const single = [];
for (let i = 0; i < 200; i += 1) {
  const start = performance.now();
  evaluate(10);
  single.push((performance.now() - start) * 100);
}
single.sort((a, b) => a - b);

// Time on the core: other programs' turns are not in it.
const core = () => process.cpuUsage().user / 1000;

let reading = 0;
let busy = 0;
let making = 0;
let derivations = 0;
let early = 0;
const batches = [];
for (let first = 0; first < UNITS; first += BATCH) {
  const start = performance.now();
  make(first, BATCH);
  const made = performance.now();
  const before = core();
  derivations += evaluate(1);
  const took = performance.now() - made;
  reading += took;
  batches.push(took);
  busy += core() - before;
  making += made - start;
  if (first === BATCH) early = memory.buffer.byteLength;
}

const kB = (size) => Math.round(size / 1024);
console.log(`  program: ${kB(bytes.length)} kB`);
console.log(`  evaluate the seed, filled: least ${single[0].toFixed(1)} µs, median ${single[100].toFixed(1)} µs`);
console.log(
  `  ${UNITS} units × 38 indicators: ${(reading / 1000).toFixed(3)} s to evaluate, ` +
    `${(busy / 1000).toFixed(3)} s of them on the core (${derivations} derivations); ${(making / 1000).toFixed(3)} s to make the texts`,
);
batches.sort((a, b) => a - b);
const pace = (at) => ((batches[Math.floor(batches.length * at)] * UNITS) / BATCH / 1000).toFixed(3);
console.log(`  at the pace of the median batch of ${BATCH}: ${pace(0.5)} s; of the fastest: ${pace(0)} s`);
console.log(`  memory: ${kB(early)} kB after 200 units, ${kB(memory.buffer.byteLength)} kB after all`);
