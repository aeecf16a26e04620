import { noticeElements } from "../privacy/notice.cards.ts";
import type { PrivacyNotice } from "../privacy/notice.ts";
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
import type { PlaceKind } from "../turn/turn.ts";
import { texts } from "./texts.ts";

/** Buttons say typed commands, so that both ways do the same. */
const say = (title: string, text: string, primary = false) => button(title, "say", { text }, primary);

/** A question that stands on the card of another feature. */
export type Introduction = { readonly elements: Elements; readonly actions: readonly Action[] };

export type WelcomeView = {
  readonly place: PlaceKind;
  readonly notice: PrivacyNotice;
  /** Brings the notice with it. */
  readonly introduction: Introduction | null;
};

/** What it is and what it stores, before anything is stored: personally with the notice, elsewhere with its word. */
export const welcomeCard = ({ place, notice, introduction }: WelcomeView): Card =>
  cardOf(
    texts.welcomeTitle,
    [
      heading(texts.welcomeTitle),
      paragraph(texts.welcomeWhat),
      ...(introduction ? [] : [paragraph(texts.welcomeStored), paragraph(texts.welcomeNext)]),
      ...(place === "personal"
        ? (introduction?.elements ?? noticeElements(notice))
        : [note(texts.welcomePrivacy), note(texts.welcomeMention)]),
    ],
    introduction ? [...introduction.actions] : [say(texts.buttons.help, "hilfe", true)],
  );

/** Names are said so that everybody sees what the bot still knows. */
export const welcomeBackCard = (place: PlaceKind, groups: readonly string[]): Card =>
  cardOf(
    texts.backTitle,
    [
      heading(texts.backTitle),
      paragraph(groups.length === 0 ? texts.backWhat : texts.backGroups(plain(groups.join(", ")))),
      paragraph(texts.welcomeNext),
      ...(place === "personal" ? [] : [note(texts.welcomeMention)]),
    ],
    [say(texts.buttons.help, "hilfe", true)],
  );

export type HelpView = {
  readonly place: PlaceKind;
  /** Name of the person's organisation, null if not yet said. */
  readonly organisation: string | null;
  readonly coordinator: boolean;
  /** The channel or group chat has no use yet. */
  readonly unregistered: boolean;
};

const coordination = (inGroup: boolean) => [
  paragraph(texts.coordinate),
  ...(inGroup ? [] : [paragraph(texts.coordinateDates), paragraph(texts.coordinateRules)]),
];

/** Only what this person can do in this place. */
export const helpCard = (view: HelpView): Card => {
  const { place, organisation, coordinator, unregistered } = view;
  const inGroup = place !== "personal";
  const registers = inGroup && unregistered && coordinator;
  const groupLine = inGroup ? texts.group : texts.groups;
  const groupTitle = inGroup ? texts.buttons.group : texts.buttons.groups;
  const group = registers ? say(texts.buttons.register, "gruppe") : say(groupTitle, "gruppe");
  return cardOf(
    texts.title,
    [
      heading(texts.title),
      paragraph(texts.ask),
      ...(organisation === null
        ? [paragraph(texts.introduce)]
        : [paragraph(texts.record), paragraph(texts.search), paragraph(texts.overview)]),
      paragraph(texts.dates),
      paragraph(texts.election),
      paragraph(texts.decisions),
      ...(organisation !== null && !inGroup ? [paragraph(texts.seat), paragraph(texts.own)] : []),
      paragraph(registers ? texts.registerHere : groupLine),
      ...(coordinator ? coordination(inGroup) : []),
      ...(organisation === null ? [] : [note(texts.you(plain(organisation)))]),
      ...(coordinator ? [note(texts.youCoordinate)] : []),
      note(texts.privacy),
      ...(inGroup ? [note(texts.mention)] : []),
    ],
    [
      ...(organisation === null
        ? [button(texts.buttons.introduce, "member.ask", {}, true)]
        : [say(texts.buttons.record, "festhalten", true), say(texts.buttons.newest, "beiträge")]),
      group,
      say(texts.buttons.dates, "termine"),
      say(texts.buttons.election, "wahl"),
      ...(coordinator ? [say(texts.buttons.coordinate, "koordination")] : []),
    ],
  );
};
