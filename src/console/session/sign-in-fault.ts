import { ErrorResponse, ErrorTimeout } from "oidc-client-ts";

/** What kept a person from signing in, as far as they can do something about it. */
export type SignInFaultKind = "cancelled" | "busy" | "unreachable" | "lost" | "setup";

/** A sign-in that failed. */
export interface SignInFault {
  kind: SignInFaultKind;
  /** The provider's own code and words, for the operator of the hub. */
  detail: string;
}

/** The errors of OpenID Connect that say nothing of the set-up; all others do. */
const kinds: Readonly<Record<string, SignInFaultKind>> = {
  access_denied: "cancelled",
  login_required: "cancelled",
  server_error: "busy",
  temporarily_unavailable: "busy",
};

/** The answers to `prompt=none` that only say that the person is to sign in by hand. */
const wantsPerson = new Set([
  ...["login_required", "interaction_required", "consent_required"],
  "account_selection_required",
]);

export const wantsThePerson = (error: unknown): boolean =>
  error instanceof ErrorResponse && wantsPerson.has(error.error ?? "");

/** True where the provider has answered: it was reached, and asking again gives the same. */
export const isAnswer = (error: unknown): boolean => error instanceof ErrorResponse;

/** The fault in an error of the client library. */
export function signInFault(error: unknown): SignInFault {
  if (error instanceof ErrorResponse) {
    const { error: code, error_description: words } = error;
    return {
      kind: kinds[code ?? ""] ?? "setup",
      detail: [code, words].filter(Boolean).join(": "),
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof ErrorTimeout || error instanceof TypeError) {
    return { kind: "unreachable", detail };
  }
  return { kind: /\bstate\b/i.test(detail) ? "lost" : "setup", detail };
}
