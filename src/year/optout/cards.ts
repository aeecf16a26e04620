/** The card on which people choose their messages. */
import { button, cardOf, choice, exit, heading, note, paragraph } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { listed } from "../texts.ts";
import { texts, topics } from "./texts.ts";
import { TOPICS, type Topic } from "./topics.ts";

export type OptOutView = {
  readonly actionId: string;
  readonly off: readonly Topic[];
  readonly coordinator: boolean;
};

const choices = TOPICS.map((value) => ({ value, title: topics[value] }));

export const chooseCard = ({ actionId, off, coordinator }: OptOutView): Card =>
  cardOf(
    `${texts.title}. ${texts.why}`,
    [
      heading(texts.title),
      paragraph(texts.why),
      choice("wanted", texts.wanted, choices, {
        style: "expanded",
        isMultiSelect: true,
        wrap: true,
        value: TOPICS.filter((topic) => !off.includes(topic)).join(","),
      }),
      paragraph(texts.always),
      ...(coordinator ? [paragraph(texts.coordination)] : []),
      note(texts.groups),
    ],
    [button(texts.save, "year.saveNotices", { actionId }, true), exit(texts.cancel, "form.cancel")],
  );

export function chosenCard({ off }: Pick<OptOutView, "off">): Card {
  const names = listed(off.map((topic) => `„${topics[topic]}“`));
  const state = off.length === 0 ? texts.allOn : texts.off(names);
  return cardOf(
    `${texts.saved} ${state}`,
    [heading(texts.title), paragraph(texts.saved), paragraph(state), paragraph(texts.always)],
    [button(texts.change, "year.notices")],
  );
}
