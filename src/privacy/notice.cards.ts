/** The privacy notice on cards: a short one beside every question for personal data, and the whole text. */
import {
  type Action,
  button,
  cardOf,
  type Elements,
  heading,
  note,
  paragraph,
  plain,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { sectionTitles, texts } from "./notice.texts.ts";
import { germanCalendarDate, type PrivacyNotice, paragraphsOf, SECTIONS } from "./notice.ts";

const versionOf = ({ version, validFrom }: PrivacyNotice): string =>
  texts.version(plain(version), germanCalendarDate(validFrom));

/** A title within a card. */
const subheading = (text: string) => ({ ...heading(text), size: "Default" as const });

const shortOf = ({ short }: PrivacyNotice): Elements =>
  paragraphsOf(short).map((one) => paragraph(plain(one)));

/** The short notice as a box of its own, for cards that ask for something. */
export const noticeElements = (notice: PrivacyNotice): Elements => [
  {
    type: "Container",
    style: "emphasis",
    items: [subheading(texts.title), ...shortOf(notice), note(`${versionOf(notice)} ${texts.more}`)],
  },
];

/** Answers `datenschutz`. */
export const noticeCard = (notice: PrivacyNotice): Card =>
  cardOf(
    `${texts.title}. ${notice.short}`,
    [heading(texts.title), ...shortOf(notice), note(versionOf(notice))],
    [button(texts.showFull, "privacy.notice", {}, true)],
  );

/** Once for everybody who has been shown another version. */
export const newNoticeCard = (notice: PrivacyNotice): Card =>
  cardOf(
    `${texts.newTitle}. ${notice.short}`,
    [
      heading(texts.newTitle),
      paragraph(texts.newWhat),
      ...shortOf(notice),
      note(versionOf(notice)),
      note(texts.again),
    ],
    [button(texts.showFull, "privacy.notice", {}, true)],
  );

const section = (title: string, points: readonly string[]): Elements => [
  subheading(title),
  // One element each: a client without Markdown lists shows them one below the other as well.
  ...points.map((one) => paragraph(plain(points.length > 1 ? `• ${one}` : one))),
];

/** All of it, each field under its heading; `page` is the address of the same as a page. */
export function fullNoticeCard(notice: PrivacyNotice, page: string): Card {
  const { name, address, contact } = notice.controller;
  const actions: readonly Action[] = [{ type: "Action.OpenUrl", title: texts.openPage, url: page }];
  return cardOf(
    texts.fullTitle,
    [
      heading(texts.fullTitle),
      note(versionOf(notice)),
      subheading(texts.controller),
      ...[name, address, contact].map((one) => paragraph(plain(one))),
      ...SECTIONS.flatMap((one) => section(sectionTitles[one], notice.sections[one])),
    ],
    [...actions],
  );
}
