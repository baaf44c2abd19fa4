/* Starts the page: looks at the browser, loads the program, shows the progress and, if anything fails, the cause.
 *
 * Written in the oldest JavaScript, so that a browser that cannot run the program still says what to do; build tools
 * must keep it so. It works as a file of its own, which names the parts to load in its `data-` attributes, and inside
 * the page of the single file, where `wasm_bindgen` and `jipingCore` are there already.
 *
 * There are two programs: the small one that the first visit needs, and the whole one. The small one asks for the whole
 * one (`jipingMore`) when somebody presses a button that it cannot serve; it hands over what it holds and leaves. What
 * is known from the start to need the whole one (a link in the address, the English interface) begins with it.
 */
(function (win, doc) {
  var root = doc.documentElement;
  var script = doc.currentScript;
  var began = new Date().getTime();
  var state = { step: 0, failed: false, running: false };

  function part(id) {
    return doc.getElementById(id);
  }

  function text(node, words) {
    if (!node) { return; }
    while (node.firstChild) { node.removeChild(node.firstChild); }
    node.appendChild(doc.createTextNode(words));
  }

  function step(number, words) {
    if (state.failed) { return; }
    state.step = number;
    text(part("boot-step"), words);
    var bar = part("boot-bar");
    if (bar) { bar.value = number; }
  }

  function copy() {
    var box = part("boot-cause");
    var done = false;
    box.focus();
    box.select();
    try { done = doc.execCommand("copy"); } catch (ignored) { done = false; }
    text(part("boot-copy"), done ? "已复制 Copied" : "请按 Ctrl+C 复制 Press Ctrl+C");
  }

  /* The one place where starting ends badly: what happened, what to do, and what to send to whoever helps. */
  function fail(words, cause) {
    if (state.failed || state.running) { return; }
    state.failed = true;
    root.setAttribute("data-boot", "failed");
    part("boot").className = "boot is-failed";
    part("boot").setAttribute("role", "alert");
    text(part("boot-step"), words);
    part("boot-cause").value = [
      words,
      "cause: " + (cause || "-"),
      "version: " + root.getAttribute("data-version") + ", step " + state.step,
      "browser: " + navigator.userAgent,
      "address: " + String(location.href).split("#")[0]
    ].join("\n");
    part("boot-help").removeAttribute("hidden");
    part("boot-help").style.display = "block";
    part("boot-copy").onclick = copy;
    var all = everything();
    if (all) {
      var button = part("boot-copy").parentNode.appendChild(piece("button", "boot__copy", "保存本机全部自评 Save everything kept here"));
      button.type = "button";
      button.id = "boot-all";
      button.onclick = function () { save("jiping-all.json", all); };
    }
  }

  /* Everything kept on this machine, as the file that holds a whole store. Each evaluation is stored as a line that
   * says what it is (revision, deletion and name at 1, 2 and 3) and the document's JSON. */
  function everything() {
    var all = [];
    try {
      for (var at = 0; at < win.localStorage.length; at += 1) {
        var key = win.localStorage.key(at);
        var text = win.localStorage.getItem(key);
        var end = text.indexOf("\n");
        var head = text.slice(0, end).split("\t");
        if (key.indexOf("jiping.eval.") === 0 && head.length > 3) {
          all.push("{\"changed\":\"" + head[1] + "\",\"label\":" + JSON.stringify(head[3])
            + ",\"document\":" + text.slice(end + 1) + "}");
        }
      }
    } catch (ignored) { /* Blocked: nothing is kept. */ }
    return all.length ? "{\"format\":\"jiping-shelf\",\"version\":1,\"evaluations\":[\n" + all.join(",\n") + "\n]}\n" : "";
  }

  function save(name, content) {
    var link = doc.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    link.download = name;
    link.click();
  }

  /* What was typed since the program last left its document: it may be gone before it takes it. */
  var typed = { since: null, all: {} };

  function watch(event) {
    if (typed.since !== win.jipingLast) { typed = { since: win.jipingLast, all: {} }; }
    if (event.target.id) { typed.all[event.target.id] = event.target.value; }
  }

  function piece(tag, name, words) {
    var node = doc.createElement(tag);
    node.className = name;
    if (words) { text(node, words); }
    return node;
  }

  /* The program has ended in the middle of work: its last text is here all the same, to be had as a file. */
  function rescue(cause) {
    if (part("rescue")) { return; }
    root.setAttribute("data-boot", "rescue");
    var left = win.jipingLast || "";
    var box = piece("div", "boot rescue is-failed");
    box.id = "rescue";
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-label", "程序出错 The program failed");
    box.appendChild(piece("p", "boot__step", "程序出错，已经停下。您填的内容还在，请先存成文件，再重新打开本页。"));
    box.appendChild(piece("p", "boot__text", "The program failed and has stopped. Your work is still here: save it as a file, then reload."));
    var acts = box.appendChild(piece("p", "boot__acts"));
    function act(id, words, run) {
      var button = piece("button", "boot__copy", words);
      button.type = "button";
      button.id = id;
      button.onclick = run;
      acts.appendChild(button);
    }
    if (left) { act("rescue-save", "存成文件 Save as a file", function () { save(win.jipingLastName || "jiping.json", left); }); }
    if (everything()) { act("rescue-all", "全部自评 Everything kept", function () { save("jiping-all.json", everything()); }); }
    act("rescue-again", "重新打开 Reload", function () { location.reload(); });
    var fields = Object.keys(typed.all);
    if (typed.since === win.jipingLast && fields.length) {
      box.appendChild(piece("p", "boot__text", "最后填写而可能没有存进文件的 Typed last and perhaps not in the file:"));
      var list = box.appendChild(piece("ul", "boot__typed"));
      fields.forEach(function (id) { list.appendChild(piece("li", "", id + "：" + typed.all[id])); });
    }
    var area = box.appendChild(piece("textarea", "boot__cause"));
    area.id = "rescue-text";
    area.rows = 7;
    area.readOnly = true;
    area.setAttribute("aria-label", "内容 / content");
    area.value = left || cause;
    doc.body.appendChild(box);
    acts.firstChild.focus();
  }

  /* An error of the program itself, not of an extension of the browser. */
  function ended(error) {
    return state.running && !state.failed && win.WebAssembly && error instanceof win.WebAssembly.RuntimeError;
  }

  function say(error) {
    return error && error.message ? (error.name || "Error") + ": " + error.message : String(error);
  }

  function chromium() {
    var found = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent);
    return found ? Number(found[1]) : 0;
  }

  /* A reason why the program cannot run here, or nothing. */
  function obstacle() {
    if (doc.documentMode || /MSIE |Trident\//.test(navigator.userAgent)) {
      return "当前是 IE 内核，无法运行本页。请在地址栏右侧切换到“极速模式”，或用 360、奇安信、Edge、Chrome 等浏览器重新打开。"
        + " This is the Internet Explorer engine: switch to the fast mode or use another browser.";
    }
    if (!win.WebAssembly || !win.Promise || !win.Uint8Array || !doc.querySelector || !win.TextDecoder) {
      return "浏览器版本过旧，无法运行本页。请升级到 Chrome 69（或同等内核）及以上版本。"
        + " This browser is too old: Chrome 69 or the like is needed.";
    }
    try {
      return new Function("")();
    } catch (refused) {
      /* Below Chromium 97 this same rule forbids WebAssembly, and compiling it all the same can end the browser. */
      if (chromium() > 0 && chromium() < 97) {
        return "网站的安全策略（CSP）不允许运行本页的程序。请让管理员为本页加上 script-src 'wasm-unsafe-eval' 'unsafe-eval'，或下载离线版打开。"
          + " The site's security policy forbids WebAssembly here.";
      }
    }
  }

  function load(address, then, otherwise) {
    var tag = doc.createElement("script");
    tag.charset = "utf-8";
    tag.async = true;
    tag.onload = then;
    tag.onerror = otherwise || function () {
      fail("没有取到文件 " + address + "，请检查网络后刷新。 A file did not arrive: check the network and reload.", "load " + address);
    };
    tag.src = address;
    doc.body.appendChild(tag);
  }

  /* A script can be had from any server and from a folder, a .wasm file cannot; each byte is one character, and Chinese
   * text is itself. The first 256 characters of a piece are those of the bytes from 0 on: see xtask/src/site.rs. */
  function letters(pieces) {
    var bytes = new Uint8Array(pieces.join("").length * 3);
    var table = new Uint8Array(512);
    var to = 0;
    pieces.forEach(function (packed) {
      for (var at = 0; at < packed.length; at += 1) {
        var code = packed.charCodeAt(at);
        if (at < 256) {
          table[code] = at;
        } else if (code < 512) {
          bytes[to++] = table[code];
        } else {
          bytes[to++] = 224 | code >> 12;
          bytes[to++] = 128 | code >> 6 & 63;
          bytes[to++] = 128 | code & 63;
        }
      }
    });
    return bytes.subarray(0, to);
  }

  /* The program as bytes. In the site it comes sorted, which packs better: see xtask/src/pack.rs, which also numbers the
   * streams; in the single file as it is. Damaged bytes give a program that the browser refuses. */
  function unpack(packed) {
    var bytes = letters(packed);
    if (!bytes[0]) { return bytes; }
    var at = 0;
    var to = 0;
    var places = new Int32Array(23);
    var pointed = [];
    var pointer = 0;
    var constants = { far: [] };
    var calls = { far: [] };
    var before = 11;
    var depth;
    var next = 0;
    var whole = number();
    var out = new Uint8Array(whole + 8);
    var functions = number();
    var lengths = [];
    var stream;

    function number() {
      var value = 0;
      var shift = 0;
      var byte;
      do {
        byte = bytes[at++];
        value |= (byte & 127) << shift;
        shift += 7;
      } while (byte & 128);
      return value;
    }

    function read(from) {
      at = places[from];
      var value = number();
      places[from] = at;
      return value;
    }

    function unfold(folded) {
      return folded >>> 1 ^ -(folded & 1);
    }

    /* Writes a number; `limit` is 127, or 63 where it has a sign. */
    function put(value, limit) {
      while (value > limit || value < -64) {
        out[to++] = value & 127 | 128;
        value >>= 7;
      }
      out[to++] = value & 127;
    }

    function touch(list, value, most) {
      var last = list.indexOf(value);
      if (last >= 0) { list.splice(last, 1); }
      list.unshift(value);
      if (list.length > most) { list.pop(); }
    }

    /* A value that came before, between the same two instructions or at all, or a new one. */
    function recall(from, known) {
      var between = before * 256 + next;
      var near = known[between] = known[between] || [];
      var symbol = read(from);
      var value = symbol < 16 ? near[symbol] : symbol < 64 ? known.far[symbol - 16] : unfold(symbol - 64);
      touch(near, value, 16);
      touch(known.far, value, 48);
      return value;
    }

    function copy(from, count) {
      while (count > 0) {
        out[to++] = bytes[places[from]++];
        count -= 1;
      }
    }

    function pass(from) {
      var place = places[from];
      var value = 0;
      var shift = 0;
      var byte;
      do {
        byte = out[to++] = bytes[place++];
        value |= (byte & 127) << shift;
        shift += 7;
      } while (byte & 128);
      places[from] = place;
      return value;
    }

    function many(from, count) {
      while (count > 0 && places[from] < bytes.length) {
        pass(from);
        count -= 1;
      }
    }

    function instruction() {
      var code = bytes[places[21]++];
      var alignment = -1;
      if (code === 254) {
        alignment = bytes[places[21]++];
        code = bytes[places[21]++];
      }
      next = bytes[places[21]];
      out[to++] = code === 255 || code === 253 ? 65 : code;
      if (code >= 40 && code <= 62) {
        out[to++] = alignment < 0 ? "23230011001122232301012".charCodeAt(code - 40) & 15 : alignment;
        pass(code < 54 ? 17 : 19);
      } else if (code === 32) {
        pass(next >= 40 && next < 54 ? 11 : next === 32 || next === 65 || next === 255 ? 12 : 13);
      } else if (code === 33 || code === 34) {
        pass(code - 19);
      } else if (code >= 2 && code <= 4) {
        copy(21, 1);
        depth += 1;
      } else if (code === 11) {
        depth -= 1;
      } else if (code === 12 || code === 13) {
        pass(3);
      } else if (code === 14) {
        many(4, pass(4) + 1);
      } else if (code === 16) {
        put(recall(20, calls), 127);
      } else if (code === 17) {
        pass(18);
        copy(18, 1);
      } else if (code === 35 || code === 36 || code === 253) {
        pass(18);
      } else if (code === 63 || code === 64) {
        copy(18, 1);
      } else if (code === 65) {
        put(recall(next === 106 ? 5 : next >= 54 && next < 63 ? 6 : next === 16 ? 7 : next >= 70 && next < 80 ? 8 : 9, constants), 63);
      } else if (code === 66) {
        pass(10);
      } else if (code === 67 || code === 68) {
        copy(18, code === 67 ? 4 : 8);
      } else if (code === 255) {
        pointer += unfold(read(2));
        put(pointed[pointer], 63);
      }
      before = code;
    }

    for (stream = 0; stream < 23; stream += 1) { lengths.push(number()); }
    for (stream = 0; stream < 23; stream += 1) {
      places[stream] = at;
      at += lengths[stream];
    }
    for (var place = 1 << 20, end = places[2]; places[1] < end;) { pointed.push(place += read(1)); }
    end = places[22];
    copy(0, lengths[0]);
    while (functions > 0 && places[21] < end) {
      var start = to;
      to += 5;
      for (var groups = pass(16); groups > 0 && to < whole; groups -= 1) {
        pass(16);
        copy(16, 1);
      }
      depth = 1;
      while (depth > 0 && places[21] < end) { instruction(); }
      var length = to - start - 5;
      to = start;
      put(length, 127);
      out.copyWithin(to, start + 5, start + 5 + length);
      to += length;
      functions -= 1;
    }
    copy(22, lengths[22]);
    return out.subarray(0, whole);
  }

  function ready() {
    var boot = part("boot");
    state.running = true;
    if (boot) { boot.parentNode.removeChild(boot); }
    root.setAttribute("data-boot", "ready");
    if (!root.hasAttribute("data-boot-at")) {
      root.setAttribute("data-boot-at", String(win.performance ? performance.now() : 0));
    }
    root.setAttribute("data-boot-ms", String(new Date().getTime() - began));
    if (state.caret) { setTimeout(arrive, 0); }
  }

  /* wasm-bindgen's script declares this name by `let`, so that it is no property of the window. */
  function program() {
    return typeof wasm_bindgen === "undefined" ? null : wasm_bindgen;
  }

  function start(glue, core) {
    step(3, "正在启动…… Starting…");
    /* A turn of the event loop, so that the words are seen before the work. */
    setTimeout(function () {
      try {
        glue({ module_or_path: core }).then(ready, function (error) {
          fail("程序没有启动。 The program did not start.", say(error));
        });
      } catch (error) {
        fail("程序没有启动。 The program did not start.", say(error));
      }
    }, 0);
  }

  function unpacked() {
    var glue = win.jipingGlue || program();
    var core = win.jipingCore;
    win.jipingCore = win.jipingGlue = null;
    if (!glue || !core) { return fail("程序文件不完整，请刷新。 A file is damaged: reload.", "empty part"); }
    start(glue, unpack(core));
  }

  function tell(name) {
    var event = doc.createEvent("Event");
    event.initEvent(name, false, false);
    win.dispatchEvent(event);
  }

  /* Fetches the whole program, and beside it the style of what only that shows: nothing is drawn or printed without it.
   * What is missing is asked for again the next time. */
  function whole(then, otherwise) {
    var left = 2;
    var sheet = doc.createElement("link");
    function one() {
      left -= 1;
      if (left === 0) { then(); }
    }
    function lost() {
      if (left > 2) { return; }
      left = 9;
      doc.head.removeChild(sheet);
      otherwise();
    }
    sheet.rel = "stylesheet";
    sheet.href = script.getAttribute("data-style");
    sheet.onload = one;
    sheet.onerror = otherwise ? lost : one;
    doc.head.appendChild(sheet);
    load(script.getAttribute("data-more"), one, otherwise && lost);
  }

  /* Where the person is: the height keeps the page from jumping while one program goes and the other comes. */
  function leave() {
    var at = doc.activeElement;
    state.at = at;
    state.caret = [];
    try { state.caret = [at.selectionStart, at.selectionEnd]; } catch (ignored) { /* No field of text. */ }
    doc.body.style.minHeight = root.scrollHeight + "px";
    tell("jiping-leave");
  }

  /* Back into the field that somebody types in, if what was pressed has not gone elsewhere. */
  function arrive() {
    var at = state.at && state.at.id && part(state.at.id);
    doc.body.style.minHeight = "";
    if (!at || doc.activeElement !== doc.body) { return; }
    at.focus();
    if (typeof state.caret[0] === "number") { at.setSelectionRange(state.caret[0], state.caret[1]); }
  }

  /* The small program asks for the whole one. It is told when that is there (`jiping-leave`) or cannot be had
   * (`jiping-stay`); what it hands over stands in `jipingHanded`, where the whole one looks. */
  win.jipingMore = function () {
    if (state.asked) { return; }
    state.asked = true;
    root.setAttribute("data-boot", "more");
    function stay() {
      win.jipingCore = win.jipingGlue = null;
      state.asked = false;
      root.setAttribute("data-boot", "ready");
      tell("jiping-stay");
    }
    /* The small one works on until all is made ready: what is typed meanwhile comes along, and nobody waits. */
    whole(function () {
      var glue = win.jipingGlue;
      var core = win.jipingCore;
      if (!glue || !core) { return stay(); }
      win.jipingCore = win.jipingGlue = null;
      WebAssembly.compile(unpack(core)).then(function (made) {
        leave();
        root.setAttribute("data-more", "ready");
        start(glue, made);
      }, stay);
    }, stay);
  };

  /* Whether the whole program is needed from the start: for a link, for English, and for what is kept, as the small
   * one reads nothing. */
  function wantsMore() {
    var wants = /jp\d/.test(location.hash);
    try {
      wants = wants || win.localStorage.getItem("jiping.language") === "en";
      for (var at = 0; at < win.localStorage.length; at += 1) {
        wants = wants || /^jiping\.(eval|draft)\./.test(win.localStorage.key(at));
      }
    } catch (ignored) { /* Blocked: nothing is kept. */ }
    return wants;
  }

  function begin() {
    var why = obstacle();
    if (why) { return fail(why, "not supported"); }
    win.addEventListener("error", function (event) {
      if (ended(event.error)) { return rescue(say(event.error)); }
      fail("程序出错。 The program failed.", event.message);
    });
    doc.addEventListener("input", watch, true);
    win.addEventListener("unhandledrejection", function (event) {
      if (ended(event.reason)) { return rescue(say(event.reason)); }
      fail("程序出错。 The program failed.", say(event.reason));
    });
    root.setAttribute("data-boot", "loading");
    if (win.jipingCore) { return unpacked(); }
    var core = script.getAttribute("data-core");
    var more = script.getAttribute("data-more");
    step(1, "正在载入…… Loading…");
    if (more && wantsMore()) {
      state.asked = true;
      return whole(unpacked);
    }
    /* A link put into the address of the page that is open already. */
    win.addEventListener("hashchange", function () {
      if (more && /jp\d/.test(location.hash)) { win.jipingMore(); }
    });
    /* Both at once; only one of the two programs is ever fetched. Trunk's developing build has the program as a file
     * that the glue itself fetches. */
    var bare = /\.wasm$/.test(core);
    var awaited = bare ? 1 : 2;
    var arrived = function () {
      awaited -= 1;
      if (state.failed) { return; }
      if (awaited > 0) { return step(2, "正在载入…… Loading…"); }
      if (bare) { return start(program(), core); }
      unpacked();
    };
    load(script.getAttribute("data-glue"), arrived);
    if (!bare) { load(core, arrived); }
  }

  begin();
}(window, document));
