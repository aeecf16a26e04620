// @ts-check
// Everything that is no pressed button: typed words, searches, dialogs, files, events, and what this bot does not answer.
import { events } from "./events.mjs";
import { anything, mutated } from "./mutate.mjs";
import { nasty, plainWords, questions } from "./words.mjs";

/** @typedef {import("./presses.mjs").Known} Known */
/** @typedef {import("../chaos/random.mjs").Chance} Chance */
/** @typedef {import("./session.mjs").Person} Person */
/** @typedef {Record<string, any>} Activity */
/** @typedef {{ activity?: Activity, body?: string | Buffer, headers?: Record<string, string>, token?: string }} Request */
/** @typedef {(known: Known, chance: Chance) => Request} Make */

const MENTION = { type: "mention", text: "<at>Forumsbote</at>" };
const FILE = "application/vnd.microsoft.teams.file.download.info";

/** @param {Known} known @param {Chance} chance @returns {Person} */
const somebody = ({ views }, chance) => chance.pick(views);

/** @param {Person} who @param {string} text @returns {Activity} */
function typed(who, text) {
  const sent = who.activity({ text });
  if (who.place.kind === "personal") return sent;
  const mentioned = /** @type {Activity} */ (sent.recipient);
  return { ...sent, text: `${MENTION.text} ${text}`, entities: [{ ...MENTION, mentioned }] };
}

/** @type {Make} */
export const command = (known, chance) => ({
  activity: typed(somebody(known, chance), chance.pick(known.texts)),
});

/** @type {Make} */
export const question = (known, chance) => ({
  activity: typed(somebody(known, chance), chance.pick(questions)),
});

/** A command with something nasty in, before or behind it. @type {Make} */
export function oddText(known, chance) {
  const said = chance.pick([...known.texts, ""]);
  const odd = chance.pick(nasty);
  const cut = Math.floor(chance.between(0, said.length));
  const text = chance.pick([
    `${said} ${odd}`,
    `${said}${odd}`,
    `${said} ${odd} – ${chance.pick(nasty)}`,
    `${odd} ${said}`,
    `${said.slice(0, cut)}${odd}${said.slice(cut)}`,
    odd,
  ]);
  const activity = typed(somebody(known, chance), text);
  return {
    activity: chance.happens(0.1)
      ? { ...activity, textFormat: "xml", attachments: [{ contentType: "text/html", content: odd }] }
      : activity,
  };
}

/** @type {Make} */
export function search(known, chance) {
  const words = chance.pick([chance.pick(plainWords), "Aktura", "", chance.pick(nasty)]);
  const value = {
    commandId: "suche",
    parameters: [{ name: "q", value: words }],
    queryOptions: { count: 25, skip: 0 },
  };
  const name = "composeExtension/query";
  const sent = chance.happens(0.25) ? mutated({ value }, chance, 2).value : value;
  return { activity: somebody(known, chance).activity({ type: "invoke", name, value: sent }) };
}

/** The action of the app on a message. @type {Make} */
export function dialog(known, chance) {
  const who = somebody(known, chance);
  const messagePayload = {
    id: String(Math.floor(chance.between(1e12, 2e12))),
    createdDateTime: chance.pick(["2026-03-01T09:30:00.000Z", "2026-03-01T09:30:00.000Z", "gestern"]),
    linkToMessage: "https://teams.microsoft.com/l/message/x/1",
    from: { user: { id: who.aadObjectId, displayName: who.name, userIdentityType: "aadUser" } },
    body: { contentType: "html", content: `<p>${chance.pick([...plainWords, ...nasty])}</p>` },
    attachments: [],
  };
  const value = { commandId: "erfassen", commandContext: "message", messagePayload };
  const sent = chance.happens(0.4) ? mutated({ value }, chance, 2).value : value;
  return { activity: who.activity({ type: "invoke", name: "composeExtension/fetchTask", value: sent }) };
}

let kept = 0;
/** @type {Make} */
export function file(known, chance) {
  const who = somebody(known, chance);
  kept += 1;
  const name = chance.pick(["ziele.txt", "beitraege.csv", "a.pdf", "b.docx", "", chance.pick(nasty)]);
  const content = chance.pick([
    `Ziele\n\nDas Forum tagt einmal im Quartal. Fassung ${kept}.`,
    `Titel;Art;Text\nAktura ${kept};Produkt;Läuft`,
    "",
    "\ufffe\u0000\u0001",
    "%PDF-1.7 kaputt",
    "PK\u0003\u0004 kaputt",
    chance.pick(nasty),
  ]);
  const downloadUrl = chance.pick([
    known.keeps(`f${kept}`, content),
    known.keeps(`f${kept}`, content),
    chance.pick(["https://boese.example/x", "http://169.254.169.254/x", "file:///etc/passwd", "x", ""]),
  ]);
  const attachments = [{ contentType: FILE, name, content: { downloadUrl } }];
  const activity = who.activity({ attachments });
  return { activity: chance.happens(0.2) ? { ...activity, ...mutated({ attachments }, chance) } : activity };
}

/** @type {Make} */
export function event(known, chance) {
  const sent = chance.pick(events)(somebody(known, chance));
  return { activity: chance.happens(0.15) ? mutated(sent, chance) : sent };
}

const INVOKES = [
  ...["task/fetch", "task/submit", "fileConsent/invoke", "signin/verifyState", "composeExtension/selectItem"],
  ...["composeExtension/queryLink", "message/submitAction", "config/fetch", "handoff/action", "x", ""],
];
const TYPES = [
  "messageReaction",
  "messageUpdate",
  "messageDelete",
  "typing",
  "event",
  "endOfConversation",
  "trace",
  "x",
];

/** What this bot does not answer, or not with more than a sentence. @type {Make} */
export function unknown(known, chance) {
  const who = somebody(known, chance);
  if (chance.happens(0.5)) {
    const value = chance.pick([anything(chance), { data: anything(chance) }, { action: "accept" }]);
    return { activity: who.activity({ type: "invoke", name: chance.pick(INVOKES), value }) };
  }
  const type = chance.pick(TYPES);
  return { activity: who.activity({ type, text: "hilfe", reactionsAdded: [{ type: "like" }] }) };
}
