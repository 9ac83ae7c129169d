import { sql } from "../../../reading/index.js";
import { refused, type Work } from "../../common/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { OutcomeStatus } from "../enums.js";

// One person speaks for one organisation in a meeting (rule 1 of the domain): the first one for which they
// took or changed a position there, on any text. The ledger knows it, also after another person of the
// organisation changed the position. An API key is no person: it speaks for its organisation.

/** Passes for a person who has spoken for no other organisation in this meeting. */
export async function checkSpeaksForOne(
  work: Work,
  deliberation: string,
  organisation: string,
  path: string,
): Promise<void> {
  const { userId } = work.viewer;
  if (!userId) return;
  const first = sql<{ organisation: string }>`
    select organisation_id as organisation from change
    where deliberation_id = ${deliberation} and user_id = ${userId} and entity = 'OutcomePosition'
    order by position limit 1`;
  const { rows } = await first.execute(work.em.getKysely());
  const spoken = rows[0]?.organisation;
  if (!spoken || spoken === organisation) return;
  const { key, name } = await work.em.findOneOrFail(Organisation, spoken);
  throw refused({
    from: OutcomeStatus.PROPOSED,
    to: "POSITION",
    reason: "SPEAKS_FOR_ANOTHER",
    text: {
      en: `You already speak for ${name} in this meeting. Another person must speak for this organisation.`,
      id: `Anda sudah berbicara atas nama ${name} dalam rembuk ini. Orang lain harus berbicara atas nama lembaga ini.`,
    },
    path,
    details: { organisation: { id: spoken, key } },
  });
}
