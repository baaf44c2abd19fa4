/* 断网打开: the switch of the service worker, which is off until somebody presses it. Only where a browser allows one:
 * on https, and on this computer's own address. See sw.js.
 */
window.jipingKeep = (function (win, doc) {
  var workers = navigator.serviceWorker;
  var order;

  function say(good, chinese, english) {
    order.line(good, order.words(chinese, english));
  }

  function button(id, chinese, english, run) {
    order.button("foot-keep-" + id, order.words(chinese, english), run);
  }

  /* All that is kept for this address. */
  function names(scope) {
    return win.caches.keys().then(function (all) {
      return all.filter(function (name) { return name.indexOf("jiping " + scope + " ") === 0; });
    });
  }

  function failed(error) {
    order.panel.textContent = "";
    say(false, "没有成功：" + error, "This failed: " + error);
  }

  /* Waits until a worker that is coming is there. */
  function settled(worker) {
    return new Promise(function (good, bad) {
      function look() {
        if (worker.state === "redundant") { bad(new Error("a file did not arrive or is not what it should be")); }
        if (worker.state === "installed" || worker.state === "activated") { good(); }
      }
      worker.addEventListener("statechange", look);
      look();
    });
  }

  function on() {
    say(true, "正在取全部文件……", "Fetching every file…");
    workers.register("sw.js").then(function (registration) {
      var coming = registration.installing;
      return coming && settled(coming);
    }).then(show).catch(failed);
  }

  function off(registration) {
    registration.unregister().then(function () {
      return names(registration.scope);
    }).then(function (all) {
      return Promise.all(all.map(function (name) { return win.caches.delete(name); }));
    }).then(show).catch(failed);
  }

  function update(registration) {
    say(true, "正在检查……", "Checking…");
    registration.update().then(function () {
      return registration.installing && settled(registration.installing);
    }).then(function () {
      return show().then(function () {
        if (!registration.waiting) { say(true, "没有更新的版本。", "There is no newer version."); }
      });
    }).catch(failed);
  }

  /* A newer version is here: it is taken when the page is opened again, if a person wants it. */
  function offer(registration) {
    say(false, "有新版本。现在的页面不受影响，换用要等下次打开或刷新。", "A newer version is here. This page stays as it is; the new one is taken when the page is opened again.");
    button("take", "下次打开时换用新版本", "Take it the next time", function () {
      win.caches.open("jiping " + registration.scope + " take").then(function () {
        say(true, "好，下次打开或刷新时换用。", "It will be taken the next time this page is opened or reloaded.");
      }).catch(failed);
    });
  }

  function show() {
    return workers.getRegistration().then(function (registration) {
      order.panel.textContent = "";
      if (!registration) {
        say(true, "断网打开：已关闭，这台电脑上没有保存本站的文件。", "Opening without a network: off, no file of this site is kept here.");
        return button("on", "开启：没有网络也能打开本网址", "Switch it on", on);
      }
      say(true, "断网打开：已开启，没有网络也能打开本网址；关闭时删除保存的文件。", "Opening without a network: on; switching it off deletes what is kept.");
      if (registration.waiting) { offer(registration); }
      button("update", "检查新版本", "Look for a newer version", function () { update(registration); });
      button("off", "关闭并删除保存的文件", "Switch it off and delete", function () { off(registration); });
    });
  }

  /* The page was opened by the worker: says so if a newer version waits or comes. */
  function watch() {
    function tell() {
      /* Not before the program runs, and speaks its language. */
      if (doc.documentElement.getAttribute("data-boot") !== "ready") { return setTimeout(tell, 200); }
      order.panel.textContent = "";
      order.panel.hidden = false;
      show();
    }
    workers.getRegistration().then(function (registration) {
      if (!registration) { return; }
      if (registration.waiting) { return tell(); }
      registration.active.postMessage("clean");
      registration.addEventListener("updatefound", function () {
        settled(registration.installing).then(tell, function () {});
      });
    });
  }

  return function (asked) {
    order = asked;
    if (order.pressed) { show().catch(failed); } else { watch(); }
  };
}(window, document));
