// Reads what is to be shown and shows it.

const view = JSON.parse(document.getElementById("data").textContent);
const parts = (view.kind === "history" ? historyPage : executionPage)(view).flat(Infinity).filter(Boolean);
document.getElementById("page").append(...parts.filter((part) => typeof part !== "function"));
parts.filter((part) => typeof part === "function").forEach((begin) => begin());
