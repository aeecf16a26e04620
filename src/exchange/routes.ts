/** What people type and press to record, read, change and delete, and what answers it. */
import { z } from "zod";
import { type Reply, refusal } from "../turn/reply.ts";
import { actionRoute, type Routes } from "../turn/route.ts";
import type { Turn } from "../turn/turn.ts";
import type { Problem } from "./exchange.ts";
import { findRoutes, WORDS } from "./find/routes.ts";
import type { ExchangeSearch } from "./find/service.ts";
import { ID, SEEN } from "./form.data.ts";
import { type FormRouteDeps, formRoutes } from "./form.routes.ts";
import { messageRoutes, recordedBefore } from "./message/message.routes.ts";
import { findingNear, type NearDeps } from "./near.ts";
import type { ProductNames } from "./product-names.ts";
import { type ExchangeDeps, exchangeService } from "./service.ts";
import { type ShowDeps, showing } from "./show.ts";
import { refusals } from "./texts.ts";

export type ExchangeRouteDeps = ExchangeDeps &
  Pick<ShowDeps, "beside"> &
  Pick<FormRouteDeps, "withAnswers"> & {
    readonly finder: ExchangeSearch;
    readonly applied: NearDeps["applied"];
    readonly productNames: ProductNames;
    /** Asks a guest for the organisation. */
    readonly introduceCard: () => Reply;
  };

const SHOW = z.object({ id: ID, words: WORDS.optional() });

export function exchangeRoutes(deps: ExchangeRouteDeps): Routes {
  const service = exchangeService(deps);
  const { organisationName, introduceCard } = deps;
  const finding = findRoutes({ finder: deps.finder, organisationName, introduceCard });

  const refuse = (problems: readonly Problem[]): Reply =>
    problems.includes("notMember")
      ? introduceCard()
      : refusal(problems.map((problem) => refusals[problem]).join(" "));

  const show = showing({ ...deps, open: service.show });
  const forms = formRoutes({
    ...deps,
    ...{ service, refuse, findNear: findingNear(deps) },
    recordedBefore: recordedBefore({ ...deps, show }),
  });
  const { confirmed } = forms;
  const messages = messageRoutes({ ...deps, refuse, show }, forms);

  async function remove(turn: Turn, id: string, revision: number): Promise<Reply> {
    const done = await service.remove(turn, id, revision);
    if (done.ok) return confirmed(turn, done.value, "deleted");
    if (done.problems.includes("changedMeanwhile"))
      return show(turn, id, { problem: refusals.changedMeanwhile });
    return refuse(done.problems);
  }

  async function restore(turn: Turn, id: string, revision: number): Promise<Reply> {
    const done = await service.restore(turn, id, revision);
    if (done.ok) return confirmed(turn, done.value, "restored");
    return done.problems.includes("changedMeanwhile") ? show(turn, id) : refuse(done.problems);
  }

  return {
    texts: [...forms.routes.texts, ...finding.texts],
    actions: [
      ...forms.routes.actions,
      ...messages.actions,
      actionRoute("exchange.show", SHOW, (turn, { id, words }) =>
        show(turn, id, words === undefined ? {} : { words }),
      ),
      actionRoute("exchange.delete", z.object(SEEN), (turn, { id, revision }) => remove(turn, id, revision)),
      actionRoute("exchange.restore", z.object(SEEN), (turn, { id, revision }) =>
        restore(turn, id, revision),
      ),
      ...finding.actions,
    ],
    searches: finding.searches ?? [],
    dialogs: messages.dialogs ?? [],
  };
}
