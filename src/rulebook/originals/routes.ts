/** Papers in the chat: a file that is sent, `unterlagen`, and what follows. For coordinators; asked at every step. */
import { z } from "zod";
import { may, rolesOf } from "../../member/rights.ts";
import { commandWord } from "../../turn/grammar.ts";
import type { FetchFile, SentFile } from "../../turn/incoming.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { type ActionRoute, actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { listCard, paperCard, removeCard, removedCard } from "./cards.ts";
import { chat, fetchRefusals } from "./chat.texts.ts";
import { importedCard, importFormCard } from "./form.cards.ts";
import { guess, type KnownPaper } from "./guess.ts";
import { named, titleKey } from "./paper.ts";
import { MAX_BYTES } from "./passage.ts";
import { formatOf, type ReadFile } from "./read.ts";
import type { Imported, ImportResult, OriginalsService } from "./service.ts";
import { refusals, texts, versionText } from "./texts.ts";
import type { WaitingFiles } from "./waiting.ts";

export type OriginalsRouteDeps = {
  readonly service: OriginalsService;
  readonly read: ReadFile;
  readonly waiting: WaitingFiles;
  readonly fetchFile: FetchFile;
  readonly newId: () => string;
  /** The papers of the handbook. */
  readonly known: readonly KnownPaper[];
  /** Told after each change, before the answer. */
  readonly changed: () => Promise<unknown>;
};

const FILE = z.string().regex(/^[\w-]{1,64}$/);
const NUMBER = z.number().int().min(1).max(1_000_000);
const input = z.string().max(2_000).default("");
const SAVE = z.object({ file: FILE, title: input, kind: input, date: input, scope: input });

const personOf = ({ actor }: Turn): string => `${actor.tenantId}|${actor.aadObjectId}`;
const refusalOf = (result: ImportResult & { ok: false }): Reply =>
  refusal(result.reason === "sameFile" ? texts.sameFile(result.existing) : refusals[result.reason]);

export function originalsRoutes(deps: OriginalsRouteDeps) {
  const { service, waiting, known } = deps;

  /** Nothing happens for anybody else. */
  const cared = async (turn: Turn, work: () => Promise<Reply>): Promise<Reply> =>
    may(rolesOf(turn), "rules.care") ? work() : refusal(chat.notCoordinator);

  /** Fetches and reads the file, so that a bad one is refused before anybody fills in a form. */
  async function take(turn: Turn, { name, url }: SentFile): Promise<Reply> {
    if (!formatOf(name)) return refusal(refusals.wrongType);
    const fetched = await deps.fetchFile(url, MAX_BYTES);
    if (!fetched.ok) return refusal(fetchRefusals[fetched.reason]);
    const reading = await deps.read(fetched.value, name);
    if (!reading.ok) return refusal(refusals[reading.reason]);
    const file = deps.newId();
    waiting.keep(file, personOf(turn), { name, bytes: fetched.value }, turn.now);
    const { opening, passages } = reading.value;
    const form = { file, fileName: name, passages: passages.length, guess: guess(name, opening, known) };
    return card(importFormCard(form), chat.formTitle);
  }

  async function confirmed({ paper, passages }: Imported): Promise<Reply> {
    await deps.changed();
    const shown = await service.show(String(paper.number));
    const flags = shown.ok ? shown.value.flags : [];
    const hasCards = named(
      known.map(({ title }) => ({ titleKey: titleKey(title) })),
      paper.title,
    );
    const view = { paper, passages, flags, hasCards: hasCards !== undefined };
    return stored(card(importedCard(view), chat.imported(versionText(paper))));
  }

  async function save(turn: Turn, { file: id, date, ...entry }: z.output<typeof SAVE>): Promise<Reply> {
    const file = waiting.of(id, personOf(turn), turn.now);
    if (!file) return refusal(chat.gone);
    const done = await service.import({
      file,
      entry: { ...entry, date: date.trim() === "" ? "ohne" : date },
      by: turn.member?.id ?? null,
      now: turn.now,
      key: formKey(turn, id),
    });
    // The file goes on waiting, so that the same press, delivered twice, gets the same answer.
    return done.ok ? confirmed(done.value) : refusalOf(done);
  }

  async function list(): Promise<Reply> {
    const { heads, current } = await service.list();
    return card(listCard(heads, current), chat.listTitle);
  }

  async function show(number: number, from: number): Promise<Reply> {
    const shown = await service.show(String(number));
    return shown.ok
      ? card(paperCard(shown.value, from), versionText(shown.value.paper))
      : refusal(texts.notFound);
  }

  async function askToRemove(number: number): Promise<Reply> {
    const shown = await service.show(String(number));
    if (!shown.ok) return refusal(texts.notFound);
    if (shown.value.paper.removedAt !== null) return refusal(texts.removed);
    return card(removeCard(shown.value.paper), chat.removeTitle);
  }

  async function remove(turn: Turn, number: number): Promise<Reply> {
    const done = await service.remove(String(number), turn.now);
    // Pressed or delivered twice, it is removed all the same.
    const shown = done.ok || done.reason === "notFound" ? undefined : await service.show(String(number));
    const paper = done.ok ? done.value : shown?.ok ? shown.value.paper : undefined;
    if (!paper) return refusal(texts.notFound);
    await deps.changed();
    return stored(card(removedCard(paper), chat.removed(versionText(paper))));
  }

  function press<S extends z.ZodType>(
    verb: string,
    schema: S,
    run: (turn: Turn, data: z.output<S>) => Promise<Reply>,
  ): ActionRoute {
    return actionRoute(verb, schema, (turn, data) => cared(turn, () => run(turn, data)));
  }

  const routes: Routes = {
    texts: [
      textRoute(
        "unterlagen",
        (typed) => (typed.length < 20 && commandWord(typed) === "unterlagen" ? true : undefined),
        (turn) => cared(turn, list),
      ),
    ],
    actions: [
      press("papers.list", z.unknown(), list),
      press("papers.import", SAVE, save),
      press("papers.discard", z.object({ file: FILE }), async (turn, { file }) => {
        waiting.drop(file, personOf(turn));
        return { kind: "text", text: chat.cancelled };
      }),
      press(
        "papers.show",
        z.object({ number: NUMBER, from: z.number().int().min(0).max(100_000) }),
        (_, data) => show(data.number, data.from),
      ),
      press("papers.remove", z.object({ number: NUMBER }), (_, data) => askToRemove(data.number)),
      press("papers.erase", z.object({ number: NUMBER }), (turn, data) => remove(turn, data.number)),
    ],
  };

  return {
    routes,
    /** Answers files that were sent. */
    files: (turn: Turn, files: readonly SentFile[]): Promise<Reply> =>
      cared(turn, async () => {
        if (turn.place.kind !== "personal") return refusal(chat.personalOnly);
        const [file, ...more] = files;
        return file && more.length === 0 ? take(turn, file) : refusal(chat.oneAtATime);
      }),
  };
}
