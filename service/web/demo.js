// The demo page: sends a question to POST v1/ask and keeps the conversation on screen.
// Nothing outlives the visit but the language of the page itself.

import { inLanguage, make, reply, word } from "./demo_answer.js";
import { choose, forget, says, speak, t, tongue } from "./demo_words.js";

const PATIENCE_MS = 30_000;

const $ = (id) => document.getElementById(id);
const [form, box, send, log, error, thread] =
  ["form", "question", "send", "log", "error", "thread"].map($);

let context = null;
let pending = false;

class Refusal extends Error {
  constructor(key, detail) {
    super(key);
    this.key = key;
    this.detail = detail;
  }
}

async function ask(text) {
  const question = text.trim();
  if (pending) return;
  if (!question) {
    complain("empty");
    box.focus();
    return;
  }
  const turn = startTurn(question);
  try {
    finishTurn(turn, question, await fetchAnswer(question));
  } catch (failure) {
    turn.remove();
    if (!box.value.trim()) fill(question);
    complain(failure.key ?? "broken", failure.detail);
  } finally {
    wait(false);
  }
}

async function fetchAnswer(question) {
  let response;
  try {
    response = await fetch("v1/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(context ? { question, context } : { question }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (failure) {
    throw new Refusal(failure.name === "TimeoutError" ? "slow" : "offline");
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Refusal(refusalKey(response.status), body?.detail);
  if (!body) throw new Refusal("broken");
  return body;
}

function refusalKey(status) {
  if (status === 429) return "busy";
  if (status === 503) return "starting";
  return status >= 500 ? "broken" : "refused";
}

function startTurn(question) {
  error.hidden = true;
  wait(true);
  const asked = make("h2", "asked", word("span", "unseen", "asked"), make("span", "", question));
  const turn = make("article", "turn", asked, make("div", "reply", word("p", "waiting", "waiting")));
  log.append(turn);
  turn.scrollIntoView({ block: "nearest" });
  return turn;
}

function finishTurn(turn, question, answer) {
  inLanguage(turn.querySelector(".asked").lastChild, answer.language);
  turn.querySelector(".reply").replaceChildren(...reply(answer, question, ask));
  context = answer.context;
  thread.hidden = !context?.places.length;
  if (box.value.trim() === question) fill("");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  turn.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  forget();
}

function startAfresh() {
  context = null;
  thread.hidden = true;
  log.append(word("p", "break", "fresh"));
  box.focus();
}

function wait(isWaiting) {
  pending = isWaiting;
  send.setAttribute("aria-disabled", String(isWaiting));
}

function complain(key, detail) {
  says(error, () => [t(key), detail].filter(Boolean).join(" "));
  error.hidden = false;
}

function fill(text) {
  box.value = text;
  fitBox();
}

function fitBox() {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

// Enter sends, except while an input method is composing; Shift+Enter starts a line.
function onKey(event) {
  const composing = event.isComposing || event.keyCode === 229;
  if (event.key !== "Enter" || event.shiftKey || composing) return;
  event.preventDefault();
  ask(box.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(box.value);
});
box.addEventListener("keydown", onKey);
box.addEventListener("input", fitBox);
$("fresh").addEventListener("click", startAfresh);
for (const chip of document.querySelectorAll("[data-ask]")) {
  chip.addEventListener("click", () => ask(chip.textContent));
}
for (const button of document.querySelectorAll("[data-tongue]")) {
  button.addEventListener("click", () => choose(button.dataset.tongue));
}
for (const element of document.querySelectorAll("[data-words]")) {
  says(element, () => t(element.dataset.words));
}
speak(tongue);
