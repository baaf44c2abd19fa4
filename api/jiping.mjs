/* jiping.js as a module, for Node and for pages. */
import "./jiping.js";

export const load = globalThis.jiping.load;
