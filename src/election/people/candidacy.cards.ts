/** Cards of those who nominate, who stand, and who enter what came in writing. In the personal chat only. */
import { germanDate, instantOn } from "../../calendar/zones.ts";
import { button, choice, exit, note, paragraph, plain, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { electionCard, whenOf } from "../frame.cards.ts";
import { OFFICES } from "../round.texts.ts";
import type { StoredCandidacy } from "../stored.ts";
import type { Moved, MoveType } from "./candidacy.move.ts";
import type { NominationForm, Question } from "./candidacy.service.ts";
import { nominate, stand, withdrawalIn, written } from "./candidacy.texts.ts";
import type { WrittenForm } from "./candidacy.written.service.ts";

/** Back to what `wahl` shows. */
const back = () => exit(stand.back, "say", { text: "wahl" });
/** Data of a button about one candidacy. */
export const candidacyData = (election: string, name: string) => ({ election, name });

type NameOf = (party: string) => string;

const german = (date: string | undefined): string => (date ? germanDate(instantOn(date, "12:00")) : "");

export function nominateCard(
  trial: boolean,
  { election, seats }: NominationForm,
  nameOf: NameOf,
  actionId: string,
): Card {
  const titles = seats
    .map(({ party, person }) => {
      const name = nameOf(party);
      return { title: person === null ? nominate.empty(name) : nominate.person(name, person), value: party };
    })
    .sort((a, b) => a.title.localeCompare(b.title, "de"));
  return electionCard(
    trial,
    nominate.title(OFFICES[election.office]),
    [
      paragraph(nominate.intro),
      ...(election.dueAt === null ? [] : [paragraph(nominate.until(whenOf(election.dueAt)))]),
      note(nominate.secret),
      choice("party", nominate.party, titles, {
        ...{ placeholder: nominate.choose, isRequired: true, errorMessage: nominate.choose },
      }),
    ],
    [button(nominate.send, "election.nominate", { election: election.id, actionId }, true), back()],
  );
}

export const nominatedCard = (trial: boolean, election: string, { name, memberId }: StoredCandidacy): Card =>
  electionCard(
    trial,
    nominate.done,
    [
      paragraph(memberId === null ? nominate.written(plain(name)) : nominate.asked(plain(name))),
      note(nominate.secret),
    ],
    [button(nominate.another, "election.nomination", { election }), back()],
  );

/** Asked once more before a withdrawal, or before the refusal of the office. */
export function questionCard(
  trial: boolean,
  { election, candidacy }: Question,
  type: "withdraw" | "decline",
): Card {
  const data = candidacyData(election.id, candidacy.name);
  const leaves = type === "withdraw";
  const state = withdrawalIn(election.state);
  return electionCard(
    trial,
    leaves ? stand.withdrawTitle : stand.refuseTitle,
    [
      paragraph(`${OFFICES[election.office]}: ${plain(candidacy.name)}`),
      paragraph(leaves ? stand.withdrawText[state] : stand.refuseText),
      warning(stand.final),
    ],
    [
      button(leaves ? stand.withdraw : stand.refuse, "election.answer", { ...data, answer: type }, true),
      back(),
    ],
  );
}

type Said = { readonly title: string; readonly text: string };

function saidAfter(type: MoveType, { effect, election, candidacy }: Moved): Said {
  switch (type) {
    case "consent":
      return { title: stand.consented, text: stand.consentedText(plain(candidacy.name)) };
    case "accept":
      return {
        title: stand.accepted,
        text: stand.acceptedText(german(election.term?.from), german(election.term?.to)),
      };
    case "decline":
      return { title: stand.refused, text: stand.refusedText };
    default:
      return afterWithdrawal(effect, election.state, candidacy);
  }
}

function afterWithdrawal(effect: Moved["effect"], state: string, one: StoredCandidacy): Said {
  const { consentedAt, withdrawnIn } = one;
  // Delivered twice while the round is still open: the same answer as the first time.
  if (effect === "noted" || (effect === "duplicate" && state === "voting" && withdrawnIn !== 0))
    return { title: stand.noted, text: stand.notedText };
  return consentedAt === null
    ? { title: stand.declined, text: stand.declinedText }
    : { title: stand.withdrawn, text: stand.withdrawnText };
}

/** What the person has answered. */
export function answeredCard(trial: boolean, type: MoveType, moved: Moved): Card {
  const { title, text } = saidAfter(type, moved);
  return electionCard(
    trial,
    title,
    [paragraph(text), ...(moved.lostRole ? [warning(stand.lostRole)] : [])],
    [back()],
  );
}

export const answeredTitle = (type: MoveType, moved: Moved): string => saidAfter(type, moved).title;

export function writtenCard(trial: boolean, { election, candidacies, answers }: WrittenForm): Card {
  if (candidacies.length === 0 || answers.length === 0)
    return electionCard(trial, written.title, [paragraph(written.none)], [back()]);
  return electionCard(
    trial,
    written.title,
    [
      paragraph(OFFICES[election.office]),
      paragraph(written.intro),
      choice(
        "name",
        written.candidacy,
        candidacies.map(({ name }) => ({ title: name, value: name })),
        { isRequired: true, errorMessage: written.chooseOne, placeholder: written.chooseOne },
      ),
      choice(
        "answer",
        written.answer,
        answers.map((one) => ({ title: written.answers[one], value: one })),
        { isRequired: true, errorMessage: written.chooseAnswer, style: "expanded" },
      ),
    ],
    [button(written.send, "election.enter", { election: election.id }, true), back()],
  );
}

export const enteredCard = (trial: boolean, type: MoveType, { effect, election, candidacy }: Moved): Card =>
  electionCard(
    trial,
    written.done,
    [
      paragraph(written.doneText(plain(candidacy.name), written.answers[type])),
      ...(effect === "noted" ? [note(written.noted)] : []),
    ],
    [button(written.button, "election.written", { election: election.id }), back()],
  );
