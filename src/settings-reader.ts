/** Reads single settings from the environment and collects what is wrong with them. */
import { secretInFile } from "./secret-file.ts";
import { problems } from "./texts.ts";

export type Env = Readonly<Record<string, string | undefined>>;

export const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const list = (value: string | undefined): readonly string[] =>
  (value ?? "")
    .split(/[,;\s]+/)
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== "");

/** Collects problems while it reads. A secret is never repeated in one. */
export function reader(env: Env) {
  const found: string[] = [];
  const raw = (name: string): string => (env[name] ?? "").trim();
  return {
    found,
    raw,
    required(name: string, valid: (value: string) => boolean): string {
      const value = raw(name);
      if (value === "") found.push(problems.missing(name));
      else if (!valid(value)) found.push(problems.wrong(name));
      return value;
    },
    /** Null where it is not set. */
    optional(name: string, valid: (value: string) => boolean): string | null {
      const value = raw(name);
      if (value !== "" && !valid(value)) found.push(problems.wrong(name));
      return value === "" ? null : value;
    },
    /**
     * What nobody else may know, from `NAME` or from the file that `NAME_FILE` names. Empty where it is not set
     * or not to be had; `needed`: then that is a problem.
     */
    secret(name: string, valid: (value: string) => boolean, needed = true): string {
      const file = raw(`${name}_FILE`);
      if (file === "") return needed ? this.required(name, valid) : (this.optional(name, valid) ?? "");
      if (raw(name) !== "") found.push(problems.twice(name));
      const value = secretInFile(file);
      if (value === undefined || !valid(value)) found.push(problems.wrong(`${name}_FILE`));
      return value ?? "";
    },
    ids(name: string): readonly string[] {
      const values = list(env[name]);
      if (values.some((value) => !GUID.test(value))) found.push(problems.wrong(name));
      return values;
    },
    port(name: string, fallback: number): number {
      const value = raw(name);
      if (value === "") return fallback;
      const port = Number(value);
      if (!Number.isInteger(port) || port < 1 || port > 65_535) found.push(problems.wrong(name));
      return port;
    },
    /** Turns a minute; 0: no limit. */
    rate(name: string, fallback: number): number {
      const value = raw(name);
      if (!/^\d{0,6}$/.test(value)) found.push(problems.wrong(name));
      return value === "" ? fallback : Number(value);
    },
    oneOf<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
      const value = raw(name);
      if (value === "") return fallback;
      const known = allowed.find((one) => one === value);
      if (known === undefined) found.push(problems.wrong(name));
      return known ?? fallback;
    },
  };
}
