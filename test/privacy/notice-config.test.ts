import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { readConfig } from "../../src/config.ts";
import { LONGEST_SHORT, SECTIONS } from "../../src/privacy/notice.ts";
import { type NoticeRead, parseNotice, readNotice } from "../../src/privacy/notice-config.ts";
import { TRIAL_NOTICE } from "../../src/privacy/trial-notice.ts";

const FILE = join(import.meta.dirname, "..", "support", "datenschutzhinweis.yaml");
const TEMPLATE = join(import.meta.dirname, "..", "..", "docs", "vorlagen", "datenschutzhinweis.yaml");
const whole = parse(readFileSync(FILE, "utf8")) as Record<string, unknown>;
const changed = (part: object): NoticeRead => parseNotice(stringify({ ...whole, ...part }), "a.yaml");
const problemsOf = (read: NoticeRead): readonly string[] => (read.ok ? [] : read.problems);

describe("the file of the privacy notice", () => {
  it("is taken as it is written, every field", () => {
    const read = readNotice(FILE);
    expect(read).toMatchObject({
      ok: true,
      notice: {
        version: "1",
        validFrom: "2026-10-01",
        controller: { name: "Landratsamt Musterkreis", contact: "forum@musterkreis.example" },
        terms: null,
      },
    });
    const { sections } = read.ok ? read.notice : TRIAL_NOTICE;
    for (const one of SECTIONS) expect(sections[one].length).toBeGreaterThan(0);
    expect(sections.recipients).toHaveLength(3);
  });

  it.each(Object.keys(whole))("without „%s“ stops the start, and says so", (field) => {
    for (const empty of [undefined, null, "", "  ", []]) {
      const problems = problemsOf(changed({ [field]: empty }));
      expect(problems.length).toBeGreaterThan(0);
      for (const one of problems) expect(one).toMatch(`„${field}`);
    }
  });

  it("names every field of the controller that is missing", () => {
    const named = problemsOf(changed({ verantwortlich: { name: "", anschrift: "Weg 1" } })).join(" ");
    expect(named).toContain("„verantwortlich.name“ fehlt oder ist leer");
    expect(named).toContain("„verantwortlich.kontakt“ fehlt oder ist leer");
    expect(named).not.toContain("anschrift");
    expect(problemsOf(changed({ verantwortlich: undefined }))).toHaveLength(3);
    expect(problemsOf(parseNotice("", "a.yaml")).length).toBeGreaterThan(15);
  });

  it("has a version that can travel, a real date, and a short text for a card", () => {
    expect(changed({ version: 2 })).toMatchObject({ notice: { version: "2" } });
    for (const version of ["a b", "ä", "x".repeat(41), "a|b"])
      expect(problemsOf(changed({ version }))).toEqual([expect.stringContaining("„version“")]);
    for (const gueltigAb of ["01.10.2026", "2026-02-30", "morgen"])
      expect(problemsOf(changed({ gueltigAb }))).toEqual([expect.stringContaining("„gueltigAb“")]);
    expect(changed({ kurztext: "ß".repeat(LONGEST_SHORT) })).toMatchObject({ ok: true });
    expect(problemsOf(changed({ kurztext: "ß".repeat(LONGEST_SHORT + 1) }))).toEqual([
      expect.stringContaining("901 Zeichen. Möglich sind 900."),
    ]);
    expect(problemsOf(changed({ zwecke: ["x".repeat(12_001)] }))).toHaveLength(1);
  });

  it("refuses fields it does not know and values that are no text", () => {
    expect(problemsOf(changed({ zweck: "x" }))).toEqual([expect.stringContaining("„zweck“ kenne ich nicht")]);
    expect(problemsOf(changed({ zwecke: { a: 1 } }))[0]).toContain("muss ein Text sein");
    expect(problemsOf(changed({ rechte: ["gut", ""] }))).toEqual([expect.stringContaining("„rechte.2“")]);
  });

  it("that cannot be read or parsed is one sentence", () => {
    expect(problemsOf(readNotice("/gibt/es/nicht.yaml"))).toEqual([
      expect.stringContaining("/gibt/es/nicht.yaml kann ich nicht lesen"),
    ]);
    expect(problemsOf(parseNotice("version: [1\nx: 2", "a.yaml"))).toEqual([
      expect.stringMatching(/a\.yaml ist kein gültiges YAML \(Zeile \d+\)/),
    ]);
  });

  it.each(["*!", "version: 1\nzwecke: *fehlt"])("that refers to nothing is one sentence, too: %j", (text) => {
    expect(problemsOf(parseNotice(text, "a.yaml"))).toEqual([
      expect.stringMatching(/a\.yaml ist kein gültiges YAML \(Zeile \d\)/),
    ]);
  });

  it("never throws, whatever it holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = parseNotice(text, "a.yaml");
        expect(read.ok || read.problems.length > 0).toBe(true);
      }),
    );
  });
});

describe("the shipped texts", () => {
  it("the template must be filled in: it names no office, and every other field is a proposal", () => {
    const problems = problemsOf(readNotice(TEMPLATE));
    expect(problems.map((one) => /„(.+)“/.exec(one)?.[1])).toEqual([
      "gueltigAb",
      ...["name", "anschrift", "kontakt"].map((key) => `verantwortlich.${key}`),
      ...["datenschutzbeauftragte", "aufsichtsbehoerde", "empfaenger.1"],
    ]);
  });

  it("the template is a notice once these are filled in, and says what Art. 13 and 14 ask for", () => {
    const template = parse(readFileSync(TEMPLATE, "utf8")) as Record<string, unknown>;
    const filled = {
      ...template,
      ...{ gueltigAb: "2026-10-01", verantwortlich: whole.verantwortlich },
      ...{ datenschutzbeauftragte: "Amt", aufsichtsbehoerde: "Behörde" },
      empfaenger: (template.empfaenger as string[]).map((one) => one || "Betreiber"),
    };
    const read = parseNotice(stringify(filled), "a.yaml");
    expect(read).toMatchObject({ ok: true });
    const all = JSON.stringify(read);
    for (const right of [15, 16, 17, 18, 21, 77]) expect(all).toContain(`Art. ${right} DSGVO`);
    expect(all).toContain("Microsoft");
  });

  it("the trial text says of itself that it is none, and keeps the limits", () => {
    expect(TRIAL_NOTICE.controller.name).toContain("Probebetrieb");
    expect([...TRIAL_NOTICE.short].length).toBeLessThanOrEqual(LONGEST_SHORT);
    expect(TRIAL_NOTICE.short).toMatch(/^Das ist ein Probebetrieb/);
  });
});

describe("the start", () => {
  const id = (last: string) => `11111111-1111-1111-1111-1111111111${last}`;
  const BOT = {
    ...{ BOT_ID: id("01"), BOT_TENANT_ID: id("02"), BOT_PASSWORD: "geheim", COORDINATORS: id("03") },
    ...{ DATABASE_URL: "postgresql://forum@db/forum", PUBLIC_URL: "https://forum.example" },
    BALLOT_KEY_DIR: "/srv/forumsbote-keys",
  };
  const start = (PRIVACY_NOTICE_FILE?: string) =>
    readConfig({ ...BOT, ...(PRIVACY_NOTICE_FILE ? { PRIVACY_NOTICE_FILE } : {}) });

  it("needs the notice with BOT_ID, and none without", () => {
    expect(start(FILE)).toMatchObject({ ok: true, config: { privacy: { notice: { version: "1" } } } });
    expect(start()).toMatchObject({
      ok: false,
      problems: [expect.stringContaining("PRIVACY_NOTICE_FILE fehlt")],
    });
    expect(readConfig({})).toMatchObject({ config: { privacy: { notice: TRIAL_NOTICE } } });
  });

  it("stops at an empty controller, beside everything else that is wrong", () => {
    const read = readConfig({ ...BOT, BOT_PASSWORD: "", PRIVACY_NOTICE_FILE: TEMPLATE });
    const problems = read.ok ? [] : read.problems;
    expect(problems.join(" ")).toMatch(/BOT_PASSWORD.*verantwortlich\.name/);
  });
});
