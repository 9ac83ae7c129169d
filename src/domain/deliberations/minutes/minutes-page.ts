import type { Language } from "../../../platform/errors.js";
import { isId } from "../../../platform/ids.js";
import { fieldOf, idType, type ListField, nounOf, type Reader } from "../../../reading/index.js";
import { Deliberation } from "../deliberation.js";
import { Minutes } from "./minutes.js";
import type { MinutesDocument } from "./minutes-document.js";
import { type AcknowledgedBy, minutesHtml } from "./page/html.js";

/** Who has acknowledged the minutes so far, as far as the viewer may see. */
async function acknowledgementsOf(reader: Reader, minutes: string): Promise<AcknowledgedBy[]> {
  const noun = nounOf(Minutes);
  const { name, join, target } = fieldOf(noun, "acknowledgements") as ListField;
  const rows = await reader.list(minutes, `${noun.name}.${name}`, {
    noun: nounOf(target()),
    parent: { join, idType: idType(noun) },
    args: {},
    fields: ["createdAt", "organisation"],
    cursors: false,
  });
  return rows.map(({ organisation, createdAt }) => ({
    organisationId: String(organisation),
    acknowledgedAt: String(createdAt),
  }));
}

/**
 * The readable minutes of the deliberation with this key or id, with who has acknowledged them;
 * undefined where there is none, or none that the viewer may see.
 */
export async function minutesPage(
  reader: Reader,
  keyOrId: string,
  language: Language,
): Promise<string | undefined> {
  const noun = nounOf(Deliberation);
  const deliberation = isId(keyOrId)
    ? await reader.byId(noun, keyOrId.toLowerCase(), ["minutes"])
    : await reader.byValue(noun, "key", keyOrId, ["minutes"]);
  if (!deliberation?.minutes) return undefined;
  const id = String(deliberation.minutes);
  const minutes = await reader.byId(nounOf(Minutes), id, ["document", "sha256"]);
  if (!minutes) return undefined;
  return minutesHtml(JSON.parse(String(minutes.document)) as MinutesDocument, {
    sha256: String(minutes.sha256),
    language,
    acknowledgements: await acknowledgementsOf(reader, id),
    otherLanguage: `?language=${language === "id" ? "en" : "id"}`,
  });
}
