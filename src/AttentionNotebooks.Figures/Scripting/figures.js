// Selection, switching, stepping and enlarging for the figures of a page. Everything can be read without it.
// Each figure carries a copy. A copy adopts every figure that no other has adopted, touches nothing else, and leaves no global.
(() => {
  "use strict";

  // data-needs-script is shown, data-without-script hidden, where this runs.
  const FIGURE = "[data-attention-figure]";
  const ADOPTED = Symbol.for("attention-figure-adopted");
  const SEARCHES = Symbol.for("attention-figure-searches");
  const DIMMED = "0.1";
  const SVG = "http://www.w3.org/2000/svg";

  const words = text => (text || "").split(/\s+/).filter(Boolean);

  function adopt(root) {
    if (root[ADOPTED]) return;
    root[ADOPTED] = true;
    // JupyterLab's own shortcuts would take Enter and the arrow keys away.
    root.setAttribute("data-lm-suppress-shortcuts", "true");
    const own = selector => [...root.querySelectorAll(selector)].filter(element => element.closest(FIGURE) === root);
    const hide = hider();
    own("[data-needs-script]").forEach(element => { element.hidden = false; });
    own("[data-without-script]").forEach(element => { element.hidden = true; });
    own("[data-marks-room]").forEach(makeRoom);
    const refresh = selection(root, own);
    toggles(root, own, hide, refresh);
    frames(root, own, hide);
    enlarging(root, own);
  }

  // An element is shown when nobody hides it; its own inline "display" comes back.
  function hider() {
    const hidden = new Map();
    return (element, by, hides) => {
      if (!hidden.has(element)) hidden.set(element, { by: new Set(), display: element.style.display });
      const state = hidden.get(element);
      if (hides) state.by.add(by); else state.by.delete(by);
      element.style.display = state.by.size ? "none" : state.display;
    };
  }

  // data-toggle="head-3" shows and hides data-part~="head-3". Double click or Shift+Enter leaves it alone of its kind ("head"), or all again.
  function toggles(root, own, hide, refresh) {
    const buttons = own("[data-toggle]");
    if (!buttons.length) return;
    const parts = group(own("[data-part]"), element => words(element.dataset.part));
    const kind = button => button.dataset.toggle.replace(/-[^-]*$/, "");
    const isOn = button => button.getAttribute("aria-pressed") !== "false";

    function set(button, on) {
      const name = button.dataset.toggle;
      button.setAttribute("aria-pressed", String(on));
      button.style.opacity = on ? "" : "0.7";
      button.style.textDecoration = on ? "" : "line-through";
      (parts.get(name) || []).forEach(element => hide(element, "toggle " + name, !on));
      refresh();
    }

    function isolate(button) {
      const others = buttons.filter(other => other !== button && kind(other) === kind(button));
      const alone = isOn(button) && !others.some(isOn);
      set(button, true);
      others.forEach(other => set(other, alone));
    }

    buttons.forEach(button => set(button, isOn(button)));
    on(root, "click", "[data-toggle]", button => set(button, !isOn(button)));
    on(root, "dblclick", "[data-toggle]", isolate);
    on(root, "keydown", "[data-toggle]", (button, event) => {
      if (event.key === "Enter" && event.shiftKey) handled(event), isolate(button);
    });
  }

  // While data-select="k5" is hovered or focused, what is not data-for~="k5" is dimmed. Click or Enter pins it, Escape lets it go.
  // The arrow keys go from one to the next of the same parent.
  function selection(root, own) {
    const choices = own("[data-select]");
    const named = group(choices, element => [element.dataset.select]);
    const targets = own("[data-for]");
    const opacities = new Map(targets.map(element => [element, element.style.opacity]));
    let pinned = null, shown = null, marks = [];

    function show(name) {
      shown = name;
      marks.forEach(text => text.remove());
      marks = [];
      const marked = new Map();
      targets.forEach(element => {
        const tokens = words(element.dataset.for);
        const stays = name === null || tokens.includes(name);
        element.style.opacity = stays ? opacities.get(element) : DIMMED;
        if (name === null || !stays || !element.dataset.mark || !element.getClientRects().length) return;
        tokens.filter(token => token !== name && named.has(token)).forEach(token => marked.set(token, [...marked.get(token) || [], element]));
      });
      marked.forEach((lines, token) => marks.push(writeMarks(named.get(token)[0], lines)));
      choices.forEach(element => { element.style.fontWeight = element.dataset.select === name ? "700" : ""; });
    }

    function pin(name) {
      pinned = name;
      choices.forEach(element => {
        const isPinned = name !== null && element.dataset.select === name;
        element.style.textDecoration = isPinned ? "underline" : "";
        element.setAttribute("aria-current", String(isPinned));
      });
      show(name);
      if (marks.length) marks[0].scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    function move(element, event) {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      const near = choices.filter(other => other.parentNode === element.parentNode);
      const next = step && near[near.indexOf(element) + step];
      if (!step) return;
      handled(event);
      if (!next) return;
      element.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    }

    const parents = new Set();
    choices.forEach(element => {
      if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", parents.has(element.parentNode) ? "-1" : "0");
      if (!element.hasAttribute("role")) element.setAttribute("role", "button");
      element.setAttribute("aria-current", "false");
      element.style.cursor = "pointer";
      parents.add(element.parentNode);
    });
    const leave = () => { if (shown !== pinned) show(pinned); };
    const enter = element => { if (pinned === null) show(element.dataset.select); };
    const press = element => pin(pinned === element.dataset.select ? null : element.dataset.select);
    on(root, "pointerover", "[data-select]", enter);
    on(root, "focusin", "[data-select]", enter);
    on(root, "pointerout", "[data-select]", leave);
    on(root, "focusout", "[data-select]", leave);
    on(root, "click", "[data-select]", press);
    on(root, "keydown", "[data-select]", (element, event) => {
      if (event.key === "Enter" || event.key === " ") handled(event), press(element);
      else move(element, event);
    });
    root.addEventListener("keydown", event => {
      if (event.key === "Escape" && pinned !== null) handled(event), pin(null);
    });
    return () => { if (shown !== null) show(shown); };
  }

  // A drawing gets room for marks at its left and its right; its box is scrolled to what was there before.
  function makeRoom(svg) {
    const [left, right] = words(svg.dataset.marksRoom).map(Number);
    const box = svg.viewBox.baseVal;
    box.x -= left;
    box.width += left + right;
    svg.setAttribute("width", box.width);
    svg.parentNode.scrollLeft = left;
  }

  // Beside a token, the strongest data-mark of the selected lines: a dot in the line's colour, its data-mark-name, its mark.
  // The token's parent says where (data-marks-x) and how many (data-marks-most).
  function writeMarks(token, lines) {
    const place = token.parentNode.dataset;
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", place.marksX);
    text.setAttribute("y", token.getAttribute("y"));
    text.setAttribute("aria-hidden", "true");
    const strongest = [...lines].sort((one, other) => Number(other.dataset.mark) - Number(one.dataset.mark));
    strongest.slice(0, place.marksMost).forEach(line => {
      const from = line.closest("[data-mark-name]");
      part("● ", from && from.getAttribute("stroke"));
      part((from ? from.dataset.markName + ": " : "") + line.dataset.mark + "\u2002");
    });
    if (strongest.length > place.marksMost) part("+" + (strongest.length - place.marksMost));
    token.parentNode.append(text);
    return text;

    function part(content, colour) {
      const span = document.createElementNS(SVG, "tspan");
      if (colour) span.setAttribute("fill", colour);
      span.textContent = content;
      text.append(span);
    }
  }

  // A data-frames slider shows one data-frame at a time; data-step buttons move it; the frame's data-frame-label is told.
  // Where no frame has the number of the slider, all are shown, and the text of data-frames is told.
  function frames(root, own, hide) {
    const slider = own("input[data-frames]")[0];
    if (!slider) return;
    const all = own("[data-frame]");
    const output = own("output")[0];
    // No jump from frame to frame, where each position has one.
    if (all.length && !slider.dataset.frames) all[0].parentNode.style.minHeight = Math.max(...all.map(element => element.offsetHeight)) + "px";

    function show() {
      const current = all.filter(element => element.dataset.frame === slider.value);
      all.forEach(element => hide(element, "frames", current.length > 0 && !current.includes(element)));
      const labelled = current.find(element => element.dataset.frameLabel);
      const label = labelled ? labelled.dataset.frameLabel : slider.dataset.frames || String(Number(slider.value) + 1);
      slider.setAttribute("aria-valuetext", label);
      if (output) output.textContent = label;
    }

    show();
    on(root, "input", "[data-frames]", show);
    on(root, "click", "[data-step]", button => {
      slider.value = Number(slider.value) + Number(button.dataset.step);
      show();
    });
  }

  // data-enlarge="l2h5" opens the <details> around data-large="l2h5", and shows of its enlargements this one. Again, or Escape, closes it.
  function enlarging(root, own) {
    const buttons = own("[data-enlarge]");
    if (!buttons.length) return;
    const large = new Map(own("[data-large]").map(element => [element.dataset.large, element]));
    let opened = null;

    function open(button) {
      opened = button;
      buttons.forEach(other => other.setAttribute("aria-expanded", String(other === button)));
      const chosen = button && large.get(button.dataset.enlarge);
      const place = chosen && chosen.closest("details");
      large.forEach(element => {
        const details = element.closest("details");
        element.hidden = details === place && element !== chosen;
        if (details && details !== place) details.open = false;
      });
      if (!chosen) return;
      if (place) place.open = true;
      chosen.scrollIntoView({ block: "nearest" });
    }

    buttons.forEach(button => button.setAttribute("aria-expanded", "false"));
    on(root, "click", "[data-enlarge]", button => open(button === opened ? null : button));
    root.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !opened) return;
      const button = opened;
      handled(event);
      open(null);
      button.focus();
    });
  }

  function group(elements, namesOf) {
    const groups = new Map();
    elements.forEach(element => namesOf(element).forEach(name => {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(element);
    }));
    return groups;
  }

  function on(root, type, selector, act) {
    root.addEventListener(type, event => {
      const element = event.target.closest(selector);
      if (element && element.closest(FIGURE) === root) act(element, event);
    });
  }

  function handled(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  // The tree itself counts. Tells whether it has figures, adopted just now or before.
  function adoptAll(tree) {
    const figures = [tree, ...tree.querySelectorAll(FIGURE)].filter(element => element.matches && element.matches(FIGURE));
    figures.forEach(adopt);
    return figures.length > 0;
  }

  function adoptShadows(tree) {
    tree.querySelectorAll("*").forEach(element => {
      if (element.shadowRoot) adoptAll(element.shadowRoot), adoptShadows(element.shadowRoot);
    });
  }

  // Hosts may run a copy outside its figure, before that is in the page, or in a shadow tree. Then the page is searched, at once and
  // later; shadow trees once for all copies, as each copy puts off the later searches of those before it.
  function search() {
    adoptAll(document);
    (document[SEARCHES] || []).forEach(clearTimeout);
    document[SEARCHES] = [0, 500].map(delay => setTimeout(() => { adoptAll(document); adoptShadows(document); }, delay));
  }

  const script = document.currentScript;
  if (!script || !script.parentNode || !adoptAll(script.parentNode)) search();
})();
