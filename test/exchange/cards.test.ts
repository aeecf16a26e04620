import { describe, expect, it } from "vitest";
import { confirmCard, deletedCard, excerpt, noticeCard, recordCard } from "../../src/exchange/cards.ts";
import { draftOf, EMPTY_DRAFT, LIMITS } from "../../src/exchange/exchange.ts";
import { hitsCard } from "../../src/exchange/find/hits.cards.ts";
import { closedCard, type FormView, formCard } from "../../src/exchange/form.cards.ts";
import { nearCard } from "../../src/exchange/near.cards.ts";
import { TRIAL_NOTICE } from "../../src/privacy/trial-notice.ts";
import type { Card } from "../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";
import { complaintsAbout } from "../support/card-linter.ts";
import { content, exchange, ORGANISATIONS, organisationName } from "./records.ts";

const view = { exchange: exchange(), organisation: "Kandern", mayEdit: true };

/** The longest record there can be, of signs that take the most room when escaped or encoded. */
const longest = (sign: string) =>
  exchange({
    title: sign.repeat(LIMITS.title / sign.length),
    text: sign.repeat(LIMITS.text / sign.length),
    product: sign.repeat(LIMITS.product / sign.length),
  });
const many = Array.from({ length: 45 }, (_, at) => ({
  ...ORGANISATIONS[0],
  key: `gemeinde-mit-langem-namen-${at}`,
  name: `Gemeinde mit langem Namen ${at}`,
})) as unknown as typeof ORGANISATIONS;

const drawn: [string, (one: ReturnType<typeof exchange>) => Card][] = [
  [
    "record",
    (one) => recordCard({ ...view, exchange: one }, { words: "w".repeat(200), problem: "Problem." }),
  ],
  ["confirmation", (one) => confirmCard({ ...view, exchange: one }, "recorded", ["stage", "product"])],
  ["deletion", (one) => deletedCard({ ...view, exchange: one })],
  ["notice", (one) => noticeCard({ ...view, exchange: one })],
  [
    "hits",
    (one) =>
      hitsCard({
        title: "Suche",
        sentences: ["5 Beiträge passen."],
        hits: Array(5).fill({ exchange: one }),
        words: "w",
        organisationName,
      }),
  ],
  [
    "form",
    (one) =>
      formCard({
        action: "a",
        draft: draftOf(one),
        problems: ["titleTooLong", "textTooLong"],
        introduction: { organisations: many, notice: TRIAL_NOTICE },
      }),
  ],
  ["closed form", (one) => closedCard({ draft: draftOf(one) }, "a")],
  [
    "similar records",
    (one) =>
      nearCard({ near: Array(3).fill(one), organisationName, entered: { draft: draftOf(one) }, action: "a" }),
  ],
];

/** Bytes. The card of similar records holds what was put in twice: to save it, and to go back to it. */
const MOST: { readonly [card: string]: number } = { form: 24_000, "similar records": 36_000 };

describe.each(drawn)("the card of a %s", (name, draw) => {
  it.each(["ä", "€", "😀", "*", "<", '"', "\\", "\n"])("stays small with a text full of %j", (sign) => {
    const size = Buffer.byteLength(JSON.stringify(draw(longest(sign))));
    expect(size).toBeLessThan(MOST[name] ?? 20_000);
  });

  it("has labels on all inputs, one primary action at most, titles that differ, and a fallback", () => {
    const card = draw(exchange());
    for (const { label, id, node } of inputsOf(card)) {
      expect([id, label].every((one) => one !== "")).toBe(true);
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    expect(JSON.stringify(card)).not.toContain("ColumnSet");
  });

  it("shows what people wrote as text", () => {
    const trick = "[Klick](https://boese.example) **fett** <at>Alle</at> # Titel";
    const card = draw(exchange({ title: trick, text: trick, product: trick }));
    // The value of an input field is never read as markup.
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|[^*\\]\*\*|<at>/);
  });
});

describe("the confirmation", () => {
  it("says what was stored, for whom, and how to change it", () => {
    expect(confirmCard(view, "recorded")).toEqual({
      type: "AdaptiveCard",
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      version: "1.5",
      fallbackText: "Festgehalten: Bauanträge digital annehmen",
      body: [
        {
          type: "TextBlock",
          text: "Festgehalten: Bauanträge digital annehmen",
          size: "Medium",
          weight: "Bolder",
          wrap: true,
          style: "heading",
        },
        {
          type: "FactSet",
          facts: [
            { title: "Art", value: "Prozess" },
            { title: "Stand", value: "Erprobung" },
            { title: "Organisation", value: "Kandern" },
            { title: "Gruppe", value: "Bauen" },
            { title: "Festgehalten", value: "am 02.03.2026 von Bauamt Kandern" },
          ],
        },
        { type: "TextBlock", text: content().text, wrap: true },
      ],
      actions: [
        { type: "Action.Execute", title: "Bearbeiten", verb: "exchange.edit", data: { id: "x-1" } },
        {
          type: "Action.Execute",
          title: "Rückgängig",
          verb: "exchange.delete",
          data: { id: "x-1", revision: 1 },
        },
      ],
    });
  });

  it("dates a record by the calendar of Berlin, also just after midnight there", () => {
    const late = exchange({ recordedAt: Date.UTC(2026, 5, 30, 22, 30) });
    expect(textOf(confirmCard({ ...view, exchange: late }, "recorded"))).toContain("am 01.07.2026");
  });
});

describe("the form", () => {
  it("keeps everything that was put in and says what is wrong at the top", () => {
    const draft = { ...draftOf(content({ offer: "seeks", product: "Bau 4" })), title: "" };
    const card = formCard({
      action: "a",
      draft,
      problems: ["titleMissing"],
      organisation: "kandern",
      introduction: { organisations: ORGANISATIONS, notice: TRIAL_NOTICE },
    });
    const values = Object.fromEntries(inputsOf(card).map(({ id, node }) => [id, node.value]));
    const { visibility: _, ...shown } = draft;
    const empty = { title: undefined, tags: undefined, links: undefined };
    expect(values).toEqual({ ...shown, ...empty, organisation: "kandern" });
    expect(textOf(card).split("\n").slice(0, 2)).toEqual([
      "Austausch festhalten",
      "Bitte geben Sie einen Titel ein.",
    ]);
  });

  it("asks for the organisation only where it is not known, and then says what is stored about the person", () => {
    const asked = (organisations?: typeof ORGANISATIONS) =>
      formCard({
        action: "a",
        draft: EMPTY_DRAFT,
        problems: [],
        ...(organisations ? { introduction: { organisations, notice: TRIAL_NOTICE } } : {}),
      });
    const ids = (card: Card) => inputsOf(card).map(({ id }) => id);
    const main = ["kind", "title", "text", "stage", "product", "offer"];
    expect(ids(asked())).toEqual([...main, "binding", "tags", "links"]);
    expect(ids(asked(ORGANISATIONS))).toEqual([...main, "organisation", "binding", "tags", "links"]);
    expect(textOf(asked())).not.toContain("Ihren Namen");
    expect(inputsOf(asked(ORGANISATIONS)).at(6)).toMatchObject({ label: "Ihre Organisation" });
    expect(textOf(asked(ORGANISATIONS))).toContain("merke ich mir auch Ihren Namen in Teams");
    expect(textOf(asked(ORGANISATIONS))).toContain("Das ist ein Probebetrieb");
    expect(actionsOf(asked(ORGANISATIONS)).at(-2)?.node.data).toMatchObject({ notice: TRIAL_NOTICE.version });
    expect(textOf(asked())).not.toContain("Datenschutz");
  });

  it("requires nothing of the client, so that it can be left with what was put in so far", () => {
    const card = formCard({ action: "a", draft: EMPTY_DRAFT, problems: [] });
    expect(inputsOf(card).filter(({ node }) => node.isRequired)).toEqual([]);
    const leave = actionsOf(card).at(-1)?.node;
    expect(leave).toMatchObject({ title: "Abbrechen", verb: "exchange.cancel" });
    expect(leave).not.toHaveProperty("associatedInputs");
  });

  it("folds away what is rarely said, and shows it where something is said or wrong in it", () => {
    const folded = (part: Partial<FormView>) =>
      formCard({ action: "a", draft: EMPTY_DRAFT, problems: [], ...part }).body?.find(
        ({ id }) => id === "further",
      )?.isVisible;
    expect(folded({})).toBe(false);
    expect(folded({ problems: ["kindMissing"] })).toBe(false);
    expect(folded({ problems: ["linkInvalid"] })).toBe(true);
    for (const said of [{ tags: "Bau" }, { links: "x" }, { binding: "decided" }, { visibility: "group" }])
      expect(folded({ draft: { ...EMPTY_DRAFT, ...said } })).toBe(true);
  });

  it("asks who may read it only where there is a group", () => {
    const ids = (group?: string) =>
      inputsOf(formCard({ action: "a", draft: EMPTY_DRAFT, problems: [], ...(group ? { group } : {}) })).map(
        ({ id }) => id,
      );
    expect(ids()).not.toContain("visibility");
    expect(ids("Bauen")).toContain("visibility");
  });
});

describe("an excerpt", () => {
  it("ends at a word, in one line", () => {
    expect(excerpt("Kurz\nund gut")).toBe("Kurz und gut");
    expect(excerpt("Wort ".repeat(100), 20)).toBe("Wort Wort Wort Wort …");
    expect(excerpt("x".repeat(300), 20)).toBe(`${"x".repeat(20)} …`);
  });
});
