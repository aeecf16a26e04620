/** Refusals are values, faults are throws. Every reason has a German sentence in the feature's texts.ts. */

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<R extends string> = { readonly ok: false; readonly reason: R };
export type Outcome<T, R extends string> = Ok<T> | Refused<R>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refused = <const R extends string>(reason: R): Refused<R> => ({ ok: false, reason });
