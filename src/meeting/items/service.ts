/** Use cases of changing agendas: propose, take back, order, allot time. */
import type { Tx } from "../../db/store.ts";
import { type Act, may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import type { NewId } from "../../system/ids.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import {
  type AgendaDate,
  type AgendaItem,
  checkMinutes,
  checkTitle,
  type Direction,
  type FullRefusal,
  judgeNew,
  moved,
  type SpeakerRefusal,
  type TitleProblem,
} from "./item.ts";
import { type AgendaView, isClosed, itemLooking, type LookDeps } from "./look.service.ts";

export type ItemDeps = LookDeps &
  Pick<Acting, "write" | "applyOnce"> & {
    /** Takes the date until the end of the transaction; changes of one agenda wait for one another. */
    readonly hold: (tx: Tx, meetingId: string) => Promise<unknown>;
    readonly newId: NewId;
    readonly partyName: (key: string) => string;
  };

export type ItemRefusal =
  | TitleProblem
  | SpeakerRefusal
  | FullRefusal
  | "notCoordinator"
  | "notYours"
  | "nothingChosen"
  | "minutesWrong"
  | "gone"
  | "itemGone"
  | "noDate"
  | "begun";

export type Proposed = { readonly item: AgendaItem; readonly date: AgendaDate | null };
export type ItemService = ReturnType<typeof itemService>;

type Refuse = (reason: ItemRefusal) => never;
/** `question` is the number of the open question it came from. */
export type Wanted = { readonly title: string; readonly question: string | null };
type Found = {
  readonly item: AgendaItem;
  readonly date: AgendaDate | null;
  readonly all: readonly AgendaItem[];
};

export function itemService(deps: ItemDeps) {
  const { items } = deps;
  const look = itemLooking(deps);

  /** Takes the date and writes what waits for it onto its agenda. */
  async function adopt(tx: Tx, date: AgendaDate, now: Instant): Promise<readonly AgendaItem[]> {
    await deps.hold(tx, date.id);
    const all = await look.standing(date, now, tx);
    const ids = all.map(({ id }) => id);
    if (all.some(({ meetingId }) => meetingId !== date.id)) await items.arrange(tx, date.id, ids);
    return all;
  }

  async function proposeIn(tx: Tx, turn: Turn, { title, question }: Wanted, refuse: Refuse): Promise<string> {
    const party = await look.speaker(turn, tx);
    if (!party.ok) return refuse(party.reason);
    const date = await items.nextDate(turn.now, tx);
    const all = date ? await adopt(tx, date, turn.now) : await items.waiting(tx);
    const judged = judgeNew(all, { title, party: party.value });
    if (!judged.ok) return refuse(judged.reason);
    const id = deps.newId();
    await items.add(tx, {
      ...{ id, title, question, meetingId: date?.id ?? null, party: party.value, minutes: null },
      ...{ proposerId: turn.member?.id ?? null, createdAt: turn.now },
    });
    return id;
  }

  /** The item with its date held; without a date while it waits and none is planned. */
  async function found(tx: Tx, id: string, now: Instant, refuse: Refuse): Promise<Found> {
    const item = await items.byId(id, tx);
    if (!item) return refuse("itemGone");
    const named = item.meetingId === null ? null : await items.date(item.meetingId, tx);
    const date = named && named.cancelledAt === null ? named : await items.nextDate(now, tx);
    if (!date) return { item, date: null, all: await items.waiting(tx) };
    const all = await adopt(tx, date, now);
    if (isClosed(date, now)) refuse("begun");
    // It may have been withdrawn while this one waited.
    return all.some((one) => one.id === id) ? { item, date, all } : refuse("itemGone");
  }

  const isEntitled = (turn: Turn, act: Act): boolean => may(rolesOf(turn), act);

  /** Changes one item, once for a key, and gives the agenda on which it stands or stood. */
  async function change(
    turn: Turn,
    key: string,
    id: string,
    body: (tx: Tx, found: Found, refuse: Refuse) => Promise<void>,
  ): Promise<Outcome<AgendaView, ItemRefusal>> {
    if (id === "") return refused("nothingChosen");
    const done = await orRefuse<ItemRefusal, { subject: string }>((refuse) =>
      deps.write((tx) =>
        deps.applyOnce(tx, key, "agenda.change", turn.now, async () => {
          const one = await found(tx, id, turn.now, refuse);
          await body(tx, one, refuse);
          return one.date?.id ?? "";
        }),
      ),
    );
    if (!done.ok) return done;
    const { subject } = done.value;
    return ok(await look.viewOf(turn, subject === "" ? null : await items.date(subject)));
  }

  return {
    ...look,

    /** Puts an item onto the next agenda, or lets it wait for one; the same key again gives the same item. */
    async propose(turn: Turn, key: string, raw: Wanted): Promise<Outcome<Proposed, ItemRefusal>> {
      if (!isEntitled(turn, "agenda.propose")) return refused("notMember");
      const title = checkTitle(raw.title);
      if (!title.ok) return title;
      const wanted = { title: title.value, question: turn.coordinator ? raw.question : null };
      const done = await orRefuse<ItemRefusal, { subject: string }>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "agenda.propose", turn.now, () => proposeIn(tx, turn, wanted, refuse)),
        ),
      );
      if (!done.ok) return done;
      const item = await items.byId(done.value.subject);
      if (!item) return refused("itemGone");
      return ok({ item, date: item.meetingId === null ? null : await items.date(item.meetingId) });
    },

    /** Takes an item off its agenda: an own one, or any for the coordinator. */
    withdraw: (turn: Turn, key: string, id: string) =>
      change(turn, key, id, async (tx, { item }, refuse) => {
        const isMine = await look.mayTakeBack(turn, tx);
        if (!isMine(item) && !isEntitled(turn, "agenda.order")) refuse("notYours");
        await items.withdraw(tx, id, turn.now);
      }),

    /** Lets an item change places with its neighbour. */
    async order(turn: Turn, key: string, id: string, direction: Direction) {
      if (!isEntitled(turn, "agenda.order")) return refused("notCoordinator");
      return change(turn, key, id, async (tx, { date, all }, refuse) => {
        if (!date) return refuse("noDate");
        const ids = all.map((one) => one.id);
        await items.arrange(tx, date.id, moved(ids, id, direction));
      });
    },

    /** Says how long an item may take; an empty text takes it back. */
    async allot(turn: Turn, key: string, id: string, written: string) {
      if (!isEntitled(turn, "agenda.order")) return refused("notCoordinator");
      const minutes = checkMinutes(written);
      if (!minutes.ok) return minutes;
      return change(turn, key, id, (tx) => items.allot(tx, id, minutes.value));
    },

    /** Writes what waits onto the agenda of the next date; writes nothing when nothing waits. */
    async settle(now: Instant): Promise<void> {
      const [date, waiting] = await Promise.all([items.nextDate(now), items.waiting()]);
      if (!date || waiting.length === 0) return;
      await deps.write(async (tx) => {
        const next = await items.nextDate(now, tx);
        if (next) await adopt(tx, next, now);
      });
    },
  };
}
