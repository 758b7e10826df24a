// The queue of what to review: n and p go on and back, a and r accept and reject.
const rows = [...document.querySelectorAll(".queue > li")];

function step(by) {
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const to = Math.min(Math.max(at < 0 ? 0 : at + by, 0), rows.length - 1);
  rows[to].focus();
  rows[to].scrollIntoView({ block: "nearest" });
}

function decide(kind) {
  const row = rows.find((each) => each.contains(document.activeElement));
  row?.querySelector(`.verdict button[value=${kind}]`)?.click();
}

const queue = {
  n: () => step(1), p: () => step(-1), a: () => decide("accept"), r: () => decide("reject"),
};

if (rows.length) {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !queue[event.key]) return;
    event.preventDefault();
    queue[event.key]();
  });
}
