/** Who may do what: one table, checked where state changes and again when a form is submitted. */

export type Role = "guest" | "member" | "coordinator";

const TABLE = {
  "help.show": ["guest", "member", "coordinator"],
  "rules.ask": ["guest", "member", "coordinator"],
  "member.introduce": ["guest", "member", "coordinator"],
  "group.show": ["guest", "member", "coordinator"],
  "group.join": ["member"],
  "group.register": ["coordinator"],
  "seat.appoint": ["coordinator"],
  "meeting.show": ["guest", "member", "coordinator"],
  "meeting.reply": ["member"],
  "meeting.plan": ["coordinator"],
  "meeting.cancel": ["coordinator"],
  "election.show": ["guest", "member", "coordinator"],
  "election.vote": ["member"],
  "election.start": ["coordinator"],
  "election.close": ["coordinator"],
  "exchange.record": ["member"],
  "exchange.search": ["member"],
  "exchange.editOwn": ["member"],
  "exchange.editAny": ["coordinator"],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof TABLE;

/** A guest has not yet named an organisation; a coordinator is appointed by configuration. */
export const rolesOf = (who: { member: unknown; coordinator: boolean }): readonly Role[] => [
  who.member ? "member" : "guest",
  ...(who.coordinator ? (["coordinator"] as const) : []),
];

export const may = (roles: readonly Role[], act: Act): boolean =>
  (TABLE[act] as readonly Role[]).some((role) => roles.includes(role));
