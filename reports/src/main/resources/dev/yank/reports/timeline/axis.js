// Where steps stand from left to right: which part of them is in view, and how wide one is.

class Axis {
  /** @param changed called whenever something else is in view */
  constructor(changed) {
    this.changed = changed;
    this.count = 1;
    this.width = 600;
    this.left = 0; // where the first step begins, in pixels from the picture's left
    this.scale = 20; // pixels a step
    this.start = 0; // the first step in view, with a fraction
    this.fitted = true;
  }

  /** The least width of a step at which all fit, unless they are too many. */
  fitScale() {
    return clamp((this.width - this.left - 12) / this.count, 5, 90);
  }

  resize(width, left, count) {
    const same = this.count === count;
    Object.assign(this, { width, left, count });
    if (this.fitted || !same) this.fit(false);
    else this.pan(0, false);
  }

  fit(tell = true) {
    this.fitted = true;
    this.scale = this.fitScale();
    this.start = 0;
    if (tell) this.changed();
  }

  inView() {
    return (this.width - this.left) / this.scale;
  }

  /** The middle of a step. */
  x(position) {
    return this.left + (position + 0.5 - this.start) * this.scale;
  }

  position(x) {
    return (x - this.left) / this.scale + this.start - 0.5;
  }

  pan(steps, tell = true) {
    this.start = clamp(this.start + steps, 0, Math.max(0, this.count - this.inView() + 1));
    if (tell) this.changed();
  }

  /** Makes steps wider by a factor; the one at x stays where it is. */
  zoom(factor, x = (this.left + this.width) / 2) {
    const before = this.position(x);
    this.scale = clamp(this.scale * factor, 1.5, 240);
    this.fitted = false;
    this.start += before - this.position(x);
    this.pan(0);
  }

  /** Brings a step into view. */
  show(position) {
    const x = this.x(position);
    if (x < this.left + 10 || x > this.width - 24) {
      this.start = position - this.inView() / 2;
      this.pan(0, false);
    }
  }
}

/** Wheel, drag, pinch and click on the picture. */
function handle(element, axis, clicked) {
  const down = new Map();
  let moved = 0;
  let spread = 0;
  const at = (event) => event.clientX - element.getBoundingClientRect().left;

  element.addEventListener(
    "wheel",
    (event) => {
      const zooms = event.ctrlKey || event.metaKey || document.activeElement === element;
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
        event.preventDefault();
        axis.pan((event.deltaX || event.deltaY) / axis.scale);
      } else if (zooms) {
        event.preventDefault();
        axis.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), at(event));
      }
    },
    { passive: false },
  );
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    down.set(event.pointerId, event.clientX);
    moved = 0;
    spread = distance();
  });
  element.addEventListener("pointermove", (event) => {
    if (!down.has(event.pointerId)) return;
    const by = event.clientX - down.get(event.pointerId);
    down.set(event.pointerId, event.clientX);
    moved += Math.abs(by);
    if (moved > 4 && !element.hasPointerCapture(event.pointerId)) {
      element.setPointerCapture(event.pointerId);
      element.classList.add("dragging");
    }
    if (down.size === 1) {
      axis.pan(-by / axis.scale);
    } else {
      const now = distance();
      const middle = [...down.values()].reduce((sum, x) => sum + x, 0) / down.size;
      if (spread > 8 && now > 8) axis.zoom(now / spread, middle - element.getBoundingClientRect().left);
      spread = now;
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    element.addEventListener(end, (event) => {
      if (down.delete(event.pointerId) && end === "pointerup" && down.size === 0 && moved <= 4)
        clicked(event, at(event));
      if (down.size === 0) element.classList.remove("dragging");
    });
  }

  function distance() {
    const [one, other] = down.values();
    return other === undefined ? 0 : Math.abs(one - other);
  }
}
