import { SignJWT } from "jose";
import {
  type AccessTokenType,
  oidcVerifier,
  type TokenVerifier,
} from "../../../src/access/tokens.js";
import type { Signer } from "./local-issuer.js";

export const audience = "rembuk-hub";
export const clockSkewSeconds = 30;

export const nowSeconds = () => Math.floor(Date.now() / 1000);

/** The hub's verifier of this issuer's tokens. */
export const verifierOf = (
  issuer: string,
  jwksUrl: string | undefined,
  accessTokenType: AccessTokenType = "any",
): TokenVerifier =>
  oidcVerifier({
    issuer,
    audience,
    jwksUrl,
    accessTokenType,
    operatorClaim: "rembuk_operator",
    clockSkewSeconds,
  });

/** A token that holds, but for what `claims` and `header` change; undefined removes. */
export function signedToken(
  issuer: string,
  by: Signer,
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  const sound = { iss: issuer, aud: audience, sub: "u-1", exp: nowSeconds() + 60 };
  return new SignJWT({ ...sound, ...claims })
    .setProtectedHeader({ alg: by.alg, kid: by.kid, typ: "JWT", ...header })
    .sign(by.privateKey);
}
