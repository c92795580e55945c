"use strict";
for (const story of document.querySelectorAll(".story")) {
  const says = () => [...story.querySelectorAll(".say")].filter((b) => b.offsetParent !== null);
  const marked = new Map();
  for (const element of story.querySelectorAll("[data-s]"))
    for (const id of element.dataset.s.split(" ")) marked.set(id, [...(marked.get(id) || []), element]);

  const clear = () => {
    story.classList.remove("choosing");
    for (const e of story.querySelectorAll(".lit")) e.classList.remove("lit");
    for (const b of story.querySelectorAll(".say[aria-pressed=true]")) b.setAttribute("aria-pressed", "false");
  };
  const choose = (button, scroll) => {
    const again = button.getAttribute("aria-pressed") === "true";
    clear();
    if (again) return;
    button.setAttribute("aria-pressed", "true");
    story.classList.add("choosing");
    for (const id of button.dataset.lights.split(" ")) for (const e of marked.get(id) || []) e.classList.add("lit");
    if (scroll) {
      const first = story.querySelector(".columns article:has(.lit.st)");
      const columns = story.querySelector(".columns");
      if (first) columns.scrollLeft += first.getBoundingClientRect().left - columns.getBoundingClientRect().left;
      for (const text of story.querySelectorAll(".text")) {
        const first = text.querySelector(".lit.st");
        if (first) text.scrollTop += first.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
      }
    }
  };
  const open = (button, scroll) => {
    const folded = button.closest("details");
    if (folded) folded.open = true;
    if (button.getAttribute("aria-pressed") !== "true") choose(button, scroll);
    button.scrollIntoView({ block: "nearest" });
  };
  const named = () => {
    const name = location.hash.slice(1);
    const button = document.getElementById(name);
    if (button && button.matches(".say") && story.contains(button)) open(button, true);
    else if (marked.has(name)) {
      clear();
      for (const e of marked.get(name)) e.classList.add("lit");
    }
  };
  window.addEventListener("hashchange", named);
  named();
  story.addEventListener("click", (event) => {
    const say = event.target.closest(".say");
    if (say) return choose(say, true);
    const words = event.target.closest("[data-c]");
    if (words) {
      const button = document.getElementById(words.dataset.c);
      if (button) open(button, false);
      return;
    }
    const tally = event.target.closest("[data-filter]");
    if (tally) {
      const on = tally.getAttribute("aria-pressed") !== "true";
      for (const t of story.querySelectorAll("[data-filter]")) t.setAttribute("aria-pressed", String(on && t === tally));
      for (const c of story.querySelectorAll(".claim")) c.hidden = on && c.dataset.standing !== tally.dataset.filter;
      const more = story.querySelector(".more");
      if (more && on) more.open = true;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return clear();
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const rows = says();
    if (!rows.length) return;
    const at = rows.findIndex((b) => b.getAttribute("aria-pressed") === "true");
    const owner = document.activeElement && document.activeElement.closest(".story");
    if (at < 0 && owner && owner !== story) return;
    if (at < 0 && !owner && story !== document.querySelector(".story")) return;
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (rows.indexOf(next) !== at) choose(next, true);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  });
}
