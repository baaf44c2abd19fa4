/* What the tests of dist/api share. */
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The text of a file of the repository. */
export function text(path) {
  return readFileSync(join(root, path), "utf8");
}

/** The fenced blocks of one language in docs/API.md. */
export function blocks(language) {
  const pattern = new RegExp("^```" + language + "\n(.*?)^```$", "gms");
  return [...text("docs/API.md").matchAll(pattern)].map((match) => match[1]);
}

/** A new folder in which `jiping` is an installed package. */
export function project(name) {
  const folder = join(root, "target/api-tests", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  cpSync(join(root, "dist/api"), join(folder, "node_modules/jiping"), { recursive: true });
  return folder;
}
