/** `wissen`: what coordinators look up, write, change and withdraw, and what answers it. */
import { z } from "zod";
import { may, rolesOf } from "../../member/rights.ts";
import type { NewId } from "../../system/ids.ts";
import { card, type Reply, refusal, stored, text } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { foundCard, historyCard, knowCard, savedCard, withdrawCard, withdrawnCard } from "./cards.ts";
import { informationForm } from "./form.cards.ts";
import { draftIn, FIELDS, ID, known, OFFERED, PAGE } from "./form-data.ts";
import {
  draftOf,
  EMPTY_INFORMATION,
  type InformationDraft,
  type KnownCards,
  type StoredInformation,
} from "./information.ts";
import { pageOf } from "./paging.ts";
import type { InformationService } from "./service.ts";
import { form, know, past, problems, refusals, done as said, shared, withdrawal } from "./texts.ts";
import { parseKnow } from "./typed.ts";
import { questionKey } from "./written.ts";

export type InformationRouteDeps = {
  readonly service: InformationService;
  readonly cards: KnownCards;
  readonly newId: NewId;
};

const SAVE = z.object({ actionId: ID, ...FIELDS, ...OFFERED });
const UPDATE = z.object({ actionId: ID, id: ID, ...FIELDS });

const PAGE_SIZE = 5;
const HISTORY_PAGE_SIZE = 4;
const MOST_FOUND = 6;

export function informationRoutes({ service, cards, newId }: InformationRouteDeps): Routes {
  async function list(turn: Turn, page: number): Promise<Reply> {
    if (!may(rolesOf(turn), "rules.care")) return text(know.forMembers);
    if (turn.place.kind !== "personal") return refusal(shared.personalOnly);
    const found = await service.list(turn);
    if (!found.ok) return refusal(refusals[found.reason]);
    const total = found.value.length;
    const view = { ...pageOf(found.value, page, PAGE_SIZE), total, cards: cards.count() };
    return card(knowCard({ ...view, getCard: cards.get }), know.title);
  }

  async function search(turn: Turn, words: string): Promise<Reply> {
    const listed = await service.list(turn);
    if (!listed.ok) return text(know.forMembers);
    if (turn.place.kind !== "personal") return refusal(shared.personalOnly);
    const found = cards.find(words);
    const wanted = questionKey(words).split(" ");
    const corrections = new Map(listed.value.map((one) => [one.corrects, one]));
    const meant = new Set<StoredInformation>(
      listed.value.filter(({ questions, answer }) => {
        const said = questionKey([...questions, answer].join(" "));
        return wanted.every((word) => word !== "" && said.includes(word));
      }),
    );
    // A card that is corrected stands for its correction.
    const uncorrected = found.filter((one) => {
      const correction = corrections.get(one.id);
      if (correction) meant.add(correction);
      return correction === undefined;
    });
    const entries = [...meant].slice(0, MOST_FOUND);
    const shown = uncorrected.slice(0, MOST_FOUND - entries.length);
    const more = meant.size + uncorrected.length > MOST_FOUND;
    const drawn = foundCard({ words, entries, found: shown, more, getCard: cards.get });
    const nothing = entries.length + shown.length === 0;
    return card(drawn, nothing ? know.nothing(words) : know.found(words));
  }

  type Offer = { readonly cards: readonly string[]; readonly seen: readonly string[] };

  function drawNew(draft: InformationDraft, offer: Offer, sentences: readonly string[] = []): Reply {
    const drawn = informationForm({
      ...{ title: form.newTitle, save: form.save, verb: "rules.saveInformation", draft },
      problems: sentences,
      cards: known(cards, offer.cards),
      data: { actionId: newId(), cards: offer.cards, seen: offer.seen },
    });
    return card(drawn, [`${form.newTitle}.`, ...sentences].join(" "));
  }

  function drawChange(old: StoredInformation, draft: InformationDraft, sentences: readonly string[] = []) {
    const drawn = informationForm({
      ...{ title: form.changeTitle, save: form.save, verb: "rules.updateInformation", draft },
      ...{
        problems: sentences,
        cards: [],
        corrected: old.corrects === null ? null : cards.get(old.corrects),
      },
      data: { actionId: newId(), id: old.id },
    });
    return card(drawn, [`${form.changeTitle}.`, ...sentences].join(" "));
  }

  /** A card that is corrected already is corrected further, by a change of its correction. */
  async function begin(turn: Turn, { card: id }: { readonly card?: string | undefined }): Promise<Reply> {
    const listed = await service.list(turn);
    if (!listed.ok) return refusal(refusals[listed.reason]);
    const wrong = id === undefined ? null : cards.get(id);
    if (!wrong) return drawNew(EMPTY_INFORMATION, { cards: [], seen: [] });
    const correction = listed.value.find(({ corrects }) => corrects === wrong.id);
    if (correction) return drawChange(correction, draftOf(correction));
    return drawNew(
      { ...EMPTY_INFORMATION, answer: wrong.answer, corrects: wrong.id },
      { cards: [wrong.id], seen: [] },
    );
  }

  const confirmed = (one: StoredInformation): Reply => stored(card(savedCard(one, [said.saved]), said.saved));

  async function save(turn: Turn, data: z.output<typeof SAVE>): Promise<Reply> {
    const draft = draftIn(data);
    const target = { kind: "new" as const, seen: data.seen };
    const saved = await service.save(turn, { key: formKey(turn, data.actionId), draft, target });
    if (saved.ok) return confirmed(saved.value);
    if ("reason" in saved) return refusal(refusals[saved.reason]);
    return drawNew(
      draft,
      data,
      saved.problems.map((problem) => problems[problem]),
    );
  }

  async function change(turn: Turn, id: string): Promise<Reply> {
    const found = await service.open(turn, id);
    return found.ok ? drawChange(found.value, draftOf(found.value)) : refusal(refusals[found.reason]);
  }

  async function update(turn: Turn, data: z.output<typeof UPDATE>): Promise<Reply> {
    const { actionId, id } = data;
    const draft = { ...draftIn(data), corrects: "" };
    const target = { kind: "change" as const, id };
    const saved = await service.save(turn, { key: formKey(turn, actionId), draft, target });
    if (saved.ok) return confirmed(saved.value);
    if ("reason" in saved) return refusal(refusals[saved.reason]);
    const old = await service.open(turn, id);
    if (!old.ok) return refusal(refusals[old.reason]);
    return drawChange(
      old.value,
      draft,
      saved.problems.map((problem) => problems[problem]),
    );
  }

  async function withdrawing(turn: Turn, id: string): Promise<Reply> {
    const found = await service.open(turn, id);
    if (!found.ok) return refusal(refusals[found.reason]);
    return card(withdrawCard(found.value, newId()), withdrawal.title);
  }

  async function withdraw(turn: Turn, actionId: string, id: string): Promise<Reply> {
    const ended = await service.withdraw(turn, formKey(turn, actionId), id);
    if (!ended.ok) return refusal(refusals[ended.reason]);
    return stored(card(withdrawnCard(ended.value), said.withdrawn));
  }

  async function history(turn: Turn, id: string, page: number): Promise<Reply> {
    const found = await service.history(turn, id);
    if (!found.ok) return refusal(refusals[found.reason]);
    return card(historyCard(id, pageOf(found.value, page, HISTORY_PAGE_SIZE)), past.title);
  }

  return {
    texts: [
      textRoute("wissen", parseKnow, (turn, { words }) =>
        words === "" ? list(turn, 1) : search(turn, words),
      ),
    ],
    actions: [
      actionRoute("rules.know", z.object({ page: PAGE }), (turn, { page }) => list(turn, page)),
      actionRoute("rules.inform", z.object({ card: ID.optional() }), begin),
      actionRoute("rules.saveInformation", SAVE, save),
      actionRoute("rules.change", z.object({ id: ID }), (turn, { id }) => change(turn, id)),
      actionRoute("rules.updateInformation", UPDATE, update),
      actionRoute("rules.withdrawing", z.object({ id: ID }), (turn, { id }) => withdrawing(turn, id)),
      actionRoute("rules.withdraw", z.object({ actionId: ID, id: ID }), (turn, { actionId, id }) =>
        withdraw(turn, actionId, id),
      ),
      actionRoute("rules.history", z.object({ id: ID, page: PAGE }), (turn, { id, page }) =>
        history(turn, id, page),
      ),
    ],
  };
}
