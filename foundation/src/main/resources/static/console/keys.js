// Shortcuts. The list that `?` opens is the data: each item names its keys and what they do.
// An element may also carry its own key: `data-key="b"` clicks it. Nothing works while somebody writes in a field.
import { rowBefore, rowNext, rowOpen, rowRenew } from "./rows.js";

const SECOND_KEY_MILLIS = 1200;
let first = null;
let firstUntil = 0;

export function startKeys() {
  for (const item of document.querySelectorAll("#keys [data-keys]")) name(item);
  markOwnKeys(document);
  document.addEventListener("htmx:afterSwap", (event) => markOwnKeys(event.target));
  document.addEventListener("keydown", pressed);
  document.getElementById("keys-open")?.addEventListener("click", () => document.getElementById("keys").showModal());
}

function pressed(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (writing(event.target) || document.querySelector("dialog[open]")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const both = first !== null && performance.now() < firstUntil ? `${first} ${key}` : null;
  first = null;
  if (both !== null && act(both)) return event.preventDefault();
  if (act(key)) return event.preventDefault();
  if (startsPair(key)) {
    first = key;
    firstUntil = performance.now() + SECOND_KEY_MILLIS;
  }
}

/** Whether the keys are somebody's words and not a command. */
function writing(element) {
  return element.isContentEditable
    || element.matches?.("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
}

function items() {
  return [...document.querySelectorAll("#keys [data-keys]")];
}

function startsPair(key) {
  return items().some((item) => item.dataset.keys.startsWith(`${key} `));
}

function act(keys) {
  const item = items().find((each) => each.dataset.keys === keys);
  if (item) return carryOut(item.dataset.does);
  const own = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === keys && visible(each));
  if (!own) return false;
  own.focus();
  own.click();
  return true;
}

/** Does what a shortcut or a verb says: go, click, put the cursor, or move among rows. */
export function carryOut(does) {
  const at = does.indexOf(":");
  const what = does.slice(at + 1);
  switch (does.slice(0, at)) {
    case "href":
      location.assign(what);
      return true;
    case "click":
      return on(what, (element) => element.click());
    case "focus":
      return on(what, (element) => { element.focus(); element.select?.(); });
    case "row":
      return { next: rowNext, before: rowBefore, open: rowOpen, renew: rowRenew }[what]();
    default:
      return false;
  }
}

function on(selector, then) {
  const element = document.querySelector(selector);
  if (!element || element.disabled) return false;
  then(element);
  return true;
}

function visible(element) {
  return element.getClientRects().length > 0 && !element.disabled;
}

/** Tells assistive technology which keys work on an element. */
function name(item) {
  const target = /^(?:click|focus):(#[\w-]+)$/.exec(item.dataset.does);
  if (target && !item.dataset.keys.includes(" ")) {
    document.querySelector(target[1])?.setAttribute("aria-keyshortcuts", item.dataset.keys);
  }
}

export function markOwnKeys(within) {
  for (const own of within.querySelectorAll("[data-key]")) own.setAttribute("aria-keyshortcuts", own.dataset.key);
}
