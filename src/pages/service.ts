/** Pages and files under links that nobody can guess: giving links out, taking them back, opening them. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { RandomBytes } from "../system/random.ts";
import { answerOf, nothingHere, type PageAnswer, type PageFile } from "./answer.ts";
import {
  companionSecret,
  hashOf,
  isOpen,
  isSecret,
  LINK_MS,
  type PageKind,
  SECRET_BYTES,
  secretIn,
  urlOf,
} from "./links.ts";
import type { PageRepository, Which } from "./repository.ts";

export type PageDeps = {
  readonly repository: PageRepository;
  readonly random: RandomBytes;
  readonly newId: NewId;
  /** Address of this server for people, for example `https://bot.example.org`. */
  readonly base: string;
};

export type Wanted = {
  readonly kind: PageKind;
  readonly subject: string;
  readonly memberId: string | null;
  readonly now: Instant;
  /** How long the link holds, in ms; 24 h unless given. */
  readonly ttlMs?: number;
  /** Further pages about the same, for the same person and time, to which the first one links. */
  readonly companions?: readonly PageKind[];
};

/** What a page is told when it is opened. */
export type Asked = {
  readonly subject: string;
  readonly memberId: string | null;
  readonly now: Instant;
  /** Link of a companion that was given out with this page. */
  readonly linkTo: (kind: PageKind) => string;
};

/**
 * Makes a page from the present state, at each opening anew. Null when there is nothing to see, or when the
 * person of the link may not see it any more.
 */
export type Page = (asked: Asked) => Promise<PageFile | null>;

export function pageService({ repository, random, newId, base }: PageDeps) {
  return {
    /** Gives out a link. Part of the transaction `tx`: without its commit the link opens nothing. */
    async issue(tx: Tx, wanted: Wanted): Promise<string> {
      const { kind, subject, memberId, now, ttlMs = LINK_MS, companions = [] } = wanted;
      const secret = random(SECRET_BYTES).toString("hex");
      const linkOf = (of: string, its: string) => ({
        ...{ id: newId(), secretHash: hashOf(its), kind: of, subject, memberId },
        ...{ createdAt: now, expiresAt: now + ttlMs },
      });
      const others = companions.map((other) => linkOf(other, companionSecret(secret, other)));
      await repository.add(tx, [linkOf(kind, secret), ...others]);
      return urlOf(base, secret);
    },

    /** The link of a companion of a page whose link was just given out. */
    companion: (url: string, kind: PageKind): string => urlOf(base, companionSecret(secretIn(url), kind)),

    /** When the newest of these links that opens its page now was given out; null where there is none. */
    openSince: (which: Which, now: Instant): Promise<Instant | null> => repository.openSince(which, now),

    /** Takes links back: they open nothing any more. Answers how many there were. */
    revoke: (tx: Tx, which: Which, now: Instant): Promise<number> => repository.revoke(tx, which, now),
  };
}

/** What the HTTP door asks. A link alone opens nothing: its page reads rights and state again. */
export function pageDoor(
  { repository, base }: Pick<PageDeps, "repository" | "base">,
  pages: Readonly<Record<PageKind, Page>>,
) {
  const known = new Map<string, Page>(Object.entries(pages));
  return async (secret: string, now: Instant): Promise<PageAnswer> => {
    const link = isSecret(secret) ? await repository.find(hashOf(secret)) : null;
    if (!link || !isOpen(link, now)) return nothingHere;
    const file = await known.get(link.kind)?.({
      subject: link.subject,
      memberId: link.memberId,
      now,
      linkTo: (kind) => urlOf(base, companionSecret(secret, kind)),
    });
    return file ? answerOf(file) : nothingHere;
  };
}
