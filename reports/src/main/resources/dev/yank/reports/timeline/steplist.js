// The steps as a table, which says the same as the picture.

class StepList {
  constructor(execution, state, select) {
    this.execution = execution;
    this.state = state;
    this.select = select;
    this.body = html("tbody");
    this.element = html(
      "div",
      { class: "steps" },
      html(
        "table",
        {},
        html("caption", { class: "hidden-but-said" }, "The steps of the execution"),
        html(
          "thead",
          {},
          html(
            "tr",
            {},
            ["step", "who", "what", "where"].map((name) =>
              html("th", { scope: "col", class: name === "where" ? "place" : null }, name),
            ),
          ),
        ),
        this.body,
      ),
    );
  }

  fill() {
    this.rows = new Map(this.execution.shown(this.state.all).map((at) => [at, this.row(at)]));
    this.body.replaceChildren(...this.rows.values());
    this.point();
  }

  row(at) {
    const { view } = this.execution;
    const moment = this.execution.moment(at);
    const who = html("span", { style: { color: this.execution.colour(moment.task) } }, "● ");
    const file = moment.place && view.sources[moment.place.file];
    return html(
      "tr",
      { class: moment.mark ? "failing" : null, onclick: () => this.select(at) },
      html("td", {}, String(at + 1)),
      html("td", {}, who, view.tasks[moment.task]?.name ?? "nobody"),
      html(
        "td",
        { class: moment.kind === "event" ? "inside" : null },
        moment.words,
        moment.mark ? html("span", { class: "wrong" }, " ✖ " + moment.mark) : null,
      ),
      html("td", { class: "place mono" }, file ? `${file.name}:${moment.place.line}` : ""),
    );
  }

  /** Marks the current step and brings it into view. */
  point() {
    this.current?.removeAttribute("aria-current");
    this.current = this.rows.get(this.state.at);
    if (!this.current) return;
    this.current.setAttribute("aria-current", "step");
    const { offsetTop, offsetHeight } = this.current;
    const { scrollTop, clientHeight } = this.element;
    if (offsetTop < scrollTop + 30) this.element.scrollTop = offsetTop - 30;
    else if (offsetTop + offsetHeight > scrollTop + clientHeight)
      this.element.scrollTop = offsetTop + offsetHeight - clientHeight;
  }
}
