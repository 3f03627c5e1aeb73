// Signs for events: each group has a shape of its own.

const MARKS = {
  access: { words: "reads, writes, uses", draw: () => [["circle", { r: 2.6 }]] },
  make: { words: "allocates, acquires, opens", draw: () => [["path", { d: "M-5 4 L0 -5 L5 4 Z", class: "filled" }]] },
  drop: { words: "frees, releases, closes", draw: () => [["path", { d: "M-5 -4 L0 5 L5 -4 Z" }]] },
  count: { words: "counts", draw: () => [["path", { d: "M0 -5 L5 0 L0 5 L-5 0 Z", class: "filled" }]] },
  lock: {
    words: "locks, enters a section",
    draw: () => [["rect", { x: -4.5, y: -4.5, width: 9, height: 9, class: "filled" }]],
  },
  unlock: { words: "unlocks, leaves a section", draw: () => [["rect", { x: -4.5, y: -4.5, width: 9, height: 9 }]] },
  wait: { words: "waits", draw: () => [["path", { d: "M-5 -5 H5 L-5 5 H5 Z" }]] },
  wake: {
    words: "wakes, goes on",
    draw: () => [["path", { d: "M-1 -6 L4 -6 L1 -1 L5 -1 L-2 7 L0 1 L-4 1 Z", class: "filled" }]],
  },
  io: {
    words: "registers, DMA",
    draw: () => [
      ["path", { d: "M-5 0 H5 M0 -5 V5" }],
      ["circle", { r: 1.6, class: "filled" }],
    ],
  },
  arm: {
    words: "arms, stops",
    draw: () => [
      ["circle", { r: 4.6 }],
      ["path", { d: "M0 -3 V0 H3" }],
    ],
  },
  refused: {
    words: "is refused, fails",
    draw: () => [
      ["circle", { r: 4.6 }],
      ["path", { d: "M-3.2 3.2 L3.2 -3.2" }],
    ],
  },
  order: {
    words: "orders tasks",
    draw: () => [["path", { d: "M-5 0 H4 M1 -4 L5 0 L1 4" }]],
  },
  callback: { words: "enters or leaves the driver", draw: () => [["path", { d: "M-4 -5 L4 0 L-4 5 Z" }]] },
  wrong: { words: "is wrong", draw: () => [["path", { d: "M-6 -6 L6 6 M-6 6 L6 -6", class: "wrong" }]] },
};

function mark(shape, x, y) {
  const parts = (MARKS[shape] ?? MARKS.callback).draw();
  return svg(
    "g",
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    parts.map(([tag, attributes]) => svg(tag, { ...attributes, class: "mark " + (attributes.class ?? "") })),
  );
}

function legend(shapes) {
  const sign = (shape) =>
    svg("svg", { width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true" }, mark(shape, 0, 0));
  return html(
    "ul",
    { class: "legend", "aria-label": "What the signs mean" },
    Object.keys(MARKS)
      .filter((shape) => shapes.has(shape))
      .map((shape) => html("li", {}, sign(shape), MARKS[shape].words)),
    html(
      "li",
      {},
      svg(
        "svg",
        { width: 22, height: 14, "aria-hidden": "true" },
        svg("path", { class: "switch", d: "M0 2 C11 2 11 12 22 12" }),
      ),
      "another task goes on",
    ),
  );
}
