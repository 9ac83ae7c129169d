import type { ReactNode } from "react";
import {
  type DeliberationFilter,
  type DeliberationOrder,
  type DeliberationStatus,
  RembukListPageDocument,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { type Text, useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Empty } from "../../parts/empty.js";
import { ListFilter, type ListFilterValues, useListFilter } from "../../parts/list-filter.js";
import { PageHead } from "../../parts/page-head.js";
import { type PageEnd, Pages } from "../../parts/pages.js";
import { ConveneLink } from "./convene-link.js";
import { RembukItem } from "./rembuk-item.js";

const texts = {
  title: { id: "Rembuk", en: "Rembuk" },
  none: { id: "Tidak ada.", en: "None." },
};

/** A part of the list: the statuses that it shows, and its order. */
interface ListPart {
  name: string;
  title: Text;
  statuses: DeliberationStatus[];
  orderBy: DeliberationOrder[];
}

const parts: readonly ListPart[] = [
  {
    name: "session",
    title: { id: "Sedang berlangsung", en: "In session" },
    statuses: ["IN_SESSION"],
    orderBy: [{ field: "HELD_FROM", direction: "DESC" }],
  },
  {
    name: "upcoming",
    title: { id: "Akan datang", en: "Upcoming" },
    statuses: ["DRAFT", "SCHEDULED"],
    orderBy: [{ field: "HELD_FROM", direction: "ASC" }],
  },
  {
    name: "closed",
    title: { id: "Sudah selesai", en: "Closed" },
    statuses: ["CLOSED", "CANCELLED"],
    orderBy: [{ field: "HELD_FROM", direction: "DESC" }],
  },
];

/** The rembuk of some statuses that have the text in their title and are held in the region. */
function filterOf({ statuses }: ListPart, { text, region }: ListFilterValues): DeliberationFilter {
  const places: DeliberationFilter[] = region
    ? [{ region: { within: region } }, { area: { region: { within: region } } }]
    : [];
  return {
    status: { in: statuses },
    ...(text ? { title: { contains: text } } : {}),
    ...(region ? { or: places } : {}),
  };
}

function ListPage({
  variables,
  next,
}: {
  variables: { where: DeliberationFilter; orderBy: DeliberationOrder[]; after: string | null };
  next: (end: PageEnd) => ReactNode;
}) {
  const t = useText();
  const answer = useAnswer(RembukListPageDocument, variables);
  return (
    <Answered of={answer} subject={(data) => data.deliberations}>
      {({ nodes, pageInfo, totalCount }) => (
        <>
          {totalCount === 0 ? <Empty>{t(texts.none)}</Empty> : null}
          <ul className="plain stack">
            {nodes.map((meeting) => (
              <RembukItem key={meeting.id} meeting={meeting} />
            ))}
          </ul>
          {next(pageInfo)}
        </>
      )}
    </Answered>
  );
}

/** The rembuk that the reader may see: those in session, upcoming, and closed. */
export function RembukListPage() {
  const t = useText();
  const [values] = useListFilter();
  return (
    <div className="stack">
      <PageHead title={t(texts.title)} actions={<ConveneLink />} />
      <ListFilter />
      {parts.map((part) => {
        const where = filterOf(part, values);
        return (
          <section key={part.name} className="stack" aria-labelledby={`rembuk-${part.name}`}>
            <h2 id={`rembuk-${part.name}`}>{t(part.title)}</h2>
            <Pages key={JSON.stringify(where)}>
              {(after, next) => (
                <ListPage variables={{ where, orderBy: part.orderBy, after }} next={next} />
              )}
            </Pages>
          </section>
        );
      })}
    </div>
  );
}
