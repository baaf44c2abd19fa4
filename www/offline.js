/* 离线版: the single file of the version that runs, handed over as a download.
 *
 * In the site the file's text is in `jipingSingle`, set by the script that this is part of. The single file makes it
 * from a copy of itself as it was opened: the file is written exactly as a browser writes out what it has read.
 */
window.jipingOffline = (function (win, doc) {
  var OPEN = "<script type=\"application/json\" id=\"jiping-document\">";
  var CLOSE = "</script>";

  /* The file with this evaluation inside, or with none. */
  function file(self, text) {
    var page = self ? "<!DOCTYPE html>\n" + self.outerHTML : win.jipingSingle;
    var from = page.indexOf(OPEN) + OPEN.length;
    var to = page.indexOf(CLOSE, from);
    /* In JSON a less-than stands only in strings; escaped it ends no script. */
    return page.slice(0, from) + text.replace(/</g, "\\u003c") + page.slice(to);
  }

  function bits(word) {
    return ("0000000" + (word >>> 0).toString(16)).slice(-8);
  }

  function rotated(word, by) {
    return (word >>> by) | (word << (32 - by));
  }

  /* The first 32 bits of the fractions of the square or cube roots of the first primes. */
  function roots(count, power) {
    var found = [];
    for (var number = 2; found.length < count; number += 1) {
      var prime = true;
      for (var by = 2; by * by <= number; by += 1) { if (number % by === 0) { prime = false; } }
      if (prime) {
        var root = Math.pow(number, power);
        found.push(((root - Math.floor(root)) * 4294967296) | 0);
      }
    }
    return found;
  }

  function block(state, view, at, factors) {
    var words = [];
    for (var step = 0; step < 64; step += 1) {
      if (step < 16) {
        words[step] = view.getInt32(at + step * 4);
      } else {
        var x = words[step - 15];
        var y = words[step - 2];
        words[step] = (words[step - 16] + words[step - 7] + (rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3))
          + (rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10))) | 0;
      }
    }
    var s = state.slice();
    for (var turn = 0; turn < 64; turn += 1) {
      var one = (s[7] + (rotated(s[4], 6) ^ rotated(s[4], 11) ^ rotated(s[4], 25)) + ((s[4] & s[5]) ^ (~s[4] & s[6]))
        + factors[turn] + words[turn]) | 0;
      var two = ((rotated(s[0], 2) ^ rotated(s[0], 13) ^ rotated(s[0], 22))
        + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]))) | 0;
      s = [(one + two) | 0, s[0], s[1], s[2], (s[3] + one) | 0, s[4], s[5], s[6]];
    }
    for (var part = 0; part < 8; part += 1) { state[part] = (state[part] + s[part]) | 0; }
  }

  /* SHA-256 (FIPS 180-4); a page without https has no crypto.subtle. */
  function sha256(text) {
    var bytes = new win.TextEncoder().encode(text);
    var length = ((bytes.length + 8) >> 6) + 1;
    var padded = new Uint8Array(length * 64);
    padded.set(bytes);
    padded[bytes.length] = 128;
    var view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(bytes.length / 536870912));
    view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
    var state = roots(8, 1 / 2);
    var factors = roots(64, 1 / 3);
    for (var at = 0; at < padded.length; at += 64) { block(state, view, at, factors); }
    return state.map(bits).join("");
  }

  function save(name, text) {
    var address = URL.createObjectURL(new Blob([text], { type: "text/html" }));
    var anchor = doc.createElement("a");
    anchor.href = address;
    anchor.download = name;
    doc.body.appendChild(anchor);
    anchor.click();
    doc.body.removeChild(anchor);
    setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
  }

  /* `绩评-单位.html`, without what file systems refuse. */
  function name(filled) {
    var unit = doc.title.split(" · ");
    var safe = unit[0].replace(/[\\/:*?"<>|\u0000-\u001f]/g, "").slice(0, 60);
    return filled && unit[1] ? "绩评-" + safe + ".html" : "jiping.html";
  }

  /* A place where downloads are often swallowed without a word. */
  function instead(order) {
    order.panel.textContent = "";
    order.line(false, order.words(
      "聊天软件里常常不能下载。请用系统浏览器打开本页；或复制下面的内容，存成 .json 文件，以后用“打开”读入。",
      "Chat programs often swallow downloads. Open this page in a browser, or copy this text into a .json file and open that later."
    ));
    var box = doc.createElement("textarea");
    box.id = "foot-text";
    box.className = "field";
    box.rows = 6;
    box.readOnly = true;
    box.value = order.text;
    order.panel.appendChild(box);
    order.button("foot-copy", order.words("复制", "Copy"), function () {
      box.select();
      doc.execCommand("copy");
    });
    order.panel.scrollIntoView();
  }

  return function (order) {
    if (order.kind === "text") { return instead(order); }
    var empty = file(order.self, "");
    var hash = " SHA-256: " + sha256(empty);
    if (order.kind === "hash") {
      return order.line(true, order.words("本文件（不含内嵌的内容）", "This file (without an evaluation inside)") + hash);
    }
    save(name(order.text), order.text ? file(order.self, order.text) : empty);
    order.line(true, order.words("离线版已交给浏览器下载；不含内容时", "The file is handed to the browser; without an evaluation its") + hash);
  };
}(window, document));
