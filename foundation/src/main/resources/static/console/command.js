// The command line: verbs are data in the page. It suggests, remembers, and says in words what it did not understand.
import { carryOut } from "./keys.js";

const HISTORY_MAX = 50;
const SUGGESTIONS_MAX = 8;
const HISTORY_KEY = "bluelamp.commands";

let verbs = [];
let chosen = -1;
let back = 0;
let input, list, error, ghost;

export function startCommandLine() {
  input = document.getElementById("command");
  if (!input) return;
  list = document.getElementById("suggestions");
  error = document.getElementById("command-error");
  ghost = document.getElementById("command-ghost");
  verbs = [...document.querySelectorAll("#verbs [data-verb]")].map((item) => ({
    verb: item.dataset.verb, usage: item.dataset.usage, does: item.dataset.does, action: item.textContent.trim(),
  }));
  input.addEventListener("input", () => { error.textContent = ""; chosen = -1; show(); });
  input.addEventListener("focus", show);
  input.addEventListener("blur", () => setTimeout(hide, 150));
  input.addEventListener("keydown", pressed);
  list.addEventListener("mousedown", (event) => {
    const item = event.target.closest("li");
    if (item) { event.preventDefault(); take(item.dataset.take); }
  });
  document.getElementById("command-form").addEventListener("submit", (event) => {
    event.preventDefault();
    run(input.value.trim().replace(/^\/\s*/, ""));
  });
}

function fitting(text) {
  const lower = text.toLowerCase();
  const verb = lower.split(/\s+/)[0];
  return verbs
    .filter((each) => each.usage.toLowerCase().startsWith(lower) || (lower.includes(" ") && each.verb === verb
      && (each.verb !== "go" || each.usage.startsWith(lower)))
      || (lower.length > 1 && each.action.toLowerCase().includes(lower)))
    .slice(0, SUGGESTIONS_MAX);
}

function show() {
  const found = fitting(input.value);
  list.replaceChildren(...found.map((each, index) => {
    const item = document.createElement("li");
    item.id = `suggestion-${index}`;
    item.role = "option";
    item.dataset.take = each.usage;
    item.setAttribute("aria-selected", String(index === chosen));
    const usage = document.createElement("code");
    usage.textContent = each.usage;
    const action = document.createElement("span");
    action.textContent = each.action;
    item.append(usage, action);
    return item;
  }));
  list.hidden = found.length === 0 || document.activeElement !== input;
  input.setAttribute("aria-expanded", String(!list.hidden));
  if (chosen >= 0) input.setAttribute("aria-activedescendant", `suggestion-${chosen}`);
  else input.removeAttribute("aria-activedescendant");
  ghost.textContent = input.value && found.length > 0 ? `${found[0].action} · Enter` : "";
}

function hide() {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
}

function pressed(event) {
  const shown = list.hidden ? 0 : list.children.length;
  switch (event.key) {
    case "Escape":
      error.textContent = "";
      if (!list.hidden) hide(); else { input.value = ""; input.blur(); }
      break;
    case "ArrowDown":
      if (shown > 0) { chosen = (chosen + 1) % shown; show(); }
      break;
    case "ArrowUp":
      if (input.value === "" || back > 0) recall(1);
      else if (shown > 0) { chosen = (chosen - 1 + shown) % shown; show(); }
      break;
    case "Tab":
      if (shown > 0 && input.value !== "" && !event.shiftKey) {
        take(list.children[Math.max(chosen, 0)].dataset.take);
        break;
      }
      return;
    case "Enter":
      if (chosen >= 0 && shown > 0) { take(list.children[chosen].dataset.take); break; }
      return;
    default:
      return;
  }
  event.preventDefault();
}

/** Puts a suggestion in the line; one that wants no more words is done at once. */
function take(usage) {
  const words = usage.split(" ").filter((word) => word !== word.toUpperCase() || !/[A-Z]/.test(word));
  input.value = words.join(" ");
  chosen = -1;
  if (words.join(" ") === usage) run(usage);
  else { input.value += " "; input.focus(); show(); }
}

function run(line) {
  if (line === "") return;
  const [verb, ...words] = line.split(/\s+/);
  const ofVerb = verbs.filter((each) => each.verb === verb.toLowerCase());
  const known = ofVerb.find((each) => each.usage.toLowerCase() === line.toLowerCase())
    ?? (verb.toLowerCase() === "go" ? undefined : ofVerb[0]);
  if (!known) return refuse(ofVerb.length > 0
    ? `There is no page (${words.join(" ")}) for you. Maybe: ${ofVerb.map((each) => each.usage).join(", ")}.`
    : unknown(verb));
  const wants = known.usage.split(" ").filter((word) => /[A-Z]/.test(word) && word === word.toUpperCase());
  if (words.length === 0 && wants.length > 0) return refuse(`(${known.verb}) needs ${wants.join(" ")}: ${known.usage}.`);
  remember(line);
  if (known.does.startsWith("fill:")) return fill(known.does.slice(5), words.join(" "));
  if (known.does.startsWith("send:")) return fill(known.does.slice(5), words.join(" "))?.form.requestSubmit();
  const filled = known.does
    .replaceAll("{text}", encodeURIComponent(words.join(" ")))
    .replace(/\{([1-9])\}/g, (_, number) => encodeURIComponent(words[number - 1] ?? ""));
  input.value = "";
  hide();
  if (!carryOut(filled)) refuse(`(${known.verb}) cannot be done on this page now.`);
}

function fill(selector, text) {
  const field = document.querySelector(selector);
  if (!field) {
    refuse("The field for this is not on the page now.");
    return null;
  }
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  input.value = "";
  field.focus();
  return field;
}

function unknown(verb) {
  const near = [...new Set(verbs.map((each) => each.verb))].find((each) => each.startsWith(verb[0].toLowerCase()));
  return `There is no verb (${verb}).${near ? ` Maybe (${near}).` : ""} The list of keys (?) shows what works here.`;
}

function refuse(sentence) {
  hide();
  error.textContent = sentence;
  input.focus();
  hide();
}

function past() {
  try { return JSON.parse(sessionStorage.getItem(HISTORY_KEY) ?? "[]"); } catch { return []; }
}

function remember(line) {
  back = 0;
  const lines = [...past().filter((each) => each !== line), line].slice(-HISTORY_MAX);
  sessionStorage.setItem(HISTORY_KEY, JSON.stringify(lines));
}

function recall(step) {
  const lines = past();
  back = Math.min(back + step, lines.length);
  if (back > 0) input.value = lines[lines.length - back];
}
