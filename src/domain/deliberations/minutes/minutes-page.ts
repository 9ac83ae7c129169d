import type { Language } from "../../../platform/errors.js";
import { isId } from "../../../platform/ids.js";
import type { Reader } from "../../../reading/index.js";
import { Deliberation } from "../deliberation.js";
import { Acknowledgement } from "./acknowledgement.js";
import { Minutes } from "./minutes.js";
import type { MinutesDocument } from "./minutes-document.js";
import { type AcknowledgedBy, minutesHtml } from "./page/html.js";

/** The acknowledgements of minutes that the viewer may see. */
async function acknowledgementsOf(reader: Reader, minutes: string): Promise<AcknowledgedBy[]> {
  const fields = ["createdAt", "organisation"] as const;
  const rows = await reader.referringTo(Acknowledgement, "minutes", minutes, fields);
  return rows.map(({ organisation, createdAt }) => ({
    organisationId: organisation,
    acknowledgedAt: createdAt,
  }));
}

/**
 * The minutes of the deliberation with this key or id as a page, with their acknowledgements; undefined
 * when the viewer may see none.
 */
export async function minutesPage(
  reader: Reader,
  keyOrId: string,
  language: Language,
): Promise<string | undefined> {
  const deliberation = isId(keyOrId)
    ? await reader.byId(Deliberation, keyOrId.toLowerCase(), ["minutes"])
    : await reader.byKey(Deliberation, keyOrId, ["minutes"]);
  if (!deliberation?.minutes) return undefined;
  const id = deliberation.minutes;
  const minutes = await reader.byId(Minutes, id, ["document", "sha256"]);
  if (!minutes) return undefined;
  return minutesHtml(JSON.parse(minutes.document) as MinutesDocument, {
    sha256: minutes.sha256,
    language,
    acknowledgements: await acknowledgementsOf(reader, id),
    otherLanguage: `?language=${language === "id" ? "en" : "id"}`,
  });
}
