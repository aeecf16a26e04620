/** Organising an election put together: four eyes, roles, lot, paper, rule of procedure, open registers. */
import type { Db, Tx } from "../../db/store.ts";
import { electionsRepository } from "../elections.repository.prisma.ts";
import { roleRenders } from "../people/officers.notices.ts";
import { officerRoutes } from "../people/officers.routes.ts";
import { officerService } from "../people/officers.service.ts";
import { electionRepository } from "../repository.prisma.ts";
import { lotteryRoutes } from "./lottery.routes.ts";
import { lotMatter, lotteryService } from "./lottery.service.ts";
import type { OrganisingDeps } from "./manage.deps.ts";
import { manageRoutes, showElection } from "./manage.routes.ts";
import { manageService } from "./manage.service.ts";
import { paperRenders } from "./paper-result.notices.ts";
import { paperRoutes } from "./paper-result.routes.ts";
import { paperRequestMatter, paperResultMatter } from "./paper-result.service.ts";
import { cancelMatter } from "./proposals.cancel.ts";
import { delegateMatter } from "./proposals.delegate.ts";
import type { AllMatters } from "./proposals.matter.ts";
import { proposalRenders } from "./proposals.notices.ts";
import { proposalRepository } from "./proposals.repository.prisma.ts";
import { proposalRoutes } from "./proposals.routes.ts";
import { proposalService } from "./proposals.service.ts";
import { seatNotices } from "./register.notices.ts";
import { registerRepository } from "./register.repository.prisma.ts";
import { registerService } from "./register.service.ts";
import { ruleRepository } from "./rule.repository.prisma.ts";
import { ruleRoutes } from "./rule.routes.ts";
import { ruleService } from "./rule.service.ts";

/** The standing seats, as far as a change agreed by four eyes reaches them. */
type SeatStore = {
  readonly hold: (tx: Tx, parties: readonly string[]) => Promise<void>;
  readonly free: (tx: Tx, party: string) => Promise<boolean>;
  readonly give: (tx: Tx, party: string, memberId: string) => Promise<boolean>;
};

export type ManageFeatureDeps = Omit<
  OrganisingDeps,
  "proposals" | "registers" | "holdSeat" | "replaceDelegate"
> & { readonly db: Db; readonly standing: SeatStore };

/** What seats have to know of open rounds. */
export const openRounds = (db: Db, enqueue: OrganisingDeps["enqueue"]) =>
  registerService({
    repository: electionRepository(db),
    elections: electionsRepository(db),
    registers: registerRepository(db),
    enqueue,
  });

export function organisingServices(deps: OrganisingDeps) {
  const matters: AllMatters = {
    cancel: cancelMatter(deps),
    delegateChange: delegateMatter(deps),
    paperRequest: paperRequestMatter(deps),
    paperResult: paperResultMatter(deps),
    lotDrawn: lotMatter(deps),
  };
  const fourEyes = proposalService(deps, matters);
  return {
    fourEyes,
    manage: manageService(deps, fourEyes),
    officers: officerService(deps),
    lottery: lotteryService(deps),
  };
}

export function manageFeature({ db, standing, ...rest }: ManageFeatureDeps) {
  const deps: OrganisingDeps = {
    ...rest,
    proposals: proposalRepository(db),
    registers: registerRepository(db),
    holdSeat: (tx, party) => standing.hold(tx, [party]),
    replaceDelegate: async (tx, party, memberId) => {
      await standing.free(tx, party);
      return standing.give(tx, party, memberId);
    },
  };
  const services = { ...deps, ...organisingServices(deps) };
  const show = showElection(services);
  return {
    routes: [
      manageRoutes(services, show),
      proposalRoutes(services, show),
      paperRoutes(services, show),
      lotteryRoutes(services, show),
      officerRoutes(services, show),
      ruleRoutes({ rules: ruleService({ ...deps, rules: ruleRepository(db) }), newId: deps.newId }),
    ],
    renderers: {
      ...proposalRenders(deps),
      ...seatNotices(deps),
      ...paperRenders(deps),
      ...roleRenders(deps),
    },
  };
}
