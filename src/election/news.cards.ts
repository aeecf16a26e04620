/** Cards that tell all of an election: from the announcement to the end. */
import { button, heading, note, paragraph, plain } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { electionCard, listOf, ruleBlock, whenOf } from "./frame.cards.ts";
import { lotLines, nextLines, termLine } from "./news.lines.ts";
import { titles, news as words } from "./news.texts.ts";
import { ruleVersionLine } from "./organise/rule.texts.ts";
import { nominate } from "./people/candidacy.texts.ts";
import { objection } from "./people/objection.texts.ts";
import { form, OFFICES } from "./round.texts.ts";
import type { StoredElection, StoredRole, StoredRound } from "./stored.ts";
import { notElectedReasons } from "./texts.ts";
import type { News } from "./tidings.ts";

export type NewsView = {
  readonly election: StoredElection;
  /** The newest round; of a drawn lot its own. */
  readonly round: StoredRound | null;
  /** Who stands in the round that comes or runs. */
  readonly names: readonly string[];
  readonly withdrew: readonly string[];
  readonly roles: readonly StoredRole[];
  /** Names of municipalities with and without somebody who holds their seat. */
  readonly held: readonly string[];
  readonly empty: readonly string[];
  readonly quorum: number;
  /** Read by one person only. */
  readonly personal: boolean;
  readonly nameOf: (party: string) => string;
};

type Part = {
  readonly body: NonNullable<Card["body"]>;
  readonly actions?: NonNullable<Card["actions"]>;
};

const small = (text: string) => ({ ...heading(text), size: "Default" as const });
const maybe = (lines: readonly (string | null)[]) =>
  lines.filter((line) => line !== null && line !== "").map((line) => paragraph(line ?? ""));
const when = (instant: number | null): string => (instant === null ? "" : whenOf(instant));

function people({ roles, nameOf }: NewsView, role: StoredRole["role"]): string {
  const found = roles.filter((one) => one.role === role && one.until === null);
  return found.map(({ name, party }) => plain(form.person(name, nameOf(party)))).join(", ");
}

const proposing = ({ personal, election }: NewsView): Pick<Part, "actions"> =>
  personal
    ? { actions: [button(nominate.button, "election.nomination", { election: election.id }, true)] }
    : {};

function nomination(view: NewsView): Part {
  const { election, personal, quorum, held, empty } = view;
  const entitled = held.length + empty.length;
  return {
    body: [
      ...maybe([words.nomination(when(election.dueAt)), words.nominationHow]),
      ...(personal ? [] : [paragraph(words.elsewhere)]),
      ...maybe([words.officer(people(view, "officer")), words.scrutineers(people(view, "scrutineer"))]),
      small(words.secretTitle),
      ...maybe([words.secret, words.open]),
      small(words.rulesTitle),
      note(ruleVersionLine(election.ruleVersion)),
      ...ruleBlock(election.rule, quorum, entitled),
    ],
    ...proposing(view),
  };
}

const extended = (view: NewsView): Part => ({
  body: maybe([words.extended(when(view.election.dueAt)), view.personal ? null : words.elsewhere]),
  ...proposing(view),
});

const register = ({ held, empty }: NewsView) => [
  small(words.registerTitle),
  ...maybe([
    held.length > 0 ? words.held(listOf(held)) : null,
    empty.length > 0 ? words.empty(listOf(empty)) : null,
  ]),
];

const candidates = (view: NewsView): Part => ({
  body: [
    ...maybe([words.candidates(listOf(view.names)), words.opens(when(view.election.dueAt))]),
    ...register(view),
  ],
});

function failed({ election }: NewsView): Part {
  const reasons: Readonly<Record<string, string>> = notElectedReasons;
  const reason = reasons[election.reason ?? ""] ?? notElectedReasons["no-candidates"];
  const afterwards = election.rule.caretaker ? words.caretaker : words.convenes;
  return {
    body: maybe([reason, election.office === "chair" ? afterwards : null, words.agenda]),
  };
}

const changed = (view: NewsView): Part => ({ body: maybe(nextLines(view)) });

const lotDrawn = (view: NewsView): Part => ({
  body: view.round ? [...maybe(lotLines(view.round)), ...maybe(nextLines({ ...view, withdrew: [] }))] : [],
});

function elected({ election, personal }: NewsView): Part {
  const { id, winner, objectionUntil } = election;
  return {
    body: maybe([
      words.elected(plain(winner ?? "")),
      termLine(election),
      objectionUntil === null ? null : words.objection(when(objectionUntil)),
    ]),
    actions: personal ? [button(objection.button, "election.object", { election: id })] : [],
  };
}

const cancelled = ({ election, round }: NewsView): Part => ({
  body: maybe([
    words.cancelled(plain(election.cancelReason ?? "")),
    round === null ? null : words.destroyed,
    words.nothingToDo,
  ]),
});

function prolonged({ round }: NewsView): Part {
  const last = round?.extensions.at(-1);
  if (!last) return { body: [] };
  return {
    body: maybe([
      words.prolonged(whenOf(last.to)),
      words.prolongedWhy(plain(last.reason)),
      words.prolongedWho,
    ]),
  };
}

const PARTS = {
  nomination,
  extended,
  candidates,
  failed,
  changed,
  "lot-drawn": lotDrawn,
  elected,
  cancelled,
  prolonged,
} satisfies Record<News, (view: NewsView) => Part>;

/** One card for each kind of news; in a channel without anything that concerns one person. */
export function newsCard(trial: boolean, which: News, view: NewsView): Card {
  const { body, actions = [] } = PARTS[which](view);
  return electionCard(trial, titles[which](OFFICES[view.election.office]), body, actions);
}
