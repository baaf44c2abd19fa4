/* jiping.js as a module, for Node and for pages. Chromium 69 and 70 have no `globalThis`. */
import "./jiping.js";

export const load = (typeof self === "object" ? self : globalThis).jiping.load;
