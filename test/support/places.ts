/** Where people of a test meet: personal chat, group chat, channel, thread. */
export type TestPlace = {
  readonly kind: "personal" | "groupChat" | "channel";
  /** Without thread. */
  readonly id: string;
  readonly name: string;
  readonly thread?: string;
  readonly team?: string;
};

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

export const personalChat = (person: string): TestPlace => ({
  kind: "personal",
  id: `a:${slug(person)}`,
  name: person,
});

export const groupChat = (name: string): TestPlace => ({
  kind: "groupChat",
  id: `19:${slug(name)}@thread.v2`,
  name,
});

export const channel = (name: string, team = "Digitalforum"): TestPlace => ({
  kind: "channel",
  id: `19:${slug(name)}@thread.tacv2`,
  name,
  team: `19:${slug(team)}@thread.tacv2`,
});

/** A thread of a channel, named by its first message. */
export const thread = (place: TestPlace, root: string): TestPlace => ({ ...place, thread: root });

export const conversationIdOf = ({ id, thread: root }: TestPlace): string =>
  root ? `${id};messageid=${root}` : id;
