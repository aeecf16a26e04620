/** Rules of experiences, marks and bundled needs, with plain values. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ENOUGH,
  isNews,
  readSubject,
  standingOf,
  subjectOf,
  type Voiced,
} from "../../../src/exchange/together/bundle.ts";
import {
  checkExperience,
  LONGEST_EXPERIENCE,
  pageBefore,
  pageOf,
} from "../../../src/exchange/together/experience.ts";
import { MARKS, type Mark, organisationsOf, stepOf, type Wish } from "../../../src/exchange/together/mark.ts";

const NONE = { effort: "", benefit: "" };

describe("an experience", () => {
  it("needs a text of some length, and measures from the list", () => {
    const good = checkExperience({ text: " Gut.\u202e \r\n\n\n\nSehr. ", effort: "low", benefit: "" });
    expect(good).toEqual({ ok: true, value: { text: "Gut.\n\nSehr.", effort: "low", benefit: null } });
    expect(checkExperience({ text: " \u202e\u2066 ", ...NONE })).toMatchObject({ ok: false });
    expect(checkExperience({ text: "", effort: "viel", benefit: "3" })).toEqual({
      ok: false,
      problems: ["experienceMissing", "effortUnknown", "benefitUnknown"],
    });
    const exact = "x".repeat(LONGEST_EXPERIENCE);
    expect(checkExperience({ text: exact, ...NONE }).ok).toBe(true);
    expect(checkExperience({ text: `${exact}x`, ...NONE })).toMatchObject({
      problems: ["experienceTooLong"],
    });
  });

  it("is on exactly one page, however long the texts are, and paging back comes to the same pages", () => {
    const texts = fc.array(
      fc.integer({ min: 1, max: 2000 }).map((length) => ({ text: "x".repeat(length) })),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(texts, (all) => {
        const starts: number[] = [];
        const seen: unknown[] = [];
        for (let from = 0; from < all.length; ) {
          const page = pageOf(all, from);
          expect(page.length).toBeGreaterThan(0);
          starts.push(from);
          seen.push(...page);
          from += page.length;
        }
        expect(seen).toEqual(all);
        for (const [at, from] of starts.entries())
          if (at > 0) expect(pageBefore(all, from)).toBe(starts[at - 1]);
      }),
    );
  });
});

const RECORD = { organisation: "kandern", stage: "inUse" } as const;
const mark = (part: Partial<Mark>): Mark => ({
  kind: "uses",
  organisation: "zell",
  by: { id: "m", name: "Hauptamt Zell" },
  at: 1,
  ...part,
});

describe("a mark", () => {
  it("whatever is pressed in whatever order, is said once per organisation and kind, and ends as last wished", () => {
    const presses = fc.array(
      fc.record({
        kind: fc.constantFrom(...MARKS),
        on: fc.boolean(),
        organisation: fc.constantFrom("zell", "binzen", "kandern"),
      }),
    );
    const pressed = (marks: readonly Mark[], wish: Wish): readonly Mark[] => {
      const step = stepOf(RECORD, marks, wish);
      if (!step.ok) {
        expect(wish).toMatchObject({ kind: "uses", on: true, organisation: "kandern" });
        return marks;
      }
      const others = marks.filter(
        (one) => one.organisation !== wish.organisation || !step.remove.includes(one.kind),
      );
      const now = step.add ? [...others, mark({ kind: wish.kind, organisation: wish.organisation })] : others;
      const said = now
        .filter(({ organisation }) => organisation === wish.organisation)
        .map(({ kind }) => kind);
      expect(said.filter((kind) => kind === wish.kind)).toHaveLength(wish.on ? 1 : 0);
      if (step.add && wish.kind === "uses") expect(said).not.toContain("interested");
      return now;
    };
    fc.assert(fc.property(presses, (wishes) => void wishes.reduce(pressed, [] as readonly Mark[])));
  });

  it("of something that has ended is only taken back, or interest", () => {
    const ended = { ...RECORD, stage: "ended" } as const;
    const wish = { kind: "uses", on: true, organisation: "zell" } as const;
    expect(stepOf(ended, [], wish)).toEqual({ ok: false, reason: "hasEnded" });
    expect(stepOf(ended, [mark({})], { ...wish, on: false })).toMatchObject({ ok: true, remove: ["uses"] });
    expect(stepOf(ended, [], { ...wish, kind: "interested" })).toMatchObject({ ok: true, add: true });
    expect(stepOf(RECORD, [], { ...wish, organisation: "kandern" })).toEqual({
      ok: false,
      reason: "ownRecord",
    });
  });

  it("is listed in the order in which it was said", () => {
    const all = [
      mark({ organisation: "b", at: 2 }),
      mark({ organisation: "c" }),
      mark({ kind: "interested" }),
    ];
    expect(organisationsOf(all, "uses")).toEqual(["c", "b"]);
  });
});

const side = (key: string, part: Partial<Voiced["organisation"]> = {}) => ({
  ...{ key, party: true, validFrom: "2021-10-15", validTo: null },
  ...part,
});
const TODAY = "2026-03-02";
const voiced = (part: Partial<Voiced> = {}): Voiced => ({
  ...{ id: "x", kind: "product", title: "E-Akte", product: "AktoDoc", stage: "trial", offer: null },
  ...{ visibility: "forum", recordedAt: 5, organisation: side("kandern"), marks: [] },
  ...part,
});
const wants = (key: string, at = 10, part = {}) =>
  ({ kind: "interested", at, organisation: side(key, part) }) as const;

describe("a common need", () => {
  it("is about a product across records, else about a product or service itself", () => {
    expect(subjectOf(voiced())).toBe("product:aktodoc");
    expect(subjectOf(voiced({ kind: "process", product: "Akto-DOC" }))).toBe("product:aktodoc");
    expect(subjectOf(voiced({ kind: "service", product: null }))).toBe("exchange:x");
    expect(subjectOf(voiced({ kind: "process", product: null }))).toBeNull();
    expect(subjectOf(voiced({ product: "!!!" }))).toBe("exchange:x");
    expect(readSubject("product:aktodoc")).toEqual({ product: "aktodoc" });
    expect(readSubject("exchange:x")).toEqual({ exchange: "x" });
  });

  it("counts each party once, over all records, those who seek too; associated ones and former parties not", () => {
    const standing = standingOf(
      [
        voiced({ offer: "seeks", marks: [wants("binzen"), wants("kandern", 1), wants("zell", 30)] }),
        voiced({
          id: "y",
          product: "Aktodoc",
          stage: "inUse",
          organisation: side("schopfheim"),
          visibility: "group",
          marks: [
            wants("zell", 20),
            wants("komm-one", 1, { party: false }),
            wants("weg", 1, { validTo: "2025-12-31" }),
            { kind: "uses", at: 3, organisation: side("binzen") },
          ],
        }),
        voiced({ id: "z", offer: "offers", organisation: side("komm-one", { party: false }) }),
      ],
      TODAY,
    );
    expect(standing).toMatchObject({
      name: "AktoDoc",
      interested: [
        { organisation: "kandern", since: 1 },
        { organisation: "binzen", since: 10 },
        { organisation: "zell", since: 20 },
      ],
      notCounted: ["komm-one", "weg"],
      uses: ["binzen", "schopfheim"],
      offers: ["komm-one"],
      restricted: true,
    });
  });

  it("is news once there are enough, and again only after as many further ones since it was dealt with", () => {
    const of = (count: number, since = 1) => ({
      interested: Array.from({ length: count }, (_, at) => ({ organisation: `o${since}-${at}`, since })),
    });
    const hint = { subject: "s", raisedAt: 1, doneAt: null };
    const later = (count: number) => ({ interested: [...of(3).interested, ...of(count, 9).interested] });
    expect(isNews(of(ENOUGH - 1), null)).toBe(false);
    expect(isNews(of(ENOUGH), null)).toBe(true);
    expect(isNews(of(10), hint)).toBe(false);
    expect(isNews(later(2), { ...hint, doneAt: 5 })).toBe(false);
    expect(isNews(later(3), { ...hint, doneAt: 5 })).toBe(true);
  });
});
