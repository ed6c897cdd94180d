// The demo page uses the widget as any site would: it hands questions to its ask() method.

function ask(question) {
  customElements.whenDefined("gyoryu-widget").then(() => {
    document.querySelector("gyoryu-widget").ask(question);
  });
}

const form = document.getElementById("ask");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { question } = form.elements;
  if (question.value.trim()) ask(question.value);
  form.reset();
});

for (const button of document.querySelectorAll("[data-ask]")) {
  button.addEventListener("click", () => ask(button.dataset.ask));
}
