/* 页脚: which version runs, whether the page keeps silent, and the page as one file to take along.
 *
 * It asks the program for nothing but the evaluation's text, so it also works where the program does not. What is only
 * needed for a download is in offline.js, which the site loads when a button here asks for it; the single file has it
 * inside, and keeps a copy of itself as it was opened. In the same way keep.js switches the service worker.
 */
try { (function (win, doc) {
  var root = doc.documentElement;
  var script = doc.currentScript;
  var self = doc.getElementById("jiping-document") ? root.cloneNode(true) : null;
  var webview = /MicroMessenger|QQ\/|DingTalk|wxwork|Feishu|Lark/i.test(navigator.userAgent);
  /* Whether this is a place where a browser may keep the site: https, or this computer itself. */
  var keeps = script.getAttribute("data-keep") && win.isSecureContext && /^http/.test(location.protocol) && navigator.serviceWorker;
  var foot = doc.getElementById("foot");
  var panel = doc.createElement("div");
  var named;

  function words(chinese, english) {
    return root.lang === "en" ? english : chinese;
  }

  function add(kind, text) {
    var node = doc.createElement(kind);
    node.textContent = text;
    panel.appendChild(node);
    return node;
  }

  function line(good, text) {
    add("p", (good ? "✓ " : "▲ ") + text).className = good ? "is-good" : "is-warn";
  }

  function button(name, text, run) {
    var node = add("button", text);
    node.id = name;
    node.type = "button";
    node.className = "button";
    node.onclick = run;
  }

  /* The foot's own labels, in the language of the page. */
  function name() {
    if (named === root.lang) { return; }
    named = root.lang;
    doc.getElementById("foot-check").textContent = words("断网自检 · 下载离线版", "Self-check · Download for offline use");
    doc.getElementById("foot-licences").textContent = words("开源许可", "Licences");
    panel.hidden = true;
  }

  /* What was asked for since the page was ready. */
  function requests() {
    var since = Number(root.getAttribute("data-boot-at"));
    return performance.getEntriesByType("resource").filter(function (entry) {
      return entry.startTime > since && !/^(data|blob):/.test(entry.name);
    }).map(function (entry) { return entry.name; });
  }

  /* Tries what the policy forbids, with an address that leads nowhere: the browser must refuse it. */
  function probe(then) {
    var held = false;
    function note() { held = true; }
    doc.addEventListener("securitypolicyviolation", note);
    try {
      var request = new XMLHttpRequest();
      request.open("GET", "data:,");
      request.send();
    } catch (refused) { /* The event says why. */ }
    setTimeout(function () {
      doc.removeEventListener("securitypolicyviolation", note);
      then(held);
    }, 300);
  }

  /* The evaluation as the text of a file; the program writes it into an attribute when asked. */
  function evaluation() {
    var app = doc.getElementById("app");
    app.dispatchEvent(new Event("jiping-ask"));
    var text = app.getAttribute("data-document") || "";
    app.removeAttribute("data-document");
    return text;
  }

  /* A script that the site has and the page so far not: of this name, which leaves a function of that name. */
  function part(name, made, order) {
    order.panel = panel;
    order.line = line;
    order.button = button;
    order.words = words;
    function go() { win[made](order); }
    if (win[made]) { return go(); }
    var tag = doc.createElement("script");
    tag.charset = "utf-8";
    tag.onload = go;
    tag.onerror = function () {
      line(false, words("没有取到离线版，请检查网络。", "The file did not arrive: check the network."));
    };
    tag.src = script.getAttribute(name);
    doc.body.appendChild(tag);
  }

  /* `hash`: says the file's; `file`: hands it over, `text` inside it; `text`: shows this text where downloads fail. */
  function offline(kind, text) {
    part("data-offline", "jipingOffline", { kind: kind, text: text, self: self });
  }

  /* The switch of the service worker; `pressed` or at the start. */
  function keep(pressed) {
    part("data-keep", "jipingKeep", { pressed: pressed });
  }

  function swallowed() {
    panel.hidden = false;
    offline("text", evaluation());
  }

  function check() {
    panel.textContent = "";
    var list = requests();
    line(true, words("版本 ", "Version ") + root.getAttribute("data-version"));
    line(!list.length, list.length
      ? words("打开后按您的要求取过：", "Asked for since the start, by a button: ") + list.join(" ")
      : words("打开后没有任何网络请求。拔掉网线也能填报、保存和打印", "No request since the start. Filling in, saving and printing work unplugged")
        + (self ? words("。", ".") : words("；分享、评审等须先联网。", "; sharing, review etc. go online first.")));
    probe(function (held) {
      line(held, held
        ? words("浏览器的安全策略（CSP）禁止本页联网：刚才试了一次，被拒绝。", "The security policy forbids requests: one was tried just now and refused.")
        : words("这个浏览器没有执行禁止联网的安全策略。", "This browser does not enforce the policy that forbids requests."));
      if (self) { offline("hash"); }
      button("foot-offline", words("下载离线版", "Download for offline use"), function () { offline("file", ""); });
      button("foot-filled", words("下载离线版（含当前内容）", "The same with this evaluation"), function () { offline("file", evaluation()); });
      if (keeps) { button("foot-keep", words("断网打开本网址…", "Open this address offline…"), function () { keep(true); }); }
    });
  }

  panel.id = "foot-panel";
  panel.hidden = true;
  panel.setAttribute("role", "status");
  foot.appendChild(panel);
  doc.getElementById("foot-version").textContent = root.getAttribute("data-version");
  name();
  new MutationObserver(name).observe(root, { attributes: true, attributeFilter: ["lang"] });
  doc.getElementById("foot-check").onclick = function () {
    panel.hidden = !panel.hidden;
    if (!panel.hidden) { check(); }
  };
  var licences = doc.getElementById("jiping-licences");
  if (licences) {
    doc.getElementById("foot-licences").onclick = function () {
      panel.textContent = "";
      panel.hidden = false;
      add("pre", licences.textContent);
      return false;
    };
  }
  if (keeps && keeps.controller) { keep(false); }
  if (webview) {
    doc.addEventListener("click", function (event) {
      if (event.target.download) { swallowed(); }
    });
  }
}(window, document)); } catch (ignored) { /* boot.js says what is wrong with the browser. */ }
