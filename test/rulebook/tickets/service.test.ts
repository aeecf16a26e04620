import { beforeEach, describe, expect, it } from "vitest";
import { careJob } from "../../../src/rulebook/tickets/job.ts";
import type { Ticket } from "../../../src/rulebook/tickets/ticket.ts";
import { systemIds } from "../../../src/system/ids.ts";
import type { Turn } from "../../../src/turn/turn.ts";
import { textOf } from "../../support/card.ts";
import { engines } from "../../support/database.ts";
import { draft } from "../information/known.ts";
import { DAY, NOON, office, services, turnOf } from "./office.ts";

type Office = Awaited<ReturnType<typeof office>>;
type Rendered = Awaited<ReturnType<Office["told"]>>[number];

const NEW = { kind: "new" as const, seen: [] };
const QUESTION = "Wer zahlt die Geschäftsstelle?";

const reasonOf = (done: object): unknown => ("reason" in done ? done.reason : "ok");
const wordsOf = ({ rendered }: Rendered): string =>
  "send" in rendered && rendered.send.kind === "card" ? textOf(rendered.send.card) : JSON.stringify(rendered);

describe.each(engines)("passed-on questions on %s", (engine) => {
  let it_: Office;
  beforeEach(async () => {
    it_ = await office(engine);
  });

  const key = systemIds;
  async function passes(turn: Turn, question = QUESTION, by = key()): Promise<Ticket> {
    const done = await it_.tickets.passOn(turn, { key: by, question, reason: "fees", answered: "Nichts." });
    if (!done.ok) throw new Error(`refused: ${done.reason}`);
    return done.value;
  }
  const answers = (turn: Turn, id: string, more = {}, by = key()) =>
    it_.tickets.answer(turn, { key: by, id, draft: draft(), target: NEW, ...more });
  const settled = async () => (await it_.told()).filter(({ kind }) => kind === "rules.settled");

  it("become tickets with running numbers, also when all come at once", async () => {
    const made = await Promise.all(["a", "b", "c", "d", "e"].map((one) => passes(turnOf("mia"), one)));
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await it_.tickets.openQuestions()).toHaveLength(5);
  });

  it("are told to every coordinator but the one who asks", async () => {
    await passes(turnOf("mia"));
    await passes(turnOf("kim"), "Etwas anderes?");
    const told = await it_.told();
    expect(told.map(({ to }) => to).sort()).toEqual(["kim", "lou", "lou"]);
    expect(told.map(wordsOf).join("\n")).toContain("Neue Frage Nr. 1 an die Koordination");
    expect(told.map(wordsOf).join("\n")).toContain(QUESTION);
  });

  it("are one ticket for one person, whatever the spelling, the place and the number of presses", async () => {
    const first = await passes(turnOf("mia"));
    const spelled = "wer   ZAHLT die Geschaeftsstelle";
    const again = await Promise.all([
      passes(turnOf("mia"), spelled),
      passes(turnOf("mia", { conversationId: "19:c", threadId: "7" }), spelled),
      passes(turnOf("mia"), QUESTION, "same"),
      passes(turnOf("mia"), QUESTION, "same"),
    ]);
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set([first.id]));
    expect(await it_.db.read.rulesTicket.count()).toBe(1);
    expect(await it_.told()).toHaveLength(2);
  });

  it("of several people with the same wording are several tickets, one group, told once", async () => {
    await passes(turnOf("mia"));
    const second = await passes(turnOf("noor"), "Wer zahlt die Geschäftsstelle");
    expect(second).toMatchObject({ number: 2, shared: true });
    expect(await it_.db.read.rulesTicket.count()).toBe(2);
    expect(await it_.told()).toHaveLength(2);
    expect(await it_.tickets.openQuestions()).toEqual([{ number: 1, question: QUESTION, askedAt: NOON }]);
  });

  it("need a member, a question of some words, and not too many of them", async () => {
    const tried = async (turn: Turn, question: string) =>
      reasonOf(await it_.tickets.passOn(turn, { key: key(), question, reason: "x" }));
    expect(await tried(turnOf("guest"), QUESTION)).toBe("notMember");
    expect(await tried(turnOf("office"), QUESTION)).toBe("notMember");
    expect(await tried(turnOf("mia"), " ?! ")).toBe("questionMissing");
    expect(await tried(turnOf("mia"), "ä".repeat(2_001))).toBe("questionTooLong");
    for (let n = 0; n < 20; n += 1) await passes(turnOf("mia"), `Frage ${n}?`);
    expect(await tried(turnOf("mia"), "Noch eine?")).toBe("tooMany");
    expect(await it_.db.read.rulesTicket.count()).toBe(20);
  });

  it("are taken by one of two coordinators at once, with all that ask the same", async () => {
    const { id } = await passes(turnOf("mia"));
    await passes(turnOf("noor"));
    const both = await Promise.all(
      (["kim", "lou", "office"] as const).map((who) => it_.tickets.take(turnOf(who), { key: key(), id })),
    );
    expect(both.map(reasonOf).sort()).toEqual(["ok", "taken", "taken"]);
    const rows = await it_.ticketStore.unsettled();
    expect(new Set(rows.map(({ takenById }) => takenById)).size).toBe(1);
    expect(rows.map(({ state }) => state)).toEqual(["taken", "taken"]);
  });

  it("asked again while somebody is at them are with him or her as well, until given back", async () => {
    const { id } = await passes(turnOf("mia"));
    await it_.tickets.take(turnOf("kim"), { key: key(), id });
    const second = await passes(turnOf("noor"));
    expect(second).toMatchObject({ state: "taken", takenById: "kim" });
    expect(reasonOf(await answers(turnOf("lou"), id))).toBe("takenByOther");
    await it_.tickets.giveBack(turnOf("lou"), { key: key(), id });
    expect((await it_.ticketStore.unsettled()).map(({ state }) => state)).toEqual(["open", "open"]);
    expect(reasonOf(await answers(turnOf("lou"), id))).toBe("ok");
  });

  it("are answered once: equal ones with it, told where each was asked, and in force at once", async () => {
    const { id } = await passes(turnOf("mia"));
    await passes(turnOf("noor", { conversationId: "19:c@thread.tacv2", threadId: "77" }));
    await passes(turnOf("noor"), "Etwas anderes?");
    const both = await Promise.all([answers(turnOf("kim"), id), answers(turnOf("lou"), id)]);
    expect(both.map(reasonOf).sort()).toEqual(["ok", "settled"]);
    expect(it_.changes()).toBe(1);
    expect(await it_.information.current()).toMatchObject([
      { questions: [QUESTION], answer: "Der Landkreis zahlt sie.", givenOn: "2026-03-02", corrects: null },
    ]);
    const told = await settled();
    expect(told.map(({ to }) => to).sort()).toEqual(["19:c@thread.tacv2;77", "a:mia"]);
    for (const one of told) expect(wordsOf(one)).toContain("Auskunft der Koordination vom 02.03.2026");
    expect(await it_.tickets.openQuestions()).toMatchObject([{ question: "Etwas anderes?" }]);
  });

  it("answered by a repeated press are answered once, and the second press is told the same", async () => {
    const { id } = await passes(turnOf("mia"));
    const presses = await Promise.all([1, 2, 3].map(() => answers(turnOf("kim"), id, {}, "same")));
    expect(presses.map(reasonOf)).toEqual(["ok", "ok", "ok"]);
    expect(await it_.db.read.rulesInformation.count()).toBe(1);
    expect(await settled()).toHaveLength(1);
  });

  it("leave nothing behind when something fails in the middle", async () => {
    const { id } = await passes(turnOf("mia"));
    const broken = services(it_.db, { enqueue: async () => Promise.reject(new Error("full")) });
    const turn = turnOf("kim");
    await expect(
      broken.tickets.answer(turn, { key: "x", id, draft: draft(), target: NEW }),
    ).rejects.toThrow();
    await expect(
      broken.tickets.close(turn, { key: "y", id, reason: "Gehört nicht hierher." }),
    ).rejects.toThrow();
    await expect(
      broken.tickets.passOn(turnOf("noor"), { key: "z", question: "Neu?", reason: "x" }),
    ).rejects.toThrow();
    expect(await it_.db.read.rulesInformation.count()).toBe(0);
    expect(await it_.ticketStore.unsettled()).toMatchObject([{ id, state: "open" }]);
    expect(broken.changes()).toBe(0);
    expect(reasonOf(await answers(turn, id, {}, "x"))).toBe("ok");
  });

  it("keep their state while the answer has mistakes or the card is corrected by somebody else", async () => {
    const { id } = await passes(turnOf("mia"));
    const wrong = await answers(turnOf("kim"), id, { draft: draft({ answer: "", corrects: "gone" }) });
    expect(wrong).toMatchObject({ problems: ["answerMissing", "cardUnknown"] });
    const correcting = draft({ corrects: "wb-chair" });
    await it_.information.save(turnOf("lou"), { key: key(), draft: correcting, target: NEW });
    expect(reasonOf(await answers(turnOf("kim"), id, { draft: correcting }))).toBe("changedMeanwhile");
    expect(await it_.ticketStore.unsettled()).toHaveLength(1);
    const [first] = await it_.information.current();
    const knowing = { draft: correcting, target: { kind: "new", seen: [first?.id ?? ""] } };
    expect(reasonOf(await answers(turnOf("kim"), id, knowing))).toBe("ok");
    expect(await it_.information.current()).toHaveLength(1);
  });

  it("are closed with a reason that the askers read", async () => {
    const { id } = await passes(turnOf("mia"));
    expect(reasonOf(await it_.tickets.close(turnOf("kim"), { key: key(), id, reason: " " }))).toBe(
      "closedReasonMissing",
    );
    await it_.tickets.close(turnOf("kim"), { key: key(), id, reason: "Das regelt <at>Ihre</at> Satzung." });
    expect((await settled()).map(wordsOf).join()).toContain("Das regelt &lt;at>Ihre&lt;/at> Satzung.");
    expect(reasonOf(await it_.tickets.take(turnOf("kim"), { key: key(), id }))).toBe("settled");
    expect(reasonOf(await it_.tickets.giveBack(turnOf("kim"), { key: key(), id }))).toBe("settled");
  });

  it("are nobody's business but the coordinators'", async () => {
    const { id } = await passes(turnOf("mia"));
    for (const who of ["mia", "guest"] as const) {
      const turn = turnOf(who);
      const tried = await Promise.all([
        it_.tickets.take(turn, { key: key(), id }),
        it_.tickets.giveBack(turn, { key: key(), id }),
        it_.tickets.close(turn, { key: key(), id, reason: "Nein." }),
        it_.tickets.open(turn, id),
        answers(turn, id),
      ]);
      expect(new Set(tried.map(reasonOf))).toEqual(new Set(["notCoordinator"]));
    }
    expect(reasonOf(await answers(turnOf("kim"), "nowhere"))).toBe("gone");
  });

  it("of somebody who has left are answered without a message", async () => {
    const { id } = await passes(turnOf("mia"));
    const other = await passes(turnOf("noor"), "Etwas anderes?");
    await it_.db.write((tx) => tx.rulesTicket.update({ where: { id }, data: { askedById: null } }));
    await answers(turnOf("kim"), id);
    expect(await settled()).toEqual([]);
    await answers(turnOf("kim"), other.id);
    await it_.db.write((tx) => tx.member.delete({ where: { id: "noor" } }));
    expect((await settled()).map(({ rendered }) => rendered)).toEqual([{ drop: "notEntitled" }]);
  });

  it("tell what is in force when the message leaves", async () => {
    const { id } = await passes(turnOf("mia"));
    await answers(turnOf("kim"), id);
    const [given] = await it_.information.current();
    const target = { kind: "change" as const, id: given?.id ?? "" };
    const better = draft({ answer: "Der Landkreis und die Gemeinden zahlen sie." });
    const changed = await it_.information.save(turnOf("lou"), { key: key(), draft: better, target });
    expect((await settled()).map(wordsOf).join()).toContain("Der Landkreis und die Gemeinden");
    await it_.information.withdraw(turnOf("lou"), key(), changed.ok ? changed.value.id : "");
    expect((await settled()).map(wordsOf).join()).toContain("hat ihre Auskunft dazu zurückgezogen");
  });

  it("are not announced once somebody is at them, nor to somebody who no longer coordinates", async () => {
    const { id } = await passes(turnOf("mia"));
    const rendered = async (among = it_) => (await among.told()).map((one) => one.rendered);
    const later = { ...it_, ...services(it_.db, { coordinators: ["lou"] }) };
    expect((await rendered(later)).map((one) => "drop" in one && one.drop)).toEqual(["notEntitled", false]);
    await it_.tickets.take(turnOf("kim"), { key: key(), id });
    expect(await rendered()).toEqual([{ drop: "superseded" }, { drop: "superseded" }]);
  });

  it("forget who asked and where 90 days after they were settled, not before", async () => {
    const { id } = await passes(turnOf("mia", { conversationId: "19:c", threadId: "7" }));
    const open = await passes(turnOf("noor"), "Etwas anderes?");
    await answers(turnOf("kim"), id);
    const prune = it_.feedbackStore.prune;
    const job = careJob({ anonymise: it_.ticketStore.anonymise, prune });
    await job.run(NOON + 90 * DAY - 1);
    expect(await it_.ticketStore.byId(id)).toMatchObject({ askedById: "mia", conversationId: "19:c" });
    await job.run(NOON + 90 * DAY);
    const gone = { askedById: null, conversationId: "", threadId: null };
    expect(await it_.ticketStore.byId(id)).toMatchObject({ ...gone, question: QUESTION, state: "answered" });
    expect(await it_.ticketStore.byId(open.id)).toMatchObject({ askedById: "noor" });
    expect(await it_.ticketStore.anonymise(NOON + 90 * DAY)).toBe(0);
  });
});
