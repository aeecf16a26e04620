/** `ferien`, `sperrtage`, and the buttons of the coordinator's calendar. */
import { z } from "zod";
import { berlinDate } from "../../calendar/zones.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { addCard, blockedCard, removeCard, tableCard } from "./cards.ts";
import type { BlockedDraft, HolidayDraft } from "./holidays.ts";
import { type HolidayDeps, holidayService } from "./service.ts";
import {
  addForm,
  blocked,
  blockedProblems,
  calendarRefusals,
  holidayProblems,
  rangeText,
  removeForm,
  table,
} from "./texts.ts";

const ID = z.string().regex(/^[\w-]{1,64}$/);
const input = z.string().max(2000).default("");
const ADD = z.object({ actionId: ID, name: input, from: input, to: input });
const REMOVE = z.object({ entry: z.union([ID, z.literal("")]).default("") });
const CONFIRM = z.object({ year: z.int().min(2000).max(2100) });
const BLOCK = z.object({ days: input, why: input });
const UNBLOCK = z.object({ free: input });
const NONE = z.object({});

const NO_HOLIDAY: HolidayDraft = { name: "", from: "", to: "" };
const NO_DAYS: BlockedDraft = { days: "", why: "" };

const is = (command: string) => (typed: string) => (commandWord(typed) === command ? true : undefined);

/** `sperrtage 24.06.2026, 01.07.2026: Kreistag`; only with a digit first, so that no question is taken for it. */
function typedDays(typed: string): BlockedDraft | undefined {
  const [, days, why] = /^\s*sperrtage?\s+(\d[^:]{0,500}):\s*(\S.{0,200})$/iu.exec(typed) ?? [];
  return days && why ? { days, why } : undefined;
}

export function holidayRoutes(deps: HolidayDeps): Routes {
  const service = holidayService(deps);

  async function show(turn: Turn, said?: string): Promise<Reply> {
    const done = await service.show(turn);
    if (!done.ok) return refusal(calendarRefusals[done.reason]);
    const view = { facts: done.value, today: berlinDate(turn.now) };
    return card(tableCard({ ...view, ...(said ? { said } : {}) }), said ?? table.title);
  }

  async function showBlocked(
    turn: Turn,
    draft: BlockedDraft = NO_DAYS,
    more: { said?: string; problem?: string } = {},
  ): Promise<Reply> {
    const done = await service.show(turn);
    if (!done.ok) return refusal(calendarRefusals[done.reason]);
    const view = { facts: done.value, today: berlinDate(turn.now), draft, ...more };
    return card(blockedCard(view), more.problem ?? more.said ?? blocked.title);
  }

  async function addIn(turn: Turn, problem?: string, draft = NO_HOLIDAY): Promise<Reply> {
    const done = await service.show(turn);
    if (!done.ok) return refusal(calendarRefusals[done.reason]);
    const view = { actionId: deps.newId(), draft, ...(problem ? { problem } : {}) };
    return card(addCard(view), problem ?? addForm.title);
  }

  async function add(turn: Turn, { actionId, ...draft }: z.output<typeof ADD>): Promise<Reply> {
    const done = await service.add(turn, formKey(turn, actionId), draft);
    if (done.ok) {
      const { name, from, to } = done.value;
      return stored(await show(turn, addForm.done(name, rangeText(from, to))));
    }
    if (done.reason === "notCoordinator") return refusal(calendarRefusals.notCoordinator);
    return addIn(turn, holidayProblems[done.reason], draft);
  }

  async function askRemove(turn: Turn): Promise<Reply> {
    const done = await service.show(turn);
    if (!done.ok) return refusal(calendarRefusals[done.reason]);
    return card(removeCard({ facts: done.value, today: berlinDate(turn.now) }), removeForm.title);
  }

  async function remove(turn: Turn, entry: string): Promise<Reply> {
    const done = await service.remove(turn, entry);
    return done.ok ? stored(await show(turn, removeForm.done)) : refusal(calendarRefusals[done.reason]);
  }

  async function confirm(turn: Turn, year: number): Promise<Reply> {
    const done = await service.confirm(turn, year);
    if (!done.ok) return refusal(calendarRefusals[done.reason]);
    return stored(await show(turn, table.confirmedNow(year)));
  }

  async function block(turn: Turn, draft: BlockedDraft): Promise<Reply> {
    const done = await service.block(turn, draft);
    if (done.ok) {
      const said = blocked.done(done.value.length, done.value[0]?.why ?? "");
      return stored(await showBlocked(turn, NO_DAYS, { said }));
    }
    if (done.reason === "notCoordinator") return refusal(calendarRefusals.notCoordinator);
    return showBlocked(turn, draft, { problem: blockedProblems[done.reason] });
  }

  async function unblock(turn: Turn, free: string): Promise<Reply> {
    const done = await service.unblock(turn, free === "" ? [] : free.split(","));
    if (!done.ok) return refusal(calendarRefusals[done.reason]);
    return stored(await showBlocked(turn, NO_DAYS, { said: blocked.freed(done.value) }));
  }

  return {
    texts: [
      textRoute("ferien", is("ferien"), (turn) => show(turn)),
      textRoute("sperrtage", is("sperrtage"), (turn) => showBlocked(turn)),
      textRoute("sperrtage", typedDays, block),
    ],
    actions: [
      actionRoute("meeting.holidays", NONE, (turn) => show(turn)),
      actionRoute("meeting.holidayForm", NONE, (turn) => addIn(turn)),
      actionRoute("meeting.holidayAdd", ADD, add),
      actionRoute("meeting.holidayRemoveForm", NONE, askRemove),
      actionRoute("meeting.holidayRemove", REMOVE, (turn, { entry }) => remove(turn, entry)),
      actionRoute("meeting.holidayConfirm", CONFIRM, (turn, { year }) => confirm(turn, year)),
      actionRoute("meeting.blocked", NONE, (turn) => showBlocked(turn)),
      actionRoute("meeting.block", BLOCK, (turn, { days, why }) => block(turn, { days, why })),
      actionRoute("meeting.unblock", UNBLOCK, (turn, { free }) => unblock(turn, free)),
    ],
  };
}
