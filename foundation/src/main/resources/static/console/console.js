// Starts the parts of the console that a page uses. Every part works on what stands in the page; none is needed to read it.
import { startClock, startCountdowns } from "./clock.js";
import { startCommandLine } from "./command.js";
import { startKeys } from "./keys.js";
import { startTables } from "./table.js";
import { startTheme } from "./theme.js";
import "./toast.js";

document.addEventListener("htmx:configRequest", (event) => {
  const header = document.querySelector('meta[name="csrf-header"]').content;
  event.detail.headers[header] = document.querySelector('meta[name="csrf-token"]').content;
});

startClock();
startCountdowns();
startTheme();
startTables();
startCommandLine();
startKeys();

if (document.querySelector("[data-live]")) {
  import("./live.js").then((live) => live.startLive());
}
if (document.querySelector("[data-map]")) {
  import("./map.js").then((map) => map.startMaps());
}
