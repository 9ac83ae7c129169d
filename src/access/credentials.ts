import { type Text, unauthenticated } from "../platform/errors.js";

/**
 * The values that one place of a request (its headers, or the payload of `connection_init`) carries
 * under the names of credentials, as they were sent: none, one or several, of any type.
 */
export interface SentCredentials {
  authorization: readonly unknown[];
  apiKey: readonly unknown[];
}

const noText = (name: string): Text => ({
  en: `${name} must be a text that is not empty; leave it out to read as a visitor.`,
  id: `${name} harus berupa teks yang tidak kosong; hilangkan untuk membaca sebagai pengunjung.`,
});
const repeated = (name: string): Text => ({
  en: `${name} is given several times with different values; send one.`,
  id: `${name} diberikan beberapa kali dengan nilai berbeda; kirim satu saja.`,
});
const malformedAuthorization: Text = {
  en: "The Authorization header must be `Bearer` and one token or API key.",
  id: "Header Authorization harus berupa `Bearer` dan satu token atau kunci API.",
};

/**
 * The credentials of one place, without their scheme; none for a visitor. All of them must hold, and the
 * first decides who the viewer is: that of `Authorization` before `X-API-Key`. Throws UNAUTHENTICATED for
 * a value that is no text, is empty or is malformed: a client that sent one did not mean to be a visitor.
 */
export function credentialsOf({ authorization, apiKey }: SentCredentials): string[] {
  const bearer = onlyText("Authorization", authorization);
  const key = onlyText("X-API-Key", apiKey);
  const sent = [bearer === undefined ? undefined : bearerOf(bearer), key];
  return [...new Set(sent.filter((credential) => credential !== undefined))];
}

/** The one text among `values`; undefined without any. */
function onlyText(name: string, values: readonly unknown[]): string | undefined {
  const texts = values.map((value) => {
    const text = typeof value === "string" ? value.trim() : "";
    if (text === "") throw unauthenticated(noText(name));
    return text;
  });
  const [first, ...others] = new Set(texts);
  if (others.length > 0) throw unauthenticated(repeated(name));
  return first;
}

/** The credential of an `Authorization` header; UNAUTHENTICATED for another scheme (RFC 6750). */
function bearerOf(authorization: string): string {
  const credential = /^Bearer +([\w\-.~+/]+=*)$/i.exec(authorization)?.[1];
  if (credential === undefined) throw unauthenticated(malformedAuthorization);
  return credential;
}
