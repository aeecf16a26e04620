/** Requests about one's own data. Port; see requests.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { PrivacyAsk, RequestKind } from "./requests.ts";

export type NewRequest = {
  readonly id: string;
  readonly memberId: string;
  readonly kind: RequestKind | "erasure";
  readonly text: string;
  readonly conversationId: string;
  readonly askedAt: Instant;
};

export type RequestRepository = {
  /** Answers its number. */
  readonly add: (tx: Tx, request: NewRequest) => Promise<number>;
  /** Open ones first, the oldest first; without erasures, which nobody has to answer. */
  readonly all: () => Promise<readonly PrivacyAsk[]>;
  readonly byId: (id: string, tx?: Tx) => Promise<PrivacyAsk | null>;
  /** False: it is settled already. */
  readonly settle: (tx: Tx, id: string, by: string | null, answer: string, now: Instant) => Promise<boolean>;
};
