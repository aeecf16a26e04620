/** The minutes as a file of plain text. Pure. */
import { plainTextOf } from "../../pages/plain-text.ts";
import { minutesPage, textName } from "./minutes.page.ts";
import type { MinutesView } from "./minutes.view.ts";

/** Without links: a file is kept longer than they hold. */
const NO_LINKS = { json: null, text: null, recount: null };

export const plainFile = (view: MinutesView, trial: boolean) => ({
  contentType: "text/plain; charset=utf-8",
  body: plainTextOf(minutesPage(view, NO_LINKS, trial)),
  fileName: textName(view.minutes),
});
