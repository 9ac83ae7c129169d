import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../reading/index.js";

/** A regency or city, with its first districts and villages. */
export interface Regency {
  code: string;
  name: string;
  districts: string[];
  villages: string[];
}

/** A province with its first two regencies. */
export interface Province {
  code: string;
  name: string;
  regencies: [Regency, Regency];
}

/** The province of the smaller sample, with which the whole country begins: Banten. */
const first = "36";

/** The provinces of the country, or the first alone, with what the sample needs of the regions in them. */
export async function provincesOf(em: EntityManager, scale: "province" | "country") {
  const statement = sql<Province>`
    select p.code, p.name, (
      select jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name, 'districts', d.codes,
        'villages', array(select v.code from region v where v.parent_id = any(d.codes) order by v.code limit 6))
        order by r.code)
      from (select code, name from region where parent_id = p.code order by code limit 2) r
      cross join lateral (select array(select code from region where parent_id = r.code
        order by code limit 3) as codes) d) as regencies
    from region p where p.level = 'PROVINCE' and (${scale === "country"} or p.code = ${first})
    order by p.code <> ${first}, p.code`;
  const { rows } = await statement.execute(em.getKysely());
  return rows;
}
