/**
 * People who use the bot as in Teams: they type, press buttons by their title, fill inputs by their label,
 * search, and see what a client would show. Cards answered by an invoke change in the presser's view only.
 *
 *   const anna = people.person("Delegation Binzen");
 *   await anna.types("festhalten");
 *   anna.fills({ Titel: "Digitale Bauakte" });
 *   await anna.presses("Speichern");
 *   expect(anna.lastText()).toContain("festgehalten");
 *
 * `anna.in(channel("Bauen"))` is Anna in another place, `anna.elsewhere()` Anna on a second device.
 */
import { dialogAnswer, readInvoke, type SearchHit, searchAnswer } from "./answers.ts";
import { actionTitled, entered, type Fill, inputLabelled, textOf, valuesOf } from "./card.ts";
import type { FakeConnector, Posted } from "./fake-connector.ts";
import { conversationIdOf, personalChat, type TestPlace } from "./places.ts";

export type Seen = {
  readonly order: number;
  /** The text of the message, or everything that can be read on its card. */
  readonly text: string;
  readonly card?: unknown;
  /** Id of the message; none for a note under a card. */
  readonly id?: string;
};

export type Town = {
  /** Where the bot listens. */
  readonly url: string;
  readonly connector: FakeConnector;
  readonly tenantId?: string;
  /** The header of every request; none in local mode. */
  readonly authorization?: () => string;
  readonly botId?: string;
  /** Is shown every answer to what people do. */
  readonly sees?: (answer: unknown) => void;
};

type Someone = {
  readonly name: string;
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly userId: string;
};

const CARD = "application/vnd.microsoft.card.adaptive";
const BOT_NAME = "Forumsbote";
const CONFIRM = "Ja, übernehmen";

/** A message that is there already, as Teams hands it to the message action. */
export type SomeMessage = {
  readonly id: string;
  readonly html: string;
  readonly replyToId?: string;
  /** Without an author a bot wrote it. */
  readonly author?: { readonly aadObjectId: string; readonly name: string };
  readonly at?: string;
  readonly link?: string;
  readonly attachments?: readonly unknown[];
};

const payloadOf = ({ id, html, replyToId, author, at, link, attachments = [] }: SomeMessage) => ({
  id,
  replyToId: replyToId ?? null,
  createdDateTime: at ?? "2026-03-01T09:30:00.000Z",
  subject: null,
  linkToMessage: link ?? `https://teams.microsoft.com/l/message/x/${id}`,
  from: author
    ? {
        user: { id: author.aadObjectId, displayName: author.name, userIdentityType: "aadUser" },
        application: null,
      }
    : { user: null, application: { id: "bot", displayName: "Ein Bot", applicationIdentityType: "bot" } },
  body: { contentType: "html", content: html },
  attachments,
});

export type HttpResult = { readonly status: number; readonly body: unknown };
export type People = ReturnType<typeof createPeople>;
export type Person = ReturnType<People["person"]>;

function seenIn({ activity, id, order }: Posted): Seen {
  const card = activity.attachments?.find((one) => one.contentType === CARD)?.content;
  return card ? { order, id, card, text: textOf(card) } : { order, id, text: activity.text ?? "" };
}

export function createPeople(town: Town) {
  const tenantId = town.tenantId ?? "11111111-0000-0000-0000-000000000001";
  const botId = town.botId ?? "28:forumsbote";
  let activities = 0;
  let people = 0;

  /** Sends any activity as it is, for what no client would send. */
  async function posts(activity: unknown): Promise<HttpResult> {
    const authorization = town.authorization?.();
    const response = await fetch(`${town.url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
      body: JSON.stringify(activity),
    });
    const raw = await response.text();
    return { status: response.status, body: raw === "" ? undefined : JSON.parse(raw) };
  }

  const nextId = (): string => {
    activities += 1;
    return `${1_600_000_000_000 + activities}`;
  };

  /** What every activity of this person in this place carries. */
  function frame(who: Someone, place: TestPlace, id = nextId()) {
    const isGroup = place.kind !== "personal";
    const inTeam = place.team ? { team: { id: place.team }, channel: { id: place.id } } : {};
    return {
      id,
      channelId: "msteams",
      serviceUrl: town.connector.url,
      from: { id: who.userId, name: who.name, aadObjectId: who.aadObjectId },
      recipient: { id: botId, name: BOT_NAME },
      conversation: {
        id: conversationIdOf(place),
        conversationType: place.kind,
        tenantId: who.tenantId,
        ...(isGroup ? { isGroup } : {}),
      },
      channelData: { tenant: { id: who.tenantId }, ...inTeam },
    };
  }

  function view(who: Someone, place: TestPlace) {
    const replaced = new Map<string, Seen>();
    const notes: Seen[] = [];
    let fills = new Map<string, string>();

    /** Everything visible here, oldest first; what changed last counts as newest. */
    function sees(): Seen[] {
      const root = place.thread ? conversationIdOf(place) : place.id;
      const posted = town.connector.messages(root).map((one) => replaced.get(one.id) ?? seenIn(one));
      return [...posted, ...notes].sort((a, b) => a.order - b.order);
    }

    const now = (): number => (sees().at(-1)?.order ?? 0) + 0.001;
    const note = (text: string): void => void notes.push({ order: now(), text });

    function newestCard(reading?: string): Seen & { card: unknown } {
      const cards = sees().filter(
        (one) => one.card !== undefined && (!reading || one.text.includes(reading)),
      );
      const newest = cards.at(-1);
      if (!newest) throw new Error(`${who.name} sees no card${reading ? ` that says „${reading}“` : ""}`);
      return newest as Seen & { card: unknown };
    }

    async function delivered(activity: object): Promise<HttpResult> {
      const result = await posts(activity);
      if (result.status !== 200)
        throw new Error(`the bot answered ${result.status}: ${JSON.stringify(result.body)}`);
      town.sees?.(result.body);
      return result;
    }

    /** Presses with any verb and data; the answer is shown as a client shows it. */
    async function executes(verb: string, data: unknown, replyToId = "1"): Promise<HttpResult> {
      const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
      const activity = {
        ...frame(who, place),
        type: "invoke",
        name: "adaptiveCard/action",
        value,
        replyToId,
      };
      const result = await delivered(activity);
      const shown = readInvoke(result.body);
      if (shown.card)
        replaced.set(replyToId, { order: now(), id: replyToId, card: shown.card, text: textOf(shown.card) });
      else if (shown.text) note(shown.text);
      if (!shown.refused) fills = new Map();
      return result;
    }

    return {
      ...who,
      place,
      sees,
      /** Newest text or, of a card, everything that can be read on it. */
      lastText: (): string => sees().at(-1)?.text ?? "",
      lastCard: (): unknown => newestCard().card,

      /** Types and sends. The mention is added where Teams needs one; in a channel a new thread begins. */
      async types(text: string): Promise<HttpResult> {
        const id = nextId();
        const startsThread = place.kind === "channel" && !place.thread;
        const where = startsThread ? { ...place, thread: id } : place;
        const mention = {
          type: "mention",
          text: `<at>${BOT_NAME}</at>`,
          mentioned: { id: botId, name: BOT_NAME },
        };
        const said =
          place.kind === "personal" ? { text } : { text: `${mention.text} ${text}`, entities: [mention] };
        return delivered({ ...frame(who, where, id), type: "message", textFormat: "plain", ...said });
      },

      /** Fills inputs of the newest card, addressed by their visible label. Choices by their title. */
      fills(values: Readonly<Record<string, Fill>>): void {
        const { card } = newestCard();
        for (const [label, value] of Object.entries(values)) {
          const input = inputLabelled(card, label);
          fills.set(input.id, entered(input, value));
        }
      },

      /** Presses a button of the newest card, or of the newest card that says `on`. */
      async presses(title: string, on?: string): Promise<HttpResult> {
        const { card, id } = newestCard(on);
        const { node, type } = actionTitled(card, title);
        if (type !== "Action.Execute") throw new Error(`„${title}“ is ${type}, no button for the bot`);
        const inputs = node.associatedInputs === "none" ? {} : valuesOf(card, fills);
        const data = typeof node.data === "object" ? node.data : {};
        return executes(String(node.verb), { ...data, ...inputs }, id);
      },

      executes,

      /** Uses the search of the message extension. */
      async searches(words: string, commandId = "suche"): Promise<{ hits: SearchHit[]; message: string }> {
        const value = {
          commandId,
          parameters: [{ name: "q", value: words }],
          queryOptions: { count: 25, skip: 0 },
        };
        const activity = { ...frame(who, place), type: "invoke", name: "composeExtension/query", value };
        return searchAnswer((await delivered(activity)).body);
      },

      /** Chooses the action of the app on a message, or in the compose box; the dialog is used as a client does. */
      async acts(message?: SomeMessage, commandId = "erfassen") {
        const on = message ? { commandContext: "message", messagePayload: payloadOf(message) } : {};
        const command = { commandId, commandContext: "compose", ...on };
        const asks = async (name: string, value: object) =>
          dialogAnswer((await delivered({ ...frame(who, place), type: "invoke", name, value })).body);
        let shown = await asks("composeExtension/fetchTask", command);
        let filled = new Map<string, string>();
        const dialog = {
          text: (): string => shown.message ?? textOf(shown.card),
          /** Whether it still shows a card. */
          isOpen: (): boolean => shown.card !== undefined,
          card: (): unknown => shown.card,
          values: (): Record<string, string> => valuesOf(shown.card, filled),
          fills(values: Readonly<Record<string, Fill>>): void {
            for (const [label, value] of Object.entries(values)) {
              const input = inputLabelled(shown.card, label);
              filled.set(input.id, entered(input, value));
            }
          },
          async submits(data: unknown): Promise<void> {
            shown = await asks("composeExtension/submitAction", { ...command, data });
            filled = new Map();
          },
          async presses(title: string): Promise<void> {
            const { node, type } = actionTitled(shown.card, title);
            if (type !== "Action.Submit") throw new Error(`„${title}“ is ${type}: a dialog cannot send it`);
            const inputs = node.associatedInputs === "none" ? {} : valuesOf(shown.card, filled);
            await dialog.submits({ ...(node.data as object), ...inputs });
          },
        };
        return dialog;
      },

      /** Adds the bot here, with both events Teams sends. */
      async installs(): Promise<void> {
        await delivered({ ...frame(who, place), type: "installationUpdate", action: "add" });
        await delivered({ ...frame(who, place), type: "conversationUpdate", membersAdded: [{ id: botId }] });
      },

      async uninstalls(): Promise<void> {
        await delivered({ ...frame(who, place), type: "installationUpdate", action: "remove" });
      },

      /** Says to which organisation he or she belongs, and confirms it where that is asked. */
      async introduces(organisation: string): Promise<HttpResult> {
        const said = await this.types(`ich bin ${organisation}`);
        const asked = JSON.stringify(newestCard().card).includes(CONFIRM);
        return asked ? this.presses(CONFIRM) : said;
      },

      /** Becomes a member of this place. */
      async joins(): Promise<void> {
        await delivered({
          ...frame(who, place),
          type: "conversationUpdate",
          membersAdded: [{ id: who.userId }],
        });
      },

      /** An activity of this person as a client would send it, to be bent and posted by hand. */
      activity: (bent: object = {}): Record<string, unknown> => ({
        ...frame(who, place),
        type: "message",
        ...bent,
      }),
      posts,

      in: (other: TestPlace) => view(who, other),
      /** The same person in the same place on a second device. */
      elsewhere: () => view(who, place),
    };
  }

  return {
    /** Somebody new, in the personal chat. The name is a role and a municipality, never a real person. */
    person(name: string, known: Partial<Someone> = {}) {
      people += 1;
      const number = people.toString(16).padStart(12, "0");
      const aadObjectId = known.aadObjectId ?? `22222222-0000-0000-0000-${number}`;
      const someone = { tenantId, userId: `29:${number}`, ...known, name, aadObjectId };
      return view(someone, personalChat(`${name} ${number}`));
    },
    posts,
  };
}
