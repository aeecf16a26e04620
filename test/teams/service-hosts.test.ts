import { describe, expect, it } from "vitest";
import { createHostGuard, TEAMS_HOSTS } from "../../src/teams/service-hosts.ts";

describe("the service hosts of Teams", () => {
  const allowed = createHostGuard(TEAMS_HOSTS);

  it.each([
    "https://smba.trafficmanager.net/emea/",
    "https://SMBA.trafficmanager.net/de/3f2/v3/conversations/x",
    "https://smba.infra.gcc.teams.microsoft.com/gcc",
    "https://smba.infra.gov.teams.microsoft.us/",
  ])("%s is allowed", (url) => expect(allowed(url)).toBe(true));

  it.each([
    "http://smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net:8443/",
    "https://user:word@smba.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://evil.example/smba.trafficmanager.net",
    "https://evil.example#smba.trafficmanager.net",
    "https://smba.infra.evil.example/",
    "https://smba.infra.a.b.teams.microsoft.com/",
    "https://smba.infra.teams.microsoft.com/",
    "https://127.0.0.1/",
    "http://localhost:3000/",
    "//smba.trafficmanager.net/",
    "",
  ])("%s is not", (url) => expect(allowed(url)).toBe(false));

  it("a pattern that ends with a star is refused, since any domain would fit", () => {
    expect(() => createHostGuard(["smba.infra.*"])).toThrow('may not end with "*"');
  });
});

describe("loopback", () => {
  const allowed = createHostGuard(["127.0.0.1", "localhost", "[::1]"]);

  it.each(["http://127.0.0.1:56150/_connector", "http://localhost:1/", "http://[::1]:3/"])(
    "%s is allowed",
    (url) => expect(allowed(url)).toBe(true),
  );
  it.each(["http://127.0.0.2/", "http://127.0.0.1.nip.example/", "ftp://127.0.0.1/"])("%s is not", (url) =>
    expect(allowed(url)).toBe(false),
  );
});
