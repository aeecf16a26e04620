/** Rights in elections and decisions: buttons, words, parts and places. */
import { type ActRow, of } from "./act.ts";
import type { Act } from "./rights.ts";

type VoteAct = Extract<Act, `election.${string}` | `decision.${string}` | `rule.${string}`>;

export const VOTE_ACTS: Readonly<Record<VoteAct, ActRow>> = {
  "election.show": {
    verbs: of("election", "help proof lotHandForm paperForm"),
    words: ["wahl"],
  },
  "election.lead": { verbs: of("election", "manage"), words: ["wahl leiten"], where: "personal" },
  "election.vote": {
    verbs: of("election", "paper test review resume cast"),
    parts: ["holder"],
    where: "personal",
  },
  "election.nominate": {
    verbs: of("election", "nomination nominate"),
    parts: ["holder", "chair"],
    where: "personal",
  },
  "election.stand": {
    verbs: of("election", "answer decline refuse withdraw"),
    parts: ["candidate"],
    where: "personal",
  },
  "election.object": {
    verbs: of("election", "objection objectionCheck object"),
    parts: ["holder"],
    where: "personal",
  },
  "election.paper": { verbs: of("election", "paperAsk"), parts: ["holder"] },
  "election.enter": { verbs: of("election", "written enter"), parts: ["officer"], where: "personal" },
  "election.minutes": {
    verbs: of("election", "minutes"),
    parts: ["holder", "deputy", "chair", "officer", "scrutineer"],
    where: "personal",
  },
  "election.scrutinise": { verbs: of("election", "opening confirm"), parts: ["scrutineer"] },
  "election.drawByHand": { verbs: of("election", "lotHandPropose"), parts: ["officer"] },
  "election.confirm": {
    verbs: of("election", "proposal agree drop paperPropose"),
    parts: ["holder", "chair", "officer"],
  },
  "election.start": {
    verbs: of("election", "form check start rolesForm rolesName openForm open"),
    words: ["wahl starten"],
  },
  "election.close": { verbs: of("election", "close") },
  "election.manage": {
    verbs: of(
      "election",
      "cancelForm cancelPropose delegateForm delegatePropose extend extendCheck extendForm lotForm lotCheck lotDraw repeat",
    ),
  },
  "rule.show": { verbs: of("rule", "show versions"), words: ["wahlordnung"] },
  "rule.change": { verbs: of("rule", "form review save") },
  "decision.show": { verbs: of("decision", "show list"), words: ["abstimmung", "abstimmungen"] },
  "decision.start": {
    verbs: of("decision", "form check create open"),
    words: ["abstimmung starten"],
    inForum: "coordinator",
  },
  "decision.vote": { verbs: of("decision", "cast"), parts: ["holder"], where: "personal" },
  "decision.askSecrecy": { verbs: of("decision", "askSecret"), parts: ["holder"] },
  "decision.cancel": { verbs: of("decision", "askCancel cancel close") },
};
