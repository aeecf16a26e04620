import { describe, expect, it } from "vitest";
import { type Act, may, rolesOf } from "../../src/member/rights.ts";

const GUEST = { member: null, coordinator: false };
const MEMBER = { member: {}, coordinator: false };
const COORDINATOR = { member: {}, coordinator: true };
const COORDINATOR_UNSAID = { member: null, coordinator: true };

// Who may do what, written out a second time on purpose: a change of the table must be meant.
const MATRIX: readonly [Act, boolean, boolean, boolean, boolean][] = [
  ["help.show", true, true, true, true],
  ["rules.ask", true, true, true, true],
  ["rules.passOn", false, true, true, false],
  ["rules.rate", false, true, true, false],
  ["privacy.own", true, true, true, true],
  ["privacy.request", false, true, true, false],
  ["privacy.settle", false, false, true, true],
  ["year.care", false, false, true, true],
  ["year.choose", false, true, true, false],
  ["rules.care", false, false, true, true],
  ["member.introduce", true, true, true, true],
  ["group.show", true, true, true, true],
  ["group.join", false, true, true, false],
  ["group.register", false, false, true, true],
  ["group.detach", false, false, true, true],
  ["group.archive", false, false, true, true],
  ["group.reopen", false, false, true, true],
  ["seat.appoint", false, false, true, true],
  ["decision.show", false, true, true, true],
  ["decision.start", false, true, true, true],
  ["decision.vote", false, true, true, false],
  ["decision.cancel", false, false, true, true],
  ["seat.show", false, true, true, false],
  ["seat.standIn", false, true, true, false],
  ["seat.deputise", false, false, true, true],
  ["seat.probe", false, false, true, true],
  ["seat.answerProbe", false, true, true, false],
  ["people.see", false, false, true, true],
  ["people.correct", false, false, true, true],
  ["people.remove", false, false, true, true],
  ["people.appoint", false, false, true, true],
  ["people.import", false, false, true, true],
  ["people.export", false, false, true, true],
  ["meeting.show", true, true, true, true],
  ["meeting.reply", false, true, true, false],
  ["meeting.plan", false, false, true, true],
  ["meeting.cancel", false, false, true, true],
  ["meeting.move", false, false, true, true],
  ["meeting.calendar", false, false, true, true],
  ["meeting.poll", false, false, true, true],
  ["agenda.propose", false, true, true, true],
  ["agenda.order", false, false, true, true],
  ["meeting.attach", false, false, true, true],
  ["calendar.take", false, true, true, false],
  ["calendar.subscribe", false, true, true, false],
  ["delivery.manage", false, false, true, true],
  ["election.show", true, true, true, true],
  ["election.vote", false, true, true, false],
  ["election.start", false, false, true, true],
  ["election.close", false, false, true, true],
  ["exchange.record", false, true, true, false],
  ["exchange.search", false, true, true, false],
  ["exchange.editOwn", false, true, true, false],
  ["exchange.editAny", false, false, true, true],
  ["exchange.moveOwn", false, true, true, false],
  ["exchange.moveAny", false, false, true, true],
  ["exchange.object", true, true, true, true],
  ["exchange.experience", false, true, true, false],
  ["exchange.experienceAny", false, false, true, true],
  ["exchange.mark", false, true, true, false],
  ["exchange.bundle", false, false, true, true],
  ["exchange.import", false, false, true, true],
];

describe("rights", () => {
  it.each(MATRIX)(
    "%s: guest %s, member %s, coordinator %s, coordinator without organisation %s",
    (act, ...allowed) => {
      const people = [GUEST, MEMBER, COORDINATOR, COORDINATOR_UNSAID];
      expect(people.map((who) => may(rolesOf(who), act))).toEqual(allowed);
    },
  );
});
