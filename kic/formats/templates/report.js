"use strict";
// Searches, filters, copies and saves. Without this the page simply shows everything.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const bar = document.getElementById("bar");
  const figures = document.getElementById("figures");
  const form = bar.querySelector("form");
  const status = document.getElementById("shown");
  const fields = ["q", "theme", "region"];
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (texts) => ` ${plain(texts.join(" ")).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
  const items = all(".item");
  const told = all(".statements li, .silent");
  // What is found by the name of its region too, but for the one that is about all.
  const regions = new Map(all("#areas span").slice(1).map((area) => [area.dataset.area, area.textContent]));
  const areas = (element) => element.dataset.region.split(" ").map((id) => regions.get(id) ?? "");
  for (const item of items) {
    const names = all("h4, .aliases", item).map((name) => name.textContent);
    item.words = words([...names, item.id, ...areas(item)]);
  }
  for (const element of told) {
    element.words = words([element.textContent, ...areas(element)]);
  }
  // A short word is one by itself, or begins one: "ind" is in every "kinderen".
  function has(element, word) {
    if (word.length > 3) return element.words.includes(word);
    const isWord = [...items, ...told].some((one) => `${one.words} `.includes(` ${word} `));
    return `${element.words} `.includes(isWord ? ` ${word} ` : ` ${word}`);
  }

  const asked = () => Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]));
  const isWhole = (state) => fields.every((name) => !state[name]);
  const about = (element, region) => !region || element.dataset.region.split(" ").includes(region);

  function show() {
    const state = asked();
    const wanted = words([state.q]).split(" ").filter(Boolean);
    for (const section of all(".theme")) {
      const other = state.theme && section.dataset.theme !== state.theme;
      for (const item of all(".item", section)) {
        const found = wanted.every((word) => has(item, word));
        item.hidden = other || !found || !about(item, state.region);
      }
      for (const entry of all(".entry", section)) entry.hidden = !about(entry, state.region);
      for (const group of all(".shared", section)) {
        group.hidden = all(".item", group).every((item) => item.hidden);
      }
      for (const element of all(".statements li, .silent", section)) {
        const found = wanted.every((word) => has(element, word));
        element.hidden = other || !found || !about(element, state.region);
      }
      for (const rate of all(".rate", section)) rate.hidden = state.region !== "";
      for (const list of all(".statements", section)) {
        list.hidden = all("li", list).every((element) => element.hidden);
      }
      section.hidden = all(".item, .statements li, .silent", section).every((e) => e.hidden);
    }
    const shown = items.filter((item) => !item.hidden).length;
    const any = shown || told.some((element) => !element.hidden);
    const kind = isWhole(state) ? "all" : any ? "some" : "none";
    status.textContent = status.dataset[kind].replace("{all}", items.length).replace("{shown}", shown);
    document.documentElement.classList.toggle("filtered", !isWhole(state));
  }

  // What is shown begins below the bar, wherever the reader was, and in view.
  function stay() {
    const { top } = figures.getBoundingClientRect();
    if (top < 0 || (!isWhole(asked()) && top > innerHeight / 3)) figures.scrollIntoView();
  }

  function remember() {
    const state = new URLSearchParams();
    for (const [name, value] of Object.entries(asked())) if (value) state.set(name, value);
    history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search);
  }

  function choose(state) {
    for (const name of fields) {
      const field = form.elements[name];
      const value = state[name] ?? "";
      field.value = field.options && ![...field.options].some((o) => o.value === value) ? "" : value;
    }
    show();
  }

  // An address is a choice, as #theme=migratie, or the place of an indicator; a place that the
  // choice hides gives way to it.
  function recall(first) {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (hash.includes("=")) {
      choose(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
      if (first) figures.scrollIntoView();
      return;
    }
    const target = document.getElementById(hash);
    const isHidden = target?.closest("[hidden]");
    if (isHidden) choose({});
    if (isHidden || (target && first)) target.scrollIntoView();
  }

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      button.after(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      button.focus();
      if (!done) return tell("failed", button);
    }
    tell("copied", button);
  }

  const labels = new Map();
  // Said aloud, and seen where the reader looks: on the button.
  function tell(kind, button) {
    status.textContent = status.dataset[kind];
    if (!labels.has(button)) labels.set(button, [...button.childNodes]);
    button.replaceChildren(status.dataset[kind]);
    setTimeout(() => { button.replaceChildren(...labels.get(button)); show(); }, 3000);
  }

  function save({ currentTarget: button }) {
    const { region } = asked();
    const shown = new Set(items.filter((item) => !item.hidden).map((item) => item.id));
    const rows = JSON.parse(document.getElementById("rows").textContent);
    const text = rows.filter(([id, area]) => !id || (shown.has(id) && (!region || area === region)));
    const file = new Blob(["\ufeff", ...text.map((row) => row[2])], { type: "text/csv" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    const { theme } = asked();
    const parts = [theme, region].filter(Boolean).map((part) => `-${part.replace(/^-/, "")}`);
    link.download = button.dataset.file.replace(/\.csv$/, `${parts.join("")}.csv`);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    tell("saved", button);
  }

  form.addEventListener("input", () => { show(); remember(); stay(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); stay(); });
  form.addEventListener("reset", (event) => {
    event.preventDefault(); // which would happen after this
    choose({});
    remember();
    stay();
  });
  document.getElementById("csv").addEventListener("click", save);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const { copy: from, link } = button?.dataset ?? {};
    if (from) {
      const cited = document.getElementById(from);
      cited.hidden = false; // what was copied, or else is there to select
      copy(cited.innerText.trim(), button);
    }
    if (link) copy(`${location.href.split("#")[0]}#${link}`, button);
  });
  window.addEventListener("hashchange", () => recall(false));
  // What a link leads to begins below the bar.
  function measure() {
    const height = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    document.documentElement.style.setProperty("--bar", `${height}px`);
  }

  // On paper nothing can be opened.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const part of opened) part.open = true;
  });
  window.addEventListener("afterprint", () => { for (const part of opened) part.open = false; });

  for (const hidden of [bar, ...all(".tools")]) hidden.hidden = false;
  for (const cited of all("details .cite")) cited.hidden = true;
  show();
  measure();
  new ResizeObserver(measure).observe(bar);
  recall(true);
})();
