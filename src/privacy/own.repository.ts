/** Everything stored about one person. Port; see own.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { OwnData } from "./own.ts";
import type { Person } from "./person.ts";

export type KnownPerson = Person & { readonly left: boolean };

/** What erasing means for this person; read for the card on which it is confirmed. */
export type EraseFacts = {
  readonly records: number;
  /** Those of them to which nobody else has added anything. */
  readonly alone: number;
  readonly seat: { readonly party: string; readonly as: "delegate" | "deputy" } | null;
  readonly openRegister: boolean;
  readonly running: boolean;
  readonly minutes: boolean;
};

export type OwnRepository = {
  /** Whoever has a row, also those who have left or never wrote. */
  readonly find: (tenantId: string, aadObjectId: string, tx?: Tx) => Promise<KnownPerson | null>;
  readonly byId: (memberId: string) => Promise<KnownPerson | null>;
  readonly collect: (person: Person) => Promise<OwnData>;
  /** Of somebody who has no row: messages recorded by others, acts. */
  readonly collectGuest: (who: Pick<Person, "tenantId" | "aadObjectId">) => Promise<OwnData>;
  /** Has asked to be erased, and an open round still names the person. */
  readonly isWaiting: (memberId: string, tx?: Tx) => Promise<boolean>;
  readonly eraseFacts: (memberId: string, tx?: Tx) => Promise<EraseFacts>;
};
