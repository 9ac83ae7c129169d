import { useLanguage } from "../language/language.js";
import { useSession } from "../session/use-session.js";

/** The size of a file in the units that people know. */
export const sizeOf = (bytes: number, number: (value: number) => string): string =>
  bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1000))} kB` : `${number(bytes / 1_000_000)} MB`;

/** The name of a file in its answer; the last part of its address where the answer names none. */
function nameOf(response: Response, path: string): string {
  const said = response.headers.get("content-disposition") ?? "";
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(said) ?? [];
  if (encoded) return decodeURIComponent(encoded);
  const [, plain] = /filename="?([^";]+)/i.exec(said) ?? [];
  return plain ?? path.split(/[?#]/)[0]?.split("/").at(-1) ?? "rembuk";
}

/**
 * The function that downloads a file of the hub as the session's person and hands it to the browser, as an
 * address alone carries no token. It gives the hub's words where it refuses; undefined where it does not.
 */
export function useDownload(): (path: string) => Promise<string | undefined> {
  const session = useSession();
  const language = useLanguage();
  return async (path) => {
    const { token } = session.current();
    const headers: Record<string, string> = { "accept-language": language };
    if (token) headers.authorization = `Bearer ${token}`;
    const response = await fetch(path, { headers }).catch(() => undefined);
    if (!response) return "";
    if (!response.ok) return refusalIn(response);
    saveAs(await response.blob(), nameOf(response, path));
    return undefined;
  };
}

/** The hub's words in an answer that refuses. */
async function refusalIn(response: Response): Promise<string> {
  const { errors } = (await response.json().catch(() => ({}))) as {
    errors?: { message: string }[];
  };
  return errors?.[0]?.message ?? response.statusText;
}

/** Hands bytes to the browser as a file to save. */
export function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
