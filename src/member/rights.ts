/** Who may do what: one table, checked where state changes and again when a form is submitted. */

export type Role = "guest" | "member" | "coordinator";

const TABLE = {
  "help.show": ["guest", "member", "coordinator"],
  "rules.ask": ["guest", "member", "coordinator"],
  "rules.passOn": ["member"],
  "rules.rate": ["member"],
  "rules.care": ["coordinator"],
  "member.introduce": ["guest", "member", "coordinator"],
  "group.show": ["guest", "member", "coordinator"],
  "group.join": ["member"],
  "group.register": ["coordinator"],
  "group.detach": ["coordinator"],
  "group.archive": ["coordinator"],
  "group.reopen": ["coordinator"],
  "seat.appoint": ["coordinator"],
  "seat.show": ["member"],
  "seat.standIn": ["member"],
  "seat.deputise": ["coordinator"],
  "seat.probe": ["coordinator"],
  "seat.answerProbe": ["member"],
  "meeting.show": ["guest", "member", "coordinator"],
  "meeting.reply": ["member"],
  "meeting.plan": ["coordinator"],
  "meeting.cancel": ["coordinator"],
  "meeting.move": ["coordinator"],
  "meeting.calendar": ["coordinator"],
  "meeting.poll": ["coordinator"],
  "agenda.propose": ["member", "coordinator"],
  "agenda.order": ["coordinator"],
  "meeting.attach": ["coordinator"],
  "calendar.take": ["member"],
  "calendar.subscribe": ["member"],
  "delivery.manage": ["coordinator"],
  "year.care": ["coordinator"],
  "year.choose": ["member"],
  "election.show": ["guest", "member", "coordinator"],
  "election.vote": ["member"],
  "election.nominate": ["member", "coordinator"],
  "election.stand": ["member"],
  "election.object": ["member"],
  "election.enter": ["member", "coordinator"],
  "election.start": ["coordinator"],
  "election.close": ["coordinator"],
  "election.manage": ["coordinator"],
  "rule.show": ["guest", "member", "coordinator"],
  "rule.change": ["coordinator"],
  "decision.show": ["member", "coordinator"],
  "decision.start": ["member", "coordinator"],
  "decision.vote": ["member"],
  "decision.cancel": ["coordinator"],
  "exchange.record": ["member"],
  "exchange.search": ["member"],
  "exchange.editOwn": ["member"],
  "exchange.editAny": ["coordinator"],
  "exchange.moveOwn": ["member"],
  "exchange.moveAny": ["coordinator"],
  "exchange.object": ["guest", "member", "coordinator"],
  "exchange.experience": ["member"],
  "exchange.experienceAny": ["coordinator"],
  "exchange.mark": ["member"],
  "exchange.bundle": ["coordinator"],
  "exchange.import": ["coordinator"],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof TABLE;

/** A guest has not yet named an organisation; a coordinator is appointed by configuration. */
export const rolesOf = (who: { member: unknown; coordinator: boolean }): readonly Role[] => [
  who.member ? "member" : "guest",
  ...(who.coordinator ? (["coordinator"] as const) : []),
];

export const may = (roles: readonly Role[], act: Act): boolean =>
  (TABLE[act] as readonly Role[]).some((role) => roles.includes(role));
