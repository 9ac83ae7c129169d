import { z } from "zod";
import { type Check, type Finding, fault, ok, type Place, warning } from "./check.js";

/** The time that one answer of the provider may take, in milliseconds. */
const answerMs = 5_000;

/** The largest difference of clocks that is not remarked, in seconds; a date is given in whole ones. */
const mostSkew = 5;

const discoveryForm = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keysForm = z.object({ keys: z.array(z.object({ kty: z.string() })) });

async function asked(address: string): Promise<Response> {
  const response = await fetch(address, {
    redirect: "error",
    signal: AbortSignal.timeout(answerMs),
  });
  if (!response.ok) throw new Error(`${address} answered with the status ${response.status}`);
  return response;
}

const discoveryOf = (issuer: string): string =>
  `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;

/** What fetch says, with its cause, which names the host. */
const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error & { cause?: { code?: string } };
  return cause?.code ? `${message} (${cause.code})` : message;
};

const todo =
  "Check OIDC_ISSUER, the network, name server and certificates between; without the keys nobody can sign in.";

async function keys({ config: { oidc } }: Place): Promise<Finding> {
  if (!oidc) return ok("the hub signs tokens itself");
  const { issuer } = oidc;
  try {
    const found = oidc.jwksUrl
      ? { issuer, jwks_uri: oidc.jwksUrl }
      : discoveryForm.parse(await (await asked(discoveryOf(issuer))).json());
    if (found.issuer !== issuer)
      return fault(`the provider calls itself ${found.issuer}`, "Set OIDC_ISSUER to exactly that.");
    const { keys: all } = keysForm.parse(await (await asked(found.jwks_uri)).json());
    return all.some(({ kty }) => kty !== "oct")
      ? ok(`${all.length} keys at ${found.jwks_uri}`)
      : fault(`${found.jwks_uri} has no public key`, "Have the provider sign with a key pair.");
  } catch (error) {
    return fault(`the provider's keys cannot be read: ${reasonOf(error)}`, todo);
  }
}

async function clock({ config: { oidc }, system }: Place): Promise<Finding> {
  if (!oidc) return ok("the hub signs tokens itself");
  try {
    const response = await fetch(oidc.jwksUrl ?? discoveryOf(oidc.issuer), {
      signal: AbortSignal.timeout(answerMs),
    });
    const at = Date.parse(response.headers.get("date") ?? "");
    if (Number.isNaN(at)) return ok("the provider gives no time");
    const seconds = Math.round(Math.abs(system.now() - at) / 1000);
    return seconds <= Math.max(mostSkew, oidc.clockSkewSeconds / 2)
      ? ok(`they differ by ${seconds} s`)
      : warning(
          `this machine's clock and the provider's differ by ${seconds} s: tokens are refused above ${oidc.clockSkewSeconds} s`,
          "Let a time service keep this machine's clock.",
        );
  } catch (error) {
    return warning(`the provider's clock cannot be read: ${reasonOf(error)}`, todo);
  }
}

/** The identity provider. */
export const providerChecks: readonly Check<Place>[] = [
  { id: "provider.keys", title: "the identity provider's discovery document and keys", run: keys },
  { id: "provider.clock", title: "this machine's clock against the provider's", run: clock },
];
