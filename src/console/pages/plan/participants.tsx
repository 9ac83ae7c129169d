import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  PlanAcceptLeadDocument,
  PlanAcceptPartDocument,
  PlanDeclineLeadDocument,
  PlanDeclinePartDocument,
  PlanParticipantsDocument,
  type PlanParticipantsQuery,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { Status } from "../../parts/status.js";
import { useMyOrganisations } from "../../session/use-memberships.js";

const texts = {
  caption: { id: "Peserta rencana aksi", en: "Participants of the plan" },
  organisation: { id: "Lembaga", en: "Organisation" },
  sector: { id: "Sektor", en: "Sector" },
  role: { id: "Peran", en: "Role" },
  status: { id: "Status", en: "Status" },
  empty: { id: "Belum ada peserta.", en: "No participants yet." },
  awaits: { id: "Menunggu jawaban", en: "Waiting for an answer" },
  asked: { id: "{name} diminta ikut serta.", en: "{name} is asked to take part." },
  askedLead: { id: "Lembaga Anda diminta memimpin.", en: "Your organisation is asked to lead." },
  accept: { id: "Terima", en: "Accept" },
  decline: { id: "Tolak", en: "Decline" },
};

type Plan = NonNullable<PlanParticipantsQuery["actionPlan"]>;
type Part = Plan["participants"][number];

function useColumns() {
  const t = useText();
  const name = useMemberName();
  return [
    {
      ...{ name: "organisation", title: t(texts.organisation) },
      value: ({ organisation }: Part) => organisation.name,
      show: ({ organisation: { key, name: title } }: Part) => (
        <Link to="/organisation/$key" params={{ key }}>
          {title}
        </Link>
      ),
    },
    {
      ...{ name: "sector", title: t(texts.sector) },
      value: ({ organisation }: Part) => name("Sector", organisation.sector),
    },
    {
      ...{ name: "role", title: t(texts.role) },
      value: ({ role }: Part) => name("ParticipantRole", role),
    },
    {
      ...{ name: "status", title: t(texts.status), value: ({ status }: Part) => status },
      show: ({ status }: Part) => <Status of="ParticipantStatus" member={status} />,
    },
  ];
}

function Answer({
  question,
  answer,
}: {
  question: string;
  answer: (accepts: boolean) => Promise<Fault | undefined>;
}) {
  const t = useText();
  const [fault, setFault] = useState<Fault>();
  return (
    <div className="stack">
      <p>{question}</p>
      <FaultNote fault={fault} />
      <div className="row">
        <button
          type="button"
          className="button main"
          onClick={() => void answer(true).then(setFault)}
        >
          {t(texts.accept)}
        </button>
        <button type="button" className="button" onClick={() => void answer(false).then(setFault)}>
          {t(texts.decline)}
        </button>
      </div>
    </div>
  );
}

/** The parts that wait for an answer of the reader's organisations. */
function Questions({ plan, version }: { plan: Plan; version: number }) {
  const t = useText();
  const mine = useMyOrganisations();
  const [acceptPart] = useChange(PlanAcceptPartDocument);
  const [declinePart] = useChange(PlanDeclinePartDocument);
  const [acceptLead] = useChange(PlanAcceptLeadDocument);
  const [declineLead] = useChange(PlanDeclineLeadDocument);
  const isAsked = ({ status, organisation }: Part) =>
    status === "INVITED" && mine.some(({ id }) => id === organisation.id);
  const leadIsAsked =
    plan.leadStatus === "INVITED" && plan.awaits.some(({ id }) => mine.some((my) => my.id === id));
  const parts = plan.participants.filter(isAsked);
  if (!leadIsAsked && parts.length === 0) return null;
  return (
    <Card title={t(texts.awaits)}>
      {leadIsAsked ? (
        <Answer
          question={t(texts.askedLead)}
          answer={async (accepts) => {
            const input = { id: plan.id, expectedVersion: version };
            return (await (accepts ? acceptLead : declineLead)({ input })).fault;
          }}
        />
      ) : null}
      {parts.map(({ id, version: expectedVersion, organisation: { name } }) => (
        <Answer
          key={id}
          question={t(texts.asked, { name })}
          answer={async (accepts) => {
            const input = { id, expectedVersion };
            return (await (accepts ? acceptPart : declinePart)({ input })).fault;
          }}
        />
      ))}
    </Card>
  );
}

/** The organisations that take part in a plan, and the questions that wait for the reader's own. */
export function Participants({ id, version }: { id: string; version: number }) {
  const t = useText();
  const answer = useAnswer(PlanParticipantsDocument, { id });
  const columns = useColumns();
  return (
    <Answered of={answer} subject={({ actionPlan }) => actionPlan}>
      {(plan) => (
        <div className="stack">
          <Questions plan={plan} version={version} />
          {plan.participants.length === 0 ? (
            <Empty>{t(texts.empty)}</Empty>
          ) : (
            <DataTable
              caption={t(texts.caption)}
              columns={columns}
              rows={plan.participants}
              keyOf={(part) => part.id}
            />
          )}
        </div>
      )}
    </Answered>
  );
}
