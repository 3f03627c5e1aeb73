// What every page has: its head, the command to type next, light and dark, help.

function header(view) {
  const sources = view.rule.sources.map((source) => html("li", {}, source));
  return html(
    "header",
    {},
    html("h1", {}, html("span", { class: "rule-id" }, view.rule.id + " violated"), ": " + view.sentence),
    html("p", { class: "statement" }, html("b", {}, view.rule.title + ". "), view.rule.statement),
    more(facts(view.facts), html("details", {}, html("summary", {}, "Who says so"), html("ul", {}, sources))),
    command(view.command),
  );
}

/** What may be looked up: open where there is room. */
function more(...content) {
  const details = html("details", { class: "more" }, html("summary", {}, "Driver, policy, origin"), content);
  details.open = innerWidth > 640;
  return details;
}

function facts(list) {
  return html(
    "dl",
    { class: "facts" },
    list.map((fact) => [html("dt", {}, fact.label), html("dd", {}, fact.text)]),
  );
}

function command(text) {
  const code = html("code", {}, text);
  const button = html("button", { type: "button", "aria-label": "Copy the command", onclick: copy }, "Copy");
  async function copy() {
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      getSelection().selectAllChildren(code);
      copied = document.execCommand("copy");
    }
    button.textContent = copied ? "Copied" : "Selected";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  }
  return html("div", { class: "command", title: "What to type next" }, code, button);
}

/** Light or dark: as the system has it until the reader says otherwise, which is remembered where that is allowed. */
const theme = {
  key: "yank-theme",
  remembered() {
    try {
      return localStorage.getItem(this.key);
    } catch {
      return null;
    }
  },
  now() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    return document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
  },
  set(name) {
    document.documentElement.dataset.theme = name;
    try {
      localStorage.setItem(this.key, name);
    } catch {
      // A page in a frame may have nowhere to remember it.
    }
  },
  button() {
    if (["light", "dark"].includes(this.remembered())) this.set(this.remembered());
    const button = html("button", { type: "button", onclick: () => this.toggle() });
    this.say = () => {
      const other = this.now() === "dark" ? "light" : "dark";
      button.textContent = other === "dark" ? "◐ Dark" : "◐ Light";
      button.setAttribute("aria-label", "Change to " + other + " colours");
    };
    this.say();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.say());
    return button;
  },
  toggle() {
    this.set(this.now() === "dark" ? "light" : "dark");
    this.say();
  },
};

function help(keys) {
  const dialog = html(
    "dialog",
    { "aria-label": "Keyboard and mouse" },
    html("h2", { class: "big" }, "Keyboard and mouse"),
    html(
      "dl",
      { class: "keys" },
      keys.map(([names, words]) => [
        html(
          "dt",
          {},
          names.map((name, i) => [i ? " " : "", html("kbd", {}, name)]),
        ),
        html("dd", {}, words),
      ]),
    ),
    html("form", { method: "dialog" }, html("button", {}, "Close")),
  );
  document.body.append(dialog);
  return dialog;
}

/** Does what a key stands for, unless it is meant for a control. */
function press(keys, event) {
  const does = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!does || isTyping(event) || event.defaultPrevented) return;
  event.preventDefault();
  does();
}

function isTyping(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog");
}
