/** The card that proposes dates. */
import {
  button,
  cardOf,
  choice,
  exit,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { nameOf } from "../cards.ts";
import { EMPTY_MEETING } from "../meeting.ts";
import { form } from "../texts.ts";
import { type Proposal, type QuarterPlan, quarterKey } from "./plan.ts";
import type { PlanningView } from "./service.ts";
import { doubts, planning, reasonsOf } from "./texts.ts";

/** The usual start of a Forum. */
const USUAL_START = "09:00";
const WANTED = 3;

const proposalOf = (proposal: Proposal) => ({
  type: "Container" as const,
  separator: true,
  items: [
    { ...paragraph(planning.proposal(proposal.date)), weight: "Bolder" as const },
    note(reasonsOf(proposal)),
    {
      type: "ActionSet" as const,
      actions: [
        exit(planning.take(proposal.date), "meeting.form", {
          ...EMPTY_MEETING,
          startsOn: proposal.date,
          startsAt: USUAL_START,
        }),
      ],
    },
  ],
});

function whyOf({ proposals, weighed }: QuarterPlan): readonly string[] {
  if (proposals.length === 0) return [planning.none(weighed), planning.noneHelp];
  return proposals.length < WANTED ? [planning.few(weighed)] : [];
}

export function proposalsCard({ plan, passedOver, quarters }: PlanningView): Card {
  const title = planning.title(plan.quarter);
  const why = whyOf(plan);
  const found = plan.proposals.map(({ date }) => planning.proposal(date));
  return cardOf(
    [`${title}.`, ...found, ...why].join(" "),
    [
      heading(title),
      ...passedOver.map((quarter) => warning(planning.passedOver(quarter))),
      ...plan.planned.map((one) => paragraph(plain(planning.planned(nameOf(one))))),
      ...plan.doubts.map((doubt) => warning(doubts[doubt])),
      ...(plan.proposals.length === 0 ? [] : [note(planning.anchor(plan.anchor))]),
      ...plan.proposals.map(proposalOf),
      ...why.map((sentence) => paragraph(sentence)),
      choice(
        "quarter",
        planning.quarter,
        quarters.map(({ quarter, isPlanned }) => ({
          title: planning.quarterChoice(quarter, isPlanned),
          value: quarterKey(quarter),
        })),
        { value: quarterKey(plan.quarter), separator: true },
      ),
      {
        type: "ActionSet",
        actions: [button(planning.showQuarter, "meeting.propose")],
      },
    ],
    [
      exit(planning.own, "meeting.form", { ...EMPTY_MEETING }),
      exit(planning.poll, "meeting.pollForm", { quarter: quarterKey(plan.quarter) }),
      ...(plan.doubts.length === 0 ? [] : [exit(planning.holidays, "meeting.holidays")]),
      exit(form.cancel, "form.cancel"),
    ],
  );
}
