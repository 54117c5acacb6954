"use strict";
// Hides what was not asked for. Without this the page simply shows everything.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const figures = document.getElementById("figures");
  const panel = document.getElementById("filter");
  const form = panel.querySelector("form");
  const status = document.getElementById("shown");
  const { theme, region } = form.elements;
  const visible = (element) => !element.closest("[hidden]");

  const placed = all("[data-region]", figures);
  const themes = all("[data-theme]", figures);
  const numbers = all(".known [data-figure]", figures);
  const statements = all(".known .placed li", figures);

  function show() {
    for (const element of placed) {
      const regions = element.dataset.region.split(" ");
      element.hidden = region.value !== "" && !regions.includes(region.value);
    }
    for (const section of themes) {
      const told = all("[data-region]", section).some((element) => !element.hidden);
      const other = theme.value !== "" && section.dataset.theme !== theme.value;
      section.hidden = other || (region.value !== "" && !told);
    }
    tell();
  }

  function tell() {
    const shown = numbers.filter(visible);
    const whole = theme.value === "" && region.value === "";
    const kind = whole ? "all" : shown.length ? "some" : "none";
    const told = {
      all: numbers.length,
      shown: shown.length,
      statements: statements.filter(visible).length,
    };
    const chosen = [theme, region]
      .filter((select) => select.value)
      .map((select) => select.selectedOptions[0].text);
    const sentence = status.dataset[kind].replace(/\{(\w+)\}/g, (_, name) => told[name]);
    status.textContent = whole ? sentence : `${chosen.join(", ")}: ${sentence}`;
    document.documentElement.classList.toggle("filtered", !whole);
  }

  function choose(state) {
    for (const select of [theme, region]) {
      const asked = state[select.name] ?? "";
      select.value = [...select.options].some((o) => o.value === asked) ? asked : "";
    }
    show();
  }

  const chosen = () => ({ theme: theme.value, region: region.value });

  // The choice stands in the address, so that a link can carry it, and in the history, so that
  // it outlives the links within the page.
  function remember() {
    const state = new URLSearchParams();
    for (const [name, value] of Object.entries(chosen())) if (value) state.set(name, value);
    history.replaceState(chosen(), "", `#${state.toString() || "figures"}`);
  }

  function recall(first) {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      choose(Object.fromEntries(new URLSearchParams(hash)));
      if (first) figures.scrollIntoView();
    } else if (history.state) {
      choose(history.state);
    } else if (!first && hash === "") {
      choose({});
    }
    reveal(hash);
    history.replaceState(chosen(), "");
  }

  // Whatever hides the target of a link gives way: the theme first, then the region too.
  function reveal(hash) {
    const target = hash && !hash.includes("=") && document.getElementById(hash);
    if (!target || visible(target)) return;
    choose({ region: region.value });
    if (!visible(target)) choose({});
    target.scrollIntoView();
  }

  form.addEventListener("change", () => {
    show();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", () => {
    choose({});
    remember();
  });
  window.addEventListener("hashchange", () => recall(false));

  // The bar stays in view and must not cover what a link leads to.
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--bar", `${panel.offsetHeight + 8}px`);
  }).observe(panel);

  panel.hidden = false;
  show();
  recall(true);
})();
