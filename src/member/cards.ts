import type { Organisation } from "../forum/forum.ts";
import { button, cardOf, choice, exit, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
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
};

export const introduceCard = (view: IntroduceView): Card =>
  cardOf(
    texts.title,
    [
      heading(texts.title),
      ...(view.problem ? [warning(plain(view.problem))] : []),
      paragraph(texts.why),
      choice("organisation", texts.label, organisationChoices(view.organisations), {
        placeholder: texts.choose,
        isRequired: true,
        errorMessage: texts.required,
      }),
      note(texts.stored),
    ],
    [button(texts.save, "member.introduce", {}, true), exit(texts.cancel, "form.cancel")],
  );

export const introducedCard = (organisation: string, group: string | null): Card =>
  cardOf(texts.done(organisation), [
    heading(texts.done(plain(organisation))),
    ...(group ? [paragraph(texts.joined(plain(group)))] : []),
    paragraph(texts.next),
    note(texts.change),
  ]);
