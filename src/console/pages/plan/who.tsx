import { Link } from "@tanstack/react-router";
import { PlanWhoDocument, type PlanWhoQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Empty } from "../../parts/empty.js";
import { FurtherPages, useAllRows } from "../../parts/further-pages.js";
import styles from "./who.module.css";

const texts = {
  caption: {
    id: "Lembaga, dan yang mereka berikan pada tiap tahap",
    en: "Organisations, and what they give at each stage",
  },
  organisation: { id: "Lembaga", en: "Organisation" },
  empty: { id: "Belum ada kontribusi.", en: "No contributions yet." },
};

type Group = PlanWhoQuery["contributions"]["groups"]["nodes"][number];
type Organisation = NonNullable<Group["key"]["organisation"]>;

/** The groups by organisation and stage. */
function matrixOf(groups: readonly Group[]) {
  const rows = new Map<string, { organisation: Organisation; cells: Map<string, Group[]> }>();
  for (const group of groups) {
    const { organisation, actionStage } = group.key;
    if (!organisation || !actionStage) continue;
    const row = rows.get(organisation.id) ?? { organisation, cells: new Map<string, Group[]>() };
    row.cells.set(actionStage, [...(row.cells.get(actionStage) ?? []), group]);
    rows.set(organisation.id, row);
  }
  return [...rows.values()];
}

function Cell({ groups }: { groups: readonly Group[] }) {
  const name = useMemberName();
  const { shortMoney } = useFormats();
  return (
    <td>
      <ul className="plain">
        {groups.map(({ key: { kind }, measures: { given } }) => (
          <li key={kind}>
            {kind ? name("ContributionKind", kind) : null}
            {given === "0" ? null : <span className="soft"> {shortMoney(given)}</span>}
          </li>
        ))}
      </ul>
    </td>
  );
}

function Matrix({ groups }: { groups: readonly Group[] }) {
  const t = useText();
  const name = useMemberName();
  const used = new Set(groups.map(({ key }) => key.actionStage));
  const stages = membersOf("ActionStage").filter((stage) => used.has(stage as never));
  if (groups.length === 0) return <Empty>{t(texts.empty)}</Empty>;
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{t(texts.caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(texts.organisation)}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col">
                {name("ActionStage", stage)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrixOf(groups).map(({ organisation, cells }) => (
            <tr key={organisation.id}>
              <th scope="row">
                <Link to="/organisation/$key" params={{ key: organisation.key }}>
                  {organisation.name}
                </Link>
                <span className="soft small">{name("Sector", organisation.sector)}</span>
              </th>
              {stages.map((stage) => (
                <Cell key={stage} groups={cells.get(stage) ?? []} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const none: Group[] = [];

const keyOf = ({ key: { organisation, actionStage, kind } }: Group): string =>
  [organisation?.id, actionStage, kind].join(" ");

/** Who gives what at which stage of the chain, as a matrix. */
export function WhoDoesWhat({ id }: { id: string }) {
  const answer = useAnswer(PlanWhoDocument, { id });
  const first = answer.data?.contributions.groups;
  const { rows, report } = useAllRows<Group>(first?.nodes ?? none, keyOf);
  return (
    <Answered of={answer} subject={({ contributions }) => contributions.groups}>
      {({ pageInfo: { hasNextPage, endCursor } }) => (
        <>
          {hasNextPage ? (
            <FurtherPages
              document={PlanWhoDocument}
              variables={{ id }}
              listOf={({ contributions }) => contributions.groups}
              after={endCursor}
              report={report}
            />
          ) : null}
          <Matrix groups={rows} />
        </>
      )}
    </Answered>
  );
}
