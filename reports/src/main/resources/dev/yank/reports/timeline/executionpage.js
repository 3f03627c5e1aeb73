// The page of an execution.

const EXECUTION_KEYS = [
  [["←", "→"], "one step back, one step on"],
  [["Home", "End"], "the first step, the last"],
  [["F"], "the step at which the rule is broken"],
  [["A"], "every event, or those that matter"],
  [["+", "−", "0"], "zoom in, zoom out, show all"],
  [["Ctrl", "wheel"], "zoom; the wheel alone once the picture was clicked"],
  [["Shift", "wheel"], "to the left and right; so does dragging"],
  [["T"], "light, dark"],
  [["?"], "this help"],
];

function executionPage(view) {
  const execution = new Execution(view);
  const state = {
    at: execution.marked,
    all: false,
    hidden: new Set(view.lanes.filter((lane) => !lane.shown).map((lane) => lane.id)),
  };
  const chart = new Chart(execution, state, select);
  const list = new StepList(execution, state, select);
  const side = html("div");
  const said = html("p", { class: "hidden-but-said", role: "status" });
  const keys = help(EXECUTION_KEYS);
  const tools = executionTools(execution, state, {
    select,
    step,
    showAll,
    chart,
    keys,
    lanesChanged: () => chart.draw(),
  });

  function select(at) {
    state.at = at;
    chart.axis.show(chart.place(at));
    chart.draw();
    list.point();
    side.replaceChildren(panel(execution, at));
    tools.update();
    said.textContent = `Step ${at + 1}: ${execution.sentence(at)}`;
  }

  /** Goes on by so many of the steps that are shown. */
  function step(by) {
    const shown = execution.shown(state.all);
    const here = shown.findLastIndex((at) => at <= state.at);
    select(shown[clamp(here + by, 0, shown.length - 1)]);
  }

  function showAll(all) {
    state.all = all;
    const shown = execution.shown(all);
    if (!shown.includes(state.at)) state.at = shown.findLast((at) => at <= state.at) ?? shown[0];
    list.fill();
    chart.draw();
    select(state.at);
  }

  const does = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    Home: () => step(-Infinity),
    End: () => step(Infinity),
    f: () => select(execution.marked),
    a: () => showAll(!state.all),
    "+": () => chart.zoom(1.4),
    "=": () => chart.zoom(1.4),
    "-": () => chart.zoom(1 / 1.4),
    0: () => chart.axis.fit(),
    t: () => theme.toggle(),
    "?": () => keys.showModal(),
  };
  document.addEventListener("keydown", (event) => press(does, event));
  const orders = view.history.length ? orderView(view.history) : null;
  orders?.element.addEventListener("keydown", (event) => press(orders.keys, event));
  addEventListener("beforeprint", () => {
    chart.axis.fit(false);
    chart.draw(1000);
  });
  addEventListener("afterprint", () => chart.draw());

  const shapes = new Set(
    view.moments
      .filter((moment) => moment.shape)
      .map((moment) => moment.shape)
      .concat("wrong"),
  );
  return [
    header(view),
    view.leftOut
      ? html(
          "p",
          { class: "notice" },
          `Left out here: the first ${view.leftOut} of ${execution.end} steps, because a page may have 2 MiB.`,
        )
      : null,
    html(
      "section",
      { class: "execution", "aria-label": "The execution" },
      tools.element,
      html("div", { class: "stage" }, html("div", {}, chart.element, legend(shapes), list.element), side),
    ),
    orders ? [html("h2", { class: "big why" }, "Why no order explains the history"), orders.element] : null,
    said,
    () => {
      list.fill();
      chart.draw();
      select(state.at);
      orders?.begin();
    },
  ];
}

function executionTools(execution, state, does) {
  const button = (label, words, action) =>
    html("button", { type: "button", "aria-label": words, title: words, onclick: action }, label);
  const slider = html("input", {
    type: "range",
    min: 0,
    "aria-label": "Step",
    oninput: () => does.select(execution.shown(state.all)[slider.value]),
  });
  const where = html("span", { class: "where" });
  const all = html("button", { type: "button", onclick: () => does.showAll(!state.all) }, "All events");
  const element = html(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Steps and picture" },
    html(
      "span",
      { class: "group" },
      button("|◀", "First step", () => does.step(-Infinity)),
      button("◀", "Step back", () => does.step(-1)),
      button("▶", "Step on", () => does.step(1)),
      button("▶|", "Last step", () => does.step(Infinity)),
    ),
    slider,
    where,
    button("✖ " + execution.view.rule.id, "Where the rule is broken", () => does.select(execution.marked)),
    all,
    html(
      "span",
      { class: "group" },
      button("−", "Zoom out", () => does.chart.zoom(1 / 1.4)),
      button("+", "Zoom in", () => does.chart.zoom(1.4)),
      button("Fit", "Show all", () => does.chart.axis.fit()),
    ),
    lanesMenu(execution.view.lanes, state.hidden, does.lanesChanged),
    theme.button(),
    button("?", "Keyboard and mouse", () => does.keys.showModal()),
  );
  function update() {
    const shown = execution.shown(state.all);
    slider.max = shown.length - 1;
    slider.value = shown.findLastIndex((at) => at <= state.at);
    slider.setAttribute("aria-valuetext", `step ${state.at + 1}`);
    where.textContent = `step ${state.at + 1} of ${execution.end}`;
    all.setAttribute("aria-pressed", String(state.all));
  }
  return { element, update };
}

/** Which lanes are shown. */
function lanesMenu(lanes, hidden, changed) {
  const boxes = new Map();
  const show = (lane, isShown) => {
    if (isShown) hidden.delete(lane.id);
    else hidden.add(lane.id);
    boxes.get(lane.id).checked = isShown;
  };
  const groups = [...new Set(lanes.map((lane) => lane.group))];
  const body = groups.map((group) => {
    const members = lanes.filter((lane) => lane.group === group);
    const toggle = () => {
      const isAny = members.some((lane) => hidden.has(lane.id));
      members.forEach((lane) => show(lane, isAny));
      changed();
    };
    return [
      html(
        "h2",
        {},
        group,
        " ",
        members.length > 1
          ? html("button", { type: "button", "aria-label": "All or none of " + group, onclick: toggle }, "all")
          : null,
      ),
      members.map((lane) => {
        const box = html("input", { type: "checkbox", onchange: () => (show(lane, box.checked), changed()) });
        box.checked = !hidden.has(lane.id);
        boxes.set(lane.id, box);
        return html("label", {}, box, lane.label);
      }),
    ];
  });
  return html("details", { class: "menu" }, html("summary", {}, "Lanes"), html("div", {}, body));
}
