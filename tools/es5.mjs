// Fails unless a script is what browsers of 2009 can read: they must get as far as the sentence that says what to do.
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';

const script = readFileSync(process.argv[2], 'utf8');
try {
  parse(script, { ecmaVersion: 5, sourceType: 'script' });
} catch (error) {
  console.error(`not ECMAScript 5: ${error.message}: ${script.slice(Math.max(0, error.pos - 40), error.pos + 40)}`);
  process.exit(1);
}
