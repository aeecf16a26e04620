/** Minutes and scrutiny through the HTTP door: cards, links, pages. */
import { afterEach, describe, expect, it } from "vitest";
import { ringOf, sealBallot } from "../../src/election/box.ts";
import { fileKeys } from "../../src/election/keys.file.ts";
import { minutesSchema } from "../../src/election/minutes/minutes.schema.ts";
import { openingFileSchema } from "../../src/election/minutes/opening-file.ts";
import { commitmentOf, sealOf } from "../../src/election/seal.ts";
import { systemRandomBytes } from "../../src/system/random.ts";
import { actionsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const NAME = { electionId: "wahl-1", round: 1 };
const CHOICES = ["Kandern", "Kandern", "Kandern", "Schopfheim", "enthaltung", "Kandern"];
const OPENED = Date.UTC(2026, 1, 20, 8);
const CLOSED = Date.UTC(2026, 1, 27, 8);

/** An election of the chair that is counted, with its box, as the program leaves it. */
async function heldBy(bot: Bot): Promise<void> {
  const keys = fileKeys(bot.ballotKeyDir, systemRandomBytes);
  await keys.create(NAME);
  const ring = ringOf((await keys.read(NAME)) ?? Buffer.alloc(32), NAME);
  const members = await bot.db.read.member.findMany({
    where: { seat: { isNot: null } },
    orderBy: { id: "asc" },
  });
  const parties = members.map((one) => one.organisationKey);
  const ballots = CHOICES.map((choice, at) => ({ choice, salt: at.toString(16).padStart(32, "0") }));
  const seal = sealOf(
    NAME,
    ballots.map((ballot) => commitmentOf(NAME, ballot)),
    parties,
  );
  const { electionId, round: number } = NAME;
  await bot.db.write(async (tx) => {
    const at = { startedAt: new Date(OPENED) };
    await tx.election.create({
      data: { id: electionId, office: "chair", state: "acceptance", winner: "Kandern", ...at },
    });
    for (const name of ["Kandern", "Schopfheim"])
      await tx.candidacy.create({
        data: { electionId, name, nominatedAt: new Date(OPENED), consentedAt: new Date(OPENED) },
      });
    for (const { id, name, organisationKey } of members.slice(-2))
      await tx.electionRole.create({
        data: {
          electionId,
          memberId: id,
          role: "scrutineer",
          name,
          party: organisationKey,
          since: new Date(OPENED),
        },
      });
    const times = { opensAt: new Date(OPENED), closesAt: new Date(CLOSED), turnoutAt: new Date(OPENED) };
    const round = { electionId, number, stage: "first" as const, candidates: ["Kandern", "Schopfheim"] };
    await tx.electionRound.create({ data: { ...round, ...times, phase: "voting", entitled: 6, quorum: 3 } });
    await tx.registerEntry.createMany({
      data: members.map(({ id, organisationKey }) => ({
        ...{ electionId, number, party: organisationKey, holderId: id, delegateId: id, voted: true },
      })),
    });
    await tx.ballot.createMany({
      data: ballots.map((ballot, slot) => ({
        ...{ electionId, number, slot: `slot-${slot}`, sealed: sealBallot(ring, ballot, systemRandomBytes) },
      })),
    });
    const tally = [
      ["Kandern", 4],
      ["Schopfheim", 1],
      ["enthaltung", 1],
    ];
    const result = {
      ...{ outcome: "elected", reason: null, winner: "Kandern", tally, choices: CHOICES },
      ...{ present: 6, needed: 4, entitled: 6, byLot: false, next: {} },
    };
    const stored = { commitments: [...seal.commitments], voters: [...seal.voters], root: seal.root };
    await tx.electionRound.update({
      where: { electionId_number: { electionId, number } },
      data: { phase: "closed", sealedAt: new Date(CLOSED + 2000), seal: stored, result },
    });
  });
}

const holder = (bot: Bot, last: string) =>
  bot.people.person(`Delegation ${last}`, {
    aadObjectId: `00000000-0000-0000-0000-0000000000${last}`,
    userId: `29:${last}`,
  });

async function forum(engine: (typeof engines)[number]) {
  const bot = await startForumsbote({ engine });
  open.push(bot);
  await heldBy(bot);
  const roles = await bot.db.read.electionRole.findMany({ include: { election: true } });
  const aad = async (memberId: string) =>
    (await bot.db.read.member.findUniqueOrThrow({ where: { id: memberId } })).aadObjectId;
  const last = (await aad(roles[0]?.memberId ?? "")).slice(-2);
  const others = ["a0", "a1", "a2", "a3", "a4", "a5"].filter((one) => one !== last);
  return { bot, scrutineer: holder(bot, last), delegate: holder(bot, others[0] ?? "") };
}

/** Presses the button as it stands on some card of this person. */
async function asksFor(person: Person): Promise<void> {
  await person.types("hilfe");
  const message = person.sees().at(-1)?.id ?? "1";
  await person.executes("election.minutes", { election: "wahl-1" }, message);
}

const linkIn = (person: Person, title: string): string =>
  new RegExp(`\\[${title}\\]\\(([^)]+)\\)`).exec(person.lastText())?.[1] ?? "";

const opened = async (bot: Bot, url: string) => bot.built.pages(url.slice(url.lastIndexOf("/") + 1));

describe.each(engines)("minutes in the chat on %s", (engine) => {
  it("come as links to page, file and recount page, for delegates", async () => {
    const { bot, delegate } = await forum(engine);
    await asksFor(delegate);
    expect(delegate.lastText()).toContain("Niederschrift – Wahl: Vorsitz des Forums");
    expect(delegate.lastText()).toContain("gelten 24 Stunden");
    expect(actionsOf(delegate.lastCard())).toEqual([]);
    const page = await opened(bot, linkIn(delegate, "Niederschrift ansehen"));
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining("Kandern") });
    const file = await opened(bot, linkIn(delegate, "Niederschrift als Datei"));
    expect(minutesSchema.parse(JSON.parse(file.body)).rounds).toHaveLength(1);
    const recount = await opened(bot, linkIn(delegate, "Seite zum Nachrechnen ohne Internet"));
    expect(recount).toMatchObject({ status: 200, body: expect.stringMatching(/<html lang="de"/) });
    bot.time.passes(24 * 3_600_000);
    expect(await opened(bot, linkIn(delegate, "Niederschrift ansehen"))).toMatchObject({ status: 404 });
  });

  it("are not for strangers and not for a channel", async () => {
    const { bot, delegate } = await forum(engine);
    const stranger = bot.people.person("Bauamt Wieden");
    await stranger.executes("election.minutes", { election: "wahl-1" });
    expect(stranger.lastText()).toContain("Die Niederschrift bekommen die Delegierten");
    const there = delegate.in(channel("Forum"));
    await there.executes("election.minutes", { election: "wahl-1" });
    expect(there.lastText()).toContain("im persönlichen Chat");
    await delegate.executes("election.minutes", { election: "gibt-es-nicht" });
    expect(delegate.lastText()).toContain("Diese Niederschrift gibt es nicht.");
    await delegate.executes("election.minutes", { election: "../x" });
    expect(delegate.lastText()).toContain("Es wurde nichts gespeichert.");
  });

  it("let a scrutineer fetch, recount and confirm, and nobody else", async () => {
    const { bot, scrutineer, delegate } = await forum(engine);
    await scrutineer.types("hilfe");
    const confirm = { election: "wahl-1", round: 1 };
    await scrutineer.executes("election.confirm", confirm);
    expect(scrutineer.lastText()).toContain("Bitte holen Sie zuerst die Öffnungsdatei");
    await asksFor(scrutineer);
    await scrutineer.presses("Öffnungsdatei holen (1. Wahlgang)");
    const file = await opened(bot, linkIn(scrutineer, "Öffnungsdatei herunterladen"));
    const { ballots } = openingFileSchema.parse(JSON.parse(file.body));
    expect(ballots.map((one) => one.choice).toSorted()).toEqual(CHOICES.toSorted());
    expect(scrutineer.lastText()).toContain("Zeigen Sie die Datei niemandem.");
    await scrutineer.presses("Siegel und Zählung stimmen");
    expect(scrutineer.lastText()).toContain("Ihre Bestätigung steht in der Niederschrift");
    await scrutineer.executes("election.confirm", { ...confirm, agrees: false });
    expect(scrutineer.lastText()).toContain("Sie haben schon anders geantwortet.");
    await scrutineer.executes("election.opening", { ...confirm, actionId: "another" });
    expect(scrutineer.lastText()).toContain("Sie haben die Öffnungsdatei schon geholt.");
    await delegate.executes("election.opening", { ...confirm, actionId: "mine" });
    expect(delegate.lastText()).toContain("Das kann nur die Wahlprüfung");
    expect(JSON.stringify(bot.logged)).not.toMatch(/[0-9a-f]{64}/);
  });
});
