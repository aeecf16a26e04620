/** What people can switch off, and what always comes. A closed list. Pure. */

export const TOPICS = [
  "invitations",
  "reminders",
  "polls",
  "digest",
  "decisions",
  "probes",
  "declaration",
  "records",
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * Kinds of messages by topic. What is not named here always comes: everything of an election, ballot papers,
 * moved and cancelled dates, alarms of the coordination, and answers to what somebody asked.
 */
const KINDS = {
  invitations: ["meeting.invited"],
  reminders: ["meeting.stage", "meeting.pollReminder"],
  polls: ["meeting.poll", "meeting.pollGivenUp"],
  digest: ["year.digest"],
  decisions: ["decision.draft", "decision.secret", "decision.reminder", "decision.result"],
  probes: ["probe.card"],
  declaration: ["year.renewalParties"],
  records: ["exchange.experience", "exchange.match"],
} as const satisfies Record<Topic, readonly string[]>;

const byKind: ReadonlyMap<string, Topic> = new Map(
  TOPICS.flatMap((topic) => KINDS[topic].map((kind) => [kind, topic] as const)),
);

/** The topic to which a kind of message belongs; null for one that always comes. */
export const topicOf = (kind: string): Topic | null => byKind.get(kind) ?? null;

export const isTopic = (value: string): value is Topic => TOPICS.some((topic) => topic === value);

/** The topics that are switched off when only these are wanted. */
export const unwanted = (wanted: readonly Topic[]): readonly Topic[] =>
  TOPICS.filter((topic) => !wanted.includes(topic));
