// <gyoryu-widget>: the whole widget in a shadow root of its own.
//
// Attributes: data-service, data-lang, data-district, data-greeting, data-examples, data-theme,
// data-position, data-inline. Methods: open(), close(), ask(text), clear(). Events, from the
// element upwards: gyoryu:open, gyoryu:close, gyoryu:question, gyoryu:answer, gyoryu:error.

import { STYLE } from "generated:style";
import { chips } from "./answer.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { make, makeButton } from "./dom.js";
import { Memory } from "./memory.js";
import { makeHead, makeLauncher, Panel } from "./panel.js";
import { chooseLanguage, Words } from "./words.js";

const DARK = "(prefers-color-scheme: dark)";

export class GyoryuWidget extends HTMLElement {
  #parts;

  connectedCallback() {
    this.#parts ??= this.#build();
  }

  // Open the panel and put the cursor into it.
  open() {
    const { panel, launcher, composer } = this.#parts;
    const active = document.activeElement;
    panel?.open(active && active !== document.body && active !== this ? active : launcher);
    composer.focus();
  }

  close() {
    this.#parts.panel?.close();
  }

  // Ask as if the reader had typed it; false where another answer is still awaited.
  ask(text) {
    this.open();
    return this.#parts.conversation.ask(String(text));
  }

  // Forget the conversation, on screen and in this browser; the reader can undo it.
  clear() {
    const { conversation, notice, composer } = this.#parts;
    const turns = conversation.clear();
    if (!turns.length) return;
    const undo = () => {
      notice.replaceChildren();
      conversation.restore(turns);
      composer.focus();
    };
    const { words } = this.#parts.ui;
    notice.replaceChildren(words.say(make("span"), "cleared"), " ", words.say(makeButton("link", undo), "undo"));
    composer.focus();
  }

  #build() {
    const { district, lang } = this.dataset;
    const base = new URL(this.dataset.service ?? "./", document.baseURI);
    const memory = new Memory(`${base.host}${base.pathname}:${district ?? ""}`);
    const asked = lang === "auto" ? undefined : lang;
    const page = document.documentElement.lang;
    const words = new Words(chooseLanguage(memory.language, asked, page, ...navigator.languages));
    const ui = this.#makeUi(words, base, memory);
    const parts = { ui, memory, ...this.#makeFrame(ui) };
    parts.conversation = new Conversation(parts.log, ui, memory, district || undefined, this.#listeners(parts));
    this.#fill(parts, base);
    parts.conversation.restore(memory.turns);
    return parts;
  }

  // What every part needs: the words, the service, and a way to ask.
  #makeUi(words, base, memory) {
    return {
      words,
      base,
      word: (name, className, key, values) => words.say(make(name, className), key, values),
      ask: (text) => this.ask(text),
      rated: (answer, rating) => {
        answer.rated = rating;
        memory.turns = this.#parts.conversation.turns;
      },
    };
  }

  #makeFrame(ui) {
    const inline = "inline" in this.dataset;
    const head = makeHead(ui, {
      onLanguage: (language) => this.#speak(language),
      onClear: () => this.clear(),
      onClose: inline ? null : () => this.close(),
    });
    const log = ui.words.label(make("div", "log", this.#intro(ui)), "conversation");
    log.setAttribute("role", "log");
    log.tabIndex = 0;
    const notice = make("p", "cleared quiet");
    notice.setAttribute("role", "status");
    const ask = (text) => this.#parts.conversation.ask(text);
    const composer = new Composer(ui, ask, () => this.#parts.conversation.close());
    const frame = make(inline ? "section" : "dialog", "panel", head, log, notice, composer.element);
    if (inline) frame.setAttribute("aria-labelledby", "title");
    const panel = inline ? null : new Panel(frame, (open) => this.#toggled(open));
    const launcher = inline ? null : makeLauncher(ui, () => this.open());
    return { composer, frame, launcher, log, notice, panel };
  }

  #intro(ui) {
    const { greeting, examples } = this.dataset;
    const words = greeting ? make("p", "", greeting) : ui.word("p", "", "greeting");
    const questions = (examples ?? "").split("|").map((text) => text.trim()).filter(Boolean);
    return make("div", "intro", words, chips(questions, null, ui.ask));
  }

  #fill({ ui, frame, launcher }, base) {
    const root = make("aside", launcher ? "root floating" : "root inline", launcher, frame);
    root.lang = ui.words.language;
    ui.words.label(root, "title");
    root.dataset.position = this.dataset.position ?? "right";
    const dark = matchMedia(DARK);
    const paint = () => {
      const { theme = "auto" } = this.dataset;
      root.dataset.scheme = theme === "auto" ? (dark.matches ? "dark" : "light") : theme;
    };
    dark.addEventListener("change", paint);
    paint();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.append(...dress(shadow, base), root);
  }

  #listeners(parts) {
    const tell = (name) => (detail) => this.#emit(name, detail);
    return {
      question: (detail) => {
        parts.notice.replaceChildren();
        this.#emit("question", detail);
      },
      answer: tell("answer"),
      error: tell("error"),
      retry: () => parts.composer.focus(),
      change: () => parts.composer.update(parts.conversation.pending, Boolean(parts.conversation.context)),
    };
  }

  #speak(language) {
    const { ui, memory, frame } = this.#parts;
    frame.parentElement.lang = language;
    memory.language = language;
    ui.words.speak(language);
  }

  #toggled(open) {
    const { launcher } = this.#parts;
    launcher.hidden = open;
    launcher.setAttribute("aria-expanded", String(open));
    this.#emit(open ? "open" : "close");
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`gyoryu:${name}`, { detail, bubbles: true, composed: true }));
  }
}

// A style sheet made by script needs no permission of a Content-Security-Policy; browsers that
// cannot make one get the same as a file.
function dress(shadow, base) {
  if ("adoptedStyleSheets" in shadow) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];
    return [];
  }
  return [Object.assign(make("link"), { rel: "stylesheet", href: new URL("widget.css", base) })];
}
