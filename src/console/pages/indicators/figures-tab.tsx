import { useState } from "react";
import {
  IndicatorAcceptFiguresDocument,
  IndicatorFiguresDocument,
  type MeasurementStatus,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField } from "../../parts/fields.js";
import { PageButtons, usePaging } from "../../parts/paging.js";
import { useMemberships, withRole } from "../../session/use-memberships.js";
import type { Figure, Indicator } from "./figures.js";
import { FiguresTable } from "./figures-table.js";

const texts = {
  title: { id: "Capaian dan sumbernya", en: "Figures and their sources" },
  none: { id: "Tidak ada capaian dengan pilihan ini.", en: "No figures fit this choice." },
  status: { id: "Status", en: "Status" },
  any: { id: "Semua", en: "All" },
  accept: {
    id: "Terima {count, plural, other {# capaian yang diusulkan}}",
    en: "Accept {count, plural, one {# proposed figure} other {# proposed figures}}",
  },
};

/** Accepts the proposed figures of the page at once. */
function AcceptAll({ figures }: { figures: readonly Figure[] }) {
  const t = useText();
  const [run, running] = useChange(IndicatorAcceptFiguresDocument);
  const [fault, setFault] = useState<Fault>();
  const proposed = figures.filter(({ status }) => status === "PROPOSED");
  const accept = async () => {
    const measurements = proposed.map(({ id, version }) => ({ id, expectedVersion: version }));
    setFault((await run({ input: { measurements } })).fault);
  };
  return (
    <>
      {proposed.length > 0 ? (
        <div className="row">
          <button
            type="button"
            className="button main"
            disabled={running}
            onClick={() => void accept()}
          >
            {t(texts.accept, { count: proposed.length })}
          </button>
        </div>
      ) : null}
      <FaultNote fault={fault} />
    </>
  );
}

/** The figures of an indicator with their sources, in pages; those who own the indicator accept and refuse. */
export function FiguresTab({ indicator: { key, unit, owner } }: { indicator: Indicator }) {
  const t = useText();
  const name = useMemberName();
  const [status, setStatus] = useState("ALL");
  const paging = usePaging(`${key} ${status}`);
  const owning = withRole(useMemberships() ?? [], "COORDINATOR", "ADMIN");
  const decides = owning.some(({ organisation }) => organisation.id === owner?.id);
  const answer = useAnswer(IndicatorFiguresDocument, {
    where: {
      indicator: { eq: key },
      ...(status === "ALL" ? {} : { status: { eq: status as MeasurementStatus } }),
    },
    after: paging.after,
  });
  return (
    <Card title={t(texts.title)}>
      <ChoiceField
        label={t(texts.status)}
        value={status}
        change={setStatus}
        choices={[
          { value: "ALL", label: t(texts.any) },
          ...membersOf("MeasurementStatus").map((value) => ({
            value,
            label: name("MeasurementStatus", value),
          })),
        ]}
      />
      <Answered of={answer} subject={({ measurements }) => measurements}>
        {({ nodes, totalCount, pageInfo }) => (
          <>
            {decides ? <AcceptAll figures={nodes} /> : null}
            {nodes.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
            {nodes.length > 0 ? <FiguresTable {...{ unit, decides }} rows={nodes} /> : null}
            <PageButtons paging={paging} total={totalCount} info={pageInfo} />
          </>
        )}
      </Answered>
    </Card>
  );
}
