/**
 * A local issuer of Bot Framework tokens: publishes metadata and keys over HTTP and signs what it is asked
 * to sign, also what is wrong. The library caches metadata per address for the whole process, so every
 * issuer has a port of its own.
 */
import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const ISSUER = "https://api.botframework.com";
const BEARER = "outgoing-test-token";

export type Key = { readonly kid: string; readonly privateKey: KeyObject; readonly jwk: object };

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function makeKey(kid: string): Key {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = {
    ...publicKey.export({ format: "jwk" }),
    kid,
    use: "sig",
    alg: "RS256",
    endorsements: ["msteams"],
  };
  return { kid, privateKey, jwk };
}

/**
 * A source of outgoing tokens that needs no network; the bots of the benchmarks use it, too.
 * @public
 */
export const outgoingCredentials = (appId: string) => ({
  isValidAppId: async (id: string) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async <R extends { headers: { set(name: string, value: string): void } }>(request: R) => {
      request.headers.set("authorization", `Bearer ${BEARER}`);
      return request;
    },
  }),
});

export type Claims = Readonly<Record<string, unknown>>;
export type Crooked = {
  readonly key?: Key;
  readonly kid?: string;
  readonly alg?: "RS256" | "none";
  /** Claims put in after signing. */
  readonly tamper?: Claims;
};

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;

export async function startIssuer() {
  const key = makeKey("key-1");
  /** Same name, other key: what a forger would make. */
  const forged = makeKey("key-1");
  let down = false;
  let hits = 0;
  const server = createServer((request, response) => {
    hits += 1;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const metadata = {
      issuer: ISSUER,
      jwks_uri: `${url}/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
    };
    response.writeHead(down ? 500 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(request.url === "/keys" ? { keys: [key.jwk] } : metadata));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const metadata = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;

  function token(
    claims: Claims,
    { key: signer = key, kid = signer.kid, alg = "RS256", tamper }: Crooked = {},
  ): string {
    const now = Math.floor(Date.now() / 1000);
    const head = encode({ typ: "JWT", alg, kid });
    const payload = { iss: ISSUER, nbf: now - 10, exp: now + 3600, jti: randomUUID(), ...claims };
    const signed = `${head}.${encode(payload)}`;
    const sign = () => createSign("RSA-SHA256").update(signed).sign(signer.privateKey).toString("base64url");
    const signature = alg === "none" ? "" : sign();
    return tamper ? `${head}.${encode({ ...payload, ...tamper })}.${signature}` : `${signed}.${signature}`;
  }

  return {
    key,
    forged,
    token,
    /** Settings that make the library learn its keys here. */
    settings: { ToBotFromChannelOpenIdMetadataUrl: metadata, ToBotFromEmulatorOpenIdMetadataUrl: metadata },
    credentials: outgoingCredentials,
    bearer: `Bearer ${BEARER}`,
    breaks: () => {
      down = true;
    },
    hits: () => hits,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
