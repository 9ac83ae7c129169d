import { AssessmentWithdrawDocument } from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { ReasonForm } from "../../../parts/reason-form.js";
import { useAtWork } from "../at-work.js";

const texts = {
  withdraw: { id: "Tarik asesmen…", en: "Withdraw the assessment…" },
  decline: { id: "Tolak penugasan…", en: "Decline the assignment…" },
  about: {
    id: "Asesmen yang ditarik berakhir dan tidak dapat dilanjutkan. Alasan terlihat oleh perguruan tinggi dan koordinator program.",
    en: "A withdrawn assessment ends here and cannot be taken up again. The university and the programme's coordinators see the reason.",
  },
  send: { id: "Tarik", en: "Withdraw" },
  sendDecline: { id: "Tolak", en: "Decline" },
};

/**
 * Ends an assessment that is open, with a reason: for the university and the programme's coordinators. A
 * university that has not answered anything yet declines what was assigned to it.
 */
export function Withdraw() {
  const t = useText();
  const { assessment, rights, saving } = useAtWork();
  const [run, running] = useChange(AssessmentWithdrawDocument);
  const { id, version: expectedVersion, status, assigned, answers, submissions } = assessment;
  const isOpen = status === "DRAFT" || status === "RETURNED";
  if (!isOpen || !(rights.assesses || rights.coordinates)) return null;
  const isUntouched = answers.length === 0 && submissions === 0 && saving.drafts.size === 0;
  const declines = assigned && rights.assesses && isUntouched;
  const label = t(declines ? texts.decline : texts.withdraw);
  return (
    <ModalDialog label={label} title={label.replace("…", "")}>
      {(close) => (
        <ReasonForm
          about={t(texts.about)}
          send={t(declines ? texts.sendDecline : texts.send)}
          running={running}
          run={(reason) => run({ input: { id, expectedVersion, reason } })}
          close={close}
        />
      )}
    </ModalDialog>
  );
}
