import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { openCrowd } from "../../scripts/chaos/election-acts.mjs";
import { countElection } from "../../scripts/chaos/election-count.mjs";
import { countOutbox, outOfOrder, sentAgain } from "../../scripts/chaos/outbox-count.mjs";
import { emptyLedger, noteReply } from "../../scripts/chaos/outbox-load.mjs";

const empty = (lists: object) =>
  Object.entries(lists)
    .filter(([, list]) => Array.isArray(list) && list.length > 0)
    .map(([name]) => name);

describe("the order in a chat", () => {
  const message = (kind: "invited" | "cancelled" | "reminded", number: number, at: number) => ({
    ...{ kind, hall: `Saal ${number}`, chat: "a:1", at },
  });

  test("is kept by messages that come again, and by what says nothing any more", () => {
    const arrived = [
      ...[message("invited", 1, 1), message("invited", 2, 2), message("cancelled", 1, 3)],
      ...[message("invited", 1, 4), message("invited", 10, 5), message("cancelled", 7, 6)],
    ];
    expect(outOfOrder({ arrived })).toEqual([]);
  });

  test("is broken by an invitation after a later one, and by news of a date before its invitation", () => {
    const arrived = [message("invited", 2, 1), message("cancelled", 1, 2), message("invited", 1, 3)];
    expect(outOfOrder({ arrived })).toEqual([
      "a:1: Einladung 1 nach einer späteren",
      "a:1: Saal 1, cancelled vor der Einladung",
    ]);
  });
});

describe("what is lost around the outbox", () => {
  /** Two dates, the second one cancelled before one invitation had left; the first one so near that it is reminded of. */
  function facts() {
    const chats = ["a:1", "a:2"];
    const everybody = [...chats, "19:c"];
    const notice = (kind: string, date: string, chat: string, state = "delivered") => ({
      ...{ kind, date, chat, state },
    });
    const message = (kind: "invited" | "cancelled" | "reminded", hall: string, chat: string, at: number) => ({
      ...{ kind, hall, chat, at },
    });
    return {
      ledger: {
        dates: [
          { hall: "Saal 1", near: true, cancelled: false },
          { hall: "Saal 2", near: false, cancelled: true },
        ],
        records: [{ title: "Probe k1x1", word: "k1x1", chat: "a:1" }],
        replies: new Map<string, "zusage" | "absage">([["Saal 1|aitern", "zusage"]]),
        doubtful: new Map<string, "zusage" | "absage">(),
        refused: [],
      },
      stored: {
        titles: ["Probe k1x1"],
        replies: [{ hall: "Saal 1", party: "aitern", reply: "zusage" }],
        dates: [
          { id: "m1", hall: "Saal 1", cancelled: false },
          { id: "m2", hall: "Saal 2", cancelled: true },
        ],
        notices: [
          ...everybody.map((chat) => notice("meeting.invited", "m1", chat)),
          ...everybody.map((chat) =>
            notice("meeting.invited", "m2", chat, chat === "a:2" ? "dropped" : "delivered"),
          ),
          ...everybody.map((chat) => notice("meeting.cancelled", "m2", chat)),
          ...chats.map((chat) => notice("meeting.stage", "m1", chat)),
        ],
      },
      arrived: [
        ...everybody.map((chat) => message("invited", "Saal 1", chat, 1_000)),
        message("invited", "Saal 2", "a:1", 1_000),
        message("invited", "Saal 2", "19:c", 1_000),
        ...everybody.map((chat) => message("cancelled", "Saal 2", chat, 2_000)),
        ...chats.map((chat) => message("reminded", "Saal 1", chat, 5_000)),
      ],
      chats,
      channel: "19:c",
      kills: [1_100],
    };
  }
  type Facts = ReturnType<typeof facts>;

  test("is nothing when everything is there", () => {
    const counted = countOutbox(facts());
    expect(empty(counted)).toEqual([]);
    expect(counted).toMatchObject({ told: 10, twice: 0 });
  });

  test.each<[string, string, (given: Facts) => unknown]>([
    ["a record", "recordsLost", ({ stored }) => stored.titles.pop()],
    ["a record stored twice", "recordsTwice", ({ stored }) => stored.titles.push("Probe k1x1")],
    ["a reply", "repliesLost", ({ stored }) => stored.replies.pop()],
    ["a later reply", "repliesLost", ({ ledger }) => ledger.replies.set("Saal 1|aitern", "zusage")],
    ["an invitation", "noticesLost", ({ arrived }) => arrived.shift()],
    ["a reminder", "remindersLost", ({ arrived }) => arrived.pop()],
    ["an invitation never written", "halfDone", ({ stored }) => stored.notices.shift()],
    [
      "a cancellation for nobody's date",
      "halfDone",
      ({ stored }) => stored.notices.push({ ...stored.notices[6], date: "m9" } as never),
    ],
    ["a cancelled date that stands", "datesLost", ({ stored }) => stored.dates.pop()],
  ])("%s is noticed", (what, list, harm) => {
    const given = facts();
    if (what === "a later reply")
      given.stored.replies = [{ hall: "Saal 1", party: "aitern", reply: "absage" }];
    harm(given);
    expect(empty(countOutbox(given))).toContain(list);
  });

  describe("a reply that was refused since its date is cancelled", () => {
    const key = "Saal 1|aitern";
    const cancelled = { refused: true, text: "Dieser Termin ist abgesagt." };
    const counted = (unheard: boolean, found: "absage" | "vertretung" | null) => {
      const given = facts();
      noteReply(given.ledger, key, "absage", { ...cancelled, unheard });
      noteReply(given.ledger, key, "vertretung", { ...cancelled, unheard: true });
      given.stored.replies = found === null ? [] : [{ hall: "Saal 1", party: "aitern", reply: found }];
      return countOutbox(given).repliesLost;
    };

    test("may be stored when an earlier try of it was not answered", () => {
      expect(counted(true, "absage")).toEqual([]);
    });

    test("is noticed where it was refused at once, or a reply is gone, or another one stands", () => {
      expect(counted(false, "absage")).toEqual([`${key}: zusage, gespeichert absage`]);
      expect(counted(true, null)).toEqual([`${key}: zusage, gespeichert undefined`]);
      expect(counted(true, "vertretung")).toEqual([`${key}: zusage, gespeichert vertretung`]);
    });
  });

  test("a reply is lost that was refused for any other reason", () => {
    const given = emptyLedger();
    noteReply(given, "Saal 1|aitern", "absage", { refused: true, text: "Das ging nicht.", unheard: true });
    expect(given).toEqual({ ...emptyLedger(), refused: ["absage: Das ging nicht."] });
  });

  test("a message sent again is explained by an end in between, and by nothing else", () => {
    const again = (at: number, kills: number[]) =>
      sentAgain([{ at }, { at: at + 60_000 }], () => "einladung", kills);
    expect(again(1_000, [1_050])).toEqual({ again: [{ at: 1_000 }], unexplained: [] });
    expect(again(1_000, [30_000])).toMatchObject({ unexplained: ["einladung"] });
    expect(again(1_000, [])).toMatchObject({ unexplained: ["einladung"] });
    expect(sentAgain([{ at: 1 }], () => "einladung", [])).toEqual({ again: [], unexplained: [] });
  });
});

describe("what is lost in an election", () => {
  const commitments = ["a1a1b2b2c3c3ffff", "d4d4e5e5f6f6ffff"];
  const receipts = ["a1a1-b2b2-c3c3", "d4d4-e5e5-f6f6"] as const;
  const parties = ["aitern", "binzen"];
  const ballot = (party: string, choice: string, receipt: string) => ({
    ...{ party, choice, receipt, noted: receipt },
    review: { id: "1", conversation: "a:1", text: "" },
  });
  const held = () => ({
    id: "e1",
    votes: [ballot("aitern", "Kandern", receipts[0]), ballot("binzen", "enthaltung", receipts[1])],
    refused: [] as string[],
    shown: [
      ["Kandern", 1],
      ["Enthaltungen", 1],
    ] as [string, number][],
    proof: receipts.join(", "),
  });
  const round = () => ({
    ...{
      phase: "closed",
      commitments: [...commitments],
      voters: [...parties],
      ballots: 2,
      marked: [...parties],
      tags: 0,
    },
    tally: [
      ["Kandern", 1],
      ["enthaltung", 1],
    ] as [string, number][],
  });
  type Harm = (given: { held: ReturnType<typeof held>; round: ReturnType<typeof round> }) => unknown;

  test("is nothing when everything is there", () => {
    expect(empty(countElection(held(), round(), parties))).toEqual([]);
  });

  test.each<[string, string, Harm]>([
    ["a ballot that is not in the seal", "ballotsLost", (given) => given.round.commitments.pop()],
    ["a mark that is gone", "ballotsLost", (given) => given.round.marked.pop()],
    ["a choice that is not counted", "ballotsLost", (given) => given.round.tally.pop()],
    ["a choice counted twice", "countedTwice", (given) => given.round.tally.splice(0, 1, ["Kandern", 2])],
    ["a party that voted twice", "countedTwice", (given) => given.round.voters.push("aitern")],
    ["a missing mark", "marksWrong", (given) => given.round.voters.pop()],
    ["a box with one ballot more", "marksWrong", (given) => Object.assign(given.round, { ballots: 3 })],
    ["a register that can still be paired", "marksWrong", (given) => Object.assign(given.round, { tags: 1 })],
    ["a receipt that is not published", "receiptsWrong", (given) => Object.assign(given.held, { proof: "" })],
    ["a card with other numbers", "shownWrong", (given) => given.held.shown.pop()],
    ["a round that is not closed", "unclosed", (given) => Object.assign(given.round, { phase: "counted" })],
    ["a vote that was not taken", "unvoted", (given) => given.held.votes.pop()],
    ["a refusal", "refused", (given) => given.held.refused.push("Abgabe: nein")],
  ])("%s is noticed", (_, list, harm) => {
    const given = { held: held(), round: round() };
    harm(given);
    expect(empty(countElection(given.held, given.round, parties))).toContain(list);
  });

  test("a crowd is let through in waves, the next one when the one before has voted", async () => {
    const given = held();
    given.votes = [];
    const crowd = openCrowd(given);
    onTestFinished(crowd.close);
    let through = 0;
    for (let at = 0; at < 18; at += 1) void crowd.pass().then(() => (through += 1));
    await expect.poll(() => through).toBe(9);
    await sleep(150);
    expect(through).toBe(9);
    given.votes = Array.from({ length: 9 }, () => ballot("x", "y", "z"));
    await expect.poll(() => through).toBe(18);
  });
});
