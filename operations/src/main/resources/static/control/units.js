// The resource display: words narrow the list, and the counts are of the units on it, whatever comes and goes live.
const list = document.getElementById("units");
const filter = document.getElementById("filter");
const none = document.getElementById("no-units");
const BUSY = ["going", "there"];

function narrow() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const row of list.rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
  }
}

function count() {
  const looks = [...list.rows].map((row) => row.dataset.look);
  const show = (name, number) => { document.querySelector(`[data-look-count="${name}"]`).textContent = String(number); };
  show("free", looks.filter((look) => look === "free").length);
  show("busy", looks.filter((look) => BUSY.includes(look)).length);
  show("away", looks.filter((look) => look === "away").length);
  none.hidden = looks.length > 0;
}

filter.addEventListener("input", () => {
  narrow();
  const at = new URL(location.href);
  if (filter.value) at.searchParams.set("filter", filter.value); else at.searchParams.delete("filter");
  history.replaceState(null, "", at);
});
new MutationObserver(() => { narrow(); count(); }).observe(list, { childList: true });
narrow();
