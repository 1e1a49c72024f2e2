// Day, night, or as the machine is set. What a person chose is kept in a cookie, so that the next page comes in it.

const ORDER = ["day", "night", "auto"];
const WORDS = { day: "day", night: "night", auto: "as this machine is set" };
const YEAR_SECONDS = 31536000;

export function startTheme() {
  const button = document.getElementById("theme");
  if (!button) return;
  name();
  button.addEventListener("click", () => {
    const root = document.documentElement;
    const next = ORDER[(ORDER.indexOf(root.dataset.theme) + 1) % ORDER.length];
    root.dataset.theme = next;
    document.cookie = `theme=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=strict`;
    name();
    document.dispatchEvent(new CustomEvent("console:theme"));
  });
}

function name() {
  const word = WORDS[document.documentElement.dataset.theme];
  document.getElementById("theme-word").textContent = word;
  document.getElementById("theme").title = `Colours: ${word} (T)`;
}
