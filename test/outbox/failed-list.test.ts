import { describe, expect, it } from "vitest";
import { failedCard, newsCard, retriedCard } from "../../src/outbox/failed/cards.ts";
import { type Addressee, type Cause, type Failed, groupsOf, isNews } from "../../src/outbox/failed/failed.ts";
import { unreachedNotices } from "../../src/outbox/failed/notices.ts";
import { actionsOf, textOf } from "../support/card.ts";

const DAY = 86_400_000;
const TRICK = "[Klick](https://boese.example) **fett**";
const person = (id: string, name: string | null = `Delegation ${id}`): Addressee => ({
  ...{ id, kind: "person", name, reachable: false },
});
const failed = (
  id: string,
  to: Addressee,
  cause: Cause,
  at: number,
  expiresAt: number | null = null,
): Failed => ({
  ...{ id, kind: "meeting.invited", to, cause, at, expiresAt },
});

describe("failed messages", () => {
  it("are grouped by addressee and cause, the newest group first", () => {
    const [a, b] = [person("a"), person("b")];
    const groups = groupsOf(
      [
        failed("1", a, "gone", 1),
        failed("2", b, "gone", 2),
        failed("3", a, "gone", 3),
        failed("4", a, "late", 2, 2),
      ],
      5,
    );
    expect(groups.map(({ to, cause, items, retriable }) => [to.id, cause, items.length, retriable])).toEqual([
      ["a", "gone", 2, 2],
      ["b", "gone", 1, 1],
      ["a", "late", 1, 0],
    ]);
  });

  it("fill pages with unique buttons, also for people of the same name, and show no markup of people", () => {
    const many = Array.from({ length: 9 }, (_, n) => failed(`${n}`, person(`p${n}`, TRICK), "rejected", n));
    const groups = groupsOf(many, 10);
    const pages = [1, 2, 3].map((page) => failedCard(groups, page, "id"));
    expect(pages.map((page) => actionsOf(page).map(({ title }) => title))).toEqual([
      [...[1, 2, 3, 4].map((n) => `Nr. ${n} erneut zustellen`), "Nächste Seite"],
      [...[5, 6, 7, 8].map((n) => `Nr. ${n} erneut zustellen`), "Vorige Seite", "Nächste Seite"],
      ["Nr. 9 erneut zustellen", "Vorige Seite"],
    ]);
    expect(failedCard(groups, 99, "id")).toEqual(pages[2]);
    for (const page of pages) {
      expect(page.fallbackText).toContain("9 Nachrichten an 9 Stellen kamen nicht an.");
      expect(JSON.stringify(page)).not.toContain("[Klick](");
    }
  });

  it("are named also where nobody is known any more", () => {
    const place: Addressee = { id: "19:x", kind: "place", name: null, reachable: false };
    const forum: Addressee = { ...place, id: "19:f", kind: "forum" };
    const all = [person("x", null), place, forum].map((to, at) => failed(`${at}`, to, "gone", at));
    const said = textOf(failedCard(groupsOf(all, 9), 1, "id"));
    for (const name of ["Unbekannte Person", "Unbekannter Chat", "Kanal des Forums"])
      expect(said).toContain(name);
    expect(said).toContain("Der Bot ist dort entfernt.");
    const round = [{ ...failed("y", person("y"), "gone", 1), kind: "year.digest" }];
    expect(textOf(failedCard(groupsOf(round, 9), 1, "id"))).toContain("Es ging um: Hinweise zum Forum.");
  });

  it("are answered in the singular and the plural", () => {
    expect(textOf(retriedCard({ retried: 1, late: 1 }))).toContain(
      "1 Nachricht ist zu spät und bleibt liegen.",
    );
    expect(textOf(retriedCard({ retried: 2, late: 0 }))).toContain("2 Nachrichten werden jetzt");
    expect(textOf(newsCard(3))).toContain("An 3 Stellen konnte ich");
  });
});

describe("news of failed messages", () => {
  const at = (to: string, days: number) => ({ to, at: days * DAY });

  it.each([
    ["nothing has failed", [], null, false],
    ["somebody for the first time", [at("a", 1)], null, true],
    ["the same person the next day", [at("a", 1), at("a", 2)], 1.5 * DAY, false],
    ["somebody else the next day", [at("a", 1), at("b", 2)], 1.5 * DAY, true],
    ["the same person after more than a week", [at("a", 1), at("a", 9)], 1.5 * DAY, true],
    ["nothing since they were told", [at("a", 1)], 1.5 * DAY, false],
  ])("%s", (_, failures, toldAt, news) => {
    expect(isNews(failures, toldAt)).toBe(news);
  });

  it("goes to each coordinator once a day, not at night", () => {
    const night = Date.UTC(2026, 2, 2, 22);
    const [one, other] = unreachedNotices(["k1", "k2"], night);
    expect([one?.key, other?.key]).toEqual([
      "outbox.unreached|k1|2026-03-02",
      "outbox.unreached|k2|2026-03-02",
    ]);
    expect(one?.dueAt).toBe(Date.UTC(2026, 2, 3, 6));
  });
});
