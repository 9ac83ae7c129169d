import type { Viewer } from "../../../access/index.js";
import type { KeptLines } from "../../../ledger/index.js";
import { type Sql, sql } from "../../../reading/index.js";
import { refused, type Work } from "../../common/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { OutcomeStatus } from "../enums.js";

// One person speaks for one organisation in a meeting (rule 1 of the domain): the first one for which they
// took or changed a position there, on any text. The ledger knows it, also after another person of the
// organisation changed the position. What an API key says is said by the person who issued it: else an
// administrator of two organisations would fill two sectors of a quorum, one in person and one by a key.

/** The lines that say for which organisation somebody spoke first. */
export const linesOfVoices: KeptLines = { lines: sql`entity = 'OutcomePosition'`, fields: [] };

/** The person who acts, or who issued the key that acts; null for neither. */
const personOf = ({ userId, keyId }: Viewer): Sql => sql`
  select coalesce(${userId ?? null}::uuid, (select user_id from change_known
    where entity_id = ${keyId ?? null} and entity = 'ApiKey' and operation = 'issueApiKey')) as id`;

/** The keys that a person issued, as actors of the ledger. */
const keysOf: Sql = sql`
  select 'key:' || issued.entity_id from change_known as issued join person on issued.user_id = person.id
  where issued.entity = 'ApiKey' and issued.operation = 'issueApiKey'`;

/** Passes for a person, or their key, that has spoken for no other organisation in this meeting. */
export async function checkSpeaksForOne(
  work: Work,
  deliberation: string,
  organisation: string,
  path: string,
): Promise<void> {
  // Two reads of the index of positions by person: those of a key have no person.
  const spokenBy = (by: Sql) => sql`(select organisation_id, position from change_known
    where deliberation_id = ${deliberation} and entity = 'OutcomePosition' and ${by}
    order by position limit 1)`;
  const first = sql<{ organisation: string }>`
    with person as (${personOf(work.viewer)})
    select organisation_id as organisation
    from (${spokenBy(sql`user_id = (select id from person)`)}
      union all ${spokenBy(sql`user_id is null and actor in (${keysOf})`)}) as spoken
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
