/** Cards to one person about a candidacy, to those who organise, and about the end of a term. */
import { daysBetween } from "../calendar/dates.ts";
import { berlinDate, germanDate, instantOn } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import { button, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { electionCard, whenOf } from "./frame.cards.ts";
import { stuck, term as termWords, asked as words } from "./news.texts.ts";
import { candidacyData } from "./people/candidacy.cards.ts";
import { stand, written } from "./people/candidacy.texts.ts";
import { OFFICES, startRefusals } from "./round.texts.ts";
import type { StoredElection } from "./stored.ts";
import type { Asked } from "./tidings.ts";

export type AskedView = {
  readonly election: StoredElection;
  readonly name: string;
  /** The person leads or watches this election. */
  readonly hasRole: boolean;
};

const until = ({ dueAt }: StoredElection): string => (dueAt === null ? "" : whenOf(dueAt));

function consentCard(trial: boolean, { election, name, hasRole }: AskedView): Card {
  const data = candidacyData(election.id, name);
  return electionCard(
    trial,
    words.consent(OFFICES[election.office]),
    [
      paragraph(words.consentText(plain(name), until(election))),
      ...(hasRole ? [warning(words.consentRole)] : []),
    ],
    [
      button(stand.consent, "election.answer", { ...data, answer: "consent" }, true),
      button(stand.decline, "election.decline", data),
    ],
  );
}

const acceptanceCard = (trial: boolean, { election, name }: AskedView, again: boolean): Card => {
  const office = OFFICES[election.office];
  const data = candidacyData(election.id, name);
  return electionCard(
    trial,
    again ? words.reminder(office) : words.acceptance(office),
    [paragraph(words.acceptanceText(until(election)))],
    [
      button(stand.accept, "election.answer", { ...data, answer: "accept" }, true),
      button(stand.refuse, "election.refuse", data),
    ],
  );
};

export function askedCard(trial: boolean, asked: Asked, view: AskedView): Card {
  switch (asked) {
    case "consent":
      return consentCard(trial, view);
    case "consented":
      return electionCard(trial, words.consented, [paragraph(words.consentedText(plain(view.name)))]);
    default:
      return acceptanceCard(trial, view, asked === "acceptance-reminder");
  }
}

/** Reasons that people can do something about have a sentence of their own. */
function stuckLines(why: string, election: StoredElection): readonly string[] {
  if (why === "answer-on-paper")
    return [stuck["answer-on-paper"](plain(election.winner ?? ""), until(election))];
  if (why === "roles-missing" || why === "below-quorum") return [stuck[why]];
  const reasons: Readonly<Record<string, string>> = startRefusals;
  const reason = reasons[why];
  if (reason === undefined) return [stuck.other];
  return election.state === "nomination" ? [reason] : [reason, stuck.again];
}

/** The button with which it goes on. */
function helpful(why: string, election: string) {
  if (why === "answer-on-paper") return button(written.button, "election.written", { election }, true);
  if (why === "roles-missing") return button(stuck.roles, "election.rolesForm", { election }, true);
  return button(stuck.manage, "election.manage", { election }, true);
}

/** The election waits for those who coordinate. */
export const stuckCard = (trial: boolean, why: string, election: StoredElection): Card =>
  electionCard(trial, stuck.title(OFFICES[election.office]), stuckLines(why, election).map(paragraph), [
    helpful(why, election.id),
  ]);

/** `mayStart`: the reader coordinates. */
export function termCard(
  trial: boolean,
  { office, winner, term }: StoredElection,
  mayStart: boolean,
  now: Instant,
): Card {
  const to = term?.to ?? berlinDate(now);
  return electionCard(
    trial,
    termWords.title(OFFICES[office]),
    [
      paragraph(termWords.text(plain(winner ?? ""), germanDate(instantOn(to, "12:00")))),
      paragraph(termWords.days(Math.max(0, daysBetween(berlinDate(now), to)))),
      ...(mayStart ? [] : [paragraph(termWords.chair)]),
    ],
    mayStart ? [button(termWords.start, "election.form", { office }, true)] : [],
  );
}
