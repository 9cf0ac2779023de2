(function () {
  "use strict";
  var chosen = (navigator.language || "").slice(0, 2);
  var radio = document.getElementById("in-" + chosen);
  if (radio && !document.documentElement.hasAttribute("data-told")) radio.checked = true;
  function speak() {
    var on = document.querySelector(".choose:checked");
    if (on) document.documentElement.lang = on.id.slice(3);
  }
  speak();
  document.querySelectorAll(".choose").forEach(function (c) { c.addEventListener("change", speak); });
  function light() {
    document.querySelectorAll("mark.on").forEach(function (m) { m.classList.remove("on"); });
    var id = location.hash.slice(1);
    if (!/^m\d+$/.test(id)) return;
    document.querySelectorAll('mark[data-m~="' + id + '"]').forEach(function (m) { m.classList.add("on"); });
    var target = document.getElementById(id);
    if (target) target.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", light);
  window.addEventListener("load", light);
  var last = null;
  document.addEventListener("click", function (event) {
    var link = event.target.closest("main a[href^='#m']");
    if (!link) return;
    last = link;
    var top = window.scrollY;
    setTimeout(function () { window.scrollTo(0, top); }, 0);
  });
  var stops = Array.prototype.slice.call(document.querySelectorAll("main [tabindex='0']"));
  var at = -1;
  function visible(e) { return e.offsetParent !== null; }
  function move(step) {
    for (var n = at + step; n >= 0 && n < stops.length; n += step) {
      if (!visible(stops[n])) continue;
      if (stops[at]) stops[at].classList.remove("here");
      at = n;
      stops[at].classList.add("here");
      stops[at].focus({ preventScroll: true });
      stops[at].scrollIntoView({ block: "nearest" });
      return;
    }
  }
  document.addEventListener("focusin", function (event) {
    var n = stops.indexOf(event.target);
    if (n >= 0) { if (stops[at]) stops[at].classList.remove("here"); at = n; }
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "radio") return;
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "Escape" && location.hash) {
      var top = window.scrollY;
      location.hash = "top";
      window.scrollTo(0, top);
      if (last) last.focus({ preventScroll: true });
    } else if (event.key === "Enter" && stops[at] === event.target) {
      var link = event.target.querySelector("a[href^='#m']");
      if (link) link.click();
    }
  });
  window.addEventListener("beforeprint", function () { document.querySelectorAll("details").forEach(function (d) { d.open = true; }); });
})();
