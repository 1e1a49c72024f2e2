// Moving among rows: every list or table marked `data-rows` has rows that can be stepped through and opened.
// A row opens its first link, or the link it names with `data-href`.

function rows() {
  return [...document.querySelectorAll("[data-rows] > :is(li, tr), table[data-rows] > tbody > tr")]
    .filter((row) => row.getClientRects().length > 0);
}

function here(all) {
  const row = document.activeElement?.closest?.("[data-rows] :is(li, tr)");
  return row ? all.indexOf(row) : -1;
}

function stepTo(row) {
  if (!row) return false;
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  return true;
}

export function rowNext() {
  const all = rows();
  return stepTo(all[Math.min(here(all) + 1, all.length - 1)]);
}

export function rowBefore() {
  const all = rows();
  return stepTo(all[Math.max(here(all) - 1, 0)]);
}

export function rowOpen() {
  const all = rows();
  const row = all[here(all)];
  if (!row) return false;
  if (row.dataset.href) location.assign(row.dataset.href);
  else row.querySelector("a[href]")?.click();
  return true;
}

/** Shows what has come for the row since it was given the focus. */
export function rowRenew() {
  const all = rows();
  const row = all[here(all)];
  if (!row || !("stale" in row.dataset)) return false;
  row.dispatchEvent(new CustomEvent("console:renew", { bubbles: true }));
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.("[data-rows] :is(li, tr)") && rowOpen()) event.preventDefault();
});
