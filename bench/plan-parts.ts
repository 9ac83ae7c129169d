import { today, touches } from "./sql-parts.js";
import { bare, cursor, object, quoted, text, textList } from "./text-parts.js";

// Parts that the statements of plans have in common.

const endCursor = cursor(`format('["startsOn-id-","%s","%s"]', starts_on, id)`);

/** The page of `$2` plans of the province `$1`, newest first: all that match, and those that are shown. */
export const planPages = `matching as materialized (
  select p.id, p.starts_on from action_plan p join area a on a.id = p.area_id
  where p.visibility = 'PUBLIC' and ${touches}
), shown as materialized (
  select row_number() over () as n, id, starts_on
  from (select * from matching order by starts_on desc, id desc limit $2::int) page
)`;

/** What the page says beside its plans. */
export const pageMembers = {
  totalCount: "(select count(*) from matching)",
  pageInfo: object({
    hasNextPage: bare("(select count(*) from matching) > $2::int"),
    endCursor: quoted(`(select ${endCursor} from shown order by starts_on, id limit 1)`),
  }),
};

/** The plans of the page: the tables `p`, `a`, `pr` (programme) and `o` (lead). */
export const shownPlans = `shown join action_plan p using (id) join area a on a.id = p.area_id
  join programme pr on pr.id = p.programme_id join organisation o on o.id = p.lead_id`;

/** The lead of a plan, of the table `o`. */
export const lead = object({
  key: text("o.key"),
  name: text("o.name"),
  sector: quoted("o.sector"),
});

export const participants = `(select ${textList(
  object({
    role: quoted("pt.role"),
    organisation: object({
      key: text("po.key"),
      name: text("po.name"),
      sector: quoted("po.sector"),
    }),
  }),
  "pt.role, pt.id",
)} from participant pt join organisation po on po.id = pt.organisation_id where pt.plan_id = p.id)`;

/** Whether the action `ac` is overdue. */
export const isOverdue = `coalesce(ac.ends_on < ${today}
  and ac.status not in ('COMPLETED', 'CANCELLED'), false)`;
