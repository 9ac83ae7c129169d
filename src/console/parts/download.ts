import type { Session } from "../session/session.js";

/** The size of a file in the units that people know. */
export const sizeOf = (bytes: number, number: (value: number) => string): string =>
  bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1000))} kB` : `${number(bytes / 1_000_000)} MB`;

/** The name of a file in its answer; the last part of its address where the answer names none. */
function nameOf(response: Response, path: string): string {
  const named = /filename="?([^";]+)/.exec(response.headers.get("content-disposition") ?? "");
  return named?.[1] ?? path.split(/[?#]/)[0]?.split("/").at(-1) ?? "rembuk";
}

/**
 * Downloads a file of the hub as the session's person and hands it to the browser, as an address alone
 * carries no token. Gives the hub's words where it refuses.
 */
export async function download(
  session: Session,
  path: string,
  language: string,
): Promise<string | undefined> {
  const { token } = session.current();
  const headers = {
    "accept-language": language,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const response = await fetch(path, { headers }).catch(() => undefined);
  if (!response) return "";
  if (!response.ok) {
    const { errors } = (await response.json().catch(() => ({}))) as {
      errors?: { message: string }[];
    };
    return errors?.[0]?.message ?? response.statusText;
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = nameOf(response, path);
  link.click();
  URL.revokeObjectURL(address);
  return undefined;
}
