/** Which needs and offers of a small register are brought together. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/store.ts";
import type { Content, Exchange } from "../../../src/exchange/exchange.ts";
import { matchRepository } from "../../../src/exchange/together/match.prisma.ts";
import { matchService } from "../../../src/exchange/together/match.service.ts";
import { goTogether, inOrder, pairOf, roleOf } from "../../../src/exchange/together/match.ts";
import type { Recipient } from "../../../src/outbox/notice.ts";
import { engines, freshDb } from "../../support/database.ts";
import { content, exchange, NOON, prepare, settle } from "../records.ts";
import { RECORDS } from "../register.ts";

describe("a need and an offer", () => {
  const need = exchange({ id: "n", offer: "seeks", stage: "idea" });
  const offer = exchange({ id: "o", organisation: "schopfheim", offer: "offers" });

  it("are told by what is said; what is in use is an offer as well, unless it is sought", () => {
    expect(roleOf(need)).toBe("need");
    expect(roleOf(offer)).toBe("offer");
    expect(roleOf(exchange({ stage: "inUse" }))).toBe("offer");
    expect(roleOf(exchange({ stage: "inUse", offer: "seeks" }))).toBe("need");
    expect(roleOf(exchange({ stage: "trial" }))).toBeNull();
  });

  it("go together only from different organisations, and one of each", () => {
    expect(goTogether(need, offer) && goTogether(offer, need)).toBe(true);
    expect(goTogether(need, { ...offer, organisation: "kandern" })).toBe(false);
    expect(goTogether(need, { ...offer, offer: "seeks" })).toBe(false);
    expect(goTogether(need, exchange({ id: "t", organisation: "schopfheim" }))).toBe(false);
    expect(pairOf(offer, need)).toEqual({ need, offer });
  });

  it("who offers comes before who only uses it, each once", () => {
    const uses = { ...offer, id: "u", offer: null, stage: "inUse" as const };
    expect(inOrder([uses, offer, offer]).map(({ id }) => id)).toEqual(["o", "u"]);
  });
});

describe.each(engines)("bringing together on %s", (engine) => {
  let db: Db;
  let parts: Awaited<ReturnType<typeof settle>>;
  let blocked: (to: Recipient, one: Exchange) => boolean;
  let made = 0;

  beforeEach(async () => {
    db = await freshDb(engine);
    parts = await settle(db);
    blocked = () => false;
    for (const one of RECORDS.filter(({ offer }) => offer === null)) await put(one, one.organisation, one.id);
  });

  async function put(said: Partial<Content>, organisation: string, id?: string): Promise<string> {
    made += 1;
    const name = id ?? `new-${made}`;
    const all = content(said);
    const by = { organisation, groupId: null, recordedById: `m-${organisation}`, recordedAt: NOON };
    await db.write((tx) => parts.repository.insert(tx, { id: name, ...all, ...by }, prepare(all)));
    return name;
  }

  const service = () =>
    matchService({
      ...parts.deps,
      records: parts.repository,
      matches: matchRepository(db),
      near: (now, one, wanted, { most, share }) =>
        parts.deps.finder.similar({ now, seen: "all" }, one, wanted, most, share),
      mayReach: async (to, one) => !blocked(to, one),
    });
  const looks = () => service().look(NOON - 1, NOON + 1);
  const pairs = async () =>
    (await db.read.exchangeMatch.findMany({ orderBy: [{ needId: "asc" }, { offerId: "asc" }] })).map(
      ({ needId, offerId }) => `${needId} ${offerId}`,
    );

  const NEED = {
    kind: "service",
    title: "Wer kann bei Übungen gegen Phishing helfen?",
    text: "Wir suchen Unterstützung.",
    offer: "seeks",
    stage: "idea",
  } as const;
  const OFFER = {
    kind: "service",
    title: "Übungen gegen betrügerische E-Mails",
    text: "Wir versenden harmlose Phishing-Nachrichten und schulen danach. Andere Gemeinden können teilnehmen.",
    offer: "offers",
    stage: "inUse",
  } as const;

  it("finds what belongs together, whichever came first, and nothing else", async () => {
    const offer = await put(OFFER, "schopfheim");
    await looks();
    expect(await pairs()).toEqual([]);
    const need = await put(NEED, "kandern");
    await looks();
    await looks();
    expect(await pairs()).toEqual([`${need} ${offer}`]);
    expect(parts.notices.map(({ to, payload }) => [to, payload])).toEqual([
      [{ member: "m-kandern" }, { offer, side: "need" }],
      [{ member: "m-schopfheim" }, { offer, side: "offer" }],
    ]);
  });

  it("of the same product, however differently it is told", async () => {
    const offer = await put({ product: "Akto-Doc", stage: "inUse", title: "Aktenplan" }, "schopfheim");
    const need = await put(
      { product: "AktoDoc", offer: "seeks", stage: "idea", title: "Erfahrungen?", text: "Wer kennt das?" },
      "kandern",
    );
    await looks();
    expect(await pairs()).toEqual([`${need} ${offer}`]);
  });

  it("never within one organisation, never when one side may not read the other, never of imported records", async () => {
    await put(OFFER, "kandern");
    await put(NEED, "kandern");
    await looks();
    expect(await pairs()).toEqual([]);
    const offer = await put(OFFER, "schopfheim");
    blocked = (to, one) => "member" in to && to.member === "m-kandern" && one.id === offer;
    await looks();
    expect(await pairs()).toEqual([]);
    await db.write(async (tx) => {
      await tx.exchange.updateMany({ where: { deletedAt: null }, data: { externalId: null } });
      for (const { id } of await tx.exchange.findMany())
        await tx.exchange.update({ where: { id }, data: { externalId: id } });
    });
    blocked = () => false;
    await looks();
    expect(await pairs()).toEqual([]);
  });

  it("at most three for each record, those who offer first, and both sides hear of each", async () => {
    const need = await put(NEED, "kandern");
    const uses = await put({ ...OFFER, offer: null }, "schopfheim");
    const offers: string[] = [];
    for (const _ of [1, 2, 3]) offers.push(await put(OFFER, "schopfheim"));
    await looks();
    expect(await pairs()).toEqual(offers.sort().map((offer) => `${need} ${offer}`));
    expect((await pairs()).join()).not.toContain(uses);
    for (const _ of [1, 2, 3, 4, 5]) await put(NEED, "kandern");
    await looks();
    const times = new Map<string, number>();
    for (const id of (await pairs()).flatMap((pair) => pair.split(" ")))
      times.set(id, (times.get(id) ?? 0) + 1);
    expect(Math.max(...times.values())).toBe(3);
    expect(parts.notices).toHaveLength(2 * (await pairs()).length);
  });

  it("once, when several processes look at the same time", async () => {
    await put(OFFER, "schopfheim");
    await put(NEED, "kandern");
    const twice = service();
    // A lost race is decided once more by the composition; here it is only not to make a second pair.
    await Promise.allSettled([twice.look(NOON - 1, NOON + 1), looks(), looks()]);
    expect(await pairs()).toHaveLength(1);
  });
});
