/** Use case of an open vote: the last one of a party counts until the close. */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import { type Turn, typedKey } from "../turn/turn.ts";
import { type CastRefusal, judgeCast } from "./cast.ts";
import type { Decision } from "./decision.ts";
import { placeOf } from "./electorate.ts";
import { electorsFor } from "./people.ts";
import type { DecisionDeps } from "./service.ts";

export type Cast = {
  readonly decision: Decision;
  readonly party: string;
  readonly choice: string;
  /** The party had voted before. */
  readonly changed: boolean;
};

/** Party, choice and whether it was a change, as an applied act keeps them. */
const PARTS = "|";

export function castService(deps: DecisionDeps) {
  const { repository } = deps;

  async function castIn(
    tx: Tx,
    turn: Turn,
    id: string,
    choice: string,
    refuse: (reason: CastRefusal) => never,
  ): Promise<string> {
    const decision = await repository.hold(tx, id);
    if (!decision) return refuse("gone");
    if (!turn.member) return refuse("notMember");
    const [register, electors] = [await repository.seats(id, tx), await electorsFor(deps, decision, tx)];
    const place = placeOf(register, electors, turn.member);
    const judged = judgeCast(decision, place, choice, turn.now);
    if (!judged.ok) return refuse(judged.reason);
    if (!place.seat) throw new Error("a vote without a seat was taken");
    const { party } = place.seat;
    await repository.vote(tx, id, { party, holderId: turn.member.id, choice, at: turn.now });
    return [party, choice, judged.value].join(PARTS);
  }

  return {
    /**
     * Takes the vote of the person's party. The same press delivered again gets the answer of the first time,
     * whatever has become of the decision since.
     */
    async cast(turn: Turn, id: string, choice: string): Promise<Outcome<Cast, CastRefusal>> {
      if (turn.place.kind !== "personal") return refused("notPersonal");
      if (!turn.member || !may(rolesOf(turn), "decision.vote")) return refused("notMember");
      const key = `decision.cast|${id}|${turn.member.id}|${typedKey(turn)}`;
      const done = await orRefuse<CastRefusal, { subject: string }>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "decision.cast", turn.now, () => castIn(tx, turn, id, choice, refuse)),
        ),
      );
      if (!done.ok) return done;
      const [party = "", chosen = "", how] = done.value.subject.split(PARTS);
      const decision = await repository.byId(id);
      return decision
        ? ok({ decision, party, choice: chosen, changed: how === "replaced" })
        : refused("gone");
    },
  };
}
