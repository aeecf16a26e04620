/** What is told is what is true when the message leaves. */
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../src/exchange/exchange.ts";
import type { Bundle } from "../../../src/exchange/together/bundle.service.ts";
import { togetherRenders } from "../../../src/exchange/together/render.ts";
import type { Notice } from "../../../src/outbox/notice.ts";
import { exchange, NOON, organisationName } from "../records.ts";

const NEED = exchange({ id: "n", title: "Gesuch", offer: "seeks", stage: "idea" });
const OFFER = exchange({ id: "o", title: "Angebot", offer: "offers", organisation: "schopfheim" });
const EXPERIENCE = {
  ...{ id: "e", exchange: "n", by: { id: "m-2", name: "Amt" }, organisation: "komm-one", text: "Gut." },
  ...{ effort: null, benefit: null, createdAt: NOON, changedAt: null },
} as const;
const BUNDLE: Bundle = {
  hint: { subject: "product:x", raisedAt: NOON, doneAt: null },
  standing: {
    name: "AktoDoc",
    interested: ["a", "b", "c"].map((organisation) => ({ organisation, since: NOON })),
    ...{ notCounted: [], uses: [], offers: [], restricted: false },
    records: [{ id: "n", title: "Gesuch" }],
  },
};

type World = {
  readonly records: readonly Exchange[];
  readonly experience: typeof EXPERIENCE | null;
  readonly bundle: Bundle | null;
  readonly reaches: boolean;
  readonly coordinators: readonly string[];
};
const FINE: World = {
  records: [NEED, OFFER],
  ...{ experience: EXPERIENCE, bundle: BUNDLE, reaches: true, coordinators: ["m-1"] },
};

const MESSAGES = {
  "exchange.experience": { subject: "e", payload: null },
  "exchange.match": { subject: "n", payload: { offer: "o", side: "need" } },
  "exchange.bundle": { subject: "product:x", payload: { raisedAt: NOON } },
} as const;
type Kind = keyof typeof MESSAGES;

async function tells(kind: Kind, part: Partial<World> = {}) {
  const world = { ...FINE, ...part };
  const withdrawn: string[] = [];
  const renders = togetherRenders({
    records: { byId: async (id) => world.records.find((one) => one.id === id) ?? null },
    experiences: { byId: async () => world.experience },
    service: { find: async () => world.bundle, withdraw: async (subject) => void withdrawn.push(subject) },
    ...{
      organisationName,
      mayReach: async () => world.reaches,
      coordinators: async () => world.coordinators,
    },
  });
  const notice: Notice = {
    ...{ key: "k", kind, ...MESSAGES[kind], to: { member: "m-1" }, dueAt: NOON, expiresAt: null },
  };
  const rendered = await renders[kind]?.(notice, NOON);
  if (!rendered) throw new Error("nothing renders this kind");
  const said =
    "send" in rendered ? (rendered.send.kind === "card" ? rendered.send.summary : "") : rendered.drop;
  return { said, withdrawn };
}

const deleted = (one: Exchange): Exchange => ({ ...one, deletedAt: NOON });

describe("a message about", () => {
  it("an experience leaves while it, its record, and the right to read it are there", async () => {
    expect((await tells("exchange.experience")).said).toBe("Neue Erfahrung zu: Gesuch");
    expect((await tells("exchange.experience", { experience: null })).said).toBe("gone");
    expect((await tells("exchange.experience", { records: [deleted(NEED)] })).said).toBe("gone");
    expect((await tells("exchange.experience", { reaches: false })).said).toBe("notEntitled");
  });

  it("a match leaves while both are there, go together, and may be read", async () => {
    expect((await tells("exchange.match")).said).toBe("Zu Ihrem Gesuch gibt es etwas: Gesuch");
    expect((await tells("exchange.match", { records: [NEED, deleted(OFFER)] })).said).toBe("gone");
    expect((await tells("exchange.match", { records: [{ ...NEED, offer: null }, OFFER] })).said).toBe(
      "superseded",
    );
    const ended = { ...OFFER, offer: null, stage: "ended" } as const;
    expect((await tells("exchange.match", { records: [NEED, ended] })).said).toBe("superseded");
    expect((await tells("exchange.match", { reaches: false })).said).toBe("notEntitled");
  });

  it("a common need leaves to those who coordinate now, as long as enough want it and nobody has dealt with it", async () => {
    const { hint, standing } = BUNDLE;
    expect((await tells("exchange.bundle")).said).toBe("Gemeinsamer Bedarf: AktoDoc");
    expect((await tells("exchange.bundle", { coordinators: [] })).said).toBe("notEntitled");
    const done = { ...BUNDLE, hint: { ...hint, doneAt: NOON } };
    expect(await tells("exchange.bundle", { bundle: done })).toEqual({ said: "superseded", withdrawn: [] });
    const later = { ...BUNDLE, hint: { ...hint, raisedAt: NOON + 1 } };
    expect(await tells("exchange.bundle", { bundle: later })).toEqual({ said: "superseded", withdrawn: [] });
    const two = { ...BUNDLE, standing: { ...standing, interested: standing.interested.slice(1) } };
    expect(await tells("exchange.bundle", { bundle: two })).toEqual({
      said: "superseded",
      withdrawn: ["product:x"],
    });
  });
});
