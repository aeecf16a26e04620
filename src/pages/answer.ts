/** What a browser gets: a page or file with headers that let nothing in from elsewhere. Pure. */
import { createHash } from "node:crypto";
import { gone, tooMany } from "./texts.ts";

/** What a feature makes for a link. */
export type PageFile = {
  readonly contentType: string;
  readonly body: string;
  /** Offered for saving under this name instead of being shown. */
  readonly fileName?: string;
  /** Contents of the `<style>` elements of the page, to the letter: no other style applies. */
  readonly styles?: readonly string[];
  /** Contents of its `<script>` elements. Without them no script runs. */
  readonly scripts?: readonly string[];
  /**
   * So many seconds the program of this one person may use it again without asking; then it asks whether it has
   * changed (ETag). For what is fetched again and again and names nobody; everything else is never kept.
   */
  readonly keptSeconds?: number;
};

export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export const HTML = "text/html; charset=utf-8";

const hashes = (contents: readonly string[]): string =>
  contents
    .map((content) => ` 'sha256-${createHash("sha256").update(content, "utf8").digest("base64")}'`)
    .join("");

/** Nothing is loaded, nothing is sent, nobody frames it; only the page's own styles and scripts apply. */
function policyOf({ styles = [], scripts = [] }: Pick<PageFile, "styles" | "scripts">): string {
  return [
    "default-src 'none'",
    ...(styles.length > 0 ? [`style-src${hashes(styles)}`] : []),
    ...(scripts.length > 0 ? [`script-src${hashes(scripts)}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The same for the same contents, made anew at each opening: nothing has to be stored for it. */
const etagOf = (body: string): string => `"${createHash("sha256").update(body, "utf8").digest("base64url")}"`;

const cachingOf = ({ keptSeconds, body }: PageFile): Readonly<Record<string, string>> =>
  keptSeconds === undefined
    ? { "cache-control": "no-store" }
    : { "cache-control": `private, max-age=${keptSeconds}`, etag: etagOf(body) };

const headersOf = (file: PageFile): Readonly<Record<string, string>> => ({
  "content-type": file.contentType,
  "content-security-policy": policyOf(file),
  "x-content-type-options": "nosniff",
  // The address is the secret: no other site may learn it.
  "referrer-policy": "no-referrer",
  ...cachingOf(file),
  "cross-origin-resource-policy": "same-origin",
  "x-robots-tag": "noindex, nofollow",
  ...(file.fileName === undefined
    ? {}
    : { "content-disposition": `attachment; filename="${file.fileName.replace(/[^\w.-]/g, "-")}"` }),
});

export const answerOf = (file: PageFile): PageAnswer => ({
  status: 200,
  headers: headersOf(file),
  body: file.body,
});

const STYLE =
  ":root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}h1{font-size:1.5rem;line-height:1.25}@media(prefers-color-scheme:dark){body{color:#f0f0f0;background:#16181c}}";

const said = (
  status: number,
  { title, why, next }: { readonly title: string; readonly why: string; readonly next: string },
): PageAnswer => ({
  status,
  headers: headersOf({ contentType: HTML, body: "", styles: [STYLE] }),
  body: `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${why}</p>
<p>${next}</p>
</main>
</body>
</html>
`,
});

/** Unknown, ended, withdrawn or no longer for this person: the answer does not tell which. */
export const nothingHere: PageAnswer = said(404, gone);

const slower = said(429, tooMany);
/** Whoever has tried too many links that open nothing does not learn whether this one would. */
export const tooManyTries: PageAnswer = { ...slower, headers: { ...slower.headers, "retry-after": "60" } };
