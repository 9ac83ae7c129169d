import {
  type ActionPlanStatus,
  PlanAcceptDocument,
  PlanChangeStatusDocument,
  PlanRefuseDocument,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { type Text, useText } from "../../language/language.js";
import { StepDialog } from "../../parts/step.js";
import { useStatusRow } from "../../parts/use-versioned.js";
import { EditPlan } from "./edit-plan.js";
import { useCoordinated, useCoordinates } from "./plan-rights.js";
import type { ShownPlan } from "./shown-plan.js";

/** A step of a plan: the status that follows, its words, and how weighty it looks. */
interface PlanStep {
  to: ActionPlanStatus;
  label: Text;
  about: Text;
  look: string;
}

const propose: PlanStep = {
  to: "PROPOSED",
  label: { id: "Ajukan rencana", en: "Propose the plan" },
  about: {
    id: "Rencana diajukan kepada pemilik program, yang menetapkan kapan rencana mulai berjalan.",
    en: "The plan is proposed to the programme's owner, who decides when it begins.",
  },
  look: "button main",
};
const start: PlanStep = {
  to: "ACTIVE",
  label: { id: "Mulai rencana", en: "Start the plan" },
  about: {
    id: "Rencana mulai berjalan. Hanya pemilik program yang dapat memulainya.",
    en: "The plan is under way. Only the programme's owner can start it.",
  },
  look: "button main",
};
const resume: PlanStep = {
  to: "ACTIVE",
  label: { id: "Lanjutkan rencana", en: "Resume the plan" },
  about: { id: "Rencana berjalan kembali.", en: "The plan is under way again." },
  look: "button main",
};
const suspend: PlanStep = {
  to: "SUSPENDED",
  label: { id: "Hentikan sementara", en: "Suspend the plan" },
  about: {
    id: "Rencana dihentikan sementara dan dapat dilanjutkan kembali.",
    en: "The plan is paused and can be resumed.",
  },
  look: "button",
};
const complete: PlanStep = {
  to: "COMPLETED",
  label: { id: "Selesaikan rencana", en: "Complete the plan" },
  about: {
    id: "Semua kegiatan harus sudah selesai atau dibatalkan. Rencana yang selesai tidak menerima kegiatan, laporan atau kontribusi baru, dan tidak dapat dibuka lagi.",
    en: "Each action must be completed or cancelled. A completed plan takes no new action, report or contribution, and cannot be opened again.",
  },
  look: "button",
};
const cancel: PlanStep = {
  to: "CANCELLED",
  label: { id: "Batalkan rencana", en: "Cancel the plan" },
  about: {
    id: "Rencana dibatalkan dan tidak dapat dibuka lagi. Uangnya dihitung terpisah sebagai uang pada rencana yang dibatalkan.",
    en: "The plan is cancelled and cannot be opened again. Its money is told apart as money on a cancelled plan.",
  },
  look: "button danger",
};

/** The steps that the lifecycle of a plan allows. */
const stepsFrom: Readonly<Record<ActionPlanStatus, readonly PlanStep[]>> = {
  DRAFT: [propose, cancel],
  PROPOSED: [start, cancel],
  ACTIVE: [complete, suspend, cancel],
  SUSPENDED: [resume, cancel],
  COMPLETED: [],
  CANCELLED: [],
};

function OneStep({ plan, step: { to, label, about, look } }: { plan: ShownPlan; step: PlanStep }) {
  const t = useText();
  const [change] = useChange(PlanChangeStatusDocument);
  const { id, version, title } = plan;
  return (
    <StepDialog
      {...{ id, version, title, look, label: t(label), about: t(about) }}
      rows={useStatusRow("ActionPlanStatus")(to)}
      run={(expectedVersion) => change({ input: { id, expectedVersion, status: to } })}
    />
  );
}

const texts = {
  accept: { id: "Terima rencana", en: "Accept the plan" },
  aboutAccepting: {
    id: "Pihak lain membuat rencana ini dalam program atau kawasan Anda. Dengan persetujuan terakhir yang diminta, rencana mulai berjalan dan terlihat oleh pesertanya.",
    en: "Others made this plan in your programme or area. With the last yes that is asked for, it is under way, and its audience sees it.",
  },
  refuse: { id: "Tolak rencana", en: "Refuse the plan" },
  aboutRefusing: {
    id: "Rencana ini dibatalkan dan tetap tersembunyi. Penolakan tidak dapat dibatalkan.",
    en: "The plan is cancelled and stays hidden. A refusal cannot be undone.",
  },
};

/** The answer of the owners of the programme and the area to a plan that others made. */
function OwnerAnswer({ plan }: { plan: ShownPlan }) {
  const t = useText();
  const [accept] = useChange(PlanAcceptDocument);
  const [refuse] = useChange(PlanRefuseDocument);
  const rows = useStatusRow("Acceptance", "acceptance");
  const { id, version, title } = plan;
  return (
    <>
      <StepDialog
        {...{ id, version, title, label: t(texts.accept), about: t(texts.aboutAccepting) }}
        {...{ look: "button main", rows: rows("ACCEPTED") }}
        run={(expectedVersion) => accept({ input: { id, expectedVersion } })}
      />
      <StepDialog
        {...{ id, version, title, label: t(texts.refuse), about: t(texts.aboutRefusing) }}
        {...{ look: "button danger", rows: rows("REFUSED") }}
        run={(expectedVersion) => refuse({ input: { id, expectedVersion } })}
      />
    </>
  );
}

/** What the plan's coordinators, and the owners who are asked, may do with a plan as a whole. */
export function PlanSteps({ plan }: { plan: ShownPlan }) {
  const mine = useCoordinated();
  const coordinates = useCoordinates(plan);
  const isAsked = plan.acceptance === "PROPOSED" && plan.awaits.some(({ id }) => mine.includes(id));
  if (isAsked) return <OwnerAnswer plan={plan} />;
  if (!coordinates) return null;
  return (
    <>
      {stepsFrom[plan.status].map((step) => (
        <OneStep key={`${plan.status} ${step.to}`} plan={plan} step={step} />
      ))}
      {plan.status === "COMPLETED" || plan.status === "CANCELLED" ? null : <EditPlan plan={plan} />}
    </>
  );
}
