/** Everything stored about one person, read from the tables, section by section. */
import type { Reader } from "../db/store.ts";
import type { Fact, OwnData } from "./own.ts";
import { care } from "./own-deeds.prisma.ts";
import { authorKeyOf, type Person } from "./person.ts";

async function identity(read: Reader, id: string): Promise<OwnData> {
  const row = await read.member.findUniqueOrThrow({
    where: { id },
    include: {
      organisation: { select: { name: true } },
      seat: { select: { party: true } },
      deputyFor: true,
      coordinator: true,
      groups: { include: { group: { select: { name: true } } }, orderBy: { joinedAt: "asc" } },
      conversations: { select: { id: true } },
      optOuts: true,
      changes: { orderBy: { changedAt: "asc" } },
      privacyRequests: { orderBy: { number: "asc" } },
    },
  });
  const { name, createdAt, source, noticeVersion, noticeShownAt, leftAt } = row;
  const profile = { name, organisation: row.organisation.name, since: createdAt, source };
  const roles: Fact[] = [
    ...(row.seat ? [{ role: "delegate", party: row.seat.party }] : []),
    ...(row.deputyFor ? [{ role: "deputy", party: row.deputyFor.party, since: row.deputyFor.namedAt }] : []),
    ...(row.coordinator ? [{ role: "coordinator", since: row.coordinator.appointedAt }] : []),
  ];
  const { tenantId, aadObjectId, teamsUserId } = row;
  return {
    profile: [{ ...profile, noticeVersion, noticeShownAt, leftAt }],
    roles,
    groups: row.groups.map(({ group, joinedAt }) => ({ name: group.name, since: joinedAt })),
    optOuts: row.optOuts.map(({ topic, since }) => ({ topic, since })),
    history: row.changes.map(({ field, changedAt }) => ({ field, at: changedAt })),
    requests: row.privacyRequests
      .filter(({ kind }) => kind !== "erasure")
      .map(({ number, kind, text, askedAt, settledAt, answer }) => ({
        ...{ number, kind, text, at: askedAt, settledAt, answer },
      })),
    technical: [
      { tenantId, aadObjectId, teamsUserId },
      ...row.conversations.map(({ id: chat }) => ({ chat })),
    ],
  };
}

async function records(read: Reader, person: Person): Promise<OwnData> {
  const id = person.memberId;
  const exchange = { select: { title: true } };
  const own = await read.exchange.findMany({
    where: { OR: [{ recordedById: id }, { authorId: id }, { authorKey: authorKeyOf(person) }] },
    orderBy: { recordedAt: "asc" },
  });
  const of = { where: { memberId: id }, include: { exchange } } as const;
  const changes = await read.exchangeRevision.findMany({
    where: { changedById: id },
    include: { exchange },
    orderBy: { changedAt: "asc" },
  });
  return {
    records: own.map(({ title, text, recordedById, recordedAt, deletedAt }) => ({
      ...{ role: recordedById === id ? "recorded" : "author", title, text, at: recordedAt, deletedAt },
    })),
    changes: changes.map((one) => ({ title: one.exchange.title, act: one.act, at: one.changedAt })),
    experiences: (await read.exchangeExperience.findMany(of)).map((one) => ({
      ...{ title: one.exchange.title, text: one.text, at: one.createdAt, deletedAt: one.deletedAt },
    })),
    marks: (await read.exchangeMark.findMany(of)).map((one) => ({
      ...{ title: one.exchange.title, kind: one.kind, at: one.at },
    })),
  };
}

async function ballots(read: Reader, id: string): Promise<OwnData> {
  const election = { select: { office: true } };
  const registers = await read.registerEntry.findMany({
    where: { holderId: id },
    include: { round: { select: { election } } },
    orderBy: [{ electionId: "asc" }, { number: "asc" }],
  });
  const votes = await read.decisionSeat.findMany({
    where: { holderId: id },
    include: { decision: { select: { title: true } } },
  });
  const roles = await read.electionRole.findMany({ where: { memberId: id }, include: { election } });
  const stands = await read.candidacy.findMany({
    where: { OR: [{ memberId: id }, { nominatedById: id }] },
    include: { election },
  });
  const objections = await read.objection.findMany({ where: { memberId: id }, include: { election } });
  return {
    participation: registers.map(({ round, number, voted }) => ({
      ...{ office: round.election.office, round: number, voted },
    })),
    votes: votes.map(({ decision, choice, votedAt }) => ({ title: decision.title, choice, at: votedAt })),
    elections: [
      ...roles.map((one) => ({
        ...{ role: one.role, office: one.election.office, since: one.since, until: one.until },
      })),
      ...stands.map((one) => ({
        ...{ role: one.memberId === id ? "candidate" : "nominated", office: one.election.office },
        ...{ name: one.name, at: one.nominatedAt },
      })),
      ...objections.map((one) => ({
        ...{ role: "objection", office: one.election.office, text: one.text, at: one.raisedAt },
      })),
    ],
  };
}

/** Replies are those of a municipality; they are shown to who answers for it. */
async function dates(read: Reader, id: string): Promise<OwnData> {
  const seat = await read.seat.findUnique({ where: { delegateId: id }, select: { party: true } });
  const replies = seat
    ? await read.meetingReply.findMany({
        where: { party: seat.party },
        include: { meeting: { select: { startsAt: true } } },
      })
    : [];
  const agenda = await read.agendaItem.findMany({ where: { proposerId: id }, orderBy: { createdAt: "asc" } });
  return {
    dates: replies.map(({ meeting, reply, deputy, repliedAt }) => ({
      ...{ meeting: meeting.startsAt.replace("T", " "), reply, deputy, at: repliedAt },
    })),
    agenda: agenda.map(({ title, createdAt }) => ({ title, at: createdAt })),
  };
}

async function answers(read: Reader, id: string): Promise<OwnData> {
  const asked = await read.rulesTicket.findMany({ where: { askedById: id }, orderBy: { number: "asc" } });
  const rated = await read.rulesFeedback.findMany({ where: { memberId: id }, orderBy: { at: "asc" } });
  return {
    questions: asked.map(({ number, question, state, askedAt }) => ({
      number,
      question,
      state,
      at: askedAt,
    })),
    ratings: rated.map(({ question, helpful, comment, at }) => ({ question, helpful, comment, at })),
  };
}

async function sent(read: Reader, id: string): Promise<OwnData> {
  const rows = await read.outboxItem.findMany({
    where: { memberId: id, traceless: false },
    select: { kind: true, state: true, dueAt: true },
    orderBy: { dueAt: "asc" },
  });
  const links = await read.pageLink.findMany({ where: { memberId: id }, orderBy: { createdAt: "asc" } });
  return {
    messages: rows.map(({ kind, state, dueAt }) => ({ kind, state, at: dueAt })),
    links: links.map(({ kind, createdAt, expiresAt }) => ({ kind, at: createdAt, expiresAt })),
  };
}

export async function collect(read: Reader, person: Person): Promise<OwnData> {
  const id = person.memberId;
  return {
    ...(await identity(read, id)),
    ...(await records(read, person)),
    ...(await ballots(read, id)),
    ...(await dates(read, id)),
    ...(await answers(read, id)),
    ...(await care(read, id)),
    ...(await sent(read, id)),
  };
}

/** Who never said who he or she is: only what others have recorded, and that a form was pressed. */
export async function collectGuest(
  read: Reader,
  who: Pick<Person, "tenantId" | "aadObjectId">,
): Promise<OwnData> {
  const said = await read.exchange.findMany({ where: { authorKey: authorKeyOf(who) } });
  const acts = await read.appliedAction.count({ where: { key: { contains: who.aadObjectId } } });
  return {
    records: said.map(({ title, text, recordedAt }) => ({ role: "author", title, text, at: recordedAt })),
    ...(acts > 0 ? { technical: [{ kind: "Vorgänge", count: acts }] } : {}),
  };
}
