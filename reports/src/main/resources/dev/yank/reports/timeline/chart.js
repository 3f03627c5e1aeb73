// The picture of an execution: lanes from the top, steps from the left.

const TOP = 26;
const HEIGHTS = { device: 30, tasks: 60, counts: 38, "locks and guards": 24, objects: 24 };

class Chart {
  constructor(execution, state, select) {
    this.execution = execution;
    this.state = state;
    this.axis = new Axis(() => this.draw());
    this.element = html("div", {
      class: "chart",
      tabindex: 0,
      role: "group",
      "aria-label": "Picture of the execution. Arrow keys go from step to step, plus and minus zoom.",
    });
    handle(this.element, this.axis, (event, x) => {
      this.element.focus({ preventScroll: true });
      const place = clamp(Math.round(this.axis.position(x)), 0, this.shown.length - 1);
      if (x > this.axis.left) select(this.shown[place]);
    });
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** Draws everything anew. */
  draw(width = this.element.clientWidth) {
    if (!width) return;
    this.narrow = width < 640;
    this.shown = this.execution.shown(this.state.all);
    this.places = new Map(this.shown.map((at, place) => [at, place]));
    const lanes = this.execution.view.lanes.filter((lane) => !this.state.hidden.has(lane.id));
    this.axis.resize(width, this.narrow ? 6 : 168, this.shown.length);
    const height = this.layOut(lanes);
    const root = svg(
      "svg",
      { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": this.summary(lanes) },
      this.patterns(),
      lanes.map((lane, i) => this.stripe(lane, i, width)),
      this.failures(height),
      this.switches(),
      this.execution.view.spans.map((span) => this.span(span)),
      this.execution.view.counts.map((count) => this.count(count)),
      this.registers(),
      this.marks(),
      this.curtain(lanes, height),
      this.ticks(),
      this.cursor(height),
    );
    this.element.replaceChildren(root);
  }

  summary(lanes) {
    return `${lanes.length} lanes: ${lanes.map((lane) => lane.label).join(", ")}. ${this.shown.length} steps.`;
  }

  /** Gives each lane its place; returns the height of the picture. */
  layOut(lanes) {
    this.tops = new Map();
    this.rows = new Map();
    let y = TOP;
    let group = null;
    for (const lane of lanes) {
      if (lane.group !== group) y += 18;
      group = lane.group;
      y += this.narrow ? 15 : 0;
      this.tops.set(lane.id, y);
      const isPulled = this.execution.view.spans.some((span) => span.lane === lane.id && span.kind === "pulled");
      y +=
        HEIGHTS[lane.group] +
        (isPulled ? 14 : 0) +
        (lane.group === "locks and guards" ? 20 * (this.layers(lane) - 1) : 0);
    }
    return y + 8;
  }

  /** Sections of several tasks in one guard overlap: each gets a row of its own. */
  layers(lane) {
    const ends = [];
    for (const span of this.execution.view.spans) {
      if (span.lane !== lane.id) continue;
      const free = ends.findIndex((end) => end <= span.from);
      const row = free < 0 ? ends.length : free;
      ends[row] = span.to ?? Infinity;
      this.rows.set(span, row);
    }
    return Math.max(1, ends.length);
  }

  /** The current step stays where it is, if it is in view. */
  zoom(factor) {
    const x = this.x(this.state.at);
    const isInView = x >= this.axis.left && x <= this.axis.width;
    this.axis.zoom(factor, isInView ? x : undefined);
  }

  /** Where a step stands; one that is not shown stands between those that are. */
  place(at) {
    const exact = this.places.get(at);
    if (exact !== undefined) return exact;
    let low = 0;
    let high = this.shown.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.shown[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low - 0.5;
  }

  x(at) {
    return this.axis.x(this.place(at));
  }

  patterns() {
    const stroke = { stroke: "currentColor", "stroke-width": 1.2, "stroke-opacity": 0.55 };
    const box = (id, size, ...children) =>
      svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, children);
    return svg(
      "defs",
      {},
      box("hatch", 7, svg("path", { d: "M0 7 L7 0 M-1 1 L1 -1 M6 8 L8 6", ...stroke })),
      box("dots", 6, svg("circle", { cx: 2, cy: 2, r: 1.2, fill: "#b58900" })),
      box("slant", 8, svg("path", { d: "M0 0 L8 8 M-1 7 L1 9 M7 -1 L9 1", stroke: "#e69f00", "stroke-width": 2.4 })),
    );
  }

  stripe(lane, i, width) {
    const y = this.tops.get(lane.id);
    return svg("line", {
      class: "rule",
      x1: 0,
      x2: width,
      y1: y - 1 - (this.narrow ? 14 : 0),
      y2: y - 1 - (this.narrow ? 14 : 0),
    });
  }

  failures(height) {
    return this.execution.failures.map((at) => {
      const x = this.x(at);
      const half = clamp(this.axis.scale / 2, 3, 14);
      return [
        svg("rect", { class: "failure", x: x - half, width: 2 * half, y: TOP - 4, height: height - TOP }),
        svg("line", { class: "failure-edge", x1: x, x2: x, y1: TOP - 4, y2: height }),
      ];
    });
  }

  markY(task) {
    const lane = this.execution.view.tasks[task]?.lane;
    return this.tops.has(lane) ? this.tops.get(lane) + 49 : undefined;
  }

  /** From the last step of one task to the first of the next. */
  switches() {
    const lines = [];
    for (let i = 1; i < this.shown.length; i++) {
      const from = this.execution.moment(this.shown[i - 1]).task;
      const to = this.execution.moment(this.shown[i]).task;
      const [x1, x2] = [this.axis.x(i - 1), this.axis.x(i)];
      const [y1, y2] = [this.markY(from), this.markY(to)];
      if (y1 === undefined || y2 === undefined || y1 === y2 || x2 < this.axis.left || x1 > this.axis.width) continue;
      const middle = (x1 + x2) / 2;
      lines.push(svg("path", { class: "switch", d: `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}` }));
    }
    return lines;
  }

  span(span) {
    const top = this.tops.get(span.lane);
    if (top === undefined) return null;
    const from = Math.max(this.x(Math.max(span.from, this.execution.first)), this.axis.left - 20);
    const to = span.to === undefined ? this.axis.width + 20 : this.x(span.to);
    if (to < this.axis.left || from > this.axis.width) return null;
    const [y, height] = this.box(span, top);
    const inset = span.kind === "operation" ? Math.min(4, this.axis.scale / 3) : 0;
    const x = from - inset;
    const width = Math.max(2, Math.min(to, this.axis.width + 20) - from + 2 * inset);
    const words = [span.words, span.answer].filter(Boolean).join(" ");
    const visible = Math.max(x, this.axis.left) + 5;
    const text = fitting(words, Math.min(x + width, this.axis.width, this.covered(span)) - visible - 4);
    return svg(
      "g",
      { style: { "--who": this.execution.colour(span.task) }, class: "span" },
      svg("title", {}, this.tooltip(span, words)),
      svg("rect", { class: this.classes(span), x, y, width, height, rx: 3 }),
      text ? svg("text", { class: height < 16 ? "small" : null, x: visible, y: y + height / 2 + 4 }, text) : null,
    );
  }

  /** Where the words of a callback must end, because the task sleeps from there on. */
  covered(span) {
    if (span.kind !== "callback") return Infinity;
    const sleeps = this.execution.view.spans.find(
      (other) => other.kind === "blocked" && other.task === span.task && other.from > span.from,
    );
    return sleeps ? this.x(sleeps.from) : Infinity;
  }

  tooltip(span, words) {
    const steps = `step ${span.from + 1}` + (span.to === undefined ? " to the end" : ` to ${span.to + 1}`);
    return `${this.execution.lanes.get(span.lane).label}: ${words} (${steps})`;
  }

  /** The top and the height of a bar in its lane. */
  box(span, top) {
    switch (span.kind) {
      case "operation":
        return [top + 3, 20];
      case "blocked":
      case "callback":
        return [top + 25, 14];
      case "pulled":
        return [top + 24, 14];
      case "device":
        return [top + 4, 18];
      default:
        return [top + 3 + 20 * (this.rows.get(span) ?? 0), 17];
    }
  }

  classes(span) {
    if (span.kind !== "device") return "bar " + span.kind;
    const state = { probing: "probing", removing: "removing", "releasing devres": "removing", bound: "bound" }[
      span.words
    ];
    return `bar device ${state ?? "gone"}`;
  }

  count(count) {
    const top = this.tops.get(count.lane);
    if (top === undefined) return null;
    const most = Math.max(2, ...count.points.map(([, value]) => value));
    const y = (value) => top + 34 - (clamp(value, 0, most) / most) * 24;
    const right = this.axis.width + 20;
    let line = "";
    const labels = [];
    count.points.forEach(([at, value], i) => {
      const x = this.x(at);
      line += (i === 0 ? `M${x} ${y(0)}` : `H${x}`) + `V${y(value)}`;
      const next = i + 1 < count.points.length ? this.x(count.points[i + 1][0]) : right;
      if (next - x > 9 && x > this.axis.left - 6) {
        labels.push(svg("text", { class: value <= 0 ? "zero" : null, x: x + 3, y: y(value) - 2 }, String(value)));
      }
    });
    return svg(
      "g",
      {},
      svg("title", {}, "The value of " + this.execution.lanes.get(count.lane).label),
      svg("path", { class: "count-area", d: `${line}H${right}V${y(0)}Z` }),
      svg("path", { class: "count", d: `${line}H${right}` }),
      labels,
    );
  }

  /** Small signs on the device's lane where registers changed. */
  registers() {
    const lane = this.execution.view.lanes.find((one) => one.group === "device");
    const top = lane && this.tops.get(lane.id);
    if (top === undefined) return null;
    return this.execution.view.snapshots
      .filter((snapshot) => snapshot.from > this.execution.first)
      .map((snapshot) =>
        svg(
          "g",
          {},
          svg("title", {}, "Registers change here"),
          svg("circle", { class: "mark", cx: this.x(snapshot.from), cy: top + 22, r: 2.2 }),
        ),
      );
  }

  marks() {
    return this.shown.map((at, i) => {
      const moment = this.execution.moment(at);
      const x = this.axis.x(i);
      const y = this.markY(moment.task);
      const isSeen = x > this.axis.left - 8 && x < this.axis.width + 8;
      if (y === undefined || !isSeen || (moment.kind !== "event" && !moment.mark)) return null;
      const sign = mark(moment.mark ? "wrong" : moment.shape, x, y);
      sign.prepend(svg("title", {}, `Step ${at + 1}: ${this.execution.sentence(at)}`));
      return sign;
    });
  }

  /** The names of the lanes, over whatever runs under them. */
  curtain(lanes, height) {
    let group = null;
    const texts = lanes.flatMap((lane) => {
      const y = this.tops.get(lane.id);
      const task = this.execution.view.tasks.findIndex((actor) => actor.lane === lane.id);
      const middle = y + Math.min(HEIGHTS[lane.group], 40) / 2 + 2;
      const parts = [
        task >= 0
          ? svg("rect", {
              class: "who",
              x: 2,
              y: this.narrow ? y - 11 : y + 4,
              width: 4,
              height: this.narrow ? 10 : HEIGHTS[lane.group] - 10,
              style: { "--who": this.execution.colour(task) },
            })
          : null,
        svg(
          "text",
          { class: "label", x: 10, y: this.narrow ? y - 2 : middle },
          fitting(lane.label, this.narrow ? 240 : 150),
          svg("title", {}, lane.label),
        ),
      ];
      if (lane.group !== group) {
        parts.push(svg("text", { class: "group-name", x: 4, y: y - (this.narrow ? 20 : 5) }, lane.group));
      }
      group = lane.group;
      return parts;
    });
    return [
      this.narrow ? null : svg("rect", { class: "backdrop", x: 0, y: 0, width: this.axis.left - 4, height }),
      texts,
    ];
  }

  ticks() {
    const every = Math.max(1, Math.ceil(34 / this.axis.scale));
    const first = Math.max(0, Math.floor(this.axis.start));
    const last = Math.min(this.shown.length - 1, Math.ceil(this.axis.start + this.axis.inView()));
    const ticks = [];
    for (let i = Math.ceil(first / every) * every; i <= last; i += every) {
      const x = this.axis.x(i);
      if (x > this.axis.left && Math.abs(x - this.x(this.state.at)) > 28)
        ticks.push(svg("text", { class: "axis", x, y: 14 }, String(this.shown[i] + 1)));
    }
    return ticks;
  }

  cursor(height) {
    const x = this.x(this.state.at);
    if (x < this.axis.left || x > this.axis.width) return null;
    const text = String(this.state.at + 1);
    const width = text.length * 8 + 10;
    return svg(
      "g",
      {},
      svg("line", { class: "cursor", x1: x, x2: x, y1: 18, y2: height }),
      svg("rect", { class: "cursor-flag", x: x - width / 2, y: 2, width, height: 17, rx: 3 }),
      svg("text", { class: "cursor-text", x, y: 14 }, text),
    );
  }
}
