"use strict";
// Looks for words, and changes colours.

const search = document.getElementById("search");
const found = document.getElementById("found");
const cards = [...document.querySelectorAll("[data-words]")];
const sections = [...document.querySelectorAll("section")];
const nav = document.querySelector("nav");

function look() {
  const words = search.value.toLowerCase().split(/\s+/).filter((word) => word);
  let shown = 0;
  for (const card of cards) {
    card.hidden = !words.every((word) => card.dataset.words.includes(word));
    shown += card.hidden ? 0 : 1;
  }
  for (const section of sections) {
    section.hidden = !section.querySelector("[data-words]:not([hidden])");
  }
  nav.hidden = words.length > 0;
  found.textContent = words.length > 0 ? shown + " of " + cards.length + " rules and policies speak of it" : "";
}
search.addEventListener("input", look);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  }
});

// A link leads to its rule even while others are hidden.
addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.hidden) {
    search.value = "";
    look();
    target.scrollIntoView();
  }
});

// Examples are printed too.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
