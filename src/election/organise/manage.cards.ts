/** Cards for those who organise an election. Nothing here says who has voted, or what. */
import { button, heading, note, paragraph, plain, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { electionCard, whenOf } from "../frame.cards.ts";
import { lotSource } from "../news.lines.ts";
import { form } from "../round.texts.ts";
import type { StoredElection } from "../stored.ts";
import { actionsFor } from "./manage.actions.ts";
import type { ManageView } from "./manage.service.ts";
import { actionTitles, manageWords, stateLines } from "./manage.texts.ts";
import { progressLines } from "./proposals.cards.ts";
import { awaitsPaper, isVoting } from "./proposals.scene.ts";
import { matterTitles, proposalWords } from "./proposals.texts.ts";

type Body = NonNullable<Card["body"]>;
type NameOf = (party: string) => string;

export const officeName = ({ office }: Pick<StoredElection, "office">): string =>
  office === "deputy" ? form.offices.deputy : form.offices.chair;

function stateLine({ scene }: ManageView): string {
  const { election, last } = scene;
  if (election.state !== "voting")
    return stateLines[election.state](election.dueAt === null ? "" : whenOf(election.dueAt));
  if (awaitsPaper(scene)) return manageWords.onPaper;
  return isVoting(scene) && last ? stateLines.voting(whenOf(last.closesAt)) : manageWords.closing;
}

function peopleLines({ scene, held, entitled, quorum }: ManageView, nameOf: NameOf): Body {
  const name = ({ name: who, party }: { name: string; party: string }) =>
    manageWords.person(plain(who), plain(nameOf(party)));
  const officer = scene.roles.find((one) => one.role === "officer");
  const watch = scene.roles.filter((one) => one.role === "scrutineer");
  const below = held < quorum && scene.election.state !== "voting";
  const seats = manageWords.seats(held, entitled, quorum);
  return [
    officer ? paragraph(manageWords.officer(name(officer))) : warning(manageWords.noOfficer),
    watch.length === 2
      ? paragraph(manageWords.scrutineers(watch.map(name).join(", ")))
      : warning(manageWords.noScrutineers),
    below ? warning(seats) : paragraph(seats),
  ];
}

const part = (title: string): Body[number] => ({ ...heading(title), size: "Default", separator: true });

const proposalParts = ({ open, scene }: ManageView): Body =>
  open.length === 0
    ? []
    : [
        part(manageWords.waiting),
        ...open.flatMap((proposal): Body => {
          const title = matterTitles[proposal.payload.what];
          return [
            { ...paragraph(title), weight: "Bolder" },
            ...progressLines({ proposal, scene }).map(note),
            {
              type: "ActionSet",
              actions: [button(proposalWords.look(title), "election.proposal", { proposal: proposal.id })],
            },
          ];
        }),
      ];

const VERBS = {
  open: "election.openForm",
  extend: "election.extendForm",
  repeat: "election.repeat",
  draw: "election.lotForm",
  drawByHand: "election.lotHandForm",
  paper: "election.paperForm",
  delegate: "election.delegateForm",
  roles: "election.rolesForm",
  askPaper: "election.paperAsk",
  cancel: "election.cancelForm",
} as const;

/** How an election stands, who leads it, what waits for somebody, and what this person can do. */
export function manageCard(
  trial: boolean,
  view: ManageView,
  { nameOf, actionId, told }: { readonly nameOf: NameOf; readonly actionId: string; readonly told?: string },
): Card {
  const { scene } = view;
  const lot = scene.election.state === "lot_pending" ? scene.last?.lot : null;
  const can = actionsFor(view);
  const data = { election: scene.election.id, actionId };
  return electionCard(trial, manageWords.title(officeName(scene.election)), [
    ...(told ? [{ ...paragraph(told), weight: "Bolder" as const }] : []),
    paragraph(stateLine(view)),
    ...(lot ? [paragraph(lotSource(lot))] : []),
    ...peopleLines(view, nameOf),
    note(manageWords.fourEyes),
    ...proposalParts(view),
    ...(can.length === 0
      ? [paragraph(manageWords.nothing)]
      : [
          part(manageWords.next),
          ...can.map((action) => ({
            type: "ActionSet" as const,
            actions: [button(actionTitles[action], VERBS[action], data)],
          })),
        ]),
  ]);
}

/** More than one election runs. */
export const chooseCard = (trial: boolean, views: readonly ManageView[]): Card =>
  electionCard(
    trial,
    manageWords.several,
    [],
    views.map(({ scene }) =>
      button(manageWords.title(officeName(scene.election)), "election.manage", {
        election: scene.election.id,
      }),
    ),
  );
