/** Cards of four eyes: a proposal, and the forms that make one. */
import { button, choice, exit, field, note, paragraph, plain, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { choiceTitle, electionCard, listOf } from "../frame.cards.ts";
import { LONGEST_REASON } from "./manage.ts";
import { proposedOf } from "./proposals.payload.ts";
import type { ProposalView } from "./proposals.service.ts";
import { cancelForm, delegateForm, matterLines, matterTitles, proposalWords } from "./proposals.texts.ts";
import { confirmationsFor, confirmersOf } from "./proposals.ts";

type NameOf = (party: string) => string;

/** What is proposed, in sentences that can be shown. */
function linesOf({ proposal, scene }: ProposalView, nameOf: NameOf): readonly string[] {
  const { payload: said } = proposal;
  const candidates = scene.last?.candidates ?? [];
  switch (said.what) {
    case "cancel":
      return matterLines.cancel(said.reason);
    case "delegateChange":
      return matterLines.delegateChange(nameOf(said.party), said.fromName, said.toName);
    case "paperRequest":
      return matterLines.paperRequest(nameOf(said.party));
    case "paperResult":
      return [
        ...said.tally.map(([name, votes]) =>
          matterLines.paperVotes(plain(choiceTitle(name, candidates)), votes),
        ),
        matterLines.paperPresent(said.present),
        matterLines.paperWhy,
      ];
    case "lotDrawn":
      return matterLines.lotDrawn(listOf(said.drawn));
  }
}

/** In which parts it can be confirmed, each once. */
export const confirmingParts = ({ proposal, scene }: Pick<ProposalView, "proposal" | "scene">) => {
  const parts = confirmersOf(proposedOf(proposal), scene.people).map((one) => one.part);
  return proposal.payload.what === "paperRequest" ? (["coordinator"] as const) : [...new Set(parts)];
};

/** How far it is: who has confirmed, and who can. */
export function progressLines(view: Pick<ProposalView, "proposal" | "scene">): readonly string[] {
  const { approvals, payload, settledAt } = view.proposal;
  if (settledAt !== null) return [proposalWords.settled];
  const names = listOf(approvals.map((one) => one.name));
  return [
    proposalWords.count(approvals.length, confirmationsFor(payload.what)),
    ...(names === "" ? [] : [proposalWords.by(names)]),
    proposalWords.waitsFor(confirmingParts(view)),
  ];
}

export function proposalCard(trial: boolean, view: ProposalView, nameOf: NameOf, told?: string): Card {
  const { proposal, mayConfirm, mayDrop } = view;
  const data = { proposal: proposal.id };
  return electionCard(
    trial,
    matterTitles[proposal.payload.what],
    [
      ...(told ? [{ ...paragraph(told), weight: "Bolder" as const }] : []),
      ...linesOf(view, nameOf).map(paragraph),
      ...progressLines(view).map(note),
    ],
    [
      ...(mayConfirm ? [button(proposalWords.confirm, "election.agree", data, true)] : []),
      ...(mayDrop
        ? [button(mayConfirm ? proposalWords.drop : proposalWords.takeBack, "election.drop", data)]
        : []),
      button(proposalWords.toElection, "election.manage", { election: proposal.electionId }),
    ],
  );
}

export type CancelFormView = {
  readonly actionId: string;
  readonly election: string;
  readonly reason: string;
  readonly problem?: string;
};

export const cancelFormCard = (trial: boolean, view: CancelFormView): Card =>
  electionCard(
    trial,
    cancelForm.title,
    [
      ...(view.problem ? [warning(view.problem)] : []),
      paragraph(cancelForm.why),
      field("reason", cancelForm.reason, {
        ...{ isRequired: true, errorMessage: cancelForm.missing },
        ...{ isMultiline: true, maxLength: LONGEST_REASON },
        ...(view.reason === "" ? {} : { value: view.reason }),
      }),
    ],
    [
      button(
        cancelForm.send,
        "election.cancelPropose",
        { actionId: view.actionId, election: view.election },
        true,
      ),
      exit(cancelForm.cancel, "election.manage", { election: view.election }),
    ],
  );

export type DelegateFormView = {
  readonly actionId: string;
  readonly election: string;
  /** Members who do not hold the seat of their party. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly party: string }[];
  readonly problem?: string;
};

export const delegateFormCard = (trial: boolean, view: DelegateFormView): Card =>
  electionCard(
    trial,
    delegateForm.title,
    [
      ...(view.problem ? [warning(view.problem)] : []),
      paragraph(delegateForm.why),
      ...(view.people.length === 0
        ? [paragraph(delegateForm.nobody)]
        : [
            choice(
              "person",
              delegateForm.person,
              view.people.map(({ id, name, party }) => ({
                title: delegateForm.named(party, name),
                value: id,
              })),
              { placeholder: delegateForm.choose },
            ),
          ]),
    ],
    [
      ...(view.people.length === 0
        ? []
        : [
            button(
              delegateForm.send,
              "election.delegatePropose",
              { actionId: view.actionId, election: view.election },
              true,
            ),
          ]),
      exit(delegateForm.cancel, "election.manage", { election: view.election }),
    ],
  );
