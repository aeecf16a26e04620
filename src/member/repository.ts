/** Who the members are. Port; see repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Actor } from "../turn/turn.ts";
import type { Member } from "./member.ts";

export type MemberRepository = {
  readonly find: (tenantId: string, aadObjectId: string, tx?: Tx) => Promise<Member | null>;
  /** Writes the person with this organisation; a person already known keeps the id. */
  readonly save: (tx: Tx, id: string, actor: Actor, organisation: string, now: Instant) => Promise<Member>;
};
