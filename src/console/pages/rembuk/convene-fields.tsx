import { ProgrammeChoicesDocument, ProvincesDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import type { Named } from "./room-model.js";

/** What a field of the form needs. */
interface FieldOf {
  label: string;
  value: string;
  change: (value: string) => void;
  fault: string | undefined;
}

const nothing = { value: "", label: "–" };

/** The members of an enumeration as choices. */
export function useMembers(of: "DeliberationKind" | "Visibility") {
  const name = useMemberName();
  return membersOf(of).map((value) => ({ value, label: name(of, value) }));
}

/** The fields of a new rembuk: what it is, when, where, for which programme, and who may see it. */
export function ConveneFields({
  field,
  conveners,
}: {
  field: (
    path:
      | "title"
      | "summary"
      | "kind"
      | "place"
      | "heldFrom"
      | "heldTo"
      | "convenerId"
      | "regionCode"
      | "visibility"
      | "programmeId",
  ) => FieldOf;
  conveners: readonly Named[];
}) {
  const provinces = useAnswer(ProvincesDocument, {}).data?.regions.nodes ?? [];
  const programmes = useAnswer(ProgrammeChoicesDocument, {}).data?.programmes.nodes ?? [];
  const kinds = useMembers("DeliberationKind");
  const visibilities = useMembers("Visibility");
  return (
    <>
      <TextField {...field("title")} required />
      <ChoiceField {...field("kind")} choices={kinds} />
      <ChoiceField
        {...field("convenerId")}
        choices={conveners.map(({ id: value, name: label }) => ({ value, label }))}
      />
      <TextField {...field("heldFrom")} type="date" required />
      <TextField {...field("heldTo")} type="date" />
      <TextField {...field("place")} />
      <ChoiceField
        {...field("regionCode")}
        choices={[nothing, ...provinces.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <ChoiceField
        {...field("programmeId")}
        choices={[nothing, ...programmes.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <TextField {...field("summary")} rows={3} />
      <ChoiceField {...field("visibility")} choices={visibilities} />
    </>
  );
}
