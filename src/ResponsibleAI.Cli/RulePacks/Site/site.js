(function () {
  var root = document.documentElement, key = "rai-theme";
  try { if (localStorage.getItem(key)) root.dataset.theme = localStorage.getItem(key); } catch (e) { }
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("theme");
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      try { localStorage.setItem(key, root.dataset.theme); } catch (e) { }
    });
    var box = document.getElementById("search");
    if (!box) return;
    var items = [].slice.call(document.querySelectorAll("#all li")), found = document.getElementById("found"), rest = document.getElementById("browse"), all = document.getElementById("all");
    function show() {
      var words = box.value.toLowerCase().split(/\s+/).filter(Boolean), count = 0;
      items.forEach(function (item) {
        var text = item.getAttribute("data-text");
        var hit = words.every(function (word) { return text.indexOf(word) >= 0; });
        item.hidden = !hit;
        if (hit) count++;
      });
      [].forEach.call(all.querySelectorAll("section"), function (section) { section.hidden = !section.querySelector("li:not([hidden])"); });
      rest.hidden = words.length > 0;
      found.textContent = words.length ? count + (count === 1 ? " rule" : " rules") + " found" : "";
    }
    box.parentNode.hidden = false;
    box.addEventListener("input", show);
    if (location.hash.indexOf("#q=") === 0) { box.value = decodeURIComponent(location.hash.slice(3)); }
    show();
  });
})();
