// The picture of orders of operations that explain a history, or as much of it as can be.


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
        svg("line", {
          class: "rule",
          x1: 0,
          x2: width,
          y1: this.top(process) - (this.narrow ? 15 : 6),
          y2: this.top(process) - (this.narrow ? 15 : 6),
        }),
      ),
      this.part.operations.map((one, i) => this.bar(one, i, chosen.get(i))),
      this.line(),
      this.curtain(),
    );
    this.element.replaceChildren(root);
  }

  summary() {
    const placed = this.order()?.steps.length ?? 0;
    const all = `${this.part.operations.length} operations of ${this.processes.length} processes`;
    return `${all}; the order places ${placed}.`;
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
      {
        "data-operation": i,
        class: "span",
        style: { "--who": `var(--process-${this.processes.indexOf(one.process) % 4})` },
      },
      svg("title", {}, this.tooltip(one, i, place)),
      svg("rect", {
        class: classes.join(" "),
        x,
        y: this.top(one.process),
        width: Math.max(3, end - x),
        height: 28,
        rx: 4,
      }),
      i === this.part.cannotBePlaced ? mark("wrong", Math.max(x, this.axis.left) + 4, this.top(one.process) - 1) : null,
      svg(
        "text",
        { x: visible + (i === this.part.cannotBePlaced ? 8 : 0), y: this.top(one.process) + 12, class: "small" },
        fitting(words, Math.min(end, this.axis.width) - visible - 4),
      ),
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
      this.narrow
        ? null
        : svg("rect", { class: "backdrop", x: 0, y: 0, width: this.axis.left - 2, height: this.height }),
      this.processes.map((process) =>
        svg("text", { class: "label", x: 8, y: this.top(process) + (this.narrow ? -1 : 18) }, `process ${process}`),
      ),
    ];
  }
}
