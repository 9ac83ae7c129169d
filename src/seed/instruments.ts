import { assetPentagon, instrumentMutations } from "../domain/assessments/index.js";
import type { Ledger } from "../ledger/index.js";
import { namedId } from "../platform/ids.js";
import { sql } from "../reading/index.js";
import { operator } from "./operator.js";

/** The namespace of the ids of the questionnaires that the hub provides: the same on every hub. */
const namespace = "5f0d4c52-9d6b-4a0e-9a0e-2f8f4f5f1c11";

/** The id of a questionnaire that the hub provides, by its key. */
export const shippedId = (key: string): string => namedId(`instrument:${key}`, namespace);

interface Edition {
  id: string;
  status: string;
  version: number;
}

/**
 * Publishes the questionnaires that the hub provides, unless their key is in use. They have no owner, so
 * that every university can use them. Also publishes the draft of an interrupted start. No other node
 * may run it at the same time.
 */
export async function loadInstruments(ledger: Ledger): Promise<string[]> {
  const made: string[] = [];
  for (const questionnaire of [assetPentagon]) {
    const { key } = questionnaire;
    const id = shippedId(key);
    const { rows } = await ledger.read((em) =>
      sql<Edition>`select id, status::text as status, version from instrument where key = ${key}`.execute(
        em.getKysely(),
      ),
    );
    const left = rows.find((edition) => edition.id === id && edition.status === "DRAFT");
    if (rows.length > 0 && !left) continue;
    if (!left)
      await instrumentMutations.draftInstrument.perform(ledger, operator, { ...questionnaire, id });
    await instrumentMutations.publishInstrument.perform(ledger, operator, {
      id,
      expectedVersion: left?.version ?? 1,
    });
    made.push(key);
  }
  return made;
}
