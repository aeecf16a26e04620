// @ts-check
// The reference: the smallest bot one can write with the same libraries, with the same check of tokens.
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import restify from "restify";
import { serve } from "./server.mjs";

await serve(async ({ settings, credentials }) => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post("/api/messages", async (request, response) => {
    await adapter.process(request, response, async (context) => {
      if (context.activity.type === "message")
        await context.sendActivity(`Sie sagten: ${context.activity.text}`);
    });
  });
  await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(undefined));
  });
  return { port: server.address().port };
});
