/** Minutes and scrutiny on a real store, from a ballot box that was voted in. */
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Minutes, minutesSchema } from "../../src/election/minutes/minutes.schema.ts";
import { openingFileSchema } from "../../src/election/minutes/opening-file.ts";
import { commitmentOf } from "../../src/election/seal.ts";
import type { Member } from "../../src/member/member.ts";
import { engines } from "../support/database.ts";
import { memberOf, START, turnOf } from "./hall.ts";
import { COUNTED, openOffice } from "./minutes-office.ts";

const DAY = 24 * 3_600_000;
const SIX = ["Kandern", "Kandern", "Kandern", "Kandern", "Schopfheim", "enthaltung"];

type Office = Awaited<ReturnType<typeof openOffice>>;

/** The links, or why there are none. */
async function links(office: Office, member: Member, id: string, now = COUNTED) {
  const done = await office.minutes.open(turnOf(member, now), id);
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}

async function fileOf(office: Office, member: Member, id: string): Promise<Minutes> {
  const { json } = await links(office, member, id);
  const answer = await office.opened(json);
  expect(answer).toMatchObject({ status: 200, headers: { "content-type": expect.stringContaining("json") } });
  return minutesSchema.parse(JSON.parse(answer.body));
}

describe.each(engines)("minutes on %s", (engine) => {
  it("open as a page and as a file that agree with box, seal and register", async () => {
    const office = await openOffice(engine);
    const name = await office.holds(SIX);
    const member = memberOf(office.seated[0] ?? "");
    const read = await fileOf(office, member, name.electionId);
    const [round] = read.rounds;
    expect(round).toMatchObject({
      ...{ outcome: "elected", winner: "Kandern", tally: { Kandern: 4, Schopfheim: 1, enthaltung: 1 } },
      ...{ present: 6, entitled: 8, needed: 4, quorum: 4, withdrawnAfter: [] },
    });
    expect(round?.voters).toEqual(office.seated.slice(0, 6).toSorted());
    expect(round?.seal?.root).toBe((await office.roundOf(name)).seal?.root);
    expect(read.nominations.map((one) => [one.name, one.consented])).toEqual([
      ["Kandern", true],
      ["Schopfheim", true],
    ]);
    expect(read.scrutineers).toHaveLength(2);
    const { page, json, text, recount } = await links(office, member, name.electionId);
    const plain = await office.opened(text);
    expect(plain.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(plain.body).toMatch(/^Niederschrift – /);
    const shown = await office.opened(page);
    expect(shown.body).toContain("Niederschrift – Wahl: Vorsitz des Forums");
    for (const link of [json, text, recount ?? "?"]) expect(shown.body).toContain(`href="${link}"`);
    expect(shown.headers["content-security-policy"]).toMatch(/style-src 'sha256-/);
    expect((await office.opened(recount ?? "")).headers["content-disposition"]).toContain("nachrechnen.html");
  });

  it("are for those who are concerned, when the link is asked for and when it is opened", async () => {
    const office = await openOffice(engine);
    const name = await office.holds(SIX);
    const [party = "", other = ""] = office.seated;
    const reason = async (member: Member | null) => {
      const done = await office.minutes.open(turnOf(member, COUNTED), name.electionId);
      return done.ok ? "ok" : done.reason;
    };
    const stranger = { ...memberOf(party, 2), id: "somebody" };
    const at = new Date(START);
    const { createdAt: _, organisation, ...columns } = stranger;
    await office.db.write((tx) =>
      tx.member.create({ data: { ...columns, organisationKey: organisation, createdAt: at, updatedAt: at } }),
    );
    expect([await reason(null), await reason(stranger)]).toEqual(["not-entitled", "not-entitled"]);
    office.coordinators.add(stranger.id);
    expect(await reason(stranger)).toBe("ok");
    const coordinates = await links(office, stranger, name.electionId);
    const delegates = await links(office, memberOf(other), name.electionId);
    office.coordinators.clear();
    expect((await office.opened(coordinates.page)).status).toBe(404);
    expect((await office.opened(coordinates.json)).status).toBe(404);
    expect((await office.opened(delegates.page)).status).toBe(200);
    await office.db.write((tx) => tx.seat.update({ where: { party: other }, data: { delegateId: null } }));
    expect((await office.opened(delegates.page)).status).toBe(404);
    const elsewhere = turnOf(memberOf(party), COUNTED);
    const channel = { ...elsewhere, place: { ...elsewhere.place, kind: "channel" as const } };
    expect(await office.minutes.open(channel, name.electionId)).toMatchObject({ reason: "not-personal" });
    expect(await office.minutes.open(elsewhere, "no-such-election")).toMatchObject({ reason: "gone" });
  });

  it("show nothing while the box is open", async () => {
    const office = await openOffice(engine);
    const name = await office.opens();
    await office.votes(name, office.seated[0] ?? "", "Kandern");
    const member = memberOf(office.seated[0] ?? "");
    expect(await office.minutes.open(turnOf(member, START + 120_000), name.electionId)).toMatchObject({
      reason: "too-early",
    });
  });

  it("of an open decision are found by its id, with the votes by party", async () => {
    const office = await openOffice(engine);
    const [yes = "", no = "", silent = ""] = office.seated;
    const at = (ms: number) => new Date(COUNTED - ms);
    await office.db.write(async (tx) => {
      await tx.decision.create({
        data: {
          ...{ id: "antrag-1", number: 1, title: "Bauakte", text: "Das Forum empfiehlt sie.", secret: false },
          ...{ way: "vote", majority: "twoThirdsCast", state: "rejected", reason: "threshold" },
          ...{ quorum: 2, entitled: 3, createdById: memberOf(yes).id, createdAt: at(3 * DAY) },
          ...{ opensAt: at(2 * DAY), closesAt: at(DAY), settledAt: at(DAY) },
        },
      });
      const seats = [yes, no, silent].map((party, index) => ({
        ...{ decisionId: "antrag-1", party, holderId: memberOf(party).id },
        ...(index < 2 ? { choice: ["ja", "nein"][index] ?? null, votedAt: at(DAY) } : {}),
      }));
      await tx.decisionSeat.createMany({ data: seats });
    });
    const read = await fileOf(office, memberOf(silent), "antrag-1");
    expect(read).toMatchObject({
      ...{ kind: "decision", electionId: "antrag-1", outcome: "rejected", reason: "threshold" },
      decision: { majority: "two-thirds-cast", mode: "vote", secret: false },
    });
    expect(read.rounds[0]).toMatchObject({ tally: { ja: 1, nein: 1 }, present: 2, entitled: 3, seal: null });
    expect(read.rounds[0]?.votes).toContainEqual({ party: yes, choice: "ja" });
  });

  it("may be read by whoever was elected last, and count the objections", async () => {
    const office = await openOffice(engine);
    const name = await office.holds(SIX);
    const [party = ""] = office.seated;
    const chair = memberOf(party);
    await office.db.write(async (tx) => {
      await tx.seat.update({ where: { party }, data: { delegateId: null } });
      const of = { electionId: name.electionId };
      await tx.candidacy.updateMany({ where: { ...of, name: "Kandern" }, data: { memberId: chair.id } });
      const objection = {
        ...of,
        memberId: "x",
        party,
        text: "Die Frist war zu kurz.",
        raisedAt: new Date(COUNTED),
      };
      await tx.objection.create({ data: { id: "e1", ...objection } });
    });
    const open = () => office.minutes.open(turnOf(chair, COUNTED), name.electionId);
    expect(await open()).toMatchObject({ reason: "not-entitled" });
    await office.db.write((tx) =>
      tx.election.update({ where: { id: name.electionId }, data: { state: "elected", winner: "Kandern" } }),
    );
    expect(await open()).toMatchObject({ ok: true });
    const read = await fileOf(office, chair, name.electionId);
    expect(read).toMatchObject({ outcome: "elected", objections: 1 });
    expect(JSON.stringify(read)).not.toContain("Die Frist war zu kurz.");
  });

  it("of a void round and of few ballots publish no numbers; scrutineers alone get them", async () => {
    const office = await openOffice(engine);
    const name = await office.holds(["Kandern", "Kandern", "Schopfheim"]);
    const read = await fileOf(office, memberOf(office.seated[0] ?? ""), name.electionId);
    expect(read.rounds[0]).toMatchObject({
      outcome: "void",
      reason: "no-quorum",
      tally: null,
      choices: null,
    });
    const [scrutineer] = office.scrutineers;
    const done = await office.scrutinies.fetch(turnOf(scrutineer, COUNTED), name, "a1");
    const file = await office.opened(done.ok ? done.value.url : "");
    expect(openingFileSchema.parse(JSON.parse(file.body)).ballots).toHaveLength(3);
  });
});

describe.each(engines)("scrutineers on %s", (engine) => {
  it("fetch the opening file once; it opens exactly the seal", async () => {
    const office = await openOffice(engine);
    const name = await office.holds(SIX);
    const [scrutineer, second] = office.scrutineers;
    const view = await links(office, scrutineer, name.electionId);
    const root = (await office.roundOf(name)).seal?.root ?? "";
    expect(view.toCheck).toEqual([{ round: 1, root }]);
    expect((await links(office, memberOf(office.seated[0] ?? ""), name.electionId)).toCheck).toEqual([]);
    const fetch = (member: Member, actionId: string, now = COUNTED) =>
      office.scrutinies.fetch(turnOf(member, now), name, actionId);
    const done = await fetch(scrutineer, "a1");
    expect(done).toMatchObject({ ok: true, value: { root, until: COUNTED + DAY } });
    const answer = await office.opened(done.ok ? done.value.url : "");
    const { ballots } = openingFileSchema.parse(JSON.parse(answer.body));
    expect(ballots.map((one) => one.choice).toSorted()).toEqual(SIX.toSorted());
    expect(ballots.map((one) => commitmentOf(name, one)).toSorted()).toEqual(
      (await office.roundOf(name)).seal?.commitments,
    );
    expect(await fetch(scrutineer, "a2")).toMatchObject({ reason: "already-fetched" });
    expect(await fetch(second, "a1")).toMatchObject({ ok: true });
    expect(await fetch(memberOf(office.seated[0] ?? ""), "a3")).toMatchObject({ reason: "not-scrutineer" });
    expect(JSON.stringify(await office.db.read.scrutiny.findMany())).not.toContain("Kandern");
  });

  it("who send the same request again get one link in place of the other, not more time", async () => {
    const office = await openOffice(engine);
    const name = await office.holds(SIX);
    const [scrutineer] = office.scrutineers;
    const fetch = (now: number) => office.scrutinies.fetch(turnOf(scrutineer, now), name, "a1");
    const both = await Promise.all([fetch(COUNTED), fetch(COUNTED)]);
    const urls = both.map((done) => (done.ok ? done.value.url : "refused"));
    const states = await Promise.all(urls.map(async (url) => (await office.opened(url)).status));
    expect(states.toSorted()).toEqual([200, 404]);
    expect(await office.db.read.scrutiny.count()).toBe(1);
    const later = await fetch(COUNTED + DAY - 1000);
    expect(later).toMatchObject({ ok: true, value: { until: COUNTED + DAY } });
    const url = later.ok ? later.value.url : "";
    expect((await office.opened(url, COUNTED + DAY - 1)).status).toBe(200);
    expect((await office.opened(url, COUNTED + DAY)).status).toBe(404);
    expect(await fetch(COUNTED + DAY)).toMatchObject({ reason: "already-fetched" });
  });

  it("cannot fetch twice by asking twice at once", async () => {
    const office = await openOffice(engine);
    const name = await office.holds(SIX);
    const turn = turnOf(office.scrutineers[0], COUNTED);
    const both = await Promise.all(["a1", "a2"].map((id) => office.scrutinies.fetch(turn, name, id)));
    expect(both.map((done) => (done.ok ? "ok" : done.reason)).toSorted()).toEqual(["already-fetched", "ok"]);
  });

  it("are refused without key, before the count, after the ballots are gone, and outside their own chat", async () => {
    const office = await openOffice(engine);
    const [scrutineer] = office.scrutineers;
    const turn = turnOf(scrutineer, COUNTED);
    const open = await office.opens();
    const fetch = () => office.scrutinies.fetch(turn, open, "a1");
    expect(await fetch()).toMatchObject({ reason: "not-counted" });
    for (const [at, choice] of SIX.entries()) await office.votes(open, office.seated[at] ?? "", choice);
    await office.service.closeDue(COUNTED);
    const channel = { ...turn, place: { ...turn.place, kind: "channel" as const } };
    expect(await office.scrutinies.fetch(channel, open, "a1")).toMatchObject({ reason: "not-personal" });
    const done = await fetch();
    const url = done.ok ? done.value.url : "";
    expect((await office.opened(url)).status).toBe(200);
    rmSync(office.folder, { recursive: true });
    expect(await office.scrutinies.fetch(turn, open, "a2")).toMatchObject({ reason: "no-key" });
    expect((await office.opened(url)).status).toBe(404);
    await office.db.write((tx) =>
      tx.election.update({ where: { id: open.electionId }, data: { erasedAt: new Date(COUNTED) } }),
    );
    expect(await office.scrutinies.fetch(turn, open, "a3")).toMatchObject({ reason: "erased" });
    expect((await links(office, scrutineer, open.electionId)).toCheck).toEqual([]);
  });

  it("lose the file with their role", async () => {
    const office = await openOffice(engine);
    const name = await office.holds(SIX);
    const [scrutineer] = office.scrutineers;
    const done = await office.scrutinies.fetch(turnOf(scrutineer, COUNTED), name, "a1");
    await office.db.write((tx) =>
      tx.electionRole.updateMany({
        where: { memberId: scrutineer.id, role: "scrutineer" },
        data: { until: new Date(COUNTED) },
      }),
    );
    expect((await office.opened(done.ok ? done.value.url : "")).status).toBe(404);
    expect(await office.scrutinies.confirm(turnOf(scrutineer, COUNTED), name, true)).toMatchObject({
      reason: "not-scrutineer",
    });
  });

  it("confirm once, after they fetched; both stand in the minutes", async () => {
    const office = await openOffice(engine);
    const name = await office.holds(SIX);
    const [one, two] = office.scrutineers;
    const confirm = (member: Member, agrees: boolean) =>
      office.scrutinies.confirm(turnOf(member, COUNTED), name, agrees);
    expect(await confirm(one, true)).toMatchObject({ reason: "not-fetched" });
    for (const [at, member] of [one, two].entries())
      await office.scrutinies.fetch(turnOf(member, COUNTED), name, `a${at}`);
    expect([await confirm(one, true), await confirm(one, true), await confirm(two, false)]).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect(await confirm(two, true)).toMatchObject({ reason: "already-confirmed" });
    const read = await fileOf(office, one, name.electionId);
    expect(read.confirmations.map(({ name: who, agrees }) => [who, agrees]).toSorted()).toEqual(
      [
        [one.name, true],
        [two.name, false],
      ].toSorted(),
    );
    expect(read.confirmations[0]?.root).toBe(read.rounds[0]?.seal?.root);
  });
});
