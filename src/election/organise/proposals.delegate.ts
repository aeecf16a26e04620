/** Another delegate while a round is open, agreed by coordination and election officer. */
import type { Tx } from "../../db/store.ts";
import { ok, refused } from "../../system/outcome.ts";
import type { StoredRound } from "../stored.ts";
import type { OrganisingDeps } from "./manage.deps.ts";
import type { FitRefusal, MatterRules } from "./proposals.matter.ts";
import type { PayloadOf } from "./proposals.payload.ts";
import { isVoting } from "./proposals.scene.ts";
import { changeNotices } from "./register.notices.ts";
import { registerService } from "./register.service.ts";

export type DelegateDeps = Pick<
  OrganisingDeps,
  "elections" | "repository" | "registers" | "enqueue" | "seats" | "holdSeat" | "replaceDelegate"
>;

export function delegateMatter(deps: DelegateDeps): MatterRules<"delegateChange"> {
  const { elections, repository } = deps;
  const register = registerService(deps);

  /** One person is eligible for one seat, in the standing seats and in the register. */
  async function personProblem(tx: Tx, round: StoredRound, said: PayloadOf<"delegateChange">) {
    const { to, party } = said;
    const person = (await elections.eligible(tx)).find((one) => one.memberId === to);
    if (person?.party !== party) return "unknown-person" as const;
    const frozen = await repository.register(round.name, tx);
    const standing = await deps.seats(tx);
    const other = [...frozen, ...standing].find(
      (seat) =>
        seat.party !== party &&
        (seat.holderId === to || seat.delegateId === to || seat.deputies.includes(to)),
    );
    return other ? ("on-other-seat" as const) : null;
  }

  return {
    fits: async (scene, said, _, tx): Promise<FitRefusal | null> => {
      if (!scene.last || !isVoting(scene)) return "no-open-round";
      const seat = (await deps.seats(tx)).find((one) => one.party === said.party);
      if (!seat) return "unknown-person";
      if (seat.holderId !== said.from) return "round-changed";
      if (seat.delegateId === said.to && seat.holderId === said.to) return "holds-already";
      return personProblem(tx, scene.last, said);
    },
    prepare: async ({ payload }) => ({
      first: (tx) =>
        payload.what === "delegateChange" ? deps.holdSeat(tx, payload.party) : Promise.resolve(),
      carryOut: async (tx, { said, scene }) => {
        const { party, from, to, toName } = said;
        if (!scene.last) return refused("no-open-round");
        if (!(await deps.replaceDelegate(tx, party, to))) return refused("unknown-person");
        await register.delegateChanged(tx, party, to, scene.now);
        const scrutineers = scene.people.scrutineers.map((one) => one.memberId);
        const change = { party, name: toName, from, scrutineers };
        await deps.enqueue(tx, changeNotices(scene.last.name, change, scene.now));
        return ok(null);
      },
    }),
  };
}
