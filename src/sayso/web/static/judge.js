// The words that are selected in the text of a report, as places in the forms that take places.
// Places are counted in Unicode code points, as everywhere in sayso; without script they are typed.

const points = (text) => [...text].length;

// Where a boundary of the selection stands in the report, or null outside its text.
function place(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const paragraph = element?.closest("p[data-start]");
  // A browser shows some line ends as others: then it counts wrongly, and the places are typed.
  if (!paragraph || points(paragraph.textContent) !== Number(paragraph.dataset.length)) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + points(before.toString());
}

function selected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : `${start}-${end}`;
}

let last = null;
document.addEventListener("selectionchange", () => { last = selected() ?? last; });

for (const form of document.querySelectorAll("form[data-takes=places]")) {
  const field = form.elements.places;
  for (const [name, adds] of [["Add them", true], ["Take the selected words", false]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => {
      if (last === null) { field.placeholder = "select words in the text first"; return; }
      field.value = adds && field.value ? `${field.value}, ${last}` : last;
    });
    field.closest("label").after(button);
  }
}
