import {
  PlanAcceptLeadDocument,
  PlanAcceptPartDocument,
  PlanDeclineLeadDocument,
  PlanDeclinePartDocument,
  type PlanParticipantsQuery,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Card } from "../../parts/card.js";
import { PartAnswer } from "./part-answer.js";
import { useCoordinated } from "./plan-rights.js";

const texts = {
  awaits: { id: "Menunggu jawaban", en: "Waiting for an answer" },
  asked: {
    id: "{name} diminta ikut serta sebagai {role}.",
    en: "{name} is asked to take part: {role}.",
  },
  askedLead: {
    id: "{name} diminta memimpin rencana ini.",
    en: "{name} is asked to lead this plan.",
  },
};

type Plan = NonNullable<PlanParticipantsQuery["actionPlan"]>;
type Part = Plan["participants"][number];

function LeadQuestion({ plan, version }: { plan: Plan; version: number }) {
  const t = useText();
  const [accept] = useChange(PlanAcceptLeadDocument);
  const [decline] = useChange(PlanDeclineLeadDocument);
  const { id, title, lead } = plan;
  return (
    <PartAnswer
      {...{ id, version, title, field: "leadStatus" }}
      question={t(texts.askedLead, { name: lead.name })}
      run={(accepts, input) => (accepts ? accept : decline)({ input })}
    />
  );
}

function PartQuestion({ part }: { part: Part }) {
  const t = useText();
  const name = useMemberName();
  const [accept] = useChange(PlanAcceptPartDocument);
  const [decline] = useChange(PlanDeclinePartDocument);
  const { id, version, organisation, role } = part;
  const said = name("ParticipantRole", role).toLowerCase();
  return (
    <PartAnswer
      {...{ id, version, title: organisation.name }}
      question={t(texts.asked, { name: organisation.name, role: said })}
      run={(accepts, input) => (accepts ? accept : decline)({ input })}
    />
  );
}

/** The parts that wait for an answer of the organisations that the reader coordinates. */
export function ParticipationQuestions({ plan, version }: { plan: Plan; version: number }) {
  const t = useText();
  const mine = useCoordinated();
  const leadIsAsked = plan.leadStatus === "INVITED" && mine.includes(plan.lead.id);
  const parts = plan.participants.filter(
    ({ status, organisation }) => status === "INVITED" && mine.includes(organisation.id),
  );
  if (!leadIsAsked && parts.length === 0) return null;
  return (
    <Card title={t(texts.awaits)}>
      {leadIsAsked ? <LeadQuestion plan={plan} version={version} /> : null}
      {parts.map((part) => (
        <PartQuestion key={part.id} part={part} />
      ))}
    </Card>
  );
}
