// What is the case after a step of an execution.

class Execution {
  constructor(view) {
    this.view = view;
    this.first = view.leftOut;
    this.end = view.leftOut + view.moments.length; // behind the last step
    this.lanes = new Map(view.lanes.map((lane) => [lane.id, lane]));
    this.failures = [];
    for (let at = this.first; at < this.end; at++) if (this.moment(at).mark) this.failures.push(at);
    this.marked = this.failures.at(-1) ?? this.end - 1;
  }

  moment(at) {
    return this.view.moments[at - this.first];
  }

  /** The steps that are shown, all of them or those that matter. */
  shown(all) {
    const shown = [];
    for (let at = this.first; at < this.end; at++) if (all || this.moment(at).key) shown.push(at);
    return shown.length ? shown : this.shown(true);
  }

  /** What has begun and not ended after a step. */
  spans(at, ...kinds) {
    return this.view.spans.filter(
      (span) => kinds.includes(span.kind) && span.from <= at && (span.to === undefined || at < span.to),
    );
  }

  count(count, at) {
    return count.points.findLast(([from]) => from <= at)?.[1];
  }

  /** The registers after a step, each with whether this step changed it. */
  registers(at) {
    const place = this.view.snapshots.findLastIndex((snapshot) => snapshot.from <= at);
    if (place < 0) return [];
    const now = this.view.snapshots[place];
    const before = this.view.snapshots[place - 1];
    return now.values.map((value, i) => ({
      name: this.view.registers[i],
      value,
      changed: now.from === at && before !== undefined && before.values[i] !== value,
    }));
  }

  /** What a task is about, in words. */
  doing(task, at) {
    const mine = (span) => span.task === task;
    const blocked = this.spans(at, "blocked").findLast(mine);
    const callbacks = this.spans(at, "callback").filter(mine);
    const operation = this.spans(at, "operation").findLast(mine);
    const words = [operation?.words, ...callbacks.map((span) => "in " + span.words)].filter(Boolean);
    if (blocked) words.push("sleeps: " + blocked.words);
    if (words.length) return words.join(", ");
    const acts = this.view.moments.findIndex((moment) => moment.task === task) + this.first;
    const ends = this.view.moments.findLastIndex((moment) => moment.task === task) + this.first;
    if (at < acts) return "has not begun";
    if (at === ends && this.moment(at).kind !== "answer") return "gets no further";
    return at >= ends ? "has nothing more to do" : "between two operations";
  }

  /** The colour of a task. */
  colour(task) {
    const actor = this.view.tasks[task];
    if (actor?.role !== "process") return actor?.role === "kernel" ? "var(--kernel)" : "var(--alone)";
    const rank = this.view.tasks.slice(0, task).filter((other) => other.role === "process").length;
    return `var(--process-${rank % 4})`;
  }

  /** A step in a sentence. */
  sentence(at) {
    const moment = this.moment(at);
    const who = this.view.tasks[moment.task]?.name ?? "nobody";
    return moment.kind === "event" ? `${who} ${moment.words}` : `${who}: ${moment.words}`;
  }
}
