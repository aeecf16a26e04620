/** What is told of an election as a whole: found at delivery, dropped when it is over. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ElectionsRepository } from "../../src/election/elections.repository.ts";
import { drawPublicly } from "../../src/election/lot.ts";
import { lotLines } from "../../src/election/news.lines.ts";
import { isFinal, STATES, type State } from "../../src/election/process.ts";
import type { StoredElection, StoredRole, StoredRound } from "../../src/election/stored.ts";
import { tidingsNotices } from "../../src/election/tidings.renders.ts";
import { NEWS, type News, TIDINGS } from "../../src/election/tidings.ts";
import type { Json, Notice, Render } from "../../src/outbox/notice.ts";
import { actionsOf, textOf } from "../support/card.ts";
import { candidacy, election, role, round } from "./drawn.ts";

const DAY = 86_400_000;
const DUE = Date.UTC(2026, 2, 30, 16);

type Kept = {
  readonly election: StoredElection;
  readonly rounds?: readonly StoredRound[];
  readonly candidacies?: readonly ReturnType<typeof candidacy>[];
  readonly roles?: readonly StoredRole[];
  readonly successor?: boolean;
};

const ROLES = [role("officer", "o"), role("scrutineer", "s1"), role("scrutineer", "s2")];
const standing = ["Kandern", "Binzen"].map((name, at) =>
  candidacy({ name, memberId: `m${at}`, party: name.toLowerCase(), consentedAt: 1 }),
);

/** What a message says now, or why it is dropped. */
async function told(
  kept: Kept,
  kind: string,
  payload: Json,
  more: { to?: Notice["to"]; at?: number; dueAt?: number } = {},
) {
  const { rounds = [], candidacies = standing, roles = ROLES } = kept;
  // Only what is read; a port, not a table.
  const elections = {
    election: async () => kept.election,
    candidacies: async () => candidacies,
    roles: async () => roles,
    lastRound: async () => rounds.at(-1) ?? null,
    rounds: async () => rounds,
  } as unknown as ElectionsRepository;
  const seats = ["binzen", "kandern", "wieden"].map((party) => ({
    ...{ party, holderId: party === "wieden" ? null : `h-${party}`, delegateId: null, deputies: [] },
  }));
  const renders: Readonly<Record<string, Render>> = tidingsNotices({
    elections,
    seats: async () => seats,
    coordinators: async () => ["bureau"],
    inOffice: {
      holders: async () => [],
      chairOn: async () => null,
      hasSuccessor: async () => kept.successor ?? false,
    },
    organisationName: (key) => key.toUpperCase(),
    trial: false,
  });
  const { to = { member: "m0" }, at = 0, dueAt = 0 } = more;
  const notice = { key: "k", kind, subject: kept.election.id, to, dueAt, expiresAt: null, payload };
  const done = await renders[kind]?.(notice, at);
  if (!done || "drop" in done) return done?.drop ?? "no renderer";
  if (done.send.kind !== "card") throw new Error("no card");
  return { text: textOf(done.send.card), buttons: actionsOf(done.send.card).map(({ title }) => title) };
}

const news = (kept: Kept, which: News, to?: Notice["to"]) =>
  told(kept, TIDINGS.news, { news: which }, to ? { to } : {});

const drawnLot = {
  ...({ way: "public-draw", source: "lotto-6aus49:2026-02-04", notBefore: 0 } as const),
  ...{ publicRandom: "lotto-6aus49:2026-02-04:01-02-03-04-05-06", witnesses: [] },
};

describe("news", () => {
  const fitting: Readonly<Record<News, (state: State) => boolean>> = {
    nomination: (state) => state === "nomination",
    extended: () => false,
    candidates: (state) => state === "ready",
    failed: (state) => state === "not_elected",
    changed: (state) => !isFinal(state) && state !== "voting",
    "lot-drawn": () => false,
    elected: (state) => state === "elected",
    cancelled: (state) => state === "cancelled",
    prolonged: () => false,
  };

  it.each(NEWS)("„%s“ is told only while it is what there is to say", async (which) => {
    for (const state of STATES) {
      const done = await news({ election: election({ state, dueAt: DUE, winner: "Kandern" }) }, which);
      expect([state, typeof done === "object"]).toEqual([state, fitting[which](state)]);
      if (typeof done === "string") expect(done).toBe("superseded");
    }
  });

  it("of an extension belongs to extended nominations, the announcement to the first ones", async () => {
    const extended = { election: election({ state: "nomination", extended: true, dueAt: DUE }) };
    expect(await news(extended, "nomination")).toBe("superseded");
    expect(await news(extended, "extended")).toMatchObject({ buttons: ["Person vorschlagen"] });
  });

  it("of a longer round needs one that is open and was extended", async () => {
    const kept = (more: Partial<StoredRound>) => ({ election: election(), rounds: [round(more)] });
    const extensions = [{ from: 0, to: DUE, reason: "Störung in Teams" }];
    expect(await news(kept({ extensions }), "prolonged")).toMatchObject({
      text: expect.stringContaining("Grund: Störung in Teams"),
    });
    expect(await news(kept({ extensions, closesAt: 0 }), "prolonged")).toBe("superseded");
  });

  it("in the channel has no buttons, and says where to go on", async () => {
    const channel = { conversation: "19:forum" };
    for (const state of STATES)
      for (const which of NEWS) {
        const done = await news({ election: election({ state, dueAt: DUE }) }, which, channel);
        if (typeof done === "object") expect(done.buttons).toEqual([]);
      }
    const done = await news({ election: election({ state: "nomination" }) }, "nomination", channel);
    expect(done).toMatchObject({ text: expect.stringContaining("Schreiben Sie mir dort: wahl.") });
  });

  it("of the candidates names them by the alphabet, and the seats with and without a person", async () => {
    const done = await news({ election: election({ state: "ready", dueAt: DUE }) }, "candidates");
    if (typeof done !== "object") throw new Error(done);
    expect(done.text).toContain("nach dem Alphabet: Binzen, Kandern");
    expect(done.text).toContain("30.03.2026, 18:00 Uhr");
    expect(done.text).toContain("Sitz mit Person: BINZEN, KANDERN");
    expect(done.text).toContain("Sitz ohne Person: WIEDEN.");
  });

  it("of a repeated round says that three are enough, and who has withdrawn", async () => {
    const result = {
      ...({ outcome: "void", reason: "no-quorum", winner: null, tally: null, choices: null } as const),
      ...{ present: 2, needed: 0, entitled: 36, byLot: false, next: {} },
    };
    const kept = {
      election: election({ state: "ready", quorum: 3, dueAt: DUE }),
      rounds: [round({ candidates: ["Binzen", "Kandern"], result, phase: "closed" })],
      candidacies: [standing[0], { ...standing[1], withdrawnAt: 2, withdrawnIn: 1 }].flatMap((one) =>
        one ? [one as ReturnType<typeof candidacy>] : [],
      ),
    };
    const done = await news(kept, "changed");
    if (typeof done !== "object") throw new Error(done);
    expect(done.text).toContain("Für die Wiederholung genügen 3 Kommunen.");
    expect(done.text).toContain("Zurückgetreten: Binzen");
  });

  it("of a drawn lot lets everybody repeat it with the words on the card alone", async () => {
    const seal = { commitments: [], voters: [], root: "ab".repeat(32) };
    const name = { electionId: election().id, round: 1 };
    const among = ["Binzen", "Kandern", "Wieden"];
    const facts = { ...name, lotFor: "runoff" as const, sealRoot: seal.root, among, seats: 1 };
    const { drawn } = drawPublicly({ ...facts, publicRandom: drawnLot.publicRandom });
    const hashed = (text: string) => createHash("sha256").update(text).digest("hex");
    const seed = `forum-los/v1|${name.electionId}|1|runoff|${seal.root}|${drawnLot.publicRandom}`;
    const keys = among.map((one): [string, string] => [one, hashed(`${seed}|${one}`)]);
    const lot = { ...drawnLot, drawn: [...drawn], keys };
    const text = lotLines(round({ lot, seal })).join("\n");
    const shown = /Anfang jeder Zeile: (\S+)/.exec(text)?.[1] ?? "";
    const byHand = among.map((one) => [hashed(`${shown}|${one}`), one] as const).sort();
    expect(byHand[0]?.[1]).toBe(drawn[0]);
    for (const [key, one] of byHand) expect(text).toContain(`${one}: ${key}`);
    expect(text).toContain("sha256sum");
    const kept = { election: election({ state: "voting" }), rounds: [round({ lot, seal }), round()] };
    expect(await news(kept, "lot-drawn")).toMatchObject({ text: expect.stringContaining(shown) });
  });

  it("of a lot drawn by hand names the witnesses", () => {
    const lot = { ...drawnLot, way: "manual-witnessed" as const, publicRandom: null, keys: [] };
    const lines = lotLines(round({ lot: { ...lot, drawn: ["Binzen"], witnesses: ["Amt A", "Amt B"] } }));
    expect(lines).toEqual(["Das Los fiel auf: Binzen", "Gezogen von Hand, vor: Amt A, Amt B"]);
  });
});

describe("a question to one person", () => {
  const asked = (kept: Kept, what: string, name = "Kandern", member = "m0") =>
    told(kept, TIDINGS.asked, { asked: what, name }, { to: { member } });
  const open = candidacy({ name: "Kandern", memberId: "m0" });

  it("is dropped once it is answered, taken back, or somebody else's", async () => {
    const kept = { election: election({ state: "nomination", dueAt: DUE }), candidacies: [open] };
    expect(await asked(kept, "consent")).toMatchObject({ buttons: ["Zustimmen", "Ablehnen"] });
    for (const candidacies of [
      [{ ...open, consentedAt: 1 }],
      [{ ...open, withdrawnAt: 1, withdrawnIn: 0 }],
      [{ ...open, memberId: "m9" }],
      [],
    ])
      expect(await asked({ ...kept, candidacies }, "consent")).toBe("superseded");
    expect(await asked({ ...kept, election: election({ state: "ready" }) }, "consent")).toBe("superseded");
  });

  it("for acceptance goes to the winner while there is time", async () => {
    const kept = {
      election: election({ state: "acceptance", winner: "Kandern", dueAt: DUE }),
      candidacies: [{ ...open, consentedAt: 1 }],
    };
    for (const what of ["acceptance", "acceptance-reminder"])
      expect(await asked(kept, what)).toMatchObject({
        ...{ buttons: ["Wahl annehmen", "Wahl ablehnen"], text: expect.stringContaining("keine Annahme") },
      });
    expect(
      await asked({ ...kept, election: election({ state: "elected", winner: "Kandern" }) }, "acceptance"),
    ).toBe("superseded");
    expect(await asked(kept, "acceptance", "Binzen")).toBe("superseded");
  });
});

describe("those who organise", () => {
  const stuck = (kept: Kept, why: string) => told(kept, TIDINGS.stuck, { why });

  it("hear what is missing, with the button that helps, while it is missing", async () => {
    const paper = { election: election({ state: "acceptance", winner: "Kandern", dueAt: DUE }) };
    expect(await stuck(paper, "answer-on-paper")).toMatchObject({
      buttons: ["Schriftliche Antwort eintragen"],
    });
    expect(await stuck({ election: election({ state: "elected" }) }, "answer-on-paper")).toBe("superseded");
    const ready = { election: election({ state: "ready" }) };
    expect(await stuck(ready, "roles-missing")).toBe("superseded");
    expect(await stuck({ ...ready, roles: ROLES.slice(1) }, "roles-missing")).toMatchObject({
      buttons: ["Wahlleitung und Wahlprüfung benennen"],
    });
    expect(await stuck(ready, "no-channel")).toMatchObject({
      ...{ buttons: ["Wahl leiten"], text: expect.stringContaining("in einer Stunde noch einmal") },
    });
    expect(await stuck(ready, "something-new")).toMatchObject({ buttons: ["Wahl leiten"] });
    expect(await stuck({ election: election({ state: "cancelled" }) }, "no-channel")).toBe("superseded");
  });
});

describe("the end of a term", () => {
  const term = { from: "2026-03-24", to: "2027-03-24" };
  const kept = { election: election({ state: "elected", winner: "Kandern", term }) };
  const at = Date.UTC(2027, 0, 27, 8);
  /** The first of the three reminders, delivered at `now`. */
  const reminds = (more: Partial<Kept> = {}, member = "bureau", now = at) =>
    told({ ...kept, ...more }, TIDINGS.term, null, { to: { member }, at: now, dueAt: at });

  it("is told with one click to the next election, to the chair without it", async () => {
    expect(await reminds({}, "bureau")).toMatchObject({ buttons: ["Wahl starten"] });
    expect(await reminds({}, "m0")).toMatchObject({ buttons: [] });
  });

  it("is not told when the next election runs, a later reminder is due, or the term is over", async () => {
    expect(await reminds({ successor: true })).toBe("superseded");
    expect(await reminds({}, "bureau", at + 28 * DAY)).toBe("superseded");
    expect(await reminds({}, "bureau", at + 60 * DAY)).toBe("superseded");
    expect(await reminds({ election: election({ state: "elected" }) })).toBe("superseded");
  });
});
