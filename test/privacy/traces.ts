/** A database in which every column that can hold a person holds one and the same marked person. */
import type { Db, Tx } from "../../src/db/store.ts";
import { shippedOrganisations } from "../../src/forum/organisations.ts";
import { forumRepository } from "../../src/forum/repository.prisma.ts";
import { columnsOf, tablesOf } from "./schema.ts";

export const NOW = Date.UTC(2026, 5, 1, 10);
const at = new Date(NOW - 1000);
const later = new Date(NOW + 86_400_000);

export const MARKED = {
  id: "0f0f0f0f-aaaa-4aaa-8aaa-00000000feed",
  tenantId: "11111111-0000-0000-0000-000000000001",
  aadObjectId: "0f0f0f0f-bbbb-4bbb-8bbb-00000000feed",
  teamsUserId: "29:marked-teams-user",
  name: "Amtsleitung Markierung",
} as const;
export const CHAT = "a:marked-personal-chat";
/** All that leads to the person. */
export const MARKS = [MARKED.id, MARKED.aadObjectId, MARKED.teamsUserId, MARKED.name, CHAT];
export const OTHER = "other";

const person = { memberId: MARKED.id };
const message = (id: string, key: string) => ({ id, key, kind: "test.told", subject: "s", dueAt: at });

async function people(tx: Tx): Promise<void> {
  const dated = { createdAt: at, updatedAt: at };
  await tx.member.create({ data: { ...MARKED, organisationKey: "kandern", ...dated } });
  const other = { tenantId: MARKED.tenantId, aadObjectId: "other-oid", teamsUserId: "29:other" };
  await tx.member.create({
    data: { id: OTHER, ...other, name: "Hauptamt", organisationKey: "binzen", ...dated },
  });
  await tx.coordinator.create({ data: { ...person, appointedById: OTHER, appointedAt: at } });
  await tx.coordinator.create({ data: { memberId: OTHER, appointedById: MARKED.id, appointedAt: at } });
  const change = { field: "name" as const, changedAt: at };
  await tx.memberChange.create({ data: { id: "c1", ...person, ...change } });
  await tx.memberChange.create({ data: { id: "c2", memberId: OTHER, changedById: MARKED.id, ...change } });
  const asked = { kind: "objection" as const, text: "Bitte prüfen", conversationId: CHAT, askedAt: at };
  await tx.privacyRequest.create({ data: { id: "q1", number: 1, ...person, ...asked } });
  const settled = { settledAt: at, settledById: MARKED.id, answer: "Erledigt" };
  await tx.privacyRequest.create({
    data: { id: "q2", number: 2, memberId: OTHER, ...asked, conversationId: "a:other", ...settled },
  });
  const way = { tenantId: MARKED.tenantId, serviceUrl: "https://x.example/", botId: "28:bot" };
  await tx.conversation.create({ data: { id: CHAT, kind: "personal", ...way, ...person } });
  await tx.conversation.create({ data: { id: "19:channel", kind: "channel", ...way } });
  const group = { topic: "t", purpose: "p", contact: "Amt" };
  await tx.workingGroup.create({ data: { id: "g", name: "G", nameKey: "g", ...group, ...dated } });
  await tx.groupMember.create({ data: { groupId: "g", ...person, joinedAt: at } });
  await tx.optOut.create({ data: { ...person, topic: "digest", since: at } });
  const seat = { standInId: MARKED.id, probeFor: MARKED.id };
  await tx.seat.create({
    data: { party: "kandern", ...seat, deputies: { create: [{ ...person, namedAt: at }] } },
  });
  await tx.seat.create({ data: { party: "binzen", delegateId: MARKED.id } });
  await tx.pageLink.create({
    data: {
      id: "l",
      secretHash: "h",
      kind: "privacy.json",
      subject: "own",
      ...person,
      createdAt: at,
      expiresAt: later,
    },
  });
}

async function records(tx: Tx): Promise<void> {
  const record = { kind: "product" as const, title: "T", text: "x", stage: "inUse" as const, revision: 1 };
  const placed = { organisationKey: "kandern", recordedAt: at };
  const mine = { ...record, ...placed, recordedById: MARKED.id };
  const source = { sourceKey: `${CHAT}|1`, sourceLink: `https://teams.example/${CHAT}/1` };
  await tx.exchange.create({ data: { id: "own", ...mine, ...source, objectedAt: at } });
  await tx.exchange.create({ data: { id: "shared", ...mine, authorId: MARKED.id } });
  const key = `${MARKED.tenantId}|${MARKED.aadObjectId}`;
  const others = { ...record, ...placed, recordedById: OTHER };
  await tx.exchange.create({ data: { id: "said", ...others, authorKey: key, sourceKey: "19:channel|7" } });
  const revision = { kind: record.kind, title: "T0", text: "x0", stage: record.stage };
  const changed = { changedById: MARKED.id, changedAt: at };
  await tx.exchangeRevision.create({ data: { exchangeId: "said", revision: 1, ...revision, ...changed } });
  const experience = { text: "gut", createdAt: at };
  await tx.exchangeExperience.create({
    data: { id: "e1", exchangeId: "said", ...person, organisationKey: "kandern", ...experience },
  });
  await tx.exchangeExperience.create({
    data: { id: "e2", exchangeId: "shared", memberId: OTHER, organisationKey: "binzen", ...experience },
  });
  await tx.exchangeMark.create({
    data: { exchangeId: "said", organisationKey: "kandern", kind: "uses", ...person, at },
  });
  await tx.procurementHint.create({
    data: { subject: "product:t", raisedAt: at, doneAt: at, doneById: MARKED.id },
  });
}

async function rules(tx: Tx): Promise<void> {
  const asked = { question: "f", reason: "unknown", askedAt: at };
  const mine = { ...asked, askedById: MARKED.id, threadId: null };
  await tx.rulesTicket.create({
    data: { id: "t1", number: 1, ...mine, state: "open", conversationId: CHAT },
  });
  await tx.rulesTicket.create({
    data: { id: "t2", number: 2, ...mine, state: "open", conversationId: "19:channel" },
  });
  await tx.rulesTicket.create({
    data: { id: "t3", number: 3, ...asked, state: "taken", takenById: MARKED.id, conversationId: "a:other" },
  });
  const given = { questions: "f", answer: "a", givenAt: at, givenById: MARKED.id };
  await tx.rulesInformation.create({ data: { id: "i", ...given, endedAt: at, endedById: MARKED.id } });
  const rated = { helpful: true, question: "f", answer: "a", sources: [], at };
  await tx.rulesFeedback.create({ data: { answerId: "a", ...person, ...rated } });
  const paper = {
    title: "P",
    titleKey: "p",
    version: 1,
    kind: "rule" as const,
    scope: "s",
    fileName: "p.txt",
  };
  const imported = { format: "txt", sha256: "0", importedAt: at, importedById: MARKED.id };
  await tx.rulesDocument.create({ data: { id: "d", ...paper, ...imported } });
}

async function dates(tx: Tx): Promise<void> {
  const meeting = { startsAt: "2026-07-01T09:00", minutes: 120, place: "Saal", plannedAt: at };
  await tx.meeting.create({ data: { id: "m", ...meeting } });
  const deputy = `Frau ${MARKED.name}`;
  await tx.meetingReply.create({
    data: { meetingId: "m", party: "kandern", reply: "vertretung", deputy, repliedAt: at },
  });
  await tx.meetingPaper.create({
    data: {
      id: "p",
      meetingId: "m",
      kind: "minutes",
      title: "N",
      link: "https://x.example/n",
      addedById: MARKED.id,
      addedAt: at,
    },
  });
  await tx.agendaItem.create({
    data: { id: "a", title: "Punkt", party: "kandern", proposerId: MARKED.id, position: 1, createdAt: at },
  });
  const poll = { quarter: "2026-07-01", minutes: 120, place: "Saal", createdAt: at, closesAt: later };
  await tx.datePoll.create({ data: { id: "d", ...poll, createdById: MARKED.id } });
  await tx.partyLeave.create({
    data: { party: "binzen", lastDay: "2026-12-31", recordedById: MARKED.id, recordedAt: at },
  });
  await tx.schoolYearCheck.create({ data: { year: 2026, confirmedBy: MARKED.id, confirmedAt: at } });
  await tx.calendarNote.create({ data: { key: `note|${MARKED.id}`, sent: true, settledAt: at } });
}

/** An election in its round `phase`. */
async function elections(tx: Tx, phase: "voting" | "closed"): Promise<void> {
  const { name } = MARKED;
  const over = { state: "elected" as const, winner: name, objectionUntil: at };
  await tx.election.create({ data: { id: "e", office: "chair", startedAt: at, ...over } });
  const stands = { nominatedById: MARKED.id, nominatedAt: at, consentedAt: at };
  await tx.candidacy.create({ data: { electionId: "e", name, ...person, party: "kandern", ...stands } });
  const role = { electionId: "e", ...person, name, party: "kandern", since: at };
  await tx.electionRole.create({ data: { ...role, role: "scrutineer" } });
  await tx.electionRole.create({ data: { ...role, role: "officer" } });
  const change = { what: "delegateChange", party: "kandern", from: OTHER, to: MARKED.id };
  const payload = { ...change, fromName: "Hauptamt", toName: name };
  await tx.electionProposal.create({
    data: {
      ...{ id: "pr", electionId: "e", round: 1, kind: "delegateChange", payload },
      ...{ proposedById: MARKED.id, proposedAt: at },
      approvals: { create: [{ ...person, name, approvedAt: at }] },
    },
  });
  await tx.objection.create({
    data: { id: "ob", electionId: "e", ...person, party: "kandern", text: "Einspruch", raisedAt: at },
  });
  const sealed = phase === "voting" ? {} : { sealedAt: later };
  const times = { opensAt: at, closesAt: later, turnoutAt: at, ...sealed };
  await tx.electionRound.create({
    data: {
      ...{ electionId: "e", number: 1, stage: "first", phase, candidates: [name], entitled: 36, quorum: 18 },
      ...times,
    },
  });
  const entry = { electionId: "e", number: 1, voted: true };
  await tx.registerEntry.create({
    data: { ...entry, party: "kandern", holderId: MARKED.id, delegateId: MARKED.id, deputies: [] },
  });
  await tx.registerEntry.create({
    data: { ...entry, party: "binzen", holderId: OTHER, delegateId: OTHER, deputies: ["else", MARKED.id] },
  });
  await tx.scrutiny.create({ data: { electionId: "e", number: 1, ...person, fetchedAt: at } });
  await tx.electionRule.create({
    data: { version: 1, settings: {}, savedById: MARKED.id, savedAt: at },
  });
  const motion = { number: 1, title: "A", text: "t", way: "vote" as const, majority: "simple" as const };
  const stands2 = { state: "accepted" as const, quorum: 1, entitled: 1, createdById: MARKED.id };
  await tx.decision.create({
    data: { id: "de", ...motion, ...stands2, createdAt: at, closesAt: at, settledAt: at },
  });
  await tx.decisionSeat.create({
    data: { decisionId: "de", party: "kandern", holderId: MARKED.id, choice: "ja", votedAt: at },
  });
}

async function messages(tx: Tx): Promise<void> {
  const done = { state: "delivered" as const, settledAt: at };
  const { id, name, aadObjectId } = MARKED;
  const payload = { deputyId: id, said: `Von ${name}`, [aadObjectId]: true };
  await tx.outboxItem.create({ data: { ...message("1", "k1"), ...person, payload } });
  await tx.outboxItem.create({ data: { ...message("2", "k2"), conversationId: CHAT, ...done } });
  await tx.outboxItem.create({ data: { ...message("3", "k3"), memberId: OTHER, sentTo: CHAT, ...done } });
  await tx.outboxItem.create({ data: { ...message("4", `k4|${id}`), memberId: OTHER, ...done } });
  await tx.outboxItem.create({ data: { ...message("5", `k5|${id}`), memberId: OTHER, payload } });
  await tx.outboxItem.create({ data: { ...message("6", "k6"), subject: id, memberId: OTHER } });
  await tx.outboxItem.create({ data: { ...message("7", "k7"), memberId: OTHER, replaces: `k4|${id}` } });
  const failed = { memberId: OTHER, state: "undeliverable" as const, settledAt: at };
  await tx.outboxItem.create({ data: { ...message("8", "k8"), ...failed } });
  await tx.outboxKept.create({ data: { itemId: "8", payload } });
  const act = { kind: "test", at };
  const form = `form|x|${MARKED.tenantId}|${aadObjectId}`;
  await tx.appliedAction.create({ data: { key: form, subject: "r", ...act } });
  await tx.appliedAction.create({ data: { key: `typed|${CHAT}|1`, subject: "r", ...act } });
  await tx.appliedAction.create({ data: { key: "form|y|t|other-oid", subject: id, ...act } });
  await tx.appliedAction.create({ data: { key: "form|z|t|other-oid", subject: "r", ...act } });
}

/** Fills every table. */
export async function leaveTraces(db: Db, phase: "voting" | "closed" = "closed"): Promise<void> {
  await forumRepository(db).seed(shippedOrganisations(), "Probeforum");
  await db.write(async (tx) => {
    await people(tx);
    await records(tx);
    await rules(tx);
    await dates(tx);
    await elections(tx, phase);
    await messages(tx);
  });
}

export type Trace = { readonly at: string; readonly row: string; readonly value: string };

type Door = { findMany(): Promise<Record<string, unknown>[]> };

const rowsOf = async (db: Db, table: string): Promise<Record<string, unknown>[]> => {
  const doors = db.read as unknown as Record<string, Door | undefined>;
  const door = doors[`${table[0]?.toLowerCase()}${table.slice(1)}`];
  if (!door) throw new Error(`no table ${table}`);
  return door.findMany();
};

/** Every cell of the whole database that bears one of the marks. */
export async function tracesIn(db: Db, marks: readonly string[]): Promise<readonly Trace[]> {
  const found: Trace[] = [];
  for (const table of tablesOf(columnsOf()))
    for (const row of await rowsOf(db, table))
      for (const [column, cell] of Object.entries(row)) {
        const value = JSON.stringify(cell) ?? "";
        if (marks.some((mark) => value.includes(mark)))
          found.push({ at: `${table}.${column}`, row: JSON.stringify(row), value });
      }
  return found;
}
