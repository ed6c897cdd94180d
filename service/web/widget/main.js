// Starts the widget: <script src="https://HOST/widget.js" data-lang="auto" defer></script>
// With an element <gyoryu-widget> of its own on the page, that one is used instead.

import { GyoryuWidget } from "./element.js";

const NAME = "gyoryu-widget";
const script = document.currentScript;

function start() {
  if (customElements.get(NAME)) return;
  const placed = document.querySelector(NAME);
  const widget = placed ?? document.createElement(NAME);
  const service = script ? new URL("./", script.src).href : undefined;
  for (const [key, value] of Object.entries({ service, ...script?.dataset })) {
    if (value !== undefined) widget.dataset[key] ??= value;
  }
  customElements.define(NAME, GyoryuWidget);
  if (!placed) document.body.append(widget);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
