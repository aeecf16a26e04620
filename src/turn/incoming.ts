/** What comes in, free of any platform. The Teams edge makes it, the dispatcher answers it. */
import type { Instant } from "../system/clock.ts";
import type { Outcome } from "../system/outcome.ts";
import type { Hit, Reply } from "./reply.ts";
import type { Actor, Place } from "./turn.ts";

type Said = {
  readonly actor: Actor;
  readonly place: Place;
  readonly activityId: string;
  /** Said through the message extension: the bot may not be there, so the place is no way to anybody. */
  readonly outside?: true;
};
type Moved = { readonly actor: Actor | null; readonly place: Place; readonly activityId: string };

export type Incoming =
  /** A typed message without the mention of the bot; empty if nothing else was written. */
  | (Said & { readonly kind: "typed"; readonly text: string })
  /** A pressed button. `data` is whatever the client sent: unknown until a route's schema has read it. */
  | (Said & {
      readonly kind: "action";
      readonly verb: string;
      readonly data: unknown;
      /** Id of the message whose card was used. */
      readonly replyToId?: string;
    })
  /** Files that were sent; what was typed beside them is not read. */
  | (Said & { readonly kind: "file"; readonly files: readonly SentFile[] })
  /** A search of the message extension. */
  | (Said & { readonly kind: "search"; readonly name: string; readonly query: string })
  /** An action was chosen from the menu of a message or of the compose box: opens a dialog. */
  | (Said & { readonly kind: "dialog"; readonly command: string; readonly message?: SentMessage })
  /** The bot was added or removed. May be told several times, and by somebody Teams does not name. */
  | (Moved & { readonly kind: "installed" })
  | (Moved & { readonly kind: "removed" })
  /** People were taken out of a team, a channel or a group chat, or went. Needs no answer. */
  | (Moved & { readonly kind: "departed"; readonly people: readonly DepartedPerson[] })
  /** Something happened to a channel or a team. Needs no answer. */
  | (Moved & { readonly kind: "placeEvent"; readonly event: PlaceEvent })
  /** Something else that waits for an answer in the same response. */
  | (Said & { readonly kind: "otherInvoke"; readonly name: string });

/** A message on which somebody uses an action of the app. Everything in it is what some client has sent. */
export type SentMessage = {
  readonly id: string;
  /** First message of its thread; its own id where it answers none. */
  readonly rootId: string;
  readonly subject: string;
  /** Without markup. */
  readonly text: string;
  readonly at: Instant | null;
  readonly link: string | null;
  /** Null: a bot wrote it, or nobody knows who. */
  readonly author: { readonly aadObjectId: string; readonly name: string } | null;
  /** Addresses of what is attached; not checked. */
  readonly links: readonly string[];
};

/** At least one of both is there. */
export type DepartedPerson = { readonly aadObjectId?: string; readonly teamsUserId?: string };

export type PlaceEvent = {
  /** `closed` and `reopened`: archived, so that nobody can write there for now. */
  readonly what: "renamed" | "deleted" | "restored" | "closed" | "reopened";
  /** A channel, or all channels of a team. The event may arrive in another channel. */
  readonly of: { readonly conversationId: string } | { readonly teamId: string };
  /** Present name of the channel, where it was told. */
  readonly name?: string;
};

/** A file as the client names it. The address is good for a short time and is not to be trusted. */
export type SentFile = { readonly name: string; readonly url: string };

export type FetchRefusal = "forbiddenHost" | "tooLarge" | "tooSlow" | "unavailable";

/** Fetches a file that was sent, of at most `most` bytes, from the hosts where such files lie. Never rejects. */
export type FetchFile = (url: string, most: number) => Promise<Outcome<Uint8Array, FetchRefusal>>;

/** Answers what comes in. Must not throw: a fault is turned into a sentence inside. */
export type Dispatch = (incoming: Incoming) => Promise<Reply | readonly Hit[]>;
