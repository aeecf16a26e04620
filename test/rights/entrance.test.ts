/** `koordination` leads to everything that only coordinators can do: by at most two presses. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTS } from "../../src/member/acts.ts";
import { type Act, may } from "../../src/member/rights.ts";
import { openHall } from "./hall.ts";

let hall: Awaited<ReturnType<typeof openHall>>;
beforeAll(async () => {
  hall = await openHall();
}, 60_000);
afterAll(() => hall.bot.close());

/** Done where it belongs, and said so: in the channel, on a card of an open vote or date, by sending a file. */
const ELSEWHERE: Readonly<Partial<Record<Act, string>>> = {
  "group.detach": "on the card of a group",
  "group.archive": "on the card of a group",
  "group.reopen": "on the card of a closed group",
  "group.register": "in the channel that is registered",
  "meeting.cancel": "on the card of a date",
  "meeting.move": "on the card of a date",
  "meeting.attach": "on the card of a date",
  "agenda.order": "on the agenda of a date, once it has topics",
  "election.close": "on the card of an open round",
  "election.manage": "on the card of a running election",
  "decision.cancel": "on the card of an open vote",
  "delivery.manage": "in the list, once something did not arrive",
  "exchange.import": "by sending a file",
  "rules.inform": "in the list of information",
  "privacy.settle": "in the list of requests",
};

type Button = { readonly title: string; readonly verb: string; readonly text: string };

const isNode = (one: unknown): one is Readonly<Record<string, unknown>> =>
  one !== null && typeof one === "object";

/** Every button for the bot on a card, also those behind others. */
function buttonsOn(node: unknown): readonly Button[] {
  if (!isNode(node)) return [];
  const below = Object.values(node).flatMap(buttonsOn);
  if (node.type !== "Action.Execute") return below;
  const { title, verb, data } = node as { title?: string; verb?: string; data?: { text?: string } };
  return [{ title: title ?? "", verb: verb ?? "", text: data?.text ?? "" }, ...below];
}

describe("the coordinator's entrance", () => {
  it("shows by two presses a way to every act of coordinators, or it is known where else it is", async () => {
    const kim = hall.roles.coordinator;
    if (!kim) throw new Error("nobody coordinates");
    const seen = new Set<string>();
    let at = 0;
    async function press({ verb, text }: Button): Promise<readonly Button[]> {
      hall.bot.time.passes(60_000);
      at += 1;
      const data = verb === "say" ? { text } : { actionId: `walk-${at}`, member: hall.id("member") };
      return buttonsOn((await kim?.executes(verb, data, `w${at}`))?.body);
    }
    await kim.types("koordination");
    const first = buttonsOn(kim.lastCard());
    const note = (all: readonly Button[]) => {
      for (const { verb, text } of all) seen.add(verb === "say" ? `„${text}“` : verb);
    };
    note(first);
    for (const one of first) {
      const second = await press(one);
      note(second);
      for (const two of second) note(await press(two));
    }
    const coordinators = (Object.keys(ACTS) as Act[]).filter(
      (act) => may(["coordinator"], act) && !may(["member"], act),
    );
    const missing = coordinators.filter((act) => {
      const { verbs, words = [] } = ACTS[act];
      if (verbs.length + words.length === 0 || ELSEWHERE[act]) return false;
      return !verbs.some((verb) => seen.has(verb)) && !words.some((word) => seen.has(`„${word}“`));
    });
    expect(missing).toEqual([]);
    // Every word of coordinators is on a button.
    const words = coordinators.flatMap((act) => ACTS[act].words ?? []);
    expect(
      words.filter((word) => word !== "koordination" && word !== "eigener termin" && !seen.has(`„${word}“`)),
    ).toEqual([]);
  });

  it("has at most six buttons side by side, and is short", async () => {
    const kim = hall.roles.coordinator;
    if (!kim) throw new Error("nobody coordinates");
    for (const text of ["koordination"]) await kim.types(text);
    const rows = (card: unknown) =>
      ((card as { body?: { type: string; actions?: unknown[] }[] }).body ?? []).filter(
        ({ type }) => type === "ActionSet",
      );
    const sizes = rows(kim.lastCard()).map(({ actions = [] }) => actions.length);
    await kim.presses("Weitere Aufgaben");
    for (const { actions = [] } of rows(kim.lastCard())) sizes.push(actions.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6);
    expect(sizes.length).toBeGreaterThan(6);
  });
});
