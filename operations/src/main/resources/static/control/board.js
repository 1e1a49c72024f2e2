// The counts above the board are of the rows that stand on it, whatever comes and goes live.
const board = document.getElementById("incidents");
const none = document.getElementById("no-incidents");

new MutationObserver(() => {
  for (const count of document.querySelectorAll("[data-grade-count]")) {
    const grade = CSS.escape(count.dataset.gradeCount);
    count.textContent = String(board.querySelectorAll(`:scope > li > .grade[data-grade="${grade}"]`).length);
  }
  none.hidden = board.children.length > 0;
}).observe(board, { childList: true });
