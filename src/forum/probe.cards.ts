/** The Probe card, and what the coordinator sees of it. */
import { germanDate, wallClockAt } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import { button, cardOf, heading, note, paragraph, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { ProbeView } from "./probe.service.ts";
import { texts } from "./probe.texts.ts";
import type { ProbeCardData } from "./probe.ts";

type Names = (party: string) => string;

const whenOf = (at: Instant): string => `${germanDate(at)}, ${wallClockAt(at).slice(-5)} Uhr`;

export type ProbesForm = {
  readonly actionId: string;
  readonly view: ProbeView;
  readonly nameOf: Names;
  readonly problem?: string;
  /** How many cards have just been sent. */
  readonly sent?: number;
};

export function probesCard({ actionId, view, nameOf, problem, sent }: ProbesForm): Card {
  const { reached, missing, lastSentAt, seats } = view;
  const names = missing.map(({ party, held }) => (held ? nameOf(party) : texts.empty(nameOf(party))));
  const someMissing = lastSentAt !== null && missing.some(({ held }) => held);
  return cardOf(
    texts.title,
    [
      heading(texts.title),
      ...(problem ? [warning(problem)] : []),
      ...(sent === undefined ? [] : [paragraph(texts.sent(sent))]),
      { ...paragraph(texts.reached(reached, seats)), weight: "Bolder" as const },
      note(lastSentAt === null ? texts.never : texts.lastSent(whenOf(lastSentAt))),
      ...(names.length === 0 ? [note(texts.all)] : [note(texts.missing), note(names.join(", "))]),
      note(texts.why),
    ],
    [
      button(texts.sendAll, "probe.send", { actionId, extent: "all" }, lastSentAt === null),
      ...(someMissing
        ? [button(texts.sendMissing, "probe.send", { actionId, extent: "missing" }, true)]
        : []),
      button(texts.refresh, "probe.show"),
      button(texts.overview, "say", { text: "koordination" }),
    ],
  );
}

export const probeCard = (data: ProbeCardData): Card =>
  cardOf(
    texts.cardTitle,
    [heading(texts.cardTitle), paragraph(texts.cardWhy)],
    [button(texts.press, "probe.answer", data, true)],
  );

export const thanksCard = (again: boolean): Card => {
  const thanks = again ? texts.thanksAgain : texts.thanks;
  return cardOf(thanks, [paragraph(thanks)]);
};
