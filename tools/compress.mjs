// Writes a .br and a .gz twin beside every file of a folder, and prints one line a file: name, raw, gzip and brotli bytes.
// Node's zlib writes no time stamp, so equal files give equal twins.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
const quality = {
  [constants.BROTLI_PARAM_QUALITY]: 11,
  [constants.BROTLI_PARAM_LGWIN]: 22,
};
for (const name of readdirSync(folder).sort()) {
  const path = join(folder, name);
  const bytes = readFileSync(path);
  const params = { ...quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const brotli = brotliCompressSync(bytes, { params });
  const gzip = gzipSync(bytes, { level: 9 });
  writeFileSync(`${path}.br`, brotli);
  writeFileSync(`${path}.gz`, gzip);
  console.log(`${name} ${bytes.length} ${gzip.length} ${brotli.length}`);
}
