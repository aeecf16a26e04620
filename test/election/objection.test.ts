/** Objections: who, until when, and who hears of it, on both databases. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { objectionRepository } from "../../src/election/people/objection.repository.prisma.ts";
import { objectionNotices } from "../../src/election/people/objection.service.ts";
import { checkPeriod, checkReason, LONGEST_REASON } from "../../src/election/people/objection.ts";
import { textOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { CHANNEL, CLOSES, type Hall, memberOf, openHall, turnOf } from "./hall.ts";

const DAY = 86_400_000;

describe("the time for objections", () => {
  it("begins with the acceptance and ends with its last instant", () => {
    const elected = { state: "elected", objectionUntil: 100 } as const;
    expect(checkPeriod(elected, 99).ok).toBe(true);
    expect(checkPeriod(elected, 100)).toEqual({ ok: false, reason: "too-late" });
    for (const state of ["acceptance", "voting", "not_elected", "cancelled"] as const)
      expect(checkPeriod({ ...elected, state }, 1)).toEqual({ ok: false, reason: "nobody-elected" });
  });

  it("asks for a reason in writing", () => {
    for (const nothing of ["", "   ", "nein\n\n\n\n\n\n"])
      expect(checkReason(nothing)).toEqual({ ok: false, reason: "reason-missing" });
    expect(checkReason("\u0000\u202e\ud800 Ein\tGrund,\n lang genug.")).toEqual({
      ...{ ok: true, value: "Ein\tGrund,\n lang genug." },
    });
    expect(checkReason("x".repeat(LONGEST_REASON + 1))).toEqual({ ok: false, reason: "reason-too-long" });
    expect(checkReason("  Die Frist war zu kurz. ")).toEqual({ ok: true, value: "Die Frist war zu kurz." });
  });
});

/** The head of the first seat is elected and has accepted one hour after the close. */
async function elected(hall: Hall) {
  const [party = ""] = hall.seated;
  const name = await hall.opens([party]);
  const id = name.electionId;
  const memberId = memberOf(party).id;
  await hall.db.write((tx) => tx.candidacy.updateMany({ data: { memberId, party } }));
  for (const one of hall.seated) await hall.votes(name, one, party);
  await hall.service.closeDue(CLOSES + 2_000);
  const accepted = CLOSES + 3_600_000;
  const answer = await hall.service.candidacy.answer(turnOf(memberOf(party), accepted), id, party, "accept");
  if (!answer.ok) throw new Error(answer.reason);
  return { id, party, accepted };
}

describe.each(engines)("an objection on %s", (engine) => {
  it("is stored once, told to officer, scrutineers and chair, and to nobody else", async () => {
    const hall = await openHall(engine, { seats: 7 });
    const { id, party, accepted } = await elected(hall);
    const [, other = ""] = hall.seated;
    const turn = turnOf(memberOf(other), accepted + DAY);
    const actionId = randomUUID();
    const reason = "Die Frist war [zu](https://x.example) kurz.";
    const { raise } = hall.service.objections;
    const both = await Promise.all([
      raise(turn, { actionId, election: id, reason }),
      raise(turn, { actionId, election: id, reason }),
    ]);
    expect(both).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await hall.service.objections.count(id)).toBe(1);
    const told = await hall.db.read.outboxItem.findMany({ where: { kind: "election.objected" } });
    const expected = [hall.roles.officer, ...hall.roles.scrutineers, memberOf(party).id];
    expect(told.map((one) => one.key.split("|").at(-1)).sort()).toEqual([...expected].sort());
    const [first] = await hall.db.read.objection.findMany();
    const render = objectionNotices({
      ...hall,
      objections: objectionRepository(hall.db),
      organisationName: (key) => key,
      trial: false,
    })["election.objected"];
    const notice = {
      ...{ key: "k", kind: "election.objected", subject: first?.id ?? "" },
      ...{ to: { member: "m" }, dueAt: 0, expiresAt: null },
    };
    const sent = await render(notice, 0);
    if (!("send" in sent) || sent.send.kind !== "card") throw new Error("nothing is told");
    expect(textOf(sent.send.card)).toContain("Die Frist war \\[zu\\](https://x.example) kurz.");
    expect(await render({ ...notice, subject: "gone" }, 0)).toEqual({ drop: "gone" });
  });

  it("is for delegates within the time, in the personal chat", async () => {
    const hall = await openHall(engine, { seats: 7 });
    const { id, accepted } = await elected(hall);
    const [, other = ""] = hall.seated;
    const until = (await hall.elections.election(id))?.objectionUntil ?? 0;
    expect(until).toBe(accepted + 7 * DAY);
    const tries = (turn: ReturnType<typeof turnOf>, election = id) =>
      hall.service.objections.raise(turn, {
        ...{ actionId: randomUUID(), election, reason: "Die Frist war zu kurz." },
      });
    const refused = (reason: string) => ({ ok: false, reason });
    expect(await tries(turnOf(memberOf(other), until))).toEqual(refused("too-late"));
    expect(await tries(turnOf(memberOf(other, 2), until - 1))).toEqual(refused("not-delegate"));
    expect(await tries(turnOf(null, until - 1, true))).toEqual(refused("not-delegate"));
    expect(await tries(turnOf(memberOf(other), until - 1), "none")).toEqual(refused("gone"));
    const there = turnOf(memberOf(other), until - 1);
    const place = { ...there.place, kind: "channel" as const, conversationId: CHANNEL };
    expect(await tries({ ...there, place })).toEqual(refused("not-personal"));
    expect(await tries(turnOf(memberOf(other), until - 1))).toEqual({ ok: true, value: null });
    expect(await hall.service.objections.count(id)).toBe(1);
  });
});
