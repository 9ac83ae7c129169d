import { Link } from "@tanstack/react-router";
import {
  PlanLeaveDocument,
  PlanParticipantsDocument,
  type PlanParticipantsQuery,
  PlanRemovePartDocument,
} from "../../generated/graphql.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { Status } from "../../parts/status.js";
import { StepDialog } from "../../parts/step.js";
import { useStatusRow } from "../../parts/use-versioned.js";
import { InviteParticipant } from "./invite-participant.js";
import { ParticipationQuestions } from "./participation-questions.js";
import { useCoordinated, useCoordinates } from "./plan-rights.js";

const texts = {
  caption: { id: "Peserta rencana aksi", en: "Participants of the plan" },
  organisation: { id: "Lembaga", en: "Organisation" },
  sector: { id: "Sektor", en: "Sector" },
  role: { id: "Peran", en: "Role" },
  status: { id: "Status", en: "Status" },
  steps: { id: "Langkah", en: "Steps" },
  empty: { id: "Belum ada peserta.", en: "No participants yet." },
  leave: { id: "Keluar", en: "Leave" },
  leaveOf: { id: "Keluar: {name}, {role}", en: "Leave: {name}, {role}" },
  aboutLeaving: {
    id: "Lembaga Anda melepas bagian ini. Keluar tidak dapat dibatalkan; koordinator dapat mengundang kembali.",
    en: "Your organisation gives up this part. Leaving cannot be undone; a coordinator may invite it again.",
  },
  remove: { id: "Hapus", en: "Remove" },
  removeOf: { id: "Hapus bagian {name}, {role}", en: "Remove the part of {name}, {role}" },
  aboutRemoving: {
    id: "Peran lembaga ini dalam rencana dihapus.",
    en: "The organisation's role in the plan is removed.",
  },
};

type Plan = NonNullable<PlanParticipantsQuery["actionPlan"]>;
type Part = Plan["participants"][number];

/** What the organisation itself, and the plan's coordinator, may do with a part. */
function PartSteps({ part, coordinates }: { part: Part; coordinates: boolean }) {
  const t = useText();
  const name = useMemberName();
  const mine = useCoordinated();
  const [leave] = useChange(PlanLeaveDocument);
  const [remove] = useChange(PlanRemovePartDocument);
  const rows = useStatusRow("ParticipantStatus")("LEFT");
  const { id, version, organisation, role, status } = part;
  const said = { name: organisation.name, role: name("ParticipantRole", role) };
  const step = { id, version, title: organisation.name, rows, look: "button quiet" };
  return (
    <span className="row no-print">
      {status === "ACCEPTED" && mine.includes(organisation.id) ? (
        <StepDialog
          {...{ ...step, label: t(texts.leave), name: t(texts.leaveOf, said) }}
          about={t(texts.aboutLeaving)}
          run={(expectedVersion) => leave({ input: { id, expectedVersion } })}
        />
      ) : null}
      {coordinates ? (
        <StepDialog
          {...{ ...step, label: t(texts.remove), name: t(texts.removeOf, said) }}
          about={t(texts.aboutRemoving)}
          run={(expectedVersion) => remove({ input: { id, expectedVersion } })}
        />
      ) : null}
    </span>
  );
}

function useColumns(coordinates: boolean) {
  const t = useText();
  const name = useMemberName();
  const hasSteps = useCoordinated().length > 0;
  const facts = [
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
  const steps = {
    ...{ name: "steps", title: t(texts.steps), value: () => "" },
    show: (part: Part) => <PartSteps part={part} coordinates={coordinates} />,
  };
  return hasSteps ? [...facts, steps] : facts;
}

function Parts({ plan, version }: { plan: Plan; version: number }) {
  const t = useText();
  const coordinates = useCoordinates(plan);
  const columns = useColumns(coordinates);
  return (
    <div className="stack">
      <ParticipationQuestions plan={plan} version={version} />
      {coordinates ? (
        <div>
          <InviteParticipant planId={plan.id} />
        </div>
      ) : null}
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
  );
}

/** The organisations that take part in a plan, and the questions that wait for the reader's own. */
export function Participants({ id, version }: { id: string; version: number }) {
  const answer = useAnswer(PlanParticipantsDocument, { id });
  return (
    <Answered of={answer} subject={({ actionPlan }) => actionPlan}>
      {(plan) => <Parts plan={plan} version={version} />}
    </Answered>
  );
}
