/** Every card of the house: labelled inputs, one primary action, a fallback, and no markup from people. */
import { describe, expect, it } from "vitest";
import {
  changeCard,
  forumCard,
  groupCard,
  groupsCard,
  registerCard,
  registeredCard,
} from "../src/forum/cards.ts";
import { archiveCard, bareCard, detachCard, detachedCard, toldCard } from "../src/forum/care.cards.ts";
import { texts as care } from "../src/forum/care.texts.ts";
import { attendance, GROUP_LIMITS } from "../src/forum/forum.ts";
import type { GroupPlace } from "../src/forum/group-places.ts";
import { shippedOrganisations } from "../src/forum/organisations.ts";
import { coordinationCard, moreCard, releaseFormCard, seatFormCard } from "../src/forum/seats.cards.ts";
import { helpCard, welcomeBackCard, welcomeCard } from "../src/help/cards.ts";
import { introduceCard, introducedCard } from "../src/member/cards.ts";
import { TRIAL_NOTICE } from "../src/privacy/trial-notice.ts";
import { plain } from "../src/turn/elements.ts";
import type { Card } from "../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "./support/card.ts";
import { complaintsAbout } from "./support/card-linter.ts";

const organisations = shippedOrganisations();
const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const group = { id: "g", name: TRICK, topic: TRICK, purpose: TRICK, contact: TRICK };
const everybody = attendance(
  organisations,
  organisations.map((one) => one.key),
  "2026-05-01",
);
const nobody = attendance(organisations, [], "2026-05-01");
const big = Object.fromEntries(
  Object.entries(GROUP_LIMITS).map(([field, limit]) => [field, "ä".repeat(limit)]),
) as unknown as typeof group;

const place = (conversationId: string, part: Partial<GroupPlace> = {}): GroupPlace => ({
  ...{ conversationId, kind: "channel", name: TRICK, living: true, deleted: false },
  ...part,
});
const places = [
  place("19:a"),
  place("19:b", { living: false }),
  place("19:c", { name: null, living: false, deleted: true }),
  place("19:d", { kind: "group", name: null }),
];
const at = { places, here: "19:a" };
const party = (key: string) => `Gemeinde ${key}`;
const seats = {
  seats: [
    { party: "binzen", holderId: null },
    { party: "kandern", holderId: "m1" },
  ],
  available: [{ memberId: "m2", name: TRICK, party: "binzen" }],
  reached: 1,
};

const cards: [string, Card][] = [
  ["welcome, personal", welcomeCard({ place: "personal", notice: TRIAL_NOTICE, introduction: null })],
  ["welcome, channel", welcomeCard({ place: "channel", notice: TRIAL_NOTICE, introduction: null })],
  ["welcome back", welcomeBackCard("channel", [TRICK])],
  ["welcome back, nothing known", welcomeBackCard("personal", [])],
  [
    "help of a guest",
    helpCard({ place: "personal", organisation: null, coordinator: false, unregistered: false }),
  ],
  [
    "help of a coordinator",
    helpCard({ place: "channel", organisation: TRICK, coordinator: true, unregistered: true }),
  ],
  ["who are you", introduceCard({ organisations, problem: TRICK, notice: TRIAL_NOTICE })],
  ["who you are", introducedCard(TRICK, TRICK)],
  [
    "registration",
    registerCard({
      actionId: "a",
      groups: [{ ...group }],
      entered: { use: "new", draft: big },
      problem: "Problem.",
    }),
  ],
  ["change", changeCard({ actionId: "a", groupId: "g", draft: big, problem: "Problem." })],
  ["group, full", groupCard({ group, attendance: everybody, joined: true, ...at }, true)],
  ["group, empty", groupCard({ group, attendance: nobody, joined: false, ...at }, true)],
  [
    "group, closed",
    groupCard(
      { group: { ...group, archivedAt: 0 }, attendance: nobody, joined: false, ...at, places: [] },
      true,
    ),
  ],
  ["places of a group", detachCard({ actionId: "a", group, ...at })],
  ["a place that was taken out", detachedCard(group, TRICK, true)],
  ["the end of a group", archiveCard(group, "a")],
  ["told of the end", toldCard(group, care.archive)],
  ["no place left", bareCard(group, places)],
  ["notice here", registeredCard(group, false)],
  ["notice elsewhere", registeredCard(group, true)],
  ["forum channel", forumCard()],
  ["coordination", coordinationCard(seats, party)],
  ["coordination, more", moreCard()],
  ["giving seats", seatFormCard({ actionId: "a", view: seats, nameOf: party, problem: "Problem." })],
  [
    "giving seats to nobody",
    seatFormCard({ actionId: "a", view: { ...seats, available: [] }, nameOf: party }),
  ],
  ["freeing a seat", releaseFormCard({ actionId: "a", view: seats, nameOf: party, problem: "Problem." })],
  ["groups", groupsCard(Array.from({ length: 20 }, (_, at) => ({ ...group, name: `${TRICK} ${at}` })))],
  ["groups, some closed", groupsCard([group, { ...group, name: "AG Bauen", archivedAt: 0 }])],
];

describe.each(cards)("the card %s", (_, card) => {
  it("can be used by everybody", () => {
    expect(complaintsAbout(card)).toEqual([]);
  });

  it("has labelled inputs with error messages where required, and unique titles", () => {
    for (const { id, label, node } of inputsOf(card)) {
      expect(id).toMatch(/^[a-z][A-Za-z]*$/);
      expect(label).not.toBe("");
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(actions.every(({ type }) => type === "Action.Execute")).toBe(true);
  });

  it("is version 1.5 with a fallback, one column, small, and wraps its text", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const json = JSON.stringify(card);
    expect(json).not.toContain("ColumnSet");
    expect(Buffer.byteLength(json)).toBeLessThan(20_000);
    expect(json.match(/"type":"TextBlock"(?![^{}]*"wrap":true)/g) ?? []).toEqual([]);
    expect(card).not.toHaveProperty("refresh");
  });

  it("shows what people wrote as text", () => {
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|\*\*fett|<at>/);
  });
});

describe("what people write", () => {
  it.each([
    ["AG E-Akte", "AG E-Akte"],
    ["1. Thema", "1\\. Thema"],
    ["- Punkt", "\\- Punkt"],
    ["# laut", "\\# laut"],
    ["a*b_c`d", "a\\*b\\_c\\`d"],
    ["<at>Alle</at>", "&lt;at>Alle&lt;/at>"],
    ["\\*", "\\\\\\*"],
  ])("%j is drawn as %j", (written, drawn) => {
    expect(plain(written)).toBe(drawn);
  });
});
