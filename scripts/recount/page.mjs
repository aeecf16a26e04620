// The page for everybody: files in, the same lines as the command prints. Sends nothing.
import { receiptSentence } from "./receipt.mjs";
import { recount } from "./recount.mjs";
import { MARKS } from "./report.mjs";
import { NotReadable } from "./shape.mjs";

const byId = (id) => document.getElementById(id);

const element = (tag, ...children) => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};

/** What stands in the files is shown as text, never as markup. */
function lineElement({ mark, text }) {
  const item = element("li", element("strong", `${MARKS[mark]}: `), text);
  item.dataset.mark = mark;
  return item;
}

const sectionElements = ({ title, lines }) => [
  element("h3", title),
  element("ul", ...lines.map(lineElement)),
];

function showVerdict(mark, sentence) {
  byId("verdict").dataset.mark = mark;
  byId("verdict").textContent = sentence;
}

function showReceipt(sentence) {
  byId("found").hidden = sentence === null;
  byId("found").textContent = sentence ?? "";
}

async function filesOf(...inputs) {
  const chosen = inputs.flatMap((input) => [...input.files]);
  return Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() })));
}

async function show() {
  showVerdict("open", "Es wird gerechnet …");
  byId("sections").replaceChildren();
  showReceipt(null);
  const files = await filesOf(byId("minutes"), byId("openings"));
  const outcome = await recount(files);
  byId("sections").append(element("p", outcome.title), ...outcome.sections.flatMap(sectionElements));
  showVerdict(outcome.good ? "ok" : "fault", outcome.verdict);
  showReceipt(receiptSentence(files, byId("receipt").value));
}

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  show().catch((error) => {
    const known = error instanceof NotReadable;
    showVerdict(
      "fault",
      known ? error.sentence : "Diese Datei lässt sich nicht lesen. Bitte wählen Sie sie noch einmal.",
    );
  });
});
