/** A tiny bot behind the real edge: enough to show what the edge does. */
import { createTeamsEdge, type TeamsEdge, type TeamsEdgeOptions } from "../../src/teams/edge.teams.ts";
import type { Incoming } from "../../src/turn/incoming.ts";
import { type Card, card, refusal, stored, text } from "../../src/turn/reply.ts";
import { type Settings, startBot } from "../support/bot.ts";
import type { Issuer } from "../support/issuer.ts";

export const APP_ID = "33333333-3333-3333-3333-333333333333";
export const TENANT = "11111111-0000-0000-0000-000000000001";

const execute = (title: string, verb: string, data: object = {}) =>
  ({ type: "Action.Execute", title, verb, data }) as const;

export const formCard: Card = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    { type: "TextBlock", text: "Austausch festhalten" },
    {
      type: "Input.Text",
      id: "title",
      label: "Titel",
      isRequired: true,
      errorMessage: "Bitte geben Sie einen Titel ein.",
    },
    {
      type: "Input.ChoiceSet",
      id: "kind",
      label: "Art",
      value: "process",
      choices: [
        { title: "Prozess", value: "process" },
        { title: "Produkt", value: "product" },
      ],
    },
    { type: "Input.Toggle", id: "draft", title: "Unverbindlich", valueOn: "yes", valueOff: "no" },
  ],
  actions: [execute("Speichern", "form.save", { actionId: "a-1" }), execute("Abbrechen", "form.cancel")],
};

const done = (said: string): Card => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text: said }],
});

function said(words: string) {
  if (words === "formular") return card(formCard, "Formular");
  if (words === "boom") throw new Error("geheim");
  return words.startsWith("merke") ? stored(text("Gemerkt.")) : text(`Sie sagten: „${words}“`);
}

function pressed(verb: string, data: unknown) {
  if (verb === "form.save") return card(done(JSON.stringify(data)), "Gespeichert");
  if (verb === "form.refresh") return card({ ...done("neu"), refresh: { userIds: [] } }, "neu");
  return verb === "form.cancel" ? text("Abgebrochen.") : refusal("Diesen Knopf kenne ich nicht.");
}

function searched(query: string) {
  if (query === "boom") throw new Error("geheim");
  return query === "" ? [] : [{ title: "Bauakte", text: query, card: done("Bauakte") }];
}

/** Answers `formular`, `boom`, `merke …`, a form and a search; echoes everything else. */
export async function smallDispatch(incoming: Incoming) {
  if (incoming.kind === "typed") return said(incoming.text);
  if (incoming.kind === "action") return pressed(incoming.verb, incoming.data);
  if (incoming.kind === "search") return searched(incoming.query);
  if (incoming.kind === "otherInvoke" || incoming.kind === "dialog") return refusal("Das kann ich nicht.");
  return text(incoming.kind === "installed" ? "Guten Tag." : "Auf Wiedersehen.");
}

export type Unsent = { readonly place: unknown; readonly text: string; readonly activityId: string };

/** The edge, its dispatcher's input, and the replies it could not send. */
export async function startSmallBot(bent: Partial<TeamsEdgeOptions> = {}, settings: Settings = {}) {
  const dispatched: Incoming[] = [];
  const unsent: Unsent[] = [];
  return startBot(
    ({ log }) => {
      const dispatch = bent.dispatch ?? smallDispatch;
      const edge: TeamsEdge = createTeamsEdge({
        auth: { kind: "local" },
        tenants: [TENANT],
        serviceHosts: ["127.0.0.1"],
        verbs: ["form.save", "form.cancel", "form.refresh"],
        onUnsentReply: async (place, reply, activityId) => {
          unsent.push({ place, text: reply.kind === "text" ? reply.text : reply.summary, activityId });
        },
        log,
        ...bent,
        dispatch: (incoming) => {
          dispatched.push(incoming);
          return dispatch(incoming);
        },
      });
      return { messages: edge.handle, edge, dispatched, unsent };
    },
    { tenantId: TENANT, ...settings },
  );
}

export type SmallBot = Awaited<ReturnType<typeof startSmallBot>>;

/** Options of an edge that checks tokens against a local issuer. */
export const checkedBy = (issuer: Issuer): Partial<TeamsEdgeOptions> => ({
  auth: {
    kind: "bot",
    appId: APP_ID,
    appType: "SingleTenant",
    tenantId: TENANT,
    settings: issuer.settings,
    credentials: issuer.credentials(APP_ID) as never,
  },
});
