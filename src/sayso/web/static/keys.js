// Keys: a comfort only; everything works without them. What an element does by a key stands in its
// aria-keyshortcuts: "/" or "g c", one after the other. They can be switched off (WCAG 2.1.4).

const ROWS = "main :is(.board > li, .catalogue > li, .hits > li, .margin .note, .named > li, .word:not(.queue .word), tbody > tr, .queue > li)";
const OFF = "sayso-keys-off";
const PATIENCE = 1500; // milliseconds between two keys of one shortcut
const MOVES = [["j", 1, "Next row"], ["k", -1, "Row before"]];

let before = "";
let beforeAt = 0;

const isTyping = (target) => target.closest("input:not([type=checkbox], [type=radio]), select, textarea, dialog[open], [contenteditable]");
const isOff = () => localStorage.getItem(OFF) !== null;
const isSeen = (element) => element.checkVisibility();
const withKey = (keys) => [...document.querySelectorAll("[aria-keyshortcuts]")]
  .filter((each) => each.getAttribute("aria-keyshortcuts").toLowerCase() === keys && isSeen(each));

document.addEventListener("keydown", (pressed) => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return;
  if (pressed.key === "?" && !isTyping(pressed.target)) return take(pressed, showHelp);
  if (isOff() || isTyping(pressed.target)) return;
  const both = pressed.timeStamp - beforeAt < PATIENCE ? `${before} ${pressed.key}` : pressed.key;
  [before, beforeAt] = [pressed.key, pressed.timeStamp];
  const found = nearest(withKey(both)) ?? nearest(withKey(pressed.key));
  const move = MOVES.find(([key]) => key === pressed.key);
  if (found) take(pressed, () => use(found));
  else if (move) take(pressed, () => go(move[1]));
});

function take(pressed, act) {
  pressed.preventDefault();
  act();
}

// What stands in a row, or decides something, is meant only where that row has the focus.
function nearest(found) {
  const row = here();
  const isFree = (each) => !each.closest(ROWS) && !each.closest("form[method=post]");
  return found.find((each) => row?.contains(each)) ?? found.find(isFree);
}

function use(element) {
  if (element.matches("input:not([type=checkbox], [type=radio], [type=submit]), textarea, select")) {
    element.focus();
    element.select?.();
  } else element.click();
}

const here = () => document.activeElement?.closest(ROWS);

function go(step) {
  const rows = [...document.querySelectorAll(ROWS)].filter(isSeen);
  const at = rows.indexOf(here());
  const row = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step];
  if (!row) return;
  const target = row.hasAttribute("tabindex") ? row : row.querySelector("a[href], button, summary") ?? row;
  if (target === row) row.tabIndex = -1;
  target.focus({ focusVisible: true });
  row.scrollIntoView({ block: "nearest" });
}

function showHelp() {
  const help = document.getElementById("keys") ?? document.body.appendChild(madeHelp());
  help.showModal();
}

function madeHelp() {
  const help = made("dialog", { id: "keys" });
  help.setAttribute("aria-labelledby", "keys-title");
  const list = made("dl", {});
  for (const [keys, does] of known()) {
    list.append(made("dt", {}, ...keys.split(" ").map((key) => made("kbd", {}, key))), made("dd", {}, does));
  }
  const off = made("input", { type: "checkbox", checked: !isOff() });
  off.addEventListener("change", () => off.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, ""));
  const close = made("form", { method: "dialog" }, made("button", {}, "Close"));
  help.append(made("h2", { id: "keys-title" }, "Keys"), list, made("label", {}, off, " keys do this"), close);
  return help;
}

function known() {
  const found = new Map(MOVES.map(([key, , does]) => [key, does]));
  for (const each of document.querySelectorAll("[aria-keyshortcuts]")) {
    const does = each.getAttribute("aria-label") ?? each.labels?.[0]?.textContent ?? each.textContent;
    found.set(each.getAttribute("aria-keyshortcuts"), does.trim());
  }
  return found.set("?", "These keys");
}

function made(name, fields, ...content) {
  const element = Object.assign(document.createElement(name), fields);
  element.append(...content);
  return element;
}
