/** Everybody and everywhere of the rights: people with all parts, places of all kinds, one of each thing. */
import { COORDINATOR, startForumsbote, TENANT } from "../support/forumsbote.ts";
import { channel, groupChat, type TestPlace } from "../support/places.ts";

const DAY = 86_400_000;
export const THINGS = {
  ...{ group: "group-1", election: "election-1", meeting: "meeting-1", decision: "decision-1" },
  exchange: "exchange-1",
} as const;

export async function openHall() {
  const bot = await startForumsbote({ trial: "none" });
  const { db } = bot;
  const now = bot.time.clock();
  const names = {
    member: "Binzen",
    delegate: "Kandern",
    deputy: "Kandern",
    chair: "Schopfheim",
    officer: "Steinen",
    scrutineer: "Efringen-Kirchen",
    candidate: "Weil am Rhein",
    coordinator: "Landkreis Lörrach",
  } as const;
  const guest = bot.people.person("Gast");
  const people = Object.fromEntries(
    await Promise.all(
      Object.entries(names).map(async ([role, town]) => {
        const one = role === "coordinator" ? bot.coordinator() : bot.people.person(`Amt ${role}`);
        return [role, { one, town }] as const;
      }),
    ),
  );
  const ids: Record<string, string> = {};
  for (const [role, { one, town }] of Object.entries(people)) {
    bot.time.passes(60_000);
    await one.introduces(town);
    const aad = role === "coordinator" ? COORDINATOR : one.aadObjectId;
    const key = { tenantId_aadObjectId: { tenantId: TENANT, aadObjectId: aad } };
    ids[role] = (await db.read.member.findUniqueOrThrow({ where: key })).id;
  }
  const id = (role: string): string => ids[role] ?? "";
  const kim = people.coordinator?.one;
  if (!kim) throw new Error("nobody coordinates");
  const places: Record<string, TestPlace> = {
    groupChat: groupChat("Bauen im Chat"),
    groupChannel: channel("Bauen"),
    forumChannel: channel("Forum"),
    looseChannel: channel("Sonstiges"),
  };
  for (const place of Object.values(places)) {
    bot.time.passes(60_000);
    await kim.in(place).types("hilfe");
  }
  const at = new Date(now);
  await db.write(async (tx) => {
    await tx.workingGroup.create({
      data: {
        ...{ id: THINGS.group, name: "Bauen", nameKey: "bauen", topic: "Bauakte", purpose: "", contact: "" },
        ...{ createdAt: at, updatedAt: at },
      },
    });
    for (const name of ["groupChat", "groupChannel"])
      await tx.conversation.update({
        where: { id: places[name]?.id ?? "" },
        data: { groupId: THINGS.group },
      });
    await tx.forum.update({ where: { id: 1 }, data: { channelId: places.forumChannel?.id ?? "" } });
    await tx.groupMember.create({ data: { groupId: THINGS.group, memberId: id("delegate"), joinedAt: at } });
    await tx.seat.update({ where: { party: "kandern" }, data: { delegateId: id("delegate") } });
    await tx.seatDeputy.create({ data: { party: "kandern", memberId: id("deputy"), namedAt: at } });
    await tx.election.create({
      data: {
        id: "old",
        office: "chair",
        state: "elected",
        startedAt: at,
        winner: "Amt chair",
        answeredAt: at,
        termFrom: "2020-01-01",
        termTo: "2039-12-31",
      },
    });
    await tx.candidacy.create({
      data: { electionId: "old", name: "Amt chair", memberId: id("chair"), nominatedAt: at },
    });
    await tx.election.create({
      data: {
        id: THINGS.election,
        office: "deputy",
        state: "nomination",
        startedAt: at,
        dueAt: new Date(now + 400 * DAY),
      },
    });
    for (const role of ["officer", "scrutineer"] as const)
      await tx.electionRole.create({
        data: {
          electionId: THINGS.election,
          memberId: id(role),
          role,
          name: `Amt ${role}`,
          party: "steinen",
          since: at,
        },
      });
    await tx.candidacy.create({
      data: {
        electionId: THINGS.election,
        name: "Amt candidate",
        memberId: id("candidate"),
        party: "weil-am-rhein",
        nominatedAt: at,
      },
    });
    await tx.meeting.create({
      data: {
        id: THINGS.meeting,
        startsAt: "2038-05-04T10:00",
        minutes: 90,
        place: "Lörrach",
        plannedAt: at,
      },
    });
  });
  const roles = {
    guest,
    ...Object.fromEntries(Object.entries(people).map(([role, { one }]) => [role, one])),
  };
  return { bot, roles: roles as Record<string, typeof guest>, places, id };
}
