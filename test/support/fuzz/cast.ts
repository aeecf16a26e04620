/** Who takes part in the Forum of the trial with generated activities, and where. */
import type { People, Person } from "../people.ts";
import { channel, groupChat, type TestPlace } from "../places.ts";

/** @public */
export const TENANT = "11111111-0000-0000-0000-000000000001";
const FOREIGN_TENANT = "99999999-0000-0000-0000-000000000009";
const COORDINATOR = "22222222-0000-0000-0000-0000000000c0";

export const FORUM = channel("Forum");
export const GROUP = groupChat("AG E-Akte");
/** Where nobody has registered anything. */
const ELSEWHERE = channel("Bauen");

export const HOLDERS = [
  "Landkreis Lörrach",
  "Schopfheim",
  "Kandern",
  "Lörrach",
  "Weil am Rhein",
  "Todtnau",
] as const;

export type Cast = ReturnType<typeof castOf>;

/** Everybody who takes part, in the personal chat. The same people in the same order get the same ids. */
export function castOf(people: People) {
  const kim = people.person("Koordination Landkreis", {
    aadObjectId: COORDINATOR,
    userId: "29:koordination",
  });
  const holders = HOLDERS.map((name, at) =>
    people.person(`Delegation ${name}`, {
      aadObjectId: `00000000-0000-0000-0000-0000000000a${at}`,
      userId: `29:a${at}`,
    }),
  );
  const anna = people.person("Hauptamt Binzen");
  const guest = people.person("Gast");
  const stranger = people.person("Fremd", { tenantId: FOREIGN_TENANT });
  return { kim, holders, anna, guest, stranger };
}

/**
 * All persons in all places where they are met.
 * @public
 */
export function viewsOf({ kim, holders, anna, guest, stranger }: Cast): readonly Person[] {
  const both = (person: Person, ...places: TestPlace[]) => [
    person,
    ...places.map((place) => person.in(place)),
  ];
  const [first, second, ...rest] = holders as [Person, Person, ...Person[]];
  return [
    ...both(kim, FORUM, GROUP, ELSEWHERE),
    ...both(first, FORUM, GROUP),
    ...both(second, FORUM),
    ...rest,
    ...both(anna, FORUM, GROUP),
    ...both(guest, FORUM),
    ...both(stranger, FORUM),
  ];
}
