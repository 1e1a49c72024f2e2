// Sorting in the browser: a heading with `data-sort` ("text" or "number") sorts its column; a cell's `data-value`
// goes before its words. Empty cells stay last. The order in words is in aria-sort.

export function startTables() {
  for (const heading of document.querySelectorAll("table th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sort(heading));
  }
  const widths = new ResizeObserver((entries) => entries.forEach((entry) => reachable(entry.target)));
  for (const wrap of document.querySelectorAll(".table-wrap:not([tabindex])")) widths.observe(wrap);
}

/** A table wider than its place scrolls by the arrow keys too, so Tab reaches it and it has a name; else it does not. */
function reachable(wrap) {
  if (wrap.scrollWidth <= wrap.clientWidth) {
    for (const name of ["tabindex", "role", "aria-label"]) wrap.removeAttribute(name);
    return;
  }
  const words = wrap.querySelector("caption") ?? wrap.closest("section")?.querySelector("h2, h3") ?? document.querySelector("h1");
  wrap.tabIndex = 0;
  wrap.setAttribute("role", "region");
  wrap.setAttribute("aria-label", words?.textContent.trim().replace(/\s+/g, " ") ?? "Table");
}

function sort(heading) {
  const table = heading.closest("table");
  const column = heading.cellIndex;
  const before = heading.getAttribute("aria-sort");
  const descending = before === "ascending" || (before === null && heading.dataset.sort === "number");
  const direction = descending ? -1 : 1;
  const compare = heading.dataset.sort === "number"
    ? (one, other) => Number(one) - Number(other)
    : (one, other) => one.localeCompare(other, "en-GB", { numeric: true });
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, value: valueOf(row.cells[column]) }));
  rows.sort((one, other) => {
    if (one.value === "" || other.value === "") return (one.value === "") - (other.value === "");
    return compare(one.value, other.value) * direction;
  });
  body.append(...rows.map((each) => each.row));
  for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
}

function valueOf(cell) {
  return cell?.dataset.value ?? cell?.textContent.trim() ?? "";
}
