// The conversation: what was asked, what came back, and what is kept of it in this browser.

import { drawAnswer } from "./answer.js";
import { inLanguage, make, makeButton } from "./dom.js";
import { Failure, fetchAnswer } from "./service.js";

const LONG_MS = 6000; // from then on the reader is told that it takes longer than usual

// Draws into `log`; `on` is told {turns} when they change, and of each question, answer and error.
export class Conversation {
  constructor(log, ui, memory, district, on) {
    Object.assign(this, { log, ui, memory, district, on, turns: [], pending: false });
  }

  // What the next question may build on: the context of the last answer, unless it was closed.
  get context() {
    const last = this.#answered;
    const { places, choices } = last?.answer.context ?? {};
    return !last?.closed && (places?.length || choices?.length) ? last.answer.context : undefined;
  }

  // Bring back turns of an earlier visit, or those that were cleared by mistake.
  restore(turns) {
    this.turns = turns;
    for (const turn of turns) {
      const view = this.#addTurn(turn);
      if (turn.answer) this.#drawAnswer(turn, view);
      else this.#drawFailure(turn, view, new Failure("interrupted"));
    }
    this.#changed();
  }

  // Whether the question was taken: one at a time, and not an empty one.
  ask(text) {
    const question = text.trim();
    if (this.pending || !question) return false;
    const turn = { question, context: this.context };
    this.turns.push(turn);
    this.on.question({ question });
    this.#run(turn, this.#addTurn(turn));
    return true;
  }

  // Forget everything; what is returned can be restored.
  clear() {
    const { turns } = this;
    this.turns = [];
    this.log.querySelectorAll(".turn").forEach((view) => view.remove());
    this.#changed();
    return turns;
  }

  // The next question begins a new topic, also where the last one got no answer.
  close() {
    if (this.#answered) this.#answered.closed = true;
    this.#changed();
  }

  get #answered() {
    return this.turns.findLast((turn) => turn.answer);
  }

  async #run(turn, view) {
    this.pending = true;
    this.#changed();
    // What it built on when it was asked, however late it is asked again.
    const { question, context } = turn;
    const waiting = this.ui.word("p", "waiting", "waiting");
    const timer = setTimeout(() => this.ui.words.say(waiting, "long"), LONG_MS);
    view.lastChild.replaceChildren(waiting);
    this.#reveal(view);
    try {
      turn.answer = await fetchAnswer(this.ui.base, { question, district: this.district, context });
      this.#drawAnswer(turn, view);
      this.on.answer({ question, answer: turn.answer });
    } catch (failure) {
      this.#drawFailure(turn, view, failure);
      this.on.error({ question, error: failure.key ?? "broken", detail: failure.detail });
      if (!(failure instanceof Failure)) console.error(failure);
    } finally {
      clearTimeout(timer);
      this.pending = false;
      this.#changed();
      this.#reveal(view);
    }
  }

  #addTurn({ question }) {
    const asked = make("h3", "asked", this.ui.word("span", "unseen", "asked"), make("span", "", question));
    const view = make("article", "turn", asked, make("div", "reply"));
    this.log.append(view);
    return view;
  }

  #drawAnswer({ question, answer }, view) {
    inLanguage(view.querySelector(".asked").lastChild, answer.language);
    view.lastChild.replaceChildren(...drawAnswer(answer, question, this.ui));
  }

  #drawFailure(turn, view, failure) {
    const notice = this.ui.word("p", "notice", `failure.${failure.key ?? "broken"}`, failure.values);
    const retry = this.ui.words.say(makeButton("chip", () => this.#retry(turn, view)), "retry");
    view.lastChild.replaceChildren(notice, retry);
  }

  #retry(turn, view) {
    if (this.pending) return;
    this.#run(turn, view);
    this.on.retry();
  }

  #changed() {
    this.memory.turns = this.turns;
    this.on.change();
  }

  // Scrolls the conversation, and never the page that the widget stands on.
  #reveal(view) {
    const { log } = this;
    const scroller = log.scrollHeight > log.clientHeight ? log : log.parentElement;
    const top = view.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scroller.scrollBy({ top, behavior: calm ? "auto" : "smooth" });
  }
}
