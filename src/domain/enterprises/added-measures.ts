import { Field, Int, ObjectType } from "type-graphql";
import { MoneyScalar } from "../../platform/scalars.js";
import { countOf, type Fact, ObjectMeasure, type Sql, sql } from "../../reading/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import { lastResults, shownBySex, shownMembers } from "./people.js";

// Measures of groups of self-employed workers: the people in them, and their last results. Small numbers are
// kept back as in lists (rule 6 of the domain): a sum leaves out what the viewer does not see, and says so.

/** The people in a set of groups. */
@ObjectType({
  description:
    "The people in a set of groups, as far as the viewer sees their numbers: those that are hidden because they are small (rule 6) are left out of the sums. Anggota.",
})
export class GroupPeople {
  @Field(() => Int, { nullable: true, description: "The members; null where none is shown." })
  members!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "The women among the members, of groups that count them; null where none is shown.",
  })
  women!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "The men among the members, of groups that count them; null where none is shown.",
  })
  men!: number | null;
  @Field(() => Int, {
    description: "The number of groups whose members are left out, because their number is small.",
  })
  suppressed!: number;
}

ObjectMeasure(
  "people",
  () => GroupPeople,
  { description: "The people in the groups, small numbers kept back (rule 6)." },
  ({ row, scope }) => {
    const { women, men } = shownBySex(row, scope);
    const members = shownMembers(row, scope);
    return {
      members: sql`sum(${members})`,
      women: sql`sum(${women})`,
      men: sql`sum(${men})`,
      suppressed: countOf(sql`${members} is null`),
    };
  },
)(EnterpriseGroup);

/** The last results of a set of groups. */
@ObjectType({
  description:
    "The last results of a set of groups: of each the one whose period ends last, because revenue and jobs of several periods do not add up. Capaian terakhir.",
})
export class GroupResults {
  @Field(() => Int, { description: "The number of groups that have results." })
  groups!: number;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: "The revenue in rupiah; null where none is known.",
  })
  revenue!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "The jobs, as far as the viewer sees their numbers; null where none is shown.",
  })
  jobs!: number | null;
  @Field(() => Int, {
    description: "The number of groups whose jobs are left out, because their number is small.",
  })
  suppressed!: number;
}

const results: Fact = { rows: lastResults };

ObjectMeasure(
  "lastResults",
  () => GroupResults,
  { cost: 20, description: "The last results of the groups: revenue and jobs." },
  (site) => {
    const last = site.fact(results);
    const sum = (name: string): Sql => sql`sum(${last.column(name)})`;
    return {
      groups: sql`count(${last.column("id")})`,
      revenue: sql`${sum("revenue")}::text`,
      jobs: sum("jobs"),
      suppressed: countOf(last.column("jobs_hidden")),
    };
  },
)(EnterpriseGroup);
