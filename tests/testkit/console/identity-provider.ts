import { once } from "node:events";
import { type Server } from "node:http";
import Provider, { errors } from "oidc-provider";
import { freePort } from "../../../bench/free-port.js";

/** The audience of the hub's tokens, and the resource by which the console asks for them. */
export const audience = "rembuk-hub";
export const resource = "https://hub.example/";

/** How long the provider's access tokens are good for, and what else a test changes. */
export interface ProviderForm {
  accessTokenSeconds?: number;
}

/** What the provider knows of a person, whose login is their address. */
const account = (_: unknown, login: string) => ({
  accountId: login,
  claims: () => ({ sub: login, email: login, email_verified: true }),
});

/** The configuration: a public client with PKCE, refresh tokens that turn, JWTs for the hub's resource. */
function configuration(origin: string, form: ProviderForm, count: (kind: string) => void) {
  const { accessTokenSeconds = 600 } = form;
  return {
    clients: [
      {
        client_id: "rembuk-console",
        application_type: "web",
        token_endpoint_auth_method: "none",
        grant_types: ["authorization_code", "refresh_token"],
        redirect_uris: [`${origin}/signed-in`],
        post_logout_redirect_uris: [`${origin}/`],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    clientBasedCORS: () => true,
    cookies: { keys: ["a key for tests"] },
    findAccount: account,
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    extraTokenClaims: (_: unknown, { accountId }: { accountId: string }) => {
      count("token");
      return { email: accountId, email_verified: true };
    },
    features: {
      devInteractions: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_: unknown, asked: string) => {
          if (asked !== resource) throw new errors.InvalidTarget("it is not known here");
          return {
            ...{ scope: "", audience, accessTokenFormat: "jwt" },
            accessTokenTTL: accessTokenSeconds,
            jwt: { sign: { alg: "RS256" } },
          };
        },
      },
    },
  };
}

/** A real provider of OpenID Connect (`oidc-provider`) on a port of this machine. */
export class IdentityProvider {
  private constructor(
    readonly issuer: string,
    readonly port: number,
    private readonly server: Server,
    /** How many access tokens it has issued. */
    readonly issued: { tokens: number },
  ) {}

  /** Starts a provider for the console at `origin`. */
  static async start(origin: string, form: ProviderForm = {}): Promise<IdentityProvider> {
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const issued = { tokens: 0 };
    const provider = new Provider(
      issuer,
      configuration(origin, form, () => {
        issued.tokens += 1;
      }),
    );
    const server = await new Promise<Server>((resolve) => {
      const listening: Server = provider.listen(port, "127.0.0.1", () => resolve(listening));
    });
    return new IdentityProvider(issuer, port, server, issued);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}
