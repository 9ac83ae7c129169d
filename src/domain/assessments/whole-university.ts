import { type Sql, sql } from "../../reading/index.js";

// The organisations that count as one university (rule 4 of the domain): its parts, for example faculties
// and institutes, what it is a part of, for example its foundation, and their parts.

/** The sectors whose organisations a university may be part of without being one with them. */
const governments = sql`('CENTRAL_GOVERNMENT', 'REGIONAL_GOVERNMENT', 'VILLAGE_GOVERNMENT')`;

/** These organisations with all their parts. */
export const partsOf = (organisations: Sql): Sql => sql`
  with recursive part(id) as (
    ${organisations}
    union select o.id from organisation o join part on o.parent_id = part.id)
  select id from part`;

/**
 * The whole university of an organisation: itself, the organisations above it, and all their parts. A
 * government above it does not count: most state universities are part of the same ministry.
 */
export const wholeUniversity = (university: string): Sql =>
  sql`(${partsOf(sql`
    select id from (
      with recursive above(id, parent_id) as (
        select o.id, o.parent_id from organisation o where o.id = ${university}
        union select o.id, o.parent_id from organisation o join above on o.id = above.parent_id
          where o.sector not in ${governments})
      select id from above) as universities`)})`;
