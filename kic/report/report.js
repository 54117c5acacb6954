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

  // Inner parts first: an outer one is empty when all within it are.
  const parts = all(".part", figures).reverse();
  const placed = all("[data-region]", figures);
  const themes = all("[data-theme]", figures);
  const rows = all("[data-figure]", figures);
  const about = all("[data-about]", figures);
  const statements = all(".statements li", figures);

  function show() {
    for (const section of themes) {
      section.hidden = theme.value !== "" && section.dataset.theme !== theme.value;
    }
    for (const element of placed) {
      element.hidden = region.value !== "" && element.dataset.region !== region.value;
    }
    for (const element of about) {
      element.hidden = region.value !== "" && element.dataset.about !== region.value;
    }
    for (const row of all("tr.facts", figures)) {
      row.hidden = all("dl > div", row).every((element) => element.hidden);
    }
    for (const part of parts) {
      if (!part.matches(".footnotes")) {
        part.hidden = !all("[data-region]", part).some((element) => !element.hidden);
      }
    }
    for (const section of themes) {
      const told = all("[data-region]", section).some((element) => !element.hidden);
      section.hidden ||= region.value !== "" && !told;
    }
    explain();
    tell();
  }

  // Codes and notes stay as far as anything that is shown refers to them.
  function explain() {
    const used = new Set(
      all("a[href^='#']", figures)
        .filter((link) => visible(link) && !link.matches(".back"))
        .map((link) => link.hash.slice(1)),
    );
    for (const part of all(".footnotes", figures)) {
      part.hidden = false;
      const items = all("li", part);
      for (const item of items) item.hidden = !used.has(item.id);
      for (const list of all("ul, ol", part)) {
        list.hidden = all("li", list).every((item) => item.hidden);
      }
      part.hidden = items.every((item) => item.hidden);
    }
  }

  function tell() {
    const shown = rows.filter(visible);
    const numbers = shown.filter((row) => row.dataset.figure === "number").length;
    const whole = theme.value === "" && region.value === "";
    const kind = whole ? "all" : shown.length ? "some" : "none";
    const told = {
      all: rows.length,
      shown: shown.length,
      numbers,
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

  // A note may be referred to from several rows; the way back leads to one that is shown.
  figures.addEventListener("click", (event) => {
    const back = event.target.closest("a.back");
    if (!back) return;
    const note = back.closest("li").id;
    const reference = all(`a[href="#${CSS.escape(note)}"]`, figures).find(visible);
    if (reference && `#${reference.id}` !== back.hash) {
      event.preventDefault();
      reference.focus();
    }
  });

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
