import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import {
  ConveneDocument,
  ConveneFromDocument,
  type ConveneFromQuery,
  type DeliberationKind,
  type Visibility,
} from "../../generated/graphql.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { newId } from "../../parts/new-id.js";
import { PageHead } from "../../parts/page-head.js";
import { useForm } from "../../parts/use-form.js";
import { useMemberships } from "../../session/use-memberships.js";
import { ConveneFields } from "./convene-fields.js";
import { delegatesIn, type Invitee, Invitees } from "./invitees.js";
import { coordinatedBy, type Named } from "./room-model.js";
import styles from "./room-page.module.css";
import { useMeetingLabels } from "./use-meeting-labels.js";

const texts = {
  title: { id: "Adakan rembuk", en: "Convene a rembuk" },
  rembuk: { id: "Rembuk", en: "Rembuk" },
  from: { id: "Untuk rencana aksi {title}", en: "For the action plan {title}" },
  send: { id: "Buat rancangan rembuk", en: "Create the draft" },
  about: {
    id: "Rembuk dibuat sebagai rancangan. Susunan acara ditambahkan di ruangnya, lalu rembuk dijadwalkan.",
    en: "The rembuk is made as a draft. Its agenda is added in its room; then it is scheduled.",
  },
  none: {
    id: "Hanya koordinator atau admin lembaga yang dapat mengadakan rembuk.",
    en: "Only a coordinator or an administrator of an organisation can convene a rembuk.",
  },
};

type Plan = NonNullable<ConveneFromQuery["actionPlan"]>;

/** The organisations of a plan, each once, with their parts in words. */
function useInviteesOf(plan: Plan | undefined): Invitee[] {
  const name = useMemberName();
  if (!plan) return [];
  const parts = [
    { organisation: plan.lead, part: "" },
    ...plan.participants
      .filter(({ status }) => status === "ACCEPTED" || status === "INVITED")
      .map(({ organisation, role }) => ({ organisation, part: name("ParticipantRole", role) })),
  ];
  const byId = Map.groupBy(parts, ({ organisation }) => organisation.id);
  return [...byId.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const part = all
      .map((each) => each.part)
      .filter(Boolean)
      .join(", ");
    return [{ organisation: first.organisation, part, delegates: "" }];
  });
}

function useConvene(conveners: readonly Named[], plan: Plan | undefined) {
  const navigate = useNavigate();
  const [id] = useState(newId);
  const [invitees, setInvitees] = useState(useInviteesOf(plan));
  const [convene, isRunning] = useChange(ConveneDocument);
  const first = { title: "", summary: "", kind: "LOCAL", place: "", heldFrom: "", heldTo: "" };
  const more = { convenerId: conveners[0]?.id ?? "", regionCode: "", visibility: "PARTICIPANTS" };
  const programme = { programmeId: plan?.programme.id ?? "" };
  const form = useForm({ ...first, ...more, ...programme }, useMeetingLabels());
  const send = async () => {
    const { kind, visibility, convenerId, title, heldFrom, ...others } = form.values;
    const given = Object.entries(others).map(([path, value]) => [path, value || null]);
    const { data, fault } = await convene({
      input: {
        ...{ id, convenerId, title, heldFrom, ...Object.fromEntries(given) },
        kind: kind as DeliberationKind,
        visibility: visibility as Visibility,
        areaId: plan?.area?.id ?? null,
        invitations: invitees.map(({ organisation, delegates }) => ({
          organisationId: organisation.id,
          delegates: delegatesIn(delegates),
        })),
      },
    });
    const key = data?.conveneDeliberation.deliberation?.key;
    if (key) void navigate({ to: "/rembuk/$key", params: { key } });
    return fault;
  };
  return { form, send, isRunning, invitees, setInvitees };
}

function ConveneForm({ conveners, plan }: { conveners: readonly Named[]; plan?: Plan }) {
  const t = useText();
  const { form, send, isRunning, invitees, setInvitees } = useConvene(conveners, plan);
  return (
    <form className={styles.narrow} onSubmit={form.onSubmit(send)}>
      {plan ? <p>{t(texts.from, { title: plan.title })}</p> : null}
      <p className="soft">{t(texts.about)}</p>
      <ConveneFields field={form.field} conveners={conveners} />
      <Invitees invitees={invitees} change={setInvitees} />
      <FaultNote fault={form.fault} />
      <div>
        <button type="submit" className="button main" disabled={isRunning}>
          {t(texts.send)}
        </button>
      </div>
    </form>
  );
}

function FromPlan({ id, conveners }: { id: string; conveners: readonly Named[] }) {
  const answer = useAnswer(ConveneFromDocument, { plan: id });
  return (
    <Answered of={answer} subject={({ actionPlan }) => actionPlan}>
      {(plan) => <ConveneForm conveners={conveners} plan={plan} />}
    </Answered>
  );
}

/** The page on which a coordinator convenes a rembuk, for a plan where the address names one. */
export function ConvenePage() {
  const t = useText();
  const { plan } = useSearch({ strict: false }) as { plan?: string };
  const memberships = useMemberships();
  const conveners = coordinatedBy(memberships);
  const above = <Link to="/rembuk">{t(texts.rembuk)}</Link>;
  return (
    <div className="stack">
      <PageHead title={t(texts.title)} above={above} />
      {memberships && conveners.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
      {conveners.length === 0 ? null : plan ? (
        <FromPlan id={plan} conveners={conveners} />
      ) : (
        <ConveneForm conveners={conveners} />
      )}
    </div>
  );
}
