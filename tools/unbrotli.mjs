// Unpacks one brotli file into a program: `node unbrotli.mjs from.br to`.
import { chmodSync, createReadStream, createWriteStream, renameSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const [from, to] = process.argv.slice(2);
await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(`${to}.part`));
chmodSync(`${to}.part`, 0o755);
renameSync(`${to}.part`, to);
