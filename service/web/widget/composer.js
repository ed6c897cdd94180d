// Where the question is typed. Nothing typed is lost: a question that is not taken stays.

import { icon, make, makeButton } from "./dom.js";

const LONGEST = 1000; // characters; the service's own default limit

export class Composer {
  // `onAsk` gets the text and returns whether it was taken; `onFresh` begins a new topic.
  constructor(ui, onAsk, onFresh) {
    Object.assign(this, { ui, onAsk });
    this.notice = make("p", "notice");
    this.notice.setAttribute("role", "alert");
    this.notice.hidden = true;
    this.following = make(
      "p", "foot following quiet",
      ui.word("span", "", "following"), " ",
      ui.words.say(makeButton("link", () => this.#startAfresh(onFresh)), "fresh"),
    );
    this.privacy = ui.word("p", "foot quiet", "privacy");
    this.box = this.#makeBox();
    this.send = ui.words.label(makeButton("send", () => this.#submit(), icon("send")), "send");
    this.element = make(
      "form", "composer",
      this.notice,
      make("div", "field", this.box, this.send),
      this.following,
      this.privacy,
    );
    this.element.noValidate = true;
    this.element.addEventListener("submit", (event) => event.preventDefault());
  }

  // Show whether the service is being waited for, and whether the next question follows up. Both
  // lines below the box take the same room, so that nothing shifts.
  update(pending, follows) {
    this.send.setAttribute("aria-disabled", String(pending));
    this.following.hidden = !follows;
    this.privacy.hidden = follows;
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  // The button that was pressed is gone then: the focus goes where one types.
  #startAfresh(onFresh) {
    onFresh();
    this.focus();
  }

  #makeBox() {
    const box = this.ui.words.label(make("textarea", "box"), "label", "placeholder");
    Object.assign(box, { rows: 1, maxLength: LONGEST, autocomplete: "off", enterKeyHint: "send" });
    box.addEventListener("keydown", (event) => this.#onKey(event));
    box.addEventListener("input", () => this.#fit());
    return box;
  }

  // Enter sends, but never while an input method is composing; Shift+Enter starts a line.
  #onKey(event) {
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    const text = this.box.value;
    this.notice.hidden = Boolean(text.trim());
    if (!this.notice.hidden) this.ui.words.say(this.notice, "failure.empty");
    if (this.onAsk(text)) this.box.value = "";
    this.#fit();
    this.focus();
  }

  #fit() {
    const { box } = this;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  }
}
