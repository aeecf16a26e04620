/** Votes of a written case at the front door of a stored round. */
import { newSalt, ringOf, sealPending } from "../election/box.ts";
import type { Ballots } from "../election/election.ts";
import type { RoundName } from "../election/seal.ts";
import type { CastRefusal } from "../election/vote.service.ts";
import type { Instant } from "../system/clock.ts";
import { systemRandomBytes } from "../system/random.ts";
import { type Stage, tokenOf, turnOf } from "./case-stage.ts";

/** A case that cannot happen in the chat: people who only checked in, more ballots than seats, and the like. */
export class NotInTheChat extends Error {}

type Press = {
  readonly by: string;
  /** Of the person; empty for nobody's. */
  readonly party: string;
  /** The party for which the card was made. */
  readonly seat: string;
  readonly choice: string;
  readonly action: string;
  readonly at: Instant;
};

/** Pending ballots as the cards carry them: the same action by the same person is the same card again. */
export function presses(stage: Stage) {
  const cards = new Map<string, string>();
  const { keys } = stage.deps;

  async function cardOf(name: RoundName, { by, seat, choice, action }: Press): Promise<string> {
    const known = cards.get(action);
    if (known !== undefined) return known;
    const key = await keys.read(name);
    if (!key) return "";
    const paper = { seat, person: by, token: tokenOf(action) };
    const ballot = { choice, salt: newSalt(systemRandomBytes) };
    return sealPending(ringOf(key, name), paper, ballot, systemRandomBytes);
  }

  return async (name: RoundName, press: Press): Promise<"ok" | CastRefusal> => {
    const card = await cardOf(name, press);
    const turn = turnOf(press.by, press.party, press.at);
    const done = await stage.service.cast(turn, name, tokenOf(press.action), card);
    if (!done.ok) return done.reason;
    cards.set(press.action, card);
    return "ok";
  };
}

/** Fills the box with these ballots, seat by seat. */
export async function castAll(stage: Stage, name: RoundName, ballots: Ballots, at: Instant): Promise<void> {
  const press = presses(stage);
  const register = await stage.deps.repository.register(name);
  const free = register.filter((entry) => !entry.voted && !entry.left && entry.holderId !== null);
  const choices = [...ballots].flatMap(([choice, count]) => Array<string>(count).fill(choice));
  if (choices.length > free.length) throw new NotInTheChat("more ballots than seats");
  for (const [number, choice] of choices.entries()) {
    const entry = free[number];
    if (!entry?.holderId) throw new NotInTheChat("a seat nobody holds");
    const seat = { by: entry.holderId, party: entry.party, seat: entry.party };
    const done = await press(name, { ...seat, choice, action: `${name.round}|${entry.party}`, at });
    if (done === "unknown-choice") throw new NotInTheChat("a ballot for somebody who does not stand");
    if (done !== "ok") throw new Error(`a vote was refused: ${done}`);
  }
}
