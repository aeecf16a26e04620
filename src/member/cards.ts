import type { Organisation } from "../forum/forum.ts";
import { noticeElements } from "../privacy/notice.cards.ts";
import type { PrivacyNotice } from "../privacy/notice.ts";
import {
  type Action,
  button,
  cardOf,
  choice,
  type Elements,
  exit,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { PlaceKind } from "../turn/turn.ts";
import type { SeatPart } from "./service.ts";
import { texts } from "./texts.ts";

/** Associated organisations are marked wherever one can be chosen. */
export const organisationChoices = (organisations: readonly Organisation[]) =>
  organisations.map(({ key, name, party }) => ({
    value: key,
    title: party ? name : `${name} (${texts.associatedMark})`,
  }));

export type IntroduceView = {
  /** Those offered: all, or the few that the typed words can mean. */
  readonly organisations: readonly Organisation[];
  /** A sentence to stand first, when what was typed did not decide. */
  readonly problem?: string;
  readonly notice: PrivacyNotice;
};

export const introduceCard = ({ organisations, problem, notice }: IntroduceView): Card =>
  cardOf(
    texts.title,
    [
      heading(texts.title),
      ...(problem ? [warning(plain(problem))] : []),
      paragraph(texts.why),
      choice("organisation", texts.label, organisationChoices(organisations), {
        placeholder: texts.choose,
        isRequired: true,
        errorMessage: texts.required,
      }),
      paragraph(texts.stored),
      ...noticeElements(notice),
    ],
    [
      button(texts.save, "member.introduce", { notice: notice.version }, true),
      exit(texts.cancel, "form.cancel"),
    ],
  );

export type ConfirmView = {
  readonly key: string;
  /** Name of the organisation to confirm. */
  readonly organisation: string;
  /** What the coordination's list says; null: it says nothing. */
  readonly listed: { readonly organisation: string; readonly part: SeatPart | null } | null;
  /** Name of the group that is joined as well. */
  readonly group: string | null;
  readonly place: PlaceKind;
  readonly notice: PrivacyNotice;
  /** The card that was pressed showed an older notice. */
  readonly newNotice?: boolean;
};

/** What is asked. In a channel everybody reads it: there it does not say who has which part. */
export function questionOf({ organisation, listed, place }: ConfirmView): string {
  if (listed?.organisation !== organisation) return texts.ask(organisation);
  return texts.askListed(organisation, place === "personal" ? listed.part : null);
}

/** What will be stored, and the notice. Nothing is stored before its button is pressed. */
export const confirmElements = (view: ConfirmView): Elements => {
  const { organisation, listed, group, place, notice, newNotice } = view;
  const other = listed !== null && listed.organisation !== organisation ? listed.organisation : null;
  return [
    heading(plain(questionOf(view))),
    ...(newNotice ? [warning(texts.newNotice)] : []),
    ...(other === null ? [] : [paragraph(texts.listedOther(plain(other)))]),
    paragraph(listed ? texts.origin : texts.notYet),
    paragraph(texts.willStore(place === "personal")),
    ...(group === null ? [] : [paragraph(texts.willJoin(plain(group)))]),
    ...noticeElements(notice),
    ...(place === "personal" ? [] : [note(texts.onlyYou)]),
  ];
};

export const confirmActions = ({ key, notice }: ConfirmView): readonly Action[] => [
  button(texts.yes, "member.introduce", { organisation: key, notice: notice.version, confirmed: true }, true),
  button(texts.other, "member.choose"),
  button(texts.cancel, "form.cancel"),
];

/** Asks before anything is stored about the person. */
export const confirmCard = (view: ConfirmView): Card =>
  cardOf(questionOf(view), confirmElements(view), [...confirmActions(view)]);

export const introducedCard = (organisation: string, group: string | null): Card =>
  cardOf(texts.done(organisation), [
    heading(texts.done(plain(organisation))),
    ...(group ? [paragraph(texts.joined(plain(group)))] : []),
    paragraph(texts.next),
    note(texts.change),
  ]);
