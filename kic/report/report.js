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

  function show() {
    for (const section of themes) {
      section.hidden = theme.value !== "" && section.dataset.theme !== theme.value;
    }
    for (const element of placed) {
      element.hidden = region.value !== "" && element.dataset.region !== region.value;
    }
    for (const part of parts) {
      if (!part.matches(".footnotes")) {
        part.hidden = !all("[data-region]", part).some((element) => !element.hidden);
      }
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
    const told = { all: rows.length, shown: shown.length, numbers };
    const chosen = [theme, region]
      .filter((select) => select.value)
      .map((select) => select.selectedOptions[0].text);
    const sentence = status.dataset[kind].replace(/\{(\w+)\}/g, (_, name) => told[name]);
    status.textContent = whole ? sentence : `${chosen.join(", ")}: ${sentence}`;
    document.documentElement.classList.toggle("filtered", !whole);
  }

  function everything() {
    theme.value = region.value = "";
    show();
  }

  // The choice stands in the address, so that a link can carry it.
  function remember() {
    const state = new URLSearchParams();
    for (const select of [theme, region]) {
      if (select.value) state.set(select.name, select.value);
    }
    history.replaceState(null, "", `#${state.toString() || "figures"}`);
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const state = new URLSearchParams(hash);
      for (const select of [theme, region]) {
        const asked = state.get(select.name) ?? "";
        select.value = [...select.options].some((o) => o.value === asked) ? asked : "";
      }
      show();
      figures.scrollIntoView();
      return;
    }
    const target = hash && document.getElementById(hash);
    if (target && !visible(target)) {
      everything();
      target.scrollIntoView();
    }
  }

  form.addEventListener("change", () => {
    show();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", () => {
    everything();
    remember();
  });
  window.addEventListener("hashchange", recall);

  panel.hidden = false;
  show();
  recall();
})();
