// The state after a step, beside the picture.

function panel(execution, at) {
  return html(
    "section",
    { class: "side", "aria-label": "State after this step" },
    now(execution, at),
    section(
      "device",
      execution.spans(at, "device", "pulled").map((span) => one(execution, span, at, span.words)),
      "no device yet",
    ),
    section("tasks", tasks(execution, at)),
    section(
      "locks and guards",
      execution.spans(at, "lock", "section", "drain", "borrow", "dropping").map((span) => {
        const how = {
          lock: "held by ",
          section: "entered by ",
          drain: "",
          borrow: "borrowed by ",
          dropping: "being dropped by ",
        }[span.kind];
        return one(execution, span, at, how + span.words);
      }),
      "nothing is held",
    ),
    section("counts", counts(execution, at), "nothing is counted yet"),
    section(
      "objects",
      execution
        .spans(at, "alive", "held", "armed")
        .map((span) => one(execution, span, at, span.kind === "alive" ? "" : span.words)),
      "none",
    ),
    registers(execution, at),
  );
}

function section(title, items, otherwise = "none") {
  return [html("h2", {}, title), html("ul", {}, items.length ? items : html("li", { class: "none" }, otherwise))];
}

function now(execution, at) {
  const moment = execution.moment(at);
  return [
    html("h2", {}, `step ${at + 1} of ${execution.end}`),
    html("p", { class: "now" }, execution.sentence(at)),
    moment.mark ? html("p", { class: "wrong" }, "✖ " + moment.mark) : null,
    moment.place ? place(execution.view.sources[moment.place.file], moment.place) : null,
  ];
}

function place(file, place) {
  const around = [-2, -1, 0, 1, 2].map((by) => place.line + by).filter((line) => file.lines[line] !== undefined);
  const indent = Math.min(
    ...around.filter((line) => file.lines[line].trim()).map((line) => file.lines[line].search(/\S/)),
  );
  return [
    html("p", { title: file.path || file.name }, html("code", {}, `${place.method} (${file.name}:${place.line})`)),
    around.length
      ? html(
          "div",
          { class: "source mono", "aria-label": "Source of the driver" },
          around.map((line) =>
            html(
              "div",
              { class: line === place.line ? "here" : null },
              html("span", { class: "line" }, String(line)),
              file.lines[line].slice(indent),
            ),
          ),
        )
      : null,
  ];
}

function one(execution, span, at, words) {
  const name = execution.lanes.get(span.lane).label;
  return html(
    "li",
    { class: span.from === at ? "changed" : null },
    html("b", {}, name),
    words && words !== name ? ": " + words : "",
    ` (since step ${span.from + 1})`,
  );
}

function tasks(execution, at) {
  return execution.view.tasks
    .map((actor, task) => ({ actor, task }))
    .filter(({ actor }) => actor.lane)
    .map(({ actor, task }) =>
      html(
        "li",
        { class: execution.moment(at).task === task ? "changed" : null },
        html("b", {}, actor.name),
        ": " + execution.doing(task, at),
      ),
    );
}

function counts(execution, at) {
  return execution.view.counts
    .map((count) => ({ count, value: execution.count(count, at) }))
    .filter(({ value }) => value !== undefined)
    .map(({ count, value }) =>
      html(
        "li",
        { class: count.points.some(([from]) => from === at) ? "changed" : null },
        html("b", {}, execution.lanes.get(count.lane).label),
        ": ",
        html("span", { class: value <= 0 ? "wrong" : null }, String(value)),
      ),
    );
}

function registers(execution, at) {
  const values = execution.registers(at);
  if (!execution.view.registers.length) return null;
  return [
    html("h2", {}, "registers"),
    values.length
      ? html(
          "table",
          { class: "mono" },
          values.map((register) =>
            html(
              "tr",
              { class: register.changed ? "changed" : null },
              html("td", {}, register.name),
              html("td", {}, register.value),
            ),
          ),
        )
      : html("p", { class: "none" }, "the hardware is not there"),
  ];
}
