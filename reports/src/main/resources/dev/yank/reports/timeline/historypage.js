// The page of a history without a trace.

const HISTORY_KEYS = [
  [["←", "→"], "one operation back, one on"],
  [["Home", "End"], "nothing placed, all of the order placed"],
  [["O"], "the next order"],
  [["P"], "the next part"],
  [["+", "−", "0"], "zoom in, zoom out, show all"],
  [["Ctrl", "wheel"], "zoom; the wheel alone once the picture was clicked"],
  [["Shift", "wheel"], "to the left and right; so does dragging"],
  [["T"], "light, dark"],
  [["?"], "this help"],
];

function historyPage(view) {
  const dialog = help(HISTORY_KEYS);
  const orders = orderView(view.parts, [
    theme.button(),
    html("button", { type: "button", "aria-label": "Keyboard and mouse", onclick: () => dialog.showModal() }, "?"),
  ]);
  const keys = { ...orders.keys, t: () => theme.toggle(), "?": () => dialog.showModal() };
  document.addEventListener("keydown", (event) => press(keys, event));
  const words = { linearizable: "Linearizable", "not-linearizable": "Not linearizable", unknown: "Unknown" }[
    view.verdict
  ];
  return [
    html(
      "header",
      { class: view.verdict === "linearizable" ? "holds" : null },
      html(
        "h1",
        {},
        html("span", { class: view.verdict === "linearizable" ? null : "rule-id" }, words),
        ": " + view.sentence,
      ),
      facts(view.facts),
      command(view.command),
    ),
    view.leftOut
      ? html("p", { class: "notice" }, `Left out here: ${view.leftOut} parts, because a page may have 2 MiB.`)
      : null,
    orders.element,
    orders.begin,
  ];
}
