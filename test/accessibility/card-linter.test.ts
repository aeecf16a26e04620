/** The linter of cards: a good card passes, and every rule can fail. */
import { describe, expect, it } from "vitest";
import {
  button,
  cardOf,
  choice,
  exit,
  field,
  heading,
  hidden,
  paragraph,
  reveal,
} from "../../src/turn/elements.ts";
import { complaintsAbout, type Rule } from "../support/card-linter.ts";
import { cardWatch } from "../support/card-watch.ts";

const good = cardOf(
  "Austausch festhalten: bitte füllen Sie das Formular aus.",
  [
    heading("Austausch festhalten"),
    paragraph("Was haben Sie vor?"),
    field("title", "Titel", { isRequired: true, errorMessage: "Bitte geben Sie einen Titel ein." }),
    choice("kind", "Art", [
      { title: "Prozess", value: "process" },
      { title: "Produkt", value: "product" },
    ]),
    { type: "ActionSet", actions: [reveal("Weitere Angaben", ["further"])] },
    hidden("further", [paragraph("Das ist freiwillig.")]),
  ],
  [button("Speichern", "exchange.save", {}, true), exit("Abbrechen", "exchange.leave")],
);

type Loose = Record<string, unknown>;
const withBody = (...more: Loose[]): Loose => ({ ...good, body: [...(good.body ?? []), ...more] });
const withActions = (...actions: Loose[]): Loose => ({ ...good, actions });
const press = (title: string, more: Loose = {}): Loose => ({
  ...{ type: "Action.Execute", title, verb: "a.b" },
  ...more,
});
const text = (words: string, more: Loose = {}): Loose => ({
  ...{ type: "TextBlock", text: words, wrap: true },
  ...more,
});
const chart = (value: number): Loose => ({
  type: "Chart.Donut",
  data: [{ legend: "Ja", value }],
});
const columns = (count: number): Loose => ({
  type: "ColumnSet",
  columns: Array.from({ length: count }, () => ({ type: "Column", items: [text("Wort")] })),
});

const table = (words: string, more: Loose = {}): Loose => {
  const cells = Array.from({ length: 4 }, () => ({ type: "TableCell", items: [text(words)] }));
  const rows = [{ type: "TableRow", cells }];
  return { type: "Table", columns: cells.map(() => ({ width: 1 })), rows, firstRowAsHeaders: true, ...more };
};

const wrong: [Rule, string, Loose][] = [
  [
    "frame",
    "no card",
    { type: "Container", fallbackText: "Austausch festhalten", items: [text("Austausch")] },
  ],
  ["frame", "a version that phones do not know", { ...good, version: "1.6" }],
  ["frame", "no version", { ...good, version: undefined }],
  ["frame", "a refresh", { ...good, refresh: { action: press("Neu laden") } }],
  ["fallback", "no fallback", { ...good, fallbackText: undefined }],
  ["fallback", "an empty fallback", { ...good, fallbackText: " " }],
  ["fallback", "a fallback about nothing", { ...good, fallbackText: "Bitte benutzen Sie etwas anderes." }],
  ["elements", "an element that is dropped silently", withBody({ type: "Badge", text: "Neu" })],
  ["elements", "a video", withBody({ type: "Media" })],
  [
    "labels",
    "an input with a placeholder only",
    withBody({ type: "Input.Text", id: "a", placeholder: "Titel" }),
  ],
  ["labels", "a toggle without words", withBody({ type: "Input.Toggle", id: "a", title: "" })],
  ["labels", "two inputs of one name", withBody({ type: "Input.Text", id: "a", label: "Titel" })],
  ["labels", "two inputs of one id", withBody({ type: "Input.Text", id: "title", label: "Anderer Titel" })],
  [
    "labels",
    "two choices of one name",
    withBody({
      ...choice("a", "Ort", [
        { title: "Au", value: "1" },
        { title: "Au", value: "2" },
      ]),
    }),
  ],
  ["labels", "a choice of signs", withBody({ ...choice("a", "Ort", [{ title: "★", value: "1" }]) })],
  [
    "errors",
    "a required input that says nothing when it is empty",
    withBody({ type: "Input.Text", id: "a", label: "Ort", isRequired: true }),
  ],
  [
    "errors",
    "an error message of one word",
    withBody({ type: "Input.Text", id: "a", label: "Ort", isRequired: true, errorMessage: "Pflichtfeld" }),
  ],
  [
    "errors",
    "a pattern without words",
    withBody({ type: "Input.Text", id: "a", label: "Ort", regex: "^a$" }),
  ],
  ["pictures", "a picture nobody hears of", withBody({ type: "Image", url: "https://bot.example/a.png" })],
  ["buttons", "a button without a title", withActions(press(""))],
  ["buttons", "a button with a sign only", withActions(press("✓"))],
  ["buttons", "two buttons of one name", withActions(press("Öffnen"), press("Öffnen", { verb: "a.c" }))],
  [
    "buttons",
    "two primary buttons",
    withActions(press("Ja, löschen", { style: "positive" }), press("Nein", { style: "positive" })),
  ],
  [
    "buttons",
    "seven buttons in a row",
    withActions(..."abcdefg".split("").map((one) => press(`Taste ${one}`))),
  ],
  [
    "buttons",
    "seven buttons in a folded row",
    withActions({
      ...press("Mehr", { type: "Action.ShowCard" }),
      card: {
        type: "AdaptiveCard",
        version: "1.5",
        actions: "abcdefg".split("").map((one) => press(`Taste ${one}`)),
      },
    }),
  ],
  ["width", "three columns", withBody(columns(3))],
  ["width", "a table without headers", withBody(table("Tag", { firstRowAsHeaders: false }))],
  ["width", "a table of four columns with long words", withBody(table("Terminumfrageantwort"))],
  ["width", "a column wider than a phone", withBody({ type: "Column", width: "400px", items: [] })],
  ["width", "text that does not wrap", withBody(text("Ein Satz.", { wrap: false }))],
  ["width", "text that is cut off", withBody(text("Ein Satz.", { maxLines: 2 }))],
  [
    "width",
    "long choices that do not wrap",
    withBody({ ...choice("a", "Ort", [{ title: "lang ".repeat(9), value: "1" }], { style: "expanded" }) }),
  ],
  ["words", "a text of signs", withBody(text("✅"))],
  ["words", "a fact of signs", withBody({ type: "FactSet", facts: [{ title: "Stand", value: "–" }] })],
  ["colour", "colour without a word", withBody(text("12", { color: "Attention" }))],
  [
    "colour",
    "a box that only its colour explains",
    withBody({ type: "Container", style: "good", items: [text("7")] }),
  ],
  ["order", "a button that shows nothing", withBody({ ...reveal("Mehr", ["nowhere"]) })],
  ["order", "something that is never shown", withBody({ ...hidden("lost", [paragraph("Ein Satz.")]) })],
  [
    "order",
    "a hidden input that must be filled in",
    withBody(
      { ...reveal("Noch mehr", ["box"]) },
      { ...hidden("box", [field("a", "Ort", { isRequired: true, errorMessage: "Bitte den Ort angeben." })]) },
    ),
  ],
  ["order", "negative space", withBody(text("Ein Satz.", { spacing: "-10px" }))],
  ["numbers", "a chart whose number stands nowhere", withBody(chart(19), text("190 Stimmen"))],
  ["size", "more than Teams takes", withBody(text("lang ".repeat(6_000)))],
];

describe("the linter of cards", () => {
  it("has nothing to say about a good card", () => {
    expect(complaintsAbout(good)).toEqual([]);
    const bars = withBody(chart(19), text("Ja: 19 von 36 Stimmen"), columns(2), table("passt nicht"));
    expect(complaintsAbout(bars)).toEqual([]);
  });

  it.each(wrong)("%s: finds %s", (rule, _, card) => {
    expect(complaintsAbout(card).map((one) => one.split(":")[0])).toContain(rule);
  });
});

describe("the watch over cards", () => {
  const bad = { ...good, fallbackText: "" };
  it.each([
    ["a message", { type: "message", attachments: [{ content: bad }] }],
    ["the answer to a press", { statusCode: 200, value: bad }],
    [
      "a hit of a search",
      { composeExtension: { attachments: [{ content: bad, preview: { content: {} } }] } },
    ],
    ["a dialog", { task: { type: "continue", value: { card: { content: bad } } } }],
  ])("finds the card in %s and complains at the end", (_, sent) => {
    const watch = cardWatch();
    watch.sees(sent);
    watch.sees(sent);
    expect(watch.seen()).toBe(1);
    expect(() => watch.settles()).toThrow(/fallback: no fallbackText/);
  });

  it("is content with good cards, folded ones and texts", () => {
    const watch = cardWatch();
    const more = {
      type: "Action.ShowCard",
      title: "Mehr",
      card: { type: "AdaptiveCard", version: "1.5", body: [] },
    };
    watch.sees({ type: "message", attachments: [{ content: withActions(more) }] });
    watch.sees({ type: "message", text: "Ein Satz." });
    watch.sees(undefined);
    expect(watch.seen()).toBe(1);
    expect(() => watch.settles()).not.toThrow();
  });
});
