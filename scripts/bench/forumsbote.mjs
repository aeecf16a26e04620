// @ts-check
// Forumsbote in a process of its own, for the benchmark of turns.
import { startForumsbote } from "./app.mjs";
import { serve } from "./server.mjs";

await serve(async ({ auth, folder }) => {
  const { port, db, durable, close } = await startForumsbote({ auth, folder });
  const state = async () => ({ durable: await durable(), records: await db.read.exchange.count() });
  return { port, state, close };
});
