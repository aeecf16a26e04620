/** A person as the tables name him or her, and how such names are taken out of a text. Pure. */

export type Person = {
  readonly memberId: string;
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly teamsUserId: string;
  readonly name: string;
};

/**
 * Stands where a person is asked for who is here no more. It belongs to no organisation of the Forum, so it has no
 * seat, no vote and no chat. Nothing is ever sent to it.
 */
export const FORMER = "former";
export const FORMER_NAME = "ehemalige Person";

/** What recognises the author of a message who is no member: as src/exchange/message/message.ts writes it. */
export const authorKeyOf = ({ tenantId, aadObjectId }: Pick<Person, "tenantId" | "aadObjectId">): string =>
  `${tenantId}|${aadObjectId}`;

/** Everything by which the person, or the way to him or her, is recognised in a key; the empty is no mark. */
export const marksOf = (person: Person, chats: readonly string[]): readonly string[] =>
  [person.memberId, person.aadObjectId, person.teamsUserId, ...chats].filter((mark) => mark !== "");

export const hasMark = (text: string, marks: readonly string[]): boolean =>
  marks.some((mark) => text.includes(mark));

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The same with every mark and the name replaced, in values and in names of fields. */
export function scrubbed(value: Json, marks: readonly string[], name: string): Json {
  if (typeof value === "string") {
    const unmarked = marks.reduce((text, mark) => text.replaceAll(mark, FORMER), value);
    return name === "" ? unmarked : unmarked.replaceAll(name, FORMER_NAME);
  }
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => scrubbed(one, marks, name));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      scrubbed(key, marks, name) as string,
      scrubbed(one as Json, marks, name),
    ]),
  );
}
