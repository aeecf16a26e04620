/** The digest of a quarter as a card: no table, one column, never larger than Teams takes. */
import { cardOf, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { quarterName } from "../texts.ts";
import { countOf, type Digest, type GroupRecords, isEmpty, ROOMS, type Room } from "./digest.ts";
import { digest as texts } from "./texts.ts";

/** Teams takes messages of about 28 kB; the frame around the card needs some of it. */
const MOST_BYTES = 24_000;

type Body = NonNullable<Card["body"]>;
type Names = (organisation: string) => string;

export type DigestView = {
  readonly digest: Digest;
  readonly nameOf: Names;
  /** In a person's own chat: the person may switch it off. */
  readonly personal: boolean;
};

const part = (title: string): Body[number] => ({ ...paragraph(title), weight: "Bolder", separator: true });
/** Names and titles stand in the middle of a line: one with a line break would begin a line of its own. */
const inLine = (text: string): string => plain(text.replace(/\s+/gu, " "));
const line = (text: string): Body[number] => ({ ...paragraph(`– ${text}`), spacing: "None" });

/** At most so many lines, then how many there are beside them. */
const lines = (all: readonly string[], most: number): Body => [
  ...all.slice(0, most).map(line),
  ...(all.length > most ? [line(texts.more(all.length - most))] : []),
];

function groupLines({ group, count, newest }: GroupRecords, titles: number, nameOf: Names): Body {
  const name = group === null ? texts.noGroup : inLine(group);
  const shown = newest.slice(0, titles);
  return [
    paragraph(texts.group(name, count)),
    ...shown.map(({ title, organisation }) =>
      line(texts.record(inLine(title), inLine(nameOf(organisation)))),
    ),
    ...(shown.length > 0 && count > shown.length ? [line(texts.moreRecords(count - shown.length))] : []),
  ];
}

function recordLines({ records }: Digest, room: Room, nameOf: Names): Body {
  if (records.length === 0) return [paragraph(texts.noRecords)];
  const rest = records.slice(room.groups);
  return [
    ...records.slice(0, room.groups).flatMap((one) => groupLines(one, room.titles, nameOf)),
    ...(rest.length > 0 ? [paragraph(texts.moreGroups(rest.length, countOf(rest)))] : []),
  ];
}

function questionLines({ questions }: Digest, room: Room): Body {
  const { count, onAgenda } = questions;
  if (count + onAgenda.length === 0) return [];
  return [
    part(texts.questionsTitle),
    ...(count > 0 ? [paragraph(texts.questions(count))] : []),
    ...(onAgenda.length > 0 ? [paragraph(texts.onAgenda), ...lines(onAgenda.map(inLine), room.lines)] : []),
  ];
}

function eventLines(digest: Digest, room: Room): Body {
  const { decisions, elections } = digest;
  const decided = decisions.map((one) =>
    texts.decision(one, plain(one.title), one.group === null ? null : plain(one.group)),
  );
  const elected = elections.map((one) => texts.election(one, plain(one.winner ?? "")));
  return [
    part(texts.decisionsTitle),
    ...(decided.length === 0 ? [paragraph(texts.noDecisions)] : lines(decided, room.lines)),
    ...(elected.length === 0 ? [] : [part(texts.electionsTitle), ...lines(elected, room.lines)]),
  ];
}

function drawn({ digest, nameOf, personal }: DigestView, room: Room): Card {
  const { quarter, dates } = digest;
  const name = quarterName(quarter);
  const title = texts.title(name);
  const quiet = isEmpty(digest);
  const happened: Body = quiet
    ? [paragraph(texts.empty(name))]
    : [part(texts.recordsTitle), ...recordLines(digest, room, nameOf), ...eventLines(digest, room)];
  const said = quiet ? texts.empty(name) : texts.coming(dates.coming);
  return cardOf(`${title}. ${said}`, [
    heading(title),
    ...happened,
    ...questionLines(digest, room),
    part(texts.datesTitle),
    ...(quiet ? [] : [paragraph(texts.held(dates.held))]),
    paragraph(texts.coming(dates.coming)),
    ...(quiet ? [] : [note(texts.find)]),
    ...(personal ? [note(texts.off)] : []),
  ]);
}

const bytesOf = (card: Card): number => new TextEncoder().encode(JSON.stringify(card)).length;

/** With as much in it as fits. */
export function digestCard(view: DigestView): Card {
  const cards = ROOMS.map((room) => () => drawn(view, room));
  for (const draw of cards) {
    const card = draw();
    if (bytesOf(card) <= MOST_BYTES) return card;
  }
  throw new Error("a digest of mere numbers is too large");
}
