// The service's clock and everything that counts down to one of its times.
// The server states its time once; the browser adds what has passed since, times the rate.

const clock = document.getElementById("clock");
const statedMillis = clock ? Date.parse(clock.dateTime) : Date.now();
const rate = clock ? Number(clock.dataset.rate) : 1;
const statedAt = performance.now();
const SECOND = 1000;
const TICK_MILLIS = 250;

/** The service's time now, in milliseconds since 1970. */
export function serviceNow() {
  return statedMillis + (performance.now() - statedAt) * rate;
}

export function startClock() {
  if (!clock) return;
  const words = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false, timeZone: clock.dataset.zone,
  });
  const show = () => {
    const now = new Date(serviceNow());
    const text = words.format(now);
    if (clock.textContent !== text) clock.textContent = text;
    clock.dateTime = now.toISOString();
  };
  show();
  setInterval(show, TICK_MILLIS);
}

/** 252 s is `4:12`, 3852 s is `1:04:12`. */
export function minutes(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, "");
}

/**
 * `<time class="due" data-due datetime="…" data-near="300">` counts down to its time and says `4:12 left` or
 * `+2:40 over`; `data-since` instead of `data-due` counts up. `data-near` is in seconds.
 */
export function startCountdowns() {
  const show = () => {
    for (const due of document.querySelectorAll("time[data-due]")) countDown(due);
    for (const since of document.querySelectorAll("time[data-since]")) {
      write(since, minutes(Math.max(0, Math.floor((serviceNow() - Date.parse(since.dateTime)) / SECOND))));
    }
  };
  show();
  setInterval(show, SECOND / Math.min(rate, 4));
}

function countDown(due) {
  const left = Math.ceil((Date.parse(due.dateTime) - serviceNow()) / SECOND);
  write(due, left >= 0 ? `${minutes(left)} left` : `+${minutes(-left)} over`);
  due.classList.toggle("late", left < 0);
  due.classList.toggle("near", left >= 0 && left <= Number(due.dataset.near ?? 300));
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
