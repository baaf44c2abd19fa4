/* 断网打开: keeps the files of one version, so that the address opens without a network.
 *
 * Registered only when somebody switches it on, see keep.js. It answers from what it keeps and asks for nothing by
 * itself but the list below, when it comes. A newer version is fetched beside this one and waits: it is taken when the
 * page is opened the next time after a person has said so, never under a page that runs.
 */
(function (self) {
  var VERSION = "{version}";
  /* Every file of this version, and its hash: what does not match is not kept. */
  var FILES = LIST;
  var scope = self.registration.scope;
  var mark = "jiping " + scope + " ";
  var taken = mark + "take";

  function others(names) {
    return names.filter(function (name) {
      return name.indexOf(mark) === 0 && name !== taken && name !== mark + VERSION;
    });
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(self.caches.open(mark + VERSION).then(function (cache) {
      return Promise.all(Object.keys(FILES).map(function (file) {
        var request = new Request(file, { cache: "no-cache", integrity: "sha256-" + FILES[file] });
        return fetch(request).then(function (answer) {
          if (!answer.ok || answer.redirected) { throw new Error(file + " " + answer.status); }
          return cache.put(request.url, answer);
        });
      }));
    }));
  });

  /* The page of this version, or of the one that waits, if a person has asked for it. */
  function page() {
    return self.caches.has(taken).then(function (asked) {
      var next = self.registration.waiting;
      if (!asked || !next) { return VERSION; }
      return self.caches.delete(taken).then(function () { return self.caches.keys(); }).then(function (names) {
        next.postMessage("take");
        return (others(names).pop() || mark + VERSION).slice(mark.length);
      });
    }).then(function (version) {
      return self.caches.open(mark + version);
    }).then(function (cache) {
      return cache.match(scope);
    });
  }

  self.addEventListener("fetch", function (event) {
    var request = event.request;
    var address = request.url.split(/[?#]/)[0];
    var name = address.slice(scope.length);
    if (request.method !== "GET" || address.indexOf(scope) !== 0) { return; }
    /* In all versions that are kept: a second window may still run another one. */
    var found = name === "" || name === "index.html" ? page() : self.caches.match(address);
    event.respondWith(found.then(function (answer) { return answer || fetch(request); }));
  });

  self.addEventListener("message", function (event) {
    if (event.data === "take") { self.skipWaiting(); }
    if (event.data === "clean" && !self.registration.waiting && !self.registration.installing) {
      event.waitUntil(self.clients.matchAll().then(function (windows) {
        return windows.length > 1 ? [] : self.caches.keys().then(others);
      }).then(function (names) {
        return Promise.all(names.map(function (name) { return self.caches.delete(name); }));
      }));
    }
  });
}(self));
