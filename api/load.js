/* The tail of jiping.js: `core` holds the program, `wasm_bindgen` is the glue before this.
 *
 * The same script is read by a page (`jiping.load()`), by Node (`require("jiping").load()`) and, through jiping.mjs,
 * as a module. Each byte of the program is one character, 35 higher; 291 and 292 stand for the backslash's and the
 * less-than's places, as in www/boot.js.
 */
function unpack(packed) {
  var bytes = new Uint8Array(packed.length);
  for (var at = 0; at < packed.length; at += 1) {
    var code = packed.charCodeAt(at) - 35;
    bytes[at] = code < 256 ? code : code === 256 ? 57 : 25;
  }
  return bytes;
}

var loading = null;

function load() {
  if (!loading) {
    loading = wasm_bindgen({ module_or_path: unpack(core) }).then(function () {
      core = "";
      return Object.freeze({
        readValue: wasm_bindgen.readValue,
        evaluate: wasm_bindgen.evaluate,
        policies: wasm_bindgen.policies,
        encodeLink: wasm_bindgen.encodeLink,
        decodeLink: wasm_bindgen.decodeLink,
        compare: wasm_bindgen.compare,
        rollUp: wasm_bindgen.rollUp
      });
    });
  }
  return loading;
}

var face = Object.freeze({ load: load });
(typeof self === "object" ? self : global).jiping = face;
if (typeof module === "object" && module.exports) {
  module.exports = face;
}
