/** What every answer of this server says to a browser. Pure. */

/** So long a browser insists on https after its first visit, in seconds: a year. */
const HTTPS_SECONDS = 365 * 24 * 60 * 60;

/**
 * Nothing is loaded, framed, kept or told to other sites; a page allows itself more where it needs it.
 * @param secure people reach this server by https
 */
export const headersOf = (secure: boolean): Readonly<Record<string, string>> => ({
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-robots-tag": "noindex, nofollow",
  "cache-control": "no-store",
  ...(secure ? { "strict-transport-security": `max-age=${HTTPS_SECONDS}` } : {}),
});
