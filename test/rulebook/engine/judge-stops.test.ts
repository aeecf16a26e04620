import { describe, expect, it } from "vitest";
import type { Profile } from "../../../src/rulebook/profile.ts";
import type { Token } from "../../../src/rulebook/tokens.ts";
import { chair, filler, type Heard, judged, likelies, meeting, type Part, word } from "./judging.ts";
import { profile } from "./small.ts";

describe("what keeps a card from answering", () => {
  const verdict = (part: Part, heard: Heard = {}, card = meeting, more: readonly Profile[] = []) => {
    const [one] = judged([card, ...more], { cards: likelies({ [card.card.id]: 1 }) }, part, { heard });
    return { stopped: one?.stopped, unruled: one?.unruled };
  };
  const stopped = (...given: Parameters<typeof verdict>) => verdict(...given).stopped;

  it("nothing, if it answers", () =>
    expect(verdict({ tokens: [word("treffen", "meeting")] })).toEqual({ stopped: false, unruled: false }));

  it.each<[string, Token, boolean]>([
    ["a number", word("2030"), true],
    ["a number with letters", word("g20"), true],
    ["a known gap", word("beitrag", "fees"), true],
    ["a known gap in a small word", filler("zahlen", "fees"), true],
    ["another region", word("hessen", "elsewhere"), true],
    ["another town", word("rheinfelden", "meetingless", "oneTown"), true],
    ["an unknown word", word("mond"), false],
    ["another concept", word("leitet", "chair"), false],
    ["a small word with a number", filler("2te"), false],
  ])("unexplained: %s", (_, token, expected) => {
    expect(stopped({ tokens: [token] })).toBe(expected);
    expect(stopped({ tokens: [token, word("treffen", "meeting")] })).toBe(expected);
    expect(stopped({ tokens: [token] }, { "pe-treffen": [token.word] })).toBe(false);
  });

  it.each<[string, Part, boolean]>([
    ["how many", { asks: [["count"]] }, true],
    ["how long", { asks: [["duration"]] }, true],
    ["where", { asks: [["place"]] }, true],
    ["why and where", { asks: [["reason"], ["place"]] }, true],
    ["why", { asks: [["reason"]] }, false],
    ["why or where", { asks: [["reason", "place"]] }, false],
    ["nothing", { asks: [[]] }, false],
    ["how often", { asks: [["frequency"]] }, false],
    ["those of whom it does not hold", { excluded: true }, false],
    ["which meeting of those", { excluded: true, target: word("treffen", "meeting") }, true],
    ["which meeting", { target: word("treffen", "meeting") }, false],
  ])("it tells how often, asked is %s", (_, part, expected) => expect(stopped(part)).toBe(expected));
  it("how often is asked, and it tells who", () =>
    expect(stopped({ asks: [["frequency"]] }, {}, chair)).toBe(true));

  it("it does not suit: only a definition says what something is called", () =>
    expect(stopped({ folded: "wie heisst das papier" })).toBe(true));
  it("it is of another region than the rules", () => {
    const foreign = profile({ id: "mu-treffen" }, { kind: "foreign", scope: "Musterau" });
    const tokens = [word("probestadt", "meeting")];
    expect(stopped({ tokens }, {}, foreign, [meeting])).toBe(true);
    expect(stopped({ tokens }, {}, foreign)).toBe(false);
  });

  it("it does not speak of what “welche” asks for", () => {
    const target = word("note");
    expect(stopped({ target })).toBe(true);
    expect(stopped({ target }, { "pe-treffen": ["Gibt es eine Note?"] })).toBe(false);
    expect(stopped({ target: filler("viele") })).toBe(false);
    expect(stopped({ target: filler("zahlen", "fees") })).toBe(true);
  });

  const duty = { closed: true, tokens: [word("treffen", "meeting"), word("pflicht", "obligation")] };
  const once = { "pe-treffen": ["Ist das Treffen Pflicht?", "Wie oft ist Sitzung?"] };
  const twice = { "pe-treffen": ["Ist das Treffen Pflicht?", "Ist die Sitzung verpflichtend?"] };
  it("it is asked what must be, and the card rules nothing", () => {
    const unruled = { stopped: true, unruled: true };
    const ruled = { stopped: false, unruled: false };
    expect(verdict(duty)).toEqual(unruled);
    expect(verdict(duty, once)).toEqual(unruled);
    expect(verdict(duty, twice)).toEqual(ruled);
    expect(verdict(duty, {}, profile({ attribute: "rule" }))).toEqual(ruled);
    expect(verdict(duty, {}, profile({ also: ["rule"] }))).toEqual(ruled);
    expect(verdict({ ...duty, closed: false })).toEqual(ruled);
    expect(verdict({ ...duty, tokens: [word("treffen", "meeting")] })).toEqual(ruled);
  });
});
