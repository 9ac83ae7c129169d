import { useText } from "../../../language/language.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { useMemberships, withRole } from "../../../session/use-memberships.js";
import { BeginForm } from "./begin-form.js";

const texts = {
  assign: { id: "Tugaskan asesmen…", en: "Assign an assessment…" },
  assignTitle: {
    id: "Tugaskan asesmen kepada perguruan tinggi",
    en: "Assign an assessment to a university",
  },
  offer: { id: "Mulai asesmen…", en: "Begin an assessment…" },
  offerTitle: { id: "Mulai asesmen atas prakarsa sendiri", en: "Begin an assessment of your own" },
};

/** Begins assessments: coordinators assign one to a university, assessors begin one for their own. */
export function BeginAssessment() {
  const t = useText();
  const memberships = useMemberships() ?? [];
  const organisationsWith = (...roles: Parameters<typeof withRole>[1][]) =>
    withRole(memberships, ...roles).map(({ organisation }) => organisation);
  const owners = organisationsWith("COORDINATOR", "ADMIN");
  const universities = organisationsWith("ASSESSOR");
  return (
    <>
      {universities.length > 0 ? (
        <ModalDialog label={t(texts.offer)} title={t(texts.offerTitle)}>
          {(close) => <BeginForm as={{ kind: "offer", universities }} close={close} />}
        </ModalDialog>
      ) : null}
      {owners.length > 0 ? (
        <ModalDialog label={t(texts.assign)} title={t(texts.assignTitle)}>
          {(close) => <BeginForm as={{ kind: "assign", owners }} close={close} />}
        </ModalDialog>
      ) : null}
    </>
  );
}
