/** What belongs to seats, put together: giving them, deputies, the own seat, Probe cards. */
import type { Render } from "../outbox/notice.ts";
import type { NewId } from "../system/ids.ts";
import type { Acting } from "../turn/acting.ts";
import type { Reply } from "../turn/reply.ts";
import type { Routes } from "../turn/route.ts";
import { deputyNotices } from "./deputies.notices.ts";
import { deputyRoutes } from "./deputies.routes.ts";
import { deputyService } from "./deputies.service.ts";
import type { ProbeRepository } from "./probe.repository.ts";
import { probeRoutes } from "./probe.routes.ts";
import { probeService, renderProbe } from "./probe.service.ts";
import type { OpenRounds, SeatRepository } from "./seats.repository.ts";
import { seatRoutes } from "./seats.routes.ts";
import { seatService } from "./seats.service.ts";
import { ownSeatRoutes } from "./seats-own.routes.ts";

export type SeatFeatureDeps = Acting & {
  readonly repository: SeatRepository;
  readonly probes: ProbeRepository;
  readonly rounds: OpenRounds;
  readonly newId: NewId;
  /** Name of a party for people. */
  readonly nameOf: (party: string) => string;
  /** Asks a person without an organisation for it. */
  readonly askForOrganisation: (problem: string) => Reply;
};

export function seatFeature(deps: SeatFeatureDeps): {
  readonly routes: readonly Routes[];
  readonly renderers: Readonly<Record<string, Render>>;
} {
  const { repository, probes } = deps;
  const probing = { ...deps, repository: probes, seats: repository };
  const deputies = deputyService(deps);
  return {
    routes: [
      seatRoutes({ ...deps, service: seatService(deps) }),
      deputyRoutes({ ...deps, service: deputies }),
      ownSeatRoutes({ ...deps, service: deputies }),
      probeRoutes({ ...deps, service: probeService(probing) }),
    ],
    renderers: { ...deputyNotices(deps), "probe.card": renderProbe(probing) },
  };
}
