// A word to the person that needs no answer: `htmx` answers may ask for one with the header `HX-Trigger: toast`.

const SHOWN_MILLIS = 8000;

export function toast(words, kind = "") {
  const box = document.getElementById("toasts");
  const line = document.createElement("div");
  line.className = `toast ${kind}`;
  const text = document.createElement("span");
  text.textContent = words;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button small quiet";
  close.textContent = "Close";
  close.addEventListener("click", () => line.remove());
  line.append(text, close);
  box.append(line);
  setTimeout(() => { if (!line.contains(document.activeElement)) line.remove(); }, SHOWN_MILLIS);
}

document.addEventListener("toast", (event) => toast(event.detail.words ?? event.detail.value, event.detail.kind ?? ""));
document.addEventListener("htmx:responseError", (event) => {
  toast(`That was not done (${event.detail.xhr.status}). Maybe load the page again.`, "bad");
});
document.addEventListener("htmx:sendError", () => toast("The service did not answer; nothing was done.", "bad"));
