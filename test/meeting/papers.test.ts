/** Minutes and decisions of a date: the rules, and the use cases on a real store. */
import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { paperLine, papersCard } from "../../src/meeting/papers/cards.ts";
import { checkMinutesLink, judgePaper, PAPER_LIMITS, type Paper } from "../../src/meeting/papers/paper.ts";
import { paperRepository } from "../../src/meeting/papers/repository.prisma.ts";
import { paperService } from "../../src/meeting/papers/service.ts";
import { decisionTitle } from "../../src/meeting/papers/texts.ts";
import { systemIds } from "../../src/system/ids.ts";
import { actionsOf } from "../support/card.ts";
import { engines, freshDb } from "../support/database.ts";
import { coordination, type Forum, forumOn, NOON, turnOf } from "./forum.ts";

const START = instantOf("2026-04-22T09:00");
const LINK = "https://cloud.example/niederschrift?id=1&x=ä";
const reasonOf = (done: object) => ("reason" in done ? done.reason : done);
const key = () => `form|${systemIds()}`;
const paper = (part: Partial<Paper> = {}): Paper => ({
  ...{ id: "p-1", meetingId: "m-1", kind: "minutes", title: "Niederschrift", link: "https://a.example/" },
  ...{ decisionId: null, addedById: "kim", addedAt: NOON },
  ...part,
});

describe("a link to the minutes", () => {
  const check = (link: string, title = "") => checkMinutesLink({ title, link }, "Niederschrift");

  it("is https, and has a title of its own or the usual one", () => {
    expect(check(` ${LINK} `)).toEqual({
      ok: true,
      value: { title: "Niederschrift", link: "https://cloud.example/niederschrift?id=1&x=%C3%A4" },
    });
    expect(check(LINK, " Protokoll \n Teil 1 ")).toMatchObject({ value: { title: "Protokoll Teil 1" } });
  });

  it.each([
    ["", "linkMissing"],
    ["   ", "linkMissing"],
    ["http://a.example", "linkWrong"],
    ["javascript:alert(1)", "linkWrong"],
    ["https://sparkasse.example@boese.example/", "linkWrong"],
    ["Niederschrift", "linkWrong"],
    [`https://a.example/${"x".repeat(500)}`, "linkTooLong"],
    [`https://a.example/${"ä".repeat(200)}`, "linkTooLong"],
  ])("%j is %s", (link, reason) => {
    expect(reasonOf(check(link))).toBe(reason);
  });

  it("has a title of limited length", () => {
    expect(reasonOf(check(LINK, "x".repeat(PAPER_LIMITS.title + 1)))).toBe("titleTooLong");
  });
});

describe("papers of a date", () => {
  it("are never twice the same, and not too many", () => {
    expect(reasonOf(judgePaper([paper()], paper()))).toBe("attached");
    expect(judgePaper([paper()], paper({ link: "https://b.example/" })).ok).toBe(true);
    const many = Array.from({ length: PAPER_LIMITS.ofDate }, (_, at) =>
      paper({ link: `https://a.example/${at}` }),
    );
    expect(reasonOf(judgePaper(many, paper()))).toBe("tooMany");
  });

  it("are read as one line", () => {
    expect(paperLine([])).toBeNull();
    const titles = [paper(), paper({ title: decisionTitle(3, "E-Akte", true) })];
    expect(paperLine(titles)).toBe("Unterlagen: Niederschrift, Beschluss 3: E-Akte");
    expect(decisionTitle(4, "Neubau", false)).toBe("Abgelehnter Antrag 4: Neubau");
  });
});

describe.each(engines)("papers on %s", (engine) => {
  let db: Db;
  let forum: Forum;
  let service: ReturnType<typeof paperService>;
  let id = "";
  const decisions = [{ id: "d-1", title: decisionTitle(1, "E-Akte", true) }];
  const kim = coordination(START);

  beforeEach(async () => {
    db = await freshDb(engine);
    forum = forumOn(db);
    const { deps, repository } = forum;
    service = paperService({
      ...deps,
      repository,
      papers: paperRepository(db),
      decisions: async () => decisions,
    });
    id = await forum.plan();
  });

  const link = (by = key(), turn = kim, written = { title: "", link: LINK }) =>
    service.attachLink(turn, by, id, written);

  it("are attached once for a form, shown to all, and removed again", async () => {
    const by = key();
    for (const done of await Promise.all([link(by), link(by)]))
      expect(done).toMatchObject({ value: { papers: [{ kind: "minutes", title: "Niederschrift" }] } });
    const both = await service.attachDecision(kim, key(), id, "d-1");
    expect(both).toMatchObject({
      value: { papers: [{ kind: "minutes" }, { kind: "decision", decisionId: "d-1" }], decisions: [] },
    });
    const seen = await service.show(turnOf("kandern", { now: START }), id);
    expect(seen).toMatchObject({ value: { mayChange: false, decisions: [], papers: [{}, {}] } });
    expect((await service.ofDates([id])).get(id)).toHaveLength(2);
    const first = both.ok ? both.value.papers[0]?.id : undefined;
    for (const _ of [1, 2])
      expect(await service.remove(kim, id, first ?? "")).toMatchObject({
        value: { papers: [{ kind: "decision" }] },
      });
    expect((await service.ofDates([id, "m-2"])).get("m-2")).toEqual([]);
  });

  it("are attached only once each, also by two at the same time", async () => {
    const done = await Promise.all([link(), link(), service.attachDecision(kim, key(), id, "d-1")]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(2);
    expect(done.map(reasonOf)).toContain("attached");
    expect(await db.read.meetingPaper.count()).toBe(2);
  });

  it("belong to a date that has begun and was not cancelled, and are the coordinator's", async () => {
    expect(reasonOf(await link(key(), coordination(START - 1)))).toBe("tooEarly");
    expect(reasonOf(await link(key(), turnOf("kandern", { now: START })))).toBe("notCoordinator");
    expect(reasonOf(await service.attachDecision(turnOf(null), key(), id, "d-1"))).toBe("notCoordinator");
    expect(reasonOf(await service.remove(turnOf("kandern"), id, "p"))).toBe("notCoordinator");
    expect(reasonOf(await service.attachDecision(kim, key(), id, "d-9"))).toBe("unknownDecision");
    expect(reasonOf(await service.attachDecision(kim, key(), "m-9", "d-1"))).toBe("gone");
    expect(reasonOf(await service.show(kim, "m-9"))).toBe("gone");
    await forum.service.cancel(coordination(), key(), id);
    expect(reasonOf(await link())).toBe("isCancelled");
    expect(await service.show(kim, id)).toMatchObject({ value: { mayChange: false } });
    expect(await db.read.meetingPaper.count()).toBe(0);
  });

  it("of another date are not removed by a card of this one", async () => {
    const done = await link();
    const paperId = done.ok ? (done.value.papers[0]?.id ?? "") : "";
    const other = await forum.plan({ startsOn: "2026-06-10" });
    await service.remove(coordination(START), other, paperId);
    expect(await db.read.meetingPaper.count()).toBe(1);
  });

  it("are drawn with unique buttons that open https only", async () => {
    for (const one of ["a", "b", "c"]) await link(key(), kim, { title: "", link: `https://${one}.example/` });
    const shown = await service.show(kim, id);
    if (!shown.ok) throw new Error(shown.reason);
    const card = papersCard({ ...shown.value, actionId: "a", personal: true });
    const actions = actionsOf(card);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    for (const { type, node } of actions)
      expect(type === "Action.Execute" || String(node.url).startsWith("https://")).toBe(true);
    const channel = papersCard({ ...shown.value, actionId: "a", personal: false });
    expect(JSON.stringify(channel)).not.toMatch(/attachment\.(link|remove|decision)/);
  });
});
