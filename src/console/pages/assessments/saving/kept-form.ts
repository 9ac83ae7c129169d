import { useEffect, useState } from "react";
import type { AssessmentPageQuery } from "../../../generated/graphql.js";
import type { Answer } from "../../../graph/hooks.js";
import { useMemberships } from "../../../session/use-memberships.js";
import { useSessionState } from "../../../session/use-session.js";
import { device, type KeptForm } from "./device.js";

/** Keeps the form in this browser for as long as its person may fill it in, so that it opens without a line. */
export function useKeeping(form: AssessmentPageQuery, mayAnswer: boolean): void {
  const { email: person } = useSessionState();
  const memberships = useMemberships();
  useEffect(() => {
    const assessment = form.assessment?.id;
    if (person === null || !memberships || assessment === undefined) return;
    const keep = async () => {
      const database = await device();
      if (!mayAnswer) return database.delete("forms", [person, assessment]);
      return database.put("forms", { person, assessment, form, memberships });
    };
    // A browser that keeps nothing shows the form while there is a line.
    keep().catch(() => undefined);
  }, [person, memberships, form, mayAnswer]);
}

/** The form that this browser has kept, where the hub cannot be reached. */
export function useKeptForm(
  id: string,
  { data, fault }: Answer<AssessmentPageQuery>,
): KeptForm | undefined {
  const { email: person } = useSessionState();
  const isMissing = !data && fault?.code === "OFFLINE";
  const [kept, setKept] = useState<KeptForm>();
  useEffect(() => {
    if (!isMissing || person === null) return;
    const read = async () => setKept(await (await device()).get("forms", [person, id]));
    read().catch(() => undefined);
  }, [isMissing, person, id]);
  return isMissing && kept?.person === person && kept?.assessment === id ? kept : undefined;
}
