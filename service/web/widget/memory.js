// What this browser remembers, in the storage of the site that the widget stands on: the
// conversation and the chosen language. Where storage is refused, nothing is remembered.

const MOST_TURNS = 20;

export class Memory {
  // `name` tells one service and district from another on the same site.
  constructor(name) {
    this.name = `gyoryu:${name}`;
  }

  // The turns of before: [{question, answer?}], the oldest first.
  get turns() {
    const kept = this.#read("turns");
    return Array.isArray(kept) ? kept.filter((turn) => typeof turn?.question === "string") : [];
  }

  // Where all of them are too much for the browser, the older half goes.
  set turns(turns) {
    let kept = turns.slice(-MOST_TURNS);
    while (!this.#write("turns", kept) && kept.length) kept = kept.slice(Math.ceil(kept.length / 2));
  }

  get language() {
    return this.#read("language");
  }

  set language(language) {
    this.#write("language", language);
  }

  #read(key) {
    try {
      return JSON.parse(localStorage.getItem(`${this.name}:${key}`));
    } catch {
      return null;
    }
  }

  #write(key, value) {
    try {
      localStorage.setItem(`${this.name}:${key}`, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }
}
