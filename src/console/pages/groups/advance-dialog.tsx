import { GroupAdvanceDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { StepDialog } from "../../parts/step.js";
import { useStatusRow } from "../../parts/use-versioned.js";
import { useMemberships } from "../../session/use-memberships.js";
import { type Group, stepAfter } from "./journey.js";

const texts = {
  advance: { id: "Maju ke tahap {step}", en: "Go on to the step {step}" },
  about: {
    id: "{group} dicatat mencapai tahap {step}.",
    en: "{group} is recorded as having reached the step {step}.",
  },
  confirm: { id: "Catat tahap ini", en: "Record this step" },
};

type Step = NonNullable<ReturnType<typeof stepAfter>>;

function Advance({ group, step, again }: { group: Group; step: Step; again: () => void }) {
  const t = useText();
  const name = useMemberName();
  const [advance] = useChange(GroupAdvanceDocument);
  const rows = useStatusRow("EnterpriseJourney", "journey")(step);
  const { id, version, name: title } = group;
  const stepName = name("EnterpriseJourney", step);
  return (
    <StepDialog
      {...{ id, version, title, rows, leave: again }}
      label={t(texts.advance, { step: stepName })}
      confirm={t(texts.confirm)}
      about={t(texts.about, { group: title, step: stepName })}
      run={async (expectedVersion) => {
        const outcome = await advance({ input: { id, expectedVersion, journey: step } });
        // The history has a line more.
        if (!outcome.fault) again();
        return outcome;
      }}
    />
  );
}

/** The step that follows, for those who keep the group's record. */
export function AdvanceDialog({ group, again }: { group: Group; again: () => void }) {
  const memberships = useMemberships();
  const step = stepAfter(group.journey);
  const keeps = memberships?.some(({ organisation }) => organisation.id === group.organisation?.id);
  if (!step || !keeps) return null;
  return <Advance key={group.journey} group={group} step={step} again={again} />;
}
