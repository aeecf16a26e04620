/**
 * The other half of the rights: for every act its buttons and typed words, the part somebody needs besides the role, and
 * where it can be done. Services decide it with their own sentences; a test holds all of them to this table.
 */

import { type ActRow, of } from "./act.ts";
import { VOTE_ACTS } from "./acts-votes.ts";
import type { Act } from "./rights.ts";

export const ACTS: Readonly<Record<Act, ActRow>> = {
  "help.show": {
    verbs: ["form.cancel", "privacy.notice"],
    words: ["hilfe", "abbrechen", "datenschutz", "glossar", "barrierefreiheit"],
  },
  "member.introduce": { verbs: of("member", "introduce ask choose"), words: ["ich bin"] },
  "privacy.own": {
    verbs: of("privacy", "own eraseForm erase file"),
    words: ["meine daten", "meine daten löschen"],
    where: "personal",
  },
  "privacy.request": { verbs: of("privacy", "requestForm ask"), words: ["widerspruch"], where: "personal" },
  "privacy.settle": {
    verbs: of("privacy", "requests answerForm settle"),
    words: ["datenschutzanfragen"],
    where: "personal",
  },

  "rules.ask": { verbs: [] },
  "rules.passOn": { verbs: of("rules", "passOn ratePassOn") },
  "rules.rate": { verbs: of("rules", "rate rateWhy") },
  "rules.own": { verbs: of("rules", "ownQuestions questions"), words: ["offene fragen"], where: "personal" },
  "rules.inform": { verbs: of("rules", "agenda inform saveInformation") },
  "rules.care": {
    verbs: [
      ...of("rules", "answer answering change close closing giveBack history know ratings"),
      ...of("rules", "ratingsDone take updateInformation withdraw withdrawing"),
      ...of("papers", "discard erase import list remove show"),
    ],
    words: ["wissen", "bewertungen", "unterlagen"],
    where: "personal",
  },

  "group.show": { verbs: of("group", "open show"), words: ["gruppe"] },
  "group.join": { verbs: of("group", "join") },
  "group.register": { verbs: of("group", "register edit change") },
  "group.detach": { verbs: of("group", "detachForm detach") },
  "group.archive": { verbs: of("group", "archiveForm archive") },
  "group.reopen": { verbs: of("group", "reopen") },

  "seat.appoint": {
    verbs: of("seat", "overview more form releaseForm give free"),
    words: ["koordination"],
  },
  "seat.show": { verbs: [], words: ["sitz"], parts: ["delegate", "deputy"], where: "personal" },
  "seat.standIn": {
    verbs: of("seat", "standIn endStandIn"),
    parts: ["delegate", "deputy"],
    where: "personal",
  },
  "seat.deputise": { verbs: of("deputy", "list seat name remove standIn end") },
  "seat.probe": { verbs: of("probe", "show send") },
  "seat.answerProbe": { verbs: of("probe", "answer"), parts: ["holder"] },
  "people.see": { verbs: of("people", "list open"), words: ["personen"], where: "personal" },
  "people.correct": { verbs: of("people", "edit correct"), where: "personal" },
  "people.remove": { verbs: of("people", "removeReview remove"), where: "personal" },
  "people.appoint": { verbs: of("coordinator", "review appoint endReview end"), where: "personal" },
  "people.import": { verbs: of("roster", "show preview import"), where: "personal" },
  "people.export": { verbs: of("roster", "export"), where: "personal" },

  "meeting.show": {
    verbs: ["agenda.show", "attachment.show", ...of("meeting", "show year poll")],
    words: ["termine", "tagesordnung", "terminumfrage"],
  },
  "meeting.reply": {
    verbs: of("meeting", "reply pollAnswer"),
    words: ["zusage"],
    parts: ["holder", "vacant"],
  },
  "meeting.plan": {
    verbs: of("meeting", "plan propose form check block blocked unblock"),
    words: ["termin planen", "sperrtage", "eigener termin"],
  },
  "meeting.cancel": { verbs: of("meeting", "askCancel cancel") },
  "meeting.move": { verbs: of("meeting", "moveForm moveCheck move") },
  "meeting.calendar": {
    verbs: of("meeting", "holidays holidayAdd holidayConfirm holidayForm holidayRemove holidayRemoveForm"),
    words: ["ferien"],
  },
  "meeting.poll": {
    verbs: of("meeting", "pollForm pollCheck pollStart pollAskGiveUp pollGiveUp"),
    words: ["terminumfrage starten"],
  },
  "meeting.attach": { verbs: of("attachment", "link decision remove") },
  "agenda.propose": { verbs: of("agenda", "form propose withdraw"), words: ["thema"] },
  "agenda.order": { verbs: of("agenda", "order allot") },
  "calendar.take": { verbs: of("calendar", "file") },
  "calendar.subscribe": {
    verbs: of("calendar", "show make stop"),
    words: ["kalender"],
    where: "personal",
  },
  "delivery.show": { verbs: of("delivery", "show"), words: ["zustellung"] },
  "delivery.manage": { verbs: of("delivery", "retry"), where: "personal" },
  "year.care": {
    verbs: of(
      "year",
      "parties leaveForm leaveCheck leaveRecord leaveWithdraw returnForm returnCheck returnRecord askTell tell",
    ),
    words: ["beteiligung"],
  },
  "year.choose": { verbs: of("year", "notices saveNotices"), words: ["mitteilungen"], where: "personal" },
  ...VOTE_ACTS,

  "exchange.record": {
    verbs: of("exchange", "experience.new"),
  },
  "exchange.begin": { verbs: of("exchange", "new save resume cancel"), words: ["festhalten"] },
  "exchange.search": {
    verbs: of("exchange", "find show usage experiences history"),
    words: ["suche", "beiträge", "wer nutzt was", "aktivität"],
  },
  "exchange.export": { verbs: of("exchange", "links revokeLinks"), words: ["export"], where: "personal" },
  "exchange.editOwn": {
    verbs: of("exchange", "edit update delete revert restore takeBack"),
  },
  "exchange.bin": { verbs: of("exchange", "bin"), words: ["papierkorb"], where: "personal" },
  "exchange.editAny": { verbs: [] },
  "exchange.moveOwn": { verbs: of("exchange", "move moveTo") },
  "exchange.moveAny": { verbs: [] },
  "exchange.object": { verbs: of("exchange", "object") },
  "exchange.experience": { verbs: of("exchange", "experience.save experience.edit experience.delete") },
  "exchange.experienceAny": { verbs: [] },
  "exchange.mark": { verbs: of("exchange", "mark") },
  "exchange.bundle": {
    verbs: of("exchange", "bundle bundles bundle.done"),
    words: ["sammelbedarf"],
    where: "personal",
  },
  "exchange.import": { verbs: of("exchange", "import importCancel") },
};
