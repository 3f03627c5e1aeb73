// Orders of operations that explain a history, or as much of it as can be.

const ORDER_TOP = 24;
const ORDER_LANE = 40;

/** The picture of one part of a history: a lane for each process, and the chosen order drawn through it. */
class OrderChart {
  constructor(state, choose) {
    this.state = state;
    this.axis = new Axis(() => this.draw());
    this.element = html("div", {
      class: "chart",
      tabindex: 0,
      role: "group",
      "aria-label": "Picture of the history. Arrow keys place operations one after another, plus and minus zoom.",
    });
    handle(this.element, this.axis, (event, x) => {
      this.element.focus({ preventScroll: true });
      const bar = event.target.closest("[data-operation]");
      if (bar) choose(Number(bar.dataset.operation));
    });
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** Another part: its events in their order are the places on the axis. */
  show(part) {
    this.part = part;
    const times = new Set(part.operations.flatMap((one) => [one.invoked, one.completed ?? one.invoked]));
    const sorted = [...times].sort((one, other) => one - other);
    this.places = new Map(sorted.map((time, place) => [time, place]));
    this.processes = [...new Set(part.operations.map((one) => one.process))].sort((one, other) => one - other);
    this.axis.fitted = true;
    this.draw();
  }

  order() {
    return this.part.orders[this.state.order];
  }

  draw(width = this.element.clientWidth) {
    if (!width || !this.part) return;
    this.narrow = width < 640;
    this.axis.resize(width, this.narrow ? 6 : 100, this.places.size + 1);
    this.height = ORDER_TOP + this.processes.length * (ORDER_LANE + (this.narrow ? 12 : 0)) + 8;
    const chosen = new Map((this.order()?.steps ?? []).map(([operation], i) => [operation, i]));
    const root = svg(
      "svg",
      { width, height: this.height, viewBox: `0 0 ${width} ${this.height}`, role: "img", "aria-label": this.summary() },
      svg(
        "defs",
        {},
        svg(
          "pattern",
          { id: "left-out", width: 7, height: 7, patternUnits: "userSpaceOnUse" },
          svg("path", { d: "M0 7 L7 0", stroke: "currentColor", "stroke-opacity": 0.45 }),
        ),
      ),
      this.processes.map((process, i) =>
        svg("line", { class: "rule", x1: 0, x2: width, y1: this.top(process) - (this.narrow ? 15 : 6), y2: this.top(process) - (this.narrow ? 15 : 6) }),
      ),
      this.part.operations.map((one, i) => this.bar(one, i, chosen.get(i))),
      this.line(),
      this.curtain(),
    );
    this.element.replaceChildren(root);
  }

  summary() {
    const placed = this.order()?.steps.length ?? 0;
    return `${this.part.operations.length} operations of ${this.processes.length} processes; the order places ${placed}.`;
  }

  top(process) {
    const lane = ORDER_LANE + (this.narrow ? 12 : 0);
    return ORDER_TOP + this.processes.indexOf(process) * lane + (this.narrow ? 12 : 0);
  }

  x(time) {
    return this.axis.x(this.places.get(time));
  }

  bar(one, i, place) {
    const x = this.x(one.invoked);
    const end = one.completed === undefined ? this.axis.width + 20 : this.x(one.completed);
    if (end < this.axis.left || x > this.axis.width) return null;
    const classes = ["bar", "operation"];
    if (place === undefined) classes.push("left-out");
    else if (place >= this.state.placed) classes.push("later");
    if (i === this.part.cannotBePlaced) classes.push("stuck");
    if (this.part.core.includes(i)) classes.push("core");
    if (one.completed === undefined) classes.push("lost");
    const visible = Math.max(x, this.axis.left) + 6;
    const answer = one.answered ? " → " + one.answered : " → ?";
    const words = one.asked + answer;
    return svg(
      "g",
      { "data-operation": i, class: "span", style: { "--who": `var(--process-${this.processes.indexOf(one.process) % 4})` } },
      svg("title", {}, this.tooltip(one, i, place)),
      svg("rect", { class: classes.join(" "), x, y: this.top(one.process), width: Math.max(3, end - x), height: 28, rx: 4 }),
      i === this.part.cannotBePlaced ? mark("wrong", Math.max(x, this.axis.left) + 4, this.top(one.process) - 1) : null,
      svg("text", { x: visible + (i === this.part.cannotBePlaced ? 8 : 0), y: this.top(one.process) + 12, class: "small" }, fitting(words, Math.min(end, this.axis.width) - visible - 4)),
    );
  }

  tooltip(one, i, place) {
    const rest =
      place !== undefined
        ? `number ${place + 1} in this order`
        : this.part.longest[i] >= 0
          ? "not in this order; click for the longest with it"
          : "no order that was found places it";
    return `process ${one.process}: ${one.asked} → ${one.answered || "nobody knows"} (${rest})`;
  }

  /** Where each operation takes effect: as early as the order and its interval let it. */
  points() {
    let last = -1;
    return (this.order()?.steps ?? []).map(([operation]) => {
      const one = this.part.operations[operation];
      const from = this.places.get(one.invoked) + 0.12;
      const to = one.completed === undefined ? Infinity : this.places.get(one.completed) - 0.08;
      last = Math.min(Math.max(from, last + 0.16), Math.max(from, to));
      return { x: this.axis.x(last), y: this.top(one.process) + 21 };
    });
  }

  line() {
    const points = this.points();
    const path = (part) => part.map(({ x, y }, i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y}`).join("");
    const placed = points.slice(0, this.state.placed);
    return [
      svg("path", { class: "order later", d: path(points) }),
      svg("path", { class: "order", d: path(placed) }),
      points.map(({ x, y }, i) =>
        x < this.axis.left || x > this.axis.width
          ? null
          : svg(
              "g",
              { class: i < this.state.placed ? "point" : "point later" },
              svg("circle", { cx: x, cy: y, r: 6.5 }),
              svg("text", { x, y: y + 3.5 }, String(i + 1)),
            ),
      ),
    ];
  }

  curtain() {
    return [
      this.narrow ? null : svg("rect", { class: "backdrop", x: 0, y: 0, width: this.axis.left - 2, height: this.height }),
      this.processes.map((process) =>
        svg("text", { class: "label", x: 8, y: this.top(process) + (this.narrow ? -1 : 18) }, `process ${process}`),
      ),
    ];
  }
}

/** A history with its parts, its orders, and the state after each operation. */
function orderView(parts, extraTools = []) {
  const state = { part: 0, order: 0, placed: 0 };
  const chart = new OrderChart(state, choose);
  const side = html("section", { class: "side", "aria-label": "State of the specification" });
  const said = html("p", { class: "hidden-but-said", role: "status" });
  const notice = html("p", { class: "notice" });
  const list = html("tbody");
  const slider = html("input", { type: "range", min: 0, "aria-label": "Operations placed", oninput: () => place(Number(slider.value)) });
  const where = html("span", { class: "where" });
  const partMenu = html("select", { "aria-label": "Part of the history", onchange: () => part(Number(partMenu.value)) });
  const orderMenu = html("select", { "aria-label": "Order", onchange: () => order(Number(orderMenu.value)) });
  partMenu.append(...parts.map((one, i) => html("option", { value: i }, partName(one))));
  const button = (label, words, action) => html("button", { type: "button", "aria-label": words, title: words, onclick: action }, label);
  const tools = html(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Orders and picture" },
    parts.length > 1 ? partMenu : null,
    orderMenu,
    html(
      "span",
      { class: "group" },
      button("|◀", "No operation placed", () => place(0)),
      button("◀", "One operation back", () => place(state.placed - 1)),
      button("▶", "Place one operation", () => place(state.placed + 1)),
      button("▶|", "All operations of the order placed", () => place(Infinity)),
    ),
    slider,
    where,
    html(
      "span",
      { class: "group" },
      button("−", "Zoom out", () => chart.axis.zoom(1 / 1.4)),
      button("+", "Zoom in", () => chart.axis.zoom(1.4)),
      button("Fit", "Show all", () => chart.axis.fit()),
    ),
    extraTools,
  );

  function part(number) {
    state.part = number;
    partMenu.value = String(number);
    const one = parts[number];
    notice.hidden = !(one.leftOutBefore + one.leftOutAfter);
    notice.textContent = leftOut(one);
    orderMenu.replaceChildren(
      ...one.orders.map((order, i) => html("option", { value: i }, orderName(one, order, i))),
    );
    orderMenu.hidden = !one.orders.length;
    chart.show(one);
    order(0);
  }

  function order(number, placed = Infinity) {
    state.order = number;
    orderMenu.value = String(number);
    const steps = parts[state.part].orders[number]?.steps ?? [];
    list.replaceChildren(...steps.map((step, i) => row(step, i)));
    slider.max = steps.length;
    place(placed);
  }

  function place(count) {
    const one = parts[state.part];
    const steps = one.orders[state.order]?.steps ?? [];
    state.placed = clamp(count, 0, steps.length);
    slider.value = state.placed;
    where.textContent = `${state.placed} of ${steps.length} placed`;
    chart.draw();
    side.replaceChildren(...orderPanel(one, state));
    [...list.children].forEach((row, i) => {
      if (i === state.placed - 1) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
      row.classList.toggle("later", i >= state.placed);
    });
    said.textContent = side.firstChild?.textContent ?? "";
  }

  /** The longest order with an operation, up to it. */
  function choose(operation) {
    const one = parts[state.part];
    const inThis = one.orders[state.order]?.steps.findIndex(([other]) => other === operation) ?? -1;
    const number = inThis >= 0 ? state.order : one.longest[operation];
    if (number < 0) return;
    order(number, one.orders[number].steps.findIndex(([other]) => other === operation) + 1);
  }

  function row([operation, after], i) {
    const one = parts[state.part].operations[operation];
    return html(
      "tr",
      { onclick: () => place(i + 1) },
      html("td", {}, String(i + 1)),
      html("td", {}, `process ${one.process}`),
      html("td", {}, one.asked),
      html("td", {}, one.answered || "?"),
      html("td", { class: "place mono" }, parts[state.part].states[after]),
    );
  }

  const table = html(
    "div",
    { class: "steps" },
    html(
      "table",
      {},
      html("caption", { class: "hidden-but-said" }, "The operations of the order"),
      html(
        "thead",
        {},
        html("tr", {}, ["no.", "who", "asked", "answered", "state after it"].map((name, i) => html("th", { scope: "col", class: i === 4 ? "place" : null }, name))),
      ),
      list,
    ),
  );
  const element = html(
    "section",
    { class: "orders", "aria-label": "Orders of the operations" },
    tools,
    notice,
    html("div", { class: "stage" }, html("div", {}, chart.element, orderLegend(), table), side),
    said,
  );
  const keys = {
    ArrowLeft: () => place(state.placed - 1),
    ArrowRight: () => place(state.placed + 1),
    Home: () => place(0),
    End: () => place(Infinity),
    o: () => order((state.order + 1) % Math.max(1, parts[state.part].orders.length)),
    p: () => part((state.part + 1) % parts.length),
    "+": () => chart.axis.zoom(1.4),
    "=": () => chart.axis.zoom(1.4),
    "-": () => chart.axis.zoom(1 / 1.4),
    0: () => chart.axis.fit(),
  };
  return { element, keys, chart, begin: () => part(0) };
}

function partName(part) {
  const sign = { linearizable: "✓", "not-linearizable": "✖", unknown: "?" }[part.verdict];
  return `${sign} ${part.name || "the whole history"}`;
}

function orderName(part, order, i) {
  const steps = order.steps.length;
  return part.verdict === "linearizable"
    ? `an order of ${steps} operations`
    : `order ${i + 1}: ${steps} of ${part.operations.length} operations`;
}

function leftOut(part) {
  const parts = [];
  if (part.leftOutBefore) parts.push(`${part.leftOutBefore} operations before these, of which one order was chosen`);
  if (part.leftOutAfter) parts.push(`${part.leftOutAfter} operations after these`);
  return "Left out here: " + parts.join("; ") + ".";
}

function orderPanel(part, state) {
  const order = part.orders[state.order];
  const steps = order?.steps ?? [];
  const operation = (i) => {
    const one = part.operations[i];
    return `process ${one.process}: ${one.asked} → ${one.answered || "?"}`;
  };
  const after = state.placed ? steps[state.placed - 1][1] : part.initial;
  const isAtEnd = state.placed === steps.length;
  return [
    html("h2", {}, `after ${state.placed} of ${steps.length} operations`),
    state.placed ? html("p", { class: "now" }, operation(steps[state.placed - 1][0])) : null,
    html("h2", {}, "state"),
    html("p", { class: "mono" }, part.states[after]),
    part.reason ? html("p", { class: "wrong" }, part.reason) : null,
    isAtEnd || !order ? null : [html("h2", {}, "next"), html("p", {}, operation(steps[state.placed][0]))],
    isAtEnd && order?.refusals.length
      ? [html("h2", {}, "none of these can be next"), html("ul", {}, order.refusals.map((why) => html("li", { class: "wrong" }, "✖ " + why)))]
      : null,
    part.cannotBePlaced >= 0 ? [html("h2", {}, "cannot be placed"), html("p", { class: "wrong" }, "✖ " + operation(part.cannotBePlaced))] : null,
    part.sentences.map((why) => html("p", {}, why)),
    part.core.length
      ? [html("h2", {}, "fail alone, whatever the others do"), html("ul", {}, part.core.map((i) => html("li", {}, operation(i))))]
      : null,
  ]
    .flat(Infinity)
    .filter(Boolean);
}

function orderLegend() {
  const box = (classes, words) =>
    html(
      "li",
      {},
      svg("svg", { width: 22, height: 14, "aria-hidden": "true" }, svg("rect", { class: "bar operation " + classes, x: 1, y: 1, width: 20, height: 12, rx: 3 })),
      words,
    );
  return html(
    "ul",
    { class: "legend", "aria-label": "What the signs mean" },
    box("", "placed"),
    box("later", "comes later in this order"),
    box("left-out", "not in this order"),
    box("stuck", "✖ cannot be placed"),
    box("core", "fails alone with the others of its kind"),
    html("li", {}, "Click an operation for the longest order that places it."),
  );
}
