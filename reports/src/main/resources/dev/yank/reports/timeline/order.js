// A history with its parts, the orders found in each, and the state after each operation.

/** A history with its parts, its orders, and the state after each operation. */
function orderView(parts, extraTools = []) {
  const state = { part: 0, order: 0, placed: 0 };
  const chart = new OrderChart(state, choose);
  const side = html("section", { class: "side", "aria-label": "State of the specification" });
  const said = html("p", { class: "hidden-but-said", role: "status" });
  const notice = html("p", { class: "notice" });
  const list = html("tbody");
  const slider = html("input", {
    type: "range",
    min: 0,
    "aria-label": "Operations placed",
    oninput: () => place(Number(slider.value)),
  });
  const where = html("span", { class: "where" });
  const partMenu = html("select", {
    "aria-label": "Part of the history",
    onchange: () => part(Number(partMenu.value)),
  });
  const orderMenu = html("select", { "aria-label": "Order", onchange: () => order(Number(orderMenu.value)) });
  partMenu.append(...parts.map((one, i) => html("option", { value: i }, partName(one))));
  const button = (label, words, action) =>
    html("button", { type: "button", "aria-label": words, title: words, onclick: action }, label);
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
    orderMenu.replaceChildren(...one.orders.map((order, i) => html("option", { value: i }, orderName(one, order, i))));
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
        html(
          "tr",
          {},
          ["no.", "who", "asked", "answered", "state after it"].map((name, i) =>
            html("th", { scope: "col", class: i === 4 ? "place" : null }, name),
          ),
        ),
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
      ? [
          html("h2", {}, "none of these can be next"),
          html(
            "ul",
            {},
            order.refusals.map((why) => html("li", { class: "wrong" }, "✖ " + why)),
          ),
        ]
      : null,
    part.cannotBePlaced >= 0
      ? [html("h2", {}, "cannot be placed"), html("p", { class: "wrong" }, "✖ " + operation(part.cannotBePlaced))]
      : null,
    part.sentences.map((why) => html("p", {}, why)),
    part.core.length
      ? [
          html("h2", {}, "fail alone, whatever the others do"),
          html(
            "ul",
            {},
            part.core.map((i) => html("li", {}, operation(i))),
          ),
        ]
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
      svg(
        "svg",
        { width: 22, height: 14, "aria-hidden": "true" },
        svg("rect", { class: "bar operation " + classes, x: 1, y: 1, width: 20, height: 12, rx: 3 }),
      ),
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
