import type { Instant } from "../system/clock.ts";

/** A person who has said which organisation he or she belongs to. */
export type Member = {
  readonly id: string;
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly teamsUserId: string;
  readonly name: string;
  /** Key of an organisation of the Forum's directory. */
  readonly organisation: string;
  readonly createdAt: Instant;
  /** Coordinates because another coordinator has appointed him or her; not said of those of the configuration. */
  readonly appointed?: true;
};
